//! The disk: which files there are, their bytes, and what is written to them. No other room names a file by more than
//! its path, and none starts threads to read one; what stands in a file is for `load` and `import`. Background loading
//! and a cache of drafts belong here. Knows nothing of screens and commands.

pub mod config;
pub mod documents;
mod indicators;
pub mod library;
pub mod links;
mod lock;
pub mod memory;
pub mod path;
mod pool;
mod read;
pub mod save;
pub mod stamp;
mod walk;
