//! Who issued a document, and under which number.

use crate::text::chars::is_han;
use crate::text::date::is_date;

/// Whether a short line is the name of an office.
pub fn is_organ(text: &str) -> bool {
    let words = text.trim();
    if words.len() > 200 {
        return false;
    }
    let ends = [
        "局",
        "部",
        "委",
        "府",
        "院",
        "厅",
        "办公室",
        "办",
        "委员会",
        "党组",
        "总局",
        "署",
        "中心",
        "室",
    ];
    let count = words.chars().filter(|c| !c.is_whitespace()).count();
    let plain = words
        .chars()
        .all(|c| is_han(c) || c.is_whitespace() || "、（）".contains(c));
    (3..=40).contains(&count) && plain && ends.iter().any(|end| words.trim_end().ends_with(end))
        || words == "国务院"
}

/// The office and the day of a line that holds both: 某局　　2024年1月5日.
pub fn signature(text: &str) -> Option<(&str, &str)> {
    let gap = text.trim().rfind(char::is_whitespace)?;
    let (office, day) = text.trim().split_at_checked(gap)?;
    (is_organ(office) && is_date(day) && !day.ends_with("印发"))
        .then_some((office.trim(), day.trim()))
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
        let behind = year.get(bytes..)?;
        let Some(close) = behind.chars().next().filter(|c| "〕］]】﹞".contains(*c)) else {
            continue;
        };
        let behind = behind.get(close.len_utf8()..)?;
        let word = behind.trim_start_matches('第');
        let number = word.bytes().take_while(u8::is_ascii_digit).count();
        if bytes != 4 || number == 0 || !word.get(number..)?.starts_with('号') {
            continue;
        }
        let end = text.len() - word.get(number..)?.len() + '号'.len_utf8();
        let ends = "的知见案法定告划于据和";
        let name = head.chars().rev();
        let name = name.take_while(|c| is_han(*c) && !ends.contains(*c));
        let start = open_at - name.take(10).map(char::len_utf8).sum::<usize>();
        if start == open_at {
            continue;
        }
        return text.get(start..end);
    }
}

/// The office that a title begins with: 国务院关于…, 工信部信息通信管理局：….
pub fn issuer_of_title(title: &str) -> Option<String> {
    if title.contains("人民代表大会") && title.contains('在') {
        return issuer_of_congress(title);
    }
    let marks = [
        "关于",
        "印发",
        "：",
        ":",
        "政府工作报告",
        "工作总结",
        "工作报告",
        "工作要点",
        "工作情况",
    ];
    let end = marks.iter().filter_map(|mark| title.find(mark)).min()?;
    let mut name = title.get(..end)?.trim();
    if let Some((_, behind)) = name.rsplit_once(['丨', '|', '｜', '》']) {
        name = behind;
    }
    let name = name.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '《'));
    // 某县2024年政府工作报告
    let mut name = name;
    loop {
        let spans = [
            "上半年",
            "下半年",
            "季度",
            "年度",
            "年",
            "一",
            "二",
            "三",
            "四",
        ];
        let cut = spans
            .iter()
            .find_map(|span| name.strip_suffix(span))
            .unwrap_or(name)
            .trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        if cut.len() == name.len() {
            break;
        }
        name = cut;
    }
    if title.contains("政府工作报告") && !name.is_empty() && name.chars().count() <= 12 {
        let state = name.contains("国务院") || name.contains("中华人民共和国");
        return Some(if state {
            "国务院".into()
        } else {
            format!("{name}人民政府")
        });
    }
    is_organ(name).then(|| name.to_owned())
}

/// ——2026年1月28日在云南省第十四届人民代表大会第四次会议上: the government that reports there.
fn issuer_of_congress(text: &str) -> Option<String> {
    let (_, behind) = text.split_once('在')?;
    let (name, _) = behind.split_once('第')?;
    match name {
        "" | "全国" => Some("国务院".into()),
        name if name.chars().count() <= 12 => Some(format!("{name}人民政府")),
        _ => None,
    }
}

/// The office that the first sentences name: 山西省通信管理局坚持以….
pub fn issuer_of_text(text: &str) -> Option<String> {
    convener(text).or_else(|| office(text))
}

/// 工业和信息化部在辽宁沈阳召开…座谈会: who convened it.
fn convener(text: &str) -> Option<String> {
    let head: String = text.chars().take(80).collect();
    let (before, _) = head.split_once("召开")?;
    let clause = before.rsplit(['，', ',', '。']).next()?;
    let (name, place) = clause.rsplit_once('在')?;
    let ends = ["部", "局", "委", "厅", "办", "委员会", "政府"];
    let known =
        ends.iter().any(|end| name.ends_with(end)) && (3..=16).contains(&name.chars().count());
    (known && place.chars().count() <= 10).then(|| name.to_owned())
}

fn office(text: &str) -> Option<String> {
    if text.starts_with(['（', '(']) {
        return None;
    }
    let ends = [
        "管理局",
        "人民政府",
        "委员会",
        "办公厅",
        "统计局",
        "财政局",
        "工业和信息化厅",
        "发展改革委",
    ];
    let head: String = text.chars().take(160).collect();
    let (at, end) = ends
        .iter()
        .filter_map(|end| Some((head.find(end)?, *end)))
        .min()?;
    let before = head.get(..at)?;
    let start = before.rfind(|c: char| !is_han(c)).map_or(0, |at| {
        at + before
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8)
    });
    let name = before.get(start..)?;
    let begins = [
        "受",
        "在",
        "由",
        "和",
        "对",
        "向",
        "请",
        "现将",
        "代表",
        "我代表",
    ];
    if before
        .get(..start)
        .is_some_and(|before| before.ends_with(['（', '(', '、']))
    {
        return None;
    }
    let name = begins
        .iter()
        .fold(name, |name, begin| name.strip_prefix(begin).unwrap_or(name));
    // 市人民政府 says not which.
    let vague = ["市", "省", "县", "区", "自治区", "我", "本", "州"].contains(&name);
    (!vague && (2..=16).contains(&name.chars().count())).then(|| format!("{name}{end}"))
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
        assert_eq!(issuer_of_title("奋力谱写新篇章"), None);
        let text = "2021年，在工信部的坚强领导下，山西省通信管理局坚持以习近平";
        assert_eq!(issuer_of_text(text).as_deref(), Some("山西省通信管理局"));
    }
}
