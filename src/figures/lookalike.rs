//! What only looks like a figure: ordinals, names, parts of words, years.
//!
//! Looks at one number with the text around it. Knows nothing of other values; `scan` says where numbers are.

use crate::lexicon::{Chars, List};
use crate::text::chars::is_han;
use crate::text::mark::{End, Mark};
use crate::text::numeral::{digit, is_numeral, number, scale};

use super::limits;
use super::quantity::{Quantity, SEVERAL, doubled, quantity, without_minus};
use super::unit::{TIMES, is_ratio, unit};

static OF_TIME: List = List::new("of-time");
static OF_YEAR: List = List::new("of-year");
static SHOWS_NOTHING: List = List::new("shows-nothing");
static BEFORE_NAME: List = List::new("before-name");
static AFTER_RATIO: List = List::new("ratio-behind");
static HALF_SHARE: List = List::new("half-share");
static HALF: List = List::new("half-number");
static BY_HALF: List = List::new("by-half");
static SHARE_HALF: List = List::new("share-half");
static COUNTED_HALF: List = List::new("counted-half");
static AFTER_NAME: List = List::new("behind-name");
static AFTER_NUMBER: List = List::new("behind-number");
static RATE_BEFORE: List = List::new("rate-before");
static FEW_OF: List = List::new("few-of");
static TIMES_UNIT: List = List::new("times-unit");
static TIMES_BEFORE: List = List::new("times-before");
static AMOUNT: List = List::new("amount");
static CHOSEN_BY: List = List::new("chosen-by");
static AND_MORE: List = List::new("and-more");
static LIST_MARK: List = List::new("list-mark");
/// Numerals that count even as a single character, if a unit follows: 一只, 十个.
static COUNTING: Chars = Chars::new(List::new("counting"));
static ROUND: List = List::new("round");
static LARGE: List = List::new("large");
static MORE: List = List::new("more");
static ONCE: List = List::new("once");
static TEN: List = List::new("ten");
static PART_OF: List = List::new("part-of");
static TENTH: List = List::new("tenth");
/// Units of values that may be negative right after a word: 增速为-3.2%.
static FALLS_IN: List = List::new("falls-in");

/// Before a ratio that was measured: 车桩比2.5∶1, 由3∶1; not 按1∶1配套.
static RATIO_BEFORE: List = List::new("ratio-before");
/// Behind a unit, it names a class and counts nothing: 千万吨级码头.
static OF_CLASS: List = List::new("of-class");
/// Units that say what a thing is made for, if the thing follows: 500千伏线路, 60岁以上老人.
static RATED: List = List::new("rated");
/// Words behind such a value that are none of the thing's name.
static NOT_RATED: List = List::new("not-rated");
/// Things that are chosen by an amount before them: 10亿元以上项目.
static CHOSEN: List = List::new("chosen");
static CHOOSING: List = List::new("choosing");
static WITHIN_UNITS: List = List::new("within-unit");
static WITHIN: List = List::new("within");
/// Behind 的, what a value is only compared with: 略低于8%的预定目标.
static COMPARED: List = List::new("compared");
/// Ends of what a share is a condition of: 持股超过50%的企业.
static CONDITION: List = List::new("condition");
/// Units of shares.
static SHARES: List = List::new("percent");
/// Before 万 and 亿 alone, without a unit: 成达万高铁 is a name.
static REACHES_ROUND: List = List::new("reaches-round");
/// Nouns that 三四个 is said of without counting them.
static UNCOUNTED: List = List::new("uncounted");

/// Signs of an address or a name that a number is part of.
const ADDRESS: &str = "%/=&?.";

/// A number in a text with what belongs to it.
pub struct Candidate<'a> {
    /// The text.
    pub text: &'a str,
    /// Where the number begins, in bytes.
    pub at: usize,
    /// The number as printed, with 余 and 万 after it.
    pub number: &'a str,
    /// Its unit; may be empty.
    pub unit: &'a str,
    /// 以上, 左右; may be empty.
    pub bound_after: &'a str,
    /// Where all of it ends, in bytes.
    pub end: usize,
}

impl<'a> Candidate<'a> {
    /// The text before the number and the words that bound it.
    fn before(&self, words: &str) -> &'a str {
        self.text.get(..self.at - words.len()).unwrap_or_default()
    }

    fn after(&self) -> &'a str {
        self.text.get(self.end..).unwrap_or_default()
    }

    /// Whether it is a number at all, and no part of a word or an address.
    pub fn is_number(&self) -> bool {
        let last = self.before("").chars().next_back();
        let plain = without_minus(self.number);
        if plain.starts_with(|c: char| c.is_ascii_digit() || c == '.') {
            let address = |c: char| c.is_ascii_alphanumeric() || ADDRESS.contains(c);
            return !last.is_some_and(address);
        }
        if HALF.has(self.number) {
            return false;
        }
        if doubled(self.number).is_some() || PART_OF.is_in(self.number) {
            return true;
        }
        if SEVERAL.starts(plain) {
            return self.is_several();
        }
        let numerals = plain.chars().filter(|c| is_numeral(*c));
        let digits = plain.chars().filter(|c| digit(*c).is_some()).count();
        match numerals.count() {
            0 => false,
            // 一只, 十个, 三成: alone a numeral is a word, a formal one (陆, 拾) even more.
            1 if TENTH.is_in(self.number) => true,
            1 => plain.starts_with(|c| COUNTING.has(c)) && !self.unit.is_empty(),
            _ => digits > 0 || TEN.starts(plain),
        }
    }

    /// Whether it is a quantity. `words` are the bounding words before it; `taken` is where the value before it
    /// ends, if there is one.
    pub fn is_figure(&self, words: &str, taken: Option<usize>) -> bool {
        let arabic = without_minus(self.number).starts_with(|c: char| c.is_ascii_digit());
        let bounded = !(words.is_empty() || SHOWS_NOTHING.has(words))
            || !self.bound_after.is_empty()
            || MORE.is_in(self.number);
        if self.is_ordinal(words) {
            return false;
        }
        if doubled(self.number).is_some() {
            return true;
        }
        if HALF_SHARE.has(self.number) {
            return bounded || BY_HALF.is_in(words);
        }
        if HALF.has(self.number) {
            return SHARE_HALF.ends(words) && !COUNTED_HALF.starts(self.after());
        }
        // APP1.4万, CPI2% and GDP增长5 count, IPV4 and NW2022 are names.
        let last = self.before(words).chars().next_back();
        let scaled = LARGE.is_in(self.number);
        // In 整改率l00% the letter is a damaged digit.
        let upper = last.is_some_and(|c| c.is_ascii_uppercase());
        let counts = scaled || !words.is_empty() || upper && SHARES.has(self.unit);
        if last.is_some_and(|c| c.is_ascii_alphabetic()) && !counts {
            return false;
        }
        if is_ratio(self.unit) {
            return !words.is_empty() || RATIO_BEFORE.ends(self.before(words));
        }
        if self.is_parameter(words, bounded) {
            return false;
        }
        if TIMES.has(self.unit) {
            let said = |word: &str| self.before(words).ends_with(word) || words.starts_with(word);
            // 受教育年限达到10.5年
            let mean = self.number.contains('.') && !words.is_empty();
            return arabic && (mean || !OF_YEAR.has(self.unit)) && OF_TIME.words().any(said);
        }
        if SEVERAL.starts(self.number) {
            return self.is_several();
        }
        if PART_OF.is_in(self.number) || TENTH.ends(self.number) {
            return true;
        }
        if !arabic {
            return self.is_chinese_figure(words, bounded, taken);
        }
        !self.unit.is_empty() || self.counts_without_unit(words, scaled || bounded)
    }

    /// Whether 数 or 几 tells of several and is no end of a word: 人数百万 is no 数百万.
    fn is_several(&self) -> bool {
        let word = SEVERAL.start(self.number).map_or(0, str::len);
        let head = self.text.get(..self.at + word).unwrap_or_default();
        !self.unit.is_empty() && SEVERAL.ends(head)
    }

    /// Ordinals, ranks, names in quotation marks, ratios.
    fn is_ordinal(&self, words: &str) -> bool {
        let (before, rest) = (self.before(words), self.after());
        let starts = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        let ends = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
        rest.strip_prefix(':').is_some_and(starts)
            || before.strip_suffix(':').is_some_and(ends)
            || BEFORE_NAME.ends(before)
            || before.ends_with('"') && rest.starts_with('"')
            || AFTER_RATIO.starts(rest)
    }

    /// Whether an Arabic number without a unit is a quantity (97亿, 突破97), not a year and not a name.
    fn counts_without_unit(&self, words: &str, shown: bool) -> bool {
        let rest = self.after();
        let next = rest.chars().next();
        let name = next.is_some_and(|c| c.is_ascii_alphanumeric()) || AFTER_NAME.starts(rest);
        // 性别比110.5
        let ends = next.is_none_or(|c| Mark::ends(c, End::Pause));
        let rate = self.number.contains('.') && RATE_BEFORE.ends(self.before(words));
        let counts = shown || !shared_unit(rest).is_empty() || ends && rate;
        !name && counts && !AFTER_NUMBER.starts(rest)
    }

    /// A Chinese numeral is a quantity where it is large or not exact.
    fn is_chinese_figure(&self, words: &str, bounded: bool, taken: Option<usize>) -> bool {
        let numerals = self.number.chars().filter(|c| is_numeral(*c));
        let bare = self.number.chars().all(|c| digit(c).is_none());
        let of = |found: Option<(Quantity, usize)>| found.is_some_and(|(it, _)| it.range.is_some());
        match numerals.count() {
            // 成达万高铁
            1 if bare && self.unit.is_empty() && REACHES_ROUND.has(words) => false,
            _ if bare && ROUND.starts(self.number) => bounded && taken != Some(self.at),
            _ if of(quantity(self.number)) || of(quantity(&self.counted())) => {
                let few = FEW_OF.has(self.unit) || UNCOUNTED.starts(self.after());
                !self.unit.is_empty() && !few
            }
            // 十余家, 近十家
            _ if TEN.starts(self.number) && bounded && !self.unit.is_empty() => true,
            0 | 1 => {
                // “四级三类” is a name.
                let before = last_bytes(self.before(""), limits::CLAUSE.get());
                let named = before.rfind('“') > before.rfind('”');
                let times = TIMES_UNIT.has(self.unit) && TIMES_BEFORE.is_in(words);
                times || FEW_OF.has(self.unit) && !ONCE.starts(self.number) && !named
            }
            // 三四个, 二〇二一: neighbouring numerals are an estimate or a name.
            _ if !self.number.contains(|c| scale(c).is_some()) => false,
            _ => !self.unit.is_empty() || bounded && ROUND.is_in(self.number),
        }
    }

    /// The number with its unit, as one printed value.
    fn counted(&self) -> String {
        format!("{}{}", self.number, self.unit)
    }

    /// Whether a value is a condition on what is counted, not a count: 20M及以上高速率用户, 超过10亿美元的企业.
    fn is_parameter(&self, words: &str, bounded: bool) -> bool {
        let rest = self.after();
        let thing = rest.starts_with(is_han);
        if thing && (AND_MORE.starts(self.bound_after) || OF_CLASS.starts(rest)) {
            return true;
        }
        let within = thing && words.is_empty() && self.is_within(rest);
        let chosen = !self.bound_after.is_empty() && CHOSEN.starts(rest) && CHOOSING.has(self.unit);
        if chosen || within || self.is_rated() {
            return true;
        }
        let Some(tail) = CHOSEN_BY.strip_start(rest) else {
            return false;
        };
        // 略低于8%的预定目标 is not 8%.
        if !words.is_empty() && !REACHES_ROUND.starts(words) && COMPARED.starts(tail) {
            return true;
        }
        // 超过90%的行政村 is a share of them, 持股超过50%的企业 a condition.
        let share = SHARES.has(self.unit) || PART_OF.is_in(self.number) || TENTH.ends(self.number);
        let share = share && !CONDITION.ends(self.before(words));
        bounded && !share && !AMOUNT.starts(tail) && tail.starts_with(is_han)
    }

    /// Whether a thing is named that has to be so near or so small: 50米内换乘比例.
    fn is_within(&self, rest: &str) -> bool {
        let behind = WITHIN.strip_start(rest);
        let named = behind.is_some_and(|rest| rest.starts_with(is_han));
        WITHIN_UNITS.has(self.unit) && (named || WITHIN.has(self.bound_after))
    }

    /// Whether it says what a thing is made for, alone or in a list: 750千伏和330千伏电网工程.
    fn is_rated(&self) -> bool {
        if !RATED.has(self.unit) {
            return false;
        }
        let mut rest = self.after();
        for _ in 0..limits::LIST.get() {
            let next = LIST_MARK.strip_start(rest).and_then(|tail| {
                let (_, used) = number(tail)?;
                tail.get(used..)?.strip_prefix(self.unit)
            });
            let Some(next) = next else {
                break;
            };
            rest = next;
        }
        rest.starts_with(is_han) && !NOT_RATED.starts(rest)
    }

    /// Whether it stands in the title of a document.
    pub fn is_in_title(&self) -> bool {
        let before = last_bytes(self.before(""), limits::CLAUSE.get());
        before.rfind('《') > before.rfind('》')
    }
}

/// Whether a text after Han begins with a negative number: one in percent or degrees.
pub fn falls(text: &str) -> bool {
    let after = quantity(text).and_then(|(_, used)| text.get(used..));
    after.is_some_and(|rest| FALLS_IN.starts(rest))
}

/// The unit that numbers of a list share, taken from the last one. `text` begins after the first number:
/// `、22个百分点` has 个百分点. Empty for none.
pub fn shared_unit(text: &str) -> &str {
    let mut rest = text;
    for _ in 0..limits::LIST.get() {
        let Some(tail) = LIST_MARK.strip_start(rest) else {
            return "";
        };
        let arabic = tail.starts_with(|c: char| c.is_ascii_digit());
        let Some((_, used)) = number(tail).filter(|_| arabic) else {
            return "";
        };
        let (printed, after) = tail.split_at(used);
        let found = unit(after, printed);
        if !found.is_empty() {
            return found;
        }
        rest = after;
    }
    ""
}

/// At most so many bytes from a text's end, whole characters.
fn last_bytes(text: &str, bytes: usize) -> &str {
    let from = text.len().saturating_sub(bytes);
    let from = (from..=text.len()).find(|at| text.is_char_boundary(*at));
    text.get(from.unwrap_or_default()..).unwrap_or_default()
}
