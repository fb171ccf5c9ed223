//! Where lines were cut at a margin: one of the whole document, or, where its parts are set at several widths, one
//! around a line. Knows nothing of what is done with it.

use super::limits;
use crate::import::line::Line;
use crate::text::label;

/// Which lines of a document are full.
#[derive(Debug)]
pub struct Margins {
    /// The length of a full line of the whole document, in characters.
    whole: Option<usize>,
    /// The lengths of its lines, in characters.
    lengths: Vec<usize>,
    /// Lengths of the lines that are cut within a clause and go on in the next line.
    cuts: Vec<Option<usize>>,
}

impl Margins {
    /// Those of a document.
    pub fn of(lines: &[Line]) -> Self {
        let lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let cut = |(line, next): (&Line, &Line)| {
            let count = line.text.chars().count();
            let inside = (limits::NARROWEST.get()..=limits::WIDEST.get()).contains(&count);
            let goes_on = !next.after_gap
                && !next.indented
                && next.text.chars().count() <= count + limits::BEYOND_MARGIN.get()
                && label::read(&next.text, None).is_none();
            let prose = line.text.contains(PROSE) || next.text.contains(PROSE);
            let is_cut = inside && goes_on && prose && !line.whole && !next.whole;
            (is_cut && line.text.ends_with(char::is_alphanumeric)).then_some(count)
        };
        let cuts: Vec<Option<usize>> = pairs.map(cut).collect();
        Self {
            whole: margin(lines).or_else(|| margin_of_cuts(lines, &cuts)),
            lengths,
            cuts,
        }
    }

    /// Whether a margin cut a line; None if no margin is known there.
    pub fn is_full(&self, at: usize) -> Option<bool> {
        let length = *self.lengths.get(at)?;
        let around = limits::LINES_AROUND.get();
        let end = (at + around + 1).min(self.cuts.len());
        let near = self.cuts.get(at.saturating_sub(around)..end);
        let alike = near.unwrap_or_default().iter().flatten();
        let alike = alike.filter(|cut| cut.abs_diff(length) <= NEAR);
        if alike.count() >= limits::CUTS_AROUND.get() {
            return Some(true);
        }
        self.whole.map(|full| length + NEAR >= full)
    }
}

/// Marks of running text: a heading above a paragraph has none, and the paragraph is longer than a margin.
const PROSE: [char; 4] = ['，', '。', '；', '、'];

/// Characters by which full lines differ: half-width ones take less room.
const NEAR: usize = 3;

/// The length of a full line in a document whose lines were cut at a margin.
fn margin(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    if lengths.len() < limits::LINES_WITH_MARGIN.get() {
        return None;
    }
    let all = lengths.len();
    lengths.sort_unstable();
    // A few lines are longer: half-width characters take less room.
    let full = *lengths.get(all * 4 / 5)?;
    let near = lengths
        .iter()
        .filter(|length| **length + 3 >= full && **length <= full + limits::BEYOND_MARGIN.get());
    // Some of them end within a clause, and are no headings.
    let cuts = lines.iter().filter(|line| {
        line.text.ends_with(char::is_alphanumeric)
            && line.text.chars().count() + 3 >= full
            && label::read(&line.text, None).is_none()
    });
    let wrapped = near.count() * 5 >= all * 2 && cuts.count() >= 3;
    (wrapped && (limits::NARROWEST.get()..=limits::WIDEST.get()).contains(&full)).then_some(full)
}

/// The margin by the lines that end within a word or a clause, if a quarter of them do so at the same place.
fn margin_of_cuts(lines: &[Line], cuts: &[Option<usize>]) -> Option<usize> {
    let mut cuts: Vec<usize> = cuts.iter().flatten().copied().collect();
    cuts.sort_unstable();
    let full = *cuts.get(cuts.len() / 2)?;
    let near = cuts
        .iter()
        .filter(|length| length.abs_diff(full) <= 4)
        .count();
    let many = cuts.len() >= 4 && cuts.len() * 4 >= lines.len();
    (many && near * 5 >= cuts.len() * 4 && full <= limits::WIDEST.get()).then_some(full)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let line = |text: &&str| Line {
            text: (*text).to_owned(),
            ..Line::default()
        };
        texts.iter().map(line).collect()
    }

    #[test]
    fn parts_of_a_document_may_have_margins_of_their_own() {
        let narrow = "推动园区改造，支持企业更新设备，提升管理水平与安";
        let wide = "推动园区改造，支持企业更新设备，提升管理水平与安全保障能力，培育新型主体";
        let mut texts = Vec::new();
        for _ in 0..5 {
            texts.extend([narrow, "全。"]);
        }
        for _ in 0..5 {
            texts.extend([wide, "和平台。"]);
        }
        texts.extend(["标题"; 30]);
        let margins = Margins::of(&lines(&texts));
        assert_eq!(margins.is_full(0), Some(true));
        assert_eq!(margins.is_full(1), None);
        assert_eq!(margins.is_full(12), Some(true));
        assert_eq!(margins.is_full(texts.len() - 1), None);
    }

    #[test]
    fn headings_of_one_length_are_no_full_lines() {
        let heading = "加快产业转型升级着力建设现代化产业体系新高地";
        let paragraph = "推动园区改造，支持企业更新设备，提升管理水平与安全保障能力，培育新型主体，建设一批平台，服务中小企业。";
        let texts = [heading, paragraph].repeat(6);
        assert_eq!(Margins::of(&lines(&texts)).is_full(0), None);
    }
}
