//! The tree of the library: series, bulletins, sections. Folding is the reader's, not the data's.

use std::collections::HashSet;

use crate::model::Bulletin;
use crate::store::series::SeriesIndex;
use crate::store::store::Store;
use crate::view::scroll::scrolled;

/// A node of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// A series, by its place among the series.
    Series(usize),
    /// A bulletin, by its index.
    Bulletin(usize),
    /// A section, by bulletin and index.
    Section(usize, usize),
    /// The files with problems, as a whole.
    Problems,
    /// A file with problems, by its place among them.
    Problem(usize),
}

/// A node with its depth from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlineItem {
    /// The node.
    pub node: Node,
    /// Its depth, 0 for a series.
    pub depth: usize,
    /// Whether it has something to unfold.
    pub foldable: bool,
}

/// What stands in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// The bulletins.
    pub bulletins: &'a [Bulletin],
    /// Their series.
    pub series: &'a SeriesIndex,
    /// How many files have problems; they are shown at the end.
    pub problems: usize,
}

impl<'a> Shelf<'a> {
    /// That of a store.
    pub fn of(store: &'a Store) -> Self {
        Self {
            bulletins: &store.bulletins,
            series: &store.series,
            problems: store.faulty.len(),
        }
    }
}

/// The tree, what is unfolded, and the cursor.
#[derive(Debug, Default)]
pub struct Outline {
    open: HashSet<Node>,
    /// The visible nodes, kept up by every change of folding.
    pub items: Vec<OutlineItem>,
    /// Index of the cursor in `items`.
    pub cursor: usize,
    /// First visible row.
    pub top: usize,
}

impl Outline {
    /// The tree with all series unfolded and the cursor on the newest bulletin of the first one.
    pub fn new(shelf: Shelf<'_>) -> Self {
        let mut outline = Self::default();
        let series = 0..shelf.series.all.len();
        outline.open.extend(series.map(Node::Series));
        outline.open.insert(Node::Problems);
        outline.rebuild(shelf);
        if let Some(newest) = shelf.series.newest(0, shelf.bulletins) {
            outline.open.insert(Node::Bulletin(newest));
            outline.go(Node::Bulletin(newest), shelf);
        }
        outline
    }

    /// The node under the cursor.
    pub fn node(&self) -> Option<Node> {
        self.items.get(self.cursor).map(|item| item.node)
    }

    /// Whether a node is unfolded.
    pub fn is_open(&self, node: Node) -> bool {
        self.open.contains(&node)
    }

    /// The nodes that are unfolded.
    pub fn opened(&self) -> impl Iterator<Item = Node> + '_ {
        self.open.iter().copied()
    }

    /// Unfolds these nodes and no others.
    pub fn open_only(&mut self, nodes: Vec<Node>, shelf: Shelf<'_>) {
        self.open = nodes.into_iter().collect();
        self.rebuild(shelf);
    }

    fn rebuild(&mut self, shelf: Shelf<'_>) {
        let mut items = Vec::new();
        for (at, (_, members)) in shelf.series.all.iter().enumerate() {
            let node = Node::Series(at);
            items.push(OutlineItem {
                node,
                depth: 0,
                foldable: !members.is_empty(),
            });
            if !self.is_open(node) {
                continue;
            }
            for &index in members {
                let node = Node::Bulletin(index);
                items.push(OutlineItem {
                    node,
                    depth: 1,
                    foldable: true,
                });
                if self.is_open(node) {
                    self.push_sections(&mut items, shelf, index);
                }
            }
        }
        if shelf.problems > 0 {
            items.push(OutlineItem {
                node: Node::Problems,
                depth: 0,
                foldable: true,
            });
            if self.is_open(Node::Problems) {
                items.extend((0..shelf.problems).map(|at| OutlineItem {
                    node: Node::Problem(at),
                    depth: 1,
                    foldable: false,
                }));
            }
        }
        self.items = items;
    }

    fn push_sections(&self, items: &mut Vec<OutlineItem>, shelf: Shelf<'_>, bulletin: usize) {
        let sections = shelf
            .bulletins
            .get(bulletin)
            .map(Bulletin::sections)
            .unwrap_or_default();
        let mut at = 0;
        while let Some(section) = sections.get(at) {
            let node = Node::Section(bulletin, at);
            let foldable = section.end > at + 1;
            items.push(OutlineItem {
                node,
                depth: 2 + section.depth,
                foldable,
            });
            at = if foldable && self.is_open(node) {
                at + 1
            } else {
                section.end
            };
        }
    }

    /// Moves the cursor by some items.
    pub fn step(&mut self, by: isize) {
        let last = self.items.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }

    /// Unfolds the node under the cursor, or goes to its first child.
    pub fn unfold(&mut self, shelf: Shelf<'_>) {
        let Some(item) = self.items.get(self.cursor).copied().filter(|i| i.foldable) else {
            return;
        };
        if self.open.insert(item.node) {
            self.rebuild(shelf);
        } else {
            self.step(1);
        }
    }

    /// Folds the node under the cursor, or goes to its parent.
    pub fn fold(&mut self, shelf: Shelf<'_>) {
        let Some(item) = self.items.get(self.cursor).copied() else {
            return;
        };
        if item.foldable && self.open.remove(&item.node) {
            self.rebuild(shelf);
            return;
        }
        let above = self
            .items
            .iter()
            .take(self.cursor)
            .rposition(|i| i.depth < item.depth);
        self.cursor = above.unwrap_or(self.cursor);
    }

    /// Folds the whole tree to a level: 1 shows the series, 2 the bulletins, 3 their parts.
    pub fn fold_to(&mut self, level: usize, shelf: Shelf<'_>) {
        let at = self.node();
        self.open.clear();
        if level >= 2 {
            self.open.insert(Node::Problems);
            self.open
                .extend((0..shelf.series.all.len()).map(Node::Series));
        }
        for (index, bulletin) in shelf.bulletins.iter().enumerate() {
            if level >= 3 {
                self.open.insert(Node::Bulletin(index));
            }
            let deep = bulletin
                .sections()
                .iter()
                .enumerate()
                .filter(|(_, s)| s.depth + 4 <= level);
            self.open
                .extend(deep.map(|(section, _)| Node::Section(index, section)));
        }
        self.rebuild(shelf);
        if let Some(node) = at {
            self.follow(node, shelf);
        }
    }

    /// Puts the cursor on a node, unfolding what hides it.
    pub fn go(&mut self, node: Node, shelf: Shelf<'_>) {
        for above in Self::above(node, shelf) {
            self.open.insert(above);
        }
        self.rebuild(shelf);
        self.follow(node, shelf);
    }

    /// Puts the cursor on a node, or on the nearest visible one above it.
    pub fn follow(&mut self, node: Node, shelf: Shelf<'_>) {
        let mut chain = Self::above(node, shelf);
        chain.push(node);
        let at = chain
            .iter()
            .rev()
            .find_map(|n| self.items.iter().position(|i| i.node == *n));
        self.cursor = at.unwrap_or(0);
    }

    /// The nodes above a node, from the top.
    fn above(node: Node, shelf: Shelf<'_>) -> Vec<Node> {
        let series = |bulletin| shelf.series.of_bulletin(bulletin).map(Node::Series);
        match node {
            Node::Series(_) | Node::Problems => Vec::new(),
            Node::Problem(_) => vec![Node::Problems],
            Node::Bulletin(bulletin) => series(bulletin).into_iter().collect(),
            Node::Section(bulletin, section) => {
                let mut chain: Vec<Node> = series(bulletin).into_iter().collect();
                chain.push(Node::Bulletin(bulletin));
                let ancestry = shelf
                    .bulletins
                    .get(bulletin)
                    .map(|b| b.ancestry(section))
                    .unwrap_or_default();
                let above = ancestry.into_iter().filter(|s| *s != section);
                chain.extend(above.map(|s| Node::Section(bulletin, s)));
                chain
            }
        }
    }

    /// Scrolls so that the cursor is in view.
    pub fn scroll(&mut self, rows: usize) {
        let (at, len) = (self.cursor, self.items.len());
        self.top = scrolled(self.top, at, at + 1, rows, len);
    }

    /// Unfolds what is folded under the cursor, or folds it.
    pub fn toggle(&mut self, shelf: Shelf<'_>) {
        match self.node() {
            Some(node) if self.is_open(node) => self.fold(shelf),
            _ => self.unfold(shelf),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Section;

    /// Two bulletins of one series, each with a part that has two sections.
    fn library() -> (Vec<Bulletin>, SeriesIndex) {
        let section = |depth: usize| Section {
            depth,
            ..Section::default()
        };
        let bulletin = |id: &str| {
            let head = Bulletin {
                id: id.into(),
                series: "系列".into(),
                ..Bulletin::default()
            };
            head.with_sections([0, 1, 1, 0].map(section).into())
        };
        let bulletins = vec![bulletin("a"), bulletin("b")];
        let series = SeriesIndex::of(&bulletins);
        (bulletins, series)
    }

    fn shelf((bulletins, series): &(Vec<Bulletin>, SeriesIndex), problems: usize) -> Shelf<'_> {
        Shelf {
            bulletins,
            series,
            problems,
        }
    }

    fn depths(outline: &Outline) -> Vec<usize> {
        outline.items.iter().map(|item| item.depth).collect()
    }

    #[test]
    fn it_opens_on_the_newest_bulletin_with_its_parts_in_sight() {
        let outline = Outline::new(shelf(&library(), 0));
        assert_eq!(outline.node(), Some(Node::Bulletin(1)));
        assert_eq!(depths(&outline), [0, 1, 1, 2, 2]);
    }

    #[test]
    fn right_unfolds_and_then_descends_and_left_goes_the_other_way() {
        let library = library();
        let mut outline = Outline::new(shelf(&library, 0));
        outline.unfold(shelf(&library, 0));
        outline.unfold(shelf(&library, 0));
        outline.unfold(shelf(&library, 0));
        assert_eq!(outline.node(), Some(Node::Section(1, 1)));
        outline.fold(shelf(&library, 0));
        assert_eq!(outline.node(), Some(Node::Section(1, 0)));
        outline.fold(shelf(&library, 0));
        assert_eq!(depths(&outline), [0, 1, 1, 2, 2]);
        outline.fold(shelf(&library, 0));
        assert_eq!(outline.node(), Some(Node::Bulletin(1)));
    }

    #[test]
    fn folding_to_a_level_keeps_the_cursor_on_what_is_left() {
        let library = library();
        let mut outline = Outline::new(shelf(&library, 0));
        outline.go(Node::Section(1, 2), shelf(&library, 0));
        outline.fold_to(3, shelf(&library, 0));
        assert_eq!(depths(&outline), [0, 1, 2, 2, 1, 2, 2]);
        assert_eq!(outline.node(), Some(Node::Section(1, 0)));
        outline.fold_to(1, shelf(&library, 0));
        assert_eq!(outline.node(), Some(Node::Series(0)));
        outline.fold_to(9, shelf(&library, 0));
        assert_eq!(depths(&outline).len(), 1 + 2 * 5);
    }

    #[test]
    fn problems_stand_at_the_end() {
        let library = library();
        let outline = Outline::new(shelf(&library, 2));
        let last = outline.items.last().map(|item| item.node);
        assert_eq!(last, Some(Node::Problem(1)));
    }
}
