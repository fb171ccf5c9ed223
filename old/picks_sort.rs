    /// Moves the pick under the cursor up or down.
    pub fn shift(&mut self, by: isize) {
        let to = self.cursor.checked_add_signed(by);
        if let Some(to) = to.filter(|to| *to < self.items.len()) {
            self.items.swap(self.cursor, to);
            self.cursor = to;
        }
    }

    /// Puts the picks in the order of the library: bulletins as the outline has them, then rows.
    pub fn sort(&mut self, order: &[usize]) {
        let under = self.items.get(self.cursor).cloned();
        let place = |pick: &Pick| {
            let at = |index: usize| order.iter().position(|b| *b == index).unwrap_or(usize::MAX);
            match pick {
                Pick::Bulletin(index) => (false, at(*index), 0, 0, None),
                Pick::Section(index, section) => (false, at(*index), *section, 0, None),
                Pick::Passage(index, section, span) => {
                    (false, at(*index), *section, span.start, None)
                }
                // Members of a series stand together.
                Pick::Row { cell, .. } => {
                    let content = Some(cell.content);
                    (true, at(cell.bulletin), cell.section, 0, content)
                }
            }
        };
        self.items.sort_by_key(place);
        let now = self
            .items
            .iter()
            .position(|pick| Some(pick) == under.as_ref());
        self.cursor = now.unwrap_or(self.cursor);
    }

