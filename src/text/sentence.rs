//! Sentences and clauses: the one place that says where they end.
//!
//! A line and a cell of a table are more than a sentence: tabs end one as line ends do.
//! A sentence ends after a stop of [`End::Semicolon`] or above, with every mark that closes after it. A stop
//! within a quotation or brackets ends one only if all that is open closes right there; within the title of a
//! work it ends none. A clause ends after a stop of [`End::Comma`] or above of its own depth: commas within a
//! pair separate what is said there and not what is said around it. A quotation that holds a stop, or follows a
//! colon, is speech with clauses of its own; any other one is a name within its clause.
//! Knows marks, and nothing of what is said in a sentence.

use std::ops::Range;

use super::chars::is_digit;
use super::limits;
use super::mark::{End, Mark, Pair};
use super::token::{Kind, Token, tokens};
use crate::lexicon::List;

/// A text with its tokens and its sentences.
#[derive(Debug)]
pub struct Text<'t> {
    source: &'t str,
    tokens: Vec<Token>,
    sentences: Vec<Range<usize>>,
}

/// A stop, and what it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The stop with the marks that close after it, in bytes.
    pub span: Range<usize>,
    /// What it ends.
    pub end: End,
}

impl<'t> Text<'t> {
    /// Reads a text.
    pub fn new(source: &'t str) -> Self {
        let mut text = Self {
            source,
            tokens: tokens(source),
            sentences: Vec::new(),
        };
        text.sentences = text.cut(End::Semicolon).map(|(span, _)| span).collect();
        text
    }

    /// The text itself.
    pub fn source(&self) -> &'t str {
        self.source
    }

    /// The stops that end something outside of all pairs, in order; one of at least this strength.
    fn stops(&self, least: End) -> impl Iterator<Item = Stop> + '_ {
        let mut taken = 0;
        (0..self.tokens.len()).filter_map(move |at| {
            let new = self
                .tokens
                .get(at)
                .is_some_and(|token| token.span.start >= taken);
            let stop = new
                .then(|| self.stop(at))?
                .filter(|stop| stop.end >= least)?;
            // 。” and ？！ are one end.
            taken = stop.span.end;
            Some(stop)
        })
    }

    /// What the token at a place ends outside of all pairs.
    fn stop(&self, at: usize) -> Option<Stop> {
        let token = self.tokens.get(at)?;
        let end = self.end_of(at)?;
        if end == End::Line {
            return Some(Stop {
                span: token.span.clone(),
                end,
            });
        }
        let mut to = token.span.end;
        let mut pair = token.pair;
        if pair.is_some() && (end < End::Full || self.is_in_title(pair)) {
            return None;
        }
        let mut next = at + 1;
        while end >= End::Semicolon
            && next - at <= limits::AFTER_STOP.get()
            && let Some(token) = self.tokens.get(next).filter(|token| token.span.start == to)
        {
            match token.kind {
                Kind::Mark(Mark::Close(_)) => pair = token.pair,
                // 。? is a full stop and what a lossy conversion left of a space.
                Kind::Mark(Mark::Stop(End::Semicolon | End::Full)) if !self.is_left(at, next) => {}
                _ => break,
            }
            (to, next) = (token.span.end, next + 1);
        }
        // White space at the end of a line goes with its last sentence.
        match self.tokens.get(next) {
            _ if end < End::Semicolon => {}
            None => to = self.source.len(),
            Some(token) if token.kind == Kind::Mark(Mark::Stop(End::Line)) => to = token.span.start,
            Some(_) => {}
        }
        pair.is_none().then_some(Stop {
            span: token.span.start..to,
            end,
        })
    }

    /// Whether the mark at one place is of ASCII behind a Chinese full stop at another.
    fn is_left(&self, at: usize, mark: usize) -> bool {
        let text = |at: usize| self.source.get(self.tokens.get(at)?.span.clone());
        text(at) == Some("。") && text(mark).is_some_and(str::is_ascii)
    }

    fn is_in_title(&self, pair: Option<usize>) -> bool {
        let mut pair = pair;
        while let Some(open) = pair.and_then(|at| self.tokens.get(at)) {
            if open.kind == Kind::Mark(Mark::Open(Pair::Title)) {
                return true;
            }
            pair = open.pair;
        }
        false
    }

    /// What a token ends at its own depth: a comma or a colon within a number ends nothing (1,234; 3:1), nor
    /// does a mark of ASCII within an address (?id=1).
    fn end_of(&self, at: usize) -> Option<End> {
        let token = self.tokens.get(at)?;
        let end = match token.kind {
            Kind::Mark(Mark::Stop(end)) => end,
            Kind::Mark(Mark::Other) => return self.is_full_stop(&token.span).then_some(End::Full),
            _ => return None,
        };
        let before = self.source.get(..token.span.start)?.chars().next_back();
        let after = self.source.get(token.span.end..)?.chars().next();
        let both = |is: fn(char) -> bool| before.is_some_and(is) && after.is_some_and(is);
        let number = matches!(end, End::Comma | End::Colon) && both(is_digit);
        let ascii = token.span.len() == 1 && end != End::Line;
        let address = ascii && both(|c| c.is_ascii_alphanumeric() || c == '/');
        (!number && !address).then_some(end)
    }

    /// Whether a mark is the full stop of a sentence in Latin letters: a blank and a capital follow it, and before it
    /// stands a word of some length that is no abbreviation. 2.5, No. 1 and U.S. Trade have none.
    fn is_full_stop(&self, span: &Range<usize>) -> bool {
        static ABBREVIATIONS: List = List::new("abbreviation-before-point");
        if self.source.get(span.clone()) != Some(".") {
            return false;
        }
        let behind = self.source.get(span.end..).unwrap_or_default();
        let closed = behind.trim_start_matches(['”', '’', '"', '\'', ')', ']']);
        let next = closed.trim_start();
        let word = next.trim_start_matches(['“', '‘', '"', '(']);
        if next.len() == closed.len() || !word.starts_with(|c: char| c.is_ascii_uppercase()) {
            return false;
        }
        let before = self.source.get(..span.start).unwrap_or_default();
        let word = before.rsplit(char::is_whitespace).next();
        let word = word.unwrap_or_default().trim_start_matches(['(', '“', '"']);
        let letters = word.chars().filter(char::is_ascii_alphanumeric);
        letters.take(3).count() == 3 && !ABBREVIATIONS.has(word)
    }

    /// The sentences, each with its stop and the marks that close after it. Only line ends and tabs are left out; white
    /// space at the end of a line belongs to its last sentence.
    pub fn sentences(&self) -> &[Range<usize>] {
        &self.sentences
    }

    /// The sentence at a byte, as far as `most` bytes on either side: a text without stops takes no more time
    /// than one with them.
    pub fn sentence_at(&self, at: usize, most: usize) -> Range<usize> {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.end <= at);
        let found = self.sentences.get(after).filter(|span| span.start <= at);
        let Some(found) = found else {
            return at..at;
        };
        let near = |byte: usize| self.source.is_char_boundary(byte);
        let from = (found.start.max(at.saturating_sub(most))..=at).find(|byte| near(*byte));
        let to = (at..=found.end.min(at.saturating_add(most)))
            .rev()
            .find(|byte| near(*byte));
        from.unwrap_or(at)..to.unwrap_or(at)
    }

    /// The clause around a span, without the stops at its ends, as far as about `most` bytes on either side.
    /// It is the one of the span's own depth: within speech, a title or square brackets no more than what they
    /// hold; within round brackets or a quoted name up to the nearest stop, there or outside.
    pub fn clause_at(&self, span: &Range<usize>, most: usize) -> Range<usize> {
        let first = self
            .tokens
            .partition_point(|token| token.span.end <= span.start);
        let after = self
            .tokens
            .partition_point(|token| token.span.start < span.end);
        let pair = self.tokens.get(first).and_then(|token| token.pair);
        let from = self.clause_start(first, pair, span.start.saturating_sub(most));
        let to = self.clause_end(after, pair, span.end.saturating_add(most));
        from.min(span.start)..to.max(span.end)
    }

    /// Where the clause begins that the tokens before `before` belong to.
    fn clause_start(&self, before: usize, pair: Option<usize>, least: usize) -> usize {
        let mut pair = pair;
        for (at, token) in self.tokens.iter().enumerate().take(before).rev() {
            if token.span.end < least {
                return token.span.end;
            }
            if Some(at) == pair {
                if self.bounds(at) {
                    return token.span.end;
                }
                pair = token.pair;
            } else if token.pair == pair && self.end_of(at) >= Some(End::Comma) {
                return token.span.end;
            } else if let Some(stop) = self.sentence_stop_within(at, pair) {
                return stop.span.end;
            }
        }
        0
    }

    /// Where the clause ends that the tokens from `from` on belong to.
    fn clause_end(&self, from: usize, pair: Option<usize>, most: usize) -> usize {
        let mut pair = pair;
        for (at, token) in self.tokens.iter().enumerate().skip(from) {
            if token.span.start > most {
                return token.span.start;
            }
            let outer = |open: &usize| self.tokens.get(*open).map(|open| open.pair);
            // Only the mark that closes a pair is at the depth of the mark that opens it.
            if let Some(open) = pair.filter(|open| outer(open) == Some(token.pair)) {
                if self.bounds(open) {
                    return token.span.start;
                }
                pair = token.pair;
            } else if token.pair == pair && self.end_of(at) >= Some(End::Comma) {
                return token.span.start;
            } else if let Some(stop) = self.sentence_stop_within(at, pair) {
                return stop.span.end;
            }
        }
        self.source.len()
    }

    /// The stop in a quotation or brackets with which the sentence around them ends: 。 in 说：“好。”
    fn sentence_stop_within(&self, at: usize, pair: Option<usize>) -> Option<Stop> {
        let within = pair.is_none() && self.tokens.get(at)?.pair.is_some();
        within.then(|| self.stop(at))?
    }

    /// Whether the pair that opens with a token bounds the clauses in it.
    fn bounds(&self, open: usize) -> bool {
        match self.tokens.get(open).map(|token| token.kind) {
            Some(Kind::Mark(Mark::Open(Pair::Quote))) => {}
            Some(Kind::Mark(Mark::Open(Pair::Round))) => return false,
            _ => return true,
        }
        let before = open.checked_sub(1).and_then(|at| self.end_of(at));
        let inside = self.tokens.iter().enumerate().skip(open + 1);
        let outer = self.tokens.get(open).and_then(|token| token.pair);
        let held = inside
            .take_while(|(_, token)| token.pair != outer)
            .any(|(at, token)| token.pair == Some(open) && self.end_of(at) >= Some(End::Comma));
        held || before == Some(End::Colon)
    }

    /// The clauses outside of all pairs: each without the stop that ends it, and the stop; None at the end of
    /// the text.
    pub fn clauses(&self) -> impl Iterator<Item = (Range<usize>, Option<Stop>)> + '_ {
        self.cut(End::Comma).map(|(span, stop)| {
            let end = stop.as_ref().map_or(span.end, |stop| stop.span.start);
            (span.start..end, stop)
        })
    }

    /// The text cut after stops of at least this strength.
    fn cut(&self, least: End) -> impl Iterator<Item = (Range<usize>, Option<Stop>)> + '_ {
        let mut from = 0;
        let stops = self.stops(least).map(Some).chain([None]);
        stops.filter_map(move |stop| {
            let (to, next) = match &stop {
                Some(stop) if stop.end == End::Line => (stop.span.start, stop.span.end),
                Some(stop) => (stop.span.end, stop.span.end),
                None => (self.source.len(), self.source.len()),
            };
            let span = std::mem::replace(&mut from, next)..to;
            (!span.is_empty()).then_some((span, stop))
        })
    }
}

/// The line around a span of a text, or the lines.
pub fn lines_around(source: &str, span: &Range<usize>) -> Range<usize> {
    let before = source.get(..span.start).unwrap_or_default();
    let from = before.rfind('\n').map_or(0, |at| at + 1);
    let after = source.get(span.end..).unwrap_or_default();
    let to = after.find('\n').map_or(source.len(), |at| span.end + at);
    from..to
}

/// The sentence around a span of a text. Only the line of the span is read: callers that need one sentence do not
/// pay for a whole text.
pub fn around(source: &str, span: &Range<usize>) -> Range<usize> {
    Around::new(source).sentence(span)
}

/// The sentences around spans of one text: a line is read once for all spans in it that are asked for one after the
/// other.
#[derive(Debug)]
pub struct Around<'t> {
    source: &'t str,
    /// The line that was read last, and its sentences.
    line: Range<usize>,
    sentences: Vec<Range<usize>>,
}

impl<'t> Around<'t> {
    /// Of a text, of which nothing is read yet.
    pub fn new(source: &'t str) -> Self {
        Self {
            source,
            line: 0..0,
            sentences: Vec::new(),
        }
    }

    /// The sentence around a span; the sentences if the span is of several.
    pub fn sentence(&mut self, span: &Range<usize>) -> Range<usize> {
        let line = lines_around(self.source, span);
        if line != self.line {
            let text = Text::new(self.source.get(line.clone()).unwrap_or_default());
            self.sentences = text.sentences;
            self.line = line;
        }
        let from = self.line.start;
        let mut own = self.sentences.iter().filter(|sentence| {
            let (start, end) = (from + sentence.start, from + sentence.end);
            start < span.end && span.start < end
        });
        let Some(first) = own.next() else {
            return span.clone();
        };
        let last = own.next_back().unwrap_or(first);
        (from + first.start).min(span.start)..(from + last.end).max(span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let read = Text::new(text);
        let spans = read.sentences().to_vec();
        spans
            .into_iter()
            .map(|span| text.get(span).unwrap())
            .collect()
    }

    fn clauses(text: &str) -> Vec<&str> {
        let read = Text::new(text);
        let spans: Vec<_> = read.clauses().map(|(span, _)| span).collect();
        spans
            .into_iter()
            .map(|span| text.get(span).unwrap())
            .collect()
    }

    fn clause<'a>(text: &'a str, word: &str) -> &'a str {
        let at = text.find(word).unwrap();
        let span = Text::new(text).clause_at(&(at..at + word.len()), 600);
        text.get(span).unwrap()
    }

    #[test]
    fn a_sentence_takes_the_marks_that_close_behind_it() {
        for (text, expected) in [
            ("建成。再建；完成", &["建成。", "再建；", "完成"][..]),
            (
                "会议指出：“建成166个。”全年新增30个。",
                &["会议指出：“建成166个。”", "全年新增30个。"],
            ),
            (
                "他说：“好！我们来。”走了。",
                &["他说：“好！我们来。”", "走了。"],
            ),
            ("他说“好！”就走了。", &["他说“好！”", "就走了。"]),
            (
                "完成（见表。） \n \n第二段",
                &["完成（见表。） ", " ", "第二段"],
            ),
            ("《加油！》一书出版。", &["《加油！》一书出版。"]),
            ("是吗？！不是。", &["是吗？！", "不是。"]),
            ("真的?!建成。?再建", &["真的?!", "建成。", "?", "再建"]),
            (
                "见http://a.cn/x?id=1;b；好",
                &["见http://a.cn/x?id=1;b；", "好"],
            ),
            ("“未完。又一句。", &["“未完。", "又一句。"]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn a_point_ends_an_english_sentence_and_no_abbreviation() {
        for (text, expected) in [
            (
                "Roads. We built 2.5 km of them in 2022. No. 1 Bridge is open.",
                &[
                    "Roads.",
                    " We built 2.5 km of them in 2022.",
                    " No. 1 Bridge is open.",
                ][..],
            ),
            (
                "The plan (see Table 2) was met. “It was hard.” Prof. Li said so.",
                &[
                    "The plan (see Table 2) was met.",
                    " “It was hard.”",
                    " Prof. Li said so.",
                ],
            ),
            (
                "U.S. Trade fell. It rose. 贸易额2.5亿元",
                &["U.S. Trade fell.", " It rose. 贸易额2.5亿元"],
            ),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn all_sentences_and_line_ends_are_all_of_a_text() {
        let text = "甲“乙。丙”丁；\n（戊，己。）庚：辛！\n\n壬";
        let rest: String = text.chars().filter(|c| *c != '\n').collect();
        assert_eq!(sentences(text).concat(), rest);
    }

    #[test]
    fn a_cell_of_a_table_is_apart_from_the_next() {
        let text = "就业\t50万人，增长5%\t市人社局（牵头\t配合）";
        let cells = ["就业", "50万人，增长5%", "市人社局（牵头", "配合）"];
        assert_eq!(sentences(text), cells);
        assert_eq!(clause(text, "50"), "50万人");
        let at = text.find('5').unwrap();
        assert_eq!(text.get(around(text, &(at..at + 1))), Some(cells[1]));
    }

    #[test]
    fn a_clause_ends_at_the_stops_of_its_own_depth() {
        assert_eq!(
            clauses("推广核验（含试点，扩围），规范：《甲，乙》。完成1,234个"),
            [
                "推广核验（含试点，扩围）",
                "规范",
                "《甲，乙》",
                "完成1,234个"
            ]
        );
        for (text, word, expected) in [
            (
                "收入100亿元（其中税收80亿元，增长5%），支出90亿元",
                "100亿元",
                "收入100亿元（其中税收80亿元，增长5%）",
            ),
            (
                "收入100亿元（其中税收80亿元，增长5%），支出90亿元",
                "80亿元",
                "收入100亿元（其中税收80亿元",
            ),
            (
                "收入100亿元（其中税收80亿元，增长5%），支出90亿元",
                "5%",
                "增长5%）",
            ),
            (
                "实现产值、税收“四个翻番”，好",
                "四个翻番",
                "实现产值、税收“四个翻番”",
            ),
            (
                "指出：“建成二级节点166个”，好",
                "166个",
                "建成二级节点166个",
            ),
            (
                "指出：“建成二级节点。”新增平台30个。",
                "30个",
                "新增平台30个",
            ),
            (
                "指出：“建成二级节点166个，完成。”",
                "166个",
                "建成二级节点166个",
            ),
            ("印发《方案（2021年），目标30个》，好", "30个", "目标30个"),
            ("达到1,234个，好", "1,234个", "达到1,234个"),
        ] {
            assert_eq!(clause(text, word), expected, "{text}");
        }
    }

    #[test]
    fn a_run_of_stops_is_looked_at_once() {
        let run = "。".repeat(100_000);
        for text in [run.clone(), format!("“{run}甲”"), format!("（“{run}”")] {
            assert!(Text::new(&text).sentences().len() <= 100_000 / 16 + 1);
        }
    }

    #[test]
    fn a_text_without_stops_is_looked_at_nearby_only() {
        let text = "甲 ".repeat(1000) + "166个";
        let at = text.find("166个").unwrap();
        assert!(Text::new(&text).clause_at(&(at..text.len()), 40).len() < 60);
        assert!(Text::new(&text).sentence_at(at, 40).len() < 60);
    }

    #[test]
    fn the_sentence_around_a_span_may_be_two() {
        let text = "甲\n建成。再建；完成\n乙";
        let at = |word: &str| text.find(word).unwrap();
        assert_eq!(
            text.get(around(text, &(at("再")..at("再") + 3))),
            Some("再建；")
        );
        assert_eq!(
            text.get(around(text, &(at("成。")..at("再") + 3))),
            Some("建成。再建；")
        );
    }
}
