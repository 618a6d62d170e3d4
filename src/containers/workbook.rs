//! Spreadsheets: which sheets hold a table, and a sheet as CSV.

use std::io::{BufReader, Seek};

use calamine::{
    Data, Ods, OdsError, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError, Xlsx,
    XlsxError,
};

use super::cells::{Form, borrowed, owned};
use super::{Part, Source, in_short};
use crate::util::csv_cells;
use crate::wording::say::containers as words;

type Bytes = BufReader<Box<dyn Source>>;

/// The longest CSV that is made of a sheet.
const LONGEST: usize = 1 << 29;

/// How many filled rows tell what a sheet holds.
const PEEKED: usize = 40;

/// The kinds of spreadsheets that are archives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `.xlsx`
    Excel,
    /// `.xlsb`
    Binary,
    /// `.ods`
    OpenDocument,
}

impl Kind {
    /// The most that its parts may unpack to: sheets of the first two are read row by row, those of the
    /// third are held whole.
    pub const fn most(self) -> u64 {
        match self {
            Self::Excel | Self::Binary => 1 << 30,
            Self::OpenDocument => 1 << 28,
        }
    }
}

enum Book {
    Excel(Xlsx<Bytes>),
    Binary(Xlsb<Bytes>),
    OpenDocument(Ods<Bytes>),
    Old(Xls<Bytes>),
}

/// A spreadsheet and which of its sheets hold a table.
#[expect(missing_debug_implementations, reason = "what it reads from shows nothing of itself")]
pub struct Workbook {
    book: Book,
    parts: Vec<Part>,
}

impl Workbook {
    /// Opens one that is an archive.
    pub(super) fn open(mut bytes: Bytes, kind: Kind) -> Result<Self, String> {
        bytes.rewind().map_err(|error| error.to_string())?;
        Self::looked_into(match kind {
            Kind::Excel => Book::Excel(Xlsx::new(bytes).map_err(|error| excel(&error))?),
            Kind::Binary => Book::Binary(Xlsb::new(bytes).map_err(|error| binary(&error))?),
            Kind::OpenDocument => {
                Book::OpenDocument(Ods::new(bytes).map_err(|error| document(&error))?)
            }
        })
    }

    /// Opens one of the kind before archives.
    pub(super) fn old(source: Box<dyn Source>) -> Result<Self, String> {
        Self::looked_into(Book::Old(Xls::new(BufReader::new(source)).map_err(|error| old(&error))?))
    }

    fn looked_into(mut book: Book) -> Result<Self, String> {
        let mut parts = Vec::new();
        for name in book.sheets() {
            let mut first: Option<Vec<String>> = None;
            let (mut met, mut tabular) = (0, 0);
            book.rows(&name, &mut |_, row| {
                met += 1;
                if row.iter().filter(|cell| !cell.is_empty()).count() > 1 {
                    tabular += 1;
                    first.get_or_insert(row);
                }
                Ok(met < PEEKED && tabular < 2)
            })?;
            // A sheet of notes is no table.
            if let Some(first) = first.filter(|_| tabular > 1) {
                let names: Vec<String> =
                    first.into_iter().filter(|cell| !cell.is_empty()).collect();
                parts.push(Part { name, holds: in_short(&names) });
            }
        }
        Ok(Self { book, parts })
    }

    /// Its sheets that hold a table.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The first rows of a sheet as CSV.
    pub(super) fn head(&mut self, part: usize) -> Result<String, String> {
        let name = self.parts.get(part).map(|part| part.name.clone()).unwrap_or_default();
        let mut text = String::new();
        self.book.rows(&name, &mut |_, row| {
            csv_cells::line(&mut text, row.into_iter());
            Ok(text.len() < super::HEAD as usize)
        })?;
        Ok(text)
    }

    /// A sheet as CSV; its lines are the sheet's rows.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn text(&mut self, part: usize) -> Result<String, String> {
        let name = self.parts.get(part).map(|part| part.name.clone()).unwrap_or_default();
        let (mut text, mut line) = (String::new(), 0);
        let blanks = self.book.rows(&name, &mut |at, row| {
            for _ in line..at {
                text.push('\n');
            }
            line = at + 1;
            csv_cells::line(&mut text, row.into_iter());
            if text.len() > LONGEST {
                return Err(words::sheet_too_large(&name));
            }
            Ok(true)
        })?;
        // A formula without its result is a cell that holds nothing: only then it is worth a second look.
        let lacking = if blanks { self.book.uncomputed(&name)? } else { None };
        if let Some((count, first)) = lacking {
            return Err(words::uncomputed(&name, count, &first));
        }
        Ok(text)
    }
}

/// Takes a row, told its place from 0; answers whether another is wanted.
type TakeRow<'a> = dyn FnMut(u32, Vec<String>) -> Result<bool, String> + 'a;

/// Puts cells into rows.
struct Rows<'a, 'b> {
    at: u32,
    cells: Vec<String>,
    take: &'a mut TakeRow<'b>,
}

impl Rows<'_, '_> {
    fn put(&mut self, (row, column): (u32, u32), words: String) -> Result<bool, String> {
        if words.is_empty() {
            return Ok(true);
        }
        let mut wanted = true;
        if row != self.at {
            if row < self.at {
                return Err(words::rows_out_of_order().to_owned());
            }
            wanted = self.end()?;
            self.at = row;
        }
        let column = column as usize;
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        if let Some(cell) = self.cells.get_mut(column) {
            *cell = words;
        }
        Ok(wanted)
    }

    /// Hands the row over, if anything stands in it.
    fn end(&mut self) -> Result<bool, String> {
        if self.cells.is_empty() {
            return Ok(true);
        }
        (self.take)(self.at, std::mem::take(&mut self.cells))
    }
}

impl Book {
    /// The sheets that are shown, or those that are not where all are hidden.
    fn sheets(&self) -> Vec<String> {
        let all = match self {
            Self::Excel(book) => book.sheets_metadata(),
            Self::Binary(book) => book.sheets_metadata(),
            Self::OpenDocument(book) => book.sheets_metadata(),
            Self::Old(book) => book.sheets_metadata(),
        };
        let tables = || all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let shown = tables().filter(|sheet| sheet.visible == SheetVisible::Visible);
        let names: Vec<String> = shown.map(|sheet| sheet.name.clone()).collect();
        if names.is_empty() { tables().map(|sheet| sheet.name.clone()).collect() } else { names }
    }

    /// Passes the rows of a sheet in which anything stands; answers whether there are cells that hold nothing.
    fn rows(&mut self, name: &str, take: &mut TakeRow<'_>) -> Result<bool, String> {
        let mut blanks = false;
        let mut rows = Rows { at: 0, cells: Vec::new(), take };
        match self {
            Self::Excel(book) => {
                let mut cells = book.worksheet_cells_reader(name).map_err(|error| excel(&error))?;
                let forms: Vec<Form> = cells.styles().iter().map(Form::of).collect();
                while let Some((cell, style)) =
                    cells.next_cell_with_style_id().map_err(|error| excel(&error))?
                {
                    blanks |= *cell.get_value() == calamine::DataRef::Empty;
                    let form = forms.get(style).copied().unwrap_or_default();
                    if !rows.put(cell.get_position(), borrowed(cell.get_value(), form))? {
                        return Ok(blanks);
                    }
                }
            }
            Self::Binary(book) => {
                let mut cells =
                    book.worksheet_cells_reader(name).map_err(|error| binary(&error))?;
                while let Some(cell) = cells.next_cell().map_err(|error| binary(&error))? {
                    if !rows.put(cell.get_position(), borrowed(cell.get_value(), Form::Plain))? {
                        return Ok(blanks);
                    }
                }
            }
            Self::OpenDocument(book) => {
                let range = book.worksheet_range(name).map_err(|error| document(&error))?;
                return held(&range, rows).map(|()| false);
            }
            Self::Old(book) => {
                let range = book.worksheet_range(name).map_err(|error| old(&error))?;
                return held(&range, rows).map(|()| false);
            }
        }
        rows.end().map(|_| blanks)
    }

    /// How many formulas have no result in the file, and the first of them: programs that write spreadsheets
    /// without computing leave them so.
    fn uncomputed(&mut self, name: &str) -> Result<Option<(usize, String)>, String> {
        let Self::Excel(book) = self else { return Ok(None) };
        let mut cells = book.worksheet_cells_reader(name).map_err(|error| excel(&error))?;
        let mut found: Option<(usize, String)> = None;
        while let Some(cell) =
            cells.next_cell_with_formula_metadata().map_err(|error| excel(&error))?
        {
            if cell.formula.is_some() && cell.value == calamine::DataRef::Empty {
                found.get_or_insert_with(|| (0, place(cell.pos))).0 += 1;
            }
        }
        Ok(found)
    }
}

fn held(range: &calamine::Range<Data>, mut rows: Rows<'_, '_>) -> Result<(), String> {
    let (row, column) = range.start().unwrap_or_default();
    for (own_row, own_column, value) in range.used_cells() {
        if !rows.put((row + own_row as u32, column + own_column as u32), owned(value))? {
            return Ok(());
        }
    }
    rows.end().map(drop)
}

/// A cell's place as spreadsheets write it: `D5`.
fn place((row, column): (u32, u32)) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = char::from(b'A' + ((rest - 1) % 26) as u8);
        letters.insert(0, letter);
        rest = (rest - 1) / 26;
    }
    format!("{letters}{}", row + 1)
}

fn damaged(error: impl std::fmt::Display) -> String {
    words::damaged_workbook(&error.to_string())
}

fn excel(error: &XlsxError) -> String {
    if matches!(error, XlsxError::Password) { words::locked().to_owned() } else { damaged(error) }
}

fn binary(error: &XlsbError) -> String {
    if matches!(error, XlsbError::Password) { words::locked().to_owned() } else { damaged(error) }
}

fn document(error: &OdsError) -> String {
    if matches!(error, OdsError::Password) { words::locked().to_owned() } else { damaged(error) }
}

fn old(error: &XlsError) -> String {
    if matches!(error, XlsError::Password) { words::locked().to_owned() } else { damaged(error) }
}
