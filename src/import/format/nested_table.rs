//! Tables that hold other tables, of pages and of Word files alike: one of entries keeps the words of the small one in
//! its cell, one that lays out a page is taken apart. Knows no format.

use std::collections::HashMap;
use std::ops::Range;

use crate::import::doubt::{Doubt, Doubted};
use crate::import::line::{Cell, Line};
use crate::import::rule::{self, Rule};

/// A table within a cell of another one: its lines, and the cell.
pub type Inner = (Range<usize>, Cell);

/// What becomes of a table that holds another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    /// It stays one, the words of the inner table those of a cell.
    Kept,
    /// Its cells are paragraphs, the inner table one by itself.
    Apart,
}

/// What is asked of such a table.
#[derive(Debug, Default)]
struct Nested {
    /// How many of its rows have at least two cells with words of their own.
    rows: usize,
    /// Characters of its own words, and of those of the inner tables.
    own: usize,
    inner: usize,
    /// Whether sentences stand in it.
    sentences: bool,
}

/// What becomes of it; any other is there for the layout of a page. The examples have a row on each line, cells parted
/// by ` | `, lines of a cell by ` + `; what begins with `*` stands in an inner table.
const RULES: [Rule<Nested, Fate>; 2] = [
    Rule {
        name: "small-table-in-cell",
        when: |table, _| table.rows >= 2 && !table.sentences && table.inner < table.own,
        then: Fate::Kept,
        example: "> 事项 | 数量 | 单位\n泵站 | *城区 + *1座 + *乡镇 + *2座 | 水务局\n水库 | 1座 | 水务局",
        counter: "> 导航 | *事项 + *数量 + *泵站 + *3座\n首页",
    },
    Rule {
        name: "table-in-cell",
        when: |table, _| table.rows >= 2,
        then: Fate::Apart,
        example: "> 事项 | 说明\n泵站 | *城区 + *改造三座。 + *乡镇 + *新建两座。\n水库 | 加固。",
        counter: "> 导航 | *事项 + *数量 + *泵站 + *3座\n首页",
    },
];

impl Nested {
    fn of(id: usize, lines: &[Line]) -> Self {
        let mut nested = Self::default();
        let mut columns: HashMap<usize, (usize, bool)> = HashMap::new();
        for line in lines {
            nested.sentences |= line.text.contains('。');
            let length = line.text.chars().count();
            let Some(cell) = line.cell.filter(|cell| cell.table == id) else {
                nested.inner += length;
                continue;
            };
            nested.own += length;
            let (first, several) = columns.entry(cell.row).or_insert((cell.column, false));
            if *first != cell.column && !*several {
                *several = true;
                nested.rows += 1;
            }
        }
        nested
    }
}

/// Decides on a table that ends: its lines are those from `first` on. What is not plain from the page is doubted.
pub fn settle(id: usize, lines: &mut [Line], first: usize, inner: &[Inner]) -> Option<Doubt> {
    let own = lines.get(first..).unwrap_or_default();
    let rule = rule::first(&RULES, &Nested::of(id, own), 0);
    let kept = rule.is_some_and(|rule| rule.then == Fate::Kept);
    if kept {
        for (range, cell) in inner {
            for line in lines.get_mut(range.clone()).unwrap_or_default() {
                line.cell = Some(*cell);
            }
        }
    } else {
        Cell::dissolve(id, lines, first);
    }
    let line = lines.get(inner.first()?.0.start)?;
    let words = line.text.clone();
    let what = Doubted::InnerTable { words, kept };
    rule.map(|rule| Doubt::at(line.number, what).by(rule.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::sample;

    #[test]
    fn every_rule_decides_its_example() {
        rule::check_reasons(&RULES);
        rule::check(&RULES, |rows| {
            let lines = sample::lines(&rows, |words| {
                let inner = words.strip_prefix('*');
                inner.map_or((words, 0), |inner| (inner, 1))
            });
            Nested::of(0, &lines)
        });
    }
}
