//! What the chapters of the Harmonized System hold, by beginnings of the words that their titles are known by:
//! two digits may be a chapter's, or those of another list, and the name beside them tells.

use super::table::Sample;

/// Chapters 01 to 97, a line each; 77 is kept free.
const CHAPTERS: &str = include_str!("chapters.txt");

/// Whether names beside codes of two digits are those of the chapters with these numbers: where most are, the
/// codes are of the Harmonized System; where none is, they are of another list. Nothing where codes are longer
/// or have no names.
pub fn named(sample: &Sample, codes: usize, names: usize) -> Option<bool> {
    let mut met: Vec<(&str, bool)> = Vec::new();
    for row in &sample.rows {
        let (Some(code), Some(name)) = (row.get(codes), row.get(names)) else { continue };
        let digits = code.trim_end_matches(".0");
        if !digits.bytes().all(|own| own.is_ascii_digit()) || name.is_empty() {
            continue;
        }
        if digits.is_empty() || digits.len() > 2 {
            return None;
        }
        if met.iter().all(|(own, _)| *own != digits) {
            met.push((digits, is_of_chapter(digits.parse().ok()?, name)));
        }
    }
    let right = met.iter().filter(|(_, right)| *right).count();
    match right {
        0 => (!met.is_empty()).then_some(false),
        _ => (right * 3 >= met.len() * 2).then_some(true),
    }
}

/// Whether a name has a word that begins as one of the chapter's does.
fn is_of_chapter(chapter: usize, name: &str) -> bool {
    let lower = name.to_lowercase().replace('-', " ");
    let begins = |stem: &str| {
        lower.match_indices(stem).any(|(at, _)| {
            lower.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric))
        })
    };
    let stems = chapter.checked_sub(1).and_then(|at| CHAPTERS.lines().nth(at));
    stems.is_some_and(|stems| stems.split('|').any(begins))
}

#[cfg(test)]
mod tests {
    use super::is_of_chapter;

    #[test]
    fn a_chapter_is_known_by_its_title_as_offices_shorten_it() {
        for (chapter, name) in [
            (3, "Fish and crustaceans, molluscs"),
            (12, "Oil-seeds & oleaginous fruits"),
            (27, "Mineral fuels, mineral oils"),
            (62, "Articles of apparel, not knitted or crocheted"),
            (72, "Iron and Steel"),
            (97, "Works of art, collectors' pieces"),
        ] {
            assert!(is_of_chapter(chapter, name), "{name} is chapter {chapter}");
        }
    }

    #[test]
    fn names_of_other_lists_are_no_chapter_s() {
        // Divisions of the SITC and sections of other lists under the same numbers.
        for (chapter, name) in [
            (22, "Oil-seeds & oleaginous fruits"),
            (3, "Beverages and tobacco"),
            (71, "Power-generating machinery and equipment"),
            (7, "Machinery and transport equipment"),
            (77, "Electrical machinery"),
            (0, "Food and live animals"),
        ] {
            assert!(!is_of_chapter(chapter, name), "{name} is not chapter {chapter}");
        }
    }
}
