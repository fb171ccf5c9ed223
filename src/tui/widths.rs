//! How wide a terminal draws ambiguous characters: asked, guessed where it does not answer, and gone by.

use std::io;

use super::world::World;
use crate::app::app::App;
use crate::store::effect::Answer;
use crate::terminal::Terminal;
use crate::terminal::probe::Widths;
use crate::width::Ambiguous;

/// Whether the terminal is one that answers questions, as far as its name tells.
pub fn can_be_asked() -> bool {
    let name = std::env::var("TERM").unwrap_or_default();
    cfg!(unix) && !matches!(name.as_str(), "" | "dumb")
}

/// Asks the terminal, and goes by what it answers.
pub fn ask(app: &mut App, world: &mut World) -> io::Result<()> {
    if world.terminal.measures() {
        world.terminal.ask_widths()?;
        world.draw(app)?;
        let widths = world.terminal.hear_widths()?.unwrap_or_else(unanswered);
        measured(app, &mut world.terminal, widths);
    }
    Ok(())
}

/// Asks once more: a screen that looks torn may be one whose widths are not those that were measured.
pub fn ask_again(app: &mut App, terminal: &mut Terminal) -> io::Result<()> {
    terminal.ask_widths_again()?;
    match terminal.hear_widths()? {
        Some(widths) => measured(app, terminal, widths),
        // What was measured before still holds. No key waits for an answer that
        // does not come a second time.
        None => terminal.stop_measuring(),
    }
    Ok(())
}

/// Whether the locale's characters are those of a Chinese place.
fn chinese_locale() -> bool {
    let mut names = ["LC_ALL", "LC_CTYPE", "LANG"].iter();
    let locale = names.find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    locale.is_some_and(|locale| locale.starts_with("zh"))
}

/// What is believed of a terminal that does not answer: one of a Chinese locale may be a wide one.
/// Two cells, then, which are drawn so that they are right on a narrow one as well.
fn unanswered() -> Widths {
    if chinese_locale() {
        Widths {
            ambiguous: Ambiguous::Wide,
            rules: false,
        }
    } else {
        Widths {
            ambiguous: Ambiguous::Narrow,
            rules: true,
        }
    }
}

/// Goes by the widths that were measured.
fn measured(app: &mut App, terminal: &mut Terminal, widths: Widths) {
    let Widths { ambiguous, rules } = widths;
    if (ambiguous, rules) != (app.store.ambiguous, app.store.unicode_signs) {
        terminal.set_ambiguous(ambiguous);
        app.answer(Answer::Measured(ambiguous, rules));
    }
}
