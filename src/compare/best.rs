//! The best assignment: of pairs with weights, those with the largest sum of which no two share an end.
//!
//! The Hungarian method of Kuhn (1955) and Munkres (1957), part by part: what no pair connects does not influence each
//! other. Knows nothing of what is assigned.

use std::collections::{BTreeMap, BTreeSet};

use pathfinding::matrix::Matrix;
use pathfinding::prelude::kuhn_munkres;

use super::limits;

/// A pair that may be taken, with what it is worth: 0 or more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// One end.
    pub from: usize,
    /// The other end, of other things than `from`.
    pub to: usize,
    /// What it is worth.
    pub weight: f64,
}

/// The pairs that are taken, by their ends, in the order of the first ones.
pub fn best(mut edges: Vec<Edge>) -> Vec<(usize, usize)> {
    edges.sort_by_key(|edge| (edge.from, edge.to));
    let mut chosen: Vec<(usize, usize)> = parts(&edges).into_iter().flat_map(best_of).collect();
    chosen.sort_unstable();
    chosen
}

/// The pairs of each part: what is connected.
fn parts(edges: &[Edge]) -> Vec<Vec<Edge>> {
    let mut part_of: (BTreeMap<usize, usize>, BTreeMap<usize, usize>) = Default::default();
    let mut parts: Vec<Vec<Edge>> = Vec::new();
    for edge in edges {
        let known = (part_of.0.get(&edge.from), part_of.1.get(&edge.to));
        let part = match known {
            (Some(&one), Some(&other)) if one != other => {
                let moved = parts.get_mut(other).map(std::mem::take);
                for edge in moved.iter().flatten() {
                    part_of.0.insert(edge.from, one);
                    part_of.1.insert(edge.to, one);
                }
                if let Some(part) = parts.get_mut(one) {
                    part.extend(moved.into_iter().flatten());
                }
                one
            }
            (Some(&one), _) | (None, Some(&one)) => one,
            (None, None) => {
                parts.push(Vec::new());
                parts.len() - 1
            }
        };
        part_of.0.insert(edge.from, part);
        part_of.1.insert(edge.to, part);
        if let Some(part) = parts.get_mut(part) {
            part.push(*edge);
        }
    }
    parts
}

/// The pairs that are taken of a part.
fn best_of(part: Vec<Edge>) -> Vec<(usize, usize)> {
    let all = |end: fn(&Edge) -> usize| -> Vec<usize> {
        let ends: BTreeSet<usize> = part.iter().map(end).collect();
        ends.into_iter().collect()
    };
    let (from, to) = (all(|edge| edge.from), all(|edge| edge.to));
    match part.as_slice() {
        [] => Vec::new(),
        [only] => vec![(only.from, only.to)],
        _ if from.len().max(to.len()) > limits::ASSIGNED.get() => one_by_one(part),
        _ => together(&part, &from, &to),
    }
}

/// The assignment with the largest sum.
fn together(part: &[Edge], from: &[usize], to: &[usize]) -> Vec<(usize, usize)> {
    let turned = from.len() > to.len();
    let (rows, columns) = if turned { (to, from) } else { (from, to) };
    let ends = |edge: &Edge| {
        let (row, column) = if turned {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        };
        Some((
            rows.binary_search(&row).ok()?,
            columns.binary_search(&column).ok()?,
        ))
    };
    // A pair that may not be taken is worth nothing: it is left out of what is chosen.
    let mut weights = Matrix::new(rows.len(), columns.len(), 0_i64);
    for edge in part {
        if let Some(weight) = ends(edge).and_then(|place| weights.get_mut(place)) {
            *weight = (edge.weight * limits::MILLIONTHS) as i64 + 1;
        }
    }
    let (_, columns_of) = kuhn_munkres(&weights);
    let taken =
        |edge: &&Edge| ends(edge).is_some_and(|(row, column)| columns_of.get(row) == Some(&column));
    let chosen = part.iter().filter(taken);
    chosen.map(|edge| (edge.from, edge.to)).collect()
}

/// The heaviest pairs one after the other: what is left to parts that are too large.
fn one_by_one(mut part: Vec<Edge>) -> Vec<(usize, usize)> {
    part.sort_by(|a, b| {
        let by_weight = b.weight.total_cmp(&a.weight);
        by_weight.then((a.from, a.to).cmp(&(b.from, b.to)))
    });
    let (mut from, mut to) = (BTreeSet::new(), BTreeSet::new());
    let free = |edge: &Edge| {
        let free = !from.contains(&edge.from) && !to.contains(&edge.to);
        (free && from.insert(edge.from) && to.insert(edge.to)).then_some((edge.from, edge.to))
    };
    part.iter().filter_map(free).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn edges(all: &[(usize, usize, f64)]) -> Vec<Edge> {
        let edges = all.iter();
        edges
            .map(|&(from, to, weight)| Edge { from, to, weight })
            .collect()
    }

    #[test]
    fn the_largest_sum_is_taken_and_not_the_heaviest_pair() {
        let all = edges(&[(0, 0, 5.0), (0, 1, 4.0), (1, 0, 4.0)]);
        assert_eq!(best(all), [(0, 1), (1, 0)]);
        let all = edges(&[(0, 0, 9.0), (0, 1, 4.0), (1, 0, 4.0)]);
        assert_eq!(best(all), [(0, 0)]);
    }

    #[test]
    fn what_is_not_connected_is_taken_by_itself() {
        let all = edges(&[
            (0, 0, 1.0),
            (3, 7, 0.0),
            (2, 0, 2.0),
            (5, 9, 1.0),
            (5, 8, 3.0),
        ]);
        assert_eq!(best(all), [(2, 0), (3, 7), (5, 8)]);
        assert_eq!(best(Vec::new()), []);
    }

    fn sum(all: &[Edge], chosen: &[(usize, usize)]) -> f64 {
        let of = |(from, to): &(usize, usize)| {
            let edge = all.iter().find(|e| (e.from, e.to) == (*from, *to));
            edge.unwrap().weight
        };
        chosen.iter().map(of).sum()
    }

    /// The largest sum by trying all.
    fn most(all: &[Edge], used: (u32, u32)) -> f64 {
        let Some((first, rest)) = all.split_first() else {
            return 0.0;
        };
        let without = most(rest, used);
        let (from, to) = (1 << first.from, 1 << first.to);
        if used.0 & from != 0 || used.1 & to != 0 {
            return without;
        }
        without.max(first.weight + most(rest, (used.0 | from, used.1 | to)))
    }

    proptest! {
        #[test]
        fn no_other_choice_has_a_larger_sum(
            all in prop::collection::btree_map((0_usize..5, 0_usize..5), 0_u8..9, 0..12),
        ) {
            let all = all.into_iter().map(|((from, to), weight)| Edge { from, to, weight: f64::from(weight) });
            let all: Vec<Edge> = all.collect();
            let chosen = best(all.clone());
            let distinct = |end: fn(&(usize, usize)) -> usize| {
                let ends: BTreeSet<usize> = chosen.iter().map(end).collect();
                ends.len() == chosen.len()
            };
            prop_assert!(distinct(|c| c.0) && distinct(|c| c.1));
            prop_assert!((sum(&all, &chosen) - most(&all, (0, 0))).abs() < 1e-9);
            let greedy = one_by_one(all.clone());
            prop_assert!(sum(&all, &greedy) <= sum(&all, &chosen) + 1e-9);
        }
    }
}
