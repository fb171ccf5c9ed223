//! The reader in a terminal: input into actions, actions into effects, state onto the screen. What an effect does in
//! the world is `effects`'; `app` knows nothing of any of it.

mod copying;
mod effects;
mod input;
mod options;
mod remembering;
mod run;
mod saving;
mod watch;
mod widths;
mod world;

pub use options::{Custom, Options};
pub use run::run;
