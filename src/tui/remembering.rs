//! What the reader remembers of a library between two calls: told to the state when it opens, kept when it is left.

use std::path::Path;

use crate::app::app::App;
use crate::files::memory;
use crate::store::effect::{Answer, FileError};
use crate::store::memory::Memory;

/// Goes on from what is remembered; if it cannot be read, it is told that nothing will be.
pub fn recall(app: &mut App, file: &Path) {
    match memory::read(file) {
        Ok(text) => {
            app.answer(Answer::Recall(Box::new(Memory::parse(&text))));
        }
        Err(error) => {
            let told = app.store.lang.words().not_remembered_at_end;
            complain(app, told, &FileError::new(Some(file), &error));
        }
    }
}

/// Takes over what another reader has written since. What cannot be read now is told when it is to be written.
pub fn recall_again(app: &mut App, file: &Path) {
    if let Ok(text) = memory::read(file) {
        let memory = app.store.remembered(Memory::parse(&text));
        app.store.remember(memory, false);
    }
}

/// Writes what is to be remembered, with what another reader has written since.
pub fn remember(app: &mut App, file: &Path) -> Result<(), FileError> {
    let mut remembered = Memory::default();
    let written = memory::change(file, |text| {
        remembered = app.store.remembered(Memory::parse(&text));
        remembered.text()
    });
    written.map_err(|error| FileError::new(Some(file), &error))?;
    app.store.remember(remembered, true);
    Ok(())
}

/// The same while the reader is open: what keeps it from being remembered is told at once.
pub fn remember_now(app: &mut App, file: &Path) {
    if let Err(error) = remember(app, file) {
        complain(app, app.store.lang.words().not_remembered, &error);
    }
}

fn complain(app: &mut App, told: &str, error: &FileError) {
    let words = format!("{told}{}", error.words(app.store.lang));
    app.answer(Answer::Complain(words));
}
