//! What a line behind the text is, as rules. Knows nothing of what is made of it.

use crate::import::clean::between::names_makers;
use crate::import::clean::furniture::{
    is_caption, is_label_of_tail, is_related, is_site, is_source,
};
use crate::import::imprint::imprint;
use crate::import::line::Line;
use crate::import::office::{is_organ, signature};
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::date::{is_date, month};

/// Whom copies go to, how many were printed.
static DISTRIBUTION: List = List::new("distribution");
/// Whether a document is published, whom to ask.
static REMARK: List = List::new("note-of-document");

/// Whether a line is the note of an official document (GB/T 9704-2012 7.3.6).
pub fn is_note(text: &str) -> bool {
    REMARK.starts(text.trim_start_matches(['（', '(']))
}

/// What a line of the tail is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// Office and day.
    Signature,
    /// Who printed it, and when.
    Imprint,
    /// The day.
    Day,
    /// Where it is from.
    Source,
    /// The address of the page.
    Address,
    /// Who signed.
    Office,
    /// The caption of a photo.
    Caption,
    /// Who wrote it, who checked it.
    Makers,
    /// Who gets copies.
    Distribution,
    /// Whether it is published, whom to ask.
    Remark,
    /// Furniture of the site.
    Site,
}

/// Asked of each line behind the text; what none of them knows is a notice.
pub const TAIL: &[Rule<Line, Tail>] = &[
    Rule {
        name: "office-and-day",
        when: |line, _| signature(&line.text).is_some(),
        then: Tail::Signature,
        example: "河口县水务局 2023年3月2日",
        counter: "河口县水务局 2023年3月2日印发",
    },
    Rule {
        name: "imprint",
        when: |line, _| imprint(&line.text).is_some(),
        then: Tail::Imprint,
        example: "河口县水务局办公室 2023年3月2日印发",
        counter: "方案于2023年3月2日印发",
    },
    Rule {
        name: "day",
        when: |line, _| is_date(&line.text),
        then: Tail::Day,
        example: "2023年3月2日",
        counter: "抄送：河口县人大常委会",
    },
    Rule {
        name: "month",
        when: |line, _| month(&line.text).is_some(),
        then: Tail::Day,
        example: "2023年3月",
        counter: "2023年3月起施行",
    },
    Rule {
        name: "source",
        when: |line, _| is_source(&line.text),
        then: Tail::Source,
        example: "来源：河口日报",
        counter: "水的来源",
    },
    Rule {
        name: "address",
        when: |line, _| line.text.starts_with("<http"),
        then: Tail::Address,
        example: "<https://example.org/a.html>",
        counter: "https是一种协议",
    },
    Rule {
        name: "caption",
        when: |line, _| is_caption(&line.text),
        then: Tail::Caption,
        example: "大会会场（资料图）",
        counter: "大会会场庄严热烈",
    },
    Rule {
        name: "office",
        when: |line, _| is_organ(&line.text) && !is_site(line),
        then: Tail::Office,
        example: "河口县水务局",
        counter: "分享到：微信 微博",
    },
    Rule {
        name: "who-made-it",
        when: |line, _| names_makers(&line.text),
        then: Tail::Makers,
        example: "整理：张某　　审核：李某",
        counter: "审核：事项清单　　办理：时限",
    },
    Rule {
        name: "distribution",
        when: |line, _| DISTRIBUTION.starts(&line.text),
        then: Tail::Distribution,
        example: "抄送：河口县人大常委会",
        counter: "送水工程全线贯通",
    },
    Rule {
        name: "note-of-document",
        when: |line, _| is_note(&line.text),
        then: Tail::Remark,
        example: "（此件公开发布）",
        counter: "（河口县水务局供稿）",
    },
    Rule {
        name: "site",
        when: |line, _| is_site(line) || is_related(&line.text) || is_label_of_tail(&line.text),
        then: Tail::Site,
        example: "分享到：微信 微博",
        counter: "抄送：河口县人大常委会",
    },
];
