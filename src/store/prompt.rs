//! An input line: text and caret, edited by cluster.

use crate::keymap::action::Action;
use crate::keymap::mode::ScreenId;
use crate::width::{self, Ambiguous};

/// Bytes that can be typed, at most.
const LONGEST: usize = 4096;

/// What was typed before, the latest last.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    lines: Vec<(ScreenId, String)>,
}

impl Typed {
    /// Lines that are remembered, at most.
    const MOST: usize = 100;

    /// Remembers a line; one that was typed before moves to the end.
    pub fn remember(&mut self, asker: ScreenId, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        let line = (asker, text.to_owned());
        self.lines.retain(|known| *known != line);
        self.lines.push(line);
        let excess = self.lines.len().saturating_sub(Self::MOST);
        self.lines.drain(..excess);
    }
}

/// The input line.
#[derive(Debug)]
pub struct Prompt {
    /// The screen that asks: what is typed goes to it, and it closes the line.
    pub asker: ScreenId,
    /// What it asks for, before the line.
    pub label: &'static str,
    /// What was typed.
    pub text: String,
    /// Byte offset of the caret.
    pub caret: usize,
    /// What is to be answered by yes or no before anything else, in place of the line.
    pub confirm: Option<&'static str>,
    /// What was typed before, and last of all what is typed now.
    lines: Vec<String>,
    /// Which of them is shown.
    line: usize,
}

impl Prompt {
    /// A line that begins with a proposal, the caret behind it.
    pub fn new((asker, label): (ScreenId, &'static str), proposal: &str, before: &Typed) -> Self {
        let before = before.lines.iter().filter(|(of, _)| *of == asker);
        let mut lines: Vec<String> = before.map(|(_, text)| text.clone()).collect();
        // What is proposed is not found once more by going back.
        lines.retain(|line| line != proposal);
        let line = lines.len();
        lines.push(proposal.to_owned());
        Self {
            asker,
            label,
            text: proposal.to_owned(),
            caret: proposal.len(),
            confirm: None,
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

    const FILE: ScreenId = ScreenId("picks");
    const FIND: ScreenId = ScreenId("find");

    fn prompt(proposal: &str) -> Prompt {
        Prompt::new((FILE, ""), proposal, &Typed::default())
    }

    #[test]
    fn characters_are_typed_and_erased_at_the_caret() {
        let mut prompt = prompt("简报.txt");
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
        let mut prompt = prompt("摘要/二〇二二 年度.txt");
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
        for (asker, text) in [
            (FIND, "行程卡"),
            (FILE, "甲.txt"),
            (FIND, ">10%"),
            (FIND, " "),
            (FIND, "行程卡"),
        ] {
            before.remember(asker, text);
        }
        let mut prompt = Prompt::new((FIND, ""), "", &before);
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
        let mut prompt = prompt("e\u{301}");
        prompt.edit(&Action::Erase);
        assert_eq!(prompt.text, "");
    }
}
