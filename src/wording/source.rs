//! Where something stands: the headings down to a section, a reference, the bulletin's year, issuer and date.

use crate::model::Bulletin;
use crate::parallel::Column;
use crate::phrases::Occurrence;

/// Headings from the top down to a section, parted by ` › `.
pub fn heading_path(bulletin: &Bulletin, index: usize) -> String {
    let words = bulletin.ancestry(index).into_iter().filter_map(|i| {
        let section = bulletin.sections().get(i)?;
        Some(format!("{}{}", section.label, section.outline_heading()))
    });
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" › ")
}

/// Headings from the top down to a section, or the title of the bulletin as a whole.
pub fn path_words(bulletin: &Bulletin, section: Option<usize>) -> String {
    section.map_or_else(
        || bulletin.title.clone(),
        |section| heading_path(bulletin, section),
    )
}

/// The year of a bulletin's date to stand before other words, with a space; nothing without a date.
pub fn in_year(bulletin: &Bulletin) -> String {
    let year = bulletin.date.map(|date| format!("{} ", date.year()));
    year.unwrap_or_default()
}

/// Issuer, document number and date of a bulletin, those that it has, with so much between them.
pub fn byline(bulletin: &Bulletin, gap: &str) -> String {
    let date = bulletin.date.map(|date| date.to_string());
    let parts = [
        Some(bulletin.issuer.as_str()),
        bulletin.document_number.as_deref(),
        date.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(gap)
}

/// `ID#2.1` of a place.
pub fn reference(place: &Occurrence, columns: &[Column], bulletins: &[Bulletin]) -> String {
    let found = || {
        let column = columns.get(place.year)?;
        let section = column.paragraphs.get(place.passage)?.section;
        Some(bulletins.get(column.shown.bulletin)?.reference(section))
    };
    found().unwrap_or_default()
}
