//! The door of Read: what it is asked and what it answers.

use crate::export::pick::Pick;
use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::screens::screen::{Hit, Input, Request, Screen, Spot, Step, Title};
use crate::store::moved::Moved;
use crate::store::store::Store;
use crate::view::canvas::Canvas;

use super::keys::{PASSAGES, READ, TEXT};
use super::outline::{Node, Outline, Shelf};
use super::panes::{Panes, tree_area};
use super::state::State;
use super::text::Text;
use super::units::Unit;
use super::{outline_draw, strip, text_draw, title};

/// Cells of a tick box, from the left.
const BOX: u16 = 4;
/// The pane of the text.
const TEXT_PANE: usize = 1;

/// The screen.
#[derive(Debug, Default)]
pub struct ReadScreen {
    state: State,
}

impl ReadScreen {
    const ID: ScreenId = ScreenId("read");

    /// Read on a library, the tree on its newest bulletin.
    pub fn new(store: &Store) -> Self {
        let mut state = State {
            outline: Outline::new(Shelf::of(store)),
            ..State::default()
        };
        state.show_node(store);
        Self { state }
    }

    /// What the tree's cursor stands on, and how many rows the tree has.
    pub fn tree(&self) -> (Option<Node>, usize) {
        let outline = &self.state.outline;
        (outline.node(), outline.items.len())
    }

    /// The text, and what the cursor for passages stands on.
    pub fn text(&self) -> (&Text, Option<&Unit>) {
        (&self.state.text, self.state.unit.as_ref())
    }

    /// The panes on the screen of now.
    pub fn panes(&self, store: &Store) -> Panes {
        self.state.panes(store)
    }

    fn action(&mut self, action: &Action, store: &mut Store) -> Step {
        if *action == Action::Read {
            self.state.unit = None;
            return Step::Go(Self::ID);
        }
        if let Some(unit) = self.state.unit.clone() {
            return self.state.passage(action, &unit, store);
        }
        let state = &mut self.state;
        match action {
            Action::Back => return Step::Back,
            Action::Switch => state.text.has_focus = !state.text.has_focus,
            Action::Tick => state.tick(store),
            Action::YearBack => state.other_year(-1, store),
            Action::YearOn => state.other_year(1, store),
            Action::NextFigure => state.next_figure(store),
            Action::Passages => state.open_passages(store),
            Action::TurnRead => state.turn_read(store),
            // Who goes on reading is done with the list that led here.
            Action::NextUnread => {
                if state.next_unread(store) {
                    return Step::Go(Self::ID);
                }
            }
            // Folding moves no text: the cursor stays on it, or on what hides it.
            Action::Level(level) => {
                let level = usize::from(*level);
                state.outline.fold_to(level, Shelf::of(store));
                state.follow_text(store);
            }
            action if state.text.has_focus => {
                if !state.walk(action, store) {
                    return Step::Pass;
                }
            }
            action => {
                if !state.tree(action, store) {
                    return Step::Pass;
                }
            }
        }
        Step::Stay
    }

    fn request(&mut self, request: &Request, store: &mut Store) -> Step {
        match request {
            Request::Put(spot) => {
                if self.state.put(spot, store) {
                    Step::Stay
                } else {
                    Step::Pass
                }
            }
            Request::Open { spot, on } => {
                self.state.unit = None;
                // What was left is gone back to as it was left: the keys stay where they are.
                let is_place = matches!(spot, Spot::Place(_));
                self.state.text.has_focus |= !is_place;
                if !self.state.put(spot, store) {
                    store.complain(store.lang.words().place_gone);
                }
                if *on {
                    Step::On(Self::ID)
                } else {
                    Step::Go(Self::ID)
                }
            }
            _ => Step::Pass,
        }
    }

    /// A click: in the text it has the keys; on a row of the tree it goes there, once more folds it; on a tick box it
    /// ticks.
    fn click(&mut self, hit: Option<Hit>, store: &mut Store) -> Step {
        let state = &mut self.state;
        match hit {
            Some(Hit::Pane(TEXT_PANE)) => state.text.has_focus = true,
            Some(hit @ (Hit::Row(at) | Hit::Box(at))) => {
                let again = state.outline.cursor == at && !state.text.has_focus;
                state.outline.cursor = at;
                state.text.has_focus = false;
                let foldable = state.outline.items.get(at).is_some_and(|i| i.foldable);
                if hit == Hit::Box(at) {
                    state.show_node(store);
                    state.tick(store);
                } else if again && foldable {
                    state.outline.toggle(Shelf::of(store));
                } else {
                    state.show_node(store);
                }
            }
            _ => {}
        }
        Step::Stay
    }

    /// The wheel: what is under the pointer moves.
    fn wheel(&mut self, hit: Option<Hit>, down: bool, store: &mut Store) -> Step {
        let action = if down { Action::Down } else { Action::Up };
        if let Some(unit) = self.state.unit.clone() {
            return self.state.passage(&action, &unit, store);
        }
        if hit == Some(Hit::Pane(TEXT_PANE)) {
            self.state.walk(&action, store);
        } else {
            self.state.tree(&action, store);
        }
        Step::Stay
    }
}

impl Screen for ReadScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        match (&self.state.unit, self.state.text.has_focus) {
            (Some(_), _) => PASSAGES,
            (None, true) => TEXT,
            (None, false) => READ,
        }
    }

    fn opens(&self, action: &Action) -> bool {
        *action == Action::Read
    }

    fn takes(&self, request: &Request) -> bool {
        matches!(request, Request::Open { .. } | Request::Put(_))
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        let step = match input {
            Input::Action(action) => self.action(action, store),
            Input::Click(hit) => self.click(hit, store),
            Input::Wheel(hit, down) => self.wheel(hit, down, store),
            Input::Request(request) => self.request(request, store),
            Input::Drag(x) => {
                self.state.divider = Some(x);
                Step::Stay
            }
            Input::NoWayBack => {
                if self.state.text.has_focus {
                    self.state.text.has_focus = false;
                } else {
                    store.say(store.lang.words().quit_hint(&store.keymap));
                }
                Step::Stay
            }
            Input::Answer(_) => return Step::Pass,
        };
        self.lay(store);
        step
    }

    fn lay(&mut self, store: &mut Store) {
        self.state.settle(store);
        store.here = self.state.here(store);
    }

    fn drop_lay(&mut self) {
        self.state.text.pages = super::pages::Pages::default();
    }

    fn hit(&self, x: u16, y: u16, store: &Store) -> Option<Hit> {
        if self.state.unit.is_some() {
            return None;
        }
        let panes = self.state.panes(store);
        if panes.divider.is_some_and(|area| area.holds(x, y)) {
            return Some(Hit::Divider);
        }
        if panes.text.is_some_and(|area| area.holds(x, y)) {
            return Some(Hit::Pane(TEXT_PANE));
        }
        let tree = panes.tree.map(tree_area).filter(|area| area.holds(x, y))?;
        let at = self.state.outline.top + tree.row_in(y)?;
        let item = self.state.outline.items.get(at)?;
        let boxed = item.depth > 0 && x < BOX;
        Some(if boxed { Hit::Box(at) } else { Hit::Row(at) })
    }

    fn title(&self, store: &Store) -> Title {
        let title = title::title(&self.state, store);
        // Tree and text are one screen.
        let name = self.state.unit.is_none().then_some(READ);
        Title { name, ..title }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        let panes = self.state.panes(store);
        if let Some(tree) = panes.tree {
            let focus = !self.state.text.has_focus;
            outline_draw::draw(&self.state.outline, focus, store, canvas, tree);
        }
        if let Some(divider) = panes.divider {
            canvas.divider(divider, canvas.theme.quiet);
        }
        if let Some(pane) = panes.text {
            text_draw::draw(&self.state, store, canvas, pane);
        }
        if self.state.unit.is_none() {
            strip::draw(self.state.text.bulletin(), store, canvas);
        }
    }

    fn pick(&self, _store: &Store) -> Option<Pick> {
        if let Some(unit) = self.state.unit.clone() {
            return Some(Pick::Passage(unit.bulletin, unit.section, unit.span));
        }
        match (self.state.section(), self.state.outline.node()) {
            (Some((index, section)), _) => Some(Pick::Section(index, section)),
            (None, Some(Node::Bulletin(index))) => Some(Pick::Bulletin(index)),
            _ => None,
        }
    }

    fn has_work(&self, store: &Store) -> bool {
        let shown = self.state.text.bulletin();
        self.state.text.pages.has_rest() || store.reading.is_counting(shown)
    }

    fn work(&mut self, store: &mut Store) -> bool {
        if self.state.text.pages.has_rest() {
            self.state.text.set_more(store);
            return false;
        }
        let shown = self.state.text.bulletin();
        store.reading.count_on(shown, &store.bulletins)
    }

    fn stands_reload(&self) -> bool {
        // The cursor for passages would be gone.
        self.state.unit.is_none()
    }

    fn follow(&mut self, moved: &Moved, store: &mut Store) {
        let mut outline = Outline::new(Shelf::of(store));
        let renamed = |node| moved_node(node, moved, store);
        let open: Vec<Node> = self.state.outline.opened().filter_map(renamed).collect();
        outline.open_only(open, Shelf::of(store));
        let before = std::mem::take(&mut self.state);
        self.state = State {
            outline,
            divider: before.divider,
            by_paragraph: before.by_paragraph,
            ..State::default()
        };
        self.state.text.has_focus = before.text.has_focus;
        self.state.show_node(store);
        self.lay(store);
    }
}

/// Where a node of the tree is once the library was read anew.
fn moved_node(node: Node, moved: &Moved, store: &Store) -> Option<Node> {
    let now = &store.bulletins;
    Some(match node {
        Node::Series(at) => {
            let name = moved.series.name(at)?;
            let mut series = store.series.all.iter();
            Node::Series(series.position(|(other, _)| other == name)?)
        }
        Node::Bulletin(at) => Node::Bulletin(moved.bulletin(at, now)?),
        Node::Section(bulletin, section) => {
            let (bulletin, section) = moved.section((bulletin, section), now)?;
            Node::Section(bulletin, section)
        }
        Node::Problems => Node::Problems,
        Node::Problem(_) => return None,
    })
}
