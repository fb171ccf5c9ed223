//! A reader without a terminal: keys in, screen out. For the tests of journeys and of documents.
#![allow(dead_code)] // each of them uses its part
#![allow(clippy::needless_pass_by_value)] // an action reads best as it is written

use jianbao::app::app::App;
use jianbao::app::draw;
use jianbao::export::job::Job;
use jianbao::export::ledgers::Ledgers;
use jianbao::export::order::Order;
use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::keymap::action::Action;
use jianbao::keymap::key::Key;
use jianbao::load;
use jianbao::screens::all::keymap;
use jianbao::screens::compare::CompareScreen;
use jianbao::screens::menu::MenuScreen;
use jianbao::screens::read::ReadScreen;
use jianbao::screens::read::panes::Panes;
use jianbao::screens::read::text::Text;
use jianbao::store::effect::{Answer, Effect};
use jianbao::view::theme::Theme;
use jianbao::width::{Ambiguous, cluster_cells};
use jianbao::wrap::Rules;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A reader of the built-in bulletins, and what it asked of the world.
pub struct Journey {
    /// The state.
    pub app: App,
    /// What it asked of the world.
    pub asked: Vec<Effect>,
}

impl Journey {
    pub fn new(cells: u16, rows: u16) -> Self {
        Self::with(
            library::built_in(),
            Lang::Zh,
            Ambiguous::Narrow,
            (cells, rows),
        )
    }

    pub fn with(
        library: load::Library,
        lang: Lang,
        ambiguous: Ambiguous,
        size: (u16, u16),
    ) -> Self {
        let mut journey = Self {
            app: App::new(library, keymap(), lang, ambiguous, Rules::default(), size),
            asked: Vec::new(),
        };
        journey.settle();
        journey
    }

    /// Presses keys by the names that the config has for them, else characters.
    pub fn press(&mut self, keys: &str) -> &mut Self {
        for key in keys.split(' ') {
            let mut chars = key.chars();
            let key = match (key, chars.next(), chars.next()) {
                ("Back", ..) => Key::Backspace,
                (_, Some(letter), None) => Key::Char(letter),
                (name, ..) => Key::parse(name).unwrap_or_else(|| panic!("no key {name}")),
            };
            if let Some(action) = self.app.store.keymap.action(self.app.mode(), key) {
                self.act(action);
            }
        }
        self
    }

    pub fn act(&mut self, action: Action) -> &mut Self {
        self.asked.extend(self.app.update(&action));
        while !self.app.store.hits.search.is_done() {
            self.app.work();
        }
        self.settle()
    }

    /// Tells the reader what the world answers.
    pub fn answer(&mut self, answer: Answer) -> &mut Self {
        self.app.answer(answer);
        self.settle()
    }

    /// The reading screen.
    pub fn read(&self) -> &ReadScreen {
        self.app.get().unwrap()
    }

    /// Its text.
    pub fn text(&self) -> &Text {
        self.read().text().0
    }

    /// The rows of its tree.
    pub fn tree_rows(&self) -> usize {
        self.read().tree().1
    }

    /// Its panes.
    pub fn panes(&self) -> Panes {
        self.read().panes(&self.app.store)
    }

    /// The row of the keymap that the action menu stands on, and all that it lists.
    pub fn menu(&self) -> (usize, Vec<usize>) {
        let (rows, cursor) = self.app.get::<MenuScreen>().unwrap().listed();
        (rows[cursor], rows)
    }

    /// Compare.
    pub fn compare(&self) -> &CompareScreen {
        self.app.get().unwrap()
    }

    /// Lets the reader find the figures of its library, as it does while no key is pressed.
    pub fn settle(&mut self) -> &mut Self {
        for bulletin in &self.app.store.bulletins {
            bulletin.figures().for_each(drop);
        }
        self
    }

    /// What carrying an order out writes.
    pub fn carried_out(&self, order: &Order) -> Vec<u8> {
        let ledgers = Ledgers::of(
            &order.picks,
            &self.app.store.bulletins,
            &self.app.store.links,
        );
        let job = Job::begin(
            order.clone(),
            ledgers,
            &self.app.store.bulletins,
            Vec::new(),
        );
        job.unwrap().run(&self.app.store.bulletins).unwrap()
    }

    /// What was asked to be written last, as text.
    pub fn written(&self) -> String {
        let Some(Effect::Save { order, .. }) = self.asked.last() else {
            panic!("nothing was to be written");
        };
        String::from_utf8(self.carried_out(order)).unwrap()
    }

    pub fn buffer(&self) -> Buffer {
        let (width, height) = self.app.store.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        draw::draw(&self.app, &Theme::new(true), &mut buffer);
        buffer
    }

    /// The screen as text: the cells that a wide character covers are left out.
    pub fn screen(&self) -> String {
        let buffer = self.buffer();
        let mut lines = Vec::new();
        for y in 0..buffer.area.height {
            let mut line = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                let symbol = buffer[(x, y)].symbol();
                line.push_str(symbol);
                x += cluster_cells(symbol, self.app.store.ambiguous).max(1) as u16;
            }
            lines.push(line.trim_end().to_owned());
        }
        lines.join("\n")
    }

    pub fn line(&self, containing: &str) -> String {
        let screen = self.screen();
        let found = screen.lines().find(|l| l.contains(containing));
        found
            .unwrap_or_else(|| panic!("no {containing:?} in\n{screen}"))
            .to_owned()
    }

    pub fn sees(&self, words: &str) -> &Self {
        let screen = self.screen();
        assert!(screen.contains(words), "no {words:?} in\n{screen}");
        self
    }

    pub fn misses(&self, words: &str) -> &Self {
        let screen = self.screen();
        assert!(!screen.contains(words), "{words:?} in\n{screen}");
        self
    }
}
