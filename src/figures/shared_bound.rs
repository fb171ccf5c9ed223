//! The bound that a row of values shares: 超过98%、85% is over for both, 5%、3%以内 at most for both.

use crate::lexicon::List;
use crate::model::{Bound, Figure};
use crate::text::numeral::is_numeral;

use super::scan::Mention;
use super::shared::{Share, is_list};

/// Words that bound a number behind its unit.
static BEHIND: List<&str> = List::of("behind", Some);

/// Gives the values of a list without a bound of their own the one that the first has before its number, or the last
/// behind its unit. `of` has for each figure the number of its value; `shares` what each value shares.
pub fn share_bounds(
    body: &str,
    mentions: &[Mention],
    shares: &[Option<Share>],
    of: &[usize],
    figures: &mut [Figure],
) {
    let mention = |figure: usize| of.get(figure).and_then(|index| mentions.get(*index));
    let is_dealt = |figure: usize| {
        let index = of.get(figure);
        index.is_some_and(|index| shares.get(*index).is_some_and(Option::is_some))
    };
    let joined = |a: usize, b: usize| {
        let pair = mention(a).zip(mention(b));
        is_dealt(a) && is_dealt(b) && pair.is_some_and(|(a, b)| is_list(body, a, b))
    };
    let all: Vec<usize> = (0..figures.len()).collect();
    for row in all.chunk_by(|a, b| joined(*a, *b)) {
        let (Some(first), Some(last)) = (row.first(), row.last()) else {
            continue;
        };
        if first == last {
            continue;
        }
        let bound = |at: usize, is_there: fn(&str, &str) -> bool| {
            let reading = figures.get(at)?.reading.as_ref()?;
            let word = reading.bound_word.as_str();
            let bounds = !matches!(reading.bound, Bound::Exactly | Bound::Range);
            let told = bounds && !word.is_empty() && is_there(&mention(at)?.plain, word);
            told.then(|| (reading.bound, reading.bound_word.clone()))
        };
        let Some((bound, word)) = bound(*first, is_before).or_else(|| bound(*last, is_behind))
        else {
            continue;
        };
        let figures = figures.get_mut(*first..=*last).unwrap_or_default();
        let readings = figures
            .iter_mut()
            .filter_map(|figure| figure.reading.as_mut());
        for reading in readings {
            if reading.bound == Bound::Exactly {
                reading.bound = bound;
                // 控制在5%、3%以内: the first has a word of its own, which bounds nothing by itself.
                if !reading.bound_word.is_empty() {
                    reading.bound_word.push('…');
                }
                reading.bound_word.push_str(&word);
            }
        }
    }
}

/// Whether a word of a value stands before its number.
fn is_before(value: &str, word: &str) -> bool {
    let number = value.find(|c: char| c.is_ascii_digit() || is_numeral(c));
    let places = value.find(word).zip(number);
    places.is_some_and(|(word, number)| word < number)
}

/// Whether a value ends with a word that bounds numbers behind their unit.
fn is_behind(value: &str, word: &str) -> bool {
    value.ends_with(word) && BEHIND.get().iter().any(|(own, _)| *own == word)
}

#[cfg(test)]
mod tests {
    use crate::figures::{About, Detect, find};
    use crate::model::Bound;

    fn bounds(text: &str) -> Vec<Bound> {
        let found = find(text, About::default(), Detect::Figures);
        let readings = found.iter().filter_map(|figure| figure.reading.as_ref());
        readings.map(|reading| reading.bound).collect()
    }

    #[test]
    fn a_bound_before_the_first_holds_for_all() {
        let over = [Bound::Over; 2];
        assert_eq!(bounds("危房改造率、厕所改造率分别超过97%、82%"), over);
        assert_eq!(bounds("危房改造率、厕所改造率超过97%和82%"), over);
        assert_eq!(
            bounds("新建学校、医院分别不少于30所、5家"),
            [Bound::AtLeast; 2]
        );
    }

    #[test]
    fn a_bound_behind_the_last_holds_for_all() {
        assert_eq!(bounds("误差率、退回率控制在5%、3%以内"), [Bound::AtMost; 2]);
    }

    #[test]
    fn what_has_its_own_or_stands_alone_keeps_it() {
        assert_eq!(
            bounds("危房改造率、厕所改造率分别超过97%、达到82%左右"),
            [Bound::Over, Bound::About]
        );
        assert_eq!(
            bounds("产值超过30亿元、利润5亿元"),
            [Bound::Over, Bound::Exactly]
        );
        // The word between number and unit is its own value's.
        assert_eq!(
            bounds("新建学校、医院分别30余所、5家"),
            [Bound::Over, Bound::Exactly]
        );
        assert_eq!(
            bounds("学校、医院分别从不足30所、5家增加到80所、9家"),
            [Bound::Under, Bound::Under, Bound::Exactly, Bound::Exactly]
        );
    }
}
