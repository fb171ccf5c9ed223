//! What the real binary prints, byte for byte, over the built-in bulletins and the samples: whoever
//! moves code sees here that nothing else moved. `BLESS=1 cargo test --test outputs` writes the files of `tests/outputs` anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod reference;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use reference::Folder;

/// The built-in bulletins.
const BUILT_IN: [&str; 5] = [
    "miit-ict-2021",
    "miit-ict-2022",
    "shanxi-ca-2022",
    "supervision-symposia",
    "zhuzhou-mobile-internet-2018",
];

/// Those of which all that `show --json` says is kept: the others would add 250 kB and no other case.
const SHOWN_WHOLE: [&str; 2] = ["shanxi-ca-2022", "zhuzhou-mobile-internet-2018"];

/// The series of the built-in bulletins that has two years.
const SERIES: &str = "工信部信息通信管理局";

/// Raw documents, each of another shape.
const SAMPLES: [&str; 9] = [
    "anquan-tongbao.txt",
    "chazhou-renwu.html",
    "guangfu-yijian.md",
    "helan-2024.txt",
    "helan-2025.txt",
    "linyuan-2024.txt",
    "linyuan-2025.txt",
    "shuzi-guihua.txt",
    "wenlv-page.html",
];

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The program in a folder of its own, with nothing of the user's environment.
fn jianbao(folder: &Path, args: &[&str], input: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jianbao"));
    let mut child = command
        .env_clear()
        .env("LANG", "zh_CN.UTF-8")
        .current_dir(folder)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let input = input.unwrap_or_default().to_owned();
    let mut stdin = child.stdin.take().unwrap();
    let writer = thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    // A command that reads no input closes it.
    let _closed = writer.join().unwrap();
    output
}

/// All that a run told: its output, then what it said beside it and how it ended.
fn told(output: &Output) -> String {
    let mut told = String::from_utf8(output.stdout.clone()).unwrap();
    let report = String::from_utf8(output.stderr.clone()).unwrap();
    if !report.is_empty() {
        told.push_str(&format!("--- standard error\n{report}"));
    }
    if output.status.code() != Some(0) {
        told.push_str(&format!("--- exit code {:?}\n", output.status.code()));
    }
    told
}

/// An empty folder for a test.
fn empty(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("outputs")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs of one folder and the files that they are compared with.
struct Runs {
    kept: Folder,
    folder: PathBuf,
}

impl Runs {
    fn new(name: &str) -> Self {
        Self {
            kept: Folder::new(&format!("outputs/{name}")),
            folder: empty(name),
        }
    }

    fn run(&mut self, name: &str, args: &[&str]) {
        let output = jianbao(&self.folder, args, None);
        self.kept.holds(name, &told(&output));
    }
}

#[test]
fn what_the_built_in_bulletins_print_is_as_it_was() {
    let mut runs = Runs::new("built-in");
    runs.run("list.json", &["list", "--json"]);
    runs.run("check.json", &["check", "--json"]);
    for id in BUILT_IN {
        if SHOWN_WHOLE.contains(&id) {
            runs.run(&format!("show-{id}.json"), &["show", id, "--json"]);
        }
        runs.run(&format!("show-{id}.txt"), &["show", id, "--width", "40"]);
        runs.run(&format!("outline-{id}.txt"), &["show", id, "--outline"]);
    }
    for format in ["json", "md", "csv", "txt", "table"] {
        let args = ["compare", "--series", SERIES, "--format", format];
        runs.run(&format!("compare.{format}"), &args);
    }
    let english = ["compare", "--series", SERIES, "--lang", "en"];
    runs.run("compare-english.table", &english);
    runs.run(
        "compare-text.txt",
        &["compare", "--series", SERIES, "--text"],
    );
    runs.run("terms.txt", &["terms", "--series", SERIES]);
    runs.run(
        "terms-counted.txt",
        &["terms", "--series", SERIES, "网络", "专精特新"],
    );
    runs.run("which-series.txt", &["compare"]);
    runs.kept.check();
}

#[test]
fn what_is_found_in_the_built_in_bulletins_is_as_it_was() {
    let mut runs = Runs::new("search");
    let queries: [(&str, &[&str]); 7] = [
        ("words", &["行程卡"]),
        ("pinyin", &["xck"]),
        ("several-words", &["适老化", "改造"]),
        ("above", &[">10%"]),
        ("unit", &["单位:万人"]),
        (
            "figures-of-a-year",
            &["#", "--year", "2021", "--series", SERIES],
        ),
        ("outcome", &["#", "--outcome", "完成"]),
    ];
    for (name, query) in queries {
        let args = [&["search", "--json"], query].concat();
        runs.run(&format!("{name}.json"), &args);
    }
    runs.run("words.txt", &["search", "网络安全"]);
    runs.kept.check();
}

#[test]
fn what_is_exported_is_as_it_was() {
    let mut runs = Runs::new("export");
    for format in ["txt", "md", "csv", "json", "html"] {
        let args = [
            "export",
            "miit-ict-2022#2",
            "shanxi-ca-2022#1",
            "--format",
            format,
        ];
        runs.run(&format!("two-sections.{format}"), &args);
    }
    let args = [
        "export",
        "zhuzhou-mobile-internet-2018#2",
        "--renumber",
        "--width",
        "40",
    ];
    runs.run("renumbered.txt", &args);
    runs.kept.check();
}

#[test]
fn what_the_golden_library_prints_is_as_it_was() {
    let mut runs = Runs::new("golden-library");
    // Beside its copy, so that no path of this machine is told.
    fs::create_dir(runs.folder.join("library")).unwrap();
    for id in ["jia-2021", "jia-2022"] {
        let name = format!("library/{id}.yaml");
        fs::copy(tests().join("golden").join(&name), runs.folder.join(&name)).unwrap();
    }
    for id in ["jia-2021", "jia-2022"] {
        let args = ["show", id, "--json", "--library", "library"];
        runs.run(&format!("{id}.json"), &args);
    }
    for format in ["json", "table"] {
        let args = ["compare", "--format", format, "--library", "library"];
        runs.run(&format!("compare.{format}"), &args);
    }
    runs.kept.check();
}

/// The samples imported into `library`, each report under the sample's name.
fn imported(runs: &Runs, options: &[&str]) -> Vec<(String, Output)> {
    let mut reports = Vec::new();
    for sample in SAMPLES {
        fs::copy(
            tests().join("samples").join(sample),
            runs.folder.join(sample),
        )
        .unwrap();
        let (stem, _) = sample.rsplit_once('.').unwrap();
        let target = format!("library/{stem}.yaml");
        let args = [&["import", sample, "-o", &target], options].concat();
        reports.push((stem.to_owned(), jianbao(&runs.folder, &args, None)));
    }
    reports
}

#[test]
fn what_is_made_of_the_samples_is_as_it_was() {
    let mut runs = Runs::new("samples");
    fs::create_dir(runs.folder.join("library")).unwrap();
    for (stem, report) in imported(&runs, &[]) {
        let yaml = runs.folder.join(format!("library/{stem}.yaml"));
        let yaml = fs::read_to_string(yaml).unwrap();
        runs.kept.holds(&format!("{stem}.yaml"), &yaml);
        runs.kept.holds(&format!("{stem}.report"), &told(&report));
        let args = ["show", &stem, "--json", "--library", "library"];
        runs.run(&format!("{stem}.json"), &args);
    }
    runs.run("list.json", &["list", "--json", "--library", "library"]);
    for (name, series) in [
        ("linyuan", "临沅省政府工作报告"),
        ("helan", "河澜市交通运输局"),
    ] {
        for format in ["json", "table"] {
            let args = [
                "compare",
                "--series",
                series,
                "--format",
                format,
                "--library",
                "library",
            ];
            runs.run(&format!("{name}-compare.{format}"), &args);
        }
    }
    runs.kept.check();
}

#[test]
fn figures_that_an_import_writes_are_as_they_were() {
    let mut runs = Runs::new("samples-with-figures");
    fs::create_dir(runs.folder.join("library")).unwrap();
    for (stem, _) in imported(&runs, &["--figures"]) {
        let yaml = runs.folder.join(format!("library/{stem}.yaml"));
        let yaml = fs::read_to_string(yaml).unwrap();
        runs.kept.holds(&format!("{stem}.yaml"), &yaml);
    }
    runs.run("check.json", &["check", "--json", "library"]);
    runs.kept.check();
}

#[test]
fn figures_of_single_sentences_are_as_they_were() {
    let mut runs = Runs::new("figures");
    let sentences = fs::read_to_string(tests().join("figures-of-sentences.txt")).unwrap();
    let output = jianbao(&runs.folder, &["figures", "-"], Some(&sentences));
    let answers = told(&output);
    assert_eq!(answers.lines().count(), sentences.lines().count());
    // Each answer below its sentence, so that a difference can be read.
    let mut both = String::new();
    for (sentence, answer) in sentences.lines().zip(answers.lines()) {
        both.push_str(&format!("{sentence}\n{answer}\n\n"));
    }
    runs.kept.holds("sentences.txt", &both);
    runs.kept.check();
}

#[test]
fn no_output_is_left_over() {
    let folders = [
        "built-in",
        "export",
        "figures",
        "golden-library",
        "samples",
        "samples-with-figures",
        "search",
    ];
    reference::only_these_folders("outputs", &folders);
}

#[test]
fn every_sample_is_used() {
    let entries = fs::read_dir(tests().join("samples")).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, SAMPLES);
}

#[test]
fn a_difference_a_missing_and_a_stray_file_are_faults() {
    let root = empty("faults");
    let mut blessed = Folder::at(root.clone(), true);
    blessed.holds("same.txt", "一\n二\n");
    blessed.holds("other.txt", "一\n二\n三\n");
    blessed.holds("below/old.txt", "旧\n");
    assert!(blessed.faults().is_empty());
    let mut compared = Folder::at(root.clone(), false);
    compared.holds("same.txt", "一\n二\n");
    compared.holds("other.txt", "一\n贰\n三\n");
    compared.holds("missing.txt", "一\n");
    let faults = compared.faults();
    assert_eq!(faults.len(), 3, "{faults:?}");
    assert_eq!(
        faults[0],
        "other.txt: differs from line 2\n  - 二\n  - 三\n  - \n  + 贰\n  + 三\n  + "
    );
    assert!(faults[1].starts_with("missing.txt: "), "{}", faults[1]);
    assert_eq!(faults[2], "below/old.txt: no test writes this file");
    // Written anew, what nobody names any more is gone.
    let mut again = Folder::at(root.clone(), true);
    again.holds("same.txt", "一\n");
    assert!(again.faults().is_empty());
    assert!(!root.join("below/old.txt").exists());
}
