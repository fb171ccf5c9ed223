//! Paragraphs into sections: which lines are headings, with numbers and without. Section text is the source's, in
//! order.

use super::boxes::{box_item, box_label};
use super::document::Document;
use super::layout_rules::Layout;
use super::lead;
use super::limits;
use super::line_rules::{Facts, Is, is};
use super::numbered_rules::{Extent, Numbered, Place, extent};
use super::paragraphs::{Opens, openings};
use super::rules::{Chapter, Guess, chapter_of};
use super::tree::{About, Builder, Headings, Key, Node, Tree};
use super::unnumbered::leads;
use crate::import::doubt::{Doubt, Doubted};
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::model::Form;
use crate::text::chars::squeezed;
use crate::text::label::Label;

/// The level of a heading without number.
fn level_of(style: Style) -> u8 {
    match style {
        Style::Heading(level) => level.clamp(1, 6),
        _ => 1,
    }
}

/// Whether a line is a heading that closes a document: 结语. It never is text of the chapter above it.
fn closes(text: &str) -> bool {
    static CLOSING: List = List::new("closing-part");
    CLOSING.has(&squeezed(text))
}

/// The sections of a text.
pub fn build(lines: &[Line], about: About, doubts: &mut Vec<Doubt>) -> Tree {
    let document = Document::of(lines);
    let layout = Layout::of(&document);
    let openings = openings_of(&document, &layout);
    let mut builder = Builder::new(&document, layout.headings(), about, doubts);
    for at in 0..document.lines().len() {
        builder.short = layout.shorts.binary_search(&at).is_ok();
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

/// What each line opens among the paragraphs around it: nothing outside of numbered chapters.
fn openings_of(document: &Document, layout: &Layout) -> Vec<Opens> {
    if layout.has_chapters() {
        openings(document)
    } else {
        Vec::new()
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

impl<'a> Builder<'a> {
    /// Before the first line of a document.
    fn new(
        document: &'a Document,
        headings: Headings,
        about: About,
        doubts: &'a mut Vec<Doubt>,
    ) -> Self {
        Self {
            document,
            tree: Tree::default(),
            stack: Vec::new(),
            doubts,
            about,
            headings,
            leads: leads(document),
            paragraph: 0,
            last: None,
            number: 1,
            at: 0,
            short: false,
            skipped: None,
            aside_due: false,
            guessed: Vec::new(),
            seen: Vec::new(),
        }
    }
}

impl Builder<'_> {
    /// What is asked of the line at hand.
    fn facts(&self, at: usize, opens: Opens) -> Facts {
        let (document, text) = (self.document, self.document.text(at));
        let label = document.label(at, self.last_digit());
        let chapter = chapter_of(document, at).filter(|_| label.is_none());
        let in_box = self.stack.iter().any(|open| open.key == Key::Box);
        Facts {
            row: document.style(at) == Style::Row,
            box_label: box_label(text),
            box_item: box_item(text).filter(|_| in_box),
            short: self.short,
            label,
            taken: label.filter(|label| self.takes(*label)),
            level: document.level_of_style(at),
            within: chapter == Some(Chapter::Words) && !closes(text) && self.is_within(at),
            chapter,
            opens,
        }
    }

    fn line(&mut self, at: usize, opens: Opens) {
        let document = self.document;
        let Some(line) = document
            .lines()
            .get(at)
            .filter(|_| self.skipped != Some(at))
        else {
            return;
        };
        self.paragraph += 1;
        (self.number, self.at) = (line.number, at);
        let text = line.text.as_str();
        let facts = self.facts(at, opens);
        let bytes = |of: Option<usize>| of.unwrap_or_default();
        match (is(&facts), facts.label) {
            (Some(Is::Row), _) => self.row(line),
            (Some(Is::Box), _) => self.boxed(Key::Box, bytes(facts.box_label), text),
            (Some(Is::BoxItem), _) => self.boxed(Key::BoxItem, bytes(facts.box_item), text),
            (Some(Is::Short), _) => self.part(2, text),
            (Some(Is::Styled), Some(label)) => {
                self.styled(facts.level.unwrap_or(1), label, text);
            }
            (Some(Is::Annex), _) => self.annex(at),
            (Some(Is::Paragraph), _) => self.append(text),
            (Some(Is::Chapter), _) => self.chapter(at, level_of(line.style)),
            (Some(Is::Numbered), Some(label)) => self.numbered(label, text),
            (Some(Is::LeadLine), _) => self.lead(at, true),
            (Some(Is::LeadSentence), _) => self.lead(at, false),
            (is, _) => {
                if is == Some(Is::Rest) {
                    self.close_leads();
                }
                self.close_list(text);
                self.running(text, true, document.lines().get(at + 1));
            }
        }
    }

    /// Whether a line stands among numbered chapters that it may be text of: none of the parts beside it has no number,
    /// and the chapters do not begin again after it.
    fn is_within(&self, at: usize) -> bool {
        let level = level_of(self.document.style(at));
        let top = self.stack.first();
        let beside = top.is_some_and(|open| open.key == Key::Part(level));
        !self.is_free() && top.is_some() && !beside && !self.starts_again()
    }

    /// Whether numbering at the beginning of a line is what it looks like.
    fn takes(&self, label: Label) -> bool {
        if !lead::inline(label.manner) || label.number == 1 {
            return true;
        }
        let known = self
            .seen
            .iter()
            .any(|(manner, last)| *manner == label.manner && last + 1 == label.number);
        let follows = self.document.own_label(self.at + 1);
        known
            || follows.is_some_and(|follows| {
                follows.manner == label.manner && follows.number == label.number + 1
            })
    }

    /// What is asked of a numbered paragraph: its words are those behind the numbering.
    fn asked(&self, label: Label, words: &str) -> Numbered {
        let styled = matches!(
            self.document.style(self.at),
            Style::Heading(_) | Style::Title
        );
        let place = if styled {
            Place::Styled
        } else if self.is_above_paragraph(label, self.at) {
            Place::AboveParagraph
        } else if self.about.one_line {
            Place::OfOneLine
        } else {
            Place::Plain
        };
        Numbered::of(words, label.manner, place)
    }

    /// A paragraph that begins with numbering.
    fn numbered(&mut self, label: Label, text: &str) {
        let (mark, rest) = text.split_at_checked(label.bytes).unwrap_or((text, ""));
        let rest = rest.trim_start();
        let asked = self.asked(label, rest);
        self.close_preface();
        self.check_sequence(label, text);
        let mut node = Node {
            label: mark.trim().to_owned(),
            ..Node::default()
        };
        let key = Key::Numbered(label.manner);
        let first = asked.first_sentence(rest);
        let (extent, rule) = extent(&asked);
        let heading = match extent {
            Extent::Line => rest,
            Extent::Nothing | Extent::Unmarked => "",
            Extent::Known => {
                return self.unmarked(key, node, label, rest, (asked.heading(rest), rule));
            }
            Extent::Sentence => first,
            Extent::Clause => lead::clause(first),
        };
        heading.clone_into(&mut node.heading);
        if matches!(extent, Extent::Sentence | Extent::Clause) {
            node.form = Form::RunIn;
        }
        self.open(key, node, label.number);
        if extent == Extent::Unmarked {
            self.doubt_heading(text, rule);
        }
        self.body(rest.get(heading.len()..).unwrap_or_default());
    }

    /// Numbering in a document whose line ends were lost: a known heading ends where it is known to, else
    /// where the first mark is.
    fn unmarked(
        &mut self,
        key: Key,
        mut node: Node,
        label: Label,
        rest: &str,
        (heading, rule): (&str, &'static str),
    ) {
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
            self.doubt_heading(heading, rule);
        }
        self.open(key, node, label.number);
        let rest = rest.get(heading.len()..).unwrap_or_default();
        self.body(rest);
    }

    fn doubt_heading(&mut self, text: &str, rule: &'static str) {
        let words: String = text.chars().take(limits::WORDS_OF_HEADING.get()).collect();
        let doubt = Doubt::at(self.number, Doubted::Heading(words));
        self.doubts.push(doubt.by(rule));
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

/// Documents of the examples of rules, and what is asked at a line of them.
#[cfg(test)]
pub mod sample {
    use super::*;
    use crate::import::chapters::close_rules::Closing;
    use crate::import::genre::Genre;

    /// Lines: signs `#` set one as a heading of that level, a tab makes it a row; what stands between stars at the
    /// beginning is in bold.
    pub fn lines(lines: &[String]) -> Vec<Line> {
        let line = |line: &String| {
            let text = line.trim_start_matches('#');
            let style = match u8::try_from(line.len() - text.len()).unwrap() {
                0 if text.contains('\t') => Style::Row,
                0 => Style::Plain,
                level => Style::Heading(level),
            };
            let bold = text.strip_prefix('*').and_then(|text| text.split_once('*'));
            Line {
                bold: bold.map_or(0, |(bold, _)| bold.len()),
                text: bold.map_or(text.to_owned(), |(bold, rest)| format!("{bold}{rest}")),
                style,
                ..Line::default()
            }
        };
        lines.iter().map(line).collect()
    }

    pub fn document(of: &[String]) -> Document {
        Document::of(&lines(of))
    }

    /// What is asked at a line, once those before it are in the tree.
    fn at<T>(lines: &[String], at: usize, ask: impl Fn(&Builder<'_>, Opens) -> T) -> T {
        let document = document(lines);
        let layout = Layout::of(&document);
        let openings = openings_of(&document, &layout);
        let about = About {
            one_line: lines.len() == 1,
            // The first line may be the title of minutes.
            genre: match lines.first().map(|line| Genre::of(line)) {
                Some(Genre::Minutes) => Genre::Minutes,
                _ => Genre::Report,
            },
            ..About::default()
        };
        let mut doubts = Vec::new();
        let mut builder = Builder::new(&document, layout.headings(), about, &mut doubts);
        let opens = |line: usize| openings.get(line).copied().unwrap_or_default();
        for line in 0..at {
            builder.line(line, opens(line));
        }
        builder.short = layout.shorts.contains(&at);
        builder.at = at;
        ask(&builder, opens(at))
    }

    pub fn facts(lines: &[String], line: usize) -> Facts {
        at(lines, line, |builder, opens| builder.facts(line, opens))
    }

    pub fn closing(lines: &[String], line: usize) -> Closing {
        at(lines, line, |builder, _| {
            builder.closing(builder.document.text(line))
        })
    }

    pub fn numbered(lines: &[String], line: usize) -> Numbered {
        at(lines, line, |builder, _| {
            let text = builder.document.text(line);
            let label = builder.document.own_label(line).unwrap();
            builder.asked(label, text.split_at(label.bytes).1.trim_start())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sections of some lines, indented; signs `#` before a line set it as a heading.
    fn outline(lines: &[&str]) -> Vec<String> {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let lines = sample::lines(&lines);
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
            "#林业建设情况",
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
            "#一、基本情况",
            "##人口",
            "约三十万人。",
            "#二、主要做法",
            "##组织",
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
