//! The catalogue of indicators: the one of the program, and what a user adds to it in a file beside the bulletins.
//!
//! The program's own is read when a figure first asks for it. What is wrong with a user's is told with its line, and
//! a wrong entry leaves out only itself.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use crate::figures::catalogue::{Catalogue, Indicator};
use crate::model::Measure;

use super::diagnose::{self, Source};
use super::file_fault::FileFault;
use super::finding::{Finding, Step};
use super::indicator_schema::{self as schema, RawCatalogue, RawIndicator, RawOnly};
use super::problem::{Expected, Fault, Problem};
use super::schema::chinese_of;
use super::text::syntax;
use super::tree;

/// The name of a user's file.
pub const FILE: &str = "jianbao-indicators.yaml";

/// The program's own indicators.
const OWN: &str = include_str!("../lexicon/indicators.yaml");

/// The catalogue that has nothing of a user's.
static BUILT_IN: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(Catalogue::new(own)));

/// The program's indicators, with those that users add.
pub fn with(added: &[Indicator]) -> Arc<Catalogue> {
    if added.is_empty() {
        return Arc::clone(&BUILT_IN);
    }
    let added = added.to_vec();
    let all = move || own().into_iter().chain(added).collect();
    Arc::new(Catalogue::new(all))
}

/// The catalogue without anything of a user's.
pub fn built_in() -> Arc<Catalogue> {
    with(&[])
}

fn own() -> Vec<Indicator> {
    let raw: RawCatalogue = serde_yaml::from_str(OWN).unwrap_or_default();
    convert(raw, &mut Vec::new())
        .into_iter()
        .map(|(_, indicator)| indicator)
        .collect()
}

/// Whether a file is a user's catalogue by its name.
pub fn is_named(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE)
}

/// The indicators of a user's text, and what is wrong with it; `file` is its name.
pub fn parse(file: &str, text: &str) -> (Vec<Indicator>, Vec<Problem>) {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let source = Source::new(file, &text);
    let root = match tree::parse(&text) {
        Ok(Some(root)) => root,
        Ok(None) => return (Vec::new(), Vec::new()),
        Err((fault, spot)) => return (Vec::new(), vec![syntax(&source, &text, fault, spot)]),
    };
    let (wrong, raw) = diagnose::examine_as(&root, &source, schema::catalogue_keys());
    let told = wrong
        .into_iter()
        .map(|(spot, path, fault)| diagnose::placed(&source, Some(&root), spot, &path, fault));
    let mut problems: Vec<Problem> = told.collect();
    let mut findings = Vec::new();
    let indicators = convert(raw, &mut findings);
    same_names(&indicators, &mut findings);
    let found = findings
        .into_iter()
        .map(|finding| diagnose::problem(&source, &root, finding));
    problems.extend(found);
    problems.sort_by_key(|problem| problem.place.as_ref().map(|at| (at.line, at.column)));
    (
        indicators.into_iter().map(|(_, one)| one).collect(),
        problems,
    )
}

fn item(index: usize, rest: &[Step]) -> Vec<Step> {
    let start = [Step::Key("indicators"), Step::Item(index)];
    start.iter().chain(rest).copied().collect()
}

/// Makes indicators of their raw forms, each with its place in the list.
fn convert(raw: RawCatalogue, findings: &mut Vec<Finding>) -> Vec<(usize, Indicator)> {
    let raw = raw.indicators.unwrap_or_default().into_iter().enumerate();
    raw.filter_map(|(at, raw)| Some((at, indicator(at, raw, findings)?)))
        .collect()
}

/// Names without those that are empty.
fn words(list: Option<Vec<String>>) -> Vec<String> {
    let list = list.unwrap_or_default().into_iter();
    let list = list.map(|word| word.trim().to_owned());
    list.filter(|word| !word.is_empty()).collect()
}

/// An indicator; None if it lacks what it cannot do without.
fn indicator(at: usize, raw: RawIndicator, findings: &mut Vec<Finding>) -> Option<Indicator> {
    let mut reader = Reader { at, findings };
    let id = reader.required(raw.id, "id");
    let name = reader.required(raw.name, "name");
    let id = id.filter(|id| reader.is_id(id));
    let measures = reader.measures(&words(raw.measure));
    let better = raw.better.and_then(|word| {
        let path = [Step::Key("better")];
        reader.value(&path, "better", &word, Expected::Better, schema::better)
    });
    let indicator = Indicator {
        id: id?,
        name: name?,
        aliases: words(raw.aliases),
        only: only(raw.only.unwrap_or_default()),
        // An empty one is the unit of a bare number.
        units: raw.units.unwrap_or_default(),
        measures,
        better,
        source: raw.source.unwrap_or_default().trim().to_owned(),
    };
    (!indicator.measures.is_empty()).then_some(indicator)
}

/// Names that hold for one measure, each with it.
fn only(raw: RawOnly) -> Vec<(Measure, String)> {
    let kept = [
        (Measure::Level, raw.level),
        (Measure::Increment, raw.increment),
        (Measure::Change, raw.change),
        (Measure::Share, raw.share),
    ];
    let kept = kept.into_iter().flat_map(|(measure, names)| {
        let names = words(names).into_iter();
        names.map(move |name| (measure, name))
    });
    kept.collect()
}

/// Reads one entry, and tells what is wrong with it.
struct Reader<'f> {
    /// Its place in the list.
    at: usize,
    findings: &'f mut Vec<Finding>,
}

impl Reader<'_> {
    fn missing(&mut self, key: &'static str) {
        let fault = Fault::Missing(key, chinese_of(key));
        self.findings.push((item(self.at, &[]), fault));
    }

    fn required(&mut self, value: Option<String>, key: &'static str) -> Option<String> {
        let value = value.map(|text| text.trim().to_owned());
        let value = value.filter(|text| !text.is_empty());
        if value.is_none() {
            self.missing(key);
        }
        value
    }

    /// Reads a value by a function; what it does not take is told.
    fn value<T>(
        &mut self,
        path: &[Step],
        key: &'static str,
        word: &str,
        expected: Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let value = read(word.trim());
        if value.is_none() {
            let found = word.to_owned();
            let fault = Fault::BadValue {
                key,
                found,
                expected,
            };
            self.findings.push((item(self.at, path), fault));
        }
        value
    }

    fn is_id(&mut self, id: &str) -> bool {
        let unfit = |c: char| c == '#' || c == '/' || c.is_whitespace() || c.is_control();
        let fit = |id: &str| (!id.contains(unfit)).then_some(());
        let path = [Step::Key("id")];
        self.value(&path, "id", id, Expected::Id, fit).is_some()
    }

    fn measures(&mut self, told: &[String]) -> Vec<Measure> {
        if told.is_empty() {
            self.missing("measure");
        }
        let read = told.iter().enumerate().filter_map(|(index, word)| {
            let path = [Step::Key("measure"), Step::Item(index)];
            self.value(&path, "measure", word, Expected::Measure, schema::measure)
        });
        read.collect()
    }
}

/// Tells of names that the program's own indicators have too, or an earlier one of the list: a figure that may be of
/// both is of neither.
fn same_names(indicators: &[(usize, Indicator)], findings: &mut Vec<Finding>) {
    let own = built_in();
    let mut known: Vec<&Indicator> = own.indicators().iter().collect();
    for (at, indicator) in indicators {
        let others = known.iter().filter(|other| other.id != indicator.id);
        let clash = others.clone().find_map(|other| {
            let name = indicator.shared_name(other)?;
            Some((name.to_owned(), other.id.clone()))
        });
        if let Some((name, other)) = clash {
            findings.push((
                item(*at, &[]),
                Fault::File(FileFault::SameName(name, other)),
            ));
        }
        known.push(indicator);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn told(text: &str) -> (Vec<String>, Vec<String>) {
        let (indicators, problems) = parse("库/jianbao-indicators.yaml", text);
        let ids = indicators.into_iter().map(|one| one.id).collect();
        let told = problems.iter().map(|p| {
            format!(
                "{}: {} {}",
                p.location(),
                p.message(Lang::Zh),
                p.help(Lang::Zh)
            )
        });
        (ids, told.collect())
    }

    #[test]
    fn the_built_in_file_has_no_fault() {
        let (indicators, problems) = parse("indicators.yaml", OWN);
        assert_eq!(indicators, own());
        assert_eq!(problems, []);
    }

    #[test]
    fn a_bad_entry_leaves_out_itself_and_says_where() {
        let text = "\
指标:
  - 编号: 茶园
    名称: 茶园面积
    单位: [亩]
    量: [总量, 增减]
    优劣: 多
  - id: silk
    name: 蚕茧产量
    measure: [amount]
  - name: 茶叶产量
    measure: [level]
  - id: tea-output
    nam: 茶叶产量
    measure: [level]
  - id: tea-price
    name: 茶叶价格
    measure: [change]
    better: worse
";
        let (ids, told) = self::told(text);
        assert_eq!(ids, ["茶园", "tea-price"]);
        let places = ["9:15", "10:5", "12:5", "13:5", "18:13"];
        assert_eq!(told.len(), places.len(), "{told:#?}");
        for (told, place) in told.iter().zip(places) {
            assert!(
                told.starts_with(&format!("库/jianbao-indicators.yaml:{place}: ")),
                "{told}"
            );
        }
        assert!(told[0].contains("总量（level）"), "{told:#?}");
        assert!(told[3].contains("名称"), "{told:#?}");
    }

    #[test]
    fn what_is_no_yaml_and_what_is_no_list_is_told() {
        for (text, words) in [
            ("indicators: [\n", ":"),
            ("- a\n", "应为键值"),
            ("indicators: 3\n", "应为列表"),
        ] {
            let (ids, told) = self::told(text);
            assert!(ids.is_empty());
            assert!(
                told.iter().any(|told| told.contains(words)),
                "{text} {told:?}"
            );
        }
        assert_eq!(told("# 无\n"), (Vec::new(), Vec::new()));
    }

    #[test]
    fn a_name_of_another_indicator_is_told() {
        let (ids, told) = self::told(
            "indicators:\n  - {id: jobs, name: 城镇新增就业, units: [人], measure: [increment]}\n",
        );
        assert_eq!(ids, ["jobs"]);
        assert!(told[0].contains("new-urban-jobs"), "{told:?}");
        // One of the same id adds names to it.
        let (_, told) = self::told(
            "indicators:\n  - {id: new-urban-jobs, name: 城镇新增就业, units: [人], measure: [increment]}\n",
        );
        assert_eq!(told, [""; 0]);
    }
}
