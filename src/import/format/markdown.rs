//! Markdown and posts of site generators: front matter, headings, emphasis, links, and HTML in between.

use super::{html, limits, markdown_inline as inline, markdown_table, plain};
use crate::import::doubt::Why;
use crate::import::line::{Line, Raw, Style, trimmed};
use crate::text::label;

/// The words of a text in Markdown.
pub fn read(text: &str) -> Raw {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let all: Vec<(usize, &str)> = plain::split(text).collect();
    let mut raw = Raw::default();
    let body = front_matter(&all, &mut raw);
    let mut reader = Reader {
        raw,
        ..Reader::default()
    };
    let mut rest = all.get(body..).unwrap_or_default();
    while let Some(((number, line), behind)) = rest.split_first() {
        let next = behind.first().map_or("", |(_, line)| line);
        if !reader.fenced && markdown_table::opens(line, next) {
            let rows = markdown_table::read(rest, reader.tables, &mut reader.raw);
            reader.tables += 1;
            rest = rest.get(rows..).unwrap_or_default();
            reader.open = false;
            continue;
        }
        reader.line(*number, line);
        rest = behind;
    }
    reader.raw
}

/// What is known while lines are read.
#[derive(Default)]
struct Reader {
    raw: Raw,
    fenced: bool,
    after_gap: bool,
    /// Whether the next line may go on with the paragraph.
    open: bool,
    tables: usize,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) {
        let words = trimmed(line);
        if words.starts_with("```") || words.starts_with("~~~") {
            self.fenced = !self.fenced;
            self.open = false;
            return self.raw.leave(number, words, Why::Code);
        }
        if words.is_empty() {
            self.after_gap = true;
            self.open = false;
            return;
        }
        let comment = words.starts_with("<!--") && words.ends_with("-->");
        if !self.fenced && (comment || is_rule(words)) {
            self.raw.leave(number, words, Why::Markup);
            self.after_gap = true;
            self.open = false;
            return;
        }
        if self.fenced {
            return self.put(number, words, Style::Plain, false);
        }
        if is_html(words) {
            return self.html(number, words, true);
        }
        // An address by itself says where the text comes from.
        if inline::is_address(words) {
            self.open = false;
            return self.put(number, words, Style::Links, true);
        }
        let (words, style) = self.opening(number, words);
        let inline = inline::read(words);
        for (text, why) in inline.left {
            self.raw.leave(number, &text, why);
        }
        let text = trimmed(&inline.text);
        if text.is_empty() {
            return;
        }
        let style = if inline.links { Style::Links } else { style };
        if inline::has_html(text) && style == Style::Plain {
            return self.html(number, text, false);
        }
        let broken = line.ends_with("  ") || inline.broken;
        let alone = style != Style::Plain || stands_alone(words);
        self.put(number, text, style, alone);
        self.open = !alone && !broken;
    }

    /// The words of a line without what makes it a heading, a quotation or an item.
    fn opening<'l>(&mut self, number: usize, words: &'l str) -> (&'l str, Style) {
        let level = words.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&level)
            && let Some(heading) = words.get(level..).filter(|rest| rest.starts_with(' '))
        {
            let heading = heading.trim();
            let bare = heading.trim_end_matches('#');
            let marks = "#".repeat(level + heading.len() - bare.len());
            self.raw.leave(number, &marks, Why::Markup);
            return (bare.trim_end(), Style::Heading(level as u8));
        }
        for mark in ["> ", "* ", "+ "] {
            if let Some(rest) = words.strip_prefix(mark) {
                self.raw.leave(number, mark.trim_end(), Why::Markup);
                self.open = false;
                return (rest.trim_start(), Style::Plain);
            }
        }
        (words, Style::Plain)
    }

    /// A line of the text; one that goes on with a paragraph joins it (CommonMark 6.8).
    fn put(&mut self, number: usize, text: &str, style: Style, alone: bool) {
        if self.open
            && !alone
            && let Some(before) = self.raw.lines.last_mut()
            && goes_on(&before.text, text)
        {
            let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            if latin(before.text.chars().next_back()) && latin(text.chars().next()) {
                before.text.push(' ');
            }
            before.text.push_str(text);
            return;
        }
        self.raw.lines.push(Line {
            text: text.to_owned(),
            number,
            style,
            after_gap: std::mem::take(&mut self.after_gap),
            whole: alone,
            ..Line::default()
        });
    }

    /// A line with tags in it.
    fn html(&mut self, number: usize, words: &str, block: bool) {
        let page = html::read(words);
        for line in page.lines {
            let whole = block || line.whole && self.raw.lines.is_empty();
            self.open &= !block;
            self.put(number, &line.text, line.style, whole);
            self.open = !block;
        }
        for left in page.left {
            self.raw.leave(number, &left.text, left.why);
        }
        self.after_gap = false;
    }
}

/// Whether a line goes on with a paragraph: it has no number, and the paragraph is prose that has not ended.
fn goes_on(before: &str, line: &str) -> bool {
    let ended = before.ends_with(|c: char| "。！？；：…”’）」』!?;:).".contains(c));
    let long = before.chars().nth(limits::PROSE.get()).is_some();
    let prose = long || before.contains(['，', '。', '；', '、']) || before.is_ascii();
    !ended && prose && label::read(line, None).is_none()
}

/// Reads the front matter; the index of the line after it.
fn front_matter(all: &[(usize, &str)], raw: &mut Raw) -> usize {
    if all.first().is_none_or(|(_, line)| line.trim_end() != "---") {
        return 0;
    }
    let end = all
        .iter()
        .take(limits::FRONT_MATTER.get())
        .skip(1)
        .position(|(_, line)| matches!(line.trim_end(), "---" | "..."));
    let Some(end) = end else { return 0 };
    for (number, line) in all.iter().take(end + 2) {
        let words = trimmed(line);
        if words.is_empty() {
            continue;
        }
        raw.leave(*number, words, Why::FrontMatter);
        if let Some((key, value)) = words.split_once(':') {
            let value = value.trim().trim_matches(['"', '\'']);
            raw.front
                .push((key.trim().to_lowercase(), value.to_owned()));
        }
    }
    end + 2
}

/// Whether a line is a rule (CommonMark 4.1): three and more of the same mark, white space between them or not.
fn is_rule(line: &str) -> bool {
    let mut marks = line.chars().filter(|c| !c.is_whitespace());
    let Some(mark) = marks.next().filter(|c| matches!(c, '*' | '-' | '_')) else {
        return false;
    };
    let mut count = 1;
    marks.all(|c| {
        count += 1;
        c == mark
    }) && count >= 3
}

/// Whether a line is a paragraph by itself: an item of a list, a row of a table, a quotation.
fn stands_alone(line: &str) -> bool {
    let bullet = ["- ", "* ", "+ ", "> ", "|"]
        .iter()
        .any(|mark| line.starts_with(mark));
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = digits > 0
        && line
            .get(digits..)
            .is_some_and(|rest| rest.starts_with(". ") || rest.starts_with(") "));
    bullet || numbered
}

/// Whether a line begins with the tag of a block.
fn is_html(line: &str) -> bool {
    const TAGS: &[&str] = &[
        "p", "div", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "tr", "td",
        "li", "hr",
    ];
    let Some(rest) = line.strip_prefix('<') else {
        return false;
    };
    let rest = rest.strip_prefix('/').unwrap_or(rest);
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, behind) = rest.split_at(end.unwrap_or(rest.len()));
    TAGS.contains(&name.to_ascii_lowercase().as_str()) && !behind.starts_with(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_gives_front_matter_headings_and_words() {
        let text = "---\ntitle: \"甲\"\ndate: 2022-01-06\n---\n# 一级\n\n**重点**是[链接](http://a)。\n<p>段<b>落</b></p>\n[返回](//b)｜[首页](//c)\n<http://d.e>\n";
        let raw = read(text);
        assert_eq!(raw.front[0], ("title".into(), "甲".into()));
        let lines: Vec<(&str, Style)> = raw
            .lines
            .iter()
            .map(|l| (l.text.as_str(), l.style))
            .collect();
        assert_eq!(
            lines,
            [
                ("一级", Style::Heading(1)),
                ("重点是链接。", Style::Plain),
                ("段落", Style::Plain),
                ("返回｜首页", Style::Links),
                ("<http://d.e>", Style::Links),
            ]
        );
        let left: Vec<&str> = raw
            .left
            .iter()
            .skip(4)
            .map(|left| left.text.as_str())
            .collect();
        assert_eq!(left, ["#", "****[](http://a)", "[](//b)[](//c)"]);
        // Without its end it is no front matter.
        let raw = read("---\ntitle: a\n");
        assert!(raw.front.is_empty());
        assert_eq!(raw.lines[0].text, "title: a");
    }

    #[test]
    fn lines_of_a_paragraph_are_one() {
        let raw =
            read("修建泵站三座，改造\n老旧管网，完成 App\n检测。\n下一段，\n另一段  \n三、保障\n");
        let lines: Vec<&str> = raw.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(
            lines,
            [
                "修建泵站三座，改造老旧管网，完成 App检测。",
                "下一段，另一段",
                "三、保障"
            ]
        );
    }

    #[test]
    fn tables_have_cells() {
        let raw =
            read("甲\n\n| 项目 | **数量** |\n|:--|--|\n| 泵站 | 3座 |\n| a\\|b |\n\n乙 | 丙\n");
        let cells: Vec<(usize, usize, &str)> = raw
            .lines
            .iter()
            .filter_map(|line| Some((line.cell?.row, line.cell?.column, line.text.as_str())))
            .collect();
        assert_eq!(
            cells,
            [
                (0, 0, "项目"),
                (0, 1, "数量"),
                (1, 0, "泵站"),
                (1, 1, "3座"),
                (2, 0, "a|b")
            ]
        );
        assert_eq!(raw.lines.last().unwrap().text, "乙 | 丙");
    }

    #[test]
    fn rules_and_remarks_are_not_shown() {
        let raw = read("甲\n\n* * *\n<!-- 待核 -->\n\n- 乙\n---\n-- 丙\n");
        let lines: Vec<&str> = raw.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["甲", "- 乙", "-- 丙"]);
        let left: Vec<&str> = raw.left.iter().map(|left| left.text.as_str()).collect();
        assert_eq!(left, ["* * *", "<!-- 待核 -->", "---"]);
    }
}
