//! Picks: sections and ledger rows that were chosen, in the order of choosing.

use std::collections::HashSet;
use std::io;

use crate::compare::{Cell, Ledger, Links, Row};
use crate::export::text::Setup;
use crate::export::{ledger, text};
use crate::i18n::{Lang, counted};
use crate::model::Bulletin;
use crate::width::Ambiguous;
use crate::wrap::Rules;

use super::action::Action;
use super::keymap::Mode;
use super::outline::Node;
use super::{App, layout, moved, scrolled};

/// Something picked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A section with its subsections, by bulletin and index.
    Section(usize, usize),
    /// A row of a series' whole ledger, by a cell of it.
    Row {
        /// The series.
        series: String,
        /// A cell of the row: its index may change.
        cell: Cell,
        /// Its indicator.
        indicator: String,
    },
}

/// How much of a section is picked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// Nothing.
    No,
    /// Some of its subsections.
    Partly,
    /// All of it.
    Yes,
}

/// The picks, and the cursor among them.
#[derive(Debug, Default)]
pub struct Picks {
    /// In the order of choosing.
    pub items: Vec<Pick>,
    /// Index of the cursor.
    pub cursor: usize,
    /// First visible pick.
    pub top: usize,
    /// The pick under the cursor as text, set for the screen.
    pub preview: Vec<String>,
    /// First visible row of the preview.
    pub preview_top: usize,
    shown: Option<(Pick, u16, Ambiguous)>,
}

impl Picks {
    /// How much of a section is picked.
    pub fn ticked(&self, bulletin: &Bulletin, index: usize, section: usize) -> Ticked {
        let end = bulletin.sections().get(section).map_or(section, |s| s.end);
        let mut ticked = Ticked::No;
        for pick in &self.items {
            let Pick::Section(b, s) = pick else { continue };
            let reach = bulletin.sections().get(*s).map_or(*s, |s| s.end);
            if *b != index {
                continue;
            }
            if *s <= section && section < reach {
                return Ticked::Yes;
            }
            if section < *s && *s < end {
                ticked = Ticked::Partly;
            }
        }
        ticked
    }

    /// How much of a bulletin is picked.
    pub fn bulletin_ticked(&self, bulletin: &Bulletin, index: usize) -> Ticked {
        let own = self.items.iter().filter_map(|pick| match pick {
            Pick::Section(b, section) if *b == index => Some(*section),
            _ => None,
        });
        let picked: HashSet<usize> = own.collect();
        if picked.is_empty() {
            Ticked::No
        } else if top_sections(bulletin).all(|section| picked.contains(&section)) {
            Ticked::Yes
        } else {
            Ticked::Partly
        }
    }

    /// Picks a section, which takes the picked ones below it in, or unpicks it. False if a
    /// section above it is picked and would have to be unpicked first.
    fn toggle_section(&mut self, bulletin: &Bulletin, index: usize, section: usize) -> bool {
        let pick = Pick::Section(index, section);
        if self.items.contains(&pick) {
            self.items.retain(|p| *p != pick);
            return true;
        }
        if self.ticked(bulletin, index, section) == Ticked::Yes {
            return false;
        }
        let end = bulletin.sections().get(section).map_or(section, |s| s.end);
        self.items.retain(
            |p| !matches!(p, Pick::Section(b, s) if *b == index && (section..end).contains(s)),
        );
        self.items.push(pick);
        true
    }

    /// Whether a row of a ledger is picked.
    pub fn has_row(&self, name: &str, row: &Row) -> bool {
        self.items.iter().any(|pick| pick.is_of(name, row))
    }

    /// All picks as text, one line per paragraph.
    pub fn text(
        &self,
        bulletins: &[Bulletin],
        links: &Links,
        lang: Lang,
        ambiguous: Ambiguous,
    ) -> String {
        let setup = Setup {
            cells: 0,
            ambiguous,
            rules: Rules::default(),
        };
        let texts: Vec<String> = self
            .items
            .iter()
            .map(|pick| pick.text(bulletins, links, lang, setup))
            .collect();
        texts.join("\n")
    }
}

impl Pick {
    /// Whether it is a row of a series' ledger, whatever its index there.
    fn is_of(&self, name: &str, row: &Row) -> bool {
        match self {
            Self::Row { series, cell, .. } => series == name && row.cells.contains(&Some(*cell)),
            Self::Section(..) => false,
        }
    }

    /// The pick as text.
    pub fn text(&self, bulletins: &[Bulletin], links: &Links, lang: Lang, setup: Setup) -> String {
        let mut out = Vec::new();
        // Writing to memory does not fail.
        let _ = self.write(&mut out, bulletins, links, lang, setup);
        String::from_utf8_lossy(&out).into_owned()
    }

    fn write(
        &self,
        out: &mut Vec<u8>,
        bulletins: &[Bulletin],
        links: &Links,
        lang: Lang,
        setup: Setup,
    ) -> io::Result<()> {
        match self {
            Self::Section(bulletin, section) => match bulletins.get(*bulletin) {
                Some(bulletin) => text::excerpt(out, bulletin, *section, setup),
                None => Ok(()),
            },
            Self::Row { series, cell, .. } => {
                let made = Ledger::new(bulletins, series, &[], links);
                match made.row_with(*cell).and_then(|row| made.rows.get(row)) {
                    Some(row) => ledger::row(out, &made, row, bulletins, lang, setup),
                    None => Ok(()),
                }
            }
        }
    }

    /// One line that names the pick.
    pub fn title(&self, bulletins: &[Bulletin], lang: Lang) -> String {
        match self {
            Self::Section(index, section) => {
                let Some(bulletin) = bulletins.get(*index) else {
                    return String::new();
                };
                let path = text::heading_path(bulletin, *section);
                format!("{}  {path}", bulletin.reference(*section))
            }
            Self::Row { indicator, .. } => format!("{}  {indicator}", lang.words().compare),
        }
    }
}

fn top_sections(bulletin: &Bulletin) -> impl Iterator<Item = usize> + '_ {
    bulletin.children(None)
}

impl App {
    /// Picks or unpicks what Read stands on: a section, or all of a bulletin.
    pub(super) fn tick(&mut self) {
        let place = match (self.current_section(), self.outline.node()) {
            (Some(place), _) => place,
            (None, Some(Node::Bulletin(index))) => return self.tick_bulletin(index),
            _ => return self.complain(self.lang.words().nothing_to_pick.to_owned()),
        };
        self.tick_sections(place.0, &[place.1]);
    }

    /// Picks sections of a bulletin or unpicks them.
    pub(super) fn tick_sections(&mut self, index: usize, sections: &[usize]) {
        let Some(bulletin) = self.bulletins.get(index) else {
            return;
        };
        let mut all = true;
        for section in sections {
            all &= self.picks.toggle_section(bulletin, index, *section);
        }
        if all {
            self.say_count();
        } else {
            self.complain(self.lang.words().parent_picked.to_owned());
        }
    }

    fn tick_bulletin(&mut self, index: usize) {
        let Some(bulletin) = self.bulletins.get(index) else {
            return;
        };
        let all = self.picks.bulletin_ticked(bulletin, index) == Ticked::Yes;
        self.picks
            .items
            .retain(|p| !matches!(p, Pick::Section(b, _) if *b == index));
        if !all {
            let picks = top_sections(bulletin).map(|s| Pick::Section(index, s));
            self.picks.items.extend(picks);
        }
        self.say_count();
    }

    pub(super) fn tick_row(&mut self) {
        let made = &self.ledger.ledger;
        let row = self.ledger.row().and_then(|row| made.rows.get(row));
        let first = row.and_then(|row| Some((row, *row.cells.iter().flatten().next()?)));
        let Some((row, cell)) = first else {
            return self.complain(self.lang.words().nothing_to_pick.to_owned());
        };
        if self.picks.has_row(&made.series, row) {
            self.picks
                .items
                .retain(|pick| !pick.is_of(&made.series, row));
        } else {
            self.picks.items.push(Pick::Row {
                series: made.series.clone(),
                cell,
                indicator: row.indicator.clone(),
            });
        }
        self.say_count();
    }

    fn say_count(&mut self) {
        let words = self.lang.words();
        let picked = counted(self.picks.items.len(), words.picked_unit);
        self.say(format!("{} {picked}", words.chosen));
    }

    pub(super) fn picks_action(&mut self, action: &Action) {
        let page = self.preview_rows().max(2) - 1;
        let picks = &mut self.picks;
        match action {
            Action::Back => self.back(),
            Action::Remove | Action::Tick if picks.cursor < picks.items.len() => {
                picks.items.remove(picks.cursor);
            }
            Action::Enter => self.open_pick(),
            Action::PageUp => picks.preview_top = picks.preview_top.saturating_sub(page),
            Action::PageDown => picks.preview_top += page,
            action => {
                if let Some(to) = moved(action, picks.cursor, picks.items.len(), 1) {
                    picks.cursor = to;
                }
            }
        }
    }

    fn open_pick(&mut self) {
        match self.picks.items.get(self.picks.cursor).cloned() {
            Some(Pick::Section(bulletin, section)) => {
                self.go(Mode::Read);
                self.open_section(bulletin, section);
                self.reader.text_has_focus = true;
            }
            Some(Pick::Row { series, cell, .. }) => self.open_row(&series, cell),
            None => self.complain(self.lang.words().no_picks.to_owned()),
        }
    }

    fn preview_rows(&self) -> usize {
        let (_, preview) = layout::picks(self.frame().body);
        preview.map_or(0, |area| usize::from(area.rows))
    }

    pub(super) fn settle_picks(&mut self) {
        let body = self.frame().body;
        let rows = self.preview_rows();
        let list = usize::from(layout::picks(body).0.rows);
        let cells = layout::measure(body.cells, false);
        let picks = &mut self.picks;
        let len = picks.items.len();
        picks.cursor = picks.cursor.min(len.saturating_sub(1));
        picks.top = scrolled(picks.top, picks.cursor, picks.cursor + 1, list, len);
        let wanted = picks
            .items
            .get(picks.cursor)
            .map(|p| (p.clone(), cells, self.ambiguous));
        if picks.shown != wanted {
            let setup = Setup {
                cells: usize::from(cells),
                ambiguous: self.ambiguous,
                rules: self.rules,
            };
            let text = wanted
                .as_ref()
                .map(|(pick, ..)| pick.text(&self.bulletins, &self.links, self.lang, setup));
            picks.preview = text
                .unwrap_or_default()
                .lines()
                .map(str::to_owned)
                .collect();
            picks.preview_top = 0;
            picks.shown = wanted;
        }
        let lowest = picks.preview.len().saturating_sub(rows);
        picks.preview_top = picks.preview_top.min(lowest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    fn bulletin() -> Bulletin {
        let section = |depth: usize| Section {
            depth,
            ..Section::default()
        };
        Bulletin::default().with_sections([0, 1, 1, 0].map(section).into())
    }

    #[test]
    fn a_parent_takes_its_children() {
        let (bulletin, mut picks) = (bulletin(), Picks::default());
        assert!(picks.toggle_section(&bulletin, 0, 1));
        assert_eq!(picks.ticked(&bulletin, 0, 0), Ticked::Partly);
        assert!(picks.toggle_section(&bulletin, 0, 0));
        assert_eq!(picks.items, [Pick::Section(0, 0)]);
        assert_eq!(picks.ticked(&bulletin, 0, 2), Ticked::Yes);
        assert_eq!(picks.bulletin_ticked(&bulletin, 0), Ticked::Partly);
        assert!(!picks.toggle_section(&bulletin, 0, 2));
        assert!(picks.toggle_section(&bulletin, 0, 0));
        assert!(picks.items.is_empty());
    }
}
