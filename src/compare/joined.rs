//! Which bulletins are one series: those of one issuer, however it is written, and of one kind of document.
//!
//! Series that are told apart wrongly are a small fault, series that are joined wrongly a grave one: what has no
//! issuer, or one that does not say of which place, stands alone. Knows nothing of what bulletins say.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::Bulletin;

use super::copies::mark_copies;
use super::issuer::{self, Issuer, Name, Place};
use super::limits;
use super::series_name::{Unnamed, names};

/// What an issuer names above its place.
type Above<'i> = BTreeSet<(Option<u8>, &'i str)>;
/// Bulletins by what they belong to, by their indices.
type Group = (Belongs, Vec<usize>);

/// What a bulletin belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Belongs {
    /// The series of an issuer: its reports as a government, or all else.
    Issuer(Issuer, bool),
    /// What is named so, letter by letter.
    Named(String, bool),
    /// The series of one of several issuers that its short name may mean: nobody can say of which.
    Unsure(Issuer, bool),
    /// Nothing.
    Alone,
}

impl Belongs {
    /// The issuer, if it is known which it is or which of several it may be.
    fn issuer(&self) -> Option<&Issuer> {
        match self {
            Self::Issuer(issuer, _) | Self::Unsure(issuer, _) => Some(issuer),
            Self::Named(..) | Self::Alone => None,
        }
    }

    /// Whether it is that of reports which a government gives.
    fn is_of_reports(&self) -> bool {
        matches!(self, Self::Issuer(_, true) | Self::Named(_, true))
    }
}

/// Gives every bulletin the name of its series, and tells those that are another one again, which stand in the series
/// of that one. Of two that are one document the `preferred` one stays.
pub fn arrange(bulletins: &mut [Bulletin], preferred: impl Fn(&Bulletin) -> bool) {
    for bulletin in bulletins.iter_mut() {
        bulletin.copy_of = None;
    }
    join_series(bulletins);
    if mark_copies(bulletins, preferred) {
        join_series(bulletins);
    }
}

/// Gives every bulletin the name of its series: what the file says of its issuer, title and series decides.
pub fn join_series(bulletins: &mut [Bulletin]) {
    let groups = groups(bulletins);
    let unnamed = groups.iter().map(|(belongs, members)| Unnamed {
        members,
        alone: matches!(belongs, Belongs::Unsure(..) | Belongs::Alone),
        reports: belongs.is_of_reports(),
    });
    let names = names(bulletins, &unnamed.collect::<Vec<_>>());
    for ((_, members), name) in groups.iter().zip(names) {
        for at in members {
            if let Some(bulletin) = bulletins.get_mut(*at) {
                bulletin.series.clone_from(&name);
            }
        }
    }
}

/// Series of which one is probably the other: that of a government and of the office that publishes for it, or of
/// a place whose name does not say what kind of place it is, or of which of several places of a name. Pairs of names,
/// each once.
pub fn probably_one(bulletins: &[Bulletin]) -> Vec<(String, String)> {
    let groups = groups(bulletins);
    // Only places of one name can be one; a library may have thousands of issuers.
    let mut named: BTreeMap<&str, Vec<(&Issuer, bool, &str)>> = BTreeMap::new();
    for (belongs, members) in &groups {
        let first = members.first().and_then(|at| bulletins.get(*at));
        let (Belongs::Issuer(issuer, report) | Belongs::Unsure(issuer, report)) = belongs else {
            continue;
        };
        if let Some(first) = first {
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
    // Two that name the same, and are two series all the same, are no nearer to each other than to others.
    let differs = one.place != other.place || one.places_above() != other.places_above();
    let short = one.office == other.office && differs && one.place.may_be(&other.place);
    (office || short) && !one.is_elsewhere(other)
}

/// Whether some bulletins are not of one issuer, as far as can be told: of two known ones, or of a known one whose
/// place the other never names.
pub fn are_of_several(bulletins: &[Bulletin], members: &[usize]) -> bool {
    let members = members.iter().filter_map(|at| bulletins.get(*at));
    let all: Vec<(&Bulletin, Belongs)> = members.map(|b| (b, belongs(b))).collect();
    let pairs = all.iter().enumerate();
    let mut pairs = pairs.flat_map(|(at, a)| all.iter().skip(at + 1).map(move |b| (a, b)));
    let issuers = || all.iter().filter_map(|(_, belongs)| belongs.issuer());
    pairs.any(|((a, of_a), (b, of_b))| match (of_a, of_b) {
        (Belongs::Alone, other) | (other, Belongs::Alone) => {
            let alone = if *of_a == Belongs::Alone { a } else { b };
            other
                .issuer()
                .is_some_and(|issuer| !names_place(alone, &issuer.place))
        }
        (Belongs::Named(a, _), Belongs::Named(b, _)) => a != b,
        _ => match of_a.issuer().zip(of_b.issuer()) {
            Some((one, other)) => {
                let told = || one.is_short_for(other) || other.is_short_for(one);
                let by_third =
                    || issuers().any(|all| one.is_short_for(all) && other.is_short_for(all));
                let by_text = || names_above(a, other) || names_above(b, one);
                are_two(one, other) || !(told() || by_third() || by_text())
            }
            None => a.issuer != b.issuer,
        },
    })
}

/// Whether the names of two issuers say that they are two.
fn are_two(one: &Issuer, other: &Issuer) -> bool {
    let one_office = one.office == other.office || one.publishes_for(other);
    !one.place.may_be(&other.place) || one.is_elsewhere(other) || !one_office
}

/// Whether a bulletin names a place above an issuer's, or there is none.
fn names_above(bulletin: &Bulletin, issuer: &Issuer) -> bool {
    let mut above = issuer.above.iter();
    issuer.above.is_empty() || above.any(|place| names_place(bulletin, place))
}

/// Whether a bulletin names a place somewhere.
fn names_place(bulletin: &Bulletin, place: &Place) -> bool {
    let name = place.name();
    let mut bodies = bulletin.sections().iter().map(|section| &section.body);
    bulletin.title.contains(name) || bodies.any(|body| body.contains(name))
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
fn groups(bulletins: &[Bulletin]) -> Vec<Group> {
    // Many bulletins of few issuers: each way to write one is read once.
    let mut known: HashMap<(Option<&str>, &str, &str), Belongs> = HashMap::new();
    let mut buckets: HashMap<String, Vec<(Belongs, usize)>> = HashMap::new();
    let mut groups: Vec<Group> = Vec::new();
    let copies = |bulletin: &Bulletin| bulletin.copy_of.is_some();
    for (at, bulletin) in bulletins.iter().enumerate() {
        if copies(bulletin) {
            continue;
        }
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
            Belongs::Unsure(..) | Belongs::Alone => {
                groups.push((own, vec![at]));
                continue;
            }
        };
        buckets.entry(bucket).or_default().push((own, at));
    }
    for bucket in buckets.into_values() {
        parted(&bucket, &mut groups);
    }
    if bulletins.iter().any(copies) {
        with_copies(bulletins, &mut groups);
    }
    groups.sort_by_key(|(_, members)| members.first().copied());
    groups
}

/// Adds bulletins that are another one again to the group of that one.
fn with_copies(bulletins: &[Bulletin], groups: &mut [Group]) {
    let of_group = groups.iter().enumerate();
    let of_group =
        of_group.flat_map(|(group, (_, members))| members.iter().map(move |at| (group, at)));
    let places: HashMap<&str, usize> = of_group
        .filter_map(|(group, at)| Some((bulletins.get(*at)?.id.as_str(), group)))
        .collect();
    for (at, bulletin) in bulletins.iter().enumerate() {
        let original = bulletin.copy_of.as_deref();
        let group = original.and_then(|id| places.get(id));
        if let Some((_, members)) = group.and_then(|group| groups.get_mut(*group)) {
            members.push(at);
            members.sort_unstable();
        }
    }
}

/// Parts bulletins of places of one name by what is above the places. Who names less than another one is that one, if
/// it is the only one of those that name most; who may be several, or names nothing that a second one names, stands
/// apart. So the order of the bulletins does not matter.
fn parted(bucket: &[(Belongs, usize)], groups: &mut Vec<Group>) {
    let mut named: BTreeMap<Above<'_>, (&Belongs, Vec<usize>)> = BTreeMap::new();
    for (belongs, at) in bucket {
        let above = match belongs {
            Belongs::Issuer(issuer, _) => issuer.places_above(),
            _ => BTreeSet::new(),
        };
        let (_, members) = named.entry(above).or_insert((belongs, Vec::new()));
        members.push(*at);
    }
    let all: Vec<(&Belongs, Vec<usize>)> = named.into_values().collect();
    let is_short = |one: &Belongs, other: &Belongs| match (one, other) {
        (Belongs::Issuer(one, _), Belongs::Issuer(other, _)) => one.is_short_for(other),
        _ => false,
    };
    let longer = |at: usize| {
        let one = all.get(at).map(|(belongs, _)| *belongs);
        let others = all
            .iter()
            .enumerate()
            .filter(move |(other, _)| *other != at);
        others.filter_map(move |(other, (belongs, _))| {
            one.is_some_and(|one| is_short(one, belongs))
                .then_some(other)
        })
    };
    let whole: Vec<bool> = (0..all.len())
        .map(|at| longer(at).next().is_none())
        .collect();
    let is_whole = |at: &usize| whole.get(*at).copied().unwrap_or_default();
    let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, (belongs, members)) in all.iter().enumerate() {
        let mut homes = longer(at).filter(is_whole);
        let home = match (homes.next(), homes.next()) {
            (None, _) => Some(at),
            (home, None) => home,
            (Some(_), Some(_)) => None,
        };
        match (home, belongs) {
            (Some(home), _) => own.entry(home).or_default().extend(members),
            (None, Belongs::Issuer(issuer, report)) => {
                let unsure = || Belongs::Unsure(issuer.clone(), *report);
                groups.extend(members.iter().map(|at| (unsure(), vec![*at])));
            }
            (None, _) => groups.extend(members.iter().map(|at| (Belongs::Alone, vec![*at]))),
        }
    }
    for (home, mut members) in own {
        members.sort_unstable();
        if let Some((belongs, _)) = all.get(home) {
            groups.push(((*belongs).clone(), members));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::series_name::{of_together, together};
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

    /// Which of some issuers are one series, in every order of theirs: sets of their places in the list.
    fn parts_in_every_order(issuers: &[&str]) -> Vec<Vec<usize>> {
        fn orders(left: &[usize]) -> Vec<Vec<usize>> {
            if left.is_empty() {
                return vec![Vec::new()];
            }
            let first = |at: &usize| {
                let rest: Vec<usize> = left.iter().copied().filter(|other| other != at).collect();
                let rest = orders(&rest).into_iter();
                let at = *at;
                rest.map(move |rest| [vec![at], rest].concat())
                    .collect::<Vec<_>>()
            };
            left.iter().flat_map(first).collect()
        }
        let parts = |order: &Vec<usize>| {
            let bulletins = order.iter().map(|at| {
                let title = "2030年政府工作报告";
                bulletin(&at.to_string(), issuers[*at], title, None)
            });
            let mut bulletins: Vec<Bulletin> = bulletins.collect();
            join_series(&mut bulletins);
            let mut parts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for one in bulletins {
                parts
                    .entry(one.series)
                    .or_default()
                    .push(one.id.parse().unwrap());
            }
            let names: BTreeSet<String> = parts.keys().cloned().collect();
            let mut parts: Vec<Vec<usize>> = parts.into_values().collect();
            for part in &mut parts {
                part.sort_unstable();
            }
            parts.sort();
            (names, parts)
        };
        let all = orders(&(0..issuers.len()).collect::<Vec<_>>());
        let first = parts(&all[0]);
        for order in &all {
            assert_eq!(parts(order), first, "{issuers:?} {order:?}");
        }
        first.1
    }

    #[test]
    fn the_order_of_the_files_decides_nothing() {
        let parts = |issuers: &[&str]| {
            let whole: Vec<String> = issuers
                .iter()
                .map(|name| format!("{name}人民政府"))
                .collect();
            let names: Vec<&str> = whole.iter().map(String::as_str).collect();
            parts_in_every_order(&names)
        };
        assert_eq!(
            parts(&["大理州青禾县", "云南省青禾县", "贵州省青禾县"]),
            [[0], [1], [2]]
        );
        assert_eq!(parts(&["大理州青禾县", "贵州省青禾县"]), [[0], [1]]);
        // One that names both says that the two are one.
        let linked = ["大理州青禾县", "云南省青禾县", "云南省大理州青禾县"];
        assert_eq!(parts(&linked), [[0, 1, 2]]);
        let named = [
            "青禾县",
            "云南省大理白族自治州青禾县",
            "大理州青禾县",
            "贵州省青禾县",
        ];
        assert_eq!(parts(&named), [vec![0], vec![1, 2], vec![3]]);
        assert_eq!(parts(&["青禾县", "云南省青禾县"]), [[0, 1]]);
        assert_eq!(
            parts(&["云南省大理州青禾县", "云南省楚雄州青禾县", "云南省青禾县"]),
            [[0], [1], [2]]
        );
        assert_eq!(
            parts(&["丁河区", "福州市丁河区", "南京市丁河区"]),
            [[0], [1], [2]]
        );
    }

    #[test]
    fn what_may_be_several_is_offered_to_each() {
        let issuers = [
            "青禾县人民政府",
            "云南省青禾县人民政府",
            "贵州省青禾县人民政府",
        ];
        let heads = issuers.iter().enumerate();
        let mut bulletins: Vec<Bulletin> = heads
            .map(|(at, issuer)| bulletin(&at.to_string(), issuer, "2030年政府工作报告", None))
            .collect();
        join_series(&mut bulletins);
        let pairs = probably_one(&bulletins);
        let of = |at: usize| bulletins[at].series.clone();
        let offered = |a, b| pairs.contains(&(of(a), of(b))) || pairs.contains(&(of(b), of(a)));
        assert!(
            offered(0, 1) && offered(0, 2) && !offered(1, 2),
            "{pairs:?}"
        );
        // Laid together by hand, a place is not taken for one of another province.
        let of_two = |a: &str, b: &str| {
            let two = [
                bulletin("a", a, "通知", None),
                bulletin("b", b, "通知", None),
            ];
            are_of_several(&two, &[0, 1])
        };
        assert!(of_two("大理州青禾县人民政府", "贵州省青禾县人民政府"));
        assert!(!of_two("青禾县人民政府", "贵州省青禾县人民政府"));
    }

    #[test]
    fn a_document_that_is_there_twice_is_in_one_series_and_needs_no_name_for_two() {
        let body = "新修村道三条，改造校舍五所，疏浚河道两段，栽树一百亩。".repeat(5);
        let section = Section {
            body,
            ..Section::default()
        };
        let of = |id: &str| bulletin(id, "", "春耕通报", None).with_sections(vec![section.clone()]);
        let mut two = [of("a"), of("b")];
        arrange(&mut two, |_| false);
        assert_eq!(two[1].copy_of.as_deref(), Some("a"));
        assert_eq!(
            (two[0].series.as_str(), &two[0].series),
            ("春耕通报", &two[1].series)
        );
    }

    #[test]
    fn a_series_is_named_by_what_a_reader_knows() {
        let named = |heads: &[(&str, &str)]| -> Vec<String> {
            let all = heads.iter().enumerate();
            let mut all: Vec<Bulletin> = all
                .map(|(at, (issuer, title))| bulletin(&format!("f{at}"), issuer, title, None))
                .collect();
            join_series(&mut all);
            all.into_iter().map(|b| b.series).collect()
        };
        let missing = "（发文机关未注明）";
        assert_eq!(
            named(&[(missing, "春耕通报"), (missing, "防汛通报")]),
            [
                "春耕通报 · （发文机关未注明）",
                "防汛通报 · （发文机关未注明）"
            ]
        );
        // Titles that are the same do not tell.
        let same = named(&[(missing, "春耕通报"), (missing, "春耕通报")]);
        assert_eq!(same[1], "f1 · 春耕通报 · （发文机关未注明）");
        let kinds = named(&[
            ("青禾县人民政府", "2030年政府工作报告"),
            ("青禾县人民政府", "通知"),
        ]);
        assert_eq!(kinds, ["青禾县人民政府 · 政府工作报告", "青禾县人民政府"]);
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
