//! A line of a document, as every format yields it. Knows no format.

/// How a line was set in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Style {
    /// Nothing is known.
    #[default]
    Plain,
    /// Marked as the document's title.
    Title,
    /// Marked as a heading, 1 the highest.
    Heading(u8),
    /// A row of a table, its cells separated by spaces.
    Row,
    /// Made of links only.
    Links,
}

/// A line of a document, without the white space around it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// Where it begins in the source: the line, in Word files the paragraph, from 1.
    pub number: usize,
    /// How it was set there.
    pub style: Style,
    /// Whether it is set in.
    pub indented: bool,
    /// Whether an empty line comes before it.
    pub after_gap: bool,
    /// Whether the source itself says that a paragraph begins and ends here.
    pub whole: bool,
}
