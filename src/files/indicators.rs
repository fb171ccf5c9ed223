//! Users' catalogues of indicators: the files beside the bulletins.

use std::path::PathBuf;

use super::read::text_beside;
use super::walk::Found;
use crate::figures::catalogue::Indicator;
use crate::load::Problem;
use crate::load::catalogue::{FILE, is_named, parse};

/// Reads users' files: those that were found on the way, and those beside files that are named one by one.
pub fn read(found: &[Found], paths: &[PathBuf]) -> (Vec<Indicator>, Vec<Problem>) {
    let on_the_way = found.iter().filter_map(|found| match found {
        Found::File(path, _) | Found::Passed(path) => Some(path.clone()),
        Found::Fault(..) => None,
    });
    let mut files: Vec<PathBuf> = on_the_way.filter(|path| is_named(path)).collect();
    for path in paths.iter().filter(|path| path.is_file()) {
        let beside = path.with_file_name(FILE);
        if !files.contains(&beside) && beside.exists() {
            files.push(beside);
        }
    }
    let (mut all, mut problems) = (Vec::new(), Vec::new());
    for file in files {
        let name = file.display().to_string();
        match text_beside(&file) {
            Ok(text) => {
                let (indicators, wrong) = parse(&name, &text);
                all.extend(indicators);
                problems.extend(wrong);
            }
            Err(fault) => problems.push(Problem::of_file(&name, fault)),
        }
    }
    (all, problems)
}
