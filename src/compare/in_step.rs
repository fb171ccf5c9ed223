//! Targets in words that ask for growth: 居民收入增长与经济增长同步 and 居民收入稳步增长 ask for the growth of 居民收入, which a
//! report tells as a number. Knows nothing of rows.

use crate::lexicon::List;
use crate::model::{Figure, Measure, Reading, Role};

/// What the growth is held against: 经济增长.
static ECONOMY: List = List::new("economy-growth");
/// 与, 快于: what stands before it.
static BESIDE: List = List::new("beside-economy");
/// 增长, 增速: what a subject grows by.
static GROWTH: List = List::new("asked-growth");
/// 稳步增长, 量稳质升: what its subject shall do.
static STATE: List = List::new("asked-state");
/// 目标在: before the time in which its subject is to be reached.
static AIM: List = List::new("asked-aim");
static PERCENT: List = List::new("percent");

/// The figure that would answer a main target in words: growth or decline of its subject. None where it asks for none.
pub fn growth_asked(target: &Figure) -> Option<Figure> {
    let asks = target.main && target.value.is_none() && target.role == Role::Target;
    let words = asks.then_some(target.indicator.as_str())?;
    let aim = || AIM.split(words).map(|(subject, _)| subject);
    let subject = beside_economy(words)
        .or_else(|| STATE.strip_end(words))
        .or_else(aim)?;
    Some(Figure {
        indicator: subject.to_owned(),
        reading: Some(Reading {
            measure: Measure::Change,
            unit: PERCENT.words().next().unwrap_or_default().to_owned(),
            ..Reading::default()
        }),
        scope: target.scope.clone(),
        role: target.role,
        year: target.year,
        ..Figure::default()
    })
}

/// The subject of words that hold its growth against that of the economy.
fn beside_economy(words: &str) -> Option<&str> {
    let economy = ECONOMY.words().filter_map(|word| words.find(word)).min()?;
    let head = BESIDE.strip_end(words.get(..economy)?)?;
    Some(GROWTH.strip_end(head).unwrap_or(head))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &str) -> Option<String> {
        let target = Figure {
            indicator: words.to_owned(),
            role: Role::Target,
            main: true,
            ..Figure::default()
        };
        growth_asked(&target).map(|figure| figure.indicator)
    }

    #[test]
    fn the_growth_of_the_subject_is_asked_for() {
        for (words, subject) in [
            ("居民收入增长与经济增长同步", "居民收入"),
            ("居民收入增长和经济增长基本同步", "居民收入"),
            ("居民人均可支配收入快于经济增长", "居民人均可支配收入"),
            ("居民收入稳步增长", "居民收入"),
            ("进出口保稳提质", "进出口"),
            ("能耗强度目标在五年规划期内统筹考核", "能耗强度"),
            (
                "城镇居民人均可支配收入增速高于地区生产总值增速",
                "城镇居民人均可支配收入",
            ),
        ] {
            assert_eq!(asked(words).as_deref(), Some(subject), "{words}");
        }
        assert_eq!(asked("推动经济增长"), None);
        assert_eq!(asked("粮食产量保持稳定"), None);
    }
}
