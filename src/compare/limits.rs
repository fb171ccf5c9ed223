//! Limits of comparing by name. Weights of the similarity are in `weights.txt`.

use crate::limit::limits;

/// The shares of the list of common terms are counted in thousandths.
pub const THOUSANDTHS: f64 = 1000.0;
/// Passages added to those that hold a term, as in Robertson and Spärck Jones (1976): a term that no passage holds is
/// rare, not infinitely so. No labelled passages fall on another side at half or twice of it.
pub const SMOOTHING: f64 = 0.5;
/// A completion rate is said to a tenth of a percent.
pub const TENTHS: f64 = 10.0;
/// Differences are said to a millionth: those of decimal fractions carry binary noise.
pub const MILLIONTHS: f64 = 1e6;
/// The first character of the supplementary private use area (Unicode, 23.5): no text has anything to say there.
pub const PRIVATE_USE: u32 = 0xf_0000;
/// What hashes of numbers are multiplied by: odd, its bits in no order; 2^64 divided by the golden ratio (Knuth, TAOCP 3,
/// 6.4).
pub const HASH_FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

limits! {
    NEAR: f64 = 95.0, Tuned, "percent of the target from which on a result is near it: 基本完成";
    WELL_PAST: f64 = 105.0, Tuned, "percent of a number with 左右 or 超 from which on a result is more than the promise asked for";
    YEARS: usize = 3, Tuned, "years whose results make a trend, at least";
    FAR: f64 = 20.0, Tuned, "times that one number is as large as another one from which on they count two things";
    REWORDED: usize = 2, Tuned, "characters in which two promises in numbers differ, at most, to be one in other words: 治理, 拆除";
    REPEATED: usize = 3, Tuned, "characters of a promise in words, at least, that a report has to repeat for its word on it to count";
    HEAD: usize = 2, Tuned, "characters of the head noun of a name";
    SHORTEST_NAME: usize = 3, Tuned, "characters of a name, at least, for another one that holds it to be the same";
    FEW_TERMS: usize = 3, Safety, "terms of a passage, at most, that is looked at for one shared term: for longer ones it takes two";
    RAREST: f64 = 14.0, Safety, "IDF of the rarest term there may be: one of none of 600,000 passages";
    COMMONEST: f64 = 0.9, Safety, "share of passages above which no term counts as more common: its IDF stays above 0";
    RELATED: usize = 3, Safety, "figures beside a row that do not answer its promise, at most for each year";
    ASSIGNED: usize = 400, Safety, "rows of one part that are assigned together, at most: the work grows with their cube";
    LEADING: usize = 48, Safety, "passages with a term above which the term leads to no pair: it is a common word";
    LEADING_LEAST: usize = 6, Safety, "the same in a series so long that fewer pairs may be looked at";
    LOOKED_AT: usize = 600_000, Safety, "pairs by one term each that are looked at for all passages of a series, about";
    TOPIC_WORK: usize = 50_000_000, Safety, "additions that topics may take: a series of many thousand sections has none";
    NAME_NUMBER: u32 = 10_000, Safety, "numbers from here on are no names (512工程): there is a character of its own for each smaller one";
    QUOTED: usize = 4, Tuned, "characters of a name in quotation or title marks, marks included, above which it is a term";
    SECTIONS: f64 = 0.3, Tuned, "similarity from which on two sections are of one topic";
    SECTION_PART: f64 = 0.42, Tuned, "the same for a section that already has another one: it was split, or is a part";
    SECTION_HEADING: f64 = 0.3, Tuned, "weight of the headings of two sections, where their whole texts weigh 1";
    SECTION_TOPIC: f64 = 0.5, Tuned, "weight of what two sections share more than they share with others";
    SECTION_PARENTS: f64 = 0.1, Tuned, "similarity that two sections gain whose parents are counterparts";
    SECTION_LEVEL: f64 = 0.15, Tuned, "similarity that two sections lose for each level between their depths";
    SECTION_LEAST: f64 = 0.03, Tuned, "cosine of two sections below which only similar headings make them similar";
    SECTION_MOST: f64 = 0.99, Tuned, "similarity of sections without the same heading, at most: equal headings come first";
    SECTION_PAIRS: usize = 400_000, Safety, "pairs of sections that are looked at one by one; more of them only by equal headings";
    SPEECH_SECTIONS: usize = 3, Safety, "sections in which a speaker may say for whom he speaks";
    SPEECH: usize = 1_000, Safety, "characters of each of them that are looked at: he says so in the first sentences";
    PROBABLY_ONE: usize = 1_000, Safety, "pairs of series of one library that are told to be probably one, at most";
    COPY: f64 = 0.7, Tuned, "share of the longer of two texts in the other one from which on they are one document";
    COPY_CHARS: usize = 100, Tuned, "characters of a text below which it has to be the same to the letter, its title too";
    COPY_FAMILY: usize = 64, Safety, "bulletins of one series whose years are compared before texts are read, at most";
    COPY_LEADING: usize = 12, Safety, "sentences of a text by which others like it are found";
    COPY_RIVALS: usize = 16, Safety, "texts with one of them that a text is compared with, at most";
    DEPTHS: usize = 64, Safety, "depths of sections that get a group of their own, more than any bulletin has";
}

#[cfg(test)]
mod tests {
    use crate::compare::sample::bulletin;
    use crate::compare::{Alignment, Ledger, Links, Outcome, arrange, levels, members, series};
    use crate::limits_matter::{libraries, matter};
    use crate::model::{Bulletin, Kind, Section};

    /// Promises and results that lie close to a limit, one on either side of it.
    const EXAMPLES: &[(&str, &str)] = &[
        // 95 percent of a target, 105 percent of a floor, 5 percent about a number.
        ("新建公园100个。", "新建公园95个。"),
        ("新建公园100个。", "新建公园94个。"),
        ("新建公园60个。", "新建公园30个。"),
        ("新建学校不少于100所。", "新建学校105所。"),
        ("新建学校不少于100所。", "新建学校104所。"),
        ("新建学校不少于100所。", "新建学校208所。"),
        ("地区生产总值增长6%左右。", "地区生产总值增长5.7%。"),
        ("地区生产总值增长6%左右。", "地区生产总值增长5.6%。"),
        // Twenty times as large.
        (
            "新型储能装机达到10万千瓦。",
            "新型储能总装机达到199万千瓦。",
        ),
        (
            "新型储能装机达到10万千瓦。",
            "新型储能总装机达到201万千瓦。",
        ),
        (
            "新型储能装机达到10万千瓦。",
            "新型储能总装机达到110万千瓦。",
        ),
        (
            "新型储能装机达到10万千瓦。",
            "新型储能总装机达到390万千瓦。",
        ),
        // One name holds the other one.
        ("养老院达到300家。", "社会办养老院达到320家。"),
        ("养老院达到300家。", "社区公办养老院达到320家。"),
        ("养老院达到300家。", "国有民办公助养老院达到320家。"),
        ("学校达到300家。", "民办学校达到320家。"),
        ("敬老院达到300家。", "民营敬老院达到320家。"),
        ("高等职业院校达到300家。", "本科层次高等职业院校达到320家。"),
        // Of two answers one is a number.
        (
            "完成192万款软件技术检测，推进软件技术检测平台建设。",
            "完成200万款软件检测，软件技术检测平台建设完成。",
        ),
        // Of two promises that a number may answer one is a number.
        (
            "完成软件检测90次，推进应用软件安全检测。",
            "应用软件安全检测100次。",
        ),
        (
            "完成移动软件安全检测90次，推进应用软件安全检测。",
            "应用软件安全检测100次。",
        ),
        (
            "完成应用安全检测90次，推进应用软件安全检测。",
            "应用软件安全检测100次。",
        ),
        (
            "完成应用检测90次，推进应用软件安全检测工作。",
            "应用软件安全检测100次。",
        ),
        (
            "完成应用软件评估90次，推进应用软件安全检测。",
            "应用软件安全检测100次。",
        ),
        (
            "完成网络安全检测90次，推进应用软件安全检测。",
            "应用软件安全检测100次。",
        ),
        // One that may fall short by more and is taken by no other way.
        (
            "完成数据信息核查90次，推进企业应用信息核查。",
            "企业应用信息核查100次。",
        ),
        // A name in marks.
        ("印发《规划》。", "《规划》印发实施。"),
        ("印发《方案一》。", "《方案一》出台。"),
        ("印发《应急通信规划》。", "《应急通信规划》出台。"),
        // Hardly more than a word.
        ("开通海缆。", "海缆开通。"),
        ("推广手语。", "手语推广。"),
    ];

    fn ledger(bulletin: &Bulletin) -> Ledger {
        let bulletins = std::slice::from_ref(bulletin);
        Ledger::new(bulletins, "", &[], &Links::default())
    }

    /// Two bulletins of which one section shares so many clauses, its heading some letters or none, its depth
    /// or not; beside it a section with the same heading, if wanted.
    fn sections(shared: usize, heading: &str, depth: usize, rival: bool) -> (Bulletin, Bulletin) {
        const OLD: [&str; 8] = [
            "开展适老化改造。",
            "整治垃圾信息。",
            "推广谢绝来电。",
            "扩容网间带宽。",
            "增设骨干直联点。",
            "保护海底光缆。",
            "培育创业园区。",
            "修订应急预案。",
        ];
        const NEW: [&str; 8] = [
            "新建农村公路。",
            "治理黑臭水体。",
            "救助困难群众。",
            "种植海防林带。",
            "引进高校人才。",
            "查处欠薪案件。",
            "修缮历史街区。",
            "举办冬季运动会。",
        ];
        let section = |(depth, heading, body): (usize, &str, String)| Section {
            depth,
            heading: heading.to_owned(),
            body,
            kind: Some(Kind::Plans),
            ..Section::default()
        };
        let of = |parts: Vec<(usize, &str, String)>| {
            Bulletin::default().with_sections(parts.into_iter().map(section).collect())
        };
        let mixed: String = OLD
            .iter()
            .take(shared)
            .chain(NEW.iter().skip(shared))
            .copied()
            .collect();
        let other = "发布月度公报。".to_owned();
        let old = of(vec![
            (0, "总体安排", String::new()),
            (1, "服务民生", OLD.concat()),
            (1, "统计工作", other.clone()),
        ]);
        let mut parts = vec![
            (0, "总体安排", String::new()),
            (depth, heading, mixed),
            (1, "统计公报", other),
        ];
        if rival {
            parts.push((1, "服务民生", NEW.concat()));
        } else {
            parts.push((
                1,
                "其他工作",
                OLD.iter().rev().take(shared / 2).copied().collect(),
            ));
        }
        (old, of(parts))
    }

    /// Two bulletins whose sections below one heading share one clause of very many, and some of few.
    fn unlike_sections() -> [(Bulletin, Bulletin); 2] {
        // Clauses of characters that stand nowhere else.
        let clauses = |first: u32, count: u32| -> String {
            let char = |at: u32| char::from_u32(first + at).unwrap();
            let clause = |at| format!("培育{}{}。", char(2 * at), char(2 * at + 1));
            (0..count).map(clause).collect()
        };
        let long = |first: u32| clauses(first, 80) + "试办夜间马拉松。";
        let of = |parts: [(&str, &str); 3]| {
            let section = |(heading, body): (&str, &str)| Section {
                depth: usize::from(!body.is_empty()),
                heading: heading.to_owned(),
                body: body.to_owned(),
                kind: Some(Kind::Plans),
                ..Section::default()
            };
            Bulletin::default().with_sections(parts.into_iter().map(section).collect())
        };
        let (other, another) = (clauses(0x9000, 5), clauses(0x9400, 5));
        [
            (
                of([
                    ("总体安排", ""),
                    ("服务民生", &long(0x4e00)),
                    ("统计工作", &other),
                ]),
                of([
                    ("总体安排", ""),
                    ("服务基层", &long(0x6000)),
                    ("对外开放", &another),
                ]),
            ),
            (
                of([
                    ("总体安排", ""),
                    (
                        "服务民生",
                        "治理骨干直联点。建设骨干直联点。推进河湖长制。治理欠薪案件。",
                    ),
                    ("统计工作", "推进高标准农田。治理河湖长制。治理城市更新。"),
                ]),
                of([
                    ("总体安排", ""),
                    (
                        "城乡面貌",
                        "整治历史街区。开展农村公路。培育城市更新。开展困难群众救助。",
                    ),
                    ("对外开放", "治理高校人才。扩容河湖长制。建设欠薪案件。"),
                ]),
            ),
        ]
    }

    /// Which of two bulletins is the other one again, where so many of their clauses are the same.
    fn copies(clauses: usize, shared: usize) -> Vec<Option<String>> {
        let of = |other: &str| {
            let clause = |at| {
                let other = if at < shared { "" } else { other };
                format!("新修第{at}号村道和桥梁各三条{other}。")
            };
            let body: String = (0..clauses).map(clause).collect();
            bulletin(&[(Kind::Plans, 2021, body.as_str())])
        };
        let mut two = [of(""), of("段")];
        arrange(&mut two, |_| false);
        two.into_iter().map(|one| one.copy_of).collect()
    }

    /// All that the limits may change in the examples and the built-in bulletins.
    fn seen(bulletins: &[Bulletin]) -> String {
        let mut seen = String::new();
        for (plan, done) in EXAMPLES {
            let made = bulletin(&[(Kind::Plans, 2021, plan), (Kind::Achievements, 2021, done)]);
            seen.push_str(&format!("{:?}\n", ledger(&made).rows));
        }
        for years in 1..8_u16 {
            let bodies = (0..years).map(|year| format!("建成公园{}个。", year + 3));
            let bodies: Vec<String> = bodies.collect();
            let parts = bodies.iter().zip(2010..);
            let parts = parts.map(|(body, year)| (Kind::Achievements, year, body.as_str()));
            let one = bulletin(&parts.collect::<Vec<_>>());
            let (made, bulletins) = (ledger(&one), [one]);
            let facts = made.facts(&bulletins);
            let levels = made
                .rows
                .iter()
                .map(|row| levels(row, &made.columns, facts, 6));
            seen.push_str(&format!("{:?}\n", levels.collect::<Vec<_>>()));
        }
        for shared in 0..=8 {
            for heading in ["服务民生工作", "民生", "城乡面貌"] {
                for (depth, rival) in [(0, false), (1, false), (1, true), (2, false)] {
                    let (old, new) = sections(shared, heading, depth, rival);
                    seen.push_str(&format!("{:?}\n", Alignment::of(&old, &new)));
                }
            }
        }
        for clauses in [5, 10, 20] {
            for shared in 0..=clauses {
                seen.push_str(&format!("{:?}\n", copies(clauses, shared)));
            }
        }
        for (old, new) in unlike_sections() {
            seen.push_str(&format!("{:?}\n", Alignment::of(&old, &new)));
        }
        for name in series(bulletins) {
            let made = Ledger::new(bulletins, &name, &[], &Links::default());
            seen.push_str(&format!("{:?}\n", made.rows));
            let all = members(bulletins, &name);
            for (a, b) in all.iter().zip(all.iter().skip(1)) {
                seen.push_str(&format!(
                    "{:?}\n",
                    Alignment::of(&bulletins[*a], &bulletins[*b])
                ));
            }
        }
        seen
    }

    #[test]
    fn near_and_well_past_and_about_have_two_sides() {
        let outcome = |plan: &str, done: &str| {
            let one = bulletin(&[(Kind::Plans, 2021, plan), (Kind::Achievements, 2021, done)]);
            ledger(&one).rows[0].verdict(2021).unwrap().outcome
        };
        for (plan, done, wanted) in [
            ("新建公园100个。", "新建公园95个。", Outcome::Near),
            ("新建公园100个。", "新建公园94个。", Outcome::Partial),
            ("新建学校100所左右。", "新建学校106所。", Outcome::Exceeded),
            ("新建学校100所左右。", "新建学校104所。", Outcome::Met),
            (
                "地区生产总值增长6%左右。",
                "地区生产总值增长5.7%。",
                Outcome::Near,
            ),
            (
                "地区生产总值增长6%左右。",
                "地区生产总值增长5.6%。",
                Outcome::Missed,
            ),
        ] {
            assert_eq!(outcome(plan, done), Some(wanted), "{plan} {done}");
        }
    }

    #[test]
    fn texts_are_one_from_seven_tenths_on_and_short_ones_to_the_letter() {
        let is_copy = |clauses, shared| copies(clauses, shared).iter().any(Option::is_some);
        assert!(is_copy(10, 8) && !is_copy(10, 6));
        assert!(is_copy(5, 5) && !is_copy(5, 4));
    }

    #[test]
    fn two_years_are_no_trend_and_three_are() {
        let trend = |years: u16| {
            let bodies: Vec<String> = (0..years)
                .map(|n| format!("建成公园{}个。", n + 3))
                .collect();
            let parts = bodies.iter().zip(2010..);
            let parts = parts.map(|(body, year)| (Kind::Achievements, year, body.as_str()));
            let one = bulletin(&parts.collect::<Vec<_>>());
            let (made, bulletins) = (ledger(&one), [one]);
            levels(&made.rows[0], &made.columns, made.facts(&bulletins), 6)
        };
        assert_eq!((trend(2), trend(3)), (None, Some(vec![0, 3, 6])));
    }

    #[test]
    #[ignore = "takes half a minute; .ci/limits runs it"]
    fn limits_of_comparing_matter() {
        let libraries = libraries();
        matter("jianbao::compare", || {
            libraries.iter().map(|bulletins| seen(bulletins)).collect()
        });
    }
}
