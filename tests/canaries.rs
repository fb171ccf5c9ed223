//! Faults of ratatui with wide characters that the drawing keeps away from (`view::canvas` cuts,
//! wraps and blanks by itself). Each test holds a fault as it is: one that fails here was mended
//! upstream, and what stands in its place may go.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Paragraph, Widget, Wrap};

fn symbols(buffer: &Buffer, y: u16) -> Vec<&str> {
    (0..buffer.area.width)
        .map(|x| buffer[(x, y)].symbol())
        .collect()
}

#[test]
fn a_paragraph_still_draws_past_its_area() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 6, 2));
    let paragraph = Paragraph::new("a中中").wrap(Wrap { trim: false });
    paragraph.render(Rect::new(0, 0, 4, 2), &mut buffer);
    // a, 中 in cells 1 and 2, and a second 中 in cells 3 and 4: one more than there are.
    assert_eq!(symbols(&buffer, 0)[3], "中");
}

#[test]
fn a_paragraph_still_begins_lines_with_closing_marks() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
    let paragraph = Paragraph::new("推动建设，加强").wrap(Wrap { trim: false });
    paragraph.render(buffer.area, &mut buffer);
    assert_eq!(symbols(&buffer, 1)[0], "，");
}

#[test]
fn a_cut_line_still_leaves_what_stood_in_its_odd_cell() {
    let mut buffer = Buffer::with_lines(["xxxxx"]);
    Line::from("中文字").render(Rect::new(0, 0, 5, 1), &mut buffer);
    assert_eq!(symbols(&buffer, 0)[4], "x");
}

#[test]
fn clearing_from_the_middle_of_a_character_still_hides_the_first_column() {
    let before = Buffer::with_lines(["中文字"]);
    let mut after = before.clone();
    Clear.render(Rect::new(1, 0, 2, 1), &mut after);
    after[(1, 0)].set_symbol("|");
    let written: Vec<u16> = before.diff(&after).iter().map(|(x, ..)| *x).collect();
    assert!(
        !written.contains(&1),
        "the column is written now: {written:?}"
    );
}

#[test]
fn a_later_title_still_cuts_an_earlier_one_in_two() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 2));
    let block = Block::bordered()
        .title_top(Line::from("a中文中文"))
        .title_top(Line::from("右").right_aligned());
    block.render(buffer.area, &mut buffer);
    let row = symbols(&buffer, 0);
    let orphan = row
        .windows(2)
        .any(|pair| pair[0] == "文" && pair[1] == "右");
    assert!(orphan, "{row:?}");
}
