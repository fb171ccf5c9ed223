//! Running text into sections: lists inside of paragraphs, themes, groups, short headings, and parts that no
//! heading names.

use crate::lexicon::List;
use crate::model::{Form, Kind};
use crate::text::year::year;

use super::lead;
use super::limits;
use super::split::is_short_lead;
use super::tree::{Builder, Headings, Key, Node, Opened};
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

/// What follows the digits of a year.
static YEAR_SIGN: List = List::new("year-sign");

/// Whether the first year of some words is that of a day: 2021年3月22日 says not what a year is to bring.
fn is_with_day(words: &str) -> bool {
    let mut parts = YEAR_SIGN.words().filter_map(|sign| words.split_once(sign));
    parts.any(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a paragraph is of a meeting that demands tasks.
fn is_meeting_with_tasks(text: &str, opening: &str) -> bool {
    static MEETINGS: List = List::new("meeting-start");
    static VERBS: List = List::new("meeting-verb");
    static TASKS: List = List::new("meeting-task");
    MEETINGS.starts(opening) && VERBS.is_in(opening) && TASKS.is_in(text)
}

/// Whether a paragraph without heading opens what is planned: by its first words, or as it names at once a year
/// after the one that is reported (`later`) and says what will be done.
fn opens_plan(text: &str, opening: &str, later: bool) -> bool {
    static STARTS: List = List::new("headless-plan-start");
    static WILLS: List = List::new("plan-word");
    let digit = opening.find(|c: char| c.is_ascii_digit());
    let early = digit.is_some_and(|at| at <= limits::EARLY_YEAR.get());
    STARTS.starts(opening) || (later && early && WILLS.is_in(text))
}

/// Whether a line opens a section of its own.
fn opens(line: &Line) -> bool {
    let all = lead::sentences(&line.text);
    let first = all.first().copied().unwrap_or_default();
    label::read(&line.text, None).is_some() || lead::is_theme(first) || is_short_lead(first)
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
            self.headless_part(text, &all, next);
        }
        // Short headings are looked for if the first sentence after the heading is one.
        let mut shorts = self.is_free()
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
                shorts = self.is_free()
                    && behind.is_some_and(|behind| {
                        lead::is_first_short_heading(behind, all.get(at + 2).copied())
                    });
                after_short = false;
                continue;
            }
            if self.is_free() {
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

    /// Opens the part that no heading names: what was achieved, then what is planned.
    fn headless_part(&mut self, text: &str, all: &[&str], next: Option<&Line>) {
        static GENERAL: List = List::new("general-word");
        let opening: String = text.chars().take(limits::OPENING.get()).collect();
        let named = year(&opening);
        // A year after the one that is reported.
        let later = match (named, self.about.planned, self.about.reported) {
            (Some(named), Some(planned), _) => named == planned,
            (Some(named), None, Some(reported)) => named > reported,
            _ => false,
        };
        let later = later && !is_with_day(&opening);
        let meeting = is_meeting_with_tasks(text, &opening) && !self.tree.roots.is_empty();
        let begins_plan = meeting || opens_plan(text, &opening, later);
        let any = |is: fn(Opened) -> bool| {
            let mut roots = self
                .tree
                .roots
                .iter()
                .filter_map(|at| self.tree.nodes.get(*at));
            roots.any(|node| node.opened.is_some_and(is))
        };
        let planned = any(|opened| matches!(opened, Opened::Plan(_) | Opened::Topic(Kind::Plans)));
        let reviewed = any(|opened| {
            matches!(
                opened,
                Opened::Review(_) | Opened::ThisYear | Opened::Topic(Kind::Achievements)
            )
        });
        if begins_plan && !planned {
            let year = named.filter(|_| later).or(self.about.planned);
            self.implied(Opened::Plan(year));
        } else if !reviewed && !planned {
            if self.about.reported.is_none() {
                self.about.reported = named;
            }
            self.implied(Opened::Review(self.about.reported));
        }
        // One long sentence that opens a part is about it as a whole.
        let general = GENERAL.is_in(text);
        let top = self.stack.last().map(|open| open.node);
        let empty = top
            .and_then(|at| self.tree.nodes.get(at))
            .is_some_and(|node| {
                node.children.is_empty() && node.form == Form::Implied && node.text.is_empty()
            });
        if empty && general && all.len() <= 2 && next.is_some_and(opens) {
            self.aside(
                Key::Theme,
                if begins_plan {
                    Opened::Demand
                } else {
                    Opened::Remark
                },
            );
        }
    }

    /// Opens a part whose heading the source lacks.
    pub(super) fn implied(&mut self, opened: Opened) {
        let node = Node {
            form: Form::Implied,
            opened: Some(opened),
            ..Node::default()
        };
        self.stack.clear();
        self.open(Key::Part(1), node, 0);
    }
}
