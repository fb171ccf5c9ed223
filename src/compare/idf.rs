//! What passages say, as vectors of terms, each with its inverse document frequency (IDF).
//!
//! A term is a bigram: two neighbouring characters. That needs no dictionary, and Chinese words of two
//! characters are just that. Knows nothing of sections and figures.

use std::collections::HashMap;
use std::hash::Hash;

use crate::calendar::document_year;
use crate::fold::fold;

/// Common terms of official prose, and the share of clauses with each, in thousandths: the mean over
/// fourteen reports and opinions of ministries and provinces, 2014 to 2026, each without the one
/// that has most of the term. In a short series these too are in few passages.
const COMMON: &str = "发展72 建设62 服务55 企业47 推进36 社会35 政府30 工作30 开展27 实施27 推动25 支持25 产业25 \
    提升24 加强24 经济24 改革24 标准22 国家21 管理20 政策20 创新19 技术19 实现19 产品18 完善18 \
    资源18 数字17 加快17 地区17 保障16 人民16 体系16 市场16 机制16 能力16 促进16 质量15 应用15 \
    安全15 组织15 信息15 提高15 基础15 平台14 重点14 全国14 水平14 全面14 农村14 落实13 以上13 \
    积极13 行业12 建立12 智能12 持续12 深化12 就业12 行动11 工程11 坚持11 基本11 生产11 数据11 \
    稳定10 优化10 教育10 鼓励10 负责10 中国10 机构10 生活10 消费9 设施9 工业9 环境9 强化9 生态9 \
    制度9 乡村9 区域9 科技9 项目9 深入9 增长9 监管8 综合8 试点8 培育8 领域8 业和8 扩大8 农业8 统筹8 \
    投资8 制定8 作用8 困难8 覆盖8 系统8 网络8 条件8 引导8 发挥8 现代7 合作7 中央7 打造7 财政7 一批7 \
    加大7 参与7 目标7 公共7 互联7 完成7 省级7 特色7 有关7 群众7 规模7 智慧7 任务7 务院7 国务7 保护7 \
    规范7 重大7 培训7 方式7 地方7 提供7 增强6 重要6 民生6 进一6 一步6 健康6 金融6 贯彻6 相关6 健全6 \
    构建6 需求6 融合6 问题6 主体6 做好6 指导6 文化6 民政6 通过6 单位6 模式6 础设6 国际6 战略6 开放6 \
    协同6 力度6 治理6 保持5 高质5 开发5 升级5 联网5 中心5 民族5 结构5 部门5 代化5 基地5 改造5 有效5 \
    月日5 规划5 取得5 近平5 习近5 供应5 城市5 制造5 精神5 年月5 城乡5 示范5 解决5 形成5 主义5 要求5 \
    达到5 园区5 能源5 人员5 人才5 创业5 城镇5 共同5 不断5 更加5 我们5 建成5 职责4 居民4 协调4 会主4 \
    新型4 方面4 一体4 人口4 研究4 支撑4 专项4 件的4 研发4 各类4 推广4 和信4 场景4 绿色4 风险4 方案4 \
    职业4 事业4 大力4 探索4 中小4 代表4 计划4 帮扶4 养老4 业发4 时代4 监督4 关键4 技能4 自然4 充分4 \
    我国4 突破4 更多4 评估4 资金4 新增4 思想4 转型4 经营4 共服4 活动4 行政4 着力4 意见4 符合4 合理4 \
    收入4 领导4 医疗4 业生4 继续4 攻坚4 新时4 供给3 的基3 卫生3 物流3 调整3 措施3 布局3 确保3 拓展3 \
    结合3 精准3 核心3 体制3 亿元3 运用3 新发3 纳入3 成果3 保险3 共享3 化产3 维护3 先进3 作的3 设计3 \
    切实3 科学3 动力3 机关3 会保3 国特3 设和3 利用3 突出3 的发3 范围3 运行3 主要3 党的3 改善3 的重3 \
    当前3 中华3 公开3 资本3 力资3 坚决3 优势3 依法3 展的3 总体3 功能3 分工3 专业3 统一3 量发3 劳动3 \
    造业3 部署3 具有3 引领3 监测3 关系3 党中3 深度3 等重3 分类3 巩固3 人力3 关于3 扎实3 体化3 级人3 \
    运营3 设备3 色社3 全覆3 补贴3 品牌3 字化3 融资3 业创3 交通3 努力3 左右3 一个3 家庭3 十四3 小微3 \
    世界3 集中3 力量3 社区3 影响3 及时3 防控3 使用3 振兴3 发布3 集成3";

/// How much a share of official prose counts against a share of the passages that were counted.
const COMMON_WEIGHT: f64 = 3.0;

/// Unseen passages of the smoothing, assumed to hold none of the terms that were counted: in a series
/// of two short bulletins nothing that both say would be rare without them.
const UNSEEN: f64 = 200.0;

/// The IDF of a rare word, about: of one in one passage of a thousand.
pub const RARE: f64 = 7.0;

/// The terms of a passage: numbers, ascending, none twice.
pub struct TermVector(Vec<u32>);

impl TermVector {
    /// How many they are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The terms.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

/// How often terms were counted, and their IDF.
pub struct Idf {
    numbers: HashMap<(char, char), u32>,
    others: HashMap<String, u32>,
    /// By term: passages it was counted in.
    counts: Vec<u32>,
    /// By term: its share of the clauses of official prose, 0 for all but the common.
    common: Vec<f64>,
    passages: u32,
    /// By term, once all is counted.
    idf: Vec<f64>,
}

impl Default for Idf {
    fn default() -> Self {
        let mut idf = Self {
            numbers: HashMap::new(),
            others: HashMap::new(),
            counts: Vec::new(),
            common: Vec::new(),
            passages: 0,
            idf: Vec::new(),
        };
        for word in COMMON.split_whitespace() {
            let mut chars = word.chars();
            if let (Some(a), Some(b)) = (chars.next(), chars.next()) {
                idf.number((a, b));
                let often: f64 = chars.as_str().parse().unwrap_or(0.0);
                idf.common.push(often / 1000.0);
            }
        }
        idf
    }
}

impl Idf {
    /// The terms of a text that is not counted. Years say nothing of a topic and are left out;
    /// other numbers are names (512工程, 100周年), each one sign.
    pub fn terms(&mut self, text: &str) -> TermVector {
        let folded = fold(text);
        let mut characters: Vec<char> = Vec::with_capacity(folded.len() / 3);
        let mut rest = folded.as_str();
        while let Some(c) = rest.chars().next() {
            let digits = rest
                .find(|c: char| !c.is_ascii_digit())
                .unwrap_or(rest.len());
            if digits == 0 {
                characters.push(c);
            } else {
                characters.extend(number_character(rest.get(..digits).unwrap_or_default()));
            }
            rest = rest.get(digits.max(c.len_utf8())..).unwrap_or_default();
        }
        let pairs = characters.iter().zip(characters.iter().skip(1));
        let mut terms: Vec<u32> = pairs.map(|(a, b)| self.number((*a, *b))).collect();
        terms.sort_unstable();
        terms.dedup();
        TermVector(terms)
    }

    /// The terms of a passage, counted; the unit of its number is one of them, and so is each
    /// name in quotation or title marks.
    pub fn count(&mut self, text: &str, unit: Option<&str>) -> TermVector {
        let TermVector(mut terms) = self.terms(text);
        let unit = unit.filter(|unit| !unit.is_empty()).map(str::to_owned);
        terms.extend(unit.map(|unit| self.other(unit)));
        terms.extend(names(text).map(|name| self.other(name)));
        terms.sort_unstable();
        terms.dedup();
        self.passages += 1;
        for term in &terms {
            if let Some(count) = self.counts.get_mut(*term as usize) {
                *count += 1;
            }
        }
        TermVector(terms)
    }

    fn number(&mut self, pair: (char, char)) -> u32 {
        numbered(&mut self.numbers, &mut self.counts, pair)
    }

    fn other(&mut self, term: String) -> u32 {
        numbered(&mut self.others, &mut self.counts, term)
    }

    /// Passages that a term was counted in.
    pub fn passages(&self, term: u32) -> usize {
        self.counts.get(term as usize).map_or(0, |n| *n as usize)
    }

    /// Computes the IDF of each term from what was counted, by add-k smoothing.
    pub fn settle(&mut self) {
        let idf = |(term, count): (usize, &u32)| {
            let counted = (f64::from(*count) + 0.5) / (f64::from(self.passages) + UNSEEN);
            let common = self.common.get(term).copied().unwrap_or(0.0);
            -(counted + COMMON_WEIGHT * common).min(0.9).ln()
        };
        self.idf = self.counts.iter().enumerate().map(idf).collect();
    }

    /// The weight of a term.
    pub fn weight(&self, term: u32) -> f64 {
        self.idf.get(term as usize).copied().unwrap_or_default()
    }

    /// The weight of all terms of a passage.
    pub fn total(&self, terms: &TermVector) -> f64 {
        terms.iter().map(|term| self.weight(term)).sum()
    }

    fn shared(&self, a: &TermVector, b: &TermVector) -> f64 {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (a.0.get(i), b.0.get(j)) {
            if x == y {
                shared += self.weight(*x);
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        shared
    }

    /// How much of both passages is shared, 0 to 1: the geometric mean of the two parts.
    pub fn cosine(&self, a: &TermVector, b: &TermVector) -> f64 {
        let all = (self.total(a) * self.total(b)).sqrt();
        if all > 0.0 {
            self.shared(a, b) / all
        } else {
            0.0
        }
    }

    /// How similar two passages are, 0 to 1: the mean of the cosine and of the part of the shorter one
    /// that is shared, less where little is shared in all (one rare word counts half): 管理 alone makes
    /// no two passages one.
    pub fn similarity(&self, a: &TermVector, b: &TermVector) -> f64 {
        let shared = self.shared(a, b);
        if shared <= 0.0 {
            return 0.0;
        }
        let (one, other) = (self.total(a), self.total(b));
        let similar = f64::midpoint(shared / (one * other).sqrt(), shared / one.min(other));
        similar * shared / (shared + RARE)
    }
}

/// The number of a term: that which it has, or the next one, with nothing counted yet.
fn numbered<K: Eq + Hash>(known: &mut HashMap<K, u32>, counts: &mut Vec<u32>, term: K) -> u32 {
    let next = counts.len() as u32;
    let number = *known.entry(term).or_insert(next);
    if number == next {
        counts.push(0);
    }
    number
}

/// A character of its own for a number; None for a year, and for one that is too long to be a name.
fn number_character(digits: &str) -> Option<char> {
    let number: u32 = digits.parse().ok().filter(|number| *number < 10_000)?;
    let year = digits.len() == 4 && document_year(number).is_some();
    // The private use plane, where no text has anything to say.
    char::from_u32(0xf_0000 + number).filter(|_| !year)
}

/// What stands in quotation or title marks, folded: 《国家应急通信规划》, “通信行程卡”.
fn names(text: &str) -> impl Iterator<Item = String> {
    let quoted = text.split(['《', '“', '「']).skip(1);
    let names = quoted.filter_map(|tail| tail.split_once(['》', '”', '」', '〞']));
    names
        .map(|(name, _)| format!("《{}》", fold(name)))
        .filter(|name| name.chars().count() > 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more_than_usual_ones() {
        let mut idf = Idf::default();
        let known: Vec<TermVector> = ["加强管理", "加强监管", "加强建设", "加强海缆保护"]
            .iter()
            .map(|text| idf.count(text, None))
            .collect();
        let asked = idf.count("提升海缆保护能力，加强", None);
        idf.settle();
        let alike: Vec<f64> = known.iter().map(|t| idf.cosine(t, &asked)).collect();
        assert!(alike[3] > 3.0 * alike[0], "{alike:?}");
        assert!(idf.similarity(&known[3], &asked) > 3.0 * idf.similarity(&known[0], &asked));
    }

    #[test]
    fn years_say_nothing_and_other_numbers_are_names() {
        let mut idf = Idf::default();
        let a = idf.count("2021年检测款", Some("款"));
        let b = idf.count("2022年检测款", Some("款"));
        idf.settle();
        assert!((idf.cosine(&a, &b) - 1.0).abs() < 1e-9);
        let [a, b, c] = ["建党100周年", "成立100周年", "成立90周年"].map(|t| idf.count(t, None));
        idf.settle();
        assert!(idf.cosine(&a, &b) > idf.cosine(&a, &c));
    }
}
