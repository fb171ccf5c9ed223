//! Numbers in the manners of word processors and pages: ECMA-376 part 1, 17.18.59.

use crate::lexicon::List;
use crate::text::label_write::{chinese, chinese_counting, circled, full_width, letter, roman};

/// A number in one of Word's manners; in digits where it has none for the number.
pub fn written(number: u32, format: &str) -> String {
    let written = match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "japaneseCounting"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => Some(chinese_counting(number)),
        "ideographDigital" | "taiwaneseDigital" => Some(by_digits(number)),
        "chineseLegalSimplified" | "ideographLegalTraditional" | "japaneseLegal" => {
            Some(legal(number))
        }
        "ideographTraditional" => stem(number),
        "ideographZodiac" => branch(number),
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "decimalEnclosedParen" => enclosed('⑴', number),
        "decimalEnclosedFullstop" => enclosed('⒈', number),
        "decimalZero" => Some(format!("{number:02}")),
        "numberInDash" => Some(format!("- {number} -")),
        "upperLetter" => letter(number),
        "lowerLetter" => letter(number).map(|letter| letter.to_lowercase()),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|roman| roman.to_lowercase()),
        _ => None,
    };
    written.unwrap_or_else(|| number.to_string())
}

/// A number from 1 to 20 in brackets or with a stop, as one sign.
fn enclosed(first: char, number: u32) -> Option<String> {
    let circled = circled(number)?.chars().next()?;
    let after = u32::from(circled) - u32::from('①');
    char::from_u32(u32::from(first) + after).map(String::from)
}

/// A number digit by digit: 一二.
fn by_digits(number: u32) -> String {
    let digits = number.to_string();
    let digits = digits.bytes().map(|digit| u32::from(digit - b'0'));
    digits.map(chinese_counting).collect()
}

/// A number as money is written: 壹拾贰.
fn legal(number: u32) -> String {
    static LEGAL: List<&str> = List::of("legal-numeral", Some);
    static TEN: List = List::new("legal-ten");
    let plain = chinese(number);
    let mut out = String::new();
    for c in plain.chars() {
        let found = LEGAL.get().iter().find(|(_, plain)| plain.starts_with(c));
        match found {
            // 拾 never stands alone.
            Some((ten, _)) if out.is_empty() && TEN.has(ten) => {
                let one = LEGAL.get().first().map_or("", |(one, _)| one);
                out.push_str(one);
                out.push_str(ten);
            }
            Some((word, _)) => out.push_str(word),
            None => out.push(c),
        }
    }
    out
}

/// The heavenly stem of a number from 1 to 10.
fn stem(number: u32) -> Option<String> {
    static STEMS: List = List::new("stem");
    of(&STEMS, number)
}

/// The earthly branch of a number from 1 to 12.
fn branch(number: u32) -> Option<String> {
    static BRANCHES: List = List::new("branch");
    of(&BRANCHES, number)
}

fn of(words: &List, number: u32) -> Option<String> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    words.words().nth(at).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_the_manners_of_word() {
        for (number, format, text) in [
            (12, "chineseCounting", "十二"),
            (20, "chineseCountingThousand", "二十"),
            (12, "ideographDigital", "一二"),
            (10, "ideographDigital", "一〇"),
            (1, "chineseLegalSimplified", "壹"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (2, "ideographTraditional", "乙"),
            (12, "ideographZodiac", "亥"),
            (11, "ideographTraditional", "11"),
            (3, "decimal", "3"),
            (3, "decimalEnclosedCircle", "③"),
            (3, "decimalEnclosedParen", "⑶"),
            (3, "decimalEnclosedFullstop", "⒊"),
            (21, "decimalEnclosedParen", "21"),
            (7, "decimalZero", "07"),
            (14, "upperRoman", "XIV"),
            (2, "lowerLetter", "b"),
            (10, "decimalFullWidth", "１０"),
        ] {
            assert_eq!(written(number, format), text, "{format}");
        }
    }
}
