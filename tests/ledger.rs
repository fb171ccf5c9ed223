//! What became of promises, on bulletins written for the purpose.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use jianbao::compare::{Ledger, Links, Next, Outcome, Reason, Row, RowGroup, Standing, Verdict};
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
    let tasks = tally.group(RowGroup::Task).unwrap();
    assert_eq!(tasks.total(), 2);
    assert_eq!(tasks.number(Standing::CarriedOver), 1);
}

/// A plan for 2025 and a report on it, each with one declared figure, in YAML; a figure is `value` and more keys.
fn pair(promised: (&str, &str), done: (&str, &str)) -> [Bulletin; 2] {
    let one = |id: &str, (kind, list, year): (&str, &str, u16), (value, keys): (&str, &str)| {
        let keys: Vec<String> = (keys.split(", ").filter(|key| !key.is_empty()))
            .map(|key| format!("        {key}\n"))
            .collect();
        let keys = keys.concat();
        let file = format!(
            "title: 题\nissuer: 局\nid: {id}\ndate: {year}-01-10\nsections:\n  - heading: 一\n    kind: {kind}\n    \
             year: 2025\n    text: 茶园{value}。\n    {list}:\n      - indicator: 茶园\n        key: tea\n        \
             quote: 茶园{value}\n        value: {value}\n{keys}"
        );
        let (bulletin, problems) =
            load::read_text(&format!("{id}.yaml"), id, &file, Checks::Errors);
        assert!(problems.is_empty(), "{problems:?}\n{file}");
        bulletin.unwrap()
    };
    [
        one("b2025", ("plans", "targets", 2025), promised),
        one("b2026", ("achievements", "results", 2026), done),
    ]
}

/// What became of the promise of 2025, and why it was not judged.
fn judged(promised: (&str, &str), done: (&str, &str)) -> (Option<Outcome>, Option<Reason>) {
    let rows = rows(&pair(promised, done));
    let verdicts = rows.iter().filter_map(|row| row.verdict(2025));
    let mut kept = verdicts.map(|verdict| (verdict.outcome, verdict.reason));
    let first = kept.next().unwrap_or_default();
    assert!(kept.all(|(outcome, _)| outcome == Some(Outcome::Unplanned)));
    first
}

#[test]
fn a_verdict_is_given_where_subject_measure_unit_period_and_scope_agree() {
    for (promised, done) in [
        (("100个", ""), ("120个", "")),
        (("100个", "period: 2025"), ("120个", "year: 2025")),
        // What stood at a day of the year answers for it.
        (
            ("100个", ""),
            ("120个", "as_of: 2025年11月底, basis: point"),
        ),
        (("100个", ""), ("120个", "period: 2025-12")),
        (("100个", ""), ("120个", "as_of: 12月底, basis: cumulative")),
        (("100个", "scope: 山区"), ("120个", "scope: 山区")),
    ] {
        let told = judged(promised, done);
        assert_eq!(
            told,
            (Some(Outcome::Exceeded), None),
            "{promised:?} {done:?}"
        );
    }
}

#[test]
fn what_does_not_agree_is_not_judged_and_the_reason_is_told() {
    let year = ("100个", "");
    for (promised, done, reason) in [
        (year, ("120家", ""), Reason::Unit),
        (year, ("120%", ""), Reason::Measure),
        // An increment beside a stock.
        (year, ("新增120个", ""), Reason::Measure),
        (("新增100个", ""), ("达120个", ""), Reason::Measure),
        // A part of the year.
        (year, ("120个", "period: 2025-01/2025-11"), Reason::Period),
        (
            year,
            ("120个", "as_of: 1—11月, basis: period"),
            Reason::Period,
        ),
        (
            year,
            ("120个", "as_of: 11月底, basis: cumulative"),
            Reason::Period,
        ),
        (
            year,
            ("120个", "period: 2025-11, basis: period"),
            Reason::Period,
        ),
        (
            ("新增100个", ""),
            ("新增120个", "as_of: 截至11月底"),
            Reason::Period,
        ),
        (
            ("100个", "period: 2025-01/2025-06"),
            ("120个", ""),
            Reason::Period,
        ),
        // A mean of years.
        (year, ("120个", "mean: true"), Reason::Period),
        // A part of the whole, and the whole.
        (year, ("120个", "scope: 山区"), Reason::Scope),
        (("100个", "scope: 山区"), ("120个", ""), Reason::Scope),
        (
            ("100个", "scope: 山区"),
            ("120个", "scope: 坝区"),
            Reason::Scope,
        ),
        // What is not known, or damaged, or no number.
        (year, ("120个", "as_of: 开工三个月"), Reason::Unsure),
        (
            year,
            ("120个", "as_of: 2024年底, year: 2025"),
            Reason::Unsure,
        ),
        (year, ("120个", "doubtful: true"), Reason::Damaged),
        (year, ("历史新高", ""), Reason::NoNumber),
        (year, ("几十个", ""), Reason::NoNumber),
    ] {
        let told = judged(promised, done);
        assert_eq!(
            told,
            (Some(Outcome::Incomparable), Some(reason)),
            "{promised:?} {done:?}"
        );
    }
}

#[test]
fn the_bulletins_own_word_is_none_on_another_scope_or_a_mean() {
    let year = ("100个", "");
    for (keys, expected) in [
        ("stated: 超额完成", (Some(Outcome::Exceeded), None)),
        // It may speak of the year before that is over.
        (
            "stated: 超额完成, as_of: 1—11月, basis: period",
            (Some(Outcome::Exceeded), None),
        ),
        (
            "stated: 超额完成, scope: 山区",
            (Some(Outcome::Incomparable), Some(Reason::Scope)),
        ),
        (
            "stated: 超额完成, mean: true",
            (Some(Outcome::Incomparable), Some(Reason::Period)),
        ),
    ] {
        assert_eq!(judged(year, ("90个", keys)), expected, "{keys}");
    }
}

#[test]
fn a_time_that_cannot_be_read_is_not_known() {
    for wrong in ["period: 上学期", "mean: 大概", "basis: 全", "year: 今年"] {
        let file = format!(
            "title: 题\nissuer: 局\nsections:\n  - kind: plans\n    year: 2025\n    text: 茶园100个。\n    targets:\n      \
             - {{indicator: 茶园, value: 100个, quote: 茶园100个, {wrong}}}"
        );
        let (bulletin, problems) = load::read_text("x.yaml", "x", &file, Checks::Errors);
        assert_eq!(problems.len(), 1);
        let bulletin = bulletin.unwrap();
        let (_, figure) = bulletin.figures().next().unwrap();
        assert_eq!((figure.year, figure.period), (Some(2025), None), "{wrong}");
    }
}

#[test]
fn a_total_or_a_mean_of_years_is_in_no_year() {
    for keys in [
        "period: 2021/2025",
        "period: 2021/2025, basis: cumulative",
        "period: 2021/2025, mean: true",
        "period: 2021/2025, year: 2025",
    ] {
        let rows = rows(&pair(("100个", ""), ("120个", keys)));
        let outcomes = rows.iter().flat_map(|row| &row.verdicts);
        let outcomes: Vec<_> = outcomes.filter_map(|verdict| verdict.outcome).collect();
        assert!(
            outcomes
                .iter()
                .all(|outcome| *outcome == Outcome::Unreported),
            "{keys}: {outcomes:?}"
        );
    }
}

#[test]
fn the_next_target_is_not_set_against_one_of_another_scope() {
    let next = |keys: &str| {
        let [plan, _] = pair(("100个", ""), ("120个", ""));
        let file = format!(
            "title: 题\nissuer: 局\nid: c\ndate: 2026-01-10\nsections:\n  - heading: 一\n    kind: plans\n    \
             year: 2026\n    text: 茶园120个。\n    targets:\n      - {{indicator: 茶园, key: tea, quote: 茶园120个, \
             value: 120个{keys}}}"
        );
        let (bulletin, problems) = load::read_text("c.yaml", "c", &file, Checks::Errors);
        assert!(problems.is_empty(), "{problems:?}");
        let rows = rows(&[plan, bulletin.unwrap()]);
        rows[0].verdict(2025).and_then(|verdict| verdict.next)
    };
    assert_eq!(next(""), Some(Next::Raised));
    assert_eq!(next(", scope: 山区"), Some(Next::Reworded));
    assert_eq!(next(", period: 2026-01/2026-06"), Some(Next::Reworded));
}

#[test]
fn second_figures_of_an_indicator_look_for_the_next_target_in_its_first_row() {
    let next_of_second = |next: &str| {
        let bulletins = [
            bulletin(2021, &[], &["网点|100个", "网点|50个"]),
            bulletin(2022, &[], &[next]),
        ];
        let rows = rows(&bulletins);
        assert!(rows.len() > 1, "{rows:?}");
        rows[1].verdict(2021).and_then(|verdict| verdict.next)
    };
    // The first row's target of the year itself is no next one.
    assert_eq!(next_of_second("别的|1个"), Some(Next::Dropped));
    assert_eq!(next_of_second("网点|120个"), None);
}
