//! What is said of drafts and of the files they become, in both languages. Knows no import.

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
    /// A doubt: the file has tracked changes.
    pub tracked_changes: &'static str,
    /// A doubt: a form was taken apart, its first words in the place of `{}`.
    pub form_apart: &'static str,
    /// A doubt: words that YAML takes for a comment, in the place of `{}`.
    pub cut_by_comment: &'static str,
    /// After a doubt: the rule that decided, its name in the place of `{}`.
    pub by_rule: &'static str,
    /// After a doubt that stands for many: how many there are, and the line of the last, in the places of `{}`.
    pub and_alike: &'static str,
    /// What to do about them.
    pub quote_value: &'static str,
    /// Why a file is not read: encrypted.
    pub file_encrypted: &'static str,
    /// Why a file is not read: a saved page or mail.
    pub file_mail: &'static str,
    /// Why a file is not read: a table.
    pub file_csv: &'static str,
    /// Why a file is not read: no text.
    pub file_binary: &'static str,
}

/// In Chinese.
pub static ZH: DraftWords = DraftWords {
    made: "由 jianbao import 转换自",
    left: "未收入正文的文字（原文行号、原因、文字）：",
    doubts: "存疑（原文行号）：",
    left_deleted: "修订中删除或移走的文字",
    left_struck: "划去的文字",
    left_hidden: "隐藏的文字",
    tracked_changes: "文件带有修订，正文按全部接受修订取",
    form_apart: "表格按填写的表单拆开，长文字成段：{}",
    cut_by_comment: "“#”起的文字被当作注释，没有读入：{}",
    by_rule: "（规则 {}）",
    and_alike: " 等 {} 处，至第 {} 行",
    quote_value: "要保留，请给整个值加引号",
    file_encrypted: "文件已加密，读不了：请先解密，再另存为 .docx 或文本",
    file_mail: "这是保存的网页（.mht）或邮件（.eml），不能直接转换：请在浏览器或邮箱里打开，另存为 .html 或文本",
    file_csv: "这是表格（.csv），不是简报：请把正文另存为 .docx 或文本",
    file_binary: "这不是文本文件，读不了：请先另存为 .docx 或文本",
};

/// In English.
pub static EN: DraftWords = DraftWords {
    made: "made by jianbao import from",
    left: "left out of the text (line, reason, words):",
    doubts: "doubtful (line):",
    left_deleted: "deleted or moved away in tracked changes",
    left_struck: "struck through",
    left_hidden: "hidden",
    tracked_changes: "tracked changes: the text is the one with all of them accepted",
    form_apart: "a table read as a form, its long texts as paragraphs: {}",
    cut_by_comment: "what `#` begins is a comment and was not read: {}",
    by_rule: " (rule {})",
    and_alike: " and the like, {} in all, to line {}",
    quote_value: "put the value in quotes to keep it",
    file_encrypted: "the file is encrypted: decrypt it and save it as .docx or text",
    file_mail: "a saved web page or a mail: open it and save it as .html or text",
    file_csv: "a table (.csv), not a bulletin: save the text as .docx or text",
    file_binary: "no text: save it as .docx or text first",
};
