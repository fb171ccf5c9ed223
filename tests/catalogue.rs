//! The catalogue of indicators: every indicator is known by its names, and what only looks like one is not.
#![allow(clippy::unwrap_used, clippy::expect_used)] // tests say what they expect

use std::collections::BTreeSet;

use jianbao::figures::{Context, read};
use jianbao::load::catalogue::built_in as built_in_catalogue;
use jianbao::model::{Catalogue, Figure, Role};

/// A name with a value, as a report of results would say it.
fn figure(name: &str, value: &str) -> Figure {
    let context = Context {
        role: Role::Result,
        indicator: name,
        quote: value,
    };
    Figure {
        role: Role::Result,
        indicator: name.to_owned(),
        value: Some(value.to_owned()),
        reading: read(value, context),
        ..Figure::default()
    }
}

#[test]
fn every_indicator_has_its_examples() {
    let catalogue = built_in_catalogue();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let mut wrong = Vec::new();
    let lines = include_str!("catalogue/names.tsv").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let [name, value, id] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}");
        };
        let figure = figure(name, value);
        let found = catalogue.id_of(&figure);
        if found != (id != "-").then_some(id) {
            let measure = figure
                .reading
                .map(|reading| (reading.measure, reading.unit));
            wrong.push(format!("{line}: {found:?} {measure:?}"));
        }
        told.insert(id);
    }
    assert_eq!(wrong, Vec::<String>::new(), "{}", wrong.join("\n"));
    let all = catalogue.indicators().iter();
    let untold: Vec<&str> = all
        .map(|one| one.id.as_str())
        .filter(|id| !told.contains(id))
        .collect();
    assert_eq!(untold, [""; 0]);
}

#[test]
fn every_indicator_is_whole_and_no_name_means_two() {
    let catalogue = built_in_catalogue();
    let all = catalogue.indicators();
    assert!(all.len() > 120, "{}", all.len());
    let mut ids = BTreeSet::new();
    for (at, one) in all.iter().enumerate() {
        assert!(ids.insert(&one.id), "{} is there twice", one.id);
        assert!(!one.source.is_empty(), "{} has no source", one.id);
        for other in all.iter().skip(at + 1) {
            assert_eq!(one.shared_name(other), None, "{} {}", one.id, other.id);
        }
    }
}

#[test]
fn a_name_may_say_that_it_is_of_all() {
    let catalogue = built_in_catalogue();
    for (name, id) in [
        ("全省粮食产量", Some("grain-output")),
        ("我市粮食产量", Some("grain-output")),
        ("全省夏粮产量", None),
        ("城区粮食产量", None),
    ] {
        assert_eq!(catalogue.id_of(&figure(name, "达到62万吨")), id, "{name}");
    }
}
