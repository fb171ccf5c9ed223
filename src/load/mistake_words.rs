//! Usual mistakes of YAML in words, Chinese and English side by side.

use super::problem::Mistake;
use crate::i18n::Lang;

/// What is wrong, in one sentence.
pub fn message(mistake: &Mistake, lang: Lang) -> String {
    match lang {
        Lang::Zh => chinese(mistake),
        Lang::En => english(mistake),
    }
}

fn chinese(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Tab => "缩进用了制表符（Tab），YAML 只认空格".into(),
        Mistake::KeyMark { key, mark: '：' } => {
            format!("“{key}”后面是全角冒号“：”，应为半角冒号加空格“: ”")
        }
        Mistake::KeyMark { key, mark } => {
            format!("“{key}”后面是“{mark}”，应为半角冒号加空格“: ”")
        }
        Mistake::NoSpace(sign) => format!("“{sign}”后面应有一个空格"),
        Mistake::OddSpace('\u{3000}') => "这里用了全角空格，YAML 只认半角空格".into(),
        Mistake::OddSpace(c) => {
            format!(
                "这里用了特殊空格 U+{:04X}，YAML 只认半角空格",
                u32::from(*c)
            )
        }
        Mistake::ListMark(c) => format!("这里是“{c}”，列表每项应以半角“- ”开头"),
        Mistake::NeedsQuotes => {
            "这段文字含有 YAML 的记号（如“: ”、% @ * & [ {），没有加引号".into()
        }
        Mistake::Unclosed(c) => format!("“{c}”没有另一半"),
        Mistake::NoColon => "应为“键: 值”，这一行没有冒号".into(),
        Mistake::Misaligned => "这一行没有与同级的键对齐".into(),
        Mistake::BehindQuote => "引号外面还有文字".into(),
        Mistake::Escape => "双引号里的“\\”后面不能是这个字符".into(),
    }
}

fn english(mistake: &Mistake) -> String {
    match mistake {
        Mistake::Tab => "a tab is used for indentation; YAML takes spaces only".into(),
        Mistake::KeyMark { key, mark: '：' } => {
            format!("`{key}` is followed by a full-width colon `：`; expected `: `")
        }
        Mistake::KeyMark { key, mark } => format!("`{key}` is followed by `{mark}`; expected `: `"),
        Mistake::NoSpace(sign) => format!("`{sign}` is not followed by a space"),
        Mistake::OddSpace(c) => format!(
            "U+{:04X} stands here; YAML takes ASCII spaces only",
            u32::from(*c)
        ),
        Mistake::ListMark(c) => format!("found `{c}`; items of a list begin with `- `"),
        Mistake::NeedsQuotes => {
            "this text holds signs of YAML's (`: `, % @ * & [ {) and is not quoted".into()
        }
        Mistake::Unclosed(c) => format!("`{c}` has no other half"),
        Mistake::NoColon => "expected `key: value`, found no colon".into(),
        Mistake::Misaligned => "this line is not aligned with the keys beside it".into(),
        Mistake::BehindQuote => "words stand behind the closing quotation mark".into(),
        Mistake::Escape => "`\\` in double quotes does not go with this character".into(),
    }
}

/// What to do about it.
pub fn help(mistake: &Mistake, lang: Lang) -> &'static str {
    let say = |zh, en| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    };
    match mistake {
        Mistake::Tab => say("把制表符换成空格", "replace the tab with spaces"),
        Mistake::KeyMark { .. } => {
            say("改成半角冒号，后面空一格", "use an ASCII colon and a space")
        }
        Mistake::NoSpace(_) => say("加一个半角空格", "put a space behind it"),
        Mistake::OddSpace(_) => say("换成半角空格", "replace it with an ASCII space"),
        Mistake::ListMark(_) => say(
            "改成半角连字符，后面空一格",
            "use an ASCII hyphen and a space",
        ),
        Mistake::NeedsQuotes => say(
            "用引号括起来，或写在“|-”下面另起的行里",
            "put it in quotes, or on lines of its own below `|-`",
        ),
        Mistake::Unclosed(_) => say("补上另一半", "add the other half"),
        Mistake::NoColon => say(
            "补上冒号和空格；如果是正文，要比上面的键多缩进两格",
            "add a colon and a space; text has to be set in further than its key",
        ),
        Mistake::Misaligned => say(
            "同级的键要从同一列开始",
            "keys of one level begin in one column",
        ),
        Mistake::BehindQuote => say(
            "整段用另一种引号括起来，或写在“|-”下面另起的行里",
            "put all of it into the other kind of quotes, or on lines of its own below `|-`",
        ),
        Mistake::Escape => say("改用单引号", "use single quotes"),
    }
}
