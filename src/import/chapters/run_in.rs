//! Running text into sections: lists inside of paragraphs, themes, groups and short headings.

use crate::lexicon::List;
use crate::model::{Form, Kind};

use super::lead;
use super::limits;
use super::tree::{Builder, Headings, Key, Node, Opened};
use super::unnumbered::is_short_lead;
use crate::import::genre::Genre;
use crate::import::kind::heading::of_topic;
use crate::import::line::Line;
use crate::text::label::{self, Label};

/// The bytes of 简报一。 at the beginning of some words.
pub fn brief(text: &str) -> Option<usize> {
    static STARTS: List = List::new("briefing-start");
    let rest = text.strip_prefix(STARTS.start(text)?)?;
    let numeral = rest.chars().next().filter(|c| label::is_numeral(*c))?;
    let rest = rest.get(numeral.len_utf8()..)?;
    let mark = rest.chars().next().filter(|c| "。:：、．.".contains(*c))?;
    Some(text.len() - rest.len() + mark.len_utf8())
}

/// A paragraph that is gone through.
struct Running<'t> {
    /// Its sentences.
    all: &'t [&'t str],
    /// The line below it.
    next: Option<&'t Line>,
    /// Whether it begins its line.
    begins: bool,
    /// How many of its sentences may open a theme, and a group.
    themes: usize,
    groups: usize,
    /// Whether short headings are looked for, and whether the last sentence was one.
    shorts: bool,
    after_short: bool,
}

impl Running<'_> {
    /// Whether a sentence may be the first of short headings.
    fn may_be_short(&self, at: usize) -> bool {
        let sentence = self.all.get(at);
        sentence.is_some_and(|sentence| {
            lead::is_first_short_heading(sentence, self.all.get(at + 1).copied())
        })
    }
}

impl Builder<'_> {
    /// Running text. `begins` at the beginning of a paragraph.
    pub(super) fn running(&mut self, text: &str, begins: bool, next: Option<&Line>) {
        static EDITORS_NOTES: List = List::new("editors-note-start");
        let all = lead::sentences(text);
        let note = begins && EDITORS_NOTES.starts(text);
        if note {
            self.stack.clear();
            self.aside(Key::Theme, Opened::Remark);
        } else if begins && self.headings == Headings::Missing && self.about.genre == Genre::Report
        {
            self.headless_part(text, all.len());
        }
        // Short headings are looked for if the first sentence after the heading is one.
        let shorts = self.is_free()
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
        let mut run = Running {
            all: &all,
            next,
            begins,
            themes,
            groups,
            shorts,
            after_short: false,
        };
        for at in 0..all.len() {
            self.sentence(&mut run, at);
        }
    }

    fn sentence(&mut self, run: &mut Running<'_>, at: usize) {
        let sentence = run.all.get(at).copied().unwrap_or_default();
        let rest = run.all.get(at + 1..).unwrap_or_default();
        if let Some(label) = self.inline_label(sentence, rest, run.next) {
            self.item(label, sentence, rest.first().copied());
            run.shorts = self.is_free() && run.may_be_short(at + 1);
            run.after_short = false;
            return;
        }
        if self.is_free() && self.opens_freely(run, at, sentence) {
            return;
        }
        run.after_short = false;
        self.append(sentence);
    }

    /// Whether a sentence opens a section in a document without numbered chapters.
    fn opens_freely(&mut self, run: &mut Running<'_>, at: usize, sentence: &str) -> bool {
        let rest = run.all.get(at + 1..).unwrap_or_default();
        let behind = rest.first().copied();
        if let Some(bytes) = brief(sentence.trim_start()) {
            self.brief(sentence.trim_start(), bytes);
            return true;
        }
        if self.in_speech() && lead::is_topic(sentence) {
            self.topic(sentence);
            return true;
        }
        let opens = if at == 0 && run.begins {
            self.is_lead(sentence, run.all)
        } else {
            self.is_inner(sentence, run.themes, behind)
        };
        if opens {
            self.theme(sentence);
            run.shorts = run.may_be_short(at + 1);
            run.after_short = false;
            return true;
        }
        if let Some(bytes) = lead::group(sentence).filter(|_| run.groups >= 2) {
            self.group(sentence, bytes, rest, run.next);
            run.shorts = false;
            return true;
        }
        if run.shorts && !run.after_short && self.is_short(sentence, behind) {
            let node = Node {
                heading: sentence.trim().to_owned(),
                form: Form::RunIn,
                ..Node::default()
            };
            self.open(Key::Short, node, 0);
            run.after_short = true;
            return true;
        }
        run.themes >= 2 && behind.is_none() && self.last_theme(sentence)
    }

    /// A group, and what may begin with it at once: 在市场监管方面，一是…
    fn group(&mut self, sentence: &str, bytes: usize, rest: &[&str], next: Option<&Line>) {
        let (heading, words) = sentence.split_at_checked(bytes).unwrap_or((sentence, ""));
        let node = Node {
            heading: heading.trim().to_owned(),
            form: Form::RunIn,
            ..Node::default()
        };
        self.open(Key::Group, node, 0);
        match self.inline_label(words, rest, next) {
            Some(label) => self.item(label, words, rest.first().copied()),
            None => self.append(words),
        }
    }

    /// Whether a sentence is a short heading; right after another heading a weaker sign will do.
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
        if clause.len() == sentence.len()
            || !lead::is_theme(&like)
            || clause.chars().count() > limits::LAST_THEME.get()
        {
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
        let mut rest = rest.iter().take(limits::SENTENCES_AHEAD.get());
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
        let whole = count <= limits::HEADING_SENTENCE.get()
            && (!alone || count <= limits::LONE_HEADING_SENTENCE.get());
        let heading = if whole { rest } else { lead::clause(rest) };
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
            opened: Some(Opened::Briefing),
            ..Node::default()
        };
        self.open(Key::Brief, node, 0);
        self.aside(Key::Theme, Opened::Remark);
        self.append(rest);
    }

    /// Whether the text is a report of what somebody said.
    fn in_speech(&self) -> bool {
        self.stack.iter().any(|open| open.key == Key::Brief)
    }

    /// A section without heading, for what follows.
    pub(super) fn aside(&mut self, key: Key, opened: Opened) {
        let node = Node {
            opened: Some(opened),
            ..Node::default()
        };
        self.open(key, node, 0);
    }

    fn topic(&mut self, sentence: &str) {
        let kind = of_topic(sentence);
        if !matches!(kind, Kind::Plans | Kind::Achievements) {
            self.aside(Key::Topic, Opened::Topic(kind));
            return self.append(sentence);
        }
        let node = Node {
            heading: sentence.trim().to_owned(),
            form: Form::RunIn,
            opened: Some(Opened::Topic(kind)),
            ..Node::default()
        };
        self.open(Key::Topic, node, 0);
    }

    fn theme(&mut self, sentence: &str) {
        // 今年以来 directly below a briefing is what was achieved.
        let opened = match self
            .stack
            .iter()
            .rev()
            .find(|open| open.key.rank().is_some_and(|rank| rank < 9))
        {
            Some(open) if open.key == Key::Brief => Some(Opened::ThisYear),
            _ => None,
        };
        let node = Node {
            heading: sentence.trim().to_owned(),
            form: Form::RunIn,
            opened,
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
        static THIS_YEAR: List = List::new("this-year-start");
        if behind.is_none() {
            return false;
        }
        if self.in_speech() {
            return THIS_YEAR.starts(sentence.trim_start())
                && sentence.chars().count() <= limits::HEADING_SENTENCE.get()
                && !sentence.contains(|c: char| c.is_ascii_digit());
        }
        let of_theme = self.stack.last().is_some_and(|open| open.key == Key::Theme);
        of_theme && themes >= 2 && lead::is_inner_theme(sentence)
    }
}
