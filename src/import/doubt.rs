//! What an import was unsure of, and what it left out: with line and reason, in both languages.

use super::file_type::foreign::Foreign;
use crate::i18n::Lang;

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
    /// Every reason.
    pub const ALL: &[Self] = &[
        Self::Title,
        Self::Issuer,
        Self::DocumentNumber,
        Self::Masthead,
        Self::Distribution,
        Self::Remark,
        Self::Recipients,
        Self::RedHead,
        Self::Date,
        Self::Source,
        Self::Subtitle,
        Self::Caption,
        Self::Site,
        Self::Notice,
        Self::PageNumber,
        Self::Contents,
        Self::FrontMatter,
        Self::Cover,
        Self::Markup,
        Self::Footnote,
        Self::Code,
        Self::Deleted,
        Self::Struck,
        Self::Hidden,
        Self::WordPart,
    ];

    /// Its name for the words that are said of it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Issuer => "issuer",
            Self::DocumentNumber => "document-number",
            Self::Masthead => "masthead",
            Self::Distribution => "distribution",
            Self::Remark => "remark",
            Self::Recipients => "recipients",
            Self::RedHead => "red-head",
            Self::Date => "date",
            Self::Source => "source",
            Self::Subtitle => "subtitle",
            Self::Caption => "caption",
            Self::Site => "site",
            Self::Notice => "notice",
            Self::PageNumber => "page-number",
            Self::Contents => "contents",
            Self::FrontMatter => "front-matter",
            Self::Cover => "cover",
            Self::Markup => "markup",
            Self::Footnote => "footnote",
            Self::Code => "code",
            Self::Deleted => "deleted",
            Self::Struck => "struck",
            Self::Hidden => "hidden",
            Self::WordPart => "word-part",
        }
    }

    /// The reason in words.
    pub fn words(self, lang: Lang) -> &'static str {
        lang.words().left(self.code())
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
            words.push_str(&lang.words().doubt_alike(count, last));
        }
        let reason = self.rule.map_or("", |rule| lang.words().rule(rule));
        if !reason.is_empty() {
            words.push_str(&lang.words().doubt_because(reason));
        }
        words
    }
}

impl Doubted {
    /// What is doubtful in words.
    fn words(&self, lang: Lang) -> String {
        let words = lang.words();
        match self {
            Self::Form(first) => words.doubt_form(first),
            Self::InnerTable { words: first, kept } => {
                if *kept {
                    words.doubt_table_merged(first)
                } else {
                    words.doubt_table_apart(first)
                }
            }
            Self::Meeting(day) => words.doubt_meeting(day),
            Self::Month(month) => words.doubt_month(month),
            Self::CutByComment(cut) => words.doubt_comment(cut),
            Self::Tracked => words.doubt_tracked.into(),
            Self::Encoding(name) => words.doubt_encoding(name),
            Self::Bytes => words.doubt_bytes.into(),
            Self::Heading(heading) => words.doubt_heading(heading),
            Self::Guessed(headings) => words.doubt_guessed(headings),
            Self::Numbering(heading) => words.doubt_numbering(heading),
            Self::Kind(heading) => words.doubt_kind(heading),
            Self::Year(heading) => words.doubt_year(heading),
            Self::Damaged(text) => words.doubt_damaged(text),
            Self::Converted(text) => words.doubt_converted(text),
            Self::Mixed(text) => words.doubt_mixed(text),
            Self::Issuer(name) => words.doubt_issuer(name),
            Self::Published(day) => words.doubt_published(day),
            Self::Missing(what) => words.doubt_missing(what.words(lang)),
            Self::Foreign(kind) => {
                let (what, help) = kind.words(lang);
                words.with_help(help, what)
            }
            Self::Unreadable(why) => words.doubt_unreadable(why),
            Self::Limit(what) => words.doubt_limit(what),
        }
    }
}
