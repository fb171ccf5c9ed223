//! What is said of the time of a figure that a file declares, and of its other keys.

use super::Lang;

/// What the period of a figure may be.
pub fn span(lang: Lang) -> &'static str {
    lang.pick(
        "时段（如 2025、2021/2025、2025-01/2025-11、2025-12）",
        "a span of time like 2025, 2021/2025, 2025-01/2025-11 or 2025-12",
    )
}

/// What a key takes that takes several texts, or one.
pub fn text_or_list(lang: Lang) -> &'static str {
    lang.pick("一段文字或列表（- …）", "one text or a list (- …)")
}

/// How several texts are written.
pub fn write_text_or_list(lang: Lang) -> &'static str {
    lang.pick(
        "写成一行文字，或每项另起一行，以“- ”开头",
        "write one text, or begin each item on a line of its own with `- `",
    )
}

/// A key that does not agree with the period: both keys by their names, what they have.
pub fn against_period(key: &str, found: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{key}应与时段“{period}”一致，实为“{found}”；以时段为准"),
        Lang::En => format!(
            "{key}: expected what agrees with the period `{period}`, found `{found}`; the period holds"
        ),
    }
}

/// What to do about that.
pub fn make_agree(lang: Lang) -> &'static str {
    lang.pick(
        "改成一致，或删去其中一项；时段跨几年时不写年份",
        "make them agree, or leave one out; a period of several years goes without a year",
    )
}

/// A point in time, of a figure whose period is a span.
pub fn point_of_span(key: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{key}为“时点”，时段应为一年或一个月，实为“{period}”；以时段为准"),
        Lang::En => format!(
            "{key} is `point`: expected a period of one year or one month, found `{period}`; the period holds"
        ),
    }
}

/// What to do about that.
pub fn end_or_flow(lang: Lang) -> &'static str {
    lang.pick(
        "期末的数写期末的年或月，全期的数改用“累计”（cumulative）或“当期”（period）",
        "give the year or month at whose end it stood, or use `cumulative` or `period` for what came about over it",
    )
}

/// A yearly mean over less than several years.
pub fn mean_of_one(key: &str, period: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            format!("{key}应有跨几年的时段，实为“{period}”；只显示，不与全年的数比较")
        }
        Lang::En => format!(
            "{key}: expected a period of several years, found `{period}`; it is shown, not compared with the year"
        ),
    }
}

/// What to do about that.
pub fn say_years(lang: Lang) -> &'static str {
    lang.pick(
        "写明时段（如 period: 2021/2025），或删去“年均”",
        "say the years (period: 2021/2025), or leave out `mean`",
    )
}

/// A day from which no time can be read.
pub fn unread_day(key: &str, found: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!(
            "{key}应为年、月或其中一段（如 2025年11月底、1—11月），实为“{found}”；只显示，不比较"
        ),
        Lang::En => format!(
            "{key}: expected a year, a month or a part of a year like 2025年11月底 or 1—11月, found `{found}`; it is shown, not compared"
        ),
    }
}

/// A day that is not in the year that is said.
pub fn day_of_other_year(key: &str, found: &str, year: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{key}应在年份“{year}”之内，实为“{found}”；只显示，不比较"),
        Lang::En => format!(
            "{key}: expected a time within the year `{year}`, found `{found}`; it is shown, not compared"
        ),
    }
}

/// What to do about a time that is not known.
pub fn say_period(lang: Lang) -> &'static str {
    lang.pick(
        "改正，或另写时段（如 period: 2025-01/2025-11）",
        "correct it, or add a period (period: 2025-01/2025-11)",
    )
}
