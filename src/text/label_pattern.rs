//! Patterns of numbering, from `lexicon/numbering.txt`, and the numbers in them.
//!
//! A pattern is what comes before a number and after it: `第{}章`. A list says which numerals a pattern takes,
//! and how many characters of them at most: `numbering chapter han:4 digits:3`. Two lists are read: `numbering`
//! makes sections, `hanging` sets lines in. Knows nothing of the words that follow a label.

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use crate::lexicon::{Chars, List};

use super::chars::is_digit;
use super::manner::Manner;

/// The sign for a space in a pattern: the ends of a list's words are trimmed.
const SPACE: char = '␣';

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numerals {
    /// Chinese up to 百, the formal ones too: 一, 壹.
    Han,
    /// Chinese up to 百 with zero, without the formal ones.
    Plain,
    /// Digits of either width.
    Digits,
    /// ア, イ, ウ.
    Kana,
    /// ① to ⑳.
    Circled,
    /// ① to ⑳ and ⑴ to ⒇.
    Enclosed,
    /// I, V and X.
    Roman,
    /// A word of ASCII digits or of a Roman numeral.
    Latin,
}

/// Characters of the syllabary that may number.
pub(super) const KANA: RangeInclusive<char> = 'ア'..='ン';

impl Numerals {
    pub(super) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "han" => Self::Han,
            "plain" => Self::Plain,
            "digits" => Self::Digits,
            "kana" => Self::Kana,
            "circled" => Self::Circled,
            "enclosed" => Self::Enclosed,
            "roman" => Self::Roman,
            "latin" => Self::Latin,
            _ => return None,
        })
    }

    /// Whether a character is one of these numerals.
    pub(super) fn takes(self, c: char) -> bool {
        match self {
            Self::Han => HAN.has(c),
            Self::Plain => PLAIN.has(c),
            Self::Digits => is_digit(c),
            Self::Kana => KANA.contains(&c),
            Self::Circled => ('①'..='⑳').contains(&c),
            Self::Enclosed => ('①'..='⒇').contains(&c),
            Self::Roman => roman_value(c).is_some(),
            Self::Latin => c.is_ascii_alphanumeric(),
        }
    }

    /// The number that a run of them stands for.
    pub(super) fn number(self, written: &str) -> Option<u32> {
        match self {
            Self::Han => chinese(&HAN, written),
            Self::Plain => chinese(&PLAIN, written),
            Self::Digits => Some(digits(written)),
            Self::Kana => kana(written),
            Self::Circled | Self::Enclosed => {
                let sign = written.chars().next()?;
                Some(u32::from(sign) - u32::from('①') + 1)
            }
            Self::Roman => roman(written),
            Self::Latin => written.parse().ok().or_else(|| roman(written)),
        }
    }
}

fn parse_value(value: &str) -> Option<u32> {
    value.parse().ok()
}

static HAN: Chars<u32> = Chars::of(List::of("label-numeral", parse_value));
static PLAIN: Chars<u32> = Chars::of(List::of("hanging-numeral", parse_value));

/// Whether a character is 一 to 十: the first one of usual numbering.
pub(super) fn is_usual(c: char) -> bool {
    PLAIN.get(c).is_some_and(|value| (1..=10).contains(&value))
}

/// The number that Chinese numerals up to 百 stand for.
fn chinese(numerals: &Chars<u32>, written: &str) -> Option<u32> {
    let mut sum = 0;
    let mut digit = 0;
    for c in written.chars() {
        match numerals.get(c)? {
            unit @ (10 | 100) => {
                sum += digit.max(1) * unit;
                digit = 0;
            }
            value if digit == 0 => digit = value,
            _ => return None,
        }
    }
    Some(sum + digit).filter(|number| *number > 0)
}

/// The number of a run of digits, which the caller keeps short.
pub(super) fn digits(written: &str) -> u32 {
    written.chars().fold(0, |number, c| {
        let digit = match c {
            '０'..='９' => u32::from(c) - u32::from('０'),
            c => c.to_digit(10).unwrap_or(0),
        };
        number * 10 + digit
    })
}

/// The place of a character in the order of the syllabary, from 1.
pub(super) fn kana(written: &str) -> Option<u32> {
    let sign = written.chars().next()?;
    let order = "アイウエオカキクケコサシスセソタチツテト";
    let at = order.chars().position(|kana| kana == sign)?;
    u32::try_from(at + 1).ok()
}

fn roman_value(c: char) -> Option<u32> {
    match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        _ => None,
    }
}

fn roman(written: &str) -> Option<u32> {
    let (mut sum, mut before) = (0_u32, 0);
    for c in written.chars().rev() {
        let value = roman_value(c)?;
        sum = if value < before {
            sum.checked_sub(value)?
        } else {
            sum + value
        };
        before = value;
    }
    Some(sum).filter(|number| *number > 0)
}

/// A text after a run of certain characters: the run and the rest. None without a run, or if it is longer than
/// `most` characters.
pub(super) fn parted(
    text: &str,
    most: usize,
    takes: impl Fn(char) -> bool,
) -> Option<(&str, &str)> {
    let run = text.chars().take(most + 1).take_while(|c| takes(*c));
    let (count, bytes) = run.fold((0, 0), |(n, bytes), c| (n + 1, bytes + c.len_utf8()));
    (1..=most).contains(&count).then(|| text.split_at(bytes))
}

/// What a list says of a pattern.
#[derive(Debug)]
struct Rule {
    /// Its manner; none where the list needs no manners.
    manner: Option<Manner>,
    /// The numerals that it takes, and how many characters of them at most.
    numerals: Vec<(Numerals, usize)>,
}

fn parse_rule(value: &str) -> Option<Rule> {
    let mut rule = Rule {
        manner: None,
        numerals: Vec::new(),
    };
    for word in value.split_whitespace() {
        match word.split_once(':') {
            Some((name, most)) => rule
                .numerals
                .push((Numerals::parse(name)?, most.parse().ok()?)),
            None => rule.manner = Some(Manner::parse(word)?),
        }
    }
    (!rule.numerals.is_empty()).then_some(rule)
}

static NUMBERING: List<Rule> = List::of("numbering", parse_rule);
static HANGING: List<Rule> = List::of("hanging", parse_rule);

/// The patterns that make sections.
pub(super) fn numbering_patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| Patterns::new(&NUMBERING))
}

/// The patterns by which lines are indented.
pub(super) fn hanging_patterns() -> &'static Patterns {
    static PATTERNS: OnceLock<Patterns> = OnceLock::new();
    PATTERNS.get_or_init(|| Patterns::new(&HANGING))
}

/// A pattern that a text begins with.
pub(super) struct PatternMatch<'t> {
    pub(super) manner: Option<Manner>,
    pub(super) numerals: Numerals,
    /// What the pattern has before the number.
    pub(super) before: &'static str,
    /// The number as written.
    pub(super) written: &'t str,
    /// What the pattern has after the number.
    pub(super) mark: &'static str,
    /// The text after the label.
    pub(super) rest: &'t str,
}

/// Patterns by what comes before the number and by its numerals, so that a text is read once for all patterns
/// that differ only in their mark.
pub(super) struct Patterns(Vec<Group>);

struct Group {
    before: &'static str,
    numerals: Numerals,
    most: usize,
    marks: Vec<(String, Option<Manner>)>,
}

impl Patterns {
    fn new(list: &List<Rule>) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        for (pattern, rule) in list.get() {
            let Some((before, mark)) = pattern.split_once("{}") else {
                continue;
            };
            for (numerals, most) in &rule.numerals {
                let key = (before, *numerals, *most);
                let known = groups
                    .iter()
                    .position(|group| (group.before, group.numerals, group.most) == key);
                let at = known.unwrap_or_else(|| {
                    groups.push(Group {
                        before,
                        numerals: *numerals,
                        most: *most,
                        marks: Vec::new(),
                    });
                    groups.len() - 1
                });
                if let Some(group) = groups.get_mut(at) {
                    let mark = mark.replace(SPACE, " ");
                    group.marks.push((mark, rule.manner));
                }
            }
        }
        Self(groups)
    }

    /// The first pattern that a text begins with.
    pub(super) fn find<'t>(&'static self, text: &'t str) -> Option<PatternMatch<'t>> {
        self.0.iter().find_map(|group| {
            let rest = text.strip_prefix(group.before)?;
            let (written, rest) = group.number(rest)?;
            group.marks.iter().find_map(|(mark, manner)| {
                Some(PatternMatch {
                    manner: *manner,
                    numerals: group.numerals,
                    before: group.before,
                    written,
                    mark,
                    rest: rest.strip_prefix(mark.as_str())?,
                })
            })
        })
    }
}

impl Group {
    /// The number at the start of a text, and the rest.
    fn number<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        match self.numerals {
            // ①② are two numbers.
            Numerals::Circled | Numerals::Enclosed => {
                let sign = text.chars().next().filter(|c| self.numerals.takes(*c))?;
                text.split_at_checked(sign.len_utf8())
            }
            numerals => parted(text, self.most, |c| numerals.takes(c)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lists_is_understood() {
        for left in [NUMBERING.left_out(), HANGING.left_out()] {
            assert_eq!(left, Vec::<&str>::new());
        }
        for left in [HAN.list().left_out(), PLAIN.list().left_out()] {
            assert_eq!(left, Vec::<&str>::new());
        }
        assert!(
            NUMBERING
                .get()
                .iter()
                .all(|(_, rule)| rule.manner.is_some())
        );
        let numerals = HAN.list().words().chain(PLAIN.list().words());
        assert!(numerals.map(|word| word.chars().count()).all(|n| n == 1));
    }

    #[test]
    fn numbers_are_read_in_all_numerals() {
        for (numerals, written, number) in [
            (Numerals::Han, "一百二十一", Some(121)),
            (Numerals::Han, "貳拾", Some(20)),
            (Numerals::Han, "一二", None),
            (Numerals::Digits, "１2", Some(12)),
            (Numerals::Kana, "ト", Some(20)),
            (Numerals::Circled, "⑳", Some(20)),
            (Numerals::Roman, "XIV", Some(14)),
            (Numerals::Latin, "II", Some(2)),
            (Numerals::Latin, "1a", None),
        ] {
            assert_eq!(numerals.number(written), number, "{written}");
        }
    }
}
