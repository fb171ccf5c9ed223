//! What is read of a head so far: what its rules may ask of it. Knows no rules.

use super::data::Head;
use super::page::Page;
use crate::calendar::Date;
use crate::import::doubt::Why;
use crate::import::feature::Feature;
use crate::import::line::{Line, Style};
use crate::import::office::offices;

/// What is read of a head, line by line.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says of another thing that it has begun"
)]
pub struct State {
    pub(super) head: Head,
    /// Title of a front matter or of the page.
    pub(super) front: Option<String>,
    /// Why each line of the head is left out; None for one that stays in the text.
    pub(super) why: Vec<Option<Why>>,
    /// Lines that may be the title.
    pub(super) titles: Vec<String>,
    /// Signatures.
    pub(super) signed: Vec<String>,
    /// How many of them the head holds: the others stand behind the text.
    pub(super) signed_in_head: usize,
    /// Who speaks.
    pub(super) speaker: Option<String>,
    pub(super) subtitle: Option<String>,
    /// Whether a circular came before the document.
    pub(super) covered: bool,
    /// Whether the circular lists what it comes with.
    pub(super) annexes: bool,
    /// Whether a notice of the site has begun.
    pub(super) notice: bool,
    /// The title as the document marks it.
    pub(super) marked: Option<String>,
    /// Whether the words of a breadcrumb may follow.
    pub(super) crumbs: bool,
    /// The lines of the head as the rules see them.
    pub(super) page: Page,
    /// The day on which a report was given.
    pub(super) delivered: Option<Date>,
    /// The day on which a page was published.
    pub(super) published: Option<Date>,
    /// The office that published a page, as its metadata say.
    pub(super) publisher: Option<String>,
    /// The office and the day of printing.
    pub(super) printed: Option<(String, Option<Date>)>,
    /// The office whose site the page is of, as its title says.
    pub(super) site: Option<String>,
    /// The office of who speaks.
    pub(super) office: Option<String>,
    /// The government of the place that stands alone above the title.
    pub(super) place: Option<String>,
    /// The office that the title of a circular names.
    pub(super) sender: Option<String>,
    /// The letters of the titles that a circular names.
    pub(super) passed_on: Vec<String>,
    /// The government of a region that the bar of the site names.
    pub(super) of_bar: Option<String>,
    /// The number of the issue of a periodical.
    pub(super) issue: Option<String>,
}

impl State {
    /// The words of a line; none behind the head.
    pub(super) fn text(&self, at: usize) -> &str {
        self.page.line(at)
    }

    /// What a line shows by itself.
    pub(super) fn feature(&self, at: usize) -> Feature {
        self.page.feature(at)
    }

    /// A line, if the document has one there.
    pub(super) fn line(&self, at: usize) -> Option<&Line> {
        self.page.all().get(at)
    }

    /// How a line is set.
    pub(super) fn style(&self, at: usize) -> Style {
        self.line(at).map_or(Style::Plain, |line| line.style)
    }

    /// Whether a line is set as titles are.
    pub(super) fn is_set_as_title(&self, at: usize) -> bool {
        matches!(self.style(at), Style::Heading(1 | 2) | Style::Title)
    }

    /// Whether what is read is a circular, before the title of the document that it passes on.
    pub(super) fn is_in_circular(&self) -> bool {
        self.covered && self.titles.is_empty()
    }

    /// Takes an office that signs. The one of a document that a circular passes on wrote it, and issued nothing: whether
    /// it was taken.
    pub(super) fn sign(&mut self, office: &str) -> bool {
        let is_passed_on = self.covered && !self.titles.is_empty();
        if is_passed_on && (!self.signed.is_empty() || self.sender.is_some()) {
            return false;
        }
        self.signed.extend(offices(office));
        true
    }
}
