//! What a character is to the Chinese rules of line breaking.
//!
//! The sets are those of GB/T 15834-2011 §5.1.1–5.1.9, W3C clreq and the zh rules of CSS Text;
//! characters in none of them are left to UAX #14.

/// The classes, named after what they forbid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 句末点号、句内点号: not at a line's start (5.1.1, 5.1.2).
    Stop,
    /// Second halves of pairs: not at a line's start (5.1.3).
    Close,
    /// First halves of pairs: not at a line's end (5.1.3).
    Open,
    /// Connectors: not at a line's start (5.1.6).
    Connector,
    /// 间隔号 and iteration marks: not at a line's start (5.1.7; CSS Text zh).
    Middle,
    /// 分隔号: neither at a start nor at an end (5.1.9), except in addresses.
    Slash,
    /// — and …: two of them are one mark (5.1.4, 5.1.5).
    Dash,
    /// ％ ℃: goes with what stands before it.
    Postfix,
    /// ￥ №: goes with what stands behind it.
    Prefix,
    /// + ± × =: goes with a Latin letter or digit before it.
    Plus,
    /// An ASCII or full-width digit.
    Digit,
    /// A Latin letter.
    Latin,
    /// White space at which a line may break.
    Space,
    /// 万 亿 and the like behind a number.
    Scale,
    /// 余 多 behind a number.
    About,
    /// A classifier or unit behind a number.
    Unit,
    /// Circled digits, Roman numerals, arrows, relations, geometric shapes: ambiguous to UAX #14
    /// (AI, LB1), ideographs in Chinese.
    Symbol,
    /// Everything else.
    Other,
}

/// The class of a character.
pub fn class(c: char) -> Class {
    match c {
        '”' | '’' | '」' | '』' | '》' | '〉' | '）' | '〕' | '】' | '〗' | '］' | '｝' | '〞'
        | '〟' | ')' | ']' | '}' | '｣' | '﹞' | '﹚' | '﹜' | '〙' | '〛' | '｠' | '﹂' | '﹄' => {
            Class::Close
        }
        '“' | '‘' | '「' | '『' | '《' | '〈' | '（' | '〔' | '【' | '〖' | '［' | '｛' | '〝'
        | '(' | '[' | '{' | '｢' | '﹝' | '﹙' | '﹛' | '〘' | '〚' | '｟' | '﹁' | '﹃' => {
            Class::Open
        }
        '～' | '〜' | '~' | '-' | '‐' | '–' | '－' => Class::Connector,
        '·' | '・' | '‧' | '•' | '･' | '々' | '〻' | 'ゝ' | 'ゞ' | 'ヽ' | 'ヾ' | 'ー' => {
            Class::Middle
        }
        '/' | '／' => Class::Slash,
        '—' | '⸺' | '―' | '…' | '⋯' | '‥' => Class::Dash,
        '%' | '％' | '‰' | '℃' | '℉' | '°' | '′' | '″' | '￠' | '﹪' => {
            Class::Postfix
        }
        '¥' | '￥' | '$' | '＄' | '£' | '￡' | '€' | '№' | '#' | '＃' | '§' => {
            Class::Prefix
        }
        '+' | '＋' | '﹢' | '±' | '×' | '=' | '＝' => Class::Plus,
        '0'..='9' | '０'..='９' => Class::Digit,
        'a'..='z' | 'A'..='Z' | 'ａ'..='ｚ' | 'Ａ'..='Ｚ' | 'À'..='ɏ' | '_' => Class::Latin,
        ' ' | '\t' | '\u{3000}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' => Class::Space,
        '万' | '亿' | '百' | '千' | '十' | '兆' => Class::Scale,
        '余' | '多' => Class::About,
        '←'..='⇿' | '∀'..='⋿' | '①'..='⓿' | '■'..='◿' | '☀'..='☏' | 'Ⅰ'..='ⅿ' => {
            Class::Symbol
        }
        c if is_stop(c) => Class::Stop,
        c if begins_unit(c) => Class::Unit,
        _ => Class::Other,
    }
}

/// Whether it ends a sentence or a part of one.
fn is_stop(c: char) -> bool {
    matches!(
        c,
        '。' | '．'
            | '，'
            | '、'
            | '；'
            | '：'
            | '！'
            | '？'
            | '‼'
            | '⁇'
            | '⁈'
            | '⁉'
            | '.'
            | ','
            | ';'
            | ':'
            | '!'
            | '?'
            | '｡'
            | '､'
            | '﹐'
            | '﹑'
            | '﹒'
            | '﹔'
            | '﹕'
            | '﹖'
            | '﹗'
            | '\u{fe10}'..='\u{fe16}'
    )
}

/// Whether it is the first character of what may follow an Arabic number as its unit.
fn begins_unit(c: char) -> bool {
    matches!(
        c,
        '个' | '亩'
            | '人'
            | '件'
            | '份'
            | '位'
            | '例'
            | '倍'
            | '元'
            | '公'
            | '分'
            | '只'
            | '台'
            | '号'
            | '名'
            | '吨'
            | '场'
            | '处'
            | '天'
            | '套'
            | '宗'
            | '家'
            | '届'
            | '岁'
            | '席'
            | '平'
            | '年'
            | '度'
            | '座'
            | '户'
            | '批'
            | '支'
            | '日'
            | '时'
            | '月'
            | '期'
            | '条'
            | '栋'
            | '次'
            | '款'
            | '毫'
            | '种'
            | '秒'
            | '章'
            | '笔'
            | '米'
            | '类'
            | '级'
            | '起'
            | '辆'
            | '部'
            | '项'
    )
}

/// Classes that may not begin a line.
pub fn not_first(class: Class) -> bool {
    matches!(
        class,
        Class::Stop | Class::Close | Class::Connector | Class::Middle | Class::Postfix
    )
}

/// Classes that may not end a line.
pub fn not_last(class: Class) -> bool {
    matches!(class, Class::Open | Class::Prefix)
}
