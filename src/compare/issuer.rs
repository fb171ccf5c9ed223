//! Who an issuer is, read from its name: the place it governs, the places above that, and which office of it
//! speaks. 宁夏, 宁夏回族自治区 and 宁夏政府 name one place, 省政府 names none.
//!
//! Knows nothing of bulletins and libraries: `joined` says which of them belong together.

use std::collections::{BTreeSet, HashSet};

use crate::lexicon::List;

/// The longest way down to a place: province, prefecture, county, town.
const LEVELS: usize = 4;

/// Short names of provinces; the value is the full name.
static PROVINCE: List<&str> = List::of("province", Some);
/// Ends of names of places; those of one value are written for each other.
static RANK: List<&str> = List::of("rank", Some);
/// Peoples in the names of places that govern themselves.
static PEOPLE: List = List::new("people");
/// Names that several places have.
static SHARED: List = List::new("shared-place");
/// Places that do not say which: 省.
static VAGUE: List = List::new("vague-place");
static GOVERNS: List = List::new("governs");
static PUBLISHES_FOR: List = List::new("publishes-for");
static STATE: List = List::new("state-government");
/// What an importer writes where it found no issuer.
static MISSING: List = List::new("missing-issuer");
/// What stands behind the number of a year.
static YEAR: List = List::new("year-sign");
static REPORT: List = List::new("government-report");
/// Words before the government for which somebody speaks: 我代表自治区人民政府.
static SPEAKS_FOR: List = List::new("speaks-for");

/// A place by its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its name without what kind of place it is: 南溪.
    stem: String,
    /// What kind of place it is; None where the name does not say.
    rank: Option<&'static str>,
    /// 0 for the state, 1 for a province, 2 for a prefecture or city, 3 for what is below; None if unknown.
    level: Option<u8>,
}

/// An issuer whose name says which place it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The places above, as far as the name tells, from the top.
    pub above: Vec<Place>,
    /// The place.
    pub place: Place,
    /// The office; empty for the government of the place.
    pub office: String,
}

/// What a name says of who issued something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// An office of a known place.
    Issuer(Issuer),
    /// An office of some place of a kind that the name leaves open: 省统计局.
    Vague(Option<&'static str>, String),
    /// Anything else, without spaces.
    Other(String),
    /// Nobody is named.
    Missing,
}

impl Place {
    /// The place with the kind that something else says it is, if its own name says none.
    fn of_rank(mut self, rank: Option<&'static str>) -> Self {
        if self.rank.is_none() {
            self.rank = rank;
            self.level = rank.map(level);
        }
        self
    }

    /// Its name, without what kind of place it is.
    pub fn name(&self) -> &str {
        &self.stem
    }

    /// Whether its name says what kind of place it is.
    pub fn is_whole(&self) -> bool {
        self.rank.is_some()
    }

    /// Whether the two may be one place: of one name, and not of two kinds.
    pub fn may_be(&self, other: &Self) -> bool {
        let apart = self.rank.zip(other.rank).is_some_and(|(a, b)| a != b);
        self.stem == other.stem && !apart
    }

    /// Whether it lies in a city of which others may have parts with the same name.
    pub fn is_part_of_city(&self) -> bool {
        self.rank == Some("district")
    }
}

impl Issuer {
    /// Whether its place is told apart from another one of the same name by what is above: at one level each of the
    /// two names a place that the other does not.
    pub fn is_elsewhere(&self, other: &Self) -> bool {
        let own = self.above.iter().filter(|place| !other.is_below(place));
        own.into_iter().any(|own| {
            let mut others = other.above.iter().filter(|place| !self.is_below(place));
            others.any(|other| own.level == other.level)
        })
    }

    /// Whether the other one names every place above that this one names. A part of a city that does not name it may
    /// have a namesake in the next one: only two that name a city can be one.
    pub fn is_short_for(&self, other: &Self) -> bool {
        let told = self.above.is_empty() == other.above.is_empty() || !self.place.is_part_of_city();
        told && self.above.iter().all(|place| other.is_below(place))
    }

    /// Whether its name puts it below a place.
    fn is_below(&self, place: &Place) -> bool {
        let mut above = self.above.iter();
        above.any(|own| own.level == place.level && own.stem == place.stem)
    }

    /// What it names above its place, whatever the order and the spelling.
    pub fn places_above(&self) -> BTreeSet<(Option<u8>, &str)> {
        let above = self.above.iter();
        above.map(|place| (place.level, place.name())).collect()
    }

    /// Whether its name does not say which of several places it means.
    pub fn is_shared(&self) -> bool {
        let is_it = |name: &str| {
            RANK.last(name)
                .is_some_and(|rank| name.strip_suffix(rank) == Some(&self.place.stem))
        };
        self.above.is_empty() && self.place.is_part_of_city() && SHARED.words().any(is_it)
    }

    /// Whether one of the two is the government of a place and the other the office that publishes for it.
    pub fn publishes_for(&self, other: &Self) -> bool {
        let of =
            |office: &str, government: &str| government.is_empty() && PUBLISHES_FOR.has(office);
        of(&self.office, &other.office) || of(&other.office, &self.office)
    }
}

/// Whether a name says that nobody is named.
pub fn is_missing(name: &str) -> bool {
    name.trim().is_empty() || MISSING.has(name.trim())
}

/// What a report which a government gives is called.
pub fn reports() -> &'static str {
    REPORT.first()
}

/// Reads the name of an issuer.
pub fn read(name: &str) -> Name {
    if is_missing(name) {
        return Name::Missing;
    }
    let words: String = name.chars().filter(|c| !c.is_whitespace()).collect();
    // Several issuers are no place's.
    if words.contains(['、', '，', ',', '；', ';']) {
        return Name::Other(words);
    }
    if STATE.has(&words) {
        return state("");
    }
    if let Some(office) = words.strip_prefix(STATE.first()) {
        return state(office);
    }
    if let Some((place, office)) = government(&words) {
        return place_of(place, office);
    }
    if let Some((place, office)) = province(&words).filter(|(_, office)| !office.is_empty()) {
        return Name::Issuer(Issuer {
            above: Vec::new(),
            place,
            office: office.to_owned(),
        });
    }
    if let Some(shared) = SHARED.start(&words) {
        // 鼓楼区教育局 says no more of which city it is than 区教育局.
        let office = words.strip_prefix(shared).unwrap_or_default();
        return Name::Vague(Some("district"), office.to_owned());
    }
    match VAGUE.opening(&words) {
        Some((vague, ())) => {
            let office = words.strip_prefix(vague).unwrap_or_default();
            Name::Vague(RANK.meaning(vague).copied(), office.to_owned())
        }
        None => Name::Other(words),
    }
}

/// Reads the name of a series of reports that a government gives: 云南省政府工作报告.
pub fn read_reports(series: &str) -> Option<Name> {
    let words: String = series.chars().filter(|c| !c.is_whitespace()).collect();
    let (place, _) = government(&words).filter(|_| REPORT.ends(&words))?;
    Some(if STATE.has(place) {
        state("")
    } else {
        place_of(place, "")
    })
}

/// Whether a title is that of the report which a government gives.
pub fn is_report(title: &str) -> bool {
    REPORT.is_in(title)
}

/// The place that a title names, of the kind that the issuer is of: 2026年宁夏回族自治区政府工作报告.
pub fn place_in_title(title: &str, rank: Option<&'static str>, office: &str) -> Option<Issuer> {
    let report = is_report(title);
    let place = government(title).filter(|_| report);
    let title = place.map_or(title, |(place, _)| place);
    let is_han = |c: &char| c.is_alphabetic() && !c.is_ascii();
    let mut pieces = title
        .split(|c| !is_han(&c))
        .flat_map(|piece| piece.split(|c| YEAR.has_char(c)));
    pieces.find_map(|piece| {
        let named = (report || province(piece).is_some()) && !piece.is_empty();
        let Name::Issuer(mut issuer) = named.then(|| place_of(piece, office))? else {
            return None;
        };
        issuer.place = issuer.place.of_rank(rank);
        (issuer.place.rank == rank).then_some(issuer)
    })
}

/// The issuer with what is above its place, if its name does not say that and the title does: 福州市鼓楼区2030年….
pub fn with_title(issuer: Issuer, title: &str) -> Issuer {
    if !issuer.above.is_empty() {
        return issuer;
    }
    match place_in_title(title, issuer.place.rank, &issuer.office) {
        Some(told) if told.place == issuer.place => told,
        _ => issuer,
    }
}

/// The kind of place for whose government somebody speaks in a text: 我代表自治区人民政府.
pub fn rank_in_speech(text: &str) -> Option<&'static str> {
    let places = SPEAKS_FOR.words().flat_map(|word| text.split(word).skip(1));
    places
        .filter_map(|after| Some((VAGUE.longest(after)?.0, after)))
        .find_map(|(vague, after)| {
            let governs = after
                .strip_prefix(vague)
                .is_some_and(|rest| GOVERNS.starts(rest));
            governs.then(|| RANK.meaning(vague).copied())?
        })
}

/// The issuer with the kind of its place that its text tells.
pub fn with_rank(mut issuer: Issuer, rank: Option<&'static str>) -> Issuer {
    issuer.place = issuer.place.of_rank(rank);
    issuer
}

fn state(office: &str) -> Name {
    let place = Place {
        stem: STATE.first().to_owned(),
        rank: Some("state"),
        level: Some(0),
    };
    Name::Issuer(Issuer {
        above: Vec::new(),
        place,
        office: office.to_owned(),
    })
}

/// A name parted at the last word for a government: the place before it, its office behind it.
fn government(words: &str) -> Option<(&str, &str)> {
    let found = GOVERNS.words().filter_map(|word| {
        let at = words.rfind(word)?;
        Some((at + word.len(), at))
    });
    let (end, start) = found.max_by_key(|(end, start)| (*end, std::cmp::Reverse(*start)))?;
    words.get(..start).zip(words.get(end..))
}

/// An office of the place that some words name, with what is above it.
fn place_of(words: &str, office: &str) -> Name {
    let own = VAGUE
        .start(words)
        .and_then(|vague| words.strip_prefix(vague));
    let vague = if VAGUE.has(words) {
        Some(words)
    } else {
        own.filter(|rest| VAGUE.has(rest))
    };
    if words.is_empty() || vague.is_some() {
        let rank = vague.and_then(|vague| RANK.meaning(vague).copied());
        return Name::Vague(rank, office.to_owned());
    }
    let (mut above, mut rest) = (Vec::new(), words);
    if let Some((place, below)) = province(rest) {
        above.push(place);
        rest = below;
    }
    while above.len() < LEVELS
        && let Some((upper, below)) = upper(rest)
    {
        above.push(place(upper));
        rest = below;
    }
    let place = if rest.is_empty() {
        above.pop()
    } else {
        Some(place(rest))
    };
    place.map_or(Name::Missing, |place| {
        Name::Issuer(Issuer {
            above,
            place,
            office: office.to_owned(),
        })
    })
}

/// The province that some words begin with, and what follows it. 吉林市 and 海南藏族自治州 are no provinces.
fn province(words: &str) -> Option<(Place, &str)> {
    let full = PROVINCE
        .get()
        .iter()
        .find_map(|(short, full)| Some((*short, *full, words.strip_prefix(full)?)));
    let short = || {
        PROVINCE.get().iter().find_map(|(short, full)| {
            let rest = words.strip_prefix(short)?;
            let other = RANK.starts(rest) || PEOPLE.starts(rest);
            (!other).then_some((*short, *full, rest))
        })
    };
    let (short, full, rest) = full.or_else(short)?;
    let rank = RANK.last(full).and_then(|rank| RANK.meaning(rank).copied());
    let place = Place {
        stem: short.to_owned(),
        rank,
        level: Some(1),
    };
    Some((place, rest))
}

/// The upper place that some words begin with, and the lower one: 青禾市｜东门区.
fn upper(words: &str) -> Option<(&str, &str)> {
    let ends = words
        .char_indices()
        .skip(2)
        .filter(|(_, c)| RANK.has_char(*c));
    let mut parted = ends.filter_map(|(at, c)| words.split_at_checked(at + c.len_utf8()));
    parted.find(|(_, below)| {
        // 郑州市 is not a 市 in a 州.
        let own = below.chars().next().is_some_and(|c| RANK.has_char(c));
        !own && below.chars().nth(1).is_some() && RANK.last(below).is_some()
    })
}

/// A place by its name alone.
fn place(name: &str) -> Place {
    let word = RANK.last(name).filter(|word| word.len() < name.len());
    let rank = word.and_then(|word| RANK.meaning(word).copied());
    let mut stem = word
        .and_then(|word| name.strip_suffix(word))
        .unwrap_or(name);
    // Only places that govern themselves have peoples in their names.
    if word.is_some_and(|word| word.chars().count() > 2) {
        let mut seen = HashSet::new();
        while let Some(shorter) = PEOPLE
            .last(stem)
            .and_then(|people| stem.strip_suffix(people))
            && shorter.chars().nth(1).is_some()
            && seen.insert(shorter.len())
        {
            stem = shorter;
        }
    }
    Place {
        stem: stem.to_owned(),
        rank,
        level: rank.map(level),
    }
}

/// How far below the state a kind of place is.
fn level(rank: &str) -> u8 {
    match rank {
        "state" => 0,
        "province" | "region" | "special" => 1,
        "prefecture" | "area" | "league" | "city" => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn issuer(name: &str) -> Issuer {
        match read(name) {
            Name::Issuer(issuer) => issuer,
            other => panic!("{name}: {other:?}"),
        }
    }

    fn is_one(a: &str, b: &str) -> bool {
        let (a, b) = (issuer(a), issuer(b));
        a.place == b.place && a.office == b.office && !a.is_elsewhere(&b)
    }

    #[test]
    fn a_place_is_one_however_it_is_written() {
        for (a, b) in [
            ("广西政府", "广西壮族自治区人民政府"),
            ("北京人民政府", "北京市人民政府"),
            ("大理州人民政府", "大理白族自治州人民政府"),
            ("云南省寻甸县政府", "寻甸回族彝族自治县人民政府"),
            ("广西通信管理局", "广西壮族自治区通信管理局"),
            ("国务院", "中华人民共和国国务院"),
            ("西藏自治区人民政府办公厅", "西藏人民政府办公厅"),
            ("南溪市云台市北山镇人民政府", "云台市北山镇人民政府"),
        ] {
            assert!(is_one(a, b), "{a} {b}: {:?} {:?}", issuer(a), issuer(b));
        }
    }

    #[test]
    fn two_places_are_two() {
        for (a, b) in [
            ("吉林省人民政府", "吉林市人民政府"),
            ("海南省人民政府", "海南藏族自治州人民政府"),
            ("白水县人民政府", "白水市人民政府"),
            ("甲州省白水县人民政府", "乙州省白水县人民政府"),
            ("湖北省白水县人民政府", "湖南省白水县人民政府"),
            ("南京市鼓楼区人民政府", "福州市鼓楼区人民政府"),
            ("云南省人民政府", "云南省人民政府办公厅"),
            ("内蒙古自治区白水县人民政府", "云南省白水县人民政府"),
            ("南溪市云台市北山镇人民政府", "南溪市丁河市北山镇人民政府"),
        ] {
            assert!(!is_one(a, b), "{a} {b}");
        }
        assert!(issuer("鼓楼区人民政府").is_shared());
        assert!(!issuer("福州市鼓楼区人民政府").is_shared());
    }

    #[test]
    fn a_name_that_leaves_the_place_open_is_vague() {
        for name in [
            "省人民政府",
            "自治区政府",
            "县人民政府办公室",
            "人民政府",
            "市统计局",
            "我省人民政府",
        ] {
            assert!(
                matches!(read(name), Name::Vague(..)),
                "{name}: {:?}",
                read(name)
            );
        }
        for name in [
            "市场监督管理总局",
            "工业和信息化部",
            "中共白水县委、白水县人民政府",
        ] {
            assert!(
                matches!(read(name), Name::Other(_)),
                "{name}: {:?}",
                read(name)
            );
        }
        assert_eq!(read("（发文机关未注明）"), Name::Missing);
    }

    #[test]
    fn the_title_says_which() {
        let found = |title| place_in_title(title, Some("region"), "").map(|issuer| issuer.place);
        let wanted = Some(issuer("宁夏政府").place);
        assert_eq!(found("2026年宁夏回族自治区政府工作报告"), wanted);
        assert_eq!(found("宁夏2026年政府工作报告"), wanted);
        assert_eq!(found("云南省2026年政府工作报告"), None);
        assert_eq!(found("政府工作报告"), None);
    }

    #[test]
    fn a_speaker_says_of_what_kind_the_place_is() {
        assert_eq!(
            rank_in_speech("现在，我代表自治区人民政府，作报告"),
            Some("region")
        );
        assert_eq!(rank_in_speech("我代表白水县人民政府作报告"), None);
    }

    #[test]
    fn a_series_of_reports_names_its_place() {
        assert_eq!(
            read_reports("宁夏政府工作报告"),
            Some(read("宁夏回族自治区人民政府"))
        );
        assert_eq!(read_reports("国务院政府工作报告"), Some(read("国务院")));
        assert_eq!(read_reports("云南省人民政府"), None);
        assert!(matches!(
            read_reports("县政府工作报告"),
            Some(Name::Vague(..))
        ));
    }
}
