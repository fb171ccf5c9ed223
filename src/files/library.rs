//! Paths, streams and the bulletins built in, into a library: every file is read once, by a thread of the pool, and
//! handed to `load`. Knows nothing of what is in a file.

use std::io::Read;
use std::path::PathBuf;

use super::documents;
use super::read::{read_file, read_limited};
use super::walk::{self, Found};
use super::{indicators, links, pool};
use crate::load::library::{Library, Loaded, probably_one};
use crate::load::{Checks, Problem, catalogue, document, read_text};

/// Reads bulletins and raw documents from files and folders. Folders are walked, hidden files left out, in the
/// order of the names; a raw document beside the bulletin that was made of it is passed over, and of one that is
/// there twice one is compared. A file that is reached twice, as through a link, is read once.
pub fn read_paths(paths: &[PathBuf], checks: Checks) -> Library {
    let found = walk::walk(paths, documents::is_taken);
    let mut library = Library {
        files: found.iter().filter(|f| f.counts()).count(),
        ..Library::default()
    };
    let made = documents::converted(&found, paths);
    library.take_all(pool::map(&found, |found| match found {
        Found::File(path, _) if made.contains_key(path) => (None, Vec::new()),
        found => read_found(found, checks),
    }));
    let passed = documents::passed(&found, &made, checks);
    library.problems.extend(passed);
    if checks == Checks::All {
        library
            .problems
            .extend(documents::empty_folders(&found, paths));
        library.problems.extend(probably_one(&library.bulletins));
    }
    let (links, problems) = links::read(paths);
    library.links.extend(links);
    library.problems.extend(problems);
    let (added, problems) = indicators::read(&found, paths);
    library.added = added;
    library.problems.extend(problems);
    library.give_catalogue();
    library
}

/// Reads one bulletin from a stream, `name` is used as the file's name.
pub fn read_stream(name: &str, stream: impl Read, checks: Checks) -> Library {
    let mut library = Library {
        files: 1,
        ..Library::default()
    };
    match read_limited(stream) {
        Ok(bytes) => library.take_all(vec![document::read(name, name, &bytes, checks)]),
        Err(fault) => library.problems.push(Problem::of_file(name, fault)),
    }
    library.give_catalogue();
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
    library.take_all(pool::map(&FILES, |(stem, text)| {
        read_text(&format!("{stem}.yaml"), stem, text, Checks::Errors)
    }));
    library.give_catalogue();
    library
}

fn read_found(found: &Found, checks: Checks) -> Loaded {
    let (path, metadata) = match found {
        Found::File(path, _) if catalogue::is_named(path) => return (None, Vec::new()),
        Found::File(path, metadata) => (path, metadata),
        Found::Passed(_) => return (None, Vec::new()),
        Found::Fault(path, fault) => {
            let name = path.display().to_string();
            return (None, vec![Problem::of_file(&name, fault.clone())]);
        }
    };
    let name = path.display().to_string();
    match read_file(path, metadata) {
        Ok(bytes) => {
            let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned());
            document::read(&name, &stem.unwrap_or_default(), &bytes, checks)
        }
        Err(fault) => (None, vec![Problem::of_file(&name, fault)]),
    }
}
