//! JSON as tables: an array of arrays or of objects, by itself or as the member of an answer that holds
//! the rows. It becomes lines of CSV, which are read as all others are.

use crate::util::csv_cells::line;
use crate::wording::say::import::json as words;

/// More of it is not held at once.
pub const MOST: usize = 256 << 20;

/// How deep what is skipped may be nested.
const DEEPEST: usize = 64;

/// The names under which answers hold their rows, first those that say it.
const ROWS: [&str; 10] = [
    "data",
    "value",
    "rows",
    "results",
    "records",
    "dataset",
    "items",
    "observations",
    "result",
    "item",
];

/// Whether text begins as JSON does that holds rows.
pub fn is_json(text: &[u8]) -> bool {
    let start = text.trim_ascii_start();
    match start {
        [b'{', rest @ ..] => matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')),
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start().first(), Some(b'[' | b'{' | b']')),
        _ => false,
    }
}

/// The rows as CSV.
///
/// # Errors
/// Where it stops being JSON, or that it holds no rows.
pub fn to_csv(text: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(text).map_err(|_| words::not_utf8().to_owned())?;
    let mut parser = Parser { text, at: 0 };
    let mut table = Table::default();
    parser.blanks();
    let found = match parser.peek() {
        Some(b'[') => parser.rows(&mut table).map(|()| true),
        _ => parser.answer(&mut table, 0),
    };
    found.map_err(|what| {
        let lines =
            text.get(..parser.at).unwrap_or(text).bytes().filter(|byte| *byte == b'\n').count() + 1;
        words::broken(lines, what)
    })?;
    if table.rows.is_empty() {
        return Err(words::no_rows().to_owned());
    }
    Ok(table.csv())
}

#[derive(Default)]
struct Table {
    /// The names of objects' members, as they were first met.
    header: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl Table {
    fn csv(self) -> String {
        let mut text = String::new();
        if !self.header.is_empty() {
            line(&mut text, self.header.iter().cloned());
        }
        let width = self.header.len();
        for mut row in self.rows {
            row.resize(row.len().max(width), String::new());
            // A line end within a cell is no end of a row, but no page shows it.
            line(&mut text, row.into_iter().map(|cell| cell.replace(['\n', '\r'], " ")));
        }
        text
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

type Parsed<T> = Result<T, &'static str>;

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn blanks(&mut self) {
        while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.blanks();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// An object that holds rows in one of its members; whether it does.
    fn answer(&mut self, table: &mut Table, depth: usize) -> Parsed<bool> {
        if !self.take(b'{') {
            return Err(words::brace_or_bracket());
        }
        if depth > DEEPEST {
            return Err(words::too_deep());
        }
        let mut found = false;
        self.blanks();
        if self.take(b'}') {
            return Ok(false);
        }
        loop {
            self.blanks();
            let name = self.string()?;
            if !self.take(b':') {
                return Err(words::colon());
            }
            self.blanks();
            let named = ROWS.contains(&name.to_lowercase().as_str());
            match self.peek() {
                Some(b'[') if named && !found => {
                    self.rows(table)?;
                    found = !table.rows.is_empty();
                }
                Some(b'{') if !found && depth < DEEPEST => found = self.answer(table, depth + 1)?,
                _ => self.value(depth).map(|_| ())?,
            }
            if self.take(b'}') {
                return Ok(found);
            }
            if !self.take(b',') {
                return Err(words::comma_or_brace());
            }
        }
    }

    /// An array of rows.
    fn rows(&mut self, table: &mut Table) -> Parsed<()> {
        self.take(b'[');
        if self.take(b']') {
            return Ok(());
        }
        loop {
            self.blanks();
            match self.peek() {
                Some(b'[') => {
                    let row = self.array()?;
                    table.rows.push(row);
                }
                Some(b'{') => {
                    let mut row = vec![String::new(); table.header.len()];
                    self.object(&mut table.header, &mut row, "", 0)?;
                    table.rows.push(row);
                }
                _ => {
                    self.value(0)?;
                }
            }
            if self.take(b']') {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(words::comma_or_bracket());
            }
        }
    }

    fn array(&mut self) -> Parsed<Vec<String>> {
        self.take(b'[');
        let mut row = Vec::new();
        if self.take(b']') {
            return Ok(row);
        }
        loop {
            row.push(self.value(1)?);
            if self.take(b']') {
                return Ok(row);
            }
            if !self.take(b',') {
                return Err(words::comma_or_bracket());
            }
        }
    }

    /// An object as a row; members of its members are named after both.
    fn object(
        &mut self,
        header: &mut Vec<String>,
        row: &mut Vec<String>,
        under: &str,
        depth: usize,
    ) -> Parsed<()> {
        if depth > DEEPEST {
            return Err(words::too_deep());
        }
        self.take(b'{');
        if self.take(b'}') {
            return Ok(());
        }
        loop {
            self.blanks();
            let own = self.string()?;
            let name = if under.is_empty() { own } else { format!("{under}/{own}") };
            if !self.take(b':') {
                return Err(words::colon());
            }
            self.blanks();
            if self.peek() == Some(b'{') {
                self.object(header, row, &name, depth + 1)?;
            } else {
                let cell = self.value(depth + 1)?;
                let at = header.iter().position(|known| *known == name).unwrap_or_else(|| {
                    header.push(name);
                    header.len() - 1
                });
                row.resize(row.len().max(at + 1), String::new());
                row.get_mut(at).into_iter().for_each(|own| own.clone_from(&cell));
            }
            if self.take(b'}') {
                return Ok(());
            }
            if !self.take(b',') {
                return Err(words::comma_or_brace());
            }
        }
    }

    /// Any value as a cell; what is nested is passed over.
    fn value(&mut self, depth: usize) -> Parsed<String> {
        self.blanks();
        match self.peek() {
            Some(b'"') => self.string(),
            Some(open @ (b'[' | b'{')) => {
                if depth > DEEPEST {
                    return Err(words::too_deep());
                }
                self.at += 1;
                let close = if open == b'[' { b']' } else { b'}' };
                if self.take(close) {
                    return Ok(String::new());
                }
                loop {
                    if open == b'{' {
                        self.blanks();
                        self.string()?;
                        if !self.take(b':') {
                            return Err(words::colon());
                        }
                    }
                    self.value(depth + 1)?;
                    if self.take(close) {
                        return Ok(String::new());
                    }
                    if !self.take(b',') {
                        return Err(words::comma());
                    }
                }
            }
            Some(_) => {
                let start = self.at;
                while self
                    .peek()
                    .is_some_and(|byte| byte.is_ascii_alphanumeric() || b"+-._".contains(&byte))
                {
                    self.at += 1;
                }
                let word = self.text.get(start..self.at).unwrap_or_default();
                match word {
                    "" => Err(words::value()),
                    "null" | "NaN" => Ok(String::new()),
                    word => Ok(word.to_owned()),
                }
            }
            None => Err(words::value_cut()),
        }
    }

    fn string(&mut self) -> Parsed<String> {
        if !self.take(b'"') {
            return Err(words::quoted_name());
        }
        let mut text = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let Some(end) = memchr::memchr2(b'"', b'\\', rest.as_bytes()) else {
                return Err(words::open_quote());
            };
            text.push_str(rest.get(..end).unwrap_or_default());
            self.at += end + 1;
            if rest.as_bytes().get(end) == Some(&b'"') {
                return Ok(text);
            }
            let escape = self.peek().ok_or_else(words::name_cut)?;
            self.at += 1;
            match escape {
                b'n' | b'r' | b't' | b'b' | b'f' => text.push(' '),
                b'u' => {
                    let unit = self.unit()?;
                    // Letters beyond the first 65,536 are two of these.
                    let pair = (0xd800..0xdc00).contains(&unit)
                        && self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u"));
                    let code = if pair {
                        self.at += 2;
                        0x10000 + ((unit - 0xd800) << 10) + (self.unit()? & 0x3ff)
                    } else {
                        unit
                    };
                    text.push(char::from_u32(code).unwrap_or('\u{fffd}'));
                }
                other if other.is_ascii() => text.push(char::from(other)),
                _ => return Err(words::invalid_escape()),
            }
        }
    }

    fn unit(&mut self) -> Parsed<u32> {
        let digits = self.text.get(self.at..self.at + 4).ok_or_else(words::four_digits)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).map_err(|_| words::four_digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_any_answer_become_lines() {
        for (text, expected) in [
            ("[[\"a\",\"b\"],\n[\"1\",2],[null,\"x,y\"]]", "a,b\n1,2\n,\"x,y\"\n"),
            ("[{\"a\":1,\"b\":\"q\"},{\"b\":\"r\",\"c\":true}]", "a,b,c\n1,q,\n,r,true\n"),
            (
                "{\"time\":\"0\",\"data\":[{\"a\":1,\"c\":{\"d\":2}}],\"error\":\"\"}",
                "a,c/d\n1,2\n",
            ),
            ("{\"response\":{\"items\":[{\"a\":\"\\u4e2d\\\"\"}]}}", "a\n\"中\"\"\"\n"),
        ] {
            assert_eq!(to_csv(text.as_bytes()).as_deref(), Ok(expected), "{text}");
        }
        for text in [
            "{\"a\":",
            "[[1,2]",
            "[{\"a\" 1}]",
            "{\"data\":[]}",
            "[\"\\ud800\"]",
            "{\"data\":[{\"a\":\"\\u12\"}]}",
        ] {
            assert!(to_csv(text.as_bytes()).is_err(), "{text}");
        }
        assert!(to_csv("[".repeat(100_000).as_bytes()).is_err());
    }
}
