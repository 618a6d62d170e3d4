//! `open`: other people's trade data to our tidy CSV.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;
use serde_json::json;
use xenotime::import::{COUNTRIES, Reader, Refusal, Table, encoding, export, extent};

use super::{ASKED, FOUND};

/// How many bytes are read at a time.
const PIECE: usize = 1 << 20;

/// What is asked of the opening of files.
#[derive(Debug)]
pub struct Asked<'a> {
    pub files: &'a [PathBuf],
    pub mapping: Option<&'a Path>,
    pub answers: &'a [String],
    pub explain: bool,
    pub out: Option<&'a Path>,
}

pub fn run(asked: &Asked<'_>) -> Result<ExitCode, String> {
    let (reader, questions) = read(asked)?;
    if !questions.is_empty() {
        return Ok(ask(&questions));
    }
    tell(&reader);
    if reader.store.is_empty() {
        return Err("no figure was read: what was opened holds names alone; open it beside a table of figures".to_owned());
    }
    let text = if asked.explain {
        let files = serde_json::to_value(&reader.explained).map_err(|error| error.to_string())?;
        format!("{:#}", json!({ "files": files, "sums": reader.store.len() }))
    } else {
        export(&reader)
    };
    match asked.out {
        Some(path) => {
            fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
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
    let mut reader = Reader::default();
    reader.names.learn(COUNTRIES);
    for answer in asked.answers {
        let pair =
            answer.split_once('=').ok_or_else(|| format!("{answer}: id=value was expected"))?;
        reader.answers.push((pair.0.to_owned(), pair.1.to_owned()));
    }
    let mut questions = Vec::new();
    for path in asked.files {
        let failed = |error: io::Error| format!("{}: {error}", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        reader.begin(&name, mapping.as_deref());
        let fed = pass(&mut reader, path).map_err(failed)?;
        match fed.and_then(|()| reader.end()) {
            Ok(()) => {}
            // What is open in other files is asked together.
            Err(Refusal::Unmapped(table)) if table.problem.is_empty() => {
                questions.push(asked_of(&name, &table));
            }
            Err(refusal) => return Err(format!("{}: {}", path.display(), explained(&refusal))),
        }
    }
    Ok((reader, questions))
}

/// What a file does not say, with what it looks like under the likeliest answers.
fn asked_of(name: &str, table: &Table) -> serde_json::Value {
    json!({
        "file": name,
        "layout": table.layout,
        "questions": table.questions,
        "header": table.header,
        "mapping": table.guess.iter().map(|(role, column)| format!("{role}\t{column}")).collect::<Vec<_>>(),
        "preview": table.preview,
        "answer": "--answer ID=VALUE for each, or --answer ID=likely; ID@FILE=VALUE for one file of several",
    })
}

/// Says on standard error what was done.
fn tell(reader: &Reader) {
    for slip in &reader.slips {
        eprintln!("{slip}");
    }
    for file in &reader.explained {
        eprintln!("{}: {}", file.file, file.layout);
        // What was supposed, and what was left out and why.
        for note in &file.notes {
            eprintln!("{}: {note}", file.file);
        }
        for (why, count) in &file.not_used {
            eprintln!("{}: {count} rows not used: {why}", file.file);
        }
    }
    if let Some((first, last)) = extent(&reader.store) {
        eprintln!("{} to {}", first.long(), last.long());
    }
    let counted = &reader.counted;
    eprintln!(
        "{} rows read, {} left out, {} in place of others, {} without a quantity whose unit is known, {} without a figure, {} not readable; {} sums kept",
        counted.read,
        counted.left_out,
        counted.replaced,
        counted.unweighed,
        counted.gaps,
        counted.skipped,
        reader.store.len()
    );
}

fn read_text(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
}

/// Feeds a file, unpacked and decoded, piece by piece.
fn pass(reader: &mut Reader, path: &Path) -> io::Result<Result<(), Refusal>> {
    let mut magic = [0; 2];
    let packed = File::open(path)?.read(&mut magic)? == 2 && magic == [0x1f, 0x8b];
    let file = BufReader::new(File::open(path)?);
    let mut input: Box<dyn Read> =
        if packed { Box::new(MultiGzDecoder::new(file)) } else { Box::new(file) };
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
        .or_else(|| encoding(&head).map(str::to_owned))
        .and_then(|label| Encoding::for_label(label.as_bytes()))
        .map(Encoding::new_decoder_with_bom_removal);
    let mut input = io::Cursor::new(head).chain(input);
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
        Refusal::Unmapped(table) => {
            let Table { header, guess, problem, .. } = table.as_ref();
            let lines: Vec<String> =
                guess.iter().map(|(role, column)| format!("{role}\t{column}")).collect();
            if header.is_empty() {
                return problem.clone();
            }
            format!(
                "{problem}.\nColumns: {}\nGive a mapping with --mapping FILE; a guess at one:\n{}",
                header.join(", "),
                lines.join("\n")
            )
        }
    }
}
