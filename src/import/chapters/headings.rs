//! Sections that are opened by something else than numbering: the first sentence of a paragraph, a style of Word, a box,
//! an annex. Knows nothing of where sections end.

use super::document::is_list;
use super::rules::{is_heading_line, is_longer, without_bullet};
use super::tree::{Builder, Key, Node};
use crate::import::line::Style;
use crate::lexicon::List;
use crate::model::Form;
use crate::text::label::{self, Label};

/// The bytes before the title of an annex that stands on one line with what numbers it: 附件2：渔港改造清单. A list of
/// annexes has no title.
fn annex_label(text: &str) -> Option<usize> {
    static LABELS: List = List::new("annex-label");
    let mark = |c: char| matches!(c, '：' | ':') || c.is_whitespace();
    let word = LABELS.strip_start(text)?;
    let numeral = |c: char| c.is_ascii_digit() || label::is_numeral(c);
    let numbered = word.trim_start().trim_start_matches(numeral);
    let is_number = numbered.len() < word.trim_start().len()
        && numbered.starts_with(|c: char| mark(c) || matches!(c, '.' | '．' | '、'));
    let rest = if is_number { numbered } else { word };
    // The mark may be part of the word: 附：.
    let marked = is_number || rest.starts_with(mark) || text.strip_suffix(word)?.ends_with(mark);
    let title = rest.trim_start_matches(|c| mark(c) || is_number && matches!(c, '.' | '．' | '、'));
    let is_title = marked && !title.is_empty() && label::read(title, None).is_none();
    is_title.then(|| text.len() - title.len())
}

impl Builder<'_> {
    /// A paragraph that begins with its heading, or a line that is the heading of the paragraph below it.
    pub(super) fn lead(&mut self, at: usize, whole: bool) {
        let document = self.document;
        let text = document.text(at);
        self.close_list(text);
        self.aside_due = false;
        let of_item = self
            .stack
            .last()
            .is_some_and(|open| matches!(open.key, Key::Numbered(manner) if is_list(manner)));
        if !of_item {
            self.close_leads();
            self.aside_due = false;
        }
        let heading = if whole {
            text
        } else {
            document.first_sentence(at)
        };
        let words = without_bullet(heading);
        let sign = heading.strip_suffix(words).unwrap_or_default();
        let node = Node {
            label: sign.trim().to_owned(),
            heading: words.trim().to_owned(),
            form: if whole { Form::Block } else { Form::RunIn },
            ..Node::default()
        };
        self.open(Key::Lead, node, 0);
        if let Some(rest) = text.get(heading.len()..) {
            self.body(rest);
        }
    }

    /// Ends the last of the paragraphs with headings, or the last box: what follows belongs to the section above.
    pub(super) fn close_leads(&mut self) {
        let lead = |key| matches!(key, Key::Lead | Key::Box);
        if let Some(at) = self.stack.iter().position(|open| lead(open.key)) {
            self.stack.truncate(at);
            self.aside_due = true;
        }
        while self.stack.last().is_some_and(|open| open.key == Key::Aside) {
            self.stack.pop();
        }
    }

    /// A heading without numbering, or with what counts it: 01 工作总结, 附件2：渔港改造清单.
    pub(super) fn chapter(&mut self, at: usize, level: u8) {
        let document = self.document;
        let text = document.text(at);
        let Some(bytes) = document.count_of(at).or_else(|| annex_label(text)) else {
            let level = match document.style(at) {
                Style::Heading(_) => document.level_below(at, level),
                _ => level,
            };
            return self.part(level, text);
        };
        let (mark, heading) = text.split_at_checked(bytes).unwrap_or(("", text));
        let node = Node {
            label: mark.trim_end().to_owned(),
            heading: heading.trim_start().to_owned(),
            ..Node::default()
        };
        self.open(Key::Part(level), node, 0);
    }

    /// A heading with number whose style says its level.
    pub(super) fn styled(&mut self, level: u8, label: Label, text: &str) {
        let (mark, heading) = text.split_at_checked(label.bytes).unwrap_or((text, ""));
        let node = Node {
            label: mark.trim().to_owned(),
            heading: heading.trim().to_owned(),
            ..Node::default()
        };
        self.open(Key::Part(level), node, label.number);
    }

    /// A box, or an item of the box that is open, behind so many bytes of its name or number.
    pub(super) fn boxed(&mut self, key: Key, bytes: usize, text: &str) {
        if key == Key::Box {
            self.close_leads();
            let is_item = |key| matches!(key, Key::Numbered(manner) if is_list(manner));
            while self.stack.last().is_some_and(|open| is_item(open.key)) {
                self.stack.pop();
            }
        }
        let (label, heading) = text.split_at_checked(bytes).unwrap_or((text, ""));
        let node = Node {
            label: label.trim().to_owned(),
            heading: heading.to_owned(),
            ..Node::default()
        };
        self.open(key, node, 0);
    }

    /// An annex whose title stands on the next line.
    pub(super) fn annex(&mut self, at: usize) {
        let node = Node {
            label: self.document.text(at).trim().to_owned(),
            heading: self.document.text(at + 1).trim().to_owned(),
            ..Node::default()
        };
        self.open(Key::Part(1), node, 0);
        self.skipped = Some(at + 1);
    }

    /// Whether a numbered line is one sentence, and the paragraph that spells it out stands below it: its full stop
    /// does not make it text. All of its siblings have to be so.
    pub(super) fn is_above_paragraph(&self, label: Label, at: usize) -> bool {
        let text = self.document.text(at);
        let heading = text.get(label.bytes..).unwrap_or_default().trim_start();
        let open = self
            .stack
            .iter()
            .find(|open| open.key == Key::Numbered(label.manner));
        let sibling = open.and_then(|open| self.tree.nodes.get(open.node));
        is_heading_line(heading, self.document.sentences(at))
            && is_longer(self.document, at + 1, heading.chars().count())
            && sibling.is_none_or(|sibling| sibling.form == Form::Block)
    }
}

#[cfg(test)]
mod tests {
    use super::annex_label;

    #[test]
    fn what_numbers_an_annex_is_no_part_of_its_title() {
        let title = |text: &'static str| annex_label(text).and_then(|bytes| text.get(bytes..));
        for (text, expected) in [
            ("附件2：渔港改造清单", Some("渔港改造清单")),
            (
                "附件　二〇三一年渔港改造清单",
                Some("二〇三一年渔港改造清单"),
            ),
            ("附：2031年渔港改造清单", Some("2031年渔港改造清单")),
            ("附錄一 漁港改造清單", Some("漁港改造清單")),
            ("附件1．渔港改造清单", Some("渔港改造清单")),
            ("附件：1．渔港改造清单", None),
            ("附件渔港改造清单", None),
            ("附件1", None),
            ("名词解释", None),
        ] {
            assert_eq!(title(text), expected, "{text}");
        }
    }
}
