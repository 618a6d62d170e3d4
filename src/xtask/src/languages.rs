//! The languages that the page is built in.

use std::fs;

use crate::run::{Outcome, Workshop};

/// Where the words of the pages lie: a folder for each language, named by its code.
pub const WORDS: &str = "www/words";

/// The language of the files without a language's code in their names.
const ENGLISH: &str = "en";

/// The codes of the other languages, in order.
pub fn others(workshop: &Workshop) -> Outcome<Vec<String>> {
    let folder = workshop.root.join(WORDS);
    let unread = |error| format!("{WORDS} cannot be read: {error}");
    let mut codes = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let code = entry.map_err(unread)?.file_name().to_string_lossy().into_owned();
        if code != ENGLISH {
            codes.push(code);
        }
    }
    codes.sort();
    Ok(codes)
}

/// The module that stands for another one in a language.
pub fn module(name: &str, language: &str) -> String {
    format!("{name}-{language}")
}
