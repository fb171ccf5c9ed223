//! What a value counts by its own clause: the noun after it, or the words before it.
//!
//! Looks only at the clause of the value and the values in it. Where the clause does not say, the name is empty.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::{End, Mark, Pair};
use crate::text::numeral::is_numeral;

use super::aspect::tells_aspect;
use super::limits;
use super::phrase::{
    SHORTEST_NAME, cut, does, is_nominal, is_verb, leads, out_of_quotation, part_spans, parts,
    strip, tells, verb_of, without_words,
};
use super::scan::Mention;

/// The word of a limit behind a value: the unit ends before it.
static LIMIT_BEHIND: List<&str> = List::of("behind", Some);
static NOT_COUNTING: List = List::new("not-counting");
static NOUN_END: List = List::new("noun-end");
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
/// 并 between two things that are done.
static AND_DOES: List = List::new("and-does");
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
    let start = around.end.max(place.clause.start);
    let Some(last) = around.last.filter(|last| last.clause == place.clause) else {
        return start;
    };
    let joined = body.get(last.value.end..place.value.start);
    let words = joined.is_some_and(|words| words.starts_with(is_han));
    // 造成3人死亡、经济损失12万元: the words up to the mark are those of the value before.
    let mark = joined.and_then(|words| words.find(|c| LIST_PART.has(c)));
    if let Some(at) = mark.filter(|_| words && start >= last.value.end) {
        return last.value.end + at;
    }
    let number = |c: char| c.is_ascii_digit() || (is_numeral(c) && !SCALES.has(c));
    if words && !last.plain.contains(number) {
        last.value.start
    } else {
        start
    }
}

/// The subject of a value whose verb follows the noun of the value before: 过境免签扩展到9个州（市）并延长至240小时.
fn done_besides(body: &str, place: &Mention, around: Around<'_>) -> Option<String> {
    let last = around.last.filter(|last| last.clause == place.clause)?;
    let words = body.get(last.value.end..place.value.start)?;
    let verb = words.get(noun_after(words).len()..)?;
    let besides = words.starts_with(is_han) && AND_DOES.starts(verb);
    besides.then(|| {
        cut(strip(
            body.get(last.clause.start..last.value.start)
                .unwrap_or_default(),
        ))
    })
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
    if let Some(name) = done_besides(body, place, around) {
        return name;
    }
    let head = out_of_quotation(part(start..place.value.start));
    let noun = noun_of(body, place, around);
    if counts && !noun.is_empty() {
        let shared = around
            .next
            .map_or("", |next| class_of(body, place, next, noun));
        if let Some(name) = counted_name(head, noun, shared) {
            return name;
        }
    }
    let name = cut(strip(subject_of(head, counts)));
    let name = if leads(&name) { String::new() } else { name };
    if share {
        return name_of_share(&name, after.trim_start());
    }
    if name.chars().count() < SHORTEST_NAME {
        let noun = Some(noun).filter(|noun| noun.chars().count() >= SHORTEST_NAME);
        return noun.map_or_else(String::new, cut);
    }
    let paid = PAID.start(after.trim_start());
    paid.map_or_else(|| name.clone(), |paid| cut(&format!("{name}{paid}")))
}

/// The noun after a value; of two that count one thing, 2座35万千瓦电站, that after the second.
fn noun_of<'a>(body: &'a str, place: &Mention, around: Around<'_>) -> &'a str {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let after = part(place.value.end..place.context.end);
    let beside = |next: &&Mention| after.is_empty() && next.value.start == place.value.end;
    let noun = match around.next.filter(beside) {
        Some(next) => noun_after(part(next.value.end..next.context.end)),
        None => noun_after(after),
    };
    if STEP.ends(noun) || UNITS.has(noun) {
        ""
    } else {
        noun
    }
}

/// The name of a share by the words before it and those after it: 超过90%的行政村, 财政支出八成以上投向民生领域.
fn name_of_share(name: &str, after: &str) -> String {
    let to_mark = |text: &'_ str| text.find(|c| Mark::of(c).is_some()).unwrap_or(text.len());
    let silent = name.chars().count() < SHORTEST_NAME;
    if let Some(of) = after.strip_prefix(|c| OF.has(c)) {
        let whole = of.get(..to_mark(of)).unwrap_or_default();
        let whole = if whole.chars().count() > limits::ITEM.get() {
            noun_after(of)
        } else {
            strip(whole.get(..noun_end(whole)).unwrap_or_default())
        };
        if (silent || is_verb(name)) && whole.chars().count() >= SHORTEST_NAME {
            return cut(whole);
        }
    }
    let name = if silent { "" } else { name };
    let goes = Some(after).filter(|after| GOES_TO.starts(after));
    let goes = goes.and_then(|after| after.get(..to_mark(after)));
    cut(&format!("{name}{}", goes.unwrap_or_default()))
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
    // 资源量2000多亿方: a single letter may be a unit that is not known.
    if noun.chars().count() < SHORTEST_NAME && tells_aspect(strip(verb)) {
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
    let spans = part_spans(head, |c| LIST_PART.has(c));
    let item = |span: &Range<usize>| head.get(span.clone()).unwrap_or_default();
    let last = spans.last().map_or("", item);
    let told = strip(last);
    // 产量全球第一、占比60%: two aspects are two statements.
    let alike = |name: &str| !tells_aspect(name) || name.chars().last() == told.chars().last();
    let listed = |span: &Range<usize>| {
        let name = strip(item(span));
        let made = span.start == 0 && !tells_aspect(told);
        let things = || {
            made.then(|| without_first_verb(name))
                .is_some_and(is_nominal)
        };
        alike(name) && (is_nominal(name) || things())
    };
    let others = spans
        .iter()
        .rev()
        .skip(1)
        .take_while(|span| listed(span))
        .count();
    let first = spans.len().saturating_sub(others + 1);
    let start = spans.get(first).map_or(0, |span| span.start);
    // Of a list that begins with what is done only the last item is sure.
    let cut_off = first > 0
        && spans
            .get(first - 1)
            .is_some_and(|span| does(strip(item(span))));
    let start = spans
        .last()
        .map_or(start, |last| if cut_off { last.start } else { start });
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

/// A phrase without the verb that it begins with.
fn without_first_verb(name: &str) -> &str {
    name.strip_prefix(verb_of(name)).unwrap_or(name)
}

/// The noun right after a counted value.
fn noun_after(text: &str) -> &str {
    let text = text.trim_start();
    let (mut depth, mut quoted) = (0_usize, 0_usize);
    let mut end = text.len();
    let ends = noun_end(text);
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
        if depth == 0 && quoted == 0 && ("，,。；;".contains(c) || at >= ends || next) {
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

/// Where the first word stands that ends a noun: 3个直联点和2个交换中心, but not in 高等学校.
fn noun_end(text: &str) -> usize {
    let clause = text
        .split(|c| Mark::ends(c, End::Comma))
        .next()
        .unwrap_or_default();
    let outside = |at: usize| {
        let marks = clause
            .get(..at)
            .unwrap_or_default()
            .chars()
            .filter_map(Mark::of);
        marks.fold(0_usize, |depth, mark| match mark {
            Mark::Open(_) => depth + 1,
            Mark::Close(_) => depth.saturating_sub(1),
            _ => depth,
        }) == 0
    };
    let hits = NOUN_END.hits(clause).into_iter().map(|hit| hit.span.start);
    let mut ends = hits.filter(|at| outside(*at));
    ends.next().unwrap_or(text.len())
}

/// A noun without what happens to it: 高速公路相继开通, 约束性指标全部完成.
fn noun_only(noun: &str) -> &str {
    let mut noun = noun;
    let hits = NOUN_STOP.hits(noun).into_iter();
    let mut heads = hits.filter_map(|hit| noun.get(..hit.span.start));
    // 未就业毕业生: a noun may begin with such a word.
    noun = heads
        .find(|head| head.chars().count() >= SHORTEST_NAME)
        .unwrap_or(noun);
    let long = |rest: &&str| rest.chars().count() >= SHORTEST_NAME;
    while let Some(rest) = NOUN_DONE.strip_end(noun).filter(long) {
        noun = ADVERBS.strip_end(rest).filter(long).unwrap_or(rest);
    }
    noun
}

#[cfg(test)]
mod tests {
    use super::super::about::About;
    use super::super::find::find;
    use super::super::scan::Detect;

    #[test]
    fn no_name_is_torn() {
        for (text, expected) in [
            (
                "规模养殖场（户）粪污处理率达92%。",
                "规模养殖场（户）粪污处理率",
            ),
            ("建成村（社区）服务站216个。", "村（社区）服务站"),
            ("16座水库相继建成。", "水库"),
            (
                "实现12个旗县（区）高等学校全覆盖。",
                "旗县（区）高等学校全覆盖",
            ),
            ("产业规模连续三年稳步达到90亿元以上。", "产业规模"),
            ("粮食产量站上80万吨台阶。", "粮食产量"),
            ("在校大学生达到6万人。", "在校大学生"),
            ("对外承包合同达到6亿元。", "对外承包合同"),
            ("投诉量减少了120件。", "投诉量"),
            ("困难群众给予每人2000元补贴。", "困难群众补贴"),
            ("资金七成以上投向老旧小区。", "资金投向老旧小区"),
            ("打造2个千亿级和5个百亿级产业基地。", "百亿级产业基地"),
            ("造成3人受伤、经济损失12万元。", "经济损失"),
        ] {
            let figures = find(text, About::default(), Detect::Figures);
            let last = figures.last().map(|f| f.indicator.as_str());
            assert_eq!(last, Some(expected), "{text}");
        }
    }
}
