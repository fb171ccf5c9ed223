//! Whether more of an indicator is better, or less.
//!
//! Knows nothing of results.

use crate::lexicon::List;
use crate::model::{Bound, Figure, Reading, Trend};

/// Ends of the names of indicators of which less is better.
static LESS: List = List::new("less-is-better");

/// Whether a target is kept by staying below it.
pub fn is_cap(target: &Figure) -> bool {
    target.reading.as_ref().is_some_and(|reading| {
        matches!(reading.bound, Bound::Under | Bound::AtMost)
            || less_is_better(&target.indicator, reading)
    })
}

/// Whether less of an indicator is better: 失业率5.5%左右 is kept with 5.1%. Not where the number
/// itself says how much less there is: 能耗降低3%.
pub fn less_is_better(indicator: &str, promised: &Reading) -> bool {
    let end = indicator.trim_end_matches(['）', ')', '”', '"']);
    LESS.ends(end) && promised.trend != Some(Trend::Down)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Context, read};
    use crate::model::Role;

    fn reading(value: &str, role: Role) -> Reading {
        read(
            value,
            Context {
                role,
                indicator: "",
                quote: value,
            },
        )
        .unwrap_or_default()
    }

    #[test]
    fn less_is_better_by_the_end_of_the_name() {
        let named =
            |indicator: &str, value: &str| less_is_better(indicator, &reading(value, Role::Target));
        assert!(named("城镇调查失业率", "5.5%左右"));
        assert!(!named("单位能耗降幅", "降低3%"));
        assert!(!named("覆盖率", "98%"));
        assert!(named("投诉量", "100件"));
        assert!(!named("投诉办结率", "98%"));
        assert!(!named("事故应急演练", "30次"));
    }

    #[test]
    fn a_lower_cap_is_a_stricter_one() {
        let cap = |indicator: &str, value: &str| {
            is_cap(&Figure {
                indicator: indicator.into(),
                reading: Some(reading(value, Role::Target)),
                ..figure()
            })
        };
        assert!(cap("细颗粒物浓度", "34微克/立方米"));
        assert!(cap("调查失业率", "5.5%以内"));
        assert!(!cap("二级节点", "超200个"));
    }

    fn figure() -> Figure {
        Figure {
            role: Role::Target,
            ..Figure::default()
        }
    }
}
