//! Running text into printed values: where figures stand, and what only looks like one.
//!
//! A value is what `read` reads: words that bound it, a number, a unit, words behind.
//! Arabic digits count, Chinese numerals name (GB/T 15835-2011): a small Chinese numeral is taken
//! for a figure only where a word or a multiplier shows that something is counted.

use std::ops::Range;

use super::compact::Compact;
use super::numeral::{digit, is_numeral, number, scale};
use super::quantity::{MINUS, doubled, quantity};
use super::read::{word_behind, words_before};
use super::unit::{TIMES, unit};
use crate::text::chars::is_han;

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Quantities as bulletins report and promise them.
    Figures,
    /// Every number.
    Numbers,
}

/// A printed value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Byte range of the value in the text, bounding words included.
    pub value: Range<usize>,
    /// The value as the grammar wants it: full-width forms narrowed, white space left out.
    pub plain: String,
    /// Byte range of the clause it stands in.
    pub clause: Range<usize>,
    /// The clause up to the next value.
    pub context: Range<usize>,
    /// The same from the value before on, if words stand between the two.
    pub own: Range<usize>,
    /// The unit that it shares with a later value (15、22个百分点), without one of its own.
    pub shared_unit: String,
}

/// Words before a time that say so.
const OF_TIME: &[&str] = &[
    "缩短",
    "压缩",
    "压减",
    "缩减",
    "减少",
    "降至",
    "降到",
    "控制在",
    "不超过",
    "不少于",
    "延长",
    "提速",
    "平均",
    "提前",
    "用时",
    "达到",
    "达",
];

/// Characters that make a word with 过 or 近 behind them: 通过, 最近.
const NOT_BEFORE_PAST: &str = "经通超路度胜渡越透";
const NOT_BEFORE_NEAR: &str = "附最邻临习就亲贴靠";
/// Characters that make a word with 上 behind them: 线上, 以上.
const NOT_BEFORE_ABOVE: &str = "以线网海陆天史世路身向马早晚地水车船台会市场";

/// Places of values in a text, in order.
pub fn scan(text: &str, wanted: Wanted) -> Vec<Place> {
    let compact = Compact::new(text);
    let found = found(&compact, wanted);
    let mut out: Vec<Place> = Vec::with_capacity(found.len());
    for (index, value) in found.iter().enumerate() {
        let clause = clause(&compact.text, value);
        let next = found.get(index + 1).map_or(clause.end, |next| next.start);
        let context = clause.start..next.clamp(value.end, clause.end);
        let before = index.checked_sub(1).and_then(|before| found.get(before));
        let words = before.filter(|before| {
            let between = compact.text.get(before.end..value.start);
            before.end > clause.start && between.is_some_and(|t| t.chars().count() > 1)
        });
        let own = words.map_or(clause.start, |before| before.end)..context.end;
        let plain = compact.text.get(value.clone()).unwrap_or_default();
        let shared_unit = if plain.ends_with(|c: char| c.is_ascii_digit()) {
            shared_unit(compact.text.get(value.end..).unwrap_or_default())
        } else {
            ""
        };
        out.push(Place {
            value: compact.source(value.clone()),
            plain: plain.to_owned(),
            clause: compact.source(clause),
            context: compact.source(context),
            own: compact.source(own),
            shared_unit: shared_unit.to_owned(),
        });
    }
    out
}

/// Byte ranges of the figures of a text, bounding words and units included, in order.
pub fn values(text: &str) -> Vec<Range<usize>> {
    let compact = Compact::new(text);
    let found = found(&compact, Wanted::Figures).into_iter();
    found.map(|value| compact.source(value)).collect()
}

/// Ranges of values in the compact text.
fn found(compact: &Compact, wanted: Wanted) -> Vec<Range<usize>> {
    let mut finder = Finder {
        text: &compact.text,
        wanted,
        found: Vec::new(),
    };
    finder.run();
    finder.found
}

/// The clause around a value: between stops, but for commas and points inside numbers.
fn clause(text: &str, value: &Range<usize>) -> Range<usize> {
    let stop = |c: char| "，。；！？,;!?\n：:".contains(c);
    let before = last_bytes(text.get(..value.start).unwrap_or_default(), LONGEST_CLAUSE);
    let cut = value.start - before.len();
    let behind = first_bytes(text.get(value.end..).unwrap_or_default(), LONGEST_CLAUSE);
    let inside = |at: usize| {
        let left = before.get(..at).and_then(|t| t.chars().next_back());
        let right = before.get(at..).and_then(|t| t.chars().nth(1));
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        digit(left) && digit(right)
    };
    let mut stops = before
        .char_indices()
        .rev()
        .filter(|(at, c)| stop(*c) && !inside(*at));
    let from = stops.next().map_or(0, |(at, c)| at + c.len_utf8());
    let to = behind.find(stop).unwrap_or(behind.len());
    cut + from..value.end + to
}

/// Bytes that are looked at on either side of a value for the ends of its clause: a text without
/// stops takes no more time than one with them.
const LONGEST_CLAUSE: usize = 600;

/// Values that may share a unit.
const LONGEST_LIST: usize = 8;

/// At most so many bytes from a text's end, whole characters.
pub fn last_bytes(text: &str, bytes: usize) -> &str {
    let from = text.len().saturating_sub(bytes);
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at));
    text.get(from.unwrap_or_default()..).unwrap_or_default()
}

/// At most so many bytes of a text, whole characters.
pub fn first_bytes(text: &str, bytes: usize) -> &str {
    let to = (0..=bytes.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    text.get(..to.unwrap_or_default()).unwrap_or_default()
}

struct Finder<'a> {
    text: &'a str,
    wanted: Wanted,
    found: Vec<Range<usize>>,
}

/// A number in the text with what belongs to it.
struct Candidate<'a> {
    /// Where the number begins.
    at: usize,
    /// The number as printed, 余 and 万 behind it included.
    number: &'a str,
    unit: &'a str,
    /// 以上, 左右.
    behind: &'a str,
    end: usize,
}

impl<'a> Finder<'a> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(c) = self.after(at).chars().next() {
            let Some(candidate) = self.candidate(at, c) else {
                // A run that is no number, as one of a thousand digits, is none from its second
                // character on either.
                let numeral = |c: char| c.is_ascii_digit() || is_numeral(c);
                let run = self.after(at).find(|c| !numeral(c));
                at += run.unwrap_or(self.after(at).len()).max(c.len_utf8());
                continue;
            };
            let end = candidate.end.max(at + c.len_utf8());
            if let Some(range) = self.accept(&candidate) {
                self.found.push(range);
                at = end;
            } else {
                // What is no figure is passed over as a whole: 2021年, 512工程, 十四五.
                at += candidate.number.len().max(c.len_utf8());
            }
        }
    }

    fn after(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    fn before(&self, at: usize) -> &'a str {
        self.text.get(..at).unwrap_or_default()
    }

    /// The number that begins at a place, if one may.
    fn candidate(&self, at: usize, c: char) -> Option<Candidate<'a>> {
        let rest = self.after(at);
        let last = self.before(at).chars().next_back();
        let used = if let Some(used) = doubled(rest) {
            used
        } else if c == '半' {
            c.len_utf8()
        } else {
            let sign = match c {
                '-' if !last.is_some_and(char::is_alphanumeric) => 1,
                // 增速为-3.2%, and 项目-3 is a name.
                '-' if last.is_some_and(is_han) && falls(rest) => 1,
                '负' | '負' => c.len_utf8(),
                _ => 0,
            };
            let body = rest.get(sign..)?;
            let first = body.chars().next()?;
            let starts = first.is_ascii_digit()
                || is_numeral(first)
                || (first == '.' && self.wanted == Wanted::Numbers && last != Some('.'));
            if !starts {
                return None;
            }
            let (_, used) = quantity(body)?;
            sign + used
        };
        let number = rest.get(..used)?;
        let tail = rest.get(used..)?;
        let unit = unit(tail, number);
        let behind = word_behind(tail.get(unit.len()..)?);
        Some(Candidate {
            at,
            number,
            unit,
            behind,
            end: at + used + unit.len() + behind.len(),
        })
    }

    /// The range of a candidate with the words before it, if it is what is wanted.
    fn accept(&self, it: &Candidate<'_>) -> Option<Range<usize>> {
        let before = self.before(it.at);
        let words = words_before(before);
        let words = match (words, before.chars().rev().nth(1)) {
            ("过", Some(c)) if NOT_BEFORE_PAST.contains(c) => "",
            ("近", Some(c)) if NOT_BEFORE_NEAR.contains(c) => "",
            ("", _) => self.above(it),
            (words, _) => words,
        };
        // Words that belong to the value before do not count twice.
        let taken = self.found.last().map_or(0, |found| found.end);
        let start = (it.at - words.len()).max(taken);
        let good = match self.wanted {
            Wanted::Figures => self.is_figure(it, words),
            Wanted::Numbers => self.is_number(it),
        };
        good.then_some(start..it.end)
    }

    /// 上 before a candidate that is bare (上千家, at least a thousand), if it is no part of a word.
    fn above(&self, it: &Candidate<'_>) -> &'a str {
        let head = self.before(it.at).strip_suffix('上');
        let bare = it.number.starts_with(['百', '千', '万', '亿']);
        let word = |head: &&str| head.ends_with(|c| NOT_BEFORE_ABOVE.contains(c));
        let head = head.filter(|head| bare && !word(head));
        let words = head.and_then(|head| self.text.get(head.len()..it.at));
        words.unwrap_or_default()
    }

    /// Whether a candidate is a number at all, and not part of a word.
    fn is_number(&self, it: &Candidate<'_>) -> bool {
        let last = self.before(it.at).chars().next_back();
        let plain = it.number.trim_start_matches(MINUS);
        if plain.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            let address = |c: char| c.is_ascii_alphanumeric() || "%/=&?.".contains(c);
            return !last.is_some_and(address);
        }
        if it.number == "半" {
            return false;
        }
        if doubled(it.number).is_some() || it.number.contains("分之") {
            return true;
        }
        let numerals = plain.chars().filter(|c| is_numeral(*c));
        let digits = plain.chars().filter(|c| digit(*c).is_some()).count();
        match numerals.count() {
            0 => false,
            // 一只, 十个, 三成: alone a numeral is a word, a formal one (陆, 拾) even more.
            1 if it.number.contains('成') => true,
            1 => {
                let plain = plain.starts_with(|c| "一二两三四五六七八九十壹兩".contains(c));
                plain && !it.unit.is_empty()
            }
            _ => digits > 0 || plain.starts_with(['十', '拾']),
        }
    }

    /// Whether a candidate is a quantity, as a reader of bulletins sees it.
    fn is_figure(&self, it: &Candidate<'_>, words: &str) -> bool {
        let before = self.before(it.at - words.len());
        let last = before.chars().next_back();
        let rest = self.after(it.end);
        let next = rest.chars().next();
        let signless = it.number.trim_start_matches(MINUS);
        let arabic = signless.starts_with(|c: char| c.is_ascii_digit());
        let bounded = !matches!(words, "" | "到" | "至" | "为" | "共" | "累计" | "同比")
            || !it.behind.is_empty()
            || it.number.contains(['余', '多', '餘']);
        // Ordinals, ranks, names in quotation marks, ratios.
        let digit_at = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let ratio = rest.strip_prefix(':').is_some_and(digit_at)
            || before
                .strip_suffix(':')
                .is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()));
        if ratio
            || matches!(last, Some('第' | '前' | '〔' | '∶' | '/' | '-' | '.'))
            || matches!(last, Some('“' | '《'))
            || (last == Some('"') && next == Some('"'))
            || matches!(next, Some('∶' | '〕' | '/'))
        {
            return false;
        }
        if doubled(it.number).is_some() {
            return true;
        }
        if it.number == "一半" {
            return bounded || words.ends_with(['短', '降', '少', '长', '高', '至', '到']);
        }
        if it.number == "半" {
            return words.ends_with(['过', '近', '超'])
                && !next.is_some_and(|c| "年天月个数".contains(c));
        }
        let scaled = it.number.contains(['万', '亿']);
        // APP1.4万 counts, IPV4 and NW2022 are names.
        if last.is_some_and(|c| c.is_ascii_alphabetic()) && !scaled {
            return false;
        }
        if Self::is_parameter(it, bounded, rest) {
            return false;
        }
        if TIMES.split_whitespace().any(|time| time == it.unit) {
            let said = |word: &&str| before.ends_with(*word) || words.starts_with(*word);
            return arabic && it.unit != "年" && OF_TIME.iter().any(said);
        }
        if it.number.contains("分之") || it.number.ends_with('成') {
            return true;
        }
        if !arabic {
            return self.is_chinese_figure(it, words, bounded);
        }
        if it.unit.is_empty() {
            // 97亿, 突破97: no unit, but a word or a multiplier; not a year, not a name.
            let word = next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '年' || c == '月');
            let listed = !shared_unit(rest).is_empty();
            // 性别比110.5
            let ends = next.is_none_or(|c| "，。；、,;\n".contains(c));
            let rate = it.number.contains('.') && before.ends_with(['比', '率', '数']);
            let counts = scaled || bounded || listed || ends && rate;
            return !word && counts && !rest.starts_with("号");
        }
        true
    }

    /// A Chinese numeral counts where it is not small or not exact.
    fn is_chinese_figure(&self, it: &Candidate<'_>, words: &str, bounded: bool) -> bool {
        let numerals = it.number.chars().filter(|c| is_numeral(*c));
        let bare = it.number.chars().all(|c| digit(c).is_none());
        let after_a_unit = self.found.last().is_some_and(|found| found.end == it.at);
        match numerals.count() {
            _ if bare && it.number.starts_with(['百', '千', '万', '亿']) => {
                bounded && !after_a_unit
            }
            0 | 1 => {
                // “四级三类” is a name.
                let before = last_bytes(self.before(it.at), LONGEST_CLAUSE);
                let named = before.rfind('“') > before.rfind('”');
                let once = it.number.starts_with('一');
                let times = it.unit == "倍" && words.ends_with(['长', '高', '加', '大']);
                times || matches!(it.unit, "类" | "方面" | "倍") && !once && !named
            }
            // 三四个, 二〇二一: numerals one beside the other are a guess or a name.
            _ if !it.number.contains(|c| scale(c).is_some()) => false,
            _ => !it.unit.is_empty() || bounded && it.number.contains(['万', '亿', '百', '千']),
        }
    }

    /// Whether a value only says which things are meant: 20M及以上高速率用户, 超过10亿美元的企业.
    fn is_parameter(it: &Candidate<'_>, bounded: bool, rest: &str) -> bool {
        const QUANTITIES: &[&str] = &[
            "增速", "增长", "增幅", "降幅", "速度", "水平", "比例", "比重", "占比", "目标", "份额",
            "投资", "规模", "资金", "产值", "收入", "年均",
        ];
        if it.behind.starts_with('及') && rest.starts_with(is_han) {
            return true;
        }
        let Some(tail) = rest.strip_prefix('的') else {
            return false;
        };
        let amount = QUANTITIES.iter().any(|word| tail.starts_with(word));
        bounded && !amount && tail.starts_with(is_han)
    }
}

/// Whether a text behind Han begins with a number below zero: one in percent or degrees.
fn falls(text: &str) -> bool {
    let behind = quantity(text).and_then(|(_, used)| text.get(used..));
    let units = ["%", "‰", "个百分点", "百分点", "℃", "摄氏度"];
    behind.is_some_and(|rest| units.iter().any(|unit| rest.starts_with(unit)))
}

/// The unit of the last of several numbers, of which the first stands before the text: 22个百分点 in
/// `、22个百分点`. Empty for none.
fn shared_unit(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..LONGEST_LIST {
        let Some(tail) = rest.strip_prefix(['、', '和', '，']) else {
            return "";
        };
        let Some((_, used)) =
            number(tail).filter(|_| tail.starts_with(|c: char| c.is_ascii_digit()))
        else {
            return "";
        };
        let (printed, behind) = tail.split_at(used);
        let found = unit(behind, printed);
        if !found.is_empty() {
            return found;
        }
        rest = behind;
    }
    ""
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str, wanted: Wanted) -> Vec<&str> {
        scan(text, wanted)
            .into_iter()
            .filter_map(|p| text.get(p.value))
            .collect()
    }

    fn figures(text: &str) -> Vec<&str> {
        values(text, Wanted::Figures)
    }

    #[test]
    fn figures_are_found_in_running_text() {
        for (text, expected) in [
            ("累计查询超50亿次", &["超50亿次"][..]),
            ("处置违法违规网站及APP1.4万余个", &["1.4万余个"]),
            ("增长6%—6.5%左右", &["增长6%—6.5%左右"]),
            ("粮食产量20—22亿吨", &["20—22亿吨"]),
            ("分别下降57.38%和42.37%", &["下降57.38%", "42.37%"]),
            ("新增建成3个直联点和2个交换中心", &["3个", "2个"]),
            ("高速率用户占比过半", &["过半"]),
            ("注册用户数过亿", &["过亿"]),
            ("百余起突发事件", &["百余起"]),
            ("服务上千家企业，惠及上万名群众", &["上千家", "上万名"]),
            ("四方面八类问题", &["四方面", "八类"]),
            ("分别提高15、22个百分点", &["提高15", "22个百分点"]),
            ("同比翻番", &["同比翻番"]),
            ("价格从每G每月60万元降至42万元", &["60万元", "降至42万元"]),
            ("占比百分之六十", &["百分之六十"]),
            ("增长１９·５％", &["增长１９·５％"]),
            ("移动流量消费达760m", &["达760m"]),
            ("网间带宽扩容2000Gbps", &["扩容2000Gbps"]),
            ("死亡率降至9.2/10万", &["降至9.2/10万"]),
            ("平均浓度35微克/立方米", &["35微克/立方米"]),
            ("单产450公斤/亩以上", &["450公斤/亩以上"]),
            ("优良天数达到320天", &["达到320天"]),
            ("审批用时86天", &["86天"]),
            ("增速为-3.2%", &["为-3.2%"]),
            ("进出口负增长3.2%", &["负增长3.2%"]),
            ("企业数量增长一倍", &["增长一倍"]),
            ("处罚比例不低于一半", &["不低于一半"]),
            ("出生人口性别比110.5。", &["110.5"]),
            ("办理时间压缩至5个工作日", &["压缩至5个工作日"]),
        ] {
            assert_eq!(figures(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_figure_stays_out() {
        for text in [
            "推进5G网络建设",
            "512工程",
            "线上百家展位",
            "“十四五”规划",
            "二级节点",
            "株办〔2018〕7号",
            "十九届二中、三中全会",
            "2021年11月底",
            "一是加快",
            "“3815”战略",
            "前30强",
            "第六批",
            "建党100周年",
            "三个方面",
            "六省市",
            "图谱2.0",
            "24/7服务",
            "车桩比由3:1提高到2.4:1",
            "结构调整为14.2:35.3:50.5",
            "三四个方面",
            "十四五时期",
            "IPV6地址",
            "行动计划(2016-2020)",
            "1~7月",
            "30年来首次",
            "中断1个多月",
            "20M及以上高速率用户",
            "“四级三类”体系",
            "“7个专项行动”",
        ] {
            assert_eq!(figures(text), Vec::<&str>::new(), "{text}");
        }
    }

    #[test]
    fn every_number_is_found_where_numbers_are_wanted() {
        for (text, expected) in [
            ("四百五", &["四百五"][..]),
            ("1, 234, 567", &["1", "234", "567"]),
            ("一百 五 十 二", &["一百 五 十 二"]),
            ("一切", &[]),
            ("袜子五双", &["五双"]),
            ("７成六", &["７成六"]),
        ] {
            assert_eq!(values(text, Wanted::Numbers), expected, "{text}");
        }
    }
}
