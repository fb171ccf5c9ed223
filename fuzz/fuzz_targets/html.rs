//! Pages of any bytes.
#![no_main]

#[path = "../check.rs"]
mod check;

use jianbao::import::import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check::is_read_again(&import(bytes, "a.html")));
