//! Who issued a document, and under which number. Knows nothing of where in the document it is said.

use super::limits;
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};
use crate::text::date::{is_date, month};
use crate::text::year::{digit, is_year_mark};

/// Ends of names of offices.
static OFFICE: List = List::new("office");
/// 印发, which says that a day is that of printing.
static PRINTING: List = List::new("printing");
static NUMBER_PREFIX: List = List::new("number-prefix");
static NUMBER_END: List = List::new("number-end");
/// Ends of words before a document number that are none of it: 根据国发〔2019〕4号.
static NOT_IN_NUMBER: List = List::new("not-in-document-number");
static GOVERNMENT_REPORT: List = List::new("government-report");
/// Words of a title up to which the issuer may be named.
static ENDS_ISSUER: List = List::new("ends-issuer");
/// An ideograph that is printed for a bar: 丨.
static TITLE_BAR: List = List::new("title-bar");
static SPAN: List = List::new("span-after-issuer");
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
/// Ends of names of places that say what a place is.
static PLACE_LEVEL: List = List::new("place-level");
/// Words before and after an office that is cited.
static CITES: List = List::new("cites-office");
static AFTER_CITED: List = List::new("after-cited-office");
static WHOLE_COUNTRY: List = List::new("whole-country");
static NAMES_STATE: List = List::new("names-state");
static STATE_COUNCIL: List = List::new("state-council");
static GOVERNMENT: List = List::new("government");
static CONVENES: List = List::new("convenes");
/// Ends of names of offices that convene meetings.
static CONVENER: List = List::new("convener");
/// Ends of names of offices that running text is searched for.
static IN_TEXT: List = List::new("office-in-text");
/// Words before the name of an office in running text; each is taken off once, in the order of the list.
static BEFORE: List = List::new("before-office");
static VAGUE: List = List::new("vague-place");
/// 受 and 委托, around who entrusts somebody.
static ENTRUSTED: List = List::new("entrusted");
static ENTRUSTS: List = List::new("entrusts");
/// 政府, short for 人民政府.
static SHORT_GOVERNMENT: List = List::new("short-government");
/// Offices of those who report.
static ROLE: List = List::new("role");
/// Bracketed years without a word before them are numbers of minutes.
static MINUTES: List = List::new("minutes");

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
    let report = GOVERNMENT_REPORT.within(title)?;
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
        .all(|c| is_han(c) || c.is_whitespace() || "、（）".contains(c));
    (3..=limits::OFFICE.get()).contains(&count) && plain && OFFICE.ends(words)
}

/// The office and the day of a line that holds both: 某局　　2024年1月5日.
pub fn signature(text: &str) -> Option<(&str, &str)> {
    let gap = text.trim().rfind(char::is_whitespace)?;
    let (office, day) = text.trim().split_at_checked(gap)?;
    let dated = is_date(day) && !PRINTING.ends(day) || month(day).is_some();
    (is_organ(office) && dated).then_some((office.trim(), day.trim()))
}

/// Whether words are only the end of a name of an office: 办公室.
pub fn is_bare_office(words: &str) -> bool {
    OFFICE.has(words.trim())
}

/// The office of a line that says who printed a document and when: 省政府办公厅2019年3月15日印发.
pub fn imprint(text: &str) -> Option<&str> {
    let words = PRINTING.strip_end(text.trim())?;
    let day = words.find(|c| digit(c).is_some())?;
    let (office, day) = words.split_at_checked(day)?;
    (is_organ(office) && is_date(day)).then(|| office.trim())
}

/// The document number in some words: 国发〔2019〕4号.
pub fn document_number(text: &str) -> Option<&str> {
    let mut search = 0;
    loop {
        let rest = text.get(search..)?;
        let open = rest.find(['〔', '［', '[', '【', '﹝'])?;
        let open_at = search + open;
        let head = text.get(..open_at)?;
        let inner = text.get(open_at..)?;
        let mark = inner.chars().next()?.len_utf8();
        search = open_at + mark;
        let year = inner.get(mark..)?;
        let bytes = year.bytes().take_while(u8::is_ascii_digit).count();
        let after = year.get(bytes..)?;
        let Some(close) = after.chars().next().filter(|c| "〕］]】﹞".contains(*c)) else {
            continue;
        };
        let after = after.get(close.len_utf8()..)?;
        let word = after.trim_start_matches(|c| NUMBER_PREFIX.has_char(c));
        let number = word.bytes().take_while(u8::is_ascii_digit).count();
        let after = word.get(number..)?;
        let Some(rest) = NUMBER_END
            .strip_start(after)
            .filter(|_| bytes == 4 && number > 0)
        else {
            continue;
        };
        let end = text.len() - rest.len();
        let name = head.chars().rev();
        let name = name.take_while(|c| is_han(*c) && !NOT_IN_NUMBER.has_char(*c));
        let name = name.take(limits::ISSUER_CODE.get());
        let start = open_at - name.map(char::len_utf8).sum::<usize>();
        if start == open_at {
            continue;
        }
        return text.get(start..end);
    }
}

/// The number of minutes, which names no office: 〔2031〕3号.
pub fn number_of_minutes(text: &str) -> Option<String> {
    let number = squeezed(text);
    let named = format!("{}{number}", MINUTES.first());
    let whole = document_number(&named)? == named;
    (whole && !number.starts_with(is_han)).then_some(number)
}

/// The office that a title begins with: 国务院关于…, 工信部信息通信管理局：….
pub fn issuer_of_title(title: &str) -> Option<String> {
    if CONGRESS.is_in(title) && AT.is_in(title) {
        return issuer_of_congress(title);
    }
    let colon = title.find(['：', ':']);
    let end = ENDS_ISSUER.earliest(title).into_iter().chain(colon).min()?;
    let mut name = title.get(..end)?.trim();
    if let Some((_, after)) = name.rsplit_once(|c| TITLE_BAR.has_char(c) || "|｜》".contains(c)) {
        name = after;
    }
    let is_year = |c: char| c.is_ascii_digit() || is_year_mark(c) || c == '《';
    // 某县2024年政府工作报告
    let name = without_span(name.trim_start_matches(is_year));
    if GOVERNMENT_REPORT.is_in(title) {
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
        return Some(name.to_owned());
    }
    // 某县水务局局长办公会议纪要
    let office = ROLE.strip_end(name)?;
    is_organ(office).then(|| office.to_owned())
}

/// A name without the year or the part of a year after it.
fn without_span(mut name: &str) -> &str {
    loop {
        let cut = SPAN.strip_end(name).unwrap_or(name);
        let cut = cut.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        if cut.len() == name.len() {
            return name;
        }
        name = cut;
    }
}

/// Whether words name a place: 云南省, or short 云南; a longer name without a level is a slogan.
fn is_place(words: &str) -> bool {
    let count = words.chars().count();
    let known = PLACE_LEVEL.ends(words) || count <= 3;
    (2..=limits::PLACE.get()).contains(&count)
        && words.chars().all(is_han)
        && known
        && !VAGUE.has(words)
}

/// The place whose government an issuer is.
pub fn place_of(issuer: &str) -> Option<&str> {
    GOVERNMENT.strip_end(issuer)
}

/// Whether an issuer is the government of a place whose name is short for another, or that says not which.
pub fn is_short(issuer: &str) -> bool {
    place_of(issuer).is_some_and(|place| !PLACE_LEVEL.ends(place) || VAGUE.has(place))
}

/// ——2026年1月28日在云南省第十四届人民代表大会第四次会议上: the government that reports there. A congress that does
/// not say of which place is nobody's.
fn issuer_of_congress(text: &str) -> Option<String> {
    let (_, after) = AT.split(text)?;
    let (name, _) = CONGRESS.split(after)?;
    // 第十四届云南省, 云南省第十四届, 云南省十四届
    let name = if SESSION.starts(name) {
        ENDS_TERM.split(name)?.1
    } else {
        SESSION.split(name).map_or(name, |(place, _)| place)
    };
    let number = |c: char| digit(c).is_some() || TEN.has_char(c);
    let name = ENDS_TERM
        .strip_end(name)
        .map_or(name, |name| name.trim_end_matches(number));
    if WHOLE_COUNTRY.has(name) {
        return Some(state_council());
    }
    is_place(name).then(|| government_of(name))
}

/// The office of who speaks: 宁夏回族自治区人民政府主席, 北京市市长.
pub fn issuer_of_speaker(before_role: &str) -> Option<String> {
    let office = before_role.trim();
    if place_of(office).is_some_and(|place| VAGUE.has(place)) {
        return None;
    }
    if is_organ(office) {
        return Some(office.to_owned());
    }
    (PLACE_LEVEL.ends(office) && is_place(office)).then(|| government_of(office))
}

/// The office that the first sentences name: 山西省通信管理局坚持以….
pub fn issuer_of_text(text: &str) -> Option<String> {
    convener(text).or_else(|| office(text))
}

/// 工业和信息化部在辽宁沈阳召开…座谈会: who convened it.
fn convener(text: &str) -> Option<String> {
    let head: String = text.chars().take(limits::CONVENER_WITHIN.get()).collect();
    let (before, _) = CONVENES.split(&head)?;
    let clause = before.rsplit(['，', ',', '。']).next()?;
    let (name, place) = clause.rsplit_once(|c| AT.has_char(c))?;
    let known = CONVENER.ends(name) && (3..=limits::CONVENER.get()).contains(&name.chars().count());
    (known && place.chars().count() <= limits::MEETING_PLACE.get()).then(|| name.to_owned())
}

fn office(text: &str) -> Option<String> {
    if text.starts_with(['（', '(']) || text.ends_with(['：', ':']) {
        return None;
    }
    let head: String = text.chars().take(limits::OFFICE_WITHIN.get()).collect();
    let mut rest = head.as_str();
    loop {
        let ends = IN_TEXT.words();
        let (at, end) = ends.filter_map(|end| Some((rest.find(end)?, end))).min()?;
        let (before, after) = (rest.get(..at)?, rest.get(at + end.len()..)?);
        if let Some(name) = actor(before, after) {
            return Some(format!("{name}{end}"));
        }
        rest = after;
    }
}

/// The name before the end of an office, if it is the one that acts there: an office that is cited is nobody.
fn actor<'t>(before: &'t str, after: &str) -> Option<&'t str> {
    let last = before.char_indices().rfind(|(_, c)| !is_han(*c));
    let start = last.map_or(0, |(at, c)| at + c.len_utf8());
    let (before, name) = before.split_at_checked(start)?;
    let cited = CITES.is_in(name) || AFTER_CITED.starts(after) || after.starts_with(['《', '、']);
    if cited || before.ends_with(['（', '(', '、', '《', '“']) {
        return None;
    }
    let name = BEFORE
        .words()
        .fold(name, |name, word| name.strip_prefix(word).unwrap_or(name));
    // 市人民政府 says not which.
    let is_name = (2..=limits::OFFICE_NAME.get()).contains(&name.chars().count());
    (!VAGUE.has(name) && is_name).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn document_numbers_are_found() {
        assert_eq!(document_number("国发〔2019〕4号"), Some("国发〔2019〕4号"));
        assert_eq!(
            document_number("株办〔2018〕7号《通知》"),
            Some("株办〔2018〕7号")
        );
        assert_eq!(
            document_number("《计划〔2016〕》(厅字〔2016〕52号)"),
            Some("厅字〔2016〕52号")
        );
        for text in ["〔2016〕52号", "方案〔2016年〕4号", "（2016）", "["] {
            assert_eq!(document_number(text), None, "{text}");
        }
    }

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
    fn minutes_have_numbers_without_a_name() {
        assert_eq!(
            number_of_minutes("〔2023〕 3号").as_deref(),
            Some("〔2023〕3号")
        );
        for text in ["〔2023〕3号文件", "河水〔2023〕3号", "3号"] {
            assert_eq!(number_of_minutes(text), None, "{text}");
        }
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
            (
                "——2024年1月9日在第七届河口县人民代表大会第二次会议上",
                Some("河口县人民政府"),
            ),
            (
                "——2024年1月9日在江州省十二届人民代表大会第二次会议上",
                Some("江州省人民政府"),
            ),
            ("——2024年1月9日在县人民代表大会第二次会议上", None),
            ("——在第十三届全国人民代表大会第四次会议上", Some("国务院")),
            ("——在第十三届人民代表大会第四次会议上", None),
        ] {
            assert_eq!(issuer_of_title(title).as_deref(), issuer, "{title}");
        }
        let text = "2021年，在工信部的坚强领导下，山西省通信管理局坚持以习近平";
        assert_eq!(issuer_of_text(text).as_deref(), Some("山西省通信管理局"));
        let cited = "按照省政府办公厅《关于开展督查的通知》，我们逐项对照检查。";
        assert_eq!(issuer_of_text(cited), None);
        let led = "在江州省人民政府领导下，河口市统计局完成各项任务。";
        assert_eq!(issuer_of_text(led).as_deref(), Some("河口市统计局"));
        assert_eq!(
            issuer_of_speaker("江州省").as_deref(),
            Some("江州省人民政府")
        );
        assert_eq!(issuer_of_speaker("自治区人民政府"), None);
    }
}
