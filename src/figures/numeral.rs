//! Chinese and Arabic numerals into numbers.

/// A number at the start of a text, and the bytes it took. 万, 亿 and their mixtures are
/// multiplied out: `1.4万` is 14000, `81.5万亿` is 8.15e13, `1亿2000万` is 1.2e8, `百` is 100,
/// `亿` alone is 1e8. None for a number beyond what is finite.
pub fn number(text: &str) -> Option<(f64, usize)> {
    let (mut value, mut used, mut factor) = part(text)?;
    // 1亿2000万, 3万5千: each part in smaller units than the one before.
    while factor > 1.0
        && let Some((more, bytes, smaller)) = text.get(used..).and_then(arabic_part)
        && smaller < factor
        && more < factor
    {
        (value, used, factor) = (value + more, used + bytes, smaller);
    }
    value.is_finite().then_some((value, used))
}

/// A numeral with what it is multiplied by: the value, its bytes, the multiplier.
fn part(text: &str) -> Option<(f64, usize, f64)> {
    let (value, used) = match arabic(text) {
        Some(found) => found,
        None => chinese(text)?,
    };
    Some(scaled(text, value, used))
}

/// The same for a numeral in Arabic digits with a multiplier of its own.
fn arabic_part(text: &str) -> Option<(f64, usize, f64)> {
    let (value, used) = arabic(text)?;
    let part = scaled(text, value, used);
    (part.2 > 1.0).then_some(part)
}

fn scaled(text: &str, mut value: f64, mut used: usize) -> (f64, usize, f64) {
    let mut times = 1.0;
    for c in text.get(used..).unwrap_or_default().chars() {
        match scale(c) {
            Some(factor) => times *= factor,
            None => break,
        }
        used += c.len_utf8();
    }
    value *= times;
    (value, used, times)
}

/// The multipliers that a text begins with, multiplied, and what follows.
pub fn scales(text: &str) -> (f64, &str) {
    let (times, used, _) = scaled(text, 1.0, 0);
    (times, text.get(used..).unwrap_or_default())
}

/// The multiplier that stands right behind a number: 万 in `5万家`. 1 for none.
pub fn scale_behind(text: &str) -> f64 {
    part(text).map_or(1.0, |(_, _, times)| times)
}

fn scale(c: char) -> Option<f64> {
    match c {
        '十' => Some(10.0),
        '百' => Some(100.0),
        '千' => Some(1e3),
        '万' => Some(1e4),
        '亿' => Some(1e8),
        _ => None,
    }
}

fn digit(c: char) -> Option<f64> {
    let value = match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some(f64::from(value))
}

/// `1,234.5`: groups of three behind a comma, one decimal point.
fn arabic(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let digits = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    let mut used = digits(0);
    if used == 0 {
        return None;
    }
    while bytes.get(used) == Some(&b',') && digits(used + 1) == 3 {
        used += 4;
    }
    if bytes.get(used) == Some(&b'.') && digits(used + 1) > 0 {
        used += 1 + digits(used + 1);
    }
    let plain: String = text.get(..used)?.chars().filter(|c| *c != ',').collect();
    Some((plain.parse().ok()?, used))
}

/// `三百二十`, `十二`, `二〇二一`, a bare `百` or `亿`.
fn chinese(text: &str) -> Option<(f64, usize)> {
    let (mut total, mut section, mut unit, mut used) = (0.0, 0.0, None, 0);
    let mut positional = false;
    for c in text.chars() {
        if let Some(value) = digit(c) {
            unit = Some(match unit {
                Some(before) if positional => before * 10.0 + value,
                _ => value,
            });
            positional = true;
        } else if let Some(factor) = scale(c) {
            positional = false;
            if factor >= 1e4 {
                let before = section + unit.take().unwrap_or(0.0);
                let times = if before == 0.0 && total == 0.0 {
                    1.0
                } else {
                    before
                };
                total = if times == 0.0 {
                    total * factor
                } else {
                    total + times * factor
                };
                section = 0.0;
            } else {
                section += unit.take().unwrap_or(1.0) * factor;
            }
        } else if c == '点' && unit.is_some() {
            let (tail, bytes) = decimals(text.get(used + c.len_utf8()..)?)?;
            return Some((
                total + section + unit.unwrap_or(0.0) + tail,
                used + c.len_utf8() + bytes,
            ));
        } else {
            break;
        }
        used += c.len_utf8();
    }
    (used > 0).then(|| (total + section + unit.unwrap_or(0.0), used))
}

fn decimals(text: &str) -> Option<(f64, usize)> {
    let (mut value, mut place, mut used) = (0.0, 0.1, 0);
    for c in text.chars() {
        let Some(d) = digit(c) else { break };
        value += d * place;
        place /= 10.0;
        used += c.len_utf8();
    }
    (used > 0).then_some((value, used))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numerals_of_both_scripts_are_read() {
        for (text, value) in [
            ("166个", 166.0),
            ("50亿次", 5e9),
            ("1.4万余个", 14_000.0),
            ("81.5万亿元", 8.15e13),
            ("1亿2000万元", 1.2e8),
            ("3万5千家", 35_000.0),
            ("2万亿5000亿元", 2.5e12),
            ("1,234.5", 1234.5),
            ("百余起", 100.0),
            ("亿", 1e8),
            ("四方面", 4.0),
            ("十二", 12.0),
            ("三百二十", 320.0),
            ("一亿二千万", 1.2e8),
            ("二〇二一", 2021.0),
            ("三点五", 3.5),
        ] {
            let read = number(text).map(|n| n.0);
            assert!(
                read.is_some_and(|n| (n - value).abs() < 1e-6 * value),
                "{text}: {read:?}"
            );
        }
        assert_eq!(number("个"), None);
        assert_eq!(number(&"9".repeat(400)), None);
    }
}
