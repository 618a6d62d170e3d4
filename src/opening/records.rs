//! Bytes, in whatever pieces they come, to records and their fields.
//!
//! Quotes are obeyed, line ends may be mixed, and no more is held than the piece at hand and what
//! the record across its end needs.

use memchr::{memchr, memchr3};

/// A longer record is no line of a table.
pub const LONGEST: usize = 1 << 20;
/// More columns than any table of trade has.
pub const MOST_FIELDS: usize = 4096;

/// Where a field lies in its record, and whether quotes within it are doubled.
#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: usize,
    end: usize,
    doubled: bool,
}

/// One record's fields, without their quotes.
#[derive(Clone, Copy, Debug)]
pub struct Record<'a> {
    bytes: &'a [u8],
    spans: &'a [Span],
    /// The line it begins on, counted from 1.
    pub line: u64,
}

impl<'a> Record<'a> {
    /// How many fields there are.
    pub const fn len(&self) -> usize {
        self.spans.len()
    }

    /// Whether the line is blank.
    pub fn is_blank(&self) -> bool {
        self.spans.iter().all(|span| span.start == span.end)
    }

    /// The field at `index`; empty where the record is too short. Doubled quotes stay doubled: only
    /// names have any.
    pub fn field(&self, index: usize) -> &'a [u8] {
        let span = self.spans.get(index).copied().unwrap_or_default();
        trimmed(self.bytes.get(span.start..span.end).unwrap_or_default())
    }

    /// The field at `index` as words: bytes that are no UTF-8 are taken for Latin-1.
    pub fn text(&self, index: usize) -> String {
        let doubled = self.spans.get(index).is_some_and(|span| span.doubled);
        let text = words(self.field(index));
        if doubled { text.replace("\"\"", "\"") } else { text }
    }
}

/// Bytes as words, without what a page could not show.
pub fn words(bytes: &[u8]) -> String {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    if text.chars().any(char::is_control) {
        return text.chars().filter(|letter| !letter.is_control()).collect();
    }
    text
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    match (bytes.first(), bytes.last()) {
        (Some(b' ' | b'\t'), _) | (_, Some(b' ' | b'\t')) => bytes.trim_ascii(),
        _ => bytes,
    }
}

/// What stands in the way of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// No end within [`LONGEST`] bytes.
    Endless,
    /// More than [`MOST_FIELDS`] fields.
    Wide,
}

/// Where a file's records end before its bytes do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The line that the record begins on.
    pub line: u64,
    pub broken: Broken,
}

/// How a record was found.
enum Found {
    /// It ends here, the line end included.
    End(usize),
    /// The bytes at hand do not hold its end.
    Open,
    Broken(Broken),
}

/// Cuts bytes into records.
#[derive(Debug)]
pub struct Splitter {
    separator: u8,
    /// What was fed and not yet cut.
    held: Vec<u8>,
    spans: Vec<Span>,
    line: u64,
}

impl Splitter {
    /// Cuts fields at `separator`.
    pub const fn new(separator: u8) -> Self {
        Self { separator, held: Vec::new(), spans: Vec::new(), line: 1 }
    }

    /// Takes the next bytes and hands each whole record to `work`.
    ///
    /// # Errors
    /// How a record is broken, with the line it begins on.
    pub fn feed(&mut self, bytes: &[u8], work: &mut impl FnMut(Record<'_>)) -> Result<(), Stop> {
        // What is held is the beginning of a record and short; only that is copied together.
        if self.held.is_empty() {
            let cut = self.cut(bytes, work)?;
            self.held.extend_from_slice(bytes.get(cut..).unwrap_or_default());
            return Ok(());
        }
        let mut held = std::mem::take(&mut self.held);
        held.extend_from_slice(bytes);
        let cut = self.cut(&held, work)?;
        held.drain(..cut);
        self.held = held;
        Ok(())
    }

    /// Takes what is held for the last record.
    ///
    /// # Errors
    /// As [`Splitter::feed`].
    pub fn end(&mut self, work: &mut impl FnMut(Record<'_>)) -> Result<(), Stop> {
        let mut held = std::mem::take(&mut self.held);
        if held.is_empty() {
            return Ok(());
        }
        held.push(b'\n');
        let cut = self.cut(&held, work)?;
        if cut < held.len() {
            // A quote that nothing closes: what follows it is one field.
            held.insert(held.len() - 1, b'"');
            self.cut(held.get(cut..).unwrap_or_default(), work)?;
        }
        Ok(())
    }

    fn cut(&mut self, bytes: &[u8], work: &mut impl FnMut(Record<'_>)) -> Result<usize, Stop> {
        let mut start = 0;
        while start < bytes.len() {
            let rest = bytes.get(start..).unwrap_or_default();
            match self.record(rest) {
                Found::Open if rest.len() > LONGEST => {
                    return Err(Stop { line: self.line, broken: Broken::Endless });
                }
                Found::Open => break,
                Found::Broken(broken) => return Err(Stop { line: self.line, broken }),
                Found::End(end) => {
                    let own = rest.get(..end).unwrap_or_default();
                    let record = Record { bytes: own, spans: &self.spans, line: self.line };
                    work(record);
                    self.line += lines(own);
                    start += end;
                }
            }
        }
        Ok(start)
    }

    /// Finds the fields of the record that `bytes` begin with.
    fn record(&mut self, bytes: &[u8]) -> Found {
        self.spans.clear();
        let mut at = 0;
        loop {
            if self.spans.len() >= MOST_FIELDS {
                return Found::Broken(Broken::Wide);
            }
            let quoted = bytes.get(at) == Some(&b'"');
            let (span, next) = if quoted {
                match self.quoted(bytes, at + 1) {
                    Some(found) => found,
                    None => return Found::Open,
                }
            } else {
                let rest = bytes.get(at..).unwrap_or_default();
                // An empty field, as many are, needs no search.
                let length = match rest.first() {
                    Some(first) if *first == self.separator => Some(0),
                    _ => memchr3(self.separator, b'\n', b'\r', rest),
                };
                let Some(length) = length else { return Found::Open };
                (Span { start: at, end: at + length, doubled: false }, at + length)
            };
            self.spans.push(span);
            match bytes.get(next) {
                Some(b'\n') => return Found::End(next + 1),
                Some(b'\r') => {
                    return match bytes.get(next + 1) {
                        Some(b'\n') => Found::End(next + 2),
                        Some(_) => Found::End(next + 1),
                        // The line feed may come with the next bytes.
                        None => Found::Open,
                    };
                }
                Some(_) => at = next + 1,
                None => return Found::Open,
            }
        }
    }

    /// The field whose opening quote lies before `start`, and where what follows it begins.
    fn quoted(&self, bytes: &[u8], start: usize) -> Option<(Span, usize)> {
        let mut at = start;
        let mut doubled = false;
        loop {
            let quote = at + near(b'"', bytes.get(at..)?)?;
            match bytes.get(quote + 1)? {
                b'"' => {
                    doubled = true;
                    at = quote + 2;
                }
                _ => {
                    let span = Span { start, end: quote, doubled };
                    if bytes.get(quote + 1) == Some(&self.separator) {
                        return Some((span, quote + 1));
                    }
                    // What stands between a closing quote and the separator is left out.
                    let rest = bytes.get(quote + 1..)?;
                    let next = memchr3(self.separator, b'\n', b'\r', rest)?;
                    return Some((span, quote + 1 + next));
                }
            }
        }
    }
}

/// As `memchr`, which takes its time to begin, for what mostly is a few bytes away.
fn near(byte: u8, bytes: &[u8]) -> Option<usize> {
    const NEAR: usize = 16;
    let head = bytes.get(..NEAR).unwrap_or(bytes);
    head.iter().position(|other| *other == byte).or_else(|| {
        let far = memchr(byte, bytes.get(NEAR..)?)?;
        Some(NEAR + far)
    })
}

/// How many lines a record takes: one, and one more for each line end within quotes.
fn lines(record: &[u8]) -> u64 {
    let body = record.strip_suffix(b"\n").unwrap_or(record);
    if memchr(b'\n', body).is_none() {
        return 1;
    }
    1 + memchr::memchr_iter(b'\n', body).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &[u8], piece: usize) -> Result<Vec<(u64, Vec<String>)>, Stop> {
        let mut found = Vec::new();
        let mut splitter = Splitter::new(b',');
        let mut keep = |record: Record<'_>| {
            found.push((record.line, (0..record.len()).map(|at| record.text(at)).collect()));
        };
        for bytes in text.chunks(piece) {
            splitter.feed(bytes, &mut keep)?;
        }
        splitter.end(&mut keep)?;
        Ok(found)
    }

    fn row(line: u64, fields: &[&str]) -> (u64, Vec<String>) {
        (line, fields.iter().map(|field| (*field).to_owned()).collect())
    }

    #[test]
    fn pieces_of_any_size_give_the_same_records() {
        let text = b"a,\"b, \"\"c\"\"\",d\r\n1,,\"two\nlines\"\n \rlast,3";
        let expected = [
            row(1, &["a", "b, \"c\"", "d"]),
            row(2, &["1", "", "twolines"]),
            row(4, &[""]),
            row(5, &["last", "3"]),
        ];
        for piece in 1..=text.len() {
            assert_eq!(split(text, piece).as_deref(), Ok(&expected[..]), "in pieces of {piece}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_takes_the_rest() {
        assert_eq!(split(b"a,\"b\nc", 3), Ok(vec![row(1, &["a", "bc"])]));
    }

    #[test]
    fn bytes_that_are_no_text_become_latin() {
        assert_eq!(split(b"C\xf4te,\0x\n", 4), Ok(vec![row(1, &["C\u{f4}te", "x"])]));
    }

    #[test]
    fn what_has_no_end_is_refused() {
        let endless = vec![b'x'; LONGEST + 2];
        assert_eq!(split(&endless, 1 << 16), Err(Stop { line: 1, broken: Broken::Endless }));
        assert_eq!(split(&vec![b','; 10_000], 512), Err(Stop { line: 1, broken: Broken::Wide }));
    }
}
