//! What became of a promise, and what is promised next: the types.
//!
//! Types only: knows neither how a verdict is reached nor how it is said.

use crate::calendar::Year;

/// What became of a promise of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// 超额完成.
    Exceeded,
    /// 完成.
    Met,
    /// 基本完成: at least 95 % of the target.
    Near,
    /// 部分完成.
    Partial,
    /// 未完成.
    Missed,
    /// 未见报告.
    Unreported,
    /// 不可比.
    Incomparable,
    /// 定性: a commitment without a figure that was answered.
    Qualitative,
    /// 计划外成果: a result that no target of the year asked for.
    Unplanned,
}

impl Outcome {
    /// All outcomes, from good to open.
    pub const ALL: [Self; 9] = [
        Self::Exceeded,
        Self::Met,
        Self::Near,
        Self::Partial,
        Self::Missed,
        Self::Qualitative,
        Self::Unreported,
        Self::Incomparable,
        Self::Unplanned,
    ];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exceeded => "exceeded",
            Self::Met => "met",
            Self::Near => "near",
            Self::Partial => "partial",
            Self::Missed => "missed",
            Self::Unreported => "unreported",
            Self::Incomparable => "incomparable",
            Self::Qualitative => "qualitative",
            Self::Unplanned => "unplanned",
        }
    }

    /// The outcome with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

/// How the next target relates to this year's target or result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// 新增: promised for the first time.
    New,
    /// 上调.
    Raised,
    /// 持平.
    Same,
    /// 下调.
    Lowered,
    /// 续办.
    Carried,
    /// 未再提出.
    Dropped,
    /// 表述调整: a number became words, or words a number.
    Reworded,
}

impl Next {
    /// Every one.
    pub const ALL: [Self; 7] = [
        Self::New,
        Self::Raised,
        Self::Same,
        Self::Lowered,
        Self::Carried,
        Self::Dropped,
        Self::Reworded,
    ];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::Raised => "raised",
            Self::Same => "same",
            Self::Lowered => "lowered",
            Self::Carried => "carried",
            Self::Dropped => "dropped",
            Self::Reworded => "reworded",
        }
    }
}

/// Whose verdict an outcome is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// 原文: the bulletin's own verdict.
    Stated,
    /// 推算: computed by the program.
    Computed,
}

impl Basis {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Stated, Self::Computed];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Computed => "computed",
        }
    }
}

/// Why two figures are not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Different units.
    Unit,
    /// A total against an increment, a share against a level.
    Measure,
    /// A part of the year, or a mean of several, against the year.
    Period,
    /// A narrower population or region against the whole, or against another one.
    Scope,
    /// It is not known for sure which time or number one of them has.
    Unsure,
    /// One of them is damaged.
    Damaged,
    /// One of them has no number.
    NoNumber,
    /// They are of two issuers.
    Issuer,
    /// Their names are alike, and a word sets one apart.
    Subject,
}

impl Reason {
    /// Every one.
    pub const ALL: [Self; 9] = [
        Self::Unit,
        Self::Measure,
        Self::Period,
        Self::Scope,
        Self::Unsure,
        Self::Damaged,
        Self::NoNumber,
        Self::Issuer,
        Self::Subject,
    ];

    /// The word used in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unit => "different-unit",
            Self::Measure => "different-measure",
            Self::Period => "different-period",
            Self::Scope => "different-scope",
            Self::Unsure => "unsure",
            Self::Damaged => "damaged",
            Self::NoNumber => "no-number",
            Self::Issuer => "different-issuer",
            Self::Subject => "different-subject",
        }
    }
}

/// How far a result is from its target.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Result less target, in `unit`.
    pub number: f64,
    /// The unit with its 万 or 亿 (万款); 个百分点 between percentages.
    pub unit: String,
}

/// The verdict on a row for one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The year.
    pub year: Year,
    /// What became of its promise, None while it has not been reported on.
    pub outcome: Option<Outcome>,
    /// Whose verdict that is.
    pub basis: Basis,
    /// Whether it is a commitment without a figure that nobody reported but that is promised again:
    /// 续办 on the screen.
    pub carried_over: bool,
    /// Result in percent of the target: only between counts of which more is better. Percentages,
    /// caps and ranges have a difference instead.
    pub attainment: Option<f64>,
    /// Result less target; without a target, less the result of the year before.
    pub difference: Option<Difference>,
    /// The target of the year after.
    pub next: Option<Next>,
    /// Why nothing was computed.
    pub reason: Option<Reason>,
    /// Whether the next target is one of which less is better: a lower one is stricter.
    pub cap: bool,
    /// Whether the promise was a range or about a number: what exceeds it is 优于预期.
    pub beyond: bool,
}

impl Verdict {
    /// What is left of it between bulletins of two issuers, of which neither answers for the other: that promise and
    /// report stand beside each other and are not compared. None if they do not.
    pub fn withheld(self) -> Option<Self> {
        let silent = matches!(self.outcome?, Outcome::Unreported | Outcome::Unplanned);
        (!silent).then_some(Self {
            outcome: Some(Outcome::Incomparable),
            basis: Basis::Computed,
            carried_over: false,
            attainment: None,
            difference: None,
            next: None,
            reason: Some(Reason::Issuer),
            cap: false,
            beyond: false,
            ..self
        })
    }
}
