//! What the sentences of a paragraph turn to: a year, several years, what is wrong, what will be done. Knows nothing of
//! sections.

use super::limits;
use super::scope::{COMING_SPANS, Clock, FIVE_YEAR_PLANS, PAST_SPANS, spans, years_of_plan};
use crate::calendar::{Period, Year};
use crate::fold::Letters;
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::sentence::Text;
use crate::text::time::{self, Time};
use crate::text::times::times;
use crate::text::year::{digit, year};

static BEGINS_NAMING: List = List::new("begins-naming");
static ENDS_NAMING: List = List::new("ends-naming");
static PAST_YEAR: List = List::new("past-year");
static THIS_YEAR: List = List::new("this-year");
static OUTLOOK_PAPER: List = List::new("outlook-paper");
static SPAN_OF_PLAN: List = List::new("span-of-plan");
static LOOKS_BACK: List = List::new("looks-back");
static ADDRESSES: List = List::new("address-start");
static OPENS_PROBLEMS: List = List::new("opens-problems");
/// What is wrong, words that say that it exists, and words by which it is only what something is done about.
static WEAKNESSES: List = List::new("weakness");
static HAS_WEAKNESSES: List = List::new("has-weakness");
static TURNED_AGAINST: List = List::new("turned-against");
static SHOWS_ITSELF: List = List::new("shows-itself");
static MONTH: List = List::new("month-mark");
static FUTURE: List = List::new("future-of-year");
static AS_OF: List = List::new("as-of");
static NOT_YET: List = List::new("not-yet");
static SO_FAR: List = List::new("so-far-start");
static NEXT_STEPS: List = List::new("next-steps");

/// What a sentence that opens a paragraph turns to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Several years that are over.
    PastSpan,
    /// The year that is reported.
    PastYear,
    /// What is planned for the year.
    ThisYear,
    /// What is planned for several years.
    ComingSpan,
    /// What is wrong.
    Problems,
    /// What will be done next.
    NextSteps,
}

/// A sentence, and the document's years.
#[derive(Debug)]
struct Opening {
    words: String,
    clock: Clock,
}

impl Opening {
    /// A sentence without the words that address the audience and look back.
    fn new(sentence: &str, clock: Clock) -> Self {
        let simplified = Letters::known().simplified(sentence);
        let mut words = simplified.trim_start();
        // 过去的五年 are years of their own; of 过去的2030年 only the year counts.
        let names_years = |words| PAST_SPANS.start(words).is_some() || PAST_YEAR.starts(words);
        while !names_years(words)
            && let Some(rest) = ADDRESSES
                .strip_start(words)
                .or_else(|| LOOKS_BACK.strip_start(words))
        {
            words = rest.trim_start_matches(|c: char| "，,！!：: ".contains(c));
        }
        Self {
            words: words.to_owned(),
            clock,
        }
    }

    /// The years of the five-year plan that it begins with: “十四五”时期.
    fn plan(&self) -> Option<Period> {
        let words = self.words.trim_start_matches(['“', '"', '「', '”']);
        let (word, number) = FIVE_YEAR_PLANS
            .get()
            .iter()
            .find(|(word, _)| words.starts_with(word))?;
        let rest = words
            .get(word.len()..)?
            .trim_start_matches(['”', '"', '」']);
        SPAN_OF_PLAN
            .starts(rest)
            .then(|| years_of_plan(*number, self.clock))?
    }

    /// The year that it begins with; none if it goes on with the month.
    fn year(&self) -> Option<Year> {
        let digits: String = self.words.chars().take(5).collect();
        let rest = self.words.get(digits.len()..).unwrap_or_default();
        let month = MONTH.starts(rest.trim_start_matches(|c| digit(c).is_some()));
        year(&digits).filter(|_| !month)
    }

    /// Whether it begins with a part of the year that is reported: 上半年, 1—5月, or 今年以来 if that is the year.
    fn is_part_of_year(&self) -> bool {
        let reported = self.clock.reported();
        let begins: String = self
            .words
            .chars()
            .take(limits::PART_OF_YEAR.get())
            .collect();
        let clock = time::Clock {
            told: reported,
            now: self.clock.written,
        };
        let part = times(&begins, clock)
            .into_iter()
            .find(|named| named.span.start == 0);
        let so_far = SO_FAR.starts(&self.words) && self.clock.written == reported;
        let year = match part.map(|named| named.time) {
            Some(Time::Months(year, ..) | Time::At(year, _)) => Some(year),
            _ => reported.filter(|_| so_far),
        };
        year.is_some() && year == reported
    }

    /// Whether it ends by announcing a list of what is wrong: 还有一些薄弱环节：…. What is said of such a list, 主要表现在,
    /// may stand between.
    fn announces_problems(&self) -> bool {
        let Some((words, _)) = self.words.split_once(['：', ':']) else {
            return false;
        };
        let mut clauses = words.rsplit(['，', ',', '；', '。']).map(str::trim_start);
        let clause = clauses.find(|clause| !SHOWS_ITSELF.starts(clause));
        clause.is_some_and(|clause| {
            let wrong = WEAKNESSES.is_in(clause) && HAS_WEAKNESSES.is_in(clause);
            wrong && !TURNED_AGAINST.is_in(clause)
        })
    }

    fn is_of_future(&self) -> bool {
        FUTURE.is_in(&self.words)
    }
}

/// In the examples 2030 is reported and 2031 planned.
static TURNS: &[Rule<Opening, Turn>] = &[
    Rule {
        name: "opens-with-problems",
        when: |opening, _| {
            let early: String = opening
                .words
                .chars()
                .take(limits::EARLY_PROBLEM.get())
                .collect();
            OPENS_PROBLEMS.is_in(&early)
        },
        then: Turn::Problems,
        example: "同时，我们也清醒看到，产业结构仍然偏重。",
        counter: "我们着力化解产业结构偏重的矛盾。",
    },
    Rule {
        name: "announces-problems",
        when: |opening, _| opening.announces_problems(),
        then: Turn::Problems,
        example: "2030年渠系建设进展顺利，但工作中还有一些薄弱环节：渠系老化，巡查偏少。",
        counter: "针对存在的薄弱环节，我们采取三项措施：换渠、清淤、增人。",
    },
    Rule {
        name: "opens-with-past-plan",
        when: |opening, _| {
            opening
                .plan()
                .is_some_and(|plan| opening.clock.is_over(plan))
        },
        then: Turn::PastSpan,
        example: "“十五五”时期极不平凡。",
        counter: "“十六五”时期极为关键。",
    },
    Rule {
        name: "opens-with-coming-plan",
        when: |opening, _| {
            opening
                .plan()
                .is_some_and(|plan| opening.clock.is_coming(plan))
        },
        then: Turn::ComingSpan,
        example: "“十六五”时期极为关键。",
        counter: "“十六五”规划编制完成。",
    },
    Rule {
        name: "opens-with-past-years",
        when: |opening, _| {
            let named =
                || BEGINS_NAMING.starts(&opening.words) && ENDS_NAMING.is_in(&opening.words);
            PAST_SPANS.start(&opening.words).is_some() || named()
        },
        then: Turn::PastSpan,
        example: "各位代表！过去五年，我们攻坚克难。",
        counter: "今后五年，我们继续前行。",
    },
    Rule {
        name: "opens-with-coming-years",
        when: |opening, _| {
            COMING_SPANS.start(&opening.words).is_some() || OUTLOOK_PAPER.starts(&opening.words)
        },
        then: Turn::ComingSpan,
        example: "今后五年，我们继续前行。",
        counter: "过去五年，我们攻坚克难。",
    },
    Rule {
        name: "opens-with-past-year",
        when: |opening, _| {
            let named = opening.year();
            PAST_YEAR.starts(&opening.words) || named.is_some() && named == opening.clock.reported()
        },
        then: Turn::PastYear,
        example: "刚刚过去的2030年，全市上下顽强拼搏。",
        counter: "2029年，全市上下顽强拼搏。",
    },
    Rule {
        name: "opens-with-part-of-year",
        when: |opening, _| opening.is_part_of_year() && !opening.is_of_future(),
        then: Turn::PastYear,
        example: "1—5月，外贸出口12.3亿元。",
        counter: "上半年，我们将修订章程。",
    },
    Rule {
        name: "opens-with-plan-of-year",
        when: |opening, _| {
            let named = opening.year();
            let planned = named.is_some() && named == opening.clock.planned();
            (planned || THIS_YEAR.starts(&opening.words)) && opening.is_of_future()
        },
        then: Turn::ThisYear,
        example: "今年主要预期目标是：生产总值增长5%左右。",
        counter: "今年以来，生产保持稳定。",
    },
    Rule {
        name: "opens-with-next-steps",
        when: |opening, _| NEXT_STEPS.starts(&opening.words) && opening.is_of_future(),
        then: Turn::NextSteps,
        example: "下一步，我们将整治河道。",
        counter: "下一步举措不够具体。",
    },
];

/// A turn in a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    pub turn: Turn,
    /// Whether its sentence is the first that says something.
    pub opens: bool,
    /// Whether its sentence and those behind it are the greater part of the paragraph.
    pub prevails: bool,
}

/// What the sentences of a paragraph open with, in order.
pub fn turns(paragraph: &str, clock: Clock) -> Vec<Told> {
    let text = Text::new(paragraph);
    let sentences = text.sentences().iter().filter_map(|span| {
        let sentence = paragraph.get(span.clone())?;
        let prevails = paragraph.len() - span.start >= span.start;
        Some((Opening::new(sentence, clock), prevails))
    });
    let said = sentences
        .filter(|(opening, _)| !opening.words.is_empty())
        .enumerate();
    let turns = said.filter_map(|(place, (opening, prevails))| {
        first(TURNS, &opening, 0).map(|rule| Told {
            turn: rule.then,
            opens: place == 0,
            prevails,
        })
    });
    turns.collect()
}

/// The year that the first sentence of a paragraph begins with, of which the text then is: none if it goes on with the
/// month.
pub fn year_told(paragraph: &str) -> Option<Year> {
    Opening::new(paragraph, Clock::default()).year()
}

/// Whether a paragraph begins with how things stood at the end of the year that is reported, or at a date of it:
/// 截至2030年底.
pub fn stands_at_end(paragraph: &str, clock: Clock) -> bool {
    let text = Text::new(paragraph);
    let first = text
        .sentences()
        .first()
        .and_then(|span| paragraph.get(span.clone()));
    let date = first.and_then(|first| AS_OF.strip_start(first.trim_start()));
    date.is_some_and(|date| {
        let digits: String = date.chars().take(5).collect();
        let named = year(&digits);
        named.is_some() && named == clock.reported() && !NOT_YET.is_in(date)
    })
}

impl Turn {
    /// The kind of what follows.
    pub fn kind(self) -> Kind {
        match self {
            Self::PastSpan | Self::PastYear => Kind::Achievements,
            Self::ThisYear | Self::NextSteps => Kind::Plans,
            Self::ComingSpan => Kind::Outlook,
            Self::Problems => Kind::Problems,
        }
    }

    /// The years that it speaks of, if there are several: those that the paragraph's first sentence names, else those
    /// of the document. Later sentences compare with other years.
    pub fn span(self, clock: Clock, paragraph: &str) -> Option<Period> {
        let text = Text::new(paragraph);
        let first = text
            .sentences()
            .first()
            .and_then(|first| paragraph.get(first.clone()));
        let spans = || spans(first.unwrap_or_default(), clock);
        match self {
            Self::PastSpan => {
                let named = spans()
                    .into_iter()
                    .map(|(_, span)| span)
                    .find(|span| clock.is_over(*span));
                named.or_else(|| clock.past(5))
            }
            Self::ComingSpan => {
                let named = spans()
                    .into_iter()
                    .map(|(_, span)| span)
                    .find(|span| clock.is_coming(*span));
                named.or_else(|| clock.coming(5))
            }
            Self::NextSteps => clock.next().filter(|next| next.from() < next.to()),
            _ => None,
        }
    }

    /// The year that it speaks of, if it is one.
    pub fn year(self, clock: Clock) -> Option<Year> {
        match self {
            Self::PastYear => clock.reported(),
            Self::ThisYear => clock.planned(),
            Self::NextSteps => {
                let next = clock.next().filter(|next| next.from() == next.to());
                next.map(Period::from)
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check;

    #[test]
    fn rules_hold_for_their_examples() {
        check(TURNS, |lines| {
            let sentences = lines.concat();
            // An address is a sentence of its own.
            Opening::new(&sentences, Clock::EXAMPLE)
        });
    }

    #[test]
    fn what_stood_at_the_end_of_the_year_is_reported() {
        let stands = |paragraph| stands_at_end(paragraph, Clock::EXAMPLE);
        assert!(stands("截至2030年底，全省建成充电桩12万个。力争翻番。"));
        assert!(stands("截止2030年12月31日，湿地保护率为56%。"));
        assert!(!stands("截至2031年底，全省建成充电桩12万个。"));
        assert!(!stands(
            "截至2030年底的目标是建成充电桩12万个，力争达到15万个。"
        ));
        assert!(!stands("到2030年底，全省建成充电桩12万个。"));
    }
}
