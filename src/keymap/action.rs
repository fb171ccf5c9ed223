//! What a user asks for, without data of the world.

/// Something the user did. Keys become actions in [`super::rows`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// One row, or item, up.
    Up,
    /// One down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the beginning.
    Top,
    /// To the end.
    Bottom,
    /// Fold, or go to the parent; an earlier year in Compare.
    Left,
    /// Unfold, or go to the first child; a later year in Compare.
    Right,
    /// Open what the cursor stands on.
    Enter,
    /// The other pane; the next series in Compare.
    Switch,
    /// Pick or unpick.
    Tick,
    /// Pick all rows that are listed, or unpick them.
    TickAll,
    /// Fold the outline to a level, from 1.
    Level(u8),
    /// The same section one year back.
    YearBack,
    /// The same section one year on.
    YearOn,
    /// Go to Read.
    Read,
    /// Go to Compare.
    Compare,
    /// Go to Picks.
    Picks,
    /// Open or close help.
    Help,
    /// Ask for a file to export the picks to.
    Export,
    /// Copy the picks, or what the screen stands on.
    Copy,
    /// Put a cursor on the sentences of the text.
    Passages,
    /// Give the picks the next form.
    Format,
    /// Number sections anew, or as the source does.
    Numbering,
    /// Take all picks out, or put them back.
    Clear,
    /// Take the item out of the picks.
    Remove,
    /// List rows of the next kind of outcome only.
    Filter,
    /// List rows in the next order.
    Sort,
    /// Put the rows of all groups under the headings of their chapters, or only tasks.
    Group,
    /// Show a group of rows alone, by its place among them; behind the last one, all of them.
    RowGroup(u8),
    /// List only rows whose next target is another one, or all.
    Changed,
    /// Say that what was paired by likeness is one indicator, or take that back.
    Confirm,
    /// Say that it is not, or take that back.
    Part,
    /// Lay the section beside that of other years.
    Parallel,
    /// Lay so many years side by side.
    Years(u8),
    /// List new and dropped phrases.
    Terms,
    /// The left key of the mouse, at a column and a row.
    Click(u16, u16),
    /// The mouse moved to a column with its key held.
    Drag(u16),
    /// Its key was let go.
    Release,
    /// The wheel at a column and a row; whether down.
    Wheel(u16, u16, bool),
    /// Let go of the mouse, or take it back.
    Mouse,
    /// Back to the place before the last jump.
    PlaceBack,
    /// On again to the place that was gone back from.
    PlaceOn,
    /// Set a mark; give the one under the cursor another name.
    Mark,
    /// List the marks.
    Marks,
    /// Say of a section that it was read, or that it was not.
    TurnRead,
    /// To the next section that was not read.
    NextUnread,
    /// Open the action menu.
    Menu,
    /// Look for words, sounds and figures.
    Find,
    /// To the next hit.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// To the next figure of the text.
    NextFigure,
    /// List the figures of the bulletin.
    Figures,
    /// Look in the open bulletin only, or in all.
    Scope,
    /// Look in sections of the next year only.
    FilterYear,
    /// Look in the next series only.
    FilterSeries,
    /// Look in sections of the next kind only.
    FilterKind,
    /// Look everywhere.
    NoFilter,
    /// Ask for words to be counted by year.
    Count,
    /// To the next change.
    NextChange,
    /// To the change before.
    PreviousChange,
    /// To the section before.
    Previous,
    /// Fold what did not change, or unfold it.
    Fold,
    /// One screen back.
    Back,
    /// Leave the program; asks once if picks would be lost.
    Quit,
    /// Leave the program at once.
    Leave,
    /// Stop until the shell brings the program back.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// Read the files anew.
    Reload,
    /// A character for the input line.
    Type(char),
    /// Delete the character before the caret.
    Erase,
    /// Delete the character behind the caret.
    Delete,
    /// Delete the word before the caret.
    EraseWord,
    /// Delete all before the caret.
    EraseLine,
}

impl Action {}
