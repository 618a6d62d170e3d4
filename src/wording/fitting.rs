//! Fitting text into limited room.

/// The most characters of a headline.
pub const LONGEST: usize = 90;

/// The most characters of a headline that fits two lines on a phone.
pub const TWO_LINES: usize = 78;

/// The first of several headlines, from longest to shortest, that is short enough; else the last.
pub fn headline<const COUNT: usize>(ways: [&dyn Fn() -> String; COUNT]) -> String {
    first_within(LONGEST, &ways)
}

/// The first that fits two lines on a phone, if any does.
pub fn two_lines<const COUNT: usize>(ways: [&dyn Fn() -> String; COUNT]) -> String {
    let said = first_within(TWO_LINES, &ways);
    if said.chars().count() <= TWO_LINES { said } else { first_within(LONGEST, &ways) }
}

/// The most characters of one with many figures, which are wider than letters.
pub const FIGURES: usize = 73;

/// The first headline of many figures that fits two lines on a phone, if any does.
pub fn figures<const COUNT: usize>(ways: [&dyn Fn() -> String; COUNT]) -> String {
    let said = first_within(FIGURES, &ways);
    if said.chars().count() <= FIGURES { said } else { two_lines(ways) }
}

fn first_within(most: usize, ways: &[&dyn Fn() -> String]) -> String {
    let mut said = String::new();
    for way in ways {
        said = way();
        if said.chars().count() <= most {
            break;
        }
    }
    said
}

/// As many items as fit within a number of characters, under the longest heading with which all fit; at
/// least one item.
pub fn as_many_as_fit<const N: usize>(
    most: usize,
    heads: [&str; N],
    count: usize,
    said: impl Fn(&str, usize) -> String,
) -> String {
    let fits = |text: &String| text.chars().count() <= most;
    let short = heads.last().copied().unwrap_or_default();
    let all = heads.into_iter().map(|head| said(head, count));
    let fewer = (1..count).rev().map(|count| said(short, count));
    all.chain(fewer).find(fits).unwrap_or_else(|| said(short, 1))
}

/// Groups names by what is said of them, in order of first appearance.
pub fn by_what_is_said<T: ToString>(named: &[(String, T)]) -> Vec<(String, Vec<&str>)> {
    let mut all: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, said) in named {
        let said = said.to_string();
        match all.iter_mut().find(|(own, _)| *own == said) {
            Some((_, names)) => names.push(name),
            None => all.push((said, vec![name])),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_is_as_full_as_has_room() {
        let of = |length: usize| move || "x".repeat(length);
        assert_eq!(headline([&of(LONGEST), &of(1)]).len(), LONGEST);
        assert_eq!(headline([&of(LONGEST + 1), &of(2), &of(1)]).len(), 2);
        assert_eq!(headline([&of(LONGEST + 2), &of(LONGEST + 1)]).len(), LONGEST + 1);
    }

    #[test]
    fn what_is_said_of_several_is_said_once() {
        let named = [("A", "no 2024"), ("B", "no 2023"), ("C", "no 2024")];
        let named = named.map(|(name, said)| (name.to_owned(), said));
        let expected = [("no 2024".to_owned(), vec!["A", "C"]), ("no 2023".to_owned(), vec!["B"])];
        assert_eq!(by_what_is_said(&named), expected);
    }
}
