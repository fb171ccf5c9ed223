//! A search through the bulletins, step by step: the reader looks for pressed keys between two steps. Knows nothing
//! of how words and figures are found in a text.

use std::ops::Range;
use std::sync::Arc;

use super::filter::{Filter, Outcomes};
use super::hit::{Field, Hit, Hits};
use super::query::Query;
use crate::compare;
use crate::model::{Bulletin, Form, Section};

/// The words in a text, and other words that sound so.
type WordHits = (Vec<Range<usize>>, Vec<Range<usize>>);

/// The state of a search.
#[derive(Clone, Debug, Default)]
pub struct Search {
    query: Query,
    filter: Filter,
    /// The outcomes, where the filter asks for one.
    outcomes: Arc<Outcomes>,
    /// The bulletins that remain to be searched, the next one last.
    left: Vec<usize>,
    /// The next section of that one; its title comes before the first.
    section: usize,
    /// What was found so far.
    pub hits: Hits,
}

impl Search {
    /// A search of bulletins in some order, of which nothing is done yet. Outcomes are asked only if the
    /// filter has one.
    pub fn new(
        bulletins: &[Bulletin],
        order: impl Iterator<Item = usize>,
        query: Query,
        (filter, outcomes): (Filter, Arc<Outcomes>),
    ) -> Self {
        let takes = |index: &usize| {
            let bulletin = bulletins.get(*index);
            bulletin.is_some_and(|bulletin| filter.takes_bulletin(*index, bulletin))
        };
        let mut left = Vec::new();
        if !query.is_empty() {
            left.extend(order.filter(takes));
            left.reverse();
        }
        Self {
            query,
            filter,
            outcomes,
            left,
            section: 0,
            hits: Hits::default(),
        }
    }

    /// Whether nothing is asked for (yet).
    pub fn asks_nothing(&self) -> bool {
        self.query.is_empty()
    }

    /// Whether all was searched.
    pub fn is_done(&self) -> bool {
        self.left.is_empty()
    }

    /// Searches on, through about so many bytes of text, at least one section.
    pub fn go_on(&mut self, bulletins: &[Bulletin], bytes: usize) {
        let mut done = 0;
        while let Some(index) = self.left.last().copied() {
            let bulletin = bulletins.get(index);
            if let (0, Some(bulletin)) = (self.section, bulletin) {
                self.title(index, bulletin);
            }
            let at = self.section;
            let Some((bulletin, section)) = bulletin.and_then(|b| Some((b, b.sections().get(at)?)))
            else {
                self.left.pop();
                self.section = 0;
                continue;
            };
            self.section += 1;
            if self.filter.takes_section(bulletin, section) {
                self.section(index, at, section);
                done += section.body.len() + section.heading.len();
            }
            if done >= bytes {
                return;
            }
        }
    }

    /// Adds what was found in a text.
    fn add(&mut self, (words, sounds): WordHits, hit: impl Fn(Range<usize>) -> Hit) {
        self.hits.words.extend(words.into_iter().map(&hit));
        self.hits.sounds.extend(sounds.into_iter().map(&hit));
    }

    fn title(&mut self, index: usize, bulletin: &Bulletin) {
        if self.filter.takes_title(bulletin) {
            let hit = |span| Hit {
                bulletin: index,
                section: None,
                field: Field::Title,
                span,
            };
            self.add(self.find(&bulletin.title), hit);
        }
    }

    fn section(&mut self, bulletin: usize, index: usize, section: &Section) {
        let hit = |field, span| Hit {
            bulletin,
            section: Some(index),
            field,
            span,
        };
        if section.form != Form::RunIn && self.filter.outcome.is_none() {
            self.add(self.find(&section.heading), |span| {
                hit(Field::Heading, span)
            });
        }
        let (mut words, mut sounds) = self.find(&section.body);
        let mut figures = self.figures(section, &words);
        if let Some(outcome) = self.filter.outcome {
            let has = |span: &Range<usize>| self.outcomes.has((bulletin, index), span, outcome);
            words.retain(has);
            sounds.retain(has);
            figures.retain(has);
        }
        let hit = |span: Range<usize>| {
            let in_heading = span.start < section.heading_bytes;
            hit(
                if in_heading {
                    Field::Heading
                } else {
                    Field::Text
                },
                span,
            )
        };
        self.add((words, sounds), hit);
        self.hits.figures.extend(figures.into_iter().map(hit));
    }

    /// The words in a text, and other words in it that sound so.
    fn find(&self, text: &str) -> WordHits {
        let (mut words, mut sounds) = (Vec::new(), Vec::new());
        self.query.words(text, &mut words);
        self.query.sounds(text, &mut sounds);
        sounds.retain(|span| !overlaps(&words, span));
        (words, sounds)
    }

    /// The figures of a section that are asked for, each span once, and none where the words were
    /// found.
    fn figures(&self, section: &Section, words: &[Range<usize>]) -> Vec<Range<usize>> {
        if !self.query.wants_figures() {
            return Vec::new();
        }
        let mut spans: Vec<Range<usize>> = Vec::new();
        for figure in self.query.figures(section) {
            let known = spans.last().is_some_and(|last| *last == figure.span);
            // Most questions for figures have no words: no sentence is looked for then.
            let told = || overlaps(words, &section.sentence(figure));
            if !known && (words.is_empty() || !told()) {
                spans.push(figure.span.clone());
            }
        }
        spans
    }
}

/// Whether a span has a byte in common with one of others, which are sorted.
fn overlaps(others: &[Range<usize>], span: &Range<usize>) -> bool {
    let next = others.partition_point(|other| other.end <= span.start);
    others.get(next).is_some_and(|other| other.start < span.end)
}

/// The bulletins in the order of the library: by series, then by date.
pub fn order(bulletins: &[Bulletin]) -> Vec<usize> {
    let series = compare::series(bulletins);
    let members = |name: &String| compare::all_members(bulletins, name);
    series.iter().flat_map(members).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bulletin(heading: &str, body: &str) -> Bulletin {
        let section = Section {
            heading: heading.to_owned(),
            body: body.to_owned(),
            ..Section::default()
        };
        Bulletin {
            id: "a".into(),
            ..Bulletin::default()
        }
        .with_sections(vec![section])
    }

    fn search(typed: &str, bulletins: &[Bulletin]) -> Hits {
        let filter = Filter::default();
        let order = order(bulletins).into_iter();
        let kept = (filter, Arc::default());
        let mut search = Search::new(bulletins, order, Query::parse(typed), kept);
        while !search.is_done() {
            search.go_on(bulletins, 1);
        }
        search.hits
    }

    #[test]
    fn words_come_before_what_only_sounds_so() {
        let bulletins = [bulletin("行程卡", "先建行程卡系统，XCK是其简称")];
        let hits = search("xck", &bulletins);
        let found: Vec<&str> = hits
            .iter()
            .map(|hit| hit.context(&bulletins, 0).found)
            .collect();
        assert_eq!(found, ["XCK", "行程卡", "行程卡"]);
        assert_eq!(hits.get(1), hits.sounds.first());
        assert_eq!(hits.get(3), None);
        assert!(search("xc卡", &bulletins).sounds.is_empty());
    }

    #[test]
    fn a_hit_is_shown_with_its_own_paragraph_only() {
        let bulletins = [bulletin("", "一段\n二段有行程卡服务\n三段")];
        let hits = search("行程卡", &bulletins);
        let context = hits.words[0].context(&bulletins, 2);
        assert_eq!((context.before, context.after), ("段有", "服务"));
        let context = hits.words[0].context(&bulletins, 90);
        assert_eq!((context.before, context.after), ("二段有", "服务"));
    }
}
