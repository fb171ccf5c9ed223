//! Where something stands: the headings down to a section, a reference, the bulletin's year, issuer and date.

use crate::i18n::Lang;
use crate::model::{Bulletin, Form};
use crate::parallel::Column;
use crate::phrases::Occurrence;
use crate::text::label::read;
use crate::text::label_write::chinese;
use crate::text::manner::Manner;
use crate::text::year;

/// Headings from the top down to a section, parted by ` › `.
pub fn heading_path(bulletin: &Bulletin, index: usize) -> String {
    let words = bulletin.ancestry(index).into_iter().filter_map(|i| {
        let section = bulletin.sections().get(i)?;
        Some(section.labelled_heading())
    });
    words
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" › ")
}

/// Headings from the top down to a section, or the title of the bulletin as a whole.
pub fn path_words(bulletin: &Bulletin, section: Option<usize>) -> String {
    section.map_or_else(
        || bulletin.title.clone(),
        |section| heading_path(bulletin, section),
    )
}

/// The year of a bulletin's date to stand before other words, with a space; nothing without a date.
pub fn in_year(bulletin: &Bulletin) -> String {
    let year = bulletin.date.map(|date| format!("{} ", date.year()));
    year.unwrap_or_default()
}

/// Issuer, document number and date of a bulletin, those that it has, with so much between them.
pub fn byline(bulletin: &Bulletin, gap: &str) -> String {
    let date = bulletin.date.map(|date| date.to_string());
    let parts = [
        Some(bulletin.issuer.as_str()),
        bulletin.document_number.as_deref(),
        date.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join(gap)
}

/// `ID#2.1` of a place.
pub fn reference(place: &Occurrence, columns: &[Column], bulletins: &[Bulletin]) -> String {
    let found = || {
        let column = columns.get(place.year)?;
        let section = column.paragraphs.get(place.passage)?.section;
        Some(bulletins.get(column.shown.bulletin)?.reference(section))
    };
    found().unwrap_or_default()
}

/// The title of a bulletin as documents name it: 《题名》, with the year of its date before it where the title names none.
pub fn named(bulletin: &Bulletin, lang: Lang) -> String {
    let words = lang.words();
    let title = words.place_title(&bulletin.title);
    let dated = bulletin.date.filter(|_| {
        let has_digits = |word: &str| word.len() == "2026".len();
        let mut runs = bulletin.title.split(|c: char| !c.is_ascii_digit());
        year::year(&bulletin.title).is_none() && !runs.any(has_digits)
    });
    match dated {
        Some(date) => words.place_dated(title, date.year()),
        None => title,
    }
}

/// Where something stands, as documents name it: 《2026年政府工作报告》第三部分. Never an id or a file.
pub fn place(bulletin: &Bulletin, index: usize, lang: Lang) -> String {
    let title = named(bulletin, lang);
    match chapter(bulletin, index, lang) {
        Some(chapter) => lang.words().place_in(chapter, title),
        None => title,
    }
}

/// The chapter that a section stands in: by its number, by its place if no chapter has one, else by its heading.
fn chapter(bulletin: &Bulletin, index: usize, lang: Lang) -> Option<String> {
    let words = lang.words();
    let numbered = |number: u32| words.place_part(chinese(number), number);
    let top = *bulletin.ancestry(index).first()?;
    let section = bulletin.sections().get(top)?;
    if let Some(label) = read(section.label.trim(), None) {
        let is_named = matches!(label.manner, Manner::Part | Manner::Chapter);
        return Some(if is_named {
            section.label.trim().to_owned()
        } else {
            numbered(label.number)
        });
    }
    let chapters: Vec<usize> = bulletin.children(None).collect();
    let is_labelled = |at: &usize| {
        let chapter = bulletin.sections().get(*at);
        chapter.is_some_and(|chapter| !chapter.label.is_empty())
    };
    if chapters.iter().any(is_labelled) {
        let has_heading = section.form != Form::Implied && !section.heading.trim().is_empty();
        return has_heading.then(|| words.quoted(section.outline_heading()));
    }
    let place = chapters.iter().position(|chapter| *chapter == top)?;
    Some(numbered(u32::try_from(place + 1).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::model::Section;

    fn report(title: &str, chapters: &[(usize, &str, &str)]) -> Bulletin {
        let section = |(depth, label, heading): &(usize, &str, &str)| Section {
            depth: *depth,
            label: (*label).into(),
            heading: (*heading).into(),
            ..Section::default()
        };
        Bulletin {
            title: title.into(),
            date: Date::parse("2026-01-28"),
            ..Bulletin::default()
        }
        .with_sections(chapters.iter().map(section).collect())
    }

    #[test]
    fn a_place_is_named_by_title_and_chapter() {
        let chapters = [
            (0, "", "各位代表："),
            (0, "一、", "工作回顾"),
            (1, "（二）", "产业"),
            (0, "三、", "重点工作"),
        ];
        let whole = report("2026年政府工作报告", &chapters);
        let place = |at: usize| place(&whole, at, Lang::Zh);
        assert_eq!(place(2), "《2026年政府工作报告》第一部分");
        assert_eq!(place(3), "《2026年政府工作报告》第三部分");
        assert_eq!(place(0), "《2026年政府工作报告》“各位代表”");
    }

    #[test]
    fn chapters_without_numbers_are_told_by_their_place_and_chapters_by_their_own_word() {
        let bare = report(
            "工作要点",
            &[(0, "", "成效"), (1, "一是", ""), (0, "", "安排")],
        );
        assert_eq!(place(&bare, 1, Lang::Zh), "2026年《工作要点》第一部分");
        assert_eq!(place(&bare, 2, Lang::Zh), "2026年《工作要点》第二部分");
        let rules = report(
            "二〇二六年规划",
            &[(0, "第一章", "总则"), (0, "第二章", "目标")],
        );
        assert_eq!(place(&rules, 1, Lang::Zh), "《二〇二六年规划》第二章");
        assert_eq!(place(&bare, 2, Lang::En), "“工作要点” (2026), part 2");
    }
}
