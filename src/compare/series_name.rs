//! What series are called: by their issuer or the words of their files, by a title where several would be called the
//! same, and by hand where two bulletins are laid together.
//!
//! Knows nothing of which bulletins belong together.

use std::collections::{HashMap, HashSet};

use super::issuer;
use crate::model::Bulletin;

/// Between what tells a series apart and the name that others have too.
const ALONE: &str = " · ";
/// Between the ids, or the names, of bulletins that are laid together by hand.
pub const TOGETHER: &str = " + ";

/// A series that is to have a name.
#[derive(Debug)]
pub struct Unnamed<'g> {
    /// Its bulletins.
    pub members: &'g [usize],
    /// Whether it is one of a single bulletin, of which nobody can say what it belongs to.
    pub alone: bool,
    /// Whether it is that of the reports which a government gives, apart from what else it issues.
    pub reports: bool,
}

/// A name for each series, no two the same: the issuer's, or what is a series by the words of the file. Where several
/// are called so it stands with what tells them apart: that they are reports, else a title, and the id before that
/// where titles are the same.
pub fn names(bulletins: &[Bulletin], series: &[Unnamed<'_>]) -> Vec<String> {
    let own = series.iter();
    let own: Vec<String> = own.map(|one| own_name(bulletins, one.members)).collect();
    let called = counts(&own);
    let first = |one: &Unnamed<'_>| {
        let members = one.members.iter().filter_map(|at| bulletins.get(*at));
        members.min_by_key(|bulletin| (bulletin.date.is_none(), bulletin.date, &bulletin.id))
    };
    // Of several that are called the same one may be called so: what is no report comes first.
    let mut order: Vec<(usize, &Unnamed<'_>)> = series.iter().enumerate().collect();
    order.sort_by_cached_key(|(_, one)| (one.alone, one.reports, first(one).map(|b| &b.id)));
    let mut used: HashSet<String> = HashSet::new();
    let mut labels = own.clone();
    let mut apart: Vec<(usize, &str)> = Vec::new();
    for (at, one) in order {
        let (Some(own), Some(label)) = (own.get(at), labels.get_mut(at)) else {
            continue;
        };
        let is_one_of_several = called.get(own.as_str()).is_some_and(|count| *count > 1);
        let is_nobodys = one.alone && (is_one_of_several || issuer::is_missing(own));
        let is_taken = is_nobodys || !used.insert(own.clone());
        if let Some(first) = first(one).filter(|_| is_taken) {
            *label = if one.reports && !one.alone {
                format!("{own}{ALONE}{}", issuer::reports())
            } else if own.is_empty() {
                first.title.clone()
            } else {
                format!("{}{ALONE}{own}", first.title)
            };
            apart.push((at, &first.id));
        }
    }
    told_apart(labels, &apart, used)
}

/// The same with the ids of those that have no name of their own before names that several of them have.
fn told_apart(
    mut labels: Vec<String>,
    apart: &[(usize, &str)],
    mut used: HashSet<String>,
) -> Vec<String> {
    let told: Vec<String> = apart
        .iter()
        .filter_map(|(at, _)| labels.get(*at).cloned())
        .collect();
    let called = counts(&told);
    for ((at, id), label) in apart.iter().zip(&told) {
        let is_one_of_several = called.get(label.as_str()).is_some_and(|count| *count > 1);
        let with_id = |name: &str| format!("{id}{ALONE}{name}");
        let mut name = if is_one_of_several {
            with_id(label)
        } else {
            label.clone()
        };
        while !used.insert(name.clone()) {
            name = with_id(&name);
        }
        if let Some(label) = labels.get_mut(*at) {
            *label = name;
        }
    }
    labels
}

/// How often each name is there.
fn counts(names: &[String]) -> HashMap<&str, usize> {
    let mut counts = HashMap::new();
    for name in names {
        *counts.entry(name.as_str()).or_default() += 1;
    }
    counts
}

/// The name under which some bulletins are laid together by hand.
pub fn together<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(TOGETHER)
}

/// Indices of the bulletins that a name of [`together`] means; none where one of them is not there.
pub fn of_together(bulletins: &[Bulletin], name: &str) -> Vec<usize> {
    if !name.contains(TOGETHER) {
        return Vec::new();
    }
    let at = |id: &str| bulletins.iter().position(|bulletin| bulletin.id == id);
    let found: Option<Vec<usize>> = name.split(TOGETHER).map(at).collect();
    found.unwrap_or_default()
}

/// What is compared under a name, in words: of bulletins that are laid together each by its issuer and year, or by its
/// title where that does not tell them apart.
pub fn title_of(bulletins: &[Bulletin], name: &str) -> String {
    let laid: Vec<&Bulletin> = of_together(bulletins, name)
        .into_iter()
        .filter_map(|at| bulletins.get(at))
        .collect();
    if laid.is_empty() || bulletins.iter().any(|bulletin| bulletin.series == name) {
        return name.to_owned();
    }
    let year = |bulletin: &Bulletin| {
        let year = bulletin.date.map(|date| date.year().to_string());
        year.filter(|_| !issuer::is_missing(&bulletin.issuer))
    };
    let first = laid.first().map_or("", |bulletin| bulletin.issuer.as_str());
    let of_one = laid.iter().all(|bulletin| bulletin.issuer == first);
    let by_issuer = laid.iter().enumerate().map(|(at, bulletin)| {
        let year = year(bulletin)?;
        // The issuer of all is said once.
        let is_said = of_one && at > 0;
        Some(if is_said {
            year
        } else {
            format!("{} {year}", bulletin.issuer)
        })
    });
    let by_title = laid.iter().map(|bulletin| bulletin.title.clone()).collect();
    let years: Vec<Option<String>> = laid.iter().map(|bulletin| year(bulletin)).collect();
    let differ = |names: &Vec<String>| counts(names).values().all(|count| *count == 1);
    let years: Option<Vec<String>> = years.into_iter().collect();
    let tells = years.is_some_and(|years| !of_one || differ(&years));
    let by_issuer: Option<Vec<String>> = by_issuer.collect();
    let by_issuer = by_issuer.filter(|names| tells && differ(names));
    let told = by_issuer.or(Some(by_title).filter(differ));
    told.map_or_else(|| name.to_owned(), |names| names.join(TOGETHER))
}

/// The fullest name that members of a group have for their series; what a file says comes first.
fn own_name(bulletins: &[Bulletin], members: &[usize]) -> String {
    let members = members.iter().filter_map(|at| bulletins.get(*at));
    let names = members.map(|bulletin| {
        let stated = bulletin
            .stated_series
            .as_deref()
            .filter(|stated| !stated.is_empty());
        (stated.is_some(), stated.unwrap_or(&bulletin.issuer))
    });
    let mut best: Option<(bool, &str)> = None;
    for (stated, name) in names {
        // Of two that are as long always the same one.
        let is_better =
            |(known, best): (bool, &str)| (stated, name.len(), best) > (known, best.len(), name);
        if best.is_none_or(is_better) {
            best = Some((stated, name));
        }
    }
    best.map_or_else(String::new, |(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;

    #[test]
    fn bulletins_laid_together_are_told_by_issuer_and_year_or_by_title() {
        let of = |issuer: &str, title: &str, date: &str| Bulletin {
            id: title.into(),
            date: Date::parse(date),
            issuer: issuer.into(),
            title: title.into(),
            ..Bulletin::default()
        };
        let title = |a, b| title_of(&[a, b], "甲 + 乙");
        let [a, b] = [
            of("丁局", "甲", "2030-01-05"),
            of("丁局", "乙", "2031-01-06"),
        ];
        assert_eq!(title(a.clone(), b), "丁局 2030 + 2031");
        assert_eq!(title(a, of("丁局", "乙", "2030-03-01")), "甲 + 乙");
        assert_eq!(title_of(&[], "丁局"), "丁局");
    }
}
