//! Files into bulletins: the only reader of YAML.
//!
//! Good files come back beside the problems of bad ones. A good file is read once, by serde; the
//! tree that places problems is built only when there is one, or when all of them are asked for.

mod convert;
mod diagnose;
mod encoding;
mod message;
mod problem;
mod schema;
mod tree;

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::model::Bulletin;
use convert::Finding;
use problem::Special;
pub use problem::{Fault, Place, Problem, Severity};
use tree::Spot;

/// Largest file that is read, in bytes.
pub const MAX_FILE: u64 = 64 << 20;
/// Deepest folder that is looked into.
const MAX_FOLDERS: usize = 16;

/// Stands in for U+0085, U+2028 and U+2029 while a file is parsed: YAML parsers end the line there
/// and lose the indentation. The last character of the private planes, which no text has.
const SEPARATOR: char = '\u{10fffd}';

/// How much is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// What keeps a bulletin, or a part of it, from being read.
    Errors,
    /// That, and what is worth a look.
    All,
}

/// Bulletins in the order they were found, and what was wrong with files.
#[derive(Debug, Default)]
pub struct Library {
    /// What could be read.
    pub bulletins: Vec<Bulletin>,
    /// What could not.
    pub problems: Vec<Problem>,
    /// How many files were looked at.
    pub files: usize,
}

/// Reads bulletins from files and folders; folders are walked for `.yaml` and `.yml` files,
/// hidden ones left out, in the order of their names.
pub fn read_paths(paths: &[PathBuf], care: Care) -> Library {
    let mut library = Library::default();
    for path in paths {
        library.read_path(path, care, 0);
    }
    library
}

/// Reads one bulletin from a stream, `name` standing for the file's name.
pub fn read_stream(name: &str, stream: impl Read, care: Care) -> Library {
    let mut library = Library {
        files: 1,
        ..Library::default()
    };
    match read_limited(stream) {
        Ok(bytes) => library.take(read_bytes(name, name, &bytes, care)),
        Err(fault) => library.problems.push(Problem::of_file(name, fault)),
    }
    library
}

/// The bulletins built into the program.
pub fn built_in() -> Library {
    const FILES: [(&str, &str); 5] = [
        (
            "miit-ict-2021",
            include_str!("../../briefings/miit-ict-2021.yaml"),
        ),
        (
            "miit-ict-2022",
            include_str!("../../briefings/miit-ict-2022.yaml"),
        ),
        (
            "shanxi-ca-2022",
            include_str!("../../briefings/shanxi-ca-2022.yaml"),
        ),
        (
            "supervision-symposia",
            include_str!("../../briefings/supervision-symposia.yaml"),
        ),
        (
            "zhuzhou-mobile-internet-2018",
            include_str!("../../briefings/zhuzhou-mobile-internet-2018.yaml"),
        ),
    ];
    let mut library = Library {
        files: FILES.len(),
        ..Library::default()
    };
    for (stem, text) in FILES {
        library.take(read_text(&format!("{stem}.yaml"), stem, text, Care::Errors));
    }
    library
}

impl Library {
    fn read_path(&mut self, path: &Path, care: Care, depth: usize) {
        let name = path.display().to_string();
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => {
                self.files += 1;
                let fault = io_fault(path, &error);
                return self.problems.push(Problem::of_file(&name, fault));
            }
        };
        if metadata.is_dir() {
            if depth < MAX_FOLDERS {
                self.read_folder(path, care, depth);
            }
            return;
        }
        self.files += 1;
        match read_file(path, &metadata) {
            Ok(bytes) => {
                let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
                self.take(read_bytes(&name, &stem.unwrap_or_default(), &bytes, care));
            }
            Err(fault) => self.problems.push(Problem::of_file(&name, fault)),
        }
    }

    fn read_folder(&mut self, path: &Path, care: Care, depth: usize) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                let fault = io_fault(path, &error);
                return self
                    .problems
                    .push(Problem::of_file(&path.display().to_string(), fault));
            }
        };
        let mut found: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .collect();
        found.sort();
        for path in found {
            let hidden = path
                .file_name()
                .is_none_or(|n| n.to_string_lossy().starts_with('.'));
            let named = path.extension().is_some_and(|e| e == "yaml" || e == "yml");
            if !hidden && (named && !path.is_dir() || path.is_dir() && !named) {
                self.read_path(&path, care, depth + 1);
            } else if !hidden && named {
                self.files += 1;
                let fault = Fault::NotAFile(Special::Folder);
                self.problems
                    .push(Problem::of_file(&path.display().to_string(), fault));
            }
        }
    }

    fn take(&mut self, (bulletin, problems): (Option<Bulletin>, Vec<Problem>)) {
        self.problems.extend(problems);
        let Some(bulletin) = bulletin else { return };
        match self.bulletins.iter().find(|b| b.id == bulletin.id) {
            Some(other) => {
                let fault = Fault::SameId {
                    id: bulletin.id,
                    other: other.source_file.clone(),
                };
                self.problems
                    .push(Problem::of_file(&bulletin.source_file, fault));
            }
            None => self.bulletins.push(bulletin),
        }
    }
}

fn io_fault(path: &Path, error: &io::Error) -> Fault {
    let link = fs::symlink_metadata(path).is_ok_and(|m| m.is_symlink());
    match error.kind() {
        io::ErrorKind::NotFound if link => Fault::NotAFile(Special::BrokenLink),
        io::ErrorKind::NotFound => Fault::NotAFile(Special::Missing),
        io::ErrorKind::PermissionDenied => Fault::NotAFile(Special::Forbidden),
        _ => Fault::Unreadable(error.to_string()),
    }
}

/// Reads a regular file; a pipe or device is refused before it is opened, because opening a pipe
/// nobody writes to would wait forever.
fn read_file(path: &Path, metadata: &fs::Metadata) -> Result<Vec<u8>, Fault> {
    if !metadata.is_file() {
        return Err(Fault::NotAFile(Special::Device));
    }
    if metadata.len() > MAX_FILE {
        return Err(Fault::TooLarge {
            bytes: metadata.len(),
            limit: MAX_FILE,
        });
    }
    let file = File::open(path).map_err(|error| io_fault(path, &error))?;
    read_limited(file)
}

fn read_limited(stream: impl Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    let read = stream.take(MAX_FILE + 1).read_to_end(&mut bytes);
    read.map_err(|error| Fault::Unreadable(error.to_string()))?;
    if bytes.len() as u64 > MAX_FILE {
        return Err(Fault::TooLarge {
            bytes: bytes.len() as u64,
            limit: MAX_FILE,
        });
    }
    Ok(bytes)
}

fn read_bytes(
    file: &str,
    stem: &str,
    bytes: &[u8],
    care: Care,
) -> (Option<Bulletin>, Vec<Problem>) {
    match encoding::decode(bytes) {
        Ok(decoded) => {
            let (bulletin, mut problems) = read_text(file, stem, &decoded.text, care);
            if let (Some(name), Care::All) = (decoded.encoding, care) {
                problems.push(Problem::of_file(file, Fault::Decoded(name)));
            }
            (bulletin, problems)
        }
        Err(at) => {
            let text = String::from_utf8_lossy(bytes);
            let byte = bytes.get(at).copied().unwrap_or_default();
            let mut problem = Problem::of_file(file, Fault::NotText(byte));
            // What stands before the byte is whole, so its offset is the same in both.
            problem.place = Some(Place::at(&text, at, 1));
            (None, vec![problem])
        }
    }
}

/// Reads a bulletin from a text.
pub fn read_text(
    file: &str,
    stem: &str,
    text: &str,
    care: Care,
) -> (Option<Bulletin>, Vec<Problem>) {
    if let Some(problem) = refuse(file, text) {
        return (None, vec![problem]);
    }
    let shown = text;
    let text = &text.replace("\r\n", "\n").replace(
        ['\u{85}', '\u{2028}', '\u{2029}'],
        SEPARATOR.encode_utf8(&mut [0; 4]),
    );
    let (bulletin, mut problems) = read_prepared(file, stem, text, care);
    if care == Care::All {
        problems.extend(line_separators(file, shown));
    }
    for place in problems.iter_mut().filter_map(|p| p.place.as_mut()) {
        place.source = place.source.replace(SEPARATOR, "\u{2028}");
    }
    (bulletin, in_order(problems))
}

fn read_prepared(
    file: &str,
    stem: &str,
    text: &str,
    care: Care,
) -> (Option<Bulletin>, Vec<Problem>) {
    let parsed: Result<schema::RawBulletin, _> = serde_yaml::from_str(text);
    match parsed {
        Ok(raw) => {
            let (bulletin, findings) = convert::convert(raw, stem, file);
            if findings.is_empty() && care == Care::Errors {
                return (bulletin, Vec::new());
            }
            (bulletin, place(file, text, findings, care))
        }
        Err(error) => (None, explain(file, stem, text, &error)),
    }
}

/// What is refused before the parser sees it.
fn refuse(file: &str, text: &str) -> Option<Problem> {
    let allowed = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{85}');
    if text.trim().is_empty() {
        return Some(Problem::of_file(file, Fault::Empty));
    }
    if let Some((at, c)) = text.char_indices().find(|(_, c)| !allowed(*c)) {
        let mut problem = Problem::of_file(file, Fault::Control(c));
        problem.place = Some(Place::at(text, at, 1));
        return Some(problem);
    }
    let deep = deeply_nested(text);
    if !(deep || has_aliases(text)) {
        return None;
    }
    let (fault, spot) = tree::parse(text).err()?;
    let bomb = matches!(fault, Fault::TooDeep(_) | Fault::TooManyAliases(_));
    // What is deep and broken does not go to the other parser either.
    (bomb || deep).then(|| syntax(file, text, fault, spot))
}

/// Whether brackets might nest deeper than is read. Nested flow collections take the YAML parser
/// quadratic time, so they are counted first; brackets in prose only lead to a second look.
fn deeply_nested(text: &str) -> bool {
    let mut depth = 0_usize;
    text.bytes().any(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > tree::MAX_NESTING
    })
}

/// Whether there might be an alias: a `*` at the start of a word.
fn has_aliases(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.contains('&')
        && bytes
            .windows(2)
            .any(|pair| matches!(pair, [b' ' | b'[' | b',' | b'{' | b'\n', b'*']))
}

/// Findings of a file that serde could read, with their places; with [`Care::All`] also what
/// only the tree shows.
fn place(file: &str, text: &str, findings: Vec<Finding>, care: Care) -> Vec<Problem> {
    let Ok(Some(root)) = tree::parse(text) else {
        // Serde read it, so it is YAML; without a tree the findings keep their words.
        return findings
            .into_iter()
            .map(|(_, fault)| Problem::of_file(file, fault))
            .collect();
    };
    let mut problems: Vec<Problem> = findings
        .into_iter()
        .map(|finding| diagnose::problem(file, text, &root, finding))
        .collect();
    if care == Care::All {
        let (found, _) = diagnose::examine(&root);
        let folded = found
            .into_iter()
            .filter(|(_, _, fault)| *fault == Fault::Folded);
        problems.extend(folded.map(|(spot, path, fault)| {
            diagnose::placed(file, text, Some(&root), spot, &path, fault)
        }));
    }
    in_order(problems)
}

fn line_separators(file: &str, text: &str) -> Option<Problem> {
    let (at, c) = text
        .char_indices()
        .find(|(_, c)| matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}'))?;
    let mut problem = Problem::of_file(file, Fault::LineSeparator(c));
    problem.place = Some(Place::at(text, at, 1));
    Some(problem)
}

fn in_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort_by_key(|p| {
        p.place
            .as_ref()
            .map_or((0, 0), |place| (place.line, place.column))
    });
    problems
}

/// Why serde could not read a file.
fn explain(file: &str, stem: &str, text: &str, error: &serde_yaml::Error) -> Vec<Problem> {
    match tree::parse(text) {
        Err((fault, spot)) => vec![syntax(file, text, fault, spot)],
        Ok(None) => vec![Problem::of_file(file, Fault::Empty)],
        Ok(Some(root)) => {
            if let Some(problem) = full_width_colon(file, text)
                && !matches!(root.value, tree::Value::Map(_))
            {
                return vec![problem];
            }
            let (found, raw) = diagnose::examine(&root);
            let misspelt: Vec<&str> = found
                .iter()
                .filter_map(|(_, _, fault)| nearest(fault))
                .collect();
            let mut problems: Vec<Problem> = Vec::new();
            if !found.is_empty() && matches!(root.value, tree::Value::Map(_)) {
                let (_, findings) = convert::convert(raw, stem, file);
                let kept = findings.into_iter().filter(|(path, fault)| {
                    !matches!(fault, Fault::Missing(key, _) if misspelt.contains(key))
                        && !found
                            .iter()
                            .any(|(_, p, f)| p == path && !matches!(f, Fault::UnknownKey { .. }))
                });
                problems.extend(kept.map(|finding| diagnose::problem(file, text, &root, finding)));
            }
            problems.extend(found.into_iter().map(|(spot, path, fault)| {
                diagnose::placed(file, text, Some(&root), spot, &path, fault)
            }));
            if let (true, Some(spot)) = (problems.is_empty(), second_document(text)) {
                let fault = Fault::SeveralDocuments;
                problems.push(diagnose::placed(file, text, None, spot, &[], fault));
            }
            if problems.is_empty() {
                let at = error.location();
                let spot = Spot {
                    line: at.as_ref().map_or(1, serde_yaml::Location::line),
                    column: at.as_ref().map_or(1, serde_yaml::Location::column),
                    length: 1,
                };
                problems.push(syntax(file, text, Fault::Syntax(error.to_string()), spot));
            }
            in_order(problems)
        }
    }
}

fn nearest(fault: &Fault) -> Option<&'static str> {
    match fault {
        Fault::UnknownKey { nearest, .. } => nearest.map(|n| n.0),
        _ => None,
    }
}

/// Where the mark `---` begins a second document.
fn second_document(text: &str) -> Option<Spot> {
    let is_mark = |line: &str| line == "---" || line.starts_with("--- ");
    let blank = |line: &str| line.trim().is_empty() || line.starts_with(['#', '%']);
    let mut lines = text.lines().enumerate();
    let first = lines.find(|(_, line)| !blank(line) && !is_mark(line))?;
    let rest = text.lines().enumerate().skip(first.0 + 1);
    let (index, _) = rest.into_iter().find(|(_, line)| is_mark(line))?;
    Some(Spot {
        line: index + 1,
        column: 1,
        length: 3,
    })
}

/// A tab where a line is set in.
fn tab(text: &str, line: usize) -> Option<Spot> {
    let words = text.split('\n').nth(line.checked_sub(1)?)?;
    let lead = words.trim_start_matches([' ', '\t', '-']);
    let at = words.strip_suffix(lead)?.find('\t')?;
    Some(Spot {
        line,
        column: at + 1,
        length: 1,
    })
}

/// A syntax error, in better words where its cause is a usual one.
fn syntax(file: &str, text: &str, fault: Fault, spot: Spot) -> Problem {
    // The parser may notice a tab only when it looks back at the line before.
    let found = tab(text, spot.line).or_else(|| tab(text, spot.line + 1));
    if let (Some(spot), Fault::Syntax(_)) = (found, &fault) {
        return diagnose::placed(file, text, None, spot, &[], Fault::Tab);
    }
    if let Some(problem) = full_width_colon(file, text) {
        return problem;
    }
    diagnose::placed(file, text, None, spot, &[], fault)
}

/// A line that begins with a known key and a full-width colon.
fn full_width_colon(file: &str, text: &str) -> Option<Problem> {
    let known = |word: &str| {
        [
            schema::bulletin_keys(),
            schema::section_keys(),
            schema::figure_keys(),
            schema::source_keys(),
        ]
        .iter()
        .flat_map(|keys| keys.iter())
        .any(|key| key.name == word || key.chinese == word)
    };
    for (index, line) in text.split('\n').enumerate() {
        let lead = line.trim_start_matches([' ', '-']);
        let Some((key, _)) = lead.split_once('：') else {
            continue;
        };
        if known(key.trim()) {
            let before = line.chars().count() - lead.chars().count() + key.chars().count();
            let spot = Spot {
                line: index + 1,
                column: before + 1,
                length: 1,
            };
            let fault = Fault::FullWidthColon(key.trim().to_owned());
            return Some(diagnose::placed(file, text, None, spot, &[], fault));
        }
    }
    None
}
