//! A language that is made up, in which everything that is said stands between marks: what readers would
//! see outside them has gone round the room of words.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use xenotime::charts::{CHARTS, Mark, Query, csv, open, page, title_block, view};
use xenotime::containers::{Chosen, Container};
use xenotime::drawing::{Palette, PinnedOptions, SvgOptions, pinned, svg};
use xenotime::import::dataset::{BUNDLE_FILES, Bundle, read_bundle};
use xenotime::import::{Choice, CountryNames, Parts, Reader, Refusal, encoding, reporters, tidy};
use xenotime::query::PARAMETERS;
use xenotime::saving::xlsx;
use xenotime::statistics::structure::Side;
use xenotime::stories::{Checker, Desk, findings, markdown, plain};
use xenotime::tables::{self, of_dataset, ranking};
use xenotime::trade::{Dataset, Flow, Measure, Month, Partner, Period, SeriesKey, Words};
use xenotime::wording::marks::marking;
use xenotime::wording::say::import::refusals;

mod common;
use common::bundled_whole;

#[path = "common/countries.rs"]
mod countries;
use countries::country_names;

#[allow(dead_code, reason = "of the program only what it says of itself is tested here")]
#[path = "../src/program/mod.rs"]
mod program;

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
            '>' if depth == 0 => {
                tag = false;
                plain.push(' ');
            }
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

/// What an attribute of HTML holds that a browser shows or reads aloud.
const SAID: [&str; 6] =
    ["aria-label", "aria-roledescription", "title", "alt", "placeholder", "data-hint"];

/// What a browser shows of a page or a drawing, and what it reads aloud.
fn shown(html: &str) -> String {
    let bare = |html: String, element: &str| {
        let (start, end) = (format!("<{element}"), format!("</{element}>"));
        let mut pieces = html.split(&start);
        let first = pieces.next().unwrap_or_default().to_owned();
        pieces.fold(first, |kept, piece| kept + piece.split_once(&end).map_or("", |(_, rest)| rest))
    };
    let html =
        ["script", "style"].iter().fold(html.to_owned(), |html, element| bare(html, element));
    let mut said = html.clone();
    for name in SAID {
        for value in html.split(&format!(" {name}=\"")).skip(1) {
            said.push_str(" <br>");
            said.push_str(value.split('"').next().unwrap_or_default());
        }
    }
    // A word that is cut loses the mark behind it.
    said.split_inclusive('<').map(|piece| piece.replace("…<", "…»<")).collect()
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
                seen.extend(page.fragments.into_iter().map(|fragment| shown(&fragment.html)));
                for mark in view.graph.marks.iter().take(12) {
                    let Mark { series, period, value, status, note, .. } = mark.clone();
                    seen.extend([series, period, value, status, note]);
                }
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

/// Files, pictures and tables for others.
#[test]
fn what_leaves_the_page_is_said_in_the_room() {
    let dataset = dataset();
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut heads = 0;
    // What prices are of is shown in parts, which no mark would hold together.
    for chart in CHARTS.iter().filter(|chart| chart.code != "prices") {
        marking(|| {
            let query = Query::parse(chart.example).0.settled(&dataset);
            let view = view(&dataset, &query);
            let options = SvgOptions {
                width: 2_000,
                height: 900,
                palette: Palette::LIGHT,
                title_block: Some(title_block(&dataset, &view)),
                title: String::new(),
            };
            let options_of_files =
                PinnedOptions { live: Some("https://example.org/"), ..PinnedOptions::default() };
            let mut seen = vec![
                shown(&svg(&view.graph, &options)),
                shown(&pinned(&dataset, &query, &options_of_files)),
            ];
            let file = csv(&dataset, &view.table);
            let head = file.lines().next().unwrap_or_default().to_owned();
            heads += head.matches('«').count();
            seen.push(head);
            for text in seen {
                found.extend(outside(&text).into_iter().map(|word| {
                    let at = text.find(&word).unwrap_or_default();
                    let near: String = text
                        .chars()
                        .skip(text[..at].chars().count().saturating_sub(40))
                        .take(100)
                        .collect();
                    format!("{}: {word} in {near}", chart.code)
                }));
            }
        });
    }
    assert!(heads > 100, "{heads} heads of columns");
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

#[test]
fn what_tables_of_partners_and_products_say_is_said_in_the_room() {
    let dataset = dataset();
    let mut seen: Vec<String> = Vec::new();
    for (product, by) in
        [("rare-earths", Side::Partner), ("rare-earths", Side::Product), ("magnets", Side::Partner)]
    {
        for measure in [Measure::Volume, Measure::Value] {
            marking(|| {
                let key = SeriesKey {
                    flow: Flow::Export,
                    product: product.to_owned(),
                    partner: Partner::world(),
                    measure,
                };
                let asked = tables::Asked { by, ..tables::Asked::default() };
                let studied = Period::month(Month::parse("2024-12").unwrap());
                let shown = ranking(&of_dataset(&dataset, &key, studied, &asked), &asked);
                seen.extend(tables::csv(&shown).lines().next().map(str::to_owned));
                seen.push(shown.caption);
                seen.extend(shown.notes);
                seen.extend(shown.heads.into_iter().map(|head| head.label));
                seen.extend(shown.rows.into_iter().map(|row| row.name));
                seen.extend(shown.periods.into_iter().map(|period| period.label));
            });
        }
    }
    assert!(seen.len() > 60, "{seen:#?}");
    let found = gone_round(&seen);
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

#[test]
fn what_is_wrong_with_an_address_is_said_in_the_room() {
    let dataset = dataset();
    let mut told = 0;
    let asked = PARAMETERS.iter().map(|parameter| format!("?{}=?!", parameter.name));
    let more = [
        "?from=2024-02&to=2024-01",
        "?chart=effects&event=1999-01-01",
        "?product=none",
        "?partner=ZZZ",
        "?month=1850-01",
        "?chart=map&month=1850-01",
        "?unit=XXX",
    ];
    for search in asked.chain(more.map(str::to_owned)) {
        let seen = marking(|| {
            let (query, problems) = Query::parse_over(&search, &dataset);
            let (view, also) = open(&dataset, &query);
            let problems = problems.into_iter().collect::<Vec<_>>();
            let mut seen = page(&dataset, &view, problems).problems;
            seen.extend(also);
            seen
        });
        told += seen.len();
        let own = |text: &String| {
            text.replace("?!", "").replace("none", "").replace("ZZZ", "").replace("XXX", "")
        };
        let found = gone_round(&seen.iter().map(own).collect::<Vec<_>>());
        assert!(found.is_empty(), "{search}: said outside src/wording: {found:#?}");
    }
    assert!(told > 15, "{told}");
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
                        // A table's cell holds its bars as such.
                        let sentence = finding.sentence.replace('|', "\\|");
                        let told = report.replace(&sentence, "").replace(&finding.text, "");
                        finding.suggested.iter().fold(told, |told, own| told.replace(own, ""))
                    })
                };
                seen.push(quoted(plain(&all, text)));
                seen.push(without_links(&quoted(markdown(&all, "2024-11-20", Desk::default()))));
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

/// A file that is read as a reader's own, with everything that is said of it, but for what the file itself
/// calls its columns, goods and countries.
#[derive(Default)]
struct Told {
    /// Questions, by what they are answered by.
    ids: BTreeSet<String>,
    /// What was expected of rows.
    expected: BTreeSet<String>,
    /// Why a file is none.
    refused: BTreeSet<String>,
    notes: usize,
    seen: Vec<String>,
    /// What every reader is lent in its turn: a copy for each takes as long as a small file does.
    names: Option<CountryNames>,
}

impl Told {
    fn read(&mut self, bytes: &[u8]) {
        let mut reader = Reader::default();
        reader.confirm = true;
        reader.names = self.names.take().unwrap_or_else(country_names);
        reader.begin("a file", None);
        let read = reader.feed(bytes).and_then(|()| reader.end());
        match read {
            Ok(()) => self.made(&reader),
            Err(Refusal::Foreign(reason)) => {
                self.refused.insert(reason.clone());
                self.seen.push(reason);
            }
            // This reader asks.
            Err(Refusal::NeedsAsking) => {}
            Err(Refusal::Unmapped(table)) => {
                self.seen.extend(table.preview.iter().map(|line| named(line)));
                self.seen.push(table.problem.clone());
                for question in table.questions {
                    let id = question.id.split(':').next().unwrap_or_default();
                    self.ids.insert(id.to_owned());
                    self.seen.extend([question.text, question.consequence]);
                    // What a file itself calls something is an answer as it stands.
                    let own = |label: &String| !table.header.contains(label);
                    let labels = question.options.into_iter().map(|option| option.label);
                    let labels = labels.filter(own);
                    self.seen.extend(labels.filter(|label| label.contains(' ')));
                }
            }
        }
        for slip in &reader.slips {
            self.expected.insert(slip.expected.clone());
            self.seen.extend([slip.expected.clone(), slip.to_string()]);
        }
        for file in &reader.explained {
            self.notes += file.notes.len();
            self.seen.extend(file.notes.clone());
            self.seen.push(file.period.clone());
            self.seen
                .extend(file.not_used.iter().map(|(why, _)| refusals::unused(*why).to_owned()));
        }
        self.names = Some(std::mem::take(&mut reader.names));
    }

    /// What is said of the figures that are made of a file.
    fn made(&mut self, reader: &Reader) {
        let Some(reporter) = reporters(reader).first().map(|one| one.code.clone()) else { return };
        let mut choice = Choice::for_stories(reader, &reporter);
        choice.mirror = true;
        let made = tidy(reader, &choice);
        self.seen.extend([made.origin, without_codes(&made.reporter, reader)]);
        let notes = made.observations.lines().skip(1).filter_map(|line| line.rsplit(',').next());
        self.seen.extend(notes.map(str::to_owned).collect::<BTreeSet<_>>());
    }
}

/// Whose trade it is, where the file does not name it.
fn without_codes(name: &str, reader: &Reader) -> String {
    let own =
        reader.store.reporters.all().any(|(_, entry)| entry.name == name || entry.code == name);
    if own { String::new() } else { name.to_owned() }
}

/// The files of other offices and what others make of such tables, as far as they are small and text.
fn opened() -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    let all = files(&root).into_iter().map(|path| fs::read(path).unwrap());
    all.filter(|bytes| {
        let small = bytes.len() < 200_000;
        small && encoding(&bytes[..bytes.len().min(4096)]).is_none() && !bytes.contains(&0)
    })
    .collect()
}

/// The same file with one cell of its last lines broken, a file for each cell.
fn broken(bytes: &[u8]) -> Vec<Vec<u8>> {
    const LINES: usize = 1;
    const CELLS: usize = 14;
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for at in lines.len().saturating_sub(LINES)..lines.len() {
        let mark = [';', '\t', ','].into_iter().find(|mark| lines[at].contains(*mark));
        let Some(mark) = mark else { continue };
        let cells: Vec<&str> = lines[at].split(mark).collect();
        for cell in 0..cells.len().min(CELLS) {
            for wrong in ["?!", ""] {
                let mut own = cells.clone();
                own[cell] = wrong;
                let line = own.join(&mark.to_string());
                let mut all = lines.clone();
                all[at] = &line;
                found.push(all.join("\n").into_bytes());
            }
        }
    }
    found
}

/// What stands outside the marks in what was said.
fn gone_round(seen: &[String]) -> BTreeSet<String> {
    let words = |text: &String| {
        let found = outside(text).into_iter().map(move |word| (word, text.clone()));
        found.collect::<Vec<_>>()
    };
    // Most of what is said of one file is said of others too.
    let seen: BTreeSet<&String> = seen.iter().collect();
    seen.into_iter().flat_map(words).map(|(word, text)| format!("{word} in {text:.160}")).collect()
}

#[test]
fn what_is_asked_and_said_of_files_is_said_in_the_room() {
    let mut told = Told::default();
    marking(|| opened().iter().for_each(|bytes| told.read(bytes)));
    assert!(told.ids.len() > 12 && told.notes > 40, "{:?}, {} notes", told.ids, told.notes);
    let found = gone_round(&told.seen);
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

#[test]
fn what_is_expected_of_rows_is_said_in_the_room() {
    let mut told = Told::default();
    // Every other is enough to meet each kind of column.
    let small = opened().into_iter().filter(|bytes| bytes.len() < 3_000).step_by(2);
    marking(|| small.flat_map(|bytes| broken(&bytes)).for_each(|bytes| told.read(&bytes)));
    let endless =
        [b"t,i,j,k,v,q\n2022,156,842,2846,1,1\n2022,".as_slice(), &[b'x'; 2 << 20]].concat();
    let wide = format!("t,i,j,k,v,q\n2022,156,842,2846,1,1\n{}\n", ",".repeat(10_000));
    marking(|| [endless, wide.into_bytes()].iter().for_each(|bytes| told.read(bytes)));
    assert!(told.expected.len() > 9, "{:#?}", told.expected);
    let found = gone_round(&told.seen);
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

#[test]
fn why_a_file_is_refused_is_said_in_the_room() {
    let mut told = Told::default();
    let foreign: [&[u8]; 32] = [
        b"",
        b"\xef\xbb\xbf \n\n",
        b"PK\x03\x04 renamed",
        b"\xd0\xcf\x11\xe0\0\0\0\0",
        b"%PDF-1.7",
        b"PAR1....",
        b"\x89PNG",
        b"\x1f\x8b\x08 within another",
        b"BZh9",
        b"7z\xbc\xaf",
        b"<!doctype html><p>Sign in</p>",
        b"\0\0\0\0\x01\0\0\0abc",
        b"just words\nand more words\n",
        b"name,colour\nrose,red\n",
        b"a,b,c\n",
        b"t,i,j,k,v,q\n2022,156,842,2846,many,few\n",
        b"t,i,j,k,v,q\n2022,15",
        b"t,i,j,k,v,q\n2022,\"156",
        b"{\"data\": []}",
        b"{\"data\": [{\"a\" 1}]}",
        b"{\"data\": [{\"a\": 1 2}]}",
        b"{\"data\": [{\"a\": }]}",
        b"{\"data\": [{\"a\": \"x}]}",
        b"{\"data\": [{\"a\": \"\\u12\"}]}",
        b"{\"data\": [{\"a\": \"\\\xc3\xa9\"}]}",
        b"{\"data\": [{a: 1}]}",
        b"{\"data\": [[1 2]]}",
        b"{\"data\": [[1] 2]}",
        b"{\"data\": [{\"a\":",
        b"{\"a\" 1}",
        b"{\"a\": {\"b\": [1 2]}}",
        b"[{\"a\": \"\xff\"}]",
    ];
    let deep = format!("{{\"data\": [{{\"a\": {}", "[".repeat(100));
    let files = foreign.iter().copied().chain([deep.as_bytes()]);
    marking(|| files.for_each(|bytes| told.read(bytes)));
    assert!(told.refused.len() > 28, "{:#?}", told.refused);
    let index = "reporter,chapter,path,rows,bytes,first,last\n";
    for line in ["", ",28,a.csv,1,1,,", "842,x,a.csv,1,1,,", "842,28,../a,1,1,,", "842,28,a,x,1,,"]
    {
        let read = marking(|| Parts::read(&format!("{index}{line}\n")));
        told.seen.extend(read.err());
    }
    told.seen.extend(marking(|| Parts::read("no,index\n1,2\n")).err());
    let found = gone_round(&told.seen);
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

/// Every cell of a data set's files broken, one after the other.
#[test]
fn what_a_data_set_must_hold_is_said_in_the_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/made");
    let texts = BUNDLE_FILES.map(|name| fs::read_to_string(root.join(name)).unwrap());
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (file, text) in texts.iter().enumerate() {
        for wrong in broken(text.as_bytes()).into_iter().chain([b"no,header\n".to_vec()]) {
            let mut own = texts.clone();
            own[file] = String::from_utf8(wrong).unwrap();
            let [observations, sources, products, events, dataset, partners] = &own;
            let bundle = Bundle { observations, sources, products, events, dataset, partners };
            let errors = marking(|| {
                let errors = read_bundle(bundle).err().unwrap_or_default();
                errors
                    .iter()
                    .map(|error| (error.expected.clone(), error.to_string()))
                    .collect::<Vec<_>>()
            });
            seen.extend(errors.into_iter().flat_map(|(expected, whole)| [expected, whole]));
        }
    }
    assert!(seen.len() > 40, "{seen:#?}");
    let found = gone_round(&seen.into_iter().collect::<Vec<_>>());
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

#[test]
fn what_files_come_packed_in_is_spoken_of_in_the_room() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/packed");
    let mut seen: Vec<String> = Vec::new();
    let mut asked = 0;
    for path in
        files(&root).into_iter().filter(|path| path.extension().is_some_and(|own| own != "py"))
    {
        let whole = fs::read(path).unwrap();
        let cut = whole[..whole.len() - 100].to_vec();
        for bytes in [whole, cut] {
            marking(|| match Container::open(Box::new(Cursor::new(bytes))) {
                Err(reason) => seen.push(reason),
                Ok(container) => {
                    let asks = container.choose(None, &[]);
                    if let Ok(Chosen::Asked(question)) = &asks {
                        asked += 1;
                        seen.extend([question.text.clone(), question.consequence.clone()]);
                        seen.extend(question.options.iter().map(|option| option.label.clone()));
                    }
                    seen.extend(asks.err());
                    seen.extend(container.choose(Some("nothing of the kind"), &[]).err());
                    if let Container::Workbook(mut book) = container {
                        seen.extend(book.text(0).err());
                    }
                }
            });
        }
    }
    marking(|| {
        seen.extend(xlsx(&"a\n".repeat((1 << 20) + 1)).err());
        seen.extend(xlsx(&"x".repeat(40_000)).err());
    });
    assert!(asked > 0 && seen.len() > 10, "{seen:#?}");
    let found = gone_round(&seen);
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

/// A line of a preview without its goods, which have a list's name and a code.
fn named(line: &str) -> String {
    line.split(" · ").filter(|part| part.starts_with('«')).collect::<Vec<_>>().join(" · ")
}

/// Names of options, placeholders, and what stands in them: no words of a language.
fn without_names(help: &str) -> String {
    let words = help.split_inclusive(char::is_whitespace);
    let named = |word: &&str| word.starts_with(['-', '<', '[']);
    words.filter(|word| !named(word)).collect()
}

#[test]
fn the_program_s_help_is_said_in_the_room() {
    let mut seen = Vec::new();
    let mut arguments = 0;
    marking(|| {
        let program = program::commands();
        let mut all = vec![program.clone()];
        all.extend(program.get_subcommands().filter(|one| one.get_name() != "help").cloned());
        for command in &mut all {
            for argument in command.get_arguments() {
                let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(help.len() > 8, "{} {}: {help}", command.get_name(), argument.get_id());
                arguments += 1;
            }
            let help = command.render_long_help().to_string();
            // A list of commands begins each line with a name.
            let help = help.replace(&format!("xenotime {}", command.get_name()), "");
            let help = help.replace("«Usage: »xenotime", "");
            let names = command.get_subcommands().map(|one| format!("  {} ", one.get_name()));
            seen.push(without_names(&names.fold(help, |help, name| help.replace(&name, ""))));
        }
    });
    assert!(seen.len() > 10 && arguments > 100, "{} commands, {arguments}", seen.len());
    let found = gone_round(&seen);
    assert!(found.is_empty(), "said outside src/wording: {found:#?}");
}

/// What is told of a command that is not understood.
fn refusal(arguments: &[&str]) -> String {
    let arguments = [&["xenotime"], arguments].concat().into_iter().map(Into::into).collect();
    program::help::refused(&program::understood(arguments).err().unwrap())
}

#[test]
fn what_is_wrong_with_a_command_is_said_in_the_room() {
    let wrong: [&[&str]; 22] = [
        &["charst"],
        &["dance"],
        &["render"],
        &["render", "--out"],
        &["render", "--out", "a", "--out", "b"],
        &["render", "--out", "a", "--size", "big"],
        &["render", "--out", "a", "--width", "wide"],
        &["render", "--out", "a", "--dark=yes"],
        &["render", "--out", "a", "--size", "page", "--width", "9"],
        &["render", "--outt", "a"],
        &["render", "--chart", "pie"],
        &["summary", "--month", "2024-13"],
        &["summary", "--lang", "xx"],
        &["series", "--from", "2024-02", "--to", "2024-01"],
        &["table", "--by", "port"],
        &["table", "--period", "2025"],
        &["table", "--sort", "colour"],
        &["figure", "--period", "x"],
        &["figure", "--period", "2024", "--months", "0"],
        &["figure", "--period", "2024", "--flow", "up"],
        &["check-story", "a.txt", "--date", "now"],
        &["check-story", "a.txt", "--asof", "now"],
    ];
    for arguments in wrong {
        let told = refusal(arguments);
        assert!(!told.contains("not be understood"), "{arguments:?}: {told}");
        let told = marking(|| refusal(arguments));
        let found = gone_round(&[without_names(&told)]);
        assert!(found.is_empty(), "said outside src/wording: {found:#?}");
    }
}
