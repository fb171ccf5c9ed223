//! Takes from lines behind the text what they say. Knows nothing of the head.

use super::state::State;
use super::tail_rules::{TAIL, Tail};
use crate::import::doubt::Why;
use crate::import::imprint::imprint;
use crate::import::line::Line;
use crate::import::rule::first;
use crate::text::date::date;

impl State {
    /// Why a line of the tail is left out, and what it says.
    pub(super) fn tail_of(&mut self, line: &Line) -> Why {
        let text = line.text.as_str();
        match first(TAIL, line, 0).map(|rule| rule.then) {
            Some(Tail::Signature) => {
                self.signature(text);
                Why::Issuer
            }
            Some(Tail::Imprint) => {
                let office = imprint(text).unwrap_or_default();
                self.printed = Some((office.to_owned(), date(text)));
                Why::Distribution
            }
            Some(Tail::Day) => {
                self.date(text);
                Why::Date
            }
            Some(Tail::Source) => {
                self.source(text);
                Why::Source
            }
            Some(Tail::Address) => {
                let address = || text.trim_matches(['<', '>']).to_owned();
                self.head.url.get_or_insert_with(address);
                Why::Source
            }
            Some(Tail::Office) => {
                self.sign(text);
                Why::Issuer
            }
            Some(Tail::Caption) => Why::Caption,
            Some(Tail::Makers) => Why::Subtitle,
            Some(Tail::Distribution) => Why::Distribution,
            Some(Tail::Remark) => Why::Remark,
            Some(Tail::Site) => Why::Site,
            None => Why::Notice,
        }
    }
}
