//! What the words before a count say of the way it came about: done or added in the period, or a stock.
//!
//! 新增, 总量 and the like make a measure; here it is only asked whether two measures may speak of one thing: who
//! promises to 建设改造农村公路 and reports 新建改造农村公路 counts the same. Knows nothing of measures.

use crate::lexicon::{Chars, List};
use crate::model::Counting;

/// Verbs of what is done in a period and counted anew in the next.
static DONE: List = List::new("done-in-period");
/// Words of an indicator or its sentence that make a number one added in the period.
static ADDING: List = List::new("adding");
/// Words that make it a stock or a total, whatever was added before them.
static TOTAL: List = List::new("total");
/// 累计: of all there are, where nothing is said to be added.
static CUMULATED: List = List::new("cumulated");
/// Names of what there is, where nothing is said to be added or done: 装机.
static STOCK: List = List::new("stock-name");
/// Words that make it one in a clause of its own, where nothing is added: 新增35家、达198家.
static REACHED: List = List::new("reached");
static MOVING_TO: List = List::new("moving-to");
/// 、 and the like: what stands before one is said of another value.
static LIST_PART: Chars = Chars::new(List::new("list-part"));

/// What the words before a value say of it. Only its own words count, those after the last mark: in
/// 新增城镇就业8万人、农村劳动力转移就业86万人 the 新增 is not told of the second value for sure.
pub fn counting(words: &str) -> Counting {
    let own = words.rsplit(|c| LIST_PART.has(c)).next();
    let own = own.unwrap_or_default();
    if TOTAL.is_in(own) {
        Counting::Total
    } else if ADDING.is_in(own) {
        Counting::Added
    } else if CUMULATED.is_in(own) {
        Counting::Total
    } else if DONE.is_in(own) {
        Counting::Done
    } else if STOCK.is_in(own) {
        Counting::Total
    } else {
        Counting::Untold
    }
}

/// Whether the words before a value tell an addition (true) from a stock or a total (false): the last of them counts.
/// None where they say nothing of it.
pub fn adds(words: &str) -> Option<bool> {
    let last = |list: &'static List| {
        let ends = list
            .candidates(words)
            .filter_map(|(word, ())| Some(words.rfind(word)? + word.len()))
            // 扩容至12000核 tells what there is then.
            .filter(|end| !MOVING_TO.starts(words.get(*end..).unwrap_or_default()));
        ends.max().filter(|_| list.is_in(words))
    };
    match (last(&ADDING), last(&TOTAL)) {
        (Some(added), total) => Some(total.is_none_or(|total| total < added)),
        (None, Some(_)) => Some(false),
        (None, None) => REACHED.is_in(words).then_some(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_words_of_a_value_say_how_it_came_about() {
        for (words, told) in [
            ("建设改造农村公路", Counting::Done),
            ("新建改造农村公路", Counting::Added),
            ("农村公路总里程达", Counting::Total),
            ("农村公路", Counting::Untold),
            ("新型储能装机", Counting::Total),
            ("累计建成基站", Counting::Total),
            ("包装机械", Counting::Untold),
            ("新增新型储能装机", Counting::Added),
            ("新增城镇就业8万人、农村劳动力就业", Counting::Untold),
        ] {
            assert_eq!(counting(words), told, "{words}");
        }
    }
}
