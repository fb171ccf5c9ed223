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

/// Leaves out lines that are a page's number: 第9页 共9页, - 3 -, and bare numbers if they count up.
pub fn numbers_of_pages(lines: Vec<Line>, left: &mut Vec<Left>) -> Vec<Line> {
    static PAGE: List = List::new("page-sign");
    let bare = |line: &Line| -> Option<u32> {
        let text = line
            .text
            .trim_matches(|c: char| c.is_whitespace() || "-—–－·".contains(c));
        (text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse().ok())?
    };
    // Bare numbers are pages if they count up and follow full lines, a page apart from each other.
    let places: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, bare(line)?)))
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
    let mut seen = HashSet::new();
    let (pages, rest): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| {
        // The first time it is the title.
        if running.contains(&line.text) && !seen.insert(line.text.clone()) {
            return true;
        }
        let words = ORDINAL.starts(&line.text)
            && PAGE.is_in(&line.text)
            && line.text.chars().count() <= limits::PAGE_NUMBER.get();
        let dashed = bare(line).is_some() && line.text.starts_with(['-', '—', '–', '－']);
        words || dashed || (counts && bare(line).is_some())
    });
    let leave = |line: Line| Left {
        number: line.number,
        text: line.text,
        why: Why::PageNumber,
    };
    left.extend(pages.into_iter().map(leave));
    rest
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
