//! Imports beside quotas and production.

use std::borrow::Cow;

use super::super::direction::{Direction, moved, moved_points, one_moved};
use super::super::numbers::{capital, within};
use super::super::subject::{Subject, in_short, whose};
use super::notes::spans;
use super::parts::share;
use crate::statistics::Unavailable;
use crate::trade::{Period, Unit};
use crate::util::CollectVec as _;
pub use crate::wording::facts::Path;
use crate::wording::facts::{Turn, is_nothing};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Dependence"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Dependence",
        "Import share: imports divided by imports plus production (or the quota, for years without a production figure). Apparent consumption: imports plus the same, less exports. Net import reliance: imports less exports, divided by apparent consumption (as in the US Geological Survey’s Mineral Commodity Summaries, but without stocks).",
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

/// That what imports are measured against is known for no part of the goods, nor for what is made of them.
pub fn of_all_alone(basis: &str, goods: &str) -> String {
    format!("{basis} is known for all {} only", within(goods))
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
    match why {
        Unavailable::NotReported(year) => format!("no figure for {side} in {}", year.long()),
        why => format!("{why} ({side})"),
    }
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
pub fn headline(
    subject: Subject<'_>,
    part: f64,
    (basis, quota): (&str, bool),
    year: i32,
) -> String {
    let (share, whole) = (share(part), with_article(basis, quota));
    let of = |goods: String, basis: &str| {
        format!("{}, {year}: imports {share} of imports plus {basis}", capital(&goods))
    };
    let [goods, brief] = [subject, in_short(subject)].map(|subject| subject.product());
    let whose = |goods: &str| whose(&subject.reporter(), goods);
    fitting::two_lines([
        &|| of(whose(&goods), &whole),
        &|| of(whose(&brief), &whole),
        &|| of(goods.clone(), &whole),
        &|| of(brief.clone(), basis),
    ])
}

/// `the mining quota`, `mine production`.
fn with_article(basis: &str, quota: bool) -> String {
    format!("{}{basis}", if quota { "the " } else { "" })
}

/// Which figures are credited.
pub fn credit(what: &str, year: i32) -> String {
    format!("{what} in {year}")
}

/// How the share moved, and what that can and cannot say.
pub fn finding(path: &Path<'_>) -> String {
    let basis = &with_article(path.basis, path.basis == path.others.1);
    let amounts = path.amounts.map_or_else(String::new, |(year, imports, supply)| {
        let (imports, supply) = (imports.rounded(), supply.rounded());
        format!("In {year} imports came to {imports} and {basis} to {supply}. ")
    });
    let shares = path.shares.iter().map(|(year, part)| format!("{} in {year}", share(*part)));
    let turn = path.turn.as_ref().map_or_else(String::new, |turn| turned(turn, basis));
    let others = match path.others.0.as_slice() {
        [] => String::new(),
        years => format!(
            " For {} the {} is used, because no {} is available.",
            listed(years),
            path.others.1,
            path.basis
        ),
    };
    let lacking = |flow: &str, years: &[i32]| match years {
        [] => String::new(),
        years => format!(" For {} no annual {flow} are available.", listed(years)),
    };
    let lacking = lacking(imports(), &path.lacking[0]) + &lacking(exports(), &path.lacking[1]);
    format!(
        "{amounts}Imports as a share of imports plus {basis}: {}.{turn}{others}{lacking}",
        shares.collect_vec().join(", ")
    )
}

/// How the share moved in the last year, and what moved it.
fn turned(turn: &Turn, basis: &str) -> String {
    let fell = Direction::of(turn.points) == Direction::Down;
    let but = " That does not show that supply at home replaced imports.";
    // An estimate or a quota that is repeated says nothing of what was produced.
    let basis = if is_nothing(turn.basis) {
        format!("the figure for {basis} stayed the same")
    } else {
        format!("{basis} {}", one_moved(turn.basis))
    };
    format!(
        " The share {} in {}: imports {}; {basis}.{}",
        moved_points(turn.points),
        turn.year,
        moved(turn.imports),
        if fell { but } else { "" }
    )
}

fn listed(years: &[i32]) -> String {
    spans(&years.iter().copied().map(Period::year).collect_vec())
}

/// What the share shows.
pub fn meaning() -> String {
    "The share compares imports with production, actual or permitted.".to_owned()
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

/// What the source says of some years' production, each clause once.
pub fn remarks(said: &[(Period, Cow<'_, str>)]) -> String {
    let mut clauses: Vec<(&str, Vec<Period>)> = Vec::new();
    for (period, note) in said {
        for clause in note.split(';').map(str::trim) {
            match clauses.iter_mut().find(|(own, _)| *own == clause) {
                Some((_, periods)) => periods.push(*period),
                None => clauses.push((clause, vec![*period])),
            }
        }
    }
    let said = clauses.iter().map(|(clause, periods)| format!("{clause} ({})", spans(periods)));
    format!("The source’s remarks on production: {}.", said.collect_vec().join("; "))
}

/// What the table holds.
pub fn caption(quota: &str, production: &str) -> String {
    format!("{}, {production}, imports, exports and import dependence by year", capital(quota))
}
