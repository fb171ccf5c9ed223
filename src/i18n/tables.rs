//! What is said of the tables that a file tells of.

use super::Lang;

/// A table that ends behind the last line of its section's text.
pub fn ends_late(last: usize, lines: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("表格到正文第 {last} 行为止，正文只有 {lines} 行；按没有写这张表处理"),
        Lang::En => format!(
            "the table ends with line {last} of the text, which has {lines}; it was left out"
        ),
    }
}

/// A table that begins in a line of another one.
pub fn overlaps(line: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("正文第 {line} 行已在另一张表格里；按没有写这张表处理"),
        Lang::En => format!("line {line} of the text is in another table; this one was left out"),
    }
}

/// How lines are counted.
pub fn how_lines_count(lang: Lang) -> &'static str {
    lang.pick(
        "行从 1 数起，只数有字的行",
        "lines are counted from 1, those with words only",
    )
}

/// What a number of lines may be.
pub fn count(lang: Lang) -> &'static str {
    lang.pick("从 1 起的整数", "a whole number from 1")
}

/// What the number of lines of a head may be.
pub fn head_lines(lang: Lang) -> &'static str {
    lang.pick(
        "从 0 到表格行数的整数",
        "a whole number from 0 to the lines of the table",
    )
}
