//! Reads the head line by line and carries out what its rules decide: what is left out and why. Knows nothing of
//! sections.

use super::annexes::Annexes;
use super::behind::{BEHIND, Behind, Fate};
use super::data::Head;
use super::document_number::document_number;
use super::last_rules::{BELOW_TITLE, LAST};
use super::line_rules::{LINES, NOTICES, Says};
use super::masthead::is_issue_of_gazette;
use super::office_in_text::government_of_bar;
use super::page::Page;
use super::rules::{AROUND, Around, BEFORE_TEXT, BY_PLACE, speaker};
use super::state::State;
use super::tail_rules::is_note;
use super::wording::{title_of_picture, without_note};
use crate::import::clean::between::Between;
use crate::import::clean::furniture::{anywhere, licence, related, tail, title_of_one_line};
use crate::import::doubt::{Doubt, Left, Why};
use crate::import::line::{Line, Raw, Style};
use crate::import::office::{government_of_line, is_organ, issuer_of_speaker};
use crate::import::rule::first;
use crate::lexicon::List;
use crate::text::chars::{are_letters, letters, squeezed};
use crate::text::date::date;

/// Offices of those who report.
static ROLE: List = List::new("role");
static SAYS_SOURCE: List = List::new("says-source");
/// Ends of names of sites that say only that it has news.
static ENDS_PUBLICATION: List = List::new("ends-publication");

/// Takes the head and the tail off: what is left are the lines of the text.
pub fn take(raw: Raw, doubts: &mut Vec<Doubt>, left: &mut Vec<Left>) -> (Head, Vec<Line>) {
    let (state, text) = parted(raw, left);
    (state.finish(&text, doubts), text)
}

/// What head and tail say, and the lines of the text.
fn parted(raw: Raw, left: &mut Vec<Left>) -> (State, Vec<Line>) {
    let mut state = State::of(&raw);
    let lines = raw.lines;
    let start = state.head();
    state.title();
    state.give_back();
    state.signed_in_head = state.signed.len();
    let end = tail(&lines, start);
    let others = related(&lines, start);
    let licence = [licence(&lines, start), others].into_iter().flatten().min();
    let behind = Behind::of(&lines, (start, end), licence, state.page.speech.is_some());
    let annexes = Annexes::of(&lines, start);
    let title = letters(&state.head.title);
    let is_title_again = |line: &Line| {
        let plain = line.style == Style::Plain && !title.is_empty();
        let words = line.text.split(['（', '(']).next().unwrap_or_default();
        plain
            && line.text.chars().count() <= words.chars().count() + 6
            && are_letters(words, &title)
    };
    let between = Between::of(&lines);
    let mut text = Vec::new();
    for (at, mut line) in lines.into_iter().enumerate() {
        if annexes.list.contains(&at) {
            line.style = Style::Row;
        }
        let behind = || first(BEHIND, &behind, at.checked_sub(end)?).map(|rule| rule.then);
        let why = match state.why.get(at) {
            // An office beside the title is no part of it.
            Some(Some(Why::Title)) if at < start && is_organ(&line.text) && !title.is_empty() => {
                let of_title = title.contains(&letters(&line.text));
                Some(if of_title { Why::Title } else { Why::Issuer })
            }
            Some(why) if at < start => *why,
            // Signature and distribution stand between the list of what is annexed and the annexes.
            _ if annexes.tail.contains(&at) => Some(state.tail_of(&line)),
            _ => match behind() {
                Some(Fate::Text) => None,
                Some(Fate::Tail) => match state.tail_of(&line) {
                    // The names of other pages say nothing of this one.
                    Why::Notice if others.is_some_and(|others| at >= others) => Some(Why::Site),
                    why => Some(why),
                },
                Some(Fate::Site) => Some(Why::Site),
                None if is_title_again(&line) => Some(Why::Title),
                None => anywhere(&line).or_else(|| between.why(at)),
            },
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
    (state, text)
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

impl State {
    /// A head of which nothing is read but its front matter.
    fn of(raw: &Raw) -> Self {
        let title = title_of(&raw.front);
        let (gazette, front) = title
            .into_iter()
            .partition(|title| is_issue_of_gazette(title));
        let (gazette, front): (Vec<String>, Vec<String>) = (gazette, front);
        let mut state = Self {
            front: front.into_iter().next(),
            ..Self::default()
        };
        state.head.publication = gazette.into_iter().next();
        state.front_matter(&raw.front);
        state.page = Page::of(&raw.lines, state.front.as_deref());
        state
    }

    fn front_matter(&mut self, front: &[(String, String)]) {
        for (key, value) in front {
            match key.as_str() {
                "date" | "pubdate" | "publishdate" => {
                    self.published = self.published.or_else(|| date(value));
                }
                "source" | "contentsource" | "tags"
                    if self.head.publication.is_none() && !value.starts_with('[') =>
                {
                    let value = ENDS_PUBLICATION.trim_end(value).trim();
                    self.head.publication = (!value.is_empty()).then(|| value.to_owned());
                }
                "url" | "link" => self.head.url = Some(value.clone()),
                _ => {}
            }
        }
    }

    /// Goes through the head; the index of the first line of the text.
    fn head(&mut self) -> usize {
        for at in 0..self.page.end() {
            let why = self.read(at);
            if why.is_none() {
                return at;
            }
            self.why.push(why);
        }
        self.why.len()
    }

    /// Why a line of the head is left out; None if the text begins with it.
    fn read(&mut self, at: usize) -> Option<Why> {
        if first(NOTICES, self, at).is_some() {
            self.notice = true;
            return Some(Why::Notice);
        }
        if self.covered {
            return self.matter(at).or_else(|| self.by_words(at));
        }
        if let Some(rule) = first(BY_PLACE, &self.page, at) {
            return Some(self.above_title(at, rule.then));
        }
        let around = first(AROUND, &self.page, at).map(|rule| rule.then);
        // It begins with a day, and is more than one.
        if around != Some(Around::PlaceAndDay)
            && let Some(why) = self.matter(at)
        {
            return Some(why);
        }
        if let Some(around) = around {
            return Some(self.around(around, at));
        }
        if self.page.title == Some(at) {
            return self.says(Says::Title, at);
        }
        let why = self.by_words(at);
        if why.is_none()
            && let Some(rule) = first(BEFORE_TEXT, &self.page, at)
        {
            return Some(self.around(rule.then, at));
        }
        why
    }

    /// What a line above the title is, and what it says of the document; `else_is` if no rule knows.
    fn above_title(&mut self, at: usize, else_is: Around) -> Why {
        if let Some(why) = self.red_head(at) {
            return why;
        }
        if document_number(self.text(at)).is_some()
            && let Some(why) = self.matter(at)
        {
            return why;
        }
        let around = first(AROUND, &self.page, at).map_or(else_is, |rule| rule.then);
        if let Some(line) = self.line(at).cloned() {
            self.of_bar = self.of_bar.take().or_else(|| government_of_bar(&line.text));
            self.matter_above_title(&line);
        }
        self.around(around, at)
    }

    /// Takes what a line says that a rule knows by its place.
    fn around(&mut self, around: Around, at: usize) -> Why {
        let text = self.text(at).to_owned();
        match around {
            Around::PlaceAndDay => {
                self.delivered = self.delivered.or_else(|| date(&text));
                self.subtitle.get_or_insert(text);
                Why::Subtitle
            }
            Around::RestOfPlace => {
                if let Some(subtitle) = &mut self.subtitle {
                    subtitle.push_str(&text);
                }
                Why::Subtitle
            }
            Around::Speaker => {
                if let Some((office, role)) = speaker(&text) {
                    self.speaker = Some(role.to_owned());
                    self.office = issuer_of_speaker(office);
                }
                Why::Subtitle
            }
            Around::Place => {
                self.place = government_of_line(&text);
                Why::Issuer
            }
            Around::Label => {
                self.published = self.published.or_else(|| date(&text));
                if SAYS_SOURCE.is_in(&text) {
                    self.source(&text);
                }
                Why::Site
            }
            Around::Field => {
                self.row(&format!("{}{text}", self.page.before(at)));
                Why::Site
            }
            Around::Source => {
                self.source(&text);
                Why::Source
            }
            Around::Site => Why::Site,
            Around::Title => Why::Title,
            Around::Caption => Why::Caption,
        }
    }

    /// Why a line is left out by what it says.
    fn by_words(&mut self, at: usize) -> Option<Why> {
        if let Some(rule) = first(LINES, self, at) {
            return self.says(rule.then, at);
        }
        self.crumbs = false;
        let says = first(LAST, self, at)?.then;
        self.says(says, at)
    }

    /// Takes what a line says; None if the text begins with it.
    fn says(&mut self, says: Says, at: usize) -> Option<Why> {
        let text = self.text(at).to_owned();
        match says {
            Says::Text => return None,
            Says::TitleAndText => {
                let end = title_of_one_line(&text).unwrap_or_default();
                self.titles.extend(text.get(..end).map(str::to_owned));
                return None;
            }
            Says::Subtitle => {
                self.delivered = self.delivered.or_else(|| date(&text));
                self.subtitle = Some(text);
            }
            Says::Title => {
                if self.is_set_as_title(at) {
                    self.marked = Some(text.clone());
                }
                self.titles.push(text);
            }
            Says::Annexes => self.annexes = true,
            Says::Recipients => {
                let names = text.trim_end_matches(['：', ':']).split(['，', ',']);
                let names = names.map(|name| name.trim().to_owned());
                self.head.recipients = names.filter(|name| !name.is_empty()).collect();
            }
            Says::Role => self.speaker = ROLE.within(&text).map(str::to_owned),
            Says::Breadcrumb => self.crumbs = true,
            Says::Office if !self.sign_once(&text) => return Some(Why::Subtitle),
            Says::Notice if is_note(&text) => return Some(Why::Remark),
            Says::Source => self.date(&text),
            Says::Month => self.date(&text),
            Says::Annex | Says::Name | Says::Site | Says::Notice | Says::Office => {}
        }
        Some(why(says))
    }

    /// Takes an office that signs, unless it has; whether it is one of those who issued the document.
    fn sign_once(&mut self, office: &str) -> bool {
        self.signed.contains(&squeezed(office)) || self.sign(office)
    }

    /// Lines between the title and the text that turned out to be none of it: what they are, or they go back to
    /// the text.
    fn give_back(&mut self) {
        let known = [
            Some(&self.head.title),
            self.front.as_ref(),
            self.speaker.as_ref(),
        ];
        let known = known.into_iter().flatten();
        let known: Vec<String> = known.map(|text| letters(text)).collect();
        let mut whys = std::mem::take(&mut self.why);
        // Of a title that stands there again the first one ends the search.
        let is_known = |at: &usize| known.contains(&letters(without_note(self.text(*at))));
        let of_title = |at: &usize| whys.get(*at) == Some(&Some(Why::Title));
        let first_title = (0..whys.len()).filter(of_title).find(is_known);
        for (at, why) in whys.iter_mut().enumerate().rev() {
            if *why != Some(Why::Title) {
                continue;
            }
            let (words, style) = (letters(without_note(self.text(at))), self.style(at));
            let tells_of = title_of_picture(self.text(at)).map(letters);
            let is_title =
                |known: &String| known.contains(&words) || Some(known) == tells_of.as_ref();
            let again = first_title.is_some_and(|first| first < at) && known.contains(&words);
            if again {
                continue;
            }
            if known.iter().any(is_title) || style == Style::Row {
                break;
            }
            if style != Style::Links && !words.is_empty() {
                let says = first(BELOW_TITLE, self, at).map(|rule| rule.then);
                let before_text = first(BEFORE_TEXT, &self.page, at).map(|rule| rule.then);
                *why = match (says, before_text) {
                    (Some(says), _) => self.says(says, at),
                    (None, Some(around)) => Some(self.around(around, at)),
                    (None, None) => None,
                };
            }
        }
        self.why = whys;
    }
}

/// Why a line that says this is left out.
fn why(says: Says) -> Why {
    match says {
        Says::Title | Says::TitleAndText | Says::Text => Why::Title,
        Says::Subtitle | Says::Role | Says::Name => Why::Subtitle,
        Says::Annexes | Says::Annex => Why::Cover,
        Says::Recipients => Why::Recipients,
        Says::Breadcrumb | Says::Site => Why::Site,
        Says::Notice => Why::Notice,
        Says::Office => Why::Issuer,
        Says::Source => Why::Source,
        Says::Month => Why::Date,
    }
}

#[cfg(test)]
mod tests {
    use super::super::finish_rules::{DAYS, ISSUERS};
    use super::super::matter_rules::{ABOVE, MATTER};
    use super::super::tail_rules::TAIL;
    use super::super::title_rules::TITLES;
    use super::*;
    use crate::import::doubt::Doubted;
    use crate::import::rule::{check, check_at, check_reasons};

    /// The words of an example with how they are set: `#` a title, `##` a heading, `|` a row; an empty line is a gap.
    fn set(words: &str, after_gap: bool) -> Line {
        let text = words.trim_start_matches('#');
        let (style, text) = match (words.len() - text.len(), words.strip_prefix('|')) {
            (0, Some(row)) => (Style::Row, row),
            (0, None) => (Style::Plain, words),
            (1, _) => (Style::Heading(1), text),
            (_, _) => (Style::Heading(2), text),
        };
        Line {
            text: text.to_owned(),
            style,
            after_gap,
            ..Line::default()
        }
    }

    /// The head of an example, read up to the line in question; `title: …` is what the page gives.
    fn read(words: Vec<String>, question: usize) -> (State, usize) {
        let (mut raw, mut at) = (Raw::default(), 0);
        let mut gap = false;
        for (index, words) in words.into_iter().enumerate() {
            if index == question {
                at = raw.lines.len();
            }
            if let Some(title) = words.strip_prefix("title: ") {
                raw.front.push(("title".into(), title.into()));
            } else if !words.is_empty() {
                raw.lines.push(set(&words, gap));
            }
            gap = words.is_empty();
        }
        let mut state = State::of(&raw);
        for before in 0..at {
            let why = state.read(before);
            state.why.push(why);
        }
        (state, at)
    }

    /// The head of a document of these lines, and what is doubted of it.
    fn head_of(lines: &[&str]) -> (Head, Vec<Doubt>) {
        let raw = Raw {
            lines: lines.iter().map(|words| set(words, false)).collect(),
            ..Raw::default()
        };
        let mut doubts = Vec::new();
        let (state, text) = parted(raw, &mut Vec::new());
        (state.finish(&text, &mut doubts), doubts)
    }

    fn is_of_issuer(doubt: &Doubt) -> bool {
        matches!(doubt.what, Doubted::Issuer(_))
    }

    #[test]
    fn every_rule_has_its_examples() {
        check_at(NOTICES, read);
        check_at(ABOVE, read);
        check_at(MATTER, read);
        check_at(LINES, read);
        check_at(LAST, read);
        check_at(BELOW_TITLE, read);
        check(TAIL, |lines| set(&lines[0], false));
    }

    #[test]
    fn issuer_and_day_have_their_examples() {
        let known = |words: Vec<String>| {
            let mut raw = Raw::default();
            for words in words {
                match words.strip_prefix("title: ") {
                    Some(title) => raw.front.push(("title".into(), title.into())),
                    None => raw.lines.push(set(&words, false)),
                }
            }
            let (state, text) = parted(raw, &mut Vec::new());
            state.known(&text)
        };
        check(ISSUERS, known);
        check(DAYS, known);
        check_reasons(ISSUERS);
        check_reasons(DAYS);
    }

    #[test]
    fn who_wrote_what_a_circular_passes_on_is_no_issuer() {
        let signed = |lines: &[&str]| head_of(lines).0.issuer;
        let passed_on = [
            "河口县2023年节水方案",
            "县水务局",
            "一、目标",
            "新建水库三座。",
        ];
        let cover = "现将《河口县2023年节水方案》印发给你们，请遵照执行。";
        let title = "关于印发节水方案的通知";
        let cover_signed = [title, cover, "河口县人民政府", "河口县财政局"];
        let signs = [&cover_signed[..], &passed_on].concat();
        assert_eq!(signed(&signs), "河口县人民政府、河口县财政局");
        let title = "河口县人民政府关于印发节水方案的通知";
        assert_eq!(
            signed(&[&[title, cover], &passed_on[..]].concat()),
            "河口县人民政府"
        );
        assert_eq!(signed(&passed_on), "县水务局", "what is passed on, alone");
    }

    #[test]
    fn a_title_goes_on_over_its_lines() {
        let title = |lines: &[&str]| head_of(lines).0.title;
        for (lines, whole) in [
            (
                vec![
                    "河口县水务局2031年前三季度工作总结",
                    "和第四季度工作安排",
                    "县政府：",
                    "一、节水",
                ],
                "河口县水务局2031年前三季度工作总结和第四季度工作安排",
            ),
            (
                vec!["河口县水务局2031年工作总结及", "2032年工作计划", "一、节水"],
                "河口县水务局2031年工作总结及2032年工作计划",
            ),
            (
                vec![
                    "关于河口县2031年水利建设计划",
                    "执行情况与2032年水利建设",
                    "计划草案的报告",
                    "——2032年1月9日在河口县第九届人民代表大会第二次会议上",
                    "河口县水务局",
                    "各位代表：",
                ],
                "关于河口县2031年水利建设计划执行情况与2032年水利建设计划草案的报告",
            ),
            (
                vec!["河口县水务局工作总结", "与水利事业同行", "一、节水"],
                "河口县水务局工作总结",
            ),
        ] {
            assert_eq!(title(&lines), whole);
        }
    }

    #[test]
    fn the_government_of_a_region_is_told_by_its_site_or_its_text() {
        let issuer = |lines: &[&str]| head_of(lines).0.issuer;
        let bar = "江州特別行政區政府入口網站　繁體中文　English";
        let title = "二〇三一年施政報告";
        let text = "一、回顧";
        assert_eq!(issuer(&[bar, title, text]), "江州特別行政區政府");
        let spoken = "今日，我謹代表江州特別行政區政府，向立法會報告施政方針。";
        assert_eq!(issuer(&[title, spoken, text]), "江州特別行政區政府");
        assert_eq!(issuer(&[title, text]), "");
    }

    #[test]
    fn a_report_to_a_congress_is_of_the_office_below_its_title() {
        let issuer = |below: &str, place: &str| {
            let title = "关于河口县2031年预算执行情况的报告";
            let spoken = "受县人民政府委托，现将预算执行情况报告如下。";
            head_of(&[title, place, below, "各位代表：", spoken])
                .0
                .issuer
        };
        let congress = "——2032年1月9日在河口县第九届人民代表大会第二次会议上";
        let committee = "——2032年1月9日在河口县第九届人民代表大会常务委员会第二次会议上";
        assert_eq!(issuer("河口县财政局", congress), "河口县财政局");
        assert_eq!(issuer("河口县财政局局长　张某", congress), "河口县人民政府");
        assert_eq!(issuer("河口县财政局", committee), "河口县人民政府");
    }

    #[test]
    fn a_page_of_a_gazette_is_named_by_its_document() {
        let raw = Raw {
            front: vec![("title".into(), "河口县人民政府公报 2031年第2期".into())],
            lines: [
                "河口县人民政府公报　2031年第2期（总第17期）",
                "本期目录",
                "县政府办文件",
                "人事任免",
                "关于2031年节水情况的报告",
                "——2032年1月9日在河口县第九届人民代表大会第二次会议上",
                "河口县水务局",
                "各位代表：",
            ]
            .map(|words| set(words, false))
            .into(),
            ..Raw::default()
        };
        let (state, text) = parted(raw, &mut Vec::new());
        let head = state.finish(&text, &mut Vec::new());
        assert_eq!(head.title, "关于2031年节水情况的报告");
        assert_eq!(head.issuer, "河口县水务局");
        let gazette = "河口县人民政府公报 2031年第2期";
        assert_eq!(head.publication.as_deref(), Some(gazette));
    }

    #[test]
    fn an_issue_has_its_number_and_a_joint_office() {
        let (head, _) = head_of(&[
            "督 查 简 报",
            "第17期",
            "（总第203期）",
            "中共河口县委　河口县人民政府督查室　　　2031年7月18日",
            "关于上半年水利工程进展的督查通报",
            "现将有关情况通报如下：",
            "一、进展",
        ]);
        assert_eq!(head.title, "关于上半年水利工程进展的督查通报");
        assert_eq!(head.issuer, "中共河口县委河口县人民政府督查室");
        assert_eq!(head.document_number.as_deref(), Some("第17期"));
        let (head, _) = head_of(&[
            "江州水利简报 第5期",
            "江州市水利局办公室编　　2031年5月6日",
            "我市“三个强化”推进水库除险加固",
            "今年以来，我市强化组织领导，完成水库除险加固12座，完成投资3.4亿元。",
        ]);
        assert_eq!(head.title, "我市“三个强化”推进水库除险加固");
        assert_eq!(head.document_number.as_deref(), Some("第5期"));
        let (head, _) = head_of(&["水利简报 第5期", "一、节水", "全县节水三成。"]);
        assert_eq!(head.title, "水利简报 第5期");
    }

    #[test]
    fn a_reply_has_its_class_and_signer_above_its_title() {
        let (head, _) = head_of(&[
            "河口县水务局",
            "办理结果类别：A",
            "河水函〔2031〕17号　　　签发人：李某",
            "关于县九届人大二次会议第17号建议的答复",
            "张某代表：",
            "您提出的建议收悉，现答复如下：",
        ]);
        assert_eq!(head.title, "关于县九届人大二次会议第17号建议的答复");
        assert_eq!(head.issuer, "河口县水务局");
        assert_eq!(head.document_number.as_deref(), Some("河水函〔2031〕17号"));
    }

    #[test]
    fn a_day_below_a_title_is_read_though_the_title_stands_there_again() {
        let place = "----2031年1月9日张某县长在河口县第九届人民代表大会会议的政府工作报告";
        let title = "2031年河口县政府工作报告";
        let (head, _) = head_of(&[title, place, title, "各位代表："]);
        let day = head.date.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2031-01-09"));
    }

    #[test]
    fn two_offices_on_one_line_sign_once() {
        let (head, _) = head_of(&[
            "#关于节水的通知",
            "河口县水务局　河口县财政局",
            "各乡镇：",
            "河口县水务局、河口县财政局",
        ]);
        assert_eq!(head.issuer, "河口县水务局、河口县财政局");
    }

    #[test]
    fn what_is_around_a_report_is_read_for_title_issuer_and_day() {
        let head = |lines: &[&str]| {
            let (head, _) = head_of(lines);
            let date = head.date.map_or_else(String::new, |date| date.to_string());
            (head.title, head.issuer, date)
        };
        let told = |title: &str, issuer: &str, date: &str| {
            (title.to_owned(), issuer.to_owned(), date.to_owned())
        };
        let slogans = [
            "会议材料之三",
            "治水兴水　利民惠民",
            "奋力谱写河口水务新篇章",
            "——在河口水务集团有限公司三届二次职工代表大会",
            "暨2031年工作会议上的报告",
            "（2031年1月9日）",
            "一、工作回顾",
        ];
        let title = "治水兴水　利民惠民　奋力谱写河口水务新篇章";
        assert_eq!(
            head(&slogans),
            told(title, "河口水务集团有限公司", "2031-01-09")
        );
        let court = [
            "#工作报告（摘要）",
            "原创 河口法院 2031年1月20日 18:30 江州",
            "——2031年1月9日在河口县第九届人民代表大会第二次会议上",
            "河口县人民法院院长　张某",
            "各位代表：",
            "现在，我代表县人民法院，向大会报告工作。",
        ];
        assert_eq!(
            head(&court),
            told("工作报告（摘要）", "河口县人民法院", "2031-01-09")
        );
        let boxed = [
            "发布机构：",
            "河口区人民政府办公室",
            "#2031年河口区政府工作报告",
            "2031年1月9日在江州市河口区第九届人民代表大会第二次会议上",
            "各位代表：",
        ];
        let title = "2031年河口区政府工作报告";
        assert_eq!(
            head(&boxed),
            told(title, "江州市河口区人民政府", "2031-01-09")
        );
        let pictures = [
            "图说政府工作报告",
            "政府工作报告",
            "2031年1月9日在江州市第九届人民代表大会第二次会议上",
            "各位代表：",
        ];
        assert_eq!(
            head(&pictures),
            told("政府工作报告", "江州市人民政府", "2031-01-09")
        );
        let posted = [
            "河口理工大学2031年工作要点",
            "2031-02-26 点击：[15]",
            "一、教学",
            "各单位抓好教学。",
            "中共河口理工大学委员会　　河口理工大学",
            "2031年2月24日",
        ];
        let own = [
            "河口县水务局",
            "2031年工作总结及2032年打算",
            "县人民政府：",
            "一、工作回顾",
            "河口县水务局",
            "二〇三一年十二月",
        ];
        let title = "河口县水务局2031年工作总结及2032年打算";
        assert_eq!(head(&own), told(title, "河口县水务局", ""));
        let leads = [
            "#2031年工作报告",
            "在河口水务集团有限公司工作会议上",
            "党委书记、董事长　张某",
            "各位代表：",
        ];
        assert_eq!(
            head(&leads),
            told("2031年工作报告", "河口水务集团有限公司", "")
        );
        let issuers = "中共河口理工大学委员会、河口理工大学";
        let title = "河口理工大学2031年工作要点";
        assert_eq!(head(&posted), told(title, issuers, "2031-02-24"));
    }

    #[test]
    fn who_reports_to_a_standing_committee_is_doubted() {
        let issuer = |lines: &[&str]| {
            let (head, doubts) = head_of(lines);
            (head.issuer, doubts.iter().any(is_of_issuer))
        };
        let told = |issuer: &str, doubted| (issuer.to_owned(), doubted);
        let title = "关于节水条例实施情况的报告";
        let place = "——2031年3月2日在河口县第九届人民代表大会常务委员会第三次会议上";
        let text = "一、实施情况";
        assert_eq!(issuer(&[title, place, text]), told("河口县人民政府", true));
        let short = "——2031年3月2日在河口县第九届人大常委会第三次会议上";
        assert_eq!(issuer(&[title, short, text]), told("河口县人民政府", true));
        assert_eq!(
            issuer(&[title, short, "县水务局局长　张某", text]),
            told("县水务局", true)
        );
        assert_eq!(
            issuer(&[title, place, "县人大常委会副主任　张某", text]),
            told("河口县人大常委会", true)
        );
        assert_eq!(
            issuer(&["河口县人大常委会调研组", title, place, text]),
            told("河口县人大常委会调研组", false)
        );
        assert_eq!(
            issuer(&[title, place, "河口县财政局局长　张某", text]),
            told("河口县财政局", true)
        );
        assert_eq!(
            issuer(&[title, place, "河口县人民法院院长　张某", text]),
            told("河口县人民法院", false)
        );
    }

    #[test]
    fn offices_below_a_title_sign_in_their_order() {
        let (head, _) = head_of(&[
            "河口县2031年水资源公报",
            "河口县水务局",
            "河口县统计局",
            "2032年3月2日",
            "一、降水",
        ]);
        assert_eq!(head.issuer, "河口县水务局、河口县统计局");
    }

    #[test]
    fn who_wrote_for_a_government_makes_its_issuer_doubtful() {
        let doubts = |lines: &[&str]| {
            let (head, doubts) = head_of(lines);
            assert_eq!(head.issuer, "河口县人民政府");
            doubts.iter().filter(|doubt| is_of_issuer(doubt)).count()
        };
        let title = "关于河口县2031年预算执行情况的报告";
        let spoken = "受河口县人民政府委托，现将预算执行情况报告如下。";
        assert_eq!(doubts(&[title, "河口县财政局", spoken]), 1);
        assert_eq!(doubts(&[title, spoken]), 0);
    }

    #[test]
    fn what_the_title_is_made_of_has_its_examples() {
        check_at(TITLES, |lines, at| {
            let (mut state, at) = read(lines, at);
            state.offices_around_title();
            (state, at)
        });
    }
}
