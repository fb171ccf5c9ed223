//! Keys of crossterm into keys of the program.

use crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

use crate::keymap::key::Key;

/// The key of an event; None for a release and for keys that nothing is bound to.
pub fn translate(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let control = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let key = match event.code {
        KeyCode::Char(_) if alt => return None,
        KeyCode::Char(c) if control => Key::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(n) => Key::F(n),
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab => Key::Tab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        _ => return None,
    };
    Some(key)
}

/// What stands around a pasted text.
const PASTE: (&str, &str) = ("\x1b[200~", "\x1b[201~");
/// Keys as xterm and its like send them.
const SEQUENCES: [(&str, Key); 27] = [
    ("\x1b[A", Key::Up),
    ("\x1b[B", Key::Down),
    ("\x1b[C", Key::Right),
    ("\x1b[D", Key::Left),
    ("\x1b[5~", Key::PageUp),
    ("\x1b[6~", Key::PageDown),
    ("\x1b[H", Key::Home),
    ("\x1b[F", Key::End),
    ("\x1bOA", Key::Up),
    ("\x1bOB", Key::Down),
    ("\x1bOC", Key::Right),
    ("\x1bOD", Key::Left),
    ("\x1b[1~", Key::Home),
    ("\x1b[4~", Key::End),
    ("\x1b[3~", Key::Delete),
    ("\x1bOP", Key::F(1)),
    ("\x1bOQ", Key::F(2)),
    ("\x1bOR", Key::F(3)),
    ("\x1bOS", Key::F(4)),
    ("\x1b[11~", Key::F(1)),
    ("\x1b[12~", Key::F(2)),
    ("\x1b[13~", Key::F(3)),
    ("\x1b[14~", Key::F(4)),
    ("\x1b[17~", Key::F(6)),
    ("\x1b[21~", Key::F(10)),
    // The Linux console.
    ("\x1b[[A", Key::F(1)),
    ("\x1b[[B", Key::F(2)),
];

/// Keys that were typed before events were read, as xterm and its like send them. Other sequences
/// and pasted texts are left out.
pub fn from_bytes(bytes: &[u8]) -> Vec<Key> {
    let text = String::from_utf8_lossy(bytes);
    let mut rest = text.as_ref();
    let mut keys = Vec::new();
    while let Some(c) = rest.chars().next() {
        let sequence = SEQUENCES.iter().find_map(|(written, key)| {
            let behind = rest.strip_prefix(written)?;
            Some((*key, behind))
        });
        if let Some((key, behind)) = sequence {
            keys.push(key);
            rest = behind;
            continue;
        }
        if let Some(pasted) = rest.strip_prefix(PASTE.0) {
            rest = pasted.split_once(PASTE.1).map_or("", |(_, behind)| behind);
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        match c {
            '\r' | '\n' => keys.push(Key::Enter),
            '\t' => keys.push(Key::Tab),
            '\x7f' => keys.push(Key::Backspace),
            '\x1b' => match rest.find(|c: char| c.is_ascii_alphabetic() || c == '~') {
                // A sequence nobody knows here.
                Some(end) if rest.starts_with(['[', 'O']) => {
                    rest = rest.get(end + 1..).unwrap_or_default();
                }
                _ => keys.push(Key::Esc),
            },
            '\x01'..='\x1a' => {
                let letter = char::from(b'`' + c as u8);
                keys.push(Key::Ctrl(letter));
            }
            c if c.is_control() => {}
            c => keys.push(Key::Char(c)),
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_typed_early_are_read_from_their_bytes() {
        assert_eq!(
            from_bytes("j\x1b[B字\r\x03\x1b[1;5A\x1bOQ\x1b[200~qq\x1b[201~\x1b".as_bytes()),
            [
                Key::Char('j'),
                Key::Down,
                Key::Char('字'),
                Key::Enter,
                Key::Ctrl('c'),
                Key::F(2),
                Key::Esc
            ]
        );
    }

    #[test]
    fn control_keys_are_told_by_their_small_letter() {
        let event = KeyEvent::new(KeyCode::Char('C'), KeyModifiers::CONTROL);
        assert_eq!(translate(event), Some(Key::Ctrl('c')));
        let event = KeyEvent::new(KeyCode::Char('x'), KeyModifiers::ALT);
        assert_eq!(translate(event), None);
    }
}
