//! What a section is for, by the words of its heading: achievements, plans, guidance, tasks …

use crate::calendar::{Year, document_year};
use crate::model::Kind;

use crate::text::chars::squeezed;

/// What a document is, as far as its title tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Genre {
    /// A report of work: what was done, then what will be.
    #[default]
    Report,
    /// What will be done in a year: 工作要点.
    Plan,
    /// A policy: what is to be done.
    Policy,
}

impl Genre {
    /// The genre of a title.
    pub fn of(title: &str) -> Self {
        let holds = |words: &[&str]| words.iter().any(|word| title.contains(word));
        let report = [
            "报告",
            "总结",
            "回顾",
            "简报",
            "通报",
            "汇报",
            "報告",
            "执行情况",
            "完成情况",
            "公报",
        ];
        let plan = [
            "工作要点",
            "工作计划",
            "工作安排",
            "工作思路",
            "工作打算",
            "重点工作",
        ];
        let policy = [
            "意见",
            "方案",
            "规划",
            "计划",
            "办法",
            "通知",
            "纲要",
            "措施",
            "决定",
            "条例",
            "規劃",
            "計畫",
            "行动",
            "指南",
            "细则",
            "规定",
            "白皮书",
        ];
        if holds(&report) {
            Self::Report
        } else if holds(&plan) {
            Self::Plan
        } else if holds(&policy) {
            Self::Policy
        } else {
            Self::Report
        }
    }
}

/// Words of a heading, and what they make of the section. The first that is found counts.
const WORDS: &[(&str, Kind)] = &[
    ("简报一", Kind::Briefing),
    ("编者按", Kind::Background),
    ("保障措施", Kind::Safeguards),
    ("保障机制", Kind::Safeguards),
    ("组织保障", Kind::Safeguards),
    ("组织实施", Kind::Safeguards),
    ("实施保障", Kind::Safeguards),
    ("组织领导", Kind::Safeguards),
    ("推进措施", Kind::Safeguards),
    ("强化保障", Kind::Safeguards),
    ("政策保障", Kind::Safeguards),
    ("重点工程", Kind::Projects),
    ("重大工程", Kind::Projects),
    ("专项工程", Kind::Projects),
    ("重点项目", Kind::Projects),
    ("重大项目", Kind::Projects),
    ("主要任务", Kind::Tasks),
    ("重点任务", Kind::Tasks),
    ("工作任务", Kind::Plans),
    ("主要举措", Kind::Tasks),
    ("重点举措", Kind::Tasks),
    ("工作举措", Kind::Tasks),
    ("预期目标", Kind::Plans),
    ("发展目标", Kind::Plans),
    ("主要目标", Kind::Plans),
    ("总体目标", Kind::Plans),
    ("工作目标", Kind::Plans),
    ("行动目标", Kind::Plans),
    ("总体要求", Kind::Guidance),
    ("总体思路", Kind::Guidance),
    ("指导思想", Kind::Guidance),
    ("基本原则", Kind::Guidance),
    ("总体部署", Kind::Guidance),
    ("工作原则", Kind::Guidance),
    ("工作要求", Kind::Guidance),
    ("存在问题", Kind::Background),
    ("存在的问题", Kind::Background),
    ("困难和问题", Kind::Background),
    ("问题及原因", Kind::Background),
    ("重要性", Kind::Background),
    ("形势", Kind::Background),
    ("背景", Kind::Background),
    ("现状", Kind::Background),
    ("发展基础", Kind::Background),
    ("总体情况", Kind::Achievements),
    ("工作安排", Kind::Plans),
    ("工作思路", Kind::Plans),
    ("工作打算", Kind::Plans),
    ("工作计划", Kind::Plans),
    ("工作重点", Kind::Plans),
    ("重点工作安排", Kind::Plans),
    ("下一步", Kind::Plans),
    ("下步", Kind::Plans),
    ("下一阶段", Kind::Plans),
    ("今后", Kind::Plans),
    ("政策取向", Kind::Plans),
    ("重点工作", Kind::Plans),
    ("工作亮点", Kind::Achievements),
    ("回顾", Kind::Achievements),
    ("回顧", Kind::Achievements),
    ("成效", Kind::Achievements),
    ("成就", Kind::Achievements),
    ("成绩", Kind::Achievements),
    ("进展", Kind::Achievements),
    ("总结", Kind::Achievements),
    ("完成情况", Kind::Achievements),
    ("执行情况", Kind::Achievements),
    ("落实情况", Kind::Achievements),
    ("工作情况", Kind::Achievements),
    ("任务", Kind::Plans),
    ("目标", Kind::Plans),
    ("安排", Kind::Plans),
    ("打算", Kind::Plans),
    ("Review", Kind::Achievements),
    ("review of", Kind::Achievements),
    ("Overall Requirements", Kind::Plans),
    ("Major Tasks", Kind::Plans),
    ("Plans for", Kind::Plans),
];

/// Words that report, wherever else a heading speaks of plans: 重点工作进展及成效.
const REPORTS: [&str; 11] = [
    "回顾",
    "回顧",
    "成效",
    "成就",
    "成绩",
    "进展",
    "总结",
    "完成情况",
    "落实情况",
    "工作情况",
    "执行情况",
];

/// The kind that the words of a heading stand for; None if they do not tell.
pub fn of_heading(heading: &str) -> Option<Kind> {
    let of = |words: &str| {
        WORDS
            .iter()
            .find(|(word, _)| words.contains(word))
            .map(|(_, kind)| *kind)
    };
    // 工作回顾和总体要求: what comes first is most of it.
    let reports = REPORTS.iter().filter_map(|word| heading.find(word)).min();
    let promises = ["安排", "思路", "任务", "要求", "打算", "目标"];
    let promises = promises.iter().filter_map(|word| heading.find(word)).min();
    match (reports, promises) {
        (Some(reports), None) => (reports > 0).then_some(Kind::Achievements),
        (Some(reports), Some(promises)) if reports < promises || heading.ends_with("成效") => {
            Some(Kind::Achievements)
        }
        _ => of(heading).or_else(|| is_of_problems(heading).then_some(Kind::Background)),
    }
}

/// Whether a heading speaks of what is wrong, and not of what is done about it.
fn is_of_problems(heading: &str) -> bool {
    let holds = |words: &[&str]| words.iter().any(|word| heading.contains(word));
    holds(&["问题", "不足", "困难", "挑战", "短板", "問題"])
        && (holds(&["存在", "面临", "不足"])
            || ["主要", "当前", "问题", "困难", "突出"]
                .iter()
                .any(|word| heading.starts_with(word)))
        && !holds(&["解决", "破解", "克服", "补", "应对", "整改"])
}

/// Whether a line without numbering is the heading of a part of the document.
pub fn is_part(line: &str) -> bool {
    let bare = squeezed(line);
    if ["前言", "引言", "序言", "结语", "結語", "前言："].contains(&bare.as_str()) {
        return true;
    }
    let count = line.chars().count();
    let ends = line.ends_with(|c: char| "。，；：、！？.,;:!?".contains(c));
    if !(3..=30).contains(&count) || ends {
        return false;
    }
    let strong = [
        "工作成效",
        "工作思路",
        "工作安排",
        "工作打算",
        "工作回顾",
        "工作总结",
        "工作举措",
        "总体要求",
        "主要任务",
        "重点任务",
        "保障措施",
        "重点工程",
        "进展及成效",
        "主要成效",
        "思路及举措",
        "工作计划",
        "下一步工作",
        "工作情况",
        "工作重点",
        "发展目标",
        "指导思想",
        "基本原则",
        "组织实施",
    ];
    // 2026年重点工作
    let named = ["工作", "目标", "思路", "任务", "要点", "安排", "要求"];
    let first = line.starts_with(|c: char| c.is_ascii_digit() || c == '二');
    let of_year = first
        && count <= 16
        && year(line).is_some()
        && named.iter().any(|word| line.ends_with(word));
    let ends = [
        "总体思路",
        "存在的主要问题",
        "存在的问题",
        "存在问题",
        "主要问题",
    ];
    of_year
        || ends.iter().any(|word| line.ends_with(word))
        || strong.iter().any(|word| line.contains(word))
}

/// Whether a line begins what is annexed to a document.
pub fn is_annex(line: &str) -> bool {
    let line = squeezed(line);
    let words = [
        "附件",
        "附表",
        "附录",
        "附：",
        "附:",
        "名词解释",
        "名词注释",
        "有关名词",
        "注释",
        "《政府工作报告》名词解释",
    ];
    line.chars().count() <= 30
        && words
            .iter()
            .any(|word| line.starts_with(word) || line.ends_with(word))
}

/// All years that some words name.
pub fn years(text: &str) -> Vec<Year> {
    let parts = text.split_inclusive('年');
    let mut tail = String::new();
    let mut found = Vec::new();
    for part in parts {
        tail.push_str(part);
        found.extend(year(&tail));
        tail.clear();
    }
    found
}

/// The first year that some words name: 2021年, also 二〇二一年; in 2021.
pub fn year(text: &str) -> Option<Year> {
    if text.is_ascii() {
        let mut numbers = text.split(|c: char| !c.is_ascii_alphanumeric());
        let year = |word: &str| word.parse().ok().filter(|_| word.len() == 4);
        return numbers.find_map(|word| year(word).and_then(|year: Year| document_year(year)));
    }
    let chars: Vec<char> = text.chars().collect();
    let digit = |c: char| match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        '〇' | '○' | '零' => Some(0),
        c => "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .map(|at| at as u32 + 1),
    };
    chars.windows(5).enumerate().find_map(|(at, window)| {
        let [a, b, c, d, mark] = window else {
            return None;
        };
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        if *mark != '年' || before.is_some_and(|c| digit(*c).is_some()) {
            return None;
        }
        let digits = [digit(*a)?, digit(*b)?, digit(*c)?, digit(*d)?];
        let year = digits.iter().fold(0, |year, digit| year * 10 + digit);
        document_year(year)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_what_a_section_is_for() {
        for (heading, kind) in [
            ("2020年重点工作进展及成效", Some(Kind::Achievements)),
            ("2021年工作思路及举措", Some(Kind::Plans)),
            ("2021年工作回顾", Some(Kind::Achievements)),
            ("2022年经济社会发展总体要求和政策取向", Some(Kind::Guidance)),
            ("2022年政府工作任务", Some(Kind::Plans)),
            (
                "1998年工作回顾和1999年工作的总体要求",
                Some(Kind::Achievements),
            ),
            ("总体要求", Some(Kind::Guidance)),
            ("主要任务", Some(Kind::Tasks)),
            ("重点工程", Some(Kind::Projects)),
            ("保障措施", Some(Kind::Safeguards)),
            ("加快信息基础设施建设", None),
            ("工作亮点", Some(Kind::Achievements)),
            ("存在的主要困难和挑战", Some(Kind::Background)),
            ("着力破解发展不足问题", None),
        ] {
            assert_eq!(of_heading(heading), kind, "{heading}");
        }
    }

    #[test]
    fn years_are_read_in_both_kinds_of_digits() {
        assert_eq!(year("工信部2021年工作"), Some(2021));
        assert_eq!(year("二〇二二年"), Some(2022));
        assert_eq!(year("Review of Our Work in 2021"), Some(2021));
        assert_eq!(year("12021年"), None);
        assert_eq!(year("五年"), None);
    }
}
