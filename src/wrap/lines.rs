//! Text and a setting in, lines out.

use std::borrow::Cow;

use super::setting::{Line, Setting};
use super::{fill, grade};
use crate::text::label;
use crate::width::{self, Ambiguous};

/// Sets one paragraph (a text without line ends). Every character of the text is in exactly one line, except
/// white space at a break. An empty text gives no line. Lines are filled one after the other; where that
/// leaves a line far from full or breaks a rule, a short text is looked at as a whole.
pub fn wrap(text: &str, setting: &Setting) -> Vec<Line> {
    let setting = hung(*setting, text);
    let pieces = grade::pieces(text, setting.ambiguous, setting.rules);
    match fill::greedy(&pieces, &setting) {
        (_, true) if pieces.len() <= fill::SHORT => fill::optimal(&pieces, &setting),
        (lines, _) => lines,
    }
}

/// The text of each line of a paragraph.
pub fn words<'a>(text: &'a str, setting: &Setting) -> impl Iterator<Item = &'a str> + use<'a> {
    let lines = wrap(text, setting).into_iter();
    lines.filter_map(|line| text.get(line.start..line.end))
}

/// The setting of a text: the other lines of a numbered paragraph are indented by the width of its numbering,
/// if the rules ask for it and half of a line is left.
fn hung(setting: Setting, text: &str) -> Setting {
    let label = label::hanging(text).filter(|_| setting.rules.hang_lists);
    let words = label.and_then(|length| text.get(..length));
    let rest_indent = words.map_or(setting.rest_indent, |label| {
        setting.first_indent + width::cells(label, setting.ambiguous)
    });
    if rest_indent * 2 > setting.cells {
        setting
    } else {
        Setting {
            rest_indent,
            ..setting
        }
    }
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
    use super::super::{Language, Level, Rules};
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
            ["推动建设", "《办法》", "出台"]
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
        assert_eq!(lines(text, 12), ["计划(2021-", "2023年)》"]);
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
    fn an_address_is_cut_behind_its_joints_where_much_room_would_be_left() {
        let text = "建设推动加强管理网址https://www.miit.gov.cn/index.html";
        assert_eq!(
            lines(text, 43),
            ["建设推动加强管理网址https://www.miit.gov.", "cn/index.html"]
        );
        assert_eq!(lines("加强管理a.b@miit.gov.cn", 20)[0], "加强管理");
        // What follows an address behind a comma is none: the range is not cut for less.
        let text = "www.miit.gov.cn,2021-2023年";
        assert_eq!(lines(text, 22), ["www.miit.gov.", "cn,2021-2023年"]);
    }

    #[test]
    fn signs_of_no_script_are_set_like_ideographs() {
        assert_eq!(lines("①②③④⑤⑥⑦", 4), ["①②③④", "⑤⑥⑦"]);
        assert_eq!(lines("面积100m²", 8)[1], "100m²");
    }

    #[test]
    fn a_double_dash_is_never_cut() {
        assert_eq!(lines("目标——完成", 5), ["目标", "——", "完成"]);
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

    fn with(text: &str, cells: usize, rules: Rules) -> Vec<&str> {
        let setting = Setting::plain(cells, Ambiguous::Narrow).with(rules);
        let lines = wrap(text, &setting).into_iter();
        lines.filter_map(|l| text.get(l.start..l.end)).collect()
    }

    #[test]
    fn levels_add_to_what_may_not_begin_or_end_a_line() {
        let at = |level, text, cells| {
            with(
                text,
                cells,
                Rules {
                    level,
                    ..Rules::default()
                },
            )
        };
        let text = "甲乙丙/丁戊己";
        assert_eq!(at(Level::Basic, text, 7)[0], "甲乙丙/");
        assert_eq!(at(Level::Gb, text, 7)[0], "甲乙");
        let text = "甲乙丙——丁";
        assert_eq!(at(Level::Gb, text, 6)[1], "——丁");
        assert_eq!(at(Level::Strict, text, 6)[1], "丙——丁");
    }

    #[test]
    fn small_kana_begin_a_line_at_the_basic_level_only() {
        let at = |level| {
            let language = Language::Japanese;
            with(
                "あいうァえ",
                6,
                Rules {
                    level,
                    language,
                    ..Rules::default()
                },
            )
        };
        assert_eq!(at(Level::Basic)[1], "ァえ");
        assert_eq!(at(Level::Gb)[1], "うァえ");
    }

    #[test]
    fn one_stop_mark_may_hang() {
        let hang = |text| {
            with(
                text,
                8,
                Rules {
                    hang: true,
                    ..Rules::default()
                },
            )
        };
        assert_eq!(hang("推动建设，加强"), ["推动建设，", "加强"]);
        // Not one of several marks.
        assert_eq!(hang("推动建设。”加强")[0], "推动建");
        assert_eq!(with("推动建设，加强", 8, Rules::default())[0], "推动建");
    }

    #[test]
    fn lines_of_a_list_may_stand_behind_its_numbering() {
        let rules = Rules {
            hang_lists: true,
            ..Rules::default()
        };
        let setting = Setting::plain(20, Ambiguous::Narrow).with(rules).indent();
        let indents = |text| {
            let lines = wrap(text, &setting).into_iter();
            lines.map(|l| l.indent).collect::<Vec<_>>()
        };
        assert_eq!(indents("（一）推动建设加强管理推动建设"), [2, 8]);
        assert_eq!(indents("推动建设加强管理推动建设"), [2, 0]);
    }

    #[test]
    fn languages_have_their_own_rules() {
        assert_eq!(Language::of_tag("zh-Hant-TW"), Language::Chinese);
        assert_eq!(Language::of_tag("ja-JP"), Language::Japanese);
        assert_eq!(Language::of_tag("en"), Language::Other);
        let language = Language::Other;
        let english = Rules {
            language,
            ..Rules::default()
        };
        assert_eq!(
            with("The plan (2022) ends", 11, english),
            ["The plan", "(2022) ends"]
        );
    }

    #[test]
    fn a_line_of_one_cell_still_ends() {
        assert_eq!(lines("中文", 1), ["中", "文"]);
    }

    #[test]
    fn white_space_that_does_not_fit_leaves_the_first_line_its_indent() {
        let text = "   \u{202e}々ァ一";
        let setting = Setting::plain(12, Ambiguous::Narrow).indent();
        let set = wrap(text, &setting);
        assert!(
            set.iter().all(|line| line.indent + line.cells <= 12),
            "{set:?}"
        );
    }

    #[test]
    fn the_first_line_is_indented() {
        let set = wrap(
            "推动建设加强管理推动建设加强管理",
            &Setting::plain(30, Ambiguous::Narrow).indent(),
        );
        assert_eq!((set[0].indent, set[0].cells), (4, 26));
        assert_eq!((set[1].indent, set[1].cells), (0, 6));
    }
}
