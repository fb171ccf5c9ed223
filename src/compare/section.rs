//! The same section in another bulletin of the series.

use crate::fold::fold;
use crate::model::Bulletin;

/// Headings have to share at least this much to be of one theme.
const ALIKE: f64 = 0.3;

/// The section of another bulletin that treats the same theme: of the same kind, with the same
/// folded heading, else with the heading most alike. None if no heading is alike enough.
pub fn counterpart(from: &Bulletin, section: usize, to: &Bulletin) -> Option<usize> {
    let here = from.sections().get(section)?;
    let name = fold(&here.heading);
    let mut best: Option<(f64, usize)> = None;
    for (index, there) in to.sections().iter().enumerate() {
        if there.kind != here.kind {
            continue;
        }
        let other = fold(&there.heading);
        if !name.is_empty() && other == name && there.depth == here.depth {
            return Some(index);
        }
        let near = if there.depth == here.depth { 1.0 } else { 0.8 };
        let score = alike(&name, &other) * near;
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, index));
        }
    }
    best.filter(|(score, _)| *score >= ALIKE)
        .map(|(_, index)| index)
}

/// Dice's coefficient of two headings, 0 to 1. Years differ between bulletins and say nothing of
/// the theme, so digits are left out.
fn alike(a: &str, b: &str) -> f64 {
    Pairs::without_digits(a).alike(&Pairs::without_digits(b))
}

/// The pairs of neighbouring characters of a text, sorted.
pub struct Pairs(Vec<(char, char)>);

impl Pairs {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        Self::among(text.chars())
    }

    /// Those of a text whose digits say nothing.
    pub fn without_digits(text: &str) -> Self {
        Self::among(text.chars().filter(|c| !c.is_ascii_digit()))
    }

    fn among(chars: impl Iterator<Item = char> + Clone) -> Self {
        let mut pairs: Vec<_> = chars.clone().zip(chars.skip(1)).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// Dice's coefficient, 0 to 1; 0 where there are no pairs.
    pub fn alike(&self, other: &Self) -> f64 {
        let (a, b) = (&self.0, &other.0);
        let (mut i, mut j, mut shared) = (0, 0, 0_usize);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            shared += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        let total = a.len() + b.len();
        if total == 0 {
            return 0.0;
        }
        2.0 * shared as f64 / total as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Kind, Section};

    fn bulletin(headings: &[(&str, Kind)]) -> Bulletin {
        let section = |(heading, kind): &(&str, Kind)| Section {
            heading: (*heading).into(),
            kind: Some(*kind),
            ..Section::default()
        };
        Bulletin::default().with_sections(headings.iter().map(section).collect())
    }

    #[test]
    fn the_same_theme_is_found_in_the_same_kind_only() {
        let old = bulletin(&[("加强网络运行管理", Kind::Plans)]);
        let new = bulletin(&[
            ("加强网络运行管理", Kind::Achievements),
            ("提升服务质量", Kind::Plans),
            ("加强网络运行管理和应急通信保障", Kind::Plans),
        ]);
        assert_eq!(counterpart(&old, 0, &new), Some(2));
    }

    #[test]
    fn years_in_headings_do_not_matter() {
        let old = bulletin(&[("2020年工作成效", Kind::Achievements)]);
        let new = bulletin(&[("2021年工作成效", Kind::Achievements)]);
        assert_eq!(counterpart(&old, 0, &new), Some(0));
    }

    #[test]
    fn a_theme_that_is_gone_has_no_counterpart() {
        let old = bulletin(&[("整治电话扰民", Kind::Plans)]);
        let new = bulletin(&[("推动工业互联网", Kind::Plans)]);
        assert_eq!(counterpart(&old, 0, &new), None);
    }
}
