//! What a value should have been, in words. Knows nothing of what was found instead.

use super::problem::Expected;
use crate::model::Kind;

/// All kinds, in words.
fn kinds(between: &str, words: fn(Kind) -> String) -> String {
    Kind::ALL.map(words).join(between)
}

/// In Chinese.
pub fn chinese(expected: Expected) -> String {
    let words = match expected {
        Expected::Date => "日期（如 2022-01-06）",
        Expected::Year => "年份（如 2022）",
        Expected::Period => "时段（如 2021/2025）",
        Expected::Kind => {
            return kinds("/", |kind| format!("{}（{}）", kind.chinese(), kind.code()));
        }
        Expected::Form => "独立（block）、接排（run-in）、拟题（implied）之一",
        Expected::Format => "1",
        Expected::Flag => "是（true）或否（false）",
        Expected::Basis => "累计（cumulative）、当期（period）、时点（point）之一",
        Expected::Id => "不含空白、# 和 / 的编号",
    };
    words.to_owned()
}

/// In English.
pub fn english(expected: Expected) -> String {
    let words = match expected {
        Expected::Date => "a date like 2022-01-06",
        Expected::Year => "a year like 2022",
        Expected::Period => "a span of years like 2021/2025",
        Expected::Kind => return format!("one of {}", kinds(", ", |kind| kind.code().into())),
        Expected::Form => "block, run-in or implied",
        Expected::Format => "1",
        Expected::Flag => "true or false",
        Expected::Basis => "cumulative, period or point",
        Expected::Id => "an id without white space, `#` and `/`",
    };
    words.to_owned()
}
