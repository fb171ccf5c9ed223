//! The formats of raw documents: the door to their readers. Knows no sections and no titles.

mod docx;
mod docx_body;
mod docx_list;
mod docx_sign;
mod docx_style;
mod docx_table;
mod html;
mod html_list;
mod html_names;
mod html_table;
pub(crate) mod limits;
mod list_number;
mod markdown;
mod markdown_block;
mod markdown_inline;
mod markdown_table;
mod nested_table;
mod plain;
mod xml;

use super::doubt::{Doubt, Doubted};
use super::file_type::{self, FileType, Format, Text};
use super::line::Raw;
use crate::encoding::Decoded;

/// Reads a document. Never fails: what cannot be read is reported.
pub fn read(bytes: &[u8], name: &str) -> Raw {
    let looked = file_type::look(bytes, name);
    let format = match looked.file_type {
        FileType::Read(format) => format,
        FileType::Other(foreign) => {
            return Raw {
                doubts: vec![Doubt::at(1, Doubted::Foreign(foreign))],
                ..Raw::default()
            };
        }
    };
    let Some(text) = looked.text else {
        return docx::read(bytes);
    };
    let (text, doubts) = decoded(bytes, text);
    let mut raw = match format {
        Format::Html => html::read(&text),
        Format::Markdown => markdown::read(&text),
        Format::Text | Format::Docx => plain::read(&text),
    };
    raw.doubts.splice(0..0, doubts);
    raw
}

/// The text of some bytes, and what was unsure of that. A byte that no encoding knows is shown as U+FFFD.
fn decoded(bytes: &[u8], text: Text) -> (String, Vec<Doubt>) {
    match text {
        Ok(Decoded { text, encoding }) => {
            let told = encoding.map(|name| Doubt::at(1, Doubted::Encoding(name.to_owned())));
            (text, told.into_iter().collect())
        }
        Err(at) => {
            let before = bytes.get(..at).unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            let text = String::from_utf8_lossy(bytes).into_owned();
            (text, vec![Doubt::at(line, Doubted::Bytes)])
        }
    }
}
