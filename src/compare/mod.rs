//! What was promised, what was reported, what is promised next.
//!
//! `issuer` and `joined` say which bulletins belong together, `copies` which are one document twice, `series` what of them is compared; `exact` pairs their figures and tasks by key and name,
//! `candidate`, `similarity` and `assign` those that are probably one; `outcome` judges, `ledger` holds it
//! all. `align` says which sections of two years treat one topic. Knows nothing of screens and files.

mod align;
mod antonym;
mod assign;
mod best;
mod bigram;
mod candidate;
mod chapter;
mod comparable;
mod copies;
mod direction;
mod exact;
mod idf;
mod in_step;
mod issuer;
mod item;
mod joined;
mod known;
mod ledger;
mod levels;
pub(crate) mod limits;
pub mod links;
mod meeting;
mod next;
mod number_hash;
mod order;
mod outcome;
mod own_word;
mod printed;
mod real_terms;
mod related;
mod row;
mod same_subject;
#[cfg(test)]
mod sample;
mod series;
mod series_name;
mod similarity;
mod stands;
mod tally;
mod tasks;
mod topic;
mod verdict;
mod weights;

pub use align::{Alignment, Alignments};
pub use candidate::{Candidates, Features, PairKind};
pub use chapter::{by_chapter, chapter_heading};
pub use joined::{are_of_several, arrange, probably_one};
pub use ledger::Ledger;
pub use levels::levels;
pub use links::Links;
pub use order::RowGroup;
pub use printed::beside_its_name;
pub use row::{Cell, Column, Content, Facts, Pair, Pairing, Related, Row, around};
pub use series::{all_members, lacks_years, members, members_with, series};
pub use series_name::{TOGETHER, together};
pub use similarity::{Likeness, likeness, words_sum};
pub use tally::{Count, Entry, Standing, Tally, answered_by_similarity};
pub use tasks::Tasks;
pub use verdict::{Basis, Difference, Next, Outcome, Reason, Verdict};
pub use weights::{FILE as WEIGHTS_FILE, Weights};
