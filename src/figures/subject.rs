//! What a value counts by its own clause: the noun after it, or the words before it.
//!
//! Looks only at the clause of the value and the values in it. Where the clause does not say, the name is empty.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::{Mark, Pair};
use crate::text::numeral::is_numeral;

use super::limits;
use super::phrase::{
    SHORTEST_NAME, cut, is_nominal, is_verb, out_of_quotation, part_spans, parts, strip, tells,
    verb_of, without_words,
};
use super::scan::Mention;

/// The word of a limit behind a value: the unit ends before it.
static LIMIT_BEHIND: List<&str> = List::of("behind", Some);
static NOT_COUNTING: List = List::new("not-counting");
static NOUN_END: Chars = Chars::new(List::new("noun-end"));
/// Words at which the noun after a value ends wherever they stand, and those that only end it at its end.
static NOUN_STOP: List = List::new("noun-stop");
static NOUN_DONE: List = List::new("noun-done");
/// Adverbs at the end of a noun, before what was done.
static ADVERBS: List = List::new("adverb");
/// What joins a verb's objects: 、 and 和.
static LIST_AND: Chars = Chars::new(List::new("list-and"));
static LIST_PART: Chars = Chars::new(List::new("list-part"));
static JOINS: Chars = Chars::new(List::new("joins"));
/// A unit is no noun: 2.9万场次.
static UNITS: List = List::new("unit");
static SCALES: Chars = Chars::new(List::new("scale-char"));
/// 台阶, 大关: what a level reached is called, and nothing that is counted.
static STEP: List = List::new("step");
/// 级, 类: a noun that ends with one is a class of the noun after the next value.
static CLASS: Chars = Chars::new(List::new("class"));
/// What is paid: 1万元救助.
static PAID: List = List::new("paid");
/// After a share: where it goes or what it is used for.
static GOES_TO: List = List::new("goes-to");
static SHARE: List = List::new("share-number");
static OF: Chars = Chars::new(List::new("name-edge"));
/// 等 between examples and what they are examples of.
static AND_OTHERS: Chars = Chars::new(List::new("and-others"));

/// The values around one.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The value before.
    pub last: Option<&'a Mention>,
    /// The value after.
    pub next: Option<&'a Mention>,
    /// Where the last figure ends: its words are its own.
    pub end: usize,
}

/// Where the words before a value begin that may name it: behind the value before, but 亿元以上 in 亿元以上项目4000个 is
/// part of the name.
fn start_of_head(body: &str, place: &Mention, around: Around<'_>) -> usize {
    let start = place.clause.start.max(around.end);
    let Some(last) = around.last.filter(|last| last.clause == place.clause) else {
        return start;
    };
    let joined = body.get(last.value.end..place.value.start);
    let words = joined.is_some_and(|words| words.starts_with(is_han));
    let number = |c: char| c.is_ascii_digit() || (is_numeral(c) && !SCALES.has(c));
    if words && !last.plain.contains(number) {
        last.value.start
    } else {
        start
    }
}

/// What a value counts, from the end of the value before: the noun after it (85个二级节点), or the words before it
/// (二级节点166个). Empty where its clause does not say.
pub fn indicator(body: &str, place: &Mention, around: Around<'_>) -> String {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let value = part(place.value.clone());
    let after = part(place.value.end..place.context.end);
    let share = place.plain.contains('%') || SHARE.is_in(&place.plain);
    let counted = LIMIT_BEHIND.strip_ends(value);
    let counts = !share && counted.ends_with(is_han) && !NOT_COUNTING.ends(counted);
    let start = start_of_head(body, place, around);
    let head = out_of_quotation(part(start..place.value.start));
    let noun = noun_after(after);
    let noun = if STEP.ends(noun) || UNITS.has(noun) {
        ""
    } else {
        noun
    };
    if counts && !noun.is_empty() {
        let shared = around
            .next
            .map_or("", |next| class_of(body, place, next, noun));
        if let Some(name) = counted_name(head, noun, shared) {
            return name;
        }
    }
    let name = cut(strip(subject_of(head, counts)));
    let of = after.trim_start();
    if share && let Some(of) = of.strip_prefix(|c| OF.has(c)) {
        // 超过90%的行政村: the share of what stands after it, where nothing before it says.
        let whole = of
            .split(|c| Mark::of(c).is_some())
            .next()
            .unwrap_or_default();
        let whole = if whole.chars().count() > limits::ITEM.get() {
            noun_after(of)
        } else {
            whole
        };
        let silent = name.chars().count() < SHORTEST_NAME || is_verb(&name);
        if silent && whole.chars().count() >= SHORTEST_NAME {
            return cut(whole);
        }
    }
    if name.chars().count() < SHORTEST_NAME {
        let noun = Some(noun).filter(|noun| !share && noun.chars().count() >= SHORTEST_NAME);
        return noun.map_or_else(String::new, cut);
    }
    if share && GOES_TO.starts(of) {
        let goes = of.split(|c| Mark::of(c).is_some()).next();
        return cut(&format!("{name}{}", goes.unwrap_or_default()));
    }
    if let Some(paid) = PAID.start(of) {
        return cut(&format!("{name}{paid}"));
    }
    name
}

/// The name of what is counted by the noun after a value: 接入5万家企业 is named with its verb for its noun is short,
/// 生态环境9项约束性指标 with the words before it for they are a noun.
fn counted_name(head: &str, noun: &str, shared: &str) -> Option<String> {
    let verb = without_words(head);
    let long = verb.chars().count();
    let short = noun.chars().count() <= limits::SHORT_NOUN.get()
        && (1..=limits::SHORT_VERB.get()).contains(&long);
    let examples = verb.ends_with(|c| AND_OTHERS.has(c));
    if examples && noun.chars().count() <= limits::SHORT_NOUN.get() {
        // 新开工甲至乙等2个项目
        return Some(cut(&format!("{}{noun}{shared}", verb_of(verb))));
    }
    if short {
        let verb = verb.trim_start_matches(|c| LIST_AND.has(c));
        return Some(cut(&format!("{verb}{noun}{shared}")));
    }
    // 资源量2000多亿方: a single letter is a unit that is not known.
    if noun.chars().count() < SHORTEST_NAME {
        return None;
    }
    let whole = strip(verb);
    let of_noun = whole == verb.trim()
        && is_nominal(whole)
        && !tells(whole)
        && !examples
        && !whole.ends_with(|c| JOINS.has(c))
        && whole.chars().count() <= limits::SHORT_HEAD.get();
    let head = if of_noun && parts(whole, |c| LIST_PART.has(c)).len() == 1 {
        whole
    } else {
        ""
    };
    Some(cut(&format!("{head}{noun}{shared}")))
}

/// What the noun after the next value adds to the noun of this one: 3个万亿级和7个千亿级产业集群.
fn class_of<'a>(body: &'a str, place: &Mention, next: &Mention, noun: &str) -> &'a str {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    if !noun.ends_with(|c| CLASS.has(c)) || next.clause != place.clause {
        return "";
    }
    let between = part(place.value.end..next.value.start.max(place.value.end));
    let other = noun_after(part(next.value.end..next.context.end));
    let joined = between.chars().count() <= noun.chars().count() + 1;
    match other.find(|c| CLASS.has(c)) {
        Some(at) if joined => {
            let mut rest = other.get(at..).unwrap_or_default().chars();
            rest.next();
            rest.as_str()
        }
        _ => "",
    }
}

/// The words of a head that name what its value counts: the last of its parts, or all of a list of nouns.
fn subject_of(head: &str, counts: bool) -> &str {
    let mut start = head.len();
    for span in part_spans(head, |c| LIST_PART.has(c)).into_iter().rev() {
        let item = head.get(span.clone()).unwrap_or_default();
        if start < head.len() && !is_nominal(strip(item)) {
            break;
        }
        start = span.start;
    }
    let list = head.get(start..).unwrap_or_default();
    // 黄石、天门等文明城市12个: those are examples; 钢铁、石化等产业占比 is a share of just those.
    match list.rsplit_once(|c| AND_OTHERS.has(c)) {
        Some((examples, rest))
            if counts
                && examples.contains(|c| LIST_PART.has(c))
                && strip(rest).chars().count() >= limits::LAST_OF_LIST.get() =>
        {
            rest
        }
        _ => list,
    }
}

/// The noun right after a counted value.
fn noun_after(text: &str) -> &str {
    let text = text.trim_start();
    let (mut depth, mut quoted) = (0_usize, 0_usize);
    let mut end = text.len();
    let mut round = None;
    for (at, c) in text.char_indices() {
        match Mark::of(c) {
            Some(Mark::Open(Pair::Quote | Pair::Title)) => quoted += 1,
            // The mark that closes here was opened before the value: the value ends a quotation, “四个翻番”.
            Some(Mark::Close(Pair::Quote | Pair::Title)) if quoted == 0 => {
                end = at;
                break;
            }
            Some(Mark::Close(Pair::Quote | Pair::Title)) => quoted -= 1,
            // 省（区、市）平台 is one noun.
            Some(Mark::Open(Pair::Round)) => {
                round = round.or(Some(at));
                depth += 1;
            }
            Some(Mark::Close(Pair::Round)) if depth == 0 => {
                end = at;
                break;
            }
            Some(Mark::Close(Pair::Round)) => depth -= 1,
            _ => {}
        }
        // 20个500千伏输变电工程: a digit within the noun is the next number.
        let next = c.is_ascii_digit() && text.get(..at).is_some_and(|t| t.ends_with(is_han));
        if depth == 0 && quoted == 0 && ("，,。；;".contains(c) || NOUN_END.has(c) || next) {
            end = at;
            break;
        }
    }
    // A bracket that the noun does not close is no part of it.
    let end = if depth > 0 || round == Some(0) {
        round.unwrap_or(end)
    } else {
        end
    };
    noun_only(text.get(..end).unwrap_or_default()).trim()
}

/// A noun without what happens to it: 高速公路相继开通, 约束性指标全部完成.
fn noun_only(noun: &str) -> &str {
    let mut noun = noun;
    let stop = NOUN_STOP.hits(noun).into_iter().map(|hit| hit.span.start);
    if let Some(at) = stop.min() {
        let head = noun.get(..at).unwrap_or_default();
        if at == 0 || head.chars().count() >= SHORTEST_NAME {
            noun = head;
        }
    }
    loop {
        let rest = ADVERBS
            .strip_end(noun)
            .or_else(|| NOUN_DONE.strip_end(noun));
        match rest {
            Some(rest) if rest.chars().count() >= SHORTEST_NAME => noun = rest,
            _ => break,
        }
    }
    noun
}
