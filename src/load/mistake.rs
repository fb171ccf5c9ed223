//! Usual mistakes behind a syntax error, found where people make them: on the line the parser
//! blames, or on the line before it, which it had already swallowed.

use super::problem::Mistake;
use super::schema;
use super::tree::Spot;

/// What looks like a hyphen of a list and is none.
const DASHES: [char; 8] = ['－', '—', '–', '−', '‐', '·', '•', '*'];
/// What looks like a colon and is none.
const COLONS: [char; 6] = ['：', '；', '﹕', '︰', ';', '='];
/// Characters that YAML takes for a sign of its own at the start of a value.
const SIGNS: [char; 10] = ['%', '@', '`', '*', '&', '!', '|', '>', ']', '}'];

/// A better reason for a syntax error and its place, if the text shows a usual one.
pub fn find(text: &str, detail: &str, spot: Spot) -> Option<(Mistake, Spot)> {
    let lines: Vec<&str> = text.split('\n').take(spot.line + 1).collect();
    let at = spot.line.checked_sub(1)?;
    let blamed = lines.get(at).copied().unwrap_or_default();
    let before = (0..at).rev().find(|i| !is_blank(&lines, *i));
    // Prose in a block is as it should be, whatever it looks like.
    let prose = before.is_some_and(|index| in_block(&lines, index));
    let before = before.filter(|_| !prose);
    // A tab may be noticed only when the parser looks back at the line before.
    for index in [Some(at), Some(at + 1)].into_iter().flatten() {
        if let Some(found) = lines.get(index).and_then(|line| tab(line)) {
            return Some((Mistake::Tab, on(index, found)));
        }
    }
    // What the parser is sure of.
    let mark = blamed.chars().nth(spot.column.saturating_sub(1));
    match mark {
        Some(mark) if detail.contains("unclosed") => return Some((Mistake::Unclosed(mark), spot)),
        _ if detail.contains("escape character") => return Some((Mistake::Escape, spot)),
        _ => {}
    }
    let candidates = [before, Some(at)].into_iter().flatten();
    for index in candidates {
        let line = lines.get(index).copied().unwrap_or_default();
        if let Some((mistake, found)) = in_line(line) {
            return Some((mistake, on(index, found)));
        }
    }
    if detail.contains("trailing content") || behind_quote(blamed) {
        return Some((Mistake::BehindQuote, on(at, whole(blamed))));
    }
    if let Some((index, found)) = before.and_then(|i| Some((i, unclosed(lines.get(i)?)?))) {
        return Some((Mistake::Unclosed(found.1), on(index, (found.0, 1))));
    }
    if detail.contains("expected ':'") || prose && !blamed.contains(':') {
        return Some((Mistake::NoColon, spot));
    }
    if let Some((mistake, found)) = in_value(blamed) {
        return Some((mistake, on(at, found)));
    }
    let moved = before
        .and_then(|i| lines.get(i))
        .is_some_and(|above| misaligned(above, blamed));
    moved.then(|| (Mistake::Misaligned, on(at, whole(blamed))))
}

/// A usual mistake on the first line with words, for a file of which no key was seen.
pub fn of_first_line(text: &str) -> Option<(Mistake, Spot)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let at = (0..lines.len()).find(|i| !is_blank(&lines, *i))?;
    let (mistake, found) = in_line(lines.get(at)?)?;
    Some((mistake, on(at, found)))
}

fn is_blank(lines: &[&str], index: usize) -> bool {
    let line = lines.get(index).map_or("", |line| line.trim());
    line.is_empty() || line.starts_with('#')
}

/// Columns from 0 and characters of something in a line.
type Found = (usize, usize);

fn on(index: usize, (column, length): Found) -> Spot {
    Spot {
        line: index + 1,
        column: column + 1,
        length,
    }
}

/// All of a line behind its indentation.
fn whole(line: &str) -> Found {
    (indent(line), line.trim().chars().count().max(1))
}

/// What stands behind the key of a line; None without a key.
fn value_of(line: &str) -> Option<&str> {
    line.split_once(": ").map(|(_, value)| value.trim())
}

/// A line without its indentation and the hyphens of lists.
fn bare(line: &str) -> &str {
    line.trim_start_matches([' ', '-'])
}

fn tab(line: &str) -> Option<Found> {
    let lead = line.trim_start_matches([' ', '\t', '-']);
    let at = line.strip_suffix(lead)?.find('\t')?;
    Some((at, 1))
}

/// Mistakes that show in a line by itself: odd spaces, marks and dashes around a known key.
fn in_line(line: &str) -> Option<(Mistake, Found)> {
    let bare = bare(line);
    let column = |part: &str| line.chars().count() - part.chars().count();
    let first = bare.chars().next()?;
    if is_odd_space(first) {
        return Some((Mistake::OddSpace(first), (column(bare), 1)));
    }
    // A dash that is none, or one without a space behind it.
    let behind_dash = bare.strip_prefix(DASHES).map(str::trim_start);
    if let Some(rest) = behind_dash
        && known_key(rest).is_some()
    {
        return Some((Mistake::ListMark(first), (column(bare), 1)));
    }
    let (key, rest) = known_key(bare)?;
    let at = column(rest);
    let glued = line
        .strip_suffix(bare)
        .is_some_and(|lead| lead.ends_with('-'));
    if glued {
        return Some((
            Mistake::NoSpace("-".into()),
            (column(bare), key.chars().count()),
        ));
    }
    let mut behind = rest.chars();
    match (behind.next(), behind.next()) {
        (Some(mark), _) if COLONS.contains(&mark) => {
            let mistake = Mistake::KeyMark {
                key: key.to_owned(),
                mark,
            };
            Some((mistake, (at, 1)))
        }
        (Some(':'), Some(space)) if is_odd_space(space) => {
            Some((Mistake::OddSpace(space), (at + 1, 1)))
        }
        (Some(':'), Some(next)) if next != ' ' && next != '\t' => {
            Some((Mistake::NoSpace(format!("{key}:")), (at, 1)))
        }
        _ => None,
    }
}

/// Mistakes in a value: it begins with one of YAML's signs, or holds a colon and a space.
fn in_value(line: &str) -> Option<(Mistake, Found)> {
    let line = line.trim_end();
    let value = value_of(line).unwrap_or_else(|| bare(line));
    let at = line.chars().count() - value.chars().count();
    let length = value.chars().count().max(1);
    let first = value.chars().next()?;
    let sign = SIGNS.contains(&first) || value.contains(": ") && !first.is_ascii_punctuation();
    sign.then_some((Mistake::NeedsQuotes, (at, length)))
}

/// Whether a line with a key is set in neither as its neighbour above nor as a child of it.
fn misaligned(above: &str, line: &str) -> bool {
    let keyed = |line: &str| bare(line).contains(':');
    let child = above.trim_end().ends_with(':') && indent(line) > indent(above);
    keyed(above) && keyed(line) && indent(above) != indent(line) && !child
}

/// Whether a line stands in a block that a `|` or `>` further up began.
fn in_block(lines: &[&str], index: usize) -> bool {
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = lines.get(index).map_or(0, |line| spaces(line));
    let above = (0..index)
        .rev()
        .filter(|i| !lines.get(*i).is_none_or(|l| l.trim().is_empty()));
    let head = above
        .filter_map(|i| lines.get(i))
        .find(|line| spaces(line) < own);
    head.is_some_and(|line| {
        let end = line
            .trim_end()
            .trim_end_matches(['-', '+', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        end.ends_with(['|', '>'])
    })
}

/// Whether words stand behind the closing quotation mark of a value.
fn behind_quote(line: &str) -> bool {
    let value = value_of(line).unwrap_or_else(|| bare(line).trim());
    ['"', '\''].into_iter().any(|mark| {
        let inner = value.strip_prefix(mark);
        let behind = inner.and_then(|inner| inner.split_once(mark));
        behind.is_some_and(|(_, behind)| {
            let behind = behind.trim_start();
            !behind.is_empty() && !behind.starts_with(['#', ',', ']', '}', ':', mark])
        })
    })
}

/// A bracket that opens a value and is not closed on its line: its column from 0, and the bracket.
fn unclosed(line: &str) -> Option<(usize, char)> {
    let value = value_of(line)?;
    let first = value.chars().next().filter(|c| matches!(c, '[' | '{'))?;
    let count = |marks: [char; 2]| value.matches(marks).count();
    let open = count(['[', '{']) > count([']', '}']);
    let before = line.split_once(value).map_or("", |(before, _)| before);
    open.then_some((before.chars().count(), first))
}

/// Columns before the key of a line.
fn indent(line: &str) -> usize {
    line.chars().take_while(|c| matches!(c, ' ' | '-')).count()
}

/// A space that is none to YAML.
pub fn is_odd_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r')
        || matches!(c, '\u{200b}' | '\u{feff}')
}

/// The known key that a text begins with, and what follows; no letter may follow.
fn known_key(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(text.len());
    let (key, rest) = (text.get(..end)?, text.get(end..)?);
    schema::is_key(key).then_some((key, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(text: &str, detail: &str, line: usize) -> Option<(Mistake, usize, usize)> {
        let spot = Spot {
            line,
            column: 1,
            length: 1,
        };
        find(text, detail, spot).map(|(mistake, spot)| (mistake, spot.line, spot.column))
    }

    #[test]
    fn the_usual_mistakes_are_placed_where_they_were_made() {
        let mapping = "mapping values are not allowed in this context";
        for (text, line, expected) in [
            (
                "标题:年度\n发文机关: 局",
                2,
                (Mistake::NoSpace("标题:".into()), 1, 3),
            ),
            (
                "标题；年度\n发文机关: 局",
                2,
                (
                    Mistake::KeyMark {
                        key: "标题".into(),
                        mark: '；',
                    },
                    1,
                    3,
                ),
            ),
            (
                "章节:\n  - 层次标题: 甲\n　　正文: 乙",
                3,
                (Mistake::OddSpace('\u{3000}'), 3, 1),
            ),
            (
                "标题:\u{a0}年度\n发文机关: 局",
                2,
                (Mistake::OddSpace('\u{a0}'), 1, 4),
            ),
            (
                "章节:\n  -层次标题: 甲\n    正文: 乙",
                3,
                (Mistake::NoSpace("-".into()), 2, 4),
            ),
            (
                "章节:\n  － 层次标题: 甲\n    正文: 乙",
                3,
                (Mistake::ListMark('－'), 2, 3),
            ),
            ("标题: 通知: 好", 1, (Mistake::NeedsQuotes, 1, 5)),
            ("标题: 甲\n   正文: 乙", 2, (Mistake::Misaligned, 2, 4)),
        ] {
            assert_eq!(mistake(text, mapping, line), Some(expected), "{text}");
        }
        assert_eq!(
            mistake("标题: %年", "unexpected character", 1),
            Some((Mistake::NeedsQuotes, 1, 5))
        );
    }

    #[test]
    fn prose_in_a_block_is_not_blamed() {
        let mapping = "mapping values are not allowed in this context";
        let text = "- 正文: |-\n    目标：建成网络\n  类别：工作安排\n  年份: 2022";
        let expected = Mistake::KeyMark {
            key: "类别".into(),
            mark: '：',
        };
        assert_eq!(mistake(text, mapping, 3), Some((expected, 3, 5)));
    }

    #[test]
    fn words_behind_a_quotation_and_open_brackets_are_named() {
        let detail = "did not find expected key";
        let text = "章节:\n  - 层次标题: \"一\"、总体要求";
        assert_eq!(mistake(text, detail, 2), Some((Mistake::BehindQuote, 2, 5)));
        let text = "主送机关: [甲, 乙\n标题: 丙";
        assert_eq!(
            mistake(text, "illegal placement", 2),
            Some((Mistake::Unclosed('['), 1, 7))
        );
    }

    #[test]
    fn a_line_of_prose_elsewhere_is_not_blamed() {
        let text = "text: |-\n  目标：建成网络\nissuer: 局\ntitle: \"年度";
        let found = mistake(text, "unclosed quote", 4);
        assert!(
            matches!(found, Some((Mistake::Unclosed(_), 4, _))),
            "{found:?}"
        );
    }
}
