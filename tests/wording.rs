//! Prose stands in the rooms of words, and has none of the words that CONTRIBUTING's style leaves out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// What speaks by the rooms of words alone.
const SPEAK_BY_ROOMS: [&str; 4] =
    ["src/charts/", "src/stories/", "www/src/story/", "www/src/import/"];

/// Literals of theirs that are no prose, or are no reader's, and why each stands there.
const KEPT: [(&str, &str); 15] = [
    (
        "Each figure as it was reported.",
        "the example chart, which the tests build and nothing else",
    ),
    ("{} in {} figures", "the same"),
    ("the compiler runs it, and stops where it ends", "the reason of a lint"),
    (" aria-current=true", "an attribute of HTML"),
    (" class=number", "the same"),
    ("less than", "the hedge that a story’s words mean, which nothing shows"),
    ("more than", "the same"),
    ("each is a part of a reading", "the reason of a lint"),
    ("difference of sums", "a word of reports, which the rooms translate"),
    ("the story in the link is too long", "an error that the page tells in its own words"),
    ("left out", "what a mapping says, and nobody sees"),
    ("own page-only", "classes of HTML"),
    ("button, a, summary", "a selector"),
    ("noopener noreferrer", "an attribute of HTML"),
    ("(max-width: 40rem)", "a query of media"),
];

/// What stands for words of readers, but is grammar, vocabulary or for those who build this.
const NO_PROSE: [&str; 7] = [
    "src/stories/language",
    // Where sentences and blocks end, as patterns and selectors.
    "www/src/story/text.js",
    // Distances, as style sheets have them.
    "www/src/story/marks.js",
    "src/import/vocabulary.rs",
    "src/import/titles.rs",
    "src/import/headings.rs",
    "src/xtask",
];

/// The words not used, as CONTRIBUTING lists them.
fn unused() -> Vec<String> {
    let guide = fs::read_to_string(root().join("CONTRIBUTING.md")).unwrap();
    let (_, list) = guide.split_once("Words not used: ").unwrap();
    let (list, _) = list.split_once('.').unwrap();
    list.split(',').map(|word| word.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            if path.is_dir() {
                return files(&path, ending);
            }
            let own = path.extension().is_some_and(|own| own == ending);
            if own { vec![path] } else { Vec::new() }
        })
        .collect()
}

/// The string literals of a source text, each with its line, without comments and unit tests. Quotes
/// begin and end with one of `marks`; in Rust an apostrophe may be a letter's quote or a lifetime's.
fn literals(text: &str, marks: &[char]) -> Vec<(usize, String)> {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let letters: Vec<char> = text.chars().collect();
    let (mut at, mut line, mut found) = (0, 1, Vec::new());
    while at < letters.len() {
        match letters[at] {
            '/' if letters.get(at + 1) == Some(&'/') => {
                while at < letters.len() && letters[at] != '\n' {
                    at += 1;
                }
                continue;
            }
            '/' if letters.get(at + 1) == Some(&'*') => {
                while at < letters.len()
                    && !(letters[at] == '*' && letters.get(at + 1) == Some(&'/'))
                {
                    line += usize::from(letters[at] == '\n');
                    at += 1;
                }
            }
            '\'' if letters.get(at + 2) == Some(&'\'') => at += 2,
            '\'' if letters.get(at + 1) == Some(&'\\') => at += 3,
            mark if marks.contains(&mark) => {
                let (start, mut literal) = (line, String::new());
                at += 1;
                while at < letters.len() && letters[at] != mark {
                    line += usize::from(letters[at] == '\n');
                    if letters[at] == '\\' {
                        at += 1;
                        line += usize::from(letters.get(at) == Some(&'\n'));
                    } else {
                        literal.push(letters[at]);
                    }
                    at += 1;
                }
                found.push((start, literal));
            }
            '\n' => line += 1,
            _ => {}
        }
        at += 1;
    }
    found
}

/// The words of a text, in small letters: what stands in braces or between angle brackets is none.
fn words(text: &str) -> Vec<String> {
    let (mut plain, mut within) = (String::new(), 0_u32);
    for letter in text.chars() {
        match letter {
            '{' | '<' => within += 1,
            '}' | '>' => {
                within = within.saturating_sub(1);
                plain.push(' ');
            }
            letter if within == 0 => plain.push(letter),
            _ => {}
        }
    }
    let parts = plain.split(|letter: char| !letter.is_alphabetic() && letter != '’');
    parts.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// Whether it is prose: two words of letters and more.
fn is_prose(literal: &str) -> bool {
    literal.contains(' ')
        && words(literal).iter().filter(|word| word.chars().count() > 1).count() > 1
}

fn sources() -> Vec<(String, Vec<(usize, String)>)> {
    let mut found = Vec::new();
    let kinds = [("src", "rs", &['"'][..]), ("www/src", "js", &['"', '`'][..])];
    for (folder, ending, marks) in kinds {
        for path in files(&root().join(folder), ending) {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            if !NO_PROSE.iter().any(|except| name.starts_with(except)) {
                found.push((name, literals(&fs::read_to_string(&path).unwrap(), marks)));
            }
        }
    }
    found
}

#[test]
fn who_speaks_by_the_rooms_holds_no_prose() {
    let all = sources();
    let speaks = |name: &str| SPEAK_BY_ROOMS.iter().any(|room| name.starts_with(room));
    let others: Vec<_> = all.iter().filter(|(name, _)| speaks(name)).collect();
    assert!(others.len() > 90, "{} files read", others.len());
    let mut wrong = Vec::new();
    for (name, literals) in others {
        for (line, literal) in literals {
            if is_prose(literal) && !KEPT.iter().any(|(kept, _)| kept == literal) {
                wrong.push(format!("{name}:{line}: “{literal}”"));
            }
        }
    }
    assert!(wrong.is_empty(), "belongs in src/wording or www/src/wording:\n{}", wrong.join("\n"));
    // What is kept is there, and the room of words is read.
    let there = |text: &str| all.iter().any(|(_, own)| own.iter().any(|(_, own)| own == text));
    assert!(KEPT.iter().all(|(kept, _)| there(kept)), "a kept literal has gone");
    let room = all.iter().filter(|(name, _)| name.starts_with("src/wording/"));
    let prose = room.flat_map(|(_, own)| own).filter(|(_, own)| is_prose(own)).count();
    assert!(prose > 450, "{prose} sentences in the rooms");
}

#[test]
fn words_not_used_are_not_used() {
    let unused = unused();
    assert!(unused.len() > 10, "{unused:?}");
    let mut prose: Vec<(String, usize, String)> = Vec::new();
    for (name, literals) in sources() {
        let own = literals.into_iter().filter(|(_, literal)| is_prose(literal));
        prose.extend(own.map(|(line, literal)| (name.clone(), line, literal)));
    }
    for path in files(&root().join("www/words/en"), "json") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        prose.push((name, 0, fs::read_to_string(path).unwrap()));
    }
    for page in ["index.html", "story.html", "article.html"] {
        let text = fs::read_to_string(root().join("www").join(page)).unwrap();
        let (_, body) = text.split_once("<body").unwrap();
        // What a browser shows, and what it reads aloud.
        let labels = body.split("aria-label=\"").skip(1).filter_map(|part| part.split('"').next());
        prose.push((page.to_owned(), 0, labels.collect::<Vec<_>>().join(". ")));
        prose.push((page.to_owned(), 0, format!("<body{body}")));
    }
    let mut wrong = Vec::new();
    for (name, line, text) in prose {
        let said = format!(" {} ", words(&text).join(" "));
        for word in unused.iter().filter(|word| said.contains(&format!(" {word} "))) {
            wrong.push(format!("{name}:{line}: “{word}” in “{text:.200}”"));
        }
    }
    assert!(wrong.is_empty(), "see CONTRIBUTING, Style:\n{}", wrong.join("\n"));
}

/// What trade does, and what it is then said to have done.
const TRADE: [&str; 5] = ["shipments", "exports", "imports", "volumes", "supply"];
const DID: [&str; 8] =
    ["dropped", "jumped", "fell", "rose", "halted", "stopped", "hitting", "at risk"];
/// The same in Chinese.
const DID_ZH: [&str; 6] = ["下降", "大增", "大跌", "中断", "受到影响", "面临风险"];

#[test]
fn events_say_what_was_decided_and_not_what_trade_did() {
    let text = fs::read_to_string(root().join("www/data/events.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let place = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let (effect, chinese) = (place("effect"), place("effect_zh"));
    let mut read = 0;
    for row in reader.records() {
        let row = row.unwrap();
        read += 1;
        // Of both in one part of a sentence the one is said to have come of the other.
        for part in row[effect].to_lowercase().split([';', '.', ',']) {
            let has = |words: &[&str]| words.iter().any(|word| part.contains(word));
            assert!(!(has(&TRADE) && has(&DID)), "{part}");
        }
        assert!(!DID_ZH.iter().any(|word| row[chinese].contains(word)), "{}", &row[chinese]);
    }
    assert!(read > 20, "{read}");
}
