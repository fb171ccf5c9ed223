//! Why a rule of the importer decided as it did, as a doubt says it: the rule's name, and the reason in both languages.
//! Knows no import. A rule of which no doubt speaks needs none.

/// Names of rules, and their reasons in Chinese and in English.
static REASONS: &[(&str, &str, &str)] = &[
    // Kinds of chapters.
    (
        "annex-of-plans",
        "附件，按它的正文看是安排",
        "an annex whose text plans",
    ),
    ("annex", "附件，不算类别", "an annex, of no kind"),
    (
        "opening-that-reports",
        "开头一段有成绩和数字，按成效看",
        "an opening that reports with figures, taken as results",
    ),
    (
        "environment-by-sections",
        "第一节讲发展基础，按背景看",
        "its first section is on what there was before, taken as background",
    ),
    (
        "text-beside-chapters",
        "章节之外的文字，按背景看",
        "text outside the chapters, taken as background",
    ),
    (
        "issuers-signed-with-named",
        "版头所列机关与其他机关联合署名",
        "the office that the head names signed with others",
    ),
    (
        "issuer-of-report-to-congress",
        "提请代表大会审查的报告由该机关署名",
        "the office whose name stands below the title of a report to a congress",
    ),
    (
        "issuer-entrusts",
        "受政府委托作的报告",
        "reported on behalf of the government",
    ),
    (
        "issuer-of-page",
        "按网站名称和来源",
        "by the name of the site and its source",
    ),
    (
        "issuer-of-place",
        "只写了地名，按该地政府看",
        "only a place is named, taken as its government",
    ),
    (
        "practices-of-policy",
        "实施方案里的做法，按主要任务看",
        "practices of a policy, taken as its tasks",
    ),
    (
        "practices-of-plan",
        "工作计划里的做法，按工作安排看",
        "practices of a plan, taken as plans",
    ),
    (
        "begins-again",
        "编号从头开始，看不出类别",
        "the numbering begins again, of no kind",
    ),
    ("text-alone", "没有章节", "text without chapters"),
    (
        "item-of-minutes",
        "会议议题，不算成效或安排",
        "an item of minutes, neither result nor plan",
    ),
    (
        "results-and-plans",
        "标题兼说成效和目标，按正文转折分开",
        "the heading tells results and plans, parted where the text turns",
    ),
    (
        "outlook-and-plan-of-year",
        "标题兼说多年目标和当年安排，按正文转折分开",
        "the heading tells plans of several years and of one, parted where the text turns",
    ),
    (
        "outlook",
        "标题说的是今后几年，按中长期目标看",
        "the heading names coming years, taken as an outlook",
    ),
    (
        "guidance-with-targets",
        "总体要求里有当年目标，按安排看",
        "guidance that holds targets, taken as plans",
    ),
    (
        "tasks-of-policy",
        "政策文件的章，按任务看",
        "a chapter of a policy, taken as tasks",
    ),
    (
        "experience-of-others",
        "标题说的是别处的做法，不是本处的成效",
        "the heading speaks of what others have done",
    ),
    (
        "annex-of-promises",
        "附件列出当年要办的事，按安排看",
        "an annex that lists what is to be done in the year, taken as plans",
    ),
    (
        "opening-that-guides",
        "开头说的是总体要求",
        "it opens with what guides the plan",
    ),
    ("closing-part", "", ""),
    (
        "proposed-for-year",
        "对下一年工作的建议，按安排看",
        "what is proposed for the next year, taken as plans",
    ),
    ("guidance-of-this-year", "", ""),
    ("guidance-of-plan", "", ""),
    ("months-of-minutes", "", ""),
    ("several-years-of-heading", "", ""),
    ("year-of-heading", "", ""),
    ("done-in-year", "", ""),
    ("part-of-year-ahead", "", ""),
    ("rest-of-plan", "", ""),
    ("years-of-plan", "", ""),
    ("promised-for-year", "", ""),
    ("wrong-in-year", "", ""),
    (
        "behind-several-years",
        "在几年的回顾之后，没有说是哪几年的安排，未定年份",
        "plans behind a review of several years, without a year",
    ),
    (
        "promised-without-time",
        "标题没有说是哪一年，按下一年看",
        "the heading names no year, taken as the next one",
    ),
    (
        "counted-years-of-title",
        "标题只说几年，没有说是哪几年",
        "the title says how many years, not which",
    ),
    (
        "situation-among-plans",
        "在安排之后，按安排看",
        "it stands behind plans, taken as plans",
    ),
    (
        "projects-planned",
        "在安排之后的工程，按安排看",
        "projects behind plans, taken as plans",
    ),
    (
        "projects-reported",
        "在安排之前的工程，按成效看",
        "projects before plans, taken as results",
    ),
    (
        "tasks-of-year",
        "当年的任务，按安排看",
        "tasks of the year, taken as plans",
    ),
    (
        "advice-or-remark",
        "建议或其他说明，不算类别",
        "advice or a remark, of no kind",
    ),
    ("said-by-heading", "按标题看", "by its heading"),
    (
        "chapter-of-policy",
        "政策文件的章，按任务看",
        "a chapter of a policy, taken as tasks",
    ),
    (
        "chapter-of-plan",
        "工作计划的章，按安排看",
        "a chapter of a plan, taken as plans",
    ),
    ("environment-of-policy", "", ""),
    (
        "told-by-text",
        "标题没有说，按正文开头看",
        "the heading does not say, taken by how the text begins",
    ),
    (
        "after-plans",
        "标题没有说，在回顾或安排之后，按安排看",
        "the heading does not say, behind a review or plans, taken as plans",
    ),
    (
        "names-planned-year",
        "标题写着要安排的年份，按安排看",
        "the heading names the year that is planned, taken as plans",
    ),
    (
        "before-plans",
        "标题没有说，在安排之前或全文是总结，按成效看",
        "the heading does not say, before plans or in a review, taken as results",
    ),
    (
        "turns-in-text",
        "正文中途转到另一类，从那里分开",
        "the text turns to another kind, parted there",
    ),
    // Headings that are sentences.
    (
        "sentence-in-bold",
        "段首一句加粗，同级几段都这样开头",
        "a first sentence in bold, as in other paragraphs beside it",
    ),
    (
        "line-above-paragraph",
        "单独成行，下一段展开它",
        "a line by itself that the next paragraph spells out",
    ),
    (
        "bare-line-above-paragraph",
        "单独成行、末尾没有标点，下一段展开它",
        "a line by itself without a mark at its end that the next paragraph spells out",
    ),
    (
        "task",
        "段首一句说任务，后文展开",
        "a first sentence that names a task",
    ),
    (
        "state",
        "段首一句说成效，后文展开",
        "a first sentence that tells what was reached",
    ),
    (
        "slogan",
        "段首一句像口号，后文展开",
        "a first sentence like a slogan",
    ),
    (
        "plain-clause",
        "段首短句，同级各段都这样开头",
        "a short first sentence, as in the paragraphs beside it",
    ),
    (
        "short-clause",
        "段首短句，同级各段都这样开头",
        "a short first sentence, as in the paragraphs beside it",
    ),
    (
        "no-mark-ends-heading",
        "没有标点分开标题和正文",
        "no mark parts heading and text",
    ),
    (
        "chapter-without-line-end",
        "原文换行丢失",
        "line ends were lost",
    ),
    (
        "year-of-text",
        "按各部分正文的开头",
        "by how the texts of its chapters begin",
    ),
    // Issuers and days.
    ("issuer-named", "文中标明", "named as such"),
    ("issuer-signed", "按落款", "by who signed"),
    ("issuer-told", "按标题和正文", "by title and text"),
    (
        "issuer-by-standing-committee",
        "只知在人大常委会会议上报告，按该地政府或常委会看",
        "reported to a standing committee, taken as that of its place's government or of the committee",
    ),
    (
        "issuer-of-source",
        "按网页所写的来源",
        "by the source that the page names",
    ),
    (
        "issuer-publishes-page",
        "按网页的发布单位",
        "by who published the page",
    ),
    ("issuer-prints", "按印发机关", "by who printed it"),
    (
        "issuer-in-text",
        "正文里提到的机关",
        "an office the text names",
    ),
    ("day-given", "文中标明", "given as such"),
    ("day-signed", "按落款", "by the signature"),
    ("day-of-printing", "按印发日期", "by the day of printing"),
    ("day-of-publication", "", ""),
    ("day-of-meeting", "", ""),
    // Years.
    (
        "year-so-far",
        "文稿写于年中，正文讲今年以来",
        "written in the middle of the year, and the text tells of it so far",
    ),
    (
        "year-of-opening",
        "文首没有年份，按正文开头",
        "the head names no year, by the opening of the text",
    ),
    (
        "year-of-review",
        "文首没有年份，按回顾部分的开头",
        "the head names no year, by the opening of the review",
    ),
    // Tables.
    (
        "form-of-minutes",
        "时间、地点、主持人等栏目像会议记录",
        "its labels are those of minutes",
    ),
    (
        "text-beside-label",
        "一栏是名称，一栏是长文字",
        "labels beside long texts",
    ),
    ("small-table-in-cell", "", ""),
    ("table-in-cell", "", ""),
];

/// The reason of a rule in Chinese and in English; empty where the doubt itself says all, None for a rule of which no
/// doubt speaks.
pub fn reason(rule: &str) -> Option<(&'static str, &'static str)> {
    let found = REASONS.iter().find(|(name, ..)| *name == rule);
    found.map(|(_, zh, en)| (*zh, *en))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_reason_is_in_both_languages() {
        let mut names = HashSet::new();
        for (name, zh, en) in REASONS {
            assert!(names.insert(name), "{name} twice");
            assert_eq!(zh.is_empty(), en.is_empty(), "{name}");
        }
    }
}
