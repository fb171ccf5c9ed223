//! What stands around the text: title, issuer, number, dates, and the furniture of sites and pages.

use crate::model::{Date, Year};

use super::doubt::{Doubt, Doubted, Left, Why};
use super::kind::{is_annex, is_part};
use super::numbering::{self, Manner};
use super::raw::{Line, Raw, Style};

/// What a bulletin says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// 标题.
    pub title: String,
    /// 发文机关.
    pub issuer: String,
    /// 发文字号.
    pub document_number: Option<String>,
    /// 主送机关.
    pub recipients: Vec<String>,
    /// 成文日期.
    pub date: Option<Date>,
    /// Where it was published.
    pub publication: Option<String>,
    /// Its address there.
    pub url: Option<String>,
    /// The series that is proposed; None if it is the issuer.
    pub series: Option<String>,
}

/// Lines of a head, at most; what stands further down is text.
const MOST: usize = 60;
/// A line of so many characters that ends in a full stop is text.
const TEXT: usize = 36;

/// Takes the head and the tail off: what is left are the lines of the text.
pub fn take(raw: Raw, doubts: &mut Vec<Doubt>, left: &mut Vec<Left>) -> (Head, Vec<Line>) {
    let mut reader = Reader {
        front: raw
            .front
            .iter()
            .find(|(key, _)| key == "title")
            .map(|(_, title)| title.clone()),
        ..Reader::default()
    };
    reader.front_matter(&raw.front);
    let lines = raw.lines;
    let start = reader.head(&lines);
    let end = tail(&lines, start);
    let mut text = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        let why = match reader.why.get(at) {
            Some(why) if at < start => *why,
            _ if at >= end => Some(reader.tail_of(&line)),
            _ => anywhere(&line),
        };
        match why {
            Some(why) => left.push(Left {
                number: line.number,
                text: line.text,
                why,
            }),
            None => text.push(line),
        }
    }
    (reader.finish(&text, doubts), text)
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
const NOTICES: [&str; 9] = [
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
fn anywhere(line: &Line) -> Option<Why> {
    (line.style == Style::Links && line.text.chars().count() <= 80).then_some(Why::Site)
}

fn is_site(line: &Line) -> bool {
    let count = line.text.chars().count();
    let holds = SITE.iter().any(|words| line.text.contains(words));
    line.style == Style::Links
        || (count <= 60 && holds)
        || (count <= 2 && numbering::label(&line.text, None).is_none())
}

/// Where the text ends: behind the last line that is long, or that ends as sentences do, or is numbered; notices and
/// what follows them are no text.
fn tail(lines: &[Line], start: usize) -> usize {
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

fn is_closing(text: &str) -> bool {
    let words = text.trim_matches(['（', '）', '(', ')']);
    words.starts_with("此件")
        || words == "完"
        || words.starts_with("编辑")
        || words.starts_with("记者")
}

fn is_source(text: &str) -> bool {
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

/// Whether a short line is the name of an office.
pub fn is_organ(text: &str) -> bool {
    let words = text.trim();
    if words.len() > 200 {
        return false;
    }
    let ends = [
        "局",
        "部",
        "委",
        "府",
        "院",
        "厅",
        "办公室",
        "委员会",
        "党组",
        "总局",
        "署",
        "中心",
        "室",
    ];
    let count = words.chars().filter(|c| !c.is_whitespace()).count();
    let plain = words
        .chars()
        .all(|c| c >= '\u{4e00}' || c.is_whitespace() || c == '、');
    (3..=40).contains(&count) && plain && ends.iter().any(|end| words.trim_end().ends_with(end))
        || words == "国务院"
}

/// The day that some words name; they may say more.
pub fn date(text: &str) -> Option<Date> {
    let western: String = text
        .chars()
        .map(|c| match c {
            '年' | '月' | '/' | '.' => '-',
            '日' => ' ',
            '０'..='９' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            '〇' | '○' | '零' => '0',
            c => c,
        })
        .collect();
    let western = plain_numerals(&western);
    let mut numbers: Vec<(usize, u32, bool)> = Vec::new();
    let mut number: Option<(u32, usize)> = None;
    let mut joined = false;
    for c in western.chars().chain(['x']) {
        match (c.to_digit(10), number) {
            (Some(digit), Some((value, length))) => {
                number = Some((value.saturating_mul(10).saturating_add(digit), length + 1))
            }
            (Some(digit), None) => number = Some((digit, 1)),
            (None, Some((value, length))) => {
                numbers.push((length, value, joined));
                number = None;
                joined = c == '-';
            }
            (None, None) => joined = joined && c.is_whitespace(),
        }
    }
    numbers.windows(3).find_map(|window| {
        let [(4, year, _), (_, month, true), (_, day, true)] = window else {
            return None;
        };
        ((1900..2100).contains(year) && (1..=12).contains(month) && (1..=31).contains(day))
            .then(|| Date::parse(&format!("{year:04}-{month:02}-{day:02}")))?
    })
}

/// Chinese numerals of a date as digits: 二○一九-一-二十四.
fn plain_numerals(text: &str) -> String {
    let digit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .map(|at| at + 1)
    };
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, c) in chars.iter().enumerate() {
        let before = at
            .checked_sub(1)
            .and_then(|at| chars.get(at))
            .is_some_and(|c| digit(*c).is_some());
        let behind = chars.get(at + 1).is_some_and(|c| digit(*c).is_some());
        match (digit(*c), *c) {
            (Some(digit), _) => out.push_str(&digit.to_string()),
            (None, '十') => out.push_str(match (before, behind) {
                (true, true) => "",
                (true, false) => "0",
                (false, true) => "1",
                (false, false) => "10",
            }),
            (None, c) => out.push(c),
        }
    }
    out
}

/// Whether a line is a date and little else.
fn is_date(text: &str) -> bool {
    if text.len() > 200 {
        return false;
    }
    let words: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    let rest = words
        .chars()
        .filter(|c| {
            !c.is_ascii_digit()
                && !"年月日时分秒〇○一二三四五六七八九十发布时间日期更新成文印发".contains(*c)
        })
        .count();
    date(text).is_some() && rest <= 4
}

/// The document number in some words: 国发〔2019〕4号.
fn document_number(text: &str) -> Option<&str> {
    let mut search = 0;
    loop {
        let rest = text.get(search..)?;
        let open = rest.find(['〔', '［', '[', '【', '﹝'])?;
        let open_at = search + open;
        let head = text.get(..open_at)?;
        let inner = text.get(open_at..)?;
        let mark = inner.chars().next()?.len_utf8();
        search = open_at + mark;
        let year = inner.get(mark..)?;
        let bytes = year.bytes().take_while(u8::is_ascii_digit).count();
        let behind = year.get(bytes..)?;
        let Some(close) = behind.chars().next().filter(|c| "〕］]】﹞".contains(*c)) else {
            continue;
        };
        let behind = behind.get(close.len_utf8()..)?;
        let word = behind.trim_start_matches('第');
        let number = word.bytes().take_while(u8::is_ascii_digit).count();
        if bytes != 4 || number == 0 || !word.get(number..)?.starts_with('号') {
            continue;
        }
        let end = text.len() - word.get(number..)?.len() + '号'.len_utf8();
        let name = head
            .chars()
            .rev()
            .take_while(|c| *c >= '\u{4e00}' && *c <= '\u{9fff}')
            .take(10);
        let start = open_at - name.map(char::len_utf8).sum::<usize>();
        if start == open_at {
            continue;
        }
        return text.get(start..end);
    }
}

#[derive(Default)]
struct Reader {
    head: Head,
    /// Title of a front matter or of the page.
    front: Option<String>,
    /// Why each line of the head is left out; None for one that stays in the text.
    why: Vec<Option<Why>>,
    /// Lines that may be the title.
    titles: Vec<String>,
    /// Signatures.
    signed: Vec<String>,
    /// Who speaks.
    speaker: Option<String>,
    subtitle: Option<String>,
    covered: bool,
    /// Whether the words of a breadcrumb may follow.
    crumbs: bool,
}

impl Reader {
    fn front_matter(&mut self, front: &[(String, String)]) {
        for (key, value) in front {
            match key.as_str() {
                "date" | "pubdate" | "publishdate" => {
                    self.head.date = self.head.date.or_else(|| date(value))
                }
                "source" | "contentsource" | "tags" if self.head.publication.is_none() => {
                    let value = value.trim_end_matches("新闻").trim();
                    self.head.publication = (!value.is_empty()).then(|| value.to_owned());
                }
                "url" | "link" => self.head.url = Some(value.clone()),
                _ => {}
            }
        }
    }

    /// Goes through the head; the index of the first line of the text.
    fn head(&mut self, lines: &[Line]) -> usize {
        let mut notice = false;
        for (at, line) in lines.iter().enumerate().take(MOST) {
            let text = line.text.as_str();
            if NOTICES.iter().any(|words| text.starts_with(words)) {
                notice = true;
            }
            let of_notice = ["下载", "文档", "网站", "客服", "版权"];
            let why = if notice
                && (NOTICES.iter().any(|words| text.starts_with(words))
                    || (text.chars().count() <= 150
                        && of_notice.iter().any(|word| text.contains(word))))
            {
                Some(Why::Notice)
            } else {
                self.line(line, lines.get(at + 1))
            };
            if why.is_none() {
                return at;
            }
            self.why.push(why);
        }
        self.why.len()
    }

    /// Why a line of the head is left out; None if the text begins with it.
    fn line(&mut self, line: &Line, next: Option<&Line>) -> Option<Why> {
        let text = line.text.as_str();
        let count = text.chars().count();
        if line.style == Style::Row && self.row(text) {
            return Some(Why::Title);
        }
        let is_cover = [
            "印发给你们",
            "转发给你们",
            "现予印发",
            "现予公布",
            "现予发布",
            "请认真贯彻执行",
            "请认真贯彻落实",
            "请结合实际",
        ]
        .iter()
        .any(|words| text.contains(words));
        if is_cover && count <= 300 {
            self.covered = true;
            self.titles.clear();
            return Some(Why::Cover);
        }
        if let Some(number) = document_number(text).filter(|_| count <= 120) {
            self.head
                .document_number
                .get_or_insert_with(|| number.to_owned());
            return Some(if number.len() == text.len() {
                Why::DocumentNumber
            } else {
                Why::Title
            });
        }
        if is_date(text) {
            self.head.date = self.head.date.or_else(|| date(text));
            return Some(Why::Date);
        }
        if is_source(text) || (text.contains("来源") && count <= 60 && date(text).is_some()) {
            let name = text.split(['：', ':']).nth(1).unwrap_or_default();
            let name = name
                .split_whitespace()
                .next()
                .unwrap_or_default()
                .trim_end_matches(['）', ')']);
            if self.head.publication.is_none() && !name.is_empty() {
                self.head.publication = Some(name.to_owned());
            }
            self.head.date = self.head.date.or_else(|| date(text));
            return Some(Why::Source);
        }
        let label = numbering::label(text, None).map(|label| label.manner);
        if let Some(end) = title_of_one_line(text) {
            self.titles
                .push(text.get(..end).unwrap_or_default().to_owned());
            return None;
        }
        if label == Some(Manner::Dash)
            && (text.contains("大会") || text.contains("会议") || date(text).is_some())
            && count <= 60
        {
            self.head.date = self.head.date.or_else(|| date(text));
            self.subtitle = Some(text.to_owned());
            return Some(Why::Subtitle);
        }
        if label.is_some_and(|manner| manner != Manner::Dash)
            || is_part(text)
            || is_annex(text)
            || matches!(line.style, Style::Heading(2..))
        {
            return None;
        }
        if self.is_recipients(text) {
            return Some(Why::Recipients);
        }
        let is_role = [
            "总理", "省长", "市长", "主席", "县长", "区长", "州长", "局长", "主任",
        ];
        let role = is_role.iter().find(|role| text.contains(**role));
        if let Some(role) = role.filter(|_| count <= 16 && !text.ends_with(['。', '：'])) {
            self.speaker = Some((*role).to_owned());
            return Some(Why::Subtitle);
        }
        // A name below an office.
        let after_speaker = self.speaker.is_some()
            && (2..=5).contains(&count)
            && text.chars().all(|c| c >= '\u{4e00}' || c.is_whitespace());
        if after_speaker {
            return Some(Why::Subtitle);
        }
        // 政府工作报⏎告
        let whole = self.titles.last().map(|title| format!("{title}{text}"));
        let kinds = ["报告", "意见", "方案", "通知", "规划", "决定", "简报"];
        if self.why.last() == Some(&Some(Why::Title))
            && count <= 3
            && whole.is_some_and(|whole| kinds.iter().any(|kind| whole.ends_with(kind)))
        {
            self.titles.push(text.to_owned());
            return Some(Why::Title);
        }
        // 当前位置：⏎首页⏎>⏎政务信息: one word a line.
        if ["您的位置", "当前位置", "所在位置"]
            .iter()
            .any(|words| text.contains(words))
        {
            self.crumbs = true;
            return Some(Why::Site);
        }
        if is_site(line) || (self.crumbs && count <= 8) {
            return Some(Why::Site);
        }
        self.crumbs = false;
        if is_closing(text) {
            return Some(Why::Notice);
        }
        let ends = text.ends_with(['。', '：', '；', '，', '！', ':', ',', '.']);
        if ends || count >= TEXT * 2 || text.contains('。') {
            return None;
        }
        if self.covered && self.titles.is_empty() && is_organ(text) && !text.contains("意见") {
            self.signed.push(text.split_whitespace().collect());
            return Some(Why::Issuer);
        }
        if next.is_none() {
            return None;
        }
        self.titles.push(text.to_owned());
        Some(Why::Title)
    }

    /// A row of a table of metadata: 发文机关： 国务院 成文日期： 2019年01月24日.
    fn row(&mut self, text: &str) -> bool {
        let mut known = false;
        let keys = [
            "索引号",
            "主题分类",
            "发文机关",
            "成文日期",
            "标题",
            "发文字号",
            "发布日期",
            "主题词",
            "公文种类",
            "有效性",
            "文号",
            "发布机构",
            "名称",
            "生成日期",
        ];
        let mut key: Option<&str> = None;
        let mut value = String::new();
        let mut pairs: Vec<(&str, String)> = Vec::new();
        // A key may be set wide: 索 引 号：
        let mut pending = String::new();
        for c in text.chars() {
            if matches!(c, '：' | ':') {
                let squeezed: String = pending.chars().filter(|c| !c.is_whitespace()).collect();
                if let Some(found) = keys.iter().find(|key| squeezed.ends_with(**key)) {
                    if let Some(key) = key {
                        let letters = found.chars().count();
                        let mut cut = pending.as_str();
                        let mut left = letters;
                        while left > 0 {
                            let Some(last) = cut.chars().next_back() else {
                                break;
                            };
                            left -= usize::from(!last.is_whitespace());
                            cut = cut.strip_suffix(last).unwrap_or_default();
                        }
                        value.push_str(cut);
                        pairs.push((key, std::mem::take(&mut value)));
                    }
                    key = Some(found);
                    known = true;
                    pending.clear();
                    continue;
                }
            }
            pending.push(c);
        }
        if let Some(key) = key {
            pairs.push((key, pending));
        }
        for (key, value) in pairs {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match key {
                "发文机关" | "发布机构" if self.head.issuer.is_empty() => {
                    value.clone_into(&mut self.head.issuer)
                }
                "成文日期" | "生成日期" => self.head.date = date(value).or(self.head.date),
                "发文字号" | "文号" => {
                    self.head.document_number = document_number(value)
                        .map(str::to_owned)
                        .or(self.head.document_number.take())
                }
                "标题" | "名称" => self.front = Some(value.to_owned()),
                _ => {}
            }
        }
        known
    }

    fn is_recipients(&mut self, text: &str) -> bool {
        let Some(names) = text.strip_suffix(['：', ':']) else {
            return false;
        };
        let to = ["各", "省", "市", "县", "部", "委", "办", "局"];
        let count = names.chars().count();
        let known = names.contains('各') && to.iter().any(|word| names.contains(word));
        if !known
            || !(4..=200).contains(&count)
            || names.contains("代表")
            || names.contains("委员：")
            || !self.head.recipients.is_empty()
        {
            return false;
        }
        self.head.recipients = names
            .split(['，', ','])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect();
        true
    }

    /// Why a line of the tail is left out.
    fn tail_of(&mut self, line: &Line) -> Why {
        let text = line.text.as_str();
        if is_date(text) {
            self.head.date = self.head.date.or_else(|| date(text));
            Why::Date
        } else if is_source(text) {
            let words = text.trim_matches(['（', '）', '(', ')']);
            let name = words.split(['：', ':']).nth(1).unwrap_or_default().trim();
            if self.head.publication.is_none() && !name.is_empty() {
                self.head.publication = Some(name.to_owned());
            }
            Why::Source
        } else if text.starts_with("<http") {
            self.head.url = self
                .head
                .url
                .take()
                .or_else(|| Some(text.trim_matches(['<', '>']).to_owned()));
            Why::Source
        } else if is_organ(text) && !is_site(line) {
            self.signed.push(text.split_whitespace().collect());
            Why::Issuer
        } else if is_site(line) {
            Why::Site
        } else {
            Why::Notice
        }
    }

    fn finish(mut self, text: &[Line], doubts: &mut Vec<Doubt>) -> Head {
        self.title();
        // 现在，我代表国务院，向大会作政府工作报告
        let opening = text
            .iter()
            .take(3)
            .find(|line| line.text.contains("代表") && line.text.contains("向大会"));
        if let Some(line) = opening {
            if self.head.title.is_empty() && line.text.contains("政府工作") {
                "政府工作报告".clone_into(&mut self.head.title);
            }
            if line.text.contains("代表国务院") {
                self.speaker.get_or_insert_with(|| "总理".to_owned());
            }
        }
        if self.head.title.is_empty() {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Title)));
        }
        let titles = [
            Some(self.head.title.clone()),
            self.front.clone(),
            self.subtitle.clone(),
        ];
        let from_titles = titles
            .iter()
            .flatten()
            .find_map(|title| issuer_of_title(title));
        if self.head.issuer.is_empty() && !self.signed.is_empty() {
            self.head.issuer = self.signed.join("、");
        }
        if self.head.issuer.is_empty() {
            let from_text = text
                .iter()
                .take(3)
                .find_map(|line| issuer_of_text(&line.text));
            let state = self.speaker.as_deref() == Some("总理");
            let found = if state {
                Some("国务院".to_owned())
            } else {
                from_text.filter(|_| from_titles.is_none()).or(from_titles)
            };
            self.head.issuer = found.unwrap_or_default();
        }
        if self.head.issuer.is_empty() {
            doubts.push(Doubt::at(1, Doubted::Missing(Why::Issuer)));
        }
        if self.head.title.contains("政府工作报告") && !self.head.issuer.is_empty() {
            let place = self.head.issuer.trim_end_matches("人民政府");
            self.head.series = Some(format!("{place}政府工作报告"));
        }
        self.head
    }

    /// The title: that of the annexed document, the page's or the front matter's, else the first lines.
    fn title(&mut self) {
        let fold =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
        let joined: String = self.titles.concat();
        let front = self.front.take().map(|title| {
            // 标题_网站名
            let cut = title.split(['_', '|']).next().unwrap_or_default().trim();
            if cut.chars().count() >= 6 {
                cut.to_owned()
            } else {
                title.trim().to_owned()
            }
        });
        let last = self.titles.last().cloned().unwrap_or_default();
        let parts: String = self
            .titles
            .iter()
            .take(self.titles.len().saturating_sub(1))
            .map(|part| fold(part))
            .collect();
        let folded_last = fold(&last);
        let title = if self.covered && !self.titles.is_empty() {
            joined
        } else if !folded_last.is_empty() && parts.ends_with(&folded_last) {
            // The title stood there before, cut to pieces.
            last
        } else if let Some(front) = front.clone() {
            front
        } else {
            let mut title = String::new();
            for part in &self.titles {
                let count = part.chars().count();
                let goes_on = title.is_empty()
                    || count <= 4
                    || part.starts_with(['（', '('])
                    || title.ends_with(['、', '，']);
                if !goes_on {
                    break;
                }
                title.push_str(part);
            }
            title
        };
        self.front = front;
        self.head.title = title;
    }
}

/// Where the title ends that a document without line ends begins with: …的若干意见为贯彻落实….
fn title_of_one_line(text: &str) -> Option<usize> {
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

/// The office that a title begins with: 国务院关于…, 工信部信息通信管理局：….
fn issuer_of_title(title: &str) -> Option<String> {
    if title.contains("人民代表大会") && title.contains('在') {
        return issuer_of_congress(title);
    }
    let marks = ["关于", "印发", "：", ":", "政府工作报告"];
    let end = marks.iter().filter_map(|mark| title.find(mark)).min()?;
    let mut name = title.get(..end)?.trim();
    if let Some((_, behind)) = name.rsplit_once(['丨', '|', '｜', '》']) {
        name = behind;
    }
    let name = name
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '年' | '《'))
        .trim();
    if title.contains("政府工作报告") && !name.is_empty() && name.chars().count() <= 12 {
        let state = name.contains("国务院") || name.contains("中华人民共和国");
        return Some(if state {
            "国务院".into()
        } else {
            format!("{name}人民政府")
        });
    }
    is_organ(name).then(|| name.to_owned())
}

/// ——2026年1月28日在云南省第十四届人民代表大会第四次会议上: the government that reports there.
fn issuer_of_congress(text: &str) -> Option<String> {
    let (_, behind) = text.split_once('在')?;
    let (name, _) = behind.split_once('第')?;
    match name {
        "" | "全国" => Some("国务院".into()),
        name if name.chars().count() <= 12 => Some(format!("{name}人民政府")),
        _ => None,
    }
}

/// The office that the first sentences name: 山西省通信管理局坚持以….
fn issuer_of_text(text: &str) -> Option<String> {
    convener(text).or_else(|| office(text))
}

/// 工业和信息化部在辽宁沈阳召开…座谈会: who convened it.
fn convener(text: &str) -> Option<String> {
    let head: String = text.chars().take(80).collect();
    let (before, _) = head.split_once("召开")?;
    let clause = before.rsplit(['，', ',', '。']).next()?;
    let (name, place) = clause.rsplit_once('在')?;
    let ends = ["部", "局", "委", "厅", "办", "委员会", "政府"];
    let known =
        ends.iter().any(|end| name.ends_with(end)) && (3..=16).contains(&name.chars().count());
    (known && place.chars().count() <= 10).then(|| name.to_owned())
}

fn office(text: &str) -> Option<String> {
    if text.starts_with(['（', '(']) {
        return None;
    }
    let ends = [
        "管理局",
        "人民政府",
        "委员会",
        "办公厅",
        "统计局",
        "财政局",
        "工业和信息化厅",
        "发展改革委",
    ];
    let head: String = text.chars().take(160).collect();
    let (at, end) = ends
        .iter()
        .filter_map(|end| Some((head.find(end)?, *end)))
        .min()?;
    let before = head.get(..at)?;
    let start = before
        .rfind(|c: char| !('\u{4e00}'..='\u{9fff}').contains(&c))
        .map_or(0, |at| {
            at + before
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(0, char::len_utf8)
        });
    let name = before.get(start..)?;
    let begins = ["在", "由", "和", "对", "向", "请", "现将", "代表", "我代表"];
    if before
        .get(..start)
        .is_some_and(|before| before.ends_with(['（', '(', '、']))
    {
        return None;
    }
    let name = begins
        .iter()
        .fold(name, |name, begin| name.strip_prefix(begin).unwrap_or(name));
    ((2..=16).contains(&name.chars().count())).then(|| format!("{name}{end}"))
}

/// The year that is reported and the year that is planned, as far as title and date tell.
pub fn years(head: &Head) -> (Option<Year>, Option<Year>) {
    let named = super::kind::year(&head.title);
    let of_date = head.date.map(|date| date.year());
    let report = head.title.contains("工作报告");
    match (named, of_date) {
        (Some(year), _) if report => (Some(year - 1), Some(year)),
        (_, Some(year)) => (Some(year - 1), Some(year)),
        (Some(year), None) => (Some(year - 1), Some(year)),
        (None, None) => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_all_their_forms() {
        for (text, day) in [
            ("2021-01-11", "2021-01-11"),
            ("2018年2月26日", "2018-02-26"),
            ("发布时间:2021-04-01 18:43", "2021-04-01"),
            ("二○一九年一月二十四日", "2019-01-24"),
            ("2026/1/28", "2026-01-28"),
            ("２０１０年１２月１０日", "2010-12-10"),
        ] {
            assert_eq!(date(text), Date::parse(day), "{text}");
        }
        for text in ["2021年", "12345", "9月26日至27日", "2021-13-01"] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn document_numbers_are_found() {
        assert_eq!(document_number("国发〔2019〕4号"), Some("国发〔2019〕4号"));
        assert_eq!(
            document_number("株办〔2018〕7号《通知》"),
            Some("株办〔2018〕7号")
        );
        assert_eq!(
            document_number("《计划〔2016〕》(厅字〔2016〕52号)"),
            Some("厅字〔2016〕52号")
        );
        for text in ["〔2016〕52号", "方案〔2016年〕4号", "（2016）", "["] {
            assert_eq!(document_number(text), None, "{text}");
        }
    }

    #[test]
    fn the_issuer_is_found_in_title_and_text() {
        assert_eq!(
            issuer_of_title("国务院关于印发方案的通知").as_deref(),
            Some("国务院")
        );
        assert_eq!(
            issuer_of_title("工信部信息通信管理局：奋力谱写").as_deref(),
            Some("工信部信息通信管理局")
        );
        assert_eq!(
            issuer_of_title("2025年云南省政府工作报告").as_deref(),
            Some("云南省人民政府")
        );
        assert_eq!(issuer_of_title("奋力谱写新篇章"), None);
        let text = "2021年，在工信部的坚强领导下，山西省通信管理局坚持以习近平";
        assert_eq!(issuer_of_text(text).as_deref(), Some("山西省通信管理局"));
    }
}
