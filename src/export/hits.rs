//! What a search found, as text and as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use crate::i18n::{Lang, counted};
use crate::model::Bulletin;
use crate::search::{Hit, Hits};
use crate::width;
use crate::wording::hit::place;

/// Characters beside a hit, at most.
const AROUND: usize = 30;

/// Sections with the hits in them, each marked with 【 】, and how many they are.
///
/// # Errors
/// Those of the writer.
pub fn text(
    out: &mut dyn Write,
    hits: &Hits,
    bulletins: &[Bulletin],
    lang: Lang,
) -> io::Result<()> {
    let words = lang.words();
    let parts = [
        (&hits.words, ""),
        (&hits.sounds, words.by_sound),
        (&hits.figures, words.by_figure),
    ];
    for (part, head) in parts {
        if !head.is_empty() && !part.is_empty() {
            writeln!(out, "{head}")?;
        }
        let mut last = None;
        for hit in part {
            let here = (hit.bulletin, hit.section);
            if last != Some(here) {
                let line = format!("{}  {}", hit.reference(bulletins), place(hit, bulletins));
                writeln!(out, "{}", width::visible_text(&line))?;
                last = Some(here);
            }
            let context = hit.context(bulletins, AROUND);
            let line = format!("{}【{}】{}", context.before, context.found, context.after);
            writeln!(out, "    {}", width::visible_text(&line))?;
        }
    }
    writeln!(out, "{}", counted(hits.len(), words.hits))
}

/// One object per hit, the words first.
pub fn json(hits: &Hits, bulletins: &[Bulletin]) -> Value {
    let entry = |hit: &Hit| {
        let context = hit.context(bulletins, AROUND);
        json!({
            "ref": hit.reference(bulletins),
            "field": hit.field.code(),
            "span": [hit.span.start, hit.span.end],
            "before": context.before,
            "match": context.found,
            "after": context.after,
        })
    };
    hits.iter().map(entry).collect()
}
