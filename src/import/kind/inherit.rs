//! Kinds and years of the sections of a tree: those at the top, those that were opened by words of the text, and
//! those below whose heading says another thing. Knows nothing of how the tree was made.

use super::heading::of_heading;
use super::rules::{Chapter, Chapters};
use crate::calendar::Year;
use crate::import::chapters::{About, Opened, Tree};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::genre::Genre;
use crate::import::limits;
use crate::lexicon::List;
use crate::model::{Form, Kind};
use crate::text::year::year;

static TARGET: List = List::new("target-heading");
/// Headings of parts whose heading the source lacks, by their kind.
static IMPLIED: List<Kind> = List::of("implied-heading", Kind::parse);
/// What follows the digits of a year.
static YEAR_SIGN: List = List::new("year-sign");

/// Gives kinds and years to the sections of a tree, and headings to the parts that have none.
pub fn decide(tree: &mut Tree, about: About, doubts: &mut Vec<Doubt>) {
    opened(tree, doubts);
    let roots = tree.roots.clone();
    let nodes = || roots.iter().filter_map(|at| tree.nodes.get(*at));
    let mut chapters = Chapters {
        list: nodes()
            .map(|node| Chapter::new(&node.label, &node.heading, node.kind))
            .collect(),
        genre: about.genre,
        reports: about.reports,
        planned: about.planned,
        promised: false,
    };
    for (place, at) in roots.iter().enumerate() {
        let Some(node) = tree.nodes.get_mut(*at) else {
            continue;
        };
        if node.kind.is_none() {
            let (kind, rule) = chapters.kind(place);
            node.kind = kind;
            let chapter = chapters.list.get(place);
            let unsaid = chapter.is_some_and(|chapter| chapter.said.is_none() && !chapter.annex);
            if unsaid && !node.heading.is_empty() && about.genre == Genre::Report {
                let words = node.heading.chars().take(limits::DOUBTED_HEADING.get());
                let doubt = Doubt::at(node.number, Doubted::Kind(words.collect()));
                doubts.push(doubt.by(rule));
            }
        }
        chapters.pass(node.kind);
        node.year = node.year.or(year_of(node.kind, &node.heading, about));
        let (kind, children) = (node.kind, node.children.clone());
        if !matches!(kind, Some(Kind::Achievements | Kind::Plans)) {
            for child in children {
                kind_of_child(tree, child, kind);
            }
        }
    }
}

/// Gives a kind to each section that words of the text opened.
fn opened(tree: &mut Tree, doubts: &mut Vec<Doubt>) {
    for node in &mut tree.nodes {
        node.kind = match node.opened {
            None => None,
            Some(Opened::Briefing) => Some(Kind::Briefing),
            Some(Opened::Remark) => Some(Kind::Background),
            Some(Opened::Demand) => Some(Kind::Guidance),
            Some(Opened::Topic(kind)) => Some(kind),
            Some(Opened::ThisYear | Opened::Review(_)) => Some(Kind::Achievements),
            Some(Opened::Plan(_)) => Some(Kind::Plans),
        };
        if let (Some(Opened::Review(year) | Opened::Plan(year)), Some(kind)) =
            (node.opened, node.kind)
        {
            node.year = year;
            node.form = Form::Implied;
            node.heading = implied(kind, year);
            let doubted = Doubted::Kind(node.heading.clone());
            doubts.push(Doubt::at(node.number, doubted));
        }
    }
}

/// The heading of a part that the source gives none: its year and kind are all that is known.
fn implied(kind: Kind, year: Option<Year>) -> String {
    let mut headings = IMPLIED.get().iter().filter(|(_, own)| *own == kind);
    let words = headings.next().map_or("", |(words, _)| words);
    let sign = YEAR_SIGN.words().next().unwrap_or_default();
    let year = year.map(|year| format!("{year}{sign}"));
    format!("{}{words}", year.unwrap_or_default())
}

/// The year of a chapter: the one its heading names, else that of the document.
fn year_of(kind: Option<Kind>, heading: &str, about: About) -> Option<Year> {
    let of_document = match kind {
        Some(Kind::Achievements) => about.reported,
        // What a policy promises may be for several years.
        Some(Kind::Plans) if about.genre != Genre::Policy => about.planned,
        Some(Kind::Plans | Kind::Tasks) => None,
        _ => return None,
    };
    year(heading).or(of_document)
}

/// Gives a section below a chapter that neither reports nor plans its own kind, if its heading says one.
fn kind_of_child(tree: &mut Tree, at: usize, of_chapter: Option<Kind>) {
    let Some(child) = tree.nodes.get_mut(at) else {
        return;
    };
    let short = child.heading.chars().count() <= limits::CHILD_HEADING.get();
    let said = of_heading(&child.heading).filter(|_| short && child.kind.is_none());
    let special = match said {
        Some(Kind::Guidance | Kind::Safeguards | Kind::Background) => true,
        Some(Kind::Plans) => TARGET.is_in(&child.heading),
        _ => false,
    };
    if special && said != of_chapter {
        child.kind = said;
    }
}
