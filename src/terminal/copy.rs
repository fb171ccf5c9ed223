//! A text for the clipboard of the terminal (OSC 52), past a multiplexer that stands between.

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

/// What stands between the program and the terminal whose clipboard is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Through {
    /// Nothing.
    Nothing,
    /// tmux, which takes the text itself with `set-clipboard on`, and lets it through to the terminal around
    /// it with `allow-passthrough on`: every escape doubled, in `ESC P tmux ; … ESC \`.
    Tmux,
    /// GNU screen, which lets through what stands in `ESC P … ESC \`, if that is short.
    Screen,
}

/// Bytes that GNU screen lets through at a time: fewer than the 256 that its older versions take.
const SCREEN_TAKES: usize = 240;

/// What hands a text to the clipboard of a terminal: `ESC ] 52 ; c ; BASE64 ESC \`.
pub fn clipboard_sequence(text: &str, through: Through) -> String {
    let mut plain = String::new();
    // A string takes all that is written to it.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    match through {
        Through::Nothing => plain,
        Through::Tmux => {
            let doubled = plain.replace('\x1b', "\x1b\x1b");
            format!("{plain}\x1bPtmux;{doubled}\x1b\\")
        }
        Through::Screen => {
            // The sequence's own end would end what is let through; a bell ends it as well.
            let body = plain.strip_suffix("\x1b\\").unwrap_or(&plain);
            let bytes: Vec<char> = body.chars().chain(['\x07']).collect();
            let pieces = bytes.chunks(SCREEN_TAKES);
            let pieces = pieces.map(|piece| format!("\x1bP{}\x1b\\", String::from_iter(piece)));
            pieces.collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Through, clipboard_sequence};

    #[test]
    fn a_text_is_handed_on_past_what_stands_between() {
        let plain = "\x1b]52;c;5a2X";
        assert_eq!(
            clipboard_sequence("字", Through::Nothing),
            format!("{plain}\x1b\\")
        );
        assert_eq!(
            clipboard_sequence("字", Through::Tmux),
            format!("{plain}\x1b\\\x1bPtmux;\x1b{plain}\x1b\x1b\\\x1b\\")
        );
        assert_eq!(
            clipboard_sequence("字", Through::Screen),
            format!("\x1bP{plain}\x07\x1b\\")
        );
        let long = clipboard_sequence(&"字".repeat(500), Through::Screen);
        let pieces: Vec<&str> = long.split_inclusive("\x1b\\").collect();
        assert_eq!(pieces.len(), 9);
        assert!(
            pieces
                .iter()
                .all(|piece| piece.len() < 256 && piece.starts_with("\x1bP"))
        );
    }
}
