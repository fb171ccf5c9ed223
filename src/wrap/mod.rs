//! Text and cells in, lines out: Chinese line breaking on a grid of cells.
//!
//! A pipeline of total functions. `class` says what a character is, `grade` prices every boundary
//! between two clusters, `fill` chooses the boundaries. Base rules are UAX #14 (`icu_segmenter`,
//! strict, Chinese); the Chinese table of GB/T 15834-2011 §5.1 and the W3C's clreq stands on top.
//! Lines are byte ranges into the text; nothing is copied. It knows nothing of bulletins.

mod class;
mod fill;
mod grade;

use std::borrow::Cow;

use crate::width::{self, Ambiguous};

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Setting {
    /// Cells of a full line.
    pub cells: usize,
    /// Cells left empty at the start of the first line.
    pub first_indent: usize,
    /// Cells left empty at the start of the other lines.
    pub rest_indent: usize,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
}

impl Setting {
    /// No indents.
    pub fn plain(cells: usize, ambiguous: Ambiguous) -> Self {
        Self {
            cells,
            first_indent: 0,
            rest_indent: 0,
            ambiguous,
        }
    }

    /// 首行缩进: two characters, one in columns under 30 cells (clreq), none where a line would
    /// have no room left.
    pub fn indented(cells: usize, ambiguous: Ambiguous) -> Self {
        let first_indent = match cells {
            0..=11 => 0,
            12..=29 => 2,
            _ => 4,
        };
        Self {
            first_indent,
            ..Self::plain(cells, ambiguous)
        }
    }
}

/// A laid-out line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// Byte offset of its first character.
    pub start: usize,
    /// Byte offset past its last one; white space at a break stands between two lines.
    pub end: usize,
    /// Cells left empty before it.
    pub indent: usize,
    /// Cells of its text.
    pub cells: usize,
    /// A rule had to be broken here: a run that may not be parted is longer than the line.
    pub forced: bool,
}

/// Sets one paragraph (a text without line ends). Every character of the text stands in just one
/// line, except white space at a break. An empty text gives no line.
pub fn wrap(text: &str, setting: &Setting) -> Vec<Line> {
    let pieces = grade::pieces(text, setting.ambiguous);
    fill::greedy(&pieces, setting)
}

/// The text in at most so many cells, cut only where a line might end, so never inside a number or
/// a word if there is another place; an ellipsis marks the cut. Line ends become spaces.
pub fn cut(text: &str, cells: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    let flat: Cow<'_, str> = if text.contains('\n') {
        Cow::Owned(text.replace('\n', " "))
    } else {
        Cow::Borrowed(text)
    };
    if width::cells(&flat, ambiguous) <= cells {
        return flat;
    }
    let ellipsis = ambiguous.ellipsis();
    let room = cells.saturating_sub(width::cells(ellipsis, ambiguous));
    let first = wrap(&flat, &Setting::plain(room, ambiguous))
        .into_iter()
        .next();
    let fitting = first.filter(|line| line.cells <= room && room > 0);
    let start = fitting.and_then(|line| flat.get(line.start..line.end));
    match start {
        Some(start) => Cow::Owned(format!("{start}{ellipsis}")),
        None => Cow::Owned(width::cut(&flat, cells, ambiguous).into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, cells: usize) -> Vec<&str> {
        wrap(text, &Setting::plain(cells, Ambiguous::Narrow))
            .iter()
            .map(|line| {
                text.get(line.start..line.end)
                    .unwrap_or("not on a boundary")
            })
            .collect()
    }

    #[test]
    fn a_comma_never_starts_a_line() {
        assert_eq!(lines("推动建设,加强管理", 8), ["推动建", "设,加强", "管理"]);
        assert_eq!(
            lines("推动建设，加强管理", 8),
            ["推动建", "设，加强", "管理"]
        );
    }

    #[test]
    fn an_opening_mark_never_ends_a_line() {
        assert_eq!(
            lines("推动建设《办法》出台", 10),
            ["推动建设", "《办法》出", "台"]
        );
        assert_eq!(lines("推动建设“双千兆”", 9), ["推动建设", "“双千兆”"]);
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        assert_eq!(lines("数据达6700万余条", 12), ["数据达", "6700万余条"]);
        assert_eq!(lines("增长百分之5.6%以上", 12), ["增长百分之", "5.6%以上"]);
        assert_eq!(
            lines("全国建设项目超1800个", 18),
            ["全国建设项目超", "1800个"]
        );
    }

    #[test]
    fn a_range_of_years_is_cut_behind_its_hyphen_before_a_number_is() {
        let text = "计划(2021-2023年)》";
        assert_eq!(lines(text, 12), ["计划", "(2021-", "2023年)》"]);
        assert_eq!(lines(text, 15), ["计划", "(2021-2023年)》"]);
    }

    #[test]
    fn spaces_of_any_kind_never_part_a_mark_from_its_clause() {
        for space in [" ", "\u{3000}", " \u{3000}", "\u{3000} "] {
            let text = format!("推动建设{space}：加强");
            let second = lines(&text, 9)[1];
            assert!(second.starts_with(&format!("设{space}：")), "{second}");
        }
    }

    #[test]
    fn a_plus_sign_stays_with_what_it_follows() {
        assert_eq!(
            lines("推进5G﹢工业互联网", 8),
            ["推进", "5G﹢工业", "互联网"]
        );
    }

    #[test]
    fn a_latin_word_is_cut_only_when_it_is_longer_than_the_line() {
        assert_eq!(lines("发展IMS网络", 8), ["发展IMS", "网络"]);
        assert_eq!(
            lines("Internationalization", 8),
            ["Internat", "ionaliza", "tion"]
        );
    }

    #[test]
    fn a_double_dash_is_never_cut() {
        assert_eq!(lines("目标——完成", 5), ["目标", "——完", "成"]);
    }

    #[test]
    fn spaces_at_a_break_belong_to_no_line() {
        assert_eq!(lines("read the bulletin", 8), ["read the", "bulletin"]);
    }

    #[test]
    fn a_cut_does_not_go_through_a_number() {
        let cut = |cells| cut("建成二级节点166个", cells, Ambiguous::Narrow).into_owned();
        assert_eq!(cut(17), "建成二级节点166个");
        assert_eq!(cut(15), "建成二级节点…");
        assert_eq!(cut(1), "…");
    }

    #[test]
    fn a_line_of_one_cell_still_ends() {
        assert_eq!(lines("中文", 1), ["中", "文"]);
    }

    #[test]
    fn the_first_line_is_indented() {
        let set = wrap(
            "推动建设加强管理推动建设加强管理",
            &Setting::indented(30, Ambiguous::Narrow),
        );
        assert_eq!((set[0].indent, set[0].cells), (4, 26));
        assert_eq!((set[1].indent, set[1].cells), (0, 6));
    }
}
