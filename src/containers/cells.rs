//! A spreadsheet's cells as text: formatted numbers and dates, where the format adds something.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime, Style};

/// How a cell's number is shown, as far as that is more than its digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    #[default]
    Plain,
    /// With zeros before it, up to so many digits: a code.
    Padded(usize),
    /// The year of a date alone.
    Year,
    /// The year and the month of a date.
    Month,
    /// The month of a date alone.
    MonthAlone,
}

impl Form {
    /// By a cell's style.
    pub fn of(style: &Style) -> Self {
        style
            .number_format
            .as_ref()
            .map_or(Self::Plain, |format| Self::by_code(&format.format_code))
    }

    /// By a number format: `0000`, `mmm-yy`, `[$-409]yyyy`.
    fn by_code(code: &str) -> Self {
        let own = bare(code);
        if own.len() > 1 && own.bytes().all(|byte| byte == b'0') {
            return Self::Padded(own.len());
        }
        let has = |letters: [char; 2]| own.contains(letters);
        // Of a time, an m is a minute.
        if has(['h', 's']) || has(['d', 'D']) {
            return Self::Plain;
        }
        match (has(['y', 'e']), own.contains('m')) {
            (true, true) => Self::Month,
            (true, false) => Self::Year,
            (false, true) => Self::MonthAlone,
            (false, false) => Self::Plain,
        }
    }
}

/// The first section of a number format, in small letters, without words, colours and places.
fn bare(code: &str) -> String {
    let mut found = String::new();
    let (mut quoted, mut bracketed) = (false, false);
    let mut letters = code.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => bracketed = true,
            ']' => bracketed = false,
            _ if bracketed => {}
            '\\' | '_' | '*' => {
                letters.next();
            }
            ';' => break,
            _ => found.extend(letter.to_lowercase()),
        }
    }
    if found.trim() == "general" { String::new() } else { found.trim().to_owned() }
}

/// A cell of a sheet that is read row by row.
pub fn borrowed(value: &DataRef<'_>, form: Form) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Float(number) => number_words(*number, form),
        DataRef::Int(number) => number_words(*number as f64, form),
        DataRef::DateTime(date) => date_words(*date, form),
        DataRef::Bool(own) => own.to_string(),
        DataRef::String(text) => one_line(text),
        DataRef::SharedString(text) => one_line(text),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => day(text),
        DataRef::Error(own) => error_words(own),
    }
}

/// A cell of a sheet that is held whole.
pub fn owned(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::Float(number) => number_words(*number, Form::Plain),
        Data::Int(number) => number_words(*number as f64, Form::Plain),
        Data::DateTime(date) => date_words(*date, Form::Plain),
        Data::Bool(own) => own.to_string(),
        Data::String(text) => one_line(text),
        Data::DateTimeIso(text) | Data::DurationIso(text) => day(text),
        Data::Error(own) => error_words(own),
    }
}

/// Rows of a sheet are lines of the CSV, whatever stands in their cells.
fn one_line(text: &str) -> String {
    text.trim().replace(['\n', '\r'], " ")
}

fn error_words(error: &CellErrorType) -> String {
    error.to_string()
}

/// A number that no mark of thousands can be seen in: of three places behind the point, a fourth is
/// written, since `1.234` is 1,234 in half of the world.
fn number_words(number: f64, form: Form) -> String {
    let plain = number.to_string();
    match form {
        Form::Padded(digits) if number >= 0.0 && number.fract() == 0.0 => {
            format!("{plain:0>digits$}")
        }
        _ => match plain.split_once('.') {
            Some((_, places)) if places.len() == 3 => plain + "0",
            _ => plain,
        },
    }
}

fn date_words(date: ExcelDateTime, form: Form) -> String {
    // A date is a day since 1900; a duration or an hour of the day is none.
    if date.is_duration() || !(1.0..2_958_466.0).contains(&date.as_f64()) {
        return number_words(date.as_f64(), Form::Plain);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    match form {
        Form::Year => format!("{year:04}"),
        Form::Month => format!("{year:04}-{month:02}"),
        Form::MonthAlone => month.to_string(),
        Form::Plain | Form::Padded(_) => format!("{year:04}-{month:02}-{day:02}"),
    }
}

/// The day of a date with a time.
fn day(text: &str) -> String {
    text.split_once('T').map_or(text, |(day, _)| day).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn number_formats_say_what_is_shown_of_a_cell() {
        for (code, form) in [
            ("General", Form::Plain),
            ("0", Form::Plain),
            ("#,##0.00", Form::Plain),
            ("0000", Form::Padded(4)),
            ("000000;-000000", Form::Padded(6)),
            ("yyyy", Form::Year),
            ("[$-409]yyyy", Form::Year),
            ("mmm\\-yy", Form::Month),
            ("yyyy\"年\"m\"月\"", Form::Month),
            ("[$-804]yyyy\\/mm", Form::Month),
            ("mmmm", Form::MonthAlone),
            ("dd.mm.yyyy", Form::Plain),
            ("h:mm", Form::Plain),
            ("0\" t\"", Form::Plain),
            ("[Red]0.0", Form::Plain),
        ] {
            assert_eq!(Form::by_code(code), form, "{code}");
        }
    }

    #[test]
    fn numbers_and_dates_are_words_that_nobody_takes_for_others() {
        let number = |value, form| borrowed(&DataRef::Float(value), form);
        assert_eq!(number(10121.0, Form::Plain), "10121");
        assert_eq!(number(102.0, Form::Padded(4)), "0102");
        assert_eq!(number(1.234, Form::Plain), "1.2340");
        assert_eq!(number(-0.5, Form::Plain), "-0.5");
        assert_eq!(number(1e15, Form::Plain), "1000000000000000");
        let date = |value, form| {
            let date = ExcelDateTime::new(value, ExcelDateTimeType::DateTime, false);
            borrowed(&DataRef::DateTime(date), form)
        };
        assert_eq!(date(45_716.5, Form::Plain), "2025-02-28");
        assert_eq!(date(45_658.0, Form::Year), "2025");
        assert_eq!(date(45_658.0, Form::Month), "2025-01");
        assert_eq!(date(45_658.0, Form::MonthAlone), "1");
        assert_eq!(date(0.5, Form::Plain), "0.5");
        assert_eq!(borrowed(&DataRef::String(" 0102\nlive ".into()), Form::Plain), "0102 live");
        assert_eq!(
            borrowed(&DataRef::DateTimeIso("2025-01-31T00:00:00".into()), Form::Plain),
            "2025-01-31"
        );
    }
}
