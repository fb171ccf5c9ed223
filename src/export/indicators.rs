//! The catalogue of indicators and what of it a library has: which bulletins tell of an indicator, how often, under
//! which names.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use crate::figures::catalogue::{Better, Catalogue, Indicator};
use crate::i18n::Lang;
use crate::model::{Bulletin, Measure};

/// Names that a list shows of those that were met.
const SHOWN_NAMES: usize = 3;

/// An indicator with what was found of it.
#[derive(Debug)]
pub struct Matched<'a> {
    indicator: &'a Indicator,
    /// Ids of the bulletins that tell of it.
    bulletins: Vec<&'a str>,
    /// How many figures are of it.
    figures: usize,
    /// The names it was met under, the usual ones first.
    names: Vec<&'a str>,
}

/// The indicators of a catalogue, each with what some bulletins tell of it.
pub fn matched<'a>(catalogue: &'a Catalogue, bulletins: &'a [Bulletin]) -> Vec<Matched<'a>> {
    let mut found: HashMap<&str, Found<'a>> = HashMap::new();
    for bulletin in bulletins {
        for (_, figure) in bulletin.figures() {
            if let Some(id) = bulletin.indicator_id(figure) {
                let found = found.entry(id).or_default();
                found.take(bulletin, &figure.indicator);
            }
        }
    }
    let all = catalogue.indicators().iter();
    let with = all.map(|indicator| {
        let found = found.remove(indicator.id.as_str()).unwrap_or_default();
        Matched {
            indicator,
            figures: found.names.iter().map(|(_, count)| count).sum(),
            names: by_count(found.names),
            bulletins: found.bulletins,
        }
    });
    with.collect()
}

/// What was found of one indicator.
#[derive(Default)]
struct Found<'a> {
    bulletins: Vec<&'a str>,
    names: Vec<(&'a str, usize)>,
}

impl<'a> Found<'a> {
    fn take(&mut self, bulletin: &'a Bulletin, name: &'a str) {
        if self.bulletins.last() != Some(&bulletin.id.as_str()) {
            self.bulletins.push(&bulletin.id);
        }
        match self.names.iter_mut().find(|(known, _)| *known == name) {
            Some((_, count)) => *count += 1,
            None => self.names.push((name, 1)),
        }
    }
}

/// Names, those first that were met most.
fn by_count(mut names: Vec<(&str, usize)>) -> Vec<&str> {
    names.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    names.into_iter().map(|(name, _)| name).collect()
}

/// One object per indicator.
pub fn json(matched: &[Matched<'_>]) -> Value {
    let entry = |matched: &Matched<'_>| {
        let indicator = matched.indicator;
        let mut only: Map<String, Value> = Map::new();
        for (measure, name) in &indicator.only {
            let names = only.entry(measure.code()).or_insert_with(|| json!([]));
            if let Value::Array(names) = names {
                names.push(name.as_str().into());
            }
        }
        let measures = indicator.measures.iter().copied().map(Measure::code);
        json!({
            "id": indicator.id,
            "name": indicator.name,
            "aliases": indicator.aliases,
            "only": only,
            "units": indicator.units,
            "measure": measures.collect::<Vec<_>>(),
            "better": indicator.better.map(Better::code),
            "source": indicator.source,
            "bulletins": matched.bulletins,
            "figures": matched.figures,
            "names": matched.names,
        })
    };
    matched.iter().map(entry).collect()
}

/// An indicator as a line of a list, in the order of the list's head.
pub fn line(matched: &Matched<'_>, lang: Lang) -> Vec<String> {
    let indicator = matched.indicator;
    let words = lang.words();
    let between = words.list_comma;
    let measures: Vec<&str> = indicator
        .measures
        .iter()
        .map(|one| words.measure(one.code()))
        .collect();
    let units = indicator.units.iter().filter(|unit| !unit.is_empty());
    let units: Vec<&str> = units.map(String::as_str).collect();
    let shown: Vec<&str> = matched.names.iter().take(SHOWN_NAMES).copied().collect();
    let better = indicator.better;
    let better = better.map(|better| words.better(better.code()));
    let mut names = shown.join(between);
    if matched.names.len() > SHOWN_NAMES {
        names.push('…');
    }
    vec![
        indicator.id.clone(),
        indicator.name.clone(),
        measures.join(between),
        units.join(between),
        better.unwrap_or_default().to_owned(),
        matched.bulletins.len().to_string(),
        matched.figures.to_string(),
        names,
    ]
}
