//! A CSV file as a spreadsheet.
//!
//! Five small files in an archive are all that a workbook of one sheet is; a library that writes charts,
//! pictures and formulas as well would weigh many times as much.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::wording::say::{containers as words, tables};

/// What a sheet of a spreadsheet holds at most.
const MOST_ROWS: usize = 1 << 20;
const LONGEST_CELL: usize = 32_767;

const PARTS: [(&str, &str); 4] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Xenotime" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
];

const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// Columns of codes, beside that of a table of partners or products: the last zero of 2846.10 is one of its
/// digits.
const CODES: [&str; 3] = ["product", "partner", "reporter"];

/// Makes a workbook of a CSV file with a header. A column is one of numbers where each of its cells is one,
/// written as a number is: `0102` is a code, and so are the cells beside it.
///
/// # Errors
/// Where a sheet cannot hold it.
pub fn xlsx(csv: &str) -> Result<Vec<u8>, String> {
    let numeric = numeric(csv)?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, text) in PARTS {
        writer.start_file(name, options).map_err(unwritten)?;
        write!(writer, "{DECLARATION}{text}").map_err(unwritten)?;
    }
    writer.start_file("xl/worksheets/sheet1.xml", options).map_err(unwritten)?;
    // The header stays where the rest is scrolled.
    write!(
        writer,
        r#"{DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#
    )
    .map_err(unwritten)?;
    let mut text = String::new();
    for (at, record) in records(csv).enumerate() {
        let record = record.map_err(unwritten)?;
        text.clear();
        let _ = write!(text, r#"<row r="{}">"#, at + 1);
        for (column, cell) in record.iter().enumerate() {
            let number = at > 0 && numeric.get(column).is_some_and(|numeric| *numeric);
            write_cell(&mut text, cell, number);
        }
        text.push_str("</row>");
        writer.write_all(text.as_bytes()).map_err(unwritten)?;
    }
    writer.write_all(b"</sheetData></worksheet>").map_err(unwritten)?;
    Ok(writer.finish().map_err(unwritten)?.into_inner())
}

fn records(csv: &str) -> csv::StringRecordsIntoIter<&[u8]> {
    let own =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(csv.as_bytes());
    own.into_records()
}

/// Which columns hold numbers alone.
fn numeric(csv: &str) -> Result<Vec<bool>, String> {
    let mut columns: Vec<Option<bool>> = Vec::new();
    let mut codes: Vec<bool> = Vec::new();
    for (at, record) in records(csv).enumerate() {
        if at == MOST_ROWS {
            return Err(words::too_many_rows(MOST_ROWS));
        }
        for (column, cell) in record.map_err(unwritten)?.iter().enumerate() {
            if cell.chars().count() > LONGEST_CELL {
                return Err(words::too_long_a_cell(LONGEST_CELL));
            }
            if columns.len() <= column {
                columns.push(None);
            }
            if at == 0 {
                let [code, ..] = tables::file_heads();
                codes.push(cell == code || CODES.contains(&cell));
            }
            let code = codes.get(column).is_some_and(|code| *code);
            if let Some(numeric) = columns.get_mut(column).filter(|_| at > 0 && !cell.is_empty()) {
                *numeric = Some(numeric.unwrap_or(true) && is_number(cell, !code));
            }
        }
    }
    Ok(columns.into_iter().map(|numeric| numeric.unwrap_or(false)).collect())
}

/// Whether a cell is written as its number would be; with zeros behind its fraction, where it may be rounded.
fn is_number(cell: &str, rounded: bool) -> bool {
    let decimals = cell.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    cell.parse::<f64>().is_ok_and(|number| {
        number.is_finite()
            && (number.to_string() == cell || rounded && format!("{number:.decimals$}") == cell)
    })
}

fn write_cell(text: &mut String, cell: &str, number: bool) {
    if cell.is_empty() {
        // Cells follow one another: those after it would move.
        text.push_str("<c/>");
    } else if number {
        let _ = write!(text, "<c><v>{cell}</v></c>");
    } else {
        text.push_str(r#"<c t="inlineStr"><is><t xml:space="preserve">"#);
        for letter in cell.chars() {
            match letter {
                '&' => text.push_str("&amp;"),
                '<' => text.push_str("&lt;"),
                '>' => text.push_str("&gt;"),
                // XML has no such letters.
                '\u{0}'..='\u{8}'
                | '\u{b}'
                | '\u{c}'
                | '\u{e}'..='\u{1f}'
                | '\u{fffe}'
                | '\u{ffff}' => text.push(' '),
                letter => text.push(letter),
            }
        }
        text.push_str("</t></is></c>");
    }
}

fn unwritten(error: impl std::fmt::Display) -> String {
    words::unwritten(&error.to_string())
}
