//! What a paragraph without number ends: a list, all but the chapter, or the chapters that report. Ends nothing itself.

use crate::import::rule::{Rule, first};

/// What is asked of a paragraph before it is decided what it ends.
#[derive(Clone, Copy, Debug)]
pub struct Closing {
    pub start: Start,
    /// Whether the document reports in numbered chapters.
    pub report: bool,
    pub ahead: Ahead,
    pub open: Open,
    /// Whether the item of a list that is open is over: no other one follows it.
    pub over: bool,
}

/// What a paragraph begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// 下一步.
    Steps,
    /// Words to the audience.
    Address,
    /// What minutes end with: 会议强调, 出席：.
    EndOfMinutes,
    /// What a report ends with: 让我们…努力奋斗！
    Appeal,
    Other,
}

/// What the next chapter number does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ahead {
    /// It begins with the manner of the sections at the top, or there is none.
    BeginsAgain,
    /// It goes on below the section at the top.
    GoesOn,
    /// Nothing follows but more of what a report ends with, and annexes.
    Nothing,
    Other,
}

/// Which sections are open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Open {
    Nothing,
    /// One that has no others in it, or text beside those.
    Flat,
    /// One with others in it.
    Deep,
    /// One of several items of one paragraph each, and nothing above it.
    Item,
}

/// What a paragraph ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// All chapters: what is planned begins.
    Chapters,
    /// All chapters: what is said of none of them begins.
    All,
    /// All but the section at the top.
    Sections,
    Nothing,
    /// The item that is open.
    Item,
}

/// What a paragraph ends.
pub fn ends(closing: Closing) -> Ends {
    first(CLOSES, &closing, 0).map_or(Ends::Nothing, |rule| rule.then)
}

static CLOSES: &[Rule<Closing, Ends>] = &[
    Rule {
        // After numbered achievements, with numbering that begins again, it opens what is planned.
        name: "next-steps",
        when: |closing, _| {
            let begins = closing.ahead == Ahead::BeginsAgain;
            closing.start == Start::Steps && closing.report && begins
        },
        then: Ends::Chapters,
        example: "一、渔业\n二、林业\n> 下一步，将做好以下工作。\n一、扩大捕捞船队\n二、新建苗圃",
        counter: "一、渔业\n> 下一步，将做好以下工作。\n二、林业",
    },
    Rule {
        name: "appeal",
        when: |closing, _| {
            let last = closing.ahead == Ahead::Nothing;
            closing.start == Start::Appeal && closing.open == Open::Deep && last
        },
        then: Ends::Sections,
        example: "一、渔业\n（一）增产。扩大船队。\n> 让我们携手奋斗，共创渔业美好明天！",
        counter: "一、渔业\n（一）增产。扩大船队。\n> 让我们携手奋斗，共创渔业美好明天！\n更新渔船五艘。",
    },
    Rule {
        name: "appeal-behind-items",
        when: |closing, _| {
            let appeals = matches!(closing.start, Start::Appeal | Start::Address);
            appeals && closing.ahead == Ahead::Nothing && closing.open == Open::Item
        },
        then: Ends::All,
        example: "一、渔业。扩大船队。\n二、林业。新建苗圃。\n三、牧业。改良草场。\n> 让我们携手奋斗，共创美好明天！",
        counter: "一、渔业\n二、林业\n三、牧业\n> 让我们携手奋斗，共创美好明天！",
    },
    Rule {
        name: "address",
        when: |closing, _| {
            let on = closing.ahead == Ahead::GoesOn;
            closing.start == Start::Address && closing.open == Open::Deep && !on
        },
        then: Ends::Sections,
        example: "一、渔业\n（一）增产。\n> 各位代表，让我们一起努力！",
        counter: "一、渔业\n（一）增产。\n> 各位代表，渔港也要抓好。\n（二）渔港。",
    },
    Rule {
        name: "address-in-chapter",
        when: |closing, _| {
            let on = closing.ahead == Ahead::GoesOn;
            closing.start == Start::Address && closing.open == Open::Flat && !on
        },
        then: Ends::Nothing,
        example: "一、渔业\n二、林业\n> 各位代表，让我们一起努力！",
        counter: "> 各位代表，让我们一起努力！\n一、渔业\n二、林业",
    },
    Rule {
        // What a meeting stresses at its end, and who was there, belongs to no item of it.
        name: "end-of-minutes",
        when: |closing, _| {
            let last = closing.ahead == Ahead::BeginsAgain;
            closing.start == Start::EndOfMinutes && last && closing.open != Open::Nothing
        },
        then: Ends::All,
        example: "渔港建设会议纪要\n一、渔港。会议听取汇报。\n二、渔船。会议同意更新。\n> 出席：张三、李四",
        counter: "渔港建设会议纪要\n一、渔港。会议听取汇报。\n> 会议强调，渔港要加快建设。\n二、渔船。",
    },
    Rule {
        name: "list-over",
        when: |closing, _| closing.over,
        then: Ends::Item,
        example: "一、渔业\n一是增产。\n二是增收。\n> 渔民生活得到改善。\n二、林业",
        counter: "一、渔业\n一是增产。\n> 渔民生活得到改善。\n二是增收。\n二、林业",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::chapters::build::sample;
    use crate::import::rule::check_at;

    #[test]
    fn rules_hold_for_their_examples() {
        let read = |lines: Vec<String>, at| (sample::closing(&lines, at), 0);
        check_at(CLOSES, read);
    }
}
