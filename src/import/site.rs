//! What is no part of a document: furniture of sites, notices, numbers of pages; and where its text ends.

use super::date::is_date;
use super::doubt::{Left, Why};
use super::numbering;
use super::office::is_organ;
use super::raw::{Line, Style};

/// Words of a site's furniture, wherever they stand in a short line.
const SITE: [&str; 46] = [
    "分享到",
    "分享:",
    "分享：",
    "字体：",
    "字体:",
    "【字体",
    "打印",
    "关闭窗口",
    "返回顶部",
    "返回首页",
    "扫一扫",
    "扫描二维码",
    "相关文档",
    "相关链接",
    "相关阅读",
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
    "纠错",
    "微信",
    "微博",
    "网站地图",
    "联系我们",
    "ICP备",
    "公网安备",
    "主办单位：",
    "承办单位：",
    "技术支持",
    "版权所有",
    "Copyright",
    "javascript",
    "设为首页",
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
    (line.style == Style::Links && line.text.chars().count() <= 80).then_some(Why::Site)
}

pub fn is_site(line: &Line) -> bool {
    let count = line.text.chars().count();
    let holds = SITE.iter().any(|words| line.text.contains(words));
    line.style == Style::Links
        || (count <= 60 && holds)
        || (count <= 2 && numbering::label(&line.text, None).is_none())
}

/// Where the text ends: behind the last line that is long, or that ends as sentences do, or is numbered; notices and
/// what follows them are no text.
pub fn tail(lines: &[Line], start: usize) -> usize {
    let notice = |line: &Line| NOTICES.iter().any(|words| line.text.starts_with(words));
    let behind = lines.iter().skip(start).position(notice);
    let len = behind.map_or(lines.len(), |at| start + at);
    let is_text = |line: &&Line| {
        let long = line.text.chars().count() >= 15
            && line
                .text
                .ends_with(['。', '！', '；', '）', '”', '.', '!', '?', '？']);
        let label = numbering::label(&line.text, None).is_some();
        let quoted = line.text.starts_with(['（', '(']) && line.text.contains("来源");
        (long
            || label
            || line.text.chars().count() >= 40
            || matches!(line.style, Style::Heading(_) | Style::Row))
            && !is_site(line)
            && !quoted
    };
    let last = lines
        .get(start..len)
        .unwrap_or_default()
        .iter()
        .rposition(|line| is_text(&line));
    let end = last.map_or(len, |at| start + at + 1);
    // What cannot be named stays with the text: nothing is lost.
    let rest = lines.get(end..).unwrap_or_default();
    let known = |line: &Line| {
        is_site(line)
            || is_date(&line.text)
            || notice(line)
            || is_source(&line.text)
            || is_organ(&line.text)
            || is_closing(&line.text)
    };
    let unknown = rest.iter().take(len - end).rposition(|line| !known(line));
    unknown.map_or(end, |at| end + at + 1)
}

pub fn is_closing(text: &str) -> bool {
    let words = text.trim_matches(['（', '）', '(', ')']);
    words.starts_with("此件")
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
    let counted: Vec<u32> = lines.iter().filter_map(bare).collect();
    let up = counted
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a < b))
        .count();
    let counts = counted.len() >= 2 && up + 1 >= counted.len();
    let (pages, rest): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|line| {
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

/// Where the title ends that a document without line ends begins with: …的若干意见为贯彻落实….
pub fn title_of_one_line(text: &str) -> Option<usize> {
    let head: String = text.chars().take(80).collect();
    if text.len() < 600 || head.starts_with(['一', '第']) {
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
    let squeezed =
        |line: &Line| -> String { line.text.chars().filter(|c| !c.is_whitespace()).collect() };
    let head = |line: &&Line| {
        matches!(
            squeezed(line).as_str(),
            "目录" | "目錄" | "目次" | "Contents" | "CONTENTS"
        )
    };
    let Some(start) = lines.iter().take(80).position(|line| head(&line)) else {
        return lines;
    };
    let rest = lines.get(start + 1..).unwrap_or_default();
    let Some(first) = rest
        .first()
        .map(entry)
        .filter(|first| first.chars().count() >= 3)
    else {
        return lines;
    };
    let again = rest
        .iter()
        .take(400)
        .skip(1)
        .position(|line| entry(line) == first);
    let Some(count) = again.map(|again| again + 1) else {
        return lines;
    };
    let short = rest
        .iter()
        .take(count)
        .all(|line| line.text.chars().count() <= 80);
    if !short || count < 2 {
        return lines;
    }
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
    let words: String = line.text.chars().filter(|c| !c.is_whitespace()).collect();
    let end = |c: char| c.is_ascii_digit() || ".…·．。-—－（）()".contains(c);
    words.trim_end_matches(end).to_owned()
}
