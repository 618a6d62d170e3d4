//! Its months: a word, a number, a year.

use super::Made;
use crate::stories::clock::{whole, year};
use crate::stories::language::date_words::Calendar;
use crate::stories::meaning::Meaning;
use crate::stories::sentence_reader::{Found, Reader};
use crate::trade::{Month, Period};

impl Calendar for Made {
    /// `kuu 5 2023`.
    fn months(reader: &Reader<'_>, at: usize) -> Option<Found> {
        let number =
            whole(reader.items, at + 1).filter(|_| reader.means(at) == Some(Meaning::MonthSign))?;
        match year(reader.items, at + 2) {
            Some(year) => Found::dated(Period::month(Month::new(year, number)?), 3),
            None => {
                let (month, also) = reader.bare(number);
                Found::bare(Period::month(month), also.map(Period::month), 2)
            }
        }
    }
}
