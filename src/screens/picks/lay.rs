//! Picks, set for a size: where list and preview stand, the lines of the preview, and how wide the lengths are. What is
//! made of all picks, and the ledgers that rows stand in, are made once and kept with what they were made of.

use crate::compare::Links;
use crate::export::ledgers::Ledgers;
use crate::export::pick::Size;
use crate::i18n::Lang;
use crate::store::store::Store;
use crate::view::area::{Area, list_over};
use crate::width::{self, Ambiguous};

use super::preview::preview;
use super::state::Shown;

/// The list, and the preview of the pick under the cursor if there is room for it.
pub fn areas(body: Area) -> (Area, Option<Area>) {
    list_over(body, (body.rows / 3).clamp(1, 12))
}

/// What was set.
#[derive(Debug)]
pub struct Lay {
    /// Lines of the preview.
    pub preview: Vec<String>,
    /// What they are of.
    shown: Option<Shown>,
    /// Cells of the longest length.
    pub longest: u16,
    /// The lengths, and cells of ambiguous characters.
    lengths: (Vec<Size>, Ambiguous),
    /// The ledgers that were needed so far.
    ledgers: Ledgers,
    /// What users had said of pairs when they were made.
    links: Links,
}

impl Lay {
    fn new(store: &Store) -> Self {
        Self {
            preview: Vec::new(),
            shown: None,
            longest: 0,
            lengths: (Vec::new(), store.ambiguous),
            ledgers: Ledgers::default(),
            links: store.links.clone(),
        }
    }

    /// Whether its ledgers are still right; they are not once something was said of pairs. The bulletins that they
    /// are made of stay while nothing is read anew.
    pub fn holds(&self, store: &Store) -> bool {
        self.links == store.links
    }

    /// What is seen of the picks, by what was set before where that was made of the same.
    pub fn of(before: Option<Self>, shown: Option<Shown>, store: &Store) -> Self {
        let mut lay = before.unwrap_or_else(|| Self::new(store));
        if lay.shown != shown {
            let lines = shown
                .as_ref()
                .map(|shown| preview(shown, &mut lay.ledgers, store));
            lay.preview = lines.unwrap_or_default();
            lay.shown = shown;
        }
        let sizes = &store.picks.sizes;
        if lay.lengths.0 != *sizes || lay.lengths.1 != store.ambiguous {
            let cells = |size: &Size| {
                let words = length_words(*size, store.lang);
                width::cells(&words, store.ambiguous) as u16
            };
            lay.longest = sizes.iter().map(cells).max().unwrap_or(0);
            lay.lengths = (sizes.clone(), store.ambiguous);
        }
        lay
    }
}

/// How long it is, without what it is made of.
pub fn length(size: Size) -> Size {
    Size {
        length: size.length,
        ..Size::default()
    }
}

/// How long a pick is, in words.
pub fn length_words(size: Size, lang: Lang) -> String {
    length(size).words(0, lang)
}
