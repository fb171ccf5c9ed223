//! The best pairs of two sequences that keep the order of both: a chain of the greatest weight. Knows
//! nothing of texts.

use super::unit::Similar;

/// The pairs that together weigh the most and of which none crosses another, ascending. Among chains of equal
/// weight the one that begins earliest in the old text is taken, so that text between the pairs has no
/// influence.
pub fn chain(pairs: impl Iterator<Item = Similar>) -> Vec<(usize, usize)> {
    let mut pairs: Vec<Similar> = pairs.collect();
    // Of pairs with one old index the later new ones come first: none can follow another.
    pairs.sort_by(|x, y| x.old.cmp(&y.old).then(y.new.cmp(&x.new)));
    let size = pairs.iter().map(|pair| pair.new + 1).max().unwrap_or(0);
    let mut best = Heaviest::new(size);
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let mut last: Option<(u64, usize)> = None;
    for (at, pair) in pairs.iter().enumerate() {
        let ahead = best.below(pair.new);
        let weight = ahead.map_or(0, |(weight, _)| weight) + pair.weight;
        before.push(ahead.map(|(_, at)| at));
        best.add(pair.new, (weight, at));
        if last.is_none_or(|(most, _)| weight > most) {
            last = Some((weight, at));
        }
    }
    let mut out = Vec::new();
    let mut at = last.map(|(_, at)| at);
    while let Some(pair) = at.and_then(|at| pairs.get(at)) {
        out.push((pair.old, pair.new));
        at = at.and_then(|at| before.get(at).copied().flatten());
    }
    out.reverse();
    out
}

/// The heaviest chain that ends below an index: a Fenwick tree of maxima.
struct Heaviest(Vec<Option<(u64, usize)>>);

impl Heaviest {
    fn new(size: usize) -> Self {
        Self(vec![None; size + 1])
    }

    fn below(&self, place: usize) -> Option<(u64, usize)> {
        let mut found: Option<(u64, usize)> = None;
        let mut at = place;
        while at > 0 {
            if let Some(here) = self.0.get(at).copied().flatten()
                && found.is_none_or(|(most, first)| (here.0, first) > (most, here.1))
            {
                found = Some(here);
            }
            at &= at - 1;
        }
        found
    }

    fn add(&mut self, place: usize, chain: (u64, usize)) {
        let mut at = place + 1;
        while let Some(slot) = self.0.get_mut(at) {
            if slot.is_none_or(|(most, _)| chain.0 > most) {
                *slot = Some(chain);
            }
            at += at & at.wrapping_neg();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(old: usize, new: usize, weight: u64) -> Similar {
        Similar {
            old,
            new,
            share: 1.0,
            weight,
        }
    }

    #[test]
    fn the_heaviest_pairs_that_do_not_cross_are_kept() {
        let pairs = [pair(0, 3, 5), pair(1, 0, 4), pair(2, 1, 4), pair(3, 2, 4)];
        assert_eq!(chain(pairs.into_iter()), [(1, 0), (2, 1), (3, 2)]);
        let pairs = [pair(0, 3, 50), pair(1, 0, 4), pair(2, 1, 4), pair(3, 4, 4)];
        assert_eq!(chain(pairs.into_iter()), [(0, 3), (3, 4)]);
        assert_eq!(chain([].into_iter()), []);
    }

    #[test]
    fn no_place_is_taken_twice() {
        let pairs = [pair(0, 0, 3), pair(0, 1, 3), pair(1, 1, 3), pair(1, 0, 9)];
        assert_eq!(chain(pairs.into_iter()), [(1, 0)]);
    }
}
