//! What is said of a file or folder as a whole, and of the series it stands in. Knows nothing of what a bulletin
//! holds; the words are in `i18n`.

use crate::i18n::Lang;
use crate::import::Draft;
use crate::import::file_type::{foreign::Foreign, usual_endings};

/// What there is to say of a file or folder as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// A raw document without words.
    NoText,
    /// A raw document with words of which none is running text: a title alone, or a page's furniture.
    NoBody,
    /// A file of a format that is not read.
    Foreign(Foreign),
    /// The same, in a folder that was walked; None for a file that is no document of any kind.
    PassedOver(Option<Foreign>),
    /// A file of a folder whose name says nothing of what it is.
    NoEnding,
    /// What Word and WPS leave beside a file that is open.
    OfOpenFile,
    /// A raw document beside the bulletin that was made of it: the name of that file.
    Converted(String),
    /// A folder in which nothing can be read.
    NoBulletins,
    /// The series of the bulletin, and one that is probably the same.
    ProbablyOne(String, String),
    /// The same document as that of another file, which is compared instead.
    Copy(String),
    /// A name that an indicator of a user's catalogue has in common with another one: the name, the id of that one.
    SameName(String, String),
}

impl FileFault {
    /// What is wrong with a raw document whose draft is empty.
    pub fn of_empty(draft: &Draft) -> Self {
        if draft.has_words() {
            Self::NoBody
        } else {
            Self::NoText
        }
    }

    /// Whether it keeps something from being read that was to be read.
    pub fn is_error(&self) -> bool {
        matches!(
            self,
            Self::NoText | Self::NoBody | Self::Foreign(_) | Self::NoBulletins
        )
    }

    /// Whether somebody who opens the folder may miss the file.
    pub fn is_missed(&self) -> bool {
        matches!(self, Self::PassedOver(Some(foreign)) if foreign.is_document())
    }

    /// What is wrong, in one sentence; what is to be done, where a list of messages has no room for it apart.
    pub fn message(&self, lang: Lang) -> String {
        let words = lang.words();
        match self {
            Self::NoText => words.no_text.to_owned(),
            Self::NoBody => words.no_body.to_owned(),
            Self::Foreign(foreign) => foreign.words(lang).0.to_owned(),
            Self::PassedOver(Some(foreign)) => words.passed_over(foreign.words(lang).0),
            Self::PassedOver(None) => words.passed_over(words.no_format),
            Self::NoEnding => words.passed_over(words.no_ending),
            Self::OfOpenFile => words.passed_over(words.of_open_file),
            Self::Converted(file) => words.passed_over(words.converted(file)),
            Self::NoBulletins => words.none_in_folder.to_owned(),
            Self::ProbablyOne(one, other) => words.probably_one(one, other),
            Self::SameName(name, other) => words.same_name(name, other),
            Self::Copy(file) => words.copy(file),
        }
    }

    /// What to do about it; empty if the message says all.
    pub fn help(&self, lang: Lang) -> String {
        let words = lang.words();
        match self {
            Self::NoText => words.scanned.to_owned(),
            Self::NoBulletins => words.readable_formats(usual_endings()),
            Self::Foreign(foreign) | Self::PassedOver(Some(foreign)) => {
                foreign.words(lang).1.to_owned()
            }
            Self::NoBody => words.to_complete.to_owned(),
            Self::NoEnding => words.name_it.to_owned(),
            Self::ProbablyOne(..) => words.how_to_join.to_owned(),
            Self::Copy(_) => words.how_to_part.to_owned(),
            Self::SameName(..) => words.other_name.to_owned(),
            Self::PassedOver(None) | Self::OfOpenFile | Self::Converted(_) => String::new(),
        }
    }
}
