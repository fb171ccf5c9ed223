//! The line of who printed a document, and when (GB/T 9704-2012 7.4.3). Knows nothing of where in the document it stands.

use super::office::is_organ;
use crate::lexicon::List;
use crate::text::date::is_date;
use crate::text::year::digit;

/// 印发, which says that a day is that of printing.
static PRINTING: List = List::new("printing");
/// 共印, before how many copies were printed.
static COPIES: List = List::new("printed-start");
/// 科, with which ends the name of a part of an office.
static DIVISION: List = List::new("division");

/// The office of a line that says who printed a document and when: 省政府办公厅2019年3月15日印发; of a part of an office
/// that office.
pub fn imprint(text: &str) -> Option<&str> {
    let words = PRINTING.strip_end(without_copies(text))?;
    let day = words.find(|c| digit(c).is_some())?;
    let (office, day) = words.split_at_checked(day)?;
    let office = office.trim();
    let whole = Some(office).filter(|office| is_organ(office));
    let office = whole.or_else(|| office_of_division(office))?;
    is_date(day.trim()).then_some(office)
}

/// A line of who printed a document without how many copies: 办公室 2023年3月2日印制　共印60份.
pub fn without_copies(text: &str) -> &str {
    let text = text.trim();
    let copies = COPIES.earliest(text).filter(|at| *at > 0);
    let words = copies.and_then(|at| text.get(..at)).unwrap_or(text);
    words.trim_end_matches(|c: char| c.is_whitespace() || "（(，,".contains(c))
}

/// The office whose part some words name: 县政府办公室综合科.
fn office_of_division(words: &str) -> Option<&str> {
    DIVISION.strip_end(words)?;
    let ends = words.char_indices().rev().map(|(at, _)| at);
    let mut offices = ends.filter_map(|end| words.get(..end));
    offices.find(|office| is_organ(office))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_imprint_says_who_printed() {
        for line in [
            "河口县人民政府办公室 2031年3月2日印发",
            "河口县人民政府办公室　　2031年3月2日印",
            "河口县人民政府办公室秘书股　2031年3月2日印制　共印60份",
            "河口县人民政府办公室 2031年3月2日印发（共印30份）",
        ] {
            assert_eq!(imprint(line), Some("河口县人民政府办公室"), "{line}");
        }
        for line in [
            "方案于2031年3月2日印发",
            "共印60份",
            "河口县人民政府办公室 2031年3月2日",
            "内科 2031年3月2日印发",
        ] {
            assert_eq!(imprint(line), None, "{line}");
        }
    }
}
