//! The population or region of a figure, where it is narrower than what the issuer speaks for.
//!
//! Looks at the name of the figure, which holds the words as printed, and at the clause before it, which may say what is
//! left out. Where neither says one, there is none.

use crate::lexicon::{Chars, Firsts, List};
use crate::text::mark::{End, Mark};

/// Populations and kinds of regions: 脱贫县, 开发区.
static POPULATION: List = List::new("population");
/// 入选: what a name begins with that says which ones are counted.
static TELLS_WHICH: List = List::new("tells-which");
static NAME_EDGE: Chars = Chars::new(List::new("name-edge"));
/// What they begin with: most names hold none, and every name is asked.
static BEGINS: Firsts = Firsts::of(&[&POPULATION]);
/// Words behind what is counted that make a name of it: 自贸区数.
static COUNTED: List = List::new("count-name");
static LIST_PART: Chars = Chars::new(List::new("list-part"));
/// Before and after a region that is traded with: 对东盟进出口.
static TRADED_WITH: List = List::new("traded-with");
static TRADE: List = List::new("trade-with");
/// 集团: ends the name of who is charged with a part of the work, and 要 after it.
static PARTS: List = List::new("charged-part");
static CHARGES: List = List::new("charges");
/// 扣除: before what a figure leaves out.
static LEAVES_OUT: List = List::new("leaves-out");
/// What may be left out without narrowing what is counted: 价格因素.
static NO_SCOPE_OUT: List = List::new("no-scope-out");
static AFTER_LEFT_OUT: List = List::new("after-left-out");

/// The narrower population or region that a name tells of, as printed: 民族自治地方 of 民族自治地方公路总里程. None where it is
/// what is counted itself, 开发区.
pub fn scope(name: &str) -> Option<String> {
    traded_with(name).or_else(|| population(name))
}

/// Whom a sentence charges with what it says, where that is a part of what the issuer speaks for, as printed: 水利集团 of
/// 水利集团要强化保供，力争供水量达到3亿立方米.
pub fn charged(sentence: &str) -> Option<String> {
    let end = sentence.find(|c| Mark::of(c).is_some())?;
    let opening = sentence.get(..end)?;
    let at = CHARGES.earliest(opening)?;
    let whom = opening.get(..at)?.trim();
    PARTS.ends(whom).then(|| whom.to_owned())
}

/// What the words of a sentence before a value say it leaves out, as printed: 扣除矿业投资 of 扣除矿业投资后，投资增长3%.
pub fn left_out(before: &str) -> Option<String> {
    let clauses = before.rsplit(|c| Mark::ends(c, End::Comma)).take(2);
    let said = clauses.into_iter().find_map(|clause| {
        // Few clauses have one: only those are searched for what it may be part of, 加计扣除.
        LEAVES_OUT.earliest(clause)?;
        let at = LEAVES_OUT.hits(clause).first()?.span.start;
        clause.get(at..)
    })?;
    let end = said.find(|c| Mark::of(c).is_some());
    let said = said.get(..end.unwrap_or(said.len()))?.trim();
    let said = AFTER_LEFT_OUT.strip_ends(said);
    (!NO_SCOPE_OUT.is_in(said)).then(|| said.to_owned())
}

fn population(name: &str) -> Option<String> {
    if !name.contains(|c| BEGINS.has(c)) {
        return None;
    }
    // 入选示范区的项目: the words before 的 say which ones are counted.
    let which = TELLS_WHICH.starts(name);
    let thing = || {
        name.rsplit_once(|c| NAME_EDGE.has(c))
            .map(|(_, thing)| thing)
    };
    let name = Some(name).filter(|_| !which).or_else(thing).unwrap_or(name);
    // Declared figures ask when their file is opened: all hits are looked for only where there is one.
    POPULATION.earliest(name)?;
    let hits = POPULATION.hits(name);
    let hit = hits.iter().find(|hit| {
        let rest = name.get(hit.span.end..).unwrap_or_default();
        !rest.is_empty() && !COUNTED.has(rest)
    })?;
    // The words before it name it: 兰州新区; of a list only what it is called.
    let whole = name.get(..hit.span.end)?;
    let one = !whole.contains(|c| LIST_PART.has(c));
    Some(if one { whole } else { hit.word }.to_owned())
}

fn traded_with(name: &str) -> Option<String> {
    let rest = TRADED_WITH.strip_start(name)?;
    let at = TRADE.earliest(rest).filter(|at| *at > 0)?;
    rest.get(..at).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrower_population_is_told() {
        for (name, told) in [
            ("民族自治地方公路总里程", Some("民族自治地方")),
            ("脱贫县农村居民人均可支配收入", Some("脱贫县")),
            ("江北新区经济总量", Some("江北新区")),
            ("县域内就诊率", Some("县域内")),
            ("甲县、乙县等山区公路里程", Some("山区")),
            ("对韩国出口", Some("韩国")),
            ("市属企业利润总额", Some("市属企业")),
            ("省级开发区", None),
            ("省级开发区数", None),
            ("示范区总数", None),
            ("地区生产总值", None),
            ("对外贸易额", None),
            ("农村居民人均可支配收入", None),
        ] {
            assert_eq!(scope(name).as_deref(), told, "{name}");
        }
    }

    #[test]
    fn who_is_charged_speaks_for_a_part() {
        for (sentence, told) in [
            ("水利集团要强化保供，力争供水量达到", Some("水利集团")),
            ("水利集团力争供水量达到", None),
            ("上市公司要达到", None),
            ("要强化保供，水利集团供水量达到", None),
            ("各级各部门要强化保供，力争供水量达到", None),
        ] {
            assert_eq!(charged(sentence).as_deref(), told, "{sentence}");
        }
    }

    #[test]
    fn what_is_left_out_narrows_what_is_told() {
        for (before, told) in [
            ("扣除矿业投资后，工业投资", Some("扣除矿业投资")),
            ("税收（不含出口退税）", Some("不含出口退税")),
            ("剔除价格因素，居民收入实际", None),
            ("研发费用加计扣除比例", None),
            ("不含农户，固定资产投资", None),
            ("扣除矿业投资后，工业投资增长3%，民间投资增长2%，出口", None),
        ] {
            assert_eq!(left_out(before).as_deref(), told, "{before}");
        }
    }
}
