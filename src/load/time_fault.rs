//! What does not agree in what a file says of the time of a figure. The words are in `i18n`.

use crate::figures::Clash;
use crate::i18n::{Lang, times};

/// A contradiction, and what is written at the key that is not followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeFault {
    /// What contradicts what.
    pub clash: Clash,
    /// The key that is not followed, in English and in Chinese.
    pub key: (&'static str, &'static str),
    /// As written.
    pub found: String,
}

impl TimeFault {
    /// What is wrong, in one sentence.
    pub fn message(&self, lang: Lang) -> String {
        let (name, chinese) = self.key;
        let key = match lang {
            Lang::Zh => format!("“{chinese}”（{name}）"),
            Lang::En => format!("`{name}`"),
        };
        let found = &self.found;
        match self.clash {
            Clash::Year(period) | Clash::AsOf(_, period) => {
                times::against_period(&key, found, &period.to_string(), lang)
            }
            Clash::AsOfYear(_, year) => {
                times::day_of_other_year(&key, found, &year.to_string(), lang)
            }
            Clash::AsOfUnread => times::unread_day(&key, found, lang),
            Clash::Point(period) => times::point_of_span(&key, &period.to_string(), lang),
            Clash::Mean(period) => times::mean_of_one(&key, &period.to_string(), lang),
        }
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> String {
        let words = match self.clash {
            Clash::Year(_) | Clash::AsOf(..) => times::make_agree(lang),
            Clash::AsOfYear(..) | Clash::AsOfUnread => times::say_period(lang),
            Clash::Point(_) => times::end_or_flow(lang),
            Clash::Mean(_) => times::say_years(lang),
        };
        words.to_owned()
    }
}
