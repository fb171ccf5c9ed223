//! The files of `src` as trees of tokens with line numbers, without comments and without anything
//! that only tests compile. `proc-macro2` is the lexer: it knows raw strings, nested comments and
//! lifetimes, and reads the inside of `format!(…)` like any other code. A full parser would leave
//! the arguments of macros as tokens, so paths and literals are looked for in tokens everywhere.

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::collections::BTreeSet;
use std::fs;
use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::OnceLock;

#[derive(Debug)]
pub struct Token {
    pub kind: Kind,
    /// The line of the first character, counted from 1.
    pub line: usize,
    /// The line of the last character.
    pub end: usize,
}

#[derive(Debug, PartialEq)]
pub enum Kind {
    Word(String),
    /// One punctuation character, and whether the next one follows without a space.
    Sign(char, bool),
    /// A literal as it is written.
    Literal(String),
    /// What stands within brackets; the character is the opening one, or a space where a macro put
    /// brackets that are not written.
    Group(char, Tokens),
}

pub type Tokens = Vec<Token>;

impl PartialEq for Token {
    fn eq(&self, other: &Token) -> bool {
        self.kind == other.kind
    }
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub fn is(&self, word: &str) -> bool {
        self.word() == Some(word)
    }

    pub fn is_sign(&self, sign: char) -> bool {
        matches!(self.kind, Kind::Sign(c, _) if c == sign)
    }

    pub fn group(&self, open: char) -> Option<&[Token]> {
        match &self.kind {
            Kind::Group(c, tokens) if *c == open => Some(tokens),
            _ => None,
        }
    }
}

pub struct Source {
    /// The path below `src`, with `/`.
    pub path: String,
    pub tokens: Tokens,
    /// Lines of the file without those of unit tests.
    pub lines: usize,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Source {
        Source::read(path, text).0
    }

    /// The source, and the names of modules in files that only tests compile.
    fn read(path: &str, text: &str) -> (Source, Vec<String>) {
        let parsed: TokenStream = match text.parse() {
            Ok(parsed) => parsed,
            Err(error) => panic!("{path} is no Rust: {error}"),
        };
        let mut cut = Cut::default();
        let tokens = cut.code(tokens(parsed));
        let of_tests: usize = cut.lines.iter().cloned().map(Iterator::count).sum();
        let source = Source {
            path: path.to_owned(),
            tokens,
            lines: text.lines().count() - of_tests,
        };
        (source, cut.modules)
    }

    /// The first folder, or the name of a file that stands in none.
    pub fn room(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }
}

fn tokens(stream: TokenStream) -> Tokens {
    let token = |tree: TokenTree| {
        let span = tree.span();
        let kind = match tree {
            TokenTree::Ident(word) => {
                let word = word.to_string();
                Kind::Word(word.strip_prefix("r#").unwrap_or(&word).to_owned())
            }
            TokenTree::Punct(sign) => Kind::Sign(sign.as_char(), sign.spacing() == Spacing::Joint),
            TokenTree::Literal(literal) => Kind::Literal(literal.to_string()),
            TokenTree::Group(group) => {
                let open = match group.delimiter() {
                    Delimiter::Parenthesis => '(',
                    Delimiter::Brace => '{',
                    Delimiter::Bracket => '[',
                    Delimiter::None => ' ',
                };
                Kind::Group(open, tokens(group.stream()))
            }
        };
        Token {
            kind,
            line: span.start().line,
            end: span.end().line,
        }
    };
    stream.into_iter().map(token).collect()
}

/// Takes out comments of documentation (which the lexer yields as attributes) and what stands under
/// `cfg(test)` or `test`.
#[derive(Default)]
struct Cut {
    lines: Vec<RangeInclusive<usize>>,
    modules: Vec<String>,
}

impl Cut {
    fn code(&mut self, tokens: Tokens) -> Tokens {
        let mut kept = Vec::new();
        let mut rest = tokens.into_iter().peekable();
        while let Some(token) = rest.next() {
            if !token.is_sign('#') {
                kept.push(self.within(token));
                continue;
            }
            let line = token.line;
            let inner = rest.next_if(|next| next.is_sign('!'));
            let Some(attribute) = rest.next_if(|next| next.group('[').is_some()) else {
                kept.push(token);
                kept.extend(inner);
                continue;
            };
            let content = attribute.group('[').unwrap();
            if is_of_tests(content) && inner.is_some() {
                return Vec::new();
            } else if is_of_tests(content) {
                let item = item(&mut rest);
                if let [.., word, name, end] = item.as_slice()
                    && word.is("mod")
                    && end.is_sign(';')
                {
                    self.modules.extend(name.word().map(str::to_owned));
                }
                let end = item.last().map_or(attribute.end, |last| last.end);
                self.lines.push(line..=end);
            } else if !content.first().is_some_and(|word| word.is("doc")) {
                kept.push(token);
                kept.extend(inner);
                kept.push(attribute);
            }
        }
        kept
    }

    fn within(&mut self, token: Token) -> Token {
        match token.kind {
            Kind::Group(open, tokens) => Token {
                kind: Kind::Group(open, self.code(tokens)),
                ..token
            },
            _ => token,
        }
    }
}

fn is_of_tests(attribute: &[Token]) -> bool {
    let (name, condition) = match attribute {
        [name] => return name.is("test"),
        [name, condition] => (name, condition.group('(')),
        _ => return false,
    };
    name.is("cfg")
        && match condition {
            Some([only]) => only.is("test"),
            Some([all, of]) if all.is("all") => of
                .group('(')
                .is_some_and(|of| of.iter().any(|t| t.is("test"))),
            _ => false,
        }
}

/// The item, statement, field or arm that begins here, taken from the tokens.
fn item(rest: &mut std::iter::Peekable<std::vec::IntoIter<Token>>) -> Tokens {
    const ITEMS: [&str; 14] = [
        "pub",
        "fn",
        "mod",
        "use",
        "struct",
        "enum",
        "trait",
        "impl",
        "type",
        "const",
        "static",
        "unsafe",
        "macro_rules",
        "let",
    ];
    let mut taken = Vec::new();
    while let Some(next) = rest.peek()
        && next.is_sign('#')
    {
        taken.extend(rest.by_ref().take(2));
    }
    let first = rest.peek().and_then(Token::word).unwrap_or_default();
    let by_comma = !ITEMS.contains(&first);
    let by_stop = ["use", "let", "const", "static", "type"].contains(&first);
    for token in rest.by_ref() {
        // `const fn` ends with its body; a value in braces is followed by its semicolon.
        let is_function = taken.iter().any(|t: &Token| t.is("fn"));
        let last = token.is_sign(';')
            || (by_comma && token.is_sign(','))
            || ((!by_stop || is_function) && token.group('{').is_some());
        taken.push(token);
        if last {
            break;
        }
    }
    taken
}

/// All files of `src`, read once.
pub fn sources() -> &'static [Source] {
    static SOURCES: OnceLock<Vec<Source>> = OnceLock::new();
    SOURCES.get_or_init(|| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut folders = vec![root.clone()];
        let mut found = Vec::new();
        let mut of_tests = BTreeSet::new();
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|e| e == "rs") {
                    let text = fs::read_to_string(&path).unwrap();
                    let below = path.strip_prefix(&root).unwrap().to_str().unwrap();
                    let below = below.replace('\\', "/");
                    let (source, modules) = Source::read(&below, &text);
                    let folder = super::graph::folder_of(&below);
                    of_tests.extend(modules.iter().map(|name| format!("{folder}{name}")));
                    found.push(source);
                }
            }
        }
        found.retain(|source| {
            let path = source.path.strip_suffix(".rs").unwrap();
            !of_tests.contains(path) && !of_tests.iter().any(|m| path.starts_with(&format!("{m}/")))
        });
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found
    })
}

/// Words and literals, groups opened.
fn all(tokens: &[Token], words: &mut Vec<String>) {
    for token in tokens {
        match &token.kind {
            Kind::Word(word) => words.push(word.clone()),
            Kind::Literal(text) => words.push(text.clone()),
            Kind::Group(_, inner) => all(inner, words),
            Kind::Sign(..) => {}
        }
    }
}

#[test]
fn comments_and_tests_are_no_code() {
    let words = |text: &str| {
        let source = Source::new("a.rs", text);
        let mut found = Vec::new();
        all(&source.tokens, &mut found);
        found.join(" ")
    };
    assert_eq!(
        words("/* a /* b */ c */ x // d\n/// e\nstruct Y;"),
        "x struct Y"
    );
    assert_eq!(
        words("//! a\nlet c = '\\''; // '\nf::<'a>(r#\"//\"#)"),
        "let c '\\'' f a r#\"//\"#"
    );
    assert_eq!(
        words("#[cfg(test)]\n#[allow(x)]\nmod tests { fn a() {} }\nfn b() {}"),
        "fn b"
    );
    assert_eq!(words("#[cfg(test)] use a::{b, c}; fn d() {}"), "fn d");
    assert_eq!(
        words("#[cfg(test)] pub const fn a() -> B { C } fn d() {}"),
        "fn d"
    );
    assert_eq!(
        words("#[cfg(all(test, unix))] const A: B = B { c }; fn d() {}"),
        "fn d"
    );
    assert_eq!(words("#[test] fn a<B, C>() {} fn d() {}"), "fn d");
    assert_eq!(
        words("struct A { #[cfg(test)] b: C, d: E }"),
        "struct A d E"
    );
    assert_eq!(words("#[cfg(not(test))] fn d() {}"), "cfg not test fn d");
    assert_eq!(words("#![cfg(test)] fn d() {}"), "");
    let source = Source::new("a.rs", "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    x\n}\n");
    assert_eq!(source.lines, 2);
    let (_, modules) = Source::read("a.rs", "#[cfg(test)]\nmod tests;\n");
    assert_eq!(modules, ["tests"]);
}
