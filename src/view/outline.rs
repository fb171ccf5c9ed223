//! The tree of the library: tick box, fold mark, heading, number of figures.

use std::collections::BTreeSet;

use crate::app::App;
use crate::app::faulty::file_name;
use crate::app::layout::{self, Area};
use crate::app::outline::{Item, Node};
use crate::app::picks::Ticked;
use crate::calendar::{Date, Year};
use crate::i18n::{Lang, counted};
use crate::model::{Bulletin, Kind};

use super::canvas::Canvas;
use super::theme::Theme;

/// Cells that a level is set in.
const STEP: u16 = 2;
/// Levels beyond this one are not set in further, so that headings keep room.
const DEEPEST: usize = 6;

/// Draws the tree.
pub fn render(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, pane: Area) {
    let list = layout::tree_area(pane);
    if list.y > pane.y {
        let words = app.lang.words();
        let title = format!(
            "{}  {}",
            words.library,
            counted(app.bulletins.len(), words.copies)
        );
        let line = Area {
            x: pane.x + 1,
            cells: pane.cells.saturating_sub(2),
            ..pane
        };
        canvas.put_cut(line, &title, theme.strong);
    }
    let items = app.outline.items.iter().enumerate().skip(app.outline.top);
    for ((at, item), row) in items.zip(0..list.rows) {
        let line = Area {
            y: list.y + row,
            rows: 1,
            ..list
        };
        row_of(app, theme, canvas, line, item);
        if at == app.outline.cursor {
            let style = if app.reader.text_has_focus {
                theme.marked
            } else {
                theme.cursor
            };
            canvas.style_row(line, style);
        }
    }
}

fn row_of(app: &App, theme: &Theme, canvas: &mut Canvas<'_>, line: Area, item: &Item) {
    let end = line.x + line.cells;
    let tick = tick(app, item.node);
    canvas.put(line.x, line.y, tick, end, theme.text);
    // Series have no tick box and stand left of everything.
    let x = match item.depth.min(DEEPEST) as u16 {
        0 => line.x,
        depth => line.x + 4 + STEP * (depth - 1),
    };
    // Behind the tick box, where no other sign stands.
    let read = is_read(app, item.node);
    if read {
        let sign = canvas.sign("✓", "v");
        canvas.put(line.x + 3, line.y, sign, end, theme.quiet);
    }
    let fold = match (item.foldable, app.outline.is_open(item.node)) {
        (false, _) => " ",
        (true, true) => canvas.sign("▾", "-"),
        (true, false) => canvas.sign("▸", "+"),
    };
    canvas.put(x, line.y, fold, end, theme.quiet);
    let count = count(app, item.node);
    let taken = canvas.cells(&count) as u16 + u16::from(!count.is_empty());
    let words = Area {
        x: x + 2,
        cells: end.saturating_sub(x + 2 + taken),
        ..line
    };
    let style = match item.node {
        Node::Series(_) | Node::Problems => theme.strong,
        _ if read => theme.quiet,
        _ => theme.text,
    };
    let fits = |name: &str| canvas.cells(name) <= usize::from(words.cells);
    let name = match item.node {
        Node::Bulletin(index) => bulletin_as(app, index, fits),
        node => name(app, node),
    };
    let behind = place_among_equals(app, item.node);
    let taken_behind = canvas.cells(&behind) as u16;
    let words = Area {
        cells: words.cells.saturating_sub(taken_behind),
        ..words
    };
    let x = canvas.put_cut(words, &name, style);
    canvas.put(x, line.y, &behind, end, theme.quiet);
    canvas.put(
        end - taken + u16::from(taken > 0),
        line.y,
        &count,
        end,
        theme.quiet,
    );
}

/// Whether a bulletin or a section was read to its end.
fn is_read(app: &App, node: Node) -> bool {
    let (bulletin, sections) = match node {
        Node::Bulletin(bulletin) => (bulletin, 0..usize::MAX),
        Node::Section(bulletin, section) => {
            let of = app.bulletins.get(bulletin);
            let end = of.and_then(|of| Some(of.sections().get(section)?.end));
            (bulletin, section..end.unwrap_or(section))
        }
        _ => return false,
    };
    let progress = app.progress(bulletin);
    progress.is_some_and(|progress| progress.is_read(&sections))
}

fn tick(app: &App, node: Node) -> &'static str {
    let ticked = match node {
        Node::Bulletin(index) => Some(app.picks.bulletin_ticked(&app.bulletins, index)),
        Node::Section(index, section) => Some(app.picks.ticked(&app.bulletins, index, section)),
        _ => None,
    };
    match ticked {
        Some(Ticked::Yes) => "[x]",
        Some(Ticked::Partly) => "[-]",
        Some(Ticked::No) => "[ ]",
        None => "",
    }
}

fn name(app: &App, node: Node) -> String {
    match node {
        Node::Series(at) => app.outline.series.get(at).map(|(name, _)| name.clone()),
        Node::Bulletin(index) => app.bulletins.get(index).map(bulletin_name),
        Node::Section(index, section) => {
            let section = app
                .bulletins
                .get(index)
                .and_then(|b| b.sections().get(section));
            section.map(|s| {
                let heading = s.outline_heading();
                // 一、 carries its own mark; 1 and （1） would run into the heading's first word.
                let gap = if heading.starts_with(|c: char| c.is_ascii_alphanumeric()) {
                    " "
                } else {
                    ""
                };
                format!("{}{gap}{heading}", s.label)
            })
        }
        Node::Problems => Some(app.lang.words().problems.to_owned()),
        Node::Problem(index) => app.faulty.get(index).map(|file| file.name().to_owned()),
    }
    .unwrap_or_default()
}

fn bulletin_of(app: &App, node: Node) -> Option<&Bulletin> {
    match node {
        Node::Bulletin(index) => app.bulletins.get(index),
        _ => None,
    }
}

/// A bulletin by what tells it from the others of its series, as long as there is room.
fn bulletin_as(app: &App, index: usize, fits: impl Fn(&str) -> bool) -> String {
    let Some(bulletin) = app.bulletins.get(index) else {
        return String::new();
    };
    if is_named_as_another(app, index) {
        return name_by_file(bulletin);
    }
    let is_only = years_differ(app, index);
    let full = bulletin_parts(bulletin, app.lang).filter(|full| fits(full));
    let year = bulletin.date.map(|date| date.year().to_string());
    match is_only {
        Some(false) => None,
        Some(true) => full.or(year),
        None => full,
    }
    .unwrap_or_else(|| bulletin_name(bulletin))
}

/// Whether another bulletin of its series has the same year and title.
fn is_named_as_another(app: &App, index: usize) -> bool {
    let name = |at: usize| {
        let bulletin = app.bulletins.get(at)?;
        Some((bulletin.date.map(Date::year), bulletin.title.as_str()))
    };
    let members = series_with(app, index).iter();
    members.filter(|at| name(**at) == name(index)).count() > 1
}

/// A bulletin in the tree where its year and title are those of another one: its year and its file.
fn name_by_file(bulletin: &Bulletin) -> String {
    let file = match file_name(&bulletin.source_file) {
        "" => &bulletin.id,
        file => file,
    };
    match bulletin.date {
        Some(date) => format!("{}  {file}", date.year()),
        None => file.to_owned(),
    }
}

/// Behind a section with the same heading as others beside it: its year if that tells them apart, else which of them
/// it is.
fn place_among_equals(app: &App, node: Node) -> String {
    let Node::Section(bulletin, index) = node else {
        return String::new();
    };
    let Some(bulletin) = app.bulletins.get(bulletin) else {
        return String::new();
    };
    let name = |at: usize| {
        let section = bulletin.sections().get(at);
        section.map(|s| {
            let opening = s.text().lines().next().filter(|_| s.heading.is_empty());
            (s.label.as_str(), s.heading.as_str(), opening)
        })
    };
    let own = name(index);
    let siblings = bulletin.children(bulletin.parent(index));
    let equal: Vec<usize> = siblings.filter(|at| name(*at) == own).collect();
    let years = equal
        .iter()
        .filter_map(|at| bulletin.sections().get(*at)?.year);
    let years: BTreeSet<Year> = years.collect();
    let year = bulletin
        .sections()
        .get(index)
        .and_then(|section| section.year);
    match (equal.len(), year) {
        (0 | 1, _) => String::new(),
        (count, Some(year)) if years.len() == count => format!(" ({year})"),
        (count, _) => {
            let at = equal.iter().take_while(|at| **at != index).count();
            format!(" ({}/{count})", at + 1)
        }
    }
}

/// The bulletins of the series that one stands in.
fn series_with(app: &App, index: usize) -> &[usize] {
    let mut series = app.outline.series.iter();
    let found = series.find(|(_, members)| members.contains(&index));
    found
        .map(|(_, members)| members.as_slice())
        .unwrap_or_default()
}

/// Whether the year tells a bulletin from the others of its series; None where there are no others.
fn years_differ(app: &App, index: usize) -> Option<bool> {
    let year = |at: usize| Some(app.bulletins.get(at)?.date?.year());
    let members = series_with(app, index);
    let same = members.iter().filter(|at| year(**at) == year(index));
    (members.len() > 1).then(|| same.count() == 1)
}

/// A bulletin in the tree: its year and title.
fn bulletin_name(bulletin: &Bulletin) -> String {
    match bulletin.date {
        Some(date) => format!("{}  {}", date.year(), bulletin.title),
        None => bulletin.title.clone(),
    }
}

/// A bulletin that reports and promises: its year, how many parts report and how many promise.
fn bulletin_parts(bulletin: &Bulletin, lang: Lang) -> Option<String> {
    let words = lang.words();
    let year = bulletin.date?.year();
    let parts = |kind: Kind| {
        let sections = bulletin.sections().iter();
        let parts = sections.filter(|s| s.kind == Some(kind) && s.depth == 1);
        parts.count()
    };
    let (done, planned) = (parts(Kind::Achievements), parts(Kind::Plans));
    (done + planned > 0).then(|| {
        format!(
            "{year}  {} {done} · {} {planned}",
            words.achievements, words.plans
        )
    })
}

/// The number of figures in a node, or what is wrong with a file, in words.
fn count(app: &App, node: Node) -> String {
    if let Node::Problem(index) = node {
        let words = app.lang.words();
        return match app.faulty.get(index) {
            Some(file) if file.opened && file.is_wrong => counted(file.count, words.errors),
            Some(file) if file.opened => counted(file.count, words.warnings),
            _ => words.not_opened.to_owned(),
        };
    }
    if bulletin_of(app, node).is_some_and(|b| b.copy_of.is_some()) {
        return app.lang.words().copy_mark.to_owned();
    }
    let count = match node {
        Node::Bulletin(index) => app
            .bulletins
            .get(index)
            .and_then(|b| figures(b, 0..b.sections().len())),
        Node::Section(index, section) => app.bulletins.get(index).and_then(|b| {
            let end = b.sections().get(section).map_or(section, |s| s.end);
            figures(b, section..end)
        }),
        Node::Problems => Some(app.faulty.len()),
        Node::Series(_) | Node::Problem(_) => None,
    };
    match (count, node) {
        (None | Some(0), _) => String::new(),
        (Some(count), Node::Problems) => count.to_string(),
        (Some(count), _) => format!("{count} {}", app.lang.words().figures),
    }
}

/// How many figures sections have, as far as those of all of them are known: to draw finds none.
fn figures(bulletin: &Bulletin, sections: std::ops::Range<usize>) -> Option<usize> {
    let sections = bulletin.sections().get(sections).unwrap_or_default();
    let counts = sections.iter().map(|section| {
        let known = section.known_figures()?.iter();
        Some(known.filter(|f| f.value.is_some()).count())
    });
    counts.sum()
}
