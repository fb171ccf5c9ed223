//! Puts together lines that belong together: those that were cut at a margin, at a page's end or around a word; and
//! parts those that lost the line end between them. Knows no format.

use super::full_lines::FullLines;
use super::limits;
use super::margin::Margins;
use super::seam_rules::SEAMS;
use crate::import::line::{Line, Style, trimmed};
use crate::import::office::is_organ;
use crate::import::rule;
use crate::lexicon::List;
use crate::text::chars::{is_east_asian, is_han};
use crate::text::date::date;
use crate::text::label;
use crate::text::manner::Manner;
use crate::text::year::is_year_mark;

/// Puts together the lines of a paragraph. Between Latin letters a space takes the place of the line end.
pub fn paragraphs(lines: Vec<Line>) -> Vec<Line> {
    let margins = Margins::of(&lines);
    let set = FullLines::of(&lines);
    let leads = has_leads(&lines);
    let goes_on = |at| {
        let set = set.as_ref();
        set.is_some_and(|set| rule::first(&SEAMS, set, at).is_some())
    };
    let mut out: Vec<Line> = Vec::new();
    let mut last = Last::default();
    for (at, line) in lines.into_iter().enumerate() {
        let length = line.text.chars().count();
        match out.last_mut() {
            Some(before) if goes_on(at) || belongs(before, last, &line, leads) => {
                let ends_latin = before
                    .text
                    .ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, ',' | ';' | '.'));
                let begins_latin = line.text.starts_with(|c: char| c.is_ascii_alphabetic());
                // 5⏎G of a Chinese text is one word.
                let name = before.text.ends_with(|c: char| c.is_ascii_digit())
                    && before
                        .text
                        .chars()
                        .rev()
                        .take(limits::CHARACTERS_BEFORE_NAME.get())
                        .any(is_han);
                if ends_latin && begins_latin && !name {
                    before.text.push(' ');
                }
                before.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
        last = Last {
            length,
            full: margins.is_full(at),
        };
    }
    out
}

/// Puts together lines of which each is set as the title: it takes several. What stands beside it with that style, who
/// issued it, where and when, stays apart.
pub fn titles(lines: Vec<Line>) -> Vec<Line> {
    let apart = |text: &str| {
        let begins = text.starts_with(['（', '(', '—', '－', '-']);
        begins || is_organ(text) || date(text).is_some()
    };
    let mut out: Vec<Line> = Vec::new();
    let mut parts = 0;
    for line in lines {
        parts = if line.style == Style::Title {
            parts + 1
        } else {
            0
        };
        match out.last_mut() {
            // More of them are no title but a style that somebody used for all.
            Some(before)
                if (2..=3).contains(&parts) && !apart(&before.text) && !apart(&line.text) =>
            {
                before.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
    }
    out
}

/// The line of the source before another one.
#[derive(Clone, Copy, Default)]
struct Last {
    /// Its length in characters.
    length: usize,
    /// Whether a margin cut it; None if no margin is known there.
    full: Option<bool>,
}

/// Parts the lines of a document whose line ends became spaces: few lines, and spaces between Chinese characters.
pub fn unspaced(lines: Vec<Line>) -> Vec<Line> {
    let han = |c: char| is_east_asian(c) || "“”".contains(c);
    let is_gap = |before: Option<char>, behind: Option<char>| {
        before.is_some_and(han) && behind.is_some_and(|c| han(c) || c.is_ascii_digit())
    };
    let gaps = |text: &str| -> Vec<usize> {
        let found = text.match_indices(' ').filter(|(at, _)| {
            let before = text.get(..*at).and_then(|text| text.chars().next_back());
            let behind = text.get(at + 1..).unwrap_or_default();
            is_gap(before, behind.chars().next()) && !begins_with_figure(behind)
        });
        found.map(|(at, _)| at).collect()
    };
    let is_long = |line: &Line| line.text.chars().count() > limits::LINE_OF_LINES.get();
    let long = lines.iter().any(is_long);
    if lines.len() > 3
        || !long
        || lines
            .iter()
            .map(|line| gaps(&line.text).len())
            .sum::<usize>()
            < 5
    {
        return lines;
    }
    let mut out = Vec::new();
    for line in lines {
        let mut start = 0;
        for end in gaps(&line.text).into_iter().chain([line.text.len()]) {
            let text = trimmed(line.text.get(start..end).unwrap_or_default());
            if !text.is_empty() {
                out.push(Line {
                    text: text.to_owned(),
                    ..line.clone()
                });
            }
            start = end;
        }
    }
    out
}

/// Splits a line before a chapter's number that follows a sentence and a space: the line end between
/// them was lost.
pub fn unglued(lines: Vec<Line>) -> Vec<Line> {
    static ORDINAL: List = List::new("ordinal");
    let mut out = Vec::new();
    for line in lines {
        if line.style == Style::Row {
            out.push(line);
            continue;
        }
        let mut starts = vec![0];
        let mut before = [' ', ' '];
        for (at, c) in line.text.char_indices() {
            let glued = before[1].is_whitespace() && "。；！？".contains(before[0]);
            // A chapter of a Japanese paper after a caption.
            let caption = at > 0 && line.text.len() < limits::CAPTION.get();
            let chapter = caption && ORDINAL.has_char(c);
            let label = (glued || chapter).then(|| line.text.get(at..)).flatten();
            let label = label.and_then(|rest| label::read(rest, None));
            let rest = label.and_then(|label| line.text.get(at + label.bytes..));
            let wide = rest.is_some_and(|rest| rest.starts_with('\u{3000}'));
            let starts_here = label.is_some_and(|label| match label.manner {
                Manner::Han => glued && label.number > 1,
                Manner::Chapter => chapter && wide,
                _ => false,
            });
            if starts_here {
                starts.push(at);
            }
            if !(c.is_whitespace() && before[1].is_whitespace()) {
                before = [before[1], c];
            }
        }
        starts.push(line.text.len());
        for (place, pair) in starts.windows(2).enumerate() {
            let text = pair
                .first()
                .zip(pair.get(1))
                .and_then(|(from, to)| line.text.get(*from..*to));
            out.push(Line {
                text: trimmed(text.unwrap_or_default()).to_owned(),
                after_gap: line.after_gap && place == 0,
                ..line.clone()
            });
        }
    }
    out
}

/// Whether the document sets the first sentence of its paragraphs on a line of its own. Where chapters are numbered such
/// a line is a heading, and the chapters know it.
fn has_leads(lines: &[Line]) -> bool {
    let numbered = |line: &&Line| label::read(&line.text, None).is_some();
    if lines.iter().filter(numbered).nth(1).is_some() {
        return false;
    }
    let pairs = lines.iter().zip(lines.iter().skip(1));
    pairs.filter(|(line, next)| is_lead(line, next)).count() >= 2
}

/// Whether a line is the first sentence of the paragraph that the next line goes on with.
fn is_lead(line: &Line, next: &Line) -> bool {
    let short = |text: &str| text.chars().count() <= limits::LEAD_LINE.get();
    let one = line.text.matches('。').count() == 1 && line.text.ends_with('。');
    one && short(&line.text)
        && next.text.chars().count() >= limits::LONG_LINE.get()
        && !next.after_gap
        && !next.indented
}

/// Whether a line that begins with a figure goes on with a sentence that has not ended: 854.2 万条, 17.6%。, or with
/// a number that was cut between its thousands: 8⏎215万吨.
fn goes_on_with_figure(before: &str, line: &str) -> bool {
    let ended = before.ends_with(|c: char| "。！？；：…”’）」』!?;:).".contains(c));
    let long = || before.chars().nth(limits::LONG_LINE.get()).is_some();
    let prose = || long() || before.contains(['，', '。', '；', '、']);
    !ended && begins_with_figure(line) && prose()
}

/// Whether a text begins with a number and its unit, and not with numbering.
fn begins_with_figure(text: &str) -> bool {
    static UNITS: List = List::new("unit");
    static MYRIADS: List = List::new("large");
    let digit = |c: char| c.is_ascii_digit();
    let mut rest = text.trim_start_matches(digit);
    if rest.len() == text.len() {
        return false;
    }
    // Thousands parted by a space or a comma, then decimals.
    while let Some(three) = rest.strip_prefix([' ', ',', '，', '\u{a0}', '\u{2009}', '\u{202f}'])
        && three.bytes().take_while(u8::is_ascii_digit).count() == 3
    {
        rest = three.trim_start_matches(digit);
    }
    if let Some(decimals) = rest.strip_prefix(['.', '．', '·'])
        && decimals.starts_with(digit)
    {
        rest = decimals.trim_start_matches(digit);
    }
    let unit = rest.trim_start_matches([' ', '\u{a0}']);
    // A year begins a sentence of its own.
    if unit.starts_with(is_year_mark) {
        return false;
    }
    let latin = unit.find(|c: char| !c.is_ascii_alphabetic());
    match unit
        .get(..latin.unwrap_or(unit.len()))
        .filter(|word| !word.is_empty())
    {
        Some(word) => UNITS.has(word),
        None => UNITS.starts(unit) || MYRIADS.starts(unit),
    }
}

fn belongs(before: &Line, last: Last, line: &Line, leads: bool) -> bool {
    if before.whole || line.whole {
        return false;
    }
    let text = before.text.as_str();
    if !line.after_gap && goes_on_with_figure(text, &line.text) {
        return true;
    }
    if label::read(&line.text, None).is_some() {
        return false;
    }
    if line
        .text
        .starts_with(|c: char| "，。、；：！？％%,;:!?".contains(c))
    {
        return true;
    }
    // Behind a sentence only what was opened is closed: 》》点击进入《《 is an ornament.
    let ended = || text.ends_with(['。', '！', '？', '；', '…']);
    if line
        .text
        .starts_with(|c: char| "）」』”’》〉】〕)〞".contains(c))
    {
        return !ended() || is_open(text);
    }
    if label::is_alone(text) || is_open(text) {
        return true;
    }
    if text.ends_with(['，', '、', ',']) {
        return true;
    }
    if text.ends_with(|c: char| "。！？；：…”’）」』!?;:).".contains(c)) {
        return leads && is_lead(before, line);
    }
    if line.after_gap || line.indented {
        return false;
    }
    if let Some(full) = last.full {
        return full;
    }
    // A long line that is no sentence yet goes on, unless it is a title or a heading.
    let comma = text.contains('，') && label::read(text, None).is_none();
    let prose = text.contains(['。', '；']) || comma;
    last.length >= limits::LONG_LINE.get() && prose && !line.text.starts_with(['（', '('])
}

/// Whether a bracket or quotation mark is still open at the end.
fn is_open(text: &str) -> bool {
    let tail: String = {
        let mut tail: Vec<char> = text
            .chars()
            .rev()
            .take(limits::TAIL_WITH_BRACKET.get())
            .collect();
        tail.reverse();
        tail.into_iter().collect()
    };
    let pairs = [('《', '》'), ('（', '）'), ('〔', '〕'), ('“', '”')];
    pairs.iter().any(|(open, close)| {
        let doubled = text.strip_suffix(*open);
        if doubled.is_some_and(|text| text.ends_with(*open)) {
            return false;
        }
        let opened = tail.rfind(*open);
        opened.is_some_and(|at| tail.get(at..).is_some_and(|rest| !rest.contains(*close)))
    })
}

/// The number of a line that holds nothing else: 01, PART.02.
fn lone_number(text: &str) -> Option<u32> {
    let digits = text
        .strip_prefix("PART")
        .or_else(|| text.strip_prefix("Part"))
        .map_or(text, |rest| rest.trim_start_matches([' ', '.', '．', '·']));
    let two = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .parse()
        .ok()
        .filter(|number| two && (1..=limits::LONE_NUMBER.get()).contains(number))
}

/// Whether a line begins with a number of that kind.
pub fn is_with_number(text: &str) -> bool {
    text.split_once(' ')
        .is_some_and(|(number, _)| lone_number(number).is_some())
}

/// Headings whose number has a line of its own above them, as pages for telephones set them: 01⏎工作总结.
pub fn with_numbers(lines: Vec<Line>) -> Vec<Line> {
    let is_heading = |line: &Line| {
        let count = line.text.chars().count();
        (2..=limits::HEADING_BELOW_NUMBER.get()).contains(&count)
            && !line.text.contains(['。', '，', '；'])
    };
    let numbered = |pair: &[Line]| match pair {
        [number, heading] if is_heading(heading) => lone_number(&number.text),
        _ => None,
    };
    let numbers: Vec<u32> = lines.windows(2).filter_map(numbered).collect();
    let counts = numbers.iter().zip(1..).all(|(number, at)| *number == at);
    if numbers.len() < 2 || !counts {
        return lines;
    }
    let mut out: Vec<Line> = Vec::with_capacity(lines.len());
    let mut number: Option<Line> = None;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if let Some(number) = number.take() {
            out.push(Line {
                text: format!("{} {}", number.text, line.text),
                style: Style::Heading(2),
                ..number
            });
        } else if lone_number(&line.text).is_some() && lines.peek().is_some_and(is_heading) {
            number = Some(line);
        } else {
            out.push(line);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::format;

    fn joined(text: &str) -> Vec<String> {
        let lines = paragraphs(format::read(text.as_bytes(), "a.txt").lines);
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_cut_around_a_word_are_put_together() {
        let text =
            "本作品是中华人民共和国的\n法律\n、\n法规\n，国家机关的决议。\n\n一是\n加快建设。";
        assert_eq!(
            joined(text),
            [
                "本作品是中华人民共和国的",
                "法律、法规，国家机关的决议。",
                "一是加快建设。"
            ]
        );
    }

    #[test]
    fn a_line_that_begins_with_a_figure_goes_on_with_its_sentence() {
        let text = "一、用水\n全年新建泵站，新增灌溉面积\n854.2 万亩，占比\n17.6%。全县粮食产量增加，达到\n8 215万吨，覆盖\n166 个村。\n2.7 处置能力";
        assert_eq!(
            joined(text),
            [
                "一、用水",
                "全年新建泵站，新增灌溉面积854.2 万亩，占比17.6%。全县粮食产量增加，达到8 215万吨，覆盖166 个村。",
                "2.7 处置能力"
            ]
        );
    }

    #[test]
    fn a_mark_that_closes_belongs_to_what_it_closes() {
        assert_eq!(
            joined("会议印发了《水库管理办法\n》。\n》》点击观看视频《《\n转发"),
            [
                "会议印发了《水库管理办法》。",
                "》》点击观看视频《《",
                "转发"
            ]
        );
    }

    #[test]
    fn lines_cut_at_a_margin_are_put_together() {
        let line = "字".repeat(26);
        let mut text = String::new();
        for _ in 0..6 {
            text.push_str(&format!("{line}\n{line}\n结束。\n"));
        }
        text.push_str("（一）指导思想\n");
        let all = joined(&text);
        assert_eq!(all.len(), 7);
        assert_eq!(all[0], format!("{line}{line}结束。"));
        assert_eq!(all[6], "（一）指导思想");
    }

    #[test]
    fn a_title_of_two_lines_is_put_together() {
        let joined = |texts: &[&str]| {
            let line = |text: &&str| Line {
                text: (*text).to_owned(),
                style: Style::Title,
                ..Line::default()
            };
            let lines = super::titles(texts.iter().map(line).collect());
            lines.into_iter().map(|line| line.text).collect::<Vec<_>>()
        };
        let whole = ["河口县2023年水利工作总结和2024年工作安排"];
        assert_eq!(
            joined(&["河口县2023年水利工作总结", "和2024年工作安排"]),
            whole
        );
        for apart in [
            ["河口县水务局", "2023年水利工作总结"],
            ["水利工作报告", "——2024年1月9日在河口县水利工作会议上"],
            ["水利工作报告", "（摘要）"],
        ] {
            assert_eq!(joined(&apart), apart);
        }
    }

    #[test]
    fn a_first_sentence_on_its_own_line_opens_its_paragraph() {
        let body = "字".repeat(60);
        let text = format!("国民经济保持较快增长。\n{body}。\n\n改革继续推进。\n{body}。");
        assert_eq!(joined(&text).len(), 2);
    }
}
