//! Promises and reports without a figure: the clauses of a text.
//!
//! A promise of official prose begins with its verb, behind an adverb or two (深入推进…, 进一步规范…).
//! A report may be any clause: whether it answers a promise is for `compare` to find.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::find::{About, year};
use super::stated::stated;
use crate::model::{Figure, Origin, Role};
use crate::text::chars::is_han;

/// Adverbs before the verb of a promise, longer ones first where one begins another.
const ADVERBS: &str = "进一步 一体化 常态化 高质量 高水平 高标准 全方位 \
    多渠道 分类 持续 深入 全面 全力 积极 大力 着力 \
    有序 统筹 稳步 高效 坚决 切实 扎实 严格 继续 不断 \
    加快 主动 科学 精准 合理 充分 依法 协同 同步 有效 \
    重点 稳妥 探索 试点 纵深 规模 广泛 牢牢 更好 努力 \
    及时 逐步 尽快 力争 确保 要 将 并 再 着重 突出 \
    聚力 从严 带头 研究 组织 指导 督促 配合 协调 支持 \
    鼓励 引导";

/// Verbs a promise begins with, of two characters each.
const VERBS: &str = "推进 推动 推广 推行 推出 加强 加快 加大 加速 加力 \
    完善 优化 提升 提高 提前 提速 深化 深挖 开展 开发 \
    开通 开辟 开放 开启 实施 实现 实行 组织 建设 建立 \
    建成 建好 强化 健全 构建 构筑 发展 发布 发挥 发放 \
    发行 促进 支持 支撑 鼓励 引导 引进 引入 落实 落地 \
    保障 保持 保护 保留 保证 做好 做强 做优 做大 做实 \
    抓好 抓实 抓紧 扩大 扩容 扩充 稳定 稳住 稳步 稳妥 \
    继续 坚持 坚决 制定 制订 修订 修改 编制 出台 印发 \
    起草 启动 完成 打造 打通 打击 打好 培育 培养 培训 \
    壮大 拓展 拓宽 扩展 延伸 延续 增强 增加 增设 新增 \
    新建 改善 改造 改革 改进 改建 创新 创建 创造 营造 \
    规范 监管 监督 监测 整治 整合 治理 查处 处置 防范 \
    化解 遏制 降低 减少 减轻 压减 压缩 精简 取消 下放 \
    简化 清理 淘汰 退出 遴选 评选 认定 授予 表彰 试点 \
    试行 示范 部署 布局 谋划 筹备 筹建 筹办 举办 承办 \
    召开 参与 参加 协助 指导 督促 督导 检查 检测 巡查 \
    巩固 夯实 筑牢 守住 守牢 兜牢 兜住 维护 融合 融入 \
    对接 衔接 联动 协调 协同 统筹 统一 升级 更新 更好 \
    替代 转化 转变 转型 应用 运用 利用 使用 管理 管好 \
    管控 服务 满足 解决 破解 破除 消除 突破 攻克 攻关 \
    研发 研究 研制 探索 落细 健康 用好 盘活 放宽 放开 \
    放活 激发 激活 释放 吸引 招引 扶持 帮扶 救助 补助 \
    补齐 补强 延长 延链 强链 补链 聚焦 聚力 挖掘 树立 \
    弘扬 宣传 普及 传承 繁荣 办好 上线 接入 覆盖 深入 \
    落户 引领 带动 拉动 撬动 畅通 疏通 贯通 联通 连通 \
    促成 确保 力争 争取 争创 申报 申请 储备 储存 收储 \
    采购 投放 供应 供给 提供 设立 设置 设计 成立 组建 \
    形成 培植 植入 严控 严禁 严打 严惩 严格 严肃 严守 \
    压实 明确 细化 量化 优先 调整 调控 调动 调查 摸清 \
    摸排 排查 普查 核查 核验 审查 审批 批准 许可 放大 \
    扶贫 振兴 复兴 恢复 修复 绿化 美化 净化 防治 防控 \
    预防 应对 处理 回应 响应 畅享 共享 共建 共治 依托 \
    拓围 提质 提档 推介 推荐 采取 采用 适应 适当 改扩 \
    挂牌 投产 投运 投入 开工 竣工 通车 贯彻 执行 履行 \
    行使 兑现 兑付 筹集 募集 安排 下达 拨付 划转 划定 \
    划分 规划 论证 评估 评价 考核 激励 问责 追究 曝光 \
    公开 公布 公示 通报 告知 报送 上报";

/// A clause has at least so many ideographs.
const SHORTEST: usize = 4;

/// The longest name a promise is given, in characters.
const LONGEST: usize = 30;

/// The clauses of a section's text that promise or report, as figures without a value, in the order
/// of their place. Nothing where the section does neither.
pub fn clauses(body: &str, about: About) -> Vec<Figure> {
    let Some(role) = about.role else {
        return Vec::new();
    };
    let mut out: Vec<Figure> = Vec::new();
    let (mut start, mut comma) = (0, false);
    for (at, mark) in ends(body) {
        let after_comma = comma;
        comma = body
            .get(at..)
            .is_some_and(|rest| rest.starts_with(['，', ',']));
        let clause = body.get(start..at).unwrap_or_default();
        let lead = clause.len() - clause.trim_start().len();
        let words = clause.trim();
        let from = start + lead;
        start = at + mark;
        let han = words.chars().filter(|c| is_han(*c)).count();
        // 以及…: promised with the verb of the clause before.
        let (words, from, goes_on) = match words.strip_prefix("以及") {
            Some(rest) if after_comma => (rest, from + words.len() - rest.len(), !out.is_empty()),
            _ => (words, from, false),
        };
        let promised = role == Role::Result || goes_on || promises(words);
        if han < SHORTEST || !promised {
            continue;
        }
        let (year, stated) = (year(words).or(about.year), stated(words));
        let stated = stated.filter(|_| role == Role::Result);
        let mut from = from;
        let lead = |last: &Figure| role == Role::Target && spelt_out(body, last, words, from);
        if out.last().is_some_and(lead) {
            out.pop();
        }
        for words in things(words) {
            out.push(Figure {
                role,
                indicator: name(words.trim_end_matches(AND)),
                key: None,
                value: None,
                reading: None,
                year,
                as_of: None,
                basis: None,
                stated: stated.map(str::to_owned),
                doubtful: false,
                note: None,
                span: from..from + words.trim_end_matches(AND).len(),
                origin: Origin::Found,
            });
            from += words.len();
        }
    }
    out
}

/// Whether the promise before, with but a comma between, says in general what this one promises:
/// 深化专项整治，推进APP专项整治行动.
fn spelt_out(body: &str, before: &Figure, clause: &str, from: usize) -> bool {
    let general = body.get(before.span.clone()).map_or("", object);
    let between = body.get(before.span.end..from).unwrap_or_default();
    matches!(between.trim(), "，" | ",")
        && general.chars().filter(|c| is_han(*c)).count() >= SHORTEST
        && object(clause).contains(general)
}

/// Verbs whose objects are things of their own: of two that were built, each is a result.
const MADE: &str = "建成 新建 新增 增设 设立 成立 组建 发布 出台 印发 制定 修订 编制 批准 开通 \
    上线 举办 召开 完成";

/// What stands between two things.
const AND: char = '和';

/// A thing has at least so many ideographs.
const THING: usize = 6;

/// A clause as the things it speaks of, each with the sign behind it: 建成A和B.
fn things(clause: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = clause;
    let made = action(clause).is_some_and(|verb| MADE.split_whitespace().any(|made| made == verb));
    let long = |text: &str| text.chars().filter(|c| is_han(*c)).count() >= THING;
    while let Some(at) = made.then(|| first_and(rest, long)).flatten() {
        let (thing, tail) = rest.split_at(at);
        out.push(thing);
        rest = tail;
    }
    out.push(rest);
    out
}

/// The place behind the first sign with enough on both sides, outside of brackets and titles.
fn first_and(text: &str, long: impl Fn(&str) -> bool) -> Option<usize> {
    let mut depth = 0_usize;
    text.char_indices().find_map(|(at, c)| {
        match c {
            '（' | '(' | '《' | '“' | '「' => depth += 1,
            '）' | ')' | '》' | '”' | '〞' | '」' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let behind = at + c.len_utf8();
        let (before, after) = (object(text.get(..at)?), text.get(behind..)?);
        (c == AND && depth == 0 && long(before) && long(after)).then_some(behind)
    })
}

/// Where clauses end: the place and the bytes of the mark. Commas in brackets and titles end none.
fn ends(body: &str) -> Vec<(usize, usize)> {
    let mut depth = 0_usize;
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, c) in body.char_indices() {
        match c {
            '（' | '(' | '《' | '“' | '「' => depth += 1,
            '）' | ')' | '》' | '”' | '〞' | '」' => depth = depth.saturating_sub(1),
            '。' | '；' | ';' | '！' | '？' | '\n' => {
                depth = 0;
                out.push((at, c.len_utf8()));
            }
            '，' | ',' | '：' if depth == 0 => out.push((at, c.len_utf8())),
            _ => {}
        }
    }
    out.push((body.len(), 0));
    out
}

/// What a clause promises with that does not begin with a verb: 不发生…, 每村…, 让群众…
const OPENINGS: &[&str] = &[
    "不", "杜绝", "防止", "避免", "严防", "绝不", "每", "让", "使", "把", "全部",
];

/// What a clause promises with that begins with its subject: 一网通办全覆盖, 群众办事更方便.
const ENDINGS: &[&str] = &[
    "全覆盖",
    "更加",
    "更为",
    "清零",
    "达标",
    "到位",
    "见效",
    "落地",
    "满意",
    "翻番",
    "办结",
    "完成",
    "出台",
    "建成",
    "投产",
    "投用",
    "通车",
    "开工",
];

/// Clauses that say how, when or why, and promise nothing by themselves.
const LEADS: &[&str] = &[
    "以",
    "为",
    "按",
    "根据",
    "围绕",
    "通过",
    "随着",
    "面对",
    "针对",
    "立足",
    "着眼",
    "当前",
    "今年是",
    "是",
    "在",
    "从",
    "如",
    "若",
    "因",
];

/// Whether a clause promises: it begins with a verb, behind a date and adverbs, or says otherwise
/// what shall or shall not be.
fn promises(clause: &str) -> bool {
    let clause = without_date(clause);
    let starts = |words: &[&str]| words.iter().any(|word| clause.starts_with(word));
    if verb(without_adverbs(clause)).is_some() || starts(OPENINGS) {
        return true;
    }
    let says = ENDINGS.iter().any(|word| clause.contains(word)) || clause.contains('更');
    says && !starts(LEADS)
}

/// A clause without the date it begins with: 6月底前, 2021年底前, 年内.
fn without_date(clause: &str) -> &str {
    let date = |c: char| c.is_ascii_digit() || "年月日底末前内上下半季度初中旬".contains(c);
    let end = clause.find(|c| !date(c)).unwrap_or(0);
    clause
        .get(end..)
        .filter(|_| end > '年'.len_utf8())
        .unwrap_or(clause)
}

/// A clause without the adverbs and the verb it begins with: what is promised or reported, whatever
/// is done about it.
pub fn object(clause: &str) -> &str {
    let rest = without_adverbs(without_date(clause));
    let verb = verb(rest).map_or(0, str::len);
    rest.get(verb..).unwrap_or_default()
}

/// The verb of a clause, behind the date and the adverbs it begins with.
pub fn action(clause: &str) -> Option<&str> {
    verb(without_adverbs(without_date(clause)))
}

/// Nouns at the end of a clause that say only that something is done about what stands before them.
const FORMAL: &[&str] = &["工作", "行动", "建设", "能力", "水平", "力度", "试点", "等"];

/// The heads of what a clause is about, a word of two characters each: the noun that a phrase ends
/// with, of each phrase that 和, 与, 及 or a comma joins. What stands in brackets and formal nouns at
/// the end say nothing of their own: 信用记分试点与效果评估 is of 记分 and of 评估.
pub fn heads(clause: &str) -> Vec<[char; 2]> {
    let mut depth = 0_usize;
    let mut plain = String::new();
    for c in object(clause).chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '与' | '及' => plain.push(AND),
            _ if depth == 0 && c.is_alphanumeric() => plain.push(c),
            _ => {}
        }
    }
    let head = |phrase: &str| {
        let mut phrase = phrase;
        for formal in FORMAL {
            phrase = phrase.strip_suffix(formal).unwrap_or(phrase);
        }
        let mut back = phrase.chars().rev();
        let last = back.next()?;
        Some([back.next()?, last])
    };
    plain.split(AND).filter_map(head).collect()
}

/// The verb that a clause begins with.
fn verb(clause: &str) -> Option<&str> {
    static VERBS_BY_WORD: OnceLock<HashSet<&str>> = OnceLock::new();
    let (end, _) = clause.char_indices().nth(2).unwrap_or((clause.len(), ' '));
    let verbs = VERBS_BY_WORD.get_or_init(|| VERBS.split_whitespace().collect());
    clause.get(..end).filter(|word| verbs.contains(word))
}

/// A clause behind its adverbs; some of them are verbs too (研究, 组织), if no other follows.
fn without_adverbs(clause: &str) -> &str {
    let adverb = |text: &str| {
        let mut adverbs = ADVERBS.split_whitespace();
        adverbs.find(|word| text.starts_with(word)).map(str::len)
    };
    let mut rest = clause;
    while let Some(tail) = adverb(rest).and_then(|length| rest.get(length..)) {
        let last = verb(rest).is_some() && verb(tail).is_none() && adverb(tail).is_none();
        if last {
            break;
        }
        rest = tail;
    }
    rest
}

/// The clause as the name of what it promises: its first words, if it is long.
fn name(clause: &str) -> String {
    match clause.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", clause.get(..end).unwrap_or_default()),
        None => clause.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, role: Role) -> Vec<String> {
        let about = About {
            role: Some(role),
            year: Some(2021),
        };
        let clauses = clauses(text, about).into_iter();
        clauses.map(|figure| figure.indicator).collect()
    }

    #[test]
    fn promises_begin_with_their_verb() {
        let text = "持续推进备案系统优化改进，推广核验（含试点，扩围）。为经济发展作出贡献；进一步规范管理";
        assert_eq!(
            names(text, Role::Target),
            [
                "持续推进备案系统优化改进",
                "推广核验（含试点，扩围）",
                "进一步规范管理"
            ]
        );
    }

    #[test]
    fn promises_may_begin_otherwise_too() {
        for promise in [
            "不新增隐性债务",
            "杜绝强迫交易",
            "让群众满意",
            "群众办事更方便",
            "一网通办全覆盖",
            "每村配备一名医生",
            "6月底前出台方案",
            "2021年底前全部完成搬迁",
        ] {
            assert_eq!(names(promise, Role::Target), [promise]);
        }
        for other in [
            "以高质量发展为主题",
            "为经济发展作出新贡献",
            "今年是规划收官之年",
        ] {
            assert_eq!(names(other, Role::Target), Vec::<String>::new(), "{other}");
        }
    }

    #[test]
    fn what_a_clause_is_about_stands_behind_its_verb() {
        for (clause, expected) in [
            ("深入实施可持续发展战略", "可持续发展战略"),
            ("进一步规范管理", "管理"),
            ("组织开展车联网商用试验", "车联网商用试验"),
            ("研究完善融合设备监管政策", "融合设备监管政策"),
            ("网络通信保障坚强有力", "网络通信保障坚强有力"),
        ] {
            assert_eq!(object(clause), expected);
        }
    }

    #[test]
    fn what_goes_on_is_a_promise_of_its_own() {
        let text = "做好重大活动保障，以及防汛抗旱通信保障。及时处置风险，以及甲乙丙丁";
        assert_eq!(
            names(text, Role::Target),
            [
                "做好重大活动保障",
                "防汛抗旱通信保障",
                "及时处置风险",
                "甲乙丙丁"
            ]
        );
    }

    #[test]
    fn every_clause_may_report() {
        let text = "网络通信保障坚强有力，助力疫情防控。好";
        assert_eq!(
            names(text, Role::Result),
            ["网络通信保障坚强有力", "助力疫情防控"]
        );
        let about = About::default();
        assert!(clauses(text, about).is_empty());
    }

    #[test]
    fn of_two_things_that_were_made_each_is_a_result() {
        let text =
            "建成国家新型互联网交换中心和呼和浩特骨干直联点，开展市场秩序整治和垃圾信息整治。";
        assert_eq!(
            names(text, Role::Result),
            [
                "建成国家新型互联网交换中心",
                "呼和浩特骨干直联点",
                "开展市场秩序整治和垃圾信息整治",
            ]
        );
    }

    #[test]
    fn what_only_leads_to_the_next_promise_is_none_of_its_own() {
        let text = "深化专项整治，推进垃圾信息专项整治行动。加强监管，深化监管改革";
        assert_eq!(
            names(text, Role::Target),
            ["推进垃圾信息专项整治行动", "加强监管", "深化监管改革"]
        );
    }

    #[test]
    fn a_phrase_is_about_its_last_noun() {
        for (clause, expected) in [
            ("深入推进信用记分试点与效果评估", &["记分", "评估"][..]),
            ("发布《国家应急通信规划（2021—2025年）》", &["规划"]),
            ("加大对违规行为的处置和曝光力度", &["处置", "曝光"]),
            ("推进5G", &["5G"]),
            ("加强管", &[]),
        ] {
            let found: Vec<String> = heads(clause).iter().map(|h| h.iter().collect()).collect();
            assert_eq!(found, expected, "{clause}");
        }
    }

    #[test]
    fn spans_hold_the_clause() {
        let text = "一、\n 推进工作落实，完成普查。";
        let about = About {
            role: Some(Role::Target),
            year: None,
        };
        let quotes = clauses(text, about).into_iter().map(|f| f.span);
        let quotes: Vec<&str> = quotes.filter_map(|span| text.get(span)).collect();
        assert_eq!(quotes, ["推进工作落实", "完成普查"]);
    }
}
