//! Labelled pairs of passages: what the weights of the similarity reach on them, and how to fit the weights.
//!
//! `tests/pairs/*.tsv` holds a pair a line: two passages with their sentences and sections, and whether they
//! are one indicator. Pairs of one name are left out: they are paired exactly, before any similarity.
//! `cargo test --release --test weights fit -- --ignored --nocapture` writes `compare/weights.txt` anew.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    clippy::print_stdout
)] // tests say what they expect

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::Path;

use jianbao::compare::{Candidates, Cell, Facts, PairKind, Tasks, WEIGHTS_FILE, Weights, score};
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
            .map(|sections| Bulletin::default().with_sections(sections))
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
                let score = score(features, weights).unwrap_or(0.0);
                let open = features.kind() == PairKind::Answer && score < weights.least_answer;
                (score, open)
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

    /// For each passage the most similar one of those it is labelled with, the first of equals: an assignment
    /// takes that one. Its own place where it is similar to none.
    fn nearest(&self, candidates: &Candidates, weights: &Weights) -> Vec<usize> {
        let scored = self.pairs.iter().map(|(a, b, _)| {
            let features = candidates.pair(*a, *b).unwrap();
            (*a, *b, score(features, weights).unwrap_or(0.0))
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
    fn add(&mut self, group: &Group, taken: &[bool]) {
        for ((.., same), taken) in group.pairs.iter().zip(taken) {
            match (same, taken) {
                (true, true) => self.right += 1,
                (false, true) => self.wrong += 1,
                (true, false) => self.missed += 1,
                (false, false) => {}
            }
        }
    }

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

fn counts(groups: &[Group], weights: &Weights) -> Counts {
    let mut counts = Counts::default();
    for group in groups {
        counts.add(group, &group.taken(&group.candidates(weights), weights));
    }
    counts
}

/// The line at the head of the file that says what its weights reach.
fn reached(groups: &[Group], weights: &Weights) -> String {
    let pairs: usize = groups.iter().map(|group| group.pairs.len()).sum();
    let same = groups.iter().flat_map(|group| &group.pairs);
    let same = same.filter(|(.., same)| *same).count();
    let counts = counts(groups, weights);
    format!("# In sample: {counts} ({pairs} pairs, {same} of them one).")
}

#[test]
fn every_labelled_passage_is_found() {
    let all = groups();
    let unfound: Vec<&String> = all.iter().flat_map(|group| &group.unfound).collect();
    assert!(unfound.is_empty(), "{unfound:#?}");
    let pairs: usize = all.iter().map(|group| group.pairs.len()).sum();
    assert!((250..=600).contains(&pairs), "{pairs}");
}

#[test]
fn the_head_of_the_file_says_what_its_weights_reach() {
    let line = reached(&groups(), Weights::built_in());
    assert!(WEIGHTS_FILE.lines().any(|own| own == line), "{line}");
}

#[test]
fn every_weight_matters() {
    let groups = groups();
    let built_in = Weights::built_in();
    let paired = |weights: &Weights| -> Vec<(Vec<bool>, Vec<usize>)> {
        let of = |group: &Group| {
            let candidates = group.candidates(weights);
            (
                group.taken(&candidates, weights),
                group.nearest(&candidates, weights),
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

/// What a weight is multiplied by while it is fitted.
const GRID: [f64; 12] = [0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4, 1.6, 1.8, 2.0];

/// Weights that the candidates themselves are made by.
const OF_TERMS: [&str; 3] = ["idf_unseen", "idf_common", "little_shared"];

/// Groups with their candidates.
type Ready<'g> = Vec<(&'g Group, Candidates)>;

fn ready<'g>(groups: &[&'g Group], weights: &Weights) -> Ready<'g> {
    let with = |group: &&'g Group| (*group, group.candidates(weights));
    groups.iter().map(with).collect()
}

/// Mean F1 of the groups.
fn mean(groups: &Ready<'_>, weights: &Weights) -> f64 {
    let f1 = |(group, candidates): &(&Group, Candidates)| {
        let mut counts = Counts::default();
        counts.add(group, &group.taken(candidates, weights));
        counts.f1()
    };
    groups.iter().map(f1).sum::<f64>() / groups.len() as f64
}

/// Coordinate descent: each weight in turn takes the value of the grid with the highest mean of the groups,
/// the one nearest to the first weights if several have it, until none moves.
fn fitted(groups: &[&Group], first: &Weights) -> Weights {
    let mut best = *first;
    let mut known = ready(groups, &best);
    let mut most = mean(&known, &best);
    let mut grid = GRID;
    grid.sort_by(|a, b| a.ln().abs().total_cmp(&b.ln().abs()).then(a.total_cmp(b)));
    for _ in 0..4 {
        let before = best;
        for name in Weights::NAMES {
            let start = *Weights::clone(first).by_name(name).unwrap();
            for factor in grid {
                let mut weights = best;
                // Four digits are enough, and can be written down.
                let value = format!("{:.4}", start * factor).parse().unwrap();
                *weights.by_name(name).unwrap() = value;
                let anew = OF_TERMS.contains(name).then(|| ready(groups, &weights));
                let reached = mean(anew.as_ref().unwrap_or(&known), &weights);
                if reached > most + 1e-9 {
                    (best, most) = (weights, reached);
                    known = anew.unwrap_or(known);
                }
            }
        }
        if best == before {
            break;
        }
    }
    best
}

/// The file with other weights and another head.
fn written(weights: &Weights, head: &[String]) -> String {
    let mut weights = *weights;
    let mut out = String::new();
    for line in WEIGHTS_FILE.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        if line.starts_with("# In sample") {
            for line in head {
                out.push_str(&format!(
                    "{line}
"
                ));
            }
        } else if line.starts_with("# Cross-validated") {
            // Written above, with the first line of the head.
        } else if let Some(value) = weights.by_name(name) {
            let (_, why) = line.split_once('#').unwrap();
            out.push_str(&format!("{name} {value} #{why}\n"));
        } else {
            out.push_str(&format!("{line}\n"));
        }
    }
    out
}

#[test]
#[ignore = "takes minutes, and writes the weights anew"]
fn fit() {
    let groups = groups();
    let first = Weights::built_in();
    let all: Vec<&Group> = groups.iter().collect();
    // What is fitted on the other groups is judged on the one that is left out.
    let mut held_out = Counts::default();
    for left_out in &groups {
        let others: Vec<&Group> = (groups.iter())
            .filter(|group| group.name != left_out.name)
            .collect();
        let weights = fitted(&others, first);
        let candidates = left_out.candidates(&weights);
        held_out.add(left_out, &left_out.taken(&candidates, &weights));
    }
    let weights = fitted(&all, first);
    let head = [
        reached(&groups, &weights),
        format!(
            "# Cross-validated, each group judged by weights fitted on the others: {held_out}."
        ),
    ];
    println!(
        "before: {}\nafter: {}",
        reached(&groups, first),
        head.join("\n")
    );
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compare/weights.txt");
    fs::write(file, written(&weights, &head)).unwrap();
}
