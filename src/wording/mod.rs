//! How what the program knows is said: a verdict, a tally, a cell, where something stands, the sentence around it. The
//! same words for screens, shell and exports. It does not know where they go.

pub mod card;
pub mod cell;
pub mod column;
pub mod figure;
pub mod flow;
pub mod hit;
pub mod paragraph;
pub mod problem;
pub mod quotation;
pub mod reading;
pub mod row;
pub mod source;
pub mod tally;
pub mod verdict;
