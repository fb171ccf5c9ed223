//! Compare: the ledger of a series around one year, and the sentences behind a row.

use std::ops::Range;
use std::path::PathBuf;

use crate::calendar::Year;
use crate::compare::links::{Change, Link, Passage};
use crate::compare::{Cell, Facts, Ledger, Links, Outcome, Pair, Pairing, Row, members};
use crate::i18n::Lang;
use crate::load::LinksFile;
use crate::model::{Bulletin, Origin, Role};
use crate::width::Ambiguous;
use crate::wording::tally::{TIE, tally_signs, tally_words};
use crate::wording::verdict::{difference_words, next_words, verdict_words};
use crate::wording::{column::of_ledger, figure::value_with_time, row, source::heading_path};
use crate::wrap::{Setting, wrap};

use super::action::{Action, Effect, FileError};
use super::choice::{self, Choice, Filter, Group, Sort};
use super::columns::{self, Form};
use super::keymap::Mode;
use super::{App, layout, moved, scrolled};

/// Columns around a year, at most.
const AROUND: usize = 4;

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// The head of a group, by its index.
    Group(usize),
    /// A row of the ledger, by its index.
    Row(usize),
}

/// The sentence behind a cell.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The column: 2021目标.
    pub column: String,
    /// `ID#2.1` of the section.
    pub reference: String,
    /// Headings down to the section.
    pub path: String,
    /// The sentence, line ends as spaces.
    pub sentence: String,
    /// The quoted words in it, in bytes.
    pub focus: Range<usize>,
    /// Whether the figure is damaged.
    pub doubtful: bool,
    /// Declared in the file, or found by the program.
    pub origin: Origin,
    /// A remark of whoever declared it.
    pub note: Option<String>,
}

/// The state of Compare.
#[derive(Debug, Default)]
pub struct LedgerView {
    /// Place of the series in the outline.
    pub series: usize,
    /// Its ledger over all years.
    pub ledger: Ledger,
    /// The year in the middle.
    pub year: Year,
    /// What was chosen of it.
    pub choice: Choice,
    /// What the list shows.
    pub items: Vec<Item>,
    /// The heads of its groups.
    pub groups: Vec<Group>,
    /// Index of the cursor in `items`; never on a group unless there is nothing else.
    pub cursor: usize,
    /// First visible row of the list, in screen rows.
    pub top: usize,
    /// Whether the columns of all years have room.
    pub all_years: bool,
    /// How the list is set for the screen.
    pub form: Form,
    /// First row of each item, in screen rows, and the end of the last.
    pub starts: Vec<usize>,
    /// The tally, set for the screen.
    pub tally: Vec<String>,
    /// The rows of Evidence, set for the screen.
    pub evidence: Vec<EvidenceLine>,
    /// First visible row of Evidence.
    pub evidence_top: usize,
    /// What to say once the links file was changed.
    pub(super) told: &'static str,
}

/// A row of the Evidence screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EvidenceLine {
    /// The indicator, or the name of a column with its value.
    Head(String),
    /// Where a sentence stands, or what is to say of it.
    Aside(String),
    /// A line of a sentence, with the quoted words in it, in bytes.
    Words(String, Range<usize>),
    /// Space.
    Blank,
}

impl LedgerView {
    /// Index of the ledger's row under the cursor.
    pub fn row(&self) -> Option<usize> {
        match self.items.get(self.cursor)? {
            Item::Row(row) => Some(*row),
            Item::Group(_) => None,
        }
    }

    /// The columns beside the indicator: those of all years where the screen has room for them, else
    /// those around the year.
    pub fn columns(&self) -> Vec<usize> {
        if self.all_years {
            (0..self.ledger.columns.len()).collect()
        } else {
            self.around()
        }
    }

    /// The columns around the year: the result of the year before, target and result of the year,
    /// the target of the year after; those that the ledger has.
    pub fn around(&self) -> Vec<usize> {
        let around = [
            (self.year.saturating_sub(1), Role::Result),
            (self.year, Role::Target),
            (self.year, Role::Result),
            (self.year + 1, Role::Target),
        ];
        let columns = around.into_iter();
        columns
            .filter_map(|(year, role)| self.ledger.column(year, role))
            .collect()
    }

    pub(super) fn show_year(&mut self, year: Year, bulletins: &[Bulletin], lang: Lang) {
        self.year = year;
        let columns = self.around();
        let bears = |row: &Row| {
            let own = |at: &usize| {
                let before = self.ledger.columns.get(*at).is_some_and(|c| c.year < year);
                !before && row.cells.get(*at).is_some_and(Option::is_some)
            };
            columns.iter().any(own)
        };
        let (items, groups) = choice::list(&self.ledger, bulletins, year, self.choice, lang, bears);
        (self.items, self.groups) = (items, groups);
        self.go_to_top();
    }

    fn go_to_top(&mut self) {
        (self.cursor, self.top) = (0, 0);
        self.off_groups(true);
    }

    /// Moves a cursor that stands on a group to the row below it, or above.
    fn off_groups(&mut self, down: bool) {
        while matches!(self.items.get(self.cursor), Some(Item::Group(_))) {
            if (down || self.cursor == 0) && self.cursor + 1 < self.items.len() {
                self.cursor += 1;
            } else if self.cursor > 0 {
                self.cursor -= 1;
            } else {
                return;
            }
        }
    }

    fn go_to_row(&mut self, row: usize) -> bool {
        let at = self.items.iter().position(|item| *item == Item::Row(row));
        self.cursor = at.unwrap_or(self.cursor);
        at.is_some()
    }
}

/// The sentences behind a row's cells in some columns.
pub fn evidence(
    ledger: &Ledger,
    row: &Row,
    columns: &[usize],
    bulletins: &[Bulletin],
    lang: Lang,
) -> Vec<Evidence> {
    let of_column = |at: &usize| {
        let column = ledger.columns.get(*at)?;
        let cell = row.cells.get(*at).copied().flatten()?;
        let name = of_ledger(column.year, column.role, lang);
        evidence_of(cell, name, ledger.facts(bulletins), lang)
    };
    columns.iter().filter_map(of_column).collect()
}

fn evidence_of(cell: Cell, column: String, facts: Facts<'_>, lang: Lang) -> Option<Evidence> {
    let (section, figure) = cell.look(facts)?;
    let range = section.sentence(figure);
    // A line end is one byte, as is the space in its place.
    let sentence = section.body.get(range.clone())?.replace('\n', " ");
    let focus = figure.span.start - range.start..figure.span.end - range.start;
    Some(Evidence {
        column: match &figure.value {
            Some(value) => format!("{column}  {}", value_with_time(value, figure, lang)),
            None => column,
        },
        reference: cell.reference(facts.bulletins),
        path: heading_path(facts.bulletins.get(cell.bulletin)?, cell.section),
        sentence,
        focus,
        doubtful: figure.doubtful,
        origin: figure.origin,
        note: figure.note.clone(),
    })
}

impl App {
    /// Opens the evidence of a row of a series' ledger.
    pub(super) fn open_row(&mut self, name: &str, cell: Cell) {
        if members(&self.bulletins, name).is_empty() {
            return;
        }
        self.go(Mode::Compare);
        self.load_ledger(name);
        self.go_to_cell(cell);
        self.open_evidence();
    }

    /// Goes to the row of a cell, in another year if it has nothing to do with this one.
    fn go_to_cell(&mut self, cell: Cell) {
        let Some(row) = self.ledger.ledger.row_with(cell) else {
            return;
        };
        if !self.ledger.go_to_row(row) {
            // It may be one that was not chosen.
            self.ledger.choice = Choice::default();
            let years = self.ledger.ledger.years();
            for year in years {
                self.ledger.show_year(year, &self.bulletins, self.lang);
                if self.ledger.go_to_row(row) {
                    break;
                }
            }
        }
    }

    /// The section of what the row under the cursor says last; of the series' newest bulletin
    /// where there is no row.
    pub(super) fn section_of_row(&self) -> Option<(usize, Option<usize>)> {
        let cells = self.current_row().map(|row| row.cells.iter().flatten());
        if let Some(cell) = cells.and_then(|mut cells| cells.next_back()) {
            return Some((cell.bulletin, Some(cell.section)));
        }
        let newest = self.outline.newest(self.ledger.series, &self.bulletins);
        newest.map(|bulletin| (bulletin, None))
    }

    /// The row under the cursor.
    fn current_row(&self) -> Option<&Row> {
        self.ledger.ledger.rows.get(self.ledger.row()?)
    }

    /// Says that what was paired by likeness in the row is one indicator; takes it back if it was
    /// said already.
    pub(super) fn confirm(&mut self) -> Option<Effect> {
        let row = self.current_row();
        let pairs = row.map(|row| row.pairs.clone()).unwrap_or_default();
        if pairs.is_empty() {
            self.complain(self.lang.words().not_similar.to_owned());
            return None;
        }
        let links = self.links_of(&pairs, true);
        let words = self.lang.words();
        if pairs.iter().all(|pair| pair.percent.is_none()) {
            return self.change(Change::take_back(links), words.pair_unconfirmed);
        }
        self.change(Change::say(links), words.pair_confirmed)
    }

    /// Says that the two cells of the row that are least alike are not one indicator; in a row
    /// without such a pair takes back what was said last of it.
    pub(super) fn part(&mut self) -> Option<Effect> {
        let words = self.lang.words();
        let row = self.current_row();
        let least = row.and_then(|row| row.pairs.iter().min_by_key(|pair| pair.percent));
        if let Some(least) = least.copied() {
            let say = self.links_of(&[least], false);
            return self.change(Change::say(say), words.pair_parted);
        }
        let parted = row.and_then(|row| self.parted(row).pop());
        let Some((link, _)) = parted else {
            let Some(pair) = row.and_then(|row| self.joined_by_name(row)) else {
                self.complain(words.nothing_parted.to_owned());
                return None;
            };
            let say = self.links_of(&[pair], false);
            let change = Change::say(say);
            return self.change(change, words.pair_parted);
        };
        self.change(Change::take_back(vec![link]), words.pair_unparted)
    }

    /// Target and result of the year in a row of one name; where one is missing, its first two
    /// cells. None where the author's keys say what is one.
    fn joined_by_name(&self, row: &Row) -> Option<Pair> {
        let of = |role: Role| {
            let at = self.ledger.ledger.column(self.ledger.year, role)?;
            row.cells.get(at).copied().flatten()
        };
        let mut cells = row.cells.iter().flatten().copied();
        let (a, b) = match (of(Role::Target), of(Role::Result)) {
            (Some(target), Some(result)) => (target, result),
            _ => (cells.next()?, cells.next()?),
        };
        let by_name = matches!(row.pairing, Pairing::Catalogue | Pairing::Name);
        by_name.then_some(Pair {
            a,
            b,
            percent: None,
        })
    }

    fn links_of(&self, pairs: &[Pair], same: bool) -> Vec<Link> {
        let facts = self.ledger.ledger.facts(&self.bulletins);
        let link = |pair: &Pair| {
            Some(Link {
                same,
                a: Passage::of(pair.a, facts)?,
                b: Passage::of(pair.b, facts)?,
            })
        };
        pairs.iter().filter_map(link).collect()
    }

    /// What a row was parted from: the links, and the other passages.
    fn parted(&self, row: &Row) -> Vec<(Link, Passage)> {
        let facts = self.ledger.ledger.facts(&self.bulletins);
        let own: Vec<Passage> = (row.cells.iter().flatten())
            .filter_map(|cell| Passage::of(*cell, facts))
            .collect();
        let parted = self.links.iter().filter(|link| !link.same);
        let other = |link: &Link| {
            let is_own = |passage: &Passage| own.iter().any(|one| one.is(passage));
            match (is_own(&link.a), is_own(&link.b)) {
                (true, false) => Some((link.clone(), link.b.clone())),
                (false, true) => Some((link.clone(), link.a.clone())),
                _ => None,
            }
        };
        parted.filter_map(other).collect()
    }

    fn change(&mut self, change: Change, told: &'static str) -> Option<Effect> {
        // What is taken back is taken back where it stands.
        let says = |file: &&LinksFile| change.take_back.iter().any(|link| file.links.say(link));
        let file = self.links_files.iter().find(says);
        let Some(file) = file.or(self.links_files.first()) else {
            self.complain(self.lang.words().no_links_file.to_owned());
            return None;
        };
        let path = file.path.clone();
        self.ledger.told = told;
        Some(Effect::Link { path, change })
    }

    /// Goes by what a links file says now; the cursor stays on its row.
    pub(super) fn linked(&mut self, result: Result<(PathBuf, String), FileError>) {
        let (path, text) = match result {
            Ok(changed) => changed,
            Err(error) => {
                let words = self.lang.words().links_not_written;
                return self.complain(format!("{words}{}", error.words(self.lang)));
            }
        };
        if let Some(file) = self.links_files.iter_mut().find(|file| file.path == path) {
            (file.links, _) = Links::parse(&text);
        }
        self.links = Links::all(self.links_files.iter().map(|file| &file.links));
        let cell = self
            .current_row()
            .and_then(|row| *row.cells.iter().find(|c| c.is_some())?);
        let (year, told) = (self.ledger.year, self.ledger.told);
        self.load_ledger(&self.ledger.ledger.series.clone());
        self.ledger.show_year(year, &self.bulletins, self.lang);
        // Rows that are one now are picked once.
        self.prune_rows();
        if let Some(cell) = cell {
            self.go_to_cell(cell);
        }
        self.say(format!("{told}{}", path.display()));
    }

    fn open_evidence(&mut self) {
        if self.ledger.row().is_some() {
            self.ledger.evidence_top = 0;
            self.go(Mode::Evidence);
        }
    }

    pub(super) fn ledger_action(&mut self, action: &Action) {
        match action {
            Action::Back => self.back(),
            Action::Tick => self.tick_row(),
            Action::TickAll => self.tick_listed_rows(),
            Action::Enter => self.open_evidence(),
            // What is at the top of another list is what was asked for.
            Action::Filter => {
                self.choose(|choice| choice.filter = choice::turned(&Filter::ALL, choice.filter));
                self.ledger.go_to_top();
            }
            Action::Sort => {
                self.choose(|choice| choice.sort = choice::turned(&Sort::ALL, choice.sort));
                self.ledger.go_to_top();
            }
            Action::Group => self.choose(|choice| choice.by_theme = !choice.by_theme),
            Action::Numeric => self.choose(|choice| choice.numeric = !choice.numeric),
            Action::Changed => self.choose(|choice| choice.changed = !choice.changed),
            Action::Left => self.turn_year(-1),
            Action::Right => self.turn_year(1),
            Action::Switch => {
                if !self.turn_series() {
                    self.complain(self.lang.words().only_series.to_owned());
                }
            }
            action => {
                let page = usize::from(self.ledger_layout().list.rows).max(2) - 1;
                let down = matches!(action, Action::Down | Action::PageDown | Action::Top);
                let view = &mut self.ledger;
                let len = view.items.len();
                let page = page / view.form.rows_per_item().max(1);
                if let Some(to) = moved(action, view.cursor, len, page.max(1)) {
                    view.cursor = to;
                    view.off_groups(down);
                }
            }
        }
    }

    /// Lists other rows, or the same otherwise; the cursor stays on its row if that is listed.
    fn choose(&mut self, change: impl Fn(&mut Choice)) {
        let row = self.ledger.row();
        change(&mut self.ledger.choice);
        let year = self.ledger.year;
        self.ledger.show_year(year, &self.bulletins, self.lang);
        if let Some(row) = row {
            self.ledger.go_to_row(row);
        }
    }

    fn turn_year(&mut self, by: isize) {
        let words = self.lang.words();
        let years = self.ledger.ledger.years();
        let at = years.iter().position(|y| *y == self.ledger.year);
        let to = at.and_then(|at| at.checked_add_signed(by));
        match to.and_then(|at| years.get(at)) {
            Some(year) => {
                let row = self.ledger.row();
                self.ledger.show_year(*year, &self.bulletins, self.lang);
                if let Some(row) = row {
                    self.ledger.go_to_row(row);
                }
            }
            None if by < 0 => self.complain(words.no_earlier.to_owned()),
            None => self.complain(words.no_later.to_owned()),
        }
    }

    pub(super) fn evidence_action(&mut self, action: &Action) {
        let rows = usize::from(self.frame().body.rows);
        match action {
            Action::Back | Action::Enter => self.back(),
            Action::Tick => self.tick_row(),
            Action::Left | Action::Right => {
                let down = *action == Action::Right;
                let before = self.ledger.cursor;
                let step = if down { Action::Down } else { Action::Up };
                if let Some(to) = moved(&step, before, self.ledger.items.len(), 1) {
                    self.ledger.cursor = to;
                    self.ledger.off_groups(down);
                }
                if self.ledger.cursor != before {
                    self.ledger.evidence_top = 0;
                }
            }
            action => {
                let lowest = self.ledger.evidence.len().saturating_sub(rows);
                let top = self.ledger.evidence_top;
                if let Some(to) = moved(action, top, lowest + 1, rows.max(2) - 1) {
                    self.ledger.evidence_top = to;
                }
            }
        }
    }

    /// The parts of Compare on this screen.
    pub fn ledger_layout(&self) -> layout::Ledger {
        layout::ledger(self.frame().body, self.ledger.tally.len() as u16)
    }

    pub(super) fn settle_ledger(&mut self) {
        let body = self.frame().body;
        let view = &mut self.ledger;
        let room = usize::from(body.cells).saturating_sub(2);
        let tally = view.ledger.tallies.iter().find(|t| t.year == view.year);
        let words = tally.map_or_else(
            || self.lang.words().tally_none.to_owned(),
            |tally| tally_words(tally, self.lang),
        );
        let lines = |words: &str| {
            set(words, room, self.ambiguous)
                .into_iter()
                .map(|(line, _)| line.replace(TIE, " "))
        };
        view.tally = lines(&words).collect();
        if let Some(tally) = tally.filter(|_| view.tally.len() > layout::tally_rows(body)) {
            view.tally = lines(&tally_signs(tally, self.lang)).collect();
        }
        let set = |view: &LedgerView| {
            columns::form(view, body.cells, &self.bulletins, self.lang, self.ambiguous)
        };
        view.all_years = view.ledger.columns.len() > AROUND;
        view.form = set(view);
        if view.all_years && !columns::is_whole(view) {
            view.all_years = false;
            view.form = set(view);
        }
        view.starts = columns::starts(view);
        let rows = usize::from(self.ledger_layout().list.rows);
        let view = &mut self.ledger;
        let start = view.starts.get(view.cursor).copied().unwrap_or(0);
        let end = view.starts.get(view.cursor + 1).copied().unwrap_or(start);
        // The head of a group comes into view with its first row, if there is room for both.
        let from = match view.cursor.checked_sub(1).map(|at| view.items.get(at)) {
            Some(Some(Item::Group(_))) if end - start < rows => start.saturating_sub(1),
            _ => start,
        };
        let len = view.starts.last().copied().unwrap_or(0);
        view.top = scrolled(view.top, from, end, rows, len);
        // No card begins above the screen, if the one under the cursor leaves room for that.
        let next = view.starts.partition_point(|start| *start < view.top);
        if let Some(start) = view.starts.get(next).filter(|start| **start <= from) {
            view.top = *start;
        }
        if self.screen() == Mode::Evidence {
            self.set_evidence();
        }
    }

    fn set_evidence(&mut self) {
        let cells = usize::from(layout::measure(self.frame().body.cells, false));
        let view = &self.ledger;
        let row = view.row().and_then(|row| view.ledger.rows.get(row));
        let mut lines = Vec::new();
        if let Some(row) = row {
            self.push_evidence(&mut lines, row, cells);
        }
        let rows = usize::from(self.frame().body.rows);
        let lowest = lines.len().saturating_sub(rows);
        self.ledger.evidence = lines;
        self.ledger.evidence_top = self.ledger.evidence_top.min(lowest);
    }

    fn push_evidence(&self, lines: &mut Vec<EvidenceLine>, row: &Row, cells: usize) {
        let words = self.lang.words();
        let plain = |text: &str| set(text, cells, self.ambiguous);
        let asides = |text: String| {
            let lines = plain(&text).into_iter();
            lines.map(|(line, _)| EvidenceLine::Aside(line))
        };
        let heads = |text: &str| {
            let lines = plain(text).into_iter();
            lines.map(|(line, _)| EvidenceLine::Head(line))
        };
        lines.extend(heads(&row.indicator));
        if let Some(doubt) = row::doubt(row, self.lang) {
            let keys = if self.links_files.is_empty() {
                String::new()
            } else {
                words.pair_keys(&self.keymap)
            };
            lines.extend(asides(format!("{doubt}{keys}")));
        }
        for (_, other) in self.parted(row) {
            lines.extend(asides(format!("{}{}", words.parted_from, other.words)));
        }
        let view = &self.ledger;
        let all: Vec<usize> = (0..view.ledger.columns.len()).collect();
        for evidence in evidence(&view.ledger, row, &all, &self.bulletins, self.lang) {
            lines.push(EvidenceLine::Blank);
            lines.extend(heads(&evidence.column));
            lines.extend(asides(format!("{}  {}", evidence.reference, evidence.path)));
            if evidence.origin == Origin::Found {
                lines.extend(asides(words.found_note.to_owned()));
            }
            for (line, range) in plain(&evidence.sentence) {
                let focus = within(&evidence.focus, &range);
                lines.push(EvidenceLine::Words(line, focus));
            }
            if evidence.doubtful {
                lines.extend(asides(words.damaged_note.to_owned()));
            }
            if let Some(note) = evidence.note {
                lines.extend(asides(format!("{}{note}", words.note)));
            }
        }
        lines.push(EvidenceLine::Blank);
        for verdict in &row.verdicts {
            let mut parts = vec![verdict.year.to_string()];
            if verdict.outcome == Some(Outcome::Unplanned) {
                parts.push(words.outcome(Outcome::Unplanned.code()).to_owned());
            }
            let outcome = verdict_words(Some(verdict), self.lang);
            let known = parts.last().is_some_and(|part| part == outcome.trim());
            if !outcome.trim().is_empty() && !known {
                parts.push(outcome.trim().to_owned());
            }
            if let Some(difference) = verdict
                .difference
                .as_ref()
                .filter(|_| verdict.attainment.is_some())
            {
                parts.push(difference_words(difference));
            }
            if verdict.outcome.is_some() {
                parts.push(words.basis(verdict.basis.code()).to_owned());
            }
            if parts.len() > 1 {
                lines.extend(asides(parts.join("  ")));
            }
            let next = next_words(Some(verdict), self.lang);
            if !next.is_empty() {
                let column = of_ledger(verdict.year + 1, Role::Target, self.lang);
                lines.extend(asides(format!("{column}  {next}")));
            }
        }
    }
}

/// A text in lines, each with its byte range.
fn set(text: &str, cells: usize, ambiguous: Ambiguous) -> Vec<(String, Range<usize>)> {
    let lines = wrap(text, &Setting::plain(cells, ambiguous)).into_iter();
    lines
        .filter_map(|line| {
            Some((
                text.get(line.start..line.end)?.to_owned(),
                line.start..line.end,
            ))
        })
        .collect()
}

/// The part of a range that lies in a line, from the line's start.
fn within(range: &Range<usize>, line: &Range<usize>) -> Range<usize> {
    let start = range.start.clamp(line.start, line.end) - line.start;
    let end = range.end.clamp(line.start, line.end) - line.start;
    start..end
}
