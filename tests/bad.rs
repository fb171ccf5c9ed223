//! Broken bulletins, each beside the message that `check` gives for it, in Chinese and in English.
//! `BLESS=1 cargo test --test bad` writes the messages anew; they are read before they are kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

/// What `check` prints for a file, and its exit code.
fn check(folder: &Path, name: &str, lang: &str) -> (String, Option<i32>) {
    let out = Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .args(["check", name, "--lang", lang])
        .current_dir(folder)
        .output()
        .unwrap();
    assert!(
        out.stderr.is_empty(),
        "{name}: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    (String::from_utf8(out.stdout).unwrap(), out.status.code())
}

fn names() -> Vec<String> {
    let entries = fs::read_dir(folder()).unwrap();
    let names = entries.map(|e| e.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names
        .filter(|n| Path::new(n).extension().is_some_and(|e| e == "yaml"))
        .collect();
    names.sort();
    names
}

#[test]
fn every_broken_bulletin_gives_its_message() {
    let names = names();
    assert!(names.len() >= 25, "only {} files", names.len());
    let mut wrong = Vec::new();
    for name in names {
        let (zh, code) = check(&folder(), &name, "zh");
        let (en, _) = check(&folder(), &name, "en");
        let told = format!("{zh}\n{en}\nexit code {}\n", code.unwrap_or(-1));
        let beside = folder().join(name.replace(".yaml", ".txt"));
        if std::env::var_os("BLESS").is_some() {
            fs::write(&beside, &told).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        if told != expected {
            wrong.push(format!("{name}: expected\n{expected}\nfound\n{told}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_message_is_without_its_reason() {
    let spotless_ones = ["utf-8-bom"];
    for name in names() {
        let (told, _) = check(&folder(), &name, "zh");
        let spotless = told.lines().count() == 1;
        assert_eq!(
            spotless,
            spotless_ones.contains(&name.trim_end_matches(".yaml")),
            "{name}: {told}"
        );
    }
}

#[test]
fn bombs_are_refused() {
    for name in [
        "depth-bomb.yaml",
        "alias-bomb.yaml",
        "depth-bomb-in-text.yaml",
        "depth-bomb-in-quotes.yaml",
        "alias-bytes-bomb.yaml",
    ] {
        let (told, code) = check(&folder(), name, "zh");
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains("超过"), "{told}");
    }
}

#[test]
fn a_bad_file_does_not_keep_the_good_ones_from_opening() {
    let folder = tempfile::tempdir().unwrap();
    let bad = self::folder().join("bad-kind.yaml");
    fs::copy(bad, folder.path().join("a-bad.yaml")).unwrap();
    let bad = self::folder().join("not-yaml.yaml");
    fs::copy(bad, folder.path().join("b-bad.yaml")).unwrap();
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("briefings/miit-ict-2022.yaml");
    fs::copy(good, folder.path().join("good.yaml")).unwrap();
    let out = Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .args(["list", "--lang", "zh", "--library"])
        .arg(folder.path())
        .output()
        .unwrap();
    let (list, told) = (
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr),
    );
    assert!(list.contains("miit-ict-2022"), "{list}");
    assert!(
        told.contains("a-bad.yaml") && told.contains("b-bad.yaml"),
        "{told}"
    );
    assert_eq!(out.status.code(), Some(0));
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_folder_named_like_a_bulletin_is_told() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("folder.yaml")).unwrap();
        let (told, code) = check(folder.path(), ".", "zh");
        assert_eq!(
            told,
            "./folder.yaml: 错误: 应为简报文件，实为文件夹\n  建议: 指明一个 .yaml 文件\n1 份已检查: 1 处错误, 0 处提醒\n"
        );
        assert_eq!(code, Some(1));
    }

    #[test]
    fn a_pipe_that_nobody_writes_to_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new("mkfifo")
            .arg(folder.path().join("pipe.yaml"))
            .status()
            .unwrap();
        assert!(made.success());
        let (told, code) = check(folder.path(), "pipe.yaml", "zh");
        assert_eq!(
            told,
            "pipe.yaml: 错误: 应为普通文件，实为管道或设备\n  建议: 指明一个 .yaml 文件\n1 份已检查: 1 处错误, 0 处提醒\n"
        );
        assert_eq!(code, Some(1));
    }

    #[test]
    fn a_broken_link_is_told() {
        let folder = tempfile::tempdir().unwrap();
        symlink("nowhere.yaml", folder.path().join("link.yaml")).unwrap();
        let (told, code) = check(folder.path(), "link.yaml", "en");
        assert_eq!(
            told,
            "link.yaml: error: the link leads to a file that does not exist\n  help: name a .yaml file\n1 checked: 1 error, 0 warnings\n"
        );
        assert_eq!(code, Some(1));
    }

    #[test]
    fn a_file_that_may_not_be_read_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret.yaml");
        fs::write(&path, "title: 密").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
        let (told, code) = check(folder.path(), "secret.yaml", "zh");
        // Whoever may read everything is told what is wrong inside instead.
        let expected = if fs::File::open(&path).is_ok() {
            "发文机关"
        } else {
            "没有读取的权限"
        };
        assert!(told.contains(expected), "{told}");
        assert_eq!(code, Some(1));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_file_whose_bytes_do_not_come_is_told() {
        // The kernel gives an error for the first page of any process.
        let (told, code) = check(Path::new("/"), "/proc/self/mem", "zh");
        assert!(
            told.starts_with("/proc/self/mem: 错误: 无法读取："),
            "{told}"
        );
        assert_eq!(code, Some(1));
    }
}
