//! Metadata that their own words give away: red head, number, rows of a table, date and source. Knows nothing of
//! titles.

use super::limits;
use super::metadata::{Field, fields, is_row, source};
use super::reader::Reader;
use crate::import::chapters::lead::sentences;
use crate::import::clean::furniture::is_source;
use crate::import::doubt::Why;
use crate::import::line::{Line, Style};
use crate::import::office::{document_number, is_bare_office, is_organ};
use crate::lexicon::List;
use crate::text::chars::squeezed;
use crate::text::date::{date, is_date};

/// Words of a circular that a document comes with.
static COVER: List = List::new("cover");
static SECRECY: List = List::new("secrecy");
static URGENCY: List = List::new("urgency");
static SIGNER: List = List::new("signer");
/// 文件, after the name of the issuer.
static RED_HEAD: List = List::new("red-head");
static SAYS_SOURCE: List = List::new("says-source");

impl Reader {
    /// What is above the title of an official document (GB/T 9704-2012 7.2): copy number, secrecy, urgency, the
    /// name of its issuer with 文件, who signed.
    pub(super) fn red_head(&mut self, text: &str) -> Option<Why> {
        let words = squeezed(text);
        let copy = words.len() == 6 && words.bytes().all(|byte| byte.is_ascii_digit());
        let secret = SECRECY.words().any(|word| {
            let after = words.strip_prefix(word);
            after.is_some_and(|rest| rest.is_empty() || rest.starts_with('★'))
        });
        let urgent = URGENCY.has(&words);
        let signed = SIGNER.starts(&words) && words.chars().count() <= limits::SIGNER_LINE.get();
        if copy || secret || urgent || signed {
            return Some(Why::RedHead);
        }
        let offices = RED_HEAD.strip_end(text.trim())?;
        // Several offices, each on a line of its own or parted by a space.
        let above = self.titles.iter().all(|title| is_organ(title));
        let above = if above { self.titles.as_slice() } else { &[] };
        let wide = offices.split_whitespace().all(is_organ);
        let whole = vec![squeezed(offices)];
        let offices = if wide {
            offices.split_whitespace().map(str::to_owned).collect()
        } else if is_organ(&squeezed(offices)) {
            whole
        } else {
            Vec::new()
        };
        let all: Vec<String> = above.iter().cloned().chain(offices).collect();
        if all.is_empty() {
            return None;
        }
        if self.head.issuer.is_empty() {
            self.head.issuer = all.join("、");
        }
        Some(Why::Issuer)
    }

    /// Metadata that its own words give away: a table of them, the covering circular, number, date, source.
    pub(super) fn matter(&mut self, line: &Line) -> Option<Why> {
        let text = line.text.as_str();
        let count = text.chars().count();
        if let Some(why) = self.red_head(text) {
            return Some(why);
        }
        if line.style == Style::Row && self.row(text) {
            return Some(Why::Title);
        }
        if is_row(text) && self.row(text) {
            return Some(Why::Site);
        }
        if COVER.is_in(text)
            && !self.covered
            && count <= limits::COVER.get()
            && sentences(text).len() <= 2
            && text.ends_with('。')
        {
            self.covered = true;
            self.titles.clear();
            return Some(Why::Cover);
        }
        // One in a sentence is that of another document.
        let cited = text.contains('。')
            || text.ends_with(['，', '：', ',', ':'])
            || text.contains("》（")
            || text.contains("》(");
        if let Some(number) =
            document_number(text).filter(|_| count <= limits::NUMBER_LINE.get() && !cited)
        {
            let alone = number.len() == text.len();
            let known = &mut self.head.document_number;
            known.get_or_insert_with(|| number.to_owned());
            return Some(if alone {
                Why::DocumentNumber
            } else {
                Why::Title
            });
        }
        if self.is_signature(text) {
            return Some(Why::Issuer);
        }
        if is_date(text) {
            self.date(text);
            return Some(Why::Date);
        }
        let begins_dated =
            text.starts_with(|c: char| c.is_ascii_digit()) && count <= limits::DATED_SOURCE.get();
        let names_source = SAYS_SOURCE.is_in(text)
            && (count <= limits::SOURCE_LINE.get() || begins_dated)
            && date(text).is_some();
        if is_source(text) || names_source {
            self.source(text);
            self.published = self.published.or_else(|| date(text));
            return Some(Why::Source);
        }
        None
    }

    /// Where a line says that the text is from, unless it is known.
    pub(super) fn source(&mut self, text: &str) {
        let name = source(text);
        if self.head.publication.is_none() && !name.is_empty() {
            self.head.publication = Some(name.to_owned());
        }
    }

    /// Takes what a row of a table of metadata says; whether it is one:
    /// 发文机关： 国务院 成文日期： 2019年01月24日.
    pub(super) fn row(&mut self, text: &str) -> bool {
        let fields = fields(text);
        for (field, value) in &fields {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match field {
                Field::Issuer if self.head.issuer.is_empty() => {
                    value.clone_into(&mut self.head.issuer);
                }
                Field::Publisher if is_organ(value) && !is_bare_office(value) => {
                    self.publisher.get_or_insert_with(|| value.to_owned());
                }
                Field::Date => self.head.date = date(value).or(self.head.date),
                Field::Published => self.published = self.published.or_else(|| date(value)),
                Field::Number => {
                    self.head.document_number = document_number(value)
                        .map(str::to_owned)
                        .or(self.head.document_number.take());
                }
                Field::Title => self.front = Some(value.to_owned()),
                Field::Issuer | Field::Publisher | Field::Other => {}
            }
        }
        !fields.is_empty()
    }

    /// Takes what metadata above the title say of the document; a day there is that of the page.
    pub(super) fn matter_above_title(&mut self, line: &Line) {
        if is_row(&line.text) || line.style == Style::Row {
            self.row(&line.text);
        } else if is_date(&line.text) {
            self.published = self.published.or_else(|| date(&line.text));
        } else if is_source(&line.text) {
            self.source(&line.text);
            self.published = self.published.or_else(|| date(&line.text));
        }
    }
}
