//! Recognises a file by its first bytes.

use super::records::words;
use crate::util::Lower as _;
use crate::wording::say::import::refusals;

/// A table after the first line `sep=;`, which tells a spreadsheet how to read it, and the line that it
/// begins on.
pub fn after_hint(text: &[u8]) -> (&[u8], u64) {
    let end = memchr::memchr(b'\n', text).filter(|_| text.starts_with(b"sep="));
    end.and_then(|end| text.get(end + 1..)).map_or((text, 1), |rest| (rest, 2))
}

/// What files of a kind begin with, and why they are refused.
type Foreign = (&'static [u8], fn() -> &'static str);

/// The kinds of files that are no text.
const KINDS: [Foreign; 15] = [
    (b"PK\x03\x04", refusals::spreadsheet),
    (b"\xd0\xcf\x11\xe0", refusals::old_spreadsheet),
    (b"%PDF", refusals::pdf),
    (b"PAR1", refusals::parquet),
    (b"\x89PNG", refusals::picture),
    (b"\xff\xd8\xff", refusals::picture),
    (b"\x1f\x8b", refusals::compressed_twice),
    (b"BZh", refusals::bzip2),
    (b"7z\xbc\xaf", refusals::archive),
    (b"Rar!", refusals::archive),
    (b"\x28\xb5\x2f\xfd", refusals::archive),
    (b"\xfd7zXZ", refusals::archive),
    (b"<stata_dta>", refusals::of_statistics),
    (b"$FL2", refusals::of_statistics),
    (b"$FL3", refusals::of_statistics),
];

/// What a file is that is no table of text, by its first bytes.
pub fn foreign(head: &[u8]) -> Option<String> {
    let told = KINDS.iter().find(|(magic, _)| head.starts_with(magic));
    if let Some((_, reason)) = told {
        return Some(reason().to_owned());
    }
    let start: String = words(head.get(..256).unwrap_or(head)).trim_start().lower();
    if head.is_empty() {
        return Some(refusals::empty().to_owned());
    }
    if start.is_empty() {
        return Some(refusals::no_text_at_first().to_owned());
    }
    if start.starts_with("<!doctype") || start.starts_with("<html") || start.starts_with("<?xml") {
        return Some(refusals::web_page().to_owned());
    }
    let first = head.get(..4096).unwrap_or(head);
    let control = |byte: &&u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
    (first.iter().filter(control).count() * 20 > first.len())
        .then(|| refusals::no_text().to_owned())
}

/// How a file's letters are written, by its first bytes, as the browser's decoders name it; nothing
/// where it can be read as it is.
pub fn encoding(head: &[u8]) -> Option<&'static str> {
    if head.starts_with(b"\xff\xfe") {
        return Some("utf-16le");
    }
    if head.starts_with(b"\xfe\xff") {
        return Some("utf-16be");
    }
    if KINDS.iter().any(|(magic, _)| head.starts_with(magic)) {
        return None;
    }
    let first = head.get(..4096).unwrap_or(head);
    let nulls = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    match (nulls(0) * 3 > first.len(), nulls(1) * 3 > first.len()) {
        (true, false) => return Some("utf-16be"),
        (false, true) => return Some("utf-16le"),
        _ => {}
    }
    // Cut within a letter, the head is still UTF-8.
    if std::str::from_utf8(first).map_or_else(|error| error.error_len().is_none(), |_| true) {
        return None;
    }
    guessed(first)
}

/// The letters of bytes that are no UTF-8, by which two bytes stand together: each way of writing letters
/// is tried strictly, then judged by the letters that are common in it.
fn guessed(bytes: &[u8]) -> Option<&'static str> {
    // Mostly UTF-8, with a stray byte here and there, which is read cell by cell.
    let (good, bad) = utf8(bytes);
    if good > bad * 4 {
        return None;
    }
    let high = bytes.iter().filter(|byte| **byte >= 0x80).count();
    let japan = pairs(bytes, |first, second| {
        let lead = matches!(first, 0x81..=0x9f | 0xe0..=0xfc);
        lead.then_some(matches!(second, 0x40..=0x7e | 0x80..=0xfc))
    });
    // A lead below 0xA0 begins no letter of the others' common ones.
    let japanese =
        japan.count > 0 && japan.low * 3 > japan.count && japan.short * 4 <= japan.count * 3;
    // Two signs of Europe side by side are a pair too, among others that stand alone.
    if japan.wrong == 0 && japanese && japan.count * 3 >= high {
        return Some("shift_jis");
    }
    let wide = |first: u8, second: u8| {
        matches!(first, 0x81..=0xfe).then_some(matches!(second, 0x40..=0x7e | 0x80..=0xfe))
    };
    let any = pairs(bytes, wide);
    if any.wrong * 10 > any.count || any.count * 2 * 10 < high * 9 {
        return single(bytes);
    }
    // China's rarer half of letters is not what most of a text is made of.
    if any.rare * 2 > any.count {
        return single(bytes);
    }
    // Short words of capitals, or such as are letters of China that hardly anybody writes, are Cyrillic: `ИМ` and `ЭК`.
    let least = bytes.iter().filter(|byte| **byte >= 0x80).min();
    let capitals = any.count > 2 && words_of_two(bytes, 0xdf) * 2 == high;
    if least.is_some_and(|own| *own >= 0xc0) && (capitals || any.rare * 5 > any.count) {
        return single(bytes);
    }
    // Korea's syllables are 2,350 letters from 0xB0A1 to 0xC8FE; China's common ones go on to 0xD7.
    if any.count >= 3 && any.syllables * 20 >= any.count * 19 && any.short == 0 {
        return Some("euc-kr");
    }
    // Two of five of its letters end as plain ones do; where nearly all do, letters of Europe stand before plain ones.
    let mixed = any.short * 5 > any.count && any.short * 4 <= any.count * 3;
    if mixed && any.big5 == any.count {
        return Some("big5");
    }
    // Letters of Europe stand one by one between others, or in words of their own alphabet.
    if any.short * 2 > any.count { single(bytes) } else { Some("gb18030") }
}

/// How many words there are of two letters up to one that no plain letters stand beside.
fn words_of_two(bytes: &[u8], last: u8) -> usize {
    let apart = |byte: u8| byte < 0x80 && !byte.is_ascii_alphanumeric();
    let letter = |byte: u8| (0xc0..=last).contains(&byte);
    let word = |four: &&[u8]| {
        matches!(four, [before, one, two, behind]
            if apart(*before) && letter(*one) && letter(*two) && apart(*behind))
    };
    bytes.windows(4).filter(word).count()
}

/// How many letters of several bytes are UTF-8, and how many bytes are none.
fn utf8(bytes: &[u8]) -> (usize, usize) {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (good, bad)
}

/// What pairs of bytes look like.
#[derive(Default)]
struct Pairs {
    count: usize,
    /// Pairs whose second byte is none of their letters.
    wrong: usize,
    /// Pairs whose first byte is below 0xA0.
    low: usize,
    /// Pairs whose second byte is a letter of ASCII.
    short: usize,
    /// Pairs that are syllables of Korea, or marks.
    syllables: usize,
    /// Pairs of China's rarer half.
    rare: usize,
    /// Pairs that are common in Taiwan.
    big5: usize,
}

fn pairs(bytes: &[u8], test: impl Fn(u8, u8) -> Option<bool>) -> Pairs {
    let mut found = Pairs::default();
    let mut rest = bytes;
    while let [first, later @ ..] = rest {
        rest = later;
        let Some(second) = later.first() else { break };
        match test(*first, *second) {
            None => continue,
            Some(right) => found.wrong += usize::from(!right),
        }
        found.count += 1;
        found.low += usize::from(*first < 0xa0);
        found.short += usize::from(*second < 0x80);
        found.syllables +=
            usize::from(matches!(first, 0xb0..=0xc8 | 0xa1..=0xa3) && *second >= 0xa1);
        found.rare += usize::from(*first >= 0xd8);
        found.big5 += usize::from(
            matches!(first, 0xa1..=0xf9) && matches!(second, 0x40..=0x7e | 0xa1..=0xfe),
        );
        rest = later.get(1..).unwrap_or_default();
    }
    found
}

/// Letters of one byte each: in words of their own they are Cyrillic, here and there accents.
fn single(bytes: &[u8]) -> Option<&'static str> {
    let high = bytes.iter().filter(|byte| **byte >= 0xc0).count();
    let runs = bytes.windows(3).filter(|three| three.iter().all(|byte| *byte >= 0xc0)).count();
    let runs = runs + words_of_two(bytes, u8::MAX);
    // Latin-1's own letters are read as they are; what Windows put between them is not.
    let windows = bytes.iter().any(|byte| matches!(byte, 0x80..=0x9f));
    // Turkey's letters stand where Latin-1 has Iceland's, which come with accents that Turkey lacks.
    let holds = |own: &[u8]| bytes.iter().any(|byte| own.contains(byte));
    // Central Europe's: Czech, or Slovak, by letters that no language of Latin-1 has together, Polish by signs within words,
    // Hungarian by what Portuguese lacks and Estonian.
    let within = bytes.windows(3).any(|three| {
        matches!(three, [one, 0xb3 | 0xb9 | 0xbf, other]
            if one.is_ascii_alphabetic() && other.is_ascii_alphabetic())
    });
    let czech = holds(b"\xfd\x9e") && holds(b"\xec\xf8\xf9\xe8") && !holds(b"\xe5\xe6\xf0\xfe");
    let hungarian = holds(b"\xf5") && holds(b"\xf6\xfc") && holds(b"\xe1\xf3");
    if runs * 3 <= high && (within || czech || hungarian) {
        return Some("windows-1250");
    }
    let turkish = holds(b"\xdd\xfd\xde\xfe\xf0\xd0") && !holds(b"\xe1\xed\xe6\xf3\xfa\xe3\xf8");
    if turkish && runs * 3 <= high {
        return Some("windows-1254");
    }
    if runs * 3 > high { Some("windows-1251") } else { windows.then_some("windows-1252") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_told_apart() {
        let texts: [(&str, &[u8]); 13] = [
            // Ay;Ülke adı;İhracat
            ("windows-1254", b"Ay;\xdclke ad\xfd;\xddhracat\n"),
            // 年月,国名,品目,価額
            ("shift_jis", b"\x94N\x8c\x8e,\x8d\x91\x96\xbc,\x95i\x96\xda,\x89\xbf\x8az\n"),
            // 기간,국가,품목
            ("euc-kr", b"\xb1\xe2\xb0\xa3,\xb1\xb9\xb0\xa1,\xc7\xb0\xb8\xf1\n"),
            // 数据年月,贸易伙伴
            ("gb18030", b"\xca\xfd\xbe\xdd\xc4\xea\xd4\xc2,\xc3\xb3\xd2\xd7\xbb\xef\xb0\xe9"),
            // 國家,出口,數量,年月
            ("big5", b"\xb0\xea\xaea,\xa5X\xa4f,\xbc\xc6\xb6q,\xa6~\xa4\xeb\n"),
            // Период;Страна
            ("windows-1251", b"\xcf\xe5\xf0\xe8\xee\xe4;\xd1\xf2\xf0\xe0\xed\xe0\n"),
            // Období;Kód země;Vývoz
            ("windows-1250", b"Obdob\xed;K\xf3d zem\xec;V\xfdvoz\n"),
            // Miesiąc;Wartość w złotych
            ("windows-1250", b"Miesi\xb9c;Warto\x9c\xe6 w z\xb3otych\n"),
            // Időszak;Külkereskedelem;Ország
            ("windows-1250", b"Id\xf5szak;K\xfclkereskedelem;Orsz\xe1g\n"),
            ("windows-1252", b"partner\nC\xf4te d\x92Ivoire\n"),
            // ИМ, ЭК; and the one alone
            ("windows-1251", b"NAPR;PERIOD\n\xc8\xcc;01/2021\n\xdd\xca;01/2021\n"),
            (
                "windows-1251",
                b"NAPR;PERIOD\n\xc8\xcc;01/2021\n\xc8\xcc;02/2021\n\xc8\xcc;03/2021\n",
            ),
            // 年,月
            ("gb18030", b"\xc4\xea,\xd4\xc2,HS,Value\n2024,1,2846,5\n"),
        ];
        for (label, bytes) in texts {
            assert_eq!(encoding(bytes), Some(label), "{label}");
        }
        assert_eq!(encoding("Côte d’Ivoire,Réunion,Curaçao,États-Unis,\n".as_bytes()), None);
        // MÉXICO, PAÍSES BAJOS, LOS DEMÁS: pairs that are letters of Taiwan, too.
        assert_eq!(encoding(b"M\xc9XICO;PA\xcdSES BAJOS;LOS DEM\xc1S\n"), None);
        let stray =
            ["Côte d’Ivoire,Réunion,Curaçao,États-Unis,".as_bytes(), b"R\xe9union\n"].concat();
        assert_eq!(encoding(&stray), None);
    }
}
