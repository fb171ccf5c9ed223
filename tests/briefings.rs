//! The five built-in bulletins: trees, kinds, figures, as they were made by hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use jianbao::compare::Alignment;
use jianbao::files::library;
use jianbao::load::Checks;
use jianbao::model::{Bulletin, Role};

fn bulletin(id: &str) -> Bulletin {
    let library = library::built_in();
    library.bulletins.into_iter().find(|b| b.id == id).unwrap()
}

#[test]
fn all_five_open_without_a_problem() {
    let library = library::built_in();
    assert_eq!((library.bulletins.len(), library.problems.len()), (5, 0));
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/briefings");
    let on_disk = library::read_paths(&[folder.into()], Checks::All);
    assert_eq!((on_disk.bulletins.len(), on_disk.problems.len()), (5, 0));
}

#[test]
fn each_has_its_tree() {
    // Sections, top sections, levels.
    for (id, shape) in [
        ("miit-ict-2021", (25, 4, 3)),
        ("miit-ict-2022", (26, 2, 3)),
        ("shanxi-ca-2022", (27, 2, 3)),
        ("supervision-symposia", (83, 2, 5)),
        ("zhuzhou-mobile-internet-2018", (45, 5, 3)),
    ] {
        let bulletin = bulletin(id);
        let deepest = bulletin.sections().iter().map(|s| s.depth + 1).max();
        let top = bulletin.sections().iter().filter(|s| s.depth == 0).count();
        let found = (bulletin.sections().len(), top, deepest.unwrap_or(0));
        assert_eq!(found, shape, "{id}");
    }
}

#[test]
fn each_has_its_targets_and_results() {
    // Targets with a value and without, results with a value and without, damaged ones.
    for (id, counts) in [
        ("miit-ict-2021", (4, 60, 23, 23, 0)),
        ("miit-ict-2022", (3, 44, 14, 20, 0)),
        ("shanxi-ca-2022", (6, 0, 20, 0, 0)),
        ("supervision-symposia", (0, 0, 40, 0, 5)),
        ("zhuzhou-mobile-internet-2018", (2, 0, 0, 0, 0)),
    ] {
        let bulletin = bulletin(id);
        let count = |role: Role, valued: bool| {
            let figures = bulletin.figures();
            figures
                .filter(|(_, f)| f.role == role && f.value.is_some() == valued)
                .count()
        };
        let found = (
            count(Role::Target, true),
            count(Role::Target, false),
            count(Role::Result, true),
            count(Role::Result, false),
            bulletin.figures().filter(|(_, f)| f.doubtful).count(),
        );
        assert_eq!(found, counts, "{id}");
    }
}

#[test]
fn every_value_is_read_and_stands_in_its_quote_unless_a_note_says_why_not() {
    for bulletin in library::built_in().bulletins {
        for (index, figure) in bulletin.figures() {
            let Some(value) = &figure.value else { continue };
            let section = &bulletin.sections()[index];
            assert!(
                figure.reading.is_some(),
                "{} {value}",
                bulletin.reference(index)
            );
            // 分别下降57.38%和42.37%: the word stands once for both numbers.
            let number = value.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
            // What the source says without a numeral (a name counted as one) has a note that says so.
            assert!(
                section.quote(figure).contains(&value[number..]) || figure.note.is_some(),
                "{} {value} in {}",
                bulletin.reference(index),
                section.quote(figure)
            );
        }
    }
}

/// Who stands beside whom, by number, as it was found by hand from what the sections say.
#[test]
fn sections_of_one_year_find_their_theme_in_the_next() {
    let (old, new) = (bulletin("miit-ict-2021"), bulletin("miit-ict-2022"));
    let found = Alignment::of(&old, &new);
    let number = |b: &Bulletin, at: usize| b.reference(at).split_once('#').unwrap().1.to_owned();
    let table: Vec<String> = (0..old.sections().len())
        .map(|at| {
            let on: Vec<String> = found.on(at).iter().map(|to| number(&new, *to)).collect();
            format!("{} {}", number(&old, at), on.join(" "))
        })
        .collect();
    let expected = "1 \n2 1.1\n3 1\n3.1 1.3\n3.2 1.2\n3.3 1.4\n3.4 1.5\n3.5 1.5\n3.6 1.6\n3.7 1.7\n4 2\n\
        4.1 2.1\n4.2 2.2\n4.2.1 2.2.2 2.2.1\n4.2.2 2.2.3\n4.3 2.3\n4.3.1 2.3.2\n4.3.2 2.3.1\n\
        4.3.3 2.3.3\n4.4 2.4\n4.4.1 2.4.3\n4.4.2 2.4.1 2.4.2\n4.5 2.5\n4.5.1 2.5.1 2.5.2\n4.5.2 2.5.3";
    assert_eq!(table.join("\n"), expected);
}
