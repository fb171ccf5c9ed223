//! What a clause says of one of its values: 建设泵站3座 in 新增耕地5万亩、建设泵站3座，惠及4万人, without the number.
//!
//! Knows nothing of comparing: it only finds the words.

use crate::lexicon::{Chars, List};
use crate::text::mark::{End, Mark, Pair};

/// 、 between the values of a list.
static LIST_PART: Chars = Chars::new(List::new("list-part"));
/// 等 before a value: what stands before it are examples.
static EXAMPLES: List = List::new("ends-examples");
/// 从 before the number that a value moved from.
static MOVED_FROM: List = List::new("moved-from");
/// 通过, and the verb that ends what it leads: 通过盘活资源新增车位3万个.
static MEANS: List = List::new("means-lead");
/// 能力 at the end of what a value is told of, and 的 before it.
static CAPABILITY: List = List::new("capability");
static OF: List = List::new("name-edge");
static DONE: List = List::new("done-in-period");
static ADDING: List = List::new("adding");

/// The words about one value of a clause, without the value: from the value before it in the list to the next mark. None
/// where the clause does not hold the value as printed, or where other names share it: 甲率、乙率均达到60%.
pub fn item([clause, value, name]: [&str; 3]) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    // 5所 may come twice, and stands in 15所: the first one whose words hold the name is meant.
    let whole = |at: &usize| {
        !clause
            .get(..*at)
            .is_some_and(|b| b.ends_with(|c: char| c.is_numeric() || c == '.'))
    };
    let places: Vec<usize> = clause
        .match_indices(value)
        .map(|(at, _)| at)
        .filter(whole)
        .collect();
    let mut items = places
        .iter()
        .filter_map(|at| item_at([clause, value, name], *at));
    let named = items.find(|words| words.contains(name));
    named.or_else(|| item_at([clause, value, name], *places.first()?))
}

fn item_at([clause, value, name]: [&str; 3], at: usize) -> Option<String> {
    let (before, behind) = (clause.get(..at)?, clause.get(at + value.len()..)?);
    let mark = |c: char| LIST_PART.has(c) || Mark::ends(c, End::Comma);
    let behind = without_bracket(behind.split(mark).next()?);
    // What can be done is told by what is done then: 具备检测30万款的能力.
    let capability = OF.starts(behind) && CAPABILITY.ends(behind);
    let behind = if capability { "" } else { behind };
    // What stands before a mark of the list without a number is one more name of what this value counts.
    let begins = |(at, c): &(usize, char)| {
        let part = before
            .get(..*at)
            .and_then(|before| before.rsplit(mark).next());
        let valued = part.is_some_and(|part| part.contains(char::is_numeric));
        mark(*c) && (valued || Mark::ends(*c, End::Comma))
    };
    let start = before.char_indices().rev().find(begins);
    let own = before.get(start.map_or(0, |(at, c)| at + c.len_utf8())..)?;
    let own = without_means(without_base(own));
    let own = if EXAMPLES.ends(own) { "" } else { own };
    let mut names = own.split(mark).rev().skip(1);
    let shared = names.any(|part| part.ends_with(name) && !name.is_empty());
    (!shared).then(|| format!("{own}{behind}"))
}

/// Words without the number that the value moved from: 占比从26.7%.
fn without_base(words: &str) -> &str {
    let mut starts = MOVED_FROM
        .words()
        .flat_map(|from| words.match_indices(from));
    let base = starts.find(|(at, from)| {
        let rest = words.get(at + from.len()..).unwrap_or_default();
        rest.starts_with(char::is_numeric)
    });
    base.map_or(words, |(at, _)| words.get(..at).unwrap_or_default())
}

/// Words without those that say by which means it is done.
fn without_means(words: &str) -> &str {
    let Some(rest) = MEANS.strip_start(words) else {
        return words;
    };
    let verbs = [&DONE, &ADDING].into_iter();
    let verb = verbs.filter_map(|list| list.earliest(rest)).min();
    verb.map_or(words, |at| rest.get(at..).unwrap_or_default())
}

/// Words behind a value without the bracket that they begin with, which is part of its unit: 7万套（间）.
fn without_bracket(behind: &str) -> &str {
    let is = |c: char, mark: Mark| Mark::of(c) == Some(mark);
    let rest = behind.strip_prefix(|c| is(c, Mark::Open(Pair::Round)));
    let rest = rest.and_then(|rest| rest.split_once(|c| is(c, Mark::Close(Pair::Round))));
    rest.map_or(behind, |(_, rest)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_about_a_value_are_those_of_its_part_of_the_list() {
        for (clause, value, name, words) in [
            (
                "新增耕地5万亩、建设泵站3座",
                "3座",
                "泵站",
                Some("建设泵站"),
            ),
            (
                "推动物业覆盖300个小区、20条街道",
                "300个",
                "小区",
                Some("推动物业覆盖小区"),
            ),
            (
                "开展林草修复、沙地等治理30万亩",
                "30万亩",
                "治理",
                Some("开展林草修复、沙地等治理"),
            ),
            (
                "提速高山至河口等34个续建项目",
                "34个",
                "续建项目",
                Some("续建项目"),
            ),
            (
                "垃圾利用率、废水处理率均达到60%",
                "达到60%",
                "垃圾利用率",
                None,
            ),
            (
                "占比从26.7%提高到52.1%",
                "提高到52.1%",
                "占比",
                Some("占比"),
            ),
            (
                "通过盘活资源新增车位3万个",
                "3万个",
                "车位",
                Some("新增车位"),
            ),
            (
                "筹措7万套（间）租赁住房",
                "7万套",
                "租赁住房",
                Some("筹措租赁住房"),
            ),
            ("具备检测30万款的覆盖能力", "30万款", "", Some("具备检测")),
            ("新增耕地5万亩", "6万亩", "耕地", None),
            (
                "新建幼儿园15所、改造卫生院5所",
                "5所",
                "卫生院",
                Some("改造卫生院"),
            ),
        ] {
            assert_eq!(item([clause, value, name]).as_deref(), words, "{clause}");
        }
    }
}
