//! Names of the elements of a page, by what becomes of their words (WHATWG HTML, 15.3). Knows nothing else.

/// Elements whose words are code: not even left out.
pub const CODE: [&str; 3] = ["script", "style", "iframe"];
/// Elements whose words are never shown, or belong to a form to be filled in.
pub const CONTROLS: [&str; 5] = ["template", "select", "button", "textarea", "svg"];
/// Elements whose words are struck through.
pub const STRUCK: [&str; 3] = ["del", "s", "strike"];
/// Elements that are furniture wherever they are.
pub const FURNITURE: [&str; 3] = ["nav", "footer", "aside"];
/// Elements without an end.
pub const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements that begin and end a block.
pub const BLOCKS: &[&str] = &[
    "td",
    "th",
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "title",
    "tr",
    "ul",
];
