//! What stands around the text: title, issuer, number, dates, and the furniture of sites and pages.

use crate::calendar::{Date, Year};

use super::date::{date, is_date};
use super::doubt::{Doubt, Doubted, Left, Why};
use super::kind::{self, is_annex, is_part};
use super::lead::sentences;
use super::office::{document_number, is_organ, issuer_of_text, issuer_of_title, signature};
use super::raw::{Line, Raw, Style};
use super::site::{
    anywhere, is_notice, is_of_tail, is_site, is_source, licence, tail, title_of_one_line,
};
use crate::text::chars::{is_han, letters, squeezed};
use crate::text::label::{self, Manner};

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
pub const TEXT: usize = 36;

/// Takes the head and the tail off: what is left are the lines of the text.
pub fn take(raw: Raw, doubts: &mut Vec<Doubt>, left: &mut Vec<Left>) -> (Head, Vec<Line>) {
    let mut reader = Reader {
        front: title_of(&raw.front),
        ..Reader::default()
    };
    reader.front_matter(&raw.front);
    let lines = raw.lines;
    let start = reader.head(&lines);
    reader.title();
    reader.give_back(&lines);
    let end = tail(&lines, start);
    let licence = licence(&lines, start);
    // Many offices without a day are a list; one or two with it, or alone, have signed.
    let behind = lines.get(end..).unwrap_or_default();
    let is_list = behind.iter().filter(|line| is_organ(&line.text)).count() >= 3
        && !behind.iter().any(|line| is_date(&line.text));
    let annexes = Annexes::of(&lines, start);
    let is_licence = |at: usize| licence.is_some_and(|licence| at >= licence);
    let mut text = Vec::new();
    for (at, mut line) in lines.into_iter().enumerate() {
        if annexes.list.contains(&at) {
            line.style = Style::Row;
        }
        let why = match reader.why.get(at) {
            Some(why) if at < start => *why,
            // Signature and distribution stand between the list of what is annexed and the annexes.
            _ if annexes.tail.contains(&at) => Some(reader.tail_of(&line)),
            // What cannot be named stays with the text: nothing is lost.
            _ if at >= end && is_list && is_organ(&line.text) => None,
            _ if at >= end && (is_of_tail(&line) || is_licence(at)) => Some(reader.tail_of(&line)),
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

/// The list of what is annexed to a document, and what stands behind it before the annexes.
#[derive(Default)]
struct Annexes {
    /// Its lines but the first: they are no headings.
    list: std::ops::Range<usize>,
    /// Signature, date, distribution.
    tail: std::ops::Range<usize>,
}

impl Annexes {
    /// The first list of a text.
    fn of(lines: &[Line], start: usize) -> Self {
        let begins = |line: &Line| {
            let rest = line
                .text
                .strip_prefix("附件：")
                .or(line.text.strip_prefix("附件:"));
            rest.is_some_and(|rest| !rest.trim().is_empty() && rest.chars().count() <= 60)
        };
        let Some(first) = (start..lines.len()).find(|at| lines.get(*at).is_some_and(begins)) else {
            return Self::default();
        };
        let entry = |line: &&Line| {
            let label = label::read(&line.text, None);
            label.is_some_and(|label| label.manner == Manner::Digit)
                && line.text.chars().count() <= 60
                && !line.text.contains('。')
        };
        let behind = lines.get(first + 1..).unwrap_or_default();
        let list = first + 1..first + 1 + behind.iter().take_while(entry).count();
        let behind = lines.get(list.end..).unwrap_or_default();
        let tail = behind.iter().take_while(|line| is_of_tail(line)).count();
        // Not a tail if nothing says who signed, or when.
        let signed = behind
            .iter()
            .take(tail)
            .any(|line| is_date(&line.text) || signature(&line.text).is_some());
        let tail = list.end..list.end + if signed { tail } else { 0 };
        Self { list, tail }
    }
}

/// The title that a front matter or a page gives; what is said to be the article's before what the window shows.
fn title_of(front: &[(String, String)]) -> Option<String> {
    let keys = ["articletitle", "og:title", "title"];
    let title = |wanted: &str| {
        let mut of_key = front.iter().filter(|(key, _)| key == wanted);
        of_key.find(|(_, title)| !title.trim().is_empty())
    };
    Some(keys.iter().find_map(|key| title(key))?.1.trim().to_owned())
}

/// Words of a circular that a document comes with.
const COVERS: [&str; 8] = [
    "印发给你们",
    "转发给你们",
    "现予印发",
    "现予公布",
    "现予发布",
    "请认真贯彻执行",
    "请认真贯彻落实",
    "请结合实际",
];
/// Offices of those who report.
const ROLES: [&str; 10] = [
    "书记", "总理", "省长", "市长", "主席", "县长", "区长", "州长", "局长", "主任",
];

#[derive(Default)]
pub struct Reader {
    pub(super) head: Head,
    /// Title of a front matter or of the page.
    pub(super) front: Option<String>,
    /// Why each line of the head is left out; None for one that stays in the text.
    pub(super) why: Vec<Option<Why>>,
    /// Lines that may be the title.
    pub(super) titles: Vec<String>,
    /// Signatures.
    pub(super) signed: Vec<String>,
    /// Who speaks.
    pub(super) speaker: Option<String>,
    pub(super) subtitle: Option<String>,
    pub(super) covered: bool,
    /// Whether the circular lists what it comes with.
    annexes: bool,
    /// The title as the document marks it.
    pub(super) marked: Option<String>,
    /// Whether the words of a breadcrumb may follow.
    pub(super) crumbs: bool,
}

impl Reader {
    fn front_matter(&mut self, front: &[(String, String)]) {
        for (key, value) in front {
            match key.as_str() {
                "date" | "pubdate" | "publishdate" => {
                    self.date(value);
                }
                "source" | "contentsource" | "tags"
                    if self.head.publication.is_none() && !value.starts_with('[') =>
                {
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
            if is_notice(text) {
                notice = true;
            }
            let of_notice = ["下载", "文档", "网站", "客服", "版权"];
            let why = if notice
                && (is_notice(text)
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
        if let Some(why) = self.matter(line) {
            return Some(why);
        }
        if let Some(end) = title_of_one_line(text) {
            self.titles.extend(text.get(..end).map(str::to_owned));
            return None;
        }
        let label = label::read(text, None).map(|label| label.manner);
        let of_meeting = text.contains("大会") || text.contains("会议") || date(text).is_some();
        if label == Some(Manner::Dash) && of_meeting && text.chars().count() <= 60 {
            self.date(text);
            self.subtitle = Some(text.to_owned());
            return Some(Why::Subtitle);
        }
        // （2024年1月24日在某省第十四届人民代表大会第二次会议上）
        if !self.titles.is_empty()
            && text.starts_with(['（', '('])
            && date(text).is_some()
            && text.chars().count() <= 120
        {
            self.date(text);
            self.subtitle = Some(text.to_owned());
            return Some(Why::Subtitle);
        }
        let numbered = label.is_some_and(|manner| manner != Manner::Dash);
        // Below what is marked as the title a heading of any level is one of the text.
        let lowest = if self.marked.is_some() { 1 } else { 2 };
        let marked = matches!(line.style, Style::Heading(level) if level >= lowest);
        if self.may_be_title(line) {
            if matches!(line.style, Style::Heading(1 | 2) | Style::Title) {
                self.marked = Some(text.to_owned());
            }
            self.titles.push(text.to_owned());
            return Some(Why::Title);
        }
        // What a circular has annexed, before the office that signs it.
        if self.covered && self.titles.is_empty() {
            let lists = text.starts_with("附件") && text.chars().count() <= 60;
            self.annexes |= lists;
            let entry = self.annexes && label == Some(Manner::Digit);
            if lists || (entry && text.chars().count() <= 60 && !text.contains('。')) {
                return Some(Why::Cover);
            }
        }
        if numbered || marked || is_part(text) || is_annex(text) {
            return None;
        }
        if self.is_recipients(text) {
            return Some(Why::Recipients);
        }
        if self.is_byline(text) {
            return Some(Why::Subtitle);
        }
        self.title_line(line, next)
    }

    /// What stands above the title of an official document (GB/T 9704-2012 7.2): copy number, secrecy, urgency, the
    /// name of its issuer with 文件, who signed.
    fn red_head(&mut self, text: &str) -> Option<Why> {
        let squeezed = squeezed(text);
        let copy = squeezed.len() == 6 && squeezed.bytes().all(|byte| byte.is_ascii_digit());
        let secret = ["绝密", "机密", "秘密"].iter().any(|word| {
            let behind = squeezed.strip_prefix(word);
            behind.is_some_and(|rest| rest.is_empty() || rest.starts_with('★'))
        });
        let urgent = ["特急", "加急", "平急", "特提"].contains(&squeezed.as_str());
        let signed = squeezed.starts_with("签发人") && squeezed.chars().count() <= 20;
        if copy || secret || urgent || signed {
            return Some(Why::RedHead);
        }
        let office = squeezed
            .strip_suffix("文件")
            .filter(|office| is_organ(office))?;
        if self.head.issuer.is_empty() {
            office.clone_into(&mut self.head.issuer);
        }
        Some(Why::Issuer)
    }

    /// Metadata that its own words give away: a table of them, the covering circular, number, date, source.
    fn matter(&mut self, line: &Line) -> Option<Why> {
        let text = line.text.as_str();
        let count = text.chars().count();
        if let Some(why) = self.red_head(text) {
            return Some(why);
        }
        if line.style == Style::Row && self.row(text) {
            return Some(Why::Title);
        }
        let covers = COVERS.iter().any(|words| text.contains(words));
        if covers
            && !self.covered
            && count <= 200
            && sentences(text).len() <= 2
            && text.ends_with('。')
        {
            self.covered = true;
            self.titles.clear();
            return Some(Why::Cover);
        }
        // One in a sentence is that of another document.
        let cited = text.contains('。')
            || text.ends_with(['，', '：', ',', ':'])
            || text.contains("》（")
            || text.contains("》(");
        if let Some(number) = document_number(text).filter(|_| count <= 120 && !cited) {
            let alone = number.len() == text.len();
            let known = &mut self.head.document_number;
            known.get_or_insert_with(|| number.to_owned());
            return Some(if alone {
                Why::DocumentNumber
            } else {
                Why::Title
            });
        }
        if self.is_signature(text) {
            return Some(Why::Issuer);
        }
        if is_date(text) {
            self.date(text);
            return Some(Why::Date);
        }
        let dated = text.starts_with(|c: char| c.is_ascii_digit()) && count <= 120;
        if is_source(text)
            || (text.contains("来源") && (count <= 60 || dated) && date(text).is_some())
        {
            let name = source(text);
            if self.head.publication.is_none() && !name.is_empty() {
                self.head.publication = Some(name.to_owned());
            }
            self.date(text);
            return Some(Why::Source);
        }
        None
    }

    /// Who speaks: an office with a name, or a name below an office.
    fn is_byline(&mut self, text: &str) -> bool {
        let count = text.chars().count();
        let role = ROLES.iter().find(|role| text.contains(**role));
        if let Some(role) = role.filter(|_| count <= 16 && !text.ends_with(['。', '：'])) {
            self.speaker = Some((*role).to_owned());
            return true;
        }
        let plain = text.chars().all(|c| is_han(c) || c.is_whitespace());
        self.speaker.is_some() && (2..=5).contains(&count) && plain
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
                let squeezed = squeezed(&pending);
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
                    value.clone_into(&mut self.head.issuer);
                }
                "成文日期" | "生成日期" => self.head.date = date(value).or(self.head.date),
                "发文字号" | "文号" => {
                    self.head.document_number = document_number(value)
                        .map(str::to_owned)
                        .or(self.head.document_number.take());
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
        // 今年以来，某局各项工作取得新成效，现将情况总结如下： addresses nobody.
        let says = [
            "如下",
            "现将",
            "取得",
            "汇报",
            "今年",
            "去年",
            "以来",
            "各项",
            "各方面",
            "总结",
        ];
        let to = ["各", "省", "市", "县", "部", "委", "办", "局"];
        let count = names.chars().count();
        let all = names.contains('各') && to.iter().any(|word| names.contains(word));
        let known =
            (all && !names.starts_with("各位")) || (is_organ(names) && !self.titles.is_empty());
        if !known
            || !(3..=200).contains(&count)
            || names.contains("代表")
            || says.iter().any(|word| names.contains(word))
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

    /// Lines between the title and the text that turned out to be none of it: what they are, or they go back to
    /// the text.
    fn give_back(&mut self, lines: &[Line]) {
        let known = [
            Some(&self.head.title),
            self.front.as_ref(),
            self.speaker.as_ref(),
        ];
        let known: Vec<String> = known
            .into_iter()
            .flatten()
            .map(|text| letters(text))
            .collect();
        let mut whys = std::mem::take(&mut self.why);
        for (why, line) in whys.iter_mut().zip(lines).rev() {
            if *why != Some(Why::Title) {
                continue;
            }
            let words = letters(&line.text);
            if known.iter().any(|known| known.contains(&words)) || line.style == Style::Row {
                break;
            }
            if line.style != Style::Links && words.chars().count() >= 4 {
                *why = self.below_title(&line.text);
            }
        }
        self.why = whys;
    }

    /// What a line below the title is, if it says so.
    fn below_title(&mut self, text: &str) -> Option<Why> {
        let count = text.chars().count();
        if is_organ(text) {
            if !self.signed.contains(&squeezed(text)) {
                self.sign(text);
            }
            return Some(Why::Issuer);
        }
        if count <= 60 && !text.contains('。') && date(text).is_some() {
            self.date(text);
            return Some(Why::Source);
        }
        // 2021年12月
        let month = text.contains('年') && text.ends_with('月') && count <= 12;
        let by = ["本报记者", "记者", "作者", "通讯员"];
        let by = by.iter().any(|word| text.starts_with(word)) && count <= 30;
        match (month, by || text.starts_with("——")) {
            (true, _) => Some(Why::Date),
            (_, true) => Some(Why::Subtitle),
            _ => None,
        }
    }

    /// The day that some words name, unless one is known.
    fn date(&mut self, words: &str) {
        self.head.date = self.head.date.or_else(|| date(words));
    }

    /// An office that signs.
    pub(super) fn sign(&mut self, office: &str) {
        self.signed.push(squeezed(office));
    }

    /// Office and day in one line.
    fn is_signature(&mut self, text: &str) -> bool {
        let Some((office, day)) = signature(text) else {
            return false;
        };
        self.sign(office);
        self.date(day);
        true
    }

    /// Why a line of the tail is left out.
    fn tail_of(&mut self, line: &Line) -> Why {
        let text = line.text.as_str();
        if self.is_signature(text) {
            Why::Issuer
        } else if is_date(text) {
            self.date(text);
            Why::Date
        } else if is_source(text) {
            let name = source(text);
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
            self.sign(text);
            Why::Issuer
        } else if is_site(line) {
            Why::Site
        } else {
            Why::Notice
        }
    }

    fn finish(mut self, text: &[Line], doubts: &mut Vec<Doubt>) -> Head {
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
            self.signed.dedup();
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
}

/// The year that is reported and the year that is planned, as far as title and date tell.
pub fn years(head: &Head) -> (Option<Year>, Option<Year>) {
    let all = kind::years(&head.title);
    let named = all.first().copied();
    let of_date = head.date.map(Date::year);
    let holds = |words: &[&str]| words.iter().any(|word| head.title.contains(word));
    if let (Some(first), Some(last)) = (all.iter().min(), all.iter().max())
        && first != last
        && last - first == 1
    {
        return (Some(*first), Some(*last));
    }
    let tells = [
        "报告", "总结", "情况", "回顾", "公报", "通报", "要点", "计划", "安排", "思路", "打算",
        "半年", "季度", "完成",
    ];
    // A year in another title may be that of anything; the date is better.
    if let Some(year) = named.filter(|_| holds(&tells) || of_date.is_none()) {
        if holds(&["上半年", "下半年", "季度"]) {
            return (Some(year), Some(year));
        }
        let of_year = holds(&["年度报告", "年度工作报告", "发展报告", "年报"]);
        let reports = of_year || holds(&["总结", "情况", "回顾", "公报", "通报", "简况", "完成"]);
        return if reports && !holds(&["计划", "安排", "思路", "打算", "要点"]) {
            (Some(year), Some(year + 1))
        } else {
            (Some(year - 1), Some(year))
        };
    }
    // What is written at the end of a year is about that year.
    let late = head.date.is_some_and(|date| date.month() >= 10);
    match of_date {
        Some(year) if late => (Some(year), Some(year + 1)),
        Some(year) => (Some(year - 1), Some(year)),
        None => (None, None),
    }
}

/// Where a line says that a text is from: behind 来源.
fn source(text: &str) -> &str {
    let behind = ["文章来源", "信息来源", "来源", "稿源", "转自"];
    let behind = behind
        .iter()
        .find_map(|word| Some(text.split_once(word)?.1))
        .unwrap_or(text);
    let name = behind.trim_start_matches(['：', ':', ' ', '\u{3000}', '\u{a0}']);
    let name = name
        .split(|c: char| c.is_whitespace() || "】）)|".contains(c))
        .next()
        .unwrap_or_default();
    let ends = ["日期", "发布", "点击", "作者", "字体", "浏览"];
    let end = ends.iter().filter_map(|end| name.find(end)).min();
    name.get(..end.unwrap_or(name.len()))
        .unwrap_or(name)
        .trim_end_matches(['：', ':'])
}
