//! Sorts the words of the lexicon by their tags while the program is built: else it reads every list, examples and
//! all, before its first screen.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

/// The reader of the lists, which the program has too, for its tests.
#[allow(dead_code)] // examples are for those
#[path = "src/lexicon/table.rs"]
mod table;

/// Writes `tags.rs`: an array of pairs, a tag and its words, by the bytes of the tag. `src/lexicon/tagged.rs` says
/// how the words are written.
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/lexicon");
    let mut tags: BTreeMap<&str, String> = BTreeMap::new();
    for entry in table::entries() {
        for tag in &entry.tags {
            let sign = if tag.blocks { '!' } else { '+' };
            let line = format!("{sign}{}\t{}\n", entry.word, tag.value);
            tags.entry(tag.name).or_default().push_str(&line);
        }
    }
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    let pairs: Vec<(&str, String)> = tags.into_iter().collect();
    fs::write(Path::new(&folder).join("tags.rs"), format!("&{pairs:?}"))
}
