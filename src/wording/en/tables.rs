//! What tables of partners or products say.

use super::charts::parts;
use super::numbers::{capital, exact, in_words};
use super::subject::Subject;
use crate::statistics::structure::Side;
use crate::trade::{Measure, Period, Unit};
use crate::wording::facts::Parts;

/// What is broken down, and by what.
pub fn title(trade: Subject<'_>, by: Side) -> String {
    match by {
        Side::Partner => {
            parts::by(&Subject { with: None, ..trade }.start(), Parts { by, flow: trade.flow })
        }
        Side::Product => {
            let whose = capital(&trade.reporter());
            format!("{whose}’s {}{} by product", trade.flow.plural(), trade.partner())
        }
    }
}

/// The periods compared.
pub fn caption(subject: &str, now: Period, before: Period) -> String {
    format!("{subject}: {} against {}", now.long(), before.long())
}

/// The head of the rows' names.
pub const fn names(by: Side) -> &'static str {
    match by {
        Side::Product => "Product",
        Side::Partner => "Partner",
    }
}

/// A column's head.
pub const fn value() -> &'static str {
    "Value"
}

/// A column's head.
pub const fn quantity() -> &'static str {
    "Quantity"
}

/// A column's head.
pub const fn unit_value() -> &'static str {
    "Unit value"
}

/// A column's head.
pub const fn share() -> &'static str {
    "Share (%)"
}

/// A column's head.
pub const fn change() -> &'static str {
    "Change year on year (%)"
}

/// A column's head.
pub const fn contribution() -> &'static str {
    "Contribution (percentage points)"
}

/// What shares and contributions are of.
pub fn counted_by(measure: Measure, unit: Option<Unit>, total: Option<&str>) -> String {
    let what = match measure {
        Measure::Value => "value".to_owned(),
        _ => unit
            .map_or_else(|| "quantity".to_owned(), |unit| format!("quantity ({})", unit.symbol())),
    };
    let of = total.map_or_else(
        || {
            format!(
                "Counted by {what}; no total is known, so there are no shares or contributions."
            )
        },
        |_| format!("Shares are of the total and contributions are to its change, by {what}."),
    );
    format!(
        "{of} If either year has no figure, no change is given; a missing figure is not counted as zero."
    )
}

/// What the marks behind figures mean, of those that are there.
pub fn marks(derived: bool, summed: bool) -> String {
    let all = [(derived, "* derived from published figures"), (summed, "† added up here")];
    let there: Vec<&str> =
        all.into_iter().filter(|(there, _)| *there).map(|(_, words)| words).collect();
    if there.is_empty() { String::new() } else { format!("{}.", there.join("; ")) }
}

/// How much of the total the partners listed make up, beside which groups of them may be.
pub fn covered(partners: usize, share: f64, groups: bool) -> String {
    let share = exact(share, 1);
    match partners {
        1 if groups => {
            format!("The one single country with a figure makes up {share}% of the total.")
        }
        1 => format!("The one partner with a figure makes up {share}% of the total."),
        _ => format!(
            "The {} partners with a figure make up {share}% of the total.",
            in_words(partners)
        ),
    }
}

/// A total whose value or quantity some partners do not give: `World (quantity without Japan)`.
pub fn without(name: &str, [value, quantity]: &[Vec<&str>; 2]) -> String {
    let said = |what: &str, lacking: &[&str]| match lacking {
        [] => None,
        [one] => Some(format!("{what} without {one}")),
        _ => Some(format!("{what} without {} partners", in_words(lacking.len()))),
    };
    let all = [said("value", value), said("quantity", quantity)];
    let all: Vec<String> = all.into_iter().flatten().collect();
    if all.is_empty() { name.to_owned() } else { format!("{name} ({})", all.join(", ")) }
}

/// Why another period than the month under study is shown.
pub fn too_few(by: Side, studied: Period, shown: Period) -> String {
    let which = if by == Side::Partner { "partners" } else { "products" };
    format!(
        "Too few {which} have a figure for {}; {}, the nearest period with more, is shown instead.",
        studied.long(),
        shown.long()
    )
}

/// The same of a reader's own files.
pub fn too_little(studied: Period, shown: Period) -> String {
    format!(
        "Too few rows have a figure for {}; {}, the nearest period with more, is shown instead.",
        studied.long(),
        shown.long()
    )
}

/// Why all lines together have no unit value, and what their totals are of.
pub const fn one_sided(by: Side) -> &'static str {
    match by {
        Side::Partner => {
            "Not all partners give both value and quantity: totals cover those that do and have no unit value."
        }
        Side::Product => {
            "Not all products have both value and quantity: totals cover those that do and have no unit value."
        }
    }
}

/// What the world is, of which a file has no total.
pub const fn summed_total() -> &'static str {
    "The file gives no total of all partners: the world is the sum of the single partners in it, and a group can exceed it."
}

/// Why products have no total.
pub const fn no_total() -> &'static str {
    "The file gives no total of all goods, and its codes are not all of one level, so they are not added up."
}

/// Heads in a file beside those of the table: a row's code, what it is, its period, and how its figures
/// came about.
pub const fn file_heads() -> [&'static str; 4] {
    ["code", "kind", "period", "status"]
}

/// What a row is, in a file.
pub fn kind(code: &'static str) -> &'static str {
    code
}
