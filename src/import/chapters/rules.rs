//! Which lines without numbering are headings: those that open a chapter, and paragraphs that begin with a heading of
//! their own. Knows nothing of the sections that are open.

use super::document::Document;
use super::lead;
use super::limits;
use crate::import::line::Style;
use crate::import::part::{is_annex, is_part};
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};
use crate::text::label;
use crate::text::mark::{End, Mark};

/// How a line is known to open a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chapter {
    /// Word or a site sets it as a heading.
    Styled,
    /// It begins what is annexed, and the title of that stands on the next line.
    AnnexAboveTitle,
    /// It begins what is annexed.
    Annex,
    /// Its words are those of a chapter.
    Words,
}

/// Lines without numbering that open a chapter, if they stand where one may.
pub const CHAPTERS: [Rule<Document, Chapter>; 5] = [
    Rule {
        name: "heading-style",
        when: |document, at| match document.style(at) {
            Style::Heading(_) => document.length(at) <= limits::STYLED_HEADING.get(),
            style => style == Style::Title,
        },
        then: Chapter::Styled,
        example: "#工作回顾",
        counter: "工作回顾",
    },
    Rule {
        name: "annex-above-title",
        when: |document, at| is_annex(document.text(at)) && is_above_title(document, at),
        then: Chapter::AnnexAboveTitle,
        example: "> 附件2\n渔港改造清单\n1.东港",
        counter: "> 附件1\n渔港改造清单\n附件2",
    },
    Rule {
        name: "annex",
        when: |document, at| is_annex(document.text(at)),
        then: Chapter::Annex,
        example: "名词解释",
        counter: "对有关名词的解释见附件，请一并审议。",
    },
    Rule {
        name: "words-of-a-part",
        when: |document, at| is_part(document.text(at)),
        then: Chapter::Words,
        example: "2023年工作回顾",
        counter: "2023年工作回顾如下，请予审议。",
    },
    Rule {
        name: "span-of-years",
        when: |document, at| is_span_heading(document.text(at)),
        then: Chapter::Words,
        example: "“十二五”时期的主要目标和2011年工作",
        counter: "“十二五”时期是我省发展的关键五年",
    },
];

/// Whether a line says no more than that an annex begins, whose title stands on the next one.
fn is_above_title(document: &Document, at: usize) -> bool {
    let title = document.text(at + 1);
    let length = squeezed(title).chars().count();
    let is_title = document.is_paragraph(at + 1)
        && (limits::SHORTEST_HEADING.get()..=limits::ANNEX_TITLE.get()).contains(&length)
        && !title.contains(['。', '，', '；', '：', '！']);
    let last = at + 2 >= document.lines().len();
    // The title may be all there is of a list of annexes.
    let styled = matches!(document.style(at + 2), Style::Heading(_) | Style::Title);
    let list = is_annex(document.text(at + 2)) && !styled;
    squeezed(document.text(at)).chars().count() <= limits::ANNEX_LABEL.get()
        && is_title
        && !last
        && !list
}

/// Whether a line is the heading of a chapter of several years: “十五五”时期的主要目标任务.
fn is_span_heading(text: &str) -> bool {
    static STARTS: List = List::new("five-year-plan-start");
    static ENDS: List = List::new("five-year-plan-end");
    static SPANS: List = List::new("span-of-heading");
    static HEADING_ENDS: List = List::new("end-of-span-heading");
    let words = squeezed(text);
    let words = words.trim_start_matches('“');
    let numeral = |rest: &str| {
        let c = rest.chars().next().filter(|c| label::is_numeral(*c));
        c.is_some_and(|c| ENDS.starts(rest.get(c.len_utf8()..).unwrap_or_default()))
    };
    let plan = STARTS
        .start(words)
        .and_then(|start| words.strip_prefix(start))
        .is_some_and(numeral);
    (plan || SPANS.starts(words))
        && text.chars().count() <= limits::SPAN_HEADING.get()
        && !text.contains(['。', '，', '；', '：'])
        && HEADING_ENDS.ends(words)
}

/// What shows that the first sentence of a paragraph is its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// It is set in bold: where several are, these are the headings.
    Marked,
    /// It is a line of its own, and the paragraph follows.
    Line,
    /// It names a task or says how things stand.
    Strong,
    /// It is one plain clause: it is a heading among others.
    Plain,
    /// It may be a saying: it is a heading between others.
    Weak,
}

/// Paragraphs without numbering that begin with a heading, if others around them do so too.
pub const LEADS: [Rule<Document, Lead>; 8] = [
    Rule {
        name: "sentence-in-bold",
        when: |document, at| {
            let sentence = document.first_sentence(at);
            let short = sentence.chars().count() <= limits::HEADING.get();
            let rest = document.is_paragraph(at) && document.sentences(at) > 1;
            rest && short && sentence.ends_with('。') && document.is_first_in_bold(at)
        },
        then: Lead::Marked,
        example: "*深挖潜力，办好办学。*新建学校三所，改造校舍五栋。",
        counter: "*新建*学校三所，改造校舍五栋。全年招生两千人。",
    },
    Rule {
        name: "line-above-paragraph",
        when: stands_above_paragraph,
        then: Lead::Line,
        example: "> 这三年，我们坚持产业立市，综合实力跃上新台阶。\n全市生产总值年均增长7%。粮食总产连续三年超过百亿斤，规模以上工业企业净增300户，高新区进入全国百强。",
        counter: "> 全年完成投资300亿元。\n重点工程全部开工，其中铁路两条、高速公路三条，另有水利工程五项。民间投资占比提高。",
    },
    Rule {
        name: "bare-line-above-paragraph",
        when: stands_bare_above_paragraph,
        then: Lead::Line,
        example: "2031年重点工作\n> 推进东部灌区改造，加快构建现代水网\n新建支渠一百二十公里，衬砌率提高到六成以上，灌溉面积扩大到十万亩。",
        counter: "2031年重点工作\n> 推进东部灌区改造，加快构建现代水网，新建支渠\n一百二十公里。",
    },
    Rule {
        name: "task",
        when: |document, at| may_lead(document, at) && names_task(document.first_sentence(at)),
        then: Lead::Strong,
        example: "着力改善河湖水质。完善河长制，新建污水管网300公里，关停排污企业十家。",
        counter: "着力改善河湖水质，新建污水管网300公里。关停排污企业十家，完善河长制。",
    },
    Rule {
        name: "state",
        when: |document, at| may_lead(document, at) && lead::is_theme(document.first_sentence(at)),
        then: Lead::Strong,
        example: "基层医疗能力稳步提升。县级医院全部达标，乡镇卫生院更新设备800台。",
        counter: "基层医疗能力稳步提升，县级医院全部达标。乡镇卫生院更新设备800台。",
    },
    Rule {
        name: "slogan",
        when: |document, at| may_lead(document, at) && is_slogan(document.first_sentence(at)),
        then: Lead::Weak,
        example: "因地制宜，分类施策。面向不同人群开展示范，在十个县先行先试，再向全省铺开。",
        counter: "因地制宜，分类施策，逐步铺开，不搞攀比。面向不同人群开展示范，再向全省铺开。",
    },
    Rule {
        name: "plain-clause",
        when: |document, at| {
            let sentence = document.first_sentence(at);
            let is_long = sentence.chars().count() > limits::SAYING.get();
            may_lead(document, at) && is_plain(sentence) && is_long
        },
        then: Lead::Plain,
        example: "稳健的财政政策要更可持续。压减一般性支出，清理结余资金，管好用好债券。",
        counter: "改革开放是决定命运的关键。压减一般性支出，清理结余资金，管好用好债券。",
    },
    Rule {
        name: "short-clause",
        when: |document, at| may_lead(document, at) && is_plain(document.first_sentence(at)),
        then: Lead::Weak,
        example: "众人拾柴火焰高。压减一般性支出，清理结余资金，管好用好债券。",
        counter: "众人拾柴火焰高！压减一般性支出，清理结余资金，管好用好债券。",
    },
];

/// What shows a paragraph to begin with a heading; None if nothing does.
pub fn lead_of(document: &Document, at: usize) -> Option<Lead> {
    first(&LEADS, document, at).map(|rule| rule.then)
}

/// A heading that nothing marks.
#[derive(Debug)]
pub struct Guess {
    /// Its line in the source.
    pub number: usize,
    /// Its first words.
    pub words: String,
    /// The rule that made it one.
    pub rule: Option<&'static str>,
}

impl Guess {
    /// One at a line of the source; `lead` is the paragraph that begins with it, if that made it one.
    pub fn of(document: &Document, lead: Option<usize>, number: usize, heading: &str) -> Self {
        let words = heading.chars().take(limits::WORDS_OF_GUESS.get());
        Self {
            number,
            words: words.collect(),
            rule: lead.and_then(|at| Some(first(&LEADS, document, at)?.name)),
        }
    }
}

/// What shows a line without numbering to open a chapter.
pub fn chapter_of(document: &Document, at: usize) -> Option<Chapter> {
    first(&CHAPTERS, document, at).map(|rule| rule.then)
}

/// Whether a line is one sentence without figures above a paragraph that spells it out.
fn stands_above_paragraph(document: &Document, at: usize) -> bool {
    let text = document.text(at);
    document.is_paragraph(at)
        && is_heading_line(text, document.sentences(at))
        && !announces(text)
        && !is_entry(text)
        && is_longer(document, at + 1, document.length(at))
}

/// Whether a line lists what is of a class: 第一档（优秀）：柳林镇、白马镇。
fn is_entry(text: &str) -> bool {
    let listed = text.split_once(['：', ':']);
    listed.is_some_and(|(_, listed)| listed.contains('、'))
}

/// Signs before a heading, as pages for telephones set them: ● 产业更强.
static BULLETS: List = List::new("bullet");

/// Whether a line is a phrase without figures or a mark at its end, behind a paragraph or a heading and above a paragraph
/// that spells it out.
fn stands_bare_above_paragraph(document: &Document, at: usize) -> bool {
    let text = document.text(at);
    let before = at.checked_sub(1).map_or("", |before| document.text(before));
    let count = text.chars().count();
    let inner = |c: char| matches!(Mark::of(c), Some(Mark::Stop(end)) if end > End::Comma);
    // Behind anything else it may be part of a paragraph whose lines were cut.
    let between = before.ends_with('。') || chapter_of(document, at.wrapping_sub(1)).is_some();
    document.is_paragraph(at)
        && between
        && (limits::SHORTEST_HEADING.get()..=limits::RUN_IN_HEADING.get()).contains(&count)
        && without_bullet(text).starts_with(|c: char| is_han(c) || c == '“')
        && text.ends_with(|c: char| is_han(c) || c == '”')
        && !text.contains(inner)
        && !lead::has_figures(text)
        && !speaks(text)
        && chapter_of(document, at).is_none()
        && document.text(at + 1).ends_with('。')
        && is_longer(document, at + 1, count)
}

/// A line without the sign before it.
pub fn without_bullet(text: &str) -> &str {
    BULLETS.strip_start(text).map_or(text, str::trim_start)
}

/// Whether a line is one sentence that may be a heading.
pub fn is_heading_line(text: &str, sentences: usize) -> bool {
    sentences == 1
        && text.ends_with('。')
        && (limits::SHORTEST_HEADING.get()..=limits::HEADING.get()).contains(&text.chars().count())
        && !lead::has_figures(text)
}

/// Whether a line is a paragraph, longer than the heading above it.
pub fn is_longer(document: &Document, at: usize, heading: usize) -> bool {
    static ADDRESSES: List = List::new("address-start");
    document.is_paragraph(at)
        && document.length(at) >= heading.max(limits::PARAGRAPH_BELOW_HEADING.get())
        && document.text(at).contains('。')
        && !ADDRESSES.starts(document.text(at))
}

/// Whether the first sentence of a paragraph may be its heading: it is short and without figures, and the rest is
/// longer.
fn may_lead(document: &Document, at: usize) -> bool {
    let sentence = document.first_sentence(at);
    let words = sentence.trim_end_matches('。');
    let count = words.chars().count();
    let clauses = words.split('，');
    document.is_paragraph(at)
        && document.sentences(at) > 1
        && words.len() < sentence.len()
        && (limits::SHORTEST_HEADING.get()..=limits::RUN_IN_HEADING.get()).contains(&count)
        && clauses.clone().count() <= 3
        && clauses
            .into_iter()
            .all(|clause| clause.chars().count() >= 3)
        && !words.contains(['：', '？', '！', '；'])
        && !lead::has_figures(words)
        && !speaks(words)
        && document.length(at) > 2 * count
}

/// Words with which a speaker turns to something else.
static TURNS: List = List::new("narrative-start");

/// Whether words are those of a speaker or of a narrative, and no heading.
fn speaks(words: &str) -> bool {
    static WORDS: List = List::new("narrative-word");
    TURNS.starts(words) || WORDS.is_in(words) || announces(words)
}

/// Whether a paragraph turns to something else than the one before it: 一年来，着重抓了以下工作：
pub fn turns(text: &str) -> bool {
    let is_short = text.chars().nth(limits::HEADING.get()).is_none();
    TURNS.starts(text) || (is_short && announces(text))
}

/// Whether words say that something follows: 主要做了以下工作。
fn announces(words: &str) -> bool {
    static ANNOUNCES: List = List::new("announcing-word");
    static ADDRESSES: List = List::new("address-start");
    ANNOUNCES.is_in(words) || ADDRESSES.starts(words)
}

/// Whether a sentence begins with what is to be done: a verb, at most a few characters from its start.
fn names_task(sentence: &str) -> bool {
    static VERBS: List = List::new("verb");
    let opening: String = sentence.chars().take(limits::VERB_WITHIN.get()).collect();
    VERBS.is_in(&opening) || lead::is_task(sentence)
}

/// Whether a sentence is two phrases of one length: 因地制宜，分类施策。
fn is_slogan(sentence: &str) -> bool {
    let words = sentence.trim_end_matches('。');
    let lengths: Vec<usize> = words.split('，').map(|part| part.chars().count()).collect();
    matches!(lengths[..], [one, two] if one == two && one <= 9)
}

/// Whether a sentence is one short clause.
fn is_plain(sentence: &str) -> bool {
    !sentence.contains('，') && sentence.chars().count() <= limits::LEAD.get()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::chapters::build::sample;
    use crate::import::rule::{check, check_reasons};

    #[test]
    fn chapters_and_leads_are_known_by_their_rules() {
        check(&CHAPTERS, |lines| sample::document(&lines));
        check(&LEADS, |lines| sample::document(&lines));
        check_reasons(&LEADS);
    }
}
