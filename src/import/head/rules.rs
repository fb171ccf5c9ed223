//! What a line around the text is, as rules. Knows nothing of what the head makes of it.

use super::candidates::is_first_slogan;
use super::document_number::document_number;
use super::limits;
use super::metadata::{fields, is_row};
use super::page::Page;
use super::title_rules::says_what_it_is;
use super::wording::{is_place_and_day, is_rest_of_place};
use crate::import::clean::furniture::{
    are_labels, is_bare_label, is_caption, is_page_label, is_path, is_related, is_toolbar,
};
use crate::import::office::{government_of_line, is_organ};
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::chars::{is_han, letters, squeezed};

/// 关于, with which the first part of a title may begin.
static ABOUT: List = List::new("title-about");
static AND: List = List::new("title-and");
/// 文件, after the name of the issuer.
static RED_HEAD: List = List::new("red-head");
/// Offices of those who report.
static ROLE: List = List::new("role");
static SAYS_SOURCE: List = List::new("says-source");

/// What a line around the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Where and when a report was given.
    PlaceAndDay,
    /// The rest of such a line.
    RestOfPlace,
    /// Office and name of who speaks.
    Speaker,
    /// The place whose government reports.
    Place,
    /// What the page says of itself: source, time, readers.
    Label,
    /// The value of a field of the metadata, below its key.
    Field,
    /// Where the text is from, below its label.
    Source,
    /// Tools and paths of a site.
    Site,
    /// The title once more.
    Title,
    /// The caption of a photo, a lead of the news.
    Caption,
}

/// Asked of each line of the head that is none of the metadata.
pub const AROUND: &[Rule<Page, Around>] = &[
    Rule {
        name: "place-above-title",
        when: |page, at| page.title == Some(at + 1) && government_of_line(page.line(at)).is_some(),
        then: Around::Place,
        example: "> 河口县\n2023年政府工作报告",
        counter: "> 河口要闻\n2023年政府工作报告",
    },
    Rule {
        name: "place-and-day",
        when: |page, at| {
            is_place_and_day(page.line(at)) || is_rest_of_place(page.line(at), page.line(at + 1))
        },
        then: Around::PlaceAndDay,
        example: "2023年1月9日在河口县第九届人民代表大会第二次会议上 县长 张某",
        counter: "2023年1月9日，县长在全县经济工作会议上讲话。",
    },
    Rule {
        name: "rest-of-place",
        when: |page, at| is_rest_of_place(page.before(at), page.line(at)),
        then: Around::RestOfPlace,
        example: "——2023年1月9日在河口县第九届\n> 人民代表大会第二次会议上",
        counter: "政府工作报告\n> 人民代表大会第二次会议上",
    },
    Rule {
        name: "office-and-name",
        when: |page, at| speaker(page.line(at)).is_some(),
        then: Around::Speaker,
        example: "河口自治县人民政府县长 张某某",
        counter: "省长带队赴各地调研督导重点项目",
    },
    Rule {
        name: "label-of-page",
        when: |page, at| is_page_label(page.line(at)) && !page.is_of_minutes(at),
        then: Around::Label,
        example: "阅读量：36",
        counter: "> 时间：周一上午\n地点：第一会议室",
    },
    Rule {
        name: "labels-of-page",
        when: |page, at| {
            let line = page.line(at);
            are_labels(line) && !page.is_of_minutes(at) && !page.tells_of_meeting(at)
        },
        then: Around::Label,
        example: "供稿：办公厅　录入：张某",
        counter: "时间：周一上午　地点：第一会议室",
    },
    Rule {
        name: "value-of-metadata",
        when: |page, at| is_bare_key(page.before(at)) && is_short_value(page, at),
        then: Around::Field,
        example: "发布机构：\n> 河口县水务局",
        counter: "发布机构：河口县水务局\n> 河口县人民政府",
    },
    Rule {
        name: "source-below-label",
        when: |page, at| {
            // 来源：河口日报 分享： asks for no source.
            let last = page.before(at).split_whitespace().next_back();
            last.is_some_and(|last| SAYS_SOURCE.is_in(last) && is_bare_label(last))
                && is_value(page, at)
        },
        then: Around::Source,
        example: "来源：\n> 河口日报客户端",
        counter: "来源：\n> 一、工作回顾",
    },
    Rule {
        name: "value-of-label",
        when: is_value,
        then: Around::Label,
        example: "作者：\n> 张某",
        counter: "要求：\n> 河口日报客户端",
    },
    Rule {
        name: "toolbar",
        when: |page, at| is_toolbar(page.line(at)),
        then: Around::Site,
        example: "打印 收藏 分享",
        counter: "打印设备产量增长",
    },
    Rule {
        name: "path-of-page",
        when: |page, at| is_path(page.line(at)),
        then: Around::Site,
        example: "首页 > 政务公开 > 规划计划",
        counter: "首页是网站的第一页，内容最多",
    },
    Rule {
        name: "heading-of-other-pages",
        when: |page, at| is_related(page.line(at)),
        then: Around::Site,
        example: "延伸阅读：",
        counter: "延伸阅读材料由会务组发放",
    },
    Rule {
        name: "title-again",
        when: |page, at| {
            let words = letters(page.line(at));
            page.title.is_some_and(|title| at > title)
                && words.chars().count() >= 4
                && page.letters_of_title().ends_with(&words)
        },
        then: Around::Title,
        example: "2023年河口县政府工作报告\n> 政府工作报告",
        counter: "2023年河口县政府工作报告\n> 工作回顾",
    },
    Rule {
        name: "caption",
        when: |page, at| is_caption(page.line(at)),
        then: Around::Caption,
        example: "大会会场。本报记者 张某 摄",
        counter: "大会会场庄严热烈",
    },
];

/// Asked above the title, and of what no other rule knows.
pub const BY_PLACE: &[Rule<Page, Around>] = &[Rule {
    name: "above-title",
    when: |page, at| {
        page.title
            .is_some_and(|title| at < title && !is_part_of_title(page, at))
    },
    then: Around::Site,
    example: "> 河口要闻\n2023年河口县政府工作报告",
    counter: "> 河口县人民政府\n关于做好防汛工作的通知",
}];

/// Asked of what would begin the text.
pub const BEFORE_TEXT: &[Rule<Page, Around>] = &[
    Rule {
        name: "between-title-and-speech",
        when: |page, at| {
            page.speech.is_some_and(|speech| at < speech)
                && page.title.is_some_and(|title| title < at)
        },
        then: Around::Caption,
        example: "2023年河口县政府工作报告\n> 1月9日，县人民代表大会开幕，县长作报告。\n各位代表：",
        counter: "2023年河口县政府工作报告\n> 1月9日，县人民代表大会开幕，县长作报告。\n一、回顾",
    },
    Rule {
        name: "cut-part-above-title",
        when: |page, at| page.title.is_some_and(|title| at < title),
        then: Around::Site,
        example: "> 关于我们：\n2023年河口县政府工作报告",
        counter: "2023年河口县政府工作报告\n> 关于我们：",
    },
];

/// Whether a line is the value of the label on the line before it.
fn is_value(page: &Page, at: usize) -> bool {
    is_bare_label(page.before(at)) && is_short_value(page, at)
}

/// Whether a line is the key of a field of the metadata and no more: 发布机构：.
fn is_bare_key(line: &str) -> bool {
    let fields = fields(line);
    is_row(line)
        && fields
            .last()
            .is_some_and(|(_, value)| value.trim().is_empty())
}

/// Whether a line is as short as values are, and nothing else.
fn is_short_value(page: &Page, at: usize) -> bool {
    let line = page.line(at);
    let words = letters(line);
    let is_title = page.title == Some(at) || words == page.letters_of_title();
    !is_title
        && !is_row(line)
        && page.feature(at).length <= limits::VALUE_OF_LABEL.get()
        && !line.contains(['。', '：'])
        && page.feature(at).label.is_none()
}

/// Whether a line above the title belongs to it: an office, a number, who signed or its first words, and so on down to it.
fn is_part_of_title(page: &Page, at: usize) -> bool {
    let of_title = |line: &str| {
        is_organ(line)
            || ABOUT.is_in(line)
            || document_number(line).is_some()
            || RED_HEAD.strip_end(line).is_some_and(is_organ)
    };
    let title = page.title.unwrap_or(at);
    let slogan = at + 1 == title && is_first_slogan(page, at);
    let is_of = |at: usize| of_title(page.line(at)) || page.names_signer(at);
    slogan || (at..title).all(|at| is_of(at) || is_within_title(page, at))
}

/// Whether a line stands between the first words of a title and its end: 关于河口县节水计划⏎执行情况与⏎下一年计划草案的报告,
/// or is the first half of one: 上半年工作总结及⏎下半年工作打算.
fn is_within_title(page: &Page, at: usize) -> bool {
    let title = page.title.unwrap_or(at);
    let first = at.saturating_sub(limits::LINES_WITHIN_TITLE.get());
    let begins = |from: usize| {
        let mut above = from..title;
        ABOUT.is_in(page.line(from))
            && !above.any(|at| says_what_it_is(page.line(at)) || ends_part(page.line(at)))
    };
    let goes_on = title <= at + limits::LINES_WITHIN_TITLE.get();
    let about = || goes_on && says_what_it_is(page.line(title)) && (first..at).any(begins);
    (at + 1 == title && AND.ends(page.line(at)) && !ends_part(page.line(at))) || about()
}

/// Whether a line ends something: no title goes on behind it.
fn ends_part(line: &str) -> bool {
    line.contains(['：', ':', '。', '，', '>', '|'])
}

/// What stands before the role of who speaks, and the role, in a line of office and name.
pub fn speaker(text: &str) -> Option<(&str, &'static str)> {
    let plain = |words: &str| words.chars().all(|c| is_han(c) || c.is_whitespace());
    ROLE.words().find_map(|role| {
        let (office, name) = text.rsplit_once(role)?;
        let count = squeezed(name).chars().count();
        let parted = name.starts_with(char::is_whitespace);
        (parted
            && (2..=4).contains(&count)
            && plain(name)
            && office.split('、').all(plain)
            && office.chars().count() <= limits::SPEAKER.get())
        .then_some((office, role))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::Line;
    use crate::import::rule::check;

    #[test]
    fn every_rule_has_its_examples() {
        let line = |text| Line {
            text,
            ..Line::default()
        };
        let page = |lines: Vec<String>| {
            let lines: Vec<Line> = lines.into_iter().map(line).collect();
            Page::of(&lines, None)
        };
        check(AROUND, page);
        check(BY_PLACE, page);
        check(BEFORE_TEXT, page);
    }
}
