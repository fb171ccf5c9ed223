//! Compares two texts: passages first, then sentences, clauses and characters, and at last what was moved. Knows
//! nothing of how similarity is computed.

use std::ops::Range;

use super::chain::chain;
use super::limits;
use super::mark::Marks;
use super::part::{Difference, Part, PassageRelation};
use super::token::Tokens;
use super::unit::{self, Grams, List, Similar, Units};

/// Compares two texts. `relation` says what the caller knows of an old and a new passage.
pub fn difference(
    old: &[&str],
    new: &[&str],
    relation: &dyn Fn(usize, usize) -> PassageRelation,
) -> Difference {
    let tokens = Tokens::of(old, new);
    let texts = (Units::of(&tokens.old), Units::of(&tokens.new));
    let rows = rows(&texts.0.passages, &texts.1.passages, relation);
    let mut marks = Marks::new(&tokens);
    let sentences = texts
        .0
        .sentences
        .similar(&texts.1.sentences, limits::SENTENCES.get());
    let clauses = texts
        .0
        .clauses
        .similar(&texts.1.clauses, limits::CLAUSES.get());
    let both = |row: &(Option<usize>, Option<usize>)| row.0.zip(row.1);
    for row in rows.iter().filter_map(both) {
        compare_row(&mut marks, &texts, row, (&sentences, &clauses));
    }
    // The rest may have been moved: sentences first, then clauses.
    find_moves(
        &mut marks,
        sentences,
        (&texts.0.sentences, &texts.1.sentences),
    );
    find_moves(&mut marks, clauses, (&texts.0.clauses, &texts.1.clauses));
    marks.finish(rows)
}

/// Compares two passages that match: sentences in their order, then the clauses of the sentences between
/// those that matched.
fn compare_row(
    marks: &mut Marks<'_>,
    (left, right): &(Units, Units),
    (old, new): (usize, usize),
    (sentences, clauses): (&[Similar], &[Similar]),
) {
    let mut compared: (Vec<Range<usize>>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let here = within(sentences, (&left.sentences, old), (&right.sentences, new));
    for (a, b) in chain(here) {
        if let Some((a, b)) = left.sentences.part(a).zip(right.sentences.part(b)) {
            marks.compare(a, b);
            compared.0.push(a.tokens.clone());
            compared.1.push(b.tokens.clone());
        }
    }
    // How many of the compared sentences precede a clause; None for a clause within one of them.
    let preceding = |part: &Part, compared: &[Range<usize>]| {
        let at = part.tokens.start;
        let before = compared.partition_point(|sentence| sentence.start <= at);
        let last = before.checked_sub(1).and_then(|last| compared.get(last));
        let inside = last.is_some_and(|sentence| sentence.contains(&at));
        (!inside).then_some(before)
    };
    let here = within(clauses, (&left.clauses, old), (&right.clauses, new)).filter(|it| {
        let pair = left.clauses.part(it.old).zip(right.clauses.part(it.new));
        pair.is_some_and(|(a, b)| {
            let before = preceding(a, &compared.0);
            before.is_some() && before == preceding(b, &compared.1)
        })
    });
    for (a, b) in chain(here) {
        if let Some((a, b)) = left.clauses.part(a).zip(right.clauses.part(b)) {
            marks.compare(a, b);
        }
    }
}

/// Marks similar units that matched nothing yet as moved, the most similar first.
fn find_moves(marks: &mut Marks<'_>, mut similar: Vec<Similar>, (old, new): (&List, &List)) {
    similar.retain(|it| it.share >= limits::MOVED.get());
    similar.sort_by(|x, y| {
        let by_share = y.share.total_cmp(&x.share);
        by_share.then((x.old, x.new).cmp(&(y.old, y.new)))
    });
    for it in similar {
        if let Some((a, b)) = old.part(it.old).zip(new.part(it.new)) {
            marks.move_part(a, b);
        }
    }
}

/// The similar units of two passages.
fn within<'a>(
    similar: &'a [Similar],
    (left, old): (&List, usize),
    (right, new): (&List, usize),
) -> impl Iterator<Item = Similar> + use<'a> {
    let (old, new) = (left.of(old), right.of(new));
    // The list is sorted by the old units.
    let from = similar.partition_point(|it| it.old < old.start);
    let to = similar.partition_point(|it| it.old < old.end);
    let here = similar.get(from..to).unwrap_or_default().iter().copied();
    here.filter(move |it| new.contains(&it.new))
}

/// The rows of passages: those that match share one.
fn rows(
    a: &[Grams],
    b: &[Grams],
    relation: &dyn Fn(usize, usize) -> PassageRelation,
) -> Vec<(Option<usize>, Option<usize>)> {
    let similar = unit::similar(
        a,
        b,
        limits::PASSAGES_OF_A_TOPIC.get(),
        limits::KEPT_PASSAGES.get(),
    );
    let good = similar
        .into_iter()
        .filter(|it| match relation(it.old, it.new) {
            PassageRelation::SameTopic => true,
            PassageRelation::Unknown => it.share >= limits::PASSAGES.get(),
            PassageRelation::Never => false,
        });
    let pairs = chain(good);
    let mut rows = Vec::with_capacity(a.len().max(b.len()));
    let (mut at, mut to) = (0, 0);
    for (old, new) in pairs.into_iter().chain([(a.len(), b.len())]) {
        rows.extend((at..old).map(|old| (Some(old), None)));
        rows.extend((to..new).map(|new| (None, Some(new))));
        if old < a.len() {
            rows.push((Some(old), Some(new)));
        }
        (at, to) = (old + 1, new + 1);
    }
    rows
}

#[cfg(test)]
#[allow(clippy::string_slice)] // tests say what they expect
mod tests {
    use super::super::{Mark, What};
    use super::*;

    /// Both texts with their marks: 〔 〕 what is only here, 〈 〉 what was moved.
    fn shown(old: &[&str], new: &[&str]) -> (Vec<String>, Vec<String>, Vec<What>) {
        let found = difference(old, new, &|_, _| PassageRelation::Unknown);
        let side = |texts: &[&str], marks: &[Vec<Mark>]| -> Vec<String> {
            let marked = |(text, marks): (&&str, &Vec<Mark>)| {
                let mut out = String::new();
                let mut from = 0;
                for mark in marks {
                    out.push_str(&text[from..mark.span.start]);
                    let words = &text[mark.span.clone()];
                    out.push_str(&match mark.moved {
                        None => format!("〔{words}〕"),
                        Some(_) => format!("〈{words}〉"),
                    });
                    from = mark.span.end;
                }
                out + &text[from..]
            };
            texts.iter().zip(marks).map(marked).collect()
        };
        let what = found.changes.iter().map(|change| change.what).collect();
        (side(old, &found.old), side(new, &found.new), what)
    }

    #[test]
    fn a_number_and_its_unit_change_as_one() {
        let (old, new, what) = shown(
            &["全年建成标识解析二级节点85个，服务能力提升。"],
            &["全年建成标识解析二级节点166个，服务能力提升。"],
        );
        assert_eq!(old, ["全年建成标识解析二级节点〔85个〕，服务能力提升。"]);
        assert_eq!(new, ["全年建成标识解析二级节点〔166个〕，服务能力提升。"]);
        assert_eq!(what, [What::Replaced]);
    }

    #[test]
    fn the_width_of_a_mark_is_no_change() {
        let (old, _, what) = shown(
            &["推进“5G+工业互联网”,提升保障能力。"],
            &["推进“5G﹢工业互联网”，提升保障能力。"],
        );
        assert_eq!(old, ["推进“5G+工业互联网”,提升保障能力。"]);
        assert_eq!(what, []);
    }

    #[test]
    fn another_sentence_is_no_change_of_the_one_before() {
        let (old, new, what) = shown(
            &["提升海缆保护能力。完成网络互联互通全国推广。"],
            &["提升海缆保护能力。修订国家应急预案。"],
        );
        assert_eq!(old, ["提升海缆保护能力。〔完成网络互联互通全国推广〕。"]);
        assert_eq!(new, ["提升海缆保护能力。〔修订国家应急预案〕。"]);
        assert_eq!(what, [What::Replaced]);
    }

    #[test]
    fn what_went_elsewhere_is_moved() {
        let (old, new, what) = shown(
            &["修订国家通信保障应急预案。组织开展应急通信综合演练。推进网间互联互通。"],
            &["组织开展应急通信综合演练。推进网间互联互通。修订国家通信保障应急预案。"],
        );
        assert_eq!(
            old,
            ["〈修订国家通信保障应急预案。〉组织开展应急通信综合演练。推进网间互联互通。"]
        );
        assert_eq!(
            new,
            ["组织开展应急通信综合演练。推进网间互联互通。〈修订国家通信保障应急预案。〉"]
        );
        assert_eq!(what, [What::Moved]);
        let (old, _, what) = shown(
            &["保障网络运行，提升海缆保护能力，修订预案。", "服务民生。"],
            &["保障网络运行，修订预案。", "服务民生，提升海缆保护能力。"],
        );
        assert!(old[0].contains("〈提升海缆保护能力〉"), "{old:?}");
        assert!(what.contains(&What::Moved));
    }

    #[test]
    fn characters_that_are_the_same_by_chance_do_not_part_a_change() {
        let (old, new, _) = shown(
            &["深入推进行业监管创新，着力加强互联网平台的治理，优化市场环境。"],
            &["深入推进行业监管创新，着力规范互联网企业的经营，优化市场环境。"],
        );
        assert_eq!(
            old,
            ["深入推进行业监管创新，着力〔加强〕互联网〔平台的治理〕，优化市场环境。"]
        );
        assert_eq!(
            new,
            ["深入推进行业监管创新，着力〔规范〕互联网〔企业的经营〕，优化市场环境。"]
        );
    }

    #[test]
    fn passages_are_paired_in_order_and_stand_in_rows() {
        let old = ["提升海缆保护能力。", "整治垃圾信息。", "修订应急预案。"];
        let new = [
            "整治垃圾信息和骚扰电话。",
            "发展卫星互联网。",
            "修订应急预案。",
        ];
        let found = difference(&old, &new, &|_, _| PassageRelation::Unknown);
        assert_eq!(
            found.rows,
            [
                (Some(0), None),
                (Some(1), Some(0)),
                (None, Some(1)),
                (Some(2), Some(2))
            ]
        );
    }
}
