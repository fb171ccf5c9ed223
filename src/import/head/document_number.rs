//! Under which number a document was issued. Knows nothing of where in the document it is said.

use crate::import::limits::ISSUER_CODE;
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};

static NUMBER_PREFIX: List = List::new("number-prefix");
static NUMBER_END: List = List::new("number-end");
/// Ends of words before a document number that are none of it: 根据国发〔2019〕4号.
static NOT_IN_NUMBER: List = List::new("not-in-document-number");
/// Bracketed years without a word before them are numbers of minutes.
static MINUTES: List = List::new("minutes");

/// The document number in some words: 国发〔2019〕4号.
pub fn document_number(text: &str) -> Option<&str> {
    let mut search = 0;
    loop {
        let rest = text.get(search..)?;
        let open = rest.find(['〔', '［', '[', '【', '﹝'])?;
        let open_at = search + open;
        let head = text.get(..open_at)?;
        let inner = text.get(open_at..)?;
        let mark = inner.chars().next()?.len_utf8();
        search = open_at + mark;
        let year = inner.get(mark..)?;
        let bytes = year.bytes().take_while(u8::is_ascii_digit).count();
        let after = year.get(bytes..)?;
        let Some(close) = after.chars().next().filter(|c| "〕］]】﹞".contains(*c)) else {
            continue;
        };
        let after = after.get(close.len_utf8()..)?;
        let word = after.trim_start_matches(|c| NUMBER_PREFIX.has_char(c));
        let number = word.bytes().take_while(u8::is_ascii_digit).count();
        let after = word.get(number..)?;
        let Some(rest) = NUMBER_END
            .strip_start(after)
            .filter(|_| bytes == 4 && number > 0)
        else {
            continue;
        };
        let end = text.len() - rest.len();
        let name = head.chars().rev();
        let name = name.take_while(|c| is_han(*c) && !NOT_IN_NUMBER.has_char(*c));
        let name = name.take(ISSUER_CODE.get());
        let start = open_at - name.map(char::len_utf8).sum::<usize>();
        if start == open_at {
            continue;
        }
        return text.get(start..end);
    }
}

/// The number of minutes, which names no office: 〔2031〕3号.
pub fn number_of_minutes(text: &str) -> Option<String> {
    let number = squeezed(text);
    let named = format!("{}{number}", MINUTES.first());
    let whole = document_number(&named)? == named;
    (whole && !number.starts_with(is_han)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_numbers_are_found() {
        assert_eq!(document_number("国发〔2019〕4号"), Some("国发〔2019〕4号"));
        assert_eq!(
            document_number("株办〔2018〕7号《通知》"),
            Some("株办〔2018〕7号")
        );
        assert_eq!(
            document_number("《计划〔2016〕》(厅字〔2016〕52号)"),
            Some("厅字〔2016〕52号")
        );
        for text in ["〔2016〕52号", "方案〔2016年〕4号", "（2016）", "["] {
            assert_eq!(document_number(text), None, "{text}");
        }
    }

    #[test]
    fn minutes_have_numbers_without_a_name() {
        assert_eq!(
            number_of_minutes("〔2023〕 3号").as_deref(),
            Some("〔2023〕3号")
        );
        for text in ["〔2023〕3号文件", "河水〔2023〕3号", "3号"] {
            assert_eq!(number_of_minutes(text), None, "{text}");
        }
    }
}
