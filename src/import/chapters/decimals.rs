//! Decimal numbering of a whole document: 1, 1.1, 1.1.2. A number is numbering if it is the next of its kind: 854.2 万
//! at the beginning of a line goes on with the line before. Knows nothing of sections.

use std::collections::HashSet;

use super::limits;
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::text::chars::is_han;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;

/// What the sequence of a document's numbers says of a line.
#[derive(Clone, Copy, Debug, Default)]
pub enum Decimal {
    /// It begins with this numbering.
    Numbering(Label),
    /// What looks like numbering is a number.
    Figure,
    /// Nothing: its own words decide.
    #[default]
    Open,
}

impl Decimal {
    /// The numbering it is, or what its own words say if the sequence says nothing.
    pub fn or_else(self, own: impl FnOnce() -> Option<Label>) -> Option<Label> {
        match self {
            Self::Numbering(label) => Some(label),
            Self::Figure => None,
            Self::Open => own(),
        }
    }
}

/// A line that begins with digits that may be numbering.
struct Candidate {
    at: usize,
    /// Its numbers from the left.
    path: Vec<u32>,
    /// Bytes before its words.
    bytes: usize,
    /// Whether a space stands before its words.
    spaced: bool,
    styled: bool,
}

/// What the sequence of numbers says of each line.
pub fn read(lines: &[Line]) -> Vec<Decimal> {
    let mut out = vec![Decimal::Open; lines.len()];
    let candidates: Vec<Candidate> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| candidate(at, line))
        .collect();
    let mut taken: HashSet<&[u32]> = HashSet::new();
    for (index, one) in candidates.iter().enumerate() {
        let next = candidates.get(index + 1);
        let decimal = decide(one, next, &taken);
        if matches!(decimal, Decimal::Numbering(_)) {
            taken.insert(&one.path);
        }
        if let Some(slot) = out.get_mut(one.at) {
            *slot = decimal;
        }
    }
    out
}

fn decide(one: &Candidate, next: Option<&Candidate>, taken: &HashSet<&[u32]>) -> Decimal {
    let Some((last, parent)) = one.path.split_last() else {
        return Decimal::Open;
    };
    let next = next.map(|next| next.path.as_slice());
    let before: Vec<u32> = parent
        .iter()
        .copied()
        .chain([last.saturating_sub(1)])
        .collect();
    let goes_on = taken.contains(before.as_slice());
    let within: Vec<u32> = one.path.iter().copied().chain([1]).collect();
    let opens = next == Some(within.as_slice());
    let after: Vec<u32> = parent.iter().copied().chain([last + 1]).collect();
    let followed = *last == 1 && (next == Some(after.as_slice()) || opens);
    let taken = match parent {
        [] => opens || (goes_on && one.spaced),
        _ => {
            goes_on
                || (*last == 1 && (taken.contains(parent) || one.spaced || one.styled))
                || followed
        }
    };
    let depth = u8::try_from(one.path.len()).unwrap_or(u8::MAX);
    let manner = match depth {
        1 => Manner::Digit,
        _ => Manner::Decimal(depth),
    };
    match taken {
        true => Decimal::Numbering(Label {
            manner,
            number: *last,
            bytes: one.bytes,
        }),
        false if depth > 1 && one.spaced => Decimal::Figure,
        false => Decimal::Open,
    }
}

/// The numbers at the beginning of a line, if they may be numbering. Numbering with a mark of its own (1、 1．) is none
/// of these.
fn candidate(at: usize, line: &Line) -> Option<Candidate> {
    static UNITS: List = List::new("unit-after-decimal");
    let text = line.text.as_str();
    let mut path = Vec::new();
    let mut rest = text;
    loop {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, tail) = rest.split_at_checked(digits)?;
        path.push(number.parse().ok().filter(|_| digits <= 3)?);
        match tail
            .strip_prefix('.')
            .filter(|more| more.starts_with(|c: char| c.is_ascii_digit()))
        {
            Some(more) if path.len() < 6 => rest = more,
            _ => {
                rest = tail;
                break;
            }
        }
    }
    let words = rest.trim_start();
    let spaced = words.len() < rest.len();
    let first = words.chars().next()?;
    let heading = path.len() > 1
        || (line.text.chars().count() <= limits::HEADING.get()
            && !words.ends_with(['。', '，', '；', '：', '、']));
    let named = if spaced {
        first.is_alphabetic()
    } else {
        is_han(first)
    };
    // 2. 1.5 万 and 1.5亿元 are figures; what label::read takes as another manner stays so.
    let other = label::read(text, None)
        .is_some_and(|label| !matches!(label.manner, Manner::Digit | Manner::Decimal(_)));
    (heading && named && !other && !UNITS.starts(words)).then(|| Candidate {
        at,
        path,
        bytes: text.len() - words.len(),
        spaced,
        styled: matches!(line.style, Style::Heading(_)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(lines: &[&str]) -> Vec<Option<String>> {
        let of = |text: &&str| Line {
            text: (*text).to_owned(),
            ..Line::default()
        };
        let all: Vec<Line> = lines.iter().map(of).collect();
        let label = |(decimal, line): (&Decimal, &Line)| {
            let label = decimal.or_else(|| label::read(&line.text, None))?;
            line.text
                .get(..label.bytes)
                .map(|label| label.trim().to_owned())
        };
        read(&all).iter().zip(&all).map(label).collect()
    }

    #[test]
    fn numbers_are_numbering_if_they_go_on() {
        let lines = [
            "1 总则",
            "1.1 目的",
            "1.2 范围",
            "2 职责",
            "2.1 牵头单位",
            "3 附则",
        ];
        let labels = labels(&lines);
        let expected = ["1", "1.1", "1.2", "2", "2.1", "3"].map(|label| Some(label.to_owned()));
        assert_eq!(labels, expected);
    }

    #[test]
    fn numbers_without_a_space_are_numbering_where_word_wrote_them() {
        let lines = [
            "1目标",
            "1.1产业",
            "1.2人才",
            "2措施",
            "2.1资金",
            "2.1.1设立基金。",
        ];
        let labels = labels(&lines);
        let expected = ["1", "1.1", "1.2", "2", "2.1", "2.1.1"].map(|label| Some(label.to_owned()));
        assert_eq!(labels, expected);
    }

    #[test]
    fn numbers_that_lead_nowhere_are_figures() {
        for line in [
            "731.6 件办结",
            "3.5 兆瓦投产",
            "88 个乡镇通车",
            "1.6倍于上年",
        ] {
            assert_eq!(
                labels(&["办理建议", line, "全部办结。"]),
                [None, None, None]
            );
        }
    }
}
