//! Lines that open a part of a document, and those that open what is annexed to it. Knows nothing of sections.

use crate::lexicon::List;
use crate::text::chars::{squeezed, squeezed_within};
use crate::text::year::year;

use super::limits;

/// Words that are the heading of a part if they are the whole line.
static PART_ALONE: List = List::new("part-heading-alone");
static PART: List = List::new("part-heading");
static PART_END: List = List::new("part-heading-end");
/// Ends of a heading that begins with a year: 2026年重点工作.
static YEAR_HEADING_END: List = List::new("end-of-year-heading");
static BEGINS_YEAR: List = List::new("begins-year");
static ANNEX: List = List::new("annex");
/// Labels of files to load: 附件下载：.
static DOWNLOAD_LABEL: List = List::new("download-label");
/// 下载, around the name of a file.
static DOWNLOADS: List = List::new("downloads");
/// Ends of names of files.
static FILE_NAME: List = List::new("file-name-end");

/// Whether a line without numbering is the heading of a part of the document, also in brackets: 【2030年工作计划】.
pub fn is_part(line: &str) -> bool {
    let inner = line
        .strip_prefix('【')
        .and_then(|line| line.strip_suffix('】'));
    let line = inner.unwrap_or(line);
    if PART_ALONE.has(&squeezed(line)) {
        return true;
    }
    let count = line.chars().count();
    let is_sentence = line.ends_with(|c: char| "。，；：、！？.,;:!?".contains(c));
    if !(3..=limits::PART_HEADING.get()).contains(&count) || is_sentence {
        return false;
    }
    let begins = |c: char| c.is_ascii_digit() || BEGINS_YEAR.has_char(c);
    let of_year = line.starts_with(begins)
        && count <= limits::YEAR_HEADING.get()
        && year(line).is_some()
        && YEAR_HEADING_END.ends(line);
    of_year || PART_END.ends(line) || PART.is_in(line)
}

/// Whether a line offers what is annexed as a file to load: 附件下载：…, 附件：分工表.xlsx. It belongs to the page.
pub fn is_download(line: &str) -> bool {
    let Some(line) = squeezed_within(line, limits::DOWNLOAD.get()) else {
        return false;
    };
    let line = line.to_ascii_lowercase();
    let bare = DOWNLOADS.trim_end(&line);
    let is_file = || FILE_NAME.ends(bare) && (ANNEX.starts(bare) || DOWNLOADS.starts(bare));
    !line.contains('。') && (DOWNLOAD_LABEL.starts(&line) || is_file())
}

/// Whether a line begins what is annexed to a document.
pub fn is_annex(line: &str) -> bool {
    if is_download(line) {
        return false;
    }
    let line = squeezed_within(line, limits::ANNEX_HEADING.get());
    line.is_some_and(|line| ANNEX.starts(&line) || ANNEX.ends(&line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_to_load_is_no_annex() {
        for line in [
            "附件下载：水库名单",
            "附件：水库名单.xlsx",
            "附件1：水库名单.DOC 下载",
            "相关附件：",
        ] {
            assert!(is_download(line) && !is_annex(line), "{line}");
        }
        for line in ["附件：水库名单", "附件1", "附录：公报.第2期"] {
            assert!(!is_download(line) && is_annex(line), "{line}");
        }
        assert!(!is_download("附件下载量增长，群众满意。") && !is_download("工作总结.docx"));
    }
}
