//! What printed pages put around a text: their numbers, running heads, a table of contents. Knows nothing of sites.

use std::collections::{HashMap, HashSet};

use super::limits;
use crate::import::doubt::{Left, Why};
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::text::chars::squeezed;
use crate::text::label;

/// Numbering that begins with 第.
static ORDINAL: List = List::new("ordinal");

/// What the number of a page is followed by.
static PAGE: List = List::new("page-sign");

/// The bare number of a page, without the dashes around it.
fn bare(text: &str) -> Option<u32> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "-—–－·".contains(c));
    (text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())?
}

/// Whether a line says in words or between dashes that it is a page's number: 第9页 共9页, - 3 -.
fn is_numbered(text: &str) -> bool {
    let words = ORDINAL.starts(text)
        && PAGE.is_in(text)
        && text.chars().count() <= limits::PAGE_NUMBER.get();
    words || bare(text).is_some() && text.starts_with(['-', '—', '–', '－'])
}

/// Whether a line may be a page's number where a page can end: between the rows of a table.
pub fn may_be_number(text: &str) -> bool {
    is_numbered(text) || bare(text).is_some() || page_of(text).is_some()
}

/// Leaves out lines that are a page's number: 第9页 共9页, - 3 -, and bare numbers if they count up.
pub fn numbers_of_pages(lines: Vec<Line>, left: &mut Vec<Left>) -> Vec<Line> {
    // Bare numbers are pages if they count up and follow full lines, a page apart from each other.
    let places: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, bare(&line.text)?)))
        .collect();
    let full = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| lines.get(at))
            .is_some_and(|line| line.text.chars().count() >= limits::LINE_BEFORE_PAGE.get())
    };
    let behind = places.iter().filter(|(at, _)| full(*at)).count();
    let steps = places.windows(2).filter(
        |pair| matches!(pair, [(at, a), (then, b)] if b > a && b - a <= 2 && then - at >= 4),
    );
    let counts = places.len() >= 2
        && steps.count() * 4 >= (places.len() - 1) * 3
        && behind * 4 >= places.len() * 3;
    let running = running_heads(&lines);
    let of_total = pages_of(&lines);
    let is_number = |line: &Line| {
        let numbered = is_numbered(&line.text) || (counts && bare(&line.text).is_some());
        numbered || page_of(&line.text).is_some_and(|(_, all)| of_total == Some(all))
    };
    let numbers: Vec<bool> = lines.iter().map(is_number).collect();
    let is_beside_number = |at: usize| {
        let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        beside
            .filter_map(|at| numbers.get(at))
            .any(|number| *number)
    };
    let mut seen = HashSet::new();
    let is_page = |at: usize, line: &Line| {
        // The first time it is the title, but for one that stands at the number of a page.
        let again = running.contains(&line.text) && !seen.insert(line.text.clone());
        let foot = running.contains(&line.text) && is_beside_number(at);
        again || foot || numbers.get(at) == Some(&true)
    };
    without(lines, is_page, left)
}

/// Lines without those of pages. The empty lines around one are the page's: they part no paragraph.
fn without(
    lines: Vec<Line>,
    mut is_page: impl FnMut(usize, &Line) -> bool,
    left: &mut Vec<Left>,
) -> Vec<Line> {
    let mut rest = Vec::with_capacity(lines.len());
    let mut behind_page = false;
    for (at, mut line) in lines.into_iter().enumerate() {
        if is_page(at, &line) {
            left.push(Left {
                number: line.number,
                text: line.text,
                why: Why::PageNumber,
            });
            behind_page = true;
            continue;
        }
        line.after_gap &= !std::mem::take(&mut behind_page);
        rest.push(line);
    }
    rest
}

/// The page and the number of all pages that a line tells and nothing else: 3 / 21.
fn page_of(text: &str) -> Option<(u32, u32)> {
    let (page, all) = text.split_once(['/', '／'])?;
    let number = |text: &str| text.trim().parse::<u32>().ok();
    let (page, all) = (number(page)?, number(all)?);
    (1..=all).contains(&page).then_some((page, all))
}

/// The number of all pages, if lines tell it with pages that count up; a single one is a fraction.
fn pages_of(lines: &[Line]) -> Option<u32> {
    let pages: Vec<(u32, u32)> = lines
        .iter()
        .filter_map(|line| page_of(&line.text))
        .collect();
    let (_, all) = *pages.first()?;
    let counts = |pair: &[(u32, u32)]| matches!(pair, [(a, of), (b, then)] if a < b && of == then);
    (pages.len() >= 2 && pages.windows(2).all(counts)).then_some(all)
}

/// Lines from the beginning that come again at the head of every page.
fn running_heads(lines: &[Line]) -> HashSet<String> {
    let heads = lines
        .iter()
        .take(limits::RUNNING_HEADS.get())
        .filter(|line| {
            let count = line.text.chars().count();
            let plain = line.style == Style::Plain && !line.whole;
            plain
                && (6..=limits::RUNNING_HEAD.get()).contains(&count)
                && !line.text.contains(['。', '，', '；', '：', '、'])
                && label::read(&line.text, None).is_none()
        });
    let mut places: HashMap<&str, Vec<usize>> =
        heads.map(|line| (line.text.as_str(), Vec::new())).collect();
    for (at, line) in lines.iter().enumerate() {
        if let Some(places) = places.get_mut(line.text.as_str()) {
            places.push(at);
        }
    }
    let comes_again = |places: &Vec<usize>| {
        let pages = places
            .windows(2)
            .filter(|pair| matches!(pair, [at, then] if then - at >= 8));
        places.len() >= 3 && pages.count() >= 2
    };
    let running = places.iter().filter(|(_, places)| comes_again(places));
    running.map(|(text, _)| (*text).to_owned()).collect()
}

/// Leaves out a table of contents: what is between 目录 and the second time that its first entry comes.
pub fn contents(lines: Vec<Line>, left: &mut Vec<Left>) -> Vec<Line> {
    static HEADINGS: List = List::new("contents-heading");
    let head = |line: &Line| HEADINGS.has(&squeezed(&line.text));
    let Some(start) = lines
        .iter()
        .take(limits::LINES_TO_CONTENTS.get())
        .position(head)
    else {
        return lines;
    };
    let rest = lines.get(start + 1..).unwrap_or_default();
    // How often each entry comes: one that comes again is in the text as well.
    let mut often: HashMap<String, usize> = HashMap::new();
    for line in rest.iter().take(limits::LINES_WITH_CONTENTS.get()) {
        *often.entry(entry(line)).or_default() += 1;
    }
    let again = |line: &Line| often.get(&entry(line)).is_some_and(|often| *often > 1);
    let paged = |line: &Line| line.text.ends_with(|c: char| c.is_ascii_digit());
    let mut seen: HashSet<String> = HashSet::new();
    let mut is_entry = |line: &Line| {
        // The dots before its page make a line of a hundred characters.
        let short = (2..=limits::CONTENTS_ENTRY.get()).contains(&entry(line).chars().count());
        // The second time it is the text.
        short && (again(line) || paged(line)) && seen.insert(entry(line))
    };
    let all = rest.iter().take(limits::CONTENTS_ENTRIES.get());
    let count = all.take_while(|line| is_entry(line)).count();
    let twice = rest.iter().take(count).filter(|line| again(line)).count();
    // Without entries that come again only its own heading is left out.
    let count = if count >= 2 && twice * 2 >= count {
        count
    } else {
        0
    };
    let mut kept = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        if (start..=start + count).contains(&at) {
            left.push(Left {
                number: line.number,
                text: line.text,
                why: Why::Contents,
            });
        } else {
            kept.push(line);
        }
    }
    kept
}

/// An entry of a table of contents without its dots and its page.
fn entry(line: &Line) -> String {
    let words = squeezed(&line.text);
    let end = |c: char| c.is_ascii_digit() || ".…·．。-—－（）()".contains(c);
    words.trim_end_matches(end).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::clean::wraps::paragraphs;
    use crate::import::format;

    fn read(text: &str) -> (Vec<String>, usize) {
        let mut left = Vec::new();
        let lines = format::read(text.as_bytes(), "a.txt").lines;
        let lines = paragraphs(numbers_of_pages(lines, &mut left));
        (
            lines.into_iter().map(|line| line.text).collect(),
            left.len(),
        )
    }

    #[test]
    fn pages_of_a_total_are_told_by_their_counting_up() {
        let text = "水库除险加固。\n1 / 9\n河道治理。\n\n2 / 9\n\n灌区改造。";
        let texts = ["水库除险加固。", "河道治理。", "灌区改造。"];
        assert_eq!(read(text), (texts.map(str::to_owned).into(), 2));
        assert_eq!(read("完成进度\n1 / 3\n水库除险加固。").1, 0);
    }

    #[test]
    fn a_running_foot_is_one_the_first_time_too() {
        let part = "灌区改造完成，新修渠道三条。\n".repeat(8);
        let pages: Vec<String> = (1..=4)
            .map(|page| format!("{part}水利工作会议文件\n{page} / 4\n"))
            .collect();
        let (lines, left) = read(&pages.concat());
        assert_eq!(left, 8);
        assert!(lines.iter().all(|line| !line.contains("会议文件")));
    }

    #[test]
    fn the_end_of_a_page_parts_no_paragraph() {
        let lines = "全年坚持节水优先，推进河湖治理和水库除险加固，保障供水安全和粮食\n生产，完成投资三亿元。\n";
        let seam = "改造老旧管网三百公里，修复堤防十二处，解决了沿河各村群众的用水困";
        let whole = format!("{seam}难问题。");
        for page in [
            "\n\n— 3 —\n\n",
            "\n              - 3 -\n\u{c}",
            "\n\n— 3 —\n\u{c}\n",
        ] {
            let text = format!("{}{seam}{page}难问题。\n", lines.repeat(6));
            assert!(read(&text).0.contains(&whole), "{page:?}");
        }
    }
}
