//! What was promised, what was reported, what is promised next.
//!
//! `series` says which bulletins belong together; `exact` pairs their figures and tasks by key and name,
//! `candidate`, `similarity` and `assign` those that are probably one; `outcome` judges, `ledger` holds it
//! all. `align` says which sections of two years treat one topic. Knows nothing of screens and files.

mod align;
mod antonym;
mod assign;
mod bigram;
mod candidate;
mod comparable;
mod direction;
mod exact;
mod idf;
mod ledger;
mod levels;
pub(crate) mod limits;
pub mod links;
mod next;
mod outcome;
mod own_word;
mod row;
mod series;
mod similarity;
mod tally;
mod tasks;
mod topic;
mod verdict;
mod weights;

pub use align::{Alignment, Alignments};
pub use candidate::{Candidates, Features, PairKind};
pub use ledger::Ledger;
pub use levels::levels;
pub use links::Links;
pub use row::{Cell, Column, Content, Facts, Pair, Pairing, Row};
pub use series::{lacks_years, members, series};
pub use similarity::score;
pub use tally::Tally;
pub use tasks::Tasks;
pub use verdict::{Basis, Difference, Next, Outcome, Reason, Verdict};
pub use weights::{FILE as WEIGHTS_FILE, Weights};
