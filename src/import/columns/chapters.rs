//! What the chapters of the Harmonized System hold, by beginnings of the words that their titles are known by:
//! two digits may be a chapter's, or those of another list, and the name beside them tells.

use super::first_rows::Sample;
use crate::util::Lower as _;

/// Chapters 01 to 97, a line each; 77 is kept free.
const CHAPTERS: &str = include_str!("chapters.txt");

/// Sections 1 to 21, in the languages of offices that publish by them.
const SECTIONS: &str = include_str!("sections.txt");

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

/// Whether one or two digits are the sections of the Harmonized System, as their heading or most names beside them say:
/// animals are 1, vegetables 2, and so on to 21.
pub fn sections(sample: &Sample, codes: usize, names: Option<usize>) -> bool {
    const SECTION: &str = "section|sección|seccion|seção|secao|sezione|abschnitt|раздел|bölüm";
    let number = |cell: &str| {
        let digits = cell.trim_end_matches(".0");
        let own = digits.len() < 3 && digits.bytes().all(|own| own.is_ascii_digit());
        digits.parse().ok().filter(|number| own && (1..=22).contains(number))
    };
    let cells = sample.distinct(codes, 500);
    if cells.is_empty() || !cells.iter().all(|cell| number(cell).is_some()) {
        return false;
    }
    let heading = sample.name(codes).lower();
    // The SITC has nine.
    let beyond = || cells.iter().any(|cell| number(cell) > Some(9));
    if SECTION.split('|').any(|own| heading.contains(own)) && beyond() {
        return true;
    }
    let Some(names) = names else { return false };
    let mut met: Vec<usize> = Vec::new();
    let (mut sections, mut chapters) = (0, 0);
    for row in &sample.rows {
        let (Some(code), Some(name)) = (row.get(codes), row.get(names)) else { continue };
        let Some(own) = number(code).filter(|own| !met.contains(own) && !name.is_empty()) else {
            continue;
        };
        met.push(own);
        sections += usize::from(begins_as(SECTIONS, own, name));
        chapters += usize::from(is_of_chapter(own, name));
    }
    sections * 3 >= met.len() * 2 && sections > 0 && sections >= chapters
}

/// Whether a name has a word that begins as one of the chapter's does.
fn is_of_chapter(chapter: usize, name: &str) -> bool {
    begins_as(CHAPTERS, chapter, name)
}

/// Whether a name has a word that begins as one of a line does; lines count from one.
fn begins_as(lines: &str, line: usize, name: &str) -> bool {
    let lower = name.lower().replace('-', " ");
    let begins = |stem: &str| {
        lower.match_indices(stem).any(|(at, _)| {
            let han = stem.chars().next().is_some_and(|own| own > '\u{2e80}');
            lower.get(..at).is_some_and(|before| han || !before.ends_with(char::is_alphanumeric))
        })
    };
    let stems = line.checked_sub(1).and_then(|at| lines.lines().nth(at));
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
