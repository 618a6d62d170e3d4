//! Lists of goods and what their codes look like.

use super::plain_words::parts;
use crate::util::Lower as _;

/// Whose list of goods a product's code is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum System {
    /// The Harmonized System, or a list of a customs office that goes on from its six digits.
    #[default]
    Hs,
    /// The Standard International Trade Classification.
    Sitc,
    /// Broad economic categories.
    Bec,
    /// The European list of industrial products.
    Prodcom,
    /// The United Nations' Central Product Classification.
    Cpc,
    /// Lists of industries: NAICS, NACE, ISIC.
    Naics,
    /// The file's own names, or a list that nobody named.
    Own,
}

impl System {
    /// What stands before a code in a label; nothing for names.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Hs => "HS",
            Self::Sitc => "SITC",
            Self::Bec => "BEC",
            Self::Prodcom => "PRODCOM",
            Self::Cpc => "CPC",
            Self::Naics => "NAICS",
            Self::Own => "",
        }
    }

    /// What stands for it in our own format, and in answers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Hs => "hs",
            Self::Sitc => "sitc",
            Self::Bec => "bec",
            Self::Prodcom => "prodcom",
            Self::Cpc => "cpc",
            Self::Naics => "naics",
            Self::Own => "own",
        }
    }

    /// The system that a code for it names: `H6`, `S3`, `B5`, or one of our own.
    pub fn of_code(code: &str) -> Self {
        const ALL: [System; 7] = [
            System::Hs,
            System::Sitc,
            System::Bec,
            System::Prodcom,
            System::Cpc,
            System::Naics,
            System::Own,
        ];
        let code = code.trim();
        if let Some(own) = ALL.into_iter().find(|own| own.code() == code) {
            return own;
        }
        match code.as_bytes() {
            [] => Self::Hs,
            [b'H' | b'h', ..] => Self::Hs,
            [b'S' | b's', ..] => Self::Sitc,
            [b'B' | b'b', ..] => Self::Bec,
            _ => Self::Own,
        }
    }

    /// The system that the name of a column says its codes are of.
    pub fn named(name: &str) -> Option<Self> {
        // With the number of digits or of the edition behind, HS6, CN8, CPC21, or East Asian words for a code: HS코드.
        let behind = |letter: char| letter.is_ascii_digit() || letter > '\u{1100}';
        let short = |word: String| word.trim_end_matches(behind).to_owned();
        let words: Vec<String> = parts(name).into_iter().map(short).collect();
        let has = |wanted: &[&str]| words.iter().any(|word| wanted.contains(&word.as_str()));
        let plain = name.lower();
        let within = |word: &str| plain.contains(word);
        if has(&["sitc", "cuci", "ctci"]) || within("sitc") {
            Some(Self::Sitc)
        } else if has(&["bec", "cgce"]) {
            Some(Self::Bec)
        } else if has(&["prodcom", "prccode"]) || within("prodcom") {
            Some(Self::Prodcom)
        } else if has(&["cpc"]) {
            Some(Self::Cpc)
        } else if has(&["naics", "nace", "isic", "ciiu", "cpa", "naic", "siic"]) || within("naics")
        {
            Some(Self::Naics)
        } else if has(&[
            "hs", "sh", "hts", "htsus", "cn", "ncm", "gtip", "tnved", "ahecc", "taric", "hscode",
            "htsno", "tariff", "schedule",
        ]) || words.iter().any(|word| is_chapter(word))
            || within("hs_")
            || within("hscode")
            || within("hs code")
            || within("commodity_code")
            || within("zolltarif")
            || within("tarifnummer")
            || within("品目番号")
            || within("税则")
            || within("商品编码")
            || within("商品编号")
            || within("warennummer")
            || within("fracción")
            || within("arancel")
            || within("тн вэд")
            || within("тнвэд")
            || within("统计品目")
            || within("統計品目")
            || within("商品代码")
            || within("海关编码")
            || within("税则号")
            || within("税番")
            || within("세번")
            || within("doganale")
            || within("tarifaire")
            || within("البند")
        {
            Some(Self::Hs)
        } else {
            None
        }
    }
}

/// Whether a word calls a column after the chapters of the Harmonized System.
pub fn is_chapter(word: &str) -> bool {
    const CHAPTER: &str = "chapter|fasıl|fasil|chapitre|capítulo|capitulo|capitolo|kapitel";
    CHAPTER.split('|').any(|own| own == word)
}

/// The last heading of each chapter of the Harmonized System of 2022, chapters 01 to 97.
const HEADINGS: [u8; 97] = [
    6, 10, 9, 10, 11, 4, 14, 14, 10, 8, 9, 14, 2, 4, 22, 5, 4, 6, 5, 9, 6, 9, 9, 4, 30, 21, 16, 53,
    42, 6, 5, 15, 7, 7, 7, 6, 7, 27, 26, 17, 15, 6, 4, 21, 4, 2, 7, 23, 11, 7, 13, 12, 11, 8, 16,
    9, 5, 11, 11, 6, 17, 17, 10, 6, 7, 3, 4, 15, 14, 20, 18, 29, 26, 19, 8, 16, 0, 6, 7, 7, 13, 15,
    11, 87, 49, 9, 16, 7, 8, 33, 14, 9, 7, 6, 8, 20, 6,
];

/// Whether a code of digits could be one of the Harmonized System.
pub fn fits_hs(code: &str) -> bool {
    let code = if code.len() % 2 == 1 { format!("0{code}") } else { code.to_owned() };
    let pair = |at: usize| code.get(at..at + 2).and_then(|pair| pair.parse::<usize>().ok());
    let Some(chapter) = pair(0).filter(|chapter| (1..=99).contains(chapter)) else { return false };
    match (HEADINGS.get(chapter - 1), pair(2)) {
        // National chapters at the end.
        (Some(0), _) => false,
        (None, _) | (_, None) => true,
        (Some(last), Some(heading)) => heading <= usize::from(*last),
    }
}

/// A code and the name behind it, where one cell holds both: `08 -- Fruit`, `004 - Germany`,
/// `2846.90-290 Compounds`.
pub fn coded(text: &str) -> Option<(&str, &str)> {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let within = |(at, letter): &(usize, char)| {
        let (before, behind) = (text.get(..*at).unwrap_or(""), text.get(at + 1..).unwrap_or(""));
        letter.is_ascii_digit()
            || *letter == '.'
            || *letter == '-'
                && digits(before) >= 6
                && behind.starts_with(|own: char| own.is_ascii_digit())
    };
    // `[284690] Compounds`.
    let bracketed = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if let Some((code, name)) = bracketed {
        let coded = code.len() > 1 && code.chars().all(|own| own.is_ascii_digit() || own == '.');
        let name = name.trim_start();
        return (coded && name.starts_with(char::is_alphabetic)).then_some((code, name));
    }
    // `Spruce wood <44071190>`, `Compounds (284690)`.
    let closed =
        text.strip_suffix(['>', ']', ')']).and_then(|rest| rest.rsplit_once(['<', '[', '(']));
    if let Some((name, code)) = closed
        && code.len() > if text.ends_with('>') { 1 } else { 5 }
        && digits(code) == code.len()
        && name.starts_with(char::is_alphabetic)
    {
        return Some((code, name.trim_end()));
    }
    // `WA2846 Verbindungen`, as Destatis writes.
    if let Some(rest) = text.strip_prefix("WA") {
        let at = rest.find(|own: char| !own.is_ascii_digit()).filter(|at| *at > 1);
        let (code, name) = rest.split_at_checked(at.unwrap_or_default())?;
        return name.strip_prefix(' ').filter(|_| !code.is_empty()).map(|name| (code, name));
    }
    // Branches have letters before their digits: `CE201-Basic chemicals`.
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let branch = text.get(letters..).and_then(|own| own.split_once('-'));
    if let Some((number, name)) = branch.filter(|_| (1..=2).contains(&letters))
        && (2..=4).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && name.starts_with(char::is_alphabetic)
    {
        return text.get(..letters + number.len()).map(|code| (code, name));
    }
    let (at, _) = text.char_indices().find(|own| !within(own))?;
    let (code, rest) = text.split_at(at);
    let name = rest.trim_start_matches([' ', '-', '–', '—', ':', '_']);
    // After so many digits a blank is enough.
    let long = (6..=12).contains(&digits(code)) && rest.starts_with(' ');
    let apart = rest.starts_with([' ', ':', '_']) && rest.contains(['-', '–', '—', ':', '_']);
    let named = name.starts_with(char::is_alphabetic) && (long || rest.len() - name.len() > 1);
    let apart = apart || long;
    let labelled = code.len() > 1 || !code.is_empty() && rest.starts_with(": ");
    (labelled && apart && named).then_some((code, name))
}

/// A product's code without what spreadsheets and offices put around and between its digits; `hs` says
/// that an odd number of them lacks its first zero.
pub fn product_code(text: &str, hs: bool) -> String {
    let text = text.trim();
    let text = text.strip_prefix("=\"").and_then(|text| text.strip_suffix('"')).unwrap_or(text);
    // A star before a name refers to a note.
    let text = text.trim_matches(['\'', '’', '`']).trim_start_matches('*').trim();
    let text = text
        .strip_suffix(".0")
        .filter(|own| own.bytes().all(|byte| byte.is_ascii_digit()))
        .unwrap_or(text);
    // Genesis and others write the list before the code: `WA284690`, `HS 8541`.
    let listed = ["WA", "HS", "CN", "HTS"].iter().find_map(|list| text.strip_prefix(list));
    let text = listed
        .map(str::trim_start)
        .filter(|own| own.len() >= 2 && own.bytes().all(|byte| byte.is_ascii_digit()))
        .filter(|_| hs)
        .unwrap_or(text);
    let named = coded(text);
    let text = named.map_or(text, |(code, _)| code);
    if !hs || !text.bytes().next().is_some_and(|byte| byte.is_ascii_digit()) {
        return text.to_owned();
    }
    let digits: String = text.chars().filter(|letter| !". -".contains(*letter)).collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() > 12 {
        return text.to_owned();
    }
    // A name behind it keeps the zero before it, which a spreadsheet takes from a number.
    if digits.len() % 2 == 1 && named.is_none() { format!("0{digits}") } else { digits }
}
/// What countries' own tariffs are called, and whose they are.
pub const TARIFFS: [(&str, &str); 5] = [
    ("hts|htsus|schedule b", "USA"),
    ("gtip|gtİp|gti̇p", "TUR"),
    ("ahecc", "AUS"),
    ("hsk", "KOR"),
    ("тн вэд еаэс", "RUS"),
];

/// What stands beside the tariff of the United States in their own tables.
pub const BESIDE_TARIFF: &str = "district|customs value|fas value";
