//! Whether two names of offices on one line are one office. Knows nothing of where in the document they stand.

use crate::lexicon::List;

/// 中共, and what ends the name of a committee of the party.
static PARTY: List = List::new("party");
static PARTY_COMMITTEE: List = List::new("party-committee");
static GOVERNMENT: List = List::new("government");

/// Whether a committee of the party and an office of the government of its place are one office of both: 中共某县委 某县人民
/// 政府督查室. Two that are of one rank have each a name of its own.
pub fn is_office_of_both(words: &str) -> bool {
    let mut parts = words.split(|c: char| c.is_whitespace() || c == '、');
    let mut parts = parts.by_ref().filter(|part| !part.is_empty());
    let (Some(party), Some(office), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let committee = PARTY.strip_start(party);
    let committee = committee.filter(|_| PARTY_COMMITTEE.ends(party));
    let of_government = GOVERNMENT.split(office);
    of_government.is_some_and(|(place, behind)| {
        let same = committee.is_some_and(|committee| committee.starts_with(place));
        !place.is_empty() && same && !behind.is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_of_party_and_government_is_one() {
        for line in [
            "中共河口县委　河口县人民政府督查室",
            "中共河口县委、河口县人民政府信访局",
            "中共河口县委员会 河口县人民政府研究室",
        ] {
            assert!(is_office_of_both(line), "{line}");
        }
        for line in [
            "中共河口县委　河口县人民政府",
            "中共河口县委办公室　河口县人民政府办公室",
            "中共河口县委　江州市人民政府督查室",
            "河口县水务局　河口县财政局",
            "中共河口县委　河口县人民政府督查室　河口县水务局",
        ] {
            assert!(!is_office_of_both(line), "{line}");
        }
    }
}
