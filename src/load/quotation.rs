//! Where a quotation that its section does not hold differs from it.

/// Characters of a quotation that are looked for; from there on the text found is followed.
const LOOKED_FOR: usize = 64;

/// The longest start of a quotation that a text holds, and a few characters of what follows.
pub fn agreement(body: &str, quote: &str) -> (String, String) {
    let ends = quote.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.take(LOOKED_FOR).collect();
    let place = |end: usize| body.find(quote.get(..end)?);
    // A longer start stands nowhere if a shorter one does not.
    let count = ends.partition_point(|end| place(*end).is_some());
    let Some(end) = count.checked_sub(1).and_then(|i| ends.get(i)).copied() else {
        return (String::new(), String::new());
    };
    let at = place(end).unwrap_or_default();
    let here = body.get(at + end..).unwrap_or_default();
    let wanted = quote.get(end..).unwrap_or_default();
    let same = here.chars().zip(wanted.chars()).take_while(|(a, b)| a == b);
    let more: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let agrees = quote.get(..end + more).unwrap_or_default();
    if agrees.chars().count() < 2 {
        return (String::new(), String::new());
    }
    let follows = here.get(more..).unwrap_or_default();
    // Of a long quotation the last words that agree are enough to find the place.
    let skip = agrees.chars().count().saturating_sub(LOOKED_FOR);
    let shown: String = agrees.chars().skip(skip).collect();
    (shown, follows.chars().take(6).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrong_quotation_is_told_from_where_it_differs() {
        let (agrees, follows) = agreement("建成二级节点166个，接入5万家", "建成二级节点165个");
        assert_eq!(
            (agrees.as_str(), follows.as_str()),
            ("建成二级节点16", "6个，接入5")
        );
    }
}
