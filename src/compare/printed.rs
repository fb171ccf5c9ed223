//! How a value is printed beside the name of its row: a name that says that it is a growth rate says so once.
//!
//! Knows nothing of verdicts.

use crate::lexicon::List;
use crate::model::{Reading, Trend};

/// Ends of names of growth and decline.
static GROWTH_NAMES: List = List::new("growth-name");
/// Words that make a percentage one of growth or decline.
static MOVING: List = List::new("moving");

/// A value without the word for growth, if the name of its row ends with one and the number follows: 增长5%左右 of
/// 地区生产总值增速 is 5%左右. A decline keeps its word.
pub fn beside_its_name<'v>(value: &'v str, name: &str, reading: Option<&Reading>) -> &'v str {
    let grows = reading.is_some_and(|reading| reading.trend == Some(Trend::Up));
    if !grows || !GROWTH_NAMES.ends(name) {
        return value;
    }
    let rest = MOVING
        .start(value)
        .and_then(|word| value.strip_prefix(word));
    let number = rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    number.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Context, read};
    use crate::model::Role;

    #[test]
    fn a_growth_rate_is_said_once_and_a_decline_keeps_its_word() {
        let printed = |value: &'static str, name: &str| {
            let context = Context {
                role: Role::Target,
                indicator: name,
                quote: value,
            };
            let reading = read(value, context);
            beside_its_name(value, name, reading.as_ref())
        };
        assert_eq!(printed("增长5%左右", "地区生产总值增速"), "5%左右");
        assert_eq!(printed("下降5%", "地区生产总值增速"), "下降5%");
        assert_eq!(printed("增长5%", "粮食产量"), "增长5%");
        assert_eq!(printed("增长超5%", "进出口增速"), "增长超5%");
    }
}
