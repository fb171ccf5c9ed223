//! The same section in another year of its series.

use crate::compare;
use crate::page::Anchor;
use crate::parallel::{Parallel, Shown};
use crate::store::store::Store;

use super::outline::Node;
use super::state::State;

impl State {
    /// The same section in the year before or after.
    pub fn other_year(&mut self, by: isize, store: &mut Store) {
        let words = store.lang.words();
        let Some(bulletin) = self.text.bulletin() else {
            return;
        };
        let members = compare::members_with(&store.bulletins, bulletin);
        let at = members.iter().position(|m| *m == bulletin);
        let other = at.and_then(|at| at.checked_add_signed(by));
        let Some(&other) = other.and_then(|at| members.get(at)) else {
            return store.complain(if by < 0 {
                words.no_earlier
            } else {
                words.no_later
            });
        };
        let Some((_, section)) = self.section() else {
            return self.go(Node::Bulletin(other), store);
        };
        let found = store
            .alignments
            .counterparts(&store.bulletins, (bulletin, section), other);
        let Some(&found) = found.first() else {
            return store.complain(words.no_counterpart);
        };
        let paragraph = self.answer_to_top((bulletin, section), (other, found), store);
        self.go(Node::Section(other, found), store);
        if let Some(paragraph) = paragraph {
            let paragraph = self.text.page().paragraph_of_section(found) + paragraph;
            let byte = None;
            self.show_anchor(Anchor { paragraph, byte }, 0, store);
        }
    }

    /// Which paragraph of a section answers to the one at the top of the text, which is in another
    /// section; None where the text is at its section's beginning.
    fn answer_to_top(
        &self,
        from: (usize, usize),
        to: (usize, usize),
        store: &mut Store,
    ) -> Option<usize> {
        let page = self.text.page();
        let top = page.row(self.text.top)?.paragraph;
        let into = top.checked_sub(page.paragraph_of_section(from.1))?;
        if into == 0 || !self.text.has_focus {
            return None;
        }
        let shown = |(bulletin, section)| Shown {
            bulletin,
            sections: vec![section],
        };
        let shown = vec![shown(from), shown(to)];
        let beside = Parallel::new(&store.bulletins, shown, &mut store.alignments);
        // The nearest one above that has an answer.
        let row = beside.row_of(0, into)?;
        let rows = beside.rows.get(..=row)?.iter().rev();
        rows.filter(|row| row.first().is_some_and(Option::is_some))
            .find_map(|row| row.get(1).copied().flatten())
    }
}
