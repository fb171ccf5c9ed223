//! Which lines of a head are metadata by their own words, as rules. Knows nothing of what is made of them.

use super::document_number::{document_number, number_of_minutes};
use super::limits;
use super::masthead::{is_issue_of_gazette, masthead};
use super::metadata::{fields, is_row};
use super::state::State;
use crate::import::chapters::lead::sentences;
use crate::import::clean::furniture::is_source;
use crate::import::line::Style;
use crate::import::office::{is_organ, signature};
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::chars::squeezed;
use crate::text::date::{date, is_date};

/// Words of a circular that a document comes with.
static COVER: List = List::new("cover");
static SECRECY: List = List::new("secrecy");
static URGENCY: List = List::new("urgency");
/// 文件, after the name of the issuer.
static RED_HEAD: List = List::new("red-head");
static SIGNER: List = List::new("signer");
static SAYS_SOURCE: List = List::new("says-source");
/// 类, behind the letter of a class.
static REPLY_CLASS: List = List::new("reply-class");
/// 类别标记, before that letter.
static REPLY_LABEL: List = List::new("reply-class-label");
/// 纪要.
static MINUTES: List = List::new("minutes");

/// What a line of metadata says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matter {
    /// Copy number, secrecy, urgency, who signed.
    Mark,
    /// Who issued it, in the red head.
    Issuer,
    /// One of those who issued it together, or 文件 beside them.
    Joint,
    /// Issue, editor and day of a periodical.
    Masthead,
    /// The issue of a gazette that a document stands in.
    Gazette,
    /// The number of minutes.
    NumberOfMinutes,
    /// Fields of a table.
    Table,
    /// Fields of a line.
    Row,
    /// The circular that passes a document on.
    Cover,
    /// The document number and nothing else.
    Number,
    /// The document number among other words.
    NumberInTitle,
    /// Office and day.
    Signature,
    /// The office.
    Office,
    /// The day.
    Day,
    /// Where it is from.
    Source,
}

/// What is above the title of an official document (GB/T 9704-2012 7.2); asked first, above the title too.
pub const ABOVE: &[Rule<State, Matter>] = &[
    Rule {
        name: "copy-number",
        when: |state, at| {
            let words = squeezed(state.text(at));
            words.len() == 6 && words.bytes().all(|byte| byte.is_ascii_digit())
        },
        then: Matter::Mark,
        example: "> 000107\n河口县水务局文件",
        counter: "20240107",
    },
    Rule {
        name: "secrecy",
        when: |state, at| {
            let words = squeezed(state.text(at));
            SECRECY.words().any(|word| {
                let after = words.strip_prefix(word);
                after.is_some_and(|rest| rest.is_empty() || rest.starts_with('★'))
            })
        },
        then: Matter::Mark,
        example: "机 密 ★ 5年",
        counter: "秘密工作制度",
    },
    Rule {
        name: "urgency",
        when: |state, at| URGENCY.has(&squeezed(state.text(at))),
        then: Matter::Mark,
        example: "加 急",
        counter: "加急办理的事项",
    },
    Rule {
        name: "signer",
        when: |state, at| state.page.names_signer(at),
        then: Matter::Mark,
        example: "签发人：张某\n> 李某",
        counter: "签发人对公文的内容负责，未经签发的公文不得印制。",
    },
    Rule {
        name: "class-of-reply",
        when: |state, at| {
            let above = state.titles.iter().all(|title| is_organ(title));
            above && is_class_of_reply(state.text(at))
        },
        then: Matter::Mark,
        example: "河口县水务局文件\n> （B类）\n对第17号提案的答复",
        counter: "河口县水务局文件\n> B类企业名单\n对第17号提案的答复",
    },
    Rule {
        name: "issue-of-gazette",
        when: |state, at| is_issue_of_gazette(state.text(at)),
        then: Matter::Gazette,
        example: "> 河口县人民政府公报　2031年第2期\n关于节水情况的报告",
        counter: "> 河口县水资源公报　2031年第2期\n河口县水务局",
    },
    Rule {
        name: "joint-head",
        when: |state, at| state.page.joint.contains(&at),
        then: Matter::Joint,
        example: "河口县水务局\n河口县农业局\n> 文件\n河口县财政局",
        counter: "河口县水务局文件\n> 河口县水务局\n关于节水的通知",
    },
    Rule {
        name: "masthead",
        when: |state, at| masthead(state.text(at)).is_some(),
        then: Matter::Masthead,
        example: "河口水务简报\n> 第17期　河口县水务局办公室编　2023年3月2日",
        counter: "河口水务简报\n> 第17期工程开工",
    },
    Rule {
        name: "name-of-periodical",
        when: |state, at| state.page.masthead().start == at && !state.page.masthead().is_empty(),
        then: Matter::Masthead,
        example: "> 督 查 通 报\n第17期\n河口县政府督查室　2023年3月2日\n关于节水情况的通报",
        counter: "> 督 查 通 报\n河口县政府督查室　2023年3月2日\n现将节水情况通报如下。",
    },
    Rule {
        name: "office-of-issue",
        when: |state, at| state.page.masthead().contains(&at) && state.feature(at).is_office,
        then: Matter::Office,
        example: "督查通报\n第17期\n> 河口县政府督查室\n2023年3月2日\n关于节水情况的通报",
        counter: "> 河口县政府督查室\n2023年3月2日\n关于节水情况的通报",
    },
    Rule {
        name: "day-of-issue",
        when: |state, at| state.page.masthead().contains(&at) && is_date(state.text(at)),
        then: Matter::Day,
        example: "督查通报\n第17期\n河口县政府督查室\n> 2023年3月2日\n关于节水情况的通报",
        counter: "河口县政府督查室\n> 2023年3月2日\n关于节水情况的通报",
    },
    Rule {
        name: "number-of-minutes",
        when: |state, at| {
            let below = is_below_minutes(state, at) || !state.head.issuer.is_empty();
            number_of_minutes(state.text(at)).is_some() && below
        },
        then: Matter::NumberOfMinutes,
        example: "局长办公会议纪要\n> 〔2023〕3号",
        counter: "河口县水务局工作总结\n> 〔2023〕3号",
    },
    Rule {
        name: "office-and-day-of-minutes",
        when: |state, at| signature(state.text(at)).is_some() && is_below_minutes(state, at),
        then: Matter::Signature,
        example: "会 议 纪 要\n> 河口县水务局　2023年3月2日\n研究节水工作的会议纪要",
        counter: "网站要闻\n> 河口县水务局　2023年3月2日\n河口县节水工作总结",
    },
    Rule {
        name: "office-and-day-of-issue",
        when: |state, at| {
            let of_issue = state.page.masthead().contains(&at) || is_below_issue(state, at);
            signature(state.text(at)).is_some() && of_issue
        },
        then: Matter::Signature,
        example: "节 水 通 报\n第 17 期\n> 河口县政府督查室　2023年3月2日\n关于节水情况的通报",
        counter: "网站要闻\n> 河口县政府督查室　2023年3月2日\n关于节水情况的通报",
    },
    Rule {
        name: "office-with-file",
        when: |state, at| !offices_of_red_head(state, at).is_empty(),
        then: Matter::Issuer,
        example: "河口县水务局文件",
        counter: "会议文件",
    },
];

/// Asked of each line that none of [`ABOVE`] knows.
pub const MATTER: &[Rule<State, Matter>] = &[
    Rule {
        name: "row-of-metadata",
        when: |state, at| state.style(at) == Style::Row && has_fields(state, at),
        then: Matter::Table,
        example: "|发文机关：河口县水务局",
        counter: "|指标\t单位",
    },
    Rule {
        name: "line-of-metadata",
        when: |state, at| is_row(state.text(at)) && has_fields(state, at),
        then: Matter::Row,
        example: "索引号：HK-2023-017 发文机关：河口县水务局",
        counter: "工作要求：各单位按时报送",
    },
    Rule {
        name: "covering-circular",
        when: |state, at| {
            let text = state.text(at);
            COVER.is_in(text)
                && !state.covered
                && state.feature(at).length <= limits::COVER.get()
                && sentences(text).len() <= 2
                && text.ends_with('。')
        },
        then: Matter::Cover,
        example: "现将《河口县节水方案》印发给你们，请遵照执行。",
        counter: "方案已印发给你们，内容有三。一是节水。二是防汛。三是治污。",
    },
    Rule {
        name: "document-number",
        when: |state, at| {
            let text = state.text(at);
            own_number(state, at).is_some_and(|number| {
                // The signer may stand on its right (GB/T 9704-2012 7.2.6).
                let rest = text.strip_prefix(number).map_or("-", str::trim_start);
                rest.is_empty() || SIGNER.starts(rest)
            })
        },
        then: Matter::Number,
        example: "河水〔2023〕17号　　　签发人：张某",
        counter: "根据河水〔2023〕17号文件，",
    },
    Rule {
        name: "title-with-document-number",
        when: |state, at| own_number(state, at).is_some(),
        then: Matter::NumberInTitle,
        example: "河口县水务局关于节水的意见 河水〔2023〕17号",
        counter: "《关于节水的意见》（河水〔2023〕17号）",
    },
    Rule {
        name: "office-and-day",
        when: |state, at| signature(state.text(at)).is_some(),
        then: Matter::Signature,
        example: "河口县水务局 2023年3月2日",
        counter: "河口县水务局 3项任务",
    },
    Rule {
        name: "day",
        when: |state, at| is_date(state.text(at)) && !state.page.is_of_minutes(at),
        then: Matter::Day,
        example: "2023年3月2日",
        counter: "> 时间：2023年3月2日上午\n地点：第一会议室",
    },
    Rule {
        name: "source",
        when: |state, at| is_source(state.text(at)),
        then: Matter::Source,
        example: "来源：河口日报",
        counter: "水的来源有三处",
    },
    Rule {
        name: "source-and-day",
        when: |state, at| {
            let (text, length) = (state.text(at), state.feature(at).length);
            let begins_dated = text.starts_with(|c: char| c.is_ascii_digit());
            SAYS_SOURCE.is_in(text)
                && (length <= limits::SOURCE_LINE.get()
                    || begins_dated && length <= limits::DATED_SOURCE.get())
                && date(text).is_some()
        },
        then: Matter::Source,
        example: "2023-03-02 08:10 来源：河口日报",
        counter: "全县财政的来源有三处：工业、农业、服务业",
    },
];

/// Whether a line stands below one that is 纪要 or ends in it.
fn is_below_minutes(state: &State, at: usize) -> bool {
    let above = state.page.all().iter().take(at);
    above.rev().any(|line| MINUTES.ends(&squeezed(&line.text)))
}

/// Whether a line stands below the number of an issue.
fn is_below_issue(state: &State, at: usize) -> bool {
    let mut above = state.page.all().iter().take(at);
    above.any(|line| masthead(&line.text).is_some())
}

/// Whether a line is only the class of a reply, a letter: （A类）, （A）, A类, 类别标记：A.
fn is_class_of_reply(text: &str) -> bool {
    let words = text.trim();
    let inner = words.trim_matches(['（', '）', '(', ')', '【', '】']);
    // 类别标记：B
    let labelled = inner.split_once(['：', ':']);
    let labelled = labelled.filter(|(label, _)| REPLY_LABEL.ends(&squeezed(label)));
    let inner = labelled.map_or(inner, |(_, class)| class.trim());
    let letter = REPLY_CLASS.strip_end(inner).unwrap_or(inner).trim();
    let marked = inner.len() < words.len() || letter.len() < inner.len();
    marked && letter.len() == 1 && letter.starts_with(|c: char| c.is_ascii_uppercase())
}

/// The offices of a line of the head of a joint document.
pub fn offices_of_joint_head(text: &str) -> Vec<String> {
    let words = RED_HEAD.strip_end(text.trim()).unwrap_or(text);
    if words.split_whitespace().all(is_organ) {
        return words.split_whitespace().map(str::to_owned).collect();
    }
    vec![squeezed(words)]
}

/// The offices that a line of a red head names, with those on the lines above it: several have a line each, or are
/// parted by a space.
pub fn offices_of_red_head(state: &State, at: usize) -> Vec<String> {
    let Some(offices) = RED_HEAD.strip_end(state.text(at).trim()) else {
        return Vec::new();
    };
    let above = state.titles.iter().all(|title| is_organ(title));
    let above = if above { state.titles.as_slice() } else { &[] };
    let wide = offices.split_whitespace().all(is_organ);
    let whole = squeezed(offices);
    let offices: Vec<String> = if wide {
        offices.split_whitespace().map(str::to_owned).collect()
    } else if is_organ(&whole) {
        vec![whole]
    } else {
        Vec::new()
    };
    above.iter().cloned().chain(offices).collect()
}

/// The document number of a line, if it is that of the document; one in a sentence is that of another.
pub fn own_number(state: &State, at: usize) -> Option<&str> {
    let text = state.text(at);
    let cited = text.contains('。')
        || text.ends_with(['，', '：', ',', ':'])
        || text.contains("》（")
        || text.contains("》(");
    let is_long = state.feature(at).length > limits::NUMBER_LINE.get();
    document_number(text).filter(|_| !is_long && !cited)
}

fn has_fields(state: &State, at: usize) -> bool {
    !fields(state.text(at)).is_empty()
}
