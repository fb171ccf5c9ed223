//! What an import was unsure of, and what it left out: with line and reason, in both languages.

use super::file_type::foreign::Foreign;
use crate::i18n::{Lang, reason};

/// Why words of the source are not in the bulletin's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is the title, or repeats it.
    Title,
    /// It says who issued it.
    Issuer,
    /// It is the document number.
    DocumentNumber,
    /// The name of a periodical and the number of its issue.
    Masthead,
    /// Who gets copies, who printed it and when.
    Distribution,
    /// Whether it is published, whom to ask: the note of an official document.
    Remark,
    /// It says whom it is addressed to.
    Recipients,
    /// It stands above the title of an official document: copy number, secrecy, urgency.
    RedHead,
    /// It is a date.
    Date,
    /// It says where it was published.
    Source,
    /// A subtitle, or who speaks.
    Subtitle,
    /// The caption of a photo, or what the news says before the text.
    Caption,
    /// Navigation, sharing, printing: furniture of a site.
    Site,
    /// A notice of the site, a licence.
    Notice,
    /// A page's number.
    PageNumber,
    /// A table of contents.
    Contents,
    /// Front matter of a post.
    FrontMatter,
    /// The circular that an annexed document comes with.
    Cover,
    /// Markup that Markdown does not show: signs of emphasis and headings, addresses of links.
    Markup,
    /// A footnote.
    Footnote,
    /// A script, a style, a form: never shown.
    Code,
    /// Deleted or moved away while changes were tracked.
    Deleted,
    /// Struck through.
    Struck,
    /// Hidden: not shown on the page or on paper.
    Hidden,
    /// A comment or a note in Word, the head or foot of a page, or what is repeated there for older programs.
    WordPart,
}

impl Why {
    /// The reason in words.
    pub fn words(self, lang: Lang) -> &'static str {
        let words = lang.draft();
        let (zh, en) = match self {
            Self::Deleted => return words.left_deleted,
            Self::Struck => return words.left_struck,
            Self::Hidden => return words.left_hidden,
            Self::Footnote => return words.left_footnote,
            Self::Masthead => return words.left_masthead,
            Self::Distribution => return words.left_distribution,
            Self::Remark => return words.left_remark,
            Self::Title => ("标题", "title"),
            Self::Issuer => ("发文机关", "issuer"),
            Self::DocumentNumber => ("发文字号", "document number"),
            Self::Recipients => ("主送机关", "recipients"),
            Self::RedHead => (
                "份号、密级、紧急程度或签发人",
                "copy number, secrecy, urgency or signer",
            ),
            Self::Date => ("日期", "date"),
            Self::Source => ("来源", "source"),
            Self::Subtitle => ("副标题或署名", "subtitle or byline"),
            Self::Caption => ("图片说明或新闻导语", "caption or lead of the news"),
            Self::Site => ("网页导航", "site navigation"),
            Self::Notice => ("网站声明", "notice of the site"),
            Self::PageNumber => ("页码页眉", "page number or running head"),
            Self::Contents => ("目录", "table of contents"),
            Self::FrontMatter => ("文首数据", "front matter"),
            Self::Cover => ("印发通知", "covering circular"),
            Self::Markup => ("Markdown 标记", "Markdown markup"),
            Self::Code => ("网页代码", "code of the page"),
            Self::WordPart => (
                "Word 页眉页脚、批注、脚注或已删文字",
                "Word header, footer, comment, note or deleted text",
            ),
        };
        lang.pick(zh, en)
    }
}

/// Words that were left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Line of the source.
    pub number: usize,
    /// The words.
    pub text: String,
    /// Why.
    pub why: Why,
}

/// What is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubted {
    /// The encoding that was guessed.
    Encoding(String),
    /// Bytes of no known encoding: they stand as U+FFFD.
    Bytes,
    /// A heading whose end is not marked, or that is one only by its place.
    Heading(String),
    /// Headings that nothing marks: sentences of the running text.
    Guessed(String),
    /// Numbering that leaps or begins again.
    Numbering(String),
    /// What kind of section it is.
    Kind(String),
    /// Which year.
    Year(String),
    /// Characters that look damaged.
    Damaged(String),
    /// Words that a lossy conversion puts in the place of others.
    Converted(String),
    /// Full-width and half-width marks beside each other.
    Mixed(String),
    /// The issuer's name may be short, or is only guessed from the text.
    Issuer(String),
    /// The day is that of publication.
    Published(String),
    /// The day is that of the meeting.
    Meeting(String),
    /// Only a month is told, no day.
    Month(String),
    /// No title, no issuer.
    Missing(Why),
    /// A file of a format that is not read.
    Foreign(Foreign),
    /// A table that is a form, by its first words: its texts are paragraphs.
    Form(String),
    /// A table within a cell of another one, which was taken apart or not.
    InnerTable {
        /// Its first words.
        words: String,
        /// Whether the outer table was kept.
        kept: bool,
    },
    /// Words of a value that YAML takes for a comment.
    CutByComment(String),
    /// Changes were tracked: the text is the one with all of them accepted.
    Tracked,
    /// The file cannot be read as what it seems to be, and why.
    Unreadable(String),
    /// More than the limit: the rest is missing.
    Limit(&'static str),
}

/// A doubt with its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Line of the source, from 1.
    pub number: usize,
    /// What.
    pub what: Doubted,
    /// The rule that decided, where one did.
    pub rule: Option<&'static str>,
    /// Those alike that it stands for, if there are many.
    pub alike: Option<Alike>,
}

/// Doubts that one stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alike {
    /// How many, itself included.
    pub count: usize,
    /// Line of the last one.
    pub last: usize,
}

impl Doubt {
    /// A doubt about a line.
    pub fn at(number: usize, what: Doubted) -> Self {
        Self {
            number,
            what,
            rule: None,
            alike: None,
        }
    }

    /// The same doubt about what a rule decided, by the rule's name.
    #[must_use]
    pub fn by(self, rule: &'static str) -> Self {
        Self {
            rule: Some(rule),
            ..self
        }
    }

    /// Whether it is about a file that is YAML already.
    pub fn is_of_yaml(&self) -> bool {
        matches!(self.what, Doubted::CutByComment(_))
    }

    /// It in words, and why the rule decided so. Its name is for programs.
    pub fn words(&self, lang: Lang) -> String {
        let mut words = self.what.words(lang);
        if let Some(Alike { count, last }) = self.alike {
            let others = lang.draft().and_alike;
            let others = others.replacen("{}", &count.to_string(), 1);
            words.push_str(&others.replacen("{}", &last.to_string(), 1));
        }
        let reason = self.rule.and_then(reason);
        let reason = reason.map_or("", |(zh, en)| lang.pick(zh, en));
        if !reason.is_empty() {
            words.push_str(&lang.draft().because.replace("{}", reason));
        }
        words
    }
}

impl Doubted {
    /// What is doubtful in words.
    fn words(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Form(words), _) => lang.draft().form_apart.replace("{}", words),
            (Self::InnerTable { words, kept }, _) => {
                let [apart, merged] = lang.draft().inner_table;
                let told = if *kept { merged } else { apart };
                told.replace("{}", words)
            }
            (Self::Meeting(day), _) => lang.draft().day_of_meeting.replace("{}", day),
            (Self::Month(month), _) => lang.draft().only_month.replace("{}", month),
            (Self::CutByComment(words), _) => lang.draft().cut_by_comment.replace("{}", words),
            (Self::Tracked, _) => lang.draft().tracked_changes.into(),
            (Self::Encoding(name), Lang::Zh) => format!("按 {name} 编码读取"),
            (Self::Encoding(name), Lang::En) => format!("read as {name}"),
            (Self::Bytes, Lang::Zh) => "有字节不属于任何已知编码，以 U+FFFD 代替".into(),
            (Self::Bytes, Lang::En) => "bytes of no known encoding; U+FFFD stands for them".into(),
            (Self::Heading(words), Lang::Zh) => format!("层次标题不确定：{words}"),
            (Self::Heading(words), Lang::En) => format!("unsure heading: {words}"),
            (Self::Guessed(words), Lang::Zh) => format!("由正文句子推定的标题：{words}"),
            (Self::Guessed(words), Lang::En) => {
                format!("headings made of sentences of the text: {words}")
            }
            (Self::Numbering(words), Lang::Zh) => format!("编号不连续：{words}"),
            (Self::Numbering(words), Lang::En) => format!("numbering leaps: {words}"),
            (Self::Kind(words), Lang::Zh) => format!("类别不确定：{words}"),
            (Self::Kind(words), Lang::En) => format!("unsure kind: {words}"),
            (Self::Year(words), Lang::Zh) => format!("年份不确定：{words}"),
            (Self::Year(words), Lang::En) => format!("unsure year: {words}"),
            (Self::Damaged(words), Lang::Zh) => format!("文字可能受损，照原样保留：{words}"),
            (Self::Damaged(words), Lang::En) => format!("looks damaged, kept as it is: {words}"),
            (Self::Converted(words), Lang::Zh) => {
                format!("像是有损转换留下的词，照原样保留：{words}")
            }
            (Self::Converted(words), Lang::En) => {
                format!("words as a lossy conversion leaves them, kept as they are: {words}")
            }
            (Self::Mixed(words), Lang::Zh) => format!("编码混杂：{words}"),
            (Self::Mixed(words), Lang::En) => format!("mixed encodings: {words}"),
            (Self::Issuer(name), Lang::Zh) => format!("发文机关不确定：{name}"),
            (Self::Issuer(name), Lang::En) => format!("unsure issuer: {name}"),
            (Self::Published(day), Lang::Zh) => {
                format!("没有成文日期，用的是发布日期：{day}")
            }
            (Self::Published(day), Lang::En) => {
                format!("no date of the document, that of publication is used: {day}")
            }
            (Self::Missing(what), Lang::Zh) => format!("没有找到{}，请补上", what.words(lang)),
            (Self::Missing(what), Lang::En) => format!("no {} found: add it", what.words(lang)),
            (Self::Foreign(kind), _) => {
                let (what, help) = kind.words(lang);
                format!("{what}{}{help}", lang.pick("；", "; "))
            }
            (Self::Unreadable(why), Lang::Zh) => format!("读不出：{why}"),
            (Self::Unreadable(why), Lang::En) => format!("cannot be read: {why}"),
            (Self::Limit(what), Lang::Zh) => format!("超出上限，其余未读：{what}"),
            (Self::Limit(what), Lang::En) => {
                format!("over the limit, the rest was not read: {what}")
            }
        }
    }
}
