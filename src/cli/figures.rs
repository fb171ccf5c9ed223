//! `figures`: what is read as figures in lines of standard input, for tests.

use std::io::{self, BufRead, Write};

use clap::Args;

use crate::export::json;
use crate::load::catalogue;

use super::failure::Failure;
use super::out::stdout;

/// Where the lines come from.
#[derive(Debug, Args)]
pub struct FiguresArgs {
    /// `-`, standard input
    #[arg(value_name = "-", value_parser = ["-"])]
    source: String,
}

/// `figures -`: for each line of standard input one array of figures.
pub fn figures() -> Result<(), Failure> {
    let mut out = stdout();
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    let catalogue = catalogue::built_in();
    while input.read_until(b'\n', &mut line)? > 0 {
        let text = String::from_utf8_lossy(&line);
        let text = text.trim_end_matches(['\n', '\r']);
        json::write_found(&mut out, text, &*catalogue)?;
        line.clear();
    }
    out.flush()?;
    Ok(())
}
