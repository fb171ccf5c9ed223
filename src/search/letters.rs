//! Finds letters in a text, whatever their width, case, script and the marks between them. Knows nothing of bulletins.

use std::ops::Range;

use crate::fold::Letters;

/// Byte ranges of a text that begin with one of some characters, without overlaps, found as they are asked for.
/// `length` returns how many bytes at the start of a text match, if any do.
pub fn scan<'t>(
    text: &'t str,
    starts: impl Fn(char) -> bool + 't,
    length: impl Fn(&str) -> Option<usize> + 't,
) -> impl Iterator<Item = Range<usize>> + 't {
    let mut from = 0;
    text.char_indices().filter_map(move |(at, c)| {
        if !starts(c) || at < from {
            return None;
        }
        from = at + length(text.get(at..).unwrap_or_default())?;
        Some(at..from)
    })
}

/// Byte ranges of a text that have the letters that are looked for, without overlaps; none if no letters are.
pub fn places<'t>(wanted: &'t [char], text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let letters = Letters::known();
    let (first, text) = wanted.first().map_or(('\0', ""), |first| (*first, text));
    let starts = move |c: char| {
        let code = letters.code(c);
        code == u32::from(first) || (code == Letters::LOOK && letters.first(c) == Some(first))
    };
    scan(text, starts, |rest| begins(wanted, rest, letters))
}

/// Whether a text has the letters that are looked for.
pub fn stand_in(wanted: &[char], text: &str) -> bool {
    places(wanted, text).next().is_some()
}

/// Bytes of a text's beginning that have the letters.
fn begins(wanted: &[char], text: &str, letters: &Letters) -> Option<usize> {
    let mut walk = letters.walk(text);
    let mut end = None;
    for letter in wanted {
        let next = walk.next().filter(|next| next.letter == *letter)?;
        end = Some(next.end);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(wanted: &str, text: &str) -> Vec<String> {
        places(&Letters::known().of(wanted), text)
            .map(|place| text.get(place).unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn all_ways_to_write_it_find_all_ways_it_is_written() {
        let ways = [
            "5G+工业互联网",
            "5G﹢工业互联网",
            "５Ｇ＋工业互联网",
            "5g + 工業互聯網",
        ];
        let text = ways.join("；");
        for way in ways {
            assert_eq!(found(way, &text), ways, "{way}");
        }
    }

    #[test]
    fn a_run_of_marks_takes_no_longer_than_its_length() {
        // Minutes, if each of them were looked behind.
        for run in [".", "😀", "\n", "한"] {
            assert_eq!(
                found("行1", &format!("{}行1", run.repeat(100_000))),
                ["行1"]
            );
        }
    }

    #[test]
    fn a_find_begins_and_ends_with_its_own_characters() {
        assert_eq!(found("工业", "“工业”、‘工 业’"), ["工业", "工 业"]);
        assert_eq!(found("m2", "100㎡，"), ["㎡"]);
        assert_eq!(found("15", "1.5和1,500和15"), ["1,5", "15"]);
        assert!(found("工业", "工\n业").is_empty());
    }
}
