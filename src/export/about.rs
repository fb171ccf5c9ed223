//! What a document is about, and in which language.

use crate::model::Bulletin;

/// What a document is about.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its language, a tag of BCP 47.
    pub language: &'a str,
}

impl<'a> About<'a> {
    /// A document of something in a bulletin.
    pub fn of(bulletin: Option<&'a Bulletin>) -> Self {
        Self {
            title: bulletin.map_or("", |bulletin| &bulletin.title),
            language: bulletin.map_or("zh-Hans", |bulletin| &bulletin.language),
        }
    }
}
