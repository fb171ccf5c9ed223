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

#[cfg(test)]
mod tests {
    use super::*;

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
