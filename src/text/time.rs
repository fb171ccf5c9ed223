//! What times are: a year, several, a part of one. Knows no text.

use std::ops::Range;

use crate::calendar::Year;

/// A time that a text names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// A year: 2025年, 全年.
    Year(Year),
    /// What is reached by its end: 到2027年, 截至2025年底.
    By(Year),
    /// Several years, the first and the last: 2021—2025年, 这五年.
    Years(Year, Year),
    /// Months of a year, the first and the last: 1—11月, 上半年.
    Months(Year, u8, u8),
    /// A month at whose end something stood: 截至2025年11月底.
    At(Year, u8),
    /// The year from which a value came, or that one is compared with: 从2020年的53.2%, 比2020年.
    From(Year),
    /// A time that no year begins: 改革开放以来.
    Untold,
}

/// A time in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Bytes of the words that name it.
    pub span: Range<usize>,
    /// The time.
    pub time: Time,
}

/// What words such as 今年 and 全年 are read by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// The year that the section speaks of; of several, the last one.
    pub told: Option<Year>,
    /// The year in which it is said.
    pub now: Option<Year>,
}
