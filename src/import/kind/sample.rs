//! What the tests of this room ask of an import.
#![allow(clippy::indexing_slicing)] // tests say what they expect

use crate::import::import;

/// Year or period of each section that holds one of some words, as a bulletin inherits them.
pub fn dates(text: &str, words: &[&str]) -> Vec<String> {
    let tree = import(text.as_bytes(), "a.txt").tree;
    let mut found = vec![String::new(); words.len()];
    let mut open: Vec<(usize, String)> = tree.roots.iter().map(|at| (*at, String::new())).collect();
    while let Some((at, above)) = open.pop() {
        let node = &tree.nodes[at];
        let own = node.period.map(|period| period.to_string());
        let own = own.or(node.year.map(|year| year.to_string()));
        let own = own.unwrap_or(above);
        for (place, word) in words.iter().enumerate() {
            if node.text.iter().any(|text| text.contains(word)) {
                found[place] = own.clone();
            }
        }
        open.extend(node.children.iter().map(|at| (*at, own.clone())));
    }
    found
}
