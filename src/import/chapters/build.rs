//! Paragraphs into sections: which lines are headings, with numbers and without. Section text is the source's, in
//! order.

use super::document::Document;
use super::lead;
use super::limits;
use super::paragraphs::{Opens, openings};
use super::rules::{Chapter, Guess, chapter_of};
use super::run_in::brief;
use super::split::{is_above_others, is_chapter, leads, short_headings};
use super::tree::{About, Builder, Headings, Key, Node, Tree};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::model::Form;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// The level of a heading without number.
fn level_of(style: Style) -> u8 {
    match style {
        Style::Heading(level) => level.clamp(1, 6),
        _ => 1,
    }
}

/// Characters of the longest heading that only a full stop separates from its text: English takes three times as many
/// as Chinese.
fn longest(text: &str) -> usize {
    if text.is_ascii() {
        3 * limits::HEADING.get()
    } else {
        limits::HEADING.get()
    }
}

/// The sections of a text.
pub fn build(lines: &[Line], about: About, doubts: &mut Vec<Doubt>) -> Tree {
    let document = Document::of(lines);
    let pieces = document.lines();
    let all = 0..pieces.len();
    let numbered = numbering_of(&document);
    let shorts = if numbered == Numbering::Chapters {
        Vec::new()
    } else {
        short_headings(pieces)
    };
    let parts = shorts.len()
        + all
            .clone()
            .filter(|at| chapter_of(&document, *at).is_some())
            .count();
    let briefs = pieces.iter().any(|line| brief(&line.text).is_some());
    let openings = match numbered {
        Numbering::Chapters => openings(&document),
        _ => Vec::new(),
    };
    let headings = match numbered {
        Numbering::Chapters => Headings::Numbered,
        Numbering::One if shorts.is_empty() && !briefs => Headings::Numbered,
        _ if parts > 0 || briefs => Headings::Inside,
        _ => Headings::Missing,
    };
    let mut builder = Builder {
        document: &document,
        tree: Tree::default(),
        stack: Vec::new(),
        doubts,
        about,
        headings,
        leads: leads(pieces),
        paragraph: 0,
        last: None,
        number: 1,
        at: 0,
        short: false,
        skipped: None,
        aside_due: false,
        guessed: Vec::new(),
        seen: Vec::new(),
    };
    for at in all {
        builder.short = shorts.contains(&at);
        builder.line(at, openings.get(at).copied().unwrap_or_default());
    }
    let Builder {
        tree,
        doubts,
        guessed,
        ..
    } = builder;
    tell_guesses(&guessed, doubts);
    tree
}

/// What numbering says of the chapters of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Numbering {
    /// There are several.
    Chapters,
    /// There is one, and it begins with the number of a first: 一、 and no 二、.
    One,
    /// There is at most a list.
    Missing,
}

/// How a document is numbered.
fn numbering_of(document: &Document) -> Numbering {
    let labels = (0..document.lines().len()).filter_map(|at| document.own_label(at));
    let mut chapters = labels.filter(|label| is_chapter(label.manner));
    match (chapters.next(), chapters.next()) {
        (Some(_), Some(_)) => Numbering::Chapters,
        (Some(one), None) if one.number == 1 && is_above_others(one.manner) => Numbering::One,
        _ => Numbering::Missing,
    }
}

/// A doubt for each line whose sentences became headings.
fn tell_guesses(guessed: &[Guess], doubts: &mut Vec<Doubt>) {
    for of_line in guessed.chunk_by(|one, next| one.number == next.number) {
        let Some(head) = of_line.first() else {
            continue;
        };
        let words: Vec<&str> = of_line.iter().map(|guess| guess.words.as_str()).collect();
        let doubt = Doubt::at(head.number, Doubted::Guessed(words.join(" ")));
        let rule = head.rule;
        doubts.push(Doubt { rule, ..doubt });
    }
}

impl Builder<'_> {
    fn line(&mut self, at: usize, opens: Opens) {
        let document = self.document;
        let Some(line) = document
            .lines()
            .get(at)
            .filter(|_| self.skipped != Some(at))
        else {
            return;
        };
        let rest = document.lines().get(at + 1..).unwrap_or_default();
        let next = rest.first();
        self.paragraph += 1;
        self.number = line.number;
        self.at = at;
        let text = line.text.as_str();
        if line.style == Style::Row {
            return self.row(line);
        }
        if self.boxed(text) {
            return;
        }
        let label = document.label(at, self.last_digit());
        let styled = matches!(line.style, Style::Heading(_) | Style::Title);
        let chapter = chapter_of(document, at).filter(|_| label.is_none());
        if self.short && label.is_none() && chapter.is_none() {
            return self.part(2, text);
        }
        if let (Some(level), Some(label)) = (document.level_of_style(at), label) {
            return self.styled(level, label, text);
        }
        if let Some(chapter) = chapter {
            return self.chapter(at, chapter, rest);
        }
        match label {
            Some(label) if self.takes(label, next) => {
                let alone = styled || self.is_above_paragraph(label, at);
                self.numbered(label, text, alone);
            }
            _ if matches!(opens, Opens::Sentence | Opens::Line) => {
                self.lead(at, opens == Opens::Line);
            }
            _ => {
                if opens == Opens::Rest {
                    self.close_leads();
                }
                self.close_list(text, rest);
                self.running(text, true, next);
            }
        }
    }

    /// A line without number that may open a chapter. Among numbered chapters it does if a site or Word marks it, if it
    /// is a sibling of other parts, or if the chapters begin again after it.
    fn chapter(&mut self, at: usize, chapter: Chapter, rest: &[Line]) {
        let text = self.document.text(at);
        let level = level_of(self.document.style(at));
        let beside = self
            .stack
            .first()
            .is_some_and(|open| open.key == Key::Part(level));
        let is_text = !self.is_free() && !self.stack.is_empty() && !beside;
        if chapter == Chapter::Annex && self.annex(at) {
            return;
        }
        if chapter == Chapter::Words && is_text && !self.starts_again(rest) {
            return self.append(text);
        }
        self.part(level, text);
    }

    /// Whether numbering at the beginning of a line is what it looks like.
    fn takes(&mut self, label: Label, next: Option<&Line>) -> bool {
        if !lead::inline(label.manner) || label.number == 1 {
            return true;
        }
        let known = self
            .seen
            .iter()
            .any(|(manner, last)| *manner == label.manner && last + 1 == label.number);
        let follows = next.and_then(|next| label::read(&next.text, None));
        known
            || follows.is_some_and(|follows| {
                follows.manner == label.manner && follows.number == label.number + 1
            })
    }

    /// A paragraph that begins with numbering.
    fn numbered(&mut self, label: Label, text: &str, alone: bool) {
        let (mark, rest) = text.split_at_checked(label.bytes).unwrap_or((text, ""));
        let rest = rest.trim_start();
        self.close_preface();
        self.check_sequence(label, text);
        let mut node = Node {
            label: mark.trim().to_owned(),
            ..Node::default()
        };
        let key = Key::Numbered(label.manner);
        let all = lead::sentences(rest);
        let first = all.first().copied().unwrap_or_default();
        let count = first.chars().count();
        let ends = first.trim_end().ends_with(['。', '！', '？', '；', ';'])
            || (first.ends_with('.') && count > limits::ENGLISH_HEADING_WITH_STOP.get());
        if alone || (!ends && all.len() <= 1 && count <= longest(rest)) {
            rest.clone_into(&mut node.heading);
            self.open(key, node, label.number);
            return;
        }
        if label.manner == Manner::Clause {
            self.open(key, node, label.number);
            return self.running(rest, false, None);
        }
        let lone = ends && count <= limits::LONE_HEADING_SENTENCE.get();
        let whole = count <= limits::HEADING_SENTENCE.get() && (all.len() > 1 || lone);
        let heading = if whole { first } else { lead::clause(first) };
        if self.about.one_line && is_chapter(label.manner) {
            return self.unmarked(key, node, label, rest, heading);
        }
        if heading.chars().count() > longest(rest) {
            // No mark shows where a heading ends.
            self.open(key, node, label.number);
            self.doubt_heading(text);
            return self.running(rest, false, None);
        }
        heading.clone_into(&mut node.heading);
        node.form = Form::RunIn;
        self.open(key, node, label.number);
        let rest = rest.get(heading.len()..).unwrap_or_default();
        self.body(rest);
    }

    /// Numbering in a document whose line ends were lost: a known heading ends where it is known to, else
    /// where the first mark is.
    fn unmarked(&mut self, key: Key, mut node: Node, label: Label, rest: &str, heading: &str) {
        static KNOWN: List = List::new("known-heading");
        let exact = KNOWN.start(rest);
        let block = !rest.contains(['。', '，', '；', '：']);
        let heading = match exact {
            Some(known) => known,
            None if block => rest,
            None => heading,
        };
        heading.clone_into(&mut node.heading);
        node.form = if block || exact.is_some() {
            Form::Block
        } else {
            Form::RunIn
        };
        if !block && !heading.ends_with('。') {
            self.doubt_heading(heading);
        }
        self.open(key, node, label.number);
        let rest = rest.get(heading.len()..).unwrap_or_default();
        self.body(rest);
    }

    fn doubt_heading(&mut self, text: &str) {
        let words: String = text.chars().take(limits::WORDS_OF_HEADING.get()).collect();
        self.doubt(Doubted::Heading(words));
    }

    fn check_sequence(&mut self, label: Label, text: &str) {
        let before = self
            .seen
            .iter()
            .position(|(manner, _)| *manner == label.manner);
        let before = before.map_or(0, |at| self.seen.swap_remove(at).1);
        self.seen.push((label.manner, label.number));
        if label.number != before + 1 && label.number > 1 {
            let words: String = text
                .chars()
                .take(limits::WORDS_OF_NUMBERING.get())
                .collect();
            self.doubt(Doubted::Numbering(words));
        }
    }

    /// The text after a heading in the same paragraph: short headings, then items.
    pub(super) fn body(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.running(text, false, None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sections of some lines, indented; `#2 ` before a line sets it as a heading.
    fn outline(lines: &[&str]) -> Vec<String> {
        let line = |text: &&str| match text.strip_prefix('#') {
            Some(styled) => Line {
                text: styled.get(2..).unwrap_or_default().to_owned(),
                style: Style::Heading(styled.get(..1).unwrap().parse().unwrap()),
                ..Line::default()
            },
            None => Line {
                text: (*text).to_owned(),
                ..Line::default()
            },
        };
        let lines: Vec<Line> = lines.iter().map(line).collect();
        let tree = build(&lines, About::default(), &mut Vec::new());
        let mut out = Vec::new();
        let mut open: Vec<(usize, usize)> = tree.roots.iter().rev().map(|at| (*at, 0)).collect();
        while let Some((at, depth)) = open.pop() {
            let node = &tree.nodes[at];
            let indent = " ".repeat(depth);
            out.push(format!("{indent}{}|{}", node.label, node.heading));
            open.extend(node.children.iter().rev().map(|at| (*at, depth + 1)));
        }
        out
    }

    #[test]
    fn chapters_without_number_hold_those_with_one() {
        let lines = [
            "“十二五”时期主要成就",
            "——实力更强。产值翻番。",
            "——民生更好。就业充分。",
            "“十三五”时期目标任务和2016年工作安排",
            "今年任务艰巨。",
            "一、兴修水利。新建水库。",
            "二、植树造林。绿化荒山。",
        ];
        let expected = [
            "|“十二五”时期主要成就",
            " ——|实力更强。",
            " ——|民生更好。",
            "|“十三五”时期目标任务和2016年工作安排",
            " 一、|兴修水利。",
            " 二、|植树造林。",
        ];
        assert_eq!(outline(&lines), expected);
    }

    #[test]
    fn no_item_of_a_list_holds_a_chapter() {
        let lines = [
            "——在全市工作会议上",
            "一、去年情况",
            "二是补短板。修路。",
            "二、今年任务",
        ];
        let expected = ["——|在全市工作会议上", "一、|去年情况", "二、|今年任务"];
        assert_eq!(outline(&lines), expected);
    }

    #[test]
    fn one_numbered_chapter_holds_what_stands_below_it() {
        let one = [
            "一、林业建设情况",
            "造林三千亩，抚育中幼林五千亩。",
            "下一步，将新建苗圃两个。",
        ];
        assert_eq!(outline(&one), ["一、|林业建设情况", "|"]);
        let below = [
            "#1 林业建设情况",
            "（一）造林绿化",
            "造林三千亩，抚育中幼林五千亩。",
            "全年没有发生火灾。",
        ];
        assert_eq!(outline(&below), ["|林业建设情况", " （一）|造林绿化"]);
        let list = ["1.造林绿化", "造林三千亩，抚育中幼林五千亩。"];
        assert_eq!(outline(&list), ["1.|造林绿化"]);
    }

    #[test]
    fn a_box_stands_beside_the_paragraphs_with_headings() {
        let lines = [
            "一、任务",
            "（一）发展海洋经济",
            "壮大海洋渔业。建设深远海养殖基地，扶持远洋船队，培育水产种业。",
            "专栏 2 蓝色粮仓工程",
            "01 种业",
            "建设良种场。",
            "02 装备",
            "更新渔船。",
            "培育滨海旅游。开发邮轮航线，建设海岛民宿，举办海洋节庆活动。",
            "（二）保护海洋环境",
        ];
        let expected = [
            "一、|任务",
            " （一）|发展海洋经济",
            "  |壮大海洋渔业。",
            "  专栏 2|蓝色粮仓工程",
            "   01|种业",
            "   02|装备",
            "  |培育滨海旅游。",
            " （二）|保护海洋环境",
        ];
        assert_eq!(outline(&lines), expected);
    }

    #[test]
    fn items_of_one_paragraph_each_end_with_the_next_paragraph() {
        let lines = [
            "一、回顾",
            "（一）农业增产。粮食丰收。",
            "（二）工业增效。利润增加。",
            "（三）服务业增收。客流回升。",
            "一年来，着重抓了以下工作：",
            "一是抓改革。放权。",
            "二是抓开放。引资。",
            "二、安排",
        ];
        let expected = [
            "一、|回顾",
            " （一）|农业增产。",
            " （二）|工业增效。",
            " （三）|服务业增收。",
            " |",
            " 一是|抓改革。",
            " 二是|抓开放。",
            "二、|安排",
        ];
        assert_eq!(outline(&lines), expected);
    }

    #[test]
    fn an_annex_takes_its_title_from_the_next_line() {
        let lines = [
            "一、总则",
            "二、附则",
            "附件2",
            "重点工程清单",
            "1.水库除险加固。",
            "2.灌区改造。",
        ];
        let expected = [
            "一、|总则",
            "二、|附则",
            "附件2|重点工程清单",
            " 1.|水库除险加固。",
            " 2.|灌区改造。",
        ];
        assert_eq!(outline(&lines), expected);
    }

    #[test]
    fn styles_say_levels_where_only_some_headings_have_numbers() {
        let lines = [
            "#1 一、基本情况",
            "#2 人口",
            "约三十万人。",
            "#1 二、主要做法",
            "#2 组织",
            "成立专班。",
        ];
        let expected = ["一、|基本情况", " |人口", "二、|主要做法", " |组织"];
        assert_eq!(outline(&lines), expected);
    }

    #[test]
    fn a_heading_behind_a_paragraph_gets_a_line() {
        let lines = [
            "一、措施",
            "（一）加强协调。建立机制。 （二）加强宣传。办好展览。",
            "二、附则",
        ];
        let expected = [
            "一、|措施",
            " （一）|加强协调。",
            " （二）|加强宣传。",
            "二、|附则",
        ];
        assert_eq!(outline(&lines), expected);
    }
}
