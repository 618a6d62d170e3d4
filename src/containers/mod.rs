//! Containers of files: spreadsheets with sheets, archives with files, web pages with tables.
//!
//! A [`Container`] lists its [`Part`]s and selects those to read, or asks; a sheet is converted to CSV, a
//! file of an archive is unpacked by its reader.

mod archive;
mod cells;
mod gzip;
mod web_page;
mod workbook;

use std::io::{self, Read, Seek};

pub use archive::{Archive, Entry};
pub use gzip::members;
pub use workbook::Workbook;

use memchr::memmem;

use crate::import::{AnswerOption, Question, direction};
use crate::wording::say::containers as words;
use crate::wording::say::import::refusals;

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
    /// Tables of a web page.
    Page(Page),
}

/// The tables of a web page that hold figures.
#[expect(missing_debug_implementations, reason = "it may be very long")]
pub struct Page {
    tables: Vec<web_page::Table>,
    parts: Vec<Part>,
    letters: Option<String>,
}

impl Page {
    fn read(source: &mut dyn Source) -> Result<Self, String> {
        let mut bytes = Vec::new();
        let read = source.take(web_page::LONGEST + 1).read_to_end(&mut bytes);
        read.map_err(|error| error.to_string())?;
        if bytes.len() as u64 > web_page::LONGEST {
            return Err(words::page_too_large().to_owned());
        }
        let (tables, letters) = web_page::tables(&bytes);
        if tables.is_empty() {
            return Err(refusals::web_page().to_owned());
        }
        let parts = tables.iter().enumerate().map(|(at, table)| {
            let names = table.names();
            Part { name: format!("table {}", at + 1), holds: in_short(&names) }
        });
        Ok(Self { parts: parts.collect(), tables, letters })
    }

    /// Its tables.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// A table as CSV, with the lines that stand above it.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn text(&self, part: usize) -> Result<Vec<u8>, String> {
        self.tables.get(part).map_or_else(|| Ok(Vec::new()), web_page::Table::text)
    }

    /// How the page says that its letters are written, where that is not UTF-8.
    pub fn letters(&self) -> Option<&str> {
        self.letters.as_deref()
    }
}

/// The first names of columns.
fn in_short(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    words::columns(&shown, names.len() > MOST_NAMES)
}

/// More columns' names than a question shows.
const MOST_NAMES: usize = 5;

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

/// The rank of a part that reads as a table of trade of no known layout; greater ones are of known ones.
const READS: u8 = 2;

/// How much of a part is tried.
const HEAD: u64 = 1 << 16;

/// The answer that takes every part that reads.
const ALL: &str = "all";

/// Whether a file is a container, by its first bytes.
pub fn is_container(head: &[u8]) -> bool {
    const OWN: [&[u8]; 4] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", OLD];
    OWN.iter().any(|own| head.starts_with(own)) || web_page::is_page(head)
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
        let mut head = [0; 64];
        let read = source.read(&mut head).and_then(|_| source.rewind());
        read.map_err(|error| error.to_string())?;
        if head.starts_with(OLD) {
            if holds(&mut *source, LOCKED).map_err(|error| error.to_string())? {
                return Err(words::locked().to_owned());
            }
            return Workbook::old(source).map(|book| Self::Workbook(Box::new(book)));
        }
        if web_page::is_marked(&head) {
            return Page::read(&mut *source).map(Self::Page);
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
            Self::Page(page) => page.parts(),
        }
    }

    /// The first bytes of a part, to be tried; of a sheet or a table the first rows.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn head(&mut self, part: usize) -> Result<Vec<u8>, String> {
        match self {
            Self::Workbook(book) => book.head(part).map(String::into_bytes),
            Self::Page(page) => page.text(part),
            Self::Archive(archive) => {
                let mut head = Vec::new();
                let read = archive.unpacked(part)?.take(HEAD).read_to_end(&mut head);
                read.map_err(|error| error.to_string())?;
                Ok(head)
            }
        }
    }

    /// Whether its parts are called by their own names, too: several are, and a sheet that is named for exports
    /// or for imports.
    pub fn is_named(&self) -> bool {
        match (self, self.parts()) {
            (Self::Archive(_), _) => false,
            (Self::Workbook(_), [one]) => direction(&one.name).is_some(),
            (_, parts) => parts.len() > 1,
        }
    }

    /// What the choice among its parts is called in an answer.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Workbook(_) | Self::Page(_) => "sheet",
            Self::Archive(_) => "file",
        }
    }

    /// Which parts are meant: the only one, or what the answer names. `ranks` say how surely each is a
    /// table of trade, where that was tried.
    ///
    /// # Errors
    /// Where it has none, or none of the name.
    pub fn choose(&self, answer: Option<&str>, ranks: &[u8]) -> Result<Chosen, String> {
        let parts = self.parts();
        let all = || self.read(ranks);
        match (parts, answer) {
            ([], _) => Err(match self {
                Self::Workbook(_) | Self::Page(_) => words::no_sheet(),
                Self::Archive(_) => words::no_table(),
            }
            .to_owned()),
            ([_], _) => Ok(Chosen::Parts(vec![0])),
            (_, Some(answer)) => {
                let answer = if answer == "likely" { self.likely(ranks) } else { answer };
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
            (_, None) => Ok(Chosen::Asked(self.question(ranks))),
        }
    }

    /// The parts that read as tables of trade; all of them where none does.
    fn read(&self, ranks: &[u8]) -> Vec<usize> {
        let all = 0..self.parts().len();
        let found: Vec<usize> =
            all.clone().filter(|at| ranks.get(*at).is_some_and(|rank| *rank >= READS)).collect();
        if found.is_empty() { all.collect() } else { found }
    }

    /// The likeliest answer: all that read where they hold the same columns or are of one known layout, or
    /// are files of an archive.
    fn likely(&self, ranks: &[u8]) -> &str {
        let own = self.read(ranks);
        let holds = |at: &usize| self.parts().get(*at).map(|part| &part.holds);
        let known = |at: &usize| ranks.get(*at).filter(|rank| **rank > READS);
        let alike = own.windows(2).all(|pair| match pair {
            [one, other] => {
                holds(one) == holds(other) || known(one).is_some() && known(one) == known(other)
            }
            _ => true,
        });
        let whole = own.len() > 1 && (alike || matches!(self, Self::Archive(_)));
        let rank = |at: &usize| ranks.get(*at).copied().unwrap_or_default();
        let most = own.iter().map(rank).max();
        let best = own.iter().find(|at| Some(rank(at)) == most);
        match best.and_then(|best| self.parts().get(*best)) {
            Some(best) if !whole => &best.name,
            _ => ALL,
        }
    }

    fn question(&self, ranks: &[u8]) -> Question {
        let (parts, own) = (self.parts(), self.read(ranks));
        let options = parts.iter().enumerate().map(|(at, Part { name, holds })| AnswerOption {
            value: name.clone(),
            label: match self {
                Self::Page(_) => words::part(&words::table(at + 1), holds),
                _ => words::part(name, holds),
            },
        });
        let all = AnswerOption { value: ALL.to_owned(), label: words::all_joined(own.len()) };
        let text = match self {
            Self::Workbook(_) => words::which_sheet(),
            Self::Archive(_) => words::which_file(),
            Self::Page(_) => words::which_table(),
        };
        Question {
            id: self.id().to_owned(),
            text: text.to_owned(),
            likely: self.likely(ranks).to_owned(),
            options: options.chain(Some(all).filter(|_| own.len() > 1)).collect(),
            consequence: words::choice_matters().to_owned(),
        }
    }
}
