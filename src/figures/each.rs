//! One value for several subjects: 游客人次、旅游花费均增长10% is a promise for each of them.
//!
//! Looks at the words before a value only.

use crate::lexicon::{Chars, List};

use super::phrase::{is_verb, parts, strip, verb_of};
use super::shared::subjects;

/// 均: what follows holds for each of what stands before it.
static EACH: List = List::new("each");
static JOINS: List = List::new("joins");
static LIST_PART: Chars = Chars::new(List::new("list-part"));

/// The subjects that have one value each, by the words of its clause before it; empty where it has no more than one.
pub fn subjects_of_each(head: &str) -> Vec<String> {
    let hits = EACH.hits(head);
    let list = hits.last().and_then(|each| {
        // 均要, 均保持在: only such words may stand between.
        let behind = head.get(each.span.end..)?;
        strip(behind)
            .is_empty()
            .then(|| head.get(..each.span.start))?
    });
    let Some(list) = list else {
        return Vec::new();
    };
    if let Some(done) = done_to_one(list) {
        return done;
    }
    let by_mark = parts(list, |c| LIST_PART.has(c)).len();
    let by_word = JOINS.hits(list).len() + 1;
    let counts = [by_mark, by_word].into_iter().filter(|count| *count > 1);
    let named = counts.map(|count| subjects(list, count, true));
    named
        .into_iter()
        .find(|names| !names.is_empty())
        .unwrap_or_default()
}

/// Several things that are done to one: 开工、投产新能源项目.
fn done_to_one(list: &str) -> Option<Vec<String>> {
    let items = parts(list, |c| LIST_PART.has(c));
    let (last, verbs) = items.split_last()?;
    let own = verb_of(last);
    let object = last.get(own.len()..).filter(|_| !own.is_empty())?;
    let all = verbs.iter().map(|verb| verb.trim());
    let all: Vec<&str> = all.chain([own]).collect();
    let each = all.iter().map(|verb| format!("{verb}{object}"));
    (all.len() > 1 && all.iter().all(|verb| is_verb(verb))).then(|| each.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_several_subjects_has_the_value() {
        for (head, told) in [
            (
                "力争全年果品产量、茶叶产量均",
                &["果品产量", "茶叶产量"][..],
            ),
            (
                "县级图书馆、文化馆覆盖率均",
                &["县级图书馆覆盖率", "文化馆覆盖率"],
            ),
            ("城镇和农村居民收入均", &["城镇居民收入", "农村居民收入"]),
            ("开工、投产储能项目各", &["开工储能项目", "投产储能项目"]),
            ("果品产量均", &[]),
            ("果品产量、茶叶产量", &[]),
            ("人均", &[]),
        ] {
            assert_eq!(subjects_of_each(head), told, "{head}");
        }
    }
}
