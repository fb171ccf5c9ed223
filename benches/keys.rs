//! Keys on the screens with long lists, at three sizes: from the action to the cells. A key may take 2 ms at 2,000 rows.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a bench says what it expects
#![allow(missing_docs)] // criterion's macros make public items

use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use jianbao::app::app::App;
use jianbao::app::draw::draw;
use jianbao::compare::{Ledger, Links, Row};
use jianbao::export::pick::Pick;
use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::keymap::action::Action;
use jianbao::load::{self, Checks, library::Library};
use jianbao::screens::all::keymap;
use jianbao::view::theme::Theme;
use jianbao::width::Ambiguous;
use jianbao::wrap::Rules;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const SIZES: [(u16, u16); 3] = [(120, 40), (80, 24), (60, 24)];

/// Two bulletins of a series: each promises and reports some 1,100 things under names of their own, in running text.
fn many_rows() -> Library {
    let name = |at: usize| -> String {
        let letter = |n: usize| char::from_u32(0x4e00 + (n * 37 % 2_000) as u32).unwrap();
        [at % 53, at / 53 + 60, at % 41 + 130]
            .map(letter)
            .into_iter()
            .collect()
    };
    let text = |from: usize, verb: &str| -> String {
        let sentence = |at: usize| format!("{verb}{}站{}个。", name(at), 100 + at * 7 % 900);
        let line = |of: usize| -> String { (of..of + 11).map(sentence).collect() };
        let lines = (from..from + 1_100).step_by(11).map(line);
        lines.fold(String::new(), |text, line| text + "      " + &line + "\n")
    };
    let mut library = library::built_in();
    library.bulletins.clear();
    for year in [2021, 2022_usize] {
        let from = (year - 2021) * 1_100;
        let yaml = format!(
            "format: 1\ntitle: 简报{year}\nissuer: 某局\nseries: 某局年报\ndate: {year}-01-11\nsections:\n\
             \x20 - heading: {before}年工作\n    kind: achievements\n    year: {before}\n    text: |-\n{results}\
             \x20 - heading: {year}年计划\n    kind: plans\n    year: {year}\n    text: |-\n{targets}",
            before = year - 1,
            results = text(from, "建成"),
            targets = text(from + 1_100, "建设"),
        );
        let id = format!("b{year}");
        let (bulletins, _) = load::read_text(&id, &id, &yaml, Checks::Errors);
        library.bulletins.extend(bulletins);
    }
    library
}

/// Rows of the ledger of a series as picks.
fn picked_rows(library: &Library, most: usize) -> Vec<Pick> {
    let ledger = Ledger::new(&library.bulletins, "某局年报", &[], &Links::default());
    assert!(ledger.rows.len() >= 2_000, "{} rows", ledger.rows.len());
    let pick = |row: &Row| Pick::Row {
        series: ledger.series.clone(),
        cell: row.cells.iter().flatten().next().copied().unwrap(),
        indicator: row.indicator.clone(),
    };
    ledger.rows.iter().take(most).map(pick).collect()
}

/// The reader on a screen, and the cells it is drawn on.
struct Reader {
    app: App,
    buffer: Buffer,
}

impl Reader {
    fn new(picks: &[Pick], (cells, rows): (u16, u16)) -> Self {
        let (lang, rules, size) = (Lang::Zh, Rules::default(), (cells, rows));
        let mut app = App::new(many_rows(), keymap(), lang, Ambiguous::Narrow, rules, size);
        app.store.picks.items = picks.to_vec();
        Self {
            app,
            buffer: Buffer::empty(Rect::new(0, 0, cells, rows)),
        }
    }

    fn press(&mut self, action: &Action) {
        self.app.update(action);
        draw(&self.app, &Theme::new(true), &mut self.buffer);
    }
}

/// Two keys in turn, so that the cursor stays where it is.
fn in_turn(c: &mut Criterion, name: &str, reader: &mut Reader, keys: [&Action; 2]) {
    let mut even = true;
    c.bench_function(name, |b| {
        b.iter(|| {
            reader.press(keys[usize::from(even)]);
            even = !even;
        });
    });
}

const MOVES: [(&str, [&Action; 2]); 2] = [
    ("down", [&Action::Up, &Action::Down]),
    ("page", [&Action::PageUp, &Action::PageDown]),
];

/// What lists other rows, or the same otherwise.
const LISTINGS: [(&str, [&Action; 2]); 4] = [
    ("fold", [&Action::Fold, &Action::Fold]),
    ("year", [&Action::YearBack, &Action::YearOn]),
    ("filter", [&Action::Filter, &Action::Filter]),
    ("sort", [&Action::Sort, &Action::Sort]),
];

fn compare(c: &mut Criterion) {
    let library = many_rows();
    for (picked, most) in [("none", 0), ("two", 2), ("all", usize::MAX)] {
        let picks = picked_rows(&library, most);
        for (cells, rows) in SIZES {
            let mut reader = Reader::new(&picks, (cells, rows));
            reader.press(&Action::Compare);
            // All groups, or most rows are folded away.
            reader.press(&Action::RowGroup(4));
            for (key, keys) in MOVES {
                let name = format!("keys: compare, {picked} picked, {key} {cells}x{rows}");
                in_turn(c, &name, &mut reader, keys);
            }
            for (key, keys) in LISTINGS {
                // Each begins with all that is listed at first.
                let mut reader = Reader::new(&picks, (cells, rows));
                reader.press(&Action::Compare);
                reader.press(&Action::RowGroup(4));
                let name = format!("keys: compare, {picked} picked, {key} {cells}x{rows}");
                in_turn(c, &name, &mut reader, keys);
            }
        }
    }
    let mut reader = Reader::new(&[], SIZES[0]);
    reader.press(&Action::Compare);
    let tick = [&Action::Tick, &Action::Tick];
    in_turn(c, "keys: compare, tick 120x40", &mut reader, tick);
}

fn picks(c: &mut Criterion) {
    let library = many_rows();
    for (picked, most) in [("two", 2), ("all", usize::MAX)] {
        let picks = picked_rows(&library, most);
        for (cells, rows) in SIZES {
            let mut reader = Reader::new(&picks, (cells, rows));
            reader.press(&Action::Picks);
            for (key, keys) in MOVES {
                let name = format!("keys: picks, {picked} picked, {key} {cells}x{rows}");
                in_turn(c, &name, &mut reader, keys);
            }
        }
        // One is taken out, with the picks as they were before each time.
        let mut reader = Reader::new(&picks, SIZES[0]);
        reader.press(&Action::Picks);
        c.bench_function(&format!("keys: picks, {picked} picked, tick 120x40"), |b| {
            b.iter_custom(|times| {
                let mut spent = Duration::ZERO;
                for _ in 0..times {
                    reader.app.store.picks.items.clone_from(&picks);
                    reader.press(&Action::Top);
                    let start = Instant::now();
                    reader.press(&Action::Tick);
                    spent += start.elapsed();
                }
                spent
            });
        });
    }
}

criterion_group!(benches, compare, picks);
criterion_main!(benches);
