//! What a country reports beside what its partners report.

use super::super::numbers::{capital, percent};
use super::super::subject::Subject;
use crate::trade::{Period, Quantity};
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Mirror"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Mirror",
        "The reporter’s figures beside its partners’ figures for the same trade. Only partners that report it themselves are added up, on either side.",
    )]
}

/// Why the two differ; amounts of money by freight as well.
pub fn why_they_differ(money: bool) -> String {
    let freight = freight(money, ",");
    format!(
        "The two sides rarely agree: {freight}goods in transit fall into different months, trade through third countries is recorded differently, and one side may keep figures confidential. Only partners that report the trade themselves are added up."
    )
}

/// That values differ by freight, before the reasons that a mark parts from it; nothing of weights.
pub(super) fn freight(money: bool, mark: &str) -> String {
    if money {
        format!("imports usually include freight and insurance and exports do not{mark} ")
    } else {
        String::new()
    }
}

/// Whose reports are added up in a stretch of time.
pub fn added_up(first: Period, last: Period, names: &[String]) -> String {
    let span =
        if first == last { first.long() } else { format!("{}–{}", first.long(), last.long()) };
    format!("Partners added up for {span}: {}.", names.join(", "))
}

/// More partners than a headline names.
const NAMED: usize = 3;

/// Who is on the other side, what they are called then, and who it is in short: ` to the United States`.
pub fn others(towards: &str, names: &[String]) -> [String; 3] {
    let in_short = format!(" {towards} {} partners", names.len());
    let these = || "these".to_owned();
    match names {
        [one] => {
            let named = format!(" {towards} {one}");
            [named.clone(), one.clone(), named]
        }
        [first @ .., last] if names.len() <= NAMED => {
            [format!(" {towards} {} and {last}", first.join(", ")), these(), in_short]
        }
        _ => {
            let all = format!(" {towards} the {} partners that also report it", names.len());
            [all, these(), in_short]
        }
    }
}

/// What the world is called on the other side.
pub fn all_others() -> [String; 3] {
    [String::new(), "its partners".to_owned(), String::new()]
}

/// That nobody on the other side reports the period.
pub fn none(period: Period) -> String {
    format!("No partners’ figures for {} to compare", period.long())
}

/// That partners report it in something else.
pub fn reported_otherwise(unit: &str) -> String {
    format!("partners report it, but not in {unit}")
}

/// What either side reported, and how much more the other did.
pub fn headline(
    subject: Subject<'_>,
    [towards, partner, in_short]: &[String; 3],
    period: Period,
    [own, other]: [Quantity; 2],
    change: Option<f64>,
) -> String {
    let change = change.map_or_else(String::new, |change| format!(" ({})", percent(change)));
    let (reporter, product) = (subject.reporter(), subject.product());
    let [own, other] = [own, other].map(Quantity::rounded);
    let whole = || {
        format!(
            "{} reported {own} of {product} {}{towards} in {}, {partner} {other}{change}",
            capital(&reporter),
            subject.flow.verb(),
            period.long(),
        )
    };
    let briefly = |towards: &str, change: &str| {
        let (product, period) = (capital(&product), period.long());
        format!(
            "{product}{towards}, {period}: {reporter} reports {own}, mirror data {other}{change}"
        )
    };
    if towards.is_empty() {
        return whole();
    }
    fitting::two_lines([&whole, &|| briefly(towards, &change), &|| briefly(towards, ""), &|| {
        briefly(in_short, "")
    }])
}

/// Whose figures are credited.
pub fn own_credit(period: Period) -> String {
    format!("reporter’s figure in {}", period.long())
}

/// Whose figures are credited.
pub fn partner_credit(period: Period) -> String {
    format!("partner’s figure in {}", period.long())
}
