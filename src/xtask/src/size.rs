//! What the built page weighs, against what it may weigh.

use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use brotli::enc::BrotliEncoderParams;

use crate::{
    html::{Tag, tags},
    languages,
    run::{Outcome, Workshop, read},
    scripts::{COUNTRIES, GOODS},
};

/// The pages, and the most that everything each loads by default may weigh, compressed.
const BUDGETS: [(&str, usize); 2] = [("index.html", 190 * 1024), ("story.html", 200 * 1024)];

/// The same in each other language, whose code is in their names.
const OTHER_BUDGETS: [(&str, usize); 2] = [
    // Chinese takes more bytes to say the same, and stories are read in every language.
    ("story", 210 * 1024),
    // It begins with the data's own remarks in its language.
    ("index", 210 * 1024),
];

/// What is fetched when it is first asked for: told, for readers wait for it, but in no page's budget.
const LATER: [&str; 6] =
    ["whole_bg.wasm", "whole.js", COUNTRIES[0], COUNTRIES[1], COUNTRIES[2], GOODS];

/// The same of what each language has its own of: modules, and scripts.
const LATER_MODULES: [&str; 4] = ["reader", "importer", "unpacker", "spreadsheet"];
const LATER_SCRIPTS: [&str; 5] =
    ["study-worker", "reader-worker", "import-worker", "unpack", "spreadsheet"];

/// The most that a part of the names of countries may weigh, compressed.
const MOST_NAMES: usize = 12_000;

/// The most that a module that opens files may weigh, compressed, in any language.
const MOST_OPENING: [(&str, usize); 2] = [("reader", 182_000), ("importer", 445_000)];

/// A file that the page loads.
struct Weighed {
    name: String,
    plain: usize,
    compressed: usize,
}

/// Prints the compressed size of everything the page loads; fails if it exceeds the budget.
pub fn size(workshop: &Workshop, arguments: &[String]) -> Outcome {
    let dist = match arguments {
        [] => workshop.root.join("dist"),
        [option, folder] if option == "--dist" => PathBuf::from(folder),
        _ => return Err("size takes no argument but `--dist FOLDER`".to_owned()),
    };
    let weights = check(&dist, &languages::others(workshop)?)?;
    check_readme(&read(&workshop.root.join("README.md"))?, &weights)
}

/// Weighs the pages in a folder, of English and of the `others`, each against the budget.
fn check(dist: &Path, others: &[String]) -> Outcome<Vec<(String, usize)>> {
    let mut pages: Vec<(String, usize)> =
        BUDGETS.map(|(page, most)| (page.to_owned(), most)).into();
    let mut later: Vec<String> = LATER.map(str::to_owned).into();
    later.extend(LATER_MODULES.map(|name| format!("{name}_bg.wasm")));
    later.extend(LATER_SCRIPTS.map(|name| format!("{name}.js")));
    for language in others {
        pages.extend(OTHER_BUDGETS.map(|(page, most)| (format!("{page}.{language}.html"), most)));
        let module = |name| format!("{}_bg.wasm", languages::module(name, language));
        later.extend(LATER_MODULES.map(module));
        later.extend(LATER_SCRIPTS.map(|name| format!("{name}.{language}.js")));
    }
    let mut weights = Vec::new();
    for (page, budget) in pages {
        let weight = check_page(dist, &page, budget)?;
        weights.push((page, weight));
    }
    println!("Fetched when it is first asked for:");
    for name in later {
        let file = weighed(dist, &name)?;
        println!("{:>9}  {:>9}  {}", file.plain, file.compressed, file.name);
        if let Some(most) = most(&name).filter(|most| file.compressed > *most) {
            return Err(format!("{name} weighs {} bytes, over {most}", file.compressed));
        }
    }
    Ok(weights)
}

/// The most that what is fetched later may weigh, where there is a limit.
fn most(name: &str) -> Option<usize> {
    let module = name.strip_suffix("_bg.wasm").unwrap_or_default();
    let of = |own: &&(&str, usize)| module.split('-').next() == Some(own.0);
    let opening = MOST_OPENING.iter().find(of).map(|(_, most)| *most);
    opening.or(COUNTRIES.contains(&name).then_some(MOST_NAMES))
}

/// Weighs a page against its budget; answers with its weight.
fn check_page(dist: &Path, page: &str, budget: usize) -> Outcome<usize> {
    let files = weigh(dist, page)?;
    let total: usize = files.iter().map(|file| file.compressed).sum();
    println!("{:>9}  {:>9}", "bytes", "Brotli");
    for file in &files {
        println!("{:>9}  {:>9}  {}", file.plain, file.compressed, file.name);
    }
    let plain: usize = files.iter().map(|file| file.plain).sum();
    println!("{plain:>9}  {total:>9}  in total; the budget is {budget} compressed");
    if total > budget {
        return Err(format!(
            "the page weighs {total} bytes, {} more than its budget",
            total - budget
        ));
    }
    Ok(total)
}

/// What the README says of weights: the page, and the words around its number of kilobytes.
const SAID: [(&str, &str, &str); 2] = [
    ("index.zh.html", "The first load is ", " kB for the Chinese page and "),
    ("index.html", " kB for the Chinese page and ", " kB for the English one (`cargo xtask size`)"),
];
/// How far that may be off before it misleads.
const OFF: usize = 5;

/// Holds the README to the weights.
fn check_readme(readme: &str, weights: &[(String, usize)]) -> Outcome {
    // Lines may break anywhere.
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    for (page, before, behind) in SAID {
        let said = readme
            .split(before)
            .filter_map(|rest| rest.split_once(behind)?.0.parse::<usize>().ok())
            .next()
            .ok_or_else(|| format!("README.md: found no number of “{before}… {behind}”"))?;
        let own =
            weights.iter().find(|(own, _)| own == page).map_or(0, |(_, weight)| weight / 1000);
        if own.abs_diff(said) > OFF {
            return Err(format!(
                "README.md says that {page} weighs {said} kB, and it weighs {own}"
            ));
        }
    }
    Ok(())
}

fn weigh(dist: &Path, page: &str) -> Outcome<Vec<Weighed>> {
    let html = read(&dist.join(page))
        .map_err(|error| format!("{error}\nBuild the page first: cargo xtask build"))?;
    let names = loaded(&html);
    // The page's script finds the module by name: a name not found would flatter the sum.
    if !names.iter().any(|name| name.ends_with(".wasm")) {
        return Err("the page names no .wasm file on <html> or <body>".to_owned());
    }
    std::iter::once(page.to_owned()).chain(names).map(|name| weighed(dist, &name)).collect()
}

fn weighed(dist: &Path, name: &str) -> Outcome<Weighed> {
    let bytes = fs::read(dist.join(name))
        .map_err(|error| format!("the page loads {name}, which cannot be read: {error}"))?;
    let compressed = compressed_size(&bytes)?;
    Ok(Weighed { name: name.to_owned(), plain: bytes.len(), compressed })
}

/// The local files that a page loads by itself, each once, in the order they appear. Attributes that
/// begin with `data-later-` name what is loaded only when it is asked for.
fn loaded(page: &str) -> Vec<String> {
    let mut names = Vec::new();
    for name in tags(page).iter().flat_map(references).filter_map(local_file) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn references(tag: &Tag) -> Vec<&str> {
    match tag.name.as_str() {
        "img" => tag.attribute("src").into_iter().collect(),
        // The page's own scripts stand on the one that brings them.
        "script" => tag.attribute("src").into_iter().chain(named(tag)).collect(),
        "link" if loads(tag) => tag.attribute("href").into_iter().collect(),
        "html" | "body" => named(tag).collect(),
        _ => Vec::new(),
    }
}

/// The files that an element's own attributes name for a script to load.
fn named(tag: &Tag) -> impl Iterator<Item = &str> {
    tag.attributes
        .iter()
        .filter(|(name, _)| name.starts_with("data-") && !name.starts_with("data-later-"))
        .filter(|(_, value)| is_data_file(value))
        .map(|(_, value)| value.as_str())
}

/// Whether a link makes the browser load what it names.
fn loads(link: &Tag) -> bool {
    let kinds = ["stylesheet", "preload", "modulepreload", "icon"];
    link.attribute("rel").is_some_and(|rel| {
        rel.split_ascii_whitespace()
            .any(|word| kinds.iter().any(|kind| word.eq_ignore_ascii_case(kind)))
    })
}

/// Whether a `data-` attribute names a file that the page's script loads, and no list of some.
fn is_data_file(value: &str) -> bool {
    let path = without_query(value);
    !path.contains(' ') && [".wasm", ".csv", ".js"].iter().any(|ending| path.ends_with(ending))
}

/// The file in the folder of the page that a reference names, unless it leads elsewhere.
fn local_file(reference: &str) -> Option<String> {
    let elsewhere = reference.starts_with("//") || scheme(reference);
    let path = without_query(reference);
    let path = path.trim_start_matches("./").trim_start_matches('/');
    (!elsewhere && !path.is_empty()).then(|| path.to_owned())
}

/// Whether a reference begins with a scheme, such as `https:` or `data:`.
fn scheme(reference: &str) -> bool {
    reference.split_once(':').is_some_and(|(before, _)| {
        before.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

fn without_query(reference: &str) -> &str {
    reference.split(['?', '#']).next().unwrap_or(reference)
}

/// What a static host would send after compressing once and for all.
fn compressed_size(bytes: &[u8]) -> Outcome<usize> {
    let parameters =
        BrotliEncoderParams { quality: 11, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut compressed, &parameters)
        .map_err(|error| format!("compressing failed: {error}"))?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_may_not_be_far_off() {
        let readme = |page: usize| {
            format!(
                "The first load is 205 kB for the Chinese page and {page} kB for the English one (`cargo xtask size`)"
            )
        };
        let weights = [("index.html", 183_900), ("index.zh.html", 206_000)];
        let weights = weights.map(|(page, weight)| (page.to_owned(), weight));
        assert_eq!(check_readme(&readme(184), &weights), Ok(()));
        assert!(check_readme(&readme(206), &weights).is_err_and(|why| why.contains("206 kB")));
        assert!(check_readme("", &weights).is_err());
    }

    #[test]
    fn counts_what_the_page_loads_and_nothing_else() {
        let page = r#"<!doctype html>
            <html data-module="xenotime_bg.wasm?v=1" data-products="./data/products.csv" data-mode="light">
            <head>
              <link rel="stylesheet" href="style.css?v=2">
              <link rel="shortcut icon" href="icon.svg">
              <link rel="preload" as="fetch" href="xenotime_bg.wasm?v=1">
              <link rel="canonical" href="elsewhere.html">
              <link rel="icon" href="data:,">
              <script src="./chart.js#x" defer></script>
              <script data-app="app.js?v=1">bring(document.currentScript.dataset)</script>
              <script src="https://example.org/a.js"></script>
              <script src="//example.org/b.js"></script>
            </head>
            <body data-table="data/observations.csv" data-later-offline="offline.js"><a href="METHODS.md">methods</a></body>"#;
        assert_eq!(
            loaded(page),
            [
                "xenotime_bg.wasm",
                "data/products.csv",
                "style.css",
                "icon.svg",
                "chart.js",
                "app.js",
                "data/observations.csv"
            ]
        );
    }

    #[test]
    fn compresses_as_hosts_do() {
        assert!(matches!(compressed_size(&[b'x'; 10_000]), Ok(1..40)));
        assert!(matches!(compressed_size(b""), Ok(1..4)));
    }
}
