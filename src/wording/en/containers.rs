//! What files come packed in: spreadsheets and archives.

words! {
    choice_matters: "Only your choice is read.",
    encrypted: "it is encrypted: unpack it with its password first",
    empty_archive: "it is an archive without files",
    locked: "it is a spreadsheet with a password: save it without one",
    no_bytes: "its compressed data are missing",
    no_sheet: "none of its sheets holds a table: rows under a line of headings were expected",
    no_such_file: "the archive has no such file",
    no_table: "none of its files is a table: one that ends in .csv, .tsv, .tab, .txt, .dat, .json, .gz, .xlsx, .xlsb, .xls or .ods was expected",
    rows_out_of_order: "the rows of its sheet are stored out of order: open it in a spreadsheet program and save it there",
    unreadable: "the browser cannot read it: it may have been moved or changed",
    which_file: "Which file should be used?",
    which_sheet: "Which sheet should be used?",
    which_table: "Which table should be used?",
    page_too_large: "it is a web page too large to be read: save its table as CSV",
    table_too_large: "its table is too large to be read: save it as CSV",
}

/// An archive of more files than any table’s has.
pub fn too_many_files(count: usize, most: usize) -> String {
    format!("it is an archive of {count} files: at most {most} are looked at")
}

/// Sheets that unpack to too much.
pub fn sheets_too_large(most: &str) -> String {
    format!("its sheets unpack to more than {most}: save the one you need as CSV")
}

/// A file of the archive that cannot be unpacked, and why.
pub fn damaged_file(name: &str, why: &str) -> String {
    format!("it is damaged: {name}: {why}")
}

/// A method of compression that nobody here knows.
pub fn unknown_method(method: &str) -> String {
    format!("its compression method is not supported ({method}): unpack it first")
}

/// Sizes that no compression comes to.
pub fn impossible_size(packed: u64, size: u64) -> String {
    format!(
        "it is damaged: its directory says that {packed} bytes unpack to {size}, which is impossible"
    )
}

/// An archive of a kind that nobody here knows.
pub fn unknown_archive(why: &str) -> String {
    format!("its kind of archive is not supported ({why}): unpack it first")
}

/// An archive that is broken.
pub const fn damaged_archive() -> &'static str {
    "its archive is cut off or damaged"
}

/// An archive that cannot be read for another reason.
pub fn unreadable_archive(why: &str) -> String {
    format!("its archive cannot be read ({why})")
}

/// Compression that is broken.
pub const fn damaged_compression() -> &'static str {
    "its compression is cut off or damaged"
}

/// A size.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}

/// That it has no part of a name, and which it has.
pub fn no_such_part(sheets: bool, name: &str, parts: &[&str]) -> String {
    let what = if sheets { "sheet" } else { "file" };
    format!("it has no {what} “{name}” with a table; it has: {}", parts.join(", "))
}

/// A table of a page that has several.
pub fn table(number: usize) -> String {
    format!("table {number}")
}

/// A part and what it holds.
pub fn part(name: &str, holds: &str) -> String {
    if holds.is_empty() { name.to_owned() } else { format!("{name} ({holds})") }
}

/// The first names of a sheet’s columns.
pub fn columns(names: &[&str], more: bool) -> String {
    format!("{}{}", names.join(", "), if more { ", …" } else { "" })
}

/// Every part, one after the other.
pub fn all_joined(count: usize) -> String {
    format!("all {count}, joined")
}

/// A sheet that is too large.
pub fn sheet_too_large(name: &str) -> String {
    format!("its sheet {name} is too large to be read: save it as CSV")
}

/// Formulas that nobody has computed, how many and the first of them.
pub fn uncomputed(name: &str, count: usize, first: &str) -> String {
    format!(
        "its sheet {name} has {count} formulas whose results are not in the file, the first in cell {first}: open it in a spreadsheet program and save it there"
    )
}

/// A spreadsheet that is broken or of another kind.
pub fn damaged_workbook(why: &str) -> String {
    format!("the spreadsheet is damaged, or its kind is not supported ({why})")
}

/// More rows than a sheet holds.
pub fn too_many_rows(most: usize) -> String {
    format!("a spreadsheet holds {most} rows at most, and this is more: save it as CSV")
}

/// A longer text than a cell holds.
pub fn too_long_a_cell(most: usize) -> String {
    format!(
        "a spreadsheet’s cell holds {most} characters at most, and one has more: save it as CSV"
    )
}

/// A spreadsheet that could not be written.
pub fn unwritten(why: &str) -> String {
    format!("the spreadsheet could not be written: {why}")
}
