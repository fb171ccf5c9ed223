//! Paragraphs of numbered documents that begin with a heading of their own: 提高投资效益。抢抓…. One alone is a sentence;
//! where most paragraphs of a section begin so, they are its subsections. Knows nothing of the sections that are open.

use super::boxes::box_label;
use super::document::{Document, ends_run};
use super::rules::{Chapter, Lead, chapter_of, lead_of};
use crate::lexicon::List;

/// What a paragraph opens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Opens {
    /// Nothing: it goes on.
    #[default]
    Nothing,
    /// A subsection whose heading is its first sentence.
    Sentence,
    /// A subsection whose heading it is as a whole.
    Line,
    /// What follows the last subsection and belongs to none of them.
    Rest,
}

/// What each line opens.
pub fn openings(document: &Document) -> Vec<Opens> {
    let mut out = vec![Opens::Nothing; document.lines().len()];
    let mut run = Run::default();
    let mut in_box = false;
    for at in 0..document.lines().len() {
        let text = document.text(at);
        // What a box says counts neither for nor against headings; a paragraph that surely has one ends the box.
        let sure = [Lead::Marked, Lead::Strong, Lead::Plain].map(Some);
        in_box = in_box && !sure.contains(&lead_of(document, at));
        in_box |= box_label(text).is_some();
        match place_of(document, at) {
            Place::Paragraph if in_box => run.items.push(run.paragraphs.len()),
            Place::Paragraph => run.paragraph(document, at),
            Place::Item => run.items.push(run.paragraphs.len()),
            Place::End => {
                in_box = false;
                std::mem::take(&mut run).decide(&mut out);
            }
        }
    }
    run.decide(&mut out);
    out
}

enum Place {
    Paragraph,
    /// An item of a list: what stands on either side of it may be of one section.
    Item,
    End,
}

fn place_of(document: &Document, at: usize) -> Place {
    static ADDRESSES: List = List::new("address-start");
    match document.own_label(at) {
        Some(label) if ends_run(label) => Place::End,
        Some(_) => Place::Item,
        None if !document.is_paragraph(at) => Place::Item,
        None if ADDRESSES.starts(document.text(at)) => Place::End,
        None if is_annexed(chapter_of(document, at)) => Place::End,
        None => Place::Paragraph,
    }
}

fn is_annexed(chapter: Option<Chapter>) -> bool {
    matches!(chapter, Some(Chapter::Annex | Chapter::AnnexAboveTitle))
}

/// The paragraphs between two chapters.
#[derive(Default)]
struct Run {
    paragraphs: Vec<(usize, Option<Lead>)>,
    /// Where items of lists stand between them.
    items: Vec<usize>,
}

impl Run {
    fn paragraph(&mut self, document: &Document, at: usize) {
        self.paragraphs.push((at, lead_of(document, at)));
    }

    fn decide(mut self, out: &mut [Opens]) {
        let marked = |lead: &Option<Lead>| *lead == Some(Lead::Marked);
        if self
            .paragraphs
            .iter()
            .filter(|(_, lead)| marked(lead))
            .count()
            >= 2
        {
            for (_, lead) in &mut self.paragraphs {
                *lead = lead.filter(|lead| *lead == Lead::Marked);
            }
        }
        let all = is_led(&settled(&self.paragraphs));
        let mut from = 0;
        for to in self.items.into_iter().chain([self.paragraphs.len()]) {
            let part = settled(self.paragraphs.get(from..to).unwrap_or_default());
            if is_led(&part) || (all && is_half_led(&part)) {
                open(&part, out);
            }
            from = to;
        }
    }
}

/// The paragraphs once it is settled whether lines are headings: several are, each with a paragraph or two below it, which
/// are its text. One alone is a paragraph like others.
fn settled(paragraphs: &[(usize, Option<Lead>)]) -> Vec<(usize, Option<Lead>)> {
    let is_line = |lead: &Option<Lead>| *lead == Some(Lead::Line);
    let from = paragraphs.iter().skip_while(|(_, lead)| !is_line(lead));
    let lines = from.clone().filter(|(_, lead)| is_line(lead)).count();
    let by_lines = lines >= 2 && lines * 3 >= from.count();
    let mut below = false;
    let settle = |(at, lead): &(usize, Option<Lead>)| {
        let text = std::mem::replace(&mut below, by_lines && is_line(lead));
        (*at, lead.filter(|_| !text && (by_lines || !is_line(lead))))
    };
    paragraphs.iter().map(settle).collect()
}

/// Whether most paragraphs from the first that may begin with a heading do so, and more than one surely does.
fn is_led(paragraphs: &[(usize, Option<Lead>)]) -> bool {
    let led = led(paragraphs);
    let lines = led.iter().filter(|lead| **lead == Some(Lead::Line)).count();
    let leads = led.iter().flatten().count();
    let strong = led
        .iter()
        .filter(|lead| matches!(lead, Some(Lead::Strong | Lead::Marked)))
        .count();
    // A line has a paragraph below it.
    let paragraphs = led.len() - lines;
    let enough = match strong {
        // Slogans are headings where there is nothing else.
        0 => leads >= 3 && leads == paragraphs,
        _ => leads >= 2 && leads * 3 >= paragraphs * 2,
    };
    let marked = led.iter().flatten().filter(|lead| **lead == Lead::Marked);
    enough || lines >= 2 || marked.count() >= 2
}

/// Whether half of the paragraphs from the first that may begin with a heading do so.
fn is_half_led(paragraphs: &[(usize, Option<Lead>)]) -> bool {
    let led = led(paragraphs);
    led.iter().flatten().count() * 2 >= led.len() && !led.is_empty()
}

/// The leads from the first one on.
fn led(paragraphs: &[(usize, Option<Lead>)]) -> Vec<Option<Lead>> {
    let from = paragraphs.iter().skip_while(|(_, lead)| lead.is_none());
    from.map(|(_, lead)| *lead).collect()
}

fn open(paragraphs: &[(usize, Option<Lead>)], out: &mut [Opens]) {
    // A weak sign counts only before a better one: the last paragraph of a section often closes it with a saying.
    let strong = |lead: &Option<Lead>| lead.is_some_and(|lead| lead != Lead::Weak);
    let slogans = paragraphs.iter().all(|(_, lead)| !strong(lead));
    let last = paragraphs.iter().rposition(|(_, lead)| {
        if slogans {
            lead.is_some()
        } else {
            strong(lead)
        }
    });
    let Some(last) = last else {
        return;
    };
    let mut opened = 0;
    let mut gaps = 0;
    let mut before = None;
    for (index, (at, lead)) in paragraphs.iter().enumerate() {
        let Some(slot) = out.get_mut(*at) else {
            continue;
        };
        *slot = match lead.filter(|_| index <= last) {
            Some(Lead::Line) => Opens::Line,
            Some(_) => Opens::Sentence,
            None if before == Some(Opens::Line) => Opens::Nothing,
            None if index > last && opened >= 2 && gaps == 0 => Opens::Rest,
            None => {
                gaps += usize::from(opened > 0);
                Opens::Nothing
            }
        };
        opened += usize::from(matches!(slot, Opens::Sentence | Opens::Line));
        if *slot == Opens::Rest {
            // The rest is one section.
            opened = 0;
        }
        before = Some(*slot);
    }
}

#[cfg(test)]
mod tests {
    use super::Opens::{Nothing, Rest, Sentence};
    use super::*;
    use crate::import::line::Line;

    fn openings_of(lines: &[&str]) -> Vec<Opens> {
        let line = |text: &&str| Line {
            text: (*text).to_owned(),
            ..Line::default()
        };
        openings(&Document::of(&lines.iter().map(line).collect::<Vec<_>>()))
    }

    #[test]
    fn sentences_in_bold_are_headings_and_the_others_are_not() {
        let lines = [
            ("为民办事，办好学校。", "新建学校三所，改造校舍五栋。"),
            (
                "",
                "推进集团办学。组建联盟两个，选派教师四十名，开放操场十处。",
            ),
            ("为民解忧，办好医院。", "新建病房两百间，添置设备八十台。"),
            (
                "",
                "培育特色专科。引进医师十二名，义诊三十场，建立档案两万份。",
            ),
        ];
        let line = |(bold, rest): &(&str, &str)| Line {
            text: format!("{bold}{rest}"),
            bold: bold.len(),
            ..Line::default()
        };
        let all: Vec<Line> = lines.iter().map(line).collect();
        let opened = openings(&Document::of(&all));
        assert_eq!(opened, [Sentence, Nothing, Sentence, Nothing]);
    }

    #[test]
    fn paragraphs_that_all_begin_with_a_task_are_subsections() {
        let lines = [
            "（一）扩大有效需求。围绕消费和投资，打好组合拳，释放市场潜力。",
            "推进惠民工程。新建口袋公园40个，改造老旧小区120个，加装电梯500部。",
            "培育夜间经济。打造特色街区，延长公交运营时间，完善停车设施。",
            "安全大于天。必须压实责任，开展隐患排查，守住安全底线，保障群众平安。",
            "（二）推进改革。",
        ];
        let expected = [Nothing, Sentence, Sentence, Rest, Nothing];
        assert_eq!(openings_of(&lines), expected);
    }

    #[test]
    fn one_short_sentence_in_a_narrative_is_no_heading() {
        let lines = [
            "一、工作回顾",
            "过去一年很不平凡。面对多重困难，全市上下迎难而上，经济稳中有进。",
            "推进重点改革。国企改革三年行动收官，农村宅基地试点扩面，医保支付方式改革落地。",
            "全年粮食总产120亿斤，比上年增长3%，夏粮单产创历史新高，仓储能力增加。",
        ];
        assert!(openings_of(&lines).iter().all(|opens| *opens == Nothing));
    }

    #[test]
    fn a_sentence_above_the_first_subsection_is_no_heading() {
        let lines = [
            "（三）深化改革。",
            "坚持问题导向和目标导向，着力破除体制机制障碍。",
            "推进国企改革。完成公司制改制，压减管理层级，提高核心竞争力，增强抗风险能力。",
            "深化财税改革。健全预算制度，推进零基预算，优化支出结构，提高资金效益。",
            "（四）扩大开放。",
        ];
        let expected = [Nothing, Nothing, Sentence, Sentence, Nothing];
        assert_eq!(openings_of(&lines), expected);
    }

    #[test]
    fn lines_above_paragraphs_are_headings_if_there_are_several() {
        let lines = [
            "一、五年回顾",
            "这五年，我们坚持绿色发展，生态底色更加鲜明。",
            "森林覆盖率提高到45%，空气优良天数比例达到92%。新建国家湿地公园三处。",
            "这五年，我们坚持人民至上，百姓生活更加殷实。",
            "居民收入年均增长6%，城镇新增就业30万人。新建学校120所，增加学位9万个。",
        ];
        assert_eq!(
            openings_of(&lines),
            [Nothing, Opens::Line, Nothing, Opens::Line, Nothing]
        );
    }
}
