//! What a line of a head says by its words alone: whom it greets, where a report was given, what of a title is none.
//! Knows nothing of the lines around it.

use super::limits;
use crate::import::office::{is_bare_office, is_organ};
use crate::lexicon::List;
use crate::text::chars::squeezed;
use crate::text::date::date;
use crate::text::year::digit;

/// An ideograph that is printed for a bar: 丨.
static TITLE_BAR: List = List::new("title-bar");
static SITE_NAME: List = List::new("site-name");
/// Ends of names of sites, behind a dash after the title: 云南教育网.
static SITE_NAME_END: List = List::new("site-name-end");
/// Columns of sites.
static SITE_COLUMN: List = List::new("site-column");
static SITE_OF_GOVERNMENT: List = List::new("site-of-government");
static AT_MEETING: List = List::new("at-meeting");
static MEETING: List = List::new("meeting");
static AT: List = List::new("at-place");
/// 的报告, behind the place where it was given.
static GIVEN: List = List::new("given-at-meeting");
static SALUTATION: List = List::new("salutation");

/// Whether a line begins a speech: 各位代表：.
pub fn is_salutation(line: &str) -> bool {
    let words = squeezed(line);
    let whole = || SALUTATION.has(words.trim_end_matches(['，', ',', '。']));
    SALUTATION.starts(&words)
        && (words.ends_with(['：', ':', '！', '!']) || whole())
        && words.chars().count() <= limits::SALUTATION.get()
}

/// Whether a line greets those to whom it is spoken, and may go on: 各位代表，现在，我代表县人民政府，….
pub fn is_greeting(line: &str) -> bool {
    SALUTATION.starts(&squeezed(line))
}

/// Whether a line says where and when a report was given, or only where: 2024年1月24日在某市第十届人民代表大会第二次
/// 会议上, with who speaks. A sentence that tells of a meeting has commas.
pub fn is_place_and_day(line: &str) -> bool {
    let words = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    let count = words.chars().count();
    let begins = words.chars().next().is_some_and(|c| digit(c).is_some());
    let dated = begins && date(words).is_some();
    let place = AT.split(words).map(|(before, _)| before);
    let at_once = place.is_some_and(str::is_empty);
    let ends = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    // …会议上的报告
    let ends = GIVEN.strip_end(ends).unwrap_or(ends);
    place.is_some()
        && count <= limits::PLACE_AND_DAY.get()
        && !words.contains(['，', ',', '；'])
        && ((dated && AT_MEETING.is_in(words)) || (at_once && AT_MEETING.ends(ends)))
}

/// Whether a line goes on with the place of one before it that a margin cut.
pub fn is_rest_of_place(before: &str, line: &str) -> bool {
    let words = before.trim_start_matches(|c: char| !c.is_alphanumeric());
    let begins = words.chars().next().is_some_and(|c| digit(c).is_some());
    let dated = begins && date(before).is_some();
    // ——在某市第十届人民代表大会⏎第二次会议上
    let after_dash = before.starts_with(['—', '－']) && AT.starts(words) && MEETING.is_in(words);
    (dated || after_dash)
        && !AT_MEETING.is_in(before)
        && AT_MEETING.is_in(line)
        && !before.contains(['，', '。'])
        && !line.contains(['，', '。'])
        && before.chars().count() + line.chars().count() <= limits::PLACE_AND_DAY.get()
}

/// A title without the mark of a note behind it: 政府工作报告\[1\], 政府工作报告①.
pub fn without_note(title: &str) -> &str {
    let is_mark = |c: char| "*＊※†¹²³".contains(c) || ('①'..='⑳').contains(&c);
    let words = title.trim_end().trim_end_matches(is_mark).trim_end();
    let Some(open) = words.strip_suffix([']', '］', '〕']) else {
        return words;
    };
    let number = open.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = open.len() - number.len();
    // A year in such brackets belongs to a number.
    let before = number
        .strip_suffix(['[', '［', '〔'])
        .filter(|_| (1..=2).contains(&digits));
    before.map_or(words, str::trim_end)
}

/// The title of the document that a picture or a film tells of: 一图读懂！某县政府工作报告来了.
pub fn title_of_picture(title: &str) -> Option<&str> {
    static PICTURES: List = List::new("tells-of-document");
    static ARRIVES: List = List::new("document-arrives");
    static DOCUMENT: List = List::new("document");
    let marks =
        |c: char| !c.is_alphanumeric() && !"《》（）()“”".contains(c) || TITLE_BAR.has_char(c);
    let words = PICTURES.strip_start(title)?.trim_matches(marks);
    let words = ARRIVES
        .strip_end(words)
        .unwrap_or(words)
        .trim_matches(marks);
    let is_title = DOCUMENT.ends(words) && words.chars().count() >= 6;
    is_title.then_some(words)
}

/// A title without the gaps between its characters, each of which stands alone: 政 府 工 作 报 告.
pub fn unspaced(title: &str) -> String {
    let mut parts = title.split_whitespace();
    let is_alone = |part: &str| {
        part.chars().nth(1).is_none() || part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let alone = parts.clone().count() > 2 && parts.all(is_alone);
    if alone {
        squeezed(title)
    } else {
        title.to_owned()
    }
}

/// The office whose site a page is of, as the end of its title names it: 标题-某局.
pub fn office_of_site(title: &str) -> Option<String> {
    let (_, site) = title.rsplit_once(['_', '|', '-', '—', '–'])?;
    let office = site.trim();
    (is_organ(office) && !is_bare_office(office)).then(|| office.to_owned())
}

/// A page's title without the name of its site: 标题_网站名, 标题-某局.
pub fn without_site(title: &str) -> String {
    let cut = title.split(['_', '|']).next().unwrap_or_default().trim();
    let cut = if cut.chars().count() >= 6 {
        cut
    } else {
        title.trim()
    };
    match cut.rsplit_once(['-', '—', '–']) {
        Some((head, site))
            if head.trim().chars().count() >= 6
                && (is_organ(site) || is_of_site(site) || SITE_NAME_END.ends(site.trim())) =>
        {
            head.trim_end_matches(['-', '—', '–', ' ']).to_owned()
        }
        _ => cut.to_owned(),
    }
}

/// Whether words are the name of a site, or of one of its columns.
pub fn is_of_site(words: &str) -> bool {
    SITE_OF_GOVERNMENT.ends(words) || SITE_COLUMN.has(words.trim()) || SITE_NAME.is_in(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_names_the_document_that_it_tells_of() {
        let title = Some("河口县2031年政府工作报告");
        for picture in [
            "一图读懂！河口县2031年政府工作报告来了",
            "图解丨河口县2031年政府工作报告",
            "一图读懂：河口县2031年政府工作报告发布！",
        ] {
            assert_eq!(title_of_picture(picture), title, "{picture}");
        }
        assert_eq!(title_of_picture("一图读懂河口县水利"), None);
        assert_eq!(title_of_picture("河口县2031年政府工作报告"), None);
    }

    #[test]
    fn a_title_loses_the_mark_of_its_note() {
        for title in [
            "水利工作报告[1]",
            "水利工作报告①",
            "水利工作报告*",
            "水利工作报告 ［12］",
            "水利工作报告",
        ] {
            assert_eq!(without_note(title), "水利工作报告", "{title}");
        }
        for title in ["水利工作报告（1）", "河水〔2023〕", "水利工作报告2"] {
            assert_eq!(without_note(title), title);
        }
    }

    #[test]
    fn the_title_of_a_page_loses_its_site() {
        for page in [
            "河口县节水工作总结--江州水利网",
            "河口县节水工作总结-河口县水务局",
            "河口县节水工作总结_江州水利网",
            "河口县节水工作总结 - 江州水利网",
        ] {
            assert_eq!(without_site(page), "河口县节水工作总结", "{page}");
        }
        for title in ["节水优先——2031年工作总结", "水利网-节水工作总结"] {
            assert_eq!(without_site(title), title);
        }
    }

    #[test]
    fn a_title_that_is_set_wide_is_put_together() {
        assert_eq!(unspaced("水 利 工作　报 告"), "水 利 工作　报 告");
        assert_eq!(unspaced("水 利　简 报"), "水利简报");
    }

    #[test]
    fn whom_a_report_is_spoken_to_begins_a_speech() {
        for line in ["各位代表：", "各位代表，", "各位代表"] {
            assert!(is_salutation(line) && is_greeting(line), "{line}");
        }
        let goes_on = "各位代表，我代表县人民政府，作政府工作报告。";
        assert!(!is_salutation(goes_on) && is_greeting(goes_on));
        assert!(!is_greeting("代表们认为，报告实事求是。"));
    }
}
