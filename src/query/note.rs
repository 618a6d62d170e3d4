//! A reader's notes as an address holds them: `2024-11_Licences`, or `2023-01.2023-06_Slump` for a range of
//! months.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::trade::Month;
use crate::util::CollectVec as _;

/// Words beside a month or a range of months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The first month.
    pub from: Month,
    /// The last month; the first one again for a note on one month.
    pub to: Month,
    /// The words.
    pub text: String,
}

impl Note {
    /// Notes in one view.
    const MOST: usize = 12;
    /// Letters in one note.
    const LONGEST: usize = 120;

    /// Reads notes separated by asterisks. Returns those that are valid, and whether all of them were.
    pub fn parse_all(text: &str) -> (Vec<Self>, bool) {
        let asked = text.split('*').count();
        let notes = text.split('*').filter_map(Self::parse).take(Self::MOST).collect_vec();
        let whole = notes.len() == asked;
        (notes, whole)
    }

    fn parse(text: &str) -> Option<Self> {
        let (months, words) = text.split_once('_')?;
        let (from, to) = months.split_once('.').unwrap_or((months, months));
        let (from, to) = (Month::parse(from)?, Month::parse(to)?);
        let words = words.replace('+', " ");
        let words = percent_decode_str(&words).decode_utf8().ok()?;
        let plain = |letter: char| if letter.is_control() { ' ' } else { letter };
        let text: String = words.trim().chars().map(plain).take(Self::LONGEST).collect();
        (from <= to && !text.is_empty()).then_some(Self { from, to, text })
    }

    /// Writes notes as [`Note::parse_all`] reads them.
    pub fn write_all(notes: &[Self]) -> String {
        notes.iter().map(Self::write).collect_vec().join("*")
    }

    fn write(&self) -> String {
        /// What stays as it is in every browser's hands.
        const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b' ');
        let words = utf8_percent_encode(&self.text, PLAIN).to_string().replace(' ', "+");
        let to = if self.to == self.from { String::new() } else { format!(".{}", self.to) };
        format!("{}{to}_{words}", self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_back_as_they_were_written() {
        for (address, texts) in [
            ("2024-11_Licences+begin", vec!["Licences begin"]),
            (
                "2023-01.2023-06_Slump%2C%201%2F2*2024-01_%E7%A8%80%E5%9C%9F",
                vec!["Slump, 1/2", "稀土"],
            ),
            ("2024-11_50%25%20_a%2Ab", vec!["50% _a*b"]),
        ] {
            let (notes, whole) = Note::parse_all(address);
            assert!(whole, "{address}");
            assert_eq!(notes.iter().map(|note| note.text.as_str()).collect::<Vec<_>>(), texts);
            assert_eq!(Note::parse_all(&Note::write_all(&notes)), (notes, true));
        }
        for wrong in [
            "",
            "2024-11",
            "2024-13_a",
            "2024-11_",
            "2024-11_+",
            "2024-11.2024-10_a",
            "2024-11_%FF",
        ] {
            assert_eq!(Note::parse_all(wrong), (Vec::new(), false), "{wrong}");
        }
        let many = ["2024-11_a"; 13].join("*");
        let (first, whole) = Note::parse_all(&many);
        assert!(first.len() == Note::MOST && !whole);
        let (good, whole) = Note::parse_all("2024-11_a*b*2024-12_c");
        assert!(good.len() == 2 && !whole);
    }
}
