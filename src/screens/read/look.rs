//! How the words of a paragraph look, and the signs beside them: figures, hits, passages that are picked, the cursor.

use std::ops::Range;

use ratatui::style::Style;

use crate::model::{Figure, Origin, Role, Section};
use crate::page::Paragraph;
use crate::search::Hit;
use crate::store::store::Store;
use crate::view::area::{Area, GUTTER};
use crate::view::canvas::Canvas;
use crate::view::theme::Theme;
use crate::width::fit;

use super::found::found_in;
use super::state::State;

/// A figure and the index of its section.
pub type InView<'a> = (usize, &'a Figure);

/// How the words of a paragraph look.
pub struct Looks<'a> {
    theme: Theme,
    paragraph: &'a Paragraph,
    section: &'a Section,
    /// How words without anything to mark look.
    pub base: Style,
    figures: Vec<&'a Figure>,
    /// Ranges of the paragraph's text, and whether it is the hit that was gone to.
    hits: Vec<(Range<usize>, bool)>,
    picked: Vec<&'a Range<usize>>,
    cursor: Option<&'a Range<usize>>,
}

impl<'a> Looks<'a> {
    /// The looks of a paragraph and its section, with the figures and hits that are in view.
    pub fn of(
        state: &'a State,
        store: &'a Store,
        theme: Theme,
        (paragraph, section): (&'a Paragraph, &'a Section),
        (figures, hits): (&[InView<'a>], &[(usize, &Hit)]),
    ) -> Self {
        let own = figures
            .iter()
            .filter(|(index, _)| *index == paragraph.section);
        let bulletin = state.text.bulletin();
        let picked = bulletin.map(|at| store.picks.passages(at, paragraph.section).collect());
        let own_hits = hits
            .iter()
            .filter(|(_, hit)| hit.section == Some(paragraph.section));
        let place = |(at, hit): &(usize, &Hit)| {
            let place = found_in(paragraph, section, hit)?;
            Some((place, *at == store.hits.cursor))
        };
        let unit = state.unit.as_ref();
        let here = unit.filter(|u| bulletin == Some(u.bulletin) && u.section == paragraph.section);
        Self {
            theme,
            paragraph,
            section,
            base: if paragraph.is_head() {
                theme.strong
            } else {
                theme.text
            },
            figures: own.map(|(_, figure)| *figure).collect(),
            hits: own_hits.filter_map(place).collect(),
            picked: picked.unwrap_or_default(),
            cursor: here.map(|unit| &unit.span),
        }
    }

    fn valued(&self) -> impl Iterator<Item = &Figure> {
        let figures = self.figures.iter().copied();
        figures.filter(|figure| figure.value.is_some())
    }

    /// How the words at a byte of the paragraph's text look.
    pub fn style(&self, at: usize) -> Style {
        let (theme, paragraph) = (&self.theme, self.paragraph);
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
    pub fn ends(&self) -> impl Iterator<Item = usize> {
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
    pub fn signs(
        &self,
        store: &Store,
        canvas: &mut Canvas<'_>,
        area: Area,
        words: &[Range<usize>],
    ) {
        let touches = |a: &Range<usize>, b: &Range<usize>| a.start < b.end && b.start < a.end;
        let body = words
            .iter()
            .map(|words| self.paragraph.split(words.clone()).1);
        let body: Vec<Range<usize>> = body.collect();
        let in_line = |span: &&Range<usize>| body.iter().any(|words| touches(span, words));
        if self.picked.iter().any(in_line) {
            sign_of_place(canvas, area, "+");
        }
        let here = |(span, current): &(Range<usize>, bool)| {
            *current && words.iter().any(|words| touches(span, words))
        };
        if self.hits.iter().any(here) {
            let sign = canvas.sign("▸", ">");
            sign_of_place(canvas, area, sign);
        }
        gutter(store, canvas, area, &self.figures, &body);
    }
}

/// A sign right before a line: a mark, or the hit that was gone to.
pub fn sign_of_place(canvas: &mut Canvas<'_>, area: Area, sign: &str) {
    let x = area.x + GUTTER;
    canvas.put(x - 1, area.y, sign, x, canvas.theme.strong);
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
    store: &Store,
    canvas: &mut Canvas<'_>,
    area: Area,
    figures: &[&Figure],
    body: &[Range<usize>],
) {
    let theme = canvas.theme;
    let words = store.lang.words();
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
    let room = usize::from(GUTTER.saturating_sub(1));
    let (mark, _) = fit(mark, room, store.ambiguous);
    canvas.put(area.x, area.y, mark, area.x + GUTTER, style);
}
