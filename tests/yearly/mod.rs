//! Bulletins of a year whose figures nobody declared. For the tests of the binary and of journeys.

/// The bulletin of January of a year: what was done in the year before, and what is planned, if
/// anything.
pub fn yaml(year: u16, done: &str, plan: &str) -> String {
    // A line is a paragraph.
    let plan = plan.replace('\n', "\n    ");
    let plans = if plan.is_empty() {
        String::new()
    } else {
        format!("- heading: 安排\n  kind: plans\n  year: {year}\n  text: |-\n    {plan}\n")
    };
    format!(
        "format: 1\ntitle: 简报\nissuer: 某局\ndate: {year}-01-06\nsections:\n\
         - heading: 成效\n  kind: achievements\n  year: {}\n  text: {done}\n{plans}",
        year - 1
    )
}
