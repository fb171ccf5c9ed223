//! Files with problems, each with all of its own.

use std::collections::{HashMap, HashSet};

use crate::load::{Problem, Severity};
use crate::model::Bulletin;

/// A file with problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faulty {
    /// The file as it was named.
    pub file: String,
    /// Whether it was opened all the same, without what is wrong in it.
    pub opened: bool,
    /// Indices of its problems.
    pub problems: Vec<usize>,
    /// How many problems they stand for.
    pub count: usize,
    /// Whether one of them is an error, and not all worth a look only.
    pub is_wrong: bool,
}

/// A file's own name, without the folders it stands in.
pub fn file_name(file: &str) -> &str {
    let name = file.rsplit(['/', std::path::MAIN_SEPARATOR]).next();
    name.filter(|name| !name.is_empty()).unwrap_or(file)
}

impl Faulty {
    /// The file's own name, without the folders it stands in.
    pub fn name(&self) -> &str {
        file_name(&self.file)
    }
}

/// The files that problems speak of, in the order of their first one.
pub fn files(problems: &[Problem], bulletins: &[Bulletin]) -> Vec<Faulty> {
    let mut files: Vec<Faulty> = Vec::new();
    if problems.is_empty() {
        return files;
    }
    let opened: HashSet<&str> = bulletins.iter().map(|b| b.source_file.as_str()).collect();
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (index, problem) in problems.iter().enumerate() {
        let at = *places.entry(&problem.file).or_insert_with(|| {
            files.push(Faulty {
                file: problem.file.clone(),
                opened: opened.contains(problem.file.as_str()),
                problems: Vec::new(),
                count: 0,
                is_wrong: false,
            });
            files.len() - 1
        });
        if let Some(file) = files.get_mut(at) {
            file.problems.push(index);
            file.count += problem.count();
            file.is_wrong |= problem.severity == Severity::Error;
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::Fault;

    #[test]
    fn problems_are_gathered_by_file() {
        let problem = |file: &str| Problem::of_file(file, Fault::Empty);
        let opened = Bulletin {
            source_file: "a/b.yaml".into(),
            ..Bulletin::default()
        };
        let problems = [problem("a/b.yaml"), problem("c.yaml"), problem("a/b.yaml")];
        let files = files(&problems, &[opened]);
        assert_eq!(files.len(), 2);
        assert_eq!((files[0].name(), files[0].opened), ("b.yaml", true));
        assert_eq!(files[0].problems, [0, 2]);
        assert!(!files[1].opened);
    }
}
