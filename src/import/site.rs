//! What is no part of a document: furniture of sites, notices, numbers of pages; and where its text ends.

use std::collections::{HashMap, HashSet};

use super::date::{date, is_date};
use super::doubt::{Left, Why};
use super::office::{is_organ, signature};
use super::raw::{Line, Style};
use crate::text::chars::{is_han, squeezed};
use crate::text::label;

/// Beginnings of licences, behind which nothing of the text stands.
const LICENCES: [&str; 6] = [
    "本作品是中华人民共和国的",
    "本作品在",
    "注：中文维基",
    "Public domain",
    "免责声明",
    "版权声明",
];
/// Beginnings of lines behind a text.
const TAILS: [&str; 22] = [
    "抄送",
    "抄报",
    "主送：",
    "报：",
    "送：",
    "发：",
    "联系人",
    "（联系人",
    "联系电话",
    "联系方式",
    "地址：",
    "地址:",
    "邮编",
    "主办：",
    "承办：",
    "网站标识",
    "相关稿件",
    "相关新闻",
    "链接：",
    "原文链接",
    "备案号",
    "标签：",
];

/// Words of a site's furniture, wherever they stand in a short line.
const SITE: [&str; 39] = [
    "点击上方",
    "分享到",
    "分享:",
    "分享：",
    "字体：",
    "字体:",
    "【字体",
    "关闭窗口",
    "返回顶部",
    "返回首页",
    "扫一扫",
    "扫描二维码",
    "上一篇",
    "下一篇",
    "当前位置",
    "您的位置",
    "首页>",
    "首页 >",
    "加入收藏",
    "责任编辑",
    "编辑：",
    "编辑:",
    "责编",
    "点击图片",
    "网站客服",
    "阅读次数",
    "浏览次数",
    "点击数",
    "访问量",
    "网站地图",
    "联系我们",
    "ICP备",
    "公网安备",
    "主办单位：",
    "承办单位：",
    "版权所有",
    "Copyright",
    "javascript",
    "设为首页",
];

/// Words of a site's furniture that a text may speak of as well: they count where a line says nothing else.
const BARE: [&str; 20] = [
    "打印",
    "纠错",
    "微信",
    "微博",
    "技术支持",
    "相关文档",
    "相关链接",
    "相关阅读",
    "预览时标签不可点",
    "关注该公众号",
    "继续滑动看下一个",
    "轻触阅读原文",
    "阅读原文",
    "关闭",
    "收藏",
    "首页",
    "搜索",
    "返回",
    "登录",
    "END",
];

/// Beginnings of notices that have nothing to do with the text.
pub const NOTICES: [&str; 9] = [
    "温馨提示",
    "免责声明",
    "版权声明",
    "本作品是中华人民共和国的",
    "本作品在",
    "注：中文维基",
    "Public domain",
    "本文档由用户上传",
    "声明：",
];

/// Why a line is left out wherever it stands.
pub fn anywhere(line: &Line) -> Option<Why> {
    let linked = line.style == Style::Links && line.text.chars().count() <= 80;
    let of_text = line.text.starts_with("附件")
        || line.text.contains('。')
        || label::read(&line.text, None).is_some();
    (linked && !of_text).then_some(Why::Site)
}

/// Whether a line is furniture of a site. A sentence and a numbered line are none, whatever they speak of.
pub fn is_site(line: &Line) -> bool {
    if line.style == Style::Links {
        return true;
    }
    let text = line.text.as_str();
    let count = text.chars().count();
    if count <= 12 && text.trim_matches(|c: char| "—-－ ".contains(c)) == "END" {
        return true;
    }
    if count > 60 || text.contains('。') || label::read(text, None).is_some() {
        return false;
    }
    let bare = || {
        let mut words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .peekable();
        words.peek().is_none()
            || words
                .clone()
                .any(|word| BARE.iter().any(|bare| word.contains(bare)))
                && words.all(|word| word.chars().count() <= 8)
    };
    let single = count == 1 || (count == 2 && !text.chars().all(is_han));
    SITE.iter().any(|words| text.contains(words)) || single || bare()
}

/// Where the text ends: behind the last line that is long, or that ends as sentences do, or is numbered. A licence
/// or a notice that nothing follows ends it before.
pub fn tail(lines: &[Line], start: usize) -> usize {
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
    let asks = ["咨询", "监督", "联系", "投诉"];
    let to_ask = label::read(heading, None).is_some()
        && heading.chars().count() <= 20
        && asks.iter().any(|word| heading.contains(word));
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
    let is = |line: &Line| LICENCES.iter().any(|words| line.text.starts_with(words));
    Some(start + lines.iter().skip(start).position(is)?)
}

/// Whether a line is one of a text, as far as it tells alone.
fn is_text(line: &Line) -> bool {
    let count = line.text.chars().count();
    let ends = ['。', '！', '；', '）', '”', '.', '!', '?', '？'];
    let long = count >= 15 && line.text.ends_with(ends);
    let label = label::read(&line.text, None).is_some();
    let quoted = line.text.starts_with(['（', '(']) && line.text.contains("来源");
    let marked = matches!(line.style, Style::Heading(_) | Style::Row);
    (long || label || count >= 40 || marked) && !is_site(line) && !quoted
}

/// Whether a line is one of those that stand behind a text: site, signature, distribution.
pub fn is_of_tail(line: &Line) -> bool {
    let text = line.text.as_str();
    let notice = NOTICES.iter().any(|words| text.starts_with(words));
    let begins = TAILS.iter().any(|words| text.starts_with(words)) && text.chars().count() <= 120;
    let bare = text.trim_matches(['（', '）', '(', ')', '【', '】']);
    let printed = bare.ends_with("印发") && is_date_in(bare);
    let by = bare.starts_with("共印") || (bare.ends_with("供稿") && text.chars().count() <= 30);
    is_site(line)
        || is_date(text)
        || signature(text).is_some()
        || notice
        || begins
        || printed
        || by
        || is_source(text)
        || is_organ(text)
        || is_closing(text)
}

fn is_date_in(text: &str) -> bool {
    text.chars().count() <= 50 && date(text).is_some()
}

pub fn is_closing(text: &str) -> bool {
    let words = text.trim_matches(['（', '）', '(', ')']);
    words.starts_with("此件")
        || words.contains("有删减")
        || words.contains("略有删节")
        || words.starts_with("信息公开选项")
        || words == "完"
        || words.starts_with("编辑")
        || words.starts_with("记者")
}

pub fn is_source(text: &str) -> bool {
    let words = text.trim_start_matches(['（', '(', '【']);
    let begins = [
        "来源：",
        "来源:",
        "文章来源",
        "稿源",
        "信息来源",
        "来源 ",
        "發布",
        "转自",
    ];
    text.chars().count() <= 60 && begins.iter().any(|begin| words.starts_with(begin))
}

/// Leaves out lines that are a page's number: 第9页 共9页, - 3 -, and bare numbers if they count up.
pub fn numbers_of_pages(lines: Vec<Line>, left: &mut Vec<Left>) -> Vec<Line> {
    let bare = |line: &Line| -> Option<u32> {
        let text = line
            .text
            .trim_matches(|c: char| c.is_whitespace() || "-—–－·".contains(c));
        (text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse().ok())?
    };
    // Bare numbers are pages if they count up and stand behind full lines, a page apart from each other.
    let places: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter_map(|(at, line)| Some((at, bare(line)?)))
        .collect();
    let full = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| lines.get(at))
            .is_some_and(|line| line.text.chars().count() >= 12)
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
        let words = line.text.starts_with('第')
            && line.text.contains('页')
            && line.text.chars().count() <= 12;
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
    let heads = lines.iter().take(12).filter(|line| {
        let count = line.text.chars().count();
        let plain = line.style == Style::Plain && !line.whole;
        plain
            && (6..=40).contains(&count)
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
    let head: String = text.chars().take(80).collect();
    if text.len() < 60 || !text.contains('。') || head.starts_with(['一', '第']) {
        return None;
    }
    let ends = [
        "意见", "方案", "规划", "通知", "办法", "决定", "报告", "计划", "纲要", "要点",
    ];
    let begins = ["为", "根据", "现", "各", "按照", "近年", "党的"];
    let end = ends.iter().filter_map(|end| {
        let at = head.find(end)? + end.len();
        let behind = head.get(at..)?;
        let plain = !head.get(..at)?.contains(['。', '，']);
        (plain && begins.iter().any(|begin| behind.starts_with(begin))).then_some(at)
    });
    end.min()
}

/// Leaves out a table of contents: what stands between 目录 and the second time that its first entry stands there.
pub fn contents(lines: Vec<Line>, left: &mut Vec<Left>) -> Vec<Line> {
    let head = |line: &&Line| {
        matches!(
            squeezed(&line.text).as_str(),
            "目录" | "目錄" | "目次" | "Contents" | "CONTENTS"
        )
    };
    let Some(start) = lines.iter().take(80).position(|line| head(&line)) else {
        return lines;
    };
    let rest = lines.get(start + 1..).unwrap_or_default();
    // How often each entry stands there: one that comes again is in the text as well.
    let mut often: HashMap<String, usize> = HashMap::new();
    for line in rest.iter().take(5000) {
        *often.entry(entry(line)).or_default() += 1;
    }
    let again = |line: &Line| often.get(&entry(line)).is_some_and(|often| *often > 1);
    let paged = |line: &Line| line.text.ends_with(|c: char| c.is_ascii_digit());
    let mut seen: HashSet<String> = HashSet::new();
    let mut is_entry = |line: &Line| {
        let short = line.text.chars().count() <= 80 && entry(line).chars().count() >= 2;
        // The second time it is the text.
        short && (again(line) || paged(line)) && seen.insert(entry(line))
    };
    let all = rest.iter().take(400);
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
