//! The bulletin's own word on what became of a promise.
//!
//! Reads words only: knows nothing of numbers on either side.

use crate::figures::denies;
use crate::lexicon::List;
use crate::text::mark::{End, Mark};

use super::limits;
use super::verdict::Outcome;

/// Verdicts of bulletins; the first that is found counts.
static VERDICTS: List<Outcome> = List::of("verdict", Outcome::parse);
/// 好于预期.
static EXPECTED: List = List::new("than-expected");
/// 完成, and words before it that say that nothing was completed, or not yet.
static DONE: List = List::new("done");
static NOT_DONE: List = List::new("not-done");
static NOT_YET: List = List::new("not-yet");
/// 完成全年目标的90%左右: words before the share, words that make it inexact, and shares in words.
static SHARE_OF: List = List::new("share-of");
static ABOUT_A_SHARE: List = List::new("about-a-share");
static HALF: List = List::new("half");
static TENTHS: List = List::new("tenths");
/// Words of harm, words that it shall not happen, and words that it did not.
static HARM: List = List::new("harm");
static SHALL_NOT: List = List::new("shall-not");
static DID_NOT: List = List::new("did-not");

/// Whether a word sets a result against what was expected, which may be more or less than what was promised: 好于预期.
pub fn is_of_expectation(word: &str) -> bool {
    EXPECTED.has(word)
}

/// The outcome that the bulletin's own words state; None where they state none.
pub fn stated_verdict(word: &str) -> Option<Outcome> {
    if denies(word) {
        return Some(Outcome::Missed);
    }
    // Only the clause that says 完成 counts: 无遗漏，全部完成 denies nothing.
    let clause = word
        .split(|c| Mark::ends(c, End::Pause))
        .find(|clause| DONE.is_in(clause));
    let before = clause
        .and_then(|clause| clause.split(DONE.within(clause)?).next())
        .unwrap_or_default();
    if NOT_DONE.is_in(before) {
        return Some(Outcome::Missed);
    }
    // Not yet, or not known: arithmetic decides.
    if NOT_YET.is_in(before) {
        return None;
    }
    clause.and_then(share_done).or_else(|| {
        let mut verdicts = VERDICTS.get().iter();
        let own = verdicts.find(|(own, _)| word.contains(own));
        own.map(|(_, outcome)| *outcome)
    })
}

/// The outcome of a share that was done: 完成全年目标的90%.
fn share_done(clause: &str) -> Option<Outcome> {
    let lead = SHARE_OF.within(clause)?;
    let (_, share) = clause.rsplit_once(lead)?;
    let about =
        |c: char| matches!(c, '%' | '％') || ABOUT_A_SHARE.words().any(|word| word.contains(c));
    match share.trim_end_matches(about).parse::<f64>() {
        Ok(percent) if percent > 100.0 => Some(Outcome::Exceeded),
        Ok(100.0) => Some(Outcome::Met),
        Ok(percent) if percent >= limits::NEAR.get() => Some(Outcome::Near),
        Ok(_) => Some(Outcome::Partial),
        Err(_) => (HALF.starts(share) || TENTHS.is_in(share)).then_some(Outcome::Partial),
    }
}

/// Whether a report in words fulfils a promise in words: not if it reports what was promised not to happen.
pub fn fulfilled(target: &str, result: &str) -> bool {
    let broken = HARM.words().any(|harm| {
        let mut shall_not = SHALL_NOT.words();
        let shall_not = shall_not.any(|word| target.contains(&format!("{word}{harm}")));
        let did = result.match_indices(harm).any(|(at, _)| {
            let before = result.get(..at).unwrap_or_default();
            !DID_NOT.ends(before)
        });
        shall_not && did
    });
    !broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_is_an_outcome() {
        assert_eq!(VERDICTS.left_out(), [""; 0]);
    }

    #[test]
    fn the_bulletins_own_word_is_understood() {
        assert_eq!(stated_verdict("提前完成"), Some(Outcome::Met));
        assert_eq!(stated_verdict("超额完成"), Some(Outcome::Exceeded));
        assert_eq!(stated_verdict("未完成"), Some(Outcome::Missed));
        assert_eq!(stated_verdict("有序推进"), None);
        assert_eq!(stated_verdict("无遗漏，全部完成"), Some(Outcome::Met));
        assert_eq!(stated_verdict("正在完成"), None);
        assert_eq!(stated_verdict("完成全年目标的90%"), Some(Outcome::Partial));
        assert_eq!(
            stated_verdict("完成全年目标的102%"),
            Some(Outcome::Exceeded)
        );
        assert_eq!(stated_verdict("完成全年任务的一半"), Some(Outcome::Partial));
        assert_eq!(stated_verdict("尚未启动"), Some(Outcome::Missed));
        assert!(!fulfilled("确保不发生重大事故", "发生重大事故2起"));
        assert!(fulfilled("确保不发生重大事故", "未发生重大事故"));
        for denied in ["没有完成", "尚未全部完成", "未能超额完成", "不能如期完成"]
        {
            assert_eq!(stated_verdict(denied), Some(Outcome::Missed), "{denied}");
        }
    }
}
