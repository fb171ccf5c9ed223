//! Labelled pairs of passages: what the weights of the similarity reach on them, and how to fit the weights.
//!
//! `tests/pairs/*.tsv` holds a pair a line: two passages with their sentences and sections, and whether they
//! are one indicator. Pairs of one name are left out: they are paired exactly, before any similarity.
//! `BLESS=1 cargo test --test weights` fits the weights and writes `compare/weights.txt` anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout,
    clippy::indexing_slicing
)] // tests say what they expect

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use jianbao::compare::{
    Candidates, Cell, Facts, Features, PairKind, Tasks, WEIGHTS_FILE, Weights, likeness, words_sum,
};
use jianbao::figures::{About, Detect, find};
use jianbao::model::{Bulletin, Figure, Figures, Kind, Section};

/// A passage of a line.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Passage {
    role: &'static str,
    year: u16,
    section: String,
    sentence: String,
    /// The words of the passage in its sentence.
    quote: String,
    /// The name that the author of a file declares for it, if it is not the program that finds one.
    name: Option<String>,
}

impl Passage {
    fn read(fields: &[&str]) -> Self {
        let [role, year, section, sentence, quote] = fields else {
            panic!("{fields:?}");
        };
        let role = if *role == "target" {
            "target"
        } else {
            "result"
        };
        let quote = if quote.is_empty() { sentence } else { quote };
        let (quote, name) = quote
            .split_once('=')
            .map_or((*quote, None), |(q, n)| (q, Some(n)));
        assert!(sentence.contains(quote), "{quote} | {sentence}");
        Self {
            role,
            year: year.parse().unwrap(),
            section: (*section).to_owned(),
            sentence: (*sentence).to_owned(),
            quote: quote.to_owned(),
            name: name.map(str::to_owned),
        }
    }

    fn kind(&self) -> Kind {
        match self.role {
            "target" => Kind::Plans,
            _ => Kind::Achievements,
        }
    }

    /// The year of the report: it plans its own year and reports on the year before.
    fn report(&self) -> u16 {
        self.year + u16::from(self.role == "result")
    }
}

/// A line.
struct Labelled {
    group: String,
    same: bool,
    a: Passage,
    b: Passage,
}

fn labelled() -> Vec<Labelled> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pairs");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|f| f.unwrap().path())
        .collect();
    files.sort();
    let mut all = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            assert_eq!(fields.len(), 13, "{}: {line}", file.display());
            assert!(matches!(fields[1], "same" | "other"), "{line}");
            all.push(Labelled {
                group: fields[0].to_owned(),
                same: fields[1] == "same",
                a: Passage::read(&fields[2..7]),
                b: Passage::read(&fields[7..12]),
            });
        }
    }
    all
}

/// The labelled pairs of a group, and bulletins made of their sentences.
struct Group {
    name: String,
    bulletins: Vec<Bulletin>,
    tasks: Tasks,
    /// The cells of the passages.
    cells: Vec<Cell>,
    /// Two passages, by their cells' places, and whether they are one.
    pairs: Vec<(usize, usize, bool)>,
    /// What each pair is, for messages.
    words: Vec<String>,
    /// Passages that the program does not find in their sentences.
    unfound: BTreeSet<String>,
}

impl Group {
    fn of(name: &str, labelled: &[&Labelled]) -> Self {
        let mut sections: BTreeMap<(u16, &str, u16, &str), Vec<&Passage>> = BTreeMap::new();
        for passage in labelled.iter().flat_map(|line| [&line.a, &line.b]) {
            let place = (
                passage.report(),
                passage.role,
                passage.year,
                passage.section.as_str(),
            );
            let known = sections.entry(place).or_default();
            if !known.iter().any(|other| other.sentence == passage.sentence) {
                known.push(passage);
            }
        }
        let mut bulletins: BTreeMap<u16, Vec<Section>> = BTreeMap::new();
        for ((report, _, year, heading), passages) in &sections {
            let kind = passages.first().unwrap().kind();
            let body: String = passages.iter().map(|p| ended(&p.sentence)).collect();
            let about = About {
                role: kind.role(),
                year: Some(*year),
                ..About::default()
            };
            bulletins.entry(*report).or_default().push(Section {
                heading: (*heading).to_owned(),
                kind: Some(kind),
                year: Some(*year),
                figures: Figures::known(named(
                    find(&body, about, Detect::Figures),
                    &body,
                    passages,
                )),
                body,
                ..Section::default()
            });
        }
        let bulletins = bulletins.into_values();
        let bulletins: Vec<Bulletin> = bulletins
            .map(|sections| {
                let mut bulletin = Bulletin::default().with_sections(sections);
                bulletin.catalogue = Some(jianbao::load::catalogue::built_in());
                bulletin
            })
            .collect();
        let members: Vec<usize> = (0..bulletins.len()).collect();
        let tasks = Tasks::of(&bulletins, &members);
        let mut group = Self {
            name: name.to_owned(),
            bulletins,
            tasks,
            cells: Vec::new(),
            pairs: Vec::new(),
            words: Vec::new(),
            unfound: BTreeSet::new(),
        };
        for line in labelled {
            if let (Some(a), Some(b)) = (group.place(&line.a), group.place(&line.b)) {
                group.pairs.push((a, b, line.same));
                group
                    .words
                    .push(format!("{} | {}", line.a.quote, line.b.quote));
            }
        }
        group
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            bulletins: &self.bulletins,
            tasks: &self.tasks,
        }
    }

    /// The place of a passage among the cells.
    fn place(&mut self, passage: &Passage) -> Option<usize> {
        let Some(cell) = self.cell(passage) else {
            let Passage {
                role, year, quote, ..
            } = passage;
            self.unfound
                .insert(format!("{}|{role}|{year}|{quote}", self.name));
            return None;
        };
        let known = self.cells.iter().position(|known| *known == cell);
        Some(known.unwrap_or_else(|| {
            self.cells.push(cell);
            self.cells.len() - 1
        }))
    }

    /// The figure or task that a quotation means: the figure whose value it ends with, else the first one
    /// whose words it shares most of.
    fn cell(&self, passage: &Passage) -> Option<Cell> {
        let mut best: Option<((bool, usize), Cell)> = None;
        for (at, bulletin) in self.bulletins.iter().enumerate() {
            for (section_at, section) in bulletin.sections().iter().enumerate() {
                let own = section.heading == passage.section
                    && section.year == Some(passage.year)
                    && section.kind == Some(passage.kind());
                let Some(start) = section.body.find(&passage.sentence).filter(|_| own) else {
                    continue;
                };
                let start = start + passage.sentence.find(&passage.quote).unwrap();
                let span = start..start + passage.quote.len();
                for (cell, figure) in self.facts().in_section(at, section_at) {
                    let from = figure.span.start.max(span.start);
                    let to = figure.span.end.min(span.end);
                    let shared = to.saturating_sub(from);
                    let value = figure.value.as_deref();
                    let meant = value.is_some_and(|value| {
                        passage.quote.contains(value) && shared >= value.len()
                    });
                    let rank = (meant, shared);
                    let role = figure.role.code().unwrap_or_default();
                    if shared > 0
                        && role == passage.role
                        && best.is_none_or(|(known, _)| rank > known)
                    {
                        best = Some((rank, cell));
                    }
                }
            }
        }
        best.map(|(_, cell)| cell)
    }

    fn candidates(&self, weights: &Weights) -> Candidates {
        Candidates::of(
            self.facts(),
            self.cells.iter().copied().enumerate(),
            weights,
        )
    }

    /// Which pairs are taken for one. A pair of a promise in words and a report in words that only nothing
    /// else may answer counts where neither passage is in a better pair.
    fn taken(&self, candidates: &Candidates, weights: &Weights) -> Vec<bool> {
        let scores: Vec<(f64, bool)> = (self.pairs.iter())
            .map(|(a, b, _)| {
                let features = candidates.pair(*a, *b).unwrap();
                let likeness = likeness(features, weights);
                let open = features.kind() == PairKind::Answer && likeness.is_some_and(|l| l.open);
                (likeness.map_or(0.0, |l| l.probability), open)
            })
            .collect();
        let is_alone = |a: usize, b: usize, own: f64| {
            let mut others = self.pairs.iter().zip(&scores);
            !others.any(|((x, y, _), (score, _))| {
                let shared = *x == a || *x == b || *y == a || *y == b;
                shared && *score > own
            })
        };
        let pairs = self.pairs.iter().zip(&scores);
        pairs
            .map(|((a, b, _), (score, open))| *score > 0.0 && (!open || is_alone(*a, *b, *score)))
            .collect()
    }

    /// The pairs that likeness has to decide, and whether they are one: passages with something in common that are not
    /// one already by their names or the catalogue, and may be one at all. What is one with a third passage is one; what
    /// nobody labelled is not.
    fn undecided<'c>(&self, candidates: &'c Candidates) -> Vec<(Features<'c>, bool)> {
        let mut home: Vec<usize> = (0..self.cells.len()).collect();
        for (a, b, _) in self.pairs.iter().filter(|(.., same)| *same) {
            let (from, to) = (home[*a], home[*b]);
            home.iter_mut()
                .filter(|at| **at == from)
                .for_each(|at| *at = to);
        }
        let figure = |at: usize| self.cells[at].look(self.facts()).unwrap().1;
        let id = |at: usize| self.bulletins[self.cells[at].bulletin].indicator_id(figure(at));
        let mut near = BTreeSet::new();
        candidates.each_pair(|a, b, _| {
            near.insert((a.min(b), a.max(b)));
        });
        let mut all = Vec::new();
        for (a, b) in near {
            let (one, other) = (figure(a), figure(b));
            let column = |figure: &Figure| (figure.role, figure.year);
            let numbers = one.value.is_some() && other.value.is_some();
            let decided = numbers && one.indicator == other.indicator || id(a).zip(id(b)).is_some();
            let timed = one.year.is_some() && other.year.is_some() && !one.mean && !other.mean;
            let features = candidates.pair(a, b).unwrap();
            if !decided && timed && column(one) != column(other) && features.may_be_one() {
                all.push((features, home[a] == home[b]));
            }
        }
        all
    }

    /// For each passage the most similar one of those it is labelled with, the first of equals: an assignment
    /// takes that one. Its own place where it is similar to none.
    fn nearest(&self, candidates: &Candidates, weights: &Weights) -> Vec<usize> {
        let scored = self.pairs.iter().map(|(a, b, _)| {
            let features = candidates.pair(*a, *b).unwrap();
            let likeness = likeness(features, weights);
            (
                *a,
                *b,
                likeness.map_or(0.0, |likeness| likeness.probability),
            )
        });
        let scored: Vec<(usize, usize, f64)> = scored.collect();
        let of = |cell: usize| {
            let mut best = (cell, 0.0);
            for (a, b, score) in &scored {
                let other = match (*a == cell, *b == cell) {
                    (true, _) => *b,
                    (_, true) => *a,
                    _ => continue,
                };
                if *score > best.1 {
                    best = (other, *score);
                }
            }
            best.0
        };
        (0..self.cells.len()).map(of).collect()
    }
}

/// Figures with the names that their author declares.
fn named(mut figures: Vec<Figure>, body: &str, passages: &[&Passage]) -> Vec<Figure> {
    for passage in passages {
        let Some(name) = &passage.name else { continue };
        let start = body.find(&passage.quote).unwrap();
        let span = start..start + passage.quote.len();
        let own = figures
            .iter_mut()
            .filter(|figure| span.contains(&figure.span.start));
        own.for_each(|figure| figure.indicator.clone_from(name));
    }
    figures
}

/// A sentence with a mark at its end.
fn ended(sentence: &str) -> String {
    if sentence.ends_with(['。', '；', '！', '？']) {
        sentence.to_owned()
    } else {
        format!("{sentence}。")
    }
}

fn groups() -> Vec<Group> {
    let lines = labelled();
    let mut by_group: BTreeMap<&str, Vec<&Labelled>> = BTreeMap::new();
    for line in &lines {
        by_group.entry(&line.group).or_default().push(line);
    }
    by_group
        .iter()
        .map(|(name, lines)| Group::of(name, lines))
        .collect()
}

/// How many pairs were taken for one: rightly, wrongly, and how many were not that are one.
#[derive(Clone, Copy, Default)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Counts {
    fn precision(self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }

    /// The harmonic mean of both.
    fn f1(self) -> f64 {
        let both = 2 * self.right + self.wrong + self.missed;
        2.0 * self.right as f64 / both.max(1) as f64
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (precision, recall, f1) = (self.precision(), self.recall(), self.f1());
        write!(
            out,
            "precision {precision:.3}, recall {recall:.3}, F1 {f1:.3}"
        )
    }
}

/// A pair that likeness has to decide: what the model sees of it, and whether it is one.
struct Sample {
    /// Whether both are numbers.
    numbers: bool,
    /// 1 for the bias, then the features in the order of the weights.
    seen: Vec<f64>,
    same: bool,
    /// Whether it is taken at all; the least of words does not depend on what is fitted.
    taken: bool,
}

fn samples(group: &Group, weights: &Weights) -> Vec<Sample> {
    let candidates = group.candidates(weights);
    let undecided = group.undecided(&candidates).into_iter();
    let of = |(features, same): (Features<'_>, bool)| {
        let numbers = features.kind() == PairKind::Numbers;
        let sum = words_sum(features, weights);
        let seen = if numbers {
            vec![
                1.0,
                features.clause(),
                features.topic(),
                features.name_terms(),
                features.size(),
            ]
        } else {
            vec![1.0, sum?]
        };
        let taken = likeness(features, weights).is_some();
        Some(Sample {
            numbers,
            seen,
            same,
            taken,
        })
    };
    undecided.filter_map(of).collect()
}

/// Names of the weights of two numbers, and of words, in the order of [`Sample::seen`].
const NUMBERS: [&str; 5] = [
    "number_bias",
    "number_clause",
    "number_topic",
    "number_name",
    "number_size",
];
const WORDS: [&str; 2] = ["words_bias", "words_sum"];

/// What pulls each weight but the bias towards 0 (ridge regression), so that few pairs do not make them extreme.
const RIDGE: f64 = 1.0;
/// Steps of Newton's method: the weights do not move any more after a few.
const STEPS: usize = 30;

/// Logistic regression by Newton's method.
fn regression(samples: &[&Sample]) -> Vec<f64> {
    let size = samples[0].seen.len();
    let mut weights = vec![0.0; size];
    let ridge = |at: usize| if at == 0 { 0.0 } else { RIDGE };
    for _ in 0..STEPS {
        let mut slope: Vec<f64> = (0..size).map(|at| ridge(at) * weights[at]).collect();
        let mut curve = vec![vec![0.0; size]; size];
        for (at, row) in curve.iter_mut().enumerate() {
            row[at] = ridge(at);
        }
        for sample in samples {
            let p = probability(&weights, &sample.seen);
            let off = p - f64::from(u8::from(sample.same));
            for (at, x) in sample.seen.iter().enumerate() {
                slope[at] += off * x;
                for (other, y) in sample.seen.iter().enumerate() {
                    curve[at][other] += p * (1.0 - p) * x * y;
                }
            }
        }
        let step = solved(curve, slope);
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight -= step;
        }
    }
    weights
}

fn probability(weights: &[f64], seen: &[f64]) -> f64 {
    let odds: f64 = weights.iter().zip(seen).map(|(w, x)| w * x).sum();
    1.0 / (1.0 + (-odds).exp())
}

/// The solution of linear equations, by Gauss and Jordan.
fn solved(mut of: Vec<Vec<f64>>, mut is: Vec<f64>) -> Vec<f64> {
    let size = is.len();
    for at in 0..size {
        let best = (at..size).max_by(|a, b| of[*a][at].abs().total_cmp(&of[*b][at].abs()));
        of.swap(at, best.unwrap());
        is.swap(at, best.unwrap());
        for row in (0..size).filter(|row| *row != at) {
            let times = of[row][at] / of[at][at];
            let own = of[at].clone();
            for (cell, own) in of[row].iter_mut().zip(own).skip(at) {
                *cell -= times * own;
            }
            is[row] -= times * is[at];
        }
    }
    (0..size).map(|at| is[at] / of[at][at]).collect()
}

/// Bands of the probability that is shown, in percent.
const BANDS: [(f64, f64); 3] = [(0.0, 0.5), (0.5, 0.75), (0.75, 1.01)];

/// Pairs that were taken, with their probabilities, and what they are; and those that should have been.
#[derive(Default)]
struct Judged {
    taken: Vec<(f64, bool)>,
    missed: usize,
}

impl Judged {
    fn add(&mut self, sample: &Sample, probability: f64, least: f64) {
        let taken = if sample.numbers {
            probability >= least
        } else {
            sample.taken
        };
        if taken {
            self.taken.push((probability, sample.same));
        } else {
            self.missed += usize::from(sample.same);
        }
    }

    fn counts(&self) -> Counts {
        let right = self.taken.iter().filter(|(_, same)| *same).count();
        Counts {
            right,
            wrong: self.taken.len() - right,
            missed: self.missed,
        }
    }

    /// `under 50 %: 12 of 30 right; …`
    fn bands(&self) -> String {
        let of = |(low, high): (f64, f64)| {
            let own = self.taken.iter().filter(|(p, _)| (low..high).contains(p));
            let (mut all, mut right) = (0, 0);
            for (_, same) in own {
                (all, right) = (all + 1, right + usize::from(*same));
            }
            let (low, high) = ((low * 100.0) as u8, (high * 100.0) as u8);
            format!("{low}–{} %: {right} of {all} right", high.min(100))
        };
        BANDS.map(of).join("; ")
    }
}

/// The weights fitted on all groups, and the lines at the head of the file: what they reach on the groups that they were
/// not fitted on.
fn fitted(groups: &[Group], first: &Weights) -> (Weights, Vec<String>) {
    let all: Vec<(&str, Vec<Sample>)> = groups
        .iter()
        .map(|group| (group.name.as_str(), samples(group, first)))
        .collect();
    let mut weights = *first;
    let mut head = Vec::new();
    for (numbers, names, word) in [
        (true, NUMBERS.as_slice(), "Two numbers"),
        (false, &WORDS, "Words"),
    ] {
        let of = |left_out: Option<&str>| -> Vec<&Sample> {
            let groups = all.iter().filter(|(name, _)| Some(*name) != left_out);
            let samples = groups.flat_map(|(_, samples)| samples);
            // What is said of words is said of those that are taken.
            let own = |s: &&Sample| s.numbers == numbers && (numbers || s.taken);
            samples.filter(own).collect()
        };
        let mut judged = Judged::default();
        for (name, samples) in &all {
            let found = regression(&of(Some(name)));
            for sample in samples.iter().filter(|sample| sample.numbers == numbers) {
                judged.add(
                    sample,
                    probability(&found, &sample.seen),
                    first.number_least,
                );
            }
        }
        let pairs = all.iter().flat_map(|(_, samples)| samples);
        let pairs: Vec<&Sample> = pairs.filter(|s| s.numbers == numbers).collect();
        let same = pairs.iter().filter(|sample| sample.same).count();
        head.push(format!(
            "# {word}, {} pairs, {same} of them one; each group judged by weights fitted on the others: {}.",
            pairs.len(),
            judged.counts()
        ));
        head.push(format!(
            "# Probability and share that is right: {}.",
            judged.bands()
        ));
        for (name, weight) in names.iter().zip(regression(&of(None))) {
            // Two digits are enough, and can be read.
            *weights.by_name(name).unwrap() = (weight * 100.0).round() / 100.0;
        }
    }
    (weights, head)
}

/// The file with other weights and another head.
fn written(weights: &Weights, head: &[String]) -> String {
    let mut weights = *weights;
    let mut out = String::new();
    let mut head = head.iter();
    for line in WEIGHTS_FILE.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        let reached = ["# Two numbers, ", "# Words, ", "# Probability and "];
        if reached.iter().any(|start| line.starts_with(start)) {
            out.push_str(&format!("{}\n", head.next().unwrap()));
        } else if let Some(value) = weights.by_name(name) {
            let (_, why) = line.split_once('#').unwrap();
            out.push_str(&format!("{name} {value} #{why}\n"));
        } else {
            out.push_str(&format!("{line}\n"));
        }
    }
    assert!(head.next().is_none(), "the file has no line for it");
    out
}

#[test]
fn every_labelled_passage_is_found() {
    let all = groups();
    let unfound: Vec<&String> = all.iter().flat_map(|group| &group.unfound).collect();
    assert!(unfound.is_empty(), "{unfound:#?}");
    let pairs: usize = all.iter().map(|group| group.pairs.len()).sum();
    assert!((250..=600).contains(&pairs), "{pairs}");
}

/// The file is what is fitted on the labelled pairs; `BLESS=1 cargo test --test weights` writes it anew.
#[test]
fn the_weights_are_those_fitted_on_the_labelled_pairs() {
    let (weights, head) = fitted(&groups(), Weights::built_in());
    let file = written(&weights, &head);
    if std::env::var_os("BLESS").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compare/weights.txt");
        fs::write(path, &file).unwrap();
    } else {
        assert_eq!(file, WEIGHTS_FILE);
    }
}

#[test]
fn a_probability_does_not_promise_more_than_is_so() {
    /// Pairs below which a share says nothing.
    const FEW: f64 = 10.0;
    /// Percent by which a share of so few pairs may lie below.
    const SLACK: f64 = 5.0;
    let (_, head) = fitted(&groups(), Weights::built_in());
    for line in head.iter().filter(|line| line.contains(" right")) {
        for band in line
            .trim_start_matches(|c: char| !c.is_ascii_digit())
            .split("; ")
        {
            let numbers: Vec<f64> = band
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|part| part.parse().ok())
                .collect();
            let [low, _, right, all] = numbers[..] else {
                panic!("{band}");
            };
            let share = right / all.max(1.0) * 100.0;
            assert!(all < FEW || share >= low - SLACK, "{band}: {share:.0} %");
        }
    }
}

#[test]
fn every_weight_matters() {
    let groups = groups();
    let built_in = Weights::built_in();
    let paired = |weights: &Weights| -> Vec<(Vec<bool>, Vec<usize>, Vec<u8>)> {
        let of = |group: &Group| {
            let candidates = group.candidates(weights);
            let percent = |(features, _): (Features<'_>, bool)| {
                let likeness = likeness(features, weights);
                likeness.map_or(0, |likeness| (likeness.probability * 100.0).round() as u8)
            };
            let percents = group.undecided(&candidates).into_iter().map(percent);
            (
                group.taken(&candidates, weights),
                group.nearest(&candidates, weights),
                percents.collect(),
            )
        };
        groups.iter().map(of).collect()
    };
    let today = paired(built_in);
    let mut unseen = Vec::new();
    for name in Weights::NAMES {
        for factor in [0.5, 2.0] {
            let mut weights = *built_in;
            *weights.by_name(name).unwrap() *= factor;
            if paired(&weights) == today {
                unseen.push((*name, factor));
            }
        }
    }
    assert_eq!(unseen, Vec::<(&str, f64)>::new());
}
