//! 并读: the same section of two to four years side by side, scrolled together.
//!
//! What answers to what and what changed is `crate::parallel`'s. Here it is set: in columns where the
//! screen is wide enough, else one below the other, row by row; and the way from change to change
//! is kept.

mod row;

use std::cmp::Reverse;

use crate::compare;
use crate::page::{Page, SetLine, Setter};
use crate::parallel::{Change, Column, MOST, Parallel, ParallelPosition, shown, window};
use crate::width::Ambiguous;
use crate::wording::source::path_words;
use crate::wrap::{Rules, Setting};

use super::action::Action;
use super::keymap::Mode;
use super::layout;
use super::{App, moved};
pub use row::ScreenRow;

/// Bytes of all columns together that are laid side by side: well under a second's work.
const LARGEST: usize = 4 << 20;
/// Rows without a change that are folded, at least.
const FOLDED: usize = 4;
/// Rows that stay in view above the change that is gone to.
const ABOVE: usize = 2;

/// What the rows were set for.
type SetFor = (u16, u16, Ambiguous, Rules, bool);

/// The screen.
#[derive(Debug)]
pub struct ParallelView {
    /// The text.
    pub text: Parallel,
    /// The bulletin and the section that was asked for; None for all of it.
    base: (usize, Option<usize>),
    /// So many years were asked for.
    years: usize,
    /// The text, set.
    pub rows: Vec<ScreenRow>,
    /// For each row of the text the first of its rows on the screen.
    first: Vec<usize>,
    /// First row on the screen.
    pub top: usize,
    /// The change that was gone to last.
    pub change: Option<usize>,
    /// The column that was chosen.
    pub column: usize,
    /// Whether rows without a change are folded.
    pub folded: bool,
    set_for: Option<SetFor>,
    /// Where the row at the top begins, whatever the width.
    anchor: Option<ParallelPosition>,
}

impl Default for ParallelView {
    fn default() -> Self {
        Self {
            text: Parallel::default(),
            base: (0, None),
            years: 2,
            rows: Vec::new(),
            first: Vec::new(),
            top: 0,
            change: None,
            column: 0,
            folded: false,
            set_for: None,
            anchor: None,
        }
    }
}

impl ParallelView {
    /// The column of the bulletin that was asked for.
    pub fn base_column(&self) -> usize {
        let mut columns = self.text.columns.iter();
        let base = columns.position(|column| column.shown.bulletin == self.base.0);
        base.unwrap_or(0)
    }

    /// The change that was gone to last.
    pub fn current(&self) -> Option<&Change> {
        self.text.changes.get(self.change?)
    }

    /// Whether a line of a column has a change in it.
    fn changes(&self, row: usize, column: usize, line: &SetLine) -> bool {
        let marks = || {
            let (column, paragraph) = self.text.cell(row, column)?;
            let marks = [column.added.get(paragraph)?, column.gone.get(paragraph)?];
            let mut marks = marks.into_iter().flatten();
            Some(marks.any(|mark| line.touches(&mark.span)))
        };
        marks().unwrap_or(false)
    }

    fn has_change(&self, row: &ScreenRow) -> bool {
        match row {
            ScreenRow::Beside { row, lines, .. } => {
                let mut lines = lines.iter().enumerate();
                lines.any(|(column, line)| {
                    let line = line.as_ref();
                    line.is_some_and(|line| self.changes(*row, column, line))
                })
            }
            ScreenRow::One { row, column, line } => self.changes(*row, *column, line),
            _ => false,
        }
    }

    /// Takes rows without a change out, but for one on each side of what stays.
    fn fold(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let alike = |a: &ScreenRow, b: &ScreenRow| self.has_change(a) == self.has_change(b);
        let (mut folded, mut at) = (Vec::with_capacity(rows.len()), 0);
        for run in rows.chunk_by(alike) {
            let changed = run.first().is_some_and(|row| self.has_change(row));
            let before = usize::from(at > 0);
            at += run.len();
            let behind = usize::from(at < rows.len());
            let hidden = run.len().saturating_sub(before + behind);
            if changed || hidden < FOLDED {
                folded.extend_from_slice(run);
            } else {
                folded.extend(run.iter().take(before).cloned());
                folded.push(ScreenRow::Folded(hidden));
                folded.extend(run.iter().skip(before + hidden).cloned());
            }
        }
        self.rows = folded;
    }

    /// The place where a row begins.
    fn place(&self, row: usize) -> Option<ParallelPosition> {
        let place = |row: usize, column: usize, line: Option<&SetLine>| {
            let (_, paragraph) = self.text.cell(row, column)?;
            let line = line?.line;
            Some(ParallelPosition {
                column,
                paragraph,
                span: line.start..line.end,
            })
        };
        match self.rows.get(row)? {
            ScreenRow::Beside { row, lines, .. } => {
                let mut lines = lines.iter().enumerate();
                lines.find_map(|(column, line)| place(*row, column, line.as_ref()))
            }
            ScreenRow::One { row, column, line } => place(*row, *column, Some(line)),
            _ => None,
        }
    }

    /// The row that holds a place, or the one before it.
    fn row_of(&self, place: &ParallelPosition) -> usize {
        let row = self.text.row_of(place.column, place.paragraph);
        let first = row.and_then(|row| self.first.get(row).copied());
        let (Some(row), Some(first)) = (row, first) else {
            return 0;
        };
        let start = |screen: &ScreenRow| {
            let line = match screen {
                ScreenRow::Beside { lines, .. } => lines.get(place.column)?.as_ref()?,
                ScreenRow::One { column, line, .. } if *column == place.column => line,
                _ => return None,
            };
            line.begins_before(place.span.start)
        };
        let own = self.rows.iter().enumerate().skip(first);
        let own = own.take_while(|(_, screen)| screen.row().is_none_or(|at| at == row));
        // Words of a row of a table stand in the line in which they begin last.
        let before = own.filter_map(|(at, screen)| Some((start(screen)?, Reverse(at))));
        before.max().map_or(first, |(_, Reverse(at))| at)
    }

    /// Notes where the rows of the text begin.
    fn note_first(&mut self) {
        self.first = vec![0; self.text.rows.len()];
        for (at, screen) in self.rows.iter().enumerate().rev() {
            if let Some(slot) = screen.row().and_then(|row| self.first.get_mut(row)) {
                *slot = at;
            }
        }
    }

    /// The row of a change: where its new words begin, or where its old ones did.
    fn row_of_change(&self, change: &Change) -> usize {
        let words = |place: &&ParallelPosition| !place.span.is_empty();
        let place = change.new.as_ref().filter(words).or(change.old.as_ref());
        place
            .or(change.new.as_ref())
            .map_or(0, |place| self.row_of(place))
    }

    /// The place at the top of the screen, or the next one below it.
    fn top_place(&self) -> Option<ParallelPosition> {
        (self.top..self.rows.len()).find_map(|row| self.place(row))
    }

    /// The bulletin and the section that the chosen column shows at the top of the screen.
    fn chosen(&self) -> Option<(usize, usize)> {
        let column = self.text.columns.get(self.column)?;
        let row = self
            .top_place()
            .and_then(|p| self.text.row_of(p.column, p.paragraph));
        let mut below = self.text.rows.iter().skip(row.unwrap_or(0));
        let paragraph = below.find_map(|row| row.get(self.column).copied().flatten());
        let section = match paragraph.and_then(|at| column.paragraphs.get(at)) {
            Some(paragraph) => paragraph.section,
            None => *column.shown.sections.first()?,
        };
        Some((column.shown.bulletin, section))
    }
}

impl App {
    /// Opens what the reader stands on, with the year before it.
    pub(super) fn open_parallel(&mut self) {
        let base = match self.screen() {
            Mode::Compare | Mode::Evidence => self.section_of_row(),
            _ => self.current_place(),
        };
        let Some(base) = base else {
            return self.complain(self.lang.words().no_bulletins.to_owned());
        };
        let years = self.parallel.years;
        if self.show_parallel(base, years) {
            self.go(Mode::Parallel);
        }
    }

    /// What Read stands on: a section, or a bulletin as a whole.
    fn current_place(&self) -> Option<(usize, Option<usize>)> {
        match self.current_section() {
            Some((bulletin, section)) => Some((bulletin, Some(section))),
            None => Some((self.shown_bulletin()?, None)),
        }
    }

    /// Lays so many years side by side. False, and said why, if there is nothing to lay beside.
    fn show_parallel(&mut self, base: (usize, Option<usize>), years: usize) -> bool {
        let words = self.lang.words();
        let members = compare::members_with(&self.bulletins, base.0);
        let years = years.clamp(2, MOST);
        let members = window(&members, base.0, years);
        if members.len() < 2 {
            self.complain(words.only_one_year.to_owned());
            return false;
        }
        let shown = shown(&self.bulletins, members, base, &mut self.alignments);
        let bytes = |one: &crate::parallel::Shown| -> usize {
            let bulletin = self.bulletins.get(one.bulletin);
            let sections = one.sections.iter().filter_map(|at| {
                let all = bulletin?.sections();
                all.get(*at..all.get(*at)?.end)
            });
            sections.flatten().map(|section| section.body.len()).sum()
        };
        if shown.iter().map(bytes).sum::<usize>() > LARGEST {
            self.complain(words.too_long.to_owned());
            return false;
        }
        let column = shown.iter().position(|one| one.bulletin == base.0);
        self.parallel = ParallelView {
            text: Parallel::new(&self.bulletins, shown, &mut self.alignments),
            base,
            years,
            column: column.unwrap_or(0),
            folded: self.parallel.folded,
            ..ParallelView::default()
        };
        true
    }

    pub(super) fn parallel_action(&mut self, action: &Action) {
        let rows = self.parallel_rows();
        let view = &mut self.parallel;
        match action {
            Action::Back => self.back(),
            Action::NextChange => self.go_to_change(true),
            Action::PreviousChange => self.go_to_change(false),
            Action::Fold => view.folded = !view.folded,
            Action::Left => view.column = view.column.saturating_sub(1),
            Action::Right => {
                let last = view.text.columns.len().saturating_sub(1);
                view.column = (view.column + 1).min(last);
            }
            Action::Years(years) => {
                let (base, years) = (view.base, usize::from(*years));
                let before = view.text.columns.len();
                self.show_parallel(base, years);
                if self.parallel.text.columns.len() == before && years != before {
                    self.complain(self.lang.words().no_more_years.to_owned());
                }
            }
            Action::Terms => self.open_terms(),
            Action::Switch => self.other_section(true),
            Action::Previous => self.other_section(false),
            Action::Tick => self.tick_parallel(),
            Action::Enter => {
                if let Some((bulletin, section)) = view.chosen() {
                    self.open_section(bulletin, section);
                    self.reader.text_has_focus = true;
                    self.go_on(Mode::Read);
                }
            }
            action => {
                let lowest = view.rows.len().saturating_sub(rows).max(view.top);
                let page = rows.saturating_sub(2).max(1);
                if let Some(to) = moved(action, view.top, lowest + 1, page) {
                    view.top = to;
                    view.anchor = None;
                }
            }
        }
    }

    fn tick_parallel(&mut self) {
        let column = self.parallel.text.columns.get(self.parallel.column);
        let shown = column.map(|column| column.shown.clone());
        match shown {
            Some(shown) if !shown.sections.is_empty() => {
                self.tick_sections(shown.bulletin, &shown.sections);
            }
            _ => self.complain(self.lang.words().nothing_to_pick.to_owned()),
        }
    }

    /// Goes to the next change, or the one before; from the top of the screen if the reader
    /// scrolled since.
    fn go_to_change(&mut self, on: bool) {
        let rows = self.parallel_rows();
        let words = self.lang.words();
        let view = &mut self.parallel;
        if view.text.changes.is_empty() {
            return self.complain(words.no_changes.to_owned());
        }
        let rows_of: Vec<usize> = view
            .text
            .changes
            .iter()
            .map(|c| view.row_of_change(c))
            .collect();
        let row = |at: usize| rows_of.get(at).copied().unwrap_or(0);
        let in_view = |at: usize| (view.top..view.top + rows).contains(&row(at));
        let found = match (view.change.filter(|at| in_view(*at)), on) {
            (Some(at), true) => Some(at + 1).filter(|at| *at < rows_of.len()),
            (Some(at), false) => at.checked_sub(1),
            (None, true) => rows_of.iter().position(|row| *row >= view.top),
            (None, false) => rows_of.iter().rposition(|row| *row < view.top),
        };
        let Some(found) = found else {
            let none = if on {
                words.last_change
            } else {
                words.first_change
            };
            return self.complain(none.to_owned());
        };
        view.change = Some(found);
        let at = row(found);
        if at < view.top + ABOVE || at + ABOVE >= view.top + rows {
            view.top = at.saturating_sub(ABOVE);
        }
        view.anchor = None;
    }

    /// The next section of the bulletin that was asked for, or the one before, with its year.
    fn other_section(&mut self, on: bool) {
        let (bulletin, section) = self.parallel.base;
        let Some(all) = self.bulletins.get(bulletin) else {
            return;
        };
        let count = all.sections().len();
        // The bulletin as a whole stands before its first section.
        let found = match (section, on) {
            (None, true) => Some(0).filter(|_| count > 0).map(Some),
            (Some(at), true) => Some(at + 1).filter(|at| *at < count).map(Some),
            (Some(at), false) => Some(at.checked_sub(1)),
            (None, false) => None,
        };
        let Some(found) = found else {
            let words = self.lang.words();
            let none = if on { words.end_of } else { words.beginning_of };
            let told = format!("{none}{}", all.title);
            return self.say(told);
        };
        let years = self.parallel.years;
        self.show_parallel((bulletin, found), years);
    }

    fn parallel_rows(&self) -> usize {
        let columns = self.parallel.text.columns.len();
        let area = layout::parallel(self.frame().body, columns).text;
        usize::from(area.rows).max(1)
    }

    /// What stands over the screen: the path of the section, or the bulletin's title.
    pub fn parallel_title(&self) -> String {
        let (bulletin, section) = self.parallel.base;
        let Some(bulletin) = self.bulletins.get(bulletin) else {
            return String::new();
        };
        path_words(bulletin, section)
    }

    pub(super) fn settle_parallel(&mut self) {
        let columns = self.parallel.text.columns.len();
        let layout = layout::parallel(self.frame().body, columns);
        let cells = layout::measure(layout.column_cells(), self.rules.hang);
        let wanted = (
            cells,
            layout.beside.len() as u16,
            self.ambiguous,
            self.rules,
            self.parallel.folded,
        );
        let rows = self.parallel_rows();
        if self.parallel.set_for != Some(wanted) {
            let kept = self
                .parallel
                .anchor
                .take()
                .or_else(|| self.parallel.top_place());
            self.parallel.rows = self.set_parallel(cells, !layout.beside.is_empty());
            if self.parallel.folded {
                self.parallel.fold();
            }
            self.parallel.note_first();
            let view = &mut self.parallel;
            view.set_for = Some(wanted);
            view.top = match kept.as_ref().filter(|_| view.top > 0) {
                Some(place) => view.row_of(place),
                None => 0,
            };
            view.anchor = kept;
        }
        let view = &mut self.parallel;
        view.top = view.top.min(view.rows.len().saturating_sub(1));
        if view.rows.len() <= rows {
            view.top = 0;
        }
    }

    fn set_parallel(&self, cells: u16, beside: bool) -> Vec<ScreenRow> {
        let text = &self.parallel.text;
        let setter = |column: &Column| {
            let bulletin = self.bulletins.get(column.shown.bulletin);
            let setting =
                bulletin.map(|b| Page::setting(b, cells.into(), self.ambiguous, self.rules));
            Setter::new(setting.unwrap_or(Setting::plain(cells.into(), self.ambiguous)))
        };
        let mut setters: Vec<Setter> = text.columns.iter().map(setter).collect();
        let mut lines = |at: usize, paragraph: usize| {
            let column = text.columns.get(at)?;
            let bulletin = self.bulletins.get(column.shown.bulletin)?;
            let paragraph = column.paragraphs.get(paragraph)?;
            let section = bulletin.sections().get(paragraph.section)?;
            Some(setters.get_mut(at)?.lines(paragraph, section))
        };
        let mut out = Vec::new();
        for (row, paragraphs) in text.rows.iter().enumerate() {
            if row > 0 {
                out.push(ScreenRow::Blank);
            }
            let set: Vec<Vec<SetLine>> = paragraphs
                .iter()
                .enumerate()
                .map(|(column, at)| at.and_then(|at| lines(column, at)).unwrap_or_default())
                .collect();
            if beside {
                let height = set.iter().map(Vec::len).max().unwrap_or(0);
                out.extend((0..height).map(|at| ScreenRow::Beside {
                    row,
                    lines: set.iter().map(|lines| lines.get(at).cloned()).collect(),
                    first: at == 0,
                }));
            } else {
                for (column, lines) in set.into_iter().enumerate() {
                    if lines.is_empty() {
                        continue;
                    }
                    out.push(ScreenRow::Year { row, column });
                    let lines = lines.into_iter();
                    out.extend(lines.map(|line| ScreenRow::One { row, column, line }));
                }
            }
        }
        out
    }
}
