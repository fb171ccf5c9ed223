//! Of what a title is made, as rules over what was read of the head. Knows nothing of single lines.

use super::limits;
use super::state::State;
use super::wording::is_of_site;
use crate::import::office::is_organ;
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::chars::letters;

/// 关于, after which a title goes on up to one of [`DOCUMENT`].
static ABOUT: List = List::new("title-about");
/// What documents are called.
static DOCUMENT: List = List::new("document");

static AND: List = List::new("title-and");
/// Ends of the second half of a title: 下半年工作打算.
static SECOND_HALF: List = List::new("second-half-of-title");
/// 的, before what a document is.
static OF: List = List::new("of-title");

/// How many lines a title may have behind its first.
const LINES_OF_TITLE: usize = 4;

/// What the title is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Title {
    /// The line that the document marks.
    Marked,
    /// All lines that may be it.
    All,
    /// The last of them.
    Last,
    /// What the page says.
    OfPage,
    /// The first of them, with those that go on from it.
    First,
}

/// Asked of a head once it is read.
pub const TITLES: &[Rule<State, Title>] = &[
    Rule {
        name: "marked-line",
        when: |state, _| {
            let marked = state.marked.as_ref();
            marked.is_some_and(|marked| !state.covered && !is_cut(marked))
        },
        then: Title::Marked,
        example: "#河口县水务局关于节水的意见\n> 各乡镇人民政府：",
        counter: "#河口县水务局关于加快\n节水的意见\n> 各乡镇人民政府：",
    },
    Rule {
        name: "title-of-annexed-document",
        when: |state, _| state.covered && !state.titles.is_empty(),
        then: Title::All,
        example: "现将方案印发给你们，请遵照执行。\n河口县\n节水方案\n> 一、目标",
        counter: "现将方案印发给你们，请遵照执行。\n> 一、目标",
    },
    Rule {
        name: "same-title-in-pieces",
        when: |state, _| {
            let last = state.titles.last().map(|last| letters(last));
            let before = state.titles.len().saturating_sub(1);
            let before = state.titles.iter().take(before);
            let before: String = before.map(|part| letters(part)).collect();
            last.is_some_and(|last| !last.is_empty() && before.ends_with(&last))
        },
        then: Title::Last,
        example: "谱写河口\n水利新篇章\n谱写河口水利新篇章\n> 一、目标",
        counter: "谱写河口\n水利新篇章\n> 一、目标",
    },
    Rule {
        name: "title-of-page",
        when: |state, _| {
            let front = state.front.as_ref();
            front.is_some_and(|front| {
                (!is_of_site(front) || state.titles.is_empty()) && !is_in_title(state, front)
            })
        },
        then: Title::OfPage,
        example: "title: 谱写河口水利新篇章\n> 一、目标",
        counter: "title: 工作动态\n谱写河口水利新篇章\n> 一、目标",
    },
    Rule {
        name: "first-lines",
        when: |state, _| !state.titles.is_empty(),
        then: Title::First,
        example: "谱写河口水利新篇章\n> 一、目标",
        counter: "一、目标",
    },
];

/// The lines that may be the title, of which the first ones may be its parts.
#[derive(Debug, Default)]
pub struct Parts {
    /// Each line.
    pub lines: Vec<String>,
    /// Whether a line of the page is the title by itself: then only the rest of a cut word goes on with it.
    pub by_itself: bool,
    /// That line; empty if there is none.
    pub title: String,
}

/// What a line is of the title that those before it begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It goes on with it.
    Rest,
    /// It is a slogan behind another one.
    Half,
}

impl Parts {
    fn part(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", String::as_str)
    }

    /// The title before a line.
    fn before(&self, at: usize) -> String {
        self.lines.iter().take(at).map(String::as_str).collect()
    }
}

/// Asked of each line behind the first one: whether it goes on with the title.
pub const PARTS: &[Rule<Parts, Part>] = &[
    Rule {
        name: "title-is-cut",
        when: |parts, at| is_cut(&parts.before(at)),
        then: Part::Rest,
        example: "河口县水务局关于加快\n> 节水的意见",
        counter: "河口县水务局关于节水的意见\n> 各乡镇人民政府",
    },
    Rule {
        name: "short-rest",
        when: |parts, at| {
            let part = parts.part(at);
            let cut_word = || DOCUMENT.ends(&format!("{}{part}", parts.before(at)));
            part.chars().count() <= 4 && (!parts.by_itself || cut_word())
        },
        then: Part::Rest,
        example: "河口县政府工作报\n> 告",
        counter: "谱写河口水利新篇章\n> 水库建设成效",
    },
    Rule {
        name: "second-half",
        when: |parts, at| goes_on_with_and(parts.part(at)) || AND.ends(&parts.before(at)),
        then: Part::Rest,
        example: "河口县水务局上半年工作总结\n> 及下半年工作打算",
        counter: "河口县水务局上半年工作总结\n> 和谐灌区十佳工程",
    },
    Rule {
        name: "up-to-what-it-is",
        when: |parts, at| is_open(&parts.lines, at),
        then: Part::Rest,
        example: "关于河口县2031年节水计划\n> 执行情况与2032年节水\n计划草案的报告",
        counter: "关于河口县2031年节水计划\n> 河口县水务局\n关于防汛工作的报告",
    },
    Rule {
        name: "in-brackets",
        when: |parts, at| parts.part(at).starts_with(['（', '(']),
        then: Part::Rest,
        example: "谱写河口水利新篇章\n> （征求意见稿）",
        counter: "谱写河口水利新篇章\n> 征求意见稿全文",
    },
    Rule {
        name: "after-comma",
        when: |parts, at| parts.before(at).ends_with(['、', '，']),
        then: Part::Rest,
        example: "治水兴水，\n> 谱写河口水利新篇章",
        counter: "治水兴水\n> 谱写河口水利新篇章",
    },
    Rule {
        // What stands above the line that is the title by itself was found to be of it.
        name: "second-slogan",
        when: |parts, at| at == 1 && parts.part(at) == parts.title,
        then: Part::Half,
        example: "治水兴水　利民惠民\n> 谱写河口水利新篇章",
        counter: "治水兴水　利民惠民\n谱写河口水利新篇章\n> 河口县水务局",
    },
];

/// Whether the title that the page gives is only a part of the one that its text has.
fn is_in_title(state: &State, front: &str) -> bool {
    let (title, front) = (state.page.letters_of_title(), letters(front));
    title.len() > front.len() && title.contains(&front)
}

/// Whether a line goes on with the title before it, and says the second of the two things that it is.
pub fn goes_on_with_and(line: &str) -> bool {
    let words = line.trim();
    let behind = AND.words().find_map(|and| words.strip_prefix(and));
    behind.is_some_and(|behind| {
        let count = behind.chars().count();
        let ends = DOCUMENT.ends(behind) || SECOND_HALF.ends(behind);
        (4..=limits::TITLE_LINE.get()).contains(&count) && ends && !behind.contains(['，', '。'])
    })
}

/// Whether the title that the lines before one begin speaks of something, and a line from that one on says what it is:
/// 关于某县节水计划⏎执行情况的⏎报告. What ends its first line may be only a thing that it speaks of.
fn is_open(lines: &[String], at: usize) -> bool {
    let before: String = lines.iter().take(at).map(String::as_str).collect();
    let rest = lines.iter().skip(at).take(LINES_OF_TITLE);
    let of_title = |line: &&String| !is_organ(line) && !ABOUT.is_in(line);
    let mut whole = before.clone();
    ABOUT.is_in(&before)
        && !says_what_it_is(&before)
        && rest.take_while(of_title).any(|line| {
            whole.push_str(line);
            says_what_it_is(&whole)
        })
}

/// Whether a title ends in what the document is, behind 的: …的报告.
pub fn says_what_it_is(title: &str) -> bool {
    let mut names = DOCUMENT.words();
    names.any(|name| {
        title
            .strip_suffix(name)
            .is_some_and(|before| OF.ends(before))
    })
}

/// Whether a title that speaks of something is cut before it says what it is.
pub fn is_cut(title: &str) -> bool {
    ABOUT.is_in(title) && !DOCUMENT.ends(title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check;

    #[test]
    fn every_rule_has_its_examples() {
        check(PARTS, |parts| Parts {
            title: parts
                .first()
                .filter(|first| first.contains('　'))
                .and_then(|_| parts.get(1))
                .cloned()
                .unwrap_or_default(),
            lines: parts,
            by_itself: false,
        });
        let parts = Parts {
            lines: vec!["谱写河口水利新篇章".to_owned(), "水利".to_owned()],
            by_itself: true,
            title: String::new(),
        };
        assert!(!PARTS.iter().any(|rule| (rule.when)(&parts, 1)));
    }
}
