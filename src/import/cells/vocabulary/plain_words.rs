//! Words as they are compared: in small letters, parted, without marks.

use crate::trade::Unit;
use crate::util::Lower as _;
use crate::wording::facts::Column;

/// A text in small letters; Turkey's İ becomes a plain i.
pub fn small(text: &str) -> String {
    text.lower().replace('\u{307}', "")
}

/// Whether a text holds one of the words that strokes part.
pub fn holds(text: &str, words: &str) -> bool {
    words.split('|').any(|word| text.contains(word))
}

/// A heading's words, in small letters: `Value (US$ billion)` is value, us$, billion.
pub fn parts(text: &str) -> Vec<String> {
    // The letter of a column without a name is no unit: `column G` holds no grams.
    if Column::named(text).is_lettered() {
        return Vec::new();
    }
    let lower = text.lower();
    let apart = |letter: char| !letter.is_alphanumeric() && !"$€£¥₩₹'’²³".contains(letter);
    let mut found: Vec<String> = Vec::new();
    for word in lower.split(apart).filter(|word| !word.is_empty()) {
        // Digits and letters run together: `100KG`.
        let end = word.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(word.len());
        let (number, unit) = word.split_at(end);
        // And so do a money's code and digits: `USD1,000,000`.
        let (unit, behind) = unit.split_at(money_before(unit));
        let all = [number, unit, behind].into_iter();
        found.extend(all.filter(|part| !part.is_empty()).map(str::to_owned));
    }
    found
}

/// Where the digits begin that stand right behind the code of a money; else the word's end.
fn money_before(word: &str) -> usize {
    let digits = |(code, behind): (&str, &str)| {
        !behind.is_empty()
            && behind.bytes().all(|byte| byte.is_ascii_digit())
            && Unit::parse(&code.to_ascii_uppercase())
                .is_some_and(|unit| unit.measure() == crate::trade::Measure::Value)
    };
    word.split_at_checked(3).filter(|parts| digits(*parts)).map_or(word.len(), |_| 3)
}

/// A name without the mark of a note behind it: `China2`, `Viet Nam (2)`, `Japan*`.
pub fn noted(name: &str) -> Option<&str> {
    let mark = |own: char| "*†‡#¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᵖʳ".contains(own);
    let own = name.trim_end_matches(mark).trim_end();
    if own.len() < name.len() {
        return Some(own).filter(|own| !own.is_empty());
    }
    if let Some((own, inner)) =
        name.strip_suffix([')', ']']).and_then(|own| own.rsplit_once(['(', '[']))
    {
        let digits = inner.len() < 3 && inner.bytes().all(|own| own.is_ascii_digit());
        let letter = inner.len() == 1 && inner.bytes().all(|own| own.is_ascii_lowercase());
        return Some(own.trim_end()).filter(|own| (digits || letter) && own.chars().count() > 3);
    }
    let own = name.trim_end_matches(|own: char| own.is_ascii_digit());
    let letters = own.chars().count() > 4 && own.ends_with(char::is_lowercase);
    (letters && (1..3).contains(&(name.len() - own.len()))).then_some(own)
}

/// A name in small letters, with single blanks for what stands between its words.
pub fn bare(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for letter in small(name.trim()).chars() {
        let kept = letter.is_alphanumeric() || letter == '-';
        if kept {
            text.push(letter);
        } else if !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// A name as it is compared: small letters without accents, single blanks between words.
pub fn folded(name: &str) -> String {
    let plain = |letter: char| match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        letter => letter,
    };
    bare(name).replace('-', " ").chars().map(plain).collect()
}
