//! The edges of a noun phrase: where the words that only lead to a value or to a name end.
//!
//! Looks at the words it is handed and at nothing around them. A phrase that cannot be cut at a word is no name.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_digit;
use crate::text::mark::{Mark, Pair};
use crate::text::numeral::is_numeral;

use super::limits;
use super::read::words_before;

/// Words a name does not begin with: verbs and adverbs of reports.
static LEADING: List = List::new("leading");
/// Words a name does not end with.
static TRAILING: List = List::new("trailing");
static COMPARED_WITH: List = List::new("compared-with");
static CAME_FROM: List = List::new("came-from");
static ORIGIN: Chars = Chars::new(List::new("origin"));
static PER_HEAD: List = List::new("per-head");
static NAME_EDGE: Chars = Chars::new(List::new("name-edge"));
/// 年, 月: what ends a time before a value.
static TIME_UNIT: Chars = Chars::new(List::new("time-unit"));
/// Words after a year or the name of a plan, and before one.
static TIME_BEHIND: List = List::new("time-behind");
static TIME_BEFORE: List = List::new("time-before");
/// 五 of “十四五”.
static PLAN_END: Chars = Chars::new(List::new("plan-end"));
/// Words that say that something happened or changed: the words before them are its subject.
static PREDICATE: List = List::new("predicate");
static VERBS: List = List::new("verb");
/// 左右, 以上: words after the value before.
static LIMIT_BEHIND: List<&str> = List::of("behind", Some);
/// 新 before a verb.
static NEWLY: List = List::new("newly");

/// 达到, 参加: a phrase that begins with one and has a 的 tells which ones are meant.
static ATTRIBUTIVE: List = List::new("attributive");

/// A name has at least so many characters.
pub const SHORTEST_NAME: usize = 2;

/// The words before a value, without those that bound or move it.
pub fn without_words(head: &str) -> &str {
    head.strip_suffix(words_before(head)).unwrap_or(head)
}

/// The words before the number of a value: 新建110万亩.
pub fn words_of(value: &str) -> &str {
    let number = value.find(char::is_numeric);
    number.and_then(|at| value.get(..at)).unwrap_or_default()
}

/// A name without the words that only lead to a value or to a name.
pub fn strip(text: &str) -> &str {
    let mut name = without_words(text.trim());
    // Of comparisons only what is compared: 资费较2020年年底.
    for (word, ()) in COMPARED_WITH.candidates(name) {
        if let Some((head, _)) = name.rsplit_once(*word) {
            name = head;
        }
    }
    name = without_origin(name);
    loop {
        let before = name;
        if PER_HEAD.has(name) {
            return name;
        }
        name = without_words(without_time(TRAILING.strip_ends(name)));
        name = without_time_before(name);
        if !tells_which(name) {
            name = LEADING.strip_starts(name, SHORTEST_NAME);
        }
        name = balanced(name);
        name = name.trim_matches(|c: char| "，,、 ：:".contains(c) || NAME_EDGE.has(c));
        if name == before {
            return name;
        }
    }
}

/// Whether a phrase begins with words that tell which of the things behind them are meant: 达到标准的卫生院.
fn tells_which(text: &str) -> bool {
    let told = ATTRIBUTIVE.strip_start(text).unwrap_or_default();
    let mut marks = told.char_indices();
    let of = marks.find(|(_, c)| NAME_EDGE.has(*c) || Mark::of(*c).is_some());
    of.is_some_and(|(at, c)| {
        let thing = told.get(at + c.len_utf8()..).unwrap_or_default();
        at > 0 && NAME_EDGE.has(c) && thing.chars().count() >= SHORTEST_NAME
    })
}

/// 办理时限由15个工作日: the starting value is no part of the name.
fn without_origin(mut name: &str) -> &str {
    for (word, ()) in CAME_FROM.candidates(name) {
        let came = |tail: &str| tail.starts_with(|c: char| c.is_numeric() || ORIGIN.has(c));
        match name.split_once(*word) {
            Some((head, tail)) if head.chars().count() >= SHORTEST_NAME && came(tail) => {
                name = head;
            }
            _ => {}
        }
    }
    name
}

/// A phrase without the marks at its ends whose other half it lacks: 管控）率 has lost what it began with.
pub fn balanced(text: &str) -> &str {
    let mut text = text;
    if let Some(at) = unclosed(text) {
        text = text.get(at..).unwrap_or_default();
    }
    match unopened(text) {
        Some(at) => text.get(at..).unwrap_or_default(),
        None => text,
    }
}

/// Where the words after the last mark that opens and is not closed begin.
fn unclosed(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices().rev() {
        match Mark::of(c) {
            Some(Mark::Close(_)) => depth += 1,
            Some(Mark::Open(_)) if depth == 0 => return Some(at + c.len_utf8()),
            Some(Mark::Open(_)) => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where the words after the last mark that closes and was not opened begin.
fn unopened(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut found = None;
    for (at, c) in text.char_indices() {
        match Mark::of(c) {
            Some(Mark::Open(_)) => depth += 1,
            Some(Mark::Close(_)) if depth == 0 => found = Some(at + c.len_utf8()),
            Some(Mark::Close(_)) => depth -= 1,
            _ => {}
        }
    }
    found
}

/// A phrase without the year, the plan or the months that it ends with: 比“十三五”末, 从2020年的.
fn without_time(text: &str) -> &str {
    let body = TIME_BEHIND.strip_ends(text);
    let plan = |text: &str| {
        let mut chars = text.chars();
        chars.next_back().filter(|c| PLAN_END.has(*c))?;
        chars.next_back().filter(|c| is_numeral(*c))
    };
    let closing = |c: &char| Mark::of(*c) == Some(Mark::Close(Pair::Quote));
    if let Some(last) = body.chars().next_back().filter(closing)
        && let Some(inner) = body.strip_suffix(last)
        && plan(inner).is_some()
        && let Some(open) = inner.rfind(|c| Mark::of(c) == Some(Mark::Open(Pair::Quote)))
    {
        return body.get(..open).unwrap_or_default();
    }
    let Some(last) = body.chars().next_back().filter(|c| TIME_UNIT.has(*c)) else {
        return text;
    };
    let head = body.strip_suffix(last).unwrap_or(body);
    let digits = head.trim_end_matches(of_time);
    if digits.len() == head.len() {
        return text;
    }
    digits
}

/// A phrase without the year that it begins with: 到2027年, 1—8月.
fn without_time_before(text: &str) -> &str {
    let body = TIME_BEFORE.strip_start(text).unwrap_or(text);
    let tail = body.trim_start_matches(of_time);
    let unit = tail.chars().next().filter(|c| TIME_UNIT.has(*c));
    match unit {
        Some(unit) if tail.len() < body.len() => {
            let rest = tail.strip_prefix(unit).unwrap_or(tail);
            TIME_BEHIND.strip_starts(rest, SHORTEST_NAME)
        }
        _ => text,
    }
}

/// A character of the number of a year or of months.
fn of_time(c: char) -> bool {
    is_digit(c) || is_numeral(c) || "-—–~～".contains(c)
}

/// A head without the quotation that begins in it and ends after the value: what is quoted, or the words before the
/// quotation where that is too short to be a name (“要素政策赋能清单16条”, but 实现“四个翻番”).
pub fn out_of_quotation(head: &str) -> &str {
    let opening = |c: char| Mark::of(c) == Some(Mark::Open(Pair::Quote));
    let closing = |c: char| Mark::of(c) == Some(Mark::Close(Pair::Quote));
    let Some((before, quoted)) = head
        .rsplit_once(opening)
        .filter(|(_, tail)| !tail.contains(closing))
    else {
        return head;
    };
    if quoted.chars().count() < limits::LAST_OF_LIST.get() {
        before
    } else {
        quoted
    }
}

/// The parts of a list, at the marks and words that are asked for, none of them within a pair of marks.
pub fn parts(text: &str, joins: impl Fn(char) -> bool) -> Vec<&str> {
    let spans = part_spans(text, joins).into_iter();
    spans.filter_map(|span| text.get(span)).collect()
}

/// The same as bytes of the text.
pub fn part_spans(text: &str, joins: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut depth = 0_usize;
    let mut start = 0;
    let mut out = Vec::new();
    for (at, c) in text.char_indices() {
        match Mark::of(c) {
            Some(Mark::Open(_)) => depth += 1,
            Some(Mark::Close(_)) => depth = depth.saturating_sub(1),
            _ if depth == 0 && joins(c) => {
                out.push(start..at);
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    out.push(start..text.len());
    out
}

/// Whether words may be an item of a list of nouns: nothing in them happens or is done.
pub fn is_nominal(text: &str) -> bool {
    let text = text.trim();
    let long = text.chars().count();
    let done = VERBS.starts(text) && !LEADING.starts(text);
    (SHORTEST_NAME..=limits::ITEM.get()).contains(&long)
        && !done
        && !LIMIT_BEHIND.starts(text)
        && !text.contains(is_comma)
        && PREDICATE.earliest(text).is_none()
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',' | '：' | ':')
}

/// Whether words only say what is done, and to nothing: 投产, 增长.
pub fn is_verb(text: &str) -> bool {
    VERBS.has(text) || PREDICATE.has(text) || LEADING.has(text) || TRAILING.has(text)
}

/// Whether words begin with what is done: 服务客户.
pub fn does(text: &str) -> bool {
    VERBS.starts(text)
}

/// The verb that a phrase begins with, 新 before it included: 新开工.
pub fn verb_of(text: &str) -> &str {
    let bare = NEWLY.strip_start(text).unwrap_or(text);
    let mut rest = bare;
    while let Some(tail) = VERBS.strip_start(rest) {
        rest = tail;
    }
    if rest.len() == bare.len() {
        return "";
    }
    text.get(..text.len() - rest.len()).unwrap_or_default()
}

/// A name without the verb that it begins with, if the rest is a name that says enough.
pub fn thing_of(name: &str) -> &str {
    let thing = name.strip_prefix(verb_of(name)).unwrap_or(name);
    let says = is_nominal(thing) && thing.chars().count() > limits::SHORT_NOUN.get();
    if says { thing } else { name }
}

/// A phrase without the verb that it ends with: 新能源开工.
pub fn without_verb(text: &str) -> &str {
    let rest = VERBS.strip_end(text).unwrap_or(text);
    if rest.chars().count() < SHORTEST_NAME {
        text
    } else {
        rest
    }
}

/// Whether words only lead to a name: 其中.
pub fn leads(text: &str) -> bool {
    LEADING.has(text) && !VERBS.has(text)
}

/// Whether something is done anywhere in words.
pub fn tells(text: &str) -> bool {
    PREDICATE.earliest(text).is_some() || VERBS.is_in(text) || LEADING.starts(text)
}

/// The words before the first that say that something happens: 人工智能产业突破发展. None where nothing does.
pub fn before_predicate(text: &str) -> Option<&str> {
    text.get(..PREDICATE.earliest(text)?)
}

/// The words before a verb within a phrase, if they may be a name: 省属企业完成产业类投资.
pub fn before_verb(text: &str) -> Option<&str> {
    let at = LEADING
        .candidates(text)
        .filter(|(word, ())| word.chars().nth(SHORTEST_NAME - 1).is_some())
        .filter_map(|(word, ())| text.find(word))
        .filter(|at| *at > 0)
        .min()?;
    let head = text.get(..at)?;
    (head.chars().count() > SHORTEST_NAME).then_some(head)
}

/// A name of no more characters than one may have: one that is too long loses the first items of its list, and one
/// that is no list is none.
pub fn cut(name: &str) -> String {
    let mut rest = name;
    while rest.chars().count() > limits::NAME.get() {
        let items = parts(rest, |c| c == '、');
        let Some(first) = items.first().filter(|first| first.len() < rest.len()) else {
            return String::new();
        };
        rest = rest
            .get(first.len() + '、'.len_utf8()..)
            .unwrap_or_default();
    }
    rest.to_owned()
}
