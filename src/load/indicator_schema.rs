//! The words of a catalogue of indicators: its keys, once as serde structs, once as tables that explain a bad file (a
//! test holds the two together), and the values that stand for a choice.

use serde::Deserialize;

use super::key::{Key, Takes, text, texts};
use crate::figures::catalogue::Better;
use crate::model::Measure;

/// A catalogue of indicators as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawCatalogue {
    #[serde(alias = "指标")]
    pub indicators: Option<Vec<RawIndicator>>,
}

/// An indicator as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawIndicator {
    #[serde(alias = "编号")]
    pub id: Option<String>,
    #[serde(alias = "名称")]
    pub name: Option<String>,
    #[serde(alias = "别名")]
    pub aliases: Option<Vec<String>>,
    #[serde(alias = "仅限")]
    pub only: Option<RawOnly>,
    #[serde(alias = "单位")]
    pub units: Option<Vec<String>>,
    #[serde(alias = "量")]
    pub measure: Option<Vec<String>>,
    #[serde(alias = "优劣")]
    pub better: Option<String>,
    #[serde(alias = "来源")]
    pub source: Option<String>,
}

/// Names that hold for one measure.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawOnly {
    #[serde(alias = "总量")]
    pub level: Option<Vec<String>>,
    #[serde(alias = "增量")]
    pub increment: Option<Vec<String>>,
    #[serde(alias = "增减")]
    pub change: Option<Vec<String>>,
    #[serde(alias = "占比")]
    pub share: Option<Vec<String>>,
}

/// What a catalogue says is told of an indicator.
pub fn measure(text: &str) -> Option<Measure> {
    match text {
        "level" | "总量" => Some(Measure::Level),
        "increment" | "增量" => Some(Measure::Increment),
        "change" | "增减" => Some(Measure::Change),
        "share" | "占比" => Some(Measure::Share),
        _ => None,
    }
}

/// Whether a catalogue says that more of an indicator is better.
pub fn better(text: &str) -> Option<Better> {
    match text {
        "more" | "多" => Some(Better::More),
        "less" | "少" => Some(Better::Less),
        _ => None,
    }
}

/// Keys of a catalogue of indicators.
pub fn catalogue_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[Key {
        name: "indicators",
        chinese: "指标",
        takes: Takes::Maps(indicator_keys),
    }];
    KEYS
}

/// Keys of an indicator.
pub fn indicator_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[
        text("id", "编号"),
        text("name", "名称"),
        texts("aliases", "别名"),
        Key {
            name: "only",
            chinese: "仅限",
            takes: Takes::Map(only_keys),
        },
        texts("units", "单位"),
        texts("measure", "量"),
        text("better", "优劣"),
        text("source", "来源"),
    ];
    KEYS
}

/// Keys of names that hold for one measure.
pub fn only_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[
        texts("level", "总量"),
        texts("increment", "增量"),
        texts("change", "增减"),
        texts("share", "占比"),
    ];
    KEYS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml(keys: &[Key], chinese: bool, indent: &str) -> String {
        let line = |key: &Key| {
            let name = if chinese { key.chinese } else { key.name };
            let inner = format!("{indent}  ");
            match key.takes {
                Takes::Text | Takes::OneOrMore => format!("{indent}{name}: x\n"),
                Takes::Texts => format!("{indent}{name}: [x]\n"),
                Takes::Map(keys) => format!("{indent}{name}:\n{}", yaml(keys(), chinese, &inner)),
                Takes::Maps(keys) => {
                    format!(
                        "{indent}{name}:\n{indent}-\n{}",
                        yaml(keys(), chinese, &inner)
                    )
                }
            }
        };
        keys.iter().map(line).collect()
    }

    #[test]
    fn tables_and_structs_know_the_same_keys_in_both_languages() {
        for chinese in [false, true] {
            let text = yaml(catalogue_keys(), chinese, "");
            let read: Result<RawCatalogue, _> = serde_yaml::from_str(&text);
            let catalogue = read.unwrap_or_else(|e| panic!("{e}\n{text}"));
            let only = catalogue.indicators.unwrap().pop().unwrap().only.unwrap();
            assert_eq!(only.share, Some(vec!["x".to_owned()]));
        }
    }
}
