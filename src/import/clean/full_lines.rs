//! How wide the lines of a text were set, which of them fill that width, and how its paragraphs are marked. A line is
//! full if the first word of the next one had no room in it. Knows nothing of what is done with it.

use super::limits;
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::text::label;

static SALUTATION: List = List::new("salutation");

/// A line as it was set.
#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own, and any may hold with any other"
)]
pub struct Seen {
    /// Whether it fills the width of the text.
    pub full: bool,
    /// Whether an indent or an empty line shows that it begins a paragraph.
    pub marked: bool,
    /// Whether it begins with what looks like numbering.
    pub labelled: bool,
    /// Whether the source itself says that it stands apart.
    pub apart: bool,
    /// Whether it greets those to whom the text is spoken.
    pub greets: bool,
    /// Whether it ends with a mark; and whether that ends a sentence.
    pub ends: Ends,
    /// Whether it has any mark of running text.
    pub prose: bool,
    /// Its width, with its indent.
    width: usize,
    /// The width of what stands together at its beginning: a number, a character and the marks that close behind it.
    first: usize,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Within a clause.
    Within,
    /// With a mark within a sentence.
    Mark,
    /// With what announces something.
    Colon,
    /// As a sentence does.
    Sentence,
}

/// The lines of a document as they were set.
#[derive(Debug)]
pub struct FullLines {
    /// Each of its lines.
    pub lines: Vec<Seen>,
    /// Whether the paragraphs of running text are marked where they begin.
    pub marks: bool,
    /// Whether numbered lines are marked, too.
    pub marks_numbers: bool,
    /// Whether most lines of its text are full: paragraphs have several lines.
    pub dense: bool,
}

/// How wide a character is.
#[derive(Clone, Copy)]
enum Measure {
    /// In cells: half-width characters take half the room.
    Cells,
    /// Each character takes the same room.
    Characters,
}

impl Measure {
    fn of(self, c: char) -> usize {
        match self {
            Self::Cells if c >= '\u{2000}' => 2,
            _ => 1,
        }
    }

    /// The width of a Chinese character.
    fn unit(self) -> usize {
        match self {
            Self::Cells => 2,
            Self::Characters => 1,
        }
    }

    fn width(self, text: &str) -> usize {
        text.chars().map(|c| self.of(c)).sum()
    }
}

impl FullLines {
    /// Those of a document; None if its lines are no lines of one width.
    pub fn of(lines: &[Line]) -> Option<Self> {
        if lines.len() < limits::LINES_WITH_MARGIN.get() {
            return None;
        }
        let gaps = has_gaps(lines);
        let measured = [Measure::Cells, Measure::Characters].map(|measure| {
            let seen: Vec<Seen> = lines.iter().map(|line| see(line, measure, gaps)).collect();
            let margin = margin(&seen, measure.unit());
            (seen, measure.unit(), margin)
        });
        let found = measured
            .into_iter()
            .filter_map(|(seen, unit, margin)| margin.map(|(full, near)| (seen, unit, full, near)));
        // The measure in which more lines are of one width; cells if both are alike.
        let (mut seen, unit, full, _) = found.min_by_key(|(.., near)| std::cmp::Reverse(*near))?;
        // Where nothing marks paragraphs, indents were lost: the first line of one seems shorter.
        let marked = seen.iter().filter(|line| line.marked).count();
        let lost = if marked * 8 < seen.len() { 2 * unit } else { 0 };
        fill(&mut seen, full, unit, lost);
        Some(Self::with(seen))
    }

    fn with(seen: Vec<Seen>) -> Self {
        let pairs = || seen.iter().zip(seen.iter().skip(1));
        // What follows a line that is not full begins something.
        let starts = || {
            let begins = pairs().filter(|(before, line)| !before.full && !line.apart);
            begins.map(|(_, line)| line)
        };
        let share = |labelled: bool| {
            let starts = starts().filter(|line| line.labelled == labelled);
            // A short line without a mark is a title, an address or a signature.
            let starts = starts.filter(|line| labelled || line.full || line.prose);
            let (marked, bare): (Vec<_>, Vec<_>) = starts.partition(|line| line.marked);
            marked.len() >= 2 && marked.len() >= 4 * bare.len()
        };
        let full = seen.iter().filter(|line| line.full).count();
        Self {
            marks: share(false),
            marks_numbers: share(true),
            dense: full * 2 >= seen.iter().filter(|line| !line.apart).count(),
            lines: seen,
        }
    }
}

/// Whether empty lines part paragraphs: between all lines they part nothing.
fn has_gaps(lines: &[Line]) -> bool {
    let gaps = lines.iter().skip(1).filter(|line| line.after_gap).count();
    gaps * 8 < lines.len() * 7
}

fn see(line: &Line, measure: Measure, gaps: bool) -> Seen {
    let text = line.text.as_str();
    let indent = if line.indented { 2 * measure.unit() } else { 0 };
    Seen {
        full: false,
        marked: line.indented || (gaps && line.after_gap),
        labelled: label::read(text, None).is_some(),
        apart: line.whole || line.style != Style::Plain,
        greets: SALUTATION.starts(text),
        ends: match text.chars().next_back() {
            Some('。' | '！' | '？' | '!' | '?') => Ends::Sentence,
            Some('：' | ':') => Ends::Colon,
            Some(c) if !c.is_alphanumeric() => Ends::Mark,
            _ => Ends::Within,
        },
        prose: text.contains(['，', '。', '；', '、', '：']),
        width: indent + measure.width(text),
        first: measure.width(first_word(text)),
    }
}

/// What stands together at the beginning of a line: a number or a word of Latin letters, or a character; before it the
/// marks that open, behind it those that close.
fn first_word(text: &str) -> &str {
    let opens = |c: char| "“‘（《〈【〔「『(".contains(c);
    let closes = |c: char| "，。、；：！？）」』”’》〉】〕％%,;:!?)".contains(c);
    let of_word = |c: char| c.is_ascii_alphanumeric() || ".,-/".contains(c);
    let behind = text.trim_start_matches(opens);
    let rest = if behind.starts_with(of_word) {
        behind.trim_start_matches(of_word)
    } else {
        let mut chars = behind.chars();
        chars.next();
        chars.as_str()
    };
    let rest = rest.trim_start_matches(closes);
    text.get(..text.len() - rest.len()).unwrap_or(text)
}

/// The width of a full line, and how many lines are about as wide; None if too few of them are.
fn margin(seen: &[Seen], unit: usize) -> Option<(usize, usize)> {
    let text = || seen.iter().filter(|line| !line.apart);
    let mut widths: Vec<usize> = text().map(|line| line.width).collect();
    widths.sort_unstable();
    // A line or two may be longer: an address, a row of links.
    let full = *widths.get(widths.len() * 7 / 8)?;
    let range = limits::NARROWEST.get() * unit..=limits::WIDEST.get() * unit;
    let slack = 2 * unit;
    let is_near = |line: &&Seen| line.width + slack >= full && line.width <= full + slack;
    let near = text().filter(is_near).count();
    let beyond = text().filter(|line| line.width > full + slack).count();
    let is_cut = |line: &&Seen| line.ends == Ends::Within && line.prose;
    let cuts = text().filter(is_near).filter(is_cut).count();
    // Cuts at another width are those of parts that were set in their own.
    let elsewhere = seen.iter().zip(seen.iter().skip(1)).filter(|(line, next)| {
        let begins = line.labelled || next.labelled || next.marked || line.apart || next.apart;
        is_cut(line) && !begins && line.width + next.first + slack + unit < full
    });
    // Whether lines of the same width are cut, or are sentences and headings of one length, their ends show.
    let is_margin = range.contains(&full)
        && near * 4 >= widths.len()
        && beyond * 8 <= near
        && cuts >= 3
        && elsewhere.count() * 4 <= cuts
        && cuts * 2 >= near;
    let tight = |line: &&Seen| line.width.abs_diff(full) <= unit;
    is_margin.then(|| (full, text().filter(tight).count()))
}

/// Tells which lines are full: the first word of the next one had no room. `lost` is the indent that the first line of
/// a paragraph lacks.
fn fill(seen: &mut [Seen], full: usize, unit: usize, lost: usize) {
    let mut begins = true;
    for at in 0..seen.len() {
        let first = seen.get(at + 1).map(|next| next.first);
        let Some(line) = seen.get_mut(at) else {
            return;
        };
        let indent = if begins { lost } else { 0 };
        // Hanging marks make some lines a character wider than the margin.
        let needed = first.map(|first| line.width + indent + first + unit);
        line.full = !line.apart && needed.is_some_and(|needed| needed >= full);
        begins = !line.full;
    }
}
