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
use super::row::{Cell, Facts};

/// Words in a name that narrow nothing: 新建, 总量, 全省.
static NEUTRAL: List = List::new("neutral-in-name");
/// Verbs of what is done in a period: who does it in other words does the same.
static DONE: List = List::new("done-in-period");
static ADDING: List = List::new("adding");
/// Words of a clause that say how or when, and not what.
static IN_CLAUSE: List = List::new("neutral-in-clause");
static ADVERBS: List = List::new("adverb");
/// Those that may say which ones are meant too: 重点项目.
static QUALIFIES: List = List::new("qualifying-adverb");
/// Verbs: one that only one clause has and that is none of the above does another thing.
static VERBS: List = List::new("verb");
/// Verbs that say nothing of what is done: 实施.
static GENERAL: List = List::new("general-verb");
/// 农村, 公办: a part of what is counted.
static PARTS: List = List::new("narrows");
/// 新建: new ones alone; 改造: old ones too.
static NEW_ONLY: List = List::new("builds-new");
static RENEWS: List = List::new("renews");
/// Verbs of which one is as good as another: 竣工, 投产.
static SAME_DEED: List = List::new("finishes");
/// Ends of names of growth and decline: 降幅.
static GROWTH_NAMES: List = List::new("growth-name");
/// 和, 及: a thing more or less.
static COORDINATE: Chars = Chars::new(List::new("coordinate"));

/// What narrows nothing in a name.
static NAME: &[&List] = &[&NEUTRAL, &DONE, &ADDING];
/// What narrows nothing in a clause, besides adverbs.
static CLAUSE: &[&List] = &[&NEUTRAL, &DONE, &ADDING, &IN_CLAUSE];

/// Whether what likeness paired is one for sure: by the catalogue, or as no word sets one apart.
pub fn are_one(facts: Facts<'_>, a: Cell, b: Cell) -> bool {
    let id = |cell: Cell| {
        let bulletin = facts.bulletins.get(cell.bulletin)?;
        bulletin.indicator_id(cell.figure(facts)?)
    };
    let known = id(a).zip(id(b)).is_some_and(|(a, b)| a == b);
    let looked = || a.look(facts).zip(b.look(facts));
    known || looked().is_some_and(|(a, b)| same_thing(a, b))
}

/// The words about the value of a figure.
fn words((section, figure): (&Section, &Figure)) -> Option<String> {
    let value = figure.value.as_deref()?;
    item([section.quote(figure), value, &figure.indicator])
}

/// Whether two figures, each with its section, speak of one thing: their names, and for two numbers their clauses too.
pub fn same_thing(a: (&Section, &Figure), b: (&Section, &Figure)) -> bool {
    same(names(a, b), words(a).zip(words(b)).as_ref())
}

/// Whether two promises in numbers are one, or so near that one is the other in other words: 中小学学位, 中学学位.
pub fn nearly_one(a: (&Section, &Figure), b: (&Section, &Figure)) -> bool {
    let (names, words) = (names(a, b), words(a).zip(words(b)));
    let near_words = || words.as_ref().is_none_or(|(one, other)| near(one, other));
    same(names, words.as_ref()) || near_words() && near(names[0], names[1])
}

fn names<'a>(a: (&Section, &'a Figure), b: (&Section, &'a Figure)) -> [&'a str; 2] {
    [a, b].map(|(_, figure)| figure.indicator.as_str())
}

/// The same of names, and of the words about both values where their clauses tell those.
fn same(names: [&str; 2], words: Option<&(String, String)>) -> bool {
    let Some((one, other)) = words else {
        return same_subject(names, false);
    };
    // Where each clause holds the name, all of the clause says more than the name does.
    let told = one.contains(names[0]) && other.contains(names[1]);
    same_item(one, other) && same_subject(names, told)
}

/// Whether two names or clauses are one, or nearly.
fn near(one: &str, other: &str) -> bool {
    let (own, others) = apart(&bare_clause(one), &bare_clause(other));
    own.len() + others.len() <= limits::REWORDED.get()
}

/// Whether a report says again, in one run of words, all that a promise in words speaks of, whatever else it says.
pub fn answers_all(promise: &str, report: &str) -> bool {
    let (promise, report) = (bare_clause(promise), bare_clause(report));
    promise.len() >= limits::REPEATED.get()
        && report.windows(promise.len()).any(|words| words == promise)
}

/// Whether words speak of what a name says: they hold its head noun, 电梯 of 老楼加装电梯.
pub fn speaks_of(words: &str, name: &str) -> bool {
    let name = GROWTH_NAMES.strip_end(name).unwrap_or(name);
    let name = bare_clause(name);
    let from = name.len().saturating_sub(limits::HEAD.get());
    let head: String = name.iter().skip(from).collect();
    !head.is_empty() && fold(words).contains(&head)
}

/// Whether neither name has a word that sets it apart from the other one. Where clauses tell more than the names and agree,
/// only a thing more or less does.
fn same_subject(names: [&str; 2], told: bool) -> bool {
    let [a, b] = names.map(|name| without(name, NAME, |_| None));
    let (own, others) = apart(&a, &b);
    match (own.is_empty(), others.is_empty()) {
        (true, true) => true,
        (false, false) => told,
        _ => !adds_a_thing(&own) && !adds_a_thing(&others),
    }
}

/// Whether the words about two values speak of one thing: nothing in either does another thing or does it to another one.
/// What one says more is no contradiction.
fn same_item(one: &str, other: &str) -> bool {
    let new_only = |words: &str| NEW_ONLY.is_in(words) && !RENEWS.is_in(words);
    let renewed = new_only(one) && RENEWS.is_in(other) || new_only(other) && RENEWS.is_in(one);
    if renewed || do_apart(one, other) {
        return false;
    }
    let (a, b) = (bare_clause(one), bare_clause(other));
    let (own, others) = apart(&a, &b);
    match (own.is_empty(), others.is_empty()) {
        (true, true) => true,
        (false, false) => false,
        // 省级数据集, 省级数据产业集群: what is counted stands last.
        _ if !does_only(&a) && !does_only(&b) && a.last() != b.last() => false,
        (false, true) => !(acts(&own, &a) || narrows(&own) || undoes(one, other)),
        (true, false) => !(acts(&others, &b) || narrows(&others) || undoes(other, one)),
    }
}

/// Whether words name nothing that is counted: none are left of them, or a verb, 具备检测的能力.
fn does_only(clause: &[char]) -> bool {
    clause.is_empty() || VERBS.has(&clause.iter().collect::<String>())
}

/// Whether the words that one clause has more begin with a verb and stand where its verb stands, first or last: 拆除违建, but
/// not 研发 in 企业研发费用.
fn acts(more: &[char], clause: &[char]) -> bool {
    let verb = VERBS.start(&more.iter().collect::<String>());
    verb.is_some_and(|verb| {
        let verb: Vec<char> = verb.chars().collect();
        clause.starts_with(&verb) || clause.ends_with(more)
    })
}

/// Whether the words that one clause has more name a part of what the other one counts: 农村 before 养老机构床位.
fn narrows(more: &[char]) -> bool {
    PARTS.is_in(&more.iter().collect::<String>())
}

/// The verbs of a clause that say what is done to what it counts.
fn deeds(clause: &str) -> Vec<&'static str> {
    // Most clauses have none: one look costs less than one for each verb.
    if !DONE.is_in(clause) {
        return Vec::new();
    }
    let verbs = DONE.words().filter(|verb| clause.contains(verb));
    verbs.filter(|verb| !GENERAL.has(verb)).collect()
}

/// Whether two clauses do different things to what they count: 引进人才, 培育人才. Renewal in other words is one.
fn do_apart(one: &str, other: &str) -> bool {
    let (a, b) = (deeds(one), deeds(other));
    let any = |verbs: &[&str], list: &List| verbs.iter().any(|verb| list.has(verb));
    let both = |list: &List| any(&a, list) && any(&b, list);
    let shared = a
        .iter()
        .any(|verb| b.iter().any(|own| own.contains(verb) || verb.contains(own)));
    !(a.is_empty() || b.is_empty() || shared || both(&RENEWS) || both(&SAME_DEED))
}

/// Whether another clause does what this one does not: 改造老旧小区 beside 物业服务覆盖老旧小区.
fn undoes(clause: &str, other: &str) -> bool {
    let renewed = |verb: &str| RENEWS.is_in(verb) && RENEWS.is_in(clause);
    let mut deeds = deeds(other).into_iter();
    deeds.any(|verb| !renewed(verb) && !clause.contains(verb))
}

/// Whether what one name has more is another thing, or a single character that makes it another one: 中小学, 中学.
fn adds_a_thing(more: &[char]) -> bool {
    more.len() == 1 || more.iter().any(|c| COORDINATE.has(*c))
}

/// The characters of a clause without words that narrow nothing. Adverbs are such where their verb follows: 稳步推进, but not
/// 研究 in 基础研究支出.
fn bare_clause(clause: &str) -> Vec<char> {
    without(clause, CLAUSE, |text| {
        let word = ADVERBS.start(text).filter(|word| !QUALIFIES.has(word))?;
        let behind = text.get(word.len()..)?;
        let acts = VERBS.starts(behind) || longest(CLAUSE, behind).is_some();
        acts.then_some(word.len())
    })
}

/// The characters of a text without marks and without the words of these lists, or what else begins it, in bytes.
fn without(text: &str, lists: &[&List], more: impl Fn(&str) -> Option<usize>) -> Vec<char> {
    let text = fold(text);
    let mut rest = text.as_str();
    let mut out = Vec::new();
    while let Some(c) = rest.chars().next() {
        if let Some(length) = longest(lists, rest).max(more(rest)) {
            rest = rest.get(length..).unwrap_or_default();
            continue;
        }
        if Mark::of(c).is_none() && !c.is_whitespace() {
            out.push(c);
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    out
}

/// Bytes of the longest word of these lists that begins a text.
fn longest(lists: &[&List], text: &str) -> Option<usize> {
    let starts = lists.iter().filter_map(|list| list.start(text));
    starts.map(str::len).max()
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
            assert_eq!(same_subject([one, other], false), same, "{one} {other}");
            assert_eq!(same_subject([other, one], false), same, "{other} {one}");
        }
    }

    #[test]
    fn words_that_do_another_thing_are_of_another_one() {
        for (one, other, same) in [
            ("治理违建", "治理违建", true),
            ("治理违建", "拆除违建", false),
            ("物业服务覆盖小区", "小区改造", false),
            ("500万元以上技改项目", "2000万元以上技改项目", false),
            ("新建农村公路", "新改建农村公路", false),
            ("新改建农村公路", "农村公路新建改造", true),
            ("打造省级高质量数据集", "培育省级数据产业集群", false),
            ("具备全面检测", "完成软件技术检测", true),
            ("企业加计扣除比例", "企业研发费用加计扣除比例", true),
            ("加快建设重点产业集群", "区域级产业集群", false),
            ("年内力争建设泵站", "全年建成泵站", true),
            ("支持创业", "扶持创业", true),
            ("引进高层次人才", "培育高层次人才", false),
            ("竣工标准厂房", "投产标准厂房", true),
            ("新增养老机构床位", "新增农村养老机构床位", false),
        ] {
            assert_eq!(same_item(one, other), same, "{one} {other}");
            assert_eq!(same_item(other, one), same, "{other} {one}");
        }
    }

    #[test]
    fn a_report_answers_a_promise_in_words_that_it_repeats() {
        for (promise, report, all) in [
            (
                "力争省道12线改建工程年内通车",
                "省道12线改建工程因征地受阻未能如期通车",
                true,
            ),
            (
                "加快推进城市更新改造",
                "城市供水管网更新改造超额完成年度任务",
                false,
            ),
            ("坚决遏制新增债务", "超额完成债务化解年度任务", false),
            ("高质量完成五年规划目标任务", "顺利完成全年目标任务", false),
        ] {
            assert_eq!(answers_all(promise, report), all, "{promise} {report}");
        }
    }

    #[test]
    fn words_speak_of_a_name_whose_head_noun_they_hold() {
        for (words, name, told) in [
            ("推进老旧住宅加装、更新电梯", "多层住宅加装电梯", true),
            ("严控办公支出", "办公支出降幅", true),
            ("促进外贸提质增效", "果园提质增效", false),
            ("实施企业开放中心计划", "总部机构", false),
        ] {
            assert_eq!(speaks_of(words, name), told, "{words} {name}");
        }
    }
}
