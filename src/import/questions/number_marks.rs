//! Which mark parts thousands and which decimals, where both would fit.

use crate::import::asking::Asking;
use crate::import::cells::cell_numbers::{Evidence, Marks, evidence, number};
use crate::import::columns::first_rows::Sample;
use crate::import::layouts::Layout;
use crate::wording::say::import::questions as words;

/// Which mark stands before decimals, column by column.
pub fn marks(layout: &mut Layout, sample: &Sample, asking: &mut Asking<'_>, known: bool) {
    match asking.answer("marks") {
        Some("comma") => {
            layout.commas = layout.figures();
            return;
        }
        Some("point") => return,
        None => {}
        Some(other) => asking.wrong("marks", other, &words::one_of(&["point", "comma"])),
    }
    let columns = layout.figures();
    let judged: Vec<(usize, Evidence)> =
        columns.iter().map(|at| (*at, evidence(sample.cells(*at)))).collect();
    let commas = judged.iter().filter(|(_, found)| *found == Evidence::Only(Marks::Comma));
    layout.commas = commas.map(|(at, _)| *at).collect();
    let points = judged.iter().any(|(_, found)| *found == Evidence::Only(Marks::Point));
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, found) in &judged {
        match found {
            // What another column of the file decides.
            Evidence::Both(_) if !layout.commas.is_empty() && !points => layout.commas.push(*at),
            Evidence::Both(_) if points && layout.commas.is_empty() => {}
            // Where commas part cells, one within quotes marks thousands.
            Evidence::Both(',') if sample.separator == b',' => {}
            // A file that parts thousands by commas elsewhere, or by nothing, has points before decimals.
            Evidence::Both('.')
                if sample.separator == b','
                    && (columns.iter().any(|own| own != at && is_unmarked(sample, *own))
                        || judged.iter().any(|(_, own)| *own == Evidence::Both(','))) => {}
            // Offices write decimals with points, and no marks between thousands.
            Evidence::Both('.') if known => {}
            Evidence::Both(mark) => open.push((*at, *mark)),
            _ => {}
        }
    }
    if !open.is_empty() && !asking.may_ask() {
        return;
    }
    // Of one column it may be known.
    open.retain(|(at, _)| match asking.answer(&format!("marks:{}", sample.name(*at))) {
        Some("comma") => {
            layout.commas.push(*at);
            false
        }
        own => own != Some("point"),
    });
    let Some((at, mark)) = open.first().copied() else { return };
    let found = sample.cells(at).find(|cell| cell.contains(mark)).unwrap_or_default();
    let names: Vec<&str> = open.iter().map(|(at, _)| sample.name(*at)).collect();
    let read = |marks: Marks| {
        number(found.as_bytes(), marks).map(|value| value.to_string()).unwrap_or_default()
    };
    let (point, comma) = (read(Marks::Point), read(Marks::Comma));
    let answer = asking.choose(
        "marks",
        if (mark == ',') == parts_thousands(sample, at) { "point" } else { "comma" },
        &["point", "comma"],
        words::marks(&names, found, &point, &comma),
    );
    if answer == Some("comma") {
        layout.commas.extend(open.iter().map(|(at, _)| *at));
    }
}

/// Whether a column has numbers of more than three digits without any mark.
fn is_unmarked(sample: &Sample, at: usize) -> bool {
    let long = |cell: &&str| cell.len() > 3 && cell.bytes().all(|byte| byte.is_ascii_digit());
    sample.cells(at).filter(long).count() > 1
}

/// Whether the marks of a column, each with three digits behind it, more likely part thousands than stand
/// before decimals: not where a larger number has none.
fn parts_thousands(sample: &Sample, at: usize) -> bool {
    let bare = |cell: &&str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let mut bare = sample.cells(at).filter(bare).peekable();
    // Decimals of a fixed number stand in every cell.
    let any = bare.peek().is_some();
    (any || sample.separator != b',') && !bare.any(|cell| cell.len() > 3)
}
