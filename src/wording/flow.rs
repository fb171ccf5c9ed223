//! Parts of a line, as many to a line as fit. It does not know what they say.

use crate::width::{self, Ambiguous};
use crate::wrap::{self, Setting};

/// Cells between two parts of a line.
const GAP: usize = 2;

/// Parts into lines, two cells between them; a part longer than a line is broken between words.
pub fn flow(parts: &[String], room: usize, ambiguous: Ambiguous) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts.iter().filter(|p| !p.trim().is_empty()) {
        let part = part.trim();
        let fits = lines.last().is_some_and(|line| {
            width::cells(line, ambiguous) + GAP + width::cells(part, ambiguous) <= room
        });
        if let Some(line) = lines.last_mut().filter(|_| fits) {
            line.push_str("  ");
            line.push_str(part);
            continue;
        }
        let setting = Setting::plain(room, ambiguous);
        lines.extend(wrap::words(part, &setting).map(str::to_owned));
    }
    lines
}

/// How many lines parts of so many cells take, those of none left out; None if one of them is longer than a line.
pub fn count(parts: impl Iterator<Item = usize>, room: usize) -> Option<usize> {
    let (mut lines, mut end) = (0, room);
    for part in parts.filter(|cells| *cells > 0) {
        if part > room {
            return None;
        }
        if end + GAP + part > room {
            (lines, end) = (lines + 1, part);
        } else {
            end += GAP + part;
        }
    }
    Some(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_in_as_many_lines_as_they_are_set_in() {
        let parts = ["甲乙", "丙丁戊 己", "", "庚", "+ 辛 106.7%", "壬癸"].map(str::to_owned);
        let cells = || parts.iter().map(|p| width::cells(p, Ambiguous::Narrow));
        let longest = cells().max().unwrap();
        for room in longest..60 {
            let lines = flow(&parts, room, Ambiguous::Narrow).len();
            assert_eq!(count(cells(), room), Some(lines), "{room}");
        }
        assert_eq!(count(cells(), longest - 1), None);
    }

    #[test]
    fn parts_are_kept_whole_where_they_fit() {
        let parts = [
            "2021目标 180万款",
            "2021完成 192万款",
            "",
            "  + 超额完成 106.7%",
        ]
        .map(str::to_owned);
        assert_eq!(
            flow(&parts, 36, Ambiguous::Narrow),
            ["2021目标 180万款  2021完成 192万款", "+ 超额完成 106.7%"]
        );
    }
}
