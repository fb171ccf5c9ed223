//! The bulletin's own word on what became of a promise.
//!
//! Reads words only: knows nothing of numbers on either side.

use crate::figures::denies;

use super::verdict::Outcome;

/// Near is at least this much of the target, in percent.
const NEAR: f64 = 95.0;

/// The bulletin's stated verdict, in an outcome; None where its word says none.
pub fn stated_verdict(word: &str) -> Option<Outcome> {
    const WORDS: [(&str, Outcome); 4] = [
        ("超额", Outcome::Exceeded),
        ("基本完成", Outcome::Near),
        ("部分完成", Outcome::Partial),
        ("完成", Outcome::Met),
    ];
    if denies(word) {
        return Some(Outcome::Missed);
    }
    // Only the clause with 完成 in it counts: 无遗漏，全部完成 denies nothing.
    let clause = word
        .split(['，', '。', '；', '、', ',', ';'])
        .find(|clause| clause.contains("完成"));
    let before = clause
        .and_then(|c| c.split("完成").next())
        .unwrap_or_default();
    let says = |words: &[&str]| words.iter().any(|word| before.contains(word));
    if says(&["未", "没", "无法", "不能", "不会", "难以"]) {
        return Some(Outcome::Missed);
    }
    // Not yet, or not known: arithmetic decides.
    if says(&["正在", "待", "即将", "预计", "力争", "有望"]) {
        return None;
    }
    // 完成全年目标的90%.
    if let Some((_, part)) = clause.and_then(|clause| clause.rsplit_once('的')) {
        let percent = part
            .trim_end_matches(['%', '％', '左', '右'])
            .parse::<f64>();
        match percent {
            Ok(percent) if percent > 100.0 => return Some(Outcome::Exceeded),
            Ok(100.0) => return Some(Outcome::Met),
            Ok(percent) if percent >= NEAR => return Some(Outcome::Near),
            Ok(_) => return Some(Outcome::Partial),
            Err(_) if part.starts_with("一半") || part.contains('成') => {
                return Some(Outcome::Partial);
            }
            Err(_) => {}
        }
    }
    WORDS
        .iter()
        .find(|(own, _)| word.contains(own))
        .map(|(_, outcome)| *outcome)
}

/// Whether what is reported fulfils a promise in words: not where something that was not to happen did.
pub fn fulfilled(target: &str, result: &str) -> bool {
    const HARM: [&str; 4] = ["发生", "出现", "新增", "突破"];
    let broken = HARM.iter().any(|harm| {
        let shall_not = ["不", "不再", "杜绝", "防止", "避免", "零"]
            .iter()
            .any(|word| target.contains(&format!("{word}{harm}")));
        let did = result.match_indices(harm).any(|(at, _)| {
            let before = result.get(..at).unwrap_or_default();
            !["未", "没有", "不", "无", "零"]
                .iter()
                .any(|word| before.ends_with(word))
        });
        shall_not && did
    });
    !broken
}

#[cfg(test)]
mod tests {
    use super::*;

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
