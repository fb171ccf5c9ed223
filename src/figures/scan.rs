//! Running text into printed values: where figures are.
//!
//! A value is what `read` reads: words that bound it, a number, a unit, a bound after it.
//! Arabic digits count, Chinese numerals name (GB/T 15835-2011): a small Chinese numeral is taken
//! for a figure only where a word or a multiplier shows that something is counted (`lookalike`).
//! Knows nothing of what a value counts.

use std::ops::Range;

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::compact::Compact;
use crate::text::numeral::{is_numeral, torn};
use crate::text::sentence::Text;

use super::limits;
use super::lookalike::{Candidate, falls, shared_unit};
use super::quantity::{SEVERAL, doubled, may_begin, quantity};
use super::read::{round_before, word_behind, words_before};
use super::unit::{half_more, unit};

/// 万, 亿: before the unit of a number.
static SCALES: Chars = Chars::new(List::new("scale-char"));
/// A half, and a share of one.
static HALF: List = List::new("half-number");
static HALF_SHARE: List = List::new("half-share");
/// 负, where it is a word and no sign.
static MINUS_WORD: List = List::new("minus-word");
/// 减负: words that end with it.
static BURDEN: List = List::new("burden");
/// 分别: numbers with wide commas between them may be several.
static RESPECTIVELY: List = List::new("respectively");

/// What is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detect {
    /// Quantities as bulletins report and promise them.
    Figures,
    /// Every number.
    Numbers,
}

/// A printed value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Byte range of the value in the text, bounding words included.
    pub value: Range<usize>,
    /// The value as the grammar wants it: full-width forms narrowed, white space left out.
    pub plain: String,
    /// Byte range of its clause.
    pub clause: Range<usize>,
    /// The clause up to the next value.
    pub context: Range<usize>,
    /// The same from the end of the value before, if there are words between the two.
    pub own: Range<usize>,
    /// The unit that it shares with a later value (15、22个百分点), without one of its own.
    pub shared_unit: String,
    /// It cannot be told where its number begins or ends: 12,34个.
    pub doubtful: bool,
}

/// The values in a text, in order.
pub fn scan(text: &Text<'_>, detect: Detect) -> Vec<Mention> {
    let source = text.source();
    let compact = Compact::new(source);
    let found = found(&compact, detect);
    let places: Vec<Range<usize>> = found
        .iter()
        .map(|value| compact.source(value.clone()))
        .collect();
    let mut out: Vec<Mention> = Vec::with_capacity(found.len());
    for (index, (plain, value)) in found.iter().zip(&places).enumerate() {
        let clause = text.clause_at(value, limits::CLAUSE.get());
        let next = places.get(index + 1).map_or(clause.end, |next| next.start);
        let context = clause.start..next.clamp(value.end, clause.end);
        let before = index.checked_sub(1).and_then(|before| places.get(before));
        let words = before.filter(|before| {
            let between = source.get(before.end..value.start);
            before.end > clause.start && between.is_some_and(|t| t.trim().chars().count() > 1)
        });
        let own = words.map_or(clause.start, |before| before.end)..context.end;
        let printed = compact.text.get(plain.clone()).unwrap_or_default();
        // 达68.2万、51.6万人
        let scaled = printed.trim_end_matches(|c| SCALES.has(c));
        let shared_unit = if scaled.ends_with(|c: char| c.is_ascii_digit()) {
            shared_unit(compact.text.get(plain.end..).unwrap_or_default())
        } else {
            ""
        };
        // 分别为20，300家 may be two numbers.
        let printed_wide = source
            .get(value.clone())
            .is_some_and(|own| own.contains('，'));
        let dealt =
            || RESPECTIVELY.is_in(source.get(clause.start..value.start).unwrap_or_default());
        let doubtful = is_torn(&compact, plain) || printed_wide && dealt();
        out.push(Mention {
            value: value.clone(),
            plain: printed.to_owned(),
            clause,
            context,
            own,
            shared_unit: shared_unit.to_owned(),
            doubtful,
        });
    }
    out
}

/// Whether it cannot be told what the number of a value is: digits beside it that are in no groups, a blank between
/// digits where a line begins (a label and a number?).
fn is_torn(compact: &Compact, value: &Range<usize>) -> bool {
    let text = compact.text.as_str();
    let before = text.get(..value.start).unwrap_or_default();
    let after = text.get(value.end..).unwrap_or_default();
    let printed = text.get(value.clone()).unwrap_or_default();
    let next = after.chars().next().map_or(0, char::len_utf8);
    let (mark, rest) = after.split_at(next);
    let head = format!(
        "{}{mark}",
        printed
            .get(printed.len().saturating_sub(1)..)
            .unwrap_or_default()
    );
    let lines = before.is_empty() || before.ends_with(['\n', '\t']);
    let label = lines && printed.starts_with(|c: char| c.is_ascii_digit()) && printed.contains(' ');
    // 二十百三台: the end of a numeral that was not understood.
    let inner = before.ends_with(is_numeral) && printed.starts_with(is_numeral);
    // 00%: a damaged number.
    let mut number = printed.chars().skip_while(|c| !c.is_ascii_digit());
    let zeros = number.next() == Some('0') && number.next().is_some_and(|c| c.is_ascii_digit());
    torn(before, printed) || torn(&head, rest) || label || inner || zeros
}

/// Byte ranges of the figures of a text, bounding words and units included, in order.
pub fn values(text: &str) -> Vec<Range<usize>> {
    let compact = Compact::new(text);
    let found = found(&compact, Detect::Figures).into_iter();
    found.map(|value| compact.source(value)).collect()
}

/// Ranges of values in the compact text.
fn found(compact: &Compact, detect: Detect) -> Vec<Range<usize>> {
    let mut finder = Finder {
        text: &compact.text,
        detect,
        found: Vec::new(),
    };
    finder.run();
    finder.found
}

struct Finder<'a> {
    text: &'a str,
    detect: Detect,
    found: Vec<Range<usize>>,
}

impl<'a> Finder<'a> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(c) = self.after(at).chars().next() {
            if !may_begin(c) {
                at += c.len_utf8();
                continue;
            }
            let Some(candidate) = self.candidate(at, c) else {
                // A run of a thousand digits is no number, and neither is its rest: it is not tried again from each
                // character.
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

    /// The number that begins at a position, if one can begin there.
    fn candidate(&self, at: usize, c: char) -> Option<Candidate<'a>> {
        let rest = self.after(at);
        let last = self.before(at).chars().next_back();
        let used = if let Some(used) = doubled(rest) {
            used
        } else if let Some(half) = HALF.start(rest).filter(|_| !HALF_SHARE.starts(rest)) {
            half.len()
        } else {
            let sign = match c {
                '-' if !last.is_some_and(char::is_alphanumeric) => 1,
                // 增速为-3.2%, and 项目-3 is a name.
                '-' if last.is_some_and(is_han) && falls(rest) => 1,
                _ => {
                    let sign = MINUS_WORD.start(rest).map_or(0, str::len);
                    // 减负12亿元: part of a word, and no sign.
                    if sign > 0 && BURDEN.ends(self.before(at + sign)) {
                        return None;
                    }
                    sign
                }
            };
            let body = rest.get(sign..)?;
            let first = body.chars().next()?;
            let starts = first.is_ascii_digit()
                || is_numeral(first)
                || SEVERAL.starts(body)
                || HALF_SHARE.starts(body)
                || (first == '.' && self.detect == Detect::Numbers && last != Some('.'));
            if !starts {
                return None;
            }
            let (_, used) = quantity(body)?;
            sign + used
        };
        let number = rest.get(..used)?;
        let tail = rest.get(used..)?;
        let unit = unit(tail, number);
        let half = match unit {
            "" => 0,
            _ => half_more(tail.get(unit.len()..)?),
        };
        let bound_after = word_behind(tail.get(unit.len() + half..)?);
        Some(Candidate {
            text: self.text,
            at,
            number,
            unit,
            bound_after,
            end: at + used + unit.len() + half + bound_after.len(),
        })
    }

    /// The range of a candidate with the words before it, if it is what is looked for.
    fn accept(&self, it: &Candidate<'_>) -> Option<Range<usize>> {
        let before = self.before(it.at);
        let words = match words_before(before) {
            "" => round_before(before, it.number),
            words => words,
        };
        // Words that belong to the value before do not count twice.
        let taken = self.found.last().map(|found| found.end);
        let start = (it.at - words.len()).max(taken.unwrap_or(0));
        let good = match self.detect {
            Detect::Figures => it.is_figure(words, taken) && !it.is_in_title(),
            Detect::Numbers => it.is_number(),
        };
        good.then_some(start..it.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str, detect: Detect) -> Vec<&str> {
        scan(&Text::new(text), detect)
            .into_iter()
            .filter_map(|p| text.get(p.value))
            .collect()
    }

    fn figures(text: &str) -> Vec<&str> {
        values(text, Detect::Figures)
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
            ("全区GDP增长6%左右", &["增长6%左右"]),
            ("超过80%的社区设了驿站", &["超过80%"]),
            ("财政支出达到2 300亿元", &["达到2 300亿元"]),
            ("完成技改投资2，345万元", &["2，345万元"]),
            ("培训一万二三千人", &["一万二三千人"]),
            ("超过半数的商户开了门", &["超过半数"]),
            ("人均受教育年限达到10.5年", &["达到10.5年"]),
            ("六七成商户开了门", &["六七成"]),
            ("建了两三个驿站", &["两三个"]),
            ("服务几十万户", &["几十万户"]),
            ("绿地突破了20km²", &["突破了20km²"]),
            ("投诉率没有超过2%", &["没有超过2%"]),
            ("办结时限最多5个工作日", &["最多5个工作日"]),
            ("车桩比由3∶1提高到2.4∶1", &["3∶1", "提高到2.4∶1"]),
            ("收入增长 5 % - 7 %。", &["增长 5 % - 7 %"]),
            ("机床一万三千五百十三台", &["一万三千五百十三台"]),
            ("新建22个750千伏和330千伏电网工程", &["新建22个"]),
            ("建成540万千瓦内用煤电项目", &["540万千瓦"]),
            ("公交与轨道50米内换乘比例达到88%", &["达到88%"]),
            ("略低于8%的预定目标", &[]),
            ("达到8%的预期目标", &["达到8%"]),
            ("每增长1个百分点", &[]),
            ("瓜重十八斤半", &["十八斤半"]),
            ("新增十余家", &["新增十余家"]),
            ("新建500千伏线路300公里", &["300公里"]),
            ("投资10亿元以上项目30个", &["30个"]),
            ("覆盖20个县（市、区）", &["20个"]),
            ("为企业减负23亿元", &["23亿元"]),
            ("利润为负23亿元", &["为负23亿元"]),
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
            "按1:1配套资金",
            "成达万高铁开工",
            "千万吨级码头",
            "60岁以上老年人",
            "《关于推进30项改革的意见》",
            "持股超过50%的企业",
            "国道318线",
            "二三类器械",
            "隐患整改率l00%",
            "改造于2022.5年",
            "工期达到3年",
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
    fn a_number_that_cannot_be_told_is_doubtful() {
        let doubtful = |text: &str| {
            let found = scan(&Text::new(text), Detect::Figures);
            found.iter().any(|it| it.doubtful)
        };
        for text in [
            "注册企业12,34家",
            "达到12 34亿元",
            "1 200家企业",
            "分别为20，300家",
        ] {
            assert!(doubtful(text), "{text}");
        }
        for text in ["注册企业1,234家", "达到1 200亿元", "完成投资20，300万元"] {
            assert!(!doubtful(text), "{text}");
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
            assert_eq!(values(text, Detect::Numbers), expected, "{text}");
        }
    }
}
