//! Which bulletins are one document twice: of one series (or title, where the issuer is not known), of the same years
//! and with the same text, however it is laid out. One of them is compared; counted twice, every figure would be a promise and its own answer.
//!
//! Knows nothing of files: the caller says what it would rather keep.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::issuer::is_missing;
use super::limits;
use crate::calendar::{Date, Year};
use crate::digest::digest;
use crate::model::{Bulletin, Form};
use crate::text::mark::{End, Mark};

/// A sentence without marks and white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Sentence {
    /// Stands for its words.
    digest: u64,
    chars: usize,
    /// Whether it has a digit.
    numbers: bool,
}

/// The text of a bulletin, to be compared with another one whatever the layout.
#[derive(Debug, Default)]
struct Text {
    /// Its sentences in the order of their digests.
    sentences: Vec<Sentence>,
    /// Characters of all sentences.
    chars: usize,
    /// Characters of those with digits.
    with_numbers: usize,
}

impl Text {
    fn of(bulletin: &Bulletin) -> Self {
        let mut text = Self::default();
        let mut words = String::new();
        for section in bulletin.sections() {
            if section.form == Form::Block {
                text.take(&section.heading, &mut words);
                text.end(&mut words);
            }
            text.take(&section.body, &mut words);
            text.end(&mut words);
        }
        text.sentences.sort_unstable();
        text
    }

    /// Adds running text; its lines may end anywhere.
    fn take(&mut self, run: &str, words: &mut String) {
        for c in run.chars() {
            if c.is_alphanumeric() {
                words.push(c);
            } else if matches!(Mark::of(c), Some(Mark::Stop(End::Semicolon | End::Full))) {
                self.end(words);
            }
        }
    }

    /// Ends a sentence.
    fn end(&mut self, words: &mut String) {
        if !words.is_empty() {
            let chars = words.chars().count();
            let numbers = words.contains(char::is_numeric);
            self.chars += chars;
            self.with_numbers += if numbers { chars } else { 0 };
            self.sentences.push(Sentence {
                digest: digest([words.as_bytes()]),
                chars,
                numbers,
            });
            words.clear();
        }
    }

    /// The share of the longer text that stands in the other one too; that of its sentences with digits if it is
    /// smaller: what is written anew each month has the same words and other numbers.
    fn shared(&self, other: &Self) -> f64 {
        let (mut shared, mut shared_numbers) = (0, 0);
        let mut others = other.sentences.iter().peekable();
        for sentence in &self.sentences {
            while others.next_if(|other| *other < sentence).is_some() {}
            if others.next_if(|other| *other == sentence).is_some() {
                shared += sentence.chars;
                shared_numbers += if sentence.numbers { sentence.chars } else { 0 };
            }
        }
        let of_all = shared as f64 / self.chars.max(other.chars).max(1) as f64;
        match self.with_numbers.max(other.with_numbers) {
            0 => of_all,
            numbers => of_all.min(shared_numbers as f64 / numbers as f64),
        }
    }

    /// The sentences by which texts that share most of theirs find each other.
    fn leading(&self) -> impl Iterator<Item = u64> + '_ {
        let all = self.sentences.iter().take(limits::COPY_LEADING.get());
        all.map(|sentence| sentence.digest)
    }
}

/// The years by which a bulletin may be the same as another one.
#[derive(Debug)]
struct Years {
    /// Those its sections speak of.
    sections: BTreeSet<Year>,
    /// That of its date.
    date: Option<Year>,
}

impl Years {
    fn of(bulletin: &Bulletin) -> Self {
        let sections = bulletin.sections().iter();
        Self {
            sections: sections.filter_map(|section| section.year).collect(),
            date: bulletin.date.map(Date::year),
        }
    }

    /// Whether none says that the two are of different years: one may tell of fewer of them.
    fn agree(&self, other: &Self) -> bool {
        if self.sections.is_empty() || other.sections.is_empty() {
            return self.date.zip(other.date).is_none_or(|(a, b)| a == b);
        }
        self.sections.is_subset(&other.sections) || other.sections.is_subset(&self.sections)
    }
}

/// Tells every bulletin that is another one again of which it is a copy; false if there is none. Of two the one whose
/// issuer is known stays, then the one that is `preferred`, that has a date, that is longer, whatever their order. Bulletins have
/// the series they belong to.
pub fn mark_copies(bulletins: &mut [Bulletin], preferred: impl Fn(&Bulletin) -> bool) -> bool {
    let mut texts: Vec<(usize, Text)> = worth_reading(bulletins)
        .into_iter()
        .filter_map(|at| Some((at, Text::of(bulletins.get(at)?))))
        .collect();
    texts.sort_by_cached_key(|(at, text)| {
        let rank = |bulletin: &Bulletin| {
            let name = (bulletin.source_file.clone(), bulletin.id.clone());
            let sections = bulletin.sections().len();
            (
                is_missing(&bulletin.issuer),
                !preferred(bulletin),
                bulletin.date.is_none(),
                Reverse((text.chars, sections)),
                name,
            )
        };
        bulletins.get(*at).map(rank)
    });
    let mut kept: HashMap<(Group<'_>, u64), Vec<(usize, &Text)>> = HashMap::new();
    let mut copies: Vec<(usize, String)> = Vec::new();
    for (at, text) in &texts {
        let Some(bulletin) = bulletins.get(*at) else {
            continue;
        };
        let keys = || {
            let groups = groups(bulletin).into_iter();
            groups.flat_map(|group| text.leading().map(move |lead| (group, lead)))
        };
        let near = keys().filter_map(|key| kept.get(&key)).flatten();
        let mut originals = near.filter_map(|(other, of_other)| {
            let original = bulletins.get(*other)?;
            is_copy((bulletin, text), (original, of_other)).then_some(original)
        });
        if let Some(original) = originals.next() {
            copies.push((*at, original.id.clone()));
            continue;
        }
        for key in keys() {
            let near = kept.entry(key).or_default();
            if near.len() < limits::COPY_RIVALS.get() {
                near.push((*at, text));
            }
        }
    }
    let found = !copies.is_empty();
    for (at, original) in copies {
        if let Some(bulletin) = bulletins.get_mut(at) {
            bulletin.copy_of = Some(original);
        }
    }
    found
}

/// What two bulletins that are one document have in common: their series, or, where nobody knows whose they are, their
/// title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Group<'b> {
    Series(&'b str),
    Title(&'b str),
}

fn groups(bulletin: &Bulletin) -> [Group<'_>; 2] {
    [
        Group::Series(&bulletin.series),
        Group::Title(&bulletin.title),
    ]
}

/// The bulletins of which another one may be the same by its head and years: only their texts are read.
fn worth_reading(bulletins: &[Bulletin]) -> Vec<usize> {
    let mut members: HashMap<Group<'_>, Vec<(usize, &Bulletin)>> = HashMap::new();
    for (at, bulletin) in bulletins.iter().enumerate() {
        for group in groups(bulletin) {
            members.entry(group).or_default().push((at, bulletin));
        }
    }
    let mut all: BTreeSet<usize> = BTreeSet::new();
    for (group, members) in members {
        let issuers: HashSet<&str> = members.iter().map(|(_, b)| b.issuer.as_str()).collect();
        let told = issuers.len() == members.len() && !issuers.iter().any(|name| is_missing(name));
        if members.len() > 1 && (matches!(group, Group::Series(_)) || !told) {
            all.extend(of_same_years(&members));
        }
    }
    all.into_iter().collect()
}

/// Those of some bulletins of which another one is of the same years; of very many all.
fn of_same_years(members: &[(usize, &Bulletin)]) -> Vec<usize> {
    if members.len() > limits::COPY_FAMILY.get() {
        return members.iter().map(|(at, _)| *at).collect();
    }
    let years: Vec<Years> = members.iter().map(|(_, b)| Years::of(b)).collect();
    let shared = members.iter().zip(&years).enumerate();
    let shared = shared.filter(|(place, (_, own))| {
        let others = years.iter().enumerate().filter(|(other, _)| other != place);
        others.into_iter().any(|(_, other)| own.agree(other))
    });
    shared.map(|(_, ((at, _), _))| *at).collect()
}

/// Whether two bulletins are one document.
fn is_copy((a, of_a): (&Bulletin, &Text), (b, of_b): (&Bulletin, &Text)) -> bool {
    // A few words are soon the same.
    let short = of_a.chars.max(of_b.chars) < limits::COPY_CHARS.get();
    let least = if short { 1.0 } else { limits::COPY.get() };
    let same_title = a.title == b.title;
    let may_be = Years::of(a).agree(&Years::of(b)) && is_of_one(a, b) && (!short || same_title);
    may_be && of_a.shared(of_b) >= least
}

/// Whether two bulletins are of one series, or of the same title and of nobody else than each other.
fn is_of_one(a: &Bulletin, b: &Bulletin) -> bool {
    let missing = is_missing(&a.issuer) || is_missing(&b.issuer);
    let of_title = a.title == b.title && (missing || a.issuer == b.issuer);
    a.series == b.series || (of_title && a.stated_series == b.stated_series)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    const SENTENCES: [&str; 10] = [
        "新修农村公路一百二十公里，十七个村通了客车。",
        "改造老旧小区九个，加装电梯四十部，惠及居民三千户。",
        "疏浚河道两段，治理水土流失面积六十平方公里。",
        "新建标准化厂房三万平方米，引进企业二十一家。",
        "完成高标准农田建设两万亩，粮食产量稳定在五万吨。",
        "新增城镇就业一千八百人，零就业家庭动态清零。",
        "县医院门诊楼投入使用，乡镇卫生院全部达标。",
        "新建公办幼儿园两所，增加学位五百四十个。",
        "举办茶文化节和山地马拉松，接待游客八十万人次。",
        "化解信访积案三十件，群众安全感进一步提升。",
    ];

    fn bulletin(id: &str, sections: &[(&str, Year, String)]) -> Bulletin {
        let section = |(heading, year, body): &(&str, Year, String)| Section {
            heading: (*heading).into(),
            year: Some(*year),
            body: body.clone(),
            ..Section::default()
        };
        Bulletin {
            id: id.into(),
            title: "政府工作报告".into(),
            issuer: "青溪县人民政府".into(),
            series: "青溪县人民政府".into(),
            source_file: format!("{id}.txt"),
            ..Bulletin::default()
        }
        .with_sections(sections.iter().map(section).collect())
    }

    fn copies(mut bulletins: Vec<Bulletin>) -> Vec<Option<String>> {
        mark_copies(&mut bulletins, |b| b.source_file == "b.yaml");
        bulletins.into_iter().map(|b| b.copy_of).collect()
    }

    #[test]
    fn a_document_is_known_again_however_it_is_laid_out() {
        let text = SENTENCES.concat();
        let one = bulletin("docx", &[("上年工作", 2030, text.clone())]);
        let cut = text.replace('，', ", \n").replace("公里", "公 里");
        let other = bulletin("txt", &[("上年工作", 2030, format!("{cut}附记。"))]);
        // The longer one stays, in either order.
        for (bulletins, wanted) in [
            (vec![one.clone(), other.clone()], [Some("txt"), None]),
            (vec![other, one], [None, Some("txt")]),
        ] {
            assert_eq!(copies(bulletins), wanted.map(|id| id.map(str::to_owned)));
        }
    }

    #[test]
    fn what_somebody_wrote_stays_before_what_was_read() {
        let text = SENTENCES.concat();
        let raw = bulletin("a", &[("", 2030, format!("{text}打印时间不详。"))]);
        let mut written = bulletin("b", &[("", 2030, text)]);
        written.source_file = "b.yaml".into();
        assert_eq!(copies(vec![raw, written]), [Some("b".into()), None]);
    }

    #[test]
    fn a_document_that_lost_its_issuer_is_known_by_its_title() {
        let mut one = bulletin("a", &[("", 2030, SENTENCES.concat())]);
        let mut other = bulletin("b", &[("", 2030, SENTENCES.concat())]);
        one.series = "a · 政府工作报告".into();
        one.issuer = String::new();
        other.issuer = "青溪县人民政府".into();
        let mut two = [one.clone(), other.clone()];
        mark_copies(&mut two, |bulletin| bulletin.id == "a");
        assert_eq!(
            (&two[0].copy_of, &two[1].copy_of),
            (&Some("b".into()), &None)
        );
        // Not if it is somebody else's.
        one.issuer = "白石县人民政府".into();
        assert_eq!(copies(vec![one, other]), [None, None]);
    }

    #[test]
    fn two_documents_of_one_year_are_two() {
        let report = SENTENCES[..6].concat();
        let plan = SENTENCES[4..].concat();
        let one = bulletin("report", &[("", 2030, report.clone())]);
        let two = bulletin("plan", &[("", 2030, plan)]);
        assert_eq!(copies(vec![one.clone(), two]), [None, None]);
        // What is written anew each month.
        let rules = SENTENCES.concat();
        let month = |id: &str, count: u32| {
            let counted = format!("本月检查企业{count}家，发现隐患{}处。", 2 * count);
            bulletin(id, &[("", 2030, format!("{counted}{rules}"))])
        };
        assert_eq!(
            copies(vec![month("may", 12), month("june", 15)]),
            [None, None]
        );
        // The same words of another year, of another issuer, or few of them.
        let later = bulletin("later", &[("", 2031, report.clone())]);
        assert_eq!(copies(vec![one.clone(), later]), [None, None]);
        let mut other = bulletin("other", &[("", 2030, report)]);
        other.series = "白石县人民政府".into();
        other.issuer = "白石县人民政府".into();
        assert_eq!(copies(vec![one, other]), [None, None]);
        let mut few = ["a", "b"].map(|id| bulletin(id, &[("", 2030, "情况正常。".into())]));
        few[0].title = "一季度情况".into();
        assert_eq!(copies(few.to_vec()), [None, None]);
        few[1].title = "一季度情况".into();
        assert_eq!(copies(few.to_vec()), [None, Some("a".into())]);
    }
}
