//! What became of promises, on bulletins written for the purpose.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use jianbao::compare::{Ledger, Links, Next, Outcome, Reason, Row, Verdict};
use jianbao::load::{self, Checks, Severity};
use jianbao::model::Bulletin;

/// A bulletin of a year: results of the year before, targets of the year; each line is
/// `indicator|value|stated`, an empty value for a commitment.
fn bulletin(year: u16, results: &[&str], targets: &[&str]) -> Bulletin {
    let figures = |lines: &[&str]| -> String {
        let figure = |line: &&str| {
            let mut parts = line.split('|');
            let name = parts.next().unwrap();
            let value = parts.next().unwrap_or_default();
            let mut out = format!("      - {{indicator: {name}, key: {name}, quote: {name}{value}");
            if !value.is_empty() {
                out.push_str(&format!(", value: {value}"));
            }
            if let Some(stated) = parts.next() {
                out.push_str(&format!(", stated: {stated}"));
            }
            out + "}\n"
        };
        lines.iter().map(figure).collect()
    };
    let words = |lines: &[&str]| -> String {
        let word = |line: &&str| line.split('|').take(2).collect::<String>() + "；";
        lines.iter().map(word).collect()
    };
    let mut file = format!("title: 题\nissuer: 局\nid: b{year}\ndate: {year}-01-10\nsections:\n");
    for (kind, list, year, lines) in [
        ("achievements", "results", year - 1, results),
        ("plans", "targets", year, targets),
    ] {
        if !lines.is_empty() {
            file.push_str(&format!(
                "  - heading: {kind}\n    kind: {kind}\n    year: {year}\n    text: \"{}\"\n    {list}:\n{}",
                words(lines),
                figures(lines)
            ));
        }
    }
    let (bulletin, problems) = load::read_text("x.yaml", "x", &file, Checks::Errors);
    let errors = problems.iter().any(|p| p.severity == Severity::Error);
    assert!(!errors, "{problems:?}\n{file}");
    bulletin.unwrap()
}

fn rows(bulletins: &[Bulletin]) -> Vec<Row> {
    Ledger::new(bulletins, "局", &[], &Links::default()).rows
}

fn verdict(promised: &str, done: &str) -> Verdict {
    let bulletins = [
        bulletin(2021, &[], &[promised]),
        bulletin(2022, &[done], &["别的|1个"]),
    ];
    rows(&bulletins)[0].verdict(2021).unwrap().clone()
}

#[test]
fn a_second_target_of_an_indicator_is_not_called_silent_when_the_first_is_answered() {
    let bulletins = [
        bulletin(2021, &[], &["节点|100个", "节点|120个"]),
        bulletin(2022, &["节点|130个"], &["节点|150个"]),
    ];
    let rows = rows(&bulletins);
    assert_eq!(rows.len(), 2);
    assert_eq!(
        rows[0].verdict(2021).unwrap().outcome,
        Some(Outcome::Exceeded)
    );
    assert!(rows[1].verdict(2021).is_none(), "{:?}", rows[1].verdicts);
}

#[test]
fn a_target_that_is_no_number_is_not_compared() {
    let judged = verdict("投诉量|历史低位", "投诉量|100件");
    assert_eq!(judged.outcome, Some(Outcome::Incomparable));
    assert_eq!(judged.reason, Some(Reason::NoNumber));
}

#[test]
fn the_bulletins_own_word_leaves_no_reason_of_ours() {
    let judged = verdict("投诉量|100件", "投诉量|50家|提前完成");
    assert_eq!((judged.outcome, judged.reason), (Some(Outcome::Met), None));
}

#[test]
fn a_percentage_stays_beside_the_bulletins_own_word_only_where_they_agree() {
    let attained = |done: &str| {
        let judged = verdict("用户|100万户", done);
        (judged.outcome, judged.attainment)
    };
    let (met, missed) = (Some(Outcome::Met), Some(Outcome::Missed));
    assert_eq!(attained("用户|90万户|提前完成"), (met, None));
    assert_eq!(attained("用户|100万户|提前完成"), (met, Some(100.0)));
    assert_eq!(attained("用户|120万户|提前完成"), (met, Some(120.0)));
    assert_eq!(attained("用户|90万户|未完成"), (missed, Some(90.0)));
    assert_eq!(attained("用户|100万户|未完成"), (missed, None));
    assert_eq!(attained("用户|120万户|未完成"), (missed, None));
    // A difference that goes with the percentage goes as well.
    assert_eq!(
        verdict("用户|100万户", "用户|90万户|提前完成").difference,
        None
    );
    // A word of progress is no verdict.
    assert_eq!(attained("用户|90万户|有序推进"), attained("用户|90万户"));
}

#[test]
fn percentages_differ_in_points_and_counts_have_an_attainment() {
    let share = verdict("覆盖率|95%", "覆盖率|98%");
    let points = share.difference.unwrap();
    assert_eq!((points.number, points.unit.as_str()), (3.0, "个百分点"));
    assert_eq!(share.attainment, None);
    assert_eq!(verdict("节点|200个", "节点|100个").attainment, Some(50.0));
    assert_eq!(verdict("事故|100起以内", "事故|90起").attainment, None);
}

#[test]
fn a_range_promised_next_is_a_raise() {
    let bulletins = [
        bulletin(2021, &[], &["增速|增长5%"]),
        bulletin(2022, &["增速|增长5%"], &["增速|增长6%—7%"]),
    ];
    let rows = rows(&bulletins);
    assert_eq!(rows[0].verdict(2021).unwrap().next, Some(Next::Raised));
}

#[test]
fn a_promise_is_new_in_the_year_before_also_behind_a_gap() {
    let bulletins = [
        bulletin(2018, &[], &["甲|1个"]),
        bulletin(2021, &[], &["乙|2个"]),
    ];
    let rows = rows(&bulletins);
    assert_eq!(rows[0].verdict(2020).unwrap().next, Some(Next::New));
}

#[test]
fn a_commitment_that_nobody_reports_but_that_comes_again_is_carried() {
    let bulletins = [
        bulletin(2021, &[], &["完善体系", "推进互通"]),
        bulletin(2022, &["别的|1个"], &["完善体系"]),
    ];
    let ledger = Ledger::new(&bulletins, "局", &[], &Links::default());
    let carried: Vec<bool> = (ledger.rows.iter())
        .filter_map(|row| row.verdict(2021))
        .filter(|v| v.outcome == Some(Outcome::Unreported))
        .map(|v| v.carried_over)
        .collect();
    assert_eq!(carried, [true, false]);
    let tally = &ledger.tallies[0];
    assert_eq!((tally.commitments_total(), tally.carried_over), (2, 1));
}
