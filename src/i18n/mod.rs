//! Every word the program says. One struct of static strings per language: a missing one does not compile.
//! Messages about files are put together in `load::message`, where the data they name are known.

mod command_line;
mod figure;
pub mod indicators;
mod lang;
#[cfg(test)]
pub mod table;
pub mod tables;
pub mod times;
mod words;

use std::io::{self, ErrorKind};

use crate::compare::{Basis, Next, Outcome, Pairing, Row};
use crate::length::Length;
use crate::model::{Bound, Kind, Measure, Origin, Role, Trend};

pub use command_line::COMMAND_LINE;
pub use words::{Keys, Lang, Noun, Words, counted};

impl Lang {
    /// A kind of section.
    pub fn kind(self, kind: Kind) -> &'static str {
        match self {
            Self::Zh => kind.chinese(),
            Self::En => kind.code(),
        }
    }

    /// Whether a figure was declared or found.
    pub fn origin(self, origin: Origin) -> &'static str {
        match (self, origin) {
            (Self::Zh, Origin::Declared) => "标注",
            (Self::Zh, Origin::Found) => "识别",
            (Self::En, Origin::Declared) => "declared",
            (Self::En, Origin::Found) => "found",
        }
    }

    /// How a number bounds its quantity, as a sign; an exact one has none.
    pub fn bound(self, bound: Bound) -> &'static str {
        match bound {
            Bound::Exactly => "",
            Bound::Range => self.pick("区间", "range"),
            bound => bound.sign(),
        }
    }

    /// Which way a figure moved.
    pub fn trend(self, trend: Trend) -> &'static str {
        match trend {
            Trend::Up => self.pick("增", "up"),
            Trend::Down => self.pick("减", "down"),
        }
    }

    /// What kind of quantity a figure is.
    pub fn measure(self, measure: Measure) -> &'static str {
        match measure {
            Measure::Level => self.pick("总量", "level"),
            Measure::Increment => self.pick("增量", "increment"),
            Measure::Change => self.pick("增减幅", "change"),
            Measure::Share => self.pick("占比", "share"),
        }
    }

    /// The name of a row; one paired by likeness says so.
    pub fn indicator(self, row: &Row) -> String {
        let doubt = match (self, row.pairing) {
            (_, Pairing::Key | Pairing::Catalogue | Pairing::Name | Pairing::Confirmed) => "",
            (Self::Zh, Pairing::Similar(_)) => "疑似：",
            (Self::En, Pairing::Similar(_)) => "probably ",
        };
        format!("{doubt}{}", row.indicator)
    }

    /// The same where there is little room: a star stands for the doubt.
    pub fn marked(self, row: &Row) -> String {
        match row.pairing {
            Pairing::Similar(_) => format!("*{}", row.indicator),
            Pairing::Key | Pairing::Catalogue | Pairing::Name | Pairing::Confirmed => {
                row.indicator.clone()
            }
        }
    }

    /// What is said of a row whose cells were paired by likeness.
    pub fn similar(self, pairing: Pairing) -> Option<String> {
        match (self, pairing) {
            (_, Pairing::Key | Pairing::Catalogue | Pairing::Name) => None,
            (Self::Zh, Pairing::Similar(percent)) => Some(format!(
                "疑似同一指标：名称不同，按相似程度配对（{percent}%）"
            )),
            (Self::En, Pairing::Similar(percent)) => Some(format!(
                "probably one indicator: paired by likeness ({percent}%)"
            )),
            (Self::Zh, Pairing::Confirmed) => Some("名称不同，已由用户确认为同一指标".to_owned()),
            (Self::En, Pairing::Confirmed) => {
                Some("under two names, confirmed as one by the user".to_owned())
            }
        }
    }

    /// A column: 2021目标, 2021 target.
    pub fn column(self, year: u16, role: Role) -> String {
        match (self, role) {
            (Self::Zh, Role::Target) => format!("{year}目标"),
            (Self::Zh, Role::Result) => format!("{year}实绩"),
            (Self::En, role) => format!("{year} {}", role.code().unwrap_or_default()),
            (Self::Zh, _) => year.to_string(),
        }
    }

    /// An outcome.
    pub fn outcome(self, outcome: Outcome) -> &'static str {
        let (zh, en) = match outcome {
            Outcome::Exceeded => ("超额完成", "exceeded"),
            Outcome::Met => ("完成", "met"),
            Outcome::Near => ("基本完成", "nearly met"),
            Outcome::Partial => ("部分完成", "partly met"),
            Outcome::Missed => ("未完成", "missed"),
            Outcome::Unreported => ("未见报告", "not reported"),
            Outcome::Incomparable => ("不可比", "incomparable"),
            Outcome::Qualitative => ("已报告", "reported"),
            Outcome::Unplanned => ("计划外成果", "unplanned"),
        };
        self.pick(zh, en)
    }

    /// How much was read of a text: sections, the length that is left, the time it takes; what can be left
    /// out stands last.
    pub fn reading(self, read: usize, sections: usize, left: Length) -> Vec<String> {
        let (count, minutes) = (left.count(), left.minutes());
        let hours = (minutes + 30) / 60;
        let mut parts = vec![match self {
            Self::Zh => format!("已读 {read}/{sections} 节"),
            Self::En => format!("{read}/{sections} sections read"),
        }];
        if count > 0 {
            parts.push(match self {
                Self::Zh => format!("未读 {count} 字"),
                Self::En => format!("{count} characters left"),
            });
            parts.push(match (self, minutes < 120) {
                (Self::Zh, true) => format!("约 {minutes} 分钟"),
                (Self::Zh, false) => format!("约 {hours} 小时"),
                (Self::En, true) => format!("about {minutes} min"),
                (Self::En, false) => format!("about {hours} hours"),
            });
        }
        parts
    }

    /// How many of the promises in a tally were paired by likeness.
    pub fn of_them_similar(self, count: usize) -> String {
        match self {
            Self::Zh => format!("，其中疑似配对（*）{count} 项"),
            Self::En => format!(", {count} of them paired by likeness (*)"),
        }
    }

    /// Stands for commitments not reported but promised again, where there is no room for words.
    pub const CARRIED_SIGN: &'static str = ">";

    /// A sign that stands beside the outcome's colour. One cell, ASCII.
    pub fn outcome_sign(outcome: Outcome) -> &'static str {
        match outcome {
            Outcome::Exceeded => "+",
            Outcome::Met | Outcome::Qualitative => "=",
            Outcome::Near => "~",
            Outcome::Partial => "-",
            Outcome::Missed => "x",
            Outcome::Unreported => "?",
            Outcome::Incomparable => "/",
            Outcome::Unplanned => " ",
        }
    }

    /// The next target.
    pub fn next(self, next: Next) -> &'static str {
        let (zh, en) = match next {
            Next::New => ("新增", "new"),
            Next::Raised => ("上调", "raised"),
            Next::Same => ("持平", "same"),
            Next::Lowered => ("下调", "lowered"),
            Next::Carried => ("续办", "carried on"),
            Next::Dropped => ("未再提出", "dropped"),
            Next::Reworded => ("表述调整", "reworded"),
        };
        self.pick(zh, en)
    }

    /// Whose verdict.
    pub fn basis(self, basis: Basis) -> &'static str {
        match basis {
            Basis::Stated => self.pick("原文", "stated"),
            Basis::Computed => self.pick("推算", "computed"),
        }
    }

    /// The head of a year's outcomes.
    pub fn outcome_of(self, year: u16) -> String {
        match self {
            Self::Zh => format!("{year}结果"),
            Self::En => format!("{year} outcome"),
        }
    }

    /// Why something could not be written; where there are no words for it, the system's own.
    pub fn write_error(self, error: &io::Error) -> String {
        let (zh, en) = match error.kind() {
            ErrorKind::NotFound => ("没有这个文件夹", "there is no such folder"),
            ErrorKind::PermissionDenied => ("没有写入的权限", "no permission to write there"),
            ErrorKind::IsADirectory => ("这是一个文件夹", "that is a folder"),
            ErrorKind::NotADirectory => {
                ("路径中有一段不是文件夹", "a part of the path is no folder")
            }
            ErrorKind::InvalidData => ("文件里不是文字", "the file holds no text"),
            ErrorKind::InvalidInput => ("不是普通文件", "that is no regular file"),
            ErrorKind::StorageFull => ("磁盘已满", "the disk is full"),
            ErrorKind::ReadOnlyFilesystem => ("磁盘只能读", "the disk is read-only"),
            ErrorKind::InvalidFilename => (
                "文件名太长，或含有不许用的字符",
                "the name is too long, or has characters that are not allowed",
            ),
            ErrorKind::QuotaExceeded => ("磁盘配额已用完", "the disk quota is used up"),
            ErrorKind::FileTooLarge => ("文件太大", "the file is too large"),
            _ => return error.to_string(),
        };
        self.pick(zh, en).to_owned()
    }

    /// How a result differs from that of the year before.
    pub fn on_year(self, difference: &str) -> String {
        match self {
            Self::Zh => format!("较上年 {difference}"),
            Self::En => format!("{difference} on year"),
        }
    }

    /// One of two words.
    pub fn pick(self, zh: &'static str, en: &'static str) -> &'static str {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
