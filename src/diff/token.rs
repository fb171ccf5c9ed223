//! A text as tokens: a character, a Latin word, or a number with its unit and its bounding words. Knows nothing of
//! other texts.

use std::collections::HashMap;
use std::ops::Range;

use crate::figures;
use crate::fold;
use crate::text::chars::is_han;
use crate::width::{self, Ambiguous};

use super::part::End;

/// The number of a token: equal for equal tokens. Forms of one character that differ in width only are the
/// same (，and ,).
pub type TokenId = u32;

/// A token of a passage.
#[derive(Clone, Debug)]
pub struct Token {
    /// Byte range in the passage.
    pub span: Range<usize>,
    /// What it is compared by.
    pub id: TokenId,
    /// Whether it is a letter, a word or a number, not a mark or a space.
    pub word: bool,
    /// What it ends, if it is a mark of punctuation.
    pub ends: End,
}

/// The passages of two texts as tokens.
#[derive(Debug, Default)]
pub struct Tokens {
    /// Of the old text.
    pub old: Vec<Vec<Token>>,
    /// Of the new text.
    pub new: Vec<Vec<Token>>,
}

impl Tokens {
    /// Cuts two texts into tokens.
    pub fn of(old: &[&str], new: &[&str]) -> Self {
        let mut names = Names::default();
        let mut cut = |texts: &[&str]| texts.iter().map(|text| tokens(text, &mut names)).collect();
        Self {
            old: cut(old),
            new: cut(new),
        }
    }
}

/// The numbers of tokens that are no single Han character: above those of all characters.
#[derive(Default)]
struct Names(HashMap<String, TokenId>);

impl Names {
    fn id(&mut self, text: &str) -> TokenId {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next().filter(|c| is_han(*c)), chars.next()) {
            return u32::from(c);
        }
        let next = u32::from(char::MAX) + 1 + self.0.len() as TokenId;
        *self.0.entry(fold::narrowed(text)).or_insert(next)
    }
}

fn tokens(text: &str, names: &mut Names) -> Vec<Token> {
    let token = |span: Range<usize>| {
        let words = text.get(span.clone()).unwrap_or_default();
        Token {
            span,
            id: names.id(words),
            word: words.chars().any(char::is_alphanumeric),
            ends: End::of(words),
        }
    };
    spans(text).into_iter().map(token).collect()
}

/// The spans of the tokens: without a gap, and no cluster is split.
fn spans(text: &str) -> Vec<Range<usize>> {
    let mut numbers = figures::values(text).into_iter().peekable();
    let mut out: Vec<Range<usize>> = Vec::with_capacity(text.len() / 3);
    for cluster in width::clusters(text, Ambiguous::Narrow) {
        let (start, end) = (cluster.start, cluster.start + cluster.text.len());
        if let Some(last) = out.last_mut().filter(|last| start < last.end) {
            last.end = last.end.max(end);
            continue;
        }
        while numbers.next_if(|number| number.start < start).is_some() {}
        let number = numbers.next_if(|number| number.start == start);
        let word = number.map_or_else(|| latin(text, start), |number| Some(number.end));
        out.push(start..word.map_or(end, |word| word.max(end)));
    }
    out
}

/// The end of the Latin word or plain number that begins at a place.
fn latin(text: &str, start: usize) -> Option<usize> {
    let rest = text.get(start..)?;
    let length = rest
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(rest.len());
    (length > 1).then_some(start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = Tokens::of(&[text], &[]).old;
        tokens[0]
            .iter()
            .map(|t| text.get(t.span.clone()).unwrap())
            .collect()
    }

    #[test]
    fn a_number_with_its_unit_is_one_token() {
        assert_eq!(
            cut("建成166个，IMS达超50亿次"),
            ["建", "成", "166个", "，", "IMS", "达超50亿次"]
        );
    }

    #[test]
    fn widths_make_no_difference() {
        let tokens = Tokens::of(&["，５G﹢"], &[",5G+"]);
        let ids = |side: &[Vec<Token>]| side[0].iter().map(|t| t.id).collect::<Vec<_>>();
        assert_eq!(ids(&tokens.old).first(), ids(&tokens.new).first());
        assert_eq!(ids(&tokens.old).last(), ids(&tokens.new).last());
    }
}
