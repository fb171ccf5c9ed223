//! Whether two likely names speak of one subject: 省级先进制造业集群 and 省级数据产业集群 are alike and are two things.
//!
//! Asked only of what likeness paired; equal names and names of the catalogue are one. Knows nothing of numbers.

use similar::{Algorithm, DiffTag, capture_diff_slices};

use crate::fold::fold;
use crate::lexicon::{Chars, List};

/// Words in a name that narrow nothing: 新建, 总量, 全省.
static NEUTRAL: List = List::new("neutral-in-name");
/// Verbs of what is done in a period: who does it in other words does the same.
static DONE: List = List::new("done-in-period");
static ADDING: List = List::new("adding");
/// 和, 及: a thing more or less.
static COORDINATE: Chars = Chars::new(List::new("coordinate"));

/// Whether neither name has a word that sets it apart from the other one.
pub fn same_subject(one: &str, other: &str) -> bool {
    let (a, b) = (bare(one), bare(other));
    let (own, others) = apart(&a, &b);
    match (own.is_empty(), others.is_empty()) {
        (true, true) => true,
        (false, false) => false,
        _ => !adds_a_thing(&own) && !adds_a_thing(&others),
    }
}

/// Whether what one name has more is another thing, or a single character that makes it another one: 中小学, 中学.
fn adds_a_thing(more: &[char]) -> bool {
    more.len() == 1 || more.iter().any(|c| COORDINATE.has(*c))
}

/// The characters of a name without the words that narrow nothing.
fn bare(name: &str) -> Vec<char> {
    let name = fold(name);
    let mut rest = name.as_str();
    let mut out = Vec::new();
    while let Some(c) = rest.chars().next() {
        let lists = [&NEUTRAL, &DONE, &ADDING];
        let word = lists
            .into_iter()
            .filter_map(|list| list.start(rest))
            .max_by_key(|w| w.len());
        if let Some(word) = word {
            rest = rest.get(word.len()..).unwrap_or_default();
            continue;
        }
        out.push(c);
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
