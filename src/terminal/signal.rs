//! Signals. A thread notes what was asked for and wakes the main loop with SIGWINCH, which the
//! reader of events watches anyway, so that ending and stopping take the same way as their keys.
//! If the main loop does not answer (the terminal takes no more output), the thread gives the
//! terminal back itself and ends the program.

#[cfg(not(unix))]
pub use other::{asked, stop, watch};
#[cfg(unix)]
pub use unix::{asked, stop, watch};

/// What a signal asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// To end, with this exit code: 128 and the number of the signal.
    End(u8),
    /// To stop, as Ctrl-Z does.
    Stop,
}

#[cfg(unix)]
mod unix {
    use std::io;
    use std::process;
    use std::sync::Once;
    use std::sync::atomic::{AtomicI32, Ordering};
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level;

    use super::super::restore::restore;
    use super::Asked;

    /// How long the main loop may take to end.
    const PATIENCE: Duration = Duration::from_millis(500);

    /// The signal that has not been answered yet, 0 for none.
    static PENDING: AtomicI32 = AtomicI32::new(0);

    /// Notes signals that end or stop the program, for [`asked`], instead of being ended by them, for what has
    /// to be cleaned up. It starts once.
    ///
    /// # Errors
    /// Those of the system.
    pub fn watch() -> io::Result<()> {
        static WATCHING: Once = Once::new();
        let mut result = Ok(());
        WATCHING.call_once(|| result = start());
        result
    }

    fn start() -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP])?;
        thread::Builder::new()
            .name("signals".into())
            .spawn(move || {
                for signal in signals.forever() {
                    PENDING.store(signal, Ordering::SeqCst);
                    if low_level::raise(SIGWINCH).is_err() {
                        end(signal);
                    }
                    if signal != SIGTSTP {
                        thread::sleep(PATIENCE);
                        end(signal);
                    }
                }
            })?;
        Ok(())
    }

    /// Ends the program. The terminal is given back on a thread of its own: if it takes no output,
    /// the main loop holds it in a write that never ends, and nothing waits for that for long.
    fn end(signal: i32) {
        let (tell, told) = mpsc::channel();
        let give_back = move || {
            restore();
            let _ = tell.send(());
        };
        if thread::Builder::new().spawn(give_back).is_ok() {
            let _ = told.recv_timeout(PATIENCE);
        }
        process::exit(128 + signal);
    }

    /// What was asked for since the last call.
    pub fn asked() -> Option<Asked> {
        match PENDING.swap(0, Ordering::SeqCst) {
            0 => None,
            SIGTSTP => Some(Asked::Stop),
            signal => Some(Asked::End((128 + signal) as u8)),
        }
    }

    /// Stops the program as Ctrl-Z does, until the shell brings it back.
    ///
    /// # Errors
    /// Those of the system.
    pub fn stop() -> io::Result<()> {
        low_level::emulate_default_handler(SIGTSTP)
    }
}

#[cfg(not(unix))]
mod other {
    use std::io;

    use super::Asked;

    /// There are no such signals here.
    pub fn watch() -> io::Result<()> {
        Ok(())
    }

    /// Nothing is ever asked for.
    pub fn asked() -> Option<Asked> {
        None
    }

    /// There is no stopping here.
    pub fn stop() -> io::Result<()> {
        Ok(())
    }
}
