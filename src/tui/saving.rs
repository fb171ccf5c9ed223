//! A file that is being written while the screen is drawn and keys are read.

use std::io;
use std::path::PathBuf;

use crate::app::app::App;
use crate::export::job::Job;
use crate::export::ledgers::Ledgers;
use crate::export::order::Order;
use crate::files::path::whole;
use crate::files::save::Draft;
use crate::store::effect::{Answer, FileError, SaveError};

/// A file in the making: gone when it is dropped, there when all is written.
pub struct Saving {
    job: Job<Draft>,
    path: PathBuf,
}

impl Saving {
    /// Begins a file; if that is not possible, says so.
    pub fn begin(app: &mut App, path: PathBuf, order: Order, force: bool) -> Option<Self> {
        let ledgers = Ledgers::of(&order.picks, &app.store.bulletins, &app.store.links);
        let begun = Draft::begin(&path, force)
            .and_then(|draft| Job::begin(order, ledgers, &app.store.bulletins, draft));
        match begun {
            Ok(job) => Some(Self { job, path }),
            Err(error) => {
                app.answer(Answer::Saved(Err(why(path, &error))));
                None
            }
        }
    }

    /// Writes a bit and says how far it is; the rest, if there is more.
    pub fn step(mut self, app: &mut App) -> Option<Self> {
        let done = match self.job.step(&app.store.bulletins) {
            Ok(true) => {
                app.answer(Answer::Saving(self.job.percent()));
                return Some(self);
            }
            Ok(false) => self.job.finish().and_then(Draft::keep),
            Err(error) => Err(error),
        };
        let answer = match done {
            // `..` and links are no longer in it.
            Ok(()) => Ok(whole(&self.path)),
            Err(error) => Err(why(self.path, &error)),
        };
        app.answer(Answer::Saved(answer));
        None
    }
}

/// Why a file was not written.
fn why(path: PathBuf, error: &io::Error) -> SaveError {
    if error.kind() == io::ErrorKind::AlreadyExists {
        return SaveError::Exists(path);
    }
    SaveError::Failed(FileError::new(Some(&path), error))
}
