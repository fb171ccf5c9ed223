//! The lines of a head as the rules of the head see them: where the title is, and where a speech begins. Knows no rules
//! of other lines.

use std::ops::Deref;
use std::ops::Range;

use super::candidates::title;
use super::limits;
use super::lines::Lines;
use super::wording::is_salutation;
use crate::import::line::{Line, Style};
use crate::text::chars::letters;

/// The first lines of a document.
#[derive(Debug, Default)]
pub struct Page {
    lines: Lines,
    /// The line that is the title, if one is by itself.
    pub title: Option<usize>,
    /// The salutation that a speech begins with: all before it is around the text.
    pub speech: Option<usize>,
    /// The lines of the offices of a joint document, beside whose middle stands 文件.
    pub joint: Range<usize>,
    /// The only line that is set as a heading of the highest level, if the document begins with it.
    pub top: Option<usize>,
}

impl Page {
    /// Finds title and salutation. `front` is the title that the page itself gives.
    pub fn of(lines: &[Line], front: Option<&str>) -> Self {
        let top = only_highest(lines).filter(|at| *at < limits::HEAD_LINES.get());
        let lines = Lines::of(lines);
        let (lines, title) = title(lines, front);
        let from = title.map_or(0, |title| title + 1);
        let begins = |at: &usize| is_salutation(lines.line(*at)) || lines.is_numbered(*at);
        let speech = (from..lines.end()).find(begins);
        let speech = speech.filter(|at| is_salutation(lines.line(*at)));
        Self {
            joint: lines.joint_head(),
            lines,
            title,
            speech,
            top,
        }
    }

    /// The letters of the title.
    pub fn letters_of_title(&self) -> String {
        self.title
            .map_or_else(String::new, |at| letters(self.line(at)))
    }
}

impl Deref for Page {
    type Target = Lines;

    fn deref(&self) -> &Lines {
        &self.lines
    }
}

/// The line that is set as a heading of a level above all others, if it is the first of them and alone.
fn only_highest(lines: &[Line]) -> Option<usize> {
    let level = |line: &Line| match line.style {
        Style::Heading(level) => Some(level),
        _ => None,
    };
    let highest = lines.iter().filter_map(level).min()?;
    let at = lines.iter().position(|line| level(line).is_some())?;
    let mut of_level = lines.iter().filter(|line| level(line) == Some(highest));
    let is_first = lines.get(at).and_then(level) == Some(highest);
    (is_first && of_level.nth(1).is_none()).then_some(at)
}
