//! Which line of a head is the title by itself, as rules over its lines. Knows nothing of what the other lines are.

use super::limits;
use super::lines::Lines;
use super::masthead::is_issue_of_gazette;
use super::metadata::is_row;
use super::wording::{is_place_and_day, is_rest_of_place, without_note, without_site};
use crate::import::clean::furniture::{is_caption, is_page_label, is_path, is_related, is_toolbar};
use crate::import::clean::wraps::is_with_number;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::text::chars::{is_han, letters, squeezed};
use crate::text::date::date;

/// What documents are called: titles end in it.
static DOCUMENT: List = List::new("document");

static MEETING: List = List::new("meeting");
/// 一图读懂, with which begins what tells of a document.
static PICTURES: List = List::new("tells-of-document");

/// The lines among which the title is looked for.
#[derive(Debug, Default)]
pub struct Candidates {
    lines: Lines,
    /// The letters of the title that the page itself gives.
    front: String,
}

/// Which of the lines for which a rule holds is the title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pick {
    First,
    Last,
    /// The first, or a later one that holds it whole.
    Fullest,
}

/// Asked of the lines one rule after the other: a line for which the first of them holds is the title.
const TITLE: &[Rule<Candidates, Pick>] = &[
    Rule {
        name: "line-that-page-calls-title",
        when: |all, at| all.front.chars().count() >= 6 && letters(all.lines.line(at)) == all.front,
        then: Pick::First,
        example: "title: 谱写河口水利新篇章\n河口要闻\n> 谱写河口水利新篇章",
        counter: "title: 工作动态\n> 工作动态",
    },
    Rule {
        name: "below-masthead",
        when: |all, at| {
            let masthead = all.lines.masthead();
            !masthead.is_empty() && at == masthead.end && may_be_title(&all.lines, at)
        },
        then: Pick::First,
        example: "水利工作动态\n第17期\n> 节水工作取得新成效",
        counter: "水利工作动态\n> 节水工作取得新成效",
    },
    Rule {
        // Other titles on the page, of pictures and of news, are further above.
        name: "whole-title-near-place-and-day",
        when: |all, at| {
            let below = at + 1..=at + 3;
            all.lines.feature(at).length > 8
                && ends_like_title(&all.lines, at)
                && below.into_iter().any(|at| is_place(&all.lines, at))
        },
        then: Pick::Last,
        example: "图说河口县政府工作报告\n> 2023年河口县政府工作报告\n来源：河口日报\n2023年1月9日在河口县第九届人民代表大会上",
        counter: "> 2023年河口县政府工作报告\n2023年1月9日",
    },
    Rule {
        name: "ends-like-title",
        when: |all, at| ends_like_title(&all.lines, at),
        then: Pick::Fullest,
        example: "2023年河口县政府工作报告",
        counter: "一、2023年工作总结",
    },
    Rule {
        name: "above-place-and-day",
        when: |all, at| is_place(&all.lines, at + 1) && may_be_title(&all.lines, at),
        then: Pick::First,
        example: "> 谱写河口水利新篇章\n2023年1月9日在河口县第九届人民代表大会上",
        counter: "> 谱写河口水利新篇章\n2023年1月9日",
    },
];

/// What says of a line that it is no title.
const NO_TITLE: &[Rule<Lines, ()>] = &[
    Rule {
        name: "no-length-of-title",
        when: |lines, at| {
            let lengths = 4..=limits::TITLE_LINE.get();
            !lengths.contains(&lines.feature(at).length)
        },
        then: (),
        example: "报告",
        counter: "水利报告",
    },
    Rule {
        name: "sentence-or-its-part",
        when: |lines, at| {
            let ends = ['。', '：', '；', '，', ':', ',', '！'];
            lines.feature(at).ends_in(&ends) || lines.line(at).contains('。')
        },
        then: (),
        example: "现提出如下意见：",
        counter: "节水工作意见",
    },
    Rule {
        name: "numbered",
        when: |lines, at| lines.feature(at).label.is_some(),
        then: (),
        example: "二、2023年工作计划",
        counter: "2023年工作计划",
    },
    Rule {
        name: "office",
        when: |lines, at| lines.feature(at).is_office,
        then: (),
        example: "河口县水务局",
        counter: "河口县水务局工作总结",
    },
    Rule {
        name: "lone-number",
        when: |lines, at| is_with_number(lines.line(at)),
        then: (),
        example: "01 工作计划",
        counter: "2023年工作计划",
    },
    Rule {
        name: "row-of-metadata",
        when: |lines, at| is_row(lines.line(at)),
        then: (),
        example: "名称：关于节水的意见",
        counter: "关于节水的意见",
    },
    Rule {
        name: "label-of-page",
        when: |lines, at| is_page_label(lines.line(at)),
        then: (),
        example: "来源：河口县年度公报",
        counter: "河口县年度公报",
    },
    Rule {
        name: "path-of-page",
        when: |lines, at| is_path(lines.line(at)),
        then: (),
        example: "首页 > 政务公开 > 工作总结",
        counter: "河口县工作总结",
    },
    Rule {
        name: "heading-of-other-pages",
        when: |lines, at| is_related(lines.line(at)),
        then: (),
        example: "【相关阅读】",
        counter: "相关阅读推广方案",
    },
    Rule {
        name: "toolbar",
        when: |lines, at| is_toolbar(lines.line(at)),
        then: (),
        example: "分享 收藏 打印",
        counter: "打印设备更新方案",
    },
    Rule {
        name: "caption",
        when: |lines, at| is_caption(lines.line(at)),
        then: (),
        example: "图为会议现场审议工作报告",
        counter: "河口县工作报告",
    },
    Rule {
        // 上篇：…: what stands behind it is another document.
        name: "behind-short-label",
        when: |lines, at| {
            let label = lines.line(at).split_once(['：', ':']);
            label.is_some_and(|(label, _)| label.chars().count() <= 2)
        },
        then: (),
        example: "上篇：河口县节水工作方案",
        counter: "河口县水务局：节水工作方案",
    },
    Rule {
        name: "picture-of-document",
        when: |lines, at| PICTURES.starts(lines.line(at)),
        then: (),
        example: "一图读懂河口县政府工作报告",
        counter: "河口县视频会议工作方案",
    },
    Rule {
        name: "masthead",
        when: |lines, at| lines.masthead().contains(&at),
        then: (),
        example: "> 督 查 通 报\n第17期\n河口县政府督查室　2023年3月2日\n关于节水情况的通报",
        counter: "> 督 查 通 报\n河口县政府督查室　2023年3月2日\n现将节水情况通报如下。",
    },
    Rule {
        name: "issue-of-gazette",
        when: |lines, at| is_issue_of_gazette(lines.line(at)),
        then: (),
        example: "河口县人民政府公报　2031年第2期",
        counter: "河口县2031年水资源公报",
    },
    Rule {
        name: "place-and-day",
        when: |lines, at| {
            let line = lines.line(at);
            is_place_and_day(line) || is_rest_of_place(lines.before(at), line)
        },
        then: (),
        example: "在河口县水利工作会议上",
        counter: "河口县水利工作会议公报",
    },
    Rule {
        name: "day-and-time",
        when: |lines, at| {
            let line = lines.line(at);
            let mut marks = line.split([':', '：']).skip(1);
            let clock = marks.any(|after| after.starts_with(|c: char| c.is_ascii_digit()));
            clock && date(line).is_some()
        },
        then: (),
        example: "原创 河口水务 2023年3月2日 08:30 江州",
        counter: "河口县2023年3月水利工作总结",
    },
];

/// Whether a line ends as titles do, and is none of what is no title.
fn ends_like_title(lines: &Lines, at: usize) -> bool {
    let line = squeezed(without_note(lines.line(at)));
    let line = without_remark(&line);
    let words = line.trim_end_matches(['》', '”', '"']);
    lines.feature(at).length >= 6 && DOCUMENT.ends(words) && may_be_title(lines, at)
}

/// Whether nothing of a line says that it is no title.
fn may_be_title(lines: &Lines, at: usize) -> bool {
    first(NO_TITLE, lines, at).is_none()
}

/// Whether a line and the one after it are two slogans above where a report was given: 锚定目标　勇毅前行⏎奋力谱写新篇章.
/// The first is as long as the second, or of two parts: a shorter one may be the name of a site or of what it is for.
pub fn is_first_slogan(lines: &Lines, at: usize) -> bool {
    let (words, below) = (lines.line(at), lines.line(at + 1));
    let is_slogan = |at: usize| {
        may_be_title(lines, at) && !DOCUMENT.is_in(lines.line(at)) && !has_marks(lines.line(at))
    };
    let in_parts = words
        .split_whitespace()
        .all(|part| part.chars().count() >= 4)
        && words.split_whitespace().count() == 2;
    is_place(lines, at + 2)
        && is_slogan(at)
        && is_slogan(at + 1)
        && !MEETING.is_in(words)
        && (in_parts || words.chars().count() >= below.chars().count())
}

/// Whether a line holds marks that slogans have not: brackets, digits.
fn has_marks(line: &str) -> bool {
    line.contains(|c: char| c.is_ascii() && !c.is_whitespace() || "（）《》：".contains(c))
}

/// Whether a line says where a report was given, with the line after it or alone.
fn is_place(lines: &Lines, at: usize) -> bool {
    let line = lines.line(at);
    is_place_and_day(line) || is_rest_of_place(line, lines.line(at + 1))
}

/// A title without the remark in brackets behind it: 工作报告（摘要）.
fn without_remark(title: &str) -> &str {
    let open = title
        .strip_suffix(['）', ')'])
        .and_then(|words| words.rsplit_once(['（', '(']));
    open.filter(|(_, remark)| remark.chars().count() <= 5 && remark.chars().all(is_han))
        .map_or(title, |(title, _)| title)
}

/// The line that is the title, if one is by itself. `front` is the title that the page gives.
pub fn title(lines: Lines, front: Option<&str>) -> (Lines, Option<usize>) {
    let end = lines.end();
    let end = (0..end).find(|at| lines.is_text(*at)).unwrap_or(end);
    let all = Candidates {
        front: front.map_or_else(String::new, |front| letters(&without_site(front))),
        lines,
    };
    let title = TITLE.iter().find_map(|rule| {
        let mut found = (0..end).filter(|at| (rule.when)(&all, *at));
        // A remark behind it makes no title fuller.
        let words = |at: usize| letters(without_remark(all.lines.line(at)));
        match rule.then {
            Pick::First => found.next(),
            Pick::Last => found.next_back(),
            Pick::Fullest => {
                let title = found.next()?;
                let fuller = found.fold((title, words(title)), |(title, known), at| {
                    let words = words(at);
                    let holds = words.len() > known.len() && words.contains(&known);
                    if holds { (at, words) } else { (title, known) }
                });
                Some(fuller.0)
            }
        }
    });
    (all.lines, title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::Line;
    use crate::import::rule::{check, check_at};

    fn lines(words: Vec<String>) -> Lines {
        let line = |text| Line {
            text,
            ..Line::default()
        };
        Lines::of(&words.into_iter().map(line).collect::<Vec<_>>())
    }

    #[test]
    fn every_rule_has_its_examples() {
        check(NO_TITLE, lines);
        check_at(TITLE, |mut words, at| {
            let page = words
                .first()
                .and_then(|first| first.strip_prefix("title: "));
            let front = page.map(letters);
            if front.is_some() {
                words.remove(0);
            }
            let at = at - usize::from(front.is_some());
            let all = Candidates {
                front: front.unwrap_or_default(),
                lines: lines(words),
            };
            (all, at)
        });
    }

    #[test]
    fn the_line_that_holds_another_whole_is_the_title() {
        let words = ["政府工作报告", "2023年河口县政府工作报告", "节水工作方案"];
        let (_, found) = title(lines(words.map(str::to_owned).into()), None);
        assert_eq!(found, Some(1));
        let words = ["河口县政府工作报告", "河口县政府工作报告（全文）"];
        let (_, found) = title(lines(words.map(str::to_owned).into()), None);
        assert_eq!(found, Some(0));
    }
}
