//! Single values of the JSON: numbers, and what is written as it is displayed.

use std::fmt::Display;

use serde::{Serialize, Serializer};

/// A number without a needless fraction: 200, not 200.0; null for what is none.
#[derive(Clone, Copy, Debug)]
pub struct Plain(pub f64);

/// Whole numbers up to 2^53 are exact in an f64.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Serialize for Plain {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let number = self.0;
        if number.fract() == 0.0 && number.abs() < EXACT {
            #[allow(clippy::cast_possible_truncation)]
            return out.serialize_i64(number as i64);
        }
        out.serialize_f64(number)
    }
}

/// What is written as it is displayed.
#[derive(Clone, Copy, Debug)]
pub struct Shown<T>(pub T);

impl<T: Display> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(&self.0)
    }
}
