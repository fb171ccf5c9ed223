//! The name of who issued a document, as a title has it, without the years around it. Knows no offices.

use crate::lexicon::List;
use crate::text::year::{digit, is_year_mark};

static SPAN: List = List::new("span-after-issuer");
/// What stands between two years.
static RANGE: List = List::new("range");
static JOINS: List = List::new("joins-years");

/// A name without the year before it: 2031年某县, 二〇三一年某县; 三明市 begins with no year.
pub fn without_year(name: &str) -> &str {
    let rest = name.trim_start_matches(|c: char| c.is_ascii_digit() || is_year_mark(c));
    if rest.len() < name.len() {
        return rest;
    }
    let digits = name.chars().take_while(|c| digit(*c).is_some()).count();
    let mut rest = name.chars();
    let mark = rest.nth(digits).filter(|c| is_year_mark(*c));
    mark.filter(|_| digits == 4).map_or(name, |_| rest.as_str())
}

/// A name without the year or the part of a year after it.
pub fn without_span(mut name: &str) -> &str {
    loop {
        let cut = SPAN.strip_end(name).unwrap_or(name);
        let cut = cut.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
        if cut.len() == name.len() {
            return name;
        }
        name = without_first_year(cut);
    }
}

/// A name without what joins the year before it to another one: 某局2029年和, 某局2028—.
fn without_first_year(name: &str) -> &str {
    let before = RANGE.strip_end(name).or_else(|| JOINS.strip_end(name));
    let is_year = |c: char| c.is_ascii_digit() || is_year_mark(c);
    before
        .filter(|before| before.ends_with(is_year))
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_between_years() {
        for name in ["2031年河口县", "二〇三一年河口县", "河口县"] {
            assert_eq!(without_year(name), "河口县");
        }
        assert_eq!(without_year("三明市"), "三明市");
        for name in [
            "河口县2031年上半年",
            "河口县2030年—2031年",
            "河口县2030-2031年",
            "河口县2030年和2031年",
            "河口县2031年度",
        ] {
            assert_eq!(without_span(name), "河口县", "{name}");
        }
        assert_eq!(without_span("河口县和东湖县"), "河口县和东湖县");
    }
}
