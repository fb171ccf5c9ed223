//! Makes Rust of the words while the program is built: else it would read every list of the lexicon, examples and
//! all, and the words of its languages before its first screen.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io};

#[path = "build/words.rs"]
mod words;

/// The reader of the lists, which the program has too, for its tests.
#[allow(dead_code)] // examples are for those
#[path = "src/lexicon/table.rs"]
mod table;

/// The reader of the languages, which the program has too, for its tests.
#[path = "src/i18n/table.rs"]
mod i18n_table;

/// Writes `tags.rs`: an array of pairs, a tag and its words, by the bytes of the tag. `src/lexicon/tagged.rs` says
/// how the words are written. Writes `words.rs`: what `src/i18n/words.rs` is made of.
fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/lexicon");
    println!("cargo::rerun-if-changed=src/i18n");
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
    fs::write(Path::new(&folder).join("tags.rs"), format!("&{pairs:?}"))?;
    match words::rust() {
        Ok(code) => fs::write(Path::new(&folder).join("words.rs"), code),
        Err(faults) => {
            for fault in faults.lines() {
                println!("cargo::error={fault}");
            }
            Ok(())
        }
    }
}
