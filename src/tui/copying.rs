//! Copying: to this machine's clipboard, or from afar to that of the terminal, or into a file.

use std::ffi::OsString;
use std::io;
use std::path::Path;

use crate::app::app::App;
use crate::clipboard::{TMUX, programs};
use crate::export::job::Job;
use crate::export::ledgers::Ledgers;
use crate::export::order::Order;
use crate::export::pick::Size;
use crate::files::save::save_with_folders;
use crate::store::effect::{CopyError, FileError, Lack, Way};
use crate::terminal::Terminal;
use crate::terminal::copy::Through;

/// Bytes of text that terminals take: 100,000 characters of Base64 with what is around them, the limit that
/// xterm's string and hterm have set and others keep to.
const LONGEST: usize = 74_991;

/// Copies what an order says.
///
/// # Errors
/// Why it was not copied.
pub fn copy(
    app: &App,
    terminal: &mut Terminal,
    cache: Option<&Path>,
    order: Order,
) -> Result<(Size, Way), CopyError> {
    let for_file = Order {
        tabs: false,
        ..order.clone()
    };
    let size = Size::of(&order.picks, &app.store.bulletins);
    let ending = order.format.code();
    let failed = |error: io::Error| CopyError::Failed(FileError::new(None, &error));
    let ledgers = || Ledgers::of(&for_file.picks, &app.store.bulletins, &app.store.links);
    let job = Job::begin(order, ledgers(), &app.store.bulletins, Vec::new());
    let bytes = job
        .and_then(|job| job.run(&app.store.bulletins))
        .map_err(failed)?;
    let text = String::from_utf8_lossy(&bytes);
    let lack = match handed_over(&text, terminal).map_err(failed)? {
        Ok(way) => return Ok((size, way)),
        Err(lack) => lack,
    };
    let folder = cache.ok_or(CopyError::NoFolder)?;
    let path = folder.join(format!("copied.{ending}"));
    // A file is opened, not pasted.
    let written = save_with_folders(&path, |out| {
        Job::begin(for_file.clone(), ledgers(), &app.store.bulletins, out)?
            .run(&app.store.bulletins)?;
        Ok(())
    });
    written.map_err(|error| CopyError::Failed(FileError::new(Some(&path), &error)))?;
    Ok((size, Way::File(path, lack)))
}

/// Hands a text to a clipboard, or says why there is none for it.
fn handed_over(text: &str, terminal: &mut Terminal) -> io::Result<Result<Way, Lack>> {
    let variable = |name: &str| std::env::var_os(name).filter(|value: &OsString| !value.is_empty());
    let is_set = |name: &str| variable(name).is_some();
    // From afar the clipboard of this machine is not the one that the user pastes from.
    let from_afar = ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"]
        .into_iter()
        .any(is_set);
    let mine = if from_afar {
        Vec::new()
    } else {
        programs(variable)
    };
    if let Some(program) = mine.into_iter().find(|program| program.takes(text)) {
        return Ok(Ok(Way::Program(program.name)));
    }
    let (tmux, screen) = (is_set("TMUX"), is_set("STY"));
    // The console of Linux would print what others take.
    let kind = variable("TERM").unwrap_or_default();
    if kind.is_empty() || kind == "linux" || kind == "dumb" {
        return Ok(Err(Lack::NoClipboard));
    }
    if text.len() > LONGEST {
        return Ok(Err(Lack::TooLong));
    }
    if tmux && TMUX.takes(text) {
        return Ok(Ok(Way::Tmux));
    }
    let through = match (tmux, screen) {
        (true, _) => Through::Tmux,
        (_, true) => Through::Screen,
        _ => Through::Nothing,
    };
    terminal.copy(text, through)?;
    Ok(Ok(Way::Terminal))
}
