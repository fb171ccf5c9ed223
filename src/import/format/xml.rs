//! What readers of XML share: going through the elements of a part, and their attributes. Knows no vocabulary.

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader as Xml;

use super::limits;

/// The value of an attribute, whatever its prefix.
pub fn value(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag
        .attributes()
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)?;
    let text = found.value.into_owned();
    Some(quick_xml::escape::unescape(&text).map_or(text.clone(), std::borrow::Cow::into_owned))
}

/// Goes through the elements of a part; false if it is broken: what came before counts.
pub fn each(xml: &[u8], mut takes: impl FnMut(&Event<'_>)) -> bool {
    let mut reader = Xml::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match &event {
            Event::Eof => return depth == 0,
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > limits::DEEPEST_ELEMENT.get() {
            return false;
        }
        takes(&event);
        buffer.clear();
    }
    false
}

/// The number in an element's `val`.
pub fn number(tag: &BytesStart<'_>) -> Option<u32> {
    value(tag, "val")?.parse().ok()
}
