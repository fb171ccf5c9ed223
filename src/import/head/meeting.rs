//! On which day a meeting was held, as its minutes say. Knows nothing of the head.

use crate::calendar::Date;
use crate::import::line::{Line, Style};
use crate::lexicon::List;
use crate::text::chars::squeezed;
use crate::text::date::date;
use crate::text::label;

/// Labels of the time of a meeting.
static TIME: List = List::new("meeting-time");
static CONVENES: List = List::new("convenes");

/// The day that minutes tell before their first heading.
pub fn day(text: &[Line]) -> Option<Date> {
    let is_heading = |line: &Line| {
        matches!(line.style, Style::Heading(_)) || label::read(&line.text, None).is_some()
    };
    let mut before = text.iter().take_while(|line| !is_heading(line));
    before.find_map(|line| in_field(&line.text).or_else(|| in_sentence(&line.text)))
}

/// 会议时间：2031年5月8日, or in two cells of a row.
fn in_field(line: &str) -> Option<Date> {
    let mut cells = line.split('\t');
    while let Some(cell) = cells.next() {
        let (name, value) = cell.split_once(['：', ':']).unwrap_or((cell, ""));
        if TIME.has(&squeezed(name)) {
            let beside = || cells.clone().next();
            return date(value).or_else(|| date(beside()?));
        }
    }
    None
}

/// 2031年5月8日，县长主持召开会议。
fn in_sentence(line: &str) -> Option<Date> {
    let (first, _) = line.split_once(['，', ',', '。'])?;
    let begins = line.starts_with(|c: char| c.is_ascii_digit());
    (begins && CONVENES.is_in(line))
        .then(|| date(first))
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_tell_the_day_of_their_meeting() {
        let told = |lines: &[&str]| {
            let line = |text: &&str| Line {
                text: (*text).to_owned(),
                ..Line::default()
            };
            let lines: Vec<Line> = lines.iter().map(line).collect();
            day(&lines).map(|day| day.to_string())
        };
        let held = Some("2031-05-08".to_owned());
        assert_eq!(
            told(&["类别\t例会", "会议地点\t二楼\t会议时间\t2031年5月8日"]),
            held
        );
        assert_eq!(
            told(&["时　间：2031-05-08 14:30", "地点：第一会议室"]),
            held
        );
        assert_eq!(
            told(&["2031年5月8日，局长张某主持召开会议，纪要如下："]),
            held
        );
        assert_eq!(told(&["2031年5月8日，水库开工。"]), None);
        assert_eq!(told(&["一、议定事项", "时间：2031年5月8日"]), None);
        assert_eq!(told(&["时间紧，任务重，2031年5月8日前完成。"]), None);
    }
}
