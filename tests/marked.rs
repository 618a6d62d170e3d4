//! A language that is made up, in which everything that is said stands between marks: what readers would
//! see outside them has gone round the room of words.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xenotime::charts::{CHARTS, Query, page, title_block, view};
use xenotime::import::{Reader, Refusal, encoding};
use xenotime::stories::{Checker, findings, markdown, plain};
use xenotime::trade::{Dataset, Words};
use xenotime::wording::marks::marking;

mod common;
use common::bundled_whole;

/// What stands outside and is no word of a language: each with what it is.
const KEPT: [(&str, &str); 5] = [
    ("AR SMM COVID HS HHI", "names of methods, offices and lists, alike in every language"),
    ("SITC BEC PRODCOM CPC NAICS", "the same, of lists of goods"),
    ("Xenotime CSV SVG", "names of this and of formats"),
    ("observations csv sources products events dataset", "names of files"),
    ("pp", "a unit’s code"),
];

/// The words outside the marks, without the tags and attributes of HTML.
fn outside(text: &str) -> Vec<String> {
    let (mut plain, mut depth, mut tag) = (String::new(), 0_usize, false);
    for letter in text.chars() {
        match letter {
            '<' if depth == 0 => tag = true,
            '>' if depth == 0 => tag = false,
            '«' => depth += 1,
            '»' => {
                depth = depth.saturating_sub(1);
                plain.push(' ');
            }
            letter if depth == 0 && !tag => plain.push(letter),
            _ => {}
        }
    }
    let plain = plain.replace("&amp;", " ").replace("&nbsp;", " ");
    let kept: Vec<&str> = KEPT.iter().flat_map(|(words, _)| words.split(' ')).collect();
    let words = plain.split(|letter: char| !letter.is_alphabetic());
    words
        .filter(|word| word.chars().count() > 1 && !kept.contains(word))
        .map(str::to_owned)
        .collect()
}

fn between(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!("«{words}»") }
}

fn marked(words: &Words) -> Words {
    Words::english(&between(words.of("en")))
}

/// The data with every word of theirs marked too: those are not the room's.
fn dataset() -> Dataset {
    let mut dataset = bundled_whole();
    for product in &mut dataset.products {
        product.label = between(&product.label);
        product.notes = marked(&product.notes);
    }
    for partner in &mut dataset.partners {
        partner.within = between(&partner.within);
        partner.names = marked(&partner.names);
    }
    for source in &mut dataset.sources {
        source.publisher = between(&source.publisher);
        source.title = between(&source.title);
    }
    for event in &mut dataset.events {
        event.titles = marked(&event.titles);
        event.shorts = marked(&event.shorts);
        event.effects = marked(&event.effects);
    }
    for price in &mut dataset.prices {
        price.note = between(&price.note);
    }
    let about = &mut dataset.about;
    let own = [
        &mut about.reporter_names,
        &mut about.reporter_adjectives,
        &mut about.origin,
        &mut about.attribution,
        &mut about.terms,
        &mut about.production_role,
        &mut about.production_name,
        &mut about.quota_name,
        &mut about.dependence_limits,
    ];
    for words in own {
        *words = marked(words);
    }
    for (_, question) in &mut about.questions {
        *question = marked(question);
    }
    let mut rows = dataset.take_observations();
    for row in &mut rows {
        row.figure.note = between(&row.figure.note);
        for other in &mut row.figure.others {
            other.note = between(&other.note);
        }
    }
    dataset.observe(rows);
    dataset
}

#[test]
fn what_charts_say_is_said_in_the_room() {
    let dataset = dataset();
    // What prices are of is shown in parts, which no mark would hold together.
    let items: Vec<String> = dataset.prices.iter().flat_map(|price| outside(&price.item)).collect();
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut told = 0;
    for chart in CHARTS.iter() {
        for more in ["", "&compare=mom", "&measure=value", "&flow=import"] {
            let search = if chart.example.is_empty() {
                more.replacen('&', "?", 1)
            } else {
                format!("{}{more}", chart.example)
            };
            marking(|| {
                let (query, problems) = Query::parse(&search);
                let view = view(&dataset, &query.settled(&dataset));
                let page = page(&dataset, &view, problems);
                let mut seen = vec![
                    page.title,
                    page.description,
                    view.headline.clone(),
                    view.subtitle.clone(),
                    view.sentence.clone(),
                    view.calibration.clone(),
                    view.table.caption.clone(),
                    title_block(&dataset, &view).source,
                ];
                seen.extend(page.problems);
                seen.extend(view.notes.clone());
                seen.extend(view.table.columns.iter().map(|column| column.head.clone()));
                let cells = view.table.rows.iter().take(12).flat_map(|row| &row.cells);
                seen.extend(cells.map(|cell| cell.text.clone()));
                let choices = page.controls.into_iter().flat_map(|control| control.choices);
                seen.extend(choices.map(|choice| choice.label));
                seen.extend(page.fragments.into_iter().map(|fragment| fragment.html));
                told += seen.len();
                for text in seen {
                    let named = |word: &String| chart.code == "prices" && items.contains(word);
                    let words = outside(&text).into_iter().filter(|word| !named(word));
                    found.extend(words.map(|word| {
                        let line: String = text.chars().take(90).collect();
                        format!("{}: {word} in {line}", chart.code)
                    }));
                }
            });
        }
    }
    assert!(told > 5_000, "{told} texts");
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

#[test]
fn what_the_story_checker_says_is_said_in_the_room() {
    let checker = Checker::new(dataset());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut reasons: BTreeSet<String> = BTreeSet::new();
    for file in ["corpus.txt", "kinds.txt", "stories.txt", "quiet.txt"] {
        let corpus = fs::read_to_string(root.join(file)).unwrap();
        let stories: Vec<&str> =
            corpus.lines().filter_map(|line| line.strip_prefix("> ")).take(160).collect();
        for text in stories {
            marking(|| {
                let story = checker.check(text, None);
                let all = findings(&story.found, text, checker.dataset());
                let mut seen = vec![story.supposed()];
                for finding in &all {
                    seen.extend([finding.reason.clone(), finding.reading.clone()]);
                    seen.push(finding.formula.clone());
                    seen.extend(finding.context.clone());
                    reasons.insert(finding.reason.chars().filter(|c| !c.is_numeric()).collect());
                }
                // Of the reports what stands around the story's own words.
                let quoted = |report: String| {
                    all.iter().fold(report, |report, finding| {
                        let told = report.replace(&finding.text, "");
                        finding.suggested.iter().fold(told, |told, own| told.replace(own, ""))
                    })
                };
                seen.push(quoted(plain(&all)));
                seen.push(without_links(&quoted(markdown(&all, "2024-11-20"))));
                for text in seen {
                    found.extend(outside(&text).into_iter().map(|word| {
                        let line: String = text.chars().take(120).collect();
                        format!("{word} in {line}")
                    }));
                }
            });
        }
    }
    assert!(reasons.len() > 100, "{} reasons", reasons.len());
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

/// Markdown without the addresses that links lead to.
fn without_links(text: &str) -> String {
    let mut pieces = text.split("](http");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(')').map_or("", |(_, after)| after))
}

/// Every file in a folder and the folders in it.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// What is asked of files, what is supposed of them, and how they would be read. What rows lack is told in
/// English alone, and so is what is wrong with JSON and archives.
#[test]
fn what_is_asked_of_files_is_asked_in_the_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let mut notes = 0;
    for path in files(&root) {
        let bytes = fs::read(&path).unwrap();
        let small = bytes.len() < 200_000;
        if !small || encoding(&bytes[..bytes.len().min(4096)]).is_some() || bytes.contains(&0) {
            continue;
        }
        marking(|| {
            let mut reader = Reader::default();
            reader.confirm = true;
            reader.names.learn(include_str!("../src/import/countries.tsv"));
            reader.begin("a file", None);
            let read = reader.feed(&bytes).and_then(|()| reader.end());
            let mut seen: Vec<String> = Vec::new();
            if let Err(Refusal::Unmapped(table)) = read {
                seen.extend(table.preview.iter().map(|line| named(line)));
                for question in table.questions {
                    ids.insert(question.id.split(':').next().unwrap_or_default().to_owned());
                    seen.extend([question.text, question.consequence]);
                    // What a file itself calls something is an answer as it stands.
                    let own = |label: &String| !table.header.contains(label);
                    let labels = question.options.into_iter().map(|option| option.label);
                    let labels = labels.filter(own);
                    seen.extend(labels.filter(|label| label.contains(' ')));
                }
            }
            let told: Vec<String> =
                reader.explained.iter().flat_map(|file| file.notes.clone()).collect();
            notes += told.len();
            seen.extend(told);
            for text in seen {
                found.extend(outside(&text).into_iter().map(|word| format!("{word} in {text}")));
            }
        });
    }
    assert!(ids.len() > 12 && notes > 40, "{ids:?}, {notes} notes");
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

/// A line of a preview without its goods, which have a list's name and a code.
fn named(line: &str) -> String {
    line.split(" · ").filter(|part| part.starts_with('«')).collect::<Vec<_>>().join(" · ")
}
