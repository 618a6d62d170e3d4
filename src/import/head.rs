//! What a file is, by its first bytes.

use super::records::words;

/// A table after the first line `sep=;`, which tells a spreadsheet how to read it, and the line that it
/// begins on.
pub fn after_hint(text: &[u8]) -> (&[u8], u64) {
    let end = memchr::memchr(b'\n', text).filter(|_| text.starts_with(b"sep="));
    end.and_then(|end| text.get(end + 1..)).map_or((text, 1), |rest| (rest, 2))
}

/// What files that are no text begin with.
const KINDS: [(&[u8], &str); 9] = [
    (b"PK\x03\x04", "it is a spreadsheet or an archive (.xlsx, .zip): save the sheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "it is an old spreadsheet (.xls): save the sheet as CSV"),
    (b"%PDF", "it is a PDF: a CSV was expected"),
    (b"PAR1", "it is a Parquet file: a CSV was expected; the rollup reads Parquet"),
    (b"\x89PNG", "it is a picture: a CSV was expected"),
    (b"\xff\xd8\xff", "it is a picture: a CSV was expected"),
    (b"\x1f\x8b", "it is compressed twice, or this browser cannot unpack it"),
    (b"BZh", "it is compressed by bzip2: gzip or plain CSV was expected"),
    (b"7z\xbc\xaf", "it is an archive: gzip or plain CSV was expected"),
];

/// What a file is that is no table of text, by its first bytes.
pub fn foreign(head: &[u8]) -> Option<String> {
    let told = KINDS.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((_, words)) = told {
        return Some((*words).to_owned());
    }
    let start: String = words(head.get(..256).unwrap_or(head)).trim_start().to_lowercase();
    if head.is_empty() {
        return Some("it is empty".to_owned());
    }
    if start.is_empty() {
        return Some("it begins with nothing that can be read: a CSV was expected".to_owned());
    }
    if start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") {
        return Some("it is a web page, not its data: a CSV was expected".to_owned());
    }
    if start.starts_with('{') || start.starts_with("[{") {
        return Some("it is JSON: a CSV was expected".to_owned());
    }
    let first = head.get(..4096).unwrap_or(head);
    let nulls = first.iter().filter(|byte| **byte == 0).count();
    (nulls * 10 > first.len()).then(|| "it is no text: a CSV was expected".to_owned())
}

/// How a file's letters are written, by its first bytes, as the browser's decoders name it; nothing
/// where it can be read as it is.
pub fn encoding(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"\xff\xfe") {
        return Some("utf-16le");
    }
    if head.starts_with(b"\xfe\xff") {
        return Some("utf-16be");
    }
    if KINDS.iter().any(|(magic, _)| head.starts_with(magic)) {
        return None;
    }
    let first = head.get(..4096).unwrap_or(head);
    let nulls = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (nulls(0) * 3 > first.len(), nulls(1) * 3 > first.len()) {
        (true, false) => return Some("utf-16be"),
        (false, true) => return Some("utf-16le"),
        _ => {}
    }
    // Cut within a letter, the head is still UTF-8.
    if std::str::from_utf8(first).map_or_else(|error| error.error_len().is_none(), |_| true) {
        return None;
    }
    let mut pairs = 0;
    let mut lone = 0;
    let mut bytes = first.iter();
    while let Some(byte) = bytes.next() {
        if *byte >= 0x81 {
            match bytes.next() {
                Some(second) if *second >= 0x81 => pairs += 1,
                _ => lone += 1,
            }
        }
    }
    (pairs > lone * 4).then_some("gb18030")
}
