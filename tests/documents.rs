//! The documents say what is true: the key tables of both READMEs are the keymap's, and every
//! command is named.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use std::path::Path;
use std::process::Command;

use jianbao::app::keymap;
use jianbao::i18n::Lang;

const READMES: [(&str, Lang); 2] = [("README.md", Lang::En), ("README.zh.md", Lang::Zh)];

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The keymap as a Markdown table.
fn key_table(lang: Lang) -> String {
    let heads = match lang {
        Lang::Zh => "| 按键 | 作用 |\n|---|---|\n",
        Lang::En => "| Keys | What they do |\n|---|---|\n",
    };
    let rows = keymap::help(lang).into_iter().map(|line| {
        let keys: Vec<String> = line.keys.iter().map(|key| format!("`{key}`")).collect();
        format!("| {} | {} |\n", keys.join(" "), line.words)
    });
    heads.to_owned() + &rows.collect::<String>()
}

#[test]
fn the_key_tables_are_the_keymaps() {
    for (name, lang) in READMES {
        let table = key_table(lang);
        assert!(read(name).contains(&table), "{name} should hold\n{table}");
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
