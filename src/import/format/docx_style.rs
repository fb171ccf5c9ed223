//! Paragraph and character styles of Word files: ECMA-376 part 1, 17.7. A style has what it says itself, else what the
//! style says that it is based on.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use super::limits;
use super::xml::{each, number, value};
use crate::import::line::Style;
use crate::lexicon::List;

/// What a paragraph style or a character style says of text.
#[derive(Clone, Copy, Debug, Default)]
pub struct TextStyle {
    /// Heading or title; None where nothing is said.
    pub style: Option<Style>,
    /// Whether it is an entry of a table of contents.
    pub contents: bool,
    /// The list, and the level in it.
    pub list: Option<u32>,
    /// The level in the list.
    pub level: Option<u8>,
    /// Whether it is not shown, and whether it is struck through.
    pub hidden: Option<bool>,
    /// Whether it is struck through.
    pub struck: Option<bool>,
}

impl TextStyle {
    /// What it says, and where it says nothing what its base says.
    fn or(self, base: Self) -> Self {
        Self {
            style: self.style.or(base.style),
            contents: self.contents || base.contents,
            list: self.list.or(base.list),
            level: self.level.or(base.level),
            hidden: self.hidden.or(base.hidden),
            struck: self.struck.or(base.struck),
        }
    }
}

/// The styles of a file, by id.
#[derive(Debug, Default)]
pub struct Styles {
    all: HashMap<String, TextStyle>,
}

/// A style as it is written.
#[derive(Default)]
struct Written {
    own: TextStyle,
    /// Whether its name says that it is a heading: that counts before its outline level.
    named: bool,
    base: String,
}

impl Styles {
    pub fn read(xml: &[u8]) -> Self {
        let mut written: HashMap<String, Written> = HashMap::new();
        let mut id = String::new();
        let mut now = Written::default();
        each(xml, |event| match event {
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "style" => {
                    id = value(tag, "styleId").unwrap_or_default();
                    now = Written::default();
                }
                "basedOn" => now.base = value(tag, "val").unwrap_or_default(),
                "name" => now.name(&value(tag, "val").unwrap_or_default()),
                _ => now.property(tag),
            },
            Event::End(tag) if tag.local_name().as_ref() == "style" => {
                written.insert(std::mem::take(&mut id), std::mem::take(&mut now));
            }
            _ => {}
        });
        let resolved = written.iter().map(|(id, style)| {
            let mut all = style.own;
            let mut base = style.base.as_str();
            for _ in 0..limits::STYLES.get() {
                let Some(next) = written.get(base) else { break };
                all = all.or(next.own);
                base = &next.base;
            }
            (id.clone(), all)
        });
        let all = resolved.collect();
        Self { all }
    }

    /// What a style says.
    pub fn get(&self, id: &str) -> TextStyle {
        self.all.get(id).copied().unwrap_or_default()
    }
}

impl Written {
    fn name(&mut self, name: &str) {
        static HEADINGS: List = List::new("heading-style");
        let name = name.to_lowercase();
        let level = HEADINGS.words().find_map(|word| name.strip_prefix(word));
        let level = level.and_then(|rest| rest.trim().parse::<u8>().ok());
        if let Some(level) = level.filter(|level| (1..=9).contains(level)) {
            self.own.style = Some(Style::Heading(level));
            self.named = true;
        } else if name.starts_with("toc ") && !name.contains("heading") {
            self.own.contents = true;
        } else if name == "title" {
            self.own.style = Some(Style::Title);
            self.named = true;
        }
    }

    fn property(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "outlineLvl" if !self.named => self.own.style = outline(tag),
            "numId" => self.own.list = number(tag),
            "ilvl" => self.own.level = number(tag).and_then(|level| u8::try_from(level).ok()),
            "vanish" => self.own.hidden = Some(is_on(tag)),
            "strike" | "dstrike" => self.own.struck = Some(is_on(tag)),
            _ => {}
        }
    }
}

/// The style that an outline level is: 9 is that of body text (17.3.1.20).
pub fn outline(tag: &BytesStart<'_>) -> Option<Style> {
    let level = number(tag).and_then(|level| u8::try_from(level).ok())?;
    Some(if level < 9 {
        Style::Heading(level + 1)
    } else {
        Style::Plain
    })
}

/// Whether a property is on: it is unless its value says otherwise (17.17.4).
pub fn is_on(tag: &BytesStart<'_>) -> bool {
    let value = value(tag, "val");
    !matches!(value.as_deref(), Some("0" | "false" | "off" | "none"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_has_what_its_base_says() {
        let xml = br#"<w:styles><w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
            <w:style w:styleId="own"><w:name w:val="chapter"/><w:basedOn w:val="1"/></w:style>
            <w:style w:styleId="body"><w:name w:val="x"/><w:basedOn w:val="own"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
            <w:style w:styleId="note"><w:name w:val="note"/><w:rPr><w:vanish/></w:rPr></w:style>
            <w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>"#;
        let styles = Styles::read(xml);
        assert_eq!(styles.get("own").style, Some(Style::Heading(1)));
        assert_eq!(styles.get("body").style, Some(Style::Plain));
        assert_eq!(styles.get("note").hidden, Some(true));
        assert_eq!(styles.get("a").style, None);
        assert_eq!(styles.get("none").style, None);
    }
}
