//! What a value counts by its own clause: the noun after it, or the words before it.
//!
//! Looks only at the clause of the value and the values in it. Where the clause does not say, the name is empty.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::Mark;
use crate::text::numeral::is_numeral;

use super::aspect::tells_aspect;
use super::counted::{behind_unit, counted_name, noun_after, noun_end, noun_of, told_alone};
use super::limits;
use super::phrase::{
    SHORTEST_NAME, cut, does, is_nominal, is_verb, leads, out_of_quotation, part_spans, strip,
    verb_of,
};
use super::scan::Mention;

/// The word of a limit behind a value: the unit ends before it.
static LIMIT_BEHIND: List<&str> = List::of("behind", Some);
static NOT_COUNTING: List = List::new("not-counting");
static LIST_PART: Chars = Chars::new(List::new("list-part"));
static SCALES: Chars = Chars::new(List::new("scale-char"));
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

/// Verbs that say which number of a thing is told, 审结, and those that a noun is named with that says nothing by
/// itself, 实施项目.
static GOVERNS: List = List::new("governs");
static NAMED_WITH: List = List::new("named-with");
static GENERAL: List = List::new("general-noun");
/// 共, 依法: before such a verb.
static SUMMING: List = List::new("summing");
static SAID_FIRST: List = List::new("leading");

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
    let head = behind_unit(out_of_quotation(part(start..place.value.start)));
    let noun = noun_of(body, place, around.next);
    if counts
        && !noun.is_empty()
        && let Some(name) = counted_name(body, place, around.next, head, noun)
    {
        return name;
    }
    let name = strip(subject_of(head, counts));
    let name = cut(&if counts {
        with_verb(head, name)
    } else {
        name.to_owned()
    });
    let name = if leads(&name) { String::new() } else { name };
    if share {
        return name_of_share(&name, after.trim_start());
    }
    if name.chars().count() < SHORTEST_NAME {
        let noun = if counts && noun.is_empty() {
            told_alone(body, place)
        } else {
            strip(noun)
        };
        let noun = Some(noun).filter(|noun| noun.chars().count() >= SHORTEST_NAME);
        return noun.map_or_else(String::new, cut);
    }
    let paid = PAID.start(after.trim_start());
    // 设立30亿元产业基金
    let object = |noun: &&str| !noun.is_empty() && is_verb(&name) && is_nominal(noun);
    let paid = paid.or_else(|| Some(noun).filter(object));
    paid.map_or_else(|| name.clone(), |paid| cut(&format!("{name}{paid}")))
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

/// A name with the verb that says which number of it is told: 审结道路、水利等案件12件, 实施项目12个. Other names are told by
/// themselves: 建成厂房12座.
fn with_verb(head: &str, name: &str) -> String {
    if head.trim() == name {
        return name.to_owned();
    }
    let said = SAID_FIRST.strip_starts(head.trim_start(), SHORTEST_NAME);
    let verb = GOVERNS.start(said).or_else(|| {
        let said = SUMMING.strip_starts(head.trim_start(), SHORTEST_NAME);
        let verb = NAMED_WITH.start(said)?;
        (GENERAL.has(name) && said.strip_prefix(verb) == Some(name)).then_some(verb)
    });
    let thing = !name.is_empty() && !tells_aspect(name) && !leads(name) && !does(name);
    let verb = verb.filter(|verb| thing && !name.starts_with(verb));
    format!("{}{name}", verb.unwrap_or_default())
}

/// A phrase without the verb that it begins with.
fn without_first_verb(name: &str) -> &str {
    name.strip_prefix(verb_of(name)).unwrap_or(name)
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
            ("审结道路、水利等工程案件12件。", "审结工程案件"),
            ("受理投诉、来访，办结率95%。", "办结率"),
            ("实施项目12个。", "实施项目"),
            ("4月份货运量增长8%。", "货运量增速"),
            ("全市性文件减少20%。", "全市性文件降幅"),
            ("在沪法人机构增加到13家。", "在沪法人机构"),
            ("经济总量连续跨过3个千亿元台阶。", "经济总量"),
            ("共查处违规行为63起。", "查处违规行为"),
            ("设立30亿元产业基金。", "设立产业基金"),
            (
                "达到抗震标准的校舍、敬老院占比提高到90%。",
                "达到抗震标准的校舍、敬老院占比",
            ),
            ("建设高水平的实验室12个。", "高水平的实验室"),
            ("筹措7万套（间）租赁住房。", "筹措租赁住房"),
            ("16万农民和其他居民转为市民。", "农民和其他居民转为市民"),
        ] {
            let figures = find(text, About::default(), Detect::Figures);
            let last = figures.last().map(|f| f.indicator.as_str());
            assert_eq!(last, Some(expected), "{text}");
        }
    }
}
