//! A key of a file's format, and what it takes. Knows no key.

use super::problem::Shape;

/// A key of the format.
#[derive(Debug)]
pub struct Key {
    /// English name.
    pub name: &'static str,
    /// Chinese name.
    pub chinese: &'static str,
    /// What it takes.
    pub takes: Takes,
}

/// What a key takes.
#[derive(Clone, Copy, Debug)]
pub enum Takes {
    /// One text.
    Text,
    /// A list of texts.
    Texts,
    /// One text, or a list of them.
    OneOrMore,
    /// A map with these keys.
    Map(fn() -> &'static [Key]),
    /// A list of maps with these keys.
    Maps(fn() -> &'static [Key]),
}

impl Takes {
    /// Its shape.
    pub fn shape(self) -> Shape {
        match self {
            Self::Text => Shape::Text,
            Self::OneOrMore => Shape::Texts,
            Self::Texts | Self::Maps(_) => Shape::List,
            Self::Map(_) => Shape::Map,
        }
    }
}

/// A key that takes a list of texts.
pub const fn texts(name: &'static str, chinese: &'static str) -> Key {
    Key {
        name,
        chinese,
        takes: Takes::Texts,
    }
}

/// A key that takes one text.
pub const fn text(name: &'static str, chinese: &'static str) -> Key {
    Key {
        name,
        chinese,
        takes: Takes::Text,
    }
}
