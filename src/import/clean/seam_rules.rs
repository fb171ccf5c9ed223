//! Whether a line goes on with the one before, where the lines of a text are of one width. Knows no format, and not how
//! lines are put together.

use super::full_lines::{Ends, FullLines, Seen};
use crate::import::rule::Rule;

/// A line and the one before it.
fn pair(text: &FullLines, at: usize) -> Option<(&Seen, &Seen)> {
    let before = text.lines.get(at.checked_sub(1)?)?;
    let line = text.lines.get(at)?;
    // What is set apart is no line that was cut.
    (!before.apart && !line.apart).then_some((before, line))
}

/// Whether a line that follows a sentence begins anew: a greeting, or what looks like a heading, short and without a
/// mark.
fn begins_anew(before: &Seen, line: &Seen) -> bool {
    before.ends == Ends::Sentence && (line.greets || !(line.full || line.prose))
}

/// Lines that go on with the one before. Others are asked for by what they end and begin with.
pub const SEAMS: [Rule<FullLines, ()>; 4] = [
    Rule {
        name: "unmarked-behind-full-line",
        when: |text, at| {
            pair(text, at).is_some_and(|(before, line)| {
                let begins = line.marked || line.labelled || begins_anew(before, line);
                text.marks && before.full && !begins
            })
        },
        then: (),
        example: "　　全县新建泵站十二座，改造老旧管网三百公里，解决下游村庄用水困难；\n> 新增节水灌溉面积四万亩。",
        counter: "　　全县新建泵站十二座。\n> 水务局",
    },
    Rule {
        name: "unmarked-number-within-clause",
        when: |text, at| {
            pair(text, at).is_some_and(|(before, line)| {
                let within = before.ends == Ends::Within && before.prose;
                text.marks_numbers && before.full && within && line.labelled && !line.marked
            })
        },
        then: (),
        example: "　　一、全县新建泵站十二座，改造老旧管网三百公里，修订用水条例第\n> 二、三条，惠及四万人。",
        counter: "　　一、全县新建泵站十二座，改造老旧管网三百公里，修订用水条例第\n> 　　二、全县新增节水灌溉面积。",
    },
    Rule {
        name: "behind-full-line-within-clause",
        when: |text, at| {
            pair(text, at).is_some_and(|(before, line)| {
                let within = before.ends == Ends::Within;
                !text.marks && before.full && within && !line.marked && !line.labelled
            })
        },
        then: (),
        example: "全县新建泵站十二座，改造老旧管网三百公里，解决下游村庄群众的用水用电\n> 困难，新增节水灌溉面积四万亩。",
        counter: "全县新建泵站十二座，改造老旧管网三百公里，解决下游村庄\n> 水务局",
    },
    Rule {
        name: "behind-full-line-of-dense-text",
        when: |text, at| {
            pair(text, at).is_some_and(|(before, line)| {
                let begins = line.marked || line.labelled || !(line.full || line.prose);
                // A paragraph may end where the line does: with a sentence, nothing is torn if it goes on.
                let open = before.ends == Ends::Mark;
                !text.marks && text.dense && before.full && open && !begins
            })
        },
        then: (),
        example: "全县新建泵站十二座，改造老旧管网三百公里，解决下游村庄的用水困难“两新”\n> 资金下达四万元，群众满意。",
        counter: "全县新建泵站十二座，改造老旧管网三百公里，解决下游村庄群众的用水困难。\n> 资金下达四万元，群众满意。",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::format;
    use crate::import::rule;

    /// A text of lines of 34 characters; each paragraph is indented, or none is.
    fn text(indent: &str) -> String {
        let mut text = String::new();
        for number in ["一", "二", "三", "四"] {
            text.push_str(&format!(
                "{indent}{number}、水务工作\n{indent}全年坚持节水优先，推进河湖治理和水库除险加固，保障城乡供水安全和粮\n食生产用水，完成投资三亿元，改善了沿河各村群众的生产生活条件，提高了\n防洪能力。\n"
            ));
        }
        text
    }

    #[test]
    fn every_rule_decides_its_example() {
        rule::check_at(&SEAMS, |lines, at| {
            let indent = if lines[0].starts_with('\u{3000}') {
                "　　"
            } else {
                ""
            };
            let text = format!("{}{}\n", text(indent), lines.join("\n"));
            let raw = format::read(text.as_bytes(), "a.txt").lines;
            let count = raw.len() - lines.len();
            (FullLines::of(&raw).expect("lines of one width"), count + at)
        });
    }
}
