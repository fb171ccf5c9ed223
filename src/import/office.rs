//! Who issued a document. Knows nothing of where in the document it is said.

use super::joint_office::is_office_of_both;
use super::limits;
use super::name_in_title::{without_span, without_year};
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};
use crate::text::date::{is_date, month};
use crate::text::year::digit;

/// Ends of names of offices.
static OFFICE: List = List::new("office");
/// Ends of names of companies and schools.
static ENTERPRISE: List = List::new("enterprise");
/// Words that begin what is promised: 推动建设一流大学.
static VERB: List = List::new("verb");
static ADVERB: List = List::new("adverb");
/// 印发, which says that a day is that of printing.
static PRINTING: List = List::new("printing");
static GOVERNMENT_REPORT: List = List::new("government-report");
/// Words of a title up to which the issuer may be named.
static ENDS_ISSUER: List = List::new("ends-issuer");
/// An ideograph that is printed for a bar: 丨.
static TITLE_BAR: List = List::new("title-bar");
static CONGRESS: List = List::new("congress");
static AT: List = List::new("at-place");
/// 第, which begins the number of a congress's term.
static SESSION: List = List::new("before-session");
/// 届, which ends it.
static ENDS_TERM: List = List::new("ends-term");
/// 十, in the number of a term.
static TEN: List = List::new("ten-of-date");
/// 人民, before 政府 in the name of a government.
static PEOPLE: List = List::new("people-of-government");
/// Words whose characters a day may hold.
static IN_DATE: List = List::new("in-date");
/// What meets at a meeting of an office, behind its name: 职工代表大会.
static MEETS: List = List::new("meets");
/// Ends of names of places that say what a place is.
static PLACE_LEVEL: List = List::new("place-level");
static WHOLE_COUNTRY: List = List::new("whole-country");
static NAMES_STATE: List = List::new("names-state");
static STATE_COUNCIL: List = List::new("state-council");
static GOVERNMENT: List = List::new("government");
/// What a standing committee is called behind the name of its congress.
static STANDING_COMMITTEE: List = List::new("standing-committee");
/// 人大常委会, the committee itself.
static OF_CONGRESS: List = List::new("of-congress");
/// 副, before the role of who stands in for another.
static DEPUTY: List = List::new("deputy");
/// Ends of names of offices that publish what others wrote: 融媒体中心.
static PUBLISHES_FOR_OTHERS: List = List::new("publishes-for-others");
static VAGUE: List = List::new("vague-place");
/// 我, 全, before a word that says not which place is meant.
static VAGUE_START: List = List::new("vague-place-start");
/// Short names of provinces.
static PROVINCE: List<&str> = List::of("province", Some);
/// 受 and 委托, around who entrusts somebody.
static ENTRUSTED: List = List::new("entrusted");
static ENTRUSTS: List = List::new("entrusts");
/// 政府, short for 人民政府.
static SHORT_GOVERNMENT: List = List::new("short-government");
/// Offices of those who report.
static ROLE: List = List::new("role");

/// The government of the state.
pub fn state_council() -> String {
    STATE_COUNCIL.first().to_owned()
}

/// The government of the place that a line names and nothing else; a name that is short for another says not which.
pub fn government_of_line(line: &str) -> Option<String> {
    let place = squeezed(line);
    (PLACE_LEVEL.ends(&place) && is_place(&place)).then(|| government_of(&place))
}

/// The government that entrusts somebody with a report: 受县人民政府委托. Which one 县 is tell the names of others.
pub fn entrusting(text: &str, others: &[String]) -> Option<String> {
    let (_, behind) = ENTRUSTED.split(text)?;
    let (name, _) = ENTRUSTS.split(behind)?;
    if STATE_COUNCIL.has(name) {
        return Some(state_council());
    }
    let place = GOVERNMENT
        .strip_end(name)
        .or_else(|| SHORT_GOVERNMENT.strip_end(name))?;
    if !VAGUE.has(place) {
        return is_place(place).then(|| government_of(place));
    }
    let named = others.iter().find_map(|other| {
        let (before, _) = other.split_once(place)?;
        let name = format!("{before}{place}");
        is_place(&name).then_some(name)
    });
    Some(government_of(named.as_deref().unwrap_or(place)))
}

/// The government of a place.
fn government_of(place: &str) -> String {
    format!("{place}{}", GOVERNMENT.first())
}

/// The series of the reports that a government gives, if the title is of one.
pub fn series_of_reports(title: &str, issuer: &str) -> Option<String> {
    // A title that is set wide is of the same series.
    let report = GOVERNMENT_REPORT.within(&squeezed(title))?;
    Some(format!("{}{report}", GOVERNMENT.trim_end(issuer)))
}

/// The title of a report that a government gives.
pub fn title_of_report() -> String {
    GOVERNMENT_REPORT.first().to_owned()
}

/// Whether a short line is the name of an office.
pub fn is_organ(text: &str) -> bool {
    let words = text.trim();
    if words.len() > limits::OFFICE_LINE.get() {
        return false;
    }
    let count = words.chars().filter(|c| !c.is_whitespace()).count();
    let plain = words
        .chars()
        .all(|c| is_han(c) && !TITLE_BAR.has_char(c) || c.is_whitespace() || "、（）".contains(c));
    // 三、做强市办公室
    let before = words.split('、').next().unwrap_or_default();
    let numbered = words.starts_with('（')
        || before
            .chars()
            .all(|c| digit(c).is_some() || TEN.has_char(c));
    let named = || OFFICE.ends(words) || is_enterprise(words);
    (3..=limits::OFFICE.get()).contains(&count) && plain && !numbered && named()
}

/// Whether words are the name of a company or a school; what promises to make one begins with a verb.
fn is_enterprise(words: &str) -> bool {
    let mut parts = words.split(|c: char| c.is_whitespace() || c == '、');
    ENTERPRISE.ends(words) && !parts.any(|part| VERB.starts(part) || ADVERB.starts(part))
}

/// The offices of some words, which a gap or a comma parts; 市人民政府 办公室 is one.
pub fn offices(words: &str) -> Vec<String> {
    let parted = |c: char| c.is_whitespace() || c == '、';
    let parts = words.split(parted).filter(|part| !part.is_empty());
    let each = |part: &str| is_organ(part) && !is_bare_office(part);
    if is_office_of_both(words) {
        return vec![squeezed(words)];
    }
    if parts.clone().count() > 1 && parts.clone().all(each) {
        parts.map(str::to_owned).collect()
    } else {
        vec![squeezed(words)]
    }
}

/// The office and the day of a line that holds both: 某局　　2024年1月5日.
pub fn signature(text: &str) -> Option<(&str, &str)> {
    let gap = text.trim().rfind(char::is_whitespace)?;
    let (office, day) = text.trim().split_at_checked(gap)?;
    let dated = is_date(day) && !PRINTING.ends(day) || month(day).is_some();
    (is_organ(office) && dated).then_some((office.trim(), day.trim()))
}

/// Whether a page that is from an office may be its own work: a newsroom and an office of a government publish for others.
pub fn writes_itself(source: &str) -> bool {
    is_organ(source) && !is_bare_office(source) && !PUBLISHES_FOR_OTHERS.ends(source)
}

/// Whether words are only the end of a name of an office: 办公室.
pub fn is_bare_office(words: &str) -> bool {
    OFFICE.has(words.trim())
}

/// The office that a title begins with: 国务院关于…, 工信部信息通信管理局：….
pub fn issuer_of_title(title: &str) -> Option<String> {
    if let Some((_, place)) = AT.split(title) {
        if CONGRESS.is_in(place) {
            return issuer_of_congress(title);
        }
        if let Some(office) = office_that_meets(title) {
            return Some(office);
        }
    }
    let wide = squeezed(title);
    let is_report = GOVERNMENT_REPORT.is_in(&wide);
    let title = if is_report { wide.as_str() } else { title };
    let colon = title.find(['：', ':']);
    let end = ENDS_ISSUER.earliest(title).into_iter().chain(colon).min()?;
    let mut name = title.get(..end)?.trim();
    if let Some((_, after)) = name.rsplit_once(|c| TITLE_BAR.has_char(c) || "|｜》".contains(c)) {
        name = after;
    }
    // 某县2024年政府工作报告
    let name = without_span(without_year(name.trim_start_matches('《')));
    if is_report {
        if NAMES_STATE.is_in(name) {
            return Some(state_council());
        }
        // 2025年云南省人民政府工作报告
        let place = PEOPLE.strip_end(name).unwrap_or(name);
        if is_place(place) {
            return Some(government_of(place));
        }
    }
    if is_organ(name) {
        let names: Vec<String> = offices(name)
            .iter()
            .map(|name| without_term(name))
            .collect();
        return Some(names.join("、"));
    }
    // 某县水务局局长办公会议纪要
    let office = ROLE.strip_end(name)?;
    is_organ(office).then(|| office.to_owned())
}

/// Whether words name a place: 云南省, or short 云南; another name without a level may be anything.
fn is_place(words: &str) -> bool {
    let count = words.chars().count();
    let known = PLACE_LEVEL.ends(words) || PROVINCE.has(words);
    (2..=limits::PLACE.get()).contains(&count)
        && words.chars().all(is_han)
        && known
        && !is_vague(words)
}

/// Whether words do not say which place they mean: 市, 我市.
fn is_vague(words: &str) -> bool {
    VAGUE.has(words)
        || VAGUE_START
            .strip_start(words)
            .is_some_and(|rest| VAGUE.has(rest))
}

/// Whether an office is one of a government that is named without its place: 市政府办, 县人民政府办公室.
pub fn is_of_vague_government(office: &str) -> bool {
    let rest = VAGUE.strip_start(office);
    rest.is_some_and(|rest| SHORT_GOVERNMENT.starts(rest) || GOVERNMENT.starts(rest))
}

/// Whether an office of the people is named without its place: 人民法院.
pub fn is_of_people(office: &str) -> bool {
    PEOPLE.starts(office) && !GOVERNMENT.has(office)
}

/// Whether words say that a standing committee of a congress met: governments, courts and its own members report there.
pub fn names_standing_committee(text: &str) -> bool {
    let behind_congress = CONGRESS
        .split(text)
        .is_some_and(|(_, behind)| STANDING_COMMITTEE.starts(behind));
    behind_congress || OF_CONGRESS.is_in(text)
}

/// Whether words say that a congress met, not its standing committee.
pub fn names_congress(text: &str) -> bool {
    CONGRESS.is_in(text) && !names_standing_committee(text)
}

/// The government of the place whose standing committee met; also in short, 江州市第九届人大常委会.
pub fn government_of_committee(text: &str) -> Option<String> {
    let (_, after) = AT.split(text)?;
    let (name, _) = CONGRESS.split(after).or_else(|| OF_CONGRESS.split(after))?;
    government_of_congress(name)
}

/// Whether an office is the standing committee of a congress.
pub fn is_standing_committee(office: &str) -> bool {
    OF_CONGRESS.ends(office)
}

/// The standing committee of the congress of the place whose government an issuer is.
pub fn committee_of(government: &str) -> Option<String> {
    place_of(government).map(|place| format!("{place}{}", OF_CONGRESS.first()))
}

/// The place whose government an issuer is.
pub fn place_of(issuer: &str) -> Option<&str> {
    GOVERNMENT.strip_end(issuer)
}

/// Whether an issuer is the government of a place whose name is short for another, or that says not which.
pub fn is_short(issuer: &str) -> bool {
    place_of(issuer).is_some_and(|place| !PLACE_LEVEL.ends(place) || is_vague(place))
}

/// Whether one government is named more fully than another: 江州市河口区 than 河口区, 江州省 than 江州.
pub fn is_fuller(full: &str, issuer: &str) -> bool {
    let (Some(full), Some(place)) = (place_of(full), place_of(issuer)) else {
        // 江州市人民检察院 than 人民检察院
        let above = full.strip_suffix(issuer);
        return above.is_some_and(|above| PLACE_LEVEL.ends(above));
    };
    let with_level = |full: &str| !PLACE_LEVEL.ends(place) && full.starts_with(place);
    let with_above = || {
        full.strip_suffix(place)
            .is_some_and(|above| PLACE_LEVEL.ends(above))
    };
    full.len() > place.len() && PLACE_LEVEL.ends(full) && (with_level(full) || with_above())
}

/// ——在河口水务集团公司二届五次职工代表大会上: the office whose members meet.
fn office_that_meets(text: &str) -> Option<String> {
    let (before, after) = AT.split(text)?;
    let of_day = |c: char| !c.is_alphabetic() || digit(c).is_some() || IN_DATE.holds_char(c);
    if !before.chars().all(of_day) {
        return None;
    }
    let counted = after.char_indices();
    let counted = counted.filter(|(_, c)| digit(*c).is_some() || SESSION.has_char(*c));
    let ends = counted.map(|(at, _)| at).chain(MEETS.earliest(after));
    let mut names = ends.filter_map(|end| after.get(..end));
    let name = names.find(|name| is_organ(name) && !is_bare_office(name))?;
    // Others report to a standing committee.
    if is_standing_committee(name) {
        return None;
    }
    Some(without_term(&squeezed(name)))
}

/// The name of an office without the number of its term: 某省第十一届纪律检查委员会.
fn without_term(name: &str) -> String {
    let whole = || name.to_owned();
    let Some((before, behind)) = SESSION.split(name) else {
        return whole();
    };
    let Some((number, after)) = ENDS_TERM.split(behind) else {
        return whole();
    };
    let is_number = number
        .chars()
        .all(|c| digit(c).is_some() || TEN.has_char(c));
    if before.is_empty() || number.is_empty() || !is_number {
        return whole();
    }
    format!("{before}{after}")
}

/// ——2026年1月28日在云南省第十四届人民代表大会第四次会议上: the government that reports there. A congress that does
/// not say of which place is nobody's.
fn issuer_of_congress(text: &str) -> Option<String> {
    let (_, after) = AT.split(text)?;
    let (name, _) = CONGRESS.split(after)?;
    government_of_congress(name)
}

/// The government of the place that stands before the name of a congress, with the number of its term.
fn government_of_congress(all: &str) -> Option<String> {
    // 第十四届云南省, 云南省第十四届, 云南省十四届
    let name = if SESSION.starts(all) {
        ENDS_TERM.split(all)?.1
    } else {
        SESSION.split(all).map_or(all, |(place, _)| place)
    };
    let number = |c: char| digit(c).is_some() || TEN.has_char(c);
    let counted = SESSION.is_in(all);
    let name = ENDS_TERM
        .strip_end(name)
        .map_or(name, |name| name.trim_end_matches(number));
    if WHOLE_COUNTRY.has(name) {
        return Some(state_council());
    }
    // A congress that counts its terms is one of a place, however short its name.
    let named = || counted && is_short_name(name);
    (is_place(name) || named()).then(|| government_of(name))
}

/// Whether words may be the name of a place that does not say what it is: 云南.
fn is_short_name(words: &str) -> bool {
    (2..=3).contains(&words.chars().count()) && words.chars().all(is_han) && !is_vague(words)
}

/// The office of who speaks: 宁夏回族自治区人民政府主席, 北京市市长.
pub fn issuer_of_speaker(before_role: &str) -> Option<String> {
    // 党组书记、某局局长
    let office = before_role.rsplit('、').next()?.trim();
    let office = DEPUTY.strip_end(office).unwrap_or(office);
    if place_of(office).is_some_and(is_vague) {
        return None;
    }
    if is_organ(office) && !is_bare_office(office) {
        return Some(office.to_owned());
    }
    (PLACE_LEVEL.ends(office) && is_place(office)).then(|| government_of(office))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_entrusts_with_a_report_is_known_by_others() {
        let by = |text: &str, others: &[&str]| {
            let others: Vec<String> = others.iter().map(|other| (*other).to_owned()).collect();
            entrusting(text, &others)
        };
        let county = Some("河口县人民政府".to_owned());
        let text = "受县人民政府委托，现将情况报告如下。";
        assert_eq!(by(text, &["张某", "河口县财政局"]), county);
        assert_eq!(by("受河口县政府委托，我作如下报告。", &[]), county);
        let vague = by(text, &["财政局"]).unwrap();
        assert!(vague == "县人民政府" && is_short(&vague));
        assert_eq!(by("受国务院委托，", &[]).as_deref(), Some("国务院"));
        assert_eq!(by("受局党组委托，我作如下报告。", &[]), None);
        assert_eq!(by("项目委托河口县人民政府管理。", &[]), None);
    }

    #[test]
    fn a_government_is_named_fully_with_the_place_above_it() {
        for full in ["江州市河口区人民政府", "云南省人民政府"] {
            let short = if full.ends_with("区人民政府") {
                "河口区人民政府"
            } else {
                "云南人民政府"
            };
            assert!(is_fuller(full, short) && !is_fuller(short, full), "{full}");
        }
        assert!(is_fuller("江州市人民检察院", "人民检察院"));
        for line in [
            "做强国有企业集团",
            "推动建设一流大学",
            "三、综合办公室",
            "加快组建水务公司",
        ] {
            assert!(!is_organ(line), "{line}");
        }
        assert!(is_organ("河口建工集团") && is_organ("中共河口大学委员会、河口大学"));
        assert!(!is_fuller("东河口区人民政府", "河口区人民政府"));
        assert!(!is_fuller("云南省财政厅", "云南人民政府"));
        assert!(
            !is_organ("来源丨河口县水务局"),
            "a bar is no character of a name"
        );
    }

    #[test]
    fn who_may_have_written_what_a_page_is_from() {
        for source in ["河口县交通运输局", "县水务局"] {
            assert!(writes_itself(source), "{source}");
        }
        for source in ["河口县政府办公室", "河口县融媒体中心", "河口日报", "局"]
        {
            assert!(!writes_itself(source), "{source}");
        }
        let committee = "2031年3月2日在河口县第九届人民代表大会常务委员会第三次会议上";
        assert!(names_standing_committee(committee));
        assert!(!names_standing_committee(
            "在河口县第九届人民代表大会第三次会议上"
        ));
    }

    #[test]
    fn a_wide_title_is_of_the_series_of_a_narrow_one() {
        let series = |title| series_of_reports(title, "江州省人民政府");
        let narrow = Some("江州省政府工作报告".to_owned());
        assert_eq!(series("政　府　工　作　报　告"), narrow);
        assert_eq!(series("江州省 政府 工作 报告"), narrow);
        assert_eq!(series("水利工作报告"), None);
    }

    #[test]
    fn the_issuer_is_found_in_title_and_text() {
        assert_eq!(
            issuer_of_title("国务院关于印发方案的通知").as_deref(),
            Some("国务院")
        );
        assert_eq!(
            issuer_of_title("工信部信息通信管理局：奋力谱写").as_deref(),
            Some("工信部信息通信管理局")
        );
        assert_eq!(
            issuer_of_title("2025年云南省政府工作报告").as_deref(),
            Some("云南省人民政府")
        );
        for (title, issuer) in [
            ("2024年江州省人民政府工作报告", Some("江州省人民政府")),
            (
                "某县水务局2023年政府信息公开工作年度报告",
                Some("某县水务局"),
            ),
            ("清水街道办事处2023年工作总结", Some("清水街道办事处")),
            ("河口县水务局局长办公会议纪要", Some("河口县水务局")),
            ("河口县水务局局务会纪要", Some("河口县水务局")),
            ("局长办公会议纪要", None),
            ("奋力谱写新篇章", None),
            ("奋力开创崭新局面政府工作报告", None),
            ("市政府工作报告", None),
            ("我市2024年政府工作报告", None),
            ("图说政府工作报告", None),
            ("云南政府工作报告", Some("云南人民政府")),
            ("二〇三一年三明市政府工作报告", Some("三明市人民政府")),
            ("2031年 江 州 省 政府 工作报告", Some("江州省人民政府")),
            (
                "中共河口县委　河口县人民政府关于节水的意见",
                Some("中共河口县委、河口县人民政府"),
            ),
            (
                "——在河口水务集团公司三届二次职工代表大会上",
                Some("河口水务集团公司"),
            ),
            (
                "2024年1月9日在河口县教育局2024年工作会议上的讲话",
                Some("河口县教育局"),
            ),
            (
                "中国共产党江州省第十届委员会工作报告",
                Some("中国共产党江州省委员会"),
            ),
            (
                "——在中国共产党江州省第十届纪律检查委员会第二次全体会议上",
                Some("中国共产党江州省纪律检查委员会"),
            ),
            ("——在全市财政局局长会议上", None),
            ("——在河口县人大常委会第九次会议上", None),
            (
                "——2024年1月9日在第七届河口县人民代表大会第二次会议上",
                Some("河口县人民政府"),
            ),
            (
                "——2024年1月9日在江州省十二届人民代表大会第二次会议上",
                Some("江州省人民政府"),
            ),
            (
                "——2024年1月9日在河口第七届人民代表大会第二次会议上",
                Some("河口人民政府"),
            ),
            ("——2024年1月9日在县人民代表大会第二次会议上", None),
            ("——在第十三届全国人民代表大会第四次会议上", Some("国务院")),
            ("——在第十三届人民代表大会第四次会议上", None),
        ] {
            assert_eq!(issuer_of_title(title).as_deref(), issuer, "{title}");
        }
        assert_eq!(
            issuer_of_speaker("江州省").as_deref(),
            Some("江州省人民政府")
        );
        assert_eq!(issuer_of_speaker("自治区人民政府"), None);
        let deputy = issuer_of_speaker("河口县农业农村局副");
        assert_eq!(deputy.as_deref(), Some("河口县农业农村局"));
        assert_eq!(issuer_of_speaker("副"), None);
    }
}
