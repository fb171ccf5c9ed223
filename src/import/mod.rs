//! Raw bulletins into drafts: texts, posts, web pages and Word files as a tree of sections, with what was left
//! out and what was doubtful. Never fails, and nothing of the text is lost: every character of the source is in
//! the draft's sections or among what was left out.

mod bounds;
mod damage;
mod date;
mod docx;
pub mod doubt;
mod head;
mod html;
mod kind;
mod kinds;
mod lead;
mod lines;
mod lists;
mod markdown;
mod office;
mod raw;
mod running;
mod site;
mod split;
mod title;
mod tree;
mod write;

use crate::model::Form;
use doubt::{Doubt, Doubted, Left};
use head::Head;
use kind::Genre;
use tree::{About, Tree};
pub use write::yaml;

/// Endings of the files that are read as raw bulletins.
pub const ENDINGS: [&str; 7] = ["txt", "text", "md", "markdown", "html", "htm", "docx"];

/// A bulletin as far as it could be made out.
#[derive(Debug, Default)]
pub struct Draft {
    /// The name of what it was read from.
    pub source: String,
    /// Title, issuer, dates.
    head: Head,
    /// Its sections.
    tree: Tree,
    /// Words of the source that are in no section, in the order of the source.
    pub left: Vec<Left>,
    /// What was unsure, in the order of the source.
    pub doubts: Vec<Doubt>,
    /// Its language, BCP 47.
    language: &'static str,
}

impl Draft {
    /// Whether it holds any text.
    pub fn is_empty(&self) -> bool {
        self.tree.roots.is_empty()
    }

    /// The words of its sections in reading order: numbering, headings of the source, paragraphs.
    pub fn words(&self) -> Vec<&str> {
        let mut words = Vec::new();
        let mut open: Vec<usize> = self.tree.roots.iter().rev().copied().collect();
        while let Some(node) = open.pop().and_then(|at| self.tree.nodes.get(at)) {
            words.push(node.label.as_str());
            if node.form != Form::Implied {
                words.push(&node.heading);
            }
            words.extend(node.text.iter().map(String::as_str));
            open.extend(node.children.iter().rev());
        }
        words
    }

    /// How many sections it has.
    pub fn sections(&self) -> usize {
        self.tree.nodes.len()
    }
}

/// Whether a file's name is that of a raw bulletin.
pub fn is_raw(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ENDINGS
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Makes out a bulletin. `name` is the file's name.
pub fn import(bytes: &[u8], name: &str) -> Draft {
    let mut raw = raw::read(bytes, name);
    let mut doubts = std::mem::take(&mut raw.doubts);
    let mut left = std::mem::take(&mut raw.left);
    raw.lines = site::numbers_of_pages(lines::with_numbers(raw.lines), &mut left);
    raw.lines = site::contents(lines::unglued(lines::unspaced(raw.lines)), &mut left);
    raw.lines = lines::paragraphs(raw.lines);
    damage::look(&raw.lines, &mut doubts);
    let count = raw.lines.len();
    let one_line = raw
        .lines
        .iter()
        .map(|line| split::split_line(line, count))
        .collect::<Vec<_>>();
    let was_one = one_line.iter().any(|parts| parts.len() > 1);
    raw.lines = one_line.into_iter().flatten().collect();
    let (head, text) = head::take(raw, &mut doubts, &mut left);
    let (mut reported, mut planned) = head::years(&head);
    if reported.is_none() {
        // A text without a date says itself of which year it is.
        let first = text
            .first()
            .map(|line| line.text.chars().take(12).collect::<String>());
        reported = first.as_deref().and_then(kind::year);
        planned = reported.map(|year| year + 1);
        if let Some(year) = reported {
            let number = text.first().map_or(1, |line| line.number);
            doubts.push(Doubt::at(number, Doubted::Year(year.to_string())));
        }
    }
    let reports = ["总结", "汇报", "通报", "公报", "情况", "简况"];
    let reports = reports.iter().any(|word| head.title.contains(word));
    let about = About {
        one_line: was_one,
        reports,
        genre: Genre::of(&head.title),
        reported,
        planned,
    };
    let tree = tree::build(&text, about, &mut doubts);
    if tree.roots.is_empty() {
        doubts.retain(|doubt| !matches!(doubt.what, Doubted::Missing(_)));
    }
    left.sort_by_key(|left| left.number);
    doubts.sort_by_key(|doubt| doubt.number);
    let language = language(text.iter().flat_map(|line| line.text.chars()));
    Draft {
        source: name.to_owned(),
        head,
        tree,
        left,
        doubts,
        language,
    }
}

/// Characters of traditional Chinese that simplified writing has not, and the other way round: those used most.
const TRADITIONAL: &str =
    "國會發電業產學實現應時來對這個為體關於過進經網資訊務點後間說無還義問題報導團結設備農勞動歷";
const SIMPLIFIED: &str =
    "国会发电业产学实现应时来对这个为体关于过进经网资讯务点后间说无还义问题报导团结设备农劳动历";

/// The language of a text by its characters.
fn language(chars: impl Iterator<Item = char>) -> &'static str {
    let (mut han, mut kana, mut latin, mut traditional, mut simplified) = (0, 0, 0, 0, 0);
    for c in chars.take(20_000) {
        match c {
            '\u{3041}'..='\u{30ff}' => kana += 1,
            '\u{4e00}'..='\u{9fff}' => {
                han += 1;
                traditional += usize::from(TRADITIONAL.contains(c) && !SIMPLIFIED.contains(c));
                simplified += usize::from(SIMPLIFIED.contains(c) && !TRADITIONAL.contains(c));
            }
            c if c.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    if kana * 5 > han && kana > 10 {
        "ja"
    } else if latin > 4 * han && latin > 20 {
        "en"
    } else if traditional > simplified {
        "zh-Hant"
    } else {
        "zh-Hans"
    }
}
