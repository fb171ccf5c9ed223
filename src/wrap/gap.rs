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

/// Characters that count or measure behind a digit, besides those that a line may not begin with.
const COUNTED: &str = "小周厘角代轮层所省市县成张本枚艘架间门道";

/// Whether a gap stands between two clusters; `before` is the one left of both, `after` the one
/// right of them.
pub fn between(before: Option<Kind>, left: Kind, right: Kind, after: Option<Kind>) -> bool {
    let is = |kind: Option<Kind>, class: Class| kind.is_some_and(|(own, _)| own == class);
    let unit = |(class, c): Kind| {
        matches!(class, Class::Unit | Class::Scale | Class::About) || COUNTED.contains(c)
    };
    if western(left) && han(right) {
        // IPv6 is a word, 6 a number.
        let number = left.0 == Class::Digit && !is(before, Class::Latin);
        !(number && unit(right))
    } else if han(left) && western(right) {
        // 2021年|12月 is one date, 2小时|30分 one time, 第|5 one number; 2021年|5G is none.
        let number = right.0 == Class::Digit && !is(after, Class::Latin);
        let counted = is(before, Class::Digit) || before.is_some_and(|(_, c)| c == '小');
        !(number && (unit(left) && counted || left.1 == '第'))
    } else {
        false
    }
}

/// Byte offsets of the gaps in a line's text: on cluster boundaries, none at its edges. `above` is
/// what stands before the line in its paragraph, `below` what stands behind it.
pub fn gaps(above: &str, words: &str, below: &str) -> Vec<usize> {
    let kind = |cluster: &str| cluster.chars().next().map(|c| (class(c), c));
    let mut before = last_cluster(above).and_then(kind);
    let mut left: Option<Kind> = None;
    let mut found = Vec::new();
    let mut clusters = clusters(words, Ambiguous::Narrow).peekable();
    while let Some(cluster) = clusters.next() {
        let right = kind(cluster.text);
        let after = match clusters.peek() {
            Some(next) => kind(next.text),
            None => kind(below),
        };
        if let (Some(l), Some(r)) = (left, right) {
            if between(before, l, r, after) {
                found.push(cluster.start);
            }
            before = left;
        }
        left = right;
    }
    found
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
