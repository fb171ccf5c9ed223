//! Automatic numbering of Word files: ECMA-376 part 1, 17.9.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::limits;
use super::list_number::written;
use super::xml::{each, number, value};

/// A level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    /// What the numbers are written as.
    format: String,
    /// `%1.%2`
    text: String,
    start: u32,
    /// Whether a space stands between number and text where the source sets a space or a tab (17.9.28).
    spaced: bool,
    /// Whether the source sets a space.
    space: bool,
    /// Whether all numbers in it are written in digits (17.9.4).
    legal: bool,
    /// Below which level it begins again; 0: never (17.9.10).
    restart: Option<u32>,
}

/// A kind of lists: its levels, and the name by which it takes or gives them (17.9.21, 17.9.27).
#[derive(Debug, Default)]
struct Kind {
    levels: HashMap<u8, Level>,
    takes: Option<String>,
    gives: Option<String>,
}

/// The lists of the file, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    kinds: HashMap<u32, Kind>,
    /// The kind of list of each list.
    lists: HashMap<u32, u32>,
    /// Levels that a list has in another manner than its kind.
    own: HashMap<(u32, u8), Level>,
    /// What a list begins its levels with instead, till it begins (17.9.26).
    starts: HashMap<(u32, u8), u32>,
    /// The level that a paragraph style has in the lists of a kind (17.9.23).
    styles: HashMap<(u32, String), u8>,
    /// How far each level of each kind has counted.
    counts: HashMap<u32, Vec<Option<u32>>>,
}

/// The file while it is read.
#[derive(Default)]
struct Reading {
    all: Numbering,
    kind: u32,
    list: u32,
    /// The level that a list changes.
    over: Option<u8>,
    /// The level of the next one that does not name its own.
    next: u8,
    level: Option<(u8, Level)>,
}

impl Reading {
    fn start(&mut self, tag: &BytesStart<'_>) {
        let id = |name: &str| value(tag, name).and_then(|id| id.parse().ok());
        match tag.local_name().as_ref() {
            "abstractNum" => {
                self.kind = id("abstractNumId").unwrap_or_default();
                self.all.kinds.entry(self.kind).or_default();
                self.next = 0;
            }
            "numStyleLink" => self.kind().takes = value(tag, "val"),
            "styleLink" => self.kind().gives = value(tag, "val"),
            "num" => {
                self.over = None;
                self.list = id("numId").unwrap_or_default();
            }
            "abstractNumId" => {
                if let Some(kind) = number(tag) {
                    self.all.lists.insert(self.list, kind);
                }
            }
            "lvlOverride" => self.over = level_of(tag),
            "startOverride" => {
                if let (Some(level), Some(start)) = (self.over, number(tag)) {
                    self.all.starts.insert((self.list, level), start);
                }
            }
            "lvl" => {
                let level = Level {
                    start: 1,
                    spaced: true,
                    ..Level::default()
                };
                let at = level_of(tag).or(self.over).unwrap_or(self.next);
                let allowed = usize::from(at) < limits::LEVELS.get();
                self.level = allowed.then_some((at, level));
                self.next = at.saturating_add(1);
            }
            "pStyle" => {
                if let (Some((at, _)), Some(style)) = (&self.level, value(tag, "val")) {
                    self.all.styles.insert((self.kind, style), *at);
                }
            }
            _ => self.of_level(tag),
        }
    }

    fn kind(&mut self) -> &mut Kind {
        self.all.kinds.entry(self.kind).or_default()
    }

    fn of_level(&mut self, tag: &BytesStart<'_>) {
        let Some((_, level)) = &mut self.level else {
            return;
        };
        match tag.local_name().as_ref() {
            "start" => level.start = number(tag).unwrap_or(1),
            "numFmt" => level.format = value(tag, "val").unwrap_or_default(),
            "lvlText" => level.text = value(tag, "val").unwrap_or_default(),
            "isLgl" => level.legal = true,
            "lvlRestart" => level.restart = number(tag),
            "suff" => {
                let suffix = value(tag, "val").unwrap_or_default();
                level.spaced = suffix != "nothing";
                level.space = suffix == "space";
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "lvlOverride" => self.over = None,
            "lvl" => {
                let Some((at, level)) = self.level.take() else {
                    return;
                };
                if self.over.is_some() {
                    self.all.own.insert((self.list, at), level);
                } else {
                    self.kind().levels.insert(at, level);
                }
            }
            _ => {}
        }
    }
}

/// The level that an element names, if a list may have it.
fn level_of(tag: &BytesStart<'_>) -> Option<u8> {
    let level: u8 = value(tag, "ilvl")?.parse().ok()?;
    (usize::from(level) < limits::LEVELS.get()).then_some(level)
}

impl Numbering {
    pub fn read(xml: &[u8]) -> Self {
        let mut reading = Reading::default();
        each(xml, |event| match event {
            Event::Start(tag) | Event::Empty(tag) => reading.start(tag),
            Event::End(tag) => reading.end(tag.local_name().as_ref()),
            _ => {}
        });
        let mut all = reading.all;
        // A kind that takes its levels from another one.
        let given: HashMap<String, u32> = all
            .kinds
            .iter()
            .filter_map(|(id, kind)| Some((kind.gives.clone()?, *id)))
            .collect();
        for kind in all.lists.values_mut() {
            let takes = all.kinds.get(kind).and_then(|kind| kind.takes.as_ref());
            *kind = takes
                .and_then(|name| given.get(name))
                .copied()
                .unwrap_or(*kind);
        }
        all
    }

    /// The level that a paragraph style has in a list.
    pub fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let kind = *self.lists.get(&list)?;
        self.styles.get(&(kind, style.to_owned())).copied()
    }

    fn level(&self, list: u32, kind: u32, at: u8) -> Option<&Level> {
        let own = self.own.get(&(list, at));
        own.or_else(|| self.kinds.get(&kind)?.levels.get(&at))
    }

    /// The numbering of the next paragraph of a list, with the space that parts it from the text.
    pub fn next(&mut self, list: u32, level: u8) -> Option<String> {
        let kind = *self.lists.get(&list)?;
        let own = self.level(list, kind, level)?.clone();
        let all: Vec<Level> = (0..=level)
            .map(|at| self.level(list, kind, at).cloned().unwrap_or_default())
            .collect();
        let deeper: Vec<Option<u32>> = (level + 1..)
            .take(limits::LEVELS.get())
            .map(|at| self.level(list, kind, at).and_then(|level| level.restart))
            .collect();
        let start = self.starts.remove(&(list, level));
        let counts = self.counts.entry(kind).or_default();
        counts.resize(limits::LEVELS.get(), None);
        let here = usize::from(level);
        for (count, restart) in counts.iter_mut().skip(here + 1).zip(deeper) {
            let goes_on = restart.is_some_and(|below| below == 0 || u32::from(level) + 1 > below);
            if !goes_on {
                *count = None;
            }
        }
        if let Some(count) = counts.get_mut(here) {
            let next = count.map_or(own.start, |count| count.saturating_add(1));
            *count = Some(start.unwrap_or(next));
        }
        if own.format == "bullet" || own.format == "none" || own.text.is_empty() {
            return None;
        }
        let mut out = own.text.clone();
        for (at, (count, level)) in counts.iter().zip(&all).enumerate() {
            let format = if own.legal { "decimal" } else { &level.format };
            let number = written(count.unwrap_or(level.start), format);
            out = out.replace(&format!("%{}", at + 1), &number);
        }
        let joined = out.ends_with(|c: char| c.is_ascii_alphanumeric());
        if own.space || own.spaced && joined {
            out.push(' ');
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_count_on_and_begin_again_below_a_higher_level() {
        let xml = br#"<w:numbering><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1&#12289;"/></w:lvl>
            <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
            </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let labels: Vec<Option<String>> = [0, 1, 1, 0, 1]
            .into_iter()
            .map(|level| numbering.next(3, level))
            .collect();
        let labels: Vec<&str> = labels
            .iter()
            .map(|label| label.as_deref().unwrap())
            .collect();
        assert_eq!(labels, ["一、", "1.", "2.", "二、", "1."]);
        assert_eq!(numbering.next(4, 0), None);
    }

    #[test]
    fn a_list_may_begin_again() {
        let xml = br#"<w:numbering><w:abstractNum w:abstractNumId="7">
            <w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
            <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0">
            <w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"#;
        let mut numbering = Numbering::read(xml);
        let labels: Vec<Option<String>> = [1, 1, 2, 2]
            .into_iter()
            .map(|list| numbering.next(list, 0))
            .collect();
        let labels: Vec<&str> = labels
            .iter()
            .map(|label| label.as_deref().unwrap())
            .collect();
        assert_eq!(labels, ["1.", "2.", "1.", "2."]);
    }

    /// A list of three levels in digits, and what is said of its levels besides.
    fn levels(more: [&str; 3]) -> Numbering {
        let texts = ["%1", "%1.%2", "%1.%2.%3"];
        let mut xml = String::from("<w:numbering><w:abstractNum w:abstractNumId=\"0\">");
        for (at, (text, more)) in texts.iter().zip(more).enumerate() {
            xml.push_str(&format!("<w:lvl w:ilvl=\"{at}\"><w:numFmt w:val=\"decimal\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>"));
        }
        xml.push_str("</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>");
        Numbering::read(xml.as_bytes())
    }

    fn labels(mut numbering: Numbering, levels: &[u8]) -> Vec<String> {
        let next = levels.iter().map(|level| numbering.next(1, *level));
        next.map(Option::unwrap_or_default).collect()
    }

    #[test]
    fn levels_show_those_above_them() {
        let all = labels(levels([""; 3]), &[0, 1, 1, 0, 1, 2]);
        assert_eq!(all, ["1 ", "1.1 ", "1.2 ", "2 ", "2.1 ", "2.1.1 "]);
    }

    #[test]
    fn a_level_may_count_on_and_begin_with_another_number() {
        let never = "<w:lvlRestart w:val=\"0\"/><w:suff w:val=\"nothing\"/>";
        let all = labels(
            levels(["", never, "<w:start w:val=\"5\"/>"]),
            &[0, 1, 0, 1, 2, 2],
        );
        assert_eq!(all, ["1 ", "1.1", "2 ", "2.2", "2.2.5 ", "2.2.6 "]);
    }
}
