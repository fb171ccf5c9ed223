//! Why a file is wrong, and where: walks the positioned tree of a text against the format.

use serde::de::DeserializeOwned;

use super::finding::{Finding, Step};
use super::mistake::is_odd_space;
use crate::import::doubt::{Doubt, Doubted};

use super::comment;
use super::key::{Key, Takes};
use super::problem::{Fault, Mistake, Problem, Shape, SourceLocation};
use super::schema::{RawBulletin, bulletin_keys, chinese_of};
use super::tree::{Lines, Node, Spot, Value};

/// Characters of a key that are looked at, more than any key has: one may be as long as its file.
const LONGEST_WRITTEN: usize = 64;

/// A file's text with the starts of its lines.
pub struct Source<'a> {
    file: &'a str,
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Source<'a> {
    /// Finds the lines.
    pub fn new(file: &'a str, text: &'a str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            file,
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// A line from 1 on, without its end; empty for one that is not there.
    fn line(&self, number: usize) -> &'a str {
        let at = number.saturating_sub(1);
        let start = self.starts.get(at).copied().unwrap_or(self.text.len());
        let end = self
            .starts
            .get(at + 1)
            .map_or(self.text.len(), |end| end - 1);
        self.text.get(start..end).unwrap_or_default()
    }
}

/// Everything the format's tables say about a tree: unknown and repeated keys, wrong shapes,
/// joined lines. With it what is left of the file when the wrong parts are taken out.
pub fn examine(root: &Node, source: &Source<'_>) -> (Vec<(Spot, Vec<Step>, Fault)>, RawBulletin) {
    examine_as(root, source, bulletin_keys())
}

/// The same for a file that has other keys.
pub fn examine_as<T: DeserializeOwned + Default>(
    root: &Node,
    source: &Source<'_>,
    keys: &'static [Key],
) -> (Vec<(Spot, Vec<Step>, Fault)>, T) {
    let mut walker = Walker {
        found: Vec::new(),
        source,
    };
    let cleaned = walker.map(root, "", keys, &mut Vec::new());
    let raw = serde_yaml::from_value(cleaned).unwrap_or_default();
    (walker.found, raw)
}

struct Walker<'a> {
    found: Vec<(Spot, Vec<Step>, Fault)>,
    source: &'a Source<'a>,
}

impl Walker<'_> {
    fn report(&mut self, spot: Spot, path: &[Step], fault: Fault) {
        self.found.push((spot, path.to_vec(), fault));
    }

    fn wrong_shape(&mut self, node: &Node, key: &str, expected: Shape, path: &[Step]) {
        let fault = Fault::WrongShape {
            key: key.to_owned(),
            expected,
            found: node.shape(),
        };
        self.report(node.spot, path, fault);
    }

    fn map(
        &mut self,
        node: &Node,
        name: &str,
        keys: &'static [Key],
        path: &mut Vec<Step>,
    ) -> serde_yaml::Value {
        let mut kept = serde_yaml::Mapping::new();
        let Value::Map(pairs) = &node.value else {
            self.wrong_shape(node, name, Shape::Map, path);
            return serde_yaml::Value::Mapping(kept);
        };
        let mut seen: Vec<(&str, usize)> = Vec::new();
        for (key_node, value) in pairs {
            let Value::Scalar(written, _) = &key_node.value else {
                self.wrong_shape(key_node, name, Shape::Text, path);
                continue;
            };
            let Some(key) = keys
                .iter()
                .find(|k| k.name == written || k.chinese == written)
            else {
                let odd = written.chars().enumerate().find(|(_, c)| is_odd_space(*c));
                match odd {
                    Some((at, space)) => {
                        let spot = Spot {
                            column: key_node.spot.column + at,
                            length: 1,
                            ..key_node.spot
                        };
                        self.report(spot, path, Fault::Mistake(Mistake::OddSpace(space)));
                    }
                    None => self.report(key_node.spot, path, unknown(written, keys)),
                }
                continue;
            };
            if let Some((_, first)) = seen.iter().find(|(name, _)| *name == key.name) {
                let fault = Fault::DuplicateKey {
                    key: written.clone(),
                    first: *first,
                };
                self.report(key_node.spot, path, fault);
                continue;
            }
            seen.push((key.name, key_node.spot.line));
            path.push(Step::Key(key.name));
            if let Some(value) = self.value(value, key, (written, key_node.spot), path) {
                kept.insert(key.name.into(), value);
            }
            path.pop();
        }
        serde_yaml::Value::Mapping(kept)
    }

    fn value(
        &mut self,
        node: &Node,
        key: &Key,
        (written, key_spot): (&str, Spot),
        path: &mut Vec<Step>,
    ) -> Option<serde_yaml::Value> {
        if node.is_null() {
            return None;
        }
        match (key.takes, &node.value) {
            (Takes::Text | Takes::OneOrMore, Value::Scalar(text, lines)) => {
                match lines {
                    Lines::Folded => {
                        let spot = self.folding_mark(key_spot).unwrap_or(node.spot);
                        self.report(spot, path, Fault::Folded);
                    }
                    Lines::Joined if joins_chinese(text) => {
                        self.report(node.spot, path, Fault::Joined);
                    }
                    Lines::Joined | Lines::Kept => {
                        let line = self.source.line(node.spot.line);
                        if let Some(cut) = comment::behind(line, node.spot.column, text) {
                            let cut = Doubted::CutByComment(cut.to_owned());
                            let doubt = Doubt::at(node.spot.line, cut);
                            self.report(node.spot, path, Fault::Doubtful(doubt));
                        }
                    }
                }
                Some(text.as_str().into())
            }
            (Takes::Map(keys), Value::Map(_)) => Some(self.map(node, written, keys(), path)),
            (Takes::Texts | Takes::OneOrMore | Takes::Maps(_), Value::List(items)) => {
                let mut kept = Vec::with_capacity(items.len());
                for (index, item) in items.iter().enumerate() {
                    path.push(Step::Item(index));
                    kept.push(self.item(item, key.takes, written, path));
                    path.pop();
                }
                Some(serde_yaml::Value::Sequence(kept))
            }
            _ => {
                self.wrong_shape(node, written, key.takes.shape(), path);
                None
            }
        }
    }

    /// The `>` on the line of a key.
    fn folding_mark(&self, key: Spot) -> Option<Spot> {
        let line = self.source.line(key.line);
        let before = line.get(..line.rfind('>')?)?;
        Some(Spot {
            line: key.line,
            column: before.chars().count() + 1,
            length: 1,
        })
    }

    fn item(
        &mut self,
        node: &Node,
        takes: Takes,
        written: &str,
        path: &mut Vec<Step>,
    ) -> serde_yaml::Value {
        match (takes, &node.value) {
            (Takes::Maps(keys), _) => self.map(node, written, keys(), path),
            (_, Value::Scalar(text, _)) => text.as_str().into(),
            _ => {
                self.wrong_shape(node, written, Shape::Text, path);
                "".into()
            }
        }
    }
}

/// Whether a space stands behind a Chinese character or mark, as joined lines leave it.
fn joins_chinese(text: &str) -> bool {
    let wide =
        |c: char| ('\u{2e80}'..='\u{9fff}').contains(&c) || ('\u{ff00}'..='\u{ff60}').contains(&c);
    let joined = |(at, _): (usize, &str)| {
        let before = text.get(..at).unwrap_or_default();
        before.chars().next_back().is_some_and(wide)
    };
    text.match_indices(' ').any(joined)
}

fn unknown(written: &str, keys: &'static [Key]) -> Fault {
    let distance = |key: &Key| {
        let english = edit_distance(&written.to_lowercase(), key.name);
        let chinese = edit_distance(written, key.chinese);
        let far = |words: &str| words.chars().count().div_ceil(2);
        let english = (english <= far(key.name).min(3)).then_some(english);
        let chinese = (chinese <= far(key.chinese)).then_some(chinese);
        english.into_iter().chain(chinese).min()
    };
    let near = keys
        .iter()
        .filter_map(|key| distance(key).map(|d| (d, key)))
        .min_by_key(|(d, _)| *d);
    Fault::UnknownKey {
        key: written.to_owned(),
        nearest: near.map(|(_, key)| (key.name, key.chinese)),
        known: keys.iter().map(|key| key.name).collect(),
    }
}

/// Levenshtein's distance in characters, of the beginning of what is written.
pub fn edit_distance(written: &str, known: &str) -> usize {
    let start: String = written.chars().take(LONGEST_WRITTEN).collect();
    strsim::levenshtein(&start, known)
}

/// The node a path leads to, or the nearest one above it that exists.
pub fn spot_of(root: &Node, path: &[Step]) -> Spot {
    let mut node = root;
    let mut spot = Spot {
        line: root.spot.line.max(1),
        column: root.spot.column.max(1),
        length: 1,
    };
    for step in path {
        let next = match (step, &node.value) {
            (Step::Key(name), Value::Map(pairs)) => pairs.iter().find_map(|(key, value)| {
                let Value::Scalar(written, _) = &key.value else {
                    return None;
                };
                named(written, name).then_some((key.spot, value))
            }),
            (Step::Item(index), Value::List(items)) => {
                items.get(*index).map(|item| (item.spot, item))
            }
            _ => None,
        };
        let Some((at, below)) = next else { return spot };
        spot = if matches!(below.value, Value::Scalar(..)) && !below.is_null() {
            below.spot
        } else {
            at
        };
        node = below;
    }
    spot
}

/// Whether a key as written is the one with this English name.
fn named(written: &str, name: &str) -> bool {
    written == name || chinese_of(name) == written
}

/// A finding as a problem with its place.
pub fn problem(source: &Source<'_>, root: &Node, finding: Finding) -> Problem {
    let (path, fault) = finding;
    let spot = spot_of(root, &path);
    placed(source, Some(root), spot, &path, fault)
}

/// A fault at a spot as a problem.
pub fn placed(
    source: &Source<'_>,
    root: Option<&Node>,
    spot: Spot,
    path: &[Step],
    fault: Fault,
) -> Problem {
    let line = source.line(spot.line).to_owned();
    let left = (line.chars().count() + 1).saturating_sub(spot.column);
    let length = if spot.length == 0 { left } else { spot.length };
    Problem {
        file: source.file.to_owned(),
        severity: fault.severity(),
        place: Some(SourceLocation {
            line: spot.line,
            column: spot.column,
            length: length.clamp(1, left.max(1)),
            source: line,
        }),
        path: root
            .map(|root| section_path(root, path))
            .unwrap_or_default(),
        fault,
    }
}

/// `2.1 加快工业互联网… › targets 2`.
fn section_path(root: &Node, path: &[Step]) -> String {
    let mut numbers: Vec<String> = Vec::new();
    let mut heading = String::new();
    let mut tail = String::new();
    let mut node = Some(root);
    let mut list = "";
    for step in path {
        node = node.and_then(|n| child(n, *step));
        match step {
            Step::Key(name) => list = name,
            Step::Item(index) if list == "sections" => {
                numbers.push((index + 1).to_string());
                heading = node.map(heading_of).unwrap_or_default();
            }
            Step::Item(index) if matches!(list, "tables" | "targets" | "results") => {
                tail = format!(" › {list} {}", index + 1);
            }
            Step::Item(_) => {}
        }
    }
    let space = if heading.is_empty() { "" } else { " " };
    format!("{}{space}{heading}{tail}", numbers.join("."))
}

fn child(node: &Node, step: Step) -> Option<&Node> {
    match (step, &node.value) {
        (Step::Key(name), Value::Map(pairs)) => {
            pairs.iter().find_map(|(key, value)| match &key.value {
                Value::Scalar(written, _) if named(written, name) => Some(value),
                _ => None,
            })
        }
        (Step::Item(index), Value::List(items)) => items.get(index),
        _ => None,
    }
}

/// The first characters of a section's heading.
fn heading_of(section: &Node) -> String {
    let Some(Node {
        value: Value::Scalar(text, _),
        ..
    }) = child(section, Step::Key("heading"))
    else {
        return String::new();
    };
    let mut short: String = text.chars().take(12).collect();
    if text.chars().count() > 12 {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_count_characters() {
        assert_eq!(edit_distance("标提", "标题"), 1);
        assert_eq!(edit_distance("titel", "title"), 2);
        assert_eq!(edit_distance("", "ab"), 2);
    }

    #[test]
    fn the_nearest_key_is_offered_in_both_languages() {
        let nearest = |word| match unknown(word, bulletin_keys()) {
            Fault::UnknownKey { nearest, .. } => nearest.map(|n| n.0),
            _ => None,
        };
        assert_eq!(nearest("titel"), Some("title"));
        assert_eq!(nearest("发文单位"), Some("issuer"));
        assert_eq!(nearest("zzzzzz"), None);
    }
}
