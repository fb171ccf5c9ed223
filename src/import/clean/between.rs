//! Short lines between the paragraphs of a text that are none of it: captions, who wrote and who photographed, tools of a
//! page. Told by what they are and by what stands around them, as rules; a heading stands there, too.

use std::collections::HashMap;

use super::furniture::is_toolbar;
use super::limits;
use crate::import::doubt::Why;
use crate::import::line::{Line, Style};
use crate::import::office::is_organ;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::text::chars::is_han;
use crate::text::label;

/// How many short lines may stand between two paragraphs.
const LINES_BETWEEN: usize = 6;

/// Characters that a sentence has at least: fewer may be the value of a field.
const SHORTEST_SENTENCE: usize = 8;

/// The short lines of a document that stand between paragraphs.
#[derive(Debug, Default)]
pub struct Between {
    /// Their words; None for any other line.
    lines: Vec<Option<String>>,
    /// How many lines of the document begin with a sign.
    signs: HashMap<char, usize>,
}

/// What may be told of a line between paragraphs.
const RULES: &[Rule<Between, Why>] = &[
    Rule {
        name: "caption-with-number",
        when: |all, at| is_numbered_caption(all.text(at)),
        then: Why::Caption,
        example: "图2 会场一角",
        counter: "图2 2030—2031年粮食产量",
    },
    Rule {
        name: "place-of-picture",
        when: |all, at| PLACES.starts(all.text(at)),
        then: Why::Caption,
        example: "上图：会场一角",
        counter: "下图书馆藏书下乡",
    },
    Rule {
        // Several lines with one sign are headings or items.
        name: "caption-with-sign",
        when: |all, at| {
            let sign = all.text(at).chars().next();
            let lone = |sign: char| all.signs.get(&sign) == Some(&1);
            sign.is_some_and(|sign| SIGNS.has_char(sign) && lone(sign))
        },
        then: Why::Caption,
        example: "▲会场一角",
        counter: "> ▲产业更强\n▲生态更美",
    },
    Rule {
        name: "who-made-it",
        when: |all, at| names_makers(all.text(at)),
        then: Why::Caption,
        example: "责任编辑：张某 李某某",
        counter: "审核：事项清单、办理时限",
    },
    Rule {
        name: "tool-of-page",
        when: |all, at| {
            let text = all.text(at);
            is_toolbar(text) || TOOLS.has(without_count(text))
        },
        then: Why::Site,
        example: "点赞 128",
        counter: "点赞环卫工人",
    },
];

static PLACES: List = List::new("place-of-picture");
static SIGNS: List = List::new("sign-of-caption");
static MAKERS: List = List::new("maker");
static TOOLS: List = List::new("tool-of-page");
/// 图, before the number of a picture.
static PICTURE: List = List::new("picture");
/// An ideograph that is printed for a bar: 丨.
static BAR: List = List::new("title-bar");

impl Between {
    /// Looks at the lines of a document.
    pub fn of(lines: &[Line]) -> Self {
        let mut signs: HashMap<char, usize> = HashMap::new();
        for sign in lines.iter().filter_map(|line| line.text.chars().next()) {
            if SIGNS.has_char(sign) {
                *signs.entry(sign).or_default() += 1;
            }
        }
        // How many lines ago the last paragraph was, from above and from below.
        let above = distances(lines.iter());
        let mut below = distances(lines.iter().rev());
        below.reverse();
        let short = |(at, line): (usize, &Line)| {
            let near = |distances: &[usize]| distances.get(at).is_some_and(|d| *d <= LINES_BETWEEN);
            let between = is_short(line) && near(&above) && near(&below);
            between.then(|| line.text.clone())
        };
        Self {
            lines: lines.iter().enumerate().map(short).collect(),
            signs,
        }
    }

    /// Why a line is none of the text; None if nothing tells.
    pub fn why(&self, at: usize) -> Option<Why> {
        self.lines.get(at)?.as_ref()?;
        first(RULES, self, at).map(|rule| rule.then)
    }

    fn text(&self, at: usize) -> &str {
        let line = self.lines.get(at).and_then(Option::as_deref);
        line.unwrap_or_default()
    }
}

/// For each line, how many short lines stand between it and the paragraph before it.
fn distances<'l>(lines: impl Iterator<Item = &'l Line>) -> Vec<usize> {
    let mut last = usize::MAX;
    let step = |line: &Line| {
        let own = last;
        last = if is_paragraph(line) {
            0
        } else if is_short(line) {
            last.saturating_add(1)
        } else {
            usize::MAX
        };
        own
    };
    lines.map(step).collect()
}

/// Whether a line is a paragraph of running text, or one with a number.
fn is_paragraph(line: &Line) -> bool {
    let long = line.text.chars().nth(limits::PARAGRAPH.get()).is_some();
    let ended = long && line.text.ends_with(['。', '；', '！', '：', '”', '）']);
    // 重点做好以下工作： is text, however short.
    let sentence = line.text.chars().nth(SHORTEST_SENTENCE).is_some();
    let ended = ended || sentence && line.text.ends_with(['。', '：']);
    line.style == Style::Plain && (ended || label::read(&line.text, None).is_some())
}

/// Whether a line is short, ends no sentence and has no number.
fn is_short(line: &Line) -> bool {
    line.style == Style::Plain
        && line.text.chars().nth(limits::SHORT_LINE.get()).is_none()
        && !line.text.ends_with(['。', '；', '：', '，'])
        && label::read(&line.text, None).is_none()
}

/// Whether a line is the number of a picture and what it shows: 图2 会场一角. A chart names years.
fn is_numbered_caption(text: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let number = PICTURE
        .strip_start(text)
        .filter(|rest| rest.starts_with(digit));
    let words = number.map(|rest| rest.trim_start_matches(digit));
    words.is_some_and(|words| {
        words.starts_with([' ', '　', '：', ':', '.', '．']) && !words.contains(digit)
    })
}

/// Whether a line says who made a picture or a page, and nothing else: 摄影：张某, 责任编辑丨张某 李某.
fn names_maker(text: &str) -> bool {
    let words = text.trim_matches(['（', '）', '(', ')', '【', '】']);
    let Some(rest) = MAKERS.strip_start(words) else {
        return false;
    };
    let mark = |c: char| c.is_whitespace() || "：:/|｜".contains(c) || BAR.has_char(c);
    let names = rest.trim_start_matches(mark);
    let is_name = |name: &str| {
        let short = (2..=4).contains(&name.chars().count()) && name.chars().all(is_han);
        short || is_organ(name)
    };
    names.len() < rest.len()
        && !names.is_empty()
        && names.split_whitespace().count() <= 3
        && names.split_whitespace().all(is_name)
}

/// Whether a line says so of several, a gap between them: 整理：张某　　审核：李某.
pub fn names_makers(text: &str) -> bool {
    let mut parts = text.split(['　', '\t']).flat_map(|part| part.split("  "));
    let mut named = false;
    let all = parts.all(|part| {
        let part = part.trim();
        named |= !part.is_empty();
        part.is_empty() || names_maker(part)
    });
    named && all
}

/// A line without the number behind it: 点赞 128, 赞(12).
fn without_count(text: &str) -> &str {
    text.trim_end_matches(|c: char| {
        c.is_ascii_digit() || c.is_whitespace() || "()（）+".contains(c)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check_at;

    const PARAGRAPH: &str = "全县新建水库三座，改造堤防一百公里，受益人口明显增加，群众普遍满意。";

    fn between(lines: &[&str]) -> Between {
        let line = |text: &&str| Line {
            text: (*text).to_owned(),
            ..Line::default()
        };
        Between::of(&lines.iter().map(line).collect::<Vec<_>>())
    }

    #[test]
    fn rules_hold_for_their_examples() {
        check_at(RULES, |lines, at| {
            let mut all = vec![PARAGRAPH];
            all.extend(lines.iter().map(String::as_str));
            all.push(PARAGRAPH);
            (between(&all), at + 1)
        });
    }

    #[test]
    fn only_lines_between_paragraphs_are_told() {
        let why = |lines: &[&str]| between(lines).why(1);
        assert_eq!(
            why(&[PARAGRAPH, "摄影：张某", PARAGRAPH]),
            Some(Why::Caption)
        );
        assert_eq!(
            why(&[PARAGRAPH, "摄影：张某", "收藏", PARAGRAPH]),
            Some(Why::Caption)
        );
        assert_eq!(
            why(&[PARAGRAPH, "图1 会场一角", "今年着重抓好以下工作："]),
            Some(Why::Caption)
        );
        assert_eq!(why(&["水利", "摄影：张某", PARAGRAPH]), None);
        assert_eq!(
            why(&[PARAGRAPH, "摄影：张某", "一、水利建设"]),
            Some(Why::Caption)
        );
        assert_eq!(why(&[PARAGRAPH, "摄影：张某", "水利建设"]), None);
        for heading in ["水利建设", "摄影艺术节", "收藏文物", "编辑部建设"] {
            assert_eq!(why(&[PARAGRAPH, heading, PARAGRAPH]), None, "{heading}");
        }
    }
}
