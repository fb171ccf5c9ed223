//! A hash of whole numbers for maps that are asked for every two characters of a text: one multiplication, where the
//! hash of the standard library takes many steps. Seeded anew in each process, so that no document can be written to
//! collide. Knows nothing of what the numbers stand for.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hasher, RandomState};

use super::limits;

/// A map by whole numbers.
pub type NumberMap<V> = HashMap<u64, V, Seed>;

/// Makes the hashes of one map.
#[derive(Clone, Copy, Debug)]
pub struct Seed(u64);

impl Default for Seed {
    fn default() -> Self {
        Self(RandomState::new().hash_one(0_u64))
    }
}

impl BuildHasher for Seed {
    type Hasher = NumberHash;

    fn build_hasher(&self) -> NumberHash {
        NumberHash(self.0)
    }
}

/// The hash of a number.
#[derive(Debug)]
pub struct NumberHash(u64);

impl Hasher for NumberHash {
    fn write_u64(&mut self, number: u64) {
        // Both halves of the product: each bit of the number tells in each bit of the hash.
        let product = u128::from(self.0 ^ number) * u128::from(limits::HASH_FACTOR);
        self.0 = product as u64 ^ (product >> u64::BITS) as u64;
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_numbers_are_told_apart() {
        let seed = Seed::default();
        let count = 1 << 16;
        // What a table of twice the size looks at: the low bits.
        let mut places: Vec<u64> = (0..count)
            .map(|n| seed.hash_one((n << 32) | (n * 3)) % (2 * count))
            .collect();
        places.sort_unstable();
        places.dedup();
        assert!(places.len() as u64 > count * 7 / 10, "{}", places.len());
    }
}
