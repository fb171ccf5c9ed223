//! What the law still finds stands in `ratchet.tsv`, and may only grow less: more than the table
//! fails, and so does fewer until the table is lowered. `BLESS=1` lowers it and never raises it: a
//! row for something new, or for a file that moved, is written by hand and seen in review. Knows
//! nothing of what is counted.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// The parts of the law, in the order of the table.
const PARTS: [&str; 5] = ["circle", "chinese", "number", "file", "function"];

const HEAD: &str = "\
# What the law of tests/law still finds: part, file (or files of a circle), count. Only ever lowered;
# `BLESS=1 cargo test --test architecture` does that. Rows of files that moved are renamed by hand.
";

/// What was found for one row of the table.
#[derive(Debug, Default, Clone)]
pub struct Found {
    pub count: usize,
    /// Where, as it is printed behind the name of the row.
    pub place: String,
}

/// What is wrong, and the table that may be written.
#[derive(Debug, Default, PartialEq)]
pub struct Verdict {
    /// More than the table allows: fails always.
    pub more: Vec<String>,
    /// Less than the table says: fails until it is lowered.
    pub fewer: Vec<String>,
    pub table: BTreeMap<String, usize>,
}

/// A line of the table.
pub fn row(part: &str, name: &str, count: usize) -> String {
    format!("{part}\t{name}\t{count}")
}

/// Sets counts beside the table.
pub fn judge(
    part: &str,
    found: &BTreeMap<String, Found>,
    table: &BTreeMap<String, usize>,
    advice: &str,
) -> Verdict {
    let mut verdict = Verdict::default();
    for (name, Found { count, place }) in found {
        let allowed = table.get(name).copied().unwrap_or(0);
        if *count > allowed {
            verdict.more.push(format!(
                "src/{name}: {count}, the table allows {allowed} ({place})\n  {advice} If it only \
                 moved, write the row by hand:\n{}",
                row(part, name, *count)
            ));
        }
    }
    for (name, allowed) in table {
        let count = found.get(name).map_or(0, |f| f.count);
        if count < *allowed {
            verdict
                .fewer
                .push(format!("src/{name}: {count}, the table says {allowed}"));
        }
        if count.min(*allowed) > 0 {
            verdict.table.insert(name.clone(), count.min(*allowed));
        }
    }
    verdict
}

type Table = BTreeMap<(usize, String), usize>;

fn read(text: &str) -> Result<Table, String> {
    let mut table = Table::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let wrong = |what: &str| format!("ratchet.tsv: {what} in `{line}`");
        let [part, name, count] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(wrong("not three columns"));
        };
        let known = PARTS.iter().position(|known| *known == part);
        let part = known.ok_or_else(|| wrong("no part of the law"))?;
        let count = count.parse().map_err(|_| wrong("no count"))?;
        if count == 0 || table.insert((part, name.to_owned()), count).is_some() {
            return Err(wrong("a row that is idle or stands twice"));
        }
    }
    Ok(table)
}

fn write(table: &Table) -> String {
    let rows = table
        .iter()
        .map(|((part, name), count)| row(PARTS[*part], name, *count) + "\n");
    HEAD.to_owned() + &rows.collect::<String>()
}

/// Holds parts of the law against the table; with `BLESS=1` the table is lowered first.
pub fn hold(parts: &[&str], judge: impl Fn(&str, &BTreeMap<String, usize>) -> Verdict) {
    // The tests of a binary share the file.
    static FILE: Mutex<()> = Mutex::new(());
    let guard = FILE.lock().unwrap_or_else(PoisonError::into_inner);
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/law/ratchet.tsv");
    let mut table = read(&fs::read_to_string(&path).unwrap()).unwrap();
    let mut wrong = Vec::new();
    for part in parts {
        let at = PARTS.iter().position(|known| known == part).unwrap();
        let own = |((p, name), count): (&(usize, String), &usize)| {
            (*p == at).then(|| (name.clone(), *count))
        };
        let verdict = judge(part, &table.iter().filter_map(own).collect());
        wrong.extend(verdict.more);
        if std::env::var_os("BLESS").is_some() {
            table.retain(|(p, _), _| *p != at);
            let lowered = verdict.table.into_iter();
            table.extend(lowered.map(|(name, count)| ((at, name), count)));
            fs::write(&path, write(&table)).unwrap();
        } else if !verdict.fewer.is_empty() {
            wrong.push(format!(
                "less than the table says; lower it with BLESS=1 cargo test --test architecture:\n{}",
                verdict.fewer.join("\n")
            ));
        }
    }
    drop(guard);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_table_is_only_ever_lowered() {
    let table = BTreeMap::from([("a.rs".to_owned(), 2), ("b.rs".to_owned(), 3)]);
    let judged = |counts: &[(&str, usize)]| {
        let found = |(name, count): &(&str, usize)| {
            let place = "line 7".to_owned();
            (
                (*name).to_owned(),
                Found {
                    count: *count,
                    place,
                },
            )
        };
        judge(
            "number",
            &counts.iter().map(found).collect(),
            &table,
            "Name it.",
        )
    };
    let same = judged(&[("a.rs", 2), ("b.rs", 3)]);
    assert_eq!(
        (same.more.len(), same.fewer.len(), &same.table),
        (0, 0, &table)
    );

    let more = judged(&[("a.rs", 9), ("b.rs", 3)]);
    assert_eq!(
        (more.more.len(), more.fewer.len(), &more.table),
        (1, 0, &table)
    );
    for part in ["src/a.rs", "line 7", "Name it.", "number\ta.rs\t9"] {
        assert!(more.more[0].contains(part), "{more:?}");
    }

    let new = judged(&[("a.rs", 2), ("b.rs", 3), ("c.rs", 1)]);
    assert_eq!(
        (new.more.len(), new.fewer.len(), &new.table),
        (1, 0, &table)
    );

    let fewer = judged(&[("a.rs", 1)]);
    assert_eq!((fewer.more.len(), fewer.fewer.len()), (0, 2));
    assert_eq!(fewer.table, BTreeMap::from([("a.rs".to_owned(), 1)]));

    let moved = judged(&[("a.rs", 2), ("c.rs", 3)]);
    assert_eq!((moved.more.len(), moved.fewer.len()), (1, 1));
    assert_eq!(moved.table, BTreeMap::from([("a.rs".to_owned(), 2)]));
}

#[test]
fn the_table_is_read_as_it_is_written() {
    let text = format!("{HEAD}circle\ta.rs b.rs\t2\nnumber\ta.rs\t7\n");
    assert_eq!(write(&read(&text).unwrap()), text);
    for wrong in [
        "circle\ta.rs",
        "ring\ta.rs\t1",
        "number\ta.rs\tx",
        "number\ta.rs\t0",
    ] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    assert!(read("file\ta.rs\t1\nfile\ta.rs\t2").is_err());
}
