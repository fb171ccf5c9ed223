//! The columns of a table: what its head tells, and what the cells below tell where it is silent.

use crate::lexicon::List;
use crate::model::table::Table;
use crate::text::chars::{is_han, squeezed};
use crate::text::label;
use crate::text::time::Clock;

use super::table_cell::is_unit;
use super::table_grid::Grid;
use super::table_head::{Column, Field, Shape, may_be_head};

/// What the first column of a table is called whose rows are years.
static YEARS_DOWN: List = List::new("years-down");

/// A table with its columns, its rows turned into them where years stand in rows. None where its head does not tell what
/// it is.
pub fn told<'t>(text: &'t str, table: &Table, clock: Clock) -> Option<(Grid<'t>, Vec<Column>)> {
    let mut grid = Grid::new(text, table, may_be_head)?;
    let mut columns = columns(&grid, clock);
    if is_turned(&grid, &columns, clock) {
        grid = grid.turned();
        columns = self::columns(&grid, clock);
        columns.first_mut()?.field = Field::Name;
    }
    settle(&grid, &mut columns);
    is_told(&columns).then_some((grid, columns))
}

/// The columns of a table as its head tells them.
fn columns(grid: &Grid<'_>, clock: Clock) -> Vec<Column> {
    let heads = grid.heads().into_iter();
    heads.map(|head| Column::read(&head, clock)).collect()
}

/// Whether the rows of a table are years or stages, and its columns what is measured.
fn is_turned(grid: &Grid<'_>, columns: &[Column], clock: Clock) -> bool {
    let corner = squeezed(grid.words(grid.data().start.saturating_sub(1), 0));
    let others = columns.get(1..).unwrap_or_default();
    let mut rows = grid.data();
    grid.head_rows() == 1
        && rows.len() > 1
        && (corner.is_empty() || YEARS_DOWN.has(&corner))
        && !others.iter().any(Column::is_told)
        && rows.all(|row| Column::read(&[grid.words(row, 0)], clock).is_told())
}

/// Tells what the head leaves open: a first column without a head has the names, a second one below the same head too;
/// a column of 单位 that are no units of measurement has offices.
fn settle(grid: &Grid<'_>, columns: &mut [Column]) {
    let holds = |at: usize, is: &dyn Fn(&str) -> bool| {
        let words = grid
            .data()
            .map(|row| grid.words(row, at))
            .filter(|words| !words.is_empty());
        let (mut all, mut own) = (0_usize, 0_usize);
        for words in words {
            all += 1;
            own += usize::from(is(words));
        }
        all > 0 && own * 2 >= all
    };
    // 年份 over the names, beside columns of years.
    let years = columns.iter().filter(|column| column.is_told()).count();
    if let Some(first) = columns.first_mut()
        && years > 0
        && YEARS_DOWN.has(&first.words)
    {
        first.field = Field::Name;
    }
    let is_name = |words: &str| words.contains(is_han) && value_free(words);
    for at in 0..columns.len() {
        let last = at
            .checked_sub(1)
            .and_then(|last| columns.get(last))
            .map(|last| last.field);
        let empty = columns
            .get(at)
            .is_some_and(|column| column.words.is_empty());
        let names = empty && matches!(last, None | Some(Field::Name)) && holds(at, &is_name);
        let Some(column) = columns.get_mut(at) else {
            continue;
        };
        if names {
            column.field = Field::Name;
        }
        let unit = |words: &str| is_unit(&squeezed(words));
        if column.field == Field::Unit && !holds(at, &unit) {
            column.field = Field::Untold;
        }
    }
}

/// Whether words do not begin as a value does, behind their numbering.
fn value_free(words: &str) -> bool {
    let label = label::read(words, None).map_or(0, |label| label.bytes);
    let own = words.get(label..).unwrap_or_default();
    !own.starts_with(|c: char| c.is_ascii_digit() || c == '-')
}

/// Whether a head tells what its table is.
fn is_told(columns: &[Column]) -> bool {
    let any = |field| columns.iter().any(|column| column.field == field);
    let values = columns
        .iter()
        .any(|c| c.field == Field::Value && c.shape != Shape::Rate);
    let about = any(Field::Charge) || any(Field::Deadline) || any(Field::Progress);
    let told = any(Field::Name) && values || any(Field::Task) && (values || about);
    told && !is_of_several(columns)
}

/// Whether several tables stand side by side under one head: which name a value has is not told.
fn is_of_several(columns: &[Column]) -> bool {
    let of = |field| columns.iter().filter(move |column| column.field == field);
    let value = columns
        .iter()
        .position(|column| column.field == Field::Value);
    let name = columns
        .iter()
        .rposition(|column| column.field == Field::Name);
    let charges = columns
        .iter()
        .position(|column| column.field == Field::Charge);
    let task = columns
        .iter()
        .rposition(|column| column.field == Field::Task);
    let first = columns
        .iter()
        .position(|column| column.field == Field::Task);
    let between = charges
        .is_some_and(|charge| first < Some(charge) && Some(charge) < task && first.is_some());
    of(Field::Number).count() > 1
        || value.zip(name).is_some_and(|(value, name)| value < name)
        || between
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::table::find;

    fn fields(text: &str) -> Option<Vec<Field>> {
        let table = find(text, &[]).remove(0);
        let (_, columns) = told(text, &table, Clock::default())?;
        Some(columns.iter().map(|column| column.field).collect())
    }

    #[test]
    fn a_table_is_told_by_its_head() {
        use Field::{Charge, Deadline, Name, Number, Task, Unit, Untold, Value};
        for (text, told) in [
            (
                "序号\t指标\t单位\t2025年目标\n1\t粮食\t万吨\t5",
                &[Number, Name, Unit, Value][..],
            ),
            (
                "任务\t责任单位\t完成时限\n修渠\t水利局\t6月",
                &[Task, Charge, Deadline],
            ),
            // A first column without a head has the names.
            ("\t产量（吨）\n1.粮食\t5\n2.茶\t6", &[Name, Value]),
            (
                "指标\t\t2025年\n三、茶\t（一）春茶\t5",
                &[Name, Name, Value],
            ),
            ("年份\t2024年\t2025年\n粮食\t5\t6", &[Name, Value, Value]),
            // 单位 of a column of offices is no unit of measurement.
            (
                "单位\t任务\t完成时限\n水利局\t修渠\t6月",
                &[Untold, Task, Deadline],
            ),
        ] {
            assert_eq!(fields(text).as_deref(), Some(told), "{text}");
        }
        for text in [
            "会议时间\t2025年3月1日\n会议地点\t三楼",
            "姓名\t职务\n王某\t局长",
            "地区\t事故起数（起）\t同比\n甲市\t5\t3%",
            "左边一段话。\t右边一段话。\n又一段。\t还有一段。",
            "项目\t备注\n甲\t5",
            "指标\t目标\t指标\t目标\n甲\t5\t乙\t6",
            "序号\t任务\t责任单位\t序号\t任务\t责任单位\n1\t修渠\t甲\t2\t修路\t乙",
        ] {
            assert_eq!(fields(text), None, "{text}");
        }
    }

    #[test]
    fn rows_of_years_are_turned_into_columns() {
        let text = "年份\t茶园面积（万亩）\t产量（吨）\n2024年\t3\t50\n2025年\t4\t60";
        let table = find(text, &[]).remove(0);
        let (grid, columns) = told(text, &table, Clock::default()).unwrap();
        assert_eq!(columns.len(), 3);
        assert_eq!(grid.words(1, 0), "茶园面积（万亩）");
        assert_eq!(grid.words(1, 2), "4");
    }
}
