//! Running text into printed values: where figures stand, and what only looks like one.
//!
//! A value is what `read` reads: words that bound it, a number, a unit, words behind.
//! Arabic digits count, Chinese numerals name (GB/T 15835-2011): a small Chinese numeral is taken
//! for a figure only where a word or a multiplier shows that something is counted.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use super::compact::{Compact, is_han};
use super::numeral::{digit, is_numeral, number, scale};
use super::read::{MINUS, word_behind, words_before};

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

/// Units and measure words, in all lengths; the longest that fits is the unit.
const UNITS: &str = "% ‰ 个百分点 百分点 個百分點 百分點 ℃ 摄氏度 \
    元人民币 元 圆 人民币 美元 美圆 欧元 港元 港币 日元 英镑 台币 新台币 瑞士法郎 卢布 奈拉 个比特币 比特币 韩元 澳元 \
    个 個 家 项 項 条 條 次 人次 人 户 戶 名 位 件 起 支 款 栋 座 处 套 台 辆 所 篇 场 批次 批 类 方面 种 份 宗 例 倍 席 颗 艘 架 \
    门 张 本 部 幅 册 封 只 头 株 棵 粒 根 枚 顶 间 张 席位 床 班 列 对 對 双 雙 块 塊 层 分 \
    省市 省份 县 市 区 乡镇 街道 村 \
    亩 公顷 平方公里 平方千米 平方米 立方米 立方千米 公里 千米 海里 米 厘米 公分 毫米 微米 纳米 \
    吨标准煤 万吨 吨 公斤 千克 克 毫克 微克 斤 标准箱 箱 桶 升 毫升 载重吨 \
    千瓦时 千瓦 兆瓦 瓦 度电 度 伏 安 赫兹 兆赫 吉赫 \
    比特 兆比特 字节 兆字节 千字节 兆 吉 太 兆/秒 \
    人年 人天 标准立方米 当量 核 机架 标准机架 芯公里 皮长公里 端口 线 路 小区 用户 例次 台套 \
    km cm mm kg kw kwh mw gw gwh twh m mb gb tb pb eb kb g t \
    kbps mbps gbps tbps bit/s mbit/s gbit/s tbit/s kbit/s m/s mhz ghz khz hz eflops pflops tflops flops ms ℃";

/// Units of time: figures only where time itself was changed or bounded.
const TIMES: &str = "个工作日 工作日 个小时 小时 分钟 秒 天 周 个月 年 个自然日";

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
];

/// Characters that make a word with 过 or 近 behind them: 通过, 最近.
const NOT_BEFORE_PAST: &str = "经通超路度胜渡越透";
const NOT_BEFORE_NEAR: &str = "附最邻临习就亲贴靠";

/// Places of values in a text, in order.
pub fn scan(text: &str, wanted: Wanted) -> Vec<Place> {
    let compact = Compact::new(text);
    let mut finder = Finder {
        text: &compact.text,
        wanted,
        found: Vec::new(),
    };
    finder.run();
    let found = finder.found;
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
            sign + extent(body)?
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
        let arabic = it.number.starts_with(|c: char| c.is_ascii_digit());
        let bounded = !matches!(words, "" | "到" | "至" | "为" | "共" | "累计" | "同比")
            || !it.behind.is_empty()
            || it.number.contains(['余', '多', '餘']);
        // Ordinals, ranks, names in quotation marks, ratios.
        if matches!(last, Some('第' | '前' | '〔' | '∶' | '/' | '-' | '.'))
            || matches!(last, Some('“' | '《'))
            || (last == Some('"') && next == Some('"'))
            || matches!(next, Some('∶' | '〕' | '/'))
        {
            return false;
        }
        if doubled(it.number).is_some() {
            return true;
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
            return self.is_chinese_figure(it, bounded);
        }
        if it.unit.is_empty() {
            // 97亿, 突破97: no unit, but a word or a multiplier; not a year, not a name.
            let word = next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '年' || c == '月');
            let listed = !shared_unit(rest).is_empty();
            return !word && (scaled || bounded || listed) && !rest.starts_with("号");
        }
        true
    }

    /// A Chinese numeral counts where it is not small or not exact.
    fn is_chinese_figure(&self, it: &Candidate<'_>, bounded: bool) -> bool {
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
                matches!(it.unit, "类" | "方面" | "倍") && !it.number.starts_with('一') && !named
            }
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

/// Bytes of 翻番, 翻一番, 翻两番.
fn doubled(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('翻')?;
    let rest = rest
        .strip_prefix(['一', '两', '二', '三', '四'])
        .unwrap_or(rest);
    let rest = rest.strip_prefix('番')?;
    Some(text.len() - rest.len())
}

/// Bytes of the number a text begins with: fractions, shares, ranges, 余 and 多 included.
fn extent(text: &str) -> Option<usize> {
    let (_, mut used) = number(text)?;
    let tail = |used: usize| text.get(used..).unwrap_or_default();
    // 三又二分之一
    if let Some((_, more)) = tail(used).strip_prefix('又').and_then(number) {
        let joined = used + '又'.len_utf8() + more;
        if tail(joined).starts_with("分之") {
            used = joined;
        }
    }
    if let Some(rest) = tail(used).strip_prefix("分之") {
        let rest = rest.strip_prefix(['负', '負']).unwrap_or(rest);
        let (_, more) = number(rest)?;
        return Some(text.len() - rest.len() + more);
    }
    if let Some(rest) = tail(used).strip_prefix('成') {
        let digits = rest
            .chars()
            .next()
            .and_then(digit)
            .filter(|_| number(rest).is_some());
        let word = rest.starts_with(is_han)
            && !rest.starts_with(['以', '左', '的', '多', '农', '用', '企', '城', '人']);
        if digits.is_some() {
            return Some(text.len() - rest.len() + rest.chars().next().map_or(0, char::len_utf8));
        }
        if !word {
            return Some(text.len() - rest.len());
        }
    }
    if let Some(more) = range(tail(used)) {
        used += more;
    }
    let about = |c: char| matches!(c, '余' | '餘' | '多' | '几' | '幾');
    while let Some(c) = tail(used).chars().next() {
        let next = tail(used).chars().nth(1);
        // 多年 and 多元 are words of their own.
        let word = c == '多' && matches!(next, Some('年' | '元'));
        let behind = text.get(..used).is_some_and(|t| t.ends_with(about));
        if !(about(c) && !word || scale(c).is_some() && behind) {
            break;
        }
        used += c.len_utf8();
    }
    Some(used)
}

/// Bytes of `%—6.5` in 6%—6.5%, of `-22亿` in 20-22亿.
fn range(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('%').unwrap_or(text);
    let rest = ["——", "—", "-", "–", "~", "～", "至", "到"]
        .iter()
        .find_map(|dash| rest.strip_prefix(dash))?;
    let first = rest.chars().next()?;
    if !first.is_ascii_digit() && digit(first).is_none() {
        return None;
    }
    let (_, used) = number(rest)?;
    let end = text.len() - rest.len() + used;
    // 2016-2020 and 1~7月 are times.
    let behind = text.get(end..).unwrap_or_default();
    (!behind.starts_with(['年', '月', '日', '时', '-'])).then_some(end)
}

/// The units that begin with a character, the longest first.
fn units_with(first: char) -> &'static [&'static str] {
    static UNITS_BY_FIRST: OnceLock<HashMap<char, Vec<&'static str>>> = OnceLock::new();
    let table = UNITS_BY_FIRST.get_or_init(|| {
        let mut table: HashMap<char, Vec<&'static str>> = HashMap::new();
        for unit in UNITS.split_whitespace().chain(TIMES.split_whitespace()) {
            table
                .entry(unit.chars().next().unwrap_or(' '))
                .or_default()
                .push(unit);
        }
        for units in table.values_mut() {
            units.sort_by_key(|unit| Reverse(unit.len()));
        }
        table
    });
    table
        .get(&first.to_ascii_lowercase())
        .map_or(&[], Vec::as_slice)
}

/// The unit a text begins with; empty for none.
fn unit<'a>(text: &'a str, number: &str) -> &'a str {
    let Some(first) = text.chars().next() else {
        return "";
    };
    let fits = |unit: &&&str| {
        let Some((head, behind)) = text.split_at_checked(unit.len()) else {
            return false;
        };
        if !head.eq_ignore_ascii_case(unit) {
            return false;
        }
        if unit.ends_with(|c: char| c.is_ascii_alphabetic()) {
            // 5G网络 is no unit of five, 760M is one.
            let generation = **unit == "g" && number.len() == 1;
            return !generation && !behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        }
        !is_word(unit, behind)
    };
    let longest = units_with(first).iter().find(fits);
    longest
        .and_then(|unit| text.get(..unit.len()))
        .unwrap_or_default()
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

/// Whether what looks like a unit begins a word that measures nothing.
fn is_word(unit: &str, behind: &str) -> bool {
    let starts = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    match unit {
        "个" | "個" => starts(&["月", "多月"]),
        "人" => starts(&["工", "民", "才", "口", "大"]),
        "户" => starts(&["籍", "外"]),
        "条" => starts(&["例", "件"]),
        "项" | "款" => starts(&["目"]),
        "部" => starts(&["署", "门", "委"]),
        "台" => starts(&["湾", "风", "阶", "账"]),
        "位" => starts(&["于", "置", "居"]),
        "处" => starts(&["理", "置", "罚"]),
        "度" | "安" | "路" | "线" | "班" | "列" | "分" | "本" | "区" | "市" | "县" | "村"
        | "核" => !starts(&["，", "。", "、", "；", ",", "以", "和", "的"]) && !behind.is_empty(),
        "家" => starts(&["庭", "园"]),
        "次" => starts(&["会", "全", "年", "要"]),
        "场" => starts(&["所", "景"]),
        "类" => starts(&["似", "型"]),
        "种" => starts(&["植", "业", "子"]),
        "起" => starts(&["步", "来", "草", "点"]),
        "名" => starts(&["单", "录", "称"]),
        "批" => starts(&["准", "复", "发"]),
        "升" => starts(&["级", "至", "到"]),
        "支" => starts(&["持", "撑", "付"]),
        _ => false,
    }
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
            ("四方面八类问题", &["四方面", "八类"]),
            ("分别提高15、22个百分点", &["提高15", "22个百分点"]),
            ("同比翻番", &["同比翻番"]),
            ("价格从每G每月60万元降至42万元", &["60万元", "降至42万元"]),
            ("占比百分之六十", &["百分之六十"]),
            ("增长１９·５％", &["增长１９·５％"]),
            ("移动流量消费达760m", &["达760m"]),
            ("网间带宽扩容2000Gbps", &["扩容2000Gbps"]),
            ("办理时间压缩至5个工作日", &["至5个工作日"]),
        ] {
            assert_eq!(figures(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_figure_stays_out() {
        for text in [
            "推进5G网络建设",
            "512工程",
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
            "IPV6地址",
            "行动计划(2016-2020)",
            "1~7月",
            "30年来首次",
            "中断1个多月",
            "死亡率降至9.2/10万",
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
