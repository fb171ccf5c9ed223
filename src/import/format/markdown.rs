//! Markdown and posts of site generators: front matter, headings, emphasis, links, and HTML in between.

use super::markdown_block::{self as block, Defined, Definition, Spans};
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
    let mut rest = all.get(body..).unwrap_or_default();
    let mut reader = Reader {
        raw,
        defined: Defined::of(rest.iter().map(|(_, line)| *line)),
        spans: Spans::of(rest),
        ..Reader::default()
    };
    while let Some(((number, line), behind)) = rest.split_first() {
        let taken = if reader.fence.is_some() {
            0
        } else {
            reader.several(rest)
        };
        if taken == 0 {
            reader.line(*number, line);
            rest = behind;
        } else {
            rest = rest.get(taken..).unwrap_or_default();
        }
    }
    reader.raw
}

/// What is known while lines are read.
#[derive(Default)]
struct Reader {
    raw: Raw,
    defined: Defined,
    spans: Spans,
    /// The mark of the fence around code, if one is open.
    fence: Option<char>,
    after_gap: bool,
    /// Whether the next line may go on with the paragraph.
    open: bool,
    /// Whether the line is an item of a list.
    item: bool,
    tables: usize,
}

impl Reader {
    /// What takes several lines, or is known by the next one: how many lines it took.
    fn several(&mut self, lines: &[(usize, &str)]) -> usize {
        let line_at = |at: usize| lines.get(at).map_or("", |(_, line)| *line);
        if let Some(table) = markdown_table::found(lines) {
            self.open = false;
            self.tables += 1;
            let place = self.tables - 1;
            markdown_table::read(lines, place, &table, &self.defined, &mut self.raw);
            return table.lines;
        }
        let remark = self.spans.remark(lines);
        if remark > 0 {
            self.leave(lines, remark, Why::Markup);
            return remark;
        }
        let tags = self.spans.tags(lines);
        if tags > 0 {
            self.page(lines, tags);
            return tags;
        }
        match block::definition(line_at(0)) {
            Some(Definition::Link(_)) => {
                self.leave(lines, 1, Why::Markup);
                return 1;
            }
            Some(Definition::Note(_)) => {
                // A note goes on in lines that are set in.
                let set_in = |line: &str| line.starts_with("    ") || line.starts_with('\t');
                let more = lines.iter().skip(1);
                let count = 1 + more.take_while(|(_, line)| set_in(line)).count();
                self.leave(lines, count, Why::Footnote);
                return count;
            }
            None => {}
        }
        self.underlined(lines)
    }

    /// A heading by the line below it (CommonMark 4.3): 2, or 0 if it is none. A sentence above dashes is text with a
    /// rule below it, as it was meant.
    fn underlined(&mut self, lines: &[(usize, &str)]) -> usize {
        let [(number, line), (below, marks), ..] = lines else {
            return 0;
        };
        let words = trimmed(line);
        let Some(level) = block::underline(marks).filter(|_| !self.open && !words.is_empty())
        else {
            return 0;
        };
        let marked = block::quote(words).is_some()
            || block::bullet(words).is_some()
            || block::heading(words).is_some()
            || block::is_rule(words)
            || block::stands_alone(words)
            || words.starts_with(['`', '~']);
        let sentence = level > 1 && words.ends_with(ENDS);
        if marked || sentence {
            return 0;
        }
        self.words(*number, words, Style::Heading(level), line);
        self.raw.leave(*below, trimmed(marks), Why::Markup);
        2
    }

    /// Leaves lines out.
    fn leave(&mut self, lines: &[(usize, &str)], count: usize, why: Why) {
        for (number, line) in lines.iter().take(count) {
            if !trimmed(line).is_empty() {
                self.raw.leave(*number, trimmed(line), why);
            }
        }
        self.after_gap = true;
        self.open = false;
    }

    fn line(&mut self, number: usize, line: &str) {
        let words = trimmed(line);
        let fences = ["```", "~~~"];
        let mark = words.chars().next();
        if fences.iter().any(|fence| words.starts_with(fence))
            && (self.fence.is_none() || self.fence == mark)
        {
            self.fence = if self.fence.is_none() { mark } else { None };
            self.open = false;
            return self.raw.leave(number, words, Why::Code);
        }
        if words.is_empty() {
            self.after_gap = true;
            self.open = false;
            return;
        }
        if self.fence.is_some() {
            return self.put(number, words, Style::Plain, false);
        }
        if block::is_rule(words) {
            return self.leave(&[(number, line)], 1, Why::Markup);
        }
        // An address by itself says where the text comes from.
        if inline::is_address(words) {
            self.open = false;
            return self.put(number, words, Style::Links, true);
        }
        let (words, style) = self.opening(number, words);
        self.words(number, words, style, line);
    }

    /// The words of a line behind its marks.
    fn words(&mut self, number: usize, words: &str, style: Style, line: &str) {
        let inline = inline::read(words, &self.defined);
        for (text, why) in inline.left {
            self.raw.leave(number, &text, why);
        }
        let text = trimmed(&inline.text);
        if text.is_empty() {
            return;
        }
        let style = if inline.links { Style::Links } else { style };
        if inline::has_html(&inline.html) && style == Style::Plain {
            return self.html(number, &inline.html);
        }
        let broken = line.ends_with("  ") || inline.broken;
        let alone = style != Style::Plain || block::stands_alone(words);
        self.put(number, text, style, alone);
        self.open = !alone && !broken;
    }

    /// The words of a line without what makes it a heading, a quotation or an item.
    fn opening<'l>(&mut self, number: usize, words: &'l str) -> (&'l str, Style) {
        let mut words = words;
        let mut marks = String::new();
        while let Some((mark, rest)) = block::quote(words) {
            marks.push_str(mark);
            words = rest;
        }
        if let Some((mark, rest)) = block::bullet(words) {
            marks.push_str(mark);
            words = rest;
            self.item = true;
        }
        if !marks.is_empty() {
            self.open = false;
        }
        let mut style = Style::Plain;
        if let Some((level, heading)) = block::heading(words) {
            let bare = heading.trim_end_matches('#');
            marks.push_str(&"#".repeat(usize::from(level) + heading.len() - bare.len()));
            words = bare.trim_end();
            style = Style::Heading(level);
        }
        if !marks.is_empty() {
            self.raw.leave(number, &marks, Why::Markup);
        }
        (words, style)
    }

    /// A line of the text; one that goes on with a paragraph joins it (CommonMark 6.8).
    fn put(&mut self, number: usize, text: &str, style: Style, alone: bool) {
        let item = std::mem::take(&mut self.item);
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
            whole: alone || item,
            ..Line::default()
        });
    }

    /// A line with tags within its words.
    fn html(&mut self, number: usize, words: &str) {
        let page = html::read(words);
        for line in page.lines {
            let whole = line.whole && self.raw.lines.is_empty();
            self.put(number, &line.text, line.style, whole);
            self.open = true;
        }
        for left in page.left {
            self.raw.leave(number, &left.text, left.why);
        }
        self.after_gap = false;
    }

    /// Lines that begin with the tag of a block.
    fn page(&mut self, lines: &[(usize, &str)], count: usize) {
        let lines = lines.get(..count).unwrap_or_default();
        let first = lines.first().map_or(1, |(number, _)| *number);
        let text: Vec<&str> = lines.iter().map(|(_, line)| *line).collect();
        let page = html::read(&text.join("\n"));
        let tables = self.tables;
        for mut line in page.lines {
            line.number += first - 1;
            line.after_gap = std::mem::take(&mut self.after_gap);
            line.whole = true;
            if let Some(cell) = &mut line.cell {
                cell.table += tables;
                self.tables = self.tables.max(cell.table + 1);
            }
            self.raw.lines.push(line);
        }
        for left in page.left {
            self.raw
                .leave(left.number + first - 1, &left.text, left.why);
        }
        for mut doubt in page.doubts {
            doubt.number += first - 1;
            self.raw.doubts.push(doubt);
        }
        self.open = false;
        self.after_gap = false;
    }
}

/// Marks at the end of a line that end a paragraph, or a part of a sentence.
const ENDS: &[char] = &[
    '。', '！', '？', '；', '：', '…', '”', '’', '）', '」', '』', '!', '?', ';', ':', ')', '.',
];

/// Whether a line goes on with a paragraph: it has no number, and the paragraph is prose that has not ended.
fn goes_on(before: &str, line: &str) -> bool {
    let long = before.chars().nth(limits::PROSE.get()).is_some();
    let prose = long || before.contains(['，', '。', '；', '、']) || before.is_ascii();
    !before.ends_with(ENDS) && prose && label::read(line, None).is_none()
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
        assert_eq!(lines, ["甲", "乙", "-- 丙"]);
        let left: Vec<&str> = raw.left.iter().map(|left| left.text.as_str()).collect();
        assert_eq!(left, ["* * *", "<!-- 待核 -->", "-", "---"]);
    }

    type Lines = Vec<(String, Style)>;

    /// Lines with their styles, and what was left out.
    fn shown(text: &str) -> (Lines, Vec<(String, Why)>) {
        let raw = read(text);
        let left = raw.left.into_iter().map(|left| (left.text, left.why));
        let lines = raw.lines.into_iter().map(|line| (line.text, line.style));
        (lines.collect(), left.collect())
    }

    #[test]
    fn a_line_may_underline_a_heading() {
        let (lines, left) = shown("修路方案\n===\n\n总体要求\n---\n新修村道。\n---\n甲 = 乙\n");
        let heading = |text: &str, level| (text.to_owned(), Style::Heading(level));
        let plain = |text: &str| (text.to_owned(), Style::Plain);
        assert_eq!(
            lines,
            [
                heading("修路方案", 1),
                heading("总体要求", 2),
                plain("新修村道。"),
                plain("甲 = 乙")
            ]
        );
        assert_eq!(left.len(), 3);
    }

    #[test]
    fn quotations_and_items_lose_their_marks() {
        let (lines, left) = shown(">> 甲\n> - 乙\n>50公里\n\n- # 丙\n- 3 -\n");
        let texts: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["甲", "乙", ">50公里", "丙", "- 3 -"]);
        let left: Vec<&str> = left.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(left, [">>", ">-", "-#"]);
    }

    #[test]
    fn notes_and_addresses_of_links_stand_elsewhere() {
        let (lines, left) = shown(
            "修路[^1]，见[通知][1]、[附件]和[说明]。\n\n[1]: http://a.cn\n[附件]: /b\n[^1]: 含村道。\n    续。\n[2]: 文献\n",
        );
        let texts: Vec<&str> = lines.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(texts, ["修路，见通知、附件和[说明]。", "[2]: 文献"]);
        assert!(left.contains(&("续。".into(), Why::Footnote)), "{left:?}");
        assert!(
            left.contains(&("[^1][][1][]".into(), Why::Markup)),
            "{left:?}"
        );
    }

    #[test]
    fn escaped_tags_are_words() {
        let (lines, _) = shown("用 `<b>` 与\\<i\\>标记，<u>甲</u>&amp;乙\n");
        assert_eq!(lines[0].0, "用 <b> 与<i>标记，甲&乙");
    }

    #[test]
    fn a_table_goes_on_behind_the_end_of_a_page() {
        let rows = |text: &str| {
            let raw = read(text);
            let cell = |line: &Line| {
                line.cell
                    .map(|cell| (cell.table, cell.row, line.text.clone()))
            };
            let cells: Vec<_> = raw.lines.iter().filter_map(cell).collect();
            let firsts = cells.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1));
            let firsts = firsts.map(|row| format!("{}{}{}", row[0].0, row[0].1, row[0].2));
            (
                firsts.collect::<Vec<_>>().join(" "),
                raw.lines.len() - cells.len(),
            )
        };
        let head = "| 事项 | 计划 | 完成 |\n";
        let one = "| 修路 | 8 | 9 |\n";
        let two = "| 修桥 | 2 | 2 |\n";
        let dashes = "|---|---|---|\n";
        let whole = ("00事项 01修路 02修桥".to_owned(), 0);
        for text in [
            format!("{head}{dashes}{one}{two}"),
            format!("{head}{dashes}\n{one}\n{two}"),
            format!("{head}\n{dashes}\n{one}\n\n{two}"),
            format!("{head}{dashes}{one}\n- 3 -\n\n<!-- 第4页 -->\n\n{two}"),
            format!("{head}{dashes}{one}\n3 / 8\n\n{two}{dashes}"),
            format!("{head}{one}{two}"),
        ] {
            assert_eq!(rows(&text), whole, "{text}");
        }
        // Another head opens another table; a paragraph ends one.
        let again = rows(&format!("{head}{dashes}{one}\n{head}{dashes}{two}"));
        assert_eq!(again.0, "00事项 01修路 10事项 11修桥");
        let text = rows(&format!("{head}{dashes}{one}\n修桥两座。\n\n甲|乙\n"));
        assert_eq!(text, ("00事项 01修路".to_owned(), 2));
    }

    #[test]
    fn tables_of_tags_may_have_several_lines() {
        let raw = read(
            "| 甲 | 乙 |\n|--|--|\n| 1<br>2 | &nbsp;3 |\n\n<table>\n<tr><td>丙</td>\n\n<td>丁</td></tr>\n</table>\n",
        );
        let cells: Vec<(usize, usize, usize, &str)> = raw
            .lines
            .iter()
            .filter_map(|line| {
                let cell = line.cell?;
                Some((cell.table, cell.column, line.number, line.text.as_str()))
            })
            .collect();
        assert_eq!(
            cells,
            [
                (0, 0, 1, "甲"),
                (0, 1, 1, "乙"),
                (0, 0, 3, "1"),
                (0, 0, 3, "2"),
                (0, 1, 3, "3"),
                (1, 0, 6, "丙"),
                (1, 1, 8, "丁")
            ]
        );
    }
}
