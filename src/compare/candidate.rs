//! What is compared of two passages, as named features, each 0 to 1.
//!
//! A candidate is a passage that may be one indicator with another: a figure or a task with its clause,
//! its sentence and its section. Knows no weights of features and no thresholds: `similarity` has them; the
//! weights it is handed are for `idf`.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use crate::figures::{action, heads, object};
use crate::fold::fold;
use crate::lexicon::{Chars, List};
use crate::model::{Figure, Measure, Origin, Role, Section};
use crate::text::sentence::Around;

use super::antonym::Antonyms;
use super::bigram::Bigrams;
use super::comparable::unit_key;
use super::idf::{Idf, TermVector};
use super::limits;
use super::row::{Cell, Facts};
use super::tasks::is_heading;
use super::topic::Topics;
use super::weights::Weights;

static LIST_PART: Chars = Chars::new(List::new("list-part"));

/// A passage.
#[derive(Debug)]
struct Candidate {
    /// The row it represents.
    row: usize,
    /// The unit of its number; None for words.
    unit: Option<String>,
    /// Its number, or the lower end of a range.
    number: Option<f64>,
    /// Whether the number is one of growth or decline.
    change: bool,
    /// How many things its name lists: its number is the sum of so many.
    things: usize,
    name: String,
    /// The terms of its name, if it has a number.
    name_terms: TermVector,
    antonyms: Antonyms,
    bigrams: Bigrams,
    /// The terms of its clause and of its sentence.
    clause: TermVector,
    sentence: TermVector,
    /// The verb it begins with, and the nouns it ends with.
    verb: Option<u32>,
    heads: Vec<[char; 2]>,
    /// Its section, by its index in `Candidates::topics`.
    section: usize,
    /// Whether the program found it.
    found: bool,
    /// Promised or reported.
    role: Role,
    /// What a main target in words begins with: its subject. None for all others.
    subject: Option<String>,
    /// Whether it is a heading, which says in general what the text below says one by one.
    heading: bool,
}

/// The candidates of a series.
#[derive(Debug)]
pub struct Candidates {
    all: Vec<Candidate>,
    topics: Topics,
    idf: Idf,
    /// How surely two sections treat one topic, once it was asked for.
    known: RefCell<HashMap<(usize, usize), f64>>,
}

/// The kind of a pair: each kind has a threshold of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PairKind {
    /// Two numbers.
    Numbers,
    /// A promise in words and a report in words.
    Answer,
    /// Two promises in words.
    Repeated,
    /// A number and words, of which the words may be answered by the number.
    Mixed,
    /// A heading, two reports in words, or words that would answer a number: no answer is looked for.
    General,
}

/// Two candidates, and their features, each computed when it is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Features<'c> {
    candidates: &'c Candidates,
    a: &'c Candidate,
    b: &'c Candidate,
}

impl Candidates {
    /// The candidates of some rows, each by a cell of its own.
    pub fn of(
        facts: Facts<'_>,
        cells: impl Iterator<Item = (usize, Cell)>,
        weights: &Weights,
    ) -> Self {
        let (mut idf, mut topics) = (Idf::new(weights), Topics::default());
        let mut places: HashMap<(usize, usize), usize> = HashMap::new();
        let mut all = Vec::new();
        let mut sentences: Option<(usize, Sentences)> = None;
        for (row, cell) in cells {
            let Some((section, figure)) = cell.look(facts) else {
                continue;
            };
            let place = places.entry((cell.bulletin, cell.section));
            let place = *place.or_insert_with(|| {
                let text = format!("{}\n{}", section.heading, section.body);
                topics.add(idf.terms(&text), (cell.bulletin, Some(figure.role)))
            });
            let known = sentences.take().filter(|(of, _)| *of == place);
            let (_, own) =
                sentences.insert(known.unwrap_or_else(|| (place, Sentences::of(section))));
            all.push(Candidate::of(row, (section, place), figure, own, &mut idf));
        }
        idf.settle();
        topics.settle(&idf);
        Self {
            all,
            topics,
            idf,
            known: RefCell::default(),
        }
    }

    /// Calls back with each pair of candidates that may be similar: those that share two terms that are not
    /// common, or one if a passage has hardly more. The earlier row comes first.
    pub fn each_pair(&self, mut see: impl FnMut(usize, usize, Features<'_>)) {
        let mut holders: Vec<Vec<usize>> = vec![Vec::new(); self.idf.known()];
        let common = limits::LOOKED_AT.get() / self.all.len().max(1);
        let common = common.clamp(limits::LEADING_LEAST.get(), limits::LEADING.get());
        for (at, a) in self.all.iter().enumerate() {
            let mut shared: Vec<usize> = Vec::new();
            for term in a.clause.iter() {
                let passages = self.idf.passages(term);
                // A term of one passage is shared with none.
                if (2..=common).contains(&passages)
                    && let Some(known) = holders.get_mut(term as usize)
                {
                    shared.extend(known.iter());
                    known.push(at);
                }
            }
            shared.sort_unstable();
            for others in shared.chunk_by(|a, b| a == b) {
                let Some(b) = others.first().and_then(|other| self.all.get(*other)) else {
                    continue;
                };
                let few = a.clause.len().min(b.clause.len()) <= limits::FEW_TERMS.get();
                if others.len() > 1 || few {
                    see(b.row, a.row, self.features(b, a));
                }
            }
        }
    }

    /// The features of the candidates of two rows.
    pub fn pair(&self, a: usize, b: usize) -> Option<Features<'_>> {
        let of = |row: usize| self.all.iter().find(|candidate| candidate.row == row);
        Some(self.features(of(a)?, of(b)?))
    }

    fn features<'c>(&'c self, a: &'c Candidate, b: &'c Candidate) -> Features<'c> {
        Features {
            candidates: self,
            a,
            b,
        }
    }
}

/// The terms of the sentences of a section: figures that follow each other often stand in one sentence.
struct Sentences<'s> {
    body: &'s str,
    around: Around<'s>,
    /// The sentence that was read last, and its terms.
    last: Range<usize>,
    terms: TermVector,
}

impl<'s> Sentences<'s> {
    fn of(section: &'s Section) -> Self {
        Self {
            body: &section.body,
            around: Around::new(&section.body),
            last: 0..0,
            terms: TermVector::default(),
        }
    }

    /// The terms of the sentence around a figure.
    fn terms(&mut self, figure: &Figure, idf: &mut Idf) -> TermVector {
        let span = self.around.sentence(&figure.span);
        if span != self.last {
            self.terms = idf.terms(self.body.get(span.clone()).unwrap_or_default());
            self.last = span;
        }
        self.terms.clone()
    }
}

impl Candidate {
    fn of(
        row: usize,
        (section, place): (&Section, usize),
        figure: &Figure,
        sentences: &mut Sentences<'_>,
        idf: &mut Idf,
    ) -> Self {
        let reading = figure.reading.as_ref();
        let unit = reading.map(|reading| unit_key(&reading.unit).into_owned());
        let name = fold(&figure.indicator);
        // The number is compared by itself and is no part of what the passage says.
        let quote = section.quote(figure);
        let verb = action(quote).and_then(|verb| idf.terms(verb).iter().next());
        let heads = heads(quote);
        let quote = object(quote);
        let clause = match &figure.value {
            Some(value) => quote.replacen(value.as_str(), " ", 1),
            None => quote.to_owned(),
        };
        Self {
            row,
            antonyms: Antonyms::of(&name),
            bigrams: Bigrams::of(&name),
            things: figure.indicator.matches(|c| LIST_PART.has(c)).count() + 1,
            clause: idf.count(&clause, unit.as_deref()),
            unit,
            number: reading.and_then(|reading| reading.number.or(reading.low)),
            change: reading.is_some_and(|reading| reading.measure == Measure::Change),
            sentence: sentences.terms(figure, idf),
            verb,
            heads,
            section: place,
            found: figure.origin == Origin::Found,
            role: figure.role,
            name_terms: if reading.is_some() {
                idf.terms(&figure.indicator)
            } else {
                TermVector::default()
            },
            subject: (figure.main && figure.value.is_none())
                .then(|| name.chars().take(limits::SHORTEST_NAME.get()).collect()),
            heading: is_heading(section, figure),
            name,
        }
    }
}

impl Features<'_> {
    /// The kind of the pair.
    pub fn kind(&self) -> PairKind {
        let (a, b) = (self.a, self.b);
        let words = self.are_words();
        // A number that was promised is not answered by words that only resemble it.
        let unanswered = |a: &Candidate, b: &Candidate| {
            a.unit.is_some() && a.role == Role::Target && b.role == Role::Result
        };
        let both_reported = a.role == Role::Result && b.role == Role::Result;
        if self.are_numbers() {
            PairKind::Numbers
        } else if both_reported || a.heading || b.heading || unanswered(a, b) || unanswered(b, a) {
            PairKind::General
        } else if words && a.role != b.role {
            PairKind::Answer
        } else if words && a.role == Role::Target {
            PairKind::Repeated
        } else {
            PairKind::Mixed
        }
    }

    /// Whether both may be one indicator: two numbers have one unit, both are of growth or neither, they are sums of as
    /// many things (交通、能源、水利投资 does not answer 交通投资), and their sizes are not too far apart; no name has an antonym of a word of the other; what the author of a file
    /// declared without a value is paired only as the author did; what answers a main target in words names its subject.
    pub fn may_be_one(&self) -> bool {
        let numbers = self.are_numbers();
        let apart = numbers && !self.are_comparable() || !self.answers_subject();
        !(apart || self.a.antonyms.differ(&self.b.antonyms))
            && (numbers || self.a.found && self.b.found)
    }

    /// Whether a number may answer a main target in words: its name holds the words that begin that, its subject. 地区生产总值
    /// answers no 单位地区生产总值能耗. True of all others.
    fn answers_subject(&self) -> bool {
        let answers = |asked: &Candidate, number: &Candidate| {
            let mut subject = asked.subject.iter();
            number.unit.is_none() || subject.all(|subject| number.name.contains(subject))
        };
        answers(self.a, self.b) && answers(self.b, self.a)
    }

    /// Whether both have numbers.
    fn are_numbers(&self) -> bool {
        self.a.unit.is_some() && self.b.unit.is_some()
    }

    /// Whether neither has.
    fn are_words(&self) -> bool {
        self.a.unit.is_none() && self.b.unit.is_none()
    }

    fn are_comparable(&self) -> bool {
        let (a, b) = (self.a, self.b);
        let far = self
            .sizes()
            .is_some_and(|(small, large)| small > 0.0 && large / small > limits::FAR.get());
        a.unit == b.unit && a.change == b.change && a.things == b.things && (a.change || !far)
    }

    /// The two numbers without their signs, the smaller first; None where a passage has none.
    fn sizes(&self) -> Option<(f64, f64)> {
        let (a, b) = (self.a.number?.abs(), self.b.number?.abs());
        Some((a.min(b), a.max(b)))
    }

    /// How similar the two clauses are; rare terms count more than common ones.
    pub fn clause(&self) -> f64 {
        self.candidates
            .idf
            .similarity(&self.a.clause, &self.b.clause)
    }

    /// How surely both sections treat one topic.
    pub fn topic(&self) -> f64 {
        let (a, b) = (self.a.section, self.b.section);
        let all = self.candidates;
        let compute = || all.topics.one(&all.idf, a, b);
        *all.known.borrow_mut().entry((a, b)).or_insert_with(compute)
    }

    /// The cosine of the two sentences.
    pub fn sentence(&self) -> f64 {
        let idf = &self.candidates.idf;
        idf.cosine(&self.a.sentence, &self.b.sentence)
    }

    /// Where both are words and no headings: how rare the verb is that both begin with, 0 for two verbs.
    pub fn verb(&self) -> f64 {
        let verb = self.a.verb.filter(|verb| self.b.verb == Some(*verb));
        verb.filter(|_| self.are_acts()).map_or(0.0, |verb| {
            let rareness = self.candidates.idf.weight(verb) / limits::RAREST.get();
            rareness.min(1.0)
        })
    }

    /// Where both are words and no headings: 1 where both end with the same noun.
    pub fn head(&self) -> f64 {
        let same = self.a.heads.iter().any(|head| self.b.heads.contains(head));
        flag(same && self.are_acts())
    }

    fn are_acts(&self) -> bool {
        self.are_words() && !(self.a.heading || self.b.heading)
    }

    /// The cosine of the terms of two names: rare ones count more than common ones; 0 where one has no number.
    pub fn name_terms(&self) -> f64 {
        let idf = &self.candidates.idf;
        idf.cosine(&self.a.name_terms, &self.b.name_terms)
    }

    /// How near two numbers are on a scale of logarithms: 1 where they are equal, 0 where one is `limits::FAR` times as
    /// large as the other or larger, or where one passage has none.
    pub fn size(&self) -> f64 {
        let Some((small, large)) = self.sizes() else {
            return 0.0;
        };
        if small == 0.0 {
            return flag(large == 0.0);
        }
        1.0 - (libm::log(large / small) / libm::log(limits::FAR.get())).min(1.0)
    }

    /// Dice's coefficient of the two names; 0 where neither has a number.
    pub fn name(&self) -> f64 {
        if self.are_words() {
            return 0.0;
        }
        self.a.bigrams.dice(&self.b.bigrams)
    }

    /// 1 where one is a number and the other is not.
    pub fn mixed(&self) -> f64 {
        flag(!self.are_numbers() && !self.are_words())
    }
}

fn flag(yes: bool) -> f64 {
    f64::from(u8::from(yes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Tasks;
    use crate::compare::sample::bulletin;
    use crate::compare::series::compared;
    use crate::model::Kind;

    #[test]
    fn words_that_resemble_a_promised_number_do_not_answer_it() {
        let all = [
            (Kind::Plans, 2021, "建成公共服务平台30个。"),
            (Kind::Achievements, 2021, "完善公共服务平台功能。"),
        ];
        let bulletins = [bulletin(&all)];
        let tasks = Tasks::of(&bulletins, &[0]);
        let facts = Facts {
            bulletins: &bulletins,
            tasks: &tasks,
        };
        let cells = compared(facts, 0).map(|(cell, _)| cell).enumerate();
        let candidates = Candidates::of(facts, cells, Weights::built_in());
        let pair = candidates.pair(0, 1).unwrap();
        assert!(!pair.are_numbers() && !pair.are_words());
        assert_eq!(pair.kind(), PairKind::General);
    }
}
