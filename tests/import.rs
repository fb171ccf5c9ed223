//! Import: nothing panics, nothing is lost, what is written can be read again; and trees of small documents of
//! every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::import::doubt::Why;
use jianbao::import::{Draft, import, yaml};
use jianbao::load::{self, Checks, Severity};
use jianbao::model::{Bulletin, Form};
use proptest::prelude::*;

/// How many cases a property is tried with: `CASES`, or a few.
fn cases() -> ProptestConfig {
    let wanted = std::env::var("CASES").ok().and_then(|n| n.parse().ok());
    ProptestConfig {
        cases: wanted.unwrap_or(200),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Words that raw documents are made of, and others that should do no harm.
const WORDS: &[&str] = &[
    "一、",
    "二、",
    "十一、",
    "（一）",
    "(二)",
    "1.",
    "2．",
    "3、",
    "（1）",
    "①",
    "一是",
    "二是",
    "三要",
    "第一，",
    "第一章",
    "第2节",
    "——",
    "简报一。",
    "简报二:",
    "附件",
    "名词解释",
    "总体要求",
    "2021年工作回顾",
    "2022年工作安排",
    "保障措施",
    "国发〔2019〕4号",
    "2019年1月24日",
    "二○一九年一月",
    "各省、自治区、直辖市人民政府：",
    "现印发给你们，请认真贯彻执行。",
    "来源：人民邮电报",
    "分享到微信",
    "当前位置：首页",
    "【返回顶部】",
    "温馨提示:",
    "本作品是中华人民共和国的",
    "第9页 共9页",
    "- 3 -",
    "7",
    "各位代表：",
    "国务院总理",
    "下一步,",
    "2022年，将以新思想为指导，",
    "推进网络建设",
    "建成二级节点166个",
    "显著增强",
    "加强管理",
    "在市场监管方面,",
    "陈某指出,",
    "对于下一步的工作,",
    "今年以来,",
    "对外开放持续扩大，",
    "。",
    "；",
    "，",
    "：",
    "！",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    " ",
    "\u{3000}\u{3000}",
    "\t",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "<p>",
    "</p>",
    "&nbsp;",
    "<",
    ">",
    "&#29987;",
    "# ",
    "**",
    "[a](b)",
    "---\n",
    "title: x\n",
    "- ",
    "|",
    "'",
    "\"",
    "\\",
    ": ",
    "#",
    "{",
    "[",
    "\u{1b}[31m",
    "\u{202e}",
    "\u{0}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{200b}",
    "\u{a0}",
    "e\u{301}",
    "😀",
    "Part I ",
    "I. Review",
    "1.1 Targets",
    "第1節　",
    "ア　",
    "図表",
    "the work of the government.",
    "10%",
    "2.5万亿元",
];

fn documents() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 0..90).prop_map(|words| words.concat())
}

/// The characters of a text and how often they stand in it: no white space, nothing that shows nothing.
fn characters<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut count = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars) {
        let nothing =
            c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}');
        if !nothing {
            *count.entry(c).or_default() += 1;
        }
    }
    count
}

/// The characters of a draft: those of its sections and those that were left out.
fn kept(draft: &Draft) -> BTreeMap<char, usize> {
    let left = draft.left.iter().map(|left| left.text.as_str());
    characters(draft.words().into_iter().chain(left))
}

/// The draft as a bulletin, read from the YAML that is written of it.
fn read_again(draft: &Draft) -> Bulletin {
    let text = yaml(draft, Lang::Zh, None);
    let (bulletin, problems) = load::read_text("x.yaml", "x", &text, Checks::All);
    let errors: Vec<String> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.message(Lang::En))
        .collect();
    assert!(errors.is_empty(), "{errors:?} in\n{text}");
    bulletin.unwrap()
}

/// The words of a bulletin in reading order, as a draft gives them.
fn words_of(bulletin: &Bulletin) -> String {
    let mut out = String::new();
    for section in bulletin.sections() {
        out.push_str(&section.label);
        if section.form == Form::Block {
            out.push_str(&section.heading);
        }
        out.push_str(&section.body);
    }
    out.split_whitespace().collect()
}

fn is_read_again(draft: &Draft) {
    if draft.is_empty() {
        return;
    }
    let bulletin = read_again(draft);
    let words = draft.words().concat();
    let words: String = words.split_whitespace().collect();
    assert_eq!(words_of(&bulletin), words);
    assert_eq!(bulletin.sections().len(), draft.sections());
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn nothing_of_a_text_is_lost(text in documents()) {
        // Bytes with the character 0 may be taken for UTF-16.
        prop_assume!(!text.contains('\0') || jianbao::encoding::decode(text.as_bytes()).is_ok_and(|read| read.text == text));
        let draft = import(text.as_bytes(), "a.txt");
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        prop_assume!(!text.starts_with("---\n") && !text.starts_with("---\r\n") && !text.trim_start().to_lowercase().starts_with("<!doctype"));
        prop_assert_eq!(kept(&draft), characters([text]));
        is_read_again(&draft);
    }

    #[test]
    fn nothing_of_a_page_is_lost(texts in prop::collection::vec(documents(), 0..6)) {
        let escaped = |text: &String| text.replace('&', "&amp;").replace('<', "&lt;").replace('\0', "");
        let mut page = String::from("<!DOCTYPE html><meta charset=utf-8><body>");
        for (at, text) in texts.iter().enumerate() {
            let tag = ["p", "div", "li", "h2", "td"][at % 5];
            let _ = writeln!(page, "<{tag}>{}</{tag}>", escaped(text));
        }
        let draft = import(page.as_bytes(), "a.html");
        let plain: Vec<String> = texts.iter().map(|text| text.replace('\0', "")).collect();
        prop_assert_eq!(kept(&draft), characters(plain.iter().map(String::as_str)));
        is_read_again(&draft);
    }

    #[test]
    fn whatever_the_bytes_are_a_draft_is_made(bytes in prop::collection::vec(any::<u8>(), 0..400), name in 0..4_usize) {
        let name = ["a.txt", "a.md", "a.html", "a.docx"][name];
        is_read_again(&import(&bytes, name));
    }

    #[test]
    fn whatever_stands_in_markdown_a_draft_is_made(text in documents()) {
        is_read_again(&import(text.as_bytes(), "a.md"));
        is_read_again(&import(text.as_bytes(), "a.html"));
    }
}

/// The outline of a draft as it is read again: depth, numbering and heading.
fn outline(draft: &Draft) -> Vec<String> {
    let bulletin = read_again(draft);
    let lines = bulletin.sections().iter().map(|section| {
        let heading = section.outline_heading();
        format!("{}{}{heading}", "  ".repeat(section.depth), section.label)
    });
    lines.collect()
}

fn kinds(draft: &Draft) -> Vec<String> {
    let bulletin = read_again(draft);
    let top = bulletin
        .sections()
        .iter()
        .filter(|section| section.depth == 0);
    let kind = |section: &jianbao::model::Section| {
        let kind = section.kind.map_or("-", jianbao::model::Kind::code);
        let year = section.year.map(|year| format!(" {year}"));
        format!("{kind}{}", year.unwrap_or_default())
    };
    top.map(kind).collect()
}

/// A built-in bulletin as the raw text it might have been.
fn raw_text(id: &str) -> (Bulletin, String) {
    let library = library::built_in();
    let bulletin = library.bulletins.into_iter().find(|b| b.id == id).unwrap();
    let mut out = format!("{}\n", bulletin.title);
    let mut line = String::new();
    for (at, section) in bulletin.sections().iter().enumerate() {
        line.push_str(&section.label);
        if section.form == Form::Block {
            line.push_str(&section.heading);
        }
        line.push_str(&section.body);
        let next = bulletin.sections().get(at + 1);
        // A run-in heading of a label goes on in its line.
        if next.is_none_or(|next| !next.label.is_empty()) {
            out.push_str(&line);
            out.push('\n');
            line.clear();
        }
    }
    (bulletin, out)
}

#[test]
fn an_opinion_is_parted_by_its_numbering() {
    let (bulletin, text) = raw_text("zhuzhou-mobile-internet-2018");
    let draft = import(text.as_bytes(), "zhuzhou.txt");
    let again = read_again(&draft);
    let named = |bulletin: &Bulletin| -> Vec<String> {
        let sections = bulletin.sections().iter().filter(|s| !s.label.is_empty());
        sections
            .map(|s| format!("{} {}{} {:?}", s.depth, s.label, s.heading, s.kind))
            .collect()
    };
    assert_eq!(named(&again), named(&bulletin));
    assert!(named(&again).len() > 40);
}

#[test]
fn metadata_is_found_and_told_apart_from_the_text() {
    let text = "当前位置: 首页 > 政务公开\n国务院关于印发某某方案的通知\n国发〔2019〕4号\n各省、自治区、直辖市人民政府，国务院各部委：\n\
                现将《某某方案》印发给你们，请认真贯彻执行。\n国务院\n2019年1月24日\n（此件公开发布）\n某某方案\n\
                为做好工作，制定本方案。\n一、总体要求\n坚持方向。\n二、主要任务\n（一）建设网络。建成100个站点。\n三、保障措施\n加强领导。\n分享到微信\n";
    let draft = import(text.as_bytes(), "a.txt");
    let bulletin = read_again(&draft);
    assert_eq!(bulletin.title, "某某方案");
    assert_eq!(bulletin.issuer, "国务院");
    assert_eq!(bulletin.document_number.as_deref(), Some("国发〔2019〕4号"));
    assert_eq!(
        bulletin.recipients,
        ["各省、自治区、直辖市人民政府", "国务院各部委"]
    );
    assert_eq!(bulletin.date.unwrap().to_string(), "2019-01-24");
    assert_eq!(
        outline(&draft),
        [
            "为做好工作，制定本方案…",
            "一、总体要求",
            "二、主要任务",
            "  （一）建设网络",
            "三、保障措施"
        ]
    );
    assert_eq!(
        kinds(&draft),
        ["background", "guidance", "tasks", "safeguards"]
    );
    let left: Vec<&str> = draft.left.iter().map(|left| left.text.as_str()).collect();
    assert!(
        left.contains(&"分享到微信") && left.contains(&"当前位置: 首页 > 政务公开"),
        "{left:?}"
    );
}

#[test]
fn a_report_without_headings_gets_its_two_parts() {
    let text = "---\ntitle: \"某局开创新局面\"\ndate: 2022-01-06\n---\n<p>2021年，某局在部党组领导下，实现良好开局。</p>\n\
                <p>网络供给能力不断提升。一是直联点建成。建成1个直联点。二是加快建设。开通5个基站。</p>\n\
                <p>2022年，某局将以新思想为指导，提升能力。</p>\n<p>坚持超前建设。新建5G基站3万个。</p>\n\
                <http://example.org/a>\n[返回首页](//example.org)\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(
        outline(&draft),
        [
            "〔2021年工作成效〕",
            "  2021年，某局在部党组领导下…",
            "  网络供给能力不断提升",
            "    一是直联点建成",
            "    二是加快建设",
            "〔2022年工作安排〕",
            "  2022年，某局将以新思想为指导…",
            "  坚持超前建设",
        ]
    );
    assert_eq!(kinds(&draft), ["achievements 2021", "plans 2022"]);
}

#[test]
fn a_document_without_line_ends_is_parted_before_its_numbering() {
    let body = "坚持改革方向，从国情出发，稳妥推进各项工作。".repeat(40);
    let text = format!(
        "某部关于深化改革的若干意见为做好工作，提出以下意见。一、总体要求{body}二、重点任务（一）推进改革。{body}1.单独核定。{body}2.分步实现。{body}（二）建立机构。{body}3.组建机构。{body}三、组织实施{body}"
    );
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(read_again(&draft).title, "某部关于深化改革的若干意见");
    let outline = outline(&draft);
    assert_eq!(
        outline[1..5],
        [
            "一、总体要求",
            "二、重点任务",
            "  （一）推进改革",
            "    1.单独核定"
        ]
    );
    assert_eq!(
        outline[6..9],
        ["  （二）建立机构", "    3.组建机构", "三、组织实施"]
    );
}

#[test]
fn a_table_of_contents_is_no_chapter() {
    let text = "某市发展规划\n目　录\n一、总体要求……1\n二、主要任务……3\n（一）建设网络……3\n一、总体要求\n坚持方向。\n二、主要任务\n（一）建设网络\n建设。\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(
        outline(&draft),
        ["一、总体要求", "二、主要任务", "  （一）建设网络"]
    );
    assert_eq!(
        draft
            .left
            .iter()
            .filter(|left| left.why == jianbao::import::doubt::Why::Contents)
            .count(),
        4
    );
}

#[test]
fn what_a_title_says_makes_kinds_and_years() {
    for (text, title, wanted) in [
        (
            "市通管办2023年工作报告\n一、2023年工作情况\n新建基站。\n二、2024年工作安排\n新建基站。\n",
            "市通管办2023年工作报告",
            ["achievements 2023", "plans 2024"],
        ),
        (
            "2021年工作总结\n一、主要工作\n新建基站。\n二、下一步工作打算\n新建基站。\n",
            "2021年工作总结",
            ["achievements 2021", "plans 2022"],
        ),
        (
            "关于2022年计划执行情况与2023年计划草案的报告\n一、2022年计划执行情况\n完成。\n二、2023年计划草案\n建设。\n",
            "关于2022年计划执行情况与2023年计划草案的报告",
            ["achievements 2022", "plans 2023"],
        ),
        (
            "某局2022年工作要点\n一、加快建设网络\n新建基站。\n二、提升监管水平\n查处。\n",
            "某局2022年工作要点",
            ["plans 2022", "plans 2022"],
        ),
        (
            "某市关于加快发展的实施意见\n一、总体要求\n到2025年建成。\n二、加快建设网络\n新建基站。\n",
            "某市关于加快发展的实施意见",
            ["guidance", "tasks"],
        ),
    ] {
        let draft = import(text.as_bytes(), "a.txt");
        assert_eq!(read_again(&draft).title, title);
        assert_eq!(kinds(&draft), wanted, "{title}");
    }
}

#[test]
fn what_stands_around_a_text_is_known_and_the_text_stays() {
    // A paragraph that cites a document is text; a notice in the middle ends nothing; what follows it stays.
    let text = "某市人民政府关于加快发展的意见\n各区人民政府：\n根据《国务院关于推进的意见》（国发〔2022〕14号）精神，提出以下意见。\n一、总体要求\n坚持方向。\n\
                温馨提示：办理业务请提前查询。\n二、主要任务\n建设网络。\n附件：1.任务清单\n某市人民政府\n2023年3月5日\n（此件公开发布）\n抄送：市委各部门。\n某市人民政府办公室 2023年3月6日印发\n扫一扫在手机打开当前页\n";
    let draft = import(text.as_bytes(), "a.txt");
    let bulletin = read_again(&draft);
    assert_eq!(bulletin.document_number, None);
    assert_eq!(bulletin.issuer, "某市人民政府");
    assert_eq!(bulletin.date.unwrap().to_string(), "2023-03-05");
    assert_eq!(
        outline(&draft)[1..],
        ["一、总体要求", "二、主要任务", "附件：1.任务清单"]
    );
    assert!(draft.words().concat().contains("（国发〔2022〕14号）精神"));
    assert!(draft.words().concat().contains("温馨提示"));
    let left: Vec<&str> = draft.left.iter().map(|left| left.text.as_str()).collect();
    for words in [
        "抄送：市委各部门。",
        "扫一扫在手机打开当前页",
        "某市人民政府",
    ] {
        assert!(left.contains(&words), "{words} in {left:?}");
    }
}

#[test]
fn anchors_are_no_links_and_cells_are_no_chapters() {
    let page = "<html><body><h1>关于加快发展的意见</h1><p><a name=\"_Toc1\">一、总体要求</a></p><p>坚持方向，稳步推进。</p><p>二、主要任务</p>\
                <table><tr><td><p>1</p></td><td><p>一、升级光网</p></td><td><p>市工信局</p></td></tr></table><p><a href=x>返回首页</a></p></body></html>";
    let draft = import(page.as_bytes(), "a.html");
    assert_eq!(outline(&draft), ["一、总体要求", "二、主要任务"]);
    assert!(draft.words().concat().contains("1\t一、升级光网\t市工信局"));
}

#[test]
fn a_meeting_reports_and_then_plans() {
    let text = "全省工作会议召开\n2023年1月5日\n会议指出，2022年，全省工作取得新的进展。\n一是网络建设提速。\n二是服务水平提升。\n会议强调，2023年要重点抓好五项工作。\n一是加快建设网络。\n二是加强行业监管。\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(kinds(&draft), ["achievements 2022", "plans 2023"]);
    let outline = outline(&draft);
    assert_eq!(outline[1..3], ["  一是网络建设提速", "  二是服务水平提升"]);
    assert_eq!(outline[4..], ["  一是加快建设网络", "  二是加强行业监管"]);
}

#[test]
fn a_paragraph_may_begin_with_its_heading() {
    let text = "某省通信管理局2023年工作总结及2024年工作思路\n\n2023年，我局坚持以新思想为指导，推动全省信息通信业取得新成效。\n\n\
                行业发展稳中有进，支撑作用更加凸显。全年完成业务总量560亿元。5G用户达到3200万户。\n\n\
                网络能力持续增强，数字底座更加坚实。5G基站达到8.6万个。千兆光网覆盖家庭超2000万户。\n\n\
                2024年，我局将坚持稳中求进工作总基调，重点抓好以下工作。\n\n\
                加快网络升级，夯实数字底座。新建5G基站2万个。\n\n强化安全保障，筑牢安全屏障。健全安全保障体系。\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(kinds(&draft), ["achievements 2023", "plans 2024"]);
    let outline = outline(&draft);
    assert!(outline.contains(&"  网络能力持续增强，数字底座更加坚实".to_owned()));
    assert_eq!(
        outline[outline.len() - 2..],
        [
            "  加快网络升级，夯实数字底座",
            "  强化安全保障，筑牢安全屏障"
        ]
    );
    assert_eq!(read_again(&draft).issuer, "某省通信管理局");
}

#[test]
fn a_circular_comes_off_what_it_sends() {
    let text = "某省通信管理局关于印发工作方案的通知\n各基础电信企业：\n现将《某省2024年纠风工作方案》印发给你们，请认真贯彻执行。\n\
                联系人：刘洋　　联系电话：0000-12345678\n附件：1．某省2024年纠风工作方案\n2．分工表\n某省通信管理局　　2024年4月2日\n\
                附件1\n某省2024年纠风工作方案\n一、工作目标\n推动服务水平再上新台阶。\n二、重点任务\n加强微信、微博等平台的监管。\n";
    let draft = import(text.as_bytes(), "a.txt");
    let bulletin = read_again(&draft);
    assert_eq!(bulletin.title, "某省2024年纠风工作方案");
    assert_eq!(bulletin.issuer, "某省通信管理局");
    assert_eq!(bulletin.date.unwrap().to_string(), "2024-04-02");
    assert_eq!(outline(&draft), ["一、工作目标", "二、重点任务"]);
    assert!(draft.words().concat().contains("微信、微博"));
}

#[test]
fn a_title_at_the_head_of_every_page_is_none_of_the_text() {
    let mut text = "某省信息通信业发展报告\n某省通信管理局\n".to_owned();
    for (page, number) in ["一", "二", "三", "四"].iter().zip(1..) {
        let line = "全省电信业务收入平稳增长，网络能力持续增强，服务水平不断提升，各项工作";
        let _ = writeln!(
            text,
            "某省信息通信业发展报告\n{page}、行业情况\n{}取得新的进展。\n{number}",
            format!("{line}\n").repeat(8)
        );
    }
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(outline(&draft).len(), 4);
    assert!(!draft.words().concat().contains("发展报告"));
    let heads = draft
        .left
        .iter()
        .filter(|left| left.text.ends_with("发展报告"));
    assert_eq!(heads.count(), 5);
}

#[test]
fn what_stands_above_and_below_a_title_is_told_from_the_text() {
    let text = "000012\n机密★1年\n特急\n海门市人民政府文件\n海政发〔2025〕9号　　签发人：王建国\n海门市人民政府关于加快推进数字\n政府建设的实施意见\n\
                各县（市、区）人民政府，市政府各部门：\n为推进工作，现提出以下意见。\n一、工作目标\n到2025年底，全面建成。\n\
                附件：1.任务清单\n2.分工表\n海门市人民政府\n2025年5月12日\n（此件公开发布）\n附件1\n任务清单\n建设网络，推进应用，全面完成各项任务。\n";
    let draft = import(text.as_bytes(), "a.txt");
    let bulletin = read_again(&draft);
    assert_eq!(
        bulletin.title,
        "海门市人民政府关于加快推进数字政府建设的实施意见"
    );
    assert_eq!(bulletin.issuer, "海门市人民政府");
    assert_eq!(bulletin.date.unwrap().to_string(), "2025-05-12");
    // What the line names is annexed below it.
    assert_eq!(outline(&draft)[1..3], ["一、工作目标", "附件1"]);
    assert!(draft.words().concat().contains("附件：1.任务清单"));

    // Who opens a report addresses nobody; a headline below the title is text.
    let text = "县教体局2025年工作总结\n2025年我县高考本科上线率创历史新高\n今年以来，县教体局在县委的领导下，各项工作取得新成效，现将情况总结如下：\n\
                一、主要成绩\n新增学位1200个。\n二、存在的困难和问题\n师资不足。\n";
    let draft = import(text.as_bytes(), "a.txt");
    let words = draft.words().concat();
    assert!(read_again(&draft).recipients.is_empty());
    assert!(words.contains("创历史新高") && words.contains("现将情况总结如下"));
    assert_eq!(kinds(&draft)[1..], ["achievements 2025", "problems 2025"]);
}

#[test]
fn numbers_in_lines_of_their_own_belong_to_the_headings_below() {
    let page = "<html><head><title>市工信局2025年工作总结及2026年工作计划</title></head><body><p>01</p><p>2025年工作总结</p>\
                <p>一年来，全市工业增加值增长7.8%。</p><p>02</p><p>2026年工作计划</p><p>新开工项目40个，推进技术改造。</p><p>——END——</p></body></html>";
    let draft = import(page.as_bytes(), "a.html");
    assert_eq!(outline(&draft), ["012025年工作总结", "022026年工作计划"]);
    assert_eq!(kinds(&draft), ["achievements 2025", "plans 2026"]);
}

#[test]
fn a_short_copy_of_a_page_is_put_together_at_its_margin() {
    let text = "关于做好工作的通知\n各单位：\n现将《2026年信息通信业工作要点》印发给你们，请认真贯\n彻执行。\n某省通信管理局\n2026年1月16日\n— 1 —\n\
                2026年信息通信业工作要点\n2026年是“十五五”开局之年，信息通信业工作总体要求\n是：以习近平新时代中国特色社会主义思想为指导，深入贯彻\n党的二十届四中全会精神。\n\
                一、加快建设\n（一）推动5G-A规模部署。在重点城市实现全城连续覆盖。到年底覆\n盖全省。\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(read_again(&draft).title, "2026年信息通信业工作要点");
    let words = draft.words().concat();
    assert!(words.contains("总体要求是：") && words.contains("覆盖全省"));
}

#[test]
fn numbering_of_other_languages_makes_levels() {
    let japanese = "第1章　総合戦略の推進\n第1節　国家戦略の推進\n1　データの活用\n（1）推進する取組\nア　活用の推進\n取組を推進する。これからも推進していく。\n（ア）育成事業\n育成する。\n第2節　制度の整備\n整備する。\n";
    let draft = import(japanese.as_bytes(), "a.txt");
    assert_eq!(
        outline(&draft),
        [
            "第1章総合戦略の推進",
            "  第1節国家戦略の推進",
            "    1データの活用",
            "      （1）推進する取組",
            "        ア活用の推進",
            "          （ア）育成事業",
            "  第2節制度の整備",
        ]
    );
    assert_eq!(read_again(&draft).language, "ja");
    let english = "REPORT ON THE WORK\nPart I Review of Our Work in 2021\n1.1 Growth\nThe economy grew by 8.1 percent.\n1.2 Jobs\nJobs were added.\nPart II Plans for 2022\nWe will work.\n";
    let draft = import(english.as_bytes(), "a.txt");
    assert_eq!(
        outline(&draft),
        [
            "Part IReview of Our Work in 2021",
            "  1.1Growth",
            "  1.2Jobs",
            "Part IIPlans for 2022"
        ]
    );
    assert_eq!(kinds(&draft), ["achievements 2021", "plans 2022"]);
}

/// A Word file with these parts.
fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, xml) in parts {
        let options = zip::write::SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        std::io::Write::write_all(&mut zip, xml.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_word_file_gives_paragraphs_headings_numbering_and_tables() {
    let paragraph = |properties: &str, text: &str| {
        format!(
            "<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>"
        )
    };
    let listed =
        |level: u8| format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>");
    let body = [
        paragraph("<w:pStyle w:val=\"a\"/>", "某局2022年工作要点"),
        paragraph(&listed(0), "总体要求"),
        paragraph("", "坚持改革 &amp; 开放。"),
        paragraph(&listed(0), "重点任务"),
        paragraph(&listed(1), "建设网络"),
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>目标</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(),
        "<w:p><w:r><w:t>建成</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:tab/><w:t>5个。</w:t></w:r></w:p>".to_owned(),
        paragraph("<w:pStyle w:val=\"h\"/>", "附件说明"),
        paragraph("", "说明在此。"),
    ];
    let document = format!(
        "<w:document><w:body>{}</w:body></w:document>",
        body.concat()
    );
    let styles = "<w:styles><w:style w:styleId=\"a\"><w:name w:val=\"Title\"/></w:style><w:style w:styleId=\"h\"><w:name w:val=\"heading 1\"/></w:style></w:styles>";
    let numbering = "<w:numbering><w:abstractNum w:abstractNumId=\"0\"><w:lvl><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl>\
                     <w:lvl><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
    let notes =
        "<w:footnotes><w:footnote><w:p><w:r><w:t>脚注</w:t></w:r></w:p></w:footnote></w:footnotes>";
    let bytes = docx(&[
        ("word/document.xml", &document),
        ("word/styles.xml", styles),
        ("word/numbering.xml", numbering),
        ("word/footnotes.xml", notes),
    ]);
    let draft = import(&bytes, "a.docx");
    let bulletin = read_again(&draft);
    assert_eq!(bulletin.title, "某局2022年工作要点");
    assert_eq!(
        outline(&draft),
        [
            "一、总体要求",
            "二、重点任务",
            "  （一）建设网络",
            "附件说明"
        ]
    );
    assert_eq!(bulletin.sections()[0].text(), "坚持改革 & 开放。");
    assert_eq!(bulletin.sections()[2].text(), "指标\n目标\n建成 5个。");
    let left: Vec<&str> = draft.left.iter().map(|left| left.text.as_str()).collect();
    assert!(left.contains(&"旧") && left.contains(&"脚注"), "{left:?}");
}

#[test]
fn broken_and_hostile_files_are_told_and_harm_nothing() {
    let deep = "<a>".repeat(100_000);
    for bytes in [
        docx(&[("word/document.xml", &deep)]),
        docx(&[("other.xml", "")]),
        b"PK\x03\x04".to_vec(),
    ] {
        let draft = import(&bytes, "a.docx");
        assert!(draft.is_empty() && !draft.doubts.is_empty());
    }
    assert!(import("<div>".repeat(100_000).as_bytes(), "a.html").is_empty());
    let cut = docx(&[("word/document.xml", "<w:tr><w:p><w:t>建成5个基站。")]);
    let draft = import(&cut, "a.docx");
    assert_eq!(draft.words().concat(), "建成5个基站。");
    assert!(draft.doubts[0].words(Lang::Zh).starts_with("读不出"));
    let draft = import(b"PK\x03\x04", "a.docx");
    assert!(draft.doubts[0].words(Lang::Zh).contains("读不出"));
    let damaged = import(
        "标题\n市值前2023强中占据3席。\u{fffd}行业开展、根底设施、效劳。".as_bytes(),
        "a.txt",
    );
    let told: Vec<String> = damaged
        .doubts
        .iter()
        .map(|doubt| doubt.words(Lang::En))
        .collect();
    assert_eq!(
        told.iter()
            .filter(|words| words.contains("kept as"))
            .count(),
        3,
        "{told:?}"
    );
}

/// Kinds, years and periods of the sections that hold some words.
fn scope(draft: &Draft, words: &str) -> String {
    let bulletin = read_again(draft);
    let section = bulletin.sections().iter().find(|s| s.body.contains(words));
    let section = section.unwrap();
    let kind = section.kind.map_or("-", jianbao::model::Kind::code);
    let year = section.year.map(|year| year.to_string());
    let period = section.period.map(|period| period.to_string());
    format!("{kind} {}", year.or(period).unwrap_or_default())
}

#[test]
fn a_chapter_is_parted_where_its_text_turns() {
    let text = "2026年某县政府工作报告\n——2026年1月12日在县人民代表大会上\n各位代表：\n一、“十四五”时期和2025年工作回顾\n\
                过去五年，我们修路架桥。新建公路300公里。\n——这五年乡村更美。改造村庄90个。\n\
                刚刚过去的2025年，我们稳住了生产。粮食总产20万吨。\n——市场更活。新设商户800家。\n\
                同时，我们也清醒认识到，财政收支矛盾突出，债务率达到90%。\n\
                二、“十五五”时期奋斗目标\n到那时，森林覆盖率达到50%。\n\
                三、2026年重点工作\n今年主要预期目标是：粮食总产21万吨。\n";
    let draft = import(text.as_bytes(), "a.txt");
    for (words, expected) in [
        ("新建公路", "achievements 2021/2025"),
        ("改造村庄", "achievements 2021/2025"),
        ("粮食总产20", "achievements 2025"),
        ("新设商户", "achievements 2025"),
        ("债务率", "problems 2021/2025"),
        ("森林覆盖率", "outlook 2026/2030"),
        ("粮食总产21", "plans 2026"),
    ] {
        assert_eq!(scope(&draft, words), expected, "{words}");
    }
}

#[test]
fn a_heading_of_results_and_plans_is_doubted() {
    let head = "2026年某县政府工作报告\n——2026年1月12日在县人民代表大会上\n一、砥砺前行的一年\n一年来，新建学校5所。\n\
                二、过去五年工作成就和今后五年主要目标\n";
    let parted = format!("{head}五年来，新建公路300公里。\n今后五年，新建公路500公里。\n");
    let draft = import(parted.as_bytes(), "a.txt");
    assert_eq!(scope(&draft, "300公里"), "achievements 2021/2025");
    assert_eq!(scope(&draft, "500公里"), "outlook 2026/2030");
    assert_eq!(scope(&draft, "新建学校"), "achievements 2025");
    let rules: Vec<_> = draft.doubts.iter().filter_map(|doubt| doubt.rule).collect();
    assert_eq!(rules, ["told-by-text", "results-and-plans"]);
    // Nothing says where the one ends and the other begins.
    let silent = format!("{head}新建公路300公里。\n新建公路500公里。\n");
    let draft = import(silent.as_bytes(), "a.txt");
    assert_eq!(scope(&draft, "300公里"), "- ");
}

#[test]
fn a_red_head_of_several_issuers_is_read() {
    let text = "000318\n秘密★1年\n平急\n临川市财政局\n临川市水务局\n签发人：周某\n吴某\n临财发〔2024〕31号\n关于下达防洪资金的通知\n\
                各县区财政局、水务局：\n现就有关事项通知如下。\n一、资金安排\n安排资金3000万元。\n二、工作要求\n按时拨付。\n\
                临川市财政局　　临川市水务局\n2024年4月8日\n";
    let draft = import(text.as_bytes(), "a.txt");
    let bulletin = read_again(&draft);
    assert_eq!(bulletin.title, "关于下达防洪资金的通知");
    assert_eq!(bulletin.issuer, "临川市财政局、临川市水务局");
    let number = bulletin.document_number.as_deref();
    assert_eq!(number, Some("临财发〔2024〕31号"));
    assert!(draft.left.iter().all(|left| left.why != Why::Site));
    let marks = draft.left.iter().filter(|left| left.why == Why::RedHead);
    assert_eq!(marks.count(), 5);
}

#[test]
fn minutes_letters_and_what_is_passed_on_are_no_reports() {
    let minutes = "临川市人民政府\n常务会议纪要\n第3期\n时间：2024年3月6日上午\n地点：市政府第一会议室\n主持：周某\n\
                   会议听取了水务局关于防洪工作的汇报。\n一、会议议定事项\n同意安排资金3000万元。\n";
    let draft = import(minutes.as_bytes(), "a.txt");
    assert!(draft.words().concat().contains("2024年3月6日上午"));
    assert!(
        kinds(&draft)
            .iter()
            .all(|kind| !kind.starts_with("achievements"))
    );
    assert_eq!(head_of(minutes, "a.txt").1, "临川市人民政府");

    let letter = "临川市人民政府办公室\n临政办函〔2024〕9号\n临川市人民政府办公室关于同意设立产业园的函\n临川市工业和信息化局：\n\
                  你局请示收悉。经研究，现函复如下：\n一、同意设立产业园。\n二、规划面积3平方公里。\n临川市人民政府办公室\n2024年5月6日\n";
    let (title, issuer, day) = head_of(letter, "a.txt");
    assert_eq!(title, "临川市人民政府办公室关于同意设立产业园的函");
    assert_eq!(
        (issuer.as_str(), day.as_str()),
        ("临川市人民政府办公室", "2024-05-06")
    );
    let draft = import(letter.as_bytes(), "a.txt");
    assert_eq!(read_again(&draft).recipients, ["临川市工业和信息化局"]);

    let notice = "临川市人民政府办公室关于转发市水务局节水行动方案的通知\n临政办发〔2024〕12号\n各县区人民政府，市直各部门：\n\
                  市水务局《节水行动方案》已经市政府同意，现转发给你们，请认真贯彻执行。\n临川市人民政府办公室\n2024年6月7日\n\
                  节水行动方案\n市水务局\n一、总体要求\n坚持节水优先。\n二、主要任务\n新建管网30公里。\n";
    let (title, _, day) = head_of(notice, "a.txt");
    assert_eq!(
        (title.as_str(), day.as_str()),
        ("节水行动方案", "2024-06-07")
    );
    let draft = import(notice.as_bytes(), "a.txt");
    assert_eq!(outline(&draft), ["一、总体要求", "二、主要任务"]);
}

#[test]
fn items_of_what_is_wrong_are_no_results() {
    let text = "2031年某县经济运行情况报告\n2032年1月5日\n一、2031年经济运行情况\n（一）生产平稳\n粮食总产20万吨。\n\
                当前，发展仍面临不少困难：一是订单下降，开工率只有70%；二是回款变慢，拖欠增加3亿元。\n\
                （二）消费回暖\n新设商户800家。\n";
    let draft = import(text.as_bytes(), "a.txt");
    for (words, expected) in [
        ("20万吨", "achievements 2031"),
        ("开工率", "problems 2031"),
        ("3亿元", "problems 2031"),
        ("新设商户", "achievements 2031"),
    ] {
        assert_eq!(scope(&draft, words), expected, "{words}");
    }
}

#[test]
fn items_of_minutes_neither_report_nor_promise() {
    let text = "局长办公会议纪要\n2031年5月20日，局长主持召开办公会议。纪要如下：\n一、听取灌区改造进展情况汇报\n\
                会议指出，已完成投资12亿元。\n二、审议防汛预案\n会议要求，6月前排查隐患30处。\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(scope(&draft, "12亿元"), "- ");
    assert_eq!(scope(&draft, "30处"), "- ");
    let ends = "局长办公会议纪要\n2031年5月20日，局长主持召开办公会议，议定：\n一、关于灌区改造。完成投资12亿元。\n\
                二、关于防汛预案。排查隐患30处。\n三、关于督办。每周通报。\n会议强调，各处要抓好落实。\n出席：张三　李四\n";
    let draft = import(ends.as_bytes(), "a.txt");
    assert_eq!(scope(&draft, "通报"), "- ");
    assert_eq!(scope(&draft, "抓好落实"), "background ");
    assert_eq!(scope(&draft, "李四"), "background ");
}

#[test]
fn a_report_of_the_middle_of_a_year_is_of_that_year() {
    let text = "关于全县招商引资工作的汇报\n今年以来，我们外出招商50次。\n一、工作进展情况\n签约项目30个。\n\
                二、下步打算\n再签约项目20个。\n某县商务局\n2031年7月8日\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(
        kinds(&draft),
        ["achievements 2031", "achievements 2031", "plans 2031"]
    );
}

#[test]
fn what_a_report_tells_besides_is_no_promise() {
    let text = "某县水务局2031年度报告\n2032年1月20日\n一、总体情况\n公开信息90条。\n二、公开渠道\n开设专栏3个。\n\
                三、值得关注的问题\n更新不及时。\n四、工作建议\n每月更新2次。\n五、其他需要说明的情况\n没有。\n";
    let draft = import(text.as_bytes(), "a.txt");
    assert_eq!(
        kinds(&draft),
        [
            "achievements 2031",
            "achievements 2031",
            "problems 2031",
            "-",
            "-"
        ]
    );
    let plan = "关于某市防洪的规划\n前言\n本规划共分三章。\n一、主要任务\n建设堤防30公里。\n";
    let draft = import(plan.as_bytes(), "a.txt");
    assert_eq!(kinds(&draft), ["background", "tasks"]);
}

#[test]
fn a_side_bar_of_links_is_no_chapter() {
    let page = "<h1>某县水务局2031年工作总结</h1><p>一、工作回顾</p><p>治理河道30公里，新建水库2座，群众非常满意。</p>\
                <p>分享到：微信 微博</p><h3>最新文章</h3><ul><li><a href=a>招生公告发布</a></li></ul>";
    let draft = import(page.as_bytes(), "a.html");
    assert_eq!(outline(&draft), ["一、工作回顾"]);
}

/// Title, issuer and day of a document.
fn head_of(text: &str, name: &str) -> (String, String, String) {
    let bulletin = read_again(&import(text.as_bytes(), name));
    let day = bulletin
        .date
        .map_or_else(String::new, |day| day.to_string());
    (bulletin.title, bulletin.issuer, day)
}

#[test]
fn the_furniture_of_any_page_is_no_part_of_a_report() {
    let report = "2027年松江省政府工作报告\n——2027年1月12日在松江省第九届人民代表大会第三次会议上\n松江省省长 李某\n";
    let text = "各位代表：\n现在，我代表省人民政府，向大会报告工作。\n一、2026年工作回顾\n地区生产总值增长5%。\n";
    let expected = ("2027年松江省政府工作报告", "松江省人民政府", "2027-01-12");
    for (above, between, below) in [
        ("", "", ""),
        ("打印\n全屏\n【字号：\n加大\n减小\n】\n", "", "相关报道：\n"),
        (
            "首页 > 政务公开 > 报告\n政府工作报告\n统计公报\n",
            "发布时间：2027-02-01 09:12 来源：松江日报 浏览：36\n",
            "上一篇：关于放假的通知\n",
        ),
        (
            "松江发布\n2027-02-01 08:00\n无障碍 | 登录\n",
            "语音播报\n00:00 / 45:12\n",
            "编辑：王某\n延伸阅读\n一图读懂报告\n",
        ),
        (
            "当前位置：\n首页\n>\n要闻\n",
            "来源：\n松江日报\n大会会场。本报记者 王某 摄\n政府工作报告\n1月12日，大会开幕，会场气氛热烈，代表们认真听取省长所作的报告。\n",
            "",
        ),
    ] {
        let whole = format!("{above}{report}{between}{text}{below}");
        let (title, issuer, day) = head_of(&whole, "a.txt");
        assert_eq!(
            (title.as_str(), issuer.as_str(), day.as_str()),
            expected,
            "{whole}"
        );
        let draft = import(whole.as_bytes(), "a.txt");
        assert_eq!(draft.words().first(), Some(&""), "{whole}");
        assert_eq!(
            draft.words().concat().trim(),
            words_of(&read_again(&import(
                format!("{report}{text}").as_bytes(),
                "a.txt"
            )))
            .trim(),
            "{whole}"
        );
    }
}

#[test]
fn an_issuer_is_told_or_unknown_but_never_made_up() {
    for (text, issuer) in [
        (
            "政府工作报告\n——2027年1月8日在县人民代表大会第三次会议上\n各位代表：\n一、回顾\n增长5%。",
            "",
        ),
        (
            "政府工作报告\n——2027年1月8日在第九届松江县人民代表大会第三次会议上\n各位代表：\n一、回顾\n增长5%。",
            "松江县人民政府",
        ),
        (
            "2027年松江政府工作报告\n——2027年1月8日在松江满族自治县第九届人民代表大会第三次会议上\n各位代表：\n一、回顾\n增长5%。",
            "松江满族自治县人民政府",
        ),
        (
            "按照市政府办公厅《关于开展检查的通知》部署，我们逐项梳理。\n一、回顾\n增长5%。",
            "",
        ),
        (
            "松江市财政局\n松江市教育局文件\n松财〔2027〕3号\n关于做好经费保障工作的通知\n各县财政局：\n一、工作安排\n安排资金5亿元。",
            "松江市财政局、松江市教育局",
        ),
    ] {
        let (_, found, _) = head_of(text, "a.txt");
        let found = if found.starts_with('（') {
            String::new()
        } else {
            found
        };
        assert_eq!(found, issuer, "{text}");
    }
}

#[test]
fn the_day_of_a_document_goes_before_that_of_its_page() {
    let text = "关于做好防汛工作的通知\n时间:2034-06-30 07:30:37 来源: 资料网\n各县人民政府：\n一、明确职责\n每县设专人。\n松江省水利厅\n";
    for day in [
        "二○二八年五月二十七日",
        "2028 年 5 月 27 日",
        "２０２８年５月２７日",
        "二O二八年五月二十七日",
    ] {
        let (_, issuer, found) = head_of(&format!("{text}{day}"), "a.txt");
        assert_eq!(
            (issuer.as_str(), found.as_str()),
            ("松江省水利厅", "2028-05-27"),
            "{day}"
        );
    }
    let (_, _, found) = head_of(text, "a.txt");
    assert_eq!(found, "2034-06-30");
    assert!(!import(text.as_bytes(), "a.txt").doubts.is_empty());
}

#[test]
fn a_sign_before_a_line_above_its_paragraph_is_part_of_a_heading() {
    let text = "2023年青溪镇人民政府工作报告\n一、2023年工作回顾\n● 水利设施更加完善\n新修渠道三条，疏浚河道两段，改造泵站一座，群众用水有了保障。全年为下游五个村送水三百天，旱季没有一户断水。\n◆ 村容村貌更加整洁\n安装路灯千盏，改造厕所二百座，植树两万棵，村庄面貌焕然一新。垃圾清运覆盖各村，河道专人看护，乱倒乱堆基本绝迹。\n二、2024年工作安排\n● 新修渠道三条。\n● 疏浚河道两段。\n";
    let draft = import(text.as_bytes(), "a.txt");
    let found = outline(&draft);
    assert!(
        found.contains(&"  ●水利设施更加完善".to_owned())
            && found.contains(&"  ◆村容村貌更加整洁".to_owned()),
        "{found:?}"
    );
    // An item of a list ends as a sentence does.
    assert!(
        !found.iter().any(|line| line.contains("新修渠道三条")),
        "{found:?}"
    );
}
