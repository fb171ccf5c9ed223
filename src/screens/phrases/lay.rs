//! The sentences behind the phrase under the cursor, set for a width.

use std::ops::Range;

use crate::store::store::Store;
use crate::view::area::{Area, body, list_over, measure};
use crate::width::Ambiguous;
use crate::wording::quotation::sentence;
use crate::wording::source::reference;
use crate::wrap::{Rules, Setting, wrap};

use super::state::PhraseList;

/// A line of the sentences.
#[derive(Debug)]
pub struct SentenceLine {
    /// Its words.
    pub words: String,
    /// Where in them the phrase stands; empty where it does not.
    pub focus: Range<usize>,
}

/// What lines are set for: the phrase by its place, the cells, and how lines end.
type SetFor = (Option<usize>, u16, Ambiguous, Rules);

/// The sentences.
#[derive(Debug)]
pub struct Lay {
    /// Their lines.
    pub lines: Vec<SentenceLine>,
    set_for: SetFor,
}

/// The list of phrases, and below it the sentences if there is room for them.
pub fn areas(store: &Store) -> (Area, Option<Area>) {
    let body = body(store.size);
    list_over(body, (body.rows * 3 / 5).max(1))
}

impl Lay {
    /// The sentences for the screen of now: what was set before, if that was for the same phrase of the list and the
    /// same width.
    pub fn of(before: Option<Self>, list: &PhraseList, store: &Store) -> Self {
        let (_, preview) = areas(store);
        let cells = preview.map_or(0, |area| measure(area.cells, store.rules.hang));
        let phrase = list.current().filter(|_| cells > 0);
        let set_for = (phrase, cells, store.ambiguous, store.rules);
        match before.filter(|lay| lay.set_for == set_for) {
            Some(lay) => lay,
            None => Self {
                lines: sentences(list, set_for, store),
                set_for,
            },
        }
    }
}

/// The first sentence of each year that says a phrase.
fn sentences(
    list: &PhraseList,
    (phrase, cells, ambiguous, rules): SetFor,
    store: &Store,
) -> Vec<SentenceLine> {
    let mut lines: Vec<SentenceLine> = Vec::new();
    let Some(phrase) = phrase.and_then(|at| list.phrases.get(at)) else {
        return lines;
    };
    let setting = Setting::plain(cells.into(), ambiguous).with(rules);
    let mut shown: Vec<usize> = Vec::new();
    for place in &phrase.places {
        if shown.contains(&place.year) {
            continue;
        }
        shown.push(place.year);
        lines.push(SentenceLine {
            words: reference(place, &list.columns, &store.bulletins),
            focus: 0..0,
        });
        let column = list.columns.get(place.year);
        let text = column.map(|column| column.text(place.passage, &store.bulletins));
        let (words, focus) = sentence(place, text.as_deref().unwrap_or_default());
        for line in wrap(&words, &setting) {
            let part = words.get(line.start..line.end).unwrap_or_default();
            let clip = |at: usize| at.clamp(line.start, line.end) - line.start;
            lines.push(SentenceLine {
                words: part.to_owned(),
                focus: clip(focus.start)..clip(focus.end),
            });
        }
    }
    lines
}
