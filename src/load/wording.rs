//! A problem in words: what is wrong, where, and what to do about it. The words themselves are `message`'s and `help`'s.

use super::help;
use super::message;
use super::problem::{Fault, Problem};
use crate::i18n::Lang;

impl Problem {
    /// The section and list it is in, in words.
    pub fn path_words(&self, lang: Lang) -> String {
        message::path(&self.path, lang)
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        message::message(&self.fault, lang)
    }

    /// Where and what, on one line; what to do, if it is said of a file that keeps something from being read.
    pub fn line(&self, lang: Lang) -> String {
        let (place, what) = (self.location(), self.message(lang));
        match (&self.fault, self.help(lang)) {
            (Fault::File(_), help) if !help.is_empty() && !self.is_of_copy() => {
                format!("{place}: {}", lang.words().with_help(help, what))
            }
            _ => format!("{place}: {what}"),
        }
    }

    /// The rule of the importer that decided what is doubtful, for programs.
    pub fn rule(&self) -> Option<&'static str> {
        match &self.fault {
            Fault::Doubtful(doubt) => doubt.rule.filter(|rule| !rule.is_empty()),
            _ => None,
        }
    }

    /// What to do about it; empty if the message says all.
    pub fn help(&self, lang: Lang) -> String {
        help::help(&self.fault, lang)
    }
}
