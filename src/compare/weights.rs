//! The weights of the similarity, by name, as `weights.txt` has them.
//!
//! Whoever compares is handed a [`Weights`], so that a test can change one. Knows nothing of what is
//! weighed: the model is written at the head of `similarity.rs`.

use std::sync::OnceLock;

/// The file, with a line for each weight: `name value # unit or meaning, reason`.
pub const FILE: &str = include_str!("weights.txt");

macro_rules! weights {
    ($($name:ident)+) => {
        /// The weights; the file says what each one is.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct Weights {
            $(
                #[doc = concat!("`", stringify!($name), "` of the file.")]
                pub $name: f64,
            )+
        }

        impl Weights {
            /// The names of all weights.
            pub const NAMES: &[&str] = &[$(stringify!($name)),+];

            /// The weight of a name, to be read or changed.
            pub fn by_name(&mut self, name: &str) -> Option<&mut f64> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)+
                    _ => None,
                }
            }
        }
    };
}

weights! {
    idf_unseen idf_common little_shared
    number_bias number_clause number_topic number_name number_size number_least
    sentence topic verb head name mixed
    clause_least least_answer least_open least_repeated least_general
    words_bias words_sum
}

impl Weights {
    /// Reads a file.
    ///
    /// # Errors
    /// The lines, from 1, that are no weight or name one again, and the names of weights without a line.
    pub fn parse(text: &str) -> Result<Self, (Vec<usize>, Vec<&'static str>)> {
        let mut weights = Self::default();
        let mut lacking = Self::NAMES.to_vec();
        let mut bad = Vec::new();
        for (at, line) in text.lines().enumerate() {
            let words = line.split('#').next().unwrap_or_default();
            let mut words = words.split_whitespace();
            let Some(name) = words.next() else { continue };
            let value = words.next().and_then(|value| value.parse::<f64>().ok());
            let known = lacking.iter().position(|known| *known == name);
            match (value, known, weights.by_name(name)) {
                (Some(value), Some(known), Some(weight)) if words.next().is_none() => {
                    *weight = value;
                    lacking.remove(known);
                }
                _ => bad.push(at + 1),
            }
        }
        if bad.is_empty() && lacking.is_empty() {
            Ok(weights)
        } else {
            Err((bad, lacking))
        }
    }

    /// The weights of `weights.txt`, read once; a test makes sure that the file can be read.
    pub fn built_in() -> &'static Self {
        static BUILT_IN: OnceLock<Weights> = OnceLock::new();
        BUILT_IN.get_or_init(|| Self::parse(FILE).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_each_weight_once() {
        assert_eq!(Weights::parse(FILE), Ok(*Weights::built_in()));
        let twice = format!("{FILE}\ntopic 1 # again\nno_weight 2");
        let line = FILE.lines().count() + 2;
        assert_eq!(
            Weights::parse(&twice),
            Err((vec![line, line + 1], Vec::new()))
        );
        let (_, lacking) = Weights::parse("topic 1").unwrap_err();
        assert_eq!(lacking.len() + 1, Weights::NAMES.len());
    }
}
