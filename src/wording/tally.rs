//! How many rows of a ledger stand how, and what their groups are called.

use crate::calendar::Year;
use crate::compare::{Count, Outcome, RowGroup, Standing, Tally};
use crate::i18n::Lang;

use super::verdict::{CARRIED_SIGN, Tone, sign, tone};

/// Ties a count to its word where the tally is broken into lines; shown as a space.
pub const TIE: &str = "\u{a0}";

/// What a row counts as, in a word.
pub fn standing_word(standing: Standing, lang: Lang) -> &'static str {
    match standing {
        Standing::Judged(outcome) => lang.words().outcome(outcome.code()),
        Standing::CarriedOver => lang.words().carried_on,
        Standing::Open => lang.words().no_result,
    }
}

/// The sign of it.
pub fn standing_sign(standing: Standing) -> &'static str {
    match standing {
        Standing::Judged(outcome) => sign(outcome),
        Standing::CarriedOver => CARRIED_SIGN,
        Standing::Open => " ",
    }
}

/// What kind of news it is.
pub fn standing_tone(standing: Standing) -> Tone {
    match standing {
        Standing::Judged(outcome) => tone(outcome),
        Standing::CarriedOver => tone(Outcome::Unreported),
        Standing::Open => Tone::Quiet,
    }
}

/// What a group of rows is called in the ledger of a year. The other targets with figures are the targets with figures
/// where there are no main ones.
pub fn group_name(group: RowGroup, year: Year, with_main: bool, lang: Lang) -> String {
    let words = lang.words();
    match group {
        RowGroup::New => words.new_in(year + 1),
        RowGroup::Numeric if !with_main => words.with_figures.to_owned(),
        group => words.group(group.code()).to_owned(),
    }
}

/// How many stand how, a word and a number each; counts are tied to their words by [`TIE`]. Nothing is said of rows that
/// are only what their group says: results without a target, promises for the year after.
pub fn count_parts(group: RowGroup, count: &Count, lang: Lang) -> Vec<String> {
    let told = count.standings.iter();
    let told = told.filter(|(standing, _)| match standing {
        Standing::Open => group.is_promised(),
        Standing::Judged(outcome) => *outcome != Outcome::Unplanned,
        Standing::CarriedOver => true,
    });
    let parts = told.map(|(standing, n)| format!("{}{TIE}{n}", standing_word(*standing, lang)));
    let similar = (count.similar > 0).then(|| lang.words().tally_similar(count.similar, TIE));
    parts.chain(similar).collect()
}

/// The same where there is no room for words. What is mentioned has the sign of what is met, and is not counted with it:
/// it keeps its word.
pub fn count_signs(count: &Count, lang: Lang) -> Vec<String> {
    let told = count.standings.iter();
    let told = told.filter(|(standing, _)| !standing_sign(*standing).trim().is_empty());
    let told = told.map(|(standing, n)| match standing {
        Standing::Judged(Outcome::Qualitative) => format!("{} {n}", standing_word(*standing, lang)),
        standing => format!("{}{n}", standing_sign(*standing)),
    });
    told.collect()
}

/// The tally of a year in one sentence: every group with its number, and how many of it stand how.
pub fn tally_line(tally: &Tally, lang: Lang) -> String {
    let words = lang.words();
    let with_main = tally.group(RowGroup::Main).is_some();
    let group = |(group, count): &(RowGroup, Count)| {
        let name = group_name(*group, tally.year, with_main, lang);
        group_line(name, (*group, count), lang)
    };
    let groups = tally.groups.iter().filter(|(_, count)| count.total() > 0);
    let groups: Vec<String> = groups.map(group).collect();
    if groups.is_empty() {
        return words.tally_of(words.tally_none, tally.year);
    }
    let all = groups.join(words.tally_gap);
    words.tally_of(all, tally.year)
}

/// The name of a group with its number, and how many of it stand how.
pub fn group_line(name: String, (group, count): (RowGroup, &Count), lang: Lang) -> String {
    let words = lang.words();
    let parts = count_parts(group, count, lang);
    let parts = if parts.is_empty() {
        String::new()
    } else {
        words.tally_parts(parts.join(" · "))
    };
    words
        .tally_group(count.total(), name, parts)
        .replace(TIE, " ")
}
