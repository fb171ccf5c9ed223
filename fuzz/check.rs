//! What must hold of every draft.
#![allow(dead_code)] // each target uses its part

use std::collections::BTreeMap;

use jianbao::i18n::Lang;
use jianbao::import::{Draft, yaml};
use jianbao::load::{self, Checks, Severity};

/// The characters of a text that show something, and how often they stand in it.
pub fn characters<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeMap<char, usize> {
    let mut count = BTreeMap::new();
    for c in texts.into_iter().flat_map(str::chars) {
        let nothing = c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}');
        if !nothing {
            *count.entry(c).or_default() += 1;
        }
    }
    count
}

/// The YAML of a draft is a bulletin without errors, with as many sections.
pub fn is_read_again(draft: &Draft) {
    if draft.is_empty() {
        return;
    }
    let text = yaml(draft, Lang::Zh, None);
    let (bulletin, problems) = load::read_text("x.yaml", "x", &text, Checks::All);
    let wrong = problems.iter().find(|problem| problem.severity == Severity::Error);
    assert!(wrong.is_none(), "{} in\n{text}", wrong.map(|w| w.message(Lang::En)).unwrap_or_default());
    assert_eq!(bulletin.map(|b| b.sections().len()), Some(draft.sections()));
}
