//! What a table is: rows of entries, a form to be filled in, or nothing but the layout of a page. Knows no format and
//! not what is made of it.

use super::limits;
use crate::import::line::{Cell, Line, Style};
use crate::import::rule::Rule;
use crate::lexicon::List;
use crate::text::label;

/// What is made of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A line for each row.
    Rows,
    /// The paragraphs of its cells, one after the other.
    Paragraphs,
    /// Rows, and paragraphs where a row is a label and a text.
    Form,
}

/// A table whose lines stand in cells.
#[derive(Debug)]
pub struct Table {
    /// Its lines, row by row.
    pub lines: Vec<Line>,
    /// How many rows it has.
    pub rows: usize,
    /// How many columns it has.
    pub columns: usize,
}

impl Table {
    /// The table that some lines make.
    pub fn of(lines: Vec<Line>) -> Self {
        let cells = || lines.iter().filter_map(|line| line.cell);
        let rows = cells().map(|cell| cell.row + 1).max().unwrap_or(1);
        // A cell may claim columns beyond the last one.
        let columns = cells().map(|cell| cell.column + 1).max();
        Self {
            rows,
            columns: columns.unwrap_or(1),
            lines,
        }
    }

    /// The lines of a row, or of as many as go on in it.
    fn row(&self, at: usize) -> impl Iterator<Item = &Line> {
        let of_row = move |line: &&Line| line.cell.is_some_and(|cell| cell.row == at);
        self.lines.iter().filter(of_row)
    }

    /// Whether a row is a single cell over the whole width.
    fn is_wide(&self, at: usize) -> bool {
        let mut lines = self.row(at).peekable();
        self.columns > 1
            && lines.peek().is_some()
            && lines.all(|line| line.cell.is_some_and(|cell| cell.columns >= self.columns))
    }

    /// How many rows above the others are captions.
    pub fn captions(&self) -> usize {
        (0..self.rows.min(3))
            .take_while(|at| self.is_wide(*at) && !self.comes_again(*at))
            .count()
    }

    /// Whether a row over the whole width is the heading of a group of rows: another one below it begins and ends as it
    /// does.
    fn comes_again(&self, at: usize) -> bool {
        let ends = |line: &Line| (line.text.chars().next(), line.text.chars().next_back());
        let first = self.row(at).next().map(ends);
        self.lines.iter().any(|line| {
            let wide = |cell: &Cell| cell.row > at && cell.columns >= self.columns;
            line.cell.as_ref().is_some_and(wide) && first == Some(ends(line))
        })
    }

    /// How many rows below the others are notes.
    pub fn notes(&self) -> usize {
        let last = (self.rows.saturating_sub(3)..self.rows).rev();
        last.take_while(|at| self.is_wide(*at)).count()
    }

    /// How many of the rows below the captions are the table's head: those that the source marks, else those that a
    /// cell of the first one reaches over, or that divide one of its cells.
    pub fn head(&self, captions: usize) -> usize {
        let marked = |at: &usize| {
            let mut cells = self.row(*at).filter_map(|line| line.cell).peekable();
            cells.peek().is_some() && cells.all(|cell| cell.head)
        };
        let below = self.rows - captions;
        let told = (captions..self.rows.min(captions + 6)).take_while(marked);
        let first = || self.row(captions).filter_map(|line| line.cell);
        let reach = first().map(|cell| cell.rows).max().unwrap_or(1);
        let divided = first().any(|cell| cell.columns > 1)
            && !self
                .row(captions + 1)
                .any(|line| line.text.starts_with(|c: char| c.is_ascii_digit()));
        let count = told.count().max(reach).max(1 + usize::from(divided));
        if count >= below {
            return 1;
        }
        // Rows without words are no lines.
        let filled = |at: &usize| self.row(*at).next().is_some();
        (captions..captions + count).filter(filled).count()
    }
}

/// Whether a cell names what stands beside or below it.
pub fn is_label(text: &str) -> bool {
    text.chars().count() <= limits::LABEL_OF_FORM.get()
        && !text.contains(['。', '，', '；'])
        && text.chars().any(char::is_alphabetic)
}

/// Whether the lines of a row hold running text: a long sentence, or one among several paragraphs.
pub fn holds_text(row: &[Line]) -> bool {
    let cell = |line: &Line| line.cell.map(|cell| cell.column);
    row.chunk_by(|one, next| cell(one) == cell(next))
        .any(|cell| {
            let sentence = |line: &Line, least: usize| {
                line.text.contains('。') && line.text.chars().count() >= least
            };
            let least = limits::SENTENCE_IN_CELL.get();
            cell.len() >= 2 && cell.iter().any(|line| sentence(line, least))
                || cell
                    .iter()
                    .any(|line| sentence(line, limits::TEXT_IN_CELL.get()))
        })
}

/// Whether all words stand in one column, and are more than the name of a value that was left empty.
fn is_one_column(table: &Table) -> bool {
    if let [line] = table.lines.as_slice()
        && line.text.ends_with(['：', ':'])
    {
        return false;
    }
    let mut columns = table.lines.iter().filter_map(|line| line.cell);
    let first = columns.next().map(|cell| cell.column);
    columns.all(|cell| Some(cell.column) == first)
}

/// Whether one cell holds half of the words and several paragraphs, or headings.
fn is_layout(table: &Table) -> bool {
    let place = |line: &Line| line.cell.map(|cell| (cell.row, cell.column));
    let length = |lines: &[Line]| -> usize { lines.iter().map(|line| line.text.len()).sum() };
    let all = length(&table.lines);
    let mut cells = table.lines.chunk_by(|one, next| place(one) == place(next));
    cells.any(|cell| {
        let heading = |line: &Line| matches!(line.style, Style::Heading(_) | Style::Title);
        let many = cell.len() >= limits::PARAGRAPHS_IN_CELL.get()
            || cell.len() > 1 && cell.iter().any(heading);
        many && length(cell) * 2 >= all && cell.iter().any(|line| line.text.contains('。'))
    })
}

/// Whether it asks what minutes ask: when, where, who.
fn is_minutes(table: &Table) -> bool {
    static LABELS: List = List::new("form-label");
    let labels = table.lines.iter().filter(|line| LABELS.has(&line.text));
    labels.count() >= 2
}

/// Whether a row of few cells holds running text, and others hold more cells.
fn has_text_beside_label(table: &Table) -> bool {
    let row = |line: &Line| line.cell.map(|cell| cell.row);
    let columns = |row: &[Line]| {
        let mut columns: Vec<usize> = row
            .iter()
            .filter_map(|line| Some(line.cell?.column))
            .collect();
        columns.dedup();
        columns.len()
    };
    let rows: Vec<(usize, bool)> = table
        .lines
        .chunk_by(|one, next| row(one) == row(next))
        .map(|row| (columns(row), holds_text(row)))
        .collect();
    let most = rows.iter().map(|(columns, _)| *columns).max();
    let most = most.unwrap_or_default();
    rows.iter()
        .any(|(columns, text)| *text && *columns <= 2 && (*columns < most || rows.len() == 1))
}

/// Whether it is a single row that is no label with its value, and no row of a numbered table.
fn is_one_row(table: &Table) -> bool {
    let names = |line: &Line| line.text.ends_with(['：', ':']);
    let first = table.lines.first();
    table.rows == 1
        && !first
            .is_some_and(|line| names(line) || line.text.starts_with(|c: char| c.is_ascii_digit()))
        && !table
            .lines
            .iter()
            .any(|line| label::read(&line.text, None).is_some())
}

/// What a table is. The examples have a row on each line, cells parted by ` | `, lines of a cell by ` + `.
pub const RULES: [Rule<Table, Shape>; 6] = [
    Rule {
        name: "one-column",
        when: |table, _| is_one_column(table),
        then: Shape::Paragraphs,
        example: "一、工作安排 + 新建泵站3座。 + 二、保障措施",
        counter: "> 事项 | 数量\n泵站 | 3座",
    },
    Rule {
        name: "layout",
        when: |table, _| is_layout(table),
        then: Shape::Paragraphs,
        example: "首页 | 一、总体要求 + 坚持稳中求进。 + 二、重点任务 + 新建泵站3座。 + 三、保障措施 + 加强领导。",
        counter: "> 事项 | 步骤\n泵站 | 勘察 + 施工",
    },
    Rule {
        name: "form-of-minutes",
        when: |table, _| is_minutes(table),
        then: Shape::Form,
        example: "> 时间 | 3月2日 | 地点 | 二楼\n主持人 | 某某",
        counter: "> 事项 | 时间\n泵站 | 3月2日",
    },
    Rule {
        name: "text-beside-label",
        when: |table, _| has_text_beside_label(table),
        then: Shape::Form,
        example: "> 单位 | 某县 | 年份 | 2030\n主要做法 | 全县改造老旧泵站三座，解决了下游五个村的用水困难，群众满意度明显提高，经验在全市得到推广。 + 共投入80万元。",
        counter: "> 事项 | 说明\n泵站 | 全县改造老旧泵站三座，解决了下游五个村的用水困难。",
    },
    Rule {
        name: "one-row",
        when: |table, _| is_one_row(table),
        then: Shape::Paragraphs,
        example: "某县水务局文件 | 某水〔2030〕7号",
        counter: "索引号： | 0001",
    },
    Rule {
        name: "rows",
        when: |table, _| table.columns > 1,
        then: Shape::Rows,
        example: "> 事项 | 数量\n泵站 | 3座",
        counter: "某县水务局文件",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::line::sample;
    use crate::import::rule;

    #[test]
    fn every_rule_decides_its_example() {
        let read = |rows: Vec<String>| Table::of(sample::lines(&rows, |words| (words, 0)));
        rule::check(&RULES, read);
    }
}
