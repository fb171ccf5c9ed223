//! The price of a line break at every boundary between two clusters.
//!
//! Prices fall into tiers that no slack can outweigh: a dearer tier is taken only where a run is
//! longer than the line. Within the lowest tier prices are set against `8 × slack²`.

use std::sync::OnceLock;

use icu_segmenter::options::{LineBreakOptions, LineBreakStrictness};
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use super::class::{Class, class, not_first, not_last};
use super::gap::{self, Kind};
use super::setting::{Language, Level, Rules};
use crate::width::{Ambiguous, clusters};

/// Between a quotation's first and last character, if it is short: better kept whole.
const QUOTE: u64 = 150;
/// `5G+|工业`.
const PLUS: u64 = 1_200;
/// `GPT-|Neo`.
const HYPHEN: u64 = 1_500;
/// Behind a dot or another joint of an address.
const JOINT: u64 = 1_200;
/// `2016-|2020年`: slack has no say, but it is no rule that is broken.
const RANGE: u64 = HARD / 10;
/// From here on a break is against the rules.
pub const HARD: u64 = 1_000_000_000;
/// `36万|个`.
const UNIT: u64 = HARD;
/// Inside a number or a Latin word.
const TOKEN: u64 = 10 * HARD;
/// A closing mark at a start, an opening one at an end.
const KINSOKU: u64 = 100 * HARD;
/// Inside —— or ……, between two halves that are one mark.
const PAIR: u64 = 1_000 * HARD;

/// A quotation of at most this many cells is kept whole where that costs little slack.
const SHORT_QUOTE: usize = 16;

/// A cluster, and the price of a break before it.
#[derive(Clone, Copy, Debug)]
pub struct Piece {
    /// Byte offset of the cluster.
    pub start: usize,
    /// Byte offset past it.
    pub end: usize,
    /// Its cells.
    pub cells: usize,
    /// The price of a line that begins here.
    pub price: u64,
    /// White space: belongs to no line when it stands at a break.
    pub space: bool,
    /// Whether a cell is left empty before it, unless it begins a line.
    pub gap: bool,
    /// A stop mark that may hang: no other mark stands beside it.
    pub hangs: bool,
}

/// The clusters of a text with the prices of breaking before them.
pub fn pieces(text: &str, ambiguous: Ambiguous, rules: Rules) -> Vec<Piece> {
    let mut breaks = segmenter(rules.level).segment_str(text).peekable();
    let mut pieces: Vec<Piece> = Vec::with_capacity(text.len() / 3 + 1);
    let mut classes: Vec<Kind> = Vec::with_capacity(text.len() / 3 + 1);
    for cluster in clusters(text, ambiguous) {
        let first = cluster.text.chars().next().unwrap_or(' ');
        // A joiner or an accent on a space is ink, or may be.
        let kind = match class(first) {
            Class::Space if !cluster.text.trim().is_empty() => Class::Other,
            kind => kind,
        };
        while breaks.next_if(|at| *at < cluster.start).is_some() {}
        let allowed = breaks.peek() == Some(&cluster.start);
        pieces.push(Piece {
            start: cluster.start,
            end: cluster.start + cluster.text.len(),
            cells: cluster.cells,
            price: if allowed { 0 } else { TOKEN },
            space: kind == Class::Space,
            gap: false,
            hangs: false,
        });
        classes.push((kind, first));
    }
    if rules.language == Language::Other {
        return pieces;
    }
    price_marks(&mut pieces, &classes, rules);
    if rules.hang {
        mark_hanging(&mut pieces, &classes);
    }
    if rules.gap {
        mark_gaps(&mut pieces, &classes);
    }
    price_numbers(&mut pieces, &classes);
    price_quotes(&mut pieces, &classes);
    price_addresses(&mut pieces, &classes);
    pieces
}

fn segmenter(level: Level) -> LineSegmenterBorrowed<'static> {
    static NORMAL: OnceLock<LineSegmenterBorrowed<'static>> = OnceLock::new();
    static STRICT: OnceLock<LineSegmenterBorrowed<'static>> = OnceLock::new();
    let (cell, strictness) = match level {
        Level::Basic => (&NORMAL, LineBreakStrictness::Normal),
        Level::Gb | Level::Strict => (&STRICT, LineBreakStrictness::Strict),
    };
    *cell.get_or_init(|| {
        let mut options = LineBreakOptions::default();
        options.strictness = Some(strictness);
        LineSegmenter::new_for_non_complex_scripts(options)
    })
}

/// Stop marks between two characters that are no marks may hang.
fn mark_hanging(pieces: &mut [Piece], classes: &[Kind]) {
    let mark = |at: Option<usize>| {
        let class = at.and_then(|at| classes.get(at)).map(|(class, _)| *class);
        class.is_some_and(|c| not_first(c) || not_last(c) || c == Class::Dash)
    };
    for (at, piece) in pieces.iter_mut().enumerate() {
        let stop = matches!(
            classes.get(at),
            Some((Class::Stop, '，' | '。' | '、' | '；' | '：' | '！' | '？'))
        );
        piece.hangs = stop && !mark(at.checked_sub(1)) && !mark(Some(at + 1));
    }
}

/// Where cells are left empty between Han and Latin.
fn mark_gaps(pieces: &mut [Piece], classes: &[Kind]) {
    for (at, piece) in pieces.iter_mut().enumerate() {
        piece.gap = gap::before(classes, at);
    }
}

/// The Chinese table over the verdict of UAX #14.
fn price_marks(pieces: &mut [Piece], classes: &[Kind], rules: Rules) {
    let mut dashes = 0;
    // The last class that is no space: an opening mark holds what follows it through spaces too
    // (UAX #14, LB14).
    let mut inked = Class::Space;
    for at in 1..pieces.len() {
        let (Some(&left), Some(&right)) = (classes.get(at - 1), classes.get(at)) else {
            return;
        };
        if left.0 != Class::Space {
            inked = left.0;
        }
        let next = classes.get(at + 1).copied();
        dashes = if right.0 == Class::Dash && left.1 == right.1 {
            dashes + 1
        } else {
            0
        };
        let price = match left.0 {
            Class::Space if not_last(inked) => Some(KINSOKU),
            _ => mark(left, right, next, dashes, rules),
        };
        if let (Some(price), Some(piece)) = (price, pieces.get_mut(at)) {
            piece.price = price;
        }
    }
}

/// The table's price of a break between two characters; None leaves it to UAX #14. `dashes`
/// counts how many of the same dash stand before the right one without a gap.
fn mark(left: Kind, right: Kind, next: Option<Kind>, dashes: usize, rules: Rules) -> Option<u64> {
    let word = |class| matches!(class, Class::Latin | Class::Digit);
    let han = |class| {
        matches!(
            class,
            Class::Other | Class::Unit | Class::Scale | Class::About | Class::Symbol
        )
    };
    match (left.0, right.0) {
        // White space stays with what stands before it (LB7), U+3000 too: what follows a run of
        // spaces is judged behind the whole run.
        (_, Class::Space) => Some(KINSOKU),
        // LB13 holds through spaces, also for quotation marks, which UAX #14 leaves open.
        (Class::Space, Class::Close | Class::Stop) => Some(KINSOKU),
        (Class::Space, kind) if !not_first(kind) => Some(0),
        // Full-width letters are ideographs to UAX #14; here they spell words like all others.
        (a, b) if word(a) && word(b) => Some(TOKEN),
        (Class::Dash, Class::Dash) if left.1 == right.1 => {
            Some(if dashes % 2 == 1 { PAIR } else { 0 })
        }
        (_, Class::Dash) if rules.level == Level::Strict => Some(KINSOKU),
        // A single — joins what stands on both sides; a pair may begin a line.
        (_, Class::Dash) if right.1 == '—' && next.is_none_or(|n| n.1 != '—') => Some(KINSOKU),
        (Class::Open, kind) if kind != Class::Space => Some(KINSOKU),
        (Class::Slash, kind) | (kind, Class::Slash) if word(kind) => None,
        (_, Class::Slash) => Some(KINSOKU),
        (Class::Slash, kind) if rules.level == Level::Basic && !not_first(kind) => Some(0),
        (Class::Slash, _) => Some(KINSOKU),
        (Class::Latin, Class::Connector) | (Class::Digit, Class::Connector | Class::Postfix) => {
            Some(KINSOKU)
        }
        (Class::Connector, Class::Latin) => Some(HYPHEN),
        // What repeats a kana is a kana to Japanese: the level of UAX #14 decides.
        (_, Class::Middle)
            if rules.language == Language::Japanese && rules.level == Level::Basic =>
        {
            None
        }
        (_, kind) if not_first(kind) => Some(KINSOKU),
        (kind, _) if not_last(kind) => Some(KINSOKU),
        (kind, Class::Plus) if word(kind) => Some(KINSOKU),
        (_, Class::Plus) => Some(match next {
            Some((Class::Digit, _)) => 0,
            _ => KINSOKU,
        }),
        (Class::Plus, kind) if !word(kind) => Some(PLUS),
        // UAX #14 glues quotation marks on both sides before Unicode 16 (LB 19a).
        (Class::Close | Class::Stop, Class::Open) => Some(0),
        (Class::Close, kind) if han(kind) => Some(0),
        (kind, Class::Open) if han(kind) => Some(0),
        (Class::Symbol, Class::Symbol) => Some(0),
        (kind, Class::Open) if word(kind) && right.1 != '(' && right.1 != '[' => Some(0),
        _ => None,
    }
}

/// Where in a number, and behind it, the reader of [`price_numbers`] stands.
#[derive(Clone, Copy, PartialEq)]
enum Number {
    Outside,
    Digits,
    Joined,
    Scaled,
    Rounded,
}

/// Numbers stay whole, and with their scale (万 亿), their 余 or 多 and their unit.
fn price_numbers(pieces: &mut [Piece], classes: &[Kind]) {
    let mut state = Number::Outside;
    for at in 0..pieces.len() {
        let Some(&(kind, c)) = classes.get(at) else {
            return;
        };
        let before = state;
        let digit_next = matches!(classes.get(at + 1), Some((Class::Digit, _)));
        state = match (before, kind) {
            (_, Class::Digit) => Number::Digits,
            (Number::Digits, Class::Stop) if digit_next && ".．:：,，".contains(c) => {
                Number::Digits
            }
            (Number::Digits, Class::Connector) if digit_next => Number::Joined,
            (Number::Digits | Number::Scaled, Class::Scale) => Number::Scaled,
            (Number::Digits | Number::Scaled, Class::About) => Number::Rounded,
            _ => Number::Outside,
        };
        let price = match (before, kind) {
            (Number::Outside, _) | (_, Class::Space | Class::Connector) => continue,
            // Dearer only than what parts no number from its unit.
            (Number::Joined, _) => {
                if let Some(piece) = pieces.get_mut(at) {
                    piece.price = RANGE;
                }
                continue;
            }
            // `2000Gbps`: UAX #14 has said so already.
            (Number::Digits, Class::Latin | Class::Digit | Class::Stop)
                if state == Number::Outside =>
            {
                continue;
            }
            (Number::Digits, Class::Digit | Class::Stop | Class::Scale) => TOKEN,
            (Number::Scaled, Class::Scale) => TOKEN,
            (Number::Digits | Number::Scaled, Class::About) => UNIT,
            (_, Class::Unit) => UNIT,
            _ => continue,
        };
        if let Some(piece) = pieces.get_mut(at) {
            piece.price = piece.price.max(price);
        }
    }
}

/// Short quotations and titles are better kept whole.
fn price_quotes(pieces: &mut [Piece], classes: &[Kind]) {
    let mut open: Option<usize> = None;
    for at in 0..pieces.len() {
        match classes.get(at) {
            Some((_, '“' | '‘' | '《' | '〈' | '「' | '『')) => open = Some(at),
            Some((_, '”' | '’' | '》' | '〉' | '」' | '』' | '〞')) => {
                let Some(from) = open.take() else { continue };
                let Some(inside) = pieces.get_mut(from + 1..=at) else {
                    continue;
                };
                if inside.iter().map(|p| p.cells).sum::<usize>() < SHORT_QUOTE {
                    for piece in inside {
                        piece.price = piece.price.max(QUOTE);
                    }
                }
            }
            _ => {}
        }
    }
}

/// Addresses (`https://…`, `www.…`, `name@…`) may be parted behind their joints, as bibliographies
/// do: else one of 70 cells leaves half a line empty before it.
fn price_addresses(pieces: &mut [Piece], classes: &[Kind]) {
    let joint = |c: char| "/.?&=-_@#:".contains(c);
    let mut from = 0;
    // Marks that end a clause or a bracket end an address too.
    let ends = |c: char| !c.is_ascii_graphic() || ",;()<>\"'".contains(c);
    for run in classes.split(|(_, c)| ends(*c)) {
        let to = from + run.len();
        if is_address(run) {
            let pairs = run.iter().zip(run.iter().skip(1));
            for (at, (left, right)) in (from + 1..to).zip(pairs) {
                if joint(left.1)
                    && right.1.is_ascii_alphanumeric()
                    && let Some(piece) = pieces.get_mut(at)
                {
                    piece.price = piece.price.min(JOINT);
                }
            }
        }
        from = to + 1;
    }
}

/// Whether a run of ASCII characters is an address.
fn is_address(run: &[Kind]) -> bool {
    run.windows(4).any(|place| match place {
        [(_, ':'), (_, '/'), (_, '/'), _] | [(_, 'w'), (_, 'w'), (_, 'w'), (_, '.')] => true,
        [(_, a), (_, '@'), (_, b), _] => a.is_ascii_alphanumeric() && b.is_ascii_alphanumeric(),
        _ => false,
    })
}
