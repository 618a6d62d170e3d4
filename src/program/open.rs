//! `open`: converts other trade data to tidy CSV.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use encoding_rs::Encoding;
use serde_json::json;
use xenotime::containers::{Chosen, Container, Source, is_container, members};
use xenotime::import::dataset::{OUTLINES, OUTLINES_TEXT, RowError, add_part, read_own};
use xenotime::import::{
    COUNTRIES, Choice, GOODS, Reader, Refusal, Table, answered, encoding, export, extent,
    first_product, goods, is_question, product_codes, rank, reporters, tidy, totals,
};
use xenotime::query::Line;
use xenotime::saving::xlsx;
use xenotime::trade::{Dataset, Partner};
use xenotime::wording::say::containers;
use xenotime::wording::say::import::{layouts, refusals, summary};
use xenotime::wording::say::program::failures;

use super::load::load_or_explain;
use super::{ASKED, FOUND, ending_among, failed, reason_of};

/// How many bytes are read at a time.
const PIECE: usize = 1 << 20;

/// How many first bytes tell what a file is packed in.
const MAGIC: u64 = 64;

/// What gzip begins with.
const GZIP: &[u8] = b"\x1f\x8b";

/// The largest file of an archive that is held whole, since it is packed itself.
const MOST_HELD: u64 = 1 << 28;

/// More parts of a file than are tried before one is proposed.
const MOST_TRIED: usize = 24;

/// What is asked of the opening of files.
#[derive(Debug)]
pub struct Asked<'a> {
    pub files: &'a [PathBuf],
    pub mapping: Option<&'a Path>,
    pub answers: &'a [String],
    pub explain: bool,
    pub out: Option<&'a Path>,
}

/// Other trade data than a folder, and what of them is meant.
#[derive(Args)]
pub struct FilesArgs {
    #[arg(long, value_name = "FILE", conflicts_with = "data")]
    open: Vec<PathBuf>,
    #[arg(long, value_name = "CODE", requires = "open")]
    reporter: Option<String>,
    #[arg(long, value_name = "CODE", requires = "open")]
    code: Option<String>,
    #[arg(long = "answer", value_name = "ID=VALUE", requires = "open")]
    answers: Vec<String>,
}

impl FilesArgs {
    /// Reads the files, where any are named; what they leave open must be answered first, and is asked.
    pub fn read(&self) -> Result<Option<Result<Reader, ExitCode>>, String> {
        if self.open.is_empty() {
            return Ok(None);
        }
        let (reader, questions) = read(&Asked {
            files: &self.open,
            mapping: None,
            answers: &self.answers,
            explain: false,
            out: None,
        })?;
        if !questions.is_empty() {
            return Ok(Some(Err(ask(&questions))));
        }
        // Figures made of them do not say what was supposed, or left out and why.
        report_each(&reader, false);
        Ok(Some(Ok(reader)))
    }

    /// The data set of a folder; or, where files are named, of a reporter's trade in a product, and those of
    /// other lines, with as many partners by flow, what these report of it, and where they lie. What the
    /// files leave open is asked.
    pub fn or_folder(
        &self,
        folder: &Path,
        partners: usize,
        lines: &[Line],
    ) -> Result<Result<Dataset, ExitCode>, String> {
        let reader = match self.read()? {
            None => return Ok(Ok(load_or_explain(folder)?)),
            Some(Ok(reader)) => reader,
            Some(Err(questions)) => return Ok(Err(questions)),
        };
        let (reporter, product) = self.chosen(&reader)?;
        let mut products = vec![product.clone()];
        // Which product a line names is known by what its code is among all.
        if !lines.is_empty() {
            let ranked = totals(&reader, &reporter, &BTreeMap::new());
            let all = goods(&reader, &ranked, &product, usize::MAX);
            let asked = |code: &String| lines.iter().any(|line| line.key.product == *code);
            let named = all.iter().zip(product_codes(&all)).skip(1);
            products.extend(named.filter(|(_, code)| asked(code)).map(|(own, _)| own.clone()));
        }
        // A partner that a line names is among them, however small.
        let named = lines.iter().map(|line| line.key.partner.code().to_owned());
        let also = named.filter(|code| code != Partner::WORLD && code != Partner::BOTH).collect();
        let choice = Choice { reporter, products, partners, also, mirror: true };
        let mut dataset = read_own(tidy(&reader, &choice).files()).map_err(listed)?;
        add_part(&mut dataset, OUTLINES, OUTLINES_TEXT).map_err(listed)?;
        Ok(Ok(dataset))
    }

    /// Whose trade in what is meant, of files: what was asked for, or the likeliest.
    pub fn chosen(&self, reader: &Reader) -> Result<(String, String), String> {
        let most = || reporters(reader).into_iter().next().map(|one| one.code);
        let reporter = self.reporter.clone().or_else(most).ok_or_else(failures::no_figure)?;
        let likeliest = || first_product(reader, &totals(reader, &reporter, &BTreeMap::new()));
        let product = self.code.clone().or_else(likeliest);
        let product = product.ok_or_else(|| failures::no_trade(&reporter))?;
        Ok((reporter, product))
    }
}

fn listed(errors: Vec<RowError>) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Prints tidy CSV, or the questions that a file leaves open (exit status 2).
///
/// # Errors
///
/// A message where a file cannot be read or holds no trade.
pub fn run(asked: &Asked<'_>) -> Result<ExitCode, String> {
    let (reader, questions) = read(asked)?;
    if !questions.is_empty() {
        return Ok(ask(&questions));
    }
    report(&reader);
    if reader.store.is_empty() {
        return Err(summary::only_names().to_owned());
    }
    let text = if asked.explain {
        let files = serde_json::to_value(&reader.explained).map_err(|error| error.to_string())?;
        format!("{:#}", json!({ "files": files, "sums": reader.store.len() }))
    } else {
        export(&reader)
    };
    match asked.out {
        Some(path) => {
            let written: &[&str] = if asked.explain { &["json"] } else { &["csv", "xlsx"] };
            let bytes = match ending_among(path, written)? {
                "xlsx" => xlsx(&text)?,
                _ => text.into_bytes(),
            };
            fs::write(path, bytes).map_err(|error| failed(path, &error))?;
        }
        None => say!("{}", text.trim_end()),
    }
    Ok(if reader.counted.skipped > 0 { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
}

/// Prints what must be answered first.
pub fn ask(questions: &[serde_json::Value]) -> ExitCode {
    say!("{:#}", json!({ "files": questions }));
    ExitCode::from(ASKED)
}

/// Reads the files, as far as they say how; what they leave open is asked together.
pub fn read(asked: &Asked<'_>) -> Result<(Reader, Vec<serde_json::Value>), String> {
    let mapping = asked.mapping.map(read_text).transpose()?;
    let mut opening = Opening { reader: Reader::default(), mapping, questions: Vec::new() };
    opening.reader.names.learn(COUNTRIES);
    opening.reader.goods.learn(GOODS);
    for answer in asked.answers {
        let pair = answer.split_once('=').ok_or_else(|| failures::answer(answer))?;
        if !is_question(pair.0) {
            return Err(failures::no_question(pair.0, &answered()));
        }
        opening.reader.answers.push((pair.0.to_owned(), pair.1.to_owned()));
    }
    for path in asked.files {
        let own = |reason: String| failures::of_file(&path.display().to_string(), &reason);
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let file = File::open(path).map_err(|error| failed(path, &error))?;
        opening.open(&name, Box::new(file), false).map_err(own)?;
    }
    Ok((opening.reader, opening.questions))
}

/// What is being opened.
struct Opening {
    reader: Reader,
    mapping: Option<String>,
    questions: Vec<serde_json::Value>,
}

impl Opening {
    /// Reads a file, whatever it comes packed in; `within` says that it came out of an archive.
    fn open(&mut self, name: &str, mut file: Box<dyn Source>, within: bool) -> Result<(), String> {
        let mut head = Vec::new();
        let looked = file.by_ref().take(MAGIC).read_to_end(&mut head).and_then(|_| file.rewind());
        looked.map_err(|error| reason_of(&error))?;
        if head.starts_with(GZIP) {
            return self.pass(name, &mut members(BufReader::new(file)), None);
        }
        if !is_container(&head) {
            return self.pass(name, &mut BufReader::new(file), None);
        }
        let mut container = Container::open(file)?;
        let ranks = self.ranks(&mut container);
        let answer = self.answer(container.id(), name);
        let parts = match container.choose(answer.as_deref(), &ranks)? {
            Chosen::Parts(parts) => parts,
            Chosen::Asked(question) => {
                let likely = question.likely.clone();
                let table = Table { questions: vec![question], ..Table::default() };
                self.questions.push(asked_of(name, &table));
                match container.choose(Some(&likely), &ranks)? {
                    // What the likeliest of them leaves open is asked beside that.
                    Chosen::Parts(parts) if matches!(container, Container::Workbook(_)) => {
                        self.reader.shows = true;
                        let asked = self.parts(&mut container, name, parts, within);
                        self.reader.shows = false;
                        return asked.or(Ok(()));
                    }
                    _ => return Ok(()),
                }
            }
        };
        self.parts(&mut container, name, parts, within)
    }

    /// Reads what is meant of what a file holds.
    fn parts(
        &mut self,
        container: &mut Container,
        name: &str,
        parts: Vec<usize>,
        within: bool,
    ) -> Result<(), String> {
        let named = container.is_named();
        for part in parts {
            match container {
                Container::Workbook(book) => {
                    let text = book.text(part)?;
                    let own = book.parts().get(part).filter(|_| named);
                    let sheet =
                        own.map_or_else(|| name.to_owned(), |own| format!("{name}, {}", own.name));
                    self.pass(&sheet, &mut text.as_bytes(), None)?;
                }
                Container::Page(page) => {
                    let table = match page.parts() {
                        [_] => name.to_owned(),
                        _ => format!("{name}, {}", containers::table(part + 1)),
                    };
                    self.pass(&table, &mut page.text(part)?.as_slice(), page.letters())?;
                }
                Container::Archive(_) if within => {
                    return Err(summary::archive_within().to_owned());
                }
                Container::Archive(archive) => {
                    let own =
                        archive.parts().get(part).map_or_else(String::new, |own| own.name.clone());
                    let failed = |reason: String| failures::of_file(&own, &reason);
                    self.unpack(&own, archive.unpacked(part).map_err(failed)?).map_err(failed)?;
                }
            }
        }
        Ok(())
    }

    /// Reads a file of an archive as it is unpacked, or holds it where it is packed itself.
    fn unpack(&mut self, name: &str, mut file: impl Read) -> Result<(), String> {
        let mut head = Vec::new();
        file.by_ref().take(MAGIC).read_to_end(&mut head).map_err(|error| reason_of(&error))?;
        let packed = head.starts_with(GZIP) || is_container(&head);
        let mut file = Cursor::new(head).chain(file);
        if !packed {
            return self.pass(name, &mut file, None);
        }
        let mut held = Vec::new();
        file.take(MOST_HELD + 1).read_to_end(&mut held).map_err(|error| reason_of(&error))?;
        if held.len() as u64 > MOST_HELD {
            return Err(summary::packed_twice(MOST_HELD));
        }
        self.open(name, Box::new(Cursor::new(held)), true)
    }

    /// What was answered to a question about a file.
    fn answer(&self, id: &str, name: &str) -> Option<String> {
        let own = format!("{id}@{name}");
        let given = |asked: &str| self.reader.answers.iter().rev().find(|(id, _)| id == asked);
        given(&own).or_else(|| given(id)).map(|(_, value)| value.clone())
    }

    /// How surely each of several parts is a table of trade.
    fn ranks(&mut self, container: &mut Container) -> Vec<u8> {
        let count = container.parts().len();
        if !(2..=MOST_TRIED).contains(&count) {
            return Vec::new();
        }
        let mut rank_of = |at: usize| {
            let head = container.head(at).ok()?;
            let letters = encoding(head.get(..4096).unwrap_or(&head));
            let text = match letters.and_then(|label| Encoding::for_label(label.as_bytes())) {
                Some(letters) => letters.decode(&head).0.into_owned().into_bytes(),
                None => head,
            };
            rank(&mut self.reader.names, &text, false)
        };
        (0..count).map(|at| rank_of(at).unwrap_or_default()).collect()
    }

    /// Reads a table; `letters` say how it is written where that is known.
    fn pass(
        &mut self,
        name: &str,
        input: &mut dyn Read,
        letters: Option<&str>,
    ) -> Result<(), String> {
        self.reader.begin(name, self.mapping.as_deref());
        let fed = feed(&mut self.reader, input, letters).map_err(|error| reason_of(&error))?;
        match fed.and_then(|()| self.reader.end()) {
            Ok(()) => Ok(()),
            // What is open in other files is asked together.
            Err(Refusal::Unmapped(mut table)) if table.problem.is_empty() => {
                // One of three is which table is meant.
                table.questions.truncate(if self.reader.shows { 2 } else { 3 });
                if !self.reader.shows || !table.questions.is_empty() {
                    self.questions.push(asked_of(name, &table));
                }
                Ok(())
            }
            Err(refusal) => Err(explained(&refusal)),
        }
    }
}

/// What a file does not say, with what it looks like under the likeliest answers.
fn asked_of(name: &str, table: &Table) -> serde_json::Value {
    json!({
        "file": name,
        "layout": layouts::name(table.layout),
        // On the page the columns are a form of their own; here they are one of three questions.
        "questions": table.questions.iter().take(3).collect::<Vec<_>>(),
        "header": table.header,
        "mapping": table.guess.iter().map(|(role, column)| format!("{role}\t{column}")).collect::<Vec<_>>(),
        "preview": table.preview,
        "answer": failures::how_to_answer(),
    })
}

/// Tells of each file what was supposed, and what was left out and why; with its layout, where asked.
fn report_each(reader: &Reader, with_layouts: bool) {
    for slip in &reader.slips {
        eprintln!("{slip}");
    }
    for (file, (_, layout)) in reader.explained.iter().zip(&reader.files) {
        let taken = with_layouts.then(|| layouts::name(layout).to_owned());
        let unused = file.not_used.iter();
        let unused = unused.map(|(why, count)| summary::not_used(*count, refusals::unused(*why)));
        for said in taken.into_iter().chain(file.notes.iter().cloned()).chain(unused) {
            eprintln!("{}", summary::of_file(&file.file, &said));
        }
    }
}

/// Says on standard error what was done.
fn report(reader: &Reader) {
    report_each(reader, true);
    if let Some((first, last)) = extent(&reader.store) {
        eprintln!("{}", summary::extent(first, last));
    }
    let counted = &reader.counted;
    let rows = [
        counted.read,
        counted.left_out,
        counted.replaced,
        counted.unweighed,
        counted.gaps,
        counted.skipped,
    ];
    eprintln!("{}", summary::rows(rows, reader.store.len()));
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| failed(path, &error))
}

/// Feeds a table, decoded, piece by piece.
fn feed(
    reader: &mut Reader,
    mut input: &mut dyn Read,
    known: Option<&str>,
) -> io::Result<Result<(), Refusal>> {
    let mut head = vec![0; 4096];
    let mut filled = 0;
    while let Some(rest) = head.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match input.read(rest)? {
            0 => break,
            count => filled += count,
        }
    }
    head.truncate(filled);
    let letters =
        reader.answers.iter().find(|(id, _)| id == "letters").map(|(_, label)| label.clone());
    let mut decoder = letters
        .or_else(|| known.map(str::to_owned))
        .or_else(|| encoding(&head).map(str::to_owned))
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .map(Encoding::new_decoder_with_bom_removal);
    let mut input = Cursor::new(head).chain(&mut input);
    let mut piece = vec![0; PIECE];
    loop {
        let count = input.read(&mut piece)?;
        let bytes = piece.get(..count).unwrap_or_default();
        let fed = match &mut decoder {
            None => reader.feed(bytes),
            Some(decoder) => {
                let most = decoder.max_utf8_buffer_length(count).unwrap_or(count * 4);
                let mut text = String::with_capacity(most);
                let _ = decoder.decode_to_string(bytes, &mut text, count == 0);
                reader.feed(text.as_bytes())
            }
        };
        if fed.is_err() || count == 0 {
            return Ok(fed);
        }
    }
}

fn explained(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Foreign(reason) => reason.clone(),
        // The program's reader asks.
        Refusal::NeedsAsking => String::new(),
        Refusal::Unmapped(table) => {
            let Table { header, guess, problem, .. } = table.as_ref();
            let lines: Vec<String> =
                guess.iter().map(|(role, column)| format!("{role}\t{column}")).collect();
            if header.is_empty() {
                return problem.clone();
            }
            summary::mapping_needed(problem, header, &lines)
        }
    }
}
