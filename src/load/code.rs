//! Names of what a file may hold, and of paths that are no file, for the words that are said of them.

use super::problem::{Expected, Shape, Special};

impl Shape {
    /// Every one.
    #[cfg(test)]
    pub const ALL: &[Self] = &[Self::Text, Self::List, Self::Texts, Self::Map];

    /// Its name for the words that are said of it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::List => "list",
            Self::Texts => "texts",
            Self::Map => "map",
        }
    }
}

impl Expected {
    /// Every one.
    #[cfg(test)]
    pub const ALL: &[Self] = &[
        Self::Date,
        Self::Year,
        Self::Period,
        Self::Span,
        Self::Kind,
        Self::Form,
        Self::Format,
        Self::Flag,
        Self::Basis,
        Self::Id,
        Self::Count,
        Self::HeadLines,
        Self::Measure,
        Self::Better,
    ];

    /// Its name for the words that are said of it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Year => "year",
            Self::Period => "period",
            Self::Span => "span",
            Self::Kind => "kind",
            Self::Form => "form",
            Self::Format => "format",
            Self::Flag => "flag",
            Self::Basis => "basis",
            Self::Id => "id",
            Self::Count => "count",
            Self::HeadLines => "head-lines",
            Self::Measure => "measure",
            Self::Better => "better",
        }
    }
}

impl Special {
    /// Every one.
    #[cfg(test)]
    pub const ALL: &[Self] = &[
        Self::Missing,
        Self::Forbidden,
        Self::Folder,
        Self::Device,
        Self::BrokenLink,
        Self::DeepFolder,
    ];

    /// Its name for the words that are said of it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Forbidden => "forbidden",
            Self::Folder => "folder",
            Self::Device => "device",
            Self::BrokenLink => "broken-link",
            Self::DeepFolder => "deep-folder",
        }
    }
}
