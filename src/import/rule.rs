//! A decision of the importer as data: a condition with a name and two examples. Knows none of the rules.
//!
//! Each stage has its tables of rules (`rules.rs`). The first rule of a table that holds for a line decides, and a
//! doubt about that line can say its name. The examples are tests: `check` runs them.

/// One decision about a line of a document. `D` is the document as the stage sees it, `T` what is decided.
#[derive(Debug)]
pub struct Rule<D: 'static, T: 'static> {
    /// Its name, in small letters with hyphens; a doubt shows it.
    pub name: &'static str,
    /// Whether it holds for the line at an index of the document.
    pub when: fn(&D, usize) -> bool,
    /// What it decides.
    pub then: T,
    /// Lines for one of which it decides. The line in question begins with `> `; a single line needs no mark.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    pub example: &'static str,
    /// Lines for one of which it does not hold, though they look like it; written in the same way.
    #[cfg_attr(not(test), expect(dead_code, reason = "examples are tests"))]
    pub counter: &'static str,
}

/// The first rule of a table that holds for a line.
pub fn first<'r, D, T>(rules: &'r [Rule<D, T>], document: &D, at: usize) -> Option<&'r Rule<D, T>> {
    rules.iter().find(|rule| (rule.when)(document, at))
}

/// The lines of an example, and which of them is in question.
///
/// # Panics
/// When no line, or more than one, is marked.
#[cfg(test)]
pub fn lines_of(example: &str) -> (Vec<String>, usize) {
    let lines: Vec<&str> = example.lines().collect();
    let marked: Vec<usize> = (0..lines.len())
        .filter(|at| lines.len() == 1 || lines[*at].starts_with("> "))
        .collect();
    assert!(marked.len() == 1, "mark one line with `> `: {example}");
    let plain = |line: &str| line.strip_prefix("> ").unwrap_or(line).to_owned();
    (lines.into_iter().map(plain).collect(), marked[0])
}

/// Runs the examples of a table: each example is decided by its rule, no counter-example satisfies its rule, and no
/// two rules have one name. `read` makes the stage's document of the lines.
///
/// # Panics
/// When a rule and its examples disagree.
#[cfg(test)]
pub fn check<D, T>(rules: &[Rule<D, T>], read: impl Fn(Vec<String>) -> D) {
    check_at(rules, |lines, at| (read(lines), at));
}

/// The same for a document that depends on the line in question: `read` is told which it is, and tells the index
/// that it has in the document.
///
/// # Panics
/// When a rule and its examples disagree.
#[cfg(test)]
pub fn check_at<D, T>(rules: &[Rule<D, T>], read: impl Fn(Vec<String>, usize) -> (D, usize)) {
    let mut names = std::collections::HashSet::new();
    let mut faults = Vec::new();
    for rule in rules {
        assert!(names.insert(rule.name), "two rules named {}", rule.name);
        let (lines, at) = lines_of(rule.example);
        let (document, at) = read(lines, at);
        let decided = first(rules, &document, at).map(|rule| rule.name);
        if decided != Some(rule.name) {
            faults.push(format!("{}: {decided:?} for {}", rule.name, rule.example));
        }
        let (lines, at) = lines_of(rule.counter);
        let (document, at) = read(lines, at);
        if (rule.when)(&document, at) {
            faults.push(format!("{}: it holds for {}", rule.name, rule.counter));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

/// Sees that each rule of a table that doubts may name has its reason in words.
///
/// # Panics
/// When one has none.
#[cfg(test)]
pub fn check_reasons<D, T>(rules: &[Rule<D, T>]) {
    let names = rules.iter().map(|rule| rule.name);
    let known = crate::i18n::table::codes("rule");
    let mute: Vec<&str> = names.filter(|name| !known.contains(name)).collect();
    assert_eq!(mute, Vec::<&str>::new(), "no words in src/i18n/zh.txt");
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: [Rule<Vec<String>, u8>; 2] = [
        Rule {
            name: "after-title",
            when: |lines, at| at > 0 && lines[at - 1] == "标题",
            then: 1,
            example: "标题\n> 正文",
            counter: "正文\n> 标题",
        },
        Rule {
            name: "any",
            when: |lines, at| !lines[at].is_empty(),
            then: 2,
            example: "正文",
            counter: "> \n正文",
        },
    ];

    #[test]
    fn the_first_rule_that_holds_decides() {
        check(&RULES, |lines| lines);
        let lines = vec!["标题".to_owned(), "正文".to_owned(), String::new()];
        let decided = |at| first(&RULES, &lines, at).map(|rule| rule.then);
        assert_eq!(
            (decided(0), decided(1), decided(2)),
            (Some(2), Some(1), None)
        );
    }
}
