//! What has to hold for every text, at every width, under both policies.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use std::sync::Arc;

use jianbao::diff::{Mark, PassageRelation, difference};
use jianbao::figures::{self, About, Detect, find};
use jianbao::fold::Letters;
use jianbao::load::{self, Checks};
use jianbao::model::table::Extent;
use jianbao::model::{Bulletin, Kind, Section};
use jianbao::page::{Anchor, Page, Part};
use jianbao::search::{Filter, Hit, Query, Search, order};
use jianbao::width::{self, Ambiguous};
use jianbao::wrap::{Language, Level, Rules, Setting, cut, gaps, wrap};
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
        "[ァ-ヶーゝ々]{1,4}|[αβéж]{1,4}|https://a\\.cn/b",
        " {1,3}|\u{3000}|\u{a0}",
        "👍🏽|👨‍👩‍👧|🇨🇳|e\u{301}|\u{200d}|\u{fe0f}",
        "[\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}]|\u{202e}|\u{2066}|\u{feff}",
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Passages of few characters, so that two texts have much in common.
fn passages() -> impl Strategy<Value = Vec<String>> {
    let clause = prop_oneof![
        4 => "[\u{4e00}-\u{4e10}]{4,12}[，。；]",
        1 => "[\u{4e00}-\u{4e06}]{2,4}(166个|超50亿次|5G|98%)[，。]",
    ];
    let sentence = prop::collection::vec(clause, 0..6).prop_map(|clauses| clauses.concat());
    prop::collection::vec(prop_oneof![6 => sentence, 1 => text()], 0..8)
}

/// What of a text bears no mark, in narrow forms.
fn unmarked(text: &str, marks: &[Mark]) -> String {
    let mut kept = String::new();
    let mut from = 0;
    for mark in marks {
        assert!(
            from <= mark.span.start && mark.span.start < mark.span.end,
            "{marks:?}"
        );
        kept.push_str(&text[from..mark.span.start]);
        from = mark.span.end;
    }
    kept.push_str(&text[from..]);
    jianbao::fold::narrowed(&kept)
}

/// Texts in both scripts and all widths, few characters, so that much is found.
fn findable() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[工业网網联聯发發行程卡重庆慶]{1,4}",
        2 => "5G|５Ｇ|5g|﹢|＋|\\+|1\\.5%|15％|１．５|㎡|①|½",
        1 => "[，。“”、 \u{3000}…]",
        1 => "[A-Za-z]{1,4}|[ァ-ヶ]{1,3}|👨‍👩‍👧|e\u{301}|\u{202e}|\u{a0}",
    ];
    prop::collection::vec(piece, 1..20).prop_map(|pieces| pieces.concat())
}

/// A bulletin of one section with this text.
fn of_text(text: &str) -> load::Library {
    let text = serde_json::to_string(text).unwrap();
    let yaml = format!("标题: 甲\n发文机关: 乙\n章节:\n  - 层次标题: 丙\n    正文: {text}\n");
    let mut library = load::Library::default();
    library
        .bulletins
        .extend(load::read_text("x", "x", &yaml, Checks::Errors).0);
    library
}

fn hits(typed: &str, library: &load::Library) -> (Vec<Hit>, Vec<Hit>) {
    let bulletins = &library.bulletins;
    let (query, filter) = (Query::parse(typed), Filter::default());
    let mut search = Search::new(
        bulletins,
        order(bulletins).into_iter(),
        query,
        (filter, Arc::default()),
    );
    search.go_on(bulletins, usize::MAX);
    (search.hits.words, search.hits.sounds)
}

/// The same words as somebody else would type them: full width, capitals, traditional, spaced.
fn typed_otherwise(words: &str) -> String {
    let other = |c: char| match c {
        '网' => '網',
        '联' => '聯',
        '发' => '發',
        '庆' => '慶',
        '!'..='~' => char::from_u32(u32::from(c.to_ascii_uppercase()) + 0xfee0).unwrap(),
        c => c,
    };
    words.chars().map(other).collect()
}

fn policy() -> impl Strategy<Value = Ambiguous> {
    prop_oneof![
        Just(Ambiguous::Narrow),
        Just(Ambiguous::Wide),
        Just(Ambiguous::WideLetters)
    ]
}

fn rules() -> impl Strategy<Value = Rules> {
    let level = prop_oneof![Just(Level::Basic), Just(Level::Gb), Just(Level::Strict)];
    let language = prop_oneof![
        3 => Just(Language::Chinese),
        1 => Just(Language::Japanese),
        1 => Just(Language::Other)
    ];
    let switches = (any::<bool>(), any::<bool>(), any::<bool>());
    (level, language, switches).prop_map(|(level, language, (hang, hang_lists, gap))| Rules {
        level,
        language,
        hang,
        hang_lists,
        gap,
    })
}

fn setting() -> impl Strategy<Value = Setting> {
    (1_usize..=200, policy(), rules(), any::<bool>()).prop_map(|(cells, policy, rules, indent)| {
        let plain = Setting::plain(cells, policy).with(rules);
        if indent { plain.indent() } else { plain }
    })
}

/// Everything that must hold for a text that was set; what does not is the error.
fn well_set(text: &str, setting: &Setting) -> Result<(), TestCaseError> {
    let lines = wrap(text, setting);
    prop_assert_eq!(
        &lines,
        &wrap(text, setting),
        "the same key gives the same lines"
    );
    let starts: std::collections::HashSet<usize> = width::clusters(text, setting.ambiguous)
        .map(|c| c.start)
        .collect();
    let mut at = 0;
    for (index, line) in lines.iter().enumerate() {
        let between = text.get(at..line.start);
        prop_assert!(
            between.is_some_and(|b| b.trim().is_empty()),
            "lost: {between:?}"
        );
        prop_assert!(line.end > line.start);
        prop_assert!(starts.contains(&line.start), "inside a cluster");
        prop_assert!(line.end == text.len() || starts.contains(&line.end));
        at = line.end;
        let words = text.get(line.start..line.end).unwrap();
        let shown = setting.rules.gap && setting.rules.language != Language::Other;
        let gaps = if shown {
            gaps(&text[..line.start], words, &text[line.end..])
        } else {
            Vec::new()
        };
        prop_assert!(
            gaps.iter()
                .all(|gap| starts.contains(&(line.start + gap)) && (1..words.len()).contains(gap))
        );
        prop_assert_eq!(
            width::cells(words, setting.ambiguous) + gaps.len(),
            line.cells
        );
        // A single cluster wider than the line stands alone.
        let alone = width::clusters(words, setting.ambiguous).count() == 1;
        let room = setting.cells + if line.hangs { 2 } else { 0 };
        prop_assert!(
            line.indent + line.cells <= room || alone,
            "{words:?} is too wide"
        );
        prop_assert!(!line.hangs || setting.rules.hang);
        let next = lines.get(index + 1);
        if let (Some(next), false, true) =
            (next, line.forced, setting.rules.language != Language::Other)
        {
            let first = text.get(next.start..).and_then(|t| t.chars().next());
            let last = words.chars().next_back();
            let starts_wrong = first.is_some_and(|c| "，。；：！？、）》”’」".contains(c));
            prop_assert!(!starts_wrong, "a line begins with {first:?}");
            let ends_wrong = last.is_some_and(|c| "（《“‘「".contains(c));
            prop_assert!(!ends_wrong, "a line ends with {last:?}");
        }
    }
    prop_assert!(
        text.get(at..).is_some_and(|rest| rest.trim().is_empty()),
        "lost at the end"
    );
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(10_000)) })]

    #[test]
    fn every_text_is_well_set(text in text(), setting in setting()) {
        well_set(&text, &setting)?;
    }
}

/// A bulletin of one table, its head of so many lines.
fn of_table(rows: &[Vec<String>], head: usize) -> Bulletin {
    let cell = |words: &String| words.replace(['\t', '\n'], "");
    let row = |cells: &Vec<String>| cells.iter().map(cell).collect::<Vec<_>>().join("\t");
    let section = Section {
        body: rows.iter().map(row).collect::<Vec<_>>().join("\n"),
        told_tables: vec![Extent {
            from: 0,
            lines: rows.len(),
            head: head.min(rows.len()),
        }],
        ..Section::default()
    };
    Bulletin::default().with_sections(vec![section])
}

/// Everything that must hold for a table that was set.
fn table_is_well_set(
    bulletin: &Bulletin,
    page: &Page,
    setting: &Setting,
) -> Result<(), TestCaseError> {
    let section = &bulletin.sections()[0];
    let body = &section.body;
    let mut seen = vec![0; body.len()];
    let rows: Vec<_> = (0..page.len()).filter_map(|row| page.row(row)).collect();
    for (at, row) in rows.iter().enumerate() {
        let paragraph = &page.paragraphs[row.paragraph];
        let mut used = 0;
        for piece in page.pieces(row) {
            let line = piece.line;
            prop_assert!(line.indent >= used, "pieces on each other");
            used = line.indent + line.cells;
            let words = paragraph.words_of(section, &piece);
            let alone = width::clusters(&words, setting.ambiguous).count() <= 1;
            prop_assert!(used <= setting.cells || alone, "{words:?} is too wide");
            if piece.part == Part::Words {
                for byte in paragraph.split(line.start..line.end).1 {
                    seen[byte] += 1;
                }
            }
        }
        // Words are found where they are shown, or with the head's words above them.
        for piece in page.pieces(row) {
            let line = piece.line;
            if piece.part == Part::Words && line.end > line.start {
                let (paragraph, byte) = (row.paragraph, Some(line.start));
                let found = page.row_of_anchor(Anchor { paragraph, byte });
                let above = rows.get(found..at);
                let mut own = above
                    .unwrap_or_default()
                    .iter()
                    .flat_map(|row| page.pieces(row));
                let empty = own
                    .all(|piece| piece.part != Part::Words || piece.line.start == piece.line.end);
                prop_assert!(above.is_some() && empty, "not where it is shown");
            }
        }
    }
    for (at, c) in body.char_indices() {
        let times = if c.is_whitespace() { 0..=1 } else { 1..=1 };
        prop_assert!(
            times.contains(&seen[at]),
            "{c:?} is shown {} times",
            seen[at]
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(150)) })]

    #[test]
    fn every_table_is_well_set(
        rows in prop::collection::vec(prop::collection::vec(prop_oneof![1 => Just(String::new()), 3 => text()], 1..5), 1..4),
        head in 0_usize..3,
        cells in 1_usize..=120,
        policy in policy(),
        rules in rules(),
    ) {
        let bulletin = of_table(&rows, head);
        let page = Page::new(&bulletin, 0..1, cells, policy, rules);
        let setting = Page::setting(&bulletin, cells, policy, rules);
        table_is_well_set(&bulletin, &page, &setting)?;
    }
}

/// A cell of a table: words of heads, values, and any text.
fn cell() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "",
        "序号",
        "指标",
        "单位",
        "万元",
        "2024年",
        "2025年目标",
        "完成",
        "完成情况",
        "增长",
        "年均增长（%）",
        "构成",
        "总投资（亿元）",
        "责任单位",
        "完成时限",
        "重点任务",
        "年份",
        "其中：住宅",
        "合计",
        "一、经济",
        "5%左右",
        "[30]",
        "-3.2",
        "2025.12",
        "8,374.2",
        "持平",
        "新建泵站5座，修渠3公里。",
        "市水利局、市财政局",
        "2026年6月底前",
    ]);
    prop_oneof![4 => words.prop_map(str::to_owned), 1 => text()]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(1_000)) })]

    #[test]
    fn figures_of_a_table_stand_in_a_cell_of_it(
        rows in prop::collection::vec(prop::collection::vec(cell(), 1..6), 1..6),
        head in 0_usize..3,
        kind in prop::sample::select(vec![None, Some(Kind::Plans), Some(Kind::Achievements)]),
    ) {
        let mut section = of_table(&rows, head).sections()[0].clone();
        (section.kind, section.year) = (kind, Some(2025));
        let found = [figures::of_section(&section), figures::tasks(&section)].concat();
        for figure in found {
            let quote = section.quote(&figure);
            prop_assert!(!quote.is_empty() && !quote.contains(['\t', '\n']), "{quote:?}");
            let value = figure.value.unwrap_or_default();
            prop_assert!(quote.contains(&value), "{value:?} in {quote:?}");
        }
    }
}

/// `CASES=1000000 cargo test --release --test invariants` tries more by hand.
fn cases(usual: u32) -> u32 {
    let asked = std::env::var("CASES").ok().and_then(|n| n.parse().ok());
    asked.unwrap_or(usual)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn clusters_are_those_of_uax_29(text in text()) {
        use unicode_segmentation::UnicodeSegmentation;
        let ours: Vec<&str> = width::clusters(&text, Ambiguous::Narrow).map(|c| c.text).collect();
        prop_assert_eq!(ours, text.graphemes(true).collect::<Vec<_>>());
    }

    #[test]
    fn figures_stand_in_the_text_they_were_found_in(text in text(), every in any::<bool>()) {
        let wanted = if every { Detect::Numbers } else { Detect::Figures };
        for figure in find(&text, About::default(), wanted) {
            let quote = text.get(figure.span.clone());
            let value = figure.value.unwrap();
            prop_assert!(quote.is_some_and(|quote| quote.contains(&value)), "{value:?} in {quote:?}");
            prop_assert!(figure.reading.is_some_and(|r| r.number.is_none_or(f64::is_finite)));
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
        let (bulletin, problems) = load::read_text("x.yaml", "x", &text, Checks::All);
        prop_assert!(bulletin.is_some() || !problems.is_empty());
    }

    #[test]
    fn a_bulletin_with_any_text_keeps_it(lines in prop::collection::vec("[\u{4e00}-\u{4e40}0-9，。A-Za-z]{1,30}", 1..5)) {
        let text = lines.join("\n      ");
        let file = format!("title: 题\nissuer: 局\nsections:\n  - heading: 节\n    text: |-\n      {text}\n");
        let (bulletin, problems) = load::read_text("x.yaml", "x", &file, Checks::All);
        prop_assert_eq!(problems, Vec::new());
        let bulletin = bulletin.unwrap();
        prop_assert_eq!(bulletin.sections()[0].text(), lines.join("\n"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases(2_000)) })]

    #[test]
    fn what_bears_no_mark_is_the_same_in_both_texts(old in passages(), new in passages()) {
        let texts = |side: &[String]| side.to_vec();
        let (old, new) = (texts(&old), texts(&new));
        let (a, b): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let found = difference(&a, &b, &|_, _| PassageRelation::Unknown);
        let mut places = (0, 0);
        for (left, right) in &found.rows {
            let kept = |at: Option<usize>, texts: &[String], marks: &[Vec<Mark>]| {
                at.map(|at| unmarked(&texts[at], &marks[at]))
            };
            let (left_kept, right_kept) =
                (kept(*left, &old, &found.old), kept(*right, &new, &found.new));
            prop_assert_eq!(left_kept.unwrap_or_default(), right_kept.unwrap_or_default());
            if let Some(at) = left { prop_assert_eq!(*at, places.0); places.0 += 1; }
            if let Some(at) = right { prop_assert_eq!(*at, places.1); places.1 += 1; }
        }
        prop_assert_eq!(places, (old.len(), new.len()));
        // The same text has no changes.
        let same = difference(&a, &a, &|_, _| PassageRelation::Unknown);
        prop_assert_eq!(same.changes, []);
    }

    #[test]
    fn a_passage_put_in_moves_no_other_pair(
        old in passages(), new in passages(), words in "[\u{4e00}-\u{4e10}]{2}[\u{8000}-\u{8040}]{40,60}。", place in 0_usize..8,
    ) {
        let (a, b): (Vec<&str>, Vec<&str>) =
            (old.iter().map(String::as_str).collect(), new.iter().map(String::as_str).collect());
        let place = place.min(b.len());
        let mut more = b.clone();
        more.insert(place, &words);
        let pairs = |new: &[&str]| -> Vec<(usize, usize)> {
            let rows = difference(&a, new, &|_, _| PassageRelation::Unknown).rows.into_iter();
            rows.filter_map(|(old, new)| Some((old?, new?))).collect()
        };
        let before: Vec<(usize, usize)> = pairs(&b)
            .into_iter()
            .map(|(old, new)| (old, new + usize::from(new >= place)))
            .collect();
        prop_assert_eq!(before, pairs(&more));
    }

    #[test]
    fn a_hit_is_exactly_what_was_typed(text in findable(), from in 0_usize..60, count in 1_usize..8) {
        let library = &of_text(&text);
        prop_assume!(!library.bulletins.is_empty());
        let body = library.bulletins[0].sections()[0].body.clone();
        let from = from % body.chars().count().max(1);
        let words: String = body.chars().skip(from).take(count).collect();
        let letters = Letters::known();
        // A line end parts, and a lone sign asks for figures.
        if letters.of(&words).is_empty() || words.contains(['\n', '#', '>', '<', '=']) {
            return Ok(());
        }
        let place: usize = body.chars().take(from).map(char::len_utf8).sum();
        let place = place..place + words.len();
        for typed in [words.clone(), typed_otherwise(&words), format!(" {words}。")] {
            let (found, _) = hits(&typed, library);
            let wanted = letters.of(&typed);
            for hit in &found {
                let own = letters.of(&hit.text(&library.bulletins).unwrap()[hit.span.clone()]);
                prop_assert!(own.starts_with(&wanted), "{own:?} {wanted:?}");
            }
            let meets = |hit: &Hit| hit.span.start < place.end && place.start < hit.span.end;
            prop_assert!(found.iter().any(meets), "{typed:?} in {body:?}: {found:?}");
        }
    }

    #[test]
    fn whatever_is_typed_is_found_on_whole_characters(text in findable(), typed in "[a-z]{1,6}|[ -~]{0,8}|[工业发>≥#单位:万%0-9 ]{0,8}") {
        let library = &of_text(&text);
        let (words, sounds) = hits(&typed, library);
        for hit in words.iter().chain(&sounds) {
            let text = hit.text(&library.bulletins).unwrap();
            prop_assert!(text.get(hit.span.clone()).is_some_and(|found| !found.is_empty()));
            let context = hit.context(&library.bulletins, 5);
            let whole = [context.before, context.found, context.after].concat();
            prop_assert!(text.contains(&whole), "{whole}");
        }
        for hit in &sounds {
            let found = &hit.text(&library.bulletins).unwrap()[hit.span.clone()];
            let han = |c: char| ('\u{3400}'..='\u{9fff}').contains(&c);
            prop_assert!(found.contains(han) && !words.iter().any(|w| w == hit), "{found}");
        }
    }
}
