//! Which lines of a head are none of the text by what they say and where they stand, as rules. Knows nothing of what
//! is made of them.

use super::annexes::{ANNEX_MARK, is_annex_entry};
use super::limits;
use super::state::State;
use super::title_rules::goes_on_with_and;
use super::wording::is_salutation;
use crate::import::clean::furniture::{is_notice, is_page_label, is_site, title_of_one_line};
use crate::import::clean::tables::is_row_of_text;
use crate::import::clean::wraps::is_with_number;
use crate::import::doubt::Why;
use crate::import::line::Style;
use crate::import::office::is_organ;
use crate::import::part::{is_annex, is_part};
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::chars::{is_han, letters, squeezed};
use crate::text::date::{date, is_date, month};
use crate::text::manner::Manner;

/// Words of lines after a notice of the site.
static NOTICE: List = List::new("notice-of-site");
static MEETING: List = List::new("meeting");
/// Words of a line that says something and addresses nobody.
static ADDRESSES_NOBODY: List = List::new("addresses-nobody");
static ADDRESSES_PEOPLE: List = List::new("addresses-people");
static ADDRESSES_MEETING: List = List::new("addresses-meeting");
/// 各, and whom it may be said of.
static ALL: List = List::new("addressee-all");
static ADDRESSEE: List = List::new("addressee");
/// Offices of those who report.
static ROLE: List = List::new("role");
/// What documents are called, and words that a title may hold before that.
static DOCUMENT: List = List::new("document");
static IN_TITLE: List = List::new("in-title");
/// Words before the path of a page in its site: 当前位置.
static BREADCRUMB: List = List::new("breadcrumb");

/// What a line of the head is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// The text begins with it.
    Text,
    /// The text, behind a title on the same line.
    TitleAndText,
    /// Where and when a report was given.
    Subtitle,
    /// The title, or a part of it.
    Title,
    /// The first line of what a circular has annexed.
    Annexes,
    /// A line of what a circular has annexed.
    Annex,
    /// Whom it is addressed to.
    Recipients,
    /// The role of who speaks.
    Role,
    /// The name of who speaks, the author.
    Name,
    /// A part of a path in the site.
    Breadcrumb,
    /// Furniture of the site.
    Site,
    /// What is said of the document, not in it.
    Notice,
    /// Who signs.
    Office,
    /// A day with words about it.
    Source,
    /// A month.
    Month,
}

/// Asked of each line before all others: notices of a site.
pub const NOTICES: &[Rule<State, ()>] = &[
    Rule {
        name: "notice-begins",
        when: |state, at| is_notice(state.text(at)),
        then: (),
        example: "声明：转载请注明出处",
        counter: "公告全文如下",
    },
    Rule {
        name: "notice-goes-on",
        when: |state, at| {
            let short = state.feature(at).length <= limits::NOTICE_LINE.get();
            state.notice && short && NOTICE.is_in(state.text(at))
        },
        then: (),
        example: "声明：转载请注明出处\n> 网站客服电话见首页",
        counter: "河口县工作报告\n> 网站客服电话见首页",
    },
];

/// Asked of what is neither metadata nor furniture by its own words.
pub const LINES: &[Rule<State, Says>] = &[
    Rule {
        name: "time-of-meeting",
        when: |state, at| {
            let told = is_page_label(state.text(at)) || is_date(state.text(at));
            !state.titles.is_empty() && told && state.page.is_of_minutes(at)
        },
        then: Says::Text,
        example: "河口县水务局会议纪要\n> 时间：2023年3月2日上午\n地点：第一会议室",
        counter: "河口县水务局会议纪要\n> 时间：2023年3月2日上午\n一、议定事项",
    },
    Rule {
        name: "salutation",
        when: |state, at| is_salutation(state.text(at)),
        then: Says::Text,
        example: "各位委员",
        counter: "各位委员提案办理情况报告",
    },
    Rule {
        name: "row-of-table",
        when: |state, at| !state.titles.is_empty() && state.line(at).is_some_and(is_row_of_text),
        then: Says::Text,
        example: "河口县工作报告\n> |水库\t3座",
        counter: "|水库\t3座",
    },
    Rule {
        name: "title-and-text-on-one-line",
        when: |state, at| title_of_one_line(state.text(at)).is_some(),
        then: Says::TitleAndText,
        example: "河口县水务局关于节水工作的意见为贯彻落实节水要求，现提出意见。一是管好用水。二是查漏。",
        counter: "河口县政府工作报告。各位代表：",
    },
    Rule {
        name: "place-after-dash",
        when: |state, at| {
            let text = state.text(at);
            let short = state.feature(at).length <= limits::SUBTITLE.get();
            let told = || MEETING.is_in(text) || date(text).is_some();
            state.feature(at).manner() == Some(Manner::Dash) && short && told()
        },
        then: Says::Subtitle,
        example: "——在河口县水利工作会议上",
        counter: "——节水优先",
    },
    Rule {
        name: "place-in-brackets",
        when: |state, at| {
            let text = state.text(at);
            let short = state.feature(at).length <= limits::SUBTITLE_IN_BRACKETS.get();
            let in_brackets = !state.titles.is_empty() && text.starts_with(['（', '(']);
            in_brackets && short && date(text).is_some()
        },
        then: Says::Subtitle,
        example: "河口县工作报告\n> （2023年1月9日在河口县水利工作会议上）",
        counter: "河口县工作报告\n> （一）水利工作",
    },
    Rule {
        // 现将《…》印发给你们 says what comes behind it.
        name: "title-that-circular-names",
        when: |state, at| {
            let words = letters(state.text(at));
            let named = |name: &String| name.ends_with(&words);
            state.is_in_circular()
                && words.chars().count() >= 6
                && state.feature(at).label.is_none()
                && state.passed_on.iter().any(named)
        },
        then: Says::Title,
        example: "现将《河口县2023年重点工作》印发给你们，请遵照执行。\n> 2023年重点工作",
        counter: "现将《河口县2023年重点工作》印发给你们，请遵照执行。\n> 2023年工作回顾",
    },
    Rule {
        name: "second-half-of-title",
        when: |state, at| {
            let below_title = state.why.last() == Some(&Some(Why::Title));
            below_title && !state.titles.is_empty() && goes_on_with_and(state.text(at))
        },
        then: Says::Title,
        example: "河口县水务局上半年工作总结\n> 及下半年工作打算",
        counter: "河口县水务局上半年工作总结\n> 和谐灌区建设情况。",
    },
    Rule {
        name: "month-in-brackets",
        when: |state, at| {
            let text = state.text(at);
            !state.titles.is_empty() && text.starts_with(['（', '(']) && month(text).is_some()
        },
        then: Says::Month,
        example: "河口县工作报告\n> （2023年1月）",
        counter: "河口县工作报告\n> （2023年）",
    },
    Rule {
        name: "set-as-title",
        when: |state, at| names_first(state, at) && state.is_set_as_title(at),
        then: Says::Title,
        example: "#河口县水务局工作总结",
        counter: "#一、河口县水务局工作总结",
    },
    Rule {
        name: "title-like-a-part",
        when: |state, at| {
            names_first(state, at) && is_part(state.text(at)) && state.front.is_none()
        },
        then: Says::Title,
        example: "2023年工作总结",
        counter: "title: 河口县水务局\n> 2023年工作总结",
    },
    Rule {
        // A document has one title, and sections are below it.
        name: "only-highest-heading",
        when: |state, at| {
            let only_offices = state.titles.iter().all(|title| is_organ(title));
            state.page.top == Some(at) && only_offices && may_be_title(state, at)
        },
        then: Says::Title,
        example: "title: 河口县水务局\n> #2023年重点任务\n##水库建设\n新建水库三座。",
        counter: "> #2023年重点任务\n新建水库三座。\n#2024年重点任务",
    },
    Rule {
        name: "part-of-title-of-page",
        when: |state, at| {
            let front = state.front.as_ref();
            let of_page = front.is_some_and(|front| front.contains(state.text(at)));
            may_be_title(state, at) && of_page && state.feature(at).length >= 8
        },
        then: Says::Title,
        example: "title: 踔厉奋发谱写河口水利新篇章\n> 谱写河口水利新篇章",
        counter: "title: 踔厉奋发谱写河口水利新篇章\n> 水利新篇章",
    },
    Rule {
        name: "list-of-annexes",
        when: |state, at| {
            let short = state.feature(at).length <= limits::ANNEX_ENTRY.get();
            state.is_in_circular() && ANNEX_MARK.starts(state.text(at)) && short
        },
        then: Says::Annexes,
        example: "现将方案印发给你们，请遵照执行。\n> 附件：分工表",
        counter: "附件：河口县节水方案",
    },
    Rule {
        name: "entry-of-annexes",
        when: |state, at| {
            let digit = state.feature(at).manner() == Some(Manner::Digit);
            state.is_in_circular() && state.annexes && digit && is_annex_entry(state.text(at))
        },
        then: Says::Annex,
        example: "现将方案印发给你们，请遵照执行。\n附件：1．名单\n> 2．分工表",
        counter: "现将方案印发给你们，请遵照执行。\n> 2．分工表",
    },
    Rule {
        name: "numbered-line",
        when: |state, at| {
            let manner = state.feature(at).manner();
            manner.is_some_and(|manner| manner != Manner::Dash)
        },
        then: Says::Text,
        example: "一、水利建设",
        counter: "——水利建设",
    },
    Rule {
        // Below what is marked as the title a heading of any level is one of the text.
        name: "line-set-as-heading",
        when: |state, at| {
            let lowest = if state.marked.is_some() { 1 } else { 2 };
            matches!(state.style(at), Style::Heading(level) if level >= lowest)
        },
        then: Says::Text,
        example: "#河口县水务局工作总结\n> #水利建设",
        counter: "#水利建设",
    },
    Rule {
        name: "heading-of-a-part",
        when: |state, at| is_part(state.text(at)) || is_annex(state.text(at)),
        then: Says::Text,
        example: "2023年工作回顾",
        counter: "2023年工作回顾如下，请予审议。",
    },
    Rule {
        name: "recipients",
        when: addresses,
        then: Says::Recipients,
        example: "各乡镇人民政府，县直各部门：",
        counter: "现将各乡镇人民政府工作情况通报如下：",
    },
    Rule {
        name: "role-of-speaker",
        when: |state, at| {
            let short = state.feature(at).length <= limits::BYLINE.get();
            let ends = state.feature(at).ends_in(&['。', '：']);
            short && !ends && ROLE.within(state.text(at)).is_some()
        },
        then: Says::Role,
        example: "县长李某",
        counter: "县长李某讲话全文如下：",
    },
    Rule {
        name: "name-of-speaker",
        when: |state, at| {
            let plain = |c: char| is_han(c) || c.is_whitespace();
            state.speaker.is_some()
                && (2..=5).contains(&state.feature(at).length)
                && state.text(at).chars().all(plain)
        },
        then: Says::Name,
        example: "河口县工作报告\n县长\n> 李 某某",
        counter: "河口县工作报告\n> 李 某某",
    },
    Rule {
        name: "rest-of-title",
        when: |state, at| {
            let (text, length) = (state.text(at), state.feature(at).length);
            let cut = |title: &&String| !DOCUMENT.ends(title);
            let whole = state.titles.last().filter(cut);
            let whole = whole.map(|title| format!("{title}{text}"));
            length <= 3
                && state.why.last() == Some(&Some(Why::Title))
                && whole.is_some_and(|whole| DOCUMENT.ends(&whole))
        },
        then: Says::Title,
        example: "河口县政府工作报\n> 告",
        counter: "河口县政府工作报\n> 水利",
    },
    Rule {
        name: "path-in-site",
        when: |state, at| {
            let site = state.line(at).is_some_and(is_site);
            BREADCRUMB.is_in(state.text(at)) && (site || state.feature(at).length <= 8)
        },
        then: Says::Breadcrumb,
        example: "当前位置：",
        counter: "我们的位置：",
    },
    Rule {
        // 当前位置：⏎首页⏎>⏎政务信息: one word a line.
        name: "word-of-path",
        when: |state, at| state.crumbs && state.feature(at).length <= 8,
        then: Says::Site,
        example: "现将方案印发给你们，请遵照执行。\n当前位置：\n> 县情概览",
        counter: "县情概览",
    },
    Rule {
        name: "furniture-of-site",
        when: |state, at| state.line(at).is_some_and(is_site),
        then: Says::Site,
        example: "分享到：微信 微博",
        counter: "微信公众号粉丝增长一倍",
    },
];

/// Whether nothing of a line says that it is no title.
fn may_be_title(state: &State, at: usize) -> bool {
    let feature = state.feature(at);
    !feature.ends_in(&['。', '：', '；', '，', ':', ','])
        && (6..=limits::TITLE_LINE.get()).contains(&feature.length)
        && feature.label.is_none()
        && !is_with_number(state.text(at))
}

fn names_document(text: &str) -> bool {
    // It may be set wide.
    DOCUMENT.is_in(&squeezed(text)) || IN_TITLE.is_in(text)
}

/// Whether a line is the first of all that says what the document is.
fn names_first(state: &State, at: usize) -> bool {
    let only_offices = state.titles.iter().all(|title| is_organ(title));
    may_be_title(state, at) && only_offices && names_document(state.text(at))
}

/// Whether a line names those to whom a document is addressed.
/// 今年以来，某局各项工作取得新成效，现将情况总结如下： addresses nobody.
fn addresses(state: &State, at: usize) -> bool {
    let Some(names) = state.text(at).strip_suffix(['：', ':']) else {
        return false;
    };
    let all = || ALL.is_in(names) && ADDRESSEE.is_in(names) && !ADDRESSES_PEOPLE.starts(names);
    let known = || all() || (!state.titles.is_empty() && is_organ(names));
    (3..=limits::RECIPIENTS.get()).contains(&names.chars().count())
        && state.head.recipients.is_empty()
        && known()
        && !ADDRESSES_MEETING.is_in(names)
        && !ADDRESSES_NOBODY.is_in(names)
}
