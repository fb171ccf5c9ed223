//! What a line of a head is that says nothing by itself: the text, the title or a line below it, as rules. Knows
//! nothing of what is made of them.

use super::limits;
use super::line_rules::Says;
use super::state::State;
use crate::import::clean::furniture::is_closing;
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::date::{date, ends_with_month};
use crate::text::year;

static BYLINE: List = List::new("byline");
/// A line with such a word that ends like an office is a title all the same.
static NOT_OFFICE: List = List::new("title-not-office");
static CONTACT: List = List::new("contact");

/// Asked of what none of the first rules knows: no path in the site goes on behind it.
pub const LAST: &[Rule<State, Says>] = &[
    Rule {
        name: "closing-line",
        when: |state, at| is_closing(state.text(at)),
        then: Says::Notice,
        example: "此件公开发布",
        counter: "公开招聘教师三百名",
    },
    Rule {
        name: "contact-of-circular",
        when: |state, at| {
            let words = state.text(at).trim_start_matches(['（', '(']);
            let short = state.feature(at).length <= limits::CONTACT.get();
            state.covered && CONTACT.starts(words) && short
        },
        then: Says::Notice,
        example: "现将方案印发给你们，请遵照执行。\n> （联系人：李某）",
        counter: "（联系人：李某）",
    },
    Rule {
        name: "sentence",
        when: |state, at| {
            let ends = ['。', '：', '；', '，', '！', ':', ',', '.'];
            state.feature(at).ends_in(&ends)
                || state.feature(at).length >= limits::SENTENCE.get() * 2
                || state.text(at).contains('。')
        },
        then: Says::Text,
        example: "全县新建水库三座。",
        counter: "全县新建水库",
    },
    Rule {
        name: "first-heading",
        when: is_first_heading,
        then: Says::Text,
        example: "河口县工作报告\n\n> 水利建设\n全县新建水库三座，改造堤防一百公里，受益人口明显增加，群众很满意。",
        counter: "河口县工作报告\n\n> 水利建设\n全县新建水库",
    },
    Rule {
        name: "office-that-signs",
        when: |state, at| {
            state.is_in_circular()
                && state.feature(at).is_office
                && !NOT_OFFICE.is_in(state.text(at))
        },
        then: Says::Office,
        example: "现将方案印发给你们，请遵照执行。\n> 河口县水务局",
        counter: "河口县水务局",
    },
    Rule {
        name: "line-of-title",
        when: |state, at| state.line(at + 1).is_some(),
        then: Says::Title,
        example: "> 谱写河口水利新篇章\n全县新建水库三座。",
        counter: "谱写河口水利新篇章",
    },
];

/// Asked of lines below the title that turned out to be none of it.
pub const BELOW_TITLE: &[Rule<State, Says>] = &[
    Rule {
        name: "office-below-title",
        when: |state, at| state.feature(at).is_office,
        then: Says::Office,
        example: "河口县水务局",
        counter: "河口水利新篇章",
    },
    Rule {
        name: "day-below-title",
        when: |state, at| {
            let text = state.text(at);
            let short = state.feature(at).length <= limits::SOURCE_LINE.get();
            short && !text.contains('。') && date(text).is_some()
        },
        then: Says::Source,
        example: "2023年3月2日 第17期",
        counter: "2023年3月2日水库开工。",
    },
    Rule {
        name: "month-below-title",
        when: |state, at| {
            let text = state.text(at);
            let short = state.feature(at).length <= limits::MONTH_LINE.get();
            text.contains(year::is_year_mark) && ends_with_month(text) && short
        },
        then: Says::Month,
        example: "2023年3月",
        counter: "2023年3月起施行",
    },
    Rule {
        name: "author-below-title",
        when: |state, at| {
            let text = state.text(at);
            let short = state.feature(at).length <= limits::BYLINE_OF_AUTHOR.get();
            BYLINE.starts(text) && short || text.starts_with("——")
        },
        then: Says::Name,
        example: "通讯员 李某",
        counter: "水利通讯",
    },
];

/// Whether a line between the title and a paragraph is the first heading: it is short.
fn is_first_heading(state: &State, at: usize) -> bool {
    let before_text = state.feature(at + 1).length >= limits::PARAGRAPH.get()
        && state.text(at + 1).contains(['。', '，']);
    let apart = state
        .line(at)
        .is_some_and(|line| line.after_gap || line.whole);
    let feature = state.feature(at);
    !state.titles.is_empty()
        && apart
        && before_text
        && feature.length <= limits::FIRST_HEADING.get()
        && !feature.is_office
        && !state.covered
}
