//! How alike two names are by their letters.

/// The pairs of neighbouring characters of a text, sorted.
pub struct Pairs(Vec<(char, char)>);

impl Pairs {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let mut pairs: Vec<_> = text.chars().zip(text.chars().skip(1)).collect();
        pairs.sort_unstable();
        Self(pairs)
    }

    /// Dice's coefficient, 0 to 1; 0 where there are no pairs.
    pub fn alike(&self, other: &Self) -> f64 {
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
        2.0 * shared as f64 / total as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_by_the_pairs_they_share() {
        let alike = |a: &str, b: &str| Pairs::of(a).alike(&Pairs::of(b));
        assert!((alike("重点场所", "重点场所") - 1.0).abs() < 1e-9);
        assert!((alike("重点场所", "重点区域") - 1.0 / 3.0).abs() < 1e-9);
        assert!(alike("场所", "区域").abs() < 1e-9);
        assert!(alike("", "").abs() < 1e-9);
    }
}
