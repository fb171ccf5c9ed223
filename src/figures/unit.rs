//! Units and measure words, and what only looks like one. Knows nothing of the number before a unit.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

use crate::lexicon::List;
use crate::text::numeral::number;

static UNITS: List = List::new("unit");
/// Units of time: figures only where time itself was changed or bounded.
pub static TIMES: List = List::new("unit-of-time");
/// Words that begin like a unit and measure nothing: 条例.
static NOT_A_UNIT: List = List::new("not-a-unit");
/// Units that begin many words, and what may follow them.
static UNITS_ALONE: List = List::new("unit-alone");
static AFTER_UNITS_ALONE: List = List::new("after-unit-alone");
/// The numbers that a rate is per: 9.2/10万.
static PER_ROUND: List = List::new("per-round");

/// The units that begin with a character, the longest first.
fn units_with(first: char) -> &'static [&'static str] {
    static UNITS_BY_FIRST: OnceLock<HashMap<char, Vec<&'static str>>> = OnceLock::new();
    let table = UNITS_BY_FIRST.get_or_init(|| {
        let mut table: HashMap<char, Vec<&'static str>> = HashMap::new();
        for unit in UNITS.words() {
            table
                .entry(unit.chars().next().unwrap_or(' '))
                .or_default()
                .push(unit);
        }
        for units in table.values_mut() {
            units.sort_by_key(|unit| Reverse(unit.len()));
        }
        table
    });
    table
        .get(&first.to_ascii_lowercase())
        .map_or(&[], Vec::as_slice)
}

/// The unit a text begins with, what it is per included (微克/立方米, /10万); empty for none.
pub fn unit<'a>(text: &'a str, printed: &str) -> &'a str {
    let own = plain_unit(text, printed);
    let Some(per) = text.get(own..).and_then(|rest| rest.strip_prefix('/')) else {
        return text.get(..own).unwrap_or_default();
    };
    // 千瓦时 is a unit, no thousand.
    let count = match plain_unit(per, "") {
        0 => number(per).map_or(0, |(_, used)| used),
        _ => 0,
    };
    let after = per.get(count..).unwrap_or_default();
    let base = count + plain_unit(after, "");
    // 9.2/10万 is a rate, 3/4 and 24/7 are none.
    let rate = if own == 0 {
        per.get(..count).is_some_and(|base| PER_ROUND.ends(base))
    } else {
        base > 0
    };
    let end = if rate { own + 1 + base } else { own };
    text.get(..end).unwrap_or_default()
}

/// Bytes of the unit of the table that a text begins with.
fn plain_unit(text: &str, printed: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    let fits = |unit: &&&str| {
        let Some((head, after)) = text.split_at_checked(unit.len()) else {
            return false;
        };
        if !head.eq_ignore_ascii_case(unit) {
            return false;
        }
        if unit.ends_with(|c: char| c.is_ascii_alphabetic()) {
            // 5G网络 is no unit of five, 760M is one.
            let generation = **unit == "g" && printed.len() == 1;
            return !generation && !after.starts_with(|c: char| c.is_ascii_alphanumeric());
        }
        !is_word(text, unit, after)
    };
    let longest = units_with(first).iter().find(fits);
    longest.map_or(0, |unit| unit.len())
}

/// Whether what looks like a unit begins a word that measures nothing.
fn is_word(text: &str, unit: &str, after: &str) -> bool {
    if UNITS_ALONE.has(unit) {
        return !after.is_empty() && !AFTER_UNITS_ALONE.starts(after);
    }
    let mut words = NOT_A_UNIT.words();
    words.any(|word| word.len() > unit.len() && word.starts_with(unit) && text.starts_with(word))
}
