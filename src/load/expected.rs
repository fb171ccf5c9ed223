//! What should have stood there, in words of both languages.

use super::problem::{Expected, Shape};
use crate::i18n::{Lang, tables};

/// What something in a file is, or should be.
pub fn of_shape(shape: Shape, lang: Lang) -> &'static str {
    match shape {
        Shape::Text => lang.pick("一段文字", "one text"),
        Shape::List => lang.pick("列表（- …）", "a list (- …)"),
        Shape::Map => lang.pick("键值（键: 值）", "keys with values (key: value)"),
    }
}

/// What a value should have been.
pub fn of_value(expected: Expected, lang: Lang) -> &'static str {
    match expected {
        Expected::Date => lang.pick("日期（如 2022-01-06）", "a date like 2022-01-06"),
        Expected::Year => lang.pick("年份（如 2022）", "a year like 2022"),
        Expected::Kind => lang.pick(
            "工作成效（achievements）、工作安排（plans）、总体要求（guidance）、\
            主要任务（tasks）、重点工程（projects）、保障措施（safeguards）、\
            背景（background）、简报（briefing）之一",
            "one of achievements, plans, guidance, tasks, projects, safeguards, background, briefing",
        ),
        Expected::Form => lang.pick("独立（block）、接排（run-in）、拟题（implied）之一", "block, run-in or implied"),
        Expected::Format => "1",
        Expected::Flag => lang.pick("是（true）或否（false）", "true or false"),
        Expected::Basis => lang.pick("累计（cumulative）、当期（period）、时点（point）之一", "cumulative, period or point"),
        Expected::Id => lang.pick("不含空白、# 和 / 的编号", "an id without white space, `#` and `/`"),
        Expected::Count => tables::count(lang),
        Expected::HeadLines => tables::head_lines(lang),
    }
}
