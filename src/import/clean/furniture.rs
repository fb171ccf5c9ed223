//! What is no part of a document: furniture of sites and notices; and where its text ends.

use super::limits;
use crate::import::doubt::Why;
use crate::import::imprint::without_copies;
use crate::import::line::{Line, Style};
use crate::import::office::{is_organ, signature};
use crate::import::part::is_download;
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed, squeezed_within};
use crate::text::date::{date, is_date, month};
use crate::text::label;

/// What documents are called: with it may end the title in a text without line breaks.
static DOCUMENT: List = List::new("document");

/// Numbering that begins with 第.
static ORDINAL: List = List::new("ordinal");

/// Whether a line begins a notice that has nothing to do with the text.
pub fn is_notice(text: &str) -> bool {
    static NOTICES: List = List::new("notice");
    NOTICES.starts(text)
}

/// Whether a line names what is attached to a text.
pub fn is_attachment(text: &str) -> bool {
    static ATTACHMENTS: List = List::new("attachment-start");
    ATTACHMENTS.starts(text)
}

/// Why a line is left out wherever it is.
pub fn anywhere(line: &Line) -> Option<Why> {
    static WITHIN: List = List::new("site-within");
    if is_rule(&line.text) {
        return Some(Why::Site);
    }
    let plain = line.style == Style::Plain
        && line.text.chars().count() <= limits::SITE_LINE.get()
        && label::read(&line.text, None).is_none();
    if is_download(&line.text) {
        return Some(Why::Site);
    }
    if plain && is_caption(&line.text) {
        return Some(Why::Caption);
    }
    let linked = line.style == Style::Links && line.text.chars().count() <= limits::LINK_LINE.get();
    let of_text = is_attachment(&line.text)
        || line.text.contains('。')
        || label::read(&line.text, None).is_some();
    let named = plain && WITHIN.is_in(&line.text);
    ((linked || named) && !of_text).then_some(Why::Site)
}

/// Whether a line is drawn between the parts of a page.
fn is_rule(text: &str) -> bool {
    let drawn = |c: char| {
        matches!(
            c,
            '\u{2500}'..='\u{257f}' | '_' | '＿' | '=' | '＝' | '*' | '-' | '—'
        )
    };
    text.chars().count() >= 8 && text.chars().all(drawn)
}

/// Whether a line is furniture of a site. A sentence and a numbered line are none, whatever they speak of.
pub fn is_site(line: &Line) -> bool {
    static WORDS: List = List::new("site-words");
    static LONE: List = List::new("lone-site-words");
    static END: List = List::new("end-mark");
    if line.style == Style::Links || is_download(&line.text) {
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
    WORDS.is_in(text) || single || asks_reader(text) || bare()
}

/// Whether a short line is a question of the site to its reader, with what may be answered: 您觉得这篇文章怎么样？ 好（3）.
fn asks_reader(text: &str) -> bool {
    static READER: List = List::new("asks-reader");
    static ASKS: List = List::new("question-mark");
    let asked = ASKS.split(text).map(|(question, _)| question);
    asked.is_some_and(|question| READER.is_in(question) && !question.contains(['“', '《']))
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
    // A heading that nothing of the text follows is that of a list of links.
    let marked = line.style == Style::Row;
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
    let printed = PRINTED.ends(without_copies(bare)) && is_date_in(bare);
    let by = COPIES.starts(bare)
        || (CONTRIBUTOR.ends(bare) && text.chars().count() <= limits::CONTRIBUTOR.get());
    is_site(line)
        || is_related(text)
        || is_label_of_tail(text)
        || is_date(text)
        || month(text).is_some()
        || signature(text).is_some()
        || is_notice(text)
        || begins
        || printed
        || by
        || is_source(text)
        || is_organ(text)
        || is_closing(text)
        || is_caption(text)
        || is_toolbar(text)
        || are_labels(text)
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

/// Where the title ends that a document without line ends begins with: …的若干意见为贯彻落实….
pub fn title_of_one_line(text: &str) -> Option<usize> {
    static NUMBERED: List = List::new("numbered-start");
    static STARTS: List = List::new("text-start-in-line");
    let head: String = text.chars().take(limits::TITLE_IN_LINE.get()).collect();
    let short = text.len() < limits::LINE_WITH_TITLE.get();
    if short || !text.contains('。') || ORDINAL.starts(&head) || NUMBERED.starts(&head) {
        return None;
    }
    let end = DOCUMENT.words().filter_map(|end| {
        let at = head.find(end)? + end.len();
        let behind = head.get(at..)?;
        let plain = !head.get(..at)?.contains(['。', '，']);
        (plain && STARTS.starts(behind)).then_some(at)
    });
    end.min()
}

/// Whether a line is what a page says of itself: 来源：, 阅读量：20, 【字体：.
pub fn is_page_label(text: &str) -> bool {
    static LABELS: List = List::new("page-label");
    // 编辑丨张某
    static BAR: List = List::new("title-bar");
    let words = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    squeezed_within(words, limits::SITE_LINE.get()).is_some_and(|words| {
        LABELS.words().any(|label| {
            let rest = words.strip_prefix(label);
            rest.is_some_and(|rest| {
                rest.is_empty()
                    || rest.starts_with(['：', ':', '∶', '】', '|', '｜'])
                    || rest.starts_with(|c| BAR.has_char(c))
            })
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
        || is_bar_of_languages(text)
        || words.all(|word| {
            WORDS.has(word) || (word.len() <= 2 && !word.bytes().all(|b| b.is_ascii_digit()))
        })
}

/// Whether a line names the languages of a page, two at least, and besides them only its site: 河口县人民政府网 中文 English.
fn is_bar_of_languages(text: &str) -> bool {
    static LANGUAGES: List = List::new("language-of-page");
    static SITES: List = List::new("name-of-site");
    let parted = |c: char| c.is_whitespace() || "|｜/·".contains(c);
    let words = || text.split(parted).filter(|word| !word.is_empty());
    let languages = words().filter(|word| LANGUAGES.has(word)).count();
    languages >= 2 && words().all(|word| LANGUAGES.has(word) || SITES.ends(word))
}

/// Whether a line is the path of a page in its site: 首页 > 政务公开 > 规划计划.
pub fn is_path(text: &str) -> bool {
    let mut parts = text.split(['>', '»', '›', '＞', '→']);
    let short = |part: &str| part.chars().count() <= limits::PART_OF_PATH.get();
    // 主页 / 公开 / 规划; one stroke alone parts other things, too.
    let mut strokes = text.split(" / ");
    text.chars().count() <= limits::LINK_LINE.get()
        && !text.contains(['。', '，'])
        && (parts.clone().count() >= 2 && parts.all(short)
            || strokes.clone().count() >= 3 && strokes.all(short))
}

/// Whether a line is several labels with their values, parted by gaps: 供稿：办公厅　录入：张某.
pub fn are_labels(text: &str) -> bool {
    let mut parts = text
        .split_whitespace()
        .filter(|part| part.contains(['：', ':']));
    let is_label = |part: &str| {
        let name = part.split(['：', ':']).next().unwrap_or_default();
        (2..=6).contains(&name.chars().count()) && name.chars().all(is_han)
    };
    let labels = parts.clone().filter(|part| is_label(part)).count();
    text.chars().count() <= limits::SITE_LINE.get()
        && !text.contains(['。', '，', '；'])
        && labels >= 2
        && parts
            .next()
            .is_some_and(|first| text.starts_with(first) && is_label(first))
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
            "河口县人民政府网站　简体中文　English",
            "简 | 繁 | EN",
        ] {
            assert!(is_toolbar(text), "{text}");
        }
        for text in [
            "打印机产量",
            "2023",
            "加大投入",
            "河口县人民政府网站　中文",
            "中文系　英文系",
        ] {
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
        assert!(is_path("主页 / 公开专栏 / 规划") && !is_path("省 / 市"));
        assert!(
            are_labels("供稿：办公厅　录入：张某")
                && are_labels("发稿：2023-01-09 08:10 供稿：办公厅")
        );
        assert!(!are_labels("供稿：办公厅") && !are_labels("目标：建成三座 其中：水库一座。"));
        assert!(is_rule("━━━━━━━━━━━━━━━━") && !is_rule("——水利"));
        for text in ["附件下载：名单.docx", "相关解读：图解规划", "阅读下载："]
        {
            assert!(is_page_label(text), "{text}");
        }
        let site = |text: &str| {
            is_site(&Line {
                text: text.to_owned(),
                ..Line::default()
            })
        };
        for text in [
            "您觉得这条信息怎么样？　好（8）　一般（0）",
            "该信息对您是否有用？",
            "附件下載：分工表（PDF，2MB）",
        ] {
            assert!(site(text), "{text}");
        }
        for text in [
            "水从哪里来？",
            "以“您满意吗？”为题开展调查",
            "您提出的建议收悉",
        ] {
            assert!(!site(text), "{text}");
        }
        assert!(is_related("【延伸阅读】") && !is_related("相关阅读材料已经印发"));
        assert!(is_caption("会议现场。本报记者 张某 摄") && !is_caption("拍摄基地"));
    }
}
