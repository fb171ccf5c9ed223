//! What is said of drafts and of the files they become, in both languages. Knows no import.

mod reasons;

pub use reasons::reason;

/// The words of one language.
#[derive(Debug)]
pub struct DraftWords {
    /// First words of a draft: what made it, of what.
    pub made: &'static str,
    /// Before the text that a draft leaves out.
    pub left: &'static str,
    /// Before what is unsure in a draft.
    pub doubts: &'static str,
    /// Why words are left out: deleted or moved away in tracked changes.
    pub left_deleted: &'static str,
    /// Why words are left out: struck through.
    pub left_struck: &'static str,
    /// Why words are left out: hidden.
    pub left_hidden: &'static str,
    /// Why words are left out: a footnote.
    pub left_footnote: &'static str,
    /// Why words are left out: the name of a periodical and the number of its issue.
    pub left_masthead: &'static str,
    /// Why words are left out: who gets copies, who printed it.
    pub left_distribution: &'static str,
    /// Why words are left out: whether it is published, whom to ask.
    pub left_remark: &'static str,
    /// A doubt: the file has tracked changes.
    pub tracked_changes: &'static str,
    /// A doubt: a form was taken apart, its first words in the place of `{}`.
    pub form_apart: &'static str,
    /// A doubt: a table that holds another was taken apart, or was kept; the first words of the inner one in the place
    /// of `{}`.
    pub inner_table: [&'static str; 2],
    /// The day of a document is that of a meeting; `{}` is the day.
    pub day_of_meeting: &'static str,
    /// A document tells only the month; `{}` is the month.
    pub only_month: &'static str,
    /// A doubt: words that YAML takes for a comment, in the place of `{}`.
    pub cut_by_comment: &'static str,
    /// After a doubt that stands for many: how many there are, and the line of the last, in the places of `{}`.
    pub and_alike: &'static str,
    /// After a doubt: why it was decided so, in the place of `{}`.
    pub because: &'static str,
    /// What to do about them.
    pub quote_value: &'static str,
}

/// In Chinese.
pub static ZH: DraftWords = DraftWords {
    made: "由 jianbao import 转换自",
    left: "未收入正文的文字（原文行号、原因、文字）：",
    doubts: "存疑（原文行号）：",
    left_deleted: "修订中删除或移走的文字",
    left_struck: "划去的文字",
    left_hidden: "隐藏的文字",
    left_footnote: "脚注",
    left_masthead: "刊名和期号",
    left_distribution: "抄送和印发",
    left_remark: "附注",
    tracked_changes: "文件带有修订，正文按全部接受修订取",
    form_apart: "表格按填写的表单拆开，长文字成段：{}",
    inner_table: [
        "表格里另有表格，外层拆成了段落：{}",
        "表格里的小表格并成了一格的文字：{}",
    ],
    day_of_meeting: "没有成文日期，用的是会议日期：{}",
    only_month: "成文日期只到月，请补上日：{}",
    cut_by_comment: "“#”起的文字被当作注释，没有读入：{}",
    and_alike: " 等 {} 处，至第 {} 行",
    because: "（{}）",
    quote_value: "要保留，请给整个值加引号",
};

/// In English.
pub static EN: DraftWords = DraftWords {
    made: "made by jianbao import from",
    left: "left out of the text (line, reason, words):",
    doubts: "doubtful (line):",
    left_deleted: "deleted or moved away in tracked changes",
    left_struck: "struck through",
    left_hidden: "hidden",
    left_footnote: "footnote",
    left_masthead: "name and issue of a periodical",
    left_distribution: "distribution and printing",
    left_remark: "note of an official document",
    tracked_changes: "tracked changes: the text is the one with all of them accepted",
    form_apart: "a table read as a form, its long texts as paragraphs: {}",
    inner_table: [
        "a table that holds another was taken apart into paragraphs: {}",
        "a table within a cell became words of that cell: {}",
    ],
    day_of_meeting: "no date of the document, that of the meeting is used: {}",
    only_month: "only a month is told, add the day: {}",
    cut_by_comment: "what `#` begins is a comment and was not read: {}",
    and_alike: " and the like, {} in all, to line {}",
    because: " ({})",
    quote_value: "put the value in quotes to keep it",
};
