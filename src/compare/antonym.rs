//! Antonyms: names that share most of their letters and mean two things, 城镇 and 农村.
//!
//! Knows nothing of how else two names are compared.

/// Words of which a thing is only one.
const GROUPS: &[&[&str]] = &[
    &["城镇", "农村", "乡村"],
    &["城市", "农村", "乡村"],
    &["进口", "出口", "进出口"],
    &["高中", "初中", "小学", "学前", "幼儿", "高等教育"],
    &["登记", "调查"],
    &["第一产业", "第二产业", "第三产业"],
    &["一产", "二产", "三产"],
    &["男", "女"],
    &["新增", "减少"],
    &["东部", "中部", "西部", "东北"],
    &["固定", "移动"],
    &["上行", "下行"],
    &["国内", "国际", "境外", "国外"],
    &["上半年", "下半年"],
    &["公办", "民办"],
    &["公共", "私人"],
    &["农业", "工业", "服务业", "建筑业"],
    &["就业", "失业"],
    &["出生", "死亡"],
    &["收入", "支出"],
    &["流入", "流出"],
    &["生产", "消费"],
    &["国有", "民营", "外资"],
    &["中央", "地方"],
    &["省级", "市级", "县级", "国家级"],
    &["夏粮", "秋粮", "早稻"],
    &["货物", "服务"],
    &["新建", "改造"],
    &["投资", "消费", "贸易"],
    &["养老", "医疗", "工伤", "失业", "生育"],
    &["地表水", "地下水"],
    &["一级", "二级", "三级"],
    &["总量", "强度"],
    &["人均", "单位"],
    &["门诊", "住院"],
    &["本科", "专科", "研究生"],
    &["流动", "留守"],
];

/// Whether two names differ in such a word: each has one, and they share none of the group.
pub fn differ(a: &str, b: &str) -> bool {
    GROUPS.iter().any(|group| {
        let own = |name: &str| -> Vec<&str> {
            let said = group.iter().copied().filter(|word| name.contains(word));
            said.collect()
        };
        let (a, b) = (own(a), own(b));
        !a.is_empty() && !b.is_empty() && !a.iter().any(|word| b.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::differ;

    #[test]
    fn words_of_one_group_part_two_names() {
        assert!(differ("城镇居民收入", "农村居民收入"));
        assert!(differ("第一产业增加值", "第三产业增加值"));
        assert!(differ("城镇登记失业率", "城镇调查失业率"));
        assert!(!differ("城镇居民收入", "城镇居民人均收入"));
        assert!(!differ("居民收入", "农村居民收入"));
        assert!(!differ("进出口总额", "货物进出口"));
        assert!(!differ("货物进出口", "进出口"));
    }
}
