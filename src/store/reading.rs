//! What was read of the library and what is remembered of it, from one call to the next.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};
use std::ops::Range;
use std::sync::Arc;

use crate::model::Bulletin;
use crate::page::{Paragraph, paragraphs};

use super::memory::{Memory, Note};
use super::place::Place;
use super::progress::Progress;

/// Bytes of text that are gone through between two looks for a key.
const AT_ONCE: usize = 256 << 10;

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
}

impl Reading {
    /// Makes a change in what is remembered.
    pub fn note(&mut self, note: Note) {
        self.memory.apply(&note);
        self.notes.push(note);
    }

    /// Goes on from what is remembered of the library.
    pub fn begin_again(&mut self, memory: Memory, bulletins: &[Bulletin]) {
        self.memory = memory;
        self.begin_anew(bulletins);
    }

    /// Goes through the bulletins again, which are other ones now.
    pub fn begin_anew(&mut self, bulletins: &[Bulletin]) {
        let known =
            |(_, bulletin): &(usize, &Bulletin)| self.memory.read_of(&bulletin.id).is_some();
        let waiting = bulletins.iter().enumerate().filter(known);
        self.waiting = waiting.map(|(index, _)| index).collect();
        self.of.clear();
    }

    /// What is to be remembered: what was remembered by now, as it may be written by another reader, with
    /// the changes of this one and the place where it is.
    pub fn remembered(&self, mut memory: Memory, place: Option<Place>) -> Memory {
        for note in &self.notes {
            memory.apply(note);
        }
        memory.place = place.or(memory.place);
        memory
    }

    /// Goes on with what is remembered now, which was written if so.
    pub fn remember(&mut self, memory: Memory, written: bool) {
        if written {
            self.notes.clear();
        }
        self.memory = memory;
    }

    /// How much of a bulletin was read, once that is known.
    pub fn progress(&self, bulletin: usize) -> Option<&Progress> {
        let progress = self.of.get(&bulletin)?;
        Some(progress).filter(|progress| progress.is_whole())
    }

    /// Begins to go through a bulletin that is shown, whose paragraphs these are; a short one is done at once.
    pub fn begin(&mut self, index: usize, all: &Arc<[Paragraph]>, bulletins: &[Bulletin]) {
        if let Entry::Vacant(of) = self.of.entry(index) {
            of.insert(Progress::begin(Arc::clone(all)));
            self.go_through(index, bulletins);
        }
    }

    fn is_counting_shown(&self, shown: Option<usize>) -> bool {
        let progress = shown.and_then(|at| self.of.get(&at));
        progress.is_some_and(|progress| !progress.is_whole())
    }

    /// Whether a bulletin is still to be gone through.
    pub fn is_counting(&self, shown: Option<usize>) -> bool {
        !self.waiting.is_empty() || self.is_counting_shown(shown)
    }

    /// Goes through a part: of the bulletin that is shown, then of those that were read at another time.
    /// Whether what is on the screen may have changed.
    pub fn count_on(&mut self, shown: Option<usize>, bulletins: &[Bulletin]) -> bool {
        if let Some(shown) = shown.filter(|_| self.is_counting_shown(shown)) {
            return self.go_through(shown, bulletins);
        }
        let Some(&bulletin) = self.waiting.front() else {
            return false;
        };
        if self.go_through(bulletin, bulletins) {
            self.waiting.pop_front();
        }
        self.waiting.is_empty()
    }

    /// Goes through a part of a bulletin; whether it is whole.
    fn go_through(&mut self, index: usize, bulletins: &[Bulletin]) -> bool {
        let Some(bulletin) = bulletins.get(index) else {
            return true;
        };
        let begin = || Progress::begin(paragraphs(bulletin, 0..bulletin.sections().len()).into());
        let progress = self.of.entry(index).or_insert_with(begin);
        if !progress.is_whole() {
            let known = self.memory.read_of(&bulletin.id);
            progress.go_on(bulletin, known, AT_ONCE);
        }
        progress.is_whole()
    }

    /// Paragraphs of a bulletin were read.
    pub fn walked(&mut self, index: usize, paragraphs: &Range<usize>, bulletins: &[Bulletin]) {
        let seen = |of: &HashMap<usize, Progress>| {
            of.get(&index)
                .is_none_or(|progress| progress.has_seen(paragraphs.end))
        };
        while !seen(&self.of) {
            self.go_through(index, bulletins);
        }
        let Some(progress) = self.of.get_mut(&index) else {
            return;
        };
        let unread = progress.which(progress.of_paragraphs(paragraphs), false);
        let digests = progress.turn(&unread, true);
        self.note_read(index, digests, true, bulletins);
    }

    fn note_read(&mut self, index: usize, digests: Vec<u32>, read: bool, bulletins: &[Bulletin]) {
        let id = bulletins.get(index).map(|bulletin| &bulletin.id);
        if let Some(id) = id.filter(|_| !digests.is_empty()) {
            self.note(Note::Read(id.clone(), digests, read));
        }
    }

    /// Says of sections of a bulletin that they were read, or that they were not if they are; whether they are now,
    /// and how many have words of their own.
    pub fn turn(
        &mut self,
        index: usize,
        sections: Range<usize>,
        bulletins: &[Bulletin],
    ) -> Option<(bool, usize)> {
        while !self.go_through(index, bulletins) {}
        let progress = self.of.get_mut(&index)?;
        let read = !progress.is_read(&sections);
        let units = progress.of(&sections);
        // Saying it again takes back what was said; what was read before stays so.
        let said = self.said.take();
        let same = said.filter(|(of, what, _)| !read && (*of, what) == (index, &sections));
        let units = same.map_or_else(|| progress.which(units, !read), |(_, _, units)| units);
        let digests = progress.turn(&units, read);
        let count = progress.count_of(&sections);
        self.note_read(index, digests, read, bulletins);
        if read {
            self.said = Some((index, sections, units));
        }
        Some((read, count))
    }

    /// The first section of a bulletin from this one on that was not read to its end.
    pub fn unread_from(
        &mut self,
        index: usize,
        section: usize,
        bulletins: &[Bulletin],
    ) -> Option<usize> {
        while !self.go_through(index, bulletins) {}
        self.of.get(&index)?.unread_from(section)
    }
}
