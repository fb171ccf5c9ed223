//! Lines of a plain text, and lines that belong together: those that were cut at a margin, at a page's end
//! or around a word.

use super::bounds;
use super::line::{Line, Style};
use super::raw::Raw;
use crate::lexicon::List;
use crate::text::chars::is_han;
use crate::text::label;
use crate::text::manner::Manner;

/// The lines of a text that hold words.
pub fn read(text: &str) -> Raw {
    let mut raw = Raw::default();
    let mut after_gap = false;
    for (number, line) in split(text) {
        match trimmed(line) {
            // A character of no width is no empty line: it is where a line was cut.
            "" => after_gap |= !line.contains(is_invisible),
            words => {
                let lead = line.trim_start_matches('\u{feff}');
                let set_in = lead.starts_with(['\u{3000}', '\t']) || lead.starts_with("  ");
                raw.lines.push(Line {
                    text: words.to_owned(),
                    number,
                    indented: set_in,
                    after_gap,
                    ..Line::default()
                });
                after_gap = false;
            }
        }
    }
    raw
}

/// Lines with their numbers from 1; they end as in any of the usual ways.
pub fn split(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut number = 0;
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let line = rest?;
        number += 1;
        let end = line.find([
            '\n', '\r', '\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}',
        ]);
        let Some(end) = end else {
            rest = None;
            return Some((number, line));
        };
        let (line, behind) = line.split_at(end);
        let mut chars = behind.chars();
        if chars.next() == Some('\r') && chars.as_str().starts_with('\n') {
            chars.next();
        }
        rest = Some(chars.as_str());
        Some((number, line))
    })
}

/// A line without white space and characters of no width around it.
pub fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Characters that show nothing and mean nothing at a line's end.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}')
}

/// Puts together the lines of a paragraph. Between Latin letters a space takes the place of the line end.
pub fn paragraphs(lines: Vec<Line>) -> Vec<Line> {
    let margin = margin(&lines);
    let leads = has_leads(&lines);
    let mut out: Vec<Line> = Vec::new();
    let mut last = 0;
    for line in lines {
        let length = line.text.chars().count();
        match out.last_mut() {
            Some(before) if belongs(before, last, &line, margin, leads) => {
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
                        .take(bounds::CHARACTERS_BEFORE_NAME.get())
                        .any(is_han);
                if ends_latin && begins_latin && !name {
                    before.text.push(' ');
                }
                before.text.push_str(&line.text);
            }
            _ => out.push(line),
        }
        last = length;
    }
    out
}

/// Parts the lines of a document whose line ends became spaces: few lines, and spaces between Chinese characters.
pub fn unspaced(lines: Vec<Line>) -> Vec<Line> {
    let han = |c: char| c >= '\u{2e80}' || "“”".contains(c);
    let is_gap = |before: Option<char>, behind: Option<char>| {
        before.is_some_and(han) && behind.is_some_and(|c| han(c) || c.is_ascii_digit())
    };
    let gaps = |text: &str| -> Vec<usize> {
        let found = text.match_indices(' ').filter(|(at, _)| {
            let before = text.get(..*at).and_then(|text| text.chars().next_back());
            is_gap(
                before,
                text.get(at + 1..).and_then(|text| text.chars().next()),
            )
        });
        found.map(|(at, _)| at).collect()
    };
    let is_long = |line: &Line| line.text.chars().count() > bounds::LINE_OF_LINES.get();
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
        let mut starts = vec![0];
        let mut before = [' ', ' '];
        for (at, c) in line.text.char_indices() {
            let glued = before[1].is_whitespace() && "。；！？".contains(before[0]);
            // A chapter of a Japanese paper after a caption.
            let caption = at > 0 && line.text.len() < bounds::CAPTION.get();
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

/// The length of a full line in a document whose lines were cut at a margin.
fn margin(lines: &[Line]) -> Option<usize> {
    let mut lengths: Vec<usize> = lines.iter().map(|line| line.text.chars().count()).collect();
    if lengths.len() < bounds::LINES_WITH_MARGIN.get() {
        return None;
    }
    let all = lengths.len();
    lengths.sort_unstable();
    // A few lines are longer: half-width characters take less room.
    let full = *lengths.get(all * 4 / 5)?;
    let near = lengths
        .iter()
        .filter(|length| **length + 3 >= full && **length <= full + bounds::BEYOND_MARGIN.get());
    // Some of them end within a clause, and are no headings.
    let cuts = lines.iter().filter(|line| {
        line.text.ends_with(char::is_alphanumeric)
            && line.text.chars().count() + 3 >= full
            && label::read(&line.text, None).is_none()
    });
    let wrapped = near.count() * 5 >= all * 2 && cuts.count() >= 3;
    let full = (wrapped && (bounds::NARROWEST.get()..=bounds::WIDEST.get()).contains(&full))
        .then_some(full);
    full.or_else(|| margin_of_cuts(lines))
}

/// The margin by the lines that end within a word or a clause, if a quarter of them do so at the same place.
fn margin_of_cuts(lines: &[Line]) -> Option<usize> {
    let is_cut = |line: &&Line| {
        !line.whole
            && line.text.ends_with(char::is_alphanumeric)
            && line.text.chars().count() >= bounds::NARROWEST.get()
    };
    let mut cuts: Vec<usize> = lines
        .iter()
        .filter(is_cut)
        .map(|line| line.text.chars().count())
        .collect();
    cuts.sort_unstable();
    let full = *cuts.get(cuts.len() / 2)?;
    let near = cuts
        .iter()
        .filter(|length| length.abs_diff(full) <= 4)
        .count();
    let many = cuts.len() >= 4 && cuts.len() * 4 >= lines.len();
    (many && near * 5 >= cuts.len() * 4 && full <= bounds::WIDEST.get()).then_some(full)
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
    let short = |text: &str| text.chars().count() <= bounds::LEAD_LINE.get();
    let one = line.text.matches('。').count() == 1 && line.text.ends_with('。');
    one && short(&line.text)
        && next.text.chars().count() >= bounds::LONG_LINE.get()
        && !next.after_gap
        && !next.indented
}

fn belongs(before: &Line, last: usize, line: &Line, margin: Option<usize>, leads: bool) -> bool {
    if before.whole || line.whole || label::read(&line.text, None).is_some() {
        return false;
    }
    let text = before.text.as_str();
    let closing = |c: char| "，。、；：！？）」』”’》〉】〕％%,;:!?)〞".contains(c);
    if line.text.starts_with(closing) {
        return true;
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
    if let Some(full) = margin {
        return last + 3 >= full;
    }
    // A long line that is no sentence yet goes on, unless it is a title or a heading.
    let comma = text.contains('，') && label::read(text, None).is_none();
    let prose = text.contains(['。', '；']) || comma;
    last >= bounds::LONG_LINE.get() && prose && !line.text.starts_with(['（', '('])
}

/// Whether a bracket or quotation mark is still open at the end.
fn is_open(text: &str) -> bool {
    let tail: String = {
        let mut tail: Vec<char> = text
            .chars()
            .rev()
            .take(bounds::TAIL_WITH_BRACKET.get())
            .collect();
        tail.reverse();
        tail.into_iter().collect()
    };
    let pairs = [('《', '》'), ('（', '）'), ('〔', '〕'), ('“', '”')];
    pairs.iter().any(|(open, close)| {
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
        .filter(|number| two && (1..=bounds::LONE_NUMBER.get()).contains(number))
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
        (2..=bounds::HEADING_BELOW_NUMBER.get()).contains(&count)
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

    fn joined(text: &str) -> Vec<String> {
        let lines = paragraphs(read(text).lines);
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_end_in_any_of_the_usual_ways() {
        let lines: Vec<(usize, &str)> = split("a\r\nb\rc\n\nd").collect();
        assert_eq!(lines, [(1, "a"), (2, "b"), (3, "c"), (4, ""), (5, "d")]);
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
    fn a_first_sentence_on_its_own_line_opens_its_paragraph() {
        let body = "字".repeat(60);
        let text = format!("国民经济保持较快增长。\n{body}。\n\n改革继续推进。\n{body}。");
        assert_eq!(joined(&text).len(), 2);
    }
}
