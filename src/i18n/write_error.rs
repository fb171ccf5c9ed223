//! Why something could not be written, in words.

use std::io::{self, ErrorKind};

use super::words::Lang;

impl Lang {
    /// Why something could not be written; where there are no words for it, the system's own.
    pub fn write_error(self, error: &io::Error) -> String {
        let words = self.words();
        let told = match error.kind() {
            ErrorKind::NotFound => words.no_folder,
            ErrorKind::PermissionDenied => words.no_permission,
            ErrorKind::IsADirectory => words.is_folder,
            ErrorKind::NotADirectory => words.no_folder_in_path,
            ErrorKind::InvalidData => words.no_text_in_file,
            ErrorKind::InvalidInput => words.no_regular_file,
            ErrorKind::StorageFull => words.disk_full,
            ErrorKind::ReadOnlyFilesystem => words.disk_read_only,
            ErrorKind::InvalidFilename => words.bad_file_name,
            ErrorKind::QuotaExceeded => words.quota_used,
            ErrorKind::FileTooLarge => words.file_too_large,
            _ => return error.to_string(),
        };
        told.to_owned()
    }
}
