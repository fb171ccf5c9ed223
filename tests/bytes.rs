//! What a frame costs on a slow link: bytes written, beside ratatui's stock backend.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::string_slice)] // tests say what they expect

mod journey;

use std::cell::Cell;
use std::io::{self, Write};
use std::rc::Rc;

use jianbao::terminal::painter::Painter;
use jianbao::width::Ambiguous;
use journey::Journey;
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A writer that counts.
#[derive(Clone, Default)]
struct Count(Rc<Cell<usize>>);

impl Count {
    /// Bytes since the last call.
    fn take(&self) -> usize {
        self.0.take()
    }
}

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.set(self.0.get() + bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Bytes of each frame after the other: ours, and those of the stock backend.
fn bytes(frames: &[Buffer]) -> Vec<(usize, usize)> {
    let (ours, stock) = (Count::default(), Count::default());
    let mut painter = Painter::new(ours.clone(), Ambiguous::Narrow);
    let mut backend = CrosstermBackend::new(stock.clone());
    let mut before = Buffer::empty(frames[0].area);
    let frames = frames.iter().map(|frame| {
        let size = (frame.area.width, frame.area.height);
        painter
            .draw(size, |buffer| buffer.clone_from(frame), None)
            .unwrap();
        backend.draw(before.diff(frame).into_iter()).unwrap();
        Write::flush(&mut backend).unwrap();
        before = frame.clone();
        (ours.take(), stock.take())
    });
    frames.collect()
}

#[test]
fn a_page_and_a_scrolled_line_take_half_of_what_the_stock_backend_writes() {
    let mut journey = Journey::new(120, 40);
    journey.press("Tab PgDn");
    let page = journey.buffer();
    journey.press("Down");
    let scrolled = journey.buffer();
    assert_eq!(page.area, Rect::new(0, 0, 120, 40));
    let [page, scrolled] = bytes(&[page, scrolled])[..] else {
        panic!("two frames");
    };
    assert!(page.0 <= 6_000 && page.0 * 2 <= page.1, "{page:?}");
    let small = scrolled.0 <= 7_000 && scrolled.0 * 2 <= scrolled.1;
    assert!(small, "{scrolled:?}");
}
