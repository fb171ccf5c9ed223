//! What was read and what was not, by paragraph: the strip below the text and the signs in the tree.
//!
//! A paragraph is read when the reader has walked past its end in the text: down by lines, pages or
//! sections. Looking around in the tree, finds and jumps read nothing. What was read is remembered by a
//! digest of its words: a paragraph that changes is unread again.

use std::collections::{HashMap, HashSet, VecDeque};
use std::ops::Range;
use std::sync::Arc;

use crate::digest::digest;
use crate::i18n::counted;
use crate::length::Length;
use crate::model::Bulletin;
use crate::page::{Paragraph, paragraphs};

use super::App;
use super::action::Action;
use super::keymap::Mode;
use super::memory::{Memory, Note};
use super::outline::Node;

/// Bytes of text that are counted between two looks for a key.
const AT_ONCE: usize = 256 << 10;

/// A paragraph that can be read. Headings above other sections are none: they are read with those.
#[derive(Clone, Copy, Debug)]
struct Unit {
    /// Index of the paragraph.
    paragraph: usize,
    /// Index of its section.
    section: usize,
    length: Length,
    /// What stands for its words.
    digest: u32,
    read: bool,
}

/// What stands for the words of a paragraph, which stand there for so many times already.
pub(super) fn words_digest(text: &str, twin: u32) -> u32 {
    let twin = twin.to_le_bytes();
    let which: &[u8] = if twin == [0; 4] { &[] } else { &twin };
    let whole = digest([text.as_bytes(), which]);
    (whole >> 32) as u32 ^ whole as u32
}

/// How much of a bulletin was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Sections with words of their own.
    pub sections: usize,
    /// Those of them that were read to their end.
    pub read: usize,
    /// Length of those that were not read.
    pub left: Length,
}

/// The paragraphs of a bulletin, read and unread.
#[derive(Debug, Default)]
pub struct Progress {
    units: Vec<Unit>,
    /// The paragraphs while they are gone through, and how many were.
    paragraphs: Arc<[Paragraph]>,
    seen: usize,
    /// How often words stood there already: the same words elsewhere are another paragraph.
    twins: HashMap<u64, u32>,
}

impl Progress {
    fn begin(paragraphs: Arc<[Paragraph]>) -> Self {
        Self {
            paragraphs,
            ..Self::default()
        }
    }

    /// Whether all paragraphs were gone through.
    pub fn is_whole(&self) -> bool {
        self.seen == self.paragraphs.len()
    }

    /// Goes through more paragraphs, until so many bytes were looked at.
    fn go_on(&mut self, bulletin: &Bulletin, known: Option<&HashSet<u32>>, bytes: usize) {
        let sections = bulletin.sections();
        let mut done = 0;
        while let Some(paragraph) = self.paragraphs.get(self.seen) {
            let at = self.seen;
            self.seen += 1;
            let Some(section) = sections.get(paragraph.section) else {
                continue;
            };
            if paragraph.heading && section.end > paragraph.section + 1 {
                continue;
            }
            let text = paragraph.text(section);
            let twin = self.twins.entry(digest([text.as_bytes()])).or_default();
            let digest = words_digest(&text, *twin);
            *twin += 1;
            self.units.push(Unit {
                paragraph: at,
                section: paragraph.section,
                length: Length::of(&text),
                digest,
                read: known.is_some_and(|known| known.contains(&digest)),
            });
            done += text.len();
            if done >= bytes {
                break;
            }
        }
        if self.is_whole() {
            (self.paragraphs, self.seen) = (Arc::default(), 0);
            self.twins = HashMap::new();
        }
    }

    /// The units of some sections.
    fn of(&self, sections: &Range<usize>) -> Range<usize> {
        let before = |section: usize| self.units.partition_point(|unit| unit.section < section);
        before(sections.start)..before(sections.end)
    }

    /// Whether sections were read to their end.
    pub fn is_read(&self, sections: &Range<usize>) -> bool {
        let units = self.units.get(self.of(sections)).unwrap_or_default();
        self.is_whole() && !units.is_empty() && units.iter().all(|unit| unit.read)
    }

    /// How many sections with words of their own there are among some.
    fn count_of(&self, sections: &Range<usize>) -> usize {
        let units = self.units.get(self.of(sections)).unwrap_or_default();
        units
            .chunk_by(|one, next| one.section == next.section)
            .count()
    }

    /// The first section from this one on that was not read to its end.
    fn unread_from(&self, section: usize) -> Option<usize> {
        let mut units = self.units.iter().skip_while(|unit| unit.section < section);
        units.find(|unit| !unit.read).map(|unit| unit.section)
    }

    /// How much was read.
    pub fn count(&self) -> Count {
        let mut count = Count::default();
        for of_section in self.units.chunk_by(|one, next| one.section == next.section) {
            count.sections += 1;
            count.read += usize::from(of_section.iter().all(|unit| unit.read));
            for unit in of_section {
                if !unit.read {
                    count.left = count.left + unit.length;
                }
            }
        }
        count
    }

    /// The bulletin from its beginning to its end in so many cells: whether what a cell stands for was
    /// read, for the most part.
    pub fn strip(&self, cells: usize) -> Vec<bool> {
        let all: usize = self.units.iter().map(|unit| unit.length.count()).sum();
        // Where the paragraphs end, and whether they were read; a character is as long as the strip has
        // cells, so that a cell is as long as the text has characters.
        let mut end = 0;
        let ends = self.units.iter().map(|unit| {
            end += unit.length.count() * cells;
            (end, unit.read)
        });
        let mut ends = ends.peekable();
        let strip = (0..cells).map(|cell| {
            let (mut at, to) = (all * cell, all * (cell + 1));
            let mut read = 0;
            while let Some((end, is_read)) = ends.peek().copied() {
                let until = end.min(to);
                if is_read {
                    read += until.saturating_sub(at);
                }
                at = at.max(until);
                if end > to {
                    break;
                }
                ends.next();
            }
            read * 2 > all
        });
        strip.collect()
    }

    /// Those of some units that are read, or that are not.
    fn which(&self, units: Range<usize>, read: bool) -> Vec<usize> {
        let is = |at: &usize| self.units.get(*at).is_some_and(|unit| unit.read == read);
        units.filter(is).collect()
    }

    /// Makes units read or unread; their digests.
    fn turn(&mut self, units: &[usize], read: bool) -> Vec<u32> {
        let mut digests = Vec::new();
        for at in units {
            if let Some(unit) = self.units.get_mut(*at) {
                unit.read = read;
                digests.push(unit.digest);
            }
        }
        digests
    }
}

/// What is remembered, and what of it belongs to the open bulletins.
#[derive(Debug, Default)]
pub struct Reading {
    /// What is remembered.
    pub memory: Memory,
    /// What changed since it was written last.
    notes: Vec<Note>,
    /// By bulletin; of those that were shown, now or at another time.
    of: HashMap<usize, Progress>,
    /// Bulletins that were read at another time and are still to be gone through.
    waiting: VecDeque<usize>,
    /// What was said to be read by hand last: the bulletin, its sections and the units; saying it again takes
    /// it back.
    said: Option<(usize, Range<usize>, Vec<usize>)>,
    /// The paragraph at the top of the text if it was seen from its beginning.
    seen_from: Option<usize>,
}

impl Reading {
    /// Makes a change in what is remembered.
    pub(super) fn note(&mut self, note: Note) {
        self.memory.apply(&note);
        self.notes.push(note);
    }
}

impl App {
    /// Goes on from what is remembered of the library.
    pub(super) fn recall(&mut self, memory: Memory) {
        let place = memory.place.clone();
        self.reading.memory = memory;
        self.read_anew();
        self.find_marks();
        if let Some(place) = place {
            self.go_to_place(&place);
        }
    }

    /// Goes through the bulletins again, which are other ones now.
    pub(super) fn read_anew(&mut self) {
        let reading = &mut self.reading;
        let known =
            |(_, bulletin): &(usize, &Bulletin)| reading.memory.read_of(&bulletin.id).is_some();
        let waiting = self.bulletins.iter().enumerate().filter(known);
        reading.waiting = waiting.map(|(index, _)| index).collect();
        reading.of.clear();
    }

    /// What is to be remembered: what was remembered by now, as it may be written by another reader, with
    /// the changes of this one.
    pub fn remembered(&self, mut memory: Memory) -> Memory {
        for note in &self.reading.notes {
            memory.apply(note);
        }
        memory.place = self.place().or(memory.place);
        memory
    }

    /// Goes on with what is remembered now, which was written if so.
    pub fn remember(&mut self, memory: Memory, written: bool) {
        if written {
            self.reading.notes.clear();
        }
        self.reading.memory = memory;
        self.find_marks();
    }

    /// How much of a bulletin was read, once that is known.
    pub fn progress(&self, bulletin: usize) -> Option<&Progress> {
        let progress = self.reading.of.get(&bulletin)?;
        Some(progress).filter(|progress| progress.is_whole())
    }

    /// Begins to go through the bulletin that is shown; a short one is done at once.
    pub(super) fn settle_progress(&mut self) {
        if let Some(bulletin) = self.shown_bulletin()
            && !self.reading.of.contains_key(&bulletin)
        {
            let all = Arc::clone(&self.reader.page.paragraphs);
            self.reading.of.insert(bulletin, Progress::begin(all));
            self.go_through(bulletin);
        }
    }

    /// Whether a bulletin is still to be gone through.
    pub(super) fn is_counting(&self) -> bool {
        !self.reading.waiting.is_empty() || self.is_counting_shown()
    }

    fn is_counting_shown(&self) -> bool {
        let progress = self
            .shown_bulletin()
            .and_then(|at| self.reading.of.get(&at));
        progress.is_some_and(|progress| !progress.is_whole())
    }

    /// Goes through a part: of the bulletin that is shown, then of those that were read at another time.
    /// Whether what is on the screen may have changed.
    pub(super) fn count_on(&mut self) -> bool {
        if let Some(shown) = self.shown_bulletin().filter(|_| self.is_counting_shown()) {
            return self.go_through(shown);
        }
        let Some(&bulletin) = self.reading.waiting.front() else {
            return false;
        };
        if self.go_through(bulletin) {
            self.reading.waiting.pop_front();
        }
        self.reading.waiting.is_empty()
    }

    /// Goes through a part of a bulletin; whether it is whole.
    fn go_through(&mut self, index: usize) -> bool {
        let Some(bulletin) = self.bulletins.get(index) else {
            return true;
        };
        let begin = || Progress::begin(paragraphs(bulletin, 0..bulletin.sections().len()).into());
        let progress = self.reading.of.entry(index).or_insert_with(begin);
        if !progress.is_whole() {
            let known = self.reading.memory.read_of(&bulletin.id);
            progress.go_on(bulletin, known, AT_ONCE);
        }
        progress.is_whole()
    }

    /// The reader walked on in the text: the paragraphs from the one at the top down to this one were read.
    pub(super) fn walked(&mut self, paragraphs: Range<usize>) {
        let Some(bulletin) = self.shown_bulletin() else {
            return;
        };
        let is_seen = |app: &Self| {
            let progress = app.reading.of.get(&bulletin);
            progress.is_none_or(|progress| progress.is_whole() || progress.seen >= paragraphs.end)
        };
        while !is_seen(self) {
            self.go_through(bulletin);
        }
        let Some(progress) = self.reading.of.get_mut(&bulletin) else {
            return;
        };
        let before = |at: usize| progress.units.partition_point(|unit| unit.paragraph < at);
        let units = before(paragraphs.start)..before(paragraphs.end);
        let unread = progress.which(units, false);
        let digests = progress.turn(&unread, true);
        self.note_read(bulletin, digests, true);
    }

    fn note_read(&mut self, bulletin: usize, digests: Vec<u32>, read: bool) {
        let id = self.bulletins.get(bulletin).map(|bulletin| &bulletin.id);
        if let Some(id) = id.filter(|_| !digests.is_empty()) {
            let note = Note::Read(id.clone(), digests, read);
            self.reading.note(note);
        }
    }

    /// Says of what Read stands on, a section or a bulletin, that it was read, or that it was not.
    pub(super) fn turn_read(&mut self) {
        let sections = |index: usize| self.bulletins.get(index).map(Bulletin::sections);
        let place = match (self.current_section(), self.outline.node()) {
            (Some((bulletin, section)), _) => {
                sections(bulletin).and_then(|all| Some((bulletin, section..all.get(section)?.end)))
            }
            // A bulletin, or a series, which shows one.
            (None, Some(Node::Bulletin(_) | Node::Series(_))) => {
                let shown = self.shown_bulletin();
                shown.and_then(|bulletin| Some((bulletin, 0..sections(bulletin)?.len())))
            }
            _ => None,
        };
        let words = self.lang.words();
        let Some((bulletin, sections)) = place else {
            return self.complain(words.nothing_to_read.to_owned());
        };
        while !self.go_through(bulletin) {}
        let Some(progress) = self.reading.of.get_mut(&bulletin) else {
            return;
        };
        let read = !progress.is_read(&sections);
        let units = progress.of(&sections);
        // Saying it again takes back what was said; what was read before stays so.
        let said = self.reading.said.take();
        let same = said.filter(|(of, what, _)| !read && (*of, what) == (bulletin, &sections));
        let units = same.map_or_else(|| progress.which(units, !read), |(_, _, units)| units);
        let digests = progress.turn(&units, read);
        let count = progress.count_of(&sections);
        self.note_read(bulletin, digests, read);
        if read {
            self.reading.said = Some((bulletin, sections, units));
        }
        let told = if read { words.is_read } else { words.is_unread };
        self.say(format!("{told}{}", counted(count, words.section_unit)));
    }

    /// To the next section that was not read to its end: in this bulletin, then in those after it.
    pub(super) fn next_unread(&mut self) {
        let words = self.lang.words();
        let order = self.outline.series.iter().flat_map(|(_, members)| members);
        let mut order: Vec<usize> = order.copied().collect();
        let here = self.shown_bulletin();
        let at = order.iter().position(|index| Some(*index) == here);
        order.rotate_left(at.unwrap_or(0));
        let section = self.current_section().map_or(0, |(_, section)| section + 1);
        // At last what stands before this section.
        let places = order.iter().map(|index| (*index, 0));
        let first = here.map(|here| (here, section));
        let last = here.map(|here| (here, 0));
        let places: Vec<(usize, usize)> = first
            .into_iter()
            .chain(places.skip(usize::from(here.is_some())))
            .chain(last)
            .collect();
        for (bulletin, from) in places {
            while !self.go_through(bulletin) {}
            let progress = self.reading.of.get(&bulletin);
            if let Some(section) = progress.and_then(|progress| progress.unread_from(from)) {
                self.go(Mode::Read);
                return self.open_section(bulletin, section);
            }
        }
        self.say(words.all_read.to_owned());
    }

    /// The paragraphs in view: from the one at the top to the one that begins or goes on below the screen.
    pub(super) fn in_view(&self, rows: usize) -> Option<View> {
        let page = &self.reader.page;
        let top = self.reader.top;
        let row = page.row(top)?;
        let first = row.paragraph;
        let below = page.row(top + rows);
        let begins = row.line.is_none_or(|line| line.start == 0);
        let whole = begins || self.reading.seen_from == Some(first);
        Some(View {
            first,
            from: first + usize::from(!whole),
            end: below.map_or(page.paragraphs.len(), |row| row.paragraph),
            top,
        })
    }

    /// Reads what an action has walked past, as far as it was in view from its beginning. At the end of the
    /// text the last screen is walked past as well.
    pub(super) fn read_on(&mut self, action: &Action, before: Option<View>, rows: usize) {
        self.reading.seen_from = self
            .reading
            .seen_from
            .filter(|_| matches!(action, Action::Up | Action::PageUp));
        let walks = matches!(action, Action::Down | Action::PageDown | Action::Right);
        let (Some(before), Some(now)) = (before.filter(|_| walks), self.in_view(rows)) else {
            return;
        };
        let page = &self.reader.page;
        let at_end = page.ends() && self.reader.top + rows >= page.len();
        let stays = *action != Action::Right || now.top == before.top;
        let end = if at_end && stays {
            page.paragraphs.len()
        } else {
            before.end.min(now.first)
        };
        self.reading.seen_from = (now.first >= before.from).then_some(now.first);
        self.walked(before.from..end);
    }
}

/// Which paragraphs are in view.
#[derive(Clone, Copy, Debug)]
pub(super) struct View {
    /// The one at the top.
    first: usize,
    /// The first one that was in view from its beginning.
    from: usize,
    /// The one that begins or goes on below the screen.
    end: usize,
    /// The row at the top.
    top: usize,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    /// A part with a heading and two sections of ten and thirty characters.
    fn bulletin() -> Bulletin {
        let section = |depth: usize, heading: &str, body: String| Section {
            depth,
            heading: heading.into(),
            body,
            ..Section::default()
        };
        let sections = vec![
            section(0, "部分", String::new()),
            section(1, "", "甲".repeat(10)),
            section(1, "", format!("{}\n{}", "乙".repeat(20), "丙".repeat(10))),
        ];
        Bulletin::default().with_sections(sections)
    }

    fn progress(known: &[u32]) -> Progress {
        let bulletin = bulletin();
        let mut progress = Progress::begin(paragraphs(&bulletin, 0..3).into());
        let known = known.iter().copied().collect();
        while !progress.is_whole() {
            progress.go_on(&bulletin, Some(&known), 1);
        }
        progress
    }

    #[test]
    fn a_section_is_read_when_all_its_paragraphs_are() {
        let mut progress = progress(&[]);
        let length = |characters| Length {
            characters,
            words: 0,
        };
        assert_eq!(
            progress.count(),
            Count {
                sections: 2,
                read: 0,
                left: length(40),
            }
        );
        let digests = progress.turn(&[0, 1], true);
        assert_eq!(digests.len(), 2);
        assert!(progress.is_read(&(1..2)) && !progress.is_read(&(2..3)));
        assert!(!progress.is_read(&(0..3)));
        assert_eq!(
            (progress.count().read, progress.count().left),
            (1, length(10))
        );
        assert_eq!(progress.unread_from(0), Some(2));
        assert!(progress.which(0..2, false).is_empty());
        progress.turn(&[2], true);
        assert!(progress.is_read(&(0..3)));
        assert_eq!(progress.unread_from(0), None);
    }

    #[test]
    fn what_was_read_is_known_by_its_words() {
        let digests = progress(&[]).turn(&[0, 1, 2], true);
        assert_eq!(digests.len(), 3);
        let again = progress(&digests[1..]);
        assert_eq!(again.count().left.count(), 10);
    }

    #[test]
    fn the_strip_is_in_proportion() {
        let mut progress = progress(&[]);
        progress.turn(&[1], true);
        let strip = |cells| -> String {
            let cells = progress.strip(cells).into_iter();
            cells.map(|read| if read { '=' } else { '-' }).collect()
        };
        assert_eq!(strip(8), "--====--");
        assert_eq!(strip(4), "-==-");
        assert_eq!(strip(0), "");
        assert_eq!(
            strip(120),
            format!("{0}{1}{0}", "-".repeat(30), "=".repeat(60))
        );
        assert_eq!(strip(80).matches('=').count(), 40);
        assert_eq!(Progress::default().strip(3), [false; 3]);
    }
}
