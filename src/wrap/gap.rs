//! The space between Han and Latin: shown, never written.
//!
//! clreq 3.2.1 wants up to a quarter of an em between ideographs and Western letters or digits; in
//! cells the least there is is one. It stands nowhere in the text: lines count it, drawing leaves
//! it empty, and copying and searching never meet it. None stands at a line's edge, beside a mark,
//! or inside a number with its unit or a date.

use super::class::{Class, class};
use crate::width::{Ambiguous, clusters, last_cluster};

/// A cluster's class and first character.
pub type Kind = (Class, char);

/// Clusters of a Western word or number that are looked at, at most.
const LOOKS: usize = 32;

/// Clusters that are looked at on either side of a gap, at most: a number and its unit.
const NEAR: usize = LOOKS + 2;

/// Whether a gap stands before a cluster; `kinds` are those of its paragraph, or at least
/// [`NEAR`] of them on either side.
pub fn before(kinds: &[Kind], at: usize) -> bool {
    let (above, below) = kinds.split_at_checked(at).unwrap_or_default();
    let (Some(left), Some(right)) = (above.last(), below.first()) else {
        return false;
    };
    if western(*left) && han(*right) {
        // IPv6 and COVID-19 are words, 6 a number.
        !(number(above.iter().rev()) && unit(below))
    } else if han(*left) && western(*right) {
        // 2021年|12月 is one date, 2小时|30分 one time, 第|5 one number; 2021年|5G is none.
        !(number(below.iter()) && (left.1 == '第' || counts(above)))
    } else {
        false
    }
}

/// Byte offsets of the gaps in a line's text: on cluster boundaries, none at its edges. `above` is
/// what stands before the line in its paragraph, `below` what stands behind it.
pub fn gaps(above: &str, words: &str, below: &str) -> Vec<usize> {
    let kind = |cluster: &str| cluster.chars().next().map(|c| (class(c), c));
    let mut kinds: Vec<Kind> = Vec::new();
    let mut rest = above;
    while let Some(cluster) = last_cluster(rest).filter(|_| kinds.len() < NEAR) {
        kinds.extend(kind(cluster));
        rest = rest.get(..rest.len() - cluster.len()).unwrap_or_default();
    }
    kinds.reverse();
    let first = kinds.len();
    let starts: Vec<usize> = clusters(words, Ambiguous::Narrow)
        .map(|cluster| {
            kinds.extend(kind(cluster.text));
            cluster.start
        })
        .collect();
    let below = clusters(below, Ambiguous::Narrow).take(NEAR);
    kinds.extend(below.filter_map(|cluster| kind(cluster.text)));
    let inner = starts.into_iter().enumerate().skip(1);
    inner
        .filter(|(at, _)| before(&kinds, first + at))
        .map(|(_, start)| start)
        .collect()
}

/// Whether the Western run that kinds begin with, read in either direction, is a number: digits,
/// and the marks between them.
fn number<'a>(kinds: impl Iterator<Item = &'a Kind>) -> bool {
    let joint = |c: char| ".,:-/~–".contains(c);
    let run = kinds.take_while(|kind| western(**kind) || joint(kind.1));
    run.take(LOOKS).all(|(class, _)| *class != Class::Latin)
}

/// Whether kinds begin with a unit, as it follows a number: 公里 does, 公司 does not.
fn unit(kinds: &[Kind]) -> bool {
    let Some(&(class, c)) = kinds.first() else {
        return false;
    };
    let next = kinds.get(1).map_or(' ', |kind| kind.1);
    // What makes a unit of the first character, or a word that only begins like one.
    match c {
        '公' => "里斤顷分升担".contains(next),
        '平' => "方米".contains(next),
        '毫' | '厘' => "米克升秒".contains(next),
        '小' => next == '时',
        '时' => !"代期间任".contains(next),
        '部' => !"分门署长队委".contains(next),
        '成' => !"员立果为功都本就长".contains(next),
        '所' => !"示有在以述需列".contains(next),
        '分' => !"别类布析享公行".contains(next),
        '人' => next != '工',
        '家' => next != '庭',
        '位' => next != '置',
        '期' => next != '间',
        '场' => !"景所".contains(next),
        '支' => !"持撑付".contains(next),
        '起' => next != '步',
        '处' => !"理置于".contains(next),
        '批' => !"准复".contains(next),
        '条' => next != '件',
        '代' => next != '表',
        '层' => next != '面',
        '门' => next != '户',
        '道' => next != '路',
        '周' => next != '边',
        '轮' | '省' | '县' | '市' | '张' | '本' | '枚' | '艘' | '架' | '间' | '角' => {
            true
        }
        _ => matches!(class, Class::Unit | Class::Scale | Class::About),
    }
}

/// Whether kinds end with a number and its unit.
fn counts(kinds: &[Kind]) -> bool {
    [1, 2].into_iter().any(|length| {
        let at = kinds.len().checked_sub(length);
        let parted = at.and_then(|at| kinds.split_at_checked(at));
        parted.is_some_and(|(above, own)| {
            let digit = matches!(above.last(), Some((Class::Digit, _)));
            digit && unit(own) && number(above.iter().rev())
        })
    })
}

/// Letters and digits of half an em; full-width ones have their space with them.
fn western((class, c): Kind) -> bool {
    matches!(class, Class::Latin | Class::Digit) && c < '\u{ff00}' && c != '_'
}

/// Ideographs and kana.
fn han((_, c): Kind) -> bool {
    matches!(c, '〇' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with its gaps as spaces.
    fn spaced(text: &str) -> String {
        let mut out = text.to_owned();
        for at in gaps("", text, "").into_iter().rev() {
            out.insert(at, ' ');
        }
        out
    }

    #[test]
    fn a_gap_stands_between_han_and_latin_only() {
        for (text, expected) in [
            ("完成IMS网络互通", "完成 IMS 网络互通"),
            ("建成166个二级节点", "建成 166个二级节点"),
            ("2021年12月底", "2021年12月底"),
            ("达36万余条", "达 36万余条"),
            ("推进5G+工业", "推进 5G+工业"),
            ("增长5.6%以上", "增长 5.6%以上"),
            ("2021年5G基站", "2021年 5G 基站"),
            ("IPv6部署31省", "IPv6 部署 31省"),
            ("2小时30分", "2小时30分"),
            ("第5代", "第5代"),
            ("第5期", "第5期"),
            ("历时24小时", "历时 24小时"),
            ("（5G）网络", "（5G）网络"),
            ("５Ｇ网络", "５Ｇ网络"),
            ("caf\u{e9}店", "caf\u{e9} 店"),
            ("2021年10G-PON", "2021年 10G-PON"),
            ("2021年12月1000Mbps", "2021年12月 1000Mbps"),
            ("H20公司", "H20 公司"),
            ("5公里", "5公里"),
            ("COVID-19期间", "COVID-19 期间"),
            ("TOP10门户", "TOP10 门户"),
            ("2.0部分", "2.0 部分"),
            ("4.0时代", "4.0 时代"),
            ("Web3.0平台", "Web3.0 平台"),
            ("见表3所示", "见表 3 所示"),
            ("3所学校", "3所学校"),
            ("2021-2023年", "2021-2023年"),
        ] {
            assert_eq!(spaced(text), expected);
        }
    }

    #[test]
    fn none_stands_at_the_edges_of_a_line() {
        assert_eq!(gaps("完成", "IMS", ""), Vec::<usize>::new());
        assert_eq!(gaps("", "完成IMS", ""), [6]);
        assert_eq!(gaps("2021", "年12月", ""), Vec::<usize>::new());
        assert_eq!(gaps("2021", "年5", "G基站"), [3]);
    }
}
