//! What is no part of a document: furniture of sites, notices, numbers of pages; and where its text ends.

use std::collections::{HashMap, HashSet};

use super::bounds;
use super::doubt::{Left, Why};
use super::line::{Line, Style};
use super::office::{is_organ, signature};
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};
use crate::text::date::{date, is_date};
use crate::text::label;

/// Where the title may end in a text without line breaks.
static TITLE_ENDS: List = List::new("ends-title-of-one-line");

/// Numbering that begins with 第.
static ORDINAL: List = List::new("ordinal");

/// Whether a line begins a notice that has nothing to do with the text.
pub fn is_notice(text: &str) -> bool {
    static NOTICES: List = List::new("notice");
    NOTICES.starts(text)
}

/// Why a line is left out wherever it is.
pub fn anywhere(line: &Line) -> Option<Why> {
    static ATTACHMENTS: List = List::new("attachment-start");
    let linked = line.style == Style::Links && line.text.chars().count() <= bounds::LINK_LINE.get();
    let of_text = ATTACHMENTS.starts(&line.text)
        || line.text.contains('。')
        || label::read(&line.text, None).is_some();
    (linked && !of_text).then_some(Why::Site)
}

/// Whether a line is furniture of a site. A sentence and a numbered line are none, whatever they speak of.
pub fn is_site(line: &Line) -> bool {
    static WORDS: List = List::new("site-words");
    static LONE: List = List::new("lone-site-words");
    static END: List = List::new("end-mark");
    if line.style == Style::Links {
        return true;
    }
    let text = line.text.as_str();
    let count = text.chars().count();
    let bare_text = text.trim_matches(|c: char| "—-－ ".contains(c));
    if count <= bounds::END_MARK.get() && END.has(bare_text) {
        return true;
    }
    if count > bounds::SITE_LINE.get() || text.contains('。') || label::read(text, None).is_some()
    {
        return false;
    }
    let bare = || {
        let mut words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .peekable();
        words.peek().is_none()
            || words.clone().any(|word| LONE.is_in(word))
                && words.all(|word| word.chars().count() <= 8)
    };
    let single = count == 1 || (count == 2 && !text.chars().all(is_han));
    WORDS.is_in(text) || single || bare()
}

/// Where the text ends: after the last line that is long, ends as sentences do, or is numbered. A licence
/// or a notice that nothing follows ends it before.
pub fn tail(lines: &[Line], start: usize) -> usize {
    static ENQUIRIES: List = List::new("enquiry");
    let len = licence(lines, start).unwrap_or(lines.len());
    let text = lines.get(start..len).unwrap_or_default();
    let last = text
        .iter()
        .rposition(|line| is_text(line) && !is_of_tail(line));
    let end = last.map_or(len, |at| start + at + 1);
    // 咨询与监督⏎联系电话：…
    let heading = last
        .and_then(|at| text.get(at))
        .map_or("", |line| &line.text);
    let to_ask = label::read(heading, None).is_some()
        && heading.chars().count() <= bounds::ENQUIRY_HEADING.get()
        && ENQUIRIES.is_in(heading);
    if !to_ask {
        return end;
    }
    let behind = lines.get(end..len).unwrap_or_default();
    let answers = behind
        .iter()
        .take_while(|line| line.style != Style::Links && line.text.contains(['：', ':']));
    end + answers.count()
}

/// Where a licence begins.
pub fn licence(lines: &[Line], start: usize) -> Option<usize> {
    static LICENCES: List = List::new("licence");
    let mut rest = lines.iter().skip(start);
    Some(start + rest.position(|line| LICENCES.starts(&line.text))?)
}

/// The word for where a text comes from.
static SOURCE: List = List::new("source-word");

/// Whether a line is one of a text, by itself.
fn is_text(line: &Line) -> bool {
    let count = line.text.chars().count();
    let ends = ['。', '！', '；', '）', '”', '.', '!', '?', '？'];
    let long = count >= bounds::SENTENCE_OF_TEXT.get() && line.text.ends_with(ends);
    let label = label::read(&line.text, None).is_some();
    let quoted = line.text.starts_with(['（', '(']) && SOURCE.is_in(&line.text);
    let marked = matches!(line.style, Style::Heading(_) | Style::Row);
    (long || label || count >= bounds::LINE_OF_TEXT.get() || marked) && !is_site(line) && !quoted
}

/// Whether a line is one of those that follow a text: site, signature, distribution.
pub fn is_of_tail(line: &Line) -> bool {
    static STARTS: List = List::new("after-text-start");
    static PRINTED: List = List::new("printed-end");
    static COPIES: List = List::new("printed-start");
    static CONTRIBUTOR: List = List::new("contributor-end");
    let text = line.text.as_str();
    let begins = STARTS.starts(text) && text.chars().count() <= bounds::LINE_AFTER_TEXT.get();
    let bare = text.trim_matches(['（', '）', '(', ')', '【', '】']);
    let printed = PRINTED.ends(bare) && is_date_in(bare);
    let by = COPIES.starts(bare)
        || (CONTRIBUTOR.ends(bare) && text.chars().count() <= bounds::CONTRIBUTOR.get());
    is_site(line)
        || is_date(text)
        || signature(text).is_some()
        || is_notice(text)
        || begins
        || printed
        || by
        || is_source(text)
        || is_organ(text)
        || is_closing(text)
}

fn is_date_in(text: &str) -> bool {
    text.chars().count() <= bounds::PRINTED_LINE.get() && date(text).is_some()
}

/// Whether a line closes a document: how it is published, who edited it.
pub fn is_closing(text: &str) -> bool {
    static STARTS: List = List::new("closing-start");
    static WORDS: List = List::new("closing-word");
    static WHOLE: List = List::new("closing");
    let words = text.trim_matches(['（', '）', '(', ')']);
    STARTS.starts(words) || WORDS.is_in(words) || WHOLE.has(words)
}

/// Whether a line says where a text comes from.
pub fn is_source(text: &str) -> bool {
    static STARTS: List = List::new("source-start");
    let words = text.trim_start_matches(['（', '(', '【']);
    let named = || SOURCE.words().find_map(|word| words.strip_prefix(word));
    text.chars().count() <= bounds::SOURCE_LINE.get()
        && (STARTS.starts(words) || named().is_some_and(|rest| rest.starts_with(' ')))
}

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
            .is_some_and(|line| line.text.chars().count() >= bounds::LINE_BEFORE_PAGE.get())
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
            && line.text.chars().count() <= bounds::PAGE_NUMBER.get();
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
        .take(bounds::RUNNING_HEADS.get())
        .filter(|line| {
            let count = line.text.chars().count();
            let plain = line.style == Style::Plain && !line.whole;
            plain
                && (6..=bounds::RUNNING_HEAD.get()).contains(&count)
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

/// Where the title ends that a document without line ends begins with: …的若干意见为贯彻落实….
pub fn title_of_one_line(text: &str) -> Option<usize> {
    static NUMBERED: List = List::new("numbered-start");
    static STARTS: List = List::new("text-start-in-line");
    let head: String = text.chars().take(bounds::TITLE_IN_LINE.get()).collect();
    let short = text.len() < bounds::LINE_WITH_TITLE.get();
    if short || !text.contains('。') || ORDINAL.starts(&head) || NUMBERED.starts(&head) {
        return None;
    }
    let end = TITLE_ENDS.words().filter_map(|end| {
        let at = head.find(end)? + end.len();
        let behind = head.get(at..)?;
        let plain = !head.get(..at)?.contains(['。', '，']);
        (plain && STARTS.starts(behind)).then_some(at)
    });
    end.min()
}

/// Leaves out a table of contents: what is between 目录 and the second time that its first entry comes.
pub fn contents(lines: Vec<Line>, left: &mut Vec<Left>) -> Vec<Line> {
    static HEADINGS: List = List::new("contents-heading");
    let head = |line: &Line| HEADINGS.has(&squeezed(&line.text));
    let Some(start) = lines
        .iter()
        .take(bounds::LINES_TO_CONTENTS.get())
        .position(head)
    else {
        return lines;
    };
    let rest = lines.get(start + 1..).unwrap_or_default();
    // How often each entry comes: one that comes again is in the text as well.
    let mut often: HashMap<String, usize> = HashMap::new();
    for line in rest.iter().take(bounds::LINES_WITH_CONTENTS.get()) {
        *often.entry(entry(line)).or_default() += 1;
    }
    let again = |line: &Line| often.get(&entry(line)).is_some_and(|often| *often > 1);
    let paged = |line: &Line| line.text.ends_with(|c: char| c.is_ascii_digit());
    let mut seen: HashSet<String> = HashSet::new();
    let mut is_entry = |line: &Line| {
        // The dots before its page make a line of a hundred characters.
        let short = (2..=bounds::CONTENTS_ENTRY.get()).contains(&entry(line).chars().count());
        // The second time it is the text.
        short && (again(line) || paged(line)) && seen.insert(entry(line))
    };
    let all = rest.iter().take(bounds::CONTENTS_ENTRIES.get());
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
