//! The hits in the text: the reading screen's part of Find.

impl App {
    fn show_hit(&mut self) {
        let Some(hit) = self.find.hit().cloned() else {
            return;
        };
        let place = format!("{}/{}", self.find.cursor + 1, self.find.search.hits.len());
        self.say(format!(
            "{}{}  {place}",
            self.lang.words().find_label,
            self.find.typed
        ));
        let Some(section) = hit.section else {
            self.outline.go(
                super::outline::Node::Bulletin(hit.bulletin),
                &self.bulletins,
            );
            return self.show_node();
        };
        self.open_section(hit.bulletin, section);
        let bulletin = self.bulletins.get(hit.bulletin);
        let Some(of) = bulletin.and_then(|b| b.sections().get(section)) else {
            return;
        };
        let place = |p: &Paragraph| Some(found_in(p, of, &hit)?.start);
        if let Some(anchor) = self.reader.page.anchor_in_section(section, place) {
            self.show_anchor(anchor, self.some_rows());
        }
    }

    /// The hits in a paragraph of the text that is shown: byte ranges of its whole text, lead
    /// included, and whether it is the one under the cursor.
    pub fn hits_in(
        &self,
        paragraph: &Paragraph,
        section: &Section,
        hits: &[(usize, &Hit)],
    ) -> Vec<(Range<usize>, bool)> {
        let own = hits
            .iter()
            .filter(|(_, hit)| hit.section == Some(paragraph.section));
        let place = |(at, hit): &(usize, &Hit)| {
            let place = found_in(paragraph, section, hit)?;
            Some((place, *at == self.find.cursor))
        };
        own.filter_map(place).collect()
    }
}

/// Where in a paragraph's whole text a hit of its section stands, if it does.
fn found_in(paragraph: &Paragraph, section: &Section, hit: &Hit) -> Option<Range<usize>> {
    let span = &hit.span;
    if hit.is_in_body(section) {
        let (from, to) = (paragraph.place(span.start), paragraph.place(span.end));
        return (from < to).then_some(from..to);
    }
    let bracket = if section.form == Form::Implied {
        '〔'.len_utf8()
    } else {
        0
    };
    let before = section.label.len() + bracket;
    (paragraph.heading && before + span.end <= paragraph.lead.len())
        .then(|| before + span.start..before + span.end)
}
