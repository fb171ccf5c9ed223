//! The text of a links file: what users said of pairs.

use std::path::PathBuf;

use super::problem::{Fault, Problem, SourceLocation};
use crate::compare::links::Links;

/// Lines that are no pairs and are listed one by one; more are counted.
const LISTED: usize = 20;

/// A links file, whether it is there or not.
#[derive(Clone, Debug)]
pub struct LinksFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it says.
    pub links: Links,
}

/// What the text of a links file says, and what in it is no pair; `file` is its name.
pub fn parse(file: &str, text: &str) -> (Links, Vec<Problem>) {
    let (links, bad) = Links::parse(text);
    let mut problems = Vec::new();
    for at in bad.iter().take(LISTED) {
        let mut problem = Problem::of_file(file, Fault::BadLink);
        problem.place = Some(SourceLocation::at(text, *at, 1));
        problems.push(problem);
    }
    if let Some(more) = bad.len().checked_sub(LISTED).filter(|more| *more > 0) {
        problems.push(Problem::of_file(file, Fault::More(more)));
    }
    (links, problems)
}
