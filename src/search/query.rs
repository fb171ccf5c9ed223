//! What is asked for: words, how they sound, and figures.
//!
//! | typed | finds |
//! |---|---|
//! | `5G+工业互联网` | the words, however they are written |
//! | `xck`, `xingchengka` | what sounds so; the words first |
//! | `>10%`, `≥5000亿元`, `<3`, `=166个` | figures; without a unit those of any unit but % |
//! | `单位:万人` | figures in that unit |
//! | `>10% 增长` | figures that grew |
//! | `>10% 宽带` | figures with the word in their sentence or indicator |
//! | `#` | all figures |
//! | `增长` alone | the word, then other figures that grew |

use std::ops::Range;

use crate::figures::{Context, read};
use crate::fold::{Letters, fold_unit, narrowed};
use crate::lexicon::List;
use crate::model::{Figure, Reading, Role, Section, Trend};

use super::letters::{places, stand_in};
use super::pinyin::Spelling;

/// The relation of a figure to the number that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Over,
    AtLeast,
    Under,
    AtMost,
    Just,
}

/// Signs of relations; those that begin like another one come before it.
const RELATIONS: &[(&str, Relation)] = &[
    (">=", Relation::AtLeast),
    ("<=", Relation::AtMost),
    ("≥", Relation::AtLeast),
    ("≧", Relation::AtLeast),
    ("≤", Relation::AtMost),
    ("≦", Relation::AtMost),
    (">", Relation::Over),
    ("<", Relation::Under),
    // Marks that an input method types for the keys < and >.
    ("〉", Relation::Over),
    ("》", Relation::Over),
    ("〈", Relation::Under),
    ("《", Relation::Under),
    ("==", Relation::Just),
    ("=", Relation::Just),
];

/// What is typed before a unit and a colon.
static UNIT: List = List::new("query-unit");

/// Words that ask for figures that grew or shrank.
static TRENDS: List<Trend> = List::of("query-trend", |value| match value {
    "up" => Some(Trend::Up),
    "down" => Some(Trend::Down),
    _ => None,
});

/// Units of ratios, which a number without a unit does not ask for.
static RATIOS: List = List::new("ratio-unit");

/// What a figure has to be.
#[derive(Clone, Debug, PartialEq)]
enum Asked {
    /// A number, with its folded unit; an empty one means any but ratios.
    Number(Relation, f64, String),
    /// A folded unit, and its printed form where 万 or 亿 belongs to it.
    Unit(String, Vec<char>),
    Trend(Trend),
}

/// A query as it was understood.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The letters of its words.
    words: Vec<char>,
    /// How they sound.
    spelling: Option<Spelling>,
    /// What figures have to be.
    asked: Vec<Asked>,
    /// Whether it is figures that are looked for, the words only near them.
    figures: bool,
    /// A word that alone also asks for figures.
    trend: Option<Trend>,
}

impl Query {
    /// Understands what was typed. Whatever it is, it is a query; one of no letters finds nothing.
    pub fn parse(typed: &str) -> Self {
        let mut query = Self::default();
        let mut words: Vec<&str> = Vec::new();
        let mut trends: Vec<(&str, Trend)> = Vec::new();
        let mut parts = typed.split_whitespace().peekable();
        while let Some(part) = parts.next() {
            let narrow = narrowed(part);
            // The sign may stand alone, before its number.
            let sign = RELATIONS.iter().find(|(sign, _)| narrow == *sign);
            let number = match (sign, parts.peek()) {
                (Some((_, relation)), Some(next)) => {
                    let number = number(*relation, &narrowed(next));
                    if number.is_some() {
                        parts.next();
                    }
                    number
                }
                _ => relation(&narrow),
            };
            if let Some(asked) = number.or_else(|| unit(&narrow)) {
                query.asked.push(asked);
            } else if narrow == "#" {
                query.figures = true;
            } else if let Some(trend) = TRENDS.meaning(part).copied() {
                trends.push((part, trend));
            } else {
                words.push(part);
            }
        }
        query.figures |= !query.asked.is_empty();
        if query.figures {
            query
                .asked
                .extend(trends.into_iter().map(|(_, trend)| Asked::Trend(trend)));
            query.words = Letters::known().of(&words.concat());
        } else {
            if let ([(_, trend)], true) = (trends.as_slice(), words.is_empty()) {
                query.trend = Some(*trend);
            }
            query.words = Letters::known().of(typed);
        }
        // Where ü can be typed it is not u: 女 is nü.
        let umlaut = ['ü', 'Ü', 'ǖ', 'ǘ', 'ǚ', 'ǜ'];
        query.spelling = if typed.contains(umlaut) && !query.figures {
            Spelling::of(&Letters::known().of(&typed.replace(umlaut, "v")))
        } else {
            Spelling::of(&query.words)
        };
        query
    }

    /// Whether it can find nothing.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && !self.figures
    }

    /// Whether a text has its words, or others that sound so.
    pub fn is_in(&self, text: &str) -> bool {
        let sounds = |spelling: &Spelling| spelling.places(text).next().is_some();
        stand_in(&self.words, text) || self.spelling.as_ref().is_some_and(sounds)
    }

    /// Finds words in a text; none where figures are looked for.
    pub(super) fn words(&self, text: &str, found: &mut Vec<Range<usize>>) {
        if !self.figures {
            found.extend(places(&self.words, text));
        }
    }

    /// Finds words that sound so.
    pub(super) fn sounds(&self, text: &str, found: &mut Vec<Range<usize>>) {
        if let Some(spelling) = self.spelling.as_ref().filter(|_| !self.figures) {
            found.extend(spelling.places(text));
        }
    }

    /// Whether figures are looked for, among other things.
    pub(super) fn wants_figures(&self) -> bool {
        self.figures || self.trend.is_some()
    }

    /// The figures of a section that are asked for, in the order of the text.
    pub(super) fn figures<'s>(&self, section: &'s Section) -> impl Iterator<Item = &'s Figure> {
        let mut near = Near {
            section,
            line: 0..0,
            has: false,
        };
        let figures = section.figures().iter();
        figures.filter(move |figure| self.takes(figure, &mut near))
    }

    /// Whether a figure is one of those.
    fn takes(&self, figure: &Figure, near: &mut Near<'_>) -> bool {
        let (Some(value), Some(reading)) = (&figure.value, &figure.reading) else {
            // A damaged figure is listed, but nothing is known of it.
            return self.figures
                && self.asked.is_empty()
                && figure.value.is_some()
                && self.is_near(figure, near);
        };
        if let Some(trend) = self.trend {
            return reading.trend == Some(trend);
        }
        let meets = |asked: &Asked| match asked {
            _ if figure.doubtful => false,
            Asked::Number(relation, number, unit) => {
                let same = fold_unit(&reading.unit) == *unit;
                let counts = !RATIOS.has(&reading.unit);
                (same || (unit.is_empty() && counts)) && satisfies(*relation, *number, reading)
            }
            Asked::Unit(unit, printed) => {
                fold_unit(&reading.unit) == *unit
                    && (printed.is_empty() || stand_in(printed, value))
            }
            Asked::Trend(trend) => reading.trend == Some(*trend),
        };
        self.asked.iter().all(meets) && self.is_near(figure, near)
    }

    /// Whether a figure's sentence or its indicator has the words.
    fn is_near(&self, figure: &Figure, near: &mut Near<'_>) -> bool {
        if self.words.is_empty() || self.is_in(&figure.indicator) {
            return true;
        }
        near.line_has(self, figure) && near.is_in(self, near.section.sentence(figure))
    }
}

/// The text around figures that are asked about one after the other: a line is looked through once for all that are
/// in it. Most lines hold none of the words, and to part one into sentences costs more than to look.
struct Near<'s> {
    section: &'s Section,
    /// The line that was looked through last.
    line: Range<usize>,
    /// Whether it has the words.
    has: bool,
}

impl Near<'_> {
    /// Whether the line of a figure has the words of a query.
    fn line_has(&mut self, query: &Query, figure: &Figure) -> bool {
        let inside = self.line.start <= figure.span.start && figure.span.end <= self.line.end;
        if !inside || self.line.is_empty() {
            self.line = self.section.paragraph(figure);
            self.has = self.is_in(query, self.line.clone());
        }
        self.has
    }

    /// Whether a range of the section's body has the words of a query.
    fn is_in(&self, query: &Query, range: Range<usize>) -> bool {
        query.is_in(self.section.body.get(range).unwrap_or_default())
    }
}

/// A sign and a number: `>10%`.
fn relation(part: &str) -> Option<Asked> {
    let (sign, relation) = RELATIONS.iter().find(|(sign, _)| part.starts_with(sign))?;
    number(*relation, part.strip_prefix(sign)?)
}

fn number(relation: Relation, text: &str) -> Option<Asked> {
    let reading = reading(text)?;
    Some(Asked::Number(
        relation,
        reading.number?,
        fold_unit(&reading.unit).into_owned(),
    ))
}

fn reading(text: &str) -> Option<Reading> {
    let context = Context {
        role: Role::Result,
        indicator: "",
        quote: text,
    };
    read(text, context)
}

/// A unit: `单位:万人`.
fn unit(part: &str) -> Option<Asked> {
    let name = UNIT
        .words()
        .find_map(|lead| part.strip_prefix(lead)?.strip_prefix(':'))?;
    let reading = reading(&format!("1{name}")).filter(|_| !name.is_empty())?;
    let multiplied = reading.number != Some(1.0);
    let printed = if multiplied {
        Letters::known().of(name)
    } else {
        Vec::new()
    };
    Some(Asked::Unit(fold_unit(&reading.unit).into_owned(), printed))
}

/// Whether a figure satisfies the relation (`>=`, `<`) to the number; of a range any part may.
fn satisfies(relation: Relation, number: f64, reading: &Reading) -> bool {
    let low = reading.number.or(reading.low);
    let high = reading.number.or(reading.high);
    let (Some(low), Some(high)) = (low.or(high), high.or(low)) else {
        return false;
    };
    match relation {
        Relation::Over => high > number,
        Relation::AtLeast => high >= number,
        Relation::Under => low < number,
        Relation::AtMost => low <= number,
        Relation::Just => low <= number && number <= high,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_trend_has_a_meaning() {
        assert_eq!(TRENDS.left_out(), [""; 0]);
    }

    #[test]
    fn signs_numbers_and_units_are_understood() {
        let asked = |typed: &str| Query::parse(typed).asked;
        let number =
            |relation, number, unit: &str| vec![Asked::Number(relation, number, unit.into())];
        assert_eq!(asked(">10%"), number(Relation::Over, 10.0, "%"));
        assert_eq!(asked("＞１０％"), number(Relation::Over, 10.0, "%"));
        assert_eq!(asked("》10%"), number(Relation::Over, 10.0, "%"));
        assert!(asked("《意见》").is_empty());
        assert_eq!(asked("≥5000亿元"), number(Relation::AtLeast, 5e11, "元"));
        assert_eq!(asked(">= 5000亿元"), number(Relation::AtLeast, 5e11, "元"));
        assert_eq!(asked(">1万亿"), number(Relation::Over, 1e12, ""));
        assert_eq!(asked("单位：万人").len(), 1);
        assert_eq!(asked("宽带 >10%").len(), 1);
        for words in [">", "> 宽带", "超50亿", "单位:", "10%"] {
            assert!(asked(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn a_word_of_growth_alone_is_a_word_first() {
        let alone = Query::parse("增长");
        assert!(!alone.figures && alone.trend == Some(Trend::Up) && !alone.words.is_empty());
        let beside = Query::parse("增长 >10%");
        assert!(beside.words.is_empty() && beside.asked.len() == 2);
        assert_eq!(Query::parse("宽带 增长").trend, None);
    }

    #[test]
    fn an_umlaut_is_typed_v() {
        assert_eq!(Query::parse("nü").spelling, Query::parse("nv").spelling);
        assert!(Query::parse("nü").is_in("女") && !Query::parse("nü").is_in("怒"));
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        for typed in ["", "  ", "，。", ">"] {
            assert!(Query::parse(typed).is_empty(), "{typed}");
        }
        assert!(!Query::parse("#").is_empty());
    }
}
