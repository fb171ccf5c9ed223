//! Limits of comparing by name. Weights of the similarity are in `weights.txt`.

use crate::limit::limits;

limits! {
    NEAR: f64 = 95.0, Tuned, "percent of the target from which on a result is near it: 基本完成";
    WELL_PAST: f64 = 105.0, Tuned, "percent of a floor (不少于100) or of 左右 from which on a result is more than the promise asked for";
    YEARS: usize = 3, Tuned, "years whose results make a trend, at least";
    FAR: f64 = 20.0, Tuned, "times that one number is as large as another one from which on they count two things";
    FILLER: usize = 4, Tuned, "characters by which a name may be longer than the one that it holds";
    SHORTEST_NAME: usize = 3, Tuned, "characters of a name, at least, for another one that holds it to be the same";
    FEW_TERMS: usize = 3, Tuned, "terms of a passage that says hardly more than one word: one shared term is enough to look at it";
    RAREST: f64 = 14.0, Safety, "IDF of the rarest term there may be: one of none of 600,000 passages";
    COMMONEST: f64 = 0.9, Safety, "share of passages above which no term counts as more common: its IDF stays above 0";
    NUMBERS_FIRST: f64 = 0.15, Tuned, "similarity by which a pair of numbers may fall short of another pair and still be taken first: it can be judged";
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
    DEPTHS: usize = 64, Safety, "depths of sections that get a group of their own, more than any bulletin has";
}
