//! `open`: other people's trade data to our tidy CSV.

use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use encoding_rs::Encoding;
use flate2::read::MultiGzDecoder;
use xenotime::import::{Reader, Refusal, Table, encoding, export, extent};

use super::FOUND;

/// How many bytes are read at a time.
const PIECE: usize = 1 << 20;

pub fn run(
    files: &[PathBuf],
    mapping: Option<&Path>,
    out: Option<&Path>,
) -> Result<ExitCode, String> {
    let mapping = mapping.map(read_text).transpose()?;
    let mut reader = Reader::default();
    for path in files {
        let failed = |error: io::Error| format!("{}: {error}", path.display());
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        reader.begin(&name, mapping.as_deref());
        let fed = pass(&mut reader, path).map_err(failed)?;
        fed.and_then(|()| reader.end())
            .map_err(|refusal| format!("{}: {}", path.display(), explained(&refusal)))?;
    }
    for slip in &reader.slips {
        eprintln!("{slip}");
    }
    let counted = &reader.counted;
    for (name, layout) in &reader.files {
        eprintln!("{name}: {layout}");
    }
    if let Some((first, last)) = extent(&reader.store) {
        eprintln!("{} to {}", first.long(), last.long());
    }
    eprintln!(
        "{} rows read, {} left out because others hold them, {} in place of others, {} without a quantity that is no weight, {} not readable; {} sums kept",
        counted.read,
        counted.left_out,
        counted.replaced,
        counted.unweighed,
        counted.skipped,
        reader.store.len()
    );
    let text = export(&reader);
    match out {
        Some(path) => {
            fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))?;
        }
        None => say!("{}", text.trim_end()),
    }
    Ok(if counted.skipped > 0 { ExitCode::from(FOUND) } else { ExitCode::SUCCESS })
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
    let mut decoder = encoding(&head)
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
        Refusal::Unmapped(Table { header, guess, problem, .. }) => {
            let reason = if problem.is_empty() {
                "its columns are none that are known"
            } else {
                problem.as_str()
            };
            let lines: Vec<String> =
                guess.iter().map(|(role, column)| format!("{role}\t{column}")).collect();
            format!(
                "{reason}.\nColumns: {}\nGive a mapping with --mapping FILE; a guess at one:\n{}\nflow\t=export",
                header.join(", "),
                lines.join("\n")
            )
        }
    }
}
