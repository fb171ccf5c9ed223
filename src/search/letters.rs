//! Finds letters in a text, whatever their width, case, script and the marks between them. Knows nothing of bulletins.

use std::ops::Range;

use crate::fold::Letters;

/// Byte ranges of a text that begin with one of some characters, without overlaps. `length` returns how
/// many bytes at the start of a text match, if any do.
pub fn scan(
    text: &str,
    starts: impl Fn(char) -> bool,
    length: impl Fn(&str) -> Option<usize>,
    found: &mut Vec<Range<usize>>,
) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if !starts(c) || at < from {
            continue;
        }
        if let Some(length) = length(text.get(at..).unwrap_or_default()) {
            from = at + length;
            found.push(at..from);
        }
    }
}

/// Byte ranges of a text that have the letters that are looked for, without overlaps.
pub fn places(wanted: &[char], text: &str, found: &mut Vec<Range<usize>>) {
    let letters = Letters::known();
    let Some(first) = wanted.first().copied() else {
        return;
    };
    let starts = |c: char| {
        let code = letters.code(c);
        code == u32::from(first) || (code == Letters::LOOK && letters.first(c) == Some(first))
    };
    scan(text, starts, |rest| begins(wanted, rest, letters), found);
}

/// Whether a text has the letters that are looked for.
pub fn stand_in(wanted: &[char], text: &str) -> bool {
    let mut found = Vec::new();
    places(wanted, text, &mut found);
    !found.is_empty()
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
        let mut places_found = Vec::new();
        places(&Letters::known().of(wanted), text, &mut places_found);
        places_found
            .into_iter()
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
