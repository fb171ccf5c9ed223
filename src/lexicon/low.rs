//! Words by the low byte of a letter: one look spares most comparisons. Knows no lists.

/// The low byte of a character's code: most ideographs of a text differ in it.
pub fn low(c: char) -> u8 {
    (u32::from(c) & 0xff) as u8
}

/// A set of low bytes, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lows([u64; 4]);

impl Lows {
    /// Those of some bytes.
    pub fn of(bytes: impl Iterator<Item = u8>) -> Self {
        let mut lows = Self::default();
        for byte in bytes {
            if let Some(word) = lows.0.get_mut(usize::from(byte >> 6)) {
                *word |= 1 << (byte & 63);
            }
        }
        lows
    }

    /// Whether a byte is one of them.
    pub fn has(self, byte: u8) -> bool {
        let word = self.0.get(usize::from(byte >> 6));
        word.is_some_and(|word| word >> (byte & 63) & 1 == 1)
    }
}

/// The indices of words by a low byte of each: of a long list only a few are looked at.
#[derive(Debug)]
pub struct ByLow(Vec<(u8, usize)>);

impl ByLow {
    /// Those of words, each by its low byte.
    pub fn of(lows: impl Iterator<Item = u8>) -> Self {
        let mut all: Vec<(u8, usize)> = lows.zip(0..).collect();
        all.sort_unstable();
        Self(all)
    }

    /// The words with a low byte, from an index on, in the order of the list.
    pub fn from(&self, low: u8, index: usize) -> impl Iterator<Item = usize> {
        let start = self.0.partition_point(|known| *known < (low, index));
        let rest = self.0.get(start..).unwrap_or_default().iter();
        rest.take_while(move |known| known.0 == low)
            .map(|known| known.1)
    }
}
