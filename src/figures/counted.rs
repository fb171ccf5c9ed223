//! What a value counts by the noun after it: 85个二级节点, 覆盖12个国家.
//!
//! Looks only at the words around the value and the value after it. Where no noun stands there, there is no name.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::{End, Mark, Pair};

use super::aspect::tells_aspect;
use super::limits;
use super::phrase::{
    SHORTEST_NAME, balanced, cut, does, is_nominal, leads, part_spans, parts, strip, tells,
    verb_of, without_words,
};
use super::scan::Mention;

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
/// 台阶, 大关: what a level reached is called, and nothing that is counted.
static STEP: List = List::new("step");
/// 级, 类: a noun that ends with one is a class of the noun after the next value.
static CLASS: Chars = Chars::new(List::new("class"));
/// 等 between examples and what they are examples of.
static AND_OTHERS: Chars = Chars::new(List::new("and-others"));
/// 企业, 国家和地区: nouns that do not say which ones are counted.
static GENERAL: List = List::new("general-noun");
/// 入选, 获评: the words after such a noun that say which ones are counted, and the adverbs before them.
static TELLS_WHICH: List = List::new("tells-which");
static BEFORE_WHICH: List = List::new("before-which");
/// 出台, and what is issued: 意见.
static ISSUES: List = List::new("issues");
static DOCUMENT: List = List::new("issued");
/// 共, 累计: before the verb of what is counted.
static SUMMING: List = List::new("summing");
/// 方式: what things are done by, which does not say which ones they are.
static MEANS: List = List::new("means");
/// 因, 尚未: no noun begins with one.
static NO_NOUN: List = List::new("no-noun");
/// 覆盖, 远销: what a subject does to what is counted.
static REACHING: List = List::new("reaching");
/// 在, 为: no verb of what is counted.
static PREPOSITION: List = List::new("preposition");
/// 实现, 顺利: what happened.
static PREDICATE: List = List::new("predicate");
/// 的 between what is told of a thing and the thing, as new names have it.
static NAME_EDGE: Chars = Chars::new(List::new("name-edge"));

/// The noun after a value; of two that count one thing, 2座35万千瓦电站, that after the second.
pub fn noun_of<'a>(body: &'a str, place: &Mention, next: Option<&Mention>) -> &'a str {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let after = part(place.value.end..place.context.end);
    let beside = |next: &&Mention| after.is_empty() && next.value.start == place.value.end;
    let noun = match next.filter(beside) {
        Some(next) => noun_after(part(next.value.end..next.context.end)),
        None => noun_after(behind_unit(after)),
    };
    if STEP.ends(noun) || NO_NOUN.starts(noun) || UNITS.has(noun) && !GENERAL.has(noun) {
        ""
    } else {
        noun
    }
}

/// Words after a value without the other unit that a bracket gives: 7万套（间）.
pub fn behind_unit(after: &str) -> &str {
    let open = |c: char| Mark::of(c) == Some(Mark::Open(Pair::Round));
    let close = |c: char| Mark::of(c) == Some(Mark::Close(Pair::Round));
    let inside = after
        .strip_prefix(open)
        .and_then(|rest| rest.split_once(close));
    let unit = inside.filter(|(unit, _)| UNITS.has(unit));
    unit.map_or(after, |(_, rest)| rest)
}

/// The name of what is counted by the noun after a value: 接入5万家企业 is named with its verb for its noun is short,
/// 6家企业入选目录 with what is told of them, 生态环境9项约束性指标 with the words before it for they are a noun.
pub fn counted_name(
    body: &str,
    place: &Mention,
    next: Option<&Mention>,
    head: &str,
    noun: &str,
) -> Option<String> {
    let shared = next.map_or("", |next| class_of(body, place, next, noun));
    let verb = SUMMING.strip_starts(without_words(head), 0);
    if shared.is_empty()
        && let Some(name) = told_before(verb, noun)
            .or_else(|| told_behind(body, place, next, head, noun))
            .or_else(|| issued(verb, noun))
    {
        return Some(name);
    }
    let examples = verb.ends_with(|c| AND_OTHERS.has(c));
    if examples && noun.chars().count() <= limits::SHORT_NOUN.get() {
        // 新开工甲至乙等2个项目
        return Some(cut(&format!("{}{noun}{shared}", verb_of(verb))));
    }
    let long = verb.chars().count();
    let small = noun.chars().count() <= limits::SHORT_NOUN.get() || GENERAL.has(noun);
    let verbal = |verb: &str| !PREPOSITION.has(verb) && !leads(verb);
    // 吸引12个国家的选手: not the countries were drawn.
    let owns = GENERAL.has(noun) && behind(body, place, noun).starts_with(|c| NAME_EDGE.has(c));
    if small && (1..=limits::SHORT_VERB.get()).contains(&long) && verbal(verb) && !owns {
        let verb = verb.trim_start_matches(|c| LIST_AND.has(c));
        return Some(cut(&format!("{verb}{noun}{shared}")));
    }
    let whole = strip(verb);
    // 资源量2000多亿方: a single letter may be a unit that is not known.
    if noun.chars().count() < SHORTEST_NAME && (tells_aspect(whole) || UNITS.has(noun)) {
        return None;
    }
    let longest = if GENERAL.has(noun) {
        limits::ITEM.get()
    } else {
        limits::SHORT_HEAD.get()
    };
    let reached = || GENERAL.has(noun) && is_done(whole);
    let of_noun = whole == verb.trim()
        && (is_nominal(whole) && !tells(whole) || reached())
        && !examples
        && (reached() || !whole.ends_with(|c| JOINS.has(c)))
        && !whole.contains(|c: char| c.is_ascii_digit())
        && whole.chars().count() <= longest;
    let head = if of_noun && parts(whole, |c| LIST_PART.has(c)).len() == 1 {
        whole
    } else if GENERAL.has(noun) && !owns {
        // Of a long subject only what it does.
        REACHING.last(whole).unwrap_or_default()
    } else {
        ""
    };
    Some(cut(&format!("{head}{noun}{shared}")))
}

/// What is told of those of the things before that a value counts, where no noun stands behind it: 有7家未按期整改.
pub fn told_alone<'a>(body: &'a str, place: &Mention) -> &'a str {
    let after = body.get(place.value.end..place.context.end);
    let after = after.unwrap_or_default().trim_start();
    let end = after.find(|c| Mark::ends(c, End::Pause));
    let told = after.get(..end.unwrap_or(after.len())).unwrap_or_default();
    let whole = place.context.end == place.clause.end || end.is_some();
    if whole && NO_NOUN.starts(told) && told.chars().count() <= limits::ITEM.get() {
        told
    } else {
        ""
    }
}

/// Whether a noun does not say which of its kind are counted.
fn says_little(noun: &str) -> bool {
    let long = noun.chars().count();
    (SHORTEST_NAME..=limits::SHORT_NOUN.get()).contains(&long) || GENERAL.has(noun)
}

/// Whether words are a subject with what it does to what is counted: 产品远销12个国家.
fn is_done(words: &str) -> bool {
    let subject = REACHING.strip_end(words).map(strip);
    subject.is_some_and(|subject| is_nominal(subject) && !tells(subject) && !leads(subject))
}

/// The name of what is issued by what it is about: 出台支持甲、乙建设22条意见.
fn issued(verb: &str, noun: &str) -> Option<String> {
    let about = Some(verb).filter(|_| DOCUMENT.has(noun));
    let about = about.and_then(|verb| ISSUES.strip_start(verb))?;
    let long = about.chars().count() >= SHORTEST_NAME;
    let whole = balanced(about) == about && !about.ends_with(|c| AND_OTHERS.has(c));
    let name = cut(&format!("{about}{noun}"));
    (long && whole && !name.is_empty()).then_some(name)
}

/// The name of counted things by the words before their number that end with 的: 未整改的5个问题.
fn told_before(verb: &str, noun: &str) -> Option<String> {
    if !verb.ends_with(|c| NAME_EDGE.has(c)) {
        return None;
    }
    let told = PREPOSITION.strip_starts(verb, SHORTEST_NAME);
    let long = told.chars().count();
    let which = (SHORTEST_NAME + 1..=limits::ITEM.get()).contains(&long)
        && told.find(|c| LIST_PART.has(c)).is_none();
    (which && says_little(noun)).then(|| format!("{told}{noun}"))
}

/// The name of counted things by what is told of them behind their noun: 6家企业入选目录, 9个项目竣工. Of two nouns,
/// 3家企业、5名个人获表彰, that of the second holds for the first.
fn told_behind(
    body: &str,
    place: &Mention,
    next: Option<&Mention>,
    head: &str,
    noun: &str,
) -> Option<String> {
    let rest = behind(body, place, noun);
    if rest.is_empty() {
        return None;
    }
    let name = if place.context.end == place.clause.end {
        which(rest, noun)
    } else {
        let next = next.filter(|next| next.context.end == next.clause.end)?;
        let joined = rest.chars().all(|c| LIST_AND.has(c)) && next.value.start == place.context.end;
        let other = if joined {
            noun_of(body, next, None)
        } else {
            ""
        };
        if !says_little(other) {
            return None;
        }
        which(behind(body, next, other), noun)
    };
    // 甲坝一期50万方工程建成: the words before are the name.
    let named = || {
        let own = strip(head);
        let one = !head.contains(|c| LIST_PART.has(c) || AND_OTHERS.has(c));
        let short = own.chars().count() <= limits::SHORT_HEAD.get();
        one && short && is_nominal(own) && !does(own) && !leads(own)
    };
    name.filter(|_| !named())
}

/// The words behind the noun of a value, up to the next value.
fn behind<'a>(body: &'a str, place: &Mention, noun: &str) -> &'a str {
    let after = body.get(place.value.end..place.context.end);
    let after = after.unwrap_or_default().trim_start();
    after.strip_prefix(noun).unwrap_or_default()
}

/// A noun with the words behind it that say which ones are counted.
fn which(rest: &str, noun: &str) -> Option<String> {
    let told = BEFORE_WHICH.strip_starts(rest, SHORTEST_NAME);
    let of = NAME_EDGE.list().first();
    let done = told.chars().count();
    if done >= SHORTEST_NAME && NOUN_DONE.has(told) && GENERAL.has(noun) {
        let short = done == SHORTEST_NAME;
        return Some(format!("{told}{}{noun}", if short { "" } else { of }));
    }
    if !TELLS_WHICH.starts(told) || TELLS_WHICH.starts(noun) || MEANS.ends(told) {
        return None;
    }
    // 获批上市、数量居全国前列: what follows is another statement.
    let items = part_spans(told, |c| LIST_PART.has(c)).into_iter();
    let alike = |item: &Range<usize>| {
        item.start == 0 || told.get(item.clone()).is_some_and(|item| !tells(item))
    };
    let end = items.take_while(alike).last().map_or(0, |item| item.end);
    let told = told.get(..end)?.trim();
    let long = told.chars().count();
    let name = format!("{told}{of}{noun}");
    let fits = name.chars().count() <= limits::NAME.get();
    // A longer noun says enough beside a long predicate, or one that tells how things went.
    let enough = long > limits::ITEM.get() || PREDICATE.earliest(told).is_some_and(|at| at > 0);
    (long > SHORTEST_NAME && fits && (says_little(noun) || !enough)).then_some(name)
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

/// The noun right after a counted value.
pub fn noun_after(text: &str) -> &str {
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
pub fn noun_end(text: &str) -> usize {
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
    // “三年全面提升”项目: not within a quotation.
    let heads = hits.filter_map(|hit| noun.get(..hit.span.start));
    let mut heads = heads.filter(|head| balanced(head) == *head);
    // 未就业毕业生: a noun may begin with such a word.
    noun = heads
        .find(|head| head.chars().count() >= SHORTEST_NAME || GENERAL.has(head))
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
    use super::super::sample::last_name;
    use super::super::scan::Detect;

    #[test]
    fn a_noun_that_says_little_is_named_with_what_is_told_of_it() {
        for (text, expected) in [
            (
                "青石、白水等5家企业入选绿色工厂名单。",
                "入选绿色工厂名单的企业",
            ),
            ("14个行业实现盈利，较去年增加。", "实现盈利的行业"),
            ("在6个县开展垃圾分类试点。", "开展垃圾分类试点的县"),
            ("9个市首次全部达到节水标准。", "达到节水标准的市"),
            ("青石大桥等7个项目竣工。", "竣工项目"),
            ("青石大桥等7个项目建成通车。", "建成通车的项目"),
            ("2个品牌新入选老字号名录。", "入选老字号名录的品牌"),
            ("对未整改的5个问题，紧盯不放。", "未整改的问题"),
            ("竹编产品远销42个国家。", "竹编产品远销国家"),
            ("航线覆盖42个国家和地区。", "航线覆盖国家和地区"),
            ("覆盖42个国家和地区。", "覆盖国家和地区"),
            (
                "出台支持青石新区、白水片区建设18条意见。",
                "支持青石新区、白水片区建设意见",
            ),
            ("共抽查15个县（区）。", "抽查县（区）"),
            // A longer noun too, if it is short what is told of it.
            ("4款创新药获批上市、数量全省领先。", "获批上市的创新药"),
            ("20万农业转移人口在城镇落户。", "在城镇落户的农业转移人口"),
        ] {
            assert_eq!(last_name(text), expected, "{text}");
        }
    }

    #[test]
    fn a_noun_that_says_enough_stands_alone() {
        for (text, expected) in [
            ("16座水库相继建成。", "水库"),
            ("青石坝一期50万吨工程建成。", "青石坝一期工程"),
            ("吸引12个国家的选手参赛。", "国家"),
            ("12个县镇通过联办方式，共建园区。", "县镇"),
            ("8个因手续不全停工。", "因手续不全停工"),
            ("抽查单位60家，有7家尚未整改。", "尚未整改"),
            ("60项重点工程中，开工率达90%。", "重点工程开工率"),
            ("40件实事全面完成。", "实事"),
            ("36项“两年全面提升”任务启动。", "“两年全面提升”任务"),
        ] {
            assert_eq!(last_name(text), expected, "{text}");
        }
    }

    #[test]
    fn of_two_nouns_what_is_told_of_the_second_holds_for_the_first() {
        let text = "3家单位、5名个人获全市表彰。";
        let figures = find(text, About::default(), Detect::Figures);
        let names: Vec<&str> = figures.iter().map(|f| f.indicator.as_str()).collect();
        assert_eq!(names, ["获全市表彰的单位", "获全市表彰的个人"]);
    }
}
