//! Which office the first sentences of a text name as the one that acts. Knows nothing of titles and signatures.

use crate::import::limits;
use crate::lexicon::List;
use crate::text::chars::is_han;

/// Words before and after an office that is cited.
static CITES: List = List::new("cites-office");
static AFTER_CITED: List = List::new("after-cited-office");
static CONVENES: List = List::new("convenes");
/// Ends of names of offices that convene meetings.
static CONVENER: List = List::new("convener");
/// Ends of names of offices that running text is searched for.
static IN_TEXT: List = List::new("office-in-text");
/// Words before the name of an office in running text; each is taken off once, in the order of the list.
static BEFORE: List = List::new("before-office");
static VAGUE: List = List::new("vague-place");
static AT: List = List::new("at-place");

/// The office that the first sentences name: 山西省通信管理局坚持以….
pub fn issuer_of_text(text: &str) -> Option<String> {
    convener(text).or_else(|| office(text))
}

/// The government of a region that the bar of a site names: 某某特別行政區政府入口網站.
pub fn government_of_bar(bar: &str) -> Option<String> {
    static OF_REGION: List = List::new("government-of-region");
    static STATE: List = List::new("names-state");
    let bar = STATE.strip_start(bar).unwrap_or(bar);
    let (place, _) = OF_REGION.split(bar)?;
    let government = OF_REGION.within(bar)?;
    let short = (2..=limits::PLACE.get()).contains(&place.chars().count());
    (short && place.chars().all(is_han)).then(|| format!("{place}{government}"))
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
    fn the_office_that_acts_is_found() {
        let text = "2021年，在工信部的坚强领导下，山西省通信管理局坚持以习近平";
        assert_eq!(issuer_of_text(text).as_deref(), Some("山西省通信管理局"));
        let cited = "按照省政府办公厅《关于开展督查的通知》，我们逐项对照检查。";
        assert_eq!(issuer_of_text(cited), None);
        let led = "在江州省人民政府领导下，河口市统计局完成各项任务。";
        assert_eq!(issuer_of_text(led).as_deref(), Some("河口市统计局"));
    }
}
