//! A text without spaces of the layout and in narrow forms, with the way back from its positions to the source.
//!
//! Knows widths of characters and layout, and no words.

use std::ops::Range;

/// Characters of a text as the grammar wants them, each with its place in the source: full-width
/// forms as ASCII ones, no white space but line ends, tabs, and a space between two signs of ASCII.
#[derive(Debug)]
pub struct Compact {
    /// The characters, as one text.
    pub text: String,
    /// For each byte of `text` where its character begins and ends in the source.
    places: Vec<(usize, usize)>,
}

impl Compact {
    /// Takes a text.
    pub fn new(source: &str) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut places = Vec::with_capacity(source.len() + 1);
        let mut blank = None;
        for (at, own) in source.char_indices() {
            // ９，９９９ is one number, 20，300 two.
            let wide = |c: char| ('０'..='９').contains(&c);
            let c = match own {
                // 19·5％ is a decimal, “1·22” a day.
                '·' if is_decimal(&text, source.get(at..).unwrap_or_default()) => '.',
                '，' if !source.get(..at).is_some_and(|t| t.ends_with(wide)) => own,
                own => narrow(own),
            };
            if !matches!(c, '\n' | '\t') && (c.is_whitespace() || c == '\u{200b}') {
                blank.get_or_insert((at, at + own.len_utf8()));
                continue;
            }
            // 1, 234 stays two numbers; 一百 五 十 is one.
            if let Some(place) = blank.take()
                && c.is_ascii()
                && text.ends_with(|before: char| before.is_ascii())
            {
                text.push(' ');
                places.push(place);
            }
            text.push(c);
            let place = (at, at + own.len_utf8());
            places.extend(std::iter::repeat_n(place, c.len_utf8()));
        }
        Self { text, places }
    }

    /// The range of the source that a range of the text came from.
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let from = self.places.get(range.start).map_or(0, |place| place.0);
        let last = range.end.checked_sub(1).and_then(|at| self.places.get(at));
        from..last.map_or(from, |place| place.1).max(from)
    }
}

/// Whether a middle dot between two digits is a decimal point: a percent sign follows.
fn is_decimal(before: &str, dot: &str) -> bool {
    let mut after = dot.chars().skip(1).take(4).map(narrow).peekable();
    before.ends_with(|c: char| c.is_ascii_digit())
        && after.peek().is_some_and(char::is_ascii_digit)
        && after.find(|c| !c.is_ascii_digit()) == Some('%')
}

/// Full-width forms, and the plus of U+FE62, as ASCII.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '﹢' => '+',
        '﹪' => '%',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_middle_dot_in_a_percentage_is_a_decimal_point() {
        assert_eq!(Compact::new("增长19·5％").text, "增长19.5%");
        assert_eq!(Compact::new("“1·22”事故").text, "“1·22”事故");
    }

    #[test]
    fn numbers_of_two_cells_stay_two() {
        assert_eq!(Compact::new("甲\t5\t3亿").text, "甲\t5\t3亿");
    }

    #[test]
    fn places_lead_back_to_the_source() {
        let source = "达 １．４万 余个, 1, 2";
        let compact = Compact::new(source);
        assert_eq!(compact.text, "达1.4万余个, 1, 2");
        let at = compact.text.find("1.4万余").unwrap();
        let range = compact.source(at..at + "1.4万余".len());
        assert_eq!(source.get(range), Some("１．４万 余"));
    }
}
