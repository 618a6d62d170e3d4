//! Imports beside quotas and production.

use std::borrow::Cow;

use super::super::direction::{Direction, moved_points};
use super::super::numbers::capital;
use super::super::subject::Subject;
use super::notes::spans;
use super::parts::share;
use crate::statistics::Unavailable;
use crate::trade::{Period, Unit};
use crate::util::CollectVec as _;
pub use crate::wording::facts::Path;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Dependence"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Dependence",
        "Import share: imports divided by imports plus quota (or production). Apparent consumption: imports plus quota (or production), less exports. Net import reliance: imports less exports, divided by apparent consumption (as in the U.S. Geological Survey’s Mineral Commodity Summaries, but without stocks).",
    )]
}

/// What can't be shown where it is lacking.
pub const fn called() -> &'static str {
    "import dependence"
}

/// What is lacking then, one of it.
pub const fn one() -> &'static str {
    "quota"
}

/// What is drawn.
pub fn subtitle(unit: Unit, quota: &str, production: Option<&str>, basis: &str) -> String {
    let supply =
        production.map_or_else(|| quota.to_owned(), |production| format!("{quota}, {production}"));
    format!(
        "{} a year: {supply}, imports and exports; below: imports as a share of imports plus {basis}",
        capital(&unit.words()),
    )
}

/// The lower panel.
pub const fn share_panel() -> &'static str {
    "Import share (%)"
}

/// What its line shows of a year.
pub fn share_of(basis: &str) -> String {
    format!("Imports as a share of imports plus {basis}")
}

/// What a year lacks of a side.
pub fn lacks(side: &str, why: &Unavailable) -> String {
    format!("{side}: {why}")
}

/// `imports`, within a sentence.
pub const fn imports() -> &'static str {
    "imports"
}

/// `exports`, within a sentence.
pub const fn exports() -> &'static str {
    "exports"
}

/// The last year's share.
pub fn headline(subject: Subject<'_>, part: f64, basis: &str, year: i32) -> String {
    let (product, part, reporter) = (subject.product(), share(part), subject.reporter());
    let whole = || {
        format!("Imports of {product} were {part} of {reporter}’s imports plus {basis} in {year}")
    };
    let whose = capital(&reporter);
    fitting::two_lines([&whole, &|| {
        format!("{whose}’s imports of {product}: {part} of imports plus {basis} in {year}")
    }])
}

/// Which figures are credited.
pub fn credit(what: &str, year: i32) -> String {
    format!("{what} in {year}")
}

/// How the share moved, and what that can and cannot say.
pub fn finding(path: &Path<'_>) -> String {
    let basis = path.basis;
    let amounts = path.amounts.map_or_else(String::new, |(year, imports, supply)| {
        let (imports, supply) = (imports.rounded(), supply.rounded());
        format!("In {year} imports came to {imports} and {basis} to {supply}. ")
    });
    let shares = path.shares.iter().map(|(year, part)| format!("{} in {year}", share(*part)));
    let turn = match path.shares.as_slice() {
        [.., (_, before), (_, latest)] => turned((latest - before) * 100.0, basis),
        _ => String::new(),
    };
    let others = match path.others.0.as_slice() {
        [] => String::new(),
        years => format!(
            " For {} the {} is used, because no {basis} is available.",
            listed(years),
            path.others.1
        ),
    };
    let lacking = match path.lacking.as_slice() {
        [] => String::new(),
        years => format!(
            " For {} imports or exports for the whole year are not available.",
            listed(years)
        ),
    };
    format!(
        "{amounts}Imports as a share of imports plus {basis}: {}.{turn}{others}{lacking}",
        shares.collect_vec().join(", ")
    )
}

/// How the share moved in the last year, and through what it can have done so.
fn turned(points: f64, basis: &str) -> String {
    let moved = moved_points(points);
    match Direction::of(points) {
        Direction::Up => {
            format!(
                " In the last year the share {moved}, through higher imports, lower {basis} or both."
            )
        }
        Direction::Down => format!(
            " In the last year the share {moved}, through lower imports, higher {basis} or both; that does not show that supply at home replaced imports."
        ),
        Direction::Unchanged => format!(" In the last year the share {moved}."),
    }
}

fn listed(years: &[i32]) -> String {
    spans(&years.iter().copied().map(Period::year).collect_vec())
}

/// What the share shows.
pub fn meaning() -> String {
    "The share compares imports with what was produced, or was allowed to be produced.".to_owned()
}

/// What it cannot.
pub fn limits(limits: &str) -> String {
    format!("The share’s limits: {limits}.")
}

/// What fewer imports can't say.
pub fn no_independence() -> String {
    "Lower imports do not mean lower dependence if supply abroad has failed.".to_owned()
}

/// What production is for.
pub fn role(role: &str) -> String {
    format!("{role}.")
}

/// What the source says of some years' production.
pub fn remarks(said: &[(Period, Cow<'_, str>)]) -> String {
    let said = said.iter().map(|(period, note)| format!("{}: {note}", period.long()));
    format!("The source’s remarks on production: {}.", said.collect_vec().join("; "))
}

/// What the table holds.
pub fn caption(quota: &str, production: &str) -> String {
    format!("{}, {production}, imports, exports and import dependence by year", capital(quota))
}
