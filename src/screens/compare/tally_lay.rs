//! The tally of the group an official is asked about first, set in lines: how many rows it has, how many stand how, each
//! with a bar as long as its part.

use crate::compare::{Count, Outcome, Standing};
use crate::width::cells;
use crate::wording::tally::{TIE, count_signs, group_name, standing_tone, standing_word};

use super::lines::{Line, Look, Piece};
use super::view::View;

/// Cells that all bars take together: those that have room are drawn.
const BARS: [usize; 4] = [24, 12, 8, 0];
/// Cells between two parts of a line.
const GAP: usize = 2;

/// The tally in at most so many lines of so many cells; in signs where words have no room.
pub fn tally_lines(view: &View<'_>, room: usize, most: usize) -> Vec<Line> {
    let state = view.state;
    let first = state.first_group();
    let Some((group, count)) = first.and_then(|group| Some((group, state.tally.group(group)?)))
    else {
        let text = view.lang.words().tally_none.to_owned();
        return vec![vec![piece(1, text, Look::Quiet)]];
    };
    let name = group_name(group, state.year, state.has_main(), view.lang);
    let year = |name: String| view.lang.words().year_group(name, state.year);
    let head = (year(name), view.lang.words().items(count.total()));
    let mut ways = BARS.iter().map(|bars| {
        let parts = parts(view, &head, count, *bars);
        flow(parts, room, view)
    });
    let fits = |lines: &Vec<Line>| lines.len() <= most;
    let signs = count_signs(count, view.lang).join(" ");
    let mut short = [format!("{} {}  {signs}", head.0, head.1), signs.clone()].into_iter();
    let short = short.find(|text| cells(text, view.ambiguous) <= room);
    ways.find(fits)
        .unwrap_or_else(|| vec![vec![piece(1, short.unwrap_or(signs), Look::Text)]])
}

/// A part of the tally: pieces that stand beside each other, with their looks.
type Part = Vec<(String, Look)>;

fn parts(
    view: &View<'_>,
    (name, total): &(String, String),
    count: &Count,
    bars: usize,
) -> Vec<Part> {
    let mut parts = vec![vec![
        (format!("{name} "), Look::Strong),
        (total.clone(), Look::Strong),
    ]];
    for (standing, number) in &count.standings {
        let words = format!("{} {number}", standing_word(*standing, view.lang));
        let mut part = vec![(words, Look::Text)];
        let cells = bar(*number, count.total(), bars);
        if cells > 0 {
            let sign = bar_sign(*standing, view.unicode);
            let look = Look::News(standing_tone(*standing));
            part.push((format!(" {}", sign.repeat(cells)), look));
        }
        parts.push(part);
    }
    if count.similar > 0 {
        let similar = view.lang.words().tally_similar(count.similar, TIE);
        parts.push(vec![(similar.replace(TIE, " "), Look::Quiet)]);
    }
    parts
}

/// Cells of a bar: one for each row where all of them have room, else as many as its part of all.
fn bar(number: usize, total: usize, cells: usize) -> usize {
    if cells == 0 {
        0
    } else if total <= cells {
        number
    } else {
        ((number * cells + total / 2) / total).max(1)
    }
}

/// What a bar is made of: dark for what was reached, lighter the less is known.
fn bar_sign(standing: Standing, unicode: bool) -> &'static str {
    let (sign, ascii) = match standing {
        Standing::Judged(Outcome::Exceeded | Outcome::Met | Outcome::Near) => ("█", "#"),
        Standing::Judged(Outcome::Qualitative) => ("▓", "="),
        Standing::Judged(Outcome::Partial | Outcome::Missed) => ("▒", "-"),
        Standing::Judged(Outcome::Unreported | Outcome::Incomparable | Outcome::Unplanned)
        | Standing::CarriedOver
        | Standing::Open => ("░", "."),
    };
    if unicode { sign } else { ascii }
}

/// Parts one behind the other, as many to a line as fit.
fn flow(parts: Vec<Part>, room: usize, view: &View<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut x = 0;
    for part in parts {
        let width: usize = part
            .iter()
            .map(|(text, _)| cells(text, view.ambiguous))
            .sum();
        if lines.is_empty() || x + GAP + width > room + 1 {
            lines.push(Line::new());
            x = 1;
        } else {
            x += GAP;
        }
        for (text, look) in part {
            let width = cells(&text, view.ambiguous);
            if let Some(line) = lines.last_mut() {
                line.push(piece(x, text, look));
            }
            x += width;
        }
    }
    lines
}

fn piece(x: usize, text: String, look: Look) -> Piece {
    Piece { x, text, look }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_long_as_its_part_and_never_nothing() {
        assert_eq!(bar(3, 8, 24), 3);
        assert_eq!(bar(100, 200, 24), 12);
        assert_eq!(bar(1, 500, 24), 1);
        assert_eq!(bar(5, 8, 0), 0);
    }
}
