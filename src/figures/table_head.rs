//! What the columns of a table hold, by the words of its head.
//!
//! The last word of a head decides, for it is the noun: 目标完成率 is a rate. A head of two rows gives a column the
//! words of both. Which words say what, `lexicon/columns.txt` lists. Sees no row but the head.

use std::ops::Range;

use crate::calendar::{Year, named_year};
use crate::lexicon::List;
use crate::model::Trend;
use crate::text::chars::{is_digit, squeezed};
use crate::text::time::{Clock, Time};
use crate::text::times::times;

use super::aspect::tells_aspect;
use super::table_cell::unit_behind;

static COLUMN: List<Says> = List::of("column", says);
/// Units of measurement have a column of exactly this name.
static UNIT_COLUMN: List<Says> = List::of("column", unit_says);
static OF_NO_YEAR: List = List::new("of-no-year");
static PRICE: List = List::new("price-noun");
static FALLS: List = List::new("column-falls");

/// What a word of a head says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Field(Field),
    Stage(Stage),
    Shape(Shape),
    /// A value of what the word names.
    Noun,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Field {
    /// 序号.
    Number,
    /// 指标: what is measured.
    Name,
    /// 类别: what several rows have in common.
    Group,
    /// 单位 of measurement.
    Unit,
    /// 属性: 约束性, 预期性.
    Attribute,
    /// What is no value of the row: 备注, 联系电话.
    Other,
    /// 责任单位.
    Charge,
    /// 完成时限.
    Deadline,
    /// 重点任务: what is to be done.
    Task,
    /// 工作措施: how it is to be done.
    Measures,
    /// 进展情况: what was done, in words.
    Progress,
    /// Values of what is measured.
    Value,
    /// The head does not tell.
    #[default]
    Untold,
}

/// What became of a value's promise, as far as the head says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// 目标, 计划.
    Target,
    /// 完成, 实际.
    Result,
    /// 基期, 上年同期.
    Base,
    /// 预计: neither promised nor reported.
    Estimate,
}

/// What a value is of its row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shape {
    /// The value itself.
    #[default]
    Level,
    /// 同比增长: in percent.
    Growth,
    /// 增长: in percent or not.
    Moved,
    /// 年均增长.
    Mean,
    /// 涨跌幅度: of prices.
    Price,
    /// 构成, 占比.
    Share,
    /// 完成率: about the row, and no value of what is measured.
    Rate,
}

impl Shape {
    /// Whether it tells how something moved.
    pub fn is_change(self) -> bool {
        matches!(self, Self::Growth | Self::Moved | Self::Mean | Self::Price)
    }
}

/// A column, as its head tells it.
#[derive(Clone, Debug, Default)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// Promised, reported, or where it began.
    pub stage: Option<Stage>,
    /// What its values are of their rows.
    pub shape: Shape,
    /// The time that its head names.
    pub time: Option<Time>,
    /// It is of more than a year: 总投资.
    pub of_no_year: bool,
    /// The unit in its head.
    pub unit: Option<String>,
    /// The noun that its head adds to the name of a row: 产量.
    pub noun: String,
    /// All words of its head.
    pub words: String,
    /// The word that says what its values are of their rows.
    shape_word: &'static str,
}

/// Whether a name ends with a word that says how something moved, either way: 涨跌幅, 增长, but not 降幅.
pub fn tells_sign(name: &str) -> bool {
    let mut words = COLUMN.get().iter();
    let moved = words.any(|(word, says)| {
        matches!(says, Says::Shape(shape) if shape.is_change()) && name.ends_with(word)
    });
    moved && !FALLS.ends(name)
}

/// A name without the word at its end that says that it grew: 生产总值增长 is what 生产总值 grew by.
pub fn without_growth(name: &str) -> &str {
    let grew = COLUMN.get().iter().filter(|(word, says)| {
        matches!(says, Says::Shape(Shape::Growth | Shape::Moved)) && name.ends_with(word)
    });
    let longest = grew.map(|(word, _)| word.len()).max().unwrap_or(0);
    let rest = name.get(..name.len() - longest).unwrap_or_default();
    if rest.is_empty() { name } else { rest }
}

fn says(value: &str) -> Option<Says> {
    Some(match value {
        "number" => Says::Field(Field::Number),
        "name" => Says::Field(Field::Name),
        "group" => Says::Field(Field::Group),
        "unit" => Says::Field(Field::Unit),
        "attribute" => Says::Field(Field::Attribute),
        "other" => Says::Field(Field::Other),
        "charge" => Says::Field(Field::Charge),
        "deadline" => Says::Field(Field::Deadline),
        "task" => Says::Field(Field::Task),
        "measures" => Says::Field(Field::Measures),
        "progress" => Says::Field(Field::Progress),
        "target" => Says::Stage(Stage::Target),
        "result" => Says::Stage(Stage::Result),
        "base" => Says::Stage(Stage::Base),
        "estimate" => Says::Stage(Stage::Estimate),
        "level" => Says::Shape(Shape::Level),
        "growth" => Says::Shape(Shape::Growth),
        "moved" => Says::Shape(Shape::Moved),
        "mean" => Says::Shape(Shape::Mean),
        "price" => Says::Shape(Shape::Price),
        "share" => Says::Shape(Shape::Share),
        "rate" => Says::Shape(Shape::Rate),
        "noun" => Says::Noun,
        _ => return None,
    })
}

fn unit_says(value: &str) -> Option<Says> {
    says(value).filter(|says| *says == Says::Field(Field::Unit))
}

impl Column {
    /// A column by the words over it, from the top down.
    pub fn read(head: &[&str], clock: Clock) -> Self {
        let mut column = Self::default();
        let mut last = None;
        for part in head {
            let part = squeezed(part);
            column.words.push_str(&part);
            let (unit, words) = match unit_behind(&part) {
                Some((unit, words)) => (Some(unit), words),
                None => (None, part.as_str()),
            };
            column.unit = unit.map(str::to_owned).or(column.unit);
            if UNIT_COLUMN.has(words) {
                last = Some(Says::Field(Field::Unit));
                continue;
            }
            let rest = column.take_time(words, clock);
            if let Some(said) = column.take_words(&rest) {
                last = Some(said);
            }
        }
        column.of_no_year = OF_NO_YEAR.is_in(&column.words);
        let value = column.time.is_some() || !column.noun.is_empty() || column.unit.is_some();
        column.field = match last {
            Some(Says::Field(field)) => field,
            Some(_) => Field::Value,
            None if value => Field::Value,
            None => Field::Untold,
        };
        match column.shape {
            Shape::Price => PRICE.first().clone_into(&mut column.noun),
            Shape::Share => column.shape_word.clone_into(&mut column.noun),
            _ => {}
        }
        column
    }

    /// Whether the head of it says that it holds values, and of what stage or time.
    pub fn is_told(&self) -> bool {
        self.field == Field::Value && (self.stage.is_some() || self.time.is_some())
    }

    /// Whether it tells the unit of levels, its own or those of its rows.
    pub fn has_unit(&self) -> bool {
        let level = self.field == Field::Value && self.shape == Shape::Level;
        self.field == Field::Unit || level && self.unit.is_some()
    }

    /// Which way a change goes that has no sign.
    pub fn trend(&self) -> Trend {
        if FALLS.is_in(&self.words) {
            Trend::Down
        } else {
            Trend::Up
        }
    }

    /// Keeps the time that some words of a head name; returns the others.
    fn take_time(&mut self, words: &str, clock: Clock) -> String {
        if let Some(year) = year_alone(words) {
            self.time = Some(Time::Year(year));
            return String::new();
        }
        let mut named = times(words, clock);
        // 比上年增长 says what a growth is against.
        named.retain(|named| !matches!(named.time, Time::From(_) | Time::Untold));
        self.time = named.last().map(|named| named.time).or(self.time);
        let mut rest = words.to_owned();
        let spans = named.iter().rev().map(|named| named.span.clone());
        for span in spans {
            if rest.get(span.clone()).is_some() {
                rest.replace_range(span, "");
            }
        }
        rest
    }

    /// Takes what the words of a head say; returns what the last of them says. The others are the noun that it adds to
    /// a name, if they are one.
    fn take_words(&mut self, words: &str) -> Option<Says> {
        let hits = COLUMN.hits(words);
        let mut kept = String::new();
        let mut at = 0;
        let mut last: Option<Says> = None;
        for hit in hits
            .iter()
            .filter(|hit| hit.meaning != Says::Field(Field::Unit))
        {
            let Range { start, end } = hit.span;
            kept.push_str(words.get(at..start).unwrap_or_default());
            at = at.max(end);
            match hit.meaning {
                // 完成年度目标 is how much of the target was kept.
                Says::Stage(Stage::Target)
                    if self.stage == Some(Stage::Result) && last.is_some() =>
                {
                    self.shape = Shape::Rate;
                }
                Says::Stage(stage) => self.stage = Some(stage),
                Says::Shape(shape) => {
                    self.shape = shape;
                    self.shape_word = hit.word;
                }
                Says::Noun => kept.push_str(hit.word),
                Says::Field(_) => {}
            }
            last = Some(hit.meaning);
        }
        kept.push_str(words.get(at..).unwrap_or_default());
        let letters: String = kept.chars().filter(|c| c.is_alphanumeric()).collect();
        if tells_aspect(&letters) {
            self.noun = letters;
        }
        last
    }
}

/// A year that is all there is: 2025, 2025年 is read with the times.
fn year_alone(words: &str) -> Option<Year> {
    let digits = words.chars().all(is_digit);
    let year = words.parse::<u32>().ok().filter(|_| digits);
    year.and_then(named_year)
}

/// Whether the words of a cell can be those of a head.
pub fn may_be_head(cell: &str) -> bool {
    let column = Column::read(&[cell], Clock::default());
    column.field != Field::Untold
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(head: &[&str]) -> Column {
        let clock = Clock {
            told: Some(2025),
            now: Some(2025),
        };
        Column::read(head, clock)
    }

    #[test]
    fn every_word_of_a_head_says_something() {
        assert_eq!(COLUMN.left_out(), Vec::<&str>::new());
    }

    #[test]
    fn the_last_word_of_a_head_says_what_it_is() {
        for (head, field) in [
            (&["序号"][..], Field::Number),
            (&["指　标"], Field::Name),
            (&["计量单位"], Field::Unit),
            (&["责任单位"], Field::Charge),
            (&["填表单位"], Field::Untold),
            (&["目标任务"], Field::Task),
            (&["责任单位", "牵头单位"], Field::Charge),
            (&["责任单位", "配合单位"], Field::Other),
            (&["计划完成时间"], Field::Deadline),
            (&["联系电话"], Field::Other),
            (&["甲县"], Field::Untold),
            (&["产量（吨）"], Field::Value),
            (&["2024年"], Field::Value),
            (&["2024"], Field::Value),
        ] {
            assert_eq!(column(head).field, field, "{head:?}");
        }
    }

    #[test]
    fn a_column_of_values_has_a_stage_a_shape_and_a_time() {
        let year = |year| Some(Time::Year(year));
        let (target, result) = (Some(Stage::Target), Some(Stage::Result));
        for (head, stage, shape, time) in [
            (&["2024年计划"][..], target, Shape::Level, year(2024)),
            (&["2024年计划完成"], target, Shape::Level, year(2024)),
            (&["2024年", "完成"], result, Shape::Level, year(2024)),
            (&["上年实际"], result, Shape::Level, year(2024)),
            (
                &["2024年", "预计完成"],
                Some(Stage::Estimate),
                Shape::Level,
                year(2024),
            ),
            (&["比上年增长（%）"], None, Shape::Growth, None),
            (&["年均增长"], None, Shape::Mean, None),
            (&["涨跌幅度（%）"], None, Shape::Price, None),
            (&["完成率（%）"], None, Shape::Rate, None),
            (&["完成年度目标（%）"], result, Shape::Rate, None),
            (&["构成（%）"], None, Shape::Share, None),
            (&["绝对数（亿元）"], None, Shape::Level, None),
        ] {
            let told = column(head);
            assert_eq!(
                (told.stage, told.shape, told.time),
                (stage, shape, time),
                "{head:?}"
            );
            assert_eq!(told.field, Field::Value, "{head:?}");
        }
    }

    #[test]
    fn a_head_may_add_a_noun_and_a_unit() {
        let told = column(&["产　量（万吨）"]);
        assert_eq!(
            (told.noun.as_str(), told.unit.as_deref()),
            ("产量", Some("万吨"))
        );
        let told = column(&["2024年计划投资（亿元）"]);
        assert_eq!(
            (told.noun.as_str(), told.unit.as_deref()),
            ("投资", Some("亿元"))
        );
        assert!(column(&["累计完成投资"]).of_no_year);
        let told = column(&["总投资", "（亿元）"]);
        assert_eq!(
            (told.unit.as_deref(), told.of_no_year),
            (Some("亿元"), true)
        );
    }
}
