//! Values that a comment cuts short: ` #` begins one in YAML (YAML 1.2.2, 6.6), and an official means a number by it.

/// The comment that stands behind a value on its line, if it is glued to a word as `#1` is. `line` is the line of the
/// file, `column` where the value begins in it, in characters from 1.
pub fn behind<'l>(line: &'l str, column: usize, value: &str) -> Option<&'l str> {
    let (start, _) = line.char_indices().nth(column.checked_sub(1)?)?;
    let rest = line.get(start..)?.strip_prefix(value)?.trim_start();
    let words = rest.strip_prefix('#')?;
    (!words.is_empty() && !words.starts_with([' ', '#', '\t'])).then_some(rest.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_cuts_a_value_is_seen() {
        assert_eq!(behind("text: 推进 #1 工程。", 7, "推进"), Some("#1 工程。"));
        assert_eq!(behind("text: 推进  # 待核", 7, "推进"), None);
        assert_eq!(behind("text: C#语言", 7, "C#语言"), None);
        assert_eq!(behind("text: \"推进\" #1", 7, "推进"), None);
    }
}
