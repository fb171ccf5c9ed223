//! The main targets of a plan: what is promised in the sentence of the 主要预期目标.
//!
//! Knows nothing of figures: it says where in a text they stand. The sentence may be set as several, each a list of
//! targets and nothing else. In the list behind a colon each clause is a target, with a number or in words.

use std::ops::Range;

use crate::lexicon::List;
use crate::text::mark::{End, Mark};

use super::phrase::does;

/// Words that lead to the main targets.
static MAIN: List = List::new("main-targets");
/// Words before them that speak of targets that were reached, or of other ones.
static NOT_MAIN: List = List::new("not-main-targets");
/// Words between them and the targets, where no colon is: 主要预期目标为.
static LEADS: List = List::new("leads-to-targets");
/// What a target in words is measured by: 完成国家下达任务.
static IN_WORDS: List = List::new("target-in-words");
/// Words of a clause among the targets that is none itself: 努力争取更好结果.
static NO_TARGET: List = List::new("no-target-in-words");
/// Words a clause begins with that goes on about the target before: 并留有适当弹性.
static GOES_ON: List = List::new("goes-on-about-target");

/// A part of a text that promises main targets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Main {
    /// Where it stands, in bytes of the text.
    pub span: Range<usize>,
    /// Whether it is a list behind a colon, of targets and nothing else.
    pub listed: bool,
}

impl Main {
    /// Whether a clause of it says without a number what something shall be: 居民收入增长与经济增长同步, 国际收支基本平衡.
    pub fn is_in_words(&self, clause: &str) -> bool {
        let number = clause.contains(char::is_numeric);
        let none = || NO_TARGET.is_in(clause) || GOES_ON.starts(clause);
        IN_WORDS.is_in(clause) || self.listed && !number && !none()
    }
}

/// Where the main targets stand, in the order of a text: from the words that lead to them to the full stop, or, where
/// the line ends with a colon, to the end of the list below it.
pub fn spans(text: &str) -> Vec<Main> {
    let mut out: Vec<Main> = Vec::new();
    // Most texts have none: a look at them costs less than the hits of each line.
    if !MAIN.is_in(text) {
        return out;
    }
    let mut open = false;
    let mut start = 0;
    for line in text.split('\n') {
        let span = start..start + line.len();
        start = span.end + 1;
        let words = line.trim();
        if open {
            // The list ends with its full stop, or at a line that is no item.
            let more = |c: char| Mark::ends(c, End::Comma) && !Mark::ends(c, End::Full);
            let item = words.contains(|c: char| c.is_numeric()) || words.ends_with(more);
            let last = words.ends_with(|c| Mark::ends(c, End::Full));
            if item {
                out.push(Main { span, listed: true });
            }
            open = item && !last || words.is_empty();
            continue;
        }
        for hit in MAIN.hits(line) {
            let from = span.start + hit.span.end;
            let tail = line.get(hit.span.end..).unwrap_or_default();
            let head = line.get(..hit.span.start).unwrap_or_default();
            let comma = |c| Mark::ends(c, End::Comma);
            let before = head.rsplit(comma).next().unwrap_or_default();
            let behind = tail.split(comma).next().unwrap_or_default();
            let rest = tail.get(behind.len()..).unwrap_or_default();
            let listed = rest.starts_with(is_colon);
            let leads = listed || LEADS.is_in(behind) || behind.contains(char::is_numeric);
            if !leads || NOT_MAIN.is_in(before) || NOT_MAIN.is_in(behind) {
                continue;
            }
            let stop = tail.find(|c| Mark::ends(c, End::Full));
            let end = stop.map_or(span.end, |stop| from + stop);
            out.push(Main {
                span: from..end,
                listed,
            });
            let more = stop.map_or(0, |stop| more_targets(tail, stop));
            if more > 0 {
                out.push(Main {
                    span: end..end + more,
                    listed: false,
                });
            }
            open = stop.is_none() && words.ends_with(is_colon);
        }
    }
    out.sort_by_key(|main| main.span.start);
    out
}

/// Bytes that the sentences take which follow a full stop and list targets too, up to the stop of the last one.
fn more_targets(text: &str, stop: usize) -> usize {
    let mut end = stop;
    while let Some(rest) = text.get(end..) {
        let rest = rest.trim_start_matches(|c| Mark::ends(c, End::Full));
        let from = text.len() - rest.len();
        let Some(length) = rest.find(|c| Mark::ends(c, End::Full)) else {
            break;
        };
        if !rest.get(..length).is_some_and(lists_targets) {
            break;
        }
        end = from + length;
    }
    end - stop
}

/// Whether a sentence says in each of its clauses what something shall be, and not what is done: 失业率5.5%左右，物价涨幅2%左右.
fn lists_targets(sentence: &str) -> bool {
    let mut clauses = sentence.split(|c| Mark::ends(c, End::Comma));
    let told = |clause: &str| clause.contains(char::is_numeric) || IN_WORDS.is_in(clause);
    !does(sentence.trim()) && clauses.all(told)
}

fn is_colon(c: char) -> bool {
    Mark::of(c) == Some(Mark::Stop(End::Colon))
}

#[cfg(test)]
#[allow(clippy::string_slice)] // tests say what they expect
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<&str> {
        let spans = spans(text).into_iter();
        spans.map(|main| &text[main.span]).collect()
    }

    #[test]
    fn the_sentence_of_the_main_targets_ends_with_its_full_stop() {
        assert_eq!(
            told("今年主要预期目标是：粮食产量80万吨；就业3万人。新建泵站12座。"),
            ["是：粮食产量80万吨；就业3万人"]
        );
        assert_eq!(told("粮食产量80万吨。"), [""; 0]);
        // It may be set as several sentences.
        assert_eq!(
            told(
                "今年预期目标是：粮食产量80万吨。蔬菜30万吨，水果9万吨。上述目标积极稳妥。新建泵站12座。"
            ),
            ["是：粮食产量80万吨", "。蔬菜30万吨，水果9万吨"]
        );
    }

    #[test]
    fn a_sentence_of_targets_in_words_goes_on() {
        assert_eq!(
            told(
                "预期目标是：粮食产量80万吨。主要污染物排放完成国家下达任务。实现上述目标，要开拓进取。"
            ),
            ["是：粮食产量80万吨", "。主要污染物排放完成国家下达任务"]
        );
    }

    #[test]
    fn a_list_below_the_words_holds_them_too() {
        assert_eq!(
            told("今年经济社会发展主要预期目标：\n粮食产量80万吨；\n就业3万人。\n新建泵站12座。"),
            ["：", "粮食产量80万吨；", "就业3万人。"]
        );
    }

    #[test]
    fn in_the_list_behind_a_colon_each_clause_is_a_target() {
        let text = "今年主要预期目标是：粮食产量80万吨，努力争取更好结果；湖水更清，并留有弹性。";
        let main = &spans(text)[0];
        for (clause, target) in [
            ("湖水更清", true),
            ("努力争取更好结果", false),
            ("并留有弹性", false),
        ] {
            assert_eq!(main.is_in_words(clause), target, "{clause}");
        }
        let plain = &spans("今年主要预期目标是粮食产量80万吨，湖水更清。")[0];
        assert!(!plain.is_in_words("湖水更清"));
    }

    #[test]
    fn what_is_said_of_the_targets_is_none() {
        assert_eq!(told("就业等预期目标，体现了稳中求进的要求。"), [""; 0]);
        assert_eq!(
            told("今年预期目标设定为6%以上，考虑了恢复情况。"),
            ["设定为6%以上，考虑了恢复情况"]
        );
    }

    #[test]
    fn targets_that_were_reached_are_none_of_the_plan() {
        assert_eq!(
            told("去年各项主要预期目标顺利完成，粮食产量80万吨。"),
            [""; 0]
        );
    }
}
