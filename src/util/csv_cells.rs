//! Cells of the CSV files that Xenotime writes.

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

/// Puts an apostrophe before a word that a spreadsheet would take for a formula, and before one that
/// already looks guarded.
pub fn harmless(word: &str) -> String {
    if is_formula(word.trim_start_matches('\'')) { format!("'{word}") } else { word.to_owned() }
}

/// The word that [`harmless`] made harmless.
pub fn unguarded(word: &str) -> &str {
    let own = word.strip_prefix('\'').filter(|own| is_formula(own.trim_start_matches('\'')));
    own.unwrap_or(word)
}

fn is_formula(word: &str) -> bool {
    // Some spreadsheets take the wide letters of East Asia for the narrow ones.
    word.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '|', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_harmless_can_be_read_back() {
        for word in ["=1+1", "＝1", "|calc", "'=1", "''-x", "@a", "it's", "'tis", "", "'", "28"] {
            let guarded = harmless(word);
            assert!(!is_formula(&guarded), "{guarded}");
            assert_eq!(unguarded(&guarded), word);
        }
    }
}
