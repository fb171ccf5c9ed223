//! Figures out of running text: what is counted, for which year, promised or reported.

use std::ops::Range;

use super::read::{Context, read, words_before};
use super::scan::{Place, Wanted, first_bytes, last_bytes, scan};
use super::stated::{stated, tells_part};
use crate::calendar::{YEARS, Year};
use crate::lexicon::List;
use crate::model::{Figure, Kind, Measure, Origin, Reading, Role, Section, Trend};
use crate::text::chars::is_han;

/// What a section says of the figures in it.
#[derive(Clone, Copy, Debug, Default)]
pub struct About {
    /// Promised or reported; None where the section's kind does not say.
    pub role: Option<Role>,
    /// The year it speaks of.
    pub year: Option<Year>,
}

impl About {
    /// What a section says, by its kind and year.
    pub fn of(section: &Section) -> Self {
        Self {
            role: section.kind.and_then(Kind::role),
            year: section.year,
        }
    }
}

/// Words of a sentence that promises.
static PROMISING: List = List::new("promising");

/// Characters between a value and the one it moved to, at most.
const LONGEST_MOVE: usize = 12;

/// The longest name an indicator is given, in characters.
const LONGEST: usize = 24;

/// Bytes that are looked at on either side of a value for the ends of its sentence.
const LONGEST_SENTENCE: usize = 3_000;

/// The figures of a section's text, in the order of their place. The quotation is
/// the clause; of numbers the value alone.
pub fn find(body: &str, about: About, wanted: Wanted) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    let (mut subject, mut end) = (String::new(), 0);
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let places = scan(body, wanted);
    // Where several values share a clause, 分别 may deal them out.
    let clauses = places.chunk_by(|a, b| a.clause == b.clause);
    let subjects = clauses.flat_map(|values| {
        let start = values.first().map_or(0, |first| first.value.start);
        let head = values.first().map_or(0, |first| first.clause.start);
        let subjects = dealt(part(head..start), values.len());
        (0..values.len()).map(move |index| {
            let subject = subjects.get(index).copied();
            subject.map(|subject| whole_subject(subject, subjects.last().copied()))
        })
    });
    for (index, (place, subject_dealt)) in places.iter().zip(subjects).enumerate() {
        let sentence = sentence(body, place.value.start);
        let role = about.role.unwrap_or_else(|| {
            if PROMISING.is_in(part(sentence.clone())) {
                Role::Target
            } else {
                Role::Result
            }
        });
        let before = part(sentence.start..place.value.start);
        let value = part(place.value.clone());
        let named = match subject_dealt {
            Some(subject) if !subject.is_empty() => subject,
            _ => indicator(body, place, end),
        };
        let printed = format!("{}{}", place.plain, place.shared_unit);
        // 产值增长3倍、加工率85%: a percentage is meant as its own words say; 新增 holds for all.
        let words = if printed.contains('%') {
            &place.own
        } else {
            &place.context
        };
        let context = Context {
            role,
            indicator: &named,
            quote: part(words.clone()),
        };
        let Some(reading) = read(&printed, context) else {
            continue;
        };
        if wanted == Wanted::Figures && tells_of(out.last_mut(), body, place, &reading) {
            continue;
        }
        // 同比增长5.6%: of what was said in the clause before.
        let between = part(end.min(place.clause.start)..place.clause.start);
        let silent = between.matches(['，', ',']).count() > 1;
        if sentence.start >= end || silent {
            subject.clear();
        }
        end = place.value.end;
        let bare = named.is_empty();
        let mut named = if bare {
            subject.clone()
        } else {
            with_subject(named, &subject)
        };
        if named.is_empty() {
            named = cut(strip(part(place.clause.clone())));
        }
        if !bare {
            subject.clone_from(&named);
        }
        let next = places.get(index + 1);
        // 由85%提高到95%: where it came from is no result of the year.
        let base = next.is_some_and(|next| moves_on(body, place, next));
        let own = || year(before).or(about.year);
        let year = if base { base_year(before) } else { own() };
        let percent = reading.unit.contains('%');
        if percent && reading.measure == Measure::Change && !moves(&named) {
            named.push_str(match reading.trend {
                Some(Trend::Down) => "降幅",
                _ => "增速",
            });
        }
        let verdict = match role {
            Role::Result => verdict(body, place, next, sentence.end),
            Role::Target => None,
        };
        out.push(Figure {
            role: if base { Role::Result } else { role },
            indicator: named,
            key: None,
            value: Some(value.to_owned()),
            reading: Some(reading),
            year,
            as_of: as_of(before),
            basis: None,
            stated: verdict.map(str::to_owned),
            doubtful: false,
            note: None,
            span: match wanted {
                Wanted::Figures => place.clause.clone(),
                Wanted::Numbers => place.value.clone(),
            },
            origin: Origin::Found,
        });
    }
    out
}

/// The sentence around a place.
fn sentence(body: &str, at: usize) -> Range<usize> {
    let end = |c: char| matches!(c, '。' | '；' | '\n' | '！' | '？');
    let before = last_bytes(body.get(..at).unwrap_or_default(), LONGEST_SENTENCE);
    let behind = first_bytes(body.get(at..).unwrap_or_default(), LONGEST_SENTENCE);
    let from = before.char_indices().rev().find(|(_, c)| end(*c));
    let from = from.map_or(0, |(at, c)| at + c.len_utf8());
    let to = behind.find(end).unwrap_or(behind.len());
    at - before.len() + from..at + to
}

/// The year that the words before a value name last: 到2020年实现…; not one it is compared with.
pub fn year(before: &str) -> Option<Year> {
    before.rmatch_indices('年').find_map(|(at, _)| {
        let head = before.get(..at)?;
        // 2013年以来 speaks of the time since.
        if before.get(at..)?.starts_with("年以来") {
            return None;
        }
        let year = calendar_year(head.get(at.checked_sub(4)?..)?)?;
        let lead = head.get(..at - 4)?;
        let base = lead.ends_with([
            '较', '比', '自', '从', '由', '以', '-', '—', '–', '~', '～', '至',
        ]) || lead.ends_with(|c: char| c.is_ascii_digit());
        // 《规划(2021-2025年)》 names a year and speaks of none.
        let base = base || lead.rfind('《') > lead.rfind('》');
        (!base).then_some(year)
    })
}

/// Whether a value tells how much of a promise was kept, 完成全年目标的90%: no figure of its own, but
/// the verdict on the one before in its sentence.
fn tells_of(last: Option<&mut Figure>, body: &str, place: &Place, reading: &Reading) -> bool {
    if reading.unit != "%" || !tells_part(head(body, place)) {
        return false;
    }
    let words = body.get(place.clause.clone()).unwrap_or_default();
    let start = sentence(body, place.value.start).start;
    if let Some(last) = last.filter(|last| last.span.start >= start) {
        last.stated = stated(words).map(str::to_owned);
    }
    true
}

/// The clause before a value, without the words that bound it.
fn head<'a>(body: &'a str, place: &Place) -> &'a str {
    let head = body.get(place.clause.start..place.value.start);
    without_words(head.unwrap_or_default())
}

/// What stands before a value, without the words that bound or move it.
fn without_words(head: &str) -> &str {
    head.strip_suffix(words_before(head)).unwrap_or(head)
}

/// The bulletin's verdict on a value: in its own clause, or as the clause behind it (就业1269万人,
/// 超额完成全年目标), if no other value stands in that one.
fn verdict<'a>(body: &'a str, place: &Place, next: Option<&Place>, end: usize) -> Option<&'a str> {
    let behind = || {
        let own = place.clause.end;
        let free = next
            .map_or(end, |next| next.clause.start)
            .clamp(own, end.max(own));
        let rest = body.get(own..free)?.trim_start_matches(['，', ',']);
        let clause = rest.split(['，', ',', '。', '；']).next()?;
        stated(clause).filter(|words| clause.starts_with(words))
    };
    stated(body.get(place.clause.clone())?).or_else(behind)
}

/// Whether a value is only where the next one came from: 从60万元降至42万元.
fn moves_on(body: &str, from: &Place, to: &Place) -> bool {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let head = part(from.own.start..from.value.start);
    let between = part(from.value.end..to.value.start.max(from.value.end));
    let moved = part(to.value.clone());
    let near = between.chars().count() <= LONGEST_MOVE;
    let moved = reaches(moved) || between.ends_with(['至', '到', '为']);
    near && head.contains(['从', '由']) && moved && to.clause == from.clause
}

/// Whether a value says that it was moved to.
fn reaches(value: &str) -> bool {
    let number = value.find(|c: char| c.is_ascii_digit() || c.is_numeric());
    let words = number.and_then(|at| value.get(..at)).unwrap_or(value);
    words.contains(['至', '到', '达', '为'])
}

/// The year behind 从 or 由 before a value: 由2020年的85%.
fn base_year(before: &str) -> Option<Year> {
    let (_, tail) = before.rsplit_once(['从', '由'])?;
    let (digits, _) = tail.split_once('年')?;
    calendar_year(digits)
}

fn calendar_year(digits: &str) -> Option<Year> {
    let year = digits.parse().ok();
    year.filter(|year| YEARS.contains(year))
}

/// The day that the words before a value name: 截至2021年11月底.
fn as_of(before: &str) -> Option<String> {
    let (_, tail) = before
        .rsplit_once("截至")
        .or_else(|| before.rsplit_once("截止"))?;
    let end = tail.find(['，', ',', '、', '。']).unwrap_or(tail.len());
    let day = tail.get(..end)?.trim();
    let date = day.starts_with(|c: char| c.is_ascii_digit())
        || day.starts_with(['目', '今', '本', '上', '年']);
    (date && day.chars().count() <= 12).then(|| day.to_owned())
}

fn moves(name: &str) -> bool {
    ["增速", "增幅", "降幅", "涨幅", "跌幅", "增长率", "速度"]
        .iter()
        .any(|word| name.contains(word))
}

/// Words a name does not begin with: verbs and adverbs of reports, longer ones first.
const LEADING: &[&str] = &[
    "建成并开通",
    "新增建成",
    "累计建成",
    "累计开展",
    "累计完成",
    "全面完成",
    "顺利完成",
    "组织开展",
    "制作发布",
    "进一步",
    "全行业",
    "上半年",
    "下半年",
    "新增",
    "新建",
    "增设",
    "扩容",
    "建成",
    "建设",
    "完成",
    "实现",
    "形成",
    "达到",
    "上线",
    "接入",
    "推出",
    "开展",
    "组织",
    "推动",
    "推进",
    "批准",
    "发放",
    "处置",
    "依法",
    "全面",
    "今年",
    "去年",
    "累计",
    "全年",
    "全国",
    "全省",
    "全市",
    "我国",
    "目前",
    "其中",
    "总体",
    "同比",
    "环比",
    "分别",
    "已经",
    "通过",
    "力争",
    "确保",
    "保持",
    "使",
    "已",
    "共",
    "对",
    "将",
    "在",
    "并",
    "和",
    "及",
    "与",
    "约",
];

/// Words a name does not end with, longer ones first.
const TRAILING: &[&str] = &[
    "比上年",
    "较上年",
    "控制在",
    "稳定在",
    "保持在",
    "分别",
    "达到",
    "完成",
    "实现",
    "突破",
    "超过",
    "保持",
    "增长",
    "下降",
    "提高",
    "提升",
    "降低",
    "减少",
    "增加",
    "同比",
    "环比",
    "累计",
    "总体",
    "月均",
    "建成",
    "新增",
    "年均",
    "平均",
    "控制",
    "拟按",
    "安排",
    "上涨",
    "扩大",
    "稳定",
    "压缩",
    "缩短",
    "力争",
    "首次",
    "仅",
    "已",
    "共",
    "达",
    "为",
    "有",
    "在",
    "占",
    "约",
    "均",
    "的",
    "从",
    "由",
    "到",
    "至",
    "按",
    "拟",
    "再",
    "不",
];

/// What a value counts: the noun behind it (85个二级节点), or what stands before it (二级节点166个),
/// from the value before on. Empty where its clause does not say.
fn indicator(body: &str, place: &Place, before: usize) -> String {
    let part = |range: Range<usize>| body.get(range).unwrap_or_default();
    let value = part(place.value.clone());
    let behind = part(place.value.end..place.context.end);
    let noun = noun_behind(behind);
    let mut counted = value;
    for word in ["及以上", "以上", "以下", "以内", "左右"] {
        counted = counted.strip_suffix(word).unwrap_or(counted);
    }
    let counts = counted.ends_with(is_han) && !counted.ends_with(['元', '点', '率']);
    let head = part(place.clause.start.max(before)..place.value.start);
    if counts && !noun.is_empty() {
        // 接入5万家企业: a short noun is named with its verb.
        let verb = without_words(head);
        let short = noun.chars().count() <= 2 && (1..=4).contains(&verb.chars().count());
        let verb = if short {
            verb.trim_start_matches(['、', '和'])
        } else {
            ""
        };
        return cut(&format!("{verb}{noun}"));
    }
    let head = head.rsplit(['、', '（', '(']).next().map_or(head, |last| {
        // 企业宽带、专线平均资费: the list is one subject.
        if last.chars().count() < 4 { head } else { last }
    });
    let name = cut(strip(head));
    if name.chars().count() < 2 {
        cut(&noun)
    } else {
        name
    }
}

/// The noun right behind a counted value.
fn noun_behind(text: &str) -> String {
    let mut noun = String::new();
    let mut depth = 0_usize;
    for c in text.chars() {
        match c {
            // 省(区、市)平台 is one noun.
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            c if "、和与及等的，,。；;".contains(c) || c.is_ascii_digit() => break,
            c => noun.push(c),
        }
    }
    noun.trim().to_owned()
}

/// The subjects that 分别 deals several values out to; none where there are not as many.
fn dealt(head: &str, count: usize) -> Vec<&str> {
    let subjects = head.split_once("分别").filter(|_| count > 1);
    let parts = subjects.map(|(subjects, _)| subjects.split(['、', '和', '与', '及']));
    let names: Vec<&str> = parts.into_iter().flatten().map(strip).collect();
    if names.len() == count {
        names
    } else {
        Vec::new()
    }
}

/// A subject of several with what they share at their end: 城镇和农村居民收入 are 城镇居民收入 and
/// 农村居民收入.
fn whole_subject(subject: &str, last: Option<&str>) -> String {
    let own = subject.chars().count();
    let shared = last.and_then(|last| {
        let (at, _) = last.char_indices().nth(own)?;
        last.get(at..)
    });
    match shared {
        Some(shared) if own <= 2 && shared.chars().count() > 2 && !subject.ends_with(shared) => {
            format!("{subject}{shared}")
        }
        _ => subject.to_owned(),
    }
}

/// A name without the words that only lead to a value or to a name.
fn strip(text: &str) -> &str {
    let mut name = without_words(text.trim());
    // Of comparisons only what is compared: 资费较2020年年底.
    for word in ["较", "比上", "比去", "比20", "比年初", "比同期"] {
        if let Some((head, _)) = name.rsplit_once(word) {
            name = head;
        }
    }
    // 办理时限由15个工作日: where it came from is no part of the name.
    for word in ["由", "从"] {
        let came =
            |tail: &str| tail.starts_with(|c: char| c.is_numeric() || "原上去最不近".contains(c));
        match name.split_once(word) {
            Some((head, tail)) if head.chars().count() >= 2 && came(tail) => name = head,
            _ => {}
        }
    }
    loop {
        let before = name;
        if ["人均", "户均", "亩均"].contains(&name) {
            return name;
        }
        for word in TRAILING {
            name = name.strip_suffix(word).unwrap_or(name);
        }
        for word in LEADING {
            let rest = name.strip_prefix(word).unwrap_or(name);
            name = if rest.chars().count() >= 2 {
                rest
            } else {
                name
            };
        }
        name = name.trim_matches(|c: char| "，,、的 ：:）)（(".contains(c));
        if name == before {
            return name;
        }
    }
}

/// A name that only says how the subject before is looked at, with that subject: 人均 of GDP, 增速 of
/// what grew, 高于全国平均水平 of what is compared.
fn with_subject(name: String, subject: &str) -> String {
    if subject.is_empty() {
        return name;
    }
    match name.as_str() {
        "人均" | "户均" | "亩均" => cut(&format!("{name}{subject}")),
        "增速" | "增幅" | "降幅" | "增长率" if moves(subject) => subject.to_owned(),
        "增速" | "增幅" | "降幅" | "增长率" => cut(&format!("{subject}{name}")),
        _ if name.starts_with("高于") || name.starts_with("低于") || name.starts_with("快于") => {
            cut(&format!("{subject}{name}"))
        }
        _ => name,
    }
}

/// The last words of a name that is too long.
fn cut(name: &str) -> String {
    let skip = name.chars().count().saturating_sub(LONGEST);
    name.chars().skip(skip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, role: Role) -> Vec<Figure> {
        let about = About {
            role: Some(role),
            year: Some(2021),
        };
        find(text, about, Wanted::Figures)
    }

    #[test]
    fn indicators_are_noun_phrases_of_the_clause() {
        for (text, names) in [
            (
                "建成二级节点166个，接入5万家企业。",
                &["二级节点", "接入企业"][..],
            ),
            (
                "上线85个二级节点，注册量突破97亿。",
                &["二级节点", "注册量"],
            ),
            ("全省5G网络覆盖率达95%", &["5G网络覆盖率"]),
            (
                "完成电信业务收入7136亿元，同比增长5.6%",
                &["电信业务收入", "电信业务收入增速"],
            ),
            ("全省GDP达3万亿元，人均超过6.4万元。", &["GDP", "人均GDP"]),
            ("办理时限由15个工作日压缩至5个工作日以内。", &["办理时限"]),
            (
                "贷款余额4.5万亿元，比年初增加5000亿元。",
                &["贷款余额", "贷款余额"],
            ),
            (
                "工业增加值增长9.6%，高于全国1.2个百分点。",
                &["工业增加值增速", "工业增加值高于全国"],
            ),
            (
                "新增建成3个骨干直联点和2个交换中心",
                &["骨干直联点", "交换中心"],
            ),
        ] {
            let figures = found(text, Role::Result);
            let got: Vec<&str> = figures.iter().map(|f| f.indicator.as_str()).collect();
            assert_eq!(got, names, "{text}");
        }
    }

    #[test]
    fn the_bulletins_own_verdict_is_kept() {
        let stated = |text| {
            let figures = found(text, Role::Result).into_iter();
            figures
                .map(|f| f.stated.unwrap_or_default())
                .collect::<Vec<_>>()
        };
        let text = "城镇新增就业1269万人，超额完成全年目标，粮食产量1.37万亿斤。";
        assert_eq!(stated(text), ["超额完成全年目标", ""]);
        assert_eq!(stated("提前完成二级节点166个。"), ["提前完成"]);
        assert_eq!(
            stated("就业900人，完成全年目标的90%。"),
            ["完成全年目标的90%"]
        );
    }

    #[test]
    fn where_a_value_came_from_is_no_result_of_the_year() {
        let years = |text| {
            let figures = found(text, Role::Result).into_iter();
            figures.map(|f| f.year).collect::<Vec<_>>()
        };
        assert_eq!(years("价格从每G每月60万元降至42万元。"), [None, Some(2021)]);
        assert_eq!(
            years("覆盖率由2019年的85%提高到95%。"),
            [Some(2019), Some(2021)]
        );
        assert_eq!(
            years("从业人员10万人，营业收入达到30亿元。"),
            [Some(2021); 2]
        );
    }

    #[test]
    fn a_year_in_the_sentence_wins_and_a_baseline_does_not() {
        let year = |text| found(text, Role::Target)[0].year;
        assert_eq!(year("到2025年，覆盖率达到98%。"), Some(2025));
        assert_eq!(year("资费较2020年年底下降42.5%。"), Some(2021));
        let figures = found("截至2021年11月底，覆盖率达95%。", Role::Result);
        assert_eq!(figures[0].as_of.as_deref(), Some("2021年11月底"));
        let middle_dot = &found("全年增长19·5％。", Role::Result)[0];
        assert_eq!(middle_dot.value.as_deref(), Some("增长19·5％"));
        assert_eq!(middle_dot.reading.as_ref().unwrap().number, Some(19.5));
    }
}
