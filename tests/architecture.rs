//! The law. Here by module: who may name whom, which outside crates, and what of the world. A new
//! module is a new row; a new arrow is seen in review. By file, in the folder `law`: circles of
//! imports, Chinese words, bare numbers and sizes, each against a table that may only shrink.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod law;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A module of the crate with everything below it.
struct Unit {
    name: &'static str,
    floor: Floor,
    /// Modules of the crate it may name.
    inside: &'static [&'static str],
    /// Outside crates it may name.
    outside: &'static [&'static str],
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Floor {
    Core,
    Kit,
    Reader,
    Rim,
}
use Floor::{Core, Kit, Reader, Rim};

const fn unit(
    name: &'static str,
    floor: Floor,
    inside: &'static [&'static str],
    outside: &'static [&'static str],
) -> Unit {
    Unit {
        name,
        floor,
        inside,
        outside,
    }
}

#[rustfmt::skip]
const LAW: &[Unit] = &[
    unit("calendar", Core, &[], &[]),
    unit("limit",    Core, &[], &[]),
    unit("coded_words", Core, &[], &[]),
    unit("limits_matter", Core, &[], &[]),
    unit("lexicon",  Core, &[], &["aho_corasick"]),
    unit("text",     Core, &["calendar", "lexicon", "limit"], &[]),
    unit("model",    Core, &["calendar", "text"], &[]),
    unit("digest",   Core, &[], &[]),
    unit("length",   Core, &["text"], &[]),
    unit("encoding", Core, &[], &["encoding_rs"]),
    unit("width",    Core, &[], &["unicode_segmentation", "unicode_width"]),
    unit("fold",     Core, &["text"], &["unicode_normalization"]),
    unit("wrap",     Core, &["lexicon", "text", "width"], &["icu_segmenter"]),
    unit("figures",  Core, &["calendar", "fold", "lexicon", "limit", "model", "text"], &["libm"]),
    unit("compare",  Core, &["calendar", "digest", "figures", "fold", "lexicon", "limit", "model", "text"], &["libm", "pathfinding", "similar"]),
    unit("diff",     Core, &["figures", "fold", "limit", "text", "width"], &["similar"]),
    unit("search",   Core, &["calendar", "compare", "figures", "fold", "lexicon", "model"], &[]),
    unit("i18n",     Core, &[], &[]),
    unit("page",     Core, &["model", "width", "wrap"], &[]),
    unit("parallel", Core, &["compare", "diff", "model", "page"], &[]),
    unit("phrases",  Core, &["figures", "fold", "lexicon", "text"], &[]),
    unit("import",   Core, &["calendar", "encoding", "fold", "i18n", "lexicon", "limit", "model", "text"], &["html5gum", "quick_xml", "zip"]),
    unit("load",     Core, &["calendar", "compare", "encoding", "figures", "i18n", "import", "model"], &["granit_parser", "serde", "serde_yaml", "strsim"]),
    unit("wording",  Core, &["calendar", "compare", "i18n", "load", "model", "parallel", "phrases", "search", "text", "width", "wrap"], &[]),
    unit("export",   Core, &["calendar", "compare", "figures", "i18n", "length", "load", "model", "page", "parallel", "phrases", "search", "text", "width", "wrap", "wording"], &["csv", "quick_xml", "serde", "serde_json", "zip"]),
    unit("view",     Kit,    &["model", "width", "wrap", "wording"], &["ratatui", "unicode_width"]),
    unit("keymap",   Reader, &["i18n"], &[]),
    unit("store",    Reader, &["compare", "digest", "export", "i18n", "keymap", "length", "load", "model", "page", "search", "width", "wrap"], &[]),
    unit("screens",  Reader, &["calendar", "compare", "export", "i18n", "keymap", "load", "model", "page", "parallel", "phrases", "search", "store", "view", "width", "wording", "wrap"], &["ratatui"]),
    unit("app",      Reader, &["compare", "export", "i18n", "keymap", "load", "screens", "store", "view", "width", "wrap"], &["ratatui"]),
    unit("terminal", Rim,  &["keymap", "width"], &["crossterm", "ratatui", "rustix", "signal_hook"]),
    unit("files",    Rim,  &["compare", "digest", "encoding", "figures", "i18n", "import", "load"], &["tempfile"]),
    unit("clipboard", Rim, &[], &[]),
    unit("tui",      Rim,  &["app", "clipboard", "compare", "export", "files", "i18n", "keymap", "load", "store", "terminal", "view", "width", "wrap"], &[]),
    unit("cli",      Rim,  &["calendar", "compare", "export", "files", "i18n", "import", "keymap", "load", "model", "parallel", "phrases", "screens", "search", "terminal", "tui", "width", "wrap", "wording"], &["clap", "thiserror"]),
    unit("main",     Rim,  &["cli"], &[]),
    unit("lib",      Rim,  &[], &[]),
];

/// What only some modules may touch: files, the environment, processes, threads, the clock. The disk is for
/// `files`, also as methods of a path; `terminal` opens the device of the terminal, which is no file of anybody's.
#[rustfmt::skip]
const WORLD: &[(&str, &[&str])] = &[
    ("std::fs",      &["files", "terminal"]),
    ("::unix::fs",   &["files"]),
    (".metadata(",   &["files"]),
    (".symlink_metadata(", &["files"]),
    (".canonicalize(", &["files"]),
    (".read_link(",  &["files"]),
    (".read_dir(",   &["files"]),
    (".exists(",     &["files"]),
    (".try_exists(", &["files"]),
    (".is_file(",    &["files"]),
    (".is_dir(",     &["files"]),
    (".is_symlink(", &["files"]),
    ("std::env",     &["cli", "tui"]),
    ("std::process", &["cli", "clipboard", "main", "terminal"]),
    ("std::thread",  &["clipboard", "files", "terminal"]),
    ("std::time",    &["clipboard", "files", "terminal"]),
    ("std::net",     &[]),
    ("io::stdin",    &["cli", "terminal"]),
    ("io::stdout",   &["cli", "terminal"]),
    ("io::stderr",   &["cli"]),
];

/// The files of the source with the code in them: no comments, no unit tests.
fn files() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_owned(), code(&text)));
            }
        }
    }
    found.sort();
    found
}

fn code(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    // Other attributes may stand between `#[cfg(test)]` and `mod tests`.
    let tests = |at: usize| {
        let mut rest = lines[at..].iter().skip_while(|line| line.starts_with("#["));
        lines[at] == "#[cfg(test)]" && rest.next().is_some_and(|l| l.starts_with("mod tests"))
    };
    let end = (0..lines.len()).find(|at| tests(*at));
    let kept = lines[..end.unwrap_or(lines.len())].iter();
    let kept = kept.map(|line| line.split("//").next().unwrap());
    kept.collect::<Vec<_>>().join("\n")
}

/// The unit of a file: its first folder, or its name.
fn unit_of(path: &Path) -> String {
    let first = path.components().next().unwrap();
    let first = Path::new(first.as_os_str());
    first.file_stem().unwrap().to_string_lossy().into_owned()
}

/// First names behind `crate::` (`jianbao::` in the binary), groups in braces included.
fn inside(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for prefix in ["crate::", "jianbao::"] {
        for (at, _) in text.match_indices(prefix) {
            let rest = &text[at + prefix.len()..];
            if rest.starts_with('{') {
                let group = &rest[1..rest.find("};").unwrap_or(rest.len())];
                let mut depth = 0;
                let mut start = true;
                for (at, c) in group.char_indices() {
                    if start && c.is_alphabetic() {
                        names.insert(word(&group[at..]));
                        start = false;
                    }
                    match c {
                        '{' => depth += 1,
                        '}' => depth -= 1,
                        ',' if depth == 0 => start = true,
                        _ => {}
                    }
                }
            } else {
                names.insert(word(rest));
            }
        }
    }
    names
}

fn word(text: &str) -> String {
    let name = |c: &char| c.is_alphanumeric() || *c == '_';
    text.chars().take_while(name).collect()
}

/// Outside crates that a text names.
fn outside(text: &str, crates: &BTreeSet<String>) -> BTreeSet<String> {
    let named = |name: &&String| {
        let path = format!("{name}::");
        text.match_indices(&path).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':')
        })
    };
    crates.iter().filter(named).cloned().collect()
}

/// The crate's dependencies, by the names the code uses.
fn dependencies() -> BTreeSet<String> {
    let manifest = include_str!("../Cargo.toml");
    let mut names = BTreeSet::new();
    let mut within = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            within = line.ends_with("dependencies]") && !line.contains("dev-");
        } else if let (true, Some((name, _))) = (within, line.split_once('=')) {
            names.insert(name.trim().replace('-', "_"));
        }
    }
    names
}

/// Everything that breaks a law.
fn offences(files: &[(PathBuf, String)], law: &[Unit]) -> Vec<String> {
    let crates = dependencies();
    let mut found = Vec::new();
    for (path, text) in files {
        let name = unit_of(path);
        let Some(unit) = law.iter().find(|u| u.name == name) else {
            found.push(format!("{} is in no row of the law", path.display()));
            continue;
        };
        for named in inside(text) {
            if named != name && !unit.inside.contains(&named.as_str()) {
                found.push(format!("{} may not name crate::{named}", path.display()));
            }
        }
        for named in outside(text, &crates) {
            if !unit.outside.contains(&named.as_str()) {
                found.push(format!("{} may not name the crate {named}", path.display()));
            }
        }
        for (part, allowed) in WORLD {
            let named = text.contains(part) || in_group(text, part);
            if named && !allowed.contains(&name.as_str()) {
                found.push(format!("{} may not use {part}", path.display()));
            }
        }
        let draws = path.ends_with("draw.rs") || path.to_string_lossy().ends_with("_draw.rs");
        let changes = ["&mut App", "&mut Store", "&mut State"];
        if draws && changes.iter().any(|state| text.contains(state)) {
            found.push(format!("{} may not change the state", path.display()));
        }
    }
    found
}

/// Whether `std::fs` is named as `std::{fs, …}`.
fn in_group(text: &str, part: &str) -> bool {
    let Some((root, name)) = part.split_once("::") else {
        return false;
    };
    let open = format!("{root}::{{");
    text.match_indices(&open).any(|(at, found)| {
        let group = text[at + found.len()..].split("};").next().unwrap();
        group
            .split([',', '{', '}'])
            .any(|item| word(item.trim()) == name)
    })
}

#[test]
fn every_module_names_only_what_the_law_allows() {
    assert_eq!(offences(&files(), LAW), Vec::<String>::new());
}

#[test]
fn the_law_sees_an_offence() {
    let offence = |path: &str, text: &str| {
        let files = [(PathBuf::from(path), code(text))];
        !offences(&files, LAW).is_empty()
    };
    assert!(offence("wrap/fill.rs", "use crate::model::Bulletin;"));
    assert!(offence(
        "wrap/fill.rs",
        "use crate::{width, model::{Kind, Role}};"
    ));
    assert!(offence(
        "screens/read/text.rs",
        "fn f() { std::fs::read(\"x\"); }"
    ));
    assert!(offence("screens/read/text.rs", "use std::{fs, io};"));
    assert!(offence(
        "screens/read/text.rs",
        "use std::{\n    io::{self, Write},\n    fs::File,\n};"
    ));
    for disk in [
        "path.exists()",
        "path.canonicalize()",
        "std::fs::read(path)",
    ] {
        let text = format!("fn f(path: &Path) {{ {disk}; }}");
        for room in ["load/text.rs", "import/mod.rs", "tui/mod.rs", "cli/mod.rs"] {
            assert!(offence(room, &text), "{room} {disk}");
        }
        assert!(!offence("files/read.rs", &text), "{disk}");
    }
    assert!(offence("load/library.rs", "use std::thread;"));
    assert!(offence("screens/help/draw.rs", "use crossterm::event;"));
    assert!(offence(
        "screens/help/draw.rs",
        "fn draw(store: &mut Store) {}"
    ));
    assert!(offence("page.rs", "use crate::app::app::App;"));
    assert!(offence("utils.rs", ""));
    assert!(!offence(
        "wrap/fill.rs",
        "#[cfg(test)]\n#[allow(dead_code)]\nmod tests {\n    use crate::model::Kind;\n}"
    ));
    assert!(!offence(
        "wrap/fill.rs",
        "// see crate::model\nuse crate::width::cells;"
    ));
}

#[test]
fn no_row_of_the_law_is_idle() {
    let files = files();
    let crates = dependencies();
    for unit in LAW {
        let own = files.iter().filter(|(path, _)| unit_of(path) == unit.name);
        let text: String = own.map(|(_, text)| text.as_str()).collect();
        assert!(
            !text.is_empty() || unit.name == "lib",
            "{} is gone",
            unit.name
        );
        let (inside, outside) = (inside(&text), outside(&text, &crates));
        for name in unit.inside {
            assert!(
                inside.contains(*name),
                "{} no longer names {name}",
                unit.name
            );
        }
        for name in unit.outside {
            assert!(
                outside.contains(*name),
                "{} no longer names {name}",
                unit.name
            );
        }
    }
}

#[test]
fn the_law_has_no_circle_and_no_way_up() {
    let floors: BTreeMap<&str, Floor> = LAW.iter().map(|u| (u.name, u.floor)).collect();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    while done.len() < LAW.len() {
        let before = done.len();
        for unit in LAW {
            if unit.inside.iter().all(|name| done.contains(name)) {
                done.insert(unit.name);
            }
        }
        assert!(
            done.len() > before,
            "a circle among {:?}",
            LAW.iter()
                .map(|u| u.name)
                .filter(|n| !done.contains(n))
                .collect::<Vec<_>>()
        );
    }
    for unit in LAW {
        for name in unit.inside {
            assert!(floors[name] <= unit.floor, "{} names {name}", unit.name);
        }
    }
}
