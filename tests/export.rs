//! What is taken away: golden files of every form, the same bytes from the reader and the command line, and
//! files that are whole or not there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod journey;

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use jianbao::export::format::Format;
use jianbao::export::job::Job;
use jianbao::export::ledgers::Ledgers;
use jianbao::export::order::{Middles, Order};
use jianbao::export::pick::Pick;
use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::load::Checks;
use jianbao::model::{Bulletin, Form, Section};
use jianbao::store::effect::Effect;
use jianbao::width::{Ambiguous, harmless_text};
use jianbao::wrap::Rules;
use journey::Journey;
use proptest::prelude::*;
use serde_json::Value;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .env_clear()
        .env("LANG", "zh_CN.UTF-8")
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .args(arguments)
        .output()
        .unwrap()
}

/// What the program writes to standard output.
fn good(arguments: &[&str]) -> Vec<u8> {
    let output = run(arguments);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {told}");
    output.stdout
}

/// The same on the library of the golden files.
fn exported(arguments: &[&str]) -> Vec<u8> {
    let library = golden().join("library");
    let library = ["export", "--library", library.to_str().unwrap()];
    good(&[&library, arguments].concat())
}

/// A part of a package.
fn part(package: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(package)).unwrap();
    let mut text = String::new();
    zip.by_name(name)
        .unwrap()
        .read_to_string(&mut text)
        .unwrap();
    text
}

/// The words of XML, or of HTML that is written as XML.
fn words_of(xml: &str) -> String {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    let mut words = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Text(text) => words.push_str(&text),
            Event::GeneralRef(name) => {
                let name: &str = &name;
                let text = format!("&{name};");
                words.push_str(&quick_xml::escape::unescape(&text).unwrap());
            }
            Event::Empty(tag) => match tag.name().as_ref() {
                "w:noBreakHyphen" => words.push('-'),
                "w:tab" => words.push('\t'),
                _ => {}
            },
            Event::Eof => return words,
            _ => {}
        }
    }
}

/// Everything of the library, rows of its ledger among it.
const ALL: [&str; 4] = [
    "jia-2022",
    "jia-2021#1",
    "jia-2021#1@0-31",
    "jia-2022#2=projects",
];

#[test]
fn every_form_is_as_its_golden_file() {
    let cases: [(&str, &[&str]); 9] = [
        ("all.txt", &[]),
        ("renumbered.txt", &["--renumber"]),
        ("narrow.txt", &["--width", "24"]),
        ("all.md", &["--format", "md"]),
        ("all.csv", &["--format", "csv"]),
        ("all.json", &["--format", "json"]),
        ("all.html", &["--format", "html"]),
        ("all.docx.xml", &["--format", "docx"]),
        ("english.txt", &["--lang", "en"]),
    ];
    for (name, options) in cases {
        let bytes = exported(&[&ALL, options].concat());
        let text = if name.ends_with(".docx.xml") {
            part(&bytes, "word/document.xml")
        } else {
            String::from_utf8(bytes).unwrap()
        };
        // Where the library stands is this machine's.
        let text = text.replace(env!("CARGO_MANIFEST_DIR"), "");
        let path = golden().join(name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{name}");
    }
}

#[test]
fn tables_are_as_their_golden_files() {
    let library = golden().join("tables/library");
    let library = library.to_str().unwrap();
    let cases: [(&str, &[&str]); 7] = [
        ("tables.txt", &[]),
        ("columns.txt", &["--width", "60"]),
        ("blocks.txt", &["--width", "24"]),
        ("tables.md", &["--format", "md"]),
        ("tables.html", &["--format", "html"]),
        ("tables.docx.xml", &["--format", "docx"]),
        ("tables.json", &["--format", "json"]),
    ];
    for (name, options) in cases {
        let arguments = ["export", "yi-2023", "--library", library];
        let bytes = good(&[&arguments, options].concat());
        let text = if name.ends_with(".docx.xml") {
            part(&bytes, "word/document.xml")
        } else {
            String::from_utf8(bytes).unwrap()
        };
        let text = text.replace(env!("CARGO_MANIFEST_DIR"), "");
        let path = golden().join("tables").join(name);
        if std::env::var_os("BLESS").is_some() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{name}");
    }
}

#[test]
fn no_form_loses_a_word_of_a_table() {
    let library = golden().join("tables/library");
    let library = library.to_str().unwrap();
    let words = |bytes: &[u8]| -> String {
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        text.chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let get = |options: &[&str]| {
        let arguments = ["export", "yi-2023#1", "--library", library];
        good(&[&arguments, options].concat())
    };
    let docx = part(&get(&["--format", "docx"]), "word/document.xml");
    let docx = words(words_of(&docx).as_bytes());
    let plain = words(&get(&[]));
    // Columns of one line hold the words in the same order as the text.
    assert_eq!(words(&get(&["--width", "200"])), plain);
    assert_eq!(words(&get(&["--format", "md"])), plain);
    let inner = plain.strip_suffix("以上为预期性指标").unwrap();
    assert!(
        docx.contains(inner.split_once("主要指标").unwrap().1),
        "{docx}"
    );
}

#[test]
fn rows_that_are_picked_are_a_table() {
    let library = golden().join("tables/library");
    let library = library.to_str().unwrap();
    let body = library::read_paths(&[golden().join("tables/library")], Checks::Errors);
    let body = body.bulletins[0].sections()[0].body.clone();
    let from = body.find("一般公共").unwrap();
    let to = body.find("\n二、").unwrap();
    let reference = format!("yi-2023#1@{from}-{to}");
    let arguments = ["export", &reference, "--library", library, "--format", "md"];
    let text = String::from_utf8(good(&arguments)).unwrap();
    assert!(text.ends_with("| --- | --- | --- | --- |\n| 一般公共预算收入 | 亿元 | 162.5 | 市财政局（“\\*”为快报数） |\n"), "{text}");
}

#[test]
fn the_reader_and_the_command_line_give_the_same_bytes() {
    let folder = golden().join("library");
    let library = || library::read_paths(std::slice::from_ref(&folder), Checks::Errors);
    let size = (120, 40);
    let mut journey = Journey::with(library(), Lang::Zh, Ambiguous::Narrow, size);
    // All of one bulletin but a section, a sentence of another, a row, and the first moved down.
    journey.press("Space Right Down Right Down Space Up Up");
    journey.press("Up Up Right Down Down Tab s Space Esc Esc F3 Space F4");
    journey.press("Home Right");
    let picks = journey.app.store.picks.items.clone();
    let references: Vec<String> = picks
        .iter()
        .map(|p| p.reference(&journey.app.store.bulletins))
        .collect();
    let kinds = |wanted: fn(&Pick) -> bool| picks.iter().filter(|pick| wanted(pick)).count();
    assert!(
        kinds(|p| matches!(p, Pick::Section(..))) > 0,
        "{references:?}"
    );
    assert!(
        kinds(|p| matches!(p, Pick::Passage(..))) > 0,
        "{references:?}"
    );
    assert!(
        kinds(|p| matches!(p, Pick::Row { .. })) > 0,
        "{references:?}"
    );
    for format in Format::ALL {
        for renumber in [false, true] {
            journey.app.store.picks.format = format;
            journey.app.store.picks.renumber = renumber;
            journey.press("F2 Enter");
            let Some(Effect::Save { order, .. }) = journey.asked.last() else {
                panic!("nothing was to be written");
            };
            let written = journey.carried_out(order);
            journey.press("Esc");
            let mut arguments: Vec<&str> = references.iter().map(String::as_str).collect();
            arguments.extend(["--format", format.code()]);
            if renumber && format.has_numbering() {
                arguments.push("--renumber");
            }
            assert!(!written.is_empty());
            assert!(written == exported(&arguments), "{format:?} {renumber}");
        }
    }
}

#[test]
fn exported_json_is_what_show_prints() {
    for reference in [
        "miit-ict-2021",
        "miit-ict-2022",
        "shanxi-ca-2022",
        "supervision-symposia",
        "zhuzhou-mobile-internet-2018",
        "miit-ict-2022#2.2",
        "miit-ict-2022#plans",
        "zhuzhou-mobile-internet-2018#tasks",
    ] {
        let exported = good(&["export", reference, "--format", "json"]);
        let shown = good(&["show", reference, "--json"]);
        assert!(exported == shown, "{reference}");
    }
    let list = good(&[
        "export",
        "miit-ict-2022#1",
        "miit-ict-2022#2",
        "--format",
        "json",
    ]);
    let list: Vec<Value> = serde_json::from_slice(&list).unwrap();
    let shown =
        |part: &str| -> Value { serde_json::from_slice(&good(&["show", part, "--json"])).unwrap() };
    assert_eq!(list, [shown("miit-ict-2022#1"), shown("miit-ict-2022#2")]);
}

#[test]
fn a_sheet_has_a_line_for_every_figure_and_no_formula() {
    let bytes = exported(&[&ALL[..], &["--format", "csv"]].concat());
    let text = bytes
        .strip_prefix("\u{feff}".as_bytes())
        .expect("a byte order mark");
    let mut sheet = csv::Reader::from_reader(text);
    let heads = sheet.headers().unwrap().clone();
    let lines: Vec<csv::StringRecord> = sheet.records().map(Result::unwrap).collect();
    // Three declared figures of one bulletin and two found there, one of a section, one of a passage, one row.
    assert_eq!(lines.len(), 8);
    let cell = |line: &csv::StringRecord, head: &str| {
        let at = heads.iter().position(|h| h == head).unwrap();
        line[at].to_owned()
    };
    assert_eq!(cell(&lines[1], "指标"), "'=cmd|' /C calc'!A0");
    assert_eq!(cell(&lines[4], "数值"), "2000");
    assert_eq!(cell(&lines[4], "界限"), ">");
    assert_eq!(cell(&lines[7], "2021结果"), "超额完成");
    for cell in lines.iter().flatten().chain(&heads) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
}

#[test]
fn a_word_file_is_read_back_as_it_was_written() {
    let folder = tempfile::tempdir().unwrap();
    for id in [
        "miit-ict-2022",
        "zhuzhou-mobile-internet-2018",
        "supervision-symposia",
    ] {
        let file = folder.path().join(format!("{id}.docx"));
        let file = file.to_str().unwrap();
        good(&["export", id, "-o", file]);
        let package = fs::read(file).unwrap();
        for name in [
            "word/styles.xml",
            "word/settings.xml",
            "word/footer1.xml",
            "word/fontTable.xml",
        ] {
            words_of(&part(&package, name));
        }
        // What import makes of it holds the same text in the same order.
        let draft = folder.path().join(format!("{id}.yaml"));
        let draft = draft.to_str().unwrap();
        good(&["import", file, "-o", draft]);
        let letters = |text: Vec<u8>| -> String {
            let text = String::from_utf8(text).unwrap();
            let lines = text.lines().skip(1).flat_map(str::chars);
            lines.filter(|c| c.is_alphanumeric()).collect()
        };
        let read_back = letters(good(&["export", id, "--library", draft]));
        assert_eq!(read_back, letters(good(&["export", id])), "{id}");
    }
}

#[test]
fn the_files_name_tells_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let to = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, begins) in [
        ("a.txt", "【".as_bytes()),
        ("名 字.MD", b"# "),
        ("a.csv", "\u{feff}".as_bytes()),
        ("a.json", b"{"),
        ("a.htm", b"<!DOCTYPE html>"),
        ("a.docx", b"PK"),
        ("a", "【".as_bytes()),
    ] {
        good(&["export", "miit-ict-2022#2", "-o", &to(name)]);
        assert!(fs::read(to(name)).unwrap().starts_with(begins), "{name}");
    }
    for (arguments, told) in [
        (&["-o", "a.pdf"][..], "看不懂的扩展名"),
        (&["--format", "md", "--width", "40"], "--width 只用于 txt"),
        (
            &["--format", "json", "--renumber"],
            "--renumber 不能用于 json",
        ),
    ] {
        let output = run(&[&["export", "miit-ict-2022"], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        assert!(
            String::from_utf8_lossy(&output.stderr).contains(told),
            "{arguments:?}"
        );
    }
    let row = |reference| good(&["export", reference]);
    let whole = row("miit-ict-2022=标识解析二级节点数");
    assert!(whole == row("miit-ict-2022#2=标识解析二级节点数"));
    assert!(whole == row("miit-ict-2021#achievements=标识解析二级节点数"));
    for (reference, told) in [
        ("miit-ict-2022=无此指标", "这一节没有这个对照行"),
        ("miit-ict-2022#2.1@5-9", "这一节没有这样一段"),
        ("miit-ict-2022#2.1@4", "看不懂的引用"),
        ("miit-ict-2022#2=二级节点数", "标识解析二级节点数"),
        ("miit-ict-2022#9", "没有这一节"),
        ("miit-ict-2023", "没有这份简报"),
    ] {
        let output = run(&["export", reference]);
        assert_eq!(output.status.code(), Some(1), "{reference}");
        assert!(
            String::from_utf8_lossy(&output.stderr).contains(told),
            "{reference}"
        );
    }
}

#[test]
fn rows_of_several_series_tell_which() {
    let sheet = good(&[
        "export",
        "miit-ict-2022=标识解析二级节点数",
        "shanxi-ca-2022#1",
        "shanxi-ca-2022=互联网骨干直联点新增数",
        "--format",
        "csv",
    ]);
    let text = sheet.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let mut sheet = csv::Reader::from_reader(text);
    let at = sheet
        .headers()
        .unwrap()
        .iter()
        .position(|h| h == "系列")
        .unwrap();
    // Lines of another length than the head would be errors.
    let lines: Vec<csv::StringRecord> = sheet.records().map(Result::unwrap).collect();
    let told: Vec<&str> = lines
        .iter()
        .map(|line| &line[at])
        .filter(|s| !s.is_empty())
        .collect();
    assert_eq!(told, ["工信部信息通信管理局", "山西省通信管理局"]);
}

/// The text of Markdown as it is rendered, blocks parted by line ends.
fn rendered(markdown: &str) -> String {
    use pulldown_cmark::{Event, Options, Parser, TagEnd};
    let mut out = String::new();
    for event in Parser::new_ext(
        markdown,
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH,
    ) {
        match event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => {
                out.push_str(&text);
            }
            Event::SoftBreak | Event::HardBreak | Event::Rule => out.push_str("<break>"),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item,
            ) => {
                out.push('\n');
            }
            _ => {}
        }
    }
    out
}

fn order(format: Format) -> Order {
    Order {
        picks: vec![Pick::Bulletin(0)],
        middles: Middles::default(),
        format,
        renumber: false,
        cells: 0,
        list: false,
        tabs: false,
        lang: Lang::Zh,
        ambiguous: Ambiguous::Narrow,
        rules: Rules::default(),
    }
}

fn carried_out(order: Order, bulletins: &[Bulletin]) -> Vec<u8> {
    let job = Job::begin(order, Ledgers::default(), bulletins, Vec::new()).unwrap();
    job.run(bulletins).unwrap()
}

/// Words of all kinds that mean something to one of the forms.
fn any_words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[一二三建成。，；：“”（）《》、]{1,6}",
        "[ a-z0-9.)+=#>|*_`~\\-!&<\\[\\]$:\\\\'\"]{1,6}",
        prop_oneof![
            Just("1. "),
            Just("**"),
            Just("---"),
            Just("&lt;"),
            Just("<b>"),
            Just("\u{ffff}"),
            Just("http://a_b.c_d")
        ]
        .prop_map(str::to_owned),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| {
        let words: String = pieces.concat();
        // Lines are parted and set in when a file is read.
        let words: String = words
            .chars()
            .filter(|c| !matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}'))
            .collect();
        words.trim().to_owned()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever a text holds, every form of document says it and nothing else.
    #[test]
    fn documents_say_what_the_text_says(
        heading in any_words(), run_in in any_words(), lines in prop::collection::vec(any_words(), 1..4),
    ) {
        let lines: Vec<String> = lines.into_iter().filter(|line| !line.is_empty()).collect();
        let block = Section { heading: heading.clone(), body: lines.join("\n"), ..Section::default() };
        let opened = Section {
            heading: run_in.clone(), form: Form::RunIn, heading_bytes: run_in.len(),
            body: format!("{run_in}{}", lines.join("\n")), ..Section::default()
        };
        let mut bulletin = Bulletin::default();
        (bulletin.title, bulletin.issuer) = ("题".into(), "局".into());
        let bulletins = [bulletin.with_sections(vec![block, opened])];
        let mut said: Vec<String> = [heading].into_iter().filter(|h| !h.is_empty()).collect();
        said.extend(lines.clone());
        let mut second = format!("{run_in}{}", lines.join("\n"));
        second = second.trim_matches('\n').to_owned();
        said.extend(second.split('\n').filter(|line| !line.is_empty()).map(str::to_owned));
        let said: Vec<String> = said.iter().map(|line| harmless_text(line).into_owned()).collect();
        let bytes = |format| carried_out(order(format), &bulletins);
        let text = |format| String::from_utf8(bytes(format)).unwrap();

        let plain = text(Format::Txt);
        let plain: Vec<&str> = plain.lines().skip(1).collect();
        let indented: Vec<String> = said.iter().map(|line| format!("\u{3000}\u{3000}{line}")).collect();
        prop_assert_eq!(plain, indented);

        let expected = format!("题局{}", said.concat());
        let html = text(Format::Html);
        let html = words_of(html.split_once("<body>").unwrap().1.split_once("</body>").unwrap().0).replace('\n', "");
        prop_assert_eq!(&html, &expected);

        let docx = words_of(&part(&bytes(Format::Docx), "word/document.xml")).replace('\n', "");
        prop_assert_eq!(&docx, &expected);

        // Spaces at the end of a line are none to Markdown, and no line begins with any.
        let bare = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
        let markdown = text(Format::Md);
        prop_assert_eq!(bare(&rendered(&markdown)), bare(&expected), "{}", markdown);
        prop_assert_eq!(rendered(&markdown).lines().count(), said.len() + 2, "{}", markdown);
    }
}

/// A library whose export takes a while: many sections of the same words.
fn long_library(folder: &Path) -> String {
    let mut text = "format: 1\ntitle: 长文\nissuer: 某局\nsections:\n".to_owned();
    for at in 0..250 {
        text.push_str(&format!(
            "- heading: 第{at}节\n  text: |-\n    {}\n",
            "推进各项工作，完善体制机制。".repeat(40)
        ));
    }
    let file = folder.join("long.yaml");
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

/// A kill at any moment leaves the old file or the new one.
#[cfg(unix)]
#[allow(clippy::print_stdout)] // its figures are for people
#[test]
fn a_kill_leaves_the_old_file_or_the_new_one() {
    const KILLS: u32 = 200;
    let folder = tempfile::tempdir().unwrap();
    let library = long_library(folder.path());
    let place = folder.path().join("to");
    fs::create_dir(&place).unwrap();
    let file = place.join("a.html");
    let command = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_jianbao"));
        command
            .args(["--library", &library, "export", "long", "--force", "-o"])
            .arg(&file);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    };
    let begun = Instant::now();
    assert!(command().status().unwrap().success());
    let whole = begun.elapsed();
    let new = fs::read(&file).unwrap();
    let (mut olds, mut news, mut left) = (0, 0, 0);
    for at in 0..KILLS {
        fs::write(&file, "旧").unwrap();
        let mut child = command().spawn().unwrap();
        // Moments spread over the time it takes and a little more, in no order.
        let moment = u64::from(at * 77 % KILLS) * u64::try_from(whole.as_micros()).unwrap() * 11
            / 10
            / u64::from(KILLS);
        thread::sleep(Duration::from_micros(moment));
        child.kill().unwrap();
        child.wait().unwrap();
        let now = fs::read(&file).unwrap();
        if now == "旧".as_bytes() {
            olds += 1;
        } else {
            assert!(now == new, "half a file after {moment} µs");
            news += 1;
        }
        for entry in fs::read_dir(&place).unwrap() {
            let path = entry.unwrap().path();
            if path != file {
                // What a kill without warning leaves is not in the file's place and has a name of its own.
                assert!(
                    path.file_name()
                        .unwrap()
                        .to_string_lossy()
                        .starts_with(".jianbao-")
                );
                fs::remove_file(path).unwrap();
                left += 1;
            }
        }
    }
    assert!(olds > 0 && news > 0);
    println!("{KILLS} kills: {olds} old files, {news} new ones, {left} temporary ones left");
}

/// A signal that asks to end leaves nothing at all.
#[cfg(unix)]
#[test]
fn a_signal_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let library = long_library(folder.path());
    let place = folder.path().join("to");
    fs::create_dir(&place).unwrap();
    let mut ended = 0;
    for at in 0..20 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_jianbao"))
            .args(["--library", &library, "export", "long", "-o"])
            .arg(place.join("a.docx"))
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_millis(at * 25));
        let id = child.id().to_string();
        Command::new("kill").args(["-TERM", &id]).status().unwrap();
        let status = child.wait().unwrap();
        let left: Vec<PathBuf> = fs::read_dir(&place)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        if status.success() {
            assert_eq!(left, [place.join("a.docx")]);
            fs::remove_file(place.join("a.docx")).unwrap();
        } else {
            ended += 1;
            assert!(left.is_empty(), "{left:?}");
        }
    }
    assert!(ended > 0);
}
