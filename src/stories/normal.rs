//! A story as normalised plain text, with the original place of every byte: without markup and addresses;
//! with entities, quotes, blanks and full-width digits replaced by plain characters, decimal points in
//! numbers, and Traditional characters replaced by Simplified ones.

use super::language::{comma_is_point, ending, is_kind, usual};

/// Normalised text, with original places.
pub struct Normal {
    /// The text.
    pub text: String,
    /// For every byte of the text, the first and the end of what it was made of.
    origin: Vec<(u32, u32)>,
    /// Whether it writes 1.234,5 for 1,234.5.
    comma_is_point: bool,
}

impl Normal {
    /// Reads `text`, plain or HTML.
    pub fn new(text: &str) -> Self {
        let mut made = Self {
            text: String::with_capacity(text.len()),
            origin: Vec::with_capacity(text.len()),
            comma_is_point: comma_is_point(text),
        };
        let html = looks_like_html(text);
        let mut at = 0;
        while let Some(sign) = text.get(at..).and_then(|rest| rest.chars().next()) {
            let rest = text.get(at..).unwrap_or_default();
            at += if html && sign == '<' && markup(rest) > 0 {
                made.markup(rest, at)
            } else if sign == '&'
                && let Some((length, words)) = entity(rest)
            {
                made.push(words, at, at + length);
                length
            } else if matches!(sign, 'h' | 'w')
                && let Some(length) = address(rest)
            {
                made.push(" ", at, at + length);
                length
            } else if matches!(sign, '\u{e2}' | '\u{c2}')
                && let Some((garbled, right)) = garbled(rest)
            {
                made.push(right, at, at + garbled.len());
                garbled.len()
            } else {
                made.sign(sign, at, text)
            };
        }
        made
    }

    /// The bytes of the original from which `start..end` was made.
    pub fn place(&self, start: usize, end: usize) -> (usize, usize) {
        let first = self.origin.get(start).map_or(0, |(first, _)| *first as usize);
        let last = end.checked_sub(1).and_then(|last| self.origin.get(last));
        (first, last.map_or(first, |(_, end)| *end as usize))
    }

    fn push(&mut self, words: &str, start: usize, end: usize) {
        self.text.push_str(words);
        let place =
            (u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX));
        self.origin.extend(std::iter::repeat_n(place, words.len()));
    }

    /// Leaves a tag out: one that ends a block parts sentences, one that ends a cell parts cells.
    fn markup(&mut self, rest: &str, at: usize) -> usize {
        let length = markup(rest);
        let head = rest.get(1..length.min(12)).unwrap_or_default();
        let end = head.find(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '/'));
        let name = head.get(..end.unwrap_or(head.len())).unwrap_or_default();
        let is = |names: &[&str]| {
            names.iter().any(|own| name.trim_start_matches('/').eq_ignore_ascii_case(own))
        };
        let words = match () {
            () if is(&[
                "a", "b", "i", "u", "s", "em", "strong", "span", "mark", "sup", "sub", "font",
                "abbr", "small",
            ]) =>
            {
                ""
            }
            () if name.starts_with('/') && is(&["td", "th"]) => "\t",
            () if is(&["td", "th", "tbody", "thead"]) => "",
            () if is(&["tr", "br"]) => "\n",
            () => "\n\n",
        };
        self.push(words, at, at + length);
        length
    }

    fn sign(&mut self, sign: char, at: usize, text: &str) -> usize {
        let length = sign.len_utf8();
        let mut buffer = [0; 4];
        let before = self.text.chars().next_back();
        let after = text.get(at + length..).unwrap_or_default();
        let usual = match sign {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' | '\u{b4}' => "'",
            '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => "\"",
            '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
            '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{fe0f}' => "",
            // What stands before a point of a list; triangles up and down are said of changes.
            '①'..='⑳' | '■'..='▱' | '▶'..='▻' | '◀'..='➿' | '\u{1f000}'..='\u{1faff}' => {
                "•"
            }
            '\u{2010}' | '\u{2011}' | '\u{fe63}' => "-",
            '\u{fe52}' | '\u{ff0e}' => ".",
            '\u{ff05}' | '\u{fe6a}' => "%",
            '\u{ff5c}' | '\u{2502}' => "|",
            '\u{ff0c}' if is_digit(before) && wide_digit(after) => ",",
            ',' | '.'
                if self.comma_is_point && is_digit(before) && is_digit(after.chars().next()) =>
            {
                if sign == ',' {
                    "."
                } else {
                    ","
                }
            }
            '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
                let narrow = char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign);
                narrow.encode_utf8(&mut buffer)
            }
            // One letter of another script between Latin ones was a quote or a dash once.
            _ if !sign.is_ascii()
                && is_strange(sign)
                && is_latin(before)
                && is_latin(after.chars().next()) =>
            {
                let ended = format!("'{after:.8}");
                let ends =
                    |length| !is_latin(ended.get(length..).and_then(|rest| rest.chars().next()));
                if ending(&ended).is_some_and(ends) { "'" } else { " — " }
            }
            _ if is_kind(sign) => "",
            _ => usual(sign).encode_utf8(&mut buffer),
        };
        self.push(usual, at, at + length);
        length
    }
}

fn wide_digit(text: &str) -> bool {
    text.chars().next().is_some_and(|sign| ('\u{ff10}'..='\u{ff19}').contains(&sign))
}

fn is_digit(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| sign.is_ascii_digit())
}

fn is_latin(sign: Option<char>) -> bool {
    sign.is_some_and(|sign| sign.is_ascii_alphabetic())
}

/// Whether it is no letter that stands within a Latin word.
fn is_strange(sign: char) -> bool {
    sign == '\u{fffd}' || ('\u{e00}'..='\u{e7f}').contains(&sign)
}

/// UTF-8 that was read as Windows-1252, and what it was.
fn garbled(text: &str) -> Option<(&'static str, &'static str)> {
    const KNOWN: [(&str, &str); 6] = [
        ("\u{e2}\u{20ac}\u{2122}", "'"),
        ("\u{e2}\u{20ac}\u{153}", "\""),
        ("\u{e2}\u{20ac}\u{9d}", "\""),
        ("\u{e2}\u{20ac}\u{201c}", "–"),
        ("\u{e2}\u{20ac}\u{201d}", "—"),
        ("\u{c2}\u{a0}", " "),
    ];
    KNOWN.into_iter().find(|(garbled, _)| text.starts_with(garbled))
}

fn looks_like_html(text: &str) -> bool {
    const TAGS: [&str; 9] =
        ["<p", "<html", "<div", "<!doctype", "<body", "<h1", "<table", "<li", "<span"];
    let starts = |at: usize| {
        TAGS.iter().any(|tag| {
            text.get(at..at + tag.len()).is_some_and(|head| head.eq_ignore_ascii_case(tag))
        })
    };
    text.match_indices('<').any(|(at, _)| starts(at))
}

/// How many bytes the markup at the head of `text` takes.
fn markup(text: &str) -> usize {
    let until = |end: &str| find_small(text, end).map_or(text.len(), |place| place + end.len());
    if text.starts_with("<!--") {
        return until("-->");
    }
    for (name, end) in [
        ("script", "</script>"),
        ("style", "</style>"),
        ("template", "</template>"),
        ("noscript", "</noscript>"),
    ] {
        if text.get(1..=name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)) {
            return until(end);
        }
    }
    match text.get(1..).and_then(|rest| rest.chars().next()) {
        Some(sign) if sign.is_ascii_alphabetic() || matches!(sign, '/' | '!' | '?') => until(">"),
        _ => 0,
    }
}

/// Where `small`, in small letters, first stands in `text`, whatever the letters' case.
fn find_small(text: &str, small: &str) -> Option<usize> {
    let wanted = small.as_bytes();
    text.as_bytes().windows(wanted.len()).position(|head| head.eq_ignore_ascii_case(wanted))
}

/// The entity at the head of `text`: how long it is and what it stands for.
fn entity(text: &str) -> Option<(usize, &'static str)> {
    const NAMED: [(&str, &str); 22] = [
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&nbsp;", " "),
        ("&ensp;", " "),
        ("&emsp;", " "),
        ("&thinsp;", " "),
        ("&rsquo;", "'"),
        ("&lsquo;", "'"),
        ("&ldquo;", "\""),
        ("&rdquo;", "\""),
        ("&ndash;", "–"),
        ("&mdash;", "—"),
        ("&minus;", "−"),
        ("&percnt;", "%"),
        ("&times;", "×"),
        ("&hellip;", "…"),
        ("&euro;", "€"),
        ("&pound;", "£"),
        ("&yen;", "¥"),
    ];
    const CODES: [(u32, &str); 16] = [
        (0x20, " "),
        (0x25, "%"),
        (0x26, "&"),
        (0x27, "'"),
        (0xa0, " "),
        (0x2002, " "),
        (0x2003, " "),
        (0x2009, " "),
        (0x202f, " "),
        (0x2013, "–"),
        (0x2014, "—"),
        (0x2018, "'"),
        (0x2019, "'"),
        (0x201c, "\""),
        (0x201d, "\""),
        (0x2212, "−"),
    ];
    if let Some((name, sign)) = NAMED.into_iter().find(|(name, _)| text.starts_with(name)) {
        return Some((name.len(), sign));
    }
    let digits = text.strip_prefix("&#")?;
    let end = digits.find(';').filter(|end| (2..8).contains(end))?;
    let digits = digits.get(..end)?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    let sign = CODES.into_iter().find(|(own, _)| *own == code).map_or(" ", |(_, sign)| sign);
    Some((end + 3, sign))
}

/// How long the web address at the head of `text` is: its digits and signs are no figures.
fn address(text: &str) -> Option<usize> {
    let scheme =
        ["https://", "http://", "www."].into_iter().find(|scheme| text.starts_with(scheme))?;
    let ends = |sign: char| {
        let foreign = !(sign.is_ascii() || sign.is_alphanumeric());
        foreign || sign.is_whitespace() || matches!(sign, ')' | '<' | '>' | '"' | '\'')
    };
    Some(text.find(ends).unwrap_or(text.len()).max(scheme.len()))
}
