//! Reads the words of the languages: `zh.txt` and `en.txt`. Shared with the build script, which makes Rust of them.
//!
//! A line is `name = words`; comments begin with `#`. What is said by name is `quit_hint`; what is asked for by the
//! code of a value is `outcome.met`, a group and a code; `list_head.1`, `list_head.2` are a list. Words hold gaps:
//! `{path}` is filled by who says them, `{key:quit}` with the key of a command and `{keys:quit}` with all its keys;
//! `{-path}` is a gap of another language that this one leaves out; `{{` is a brace. ` | ` parts the noun behind one from the noun behind any other number. Quotation marks around all
//! of it keep spaces at its ends. Knows no word.

use std::collections::{BTreeMap, BTreeSet};

/// The languages: code and words. The first one says what there is to say; the others are held to it.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("zh", include_str!("zh.txt")),
    ("en", include_str!("en.txt")),
];

/// A piece of what is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece<'t> {
    /// Said as it stands.
    Text(String),
    /// Filled by who says it.
    Gap(&'t str),
    /// A gap that another language says and this one does not.
    Unsaid(&'t str),
    /// Filled with the first key of a command.
    Key(&'t str),
    /// Filled with all keys of a command.
    Keys(&'t str),
}

/// What is said: one text, or the noun behind one and the noun behind any other number.
pub type Forms<'t> = Vec<Vec<Piece<'t>>>;

/// The words of a language by name.
pub type Table<'t> = BTreeMap<&'t str, Forms<'t>>;

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked<'t> {
    /// By its name.
    Name(&'t str),
    /// By the code of a value, in a group.
    Code(&'t str, &'t str),
    /// As a list.
    List(&'t str, usize),
}

/// How a name is asked for.
pub fn asked(name: &str) -> Asked<'_> {
    match name.split_once('.') {
        None => Asked::Name(name),
        Some((group, code)) => match code.parse() {
            Ok(number) => Asked::List(group, number),
            Err(_) => Asked::Code(group, code),
        },
    }
}

/// The names of the gaps of a text, sorted.
pub fn gaps<'t>(forms: &Forms<'t>) -> BTreeSet<&'t str> {
    let pieces = forms.iter().flatten();
    let gap = |piece: &Piece<'t>| match piece {
        Piece::Gap(name) | Piece::Unsaid(name) => Some(*name),
        _ => None,
    };
    pieces.filter_map(gap).collect()
}

/// Whether a text names keys.
pub fn has_keys(forms: &Forms) -> bool {
    let is_key = |piece: &Piece| matches!(piece, Piece::Key(_) | Piece::Keys(_));
    forms.iter().flatten().any(is_key)
}

/// Reads the lines of a language.
///
/// # Errors
/// The first line that is no entry, or has a name that was given before.
pub fn read<'t>(language: &str, text: &'t str) -> Result<Table<'t>, String> {
    let mut table = Table::new();
    for (at, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let place = |what: String| format!("src/i18n/{language}.txt:{}: {what}", at + 1);
        let (name, forms) = entry(line).map_err(place)?;
        if table.insert(name, forms).is_some() {
            return Err(place(format!("{name} is given twice")));
        }
    }
    Ok(table)
}

fn entry(line: &str) -> Result<(&str, Forms<'_>), String> {
    let (name, words) = line
        .split_once('=')
        .ok_or("expected `name = words`, found no `=`")?;
    let name = name.trim();
    let (group, code) = name.split_once('.').unwrap_or((name, "x"));
    let is_of = |text: &str, sign: &[char]| {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || sign.contains(&c);
        !text.is_empty() && text.chars().all(fits)
    };
    if !is_of(group, &['_']) || !is_of(code, &['_', '-', '.']) {
        return Err(format!("`{name}` is no name"));
    }
    let words = words.trim();
    let quoted = words.strip_prefix('"').and_then(|w| w.strip_suffix('"'));
    if let Some(words) = quoted {
        return Ok((name, vec![pieces(words)?]));
    }
    let forms: Result<Forms, String> = words.split(" | ").map(pieces).collect();
    let forms = forms?;
    let is_plain = forms.len() == 1;
    let is_noun = matches!(asked(name), Asked::Name(_)) && gaps(&forms).is_empty();
    if !is_plain && (forms.len() > 2 || !is_noun || has_keys(&forms)) {
        return Err(format!("{name}: only two nouns without gaps can be parted"));
    }
    if is_plain && words.is_empty() && matches!(asked(name), Asked::Name(_)) {
        return Err(format!("{name} has no words"));
    }
    Ok((name, forms))
}

fn pieces(words: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = words;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, found) = rest.split_at(at);
        text.push_str(before);
        if let Some(after) = found.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = found.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else {
            let inner = found.strip_prefix('{').and_then(|f| f.split_once('}'));
            let (gap, after) = inner.ok_or_else(|| format!("a brace is alone in `{words}`"))?;
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(piece(gap)?);
            rest = after;
        }
    }
    text.push_str(rest);
    if !text.is_empty() || pieces.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn piece(gap: &str) -> Result<Piece<'_>, String> {
    let is_name = |text: &str, sign: &[char]| {
        let fits = |c: char| c.is_ascii_lowercase() || c == '_' || sign.contains(&c);
        !text.is_empty() && text.chars().all(fits)
    };
    if let Some(unsaid) = gap.strip_prefix('-').filter(|name| is_name(name, &[])) {
        return Ok(Piece::Unsaid(unsaid));
    }
    match gap.split_once(':') {
        None if is_name(gap, &[]) => Ok(Piece::Gap(gap)),
        Some(("key", command)) if is_name(command, &['-', '.']) => Ok(Piece::Key(command)),
        Some(("keys", command)) if is_name(command, &['-', '.']) => Ok(Piece::Keys(command)),
        _ => Err(format!("`{{{gap}}}` is no gap")),
    }
}

/// All languages, read and held against the first.
///
/// # Errors
/// Every line that is missing or idle in a language, or has other gaps than in the first; every list with a hole and
/// every group that is asked for in two ways.
pub fn languages<'t>(texts: &[(&'t str, &'t str)]) -> Result<Vec<(&'t str, Table<'t>)>, String> {
    let mut read_ones = Vec::new();
    for (language, text) in texts {
        read_ones.push((*language, read(language, text)?));
    }
    let mut faults = Vec::new();
    if let Some(((first, model), others)) = read_ones.split_first() {
        faults.extend(shape_faults(first, model));
        for (language, table) in others {
            faults.extend(faults_between((first, model), (language, table)));
        }
    }
    if faults.is_empty() {
        Ok(read_ones)
    } else {
        Err(faults.join("\n"))
    }
}

fn shape_faults(language: &str, table: &Table) -> Vec<String> {
    let mut faults = Vec::new();
    let mut groups: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (name, forms) in table {
        let place = format!("src/i18n/{language}.txt: {name}");
        let (group, number) = match asked(name) {
            Asked::Name(group) => (group, 0),
            Asked::Code(group, _) => (group, usize::MAX),
            Asked::List(group, number) => (group, number),
        };
        groups.entry(group).or_default().insert(number);
        if number != 0 && !gaps(forms).is_empty() {
            faults.push(format!("{place}: only what is said by name has gaps"));
        }
        if number == usize::MAX && has_keys(forms) {
            faults.push(format!("{place}: what is asked for by code names no keys"));
        }
    }
    for (group, numbers) in groups {
        let is_list = numbers.iter().copied().eq(1..=numbers.len());
        let is_one = numbers.len() == 1 && (numbers.contains(&0) || numbers.contains(&usize::MAX));
        if !is_list && !is_one {
            let place = format!("src/i18n/{language}.txt: {group}");
            faults.push(format!("{place}: one name, one group or a list from 1"));
        }
    }
    faults
}

fn faults_between(
    (first, model): (&str, &Table),
    (language, table): (&str, &Table),
) -> Vec<String> {
    fn filled<'t>(forms: &Forms<'t>) -> (BTreeSet<&'t str>, BTreeSet<Piece<'t>>) {
        let pieces = forms.iter().flatten();
        let keys = pieces.filter(|piece| matches!(piece, Piece::Key(_) | Piece::Keys(_)));
        (gaps(forms), keys.cloned().collect())
    }
    let mut faults = Vec::new();
    for (name, forms) in model {
        match table.get(name) {
            None => faults.push(format!("src/i18n/{language}.txt: {name} is missing")),
            Some(other) if filled(other) != filled(forms) => {
                faults.push(format!(
                    "src/i18n/{language}.txt: {name} has other gaps than in {first}.txt"
                ));
            }
            Some(_) => {}
        }
    }
    let unknown = table.keys().filter(|name| !model.contains_key(*name));
    faults.extend(
        unknown.map(|name| format!("src/i18n/{language}.txt: {name} is not in {first}.txt")),
    );
    faults
}

/// What is wrong with a group that is to have these codes and no others: the lines that are missing and those that nobody
/// asks for.
#[cfg(test)]
pub fn wrong_codes<'c>(group: &str, wanted: impl IntoIterator<Item = &'c str>) -> Vec<String> {
    let wanted: BTreeSet<&str> = wanted.into_iter().collect();
    let known: BTreeSet<&str> = codes(group).into_iter().collect();
    let missing = wanted.difference(&known);
    let idle = known.difference(&wanted);
    let missing = missing.map(|code| format!("{group}.{code} is missing"));
    missing
        .chain(idle.map(|code| format!("{group}.{code} is idle")))
        .collect()
}

/// The codes of a group, sorted.
///
/// # Panics
/// When the words cannot be read.
#[cfg(test)]
pub fn codes(group: &str) -> Vec<&'static str> {
    let (_, text) = LANGUAGES[0];
    let table = read("zh", text).unwrap();
    let code = |name: &&'static str| match asked(name) {
        Asked::Code(known, code) if known == group => Some(code),
        _ => None,
    };
    table.keys().filter_map(code).collect()
}

/// The groups that are asked for by code.
///
/// # Panics
/// When the words cannot be read.
#[cfg(test)]
pub fn groups() -> BTreeSet<&'static str> {
    let (_, text) = LANGUAGES[0];
    let table = read("zh", text).unwrap();
    let group = |name: &&'static str| match asked(name) {
        Asked::Code(group, _) => Some(group),
        _ => None,
    };
    table.keys().filter_map(group).collect()
}

/// The commands whose keys messages name.
///
/// # Panics
/// When the words cannot be read.
#[cfg(test)]
pub fn commands() -> BTreeSet<&'static str> {
    let mut commands = BTreeSet::new();
    for (language, text) in LANGUAGES {
        let table = read(language, text).unwrap();
        for piece in table.into_values().flatten().flatten() {
            if let Piece::Key(command) | Piece::Keys(command) = piece {
                commands.insert(command);
            }
        }
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(one: &str, other: &str) -> String {
        languages(&[("zh", one), ("en", other)]).unwrap_err()
    }

    #[test]
    fn a_line_is_a_name_with_words_and_gaps() {
        let text = "# a comment\n\nquit = 按 {key:quit} 退出，{{见 {path}\ncopies = file | files\nblank = \" x \"\n";
        let table = read("zh", text).unwrap();
        let pieces = [
            Piece::Text("按 ".to_owned()),
            Piece::Key("quit"),
            Piece::Text(" 退出，{见 ".to_owned()),
            Piece::Gap("path"),
        ];
        assert_eq!(table["quit"], vec![pieces.to_vec()]);
        assert_eq!(table["copies"].len(), 2);
        assert_eq!(table["blank"], vec![vec![Piece::Text(" x ".to_owned())]]);
        assert_eq!(asked("outcome.met"), Asked::Code("outcome", "met"));
        assert_eq!(asked("cli.show.width"), Asked::Code("cli", "show.width"));
        assert_eq!(asked("head.2"), Asked::List("head", 2));
    }

    #[test]
    fn a_line_that_is_no_entry_is_told_with_its_place() {
        for (text, fault) in [
            (
                "a = x\nb",
                "src/i18n/zh.txt:2: expected `name = words`, found no `=`",
            ),
            ("a = x\na = y", "src/i18n/zh.txt:2: a is given twice"),
            ("A = x", "src/i18n/zh.txt:1: `A` is no name"),
            ("a =", "src/i18n/zh.txt:1: a has no words"),
            ("a = x {y", "src/i18n/zh.txt:1: a brace is alone in `x {y`"),
            ("a = x {Y}", "src/i18n/zh.txt:1: `{Y}` is no gap"),
            (
                "a = x {y} | z",
                "src/i18n/zh.txt:1: a: only two nouns without gaps can be parted",
            ),
        ] {
            assert_eq!(read("zh", text).unwrap_err(), fault);
        }
    }

    #[test]
    fn languages_say_the_same() {
        assert_eq!(faults("a = x", ""), "src/i18n/en.txt: a is missing");
        assert_eq!(faults("", "a = x"), "src/i18n/en.txt: a is not in zh.txt");
        let other = "src/i18n/en.txt: a has other gaps than in zh.txt";
        assert_eq!(faults("a = {x}", "a = {y}"), other);
        assert!(languages(&[("zh", "a = {x}"), ("en", "a = b{-x}")]).is_ok());
        assert_eq!(faults("a = {key:quit}", "a = q"), other);
        assert!(languages(&[("zh", "a = {x}{y}"), ("en", "a = {y}{x}{y}")]).is_ok());
    }

    #[test]
    fn a_name_is_asked_for_in_one_way() {
        let same = |text: &str| faults(text, text);
        assert!(same("a.x = {b}").contains("only what is said by name has gaps"));
        assert!(same("a.x = {key:quit}").contains("names no keys"));
        let one = "src/i18n/zh.txt: a: one name, one group or a list from 1";
        for text in [
            "a = x\na.x = y",
            "a.1 = x\na.3 = y",
            "a.2 = x",
            "a.1 = x\na.x = y",
        ] {
            assert_eq!(same(text), one);
        }
    }
}
