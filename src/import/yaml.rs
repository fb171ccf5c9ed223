//! A draft as YAML for people: keys in order, text as block scalars, nothing escaped that need not be.

use std::fmt::Write as _;

use crate::calendar::Period;
use crate::i18n::Lang;
use crate::lexicon::List;
use crate::model::{Bulletin, Figure, Form, Kind, Role, Section};

use super::chapters::Node;
use super::draft::Draft;
use super::line::Rows;
use super::scalar::{escaped, in_list, is_plain, plain, scalar};

/// The draft as a bulletin file, with what was left out and what was doubtful as comments. `figures` are those of
/// the bulletin that the same text was read as, to be written into it.
pub fn yaml(draft: &Draft, lang: Lang, figures: Option<&Bulletin>) -> String {
    let mut out = String::new();
    comments(&mut out, draft, lang);
    head(&mut out, draft);
    out.push_str("sections:\n");
    let mut index = 0;
    for root in &draft.tree.roots {
        section(&mut out, draft, *root, 1, &mut index, figures);
    }
    out
}

/// A comment on a line of its own, without the line's end.
fn comment(words: &str) -> String {
    format!("# {}", plain(words).trim_end())
}

/// The first line of a draft of what has this name.
pub fn first_line(source: &str, lang: Lang) -> String {
    comment(&format!("{} {source}", lang.words().draft_made))
}

fn comments(out: &mut String, draft: &Draft, lang: Lang) {
    let words = lang.words();
    let (left, doubts) = (words.draft_left, words.draft_doubts);
    let _ = writeln!(out, "{}", first_line(&draft.source, lang));
    let mut line = |words: &str| {
        let _ = writeln!(out, "{}", comment(words));
    };
    if !draft.left.is_empty() {
        line(left);
        for part in &draft.left {
            line(&format!(
                "  {}  {}  {}",
                part.number,
                part.why.words(lang),
                part.text
            ));
        }
    }
    if !draft.doubts.is_empty() {
        line(doubts);
        for doubt in &draft.doubts {
            line(&format!("  {}  {}", doubt.number, doubt.words(lang)));
        }
    }
}

fn head(out: &mut String, draft: &Draft) {
    static NO_TITLE: List = List::new("missing-title");
    static NO_ISSUER: List = List::new("missing-issuer");
    let head = &draft.head;
    let mut key = |name: &str, value: &str| {
        let _ = writeln!(out, "{name}: {}", scalar(value));
    };
    key("format", "1");
    let missing = |list: &'static List| list.words().next().unwrap_or_default();
    let title = if head.title.is_empty() {
        missing(&NO_TITLE)
    } else {
        &head.title
    };
    let issuer = if head.issuer.is_empty() {
        missing(&NO_ISSUER)
    } else {
        &head.issuer
    };
    key("title", title);
    key("issuer", issuer);
    if let Some(series) = &head.series {
        key("series", series);
    }
    if let Some(number) = &head.document_number {
        key("document_number", number);
    }
    if !head.recipients.is_empty() {
        let names: Vec<String> = head.recipients.iter().map(|name| in_list(name)).collect();
        let _ = writeln!(out, "recipients: [{}]", names.join(", "));
    }
    if let Some(date) = head.date {
        let _ = writeln!(out, "date: {date}");
    }
    if head.publication.is_some() || head.url.is_some() {
        out.push_str("source:\n");
        for (name, value) in [("publication", &head.publication), ("url", &head.url)] {
            if let Some(value) = value {
                let _ = writeln!(out, "  {name}: {}", scalar(value));
            }
        }
    }
    if draft.language != "zh-Hans" {
        let _ = writeln!(out, "language: {}", draft.language);
    }
}

fn section(
    out: &mut String,
    draft: &Draft,
    at: usize,
    depth: usize,
    index: &mut usize,
    figures: Option<&Bulletin>,
) {
    let Some(node) = draft.tree.nodes.get(at) else {
        return;
    };
    let own = *index;
    *index += 1;
    let indent = "  ".repeat(2 * depth - 1);
    let mut first = true;
    let mut line = |out: &mut String, words: &str| {
        let lead = if first {
            format!("{}- ", "  ".repeat(2 * depth - 1))
        } else {
            format!("{indent}  ")
        };
        first = false;
        let _ = writeln!(out, "{lead}{words}");
    };
    if !node.label.is_empty() {
        line(out, &format!("label: {}", scalar(&node.label)));
    }
    if !node.heading.is_empty() {
        line(out, &format!("heading: {}", scalar(&node.heading)));
        if node.form != Form::Block {
            line(out, &format!("form: {}", node.form.code()));
        }
    }
    if let Some(kind) = node.kind {
        line(out, &format!("kind: {}", kind.code()));
    }
    if let Some(year) = node.year {
        line(out, &format!("year: {year}"));
    }
    if let Some(period) = node.period {
        line(out, &format!("period: {period}"));
    }
    if !node.text.is_empty() {
        line(out, &format!("text: {}", block(node, depth)));
        tables(out, &mut line, node);
    }
    if let Some(bulletin) = figures {
        lists(out, &mut line, bulletin, own);
    }
    if !node.children.is_empty() {
        line(out, "sections:");
        for child in &node.children {
            section(out, draft, *child, depth + 1, index, figures);
        }
    } else if node.label.is_empty() && node.heading.is_empty() && node.text.is_empty() {
        line(out, "text: \"\"");
    }
}

/// Where tables stand in the text, where that is not seen: with no head line or several, or one after the other.
fn tables(out: &mut String, line: &mut impl FnMut(&mut String, &str), node: &Node) {
    let touch = node.tables.windows(2);
    let touch = touch.filter_map(|pair| match pair {
        [one, next] if one.from + one.lines == next.from => Some([one.from, next.from]),
        _ => None,
    });
    let touching: Vec<usize> = touch.flatten().collect();
    let told = node
        .tables
        .iter()
        .filter(|table| table.head != 1 || touching.contains(&table.from));
    let told: Vec<String> = told
        .map(|Rows { from, lines, head }| {
            format!("{{from: {}, lines: {lines}, head: {head}}}", from + 1)
        })
        .collect();
    if !told.is_empty() {
        line(out, &format!("tables: [{}]", told.join(", ")));
    }
}

/// Targets and results of a section.
fn lists(
    out: &mut String,
    line: &mut impl FnMut(&mut String, &str),
    bulletin: &Bulletin,
    index: usize,
) {
    let section = bulletin.sections().get(index);
    // What is wrong is neither promised nor achieved: listed, its figures would be compared.
    let Some(section) = section.filter(|section| section.kind != Some(Kind::Problems)) else {
        return;
    };
    // What a value in a table is of, its head says: listed, it would have no unit, and the text no figures of its own.
    let tables = section.tables();
    if tables
        .iter()
        .any(|table| section.figures_in(&table.span()).next().is_some())
    {
        return;
    }
    for (name, role) in [("targets", Role::Target), ("results", Role::Result)] {
        let own = section
            .figures()
            .iter()
            .filter(|figure| figure.role == role);
        let mut own = own.filter(|figure| figure.value.is_some()).peekable();
        if own.peek().is_none() {
            continue;
        }
        line(out, &format!("{name}:"));
        for figure in own {
            for (at, words) in keys_of(section, figure).into_iter().enumerate() {
                let lead = if at == 0 { "  - " } else { "    " };
                line(out, &format!("{lead}{words}"));
            }
        }
    }
}

/// The keys of a figure with their values. Read again they give the same figure.
fn keys_of(section: &Section, figure: &Figure) -> Vec<String> {
    let mut keys = vec![format!("indicator: {}", scalar(&figure.indicator))];
    let mut key = |name: &str, value: String| keys.push(format!("{name}: {value}"));
    if let Some(value) = &figure.value {
        key("value", scalar(value));
    }
    key("quote", scalar(section.quote(figure)));
    let inherited = section.year.and_then(Period::of_year).or(section.period);
    match (figure.period, figure.year) {
        (period, _) if period == inherited => {}
        (Some(period), Some(year)) if Period::of_year(year) == Some(period) => {
            key("year", year.to_string());
        }
        (Some(period), _) => key("period", period.to_string()),
        (None, _) => {}
    }
    if figure.mean {
        key("mean", true.to_string());
    }
    if let Some(scope) = &figure.scope {
        key("scope", scalar(scope));
    }
    if !figure.responsible.is_empty() {
        let units: Vec<String> = figure
            .responsible
            .iter()
            .map(|unit| in_list(unit))
            .collect();
        key("responsible", format!("[{}]", units.join(", ")));
    }
    if let Some(deadline) = &figure.deadline {
        key("deadline", scalar(deadline));
    }
    // What has no time would be read with that of its section, and compared.
    let untold = figure.period.is_none() && inherited.is_some();
    if figure.doubtful || untold {
        key("doubtful", true.to_string());
    }
    keys
}

/// Paragraphs as a block scalar; escaped where YAML does not take some character as it is.
fn block(node: &Node, depth: usize) -> String {
    let plain = node
        .text
        .iter()
        .all(|line| line.chars().all(|c| is_plain(c) || c == '\t') && !line.trim().is_empty());
    // A tab at the start of the first line hides from parsers how far the block is set in.
    let tab_first = node.text.first().is_some_and(|line| line.starts_with('\t'));
    if !plain || tab_first {
        return escaped(&node.text.join("\n"));
    }
    let indent = "  ".repeat(2 * depth + 1);
    let lines = node.text.iter().map(|line| format!("\n{indent}{line}"));
    format!("|-{}", lines.collect::<String>())
}
