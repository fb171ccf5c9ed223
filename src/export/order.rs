//! What is to be taken away, and how: the same order gives the same bytes wherever it comes from.

use std::path::Path;

use crate::i18n::Lang;
use crate::width::Ambiguous;
use crate::wrap::Rules;

use super::pick::Pick;

/// Forms of what is taken away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    #[default]
    Txt,
    /// Markdown.
    Md,
    /// A sheet of figures and rows.
    Csv,
    /// For programs.
    Json,
    /// Word, in the typography of official documents.
    Docx,
    /// A web page, in the same typography.
    Html,
}

impl Format {
    /// Every form, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::Txt,
        Self::Md,
        Self::Csv,
        Self::Json,
        Self::Docx,
        Self::Html,
    ];

    /// Its name on the command line, which is how its files end.
    pub fn code(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Md => "md",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }

    /// The form that a file's name asks for; None if the name says nothing.
    ///
    /// # Errors
    /// How the name ends, if that is the end of some other form's files.
    pub fn of_file(path: &Path) -> Result<Option<Self>, String> {
        let Some(ending) = path.extension() else {
            return Ok(None);
        };
        let ending = ending.to_string_lossy().to_lowercase();
        // 第1.5稿 ends with no form's ending.
        if !ending.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return Ok(None);
        }
        let found = match ending.as_str() {
            "txt" | "text" => Self::Txt,
            "md" | "markdown" => Self::Md,
            "csv" => Self::Csv,
            "json" => Self::Json,
            "docx" => Self::Docx,
            "html" | "htm" => Self::Html,
            _ => return Err(ending),
        };
        Ok(Some(found))
    }

    /// Whether it can be set in lines of so many cells.
    pub fn has_lines(self) -> bool {
        self == Self::Txt
    }

    /// Whether its sections can be numbered anew.
    pub fn has_numbering(self) -> bool {
        !matches!(self, Self::Csv | Self::Json)
    }

    /// Whether its files are text.
    pub fn is_text(self) -> bool {
        self != Self::Docx
    }

    /// The form in which it is shown and copied: what is laid out for a page as its plain text.
    #[must_use]
    pub fn to_be_read(self) -> Self {
        match self {
            Self::Docx | Self::Html => Self::Txt,
            other => other,
        }
    }
}

/// What is to be taken away, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What, in this order.
    pub picks: Vec<Pick>,
    /// In which form.
    pub format: Format,
    /// Number the sections anew (GB/T 9704-2012 §7.3.3: 一、（一）1.（1）) instead of as the source does.
    pub renumber: bool,
    /// Cells of a line of plain text; 0 for one line per paragraph.
    pub cells: usize,
    /// JSON: a list even of one pick. A reference such as `ID#plans` means however many there are.
    pub list: bool,
    /// A sheet: tabs part its cells, as what is pasted into one has them, and no byte order mark.
    pub tabs: bool,
    /// Language of what is not the bulletins' own: heads of columns, verdicts.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_form() {
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
