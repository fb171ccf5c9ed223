//! What does not agree in what a file says of the time of a figure. The words are in `i18n`.

use crate::figures::Clash;
use crate::i18n::Lang;

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
        let words = lang.words();
        let key = words.key_named(chinese, name);
        let found = &self.found;
        match self.clash {
            Clash::Year(period) | Clash::AsOf(_, period) => {
                words.time_against_period(found, key, period)
            }
            Clash::AsOfYear(_, year) => words.time_other_year(found, key, year),
            Clash::AsOfUnread => words.time_unread_day(found, key),
            Clash::Point(period) => words.time_point_of_span(key, period),
            Clash::Mean(period) => words.time_mean_of_one(key, period),
        }
    }

    /// What to do about it.
    pub fn help(&self, lang: Lang) -> String {
        let words = lang.words();
        let help = match self.clash {
            Clash::Year(_) | Clash::AsOf(..) => words.time_agree,
            Clash::AsOfYear(..) | Clash::AsOfUnread => words.time_say_period,
            Clash::Point(_) => words.time_end_or_flow,
            Clash::Mean(_) => words.time_say_years,
        };
        help.to_owned()
    }
}
