//! The format's own words: its keys, once as serde structs that read a good file, once as tables that explain
//! a bad one (a test holds the two together), and the values that stand for a choice.
//!
//! All leaves are text here; `convert` gives them their meaning, so that a wrong date and a wrong
//! year are told in one go.

use serde::Deserialize;

use super::indicator_schema::{catalogue_keys, indicator_keys, only_keys};
use super::key::{Key, Takes, text, texts};
use super::one_or_more::one_or_more;

/// A bulletin as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawBulletin {
    #[serde(alias = "格式")]
    pub format: Option<String>,
    #[serde(alias = "编号")]
    pub id: Option<String>,
    #[serde(alias = "标题")]
    pub title: Option<String>,
    #[serde(alias = "发文机关")]
    pub issuer: Option<String>,
    #[serde(alias = "系列")]
    pub series: Option<String>,
    #[serde(alias = "发文字号")]
    pub document_number: Option<String>,
    #[serde(alias = "主送机关")]
    pub recipients: Option<Vec<String>>,
    #[serde(alias = "成文日期")]
    pub date: Option<String>,
    #[serde(alias = "来源")]
    pub source: Option<RawSource>,
    #[serde(alias = "语言")]
    pub language: Option<String>,
    #[serde(alias = "章节")]
    pub sections: Option<Vec<RawSection>>,
}

/// Where it was published.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSource {
    #[serde(alias = "刊物")]
    pub publication: Option<String>,
    #[serde(alias = "网址")]
    pub url: Option<String>,
}

/// A section as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    #[serde(alias = "序号")]
    pub label: Option<String>,
    #[serde(alias = "层次标题")]
    pub heading: Option<String>,
    #[serde(alias = "形式")]
    pub form: Option<String>,
    #[serde(alias = "类别")]
    pub kind: Option<String>,
    #[serde(alias = "年份")]
    pub year: Option<String>,
    #[serde(alias = "时段")]
    pub period: Option<String>,
    #[serde(alias = "责任单位", default, deserialize_with = "one_or_more")]
    pub responsible: Option<Vec<String>>,
    #[serde(alias = "正文")]
    pub text: Option<String>,
    #[serde(alias = "表格")]
    pub tables: Option<Vec<RawTable>>,
    #[serde(alias = "目标")]
    pub targets: Option<Vec<RawFigure>>,
    #[serde(alias = "成果")]
    pub results: Option<Vec<RawFigure>>,
    #[serde(alias = "章节")]
    pub sections: Option<Vec<RawSection>>,
}

/// A table of a section's text as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawTable {
    #[serde(alias = "起始行")]
    pub from: Option<String>,
    #[serde(alias = "行数")]
    pub lines: Option<String>,
    #[serde(alias = "表头行数")]
    pub head: Option<String>,
}

/// A target or result as written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawFigure {
    #[serde(alias = "指标")]
    pub indicator: Option<String>,
    #[serde(alias = "代码")]
    pub key: Option<String>,
    #[serde(alias = "数值")]
    pub value: Option<String>,
    #[serde(alias = "原文")]
    pub quote: Option<String>,
    #[serde(alias = "年份")]
    pub year: Option<String>,
    #[serde(alias = "时段")]
    pub period: Option<String>,
    #[serde(alias = "年均")]
    pub mean: Option<String>,
    #[serde(alias = "范围")]
    pub scope: Option<String>,
    #[serde(alias = "截至")]
    pub as_of: Option<String>,
    #[serde(alias = "口径")]
    pub basis: Option<String>,
    #[serde(alias = "责任单位", default, deserialize_with = "one_or_more")]
    pub responsible: Option<Vec<String>>,
    #[serde(alias = "完成时限")]
    pub deadline: Option<String>,
    #[serde(alias = "评价")]
    pub stated: Option<String>,
    #[serde(alias = "存疑")]
    pub doubtful: Option<String>,
    #[serde(alias = "备注")]
    pub note: Option<String>,
}

/// Every key of the format.
pub fn all_keys() -> impl Iterator<Item = &'static Key> {
    let tables = [
        bulletin_keys(),
        source_keys(),
        section_keys(),
        table_keys(),
        figure_keys(),
    ];
    tables.into_iter().flatten()
}

/// Whether a key is one that every bulletin has at its start, in either language.
pub fn opens_bulletin(word: &str) -> bool {
    let opening = ["format", "id", "title", "issuer", "sections"];
    opening
        .iter()
        .any(|key| word == *key || word == chinese_of(key))
}

/// Whether a word is a key of the format, in either language.
pub fn is_key(word: &str) -> bool {
    all_keys().any(|key| key.name == word || key.chinese == word)
}

/// The Chinese name of the key with this English one; the word itself where there is none.
pub fn chinese_of(name: &str) -> &str {
    let catalogue = [catalogue_keys(), indicator_keys(), only_keys()];
    all_keys()
        .chain(catalogue.into_iter().flatten())
        .find(|key| key.name == name)
        .map_or(name, |key| key.chinese)
}

/// Units in charge: one, or a list.
const RESPONSIBLE: Key = Key {
    name: "responsible",
    chinese: "责任单位",
    takes: Takes::OneOrMore,
};

/// Keys of a bulletin.
pub fn bulletin_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[
        text("format", "格式"),
        text("id", "编号"),
        text("title", "标题"),
        text("issuer", "发文机关"),
        text("series", "系列"),
        text("document_number", "发文字号"),
        texts("recipients", "主送机关"),
        text("date", "成文日期"),
        Key {
            name: "source",
            chinese: "来源",
            takes: Takes::Map(source_keys),
        },
        text("language", "语言"),
        Key {
            name: "sections",
            chinese: "章节",
            takes: Takes::Maps(section_keys),
        },
    ];
    KEYS
}

/// Keys of `source`.
pub fn source_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[text("publication", "刊物"), text("url", "网址")];
    KEYS
}

/// Keys of a section.
pub fn section_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[
        text("label", "序号"),
        text("heading", "层次标题"),
        text("form", "形式"),
        text("kind", "类别"),
        text("year", "年份"),
        text("period", "时段"),
        RESPONSIBLE,
        text("text", "正文"),
        Key {
            name: "tables",
            chinese: "表格",
            takes: Takes::Maps(table_keys),
        },
        Key {
            name: "targets",
            chinese: "目标",
            takes: Takes::Maps(figure_keys),
        },
        Key {
            name: "results",
            chinese: "成果",
            takes: Takes::Maps(figure_keys),
        },
        Key {
            name: "sections",
            chinese: "章节",
            takes: Takes::Maps(section_keys),
        },
    ];
    KEYS
}

/// Keys of a table.
pub fn table_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[
        text("from", "起始行"),
        text("lines", "行数"),
        text("head", "表头行数"),
    ];
    KEYS
}

/// Keys of a target or result.
pub fn figure_keys() -> &'static [Key] {
    const KEYS: &[Key] = &[
        text("indicator", "指标"),
        text("key", "代码"),
        text("value", "数值"),
        text("quote", "原文"),
        text("year", "年份"),
        text("period", "时段"),
        text("mean", "年均"),
        text("scope", "范围"),
        text("as_of", "截至"),
        text("basis", "口径"),
        RESPONSIBLE,
        text("deadline", "完成时限"),
        text("stated", "评价"),
        text("doubtful", "存疑"),
        text("note", "备注"),
    ];
    KEYS
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml(keys: &[Key], chinese: bool, out: &mut String, indent: &str, deep: bool) {
        for key in keys {
            let name = if chinese { key.chinese } else { key.name };
            let inner = format!("{indent}  ");
            match key.takes {
                Takes::Text => out.push_str(&format!("{indent}{name}: x\n")),
                Takes::OneOrMore => out.push_str(&format!("{indent}{name}: x\n")),
                Takes::Texts => out.push_str(&format!("{indent}{name}: [x]\n")),
                Takes::Map(keys) => {
                    out.push_str(&format!("{indent}{name}:\n"));
                    yaml(keys(), chinese, out, &inner, deep);
                }
                Takes::Maps(_) if !deep => {}
                Takes::Maps(keys) => {
                    out.push_str(&format!("{indent}{name}:\n{indent}-\n"));
                    yaml(
                        keys(),
                        chinese,
                        out,
                        &inner,
                        key.name == "sections" && indent.is_empty(),
                    );
                }
            }
        }
    }

    #[test]
    fn tables_and_structs_know_the_same_keys_in_both_languages() {
        for chinese in [false, true] {
            let mut text = String::new();
            yaml(bulletin_keys(), chinese, &mut text, "", true);
            let read: Result<RawBulletin, _> = serde_yaml::from_str(&text);
            let bulletin = read.unwrap_or_else(|e| panic!("{e}\n{text}"));
            let sections = bulletin.sections.unwrap_or_default();
            let figures = sections.iter().filter_map(|s| s.targets.as_ref());
            assert_eq!(figures.flatten().filter(|f| f.note.is_some()).count(), 1);
        }
    }
}
