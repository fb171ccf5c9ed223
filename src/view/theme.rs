//! Colours: sixteen of the terminal's own, so that its light or dark background decides, or none.
//! Whatever has a colour has a word or a sign beside it.

use ratatui::style::{Color, Modifier, Style};

use crate::model::Role;
use crate::wording::verdict::Tone;

/// How each part of a screen looks.
#[derive(Clone, Copy, Debug)]
pub struct Theme {
    /// Running text.
    pub text: Style,
    /// Headings and names.
    pub strong: Style,
    /// What stands back: counts, references, rules.
    pub quiet: Style,
    /// The row under the cursor, where the keys go.
    pub cursor: Style,
    /// The row under the cursor of the other pane.
    pub marked: Style,
    /// Keys in the bottom line.
    pub key: Style,
    /// The words of a target.
    target: Style,
    /// The words of a result.
    result: Style,
    /// What was not there the year before.
    pub added: Style,
    /// What is no more there the year after.
    pub gone: Style,
    /// What stands elsewhere in the other year.
    pub moved: Style,
    /// What was looked for.
    pub found: Style,
    good: Style,
    half: Style,
    bad: Style,
}

/// The colours of a theme; where there is none, the terminal's own is left.
struct Palette {
    target: Option<Color>,
    result: Option<Color>,
    added: Option<Color>,
    gone: Option<Color>,
    moved: Option<Color>,
    found: Option<Color>,
    good: Option<Color>,
    half: Option<Color>,
    bad: Option<Color>,
    /// What is added to what is gone or moved: not every terminal strikes out or slants, and without colours a line
    /// below says what is meant.
    changed: Modifier,
}

/// The themes: in the sixteen colours of the terminal, and without colours.
const THEMES: [Palette; 2] = [
    Palette {
        target: Some(Color::Magenta),
        result: Some(Color::Green),
        added: Some(Color::Green),
        gone: Some(Color::Red),
        moved: Some(Color::Magenta),
        found: Some(Color::Yellow),
        good: Some(Color::Green),
        half: Some(Color::Magenta),
        bad: Some(Color::Red),
        changed: Modifier::empty(),
    },
    Palette {
        target: None,
        result: None,
        added: None,
        gone: None,
        moved: None,
        found: None,
        good: None,
        half: None,
        bad: None,
        changed: Modifier::UNDERLINED,
    },
];

impl Theme {
    /// With colours, or without.
    pub fn new(colors: bool) -> Self {
        let [color, mono] = &THEMES;
        Self::of(if colors { color } else { mono })
    }

    fn of(palette: &Palette) -> Self {
        let plain = Style::new();
        let color = |color: Option<Color>| Style { fg: color, ..plain };
        let changed = palette.changed;
        Self {
            text: plain,
            strong: plain.add_modifier(Modifier::BOLD),
            quiet: plain.add_modifier(Modifier::DIM),
            cursor: plain.add_modifier(Modifier::REVERSED),
            marked: plain.add_modifier(Modifier::BOLD),
            key: plain.add_modifier(Modifier::BOLD),
            target: color(palette.target).add_modifier(Modifier::UNDERLINED),
            result: color(palette.result).add_modifier(Modifier::UNDERLINED),
            added: color(palette.added).add_modifier(Modifier::UNDERLINED),
            gone: color(palette.gone).add_modifier(Modifier::CROSSED_OUT | changed),
            moved: color(palette.moved).add_modifier(Modifier::ITALIC | changed),
            found: color(palette.found).add_modifier(Modifier::UNDERLINED),
            good: color(palette.good),
            half: color(palette.half),
            bad: color(palette.bad).add_modifier(Modifier::BOLD),
        }
    }

    /// The words of a figure.
    pub fn figure(&self, role: Role) -> Style {
        match role {
            Role::Target => self.target,
            Role::Result => self.result,
            Role::Base | Role::Standing | Role::Untold => self.quiet,
        }
    }

    /// The sign beside a figure.
    pub fn mark(&self, role: Role) -> Style {
        self.figure(role).remove_modifier(Modifier::UNDERLINED)
    }

    /// The sign beside what changed: the colour alone.
    pub fn sign(&self, change: Style) -> Style {
        let lines = Modifier::UNDERLINED | Modifier::CROSSED_OUT | Modifier::ITALIC;
        change.remove_modifier(lines)
    }

    /// What kind of news something is.
    pub fn tone(&self, tone: Tone) -> Style {
        match tone {
            Tone::Good => self.good,
            Tone::Open => self.half,
            Tone::Bad => self.bad,
            Tone::Quiet => self.text,
        }
    }

    /// The same where it stands first: in bold.
    pub fn bright(&self, tone: Tone) -> Style {
        self.tone(tone).add_modifier(Modifier::BOLD)
    }

    /// Bad news.
    pub fn bad(&self) -> Style {
        self.bad
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_every_change_is_underlined() {
        let theme = Theme::new(false);
        for change in [theme.added, theme.gone, theme.moved] {
            assert!(change.add_modifier.contains(Modifier::UNDERLINED));
            assert!(change.fg.is_none());
            assert!(theme.sign(change).add_modifier.is_empty());
        }
    }
}
