//! Words that are asked for by the code of a value: every code has its words in the language files, and no line is
//! without a code. Only tests; beside the rooms because `i18n` knows none of them.

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use crate::compare::{Basis, Next, Outcome, Pairing, Reason, RowGroup};
    use crate::export::format::Format;
    use crate::figures::catalogue::Better;
    use crate::i18n::{Lang, table};
    use crate::import::doubt::Why;
    use crate::import::file_type::foreign::Foreign;
    use crate::load::problem::{Expected, Shape, Special};
    use crate::model::{Kind, Measure, Origin, Role, Trend};

    /// Groups that tests of their own rooms hold: of the keymap, of the command line.
    const ELSEWHERE: [&str; 5] = ["command", "hint", "key_cap", "cli", "mode"];

    fn codes<'c>(codes: impl IntoIterator<Item = &'c str>) -> Vec<&'c str> {
        codes.into_iter().collect()
    }

    fn groups() -> Vec<(&'static str, Vec<&'static str>)> {
        let named = [
            Pairing::Key,
            Pairing::Catalogue,
            Pairing::Name,
            Pairing::Confirmed,
        ];
        // What is new is called by its year.
        let groups = [
            RowGroup::Main,
            RowGroup::Numeric,
            RowGroup::Task,
            RowGroup::Unplanned,
        ];
        // What a kind of section may be is said with all its kinds.
        let expected = Expected::ALL
            .iter()
            .map(|one| one.code())
            .filter(|code| *code != "kind");
        vec![
            ("outcome", codes(Outcome::ALL.map(Outcome::code))),
            ("group", codes(RowGroup::ALL.map(RowGroup::code))),
            ("next", codes(Next::ALL.map(Next::code))),
            ("ledger_group", codes(groups.map(RowGroup::code))),
            ("basis", codes(Basis::ALL.map(Basis::code))),
            ("reason", codes(Reason::ALL.map(Reason::code))),
            ("pairing", codes(named.map(Pairing::code))),
            ("kind", codes(Kind::ALL.map(Kind::code))),
            ("role", codes(Role::ALL.into_iter().filter_map(Role::code))),
            ("origin", codes(Origin::ALL.map(Origin::code))),
            ("trend", codes(Trend::ALL.map(Trend::code))),
            ("measure", codes(Measure::ALL.map(Measure::code))),
            (
                "better",
                codes([Better::More, Better::Less].map(Better::code)),
            ),
            ("format", codes(Format::ALL.map(Format::code))),
            ("language", codes(Lang::ALL.map(Lang::code))),
            ("left", codes(Why::ALL.iter().map(|why| why.code()))),
            ("foreign", codes(Foreign::ALL.iter().map(|one| one.code()))),
            (
                "foreign_help",
                codes(Foreign::ALL.iter().map(|one| one.code())),
            ),
            (
                "not_a_file",
                codes(Special::ALL.iter().map(|one| one.code())),
            ),
            (
                "not_a_file_help",
                codes(Special::ALL.iter().map(|one| one.code())),
            ),
            ("shape", codes(Shape::ALL.iter().map(|shape| shape.code()))),
            (
                "shape_help",
                codes(Shape::ALL.iter().map(|shape| shape.code())),
            ),
            ("expected", codes(expected)),
        ]
    }

    #[test]
    fn every_code_has_its_words_and_no_line_is_without_a_code() {
        for (group, mut codes) in groups() {
            codes.sort_unstable();
            assert_eq!(codes, table::codes(group), "{group}");
        }
    }

    #[test]
    fn every_group_is_held() {
        let mut held: BTreeSet<&str> = groups().into_iter().map(|(group, _)| group).collect();
        held.extend(ELSEWHERE);
        held.insert("rule");
        assert_eq!(held, table::groups());
    }

    /// Their rooms see that rules of which doubts speak have a reason; here, that no reason is without its rule.
    #[test]
    fn every_reason_is_of_a_rule() {
        let mut source = String::new();
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/import")];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    source.push_str(&fs::read_to_string(path).unwrap());
                }
            }
        }
        let idle = table::codes("rule").into_iter();
        let idle: Vec<&str> = idle
            .filter(|rule| !source.contains(&format!("\"{rule}\"")))
            .collect();
        assert_eq!(idle, Vec::<&str>::new());
    }

    #[test]
    fn kinds_are_called_as_in_files() {
        for kind in Kind::ALL {
            assert_eq!(Lang::Zh.words().kind(kind.code()), kind.chinese());
        }
    }
}
