//! Whole screens, as text and as letters for how each cell looks: every screen and its main states,
//! in both languages and at two sizes. `BLESS=1 cargo test --test screens` writes the files of
//! `tests/screens` anew; the diff is read before it is kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod journey;
mod reference;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use jianbao::app::draw;
use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::load::{self, Checks};
use jianbao::store::effect::{Answer, FileError, SaveError};
use jianbao::width::Ambiguous;
use journey::Journey;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use reference::Folder;

const LARGE: (u16, u16) = (80, 24);

const SMALL: (u16, u16) = (40, 12);

/// The state of a screen: the file's name, and the keys that lead there from the first screen.
const SCREENS: [(&str, &str); 71] = [
    ("read-first", ""),
    ("read-unfolded", "Right Down Right Down"),
    ("read-level-1", "2 1"),
    ("read-level-3", "3"),
    ("read-last-bulletin", "1 End"),
    ("read-text", "Right Down Enter"),
    ("read-text-scrolled", "Tab PgDn PgDn Down"),
    ("read-text-end", "Tab End"),
    ("read-text-next-section", "Tab Right Right"),
    ("read-figure", "Tab # # # #"),
    ("read-year-back", "Right Down ["),
    ("read-year-on-lacking", "Right Down ]"),
    ("read-ticked", "Right Down Space"),
    ("read-partly-ticked", "Right Right Down Space"),
    ("read-turned-read", "U Right Down"),
    ("read-mark-named", "Tab PgDn Down b"),
    ("read-marked", "Tab PgDn Down b Enter"),
    ("read-hits", "/ 网 络 Enter Enter n"),
    ("passage-sentence", "Right Right Down Down s Space Right"),
    (
        "passage-paragraph",
        "Right Right Down Down s Tab Space Down",
    ),
    ("compare-first", "F3"),
    ("compare-scrolled", "F3 PgDn PgDn"),
    ("compare-end", "F3 End"),
    ("compare-year-back", "F3 Left"),
    ("compare-next-series", "F3 Tab"),
    ("compare-evidence", "F3 Enter"),
    ("compare-evidence-next", "F3 Enter Right Right Right Right"),
    ("compare-evidence-scrolled", "F3 Down Enter PgDn"),
    ("compare-kept", "F3 f"),
    ("compare-not-reported", "F3 f f f f f"),
    ("compare-numeric", "F3 2"),
    ("compare-tasks", "F3 3"),
    ("compare-group-folded", "F3 3 Down z"),
    ("compare-changed", "F3 d"),
    ("compare-by-theme", "F3 4 t"),
    ("compare-sorted", "F3 2 s"),
    ("compare-no-row", "F3 f f"),
    ("compare-ticked-all", "F3 2 a"),
    ("compare-confirmed", "F3 4 End y"),
    ("compare-parted", "F3 4 Down Down Down Down Down x"),
    ("parallel-first", "Right Down F5"),
    ("parallel-change", "Right Down F5 n n"),
    ("parallel-folded", "Right Down F5 z"),
    ("parallel-scrolled", "Right Down F5 Left PgDn"),
    ("parallel-lacking", "Right Down F5 3"),
    ("terms-first", "Right Down F5 t"),
    ("terms-dropped", "Right Down F5 t Tab Down"),
    ("terms-prompt", "Right Down F5 t /"),
    ("terms-counted", "Right Down F5 t / 网 络 Enter"),
    ("find-prompt", "/"),
    ("find-pinyin", "/ x c k"),
    ("find-list", "/ 网 络 安 全 Enter Down Down"),
    ("find-above", "/ > 1 0 % Enter"),
    ("find-filtered", "/ 网 络 Enter 2 4 4"),
    ("find-nothing", "/ 甲 乙 丙 丁"),
    ("find-figures", "F9 PgDn"),
    ("picks-empty", "F4"),
    ("picks-text", "Right Down Space F3 Space F4"),
    ("picks-markdown", "Right Down Space F3 Space F4 Tab 2"),
    ("picks-sheet", "Right Down Space F3 Space F4 Tab Tab Down"),
    ("picks-json", "Right Down Space F3 Space F4 Tab Tab Tab"),
    ("picks-export", "Right Down Space F3 Space F4 F2"),
    ("picks-cleared", "Right Down Space F4 0"),
    ("export-nothing", "F2"),
    ("marks-empty", "F6"),
    ("marks-two", "Tab PgDn b Enter PgDn b Enter F6 Home Down"),
    ("help-read", "F1"),
    ("help-compare-scrolled", "F3 F1 PgDn"),
    ("menu", "F12 Down"),
    ("menu-typed", "F3 F12 d c"),
    ("quit-asked", "Right Down Space q"),
];

/// How cells look, each with its letter: a small one, and a capital where the same is reversed under
/// the cursor. A look that is not here fails the test: give it a letter.
#[rustfmt::skip] // a line for each look
const LOOKS: [(char, Color, &[Modifier]); 29] = [
    ('.', Color::Reset, &[]),
    ('b', Color::Reset, &[Modifier::BOLD]),
    ('d', Color::Reset, &[Modifier::DIM]),
    ('e', Color::Reset, &[Modifier::BOLD, Modifier::DIM]),
    ('h', Color::Reset, &[Modifier::BOLD, Modifier::UNDERLINED]),
    ('v', Color::Reset, &[Modifier::REVERSED]),
    ('B', Color::Reset, &[Modifier::BOLD, Modifier::REVERSED]),
    ('D', Color::Reset, &[Modifier::DIM, Modifier::REVERSED]),
    ('g', Color::Green, &[]),
    ('G', Color::Green, &[Modifier::REVERSED]),
    ('r', Color::Green, &[Modifier::UNDERLINED]),
    ('R', Color::Green, &[Modifier::UNDERLINED, Modifier::REVERSED]),
    ('s', Color::Green, &[Modifier::BOLD, Modifier::UNDERLINED]),
    ('n', Color::Green, &[Modifier::BOLD]),
    ('m', Color::Magenta, &[]),
    ('p', Color::Magenta, &[Modifier::BOLD]),
    ('M', Color::Magenta, &[Modifier::REVERSED]),
    ('t', Color::Magenta, &[Modifier::UNDERLINED]),
    ('x', Color::Red, &[]),
    ('X', Color::Red, &[Modifier::REVERSED]),
    ('w', Color::Red, &[Modifier::BOLD]),
    ('W', Color::Red, &[Modifier::BOLD, Modifier::DIM]),
    ('k', Color::Red, &[Modifier::CROSSED_OUT]),
    ('K', Color::Red, &[Modifier::CROSSED_OUT, Modifier::REVERSED]),
    ('l', Color::Red, &[Modifier::BOLD, Modifier::CROSSED_OUT]),
    ('f', Color::Yellow, &[Modifier::UNDERLINED]),
    ('F', Color::Yellow, &[Modifier::UNDERLINED, Modifier::REVERSED]),
    ('y', Color::Yellow, &[Modifier::BOLD, Modifier::UNDERLINED]),
    ('Y', Color::Yellow, &[Modifier::BOLD, Modifier::UNDERLINED, Modifier::REVERSED]),
];

fn letter(cell: &Cell) -> char {
    let (color, modifier) = (cell.fg, cell.modifier);
    assert_eq!(cell.bg, Color::Reset, "backgrounds have no letters yet");
    let is_it = |(_, fg, modifiers): &&(char, Color, &[Modifier])| {
        *fg == color && modifiers.iter().copied().collect::<Modifier>() == modifier
    };
    let found = LOOKS.iter().find(is_it);
    let Some((letter, ..)) = found else {
        panic!("no letter for {color:?} {modifier:?}");
    };
    *letter
}

/// A screen as its file holds it: the text, a letter for each cell, where the terminal's cursor
/// is, and what the letters mean. Plain cells at the end of a line are left out.
fn drawn(journey: &Journey) -> String {
    let buffer = journey.buffer();
    let mut used = BTreeSet::new();
    let mut letters = String::new();
    for y in 0..buffer.area.height {
        let line: String = (0..buffer.area.width)
            .map(|x| letter(&buffer[(x, y)]))
            .collect();
        let line = line.trim_end_matches('.');
        used.extend(line.chars());
        letters.push_str(line);
        letters.push('\n');
    }
    let mut file = format!("{}\n======== looks\n{letters}========\n", journey.screen());
    if let Some((x, y)) = draw::caret(&journey.app) {
        file.push_str(&format!("cursor at {x},{y}\n"));
    }
    for (letter, color, modifiers) in LOOKS {
        if used.contains(&letter) {
            let modifier: Modifier = modifiers.iter().copied().collect();
            file.push_str(&format!("{letter} {color:?} {modifier:?}\n"));
        }
    }
    file
}

/// Compares a state with its file.
fn keep(folder: &mut Folder, name: &str, journey: &Journey) {
    folder.holds(&format!("{name}.txt"), &drawn(journey));
}

/// A reader of the built-in bulletins, which are read only once: there are some three hundred screens.
fn built_in(lang: Lang, size: (u16, u16)) -> Journey {
    static READ: OnceLock<load::Library> = OnceLock::new();
    let read = READ.get_or_init(library::built_in);
    assert!(read.problems.is_empty() && read.links.is_empty());
    let library = load::Library {
        bulletins: read.bulletins.clone(),
        ..load::Library::default()
    };
    Journey::with(library, lang, Ambiguous::Narrow, size)
}

/// States that keys alone do not lead to: what the world answers, files with faults, a window that
/// is too small, and a terminal whose ambiguous characters take two cells.
fn keep_others(folder: &mut Folder, lang: Lang, size: (u16, u16)) {
    let picked = || {
        let mut journey = built_in(lang, size);
        journey.press("Right Down Space F2 Enter");
        journey
    };
    let saved = |saved: Answer| {
        let mut journey = picked();
        journey.answer(saved);
        journey
    };
    let path = || "jianbao-export.txt".into();
    let exists = saved(Answer::Saved(Err(SaveError::Exists(path()))));
    keep(folder, "saved-exists", &exists);
    let failed = saved(Answer::Saved(Err(SaveError::Failed(FileError {
        path: None,
        kind: std::io::ErrorKind::Other,
        system: "disk full".into(),
    }))));
    keep(folder, "saved-failed", &failed);
    keep(folder, "saved", &saved(Answer::Saved(Ok(path()))));
    keep(folder, "saving", &saved(Answer::Saving(40)));

    // Relative, so that no path of this machine is shown: tests run in the package's folder.
    let paths = [
        "tests/bad/bad-kind.yaml".into(),
        "briefings/miit-ict-2022.yaml".into(),
    ];
    let library = library::read_paths(&paths, Checks::Errors);
    let mut faulty = Journey::with(library, lang, Ambiguous::Narrow, size);
    keep(folder, "faulty", faulty.press("End"));

    let empty = load::Library::default();
    let empty = Journey::with(empty, lang, Ambiguous::Narrow, size);
    keep(folder, "no-bulletin", &empty);

    for (name, keys, ambiguous) in [
        ("table", "Right Down Tab", Ambiguous::Narrow),
        (
            "table-passage",
            "Right Down s Down Down Space Right",
            Ambiguous::Narrow,
        ),
        ("table-hit", "/ 教 育 局 Enter Enter", Ambiguous::Narrow),
        ("table-wide", "Right Down Tab PgDn", Ambiguous::Wide),
    ] {
        let library = library::read_paths(&["tests/golden/tables/library".into()], Checks::Errors);
        let mut tables = Journey::with(library, lang, ambiguous, size);
        keep(folder, name, tables.press(keys));
    }

    for (name, keys) in [("wide-read", "Tab PgDn"), ("wide-compare", "F3 Down")] {
        let mut wide = Journey::with(library::built_in(), lang, Ambiguous::Wide, size);
        keep(folder, name, wide.press(keys));
    }
}

/// All screens in a language at a size.
fn keep_all(lang: Lang, size: (u16, u16)) {
    let code = lang.code();
    let mut folder = Folder::new(&format!("screens/{code}/{}x{}", size.0, size.1));
    for (name, keys) in SCREENS {
        let mut journey = built_in(lang, size);
        if !keys.is_empty() {
            journey.press(keys);
        }
        keep(&mut folder, name, &journey);
    }
    keep_others(&mut folder, lang, size);
    folder.check();
}

#[test]
fn screens_in_chinese_are_as_they_were() {
    keep_all(Lang::Zh, LARGE);
}

#[test]
fn small_screens_in_chinese_are_as_they_were() {
    keep_all(Lang::Zh, SMALL);
}

#[test]
fn screens_in_english_are_as_they_were() {
    keep_all(Lang::En, LARGE);
}

#[test]
fn small_screens_in_english_are_as_they_were() {
    keep_all(Lang::En, SMALL);
}

#[test]
fn a_window_that_is_too_small_says_so_as_it_did() {
    for (code, lang) in [("zh", Lang::Zh), ("en", Lang::En)] {
        let mut folder = Folder::new(&format!("screens/{code}/too-small"));
        for size in [(19, 4), (12, 3), (200, 4)] {
            let name = format!("{}x{}", size.0, size.1);
            keep(&mut folder, &name, &built_in(lang, size));
        }
        folder.check();
    }
}

#[test]
fn no_screen_is_left_over() {
    let folders = [
        "en/40x12",
        "en/80x24",
        "en/too-small",
        "zh/40x12",
        "zh/80x24",
        "zh/too-small",
    ];
    reference::only_these_folders("screens", &folders);
}
