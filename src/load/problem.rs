//! What can be wrong with a bulletin file, and where.

use super::file_fault::FileFault;
use super::time_fault::TimeFault;
use crate::import::doubt::Doubt;

/// How much is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checks {
    /// What keeps a bulletin, or a part of it, from being read.
    Errors,
    /// That, and what is worth a look.
    All,
}

/// Problems of one file that are listed; more are counted.
pub const MOST_PROBLEMS: usize = 200;

/// Whether a problem keeps something from being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file, or a part of it, could not be read as meant.
    Error,
    /// Read, but worth a look.
    Warning,
}

/// What something in a file is, or should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One text or number.
    Text,
    /// A list.
    List,
    /// Keys with values.
    Map,
    /// One text, or a list of them.
    Texts,
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// `2022-01-06`.
    Date,
    /// `2022`.
    Year,
    /// `2021/2025`.
    Period,
    /// That, or `2025`, `2025-01/2025-11`, `2025-12`.
    Span,
    /// A kind of section.
    Kind,
    /// block, run-in or implied.
    Form,
    /// The number 1.
    Format,
    /// true or false.
    Flag,
    /// cumulative, period or point.
    Basis,
    /// Letters without spaces, `#` and `/`.
    Id,
    /// A whole number from 1.
    Count,
    /// A whole number from 0 to the lines of a table.
    HeadLines,
    /// level, increment, change or share.
    Measure,
    /// more or less.
    Better,
}

/// Why a path cannot be read as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Special {
    /// Nothing is there.
    Missing,
    /// There is something, but it may not be read.
    Forbidden,
    /// A folder where a file was expected.
    Folder,
    /// A pipe, a socket or a device.
    Device,
    /// A link that leads nowhere.
    BrokenLink,
    /// A folder further down than folders are walked.
    DeepFolder,
}

/// Usual mistakes that make a text no YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// A tab where YAML wants spaces.
    Tab,
    /// Another mark where a colon belongs behind a key: `标题：`.
    KeyMark {
        /// The key, as written.
        key: String,
        /// What stands behind it.
        mark: char,
    },
    /// No space behind the colon of a key, or behind the hyphen of a list.
    NoSpace(String),
    /// A space that YAML does not know: U+3000, U+00A0.
    OddSpace(char),
    /// Another sign where the hyphen of a list belongs.
    ListMark(char),
    /// A value that begins with a sign of YAML's, or holds a colon and a space.
    NeedsQuotes,
    /// A quotation mark or bracket without its other half.
    Unclosed(char),
    /// A line of which the parser expected `key: value`.
    NoColon,
    /// A key that is set in neither as its neighbours nor as a child of one.
    Misaligned,
    /// Words behind the closing quotation mark of a value.
    BehindQuote,
    /// A backslash in double quotes before a character that it does not go with.
    Escape,
}

/// Why a table that a file tells of is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFault {
    /// It ends behind the last line of its section's text.
    Beyond {
        /// Its last line, from 1.
        last: usize,
        /// Lines of the text.
        lines: usize,
    },
    /// It begins in a line of another one.
    Overlap {
        /// The line, from 1.
        line: usize,
    },
}

/// What is wrong, with the data a message needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The operating system's word for why it cannot be read.
    Unreadable(String),
    /// Not a file that can be read.
    NotAFile(Special),
    /// Larger than the limit, both in bytes.
    TooLarge {
        /// Size of the file.
        bytes: u64,
        /// The most that is read.
        limit: u64,
    },
    /// A byte that no known encoding of Chinese has here.
    NotText(u8),
    /// A control character that YAML does not allow.
    Control(char),
    /// Nothing in it.
    Empty,
    /// What is to say of the file or folder as a whole.
    File(FileFault),
    /// A line of the links file that is no pair.
    BadLink,
    /// Not YAML; the parser's words.
    Syntax(String),
    /// More than one YAML document.
    SeveralDocuments,
    /// Not YAML, for a usual reason.
    Mistake(Mistake),
    /// An alias inside of what it stands for.
    SelfAlias,
    /// Nested deeper than this many levels.
    TooDeep(usize),
    /// Aliases that expand to more than this many nodes.
    TooManyAliases(usize),
    /// Another shape than the key takes.
    WrongShape {
        /// The key, empty for the whole file.
        key: String,
        /// What it takes.
        expected: Shape,
        /// What stands there.
        found: Shape,
    },
    /// A key the format does not have, and the nearest it has (English, Chinese).
    UnknownKey {
        /// As written.
        key: String,
        /// The nearest known one.
        nearest: Option<(&'static str, &'static str)>,
        /// All that are known here.
        known: Vec<&'static str>,
    },
    /// A key given twice; the line of the first.
    DuplicateKey {
        /// As written.
        key: String,
        /// Line of the first one, from 1.
        first: usize,
    },
    /// A required key is missing (English, Chinese).
    Missing(&'static str, &'static str),
    /// A value that its key does not take.
    BadValue {
        /// The key, in English.
        key: &'static str,
        /// As written.
        found: String,
        /// What it takes.
        expected: Expected,
    },
    /// A quotation that its section does not hold: how much of it does, and what the section has
    /// after that.
    QuoteMissing {
        /// The longest start of the quotation that stands in the section.
        agrees: String,
        /// What follows it there.
        follows: String,
    },
    /// A table that cannot be where it is told to be.
    Table(TableFault),
    /// What is said of the time of a figure does not agree.
    Time(TimeFault),
    /// A bulletin without a section.
    NoSections,
    /// So many problems more, which are not told.
    More(usize),
    /// A list of targets where results are reported, or the other way round.
    Misplaced {
        /// `targets` or `results`.
        list: &'static str,
        /// The kind of the section.
        kind: &'static str,
    },
    /// A value that the grammar of figures cannot read.
    UnreadValue(String),
    /// A folded block: joins Chinese lines with spaces.
    Folded,
    /// Text over several lines without `|`: joined with spaces as well.
    Joined,
    /// U+2028 and the like: taken as a line end.
    LineSeparator(char),
    /// What the import of a raw document was unsure of.
    Doubtful(Doubt),
    /// The encoding the file was decoded from.
    Decoded(&'static str),
    /// The same id as another file.
    SameId {
        /// The id.
        id: String,
        /// The file that has it already.
        other: String,
    },
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceLocation {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// How many characters are meant, at least 1.
    pub length: usize,
    /// The line as it stands in the file.
    pub source: String,
}

/// One problem of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file as it was named.
    pub file: String,
    /// Error or warning.
    pub severity: Severity,
    /// Where; None for the file as a whole.
    pub place: Option<SourceLocation>,
    /// The section and list it stands in (`2.1 加快… › targets 2`), empty outside of sections.
    pub path: String,
    /// What is wrong.
    pub fault: Fault,
}

impl Problem {
    /// A problem of the file as a whole.
    pub fn of_file(file: &str, fault: Fault) -> Self {
        Self {
            file: file.to_owned(),
            severity: fault.severity(),
            place: None,
            path: String::new(),
            fault,
        }
    }

    /// `file:line:column`, as far as they are known.
    pub fn location(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{}:{}", self.file, place.line, place.column),
            None => self.file.clone(),
        }
    }

    /// Whether it is said of a file that was passed over.
    pub fn is_of_passed_file(&self) -> bool {
        matches!(self.fault, Fault::File(FileFault::PassedOver(_)))
    }

    /// Whether it says that a series is probably one with another.
    pub fn is_of_series(&self, name: &str) -> bool {
        matches!(&self.fault, Fault::File(FileFault::ProbablyOne(one, other)) if name == one || name == other)
    }

    /// Whether it says that a file holds the document of another one.
    pub fn is_of_copy(&self) -> bool {
        matches!(self.fault, Fault::File(FileFault::Copy(_)))
    }

    /// How many problems it stands for.
    pub fn count(&self) -> usize {
        match self.fault {
            Fault::More(count) => count,
            _ => 1,
        }
    }
}

impl Fault {
    /// Error or warning.
    pub fn severity(&self) -> Severity {
        match self {
            Self::BadLink
            | Self::Folded
            | Self::Joined
            | Self::LineSeparator(_)
            | Self::Doubtful(_)
            | Self::Decoded(_)
            | Self::Misplaced { .. }
            | Self::Time(_)
            | Self::UnreadValue(_) => Severity::Warning,
            Self::File(fault) if !fault.is_error() => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

impl SourceLocation {
    /// The place of some characters of a text, by byte offset.
    pub fn at(text: &str, byte: usize, length: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let column = before.get(start..).unwrap_or_default().chars().count() + 1;
        let rest = text.get(start..).unwrap_or_default();
        let source = rest.split('\n').next().unwrap_or_default();
        Self {
            line,
            column,
            length: length.max(1),
            source: source.trim_end_matches('\r').to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::SourceLocation;

    #[test]
    fn columns_count_characters() {
        let place = SourceLocation::at("a: 1\n标题: 字\n", 5 + 8, 1);
        assert_eq!((place.line, place.column), (2, 5));
        assert_eq!(place.source, "标题: 字");
    }
}
