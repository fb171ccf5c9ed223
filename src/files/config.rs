//! The user's config, read.

use std::fs;
use std::io;
use std::path::Path;

use super::read::read_file;
use crate::encoding;
use crate::load::config::{Config, ConfigError, ConfigFault, parse};

/// Reads a config; one that does not exist says nothing.
///
/// # Errors
/// What is wrong with it.
pub fn read(path: &Path) -> Result<Config, ConfigError> {
    config(path).map_err(|fault| ConfigError {
        path: path.to_owned(),
        fault,
    })
}

fn config(path: &Path) -> Result<Config, ConfigFault> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Config::default()),
        Err(error) => return Err(ConfigFault::Unreadable(error.to_string())),
    };
    let bytes = read_file(path, &metadata).map_err(|_| ConfigFault::NotText)?;
    let text = encoding::decode(&bytes).map_err(|_| ConfigFault::NotText)?;
    parse(&text.text)
}
