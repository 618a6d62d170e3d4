//! ZIP archives.

use std::borrow::Cow;
use std::io::{self, BufReader, Read};

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::workbook::{Kind, Workbook};
use super::{Part, Source};
use crate::wording::say::containers as words;

/// More than any table's archive has files.
const MOST_FILES: usize = 100_000;

/// Deflate packs no better than 1,032 to 1.
const MOST_TO_ONE: u64 = 1032;

/// What names of files that may be tables end in.
const TABLES: [&str; 12] = [
    ".csv", ".tsv", ".tab", ".txt", ".dat", ".json", ".gz", ".xlsx", ".xlsm", ".xlsb", ".xls",
    ".ods",
];

/// An archive and which of its files may be tables.
#[expect(missing_debug_implementations, reason = "what it reads from shows nothing of itself")]
pub struct Archive {
    zip: ZipArchive<BufReader<Box<dyn Source>>>,
    parts: Vec<Part>,
    /// The parts' places in the archive.
    places: Vec<usize>,
}

/// Where the packed bytes of a file lie, and what they come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Where they begin.
    pub start: u64,
    /// How many they are.
    pub packed: u64,
    /// How many they unpack to.
    pub size: u64,
    /// The checksum of what they unpack to.
    pub crc: u32,
    /// Whether they are not packed at all.
    pub stored: bool,
}

impl Archive {
    /// Reads an archive's directory.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn open(source: Box<dyn Source>) -> Result<Self, String> {
        let zip = ZipArchive::new(BufReader::new(source)).map_err(|error| reason_of(&error))?;
        if zip.is_empty() {
            return Err(words::empty_archive().to_owned());
        }
        if zip.len() > MOST_FILES {
            return Err(words::too_many_files(zip.len(), MOST_FILES));
        }
        let mut archive = Self { zip, parts: Vec::new(), places: Vec::new() };
        for at in 0..archive.zip.len() {
            let name = archive.name(at);
            let lower = name.to_lowercase();
            // What a Mac adds beside each file is none.
            let beside = lower.starts_with("__macosx/") || lower.contains("/._");
            if TABLES.iter().any(|ending| lower.ends_with(ending)) && !beside {
                let size = archive.zip.by_index_data(at).map_or(0, |entry| entry.size());
                archive.parts.push(Part { name, holds: words::size(size) });
                archive.places.push(at);
            }
        }
        Ok(archive)
    }

    /// The files that may be tables.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    fn name(&self, at: usize) -> String {
        let name = self.zip.name_for_index(at).and_then(Result::ok).unwrap_or(Cow::Borrowed(""));
        // A name goes into lines of answers, of which a tab or an end would make two.
        name.replace(char::is_control, " ")
    }

    fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Whether the archive is a spreadsheet.
    pub fn is_workbook(&self) -> bool {
        self.kind().is_some()
    }

    fn kind(&self) -> Option<Kind> {
        let within = |folder: &str| (0..self.zip.len()).any(|at| self.name(at).starts_with(folder));
        if self.has("[Content_Types].xml") && within("xl/") {
            return Some(if self.has("xl/workbook.bin") { Kind::Binary } else { Kind::Excel });
        }
        (self.has("mimetype") && self.has("content.xml")).then_some(Kind::OpenDocument)
    }

    /// Opens the archive as the spreadsheet that it is.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn workbook(mut self) -> Result<Workbook, String> {
        let kind = self.kind().unwrap_or(Kind::Excel);
        self.weigh(kind)?;
        Workbook::open(self.zip.into_inner(), kind)
    }

    /// Unpacks all that a spreadsheet's sheets are made of once and keeps nothing: what is damaged or made
    /// to fill memory is found before it does.
    fn weigh(&mut self, kind: Kind) -> Result<(), String> {
        let mut all = 0;
        for at in 0..self.zip.len() {
            let name = self.name(at);
            if kind != Kind::OpenDocument && name.starts_with("xl/media/") {
                continue;
            }
            all += self.entry_of(at)?.size;
            if all > kind.most() {
                return Err(words::sheets_too_large(&words::size(kind.most())));
            }
            let mut entry = self.zip.by_index(at).map_err(|error| reason_of(&error))?;
            io::copy(&mut entry, &mut io::sink())
                .map_err(|error| words::damaged_file(&name, &error.to_string()))?;
        }
        Ok(())
    }

    /// Where a part's bytes lie.
    ///
    /// # Errors
    /// Where they cannot be unpacked.
    pub fn entry(&mut self, part: usize) -> Result<Entry, String> {
        let at = self.places.get(part).copied().ok_or_else(words::no_such_file)?;
        self.entry_of(at)
    }

    fn entry_of(&mut self, at: usize) -> Result<Entry, String> {
        let entry = self.zip.by_index_raw(at).map_err(|error| reason_of(&error))?;
        if entry.encrypted() {
            return Err(words::encrypted().to_owned());
        }
        let stored = match entry.compression() {
            CompressionMethod::Stored => true,
            CompressionMethod::Deflated => false,
            other => {
                return Err(words::unknown_method(&other.to_string()));
            }
        };
        let (packed, size) = (entry.compressed_size(), entry.size());
        if stored && packed != size || size > packed.saturating_mul(MOST_TO_ONE) + 1024 {
            return Err(words::impossible_size(packed, size));
        }
        let start = entry.data_start().ok_or_else(words::no_bytes)?;
        Ok(Entry { start, packed, size, crc: entry.crc32(), stored })
    }

    /// A part's bytes, unpacked and checked.
    ///
    /// # Errors
    /// Where they cannot be unpacked.
    pub fn unpacked(&mut self, part: usize) -> Result<impl Read + '_, String> {
        self.entry(part)?;
        let at = self.places.get(part).copied().unwrap_or_default();
        self.zip.by_index(at).map_err(|error| reason_of(&error))
    }
}

/// Why an archive cannot be read.
fn reason_of(error: &ZipError) -> String {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => words::encrypted().to_owned(),
        ZipError::UnsupportedArchive(why) => words::unknown_archive(why),
        ZipError::CompressionMethodNotSupported(number) => {
            words::unknown_method(&number.to_string())
        }
        ZipError::InvalidArchive(_) => words::damaged_archive().to_owned(),
        other => words::unreadable_archive(&other.to_string()),
    }
}
