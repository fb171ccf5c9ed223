//! The beginning of a pick as it will be taken away, in lines. Knows nothing of where on the screen it stands.

use crate::export::format::Format;
use crate::export::job::{Job, bytes};
use crate::export::ledgers::Ledgers;
use crate::export::order::Order;
use crate::export::sheet;
use crate::store::store::Store;
use crate::wording::flow::flow;
use crate::wrap::{Setting, words};

use super::state::Shown;

/// Cells of a line of a Word document: 28 characters (GB/T 9704-2012 §5.2.3).
const PAGE: u16 = 56;

/// Bytes of text of which JSON is shown before it is written.
const LONGEST_JSON: usize = 1 << 20;

/// The beginning of a pick in the form chosen, in lines of so many cells. Documents are shown by their text, in lines
/// as long as those on their page. Ledgers that were made before are not made again.
pub fn preview(shown: &Shown, made: &mut Ledgers, store: &Store) -> Vec<String> {
    let format = shown.format.to_be_read();
    // JSON is made as a whole.
    if format == Format::Json && bytes(&shown.pick, &store.bulletins) > LONGEST_JSON {
        return vec![store.lang.words().no_preview.to_owned()];
    }
    let cells = usize::from(if format == shown.format {
        shown.cells
    } else {
        shown.cells.min(PAGE)
    });
    let mut order = store.order_of(vec![shown.pick.clone()], format);
    order.renumber = shown.renumber && shown.format.has_numbering();
    if format.has_lines() {
        order.cells = cells.max(12);
    }
    let ledgers = made.needed(&order.picks, &store.bulletins, &store.links);
    let (text, more) = beginning(order, ledgers, store);
    if format == Format::Csv {
        return cards(&text, cells, store);
    }
    let setting = Setting::plain(cells.max(1), shown.ambiguous);
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.is_empty() || format.has_lines() {
            lines.push(line.to_owned());
        } else {
            lines.extend(words(line, &setting).map(str::to_owned));
        }
    }
    if more {
        lines.push("…".to_owned());
    }
    lines
}

/// The first bit of what is taken away, which fills more than a screen; whether there is more.
fn beginning(order: Order, ledgers: Ledgers, store: &Store) -> (String, bool) {
    let mut bytes = Vec::new();
    // Memory takes all that is written to it.
    let written = Job::begin(order, ledgers, &store.bulletins, &mut bytes).and_then(|mut job| {
        let more = job.step(&store.bulletins)?;
        if !more {
            job.finish()?;
        }
        Ok(more)
    });
    let text = String::from_utf8_lossy(&bytes).into_owned();
    (text, written.unwrap_or(true))
}

/// A sheet to be looked at.
fn cards(text: &str, cells: usize, store: &Store) -> Vec<String> {
    let mut lines = Vec::new();
    for card in sheet::cards(text) {
        lines.extend(flow(&card, cells, store.ambiguous));
        lines.push(String::new());
    }
    if lines.is_empty() {
        lines.push(store.lang.words().no_figures.to_owned());
    }
    lines
}
