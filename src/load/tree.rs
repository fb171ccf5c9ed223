//! A YAML text as a tree whose nodes know where they stand. Only built when there is a problem to
//! place, and by `check`: a good file is read by serde alone.

use std::collections::HashMap;

use granit_parser::{Event, Parser, ScalarStyle, Span};

use super::problem::{Fault, Shape};

/// Deepest nesting of collections that is read. Twelve levels of sections need 26.
pub const MAX_NESTING: usize = 64;
/// Most nodes that aliases may expand to.
pub const MAX_EXPANDED: usize = 200_000;

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
#[derive(Debug)]
pub struct Node {
    /// Where it begins.
    pub spot: Spot,
    /// What it is.
    pub value: Value,
}

/// What a node is.
#[derive(Debug)]
pub enum Value {
    /// A scalar: its text, and whether it is a folded block.
    Scalar(String, bool),
    /// A list.
    List(Vec<Node>),
    /// Keys and values.
    Map(Vec<(Node, Node)>),
    /// A repetition of another node, not looked into.
    Alias,
}

impl Node {
    /// Its shape; None for an alias.
    pub fn shape(&self) -> Option<Shape> {
        match self.value {
            Value::Scalar(..) => Some(Shape::Text),
            Value::List(_) => Some(Shape::List),
            Value::Map(_) => Some(Shape::Map),
            Value::Alias => None,
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
    sizes: HashMap<usize, usize>,
    expanded: usize,
}

impl Builder {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Stop> {
        let spot = spot(&span);
        match event {
            Event::Scalar(text, style, anchor, _) => {
                self.sizes.insert(anchor, 1);
                let value = Value::Scalar(text.into_owned(), style == ScalarStyle::Folded);
                self.put(Node { spot, value }, 1)
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
                    self.sizes.insert(done.anchor, done.size);
                    self.put(done.node, done.size)
                }
                None => Ok(()),
            },
            Event::Alias(anchor) => {
                let size = self.sizes.get(&anchor).copied().unwrap_or(1);
                self.expanded = self.expanded.saturating_add(size);
                if self.expanded > MAX_EXPANDED {
                    return Err((Fault::TooManyAliases(MAX_EXPANDED), spot));
                }
                self.put(
                    Node {
                        spot,
                        value: Value::Alias,
                    },
                    size,
                )
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

    #[allow(clippy::unnecessary_wraps)] // every arm of `take` ends in a Result
    fn put(&mut self, node: Node, size: usize) -> Result<(), Stop> {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return Ok(());
        };
        open.size = open.size.saturating_add(size);
        match (&mut open.node.value, open.key.take()) {
            (Value::List(items), _) => items.push(node),
            (Value::Map(pairs), Some(key)) => pairs.push((key, node)),
            _ => open.key = Some(node),
        }
        Ok(())
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
