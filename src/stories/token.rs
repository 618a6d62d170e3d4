//! A story's characters as words, numbers and signs, each with its place.

use super::language::{ending, is_unspaced};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters, or a single one where no blanks part words, or an ending such as `'s`.
    Word,
    /// Digits, with thousands' commas and a decimal point.
    Number,
    /// Anything else that is not blank.
    Sign,
}

/// A piece of the text, by bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub kind: Kind,
}

impl Token<'_> {
    /// Whether it is this word, whatever its capitals.
    pub fn is(&self, word: &str) -> bool {
        self.text.eq_ignore_ascii_case(word)
    }
}

/// Cuts `text` into tokens. A hyphen within a compound is left out, so that `year-on-year` and
/// `year on year` are the same words.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut start = 0;
    while let Some(letter) = text.get(start..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(start..).unwrap_or_default();
        let (kind, length) = if letter.is_ascii_digit() {
            (Kind::Number, number_length(rest))
        } else if is_unspaced(letter) {
            (Kind::Word, letter.len_utf8())
        } else if letter.is_alphabetic() {
            (Kind::Word, word_length(rest))
        } else if let Some(length) = ending(rest) {
            (Kind::Word, length)
        } else {
            (Kind::Sign, letter.len_utf8())
        };
        let end = start + length;
        if !letter.is_whitespace() && !joins(text, start, letter) {
            found.push(Token { start, end, text: text.get(start..end).unwrap_or_default(), kind });
        }
        start = end;
    }
    found
}

/// Whether the sign at `start` is the hyphen of a compound.
fn joins(text: &str, start: usize, sign: char) -> bool {
    if !matches!(sign, '-' | '\u{2010}' | '\u{2011}') {
        return false;
    }
    let before = text.get(..start).and_then(|text| text.chars().next_back());
    let after = text.get(start + sign.len_utf8()..).and_then(|text| text.chars().next());
    match (before, after) {
        // 同比-6.4%, 1月-5月: a sign or a span.
        (Some(before), _) if is_unspaced(before) => false,
        (Some(before), Some(after)) => {
            before.is_alphanumeric()
                && after.is_alphanumeric()
                && (before.is_alphabetic() || after.is_alphabetic())
        }
        _ => false,
    }
}

fn word_length(text: &str) -> usize {
    // `cerium_fan` calls itself so.
    let joined = |place: usize| matches!(text.as_bytes().get(place..place + 2), Some([b'_', next]) if next.is_ascii_alphabetic());
    text.char_indices()
        .find(|(place, letter)| !letter.is_alphabetic() && !joined(*place) || is_unspaced(*letter))
        .map_or(text.len(), |(place, _)| place)
}

/// How long the blank or apostrophe is that parts thousands at the head of `text`: `4 416`, `4'416`.
fn group(text: &str) -> Option<usize> {
    let gap = text.chars().next()?;
    let parts = matches!(gap, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\'' | '\u{2019}');
    let rest = text.get(gap.len_utf8()..)?.as_bytes();
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (parts && digits == 3).then(|| gap.len_utf8())
}

fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    let mut decimal = false;
    // How much of it the groups parted by blanks take.
    let mut grouped = 0;
    loop {
        if digit(end) {
            end += 1;
        } else if !decimal && bytes.get(end) == Some(&b',') {
            if !(digit(end + 1) && digit(end + 2) && digit(end + 3)) || digit(end + 4) {
                // `18,9%`.
                let digits = bytes.iter().skip(end + 1).take_while(|byte| byte.is_ascii_digit());
                let digits = digits.count();
                let percent = bytes.get(end + 1 + digits) == Some(&b'%');
                return if percent && (1..3).contains(&digits) { end + 1 + digits } else { end };
            }
            end += 4;
        } else if !decimal
            && end <= 3 + grouped
            && let Some(gap) = group(text.get(end..).unwrap_or_default())
        {
            end += gap + 3;
            grouped = end;
        } else if !decimal && bytes.get(end) == Some(&b'.') && digit(end + 1) {
            decimal = true;
            end += 1;
        } else {
            return end;
        }
    }
}
