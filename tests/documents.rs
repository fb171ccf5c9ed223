//! The documents say what is true: the key tables of both READMEs are the keymap's, their pictures
//! are the screens, and every command is named. `BLESS=1 cargo test --test documents` writes tables and pictures anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod journey;

use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use jianbao::files::library;
use jianbao::i18n::Lang;
use jianbao::load;
use jianbao::screens::all::keymap;
use jianbao::width::Ambiguous;
use journey::Journey;

const READMES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.zh.md", Lang::Zh)];

/// One test writes what another reads: whoever does either holds this.
static FILES: Mutex<()> = Mutex::new(());

fn read(name: &str) -> String {
    let _held = FILES.lock();
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Writes a document as a change makes it of what it says at that moment.
fn change(name: &str, change: impl FnOnce(&str) -> String) {
    let _held = FILES.lock();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let before = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, change(&before)).unwrap();
}

/// The keymap as a Markdown table.
fn key_table(lang: Lang) -> String {
    let heads = match lang {
        Lang::Zh => "| 按键 | 作用 | 配置里的名字 |\n|---|---|---|\n",
        Lang::En => "| Keys | What they do | Name in the config |\n|---|---|---|\n",
    };
    let rows = keymap().help(lang).into_iter().map(|line| {
        let keys: Vec<String> = line.keys.iter().map(|key| format!("`{key}`")).collect();
        format!("| {} | {} | {} |\n", keys.join(" "), line.words, line.name)
    });
    heads.to_owned() + &rows.collect::<String>()
}

#[test]
fn the_key_tables_are_the_keymaps() {
    for (name, lang) in READMES {
        let (table, text) = (key_table(lang), read(name));
        if std::env::var_os("BLESS").is_some() {
            change(name, |text| {
                let head = table.lines().next().unwrap();
                let (before, behind) = text.split_once(head).unwrap();
                let rest = behind.split_once("\n\n").unwrap().1;
                format!("{before}{table}\n{rest}")
            });
        } else {
            assert!(text.contains(&table), "{name} should hold\n{table}");
        }
    }
}

/// The text with every picture drawn as the program draws it now: a block behind a comment
/// `<!-- screen 90x20: Right Down -->`, with the size and the keys that lead there.
fn redrawn(text: &str, lang: Lang) -> (String, usize) {
    let mut parts = text.split("<!-- screen ");
    let mut out = parts.next().unwrap().to_owned();
    let mut pictures = 0;
    for part in parts {
        let (command, rest) = part.split_once(" -->\n").unwrap();
        let (size, keys) = command.split_once(": ").unwrap();
        let (cells, rows) = size.split_once('x').unwrap();
        let size = (cells.parse().unwrap(), rows.parse().unwrap());
        let mut journey = Journey::with(library::built_in(), lang, Ambiguous::Narrow, size);
        journey.press(keys);
        let behind = rest.split_once("```text\n").unwrap().1;
        let behind = behind.split_once("```\n").unwrap().1;
        out.push_str(&format!(
            "<!-- screen {command} -->\n```text\n{}\n```\n{behind}",
            journey.screen()
        ));
        pictures += 1;
    }
    (out, pictures)
}

#[test]
fn the_pictures_are_the_screens() {
    for (name, lang) in READMES {
        let text = read(name);
        let (drawn, pictures) = redrawn(&text, lang);
        assert!(pictures >= 3, "{name}");
        if std::env::var_os("BLESS").is_some() {
            change(name, |text| redrawn(text, lang).0);
        } else {
            assert!(text == drawn, "{name} should be\n{drawn}");
        }
    }
}

#[test]
fn the_sample_bulletins_are_good_and_the_sample_messages_real() {
    for (name, lang) in READMES {
        let text = read(name);
        let yaml = text.split("```yaml\n").nth(1).unwrap();
        let yaml = yaml.split("```").next().unwrap();
        let (bulletin, problems) = load::read_text("x.yaml", "x", yaml, load::Checks::All);
        assert_eq!(problems, Vec::new(), "{name}");
        assert_eq!(bulletin.unwrap().figures().count(), 1);
        let (file, part) = match lang {
            Lang::Zh => ("tests/bad/unknown-key-chinese.txt", 0),
            Lang::En => ("tests/bad/unknown-key-english.txt", 1),
        };
        let told = read(file);
        let told: Vec<&str> = told
            .split("\n\n")
            .nth(part)
            .unwrap()
            .lines()
            .take(5)
            .collect();
        assert!(
            text.contains(&told.join("\n")),
            "{name} should hold\n{}",
            told.join("\n")
        );
    }
}

#[test]
fn every_command_is_in_the_readmes() {
    let help = Command::new(env!("CARGO_BIN_EXE_jianbao"))
        .args(["--help", "--lang", "en"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let list = help.split("Commands:\n").nth(1).unwrap();
    let list = list.split("\n\n").next().unwrap();
    let commands: Vec<&str> = list
        .lines()
        .filter_map(|l| l.split_whitespace().next())
        .collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for (name, _) in READMES {
        let text = read(name);
        for command in &commands {
            assert!(
                text.contains(&format!("jianbao {command}")),
                "{name}: {command}"
            );
        }
    }
}

#[test]
fn the_code_map_names_every_module() {
    let map = read("ARCHITECTURE.md");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in std::fs::read_dir(source).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let name = name.trim_end_matches(".rs");
        assert!(
            map.contains(&format!("`{name}`")),
            "ARCHITECTURE.md lacks `{name}`"
        );
    }
    assert!(map.lines().count() <= 120);
}
