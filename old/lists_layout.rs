/// The list of Picks and the preview of the one under the cursor.
pub fn picks(body: Area) -> (Area, Option<Area>) {
    list_over(body, (body.rows / 3).clamp(1, 12))
}

/// The list of marks and the text of the one under the cursor.
pub fn marks(body: Area) -> (Area, Option<Area>) {
    list_over(body, (body.rows / 2).max(1))
}
