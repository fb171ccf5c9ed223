//! The items of the list as lines: heads of groups, headings of chapters, rows as lines of a table, promises in words
//! beside what is said of them, or a card for a row where there is no table.

use crate::compare::{Count, Entry, Row, RowGroup};
use crate::width;
use crate::wording::card;
use crate::wording::cell::{CellWords, of_cell};
use crate::wording::tally::{TIE, count_parts, count_signs, group_name, standing_tone};
use crate::wording::verdict::{Tone, next_words, row_outcome};
use crate::wrap::{Setting, extent, words};

use super::columns::{Col, LEFT, Slot};
use super::list::{Chapter, Group, Item};
use super::view::View;

/// Cells between a promise and what is said of it.
const GAP: usize = 2;
/// From this many cells on what is said of a promise in words stands beside it.
const SIDE_BY_SIDE: usize = 60;
/// Cells of a sign with the space behind it.
pub const SIGN: usize = 2;

/// How a piece of a line looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Running text.
    Text,
    /// A name.
    Strong,
    /// What stands back.
    Quiet,
    /// Good or bad news.
    News(Tone),
}

/// A piece of a line at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// First cell from the left of the screen.
    pub x: usize,
    /// Its words.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// The pieces of a line.
pub type Line = Vec<Piece>;

/// What items are set with: what is shown, the columns if there is a table, cells of the screen.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    /// What is shown.
    pub view: View<'a>,
    /// The columns, where there is a table.
    pub columns: Option<&'a [Col]>,
    /// Cells of the screen.
    pub cells: usize,
}

impl Setter<'_> {
    /// An item in lines: at least one.
    pub fn item(&self, item: &Item) -> Vec<Line> {
        let state = self.view.state;
        let list = &state.list;
        let lines = match item {
            Item::Group(at) => list.groups.get(*at).map(|group| vec![self.group(group)]),
            Item::Chapter(at) => list.chapters.get(*at).map(|chapter| self.chapter(chapter)),
            Item::Row(at) => {
                let row = state.ledger.rows.get(*at);
                row.zip(self.view.entry(*at))
                    .map(|(row, entry)| self.row(row, entry))
            }
        };
        lines
            .filter(|l| !l.is_empty())
            .unwrap_or_else(|| vec![Line::new()])
    }

    fn row(&self, row: &Row, entry: &Entry) -> Vec<Line> {
        if !self.view.is_in_table(entry) {
            return if self.cells >= SIDE_BY_SIDE {
                self.task(row, entry)
            } else {
                self.stacked_task(row, entry)
            };
        }
        let table = self
            .columns
            .and_then(|columns| self.table_row(row, columns));
        table.unwrap_or_else(|| self.card(row))
    }

    fn wrapped(&self, text: &str, cells: usize) -> Vec<String> {
        // Most texts fit, and a ledger has thousands of them.
        if !text.is_empty() && self.cells_of(text) <= cells {
            return vec![text.to_owned()];
        }
        let setting = Setting::plain(cells.max(1), self.view.ambiguous);
        words(text, &setting).map(str::to_owned).collect()
    }

    fn cells_of(&self, text: &str) -> usize {
        width::cells(text, self.view.ambiguous)
    }

    /// A row of the table; None where a value has no room in its column.
    fn table_row(&self, row: &Row, columns: &[Col]) -> Option<Vec<Line>> {
        let view = &self.view;
        let mut lines: Vec<Line> = Vec::new();
        for column in columns {
            let (texts, look) = match column.slot {
                Slot::Name => (self.wrapped(&row.indicator, column.cells), Look::Text),
                Slot::Value(at) => (self.value(row, at, column)?, Look::Text),
                Slot::Outcome => self.outcome(row, column.cells),
                Slot::Next => {
                    let next = next_words(row.verdict(view.state.year), view.lang);
                    (vec![next.to_owned()], Look::Text)
                }
                Slot::Trend => (vec![view.trend(row, view.unicode)], Look::Quiet),
            };
            for (at, text) in texts.into_iter().enumerate() {
                if lines.len() <= at {
                    lines.push(Line::new());
                }
                let piece = Piece {
                    x: column.x,
                    text,
                    look,
                };
                lines.get_mut(at)?.push(piece);
            }
        }
        Some(lines)
    }

    /// What a cell says, in lines of its column: numbers at the right, words at the left. None where a number has no
    /// room.
    fn value(&self, row: &Row, at: usize, column: &Col) -> Option<Vec<String>> {
        let view = &self.view;
        let facts = view.state.ledger.facts(view.bulletins);
        let cell = row.cells.get(at).copied().flatten();
        let said = cell.and_then(|cell| of_cell(cell, row, facts, view.lang));
        let right = |text: &str| {
            let blank = column.cells.saturating_sub(self.cells_of(text));
            format!("{}{text}", " ".repeat(blank))
        };
        let Some(CellWords {
            text,
            is_value,
            signs,
        }) = said
        else {
            // The dash stands where numbers end.
            let behind = column
                .aligned
                .map_or(0, |parts| parts.cells() - parts.whole);
            return Some(vec![right(&format!("-{}", " ".repeat(behind)))]);
        };
        let whole = format!("{text}{signs}");
        if let Some(parts) = column.aligned.filter(|_| is_value) {
            let set = parts.set(&whole, view.ambiguous);
            if self.cells_of(&set) <= column.cells {
                return Some(vec![right(&set)]);
            }
        }
        let room = column.cells.saturating_sub(signs.len());
        let narrowest = || extent(&text, &Setting::plain(room, view.ambiguous)).narrowest;
        if is_value && self.cells_of(&text) > room && narrowest() > room {
            return None;
        }
        let mut lines = self.wrapped(&text, room);
        if let Some(last) = lines.last_mut() {
            last.push_str(&signs);
        }
        Some(if is_value {
            lines.iter().map(|line| right(line)).collect()
        } else {
            lines
        })
    }

    /// The outcome of the year: what is said behind its word goes on the next line where there is no room for both.
    fn outcome(&self, row: &Row, cells: usize) -> (Vec<String>, Look) {
        let view = &self.view;
        let look = match view.tone(row) {
            Some(tone) => Look::News(tone),
            None => Look::Quiet,
        };
        let (word, more) = row_outcome(row, view.state.year, view.lang);
        let blank = " ".repeat(SIGN);
        if more.is_empty() {
            return (vec![word], look);
        }
        let one = if word.is_empty() {
            format!("{blank}{more}")
        } else {
            format!("{word} {more}")
        };
        if self.cells_of(&one) <= cells {
            return (vec![one], look);
        }
        // Below the word where there is room for that.
        let behind = more.split(' ').map(|part| {
            let below = format!("{blank}{part}");
            if self.cells_of(&below) <= cells {
                below
            } else {
                part.to_owned()
            }
        });
        let word = Some(word).filter(|word| !word.is_empty());
        (word.into_iter().chain(behind).collect(), look)
    }

    /// A promise in words beside what is said of it.
    fn task(&self, row: &Row, entry: &Entry) -> Vec<Line> {
        let room = self.cells.saturating_sub(LEFT + SIGN + GAP + 1);
        let half = room / 2;
        let (promise, answer, mark) = self.view.promise_and_answer(row, entry);
        let (left, right) = (LEFT + SIGN, LEFT + SIGN + half + GAP);
        let promise = self.wrapped(&promise, half);
        let answer = self.marked(&answer, mark, room - half);
        let count = promise.len().max(answer.len()).max(1);
        let mut lines = vec![Line::new(); count];
        for (line, text) in lines.iter_mut().zip(promise) {
            line.push(piece(left, text, Look::Text));
        }
        for (line, text) in lines.iter_mut().zip(answer) {
            line.push(piece(right, text, answer_look(entry)));
        }
        signed(lines, entry)
    }

    /// The same one below the other.
    fn stacked_task(&self, row: &Row, entry: &Entry) -> Vec<Line> {
        let x = LEFT + SIGN;
        let room = self.cells.saturating_sub(x + SIGN + 1);
        let (promise, answer, mark) = self.view.promise_and_answer(row, entry);
        let promise = self.wrapped(&promise, room + SIGN).into_iter();
        let answer = self.marked(&answer, mark, room).into_iter();
        let promise = promise.map(|text| vec![piece(x, text, Look::Strong)]);
        let answer = answer.map(|text| vec![piece(x + SIGN, text, answer_look(entry))]);
        signed(promise.chain(answer).collect(), entry)
    }

    /// A text in lines, with a mark behind it that is never parted.
    fn marked(&self, text: &str, mark: Option<String>, cells: usize) -> Vec<String> {
        let mut lines = self.wrapped(text, cells);
        let Some(mark) = mark else {
            return lines;
        };
        let needed = GAP + self.cells_of(&mark);
        match lines.last_mut() {
            Some(last) if width::cells(last, self.view.ambiguous) + needed <= cells => {
                last.push_str(&" ".repeat(GAP));
                last.push_str(&mark);
            }
            _ => lines.push(mark),
        }
        lines
    }

    /// A row as a card: its name, then every cell with the name of its column, as many to a line as fit.
    fn card(&self, row: &Row) -> Vec<Line> {
        let view = &self.view;
        let room = self.cells.saturating_sub(LEFT + 1);
        let choice = card::Choice {
            columns: &view.state.around(),
            years: &[view.state.year],
            room: room.saturating_sub(SIGN),
            lang: view.lang,
            ambiguous: view.ambiguous,
        };
        let name = self.wrapped(&row.indicator, room).into_iter();
        let name = name.map(|text| vec![piece(LEFT, text, Look::Strong)]);
        let card = card::lines(&view.state.ledger, row, view.bulletins, choice).into_iter();
        let card = card.map(|text| vec![piece(LEFT + SIGN, text, Look::Text)]);
        name.chain(card).collect()
    }

    /// The head of a group: whether it is open, its name, how many rows it has and how they stand.
    fn group(&self, group: &Group) -> Line {
        let view = &self.view;
        let words = view.lang.words();
        let sign = match (group.open, view.unicode) {
            (true, true) => "▾",
            (false, true) => "▸",
            (true, false) => "-",
            (false, false) => "+",
        };
        let with_main = view.state.has_main();
        let name = group_name(group.kind, view.state.year, with_main, view.lang);
        let total = group.count.total();
        let number = if total == group.all {
            total.to_string()
        } else {
            words.of_items(group.all, total)
        };
        let mut line = vec![
            piece(1, sign.to_owned(), Look::Quiet),
            piece(1 + SIGN, name, Look::Strong),
        ];
        self.push(&mut line, number, Look::Quiet);
        let behind = end_of(&line, view) + SIGN * 2;
        let room = self.cells.saturating_sub(behind + 1);
        // The tally above says the same of the first group.
        let is_told =
            group.open && total == group.all && view.state.first_group() == Some(group.kind);
        let parts = self
            .count_in(group.kind, &group.count, room)
            .filter(|_| !is_told);
        if let Some(parts) = parts {
            line.push(piece(behind, parts, Look::Quiet));
        }
        line
    }

    fn push(&self, line: &mut Line, text: String, look: Look) {
        let x = end_of(line, &self.view) + SIGN;
        line.push(piece(x, text, look));
    }

    /// How rows stand, in words or else in signs; nothing where not even those have room.
    fn count_in(&self, group: RowGroup, count: &Count, room: usize) -> Option<String> {
        let words = count_parts(group, count, self.view.lang).join(" · ");
        let ways = [
            words.replace(TIE, " "),
            count_signs(count, self.view.lang).join(" "),
        ];
        let mut ways = ways.into_iter();
        ways.find(|text| !text.is_empty() && self.cells_of(text) <= room)
    }

    /// The heading of a chapter, and how many of its tasks were answered.
    fn chapter(&self, chapter: &Chapter) -> Vec<Line> {
        let count = self.view.chapter_count(&chapter.count);
        let x = 1 + SIGN;
        let room = self.cells.saturating_sub(x + 1);
        let behind = self.cells_of(&count) + GAP;
        let least = room / 2;
        let with_count = room.saturating_sub(behind) >= least;
        let cells = if with_count { room - behind } else { room };
        let lines = self
            .wrapped(&width::visible_text(&chapter.name), cells)
            .into_iter();
        let mut lines: Vec<Line> = lines
            .map(|text| vec![piece(x, text, Look::Quiet)])
            .collect();
        if let Some(first) = lines.first_mut().filter(|_| with_count) {
            let x = self.cells.saturating_sub(1 + self.cells_of(&count));
            first.push(piece(x, count, Look::Quiet));
        }
        lines
    }
}

/// Puts the sign of an outcome before the first line.
fn signed(mut lines: Vec<Line>, entry: &Entry) -> Vec<Line> {
    if let Some(first) = lines.first_mut() {
        let sign = View::sign(entry);
        let look = Look::News(standing_tone(entry.standing));
        first.insert(0, piece(LEFT, sign, look));
    }
    lines
}

fn piece(x: usize, text: String, look: Look) -> Piece {
    Piece { x, text, look }
}

/// What answered a promise is text; that nothing did stands back.
fn answer_look(entry: &Entry) -> Look {
    use crate::compare::{Outcome, Standing};
    match entry.standing {
        Standing::Judged(Outcome::Unreported) | Standing::Open | Standing::CarriedOver => {
            Look::Quiet
        }
        Standing::Judged(_) => Look::Text,
    }
}

/// The cell behind a line.
fn end_of(line: &Line, view: &View<'_>) -> usize {
    let last = line.last();
    last.map_or(0, |piece| {
        piece.x + width::cells(&piece.text, view.ambiguous)
    })
}
