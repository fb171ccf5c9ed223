//! Files with problems, each with all of its own.

use crate::load::Problem;
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
}

impl Faulty {
    /// The file's own name, without the folders it stands in.
    pub fn name(&self) -> &str {
        let name = self.file.rsplit(['/', std::path::MAIN_SEPARATOR]).next();
        name.filter(|name| !name.is_empty()).unwrap_or(&self.file)
    }
}

/// The files that problems speak of, in the order of their first one.
pub fn files(problems: &[Problem], bulletins: &[Bulletin]) -> Vec<Faulty> {
    let mut files: Vec<Faulty> = Vec::new();
    for (index, problem) in problems.iter().enumerate() {
        // The problems of a file stand together, but for those found after it was read.
        match files.iter_mut().rev().find(|f| f.file == problem.file) {
            Some(file) => {
                file.problems.push(index);
                file.count += problem.count();
            }
            None => files.push(Faulty {
                file: problem.file.clone(),
                opened: bulletins.iter().any(|b| b.source_file == problem.file),
                problems: vec![index],
                count: problem.count(),
            }),
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
