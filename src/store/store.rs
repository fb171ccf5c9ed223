//! The state that all screens share.

use crate::compare::{Alignments, Links, together};
use crate::export::format::Format;
use crate::export::ledgers::Ledgers;
use crate::export::order::{Middles, Order};
use crate::export::pick::Pick;
use crate::i18n::Lang;
use crate::keymap::mode::ScreenId;
use crate::keymap::mode::{INPUT, Mode};
use crate::keymap::rows::Keymap;
use crate::load::{Library, LinksFile, Problem};
use crate::model::Bulletin;
use crate::width::Ambiguous;
use crate::wrap::Rules;

use super::effect::Effect;
use super::faulty::{self, Faulty};
use super::figures::FoundFigures;
use super::here::Here;
use super::hits::Hits;
use super::marks::{self, Found};
use super::memory::{Memory, Note};
use super::moved::Moved;
use super::picks::Picks;
use super::prompt::{Prompt, Typed};
use super::reading::Reading;
use super::series::SeriesIndex;

/// A line of news at the foot of the screen, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened.
    pub words: String,
    /// Whether it is bad news.
    pub bad: bool,
}

/// What all screens share.
#[derive(Debug)]
pub struct Store {
    /// The open bulletins.
    pub bulletins: Vec<Bulletin>,
    /// Their series.
    pub series: SeriesIndex,
    /// What users said of pairs.
    pub links: Links,
    /// The same by file; none where it cannot be kept.
    pub links_files: Vec<LinksFile>,
    /// What was wrong with files.
    pub problems: Vec<Problem>,
    /// The files that was wrong with.
    pub faulty: Vec<Faulty>,
    /// Which sections stand side by side.
    pub alignments: Alignments,
    /// How far the figures of the library are found.
    pub figures: FoundFigures,
    /// Language of the interface.
    pub lang: Lang,
    /// Cells of ambiguous characters.
    pub ambiguous: Ambiguous,
    /// Where lines may end.
    pub rules: Rules,
    /// Whether rules and fold marks of Unicode may be used: they take one cell.
    pub unicode_signs: bool,
    /// Cells and rows of the screen.
    pub size: (u16, u16),
    /// Which keys do what.
    pub keymap: Keymap,
    /// In which mode the current screen is, an input line over it left aside; until there is one, that of such a line.
    pub mode: Mode,
    /// What was picked.
    pub picks: Picks,
    /// The years in the middle of ledgers, as they were shown last.
    pub middles: Middles,
    /// What was looked for and found.
    pub hits: Hits,
    /// What was read, and what is remembered.
    pub reading: Reading,
    /// Where the marks are, in their order.
    pub found_marks: Vec<Found>,
    /// Whether what is remembered is kept for the next time.
    pub remembers: bool,
    /// Where the reader is.
    pub here: Here,
    /// The input line, if it is open.
    pub prompt: Option<Prompt>,
    /// What was typed into it before.
    pub typed_before: Typed,
    /// News.
    pub notice: Option<Notice>,
    /// What the world is asked besides what an action asks itself.
    pub asks: Option<Effect>,
}

impl Store {
    /// What is shared of a library, shown on a screen of so many cells and rows.
    pub fn new(
        library: Library,
        lang: Lang,
        ambiguous: Ambiguous,
        rules: Rules,
        size: (u16, u16),
    ) -> Self {
        Self {
            links: library.said(),
            faulty: faulty::files(&library.problems, &library.bulletins),
            series: SeriesIndex::of(&library.bulletins),
            bulletins: library.bulletins,
            links_files: library.links,
            problems: library.problems,
            alignments: Alignments::default(),
            figures: FoundFigures::default(),
            lang,
            ambiguous,
            rules,
            unicode_signs: ambiguous == Ambiguous::Narrow,
            size,
            keymap: Keymap::default(),
            mode: INPUT,
            picks: Picks::default(),
            middles: Middles::default(),
            hits: Hits::default(),
            reading: Reading::default(),
            found_marks: Vec::new(),
            remembers: false,
            here: Here::default(),
            prompt: None,
            typed_before: Typed::default(),
            notice: None,
            asks: None,
        }
    }

    /// Takes a library read anew in the place of its own; what was before, and whether all picks are still there.
    pub fn reload(&mut self, library: Library) -> (Moved, bool) {
        let links = library.said();
        let moved = Moved {
            bulletins: std::mem::replace(&mut self.bulletins, library.bulletins),
            series: std::mem::take(&mut self.series),
        };
        self.series = SeriesIndex::of(&self.bulletins);
        self.links = links;
        self.links_files = library.links;
        self.faulty = faulty::files(&library.problems, &self.bulletins);
        self.problems = library.problems;
        self.figures = FoundFigures::default();
        self.alignments = Alignments::default();
        let now = &self.bulletins;
        let kept = self.picks.follow(|pick| moved.pick(pick, now));
        self.reading.begin_anew(&self.bulletins);
        self.find_marks();
        (moved, kept)
    }

    /// Drops picked rows that are no longer in their ledger, or are one row now; whether there were any.
    pub fn prune_rows(&mut self) -> bool {
        let picks = &self.picks.items;
        if !picks.iter().any(|pick| matches!(pick, Pick::Row { .. })) {
            return false;
        }
        let kept = Ledgers::of(picks, &self.bulletins, &self.links).kept(picks.clone());
        let gone = kept.len() < picks.len();
        self.picks.items = kept;
        gone
    }

    /// Tells good news.
    pub fn say(&mut self, words: impl Into<String>) {
        let (words, bad) = (words.into(), false);
        self.notice = Some(Notice { words, bad });
    }

    /// Tells bad news.
    pub fn complain(&mut self, words: impl Into<String>) {
        let (words, bad) = (words.into(), true);
        self.notice = Some(Notice { words, bad });
    }

    /// Whether the input line is open for a screen.
    pub fn asks_for(&self, screen: ScreenId) -> bool {
        let prompt = self.prompt.as_ref();
        prompt.is_some_and(|prompt| prompt.asker == screen)
    }

    /// Closes the input line.
    pub fn close_prompt(&mut self) {
        self.prompt = None;
    }

    /// Whether a text can be typed: the input line is open and asks for no yes or no.
    pub fn takes_text(&self) -> bool {
        let prompt = self.prompt.as_ref();
        prompt.is_some_and(|prompt| prompt.confirm.is_none())
    }

    /// A bulletin's section.
    pub fn section(&self, bulletin: usize, section: usize) -> Option<&crate::model::Section> {
        self.bulletins.get(bulletin)?.sections().get(section)
    }

    /// Finds out where the marks are, after they or the bulletins changed.
    pub fn find_marks(&mut self) {
        let marks = self.reading.memory.marks.iter();
        self.found_marks = marks
            .map(|mark| marks::find(mark, &self.bulletins))
            .collect();
    }

    /// Makes a change in the marks, which is to be written at once.
    pub fn note_mark(&mut self, note: Note) {
        self.reading.note(note);
        self.find_marks();
        self.asks = Some(Effect::Remember);
    }

    /// What is to be remembered: what was remembered by now, as another reader may have written it, with the changes
    /// of this one.
    pub fn remembered(&self, memory: Memory) -> Memory {
        self.reading.remembered(memory, self.here.place.clone())
    }

    /// Goes on with what is remembered now, which was written if so.
    pub fn remember(&mut self, memory: Memory, written: bool) {
        self.reading.remember(memory, written);
        self.find_marks();
    }

    /// Picks sections of a bulletin, or takes them out of the picks.
    pub fn pick_sections(&mut self, index: usize, sections: &[usize]) {
        self.picks.toggle_sections(&self.bulletins, index, sections);
        self.say_picked();
    }

    /// Picks all of some bulletins, or takes them out of the picks.
    pub fn pick_bulletins(&mut self, members: &[usize]) {
        self.picks.toggle_bulletins(&self.bulletins, members);
        self.say_picked();
    }

    /// Says how much is picked.
    pub fn say_picked(&mut self) {
        self.picks.count(&self.bulletins);
        let words = self.lang.words();
        let items = self.picks.items.len();
        if items == 0 {
            return self.say(words.none_picked);
        }
        let told = self.picks.size.words(items, self.lang);
        let together = self.picked_together().map_or_else(String::new, |_| {
            self.lang.words().together_hint(&self.keymap)
        });
        self.say(format!("{} {told}{together}", words.chosen));
    }

    /// The name of the two bulletins that are picked to be laid together, if there are just two and they are no series
    /// of their own.
    pub fn picked_together(&self) -> Option<String> {
        let picked = self.picks.items.iter().filter_map(|pick| match pick {
            Pick::Bulletin(index) => Some(*index),
            _ => None,
        });
        let mut picked: Vec<usize> = picked.collect();
        picked.sort_unstable();
        let &[one, other] = picked.as_slice() else {
            return None;
        };
        let members = self.series.members(self.series.of_bulletin(one)?);
        let is_series = members.len() == 2 && members.contains(&other);
        let ids = picked.iter().filter_map(|at| self.bulletins.get(*at));
        (!is_series).then(|| together(ids.map(|bulletin| bulletin.id.as_str())))
    }

    /// What is to be taken away: the picks, in a form.
    pub fn order(&self, format: Format) -> Order {
        self.order_of(self.picks.items.clone(), format)
    }

    /// The same of other picks.
    pub fn order_of(&self, picks: Vec<Pick>, format: Format) -> Order {
        Order {
            picks,
            middles: self.middles.clone(),
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
}
