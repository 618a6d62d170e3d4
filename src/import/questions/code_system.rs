//! Which list of goods a file's codes are of.

use crate::import::asking::Asking;
use crate::import::cells::vocabulary::{
    System, fits_hs, is_chapter, named_total, parts, product_code, small,
};
use crate::import::columns::chapters;
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::{Layout, Role, plain};
use crate::util::Lower as _;
use crate::wording::say::import::noticed;
use crate::wording::say::import::questions as words;

/// Whose list the products' codes are of.
pub fn system(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>) {
    if layout.place(Role::System).is_some() {
        layout.system = System::Hs;
        return;
    }
    let Some(at) = layout.place(Role::Product) else { return };
    let cells = sample.distinct(at, 500);
    let codes: Vec<String> = cells
        .iter()
        .map(|cell| product_code(cell, true))
        .filter(|code| code.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    // Words are the file's own.
    if codes.len() * 2 < cells.len() || codes.is_empty() {
        layout.system = if codes.is_empty() { System::Own } else { layout.system };
        if codes.is_empty() {
            return;
        }
    }
    let said = match asking.answer("codes") {
        None => None,
        Some(word) => match named_system(word) {
            Some(system) => Some(system),
            None => {
                asking.wrong("codes", word, &words::one_of(&LISTS));
                None
            }
        },
    };
    let names = layout.place(Role::ProductName);
    let chapters = names.and_then(|names| chapters::named(sample, at, names));
    let of_others = System::named(sample.name(at)).is_some_and(|own| own != System::Hs);
    if said.is_none()
        && !of_others
        && chapters != Some(true)
        && chapters::sections(sample, at, names)
    {
        layout.system = System::Own;
        layout.supposed.push(noticed::sections(sample.name(at)));
        return;
    }
    // A section or a group of another list has no number above these.
    let few =
        cells.iter().all(|cell| cell.len() < 3 && cell.parse().is_ok_and(|own: u32| own < 23));
    // Whatever list a heading means, names that are none of the chapters' with these numbers are of another.
    let by_name = System::named(sample.name(at)).filter(|own| {
        *own != System::Hs || chapters != Some(false) || says_hs(sample.name(at)) && !few
    });
    if let Some(system) = said.or(by_name) {
        layout.system = system;
        let length = (system == System::Hs).then(|| behind_section(sample, at)).flatten();
        if let (Some(length), Some(cell)) = (length, cells.first()) {
            layout.supposed.push(noticed::behind_section(cell, length));
            layout.behind_section = Some(length);
        }
        return;
    }
    // A column may name the list: `S3`, `SITC Rev. 3`.
    let lists = sample.header.iter().position(|name| plain(name).starts_with("classification"));
    let listed = lists.map(|at| sample.distinct(at, 2)).unwrap_or_default();
    if let [list] = listed.as_slice() {
        let short = Some(System::of_code(list)).filter(|own| list.len() < 4 && *own != System::Own);
        if let Some(system) = System::named(list).or(short) {
            layout.system = system;
            return;
        }
    }
    let plain = |cell: &str| product_code(cell, false).replace(['.', ' ', '-'], "");
    let misfits = cells.iter().filter(|cell| {
        let code = plain(cell);
        // Nine or eleven digits may be whole, as Japan and Taiwan have them.
        let own = if matches!(code.len(), 9 | 11) { code.get(..8).unwrap_or(&code) } else { &code };
        code.bytes().all(|byte| byte.is_ascii_digit()) && !fits_hs(own) && !fits_hs(&code)
    });
    let misfits = misfits.count();
    // Four digits are a heading, or a branch of industry: 2910 is epoxides, or motor vehicles.
    let six = codes.iter().any(|code| code.len() >= 6);
    let fits = misfits * 20 < codes.len() && chapters != Some(false);
    if fits && (six || chapters == Some(true)) {
        layout.system = System::Hs;
        return;
    }
    let example = cells.first().copied().unwrap_or_default();
    let answer = asking.ask(
        "codes",
        match () {
            () if is_of_sections(&cells) => "sitc",
            () if fits && !is_own_list(sample.name(at)) => "hs",
            () => "own",
        },
        &LISTS,
        words::codes(sample.name(at), example),
    );
    match named_system(&answer) {
        Some(system) => layout.system = system,
        None => asking.wrong("codes", &answer, &words::one_of(&LISTS)),
    }
}

/// Whether a heading names the Harmonized System itself, and no code of goods alone.
fn says_hs(name: &str) -> bool {
    parts(name).iter().any(|word| word.starts_with("hs") || is_chapter(word))
}

/// Whether codes are the ten sections of the SITC, with a word for all or none.
fn is_of_sections(cells: &[&str]) -> bool {
    let digit = |cell: &&&str| cell.len() == 1 && cell.bytes().all(|own| own.is_ascii_digit());
    let rest = |cell: &&&str| !digit(cell) && named_total(cell).is_none();
    cells.iter().filter(digit).count() == 10 && !cells.iter().any(|cell| rest(&cell))
}

/// Whether a column's name says that its codes are of the file's own list: numbers of groups, of branches, of
/// a table beside it.
fn is_own_list(name: &str) -> bool {
    const WORDS: &str = "id|ids|group|grp|sector|branch|category|cat|class|key|rubro|ramo";
    let lower = small(name);
    lower
        .split(|letter: char| !letter.is_alphanumeric())
        .any(|word| WORDS.split('|').any(|own| own == word))
}

/// How many digits the codes of a column have as its name says, where each has the number of its section
/// before them: `52846` below `HS4 ID`.
fn behind_section(sample: &Sample, at: usize) -> Option<usize> {
    let name = plain(sample.name(at));
    let length = [2, 4, 6].into_iter().find(|length| name.contains(&format!("hs{length}")))?;
    let sectioned = |cell: &&str| {
        let section = cell.len().checked_sub(length).and_then(|split| cell.get(..split));
        section.and_then(|own| own.parse().ok()).is_some_and(|own: u32| (1..=22).contains(&own))
            && cell.bytes().all(|byte| byte.is_ascii_digit())
    };
    let cells = sample.distinct(at, 500);
    (!cells.is_empty() && cells.iter().all(sectioned)).then_some(length)
}

/// The lists that codes may be of, as answers name them.
const LISTS: [&str; 7] = ["hs", "sitc", "bec", "prodcom", "cpc", "naics", "own"];

fn named_system(word: &str) -> Option<System> {
    Some(match word.lower().as_str() {
        "hs" => System::Hs,
        "sitc" => System::Sitc,
        "bec" => System::Bec,
        "prodcom" => System::Prodcom,
        "cpc" => System::Cpc,
        "naics" | "nace" | "isic" => System::Naics,
        "own" => System::Own,
        _ => return None,
    })
}
