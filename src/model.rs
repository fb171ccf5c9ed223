//! What a bulletin is: sections in reading order, their text, and the figures that point into it.
//!
//! Knows nothing of files, screens or languages of the interface. A section owns its text; every
//! position anywhere in the program is a byte range into [`Section::body`].

use std::fmt;
use std::ops::Range;
use std::sync::OnceLock;

/// A calendar year.
pub type Year = u16;

/// Deepest nesting of sections a bulletin may have. Official documents use five levels
/// (GB/T 9704-2012 has four numbered ones); twice that leaves room and keeps recursion short.
pub const MAX_DEPTH: usize = 12;

/// What a section is about; decides whether it promises or reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// 工作成效: reports what was done.
    Achievements,
    /// 工作安排: promises for a year.
    Plans,
    /// 总体要求.
    Guidance,
    /// 主要任务: promises.
    Tasks,
    /// 重点工程: promises.
    Projects,
    /// 保障措施: promises.
    Safeguards,
    /// 背景.
    Background,
    /// 简报: one of several briefings inside one document.
    Briefing,
}

impl Kind {
    /// Every kind, in the order of the format's description.
    pub const ALL: [Self; 8] = [
        Self::Achievements,
        Self::Plans,
        Self::Guidance,
        Self::Tasks,
        Self::Projects,
        Self::Safeguards,
        Self::Background,
        Self::Briefing,
    ];

    /// The word used in files and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Achievements => "achievements",
            Self::Plans => "plans",
            Self::Guidance => "guidance",
            Self::Tasks => "tasks",
            Self::Projects => "projects",
            Self::Safeguards => "safeguards",
            Self::Background => "background",
            Self::Briefing => "briefing",
        }
    }

    /// The Chinese word, in files and on the Chinese screen.
    pub fn chinese(self) -> &'static str {
        match self {
            Self::Achievements => "工作成效",
            Self::Plans => "工作安排",
            Self::Guidance => "总体要求",
            Self::Tasks => "主要任务",
            Self::Projects => "重点工程",
            Self::Safeguards => "保障措施",
            Self::Background => "背景",
            Self::Briefing => "简报",
        }
    }

    /// The kind with this English or Chinese name.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.code() == word || kind.chinese() == word)
    }

    /// The role of figures that stand in sections of this kind: plans, tasks, projects and
    /// safeguards promise, achievements report, the others do neither.
    pub fn role(self) -> Option<Role> {
        match self {
            Self::Plans | Self::Tasks | Self::Projects | Self::Safeguards => Some(Role::Target),
            Self::Achievements => Some(Role::Result),
            Self::Guidance | Self::Background | Self::Briefing => None,
        }
    }
}

/// How a heading stands in the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// The heading stands alone.
    #[default]
    Block,
    /// The heading is the opening words of the section's first paragraph.
    RunIn,
    /// The source has no such words; the reader shows the heading in 〔 〕.
    Implied,
}

impl Form {
    /// The word used in files and in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Block => "block",
            Self::RunIn => "run-in",
            Self::Implied => "implied",
        }
    }

    /// The form with this English or Chinese name.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "block" | "独立" => Some(Self::Block),
            "run-in" | "接排" => Some(Self::RunIn),
            "implied" | "拟题" => Some(Self::Implied),
            _ => None,
        }
    }
}

/// Whether a figure was promised or reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Promised for a year.
    Target,
    /// Reported for a year.
    Result,
}

impl Role {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Result => "result",
        }
    }
}

/// How a number bounds the quantity it speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// Just this number.
    #[default]
    Exactly,
    /// 超, 余, 突破: more than the number.
    Over,
    /// 以上, 不少于: the number or more.
    AtLeast,
    /// 低于, 不足: less than the number.
    Under,
    /// 以内, 不超过: the number or less.
    AtMost,
    /// 左右, 约: about the number.
    About,
    /// Between two numbers; see [`Reading::low`] and [`Reading::high`].
    Range,
}

impl Bound {
    /// The sign used in JSON.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Exactly => "=",
            Self::Over => ">",
            Self::AtLeast => ">=",
            Self::Under => "<",
            Self::AtMost => "<=",
            Self::About => "~",
            Self::Range => "range",
        }
    }
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// 增长, 提高, 上升.
    Up,
    /// 下降, 降低, 减少.
    Down,
}

impl Trend {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// What kind of quantity a figure is. Only figures of one measure can be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// A stock, a total, or a number reached or done.
    #[default]
    Level,
    /// Added in the period.
    Increment,
    /// Growth or decline against a base.
    Change,
    /// Part of a whole.
    Share,
}

impl Measure {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Increment => "increment",
            Self::Change => "change",
            Self::Share => "share",
        }
    }
}

/// A printed value as the grammar of figures reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The number, 万 and 亿 multiplied out, percent kept as percent. None for a range or for a
    /// value that has no single number (5+2).
    pub number: Option<f64>,
    /// Lower end of a range.
    pub low: Option<f64>,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// The unit as printed, without 万 and 亿; may be empty.
    pub unit: String,
    /// How the number bounds the quantity.
    pub bound: Bound,
    /// The words that say so, as printed; several are joined by `…`. May be empty.
    pub bound_word: String,
    /// Growth or decline, where the value says so.
    pub trend: Option<Trend>,
    /// The kind of quantity.
    pub measure: Measure,
}

/// Whether a figure was written into the file or read out of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// 标注: stands in the file's `targets` or `results`.
    Declared,
    /// 识别: found in the text by the program.
    Found,
}

impl Origin {
    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Found => "found",
        }
    }
}

/// A target or a result: an indicator with a value, or a commitment without one.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Promised or reported.
    pub role: Role,
    /// What is counted, a short noun phrase.
    pub indicator: String,
    /// The code that pairs the indicator across years.
    pub key: Option<String>,
    /// The value as printed. None for a commitment without a figure.
    pub value: Option<String>,
    /// The value as read. None without a value, or where the grammar cannot read it.
    pub reading: Option<Reading>,
    /// The year it speaks of.
    pub year: Option<Year>,
    /// The day it speaks of, as printed (截至2021年11月底).
    pub as_of: Option<String>,
    /// cumulative, period or point, as declared.
    pub basis: Option<String>,
    /// The bulletin's own verdict (完成, 超额完成, 提前完成).
    pub stated: Option<String>,
    /// A damaged figure: shown, never computed with.
    pub doubtful: bool,
    /// A remark of whoever declared it.
    pub note: Option<String>,
    /// Where the quote stands: byte range in the section's [`Section::body`].
    pub span: Range<usize>,
    /// Declared or found.
    pub origin: Origin,
}

/// One section. Sections stand in reading order in [`Bulletin::sections`].
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Numbering exactly as written (一、 （一） 1.); may be empty.
    pub label: String,
    /// Heading as written, with its closing mark if it is a run-in one; may be empty.
    pub heading: String,
    /// How the heading stands in the source.
    pub form: Form,
    /// Own or inherited kind.
    pub kind: Option<Kind>,
    /// Own or inherited year.
    pub year: Option<Year>,
    /// The section's run of text: the heading if it is run-in, then the paragraphs, parted by
    /// `\n`. All spans of the section are byte ranges into it.
    pub body: String,
    /// Bytes of `body` taken by a run-in heading.
    pub heading_bytes: usize,
    /// Targets and results, in the order of their place in the text.
    pub figures: Vec<Figure>,
    /// Whether the file lists targets or results: its figures are all there are.
    pub listed: bool,
    /// Promises and reports in words that the program found, once they were asked for. They follow
    /// the figures in the count of [`Section::passage`].
    pub words: OnceLock<Vec<Figure>>,
    /// Depth in the tree, 0 at the top.
    pub depth: usize,
    /// Index one past the last section of this subtree.
    pub end: usize,
    /// Child numbers from 1, from the top down to this section.
    pub number: Vec<usize>,
}

impl Section {
    /// The text without a run-in heading.
    pub fn text(&self) -> &str {
        self.body.get(self.heading_bytes..).unwrap_or_default()
    }

    /// A figure, or behind them a promise or report in words, by its index.
    pub fn passage(&self, index: usize) -> Option<&Figure> {
        let words = || {
            self.words
                .get()?
                .get(index.checked_sub(self.figures.len())?)
        };
        self.figures.get(index).or_else(words)
    }

    /// All that [`Section::passage`] counts.
    pub fn passages(&self) -> impl Iterator<Item = &Figure> {
        self.figures
            .iter()
            .chain(self.words.get().into_iter().flatten())
    }

    /// The heading for an outline: without its closing mark, in 〔 〕 if the source lacks it, the
    /// first words of the text if there is none. The label stands apart.
    pub fn outline_heading(&self) -> String {
        let bare = self
            .heading
            .trim_end_matches(['。', '：', ':', '，', ',', '；', ';', '、']);
        match (self.form, bare.is_empty()) {
            (Form::Implied, _) => format!("〔{bare}〕"),
            (_, false) => bare.to_owned(),
            (_, true) => opening(self.text()),
        }
    }

    /// The paragraphs of the section's run of text, as byte ranges of the body; none that is blank.
    pub fn paragraphs(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        let lines = self.body.split('\n').map(move |line| {
            let span = start..start + line.len();
            start = span.end + 1;
            (span, line)
        });
        lines
            .filter(|(_, line)| !line.trim().is_empty())
            .map(|(span, _)| span)
    }

    /// Its sentences, as byte ranges of the body: up to 。；！？ with the closing marks behind them, or to a
    /// line end, spaces at which go with the last one. All sentences of a paragraph are all of it.
    pub fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        self.paragraphs().flat_map(|paragraph| {
            let text = self.body.get(paragraph.clone()).unwrap_or_default();
            let words = text.trim_end().len();
            let mut start = 0;
            let ends = text
                .char_indices()
                .map(|(at, c)| (at, at + c.len_utf8(), c));
            let ends = ends.filter(move |(at, end, c)| {
                *end == words || *end < words && ends_a_sentence(text, *at, *c)
            });
            let spans = ends.map(move |(_, end, _)| {
                let end = if end == words { text.len() } else { end };
                std::mem::replace(&mut start, end)..end
            });
            spans.map(move |span| paragraph.start + span.start..paragraph.start + span.end)
        })
    }

    /// The sentence around a figure: from behind the mark before its quote to the mark behind it
    /// (。；！？ or a line end), as a byte range of the body.
    pub fn sentence(&self, figure: &Figure) -> Range<usize> {
        const ENDS: [char; 5] = ['。', '；', '！', '？', '\n'];
        let before = self.body.get(..figure.span.start).unwrap_or_default();
        let start = before
            .char_indices()
            .rfind(|(_, c)| ENDS.contains(c))
            .map_or(0, |(at, c)| at + c.len_utf8());
        // A quote may end with its mark.
        let quote = self.quote(figure);
        let tail = quote.chars().next_back().map_or(0, char::len_utf8);
        let from = figure.span.end.saturating_sub(tail);
        let rest = self.body.get(from..).unwrap_or_default();
        let end =
            rest.char_indices()
                .find(|(_, c)| ENDS.contains(c))
                .map_or(
                    rest.len(),
                    |(at, c)| {
                        if c == '\n' { at } else { at + c.len_utf8() }
                    },
                );
        start..(from + end).max(figure.span.end)
    }

    /// Whether the source names it: by numbering, or by a heading of its own.
    pub fn is_named(&self) -> bool {
        let heading = self.form != Form::Implied && !self.heading.is_empty();
        heading || !self.label.is_empty()
    }

    /// The figures whose quotations are within a byte range of the body.
    pub fn figures_in(&self, span: &Range<usize>) -> impl Iterator<Item = &Figure> {
        let inside = |f: &&Figure| span.start <= f.span.start && f.span.end <= span.end;
        self.figures.iter().filter(inside)
    }

    /// The quoted words of a figure of this section.
    pub fn quote(&self, figure: &Figure) -> &str {
        self.body.get(figure.span.clone()).unwrap_or_default()
    }
}

/// Whether a sentence ends with a character of a text: with its mark, or with the last of the marks that
/// close behind it.
fn ends_a_sentence(text: &str, at: usize, c: char) -> bool {
    const MARKS: [char; 4] = ['。', '；', '！', '？'];
    const CLOSING: [char; 8] = ['”', '’', '）', ')', '」', '』', '》', '】'];
    let more = |c: char| MARKS.contains(&c) || CLOSING.contains(&c);
    let behind = text.get(at + c.len_utf8()..).unwrap_or_default();
    // Only the last mark of a run looks back.
    if !more(c) || behind.starts_with(more) {
        return false;
    }
    let before = text.get(..at).unwrap_or_default();
    MARKS.contains(&c) || before.trim_end_matches(CLOSING).ends_with(MARKS)
}

/// Characters that the opening of a text without heading has at least.
const OPENING: usize = 8;

/// The first words of a text, up to the end of a clause.
fn opening(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let marks = line.char_indices().enumerate();
    let end = marks
        .filter(|(count, (_, c))| *count >= OPENING && ['。', '，', ',', '；', '：'].contains(c))
        .map(|(_, (at, _))| at)
        .next();
    match end.and_then(|end| line.get(..end)) {
        Some(words) => format!("{words}…"),
        None => line.to_owned(),
    }
}

/// A date, 成文日期.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: Year,
    month: u8,
    day: u8,
}

impl Date {
    /// Reads `2022-01-06`. None unless it is a day of the Gregorian calendar.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = year.len() == 4 && month.len() == 2 && day.len() == 2;
        if !shaped || parts.next().is_some() {
            return None;
        }
        let (year, month, day): (Year, u8, u8) =
            (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        (1..=days)
            .contains(&day)
            .then_some(Self { year, month, day })
    }

    /// The month of the date, 1 to 12.
    pub fn month(self) -> u8 {
        self.month
    }

    /// The year of the date.
    pub fn year(self) -> Year {
        self.year
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// A bulletin: its head and its sections in reading order.
#[derive(Clone, Debug, Default)]
pub struct Bulletin {
    /// Unique within a library; the file's stem by default.
    pub id: String,
    /// 标题.
    pub title: String,
    /// 发文机关.
    pub issuer: String,
    /// Bulletins of one series are compared with each other; the issuer by default.
    pub series: String,
    /// 发文字号.
    pub document_number: Option<String>,
    /// 主送机关.
    pub recipients: Vec<String>,
    /// 成文日期.
    pub date: Option<Date>,
    /// Where it was published.
    pub publication: Option<String>,
    /// Where it can be found.
    pub url: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// The file it was read from; empty for a built-in bulletin.
    pub source_file: String,
    /// Written only by [`Bulletin::with_sections`], which keeps depths, ends and numbers true.
    pub(crate) sections: Vec<Section>,
}

impl Bulletin {
    /// Takes the sections, given in reading order with their depths, and fills in subtree ends
    /// and numbers. A depth that skips a level is taken as one level deeper than the one before.
    #[must_use]
    pub fn with_sections(mut self, mut sections: Vec<Section>) -> Self {
        let mut counters: Vec<usize> = Vec::new();
        for section in &mut sections {
            section.depth = section.depth.min(counters.len());
            counters.truncate(section.depth + 1);
            match counters.get_mut(section.depth) {
                Some(counter) => *counter += 1,
                None => counters.push(1),
            }
            section.number.clone_from(&counters);
        }
        let depths: Vec<usize> = sections.iter().map(|s| s.depth).collect();
        for (index, section) in sections.iter_mut().enumerate() {
            let after = depths.iter().skip(index + 1);
            let below = after.take_while(|depth| **depth > section.depth).count();
            section.end = index + 1 + below;
        }
        self.sections = sections;
        self
    }

    /// The sections in reading order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Index of the section one level above, None at the top.
    pub fn parent(&self, index: usize) -> Option<usize> {
        let depth = self.sections.get(index)?.depth;
        let above = self.sections.iter().take(index);
        above
            .enumerate()
            .rev()
            .find(|(_, s)| s.depth < depth)
            .map(|(i, _)| i)
    }

    /// Indices of the sections one level below a section, or of those at the top.
    pub fn children(&self, parent: Option<usize>) -> impl Iterator<Item = usize> + '_ {
        let (mut at, end) = match parent {
            Some(parent) => (parent + 1, self.sections.get(parent).map_or(0, |s| s.end)),
            None => (0, self.sections.len()),
        };
        std::iter::from_fn(move || {
            let here = at;
            at = self
                .sections
                .get(here)
                .filter(|_| here < end)?
                .end
                .max(here + 1);
            Some(here)
        })
    }

    /// Indices from the top down to this section.
    pub fn ancestry(&self, index: usize) -> Vec<usize> {
        let mut path = vec![index];
        let mut at = index;
        while let Some(parent) = self.parent(at) {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }

    /// Whether a section stands below another one, or is it.
    pub fn is_within(&self, index: usize, above: usize) -> bool {
        let end = self.sections.get(above).map_or(0, |section| section.end);
        (above..end).contains(&index)
    }

    /// `ID#2.1.3` of a section.
    pub fn reference(&self, index: usize) -> String {
        let number = self.sections.get(index).map(|s| s.number.as_slice());
        format!("{}#{}", self.id, dotted(number.unwrap_or_default()))
    }

    /// All figures with the index of their section.
    pub fn figures(&self) -> impl Iterator<Item = (usize, &Figure)> {
        let sections = self.sections.iter().enumerate();
        sections.flat_map(|(index, s)| s.figures.iter().map(move |f| (index, f)))
    }

    /// Years its figures and sections speak of, ascending.
    pub fn years(&self) -> Vec<Year> {
        let sections = self.sections.iter().filter_map(|s| s.year);
        let figures = self.figures().filter_map(|(_, figure)| figure.year);
        let mut years: Vec<Year> = sections.chain(figures).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

/// Child numbers as `2.1.3`.
pub fn dotted(number: &[usize]) -> String {
    let words: Vec<String> = number.iter().map(ToString::to_string).collect();
    words.join(".")
}

/// What a reference asks for inside a bulletin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    Whole,
    /// One section by its child numbers from 1.
    Number(Vec<usize>),
    /// All sections of a kind.
    Kind(Kind),
}

/// `ID`, `ID#2.1.3` or `ID#plans`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionRef {
    /// The bulletin's id.
    pub id: String,
    /// The part of it.
    pub part: Part,
}

impl SectionRef {
    /// Reads a reference. None if what stands behind `#` is neither numbers nor a kind.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((id, part)) = text.split_once('#') else {
            return Some(Self {
                id: text.to_owned(),
                part: Part::Whole,
            });
        };
        let part = match Kind::parse(part) {
            Some(kind) => Part::Kind(kind),
            None => Part::Number(
                part.split('.')
                    .map(|n| n.parse().ok())
                    .collect::<Option<_>>()?,
            ),
        };
        Some(Self {
            id: id.to_owned(),
            part,
        })
    }

    /// Indices of the topmost sections meant, in reading order; empty if there are none.
    pub fn resolve(&self, bulletin: &Bulletin) -> Vec<usize> {
        let sections = bulletin.sections();
        let mut chosen: Vec<usize> = Vec::new();
        let mut covered = 0;
        for (index, section) in sections.iter().enumerate() {
            let meant = match &self.part {
                Part::Whole => section.depth == 0,
                Part::Number(number) => section.number == *number,
                Part::Kind(kind) => section.kind == Some(*kind) && index >= covered,
            };
            if meant {
                covered = section.end;
                chosen.push(index);
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(depths: &[usize]) -> Bulletin {
        let section = |depth: &usize| Section {
            depth: *depth,
            ..Section::default()
        };
        Bulletin::default().with_sections(depths.iter().map(section).collect())
    }

    #[test]
    fn numbers_and_ends_follow_from_depths() {
        let bulletin = tree(&[0, 1, 2, 1, 0]);
        let numbers: Vec<String> = bulletin
            .sections()
            .iter()
            .map(|s| dotted(&s.number))
            .collect();
        assert_eq!(numbers, ["1", "1.1", "1.1.1", "1.2", "2"]);
        let ends: Vec<usize> = bulletin.sections().iter().map(|s| s.end).collect();
        assert_eq!(ends, [4, 3, 3, 4, 5]);
    }

    #[test]
    fn a_skipped_level_is_one_level_deeper() {
        let depths: Vec<usize> = tree(&[0, 5]).sections().iter().map(|s| s.depth).collect();
        assert_eq!(depths, [0, 1]);
    }

    #[test]
    fn ancestry_runs_from_the_top() {
        assert_eq!(tree(&[0, 1, 2]).ancestry(2), [0, 1, 2]);
    }

    #[test]
    fn sentences_take_the_marks_that_close_behind_them() {
        let body = "建成。他说：“好！”再建；完成（见表。） \n\n \n第二段";
        let section = Section {
            body: body.to_owned(),
            ..Section::default()
        };
        let words = |spans: Vec<Range<usize>>| -> Vec<&str> {
            spans
                .into_iter()
                .map(|span| body.get(span).unwrap())
                .collect()
        };
        assert_eq!(
            words(section.sentences().collect()),
            [
                "建成。",
                "他说：“好！”",
                "再建；",
                "完成（见表。） ",
                "第二段"
            ]
        );
        assert_eq!(words(section.paragraphs().collect()).len(), 2);
    }

    #[test]
    fn days_that_do_not_exist_are_no_dates() {
        assert!(Date::parse("2022-01-06").is_some());
        assert!(Date::parse("2024-02-29").is_some());
        for wrong in [
            "2022-02-29",
            "2022-13-01",
            "2022-1-6",
            "2022/01/06",
            "",
            "1900-02-29",
        ] {
            assert!(Date::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn references_name_numbers_or_kinds() {
        assert_eq!(
            SectionRef::parse("a#2.1").map(|r| r.part),
            Some(Part::Number(vec![2, 1]))
        );
        assert_eq!(
            SectionRef::parse("a#plans").map(|r| r.part),
            Some(Part::Kind(Kind::Plans))
        );
        assert_eq!(
            SectionRef::parse("a#工作安排").map(|r| r.part),
            Some(Part::Kind(Kind::Plans))
        );
        assert_eq!(SectionRef::parse("a").map(|r| r.part), Some(Part::Whole));
        assert_eq!(SectionRef::parse("a#x"), None);
    }
}
