//! What should have stood there, in words of both languages.

use super::problem::{Expected, Shape};
use crate::i18n::{Lang, indicators, tables, times};
use crate::model::Kind;

/// What something in a file is, or should be.
pub fn of_shape(shape: Shape, lang: Lang) -> &'static str {
    match shape {
        Shape::Text => lang.pick("一段文字", "one text"),
        Shape::List => lang.pick("列表（- …）", "a list (- …)"),
        Shape::Texts => times::text_or_list(lang),
        Shape::Map => lang.pick("键值（键: 值）", "keys with values (key: value)"),
    }
}

/// What a value should have been.
pub fn of_value(expected: Expected, lang: Lang) -> String {
    let words = match expected {
        Expected::Date => lang.pick("日期（如 2022-01-06）", "a date like 2022-01-06"),
        Expected::Year => lang.pick("年份（如 2022）", "a year like 2022"),
        Expected::Period => lang.pick("时段（如 2021/2025）", "a span of years like 2021/2025"),
        Expected::Span => times::span(lang),
        Expected::Kind => return of_kind(lang),
        Expected::Form => lang.pick(
            "独立（block）、接排（run-in）、拟题（implied）之一",
            "block, run-in or implied",
        ),
        Expected::Format => "1",
        Expected::Flag => lang.pick("是（true）或否（false）", "true or false"),
        Expected::Basis => lang.pick(
            "累计（cumulative）、当期（period）、时点（point）之一",
            "cumulative, period or point",
        ),
        Expected::Id => lang.pick(
            "不含空白、# 和 / 的编号",
            "an id without white space, `#` and `/`",
        ),
        Expected::Count => tables::count(lang),
        Expected::HeadLines => tables::head_lines(lang),
        Expected::Measure => indicators::measures(lang),
        Expected::Better => indicators::ways(lang),
    };
    words.to_owned()
}

/// All kinds.
fn of_kind(lang: Lang) -> String {
    let kinds = |between: &str, words: fn(Kind) -> String| Kind::ALL.map(words).join(between);
    match lang {
        Lang::Zh => {
            kinds("、", |kind| {
                format!("{}（{}）", kind.chinese(), kind.code())
            }) + "之一"
        }
        Lang::En => format!("one of {}", kinds(", ", |kind| kind.code().into())),
    }
}
