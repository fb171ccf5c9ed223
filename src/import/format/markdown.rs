//! Markdown and posts of site generators: front matter, headings, emphasis, links, and HTML in between.

use super::{html, limits, plain};
use crate::import::doubt::Why;
use crate::import::line::{Line, Raw, Style, trimmed};

/// The words of a text in Markdown.
pub fn read(text: &str) -> Raw {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let all: Vec<(usize, &str)> = plain::split(text).collect();
    let mut raw = Raw::default();
    let body = front_matter(&all, &mut raw);
    let rest = all.get(body..).unwrap_or_default();
    let tags = rest.iter().filter(|(_, line)| is_html(line)).count();
    let mut fenced = false;
    let mut after_gap = false;
    for (number, line) in rest {
        let words = trimmed(line);
        if words.starts_with("```") || words.starts_with("~~~") {
            fenced = !fenced;
            raw.leave(*number, words, Why::Code);
            continue;
        }
        if words.is_empty() {
            after_gap = true;
            continue;
        }
        let comment = words.starts_with("<!--") && words.ends_with("-->");
        if !fenced && (comment || is_rule(words)) {
            raw.leave(*number, words, Why::Markup);
            after_gap = true;
            continue;
        }
        if tags > 0 && words.contains('<') {
            inline_html(&mut raw, *number, words);
            after_gap = false;
            continue;
        }
        let mut style = Style::Plain;
        let mut words = words;
        let level = words.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=6).contains(&level)
            && words.get(level..).is_some_and(|rest| rest.starts_with(' '))
            && !fenced
        {
            style = Style::Heading(level as u8);
            let heading = words.get(level..).unwrap_or_default().trim();
            let bare = heading.trim_end_matches('#');
            raw.leave(
                *number,
                &"#".repeat(level + heading.len() - bare.len()),
                Why::Markup,
            );
            words = bare.trim_end();
        }
        let (shown, markup, linked) = shown(words);
        if linked {
            style = Style::Links;
        }
        if !markup.is_empty() {
            raw.leave(*number, &markup, Why::Markup);
        }
        if trimmed(&shown).is_empty() {
            continue;
        }
        raw.lines.push(Line {
            text: trimmed(&shown).to_owned(),
            number: *number,
            style,
            after_gap,
            whole: style != Style::Plain || stands_alone(words),
            ..Line::default()
        });
        after_gap = false;
    }
    raw
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

/// Whether a line holds tags of blocks.
fn is_html(line: &str) -> bool {
    let line = line.trim_start().to_ascii_lowercase();
    ["<p", "<div", "<br", "<h", "<table", "<ul", "<ol"]
        .iter()
        .any(|tag| line.starts_with(tag))
}

/// A line with tags in it. An address in angle brackets is a link.
fn inline_html(raw: &mut Raw, number: usize, words: &str) {
    let address = words
        .strip_prefix('<')
        .and_then(|rest| rest.strip_suffix('>'));
    if address.is_some_and(|address| address.contains("://") && !address.contains(['<', ' '])) {
        raw.lines.push(Line {
            text: words.to_owned(),
            number,
            style: Style::Links,
            whole: true,
            ..Line::default()
        });
        return;
    }
    let page = html::read(words);
    let set = |line: Line| Line { number, ..line };
    raw.lines.extend(page.lines.into_iter().map(set));
    for left in page.left {
        raw.leave(number, &left.text, left.why);
    }
}

/// What Markdown shows for a line, the markup it does not show, and whether it is made of links only.
fn shown(line: &str) -> (String, String, bool) {
    let mut out = String::new();
    let mut markup = String::new();
    let mut rest = line;
    let (mut linked, mut other) = (0, 0);
    while let Some(c) = rest.chars().next() {
        if let Some((words, behind)) = link(rest) {
            linked += 1;
            out.push_str(words);
            let all = rest.get(..rest.len() - behind.len()).unwrap_or_default();
            markup.push_str(&all.replacen(words, "", 1));
            rest = behind;
            continue;
        }
        let (head, behind) = rest.split_at(c.len_utf8());
        if let Some(behind) = rest.strip_prefix("**").or_else(|| rest.strip_prefix("__")) {
            markup.extend(rest.get(..2));
            rest = behind;
            continue;
        }
        other += usize::from(!c.is_whitespace() && !matches!(c, '|' | '｜' | '·' | '>'));
        out.push_str(head);
        rest = behind;
    }
    (out, markup, linked > 0 && other == 0)
}

/// A link or picture that some words begin with: its words, and the rest.
fn link(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix("![").or_else(|| text.strip_prefix('['))?;
    // The words of a link are short, and hold no brackets.
    let end = inner
        .char_indices()
        .take(limits::LINK.get())
        .find(|(_, c)| matches!(c, '[' | ']'))?
        .0;
    let (words, rest) = inner.split_at_checked(end)?;
    let address = rest.strip_prefix("](")?;
    let end = address
        .char_indices()
        .take(limits::LINK.get())
        .find(|(_, c)| *c == ')')?
        .0;
    Some((words, address.get(end + 1..)?))
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
    fn rules_and_remarks_are_not_shown() {
        let raw = read("甲\n\n* * *\n<!-- 待核 -->\n\n- 乙\n---\n-- 丙\n");
        let lines: Vec<&str> = raw.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(lines, ["甲", "- 乙", "-- 丙"]);
        let left: Vec<&str> = raw.left.iter().map(|left| left.text.as_str()).collect();
        assert_eq!(left, ["* * *", "<!-- 待核 -->", "---"]);
    }
}
