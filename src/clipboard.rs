//! Clipboards of this machine, by the programs that keep them. Whether there is one is found out by asking.

use std::ffi::OsString;
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// How long a program may take, in steps.
const STEPS: u32 = 200;
const STEP: Duration = Duration::from_millis(10);

/// A program that takes a text from its standard input into a clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Program {
    /// Its name.
    pub name: &'static str,
    arguments: &'static [&'static str],
    /// Whether it wants UTF-16, as programs of Windows do.
    utf16: bool,
}

const fn program(name: &'static str, arguments: &'static [&'static str]) -> Program {
    Program {
        name,
        arguments,
        utf16: false,
    }
}

/// tmux: keeps the text in its buffer and hands it to the clipboard of its terminal (`-w`, from 3.2 on).
pub const TMUX: Program = program("tmux", &["load-buffer", "-w", "-"]);

/// The programs that may keep a clipboard here, as the environment tells.
pub fn programs(variable: impl Fn(&str) -> Option<OsString>) -> Vec<Program> {
    let mut found = Vec::new();
    if cfg!(target_os = "macos") {
        found.push(program("pbcopy", &[]));
    }
    if cfg!(windows) || variable("WSL_INTEROP").is_some() {
        found.push(Program {
            utf16: true,
            ..program("clip.exe", &[])
        });
    }
    if variable("WAYLAND_DISPLAY").is_some() {
        found.push(program("wl-copy", &[]));
    }
    if variable("DISPLAY").is_some() {
        found.push(program("xclip", &["-selection", "clipboard"]));
        found.push(program("xsel", &["--clipboard", "--input"]));
    }
    found
}

impl Program {
    /// Has it take a text; whether it did. One that is not there, fails, or takes for ever did not.
    pub fn takes(&self, text: &str) -> bool {
        let child = Command::new(self.name)
            .args(self.arguments)
            // By which pbcopy knows the encoding.
            .env("LC_CTYPE", "UTF-8")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        child.is_ok_and(|child| fed(child, self.bytes(text)))
    }

    fn bytes(&self, text: &str) -> Vec<u8> {
        if self.utf16 {
            let units = "\u{feff}".encode_utf16().chain(text.encode_utf16());
            units.flat_map(u16::to_le_bytes).collect()
        } else {
            text.as_bytes().to_vec()
        }
    }
}

/// Hands bytes to a program and waits until it ends well. It may read slower than they come.
fn fed(mut child: Child, bytes: Vec<u8>) -> bool {
    let Some(mut input) = child.stdin.take() else {
        return false;
    };
    let writer = thread::Builder::new().spawn(move || input.write_all(&bytes).is_ok());
    for _ in 0..STEPS {
        match child.try_wait() {
            Ok(Some(status)) => {
                let written = writer.is_ok_and(|writer| writer.join().unwrap_or(false));
                return status.success() && written;
            }
            Ok(None) => thread::sleep(STEP),
            Err(_) => return false,
        }
    }
    // It does not answer. What is left of it is the system's.
    let _ = child.kill();
    let _ = child.wait();
    false
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_program_takes_a_text_or_says_that_it_does_not() {
        let takes = |name, arguments| program(name, arguments).takes(&"字".repeat(100_000));
        assert!(takes("cat", &[]));
        assert!(!takes("false", &[]));
        assert!(!takes("no-such-program-here", &[]));
        // Ends without having read all of it.
        assert!(!takes("true", &[]));
    }

    #[test]
    fn windows_has_utf_16() {
        let clip = Program {
            utf16: true,
            ..program("clip.exe", &[])
        };
        assert_eq!(clip.bytes("字"), [0xff, 0xfe, 0x57, 0x5b]);
        assert_eq!(program("cat", &[]).bytes("字"), "字".as_bytes());
    }

    #[test]
    fn only_what_is_there_is_asked() {
        let names = |set: &'static str| -> Vec<&str> {
            let found = programs(|name| (name == set).then(|| ":0".into()));
            found.iter().map(|program| program.name).collect()
        };
        if cfg!(target_os = "linux") {
            assert_eq!(names("DISPLAY"), ["xclip", "xsel"]);
            assert_eq!(names("WAYLAND_DISPLAY"), ["wl-copy"]);
            assert!(names("HOME").is_empty());
        }
    }
}
