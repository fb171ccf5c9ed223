//! Antonyms: names that share most of their letters and mean two things, 城镇 and 农村.
//!
//! Knows nothing of how else two names are compared.

use std::sync::OnceLock;

use crate::lexicon::List;

/// Words by their group: words of one group exclude each other.
static ANTONYMS: List<&'static str> = List::of("antonym", Some);

/// The words of each group.
fn groups() -> &'static [Vec<&'static str>] {
    static GROUPS: OnceLock<Vec<Vec<&'static str>>> = OnceLock::new();
    GROUPS.get_or_init(|| {
        let mut groups: Vec<(&str, Vec<&str>)> = Vec::new();
        for (word, group) in ANTONYMS.get() {
            match groups.iter_mut().find(|(known, _)| known == group) {
                Some((_, words)) => words.push(word),
                None => groups.push((group, vec![word])),
            }
        }
        groups.into_iter().map(|(_, words)| words).collect()
    })
}

/// Whether two names differ in an antonym: each has a word of one group, and they share none of it.
pub fn differ(a: &str, b: &str) -> bool {
    groups().iter().any(|group| {
        let own = |name: &str| -> Vec<&str> {
            let said = group.iter().copied().filter(|word| name.contains(word));
            said.collect()
        };
        let (a, b) = (own(a), own(b));
        !a.is_empty() && !b.is_empty() && !a.iter().any(|word| b.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_has_several_words() {
        assert!(groups().iter().all(|group| group.len() > 1));
    }

    #[test]
    fn words_of_one_group_part_two_names() {
        assert!(differ("城镇居民收入", "农村居民收入"));
        assert!(differ("第一产业增加值", "第三产业增加值"));
        assert!(differ("城镇登记失业率", "城镇调查失业率"));
        assert!(!differ("城镇居民收入", "城镇居民人均收入"));
        assert!(!differ("居民收入", "农村居民收入"));
        assert!(!differ("进出口总额", "货物进出口"));
        assert!(!differ("货物进出口", "进出口"));
    }
}
