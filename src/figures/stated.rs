//! The bulletin's own verdict on a result: 超额完成全年目标, 提前完成, 未完成.
//!
//! 完成 is a verb of every report (完成投资30亿元). It is a verdict only where it says how something was
//! completed, or that a target was, and how much of it: 完成全年目标的90%. What is said not to have
//! been done (尚未启动, 未能出台) is a verdict too. Knows nothing of numbers; `compare` gives verdicts a meaning.

use crate::lexicon::{Chars, List};

use super::limits;

static COMPLETED: List = List::new("completed");
/// How something was completed.
static HOW: List = List::new("how");
/// The same where it is a verdict by itself: 超额完成18%, not 全面完成30个项目.
static HOW_MORE: List = List::new("how-more");
/// What was completed, if it was a promise.
static PROMISES: List = List::new("promise-noun");
static PART_OF_PROMISE: List = List::new("part-of-promise");
static COUNTS: Chars = Chars::new(List::new("completed-count"));
/// 好于预期: a verdict at the head of a clause, where it is said of the value before it.
static EXPECTED: List = List::new("than-expected");
/// Words that deny what follows.
static DENIALS: List = List::new("denial");
/// What did not happen, and is no failure.
static HARM: List = List::new("no-failure");

/// Characters of the verb after a denial that are kept with it.
const DENIED: usize = 2;
/// Characters of the longest verdict that is all of a cell.
const VERDICT: usize = 6;

/// The verdict in a clause, in its own words.
pub fn stated(clause: &str) -> Option<&str> {
    let expected = || EXPECTED.start(clause);
    completed(clause)
        .or_else(|| denied(clause))
        .or_else(expected)
}

/// Whether the words of a cell are nothing but a verdict: 完成, 超额完成.
pub fn is_verdict(cell: &str) -> bool {
    COMPLETED.ends(cell) && cell.chars().count() <= VERDICT && !cell.contains(char::is_numeric)
}

/// Whether a verdict says that something was not done: 尚未启动.
pub fn denies(verdict: &str) -> bool {
    DENIALS.is_in(verdict)
}

/// 尚未启动: the denial and two characters.
fn denied(clause: &str) -> Option<&str> {
    DENIALS.words().find_map(|word| {
        let at = clause.find(word)?;
        let after = clause.get(at + word.len()..)?;
        let harm = HARM.starts(after);
        let verb: usize = after.chars().take(DENIED).map(char::len_utf8).sum();
        clause
            .get(at..at + word.len() + verb)
            .filter(|_| !harm && verb > 0)
    })
}

/// Whether the text before a number says that it is a share of a promise: 完成全年目标的 in 完成全年目标的90%.
pub fn tells_part(text: &str) -> bool {
    let head = PART_OF_PROMISE.strip_end(text);
    head.is_some_and(|head| PROMISES.ends(head)) && COMPLETED.is_in(text)
}

fn completed(clause: &str) -> Option<&str> {
    clause
        .match_indices(COMPLETED.words().next()?)
        .find_map(|(at, verb)| {
            let head = clause.get(..at)?;
            let how = HOW.end(head);
            let start = at - how.map_or(0, str::len);
            let behind = clause.get(at + verb.len()..)?;
            let number = |c: char| c.is_numeric() || COUNTS.has(c);
            let near: usize = behind
                .chars()
                .take(limits::STATED.get())
                .take_while(|c| !number(*c))
                .map(char::len_utf8)
                .sum();
            let object = behind.get(..near)?;
            let promise = PROMISES
                .words()
                .filter_map(|word| Some(object.find(word)? + word.len()));
            let end = match (how, promise.max()) {
                (_, Some(end)) => end,
                // 超额完成18%; not 全面完成30个项目.
                (Some(how), None) if HOW_MORE.has(how) => 0,
                // 目标如期完成: the promise comes before the verb.
                (Some(_), None) if behind.is_empty() && PROMISES.is_in(head) => 0,
                _ => return None,
            };
            let end = at + verb.len() + end;
            // 完成全年目标的90%, 的一半: the share belongs to the verdict.
            let tail = clause.get(end..)?;
            let of = PART_OF_PROMISE.start(tail).map_or(0, str::len);
            let part = of > 0 && tells_part(clause.get(start..end + of).unwrap_or_default());
            let part = if part { tail.len() } else { 0 };
            clause.get(start..end + part)
        })
}

#[cfg(test)]
mod tests {
    use super::stated;

    #[test]
    fn a_verdict_says_how_or_what_was_completed() {
        for (clause, expected) in [
            ("超额完成全年目标", Some("超额完成全年目标")),
            ("提前完成5G建设", Some("提前完成")),
            ("主要目标任务如期完成", Some("如期完成")),
            ("完成年度投资计划的102%", Some("完成年度投资计划的102%")),
            ("完成全年任务的一半", Some("完成全年任务的一半")),
            ("修订工作尚未启动", Some("尚未启动")),
            ("未能出台实施细则", Some("未能出台")),
            ("尚未发现问题", None),
            ("未完成目标任务", Some("未完成目标任务")),
            ("完成投资30亿元", None),
            ("全面完成30个项目", None),
            ("完成192万款APP技术检测", None),
            ("圆满完成重大活动保障", None),
            ("好于预期", Some("好于预期")),
            ("主要指标好于预期", None),
        ] {
            assert_eq!(stated(clause), expected, "{clause}");
        }
    }
}
