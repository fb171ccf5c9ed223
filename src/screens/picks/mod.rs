//! Picks: what was picked in an order of one's own, with a preview of it, its form, and the file it is written to.

mod draw;
mod keys;
mod lay;
mod preview;
mod saving;
mod state;

pub use keys::KEYS;

use crate::export::format::Format;
use crate::export::ledgers::series;
use crate::export::pick::Pick;
use crate::keymap::action::Action;
use crate::keymap::mode::{Mode, ScreenId};
use crate::keymap::motion::{moved, page};
use crate::screens::screen::{Hit, Input, Request, Screen, Spot, Step, Title};
use crate::store::effect::Answer;
use crate::store::moved::Moved;
use crate::store::store::Store;
use crate::view::area::{body, measure};
use crate::view::canvas::Canvas;

use keys::PICKS;
use lay::{Lay, areas, length};
use state::{Shown, State};

/// From this many cells on the header says of what kinds they are.
const WITH_PARTS: u16 = 60;

/// The screen.
#[derive(Debug, Default)]
pub struct PicksScreen {
    state: State,
    lay: Option<Lay>,
}

impl PicksScreen {
    const ID: ScreenId = ScreenId("picks");

    /// Does what an action asks on the screen.
    fn act(&mut self, action: &Action, store: &mut Store) -> Step {
        let (state, picks) = (&mut self.state, &mut store.picks);
        match action {
            Action::Back => return Step::Back,
            Action::Enter => return open(picks.items.get(state.cursor).cloned(), store),
            Action::Remove | Action::Tick => {
                if state.cursor < picks.items.len() {
                    picks.items.remove(state.cursor);
                }
            }
            Action::Clear => {
                picks.clear();
                if picks.items.is_empty() {
                    store.say(store.lang.words().picks_cleared(&store.keymap));
                }
            }
            Action::Left => state.shift(&mut picks.items, -1),
            Action::Right => state.shift(&mut picks.items, 1),
            Action::Sort => {
                let order: Vec<usize> = store.series.in_order().collect();
                state.sort(&mut picks.items, &order);
            }
            Action::Format => {
                let at = Format::ALL.iter().position(|f| *f == picks.format);
                let next = at.map_or(0, |at| (at + 1) % Format::ALL.len());
                picks.format = Format::ALL.get(next).copied().unwrap_or_default();
            }
            Action::Numbering if picks.format.has_numbering() => picks.renumber = !picks.renumber,
            Action::Numbering => store.complain(store.lang.words().nothing_to_number),
            Action::PageUp => {
                let page = page(preview_rows(store));
                state.preview_top = state.preview_top.saturating_sub(page);
            }
            Action::PageDown => state.preview_top += page(preview_rows(store)),
            action => match moved(action, state.cursor, picks.items.len(), 1) {
                Some(to) => state.cursor = to,
                None => return Step::Pass,
            },
        }
        Step::Stay
    }

    /// A click on a pick: the first one goes to it, one on that under the cursor opens it.
    fn click(&mut self, hit: Option<Hit>, store: &mut Store) -> Step {
        match hit {
            Some(Hit::Row(at)) if std::mem::replace(&mut self.state.cursor, at) == at => {
                self.act(&Action::Enter, store)
            }
            _ => Step::Stay,
        }
    }

    /// What the preview is to show.
    fn shown(&self, store: &Store) -> Option<Shown> {
        let picks = &store.picks;
        let pick = picks.items.get(self.state.cursor)?.clone();
        let middle = series(&pick).map(|series| store.middles.of(series));
        Some(Shown {
            middle: middle.and_then(|years| years.first().copied()),
            pick,
            format: picks.format,
            renumber: picks.renumber,
            cells: measure(body(store.size).cells, false),
            ambiguous: store.ambiguous,
        })
    }
}

/// Opens a pick where it stands.
fn open(pick: Option<Pick>, store: &mut Store) -> Step {
    let spot = match pick {
        Some(Pick::Bulletin(bulletin)) => Spot::Bulletin(bulletin),
        Some(Pick::Section(bulletin, section)) => Spot::Section(bulletin, section),
        Some(Pick::Passage(bulletin, section, span)) => {
            Spot::Passage(bulletin, section, span.start)
        }
        Some(Pick::Row { series, cell, .. }) => return Step::To(Request::Row(series, cell)),
        None => {
            store.complain(store.lang.words().no_picks(&store.keymap));
            return Step::Stay;
        }
    };
    Step::To(Request::Open { spot, on: false })
}

/// Rows of the preview.
fn preview_rows(store: &Store) -> usize {
    let (_, preview) = areas(body(store.size));
    preview.map_or(0, |area| usize::from(area.rows))
}

impl Screen for PicksScreen {
    fn id(&self) -> ScreenId {
        Self::ID
    }

    fn mode(&self) -> Mode {
        PICKS
    }

    fn opens(&self, action: &Action) -> bool {
        matches!(action, Action::Picks | Action::Export)
    }

    fn update(&mut self, input: Input<'_>, store: &mut Store) -> Step {
        let asks = store.asks_for(Self::ID);
        match input {
            Input::Action(action) if asks => saving::typed(action, &mut self.state, store),
            Input::Click(_) | Input::Wheel(..) if asks => Step::Stay,
            Input::Action(Action::Picks) => Step::Go(Self::ID),
            Input::Action(Action::Export) => {
                saving::ask_for_file(Self::ID, store);
                Step::Stay
            }
            Input::Action(action) => self.act(action, store),
            Input::Wheel(_, true) => self.act(&Action::Down, store),
            Input::Wheel(_, false) => self.act(&Action::Up, store),
            Input::Click(hit) => self.click(hit, store),
            Input::Answer(Answer::Saved(result)) => {
                saving::saved(result, &mut self.state, store);
                Step::Stay
            }
            Input::Answer(Answer::Copied(result)) => {
                saving::copied(result, store);
                Step::Stay
            }
            _ => Step::Pass,
        }
    }

    fn lay(&mut self, store: &mut Store) {
        store.picks.count(&store.bulletins);
        let (list, _) = areas(body(store.size));
        let items = store.picks.items.len();
        self.state.settle(items, usize::from(list.rows));
        let shown = self.shown(store);
        self.state.show(shown.as_ref());
        let before = self.lay.take();
        let had = before.is_some();
        let before = before.filter(|lay| lay.holds(store));
        if had && before.is_none() {
            // What was said of pairs makes other rows.
            self.state.preview_top = 0;
        }
        let lay = Lay::of(before, shown, store);
        let rows = preview_rows(store);
        self.state.settle_preview(lay.preview.len(), rows);
        self.lay = Some(lay);
    }

    fn drop_lay(&mut self) {
        self.lay = None;
    }

    fn hit(&self, _x: u16, y: u16, store: &Store) -> Option<Hit> {
        let (list, _) = areas(body(store.size));
        let at = self.state.top + list.row_in(y)?;
        (at < store.picks.items.len()).then_some(Hit::Row(at))
    }

    /// The form they are to have; how much they are.
    fn title(&self, store: &Store) -> Title {
        let words = store.lang.words();
        let picks = &store.picks;
        let form = words.format(picks.format.code());
        let numbering = match (picks.format.has_numbering(), picks.renumber) {
            (false, _) => "",
            (true, false) => words.as_in_source,
            (true, true) => words.numbered_anew,
        };
        let form = [form, numbering];
        let form: Vec<&str> = form.into_iter().filter(|word| !word.is_empty()).collect();
        let size = if store.size.0 < WITH_PARTS {
            length(picks.size)
        } else {
            picks.size
        };
        Title {
            words: form.join(" · "),
            position: size.words(picks.items.len(), store.lang),
            has_picks: true,
            ..Title::default()
        }
    }

    fn draw(&self, store: &Store, canvas: &mut Canvas<'_>) {
        if let Some(lay) = &self.lay {
            draw::draw(lay, &self.state, store, canvas);
        }
    }

    fn follow(&mut self, _moved: &Moved, _store: &mut Store) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Ledger;
    use crate::compare::links::Links;
    use crate::files::library::built_in;
    use crate::i18n::Lang;
    use crate::width::Ambiguous;
    use crate::wrap::Rules;

    fn store() -> Store {
        let (lang, rules) = (Lang::Zh, Rules::default());
        Store::new(built_in(), lang, Ambiguous::Narrow, rules, (80, 24))
    }

    #[test]
    fn the_preview_is_scrolled_kept_and_the_same_after_its_lines_were_dropped() {
        let (mut store, mut screen) = (store(), PicksScreen::default());
        let series = store.series.name(0).unwrap().to_owned();
        let ledger = Ledger::new(&store.bulletins, &series, &[], &store.links);
        let row = &ledger.rows[0];
        store.picks.items = vec![
            Pick::Section(0, 0),
            Pick::Bulletin(1),
            Pick::Row {
                series,
                cell: *row.cells.iter().flatten().next().unwrap(),
                indicator: row.indicator.clone(),
            },
        ];
        for format in Format::ALL {
            store.picks.format = format;
            for at in 0..3 {
                screen.state.cursor = at;
                screen.lay(&mut store);
                screen.act(&Action::PageDown, &mut store);
                screen.lay(&mut store);
                let lines = |screen: &PicksScreen| {
                    let lay = screen.lay.as_ref().unwrap();
                    (screen.state.preview_top, lay.preview.clone(), lay.longest)
                };
                let before = lines(&screen);
                assert!(!before.1.is_empty(), "{format:?}");
                screen.drop_lay();
                screen.lay(&mut store);
                assert_eq!(lines(&screen), before, "{format:?}");
            }
        }
    }

    #[test]
    fn what_is_said_of_pairs_makes_the_preview_anew() {
        let (mut store, mut screen) = (store(), PicksScreen::default());
        store.picks.items = vec![Pick::Bulletin(1)];
        screen.lay(&mut store);
        screen.act(&Action::PageDown, &mut store);
        screen.lay(&mut store);
        assert!(screen.state.preview_top > 0);
        (store.links, _) = Links::parse("一致\ta\t甲\tb\t乙\n");
        assert!(!screen.lay.as_ref().unwrap().holds(&store));
        screen.lay(&mut store);
        assert_eq!(screen.state.preview_top, 0);
    }
}
