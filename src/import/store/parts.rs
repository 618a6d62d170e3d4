//! A folder of parts written by `rollup/`: its index, and the parts that a choice needs.

use std::collections::BTreeMap;

use super::country;
use crate::import::bytes::records::{Record, Splitter};
use crate::import::cells::countries::{CountryNames, List};
use crate::util;
use crate::wording::say::import::parts as words;

/// The columns of `index.csv`.
const COLUMNS: [&str; 7] = ["reporter", "chapter", "path", "rows", "bytes", "first", "last"];

/// The chapter that holds all goods.
const ALL_GOODS: &str = "00";

/// One file: a reporter's trade in a chapter of the Harmonized System.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The reporter's code, as our own files write it.
    pub reporter: String,
    /// The chapter's two digits; `00` for all goods together.
    pub chapter: String,
    /// Where it lies below the folder.
    pub path: String,
    /// How many rows it has.
    pub rows: u64,
    /// How many bytes there are to fetch.
    pub bytes: u64,
}

/// Every part of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    parts: Vec<Part>,
}

impl Parts {
    /// Reads `index.csv`.
    ///
    /// # Errors
    /// The first mistake, with its line and column.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut header = None;
        let mut parts = Vec::new();
        let mut slip = None;
        let mut take = |record: Record<'_>| {
            if record.is_blank() || slip.is_some() {
                return;
            }
            let cells: Vec<String> = (0..record.len()).map(|at| record.text(at)).collect();
            match &header {
                None => header = Some(cells),
                Some(header) => match part(header, &cells) {
                    Ok(part) => parts.push(part),
                    Err((column, expected)) => {
                        let line = record.line;
                        slip = Some(words::expected(line, column, expected));
                    }
                },
            }
        };
        let mut splitter = Splitter::new(b',');
        let fed = splitter.feed(text.as_bytes(), &mut take).and_then(|()| splitter.end(&mut take));
        if fed.is_err() {
            return Err(words::no_table().to_owned());
        }
        let header = header.unwrap_or_default();
        if let Some(missing) = COLUMNS.iter().find(|name| !header.iter().any(|own| own == *name)) {
            return Err(words::no_column(missing));
        }
        match slip {
            Some(slip) => Err(slip),
            None if parts.is_empty() => Err(words::no_parts().to_owned()),
            None => Ok(Self { parts }),
        }
    }

    /// The reporters, the most reported first.
    pub fn reporters(&self) -> Vec<String> {
        let mut rows: BTreeMap<String, f64> = BTreeMap::new();
        for part in &self.parts {
            *rows.entry(part.reporter.clone()).or_default() += part.rows as f64;
        }
        let mut ranked: Vec<(String, f64)> = rows.into_iter().collect();
        util::sort(&mut ranked, |one, other| other.1.total_cmp(&one.1));
        ranked.into_iter().map(|(code, _)| code).collect()
    }

    /// The codes of a reporter's chapters with their numbers of rows.
    pub fn chapters(&self, reporter: &str) -> BTreeMap<String, f64> {
        let mut chapters = BTreeMap::new();
        for part in self.parts.iter().filter(|part| part.reporter == reporter) {
            let code = if part.chapter == ALL_GOODS { "TOTAL" } else { &part.chapter };
            *chapters.entry(code.to_owned()).or_default() += part.rows as f64;
        }
        chapters
    }

    /// The parts that hold a reporter's trade in some products; with what its partners report of it,
    /// those of all others too.
    pub fn needed(&self, reporter: &str, products: &[String], mirror: bool) -> Vec<&Part> {
        let holds = |part: &&Part| {
            let in_chapter = products.iter().any(|code| chapter(code) == part.chapter);
            in_chapter && (part.reporter == reporter || mirror)
        };
        self.parts.iter().filter(holds).collect()
    }
}

/// The chapter that a product is in.
fn chapter(code: &str) -> &str {
    match code.get(..2) {
        Some(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits,
        _ => ALL_GOODS,
    }
}

/// A line of the index; else the column and what was expected there.
fn part(header: &[String], cells: &[String]) -> Result<Part, (&'static str, &'static str)> {
    let cell = |name: &'static str| {
        let place = header.iter().position(|own| own == name);
        place.and_then(|at| cells.get(at)).map_or("", String::as_str)
    };
    let number =
        |name: &'static str| cell(name).parse::<u64>().map_err(|_| (name, words::number()));
    let (reporter, chapter, path) = (cell("reporter"), cell("chapter"), cell("path"));
    if reporter.is_empty() {
        return Err(("reporter", words::reporter()));
    }
    if chapter.len() != 2 || !chapter.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(("chapter", words::chapter()));
    }
    let outside = |step: &str| matches!(step, "" | "." | "..");
    if path.contains([':', '\\', '?', '#', '%']) || path.split('/').any(outside) {
        return Err(("path", words::path()));
    }
    Ok(Part {
        reporter: country(reporter.as_bytes(), "", &CountryNames::default(), List::Un),
        chapter: chapter.to_owned(),
        path: path.to_owned(),
        rows: number("rows")?,
        bytes: number("bytes")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = "reporter,chapter,path,rows,bytes,first,last\n\
        842,00,part=842-00/a.csv.gz,5,90,201001,202411\n\
        842,28,part=842-28/a.csv.gz,50,900,201001,202411\n\
        156,28,part=156-28/b.csv.gz,70,800,201001,202411\n\
        156,85,part=156-85/c.csv.gz,9,80,201001,202411\n";

    fn paths(reporter: &str, products: &[&str], mirror: bool) -> Vec<String> {
        let products: Vec<String> = products.iter().map(|code| (*code).to_owned()).collect();
        let parts = Parts::read(INDEX).unwrap_or_default();
        parts.needed(reporter, &products, mirror).iter().map(|part| part.path.clone()).collect()
    }

    #[test]
    fn a_choice_needs_its_reporters_chapter_and_a_mirror_the_others() {
        assert_eq!(paths("USA", &["284690"], false), ["part=842-28/a.csv.gz"]);
        assert_eq!(paths("USA", &["TOTAL"], false), ["part=842-00/a.csv.gz"]);
        assert_eq!(paths("CHN", &["28", "8505"], false).len(), 2);
        assert_eq!(
            paths("USA", &["284690"], true),
            ["part=842-28/a.csv.gz", "part=156-28/b.csv.gz"]
        );
        assert!(paths("USA", &["8505"], false).is_empty());
        let parts = Parts::read(INDEX).unwrap_or_default();
        assert_eq!(parts.reporters(), ["CHN", "USA"]);
        assert_eq!(
            parts.chapters("USA").into_iter().collect::<Vec<_>>(),
            [("28".to_owned(), 50.0), ("TOTAL".to_owned(), 5.0)]
        );
    }

    #[test]
    fn a_slip_in_the_index_is_told_with_its_place() {
        let with = |line: &str| Parts::read(&format!("{INDEX}{line}\n")).err().unwrap_or_default();
        for (line, told) in [
            ("842,28,x/../../y.csv,1,1,,", "line 6, column path: a file below the folder"),
            ("842,28,https://elsewhere/y.csv,1,1,,", "column path"),
            ("842,28,/y.csv,1,1,,", "column path"),
            ("842,ab,y.csv,1,1,,", "column chapter: two digits"),
            ("842,28,y.csv,many,1,,", "column rows: a whole number"),
            (",28,y.csv,1,1,,", "column reporter"),
        ] {
            assert!(with(line).contains(told), "{line}: {}", with(line));
        }
        for (text, told) in [
            ("", "line 1: a column reporter"),
            ("a,b\n1,2\n", "line 1: a column reporter"),
            ("reporter,chapter,path,rows,bytes,first,last\n", "names no parts"),
        ] {
            let found = Parts::read(text).err().unwrap_or_default();
            assert!(found.contains(told), "{found}");
        }
    }
}
