//! What is asked of a chapter before its kind is decided. Decides nothing.

use super::heading::{of_heading, tells_both};
use super::scope::{Clock, spans, written};
use crate::calendar::{Period, Year};
use crate::import::part::is_annex;
use crate::lexicon::List;
use crate::model::Kind;
use crate::text::chars::is_digit;
use crate::text::label;
use crate::text::manner::Manner;
use crate::text::year::{is_year_mark, year};

/// What is asked of a chapter.
#[derive(Debug)]
pub struct Chapter {
    /// Whether it has neither heading nor numbering.
    pub bare: bool,
    /// How it is numbered, and its number.
    pub numbering: Option<(Manner, u32)>,
    pub heading: String,
    /// Whether it is annexed to the document.
    pub annex: bool,
    /// The kind that its heading says.
    pub said: Option<Kind>,
    /// The kind that its text opens with.
    pub told: Option<Kind>,
    /// The same, if it is of one year and figures follow.
    pub figures_of: Option<Kind>,
    /// Guidance, if it is text beside the chapters that tells what guides them.
    pub guided: Option<Kind>,
    /// The kind that the heading of its first section says.
    pub holds: Option<Kind>,
    /// The year that its heading names, and the place in bytes.
    pub year: Option<Year>,
    /// The years that are over, and those to come, that its heading names, with their places in bytes.
    pub past: Option<(usize, Period)>,
    pub coming: Option<(usize, Period)>,
    /// Whether it was opened as one that plans, or its heading says so.
    pub plans: bool,
}

impl Chapter {
    /// A chapter by its words, and the kinds by which it and its text were opened.
    pub fn new(
        (label, heading): (&str, &str),
        clock: Clock,
        opened: Option<Kind>,
        told: Option<Kind>,
    ) -> Self {
        let said = of_heading(heading);
        let spans = spans(heading, clock);
        let span = |is: &dyn Fn(Period) -> bool| spans.iter().copied().find(|(_, span)| is(*span));
        let coming = span(&|span| clock.is_coming(span));
        Self {
            bare: label.is_empty() && heading.is_empty(),
            numbering: label::read(label, None).map(|label| (label.manner, label.number)),
            heading: heading.to_owned(),
            annex: is_annex(heading) || !heading.is_empty() && is_annex(label),
            said,
            told,
            figures_of: None,
            guided: None,
            holds: None,
            year: year(heading).filter(|_| written(heading).is_none()),
            past: span(&|span| clock.is_over(span)),
            coming,
            plans: opened == Some(Kind::Plans) || said == Some(Kind::Plans) && coming.is_none(),
        }
    }

    /// Takes the years that the title of its document reviews, unless it names its own.
    pub fn review(&mut self, span: Period) {
        let names_own = self.past.is_some() || self.coming.is_some() || self.year.is_some();
        if !names_own && self.said != Some(Kind::Plans) {
            self.past = Some((0, span));
        }
    }

    /// Whether its heading both reports and promises.
    pub fn both(&self) -> bool {
        tells_both(&self.heading)
    }

    /// Whether its heading names a year before several years.
    pub fn year_first(&self) -> bool {
        let spans = [self.past, self.coming];
        let places = spans.into_iter().flatten().map(|(at, _)| at);
        let before = places.min().and_then(|at| self.heading.get(..at));
        before.is_some_and(|before| year(before).is_some())
    }
}

/// Guidance, if the first paragraphs of a text tell what guides what follows.
pub fn guides(text: &[String]) -> Option<Kind> {
    static GUIDES: List = List::new("guides");
    let mut first = text.iter().take(3);
    first
        .any(|paragraph| GUIDES.is_in(paragraph))
        .then_some(Kind::Guidance)
}

/// Whether the first paragraphs of a text give figures: a number with what it counts, and no date.
pub fn gives_figures(text: &[String]) -> bool {
    static UNITS: List = List::new("unit");
    static DATE: List = List::new("month-mark");
    text.iter().take(3).any(|paragraph| {
        let digits = paragraph.char_indices().filter(|(_, c)| is_digit(*c));
        let mut rests = digits.filter_map(|(at, c)| paragraph.get(at + c.len_utf8()..));
        rests.any(|rest| {
            let date = rest.starts_with(is_year_mark) || DATE.starts(rest);
            !date && UNITS.starts(rest)
        })
    })
}
