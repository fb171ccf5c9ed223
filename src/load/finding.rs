//! What is wrong with a file's values, and the way from the top of the file to each. Knows no key.

use super::body::one_line;
use super::problem::{Expected, Fault, MOST_PROBLEMS};
use super::schema::chinese_of;

/// A step on the way from the top of a file to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// A key, by its English name.
    Key(&'static str),
    /// An item of a list, from 0.
    Item(usize),
}

/// Something wrong, and the steps that lead to it.
pub type Finding = (Vec<Step>, Fault);

/// A path with one step more.
pub fn join(path: &[Step], step: Step) -> Vec<Step> {
    let mut longer = path.to_vec();
    longer.push(step);
    longer
}

/// What was found wrong so far.
#[derive(Debug, Default)]
pub struct Findings {
    list: Vec<Finding>,
}

impl Findings {
    /// All of it, in the order it was found.
    pub fn into_list(self) -> Vec<Finding> {
        self.list
    }

    /// Whether more is found than is told: nobody reads the details of what follows.
    pub fn is_full(&self) -> bool {
        self.list.len() >= MOST_PROBLEMS
    }

    /// Adds what is wrong at a place.
    pub fn tell(&mut self, path: Vec<Step>, fault: Fault) {
        self.list.push((path, fault));
    }

    /// Adds what is wrong with the value of a key.
    pub fn tell_of(&mut self, path: &[Step], key: &'static str, fault: Fault) {
        self.tell(join(path, Step::Key(key)), fault);
    }

    /// Tells that a required key is missing.
    pub fn missing(&mut self, path: &[Step], key: &'static str) {
        self.tell_of(path, key, Fault::Missing(key, chinese_of(key)));
    }

    /// Tells that a key does not take a value.
    pub fn bad(&mut self, path: &[Step], key: &'static str, found: &str, expected: Expected) {
        let fault = Fault::BadValue {
            key,
            found: one_line(found),
            expected,
        };
        self.tell_of(path, key, fault);
    }

    /// Reads a value by a function; what it does not take is told.
    pub fn value<T>(
        &mut self,
        raw: Option<String>,
        path: &[Step],
        key: &'static str,
        expected: Expected,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = raw?;
        let value = read(text.trim());
        if value.is_none() {
            self.bad(path, key, &text, expected);
        }
        value
    }
}
