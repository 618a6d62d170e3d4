//! What files come packed in: spreadsheets with their sheets, archives with their files.
//!
//! A [`Container`] says which [`Part`]s it has and which of them are meant, or asks; a sheet becomes CSV
//! as a spreadsheet would save it, a file of an archive is unpacked by whoever reads it.

mod archive;
mod cells;
mod gzip;
mod workbook;

use std::io::{self, Read, Seek};

pub use archive::{Archive, Entry};
pub use gzip::members;
pub use workbook::Workbook;

use memchr::memmem;

use crate::import::{AnswerOption, Question};
use crate::wording::say::containers as words;

/// Bytes that can be read anywhere.
pub trait Source: Read + Seek {}

impl<S: Read + Seek> Source for S {}

/// A file that holds others, or several tables.
#[expect(missing_debug_implementations, reason = "a workbook shows nothing of itself")]
pub enum Container {
    /// Sheets.
    Workbook(Box<Workbook>),
    /// Files.
    Archive(Archive),
}

/// A sheet of a workbook, or a file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// What it holds, in short.
    pub holds: String,
}

/// Which parts are meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// These, by their places among the parts.
    Parts(Vec<usize>),
    /// That must be said first.
    Asked(Question),
}

/// The answer that takes every part.
const ALL: &str = "all";

/// Whether a file is a container, by its first bytes.
pub fn is_container(head: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"PK\x05\x06", b"PK\x06\x06", OLD].iter().any(|own| head.starts_with(own))
}

/// What Microsoft's older files begin with, and newer ones with a password.
const OLD: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The name, in two bytes a letter, under which such a file holds another that a password locks.
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/// Whether bytes stand anywhere in a file, which is read from its beginning and left there.
fn holds(mut source: &mut dyn Source, wanted: &[u8]) -> io::Result<bool> {
    let mut window = Vec::new();
    loop {
        let before = window.len();
        let count = Read::take(&mut source, 1 << 20).read_to_end(&mut window)?;
        let found = memmem::find(&window, wanted).is_some();
        if found || count == 0 {
            source.rewind()?;
            return Ok(found);
        }
        // What is sought may begin in one piece and end in the next.
        window.drain(..(before + count).saturating_sub(wanted.len()));
    }
}

impl Container {
    /// Looks into a file.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn open(mut source: Box<dyn Source>) -> Result<Self, String> {
        let mut head = [0; OLD.len()];
        let read = source.read(&mut head).and_then(|_| source.rewind());
        read.map_err(|error| error.to_string())?;
        if head == OLD {
            if holds(&mut *source, LOCKED).map_err(|error| error.to_string())? {
                return Err(words::locked().to_owned());
            }
            return Workbook::old(source).map(|book| Self::Workbook(Box::new(book)));
        }
        let archive = Archive::open(source)?;
        if archive.is_workbook() {
            return archive.workbook().map(|book| Self::Workbook(Box::new(book)));
        }
        Ok(Self::Archive(archive))
    }

    /// Its sheets that hold a table, or its files that may be one.
    pub fn parts(&self) -> &[Part] {
        match self {
            Self::Workbook(book) => book.parts(),
            Self::Archive(archive) => archive.parts(),
        }
    }

    /// What the choice among its parts is called in an answer.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Workbook(_) => "sheet",
            Self::Archive(_) => "file",
        }
    }

    /// Which parts are meant: the only one, or what the answer names.
    ///
    /// # Errors
    /// Where it has none, or none of the name.
    pub fn choose(&self, answer: Option<&str>) -> Result<Chosen, String> {
        let parts = self.parts();
        let all = || (0..parts.len()).collect();
        match (parts, answer) {
            ([], _) => Err(match self {
                Self::Workbook(_) => words::no_sheet(),
                Self::Archive(_) => words::no_table(),
            }
            .to_owned()),
            ([_], _) => Ok(Chosen::Parts(vec![0])),
            (_, Some(answer)) => {
                let answer = if answer == "likely" { self.likely() } else { answer };
                match parts.iter().position(|part| part.name == answer) {
                    Some(at) => Ok(Chosen::Parts(vec![at])),
                    None if answer == ALL => Ok(Chosen::Parts(all())),
                    None => {
                        let names: Vec<&str> =
                            parts.iter().map(|part| part.name.as_str()).collect();
                        let sheets = matches!(self, Self::Workbook(_));
                        Err(words::no_such_part(sheets, answer, &names))
                    }
                }
            }
            (_, None) => Ok(Chosen::Asked(self.question())),
        }
    }

    /// The likeliest answer: all parts where they hold the same columns, or are files of an archive.
    fn likely(&self) -> &str {
        let parts = self.parts();
        let alike = parts.windows(2).all(|pair| match pair {
            [one, other] => one.holds == other.holds,
            _ => true,
        });
        match (self, parts.first()) {
            (Self::Workbook(_), Some(first)) if !alike => &first.name,
            _ => ALL,
        }
    }

    fn question(&self) -> Question {
        let parts = self.parts();
        let options = parts.iter().map(|Part { name, holds }| AnswerOption {
            value: name.clone(),
            label: words::part(name, holds),
        });
        let all = AnswerOption { value: ALL.to_owned(), label: words::all_joined(parts.len()) };
        let text = match self {
            Self::Workbook(_) => words::which_sheet(),
            Self::Archive(_) => words::which_file(),
        };
        Question {
            id: self.id().to_owned(),
            text: text.to_owned(),
            likely: self.likely().to_owned(),
            options: options.chain([all]).collect(),
            consequence: words::choice_matters().to_owned(),
        }
    }
}
