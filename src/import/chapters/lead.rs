//! Headings in running text: sentences that open a theme, and short sentences that the next ones spell out.
//! GB/T 9704 does not know them; newspapers and speeches do. Knows nothing of the sections that are made of them.

use super::limits;
use crate::lexicon::List;
use crate::text::label::{self, Label};
use crate::text::manner::Manner;
use crate::text::mark::End;
use crate::text::sentence::Text;
use crate::text::year::{is_year_mark, year};

/// Sentences with their marks, nothing lost between them: those of the text kernel, but a semicolon ends one only
/// before numbering, and so does a colon.
pub fn sentences(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for stop in Text::new(text).clauses().filter_map(|(_, stop)| stop) {
        let to = stop.span.end;
        let behind = text.get(to..).unwrap_or_default();
        let ends = match stop.end {
            End::Full => true,
            End::Semicolon | End::Colon => {
                numbered(behind, None).is_some_and(|label| inline(label.manner))
            }
            End::Comma | End::Pause | End::Line => false,
        };
        if ends {
            out.extend(text.get(from..to));
            from = to;
        }
    }
    out.extend(text.get(from..).filter(|rest| !rest.is_empty()));
    out
}

/// Manners of numbering that are used within paragraphs.
pub fn inline(manner: Manner) -> bool {
    matches!(
        manner,
        Manner::Is
            | Manner::Must
            | Manner::Di
            | Manner::Circled
            | Manner::DigitInBrackets
            | Manner::DigitWithBracket
    )
}

/// The numbering of a sentence, white space before it left out.
pub fn numbered(text: &str, after: Option<u32>) -> Option<Label> {
    let rest = text.trim_start();
    let label = label::read(rest, after)?;
    Some(Label {
        bytes: label.bytes + text.len() - rest.len(),
        ..label
    })
}

/// The first clauses of a sentence that say something, with their mark; all of it if no mark ends them.
pub fn clause(sentence: &str) -> &str {
    let text = Text::new(sentence);
    let mut heads = text.clauses().filter_map(|(_, stop)| {
        let stop = stop.filter(|stop| stop.end <= End::Semicolon)?;
        sentence.get(..stop.span.end)
    });
    // 在最困难的2030年， only says when.
    let says = |head: &&str| head.chars().nth(4).is_some() && !ends_with_year(head);
    heads.find(says).unwrap_or(sentence)
}

/// Whether the last words of a clause are a year.
fn ends_with_year(clause: &str) -> bool {
    let words = bare(clause);
    let last = words.char_indices().rev().nth(4);
    let last = last.and_then(|(at, _)| words.get(at..));
    words.ends_with(is_year_mark) && last.is_some_and(|last| year(last).is_some())
}

/// Characters without the closing mark.
fn bare(sentence: &str) -> &str {
    sentence
        .trim()
        .trim_end_matches(['。', '！', '，', ',', ';', '；', ':', '：'])
}

/// Whether words hold a figure.
pub fn has_figures(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        // 5G and APP are names, 2.0 a version.
        let digit = c.is_ascii_digit() && !before.is_ascii_alphanumeric();
        before = c;
        digit && !text.contains("5G") && !text.contains("2.0") && !text.contains("5g")
    })
}

/// Whether a sentence opens a theme: a few clauses without figures, the last of which says how things stand.
pub fn is_theme(sentence: &str) -> bool {
    static STATES: List = List::new("state-end");
    static ACTS: List = List::new("act-start");
    static RESULTS: List = List::new("result-end");
    static EFFECTS: List = List::new("effect-word");
    let words = bare(sentence);
    let count = words.chars().count();
    if !(6..=limits::THEME.get()).contains(&count)
        || has_figures(words)
        || !sentence.trim().ends_with('。')
    {
        return false;
    }
    let last = words.rsplit(['，', ',']).next().unwrap_or(words);
    let states = STATES.ends(last);
    // What somebody does is no theme: 推动…, 支撑…
    let acts = last != words && ACTS.starts(last) && !RESULTS.ends(last) && !EFFECTS.is_in(last);
    states && !acts && last.chars().count() <= limits::LAST_CLAUSE_OF_THEME.get()
}

/// Whether a sentence opens a theme in the middle of a paragraph too: it has two or more clauses, and the last is
/// short.
pub fn is_inner_theme(sentence: &str) -> bool {
    static STRONG: List = List::new("strong-state-end");
    let words = bare(sentence);
    let clauses: Vec<&str> = words.split(['，', ',']).collect();
    let last = clauses.last().map_or(0, |last| last.chars().count());
    let ends = STRONG.ends(words);
    let short = last <= limits::LAST_CLAUSE_OF_INNER_THEME.get();
    is_theme(sentence) && (2..=4).contains(&clauses.len()) && short && ends
}

/// Whether a sentence announces what follows: who speaks, or what of.
pub fn is_topic(sentence: &str) -> bool {
    static STARTS: List = List::new("topic-start");
    static VERBS: List = List::new("speech-verb");
    let words = sentence.trim_start();
    if words.chars().count() > limits::TOPIC.get() {
        return false;
    }
    if STARTS.starts(words) {
        return true;
    }
    VERBS.words().any(|says| {
        let before = words.split(says).next().unwrap_or(words);
        let count = before.chars().count();
        before.len() < words.len()
            && (2..=4).contains(&count)
            && before.chars().all(|c| ('\u{4e00}'..).contains(&c))
    })
}

/// The group that a sentence opens: 在市场监管方面， or 从主体数量看，; its bytes.
pub fn group(sentence: &str) -> Option<usize> {
    static FRAMES: List<&str> = List::of("group-frame", Some);
    let words = sentence.trim_start();
    let head = before_comma(words)?;
    let inner = head.trim_end_matches(['，', ',']);
    let count = inner.chars().count();
    let mut frames = FRAMES.get().iter();
    let by = frames.any(|(start, end)| inner.starts_with(start) && inner.ends_with(end));
    (by && (4..=limits::GROUP.get()).contains(&count))
        .then(|| sentence.len() - words.len() + head.len())
}

/// What stands before the first comma of a sentence, with the comma.
fn before_comma(words: &str) -> Option<&str> {
    let text = Text::new(words);
    let (_, stop) = text.clauses().next()?;
    let stop = stop.filter(|stop| stop.end == End::Comma)?;
    words.get(..stop.span.end)
}

/// Verbs that open a short sentence which the next ones spell out.
static TASK_VERBS: List = List::new("task-verb-start");

/// Whether a sentence begins with a verb of a task.
pub fn is_task(sentence: &str) -> bool {
    TASK_VERBS.starts(sentence.trim_start())
}

/// Whether a sentence is two short tasks: 加快网络升级，夯实数字底座。
pub fn is_pair_of_tasks(sentence: &str) -> bool {
    let words = bare(sentence);
    let mut clauses = words.split(['，', ',']);
    let (Some(first), Some(second), None) = (clauses.next(), clauses.next(), clauses.next()) else {
        return false;
    };
    let short =
        |clause: &str| (4..=limits::CLAUSE_OF_TASKS.get()).contains(&clause.chars().count());
    let verb = TASK_VERBS.starts(first);
    verb && short(first) && short(second) && !has_figures(words) && sentence.trim().ends_with('。')
}

/// Whether a sentence is a short heading that the next sentences spell out: no list, no figure, no quotation,
/// and the next one is longer.
pub fn is_short_heading(sentence: &str, next: Option<&str>) -> bool {
    next.is_some_and(|next| is_heading_before(sentence, bare(next).chars().count()))
}

/// The same right after a heading, where a second short sentence may follow one that begins with a verb.
pub fn is_first_short_heading(sentence: &str, next: Option<&str>) -> bool {
    let verb = TASK_VERBS.starts(sentence.trim_start());
    is_short_heading(sentence, next)
        || (verb && next.is_some() && is_heading_before(sentence, usize::MAX))
}

/// Whether a sentence is a short heading before one of so many characters.
fn is_heading_before(sentence: &str, next: usize) -> bool {
    let words = bare(sentence);
    let count = words.chars().count();
    let is_short = (5..=limits::SHORT_HEADING.get()).contains(&count);
    if !is_short || !words.chars().all(char::is_alphabetic) || !sentence.trim().ends_with('。') {
        return false;
    }
    let verb = TASK_VERBS.starts(words);
    (verb || count <= limits::SHORT_HEADING_WITHOUT_VERB.get()) && next > count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_lose_nothing_and_keep_their_marks() {
        let text = "甲（乙。丙）。丁！“戊。”己；一是庚；二是辛";
        let parts = sentences(text);
        assert_eq!(
            parts,
            [
                "甲（乙。丙）。",
                "丁！",
                "“戊。”",
                "己；",
                "一是庚；",
                "二是辛"
            ]
        );
        assert_eq!(parts.concat(), text);
    }

    #[test]
    fn themes_say_how_things_stand() {
        for theme in [
            "加强建用协同，“5G﹢工业互联网”融合应用加速进入规模扩张阶段，数字赋能显著增强。",
            "政策争取持续发力，行业发展外部环境持续改善。",
            "应急通信保障工作高效有序,重大活动与突发事件通信保障坚强有力。",
        ] {
            assert!(is_theme(theme), "{theme}");
        }
        for other in [
            "建成二级节点166个，服务能力明显增强。",
            "组织开展互联网行业专项整治行动。",
            "是。",
        ] {
            assert!(!is_theme(other), "{other}");
        }
    }

    #[test]
    fn short_headings_are_spelt_out_by_what_follows() {
        let next = Some("组织开展工业互联网创新发展工程,完善标识体系。");
        assert!(is_short_heading("建设网络基础设施。", next));
        assert!(is_short_heading("基础设施建设提速。", next));
        assert!(!is_short_heading("推进“5G+工业互联网”512工程。", next));
        assert!(!is_short_heading("建设网络基础设施。", None));
    }

    #[test]
    fn groups_and_topics_are_known_by_their_words() {
        assert_eq!(group("在市场监管方面,一是"), Some("在市场监管方面,".len()));
        assert_eq!(group("从主体数量看，全国"), Some("从主体数量看，".len()));
        assert_eq!(group("在辽宁沈阳召开,"), None);
        assert!(
            is_topic("陈肇雄指出,要坚持问题导向。") && is_topic("对于下一步的工作思路,作了介绍。")
        );
        assert!(!is_topic("全行业要认真践行。"));
    }

    #[test]
    fn the_first_clause_is_long_enough_to_say_something() {
        assert_eq!(
            clause("管好、用好太原直联点，做好预判。"),
            "管好、用好太原直联点，"
        );
        assert_eq!(clause("是的，他说，"), "是的，他说，");
        assert_eq!(clause("没有"), "没有");
    }
}
