//! Lines into lines: what is no part of a document. Knows nothing of titles and headings.

pub mod furniture;
