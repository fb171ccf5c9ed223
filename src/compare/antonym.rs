//! Antonyms: names that share most of their letters and mean two things, 城镇 and 农村.
//!
//! Knows nothing of how else two names are compared.

use crate::lexicon::List;

/// Words by their group: words of one group exclude each other.
static ANTONYMS: List<&'static str> = List::of("antonym", Some);

/// The words of groups in a name, each with its group; the longer of two counts: 进出口 is no 出口.
#[derive(Clone, Debug, Default)]
pub struct Antonyms(Vec<(&'static str, &'static str)>);

impl Antonyms {
    /// Those of a name.
    pub fn of(name: &str) -> Self {
        let hits = ANTONYMS.hits(name).into_iter();
        Self(hits.map(|hit| (hit.meaning, hit.word)).collect())
    }

    /// Whether two names differ in an antonym: each has a word of one group, and they share none of it.
    pub fn differ(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        a.iter().any(|(group, _)| {
            let mut same = b.iter().filter(|(known, _)| known == group).peekable();
            same.peek().is_some() && !same.any(|word| a.contains(word))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differ(a: &str, b: &str) -> bool {
        let (a, b) = (Antonyms::of(a), Antonyms::of(b));
        assert_eq!(a.differ(&b), b.differ(&a));
        a.differ(&b)
    }

    #[test]
    fn every_group_has_several_words() {
        let count = |group| ANTONYMS.get().iter().filter(|(_, of)| *of == group).count();
        assert!(ANTONYMS.get().iter().all(|(_, group)| count(*group) > 1));
    }

    #[test]
    fn words_of_one_group_part_two_names() {
        assert!(differ("城镇居民收入", "农村居民收入"));
        assert!(differ("城市低保标准", "农村低保标准"));
        assert!(differ("第一产业增加值", "第三产业增加值"));
        assert!(differ("城镇登记失业率", "城镇调查失业率"));
        assert!(differ("进出口总额", "出口额"));
        assert!(differ("开工储能项目", "储能投产"));
        assert!(!differ("城镇居民收入", "城镇居民人均收入"));
        assert!(!differ("居民收入", "农村居民收入"));
        assert!(!differ("进出口总额", "货物进出口"));
        assert!(!differ("服务业增加值", "服务业投资"));
    }
}
