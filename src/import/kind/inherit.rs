//! Kinds and years of the sections of a tree: those at the top, those that were opened by words of the text, and
//! those below whose heading says another thing. Knows nothing of how the tree was made.

use super::chapter::{Chapter, gives_figures, guides};
use super::chapters::Chapters;
use super::clock::{clock, first_paragraph};
use super::decided::Decided;
use super::heading::{names_next_steps, of_heading};
use super::horizon::date;
use super::limits;
use super::parting::{Scope, opening, part};
use super::rules::kind;
use super::scope::Clock;
use super::time::{Dated, Time, Told};
use super::yearly;
use crate::calendar::{Period, Year};
use crate::import::chapters::{About, Node, Opened, Tree};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::genre::Genre;
use crate::lexicon::List;
use crate::model::{Form, Kind};
use crate::text::year::year;

static TARGET: List = List::new("target-heading");
/// Headings below a review with such a word are of what will be done.
static AHEAD: List = List::new("plans-in-review");
/// Headings below a review that end so are of what is to be faced.
static FACED: List = List::new("situation-faced");
/// Headings within a policy that end so tell what was done before it.
static RESULTS: List = List::new("results-in-policy");
/// Headings of parts whose heading the source lacks, by their kind.
static IMPLIED: List<Kind> = List::of("implied-heading", Kind::parse);
/// What follows the digits of a year.
static YEAR_SIGN: List = List::new("year-sign");

/// What a doubt names where no rule of a heading but the text of a chapter decided.
const TURNS: &str = "turns-in-text";

/// Words of a preamble by which a text is a policy, whatever its title.
static POLICY_PREAMBLE: List = List::new("policy-preamble");

/// Gives kinds and years to the sections of a tree, and headings to the parts that have none.
pub fn decide(tree: &mut Tree, mut about: About, doubts: &mut Vec<Doubt>) {
    opened(tree, doubts);
    let list = chapters_of(tree);
    if about.genre == Genre::Report && is_policy(tree, &list) {
        about.genre = Genre::Policy;
    }
    if about.genre == Genre::Policy {
        boxes(tree);
    }
    let mut clock = clock(tree, &list, about, doubts);
    let told = Told::of(about, clock);
    clock.rest = told.rest;
    let all = asked(tree, &list, clock, told.reviewed(about));
    let mut chapters = Chapters::new(all, about.genre, about.reports, clock);
    for (place, at) in list.into_iter().enumerate() {
        let Some(node) = tree.nodes.get(at) else {
            continue;
        };
        chapters.enter(place);
        if let Some(kind) = node.kind {
            chapters.pass(place, Some(kind), true);
            if let Some(chapter) = chapters.list.get(place) {
                opened_chapter(tree, at, chapter, (about.genre, clock));
            }
            continue;
        }
        let decided = kind(&chapters, place);
        chapters.pass(place, decided.kind, !decided.told);
        let Some(chapter) = chapters.list.get(place) else {
            continue;
        };
        let mut by = decided.rule;
        let mut doubted = chapter.said.is_none() && !chapter.annex
            || decided.both
            || chapter.annex && decided.kind.is_some();
        let (number, heading) = (node.number, chapter.heading.as_str());
        let of = (about.genre, clock);
        let time = Dated::of(decided.kind, chapter, of, told).time();
        if let Some(rule) = time.doubted {
            doubts.push(Doubt::at(number, Doubted::Year(shown(heading))).by(rule));
        }
        give(tree, at, chapter, decided, (of, time));
        if !doubted && is_parted(decided.kind) && holds_other(tree, at, decided.kind) {
            (doubted, by) = (true, TURNS);
        }
        let opens = chapter.bare && decided.kind == Some(Kind::Achievements);
        let heading = first_paragraph(tree, at)
            .filter(|_| opens)
            .unwrap_or(heading);
        if doubted && !heading.is_empty() && matches!(about.genre, Genre::Report | Genre::Minutes) {
            doubts.push(Doubt::at(number, Doubted::Kind(shown(heading))).by(by));
        }
    }
    if about.genre == Genre::Policy {
        date(tree, about.span, clock);
    }
    yearly::date(tree);
}

/// The words of a heading that a doubt shows.
fn shown(heading: &str) -> String {
    heading
        .chars()
        .take(limits::DOUBTED_HEADING.get())
        .collect()
}

/// What is asked of the chapters of a tree, in a report that may review several years.
fn asked(tree: &Tree, list: &[usize], clock: Clock, reviewed: Option<Period>) -> Vec<Chapter> {
    let chapters = list.iter().filter_map(|at| chapter_at(tree, *at, clock));
    let mut chapters: Vec<Chapter> = chapters.collect();
    if let Some(span) = reviewed {
        for chapter in &mut chapters {
            chapter.review(span);
        }
    }
    chapters
}

/// What is asked of the chapter at a place of a tree.
fn chapter_at(tree: &Tree, at: usize, clock: Clock) -> Option<Chapter> {
    let node = tree.nodes.get(at)?;
    let told = opening(tree, at, clock);
    let words = (node.label.as_str(), node.heading.as_str());
    let first = node.children.first().and_then(|at| tree.nodes.get(*at));
    // What stands before the chapters, or beside them.
    let of_year = told.filter(|told| node.heading.is_empty() && told.period.is_none());
    let with_figures = of_year.filter(|_| gives_figures(&node.text));
    let bare = node.heading.is_empty() && node.label.is_empty();
    Some(Chapter {
        guided: guides(&node.text).filter(|_| bare),
        figures_of: with_figures.and_then(|told| told.kind),
        holds: first.and_then(|first| of_heading(&first.heading)),
        ..Chapter::new(words, clock, node.kind, told.and_then(|told| told.kind))
    })
}

/// Whether the text of a chapter of a kind may turn to another one.
fn is_parted(kind: Option<Kind>) -> bool {
    tells(kind) || kind == Some(Kind::Problems)
}

/// Whether a chapter of a kind tells what is compared.
fn tells(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::Achievements | Kind::Plans | Kind::Outlook))
}

/// The boxes of a policy hold its projects, but for tables of its targets.
fn boxes(tree: &mut Tree) {
    static BOXES: List = List::new("box-label");
    static TARGETS: List = List::new("box-of-targets");
    for node in &mut tree.nodes {
        let of_targets = TARGETS.is_in(&node.heading);
        if node.kind.is_none() && BOXES.starts(&node.label) && !of_targets {
            node.kind = Some(Kind::Projects);
        }
    }
}

/// Whether a text that its title calls no policy says so itself, and reviews nothing.
fn is_policy(tree: &Tree, chapters: &[usize]) -> bool {
    let first = tree.roots.first().and_then(|at| tree.nodes.get(*at));
    let preamble = first.filter(|node| node.heading.is_empty());
    let says = preamble.is_some_and(|node| {
        let mut text = node.text.iter();
        text.any(|paragraph| POLICY_PREAMBLE.is_in(paragraph))
    });
    let mut headings = chapters.iter().filter_map(|at| tree.nodes.get(*at));
    says && headings.all(|node| of_heading(&node.heading) != Some(Kind::Achievements))
}

/// The chapters: the sections at the top, or those below one of these that is the document's title in all but name.
fn chapters_of(tree: &Tree) -> Vec<usize> {
    let heading = |at: &usize| tree.nodes.get(*at).map_or("", |node| node.heading.as_str());
    let is_time = |at: &&usize| {
        let said = of_heading(heading(at));
        matches!(said, Some(Kind::Achievements | Kind::Plans)) && year(heading(at)).is_some()
    };
    let mut chapters = Vec::new();
    for root in &tree.roots {
        let Some(node) = tree.nodes.get(*root) else {
            continue;
        };
        let says_itself = node.kind.is_some() || of_heading(&node.heading).is_some();
        let wraps = !says_itself && node.children.iter().filter(is_time).count() > 1;
        if wraps {
            chapters.extend(&node.children);
        } else {
            chapters.push(*root);
        }
    }
    chapters
}

/// Gives a year to a chapter that words of the text opened, and kinds to the sections in it.
fn opened_chapter(tree: &mut Tree, at: usize, chapter: &Chapter, of: (Genre, Clock)) {
    let Some(node) = tree.nodes.get_mut(at) else {
        return;
    };
    let time = Dated::of(node.kind, chapter, of, Told::default()).time();
    node.year = node.year.or(time.year);
    let (kind, year, children) = (node.kind, node.year, node.children.clone());
    let reviews = matches!(node.opened, Some(Opened::Review(_)));
    for child in children {
        kind_of_child(tree, child, kind, of);
    }
    if reviews {
        let base = Scope {
            kind,
            year,
            period: None,
        };
        part(tree, at, of.1, (base, base), true);
    }
}

/// Gives a chapter and the sections in it what it was decided to speak of.
fn give(
    tree: &mut Tree,
    at: usize,
    chapter: &Chapter,
    decided: Decided,
    ((genre, clock), time): ((Genre, Clock), Time),
) {
    let kind = decided.kind;
    let children = tree.nodes.get(at).map(|node| node.children.clone());
    for child in children.unwrap_or_default() {
        kind_of_child(tree, child, kind, (genre, clock));
    }
    // Of two spans of time the section has the longer one.
    let Time { year, period, .. } = time;
    let base = Scope { kind, year, period };
    let two = decided.both || period.is_some() && chapter.year.is_some();
    let first = match chapter.year.filter(|_| two && chapter.year_first()) {
        Some(year) if kind == Some(Kind::Achievements) => Scope {
            year: Some(year),
            period: None,
            ..base
        },
        _ => base,
    };
    if let Some(node) = tree.nodes.get_mut(at) {
        (node.kind, node.year, node.period) = (base.kind, base.year, base.period);
    }
    let opens = chapter.bare && kind != Some(Kind::Achievements);
    if is_parted(kind) && genre == Genre::Report && !opens {
        part(tree, at, clock, (base, first), !two);
        if decided.both && !holds_other(tree, at, kind) {
            // Nothing says where the one ends and the other begins.
            if let Some(node) = tree.nodes.get_mut(at).filter(|_| chapter.told.is_none()) {
                (node.kind, node.year, node.period) = (None, None, None);
            }
        }
    }
}

/// Whether a section below a chapter has another kind.
fn holds_other(tree: &Tree, at: usize, kind: Option<Kind>) -> bool {
    let children = tree.nodes.get(at).map(|node| node.children.clone());
    let mut open = children.unwrap_or_default();
    while let Some(node) = open.pop().and_then(|at| tree.nodes.get(at)) {
        let own = node.kind.filter(|own| *own != Kind::Problems);
        if own.is_some() && own != kind {
            return true;
        }
        open.extend(&node.children);
    }
    false
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

/// Gives a section below a chapter its own kind, if its heading says one that the chapter does not hold.
fn kind_of_child(tree: &mut Tree, at: usize, of_chapter: Option<Kind>, of: (Genre, Clock)) {
    let Some(child) = tree.nodes.get_mut(at) else {
        return;
    };
    let said = said_below(child).filter(|_| child.kind.is_none());
    let tells = tells(of_chapter);
    let special = match said {
        Some(Kind::Problems) => true,
        // 保障措施不到位, 目标进度仍有差距 among problems are problems.
        Some(kind) if of_chapter == Some(Kind::Problems) => {
            kind == Kind::Plans && names_next_steps(&child.heading)
        }
        Some(Kind::Guidance | Kind::Safeguards | Kind::Background) => !tells,
        Some(Kind::Plans) => !tells && TARGET.is_in(&child.heading),
        Some(Kind::Outlook) => !tells,
        // What a policy builds on is done; where its chapter promises nothing, nothing is said falsely.
        Some(Kind::Achievements) => {
            let promises = !matches!(of_chapter, None | Some(Kind::Background));
            of.0 == Genre::Policy && promises && RESULTS.ends(&child.heading)
        }
        _ => false,
    };
    if special && said != of_chapter {
        child.kind = said;
        child.year = match said {
            Some(Kind::Plans) if of_chapter == Some(Kind::Problems) => {
                year(&child.heading).or(of.1.planned())
            }
            _ => child.year,
        };
    }
    if of_chapter == Some(Kind::Achievements) {
        apart_in_review(tree, at, of.1);
    } else {
        far_targets(tree, at);
    }
}

/// Gives sections of targets of a year far ahead that year, however deep: 2040年远景目标 among what a plan wants.
fn far_targets(tree: &mut Tree, at: usize) {
    let mut open = vec![at];
    while let Some(node) = open.pop().and_then(|at| tree.nodes.get_mut(at)) {
        let far = year(&node.heading).filter(|_| said_below(node) == Some(Kind::Outlook));
        if far.is_some() {
            (node.kind, node.year) = (Some(Kind::Outlook), far);
        } else {
            open.extend(&node.children);
        }
    }
}

/// The kind that the heading of a section below a chapter says; longer ones are sentences.
fn said_below(node: &Node) -> Option<Kind> {
    let short = node.heading.chars().count() <= limits::CHILD_HEADING.get();
    of_heading(&node.heading).filter(|_| short)
}

/// Gives what a review tells besides its results their kinds, however deep: what is wrong, and what will be done.
fn apart_in_review(tree: &mut Tree, at: usize, clock: Clock) {
    let mut open = vec![at];
    while let Some(node) = open.pop().and_then(|at| tree.nodes.get_mut(at)) {
        match said_below(node).filter(|_| node.kind.is_none()) {
            Some(Kind::Problems) => node.kind = Some(Kind::Problems),
            Some(Kind::Background) if FACED.ends(&node.heading) => node.kind = said_below(node),
            Some(Kind::Plans) if AHEAD.is_in(&node.heading) => {
                node.kind = Some(Kind::Plans);
                node.year = year(&node.heading).or(clock.planned());
            }
            _ => {}
        }
        if node.kind.is_none() {
            open.extend(&node.children);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The kinds and years of sections, each with its depth and heading.
    fn kinds(sections: &[(usize, &str)], genre: Genre) -> Vec<(Option<Kind>, Option<Year>)> {
        let mut tree = Tree::default();
        let mut open: Vec<usize> = Vec::new();
        for (at, (depth, heading)) in sections.iter().enumerate() {
            open.truncate(*depth);
            match open.last() {
                Some(above) => tree.nodes[*above].children.push(at),
                None => tree.roots.push(at),
            }
            open.push(at);
            let (label, heading) = ("（一）".to_owned(), (*heading).to_owned());
            tree.nodes.push(Node {
                label,
                heading,
                ..Node::default()
            });
        }
        let about = About {
            genre,
            reported: Some(2030),
            ..About::default()
        };
        decide(&mut tree, about, &mut Vec::new());
        tree.nodes
            .iter()
            .map(|node| (node.kind, node.year))
            .collect()
    }

    #[test]
    fn a_review_holds_what_is_wrong_and_what_is_planned_apart() {
        let sections = [
            (0, "2030年林业工作情况"),
            (1, "造林绿化"),
            (2, "存在问题"),
            (2, "下一步打算"),
            (1, "目标任务完成情况"),
            (1, "2031年工作打算"),
            (1, "面临的新形势"),
            (1, "用工形势向好"),
        ];
        let (wrong, plans) = (Some(Kind::Problems), Some(Kind::Plans));
        let faced = Some(Kind::Background);
        let expected = [
            (Some(Kind::Achievements), Some(2030)),
            (None, None),
            (wrong, None),
            (plans, Some(2031)),
            (None, None),
            (plans, Some(2031)),
            (faced, None),
            (None, None),
        ];
        assert_eq!(kinds(&sections, Genre::Report), expected);
    }

    #[test]
    fn a_policy_promises_nothing_that_was_done_before_it() {
        let sections = [
            (0, "发展环境"),
            (1, "“十五五”发展成就"),
            (0, "优化发展环境"),
            (1, "提升服务成效"),
            (1, "“十五五”发展成就"),
        ];
        let expected = [
            Some(Kind::Background),
            None,
            Some(Kind::Tasks),
            None,
            Some(Kind::Achievements),
        ];
        let kinds = kinds(&sections, Genre::Policy);
        assert_eq!(
            kinds.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(),
            expected
        );
    }
}
