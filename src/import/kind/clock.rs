//! The years that a document speaks from. Knows nothing of what its chapters are, beyond the words of their headings.

use super::heading::{of_heading, tells_both};
use super::scope::{Clock, plans_ahead};
use super::turns::year_told;
use crate::import::chapters::{About, Tree};
use crate::import::doubt::{Doubt, Doubted};
use crate::import::genre::Genre;
use crate::model::Kind;
use crate::text::year::years;

/// What a doubt names where only the text of a chapter tells the years of a document.
const RULE: &str = "year-of-text";

/// The years that a document reports and plans: those that its chapters name, if one reports and one plans and the
/// years follow each other, else those of its head, else those that the texts of its chapters begin with.
pub fn clock(tree: &Tree, chapters: &[usize], about: About, doubts: &mut Vec<Doubt>) -> Clock {
    let named = |kind: Kind| {
        let headings = chapters.iter().filter_map(|at| tree.nodes.get(*at));
        let headings = headings.map(|node| node.heading.as_str());
        let years = headings.filter_map(|heading| {
            let years = years(heading);
            // 2025年工作回顾和2026年工作安排 are of two years.
            let both = tells_both(heading) && years.len() > 1;
            let year = match kind {
                Kind::Achievements => years.first(),
                _ => years.last(),
            };
            year.copied()
                .filter(|_| both || of_heading(heading) == Some(kind))
        });
        years.max()
    };
    let (reported, planned) = (named(Kind::Achievements), named(Kind::Plans));
    let follow = reported
        .zip(planned)
        .is_some_and(|(one, next)| next == one + 1);
    let of_head = about.reported.is_some() || about.planned.is_some();
    let mut clock = Clock {
        reported: about.reported,
        planned: about.planned,
        written: about.written,
        ..Clock::default()
    };
    if about.genre == Genre::Report && (follow || !of_head) {
        (clock.reported, clock.planned) = (reported, planned);
        (clock.reported, clock.planned) = (clock.reported(), clock.planned());
    }
    if about.genre == Genre::Report && clock.reported().is_none() {
        tell_years(tree, chapters, &mut clock, doubts);
    }
    let headings = chapters.iter().filter_map(|at| tree.nodes.get(*at));
    let reviews = headings.filter(|node| of_heading(&node.heading) == Some(Kind::Achievements));
    let ahead = reviews.filter_map(|node| Some(plans_ahead(&node.heading, clock.reported()?)));
    clock.ahead = ahead.max().unwrap_or_default();
    clock
}

/// Takes the years of a document from the texts of its chapters: 2030年 at the beginning of one that reviews, 2031年 of
/// one that plans. Years that do not follow each other tell nothing.
fn tell_years(tree: &Tree, chapters: &[usize], clock: &mut Clock, doubts: &mut Vec<Doubt>) {
    let told = |kind: Kind| {
        let of_kind = |at: &&usize| {
            let node = tree.nodes.get(**at);
            node.is_some_and(|node| of_heading(&node.heading) == Some(kind))
        };
        let mut years = chapters.iter().filter(of_kind).filter_map(|at| {
            let node = tree.nodes.get(*at)?;
            Some((node.number, year_told(first_paragraph(tree, *at)?)?))
        });
        years.next()
    };
    let (reviewed, planned) = (told(Kind::Achievements), told(Kind::Plans));
    if let (Some((_, one)), Some((_, next))) = (reviewed, planned)
        && next != one + 1
    {
        return;
    }
    let Some((number, year)) = reviewed.or(planned) else {
        return;
    };
    clock.reported = reviewed.map(|(_, year)| year);
    clock.planned = planned.map(|(_, year)| year);
    (clock.reported, clock.planned) = (clock.reported(), clock.planned());
    doubts.push(Doubt::at(number, Doubted::Year(year.to_string())).by(RULE));
}

/// The paragraph that a chapter begins with.
pub fn first_paragraph(tree: &Tree, at: usize) -> Option<&str> {
    let mut at = at;
    loop {
        let node = tree.nodes.get(at)?;
        if let Some(paragraph) = node.text.first() {
            return Some(paragraph);
        }
        at = *node.children.first()?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Year;
    use crate::import::chapters::Node;

    fn clock_of(chapters: &[(&str, &str)]) -> (Option<Year>, Option<Year>, usize) {
        let nodes = chapters.iter().map(|(heading, text)| Node {
            heading: (*heading).to_owned(),
            text: vec![(*text).to_owned()],
            ..Node::default()
        });
        let tree = Tree {
            nodes: nodes.collect(),
            roots: (0..chapters.len()).collect(),
        };
        let mut doubts = Vec::new();
        let clock = clock(&tree, &tree.roots, About::default(), &mut doubts);
        (clock.reported, clock.planned, doubts.len())
    }

    #[test]
    fn texts_of_chapters_tell_the_years_that_nothing_else_tells() {
        let both = [
            ("工作回顾", "2030年，全县新修渠道40公里。"),
            ("工作打算", "2031年计划新修渠道50公里。"),
        ];
        assert_eq!(clock_of(&both), (Some(2030), Some(2031), 1));
        assert_eq!(clock_of(&both[..1]), (Some(2030), Some(2031), 1));
        let apart = [both[0], ("工作打算", "2033年计划新修渠道50公里。")];
        assert_eq!(clock_of(&apart), (None, None, 0));
        let month = [("工作回顾", "2030年6月，新修渠道开工。")];
        assert_eq!(clock_of(&month), (None, None, 0));
    }
}
