//! The library read anew while the reader is open: place, folding, picks and search stay.

use crate::load::Library;
use crate::model::Bulletin;

use super::keymap::Mode;
use super::ledger::LedgerView;
use super::outline::{Node, Outline};
use super::parallel::ParallelView;
use super::reader::Reader;
use super::terms::TermsView;
use super::{App, faulty};
use crate::compare::{Cell, Facts, Tasks};
use crate::export::pick::Pick;

impl App {
    /// Whether a library read anew can take the place of this one now: not while something is typed, nor
    /// on the screens that are made of several bulletins. It can once they are left.
    pub fn takes_reload(&self) -> bool {
        let alone = matches!(
            self.screen(),
            Mode::Read | Mode::Text | Mode::Find | Mode::Marks | Mode::Picks | Mode::Help
        );
        alone && self.prompt.is_none()
    }

    /// Goes on with a library read anew.
    pub fn reload(&mut self, library: Library) {
        // A file that was half written when it was read last is whole now, or the next time.
        let place = self.lost.take().or_else(|| self.place());
        let before = std::mem::take(&mut self.bulletins);
        self.links = library.said();
        self.links_files = library.links;
        self.faulty = faulty::files(&library.problems, &library.bulletins);
        self.problems = library.problems;
        self.bulletins = library.bulletins;
        self.figures = super::found_figures::FoundFigures::default();
        let mut outline = Outline::new(&self.bulletins, self.faulty.len());
        let renamed =
            |node| moved_node(node, (&before, &self.outline), (&self.bulletins, &outline));
        let open: Vec<Node> = self.outline.opened().filter_map(renamed).collect();
        outline.open_only(open, &self.bulletins);
        self.outline = outline;
        let text_has_focus = self.reader.text_has_focus;
        self.reader = Reader::default();
        self.reader.text_has_focus = text_has_focus;
        self.alignments = crate::compare::Alignments::default();
        let choice = self.ledger.choice;
        self.ledger = LedgerView::default();
        self.ledger.choice = choice;
        self.parallel = ParallelView::default();
        self.terms = TermsView::default();
        self.trail.retain(|mode| {
            !matches!(
                mode,
                Mode::Passage | Mode::Compare | Mode::Evidence | Mode::Parallel | Mode::Terms
            )
        });
        let kept = self.move_picks(&before);
        let kept = !self.prune_rows() && kept;
        self.find.forget_bulletins();
        self.search_anew();
        self.read_anew();
        self.find_marks();
        self.show_node();
        if let Some(place) = place
            && !self.go_to_place(&place)
        {
            self.lost = Some(place);
        }
        self.settle();
        let words = self.lang.words();
        if kept {
            self.say(words.reloaded.to_owned());
        } else {
            self.complain(words.picks_gone.to_owned());
        }
    }

    /// Gives the picks the places they have now; false if some are no longer there.
    fn move_picks(&mut self, before: &[Bulletin]) -> bool {
        let exported = std::mem::take(&mut self.exported) == self.picks.items;
        let picks = std::mem::take(&mut self.picks);
        let items = self.picks.like(picks);
        let all = items.len();
        let moved = items.into_iter().filter_map(|pick| {
            Some(match pick {
                Pick::Bulletin(index) => {
                    let id = &before.get(index)?.id;
                    Pick::Bulletin(self.bulletins.iter().position(|b| b.id == *id)?)
                }
                Pick::Passage(bulletin, section, span) => {
                    let place = (bulletin, section);
                    let (index, now) = moved_section(place, before, &self.bulletins)?;
                    let words = before.get(bulletin)?.sections().get(section)?;
                    let words = words.body.get(span.clone())?;
                    let body = &self.bulletins.get(index)?.sections().get(now)?.body;
                    let all = body.match_indices(words).map(|(start, _)| start);
                    let start = all.min_by_key(|start| start.abs_diff(span.start))?;
                    Pick::Passage(index, now, start..start + words.len())
                }
                Pick::Section(bulletin, section) => {
                    let (bulletin, section) =
                        moved_section((bulletin, section), before, &self.bulletins)?;
                    Pick::Section(bulletin, section)
                }
                Pick::Row {
                    series,
                    cell,
                    indicator,
                } => Pick::Row {
                    series,
                    cell: moved_cell(cell, before, &self.bulletins)?,
                    indicator,
                },
            })
        });
        let items: Vec<Pick> = moved.collect();
        let kept = items.len() == all;
        if exported {
            self.exported.clone_from(&items);
        }
        self.picks.items = items;
        kept
    }
}

/// A section in the library read anew: the same id, number and heading.
fn moved_section(
    (bulletin, section): (usize, usize),
    before: &[Bulletin],
    now: &[Bulletin],
) -> Option<(usize, usize)> {
    let old = before.get(bulletin)?;
    let old_section = old.sections().get(section)?;
    let bulletin = now.iter().position(|b| b.id == old.id)?;
    let same = |s: &crate::model::Section| {
        s.number == old_section.number && s.heading == old_section.heading
    };
    let section = now.get(bulletin)?.sections().iter().position(same)?;
    Some((bulletin, section))
}

/// A figure or task there: the same words in the same section.
fn moved_cell(cell: Cell, before: &[Bulletin], now: &[Bulletin]) -> Option<Cell> {
    let (bulletin, section) = moved_section((cell.bulletin, cell.section), before, now)?;
    let tasks = Tasks::of_sections(before, cell.bulletin, std::iter::once(cell.section));
    let (old_section, old) = cell.look(Facts {
        bulletins: before,
        tasks: &tasks,
    })?;
    let tasks = Tasks::of_sections(now, bulletin, std::iter::once(section));
    let facts = Facts {
        bulletins: now,
        tasks: &tasks,
    };
    let new = now.get(bulletin)?.sections().get(section)?;
    let quote = old_section.quote(old);
    let same = |f: &crate::model::Figure| {
        let figure = (&f.indicator, &f.key, &f.value, f.role);
        new.quote(f) == quote && figure == (&old.indicator, &old.key, &old.value, old.role)
    };
    let mut all = facts.in_section(bulletin, section);
    all.find(|(_, figure)| same(figure)).map(|(cell, _)| cell)
}

fn moved_node(
    node: Node,
    (before, old): (&[Bulletin], &Outline),
    (now, new): (&[Bulletin], &Outline),
) -> Option<Node> {
    Some(match node {
        Node::Series(at) => {
            let (name, _) = old.series.get(at)?;
            Node::Series(new.series.iter().position(|(other, _)| other == name)?)
        }
        Node::Bulletin(at) => {
            let id = &before.get(at)?.id;
            Node::Bulletin(now.iter().position(|b| b.id == *id)?)
        }
        Node::Section(bulletin, section) => {
            let (bulletin, section) = moved_section((bulletin, section), before, now)?;
            Node::Section(bulletin, section)
        }
        Node::Problems => Node::Problems,
        Node::Problem(_) => return None,
    })
}
