//! Word files: any bytes, and any XML in a sound archive.
#![no_main]

#[path = "../check.rs"]
mod check;

use std::io::{Cursor, Write};

use jianbao::import::import;
use libfuzzer_sys::fuzz_target;
use zip::CompressionMethod::Stored;
use zip::write::SimpleFileOptions;

fuzz_target!(|bytes: &[u8]| {
    check::is_read_again(&import(bytes, "a.docx"));
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(Stored);
    // The parts stand one behind the other, parted by a zero.
    let names = ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"];
    for (name, part) in names.into_iter().zip(bytes.split(|byte| *byte == 0)) {
        zip.start_file(name, stored).expect("writing to memory");
        zip.write_all(part).expect("writing to memory");
    }
    let archive = zip.finish().expect("writing to memory").into_inner();
    check::is_read_again(&import(&archive, "a.docx"));
});
