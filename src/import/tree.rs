//! Paragraphs into sections: numbering makes levels by the order in which its manners appear, headings without
//! numbers by their rank. Section text is the source's, in order.

use crate::model::{Form, Kind, Year};

use super::doubt::{Doubt, Doubted};
use super::kind::{self, Genre, is_annex, is_part};
use super::lead;
use super::numbering::{self, Label, Manner};
use super::raw::{Line, Style};

/// Longest heading that is told from its text only by a full stop.
const HEADING: usize = 60;
/// Longest first sentence of an item that is its heading as a whole.
const SENTENCE: usize = 48;
/// Sentences that are looked at for the second item of a list.
const AHEAD: usize = 80;
/// How deep sections may stand in each other.
const DEEPEST: usize = 12;

/// A section in the making.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// Numbering as written.
    pub label: String,
    /// Heading as written.
    pub heading: String,
    /// How it stands.
    pub form: Form,
    /// Its own kind; None for its parent's.
    pub kind: Option<Kind>,
    /// Its own year; None for its parent's.
    pub year: Option<Year>,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Subsections, by place in the tree.
    pub children: Vec<usize>,
    /// Line of the source.
    pub number: usize,
}

/// Sections in reading order.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// All of them.
    pub nodes: Vec<Node>,
    /// Those at the top.
    pub roots: Vec<usize>,
}

/// What opened a section: the same again opens a sibling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// 简报一。
    Brief,
    /// A heading without number, by its level.
    Part(u8),
    /// A sentence that announces what follows.
    Topic,
    /// A sentence that opens a theme.
    Theme,
    /// Numbering.
    Numbered(Manner),
    /// 在…方面，
    Group,
    /// A short sentence that the next ones spell out.
    Short,
    /// Text without a heading behind a list.
    Aside,
}

impl Key {
    /// How high it stands if it has no number; None if that depends on what came before.
    fn rank(self) -> Option<u8> {
        match self {
            Self::Brief => Some(0),
            Self::Part(level) => Some(level.min(6)),
            Self::Topic => Some(8),
            Self::Theme => Some(9),
            Self::Numbered(_) | Self::Group | Self::Short | Self::Aside => None,
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Open {
    key: Key,
    node: usize,
    /// The number of its label.
    last: u32,
}

/// What is known of the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    /// Report or policy.
    pub genre: Genre,
    /// The year that is reported.
    pub reported: Option<Year>,
    /// The year that is planned.
    pub planned: Option<Year>,
}

struct Builder<'a> {
    tree: Tree,
    stack: Vec<Open>,
    doubts: &'a mut Vec<Doubt>,
    about: About,
    /// Whether the document has no numbered chapters: headings stand in its running text.
    free: bool,
    /// Whether its paragraphs begin with a sentence that is their heading.
    leads: bool,
    /// Whether all its line ends were lost.
    one_line: bool,
    /// Whether parts that no heading names have to be made.
    headless: bool,
    /// The paragraph, and the section and the paragraph that text went to last.
    paragraph: usize,
    last: Option<(usize, usize)>,
    number: usize,
    /// The last number of each manner.
    seen: Vec<(Manner, u32)>,
}

/// The sections of a text.
pub fn build(lines: &[Line], about: About, doubts: &mut Vec<Doubt>) -> Tree {
    let pieces: Vec<Line> = lines
        .iter()
        .flat_map(|line| split_line(line, lines.len()))
        .collect();
    let chapters = |line: &&Line| {
        let manner = numbering::label(&line.text, None).map(|label| label.manner);
        manner.is_some_and(is_chapter)
    };
    let numbered = pieces.iter().filter(chapters).count();
    let parts = pieces
        .iter()
        .filter(|line| part_level(line).is_some())
        .count();
    let briefs = pieces.iter().any(|line| brief(&line.text).is_some());
    let mut builder = Builder {
        tree: Tree::default(),
        stack: Vec::new(),
        doubts,
        about,
        free: numbered < 2,
        leads: leads(&pieces),
        one_line: pieces.len() > lines.len(),
        headless: numbered < 2 && parts == 0 && !briefs,
        paragraph: 0,
        last: None,
        number: 1,
        seen: Vec::new(),
    };
    for (at, line) in pieces.iter().enumerate() {
        let rest = pieces.get(at + 1..).unwrap_or_default();
        builder.line(line, rest);
    }
    let Builder {
        mut tree, doubts, ..
    } = builder;
    kinds(&mut tree, about, doubts);
    tree
}

/// Whether half of the paragraphs without number begin with a sentence that may be their heading.
fn leads(lines: &[Line]) -> bool {
    let (mut all, mut leads) = (0, 0);
    for line in lines
        .iter()
        .filter(|line| numbering::label(&line.text, None).is_none())
    {
        let sentences = lead::sentences(&line.text);
        if let [first, _, ..] = sentences[..] {
            all += 1;
            leads += usize::from(lead::is_theme(first) || is_short_lead(first));
        }
    }
    leads * 2 >= all
}

/// Whether a first sentence is short and plain enough for a heading.
fn is_short_lead(sentence: &str) -> bool {
    let plain = !sentence.contains(['，', ',', '、', '：', ':', '!', '！', '?', '？'])
        && !sentence.contains(|c: char| c.is_ascii_digit());
    (6..=22).contains(&sentence.chars().count()) && plain && sentence.ends_with('。')
}

/// Whether a manner makes chapters, not items.
fn is_chapter(manner: Manner) -> bool {
    matches!(
        manner,
        Manner::Part
            | Manner::Chapter
            | Manner::Article
            | Manner::Clause
            | Manner::Han
            | Manner::HanInBrackets
            | Manner::Digit
            | Manner::Decimal(_)
            | Manner::Roman
    )
}

/// The level of a line that is a heading without number.
fn part_level(line: &Line) -> Option<u8> {
    let count = line.text.chars().count();
    match line.style {
        Style::Heading(level) if count <= 100 => Some(level.clamp(1, 6)),
        Style::Title => Some(1),
        _ if is_annex(&line.text) || is_part(&line.text) => Some(1),
        _ => None,
    }
}

/// The bytes of 简报一。 at the beginning of some words.
fn brief(text: &str) -> Option<usize> {
    let rest = text.strip_prefix("简报")?;
    let numeral = rest
        .chars()
        .next()
        .filter(|c| "一二三四五六七八九十".contains(*c))?;
    let rest = rest.get(numeral.len_utf8()..)?;
    let mark = rest.chars().next().filter(|c| "。:：、．.".contains(*c))?;
    Some(text.len() - rest.len() + mark.len_utf8())
}

/// A document without line ends is parted before its numbering.
fn split_line(line: &Line, lines: usize) -> Vec<Line> {
    let long = line.text.len() > 6000;
    if !long || lines > 12 {
        return vec![line.clone()];
    }
    let mut starts = vec![0];
    let mut counts: Vec<(Manner, u32)> = Vec::new();
    let mut last: Vec<(Manner, u32)> = Vec::new();
    let mut before = ' ';
    for (at, c) in line.text.char_indices() {
        let candidate = "一二三四五六七八九十（(0123456789".contains(c)
            && !before.is_ascii_digit()
            && !"一二三四五六七八九十第".contains(before);
        let behind = line.text.get(at..).unwrap_or_default();
        let label = candidate.then(|| numbering::label(behind, None)).flatten();
        before = c;
        let Some(Label { manner, number, .. }) =
            label.filter(|label| at > 0 && (is_chapter(label.manner)))
        else {
            continue;
        };
        // Some manners count on below the next chapter.
        let open = counts.iter().position(|(known, _)| *known == manner);
        let before = open
            .and_then(|at| counts.get(at))
            .or_else(|| last.iter().find(|(known, _)| *known == manner));
        let begins = open.is_none() && number == 1;
        if !begins && before.is_none_or(|(_, before)| before + 1 != number) {
            continue;
        }
        counts.truncate(open.unwrap_or(counts.len()));
        counts.push((manner, number));
        last.retain(|(known, _)| *known != manner);
        last.push((manner, number));
        starts.push(at);
    }
    starts.push(line.text.len());
    let parts = starts
        .windows(2)
        .filter_map(|pair| line.text.get(*pair.first()?..*pair.get(1)?));
    let parts = parts.filter(|part| !part.trim().is_empty());
    parts
        .map(|part| Line {
            text: part.trim().to_owned(),
            ..line.clone()
        })
        .collect()
}

impl Builder<'_> {
    fn doubt(&mut self, what: Doubted) {
        self.doubts.push(Doubt::at(self.number, what));
    }

    fn line(&mut self, line: &Line, rest: &[Line]) {
        let next = rest.first();
        self.paragraph += 1;
        self.number = line.number;
        let text = line.text.as_str();
        if line.style == Style::Row {
            return self.append(text);
        }
        let label = numbering::label(text, self.last_digit());
        let styled = matches!(line.style, Style::Heading(_) | Style::Title);
        if let (Some(level), true) = (part_level(line), label.is_none()) {
            if !styled && !is_annex(text) && !self.free && !self.stack.is_empty() {
                // Among numbered chapters only what a site or Word marks is a heading.
                return self.append(text);
            }
            return self.part(level, text);
        }
        match label {
            Some(label) if self.takes(label, next) => self.numbered(label, text, styled),
            _ => {
                self.close_list(text, rest);
                self.running(text, true, next);
            }
        }
    }

    /// Whether the next numbering is one of those that are open below the top.
    fn goes_on(&self, rest: &[Line]) -> bool {
        let next = rest.iter().take(60).find_map(|line| {
            let label = numbering::label(&line.text, None)?;
            is_chapter(label.manner).then_some(label.manner)
        });
        let below = self.stack.iter().skip(1);
        below
            .clone()
            .any(|open| next.is_some_and(|manner| open.key == Key::Numbered(manner)))
    }

    /// A paragraph without number behind a list of paragraphs ends the list; one that addresses the audience
    /// ends all, unless the numbering goes on.
    fn close_list(&mut self, text: &str, rest: &[Line]) {
        if text.starts_with("各位代表") && !self.stack.is_empty() && !self.goes_on(rest) {
            let last = self.stack.first().map(|open| open.node);
            if self.stack.len() == 2 && self.stack.last().is_some_and(|open| open.key == Key::Aside)
            {
                return;
            }
            let deep = self.stack.len() > 1
                || last
                    .and_then(|at| self.tree.nodes.get(at))
                    .is_some_and(|node| !node.children.is_empty());
            if deep {
                self.stack.truncate(1);
                self.open(Key::Aside, Node::default(), 0);
            }
            return;
        }
        let is_list = |key| {
            matches!(
                key,
                Key::Numbered(
                    Manner::Is | Manner::Must | Manner::Di | Manner::Dash | Manner::Circled
                )
            )
        };
        let top = self
            .stack
            .last()
            .filter(|open| is_list(open.key) && self.stack.len() > 1)
            .copied();
        // The item may have more paragraphs before the next one.
        let next = rest
            .iter()
            .take(30)
            .find_map(|line| numbering::label(&line.text, None));
        let on = |open: Open| {
            next.is_some_and(|next| {
                open.key == Key::Numbered(next.manner)
                    && next.number == open.last + 1
                    && next.number > 1
            })
        };
        if top.is_some_and(|open| !on(open)) {
            self.stack.pop();
            self.open(Key::Aside, Node::default(), 0);
        }
    }

    /// The number of the last label in digits that is open.
    fn last_digit(&self) -> Option<u32> {
        let open = self
            .stack
            .iter()
            .rev()
            .find(|open| open.key == Key::Numbered(Manner::Digit));
        open.map(|open| open.last)
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
        let follows = next.and_then(|next| numbering::label(&next.text, None));
        known
            || follows.is_some_and(|follows| {
                follows.manner == label.manner && follows.number == label.number + 1
            })
    }

    fn part(&mut self, level: u8, text: &str) {
        let node = Node {
            heading: text.to_owned(),
            number: self.number,
            ..Node::default()
        };
        self.open(Key::Part(level), node, 0);
    }

    /// Opens a section.
    fn open(&mut self, key: Key, mut node: Node, number: u32) -> usize {
        if let Some(at) = self.stack.iter().position(|open| open.key == key) {
            self.stack.truncate(at);
        } else if let Some(rank) = key.rank() {
            let below = |open: &Open| open.key.rank().is_none_or(|other| other >= rank);
            while self.stack.last().is_some_and(below) {
                self.stack.pop();
            }
        } else {
            if let Key::Numbered(Manner::Part | Manner::Chapter) = key {
                let is_number = |open: &Open| open.key.rank().is_none();
                while self.stack.last().is_some_and(is_number) {
                    self.stack.pop();
                }
            }
            if self
                .stack
                .last()
                .is_some_and(|open| matches!(open.key, Key::Short | Key::Aside))
            {
                self.stack.pop();
            }
            self.stack.truncate(DEEPEST);
        }
        node.number = self.number;
        let at = self.tree.nodes.len();
        self.tree.nodes.push(node);
        match self.stack.last().map(|open| open.node) {
            Some(parent) => {
                if let Some(parent) = self.tree.nodes.get_mut(parent) {
                    parent.children.push(at);
                }
            }
            None => self.tree.roots.push(at),
        }
        self.stack.push(Open {
            key,
            node: at,
            last: number,
        });
        self.last = None;
        at
    }

    /// Text of the section that is open.
    fn append(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let node = match self.stack.last() {
            Some(open) => open.node,
            None => match self
                .tree
                .roots
                .last()
                .copied()
                .filter(|at| self.is_bare(*at))
            {
                Some(at) => at,
                None => {
                    let node = Node {
                        number: self.number,
                        ..Node::default()
                    };
                    self.tree.nodes.push(node);
                    let at = self.tree.nodes.len() - 1;
                    self.tree.roots.push(at);
                    at
                }
            },
        };
        let here = (node, self.paragraph);
        let goes_on = self.last == Some(here);
        self.last = Some(here);
        let Some(node) = self.tree.nodes.get_mut(node) else {
            return;
        };
        match node.text.last_mut() {
            Some(last) if goes_on => last.push_str(text),
            _ => node.text.push(text.trim_start().to_owned()),
        }
    }

    /// Whether a section is nothing but text.
    fn is_bare(&self, at: usize) -> bool {
        let node = self.tree.nodes.get(at);
        node.is_some_and(|node| {
            node.label.is_empty() && node.heading.is_empty() && node.children.is_empty()
        })
    }

    /// A paragraph that begins with numbering.
    fn numbered(&mut self, label: Label, text: &str, styled: bool) {
        let (mark, rest) = text.split_at_checked(label.bytes).unwrap_or((text, ""));
        let rest = rest.trim_start();
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
            || (first.ends_with('.') && count > 30);
        if styled || (!ends && all.len() <= 1 && count <= HEADING) {
            node.heading = rest.to_owned();
            self.open(key, node, label.number);
            return;
        }
        if label.manner == Manner::Clause {
            self.open(key, node, label.number);
            return self.running(rest, false, None);
        }
        let whole = count <= SENTENCE && (all.len() > 1 || ends && count <= 24);
        let heading = if whole { first } else { lead::clause(first) };
        if self.one_line && is_chapter(label.manner) {
            return self.unmarked(key, node, label, rest, heading);
        }
        if heading.chars().count() > HEADING {
            // No mark tells where a heading ends.
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
        let known = [
            "总体思路",
            "基本原则",
            "指导思想",
            "总体要求",
            "总体目标",
            "主要目标",
            "主要任务",
            "保障措施",
            "组织实施",
            "重点和路径",
        ];
        let exact = known.iter().find(|known| rest.starts_with(**known));
        let block = !rest.contains(['。', '，', '；', '：']);
        let heading = match exact {
            Some(known) => *known,
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
        let words: String = text.chars().take(20).collect();
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
            let words: String = text.chars().take(16).collect();
            self.doubt(Doubted::Numbering(words));
        }
    }

    /// The text behind a heading in the same paragraph: short headings, then items.
    fn body(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        self.running(text, false, None);
    }

    /// Running text. `begins` at the beginning of a paragraph.
    fn running(&mut self, text: &str, begins: bool, next: Option<&Line>) {
        let all = lead::sentences(text);
        if begins && self.headless {
            self.headless_part(text, &all);
        }
        if begins && text.starts_with("编者按") {
            self.stack.clear();
            self.aside(Key::Theme, Kind::Background);
        }
        // Short headings are looked for if the first sentence behind the heading is one.
        let mut shorts = self.free
            && !begins
            && lead::is_first_short_heading(
                all.first().copied().unwrap_or_default(),
                all.get(1).copied(),
            );
        let themes = all
            .iter()
            .skip(1)
            .filter(|sentence| lead::is_inner_theme(sentence))
            .count();
        let groups = all
            .iter()
            .filter(|sentence| lead::group(sentence).is_some())
            .count();
        let mut after_short = false;
        for (at, sentence) in all.iter().copied().enumerate() {
            let behind = all.get(at + 1).copied();
            let first = at == 0 && begins;
            if let Some(label) =
                self.inline_label(sentence, all.get(at + 1..).unwrap_or_default(), next)
            {
                self.item(label, sentence, behind);
                shorts = self.free
                    && behind.is_some_and(|behind| {
                        lead::is_first_short_heading(behind, all.get(at + 2).copied())
                    });
                after_short = false;
                continue;
            }
            if self.free {
                if let Some(bytes) = brief(sentence.trim_start()) {
                    self.brief(sentence.trim_start(), bytes);
                    continue;
                }
                if self.in_speech() && lead::is_topic(sentence) {
                    self.topic(sentence);
                    continue;
                }
                let opens = if first {
                    self.is_lead(sentence, &all)
                } else {
                    self.is_inner(sentence, themes, behind)
                };
                if opens {
                    self.theme(sentence);
                    shorts = behind.is_some_and(|behind| {
                        lead::is_first_short_heading(behind, all.get(at + 2).copied())
                    });
                    after_short = false;
                    continue;
                }
                if let Some(bytes) = lead::group(sentence).filter(|_| groups >= 2) {
                    let (heading, rest) =
                        sentence.split_at_checked(bytes).unwrap_or((sentence, ""));
                    let node = Node {
                        heading: heading.trim().to_owned(),
                        form: Form::RunIn,
                        ..Node::default()
                    };
                    self.open(Key::Group, node, 0);
                    // What is grouped may begin at once: 在市场监管方面，一是…
                    match self.inline_label(rest, all.get(at + 1..).unwrap_or_default(), next) {
                        Some(label) => self.item(label, rest, behind),
                        None => self.append(rest),
                    }
                    shorts = false;
                    continue;
                }
                if shorts && !after_short && self.is_short(sentence, behind) {
                    let node = Node {
                        heading: sentence.trim().to_owned(),
                        form: Form::RunIn,
                        ..Node::default()
                    };
                    self.open(Key::Short, node, 0);
                    after_short = true;
                    continue;
                }
                if themes >= 2 && behind.is_none() && self.last_theme(sentence) {
                    continue;
                }
            }
            after_short = false;
            self.append(sentence);
        }
    }

    /// Whether a sentence is a short heading; right behind another heading a weaker sign will do.
    fn is_short(&self, sentence: &str, behind: Option<&str>) -> bool {
        let opened = self.stack.last().filter(|open| open.key != Key::Short);
        let fresh = opened
            .and_then(|open| self.tree.nodes.get(open.node))
            .is_some_and(|node| node.text.is_empty());
        if fresh {
            lead::is_first_short_heading(sentence, behind)
        } else {
            lead::is_short_heading(sentence, behind)
        }
    }

    /// The last theme of a paragraph may be one sentence: its first clause is the heading.
    fn last_theme(&mut self, sentence: &str) -> bool {
        let clause = lead::clause(sentence);
        let like = format!("{}。", clause.trim_end_matches(['，', ',']));
        if clause.len() == sentence.len() || !lead::is_theme(&like) || clause.chars().count() > 14 {
            return false;
        }
        let node = Node {
            heading: clause.to_owned(),
            form: Form::RunIn,
            ..Node::default()
        };
        self.open(Key::Theme, node, 0);
        self.append(sentence.get(clause.len()..).unwrap_or_default());
        true
    }

    /// Numbering inside of a paragraph, if it goes on or others follow it.
    fn inline_label(&self, sentence: &str, rest: &[&str], next: Option<&Line>) -> Option<Label> {
        let label = lead::numbered(sentence, None).filter(|label| lead::inline(label.manner))?;
        let open = self
            .stack
            .iter()
            .find(|open| open.key == Key::Numbered(label.manner));
        if open.is_some_and(|open| open.last + 1 == label.number) {
            return Some(label);
        }
        let follows = |text: &str| {
            let other = lead::numbered(text, None);
            other.is_some_and(|other| other.manner == label.manner && other.number == 2)
        };
        let line = next.is_some_and(|next| follows(&next.text));
        let grouped = |text: &str| {
            lead::group(text).is_some_and(|bytes| text.get(bytes..).is_some_and(follows))
        };
        let mut rest = rest.iter().take(AHEAD);
        (label.number == 1 && (line || rest.any(|text| follows(text) || grouped(text))))
            .then_some(label)
    }

    /// An item of a list in a paragraph.
    fn item(&mut self, label: Label, sentence: &str, behind: Option<&str>) {
        let (mark, rest) = sentence
            .split_at_checked(label.bytes)
            .unwrap_or((sentence, ""));
        let alone = behind.is_none_or(|behind| {
            lead::numbered(behind, None).is_some_and(|next| next.manner == label.manner)
        });
        let count = rest.chars().count();
        let heading = if count <= SENTENCE && (!alone || count <= 24) {
            rest
        } else {
            lead::clause(rest)
        };
        let node = Node {
            label: mark.trim().to_owned(),
            heading: heading.trim_start().to_owned(),
            form: Form::RunIn,
            ..Node::default()
        };
        self.open(Key::Numbered(label.manner), node, label.number);
        self.append(rest.get(heading.len()..).unwrap_or_default());
    }

    fn brief(&mut self, sentence: &str, bytes: usize) {
        let (heading, rest) = sentence.split_at_checked(bytes).unwrap_or((sentence, ""));
        let node = Node {
            heading: heading.to_owned(),
            form: Form::RunIn,
            kind: Some(Kind::Briefing),
            ..Node::default()
        };
        self.open(Key::Brief, node, 0);
        self.aside(Key::Theme, Kind::Background);
        self.append(rest);
    }

    /// Whether the text is a report of what somebody said.
    fn in_speech(&self) -> bool {
        self.stack.iter().any(|open| open.key == Key::Brief)
    }

    /// A section without heading, for what follows.
    fn aside(&mut self, key: Key, kind: Kind) {
        let node = Node {
            kind: Some(kind),
            ..Node::default()
        };
        self.open(key, node, 0);
    }

    fn topic(&mut self, sentence: &str) {
        let holds = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
        let kind = if holds(&["下一步", "下一阶段", "明年", "工作思路", "初步考虑"])
        {
            Kind::Plans
        } else if holds(&["进展情况", "取得", "成果", "成效"]) && !holds(&["要"]) {
            Kind::Achievements
        } else if holds(&["希望"]) {
            Kind::Guidance
        } else {
            Kind::Background
        };
        if !matches!(kind, Kind::Plans | Kind::Achievements) {
            self.aside(Key::Topic, kind);
            return self.append(sentence);
        }
        let node = Node {
            heading: sentence.trim().to_owned(),
            form: Form::RunIn,
            kind: Some(kind),
            ..Node::default()
        };
        self.open(Key::Topic, node, 0);
    }

    fn theme(&mut self, sentence: &str) {
        // 今年以来 directly below a briefing is what was achieved.
        let kind = match self
            .stack
            .iter()
            .rev()
            .find(|open| open.key.rank().is_some_and(|rank| rank < 9))
        {
            Some(open) if open.key == Key::Brief => Some(Kind::Achievements),
            _ => None,
        };
        let node = Node {
            heading: sentence.trim().to_owned(),
            form: Form::RunIn,
            kind,
            ..Node::default()
        };
        self.open(Key::Theme, node, 0);
    }

    /// Whether the first sentence of a paragraph is its heading.
    fn is_lead(&self, sentence: &str, all: &[&str]) -> bool {
        let short = is_short_lead(sentence);
        all.len() > 1
            && self.leads
            && !self.in_speech()
            && self.has_part()
            && (lead::is_theme(sentence) || short)
    }

    fn has_part(&self) -> bool {
        self.stack
            .iter()
            .any(|open| matches!(open.key, Key::Part(_)))
    }

    /// Whether a sentence in the middle of a paragraph opens a theme.
    fn is_inner(&self, sentence: &str, themes: usize, behind: Option<&str>) -> bool {
        if behind.is_none() {
            return false;
        }
        if self.in_speech() {
            return sentence.trim_start().starts_with("今年以来")
                && sentence.chars().count() <= 48
                && !sentence.contains(|c: char| c.is_ascii_digit());
        }
        let of_theme = self.stack.last().is_some_and(|open| open.key == Key::Theme);
        of_theme && themes >= 2 && lead::is_inner_theme(sentence)
    }

    /// Opens the part that no heading names: what was achieved, then what is planned.
    fn headless_part(&mut self, text: &str, all: &[&str]) {
        let planned = self.about.planned;
        let opening: String = text.chars().take(40).collect();
        let named = kind::year(&opening);
        let next = ["下一步", "下一阶段", "下阶段", "新的一年", "明年"];
        let begins_plan = next.iter().any(|word| opening.starts_with(word))
            || (named.is_some()
                && named == planned
                && opening.starts_with(|c: char| c.is_ascii_digit())
                && ["将", "要", "全面贯彻", "为指导", "坚持"]
                    .iter()
                    .any(|word| text.contains(word)));
        let in_plan = self.tree.roots.iter().any(|at| {
            self.tree
                .nodes
                .get(*at)
                .is_some_and(|node| node.kind == Some(Kind::Plans))
        });
        if begins_plan && !in_plan {
            self.implied(Kind::Plans, planned, "工作安排");
        } else if self.tree.roots.is_empty() {
            self.implied(Kind::Achievements, self.about.reported, "工作成效");
        }
        // One long sentence that opens a part is about it as a whole.
        let general = ["为指导", "坚强领导", "党组领导", "全面贯彻"]
            .iter()
            .any(|word| text.contains(word));
        let top = self.stack.last().map(|open| open.node);
        let empty = top
            .and_then(|at| self.tree.nodes.get(at))
            .is_some_and(|node| {
                node.children.is_empty() && node.form == Form::Implied && node.text.is_empty()
            });
        if empty && general && all.len() <= 2 {
            self.aside(
                Key::Theme,
                if begins_plan {
                    Kind::Guidance
                } else {
                    Kind::Background
                },
            );
        }
    }

    fn implied(&mut self, kind: Kind, year: Option<Year>, words: &str) {
        let year_words = year.map(|year| format!("{year}年")).unwrap_or_default();
        let node = Node {
            heading: format!("{year_words}{words}"),
            form: Form::Implied,
            kind: Some(kind),
            year,
            ..Node::default()
        };
        self.stack.clear();
        self.open(Key::Part(1), node, 0);
        self.doubt(Doubted::Kind(format!("{year_words}{words}")));
    }
}

/// Gives kinds and years to the sections at the top, and to those whose heading says another thing.
fn kinds(tree: &mut Tree, about: About, doubts: &mut Vec<Doubt>) {
    let mut promised = false;
    let roots = tree.roots.clone();
    let chapters = roots
        .iter()
        .filter(|at| {
            tree.nodes
                .get(**at)
                .is_some_and(|node| !node.heading.is_empty())
        })
        .count();
    for (place, at) in roots.iter().enumerate() {
        let Some(node) = tree.nodes.get_mut(*at) else {
            continue;
        };
        let heading = node.heading.clone();
        let annex = is_annex(&heading);
        if node.kind.is_none() && !annex {
            let told = kind::of_heading(&heading);
            let year = kind::year(&heading);
            node.kind = match (about.genre, told) {
                _ if heading.is_empty() && node.label.is_empty() => {
                    (chapters > 0 || place > 0).then_some(Kind::Background)
                }
                // 总体要求和政策取向 of a report's second chapter hold its targets.
                (Genre::Report, Some(Kind::Guidance))
                    if year.is_some() || heading.contains("目标") || heading.contains("政策") =>
                {
                    Some(Kind::Plans)
                }
                (Genre::Policy, Some(Kind::Plans))
                    if !heading.contains("目标") && !heading.contains("计划") =>
                {
                    Some(Kind::Tasks)
                }
                (_, Some(kind)) => Some(kind),
                (Genre::Policy, None) => Some(Kind::Tasks),
                (Genre::Report, None)
                    if promised || about.planned.is_some() && year == about.planned =>
                {
                    Some(Kind::Plans)
                }
                (Genre::Report, None) => None,
            };
            if told.is_none() && !heading.is_empty() && about.genre == Genre::Report {
                let words: String = heading.chars().take(20).collect();
                doubts.push(Doubt::at(node.number, Doubted::Kind(words)));
            }
        }
        // What comes behind a review is what will be.
        promised |= matches!(node.kind, Some(Kind::Achievements | Kind::Plans));
        let named = kind::year(&heading).filter(|_| {
            matches!(
                node.kind,
                Some(Kind::Achievements | Kind::Plans | Kind::Tasks)
            )
        });
        node.year = node.year.or(named).or(match node.kind {
            Some(Kind::Achievements) => about.reported,
            Some(Kind::Plans) => about.planned,
            _ => None,
        });
        if node.kind == Some(Kind::Achievements)
            && let (Some(named), Some(planned)) = (kind::year(&heading), about.planned)
            && named == planned
        {
            node.year = about.reported;
        }
        let (kind, children) = (node.kind, node.children.clone());
        for child in children {
            let Some(child) = tree.nodes.get_mut(child) else {
                continue;
            };
            let count = child.heading.chars().count();
            let told =
                kind::of_heading(&child.heading).filter(|_| count <= 12 && child.kind.is_none());
            let special = matches!(
                told,
                Some(Kind::Guidance | Kind::Safeguards | Kind::Background)
            ) || (told == Some(Kind::Plans) && child.heading.contains("目标"));
            if special
                && told != kind
                && kind != Some(Kind::Achievements)
                && kind != Some(Kind::Plans)
            {
                child.kind = told;
            }
        }
    }
}
