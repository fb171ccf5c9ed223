//! Which indicator of the catalogue a figure is of: by its name, its measure and its unit, all three.
//!
//! Is handed its indicators, and only when a figure first asks. A name counts as a whole: what is said of a part
//! (高技术产业工业增加值) is not said of the indicator. Knows nothing of files.

use std::collections::HashMap;
use std::fmt;
use std::sync::LazyLock;

use crate::fold::{fold, fold_unit};
use crate::lexicon::List;
use crate::model::{self, Figure, Measure, Reading};

/// Ends of names of growth and decline: 增速, 降幅.
static GROWTH_NAMES: List = List::new("growth-name");
/// Ends of names of what is counted, and of what was added.
static COUNT_NAMES: List = List::new("count-name");
static ADDED_NAMES: List = List::new("added-name");
/// What says that the issuer speaks of all it answers for: 全省.
static WHOLE: List = List::new("whole-region");
/// Units of shares and of growth.
static RATES: List = List::new("rate");

/// Whether more of an indicator is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// More is.
    More,
    /// Less is.
    Less,
}

impl Better {
    /// The word used in JSON and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::More => "more",
            Self::Less => "less",
        }
    }
}

/// An indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Indicator {
    /// Unique in the catalogue.
    pub id: String,
    /// The term for it.
    pub name: String,
    /// Other names that mean just this.
    pub aliases: Vec<String>,
    /// Names that mean it in one measure only: 经济增长 is the growth of the 地区生产总值, never its level.
    pub only: Vec<(Measure, String)>,
    /// Units of its level and of what is added to it.
    pub units: Vec<String>,
    /// What is said of it.
    pub measures: Vec<Measure>,
    /// Whether more is better, where that can be said.
    pub better: Option<Better>,
    /// Where the term is from.
    pub source: String,
}

impl Indicator {
    /// Its names, each with the measure it is kept to.
    fn names(&self) -> impl Iterator<Item = (&str, Option<Measure>)> {
        let free = std::iter::once(&self.name).chain(&self.aliases);
        let kept = self.only.iter();
        let kept = kept.map(|(measure, name)| (name.as_str(), Some(*measure)));
        free.map(|name| (name.as_str(), None)).chain(kept)
    }

    /// A name that both have and that may mean both: for one measure and unit.
    pub fn shared_name<'a>(&'a self, other: &Self) -> Option<&'a str> {
        let measure = |one: &&Measure| other.measures.contains(one);
        if !self.measures.iter().any(|one| measure(&one)) {
            return None;
        }
        let with_units = !self.units.is_empty() && !other.units.is_empty();
        if with_units && !self.units.iter().any(|unit| other.units.contains(unit)) {
            return None;
        }
        let same = |name: &str, kept: Option<Measure>| {
            let mut others = other.names();
            others.any(|(its, its_kept)| {
                let both = kept.is_none() || its_kept.is_none() || kept == its_kept;
                both && fold(its) == fold(name)
            })
        };
        let mut own = self.names();
        own.find_map(|(name, kept)| same(name, kept).then_some(name))
    }

    /// Takes the names, units and measures of another one of the same id.
    fn take_in(&mut self, other: Self) {
        self.aliases.push(other.name);
        self.aliases.extend(other.aliases);
        self.only.extend(other.only);
        self.units.extend(other.units);
        self.measures.extend(other.measures);
    }

    /// Whether a value may be one of it. A number may stand without its unit: 突破5万亿.
    fn fits(&self, reading: &Reading) -> bool {
        let unit = fold_unit(&reading.unit);
        let own = || self.units.iter().any(|own| fold_unit(own) == unit);
        let unit_fits = match reading.measure {
            Measure::Level | Measure::Increment => unit.is_empty() || own(),
            Measure::Share | Measure::Change => RATES.has(&unit) || own(),
        };
        unit_fits && self.measures.contains(&reading.measure)
    }
}

/// What makes the indicators.
type Make = Box<dyn FnOnce() -> Known + Send>;

/// A list of indicators that is read when it is first asked.
pub struct Catalogue(LazyLock<Known, Make>);

impl fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Catalogue")
    }
}

impl Catalogue {
    /// One of the indicators that a function returns. Of two with one id the second adds its names to the first.
    pub fn new(make: impl FnOnce() -> Vec<Indicator> + Send + 'static) -> Self {
        Self(LazyLock::new(Box::new(|| Known::of(make()))))
    }

    /// Its indicators, in their order.
    pub fn indicators(&self) -> &[Indicator] {
        &self.0.indicators
    }
}

impl model::Catalogue for Catalogue {
    fn id_of(&self, figure: &Figure) -> Option<&str> {
        self.0.id_of(figure)
    }
}

/// The indicators, and where each name leads.
#[derive(Default)]
struct Known {
    indicators: Vec<Indicator>,
    /// For each folded name the indicators that have it, by index, with the measure it is kept to.
    names: HashMap<String, Vec<(usize, Option<Measure>)>>,
}

impl Known {
    fn of(all: Vec<Indicator>) -> Self {
        let mut known = Self::default();
        let mut ids: HashMap<String, usize> = HashMap::new();
        for indicator in all {
            let same = ids.get(&indicator.id);
            if let Some(first) = same.and_then(|at| known.indicators.get_mut(*at)) {
                first.take_in(indicator);
            } else {
                ids.insert(indicator.id.clone(), known.indicators.len());
                known.indicators.push(indicator);
            }
        }
        for (at, indicator) in known.indicators.iter().enumerate() {
            for (name, measure) in indicator.names() {
                let places = known.names.entry(fold(name)).or_default();
                places.push((at, measure));
            }
        }
        known
    }

    fn id_of(&self, figure: &Figure) -> Option<&str> {
        let reading = figure.reading.as_ref()?;
        let name = fold(&figure.indicator);
        self.of_name(&name, reading)
            .or_else(|| self.of_name(WHOLE.strip_start(&name)?, reading))
    }

    /// The id for a folded name, as it is or without the word at its end that only says the measure.
    fn of_name(&self, name: &str, reading: &Reading) -> Option<&str> {
        let ends: &[&List] = match reading.measure {
            Measure::Level => &[&COUNT_NAMES],
            Measure::Increment => &[&COUNT_NAMES, &ADDED_NAMES],
            Measure::Change => &[&GROWTH_NAMES],
            Measure::Share => &[],
        };
        let ends = ends.iter().flat_map(|list| list.words());
        let mut stems = ends.filter_map(|end| name.strip_suffix(end));
        self.of_whole(name, reading)
            .or_else(|| stems.find_map(|stem| self.of_whole(stem, reading)))
    }

    /// The id of the one indicator with a folded name that a value may be of; none where there are two.
    fn of_whole(&self, name: &str, reading: &Reading) -> Option<&str> {
        let places = self.names.get(name)?.iter();
        let mut fitting = places.filter_map(|(at, measure)| {
            let indicator = self.indicators.get(*at)?;
            let kept = measure.is_none_or(|measure| measure == reading.measure);
            (kept && indicator.fits(reading)).then_some(indicator.id.as_str())
        });
        let first = fitting.next()?;
        fitting.all(|other| other == first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(id: &str, name: &str, units: &[&str], measures: &[Measure]) -> Indicator {
        Indicator {
            id: id.to_owned(),
            name: name.to_owned(),
            units: units.iter().map(|unit| (*unit).to_owned()).collect(),
            measures: measures.to_vec(),
            ..Indicator::default()
        }
    }

    fn id(known: &Known, name: &str, measure: Measure, unit: &str) -> Option<String> {
        let reading = Reading {
            measure,
            unit: unit.to_owned(),
            ..Reading::default()
        };
        known.of_name(&fold(name), &reading).map(str::to_owned)
    }

    #[test]
    fn name_measure_and_unit_have_to_agree() {
        let tea = indicator(
            "tea",
            "茶叶产量",
            &["吨"],
            &[Measure::Level, Measure::Change],
        );
        let known = Known::of(vec![Indicator {
            only: vec![(Measure::Change, "茶叶".to_owned())],
            ..tea
        }]);
        for (name, measure, unit, found) in [
            ("茶叶产量", Measure::Level, "吨", true),
            ("“茶叶” 产量", Measure::Level, "吨", true),
            ("茶叶产量", Measure::Level, "亩", false),
            ("茶叶产量", Measure::Level, "", true),
            ("茶叶产量总数", Measure::Level, "吨", true),
            ("茶叶产量新增数", Measure::Level, "吨", false),
            ("茶叶产量", Measure::Share, "%", false),
            ("茶叶产量增速", Measure::Change, "%", true),
            ("茶叶产量增速", Measure::Level, "吨", false),
            ("茶叶增速", Measure::Change, "%", true),
            ("茶叶", Measure::Level, "吨", false),
            ("春茶叶产量", Measure::Level, "吨", false),
            ("茶叶产量占比", Measure::Change, "%", false),
        ] {
            assert_eq!(
                id(&known, name, measure, unit).is_some(),
                found,
                "{name} {unit}"
            );
        }
    }

    #[test]
    fn what_may_be_two_is_none_and_one_id_is_one() {
        let level = &[Measure::Level];
        let first = indicator("a", "甲量", &["吨"], level);
        let known = Known::of(vec![
            first.clone(),
            indicator("b", "甲量", &["吨"], level),
            indicator("a", "乙量", &["亩"], level),
        ]);
        assert_eq!(id(&known, "甲量", Measure::Level, "吨"), None);
        assert_eq!(
            id(&known, "甲量", Measure::Level, "亩").as_deref(),
            Some("a")
        );
        assert_eq!(
            id(&known, "乙量", Measure::Level, "吨").as_deref(),
            Some("a")
        );
        assert_eq!(known.indicators.len(), 2);
        assert_eq!(
            first.shared_name(&indicator("b", "甲量", &["户"], level)),
            None
        );
    }

    #[test]
    fn nothing_is_made_before_it_is_asked_for() {
        let catalogue = Catalogue::new(|| panic!("not asked"));
        assert_eq!(format!("{catalogue:?}"), "Catalogue");
    }
}
