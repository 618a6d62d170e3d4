//! Cells of a CSV file that leaves us.

/// Writes cells as RFC 4180 has them. The csv crate's writer would bring a parser of numbers into
/// the reader's download, an eighth of the module, to decide on quotes in a mode we do not use.
pub fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            text.push('"');
            text.push_str(&cell.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(&cell);
        }
    }
    text.push('\n');
}

/// A word that a spreadsheet would take for a formula gets an apostrophe before it.
pub fn harmless(word: &str) -> String {
    if word.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{word}")
    } else {
        word.to_owned()
    }
}
