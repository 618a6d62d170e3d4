//! Reads months and runs of months from cells and headings, in the formats and languages of statistical
//! offices and spreadsheets.

use crate::import::ASKS;
use crate::import::bytes::records::words;
use crate::trade::{Month, Period};
use crate::util::Lower as _;

/// What a file's dates mean where a cell alone does not say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// Whether of `1/2/2025` the first number is the month; nothing where nobody knows.
    pub month_first: Option<bool>,
    /// The month that a year of two numbers, `2010-11`, begins with; nothing where that is a month.
    pub fiscal: Option<u32>,
    /// Whether bare numbers are a spreadsheet's days.
    pub serial: bool,
    /// Whether a month stands for all of its year up to it.
    pub cumulative: bool,
    /// Whether the 1 of `2020.1` is what is left of 10, as where months were taken for decimals.
    pub october: bool,
    /// Whether numbers of three digits are years of the Republic, and such of five have a month behind them.
    pub republic: bool,
    /// Whether a number of four digits is a year before 1900 as well, as only a column of years says.
    pub early: bool,
}

/// The year before the first of the Republic, as Taiwan counts.
const REPUBLIC: u32 = 1911;

/// A year alone, whatever mark may stand behind it: `2024`, `2024.0`, `2024p`, `2024 (provisional)`.
pub fn bare_year(text: &str) -> Option<u32> {
    let text = text.trim();
    let (own, behind) = (text.get(..4)?, text.get(4..)?);
    let lower = behind.strip_suffix(".0").unwrap_or(behind).lower();
    // From a year to itself: `2019-2019`.
    let again = lower.strip_prefix('-') == Some(own);
    own.parse().ok().filter(|_| {
        again
            || lower.is_empty()
            || ASKS && lower.len() < 30 && pieces(&lower).iter().all(Piece::beside_year)
    })
}

/// A year and a month that stand in columns of their own; a month of 0 or 52 is the whole year,
/// and so is a year alone.
pub fn year_and_month(own: &str, number: Option<&str>) -> Option<Period> {
    let plain = |text: &str| text.strip_suffix(".0").unwrap_or(text).trim().to_owned();
    let named = || period(own.as_bytes(), Dates::default()).filter(|_| own.contains('民'));
    let own = bare_year(own).or_else(|| u32::try_from(named()?.start.year()).ok())?;
    let Some(number) = number.map(plain) else { return year(own, Dates::default()) };
    match number.parse::<u32>() {
        Ok(0 | 52) => year(own, Dates::default()),
        Ok(number) => month(own, number),
        Err(_) => {
            let lower = number.lower();
            let digits: String = lower.chars().take_while(char::is_ascii_digit).collect();
            let found = pieces(&lower);
            if let Some(run) = run_within(own, &found) {
                return Some(run);
            }
            let named = found.into_iter().find_map(|piece| match piece {
                Piece::Month(number) => Some(number),
                _ => None,
            });
            // `01. Janeiro`, `1月`, and a month that repeats its year: `2025-01`.
            let whole = || period(lower.as_bytes(), Dates::default());
            match named.or_else(|| digits.parse().ok().filter(|number| (1..=12).contains(number))) {
                Some(number) => month(own, number),
                None => whole().filter(|found| found.start.year() == own as i32),
            }
        }
    }
}

/// The months of a year that a cell runs through: `Jan-Mar`, `1-3月`.
fn run_within(own: u32, pieces: &[Piece<'_>]) -> Option<Period> {
    let ends: Vec<u32> = pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Month(number) | Piece::Number(number, 1 | 2) => Some(*number),
            _ => None,
        })
        .collect();
    let named = pieces.iter().filter(|piece| matches!(piece, Piece::Month(_))).count();
    let long = pieces.iter().any(|piece| matches!(piece, Piece::Number(_, 3..)));
    match ends.as_slice() {
        [first, last] if first < last && named != 1 && !long => {
            span(month(own, *first)?, month(own, *last)?)
        }
        _ => None,
    }
}

/// The same where both are plain numbers, or the month is as Comex Stat's site writes it: `01. Janeiro`; nothing of any
/// other, which may be a month as well.
pub fn plain_year_and_month(own: &str, number: Option<&str>) -> Option<Period> {
    const MONTHS: &str =
        "janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro";
    let own = whole(own.as_bytes()).filter(|_| own.len() == 4)?;
    let Some(number) = number else { return year(own, Dates::default()) };
    let (digits, name) = number.split_once(". ").unwrap_or((number, ""));
    let found = whole(digits.as_bytes()).filter(|_| (1..=2).contains(&digits.len()))?;
    match found {
        0 | 52 if name.is_empty() => year(own, Dates::default()),
        _ if name.is_empty() => month(own, found),
        _ => {
            let named = MONTHS.split('|').zip(1..).find(|(word, _)| name.lower() == *word)?.1;
            month(own, found).filter(|_| found == named)
        }
    }
}

/// Whether a cell of a column of quarters says that its row is of all of them.
pub fn is_whole_year(text: &str) -> bool {
    const WORDS: [&str; 11] = [
        "",
        "-",
        "annual",
        "year",
        "full year",
        "fy",
        "anual",
        "année",
        "jahr",
        "全年",
        "year total",
    ];
    WORDS.contains(&text.trim().lower().as_str())
}

/// How many months a word for the length of a period means: `annual`, `Q`, `monthly`, `P1Y`.
pub fn length_named(word: &str) -> Option<u16> {
    const LENGTHS: [(u16, &str); 4] = [
        (
            12,
            "a y p1y year years yearly annual annually anual anuel annuel annuelle jahr jährlich jaarlijks annuale rok roczne год годовой годовая yıllık 年 年度 年次 연간 년 fullyear calendaryear",
        ),
        (
            6,
            "s h p6m half-year halfyear halfyearly half-yearly semester semestral semiannual semi-annual semestriel halbjährlich semestrale halbjahr 半年 半年度 반기",
        ),
        (
            3,
            "q p3m quarter quarters quarterly trimestral trimestre trimestriel trimestrielle quartal vierteljährlich kwartaal trimestrale kwartał квартал квартальный çeyreklik 季 季度 四半期 분기",
        ),
        (
            1,
            "m p1m month months monthly mensual mensal mensuel mensuelle monat monatlich maandelijks mensile miesiąc месяц месячный aylık 月 月度 月次 월 월간",
        ),
    ];
    let lower = word.trim().lower();
    let (months, _) = LENGTHS.iter().find(|(_, words)| words.split(' ').any(|own| own == lower))?;
    Some(*months)
}

/// The period of so many months whose first or last month, or itself, is written; none where the months
/// written are no such period's, and where a year may begin in any month.
pub fn of_length(written: Period, months: u16) -> Option<Period> {
    if written.months != 1 {
        return (written.months == months).then_some(written);
    }
    let length = i32::from(months);
    let place = (written.start.number() as i32 - 1) % length;
    [0, length - 1].contains(&place).then(|| Period { start: written.start + -place, months })
}

/// The quarter of a year that a cell of a column of quarters names: `3`, `Q3`, `3Q`, `III`.
pub fn quarter(text: &str) -> Option<i32> {
    const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];
    let lower = text.trim().trim_end_matches(".0").lower();
    let own = lower
        .trim_matches(|letter: char| !letter.is_ascii_digit() && letter != 'i' && letter != 'v');
    let number = ROMAN.iter().position(|word| *word == own).map(|at| at as i32 + 1);
    let letters = lower.chars().filter(|letter| letter.is_alphabetic()).count();
    let short = letters <= 4 || lower.contains("quart") || lower.contains("trim");
    number.or_else(|| own.parse().ok()).filter(|number| short && (1..=4).contains(number))
}

/// What a piece of a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Number(u32, usize),
    Month(u32),
    Word(&'a str),
}

impl Piece<'_> {
    /// Whether it may stand beside a year and leave it a whole one. Other words may be a month that
    /// nobody knows.
    fn beside_year(&self) -> bool {
        const WORDS: &str = "fy cy yr year years annual annually fiscal financial calendar total sum provisional preliminary prelim prov revised rev estimate estimated final definitive año ano anno année annee annuel anual jahr rok rik god год года yıl vuosi år jaar provisorio provisório provisorisch provisoria provisória provvisorio provvisoria provisoire предварительные оценка geschätzt endgültig provisionnel preliminar preliminares définitif definitivo vorläufig voorlopig foreløpig preliminär stima";
        match self {
            Piece::Word(own) => {
                own.chars().count() == 1
                    || own.starts_with(|letter: char| letter > '\u{2e80}')
                    || WORDS.split(' ').any(|word| word == *own)
            }
            _ => false,
        }
    }

    /// Whether it may stand beside a month by its number: behind other words a number is another, as in
    /// `Total 1 2016` and `Week 5 2024`.
    fn beside_month(&self) -> bool {
        const WORDS: &str = "month months monthly monat monats mois mes mês mese ay maand måned miesiąc miesiac kuukausi bulan месяц месяца місяць tháng period periode período periodo période of de del do di des du in im en em the ended ending ende as at to date datum fecha utc full";
        match self {
            Piece::Word("total" | "sum" | "year" | "years" | "w") => false,
            // Of other languages not all such words are known.
            Piece::Word(own) => {
                self.beside_year() || !own.is_ascii() || WORDS.split(' ').any(|word| word == *own)
            }
            _ => true,
        }
    }
}

/// What a cell holds: `202411`, `2024-11-01`, `11/2024`, `Nov-24`, `2024`, `Jan.-Dec. 2025`, `2025Q1`; a
/// month of 52 or 00 stands for the whole year in some files.
pub fn period(text: &[u8], dates: Dates) -> Option<Period> {
    if matches!(text.len(), 4 | 6)
        && let Some(number) = whole(text)
    {
        return numbered_period(text.len(), number, dates);
    }
    let latin;
    let text = match std::str::from_utf8(text) {
        Ok(text) => text.trim(),
        // `Déc. 2024` in Latin-1, as cells of it are read.
        Err(_) => {
            latin = words(text);
            &latin
        }
    };
    // No date is as long, and what follows looks at a piece at a time.
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    if let Some(found) = of_statline(text) {
        return Some(until(found, dates.cumulative));
    }
    let lower = text.lower();
    let pieces = pieces(&lower);
    let found = read(&lower, &pieces, dates)?;
    let cumulative =
        ["cumul", "ytd", "year to date", "累计", "acum"].iter().any(|word| lower.contains(word));
    // A year until now, of which nobody says how much, is no year.
    let bare = found.months == 12 && !pieces.iter().any(|piece| matches!(piece, Piece::Month(_)));
    (!cumulative || !bare).then(|| until(found, dates.cumulative || cumulative))
}

/// A period as most files write it, `202411`, `2024`, `2024-11` or `11/2024`; nothing of any other, which may be one as
/// well.
pub fn plain_period(text: &[u8], dates: Dates) -> Option<Period> {
    let (own, number) = match text {
        [own @ .., b'-', _, _] if own.len() == 4 => (own, text.get(5..)?),
        [_, _, b'/', own @ ..] if own.len() == 4 => (own, text.get(..2)?),
        _ => {
            let number = whole(text).filter(|_| matches!(text.len(), 4 | 6))?;
            return numbered_period(text.len(), number, dates);
        }
    };
    let found = month(whole(own)?, whole(number)?);
    found.filter(|_| dates.fiscal.is_none()).map(|found| until(found, dates.cumulative))
}

/// What a number of four or of six digits is.
fn numbered_period(digits: usize, number: u32, dates: Dates) -> Option<Period> {
    let found = match digits {
        4 => year(number, dates),
        _ if matches!(number % 100, 0 | 52) => year(number / 100, dates),
        _ => month(number / 100, number % 100),
    };
    found.map(|found| until(found, dates.cumulative))
}

/// A time as StatLine codes it: `2024MM11`, `2024KW03`, `2024JJ00`.
fn of_statline(text: &str) -> Option<Period> {
    let (own, rest) = text.split_at_checked(4)?;
    let (kind, number) = rest.split_at_checked(2).filter(|(_, number)| number.len() == 2)?;
    let (own, number): (u32, u32) = (own.parse().ok()?, number.parse().ok()?);
    match (kind, number) {
        ("MM", 1..=12) => month(own, number),
        ("KW", 1..=4) => span(month(own, number * 3 - 2)?, month(own, number * 3)?),
        ("JJ", 0) => span(month(own, 1)?, month(own, 12)?),
        _ => None,
    }
}

/// A month, or all of its year up to it.
pub fn until(found: Period, cumulative: bool) -> Period {
    if !cumulative || found.months != 1 {
        return found;
    }
    let start = found.start.january();
    Period { start, months: (found.start - start) as u16 + 1 }
}

fn read(text: &str, pieces: &[Piece<'_>], dates: Dates) -> Option<Period> {
    let months: Vec<u32> = pieces
        .iter()
        .filter_map(|piece| if let Piece::Month(number) = piece { Some(*number) } else { None })
        .collect();
    let numbers: Vec<(u32, usize)> = pieces
        .iter()
        .filter_map(|piece| {
            if let Piece::Number(number, length) = piece { Some((*number, *length)) } else { None }
        })
        .collect();
    let long = |(number, length): &(u32, usize)| if *length == 4 { Some(*number) } else { None };
    let years: Vec<u32> = numbers.iter().filter_map(long).collect();
    if let Some(found) = national(text, &numbers) {
        return found;
    }
    if let ([own], [last]) = (years.as_slice(), months.as_slice())
        && reaches(pieces)
    {
        return span(month(*own, 1)?, month(*own, *last)?);
    }
    if !months.is_empty() {
        return if is_ordinal(text, &months, &numbers) {
            None
        } else {
            named(&months, &numbers, &years)
        };
    }
    let years = if years.is_empty() { short_year(pieces, &numbers) } else { years };
    if let Some(found) = months_until(pieces, &years).or_else(|| part_of_year(text, pieces, &years))
    {
        return found;
    }
    numeric(text, pieces, &numbers, dates)
}

/// Whether all of a year until a month is named: `2025 through March`.
fn reaches(pieces: &[Piece<'_>]) -> bool {
    let until = |pair: &[Piece<'_>]| {
        matches!(pair, [Piece::Word("through" | "thru" | "bis" | "até"), Piece::Month(_)])
    };
    pieces.windows(2).any(until)
}

/// A date in the years of a country's own: of the Republic (113年1月 is January 2024), of Japan's eras,
/// of the Buddha as Thailand counts.
fn national(text: &str, numbers: &[(u32, usize)]) -> Option<Option<Period>> {
    const ERAS: [(&str, u32); 5] =
        [("民國", REPUBLIC), ("民国", REPUBLIC), ("令和", 2018), ("平成", 1988), ("昭和", 1925)];
    const THAI: [&str; 12] = [
        "มกราคม|ม.ค.",
        "กุมภาพันธ์|ก.พ.",
        "มีนาคม|มี.ค.",
        "เมษายน|เม.ย.",
        "พฤษภาคม|พ.ค.",
        "มิถุนายน|มิ.ย.",
        "กรกฎาคม|ก.ค.",
        "สิงหาคม|ส.ค.",
        "กันยายน|ก.ย.",
        "ตุลาคม|ต.ค.",
        "พฤศจิกายน|พ.ย.",
        "ธันวาคม|ธ.ค.",
    ];
    let (first, rest) = numbers.split_first()?;
    if let [(number @ 2400..2700, 4)] = numbers
        && text.contains(|letter: char| ('\u{e00}'..'\u{e80}').contains(&letter))
    {
        let place = |names: &&str| names.split('|').find_map(|name| text.find(name));
        let named = || {
            let months = THAI.iter().zip(1..);
            months.filter_map(|(names, number)| Some((place(names)?, number)))
        };
        // Two months are all from the first to the last: ม.ค.-มิ.ย.
        let (first, last) = (named().min(), named().max());
        return Some(match first.zip(last) {
            Some(((_, first), (_, last))) => month(number - 543, first)
                .zip(month(number - 543, last))
                .and_then(|(first, last)| span(first, last)),
            None if text.contains("พ.ศ.") || text.contains("ปี") => {
                year(number - 543, Dates::default())
            }
            None => None,
        });
    }
    let own = ERAS.iter().find(|(era, _)| text.contains(era)).map(|(_, before)| *before);
    // Three digits before 年 are the Republic's: no other count of years is there today.
    let before = match own {
        Some(before) => before,
        None if first.1 == 3 && (100..200).contains(&first.0) && text.contains('年') => REPUBLIC,
        None => return None,
    };
    (first.1 < 4).then(|| dated(before + first.0, rest))
}

/// A year, a month of it, or a run of months.
fn dated(own: u32, rest: &[(u32, usize)]) -> Option<Period> {
    match rest {
        [] => year(own, Dates::default()),
        [(number, _)] => month(own, *number),
        [(first, _), (last, _)] if last >= first && *last <= 12 => {
            span(month(own, *first)?, month(own, *last)?)
        }
        [(number, _), ..] => month(own, *number),
    }
}

/// Whether a month's own number stands before its name and no year beside it: `01. Janeiro`.
fn is_ordinal(text: &str, months: &[u32], numbers: &[(u32, usize)]) -> bool {
    let behind = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    matches!((months, numbers), ([month], [(number, 1 | 2)]) if month == number)
        && behind.len() < text.len()
        && behind.starts_with(['.', ' ', ')', ':'])
}

/// `Nov-2024`, `2024 Nov`, `01JAN2025`, `Jan.-Dec. 2025`, `April 2024 - March 2025`.
fn named(months: &[u32], numbers: &[(u32, usize)], years: &[u32]) -> Option<Period> {
    let short = || {
        let (number, length) = numbers.last().copied()?;
        (length == 2).then(|| century(number))
    };
    match (months, years) {
        ([one], [own]) => month(*own, *one),
        ([one], []) => month(short()?, *one),
        ([first, last], [own]) if first <= last => span(month(*own, *first)?, month(*own, *last)?),
        ([first, last], []) if first <= last => {
            span(month(short()?, *first)?, month(short()?, *last)?)
        }
        // `July - June 2023-24`: two months and both of their years. One year is the last month's:
        // `Apr-Jan 2025`.
        ([first, last], [own]) => {
            let next =
                numbers.iter().any(|(number, length)| *length == 2 && *number == (own + 1) % 100);
            let ends = if next { own + 1 } else { *own };
            span(month(ends - 1, *first)?, month(ends, *last)?)
        }
        ([first, last], [one, other]) => span(month(*one, *first)?, month(*other, *last)?),
        _ => None,
    }
}

/// The year of two digits beside a quarter or a half: `Q1-23`, `1Q23`, `H2 24`.
fn short_year(pieces: &[Piece<'_>], numbers: &[(u32, usize)]) -> Vec<u32> {
    let part = |piece: &Piece<'_>| matches!(piece, Piece::Word("q" | "qtr" | "quarter" | "h"));
    match numbers {
        [(1..=4, 1), (own, 2)] | [(own, 2), (1..=4, 1)] if pieces.iter().any(part) => {
            vec![century(*own)]
        }
        _ => Vec::new(),
    }
}

/// So many months of a year: `9M 2024`, `first 9 months of 2024`. In `2024M09` the month stands behind.
fn months_until(pieces: &[Piece<'_>], years: &[u32]) -> Option<Option<Period>> {
    const WORDS: &str = "m mo months meses mois mesi monate мес месяцев";
    let [own] = years else { return None };
    // What a word stands right before numbers something else: `2022 Q2 (£m)`.
    let number =
        pieces.iter().enumerate().find_map(|(at, piece)| match (piece, pieces.get(at + 1)) {
            (Piece::Number(number, 1 | 2), Some(Piece::Word(word))) => {
                let before = at.checked_sub(1).and_then(|at| pieces.get(at));
                let other = word.len() < 3 && matches!(before, Some(Piece::Word(_)));
                (!other && WORDS.split(' ').any(|known| known == *word)).then_some(*number)
            }
            _ => None,
        })?;
    let first = month(*own, 1).filter(|_| (1..=12).contains(&number));
    Some(first.map(|found| Period { months: number as u16, ..found }))
}

/// The part of a year that words among others name, by its first and last month, and the year where one stands beside
/// it: `Jan-Jun 2025 only`, `上半年3.4亿`, `first eight months`. Nothing where they name all of one.
pub fn part_named(text: &str) -> Option<((u32, u32), Option<i32>)> {
    let lower = text.lower();
    let clauses = lower.split([';', '；', '，', '。', '(', ')', '（', '）', '|', '[', ']']);
    clauses.filter(|clause| clause.len() < 200).find_map(part_of_clause)
}

fn part_of_clause(clause: &str) -> Option<((u32, u32), Option<i32>)> {
    // What stands between two months makes them a run.
    const BETWEEN: &str = "to through thru until till a à al au bis tot hasta até do по до";
    const UNTIL: &str = "through thru until till up ytd hasta até bis jusqu до 截至";
    const COUNTED: &str =
        "months month meses mois mesi monate monaten мес месяцев 个月 個月 か月 ヶ月 개월";
    const MONTHS: &str = "月 월";
    const THREE: &str = "three trois tres três drei tre три";
    const QUARTERS: &str = "quarters trimestres quartale trimestri квартала";
    const WRITTEN: [&str; 10] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"];
    let all = pieces(clause);
    let long = |piece: &Piece<'_>| match piece {
        Piece::Number(number @ 1900..=2100, 4) => Some(*number as i32),
        _ => None,
    };
    let mut years: Vec<i32> = all.iter().filter_map(long).collect();
    years.dedup();
    let year = if let [one] = years.as_slice() { Some(*one) } else { None };
    // What goes on from one year to another is no part of either.
    let own: Vec<&Piece<'_>> =
        all.iter().filter(|piece| years.len() > 1 || long(piece).is_none()).collect();
    // East Asia writes no blanks between words.
    let is = |piece: &Piece<'_>, words: &str| {
        let same = |own: &str, word: &str| own == word || !word.is_ascii() && own.starts_with(word);
        matches!(piece, Piece::Word(own) if words.split(' ').any(|word| same(own, word)))
    };
    let run = own.iter().enumerate().find_map(|(at, piece)| {
        let next = |step: usize| own.get(at + step).copied();
        let soon = || [next(1), next(2)];
        match (piece, next(1), next(2)) {
            (Piece::Month(first), Some(Piece::Month(last)), _) if first < last => {
                Some((*first, *last))
            }
            (Piece::Month(first), Some(word), Some(Piece::Month(last)))
                if first < last && is(word, BETWEEN) =>
            {
                Some((*first, *last))
            }
            // `1-8月`, `1至8月`.
            (Piece::Number(first, 1 | 2), Some(Piece::Number(last, 1 | 2)), Some(word))
                if first < last && *last <= 12 && is(word, MONTHS) =>
            {
                Some((*first, *last))
            }
            (Piece::Number(first, 1 | 2), Some(between), Some(Piece::Number(last, 1 | 2)))
                if first < last
                    && *last <= 12
                    && is(between, "至 到 월")
                    && next(3).is_some_and(|word| is(word, MONTHS)) =>
            {
                Some((*first, *last))
            }
            (until, Some(Piece::Number(last @ 1..=12, 1 | 2)), Some(word))
                if is(until, UNTIL) && is(word, MONTHS) =>
            {
                Some((1, *last))
            }
            (Piece::Number(number @ 1..=12, 1 | 2), Some(word), _) if is(word, COUNTED) => {
                Some((1, *number))
            }
            (Piece::Word(number), Some(word), _) if is(word, COUNTED) => {
                WRITTEN.iter().position(|own| own == number).map(|at| (1, at as u32 + 2))
            }
            (word, ..)
                if is(word, THREE) && soon().into_iter().flatten().any(|own| is(own, QUARTERS)) =>
            {
                Some((1, 9))
            }
            (word, ..) if is(word, UNTIL) => {
                soon().into_iter().flatten().find_map(|own| match own {
                    Piece::Month(last) => Some((1, *last)),
                    _ => None,
                })
            }
            _ => None,
        }
    });
    let run = run.or_else(|| {
        let said = [
            "quarter",
            "quartal",
            "trimestre",
            "half",
            "semest",
            "halbjahr",
            "季度",
            "半年",
            "半期",
            "반기",
        ];
        let short = |word: &str| {
            let two: Vec<char> = word.chars().collect();
            matches!(two.as_slice(), ['h' | 'q', '1'..='4'] | ['1'..='4', 'h' | 'q'])
        };
        let words = || clause.split(|letter: char| !letter.is_alphanumeric());
        // `9M`, where no money counts millions.
        let counted = |word: &str| {
            let number = word.strip_suffix('m').and_then(|own| own.parse().ok());
            number.filter(|own| (2..12).contains(own) && !clause.contains(['$', '€', '£', '¥']))
        };
        if let Some(number) = words().find_map(counted) {
            return Some((1, number));
        }
        if !said.iter().any(|own| clause.contains(own)) && !words().any(short) {
            return None;
        }
        let said =
            pieces("2001").into_iter().chain(all.iter().filter(|own| long(own).is_none()).copied());
        let said: Vec<Piece<'_>> = said.collect();
        let found = part_of_year(clause, &said, &[2001])??;
        Some((found.start.number(), found.end().number()))
    });
    run.filter(|own| *own != (1, 12) && own.0 > 0).map(|run| (run, year))
}

/// A quarter or half of a year: `2025Q1`, `1st quarter 2025`, `T1 2025`, `2025 H1`.
fn part_of_year(text: &str, pieces: &[Piece<'_>], years: &[u32]) -> Option<Option<Period>> {
    const SIGNS: [&str; 4] = ["一", "二", "三", "四"];
    const PARTS: [(&[&str], u32); 2] = [
        (
            &[
                "q",
                "qtr",
                "quarter",
                "quartal",
                "trim",
                "trimestre",
                "t",
                "季度",
                "季",
                "分기",
                "분기",
                "kwartał",
                "kwartaal",
                "kvartal",
                "kvartál",
                "quartile",
                "çeyrek",
                "quý",
                "trimestr",
                "квартал",
                "кв",
                "四半期",
            ],
            3,
        ),
        (&["h", "s", "half", "semester", "semestre", "halbjahr", "半年", "半期", "반기"], 6),
    ];
    let word = |words: &[&str]| {
        pieces.iter().position(|piece| matches!(piece, Piece::Word(own) if words.contains(own)))
    };
    let [own] = years else { return None };
    for (words, length) in PARTS {
        let at = word(words);
        // East Asia writes no blanks: 2025年第一季度.
        let within = words.iter().any(|word| !word.is_ascii() && text.contains(word));
        if at.is_none() && !within {
            continue;
        }
        // A letter alone may stand for something else: `1/2023 (t)`.
        let letter =
            at.is_some_and(|at| matches!(pieces.get(at), Some(Piece::Word(own)) if own.len() == 1));
        let near = at.map(|at| {
            let before = at.checked_sub(2).filter(|_| !letter);
            [at.checked_add(1), at.checked_sub(1), before]
        });
        let near = near.unwrap_or_default();
        let number = near.into_iter().flatten().find_map(|at| match pieces.get(at) {
            Some(Piece::Number(number, 1)) => Some(*number),
            _ => None,
        });
        let digit = || numbered(text, words);
        let roman = || {
            let of = |own: &str| match own {
                "i" => Some(1),
                "ii" => Some(2),
                "iii" => Some(3),
                "iv" => Some(4),
                _ => None,
            };
            pieces
                .iter()
                .find_map(|piece| if let Piece::Word(own) = piece { of(own) } else { None })
        };
        let signs =
            if length == 6 { ["上|전반|상반", "下|후반|하반", "", ""] } else { SIGNS };
        let sign = || {
            let told =
                |sign: &&str| sign.split('|').any(|own| !own.is_empty() && text.contains(own));
            signs.iter().position(told).map(|at| at as u32 + 1)
        };
        // From January on: 前三季度.
        let until = length == 3 && text.contains('前');
        let number = number.or_else(digit).or_else(roman).or_else(sign).or_else(|| ordinal(pieces));
        let fits = number.filter(|number| (1..=12 / length).contains(number));
        let Some(number) = fits else {
            // A part of a year of which nobody says which is no year.
            let named = |at: usize| matches!(pieces.get(at), Some(Piece::Word(own)) if own.chars().count() > 1);
            return (within || at.is_some_and(named)).then_some(None);
        };
        if until {
            let first = month(*own, 1);
            return Some(first.map(|found| Period { months: (number * 3) as u16, ..found }));
        }
        let start = (number - 1) * length + 1;
        return Some(month(*own, start).map(|found| Period { months: length as u16, ..found }));
    }
    None
}

/// The number that a word puts in order: `first half 2024`, `zweites Quartal 2024`.
fn ordinal(pieces: &[Piece<'_>]) -> Option<u32> {
    const WORDS: [&str; 4] = [
        "first erstes primer primeiro premier primo",
        "second zweites segundo deuxième secondo",
        "third drittes tercer terceiro troisième terzo",
        "fourth viertes cuarto quarto quatrième",
    ];
    let named = |own: &str| {
        WORDS.iter().zip(1..).find(|(words, _)| words.split(' ').any(|word| word == own))
    };
    pieces.iter().find_map(|piece| match piece {
        Piece::Word(own) => named(own).map(|(_, number)| number),
        _ => None,
    })
}

/// The digit right before a word of East Asia: 2025年第1季度.
fn numbered(text: &str, words: &[&str]) -> Option<u32> {
    let at = words.iter().filter(|word| !word.is_ascii()).find_map(|word| text.find(word))?;
    text.get(..at)?.chars().next_back()?.to_digit(10)
}

fn numeric(
    text: &str,
    pieces: &[Piece<'_>],
    numbers: &[(u32, usize)],
    dates: Dates,
) -> Option<Period> {
    let fiscal_word = pieces.iter().any(|piece| matches!(piece, Piece::Word("fy" | "fiscal")));
    let year = |number: u32| {
        if fiscal_word && dates.fiscal.is_none() { None } else { year(number, dates) }
    };
    match numbers {
        [(number, 4)]
            if pieces
                .iter()
                .filter(|piece| matches!(piece, Piece::Word(_)))
                .all(Piece::beside_year) =>
        {
            year(*number)
        }
        [(own, 2), (other, 2)] if fiscal_word && (own + 1) % 100 == *other => {
            pair(century(*own), century(*own) + 1, dates)
        }
        // Of the Republic: 112/01.
        [(own @ 90..=150, 2..=3), (number, 2)] if text.contains('/') => {
            month(own + REPUBLIC, *number)
        }
        [(own, 3)] if dates.republic => year(own + REPUBLIC),
        [(own, 5)] if dates.republic => month(own / 100 + REPUBLIC, own % 100),
        [(number, 6)] if matches!(number % 100, 0 | 52) => year(number / 100),
        [(number, 6)] => month(number / 100, number % 100),
        [(number, 8)] => month(number / 10_000, number / 100 % 100),
        [(number, 5)] | [(number, 5), (0, 1)] if dates.serial => serial(*number),
        [(number, 2)] if fiscal_word => year(century(*number)),
        // A year, and a month that something else than a date's marks may follow.
        [(own, 4), (other, 4)] if own == other => year(*own),
        [(own, 4), (other, 4)] => pair(*own, *other, dates),
        [(own, 4), (other, 2)] if dates.fiscal.is_some() && (own + 1) % 100 == *other => {
            pair(*own, own + 1, dates)
        }
        [(own, 4), (0 | 52, 2)] => year(*own),
        [(own, 4), (1, 1)] if dates.october && text.contains('.') => month(*own, 10),
        [(own, 4), (number, 1 | 2)] | [(number, 1 | 2), (own, 4)]
            if pieces.iter().all(Piece::beside_month) =>
        {
            month(*own, *number)
        }
        // `1-12月` is a run of months of some year.
        [(number, 1 | 2), (own, 2)]
            if (!text.contains(['月', '월']) || text.contains(['年', '년']))
                && pieces
                    .iter()
                    .all(|piece| matches!(piece, Piece::Number(..)) || piece.beside_year()) =>
        {
            month(century(*own), *number)
        }
        [(own, 4), (first, 1 | 2), (last, 1 | 2), ..]
            if text.contains('月') || text.contains('월') =>
        {
            let full = text.contains('日') || text.contains('일');
            if full { month(*own, *first) } else { span(month(*own, *first)?, month(*own, *last)?) }
        }
        // A run between two months that are written out: 2025/01-2025/06, 202501-202506.
        [(own, 4), (first, 1 | 2), (until, 4), (last, 1 | 2)]
        | [(first, 1 | 2), (own, 4), (last, 1 | 2), (until, 4)] => {
            span(month(*own, *first)?, month(*until, *last)?)
        }
        [(first, 6), (last, 6)] => {
            span(month(first / 100, first % 100)?, month(last / 100, last % 100)?)
        }
        // As ISO 8601 has it, whether a time follows or not.
        [(own, 4), (number, 1 | 2), (1..=31, 1 | 2), ..] => month(*own, *number),
        [(one, 1 | 2), (other, 1 | 2), (own, length @ (2 | 4)), ..] => {
            let own = if *length == 2 { century(*own) } else { *own };
            let day_first = match (*one > 12, *other > 12) {
                (true, false) => true,
                (false, true) => false,
                (true, true) => return None,
                // With points, the day stands first.
                _ if text.contains('.') || one == other => true,
                _ => !dates.month_first?,
            };
            let day = if day_first { *one } else { *other };
            let number = if day_first { *other } else { *one };
            (1..=31).contains(&day).then(|| month(own, number)).flatten()
        }
        _ => None,
    }
}

/// A year that two numbers name, `2010-2011`; where they are no neighbours, all years between them.
fn pair(own: u32, other: u32, dates: Dates) -> Option<Period> {
    if other == own + 1 {
        let start = month(own, dates.fiscal?)?;
        return Some(Period { months: 12, ..start });
    }
    None
}

fn span(first: Period, last: Period) -> Option<Period> {
    let months = u16::try_from(last.start - first.start + 1).ok()?;
    (1..=600).contains(&months).then_some(Period { start: first.start, months })
}

/// A spreadsheet's day: days since the end of 1899.
fn serial(days: u32) -> Option<Period> {
    let (mut year, mut rest) = (1900, days.checked_sub(61)?);
    // Day 61 is 1 March 1900.
    let mut number = 3;
    loop {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let length = match number {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if rest < length || year > 2100 {
            return month(year, number);
        }
        rest -= length;
        number += 1;
        if number > 12 {
            (year, number) = (year + 1, 1);
        }
    }
}

/// As spreadsheets shorten a year, and as they lengthen it again.
const fn century(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

/// A text's numbers, names of months and other words.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = |letter: char| (letter.is_ascii_digit(), letter.is_alphabetic());
        let own = kind(first);
        // A letter of East Asia is a word of its own.
        let wide = |letter: char| letter > '\u{2e80}';
        let end = rest
            .char_indices()
            .find(|(at, letter)| *at > 0 && (kind(*letter) != own || wide(*letter) != wide(first)))
            .map_or(rest.len(), |(at, _)| at);
        let (word, later) = rest.split_at(end);
        match own {
            (true, _) => {
                found.extend(word.parse().ok().map(|number| Piece::Number(number, word.len())))
            }
            (_, true) => found.push(month_named(word).map_or(Piece::Word(word), Piece::Month)),
            _ => {}
        }
        rest = later;
        // More than any date has.
        if found.len() > 16 {
            break;
        }
    }
    found
}

/// The month that a word names or shortens: three letters of a name or more, and nothing behind them, for
/// “general”, “main” and “market” are no months.
fn month_named(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january janvier enero januar jänner janeiro gennaio",
        "february février fevrier febrero februar feber fevereiro febbraio",
        "march mars marzo märz março marco",
        "april avril abril aprile apl",
        "may mai mayo maio maggio",
        "june juin junio juni junho giugno",
        "july juillet julio juli julho luglio",
        "august août aout agosto",
        "september septembre septiembre setiembre setembro settembre",
        "october octobre octubre oktober outubro ottobre",
        "november novembre noviembre novembro",
        "december décembre decembre diciembre dezember dezembro dicembre",
    ];
    const NUMERALS: [&str; 12] = [
        "一月",
        "二月",
        "三月",
        "四月",
        "五月",
        "六月",
        "七月",
        "八月",
        "九月",
        "十月",
        "十一月",
        "十二月",
    ];
    if let Some(at) = NUMERALS.iter().position(|name| *name == word) {
        return Some(at as u32 + 1);
    }
    // Nothing else is as short, and most words of a table are codes of two letters.
    if word.chars().count() < 3 {
        return None;
    }
    // Of other languages whole words, for their beginnings are those of too many others.
    const WHOLE: [&str; 12] = [
        "янв январь января styczeń sty ocak oca ledna leden tammikuu januari január يناير",
        "фев февр февраль февраля luty lut şubat şub únor helmikuu februari február فبراير",
        "мар март марта marzec mart březen maaliskuu maret maart mrt marts mrz március marec مارس",
        "апр апрель апреля kwiecień kwi nisan duben huhtikuu április apríl أبريل ابريل",
        "май мая maj mei mayıs květen toukokuu május máj مايو",
        "июн июнь июня czerwiec cze haziran haz يونيو červen kesäkuu június jún",
        "июл июль июля lipiec lip temmuz يوليو červenec heinäkuu július júl",
        "авг август августа sierpień sie ağustos agustus agt ağu أغسطس اغسطس srpen elokuu augusti augustus augusztus",
        "сен сент сентябрь сентября wrzesień wrz eylül eyl سبتمبر září syyskuu szeptember",
        "окт октябрь октября październik paź ekim أكتوبر اكتوبر říjen lokakuu október",
        "ноя нояб ноябрь ноября listopad lis kasım marraskuu نوفمبر",
        "дек декабрь декабря grudzień gru aralık prosinec joulukuu desember desembre des ديسمبر",
    ];
    let at = WHOLE.iter().position(|names| names.split(' ').any(|name| name == word));
    if let Some(at) = at {
        return Some(at as u32 + 1);
    }
    let fits = |at: &usize| {
        NAMES.get(*at).is_some_and(|names| names.split(' ').any(|name| name.starts_with(word)))
    };
    let mut found = (0..12).filter(fits);
    // What begins two months names none: “jui”.
    let first = found.next()?;
    found.next().is_none().then_some(first as u32 + 1)
}

fn whole(text: &[u8]) -> Option<u32> {
    text.iter().try_fold(0u32, |sum, byte| match byte {
        b'0'..=b'9' => Some(sum * 10 + u32::from(byte - b'0')),
        _ => None,
    })
}

/// A month of the years that trade is told of. Numbers far ahead of these are years of the Buddha, as Thailand counts
/// them; no heading of goods has any of them.
pub fn month(year: u32, number: u32) -> Option<Period> {
    let year = if (2531..2600).contains(&year) { year - 543 } else { year };
    let start = Month::new(i32::try_from(year).ok()?, number)?;
    (1900..=2100).contains(&year).then_some(Period::month(start))
}

fn year(year: u32, dates: Dates) -> Option<Period> {
    // A fiscal year that one number names is the one that ends in it.
    let (own, first) = match dates.fiscal {
        Some(first) if first > 1 => (year.checked_sub(1)?, first),
        _ => (year, 1),
    };
    let start = match Month::new(i32::try_from(own).ok()?, first) {
        Some(start) if dates.early && is_early(own) => Period::month(start),
        _ => month(own, first)?,
    };
    Some(Period { months: 12, ..start })
}

/// Whether a number is a year before those that trade is mostly told of, and after those that no month is
/// known of.
const fn is_early(year: u32) -> bool {
    year >= 1500 && year < 1900
}

/// Whether a text names a fiscal year by one number, the year that it ends in: `FY23`, `FY 2023 imports`.
pub fn is_fiscal(text: &str) -> bool {
    let lower = text.lower();
    let pieces = pieces(&lower);
    let number = |piece: &Piece<'_>| matches!(piece, Piece::Number(..));
    let fiscal = |pair: &[Piece<'_>]| matches!(pair, [Piece::Word("fy"), Piece::Number(_, 2 | 4)]);
    pieces.windows(2).any(fiscal) && pieces.iter().filter(|piece| number(piece)).count() == 1
}

/// Whether a text is a year of two numbers: `2010-11`, `FY 2010/2011`, `FY22-23`.
pub fn is_pair(text: &str) -> bool {
    let digits: Vec<&str> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let [one, other] = digits.as_slice() else { return false };
    let numbers = one.parse::<u32>().ok().zip(other.parse::<u32>().ok());
    let short =
        || one.len() == 2 && text.get(..2).is_some_and(|own| own.eq_ignore_ascii_case("fy"));
    (one.len() == 4 || short())
        && matches!(other.len(), 2 | 4)
        && numbers.is_some_and(|(one, other)| (one + 1) % 100 == other % 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        read_by(text, Dates::default())
    }

    #[test]
    fn what_is_plain_is_read_as_all_times_are() {
        let cumulative = Dates { cumulative: true, ..Dates::default() };
        for (own, number) in (1800..2650).flat_map(|own| (0..60).map(move |number| (own, number))) {
            for dates in [Dates::default(), cumulative] {
                for text in [
                    format!("{own}"),
                    format!("{own}{number:02}"),
                    format!("{own}-{number:02}"),
                    format!("{number:02}/{own}"),
                ] {
                    let plain = plain_period(text.as_bytes(), dates);
                    assert!(plain.is_none() || plain == period(text.as_bytes(), dates), "{text}");
                }
            }
            for month in [format!("{number}"), format!("{number:02}")] {
                let year = own.to_string();
                let plain = plain_year_and_month(&year, Some(&month));
                assert!(plain.is_none() || plain == year_and_month(&year, Some(&month)));
            }
        }
        for (text, number) in [("01. Janeiro", 1), ("03. Março", 3), ("12. Dezembro", 12)] {
            assert_eq!(plain_year_and_month("2025", Some(text)), month(2025, number));
            assert_eq!(year_and_month("2025", Some(text)), month(2025, number));
        }
        for text in ["2024-1", "2024/25", "Q1 2024", "24-01", "1.2024", "2024-01-01", "", "-"] {
            assert_eq!(plain_period(text.as_bytes(), Dates::default()), None, "{text}");
        }
    }

    #[test]
    fn parts_of_a_year_are_not_the_year() {
        for (text, own) in [
            ("2023年上半年", "2023-01+6"),
            ("2023年下半年", "2023-07+6"),
            ("2023年前三季度", "2023-01+9"),
            ("2023년 상반기", "2023-01+6"),
            ("First half 2023", "2023-01+6"),
            ("9M 2024", "2024-01+9"),
            ("6 months 2024", "2024-01+6"),
            ("2024M09", "2024-09+1"),
            ("2019-2019", "2019-01+12"),
        ] {
            assert_eq!(read(text).as_deref(), Some(own), "{text}");
        }
        assert_eq!(read("2023 half"), None);
        let within = |month: &str| {
            year_and_month("2023", Some(month)).map(|own| (own.start.number(), own.months))
        };
        for (text, own) in
            [("Jan-Mar", (1, 3)), ("1-3月", (1, 3)), ("Mar", (3, 1)), ("01. Janeiro", (1, 1))]
        {
            assert_eq!(within(text), Some(own), "{text}");
        }
    }

    #[test]
    fn a_number_behind_other_words_is_no_month() {
        for text in ["Total 1 2016", "Week 5 2024", "2016 Group 2", "2024-W05", "Version 3/2021"] {
            assert_eq!(read(text), None, "{text}");
        }
        for text in ["Month 11 2024", "11 2024 (p)", "2024 11 月", "mes 11 de 2024", "M11 2024"] {
            assert_eq!(read(text).as_deref(), Some("2024-11+1"), "{text}");
        }
    }

    fn read_by(text: &str, dates: Dates) -> Option<String> {
        period(text.as_bytes(), dates).map(|found| format!("{}+{}", found.start, found.months))
    }

    #[test]
    fn months_are_read_as_files_write_them() {
        for text in [
            "202411",
            "2024-11",
            "2024-11-01",
            "2024-11-30T00:00:00",
            "2024M11",
            "2024/11",
            "2024年11月",
            "2024년 11월",
            "11/2024",
            "Nov-2024",
            "Nov-24",
            "15.11.2024",
            "11/15/2024",
            "15/11/2024",
            "November 2024",
            "20241101",
            "01NOV2024",
            "noviembre 2024",
            "nov.-24",
            "11/15/2024 0:00",
            "2024-11-01 00:00:00",
        ] {
            assert_eq!(read(text).as_deref(), Some("2024-11+1"), "{text}");
        }
        for text in
            ["Januar 2025", "janvier 2025", "enero 2025", "ene-25", "1/31/2025", "一月 2025"]
        {
            assert_eq!(read(text).as_deref(), Some("2025-01+1"), "{text}");
        }
        assert_eq!(read("août 2025").as_deref(), Some("2025-08+1"));
        let latin = |bytes: &[u8]| period(bytes, Dates::default());
        assert_eq!(latin(b"D\xe9c. 2024"), latin(b"2024-12"));
        assert_eq!(latin(b"Janv.-D\xe9c. 2024"), latin(b"2024"));
        for text in ["2024", "202452", "202400", "2024年", "Jan.-Dec. 2024", "2024-52"] {
            assert_eq!(read(text).as_deref(), Some("2024-01+12"), "{text}");
        }
        for text in [
            "",
            "202413",
            "2024-13",
            "November",
            "3024",
            "2025 YTD",
            "1/2/2024",
            "2010-2011",
            "jui 2024",
            "01. Janeiro",
            "05 Mai",
            "1 to 11 Quantity",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn words_that_only_begin_like_months_are_none() {
        for text in ["General imports 2024", "Main partners 2024", "Marine 2024", "siječanj 2024"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(year_and_month("2024 (provisional)", Some("Agosto")), month(2024, 8));
        assert_eq!(year_and_month("2024 May", Some("8")), None);
    }

    #[test]
    fn runs_of_months_are_no_months() {
        for (text, expected) in [
            ("Jan-Feb 2025", "2025-01+2"),
            ("Apr-Jan 2025", "2024-04+10"),
            ("Apr-Jan2025", "2024-04+10"),
            ("January to June 2025", "2025-01+6"),
            ("April 2024 - March 2025", "2024-04+12"),
            ("2025年1-2月", "2025-01+2"),
            ("2025Q2", "2025-04+3"),
            ("Q4 2024", "2024-10+3"),
            ("4th quarter 2024", "2024-10+3"),
            ("Q1-23", "2023-01+3"),
            ("2Q23", "2023-04+3"),
            ("H2 24", "2024-07+6"),
            ("2022 Q2 (£m)", "2022-04+3"),
            ("2/2023 (t)", "2023-02+1"),
            ("2025年第一季度", "2025-01+3"),
            ("2025 H2", "2025-07+6"),
            ("JULY - JUNE 2023-24 (P)", "2023-07+12"),
            ("III kwartał 2024", "2024-07+3"),
            ("2 кв. 2024", "2024-04+3"),
            ("2024年第2四半期", "2024-04+3"),
            ("113年1月", "2024-01+1"),
            ("民國113年1至3月", "2024-01+3"),
            ("民國99年", "2010-01+12"),
            ("令和6年12月", "2024-12+1"),
            ("มกราคม พ.ศ. 2567", "2024-01+1"),
            ("พ.ศ. 2567", "2024-01+12"),
            ("2566 (ม.ค.-มิ.ย.)", "2023-01+6"),
            ("febr. 2024", "2024-02+1"),
            ("Mär 24", "2024-03+1"),
            ("abr-24", "2024-04+1"),
            ("juil. 2024", "2024-07+1"),
            ("août 2024", "2024-08+1"),
            ("set/2024", "2024-09+1"),
            ("out. 2024", "2024-10+1"),
            ("Dez 2024", "2024-12+1"),
            ("2024p", "2024-01+12"),
            ("2024 (provisorisch)", "2024-01+12"),
            ("11-Nov", "2011-11+1"),
            ("1/24", "2024-01+1"),
            ("listopad 2024", "2024-11+1"),
            ("июнь 2024", "2024-06+1"),
            ("May 2025 YTD", "2025-01+5"),
            ("2025/01-2025/02", "2025-01+2"),
            ("01/2025 - 06/2025", "2025-01+6"),
            ("202501-202512", "2025-01+12"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_a_cell_does_not_say_is_taken_from_who_knows() {
        let fiscal = Dates { fiscal: Some(4), ..Dates::default() };
        for text in ["2010-11", "2010-2011", "2010/11", "FY2011", "FY 2011"] {
            assert_eq!(read_by(text, fiscal).as_deref(), Some("2010-04+12"), "{text}");
        }
        assert_eq!(read("2010-11").as_deref(), Some("2010-11+1"));
        assert_eq!(read("FY2011"), None);
        let first = |month_first| Dates { month_first: Some(month_first), ..Dates::default() };
        assert_eq!(read_by("1/2/2025", first(true)).as_deref(), Some("2025-01+1"));
        assert_eq!(read_by("1/2/2025", first(false)).as_deref(), Some("2025-02+1"));
        let days = Dates { serial: true, ..Dates::default() };
        for (text, expected) in
            [("45658", "2025-01+1"), ("45716", "2025-02+1"), ("36585", "2000-02+1")]
        {
            assert_eq!(read_by(text, days).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read("45658"), None);
        let cut = Dates { october: true, ..Dates::default() };
        for (text, expected) in
            [("2020.1", "2020-10+1"), ("2020.01", "2020-01+1"), ("2020.10", "2020-10+1")]
        {
            assert_eq!(read_by(text, cut).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(read("2020.1").as_deref(), Some("2020-01+1"));
        let early = Dates { early: true, ..Dates::default() };
        assert_eq!(read_by("1882", early).as_deref(), Some("1882-01+12"));
        assert_eq!((read("1882"), read_by("188205", early)), (None, None));
    }
}
