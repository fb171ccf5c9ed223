//! A target or a result: its value as printed and as read, and the span of its quotation.
//!
//! Knows nothing of how values are read or found.

use std::ops::Range;

use super::kind::Role;
use crate::calendar::{Period, Year};

/// How a number bounds the quantity it speaks of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// Just this number.
    #[default]
    Exactly,
    /// 超, 余, 突破: more than the number.
    Over,
    /// 以上, 不少于: the number or more.
    AtLeast,
    /// 低于, 不足: less than the number.
    Under,
    /// 以内, 不超过: the number or less.
    AtMost,
    /// 左右, 约: about the number.
    About,
    /// Between two numbers; see [`Reading::low`] and [`Reading::high`].
    Range,
}

impl Bound {
    /// The sign used in JSON.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Exactly => "=",
            Self::Over => ">",
            Self::AtLeast => ">=",
            Self::Under => "<",
            Self::AtMost => "<=",
            Self::About => "~",
            Self::Range => "range",
        }
    }
}

/// Which way a figure moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// 增长, 提高, 上升.
    Up,
    /// 下降, 降低, 减少.
    Down,
}

impl Trend {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Up, Self::Down];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// What kind of quantity a figure is. Only figures of one measure can be compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// A stock, a total, or a number reached or done.
    #[default]
    Level,
    /// Added in the period.
    Increment,
    /// Growth or decline against a base.
    Change,
    /// Part of a whole.
    Share,
}

impl Measure {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Level, Self::Increment, Self::Change, Self::Share];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Level => "level",
            Self::Increment => "increment",
            Self::Change => "change",
            Self::Share => "share",
        }
    }
}

/// What the words of a count or an amount say of the way it came about. A level whose words say nothing may be a stock
/// or what was done in the period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Counting {
    /// Nothing: 建成二级节点166个.
    #[default]
    Untold,
    /// It is done in the period: 改造农村公路5500公里.
    Done,
    /// It is added in the period: 新增学位2.4万个.
    Added,
    /// It is what was reached: 达到58%, 增至9310公里.
    Reached,
    /// It is a stock or a total: 总数达198家.
    Total,
}

/// A printed value as the grammar of figures reads it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// The number, 万 and 亿 multiplied out, percent kept as percent. None for a range or for a
    /// value that has no single number (5+2).
    pub number: Option<f64>,
    /// Lower end of a range.
    pub low: Option<f64>,
    /// Upper end of a range.
    pub high: Option<f64>,
    /// The unit as printed, without 万 and 亿; may be empty.
    pub unit: String,
    /// How the number bounds the quantity.
    pub bound: Bound,
    /// The words that say so, as printed; several are joined by `…`. May be empty.
    pub bound_word: String,
    /// Growth or decline, where the value says so.
    pub trend: Option<Trend>,
    /// The kind of quantity.
    pub measure: Measure,
    /// What its own words say of the way it came about.
    pub counting: Counting,
}

/// Whether a figure was written into the file or read out of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// 标注: listed in the file's `targets` or `results`.
    Declared,
    /// 识别: found in the text by the program.
    #[default]
    Found,
}

impl Origin {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Declared, Self::Found];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Found => "found",
        }
    }
}

/// A target or a result: an indicator with a value, or a commitment without one.
#[derive(Clone, Debug, Default)]
pub struct Figure {
    /// Promised, reported, or neither.
    pub role: Role,
    /// What is counted, a short noun phrase.
    pub indicator: String,
    /// The code that pairs the indicator across years.
    pub key: Option<String>,
    /// The value as printed. None for a commitment without a figure.
    pub value: Option<String>,
    /// The value as read. None without a value, or where the grammar cannot read it.
    pub reading: Option<Reading>,
    /// The year it speaks of: that of a period within one year, None for longer ones.
    pub year: Option<Year>,
    /// The span of time it holds for; None where nothing says it.
    pub period: Option<Period>,
    /// 年均: the mean of the years of the period.
    pub mean: bool,
    /// A narrower population or region than the issuer's whole, as printed.
    pub scope: Option<String>,
    /// Whether it stands among the main targets (主要预期目标).
    pub main: bool,
    /// The day it speaks of, as printed (截至2021年11月底).
    pub as_of: Option<String>,
    /// cumulative, period or point, as declared.
    pub basis: Option<String>,
    /// The units in charge of it, as printed (责任单位, 牵头单位).
    pub responsible: Vec<String>,
    /// The day or time by which it is due, as printed (完成时限).
    pub deadline: Option<String>,
    /// The bulletin's own verdict (完成, 超额完成, 提前完成).
    pub stated: Option<String>,
    /// A damaged figure: shown, never computed with.
    pub doubtful: bool,
    /// A remark of the author who declared it.
    pub note: Option<String>,
    /// Its quotation: a byte range in the section's [`Section::body`](super::Section::body).
    pub span: Range<usize>,
    /// Declared or found.
    pub origin: Origin,
}
