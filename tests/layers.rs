//! Who may use whom: each room of `src` uses only those above it in ARCHITECTURE's table, and within
//! a room no files use one another in a circle.
//!
//! It reads the paths that begin with `crate`, `super` and `xenotime`, and follows re-exports to the
//! file that holds what is named. What unit tests use is left aside.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A path's words: `["crate", "charts", "graph"]`.
type Words = Vec<String>;

/// What a file says: the names that `use` brings into it, and every path that stands in it.
#[derive(Default)]
struct Said {
    names: BTreeMap<String, Words>,
    paths: Vec<Words>,
}

/// Every file of the library and the program by its module: `charts/graph.rs` is `charts::graph`.
struct House {
    files: BTreeMap<Words, Said>,
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        for path in rust_files(&root) {
            let within = path.strip_prefix(&root).unwrap();
            if within.starts_with("xtask") {
                continue;
            }
            let module = module_of(within);
            let said = said(&module, &code(&fs::read_to_string(&path).unwrap()));
            files.insert(module, said);
        }
        Self { files }
    }

    /// The module whose file holds what a path names; none for what is not of this house.
    fn holder(&self, path: &[String], depth: usize) -> Option<Words> {
        let mut module = Words::new();
        for (at, word) in path.iter().enumerate() {
            let inner: Words = module.iter().chain([word]).cloned().collect();
            if self.files.contains_key(&inner) {
                module = inner;
                continue;
            }
            let said = self.files.get(&module)?;
            let Some(target) = said.names.get(word).filter(|_| depth < 16) else {
                return Some(module);
            };
            let through: Words = target.iter().chain(&path[at + 1..]).cloned().collect();
            // What it brings from elsewhere is not of this house.
            return self.holder(&through, depth + 1);
        }
        Some(module)
    }

    /// Which file uses which others.
    fn arrows(&self) -> BTreeMap<&Words, BTreeSet<Words>> {
        let used = |(module, said): (&Words, &Said)| {
            let targets = said.paths.iter().filter_map(|path| self.holder(path, 0));
            targets.filter(|target| target != module).collect::<BTreeSet<Words>>()
        };
        self.files.iter().map(|file| (file.0, used(file))).collect()
    }
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                return rust_files(&path);
            }
            let rust = path.extension().is_some_and(|ending| ending == "rs");
            if rust { vec![path] } else { Vec::new() }
        })
        .collect()
}

fn module_of(file: &Path) -> Words {
    let mut words: Words =
        file.with_extension("").iter().map(|word| word.to_string_lossy().into_owned()).collect();
    if words.last().is_some_and(|last| last == "mod" || last == "lib" || last == "main") {
        words.pop();
    }
    words
}

/// A file without comments and unit tests, its words parted by single blanks.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn said(module: &[String], code: &str) -> Said {
    let mut said = Said::default();
    for statement in code.split(';') {
        let begin = statement.rfind("use ").filter(|at| {
            let before = statement[..*at].trim_end();
            before.is_empty() || before.ends_with(['}', ']', ')', '{']) || before.ends_with("pub")
        });
        if let Some(begin) = begin {
            // What is passed on is used by those who ask for it here.
            let door = statement[..begin].trim_end().ends_with("pub");
            for (path, name) in leaves(&tree_of(&statement[begin + 4..])) {
                let Some(path) = absolute(module, &path) else { continue };
                said.names.insert(name, path.clone());
                if !door {
                    said.paths.push(path);
                }
            }
        }
    }
    // Paths that stand in the code itself.
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    for start in ["crate::", "super::", "xenotime::"] {
        for (at, _) in code.match_indices(start) {
            let before = &code[..at];
            if before.ends_with(|letter: char| is_word(letter) || letter == ':')
                || before.ends_with("use ")
            {
                continue;
            }
            let path: String = code[at..]
                .chars()
                .take_while(|letter| is_word(*letter) || *letter == ':')
                .collect();
            // A tree of a `use`, read above.
            if path.ends_with("::") {
                continue;
            }
            let words: Words =
                path.split("::").filter(|word| !word.is_empty()).map(str::to_owned).collect();
            said.paths.extend(absolute(module, &words));
        }
    }
    said
}

/// The tree of a `use`, its blanks left out but around `as`.
fn tree_of(text: &str) -> String {
    let words = text.split_whitespace();
    words.map(|word| if word == "as" { " as " } else { word }).collect()
}

/// The paths of a `use`, each with the name it brings.
fn leaves(tree: &str) -> Vec<(Words, String)> {
    let Some((head, rest)) = tree.split_once('{') else {
        let (path, alias) = tree.split_once(" as ").unwrap_or((tree, ""));
        let mut words: Words = path.split("::").map(str::to_owned).collect();
        if words.last().is_some_and(|last| last == "self" || last == "*") {
            words.pop();
        }
        let last = words.last().cloned().unwrap_or_default();
        return vec![(words, if alias.is_empty() { last } else { alias.to_owned() })];
    };
    let inner = rest.strip_suffix('}').unwrap_or(rest);
    let mut depth = 0;
    let branches = inner.split(|letter: char| {
        depth += i32::from(letter == '{') - i32::from(letter == '}');
        letter == ',' && depth == 0
    });
    branches
        .filter(|branch| !branch.is_empty())
        .flat_map(|branch| leaves(&format!("{head}{branch}")))
        .collect()
}

/// A path from the root; none for what other crates hold.
fn absolute(module: &[String], path: &[String]) -> Option<Words> {
    let (first, rest) = path.split_first()?;
    match first.as_str() {
        "crate" | "xenotime" => Some(rest.to_vec()),
        "super" => {
            let mut words = module.to_vec();
            let mut rest = rest;
            words.pop();
            while let Some((_, further)) = rest.split_first().filter(|(word, _)| *word == "super") {
                words.pop();
                rest = further;
            }
            Some(words.into_iter().chain(rest.iter().cloned()).collect())
        }
        "self" => Some(module.iter().chain(rest).cloned().collect()),
        // A child of this module, or another crate: the first is found, the second is not.
        _ => Some(module.iter().chain(path).cloned().collect()),
    }
}

/// The rooms in the order of the table.
fn rooms() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = fs::read_to_string(path).unwrap();
    let table = text.split_once("| room | what lives there |").unwrap().1;
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    rows.map(|row| row.split('`').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn a_room_uses_only_those_above_it() {
    let house = House::read();
    let rooms = rooms();
    assert!(rooms.len() >= 10, "{rooms:?}");
    let floor =
        |module: &Words| module.first().and_then(|room| rooms.iter().position(|one| one == room));
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (module, targets) in house.arrows() {
        let Some(own) = floor(module) else {
            assert!(module.is_empty(), "{module:?} is of no room in the table");
            continue;
        };
        for target in targets.iter().filter(|target| target.first() != module.first()) {
            let Some(other) = floor(target) else { continue };
            seen += 1;
            if other > own {
                wrong.push(format!("{} uses {}", module.join("::"), target.join("::")));
            }
        }
    }
    assert!(seen > 300, "the paths are no longer read: {seen} arrows");
    assert!(wrong.is_empty(), "arrows that ARCHITECTURE does not allow:\n{}", wrong.join("\n"));
}

#[test]
fn no_files_of_a_room_use_one_another_in_a_circle() {
    let house = House::read();
    let mut left = house.arrows();
    for (module, targets) in &mut left {
        targets.retain(|target| target.first() == module.first() && !target.is_empty());
    }
    // What uses nothing that is left is in no circle.
    loop {
        let free: BTreeSet<Words> = left
            .iter()
            .filter(|(_, targets)| targets.is_empty())
            .map(|(one, _)| (*one).clone())
            .collect();
        if free.is_empty() {
            break;
        }
        left.retain(|module, _| !free.contains(*module));
        for targets in left.values_mut() {
            targets.retain(|target| !free.contains(target));
        }
    }
    let circles: Vec<String> = left
        .iter()
        .map(|(module, targets)| {
            let targets: Vec<String> = targets.iter().map(|target| target.join("::")).collect();
            format!("{} uses {}", module.join("::"), targets.join(", "))
        })
        .collect();
    assert!(circles.is_empty(), "files in or behind circles:\n{}", circles.join("\n"));
}
