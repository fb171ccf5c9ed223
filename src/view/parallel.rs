//! Parallel: the years in columns, or one below the other, with what changed from each to the next.
//!
//! ```text
//!  2021 #4.5                        │ 2022 #2.5
//!  - 四是加强网络运行管理和应急通信 │    加强网络运行管理和应急通信保障。
//! ```

use std::borrow::Cow;
use std::ops::Range;

use ratatui::style::{Modifier, Style};

use crate::app::App;
use crate::app::layout::{self, Area};
use crate::app::parallel::ScreenRow;
use crate::i18n::{Lang, counted};
use crate::model::{Bulletin, dotted};
use crate::page::{Page, Part, Piece, SetLine};
use crate::parallel::Mark;
use crate::wording::column::names;

use super::canvas::Canvas;
use super::pen::{Pen, pieces};
use super::theme::Theme;

/// What the header says: the section; which change of how many.
pub fn position(app: &App) -> (String, String) {
    let words = app.lang.words();
    let view = &app.parallel;
    let all = view.text.changes.len();
    let place = match view.change {
        Some(at) => match app.lang {
            Lang::Zh => format!("第 {}/{all} 处{}", at + 1, words.change_place),
            Lang::En => format!("{} {}/{all}", words.change_place, at + 1),
        },
        None => counted(all, words.changes),
    };
    (app.parallel_title(), place)
}

/// Draws the screen.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>) {
    let view = &app.parallel;
    let columns = &view.text.columns;
    let layout = layout::parallel(app.frame().body, columns.len());
    let names = names(columns, &app.bulletins);
    heads(app, theme, canvas, (&layout, &names));
    let rows = view.rows.iter().skip(view.top);
    for (row, y) in rows.zip(layout.text.y..layout.text.y + layout.text.rows) {
        let at = |area: Area| Area { y, rows: 1, ..area };
        for area in layout.beside.iter().skip(1) {
            let divider = Area {
                x: area.x.saturating_sub(1),
                cells: 1,
                ..at(*area)
            };
            canvas.divider(divider, theme.quiet);
        }
        match row {
            ScreenRow::Beside { row, lines, first } => {
                for (column, (line, area)) in lines.iter().zip(&layout.beside).enumerate() {
                    match line {
                        Some(line) => {
                            draw_line(app, theme, canvas, at(*area), (*row, column, line));
                        }
                        None if *first => {
                            let x = area.x + layout::GUTTER;
                            let none = app.lang.words().no_answer;
                            canvas.put(x, y, none, area.x + area.cells, theme.quiet);
                        }
                        None => {}
                    }
                }
            }
            ScreenRow::One { row, column, line } => {
                draw_line(app, theme, canvas, at(layout.text), (*row, *column, line));
            }
            ScreenRow::Year { row, column } => {
                let name = names.get(*column).map_or("", String::as_str);
                year_line(app, theme, canvas, at(layout.text), (*row, *column, name));
            }
            ScreenRow::Folded(count) => {
                let words = counted(*count, app.lang.words().unchanged_rows);
                canvas.titled_rule(at(layout.text), &words, (theme.quiet, theme.quiet));
            }
            ScreenRow::Blank => {}
        }
    }
}

/// The years over the columns, or the one that is chosen where they stand one below the other.
fn heads(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    (layout, names): (&layout::Parallel, &[String]),
) {
    let view = &app.parallel;
    let areas: Vec<Area> = if layout.beside.is_empty() {
        let count = view.text.columns.len().max(1) as u16;
        let cells = layout.head.cells / count;
        let part = |at: u16| Area {
            x: at * cells,
            cells,
            ..layout.head
        };
        (0..count).map(part).collect()
    } else {
        let head = |area: &Area| Area {
            y: layout.head.y,
            rows: 1,
            ..*area
        };
        layout.beside.iter().map(head).collect()
    };
    let columns = view.text.columns.iter().zip(names).zip(areas);
    for (at, ((column, name), area)) in columns.enumerate() {
        let Some(bulletin) = app.bulletins.get(column.shown.bulletin) else {
            continue;
        };
        let chosen = at == view.column;
        let sign = if chosen { canvas.sign("▸", ">") } else { " " };
        let style = if chosen { theme.strong } else { theme.text };
        let inner = Area {
            x: area.x + 1,
            cells: area.cells.saturating_sub(2),
            ..area
        };
        let words = format!("{sign} {}", head_words(app, bulletin, (at, name)));
        canvas.put_cut(inner, &words, style);
    }
}

/// `2021 #4.5`; or that the section is new since, or no more there.
fn head_words(app: &App, bulletin: &Bulletin, (at, year): (usize, &str)) -> String {
    let words = app.lang.words();
    let sections = app.parallel.text.columns.get(at);
    let sections = sections.map_or(&[][..], |column| &column.shown.sections);
    if sections.is_empty() {
        let none = if at < app.parallel.base_column() {
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
fn year_line(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    area: Area,
    (row, at, name): (usize, usize, &str),
) {
    let words = || {
        let text = &app.parallel.text;
        let (column, paragraph) = text.cell(row, at)?;
        let bulletin = app.bulletins.get(column.shown.bulletin)?;
        let section = column.paragraphs.get(paragraph)?.section;
        let number = bulletin.sections().get(section).map(|s| dotted(&s.number));
        Some(format!("{name}  #{}", number?))
    };
    let style = if at == app.parallel.column {
        theme.strong
    } else {
        theme.quiet
    };
    let inner = Area {
        x: area.x + 1,
        cells: area.cells.saturating_sub(2),
        ..area
    };
    canvas.put_cut(inner, &words().unwrap_or_default(), style);
}

fn draw_line(
    app: &App,
    theme: &Theme,
    canvas: &mut Canvas<'_>,
    area: Area,
    (row, column, line): (usize, usize, &SetLine),
) {
    let text = &app.parallel.text;
    let found = || {
        let (shown, paragraph) = text.cell(row, column)?;
        let bulletin = app.bulletins.get(shown.shown.bulletin)?;
        Some((paragraph, shown, bulletin))
    };
    let Some((index, shown, bulletin)) = found() else {
        return;
    };
    let Some(paragraph) = shown.paragraphs.get(index) else {
        return;
    };
    let Some(section) = bulletin.sections().get(paragraph.section) else {
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
        current: current(app, column, index),
    };
    let base = if paragraph.is_head() {
        theme.strong
    } else {
        theme.text
    };
    let setting = Page::setting(bulletin, area.cells.into(), app.ambiguous, app.rules);
    for piece in line.pieces() {
        let x = area.x + layout::GUTTER + piece.line.indent as u16;
        let limit = area.x + area.cells;
        if piece.part != Part::Words {
            let sign = piece.sign_words(app.ambiguous).map(Cow::Owned);
            let words = sign.unwrap_or_else(|| paragraph.words_of(section, &piece));
            canvas.put(x, area.y, &words, limit, theme.quiet);
            continue;
        }
        let gaps = paragraph.gaps(section, &piece.line, &setting);
        let mut pen = Pen::new((x, area.y), limit, &gaps, base);
        for part in marks.parts(&piece) {
            let style = marks.style(theme, base, part.start);
            pen.put(canvas, &paragraph.words(section, part), style);
        }
    }
    if let Some((sign, style)) = marks.sign(theme, canvas) {
        canvas.put(area.x + 1, area.y, sign, area.x + layout::GUTTER, style);
    }
}

/// The range of a paragraph that the change gone to last takes.
fn current(app: &App, column: usize, paragraph: usize) -> Vec<Range<usize>> {
    let change = app.parallel.current();
    let places = change.map(|change| [&change.old, &change.new]);
    let places = places.into_iter().flatten().flatten();
    let here = places.filter(|place| (place.column, place.paragraph) == (column, paragraph));
    here.map(|place| place.span.clone()).collect()
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
    fn sign(&self, theme: &Theme, canvas: &Canvas<'_>) -> Option<(&'static str, Style)> {
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
