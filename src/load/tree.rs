//! A YAML text as a tree whose nodes know where they stand. Only built when there is a problem to
//! place, and by `check`: a good file is read by serde alone.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::problem::{Fault, Shape};

/// Deepest nesting of collections that is read. Twelve levels of sections need 26.
pub const MAX_NESTING: usize = 64;
/// Most nodes that aliases may expand to; every [`BYTES_PER_NODE`] bytes of a text count as one.
pub const MAX_EXPANDED: usize = 200_000;
/// Bytes of a text that count as a node.
const BYTES_PER_NODE: usize = 32;

/// A place in the text: line and column from 1, column in characters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spot {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Characters from the start of the node to its end, if that is on the same line.
    pub length: usize,
}

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it begins.
    pub spot: Spot,
    /// What it is.
    pub value: Value,
}

/// What a node is. A repetition (alias) is what it stands for, at its own place.
#[derive(Clone, Debug)]
pub enum Value {
    /// A scalar: its text, and how its lines are joined.
    Scalar(String, Lines),
    /// A list.
    List(Vec<Node>),
    /// Keys and values.
    Map(Vec<(Node, Node)>),
}

/// How the lines of a scalar become one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// As written, or there is only one.
    Kept,
    /// By a folded block: with spaces.
    Folded,
    /// By a plain or quoted scalar over several lines: with spaces.
    Joined,
}

impl Node {
    /// Its shape.
    pub fn shape(&self) -> Shape {
        match self.value {
            Value::Scalar(..) => Shape::Text,
            Value::List(_) => Shape::List,
            Value::Map(_) => Shape::Map,
        }
    }

    /// A plain scalar without content: `key:` with nothing behind.
    pub fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar(text, _) if matches!(text.as_str(), "" | "~" | "null"))
    }
}

/// A collection that is still open.
struct Open {
    node: Node,
    key: Option<Node>,
    anchor: usize,
    size: usize,
}

/// What stops the building of a tree.
pub type Stop = (Fault, Spot);

/// Parses a text. None for a text without a node.
///
/// # Errors
/// The first thing that is not YAML, nesting deeper than [`MAX_NESTING`], or aliases that expand
/// to more than [`MAX_EXPANDED`] nodes.
pub fn parse(text: &str) -> Result<Option<Node>, Stop> {
    let mut builder = Builder::default();
    for event in Parser::new_from_str(text) {
        match event {
            Ok((event, span)) => builder.take(event, span)?,
            Err(error) => {
                let mark = error.marker();
                let spot = Spot {
                    line: mark.line(),
                    column: mark.col() + 1,
                    length: 1,
                };
                // The scanner has a limit of its own, further down than ours.
                let fault = if error.info().contains("recursion limit") {
                    Fault::TooDeep(MAX_NESTING)
                } else {
                    Fault::Syntax(error.info())
                };
                return Err((fault, spot));
            }
        }
    }
    Ok(builder.root)
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    root: Option<Node>,
    /// By anchor: what it stands for, and its size in nodes.
    anchors: HashMap<usize, (Node, usize)>,
    /// Nodes kept in `anchors`.
    kept: usize,
    expanded: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let spot = spot(&span);
        match event {
            Event::Scalar(text, style, anchor, _) => {
                let several = span.start.line() != span.end.line();
                let lines = match style {
                    ScalarStyle::Folded => Lines::Folded,
                    ScalarStyle::Literal => Lines::Kept,
                    _ if several => Lines::Joined,
                    _ => Lines::Kept,
                };
                let size = 1 + text.len() / BYTES_PER_NODE;
                let value = Value::Scalar(text.into_owned(), lines);
                self.put(Node { spot, value }, anchor, size);
                Ok(())
            }
            Event::SequenceStart(_, anchor, _) => self.begin(
                Node {
                    spot,
                    value: Value::List(Vec::new()),
                },
                anchor,
            ),
            Event::MappingStart(_, anchor, _) => self.begin(
                Node {
                    spot,
                    value: Value::Map(Vec::new()),
                },
                anchor,
            ),
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(done) => {
                    self.put(done.node, done.anchor, done.size);
                    Ok(())
                }
                None => Ok(()),
            },
            Event::Alias(anchor) => {
                if self.open.iter().any(|open| open.anchor == anchor) {
                    return Err((Fault::SelfAlias, spot));
                }
                let Some((node, size)) = self.anchors.get(&anchor) else {
                    return Err((Fault::TooManyAliases(MAX_EXPANDED), spot));
                };
                let size = *size;
                self.expanded = self.expanded.saturating_add(size);
                if self.expanded > MAX_EXPANDED {
                    return Err((Fault::TooManyAliases(MAX_EXPANDED), spot));
                }
                let value = node.value.clone();
                self.put(Node { spot, value }, 0, size);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn begin(&mut self, node: Node, anchor: usize) -> Result<(), Stop> {
        if self.open.len() >= MAX_NESTING {
            return Err((Fault::TooDeep(MAX_NESTING), node.spot));
        }
        self.open.push(Open {
            node,
            key: None,
            anchor,
            size: 1,
        });
        Ok(())
    }

    /// Adds a finished node to the collection it stands in. Anchors are numbered from 1.
    fn put(&mut self, node: Node, anchor: usize, size: usize) {
        if anchor > 0 && self.kept + size <= MAX_EXPANDED {
            self.kept += size;
            self.anchors.insert(anchor, (node.clone(), size));
        }
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        open.size = open.size.saturating_add(size);
        match (&mut open.node.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Map(pairs), Some(key)) => pairs.push((key, node)),
            _ => open.key = Some(node),
        }
    }
}

fn spot(span: &Span) -> Spot {
    let (start, end) = (span.start, span.end);
    let same = start.line() == end.line();
    Spot {
        line: start.line(),
        column: start.col() + 1,
        length: if same {
            end.col().saturating_sub(start.col())
        } else {
            0
        },
    }
}
