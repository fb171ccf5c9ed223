//! How wide a text is: the only place that answers in cells.
//!
//! A cell is one column of a terminal. The unit of measure is the extended grapheme cluster
//! (UAX #29), because that is what a terminal draws at one place. Clusters that must not reach a
//! terminal (control characters, direction overrides) are measured and drawn as visible marks.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells the terminal gives to characters of East Asian Width "ambiguous" (UAX #11):
/// quotation marks, dashes, ellipses, circled digits, box drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ambiguous {
    /// One cell, as nearly all terminals do.
    #[default]
    Narrow,
    /// Two cells, as terminals set up for Chinese may do; letters of that class (Greek, Cyrillic,
    /// é) one.
    Wide,
    /// Two cells, letters included, as `xterm -cjk_width` does.
    WideLetters,
}

impl Ambiguous {
    /// A sign of one cell that makes a rule.
    pub fn rule(self) -> &'static str {
        match self {
            Self::Narrow => "─",
            Self::Wide | Self::WideLetters => "-",
        }
    }

    /// The ellipsis that marks a cut: one or two cells by the policy, so ASCII where `…` would
    /// take two.
    pub fn ellipsis(self) -> &'static str {
        match self {
            Self::Narrow => "…",
            Self::Wide | Self::WideLetters => "..",
        }
    }
}

/// One grapheme cluster of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster<'a> {
    /// Byte offset in the text.
    pub start: usize,
    /// The cluster itself.
    pub text: &'a str,
    /// Its cells.
    pub cells: usize,
}

/// The clusters of a text in order.
pub fn clusters(text: &str, ambiguous: Ambiguous) -> impl Iterator<Item = Cluster<'_>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..)?;
        let (length, cells) = if let Some(found) = lone(rest) {
            found
        } else {
            let cluster = rest.graphemes(true).next()?;
            (cluster.len(), cluster_cells(cluster, ambiguous))
        };
        let cluster = Cluster {
            start,
            text: rest.get(..length)?,
            cells,
        };
        start += length;
        Some(cluster)
    })
}

/// The last cluster of a text.
pub fn last_cluster(text: &str) -> Option<&str> {
    text.graphemes(true).next_back()
}

/// The bytes and cells of the first character, where it is surely a cluster of its own: it and the
/// next one are ideographs, marks or letters that join with nothing (UAX #29, GB999). Nearly all of
/// a Chinese text is.
fn lone(text: &str) -> Option<(usize, usize)> {
    let mut chars = text.chars();
    let first = chars.next()?;
    let cells = plain_cells(first)?;
    let alone = chars.next().is_none_or(|next| plain_cells(next).is_some());
    alone.then_some((first.len_utf8(), cells))
}

/// Cells of the commonest characters, which join with nothing.
fn plain_cells(c: char) -> Option<usize> {
    match c {
        ' '..='~' => Some(1),
        '\u{3001}'..='\u{3029}' | '\u{4e00}'..='\u{9fff}' | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

/// Cells of a whole text.
pub fn cells(text: &str, ambiguous: Ambiguous) -> usize {
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return text.len();
    }
    clusters(text, ambiguous).map(|c| c.cells).sum()
}

/// Cells of one cluster, as [`visible`] draws it.
pub fn cluster_cells(cluster: &str, ambiguous: Ambiguous) -> usize {
    let mut chars = cluster.chars();
    let first = chars.next();
    if let (Some(c), None) = (first, chars.next())
        && let Some(cells) = plain_cells(c)
    {
        return cells;
    }
    let shown = visible(cluster);
    match ambiguous {
        Ambiguous::Narrow => shown.width(),
        Ambiguous::Wide => shown.width_cjk(),
        Ambiguous::WideLetters if shown.chars().next().is_some_and(is_ambiguous_letter) => 2,
        Ambiguous::WideLetters => shown.width_cjk(),
    }
}

/// Letters of East Asian Width "ambiguous", which `width_cjk` gives one cell: the lines of class A
/// and general category L of `EastAsianWidth.txt` (UAX #11).
const AMBIGUOUS_LETTERS: [(u32, u32); 54] = [
    (0x00aa, 0x00aa),
    (0x00ba, 0x00ba),
    (0x00c6, 0x00c6),
    (0x00d0, 0x00d0),
    (0x00d8, 0x00d8),
    (0x00de, 0x00e1),
    (0x00e6, 0x00e6),
    (0x00e8, 0x00ea),
    (0x00ec, 0x00ed),
    (0x00f0, 0x00f0),
    (0x00f2, 0x00f3),
    (0x00f8, 0x00fa),
    (0x00fc, 0x00fc),
    (0x00fe, 0x00fe),
    (0x0101, 0x0101),
    (0x0111, 0x0111),
    (0x0113, 0x0113),
    (0x011b, 0x011b),
    (0x0126, 0x0127),
    (0x012b, 0x012b),
    (0x0131, 0x0133),
    (0x0138, 0x0138),
    (0x013f, 0x0142),
    (0x0144, 0x0144),
    (0x0148, 0x014b),
    (0x014d, 0x014d),
    (0x0152, 0x0153),
    (0x0166, 0x0167),
    (0x016b, 0x016b),
    (0x01ce, 0x01ce),
    (0x01d0, 0x01d0),
    (0x01d2, 0x01d2),
    (0x01d4, 0x01d4),
    (0x01d6, 0x01d6),
    (0x01d8, 0x01d8),
    (0x01da, 0x01da),
    (0x01dc, 0x01dc),
    (0x0251, 0x0251),
    (0x0261, 0x0261),
    (0x02c7, 0x02c7),
    (0x02c9, 0x02cb),
    (0x02cd, 0x02cd),
    (0x02d0, 0x02d0),
    (0x0391, 0x03a1),
    (0x03a3, 0x03a9),
    (0x03b1, 0x03c1),
    (0x03c3, 0x03c9),
    (0x0401, 0x0401),
    (0x0410, 0x044f),
    (0x0451, 0x0451),
    (0x207f, 0x207f),
    (0x2113, 0x2113),
    (0x2126, 0x2126),
    (0x212b, 0x212b),
];

fn is_ambiguous_letter(c: char) -> bool {
    let code = u32::from(c);
    let at = AMBIGUOUS_LETTERS.partition_point(|(_, last)| *last < code);
    AMBIGUOUS_LETTERS
        .get(at)
        .is_some_and(|(first, _)| *first <= code)
}

/// Whether terminals disagree on the cells of a cluster: characters of East Asian Width "ambiguous",
/// letters with accents, Greek and Cyrillic among them, and what is put together of several
/// characters (emoji with variation selectors, skin tones, joiners; flags).
pub fn risky(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    match (chars.next(), chars.next()) {
        (None, _) => false,
        (Some(_), Some(_)) => true,
        (Some(c), None) => {
            let settled = matches!(c, ' '..='~'
                | '\u{2e80}'..='\u{3247}' | '\u{3250}'..='\u{4dbf}' | '\u{4e00}'..='\u{a4cf}'
                | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
                | '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}'
                | '\u{20000}'..='\u{3fffd}');
            !settled
        }
    }
}

/// What is drawn for a cluster: itself, or a visible mark if it holds a character that acts on
/// the terminal or on the direction of the text (control characters; the bidirectional controls
/// of UAX #9, clause 2).
pub fn visible(cluster: &str) -> Cow<'_, str> {
    if !cluster.chars().any(acts) {
        return Cow::Borrowed(cluster);
    }
    let mut shown = String::new();
    for c in cluster.chars() {
        match c {
            '\t' => shown.push(' '),
            '\0'..='\u{1f}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => shown.push('\u{2421}'),
            c if acts(c) => shown.push_str(&format!("[U+{:04X}]", u32::from(c))),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// The text with every cluster that acts on the terminal as a mark; line ends and tabs stay. For
/// texts that are taken away, where nothing counts cells.
pub fn harmless_text(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return visible_text(text);
    }
    let parts: Vec<Cow<'_, str>> = text.split('\t').map(visible_text).collect();
    Cow::Owned(parts.join("\t"))
}

/// The text with every cluster as it is drawn; line ends stay.
pub fn visible_text(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| acts(c) && c != '\n') {
        return Cow::Borrowed(text);
    }
    let mark = |line: &str| -> String { line.graphemes(true).map(visible).collect() };
    let lines: Vec<String> = text.split('\n').map(mark).collect();
    Cow::Owned(lines.join("\n"))
}

/// Whether a character acts on the terminal or on the direction of the text, or is none: U+FFFE and U+FFFF,
/// whose cells nobody knows and which no document of XML may hold (XML 1.0 §2.2).
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The longest start of a text, in whole clusters, that fits into some cells; with its cells.
pub fn fit(text: &str, limit: usize, ambiguous: Ambiguous) -> (&str, usize) {
    let mut used = 0;
    for cluster in clusters(text, ambiguous) {
        if used + cluster.cells > limit {
            return (text.get(..cluster.start).unwrap_or_default(), used);
        }
        used += cluster.cells;
    }
    (text, used)
}

/// The longest end of a text, in whole clusters, that fits into some cells.
pub fn tail(text: &str, limit: usize, ambiguous: Ambiguous) -> &str {
    let mut excess = cells(text, ambiguous).saturating_sub(limit);
    let mut from = 0;
    for cluster in clusters(text, ambiguous) {
        if excess == 0 {
            break;
        }
        excess = excess.saturating_sub(cluster.cells);
        from = cluster.start + cluster.text.len();
    }
    text.get(from..).unwrap_or_default()
}

/// The text in at most so many cells, an ellipsis at the end if something was cut.
pub fn cut(text: &str, limit: usize, ambiguous: Ambiguous) -> Cow<'_, str> {
    if cells(text, ambiguous) <= limit {
        return Cow::Borrowed(text);
    }
    let ellipsis = ambiguous.ellipsis();
    let room = limit.saturating_sub(cells(ellipsis, ambiguous));
    let (start, used) = fit(text, room, ambiguous);
    let (tail, _) = fit(ellipsis, limit - used, ambiguous);
    Cow::Owned(format!("{start}{tail}"))
}

/// The text cut or padded with spaces on the right to just so many cells.
pub fn pad(text: &str, limit: usize, ambiguous: Ambiguous) -> String {
    let mut shown = cut(text, limit, ambiguous).into_owned();
    let used = cells(&shown, ambiguous);
    shown.extend(std::iter::repeat_n(' ', limit.saturating_sub(used)));
    shown
}

/// The text cut or padded with spaces on the left to just so many cells.
pub fn pad_left(text: &str, limit: usize, ambiguous: Ambiguous) -> String {
    let shown = cut(text, limit, ambiguous);
    let gap = limit.saturating_sub(cells(&shown, ambiguous));
    format!("{}{shown}", " ".repeat(gap))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Ambiguous::{Narrow, Wide};

    #[test]
    fn the_end_of_a_text_is_cut_between_clusters() {
        for (cells, end) in [
            (9, "a简报e\u{301}"),
            (4, "报e\u{301}"),
            (3, "报e\u{301}"),
            (2, "e\u{301}"),
            (0, ""),
        ] {
            assert_eq!(tail("a简报e\u{301}", cells, Narrow), end);
        }
    }

    #[test]
    fn quotes_are_one_cell_or_two_by_policy() {
        assert_eq!(cells("“十四五”", Narrow), 8);
        assert_eq!(cells("“十四五”", Wide), 10);
    }

    #[test]
    fn letters_widen_only_where_they_were_measured() {
        let cells = |policy| cells("αé①", policy);
        assert_eq!(
            (cells(Narrow), cells(Wide), cells(Ambiguous::WideLetters)),
            (3, 4, 6)
        );
    }

    #[test]
    fn a_cut_never_halves_a_wide_character() {
        assert_eq!(cut("中文字", 4, Narrow), "中…");
        assert_eq!(cut("中文字", 6, Narrow), "中文字");
        assert_eq!(cut("中文字", 5, Wide), "中..");
        assert_eq!(cut("中文字", 1, Narrow), "…");
        assert_eq!(cut("中文字", 0, Narrow), "");
        assert_eq!(pad("中文字", 4, Narrow), "中… ");
    }

    #[test]
    fn escape_sequences_become_visible() {
        assert_eq!(visible_text("\u{1b}[31m红"), "␛[31m红");
        assert_eq!(visible_text("\u{202e}a"), "[U+202E]a");
        assert_eq!(cells("\u{1b}", Narrow), 1);
    }

    #[test]
    fn clusters_are_those_of_uax_29() {
        for text in [
            "推e\u{301}进",
            "中\u{302a}文",
            "👍🏽好🇨🇳中",
            "a\u{300}\u{fe0f}",
            "“十四五”5G+",
            "か\u{3099}が",
        ] {
            let ours: Vec<&str> = clusters(text, Narrow).map(|c| c.text).collect();
            let theirs: Vec<&str> = text.graphemes(true).collect();
            assert_eq!(ours, theirs);
        }
    }

    #[test]
    fn a_combining_accent_stays_with_its_letter() {
        assert_eq!(fit("e\u{301}x", 1, Narrow).0, "e\u{301}");
    }
}
