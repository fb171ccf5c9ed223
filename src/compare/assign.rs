//! Which of the likely pairs are taken: for each year the best assignment of all promises to all that may answer or
//! repeat them, taken together, as long as no column is filled twice.
//!
//! What users said of two cells holds before any likeness. Keys are never overruled: two rows with keys
//! stay two, and so do two indicators of the catalogue. Knows nothing of what makes passages alike.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

use crate::model::Role;

use super::best::{Edge, best};
use super::candidate::{Candidates, PairKind};
use super::links::Overrides;
use super::meeting::{meetings, set_apart};
use super::row::{Cell, Column, Facts, Pair, Pairing, Row, drop_rows};
use super::same_subject::are_one;
use super::similarity::{Likeness, likeness};
use super::stands::{Asked, stands};
use super::weights::Weights;

/// Two rows that may be one.
struct Likely {
    a: usize,
    b: usize,
    /// Where they meet, year by year.
    pairs: Vec<Pair>,
    /// Whether both are numbers.
    numbers: bool,
    /// Whether nothing in their words sets them apart.
    sure: bool,
    likeness: Likeness,
}

/// Joins rows that are likely one, and those that a user said are one.
pub fn join(
    facts: Facts<'_>,
    columns: &[Column],
    mut rows: Vec<Row>,
    overrides: &Overrides,
    weights: &Weights,
) -> Vec<Row> {
    let overrides = &set_apart(facts, columns, &mut rows, overrides);
    let mut likely = likely(facts, columns, &rows, weights);
    let alike = likely.iter().map(|likely| ordered(likely.a, likely.b));
    let mut merger = Merger::new((facts, columns), rows, overrides, alike.collect());
    for (a, b) in &overrides.same {
        merger.confirm(*a, *b);
    }
    let promised = |at: &usize| columns.get(*at).is_some_and(|c| c.role == Role::Target);
    // What surely speaks of one thing comes first: what does not would leave its row without a verdict.
    for sure in [true, false] {
        for column in (0..columns.len()).filter(promised) {
            // A promise is answered once and repeated once: each round finds it one more partner.
            while merger.assign(column, &likely, sure) {}
        }
    }
    // What no promise is part of, and what only answers where nothing else does.
    likely.sort_by(|x, y| {
        let by_likeness = y.likeness.above.total_cmp(&x.likeness.above);
        by_likeness.then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    for likely in &likely {
        merger.merge(likely);
    }
    let Merger { rows, home, .. } = merger;
    drop_rows(rows, |at| Some(root(&home, at)))
}

/// The pairs of rows that may be one.
fn likely(facts: Facts<'_>, columns: &[Column], rows: &[Row], weights: &Weights) -> Vec<Likely> {
    let first = |row: usize| rows.get(row)?.cells.iter().flatten().next().copied();
    // The second figures of an indicator are not paired: see [`Row::beside`].
    let cells = rows.iter().enumerate().filter_map(|(at, row)| {
        let cell = first(at);
        Some((at, cell.filter(|_| row.beside.is_none())?))
    });
    let mut all = Vec::new();
    Candidates::of(facts, cells, weights).each_pair(|a, b, features| {
        let likeness = || likeness(features, weights);
        let fits = fits(rows, columns, a, b, false);
        if let (Some(likeness), Some((one, other))) =
            (fits.then(likeness).flatten(), rows.get(a).zip(rows.get(b)))
        {
            let percent = Some((likeness.probability * 100.0).round() as u8);
            let met = meetings(columns, one, other).into_iter();
            let pairs = met.map(|(a, b)| Pair { a, b, percent }).collect();
            let numbers = features.kind() == PairKind::Numbers;
            let cells = first(a).zip(first(b)).filter(|_| numbers);
            all.push(Likely {
                a,
                b,
                pairs,
                likeness,
                numbers,
                sure: cells.is_some_and(|(a, b)| are_one(facts, a, b)),
            });
        }
    });
    all
}

/// Rows while they are joined.
struct Merger<'a> {
    facts: Facts<'a>,
    columns: &'a [Column],
    overrides: &'a Overrides,
    rows: Vec<Row>,
    /// The row of each cell before any row was joined.
    places: HashMap<Cell, usize>,
    /// Rows that are alike themselves, before any was joined, the earlier first.
    alike: HashSet<(usize, usize)>,
    /// What was asked of cells that may stand beside each other.
    asked: RefCell<Asked>,
    /// Union-find: the row that each row was joined into, itself if it was not.
    home: Vec<usize>,
}

impl<'a> Merger<'a> {
    fn new(
        (facts, columns): (Facts<'a>, &'a [Column]),
        rows: Vec<Row>,
        overrides: &'a Overrides,
        alike: HashSet<(usize, usize)>,
    ) -> Self {
        let mut places: HashMap<Cell, usize> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            places.extend(row.cells.iter().flatten().map(|cell| (*cell, at)));
        }
        Self {
            facts,
            columns,
            overrides,
            asked: RefCell::default(),
            home: (0..rows.len()).collect(),
            rows,
            places,
            alike,
        }
    }

    /// Joins the rows of two cells that a user said are one.
    fn confirm(&mut self, a: Cell, b: Cell) {
        if let (Some(&one), Some(&other)) = (self.places.get(&a), self.places.get(&b)) {
            let (one, other) = (root(&self.home, one), root(&self.home, other));
            let pair = Pair {
                a,
                b,
                percent: None,
            };
            if one == other {
                self.add_year(one, pair);
            } else if self.may_be_one(one, other, true) {
                self.take(one, other, &[pair]);
            }
        }
    }

    /// Joins the rows with a promise in a column with others, as the best assignment of all to all; true if any was.
    fn assign(&mut self, column: usize, likely: &[Likely], sure: bool) -> bool {
        let promised = |row: usize| {
            let cell = self.rows.get(row).and_then(|row| row.cells.get(column));
            cell.is_some_and(Option::is_some)
        };
        // Of two rows the surest of the pairs between their first rows counts.
        let mut edges: HashMap<(usize, usize), &Likely> = HashMap::new();
        let looked_at = |likely: &&Likely| likely.numbers && (likely.sure || !sure);
        for likely in likely.iter().filter(looked_at) {
            let (a, b) = (root(&self.home, likely.a), root(&self.home, likely.b));
            let (promise, other) = match (promised(a), promised(b)) {
                (true, false) => (a, b),
                (false, true) => (b, a),
                _ => continue,
            };
            if self.may_be_one(promise, other, false) {
                let known = edges.entry((promise, other)).or_insert(likely);
                if known.likeness.above < likely.likeness.above {
                    *known = likely;
                }
            }
        }
        let all = edges.iter().map(|((from, to), likely)| Edge {
            from: *from,
            to: *to,
            weight: likely.likeness.above,
        });
        let chosen = best(all.collect());
        for (from, to) in &chosen {
            if let Some(likely) = edges.get(&(*from, *to)) {
                self.take(*from, *to, &likely.pairs);
            }
        }
        !chosen.is_empty()
    }

    /// Adds a pair of two rows that are one by another year. What is named already stays as it is.
    fn add_year(&mut self, at: usize, pair: Pair) {
        let Some(row) = self.rows.get_mut(at) else {
            return;
        };
        // Only what joined the row before any of it was joined is met: a row that came by a third one is not.
        let by_these = |one: &Pair| {
            let places = [one.a, one.b].map(|cell| self.places.get(&cell));
            let own = [pair.a, pair.b].map(|cell| self.places.get(&cell));
            places == own || places == [own[1], own[0]]
        };
        let named = row.pairs.iter().any(|one| {
            let cells = [one.a, one.b];
            cells.contains(&pair.a) && cells.contains(&pair.b)
        });
        if !named && row.pairs.iter().any(by_these) {
            row.pairs.push(pair);
            set_pairing(row);
        }
    }

    /// Joins the rows of a likely pair, if they still may be one.
    fn merge(&mut self, likely: &Likely) {
        let (a, b) = (root(&self.home, likely.a), root(&self.home, likely.b));
        if a == b {
            for pair in &likely.pairs {
                self.add_year(a, *pair);
            }
            return;
        }
        let open = likely.likeness.open && !answers_alone(&self.rows, self.columns, a, b);
        if !open && self.may_be_one(a, b, false) {
            self.take(a, b, &likely.pairs);
        }
    }

    /// Whether two rows may be one.
    fn may_be_one(&self, a: usize, b: usize, said: bool) -> bool {
        let cells = |at: usize| self.rows.get(at).map_or(&[][..], |row| &row.cells);
        a != b
            && fits(&self.rows, self.columns, a, b, said)
            && !self.overrides.forbid(cells(a), cells(b))
            && (said || self.answers_itself(a, b) && self.stands(a, b))
    }

    /// Whether what would answer or repeat a promise is like that promise itself, and not only like something else that
    /// is in its row: what answers one promise answers another only if the text says so.
    fn answers_itself(&self, a: usize, b: usize) -> bool {
        let filled = |at: usize| {
            let cells = self.rows.get(at).map_or(&[][..], |row| &row.cells);
            let filled = self.columns.iter().zip(cells);
            filled.filter_map(|(column, cell)| Some((column, (*cell)?)))
        };
        let alike = |one: Cell, other: Cell| {
            let rows = self.places.get(&one).zip(self.places.get(&other));
            rows.is_some_and(|(one, other)| self.alike.contains(&ordered(*one, *other)))
        };
        let words = |cell: Cell| {
            let figure = cell.figure(self.facts);
            figure.is_none_or(|figure| figure.value.is_none())
        };
        filled(a).all(|(one, cell)| {
            let mut others = filled(b).filter(|(other, own)| {
                let numbers = !words(cell) && !words(*own);
                one.answers(other) || !numbers && repeats(one, other)
            });
            others.all(|(_, other)| alike(cell, other))
        })
    }

    /// Whether nothing of either row would stand beside a promise of the other one without a word on how sure it is.
    fn stands(&self, a: usize, b: usize) -> bool {
        let rows = self.rows.get(a).zip(self.rows.get(b));
        let asked = &mut *self.asked.borrow_mut();
        rows.is_some_and(|rows| stands(self.facts, self.columns, rows, asked))
    }

    /// Makes two rows one. The other row is joined into the one with the key.
    fn take(&mut self, a: usize, b: usize, pairs: &[Pair]) {
        let keyed = |at: usize| self.rows.get(at).is_some_and(|row| row.key.is_some());
        let (a, b) = if keyed(b) { (b, a) } else { (a, b) };
        take_in(self.facts, &mut self.rows, a, b, pairs);
        if let Some(place) = self.home.get_mut(b) {
            *place = a;
        }
    }
}

/// Whether one row is a report that is in no pair, and the other one has a promise for its year: a weak pair
/// must not take anything from a better one.
fn answers_alone(rows: &[Row], columns: &[Column], a: usize, b: usize) -> bool {
    let filled = |at: usize| {
        let cells = rows.get(at).map(|row| row.cells.as_slice());
        let columns = columns.iter().zip(cells.unwrap_or_default());
        columns
            .filter(|(_, cell)| cell.is_some())
            .map(|(column, _)| column)
    };
    let answers = |report: usize, promise: usize| {
        let mut own = filled(report);
        let only = own.next().filter(|column| column.role == Role::Result);
        let alone = only.filter(|_| own.next().is_none());
        alone.is_some_and(|report| {
            filled(promise).any(|one| one.year == report.year && one.role == Role::Target)
        })
    };
    answers(a, b) || answers(b, a)
}

/// Whether both columns promise.
fn repeats(one: &Column, other: &Column) -> bool {
    one.role == Role::Target && other.role == Role::Target
}

/// Two rows, the earlier first.
fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

fn root(home: &[usize], mut at: usize) -> usize {
    while let Some(&next) = home.get(at).filter(|next| **next != at) {
        at = next;
    }
    at
}

/// Whether two rows may be one: no column twice, not two keys; no year between them, unless a user
/// said that they are one.
fn fits(rows: &[Row], columns: &[Column], a: usize, b: usize, said: bool) -> bool {
    let (Some(a), Some(b)) = (rows.get(a), rows.get(b)) else {
        return false;
    };
    let mut both = a.cells.iter().zip(&b.cells);
    let twice = both.any(|(a, b)| a.is_some() && b.is_some());
    let years = |row: &Row| {
        let filled = columns.iter().zip(&row.cells).filter(|(_, c)| c.is_some());
        let years: Vec<u16> = filled.map(|(column, _)| column.year).collect();
        Some((*years.first()?, *years.last()?))
    };
    let near = said
        || years(a).zip(years(b)).is_some_and(|(a, b)| {
            let apart = |earlier: (u16, u16), later: (u16, u16)| later.0.saturating_sub(earlier.1);
            apart(a, b) <= 1 && apart(b, a) <= 1
        });
    // What the catalogue knows as two is not one, however alike it is.
    let known = a.catalogue.as_ref().zip(b.catalogue.as_ref());
    let other = !said && known.is_some_and(|(a, b)| a != b);
    near && !(twice || other || (a.key.is_some() && b.key.is_some()))
}

/// Moves the cells of one row into another. The similarity of a row is that of its least similar pair.
fn take_in(facts: Facts<'_>, rows: &mut [Row], a: usize, b: usize, by: &[Pair]) {
    let Some(other) = rows.get_mut(b) else { return };
    let (cells, numeric, id, name, pairs) = (
        std::mem::take(&mut other.cells),
        other.numeric,
        other.catalogue.take(),
        std::mem::take(&mut other.indicator),
        std::mem::take(&mut other.pairs),
    );
    let Some(row) = rows.get_mut(a) else { return };
    // A row takes the name of its first promise, else that of its number.
    let promised = |cells: &[Option<Cell>]| {
        let target = |cell: &Cell| cell.figure(facts).is_some_and(|f| f.role == Role::Target);
        cells
            .iter()
            .position(|cell| cell.as_ref().is_some_and(target))
    };
    let first = match (promised(&row.cells), promised(&cells)) {
        (Some(own), Some(other)) => other < own,
        (own, other) => own.is_none() && other.is_some(),
    };
    let neither = promised(&row.cells).is_none() && promised(&cells).is_none();
    if row.key.is_none() && (first || neither && numeric && !row.numeric) {
        row.indicator = name;
    }
    for (slot, cell) in row.cells.iter_mut().zip(cells) {
        *slot = slot.or(cell);
    }
    let valued = |cell: &Cell| {
        let figure = cell.figure(facts);
        figure.is_some_and(|figure| figure.value.is_some())
    };
    row.numeric = row.cells.iter().flatten().any(valued);
    if row.catalogue != id {
        row.catalogue = None;
    }
    row.pairs.extend(pairs);
    row.pairs.extend(by);
    set_pairing(row);
}

/// What a row is paired by: its least similar pair, unless a user confirmed them all.
fn set_pairing(row: &mut Row) {
    let least = row.pairs.iter().filter_map(|pair| pair.percent).min();
    row.pairing = least.map_or(Pairing::Confirmed, Pairing::Similar);
}

#[cfg(test)]
mod tests {
    use crate::compare::sample::bulletin;
    use crate::compare::{Ledger, Links, Pairing, Row};
    use crate::model::Kind;

    /// Rows of a year's plans and results with more than one cell.
    fn paired(plan: &str, done: &str) -> Vec<Row> {
        let one = bulletin(&[(Kind::Plans, 2021, plan), (Kind::Achievements, 2021, done)]);
        let ledger = Ledger::new(&[one], "", &[], &Links::default());
        let rows = ledger.rows.into_iter();
        rows.filter(|row| row.cells.iter().flatten().count() > 1)
            .collect()
    }

    fn names(rows: &[Row]) -> Vec<(&str, bool)> {
        let rows = rows.iter();
        rows.map(|row| {
            let similar = matches!(row.pairing, Pairing::Similar(_));
            (row.indicator.as_str(), similar)
        })
        .collect()
    }

    #[test]
    fn names_that_differ_a_little_are_one_indicator_and_marked() {
        let rows = paired(
            "重点场所5G网络覆盖率达到98%。",
            "重点区域5G网络覆盖率达95%。",
        );
        assert_eq!(names(&rows), [("重点场所5G网络覆盖率", true)]);
    }

    #[test]
    fn other_units_and_other_names_stay_apart() {
        for (plan, done) in [
            ("建成公共服务平台30个。", "公共服务平台投资30亿元。"),
            ("建成公共服务平台30个。", "建成二级节点166个。"),
            ("城镇居民收入增长6%。", "农村居民收入增长8%。"),
            ("货物进口额增长6%。", "货物出口额增长8%。"),
            ("高中阶段毛入学率达到92%。", "初中阶段毛入学率达99%。"),
            ("第一产业增加值增长4%。", "第三产业增加值增长6%。"),
            ("建成新型储能200万千瓦。", "新型储能装机突破1.5亿千瓦。"),
            ("高技术制造业占比达到20%。", "高技术制造业增长17.7%。"),
            ("完成茶叶投资30亿元。", "茶叶、果品、药材完成投资45亿元。"),
            (
                "主要预期目标是：单位地区生产总值能耗完成国家下达任务。",
                "完成地区生产总值327亿元。",
            ),
        ] {
            assert_eq!(names(&paired(plan, done)), [], "{plan} {done}");
        }
    }

    #[test]
    fn of_two_figures_of_a_name_the_one_measured_alike_answers() {
        let rows = paired(
            "人均公园绿地面积达到12.5平方米。",
            "人均公园绿地面积提高0.3平方米，达到12.8平方米。",
        );
        assert!(rows[0].verdict(2021).unwrap().reason.is_none(), "{rows:?}");
    }

    #[test]
    fn each_figure_stands_in_one_row() {
        let rows = paired(
            "重点场所5G网络覆盖率达到98%。",
            "重点区域5G网络覆盖率达95%，重点地区5G网络覆盖率达96%。",
        );
        assert_eq!(rows.len(), 1);
    }

    #[test]
    fn a_promise_in_words_is_answered_by_the_passage_that_speaks_of_it() {
        let plan = "推动修订《国家通信保障应急预案》。完成IMS网络互联互通全国推广。";
        let done = "全面修订国家通信保障应急预案，网络安全形势总体平稳。";
        let rows = paired(plan, done);
        assert_eq!(names(&rows), [("推动修订《国家通信保障应急预案》", true)]);
    }

    #[test]
    fn what_only_reports_in_words_is_no_row() {
        let one = bulletin(&[(Kind::Achievements, 2021, "网络通信保障坚强有力。")]);
        assert_eq!(
            Ledger::new(&[one], "", &[], &Links::default()).rows.len(),
            0
        );
    }
}
