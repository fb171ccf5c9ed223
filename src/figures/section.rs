//! What a section promises and reports: in its running text, in its tables, and who has to see to it.
//!
//! Knows nothing of how any of them is read.

use std::borrow::Cow;
use std::ops::Range;

use crate::calendar::Period;
use crate::model::{Figure, Role, Section};

use super::about::About;
use super::charge::{Charge, charges, last};
use super::find::find;
use super::scan::Detect;
use super::table::{self, without};
use super::table_reader::Tables;
use super::table_row::year_of;
use super::task::clauses;

/// The figures of a section that lists none, in the order of its text.
pub fn of_section(section: &Section) -> Vec<Figure> {
    let about = About::of(section).said_in(section.said_in);
    let find = |text: &str| find(text, about, Detect::Figures);
    found(section, find, |tables| tables.figures)
}

/// What a section promises or reports in words, in the order of its text.
pub fn tasks(section: &Section) -> Vec<Figure> {
    let clauses = |text: &str| clauses(text, About::of(section));
    found(section, clauses, |tables| tables.tasks)
}

/// What is found in the running text of a section and in its tables, with who has to see to it.
fn found(
    section: &Section,
    find: impl Fn(&str) -> Vec<Figure>,
    of_tables: impl Fn(Tables) -> Vec<Figure>,
) -> Vec<Figure> {
    let (text, charges, tables) = parts(section);
    let mut figures = find(&text);
    charge(section, &charges, &mut figures);
    if let Some(tables) = tables {
        figures.extend(of_tables(tables));
        figures.sort_by_key(|figure| (figure.span.start, figure.span.end));
    }
    figures
}

/// The units in charge of a section's task: those that its file says, else those that its text says.
pub fn responsible(section: &Section) -> Cow<'_, [String]> {
    if section.responsible.is_empty() {
        Cow::Owned(responsible_at_end(&section.body))
    } else {
        Cow::Borrowed(&section.responsible)
    }
}

/// The units in charge that a text says at its end; none where it says several.
fn responsible_at_end(text: &str) -> Vec<String> {
    let last = last(text).filter(|last| !last.units.is_empty());
    let only = last.filter(|_| charges(text).len() == 1);
    only.map(|charge| charge.units).unwrap_or_default()
}

/// The running text of a section without its tables and remarks, those remarks, and what its tables say.
fn parts(section: &Section) -> (Cow<'_, str>, Vec<Charge>, Option<Tables>) {
    let about = About::of(section).said_in(section.said_in);
    let mut tables = table::read(section, about);
    let mut text = match &mut tables {
        Some(tables) => Cow::Owned(std::mem::take(&mut tables.rest)),
        None => Cow::Borrowed(section.body.as_str()),
    };
    let charges = charges(&text);
    if !charges.is_empty() {
        let places: Vec<Range<usize>> = charges.iter().map(|charge| charge.span.clone()).collect();
        text = Cow::Owned(without(&text, &places));
    }
    (text, charges, tables)
}

/// Says of figures and tasks who has to see to them: a remark holds for what stands before it in its paragraph, one that
/// is a paragraph of its own for those before it; none beyond the remark before.
fn charge(section: &Section, charges: &[Charge], found: &mut [Figure]) {
    let mut from = 0;
    let mut rest = found.iter_mut().peekable();
    for charge in charges {
        let before = section
            .body
            .get(from..charge.span.start)
            .unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let alone = before
            .get(line..)
            .is_some_and(|words| words.trim().is_empty());
        let start = if alone { from } else { from + line };
        while let Some(figure) = rest.next_if(|figure| figure.span.start < charge.span.start) {
            if figure.span.start >= start {
                figure.responsible.clone_from(&charge.units);
                figure.deadline.clone_from(&charge.deadline);
                set_time(figure);
            }
        }
        from = charge.span.end;
    }
}

/// A promise without a time is of the year by which it is due.
fn set_time(figure: &mut Figure) {
    let due = figure
        .deadline
        .as_deref()
        .filter(|_| figure.role == Role::Target);
    if figure.period.is_none() && figure.year.is_none() {
        figure.year = due.and_then(year_of);
        figure.period = figure.year.and_then(Period::of_year);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Year;
    use crate::model::Kind;
    use crate::model::table::Extent;

    fn section(kind: Kind, year: Year, text: &str) -> Section {
        Section {
            kind: Some(kind),
            year: Some(year),
            said_in: Some(year + Year::from(kind == Kind::Achievements)),
            body: text.to_owned(),
            ..Section::default()
        }
    }

    /// The figures of a section, each in one line: role, name, value, number, unit, period, and what else it has.
    fn told(section: &Section) -> Vec<String> {
        let figures = of_section(section).into_iter();
        figures
            .map(|figure| {
                assert_eq!(
                    figure
                        .value
                        .as_deref()
                        .map(|value| section.quote(&figure).contains(value)),
                    Some(true)
                );
                let reading = figure.reading.unwrap();
                let mut line = format!(
                    "{} {} {} {} {}",
                    figure.role.code().unwrap_or("untold"),
                    figure.indicator,
                    reading
                        .number
                        .map_or(String::new(), |number| number.to_string()),
                    reading.unit,
                    figure
                        .period
                        .map_or(String::new(), |period| period.to_string()),
                );
                let more = [
                    figure.responsible.join("|"),
                    figure.deadline.unwrap_or_default(),
                    figure.stated.unwrap_or_default(),
                ];
                for more in more.iter().filter(|more| !more.is_empty()) {
                    line.push(' ');
                    line.push_str(more);
                }
                if figure.doubtful {
                    line.push('?');
                }
                line
            })
            .collect()
    }

    #[test]
    fn a_table_of_targets_is_read_by_its_head() {
        let text = "目标如下。\n序号\t指标\t单位\t2024年完成\t2025年\t\t责任单位\n\t\t\t\t目标\t增速（%）\t\n一、经济\n\
            1\t茶叶产量\t万吨\t3.2\t3.5左右\t8\t县茶业局、县供销社\n2\t茶园覆盖率\t%\t—\t60以上\t\t县茶业局\n\
            合计\t\t\t5\t6\t\t\n新建茶厂5家。";
        let mut section = section(Kind::Plans, 2025, text);
        section.told_tables = vec![Extent {
            from: 1,
            lines: 6,
            head: 2,
        }];
        assert_eq!(
            told(&section),
            [
                "result 茶叶产量 32000 吨 2024 县茶业局|县供销社",
                "target 茶叶产量 35000 吨 2025 县茶业局|县供销社",
                "target 茶叶产量增速 8 % 2025 县茶业局|县供销社",
                "target 茶园覆盖率 60 % 2025 县茶业局",
                "target 茶厂 5 家 2025",
            ]
        );
    }

    #[test]
    fn a_table_of_results_keeps_the_verdicts_of_its_rows() {
        let text = "单位：万元\n指标\t年度目标\t实际完成\t完成情况\t完成率\n茶叶产值\t500\t600\t超额完成\t120%\n\
            茶叶税收\t30\t20\t未完成\t66.7%";
        assert_eq!(
            told(&section(Kind::Achievements, 2025, text)),
            [
                "target 茶叶产值 5000000 元 2025",
                "result 茶叶产值 6000000 元 2025 超额完成",
                "target 茶叶税收 300000 元 2025",
                "result 茶叶税收 200000 元 2025 未完成",
            ]
        );
    }

    #[test]
    fn a_cell_that_only_says_what_was_done_is_named_by_its_row() {
        let text = "序号\t事项\t年度目标\t完成情况\n1\t社区茶室建设\t新建50个\t新建57个、完成114%";
        let told = told(&section(Kind::Achievements, 2025, text));
        assert!(
            told.contains(&"result 社区茶室建设 57 个 2025".to_owned()),
            "{told:?}"
        );
    }

    #[test]
    fn years_beside_each_other_are_where_a_plan_begins_and_ends() {
        let text = "指标\t2025年\t2030年\t年均增长\t属性\n茶叶产量（万吨）\t3.2\t5\t7.5%\t预期性\n茶园面积（万亩）\t10\t[4]\t\t约束性";
        let mut section = section(Kind::Outlook, 2026, text);
        (section.year, section.period) = (None, Period::new(2026, 2030));
        assert_eq!(
            told(&section),
            [
                "base 茶叶产量 32000 吨 2025",
                "target 茶叶产量 50000 吨 2030",
                "target 茶叶产量增速 7.5 % 2026/2030",
                "base 茶园面积 100000 亩 2025",
                "target 茶园面积 40000 亩 2026/2030",
            ]
        );
    }

    #[test]
    fn a_sign_or_the_name_says_which_way_something_moved() {
        let moved = |text: &str| -> Vec<(String, Option<f64>, &'static str)> {
            let figures = of_section(&section(Kind::Achievements, 2025, text)).into_iter();
            let one = |figure: Figure| {
                let reading = figure.reading.unwrap();
                (
                    figure.indicator,
                    reading.number,
                    reading.trend.unwrap().code(),
                )
            };
            figures.map(one).collect()
        };
        let change = |name: &str, number, trend| (name.to_owned(), Some(number), trend);
        assert_eq!(
            moved("指标\t涨跌幅度（%）\n茶叶\t0.4\n茶具\t-1.6"),
            [
                change("茶叶价格增速", 0.4, "up"),
                change("茶具价格降幅", 1.6, "down")
            ]
        );
        assert_eq!(
            moved("指标\t单位\t实际完成\n单位产值能耗降低\t%\t3.2\n茶叶产值增长\t%\t-1"),
            [
                change("单位产值能耗降幅", 3.2, "down"),
                change("茶叶产值降幅", 1.0, "down")
            ]
        );
        assert_eq!(
            moved("项目\t同比降幅\n事故起数\t9.4%"),
            [change("事故起数降幅", 9.4, "down")]
        );
    }

    #[test]
    fn rows_of_years_are_read_as_columns() {
        let text = "年份\t茶叶产量（吨）\t茶农（户）\n2024年\t50\t300\n2025年\t60\t320";
        assert_eq!(
            told(&section(Kind::Achievements, 2025, text)),
            [
                "base 茶叶产量 50 吨 2024",
                "base 茶农 300 户 2024",
                "result 茶叶产量 60 吨 2025",
                "result 茶农 320 户 2025",
            ]
        );
    }

    #[test]
    fn what_a_head_does_not_tell_is_no_figure() {
        for text in [
            "姓名\t电话\n王某\t5550166",
            "项目\t城镇\t农村\n茶壶\t50\t60",
            "指标\t排名\t完成率\n茶叶产量\t3\t98%",
            "指标\t2025年目标\n文号\t2024\n日期\t2025.6",
            "会议时间\t3月1日\n会议地点\t301室",
            // Of which of both, only the place says.
            "指标\t单位\t2025年目标\n城镇\t\t\n居民人均收入\t元\t500\n农村\t\t\n居民人均收入\t元\t300",
        ] {
            assert_eq!(
                told(&section(Kind::Plans, 2025, text)),
                Vec::<String>::new(),
                "{text}"
            );
        }
        // A value without the unit that others of its table have is doubtful.
        let text = "项目\t计划投资（万元）\t2025年目标\n茶厂改造\t50\t6";
        assert_eq!(
            told(&section(Kind::Plans, 2025, text)),
            [
                "target 茶厂改造投资 500000 元 2025",
                "target 茶厂改造 6  2025?"
            ]
        );
    }

    fn tasks_of(section: &Section) -> Vec<String> {
        let one = |task: Figure| {
            let due = task.deadline.unwrap_or_default();
            let line = format!(
                "{} {} {} {due}",
                task.indicator,
                task.year.unwrap_or(0),
                task.responsible.join("|")
            );
            line.trim_end().to_owned()
        };
        tasks(section).into_iter().map(one).collect()
    }

    #[test]
    fn tasks_have_who_sees_to_them_and_by_when() {
        let text = "序号\t重点任务\t责任单位\t\t完成时限\n\t\t牵头单位\t配合单位\t\n\
            1\t茶叶博物馆建设\t县文旅局\t县茶业局\t2026年6月\n\t新建停车场3处\t\t\t\n2\t推进茶山绿化\t\t\t";
        let mut section = section(Kind::Plans, 2025, text);
        section.told_tables = vec![Extent {
            from: 0,
            lines: 5,
            head: 2,
        }];
        assert_eq!(
            told(&section),
            ["target 停车场 3 处 2026 县文旅局 2026年6月"]
        );
        assert_eq!(
            tasks_of(&section),
            [
                "茶叶博物馆建设 2026 县文旅局 2026年6月",
                "新建停车场3处 2026 县文旅局 2026年6月",
                "推进茶山绿化 2025"
            ]
        );
    }

    #[test]
    fn a_remark_behind_a_task_says_who_sees_to_it() {
        let text = "推进茶山绿化，新建茶园5个。（责任单位：县茶业局、县林业局；完成时限：6月底前）\n推进茶旅融合。\n\
            牵头单位：县文旅局。完成时限：长期。\n推进茶叶出口。";
        let section = section(Kind::Plans, 2025, text);
        assert_eq!(
            told(&section),
            ["target 茶园 5 个 2025 县茶业局|县林业局 6月底前"]
        );
        assert_eq!(
            tasks_of(&section),
            [
                "推进茶山绿化 2025 县茶业局|县林业局 6月底前",
                "新建茶园5个 2025 县茶业局|县林业局 6月底前",
                "推进茶旅融合 2025 县文旅局 长期",
                "推进茶叶出口 2025",
            ]
        );
        assert_eq!(
            responsible_at_end("修渠。（责任单位：县水利局）"),
            ["县水利局"]
        );
        assert_eq!(
            responsible_at_end("修渠。（责任单位：甲）\n修路。（责任单位：乙）"),
            Vec::<String>::new()
        );
    }
}
