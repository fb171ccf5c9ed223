//! Items and paragraphs that each begin with the year that they are of: ——2031年，…. Knows nothing of kinds.

use super::turns::year_told;
use crate::calendar::{Period, Year};
use crate::import::chapters::{Node, Tree};
use crate::import::rule::{Rule, first};
use crate::lexicon::List;
use crate::text::mark::{End, Mark};
use crate::text::year::is_year_mark;

/// Items that stand beside each other, and the years of what they are part of.
#[derive(Debug)]
struct Items {
    /// The year that each of them begins with.
    years: Vec<Option<Year>>,
    above: Option<Period>,
}

impl Items {
    /// Whether they begin with several years.
    fn are_of_several(&self) -> bool {
        let mut years = self.years.iter().flatten();
        let first = years.next();
        years.any(|year| Some(year) != first)
    }
}

/// In the examples the first line is the time of the chapter, each other one an item.
static YEARLY: &[Rule<Items, ()>] = &[
    Rule {
        name: "items-of-several-years",
        when: |items, at| {
            items.years.get(at).is_some_and(Option::is_some) && items.are_of_several()
        },
        then: (),
        example: "2033\n> 2031年，启动三座。\n2032年：建成三座。",
        counter: "2033\n> 2031年以来，启动三座。\n2032年：建成三座。",
    },
    Rule {
        name: "item-of-one-of-the-years",
        when: |items, at| {
            let year = items.years.get(at).copied().flatten();
            let within = |year: Year| {
                let above = items.above.filter(|above| above.from() < above.to());
                above.is_some_and(|above| (above.from()..=above.to()).contains(&year))
            };
            year.is_some_and(within)
        },
        then: (),
        example: "2031/2033\n> 2031年底前，启动三座。\n全部通水。",
        counter: "2031/2033\n> 2030年，启动三座。\n全部通水。",
    },
];

/// Gives each item that begins with a year that year, and each paragraph of a section whose paragraphs begin with
/// several years a section of its own.
pub fn date(tree: &mut Tree) {
    let mut open: Vec<(usize, Option<Period>)> = tree.roots.iter().map(|at| (*at, None)).collect();
    while let Some((at, above)) = open.pop() {
        let Some(node) = tree.nodes.get(at) else {
            continue;
        };
        let own = node
            .period
            .or(node.year.and_then(Period::of_year))
            .or(above);
        let children = node.children.clone();
        date_items(tree, &children, own);
        part(tree, at, own);
        let children = tree.nodes.get(at).map(|node| node.children.as_slice());
        open.extend(children.unwrap_or_default().iter().map(|at| (*at, own)));
    }
}

/// Gives each of the sections beside each other its year.
fn date_items(tree: &mut Tree, sections: &[usize], above: Option<Period>) {
    let years = sections.iter().map(|at| {
        let node = tree.nodes.get(*at)?;
        let open = node.year.is_none() && node.period.is_none();
        year_of(first_words(node)).filter(|_| open)
    });
    let years = years.collect();
    let items = Items { years, above };
    for (place, at) in sections.iter().enumerate() {
        if first(YEARLY, &items, place).is_some()
            && let Some(node) = tree.nodes.get_mut(*at)
        {
            node.year = items.years.get(place).copied().flatten();
        }
    }
}

/// What a section begins with.
fn first_words(node: &Node) -> &str {
    match node.text.first() {
        Some(text) if node.heading.is_empty() => text,
        _ => &node.heading,
    }
}

/// Parts the paragraphs of a section, if several of them begin with several years.
fn part(tree: &mut Tree, at: usize, above: Option<Period>) {
    let Some(node) = tree.nodes.get_mut(at).filter(|node| node.tables.is_empty()) else {
        return;
    };
    let years = node.text.iter().map(|text| year_of(text)).collect();
    let items = Items { years, above };
    let Some(from) = items.years.iter().position(Option::is_some) else {
        return;
    };
    if !items.are_of_several() {
        return;
    }
    let (text, mut children) = (
        node.text.split_off(from),
        std::mem::take(&mut node.children),
    );
    let number = node.number;
    let mut sections = Vec::new();
    for (paragraph, year) in text.into_iter().zip(items.years.into_iter().skip(from)) {
        sections.push(tree.nodes.len());
        tree.nodes.push(Node {
            number,
            text: vec![paragraph],
            year,
            ..Node::default()
        });
    }
    sections.append(&mut children);
    if let Some(node) = tree.nodes.get_mut(at) {
        node.children = sections;
    }
}

/// The year with which words begin, if a comma or a colon follows it: 2031年，, 2031年底前，.
fn year_of(words: &str) -> Option<Year> {
    static ENDS: List = List::new("end-behind-year");
    let year = year_told(words)?;
    let (_, behind) = words.split_once(is_year_mark)?;
    let behind = ENDS.strip_start(behind).unwrap_or(behind);
    let stop = behind.chars().next().and_then(Mark::of);
    let ends = matches!(stop, Some(Mark::Stop(End::Comma | End::Colon)));
    ends.then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::kind::sample::dates;
    use crate::import::rule::check_at;

    #[test]
    fn rules_hold_for_their_examples() {
        check_at(YEARLY, |mut lines, at| {
            let above = Period::parse(&lines.remove(0));
            let years = lines.iter().map(|line| year_of(line)).collect();
            (Items { years, above }, at - 1)
        });
    }

    #[test]
    fn items_of_a_plan_of_several_years_have_their_own() {
        let head =
            "青溪县水网建设三年行动计划（2031—2033年）\n一、行动目标\n到2033年底，水网基本建成。\n";
        let rest = "二、重点任务\n更换闸门三十座。\n";
        let words = ["泵站", "支渠", "干渠", "闸门"];
        let dated = ["2031", "2032", "2033", "2031/2033"];
        let items = "——2031年，打好基础。新建泵站三座。\n——2032年，全面推开。新修支渠百里。\n——2033年，扫尾验收。衬砌干渠十里。\n";
        assert_eq!(dates(&format!("{head}{items}{rest}"), &words), dated);
        let lines = "2031年：新建泵站三座。\n2032年：新修支渠百里。\n2033年底前：衬砌干渠十里。\n";
        assert_eq!(dates(&format!("{head}{lines}{rest}"), &words), dated);
        let since = "2031年以来新建泵站三座。\n2032年起，新修支渠百里。\n衬砌干渠十里。\n";
        assert_eq!(
            dates(&format!("{head}{since}{rest}"), &["泵站", "干渠"]),
            ["2031/2033", "2031/2033"]
        );
    }
}
