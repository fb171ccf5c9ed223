//! How many cells a text needs: all of it on one line, and the longest run that no line may part.

use super::grade::{HARD, pieces};
use super::setting::Setting;

/// What a text needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Cells of the text on one line.
    pub natural: usize,
    /// Cells of the longest run in which a line end is against the rules.
    pub narrowest: usize,
}

/// What a text without line ends needs.
pub fn extent(text: &str, setting: &Setting) -> Extent {
    let pieces = pieces(text, setting.ambiguous, setting.rules);
    let mut extent = Extent::default();
    // Cells of the run, and those of them that are white space at its end: they belong to no line.
    let (mut run, mut blank) = (0, 0);
    for (at, piece) in pieces.iter().enumerate() {
        let gap = usize::from(piece.gap && at > 0);
        extent.natural += gap + piece.cells;
        if piece.price < HARD {
            extent.narrowest = extent.narrowest.max(run - blank);
            run = 0;
        }
        run += piece.cells + if run > 0 { gap } else { 0 };
        blank = if piece.space { blank + piece.cells } else { 0 };
    }
    extent.narrowest = extent.narrowest.max(run - blank.min(run));
    extent
}

#[cfg(test)]
mod tests {
    use super::super::wrap;
    use super::*;
    use crate::width::Ambiguous;

    #[test]
    fn a_text_of_its_narrowest_cells_breaks_no_rule() {
        for (text, natural, narrowest) in [
            ("城镇新增就业", 12, 2),
            ("增长5.5%左右", 12, 4),
            ("162.5亿元以上", 13, 9),
            ("（含广西、云南）", 16, 4),
            ("read the text", 13, 4),
            ("", 0, 0),
        ] {
            let setting = Setting::plain(40, Ambiguous::Narrow);
            let found = extent(text, &setting);
            assert_eq!(
                (found.natural, found.narrowest),
                (natural, narrowest),
                "{text}"
            );
            let setting = Setting::plain(narrowest.max(1), Ambiguous::Narrow);
            let lines = wrap(text, &setting);
            assert!(lines.iter().all(|line| !line.forced), "{text}");
        }
    }
}
