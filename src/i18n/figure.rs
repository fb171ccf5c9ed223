//! What a figure holds for, and why two of them are not compared, in words.

use super::Lang;
use crate::compare::{Pairing, Reason};
use crate::model::{Figure, Role};

impl Lang {
    /// What a row was paired by, in a word.
    pub fn pairing(self, pairing: Pairing) -> String {
        match (self, pairing) {
            (Self::Zh, Pairing::Key) => "代码".to_owned(),
            (Self::Zh, Pairing::Catalogue) => "指标目录".to_owned(),
            (Self::En, Pairing::Catalogue) => "catalogue".to_owned(),
            (Self::Zh, Pairing::Name) => "名称".to_owned(),
            (Self::Zh, Pairing::Similar(percent)) => format!("疑似（{percent}%）"),
            (Self::Zh, Pairing::Confirmed) => "已确认".to_owned(),
            (Self::En, Pairing::Confirmed) => "confirmed".to_owned(),
            (Self::En, Pairing::Key) => "key".to_owned(),
            (Self::En, Pairing::Name) => "name".to_owned(),
            (Self::En, Pairing::Similar(percent)) => format!("likeness ({percent}%)"),
        }
    }

    /// Why figures are not compared.
    pub fn reason(self, reason: Reason) -> &'static str {
        match reason {
            Reason::Unit => self.pick("单位不同", "different units"),
            Reason::Measure => self.pick("口径不同", "different measures"),
            Reason::Period => self.pick("时段不同", "different periods"),
            Reason::Scope => self.pick("范围不同", "different scopes"),
            Reason::Unsure => self.pick("不能确定", "not certain"),
            Reason::Damaged => self.pick("数字有损", "damaged figure"),
            Reason::Issuer => self.pick("机关不同", "different issuers"),
            Reason::NoNumber => self.pick("一方无数字", "no number on one side"),
        }
    }

    /// The time of a figure where it is not just a year: 2021—2025年年均, 1—11月, 11月底.
    pub fn period_note(self, figure: &Figure) -> Option<String> {
        let mean = if figure.mean {
            self.pick("年均", "yearly mean")
        } else {
            ""
        };
        let Some(period) = figure
            .period
            .filter(|period| period.year().is_none() || period.months().is_some())
        else {
            return figure.mean.then(|| mean.to_owned());
        };
        let span = match (self, period.months()) {
            (Self::Zh, Some((from, to))) if from == to => format!("{to}月底"),
            (Self::Zh, Some((from, to))) => format!("{from}—{to}月"),
            (Self::Zh, None) => format!("{}—{}年", period.from(), period.to()),
            (Self::En, _) => period.to_string().replace('/', "–"),
        };
        let space = if self == Self::En && figure.mean {
            " "
        } else {
            ""
        };
        Some(format!("{span}{space}{mean}"))
    }

    /// What a figure was said for; empty where the text does not tell.
    pub fn role(self, role: Role) -> &'static str {
        let words = self.words();
        match role {
            Role::Target => words.target,
            Role::Result => words.result,
            Role::Base => words.base,
            Role::Standing => words.standing,
            Role::Untold => "",
        }
    }

    /// A value, with its time where that is not just a year: 6.2%（1—11月）.
    pub fn value_with_time(self, value: &str, figure: &Figure) -> String {
        match (self, self.period_note(figure)) {
            (_, None) => value.to_owned(),
            (Self::Zh, Some(note)) => format!("{value}（{note}）"),
            (Self::En, Some(note)) => format!("{value} ({note})"),
        }
    }
}
