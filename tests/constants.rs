//! Whose trade it is and with whom stands in the data, not in the program: no string of the code
//! names a country, a product of the bundled data or its reporter, but for the few files that know
//! countries and headings by their trade. What they are counted in stands there, too.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on should stop with the reason"
)]

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::bundled;

/// Files that may name countries or goods, and why.
const EXCEPT: [(&str, &str); 10] = [
    ("src/import/", "layouts of customs offices, tables of countries and headings"),
    ("src/wording/en/import/dataset.rs", "how codes of countries are written, by example"),
    ("src/wording/zh/import/", "the same, and the layouts' names"),
    ("src/browser/importer.rs", "which of a reader's own figures to begin with"),
    ("src/stories/", "the languages' own words"),
    ("src/statistics/seasonal/", "calendars of holidays, of which the data choose one"),
    ("src/wording/en/terms.rs", "the same calendars' names"),
    ("src/trade/unit.rs", "names of money"),
    ("src/xtask/", "builds and checks this product with its own data"),
    ("www/src/wording/import.js", "which publishers' files can be opened"),
];

/// Single words that stay, each in one place.
const KEPT: [(&str, &str); 8] = [
    // The program's help names the publishers whose files it opens.
    ("src/program/mod.rs", "China"),
    // The methods say which calendar of holidays there is, and whose it is.
    ("src/wording/en/charts/expectation.rs", "Chinese"),
    ("src/wording/en/charts/expectation.rs", "Hong Kong"),
    ("src/wording/zh/charts/expectation.rs", "香港"),
    // Whose method it is.
    ("src/wording/zh/charts/series.rs", "美国"),
    ("src/wording/zh/charts/dependence.rs", "美国"),
    ("src/wording/zh/charts/decomposition.rs", "欧盟"),
    // Where the outlines may not be shown in public, whatever the data.
    ("src/wording/zh/charts/map.rs", "中国"),
];

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|own| own == ending) {
            found.push(path);
        }
    }
}

/// The strings of a source text, without its comments, tests and examples.
fn literals(text: &str) -> Vec<(usize, String)> {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let mut found = Vec::new();
    for (line, text) in code.lines().enumerate() {
        let text = text.trim_start();
        if text.starts_with("//") || text.starts_with('*') || text.starts_with("/*") {
            continue;
        }
        let mut parts = text.split('"').skip(1).step_by(2);
        found.extend(parts.by_ref().map(|part| (line + 1, part.to_owned())));
        // An example is an address of the bundled data by its nature.
        if text.starts_with("example:") {
            found.retain(|(at, _)| *at != line + 1);
        }
    }
    found
}

fn names_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let around = [text[..at].chars().next_back(), text[at + word.len()..].chars().next()];
        around.iter().flatten().all(|letter| !letter.is_alphanumeric() && *letter != '-')
    })
}

#[test]
fn no_string_of_the_code_names_a_country_or_a_product_of_the_data() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let dataset = bundled();
    let mut words: Vec<String> =
        vec!["Chinese".to_owned(), "rare earth".to_owned(), "rare earths".to_owned()];
    let world = |code: &str| matches!(code, "WLD" | "OTHER");
    for partner in dataset.partners.iter().filter(|partner| !world(&partner.code)) {
        words.extend([partner.code.clone(), partner.names.of("en").to_owned()]);
    }
    // Codes of one plain word are words of the language too: `metals`, `mining`.
    let codes = dataset.products.iter().map(|product| product.code.clone());
    words.extend(codes.filter(|code| code.contains('-')));
    // Chinese has no blanks between words.
    let mut chinese: Vec<String> =
        dataset.products.iter().map(|own| own.name("zh").to_owned()).collect();
    let partners = dataset.partners.iter().filter(|partner| !world(&partner.code));
    for partner in partners {
        let name = partner.names.of("zh");
        chinese.extend([name.to_owned(), name.trim_start_matches("中国").to_owned()]);
    }
    chinese.push("中国".to_owned());
    chinese.retain(|word| !word.is_empty());
    let mut sources = Vec::new();
    files(&root.join("src"), "rs", &mut sources);
    files(&root.join("www/src"), "js", &mut sources);
    assert!(sources.len() > 100, "{} files read", sources.len());
    let mut wrong = Vec::new();
    for path in sources {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        if EXCEPT.iter().any(|(except, _)| name.starts_with(except)) {
            continue;
        }
        for (line, text) in literals(&fs::read_to_string(&path).unwrap()) {
            let named = words.iter().filter(|word| names_word(&text, word));
            for word in named.chain(chinese.iter().filter(|word| text.contains(word.as_str()))) {
                if !KEPT.iter().any(|(file, kept)| name.starts_with(file) && kept == word) {
                    wrong.push(format!("{name}:{line}: {word} in “{text}”"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "belongs in the data:\n{}", wrong.join("\n"));
}

/// What a data set counts in decides what is read in a story: only the languages' tables name a unit.
#[test]
fn stories_name_no_unit_but_in_the_tables_of_languages() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    files(&root.join("src/stories"), "rs", &mut sources);
    assert!(sources.len() > 30, "{} files read", sources.len());
    let mut wrong = Vec::new();
    for path in sources {
        let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
        if name.starts_with("src/stories/language/") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        for (line, text) in code.lines().enumerate() {
            let named = |(at, head): (usize, &str)| {
                let rest = &text[at + head.len()..];
                rest.starts_with("known(")
                    || rest.starts_with(|sign: char| sign.is_ascii_uppercase())
            };
            if text.match_indices("Unit::").any(named) {
                wrong.push(format!("{name}:{}: {}", line + 1, text.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "take the data set's units:\n{}", wrong.join("\n"));
}
