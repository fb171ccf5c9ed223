//! What is said of a file or folder as a whole, and of the series it stands in. Knows nothing of what a bulletin
//! holds; the words are in `i18n`.

use crate::i18n::{FileWords, Lang};
use crate::import::{Draft, foreign::Foreign};

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
        let words = lang.files();
        match self {
            Self::NoText => words.no_text.to_owned(),
            Self::NoBody => words.no_body.to_owned(),
            Self::Foreign(foreign) => of_format(words, *foreign).0.to_owned(),
            Self::PassedOver(Some(foreign)) => {
                format!("{}{}", words.passed_over, of_format(words, *foreign).0)
            }
            Self::PassedOver(None) => format!("{}{}", words.passed_over, words.no_format),
            Self::OfOpenFile => format!("{}{}", words.passed_over, words.of_open_file),
            Self::Converted(file) => format!("{}{}{file}", words.passed_over, words.converted),
            Self::NoBulletins => words.none_in_folder.to_owned(),
            Self::ProbablyOne(one, other) => format!(
                "{}{one}{}{other}",
                words.probably_one[0], words.probably_one[1]
            ),
            Self::Copy(file) => format!("{}{file}{}", words.copy[0], words.copy[1]),
        }
    }

    /// What to do about it; empty if the message says all.
    pub fn help(&self, lang: Lang) -> &'static str {
        let words = lang.files();
        match self {
            Self::NoText | Self::NoBulletins => words.formats,
            Self::Foreign(foreign) | Self::PassedOver(Some(foreign)) => {
                of_format(words, *foreign).1
            }
            Self::NoBody => words.to_complete,
            Self::ProbablyOne(..) => words.how_to_join,
            Self::Copy(_) => words.how_to_part,
            Self::PassedOver(None) | Self::OfOpenFile | Self::Converted(_) => "",
        }
    }
}

/// What a format is called, and what to do about it.
fn of_format(words: &'static FileWords, foreign: Foreign) -> (&'static str, &'static str) {
    let at = Foreign::ALL.iter().position(|known| *known == foreign);
    let told = at.and_then(|at| words.foreign.get(at)).copied();
    told.unwrap_or((words.no_format, words.formats))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_has_its_words() {
        for lang in [Lang::Zh, Lang::En] {
            assert_eq!(lang.files().foreign.len(), Foreign::ALL.len());
        }
        let told = FileFault::Foreign(Foreign::Ofd).message(Lang::En);
        assert!(told.contains("OFD"), "{told}");
    }
}
