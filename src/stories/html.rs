//! HTML and links to text that keeps every byte's place: what is no text becomes blanks of the same
//! length.

/// `text` without markup and without addresses.
pub(super) fn blanked(text: &str) -> String {
    without_addresses(without_markup(text))
}

/// Blanks out web addresses: their digits and signs are no figures.
fn without_addresses(text: String) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(start) = rest.find("://") {
        let (before, after) = rest.split_at(start);
        let scheme =
            before.len() - before.trim_end_matches(|sign: char| sign.is_ascii_alphabetic()).len();
        let ends =
            |sign: char| sign.is_whitespace() || ")>\"'\u{ff09}\u{3002}\u{ff0c}".contains(sign);
        let length = after.find(ends).unwrap_or(after.len());
        let (kept, _) = before.split_at(before.len() - scheme);
        shown.push_str(kept);
        shown.push_str(&" ".repeat(scheme + length));
        rest = after.get(length..).unwrap_or_default();
    }
    shown.push_str(rest);
    shown
}

/// `text` with tags, comments, scripts, styles and entities blanked out if it looks like HTML.
/// Tags that end a block become line ends, so that they part sentences.
fn without_markup(text: &str) -> String {
    const SIGNS: [&str; 6] = ["<p", "<html", "<div", "<!doctype", "<body", "<h1"];
    let small = text.to_ascii_lowercase();
    if !SIGNS.iter().any(|sign| small.contains(sign)) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = small.get(at..).unwrap_or_default();
        let length = match letter {
            '<' => markup(rest),
            '&' => rest
                .get(..rest.len().min(12))
                .and_then(|head| head.find(';'))
                .map_or(0, |end| end + 1),
            _ => 0,
        };
        if length == 0 {
            shown.push(letter);
            at += letter.len_utf8();
            continue;
        }
        const INLINE: [&str; 9] = ["<a", "</a", "<b", "</b", "<em", "</em", "<i", "<s", "</s"];
        let name_end =
            rest.find(|sign: char| !(sign.is_ascii_alphanumeric() || "</".contains(sign)));
        let name = rest.get(..name_end.unwrap_or(rest.len())).unwrap_or_default();
        let inline = letter == '&'
            || INLINE.contains(&name)
            || ["<span", "</span", "<strong", "</strong", "</i", "<mark", "</mark"].contains(&name);
        let blank = if inline { " " } else { "\n" };
        shown.push_str(&blank.repeat(length));
        at += length;
    }
    shown
}

/// How many bytes the markup at the head of `text` takes.
fn markup(text: &str) -> usize {
    let until = |end: &str| text.find(end).map_or(text.len(), |place| place + end.len());
    if text.starts_with("<!--") {
        return until("-->");
    }
    for name in ["script", "style", "template", "noscript"] {
        if text.get(1..).is_some_and(|rest| rest.starts_with(name)) {
            return until(&format!("</{name}>"));
        }
    }
    let tag = text.get(1..).and_then(|rest| rest.chars().next());
    match tag {
        Some(sign) if sign.is_ascii_alphabetic() || "/!?".contains(sign) => until(">"),
        _ => 0,
    }
}
