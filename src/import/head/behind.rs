//! Which lines behind the text are none of it, as rules: named ones, and unnamed ones by what stands before them.
//! Knows nothing of what they say.

use std::collections::HashSet;

use crate::import::clean::furniture::{is_attachment, is_of_tail, is_site};
use crate::import::line::Line;
use crate::import::office::is_organ;
use crate::import::part::is_annex;
use crate::import::rule::Rule;
use crate::text::chars::is_han;
use crate::text::date::is_date;

/// The lines behind the last one that is one of a text by itself.
#[derive(Debug, Default)]
pub struct Behind {
    lines: Vec<Line>,
    /// Whether they are a list of offices: many of them, and no day.
    list: bool,
    /// The first of them that is furniture of a site.
    site: Option<usize>,
    /// The day below who signed.
    signed: Option<usize>,
    /// The first of them that begins an annex.
    annex: Option<usize>,
    /// From where on a licence or links to other pages stand.
    licence: Option<usize>,
    /// Whether a speech ends before them: with a sentence.
    speech: bool,
    /// What stands before a colon at the beginning of several lines of the text.
    labels: HashSet<String>,
}

/// What becomes of a line behind the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It stays in the text.
    Text,
    /// It is one of a tail.
    Tail,
    /// It is furniture that no list names.
    Site,
}

/// Asked of each line behind the text; what none of them knows stays in it: nothing is lost.
pub const BEHIND: &[Rule<Behind, Fate>] = &[
    Rule {
        name: "list-of-offices",
        when: |behind, at| behind.list && is_organ(behind.text(at)),
        then: Fate::Text,
        example: "> 河口县水务局\n河口县财政局\n河口县统计局",
        counter: "> 河口县水务局\n2023年3月2日",
    },
    Rule {
        // 主办单位：… below each of the tasks is no label of the page.
        name: "label-of-text",
        when: |behind, at| {
            let before = [behind.licence, behind.site].into_iter().flatten().min();
            let near = before.is_none_or(|before| at <= before);
            let label = label_of(behind.text(at)).filter(|_| near);
            label.is_some_and(|label| behind.labels.contains(label))
        },
        then: Fate::Text,
        example: "text\n> 责任单位：县农业局",
        counter: "text\n> 主办单位：县农业局",
    },
    Rule {
        name: "named-line-of-tail",
        when: |behind, at| {
            let of_licence = behind.licence.is_some_and(|licence| at >= licence);
            of_licence || behind.lines.get(at).is_some_and(is_of_tail)
        },
        then: Fate::Tail,
        example: "抄送：县人大常委会",
        counter: "水库三座",
    },
    Rule {
        // Behind furniture nothing of the text follows but what is attached to it.
        name: "behind-furniture",
        when: |behind, at| {
            behind.site.is_some_and(|site| at > site) && !is_attachment(behind.text(at))
        },
        then: Fate::Site,
        example: "分享到：微信 微博\n> 看了又看",
        counter: "分享到：微信 微博\n> 附件：名单",
    },
    Rule {
        // Behind a signature nothing of the text follows but annexes.
        name: "behind-signature",
        when: |behind, at| {
            let annexed = behind.annex.is_some_and(|annex| at >= annex);
            let sentence = behind.text(at).ends_with(['。', '！']);
            behind.signed.is_some_and(|signed| at > signed) && !annexed && !sentence
        },
        then: Fate::Site,
        example: "河口县水务局\n2023年3月2日\n> 我也说两句",
        counter: "河口县水务局\n2023年3月2日\n附件\n> 东港水库",
    },
    Rule {
        // A speech ends with a sentence; thanks are one.
        name: "behind-speech",
        when: |behind, at| {
            let text = behind.text(at);
            let attached = is_attachment(text) || is_annex(text);
            behind.speech && !attached && !text.ends_with(['。', '！'])
        },
        then: Fate::Site,
        example: "speech\n> 看了又看",
        counter: "speech\n> 谢谢大家！",
    },
];

impl Behind {
    /// The lines from `end` on, behind the text that begins at `start`; `licence` is where a licence or links to other pages begin, `speech` whether the
    /// document is spoken.
    pub fn of(
        lines: &[Line],
        (start, end): (usize, usize),
        licence: Option<usize>,
        speech: bool,
    ) -> Self {
        let last = end.checked_sub(1).and_then(|last| lines.get(last));
        let ended = last.is_some_and(|line| line.text.ends_with(['。', '！']));
        let text = lines.get(start..end).unwrap_or_default();
        let lines = lines.get(end..).unwrap_or_default();
        let mut seen = HashSet::new();
        let mut labels = HashSet::new();
        for label in text.iter().filter_map(|line| label_of(&line.text)) {
            if !seen.insert(label) {
                labels.insert(label.to_owned());
            }
        }
        let signs = |pair: &[Line]| match pair {
            [office, day] => is_organ(&office.text) && is_date(&day.text),
            _ => false,
        };
        let annexed = |line: &Line| is_attachment(&line.text) || is_annex(&line.text);
        let offices = lines.iter().filter(|line| is_organ(&line.text)).count();
        Self {
            // One or two with a day, or alone, have signed.
            list: offices >= 3 && !lines.iter().any(|line| is_date(&line.text)),
            site: lines.iter().position(is_site),
            signed: lines.windows(2).position(signs).map(|office| office + 1),
            annex: lines.iter().position(annexed),
            licence: licence.map(|licence| licence.saturating_sub(end)),
            speech: speech && ended,
            labels,
            lines: lines.to_vec(),
        }
    }

    fn text(&self, at: usize) -> &str {
        self.lines.get(at).map_or("", |line| line.text.as_str())
    }
}

/// What stands before the colon of a line, if that is one word: 主办单位.
fn label_of(line: &str) -> Option<&str> {
    let (label, _) = line.split_once(['：', ':'])?;
    let is_word = label.chars().all(is_han) && label.chars().count() >= 2;
    is_word.then_some(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::rule::check_at;

    #[test]
    fn every_rule_has_its_examples() {
        check_at(BEHIND, |mut words, at| {
            let speech = words.first().is_some_and(|first| first == "speech");
            if speech {
                words.remove(0);
            }
            let tasks = words.first().is_some_and(|first| first == "text");
            let mut text = vec!["全县新建水库三座。".to_owned()];
            if tasks {
                words.remove(0);
                let task = || ["责任单位：县水务局".to_owned(), "改造管网。".to_owned()];
                text.extend(task().into_iter().chain(task()));
            }
            let end = text.len();
            let line = |text| Line {
                text,
                ..Line::default()
            };
            let lines: Vec<Line> = text.into_iter().chain(words).map(line).collect();
            (
                Behind::of(&lines, (0, end), None, speech),
                at - usize::from(speech || tasks),
            )
        });
    }
}
