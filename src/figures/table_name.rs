//! The names of the rows of a table: what each of them measures.
//!
//! 其中：住宅 is a part of the row above it, and named with it where its own words do not say what is measured. Rows
//! behind it may be parts too or not, for how far they were set in is lost: what is not whole by itself has no name.

use crate::lexicon::List;
use crate::text::chars::is_han;
use crate::text::label;

use super::aspect::tells_aspect;
use super::limits;
use super::table_cell::unit_behind;

static PART: List = List::new("part-row");
static SUM: List = List::new("sum-row");
static WHOLE: List = List::new("whole-region");

/// What the name of a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowName {
    /// The words before its own: those of the row that it is a part of.
    above: String,
    /// Its own words, without numbering and unit.
    own: String,
    /// Whether its own words may be only part of a name.
    loose: bool,
    /// The unit that it tells in brackets.
    pub unit: Option<String>,
    /// Whether it is a part of the row above, and measured in its unit.
    pub is_part: bool,
}

impl RowName {
    /// The name of a value of the row, under a head that adds a noun or none. None where that is no whole name.
    pub fn with(&self, noun: &str) -> Option<String> {
        let own = if noun.is_empty() || tells_aspect(&self.own) {
            self.own.clone()
        } else {
            format!("{}{noun}", self.own)
        };
        if !self.loose || tells_aspect(&own) {
            return Some(own);
        }
        let part = PART.first();
        (!self.above.is_empty()).then(|| format!("{}{part}{own}", self.above))
    }
}

/// The names of the rows, asked for from the top down.
#[derive(Debug, Default)]
pub struct RowNames {
    /// The last row that is known to be no part of another.
    above: Option<String>,
    /// Whether rows that follow may be parts of it.
    within: bool,
}

impl RowNames {
    /// Begins anew: behind a heading within the table.
    pub fn part(&mut self) {
        *self = Self::default();
    }

    /// The name of a row by the words of its cell; None for a sum, or for what is no name.
    pub fn next(&mut self, cell: &str) -> Option<RowName> {
        let plain = without_spaces(cell);
        let (unit, words) = match unit_behind(&plain) {
            Some((unit, words)) => (Some(unit.to_owned()), words),
            None => (None, plain.as_str()),
        };
        let bytes = label::read(words, None).map_or(0, |label| label.bytes);
        let rest = words.get(bytes..).unwrap_or_default().trim();
        let (is_part, own) = match PART.strip_start(rest) {
            Some(own) => (true, own.trim_start_matches(['：', ':']).trim()),
            None => (false, rest),
        };
        let own = own.trim_end_matches(['*', '＊', '：', ':']);
        // 全市粮食产量 is what the text calls 粮食产量.
        let own = WHOLE
            .strip_start(own)
            .filter(|rest| !rest.is_empty())
            .unwrap_or(own);
        let long = own.chars().count() > limits::NAME.get();
        if SUM.has(own) || long || !own.contains(char::is_alphabetic) {
            self.part();
            return None;
        }
        let name = |above: Option<&String>, loose| RowName {
            above: above.cloned().unwrap_or_default(),
            own: own.to_owned(),
            loose,
            unit,
            is_part,
        };
        if is_part {
            self.within = true;
            return Some(name(self.above.as_ref(), true));
        }
        if bytes > 0 || !self.within || tells_aspect(own) {
            (self.above, self.within) = (Some(own.to_owned()), false);
            return Some(name(None, false));
        }
        self.above = None;
        Some(name(None, true))
    }
}

/// Whether the words of a cell name a part of the row above.
pub fn is_part(cell: &str) -> bool {
    PART.starts(cell.trim_start())
}

/// A name without the blanks that set its ideographs apart: 指　标.
pub fn without_spaces(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut blank = false;
    for c in words.trim().chars() {
        if c.is_whitespace() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) && !is_han(c) && out.ends_with(|last: char| last.is_ascii()) {
            out.push(' ');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(cells: &[&str], noun: &str) -> Vec<Option<String>> {
        let mut names = RowNames::default();
        let name = |cell: &&str| names.next(cell).and_then(|name| name.with(noun));
        cells.iter().map(name).collect()
    }

    fn some(names: &[&str]) -> Vec<Option<String>> {
        let name = |name: &&str| Some((*name).to_owned()).filter(|name| !name.is_empty());
        names.iter().map(name).collect()
    }

    #[test]
    fn a_part_is_named_with_its_whole() {
        assert_eq!(
            names(
                &["1.竣工面积", "其中：住 宅", "新开工面积", "其中：厂房"],
                ""
            ),
            some(&[
                "竣工面积",
                "竣工面积其中住宅",
                "新开工面积",
                "新开工面积其中厂房"
            ])
        );
        // Its own words may be a name.
        assert_eq!(
            names(&["财政总收入", "其中：税收收入"], ""),
            some(&["财政总收入", "税收收入"])
        );
    }

    #[test]
    fn what_may_be_a_part_and_is_no_whole_name_has_none() {
        assert_eq!(
            names(&["财政支出", "其中：教育", "卫生", "其中：医院"], ""),
            some(&["财政支出", "财政支出其中教育", "", ""])
        );
        assert_eq!(
            names(&["粮食", "其中：夏粮", "秋粮", "棉花"], "产量"),
            some(&["粮食产量", "夏粮产量", "秋粮产量", "棉花产量"])
        );
    }

    #[test]
    fn a_sum_and_a_number_are_no_names() {
        assert_eq!(
            names(&["合 计", "12", "全市甲茶"], ""),
            some(&["", "", "甲茶"])
        );
        let mut rows = RowNames::default();
        let name = rows.next("（一）茶园面积（万亩）").unwrap();
        assert_eq!(
            (name.own.as_str(), name.unit.as_deref()),
            ("茶园面积", Some("万亩"))
        );
    }
}
