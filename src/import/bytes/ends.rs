//! Where fields and records end, found 64 bytes at a time.
//!
//! What lies within quotes is told from what lies outside by the parity of the quotes before it, as
//! Langdale and Lemire do for JSON (“Parsing gigabytes of JSON per second”, 2019). That holds as
//! long as a quote only opens where a field begins; where one does not, the search stops.

use wide::u8x16;

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// The ends found in a stretch of bytes.
#[derive(Debug, Default)]
pub struct Ends {
    /// Where each field ends: at a separator or at the end of its line.
    pub fields: Vec<u32>,
    /// Which of these also end their record, by their place among them.
    pub records: Vec<u32>,
    /// Whether any line end lies within quotes.
    pub folded: bool,
}

/// What a block holds, a bit for each byte, the first one lowest.
struct Block {
    quotes: u64,
    separators: u64,
    feeds: u64,
    returns: u64,
}

impl Ends {
    /// Finds the ends in `bytes`, which begin with a record. Answers with the place of the first
    /// quote that opens within a field: only the ends before it are found then.
    pub fn find(&mut self, bytes: &[u8], separator: u8) -> Option<usize> {
        self.fields.clear();
        self.records.clear();
        self.folded = false;
        // What the byte before the block was, as a bit: nothing is as good as the end of a line.
        let (mut before, mut after_return) = (1, 0);
        let mut inside = 0;
        for (number, bytes) in bytes.chunks(BLOCK).enumerate() {
            let block = Block::of(bytes, separator);
            let within = parity(block.quotes) ^ inside;
            inside = if within >> 63 == 1 { u64::MAX } else { 0 };
            let lines = block.feeds | block.returns;
            let edges = block.quotes | block.separators | lines;
            let odd = block.quotes & within & !(edges << 1 | before);
            before = edges >> 63;
            self.folded |= lines & within != 0;
            let returns = block.returns & !within;
            // A feed after a return ends no line of its own.
            let feeds = block.feeds & !within & !(returns << 1 | after_return);
            after_return = returns >> 63;
            let known = if odd == 0 { u64::MAX } else { (odd & odd.wrapping_neg()) - 1 };
            let lines = (feeds | returns) & known;
            let all = lines | block.separators & !within & known;
            self.keep((number * BLOCK) as u32, all, lines);
            if odd != 0 {
                return Some(number * BLOCK + odd.trailing_zeros() as usize);
            }
        }
        None
    }

    /// Notes the ends in the block that begins at `start`.
    fn keep(&mut self, start: u32, mut all: u64, mut lines: u64) {
        let known = self.fields.len() as u32;
        while lines != 0 {
            let earlier = all & ((lines & lines.wrapping_neg()) - 1);
            self.records.push(known + earlier.count_ones());
            lines &= lines - 1;
        }
        while all != 0 {
            self.fields.push(start + all.trailing_zeros());
            all &= all - 1;
        }
    }
}

impl Block {
    fn of(bytes: &[u8], separator: u8) -> Self {
        let mut padded = [0; BLOCK];
        let bytes: &[u8; BLOCK] = bytes.try_into().unwrap_or_else(|_| {
            padded.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
            &padded
        });
        let mut block = Self { quotes: 0, separators: 0, feeds: 0, returns: 0 };
        for (number, lane) in bytes.as_chunks().0.iter().enumerate() {
            let lane = u8x16::new(*lane);
            let equal = |byte| {
                u64::from(lane.simd_eq(u8x16::splat(byte)).to_bitmask() & 0xffff) << (number * 16)
            };
            block.quotes |= equal(b'"');
            block.separators |= equal(separator);
            block.feeds |= equal(b'\n');
            block.returns |= equal(b'\r');
        }
        block
    }
}

/// For each bit, whether the bits up to it, itself among them, are odd in number.
const fn parity(mut bits: u64) -> u64 {
    let mut shift = 1;
    while shift < 64 {
        bits ^= bits << shift;
        shift *= 2;
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fields of each record, and where the search stopped.
    fn found(text: &str) -> (Vec<Vec<&str>>, Option<usize>) {
        let mut ends = Ends::default();
        let odd = ends.find(text.as_bytes(), b',');
        let mut records = vec![Vec::new()];
        let mut start = 0;
        for (place, end) in ends.fields.iter().enumerate() {
            let end = *end as usize;
            records.last_mut().into_iter().for_each(|record| record.extend(text.get(start..end)));
            start = end + 1;
            if ends.records.contains(&(place as u32)) {
                start += usize::from(text.get(end..).is_some_and(|rest| rest.starts_with("\r\n")));
                records.push(Vec::new());
            }
        }
        records.pop();
        (records, odd)
    }

    #[test]
    fn ends_within_quotes_are_none() {
        let text = "a,\"b,\n\"\"c\"\"\"\r\n\"\",\n";
        let expected = vec![vec!["a", "\"b,\n\"\"c\"\"\""], vec!["\"\"", ""]];
        assert_eq!(found(text), (expected, None));
    }

    #[test]
    fn blocks_do_not_show() {
        // A quoted field moved over the border of two blocks, byte by byte.
        for length in 0..140 {
            let first = "x".repeat(length);
            let text = format!("{first},\"p,\"\"\r\nq\"\r\n,r\r");
            let expected = vec![vec![first.as_str(), "\"p,\"\"\r\nq\""], vec!["", "r"]];
            assert_eq!(found(&text), (expected, None), "after {length}");
        }
    }

    #[test]
    fn a_quote_that_opens_within_a_field_stops_the_search() {
        for length in 0..140 {
            let first = "x".repeat(length);
            let text = format!("{first},1\n2,five\" pipe,3\n");
            assert_eq!(found(&text), (vec![vec![first.as_str(), "1"]], Some(length + 9)));
        }
        assert_eq!(found("\"a\" \"b\",c\n").1, Some(4));
    }
}
