//! A text without spaces of the layout and in narrow forms, with the way back from its positions to the source.
//!
//! Knows widths of characters and layout, and no words.

use std::ops::Range;

use super::chars::is_han;

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
            // Most characters are ideographs, which stand for themselves and end a run of blanks.
            if is_han(own) && own.len_utf8() == IDEOGRAPH {
                blank = None;
                text.push(own);
                places.extend([(at, at + own.len_utf8()); IDEOGRAPH]);
                continue;
            }
            let rest = source.get(at + own.len_utf8()..).unwrap_or_default();
            let c = match own {
                // 19·5％ is a decimal, “1·22” a day.
                '·' if is_decimal(&text, rest) => '.',
                // 1，234万元 is one number, 15，22个百分点 are two.
                '，' if !parts_thousands(&text, rest) => own,
                own => narrow(own),
            };
            if !matches!(c, '\n' | '\t') && (c.is_whitespace() || c == '\u{200b}') {
                blank.get_or_insert((at, at + own.len_utf8()));
                continue;
            }
            // 1, 234 stays two numbers; 一百 五 十 is one, and so is 5 %.
            if let Some(place) = blank.take()
                && c.is_ascii()
                && text.ends_with(|before: char| before.is_ascii())
                && !is_joined(&text, c, rest)
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

/// Bytes of an ideograph of the basic plane.
const IDEOGRAPH: usize = 3;

/// Digits between two marks of thousands.
const GROUP: usize = 3;
/// The longest unit, in ideographs, between a number and the sign of a range that blanks stand around: 5亿千瓦 - 8亿千瓦.
const UNIT: usize = 4;

/// Whether a middle dot between two digits is a decimal point: a percent sign follows. `after` begins behind it.
fn is_decimal(before: &str, after: &str) -> bool {
    let mut after = after.chars().take(1 + GROUP).map(narrow).peekable();
    before.ends_with(|c: char| c.is_ascii_digit())
        && after.peek().is_some_and(char::is_ascii_digit)
        && after.find(|c| !c.is_ascii_digit()) == Some('%')
}

/// Whether a wide comma parts the thousands of one number: one to three digits or whole groups before it, three behind.
fn parts_thousands(before: &str, after: &str) -> bool {
    let digit = |c: &char| c.is_ascii_digit();
    let lead = before.chars().rev().take_while(digit).count();
    let head = before.get(..before.len() - lead).unwrap_or_default();
    // 12.345，678, PM10，300 and $20，300元 are two numbers.
    let inside = head.ends_with(|c: char| ".$¥￥".contains(c) || c.is_ascii_alphabetic());
    let grouped = head.ends_with(',');
    let zero = before
        .get(head.len()..)
        .is_some_and(|lead| lead.starts_with('0'));
    let whole = (grouped && lead == GROUP) || (!inside && !zero && (1..=GROUP).contains(&lead));
    let next = after.chars().map(narrow).take(GROUP + 1).take_while(digit);
    whole && next.count() == GROUP
}

/// Whether blanks before a character are none of the text's own: 10 %, 30 km, 5% - 8%. `after` begins behind it.
fn is_joined(before: &str, c: char, after: &str) -> bool {
    let counts = |text: &str| text.ends_with(|c: char| c.is_ascii_digit() || c == '%');
    let dash = |c: char| matches!(c, '-' | '~');
    if c == '%' || c.is_ascii_alphabetic() {
        return before.ends_with(|c: char| c.is_ascii_digit());
    }
    if dash(c) {
        let next = after.chars().map(narrow).find(|c| !c.is_whitespace());
        return counts(before) && next.is_some_and(|c| c.is_ascii_digit());
    }
    let Some(low) = before.strip_suffix(dash).filter(|_| c.is_ascii_digit()) else {
        return false;
    };
    let unit = low.chars().rev().take_while(|c| is_han(*c));
    let bytes: usize = unit.take(UNIT).map(char::len_utf8).sum();
    low.get(..low.len() - bytes).is_some_and(counts)
}

/// Full-width forms, and the plus of U+FE62, as ASCII.
fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '﹢' => '+',
        '﹪' => '%',
        // Minus and tilde operators.
        '\u{2212}' => '-',
        '\u{223c}' | '\u{301c}' => '~',
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
    fn a_wide_comma_parts_the_thousands_of_one_number() {
        for (source, text) in [
            ("投资1，234万元", "投资1,234万元"),
            ("１，２３４，５６７人", "1,234,567人"),
            ("15，22个百分点", "15，22个百分点"),
            ("5，1200个", "5，1200个"),
            ("2021，123个", "2021，123个"),
            ("1.5，234个", "1.5，234个"),
            ("0，123", "0，123"),
            ("$20，300元", "$20，300元"),
        ] {
            assert_eq!(Compact::new(source).text, text);
        }
    }

    #[test]
    fn blanks_of_the_layout_part_no_value() {
        for (source, text) in [
            ("增长 10 %以上", "增长10%以上"),
            ("铁路 30 km", "铁路30km"),
            ("5% - 8%", "5%-8%"),
            ("5 ~ 8%", "5~8%"),
            ("5亿元 - 8亿元", "5亿元-8亿元"),
            ("GDP - 5", "GDP - 5"),
            ("目标 - 5%", "目标- 5%"),
            ("1 200亿", "1 200亿"),
        ] {
            assert_eq!(Compact::new(source).text, text);
        }
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
