//! The bulletin's own verdict on a result: 超额完成全年目标, 提前完成, 未完成.
//!
//! 完成 is a verb of every report (完成投资30亿元). It judges only where it says how something was
//! completed, or that a target was, and how much of it: 完成全年目标的90%. What is said not to have
//! been done (尚未启动, 未能出台) is a verdict too.

/// How something was completed, longer ones first where one begins another.
const HOW: &[&str] = &[
    "超额", "提前", "如期", "按期", "圆满", "全面", "全部", "基本", "部分", "未能", "没有", "尚未",
    "未",
];

/// What was completed, if it was a promise.
const PROMISES: &[&str] = &["目标", "任务", "计划", "指标"];

/// Characters between 完成 and what it speaks of, at most.
const NEAR: usize = 12;

/// Words that deny what follows.
const DENIALS: &[&str] = &[
    "尚未",
    "未能",
    "仍未",
    "还未",
    "未按期",
    "未如期",
    "没有能够",
    "尚无",
];

/// What did not happen, and is no failure.
const HARM: &[&str] = &["发生", "出现", "发现", "新增", "接到", "超", "突破"];

/// The verdict in a clause, in its own words.
pub fn stated(clause: &str) -> Option<&str> {
    completed(clause).or_else(|| denied(clause))
}

/// Whether a verdict says that something was not done: 尚未启动.
pub fn denies(verdict: &str) -> bool {
    DENIALS.iter().any(|word| verdict.contains(word))
}

/// 尚未启动: the denial and two characters.
fn denied(clause: &str) -> Option<&str> {
    DENIALS.iter().find_map(|word| {
        let at = clause.find(word)?;
        let behind = clause.get(at + word.len()..)?;
        let harm = HARM.iter().any(|harm| behind.starts_with(harm));
        let verb: usize = behind.chars().take(2).map(char::len_utf8).sum();
        clause
            .get(at..at + word.len() + verb)
            .filter(|_| !harm && verb > 0)
    })
}

/// Whether a text tells how much of a promise was reached: 完成全年目标的90%, as far as the number.
pub fn tells_part(text: &str) -> bool {
    let head = text.strip_suffix('的');
    head.is_some_and(|head| PROMISES.iter().any(|word| head.ends_with(word)))
        && text.contains("完成")
}

fn completed(clause: &str) -> Option<&str> {
    clause.match_indices("完成").find_map(|(at, verb)| {
        let head = clause.get(..at)?;
        let how = HOW.iter().find(|how| head.ends_with(**how));
        let start = at - how.map_or(0, |how| how.len());
        let behind = clause.get(at + verb.len()..)?;
        let number = |c: char| c.is_numeric() || "一二两三四五六七八九十百千".contains(c);
        let near: usize = behind
            .chars()
            .take(NEAR)
            .take_while(|c| !number(*c))
            .map(char::len_utf8)
            .sum();
        let object = behind.get(..near)?;
        let promise = PROMISES
            .iter()
            .filter_map(|word| Some(object.find(word)? + word.len()));
        let end = match (how, promise.max()) {
            (_, Some(end)) => end,
            // 超额完成18%; not 全面完成30个项目.
            (Some(&("超额" | "提前")), None) => 0,
            // 目标如期完成: what was promised stands before it.
            (Some(_), None) if behind.is_empty() && PROMISES.iter().any(|w| head.contains(w)) => 0,
            _ => return None,
        };
        let end = at + verb.len() + end;
        // 完成全年目标的90%, 的一半: how much of it is told.
        let part = clause
            .get(end..)?
            .strip_prefix('的')
            .filter(|_| tells_part(clause.get(start..end + '的'.len_utf8()).unwrap_or_default()));
        let part = part.map_or(0, |part| '的'.len_utf8() + part.len());
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
        ] {
            assert_eq!(stated(clause), expected, "{clause}");
        }
    }
}
