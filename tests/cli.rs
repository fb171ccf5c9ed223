//! The real binary on the command line: output, exit codes, files.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod yearly;

use std::ffi::OsStr;
use std::fs;
use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// The program, speaking Chinese, reading what is built in, away from any library of the user's.
fn jianbao() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jianbao"));
    command
        .env_clear()
        .env("LANG", "zh_CN.UTF-8")
        .current_dir(env!("CARGO_TARGET_TMPDIR"));
    command
}

fn run<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Output {
    jianbao().args(args).output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn good<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> String {
    let output = run(args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    stdout(&output)
}

/// The program with a text on its standard input.
fn fed<const N: usize>(args: [&str; N], text: &str) -> Output {
    let mut child = jianbao()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    child.wait_with_output().unwrap()
}

fn json<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Value {
    serde_json::from_str(&good(args)).unwrap()
}

#[test]
fn list_has_the_five_bulletins() {
    let list = json(["list", "--json"]);
    let ids: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["id"].as_str().unwrap())
        .collect();
    assert_eq!(
        ids,
        [
            "miit-ict-2021",
            "miit-ict-2022",
            "shanxi-ca-2022",
            "supervision-symposia",
            "zhuzhou-mobile-internet-2018"
        ]
    );
    let table = good(["list"]);
    assert!(table.starts_with("编号"), "{table}");
    assert!(table.contains("株洲市委办公室"), "{table}");
}

#[test]
fn indicators_tell_what_the_library_has_of_them() {
    let all = json(["indicators", "--json"]);
    let of = |id: &str| {
        let mut all = all.as_array().unwrap().iter();
        all.find(|one| one["id"] == id).unwrap().clone()
    };
    let nodes = of("identifier-nodes");
    assert_eq!(nodes["measure"][0], "level");
    assert_eq!(nodes["better"], "more");
    assert!(
        nodes["bulletins"]
            .as_array()
            .unwrap()
            .contains(&"miit-ict-2022".into()),
        "{nodes}"
    );
    assert!(nodes["figures"].as_u64().unwrap() > 0, "{nodes}");
    assert!(!nodes["names"].as_array().unwrap().is_empty(), "{nodes}");
    assert_eq!(of("grain-output")["figures"], 0);
    assert_eq!(of("gdp")["only"]["level"][0], "经济总量");
    let table = good(["indicators"]);
    assert!(table.starts_with("编号"), "{table}");
    assert_eq!(table.lines().count(), all.as_array().unwrap().len() + 1);
}

#[test]
fn a_file_beside_the_bulletins_adds_indicators() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    write(
        "tea.yaml",
        "title: 报告\nissuer: 某局\nsections:\n  - heading: 去年工作\n    kind: achievements\n    year: 2021\n    text: 茶叶总产量达到30万吨。\n",
    );
    write(
        "jianbao-indicators.yaml",
        "indicators:\n  - id: tea-output\n    name: 茶叶产量\n    aliases: [茶叶总产量]\n    units: [吨]\n    measure: [level]\n  - id: bad\n",
    );
    let library = folder.path().to_str().unwrap();
    let shown = json(["show", "tea#1", "--json", "--library", library]);
    assert_eq!(shown["measures"][0]["catalogue"], "tea-output", "{shown}");
    let (told, _, code) = told(["check", library, "--lang", "en"]);
    assert_eq!(code, 1);
    assert!(told.contains("jianbao-indicators.yaml:7:"), "{told}");
    assert!(told.contains("`measure`"), "{told}");
    assert!(!told.contains("tea.yaml"), "{told}");
}

#[test]
fn show_sets_no_line_wider_than_asked() {
    for width in [12, 31, 80] {
        for ambiguous in ["narrow", "wide"] {
            let policy = match ambiguous {
                "narrow" => jianbao::width::Ambiguous::Narrow,
                _ => jianbao::width::Ambiguous::Wide,
            };
            let text = good([
                "show",
                "miit-ict-2022",
                "--width",
                &width.to_string(),
                "--ambiguous",
                ambiguous,
            ]);
            for line in text.lines() {
                assert!(
                    jianbao::width::cells(line, policy) <= width,
                    "{width} {ambiguous}: {line}"
                );
            }
        }
    }
}

#[test]
fn show_json_gives_a_bulletin_or_a_section() {
    let whole = json(["show", "miit-ict-2022", "--json"]);
    assert_eq!(whole["series"], "工信部信息通信管理局");
    assert_eq!(whole["sections"][0]["kind"], "achievements");
    let section = json(["show", "miit-ict-2022#1.2", "--json"]);
    assert_eq!(section["ref"], "miit-ict-2022#1.2");
    let measure = &section["measures"][0];
    let text = format!(
        "{}{}",
        section["heading"].as_str().unwrap(),
        section["text"].as_str().unwrap()
    );
    let span = &measure["span"];
    let span = span[0].as_u64().unwrap() as usize..span[1].as_u64().unwrap() as usize;
    assert_eq!(text.get(span), measure["quote"].as_str());
}

#[test]
fn show_outline_has_headings_only() {
    let outline = good([
        "show",
        "zhuzhou-mobile-internet-2018",
        "--outline",
        "--width",
        "60",
    ]);
    assert!(outline.contains("总体要求"), "{outline}");
    assert!(outline.lines().count() < 60, "{outline}");
}

#[test]
fn compare_holds_the_figures_of_the_bureau_paired_by_key() {
    let ledger = json([
        "compare",
        "--series",
        "工信部信息通信管理局",
        "--format",
        "json",
    ]);
    let columns: Vec<String> = ledger["columns"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| format!("{}{}", c["year"], c["role"].as_str().unwrap()))
        .collect();
    assert_eq!(
        columns,
        ["2020result", "2021target", "2021result", "2022target"]
    );
    let row = |key: &str| {
        let rows = ledger["rows"].as_array().unwrap();
        let found: Vec<&Value> = rows.iter().filter(|r| r["key"] == key).collect();
        assert_eq!(found.len(), 1, "{key}");
        assert_eq!(found[0]["pairing"], "key");
        found[0].clone()
    };
    let numbers = |key: &str| -> Vec<Option<f64>> {
        let row = row(key);
        row["cells"]
            .as_array()
            .unwrap()
            .iter()
            .map(|c| c["number"].as_f64())
            .collect()
    };
    let outcome = |key: &str| {
        let row = row(key);
        let years = row["year_outcomes"].as_array().unwrap();
        years.iter().find(|y| y["year"] == 2021).unwrap().clone()
    };
    assert_eq!(
        numbers("ii-identifier-secondary-nodes"),
        [Some(85.0), None, Some(166.0), Some(200.0)]
    );
    assert_eq!(
        row("ii-identifier-secondary-nodes")["cells"][3]["bound"],
        ">"
    );
    assert_eq!(outcome("ii-identifier-secondary-nodes")["next"], "raised");
    assert_eq!(
        numbers("5g-ii-projects"),
        [Some(1100.0), None, Some(1800.0), None]
    );
    assert_eq!(numbers("itinerary-card-queries")[0], Some(5e9));
    assert_eq!(numbers("itinerary-card-queries")[2], Some(25e9));
    assert_eq!(
        numbers("app-tests"),
        [Some(520_000.0), Some(1_800_000.0), Some(1_920_000.0), None]
    );
    let judged = outcome("app-tests");
    assert_eq!(
        (&judged["outcome"], &judged["basis"]),
        (&"exceeded".into(), &"computed".into())
    );
    assert_eq!(judged["attainment"], 106.7);
    assert_eq!(judged["difference"]["number"], 12.0);
    assert_eq!(judged["difference"]["unit"], "万款");
    assert_eq!(
        outcome("backbone-direct-points-added")["outcome"],
        "exceeded"
    );
    assert_eq!(
        numbers("backbone-interconnect-bandwidth-added")[1],
        Some(2000.0)
    );
    assert_eq!(
        outcome("backbone-interconnect-bandwidth-added")["outcome"],
        "unreported"
    );
}

#[test]
fn compare_takes_years_and_tells_the_tally() {
    let table = good(["compare", "2021", "--series", "工信部信息通信管理局"]);
    assert!(!table.contains("2022目标"), "{table}");
    assert!(table.contains("量化目标 4 项"), "{table}");
    let several = run(["compare"]);
    assert_eq!(several.status.code(), Some(1));
    assert!(stderr(&several).contains("山西省通信管理局"));
    let none = run(["compare", "--series", "无此系列"]);
    assert_eq!(none.status.code(), Some(1));
}

#[test]
fn export_writes_whole_files_and_keeps_old_ones() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("摘录.txt");
    let args = |force: bool| {
        let mut args: Vec<std::ffi::OsString> =
            ["export", "miit-ict-2022#2.2", "-o"].map(Into::into).into();
        args.push(file.clone().into());
        if force {
            args.push("--force".into());
        }
        args
    };
    assert_eq!(good(args(false)), "");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.contains("二级节点超200个"), "{text}");
    fs::write(&file, "旧").unwrap();
    let refused = run(args(false));
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("--force"));
    assert_eq!(fs::read_to_string(&file).unwrap(), "旧");
    good(args(true));
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        1,
        "no temporary file is left"
    );
}

#[test]
fn export_to_standard_output_is_the_same_text_as_to_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.txt");
    good([
        OsStr::new("export"),
        OsStr::new("miit-ict-2021#plans"),
        OsStr::new("-o"),
        file.as_os_str(),
    ]);
    assert_eq!(
        good(["export", "miit-ict-2021#plans"]),
        fs::read_to_string(file).unwrap()
    );
}

#[test]
fn wrong_usage_ends_with_2_and_wrong_input_with_1() {
    assert_eq!(run(["show"]).status.code(), Some(2));
    assert_eq!(run(["show", "x", "--width", "5"]).status.code(), Some(2));
    assert_eq!(run(["--no-such-option"]).status.code(), Some(2));
    let missing = run(["show", "no-such-id"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(
        stderr(&missing).contains("miit-ict-2022"),
        "{}",
        stderr(&missing)
    );
    assert_eq!(run(["show", "miit-ict-2022#9.9"]).status.code(), Some(1));
    assert_eq!(run(["show", "miit-ict-2022#x"]).status.code(), Some(1));
    assert_eq!(run(["no-such-folder"]).status.code(), Some(1));
}

#[test]
fn without_a_terminal_the_outline_is_printed() {
    let outline = good::<&str>([]);
    assert!(
        outline.contains("miit-ict-2021") && outline.contains("zhuzhou"),
        "{outline}"
    );
}

#[test]
fn a_bulletin_is_read_from_standard_input() {
    let text = "标题: 简报\n发文机关: 某局\n章节:\n  - 层次标题: 总体要求\n    正文: 开拓创新。\n";
    let output = fed(["-"], text);
    assert!(stdout(&output).contains("总体要求"));
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = jianbao()
        .args(["show", "zhuzhou-mobile-internet-2018"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut told = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut told)
        .unwrap();
    assert_eq!(told, "");
    assert!(child.wait().unwrap().success());
}

#[test]
fn help_speaks_both_languages() {
    let zh = good(["--help"]);
    assert!(
        zh.contains("用法") && zh.contains("把各年的目标与完成情况放在一起"),
        "{zh}"
    );
    let en = good(["--help", "--lang", "en"]);
    assert!(
        en.contains("Usage") && en.contains("Set promises beside results"),
        "{en}"
    );
}

#[test]
fn escape_sequences_in_a_bulletin_never_reach_the_output() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("evil.yaml");
    let text = "title: \"\\e[31m红\\u202e\"\nissuer: 某局\nsections:\n  - heading: \"\\e]0;x\\a\"\n    text: \"正\\e[2J文\\x9b\"\n";
    fs::write(&path, text).unwrap();
    let library = ["--library", path.to_str().unwrap()];
    for args in [
        vec!["list"],
        vec!["show", "evil"],
        vec!["show", "evil", "--outline"],
        vec!["export", "evil"],
        vec!["export", "evil#1", "--width", "20"],
        vec![],
    ] {
        let shown = good(args.into_iter().chain(library));
        let bad = shown
            .chars()
            .find(|c| (c.is_control() && *c != '\n') || *c == '\u{202e}');
        assert_eq!(bad, None, "{shown:?}");
    }
}

#[test]
fn a_library_is_found_by_option_environment_and_folder() {
    let folder = tempfile::tempdir().unwrap();
    let briefings = folder.path().join("briefings");
    fs::create_dir(&briefings).unwrap();
    let text =
        "title: 简报\nissuer: 某局\nsections:\n  - heading: 总体要求\n    text: 开拓创新。\n";
    fs::write(briefings.join("here.yaml"), text).unwrap();
    let ids = |command: &mut Command| {
        let list: Value =
            serde_json::from_slice(&command.args(["list", "--json"]).output().unwrap().stdout)
                .unwrap();
        list[0]["id"].as_str().unwrap().to_owned()
    };
    assert_eq!(ids(jianbao().current_dir(folder.path())), "here");
    let other = folder.path().join("other.yaml");
    fs::write(&other, text).unwrap();
    assert_eq!(
        ids(jianbao()
            .current_dir(folder.path())
            .env("JIANBAO_LIBRARY", &other)),
        "other"
    );
    let third = folder.path().join("third.yaml");
    fs::write(&third, text).unwrap();
    let mut command = jianbao();
    command
        .current_dir(folder.path())
        .env("JIANBAO_LIBRARY", &other)
        .arg("--library")
        .arg(&third);
    assert_eq!(ids(&mut command), "third");
}

#[test]
fn check_finds_no_problem_in_what_is_built_in() {
    let briefings = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings");
    assert_eq!(good(["check", briefings]), "5 份已检查: 没有问题\n");
    assert_eq!(
        json(["check", briefings, "--json"]),
        Value::Array(Vec::new())
    );
    let bad = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/bad/bad-date.yaml");
    let output = run(["check", bad, "--json"]);
    assert_eq!(output.status.code(), Some(1));
    let told: Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(
        (&told[0]["line"], &told[0]["column"], &told[0]["severity"]),
        (&3.into(), &7.into(), &"error".into())
    );
}

#[test]
fn a_choice_of_years_changes_no_verdict() {
    let rows = |years: &[&str]| {
        let args = [
            "compare",
            "--series",
            "工信部信息通信管理局",
            "--format",
            "json",
        ];
        let ledger = json(args.iter().chain(years).copied());
        let row = |row: &Value| {
            let verdicts = row["year_outcomes"].as_array().unwrap();
            let of_2021 = verdicts.iter().find(|v| v["year"] == 2021).cloned();
            of_2021.map(|v| (row["indicator"].to_string(), v))
        };
        let rows = ledger["rows"].as_array().unwrap();
        let rows: std::collections::BTreeMap<String, Value> = rows.iter().filter_map(row).collect();
        (ledger["columns"].as_array().unwrap().len(), rows)
    };
    let (all, few) = (rows(&[]), rows(&["2021"]));
    assert_eq!((all.0, few.0), (4, 2));
    assert!(few.1.len() > 50, "{}", few.1.len());
    for (indicator, verdict) in few.1 {
        assert_eq!(all.1[&indicator], verdict, "{indicator}");
    }
}

#[test]
fn wrong_usage_is_told_in_the_readers_language() {
    let output = run(["show", "--foo"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("没有这个选项或参数：--foo"),
        "{}",
        stderr(&output)
    );
    let output = run(["show", "--foo", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("unexpected argument"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn nothing_to_open_is_a_failure_that_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let empty = folder.path().to_str().unwrap();
    for args in [vec![empty], vec!["list", "--library", "missing"]] {
        let output = run(args);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            stderr(&output).contains("没有可以打开的简报"),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn a_file_that_cannot_be_written_is_told_in_the_readers_words() {
    let folder = tempfile::tempdir().unwrap();
    let to = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (path, words) in [
        (to(""), "这是一个文件夹"),
        (to("no/x.txt"), "没有这个文件夹"),
        (to(&"长".repeat(200)), "文件名太长，或含有不许用的字符"),
        (to("a\u{7}b"), "文件名太长，或含有不许用的字符"),
        (to("new/"), "这是一个文件夹"),
        (to("../no/x.txt"), "没有这个文件夹"),
    ] {
        let output = run(["export", "miit-ict-2022#2.2", "-o", &path]);
        assert_eq!(output.status.code(), Some(1));
        let told = stderr(&output);
        let harmless = !told.contains(".jianbao-") && !told.contains('\u{7}');
        assert!(told.contains(words) && harmless, "{told}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let text = good(["export", "miit-ict-2022#2.2", "--format", "txt", "-o", "-"]);
    assert!(text.contains("二级节点超200个"), "{text}");
}

/// Every form says in the reader's words that the disk is full, and ends quietly when nobody reads on.
#[cfg(target_os = "linux")]
#[test]
fn every_form_is_quiet_on_a_closed_pipe_and_plain_on_a_full_disk() {
    for format in ["txt", "md", "csv", "json", "html", "docx"] {
        let to = |file: fs::File| {
            let mut command = jianbao();
            command.args(["export", "supervision-symposia", "--format", format]);
            command.stdout(file).output().unwrap()
        };
        let full = to(fs::OpenOptions::new()
            .write(true)
            .open("/dev/full")
            .unwrap());
        assert_eq!(full.status.code(), Some(1));
        assert!(
            stderr(&full).contains("磁盘已满"),
            "{format}: {}",
            stderr(&full)
        );
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = jianbao();
        command.args(["export", "supervision-symposia", "--format", format]);
        let closed = command.stdout(writer).output().unwrap();
        assert_eq!(closed.status.code(), Some(0), "{format}");
        assert_eq!(stderr(&closed), "", "{format}");
    }
}

#[test]
fn json_holds_no_character_that_acts_on_a_terminal() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.yaml");
    fs::write(
        &file,
        "title: \"\\u202e甲\\u009b2J\"\nissuer: 局\nsections:\n  - heading: 节\n",
    )
    .unwrap();
    let text = good(["list", "--json", "--library", file.to_str().unwrap()]);
    assert!(!text.contains(['\u{202e}', '\u{9b}']), "{text:?}");
    let list: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(list[0]["title"], "\u{202e}甲\u{9b}2J");
}

#[test]
fn standard_input_is_checked_like_a_file() {
    let output = fed(["check", "-"], "标题: 甲\n");
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stdout(&output).contains("缺少必填的“发文机关”"),
        "{}",
        stdout(&output)
    );
}

#[cfg(unix)]
#[test]
fn a_file_reached_twice_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.yaml");
    fs::write(&file, "title: 甲\nissuer: 局\nsections:\n  - heading: 节\n").unwrap();
    std::os::unix::fs::symlink(folder.path(), folder.path().join("loop")).unwrap();
    let (all, one) = (folder.path().to_str().unwrap(), file.to_str().unwrap());
    assert_eq!(good(["check", all, one]), "1 份已检查: 没有问题\n");
}

#[test]
fn figures_answers_each_line_with_an_array() {
    let output = fed(
        ["figures", "-"],
        "累计查询超50亿次\n没有\n四百五, １２．５％\n",
    );
    let arrays: Vec<Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(arrays.len(), 3);
    let first = &arrays[0][0];
    assert_eq!(first["number"], 5_000_000_000_i64);
    assert_eq!(
        (&first["unit"], &first["bound"]),
        (&"次".into(), &">".into())
    );
    assert_eq!(first["span"], serde_json::json!([12, 23]));
    assert_eq!(arrays[1], serde_json::json!([]));
    assert_eq!(
        (&arrays[2][0]["number"], &arrays[2][1]["number"]),
        (&450.into(), &12.5.into())
    );
}

#[test]
fn a_section_without_lists_is_read_by_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let year = |year: u16, done: &str, plan: &str| {
        let text = yearly::yaml(year, done, plan);
        fs::write(folder.path().join(format!("{year}.yaml")), text).unwrap();
    };
    year(2021, "上线85个二级节点。", "二级节点超过150个。");
    year(2022, "建成二级节点166个。", "推进5G建设，二级节点超200个。");
    let library = folder.path().to_str().unwrap();
    let ledger = json(["--library", library, "compare", "--format", "json"]);
    let rows = ledger["rows"].as_array().unwrap();
    let names: Vec<&Value> = rows.iter().map(|row| &row["indicator"]).collect();
    assert_eq!(names, ["二级节点", "推进5G建设"]);
    let row = &rows[0];
    let outcome = row["year_outcomes"].as_array().unwrap();
    assert!(
        outcome
            .iter()
            .any(|o| o["year"] == 2021 && o["outcome"] == "exceeded"),
        "{row}"
    );
    let text = good(["--library", library, "compare", "--format", "txt"]);
    assert!(text.contains("2021目标 超过150个〔识〕"), "{text}");
}

#[test]
fn a_ledger_is_a_sheet_that_others_read() {
    let series = ["compare", "--series", "工信部信息通信管理局", "--format"];
    let sheet = good(series.iter().copied().chain(["csv"]));
    let text = sheet.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let head: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    let at = |name: &str| head.iter().position(|h| h == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let tests = rows
        .iter()
        .find(|row| &row[at("代码")] == "app-tests")
        .unwrap();
    assert_eq!(&tests[at("2021目标")], "180万款");
    assert_eq!(&tests[at("2021目标 数值")], "1800000");
    assert_eq!(&tests[at("2021完成 原文")], "全年完成192万款APP技术检测");
    assert_eq!(&tests[at("2021 完成率（%）")], "106.7");
    let dangerous = |cell: &str| cell.starts_with(['=', '+', '-', '@']);
    let numbers = |cell: &str| cell.parse::<f64>().is_ok();
    for cell in rows.iter().flat_map(csv::StringRecord::iter) {
        assert!(!dangerous(cell) || numbers(cell), "{cell}");
    }
    let notes = good(series.iter().copied().chain(["md"]));
    let columns = |line: &str| line.replace("\\|", "").matches('|').count();
    let is_table = |part: &&str| part.starts_with('|');
    let tables: Vec<&str> = notes.split("\n\n").filter(is_table).collect();
    assert!(tables.len() > 2 && notes.lines().filter(is_table).count() > 30);
    for table in tables {
        let mut lines = table.lines();
        let head = lines.next().map(columns);
        assert!(lines.all(|line| Some(columns(line)) == head), "{table}");
    }
    let quote = "2021完成：“全年完成192万款APP技术检测”（2022年《奋力谱写信息通信行业监管工作新篇章》第一部分）";
    assert!(notes.contains(quote), "{notes}");
    assert!(!notes.contains("miit-ict-2022"), "{notes}");
}

#[test]
fn a_links_file_beside_the_bulletins_is_read_and_its_bad_lines_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let year = |year: u16, done: &str, plan: &str| {
        let text = yearly::yaml(year, done, plan);
        fs::write(folder.path().join(format!("{year}.yaml")), text).unwrap();
    };
    year(2021, "工作开局良好。", "重点场所5G网络覆盖率达到98%。");
    year(2022, "重点区域5G网络覆盖率达95%。", "推进海缆保护。");
    let library = folder.path().to_str().unwrap();
    let pairing = || {
        let ledger = json(["--library", library, "compare", "--format", "json"]);
        ledger["rows"][0]["pairing"].as_str().unwrap().to_owned()
    };
    assert_eq!(pairing(), "similar");
    let links = folder.path().join("jianbao-links.txt");
    let words = "2021\t重点场所5G网络覆盖率达到98%\t2022\t重点区域5G网络覆盖率达95%\n";
    fs::write(&links, format!("same\t{words}")).unwrap();
    assert_eq!(pairing(), "confirmed");
    fs::write(&links, format!("different\t{words}没有写完\n")).unwrap();
    assert_eq!(pairing(), "name");
    let output = run(["--library", library, "list"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("jianbao-links.txt:2:1"), "{told}");
    // As an editor of an old system saves it.
    let (gbk, ..) = encoding_rs::GBK.encode(words);
    let line = [&encoding_rs::GBK.encode("一致\t").0[..], &gbk[..]].concat();
    fs::write(&links, line).unwrap();
    assert_eq!(pairing(), "confirmed");
}

/// Standard output, standard error and the exit code.
fn told<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> (String, String, i32) {
    let output = run(args);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code().unwrap(),
    )
}

/// A folder with two yearly bulletins.
fn two_years() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (year, plan) in [
        (2021, "建成二级节点85个，服务能力提升。推进海缆保护。"),
        (2022, "建成二级节点166个，服务能力提升。实施适老化改造。"),
    ] {
        let text = yearly::yaml(year, "工作开局良好。", plan);
        fs::write(folder.path().join(format!("b-{year}.yaml")), text).unwrap();
    }
    folder
}

#[test]
fn texts_of_two_years_are_laid_side_by_side() {
    let folder = two_years();
    let library = folder.path().to_str().unwrap();
    let base = [
        "--library",
        library,
        "compare",
        "--text",
        "--section",
        "b-2022#2",
    ];
    let (text, _, code) = told(base);
    assert_eq!(code, 0);
    assert!(
        text.contains("建成二级节点[-85个-]，服务能力提升。[-推进海缆保护-]。"),
        "{text}"
    );
    assert!(
        text.contains("建成二级节点{+166个+}，服务能力提升。{+实施适老化改造+}。"),
        "{text}"
    );
    let (text, _, _) = told([&base[..], &["--format", "md"]].concat());
    assert!(
        text.contains(
            "| 建成二级节点<del>85个</del>，服务能力提升。<del>推进海缆保护</del>。 | 建成"
        ),
        "{text}"
    );
    let (text, _, _) = told([&base[..], &["--format", "json"]].concat());
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value["columns"][0]["sections"][0], "b-2021#2");
    let change = &value["changes"][0];
    assert_eq!(
        (&change["kind"], &change["old"]["text"]),
        (&"replaced".into(), &"85个".into())
    );
    // A sheet says nothing of texts, and one year lies beside none.
    let (_, error, code) = told([&base[..], &["--format", "csv"]].concat());
    assert_eq!(code, 2);
    assert!(error.contains("txt"), "{error}");
    let (_, error, code) = told(["--library", library, "compare", "2022", "--text"]);
    assert_eq!(code, 1);
    assert!(!error.is_empty());
}

#[test]
fn terms_are_new_gone_or_counted() {
    let folder = two_years();
    let library = folder.path().to_str().unwrap();
    let (text, _, code) = told(["--library", library, "--lang", "zh", "terms"]);
    assert_eq!(code, 0);
    assert!(
        text.contains("2022  新提法") && text.contains("0→1  适老化改造"),
        "{text}"
    );
    assert!(text.contains("b-2022#2  实施适老化改造。"), "{text}");
    let (text, _, _) = told(["--library", library, "terms", "二级节点", "--json"]);
    let value: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(value[0]["years"][0]["count"], 1);
    assert_eq!(value[0]["places"].as_array().unwrap().len(), 2);
}

#[test]
fn search_finds_words_sounds_and_figures_with_what_stands_around_them() {
    let found = good(["search", "xck", "--lang", "zh"]);
    assert!(
        found.starts_with("读音相同\nmiit-ict-2021#3.1  "),
        "{found}"
    );
    assert!(
        found.contains("组织推出“通信【行程卡】”公益服务"),
        "{found}"
    );
    let hits = json(["search", "5g + 工業互聯網", "--json"]);
    let first = &hits[0];
    assert_eq!(first["ref"], "miit-ict-2021#3.2");
    assert_eq!(
        (first["match"].as_str(), first["field"].as_str()),
        (Some("5G+工业互联网"), Some("text"))
    );
    let section = json(["show", "miit-ict-2021#3.2", "--json"]);
    let body = [&section["heading"], &section["text"]].map(|part| part.as_str().unwrap());
    let span = |end: usize| first["span"][end].as_u64().unwrap() as usize;
    assert_eq!(&body.concat()[span(0)..span(1)], "5G+工业互联网");
    let figures = good(["search", ">90%", "--year", "2021", "--kind", "工作成效"]);
    assert!(figures.contains("重点场所5G网络覆盖率达95%") && !figures.contains("miit-ict-2021"));
    let title = json(["search", "奋力谱写", "--json"]);
    assert_eq!(
        (title[0]["ref"].as_str(), title[0]["field"].as_str()),
        (Some("miit-ict-2022"), Some("title"))
    );
}

#[test]
fn a_search_that_finds_nothing_is_no_failure_and_one_for_nothing_is_wrong_usage() {
    assert_eq!(
        json(["search", "没有这个词", "--json"]),
        serde_json::json!([])
    );
    assert_eq!(run(["search", "，"]).status.code(), Some(2));
    assert_eq!(run(["search", "x", "--kind", "foo"]).status.code(), Some(2));
    let wrong = run(["search", "5G", "--bulletin", "foo", "--lang", "zh"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(stderr(&wrong).contains("foo"), "{}", stderr(&wrong));
    let unreported = json(["search", "5G", "--outcome", "未提及", "--json"]);
    let all = json(["search", "5G", "--json"]);
    let all = all.as_array().unwrap();
    let some = unreported.as_array().unwrap();
    assert!(!some.is_empty() && some.len() < all.len() && some.iter().all(|hit| all.contains(hit)));
}

#[test]
fn the_config_says_where_the_bulletins_are_and_a_bad_one_stops_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (config, library) = (
        folder.path().join("config.yaml"),
        folder.path().join("library"),
    );
    fs::create_dir(&library).unwrap();
    fs::write(
        library.join("only.yaml"),
        yearly::yaml(2022, "完成1个。", "建2个。"),
    )
    .unwrap();
    fs::write(&config, format!("library: {}\n", library.display())).unwrap();
    let told = jianbao()
        .env("JIANBAO_CONFIG", &config)
        .args(["list", "--json"])
        .output()
        .unwrap();
    assert!(stdout(&told).contains("only"), "{}", stdout(&told));
    fs::write(&config, "libary: x\n").unwrap();
    let told = jianbao()
        .env("JIANBAO_CONFIG", &config)
        .args(["list", "--lang", "zh"])
        .output()
        .unwrap();
    assert!(stdout(&told).contains("miit-ict-2021") && told.status.success());
    let said = stderr(&told);
    assert!(
        said.contains("配置文件") && said.contains("libary"),
        "{said}"
    );
}

#[test]
fn a_raw_document_is_imported_shown_and_checked() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let raw = "某局2022年工作报告\n一、2021年工作回顾\n建成二级节点166个。\n二、2022年工作安排\n二级节点超200个。\n";
    fs::write(path("a.txt"), raw).unwrap();
    let output = jianbao().arg("import").arg(path("a.txt")).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains(
        "label: 一、\n    heading: 2021年工作回顾\n    kind: achievements\n    year: 2021\n"
    ));
    assert!(stderr(&output).contains("a.txt:1: 没有找到发文机关，请补上"));
    assert!(stderr(&output).contains("已转换 1 份，存疑 2 处"));
    // Into a file, which is not overwritten unasked.
    let import = |extra: &[&str]| {
        let mut command = jianbao();
        command
            .arg("import")
            .arg(path("a.txt"))
            .arg("-o")
            .arg(path("a.yaml"))
            .args(extra);
        command.output().unwrap()
    };
    assert_eq!(import(&[]).status.code(), Some(0));
    fs::write(path("a.yaml"), "by hand").unwrap();
    let refused = import(&[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        stderr(&refused).contains("文件已存在"),
        "{}",
        stderr(&refused)
    );
    assert_eq!(fs::read_to_string(path("a.yaml")).unwrap(), "by hand");
    assert_eq!(import(&["--force", "--figures"]).status.code(), Some(0));
    let written = fs::read_to_string(path("a.yaml")).unwrap();
    assert!(
        written.contains("results:\n      - indicator: 二级节点"),
        "{written}"
    );
    assert!(
        written.contains("        value: 超200个\n        quote: "),
        "{written}"
    );
    let checked = jianbao().arg("check").arg(path("a.yaml")).output().unwrap();
    assert!(
        stdout(&checked).contains("没有问题"),
        "{}",
        stdout(&checked)
    );
    // Raw files open as they are.
    let shown = jianbao()
        .args(["show", "a#2", "--library"])
        .arg(path("a.txt"))
        .output()
        .unwrap();
    assert!(stdout(&shown).contains("二级节点超200个。"));
    let checked = jianbao().arg("check").arg(path("a.txt")).output().unwrap();
    assert!(
        stdout(&checked).contains("存疑，第 1 行：没有找到发文机关"),
        "{}",
        stdout(&checked)
    );
}

#[test]
fn figures_that_the_import_writes_are_read_again_as_they_were_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let raw = "甲市政府工作报告\n（2026年1月20日）\n甲市市长 王某\n一、2025年工作回顾\n五年来，新建茶园320个，出口年均增长6%。\n\
        2025年，粮食产量1200万吨。\n1—11月，外贸出口增长7%。\n截至11月底，企业达到860家。\n脱贫县农村居民收入增长8%。\n\
        改革开放以来，累计引资900亿元。\n二、2026年工作安排\n到2030年，城镇化率达到75%。新建茶园20个。\n";
    fs::write(path("a.txt"), raw).unwrap();
    let args = ["import", "a.txt", "-o", "b.yaml", "--figures"];
    let import = jianbao()
        .current_dir(folder.path())
        .args(args)
        .output()
        .unwrap();
    assert_eq!(import.status.code(), Some(0), "{}", stderr(&import));
    let measures = |id: &str, file: &str| {
        let mut told = Vec::new();
        for section in ["1.1", "1.2", "2"] {
            let mut command = jianbao();
            command.arg("show").arg(format!("{id}#{section}"));
            let shown = command
                .args(["--json", "--library"])
                .arg(path(file))
                .output()
                .unwrap();
            let shown: Value = serde_json::from_str(&stdout(&shown)).unwrap();
            let all = shown["measures"].as_array().unwrap().clone();
            let compared = all
                .into_iter()
                .filter(|m| m["role"] == "result" || m["role"] == "target");
            for measure in compared {
                let known = measure["period"].is_string();
                let time = if known {
                    measure["period"].clone()
                } else {
                    Value::Null
                };
                let keys = [
                    "role",
                    "indicator",
                    "text",
                    "mean",
                    "scope",
                    "responsible",
                    "deadline",
                    "quote",
                ];
                let keys = keys.map(|key| measure[key].clone());
                // What has no time is doubtful in the file, and so is compared with nothing.
                told.push((
                    keys,
                    if measure["doubtful"] == true {
                        Value::Null
                    } else {
                        time
                    },
                ));
            }
        }
        told
    };
    let (found, declared) = (measures("a", "a.txt"), measures("b", "b.yaml"));
    assert!(found.len() >= 8, "{found:?}");
    assert_eq!(found, declared);
    let text = fs::read_to_string(path("b.yaml")).unwrap();
    for key in [
        "period: 2021/2025",
        "period: 2025-01/2025-11",
        "period: 2025-11",
        "mean: true",
        "scope: 脱贫县",
        "year: 2030",
        "doubtful: true",
    ] {
        assert!(text.contains(key), "{key}: {text}");
    }
    let check = jianbao().arg("check").arg(path("b.yaml")).output().unwrap();
    assert!(stdout(&check).contains("没有问题"), "{}", stdout(&check));
}

#[test]
fn a_declared_figure_has_its_period_scope_units_and_deadline_in_either_language() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.yaml");
    let text = "标题: 甲市工作报告\n发文机关: 甲市人民政府\n成文日期: 2026-01-20\n章节:\n- 类别: 工作安排\n  年份: 2026\n  \
        责任单位: [市教育局, 市财政局]\n  正文: 新建学校30所，开工项目9个，出口年均增长6%，山区企业达到860家。\n  目标:\n  \
        - {指标: 学校, 数值: 30所, 原文: 新建学校30所, 时段: 2026年1—6月, 责任单位: 市教育局, 完成时限: 6月底前}\n  \
        - {indicator: 项目, value: 9个, quote: 开工项目9个, period: 2026—2030年, responsible: [市发展改革委, 市住建局]}\n  \
        - {indicator: 出口增速, value: 增长6%, quote: 出口年均增长6%, period: 2026/2030, mean: true, deadline: 2030}\n  \
        - {指标: 企业, 数值: 860家, 原文: 山区企业达到860家, 范围: 山区, 截至: 11月底, 口径: 时点}\n";
    fs::write(&file, text).unwrap();
    let show = |part: &[&str]| {
        let shown = jianbao()
            .args(["show", "a#1"])
            .args(part)
            .arg("--library")
            .arg(&file)
            .output()
            .unwrap();
        assert_eq!(shown.status.code(), Some(0), "{}", stderr(&shown));
        stdout(&shown)
    };
    let section: Value = serde_json::from_str(&show(&["--json"])).unwrap();
    assert_eq!(
        section["responsible"],
        serde_json::json!(["市教育局", "市财政局"])
    );
    let told: Vec<Value> = section["measures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|measure| {
            let keys = [
                "year",
                "period",
                "mean",
                "scope",
                "as_of",
                "responsible",
                "deadline",
                "unsure",
            ];
            keys.iter().map(|key| measure[*key].clone()).collect()
        })
        .collect();
    let expected = serde_json::json!([
        [
            2026,
            "2026-01/2026-06",
            false,
            null,
            null,
            ["市教育局"],
            "6月底前",
            []
        ],
        [
            null,
            "2026/2030",
            false,
            null,
            null,
            ["市发展改革委", "市住建局"],
            null,
            []
        ],
        [null, "2026/2030", true, null, null, [], "2030", []],
        [2026, "2026-11", false, "山区", "11月底", [], null, []],
    ]);
    assert_eq!(Value::from(told), expected);
    let check = jianbao().arg("check").arg(&file).output().unwrap();
    assert!(stdout(&check).contains("没有问题"), "{}", stdout(&check));
}

#[test]
fn why_a_row_is_not_judged_is_said_in_every_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let file = |id: &str, year: u16, kind: &str, list: &str, keys: &str| {
        let text = format!(
            "title: 题\nissuer: 甲市人民政府\nid: {id}\ndate: {year}-01-20\nsections:\n- kind: {kind}\n  year: 2025\n  \
             text: {kind}茶园120个。\n  {list}:\n  - {{indicator: 茶园, value: 120个, quote: 茶园120个{keys}}}\n"
        );
        fs::write(path(&format!("{id}.yaml")), text).unwrap();
    };
    file("a", 2025, "plans", "targets", "");
    for (keys, code, zh, en) in [
        (
            ", scope: 山区",
            "different-scope",
            "范围不同",
            "different scopes",
        ),
        (", as_of: 开工三个月", "unsure", "不能确定", "not certain"),
        (
            ", period: 2025-01/2025-11",
            "different-period",
            "时段不同",
            "different periods",
        ),
    ] {
        file("b", 2026, "achievements", "results", keys);
        let compare = |format: &str, lang: &str| {
            let mut command = jianbao();
            command.args(["compare", "--format", format, "--lang", lang, "--library"]);
            stdout(&command.arg(folder.path()).output().unwrap())
        };
        let json: Value = serde_json::from_str(&compare("json", "zh")).unwrap();
        let outcome = json["rows"][0]["year_outcomes"]
            .as_array()
            .unwrap()
            .last()
            .unwrap();
        assert_eq!(
            (&outcome["outcome"], &outcome["reason"]),
            (&"incomparable".into(), &code.into()),
            "{json}"
        );
        for format in ["table", "txt", "md", "csv"] {
            assert!(compare(format, "zh").contains(zh), "{format} {zh}");
            assert!(compare(format, "en").contains(en), "{format} {en}");
        }
    }
}

#[test]
fn a_folder_is_imported_into_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir_all(path("raw/deep")).unwrap();
    let raw = "某局工作要点\n一、总体要求\n坚持方向。\n二、重点任务\n建设网络。\n";
    fs::write(path("raw/a.txt"), raw).unwrap();
    fs::write(
        path("raw/a.html"),
        format!(
            "<html><body><p>{}</p></body></html>",
            raw.replace('\n', "</p><p>")
        ),
    )
    .unwrap();
    fs::write(path("raw/deep/b.md"), raw).unwrap();
    fs::write(path("raw/empty.txt"), " \n").unwrap();
    fs::write(path("raw/other.pdf"), "x").unwrap();
    let output = jianbao()
        .arg("import")
        .arg(path("raw"))
        .arg("-o")
        .arg(path("out"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "one file is empty");
    assert!(
        stderr(&output).contains("empty.txt: 文件里没有文字"),
        "{}",
        stderr(&output)
    );
    assert!(
        stderr(&output).contains("已转换 3 份") && stderr(&output).contains("未能转换 1 份"),
        "{}",
        stderr(&output)
    );
    for name in ["out/a.yaml", "out/a.txt.yaml", "out/deep/b.yaml"] {
        assert!(path(name).is_file(), "{name}");
    }
    let refused = jianbao().arg("import").arg(path("raw")).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(stderr(&refused).contains("-o"));
    let missing = jianbao()
        .arg("import")
        .arg(path("no.txt"))
        .output()
        .unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("no.txt"));
}

#[test]
fn standard_input_is_imported() {
    let output = fed(
        ["import", "-"],
        "某局工作要点\n一、总体要求\n坚持方向。\n二、重点任务\n建设网络。\n",
    );
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("title: 某局工作要点\n"));
}

#[test]
fn an_import_never_writes_over_its_source_and_refuses_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let raw = "某局工作要点\n一、总体要求\n坚持方向。\n二、重点任务\n建设网络。\n";
    fs::write(path("a.txt"), raw).unwrap();
    let import = |args: &[&str]| {
        jianbao()
            .current_dir(folder.path())
            .arg("import")
            .args(args)
            .output()
            .unwrap()
    };
    let over = import(&["a.txt", "-o", "a.txt", "--force"]);
    assert_eq!(over.status.code(), Some(1));
    assert!(stderr(&over).contains("输出会覆盖原文件"));
    assert_eq!(fs::read_to_string(path("a.txt")).unwrap(), raw);
    // Three of one name, none lost; the same one twice is one.
    for name in ["b", "c"] {
        fs::create_dir(path(name)).unwrap();
        fs::write(path(name).join("a.txt"), raw).unwrap();
    }
    let three = import(&["a.txt", "b/a.txt", "c/a.txt", "./a.txt", "-o", "out"]);
    assert_eq!(three.status.code(), Some(0), "{}", stderr(&three));
    assert_eq!(fs::read_dir(path("out")).unwrap().count(), 3);
    assert!(stderr(&three).contains("已转换 3 份"));
    for (name, bytes, words) in [
        ("x.pdf", &b"%PDF-1.4"[..], "PDF 文件，还不能读"),
        (
            "x.doc",
            &b"\xd0\xcf\x11\xe0"[..],
            "旧式 Word 或 WPS 文件，还不能读",
        ),
        ("x.yaml", &b"format: 1"[..], "已经是简报"),
    ] {
        fs::write(path(name), bytes).unwrap();
        let refused = import(&[name]);
        assert_eq!(refused.status.code(), Some(1), "{name}");
        assert!(stderr(&refused).contains(words), "{}", stderr(&refused));
        assert!(
            !stderr(&refused).contains("没有找到标题"),
            "{}",
            stderr(&refused)
        );
    }
    for args in [
        ["a.txt", "b/a.txt", "-o", "-"],
        ["a.txt", "b/a.txt", "-o", "a.txt"],
    ] {
        let refused = import(&args);
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            stderr(&refused).contains("多个文件要用 -o 指定文件夹"),
            "{}",
            stderr(&refused)
        );
    }
}

#[test]
fn two_bulletins_are_laid_together_whatever_their_series() {
    let pair = ["miit-ict-2021", "miit-ict-2022"];
    let both = json([
        "compare",
        "--together",
        pair[0],
        pair[1],
        "--format",
        "json",
    ]);
    let series = [
        "compare",
        "--series",
        "工信部信息通信管理局",
        "--format",
        "json",
    ];
    assert_eq!(both["rows"], json(series)["rows"]);
    assert_eq!(both["series"], "miit-ict-2021 + miit-ict-2022");
    // What is of two issuers stands side by side and is not judged.
    let apart = json([
        "compare",
        "--together",
        "miit-ict-2021",
        "shanxi-ca-2022",
        "--format",
        "json",
    ]);
    let rows = apart["rows"].as_array().unwrap();
    let verdicts = rows
        .iter()
        .flat_map(|row| row["year_outcomes"].as_array().unwrap());
    let mut count = 0;
    for verdict in verdicts {
        let told = [&verdict["outcome"], &verdict["reason"], &verdict["next"]];
        assert_eq!(
            told,
            [
                &Value::from("incomparable"),
                &Value::from("different-issuer"),
                &Value::Null
            ]
        );
        count += 1;
    }
    assert!(count > 0);
    let texts = good(["compare", "--text", "--together", pair[0], pair[1]]);
    assert_eq!(
        texts,
        good(["compare", "--text", "--series", "工信部信息通信管理局"])
    );
    // Files that are in no library.
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let file = folder.path().join(name);
        fs::write(&file, text).unwrap();
        file.to_str().unwrap().to_owned()
    };
    let plan = write("a.txt", "某组计划\n一、2030年工作安排\n新建书屋20家。\n");
    let done = write("b.txt", "某组总结\n一、2030年工作回顾\n新建书屋20家。\n");
    let (text, error, code) = told(["compare", "--together", &plan, &done]);
    assert_eq!(code, 0, "{error}");
    assert!(text.contains("书屋"), "{text}");
    for (args, code) in [
        (["compare", "--together", "miit-ict-2021", "missing"], 1),
        (
            ["compare", "--together", "miit-ict-2021", "miit-ict-2021"],
            1,
        ),
        (["list", "--together", "miit-ict-2021", "miit-ict-2022"], 2),
        (["--together", "miit-ict-2021", "miit-ict-2022", "list"], 2),
    ] {
        assert_eq!(told(args).2, code, "{args:?}");
    }
}

#[test]
fn a_folder_of_raw_documents_is_a_library_and_says_what_it_passes_over() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    };
    let text = "关于开展检查的通知\n\n各科室：\n\n一、检查时间\n3月。\n";
    write("first/report.txt", text.as_bytes());
    write("second/report.txt", text.as_bytes());
    write("second/scan.pdf", b"%PDF-1.4");
    write("second/~$report.docx", b"lock");
    write("second/picture.png", b"\x89PNG");
    write("second/sealed.docx", b"%TSD-Header-###%\x01\x02\x03");
    write("third/done.md", text.as_bytes());
    write(
        "third/done.yaml",
        "# 由 jianbao import 转换自 done.md\ntitle: 甲\nissuer: 某局\nsections: [{heading: 节}]\n"
            .as_bytes(),
    );
    let path = folder.path().to_str().unwrap();
    let (list, error, code) = told(["list", "--json", "--library", path]);
    assert_eq!(code, 0, "{error}");
    let list: Value = serde_json::from_str(&list).unwrap();
    let ids: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|b| b["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, ["report", "second-report", "done"]);
    assert_eq!(list[2]["title"], "甲");
    // Of what cannot be read the number; the text that is there twice by both names.
    assert!(
        error.contains("有 1 份文档的格式还不能读") && !error.contains("scan.pdf"),
        "{error}"
    );
    assert!(
        error.contains("second/report.txt: 内容与 ") && error.contains("first/report.txt 基本相同"),
        "{error}"
    );
    assert!(
        error.contains("sealed.docx: 加密的文件，读不出；先解密"),
        "{error}"
    );
    assert!(
        !error.contains("picture.png") && !error.contains("done.md"),
        "{error}"
    );
    // Nothing is passed over in silence.
    let (check, _, code) = told(["check", path]);
    assert_eq!(code, 1);
    for words in [
        "scan.pdf: 提醒: 略过：PDF",
        "~$report.docx: 提醒: 略过：Word 或 WPS 打开文件时的临时文件",
        "picture.png: 提醒: 略过：图片",
        "sealed.docx: 错误: 加密的文件",
        "done.md: 提醒: 略过：已转换为 done.yaml",
    ] {
        assert!(check.contains(words), "{words}: {check}");
    }
    let out = folder.path().join("out");
    let (_, error, code) = told(["import", path, "-o", out.to_str().unwrap()]);
    assert_eq!(code, 1, "{error}");
    assert!(
        error.contains("已转换 3 份") && error.contains("略过 3 份"),
        "{error}"
    );
    // Several libraries are one.
    let first = folder.path().join("first");
    let third = folder.path().join("third");
    let both = json([
        "list",
        "--json",
        "--library",
        first.to_str().unwrap(),
        "--library",
        third.to_str().unwrap(),
    ]);
    assert_eq!(both.as_array().unwrap().len(), 2);
}

#[test]
fn a_report_that_is_there_twice_counts_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let library = path.to_str().unwrap();
    let samples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let text = |name: &str| fs::read_to_string(samples.join(name)).unwrap();
    for name in ["linyuan-2024.txt", "linyuan-2025.txt"] {
        fs::write(path.join(name), text(name)).unwrap();
    }
    let compare = ["compare", "--format", "json", "--library", library];
    let once = json(compare);
    // The same text in a web page, with other line ends, and as a bulletin that somebody made of it.
    let lines = text("linyuan-2025.txt");
    let paragraphs: Vec<&str> = lines.lines().collect();
    let page = format!("<p>{}</p>", paragraphs.join("</p>\n<p>"));
    fs::write(path.join("网页.html"), page).unwrap();
    let made = path.join("今年.yaml");
    let first = path.join("linyuan-2024.txt");
    good([
        "import",
        first.to_str().unwrap(),
        "-o",
        made.to_str().unwrap(),
    ]);
    let rows = |ledger: &Value| ledger["rows"].as_array().unwrap().len();
    let twice = json(compare);
    assert_eq!(rows(&once), rows(&twice));
    assert_eq!(once["tally"], twice["tally"]);
    let (list, error, _) = told(["list", "--library", library]);
    assert_eq!(list.lines().count(), 5, "{list}");
    // What was written stays; a file beside another name is no reason to hide it.
    assert!(error.contains("linyuan-2024.txt: 内容与 "), "{error}");
    assert!(error.contains("今年.yaml 基本相同"), "{error}");
    let (check, _, code) = told(["check", library]);
    assert_eq!(code, 0, "{check}");
    assert_eq!(check.matches("应是同一份材料").count(), 2, "{check}");
    assert_eq!(check.matches("留下一个，移走另一个").count(), 1, "{check}");
}

#[test]
fn an_import_without_documents_says_one_thing() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error, code) = told(["import", folder.path().to_str().unwrap()]);
    assert_eq!((error.lines().count(), code), (1, 1), "{error}");
    let title = folder.path().join("title.txt");
    fs::write(&title, "2030年青溪县政府工作报告\n").unwrap();
    let (_, error, code) = told(["import", title.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(error.contains("没有正文，只有标题"), "{error}");
}

#[test]
fn a_folder_without_bulletins_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("data.csv"), "a,b\n").unwrap();
    let (text, _, code) = told(["check", folder.path().to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(text.contains("文件夹里没有能打开的简报"), "{text}");
    assert!(
        text.contains("data.csv: 提醒: 略过：表格，不是简报"),
        "{text}"
    );
}

#[test]
fn a_document_under_another_name_is_read_by_its_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let page = "<html><body><h1>工作要点</h1><p>新修村道三条。</p></body></html>";
    fs::write(folder.path().join("a.doc"), page).unwrap();
    fs::write(folder.path().join("b"), "工作要点\n新修村道三条。\n").unwrap();
    let (text, error, code) = told(["list", "--library", folder.path().to_str().unwrap()]);
    assert_eq!(code, 0, "{error}");
    assert!(text.contains("a  ") && !text.contains("b  "), "{text}");
    let (text, _, _) = told(["check", folder.path().to_str().unwrap()]);
    assert!(text.contains("b: 提醒: 略过：文件名没有扩展名"), "{text}");
    // A file that is named is read whatever its name is.
    let named = folder.path().join("b");
    let (text, error, code) = told(["show", "b", "--library", named.to_str().unwrap()]);
    assert_eq!(code, 0, "{error}");
    assert!(text.contains("新修村道三条。"), "{text}");
}

#[test]
fn a_format_that_is_not_read_says_so_wherever_it_is_met() {
    let folder = tempfile::tempdir().unwrap();
    // A compound file with the stream of an encrypted package.
    let mut locked = b"\xd0\xcf\x11\xe0".to_vec();
    locked.resize(512, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    locked.resize(1024, 0);
    for (name, bytes, words) in [
        ("a.csv", &b"a,b\n1,2\n"[..], "表格，不是简报"),
        (
            "a.wps",
            b"\xd0\xcf\x11\xe0",
            "旧式 Word 或 WPS 文件，还不能读",
        ),
        ("a.docx", b"PK\x03\x04", "文件不完整或已损坏，读不出"),
        ("c.docx", locked.as_slice(), "加密的文件，读不出"),
        ("a.eml", b"Subject: x\nFrom: a@b\n\ny", "邮件，还不能读"),
        ("b.txt", b"From: a@b\nTo: c@d\n\ny", "邮件，还不能读"),
        (
            "a.mht",
            b"From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n",
            "连图片一起存下来的网页",
        ),
        ("a.ofd", b"PK\x03\x04", "OFD 版式文件，还不能读"),
        ("a.rtf", b"{\\rtf1", "RTF 文件，还不能读"),
        ("a.xlsx", b"PK\x03\x04", "表格，不是简报"),
    ] {
        let file = folder.path().join(name);
        fs::write(&file, bytes).unwrap();
        let (file, stem) = (file.to_str().unwrap(), &name[..1]);
        for args in [
            vec![file],
            vec!["show", stem, "--library", file],
            vec!["check", file],
            vec!["import", file],
        ] {
            let (text, error, code) = told(&args);
            assert_eq!(code, 1, "{args:?}");
            assert!(
                format!("{text}{error}").contains(words),
                "{args:?}: {text}{error}"
            );
        }
    }
}
