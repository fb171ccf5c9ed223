//! The mouse: where a click, a drag or the wheel goes. Whatever it does keys do as well.

use super::action::{Action, Effect};
use super::find;
use super::keymap::Mode;
use super::layout::{self, Area};
use super::ledger::Item;
use super::prompt::Wanted;
use super::{App, terms};

/// Rows that a step of the wheel moves.
const STEP: usize = 3;

/// Cells of a tick box, from the left.
const BOX: u16 = 4;

/// What the mouse holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// Whether its keys come to the program; else they are the terminal's, to select text with.
    pub on: bool,
    /// Whether the divider is being dragged.
    dragging: bool,
}

impl Default for Mouse {
    fn default() -> Self {
        Self {
            on: true,
            dragging: false,
        }
    }
}

impl App {
    /// Lets go of the mouse, or takes it back.
    pub(super) fn turn_mouse(&mut self) -> Effect {
        self.mouse.on = !self.mouse.on;
        let words = self.lang.words();
        let told = if self.mouse.on {
            words.mouse_on.to_owned()
        } else {
            words.mouse_off(&self.keymap)
        };
        self.say(told);
        Effect::Mouse(self.mouse.on)
    }

    /// A click. The first one on a row goes to it, one on the row under the cursor opens it; one on a
    /// tick box ticks.
    pub(super) fn click(&mut self, x: u16, y: u16) -> Option<Effect> {
        if self.menu_is_open() {
            return self.click_menu(y);
        }
        match self.prompt.as_ref().map(|prompt| prompt.wanted) {
            Some(Wanted::Find) => self.end_typing(),
            Some(_) => return None,
            None => {}
        }
        match self.screen() {
            Mode::Read | Mode::Text => self.click_read(x, y),
            Mode::Parallel => {
                let body = self.frame().body;
                let columns = self.parallel.text.columns.len();
                let mut beside = layout::parallel(body, columns).beside.into_iter();
                let is_there = |a: Area| holds(a, x, y) || (y == body.y && columns_of(a, x));
                if let Some(at) = beside.position(is_there) {
                    self.parallel.column = at;
                }
            }
            _ => self.click_list(x, y),
        }
        None
    }

    /// A click in a list: its row, then what the row does.
    fn click_list(&mut self, x: u16, y: u16) {
        let Some(at) = self.item_at(y) else { return };
        let (cursor, boxes) = match self.screen() {
            Mode::Compare => (&mut self.ledger.cursor, true),
            Mode::Find => (&mut self.find.cursor, true),
            Mode::Terms => (&mut self.terms.cursor, false),
            Mode::Picks => (&mut self.picks.cursor, false),
            Mode::Marks => (&mut self.marks.cursor, false),
            _ => return,
        };
        let before = std::mem::replace(cursor, at);
        if boxes && x < BOX {
            self.screen_action(&Action::Tick);
        } else if before == at {
            self.screen_action(&Action::Enter);
        }
    }

    /// What the cursor of a list can stand on in a row of the screen, by its place.
    fn item_at(&self, y: u16) -> Option<usize> {
        let body = self.frame().body;
        match self.screen() {
            Mode::Compare => {
                let at = self.ledger.top + row_in(self.ledger_layout().list, y)?;
                let behind = self.ledger.starts.partition_point(|start| *start <= at);
                let item = behind.checked_sub(1)?;
                matches!(self.ledger.items.get(item), Some(Item::Row(_))).then_some(item)
            }
            Mode::Find => match self.find.rows.get(self.find.top + row_in(body, y)?)? {
                find::Row::Hit(at) => Some(*at),
                _ => None,
            },
            Mode::Terms => {
                let at = self.terms.top + row_in(layout::terms(body).0, y)?;
                matches!(self.terms.items.get(at), Some(terms::Item::Phrase(..))).then_some(at)
            }
            Mode::Picks => {
                let at = self.picks.top + row_in(layout::picks(body).0, y)?;
                (at < self.picks.items.len()).then_some(at)
            }
            Mode::Marks => {
                let at = self.marks.top + row_in(layout::marks(body).0, y)?;
                (at <= self.marks().len()).then_some(at)
            }
            _ => None,
        }
    }

    fn click_menu(&mut self, y: u16) -> Option<Effect> {
        let at = self.menu.top + row_in(self.frame().body, y)?;
        if at >= self.menu.entries.len() {
            return None;
        }
        let before = std::mem::replace(&mut self.menu.cursor, at);
        if before == at {
            return self.menu_action(&Action::Enter);
        }
        None
    }

    fn click_read(&mut self, x: u16, y: u16) {
        let panes = self.panes();
        if panes.divider.is_some_and(|area| holds(area, x, y)) {
            self.mouse.dragging = true;
            return;
        }
        if panes.text.is_some_and(|area| holds(area, x, y)) {
            self.reader.text_has_focus = true;
            return;
        }
        let Some(tree) = panes
            .tree
            .map(layout::tree_area)
            .filter(|area| holds(*area, x, y))
        else {
            return;
        };
        let at = self.outline.top + usize::from(y - tree.y);
        let Some(item) = self.outline.items.get(at).copied() else {
            return;
        };
        let again = self.outline.cursor == at && !self.reader.text_has_focus;
        self.outline.cursor = at;
        self.reader.text_has_focus = false;
        let boxed = item.depth > 0 && x < BOX;
        if boxed {
            self.show_node();
            self.tick();
        } else if again && item.foldable {
            self.outline.toggle(&self.bulletins);
        } else {
            self.show_node();
        }
    }

    /// The mouse was moved with its key held: the divider goes with it.
    pub(super) fn drag(&mut self, x: u16) {
        if self.mouse.dragging {
            self.divider = Some(x);
        }
    }

    pub(super) fn release(&mut self) {
        self.mouse.dragging = false;
    }

    /// The wheel: what is under the pointer moves.
    pub(super) fn wheel(&mut self, x: u16, y: u16, down: bool) {
        let step = if down { Action::Down } else { Action::Up };
        let asks = self.prompt.as_ref().map(|prompt| prompt.wanted);
        if !matches!(asks, None | Some(Wanted::Find | Wanted::Action)) {
            return;
        }
        let over_text = self.panes().text.is_some_and(|area| holds(area, x, y));
        for _ in 0..STEP {
            match self.screen() {
                _ if self.menu_is_open() => drop(self.menu_action(&step)),
                Mode::Passage => self.passage_action(&step),
                Mode::Read | Mode::Text if over_text => self.text_action(&step),
                Mode::Read | Mode::Text => self.tree_action(&step),
                _ => self.screen_action(&step),
            }
        }
    }
}

/// The row of an area, counted from its first.
fn row_in(area: Area, y: u16) -> Option<usize> {
    let row = y.checked_sub(area.y)?;
    (row < area.rows).then(|| usize::from(row))
}

fn columns_of(area: Area, x: u16) -> bool {
    (area.x..area.x + area.cells).contains(&x)
}

fn holds(area: Area, x: u16, y: u16) -> bool {
    columns_of(area, x) && row_in(area, y).is_some()
}
