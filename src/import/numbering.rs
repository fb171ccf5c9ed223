//! Numbering as documents write it: GB/T 9704-2012 §7.3.3 (一、（一）1.（1）), chapters, 一是, ①, and those of
//! Japanese and English.

use crate::calendar::document_year;

/// A manner of numbering. Those that are the same make siblings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Manner {
    /// 第一编, 第一部分, Part I.
    Part,
    /// 第一章, Chapter 1.
    Chapter,
    /// 第一节.
    Article,
    /// 第一条.
    Clause,
    /// 壹、
    Formal,
    /// 一、
    Han,
    /// （一）
    HanInBrackets,
    /// 1. 1、
    Digit,
    /// 1.1 and deeper, by its depth.
    Decimal(u8),
    /// （1）
    DigitInBrackets,
    /// 1）
    DigitWithBracket,
    /// ①
    Circled,
    /// 一是
    Is,
    /// 一要
    Must,
    /// 第一，
    Di,
    /// ——
    Dash,
    /// I.
    Roman,
    /// ア
    Kana,
    /// （ア）
    KanaInBrackets,
}

/// Numbering at the beginning of some words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its manner.
    pub manner: Manner,
    /// Its number, from 1; 0 for a dash.
    pub number: u32,
    /// Bytes that it takes.
    pub bytes: usize,
}

impl Label {
    /// The numbering that stands in a text before its rest.
    fn before(rest: &str, text: &str, manner: Manner, number: u32) -> Self {
        Self {
            manner,
            number,
            bytes: text.len() - rest.len(),
        }
    }
}

const HAN: &str = "一二三四五六七八九十百壹貳贰參叁肆伍陸陆柒捌玖拾";

/// The number that Chinese numerals up to 百 stand for.
fn han_number(digits: &str) -> Option<u32> {
    let mut sum = 0;
    let mut digit = 0;
    for c in digits.chars() {
        // 壹、貳、: documents of Taiwan.
        let formal = ["壹", "貳贰", "參叁", "肆", "伍", "陸陆", "柒", "捌", "玖"];
        let plain = "一二三四五六七八九".chars().position(|d| d == c);
        match plain.or_else(|| formal.iter().position(|forms| forms.contains(c))) {
            Some(at) if digit == 0 => digit = at as u32 + 1,
            Some(_) => return None,
            None => {
                let unit = if matches!(c, '十' | '拾') { 10 } else { 100 };
                sum += digit.max(1) * unit;
                digit = 0;
            }
        }
    }
    Some(sum + digit).filter(|number| *number > 0)
}

/// The bytes of leading characters that a test takes, at most so many.
fn run(text: &str, most: usize, takes: impl Fn(char) -> bool) -> usize {
    let chars = text.chars().take_while(|c| takes(*c)).take(most + 1);
    let (mut count, mut bytes) = (0, 0);
    for c in chars {
        count += 1;
        bytes += c.len_utf8();
    }
    if count > most { 0 } else { bytes }
}

fn parted(text: &str, most: usize, takes: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let bytes = run(text, most, takes);
    (bytes > 0).then(|| text.split_at(bytes))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn digits(text: &str) -> u32 {
    text.chars().fold(0, |number, c| {
        let digit = match c {
            '０'..='９' => u32::from(c) - u32::from('０'),
            c => c.to_digit(10).unwrap_or(0),
        };
        number * 10 + digit
    })
}

fn roman(text: &str) -> Option<u32> {
    let (mut sum, mut before) = (0, 0);
    for c in text.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        sum = if value < before {
            u32::checked_sub(sum, value)?
        } else {
            sum + value
        };
        before = value;
    }
    Some(sum).filter(|number| *number > 0)
}

/// The numbering that some words begin with. `after` is the number that the last one of digits had, if
/// there is one: it tells 3．10种 behind 2. from a decimal fraction.
pub fn label(text: &str, after: Option<u32>) -> Option<Label> {
    let first = text.chars().next()?;
    let found = |manner, number, rest: &str| Some(Label::before(rest, text, manner, number));
    match first {
        '第' => di(text),
        '（' | '(' => brackets(text),
        '—' | '―' | '─'
            if text.starts_with("——") || text.starts_with("――") || text.starts_with("──") =>
        {
            let rest = text.trim_start_matches(['—', '―', '─']);
            found(Manner::Dash, 0, rest).filter(|label| label.bytes <= 6)
        }
        '①'..='⑳' => {
            let rest = text.get(first.len_utf8()..)?;
            found(Manner::Circled, u32::from(first) - u32::from('①') + 1, rest)
        }
        c if is_digit(c) => digit(text, after),
        c if HAN.contains(c) => han(text),
        'ア'..='ン' => {
            let rest = text.get(first.len_utf8()..)?;
            let gap = rest.starts_with([' ', '\u{3000}', '．', '、']);
            let bytes = rest
                .chars()
                .next()
                .map_or(0, |c| if c.is_whitespace() { 0 } else { c.len_utf8() });
            let number = "アイウエオカキクケコサシスセソタチツテト"
                .chars()
                .position(|k| k == first)?;
            gap.then(|| found(Manner::Kana, number as u32 + 1, rest.get(bytes..)?))?
        }
        'P' | 'C' | 'I' | 'V' | 'X' => english(text),
        _ => None,
    }
}

/// 第一章, 第3节, 第一，
fn di(text: &str) -> Option<Label> {
    let rest = text.strip_prefix('第')?;
    let (number, rest) = parted(rest, 4, |c| HAN.contains(c))
        .map(|(number, rest)| (han_number(number), rest))
        .or_else(|| parted(rest, 3, is_digit).map(|(number, rest)| (Some(digits(number)), rest)))?;
    let number = number?;
    let manners = [
        ("部分", Manner::Part),
        ("编", Manner::Part),
        ("編", Manner::Part),
        ("篇", Manner::Part),
        ("章", Manner::Chapter),
        ("节", Manner::Article),
        ("節", Manner::Article),
        ("条", Manner::Clause),
        ("條", Manner::Clause),
        ("，", Manner::Di),
        (",", Manner::Di),
        ("、", Manner::Di),
        ("是", Manner::Di),
    ];
    let (mark, manner) = manners.iter().find(|(mark, _)| rest.starts_with(mark))?;
    let rest = rest.get(mark.len()..)?;
    if *mark == "、" && is_enumeration(rest) {
        return None;
    }
    Some(Label::before(rest, text, *manner, number))
}

/// （一）, (1), （ア）
fn brackets(text: &str) -> Option<Label> {
    let inner = text.strip_prefix(['（', '('])?;
    let found = |manner, number, rest: &str| {
        let rest = rest.strip_prefix(['）', ')'])?;
        Some(Label::before(rest, text, manner, number))
    };
    if let Some((number, rest)) = parted(inner, 3, |c| HAN.contains(c)) {
        return found(Manner::HanInBrackets, han_number(number)?, rest);
    }
    if let Some((number, rest)) = parted(inner, 3, is_digit) {
        return found(Manner::DigitInBrackets, digits(number), rest);
    }
    let (kana, rest) = parted(inner, 1, |c| ('ア'..='ン').contains(&c))?;
    let number = "アイウエオカキクケコサシスセソタチツテト".find(kana)? / 3;
    found(Manner::KanaInBrackets, number as u32 + 1, rest)
}

/// 一、 一是 一要
fn han(text: &str) -> Option<Label> {
    let (number, rest) = parted(text, 4, |c| HAN.contains(c))?;
    let number = han_number(number)?;
    let manners = [
        ("、", Manner::Han),
        ("．", Manner::Han),
        (". ", Manner::Han),
        ("是", Manner::Is),
        ("要", Manner::Must),
    ];
    let (mark, manner) = manners.iter().find(|(mark, _)| rest.starts_with(mark))?;
    let rest = rest.get(mark.len()..)?;
    if *mark == "、" && is_enumeration(rest) {
        return None;
    }
    let formal =
        *manner == Manner::Han && !text.starts_with(|c: char| "一二三四五六七八九十".contains(c));
    let manner = if formal { &Manner::Formal } else { manner };
    Some(Label::before(rest, text, *manner, number))
}

/// 1. 1、 1) 1.1
fn digit(text: &str, after: Option<u32>) -> Option<Label> {
    let (written, rest) = parted(text, 3, is_digit)?;
    let number = digits(written);
    // 1　国家戦略の推進
    if rest.starts_with('\u{3000}')
        && written.chars().count() <= 2
        && text.chars().count() <= 50
        && !text.ends_with('。')
    {
        return Some(Label {
            manner: Manner::Digit,
            number,
            bytes: written.len(),
        });
    }
    if let Some(rest) = rest.strip_prefix(['）', ')']) {
        return Some(Label::before(rest, text, Manner::DigitWithBracket, number));
    }
    let near = rest
        .strip_prefix(' ')
        .filter(|rest| rest.starts_with('、'))
        .unwrap_or(rest);
    if let Some(rest) = near.strip_prefix('、') {
        return Some(Label::before(rest, text, Manner::Digit, number));
    }
    let (mark, behind) = (
        rest.chars().next()?,
        rest.get(rest.chars().next()?.len_utf8()..)?,
    );
    if !matches!(mark, '.' | '．') {
        return None;
    }
    let Some((fraction, far)) = parted(behind, 6, is_digit) else {
        return Some(Label::before(behind, text, Manner::Digit, number));
    };
    // 1.5G网络 is number 1 and a name; 5.5G is a name.
    let generation = matches!(fraction, "2" | "3" | "4" | "5" | "6")
        && far.starts_with(['G', 'g'])
        && (number != 5 || after == Some(4));
    if generation {
        return Some(Label::before(behind, text, Manner::Digit, number));
    }
    let deeper = decimal(behind);
    if let Some((depth, number, rest)) = deeper {
        return Some(Label::before(rest, text, Manner::Decimal(depth), number));
    }
    // 2.2019年 is number 2 and a year, 3．10种 behind 2. number 3 and ten.
    let year = fraction.len() == 4
        && document_year(digits(fraction)).is_some()
        && !far.starts_with(['%', '％', '万', '亿']);
    let next = after.is_some_and(|after| after + 1 == number);
    (year || next).then(|| Label::before(behind, text, Manner::Digit, number))
}

/// The rest of 1.1 and 1.2.3 behind the first point: how deep, its last number, and what stands behind. A
/// space has to follow.
fn decimal(text: &str) -> Option<(u8, u32, &str)> {
    let mut depth = 1;
    let mut rest = text;
    loop {
        let (number, behind) = parted(rest, 3, is_digit)?;
        depth += 1;
        let number = digits(number);
        match behind.strip_prefix(['.', '．']) {
            Some(more) if more.starts_with(is_digit) && depth < 6 => rest = more,
            Some(more) if more.starts_with(char::is_whitespace) => {
                return Some((depth, number, more));
            }
            // 1.5 亿元 is a figure.
            _ if behind.starts_with(char::is_whitespace) && !is_unit(behind.trim_start()) => {
                return Some((depth, number, behind));
            }
            _ => return None,
        }
    }
}

/// Whether words begin with a unit, so that what stands before them is a figure.
fn is_unit(words: &str) -> bool {
    let units = [
        "亿",
        "万元",
        "万亿",
        "万户",
        "万个",
        "万人",
        "万吨",
        "万公里",
        "%",
        "％",
        "倍",
        "吨",
        "公里",
        "平方",
        "个百分点",
        "个基点",
    ];
    units.iter().any(|unit| words.starts_with(unit))
}

/// Whether words behind 一、 go on with another numeral: 一、二季度, 第一、二、三产业.
fn is_enumeration(rest: &str) -> bool {
    let Some((_, rest)) = parted(rest, 2, |c| HAN.contains(c)) else {
        return false;
    };
    rest.starts_with(['、', '季', '线', '产', '级', '类'])
}

/// Part I, Chapter 1, I.
fn english(text: &str) -> Option<Label> {
    for (word, manner) in [
        ("Part ", Manner::Part),
        ("PART ", Manner::Part),
        ("Chapter ", Manner::Chapter),
        ("CHAPTER ", Manner::Chapter),
    ] {
        let Some(rest) = text.strip_prefix(word) else {
            continue;
        };
        let bytes = run(rest, 8, |c| c.is_ascii_alphanumeric());
        let (number, rest) = rest.split_at_checked(bytes)?;
        let number = number.parse().ok().or_else(|| roman(number))?;
        let rest = rest.strip_prefix(['.', ':']).unwrap_or(rest);
        return Some(Label::before(rest, text, manner, number));
    }
    let (number, rest) = parted(text, 6, |c| matches!(c, 'I' | 'V' | 'X'))?;
    let rest = rest.strip_prefix('.')?;
    if !rest.starts_with(char::is_whitespace) {
        return None;
    }
    Some(Label::before(rest, text, Manner::Roman, roman(number)?))
}

/// Whether words are numbering and nothing else.
pub fn is_label_alone(text: &str) -> bool {
    label(text, None).is_some_and(|label| {
        text.get(label.bytes..)
            .is_some_and(|rest| rest.trim().is_empty())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbering_is_read_in_all_its_manners() {
        for (text, manner, number, bytes) in [
            ("一、总体要求", Manner::Han, 1, 6),
            ("二十一、其他", Manner::Han, 21, 12),
            ("（一）指导思想", Manner::HanInBrackets, 1, 9),
            ("(十二)指导思想", Manner::HanInBrackets, 12, 8),
            ("1.推进", Manner::Digit, 1, 2),
            ("12．推进", Manner::Digit, 12, 5),
            ("3、推进", Manner::Digit, 3, 4),
            ("1 、推进", Manner::Digit, 1, 5),
            ("1.5G网络建设", Manner::Digit, 1, 2),
            ("壹、前言", Manner::Formal, 1, 6),
            ("拾貳、結語", Manner::Formal, 12, 9),
            ("二. 总体思路", Manner::Han, 2, 5),
            ("（10）做好", Manner::DigitInBrackets, 10, 8),
            ("1）做好", Manner::DigitWithBracket, 1, 4),
            ("②补充", Manner::Circled, 2, 3),
            ("三是加快", Manner::Is, 3, 6),
            ("四要创新", Manner::Must, 4, 6),
            ("第三,变革", Manner::Di, 3, 7),
            ("第十二章 附则", Manner::Chapter, 12, 12),
            ("第6章　ICT政策", Manner::Chapter, 6, 7),
            ("第1節", Manner::Article, 1, 7),
            ("——经济", Manner::Dash, 0, 6),
            ("Part II Review", Manner::Part, 2, 7),
            ("IV. Plans", Manner::Roman, 4, 3),
            ("1.2 Targets", Manner::Decimal(2), 2, 3),
            ("1.2.3 Targets", Manner::Decimal(3), 3, 5),
            ("（ア）電波", Manner::KanaInBrackets, 1, 9),
            ("1　国家戦略の推進", Manner::Digit, 1, 1),
            ("2.2019 was a year", Manner::Digit, 2, 2),
        ] {
            assert_eq!(
                label(text, None),
                Some(Label {
                    manner,
                    number,
                    bytes
                }),
                "{text}"
            );
        }
        assert_eq!(
            label("3．10种有色金属", Some(2)).map(|label| label.number),
            Some(3)
        );
    }

    #[test]
    fn what_only_looks_like_numbering_is_none() {
        for text in [
            "2.5万亿元",
            "10种",
            "一带一路",
            "第三产业",
            "十四五时期",
            "5G网络",
            "2021年",
            "（草案）",
            "I am",
            "Parting",
        ] {
            assert_eq!(label(text, None), None, "{text}");
        }
        assert!(is_label_alone("一是") && is_label_alone("（一）") && !is_label_alone("一是甲"));
    }
}
