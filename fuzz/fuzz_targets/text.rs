//! Texts of any bytes: no character is lost, and what is written is read again.
#![no_main]

#[path = "../check.rs"]
mod check;

use jianbao::import::import;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let draft = import(bytes, "a.txt");
    check::is_read_again(&draft);
    // What is no page and no post is kept character by character.
    if let Ok(text) = std::str::from_utf8(bytes)
        && !text.starts_with("PK\u{3}\u{4}")
        && !text.contains("---")
        && !text.contains('<')
    {
        let left = draft.left.iter().map(|left| left.text.as_str());
        let kept = check::characters(draft.words().into_iter().chain(left));
        assert_eq!(kept, check::characters([text]));
    }
});
