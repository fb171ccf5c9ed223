//! Reference files: what the program prints or draws, kept in a folder and compared byte for byte.
//! `BLESS=1 cargo test` writes them anew; the diff is read before it is kept. It knows nothing of what stands in them.
#![allow(dead_code)] // each test uses its part

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Differences of a file that are shown; more would hide the other files.
const SHOWN: usize = 4;

/// A folder in which every file is compared with what a test says.
pub struct Folder {
    root: PathBuf,
    bless: bool,
    named: BTreeSet<PathBuf>,
    faults: Vec<String>,
}

impl Folder {
    /// A folder below `tests`.
    pub fn new(name: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(name);
        Self::at(root, std::env::var_os("BLESS").is_some())
    }

    /// Any folder, written or only compared.
    pub fn at(root: PathBuf, bless: bool) -> Self {
        Self {
            root,
            bless,
            named: BTreeSet::new(),
            faults: Vec::new(),
        }
    }

    /// Says what a file of the folder holds.
    pub fn holds(&mut self, name: &str, text: &str) {
        let path = self.root.join(name);
        assert!(self.named.insert(path.clone()), "{name} is written twice");
        if self.bless {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
            return;
        }
        match fs::read(&path) {
            Err(error) => self.faults.push(format!("{name}: {error}")),
            Ok(bytes) if bytes == text.as_bytes() => {}
            Ok(bytes) => {
                let kept = String::from_utf8_lossy(&bytes);
                self.faults.push(first_differences(name, &kept, text));
            }
        }
    }

    /// What is wrong: files that differ, files that are missing, and files that no test names. Those
    /// are deleted when the folder is written anew, so that a renamed file leaves nothing over.
    pub fn faults(mut self) -> Vec<String> {
        let mut kept = Vec::new();
        files(&self.root, &mut kept);
        for path in kept {
            if self.named.contains(&path) {
                continue;
            }
            if self.bless {
                fs::remove_file(&path).unwrap();
            } else {
                let name = path.strip_prefix(&self.root).unwrap().display();
                self.faults
                    .push(format!("{name}: no test writes this file"));
            }
        }
        self.faults
    }

    /// Fails if anything is wrong.
    pub fn check(self) {
        let count = self.named.len();
        assert!(count > 0, "nothing was compared");
        let faults = self.faults();
        assert!(
            faults.is_empty(),
            "{} of {count} reference files are not as they were:\n{}\nIf this is meant: \
             BLESS=1 cargo test, and read the diff.",
            faults.len(),
            faults.join("\n")
        );
    }
}

/// Every file below a folder, in order of their names.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return; // a folder that is not there yet holds no file
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            files(&path, found);
        } else {
            found.push(path);
        }
    }
}

/// Fails if files lie below a folder of `tests` in other folders than these: what no test compares
/// would never be seen to differ.
pub fn only_these_folders(name: &str, folders: &[&str]) {
    if std::env::var_os("BLESS").is_some() {
        return; // other tests are writing them
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(name);
    let mut found = Vec::new();
    files(&root, &mut found);
    let folder = |path: &PathBuf| {
        let below = path.parent()?.strip_prefix(&root).ok()?;
        Some(below.to_string_lossy().replace('\\', "/"))
    };
    let found: BTreeSet<String> = found.iter().filter_map(folder).collect();
    let found: Vec<String> = found.into_iter().collect();
    assert_eq!(found, folders);
}

/// The lines from the first one that differs on, as they were kept and as they are.
fn first_differences(name: &str, kept: &str, now: &str) -> String {
    let (kept, now): (Vec<&str>, Vec<&str>) =
        (kept.split('\n').collect(), now.split('\n').collect());
    let same = kept.iter().zip(&now).take_while(|(a, b)| a == b).count();
    let mut told = format!("{name}: differs from line {}", same + 1);
    for (sign, lines) in [('-', &kept), ('+', &now)] {
        for line in lines.iter().skip(same).take(SHOWN) {
            told.push_str(&format!("\n  {sign} {line}"));
        }
    }
    told
}
