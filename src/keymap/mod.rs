//! Keys to actions: what a user asks for, by which key, in which mode. Knows no screen and no data of the library.

pub mod action;
pub mod binding;
pub mod custom;
pub mod key;
pub mod mode;
pub mod motion;
pub mod rows;
pub mod table;
