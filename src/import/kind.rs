//! What a document is by its title, and what a section is for by the words of its heading. Knows nothing of
//! where in a document the heading is.

use crate::lexicon::List;
use crate::model::Kind;
use crate::text::chars::squeezed;
use crate::text::year::year;

use super::limits;

/// Words of titles; the first in the order of the list that a title holds counts.
static GENRES: List<Genre> = List::of("genre", Genre::parse);
/// Words of headings; the first in the order of the list that a heading holds counts.
static KINDS: List<Kind> = List::of("kind", Kind::parse);
/// Words that report, wherever else a heading speaks of plans: 重点工作进展及成效.
static REPORTS: List = List::new("heading-reports");
static PROMISES: List = List::new("heading-promises");
/// Words that make a heading report although it promises first.
static REPORTS_AT_END: List = List::new("reports-at-end");
static PROBLEMS: List = List::new("names-problem");
static SAYS_PROBLEM: List = List::new("says-problem");
static BEGINS_PROBLEMS: List = List::new("begins-problems");
static SOLVES_PROBLEM: List = List::new("solves-problem");
/// Words that are the heading of a part if they are the whole line.
static PART_ALONE: List = List::new("part-heading-alone");
static PART: List = List::new("part-heading");
static PART_END: List = List::new("part-heading-end");
/// Ends of a heading that begins with a year: 2026年重点工作.
static YEAR_HEADING_END: List = List::new("end-of-year-heading");
static BEGINS_YEAR: List = List::new("begins-year");
static ANNEX: List = List::new("annex");

/// What a document is, as far as its title says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Genre {
    /// A report of work: what was done, then what will be.
    #[default]
    Report,
    /// What will be done in a year: 工作要点.
    Plan,
    /// A policy: what is to be done.
    Policy,
}

impl Genre {
    fn parse(value: &str) -> Option<Self> {
        match value {
            "report" => Some(Self::Report),
            "plan" => Some(Self::Plan),
            "policy" => Some(Self::Policy),
            _ => None,
        }
    }

    /// The genre of a title.
    pub fn of(title: &str) -> Self {
        let mut words = GENRES.get().iter();
        let found = words.find(|(word, _)| title.contains(word));
        found.map_or_else(Self::default, |(_, genre)| *genre)
    }
}

/// The kind that the words of a heading stand for; None if they do not say.
pub fn of_heading(heading: &str) -> Option<Kind> {
    // 工作回顾和总体要求: what comes first is most of it.
    match (REPORTS.earliest(heading), PROMISES.earliest(heading)) {
        (Some(reports), None) => (reports > 0).then_some(Kind::Achievements),
        (Some(reports), Some(promises)) if reports < promises || REPORTS_AT_END.ends(heading) => {
            Some(Kind::Achievements)
        }
        _ => by_words(heading).or_else(|| is_of_problems(heading).then_some(Kind::Background)),
    }
}

/// The kind of the first word of the list that a heading holds.
fn by_words(heading: &str) -> Option<Kind> {
    let mut words = KINDS.get().iter();
    let found = words.find(|(word, _)| heading.contains(word));
    found.map(|(_, kind)| *kind)
}

/// Whether a heading speaks of what is wrong, and not of what is done about it.
fn is_of_problems(heading: &str) -> bool {
    PROBLEMS.is_in(heading)
        && (SAYS_PROBLEM.is_in(heading) || BEGINS_PROBLEMS.starts(heading))
        && !SOLVES_PROBLEM.is_in(heading)
}

/// Whether a line without numbering is the heading of a part of the document.
pub fn is_part(line: &str) -> bool {
    if PART_ALONE.has(&squeezed(line)) {
        return true;
    }
    let count = line.chars().count();
    let is_sentence = line.ends_with(|c: char| "。，；：、！？.,;:!?".contains(c));
    if !(3..=limits::PART_HEADING.get()).contains(&count) || is_sentence {
        return false;
    }
    let begins = |c: char| c.is_ascii_digit() || BEGINS_YEAR.has_char(c);
    let of_year = line.starts_with(begins)
        && count <= limits::YEAR_HEADING.get()
        && year(line).is_some()
        && YEAR_HEADING_END.ends(line);
    of_year || PART_END.ends(line) || PART.is_in(line)
}

/// Whether a line begins what is annexed to a document.
pub fn is_annex(line: &str) -> bool {
    let line = squeezed(line);
    line.chars().count() <= limits::ANNEX_HEADING.get()
        && (ANNEX.starts(&line) || ANNEX.ends(&line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_tell_what_a_section_is_for() {
        for (heading, kind) in [
            ("2020年重点工作进展及成效", Some(Kind::Achievements)),
            ("2021年工作思路及举措", Some(Kind::Plans)),
            ("2021年工作回顾", Some(Kind::Achievements)),
            ("2022年经济社会发展总体要求和政策取向", Some(Kind::Guidance)),
            ("2022年政府工作任务", Some(Kind::Plans)),
            (
                "1998年工作回顾和1999年工作的总体要求",
                Some(Kind::Achievements),
            ),
            ("总体要求", Some(Kind::Guidance)),
            ("主要任务", Some(Kind::Tasks)),
            ("重点工程", Some(Kind::Projects)),
            ("保障措施", Some(Kind::Safeguards)),
            ("加快信息基础设施建设", None),
            ("工作亮点", Some(Kind::Achievements)),
            ("存在的主要困难和挑战", Some(Kind::Background)),
            ("着力破解发展不足问题", None),
        ] {
            assert_eq!(of_heading(heading), kind, "{heading}");
        }
    }

    #[test]
    fn every_word_of_titles_and_headings_means_something() {
        assert_eq!(GENRES.left_out(), Vec::<&str>::new());
        assert_eq!(KINDS.left_out(), Vec::<&str>::new());
    }
}
