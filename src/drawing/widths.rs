//! Text widths without a browser, for files and tests: typical advance widths of a grotesque in ems, plus a
//! margin because the reader's typeface may be wider.

use super::breaking::is_wide;

const NARROW: f64 = 0.25;
const THIN: f64 = 0.32;
const DIGIT: f64 = 0.556;
const SMALL: f64 = 0.53;
const CAPITAL: f64 = 0.68;
const WIDE: f64 = 0.86;
/// From Arial's widths to Verdana's and DejaVu's.
const MARGIN: f64 = 1.14;
/// An ideograph fills its square.
const SQUARE: f64 = 1.0;

/// The width of `text` at a font size.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let margin = MARGIN * if bold { 1.16 } else { 1.0 };
    // A square is as wide in every type.
    let ems = |letter| if is_wide(letter) { SQUARE } else { advance(letter) * margin };
    text.chars().map(ems).sum::<f64>() * size
}

fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '’' | '‘' | ' ' => {
            NARROW
        }
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '/' => THIN,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => WIDE,
        '0'..='9' | '+' | '−' | '–' | '=' => DIGIT,
        'A'..='Z' => CAPITAL,
        _ => SMALL,
    }
}
