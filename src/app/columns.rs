//! How wide the columns of Compare are, and what stands in them: a table where it fits, else a
//! card for each row. A value is never cut; commitments and names are, between words.
//!
//! ```text
//!  2021目标      2021实绩
//!       180万款       192万款     numbers end in one cell, decimals behind it,
//!       3.2%左右        5.1%      then the units
//! ```

use crate::compare::{self, Row};
use crate::i18n::Lang;
use crate::model::{Bulletin, Role};
use crate::width::{self, Ambiguous};
use crate::wording::verdict::{next_words, outcome_word, sign, verdict_words};
use crate::wording::{card, cell::cell_words, column::of_ledger, row::marked};
use crate::wrap;

use super::ledger::{Item, LedgerView};

/// Cells left of the table: the tick box.
const LEFT: usize = 5;
/// Cells between two columns.
const GAP: usize = 2;
/// Cells that the name of an indicator takes at least.
const NAME: usize = 14;
/// Cells that the words of a commitment take at least.
const COMMITMENT: usize = 8;
/// What names and commitments grow to in turn, as long as there is room.
const SHARES: [(usize, usize); 3] = [(22, 14), (30, 20), (40, 30)];

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The indicator.
    Name,
    /// A column of the ledger, by its index.
    Value(usize),
    /// The outcome of the year.
    Outcome,
    /// The next target.
    Next,
    /// How the results went over the years.
    Trend,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Col {
    /// What it shows.
    pub slot: Slot,
    /// First cell from the left of the screen.
    pub x: usize,
    /// Its cells.
    pub cells: usize,
    /// Cells of whole numbers, decimals and units, where numbers stand one below the other.
    pub aligned: Option<Parts>,
    /// Whether outcomes have their figures.
    pub figures: bool,
}

/// Cells of what stands up to the end of a whole number, of decimals, and of what is behind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Words before the number, and its whole part.
    pub whole: usize,
    /// The decimal point and what follows.
    pub decimals: usize,
    /// Unit and words behind.
    pub unit: usize,
}

impl Parts {
    fn of(value: &str, ambiguous: Ambiguous) -> Self {
        let (whole, decimals, unit) = parted(value);
        Self {
            whole: width::cells(whole, ambiguous),
            decimals: width::cells(decimals, ambiguous),
            unit: width::cells(unit, ambiguous),
        }
    }

    fn widest(self, other: Self) -> Self {
        Self {
            whole: self.whole.max(other.whole),
            decimals: self.decimals.max(other.decimals),
            unit: self.unit.max(other.unit),
        }
    }

    /// Cells of all of it.
    fn cells(self) -> usize {
        self.whole + self.decimals + self.unit
    }

    /// A value with the space before and behind that brings its number into its place.
    pub fn set(self, value: &str, ambiguous: Ambiguous) -> String {
        let (whole, decimals, unit) = parted(value);
        let left = |text: &str, cells: usize| cells.saturating_sub(width::cells(text, ambiguous));
        let before = " ".repeat(left(whole, self.whole));
        let between = " ".repeat(left(decimals, self.decimals));
        let behind = " ".repeat(left(unit, self.unit));
        format!("{before}{whole}{decimals}{between}{unit}{behind}")
    }
}

/// A value up to the end of its whole number, its decimals, and the rest. A value without digits
/// (过半) is all whole.
fn parted(value: &str) -> (&str, &str, &str) {
    let digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let Some(first) = value.find(digit) else {
        return (value, "", "");
    };
    let behind = |from: usize, wanted: &dyn Fn(char) -> bool| {
        let rest = value.get(from..).unwrap_or_default();
        from + rest.find(|c| !wanted(c)).unwrap_or(rest.len())
    };
    let whole = behind(first, &|c| digit(c) || c == ',');
    let rest = value.get(whole..).unwrap_or_default();
    let mut chars = rest.chars();
    let point = chars.next().filter(|c| matches!(c, '.' | '．'));
    let decimals = match point.filter(|_| chars.next().is_some_and(digit)) {
        Some(point) => behind(whole + point.len_utf8(), &digit),
        None => whole,
    };
    let part = |range: std::ops::Range<usize>| value.get(range).unwrap_or_default();
    (
        part(0..whole),
        part(whole..decimals),
        part(decimals..value.len()),
    )
}

/// How the list is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line for each row.
    Table(Vec<Col>),
    /// Several lines for each row, by the item's index.
    Cards(Vec<Vec<String>>),
}

impl Default for Form {
    fn default() -> Self {
        Self::Table(Vec::new())
    }
}

impl Form {
    /// Screen rows that an item takes on average.
    pub fn rows_per_item(&self) -> usize {
        match self {
            Self::Table(_) => 1,
            Self::Cards(cards) => {
                let lines: usize = cards.iter().map(Vec::len).sum();
                lines / cards.len().max(1)
            }
        }
    }
}

/// Whether the list is a table that leaves nothing out: all its columns, with the figures of
/// outcomes.
pub fn is_whole(view: &LedgerView) -> bool {
    let Form::Table(columns) = &view.form else {
        return false;
    };
    let values = columns
        .iter()
        .filter(|col| matches!(col.slot, Slot::Value(_)));
    values.count() == view.columns().len() && columns.iter().all(|col| col.figures)
}

/// First screen row of each item, and the end of the last.
pub fn starts(view: &LedgerView) -> Vec<usize> {
    let mut starts = vec![0];
    let mut at = 0;
    for index in 0..view.items.len() {
        at += match &view.form {
            Form::Table(_) => 1,
            Form::Cards(cards) => cards.get(index).map_or(1, Vec::len),
        };
        starts.push(at);
    }
    starts
}

/// The head of the outcomes; among the columns of many years it says which one is meant.
pub fn outcome_head(view: &LedgerView, lang: Lang) -> String {
    if view.all_years {
        lang.words().outcome_of(view.year)
    } else {
        lang.words().outcome_head.to_owned()
    }
}

/// The outcome of the year: with its figure, or only sign and word. All rows of a column alike, so
/// that one without a figure has none.
pub fn outcome(view: &LedgerView, row: &Row, lang: Lang, figures: bool) -> String {
    let Some(verdict) = row.verdict(view.year) else {
        return String::new();
    };
    match verdict.outcome {
        Some(outcome) if !figures && !verdict.carried_over => {
            let sign = sign(outcome);
            format!("{sign} {}", outcome_word(verdict, lang))
        }
        _ => verdict_words(Some(verdict), lang),
    }
}

/// Marks for how the results of a row went, a cell for each year: ▁▃▇ or _-^. Empty for fewer than
/// three years.
pub fn trend(view: &LedgerView, row: &Row, bulletins: &[Bulletin], unicode: bool) -> String {
    let marks: &[char] = if unicode {
        &['▁', '▂', '▃', '▄', '▅', '▆', '▇']
    } else {
        &['_', '-', '^']
    };
    let top = (marks.len() - 1) as u8;
    let levels = compare::levels(row, &view.ledger.columns, view.ledger.facts(bulletins), top)
        .unwrap_or_default();
    let mark = |level: &u8| marks.get(usize::from(*level)).copied().unwrap_or(' ');
    levels.iter().map(mark).collect()
}

/// The table, if the screen has room for it, else cards.
pub fn form(
    view: &LedgerView,
    screen: u16,
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Form {
    let room = usize::from(screen).saturating_sub(LEFT + 1);
    let sizes = Sizes::new(view, bulletins, lang, ambiguous);
    let table = sizes.table(room);
    match table {
        Some(columns) => Form::Table(columns),
        None => Form::Cards(cards(view, room, bulletins, lang, ambiguous)),
    }
}

/// What a value column needs.
#[derive(Clone, Copy)]
struct ValueSize {
    /// Index in the ledger.
    at: usize,
    /// Cells of its widest value, or of its head.
    widest: usize,
    /// Cells of the parts of its values.
    parts: Parts,
    /// Cells of its head.
    head: usize,
    /// Whether it holds commitments, whose words may be cut.
    commitments: bool,
    /// Whether it belongs to the year before.
    before: bool,
}

impl ValueSize {
    /// Cells of its values, with numbers one below the other or only set to the right.
    fn values(&self, aligned: bool) -> usize {
        if aligned {
            self.parts.cells().max(self.head)
        } else {
            self.widest
        }
    }

    fn least(&self, aligned: bool) -> usize {
        let values = self.values(aligned);
        if self.commitments {
            values.max(COMMITMENT)
        } else {
            values
        }
    }
}

/// What the columns need, in cells.
struct Sizes {
    /// The longest name.
    name: usize,
    /// Each value column.
    values: Vec<ValueSize>,
    /// Outcomes with their figures, and without.
    outcome: (usize, usize),
    /// The marks of a trend.
    trend: usize,
    /// The word on the next target.
    next: usize,
    /// The column of the next target, which stands behind the outcome.
    next_target: Option<usize>,
}

impl Sizes {
    fn new(view: &LedgerView, bulletins: &[Bulletin], lang: Lang, ambiguous: Ambiguous) -> Self {
        let words = lang.words();
        let cells = |text: &str| width::cells(text, ambiguous);
        let rows = || {
            let indices = view.items.iter().filter_map(|item| match item {
                Item::Row(row) => Some(*row),
                Item::Group(_) => None,
            });
            indices.filter_map(|row| view.ledger.rows.get(row))
        };
        let widest = |text: &dyn Fn(&Row) -> String, head: &str| {
            let longest = rows().map(|row| cells(&text(row))).max().unwrap_or(0);
            if longest == 0 {
                0
            } else {
                longest.max(cells(head))
            }
        };
        let facts = view.ledger.facts(bulletins);
        let values = view.columns().into_iter().filter_map(|at| {
            let column = view.ledger.columns.get(at)?;
            let head = cells(&of_ledger(column.year, column.role, lang));
            let (mut longest, mut parts) = (head, Parts::default());
            let mut commitments = false;
            for cell in rows().filter_map(|row| row.cells.get(at).copied().flatten()) {
                match cell.figure(facts).map(|f| f.value.is_some()) {
                    Some(true) => {
                        let value = cell_words(Some(cell), facts, 0, ambiguous, lang);
                        longest = longest.max(cells(&value));
                        parts = parts.widest(Parts::of(&value, ambiguous));
                    }
                    _ => commitments = true,
                }
            }
            Some(ValueSize {
                at,
                widest: longest,
                parts,
                head,
                commitments,
                before: column.year < view.year,
            })
        });
        let head = outcome_head(view, lang);
        let short = |row: &Row| outcome(view, row, lang, false);
        let long = |row: &Row| verdict_words(row.verdict(view.year), lang);
        let next = |row: &Row| next_words(row.verdict(view.year), lang).to_owned();
        Self {
            name: widest(&|row| marked(row), words.indicator),
            values: values.collect(),
            outcome: (widest(&long, &head), widest(&short, &head)),
            trend: widest(&|row| trend(view, row, bulletins, false), words.trend_head),
            next: widest(&next, words.next_year),
            next_target: view.ledger.column(view.year + 1, Role::Target),
        }
    }

    /// The widest table that fits: with the figures of outcomes, numbers one below the other and
    /// all columns, then without numbers in one place, without the figures, without the year
    /// before. None if even that does not fit.
    fn table(&self, room: usize) -> Option<Vec<Col>> {
        let all = [
            (true, true, true),
            (true, false, true),
            (false, true, true),
            (false, false, true),
            (false, true, false),
            (false, false, false),
        ];
        let mut ways = all.into_iter();
        ways.find_map(|(long, aligned, before)| self.fit(room, long, aligned, before))
    }

    fn fit(&self, room: usize, long: bool, aligned: bool, before: bool) -> Option<Vec<Col>> {
        let values: Vec<_> = self.values.iter().filter(|v| before || !v.before).collect();
        let outcome = if long { self.outcome.0 } else { self.outcome.1 };
        let trend = if long { self.trend } else { 0 };
        let fixed: usize = [outcome, self.next, trend]
            .iter()
            .filter(|cells| **cells > 0)
            .map(|cells| cells + GAP)
            .sum();
        let needed: usize = values.iter().map(|v| v.least(aligned) + GAP).sum();
        // Names come before numbers in one place.
        let least_name = self.name.min(if aligned { SHARES[0].0 } else { NAME });
        let mut spare = room.checked_sub(fixed + needed + least_name)?;
        // What is left goes in turn to the names and to the words of commitments.
        let wordy = values.iter().filter(|v| v.commitments).count();
        let (mut name, mut words) = (least_name, COMMITMENT);
        for (name_goal, words_goal) in SHARES {
            let goal = name_goal.min(self.name);
            let more = goal.saturating_sub(name).min(spare);
            (name, spare) = (name + more, spare - more);
            let share = spare.checked_div(wordy).unwrap_or(0);
            let more = words_goal.saturating_sub(words).min(share);
            (words, spare) = (words + more, spare - more * wordy);
        }
        let mut columns = Vec::new();
        let mut x = LEFT;
        let mut push = |slot: Slot, cells: usize, aligned: Option<Parts>| {
            if cells > 0 {
                columns.push(Col {
                    slot,
                    x,
                    cells,
                    aligned,
                    figures: long,
                });
                x += cells + GAP;
            }
        };
        push(Slot::Name, name, None);
        for v in &values {
            if self.next_target == Some(v.at) {
                push(Slot::Outcome, outcome, None);
            }
            let values = v.values(aligned);
            let grown = if v.commitments {
                values.max(words)
            } else {
                values
            };
            push(Slot::Value(v.at), grown, aligned.then_some(v.parts));
        }
        if self.next_target.is_none() {
            push(Slot::Outcome, outcome, None);
        }
        push(Slot::Next, self.next, None);
        push(Slot::Trend, trend, None);
        Some(columns)
    }
}

/// Each item as lines of so many cells: the name, then every cell with its column's name, the
/// outcome and the next target, as many to a line as fit.
fn cards(
    view: &LedgerView,
    room: usize,
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Vec<Vec<String>> {
    let card = |item: &Item| match item {
        Item::Group(_) => vec![String::new()],
        Item::Row(row) => match view.ledger.rows.get(*row) {
            Some(row) => card(view, row, room, bulletins, lang, ambiguous),
            None => vec![String::new()],
        },
    };
    view.items.iter().map(card).collect()
}

fn card(
    view: &LedgerView,
    row: &Row,
    room: usize,
    bulletins: &[Bulletin],
    lang: Lang,
    ambiguous: Ambiguous,
) -> Vec<String> {
    let choice = card::Choice {
        columns: &view.columns(),
        years: &[view.year],
        room: room.saturating_sub(2),
        lang,
        ambiguous,
    };
    let mut lines = vec![wrap::cut(&marked(row), room, ambiguous).into_owned()];
    lines.extend(card::lines(&view.ledger, row, bulletins, choice));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes() -> Sizes {
        Sizes {
            name: 20,
            values: [
                (0, 8, false, true),
                (1, 8, true, false),
                (2, 9, true, false),
                (3, 9, true, false),
            ]
            .map(|(at, widest, commitments, before)| ValueSize {
                at,
                widest,
                parts: Parts {
                    whole: widest - 3,
                    decimals: 2,
                    unit: 2,
                },
                head: 8,
                commitments,
                before,
            })
            .to_vec(),
            outcome: (17, 10),
            trend: 0,
            next: 8,
            next_target: Some(3),
        }
    }

    #[test]
    fn columns_never_overlap_and_stay_on_the_screen() {
        for room in 40..200 {
            let Some(columns) = sizes().table(room) else {
                continue;
            };
            for pair in columns.windows(2) {
                assert!(pair[0].x + pair[0].cells + GAP <= pair[1].x, "{room}");
            }
            let last = columns.last().map_or(0, |c| c.x + c.cells);
            assert!(last <= room + LEFT, "{room} {columns:?}");
        }
    }

    #[test]
    fn numbers_stand_one_below_the_other() {
        let values = [
            "增长2.3％",
            "180万款",
            "过半",
            "1,234.56万亿斤以上",
            "6%—6.5%",
        ];
        let parts = values.iter().map(|v| Parts::of(v, Ambiguous::Narrow));
        let parts = parts.reduce(Parts::widest).unwrap();
        for value in values {
            let set = parts.set(value, Ambiguous::Narrow);
            let (whole, ..) = parted(value);
            let (before, _) = set.split_at(set.find(whole).unwrap() + whole.len());
            assert_eq!(
                width::cells(before, Ambiguous::Narrow),
                parts.whole,
                "{set:?}"
            );
            assert_eq!(
                width::cells(&set, Ambiguous::Narrow),
                parts.cells(),
                "{set:?}"
            );
        }
        assert_eq!(parted("增长2.3％"), ("增长2", ".3", "％"));
        assert_eq!(parted("6%—6.5%"), ("6", "", "%—6.5%"));
        assert_eq!(parted("过半"), ("过半", "", ""));
    }

    #[test]
    fn the_year_before_gives_way_first_and_then_the_table() {
        let slots = |room: usize| {
            let columns = sizes().table(room)?;
            Some(columns.iter().map(|c| c.slot).collect::<Vec<_>>())
        };
        let all = slots(120).unwrap();
        assert_eq!(all[4], Slot::Outcome);
        assert_eq!(all.len(), 7);
        assert!(!slots(74).unwrap().contains(&Slot::Value(0)));
        assert!(slots(50).is_none());
    }
}
