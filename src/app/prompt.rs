//! An input line: text and caret, edited by cluster.

use std::path::PathBuf;

use crate::width::{self, Ambiguous};

use super::action::Action;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The name of a file to export to.
    #[default]
    File,
    /// Words to be counted.
    Words,
    /// What to look for.
    Find,
    /// The name of a mark.
    Mark,
    /// Which action to do.
    Action,
}

/// Bytes that can be typed, at most.
const LONGEST: usize = 4096;

/// What was typed before, the latest last.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    lines: Vec<(Wanted, String)>,
}

impl Typed {
    /// Lines that are remembered, at most.
    const MOST: usize = 100;

    /// Remembers a line; one that was typed before moves to the end.
    pub fn remember(&mut self, wanted: Wanted, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let line = (wanted, text.to_owned());
        self.lines.retain(|known| *known != line);
        self.lines.push(line);
        let excess = self.lines.len().saturating_sub(Self::MOST);
        self.lines.drain(..excess);
    }
}

/// The input line.
#[derive(Debug, Default)]
pub struct Prompt {
    /// What is asked for.
    pub wanted: Wanted,
    /// What was typed.
    pub text: String,
    /// Byte offset of the caret.
    pub caret: usize,
    /// A file that exists: waits for leave to overwrite it.
    pub overwrite: Option<PathBuf>,
    /// What was typed before, and last of all what is typed now.
    lines: Vec<String>,
    /// Which of them is shown.
    line: usize,
}

impl Prompt {
    /// A line that begins with a proposal, the caret behind it.
    pub fn new(wanted: Wanted, proposal: &str, before: &Typed) -> Self {
        let before = before
            .lines
            .iter()
            .filter(|(for_what, _)| *for_what == wanted);
        let mut lines: Vec<String> = before.map(|(_, text)| text.clone()).collect();
        // What is proposed is not found once more by going back.
        lines.retain(|line| line != proposal);
        let line = lines.len();
        lines.push(proposal.to_owned());
        Self {
            wanted,
            text: proposal.to_owned(),
            caret: proposal.len(),
            overwrite: None,
            lines,
            line,
        }
    }

    /// Whether it shows what is typed now, not what was typed before.
    pub fn is_newest(&self) -> bool {
        self.line + 1 >= self.lines.len()
    }

    /// Shows a line that was typed before, or the one typed now.
    fn show(&mut self, line: usize) {
        if self.is_newest()
            && let Some(now) = self.lines.last_mut()
        {
            now.clone_from(&self.text);
        }
        if let Some(text) = self.lines.get(line) {
            (self.text, self.line) = (text.clone(), line);
            self.caret = self.text.len();
        }
    }

    /// Where the word before the caret begins: behind a space or a slash.
    fn word(&self) -> usize {
        let before = self.text.get(..self.caret).unwrap_or_default();
        let parts = |c: char| c.is_whitespace() || c == '/';
        let word = before.trim_end_matches(parts);
        let space = word.char_indices().rfind(|(_, c)| parts(*c));
        space.map_or(0, |(at, c)| at + c.len_utf8())
    }

    /// The clusters' boundaries before and behind the caret.
    fn around(&self) -> (usize, usize) {
        let mut before = 0;
        for cluster in width::clusters(&self.text, Ambiguous::Narrow) {
            let end = cluster.start + cluster.text.len();
            if end > self.caret {
                return (before, end);
            }
            before = cluster.start;
        }
        (before, self.text.len())
    }

    /// Changes the text or moves the caret.
    pub fn edit(&mut self, action: &Action) {
        let (before, behind) = self.around();
        match action {
            Action::Type(c) if !c.is_control() && self.text.len() < LONGEST => {
                self.text.insert(self.caret, *c);
                self.caret += c.len_utf8();
            }
            Action::Erase if self.caret > 0 => {
                self.text.replace_range(before..self.caret, "");
                self.caret = before;
            }
            Action::Delete => self.text.replace_range(self.caret..behind, ""),
            Action::EraseWord => {
                let from = self.word();
                self.text.replace_range(from..self.caret, "");
                self.caret = from;
            }
            Action::EraseLine => {
                self.text.replace_range(..self.caret, "");
                self.caret = 0;
            }
            Action::Up => {
                if let Some(line) = self.line.checked_sub(1) {
                    self.show(line);
                }
            }
            Action::Down => self.show(self.line + 1),
            Action::Left => self.caret = before,
            Action::Right => self.caret = behind,
            Action::Top => self.caret = 0,
            Action::Bottom => self.caret = self.text.len(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_typed_and_erased_at_the_caret() {
        let mut prompt = Prompt::new(Wanted::File, "简报.txt", &Typed::default());
        for _ in 0..4 {
            prompt.edit(&Action::Left);
        }
        prompt.edit(&Action::Type('甲'));
        assert_eq!(prompt.text, "简报甲.txt");
        prompt.edit(&Action::Erase);
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "简.txt");
        prompt.edit(&Action::Delete);
        assert_eq!(prompt.text, "简txt");
        prompt.edit(&Action::Top);
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "简txt");
    }

    #[test]
    fn words_and_all_before_the_caret_are_erased() {
        let mut prompt = Prompt::new(Wanted::File, "摘要/二〇二二 年度.txt", &Typed::default());
        let mut steps = Vec::new();
        for _ in 0..4 {
            prompt.edit(&Action::EraseWord);
            steps.push(prompt.text.clone());
        }
        assert_eq!(steps, ["摘要/二〇二二 ", "摘要/", "", ""]);
        prompt.edit(&Action::Type('甲'));
        prompt.edit(&Action::Type('乙'));
        prompt.edit(&Action::Left);
        prompt.edit(&Action::EraseLine);
        assert_eq!((prompt.text.as_str(), prompt.caret), ("乙", 0));
    }

    #[test]
    fn what_was_typed_before_comes_back_and_what_is_typed_now_is_kept() {
        let mut before = Typed::default();
        for (wanted, text) in [
            (Wanted::Find, "行程卡"),
            (Wanted::File, "甲.txt"),
            (Wanted::Find, ">10%"),
            (Wanted::Find, " "),
            (Wanted::Find, "行程卡"),
        ] {
            before.remember(wanted, text);
        }
        let mut prompt = Prompt::new(Wanted::Find, "", &before);
        prompt.edit(&Action::Type('x'));
        let mut seen = Vec::new();
        for action in [
            Action::Up,
            Action::Up,
            Action::Up,
            Action::Down,
            Action::Down,
            Action::Down,
        ] {
            prompt.edit(&action);
            seen.push(prompt.text.clone());
        }
        assert_eq!(seen, ["行程卡", ">10%", ">10%", "行程卡", "x", "x"]);
    }

    #[test]
    fn an_accent_goes_with_its_letter() {
        let mut prompt = Prompt::new(Wanted::Find, "e\u{301}", &Typed::default());
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "");
    }
}
