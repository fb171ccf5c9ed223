//! The bytes of a file into a bulletin and its problems: one written in the format, or a raw document as the bulletin
//! that an import makes of it. Knows a file by its name alone.

use std::path::Path;

use super::file_fault::FileFault;
use super::problem::{Checks, Fault, Problem, SourceLocation};
use super::schema;
use super::text::read_text;
use crate::encoding;
use crate::i18n::Lang;
use crate::import;
use crate::import::file_type::{self, FileType, Format, Looked};
use crate::model::Bulletin;

/// Lines at a file's start of which one has a key of the format, if it is a bulletin.
const FIRST_LINES: usize = 60;

/// The name of a file, without its folder.
pub fn name_of(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Whether a file has the name of a bulletin.
pub fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "yaml" || e == "yml")
}

/// Reads a file's bytes; `stem` is the id of a bulletin that says none.
pub fn read(
    file: &str,
    stem: &str,
    bytes: &[u8],
    checks: Checks,
) -> (Option<Bulletin>, Vec<Problem>) {
    if !is_yaml(Path::new(file)) && !may_be_yaml(file, bytes) {
        return read_raw(file, stem, bytes, checks);
    }
    match encoding::decode(bytes) {
        Ok(decoded) => {
            let (bulletin, mut problems) = read_text(file, stem, &decoded.text, checks);
            if let (Some(name), Checks::All) = (decoded.encoding, checks) {
                problems.push(Problem::of_file(file, Fault::Decoded(name)));
            }
            (bulletin, problems)
        }
        Err(at) => {
            let text = String::from_utf8_lossy(bytes);
            let byte = bytes.get(at).copied().unwrap_or_default();
            let mut problem = Problem::of_file(file, Fault::NotText(byte));
            // The text before the byte is whole, so its offset is the same in both.
            problem.place = Some(SourceLocation::at(&text, at, 1));
            (None, vec![problem])
        }
    }
}

/// Whether a file whose name does not say what it is looks like a bulletin: one of its first lines has a key of
/// the format.
fn may_be_yaml(file: &str, bytes: &[u8]) -> bool {
    let name = name_of(Path::new(file));
    if Format::of_name(&name).is_some() {
        return false;
    }
    let Looked {
        file_type: FileType::Read(Format::Text | Format::Markdown),
        text: Some(Ok(decoded)),
    } = file_type::look(bytes, &name)
    else {
        return false;
    };
    let is_key = |line: &str| {
        let key = line.split([':', '：']).next().unwrap_or_default();
        key.len() < line.trim_end().len() && schema::opens_bulletin(key.trim())
    };
    decoded.text.lines().take(FIRST_LINES).any(is_key)
}

/// Reads a raw document as the bulletin that an import makes of it.
fn read_raw(
    file: &str,
    stem: &str,
    bytes: &[u8],
    checks: Checks,
) -> (Option<Bulletin>, Vec<Problem>) {
    let name = name_of(Path::new(file));
    let fault = |fault| (None, vec![Problem::of_file(file, Fault::File(fault))]);
    let draft = import::import(bytes, &name);
    if let Some(foreign) = draft.foreign() {
        return fault(FileFault::Foreign(foreign));
    }
    if draft.is_empty() {
        return fault(FileFault::of_empty(&draft));
    }
    let yaml = import::yaml(&draft, Lang::Zh, None);
    let (bulletin, mut problems) = read_text(file, stem, &yaml, checks);
    // Places in the YAML that nobody sees would mislead.
    for problem in &mut problems {
        problem.place = None;
    }
    if checks == Checks::All {
        let doubts = draft.doubts.into_iter().map(Fault::Doubtful);
        problems.extend(doubts.map(|fault| Problem::of_file(file, fault)));
    }
    (bulletin, problems)
}
