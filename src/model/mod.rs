//! What a bulletin is: sections in reading order, their text, and the figures that point into it.
//!
//! Knows nothing of files, screens or languages of the interface. A section owns its text; every
//! position anywhere in the program is a byte range into [`Section::body`].

mod bulletin;
mod catalogue;
mod figure;
mod kind;
mod reference;
mod section;
pub mod table;

pub use bulletin::{Bulletin, MAX_DEPTH, dotted};
pub use catalogue::Catalogue;
pub use figure::{Bound, Counting, Figure, Measure, Origin, Reading, Trend};
pub use kind::{Form, Kind, Role};
pub use reference::{Part, SectionRef};
pub use section::{Figures, FindFigures, Section};
