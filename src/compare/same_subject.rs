//! Whether two likely names, and the clauses they stand in, speak of one subject: 省级先进制造业集群 and 省级数据产业集群 are
//! alike and are two things; so are 物业服务覆盖老旧小区 and 老旧小区改造, though both count 老旧小区.
//!
//! Asked only of what likeness paired; equal names and names of the catalogue are one. Knows nothing of numbers.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::fold::fold;
use crate::lexicon::{Chars, List};
use crate::model::{Figure, Section};
use crate::text::mark::Mark;

use super::item::item;
use super::limits;

/// Words in a name that narrow nothing: 新建, 总量, 全省.
static NEUTRAL: List = List::new("neutral-in-name");
/// Verbs of what is done in a period: who does it in other words does the same.
static DONE: List = List::new("done-in-period");
static ADDING: List = List::new("adding");
/// Words of a clause that say how or when, and not what.
static IN_CLAUSE: List = List::new("neutral-in-clause");
static ADVERBS: List = List::new("adverb");
/// Verbs: one that only one clause has and that is none of the above does another thing.
static VERBS: List = List::new("verb");
/// Verbs that say nothing of what is done: 实施.
static GENERAL: List = List::new("general-verb");
/// 新建: new ones alone; 改造: old ones too.
static NEW_ONLY: List = List::new("builds-new");
static RENEWS: List = List::new("renews");
/// Ends of names of growth and decline: 降幅.
static GROWTH_NAMES: List = List::new("growth-name");
/// 和, 及: a thing more or less.
static COORDINATE: Chars = Chars::new(List::new("coordinate"));

/// Whether two figures, each with its section, speak of one thing: their names, and for two numbers their clauses too.
pub fn same_thing(a: (&Section, &Figure), b: (&Section, &Figure)) -> bool {
    let clauses = match (&a.1.value, &b.1.value) {
        (Some(own), Some(other)) => same_item(
            [a.0.quote(a.1), own, &a.1.indicator],
            [b.0.quote(b.1), other, &b.1.indicator],
        ),
        _ => true,
    };
    clauses && same_subject(&a.1.indicator, &b.1.indicator)
}

/// Whether all that a promise in words speaks of is in the words of a report, whatever else that says.
pub fn answers_all(promise: &str, report: &str) -> bool {
    let lists = &[&NEUTRAL, &DONE, &ADDING, &IN_CLAUSE, &ADVERBS];
    let (promised, _) = apart(&bare(promise, lists), &bare(report, lists));
    promised.is_empty()
}

/// Whether words speak of what a name says: they hold its head noun, 电梯 of 老楼加装电梯.
pub fn speaks_of(words: &str, name: &str) -> bool {
    let name = GROWTH_NAMES.strip_end(name).unwrap_or(name);
    let name = bare(name, &[&NEUTRAL, &DONE, &ADDING, &IN_CLAUSE, &ADVERBS]);
    let from = name.len().saturating_sub(limits::HEAD.get());
    let head: String = name.iter().skip(from).collect();
    !head.is_empty() && fold(words).contains(&head)
}

/// Whether neither name has a word that sets it apart from the other one.
fn same_subject(one: &str, other: &str) -> bool {
    let lists = &[&NEUTRAL, &DONE, &ADDING];
    let (a, b) = (bare(one, lists), bare(other, lists));
    let (own, others) = apart(&a, &b);
    match (own.is_empty(), others.is_empty()) {
        (true, true) => true,
        (false, false) => false,
        _ => !adds_a_thing(&own) && !adds_a_thing(&others),
    }
}

/// Whether the clauses of two values speak of one thing: nothing in either one does another thing or does it to another
/// one. What one clause says more is no contradiction. Each value comes with its clause, the value as printed and its name.
fn same_item(one: [&str; 3], other: [&str; 3]) -> bool {
    let (Some(one), Some(other)) = (item(one), item(other)) else {
        return true;
    };
    let new_only = |words: &str| NEW_ONLY.is_in(words) && !RENEWS.is_in(words);
    if new_only(&one) && RENEWS.is_in(&other) || new_only(&other) && RENEWS.is_in(&one) {
        return false;
    }
    let lists = &[&NEUTRAL, &DONE, &ADDING, &IN_CLAUSE, &ADVERBS];
    let (own, others) = apart(&bare(&one, lists), &bare(&other, lists));
    match (own.is_empty(), others.is_empty()) {
        (true, true) => true,
        (false, false) => false,
        (false, true) => !does_other(&own, &one, &other),
        (true, false) => !does_other(&others, &other, &one),
    }
}

/// Whether the words that one clause has more do something of their own: they begin with a verb, or the other clause does
/// what this one does not, 物业服务覆盖老旧小区 and 改造老旧小区.
fn does_other(more: &[char], clause: &str, other: &str) -> bool {
    let renewed = |verb: &str| RENEWS.is_in(verb) && RENEWS.is_in(clause);
    let done = |verb: &&str| !GENERAL.has(verb) && !renewed(verb) && other.contains(verb);
    VERBS.starts(&more.iter().collect::<String>())
        || DONE.words().filter(done).any(|verb| !clause.contains(verb))
}

/// Whether what one name has more is another thing, or a single character that makes it another one: 中小学, 中学.
fn adds_a_thing(more: &[char]) -> bool {
    more.len() == 1 || more.iter().any(|c| COORDINATE.has(*c))
}

/// The characters of a name or clause without marks and without the words of these lists, which narrow nothing.
fn bare(name: &str, lists: &[&List]) -> Vec<char> {
    let name = fold(name);
    let mut rest = name.as_str();
    let mut out = Vec::new();
    while let Some(c) = rest.chars().next() {
        let starts = lists.iter().filter_map(|list| list.start(rest));
        let word = starts.max_by_key(|word| word.len());
        if let Some(word) = word {
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        if Mark::of(c).is_none() && !c.is_whitespace() {
            out.push(c);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// What each of two names has that the other one lacks.
fn apart(one: &[char], other: &[char]) -> (Vec<char>, Vec<char>) {
    let (mut own, mut others) = (Vec::new(), Vec::new());
    for step in capture_diff_slices(Algorithm::Lcs, one, other) {
        if step.tag() != DiffTag::Equal {
            own.extend(one.get(step.old_range()).unwrap_or_default());
            others.extend(other.get(step.new_range()).unwrap_or_default());
        }
    }
    (own, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_sets_one_apart_makes_two() {
        for (one, other, same) in [
            ("省级先进制造业集群", "省级数据产业集群", false),
            ("企业总量", "国家级高新技术企业", true),
            ("工业单项冠军县", "文旅强县", false),
            ("中小学学位", "中学学位", false),
            ("城中村改造", "城中村和城市危旧房改造", false),
            ("新建改造农村公路", "农村公路新改建", true),
            ("引进亿元以上项目", "亿元以上项目", true),
            ("高速公路通车里程", "高速公路里程", true),
        ] {
            assert_eq!(same_subject(one, other), same, "{one} {other}");
            assert_eq!(same_subject(other, one), same, "{other} {one}");
        }
    }
}
