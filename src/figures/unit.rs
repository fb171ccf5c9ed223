//! Units and measure words, and what only looks like one.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::OnceLock;

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
pub const TIMES: &str = "个工作日 工作日 个小时 小时 分钟 秒 天 周 个月 年 个自然日";

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

/// The unit a text begins with, what it is per included (微克/立方米, /10万); empty for none.
pub fn unit<'a>(text: &'a str, number: &str) -> &'a str {
    let own = plain_unit(text, number);
    let Some(per) = text.get(own..).and_then(|rest| rest.strip_prefix('/')) else {
        return text.get(..own).unwrap_or_default();
    };
    // 千瓦时 is a unit, no thousand.
    let count = match plain_unit(per, "") {
        0 => super::numeral::number(per).map_or(0, |(_, used)| used),
        _ => 0,
    };
    let behind = per.get(count..).unwrap_or_default();
    let base = count + plain_unit(behind, "");
    // 9.2/10万 is a rate, 3/4 and 24/7 are none.
    let rate = if own == 0 {
        per.get(..count)
            .is_some_and(|base| base.ends_with(['万', '百', '千', '亿']))
    } else {
        base > 0
    };
    let end = if rate { own + 1 + base } else { own };
    text.get(..end).unwrap_or_default()
}

/// Bytes of the unit of the table that a text begins with.
fn plain_unit(text: &str, number: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
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
    longest.map_or(0, |unit| unit.len())
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
