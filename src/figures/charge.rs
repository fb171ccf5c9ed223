//! Who has to see to a task, and by when, where the text says it behind the task: （责任单位：市水利局；完成时限：6月底前）.
//!
//! Looks at brackets and at lines and sentences that begin with such a word. Knows no task.

use std::ops::Range;

use crate::lexicon::List;
use crate::text::mark::{End, Mark};

static IN_CHARGE: List = List::new("in-charge");
static BESIDE: List = List::new("beside-charge");
static DUE: List = List::new("due");
static EVERY: List = List::new("every");

/// Brackets that may hold it.
const PAIRS: &[(char, char)] = &[
    ('（', '）'),
    ('(', ')'),
    ('〔', '〕'),
    ('[', ']'),
    ('【', '】'),
    ('［', '］'),
];

/// A remark behind a task.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Charge {
    /// Where it stands, its brackets included.
    pub span: Range<usize>,
    /// The units in charge, as printed.
    pub units: Vec<String>,
    /// The time by which it is due, as printed.
    pub deadline: Option<String>,
}

/// The remarks of a text, in order.
pub fn charges(text: &str) -> Vec<Charge> {
    let mut out: Vec<Charge> = Vec::new();
    // Most texts have none: their colons are few, and stand behind other words.
    let mut colons = text.match_indices(['：', ':']);
    let told = colons.any(|(at, _)| {
        let word = text.get(..at).unwrap_or_default().trim_end();
        IN_CHARGE.ends(word) || DUE.ends(word)
    });
    if !told {
        return out;
    }
    let mut begins = true;
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if at < from {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let open = PAIRS.iter().find(|(open, _)| *open == c);
        let found = match open {
            Some((open, close)) => in_brackets(rest, *open, *close),
            None if begins && says(rest) => in_line(rest),
            None => None,
        };
        begins = Mark::ends(c, End::Semicolon) || c == '\n' || begins && c.is_whitespace();
        let Some((mut charge, bytes)) = found else {
            continue;
        };
        charge.span = at..at + bytes;
        from = charge.span.end;
        begins = true;
        // 责任单位：甲。完成时限：6月 is one remark.
        let between = |last: &Charge| text.get(last.span.end..at).unwrap_or_default();
        match out
            .last_mut()
            .filter(|last| !between(last).contains(char::is_alphanumeric))
        {
            Some(last) => {
                last.span.end = charge.span.end;
                last.units.append(&mut charge.units);
                last.deadline = last.deadline.take().or(charge.deadline);
            }
            None => out.push(charge),
        }
    }
    out
}

/// The remark that a text ends with, if its last line is or ends with one.
pub fn last(text: &str) -> Option<Charge> {
    let line = text.trim_end();
    let line = line.rsplit('\n').next().unwrap_or_default();
    let end = line.trim_end_matches(|c| Mark::ends(c, End::Full));
    let remark = charges(line).pop()?;
    (remark.span.end >= end.len()).then_some(remark)
}

/// Whether a text begins with a word of a remark and a colon.
fn says(text: &str) -> bool {
    [&IN_CHARGE, &DUE]
        .iter()
        .any(|list| labelled(text, list).is_some())
}

/// What follows a word of a list and its colon.
fn labelled<'t>(text: &'t str, list: &List) -> Option<&'t str> {
    let (word, ()) = list.longest(text)?;
    let rest = text.get(word.len()..)?.trim_start();
    rest.strip_prefix(['：', ':'])
}

/// A remark in brackets, and its bytes.
fn in_brackets(text: &str, open: char, close: char) -> Option<(Charge, usize)> {
    let inner = text.strip_prefix(open)?;
    if !says(inner.trim_start()) {
        return None;
    }
    // 各县（市、区） has brackets of its own.
    let mut depth = 0_usize;
    let end = inner.char_indices().find_map(|(at, c)| {
        match c {
            '\n' => return Some(None),
            c if c == open => depth += 1,
            c if c == close && depth == 0 => return Some(Some(at)),
            c if c == close => depth -= 1,
            _ => {}
        }
        None
    });
    let end = end.flatten()?;
    let charge = read(inner.get(..end)?)?;
    Some((charge, open.len_utf8() + end + close.len_utf8()))
}

/// A remark that is a line or a sentence, and its bytes.
fn in_line(text: &str) -> Option<(Charge, usize)> {
    let end = text
        .find(|c| c == '\t' || Mark::ends(c, End::Full))
        .unwrap_or(text.len());
    Some((read(text.get(..end)?)?, end))
}

/// The parts of a remark: 牵头单位：A、B；完成时限：C.
fn read(words: &str) -> Option<Charge> {
    let mut charge = Charge::default();
    let mut own = false;
    for part in words.split(['；', ';', '。', '，', ',', ' ', '　']) {
        let part = part.trim();
        if let Some(units) = labelled(part, &IN_CHARGE) {
            own = true;
            charge.units.extend(self::units(units));
        } else if let Some(due) = labelled(part, &DUE) {
            own = false;
            charge.deadline = Some(due.trim().to_owned()).filter(|due| !due.is_empty());
        } else if labelled(part, &BESIDE).is_some() || part.contains(['：', ':']) {
            own = false;
        } else if own {
            charge.units.extend(self::units(part));
        }
    }
    (!charge.units.is_empty() || charge.deadline.is_some()).then_some(charge)
}

/// The units in charge that some words name, as printed.
pub fn units(words: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut depth = 0_usize;
    let mut start = 0;
    let mut part = |part: &str| {
        let part = part.trim();
        // 各州、市人民政府 is one.
        let every = |last: &String| {
            EVERY
                .strip_start(last)
                .is_some_and(|rest| rest.chars().count() <= 1)
        };
        match out.last_mut().filter(|last| every(last)) {
            Some(last) => {
                last.push('、');
                last.push_str(part);
            }
            None if part.is_empty() => {}
            None => out.push(part.to_owned()),
        }
    };
    for (at, c) in words.char_indices() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | ';' if depth == 0 => {
                part(words.get(start..at).unwrap_or_default());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    part(words.get(start..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(String, Option<String>)> {
        let one = |charge: Charge| (charge.units.join("|"), charge.deadline);
        charges(text).into_iter().map(one).collect()
    }

    #[test]
    fn a_remark_stands_in_brackets_or_in_a_line_of_its_own() {
        for (text, units, deadline) in [
            (
                "新建泵站5座。（责任单位：市水利局、各县（市、区）人民政府）",
                "市水利局|各县（市、区）人民政府",
                None,
            ),
            (
                "修渠。〔牵头单位：市水利局；完成时限：2026年6月底前〕",
                "市水利局",
                Some("2026年6月底前"),
            ),
            (
                "修渠。\n责任单位：市水利局，各州、市人民政府",
                "市水利局|各州、市人民政府",
                None,
            ),
            (
                "修渠。牵头单位：市水利局；配合单位：市财政局",
                "市水利局",
                None,
            ),
            ("（完成时限：长期）", "", Some("长期")),
        ] {
            let deadline = deadline.map(str::to_owned);
            assert_eq!(told(text), [(units.to_owned(), deadline)], "{text}");
        }
        for text in [
            "各责任单位：要抓好落实",
            "（责任单位要抓好落实）",
            "明确责任单位、完成时限。",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn the_last_remark_is_that_of_the_end() {
        assert!(last("修渠。（责任单位：市水利局）").is_some());
        assert!(last("修渠（责任单位：市水利局）。").is_some());
        assert!(last("修渠（责任单位：市水利局），再修路。").is_none());
    }
}
