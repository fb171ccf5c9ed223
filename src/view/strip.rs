//! The strip below the text: what was read of the bulletin and what was not, as part of the rule that is
//! there anyway.

use crate::app::App;
use crate::app::layout::Area;
use crate::wording::reading;

use super::canvas::Canvas;
use super::theme::Theme;

/// Cells of the strip at least; words that leave it less are left out, the last ones first.
const SHORTEST: u16 = 8;

/// Draws it over a rule.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, rule: Area) {
    let progress = app.shown_bulletin().and_then(|at| app.progress(at));
    let Some(progress) = progress else { return };
    let count = progress.count();
    if count.sections == 0 {
        return;
    }
    let parts = reading::parts(
        (count.read, count.sections),
        (count.left.count(), count.left.minutes()),
        app.lang,
    );
    let fits =
        |words: &String| canvas.cells(words) + 3 + usize::from(SHORTEST) <= usize::from(rule.cells);
    let lines = (1..=parts.len()).rev().map(|many| {
        let parts = parts.get(..many).unwrap_or_default();
        parts.join("  ")
    });
    let Some(words) = lines.into_iter().find(fits) else {
        return;
    };
    // A space at both sides, and the rule's end.
    let taken = canvas.cells(&words) as u16 + 3;
    let cells = rule.cells - taken;
    let (read, unread) = (canvas.sign("━", "="), canvas.sign("─", "-"));
    let strip: String = progress
        .strip(usize::from(cells))
        .into_iter()
        .map(|is_read| if is_read { read } else { unread })
        .collect();
    let end = rule.x + rule.cells;
    let x = canvas.put(rule.x, rule.y, &strip, end, theme.quiet);
    canvas.put(x, rule.y, &format!(" {words} "), end, theme.quiet);
}
