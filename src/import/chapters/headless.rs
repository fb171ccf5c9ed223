//! Documents whose parts have no headings: where what was done begins, and where what is planned. Knows nothing of the
//! headings within those parts.

use super::document::{Document, is_list};
use super::lead;
use super::limits;
use super::tree::{Builder, Key, Node, Open, Opened};
use super::unnumbered::is_short_lead;
use crate::lexicon::List;
use crate::model::{Form, Kind};
use crate::text::year::year;

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
fn opens(document: &Document, at: usize) -> bool {
    let first = document.first_sentence(at);
    document.own_label(at).is_some() || lead::is_theme(first) || is_short_lead(first)
}

impl Builder<'_> {
    /// Opens the part that no heading names: what was achieved, then what is planned.
    pub(super) fn headless_part(&mut self, text: &str, sentences: usize) {
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
        } else if !reviewed && !planned && self.is_outside_numbering() {
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
        if empty && general && sentences <= 2 && opens(self.document, self.at + 1) {
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

    /// Whether no numbered section is open: what stands in one needs no other heading.
    fn is_outside_numbering(&self) -> bool {
        let numbered = |open: &Open| matches!(open.key, Key::Numbered(manner) if !is_list(manner));
        !self.stack.iter().any(numbered)
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
