//! What a bulletin says of itself. Knows nothing of where it is said.

use crate::calendar::{Date, Year};

/// What a bulletin says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// 标题.
    pub title: String,
    /// 发文机关.
    pub issuer: String,
    /// 发文字号.
    pub document_number: Option<String>,
    /// 主送机关.
    pub recipients: Vec<String>,
    /// 成文日期.
    pub date: Option<Date>,
    /// Year and month of a day that the document leaves open: 2031年2月.
    pub month: Option<(Year, u8)>,
    /// Where it was published.
    pub publication: Option<String>,
    /// Its address there.
    pub url: Option<String>,
    /// The series that is proposed; None if it is the issuer.
    pub series: Option<String>,
}
