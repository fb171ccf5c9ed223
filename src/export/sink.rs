//! Where the bytes of a document go: straight out, or into a package. It does not know what is in them.

use std::io::{self, Write};

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{DateTime, ZipWriter};

/// A writer that takes no more once it has failed: a package that is dropped would try to write its end, and
/// say on standard error that it cannot.
pub struct StopOnError<W> {
    out: W,
    failed: bool,
}

impl<W: Write> Write for StopOnError<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed {
            return Ok(bytes.len());
        }
        let written = self.out.write(bytes);
        self.failed = written
            .as_ref()
            .is_err_and(|error| error.kind() != io::ErrorKind::Interrupted);
        written
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed {
            Ok(())
        } else {
            self.out.flush()
        }
    }
}

/// Where bytes go: straight out, or into the text of a package.
pub enum Sink<W: Write> {
    /// Straight out.
    Plain(W),
    /// Into the text of a package.
    Package(Box<ZipWriter<StreamWriter<StopOnError<W>>>>),
}

impl<W: Write> Sink<W> {
    /// A package with all its other parts; what is written becomes the one named `text`. No part has a date: the same
    /// order gives the same bytes.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn package(out: W, text: &str, parts: &[(&str, &str)]) -> io::Result<Self> {
        let mut zip = ZipWriter::new_stream(StopOnError { out, failed: false });
        let options = SimpleFileOptions::default()
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        for (name, part) in parts {
            zip.start_file(*name, options)?;
            zip.write_all(part.as_bytes())?;
        }
        zip.start_file(text, options)?;
        Ok(Self::Package(Box::new(zip)))
    }

    /// Writes what is left of a package.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn finish(self) -> io::Result<W> {
        match self {
            Self::Plain(out) => Ok(out),
            Self::Package(zip) => Ok(zip.finish()?.into_inner().out),
        }
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(out) => out.write(bytes),
            Self::Package(zip) => zip.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(out) => out.flush(),
            Self::Package(zip) => zip.flush(),
        }
    }
}
