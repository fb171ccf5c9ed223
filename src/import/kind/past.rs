//! What the chapters before the one in question have said, as far as the rules of kinds ask. Decides nothing.

use super::chapter::Chapter;
use crate::model::Kind;
use crate::text::manner::Manner;

/// What the chapters before the one in question have said.
#[derive(Debug, Default)]
pub struct Past {
    /// Whether one that plans has passed, or one before it that reviews.
    pub promised: bool,
    /// Whether numbering has begun again behind one that plans: what follows is no part of what it plans.
    pub begun_again: bool,
    /// Whether the heading of one of them plans.
    planned: bool,
    /// The manners by which they were numbered.
    manners: Vec<Manner>,
}

impl Past {
    /// Comes to a chapter: where numbering begins again behind plans, what they said holds no longer.
    pub fn enter(&mut self, chapter: &Chapter) {
        let Some((manner, number)) = chapter.numbering else {
            return;
        };
        if !self.manners.contains(&manner) {
            self.manners.push(manner);
        } else if number == 1 && self.planned {
            self.begun_again = true;
            (self.promised, self.planned) = (false, false);
        }
    }

    /// Goes past a chapter of a kind: what follows a review is what will be done. `said`: not its text alone tells its
    /// kind; `only_reviews`: no heading of the document plans, and its title does not report.
    pub fn pass(
        &mut self,
        chapter: &Chapter,
        kind: Option<Kind>,
        (said, only_reviews): (bool, bool),
    ) {
        let by_heading = chapter.said.is_some();
        let reviews = kind == Some(Kind::Achievements) && only_reviews;
        self.promised |= said && (kind == Some(Kind::Plans) || reviews);
        self.planned |= by_heading && kind == Some(Kind::Plans);
        self.begun_again &= !by_heading;
    }
}
