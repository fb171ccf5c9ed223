//! Help: every key, from the keymap itself, and the signs, set for the screen.

use crate::width;
use crate::wrap::{self, Setting};

use super::action::Action;
use super::{App, moved};

/// A row of help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpRow {
    /// The head of a part.
    Head(&'static str),
    /// Keys, and what they do; the keys are empty where the words go on from the row above.
    Keys(String, String),
    /// What signs mean.
    Sign(String),
    /// Space.
    Blank,
}

/// The screen of help.
#[derive(Debug, Default)]
pub struct Help {
    /// Its rows.
    pub rows: Vec<HelpRow>,
    /// First visible row.
    pub top: usize,
    /// Cells before the words of a row with keys.
    pub column: usize,
}

impl App {
    pub(super) fn help_action(&mut self, action: &Action) {
        let page = usize::from(self.frame().body.rows).max(1);
        let last = self.help.rows.len().saturating_sub(page);
        match action {
            Action::Back | Action::Enter => self.back(),
            action => {
                if let Some(to) = moved(action, self.help.top, last + 1, page) {
                    self.help.top = to;
                }
            }
        }
    }

    pub(super) fn settle_help(&mut self) {
        let body = self.frame().body;
        let words = self.lang.words();
        let lines = self.keymap.help(self.lang);
        let keys: Vec<String> = lines.iter().map(|line| line.keys.join("  ")).collect();
        let cells = |text: &str| width::cells(text, self.ambiguous);
        let widest = keys.iter().map(|k| cells(k)).max().unwrap_or(0);
        // The words begin in one column, which leaves them most of a narrow screen.
        let column = widest.min(usize::from(body.cells) / 3) + 3;
        let room = usize::from(body.cells).saturating_sub(column + 1).max(1);
        let set = |text: &str, room: usize| -> Vec<String> {
            let lines = wrap::words(text, &Setting::plain(room, self.ambiguous));
            lines.map(str::to_owned).collect()
        };
        let mut rows = vec![HelpRow::Head(words.keys_title)];
        for (keys, line) in keys.iter().zip(&lines) {
            let mut left = set(keys, column - 3).into_iter();
            let mut right = set(&line.words, room).into_iter();
            loop {
                match (left.next(), right.next()) {
                    (None, None) => break,
                    (keys, words) => rows.push(HelpRow::Keys(
                        keys.unwrap_or_default(),
                        words.unwrap_or_default(),
                    )),
                }
            }
        }
        rows.extend([HelpRow::Blank, HelpRow::Head(words.signs_title)]);
        let room = usize::from(body.cells).saturating_sub(2).max(1);
        let signs = words.sign_lines(&self.keymap);
        let signs = signs.iter().flat_map(|line| set(line, room));
        rows.extend(signs.map(HelpRow::Sign));
        let lowest = rows.len().saturating_sub(usize::from(body.rows));
        self.help = Help {
            rows,
            top: self.help.top.min(lowest),
            column,
        };
    }
}
