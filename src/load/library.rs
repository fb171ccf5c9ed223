//! Paths, streams and the bulletins built in, into a library: the bulletins, the links files and all problems.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::catalogue;
use super::file::{io_fault, read_file, read_limited};
use super::file_fault::FileFault;
use super::links::{self, LinksFile};
use super::parallel;
use super::problem::{Checks, Fault, Problem, SourceLocation};
use super::raw;
use super::text::read_text;
use super::walk::{self, Found};
use crate::compare::{self, Links, arrange};
use crate::encoding;
use crate::figures::catalogue::{Catalogue, Indicator};
use crate::model::Bulletin;

/// Bulletins in the order they were found, and what was wrong with files.
#[derive(Debug, Default)]
pub struct Library {
    /// What could be read.
    pub bulletins: Vec<Bulletin>,
    /// What could not.
    pub problems: Vec<Problem>,
    /// How many files were looked at.
    pub files: usize,
    /// Indicators that users add to those of the program.
    pub added: Vec<Indicator>,
    /// What users said of pairs, by file, whether a file is there or not. What is said from now on
    /// goes into the first one; none where there is no folder for it.
    pub links: Vec<LinksFile>,
    /// The name of what is to be laid together at once, if anything is.
    pub together: Option<String>,
}

/// Reads bulletins and raw documents from files and folders. Folders are walked, hidden files left out, in the
/// order of the names; a raw document beside the bulletin that was made of it is passed over, and of one that is there twice one is compared. A file that is
/// reached twice, as through a link, is read once.
pub fn read_paths(paths: &[PathBuf], checks: Checks) -> Library {
    let found = walk::walk(paths, raw::is_taken);
    let mut library = Library {
        files: found.iter().filter(|f| f.counts()).count(),
        ..Library::default()
    };
    let made = raw::converted(&found, paths);
    library.take_all(parallel::map(&found, |found| match found {
        Found::File(path, _) if made.contains_key(path) => (None, Vec::new()),
        found => read_found(found, checks),
    }));
    let passed = raw::passed(&found, &made, checks);
    library.problems.extend(passed);
    if checks == Checks::All {
        library.problems.extend(raw::empty_folders(&found, paths));
        library.problems.extend(probably_one(&library.bulletins));
    }
    let (links, problems) = links::read(paths);
    library.links.extend(links);
    library.problems.extend(problems);
    let (added, problems) = catalogue::read(&found, paths);
    library.added = added;
    library.problems.extend(problems);
    library.give_catalogue();
    library
}

/// Series that are probably one, told of the first bulletin of each second one.
pub fn probably_one(bulletins: &[Bulletin]) -> Vec<Problem> {
    let pairs = compare::probably_one(bulletins).into_iter();
    let told = pairs.filter_map(|(one, other)| {
        let file = &bulletins.iter().find(|b| b.series == other)?.source_file;
        let fault = FileFault::ProbablyOne(other, one);
        Some(Problem::of_file(file, Fault::File(fault)))
    });
    told.collect()
}

/// The bytes of a raw document.
///
/// # Errors
/// What keeps the file from being read.
pub fn read_raw(path: &Path) -> Result<Vec<u8>, Box<Problem>> {
    let metadata = fs::metadata(path).map_err(|error| io_fault(path, &error));
    let bytes = metadata.and_then(|metadata| read_file(path, &metadata));
    bytes.map_err(|fault| Box::new(Problem::of_file(&path.display().to_string(), fault)))
}

/// The bytes of a raw document from a stream, which has a name.
///
/// # Errors
/// What keeps it from being read.
pub fn read_raw_from(name: &str, stream: impl Read) -> Result<Vec<u8>, Box<Problem>> {
    read_limited(stream).map_err(|fault| Box::new(Problem::of_file(name, fault)))
}

/// Reads one bulletin from a stream, `name` is used as the file's name.
pub fn read_stream(name: &str, stream: impl Read, checks: Checks) -> Library {
    let mut library = Library {
        files: 1,
        ..Library::default()
    };
    match read_limited(stream) {
        Ok(bytes) => library.take_all(vec![read_bytes(name, name, &bytes, checks)]),
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
    library.take_all(parallel::map(&FILES, |(stem, text)| {
        read_text(&format!("{stem}.yaml"), stem, text, Checks::Errors)
    }));
    library.give_catalogue();
    library
}

/// A bulletin, if there is one to show, and what is wrong with its file.
type Answer = (Option<Bulletin>, Vec<Problem>);

impl Library {
    /// Adds another library; a bulletin whose id is there already becomes a problem.
    pub fn merge(&mut self, other: Self) {
        self.files += other.files;
        self.problems.extend(other.problems);
        self.links.extend(other.links);
        self.added.extend(other.added);
        let bulletins = other.bulletins.into_iter();
        self.take_all(bulletins.map(|b| (Some(b), Vec::new())).collect());
        self.give_catalogue();
    }

    /// The indicators of the program and of users.
    pub fn catalogue(&self) -> Arc<Catalogue> {
        catalogue::with(&self.added)
    }

    /// Hands the catalogue to its bulletins. It is read when a figure of one first asks.
    fn give_catalogue(&mut self) {
        let catalogue = self.catalogue();
        for bulletin in &mut self.bulletins {
            bulletin.catalogue = Some(Arc::<Catalogue>::clone(&catalogue));
        }
    }

    /// What all links files say of pairs.
    pub fn said(&self) -> Links {
        Links::all(self.links.iter().map(|file| &file.links))
    }

    fn take_all(&mut self, read: Vec<Answer>) {
        let ids = self.bulletins.iter().enumerate();
        let mut ids: HashMap<String, usize> = ids.map(|(at, b)| (b.id.clone(), at)).collect();
        // A raw document makes room for a file that says what its id is.
        let written = |(bulletin, _): &Answer| {
            let bulletin = bulletin.as_ref()?;
            walk::is_yaml(Path::new(&bulletin.source_file)).then(|| bulletin.id.clone())
        };
        let written: HashSet<String> = read.iter().filter_map(written).collect();
        for (bulletin, problems) in read {
            self.problems.extend(problems);
            let Some(mut bulletin) = bulletin else {
                continue;
            };
            if !walk::is_yaml(Path::new(&bulletin.source_file)) {
                bulletin.id =
                    raw::free_id(&bulletin, |id| ids.contains_key(id) || written.contains(id));
            }
            let other = ids.get(&bulletin.id).and_then(|at| self.bulletins.get(*at));
            if let Some(other) = other {
                let other = other.source_file.clone();
                let fault = Fault::SameId {
                    id: bulletin.id,
                    other,
                };
                let problem = Problem::of_file(&bulletin.source_file, fault);
                self.problems.push(problem);
            } else {
                ids.insert(bulletin.id.clone(), self.bulletins.len());
                self.bulletins.push(bulletin);
            }
        }
        arrange(&mut self.bulletins, |bulletin| {
            walk::is_yaml(Path::new(&bulletin.source_file))
        });
        self.tell_copies();
    }

    /// Tells of each document that is there twice.
    fn tell_copies(&mut self) {
        self.problems.retain(|problem| !problem.is_of_copy());
        let files = self.bulletins.iter().map(|b| (&b.id, &b.source_file));
        let files: HashMap<&String, &String> = files.collect();
        let copies = self.bulletins.iter().filter_map(|bulletin| {
            let original = files.get(bulletin.copy_of.as_ref()?)?;
            let fault = FileFault::Copy((*original).clone());
            Some(Problem::of_file(&bulletin.source_file, Fault::File(fault)))
        });
        self.problems.extend(copies);
    }
}

fn read_found(found: &Found, checks: Checks) -> Answer {
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
            read_bytes(&name, &stem.unwrap_or_default(), &bytes, checks)
        }
        Err(fault) => (None, vec![Problem::of_file(&name, fault)]),
    }
}

fn read_bytes(
    file: &str,
    stem: &str,
    bytes: &[u8],
    checks: Checks,
) -> (Option<Bulletin>, Vec<Problem>) {
    if !walk::is_yaml(Path::new(file)) && !raw::may_be_yaml(file, bytes) {
        return raw::read(file, stem, bytes, checks);
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
