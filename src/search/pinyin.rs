//! Words typed by their sound: initials (`xck`), whole syllables (`xingchengka`), both
//! (`xingchengk`), the last syllable perhaps unfinished. All readings of a character count. Knows nothing of
//! bulletins.

use std::ops::Range;
use std::sync::OnceLock;

use crate::fold::Letters;

use super::letters::scan;

/// Lines of a reading and its characters.
const READINGS: &str = include_str!("pinyin.txt");

/// The characters that have readings: those of two blocks, and all between them.
const FIRST: u32 = 0x3400;
const LAST: u32 = 0x9fff;

/// What is typed, at most, in bytes: a set of places in it has to go into 64 bits.
const LONGEST: usize = 63;

/// Marks between clauses: letters that sound so across one are no word.
const PARTS: &[char] = &[
    '，', ',', '。', '；', ';', '：', ':', '！', '!', '？', '?', '、', '（', '(', '…',
];

/// The readings of all characters.
#[derive(Debug)]
struct Readings {
    /// Readings without tones, ü as v and as u.
    syllables: Vec<Vec<u8>>,
    /// For each character a bit for each letter that a reading begins with.
    initials: Vec<u32>,
    /// For each character where its readings begin in `list`; one more at the end.
    from: Vec<u32>,
    /// Places in `syllables`.
    list: Vec<u16>,
}

impl Readings {
    fn known() -> &'static Self {
        static READINGS: OnceLock<Readings> = OnceLock::new();
        READINGS.get_or_init(Self::new)
    }

    fn new() -> Self {
        let mut syllables: Vec<Vec<u8>> = Vec::new();
        let mut pairs: Vec<(u32, u16)> = Vec::new();
        let lines = READINGS.lines().filter(|line| !line.starts_with('#'));
        for (name, characters) in lines.filter_map(|line| line.split_once(' ')) {
            // 绿 is typed lv or lu.
            let other = name.contains('v').then(|| name.replace('v', "u"));
            for name in [Some(name.to_owned()), other].into_iter().flatten() {
                let place = syllables.len() as u16;
                syllables.push(name.into_bytes());
                pairs.extend(characters.chars().map(|c| (u32::from(c), place)));
            }
        }
        pairs.sort_unstable();
        let count = (LAST - FIRST + 1) as usize;
        let mut initials = vec![0; count];
        let mut from = vec![0; count + 1];
        for (code, syllable) in &pairs {
            let at = code.wrapping_sub(FIRST) as usize;
            let name = syllables.get(usize::from(*syllable));
            if let (Some(bits), Some(first)) = (initials.get_mut(at), name.and_then(|n| n.first()))
            {
                *bits |= bit(*first);
            }
            if let Some(next) = from.get_mut(at + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for start in &mut from {
            sum += *start;
            *start = sum;
        }
        Self {
            syllables,
            initials,
            from,
            list: pairs.into_iter().map(|(_, syllable)| syllable).collect(),
        }
    }

    /// A bit for each letter that a reading of a character begins with; 0 if it has none.
    fn initials(&self, c: char) -> u32 {
        let at = u32::from(c).wrapping_sub(FIRST) as usize;
        self.initials.get(at).copied().unwrap_or(0)
    }

    /// The readings of a character.
    fn of(&self, c: char) -> impl Iterator<Item = &[u8]> {
        let at = u32::from(c).wrapping_sub(FIRST) as usize;
        let place = |at: usize| self.from.get(at).map_or(0, |place| *place as usize);
        let list = self.list.get(place(at)..place(at + 1)).unwrap_or_default();
        let syllables = list.iter().map(|at| self.syllables.get(usize::from(*at)));
        syllables.flatten().map(Vec::as_slice)
    }
}

/// The bit of a small letter; 0 for anything else.
fn bit(letter: u8) -> u32 {
    match letter {
        b'a'..=b'z' => 1 << (letter - b'a'),
        _ => 0,
    }
}

/// Something typed by its sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Small letters, digits and `+`.
    typed: Vec<u8>,
}

impl Spelling {
    /// What letters of a query spell. None if they are none: Han among them, or not two Latin
    /// letters side by side.
    pub fn of(letters: &[char]) -> Option<Self> {
        let typed: Vec<u8> = letters
            .iter()
            .map(|c| u8::try_from(*c).ok())
            .collect::<Option<_>>()?;
        let latin = |pair: &[u8]| pair.iter().all(u8::is_ascii_lowercase);
        let spells = typed.len() <= LONGEST && typed.is_ascii() && typed.windows(2).any(latin);
        spells.then_some(Self { typed })
    }

    /// Byte ranges of a text that sound so, the shortest at each position, without overlaps. Each
    /// holds at least one Han character.
    pub fn places<'t>(&'t self, text: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
        let (letters, readings) = (Letters::known(), Readings::known());
        let first = self.typed.first().copied();
        let (first, text) = first.map_or((0, ""), |first| (first, text));
        let initial = bit(first);
        let starts = move |c: char| match readings.initials(c) {
            0 => letters.first(c) == Some(char::from(first)),
            initials => initials & initial != 0,
        };
        scan(text, starts, |rest| self.begins(rest, letters, readings))
    }

    /// Bytes of a text's beginning that sound so.
    fn begins(&self, text: &str, letters: &Letters, readings: &Readings) -> Option<usize> {
        let all = 1_u64 << self.typed.len();
        // The positions in the typed letters that may have been reached, a bit for each.
        let mut reached = 1_u64;
        let mut sounds = false;
        let mut end = 0;
        for letter in letters.walk(text) {
            let between = text.get(end..letter.start).unwrap_or_default();
            if between.contains(PARTS) {
                return None;
            }
            end = letter.end;
            let has_sound = readings.initials(letter.letter) != 0;
            sounds |= has_sound;
            let mut next = 0;
            let mut left = reached;
            while left != 0 {
                let at = left.trailing_zeros() as usize;
                left &= left - 1;
                let typed = self.typed.get(at..).unwrap_or_default();
                next |= if has_sound {
                    steps(typed, letter.letter, readings)
                } else {
                    u64::from(typed.first().map(|b| char::from(*b)) == Some(letter.letter)) << 1
                } << at;
            }
            if next & all != 0 && sounds {
                return Some(letter.end);
            }
            reached = next & (all - 1);
            if reached == 0 {
                return None;
            }
        }
        None
    }
}

/// How many of the remaining letters a character may match, a bit for each length.
fn steps(typed: &[u8], c: char, readings: &Readings) -> u64 {
    let mut steps = 0;
    for reading in readings.of(c) {
        if typed.first() == reading.first() {
            steps |= 1 << 1;
        }
        if typed.starts_with(reading) {
            steps |= 1 << reading.len();
        } else if reading.starts_with(typed) {
            steps |= 1 << typed.len();
        }
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, text: &str) -> Vec<String> {
        let letters = Letters::known().of(typed);
        let mut places = Vec::new();
        if let Some(spelling) = Spelling::of(&letters) {
            places.extend(spelling.places(text));
        }
        places
            .into_iter()
            .map(|place| text.get(place).unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn initials_syllables_and_both_find_the_same() {
        let text = "上线通信行程卡服务";
        for typed in [
            "xck",
            "xingchengka",
            "xingchengk",
            "xchengk",
            "xingch",
            "XCK",
        ] {
            let first = &found(typed, text)[0];
            assert!("行程卡".starts_with(first.as_str()), "{typed} {first}");
        }
        assert_eq!(found("xck", text), ["行程卡"]);
        assert_eq!(found("xingchengk", text), ["行程卡"]);
        assert!(found("xingchenk", text).is_empty());
    }

    #[test]
    fn a_run_of_marks_takes_no_longer_than_its_length() {
        for run in [".", "😀", "한"] {
            let text = format!("{}行程卡", run.repeat(100_000));
            assert_eq!(found("xck", &text), ["行程卡"]);
        }
    }

    #[test]
    fn every_reading_counts() {
        for typed in ["cq", "zq", "chongqing", "zhongq"] {
            assert_eq!(found(typed, "在重庆市"), ["重庆"], "{typed}");
        }
        assert_eq!(found("yh", "银行"), ["银行"]);
        assert_eq!(found("yinhang", "銀行"), ["銀行"]);
        assert_eq!(found("lvse", "绿色"), ["绿色"]);
        assert_eq!(found("luse", "绿色"), ["绿色"]);
        assert_eq!(found("xian", "西安先"), ["西安", "先"]);
    }

    #[test]
    fn marks_inside_are_passed_over_and_lines_are_not() {
        assert_eq!(found("gyhlw", "“工业”互联网"), ["工业”互联网"]);
        for parted in ["工业\n互联网", "工业，互联网", "工业(互联网"] {
            assert!(found("gyhlw", parted).is_empty(), "{parted}");
        }
        assert_eq!(found("5gxm", "５Ｇ＋项目、5G项目"), ["5G项目"]);
        assert_eq!(found("5g+xm", "５Ｇ＋项目"), ["５Ｇ＋项目"]);
    }

    #[test]
    fn what_is_no_spelling_finds_nothing() {
        for typed in ["x", "5g", "行cheng", "", "12"] {
            assert!(
                Spelling::of(&Letters::known().of(typed)).is_none(),
                "{typed}"
            );
        }
        assert!(found("ab", "ab").is_empty(), "no Han");
    }
}
