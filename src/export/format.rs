//! The formats of what is taken away: how their files end, and what writes each. A new format is a row here, its words,
//! and a file that makes its `Document`.

use std::path::Path;

use crate::wording::paragraph::Setup;

use super::document::Document;
use super::docx::{self, Docx};
use super::html::Html;
use super::markdown::Markdown;
use super::plain::Plain;

/// Makes a document; lines are set as the setup says, where the format has lines.
pub type Make = fn(Setup) -> Box<dyn Document>;

/// What writes a format.
#[derive(Clone, Copy, Debug)]
pub enum Writer {
    /// A document, straight out.
    Document(Make),
    /// A document as the last part of a package: what makes it, its place in the package, the other parts.
    Package(Make, &'static str, &'static [(&'static str, &'static str)]),
    /// Figures and rows as a table.
    Sheet,
    /// The fields of everything.
    Json,
}

/// A format: what is known of it.
struct Row {
    /// How its files end; the first one is its name.
    endings: &'static [&'static str],
    writer: Writer,
    /// Whether it can be set in lines of so many cells.
    lines: bool,
    /// Whether it is laid out for a page and cannot be shown as it is.
    page: bool,
}

/// Formats with their rows. The help of the command line is their doc comment.
macro_rules! formats {
    ($(#[doc = $doc:literal] $(#[$more:ident])? $name:ident $row:expr;)+) => {
        /// Formats of what is taken away.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Format {
            $(#[doc = $doc] $(#[$more])? $name,)+
        }

        impl Format {
            /// Every format, in the order they are offered.
            pub const ALL: [Self; [$(Self::$name),+].len()] = [$(Self::$name),+];

            /// What it is, in English.
            pub fn help(self) -> &'static str {
                match self {
                    $(Self::$name => $doc.trim_ascii(),)+
                }
            }

            fn row(self) -> Row {
                match self {
                    $(Self::$name => $row,)+
                }
            }
        }
    };
}

formats! {
    /// Plain text
    #[default]
    Txt Row {
        endings: &["txt", "text"],
        writer: Writer::Document(|setup| Box::new(Plain::new(setup))),
        lines: true,
        page: false,
    };
    /// Markdown
    Md Row {
        endings: &["md", "markdown"],
        writer: Writer::Document(|_| Box::new(Markdown::default())),
        lines: false,
        page: false,
    };
    /// A sheet of figures and rows, for spreadsheets
    Csv Row {
        endings: &["csv"],
        writer: Writer::Sheet,
        lines: false,
        page: false,
    };
    /// For programs
    Json Row {
        endings: &["json"],
        writer: Writer::Json,
        lines: false,
        page: false,
    };
    /// Word, in the typography of official documents
    Docx Row {
        endings: &["docx"],
        writer: Writer::Package(|_| Box::new(Docx::default()), docx::TEXT, &docx::PARTS),
        lines: false,
        page: true,
    };
    /// A web page
    Html Row {
        endings: &["html", "htm"],
        writer: Writer::Document(|_| Box::new(Html::default())),
        lines: false,
        page: true,
    };
}

impl Format {
    /// Its name on the command line, which is how its files end.
    pub fn code(self) -> &'static str {
        self.row().endings.first().copied().unwrap_or_default()
    }

    /// The format that a file's name asks for; None if the name says nothing.
    ///
    /// # Errors
    /// How the name ends, if that is the end of some other format's files.
    pub fn of_file(path: &Path) -> Result<Option<Self>, String> {
        let Some(ending) = path.extension() else {
            return Ok(None);
        };
        let ending = ending.to_string_lossy().to_lowercase();
        // 第1.5稿 ends with no format's ending.
        if !ending.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Ok(None);
        }
        let is = |format: &Self| format.row().endings.contains(&ending.as_str());
        match Self::ALL.into_iter().find(is) {
            None => Err(ending),
            found => Ok(found),
        }
    }

    /// What writes it.
    pub fn writer(self) -> Writer {
        self.row().writer
    }

    /// Whether it can be set in lines of so many cells.
    pub fn has_lines(self) -> bool {
        self.row().lines
    }

    /// Whether its sections can be numbered anew.
    pub fn has_numbering(self) -> bool {
        matches!(self.writer(), Writer::Document(_) | Writer::Package(..))
    }

    /// Whether its files are text.
    pub fn is_text(self) -> bool {
        !matches!(self.writer(), Writer::Package(..))
    }

    /// The format in which it is shown and copied: what is laid out for a page as its plain text.
    #[must_use]
    pub fn to_be_read(self) -> Self {
        if self.row().page { Self::Txt } else { self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_format() {
        let of = |name: &str| Format::of_file(Path::new(name));
        assert_eq!(of("摘录.DOCX"), Ok(Some(Format::Docx)));
        assert_eq!(of("a/b.htm"), Ok(Some(Format::Html)));
        assert_eq!(of("摘录"), Ok(None));
        assert_eq!(of(".md"), Ok(None));
        assert_eq!(of("第1.5稿"), Ok(None));
        assert_eq!(of("摘录.pdf"), Err("pdf".to_owned()));
        for format in Format::ALL {
            assert_eq!(of(&format!("x.{}", format.code())), Ok(Some(format)));
        }
    }
}
