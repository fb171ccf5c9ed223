//! What a screen is: it knows the store and itself and no other screen. Screens meet by requests, which the app hands
//! to the one that takes them.

use std::any::Any;
use std::fmt;

use crate::compare::Cell;
use crate::export::pick::Pick;
use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::parallel::Shown;
use crate::search::Hit as Found;
use crate::store::effect::{Answer, Effect};
use crate::store::moved::Moved;
use crate::store::place::Place;
use crate::store::store::Store;
use crate::view::canvas::Canvas;

/// A screen.
pub trait Screen: Any + fmt::Debug {
    /// Its name.
    fn id(&self) -> ScreenId;

    /// Which keys hold: that of the pane that takes them.
    fn mode(&self) -> Mode;

    /// Whether it answers an action wherever the reader is: those that open it, and what belongs to it alone.
    fn opens(&self, _action: &Action) -> bool {
        false
    }

    /// Whether it does what another screen asks.
    fn takes(&self, _request: &Request) -> bool {
        false
    }

    /// Does what an input asks. An input line that it opened gets its actions here, too.
    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step;

    /// Sets what is seen for the size of now. What is set may be dropped at any time: see [`Screen::drop_lay`].
    fn lay(&mut self, store: &mut Store);

    /// Drops all that was set for a size.
    fn drop_lay(&mut self) {}

    /// What stands at a column and a row of the screen.
    fn hit(&self, _x: u16, _y: u16, _store: &Store) -> Option<Hit> {
        None
    }

    /// What the top line says of it.
    fn title(&self, store: &Store) -> Title;

    /// Draws the body.
    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>);

    /// Whether its body stands in the place of the current screen's while its input line is open.
    fn covers(&self) -> bool {
        false
    }

    /// What it stands on, to be taken away.
    fn pick(&self, _store: &Store) -> Option<Pick> {
        None
    }

    /// Whether it has something left to do while no key is pressed.
    fn has_work(&self, _store: &Store) -> bool {
        false
    }

    /// Does a part of it; whether what is seen may have changed.
    fn work(&mut self, _store: &mut Store) -> bool {
        false
    }

    /// Whether the library can be read anew by itself while it is open. If the user asks for that on another screen, one
    /// that cannot is no longer gone back to, but for the first.
    fn stands_reload(&self) -> bool {
        true
    }

    /// The library was read anew.
    fn follow(&mut self, _moved: &Moved, _store: &mut Store) {}
}

/// What a screen is told.
#[derive(Debug)]
pub enum Input<'a> {
    /// What the user asks.
    Action(&'a Action),
    /// A click on what the screen said is there, or beside everything.
    Click(Option<Hit>),
    /// The mouse holds the divider and is at this column.
    Drag(u16),
    /// The wheel was turned a step, down or up, over what is there.
    Wheel(Option<Hit>, bool),
    /// What another screen asks.
    Request(&'a Request),
    /// What the world answers.
    Answer(&'a Answer),
    /// There is no screen to go back to.
    NoWayBack,
}

/// What is to be done after an input.
#[derive(Debug)]
pub enum Step {
    /// Nothing more.
    Stay,
    /// The input is not for this screen.
    Pass,
    /// Back to the screen before.
    Back,
    /// Back to the screen before, which is asked this instead.
    BackTo(Action),
    /// To a screen; one that the reader came by is gone back to.
    Go(ScreenId),
    /// On to a screen from which Esc comes back to this one.
    On(ScreenId),
    /// Another screen is asked.
    To(Request),
    /// The reader acts as if the user had asked for this.
    Act(Action),
    /// The world is asked.
    Do(Effect),
}

/// What screens ask of each other.
#[derive(Clone, Debug)]
pub enum Request {
    /// Show the text at a spot.
    Open {
        /// Where.
        spot: Spot,
        /// Whether Esc comes back to the screen that asks.
        on: bool,
    },
    /// Put the text at a spot, whatever screen is seen.
    Put(Spot),
    /// Lay a section beside that of other years, or a bulletin as a whole.
    Beside(usize, Option<usize>),
    /// Show the evidence of the row of a series' ledger that has a cell.
    Row(String, Cell),
    /// List the phrases of the newest of some years that are side by side, under the title that they have there.
    Phrases(Vec<Shown>, String),
    /// Lay bulletins together under a name.
    Together(String),
}

/// A spot of the text.
#[derive(Clone, Debug)]
pub enum Spot {
    /// A bulletin as a whole.
    Bulletin(usize),
    /// A section.
    Section(usize, usize),
    /// A paragraph of a section, counted from its first, and a byte of it if one is meant.
    Paragraph(usize, usize, usize, Option<usize>),
    /// Words of a section, by the byte of its body where they begin.
    Passage(usize, usize, usize),
    /// A hit.
    Hit(Found),
    /// A place that was left or remembered.
    Place(Place),
}

/// What stands at a place of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// Something that the cursor can stand on, by its place in the list.
    Row(usize),
    /// The tick box of it.
    Box(usize),
    /// A pane or a column, by its place from the left.
    Pane(usize),
    /// What parts two panes.
    Divider,
}

/// What the top line says.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// What is shown.
    pub words: String,
    /// The position in it.
    pub position: String,
    /// The mode whose name stands before it, if that is not the one of now.
    pub name: Option<Mode>,
    /// Whether the position says how much is picked.
    pub has_picks: bool,
}
