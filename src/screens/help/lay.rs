//! Help, set for a width.

use crate::store::store::Store;
use crate::view::area::body;
use crate::width::{self, Ambiguous};
use crate::wrap::{self, Setting};

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

/// The rows of help.
#[derive(Debug)]
pub struct Lay {
    /// The rows.
    pub rows: Vec<HelpRow>,
    /// Cells before the words of a row with keys.
    pub column: usize,
    /// Cells of the screen and of ambiguous characters that it is set for.
    set_for: (u16, Ambiguous),
}

impl Lay {
    /// Help for the screen of now: what was set before, if that was for the same width.
    pub fn of(before: Option<Self>, store: &Store) -> Self {
        let set_for = (store.size.0, store.ambiguous);
        match before.filter(|lay| lay.set_for == set_for) {
            Some(lay) => lay,
            None => Self::new(store, set_for),
        }
    }

    fn new(store: &Store, set_for: (u16, Ambiguous)) -> Self {
        let body = body(store.size);
        let words = store.lang.words();
        let lines = store.keymap.help(store.lang);
        let keys: Vec<String> = lines.iter().map(|line| line.keys.join("  ")).collect();
        let cells = |text: &str| width::cells(text, store.ambiguous);
        let widest = keys.iter().map(|k| cells(k)).max().unwrap_or(0);
        // The words begin in one column, which leaves them most of a narrow screen.
        let column = widest.min(usize::from(body.cells) / 3) + 3;
        let room = usize::from(body.cells).saturating_sub(column + 1).max(1);
        let set = |text: &str, room: usize| -> Vec<String> {
            let lines = wrap::words(text, &Setting::plain(room, store.ambiguous));
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
        let signs = words.sign_lines.iter().flat_map(|line| set(line, room));
        rows.extend(signs.map(HelpRow::Sign));
        Self {
            rows,
            column,
            set_for,
        }
    }
}
