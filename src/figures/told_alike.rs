//! What is told of several branches or goods one after the other: 采矿业增加值增长3%、制造业5%.
//!
//! Two rules of `name_rules`; their examples stand there.

use crate::lexicon::List;

use super::aspect::{aspect_of, tells_aspect};
use super::name_case::Case;
use super::phrase::{cut, is_nominal};

/// What is told of several branches or goods one after the other: 增加值, 零售额; and what goods are called.
static OF_TRADES: List = List::new("of-trades");
static OF_GOODS: List = List::new("of-goods");
static GOODS: List = List::new("goods");
/// 产业: what a branch is called.
static TRADE: List = List::new("trade");

/// The name of a branch with what was told of the one before.
pub fn branch(case: &Case<'_>) -> Option<String> {
    told_alike(case, &OF_TRADES, &TRADE)
}

/// The name of goods with what was told of those before.
pub fn goods(case: &Case<'_>) -> Option<String> {
    told_alike(case, &OF_GOODS, &GOODS)
}

/// The name of a change of a thing of some kind with what was told of the one before it.
fn told_alike(case: &Case<'_>, told: &List, kind: &List) -> Option<String> {
    if case.words.is_empty() || !case.unit.contains('%') || !kind.ends(case.own) {
        return None;
    }
    let aspect = Some(aspect_of(case.last)).filter(|aspect| told.has(aspect))?;
    let thing = is_nominal(case.own) && !tells_aspect(case.own);
    thing.then(|| cut(&format!("{}{aspect}", case.own)))
}
