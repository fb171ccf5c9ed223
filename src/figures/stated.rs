//! The bulletin's own verdict on a result: 超额完成全年目标, 提前完成, 未完成.
//!
//! 完成 is a verb of every report (完成投资30亿元). It judges only where it says how something was
//! completed, or that a target was.

/// How something was completed, longer ones first where one begins another.
const HOW: &[&str] = &[
    "超额", "提前", "如期", "按期", "圆满", "全面", "全部", "基本", "部分", "未能", "没有", "尚未",
    "未",
];

/// What was completed, if it was a promise.
const PROMISES: &[&str] = &["目标", "任务", "计划", "指标"];

/// Characters between 完成 and what it speaks of, at most.
const NEAR: usize = 12;

/// The verdict in a clause, in its own words.
pub fn stated(clause: &str) -> Option<&str> {
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
        clause.get(start..at + verb.len() + end)
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
            ("完成年度投资计划的102%", Some("完成年度投资计划")),
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
