//! What is counted beside a node of the tree.

use crate::i18n::counted;
use crate::model::Bulletin;
use crate::store::store::Store;

use super::outline::Node;

/// The number of figures in a node, or what is wrong with a file, in words.
pub fn count(store: &Store, node: Node) -> String {
    if let Node::Problem(index) = node {
        let words = store.lang.words();
        return match store.faulty.get(index) {
            Some(file) if file.opened && file.is_wrong => counted(file.count, words.errors),
            Some(file) if file.opened => counted(file.count, words.warnings),
            _ => words.not_opened.to_owned(),
        };
    }
    if bulletin_of(store, node).is_some_and(|b| b.copy_of.is_some()) {
        return store.lang.files().copy_mark.to_owned();
    }
    let count = match node {
        Node::Bulletin(index) => store
            .bulletins
            .get(index)
            .and_then(|b| figures(b, 0..b.sections().len())),
        Node::Section(index, section) => store.bulletins.get(index).and_then(|b| {
            let end = b.sections().get(section).map_or(section, |s| s.end);
            figures(b, section..end)
        }),
        Node::Problems => Some(store.faulty.len()),
        Node::Series(_) | Node::Problem(_) => None,
    };
    match (count, node) {
        (None | Some(0), _) => String::new(),
        (Some(count), Node::Problems) => count.to_string(),
        (Some(count), _) => format!("{count} {}", store.lang.words().figures),
    }
}

/// How many figures sections have, as far as those of all of them are known: to draw finds none.
fn figures(bulletin: &Bulletin, sections: std::ops::Range<usize>) -> Option<usize> {
    let sections = bulletin.sections().get(sections).unwrap_or_default();
    let counts = sections.iter().map(|section| {
        let known = section.known_figures()?.iter();
        Some(known.filter(|f| f.value.is_some()).count())
    });
    counts.sum()
}

fn bulletin_of(store: &Store, node: Node) -> Option<&Bulletin> {
    match node {
        Node::Bulletin(index) => store.bulletins.get(index),
        _ => None,
    }
}
