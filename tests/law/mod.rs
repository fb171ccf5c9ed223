//! The law by file: no circle of imports, no Chinese word in a condition, no number without a name,
//! no file or function too long. Each part is a ratchet over `ratchet.tsv`. Knows the files of
//! `src` as tokens, and nothing of what the program does.

mod graph;
mod literal;
mod ratchet;
mod size;
mod source;

use graph::Graph;
use source::sources;

#[test]
#[ignore = "prints the measures of the code; nothing can fail"]
#[allow(clippy::print_stdout)] // printing is all it is for
fn figures_of_the_house() {
    let sources = sources();
    let circles = Graph::new(sources).circles();
    let mut sizes: Vec<usize> = circles
        .iter()
        .map(std::collections::BTreeSet::len)
        .collect();
    sizes.sort_unstable_by(|a, b| b.cmp(a));
    println!(
        "files in circles: {} ({} circles, of {sizes:?})",
        sizes.iter().sum::<usize>(),
        sizes.len()
    );
    let chinese = literal::chinese(sources);
    println!(
        "Chinese literals: {} in {} files",
        chinese.values().map(|f| f.count).sum::<usize>(),
        chinese.len()
    );
    let numbers = literal::numbers(sources);
    println!(
        "bare numbers: {} in {} files",
        numbers.values().map(|f| f.count).sum::<usize>(),
        numbers.len()
    );
    let mut files: Vec<(usize, String)> = size::files(sources).collect();
    let mut functions: Vec<(usize, String)> = size::functions(sources).collect();
    for (what, sizes) in [("file", &mut files), ("function", &mut functions)] {
        sizes.sort();
        let rank = (sizes.len() * 9).div_ceil(10);
        let (longest, name) = sizes.last().unwrap();
        println!("longest {what}: {longest} lines, {name}");
        println!(
            "90th percentile of {} {what}s: {} lines",
            sizes.len(),
            sizes[rank - 1].0
        );
    }
    println!(
        "over the limit: {} files, {} functions",
        files.iter().filter(|(n, _)| *n > size::FILE).count(),
        functions
            .iter()
            .filter(|(n, _)| *n > size::FUNCTION)
            .count()
    );
    println!(
        "lines without unit tests: {}",
        files.iter().map(|(n, _)| n).sum::<usize>()
    );
}
