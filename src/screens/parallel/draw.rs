//! Parallel on the screen: the years in columns, or one below the other, with what changed from each to the next.
//!
//! ```text
//!  2021 #4.5                        │ 2022 #2.5
//!  - 四是加强网络运行管理和应急通信 │    加强网络运行管理和应急通信保障。
//! ```

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::{Modifier, Style};

use crate::i18n::counted;
use crate::model::{Bulletin, dotted};
use crate::page::{Page, Part, Piece, SetLine};
use crate::parallel::Mark;
use crate::store::store::Store;
use crate::view::area::{Area, GUTTER};
use crate::view::canvas::Canvas;
use crate::view::pen::{Pen, pieces};
use crate::view::theme::Theme;
use crate::wording::column::names;

use super::lay::{Areas, Lay};
use super::row::ParallelRow;
use super::state::State;

/// What is seen.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// What was chosen.
    pub state: &'a State,
    /// What was set.
    pub lay: &'a Lay,
    /// What all screens share.
    pub store: &'a Store,
}

impl Seen<'_> {
    /// Draws the body.
    pub fn draw(self, areas: &Areas, canvas: &mut Canvas<'_>) {
        let theme = canvas.theme;
        let names = names(&self.state.text.columns, &self.store.bulletins);
        self.heads(canvas, areas, &names);
        let words = self.store.lang.words();
        let rows = self.lay.rows.iter().skip(self.state.top);
        for (row, y) in rows.zip(0..areas.text.rows) {
            let whole = areas.text.line(y);
            for area in areas.beside.iter().skip(1) {
                let divider = Area {
                    x: area.x.saturating_sub(1),
                    cells: 1,
                    ..area.line(y)
                };
                canvas.divider(divider, theme.quiet);
            }
            match row {
                ParallelRow::Beside { row, lines, first } => {
                    for (column, (line, area)) in lines.iter().zip(&areas.beside).enumerate() {
                        let area = area.line(y);
                        if let Some(line) = line {
                            self.line(canvas, area, (*row, column, line));
                        } else if *first {
                            let x = area.x + GUTTER;
                            canvas.put(x, area.y, words.no_answer, area.end(), theme.quiet);
                        }
                    }
                }
                ParallelRow::One { row, column, line } => {
                    self.line(canvas, whole, (*row, *column, line));
                }
                ParallelRow::Year { row, column } => {
                    let name = names.get(*column).map_or("", String::as_str);
                    self.year(canvas, whole, (*row, *column, name));
                }
                ParallelRow::Folded(count) => {
                    let words = counted(*count, words.unchanged_rows);
                    canvas.titled_rule(whole, &words, (theme.quiet, theme.quiet));
                }
                ParallelRow::Blank => {}
            }
        }
    }

    /// The years over the columns, or side by side above all where the columns stand one below the other.
    fn heads(self, canvas: &mut Canvas<'_>, areas: &Areas, names: &[String]) {
        let theme = canvas.theme;
        let columns = &self.state.text.columns;
        let heads: Vec<Area> = if areas.beside.is_empty() {
            let count = columns.len().max(1) as u16;
            let cells = areas.head.cells / count;
            let part = |at: u16| Area {
                x: at * cells,
                cells,
                ..areas.head
            };
            (0..count).map(part).collect()
        } else {
            let head = |area: &Area| Area {
                y: areas.head.y,
                rows: 1,
                ..*area
            };
            areas.beside.iter().map(head).collect()
        };
        for (at, ((column, name), area)) in columns.iter().zip(names).zip(heads).enumerate() {
            let Some(bulletin) = self.store.bulletins.get(column.shown.bulletin) else {
                continue;
            };
            let chosen = at == self.state.column;
            let sign = if chosen { canvas.sign("▸", ">") } else { " " };
            let style = if chosen { theme.strong } else { theme.text };
            let words = format!("{sign} {}", self.head_words(bulletin, (at, name)));
            canvas.put_cut(area.inner(), &words, style);
        }
    }

    /// `2021 #4.5`; or that the section is new since, or no more there.
    fn head_words(self, bulletin: &Bulletin, (at, year): (usize, &str)) -> String {
        let words = self.store.lang.words();
        let sections = self.state.text.columns.get(at);
        let sections = sections.map_or(&[][..], |column| &column.shown.sections);
        if sections.is_empty() {
            let none = if at < self.state.base_column() {
                words.not_yet
            } else {
                words.no_more
            };
            return format!("{year}  {none}");
        }
        let sections = sections.iter();
        let numbers = sections.filter_map(|at| {
            let section = bulletin.sections().get(*at)?;
            Some(format!("#{}", dotted(&section.number)))
        });
        let numbers: Vec<String> = numbers.collect();
        format!("{year}  {}", numbers.join(" "))
    }

    /// The year over the lines of one column, where they stand one below the other.
    fn year(self, canvas: &mut Canvas<'_>, area: Area, (row, at, name): (usize, usize, &str)) {
        let words = || {
            let (column, paragraph) = self.state.text.cell(row, at)?;
            let section = column.paragraphs.get(paragraph)?.section;
            let section = self.store.section(column.shown.bulletin, section)?;
            Some(format!("{name}  #{}", dotted(&section.number)))
        };
        let style = if at == self.state.column {
            canvas.theme.strong
        } else {
            canvas.theme.quiet
        };
        canvas.put_cut(area.inner(), &words().unwrap_or_default(), style);
    }

    /// A line of a column.
    fn line(
        self,
        canvas: &mut Canvas<'_>,
        area: Area,
        (row, column, line): (usize, usize, &SetLine),
    ) {
        let (theme, store) = (canvas.theme, self.store);
        let found = || {
            let (shown, index) = self.state.text.cell(row, column)?;
            let bulletin = store.bulletins.get(shown.shown.bulletin)?;
            let paragraph = shown.paragraphs.get(index)?;
            let section = bulletin.sections().get(paragraph.section)?;
            Some((index, shown, bulletin, paragraph, section))
        };
        let Some((index, shown, bulletin, paragraph, section)) = found() else {
            return;
        };
        let marks = |all: &'_ [Vec<Mark>]| -> Vec<Mark> {
            let marks = all.get(index).map_or(&[][..], Vec::as_slice).iter();
            let here = marks.filter(|mark| line.touches(&mark.span));
            here.cloned().collect()
        };
        let marks = Marks {
            added: marks(&shown.added),
            gone: marks(&shown.gone),
            current: self.current(column, index),
        };
        let base = if paragraph.is_head() {
            theme.strong
        } else {
            theme.text
        };
        let setting = Page::setting(bulletin, area.cells.into(), store.ambiguous, store.rules);
        for piece in line.pieces() {
            let x = area.x + GUTTER + piece.line.indent as u16;
            let limit = area.end();
            if piece.part != Part::Words {
                let sign = piece.sign_words(store.ambiguous).map(Cow::Owned);
                let words = sign.unwrap_or_else(|| paragraph.words_of(section, &piece));
                canvas.put(x, area.y, &words, limit, theme.quiet);
                continue;
            }
            let gaps = paragraph.gaps(section, &piece.line, &setting);
            let mut pen = Pen::new((x, area.y), limit, &gaps, base);
            for part in marks.parts(&piece) {
                let style = marks.style(&theme, base, part.start);
                pen.put(canvas, &paragraph.words(section, part), style);
            }
        }
        if let Some((sign, style)) = marks.sign(canvas) {
            canvas.put(area.x + 1, area.y, sign, area.x + GUTTER, style);
        }
    }

    /// The ranges of a paragraph that the change gone to last takes.
    fn current(self, column: usize, paragraph: usize) -> Vec<Range<usize>> {
        let change = self.state.current();
        let places = change.map(|change| [&change.old, &change.new]);
        let places = places.into_iter().flatten().flatten();
        let here = places.filter(|place| (place.column, place.paragraph) == (column, paragraph));
        here.map(|place| place.span.clone()).collect()
    }
}

/// The marks of a line.
struct Marks {
    added: Vec<Mark>,
    gone: Vec<Mark>,
    current: Vec<Range<usize>>,
}

impl Marks {
    /// The words of a piece cut where marks begin and end.
    fn parts(&self, piece: &Piece) -> Vec<Range<usize>> {
        let spans = self.added.iter().chain(&self.gone).map(|mark| &mark.span);
        let ends = spans
            .chain(&self.current)
            .flat_map(|span| [span.start, span.end]);
        pieces(&(piece.line.start..piece.line.end), ends)
    }

    fn style(&self, theme: &Theme, base: Style, at: usize) -> Style {
        let here = |marks: &[Mark]| marks.iter().find(|mark| mark.span.contains(&at)).cloned();
        let (added, gone) = (here(&self.added), here(&self.gone));
        let mut style = base;
        for (mark, own) in [(&gone, theme.gone), (&added, theme.added)] {
            if let Some(mark) = mark {
                style = style.patch(if mark.moved.is_some() {
                    theme.moved
                } else {
                    own
                });
            }
        }
        let current = self.current.iter().any(|span| span.contains(&at));
        if current && (added.is_some() || gone.is_some()) {
            style = style.add_modifier(Modifier::REVERSED);
        }
        style
    }

    /// The sign beside the line: + what is new, - what is gone, ~ both, > what was moved.
    fn sign(&self, canvas: &Canvas<'_>) -> Option<(&'static str, Style)> {
        let theme = canvas.theme;
        let real = |marks: &[Mark]| marks.iter().any(|mark| mark.moved.is_none());
        match (real(&self.added), real(&self.gone)) {
            (true, true) => Some(("~", theme.strong)),
            (true, false) => Some(("+", theme.sign(theme.added))),
            (false, true) => Some(("-", theme.sign(theme.gone))),
            (false, false) if self.added.is_empty() && self.gone.is_empty() => None,
            (false, false) => Some((canvas.sign("↕", ">"), theme.sign(theme.moved))),
        }
    }
}
