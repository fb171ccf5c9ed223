//! The tree on the screen: tick box, fold mark, heading, number of figures.

use crate::i18n::counted;
use crate::store::picks::Ticked;
use crate::store::store::Store;
use crate::view::area::Area;
use crate::view::canvas::Canvas;

use super::count::count;
use super::outline::{Node, Outline, OutlineItem};
use super::outline_name::{bulletin_as, name, place_among_equals};
use super::panes::tree_area;

/// Cells that a level is set in.
const STEP: u16 = 2;
/// Levels beyond this one are not set in further, so that headings keep room.
const DEEPEST: usize = 6;

/// Draws the tree.
pub fn draw(
    outline: &Outline,
    has_focus: bool,
    store: &Store,
    canvas: &mut Canvas<'_>,
    pane: Area,
) {
    let theme = canvas.theme;
    let list = tree_area(pane);
    if list.y > pane.y {
        let words = store.lang.words();
        let title = format!(
            "{}  {}",
            words.library,
            counted(store.bulletins.len(), words.copies)
        );
        let line = Area {
            x: pane.x + 1,
            cells: pane.cells.saturating_sub(2),
            ..pane
        };
        canvas.put_cut(line, &title, theme.strong);
    }
    let items = outline.items.iter().enumerate().skip(outline.top);
    for ((at, item), row) in items.zip(0..list.rows) {
        let line = Area {
            y: list.y + row,
            rows: 1,
            ..list
        };
        row_of(outline, store, canvas, line, item);
        if at == outline.cursor {
            let style = if has_focus {
                theme.cursor
            } else {
                theme.marked
            };
            canvas.style_row(line, style);
        }
    }
}

fn row_of(
    outline: &Outline,
    store: &Store,
    canvas: &mut Canvas<'_>,
    line: Area,
    item: &OutlineItem,
) {
    let theme = canvas.theme;
    let end = line.end();
    let tick = tick(store, item.node);
    canvas.put(line.x, line.y, tick, end, theme.text);
    // Series have no tick box and stand left of everything.
    let x = match item.depth.min(DEEPEST) as u16 {
        0 => line.x,
        depth => line.x + 4 + STEP * (depth - 1),
    };
    // Behind the tick box, where no other sign stands.
    let read = is_read(store, item.node);
    if read {
        let sign = canvas.sign("✓", "v");
        canvas.put(line.x + 3, line.y, sign, end, theme.quiet);
    }
    let fold = match (item.foldable, outline.is_open(item.node)) {
        (false, _) => " ",
        (true, true) => canvas.sign("▾", "-"),
        (true, false) => canvas.sign("▸", "+"),
    };
    canvas.put(x, line.y, fold, end, theme.quiet);
    let count = count(store, item.node);
    let taken = canvas.cells(&count) as u16 + u16::from(!count.is_empty());
    let words = Area {
        x: x + 2,
        cells: end.saturating_sub(x + 2 + taken),
        ..line
    };
    let style = match item.node {
        Node::Series(_) | Node::Problems => theme.strong,
        _ if read => theme.quiet,
        _ => theme.text,
    };
    let fits = |name: &str| canvas.cells(name) <= usize::from(words.cells);
    let name = match item.node {
        Node::Bulletin(index) => bulletin_as(store, index, fits),
        node => name(store, node),
    };
    let behind = place_among_equals(store, item.node);
    let taken_behind = canvas.cells(&behind) as u16;
    let words = Area {
        cells: words.cells.saturating_sub(taken_behind),
        ..words
    };
    let x = canvas.put_cut(words, &name, style);
    canvas.put(x, line.y, &behind, end, theme.quiet);
    let x = end - taken + u16::from(taken > 0);
    canvas.put(x, line.y, &count, end, theme.quiet);
}

/// Whether a bulletin or a section was read to its end.
fn is_read(store: &Store, node: Node) -> bool {
    let (bulletin, sections) = match node {
        Node::Bulletin(bulletin) => (bulletin, 0..usize::MAX),
        Node::Section(bulletin, section) => {
            let of = store.bulletins.get(bulletin);
            let end = of.and_then(|of| Some(of.sections().get(section)?.end));
            (bulletin, section..end.unwrap_or(section))
        }
        _ => return false,
    };
    let progress = store.reading.progress(bulletin);
    progress.is_some_and(|progress| progress.is_read(&sections))
}

fn tick(store: &Store, node: Node) -> &'static str {
    let ticked = match node {
        Node::Bulletin(index) => Some(store.picks.bulletin_ticked(&store.bulletins, index)),
        Node::Section(index, section) => Some(store.picks.ticked(&store.bulletins, index, section)),
        _ => None,
    };
    match ticked {
        Some(Ticked::Yes) => "[x]",
        Some(Ticked::Partly) => "[-]",
        Some(Ticked::No) => "[ ]",
        None => "",
    }
}
