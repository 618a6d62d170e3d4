//! Reads numbers from cells, and recognises marks for missing figures.

use super::vocabulary::{priced, tonnes};
use crate::import::ASKS;
use crate::import::bytes::records;
use crate::util::{Lower as _, number_in};

/// How a file writes numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Marks {
    /// `1,234.5`
    #[default]
    Point,
    /// `1.234,5`
    Comma,
}

/// The longest number that is read: more digits mean that it is something else.
const LONGEST: usize = 40;

/// The longest text that is looked through for a number with its money, among marks of a page.
const MARKED: usize = 400;

/// A number: digits with thousands' marks and one decimal mark, with a sign, in brackets where it is
/// less than zero, or with an exponent as spreadsheets write it. `NaN` is none, and what has no end.
pub fn number(text: &[u8], marks: Marks) -> Option<f64> {
    // With a comma for decimals, a point marks thousands.
    if (marks == Marks::Point || !text.contains(&b'.'))
        && let Some(plain) = plain(text)
    {
        return Some(plain);
    }
    if text.is_empty() {
        return None;
    }
    if ASKS && (text.len() > LONGEST || !text.is_ascii() || has_sign(text)) {
        let whole = records::words(text.get(..MARKED.min(text.len()))?);
        if let Some((below, digits)) = priced(&whole).filter(|(_, own)| own.len() < LONGEST) {
            let found = number(digits.as_bytes(), marks)?;
            return Some(if below && found > 0.0 { -found } else { found });
        }
    }
    if text.len() > LONGEST {
        return None;
    }
    if !text.is_ascii() {
        // Thousands may be parted by blanks that no line breaks at, and a minus may be a real one.
        let spaced = records::words(text)
            .replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
            .replace(['−', '–', '－'], "-")
            .replace('’', "'");
        return if spaced.is_ascii() { number(spaced.as_bytes(), marks) } else { None };
    }
    let (negative, text) = match without_flag(text) {
        // As programs of accounting write it.
        [b'0'..=b'9', .., b'0'..=b'9', b'-'] | [b'0'..=b'9', b'-'] => {
            (true, text.trim_ascii().strip_suffix(b"-").unwrap_or(text))
        }
        [b'-', rest @ ..] => (true, rest.trim_ascii()),
        [b'(', inner @ .., b')'] => (true, inner.trim_ascii()),
        [b'+', rest @ ..] => (false, rest),
        text => (false, text),
    };
    let found = unsigned(text, marks)?;
    Some(if negative && found > 0.0 { -found } else { found })
}

/// A cell's number, whichever mark stands before its decimals.
pub fn either(cell: &str) -> Option<f64> {
    let digits = weighed(cell.as_bytes()).map_or(cell.as_bytes(), |(digits, _)| digits);
    [Marks::Point, Marks::Comma].into_iter().find_map(|marks| number(digits, marks))
}

/// The digits of a cell that says its unit of weight behind them, `12.5 t`, and how many tonnes one is; a unit of so
/// many, `100 kg`, is no figure.
pub fn weighed(text: &[u8]) -> Option<(&[u8], f64)> {
    let [b'0'..=b'9', .., b'a'..=b'z' | b'A'..=b'Z'] = text else { return None };
    // Such a cell is left to the reader that asks.
    if !ASKS {
        return None;
    }
    let at = text.iter().rposition(|own| !own.is_ascii_alphabetic())? + 1;
    let (digits, unit) = text.split_at_checked(at)?;
    let (digits, unit) = (digits.trim_ascii_end(), std::str::from_utf8(unit).ok()?);
    let tens = digits.first() == Some(&b'1') && digits.iter().skip(1).all(|own| *own == b'0');
    tonnes(unit).filter(|_| !tens).map(|tonnes| (digits, tonnes))
}

/// Whether a cell is a number, whichever marks it has.
pub fn is_number(cell: &str) -> bool {
    either(cell).is_some()
}

/// Whether a text begins or ends as an amount with the sign or the code of its money does.
fn has_sign(text: &[u8]) -> bool {
    let sign =
        |byte: Option<&u8>| byte.is_some_and(|own| b"$<>ABCDEFGHIJKLMNOPQRSTUVWXYZ".contains(own));
    let digit = text.iter().any(u8::is_ascii_digit);
    let text = text.strip_prefix(b"(").or(text.strip_prefix(b"-")).unwrap_or(text);
    digit
        && (sign(text.first())
            || sign(text.last())
            || text.get(..2).is_some_and(|own| matches!(own, b"Rp" | b"Rs" | b"kr")))
}

/// A number without the letters or the star behind it that say it is provisional, revised or estimated:
/// `12 p`, `12 be`, `12 p/`.
fn without_flag(text: &[u8]) -> &[u8] {
    if let [rest @ .., b'*'] = text {
        return rest.trim_ascii_end();
    }
    let Some(at) = text.iter().rposition(|byte| *byte == b' ') else { return text };
    let (number, flag) = text.split_at(at);
    let letters = flag.trim_ascii_start();
    let letters = letters.strip_suffix(b"/").unwrap_or(letters);
    let known = |byte: &u8| b"bdefinprsuz".contains(&byte.to_ascii_lowercase());
    let flagged = (1..=2).contains(&letters.len()) && letters.iter().all(known);
    if flagged { number.trim_ascii_end() } else { text }
}

fn unsigned(text: &[u8], marks: Marks) -> Option<f64> {
    let (decimal, thousand) = match marks {
        Marks::Point => (b'.', b','),
        Marks::Comma => (b',', b'.'),
    };
    let mut digits = String::with_capacity(text.len());
    // How many digits stand since the last mark of thousands; India writes two between them.
    let mut group: Option<usize> = None;
    let mut fraction = false;
    for byte in text {
        match *byte {
            b'0'..=b'9' => {
                digits.push(char::from(*byte));
                group = group.map(|count| count + 1);
            }
            byte if byte == decimal && !fraction && group.is_none_or(|count| count == 3) => {
                fraction = true;
                group = None;
                digits.push('.');
            }
            byte if (byte == thousand || byte == b' ' || byte == b'\'') && !fraction => {
                let whole = match group {
                    None => (1..=3).contains(&digits.len()),
                    Some(count) => matches!(count, 2 | 3),
                };
                if !whole {
                    return None;
                }
                group = Some(0);
            }
            b'e' | b'E' if !digits.is_empty() && group.is_none() => digits.push('e'),
            b'+' | b'-' if digits.ends_with('e') => digits.push(char::from(*byte)),
            _ => return None,
        }
    }
    let written = digits.bytes().any(|byte| byte.is_ascii_digit());
    if !written || digits.ends_with(['e', '+', '-']) || group.is_some_and(|count| count != 3) {
        return None;
    }
    number_in(&digits).filter(|value| value.is_finite())
}

/// Digits with at most one point among them, as nearly every number is written.
fn plain(text: &[u8]) -> Option<f64> {
    if text.is_empty() || text.len() > 17 {
        return None;
    }
    let (mut whole, mut places, mut point) = (0u64, 0usize, false);
    for byte in text {
        match *byte {
            digit @ b'0'..=b'9' => {
                whole = whole * 10 + u64::from(digit - b'0');
                places += usize::from(point);
            }
            b'.' if !point => point = true,
            _ => return None,
        }
    }
    const TENS: [f64; 17] = [
        1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    ];
    // Both are exact, so their quotient is the nearest number to what is written; so is a whole number by itself.
    let exact = (places == 0 || whole < 1 << 53) && text != b".";
    exact.then(|| Some(whole as f64 / TENS.get(places)?)).flatten()
}

/// Whether a cell says that there is no figure: nothing, a dash, a word for it, or the mark of one that
/// is kept secret. It takes no other figure of its row with it.
pub fn is_absent(text: &[u8]) -> bool {
    if text.is_empty() {
        return true;
    }
    if text.len() > 16 || text.first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    let word = records::words(text).lower();
    let bare: String = word.chars().filter(|letter| letter.is_alphanumeric()).collect();
    if bare.is_empty() {
        return word.chars().all(|letter| "?-–—−‐―─ー:.…··*#~〃\"'/() ".contains(letter));
    }
    const WORDS: [&str; 31] = [
        "sd",
        "nil",
        "ka",
        "nv",
        "nc",
        "nep",
        "bd",
        "нд",
        "無",
        "na",
        "nan",
        "null",
        "none",
        "nd",
        "ns",
        "c",
        "x",
        "s",
        "d",
        "z",
        "conf",
        "confidential",
        "secret",
        "missing",
        "notavailable",
        "notapplicable",
        "div0",
        "ref",
        "value",
        "nodata",
        "−",
    ];
    WORDS.contains(&bare.as_str())
}

/// What the cells of a column say of its marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Nothing: no cell has a mark.
    None,
    /// They can be read in one way only.
    Only(Marks),
    /// Each has three digits behind its only mark, which is this one: thousands, or decimals.
    Both(char),
    /// Some are written one way, some the other.
    Against,
}

/// Judges a column's marks by its cells.
pub fn evidence<'a>(cells: impl Iterator<Item = &'a str>) -> Evidence {
    let (mut point, mut comma, mut both) = (false, false, None);
    for cell in cells {
        // Blanks of any width and apostrophes part thousands, and leave the other marks as they are.
        let cell: String =
            cell.chars().filter(|letter| !" \u{a0}\u{202f}\u{2009}'’".contains(*letter)).collect();
        // Before an exponent one digit stands, and no mark of thousands.
        if let Some((own, power)) = cell.split_once(['E', 'e'])
            && power.trim_start_matches(['+', '-']).parse::<u8>().is_ok()
            && let Some(mark) = own.chars().find(|letter| ",.".contains(*letter))
        {
            if mark == '.' {
                point = true
            } else {
                comma = true
            }
            continue;
        }
        let cell =
            cell.trim_matches(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter));
        // A point alone is a mark of absence.
        let digits = cell.bytes().any(|byte| byte.is_ascii_digit());
        if !digits || !cell.chars().all(|letter| letter.is_ascii_digit() || ",.".contains(letter)) {
            continue;
        }
        let marks: Vec<(usize, char)> =
            cell.char_indices().filter(|(_, letter)| ",.".contains(*letter)).collect();
        let decimal = |mark: char| if mark == '.' { Marks::Point } else { Marks::Comma };
        let other = |mark: char| if mark == '.' { Marks::Comma } else { Marks::Point };
        let found = match marks.as_slice() {
            [] => continue,
            [(at, mark)] => {
                let behind = cell.len() - at - 1;
                let thousands = behind == 3 && (1..=3).contains(at) && !cell.starts_with('0');
                if thousands {
                    both = Some(*mark);
                    continue;
                }
                decimal(*mark)
            }
            [first, .., last] if first.1 != last.1 => decimal(last.1),
            [first, ..] => other(first.1),
        };
        match found {
            Marks::Point => point = true,
            Marks::Comma => comma = true,
        }
    }
    match (point, comma, both) {
        (true, true, _) => Evidence::Against,
        (true, false, _) => Evidence::Only(Marks::Point),
        (false, true, _) => Evidence::Only(Marks::Comma),
        (false, false, Some(mark)) => Evidence::Both(mark),
        (false, false, None) => Evidence::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_files_write_them() {
        let read = |text: &str| number(text.as_bytes(), Marks::Point);
        for (text, value) in [
            ("0", 0.0),
            ("-0", 0.0),
            ("4416", 4416.0),
            ("32825863.0", 32_825_863.0),
            ("1.6676579966980372", 1.667_657_996_698_037_2),
            ("639,240,426", 639_240_426.0),
            ("12,34,567", 1_234_567.0),
            ("1,234.5", 1234.5),
            ("2715997517261", 2_715_997_517_261.0),
            ("8900000000000000", 8.9e15),
            ("8,900,000,000,000,000", 8.9e15),
            ("12345678901234567", 12_345_678_901_234_567.0),
            ("1e30", 1e30),
            ("1.5e7", 1.5e7),
            ("1 234", 1234.0),
            ("1'234'567.50", 1_234_567.5),
            ("1’234", 1234.0),
            ("1\u{a0}234", 1234.0),
            (".5", 0.5),
            ("5.", 5.0),
            ("-10", -10.0),
            ("−10", -10.0),
            ("27,026-", -27026.0),
            ("7-", -7.0),
            ("(1,234)", -1234.0),
            ("+7", 7.0),
            ("1,234 p", 1234.0),
            ("77*", 77.0),
            ("3238.24 be", 3238.24),
            ("-6.1 p", -6.1),
            ("27,290 p/", 27_290.0),
            ("₦ 1,925,613,449,787.00", 1_925_613_449_787.0),
            ("<a title=\"to be confirmed\" href=\"#\">₦ 996.00</a>", 996.0),
            ("$1,234", 1234.0),
            ("-$5", -5.0),
            ("(US$ 5.5)", -5.5),
            ("€-7", -7.0),
            ("12.5 EUR", 12.5),
            ("Rp 1,000,500", 1_000_500.0),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in [
            "",
            "-",
            ".",
            "NaN",
            "inf",
            "1e999",
            "1,23",
            "12,34,56",
            "1,2345,678",
            "1.2.3",
            "=1+1",
            "0x1F",
            "1e",
            "1-2",
            "--5",
            "2025-01",
            "1000 EUR",
            "US$ 1,000",
            "US$ 2024",
            "HS 8471",
            "A12",
            "<b>₦</b>",
            "9".repeat(60).as_str(),
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(number(b"1.234,5", Marks::Comma), Some(1234.5));
        assert_eq!(number(b"-12,5", Marks::Comma), Some(-12.5));
        assert_eq!(number(b"1.234", Marks::Comma), Some(1234.0));
    }

    #[test]
    fn marks_of_absence_are_no_numbers_and_no_faults() {
        for text in [
            ":", "..", "…", "nil", "k.A.", "NULL", "nan", "(c)", "x", "–", "n.a.", "#N/A", "...",
            "-", "N/A", "",
        ] {
            assert!(is_absent(text.as_bytes()), "{text}");
        }
        for text in ["0", "-5", "five", "(12)", "kg"] {
            assert!(!is_absent(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn a_columns_marks_are_judged_by_all_its_cells() {
        let judged = |cells: &[&str]| evidence(cells.iter().copied());
        assert_eq!(judged(&["1,187", "2,250"]), Evidence::Both(','));
        assert_eq!(judged(&["1.187", "1.234.567"]), Evidence::Only(Marks::Comma));
        assert_eq!(judged(&["1,187.5"]), Evidence::Only(Marks::Point));
        assert_eq!(judged(&["0,5", "1,25"]), Evidence::Only(Marks::Comma));
        assert_eq!(judged(&["0.187"]), Evidence::Only(Marks::Point));
        assert_eq!(judged(&["12", "7", ":"]), Evidence::None);
        assert_eq!(judged(&["1,5", "1.5"]), Evidence::Against);
        assert_eq!(judged(&["1,5", ".", "-"]), Evidence::Only(Marks::Comma));
    }
}
