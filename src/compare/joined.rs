//! Which bulletins are one series: those of one issuer, however it is written, and of one kind of document.
//!
//! Series that are told apart wrongly are a small fault, series that are joined wrongly a grave one: what has no
//! issuer, or one that does not say of which place, stands alone. Knows nothing of what bulletins say.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::Bulletin;

use super::issuer::{self, Issuer, Name};
use super::limits;

/// Between the id of a bulletin that joins nothing and the name that others may have too.
const ALONE: &str = " · ";
/// Between the ids of bulletins that are laid together by hand.
const TOGETHER: &str = " + ";

/// What a bulletin belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Belongs {
    /// The series of an issuer: its reports as a government, or all else.
    Issuer(Issuer, bool),
    /// What is named so, letter by letter.
    Named(String, bool),
    /// Nothing.
    Alone,
}

impl Belongs {
    /// Which of those that are called the same is called so: the first.
    fn rank(&self) -> u8 {
        match self {
            Self::Issuer(_, report) | Self::Named(_, report) => u8::from(*report),
            Self::Alone => 2,
        }
    }
}

/// Gives every bulletin the name of its series: what the file says of its issuer, title and series decides.
pub fn join_series(bulletins: &mut [Bulletin]) {
    let groups = groups(bulletins);
    // What joins nothing has a name of its own if another one is called the same.
    let own: Vec<String> = groups
        .iter()
        .map(|(_, members)| own_name(bulletins, members))
        .collect();
    let mut called: HashMap<&str, usize> = HashMap::new();
    for name in &own {
        *called.entry(name).or_default() += 1;
    }
    let mut used: HashSet<&str> = HashSet::new();
    // Of two that are called the same one may be called so: what is no report comes first.
    let mut order: Vec<usize> = (0..groups.len()).collect();
    order.sort_by_key(|at| groups.get(*at).map(|(belongs, _)| belongs.rank()));
    let mut names: Vec<(usize, String)> = Vec::new();
    for at in order {
        let (Some((belongs, members)), Some(own)) = (groups.get(at), own.get(at)) else {
            continue;
        };
        let is_one_of_several = called.get(own.as_str()).is_some_and(|count| *count > 1);
        let apart = (*belongs == Belongs::Alone && is_one_of_several) || !used.insert(own);
        let first = members.first().and_then(|at| bulletins.get(*at));
        let name = match first {
            Some(bulletin) if apart => format!("{}{ALONE}{own}", bulletin.id),
            _ => own.clone(),
        };
        names.extend(members.iter().map(|at| (*at, name.clone())));
    }
    for (at, name) in names {
        if let Some(bulletin) = bulletins.get_mut(at) {
            bulletin.series = name;
        }
    }
}

/// Series of which one is probably the other: that of a government and of the office that publishes for it, or of
/// a place whose name does not say what kind of place it is. Pairs of names, each once.
pub fn probably_one(bulletins: &[Bulletin]) -> Vec<(String, String)> {
    let groups = groups(bulletins);
    // Only places of one name can be one; a library may have thousands of issuers.
    let mut named: BTreeMap<&str, Vec<(&Issuer, bool, &str)>> = BTreeMap::new();
    for (belongs, members) in &groups {
        let first = members.first().and_then(|at| bulletins.get(*at));
        if let (Belongs::Issuer(issuer, report), Some(first)) = (belongs, first) {
            let all = named.entry(issuer.place.name()).or_default();
            all.push((issuer, *report, &first.series));
        }
    }
    let mut pairs = Vec::new();
    for all in named.into_values() {
        for (at, (one, report, name)) in all.iter().enumerate() {
            let others = all.iter().skip(at + 1);
            let of_kind = others.filter(|(_, other, _)| other == report);
            let near = of_kind.filter(|(other, _, _)| may_be_one(one, other));
            pairs.extend(near.map(|(_, _, other)| ((*name).to_owned(), (*other).to_owned())));
            if pairs.len() >= limits::PROBABLY_ONE.get() {
                return pairs;
            }
        }
    }
    pairs
}

/// Whether two issuers may be one that are taken for two.
fn may_be_one(one: &Issuer, other: &Issuer) -> bool {
    let office = one.place == other.place && one.publishes_for(other);
    let short = one.office == other.office && one.place != other.place;
    (office || (short && one.place.may_be(&other.place))) && !one.is_elsewhere(other)
}

/// Whether some bulletins are not of one issuer, as far as can be told: of two known ones, or of a known one whose
/// place the other never names.
pub fn are_of_several(bulletins: &[Bulletin], members: &[usize]) -> bool {
    let members = members.iter().filter_map(|at| bulletins.get(*at));
    let all: Vec<(&Bulletin, Belongs)> = members.map(|b| (b, belongs(b))).collect();
    let pairs = all.iter().enumerate();
    let mut pairs = pairs.flat_map(|(at, a)| all.iter().skip(at + 1).map(move |b| (a, b)));
    pairs.any(|((a, of_a), (b, of_b))| match (of_a, of_b) {
        (Belongs::Issuer(a, _), Belongs::Issuer(b, _)) => {
            let one_office = a.office == b.office || a.publishes_for(b);
            !a.place.may_be(&b.place) || a.is_elsewhere(b) || !one_office
        }
        (Belongs::Named(a, _), Belongs::Named(b, _)) => a != b,
        (Belongs::Alone, Belongs::Issuer(issuer, _)) => !names(a, issuer),
        (Belongs::Issuer(issuer, _), Belongs::Alone) => !names(b, issuer),
        (Belongs::Alone, _) | (_, Belongs::Alone) => false,
        (Belongs::Issuer(..), Belongs::Named(..)) | (Belongs::Named(..), Belongs::Issuer(..)) => {
            a.issuer != b.issuer
        }
    })
}

/// Whether a bulletin names an issuer's place somewhere.
fn names(bulletin: &Bulletin, issuer: &Issuer) -> bool {
    let name = issuer.place.name();
    let mut bodies = bulletin.sections().iter().map(|section| &section.body);
    bulletin.title.contains(name) || bodies.any(|body| body.contains(name))
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
        let is_better = |(known, best): (bool, &str)| (stated, name.len()) > (known, best.len());
        if best.is_none_or(is_better) {
            best = Some((stated, name));
        }
    }
    best.map_or_else(String::new, |(_, name)| name.to_owned())
}

/// What a bulletin belongs to by its own words.
fn belongs(bulletin: &Bulletin) -> Belongs {
    ranked(bulletin, by_head(bulletin))
}

/// The same where the name of the place leaves its kind open: the text may tell it.
fn ranked(bulletin: &Bulletin, belongs: Belongs) -> Belongs {
    match belongs {
        Belongs::Issuer(issuer, report) if !issuer.place.is_whole() => {
            Belongs::Issuer(issuer::with_rank(issuer, rank_in_text(bulletin)), report)
        }
        other => other,
    }
}

/// What a bulletin belongs to by its head alone.
fn by_head(bulletin: &Bulletin) -> Belongs {
    let stated = bulletin
        .stated_series
        .as_deref()
        .filter(|stated| !stated.is_empty());
    let report = issuer::is_report(stated.unwrap_or(&bulletin.title));
    let name = match stated {
        Some(stated) => match issuer::read_reports(stated) {
            Some(name) => name,
            // A series of one's own choice is taken as it is written.
            None => return Belongs::Named(stated.trim().to_owned(), false),
        },
        None => issuer::read(&bulletin.issuer),
    };
    let issuer = match name {
        Name::Issuer(issuer) => issuer::with_title(issuer, &bulletin.title),
        Name::Vague(rank, office) => {
            let Some(issuer) = issuer::place_in_title(&bulletin.title, rank, &office) else {
                return Belongs::Alone;
            };
            issuer
        }
        Name::Other(name) => return Belongs::Named(name, report),
        Name::Missing => return Belongs::Alone,
    };
    Belongs::Issuer(issuer, report)
}

/// The kind of the place for which a speaker speaks in the first words of a bulletin.
fn rank_in_text(bulletin: &Bulletin) -> Option<&'static str> {
    let sections = bulletin
        .sections()
        .iter()
        .take(limits::SPEECH_SECTIONS.get());
    let mut ranks = sections.map(|section| {
        let end = section.body.char_indices().nth(limits::SPEECH.get());
        section
            .body
            .get(..end.map_or(section.body.len(), |(at, _)| at))
            .unwrap_or_default()
    });
    ranks.find_map(issuer::rank_in_speech)
}

/// The bulletins by what they belong to, in the order of the library.
fn groups(bulletins: &[Bulletin]) -> Vec<(Belongs, Vec<usize>)> {
    // Many bulletins of few issuers: each way to write one is read once.
    let mut known: HashMap<(Option<&str>, &str, &str), Belongs> = HashMap::new();
    let mut buckets: HashMap<String, Vec<(Belongs, usize)>> = HashMap::new();
    let mut groups: Vec<(Belongs, Vec<usize>)> = Vec::new();
    for (at, bulletin) in bulletins.iter().enumerate() {
        let key = (
            bulletin.stated_series.as_deref(),
            bulletin.issuer.as_str(),
            bulletin.title.as_str(),
        );
        let read = || by_head(bulletin);
        let mut own = ranked(bulletin, known.entry(key).or_insert_with(read).clone());
        if matches!(&own, Belongs::Issuer(issuer, _) if issuer.is_shared()) {
            // 鼓楼区: there are several.
            own = Belongs::Alone;
        }
        let bucket = match &own {
            Belongs::Issuer(issuer, report) => {
                format!("{:?}{}{report}", issuer.place, issuer.office)
            }
            Belongs::Named(name, report) => format!("={name}{report}"),
            Belongs::Alone => {
                groups.push((own, vec![at]));
                continue;
            }
        };
        buckets.entry(bucket).or_default().push((own, at));
    }
    for bucket in buckets.into_values() {
        parted(bucket, &mut groups);
    }
    groups.sort_by_key(|(_, members)| members.first().copied());
    groups
}

/// Parts bulletins of places of one name by what is above the places. What does not say where its place is joins
/// the only group there is, and is alone where there are several.
fn parted(bucket: Vec<(Belongs, usize)>, groups: &mut Vec<(Belongs, Vec<usize>)>) {
    let mut own: Vec<(Belongs, Vec<usize>)> = Vec::new();
    let above = |belongs: &Belongs| match belongs {
        Belongs::Issuer(issuer, _) => issuer.above.len(),
        _ => 0,
    };
    let mut bucket = bucket;
    // Those that say most come first; the order is that of the library otherwise.
    bucket.sort_by_key(|(belongs, at)| (std::cmp::Reverse(above(belongs)), *at));
    for (belongs, at) in bucket {
        let fits = |(other, _): &&mut (Belongs, Vec<usize>)| match (&belongs, other) {
            (Belongs::Issuer(a, _), Belongs::Issuer(b, _)) => {
                // A part of a city may have a namesake in the next one.
                let told = a.above.is_empty() == b.above.is_empty() || !a.place.is_part_of_city();
                told && !a.is_elsewhere(b)
            }
            _ => true,
        };
        let mut fitting = own.iter_mut().filter(fits);
        match (fitting.next(), fitting.next()) {
            (Some((_, members)), None) => members.push(at),
            (None, _) => own.push((belongs, vec![at])),
            (Some(_), Some(_)) => groups.push((Belongs::Alone, vec![at])),
        }
    }
    for (_, members) in &mut own {
        members.sort_unstable();
    }
    groups.append(&mut own);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    fn bulletin(id: &str, issuer: &str, title: &str, series: Option<&str>) -> Bulletin {
        Bulletin {
            id: id.into(),
            issuer: issuer.into(),
            title: title.into(),
            series: series.unwrap_or(issuer).into(),
            stated_series: series.map(str::to_owned),
            ..Bulletin::default()
        }
    }

    /// The series of some issuers, by numbers in the order of their first bulletin.
    fn series_of(heads: &[(&str, &str)]) -> Vec<usize> {
        let bulletins = heads.iter().enumerate();
        let mut bulletins: Vec<Bulletin> = bulletins
            .map(|(at, (issuer, title))| bulletin(&at.to_string(), issuer, title, None))
            .collect();
        join_series(&mut bulletins);
        let names = super::super::series(&bulletins);
        let place = |b: &Bulletin| names.iter().position(|name| *name == b.series);
        bulletins.iter().filter_map(place).collect()
    }

    #[test]
    fn one_issuer_is_one_series_however_it_is_written() {
        let reports = |a, b| series_of(&[(a, "2030年政府工作报告"), (b, "2031年政府工作报告")]);
        assert_eq!(reports("广西政府", "广西壮族自治区人民政府"), [0, 0]);
        assert_eq!(reports("青禾县人民政府", "云南省青禾县政府"), [0, 0]);
        let vague = [
            ("自治区人民政府", "2030年宁夏政府工作报告"),
            ("宁夏回族自治区人民政府", "政府工作报告"),
        ];
        assert_eq!(series_of(&vague), [0, 0]);
        let titled = [
            ("鼓楼区人民政府", "福州市鼓楼区2030年政府工作报告"),
            ("福州市鼓楼区人民政府", "2031年政府工作报告"),
        ];
        assert_eq!(series_of(&titled), [0, 0]);
    }

    #[test]
    fn what_may_be_two_issuers_is_two_series() {
        let notes = |a, b| series_of(&[(a, "通知"), (b, "通知")]);
        assert_eq!(notes("省人民政府", "省人民政府"), [0, 1]);
        assert_eq!(notes("", ""), [0, 1]);
        assert_eq!(
            notes("云南省青禾县人民政府", "贵州省青禾县人民政府"),
            [0, 1]
        );
        assert_eq!(notes("鼓楼区人民政府", "鼓楼区人民政府"), [0, 1]);
        assert_eq!(notes("云南省人民政府", "云南省人民政府办公厅"), [0, 1]);
        assert_eq!(notes("丁河区人民政府", "福州市丁河区人民政府"), [0, 1]);
        let titled = [
            ("青禾县人民政府", "云南省青禾县2030年政府工作报告"),
            ("青禾县人民政府", "贵州省青禾县2031年政府工作报告"),
        ];
        assert_eq!(series_of(&titled), [0, 1]);
        assert_eq!(notes("鼓楼区教育局", "鼓楼区教育局"), [0, 1]);
        let three = [
            ("云南省青禾县人民政府", ""),
            ("贵州省青禾县人民政府", ""),
            ("青禾县人民政府", ""),
        ];
        assert_eq!(series_of(&three), [0, 1, 2]);
        let kinds = [
            ("云南省人民政府", "2030年政府工作报告"),
            ("云南省人民政府", "关于促进消费的意见"),
        ];
        assert_eq!(series_of(&kinds), [0, 1]);
    }

    #[test]
    fn a_short_name_joins_the_kind_of_place_that_its_speaker_speaks_for() {
        let spoken = |id: &str, issuer: &str, text: &str| {
            let section = Section {
                body: text.into(),
                ..Section::default()
            };
            bulletin(id, issuer, "政府工作报告", None).with_sections(vec![section])
        };
        let mut bulletins = [
            spoken(
                "a",
                "南溪人民政府",
                "现在，我代表自治区人民政府，向大会报告工作。",
            ),
            spoken("b", "南溪壮族自治区人民政府", ""),
            spoken("c", "南溪人民政府", ""),
        ];
        join_series(&mut bulletins);
        assert_eq!(bulletins[0].series, bulletins[1].series);
        assert_ne!(bulletins[0].series, bulletins[2].series);
        assert_eq!(probably_one(&bulletins).len(), 1);
    }

    #[test]
    fn a_series_that_a_file_names_is_taken_as_it_is() {
        let mut bulletins = [
            bulletin("a", "省人民政府", "通知", Some("我的系列")),
            bulletin("b", "某局", "通知", Some("我的系列")),
            bulletin("c", "宁夏人民政府", "报告", Some("宁夏政府工作报告")),
            bulletin(
                "d",
                "宁夏回族自治区人民政府",
                "报告",
                Some("宁夏回族自治区政府工作报告"),
            ),
        ];
        join_series(&mut bulletins);
        let names: Vec<&str> = bulletins.iter().map(|b| b.series.as_str()).collect();
        let reports = "宁夏回族自治区政府工作报告";
        assert_eq!(names, ["我的系列", "我的系列", reports, reports]);
    }

    #[test]
    fn bulletins_are_laid_together_by_their_ids() {
        let bulletins = [
            bulletin("a", "甲局", "", None),
            bulletin("b", "乙局", "", None),
        ];
        let name = together(["b", "a"].into_iter());
        assert_eq!(of_together(&bulletins, &name), [1, 0]);
        assert!(of_together(&bulletins, "a + c").is_empty());
        assert!(are_of_several(&bulletins, &[0, 1]));
    }
}
