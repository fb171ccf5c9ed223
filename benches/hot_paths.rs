//! What stands between the user and the screen: opening, setting, comparing, drawing.
//! `cargo bench` tells times; no test asserts any.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect
#![allow(missing_docs)] // criterion writes the functions

use std::hint::black_box;
use std::io;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use jianbao::app::app::App;
use jianbao::app::draw;
use jianbao::compare::{Ledger, Links};
use jianbao::diff::{PassageRelation, difference};
use jianbao::export::format::Format;
use jianbao::export::job::Job;
use jianbao::export::ledgers::Ledgers;
use jianbao::export::order::{Middles, Order};
use jianbao::export::pick::Pick;
use jianbao::figures::{About, Detect, find};
use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::import::{import, yaml};
use jianbao::keymap::action::Action;
use jianbao::load::{self, Checks};
use jianbao::model::{Bulletin, Figures, Section};
use jianbao::page::Page;
use jianbao::screens::all::keymap;
use jianbao::search::{Filter, Query, Search, order};
use jianbao::view::theme::Theme;
use jianbao::width::Ambiguous;
use jianbao::wrap::{Rules, Setting, wrap};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const BULLETIN: &str = include_str!("../briefings/zhuzhou-mobile-internet-2018.yaml");

fn open(c: &mut Criterion) {
    let mut group = c.benchmark_group("load");
    group.throughput(Throughput::Bytes(BULLETIN.len() as u64));
    group.bench_function("a bulletin", |b| {
        b.iter(|| load::read_text("x.yaml", "x", black_box(BULLETIN), Checks::Errors));
    });
    group.bench_function("a bulletin, all problems", |b| {
        b.iter(|| load::read_text("x.yaml", "x", black_box(BULLETIN), Checks::All));
    });
    group.finish();
    c.bench_function("load the built-in library", |b| b.iter(library::built_in));
    let bomb = "[".repeat(80_000);
    c.bench_function("refuse 80 KB of brackets", |b| {
        b.iter(|| load::read_text("x.yaml", "x", black_box(&bomb), Checks::All));
    });
}

/// A raw document of a megabyte: the text of a built-in bulletin over and over.
fn import_text(c: &mut Criterion) {
    let library = library::built_in();
    let bulletin = library.bulletins.last().expect("there are five");
    let page = Page::new(
        bulletin,
        0..bulletin.sections().len(),
        10_000,
        Ambiguous::Narrow,
        Rules::default(),
    );
    let words: Vec<String> = page.words(bulletin).collect();
    let text = words.join("\n").repeat(40);
    let mut group = c.benchmark_group("import");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("text", |b| {
        b.iter(|| import(black_box(text.as_bytes()), "a.txt"));
    });
    let lines = text.lines().map(|line| format!("<p>{line}</p>\n"));
    let page = format!("<html><body>{}</body></html>", lines.collect::<String>());
    group.bench_function("a page", |b| {
        b.iter(|| import(black_box(page.as_bytes()), "a.html"));
    });
    group.finish();
}

fn set(c: &mut Criterion) {
    let library = library::built_in();
    let bulletin = library.bulletins.last().expect("there are five");
    let bytes: usize = bulletin.sections().iter().map(|s| s.body.len()).sum();
    let mut group = c.benchmark_group("page");
    group.throughput(Throughput::Bytes(bytes as u64));
    for cells in [40, 80] {
        group.bench_function(format!("{cells} cells"), |b| {
            b.iter(|| {
                Page::new(
                    bulletin,
                    0..bulletin.sections().len(),
                    cells,
                    Ambiguous::Narrow,
                    Rules::default(),
                )
            });
        });
    }
    group.finish();
}

/// The paragraphs of all built-in bulletins.
fn paragraphs() -> Vec<String> {
    let library = library::built_in();
    let sections = library.bulletins.iter().flat_map(|b| b.sections().to_vec());
    let texts = sections.map(|s| s.body);
    let lines = texts.flat_map(|t| t.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.filter(|line| !line.is_empty()).collect()
}

/// The breaks of unicode-linebreak, each line filled as far as it goes.
fn linebreak_greedy(text: &str, cells: usize) -> usize {
    let (mut lines, mut start, mut last) = (0, 0, 0);
    for (at, _) in unicode_linebreak::linebreaks(text) {
        if unicode_width::UnicodeWidthStr::width(&text[start..at]) > cells && last > start {
            lines += 1;
            start = last;
        }
        last = at;
    }
    lines + usize::from(start < text.len())
}

fn find_figures(c: &mut Criterion) {
    let texts = paragraphs();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut group = c.benchmark_group("figures");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("found in running text", |b| {
        let found = |text: &String| find(text, About::default(), Detect::Figures).len();
        b.iter(|| texts.iter().map(found).sum::<usize>());
    });
    group.finish();
}

fn wrap_beside_others(c: &mut Criterion) {
    let texts = paragraphs();
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut group = c.benchmark_group("wrap at 80");
    group.throughput(Throughput::Bytes(bytes as u64));
    let setting = Setting::plain(80, Ambiguous::Narrow).indent();
    group.bench_function("jianbao", |b| {
        b.iter(|| texts.iter().map(|t| wrap(t, &setting).len()).sum::<usize>());
    });
    group.bench_function("jianbao, with gaps", |b| {
        let rules = Rules {
            gap: true,
            ..Rules::default()
        };
        let setting = setting.with(rules);
        b.iter(|| texts.iter().map(|t| wrap(t, &setting).len()).sum::<usize>());
    });
    group.bench_function("textwrap, first fit", |b| {
        let options = textwrap::Options::new(80).wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
        b.iter(|| {
            texts
                .iter()
                .map(|t| textwrap::wrap(t, &options).len())
                .sum::<usize>()
        });
    });
    group.bench_function("textwrap, optimal fit", |b| {
        let options =
            textwrap::Options::new(80).wrap_algorithm(textwrap::WrapAlgorithm::new_optimal_fit());
        b.iter(|| {
            texts
                .iter()
                .map(|t| textwrap::wrap(t, &options).len())
                .sum::<usize>()
        });
    });
    group.bench_function("unicode-linebreak, greedy", |b| {
        b.iter(|| texts.iter().map(|t| linebreak_greedy(t, 80)).sum::<usize>());
    });
    group.finish();
    let copies = 10_000_000 / bytes + 1;
    let mut group = c.benchmark_group("10 MB");
    group.sample_size(10);
    group.bench_function("wrapped anew", |b| {
        b.iter(|| {
            let lines = |t: &String| wrap(t, &setting).len();
            (0..copies)
                .map(|_| texts.iter().map(lines).sum::<usize>())
                .sum::<usize>()
        });
    });
    group.finish();
}

fn compare(c: &mut Criterion) {
    let library = library::built_in();
    c.bench_function("ledger of two years", |b| {
        b.iter(|| {
            Ledger::new(
                black_box(&library.bulletins),
                "工信部信息通信管理局",
                &[],
                &Links::default(),
            )
        });
    });
}

/// A report of a province made as long as real ones are, about 20,000 characters: each paragraph comes several times,
/// two of five characters of a copy other ones, the same in the reports of both years. (Copies that are more alike than
/// two paragraphs of one report ever are would all be likely pairs.)
fn as_long_as_real(report: &str) -> String {
    const COPIES: u32 = 11;
    let copy = |line: &str, number: u32| {
        let other = |(at, c): (usize, char)| match c {
            '\u{4e00}'..='\u{9000}' if matches!(at % 5, 1 | 3) => {
                char::from_u32(c as u32 + number * 13).unwrap_or(c)
            }
            _ => c,
        };
        line.chars().enumerate().map(other).collect::<String>()
    };
    let copies = report.lines().map(|line| {
        let told = line.contains('。') && line.contains(|c: char| c.is_ascii_digit());
        let more = (1..COPIES).filter(|_| told).map(|n| copy(line, n));
        let all: Vec<String> = std::iter::once(line.to_owned()).chain(more).collect();
        all.join("\n")
    });
    copies.collect::<Vec<String>>().join("\n")
}

/// The ledger of two reports beside importing them: it may take four times as long.
fn reports(c: &mut Criterion) {
    let reports = [
        (
            "2024.txt",
            include_str!("../tests/samples/linyuan-2024.txt"),
        ),
        (
            "2025.txt",
            include_str!("../tests/samples/linyuan-2025.txt"),
        ),
    ]
    .map(|(name, text)| (name, as_long_as_real(text)));
    let draft = |(name, text): &(&str, String)| import(black_box(text.as_bytes()), name);
    let bulletins: Vec<Bulletin> = reports
        .iter()
        .map(|report| {
            let text = yaml(&draft(report), Lang::Zh, None);
            let (bulletin, problems) = load::read_text("x.yaml", report.0, &text, Checks::Errors);
            bulletin.unwrap_or_else(|| panic!("{problems:?}"))
        })
        .collect();
    let mut group = c.benchmark_group("two reports of a province");
    group.sample_size(20);
    let length: usize = reports.iter().map(|(_, text)| text.len()).sum();
    group.throughput(Throughput::Bytes(length as u64));
    group.bench_function("import", |b| {
        b.iter(|| reports.each_ref().map(draft));
    });
    group.bench_function("ledger", |b| {
        // Figures and promises in words are read once: each time from reports that were not compared yet.
        b.iter_batched(
            || bulletins.clone(),
            |bulletins| Ledger::new(&bulletins, &bulletins[0].series, &[], &Links::default()),
            BatchSize::SmallInput,
        );
    });
    group.finish();
}

/// The built-in bulletins as if nobody had declared a figure.
fn bare() -> Vec<Bulletin> {
    let bare = |bulletin: Bulletin| {
        let sections = bulletin.sections().iter().cloned().map(|section| Section {
            figures: Figures::known(find(&section.body, About::of(&section), Detect::Figures)),
            listed: false,
            ..section
        });
        let sections = sections.collect();
        bulletin.with_sections(sections)
    };
    library::built_in()
        .bulletins
        .into_iter()
        .map(bare)
        .collect()
}

fn compare_bare(c: &mut Criterion) {
    let bulletins = bare();
    c.bench_function(
        "ledger of two years, all found and paired by likeness",
        |b| {
            // Promises in words are read once: each time from a library that was not compared yet.
            b.iter_batched(
                || bulletins.clone(),
                |bulletins| {
                    let links = Links::default();
                    Ledger::new(&bulletins, "工信部信息通信管理局", &[], &links)
                },
                BatchSize::SmallInput,
            );
        },
    );
}

/// About 100,000 characters of paragraphs made of the sentences of the built-in bulletins in another
/// order each time, every seventh character of a sentence another one.
fn shuffled(mut seed: u64) -> Vec<String> {
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) as usize % below
    };
    let text = paragraphs().concat();
    let sentences: Vec<&str> = text.split_inclusive('。').collect();
    let mut out = Vec::new();
    let mut length = 0;
    while length < 100_000 {
        let mut paragraph = String::new();
        for _ in 0..5 {
            let sentence = sentences[next(sentences.len())];
            let other = |(at, c)| {
                if at % 7 == 3 {
                    char::from_u32(0x4e00 + next(3000) as u32).unwrap()
                } else {
                    c
                }
            };
            paragraph.extend(sentence.chars().enumerate().map(other));
        }
        length += paragraph.chars().count();
        out.push(paragraph);
    }
    out
}

fn difference_of_long_texts(c: &mut Criterion) {
    let old = shuffled(1);
    // Much of the new text is the old one, a paragraph put in or left out here and there.
    let mut new = shuffled(2);
    for (at, paragraph) in old.iter().enumerate().filter(|(at, _)| at % 3 > 0) {
        if let Some(slot) = new.get_mut(at) {
            slot.clone_from(paragraph);
        }
    }
    let texts = |side: &'static [String]| -> Vec<&'static str> {
        side.iter().map(String::as_str).collect()
    };
    let (old, new): (&'static [String], &'static [String]) = (old.leak(), new.leak());
    let other: &'static [String] = shuffled(3).leak();
    c.bench_function(
        "100,000 characters beside 100,000, two thirds the same",
        |b| {
            b.iter(|| {
                difference(black_box(&texts(old)), black_box(&texts(new)), &|_, _| {
                    PassageRelation::Unknown
                })
            });
        },
    );
    c.bench_function("100,000 characters beside 100,000 others", |b| {
        b.iter(|| {
            difference(black_box(&texts(old)), black_box(&texts(other)), &|_, _| {
                PassageRelation::Unknown
            })
        });
    });
}

fn draw(c: &mut Criterion) {
    let mut app = App::new(
        library::built_in(),
        keymap(),
        Lang::Zh,
        Ambiguous::Narrow,
        Rules::default(),
        (120, 40),
    );
    let theme = Theme::new(true);
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    c.bench_function("draw Read", |b| {
        b.iter(|| draw::draw(&app, &theme, &mut buffer));
    });
    c.bench_function("key and draw in Compare", |b| {
        app.update(&Action::Compare);
        let mut down = true;
        b.iter(|| {
            app.update(if down { &Action::Down } else { &Action::Up });
            down = !down;
            draw::draw(&app, &theme, &mut buffer);
        });
    });
}

/// Ten megabytes of the built-in texts, in bulletins of some 40 KB.
fn ten_megabytes() -> Vec<Bulletin> {
    let library = library::built_in();
    let sections = library.bulletins.iter().flat_map(Bulletin::sections);
    let texts: Vec<&str> = sections
        .map(Section::text)
        .filter(|t| !t.is_empty())
        .collect();
    let (mut bulletins, mut bytes, mut at) = (Vec::new(), 0, 0);
    while bytes < 10_000_000 {
        let mut yaml = "format: 1\ntitle: 简报\nissuer: 某局\nsections:\n".to_owned();
        while yaml.len() < 40_000 {
            let text = texts[at % texts.len()].replace('\n', "\n      ");
            yaml.push_str(&format!(
                "  - heading: 第{at}节\n    text: |-\n      {text}\n"
            ));
            (at, bytes) = (at + 7, bytes + text.len());
        }
        let id = format!("b{}", bulletins.len());
        bulletins.extend(load::read_text(&id, &id, &yaml, Checks::Errors).0);
    }
    bulletins
}

fn search(c: &mut Criterion) {
    let bulletins = ten_megabytes();
    let find = |typed: &str| {
        let query = Query::parse(typed);
        let mut search = Search::new(
            &bulletins,
            order(&bulletins).into_iter(),
            query,
            (Filter::default(), Arc::default()),
        );
        search.go_on(&bulletins, usize::MAX);
        search.hits.len()
    };
    let mut group = c.benchmark_group("search 10 MB");
    let queries = [
        ("words", "5g + 工業互聯網"),
        ("a rare word", "行程卡"),
        ("a word in nearly every sentence", "发展"),
        ("initials", "xck"),
        ("frequent initials", "fz"),
        ("syllables", "gongyehulianwang"),
        ("a figure", ">10% 宽带"),
    ];
    for (name, typed) in queries {
        group.bench_function(name, |b| b.iter(|| find(black_box(typed))));
    }
    group.finish();
}

fn export(c: &mut Criterion) {
    let bulletins = ten_megabytes();
    let mut group = c.benchmark_group("export 10 MB");
    group.sample_size(10);
    for (name, format, cells) in [
        ("text", Format::Txt, 0),
        ("text of 80 cells", Format::Txt, 80),
        ("Markdown", Format::Md, 0),
        ("a sheet", Format::Csv, 0),
        ("JSON", Format::Json, 0),
        ("Word", Format::Docx, 0),
        ("HTML", Format::Html, 0),
    ] {
        let order = Order {
            picks: (0..bulletins.len()).map(Pick::Bulletin).collect(),
            middles: Middles::default(),
            format,
            renumber: false,
            cells,
            list: false,
            tabs: false,
            lang: Lang::Zh,
            ambiguous: Ambiguous::Narrow,
            rules: Rules::default(),
        };
        group.bench_function(name, |b| {
            b.iter(|| {
                let job = Job::begin(order.clone(), Ledgers::default(), &bulletins, io::sink());
                job.and_then(|job| job.run(black_box(&bulletins))).unwrap();
            });
        });
    }
    group.finish();
}

criterion_group!(
    benches,
    search,
    export,
    open,
    import_text,
    set,
    find_figures,
    wrap_beside_others,
    compare,
    reports,
    compare_bare,
    difference_of_long_texts,
    draw
);
criterion_main!(benches);
