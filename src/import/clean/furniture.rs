//! What is no part of a document: furniture of sites, notices, numbers of pages; and where its text ends.

use std::collections::{HashMap, HashSet};

use super::limits;
use crate::import::doubt::{Left, Why};
use crate::import::line::{Line, Style};
use crate::import::office::{is_organ, signature};
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
    let linked = line.style == Style::Links && line.text.chars().count() <= limits::LINK_LINE.get();
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
    if END.has(bare_text) {
        return true;
    }
    if count > limits::SITE_LINE.get() || text.contains('。') || label::read(text, None).is_some()
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
    // 2所 at the end of a text is a figure.
    let single = count == 1 || (count == 2 && !text.chars().any(is_han));
    WORDS.is_in(text) || single || bare()
}

/// Where the text ends: after the last line that is long, ends as sentences do, or is numbered. A licence
/// or a notice that nothing follows ends it before.
pub fn tail(lines: &[Line], start: usize) -> usize {
    static ENQUIRIES: List = List::new("enquiry");
    let len = [licence(lines, start), related(lines, start)];
    let len = len.into_iter().flatten().min().unwrap_or(lines.len());
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
        && heading.chars().count() <= limits::ENQUIRY_HEADING.get()
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
    let long = count >= limits::SENTENCE_OF_TEXT.get() && line.text.ends_with(ends);
    let label = label::read(&line.text, None).is_some();
    let quoted = line.text.starts_with(['（', '(']) && SOURCE.is_in(&line.text);
    let marked = matches!(line.style, Style::Heading(_) | Style::Row);
    (long || label || count >= limits::LINE_OF_TEXT.get() || marked) && !is_site(line) && !quoted
}

/// Whether a line is one of those that follow a text: site, signature, distribution.
pub fn is_of_tail(line: &Line) -> bool {
    static STARTS: List = List::new("after-text-start");
    static PRINTED: List = List::new("printed-end");
    static COPIES: List = List::new("printed-start");
    static CONTRIBUTOR: List = List::new("contributor-end");
    let text = line.text.as_str();
    let begins = STARTS.starts(text) && text.chars().count() <= limits::LINE_AFTER_TEXT.get();
    let bare = text.trim_matches(['（', '）', '(', ')', '【', '】']);
    let printed = PRINTED.ends(bare) && is_date_in(bare);
    let by = COPIES.starts(bare)
        || (CONTRIBUTOR.ends(bare) && text.chars().count() <= limits::CONTRIBUTOR.get());
    is_site(line)
        || is_related(text)
        || is_label_of_tail(text)
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
    text.chars().count() <= limits::PRINTED_LINE.get() && date(text).is_some()
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
    text.chars().count() <= limits::SOURCE_LINE.get()
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

/// Where the title ends that a document without line ends begins with: …的若干意见为贯彻落实….
pub fn title_of_one_line(text: &str) -> Option<usize> {
    static NUMBERED: List = List::new("numbered-start");
    static STARTS: List = List::new("text-start-in-line");
    let head: String = text.chars().take(limits::TITLE_IN_LINE.get()).collect();
    let short = text.len() < limits::LINE_WITH_TITLE.get();
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

/// Whether a line is what a page says of itself: 来源：, 阅读量：20, 【字体：.
pub fn is_page_label(text: &str) -> bool {
    static LABELS: List = List::new("page-label");
    // 编辑丨张某
    static BAR: List = List::new("title-bar");
    let words = squeezed(text);
    let words = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.chars().count() <= limits::SITE_LINE.get()
        && LABELS.words().any(|label| {
            let rest = words.strip_prefix(label);
            rest.is_some_and(|rest| {
                rest.is_empty()
                    || rest.starts_with(['：', ':', '∶', '】', '|', '｜'])
                    || rest.starts_with(|c| BAR.has_char(c))
            })
        })
}

/// Whether a line is such a label whose value stands on the next line.
pub fn is_bare_label(text: &str) -> bool {
    is_page_label(text) && text.ends_with(['：', ':'])
}

/// Whether a line behind the text is a label of the page; a time there may be that of what the text calls to.
pub fn is_label_of_tail(text: &str) -> bool {
    static PUBLISHES: List = List::new("publishes");
    is_bare_label(text) || (is_page_label(text) && !PUBLISHES.is_in(text))
}

/// Whether a line is made of the words of a toolbar, of single letters and of marks only.
pub fn is_toolbar(text: &str) -> bool {
    static WORDS: List = List::new("toolbar");
    if text.chars().count() > limits::SITE_LINE.get() {
        return false;
    }
    let mut words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    // 00:00 / 45:12
    let clock = !text.contains(char::is_alphabetic) && text.contains([':', '：', '/']);
    clock
        || words.all(|word| {
            WORDS.has(word) || (word.len() <= 2 && !word.bytes().all(|b| b.is_ascii_digit()))
        })
}

/// Whether a line is the path of a page in its site: 首页 > 政务公开 > 规划计划.
pub fn is_path(text: &str) -> bool {
    let mut parts = text.split(['>', '»', '›', '＞', '→']);
    text.chars().count() <= limits::LINK_LINE.get()
        && parts.clone().count() >= 2
        && !text.contains(['。', '，'])
        && parts.all(|part| part.chars().count() <= limits::PART_OF_PATH.get())
}

/// Whether a line is the heading of a list of other pages.
pub fn is_related(text: &str) -> bool {
    static HEADINGS: List = List::new("related");
    let words = squeezed(text);
    HEADINGS.has(words.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Where a list of other pages begins that nothing of the text follows.
pub fn related(lines: &[Line], start: usize) -> Option<usize> {
    let of_text = |line: &Line| {
        line.text.chars().count() > limits::LINK_LINE.get() || line.text.contains('。')
    };
    let behind = lines.iter().rposition(of_text).map_or(0, |at| at + 1);
    let from = start.max(behind);
    let mut rest = lines.iter().skip(from);
    Some(from + rest.position(|line| is_related(&line.text))?)
}

/// Whether a line is the caption of a photo.
pub fn is_caption(text: &str) -> bool {
    static ENDS: List = List::new("caption-end");
    static STARTS: List = List::new("caption-start");
    let words = text.trim_end_matches(['）', ')', '。']);
    text.chars().count() <= limits::LINK_LINE.get() && (ENDS.ends(words) || STARTS.starts(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn furniture_is_told_by_what_it_is() {
        for text in [
            "分享 | 收藏 | 打印",
            "00:00 / 12:30",
            "【大 中 小】",
            "A+ A-",
            "】",
            "语音播报",
        ] {
            assert!(is_toolbar(text), "{text}");
        }
        for text in ["打印机产量", "2023", "加大投入"] {
            assert!(!is_toolbar(text), "{text}");
        }
        for text in [
            "【字号：",
            "浏览次数：36",
            "发表时间：",
            "作者：张某　编辑：李某",
        ] {
            assert!(is_page_label(text), "{text}");
        }
        assert!(!is_page_label("时间紧任务重"));
        assert!(is_path("首页 > 信息公开 > 统计") && !is_path("增速>5%，高于全国"));
        assert!(is_related("【延伸阅读】") && !is_related("相关阅读材料已经印发"));
        assert!(is_caption("会议现场。本报记者 张某 摄") && !is_caption("拍摄基地"));
    }
}
