//! Cells to numbers, months and directions of trade.

use crate::trade::{Flow, Month, Period};

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

/// More dollars, or kilograms, than the whole world trades in a century; and more digits than our
/// own format has.
const MOST: f64 = 1e15;

/// A number, 0 or more: digits with thousands' marks and one decimal mark, or with an exponent as
/// spreadsheets write it. `NaN`, `-0` and what is beyond every amount of trade are none.
pub fn number(text: &[u8], marks: Marks) -> Option<f64> {
    // With a comma for decimals, a point marks thousands.
    if (marks == Marks::Point || !text.contains(&b'.'))
        && let Some(plain) = plain(text)
    {
        return Some(plain);
    }
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    if !text.is_ascii() {
        // Thousands may be parted by blanks that no line breaks at.
        let spaced = super::records::words(text).replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ");
        return if spaced.is_ascii() { number(spaced.as_bytes(), marks) } else { None };
    }
    let (decimal, thousand) = match marks {
        Marks::Point => (b'.', b','),
        Marks::Comma => (b',', b'.'),
    };
    let mut digits = String::with_capacity(text.len());
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
                if group.is_some_and(|count| count != 3) || digits.is_empty() || digits.len() > 15 {
                    return None;
                }
                group = Some(0);
            }
            b'e' | b'E' | b'+' | b'-' if !digits.is_empty() => digits.push(char::from(*byte)),
            _ => return None,
        }
    }
    if digits.ends_with('.')
        || group.is_some_and(|count| count != 3)
        || !digits.bytes().next()?.is_ascii_digit()
    {
        return None;
    }
    digits.parse().ok().filter(|value: &f64| (0.0..MOST).contains(value))
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
    // Both are exact, so their quotient is the nearest number to what is written.
    let exact =
        whole < 1_000_000_000_000_000 && text.first() != Some(&b'.') && text.last() != Some(&b'.');
    exact.then(|| Some(whole as f64 / TENS.get(places)?)).flatten()
}

/// A month or a year: `202411`, `2024-11`, `2024-11-01`, `2024M11`, `2024/1`, `2024年11月`,
/// `11/2024`, `15.11.2024`, `Nov-2024`, `Nov-24`, `2024`; a month of 52 or 00 stands for the whole year in some files.
pub fn period(text: &[u8]) -> Option<Period> {
    if matches!(text.len(), 4 | 6)
        && let Some(number) = whole(text)
    {
        return match text.len() {
            4 => year(number),
            _ if matches!(number % 100, 0 | 52) => year(number / 100),
            _ => month(number / 100, number % 100),
        };
    }
    let text = std::str::from_utf8(text).ok()?.trim();
    let mut parts = text
        .split(|letter: char| {
            !letter.is_alphanumeric() || matches!(letter, 'M' | 'm' | '年' | '月')
        })
        .filter(|part| !part.is_empty());
    let (first, second) = (parts.next()?, parts.next());
    let numbers = (first.parse::<u32>().ok(), second.and_then(|part| part.parse::<u32>().ok()));
    match numbers {
        (Some(number), None) if second.is_none() && first.len() == 8 => {
            month(number / 10_000, number / 100 % 100)
        }
        (Some(number), None) if second.is_none() => year(number),
        (Some(one), Some(two)) if first.len() == 4 => month(one, two),
        // With points, the day stands first.
        (Some(_), Some(two)) if text.matches('.').count() == 2 => parts
            .next()
            .filter(|part| part.len() == 4)
            .and_then(|year| month(year.parse().ok()?, two)),
        (Some(one), Some(two)) if second.is_some_and(|part| part.len() == 4) => month(two, one),
        _ => named(text),
    }
}

/// `Nov-2024`, `November 2024`, `2024 Nov`.
fn named(text: &str) -> Option<Period> {
    const NAMES: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let lower = text.to_ascii_lowercase();
    let number = NAMES.iter().position(|name| {
        lower.split(|letter: char| !letter.is_ascii_alphabetic()).any(|word| word.starts_with(name))
    })?;
    let digits: String = lower.chars().filter(char::is_ascii_digit).collect();
    let year: u32 = digits.parse().ok()?;
    let year = match (digits.len(), year) {
        (4, _) => year,
        // As spreadsheets shorten it, and as they lengthen it again.
        (2, 0..30) => 2000 + year,
        (2, _) => 1900 + year,
        _ => return None,
    };
    month(year, number as u32 + 1)
}

fn whole(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0u32, |sum, byte| match byte {
        b'0'..=b'9' => Some(sum * 10 + u32::from(byte - b'0')),
        _ => None,
    })
}

/// A month of the years that trade is told of.
pub fn month(year: u32, number: u32) -> Option<Period> {
    let start = Month::new(i32::try_from(year).ok()?, number)?;
    (1900..=2100).contains(&year).then_some(Period::month(start))
}

fn year(year: u32) -> Option<Period> {
    let start = Month::new(i32::try_from(year).ok()?, 1)?;
    (1900..=2100).contains(&year).then_some(Period { start, months: 12 })
}

/// A direction of trade, or one that is a part of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Flow(Flow),
    /// Re-exports and re-imports, which exports and imports hold already.
    Part,
}

/// `X`, `M`, `Export`, `Imports`, `出口`; in Eurostat's files 1 is in and 2 out.
pub fn way(text: &[u8]) -> Option<Way> {
    // As nearly every row has it.
    match text {
        b"X" => return Some(Way::Flow(Flow::Export)),
        b"M" => return Some(Way::Flow(Flow::Import)),
        _ => {}
    }
    let lower = super::records::words(text).to_lowercase();
    Some(match lower.as_str() {
        "x" | "2" | "export" | "exports" | "exp" | "e" | "出口" => Way::Flow(Flow::Export),
        "m" | "1" | "import" | "imports" | "imp" | "i" | "进口" => Way::Flow(Flow::Import),
        _ if lower.starts_with("re-") || lower.starts_with("re ") => Way::Part,
        "rx" | "rm" | "dx" | "fm" | "mip" | "xip" | "mop" | "xop" | "3" | "4" => Way::Part,
        _ if lower.contains("re-export") || lower.contains("re-import") => Way::Part,
        _ => {
            const OUT: [&str; 3] = ["export", "ausfuhr", "esporta"];
            const IN: [&str; 2] = ["import", "einfuhr"];
            let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
            match (has(&OUT), has(&IN)) {
                (true, false) => Way::Flow(Flow::Export),
                (false, true) => Way::Flow(Flow::Import),
                _ => return None,
            }
        }
    })
}

/// How many tonnes one of a unit is, for units of weight.
pub fn tonnes(unit: &str) -> Option<f64> {
    match unit.trim().to_lowercase().as_str() {
        "t" | "ton" | "tons" | "tonne" | "tonnes" | "metric ton" | "metric tons" | "mt" | "吨"
        | "公吨" => Some(1.0),
        "kg" | "kgs" | "kilogram" | "kilograms" | "weight in kilograms" | "千克" | "公斤" => {
            Some(1e-3)
        }
        "g" | "gram" | "grams" | "克" => Some(1e-6),
        _ => None,
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
            ("4416", 4416.0),
            ("32825863.0", 32_825_863.0),
            ("1.6676579966980372", 1.667_657_996_698_037_2),
            ("639,240,426", 639_240_426.0),
            ("1,234.5", 1234.5),
            ("2715997517261", 2_715_997_517_261.0),
            ("1.5e7", 1.5e7),
            ("1 234", 1234.0),
            ("1'234'567.50", 1_234_567.5),
            ("1\u{a0}234", 1234.0),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
        for text in [
            "",
            "-0",
            "-5",
            "NaN",
            "inf",
            "1e999",
            "1,23",
            "12,34,56",
            "1.2.3",
            ".5",
            "5.",
            "=1+1",
            "0x1F",
            "1e",
            "9".repeat(60).as_str(),
        ] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(number(b"1.234,5", Marks::Comma), Some(1234.5));
        assert_eq!(number(b"12,5", Marks::Comma), Some(12.5));
    }

    #[test]
    fn months_are_read_as_files_write_them() {
        let november = Month::new(2024, 11).map(Period::month);
        for text in [
            "202411",
            "2024-11",
            "2024-11-01",
            "2024M11",
            "2024/11",
            "2024年11月",
            "11/2024",
            "Nov-2024",
            "Nov-24",
            "15.11.2024",
            "November 2024",
            "20241101",
        ] {
            assert_eq!(period(text.as_bytes()), november, "{text}");
        }
        let whole = Month::new(2024, 1).map(|start| Period { start, months: 12 });
        for text in ["2024", "202452", "202400"] {
            assert_eq!(period(text.as_bytes()), whole, "{text}");
        }
        for text in ["", "2024-13", "202413", "24-11", "November", "3024", "1e9", "2024-11-01x9 y"]
        {
            let _ = period(text.as_bytes());
        }
        assert_eq!(period(b"202413"), None);
        assert_eq!(period(b"November"), None);
    }

    #[test]
    fn ways_and_units() {
        assert_eq!(way(b"X"), Some(Way::Flow(Flow::Export)));
        assert_eq!(way(b"Imports"), Some(Way::Flow(Flow::Import)));
        assert_eq!(way(b"Re-Export"), Some(Way::Part));
        assert_eq!(way("出口".as_bytes()), Some(Way::Flow(Flow::Export)));
        assert_eq!(way(b"sideways"), None);
        assert_eq!(tonnes("千克"), Some(1e-3));
        assert_eq!(tonnes("Number of items"), None);
    }
}
