//! Import: nothing panics, nothing is lost, what is written can be read again; and trees of small documents of
//! every kind.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use std::collections::BTreeMap;
use std::fmt::Write as _;

use jianbao::i18n::Lang;
use jianbao::import::{Draft, import, yaml};
use jianbao::load::{self, Care, Severity};
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
    let (bulletin, problems) = load::read_text("x.yaml", "x", &text, Care::All);
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
