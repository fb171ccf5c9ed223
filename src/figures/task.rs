//! Promises and reports in words, without a figure: the clauses of a text.
//!
//! A promise of official prose begins with its verb, after an adverb or two (深入推进…, 进一步规范…).
//! A report may be any clause. Knows nothing of whether it answers a promise: that is for `compare` to find.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::about::About;
use super::limits;
use super::main_targets;
use super::period::year;
use super::stated::stated;
use crate::calendar::Period;
use crate::lexicon::{Chars, List};
use crate::model::{Figure, Origin, Role};
use crate::text::chars::is_han;
use crate::text::mark::End;
use crate::text::sentence::Text;

/// Adverbs before the verb of a promise.
static ADVERBS: List = List::new("adverb");
/// Verbs a promise begins with, of two characters each.
static VERBS: List = List::new("verb");
/// Verbs whose objects are things of their own: of two that were built, each is a result.
static MAKING: List = List::new("making");
/// Words that begin a promise without a verb: 不发生…, 每村…, 让群众…
static PROMISE_START: List = List::new("promise-start");
/// Words that make a clause a promise although it begins with its subject: 一网通办全覆盖, 群众办事更方便.
static PROMISE_WORD: List = List::new("promise-word");
/// Clauses that say how, when or why, and promise nothing by themselves.
static LEAD_IN: List = List::new("lead-in");
/// 以及: promised with the verb of the clause before.
static GOES_ON: List = List::new("goes-on");
/// Between two things.
static THING_AND: Chars = Chars::new(List::new("thing-and"));
static PHRASE_AND: Chars = Chars::new(List::new("phrase-and"));
/// Nouns at the end of a clause that say only that something is done about the words before them.
static FORMAL: List = List::new("formal-noun");
/// Characters of a date at the beginning of a clause.
static OF_DATE: Chars = Chars::new(List::new("of-date"));

/// Separates the phrases of a clause from which all marks were removed.
const PHRASE: char = '、';
/// Bytes of one character of a date: one alone (上, 中) may begin a word.
const DATE: usize = 3;
/// Characters of a verb, and of the head of a phrase.
const VERB: usize = 2;

/// The clauses of a section's text that promise or report, as figures without a value, in the order
/// of the text. None where the section does neither.
pub fn clauses(body: &str, about: About) -> Vec<Figure> {
    let Some(role) = about.role else {
        return Vec::new();
    };
    let main = match role {
        Role::Target => main_targets::spans(body),
        _ => Vec::new(),
    };
    let mut out: Vec<Figure> = Vec::new();
    let mut comma = false;
    for (span, stop) in Text::new(body).clauses() {
        let after_comma = comma;
        comma = stop.is_some_and(|stop| stop.end == End::Comma);
        let clause = body.get(span.clone()).unwrap_or_default();
        let words = clause.trim();
        let from = span.start + clause.len() - clause.trim_start().len();
        let han = words.chars().filter(|c| is_han(*c)).count();
        // 以及…: promised with the verb of the clause before.
        let (words, from, goes_on) = match GOES_ON.strip_start(words) {
            Some(rest) if after_comma => (rest, from + words.len() - rest.len(), !out.is_empty()),
            _ => (words, from, false),
        };
        let mut main = main.iter().filter(|main| main.span.contains(&from));
        let main = main.any(|main| main.is_in_words(words));
        let promised = role == Role::Result || goes_on || main || promises(words);
        if han < limits::CLAUSE_HAN.get() || !promised {
            continue;
        }
        let (year, stated) = (year(words).or(about.year), stated(words));
        let stated = stated.filter(|_| role == Role::Result);
        // A verdict without a word of what was done is said of what stands before it.
        if stated == Some(words) {
            continue;
        }
        let mut from = from;
        let lead = |last: &Figure| role == Role::Target && spelt_out(body, last, words, from);
        if out.last().is_some_and(lead) {
            out.pop();
        }
        for words in things(words) {
            out.push(Figure {
                role,
                indicator: name(words.trim_end_matches(|c| THING_AND.has(c))),
                year,
                period: year.and_then(Period::of_year),
                main,
                stated: stated.map(str::to_owned),
                span: from..from + words.trim_end_matches(|c| THING_AND.has(c)).len(),
                origin: Origin::Found,
                ..Figure::default()
            });
            from += words.len();
        }
    }
    out
}

/// Words that promise or report as a whole, though they are no clause with a verb: the cell of a table. None where they
/// are too few.
pub fn whole(words: &str, about: About) -> Option<Figure> {
    let han = words.chars().filter(|c| is_han(*c)).count();
    let period = about.year.and_then(Period::of_year).or(about.period);
    (han >= limits::CLAUSE_HAN.get()).then(|| Figure {
        role: about.role.unwrap_or_default(),
        indicator: name(words),
        year: about.year,
        period,
        span: 0..words.len(),
        origin: Origin::Found,
        ..Figure::default()
    })
}

/// Whether the promise before, separated only by a comma, says in general what this one promises:
/// 深化专项整治，推进APP专项整治行动.
fn spelt_out(body: &str, before: &Figure, clause: &str, from: usize) -> bool {
    let general = body.get(before.span.clone()).map_or("", object);
    let between = body.get(before.span.end..from).unwrap_or_default();
    matches!(between.trim(), "，" | ",")
        && general.chars().filter(|c| is_han(*c)).count() >= limits::CLAUSE_HAN.get()
        && object(clause).contains(general)
}

/// The things that a clause names, each with the mark after it: 建成A和B.
fn things(clause: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = clause;
    let made = action(clause).is_some_and(|verb| MAKING.has(verb));
    let long = |text: &str| text.chars().filter(|c| is_han(*c)).count() >= limits::THING.get();
    while let Some(at) = made.then(|| first_and(rest, long)).flatten() {
        let (thing, tail) = rest.split_at(at);
        out.push(thing);
        rest = tail;
    }
    out.push(rest);
    out
}

/// The position after the first mark that has enough text on both sides and is outside of brackets and titles.
fn first_and(text: &str, long: impl Fn(&str) -> bool) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '（' | '(' | '《' | '“' | '「' => depth += 1,
            '）' | ')' | '》' | '”' | '〞' | '」' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let next = at + c.len_utf8();
        let (before, after) = (object(text.get(..at)?), text.get(next..)?);
        (THING_AND.has(c) && depth == 0 && long(before) && long(after)).then_some(next)
    })
}

/// Whether a clause promises: it begins with a verb, after a date and adverbs, or says in other words
/// what shall or shall not be.
fn promises(clause: &str) -> bool {
    let clause = without_date(clause);
    if verb(without_adverbs(clause)).is_some() || PROMISE_START.starts(clause) {
        return true;
    }
    PROMISE_WORD.is_in(clause) && !LEAD_IN.starts(clause)
}

/// A clause without the date it begins with: 6月底前, 2021年底前, 年内.
fn without_date(clause: &str) -> &str {
    let date = |c: char| c.is_ascii_digit() || OF_DATE.has(c);
    let end = clause.find(|c| !date(c)).unwrap_or(0);
    clause.get(end..).filter(|_| end > DATE).unwrap_or(clause)
}

/// A clause without the adverbs and the verb it begins with: what is promised or reported, whatever
/// is done about it.
pub fn object(clause: &str) -> &str {
    let rest = without_adverbs(without_date(clause));
    let verb = verb(rest).map_or(0, str::len);
    rest.get(verb..).unwrap_or_default()
}

/// The verb of a clause, after the date and the adverbs it begins with.
pub fn action(clause: &str) -> Option<&str> {
    verb(without_adverbs(without_date(clause)))
}

/// The head nouns of a clause, two characters each: the noun at the end of each phrase that 和, 与, 及 or a
/// comma joins. Text in brackets and formal nouns at the end say nothing of their own: 信用记分试点与效果评估 has
/// 记分 and 评估.
pub fn heads(clause: &str) -> Vec<[char; 2]> {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in object(clause).chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if PHRASE_AND.has(c) => plain.push(PHRASE),
            _ if depth == 0 && c.is_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    let head = |phrase: &str| {
        let mut phrase = phrase;
        for formal in FORMAL.words() {
            phrase = phrase.strip_suffix(formal).unwrap_or(phrase);
        }
        let mut back = phrase.chars().rev();
        let last = back.next()?;
        Some([back.next()?, last])
    };
    plain.split(PHRASE).filter_map(head).collect()
}

/// The verb that a clause begins with.
fn verb(clause: &str) -> Option<&str> {
    static VERBS_BY_WORD: OnceLock<HashSet<&str>> = OnceLock::new();
    let (end, _) = clause
        .char_indices()
        .nth(VERB)
        .unwrap_or((clause.len(), ' '));
    let verbs = VERBS_BY_WORD.get_or_init(|| VERBS.words().collect());
    clause.get(..end).filter(|word| verbs.contains(word))
}

/// A clause without its adverbs. Some adverbs are verbs too (研究, 组织): the last one, if no verb follows it.
fn without_adverbs(clause: &str) -> &str {
    let adverb = |text: &str| ADVERBS.start(text).map(str::len);
    let mut rest = clause;
    while let Some(tail) = adverb(rest).and_then(|length| rest.get(length..)) {
        let last = verb(rest).is_some() && verb(tail).is_none() && adverb(tail).is_none();
        if last {
            break;
        }
        rest = tail;
    }
    rest
}

/// The clause as the name of what it promises: its first words, if it is long.
fn name(clause: &str) -> String {
    match clause.char_indices().nth(limits::TASK_NAME.get()) {
        Some((end, _)) => format!("{}…", clause.get(..end).unwrap_or_default()),
        None => clause.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, role: Role) -> Vec<String> {
        let about = About {
            role: Some(role),
            year: Some(2021),
            ..About::default()
        };
        let clauses = clauses(text, about).into_iter();
        clauses.map(|figure| figure.indicator).collect()
    }

    #[test]
    fn promises_begin_with_their_verb() {
        let text = "持续推进备案系统优化改进，推广核验（含试点，扩围）。为经济发展作出贡献；进一步规范管理";
        assert_eq!(
            names(text, Role::Target),
            [
                "持续推进备案系统优化改进",
                "推广核验（含试点，扩围）",
                "进一步规范管理"
            ]
        );
    }

    #[test]
    fn main_targets_in_words_are_promises() {
        let about = About {
            role: Some(Role::Target),
            ..About::default()
        };
        let text = "今年主要预期目标是：粮食产量80万吨，居民收入增长与经济增长同步。居民收入增长与经济增长同步。";
        let told = clauses(text, about);
        let told: Vec<(&str, bool)> = told
            .iter()
            .map(|figure| (figure.indicator.as_str(), figure.main))
            .collect();
        assert_eq!(told, [("居民收入增长与经济增长同步", true); 2]);
    }

    #[test]
    fn promises_may_begin_otherwise_too() {
        for promise in [
            "不新增隐性债务",
            "杜绝强迫交易",
            "让群众满意",
            "群众办事更方便",
            "一网通办全覆盖",
            "每村配备一名医生",
            "6月底前出台方案",
            "2021年底前全部完成搬迁",
        ] {
            assert_eq!(names(promise, Role::Target), [promise]);
        }
        for other in [
            "以高质量发展为主题",
            "为经济发展作出新贡献",
            "今年是规划收官之年",
        ] {
            assert_eq!(names(other, Role::Target), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn what_a_clause_is_about_stands_behind_its_verb() {
        for (clause, expected) in [
            ("深入实施可持续发展战略", "可持续发展战略"),
            ("进一步规范管理", "管理"),
            ("组织开展车联网商用试验", "车联网商用试验"),
            ("研究完善融合设备监管政策", "融合设备监管政策"),
            ("网络通信保障坚强有力", "网络通信保障坚强有力"),
        ] {
            assert_eq!(object(clause), expected);
        }
    }

    #[test]
    fn what_goes_on_is_a_promise_of_its_own() {
        let text = "做好重大活动保障，以及防汛抗旱通信保障。及时处置风险，以及甲乙丙丁";
        assert_eq!(
            names(text, Role::Target),
            [
                "做好重大活动保障",
                "防汛抗旱通信保障",
                "及时处置风险",
                "甲乙丙丁"
            ]
        );
    }

    #[test]
    fn every_clause_may_report() {
        let text = "网络通信保障坚强有力，助力疫情防控。好";
        assert_eq!(
            names(text, Role::Result),
            ["网络通信保障坚强有力", "助力疫情防控"]
        );
        let about = About::default();
        assert!(clauses(text, about).is_empty());
    }

    #[test]
    fn of_two_things_that_were_made_each_is_a_result() {
        let text =
            "建成国家新型互联网交换中心和呼和浩特骨干直联点，开展市场秩序整治和垃圾信息整治。";
        assert_eq!(
            names(text, Role::Result),
            [
                "建成国家新型互联网交换中心",
                "呼和浩特骨干直联点",
                "开展市场秩序整治和垃圾信息整治",
            ]
        );
    }

    #[test]
    fn what_only_leads_to_the_next_promise_is_none_of_its_own() {
        let text = "深化专项整治，推进垃圾信息专项整治行动。加强监管，深化监管改革";
        assert_eq!(
            names(text, Role::Target),
            ["推进垃圾信息专项整治行动", "加强监管", "深化监管改革"]
        );
    }

    #[test]
    fn a_phrase_is_about_its_last_noun() {
        for (clause, expected) in [
            ("深入推进信用记分试点与效果评估", &["记分", "评估"][..]),
            ("发布《国家应急通信规划（2021—2025年）》", &["规划"]),
            ("加大对违规行为的处置和曝光力度", &["处置", "曝光"]),
            ("推进5G", &["5G"]),
            ("加强管", &[]),
        ] {
            let found: Vec<String> = heads(clause).iter().map(|h| h.iter().collect()).collect();
            assert_eq!(found, expected, "{clause}");
        }
    }

    #[test]
    fn spans_hold_the_clause() {
        let text = "一、\n 推进工作落实，完成普查。";
        let about = About {
            role: Some(Role::Target),
            year: None,
            ..About::default()
        };
        let quotes = clauses(text, about).into_iter().map(|f| f.span);
        let quotes: Vec<&str> = quotes.filter_map(|span| text.get(span)).collect();
        assert_eq!(quotes, ["推进工作落实", "完成普查"]);
    }
}
