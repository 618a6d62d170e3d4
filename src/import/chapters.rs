//! What the chapters of the Harmonized System hold, by beginnings of the words that their titles are known by:
//! two digits may be a chapter's, or those of another list, and the name beside them tells.

use super::table::Sample;

/// Chapters 01 to 97; 77 is kept free.
const CHAPTERS: [&str; 97] = [
    "live animal",
    "meat",
    "fish|crustacean|seafood|molluscs",
    "dairy|milk|eggs|honey",
    "animal origin|animal product",
    "tree|plant|flower|bulb|floricult",
    "vegetable|roots|tuber",
    "fruit|nuts|citrus|melon",
    "coffee|tea|spice|mate",
    "cereal|grain",
    "milling|malt|starch|flour|gluten|inulin",
    "oil seed|oilseed|oleag|seeds",
    "lac|gum|resin|vegetable saps|extracts",
    "plaiting|vegetable products n",
    "fats|oils|waxes",
    "preparations of meat|meat prep|fish prep|prepared meat|meat, fish|preparations of fish",
    "sugar|confection",
    "cocoa|chocolate",
    "cereal|flour|pastry|bak",
    "vegetable|fruit|nuts|preparations of veg",
    "miscellaneous edible|misc. edible|edible prep|misc edible|food prep",
    "beverage|spirit|vinegar|drinks",
    "residue|fodder|animal feed|feed|food waste|waste from",
    "tobacco",
    "salt|sulphur|sulfur|stone|earths|cement|lime",
    "ores|slag|ash",
    "fuel|oil|petrol",
    "inorganic",
    "organic",
    "pharma|medic",
    "fertili",
    "tanning|dye|paint|pigment|ink|colouring",
    "essential oil|perfum|cosmetic|toilet",
    "soap|wash|lubric|wax|candle|clean",
    "albumin|glue|starch|enzyme|protein",
    "explosive|pyrotech|match",
    "photo|cinemat",
    "chemical",
    "plastic",
    "rubber",
    "hides|skins|leather",
    "leather|saddlery|travel|handbag",
    "fur",
    "wood|charcoal",
    "cork",
    "straw|esparto|basket|wicker",
    "pulp|recovered paper|waste paper",
    "paper",
    "book|newspaper|print",
    "silk",
    "wool|animal hair",
    "cotton",
    "vegetable textile|vegetable fib|textile fib|paper yarn",
    "filament",
    "staple",
    "wadding|felt|nonwoven|twine|rope|cordage",
    "carpet|floor",
    "special woven|tufted|lace|tapestr|woven",
    "impregnated|coated|laminated|textile fabrics",
    "knitted|crocheted",
    "knitted|crocheted|apparel|clothing",
    "not knitted|apparel|clothing",
    "made up|textile|rags|worn",
    "footwear|shoes",
    "headgear|hats",
    "umbrella|walking",
    "feather|down|artificial flower",
    "stone|plaster|cement|asbestos|mica",
    "ceramic",
    "glass",
    "pearl|precious|jewel|gold|gem",
    "iron|steel",
    "iron|steel",
    "copper",
    "nickel",
    "alumin",
    "-",
    "lead",
    "zinc",
    "tin",
    "base metal|metals",
    "tool|cutlery|implement",
    "base metal|metal",
    "machin|boiler|reactor|mechanical",
    "electric",
    "rail|tram|locomot",
    "vehicle|car",
    "aircraft|space",
    "ship|boat|vessel|floating",
    "optic|photograph|medical|precision|measuring|instrument",
    "clock|watch",
    "music",
    "arms|ammunition|weapon",
    "furniture|bedding|lamp|lighting|prefabricated",
    "toy|game|sport",
    "miscellaneous manufact|misc. manufact|misc manufact",
    "art|antique|collect",
];

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
    let stems = chapter.checked_sub(1).and_then(|at| CHAPTERS.get(at));
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
