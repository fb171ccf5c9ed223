//! The parts of the screen, and the text from the mark under the cursor on, set for them.

use crate::page::{Page, paragraphs};
use crate::store::marks::Found;
use crate::store::store::Store;
use crate::view::area::{Area, body, list_over, measure};
use crate::width::Ambiguous;
use crate::wrap::Rules;

/// Bytes of text around a mark that are set for its preview: more than any screen shows.
const PREVIEW: usize = 16 << 10;
/// Sections that a preview may go on to.
const SECTIONS: usize = 20;

/// The list of marks and the text of the one under the cursor.
pub fn areas(size: (u16, u16)) -> (Area, Option<Area>) {
    let body = body(size);
    list_over(body, (body.rows / 2).max(1))
}

/// What a preview is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct SetFor {
    /// Bulletin, section and paragraph, counted from the section's first.
    place: Option<(usize, usize, usize)>,
    cells: u16,
    rows: u16,
    ambiguous: Ambiguous,
    rules: Rules,
}

/// The preview.
#[derive(Debug)]
pub struct Lay {
    /// Its rows.
    pub preview: Vec<String>,
    set_for: SetFor,
}

impl Lay {
    /// The text of a mark for the screen of now: what was set before, if that was the same.
    pub fn of(before: Option<Self>, at: Option<usize>, store: &Store) -> Self {
        let preview = areas(store.size).1;
        let set_for = SetFor {
            place: place_of(at, store),
            cells: measure(store.size.0, false),
            rows: preview.map_or(0, |area| area.rows),
            ambiguous: store.ambiguous,
            rules: store.rules,
        };
        match before.filter(|lay| lay.set_for == set_for) {
            Some(lay) => lay,
            None => Self {
                preview: lines(set_for, store).unwrap_or_default(),
                set_for,
            },
        }
    }
}

/// Where a mark is; of none, the place that is open.
fn place_of(at: Option<usize>, store: &Store) -> Option<(usize, usize, usize)> {
    let Some(at) = at else {
        let (bulletin, section) = store.here.top?;
        let place = store.here.place.as_ref()?;
        return Some((bulletin, section, place.paragraph));
    };
    match *store.found_marks.get(at)? {
        Found::Here(bulletin, section, paragraph) => Some((bulletin, section, paragraph)),
        Found::Changed(bulletin, section) => Some((bulletin, section, 0)),
        Found::Gone => None,
    }
}

/// The rows of text from a paragraph of a section on.
fn lines(set_for: SetFor, store: &Store) -> Option<Vec<String>> {
    let (bulletin, section, paragraph) = set_for.place?;
    let bulletin = store.bulletins.get(bulletin)?;
    let end = bulletin.sections().len().min(section + SECTIONS);
    let own = paragraphs(bulletin, section..end);
    let cells = set_for.cells.into();
    let setting = Page::setting(bulletin, cells, set_for.ambiguous, set_for.rules);
    let page = Page::begin(own.into(), 0, setting);
    let page = page.around(bulletin, paragraph, PREVIEW);
    let row = page.row_of_paragraph(paragraph).unwrap_or(0);
    let rows = page.words(bulletin).skip(row);
    Some(rows.take(set_for.rows.into()).collect())
}
