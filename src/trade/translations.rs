//! Recurring phrases of the data, with translations.

use std::borrow::Cow;

use super::{Language, Month};

/// A phrase with asterisks for what varies, and its translation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The other language's code.
    pub language: String,
    /// In English.
    pub english: String,
    /// In the other language.
    pub own: String,
}

/// What stands between remarks of one figure.
const BETWEEN: &str = "; ";

/// A remark in the current language, as far as the phrases allow: `estimated; rounded`.
pub fn translated<'a>(phrases: &[Phrase], remark: &'a str) -> Cow<'a, str> {
    named_months(by_phrase(phrases, remark))
}

/// The same with its months as readers are told them: `619 t in 2025-07` is `619 t in July 2025`.
fn named_months(remark: Cow<'_, str>) -> Cow<'_, str> {
    const LENGTH: usize = "2025-07".len();
    let beside = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let month = |(at, _): (usize, &str)| {
        // The hyphen stands behind the year.
        let start = at.checked_sub(4)?;
        let month = Month::parse(remark.get(start..start + LENGTH)?)?;
        let (before, after) = (remark.get(..start)?, remark.get(start + LENGTH..)?);
        (!before.ends_with(beside) && !after.starts_with(beside)).then_some((start, month))
    };
    let found: Vec<(usize, Month)> = remark.match_indices('-').filter_map(month).collect();
    if found.is_empty() {
        return remark;
    }
    let (mut told, mut rest) = (String::new(), 0);
    for (start, month) in found {
        told.push_str(remark.get(rest..start).unwrap_or_default());
        told.push_str(&month.long());
        rest = start + LENGTH;
    }
    told.push_str(remark.get(rest..).unwrap_or_default());
    Cow::Owned(told)
}

fn by_phrase<'a>(phrases: &[Phrase], remark: &'a str) -> Cow<'a, str> {
    let language = Language::spoken();
    if language == Language::English || remark.is_empty() {
        return Cow::Borrowed(remark);
    }
    let mine = || phrases.iter().filter(|phrase| phrase.language == language.code());
    let whole = |text: &str| mine().find_map(|phrase| fitted(phrase, text));
    // Numbers alone are alike in every language.
    let wordless = |text: &str| {
        let words = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        (!words).then(|| text.to_owned())
    };
    let one = |text: &str| whole(text).or_else(|| wordless(text));
    let parts: Option<Vec<String>> = remark.split(BETWEEN).map(one).collect();
    let found = parts.map(|parts| parts.join(language.between_remarks())).or_else(|| whole(remark));
    found.map_or(Cow::Borrowed(remark), Cow::Owned)
}

/// The phrase with what stands for its stars in `text`; none where it is not that phrase.
fn fitted(phrase: &Phrase, text: &str) -> Option<String> {
    let mut fixed = phrase.english.split('*');
    let mut rest = text.strip_prefix(fixed.next()?)?;
    let mut changing: Vec<&str> = Vec::new();
    let mut fixed = fixed.peekable();
    while let Some(next) = fixed.next() {
        let at =
            if fixed.peek().is_none() && next.is_empty() { rest.len() } else { rest.find(next)? };
        let change = rest.get(..at)?;
        // What a star stands for is no remark of its own.
        if [BETWEEN, ", "].iter().any(|between| change.contains(between)) {
            return None;
        }
        changing.push(change);
        rest = rest.get(at + next.len()..)?;
    }
    let mut own = phrase.own.split('*');
    let mut made = own.next()?.to_owned();
    for (part, change) in own.zip(changing) {
        made.push_str(change);
        made.push_str(part);
    }
    rest.is_empty().then_some(made)
}

#[cfg(all(test, feature = "program"))]
mod tests {
    use super::*;

    #[test]
    fn what_changes_is_kept() {
        let phrase = |english: &str, own: &str| Phrase {
            language: "zh".to_owned(),
            english: english.to_owned(),
            own: own.to_owned(),
        };
        let phrases = [
            phrase("*% yoy", "同比*%"),
            phrase("rounded", "四舍五入"),
            phrase("January to month * less month *", "1—*月累计减*月"),
        ];
        let said = |text| Language::Chinese.speak(|| translated(&phrases, text).into_owned());
        assert_eq!(said("January to month 10 less month 9"), "1—10月累计减9月");
        assert_eq!(said("rounded; January to month 5 less month 5"), "四舍五入；1—5月累计减5月");
        assert_eq!(said("rounded; as printed"), "rounded; as printed");
        assert_eq!(said("rounded; +5.0% yoy"), "四舍五入；同比+5.0%");
        assert_eq!(said("rounded; -18.4 %"), "四舍五入；-18.4 %");
        assert_eq!(said("HS 2846, +5.0% yoy"), "HS 2846, +5.0% yoy");
        assert_eq!(super::translated(&phrases, "rounded"), "rounded");
        let months = "619 t in 2025-07, 2024-11-20 and 12024-11";
        assert_eq!(super::translated(&[], months), "619 t in July 2025, 2024-11-20 and 12024-11");
        let plain = phrase("* t in *", "*的*吨");
        let said = Language::Chinese
            .speak(|| super::translated(&[plain], "619 t in 2025-07").into_owned());
        assert_eq!(said, "619的2025年7月吨");
    }
}
