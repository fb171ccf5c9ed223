//! The library: bulletins, links files and all problems, however they were come by. Knows nothing of where they lie.

use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use super::catalogue;
use super::document::{is_yaml, name_of};
use super::file_fault::FileFault;
use super::links::LinksFile;
use super::problem::{Fault, Problem};
use crate::compare::{self, Links, arrange};
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

/// A bulletin, if there is one to show, and what is wrong with its file.
pub type Loaded = (Option<Bulletin>, Vec<Problem>);

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

    /// Hands the catalogue to its bulletins, once all are there. It is read when a figure of one first asks.
    pub fn give_catalogue(&mut self) {
        let catalogue = self.catalogue();
        for bulletin in &mut self.bulletins {
            bulletin.catalogue = Some(Arc::<Catalogue>::clone(&catalogue));
        }
    }

    /// What all links files say of pairs.
    pub fn said(&self) -> Links {
        Links::all(self.links.iter().map(|file| &file.links))
    }

    /// Adds bulletins and problems of files that were read; a bulletin whose id is there already becomes a problem.
    pub fn take_all(&mut self, read: Vec<Loaded>) {
        let ids = self.bulletins.iter().enumerate();
        let mut ids: HashMap<String, usize> = ids.map(|(at, b)| (b.id.clone(), at)).collect();
        // A raw document makes room for a file that says what its id is.
        let written = |(bulletin, _): &Loaded| {
            let bulletin = bulletin.as_ref()?;
            is_yaml(Path::new(&bulletin.source_file)).then(|| bulletin.id.clone())
        };
        let written: HashSet<String> = read.iter().filter_map(written).collect();
        for (bulletin, problems) in read {
            self.problems.extend(problems);
            let Some(mut bulletin) = bulletin else {
                continue;
            };
            if !is_yaml(Path::new(&bulletin.source_file)) {
                bulletin.id = free_id(&bulletin, |id| ids.contains_key(id) || written.contains(id));
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
            is_yaml(Path::new(&bulletin.source_file))
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

/// An id for a raw document that no other bulletin has: its file's name, with the folder's before it, the ending
/// or a number behind it where others are called so.
fn free_id(bulletin: &Bulletin, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(&bulletin.id) {
        return bulletin.id.clone();
    }
    let path = Path::new(&bulletin.source_file);
    let unfit = |c: char| c == '#' || c == '/' || c.is_whitespace() || c.is_control();
    let whole = name_of(path).replace(unfit, "-");
    let folder = path
        .parent()
        .map(name_of)
        .unwrap_or_default()
        .replace(unfit, "-");
    let of_folder = (!folder.is_empty()).then(|| format!("{folder}-{}", bulletin.id));
    let numbered = (2..).map(|number| format!("{}-{number}", bulletin.id));
    let mut names = of_folder.into_iter().chain([whole]).chain(numbered);
    names.find(|name| !is_taken(name)).unwrap_or_default()
}
