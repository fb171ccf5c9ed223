//! What is said of the catalogue of indicators.

use super::Lang;

/// The head of the list: id, name, measures, units, what is better, bulletins, figures, names that were met.
pub fn head(lang: Lang) -> [&'static str; 8] {
    match lang {
        Lang::Zh => [
            "编号",
            "名称",
            "类型",
            "单位",
            "方向",
            "简报",
            "数据",
            "所见名称",
        ],
        Lang::En => [
            "ID",
            "Name",
            "Measures",
            "Units",
            "Better",
            "Bulletins",
            "Figures",
            "Names met",
        ],
    }
}

/// What is better, more or less.
pub fn better(more: bool, lang: Lang) -> &'static str {
    if more {
        lang.pick("正向", "more")
    } else {
        lang.pick("逆向", "less")
    }
}

/// What stands between the words of a list.
pub fn between(lang: Lang) -> &'static str {
    lang.pick("、", ", ")
}

/// What a catalogue says is told of an indicator.
pub fn measures(lang: Lang) -> &'static str {
    lang.pick(
        "总量（level）、增量（increment）、增减（change）、占比（share）之一",
        "level, increment, change or share",
    )
}

/// What a catalogue says is better.
pub fn ways(lang: Lang) -> &'static str {
    lang.pick("多（more）或少（less）", "more or less")
}

/// Of a name that two indicators have.
pub fn same_name(name: &str, other: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("名称“{name}”已属于指标 {other}；同一种量、同一单位的数据哪个都不算"),
        Lang::En => format!(
            "the name `{name}` is one of indicator {other}; a figure that may be of both is of neither"
        ),
    }
}

/// What to do about it.
pub fn other_name(lang: Lang) -> &'static str {
    lang.pick(
        "换一个更具体的名称，或把编号改成那个指标的编号",
        "take a name that says more, or the id of that indicator",
    )
}
