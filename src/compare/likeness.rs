//! Rows that are probably one indicator under two names, and promises in words with the passage
//! that answers them: paired by likeness, and marked so.
//!
//! Likeness weighs what two passages share, rare words more than usual ones, and whether they stand
//! in sections of one theme; there the same verb and the same noun at the end weigh too. Numbers are set beside numbers of one unit only. Keys are never overruled: two rows
//! with keys stay two, and what the file declares without a value is paired by name or key only.

use std::collections::HashMap;

use crate::figures::{action, heads, object};
use crate::fold::{fold, fold_unit};
use crate::model::{Measure, Origin, Role};

use super::links::Said;
use super::opposed::opposed;
use super::pairs::Pairs;
use super::row::{Cell, Column, Facts, Join, Pairing, Row, drop_rows};
use super::tasks::is_heading;
use super::terms::{RARE, Terms, Weights};
use super::theme::Themes;

/// Two numbers have to be alike at least this much to be set against each other.
const NUMBERS: f64 = 0.41;
/// A promise in words and what answers it, at least this much.
const WORDS: f64 = 0.38;
/// Two promises of two years, at least this much: what is only of one kind is no restatement.
const REPEATED: f64 = 0.4;
/// A promise that nothing else answers and a report that answers nothing else, at least this much.
const HOPEFUL: f64 = 0.25;
/// The same where one is a heading, or where both were reported: no answer is looked for there.
const GENERAL: f64 = 0.56;
/// Names of numbers that are alike this much need no other likeness.
const NAMES: f64 = 0.6;
/// A name that holds the other one whole counts this much.
const HOLDS: f64 = 0.85;
/// Characters by which the longer of two such names may be longer.
const FILLER: usize = 4;
/// Passages without anything in common but their section are not alike.
const LEAST: f64 = 0.085;
/// Sections of one theme make their passages this much more alike.
const THEME: f64 = 0.1;
/// The same noun at the end (处置力度, 处置) makes them so much more alike in sections of one theme.
const HEAD: f64 = 0.25;
/// The same verb, if it is a rare one, this much: 增设 more than 加强.
const VERB: f64 = 0.2;
/// A unit that few things are counted in makes two numbers this much more alike.
const UNIT: f64 = 0.2;
/// Units that say nothing of what is counted.
const COUNTERS: &[&str] = &[
    "",
    "%",
    "个百分点",
    "百分点",
    "倍",
    "个",
    "項",
    "项",
    "家",
    "次",
    "人",
    "人次",
    "户",
    "名",
    "位",
    "件",
    "处",
    "种",
    "类",
    "元",
    "美元",
    "吨",
    "公里",
    "亩",
    "天",
    "批",
    "套",
    "座",
];
/// A promise in words may be answered by a number, less surely than by words.
const MIXED: f64 = 0.08;
/// A number so many times as large as another one counts something else.
const FAR: f64 = 20.0;
/// A passage of so many terms says hardly more than one word.
const FEW: usize = 3;
/// By so much a pair of numbers may be less alike than another one and still be taken first.
const NUMBERS_FIRST: f64 = 0.15;
/// A term in more passages than this leads to no pair of its own: it is a usual word.
const USUAL: usize = 48;
/// Pairs by one term each that are looked at for all passages together, about: a series of many
/// thousand passages has its usual words in fewer of them.
const LOOKED_AT: usize = 600_000;

/// What is compared of a row.
struct Sketch {
    row: usize,
    /// The unit of its number; None for words.
    unit: Option<String>,
    /// Its number, or the lower end of a range.
    number: Option<f64>,
    /// Whether the number is one of growth or decline.
    change: bool,
    name: String,
    name_pairs: Pairs,
    /// What its clause says, and its sentence.
    clause: Terms,
    sentence: Terms,
    /// The verb it begins with, and the nouns it ends with.
    verb: Option<u32>,
    heads: Vec<[char; 2]>,
    /// Its section, by its place in `Sketches::themes`.
    section: usize,
    /// Whether the program found it.
    found: bool,
    /// Promised or reported.
    role: Role,
    /// Whether it is a heading, which says in general what the text below says one by one.
    heading: bool,
}

/// All rows' sketches with the weights of what they say.
struct Sketches {
    all: Vec<Sketch>,
    themes: Themes,
    weights: Weights,
}

/// Joins rows that are alike, most alike first, as long as no column is filled twice. What users
/// said of two cells holds before any likeness.
pub fn join(facts: Facts<'_>, columns: &[Column], mut rows: Vec<Row>, said: &Said) -> Vec<Row> {
    let confirmed = said.same.iter().map(|(a, b)| Join {
        a: *a,
        b: *b,
        percent: None,
    });
    let mut joins: Vec<Join> = confirmed.collect();
    let sketches = Sketches::of(facts, &rows);
    let mut scores = sketches.scores(&rows, columns);
    // Of pairs that are about as alike, one of two numbers comes first: it can be judged.
    let numeric = |at: usize| rows.get(at).is_some_and(|row| row.numeric);
    let rank = |pair: &(f64, usize, usize)| {
        let (score, a, b) = *pair;
        let both = numeric(a) && numeric(b);
        score + if both { NUMBERS_FIRST } else { 0.0 }
    };
    scores.sort_by(|a, b| {
        let by_rank = rank(b).total_cmp(&rank(a));
        by_rank.then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2))
    });
    let first = |row: usize| rows.get(row)?.cells.iter().flatten().next().copied();
    joins.extend(scores.into_iter().filter_map(|(score, a, b)| {
        Some(Join {
            a: first(a)?,
            b: first(b)?,
            percent: Some((score * 100.0).round() as u8),
        })
    }));
    let mut places: HashMap<Cell, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        places.extend(row.cells.iter().flatten().map(|cell| (*cell, at)));
    }
    // Where each row went: into the one it names, or into where that one went.
    let mut home: Vec<usize> = (0..rows.len()).collect();
    for join in joins {
        let (Some(&a), Some(&b)) = (places.get(&join.a), places.get(&join.b)) else {
            continue;
        };
        let (a, b) = (root(&home, a), root(&home, b));
        // The row that stands first in the text, or the one with the key, takes the other in.
        let keyed = |at: usize| rows.get(at).is_some_and(|row| row.key.is_some());
        let (a, b) = if keyed(b) || (b < a && !keyed(a)) {
            (b, a)
        } else {
            (a, b)
        };
        let hopeful = join
            .percent
            .is_some_and(|percent| f64::from(percent) < WORDS * 100.0);
        if hopeful && !answers_alone(&rows, columns, a, b) {
            continue;
        }
        let cells = |at: usize| rows.get(at).map_or(&[][..], |row| &row.cells);
        let confirmed = join.percent.is_none();
        let fit = a != b && fits(&rows, columns, a, b, confirmed);
        if !fit || said.parts(cells(a), cells(b)) {
            continue;
        }
        take_in(facts, &mut rows, a, b, join);
        if let Some(place) = home.get_mut(b) {
            *place = a;
        }
    }
    drop_rows(rows, |at| Some(root(&home, at)))
}

/// Whether one row is a report that stands in no pair, and the other one promised something for its
/// year: a hopeful pair takes nothing from a better one.
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

fn root(home: &[usize], mut at: usize) -> usize {
    while let Some(&next) = home.get(at).filter(|next| **next != at) {
        at = next;
    }
    at
}

impl Sketches {
    /// Sketches of all rows but second figures of an indicator, which stay where they are.
    fn of(facts: Facts<'_>, rows: &[Row]) -> Self {
        let mut weights = Weights::default();
        let mut themes = Themes::default();
        let mut known: HashMap<(usize, usize), usize> = HashMap::new();
        let mut all = Vec::new();
        for (row, entry) in rows.iter().enumerate() {
            let cell = entry.cells.iter().flatten().next();
            let looked = cell.and_then(|cell| Some((cell, cell.look(facts)?)));
            let Some((cell, (section, figure))) = looked.filter(|_| entry.beside.is_none()) else {
                continue;
            };
            let place = *known
                .entry((cell.bulletin, cell.section))
                .or_insert_with(|| {
                    let text = format!("{}\n{}", section.heading, section.body);
                    themes.add(weights.terms(&text), (cell.bulletin, Some(figure.role)))
                });
            let reading = figure.reading.as_ref();
            let unit = reading.map(|reading| fold_unit(&reading.unit));
            let sentence = section.body.get(section.sentence(figure));
            let name = fold(&figure.indicator);
            // The number is what is compared, not what is spoken of.
            let quote = section.quote(figure);
            let verb = action(quote).and_then(|verb| weights.terms(verb).iter().next());
            let heads = heads(quote);
            let quote = object(quote);
            let said = match &figure.value {
                Some(value) => quote.replacen(value.as_str(), " ", 1),
                None => quote.to_owned(),
            };
            all.push(Sketch {
                row,
                name_pairs: Pairs::of(&name),
                name,
                clause: weights.count(&said, unit.as_deref()),
                unit,
                number: reading.and_then(|reading| reading.number.or(reading.low)),
                change: reading.is_some_and(|reading| reading.measure == Measure::Change),
                sentence: weights.terms(sentence.unwrap_or_default()),
                verb,
                heads,
                section: place,
                found: figure.origin == Origin::Found,
                role: figure.role,
                heading: is_heading(section, figure),
            });
        }
        weights.settle();
        themes.settle(&weights);
        Self {
            all,
            themes,
            weights,
        }
    }

    /// Pairs of rows that are alike enough: how much, and the two rows.
    fn scores(&self, rows: &[Row], columns: &[Column]) -> Vec<(f64, usize, usize)> {
        let mut themes: HashMap<(usize, usize), f64> = HashMap::new();
        let mut scores = Vec::new();
        let mut where_said: HashMap<u32, Vec<usize>> = HashMap::new();
        let usual = (LOOKED_AT / self.all.len().max(1)).clamp(6, USUAL);
        for (at, a) in self.all.iter().enumerate() {
            // Only passages that share terms that are not usual ones are looked at: two of them,
            // unless one has hardly more.
            let mut shared: Vec<usize> = Vec::new();
            for term in a.clause.iter() {
                let said = where_said.entry(term).or_default();
                if self.weights.passages(term) <= usual {
                    shared.extend(said.iter());
                    said.push(at);
                }
            }
            shared.sort_unstable();
            for others in shared.chunk_by(|a, b| a == b) {
                let Some(b) = others.first().and_then(|other| self.all.get(*other)) else {
                    continue;
                };
                let few = a.clause.len().min(b.clause.len()) <= FEW;
                if !(others.len() > 1 || few) || !fits(rows, columns, b.row, a.row, false) {
                    continue;
                }
                let score = self.likeness(b, a, &mut themes);
                if score > 0.0 {
                    scores.push((score, b.row, a.row));
                }
            }
        }
        scores
    }

    /// From 0 to 1; 0 where they are not alike enough to be one.
    fn likeness(&self, a: &Sketch, b: &Sketch, themes: &mut HashMap<(usize, usize), f64>) -> f64 {
        let numbers = a.unit.is_some() && b.unit.is_some();
        let words = a.unit.is_none() && b.unit.is_none();
        // A number that was promised is not answered by words that only resemble it.
        let unanswered = |a: &Sketch, b: &Sketch| {
            a.unit.is_some() && a.role == Role::Target && b.role == Role::Result
        };
        let general = a.role == Role::Result && b.role == Role::Result
            || a.heading
            || b.heading
            || !numbers && (unanswered(a, b) || unanswered(b, a));
        let least = match (numbers, general) {
            (true, _) => NUMBERS,
            (false, false) if words && a.role != b.role => HOPEFUL,
            (false, false) if words && a.role == Role::Target => REPEATED,
            (false, false) => WORDS,
            (false, true) => GENERAL,
        };
        if numbers && !comparable(a, b) || opposed(&a.name, &b.name) {
            return 0.0;
        }
        // What the author declared without a value is paired as the author did.
        if !(numbers || a.found && b.found) {
            return 0.0;
        }
        let clause = self.weights.likeness(&a.clause, &b.clause);
        // Few things are counted in 款 or 芯公里; nearly all are in 个.
        let unit = a.unit.as_deref().filter(|_| numbers);
        let telling = unit.is_some_and(|unit| !COUNTERS.contains(&unit));
        if clause < if telling { LEAST / 2.0 } else { LEAST } {
            return 0.0;
        }
        let key = (a.section, b.section);
        let reckon = || self.themes.one(&self.weights, a.section, b.section);
        let theme = *themes.entry(key).or_insert_with(reckon);
        let around = if telling { UNIT } else { 0.0 };
        let around = around + THEME * theme + 0.15 * self.weights.cosine(&a.sentence, &b.sentence);
        let done = if words && !(a.heading || b.heading) {
            theme * self.done(a, b)
        } else {
            0.0
        };
        let name = if words { 0.0 } else { names(a, b) };
        let by_name = if numbers && name >= NAMES {
            0.75 * name + around
        } else {
            0.0
        };
        // One of several numbers of a clause is meant by its name.
        let mixed = if numbers || words { 0.0 } else { MIXED };
        let score = (clause + around + done + 0.15 * name - mixed)
            .max(by_name)
            .min(1.0);
        if score >= least { score } else { 0.0 }
    }

    /// How much it says that two passages have the same verb or the same nouns at their ends.
    fn done(&self, a: &Sketch, b: &Sketch) -> f64 {
        let verb = a.verb.filter(|verb| b.verb == Some(*verb));
        let verb = verb.map_or(0.0, |verb| VERB * self.weights.weight(verb) / RARE);
        let head = a.heads.iter().any(|head| b.heads.contains(head));
        verb + if head { HEAD } else { 0.0 }
    }
}

/// Whether two numbers may be of one indicator: of one unit, both of growth or neither, and not of
/// quite another size.
fn comparable(a: &Sketch, b: &Sketch) -> bool {
    let sizes = a.number.zip(b.number);
    let far = sizes.is_some_and(|(a, b)| {
        let (small, large) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
        small > 0.0 && large / small > FAR
    });
    a.unit == b.unit && a.change == b.change && (a.change || !far)
}

/// How alike two names are, 0 to 1.
fn names(a: &Sketch, b: &Sketch) -> f64 {
    let (short, long) = if a.name.len() <= b.name.len() {
        (a, b)
    } else {
        (b, a)
    };
    let count = |sketch: &Sketch| sketch.name.chars().count();
    let held = count(short) >= 3
        && count(long) <= count(short) + FILLER
        && long.name.contains(&short.name);
    let alike = a.name_pairs.alike(&b.name_pairs);
    alike.max(if held { HOLDS } else { 0.0 })
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
    near && !(twice || (a.key.is_some() && b.key.is_some()))
}

/// Moves the cells of one row into another, which is as like as the least like of its cells.
fn take_in(facts: Facts<'_>, rows: &mut [Row], a: usize, b: usize, join: Join) {
    let Some(other) = rows.get_mut(b) else { return };
    let (cells, numeric, name, joins) = (
        std::mem::take(&mut other.cells),
        other.numeric,
        std::mem::take(&mut other.indicator),
        std::mem::take(&mut other.joins),
    );
    let Some(row) = rows.get_mut(a) else { return };
    // A row is named as what was promised first; where nothing was, as its number is.
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
    row.joins.extend(joins);
    row.joins.push(join);
    let least = row.joins.iter().filter_map(|join| join.percent).min();
    row.pairing = least.map_or(Pairing::Confirmed, Pairing::Similar);
}

#[cfg(test)]
mod tests {
    use crate::compare::{Ledger, Links, Pairing, Row};
    use crate::figures::{About, Wanted, find};
    use crate::model::{Bulletin, Kind, Section};

    fn bulletin(parts: &[(Kind, u16, &str)]) -> Bulletin {
        let section = |(kind, year, body): &(Kind, u16, &str)| Section {
            kind: Some(*kind),
            year: Some(*year),
            body: (*body).to_owned(),
            figures: find(
                body,
                About {
                    role: kind.role(),
                    year: Some(*year),
                },
                Wanted::Figures,
            ),
            ..Section::default()
        };
        Bulletin::default().with_sections(parts.iter().map(section).collect())
    }

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
