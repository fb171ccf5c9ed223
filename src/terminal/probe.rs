//! How many cells this terminal gives to characters whose width is ambiguous: measured, not
//! assumed.
//!
//! One write asks for everything: each character at the top left corner, then for the cursor's
//! place (CPR, ECMA-48 8.3.14); at the end for the terminal's kind (DA1), which nearly every
//! terminal answers and which ends the waiting. It is asked before the first frame, so that the
//! answers come while the frame is drawn, and listened to before events are read, so that the two
//! cannot take each other's bytes. What was typed meanwhile is kept.

use std::io::{self, Write};
use std::time::{Duration, Instant};

use crate::width::Ambiguous;

/// How long answers are waited for.
const PATIENCE: Duration = Duration::from_millis(300);

/// How long, once the terminal has begun to answer: what comes later would be read as keys.
const PATIENCE_ONCE_BEGUN: Duration = Duration::from_secs(2);

/// What is measured, in this order: quotation mark, circled digit, ellipsis, rule, letter.
const PROBES: [char; 5] = ['“', '①', '…', '─', 'α'];

/// What was found out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widths {
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Whether rules and fold marks take one cell, so that they may be used.
    pub rules: bool,
}

/// Writes the question.
///
/// # Errors
/// Those of the writer.
pub fn ask(out: &mut impl Write) -> io::Result<()> {
    for probe in PROBES {
        write!(out, "\x1b[1;1H{probe}\x1b[6n")?;
    }
    write!(out, "\x1b[1;1H\x1b[2K\x1b[c")
}

/// Answers in what a terminal sent, and the bytes that are none: keys.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// Columns of the cursor behind each probe, from 1.
    pub columns: Vec<u16>,
    /// Whether the last answer has come.
    pub done: bool,
    /// What was typed.
    pub typed: Vec<u8>,
}

impl Heard {
    /// Takes apart what came so far.
    pub fn new(bytes: &[u8]) -> Self {
        let mut heard = Self::default();
        let mut rest = bytes;
        while let Some((first, behind)) = rest.split_first() {
            match answer(rest) {
                Some((Answer::Column(column), used)) => {
                    heard.columns.push(column);
                    rest = rest.get(used..).unwrap_or_default();
                }
                Some((Answer::Kind, used)) => {
                    heard.done = true;
                    rest = rest.get(used..).unwrap_or_default();
                }
                None => {
                    heard.typed.push(*first);
                    rest = behind;
                }
            }
        }
        heard
    }

    /// What the answers say; None unless all of them came.
    pub fn widths(&self) -> Option<Widths> {
        let [quote, circled, ellipsis, rule, letter] = *self.columns.as_slice() else {
            return None;
        };
        // The cursor stands at column 2 behind a character of one cell.
        let wide = |column: u16| column > 2;
        let ambiguous = if wide(letter) {
            Ambiguous::WideLetters
        } else if wide(quote) || wide(circled) || wide(ellipsis) {
            Ambiguous::Wide
        } else {
            Ambiguous::Narrow
        };
        Some(Widths {
            ambiguous,
            rules: !wide(rule),
        })
    }
}

enum Answer {
    Column(u16),
    Kind,
}

/// The answer that bytes begin with, and how many it takes: `ESC [ row ; column R` or
/// `ESC [ ? … c`.
fn answer(bytes: &[u8]) -> Option<(Answer, usize)> {
    let body = bytes.strip_prefix(b"\x1b[")?;
    let length = body
        .iter()
        .position(|b| !matches!(b, b'0'..=b'9' | b';' | b'?'))?;
    let parameters = std::str::from_utf8(body.get(..length)?).ok()?;
    let used = 2 + length + 1;
    match body.get(length)? {
        b'R' => {
            let (_, column) = parameters.split_once(';')?;
            Some((Answer::Column(column.parse().ok()?), used))
        }
        b'c' if parameters.starts_with('?') => Some((Answer::Kind, used)),
        _ => None,
    }
}

/// Waits for the answers: for `PATIENCE` if none comes, else until they are whole or
/// `PATIENCE_ONCE_BEGUN` is over.
///
/// # Errors
/// Those of the terminal.
#[cfg(unix)]
pub fn listen() -> io::Result<Heard> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use std::fs::File;
    use std::io::IsTerminal;
    use std::os::fd::{AsFd, BorrowedFd};

    let (stdin, tty);
    // Where a bulletin comes from standard input, keys come from the terminal itself.
    let source: BorrowedFd<'_> = if io::stdin().is_terminal() {
        stdin = io::stdin();
        stdin.as_fd()
    } else {
        tty = File::open("/dev/tty")?;
        tty.as_fd()
    };
    let start = Instant::now();
    let mut bytes = Vec::new();
    loop {
        let heard = Heard::new(&bytes);
        let patience = if heard.columns.is_empty() {
            PATIENCE
        } else {
            PATIENCE_ONCE_BEGUN
        };
        let left = patience.saturating_sub(start.elapsed());
        if heard.done || left.is_zero() {
            return Ok(heard);
        }
        let mut sources = [PollFd::from_borrowed_fd(source, PollFlags::IN)];
        let wait = Timespec::try_from(left).unwrap_or_default();
        match poll(&mut sources, Some(&wait)) {
            Ok(0) => {}
            Ok(_) => {
                let mut buffer = [0; 256];
                let count = rustix::io::read(source, &mut buffer)?;
                if count == 0 {
                    return Ok(heard);
                }
                bytes.extend_from_slice(buffer.get(..count).unwrap_or_default());
            }
            // A signal; the loop looks at the clock again.
            Err(rustix::io::Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

/// Consoles of other systems are not asked.
#[cfg(not(unix))]
pub fn listen() -> io::Result<Heard> {
    Ok(Heard::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(columns: [u16; 5]) -> Option<Widths> {
        let mut answers: Vec<String> = columns.map(|c| format!("\x1b[1;{c}R")).into();
        answers.push("\x1b[?62;4c".into());
        Heard::new(answers.concat().as_bytes()).widths()
    }

    #[test]
    fn each_class_of_characters_is_measured() {
        let all = |ambiguous, rules| Some(Widths { ambiguous, rules });
        assert_eq!(widths([2, 2, 2, 2, 2]), all(Ambiguous::Narrow, true));
        assert_eq!(widths([3, 3, 3, 3, 2]), all(Ambiguous::Wide, false));
        assert_eq!(widths([3, 3, 3, 2, 2]), all(Ambiguous::Wide, true));
        assert_eq!(widths([3, 3, 3, 3, 3]), all(Ambiguous::WideLetters, false));
    }

    #[test]
    fn keys_between_the_answers_are_kept() {
        let heard = Heard::new("j\x1b[1;2Rq\x1b[B\x1b[?6c字".as_bytes());
        assert_eq!(heard.columns, [2]);
        assert!(heard.done);
        assert_eq!(heard.typed, "jq\x1b[B字".as_bytes());
        assert_eq!(heard.widths(), None);
    }

    #[test]
    fn an_answer_that_is_not_whole_is_waited_for() {
        let whole = b"\x1b[1;3R\x1b[?62c";
        for cut in 0..whole.len() {
            assert!(!Heard::new(&whole[..cut]).done);
        }
        assert!(Heard::new(whole).done);
    }
}
