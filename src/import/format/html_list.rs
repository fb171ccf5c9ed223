//! The numbered lists of a page: what a browser writes before their items (WHATWG HTML, 4.4.5; CSS Counter Styles 3).

use super::list_number::written;
use crate::text::label;

/// A list that is open.
struct Open {
    /// Whether its items have numbers.
    numbered: bool,
    next: i64,
    step: i64,
    /// One of Word's manners of writing a number.
    format: &'static str,
}

/// The lists that are open, the innermost last, and the number of an item whose words are due.
#[derive(Default)]
pub struct Lists {
    open: Vec<Open>,
    due: Option<String>,
}

impl Lists {
    /// An element begins; `attribute` gives its attributes, `style` what its style says in small letters.
    pub fn start(&mut self, name: &str, attribute: impl Fn(&str) -> Option<String>, style: &str) {
        let number = |key: &str| attribute(key).and_then(|text| text.trim().parse::<i64>().ok());
        match name {
            "ol" => {
                let reversed = attribute("reversed").is_some();
                self.open.push(Open {
                    // How far a reversed list counts down is known only at its end.
                    numbered: !style.contains("list-style:none")
                        && !style.contains("list-style-type:none")
                        && (!reversed || number("start").is_some()),
                    next: number("start").unwrap_or(1),
                    step: if reversed { -1 } else { 1 },
                    format: format_of(attribute("type").as_deref(), style),
                });
            }
            "ul" | "menu" => self.open.push(Open {
                numbered: false,
                next: 1,
                step: 1,
                format: "",
            }),
            "li" => {
                self.due = None;
                let Some(list) = self.open.last_mut() else {
                    return;
                };
                let value = number("value").unwrap_or(list.next);
                list.next = value.saturating_add(list.step);
                let shown = u32::try_from(value).ok().filter(|_| list.numbered);
                self.due = shown.map(|number| written(number, list.format));
            }
            _ => {}
        }
    }

    /// An element ends.
    pub fn end(&mut self, name: &str) {
        match name {
            "ol" | "ul" | "menu" => {
                self.open.pop();
                self.due = None;
            }
            "li" => self.due = None,
            _ => {}
        }
    }

    /// The words of a block with the number of the item that they begin, unless they bring their own.
    pub fn numbered(&mut self, text: &str) -> String {
        match self.due.take() {
            Some(number) if label::read(text, None).is_none() => {
                if number.is_ascii() {
                    format!("{number}. {text}")
                } else {
                    format!("{number}{SEPARATOR}{text}")
                }
            }
            _ => text.to_owned(),
        }
    }
}

/// What stands behind a Chinese numeral.
const SEPARATOR: char = '、';

/// Names of counter styles, and the manner of each.
const STYLES: &[(&str, &str)] = &[
    ("lower-alpha", "lowerLetter"),
    ("lower-latin", "lowerLetter"),
    ("upper-alpha", "upperLetter"),
    ("upper-latin", "upperLetter"),
    ("lower-roman", "lowerRoman"),
    ("upper-roman", "upperRoman"),
    ("decimal-leading-zero", "decimalZero"),
    ("cjk-ideographic", "chineseCounting"),
    ("simp-chinese-informal", "chineseCounting"),
    ("trad-chinese-informal", "chineseCounting"),
    ("cjk-heavenly-stem", "ideographTraditional"),
    ("simp-chinese-formal", "chineseLegalSimplified"),
];

/// The manner in which a list writes its numbers.
fn format_of(kind: Option<&str>, style: &str) -> &'static str {
    match kind {
        Some("a") => return "lowerLetter",
        Some("A") => return "upperLetter",
        Some("i") => return "lowerRoman",
        Some("I") => return "upperRoman",
        _ => {}
    }
    let found = STYLES.iter().find(|(name, _)| style.contains(name));
    found.map_or("decimal", |(_, format)| format)
}
