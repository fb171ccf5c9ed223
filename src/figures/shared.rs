//! Values that share words: which subject of a list each value of a row has.
//!
//! 农村自来水、卫生户厕普及率超过98%、85%; 从771家、481家增加到1076家、636家. Looks at one clause and the values in it.

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::{Mark, Pair};
use crate::text::numeral::is_numeral;

use super::aspect::{bearer, is_aspect, likely_aspect, tells_aspect};
use super::phrase::{
    SHORTEST_NAME, balanced, cut, does, is_nominal, parts, strip, tells, without_words, words_of,
};
use super::scan::Mention;

static AGAINST: List = List::new("against");
static RESPECTIVELY: List = List::new("respectively");
static JOINS: Chars = Chars::new(List::new("joins"));
/// 、 alone: where it separates as many items as there are values, 和 is within an item.
static LIST_PART: Chars = Chars::new(List::new("list-part"));
static MOVED_FROM: List = List::new("moved-from");
static MOVED_TO: List = List::new("moved-to");
static REACHES: List = List::new("reaches");
/// 万, 亿: no part of a unit.
static SCALES: Chars = Chars::new(List::new("scale-char"));
/// 第 before an ordinal.
static ORDINAL: Chars = Chars::new(List::new("ordinal-mark"));
/// Words that name several subjects in one, each with the subjects: 城乡.
static SEVERAL: List<&str> = List::of("several", Some);
/// 保险: what the items of a list share before what is told of them.
static SHARED_NOUN: List = List::new("shared-noun");
/// Words of which each group names things that exclude each other: 城镇, 农村.
static ANTONYMS: List<&str> = List::of("antonym", Some);

/// The subject that a value has by its place among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Share {
    /// Its own subject.
    Named(String),
    /// That of the figure with this number, of so many in the clause before: …，分别增长10.6%、10.3%.
    Earlier {
        /// Its number, from 0.
        nth: usize,
        /// How many there are.
        of: usize,
        /// What is said of each: 占总数 in 事故38起、死亡4人，占总数的64%、62%.
        tail: String,
    },
}

/// How the units of a row of values compare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Units {
    Same,
    /// Others, without words between: 12件、15人.
    Other,
    /// Others, each with words of its own: 4万亿元、增长5%.
    Told,
}

/// For each value what its place in a row of values says; None for a value that stands alone.
pub fn shared(body: &str, mentions: &[Mention]) -> Vec<Option<Share>> {
    let mut out = Vec::with_capacity(mentions.len());
    let mut end = 0;
    for row in mentions.chunk_by(|a, b| in_a_row(body, a, b)) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else {
            continue;
        };
        let head = body.get(first.clause.start.max(end)..first.value.start);
        // 总额达4万亿元、增长5%: two things are told of one subject.
        let bare = |value: &Mention| !value.plain.starts_with(is_han);
        let alike = row.iter().all(|value| unit_of(value) == unit_of(last));
        let times = times(body, row);
        let new = row
            .iter()
            .zip(&times)
            .skip(1)
            .filter(|(_, reached)| !**reached);
        let mut new = new.map(|(value, _)| value);
        let units = if alike {
            Units::Same
        } else if new.all(bare) {
            Units::Other
        } else {
            Units::Told
        };
        out.extend(dealt(head.unwrap_or_default(), &times, units));
        end = last.value.end;
    }
    out
}

/// Whether nothing but joining words stands between two values of a clause.
fn in_a_row(body: &str, a: &Mention, b: &Mention) -> bool {
    let between = body.get(a.value.end..b.value.start.max(a.value.end));
    let Some(between) = between.filter(|_| a.clause == b.clause) else {
        return false;
    };
    let words = without_words(between.trim_matches(|c: char| JOINS.has(c) || c.is_whitespace()));
    let moved = || MOVED_FROM.has(words) || MOVED_TO.has(words);
    // 2座35万千瓦电站: the second is part of what the first counts.
    let apart = !between.is_empty() || b.plain.starts_with(is_han);
    (words.is_empty() && apart) || moved()
}

/// Whether two values of a clause stand in one list: nothing between them but what joins it.
pub fn is_list(body: &str, a: &Mention, b: &Mention) -> bool {
    let between = body.get(a.value.end..b.value.start).unwrap_or_default();
    let joining = |c: char| JOINS.has(c) || c.is_whitespace();
    a.clause == b.clause && !between.is_empty() && between.chars().all(joining)
}

/// The unit of a value as printed, or that of the values after it.
fn unit_of(mention: &Mention) -> &str {
    let number = |c: char| c.is_ascii_digit() || c == '.' || SCALES.has(c) || is_numeral(c);
    let words = mention.plain.trim_start_matches(|c: char| !number(c));
    words.trim_start_matches(number)
}

/// For each value of a row whether it is one that another moved to.
fn times(body: &str, row: &[Mention]) -> Vec<bool> {
    let mut before: Option<&Mention> = None;
    let reached = row.iter().map(|mention| {
        let value = body.get(mention.value.clone()).unwrap_or_default();
        let between = before.and_then(|before| body.get(before.value.end..mention.value.start));
        before = Some(mention);
        REACHES.is_in(words_of(value)) || between.is_some_and(|between| MOVED_TO.ends(between))
    });
    reached.collect()
}

/// The subjects of the values of a row, of which `reached` says which were moved to, by the words before them.
fn dealt(head: &str, reached: &[bool], units: Units) -> Vec<Option<Share>> {
    let count = reached.len();
    let none = vec![None; count];
    if count < 2 {
        return none;
    }
    let places = places(reached);
    let of = places.iter().max().map_or(0, |last| last + 1);
    if of < 2 {
        return none;
    }
    let (list, tail, respectively) = match RESPECTIVELY.split(head) {
        Some((list, tail)) => (list, strip(tail), true),
        None if units == Units::Told => return none,
        None => (head, "", false),
    };
    let tail = if is_nominal(tail) { tail } else { "" };
    let names = subjects(list, of, respectively);
    // 案件、纠纷12件、15人: two units of all of them, if nothing that is told tells them apart.
    if !respectively && units == Units::Other && !names.iter().all(|name| tells_aspect(name)) {
        return none;
    }
    let own = strip(list);
    let silent = own.is_empty() || AGAINST.starts(own);
    let deal = |place: usize| match names.get(place) {
        Some(name) => Some(Share::Named(cut(&format!("{name}{tail}")))),
        // …分别增长4.9%和7.3%，达到43120元和19870元
        None if silent => Some(Share::Earlier {
            nth: place,
            of,
            tail: own.to_owned(),
        }),
        None if !respectively => None,
        // So many subjects are not there: the name holds all of them.
        None => Some(Share::Named(cut(&format!("{own}{tail}")))),
    };
    places.into_iter().map(deal).collect()
}

/// Which subject each value has: by subject, then by time (A, B, then A, B), or A from and to, then B.
fn places(reached: &[bool]) -> Vec<usize> {
    let count = reached.len();
    let half = count / 2;
    let even = count.is_multiple_of(2);
    let turns = reached
        .iter()
        .enumerate()
        .all(|(at, to)| *to == (at % 2 == 1));
    let in_two = reached
        .iter()
        .enumerate()
        .all(|(at, to)| !*to || at >= half);
    if even && turns {
        (0..count).map(|at| at / 2).collect()
    } else if even && in_two && half > 0 && reached.get(half) == Some(&true) {
        (0..count).map(|at| at % half).collect()
    } else {
        (0..count).collect()
    }
}

/// The subjects of a list, if it has so many, each with what they share.
pub fn subjects(list: &str, count: usize, respectively: bool) -> Vec<String> {
    let of = |items: Vec<&str>| -> Option<Vec<String>> {
        let end = items.len().saturating_sub(1);
        let own = items.into_iter().enumerate().map(|(at, item)| match at {
            0 => strip(item),
            // 对日、对韩出口: only the last of them ends before the value.
            _ if at == end => with_start(strip(item), item),
            _ => item.trim(),
        });
        let items: Vec<&str> = own.collect();
        let good = |item: &&str| {
            !item.is_empty() && (respectively || is_nominal(item) || is_ordinal(item))
        };
        (items.len() == count && items.iter().all(good)).then(|| complete(&items))
    };
    let by_mark = || of(parts(list, |c| LIST_PART.has(c)));
    let by_word = || {
        let mut start = 0;
        let mut items = Vec::new();
        for hit in JOINS.list().hits(list) {
            items.extend(list.get(start..hit.span.start));
            start = hit.span.end;
        }
        items.extend(list.get(start..));
        of(items)
    };
    let in_one = || {
        let name = strip(list);
        let (word, each) = SEVERAL.get().iter().find(|(word, _)| name.contains(word))?;
        let each: Vec<&str> = each.split(' ').collect();
        let alone = parts(name, |c| LIST_PART.has(c)).len() == 1 && !tells(name);
        let all = each.iter().map(|one| name.replacen(word, one, 1));
        (each.len() == count && alone).then(|| all.collect())
    };
    let named = by_mark().or_else(by_word).or_else(|| of(quoted(list)));
    named.or_else(in_one).unwrap_or_default()
}

/// The items of a list of quotations with nothing between them: “甲通”“乙办”用户.
fn quoted(list: &str) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut before) = (0, None);
    for (at, c) in list.char_indices() {
        let mark = Mark::of(c);
        let beside = before == Some(Mark::Close(Pair::Quote));
        if beside && mark == Some(Mark::Open(Pair::Quote)) {
            items.extend(list.get(start..at));
            start = at;
        }
        before = mark;
    }
    items.extend(list.get(start..));
    items
}

/// What follows the quotation that a name begins with, if the item is one: “甲通”、“乙办”用户.
fn after_quotation<'a>(item: &str, last: &'a str) -> Option<&'a str> {
    let closes = |c: char| Mark::of(c) == Some(Mark::Close(Pair::Quote));
    let at = last.find(closes).filter(|_| item.ends_with(closes))?;
    let tail = last.get(at..)?.trim_start_matches(closes);
    (!tail.is_empty()).then_some(tail)
}

/// The rest of a name from the noun on that the items of its list share: 失业、工伤保险参保人数.
fn from_shared_noun<'a>(item: &str, last: &'a str) -> Option<&'a str> {
    let at = SHARED_NOUN.earliest(last).filter(|at| *at > 0)?;
    last.get(at..).filter(|_| !SHARED_NOUN.is_in(item))
}

/// Subjects of a list, each with what only the first or the last one says: 第一、第三产业增加值, 国内游客人次、总花费.
fn complete(items: &[&str]) -> Vec<String> {
    let (first, last) = (items.first().copied(), items.last().copied());
    let (first, last) = (first.unwrap_or_default(), last.unwrap_or_default());
    let whole = |item: &&str| {
        if is_aspect(item) {
            return format!("{}{item}", bearer(first).unwrap_or_default());
        }
        match tail_for(item, last) {
            Some(tail) => format!("{item}{tail}"),
            None => strip(item).to_owned(),
        }
    };
    items.iter().map(whole).collect()
}

/// What an item lacks that the last one of its list has.
fn tail_for<'a>(item: &str, last: &'a str) -> Option<&'a str> {
    if item == last {
        return None;
    }
    if is_ordinal(item) {
        let rest = last.trim_start_matches(|c| ORDINAL.has(c) || is_numeral(c));
        return (rest.len() < last.len()).then_some(rest);
    }
    // 接待游客、实现旅游总花费: each is said with its own verb.
    if tells_aspect(item) || does(last) {
        return None;
    }
    let tail = [
        after_quotation(item, last),
        from_shared_noun(item, last),
        like(item, last),
        excluded(item, last),
    ];
    let tail = tail.into_iter().flatten().next();
    let tail = tail.unwrap_or_else(|| likely_aspect(last));
    let tail = if tail.is_empty() {
        rest_of(item, last)
    } else {
        tail
    };
    (!tail.is_empty() && !item.ends_with(tail) && balanced(tail) == tail).then_some(tail)
}

/// 第一, 一.
fn is_ordinal(item: &str) -> bool {
    let number = item.trim_start_matches(|c| ORDINAL.has(c));
    !number.is_empty() && number.chars().all(is_numeral)
}

/// The rest of a name that begins like an item of the same length: 省级、市级财政补助.
fn like<'a>(item: &str, last: &'a str) -> Option<&'a str> {
    let own = item.chars().count();
    let same = item.chars().zip(last.chars()).any(|(a, b)| a == b) && !last.starts_with(item);
    let (at, _) = last.char_indices().nth(own)?;
    let rest = last.get(at..)?;
    (same && own == SHORTEST_NAME && rest.chars().count() >= SHORTEST_NAME).then_some(rest)
}

/// The rest of a name after as many characters as a short item has: 养老、托育机构.
fn rest_of<'a>(item: &str, last: &'a str) -> &'a str {
    let own = item.chars().count();
    let rest = last
        .char_indices()
        .nth(own)
        .and_then(|(at, _)| last.get(at..));
    rest.filter(|rest| own <= SHORTEST_NAME && rest.chars().count() >= SHORTEST_NAME)
        .unwrap_or_default()
}

/// A name with the words before it in its item: 对韩出口.
fn with_start<'a>(name: &str, item: &'a str) -> &'a str {
    let item = item.trim();
    let end = item.find(name).map_or(0, |at| at + name.len());
    item.get(..end).unwrap_or_default()
}

/// The rest of a name that begins with a word that excludes the item: 城镇、农村居民收入.
fn excluded<'a>(item: &str, last: &'a str) -> Option<&'a str> {
    let own = |group: &str| {
        ANTONYMS
            .get()
            .iter()
            .any(|(word, g)| *word == item && *g == group)
    };
    let mut words = ANTONYMS.get().iter();
    let (word, _) =
        words.find(|(word, group)| *word != item && last.starts_with(word) && own(group))?;
    last.strip_prefix(word).filter(|rest| !rest.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::about::About;
    use super::super::find::find;
    use super::super::scan::Detect;

    fn names(text: &str) -> Vec<String> {
        let figures = find(text, About::default(), Detect::Figures).into_iter();
        figures.map(|f| f.indicator).collect()
    }

    #[test]
    fn each_value_of_a_row_has_its_own_subject() {
        for (text, expected) in [
            (
                "大豆、花生单产分别提高2%、3%。",
                &["大豆单产", "花生单产"][..],
            ),
            (
                "燃气普及率、集中供热率达到98%、91%。",
                &["燃气普及率", "集中供热率"],
            ),
            (
                "城乡低保标准分别提高5%、8%。",
                &["城镇低保标准", "农村低保标准"],
            ),
            (
                "一、二、三产增加值分别增长3%、6%、5%。",
                &["一产增加值", "二产增加值", "三产增加值"],
            ),
            (
                "市级、县级园区分别由3个、9个增加到5个、14个。",
                &["市级园区", "县级园区", "市级园区", "县级园区"],
            ),
            (
                "职工生育、大病保险参保人数分别达8.2万、5.6万人。",
                &["职工生育保险参保人数", "大病保险参保人数"],
            ),
            (
                "“甲事通”“乙事办”注册用户分别达31万、38万户。",
                &["“甲事通”注册用户", "“乙事办”注册用户"],
            ),
            ("办理信访及投诉事项48件、92人。", &["办理信访及投诉事项"; 2]),
            ("居民客流量、货流量增长5%、7%。", &["居民客流量", "货流量"]),
            (
                "产值达到12亿元、税收达到3亿元，占全市比重的64%、62%。",
                &["产值", "税收", "产值占全市比重", "税收占全市比重"],
            ),
            (
                "托幼、养老机构分别新增6家、11家。",
                &["托幼机构", "养老机构"],
            ),
        ] {
            let told = names(text);
            let told: Vec<&str> = told
                .iter()
                .map(|name| name.trim_end_matches("增速"))
                .collect();
            assert_eq!(told, expected, "{text}");
        }
    }

    #[test]
    fn one_value_of_several_subjects_is_of_each_if_it_says_so() {
        assert_eq!(
            names("失业保险、工伤保险覆盖率均达到95%。"),
            ["失业保险覆盖率", "工伤保险覆盖率"]
        );
        assert_eq!(
            names("失业保险、工伤保险覆盖率达到95%。"),
            ["失业保险、工伤保险覆盖率"]
        );
        // Two statements are no list.
        assert_eq!(
            names("茶园面积全国第一、良种覆盖率达到95%。"),
            ["良种覆盖率"]
        );
    }

    #[test]
    fn two_values_of_one_subject_are_no_row() {
        let text = "外贸进出口总额达到45亿元、增长6%。";
        assert_eq!(names(text), ["外贸进出口总额", "外贸进出口总额增速"]);
    }
}
