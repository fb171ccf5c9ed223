//! Aligns the sections of two bulletins: which treats the same topic as which.
//!
//! Headings change from year to year more than texts do, so a section is compared with all below it,
//! headings weighing more. What two sections share counts against what they share with the others:
//! see `topic`. A section may have several counterparts (it was split or joined), or none. Knows nothing of
//! figures.

use std::collections::HashMap;

use crate::fold::fold;
use crate::model::{Bulletin, Kind, Section};

use super::idf::{Idf, TermVector};
use super::limits;
use super::topic::Topics;
use super::weights::Weights;

/// Which sections of two bulletins are counterparts.
#[derive(Clone, Debug, Default)]
pub struct Alignment {
    /// For each section of the first one its counterparts in the second one, the most similar first.
    on: Vec<Vec<usize>>,
    /// The same from the second one to the first.
    back: Vec<Vec<usize>>,
}

impl Alignment {
    /// Aligns the sections of two bulletins.
    pub fn of(from: &Bulletin, to: &Bulletin) -> Self {
        let similarity = SectionSimilarity::of(from, to);
        let mut found = Self {
            on: vec![Vec::new(); from.sections().len()],
            back: vec![Vec::new(); to.sections().len()],
        };
        // Parents before children: children of counterparts are more likely to be counterparts.
        let deepest = from.sections().iter().map(|s| s.depth).max().unwrap_or(0);
        for depth in 0..=deepest {
            found.add_level(from, to, depth, &similarity);
        }
        found
    }

    /// The counterparts of a section of the first bulletin, the most similar first.
    pub fn on(&self, section: usize) -> &[usize] {
        self.on.get(section).map_or(&[], Vec::as_slice)
    }

    /// The counterparts of a section of the second bulletin, the most similar first.
    pub fn back(&self, section: usize) -> &[usize] {
        self.back.get(section).map_or(&[], Vec::as_slice)
    }

    fn add_level(
        &mut self,
        from: &Bulletin,
        to: &Bulletin,
        depth: usize,
        similarity: &SectionSimilarity,
    ) {
        let of_level = from.sections().iter().enumerate();
        let of_level = of_level.filter(|(_, section)| section.depth == depth);
        let mut scores: Vec<(f64, usize, usize)> = Vec::new();
        for (a, here) in of_level {
            for b in similarity.candidates(a) {
                let Some(there) = to.sections().get(b) else {
                    continue;
                };
                let apart = here.depth.abs_diff(there.depth);
                if apart > 1 || !same_kind(here.kind, there.kind) {
                    continue;
                }
                let parents = from.parent(a).zip(to.parent(b));
                let beside = parents.is_some_and(|(a, b)| self.on(a).contains(&b));
                let score = similarity.score(a, b)
                    + if beside {
                        limits::SECTION_PARENTS.get()
                    } else {
                        0.0
                    };
                let score = score - limits::SECTION_LEVEL.get() * apart as f64;
                // 2020年成效 and 2021年成效, each the only one of its kind, need no similarity.
                let only = similarity.alone(a, b) && apart == 0;
                let score = if only {
                    score.max(limits::SECTIONS.get())
                } else {
                    score
                };
                if score >= limits::SECTIONS.get() {
                    scores.push((score, a, b));
                }
            }
        }
        scores.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
        for (score, a, b) in scores {
            // A section that was split or joined is a counterpart of each of its parts, but not of parts
            // of parts.
            let within = |list: &[usize], of: &Bulletin, at: usize| {
                list.iter()
                    .any(|one| of.is_within(at, *one) || of.is_within(*one, at))
            };
            let free = self.on(a).is_empty() && self.back(b).is_empty();
            let part = (self.on(a).is_empty() || self.back(b).is_empty())
                && score >= limits::SECTION_PART.get();
            if !(free || part) || within(self.on(a), to, b) || within(self.back(b), from, a) {
                continue;
            }
            if let (Some(on), Some(back)) = (self.on.get_mut(a), self.back.get_mut(b)) {
                on.push(b);
                back.push(a);
            }
        }
    }
}

/// The alignments of any two bulletins, each made when it is asked for.
#[derive(Debug, Default)]
pub struct Alignments(HashMap<(usize, usize), Alignment>);

impl Alignments {
    /// The sections of a bulletin that treat the topic of a section of another one, the most similar
    /// first. Bulletins by their indices.
    pub fn counterparts(
        &mut self,
        bulletins: &[Bulletin],
        (from, section): (usize, usize),
        to: usize,
    ) -> &[usize] {
        let (one, other) = (from.min(to), from.max(to));
        let (Some(a), Some(b)) = (bulletins.get(one), bulletins.get(other)) else {
            return &[];
        };
        let known = self.0.entry((one, other));
        let alignment = known.or_insert_with(|| Alignment::of(a, b));
        if from == one {
            alignment.on(section)
        } else {
            alignment.back(section)
        }
    }
}

/// Whether two kinds are equal, both promise or both report.
fn same_kind(a: Option<Kind>, b: Option<Kind>) -> bool {
    let role = |kind: Option<Kind>| kind.and_then(Kind::role);
    a == b || role(a).is_some() && role(a) == role(b)
}

/// What is compared of the sections of two bulletins.
struct SectionSimilarity {
    idf: Idf,
    topics: Topics,
    from: Vec<SectionText>,
    to: Vec<SectionText>,
    /// The sections of the second bulletin by their folded headings, in order.
    named: HashMap<String, Vec<usize>>,
}

/// What is compared of a section.
struct SectionText {
    /// The place of its text among the topics.
    place: usize,
    terms: TermVector,
    heading: TermVector,
    /// Its folded heading, and which of the sections with this heading it is, of how many.
    name: String,
    nth: usize,
    of: usize,
    /// Whether it is the only one of its kind in its depth.
    alone: bool,
}

impl SectionSimilarity {
    fn of(from: &Bulletin, to: &Bulletin) -> Self {
        let (mut idf, mut topics) = (Idf::new(Weights::built_in()), Topics::default());
        let from = section_texts(from, 0, &mut idf, &mut topics);
        let to = section_texts(to, 1, &mut idf, &mut topics);
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, text) in to.iter().enumerate().filter(|(_, s)| !s.name.is_empty()) {
            named.entry(text.name.clone()).or_default().push(at);
        }
        idf.settle();
        topics.settle(&idf);
        Self {
            idf,
            topics,
            from,
            to,
            named,
        }
    }

    /// Whether the sections are too many to look at each pair of them.
    fn many(&self) -> bool {
        self.from.len() * self.to.len() > limits::SECTION_PAIRS.get()
    }

    /// The sections of the second bulletin that a section is compared with.
    fn candidates(&self, a: usize) -> Vec<usize> {
        if !self.many() {
            return (0..self.to.len()).collect();
        }
        let text = self.from.get(a);
        let named = text.and_then(|text| self.named.get(&text.name)?.get(text.nth));
        named.copied().into_iter().collect()
    }

    /// Whether each is the only one of its kind in its depth.
    fn alone(&self, a: usize, b: usize) -> bool {
        let pair = self.from.get(a).zip(self.to.get(b));
        pair.is_some_and(|(a, b)| a.alone && b.alone)
    }

    /// How similar two sections are, 0 to 1.
    fn score(&self, a: usize, b: usize) -> f64 {
        let (Some(here), Some(there)) = (self.from.get(a), self.to.get(b)) else {
            return 0.0;
        };
        // Where several sections have one heading (工作动态), only their texts can say which is which.
        let once = here.of == 1 && there.of == 1;
        if !here.name.is_empty() && here.name == there.name && (once || self.many()) {
            return 1.0;
        }
        let heading = self.idf.cosine(&here.heading, &there.heading);
        let whole = self.idf.cosine(&here.terms, &there.terms);
        if whole < limits::SECTION_LEAST.get() && heading < limits::SECTIONS.get() {
            return 0.0;
        }
        let topic = self.topics.one(&self.idf, here.place, there.place);
        (limits::SECTION_TOPIC.get() * topic + whole + limits::SECTION_HEADING.get() * heading)
            .min(limits::SECTION_MOST.get())
    }
}

/// What is compared of a bulletin's sections.
fn section_texts(
    bulletin: &Bulletin,
    number: usize,
    idf: &mut Idf,
    topics: &mut Topics,
) -> Vec<SectionText> {
    let sections = bulletin.sections();
    let name = |section: &Section| without_digits(&fold(&section.heading));
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut kinds: HashMap<(usize, Option<Kind>), usize> = HashMap::new();
    for section in sections {
        *names.entry(name(section)).or_default() += 1;
        *kinds.entry((section.depth, section.kind)).or_default() += 1;
    }
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut out = Vec::with_capacity(sections.len());
    for (at, section) in sections.iter().enumerate() {
        let mut whole = String::new();
        for part in sections.get(at..section.end).unwrap_or_default() {
            whole.push_str(&part.heading);
            whole.push('\n');
            whole.push_str(&part.body);
            whole.push('\n');
        }
        // Topics compare a section with the sections of one depth and kind.
        let group = number * limits::DEPTHS.get() + section.depth;
        let role = section.kind.and_then(Kind::role);
        let name = name(section);
        let nth = seen.entry(name.clone()).or_default();
        let alone = kinds.get(&(section.depth, section.kind)) == Some(&1);
        out.push(SectionText {
            place: topics.add(idf.count(&whole, None), (group, role)),
            terms: idf.terms(&whole),
            heading: idf.terms(&section.heading),
            nth: *nth,
            of: names.get(&name).copied().unwrap_or(0),
            alone: alone && section.kind.is_some(),
            name,
        });
        *nth += 1;
    }
    out
}

/// Years differ between bulletins and say nothing of the topic.
fn without_digits(text: &str) -> String {
    text.chars().filter(|c| !c.is_ascii_digit()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    fn bulletin(sections: &[(usize, &str, &str)]) -> Bulletin {
        let section = |(depth, heading, body): &(usize, &str, &str)| Section {
            depth: *depth,
            heading: (*heading).into(),
            body: (*body).into(),
            kind: Some(Kind::Plans),
            ..Section::default()
        };
        Bulletin::default().with_sections(sections.iter().map(section).collect())
    }

    #[test]
    fn a_section_finds_its_topic_under_another_heading() {
        let old = bulletin(&[
            (0, "2021年思路", ""),
            (
                1,
                "建设基础设施。",
                "增设骨干直联点，提升海缆保护能力，扩容网间带宽。",
            ),
            (
                1,
                "服务民生。",
                "开展适老化改造，整治垃圾信息，推广谢绝来电服务。",
            ),
            (1, "应对灾害。", "修订应急预案，组织综合演练。"),
        ]);
        let new = bulletin(&[
            (0, "2022年安排", ""),
            (
                1,
                "提升用户感知。",
                "实施适老化改造升级，持续整治垃圾信息。",
            ),
            (1, "夯实网络底座。", "强化海缆保护，促进骨干直联点扩容。"),
            (1, "发展卫星互联网。", "论证星座方案。"),
        ]);
        let found = Alignment::of(&old, &new);
        let on: Vec<&[usize]> = (0..4).map(|section| found.on(section)).collect();
        assert_eq!(on, [&[0][..], &[2], &[1], &[]]);
        assert_eq!(found.back(3), [0_usize; 0]);
        assert_eq!(found.back(1), [2]);
    }

    #[test]
    fn a_section_that_was_split_has_several_counterparts() {
        let old = bulletin(&[
            (
                0,
                "服务民生。",
                "开展适老化改造，推广大字版界面。整治骚扰电话，处置违规短信，推广谢绝来电。",
            ),
            (0, "应对灾害。", "修订应急预案，组织综合演练。"),
        ]);
        let new = bulletin(&[
            (0, "适老化。", "实施适老化改造升级，推广大字版界面。"),
            (0, "防骚扰。", "整治骚扰电话和违规短信，优化谢绝来电。"),
            (0, "应急。", "修订应急预案，组织综合演练和大赛。"),
        ]);
        let found = Alignment::of(&old, &new);
        let mut parts = found.on(0).to_vec();
        parts.sort_unstable();
        assert_eq!(parts, [0, 1]);
        assert_eq!(found.on(1), [2]);
    }

    #[test]
    fn either_of_two_bulletins_can_be_asked() {
        let old = bulletin(&[
            (0, "服务民生。", "开展适老化改造，推广大字版界面。"),
            (0, "应对灾害。", "修订应急预案，组织综合演练。"),
        ]);
        let new = bulletin(&[
            (0, "发展卫星互联网。", "论证星座方案。"),
            (0, "适老化。", "实施适老化改造升级，推广大字版界面。"),
            (0, "应急。", "修订应急预案，组织综合演练和大赛。"),
        ]);
        let both = [old, new];
        let mut alignments = Alignments::default();
        assert_eq!(alignments.counterparts(&both, (0, 1), 1), [2]);
        assert_eq!(alignments.counterparts(&both, (1, 1), 0), [0]);
    }

    #[test]
    fn a_heading_that_both_have_once_says_more_than_the_texts() {
        let text = "开展适老化改造，推广大字版界面。";
        let old = bulletin(&[
            (0, "服务民生。", text),
            (0, "应对灾害。", "修订应急预案，组织综合演练。"),
        ]);
        let new = bulletin(&[
            (0, "适老化。", text),
            (0, "服务民生。", "整治骚扰电话，处置违规短信。"),
            (0, "应对灾害。", "修订应急预案，组织综合演练。"),
        ]);
        let found = Alignment::of(&old, &new);
        assert_eq!(found.on(0).first(), Some(&1));
        assert_eq!(found.on(1), [2]);
    }

    #[test]
    fn of_sections_with_one_heading_the_texts_say_which_is_which() {
        let old = bulletin(&[
            (0, "工作动态", "开展适老化改造，推广大字版界面。"),
            (0, "工作动态", "修订应急预案，组织综合演练。"),
        ]);
        let new = bulletin(&[
            (0, "工作动态", "组织应急综合演练和技能大赛，修订应急预案。"),
            (0, "工作动态", "实施适老化改造升级，推广大字版界面。"),
        ]);
        let found = Alignment::of(&old, &new);
        assert_eq!((found.on(0), found.on(1)), (&[1_usize][..], &[0_usize][..]));
    }

    #[test]
    fn the_same_heading_is_the_same_section_in_the_same_kind_only() {
        let mut old = bulletin(&[(0, "2020年重点工作", "一。"), (0, "其他", "二。")]);
        let new = bulletin(&[(0, "其他", "三。"), (0, "2021年重点工作", "四。")]);
        assert_eq!(Alignment::of(&old, &new).on(0), [1]);
        let mut sections = old.sections().to_vec();
        sections[0].kind = Some(Kind::Achievements);
        old = Bulletin::default().with_sections(sections);
        assert_eq!(Alignment::of(&old, &new).on(0), [0_usize; 0]);
    }
}
