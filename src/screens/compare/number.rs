//! Numbers one below the other: whole numbers end in one cell, decimals stand behind it, then the units.

use crate::width::{self, Ambiguous};

/// Cells of what stands up to the end of a whole number, of decimals, and of what is behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Words before the number, and its whole part.
    pub whole: usize,
    /// The decimal point and what follows.
    pub decimals: usize,
    /// Unit and words behind.
    pub unit: usize,
}

impl Parts {
    /// The cells of a value.
    pub fn of(value: &str, ambiguous: Ambiguous) -> Self {
        let (whole, decimals, unit) = parted(value);
        Self {
            whole: width::cells(whole, ambiguous),
            decimals: width::cells(decimals, ambiguous),
            unit: width::cells(unit, ambiguous),
        }
    }

    /// The wider of each.
    #[must_use]
    pub fn widest(self, other: Self) -> Self {
        Self {
            whole: self.whole.max(other.whole),
            decimals: self.decimals.max(other.decimals),
            unit: self.unit.max(other.unit),
        }
    }

    /// Cells of all of it.
    pub fn cells(self) -> usize {
        self.whole + self.decimals + self.unit
    }

    /// A value with the space before and behind that brings its number into its place.
    pub fn set(self, value: &str, ambiguous: Ambiguous) -> String {
        let (whole, decimals, unit) = parted(value);
        let left = |text: &str, cells: usize| cells.saturating_sub(width::cells(text, ambiguous));
        let before = " ".repeat(left(whole, self.whole));
        let between = " ".repeat(left(decimals, self.decimals));
        let behind = " ".repeat(left(unit, self.unit));
        format!("{before}{whole}{decimals}{between}{unit}{behind}")
    }
}

/// A value up to the end of its whole number, its decimals, and the rest. A value without digits
/// (过半) is all whole.
fn parted(value: &str) -> (&str, &str, &str) {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let Some(first) = value.find(digit) else {
        return (value, "", "");
    };
    let behind = |from: usize, wanted: &dyn Fn(char) -> bool| {
        let rest = value.get(from..).unwrap_or_default();
        from + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
    };
    let whole = behind(first, &|c| digit(c) || c == ',');
    let rest = value.get(whole..).unwrap_or_default();
    let mut chars = rest.chars();
    let point = chars.next().filter(|c| matches!(c, '.' | '．'));
    let decimals = match point.filter(|_| chars.next().is_some_and(digit)) {
        Some(point) => behind(whole + point.len_utf8(), &digit),
        None => whole,
    };
    let part = |range: std::ops::Range<usize>| value.get(range).unwrap_or_default();
    (
        part(0..whole),
        part(whole..decimals),
        part(decimals..value.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_one_below_the_other() {
        let values = [
            "增长2.3％",
            "180万款",
            "过半",
            "1,234.56万亿斤以上",
            "6%—6.5%",
        ];
        let parts = values.iter().map(|v| Parts::of(v, Ambiguous::Narrow));
        let parts = parts.reduce(Parts::widest).unwrap();
        for value in values {
            let set = parts.set(value, Ambiguous::Narrow);
            let (whole, ..) = parted(value);
            let (before, _) = set.split_at(set.find(whole).unwrap() + whole.len());
            assert_eq!(
                width::cells(before, Ambiguous::Narrow),
                parts.whole,
                "{set:?}"
            );
            assert_eq!(
                width::cells(&set, Ambiguous::Narrow),
                parts.cells(),
                "{set:?}"
            );
        }
        assert_eq!(parted("增长2.3％"), ("增长2", ".3", "％"));
        assert_eq!(parted("6%—6.5%"), ("6", "", "%—6.5%"));
        assert_eq!(parted("过半"), ("过半", "", ""));
    }
}
