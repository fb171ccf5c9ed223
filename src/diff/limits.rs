//! Limits of comparing texts by name: from which similarity on two parts of a text match, and how much is looked at.
//!
//! A similarity is Dice's coefficient of the bigrams of two texts, 0 to 1. Knows nothing of texts.

use crate::limit::limits;

limits! {
    PASSAGES: f64 = 0.12, Tuned, "similarity from which two passages match; a paragraph of the next year keeps little of its words";
    PASSAGES_OF_A_TOPIC: f64 = 0.04, Tuned, "the same for passages that are known to be of one topic";
    SENTENCES: f64 = 0.6, Tuned, "similarity from which two sentences are one that was changed";
    CLAUSES: f64 = 0.45, Tuned, "the same for clauses of sentences that do not match";
    MOVED: f64 = 0.75, Tuned, "similarity from which a sentence or clause elsewhere is the same one, moved";
    MOVED_WORDS: usize = 6, Tuned, "words or characters of the shortest part that is moved; shorter ones are common words";
    LONG_CHANGE: usize = 4, Tuned, "tokens of changes between which two equal characters are chance";
    LONGEST_UNIT: usize = 400, Safety, "tokens of the longest sentence; the time to compare two grows with the product of their lengths";
    COMMON_BIGRAM: usize = 48, Safety, "units that may hold a bigram before it is skipped in texts that take too many steps";
    STEPS: usize = 60_000_000, Safety, "pairs of equal bigrams that are looked at before common bigrams are skipped; a second of time";
    KEPT: usize = 12, Safety, "candidates kept for a sentence or a clause, the most similar first";
    KEPT_PASSAGES: usize = 64, Safety, "candidates kept for a passage; more, so that an inserted passage displaces none";
}
