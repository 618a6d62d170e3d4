//! Tables of web pages, which offices save as `.xls`: each as CSV, below the lines that stand above it.
//!
//! What marks tables and cells is ASCII in every way of writing letters that pages use, so that a page's
//! other bytes stay as they are until somebody decodes them.

use crate::wording::say::containers as words;

/// What pages begin with, in small letters.
const STARTS: [&[u8]; 9] = [
    b"<html",
    b"<!doctype h",
    b"<!doc",
    b"<table",
    b"<meta",
    b"<head",
    b"<body",
    b"<style",
    b"<!--",
];

/// More lines above a table than tell of it.
const MOST_LINES: usize = 16;

/// More columns than a table has, whatever a cell says of its width.
const MOST_WIDE: usize = 400;

/// More rows than a cell stands in.
const MOST_HIGH: usize = 20_000;

/// More columns than a table has.
const MOST_COLUMNS: usize = 4096;

/// The longest CSV that is made of a table.
const LONGEST_TEXT: usize = 1 << 28;

/// The largest page that is held.
pub const LONGEST: u64 = 1 << 27;

/// Whether bytes begin like a web page.
pub fn is_page(head: &[u8]) -> bool {
    let bare: Vec<u8> = head
        .iter()
        .copied()
        // As UTF-16 has it, every other byte is zero.
        .filter(|byte| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xff | 0xfe))
        .collect();
    let own = bare.trim_ascii_start().to_ascii_lowercase();
    // Eight bytes may be all there are.
    STARTS.iter().any(|start| own.starts_with(start.get(..5).unwrap_or(start)))
}

/// Whether bytes begin with a mark as pages have them, whichever it is.
pub fn is_marked(head: &[u8]) -> bool {
    let before = |byte: &u8| {
        byte.is_ascii_whitespace() || matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xff | 0xfe)
    };
    head.iter().copied().find(|byte| !before(byte)) == Some(b'<')
}

/// A table of a page.
#[derive(Debug, Default)]
pub struct Table {
    /// What stands above it, a line each.
    lines: Vec<Vec<u8>>,
    rows: Vec<Vec<Cell>>,
    /// Whether other tables stand in its cells.
    holds: bool,
}

#[derive(Clone, Debug, Default)]
struct Cell {
    text: Vec<u8>,
    wide: usize,
    high: usize,
}

impl Table {
    /// How many of its rows have a figure beside something else.
    fn figures(&self) -> usize {
        let figure = |cell: &Cell| is_figure(&cell.text);
        let filled = |row: &&Vec<Cell>| row.iter().filter(|cell| !cell.text.is_empty()).count() > 1;
        self.rows.iter().filter(|row| row.iter().any(figure)).filter(filled).count()
    }

    /// What names its columns, in short.
    pub fn names(&self) -> Vec<String> {
        let row = self.rows.iter().find(|row| row.len() > 1);
        let words = |cell: &Cell| String::from_utf8_lossy(&cell.text).into_owned();
        row.map(|row| row.iter().map(words).filter(|name| !name.is_empty()).collect())
            .unwrap_or_default()
    }

    /// As CSV. A cell that reaches over columns stands in the first of them; one that reaches down rows of
    /// figures stands in each.
    ///
    /// # Errors
    /// Where its cells reach over so many others that it would fill memory.
    pub fn text(&self) -> Result<Vec<u8>, String> {
        let mut text = Vec::new();
        for line in &self.lines {
            write_row(&mut text, &[line.as_slice()]);
        }
        // What reaches down from above: the rows that are left, and the words.
        let mut above: Vec<(usize, &[u8])> = Vec::new();
        for row in &self.rows {
            let figures = row.iter().any(|cell| is_figure(&cell.text));
            let mut cells = row.iter();
            let mut own: Vec<&[u8]> = Vec::new();
            let mut next = cells.next();
            while (next.is_some() || own.len() < above.len()) && own.len() <= MOST_COLUMNS {
                let at = own.len();
                if let Some((left, words)) = above.get_mut(at).filter(|(left, _)| *left > 0) {
                    *left -= 1;
                    // Names of columns reach down over other names.
                    own.push(if figures { words } else { b"" });
                    continue;
                }
                let Some(cell) = next else {
                    own.push(b"");
                    continue;
                };
                for part in 0..cell.wide {
                    let place = at + part;
                    if above.len() <= place {
                        above.resize(place + 1, (0, b""));
                    }
                    let words: &[u8] = if part == 0 { &cell.text } else { b"" };
                    own.push(words);
                    if let Some(above) = above.get_mut(place) {
                        *above = (cell.high - 1, if figures { words } else { b"" });
                    }
                }
                next = cells.next();
            }
            let wide = own.len() > MOST_COLUMNS;
            while own.last().is_some_and(|cell| cell.is_empty()) {
                own.pop();
            }
            write_row(&mut text, &own);
            if wide || text.len() > LONGEST_TEXT {
                return Err(words::table_too_large().to_owned());
            }
        }
        Ok(text)
    }
}

/// Whether a cell is a number, whatever marks are in it.
fn is_figure(text: &[u8]) -> bool {
    text.iter().any(u8::is_ascii_digit)
        && text.iter().all(|byte| byte.is_ascii_digit() || b" .,-+()'%*".contains(byte))
}

fn write_row(text: &mut Vec<u8>, cells: &[&[u8]]) {
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            text.push(b',');
        }
        let plain = !cell.iter().any(|byte| b",\"\n\r".contains(byte));
        if plain {
            text.extend_from_slice(cell);
            continue;
        }
        text.push(b'"');
        for byte in *cell {
            if *byte == b'"' {
                text.push(b'"');
            }
            text.push(*byte);
        }
        text.push(b'"');
    }
    text.push(b'\n');
}

/// The tables of a page that hold figures, and how it says that its letters are written.
pub fn tables(page: &[u8]) -> (Vec<Table>, Option<String>) {
    let page = of_utf16(page);
    let mut reading = Reading { utf8: std::str::from_utf8(&page).is_ok(), ..Reading::default() };
    let mut rest = &*page;
    while let Some((first, later)) = rest.split_first() {
        if *first != b'<' {
            let end = memchr::memchr(b'<', rest).unwrap_or(rest.len());
            let (words, later) = rest.split_at(end);
            reading.words(words);
            rest = later;
            continue;
        }
        if let Some(comment) = rest.strip_prefix(b"<!--") {
            let end = memchr::memmem::find(comment, b"-->").map_or(comment.len(), |end| end + 3);
            rest = comment.get(end..).unwrap_or_default();
            continue;
        }
        let marked =
            later.first().is_some_and(|byte| byte.is_ascii_alphabetic() || b"/!?".contains(byte));
        if !marked {
            reading.words(b"<");
            rest = later;
            continue;
        }
        let end = tag_end(later);
        let tag = later.get(..end).unwrap_or_default();
        rest = later.get(end + 1..).unwrap_or_default();
        if let Some(hidden) = reading.tag(tag) {
            // What stands in it is no text: scripts, styles, the title of a window.
            let close = [b"</", hidden].concat();
            let end = rest.windows(close.len()).position(|own| own.eq_ignore_ascii_case(&close));
            rest = end.and_then(|end| rest.get(end..)).unwrap_or_default();
        }
    }
    while !reading.open.is_empty() {
        reading.end_table();
    }
    let Reading { found, letters, utf8, .. } = reading;
    (found, if utf8 { None } else { letters })
}

/// Where a tag ends; a mark within quotes ends none.
fn tag_end(text: &[u8]) -> usize {
    let mut quote = None;
    for (at, byte) in text.iter().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(own), byte) if own == *byte => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// A page in UTF-8 where it is one in UTF-16.
fn of_utf16(page: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    let pairs = page.get(2..).unwrap_or_default().chunks_exact(2);
    let own = |read: fn([u8; 2]) -> u16| {
        let letters = pairs.clone().filter_map(|pair| Some(read(pair.try_into().ok()?)));
        let text: String = char::decode_utf16(letters)
            .map(|own| own.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect();
        std::borrow::Cow::Owned(text.into_bytes())
    };
    match page {
        [0xff, 0xfe, ..] => own(u16::from_le_bytes),
        [0xfe, 0xff, ..] => own(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => std::borrow::Cow::Borrowed(rest),
        _ => std::borrow::Cow::Borrowed(page),
    }
}

/// A page as far as it was read.
#[derive(Default)]
struct Reading {
    utf8: bool,
    letters: Option<String>,
    /// The lines since the last table of figures.
    lines: Vec<Vec<u8>>,
    /// The line that is being read, outside of cells.
    line: Vec<u8>,
    /// The tables that are open, each in a cell of the one before.
    open: Vec<Table>,
    found: Vec<Table>,
}

impl Reading {
    /// Takes text between tags.
    fn words(&mut self, text: &[u8]) {
        let utf8 = self.utf8;
        let cell = self.open.last_mut().filter(|table| !table.holds);
        let cell = cell.and_then(|table| table.rows.last_mut()).and_then(|row| row.last_mut());
        add_words(cell.map_or(&mut self.line, |cell| &mut cell.text), text, utf8);
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_ascii();
        if !line.is_empty() {
            self.lines.push(line.to_vec());
        }
    }

    /// Takes a tag; answers with its name where what stands in it is no text.
    fn tag(&mut self, tag: &[u8]) -> Option<&'static [u8]> {
        let end = tag.iter().position(|byte| {
            byte.is_ascii_whitespace() || *byte == b'/' && tag.first() != Some(byte)
        });
        let name = tag.get(..end.unwrap_or(tag.len())).unwrap_or_default().to_ascii_lowercase();
        match name.as_slice() {
            b"script" => return Some(b"script"),
            b"style" => return Some(b"style"),
            b"title" => return Some(b"title"),
            b"meta" => {
                let lower = String::from_utf8_lossy(tag).to_lowercase();
                let own = lower
                    .split_once("charset=")
                    .map(|(_, own)| own.trim_start_matches(['"', '\'']));
                let label = own.and_then(|own| own.split(['"', '\'', ' ', ';', '/', '>']).next());
                self.letters = self.letters.take().or(label.map(str::to_owned));
            }
            b"table" => {
                self.end_line();
                // A table that holds another arranges the page: what it says are lines.
                if let Some(outer) = self.open.last_mut() {
                    outer.holds = true;
                    let lines = outer.rows.drain(..).filter_map(|row| line_of(&row));
                    self.lines.extend(lines);
                }
                self.open.push(Table::default());
            }
            b"/table" => self.end_table(),
            b"tr" => {
                if let Some(table) = self.open.last_mut().filter(|table| !table.holds) {
                    table.rows.push(Vec::new());
                }
                self.end_line();
            }
            b"td" | b"th" => {
                if let Some(table) = self.open.last_mut().filter(|table| !table.holds) {
                    let high = span(tag, "rowspan", MOST_HIGH);
                    let cell =
                        Cell { text: Vec::new(), wide: span(tag, "colspan", MOST_WIDE), high };
                    if table.rows.is_empty() {
                        table.rows.push(Vec::new());
                    }
                    table.rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
                } else {
                    self.end_line();
                }
            }
            b"br" | b"p" | b"/p" | b"div" | b"/div" | b"li" | b"h1" | b"/h1" | b"h2" | b"/h2"
            | b"h3" | b"/h3" | b"h4" | b"/h4" | b"/caption" | b"caption" | b"/tr" | b"/td"
            | b"hr" => {
                self.words(b" ");
                self.end_line();
            }
            _ => {}
        }
        None
    }

    fn end_table(&mut self) {
        self.end_line();
        let Some(mut table) = self.open.pop() else { return };
        for row in &mut table.rows {
            for cell in row {
                cell.text = cell.text.trim_ascii().to_vec();
            }
        }
        table.rows.retain(|row| row.iter().any(|cell| !cell.text.is_empty()));
        if table.figures() < 2 {
            self.lines.extend(table.rows.iter().filter_map(|row| line_of(row)));
            return;
        }
        let lines = std::mem::take(&mut self.lines);
        table.lines = lines.into_iter().rev().take(MOST_LINES).collect();
        table.lines.reverse();
        self.found.push(table);
    }
}

/// A row as a line.
fn line_of(row: &[Cell]) -> Option<Vec<u8>> {
    let cells = row.iter().map(|cell| cell.text.trim_ascii()).filter(|text| !text.is_empty());
    let line = cells.collect::<Vec<_>>().join(&b' ');
    (!line.is_empty()).then_some(line)
}

/// How many columns or rows a cell's tag says that it reaches over.
fn span(tag: &[u8], name: &str, most: usize) -> usize {
    let lower = String::from_utf8_lossy(tag).to_lowercase();
    let own =
        lower.split_once(name).map(|(_, rest)| rest.trim_start_matches([' ', '=', '"', '\'']));
    let digits =
        own.map(|own| own.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or(""));
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(1).clamp(1, most)
}

/// Adds text with single blanks, and with letters for the names that pages write of some.
fn add_words(into: &mut Vec<u8>, text: &[u8], utf8: bool) {
    let mut rest = text;
    while let Some((first, later)) = rest.split_first() {
        rest = later;
        if first.is_ascii_whitespace() {
            blank(into);
        } else if *first == b'&'
            && let Some(end) = later
                .iter()
                .take(10)
                .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')
            && let Some(letter) = later.get(..end).and_then(letter)
        {
            rest = later.get(end..).unwrap_or_default();
            rest = rest.strip_prefix(b";").unwrap_or(rest);
            match letter {
                ' ' | '\u{a0}' => blank(into),
                letter if letter.is_ascii() => into.push(letter as u8),
                letter if utf8 => {
                    into.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes())
                }
                // A letter that the page's own way of writing may lack.
                _ => into.push(b'?'),
            }
        } else {
            into.push(*first);
        }
    }
}

fn blank(into: &mut Vec<u8>) {
    if into.last().is_some_and(|last| *last != b' ') {
        into.push(b' ');
    }
}

/// The letter that a page writes by a name or a number.
fn letter(name: &[u8]) -> Option<char> {
    const NAMED: [(&str, char); 34] = [
        ("nbsp", ' '),
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("thinsp", '\u{2009}'),
        ("ndash", '–'),
        ("mdash", '—'),
        ("minus", '−'),
        ("hellip", '…'),
        ("rsquo", '’'),
        ("lsquo", '‘'),
        ("euro", '€'),
        ("pound", '£'),
        ("yen", '¥'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("ecirc", 'ê'),
        ("aacute", 'á'),
        ("agrave", 'à'),
        ("atilde", 'ã'),
        ("auml", 'ä'),
        ("iacute", 'í'),
        ("oacute", 'ó'),
        ("ocirc", 'ô'),
        ("otilde", 'õ'),
        ("ouml", 'ö'),
        ("Ouml", 'Ö'),
        ("uacute", 'ú'),
        ("uuml", 'ü'),
        ("Uuml", 'Ü'),
        ("ccedil", 'ç'),
        ("ntilde", 'ñ'),
    ];
    let name = std::str::from_utf8(name).ok()?;
    if let Some(number) = name.strip_prefix('#') {
        let number = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(number);
    }
    NAMED.iter().find(|(own, _)| *own == name).map(|(_, letter)| *letter)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    fn read(page: &str) -> Vec<String> {
        let (tables, _) = tables(page.as_bytes());
        tables
            .iter()
            .map(|own| String::from_utf8_lossy(&own.text().unwrap_or_default()).into_owned())
            .collect()
    }

    #[test]
    fn pages_are_known_by_how_they_begin() {
        for head in ["<html><b", "\u{feff}<HTML ", "<!DOCTYPE html>", "\n <table>", "<meta ch"] {
            assert!(is_page(head.as_bytes()), "{head}");
        }
        for head in ["<5 items", "Month,Va", "<?xml ve", ""] {
            assert!(!is_page(head.as_bytes()), "{head}");
        }
    }

    #[test]
    fn cells_that_reach_over_others_and_lines_above_are_kept() {
        let page = "<html><title>No</title><body><p>Imports of&nbsp;Chad<br>US$ million</p><table border='1>2'>
            <tr><th rowspan=2>Country<th colspan=2>2024</tr><tr><th>Value<th>Weight &lt;t&gt;</tr>
            <tr><td rowspan=\"2\">Peru</td><td>1,5</td><td>2</td></tr><tr><td>3</td><td>&#8722;</td></tr></table></body>";
        assert_eq!(
            read(page),
            [
                "Imports of Chad\nUS$ million\nCountry,2024\n,Value,Weight <t>\nPeru,\"1,5\",2\nPeru,3,−\n"
            ]
        );
    }

    #[test]
    fn tables_that_arrange_a_page_are_lines_above_those_within() {
        let page = "<table><tr><td>Exports<td><table><tr><td>2024<td>5<tr><td>2025<td>6</table></table><table><tr><td>Home</table>";
        assert_eq!(read(page), ["Exports\n2024,5\n2025,6\n"]);
        assert!(read("<html><table><tr><td>Sign in</table>").is_empty());
        let wide =
            format!("<table>{}</table>", "<tr>".to_owned() + &"<td colspan=400>1".repeat(20));
        let (found, _) = tables(wide.repeat(2).replace("</table><table>", "").as_bytes());
        assert!(found.iter().all(|own| own.text().is_err()) && !found.is_empty());
    }

    #[test]
    fn letters_are_told_by_the_page_unless_they_are_utf8() {
        let page =
            b"<meta charset=\"gb2312\"><table><tr><td>\xd6\xd0<td>1<tr><td>\xb9\xfa<td>2</table>";
        let (found, letters) = tables(page);
        assert_eq!((found.len(), letters.as_deref()), (1, Some("gb2312")));
        let page = "<meta charset=x><table><tr><td>é<td>1<tr><td>b<td>2</table>";
        assert_eq!(tables(page.as_bytes()).1, None);
    }
}
