//! Which file of `src` names which, and the circles among them. A name is followed through `use`,
//! `pub use` and modules to the file that defines it; a `mod` line is no import. Methods are not
//! followed: who calls one has been handed the type by somebody who names it.

use super::ratchet::{self, Found};
use super::source::{Kind, Source, Token, sources};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// A module, by its path from the root of the crate.
type Path = Vec<String>;

/// The folder in which a file's child modules stand, with `/` at its end.
pub fn folder_of(file: &str) -> String {
    let mut folder = module_of(file).join("/");
    if !folder.is_empty() {
        folder.push('/');
    }
    folder
}

fn module_of(file: &str) -> Path {
    let mut path: Path = file.split('/').map(str::to_owned).collect();
    let name = path.pop().unwrap();
    match name.strip_suffix(".rs").unwrap() {
        "mod" => {}
        "lib" if path.is_empty() => {}
        name => path.push(name.to_owned()),
    }
    path
}

#[derive(Default)]
struct Module {
    file: usize,
    /// Items it defines.
    items: BTreeSet<String>,
    /// Names it imports, with the paths they stand for; a fn may have an import of its own.
    imports: BTreeMap<String, Vec<Path>>,
    /// Modules and enums of which it imports all.
    globs: Vec<Path>,
    /// Paths it names, with their lines; whether all of what is there is imported.
    named: Vec<(Path, usize, bool)>,
}

/// What a path leads to.
#[derive(Debug, PartialEq)]
enum Target {
    Module(Path),
    /// The file that defines an item.
    File(usize),
}

pub struct Graph<'s> {
    sources: &'s [Source],
    modules: BTreeMap<Path, Module>,
    /// From a file to a file, with the lines that name it.
    arrows: BTreeMap<(usize, usize), BTreeSet<usize>>,
}

/// Imports that lead back to themselves end here.
const DEEPEST: usize = 20;

impl<'s> Graph<'s> {
    pub fn new(sources: &'s [Source]) -> Graph<'s> {
        let mut graph = Graph {
            sources,
            modules: BTreeMap::new(),
            arrows: BTreeMap::new(),
        };
        for (file, source) in sources.iter().enumerate() {
            graph.collect(&module_of(&source.path), file, &source.tokens);
        }
        let mut arrows: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
        for (path, module) in &graph.modules {
            for (named, line, all) in &module.named {
                let to = match graph.resolve(path, named, *all, 0) {
                    Some(Target::File(file)) => file,
                    Some(Target::Module(path)) if *all => graph.modules[&path].file,
                    _ => continue,
                };
                if to != module.file {
                    arrows.entry((module.file, to)).or_default().insert(*line);
                }
            }
        }
        graph.arrows = arrows;
        graph
    }

    fn collect(&mut self, path: &[String], file: usize, tokens: &[Token]) {
        let mut module = Module {
            file,
            items: items(tokens),
            ..Module::default()
        };
        let mut inline = Vec::new();
        names(tokens, &mut module, &mut inline);
        self.modules.insert(path.to_vec(), module);
        for (name, tokens) in inline {
            self.collect(&[path, &[name]].concat(), file, tokens);
        }
    }

    /// Follows a path that stands in a module. Modules and items may share a name: `as_module`
    /// says which of them is meant.
    fn resolve(
        &self,
        from: &Path,
        path: &[String],
        as_module: bool,
        depth: usize,
    ) -> Option<Target> {
        let mut at: Option<Path> = None;
        for (index, name) in path.iter().enumerate() {
            let wants_module = as_module || index + 1 < path.len();
            let here = at.clone().unwrap_or_else(|| from.clone());
            at = match name.as_str() {
                // The binary is a crate of its own; its root is its file.
                "crate" if from.first().is_some_and(|m| m == "main") => Some(vec!["main".into()]),
                "crate" | "jianbao" if at.is_none() => Some(Vec::new()),
                "self" => Some(here),
                "super" => Some(here[..here.len().checked_sub(1)?].to_vec()),
                _ => match self.lookup(&here, name, wants_module, depth) {
                    Some(Target::Module(path)) => Some(path),
                    Some(file) => return Some(file),
                    // What a macro defines is not seen: it is the module's own.
                    None => {
                        return at
                            .and_then(|path| self.modules.get(&path))
                            .map(|module| Target::File(module.file));
                    }
                },
            };
        }
        at.filter(|path| self.modules.contains_key(path))
            .map(Target::Module)
    }

    fn lookup(&self, from: &Path, name: &str, as_module: bool, depth: usize) -> Option<Target> {
        let module = self.modules.get(from)?;
        let child = [from.as_slice(), &[name.to_owned()]].concat();
        let child = self
            .modules
            .contains_key(&child)
            .then_some(Target::Module(child));
        if as_module && child.is_some() {
            return child;
        }
        if module.items.contains(name) {
            return Some(Target::File(module.file));
        }
        if depth < DEEPEST {
            let follow = |path: &Path, as_module| self.resolve(from, path, as_module, depth + 1);
            let paths = module.imports.get(name).into_iter().flatten();
            let own = |path: &&Path| path.as_slice() != [name];
            if let Some(found) = paths.filter(own).find_map(|path| follow(path, as_module)) {
                return Some(found);
            }
            for glob in &module.globs {
                let Some(Target::Module(path)) = follow(glob, true) else {
                    continue;
                };
                if let Some(found) = self.lookup(&path, name, as_module, depth + 1) {
                    return Some(found);
                }
            }
        }
        child
    }

    /// Groups of two and more files each of which leads to each other one.
    pub fn circles(&self) -> Vec<BTreeSet<String>> {
        let reached = |start: usize| {
            let mut reached = BTreeSet::new();
            let mut open = vec![start];
            while let Some(file) = open.pop() {
                for (_, to) in self.arrows.range((file, 0)..(file + 1, 0)).map(|(a, _)| a) {
                    if reached.insert(*to) {
                        open.push(*to);
                    }
                }
            }
            reached
        };
        let reached: Vec<BTreeSet<usize>> = (0..self.sources.len()).map(reached).collect();
        let circle = |file: usize| {
            let back = |other: &&usize| reached[**other].contains(&file);
            reached[file].iter().filter(back).copied().collect()
        };
        let circles: BTreeSet<BTreeSet<usize>> = (0..self.sources.len()).map(circle).collect();
        let name = |file: usize| self.sources[file].path.clone();
        let named = |circle: BTreeSet<usize>| circle.into_iter().map(name).collect();
        circles
            .into_iter()
            .filter(|c| !c.is_empty())
            .map(named)
            .collect()
    }

    /// The arrows among files of a circle that touch some of them, a line each.
    fn arrows_of(&self, circle: &BTreeSet<String>, some: &BTreeSet<String>) -> String {
        let mut text = String::new();
        for ((from, to), lines) in &self.arrows {
            let (from, to) = (&self.sources[*from].path, &self.sources[*to].path);
            let within = circle.contains(from) && circle.contains(to);
            if within && (some.contains(from) || some.contains(to)) {
                let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
                write!(text, "\n    src/{from}:{} names {to}", lines.join(",")).unwrap();
            }
        }
        text
    }

    /// Circles as rows of the table, each with the arrows by which it goes beyond a row.
    fn rows(&self, table: &BTreeMap<String, usize>) -> BTreeMap<String, Found> {
        let rows = self.circles().into_iter().map(|circle| {
            let known: Vec<BTreeSet<String>> = table.keys().map(|row| members(row)).collect();
            let shared = |row: &&BTreeSet<String>| row.intersection(&circle).count();
            let nearest = known.iter().max_by_key(shared).cloned().unwrap_or_default();
            let new: BTreeSet<String> = circle.difference(&nearest).cloned().collect();
            let place = self.arrows_of(&circle, &new);
            let row: Vec<&str> = circle.iter().map(String::as_str).collect();
            let found = Found {
                count: circle.len(),
                place,
            };
            (row.join(" "), found)
        });
        rows.collect()
    }
}

fn members(row: &str) -> BTreeSet<String> {
    row.split(' ').map(str::to_owned).collect()
}

/// Names of the items that stand directly in these tokens.
fn items(tokens: &[Token]) -> BTreeSet<String> {
    const DEFINE: [&str; 9] = [
        "fn",
        "struct",
        "enum",
        "union",
        "trait",
        "type",
        "const",
        "static",
        "macro_rules",
    ];
    let mut items = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        if token.word().is_some_and(|word| DEFINE.contains(&word)) {
            let rest = tokens[at + 1..].iter();
            let mut rest = rest.skip_while(|t| t.is("mut") || t.is_sign('!'));
            let name = rest.next().and_then(Token::word);
            items.extend(
                name.filter(|name| !DEFINE.contains(name))
                    .map(str::to_owned),
            );
        }
    }
    items
}

fn is_path_sign(tokens: &[Token]) -> bool {
    matches!(tokens, [a, b, ..] if a.kind == Kind::Sign(':', true) && b.is_sign(':'))
}

/// Collects imports and paths of a module; modules in braces are handed back.
fn names<'t>(tokens: &'t [Token], module: &mut Module, inline: &mut Vec<(String, &'t [Token])>) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at + 1..];
        at += 1;
        if let Kind::Group(_, inner) = &token.kind {
            names(inner, module, inline);
        } else if token.is("use") && !rest.first().is_some_and(|next| next.is_sign('<')) {
            let end = rest
                .iter()
                .position(|t| t.is_sign(';'))
                .unwrap_or(rest.len());
            import(&rest[..end], &[], module);
            at += end;
        } else if let (true, [name, body, ..]) = (token.is("mod"), rest)
            && let (Some(name), Some(body)) = (name.word(), body.group('{'))
        {
            inline.push((name.to_owned(), body));
            at += 2;
        } else if let Some(word) = token.word() {
            let (mut path, mut next) = (vec![word.to_owned()], rest);
            while is_path_sign(next)
                && let Some(name) = next.get(2).and_then(Token::word)
            {
                path.push(name.to_owned());
                next = &next[3..];
            }
            // After `<T as Trait>::` and `::` stands no path of this module.
            let begins = at < 3 || !is_path_sign(&tokens[at - 3..at - 1]);
            at += rest.len() - next.len();
            if path.len() > 1 && begins {
                module.named.push((path, token.line, false));
            }
        }
    }
}

/// One tree of a `use`, or several within braces.
fn import(tokens: &[Token], prefix: &[String], module: &mut Module) {
    for tree in tokens.split(|token| token.is_sign(',')) {
        let mut path = prefix.to_vec();
        let mut alias = None;
        let mut rest = tree;
        if is_path_sign(rest) {
            continue; // `use ::name` is a crate outside
        }
        while let [token, after @ ..] = rest {
            rest = if is_path_sign(after) {
                &after[2..]
            } else {
                after
            };
            if let Some(group) = token.group('{') {
                import(group, &path, module);
                path.clear();
            } else if token.is_sign('*') {
                module.named.push((path.clone(), token.line, true));
                module.globs.push(std::mem::take(&mut path));
            } else if token.is("as") {
                alias = after.first().and_then(Token::word);
                break;
            } else if let Some(word) = token.word()
                && (word != "self" || path.is_empty())
            {
                path.push(word.to_owned());
            }
        }
        let (Some(last), Some(first)) = (path.last(), tree.first()) else {
            continue;
        };
        let name = alias.unwrap_or(last).to_owned();
        module.named.push((path.clone(), first.line, false));
        module.imports.entry(name).or_default().push(path);
    }
}

/// What is wrong with circles beside those of the table, and the table that is left.
fn judge(graph: &Graph<'_>, table: &BTreeMap<String, usize>) -> ratchet::Verdict {
    let mut verdict = ratchet::Verdict::default();
    let found = graph.rows(table);
    for (row, files) in table {
        if *files != members(row).len() {
            verdict
                .more
                .push(format!("the row `{row}` has not {files} files"));
        }
    }
    for (row, circle) in &found {
        let own = members(row);
        if table.keys().any(|known| own.is_subset(&members(known))) {
            verdict.table.insert(row.clone(), circle.count);
        } else {
            let touched = table
                .iter()
                .filter(|(known, _)| !own.is_disjoint(&members(known)));
            verdict
                .table
                .extend(touched.map(|(row, count)| (row.clone(), *count)));
            verdict.more.push(format!(
                "files name each other in a circle:{}\n  Move what both need into a file below \
                 both, or hand it in. If files only moved, write the row by hand:\n{}",
                circle.place,
                ratchet::row("circle", row, circle.count)
            ));
        }
    }
    for row in table.keys().filter(|row| !found.contains_key(*row)) {
        verdict
            .fewer
            .push(format!("the circle `{row}` is smaller or gone"));
    }
    verdict
}

#[test]
fn no_two_files_name_each_other() {
    let graph = Graph::new(sources());
    ratchet::hold(&["circle"], |_, table| judge(&graph, table));
}

/// A small crate made up for the tests, in which one file says something else.
fn made_up(path: &str, text: &str) -> Vec<Source> {
    const FILES: [(&str, &str); 9] = [
        (
            "figures/mod.rs",
            "mod read; pub use read::{Context, read}; pub fn own() {}",
        ),
        (
            "figures/read.rs",
            "pub struct Context; pub fn read() {} pub struct Deep;",
        ),
        ("figures/unit.rs", ""),
        (
            "lib.rs",
            "pub mod figures; pub mod low; pub mod model; pub mod user;",
        ),
        (
            "low.rs",
            "limits! { SIZE: usize = 1, tuned } pub enum E { A } pub mod inner { pub struct I; }",
        ),
        ("main.rs", "fn main() {}"),
        ("model/figure.rs", "pub struct Figure;"),
        (
            "model/mod.rs",
            "mod figure; pub use self::figure::*; pub use crate::low::E as F;",
        ),
        ("user.rs", ""),
    ];
    let said =
        |(file, known): (&str, &str)| Source::new(file, if file == path { text } else { known });
    assert!(FILES.iter().any(|(file, _)| *file == path));
    FILES.into_iter().map(said).collect()
}

/// What a file says, and the files it names thereby.
#[rustfmt::skip]
const CASES: [(&str, &str, &str); 23] = [
    ("user.rs", "use crate::model::Figure;", "model/figure.rs"),
    ("user.rs", "use crate::model::F;", "low.rs"),
    ("user.rs", "use crate::{model::{self, F as G}, low};", "low.rs"),
    ("user.rs", "use crate::{model, low}; type T = model::Figure;", "model/figure.rs"),
    ("user.rs", "fn f() { crate::figures::read(1) }", "figures/read.rs"),
    ("user.rs", "use crate::figures; fn f() { g!(figures::own()) }", "figures/mod.rs"),
    ("user.rs", "use crate::figures::read as r; fn f() { r() }", "figures/read.rs"),
    ("user.rs", "use crate::figures::read; type D = read::Deep;", "figures/read.rs"),
    ("user.rs", "use crate::low::inner::I;", "low.rs"),
    ("user.rs", "use crate::low::SIZE;", "low.rs"),
    ("user.rs", "use crate::model::*;", "model/mod.rs"),
    ("user.rs", "use crate::low::E::*;", "low.rs"),
    ("user.rs", "use crate::low::E::A; mod deep { use super::super::model::F; }", "low.rs"),
    ("figures/unit.rs", "use super::own;", "figures/mod.rs"),
    ("figures/unit.rs", "use super::read::Context;", "figures/read.rs"),
    ("figures/unit.rs", "fn f() { super::read::read() }", "figures/read.rs"),
    ("figures/unit.rs", "use super::{super::low::E, Context};", "figures/read.rs low.rs"),
    ("main.rs", "fn main() { jianbao::figures::own() }", "figures/mod.rs"),
    ("user.rs", "mod low; pub(in crate::model) fn f() {}", ""),
    ("user.rs", "// crate::low::E\n/// [`crate::low::E`]\nfn f() { \"crate::low::E\" }", ""),
    ("user.rs", "#[cfg(test)]\nmod tests { use crate::low::E; }", ""),
    ("user.rs", "use std::{low::E, figures}; use ::low::E; fn f() { <X as Y>::low::E }", ""),
    ("user.rs", "use self::E; enum E { A } fn f() { E::A; Self::low() }", ""),
];

#[test]
fn a_name_is_followed_to_the_file_that_defines_it() {
    let named = |path: &str, text: &str| {
        let files = made_up(path, text);
        let graph = Graph::new(&files);
        let arrows = graph
            .arrows
            .keys()
            .filter(|(from, _)| files[*from].path == path);
        let to: Vec<&str> = arrows.map(|(_, to)| files[*to].path.as_str()).collect();
        to.join(" ")
    };
    assert_eq!(
        named("user.rs", "use crate::model::Figure;"),
        "model/figure.rs"
    );
    for (path, text, to) in CASES {
        assert_eq!(named(path, text), to, "{path}: {text}");
    }
}

#[test]
fn a_circle_is_seen_and_only_a_smaller_one_is_let_pass() {
    let judged = |path: &str, text: &str, table: &[&str]| {
        let files = made_up(path, text);
        let count = |row: &&str| ((*row).to_owned(), row.split(' ').count());
        judge(&Graph::new(&files), &table.iter().map(count).collect())
    };
    let innocent = judged("user.rs", "use crate::low::E;", &[]);
    assert_eq!(innocent, ratchet::Verdict::default());

    // A child that names what its parent defines, while the parent has it as its door.
    let child = "use super::own;\npub struct Context; pub fn read() {}";
    let circle = "figures/mod.rs figures/read.rs";
    let new = judged("figures/read.rs", child, &[]);
    assert_eq!(
        (new.more.len(), new.fewer.len(), new.table.len()),
        (1, 0, 0)
    );
    assert!(
        new.more[0].contains("src/figures/read.rs:1 names figures/mod.rs"),
        "{new:?}"
    );
    assert!(
        new.more[0].contains(&format!("circle\t{circle}\t2")),
        "{new:?}"
    );

    let known = judged("figures/read.rs", child, &[circle]);
    assert_eq!(
        (known.more.len(), known.fewer.len(), known.table.len()),
        (0, 0, 1)
    );

    let shrunk = judged(
        "figures/read.rs",
        child,
        &["figures/mod.rs figures/read.rs user.rs"],
    );
    assert_eq!((shrunk.more.len(), shrunk.fewer.len()), (0, 1));
    assert_eq!(
        shrunk.table.into_iter().collect::<Vec<_>>(),
        [(circle.to_owned(), 2)]
    );

    let gone = judged("user.rs", "", &[circle]);
    assert_eq!(
        (gone.more.len(), gone.fewer.len(), gone.table.len()),
        (0, 1, 0)
    );

    // A file that joins fails, and the table stays as it was.
    let text = "use crate::user::U; pub enum E {}";
    let joined = judged("low.rs", text, &["low.rs model/mod.rs"]);
    assert_eq!(joined.more, Vec::<String>::new());
    let text = "use crate::model::X; pub enum E {}";
    let joined = judged("low.rs", text, &["figures/mod.rs low.rs"]);
    assert_eq!((joined.more.len(), joined.table.len()), (1, 1));
    assert!(joined.table.contains_key("figures/mod.rs low.rs"));
}
