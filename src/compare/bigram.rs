//! How similar two names are by their letters: Dice's coefficient over bigrams.
//!
//! Knows nothing of what is named.

/// The bigrams (two neighbouring characters) of a text, sorted.
#[derive(Debug)]
pub struct Bigrams(Vec<(char, char)>);

impl Bigrams {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let mut bigrams: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
        bigrams.sort_unstable();
        Self(bigrams)
    }

    /// Dice's coefficient, 0 to 1; 0 where there are no bigrams.
    pub fn dice(&self, other: &Self) -> f64 {
        let (a, b) = (&self.0, &other.0);
        let (mut i, mut j, mut shared) = (0, 0, 0_usize);
        while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
            shared += usize::from(x == y);
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        let total = a.len() + b.len();
        if total == 0 {
            return 0.0;
        }
        (2 * shared) as f64 / total as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_similar_by_the_bigrams_they_share() {
        let dice = |a: &str, b: &str| Bigrams::of(a).dice(&Bigrams::of(b));
        assert!((dice("重点场所", "重点场所") - 1.0).abs() < 1e-9);
        assert!((dice("重点场所", "重点区域") - 1.0 / 3.0).abs() < 1e-9);
        assert!(dice("场所", "区域").abs() < 1e-9);
        assert!(dice("", "").abs() < 1e-9);
    }
}
