//! What is done with picks: picking from every screen, their own screen with its preview, exporting and
//! copying.

use std::path::PathBuf;

use crate::compare::Row;
use crate::export::job::{Job, Ledgers, bytes};
use crate::export::pick::{Pick, Size};
use crate::export::sheet;
use crate::export::{format::Format, order::Order};
use crate::wording::flow::flow;
use crate::wrap::{Setting, words};

use super::action::{Action, CopyError, Effect, Lack, SaveError, Way};
use super::keymap::Mode;
use super::ledger::Item;
use super::outline::Node;
use super::picks::is_of;
use super::prompt::{Prompt, Wanted};
use super::{App, layout, moved, scrolled};

/// Cells of a line of a Word document: 28 characters (GB/T 9704-2012 §5.2.3).
const PAGE: u16 = 56;

/// Bytes of text of which JSON is shown before it is written.
const LONGEST_JSON: usize = 1 << 20;

impl App {
    /// Picks or unpicks what Read stands on: a section, or all of a bulletin.
    pub(super) fn tick(&mut self) {
        let node = self.outline.node();
        match (self.current_section(), node) {
            (Some((index, section)), _) => self.tick_sections(index, &[section]),
            (None, Some(Node::Bulletin(index))) => self.tick_bulletins(&[index]),
            (None, Some(Node::Series(at))) => {
                let series = self.outline.series.get(at);
                let members = series.map(|(_, members)| members.clone());
                self.tick_bulletins(&members.unwrap_or_default());
            }
            _ => self.complain(self.lang.words().nothing_to_pick.to_owned()),
        }
    }

    fn tick_bulletins(&mut self, members: &[usize]) {
        self.picks.toggle_bulletins(&self.bulletins, members);
        self.say_count();
    }

    /// Picks sections of a bulletin or unpicks them.
    pub(super) fn tick_sections(&mut self, index: usize, sections: &[usize]) {
        let picks = &mut self.picks;
        picks.toggle_sections(&self.bulletins, index, sections);
        self.say_count();
    }

    /// Picks the row of the ledger under the cursor or unpicks it.
    pub(super) fn tick_row(&mut self) {
        self.tick_rows(&self.ledger.row().into_iter().collect::<Vec<_>>());
    }

    /// Picks all rows that are listed, or unpicks them if all are picked.
    pub(super) fn tick_listed_rows(&mut self) {
        let items = self.ledger.items.iter();
        let rows = items.filter_map(|item| match item {
            Item::Row(row) => Some(*row),
            Item::Group(_) => None,
        });
        self.tick_rows(&rows.collect::<Vec<_>>());
    }

    fn tick_rows(&mut self, rows: &[usize]) {
        let made = &self.ledger.ledger;
        let rows: Vec<&Row> = rows.iter().filter_map(|row| made.rows.get(*row)).collect();
        if rows.is_empty() {
            return self.complain(self.lang.words().nothing_to_pick.to_owned());
        }
        let picks = &self.picks;
        let missing = rows.iter().filter(|row| !picks.has_row(&made.series, row));
        let missing: Vec<Pick> = missing.filter_map(|row| self.pick_of_row(row)).collect();
        if missing.is_empty() {
            let of_them = |pick: &Pick| rows.iter().any(|row| is_of(pick, &made.series, row));
            self.picks.items.retain(|pick| !of_them(pick));
        } else {
            self.picks.items.extend(missing);
        }
        self.say_count();
    }

    /// A row of the ledger that is open as a pick.
    fn pick_of_row(&self, row: &Row) -> Option<Pick> {
        Some(Pick::Row {
            series: self.ledger.ledger.series.clone(),
            cell: *row.cells.iter().flatten().next()?,
            indicator: row.indicator.clone(),
        })
    }

    /// Drops picked rows that are no longer in their ledger, or are one row now; whether there were any.
    pub(super) fn prune_rows(&mut self) -> bool {
        self.picks.shown = None;
        let picks = &self.picks.items;
        if !picks.iter().any(|pick| matches!(pick, Pick::Row { .. })) {
            return false;
        }
        let kept = Ledgers::of(picks, &self.bulletins, &self.links).kept(picks.clone());
        let gone = kept.len() < picks.len();
        self.picks.items = kept;
        gone
    }

    /// Says how much is picked.
    pub(super) fn say_count(&mut self) {
        self.picks.count(&self.bulletins);
        let words = self.lang.words();
        let items = self.picks.items.len();
        if items == 0 {
            return self.say(words.none_picked.to_owned());
        }
        let told = self.picks.size.words(items, self.lang);
        self.say(format!("{} {told}{}", words.chosen, self.together_hint()));
    }

    pub(super) fn picks_action(&mut self, action: &Action) {
        let page = self.preview_rows().max(2) - 1;
        let picks = &mut self.picks;
        match action {
            Action::Back => self.back(),
            Action::Remove | Action::Tick if picks.cursor < picks.items.len() => {
                picks.items.remove(picks.cursor);
            }
            Action::Clear => {
                picks.clear();
                if picks.items.is_empty() {
                    self.say(self.lang.words().picks_cleared(&self.keymap));
                }
            }
            Action::Left => picks.shift(-1),
            Action::Right => picks.shift(1),
            Action::Sort => {
                let order: Vec<usize> = self.outline.in_order().collect();
                picks.sort(&order);
            }
            Action::Format => {
                let at = Format::ALL.iter().position(|f| *f == picks.format);
                let next = at.map_or(0, |at| (at + 1) % Format::ALL.len());
                picks.format = Format::ALL.get(next).copied().unwrap_or_default();
            }
            Action::Numbering if picks.format.has_numbering() => picks.renumber = !picks.renumber,
            Action::Numbering => self.complain(self.lang.words().nothing_to_number.to_owned()),
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
            Some(Pick::Bulletin(bulletin)) => {
                self.go(Mode::Read);
                self.outline.go(Node::Bulletin(bulletin), &self.bulletins);
                self.show_node();
                self.reader.text_has_focus = true;
            }
            Some(Pick::Section(bulletin, section)) => {
                self.go(Mode::Read);
                self.open_section(bulletin, section);
                self.reader.text_has_focus = true;
            }
            Some(Pick::Passage(bulletin, section, span)) => {
                self.go(Mode::Read);
                self.open_passage(bulletin, section, span.start);
            }
            Some(Pick::Row { series, cell, .. }) => self.open_row(&series, cell),
            None => self.complain(self.lang.words().no_picks(&self.keymap)),
        }
    }

    /// What is to be taken away: the picks, in the form chosen for them.
    pub fn order(&self, format: Format) -> Order {
        Order {
            picks: self.picks.items.clone(),
            format,
            renumber: self.picks.renumber && format.has_numbering(),
            cells: 0,
            list: false,
            tabs: false,
            lang: self.lang,
            ambiguous: self.ambiguous,
            rules: self.rules,
        }
    }

    /// Copies the picks, or where there are none what the screen stands on. A sheet is copied as cells that
    /// are pasted as such; what is no text, or whose text is not for reading, as plain text.
    pub(super) fn copy(&mut self) -> Option<Effect> {
        let mut order = self.order(self.picks.format.to_be_read());
        order.tabs = order.format == Format::Csv;
        if order.picks.is_empty() {
            order.picks.extend(self.pick_here());
        }
        if order.picks.is_empty() {
            self.complain(self.lang.words().nothing_to_copy.to_owned());
            return None;
        }
        Some(Effect::Copy(Box::new(order)))
    }

    /// What the screen stands on.
    fn pick_here(&self) -> Option<Pick> {
        match self.screen() {
            Mode::Compare | Mode::Evidence => {
                let row = self.ledger.ledger.rows.get(self.ledger.row()?)?;
                self.pick_of_row(row)
            }
            Mode::Find => {
                let hit = self.find.hit()?;
                hit.section
                    .map(|section| Pick::Section(hit.bulletin, section))
            }
            Mode::Passage => {
                let unit = self.reader.unit.clone()?;
                Some(Pick::Passage(unit.bulletin, unit.section, unit.span))
            }
            Mode::Read | Mode::Text => match (self.current_section(), self.outline.node()) {
                (Some((index, section)), _) => Some(Pick::Section(index, section)),
                (None, Some(Node::Bulletin(index))) => Some(Pick::Bulletin(index)),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn ask_for_file(&mut self) {
        if self.picks.items.is_empty() {
            return self.complain(self.lang.words().no_picks(&self.keymap));
        }
        let name = format!("jianbao-export.{}", self.picks.format.code());
        self.prompt = Some(Prompt::new(Wanted::File, &name, &self.typed_before));
    }

    /// A file's name tells its form; one that tells none has the form chosen for the picks.
    pub(super) fn save(&mut self, path: PathBuf, force: bool) -> Option<Effect> {
        match Format::of_file(&path) {
            Ok(format) => {
                let order = Box::new(self.order(format.unwrap_or(self.picks.format)));
                Some(Effect::Save { path, order, force })
            }
            Err(ending) => {
                let words = self.lang.words().no_such_ending;
                self.complain(format!("{words}.{ending}"));
                None
            }
        }
    }

    pub(super) fn saved(&mut self, result: Result<PathBuf, SaveError>) {
        let words = self.lang.words();
        self.saving = None;
        match result {
            Ok(path) => {
                self.prompt = None;
                self.exported.clone_from(&self.picks.items);
                self.say(format!("{}{}", words.written, path.display()));
            }
            Err(SaveError::Stopped) => self.say(words.saving_stopped.to_owned()),
            Err(SaveError::Exists(path)) => {
                if let Some(prompt) = &mut self.prompt {
                    prompt.overwrite = Some(path);
                }
            }
            Err(SaveError::Failed(error)) => {
                self.complain(format!("{}{}", words.not_written, error.words(self.lang)));
            }
        }
    }

    pub(super) fn copied(&mut self, result: Result<(Size, Way), CopyError>) {
        let words = self.lang.words();
        let (size, way) = match result {
            Ok(copied) => copied,
            Err(error) => return self.complain(error.words(self.lang)),
        };
        // Nothing tells whether the terminal took it.
        if way != Way::Terminal {
            self.exported.clone_from(&self.picks.items);
        }
        let mut much = size.words(0, self.lang);
        if self.picks.format != self.picks.format.to_be_read() {
            much.push_str(words.as_plain_text);
        }
        self.say(match way {
            Way::Program(name) => format!("{}{much}{}（{name}）", words.copied, words.by_program),
            Way::Tmux => format!("{}{much}{}", words.copied, words.by_tmux),
            Way::Terminal => format!("{}{much}{}", words.copied, words.by_terminal(&self.keymap)),
            Way::File(path, Lack::TooLong) => {
                format!("{}{}", words.copied_to_file, path.display())
            }
            Way::File(path, Lack::NoClipboard) => {
                format!("{}{}", words.by_no_terminal, path.display())
            }
        });
    }

    fn preview_rows(&self) -> usize {
        let (_, preview) = layout::picks(self.frame().body);
        preview.map_or(0, |area| usize::from(area.rows))
    }

    pub(super) fn settle_picks(&mut self) {
        self.picks.count(&self.bulletins);
        let body = self.frame().body;
        let rows = self.preview_rows();
        let list = usize::from(layout::picks(body).0.rows);
        let cells = layout::measure(body.cells, false);
        let picks = &mut self.picks;
        let len = picks.items.len();
        picks.cursor = picks.cursor.min(len.saturating_sub(1));
        picks.top = scrolled(picks.top, picks.cursor, picks.cursor + 1, list, len);
        let under = picks.items.get(picks.cursor);
        let wanted = under.map(|p| {
            (
                p.clone(),
                picks.format,
                picks.renumber,
                cells,
                self.ambiguous,
            )
        });
        if self.picks.shown != wanted {
            let preview = wanted.as_ref().map(|(pick, ..)| self.preview(pick, cells));
            self.picks.preview = preview.unwrap_or_default();
            self.picks.preview_top = 0;
            self.picks.shown = wanted;
        }
        let lowest = self.picks.preview.len().saturating_sub(rows);
        self.picks.preview_top = self.picks.preview_top.min(lowest);
    }

    /// A sheet to be looked at.
    fn cards(&self, text: &str, cells: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for card in sheet::cards(text) {
            lines.extend(flow(&card, cells, self.ambiguous));
            lines.push(String::new());
        }
        if lines.is_empty() {
            lines.push(self.lang.words().no_figures.to_owned());
        }
        lines
    }

    /// The beginning of a pick in the form chosen, in lines of so many cells. Documents are shown by their
    /// text, in lines as long as those on their page.
    fn preview(&self, pick: &Pick, cells: u16) -> Vec<String> {
        let format = self.picks.format.to_be_read();
        let cells = if format == self.picks.format {
            cells
        } else {
            cells.min(PAGE)
        };
        let mut order = self.order(format);
        order.renumber = self.picks.renumber && self.picks.format.has_numbering();
        order.picks = vec![pick.clone()];
        let cells = usize::from(cells);
        // JSON is made as a whole.
        if format == Format::Json && bytes(pick, &self.bulletins) > LONGEST_JSON {
            return vec![self.lang.words().no_preview.to_owned()];
        }
        if format.has_lines() {
            order.cells = cells.max(12);
        }
        let ledgers = Ledgers::of(&order.picks, &self.bulletins, &self.links);
        let mut bytes = Vec::new();
        // Memory takes all that is written to it. The first bit fills more than a screen.
        let written =
            Job::begin(order, ledgers, &self.bulletins, &mut bytes).and_then(|mut job| {
                let more = job.step(&self.bulletins)?;
                if !more {
                    job.finish()?;
                }
                Ok(more)
            });
        let text = String::from_utf8_lossy(&bytes);
        let setting = Setting::plain(cells.max(1), self.ambiguous);
        let mut lines = Vec::new();
        if format == Format::Csv {
            return self.cards(&text, cells);
        }
        for line in text.lines() {
            if line.is_empty() || format.has_lines() {
                lines.push(line.to_owned());
            } else {
                lines.extend(words(line, &setting).map(str::to_owned));
            }
        }
        if written.unwrap_or(true) {
            lines.push("…".to_owned());
        }
        lines
    }
}
