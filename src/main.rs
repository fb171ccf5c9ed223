//! `jianbao`: see the library for everything.

use std::process::ExitCode;

fn main() -> ExitCode {
    jianbao::cli::main()
}
