//! Picks: what was chosen to be taken away, in an order of one's own, and the form it is to have.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::compare::{Cell, Row};
use crate::export::format::Format;
use crate::export::pick::{Pick, Size};
use crate::model::Bulletin;

/// How much of a section is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// Nothing.
    No,
    /// Some of it.
    Partly,
    /// All of it.
    Yes,
}

/// The picks.
#[derive(Debug, Default)]
pub struct Picks {
    /// In the order they are taken away.
    pub items: Vec<Pick>,
    /// The form they are to have.
    pub format: Format,
    /// Whether sections are numbered anew.
    pub renumber: bool,
    /// How much all of them are.
    pub size: Size,
    /// How much each of them is, counted when it was picked.
    pub sizes: Vec<Size>,
    /// Those that were counted.
    counted: Vec<Pick>,
    /// Those that were there before all were taken out.
    cleared: Vec<Pick>,
    /// The items as they were last exported or copied.
    exported: Vec<Pick>,
}

impl Picks {
    /// Counts those that were not counted yet.
    pub fn count(&mut self, bulletins: &[Bulletin]) {
        if self.counted == self.items {
            return;
        }
        // Nothing of a row is counted: to look it up costs more.
        let has_text = |pick: &Pick| !matches!(pick, Pick::Row { .. });
        let counted = self.counted.iter().zip(self.sizes.drain(..));
        let known: HashMap<&Pick, Size> = counted.filter(|(pick, _)| has_text(pick)).collect();
        let size = |pick: &Pick| {
            let known = has_text(pick).then(|| known.get(pick).copied()).flatten();
            known.unwrap_or_else(|| pick.size(bulletins))
        };
        self.sizes = self.items.iter().map(size).collect();
        self.counted.clone_from(&self.items);
        self.size = self.sizes.iter().copied().sum();
    }

    /// The picks as they are now were exported or copied.
    pub fn were_taken(&mut self) {
        self.exported.clone_from(&self.items);
    }

    /// Whether leaving would lose picks: there are some, and they were not taken as they are now.
    pub fn would_be_lost(&self) -> bool {
        !self.items.is_empty() && self.items != self.exported
    }

    /// Gives them the places that they have in the library read anew; false if some are no longer there.
    pub fn follow(&mut self, moved: impl Fn(Pick) -> Option<Pick>) -> bool {
        let exported = std::mem::take(&mut self.exported) == self.items;
        let before = std::mem::take(&mut self.items);
        let all = before.len();
        let items = before.into_iter().filter_map(moved).collect();
        *self = Self {
            items,
            format: self.format,
            renumber: self.renumber,
            ..Self::default()
        };
        if exported {
            self.were_taken();
        }
        self.items.len() == all
    }

    /// The pick of sections that a section stands in.
    fn above(&self, bulletins: &[Bulletin], index: usize, section: usize) -> Option<usize> {
        self.items.iter().position(|pick| {
            let range = pick.sections(bulletins).filter(|(b, _)| *b == index);
            range.is_some_and(|(_, range)| range.contains(&section))
        })
    }

    /// How much of a section is picked.
    pub fn ticked(&self, bulletins: &[Bulletin], index: usize, section: usize) -> Ticked {
        let Some(bulletin) = bulletins.get(index) else {
            return Ticked::No;
        };
        if self.covers(bulletins, index, section) {
            return Ticked::Yes;
        }
        let end = bulletin.sections().get(section).map_or(section, |s| s.end);
        if self.has_of(index, &(section..end)) {
            Ticked::Partly
        } else {
            Ticked::No
        }
    }

    /// How much of a bulletin is picked.
    pub fn bulletin_ticked(&self, bulletins: &[Bulletin], index: usize) -> Ticked {
        let Some(bulletin) = bulletins.get(index) else {
            return Ticked::No;
        };
        if self.items.contains(&Pick::Bulletin(index)) {
            Ticked::Yes
        } else if !self.has_of(index, &(0..usize::MAX)) {
            Ticked::No
        } else if self.covers_all(bulletins, index, bulletin.children(None)) {
            Ticked::Yes
        } else {
            Ticked::Partly
        }
    }

    /// Whether all of a section is picked: itself, what it stands in, or each part of it where it has no
    /// words of its own.
    fn covers(&self, bulletins: &[Bulletin], index: usize, section: usize) -> bool {
        if self.above(bulletins, index, section).is_some() {
            return true;
        }
        let Some(bulletin) = bulletins.get(index) else {
            return false;
        };
        let own = bulletin.sections().get(section);
        let bare = own.is_some_and(|s| s.end > section + 1 && s.body.is_empty() && !s.is_named());
        bare && self.has_of(index, &(section..own.map_or(section, |s| s.end)))
            && self.covers_all(bulletins, index, bulletin.children(Some(section)))
    }

    /// Whether all of some sections is picked. Asked in every frame: those that are picks themselves are found
    /// at once, and the first that is not covered ends it.
    fn covers_all(
        &self,
        bulletins: &[Bulletin],
        index: usize,
        mut sections: impl Iterator<Item = usize>,
    ) -> bool {
        let own = self.items.iter().filter_map(|pick| match pick {
            Pick::Section(b, section) if *b == index => Some(*section),
            _ => None,
        });
        let own: HashSet<usize> = own.collect();
        sections.all(|section| own.contains(&section) || self.covers(bulletins, index, section))
    }

    /// Whether some section of a range, or words of one, are picked.
    fn has_of(&self, index: usize, range: &Range<usize>) -> bool {
        self.items.iter().any(|pick| is_within(pick, index, range))
    }

    /// Picks a section, which takes in what is picked of it, or unpicks it: of a picked section that it
    /// stands in the rest stays picked.
    fn toggle_section(&mut self, bulletins: &[Bulletin], index: usize, section: usize) {
        let Some(bulletin) = bulletins.get(index) else {
            return;
        };
        let end = bulletin.sections().get(section).map_or(section, |s| s.end);
        let pick = Pick::Section(index, section);
        let all = self.covers(bulletins, index, section);
        if let Some(at) = self.items.iter().position(|p| *p == pick) {
            self.items.remove(at);
        } else if let Some(at) = self.above(bulletins, index, section) {
            let above = match self.items.get(at) {
                Some(Pick::Section(_, above)) => Some(*above),
                _ => None,
            };
            let mut rest = Vec::new();
            without(bulletin, index, above, section, &mut rest);
            self.items.splice(at..=at, rest);
        } else {
            self.items.retain(|p| !is_within(p, index, &(section..end)));
            if !all {
                self.items.push(pick);
                self.join(bulletin, index, section);
            }
        }
    }

    /// Picks some sections of a bulletin, or unpicks them if all are picked.
    pub fn toggle_sections(&mut self, bulletins: &[Bulletin], index: usize, sections: &[usize]) {
        let picked = |section: usize| self.covers(bulletins, index, section);
        for section in to_turn(sections, picked) {
            self.toggle_section(bulletins, index, section);
        }
    }

    /// Where all parts of a section are picked now, in their order, the section takes their place: what was
    /// taken out of it came back.
    fn join(&mut self, bulletin: &Bulletin, index: usize, last: usize) {
        let Some(parent) = bulletin.parent(last) else {
            return;
        };
        let own = bulletin.sections().get(parent).map_or(0, |s| s.body.len());
        let words = (own > 0).then_some(Pick::Passage(index, parent, 0..own));
        let children = bulletin.children(Some(parent));
        let parts = words
            .into_iter()
            .chain(children.map(|child| Pick::Section(index, child)));
        let parts: Vec<Pick> = parts.collect();
        let came_back = Pick::Section(index, last);
        let place = |part: &Pick| self.items.iter().position(|pick| pick == part);
        let others = parts.iter().filter(|part| **part != came_back);
        let places: Option<Vec<usize>> = others.map(place).collect();
        let Some(places) = places.filter(|places| !places.is_empty() && places.is_sorted()) else {
            return;
        };
        let first = places.first().copied().unwrap_or(0);
        if let Some(pick) = self.items.get_mut(first) {
            *pick = Pick::Section(index, parent);
        }
        self.items.retain(|pick| !parts.contains(pick));
        self.join(bulletin, index, parent);
    }

    /// Picks all of some bulletins, or unpicks them if all are picked.
    pub fn toggle_bulletins(&mut self, bulletins: &[Bulletin], members: &[usize]) {
        let picked = |index: usize| self.bulletin_ticked(bulletins, index) == Ticked::Yes;
        for index in to_turn(members, picked) {
            self.toggle_bulletin(bulletins, index);
        }
    }

    fn toggle_bulletin(&mut self, bulletins: &[Bulletin], index: usize) {
        let all = self.bulletin_ticked(bulletins, index) == Ticked::Yes;
        self.items.retain(|pick| pick.bulletin() != Some(index));
        if !all {
            self.items.push(Pick::Bulletin(index));
        }
    }

    /// Picks words of a section, which join those that they touch, or unpicks them. False if all of the
    /// section is picked.
    pub fn toggle_passage(
        &mut self,
        bulletins: &[Bulletin],
        (index, section): (usize, usize),
        span: &Range<usize>,
    ) -> bool {
        if self.above(bulletins, index, section).is_some() {
            return false;
        }
        let of = |pick: &Pick| match pick {
            Pick::Passage(b, s, own) if (*b, *s) == (index, section) => Some(own.clone()),
            _ => None,
        };
        let inside = |own: &Range<usize>| own.start <= span.start && span.end <= own.end;
        let around = self
            .items
            .iter()
            .position(|p| of(p).is_some_and(|own| inside(&own)));
        if let Some(at) = around {
            let own = self.items.get(at).and_then(of).unwrap_or_default();
            let rest = [own.start..span.start, span.end..own.end].into_iter();
            let text = bulletins.get(index).and_then(|b| b.sections().get(section));
            let words = |part: &Range<usize>| text.and_then(|s| s.body.get(part.clone()));
            let rest = rest.filter(|part| words(part).is_some_and(|w| !w.trim().is_empty()));
            let rest: Vec<Pick> = rest
                .map(|part| Pick::Passage(index, section, part))
                .collect();
            self.items.splice(at..=at, rest);
            return true;
        }
        let touches = |own: &Range<usize>| own.start <= span.end && span.start <= own.end;
        let mut whole = span.clone();
        let mut place = None;
        for (at, own) in self.items.iter().map(of).enumerate() {
            if let Some(own) = own.filter(touches) {
                place = place.or(Some(at));
                whole = whole.start.min(own.start)..whole.end.max(own.end);
            }
        }
        let joined = Pick::Passage(index, section, whole);
        match place {
            Some(at) => {
                if let Some(first) = self.items.get_mut(at) {
                    *first = joined.clone();
                }
                let mut seen = 0;
                self.items.retain(|pick| {
                    seen += 1;
                    seen == at + 1 || !of(pick).is_some_and(|own| touches(&own))
                });
            }
            None => self.items.push(joined),
        }
        true
    }

    /// The picked words of a section, in bytes of its body.
    pub fn passages(&self, index: usize, section: usize) -> impl Iterator<Item = &Range<usize>> {
        self.items.iter().filter_map(move |pick| match pick {
            Pick::Passage(b, s, span) if (*b, *s) == (index, section) => Some(span),
            _ => None,
        })
    }

    /// The rows of a series' ledger that are picked.
    pub fn rows_of(&self, name: &str) -> PickedRows {
        let cells = self.items.iter().filter_map(|pick| match pick {
            Pick::Row { series, cell, .. } if series == name => Some(*cell),
            _ => None,
        });
        PickedRows(cells.collect())
    }

    /// Takes rows of a series' ledger out.
    pub fn drop_rows(&mut self, name: &str, rows: &[&Row]) {
        let cells = rows.iter().flat_map(|row| row.cells.iter().flatten());
        let cells: HashSet<Cell> = cells.copied().collect();
        self.items.retain(|pick| match pick {
            Pick::Row { series, cell, .. } => series != name || !cells.contains(cell),
            _ => true,
        });
    }

    /// Takes all out, or puts back what was taken out so.
    pub fn clear(&mut self) {
        if self.items.is_empty() {
            self.items = std::mem::take(&mut self.cleared);
        } else {
            self.cleared = std::mem::take(&mut self.items);
        }
    }
}

/// Rows of one ledger that are picked, asked at once for many rows.
#[derive(Debug)]
pub struct PickedRows(HashSet<Cell>);

impl PickedRows {
    /// Whether a row is picked, whatever its index in its ledger.
    pub fn has(&self, row: &Row) -> bool {
        !self.0.is_empty() && row.cells.iter().flatten().any(|cell| self.0.contains(cell))
    }
}

/// Which of some things are to be picked or unpicked: those that are missing, or all if none is.
fn to_turn(all: &[usize], picked: impl Fn(usize) -> bool) -> Vec<usize> {
    let missing: Vec<usize> = all.iter().copied().filter(|one| !picked(*one)).collect();
    if missing.is_empty() {
        all.to_vec()
    } else {
        missing
    }
}

/// Whether a pick is a section of a range, or words of one.
fn is_within(pick: &Pick, index: usize, range: &Range<usize>) -> bool {
    match pick {
        Pick::Section(b, s) | Pick::Passage(b, s, _) => *b == index && range.contains(s),
        Pick::Bulletin(_) | Pick::Row { .. } => false,
    }
}

/// All of a section, or of a bulletin, but one section in it: the sections beside those that lead to it,
/// and the words of their own that these have.
fn without(
    bulletin: &Bulletin,
    index: usize,
    above: Option<usize>,
    left_out: usize,
    rest: &mut Vec<Pick>,
) {
    let own = above.and_then(|above| Some((above, bulletin.sections().get(above)?)));
    if let Some((above, section)) = own.filter(|(_, section)| !section.body.is_empty()) {
        rest.push(Pick::Passage(index, above, 0..section.body.len()));
    }
    for child in bulletin.children(above) {
        if child == left_out {
            continue;
        }
        if bulletin.is_within(left_out, child) {
            without(bulletin, index, Some(child), left_out, rest);
        } else {
            rest.push(Pick::Section(index, child));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    /// 1 with words and 1.1, 1.2 (1.2.1, 1.2.2); 2 without words and 2.1, 2.2.
    fn bulletins() -> Vec<Bulletin> {
        let section = |(depth, body): (usize, &str)| Section {
            depth,
            body: body.to_owned(),
            ..Section::default()
        };
        let sections = [
            (0, "甲。乙。丙。"),
            (1, "一"),
            (1, "二"),
            (2, "三"),
            (2, "四"),
            (0, ""),
            (1, "五"),
            (1, "六"),
        ];
        vec![Bulletin::default().with_sections(sections.map(section).into())]
    }

    #[test]
    fn a_parent_takes_its_children() {
        let (bulletins, mut picks) = (bulletins(), Picks::default());
        picks.toggle_section(&bulletins, 0, 3);
        assert_eq!(picks.ticked(&bulletins, 0, 0), Ticked::Partly);
        assert_eq!(picks.ticked(&bulletins, 0, 1), Ticked::No);
        picks.toggle_section(&bulletins, 0, 0);
        assert_eq!(picks.items, [Pick::Section(0, 0)]);
        assert_eq!(picks.ticked(&bulletins, 0, 4), Ticked::Yes);
        assert_eq!(picks.bulletin_ticked(&bulletins, 0), Ticked::Partly);
        picks.toggle_section(&bulletins, 0, 0);
        assert!(picks.items.is_empty());
    }

    #[test]
    fn what_is_left_of_a_parent_stays_picked() {
        let (bulletins, mut picks) = (bulletins(), Picks::default());
        picks.toggle_section(&bulletins, 0, 5);
        picks.toggle_section(&bulletins, 0, 0);
        picks.toggle_section(&bulletins, 0, 3);
        assert_eq!(
            picks.items,
            [
                Pick::Section(0, 5),
                Pick::Passage(0, 0, 0..18),
                Pick::Section(0, 1),
                Pick::Passage(0, 2, 0..3),
                Pick::Section(0, 4),
            ]
        );
        assert_eq!(picks.ticked(&bulletins, 0, 0), Ticked::Partly);
        assert_eq!(picks.ticked(&bulletins, 0, 3), Ticked::No);
        picks.items = vec![Pick::Bulletin(0)];
        picks.toggle_section(&bulletins, 0, 6);
        assert_eq!(picks.items, [Pick::Section(0, 0), Pick::Section(0, 7)]);
        // What comes back makes the section whole again.
        picks.toggle_section(&bulletins, 0, 6);
        assert_eq!(picks.items, [Pick::Section(0, 0), Pick::Section(0, 5)]);
        assert_eq!(picks.bulletin_ticked(&bulletins, 0), Ticked::Yes);
        picks.toggle_section(&bulletins, 0, 3);
        picks.toggle_section(&bulletins, 0, 3);
        assert_eq!(picks.items, [Pick::Section(0, 0), Pick::Section(0, 5)]);
        picks.toggle_section(&bulletins, 0, 5);
        assert_eq!(picks.items, [Pick::Section(0, 0)]);
        picks.toggle_bulletin(&bulletins, 0);
        assert_eq!(picks.items, [Pick::Bulletin(0)]);
    }

    #[test]
    fn passages_that_touch_are_one_and_part_again() {
        let (bulletins, mut picks) = (bulletins(), Picks::default());
        let passage = |span| Pick::Passage(0, 0, span);
        let mut toggle = |span: Range<usize>| {
            assert!(picks.toggle_passage(&bulletins, (0, 0), &span));
            picks.items.clone()
        };
        assert_eq!(toggle(0..6), [passage(0..6)]);
        assert_eq!(toggle(12..18), [passage(0..6), passage(12..18)]);
        assert_eq!(toggle(6..12), [passage(0..18)]);
        assert_eq!(toggle(6..12), [passage(0..6), passage(12..18)]);
        assert_eq!(toggle(0..6), [passage(12..18)]);
        picks.toggle_section(&bulletins, 0, 0);
        assert_eq!(picks.items, [Pick::Section(0, 0)]);
        assert!(!picks.toggle_passage(&bulletins, (0, 0), &(0..6)));
    }

    #[test]
    fn what_was_counted_is_found_again_wherever_it_stands_now() {
        let (bulletins, mut picks) = (bulletins(), Picks::default());
        picks.items = [6, 1, 4].map(|s| Pick::Section(0, s)).into();
        picks.count(&bulletins);
        picks.items = [4, 0, 6].map(|s| Pick::Section(0, s)).into();
        picks.count(&bulletins);
        let sizes = picks.items.iter().map(|pick| pick.size(&bulletins));
        assert_eq!(picks.sizes, sizes.collect::<Vec<_>>());
    }

    #[test]
    fn picks_are_taken_out_and_put_back() {
        let mut picks = Picks {
            items: [6, 1, 4].map(|s| Pick::Section(0, s)).into(),
            ..Picks::default()
        };
        picks.clear();
        assert!(picks.items.is_empty());
        picks.clear();
        assert_eq!(picks.items.len(), 3);
    }
}
