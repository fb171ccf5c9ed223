//! The number of a printed value: one grammar for values that are read and for those that are
//! looked for in running text. Knows nothing of bounding words and units.

use super::unit::unit as unit_of;
use crate::lexicon::{Chars, Firsts, List};
use crate::model::{Measure, Trend};
use crate::text::numeral::{BASE, digit, exact, is_numeral, number, scale, scale_after, scales};

/// Signs of a number below zero.
static MINUS: List = List::new("minus");
/// Words after a number for more than it, and the form in which a reading names them.
static MORE: List<&'static str> = List::of("more-behind", Some);
/// Marks and words between the ends of a range, the longest first.
static DASHES: List = List::new("range");
/// Words after a span of time, which is no range of numbers: 1~7月.
static RANGES_OF_TIME: List = List::new("range-of-time");
/// 几 and 数 before 十, 百, 千, 万 and 亿: a number that nobody told.
pub static SEVERAL: List = List::new("several");
/// Neighbouring numerals that are the ends of a range though there is one between them: 三五百.
static ABOUT_PAIR: List = List::new("about-pair");
/// 一半, 半, 翻…番, 分之, 又 and 成: numbers in words.
static HALF_SHARE: List = List::new("half-share");
static HALF: List = List::new("half-number");
static TIMES_OVER: List = List::new("times-over");
static TIMES_OVER_END: List = List::new("times-over-end");
static PART_OF: List = List::new("part-of");
static AND_PART: List = List::new("and-part");
static TENTH: List = List::new("tenth");
/// Letters that may follow 成: others make it a word.
static AFTER_TENTH: Chars = Chars::new(List::new("after-tenth"));
static POINT: Chars = Chars::new(List::new("point"));

/// What a number in words, or its sign, begins with.
static IN_WORDS: Firsts = Firsts::of(&[&HALF_SHARE, &HALF, &TIMES_OVER, &MINUS, &SEVERAL]);

/// Whether a quantity may begin with a character: asked of every character of a text.
pub fn may_begin(c: char) -> bool {
    c.is_ascii() || is_numeral(c) || IN_WORDS.has(c)
}

/// 半.
pub const ONE_HALF: f64 = f64::midpoint(0.0, 1.0);
/// A whole in percent.
const PERCENT: f64 = 100.0;
/// Half of a whole, in percent.
const HALF_PERCENT: f64 = ONE_HALF * PERCENT;
/// 成, in percent.
const TENTH_PERCENT: f64 = PERCENT / BASE;

/// The text after a minus sign; None without one.
pub fn without_minus(text: &str) -> &str {
    MINUS.strip_start(text).unwrap_or(text)
}

/// A quantity without its unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Quantity {
    /// The number; None for a range.
    pub number: Option<f64>,
    /// Ends of a range.
    pub range: Option<(f64, f64)>,
    /// Percent by its own words: 五成, 百分之六十, 三分之一.
    pub percent: bool,
    /// 翻番 says growth.
    pub trend: Option<Trend>,
    /// What the words of the number make of it.
    pub measure: Option<Measure>,
    /// 余, 多 or 几, in the form that a reading names.
    pub more: Option<&'static str>,
}

/// The quantity that a text begins with and the bytes it took, 余 and 万 included, the unit not.
pub fn quantity(text: &str) -> Option<(Quantity, usize)> {
    let signless = without_minus(text);
    let sign = text.len() - signless.len();
    let (mut out, used) = special(signless)
        .or_else(|| several(signless))
        .or_else(|| approximate(signless))
        .or_else(|| fraction(signless))
        .or_else(|| counted(signless, sign > 0))?;
    if sign > 0 {
        out.number = out.number.map(|number| -number);
    }
    let used = sign + used;
    let more = more(text.get(used..)?, &mut out);
    Some((out, used + more))
}

/// Bytes of 翻番, 翻一番, 翻两番.
pub fn doubled(text: &str) -> Option<usize> {
    special(text)
        .filter(|(quantity, _)| quantity.trend.is_some())
        .map(|(_, used)| used)
}

/// 翻番 (once more), 翻两番 (three times more), 半 (0.5): numbers without a unit, as printed.
fn special(text: &str) -> Option<(Quantity, usize)> {
    if let Some(rest) = HALF_SHARE.strip_start(text) {
        let half = Quantity {
            number: Some(HALF_PERCENT),
            percent: true,
            measure: Some(Measure::Share),
            ..Quantity::default()
        };
        return Some((half, text.len() - rest.len()));
    }
    if let Some(rest) = HALF.strip_start(text) {
        let half = Quantity {
            number: Some(ONE_HALF),
            measure: Some(Measure::Share),
            ..Quantity::default()
        };
        return Some((half, text.len() - rest.len()));
    }
    let rest = TIMES_OVER.strip_start(text)?;
    let times = rest.chars().next()?;
    let (times, rest) = match digit(times).filter(|times| *times >= 1.0) {
        Some(count) => (count, rest.get(times.len_utf8()..)?),
        None => (1.0, rest),
    };
    let rest = TIMES_OVER_END.strip_start(rest)?;
    let more = Quantity {
        number: Some(libm::exp2(times) - 1.0),
        trend: Some(Trend::Up),
        measure: Some(Measure::Change),
        ..Quantity::default()
    };
    Some((more, text.len() - rest.len()))
}

/// 几十万, 数百: so much that the number is several of it, and is not known.
fn several(text: &str) -> Option<(Quantity, usize)> {
    let word = SEVERAL.start(text)?;
    let rest = text.get(word.len()..)?;
    let (times, tail) = scales(rest);
    let unknown = Quantity {
        more: Some(word),
        ..Quantity::default()
    };
    (times > 1.0).then_some((unknown, text.len() - tail.len()))
}

/// 百分之六十, 三分之一, 三又二分之一, 五成, 七成六.
fn fraction(text: &str) -> Option<(Quantity, usize)> {
    let (value, used) = number(text)?;
    let rest = text.get(used..)?;
    if let Some((above, tail)) = part_of(value, rest) {
        let low = percent(above, value);
        return Some(match end_of_shares(value, tail) {
            Some((high, tail)) if low <= high => (shares(low, high), text.len() - tail.len()),
            _ => (share(low), text.len() - tail.len()),
        });
    }
    if let Some(tail) = AND_PART.strip_start(rest) {
        let (below, used) = number(tail)?;
        let (above, tail) = part_of(below, tail.get(used..)?)?;
        let mixed = Quantity {
            number: Some(value + above / below),
            ..Quantity::default()
        };
        return Some((mixed, text.len() - tail.len()));
    }
    let (tenths, tail) = tenths(value, rest).filter(|(_, tail)| !may_be_word(tail))?;
    Some((share(tenths), text.len() - tail.len()))
}

/// A share in percent.
fn share(number: f64) -> Quantity {
    Quantity {
        number: Some(number),
        percent: true,
        measure: Some(Measure::Share),
        ..Quantity::default()
    }
}

fn shares(low: f64, high: f64) -> Quantity {
    Quantity {
        number: None,
        range: Some((low, high)),
        ..share(low)
    }
}

/// The upper end of 百分之五到百分之八 or 百分之五到八, in percent, after the lower one.
fn end_of_shares(below: f64, rest: &str) -> Option<(f64, &str)> {
    let tail = DASHES.strip_start(rest)?;
    let (value, used) = number(tail)?;
    let after = tail.get(used..)?;
    match part_of(value, after) {
        Some((above, after)) => Some((percent(above, value), after)),
        // 百分之五到八家 goes on with another number.
        None if unit_of(after, "").is_empty() => Some((percent(value, below), after)),
        None => None,
    }
}

/// Whether 成 before a text may begin a word: 一成立, 三成员, but not 五成以上 and 七成农户.
fn may_be_word(after: &str) -> bool {
    after.starts_with(|c: char| c.is_alphabetic() && !AFTER_TENTH.has(c))
}

/// 成 after a number, as percent, and what follows: 五成, 七成六.
fn tenths(value: f64, rest: &str) -> Option<(f64, &str)> {
    let tail = TENTH.strip_start(rest)?;
    let next = tail.chars().next();
    if let Some(more) = next.and_then(digit) {
        let tail = tail.get(next.map_or(0, char::len_utf8)..)?;
        return Some((value * TENTH_PERCENT + more, tail));
    }
    Some((value * TENTH_PERCENT, tail))
}

/// A fraction in percent.
fn percent(above: f64, below: f64) -> f64 {
    exact(above * PERCENT) / below
}

/// 分之二 after its denominator: its numerator, and what follows.
fn part_of(below: f64, rest: &str) -> Option<(f64, &str)> {
    let tail = PART_OF.strip_start(rest)?;
    let signless = MINUS.strip_start(tail);
    let tail = signless.unwrap_or(tail);
    let (above, used) = number(tail)?;
    let sign = if signless.is_some() { -1.0 } else { 1.0 };
    (below != 0.0).then_some((sign * above, tail.get(used..)?))
}

/// 七八百, 十五六, 一万六七千, 七八成: neighbouring numerals are the ends of a range.
fn approximate(text: &str) -> Option<(Quantity, usize)> {
    let end = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
    let (numeral, rest) = text.split_at_checked(end)?;
    let (at, low, high) = pair(numeral)?;
    if rest.starts_with(|c| POINT.has(c)) {
        return None;
    }
    // Read with the one and with the other: 一万六千, 一万七千.
    let (head, tail) = (
        numeral.get(..at)?,
        numeral.get(at + low.len_utf8() + high.len_utf8()..)?,
    );
    let one = |digit: char| {
        let text = format!("{head}{digit}{tail}");
        let (value, used) = number(&text)?;
        (used == text.len()).then_some(value)
    };
    let (low, high) = (one(low)?, one(high)?);
    if let Some(((low, _), (high, after))) = tenths(low, rest).zip(tenths(high, rest)) {
        return Some((shares(low, high), text.len() - after.len()));
    }
    let about = Quantity {
        range: Some((low, high)),
        ..Quantity::default()
    };
    // 三四 alone, and 十四五 without a unit, may be a name.
    let scaled = tail.chars().any(|c| scale(c).is_some());
    (scaled || !unit_of(rest, numeral).is_empty()).then_some((about, numeral.len()))
}

/// The two neighbouring digits of a numeral that are the ends of a range, and where they stand. None where there are
/// more than two digits in a row (二〇二一), or two such places.
fn pair(numeral: &str) -> Option<(usize, char, char)> {
    let value = |c: char| digit(c).filter(|value| *value >= 1.0);
    let mut found = None;
    let mut before: Option<(usize, char)> = None;
    for (at, c) in numeral.char_indices() {
        if digit(c).is_none() {
            before = None;
            continue;
        }
        let Some((first_at, first)) = before.replace((at, c)) else {
            continue;
        };
        // 一千零五六
        if digit(first) == Some(0.0) {
            continue;
        }
        let (low, high) = (value(first)?, value(c)?);
        let text = numeral.get(first_at..at + c.len_utf8())?;
        // 十三五 is the name of a plan.
        let named = first_at == 0 && ABOUT_PAIR.has(text);
        let near = (high - low - 1.0).abs() < f64::EPSILON;
        if found.is_some() || !(near || named) {
            return None;
        }
        found = Some((first_at, first, c));
    }
    found
}

/// 166, 1.4万, 6%—6.5%, 20至22亿, 3万个到5万个.
fn counted(text: &str, negative: bool) -> Option<(Quantity, usize)> {
    let (value, used) = number(text)?;
    let range = range_end(text.get(used..)?, text.get(..used)?).map(|(high, scale, more)| {
        // 20至22亿: the multiplier of the upper end holds for the lower one too, 八到一百 has its own.
        let own = scale_after(text) > 1.0 || value * scale > high;
        let low = if own { value } else { value * scale };
        (if negative { -low } else { low }, high, more)
    });
    let mut out = Quantity::default();
    // 附件2-1 is no range.
    if let Some((low, high, more)) = range.filter(|(low, high, _)| low <= high) {
        let used = used + more;
        // 七到八成
        if let Some(((low, _), (high, after))) = text
            .get(used..)
            .and_then(|rest| tenths(low, rest).zip(tenths(high, rest)))
        {
            return Some((shares(low, high), text.len() - after.len()));
        }
        out.range = Some((low, high));
        return Some((out, used));
    }
    out.number = Some(value);
    Some((out, used))
}

/// The upper end of a range (`6%-6.5%`, `20至22亿吨`, `3个到5个`), read after the lower one: its value, its
/// multiplier, and the bytes up to its unit.
fn range_end(rest: &str, low: &str) -> Option<(f64, f64, usize)> {
    let unit = unit_of(rest, low);
    let after = rest.strip_prefix('%').or_else(|| rest.strip_prefix(unit))?;
    let tail = DASHES.strip_start(after)?;
    let signless = without_minus(tail);
    let first = signless.chars().next()?;
    if !first.is_ascii_digit() && digit(first).is_none() {
        return None;
    }
    let (high, used) = number(signless)?;
    let end = rest.len() - signless.len() + used;
    let after = rest.get(end..)?;
    // 2016-2020 and 1~7月 are times; 3个到5家 are two numbers.
    let time = RANGES_OF_TIME.starts(after);
    let same = unit.is_empty() || after.starts_with(unit);
    let sign = if signless.len() < tail.len() {
        -1.0
    } else {
        1.0
    };
    (!time && same).then_some((sign * high, scale_after(signless), end))
}

/// Reads 余, 多 and 几 after a number and the multipliers after them; returns their bytes.
fn more(text: &str, out: &mut Quantity) -> usize {
    let mut rest = text;
    while let Some((word, named)) = MORE.opening(rest) {
        out.more = Some(named);
        // 3000余万, 20多亿元: the multiplier follows the word.
        let (times, tail) = scales(rest.get(word.len()..).unwrap_or_default());
        out.number = out.number.map(|number| number * times);
        rest = tail;
    }
    text.len() - rest.len()
}

#[cfg(test)]
#[allow(clippy::string_slice)] // tests say what they expect
mod tests {
    use super::*;

    fn of(text: &str) -> (Option<f64>, Option<(f64, f64)>, &str) {
        let (quantity, used) = quantity(text).unwrap();
        (quantity.number, quantity.range, &text[used..])
    }

    #[test]
    fn numbers_end_where_their_unit_begins() {
        for (text, number, rest) in [
            ("166个", 166.0, "个"),
            ("3000余万个", 3e7, "个"),
            ("20多亿元", 2e9, "元"),
            ("30多年", 30.0, "多年"),
            ("五成以上", 50.0, "以上"),
            ("七成六", 76.0, ""),
            ("一成立", 1.0, "成立"),
            ("千分之五", 0.5, ""),
            ("百分之四百十一", 411.0, ""),
            ("百分之一点五七", 1.57, ""),
            ("翻三番", 7.0, ""),
            ("翻番", 1.0, ""),
            ("-3%", -3.0, "%"),
            ("三又二分之一", 3.5, ""),
        ] {
            assert_eq!(of(text), (Some(number), None, rest), "{text}");
        }
    }

    #[test]
    fn several_is_a_number_that_nobody_told() {
        for (text, rest) in [("几十万户", "户"), ("数百万元", "元"), ("數千人", "人")]
        {
            assert_eq!(of(text), (None, None, rest), "{text}");
        }
        for text in ["数字经济", "几个", "数"] {
            assert!(quantity(text).is_none(), "{text}");
        }
    }

    #[test]
    fn ranges_have_two_ends() {
        for (text, low, high, rest) in [
            ("6%—6.5%左右", 6.0, 6.5, "%左右"),
            ("20至22亿吨", 2e9, 2.2e9, "吨"),
            ("3万个到5万个", 3e4, 5e4, "个"),
            ("20亿元至22亿元", 2e9, 2.2e9, "元"),
            ("-5%到-3%", -5.0, -3.0, "%"),
            ("七八百个", 700.0, 800.0, "个"),
            ("十五六家", 15.0, 16.0, "家"),
            ("两三千人", 2000.0, 3000.0, "人"),
            ("三五百户", 300.0, 500.0, "户"),
            ("一万六七千人", 16_000.0, 17_000.0, "人"),
            ("一亿二三千万元", 1.2e8, 1.3e8, "元"),
            ("二十七八万亩", 2.7e5, 2.8e5, "亩"),
            ("一百二三个", 120.0, 130.0, "个"),
            ("三四个", 3.0, 4.0, "个"),
            ("一千零五六个", 1005.0, 1006.0, "个"),
            ("七八成", 70.0, 80.0, ""),
            ("七到八成", 70.0, 80.0, ""),
            ("三到五百家", 300.0, 500.0, "家"),
            ("八到一百家", 8.0, 100.0, "家"),
            ("百分之五到百分之八", 5.0, 8.0, ""),
            ("百分之五至八", 5.0, 8.0, ""),
        ] {
            assert_eq!(of(text), (None, Some((low, high)), rest), "{text}");
        }
        assert_eq!(of("2016-2020年").0, Some(2016.0));
        assert_eq!(of("3个到5家").0, Some(3.0));
        assert_eq!(of("三九个").0, Some(39.0));
        assert!(quantity("十三五时期").unwrap().0.range.is_none());
        assert_eq!(of("二〇二一").0, Some(2021.0));
    }
}
