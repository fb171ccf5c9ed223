//! Read: tree, divider, heading path, and the text with its figures marked.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::Style;

use crate::app::App;
use crate::app::layout::{self, Area};
use crate::app::reader::Shown;
use crate::model::{Figure, Origin, Role, Section};
use crate::page::{Anchor, Paragraph, Part, Row};
use crate::search::Hit;
use crate::width::fit;
use crate::wording::source::path_words;

use super::canvas::Canvas;
use super::outline;
use super::pen::{Pen, pieces};
use super::theme::Theme;

/// What the header says: the series and the year; the place among the neighbours and in percent.
pub fn position(app: &App) -> (String, String) {
    let words = app.lang.words();
    let Some(bulletin) = app.shown_bulletin().and_then(|b| app.bulletins.get(b)) else {
        let title = if app.reader.shown.is_some() {
            words.problems
        } else {
            ""
        };
        return (title.to_owned(), String::new());
    };
    let title = match bulletin.date {
        Some(date) => format!("{} {}", bulletin.series, date.year()),
        None => bulletin.series.clone(),
    };
    let pane = app.panes().text.unwrap_or(app.frame().body);
    let seen = app.reader.top + usize::from(layout::text_area(pane).rows);
    let percent = app.reader.page.percent(seen.saturating_sub(1));
    let section = app
        .current_section()
        .or_else(|| app.top_section())
        .and_then(|(_, s)| bulletin.sections().get(s).map(|section| (s, section)));
    let Some((index, section)) = section else {
        return (title, format!("{percent}%"));
    };
    let of = bulletin.children(bulletin.parent(index)).count();
    let at = section.number.last().copied().unwrap_or(1);
    let place = match app.lang {
        crate::i18n::Lang::Zh => format!("第 {at}/{of} {}", words.section),
        crate::i18n::Lang::En => format!("{} {at}/{of}", words.section),
    };
    (title, format!("{place}  {percent}%"))
}

/// Draws both panes.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let panes = app.panes();
    if let Some(tree) = panes.tree {
        outline::render(app, theme, canvas, tree);
    }
    if let Some(divider) = panes.divider {
        canvas.divider(divider, theme.quiet);
    }
    if let Some(pane) = panes.text {
        text_pane(app, theme, canvas, pane);
    }
}

fn text_pane(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, pane: Area) {
    let area = layout::text_area(pane);
    match app.reader.shown {
        Some(Shown::Bulletin(_)) => {
            path(app, theme, canvas, pane);
            let top = app.reader.top;
            let rows: Vec<Row> = (top..)
                .map_while(|row| app.reader.page.row(row))
                .take(area.rows.into())
                .collect();
            let figures = figures_in_view(app, &rows);
            let hits = hits_in_view(app, &rows);
            let marks = app.marks_in_text();
            for (at, row) in (0..area.rows).zip(rows) {
                let y = area.y + at;
                let place = Area { y, rows: 1, ..area };
                text_line(app, theme, canvas, place, row, (&figures, &hits));
                let at = top + usize::from(at);
                if marks.iter().any(|mark| is_on(app, *mark, at)) {
                    sign_of_place(canvas, place, "*", theme);
                }
            }
        }
        Some(Shown::Problem(_)) => {
            let lines = app.reader.report.iter().skip(app.reader.top);
            for (line, row) in lines.zip(0..area.rows) {
                let x = area.x + layout::GUTTER;
                canvas.put(x, area.y + row, line, area.x + area.cells, theme.text);
            }
        }
        None => {}
    }
}

/// The headings down to the section at the top of the text.
fn path(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, pane: Area) {
    let place = app.top_section();
    let Some((bulletin, section)) = place.and_then(|(b, s)| Some((app.bulletins.get(b)?, s)))
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
    let first = app.reader.page.row(app.reader.top);
    let paragraph = first.and_then(|row| app.reader.page.paragraphs.get(row.paragraph));
    let above = match paragraph.filter(|p| p.heading) {
        Some(_) => bulletin.parent(section),
        None => Some(section),
    };
    let words = path_words(bulletin, above);
    let style = if app.reader.text_has_focus {
        theme.strong
    } else {
        theme.quiet
    };
    canvas.put_cut(line, &words, style);
}

/// A figure and the index of its section.
type InView<'a> = (usize, &'a Figure);

/// The figures of the paragraphs that rows show, looked for once a frame: a section may have many.
fn figures_in_view<'a>(app: &'a App, rows: &[Row]) -> Vec<InView<'a>> {
    let Some(bulletin) = app.shown_bulletin().and_then(|b| app.bulletins.get(b)) else {
        return Vec::new();
    };
    let mut bodies: Vec<(usize, Range<usize>)> = Vec::new();
    for row in rows {
        let Some(paragraph) = app.reader.page.paragraphs.get(row.paragraph) else {
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
fn hits_in_view<'a>(app: &'a App, rows: &[Row]) -> Vec<(usize, &'a Hit)> {
    let section = |row: &Row| Some(app.reader.page.paragraphs.get(row.paragraph)?.section);
    let first = rows.first().and_then(section);
    let last = rows.last().and_then(section);
    match (app.shown_bulletin(), first, last) {
        (Some(bulletin), Some(first), Some(last)) => app.hits_of(bulletin, first..last + 1),
        _ => Vec::new(),
    }
}

fn text_line(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    area: Area,
    row: Row,
    (figures, hits): (&[InView<'_>], &[(usize, &Hit)]),
) {
    let page = &app.reader.page;
    let bulletin = app.shown_bulletin().and_then(|b| app.bulletins.get(b));
    let paragraph = page.paragraphs.get(row.paragraph);
    let (Some(bulletin), Some(paragraph)) = (bulletin, paragraph) else {
        return;
    };
    let Some(section) = bulletin.sections().get(paragraph.section) else {
        return;
    };
    let own = figures
        .iter()
        .filter(|(index, _)| *index == paragraph.section);
    let picked = app
        .shown_bulletin()
        .map(|index| app.picks.passages(index, paragraph.section).collect());
    let looks = Looks {
        theme,
        paragraph,
        section,
        base: if paragraph.is_head() {
            theme.strong
        } else {
            theme.text
        },
        figures: own.map(|(_, figure)| *figure).collect(),
        hits: app.hits_in(paragraph, section, hits),
        picked: picked.unwrap_or_default(),
        cursor: app.unit_in(paragraph.section),
    };
    let shown = page.pieces(&row);
    for piece in &shown {
        let x = area.x + layout::GUTTER + piece.line.indent as u16;
        let limit = area.x + area.cells;
        match piece.part {
            Part::Rule => {
                let cells = (piece.line.cells as u16).min(limit.saturating_sub(x));
                canvas.rule(Area { x, cells, ..area }, theme.quiet);
            }
            Part::Colon | Part::Head => {
                let sign = piece.sign_words(app.ambiguous).map(Cow::Owned);
                let words = sign.unwrap_or_else(|| paragraph.words_of(section, piece));
                canvas.put(x, area.y, &words, limit, theme.quiet);
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
    looks.signs(app, canvas, area, &words);
}

/// How the words of a paragraph look.
struct Looks<'a> {
    theme: &'a Theme,
    paragraph: &'a Paragraph,
    section: &'a Section,
    base: Style,
    figures: Vec<&'a Figure>,
    /// Ranges of the paragraph's text, and whether it is the hit that was gone to.
    hits: Vec<(Range<usize>, bool)>,
    picked: Vec<&'a Range<usize>>,
    cursor: Option<&'a Range<usize>>,
}

impl Looks<'_> {
    fn valued(&self) -> impl Iterator<Item = &Figure> {
        let figures = self.figures.iter().copied();
        figures.filter(|figure| figure.value.is_some())
    }

    /// How the words at a byte of the paragraph's text look.
    fn style(&self, at: usize) -> Style {
        let (theme, paragraph) = (self.theme, self.paragraph);
        let (_, body) = paragraph.split(at..at);
        let figure = self
            .valued()
            .find(|figure| figure.span.contains(&body.start));
        let style = match figure {
            _ if at < paragraph.lead.len() => theme.strong,
            Some(figure) => self.base.patch(theme.figure(figure.role)),
            None if body.start < self.section.heading_bytes => theme.strong,
            None => self.base,
        };
        let hit = self.hits.iter().find(|(span, _)| span.contains(&at));
        let style = with_found(theme, style, hit.map(|(_, current)| *current));
        let holds = |span: &Range<usize>| at >= paragraph.lead.len() && span.contains(&body.start);
        let picked = self.picked.iter().any(|span| holds(span));
        let style = if picked {
            style.patch(theme.strong)
        } else {
            style
        };
        match self.cursor {
            Some(span) if holds(span) => style.patch(theme.cursor),
            _ => style,
        }
    }

    /// Where looks may change, in bytes of the paragraph's text.
    fn ends(&self) -> impl Iterator<Item = usize> {
        let valued = self.valued();
        let in_body = valued.flat_map(|figure| [figure.span.start, figure.span.end]);
        let in_body = in_body.chain([self.section.heading_bytes]);
        let chosen = self.picked.iter().copied().chain(self.cursor);
        let in_body = in_body.chain(chosen.flat_map(|span| [span.start, span.end]));
        let ends = in_body.map(|at| self.paragraph.place(at));
        let hits = self.hits.iter();
        let ends = ends.chain(hits.flat_map(|(span, _)| [span.start, span.end]));
        ends.chain([self.paragraph.lead.len()])
    }

    /// The signs beside a line that shows some words: of what is picked, found, promised and reported.
    fn signs(&self, app: &App, canvas: &mut Canvas<'_>, area: Area, words: &[Range<usize>]) {
        let touches = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let body = words
            .iter()
            .map(|words| self.paragraph.split(words.clone()).1);
        let body: Vec<Range<usize>> = body.collect();
        let in_line = |span: &&Range<usize>| body.iter().any(|words| touches(span, words));
        if self.picked.iter().any(in_line) {
            sign_of_place(canvas, area, "+", self.theme);
        }
        let here = |(span, current): &(Range<usize>, bool)| {
            *current && words.iter().any(|words| touches(span, words))
        };
        if self.hits.iter().any(here) {
            let sign = canvas.sign("▸", ">");
            sign_of_place(canvas, area, sign, self.theme);
        }
        gutter(app, self.theme, canvas, area, &self.figures, &body);
    }
}

/// Whether a mark stands on a row of the page.
fn is_on(app: &App, mark: Anchor, at: usize) -> bool {
    let page = &app.reader.page;
    let byte = Some(mark.byte.unwrap_or(0));
    let holds = |row: Row| row.paragraph == mark.paragraph && row.line.is_some();
    page.row(at).is_some_and(holds) && page.row_of_anchor(Anchor { byte, ..mark }) == at
}

/// A sign right before a line: a mark, or the hit that was gone to.
fn sign_of_place(canvas: &mut Canvas<'_>, area: Area, sign: &str, theme: &Theme) {
    let x = area.x + layout::GUTTER;
    canvas.put(x - 1, area.y, sign, x, theme.strong);
}

/// A style with that of a hit over it: the one that was gone to is reversed.
fn with_found(theme: &Theme, style: Style, found: Option<bool>) -> Style {
    match found {
        None => style,
        Some(false) => style.patch(theme.found),
        Some(true) => style.patch(theme.found).patch(theme.cursor),
    }
}

/// A sign beside the line on which a figure begins: 目 or 果, a dot if it has no value.
fn gutter(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    area: Area,
    figures: &[&Figure],
    body: &[Range<usize>],
) {
    let words = app.lang.words();
    let begins = |f: &&&Figure| body.iter().any(|words| words.contains(&f.span.start));
    let starting = figures.iter().filter(begins);
    let figure = starting.min_by_key(|f| f.value.is_none());
    let Some(figure) = figure else { return };
    let (mark, style) = match (&figure.value, figure.role) {
        _ if figure.origin == Origin::Found => (words.found_mark, theme.mark(figure.role)),
        (None, _) => ("·", theme.quiet),
        (_, Role::Target) => (words.target_mark, theme.mark(Role::Target)),
        (_, Role::Result) => (words.result_mark, theme.mark(Role::Result)),
        _ => ("·", theme.quiet),
    };
    let room = usize::from(layout::GUTTER.saturating_sub(1));
    let (mark, _) = fit(mark, room, app.ambiguous);
    canvas.put(area.x, area.y, mark, area.x + layout::GUTTER, style);
}
