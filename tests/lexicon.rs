//! Every word of the lexicon in its examples: the tag is found at the word in the example, and not in the
//! counter-example. No list has a tag that nobody asks for, and nobody asks for a tag that no list has.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jianbao::lexicon::{Entry, entries, hits_of};

/// A line of a list, for messages.
fn line(entry: &Entry) -> String {
    format!(
        "lexicon/{}.txt line {} ({})",
        entry.list, entry.line, entry.word
    )
}

/// A pattern of numbering is no word: its reader tests its examples.
fn is_pattern(entry: &Entry) -> bool {
    entry.word.contains("{}")
}

#[test]
fn every_entry_has_its_example() {
    let mut wrong = Vec::new();
    for entry in entries().iter().filter(|entry| !is_pattern(entry)) {
        let own = entry.tags.iter().filter(|tag| !tag.blocks);
        for tag in own {
            let found = |text: &str| {
                let hits = hits_of(tag.name, text);
                hits.iter().any(|hit| hit.word == entry.word)
            };
            if !found(entry.example) {
                wrong.push(format!(
                    "{}: {} is not found in the example",
                    line(entry),
                    tag.name
                ));
            }
            if !entry.counter.is_empty() && found(entry.counter) {
                wrong.push(format!(
                    "{}: {} is found in the counter-example",
                    line(entry),
                    tag.name
                ));
            }
            if !entry.counter.is_empty() && !entry.counter.contains(entry.word) {
                wrong.push(format!(
                    "{}: the counter-example lacks the word",
                    line(entry)
                ));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn every_line_is_whole() {
    let mut known: BTreeSet<(&str, &str, &str)> = BTreeSet::new();
    let mut wrong = Vec::new();
    for entry in entries() {
        if entry.word.is_empty() || entry.tags.iter().any(|tag| tag.name.is_empty()) {
            wrong.push(format!("{}: a word and its tags are expected", line(entry)));
        }
        for tag in &entry.tags {
            if !known.insert((entry.word, tag.name, tag.value)) {
                wrong.push(format!("{}: stands twice under {}", line(entry), tag.name));
            }
            if tag.blocks && !is_blocking(entry, tag.name) {
                wrong.push(format!("{}: blocks no word of {}", line(entry), tag.name));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Whether a word holds a shorter one of a tag.
fn is_blocking(entry: &Entry, tag: &str) -> bool {
    let own = |other: &&Entry| other.tags.iter().any(|t| t.name == tag && !t.blocks);
    let mut others = entries().iter().filter(own);
    others.any(|other| other.word != entry.word && entry.word.contains(other.word))
}

#[test]
fn every_tag_is_asked_for_and_every_tag_asked_for_is_known() {
    let known: BTreeSet<&str> = entries()
        .iter()
        .flat_map(|entry| entry.tags.iter().map(|tag| tag.name))
        .collect();
    let mut asked: BTreeSet<String> = BTreeSet::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut |text| {
            for door in ["List::new(\"", "List::of(\""] {
                let tags = text.split(door).skip(1);
                asked.extend(tags.filter_map(|tail| Some(tail.split_once('"')?.0.to_owned())));
            }
        },
    );
    let asked: BTreeSet<&str> = asked.iter().map(String::as_str).collect();
    assert_eq!(known, asked);
}

/// The lines that `docs/rules.md` tells the reader to add, with the list each is for.
fn lines_of_the_guide() -> Vec<(String, Vec<String>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let guide = fs::read_to_string(path).unwrap();
    let blocks = guide.split("```lexicon ").skip(1);
    let lines = blocks.flat_map(|block| {
        let (list, rest) = block.split_once('\n').unwrap();
        let lines = rest.split("```").next().unwrap().lines();
        lines.map(move |line| {
            let parts = line.split('|').map(|part| part.trim().to_owned());
            (list.to_owned(), parts.collect())
        })
    });
    lines.collect()
}

#[test]
fn the_lines_of_the_guide_have_known_tags_and_examples() {
    let lines = lines_of_the_guide();
    assert!(lines.len() >= 10, "{lines:?}");
    for (list, parts) in lines {
        let [word, tags, example, ..] = parts.as_slice() else {
            panic!("{list}: {parts:?}");
        };
        let is_known = |tag: &str| {
            let own = entries().iter().filter(|entry| entry.list == list);
            own.flat_map(|entry| &entry.tags).any(|own| own.name == tag)
        };
        for tag in tags.split(',').map(str::trim) {
            let name = tag.trim_start_matches('!').split(' ').next().unwrap();
            assert!(is_known(name), "{list}.txt has no tag {name}: {word}");
        }
        let shown = word
            .split("{}")
            .all(|part| example.contains(&part.replace('␣', " ")));
        assert!(shown, "{word} is not in its example {example}");
    }
}

/// Calls back with the code of every file below a folder, layout left out.
fn sources(folder: &Path, see: &mut dyn FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, see);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            see(&code.map(str::trim).collect::<String>());
        }
    }
}
