//! The numbering that a paragraph begins with, as official documents write it (GB/T 9704-2012:
//! 一、 （一） 1. （1）) and as bulletins add to it (① 一是 第一章).

/// Bytes of the numbering at the start of a paragraph, its mark included; None if there is none.
pub fn label(text: &str) -> Option<usize> {
    let numerals = |c: char| "一二三四五六七八九十百零〇".contains(c);
    let digits = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let first = text.chars().next()?;
    if ('①'..='⒇').contains(&first) {
        return Some(first.len_utf8());
    }
    // （一） (1): a numeral in brackets of either width.
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let count = run(inner, numerals).or_else(|| run(inner, digits))?;
        let behind = inner.get(count..)?;
        let close = behind.chars().next().filter(|c| matches!(c, '）' | ')'))?;
        return Some(first.len_utf8() + count + close.len_utf8());
    }
    // 第一章
    if let Some(inner) = text.strip_prefix('第') {
        let count = run(inner, numerals).or_else(|| run(inner, digits))?;
        let behind = inner.get(count..)?;
        let unit = behind
            .chars()
            .next()
            .filter(|c| "章节条款项编".contains(*c))?;
        return Some('第'.len_utf8() + count + unit.len_utf8());
    }
    if let Some(count) = run(text, numerals) {
        let behind = text.get(count..)?;
        let mark = behind.chars().next().filter(|c| matches!(c, '、' | '是'))?;
        return Some(count + mark.len_utf8());
    }
    let count = run(text, digits).filter(|count| *count <= 6)?;
    let behind = text.get(count..)?;
    let mut marks = behind.chars();
    let mark = marks.next().filter(|c| matches!(c, '.' | '．' | '、'))?;
    // 5.6% is a number.
    let number = marks.next().is_some_and(digits);
    (!number).then_some(count + mark.len_utf8())
}

/// Characters of a numeral in a label, at most: 一千二百三十四 has seven.
const NUMERAL: usize = 7;

/// Bytes of a run of such characters at the start; None for none, or more than a label has.
fn run(text: &str, wanted: impl Fn(char) -> bool) -> Option<usize> {
    let run = text.chars().take(NUMERAL + 1).take_while(|c| wanted(*c));
    let (count, bytes) = run.fold((0, 0), |(n, bytes), c| (n + 1, bytes + c.len_utf8()));
    (1..=NUMERAL).contains(&count).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn numbering_is_told_from_words_and_numbers() {
        for (text, expected) in [
            ("一、总体要求", Some("一、")),
            ("十二、保障措施", Some("十二、")),
            ("（一）加快建设", Some("（一）")),
            ("(3)加快建设", Some("(3)")),
            ("1.坚持", Some("1.")),
            ("12．坚持", Some("12．")),
            ("①部署", Some("①")),
            ("一是加快", Some("一是")),
            ("第三章 附则", Some("第三章")),
            ("5.6%的增长", None),
            ("2021年", None),
            ("一批典型场景", None),
            ("（文章来源）", None),
            ("第一时间", None),
            ("一一一一一一一一是", None),
            ("", None),
        ] {
            assert_eq!(label(text).and_then(|n| text.get(..n)), expected, "{text}");
        }
    }
}
