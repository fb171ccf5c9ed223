//! The crime that people were prosecuted for: 依法惩治毒品犯罪，起诉160人 tells of 起诉毒品犯罪.
//!
//! A rule of `name_rules`; its example stands there.

use crate::lexicon::List;
use crate::text::mark::{End, Mark};

use super::name_case::Case;
use super::phrase::{cut, is_nominal, strip};

/// 打击, 惩治: before the crime that it fights; 起诉, 批捕: what is done to who committed it.
static FIGHTS: List = List::new("fights");
static PROSECUTES: List = List::new("prosecutes");
/// 打击毒品犯罪，起诉160人: how many were prosecuted for what the clause before fights.
pub fn prosecuted(case: &Case<'_>) -> Option<String> {
    if !PROSECUTES.has(case.own) {
        return None;
    }
    let clause = case.before.trim_end_matches(|c| Mark::ends(c, End::Comma));
    let clause = clause.rsplit(|c| Mark::ends(c, End::Pause)).next()?;
    let at = FIGHTS.hits(clause).last()?.span.end;
    let crime = strip(clause.get(at..)?);
    is_nominal(crime).then(|| cut(&format!("{}{crime}", case.own)))
}
