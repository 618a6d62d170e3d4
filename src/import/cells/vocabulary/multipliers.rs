//! By what a heading or a title multiplies figures.

use super::money_words::{money_in, sized};
use super::plain_words::parts;
use super::size_words::size_of;
use crate::util::number_in;

/// What a heading or title multiplies its figures by, if it says so.
pub fn factor_in(text: &str) -> Option<f64> {
    let words = parts(text);
    let mut found = 1.0;
    // Said twice it is meant once: `천 달러 (USD 1,000)`, `thousands / milliers`.
    let mut count = |size: f64, again: bool| {
        if found != size || again {
            found *= size;
        }
    };
    // `1,000,000`.
    let grouped = |at: usize| {
        at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word == "000")
    };
    for (at, word) in words.iter().enumerate() {
        match size_of(word) {
            Some(size) => count(size, grouped(at)),
            // `ten thousand`; ten by itself is how many partners are listed.
            None if word == "ten"
                && words.get(at + 1).is_some_and(|own| size_of(own).is_some()) =>
            {
                count(10.0, false);
            }
            // `1000 USD`, `100 kg`, and `mn$` run together.
            // `Rs. Cr.`: elsewhere short for other things.
            None if word == "cr" => {
                let rupees = words.iter().any(|own| ["rs", "inr", "₹"].contains(&own.as_str()));
                count(if rupees { 1e7 } else { 1.0 }, false);
            }
            // `th. EUR`; behind a number it is a rank.
            None if word == "th" => {
                let money = words.get(at + 1).is_some_and(|own| money_in(own).is_some());
                count(if money { 1e3 } else { 1.0 }, false);
            }
            None if is_power_of_ten(word) => {
                count(number_in(word).unwrap_or(1.0), false);
            }
            None => {
                const MONEY: [&str; 6] = ["us$", "usd", "eur", "$", "€", "£"];
                let cut = MONEY
                    .iter()
                    .find_map(|own| word.strip_suffix(own).or_else(|| word.strip_prefix(own)));
                // A letter alone counts money where it stands beside it: `£m`, `M€`, `EUR m`, `usd_100m`.
                let beside = at.checked_sub(1).and_then(|at| words.get(at));
                let alone = beside.is_some_and(|own| {
                    money_in(own).is_some() || is_power_of_ten(own) && money_in(text).is_some()
                });
                let before = words.get(at + 1).is_some_and(|own| money_in(own).is_some());
                let tonnes = word == "k" && words.get(at + 1).is_some_and(|own| own == "t");
                let alone = alone || before && matches!(word.as_str(), "m" | "k" | "mm") || tonnes;
                let size =
                    cut.or(Some(word.as_str()).filter(|_| alone)).and_then(|own| match own {
                        "m" => Some(1e6),
                        "k" => Some(1e3),
                        "mm" => Some(1e6),
                        // `US$1,000`.
                        own if is_power_of_ten(own) => number_in(own),
                        own => size_of(own),
                    });
                count(size.unwrap_or(1.0), false);
            }
        }
    }
    if let Some((size, _)) = sized(text) {
        count(size, false);
    }
    // `10^6 EUR`, `10⁶`.
    if let Some((_, power)) = text.split_once("10^").or_else(|| text.split_once("10**")) {
        let size = match power.bytes().next() {
            Some(b'3') => 1e3,
            Some(b'6') => 1e6,
            Some(b'9') => 1e9,
            _ => 1.0,
        };
        count(size, false);
    }
    // East Asia counts by ten thousands, and writes no blanks between.
    let plain = text
        .replace("千克", "")
        .replace("千公斤", "千")
        .replace("千瓦", "")
        .replace('萬', "万")
        .replace('億', "亿")
        .replace('천', "千")
        .replace("백만", "百万")
        .replace("百萬", "百万")
        .replace('만', "万")
        .replace('억', "亿")
        .replace('십', "十")
        .replace("조원", "兆元")
        .replace("조 원", "兆元");
    for (word, size) in [
        ("十万亿", 1e13),
        ("十亿", 1e9),
        ("百亿", 1e10),
        ("千亿", 1e11),
        ("兆円", 1e12),
        ("兆元", 1e12),
        ("百万", 1e6),
        ("千万", 1e7),
        ("万亿", 1e12),
        ("亿", 1e8),
        ("万", 1e4),
        ("千", 1e3),
        ("พันล้าน", 1e9),
        ("ล้าน", 1e6),
        ("พัน", 1e3),
    ] {
        if plain.contains(word) {
            count(size, false);
            break;
        }
    }
    (found != 1.0).then_some(found)
}

/// Whether digits are a hundred, a thousand, and so on up to a million millions.
pub fn is_power_of_ten(word: &str) -> bool {
    let noughts = word.strip_prefix('1').unwrap_or_default();
    (2..=12).contains(&noughts.len()) && noughts.bytes().all(|byte| byte == b'0')
}

/// Whether a text counts in `mil`, which is a thousand in Spanish and Portuguese and short for a million
/// in English.
pub fn is_mil(text: &str) -> bool {
    let words = parts(text);
    // A thousand million is one in either.
    let alone = |(at, word): (usize, &String)| {
        word == "mil" && words.get(at + 1).and_then(|own| size_of(own)) != Some(1e6)
    };
    words.iter().enumerate().any(alone)
}
