//! What countries are called, learned once: that takes longer than to read most files.

use std::sync::Mutex;

use xenotime::import::{COUNTRIES, CountryNames};
use xenotime::trade::Language;

/// By the language that they were learned in, which is the one that they are shown in.
static LEARNED: Mutex<Vec<(Language, CountryNames)>> = Mutex::new(Vec::new());

/// For a reader, as it learns them itself.
pub fn country_names() -> CountryNames {
    let language = Language::spoken();
    let mut learned = LEARNED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some((_, names)) = learned.iter().find(|(own, _)| *own == language) {
        return names.clone();
    }
    let mut names = CountryNames::default();
    names.learn(COUNTRIES);
    learned.push((language, names.clone()));
    names
}
