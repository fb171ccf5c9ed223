//! Files into bulletins: the only reader of YAML.
//!
//! Good files come back beside the problems of bad ones. A good file is read once, by serde; the
//! tree that places problems is built only when there is one, or when all of them are asked for.

mod convert;
mod diagnose;
mod encoding;
mod message;
mod mistake;
mod problem;
mod schema;
mod text;
mod tree;

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::model::Bulletin;
use problem::Special;
pub use problem::{Fault, Place, Problem, Severity};
pub use text::read_text;

/// Largest file that is read, in bytes.
pub const MAX_FILE: u64 = 64 << 20;
/// Deepest folder that is looked into.
const MAX_FOLDERS: usize = 16;

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

/// Files and folders that were looked at already, under whatever name.
#[derive(Default)]
struct Seen(HashSet<(u64, u64)>);

impl Seen {
    /// Whether it was seen before; from now on it was.
    #[cfg(unix)]
    fn before(&mut self, metadata: &fs::Metadata) -> bool {
        use std::os::unix::fs::MetadataExt;
        !self.0.insert((metadata.dev(), metadata.ino()))
    }

    /// Without such numbers only the depth of folders is limited.
    #[cfg(not(unix))]
    fn before(&mut self, _: &fs::Metadata) -> bool {
        let _ = &self.0;
        false
    }
}

/// Reads bulletins from files and folders; folders are walked for `.yaml` and `.yml` files,
/// hidden ones left out, in the order of their names. A file that is reached twice, as through a
/// link, is read once.
pub fn read_paths(paths: &[PathBuf], care: Care) -> Library {
    let mut library = Library::default();
    let mut seen = Seen::default();
    for path in paths {
        library.read_path(path, care, 0, &mut seen);
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
    /// Adds another library; a bulletin whose id is there already becomes a problem.
    pub fn merge(&mut self, other: Self) {
        self.files += other.files;
        self.problems.extend(other.problems);
        for bulletin in other.bulletins {
            self.take((Some(bulletin), Vec::new()));
        }
    }

    fn read_path(&mut self, path: &Path, care: Care, depth: usize, seen: &mut Seen) {
        let name = path.display().to_string();
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) => {
                self.files += 1;
                let fault = io_fault(path, &error);
                return self.problems.push(Problem::of_file(&name, fault));
            }
        };
        if seen.before(&metadata) {
            return;
        }
        if metadata.is_dir() {
            return if depth < MAX_FOLDERS {
                self.read_folder(path, care, depth, seen);
            } else {
                let fault = Fault::NotAFile(Special::DeepFolder);
                self.problems.push(Problem::of_file(&name, fault));
            };
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

    fn read_folder(&mut self, path: &Path, care: Care, depth: usize, seen: &mut Seen) {
        let entries = match fs::read_dir(path) {
            Ok(entries) => entries,
            Err(error) => {
                let fault = io_fault(path, &error);
                return self
                    .problems
                    .push(Problem::of_file(&path.display().to_string(), fault));
            }
        };
        let mut found: Vec<PathBuf> = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => found.push(entry.path()),
                Err(error) => {
                    let fault = io_fault(path, &error);
                    let name = path.display().to_string();
                    self.problems.push(Problem::of_file(&name, fault));
                }
            }
        }
        found.sort();
        for path in found {
            let hidden = path
                .file_name()
                .is_none_or(|n| n.to_string_lossy().starts_with('.'));
            let named = path.extension().is_some_and(|e| e == "yaml" || e == "yml");
            if !hidden && (named && !path.is_dir() || path.is_dir() && !named) {
                self.read_path(&path, care, depth + 1, seen);
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
