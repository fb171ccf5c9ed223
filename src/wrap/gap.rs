//! The space between Han and Latin: shown, never written.
//!
//! clreq 3.2.1 wants up to a quarter of an em between ideographs and Western letters or digits; in
//! cells the least there is is one. The text does not hold it: lines count it, drawing leaves it empty,
//! and copying and searching never meet it. There is none at a line's edge, beside a mark, or inside a
//! number with its unit or a date.

use std::sync::OnceLock;

use super::class::{Class, class};
use crate::lexicon::List;
use crate::width::{Ambiguous, clusters, last_cluster};

/// A cluster's class and first character.
pub type Kind = (Class, char);

/// Clusters of a Western word or number that are looked at, at most.
const LOOKS: usize = 32;

/// Clusters that are looked at on either side of a gap, at most: a number and its unit.
const NEAR: usize = LOOKS + 2;

/// Whether there is a gap before a cluster; `kinds` are those of its paragraph, or at least
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
        !(number(below.iter()) && (ORDINALS.has_char(left.1) || counts(above)))
    } else {
        false
    }
}

/// Byte offsets of the gaps in a line's text: on cluster boundaries, none at its edges. `above` is
/// the text before the line in its paragraph, `below` the text after it.
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

/// Words that follow a number without a gap, for characters that begin a unit in some words only: 公里 does,
/// 公司 does not. Two characters decide.
static UNITS: List = List::new("unit-without-gap");

/// What precedes a number without a gap.
static ORDINALS: List = List::new("ordinal-without-gap");

/// A character that begins a unit, by what follows it.
struct Initial {
    first: char,
    /// Whether it is a unit before any other character.
    alone: bool,
    /// The second characters that make a unit of it; if it is one alone, those that make another word of it.
    second: Vec<char>,
}

/// The characters of [`UNITS`], sorted: lines are set often, the list is read once.
fn initials() -> &'static [Initial] {
    static INITIALS: OnceLock<Vec<Initial>> = OnceLock::new();
    INITIALS.get_or_init(|| {
        let two = |word: &'static str| {
            let mut chars = word.chars();
            (chars.next(), chars.next())
        };
        let words: Vec<_> = UNITS.words().map(two).collect();
        let others: Vec<_> = UNITS.blocking().iter().copied().map(two).collect();
        let mut firsts: Vec<char> = words.iter().filter_map(|(first, _)| *first).collect();
        firsts.sort_unstable();
        firsts.dedup();
        let initial = |first: char| {
            let alone = words.contains(&(Some(first), None));
            let with = if alone { &others } else { &words };
            let own = with.iter().filter(|(c, _)| *c == Some(first));
            Initial {
                first,
                alone,
                second: own.filter_map(|(_, second)| *second).collect(),
            }
        };
        firsts.into_iter().map(initial).collect()
    })
}

/// Whether kinds begin with a unit, as it follows a number.
fn unit(kinds: &[Kind]) -> bool {
    let Some(&(class, c)) = kinds.first() else {
        return false;
    };
    let initials = initials();
    let known = initials.binary_search_by_key(&c, |initial| initial.first);
    match known.ok().and_then(|at| initials.get(at)) {
        Some(initial) => {
            let next = kinds.get(1).map_or(' ', |kind| kind.1);
            initial.alone != initial.second.contains(&next)
        }
        None => matches!(class, Class::Unit | Class::Scale | Class::About),
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
    matches!(c, '\u{3007}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}'
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
