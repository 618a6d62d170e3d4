//! Prose stands in the rooms of words, and has none of the words that CONTRIBUTING's style leaves out.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use xenotime::statistics::{Rank, Unavailable};
use xenotime::trade::{Language, Month, Quantity, Unit};
use xenotime::wording::say::charts::sources::date;
use xenotime::wording::say::joining::all_of;
use xenotime::wording::say::numbers::{exact, percent, placed};
use xenotime::wording::say::stories::report::verdict;

/// What stands for words of readers, but is grammar, vocabulary or for those who build this.
const NO_PROSE: [&str; 13] = [
    "src/stories/language",
    // Where sentences and blocks end, as patterns and selectors.
    "www/src/story/text.js",
    // Distances, as style sheets have them.
    "www/src/story/marks.js",
    // Frames and scripts for other people's pages: code within code.
    "www/src/page/snippet.js",
    // The words by which files of many languages are understood, and the names of the layouts.
    "src/import/cells/vocabulary",
    "src/import/cells/titles.rs",
    "src/import/columns/column_names.rs",
    "src/import/cells/countries.rs",
    "src/import/cells/dates.rs",
    "src/import/layouts",
    "src/xtask",
    // What is timed beside other libraries.
    "src/browser/benchmark.rs",
    "www/src/points",
];

/// What says something in English by itself, to those who build the page.
const SPEAK_BY_THEMSELVES: [&str; 4] = [
    "src/program/first_paint.rs",
    "src/program/heads.rs",
    "src/program/pages.rs",
    "src/program/picture.rs",
];

/// The rooms of words.
const ROOMS: [&str; 2] = ["src/wording/", "www/src/wording/"];

/// Literals that are no prose, or are no reader's, and why each stands there.
const KEPT: [(&str, &str); 45] = [
    ("system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif", "a list of typefaces"),
    ("difference of sums", "a word of reports, which the rooms translate"),
    ("sum of months", "the same"),
    ("sum of quarters", "the same"),
    ("sum of years", "the same"),
    ("mean of months", "the same"),
    ("seasonally adjusted", "the same"),
    ("highest first", "a value in JSON, alike in every language"),
    ("not seasonal", "the same"),
    ("The reporting country", "a name that the rooms translate"),
    ("the story in the link is too long", "an error that the page tells in its own words"),
    ("left out", "what a mapping says, and nobody sees"),
    ("a place before the file was asked for", "an error that no page of ours can cause"),
    ("a spreadsheet was expected", "the same"),
    ("an archive was expected", "the same"),
    ("the page has no element “${id}”", "the same"),
    ("your own mapping", "the name of a layout, which the rooms translate"),
    ("USITC DataWeb", "the same"),
    ("Korea Customs", "the same"),
    ("product origin", "what files call columns"),
    ("lead time", "the same"),
    ("period desc", "the same"),
    ("financial year", "the same"),
    ("unadjusted|not seasonally", "the same"),
    ("not final", "the same"),
    ("own page-only", "classes of HTML"),
    ("rows page-only", "the same"),
    ("desk page-only", "the same"),
    ("desk-part segmented", "the same"),
    ("field desk-part", "the same"),
    ("button, a, summary", "a selector"),
    ("noopener noreferrer", "an attribute of HTML"),
    ("(max-width: 40rem)", "a query of media"),
    ("(prefers-color-scheme: dark)", "the same"),
    ("(resolution: ${ratio()}dppx)", "the same"),
    ("caption span", "a selector"),
    ("thead tr", "the same"),
    (".charts ul", "the same"),
    ("allow-scripts allow-same-origin…", "what a frame may do, as HTML has it"),
    ("\n  <h2 id=\"rows-head\">…", "HTML whose words are the room’s, and names of formats"),
    ("{light} .of-light{{…", "a style sheet"),
    (":root{{{light}}}…", "the same"),
    ("period,months,flow,measure…", "names of columns"),
    ("|,/g, (_, …", "code behind a pattern that has a quote in it"),
    (" : quoted.replaceAll('", "the same"),
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
    let text = text.split("\nmod tests {").next().unwrap();
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
                let reason =
                    letters[..at].ends_with(&['r', 'e', 'a', 's', 'o', 'n', ' ', '=', ' ']);
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
                // What a lint is told is no reader's.
                if !reason {
                    found.push((start, literal));
                }
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

/// Whether it is prose: two words of letters and more, attributes and their values aside.
fn is_prose(literal: &str) -> bool {
    let own: Vec<&str> = literal.split(' ').filter(|word| !word.contains('=')).collect();
    literal.contains(' ')
        && words(&own.join(" ")).iter().filter(|word| word.chars().count() > 1).count() > 1
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

/// Whether a literal is one that is kept, or begins as a long one does.
fn is_kept(kept: &str, literal: &str) -> bool {
    kept.strip_suffix('…').map_or(kept == literal, |start| literal.starts_with(start))
}

#[test]
fn who_speaks_by_the_rooms_holds_no_prose() {
    let all = sources();
    let own =
        |name: &str| ROOMS.iter().chain(&SPEAK_BY_THEMSELVES).any(|place| name.starts_with(place));
    let others: Vec<_> = all.iter().filter(|(name, _)| !own(name)).collect();
    assert!(others.len() > 300, "{} files read", others.len());
    let mut wrong = Vec::new();
    for (name, literals) in others {
        for (line, literal) in literals {
            if is_prose(literal) && !KEPT.iter().any(|(kept, _)| is_kept(kept, literal)) {
                wrong.push(format!("{name}:{line}: “{literal}”"));
            }
        }
    }
    assert!(wrong.is_empty(), "belongs in src/wording or www/src/wording:\n{}", wrong.join("\n"));
    // What is kept is there, and the room of words is read.
    let there =
        |kept: &str| all.iter().any(|(_, own)| own.iter().any(|(_, own)| is_kept(kept, own)));
    let gone: Vec<_> = KEPT.iter().filter(|(kept, _)| !there(kept)).collect();
    assert!(gone.is_empty(), "a kept literal has gone: {gone:?}");
    let room = all.iter().filter(|(name, _)| name.starts_with("src/wording/"));
    let prose = room.flat_map(|(_, own)| own).filter(|(_, own)| is_prose(own)).count();
    assert!(prose > 450, "{prose} sentences in the rooms");
}

/// Where stories are read and figures judged, in no language: what has letters there is written, not read.
const NO_GRAMMAR: [(&str, &str); 2] = [
    ("src/stories/normal.rs", "names of marks and entities of web pages"),
    ("src/stories/report.rs", "what the reports are set in"),
];

/// Words in the reading of stories that are none of a story's, and what they are.
const CODES: [(&str, &str); 4] = [
    ("pp", "the unit of a difference between percentages"),
    ("flow|product|partner|period|comparison", "the parts of a reading, in reports"),
    ("framing|season|retold", "kinds of remarks, in reports"),
    ("whole", "a feature of the build"),
];

/// Letters that no blanks part and their signs, by themselves or by their numbers.
fn is_wide(code: u32) -> bool {
    matches!(code, 0x2e80..=0x2fff | 0x3001..=0x9fff | 0xf900..=0xfaff)
}

#[test]
fn stories_are_read_by_their_languages_alone() {
    let room = root().join("src/stories");
    let (mut wrong, mut read, mut met) = (Vec::new(), 0, BTreeSet::new());
    for path in files(&room, "rs") {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        if name.starts_with("src/stories/language/") {
            continue;
        }
        read += 1;
        let text = fs::read_to_string(&path).unwrap();
        let text = text.split("\nmod tests {").next().unwrap();
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let code = line.split("//").next().unwrap();
            let told = code.split("\\u{").skip(1).filter_map(|part| part.split('}').next());
            let mut told = told.filter_map(|number| u32::from_str_radix(number, 16).ok());
            let full_width = code.chars().any(|sign| matches!(sign, '\u{ff01}'..='\u{ff5e}'));
            if full_width || code.chars().any(|sign| is_wide(sign.into())) || told.any(is_wide) {
                wrong.push(format!("{name}:{}: {}", at + 1, line.trim()));
            }
        }
        if NO_GRAMMAR.iter().any(|(except, _)| *except == name) {
            continue;
        }
        for (line, literal) in literals(text, &['"']) {
            // What something is called in reports, `Self::Level => "level"`, and features.
            let code = ["Self::", "#["].iter().any(|head| lines[line - 1].trim().starts_with(head));
            let word = words(&literal).iter().any(|word| word.chars().count() > 1);
            let kept = CODES.iter().find(|(kept, _)| kept.split('|').any(|own| own == literal));
            met.extend(kept.map(|(kept, _)| *kept));
            if word && !code && kept.is_none() {
                wrong.push(format!("{name}:{line}: “{literal}”"));
            }
        }
    }
    assert!(read > 30, "{read} files");
    assert!(wrong.is_empty(), "belongs in src/stories/language:\n{}", wrong.join("\n"));
    assert_eq!(met.len(), CODES.len(), "a code has gone: {met:?}");
}

/// A page without what stands between two marks.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut parts = text.split(from);
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |kept, part| kept + " " + part.split_once(to).map_or("", |(_, rest)| rest))
}

/// Names of this, of formats and of files, alike in every language.
const NAMES: &str =
    "Xenotime CSV XLSX SVG PNG observations.csv sources.csv products.csv events.csv";

#[test]
fn the_pages_hold_no_prose() {
    for page in ["index.html", "story.html", "article.html"] {
        let text = fs::read_to_string(root().join("www").join(page)).unwrap();
        assert!(text.matches("{{w:").count() > 7, "{page}");
        let blanks = without(&text, "{{", "}}");
        let labels = ["aria-label=\"", "title=\"", "placeholder=\"", "alt=\""];
        let labels = labels.iter().flat_map(|label| blanks.split(label).skip(1));
        let labels: Vec<&str> = labels.filter_map(|part| part.split('"').next()).collect();
        let shown = without(&without(&blanks, "<!--", "-->"), "<script", "</script>");
        let shown = without(&shown, "<", ">") + " " + &labels.join(" ");
        let known: Vec<&str> = NAMES.split(' ').collect();
        let letters =
            |word: &&str| word.chars().filter(|letter| letter.is_alphabetic()).count() > 1;
        let found: Vec<&str> = shown
            .split_whitespace()
            .filter(|word| letters(word) && !known.contains(word))
            .collect();
        assert!(found.is_empty(), "{page}: {found:?} belong in www/words");
    }
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
    for name in
        ["README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "tests/README.md"]
    {
        let text = fs::read_to_string(root().join(name)).unwrap();
        // The list itself.
        let text = without(&text, "Words not used: ", ".");
        prose.extend(text.split("\n\n").map(|part| (name.to_owned(), 0, part.to_owned())));
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

#[test]
fn comments_are_in_the_same_english() {
    // In a comment something may be told to somebody.
    let unused: Vec<String> = unused().into_iter().filter(|word| word != "told").collect();
    let (mut wrong, mut read) = (Vec::new(), 0);
    for path in files(&root().join("src"), "rs") {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        for (at, line) in text.lines().enumerate() {
            let Some((_, comment)) = line.split_once("//") else { continue };
            read += 1;
            let said = format!(" {} ", words(comment).join(" "));
            let found = unused.iter().find(|word| said.contains(&format!(" {word} ")));
            wrong.extend(found.map(|word| format!("{name}:{}: “{word}”", at + 1)));
        }
    }
    assert!(read > 6000, "{read} lines of comments");
    assert!(wrong.is_empty(), "see CONTRIBUTING, Style:\n{}", wrong.join("\n"));
}

/// What stands in Chinese sentences as it stands elsewhere: formulas, addresses, options of commands.
const APART: [&str; 5] = [
    "AR(1)",
    "Var(不规则成分) / Var(该成分 + 不规则成分)",
    "?chart=heat|",
    " --date ",
    " --mapping ",
];

/// What is said in Chinese, by its place; the list of goods by their codes is a table.
fn chinese() -> Vec<(String, String)> {
    let rooms = files(&root().join("src/wording/zh"), "rs").into_iter();
    let scripts = files(&root().join("www/words/zh"), "js").into_iter();
    let said = |path: PathBuf, marks: &[char]| {
        let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        literals(&text, marks).into_iter().map(move |(line, own)| (format!("{name}:{line}"), own))
    };
    let rooms = rooms.filter(|path| !path.ends_with("headings.rs"));
    let rooms = rooms.flat_map(|path| said(path, &['"']));
    let scripts = scripts.flat_map(|path| said(path, &['"', '`']));
    let pages = files(&root().join("www/words/zh"), "json").into_iter();
    let pages = pages.map(|path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, fs::read_to_string(path).unwrap())
    });
    rooms.chain(scripts).chain(pages).collect()
}

const fn is_han(letter: char) -> bool {
    matches!(letter, '\u{4e00}'..='\u{9fff}')
}

#[test]
fn chinese_is_set_as_it_is_printed() {
    let head = fs::read_to_string(root().join("src/wording/zh/mod.rs")).unwrap();
    let (_, unused) = head.split_once("Not used: ").unwrap();
    let unused: Vec<&str> = unused.split('。').next().unwrap().split('，').collect();
    assert!(unused.len() > 5, "{unused:?}");
    let all = chinese();
    let said = all.iter().filter(|(_, text)| text.contains(is_han)).count();
    assert!(said > 900, "{said}");
    let mut wrong = Vec::new();
    for (place, text) in all {
        for word in unused.iter().filter(|word| text.contains(**word)) {
            wrong.push(format!("{place}: “{word}” in “{text:.80}”"));
        }
        let plain = APART.iter().fold(text.clone(), |text, own| text.replace(own, ""));
        let letters: Vec<char> = plain.chars().collect();
        for three in letters.windows(3) {
            let [before, mark, after] = three else { continue };
            let beside = is_han(*before) || is_han(*after);
            let narrow = matches!(mark, ',' | ';' | ':' | '!' | '?' | '(' | ')') && beside;
            let plain = |letter: char| is_han(letter) || letter.is_ascii_alphanumeric();
            let blank = *mark == ' ' && beside && plain(*before) && plain(*after);
            if narrow || blank {
                let found: String = three.iter().collect();
                wrong.push(format!("{place}: “{found}” in “{text:.80}”"));
            }
        }
    }
    assert!(wrong.is_empty(), "see src/wording/zh/mod.rs:\n{}", wrong.join("\n"));
}

/// What a module for the browser and the reports call a verdict is one word.
#[test]
fn reports_and_the_page_have_the_same_verdicts() {
    let scripts = [
        (Language::English, "www/src/wording/story.js"),
        (Language::Chinese, "www/words/zh/story.js"),
    ];
    for (language, script) in scripts {
        let text = fs::read_to_string(root().join(script)).unwrap();
        let (_, list) = text.split_once("export const verdicts = {").unwrap();
        let (list, _) = list.split_once('}').unwrap();
        let mut read = 0;
        for (code, word) in list.lines().filter_map(|line| line.trim().split_once(": ")) {
            let word = word.trim_matches(['"', ',']).to_lowercase();
            let code: &'static str = Box::leak(code.to_owned().into_boxed_str());
            assert_eq!(language.speak(|| verdict(code)), word, "{script}");
            read += 1;
        }
        assert_eq!(read, 6, "{script}");
    }
}

/// Controls are called by the labels that they have.
#[test]
fn controls_are_quoted_as_they_are_labelled() {
    for (room, scripts) in [("en", "www/src/wording"), ("zh", "www/words/zh")] {
        let gaps = root().join(format!("src/wording/{room}/charts/gaps.rs"));
        let text = fs::read_to_string(gaps).unwrap();
        let labels = fs::read_to_string(root().join(scripts).join("import.js")).unwrap();
        let quoted: Vec<&str> =
            text.split('“').skip(1).filter_map(|part| part.split('”').next()).collect();
        assert!(quoted.len() > 2, "{quoted:?}");
        for label in quoted {
            assert!(labels.contains(&format!("\"{label}\"")), "{room}: no control “{label}”");
        }
    }
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

/// What is said of a number, without its digits.
fn wordless(said: &str) -> String {
    let figures = "一二三四五六七八九十百";
    let digit = |letter: &char| letter.is_ascii_digit() || figures.contains(*letter);
    said.chars().filter(|letter| !digit(letter) && *letter != ',').collect()
}

/// Numbers of one form of the CLDR are spoken of alike.
fn spoken_alike(forms: &serde_json::Value, from: usize, said: impl Fn(usize) -> String) {
    let mut by_form: BTreeMap<&str, String> = BTreeMap::new();
    for (number, form) in forms.as_array().unwrap().iter().enumerate().skip(from) {
        let said = wordless(&said(number));
        let first = by_form.entry(form.as_str().unwrap()).or_insert_with(|| said.clone());
        assert_eq!(*first, said, "{number}");
    }
    let different: BTreeSet<&String> = by_form.values().collect();
    assert_eq!(different.len(), by_form.len(), "{by_form:?}");
}

fn agrees_with_the_cldr(language: Language, own: &serde_json::Value) {
    let list = |name: &str| own[name].as_array().unwrap().clone();
    for (month, name) in list("months").iter().enumerate() {
        let month = Month::parse(&format!("2024-{:02}", month + 1)).unwrap();
        assert_eq!(month.long(), name.as_str().unwrap());
    }
    assert_eq!(date("2026-03-24"), own["day"].as_str().unwrap());
    for case in list("numbers") {
        let (value, text) = (case[0].as_f64().unwrap(), case[1].as_str().unwrap());
        assert_eq!(exact(value, u8::from(text.contains('.'))), text);
    }
    for case in list("percent") {
        let said = percent(case[0].as_f64().unwrap() * 100.0);
        // The minus sign is the true one here, and a rise has its sign.
        assert_eq!(said.replace('−', "-").replace('+', ""), case[1].as_str().unwrap());
    }
    let amount = |value, unit, decimals| Quantity { value, unit, decimals, rough: false };
    for case in list("sizes") {
        let said = amount(case[0].as_f64().unwrap(), Unit::US_DOLLAR, 0).rounded();
        let word: String =
            case[1].as_str().unwrap().chars().filter(|one| one.is_alphabetic()).collect();
        // Thousands are written out in English.
        assert!(word == "thousand" || said.contains(&word), "{word}: {said}");
    }
    for case in list("money") {
        let (code, text) = (case[0].as_str().unwrap(), case[1].as_str().unwrap());
        // The yuan is 元 to a Chinese desk, and the currency’s name to others.
        let text = text.replace("人民币", "元");
        assert_eq!(amount(1234.5, Unit::parse(code).unwrap(), 2).exact(), text);
    }
    for case in list("lists") {
        let things: Vec<&str> =
            case[0].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        // Years and places stand in a row in Chinese, without a word before the last.
        let text = case[1].as_str().unwrap().replace('和', "、");
        assert_eq!(all_of(&things), text, "{}", language.code());
    }
    spoken_alike(&own["plurals"], 0, |needed| {
        let said = Unavailable::TooFewMonths { known: 0, needed }.to_string();
        // It begins with the number in English, where one to twelve are words.
        said.split_once(' ').map_or_else(|| said.clone(), |(_, behind)| behind.to_owned())
    });
    // The first ten are words in English.
    spoken_alike(&own["ordinals"], 11, |place| placed(Rank { place, of: 1000 }));
}

/// Months, days, numbers, money, lists, plurals and ordinals are those of the CLDR, which
/// `src/xtask/cldr.mjs` asks.
#[test]
fn grammar_is_that_of_the_cldr() {
    let text = fs::read_to_string(root().join("tests/references/cldr.json")).unwrap();
    let all: serde_json::Value = serde_json::from_str(&text).unwrap();
    for language in Language::ALL {
        let own = &all[language.code()];
        assert!(own.is_object(), "{}: run node src/xtask/cldr.mjs", language.code());
        language.speak(|| agrees_with_the_cldr(language, own));
    }
}
