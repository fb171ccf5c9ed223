//! Limits by name: a number the program decides by, with its unit and its reason.
//!
//! A *tuned* limit was chosen by looking at documents: if it is halved or doubled, some example has to fail, or
//! nobody knows what it is for. A *safety* limit bounds the memory and time that hostile input may take.
//! Knows nothing of what is limited.

/// Why a limit is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// Chosen by looking at documents; there is an example on either side of it.
    Tuned,
    /// Bounds the memory or time that hostile input may take.
    Safety,
}

/// A number with a name. Made by the macro `limits!`.
#[derive(Clone, Copy, Debug)]
pub struct Limit<T> {
    /// Module and name, `jianbao::figures::limits::NAME`.
    pub name: &'static str,
    /// The number. Callers use [`Limit::get`], which a test may change for a while.
    value: T,
    /// Why it is what it is.
    pub sort: Sort,
    /// What it limits, in which unit.
    pub why: &'static str,
}

impl<T: Copy> Limit<T> {
    /// A limit; `limits!` is the way to make one.
    pub const fn new(name: &'static str, value: T, sort: Sort, why: &'static str) -> Self {
        Self {
            name,
            value,
            sort,
            why,
        }
    }

    /// The number.
    #[cfg(not(test))]
    #[inline]
    pub const fn get(self) -> T {
        self.value
    }

    /// The number, or what a test of this thread put in its place.
    #[cfg(test)]
    pub fn get(self) -> T
    where
        T: changed::Number,
    {
        self.value.times(changed::factor(self.name))
    }
}

/// Declares limits, each with its unit and reason, and `LIMITS`, the list of their names for tests:
/// `limits! { HEADING: usize = 60, Tuned, "characters of the longest heading"; }`.
macro_rules! limits {
    ($($name:ident: $number:ty = $value:expr, $sort:ident, $why:literal;)+) => {
        $(
            #[doc = $why]
            pub const $name: $crate::limit::Limit<$number> = $crate::limit::Limit::new(
                concat!(module_path!(), "::", stringify!($name)),
                $value,
                $crate::limit::Sort::$sort,
                $why,
            );
        )+
        /// The limits of this file: name and sort.
        #[allow(dead_code)]
        #[cfg(test)]
        pub const LIMITS: &[(&str, $crate::limit::Sort)] =
            &[$((concat!(module_path!(), "::", stringify!($name)), $crate::limit::Sort::$sort)),+];
    };
}
pub(crate) use limits;

/// Limits with other values, for a test and its thread only.
#[cfg(test)]
pub mod changed {
    use std::cell::Cell;

    thread_local! {
        static CHANGED: Cell<Option<(&'static str, f64)>> = const { Cell::new(None) };
    }

    /// What a limit's number is multiplied by.
    pub fn factor(name: &str) -> f64 {
        let changed = CHANGED.get();
        changed.map_or(
            1.0,
            |(known, factor)| if known == name { factor } else { 1.0 },
        )
    }

    /// Does something while a limit's number is multiplied by a factor.
    pub fn with<T>(name: &'static str, factor: f64, act: impl FnOnce() -> T) -> T {
        CHANGED.set(Some((name, factor)));
        let done = act();
        CHANGED.set(None);
        done
    }

    /// Numbers of limits.
    pub trait Number: Copy {
        /// The number times a factor, rounded where it is whole.
        #[must_use]
        fn times(self, factor: f64) -> Self;
    }

    impl Number for f64 {
        fn times(self, factor: f64) -> Self {
            self * factor
        }
    }

    macro_rules! whole {
        ($($number:ty)+) => {
            $(impl Number for $number {
                // A limit that is not changed stays as it is, however large.
                #[allow(clippy::float_cmp, clippy::cast_lossless)]
                fn times(self, factor: f64) -> Self {
                    if factor == 1.0 { self } else { (self as f64 * factor).round() as $number }
                }
            })+
        };
    }
    whole!(u8 u16 u32 u64 usize);
}

#[cfg(test)]
mod tests {
    use super::changed::with;

    limits! {
        LONGEST: usize = 3, Tuned, "characters of a made-up name";
        LARGEST: u64 = 1 << 20, Safety, "bytes of a made-up file";
    }

    #[test]
    fn a_test_may_change_one_limit_for_a_while() {
        let name = LONGEST.name;
        assert_eq!(name, "jianbao::limit::tests::LONGEST");
        assert_eq!(
            with(name, 2.0, || (LONGEST.get(), LARGEST.get())),
            (6, 1 << 20)
        );
        assert_eq!(with(name, 0.5, || LONGEST.get()), 2);
        assert_eq!(LONGEST.get(), 3);
        assert_eq!(LIMITS.len(), 2);
    }
}
