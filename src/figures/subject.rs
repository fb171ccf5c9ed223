//! What a value counts: the full name of the indicator.
//!
//! Looks only at the clause of the value and the values in it. Where the clause does not say, the name is empty.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::{Mark, Pair};

use super::limits;
use super::read::words_before;
use super::scan::Mention;

/// Words a name does not begin with: verbs and adverbs of reports.
static LEADING: List = List::new("leading");
/// Words a name does not end with.
static TRAILING: List = List::new("trailing");
static COMPARED_WITH: List = List::new("compared-with");
static CAME_FROM: List = List::new("came-from");
static ORIGIN: Chars = Chars::new(List::new("origin"));
static PER_HEAD: List = List::new("per-head");
static WAY_OF_CHANGE: List = List::new("way-of-change");
static CHANGE_NAME: List = List::new("change-name");
static AGAINST: List = List::new("against");
static RESPECTIVELY: List = List::new("respectively");
static JOINS: Chars = Chars::new(List::new("joins"));
/// The word of a limit behind a value: the unit ends before it.
static LIMIT_BEHIND: List<&str> = List::of("behind", Some);
static NOT_COUNTING: List = List::new("not-counting");
static NOUN_END: Chars = Chars::new(List::new("noun-end"));
static NAME_EDGE: Chars = Chars::new(List::new("name-edge"));
/// What joins a verb's objects: 、 and 和.
static LIST_AND: Chars = Chars::new(List::new("list-and"));
static LIST_PART: Chars = Chars::new(List::new("list-part"));

/// A name has at least so many characters; of a subject of several, each may have no more to share an end.
const SHORTEST_NAME: usize = 2;

/// What a value counts: the noun after it (85个二级节点), or the words before it (二级节点166个), from the end of
/// the value before. Empty where its clause does not say.
pub fn indicator(body: &str, place: &Mention, before: usize) -> String {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let value = part(place.value.clone());
    let after = part(place.value.end..place.context.end);
    let noun = noun_after(after);
    let counted = LIMIT_BEHIND.strip_ends(value);
    let counts = counted.ends_with(is_han) && !NOT_COUNTING.ends(counted);
    let head = part(place.clause.start.max(before)..place.value.start);
    if counts && !noun.is_empty() {
        // 接入5万家企业: a short noun is named with its verb.
        let verb = without_words(head);
        let short = noun.chars().count() <= limits::SHORT_NOUN.get()
            && (1..=limits::SHORT_VERB.get()).contains(&verb.chars().count());
        let verb = if short {
            verb.trim_start_matches(|c| LIST_AND.has(c))
        } else {
            ""
        };
        return cut(&format!("{verb}{noun}"));
    }
    let parts = |c: char| LIST_PART.has(c) || matches!(c, '（' | '(');
    let head = head.rsplit(parts).next().map_or(head, |last| {
        // 企业宽带、专线平均资费: the list is one subject.
        if last.chars().count() < limits::LAST_OF_LIST.get() {
            head
        } else {
            last
        }
    });
    let name = cut(strip(out_of_quotation(head)));
    if name.chars().count() < SHORTEST_NAME {
        cut(&noun)
    } else {
        name
    }
}

/// A head without the quotation that begins in it and ends after the value: what is quoted, or the words before the
/// quotation where that is too short to be a name (“要素政策赋能清单16条”, but 实现“四个翻番”).
fn out_of_quotation(head: &str) -> &str {
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

/// The words before a value, without those that bound or move it.
pub fn without_words(head: &str) -> &str {
    head.strip_suffix(words_before(head)).unwrap_or(head)
}

/// The noun right after a counted value.
fn noun_after(text: &str) -> String {
    let mut noun = String::new();
    let (mut depth, mut quoted) = (0_usize, 0_usize);
    for c in text.chars() {
        match Mark::of(c) {
            Some(Mark::Open(Pair::Quote | Pair::Title)) => quoted += 1,
            // The mark that closes here was opened before the value: the value ends a quotation, “四个翻番”.
            Some(Mark::Close(Pair::Quote | Pair::Title)) if quoted == 0 => break,
            Some(Mark::Close(Pair::Quote | Pair::Title)) => quoted -= 1,
            _ => {}
        }
        match c {
            // 省(区、市)平台 is one noun.
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            c if "，,。；;".contains(c) || NOUN_END.has(c) || c.is_ascii_digit() => break,
            c => noun.push(c),
        }
    }
    noun.trim().to_owned()
}

/// The subjects to which 分别 (respectively) assigns several values; none where their numbers differ.
pub fn dealt(head: &str, count: usize) -> Vec<&str> {
    let split = RESPECTIVELY.words().find_map(|word| head.split_once(word));
    let subjects = split.filter(|_| count > 1);
    let parts = subjects.map(|(subjects, _)| subjects.split(|c| JOINS.has(c)));
    let names: Vec<&str> = parts.into_iter().flatten().map(strip).collect();
    if names.len() == count {
        names
    } else {
        Vec::new()
    }
}

/// A subject of several with what they share at their end: 城镇和农村居民收入 are 城镇居民收入 and
/// 农村居民收入.
pub fn whole_subject(subject: &str, last: Option<&str>) -> String {
    let own = subject.chars().count();
    let shared = last.and_then(|last| {
        let (at, _) = last.char_indices().nth(own)?;
        last.get(at..)
    });
    match shared {
        Some(shared)
            if own <= SHORTEST_NAME
                && shared.chars().count() > SHORTEST_NAME
                && !subject.ends_with(shared) =>
        {
            format!("{subject}{shared}")
        }
        _ => subject.to_owned(),
    }
}

/// A name without the words that only lead to a value or to a name.
pub fn strip(text: &str) -> &str {
    let mut name = without_words(text.trim());
    // Of comparisons only what is compared: 资费较2020年年底.
    for word in COMPARED_WITH.words() {
        if let Some((head, _)) = name.rsplit_once(word) {
            name = head;
        }
    }
    // 办理时限由15个工作日: the starting value is no part of the name.
    for word in CAME_FROM.words() {
        let came = |tail: &str| tail.starts_with(|c: char| c.is_numeric() || ORIGIN.has(c));
        match name.split_once(word) {
            Some((head, tail)) if head.chars().count() >= SHORTEST_NAME && came(tail) => {
                name = head;
            }
            _ => {}
        }
    }
    loop {
        let before = name;
        if PER_HEAD.has(name) {
            return name;
        }
        name = LEADING.strip_starts(TRAILING.strip_ends(name), SHORTEST_NAME);
        name = name.trim_matches(|c: char| "，,、 ：:）)（(".contains(c) || NAME_EDGE.has(c));
        if name == before {
            return name;
        }
    }
}

/// A name that is only an aspect of the subject before, joined to it: 人均 of GDP, 增速 of what grew,
/// 高于全国平均水平 of what is compared.
pub fn with_subject(name: String, subject: &str) -> String {
    if subject.is_empty() {
        return name;
    }
    match name.as_str() {
        word if PER_HEAD.has(word) => cut(&format!("{name}{subject}")),
        word if WAY_OF_CHANGE.has(word) && names_a_change(subject) => subject.to_owned(),
        word if WAY_OF_CHANGE.has(word) || AGAINST.starts(word) => cut(&format!("{subject}{name}")),
        _ => name,
    }
}

/// Whether a name is one of a growth or decline.
pub fn names_a_change(name: &str) -> bool {
    CHANGE_NAME.is_in(name)
}

/// The last words of a name that is too long.
pub fn cut(name: &str) -> String {
    let skip = name.chars().count().saturating_sub(limits::NAME.get());
    name.chars().skip(skip).collect()
}
