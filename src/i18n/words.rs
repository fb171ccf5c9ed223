//! The words of the languages, as the build script makes them of `zh.txt` and `en.txt`: a field for each line that is
//! said by name, a method for one with gaps and for a group that is asked for by code. A line that nobody says is code
//! that nobody uses.

#![allow(clippy::needless_pass_by_value)] // what fills a gap is handed over as it is
#![allow(clippy::type_complexity)] // a sentence is a function of its gaps
#![allow(clippy::struct_field_names)] // `no_words` is what is said where there are none

use std::fmt::Display;

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// A noun behind a number: behind one, behind any other.
pub type Noun = [&'static str; 2];

/// A number and its noun.
pub fn counted(number: usize, [one, many]: Noun) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// The keys in use, by which messages name them.
pub trait Keys {
    /// The names of a command's keys, the one to be shown first; none if it has no key. The command is `quit`, or
    /// `compare.filter`: the command on one screen.
    fn keys(&self, command: &str, words: &Words) -> Vec<String>;
}

fn first_key(keys: &dyn Keys, command: &str, words: &Words) -> String {
    let mut names = keys.keys(command, words).into_iter();
    names.next().unwrap_or_else(|| words.key_none.to_owned())
}

fn all_keys(keys: &dyn Keys, command: &str, words: &Words) -> String {
    match keys.keys(command, words) {
        names if names.is_empty() => words.key_none.to_owned(),
        names => names.join(words.or),
    }
}
