//! What has to hold for every text, at every width, under both policies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use jianbao::load::{self, Care};
use jianbao::width::{self, Ambiguous};
use jianbao::wrap::{Setting, cut, wrap};
use proptest::prelude::*;

/// Texts as bulletins have them, and worse: Han, digits, units, marks, Latin, emoji, accents,
/// controls.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[\u{4e00}-\u{4e40}]{1,8}",
        "[0-9]{1,6}(\\.[0-9]{1,2})?[万亿]?[余多]?[个%款次]?",
        "[，。；：！？、）》”’」]",
        "[（《“‘「]",
        "[A-Za-z]{1,10}",
        "——|……|·|〔|〕|﹢|\\+|/",
        "５Ｇ|①|一是|（一）|1\\.",
        " {1,3}|\u{3000}|\u{a0}",
        "👍🏽|👨‍👩‍👧|🇨🇳|e\u{301}|\u{200d}|\u{fe0f}",
        "[\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}]|\u{202e}|\u{2066}|\u{feff}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn policy() -> impl Strategy<Value = Ambiguous> {
    prop_oneof![Just(Ambiguous::Narrow), Just(Ambiguous::Wide)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn lines_hold_all_of_the_text_but_white_space_at_breaks(text in text(), cells in 1_usize..120, policy in policy()) {
        let lines = wrap(&text, &Setting::indented(cells, policy));
        let mut at = 0;
        for line in &lines {
            let between = text.get(at..line.start);
            prop_assert!(between.is_some_and(|b| b.trim().is_empty()), "{between:?}");
            prop_assert!(line.end > line.start);
            prop_assert!(text.get(line.start..line.end).is_some());
            at = line.end;
        }
        prop_assert!(text.get(at..).is_some_and(|rest| rest.trim().is_empty()));
    }

    #[test]
    fn no_line_is_wider_than_its_cells(text in text(), cells in 1_usize..120, policy in policy()) {
        for line in wrap(&text, &Setting::indented(cells, policy)) {
            let words = text.get(line.start..line.end).unwrap();
            prop_assert_eq!(width::cells(words, policy), line.cells);
            // A single cluster wider than the line stands alone.
            let alone = width::clusters(words, policy).count() == 1;
            prop_assert!(line.indent + line.cells <= cells || alone, "{words:?} in {cells}");
        }
    }

    #[test]
    fn lines_break_between_clusters(text in text(), cells in 1_usize..60, policy in policy()) {
        let starts: Vec<usize> = width::clusters(&text, policy).map(|c| c.start).collect();
        for line in wrap(&text, &Setting::plain(cells, policy)) {
            prop_assert!(starts.contains(&line.start));
            prop_assert!(line.end == text.len() || starts.contains(&line.end));
        }
    }

    #[test]
    fn closing_marks_start_no_line_and_opening_marks_end_none(text in text(), cells in 12_usize..120, policy in policy()) {
        let lines = wrap(&text, &Setting::plain(cells, policy));
        for pair in lines.windows(2) {
            if pair[0].forced {
                continue;
            }
            let first = text.get(pair[1].start..).and_then(|t| t.chars().next());
            let last = text.get(..pair[0].end).and_then(|t| t.chars().next_back());
            prop_assert!(!first.is_some_and(|c| "，。；：！？、）》”’」".contains(c)), "{first:?}");
            prop_assert!(!last.is_some_and(|c| "（《“‘「".contains(c)), "{last:?}");
        }
    }

    #[test]
    fn a_cut_fits(text in text(), cells in 0_usize..60, policy in policy()) {
        prop_assert!(width::cells(&cut(&text, cells, policy), policy) <= cells);
        prop_assert!(width::cells(&width::cut(&text, cells, policy), policy) <= cells);
        prop_assert_eq!(width::cells(&width::pad(&text, cells, policy), policy), cells);
    }

    #[test]
    fn what_is_shown_never_acts_on_the_terminal(text in text()) {
        let shown = width::visible_text(&text);
        let acts = |c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c);
        prop_assert!(!shown.chars().any(acts));
    }

    #[test]
    fn any_file_is_read_or_refused_with_a_reason(text in text()) {
        let (bulletin, problems) = load::read_text("x.yaml", "x", &text, Care::All);
        prop_assert!(bulletin.is_some() || !problems.is_empty());
    }

    #[test]
    fn a_bulletin_with_any_text_keeps_it(lines in prop::collection::vec("[\u{4e00}-\u{4e40}0-9，。A-Za-z]{1,30}", 1..5)) {
        let text = lines.join("\n      ");
        let file = format!("title: 题\nissuer: 局\nsections:\n  - heading: 节\n    text: |-\n      {text}\n");
        let (bulletin, problems) = load::read_text("x.yaml", "x", &file, Care::All);
        prop_assert_eq!(problems, Vec::new());
        let bulletin = bulletin.unwrap();
        prop_assert_eq!(bulletin.sections()[0].text(), lines.join("\n"));
    }
}
