//! A line below the name of a periodical of an office: its issue, who edits it, the day. Knows nothing of the head.

use super::limits;
use crate::import::office::is_organ;
use crate::lexicon::List;
use crate::text::chars::{is_han, squeezed};
use crate::text::date::is_date;
use crate::text::year::{digit, is_year_mark};

/// 第, 总第: what is before the number of an issue.
static BEFORE_ISSUE: List = List::new("before-issue");
/// 总, with which begins the number of an issue among all.
static OF_ALL: List = List::new("of-all-issues");
/// 期.
static ENDS_ISSUE: List = List::new("ends-issue");
/// What is said behind the office that edits.
static EDITS: List = List::new("edits");
/// 十, in a number.
static TEN: List = List::new("ten-of-date");

/// Ends of names of periodicals.
static NAMES: List = List::new("periodical");

/// What a line of a masthead says.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Masthead<'t> {
    /// Who edits it.
    pub office: Option<&'t str>,
    /// The day of the issue.
    pub day: Option<&'t str>,
}

/// Whether a line is the name of a periodical, or of circulars of one kind, and says no more: 督 查 通 报, 水利工作简报.
pub fn is_name_of_periodical(line: &str) -> bool {
    static NO_NAMES: List = List::new("no-periodical");
    let words = squeezed(line);
    let number = words.contains(|c: char| digit(c).is_some());
    NAMES.ends(&words) && !NO_NAMES.is_in(&words) && !number && words.chars().all(is_han)
}

/// Whether such a name may be that of a column of a site as well: 工作动态. One that is set wide is none.
pub fn may_be_column(name: &str) -> bool {
    static COLUMNS: List = List::new("column-or-periodical");
    COLUMNS.ends(name.trim()) && !name.trim().contains(char::is_whitespace)
}

/// Reads a line of a masthead. None if it names neither an issue nor who edits, or says anything else.
pub fn masthead(line: &str) -> Option<Masthead<'_>> {
    let brackets = ['（', '）', '(', ')'];
    let (mut found, mut sure) = (Masthead::default(), false);
    if is_issue(squeezed(line).trim_matches(brackets)) {
        return Some(found);
    }
    let parts = line.split(|c: char| c.is_whitespace() || brackets.contains(&c));
    for part in parts.filter(|part| !part.is_empty()) {
        if is_issue(part) {
            sure = true;
        } else if let Some(office) = EDITS.strip_end(part).filter(|office| is_organ(office)) {
            (found.office, sure) = (Some(office), true);
        } else if is_date(part) {
            found.day = Some(part);
        } else if is_organ(part) && found.office.is_none() {
            found.office = Some(part);
        } else {
            return None;
        }
    }
    sure.then_some(found)
}

/// The number of the issue that a line names first: 第17期 of 第17期（总第203期）.
pub fn issue(line: &str) -> Option<String> {
    let brackets = ['（', '）', '(', ')'];
    let line = name_and_issue(&NAMES, line).map_or(line, |(_, issue)| issue);
    let whole = squeezed(line);
    let whole = whole.trim_matches(brackets);
    let parted = |c: char| c.is_whitespace() || brackets.contains(&c);
    let mut parts = line.split(parted).chain([whole]);
    let number = parts.find(|part| is_issue(part) && !OF_ALL.starts(part))?;
    Some(number.to_owned())
}

/// Whether a line names an issue of a gazette, and says no more: 某市人民政府公报 2031年第2期（总第17期）.
pub fn is_issue_of_gazette(line: &str) -> bool {
    static GAZETTES: List = List::new("gazette");
    name_and_issue(&GAZETTES, line).is_some()
}

/// Whether a line names a periodical and its issue, and says no more: 水利工作简报 第17期.
pub fn is_issue_of_periodical(line: &str) -> bool {
    name_and_issue(&NAMES, line).is_some_and(|(name, _)| is_name_of_periodical(name))
}

/// The name of a line that ends in one of some words, and the numbers of the issue behind it, with which the line ends.
fn name_and_issue<'t>(names: &List, line: &'t str) -> Option<(&'t str, &'t str)> {
    let parted = |c: char| c.is_whitespace() || "（）()".contains(c);
    let words = line.trim();
    if words.chars().count() > limits::VALUE_OF_LABEL.get() * 2 {
        return None;
    }
    names.words().find_map(|name| {
        let (before, _) = words.rsplit_once(name)?;
        let (name, behind) = words.split_at_checked(before.len() + name.len())?;
        let mut issues = behind
            .split(parted)
            .filter(|part| !part.is_empty())
            .peekable();
        (issues.peek().is_some() && issues.all(is_issue)).then_some((name, behind))
    })
}

/// 第17期, 总第203期, 2031年第5期, 〔2031〕第17期.
fn is_issue(part: &str) -> bool {
    let Some(words) = ENDS_ISSUE.strip_end(part) else {
        return false;
    };
    let of_year = |c: char| c.is_ascii_digit() || is_year_mark(c) || "〔〕[]【】".contains(c);
    let Some(number) = BEFORE_ISSUE.strip_start(words.trim_start_matches(of_year)) else {
        return false;
    };
    !number.is_empty()
        && number
            .chars()
            .all(|c| digit(c).is_some() || TEN.has_char(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_periodical_has_a_name() {
        for line in ["督 查 通 报", "水利工作简报", "政 务 信 息", "节水要情"] {
            assert!(is_name_of_periodical(line), "{line}");
        }
        for line in [
            "关于节水情况的通报",
            "2031年水利工作通报",
            "河口县节水情况通报",
            "第十七期简报",
            "水利简报：节水",
        ] {
            assert!(!is_name_of_periodical(line), "{line}");
        }
    }

    #[test]
    fn a_column_of_a_site_is_named_like_a_periodical() {
        assert!(may_be_column("工作动态") && may_be_column("政务信息"));
        assert!(!may_be_column("工 作 动 态") && !may_be_column("督查通报"));
    }

    #[test]
    fn an_issue_has_a_number_and_a_gazette_is_no_title() {
        assert_eq!(issue("第17期（总第203期）").as_deref(), Some("第17期"));
        assert_eq!(issue("第 17 期").as_deref(), Some("第17期"));
        let wide = "2031年第5期　河口县水务局办公室　2031年3月2日";
        assert_eq!(issue(wide).as_deref(), Some("2031年第5期"));
        assert_eq!(issue("（总第203期）"), None);
        for line in ["水利简报 第5期", "水利简报（第5期）", "督查专报第5期"] {
            assert!(is_issue_of_periodical(line), "{line}");
            assert_eq!(issue(line).as_deref(), Some("第5期"), "{line}");
        }
        for line in ["水利简报", "关于节水的通报 第5期", "水利简报第5期目录"] {
            assert!(!is_issue_of_periodical(line), "{line}");
        }
        for line in [
            "河口县人民政府公报　2031年第2期（总第17期）",
            "河口县人民政府公报2031年第2期",
        ] {
            assert!(is_issue_of_gazette(line), "{line}");
        }
        for line in [
            "河口县人民政府公报",
            "河口县政府公报第2期目录",
            "河口县水资源公报 2031年第2期",
        ] {
            assert!(!is_issue_of_gazette(line), "{line}");
        }
    }

    #[test]
    fn a_masthead_says_issue_office_and_day() {
        let all = Masthead {
            office: Some("河口县水务局办公室"),
            day: Some("2031年3月2日"),
        };
        for line in [
            "第17期（总第203期） 河口县水务局办公室编 2031年3月2日",
            "河口县水务局办公室编印　　2031年3月2日",
            "2031年第5期　河口县水务局办公室　2031年3月2日",
        ] {
            assert_eq!(masthead(line).as_ref(), Some(&all), "{line}");
        }
        for line in ["〔2031〕第十七期", "第 17 期", "（第17期）"] {
            assert_eq!(masthead(line), Some(Masthead::default()), "{line}");
        }
        for line in [
            "河口县水务局 2031年3月2日",
            "第二期工程",
            "第一期 水库建设",
            "期",
            "",
        ] {
            assert_eq!(masthead(line), None, "{line}");
        }
    }
}
