//! The text on the screen: the path of headings above it, the words with what is marked in them.

use std::borrow::Cow;
use std::ops::Range;

use crate::model::Section;
use crate::page::{Anchor, Part, Row};
use crate::search::Hit;
use crate::store::marks::Found;
use crate::store::memory::Mark;
use crate::store::store::Store;
use crate::view::area::{Area, GUTTER, text_area};
use crate::view::canvas::Canvas;
use crate::view::pen::{Pen, pieces};
use crate::wording::source::path_words;

use super::look::{InView, Looks, sign_of_place};
use super::pages::Shown;
use super::state::State;

/// Draws the pane of the text.
pub fn draw(state: &State, store: &Store, canvas: &mut Canvas<'_>, pane: Area) {
    let theme = canvas.theme;
    let area = text_area(pane);
    match state.text.shown {
        Some(Shown::Bulletin(_)) => {
            path(state, store, canvas, pane);
            let top = state.text.top;
            let rows: Vec<Row> = (top..)
                .map_while(|row| state.text.page().row(row))
                .take(area.rows.into())
                .collect();
            let figures = figures_in_view(state, store, &rows);
            let hits = hits_in_view(state, store, &rows);
            let marks = marks_in_text(state, store);
            for (at, row) in (0..area.rows).zip(rows) {
                let y = area.y + at;
                let place = Area { y, rows: 1, ..area };
                text_line(state, store, canvas, place, row, (&figures, &hits));
                let at = top + usize::from(at);
                if marks.iter().any(|mark| is_on(state, *mark, at)) {
                    sign_of_place(canvas, place, "*");
                }
            }
        }
        Some(Shown::Problem(_)) => {
            let lines = state.text.pages.report.iter().skip(state.text.top);
            for (line, row) in lines.zip(0..area.rows) {
                let x = area.x + GUTTER;
                canvas.put(x, area.y + row, line, area.end(), theme.text);
            }
        }
        None => {}
    }
}

/// The headings down to the section at the top of the text.
fn path(state: &State, store: &Store, canvas: &mut Canvas<'_>, pane: Area) {
    let theme = canvas.theme;
    let place = state.text.top_section();
    let Some((bulletin, section)) = place.and_then(|(b, s)| Some((store.bulletins.get(b)?, s)))
    else {
        return;
    };
    let line = Area {
        x: pane.x + 1,
        cells: pane.cells.saturating_sub(2),
        rows: 1,
        ..pane
    };
    // A heading at the top of the text need not be said twice.
    let first = state.text.page().row(state.text.top);
    let paragraph = first.and_then(|row| state.text.page().paragraphs.get(row.paragraph));
    let above = match paragraph.filter(|p| p.heading) {
        Some(_) => bulletin.parent(section),
        None => Some(section),
    };
    let words = path_words(bulletin, above);
    let style = if state.text.has_focus {
        theme.strong
    } else {
        theme.quiet
    };
    canvas.put_cut(line, &words, style);
}

/// The figures of the paragraphs that rows show, looked for once a frame: a section may have many.
fn figures_in_view<'a>(state: &'a State, store: &'a Store, rows: &[Row]) -> Vec<InView<'a>> {
    let Some(bulletin) = state.text.bulletin().and_then(|b| store.bulletins.get(b)) else {
        return Vec::new();
    };
    let mut bodies: Vec<(usize, Range<usize>)> = Vec::new();
    for row in rows {
        let Some(paragraph) = state.text.page().paragraphs.get(row.paragraph) else {
            continue;
        };
        let body = &paragraph.body;
        match bodies.last_mut() {
            Some((section, seen)) if *section == paragraph.section => seen.end = body.end,
            _ => bodies.push((paragraph.section, body.clone())),
        }
    }
    let figures = bodies.into_iter().flat_map(|(index, body)| {
        let section = bulletin.sections().get(index);
        let all = section.map_or(&[][..], Section::figures).iter();
        let near = all.filter(move |f| f.span.start < body.end && body.start < f.span.end);
        near.map(move |figure| (index, figure))
    });
    figures.collect()
}

/// The hits of the sections that rows show, with their places among all.
fn hits_in_view<'a>(state: &'a State, store: &'a Store, rows: &[Row]) -> Vec<(usize, &'a Hit)> {
    let section = |row: &Row| Some(state.text.page().paragraphs.get(row.paragraph)?.section);
    let first = rows.first().and_then(section);
    let last = rows.last().and_then(section);
    match (state.text.bulletin(), first, last) {
        (Some(bulletin), Some(first), Some(last)) => store.hits.of(bulletin, &(first..last + 1)),
        _ => Vec::new(),
    }
}

/// Draws a row of the text with its figures, hits, passages and signs.
fn text_line(
    state: &State,
    store: &Store,
    canvas: &mut Canvas<'_>,
    area: Area,
    row: Row,
    seen: (&[InView<'_>], &[(usize, &Hit)]),
) {
    let page = state.text.page();
    let Some(paragraph) = page.paragraphs.get(row.paragraph) else {
        return;
    };
    let bulletin = state.text.bulletin();
    let section = bulletin.and_then(|at| store.section(at, paragraph.section));
    let Some(section) = section else {
        return;
    };
    let looks = Looks::of(state, store, canvas.theme, (paragraph, section), seen);
    let shown = page.pieces(&row);
    for piece in &shown {
        let x = area.x + GUTTER + piece.line.indent as u16;
        let limit = area.end();
        match piece.part {
            Part::Rule => {
                let cells = (piece.line.cells as u16).min(limit.saturating_sub(x));
                canvas.rule(Area { x, cells, ..area }, canvas.theme.quiet);
            }
            Part::Colon | Part::Head => {
                let sign = piece.sign_words(store.ambiguous).map(Cow::Owned);
                let words = sign.unwrap_or_else(|| paragraph.words_of(section, piece));
                canvas.put(x, area.y, &words, limit, canvas.theme.quiet);
            }
            Part::Words => {
                let gaps = page.gaps(paragraph, section, piece);
                let mut pen = Pen::new((x, area.y), limit, &gaps, looks.base);
                let range = piece.line.start..piece.line.end;
                for part in pieces(&range, looks.ends()) {
                    let words = paragraph.words(section, part.clone());
                    pen.put(canvas, &words, looks.style(part.start));
                }
            }
        }
    }
    let words = shown.iter().filter(|piece| piece.part == Part::Words);
    let words: Vec<Range<usize>> = words.map(|p| p.line.start..p.line.end).collect();
    looks.signs(store, canvas, area, &words);
}

/// Where the marks of the shown bulletin stand in its text.
fn marks_in_text(state: &State, store: &Store) -> Vec<Anchor> {
    let shown = state.text.bulletin();
    let marks = store.reading.memory.marks.iter().zip(&store.found_marks);
    let anchor = |(mark, found): (&Mark, &Found)| match found {
        Found::Here(bulletin, section, paragraph) if Some(*bulletin) == shown => {
            let byte = mark.place.byte;
            state.text.anchor_in(*section, *paragraph, byte)
        }
        _ => None,
    };
    marks.filter_map(anchor).collect()
}

/// Whether a mark stands on a row of the page.
fn is_on(state: &State, mark: Anchor, at: usize) -> bool {
    let page = &state.text.page();
    let byte = Some(mark.byte.unwrap_or(0));
    let holds = |row: Row| row.paragraph == mark.paragraph && row.line.is_some();
    page.row(at).is_some_and(holds) && page.row_of_anchor(Anchor { byte, ..mark }) == at
}
