//! What passages say, as terms with weights: what stands in few passages weighs more.
//!
//! A term is a pair of neighbouring characters. That needs no dictionary, and Chinese words of two
//! characters are just that.

use std::collections::HashMap;

use crate::fold::fold;

/// The terms of a passage: numbers, ascending, none twice.
pub struct Terms(Vec<u32>);

impl Terms {
    /// The terms.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.0.iter().copied()
    }
}

/// How often terms were counted.
#[derive(Default)]
pub struct Weights {
    numbers: HashMap<(char, char), u32>,
    units: HashMap<String, u32>,
    /// By term: passages it was counted in.
    counts: Vec<u32>,
    passages: u32,
}

impl Weights {
    /// The terms of a text that is not counted: years and amounts say nothing of a theme, so
    /// digits are left out.
    pub fn terms(&mut self, text: &str) -> Terms {
        let folded = fold(text);
        let chars = folded.chars().filter(|c| !c.is_ascii_digit());
        let pairs = chars.clone().zip(chars.skip(1));
        let mut terms: Vec<u32> = pairs.map(|pair| self.number(pair)).collect();
        terms.sort_unstable();
        terms.dedup();
        Terms(terms)
    }

    /// The terms of a passage, counted; the unit of its number is one of them.
    pub fn count(&mut self, text: &str, unit: Option<&str>) -> Terms {
        let Terms(mut terms) = self.terms(text);
        if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
            let next = self.counts.len() as u32;
            let number = *self.units.entry(unit.to_owned()).or_insert(next);
            if number == next {
                self.counts.push(0);
            }
            terms.push(number);
            terms.sort_unstable();
        }
        self.passages += 1;
        for term in &terms {
            if let Some(count) = self.counts.get_mut(*term as usize) {
                *count += 1;
            }
        }
        Terms(terms)
    }

    fn number(&mut self, pair: (char, char)) -> u32 {
        let next = self.counts.len() as u32;
        let number = *self.numbers.entry(pair).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        number
    }

    /// Passages that a term was counted in.
    pub fn passages(&self, term: u32) -> usize {
        self.counts.get(term as usize).map_or(0, |n| *n as usize)
    }

    /// The inverse document frequency of a term.
    fn weight(&self, term: u32) -> f64 {
        let count = self.passages(term) as f64;
        ((f64::from(self.passages) + 1.0) / (count + 0.5))
            .ln()
            .max(0.1)
    }

    fn total(&self, terms: &Terms) -> f64 {
        terms.iter().map(|term| self.weight(term)).sum()
    }

    fn shared(&self, a: &Terms, b: &Terms) -> f64 {
        let (mut i, mut j, mut shared) = (0, 0, 0.0);
        while let (Some(x), Some(y)) = (a.0.get(i), b.0.get(j)) {
            if x == y {
                shared += self.weight(*x);
            }
            i += usize::from(x <= y);
            j += usize::from(y <= x);
        }
        shared
    }

    /// How much of both passages is shared, 0 to 1: the geometric mean of the two parts.
    pub fn cosine(&self, a: &Terms, b: &Terms) -> f64 {
        let all = (self.total(a) * self.total(b)).sqrt();
        if all > 0.0 {
            self.shared(a, b) / all
        } else {
            0.0
        }
    }

    /// How much of the shorter passage is shared, 0 to 1.
    pub fn cover(&self, a: &Terms, b: &Terms) -> f64 {
        let least = self.total(a).min(self.total(b));
        if least > 0.0 {
            self.shared(a, b) / least
        } else {
            0.0
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rare_words_weigh_more_than_usual_ones() {
        let mut weights = Weights::default();
        let usual: Vec<Terms> = ["加强管理", "加强监管", "加强建设", "加强海缆保护"]
            .iter()
            .map(|text| weights.count(text, None))
            .collect();
        let asked = weights.count("提升海缆保护能力，加强", None);
        let alike: Vec<f64> = usual.iter().map(|t| weights.cosine(t, &asked)).collect();
        assert!(alike[3] > 3.0 * alike[0], "{alike:?}");
        assert!(weights.cover(&usual[3], &asked) > alike[3]);
    }

    #[test]
    fn digits_say_nothing_and_a_unit_does() {
        let mut weights = Weights::default();
        let a = weights.count("2021年166款", Some("款"));
        let b = weights.count("2022年20款", Some("款"));
        assert!((weights.cosine(&a, &b) - 1.0).abs() < 1e-9);
    }
}
