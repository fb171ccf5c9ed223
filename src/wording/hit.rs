//! Where a hit of a search stands.

use crate::model::Bulletin;
use crate::search::Hit;

use super::source;

/// Where a hit stands: the headings down to its section, or the title.
pub fn place(hit: &Hit, bulletins: &[Bulletin]) -> String {
    let bulletin = bulletins.get(hit.bulletin);
    bulletin.map_or_else(String::new, |bulletin| {
        source::path_words(bulletin, hit.section)
    })
}
