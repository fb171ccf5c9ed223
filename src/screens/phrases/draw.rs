//! Phrases on the screen: what a year says first and what it no longer says, with the sentences behind it.

use std::ops::Range;

use ratatui::style::Modifier;

use crate::store::store::Store;
use crate::view::area::{Area, GUTTER};
use crate::view::canvas::Canvas;

use super::lay::{Lay, areas};
use super::state::{PhraseItem, PhraseList, Why};

/// Draws the list, and the sentences below it.
pub fn draw(lay: &Lay, list: &PhraseList, store: &Store, canvas: &mut Canvas<'_>) {
    let theme = canvas.theme;
    let (area, preview) = areas(store);
    let items = list.items.iter().enumerate().skip(list.top);
    for ((at, item), row) in items.zip(0..area.rows) {
        let line = area.line(row);
        draw_item(list, store, canvas, line.inner(), item);
        if at == list.cursor {
            canvas.style_row(line, theme.cursor);
        }
    }
    let Some(area) = preview else { return };
    let title = store.lang.words().evidence;
    canvas.rule_above(area, title, (theme.quiet, theme.strong));
    let end = area.end();
    for (line, row) in lay.lines.iter().zip(0..area.rows) {
        let (words, focus) = (&line.words, &line.focus);
        let y = area.y + row;
        let part = |range: Range<usize>| words.get(range).unwrap_or_default();
        let quiet = focus.is_empty() && words.contains('#');
        let style = if quiet { theme.quiet } else { theme.text };
        let x = canvas.put(area.x + GUTTER, y, part(0..focus.start), end, style);
        let marked = theme.strong.add_modifier(Modifier::UNDERLINED);
        let x = canvas.put(x, y, part(focus.clone()), end, marked);
        canvas.put(x, y, part(focus.end..words.len()), end, style);
    }
}

fn draw_item(
    list: &PhraseList,
    store: &Store,
    canvas: &mut Canvas<'_>,
    line: Area,
    item: &PhraseItem,
) {
    let theme = canvas.theme;
    match item {
        PhraseItem::Head(words, count) => {
            canvas.put_cut(line, &format!("{words}  {count}"), theme.strong);
        }
        PhraseItem::Nothing => {
            let words = store.lang.words().no_phrases;
            canvas.put_cut(line, &format!("    {words}"), theme.quiet);
        }
        PhraseItem::Phrase(at, why) => {
            let Some(phrase) = list.phrases.get(*at) else {
                return;
            };
            let (sign, style) = match why {
                Why::Asked => ("=", theme.strong),
                Why::New => ("+", theme.sign(theme.added)),
                Why::Gone => ("-", theme.sign(theme.gone)),
            };
            let end = line.end();
            let x = canvas.put(line.x + 1, line.y, sign, end, style);
            let counts: Vec<String> = phrase.counts.iter().map(ToString::to_string).collect();
            let counts = counts.join(canvas.sign("→", ">"));
            let cells = canvas.cells(&counts) as u16;
            let room = Area {
                x: x + 1,
                cells: line.cells.saturating_sub(4 + cells + 2),
                ..line
            };
            canvas.put_cut(room, &phrase.words, theme.text);
            let right = end.saturating_sub(cells);
            canvas.put(right, line.y, &counts, end, theme.quiet);
        }
    }
}
