//! Writes the words of the languages as Rust: `Lang`, `Words` with a field or a method for each line, and a static of
//! it for each language. So a line that is missing does not compile, one that nobody says is a warning, and nothing is
//! read when the program starts.

use std::collections::BTreeMap;

use crate::i18n_table::{Asked, Forms, LANGUAGES, Piece, Table, asked, gaps, has_keys, languages};

/// How a line, or the lines of a group, are asked for.
enum Member<'t> {
    Text,
    Noun,
    /// With its gaps, and whether it names keys.
    Sentence(Vec<&'t str>, bool),
    /// With the number of its lines, and whether one names keys.
    List(usize, bool),
    Coded,
}

type Members<'t> = BTreeMap<&'t str, Member<'t>>;

/// The code.
///
/// # Errors
/// What is wrong with the files.
pub fn rust() -> Result<String, String> {
    let read = languages(LANGUAGES)?;
    let members = members(&read);
    let mut out = lang(&read);
    out += "/// The words of a language.\n#[derive(Debug)]\npub struct Words {\n";
    for (name, member) in &members {
        out += &format!("    {},\n", field(name, member));
    }
    out += "}\n\nimpl Words {\n";
    for (name, member) in &members {
        out += &method(name, member);
    }
    out += "}\n";
    for (language, table) in &read {
        let name = language.to_uppercase();
        out += &format!("\nstatic {name}: Words = Words {{\n");
        for (name, member) in &members {
            out += &format!("    {name}: {},\n", value(name, member, table));
        }
        out += "};\n";
    }
    Ok(out)
}

fn members<'t>(read: &[(&str, Table<'t>)]) -> Members<'t> {
    let mut members = Members::new();
    for (name, forms) in read.iter().flat_map(|(_, table)| table) {
        let keys = has_keys(forms);
        match asked(name) {
            Asked::Name(name) if forms.len() > 1 => {
                members.insert(name, Member::Noun);
            }
            Asked::Name(name) => {
                let gaps: Vec<&str> = gaps(forms).into_iter().collect();
                let is_plain = gaps.is_empty() && !keys;
                members.entry(name).or_insert(if is_plain {
                    Member::Text
                } else {
                    Member::Sentence(gaps, keys)
                });
            }
            Asked::Code(group, _) => {
                members.insert(group, Member::Coded);
            }
            Asked::List(group, number) => {
                let (last, other) = match members.get(group) {
                    Some(Member::List(last, keys)) => (*last, *keys),
                    _ => (0, false),
                };
                members.insert(group, Member::List(last.max(number), keys || other));
            }
        }
    }
    members
}

/// The languages: `zh` is `Lang::Zh`, with its words in `ZH`.
fn lang(read: &[(&str, Table)]) -> String {
    let variant = |code: &str| {
        let mut letters = code.chars();
        let first = letters.next().map(|c| c.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    };
    let rows = |row: &dyn Fn(&str) -> String| -> String {
        let codes = read.iter().map(|(code, _)| *code);
        codes.map(row).collect()
    };
    let default = |code: &str| {
        if code == read[0].0 {
            "    #[default]\n"
        } else {
            ""
        }
    };
    format!(
        "/// A language the program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {{
{}}}

impl Lang {{
    /// All languages.
    pub const ALL: [Self; {}] = [{}];

    /// The code of the language, as in the name of its file.
    pub fn code(self) -> &'static str {{
        match self {{
{}        }}
    }}

    /// Its words.
    pub fn words(self) -> &'static Words {{
        match self {{
{}        }}
    }}
}}

",
        rows(&|code| format!(
            "    /// The words of `{code}.txt`.\n{}    {},\n",
            default(code),
            variant(code)
        )),
        read.len(),
        rows(&|code| format!("Self::{}, ", variant(code))),
        rows(&|code| format!("            Self::{} => {code:?},\n", variant(code))),
        rows(&|code| format!(
            "            Self::{} => &{},\n",
            variant(code),
            code.to_uppercase()
        )),
    )
}

fn field(name: &str, member: &Member) -> String {
    match member {
        Member::Text => format!("pub(crate) {name}: &'static str"),
        Member::Noun => format!("pub(crate) {name}: Noun"),
        Member::Sentence(gaps, keys) => {
            format!("{name}: fn({}) -> String", types(gaps.len(), *keys))
        }
        Member::List(count, false) => format!("pub(crate) {name}: [&'static str; {count}]"),
        Member::List(count, true) => {
            format!("{name}: fn({}) -> [String; {count}]", types(0, true))
        }
        Member::Coded => format!("{name}: fn(&str) -> &'static str"),
    }
}

fn types(gaps: usize, keys: bool) -> String {
    let keys = if keys { "&dyn Keys, &Words, " } else { "" };
    format!("{keys}{}", "&dyn Display, ".repeat(gaps))
}

fn method(name: &str, member: &Member) -> String {
    let (gaps, keys, result) = match member {
        Member::Text | Member::Noun | Member::List(_, false) => return String::new(),
        Member::Coded => {
            return format!(
                "    pub(crate) fn {name}(&self, code: &str) -> &'static str {{
        (self.{name})(code)
    }}\n\n"
            );
        }
        Member::Sentence(gaps, keys) => (gaps.as_slice(), *keys, "String".to_owned()),
        Member::List(count, true) => (&[] as &[&str], true, format!("[String; {count}]")),
    };
    let taken = joined(gaps, |gap| format!(", {gap}: impl Display"));
    let handed = joined(gaps, |gap| format!("&{gap}, "));
    let (keys_taken, keys_handed) = if keys {
        (", keys: &dyn Keys", "keys, self, ")
    } else {
        ("", "")
    };
    format!(
        "    pub(crate) fn {name}(&self{keys_taken}{taken}) -> {result} {{
        (self.{name})({keys_handed}{handed})
    }}\n\n"
    )
}

fn joined(gaps: &[&str], word: impl Fn(&str) -> String) -> String {
    let words: Vec<String> = gaps.iter().map(|gap| word(gap)).collect();
    words.concat()
}

fn value(name: &str, member: &Member, table: &Table) -> String {
    let forms = table.get(name);
    match member {
        Member::Text => text(forms, 0),
        Member::Noun => {
            let last = forms.map_or(0, |forms| forms.len() - 1);
            format!("[{}, {}]", text(forms, 0), text(forms, last))
        }
        Member::Sentence(gaps, keys) => {
            let keys = if *keys { "keys, words, " } else { "" };
            let pieces = || forms.into_iter().flatten().flatten();
            let is_said = |gap: &str| pieces().any(|piece| *piece == Piece::Gap(gap));
            let gaps = joined(gaps, |gap| {
                let sign = if is_said(gap) { "" } else { "_" };
                format!("{sign}{gap}, ")
            });
            format!("|{keys}{gaps}| {}", sentence(forms))
        }
        Member::List(count, keys) => {
            let lines = (1..=*count).map(|number| table.get(format!("{name}.{number}").as_str()));
            let lines = lines.map(|forms| {
                if *keys {
                    sentence(forms)
                } else {
                    text(forms, 0)
                }
            });
            let lines = lines.collect::<Vec<_>>().join(", ");
            let keys = if *keys { "|keys, words| " } else { "" };
            format!("{keys}[{lines}]")
        }
        Member::Coded => {
            let codes = table.iter().filter_map(|(line, forms)| match asked(line) {
                Asked::Code(group, code) if group == name => Some((code, forms)),
                _ => None,
            });
            // As code, not as a table: of a table every pointer is set when the program starts.
            let arms = codes.map(|(code, forms)| format!("{code:?} => {}, ", text(Some(forms), 0)));
            format!(
                "|code| match code {{ {}_ => \"\" }}",
                arms.collect::<String>()
            )
        }
    }
}

/// A form without gaps, as a literal.
fn text(forms: Option<&Forms>, form: usize) -> String {
    let pieces = forms
        .and_then(|forms| forms.get(form))
        .into_iter()
        .flatten();
    let text: String = pieces
        .map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Gap(_) | Piece::Unsaid(_) | Piece::Key(_) | Piece::Keys(_) => "",
        })
        .collect();
    format!("{text:?}")
}

/// A text with gaps, as an expression that fills them.
fn sentence(forms: Option<&Forms>) -> String {
    let has_gaps = |forms: &Forms| has_keys(forms) || !gaps(forms).is_empty();
    if !forms.is_some_and(has_gaps) {
        return format!("{}.to_owned()", text(forms, 0));
    }
    let (mut pattern, mut filling) = (String::new(), String::new());
    for piece in forms.and_then(|forms| forms.first()).into_iter().flatten() {
        match piece {
            Piece::Text(text) => pattern += &text.replace('{', "{{").replace('}', "}}"),
            Piece::Gap(gap) => pattern += &format!("{{{gap}}}"),
            Piece::Unsaid(_) => {}
            Piece::Key(command) => {
                pattern += "{}";
                filling += &format!(", first_key(keys, {command:?}, words)");
            }
            Piece::Keys(command) => {
                pattern += "{}";
                filling += &format!(", all_keys(keys, {command:?}, words)");
            }
        }
    }
    format!("format!({pattern:?}{filling})")
}
