//! One pass over a text: marks, digits and words with their spans, and the pair of marks around each.
//!
//! Knows characters and marks, and nothing of what the words say. White space of the layout is no token.

use std::ops::Range;

use super::chars::{is_digit, is_han};
use super::mark::{Mark, Pair};

/// Pairs that may be nested; one that opens deeper holds nothing. Texts have three at most, and the search for
/// the opening mark stays short on hostile ones.
const DEEPEST: usize = 8;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A run of letters, ideographs among them.
    Word,
    /// A run of digits, ASCII or full width.
    Digits,
    /// A mark.
    Mark(Mark),
}

/// A token: its place in bytes of the source, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes.
    pub span: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// The innermost pair around it, by the index of its opening token; None outside of all pairs.
    pub pair: Option<usize>,
}

/// The tokens of a text, in order. A pair counts only where both of its marks are in one line: what a damaged
/// text opens and never closes holds nothing.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let mark = if is_han(c) { None } else { Mark::of(c) };
        let kind = match mark {
            // Most characters are ideographs: they need no look at the tables of Unicode.
            None if is_han(c) => Kind::Word,
            Some(mark) => Kind::Mark(mark),
            None if c.is_whitespace() => continue,
            None if is_digit(c) => Kind::Digits,
            None => Kind::Word,
        };
        match out.last_mut() {
            Some(last) if last.span.end == at && last.kind == kind && !is_mark(kind) => {
                last.span.end = end;
            }
            _ => out.push(Token {
                span: at..end,
                kind,
                pair: None,
            }),
        }
    }
    pair_up(&mut out);
    out
}

fn is_mark(kind: Kind) -> bool {
    matches!(kind, Kind::Mark(_))
}

/// Tells each token the innermost pair around it.
fn pair_up(tokens: &mut [Token]) {
    let closed = closing(tokens);
    let mut open: Vec<usize> = Vec::new();
    for (at, token) in tokens.iter_mut().enumerate() {
        let closes = open
            .last()
            .is_some_and(|last| closed.get(*last) == Some(&Some(at)));
        if closes {
            open.pop();
        }
        token.pair = open.last().copied();
        if closed.get(at).is_some_and(Option::is_some) {
            open.push(at);
        }
    }
}

/// For each token the one that closes what it opens.
fn closing(tokens: &[Token]) -> Vec<Option<usize>> {
    let mut closed: Vec<Option<usize>> = vec![None; tokens.len()];
    let mut open: Vec<(Pair, usize)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark(Mark::Stop(super::mark::End::Line)) => open.clear(),
            Kind::Mark(Mark::Open(pair)) if open.len() < DEEPEST => open.push((pair, at)),
            Kind::Mark(Mark::Close(pair)) => {
                if let Some(found) = open.iter().rposition(|(own, _)| *own == pair) {
                    if let Some(slot) = open.get(found).and_then(|(_, from)| closed.get_mut(*from))
                    {
                        *slot = Some(at);
                    }
                    open.truncate(found);
                }
            }
            _ => {}
        }
    }
    closed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(&str, Option<usize>)> {
        let tokens = tokens(text).into_iter();
        tokens
            .map(|token| (text.get(token.span).unwrap(), token.pair))
            .collect()
    }

    #[test]
    fn runs_and_marks_are_tokens_and_layout_is_none() {
        assert_eq!(
            words("　建成5G基站１２个。"),
            [
                ("建成", None),
                ("5", None),
                ("G基站", None),
                ("１２", None),
                ("个", None),
                ("。", None)
            ]
        );
    }

    #[test]
    fn a_pair_holds_what_stands_between_its_marks() {
        assert_eq!(
            words("甲（乙“丙”丁）戊"),
            [
                ("甲", None),
                ("（", None),
                ("乙", Some(1)),
                ("“", Some(1)),
                ("丙", Some(3)),
                ("”", Some(1)),
                ("丁", Some(1)),
                ("）", None),
                ("戊", None)
            ]
        );
    }

    #[test]
    fn what_is_never_closed_in_its_line_holds_nothing() {
        assert!(
            tokens("甲“乙\n丙”丁（戊")
                .iter()
                .all(|token| token.pair.is_none())
        );
        // Marks that cross: the outer pair wins, the inner one is left open.
        assert_eq!(words("（甲“乙）丙”")[3], ("乙", Some(0)));
    }
}
