//! What a country reports beside what its partners report.

use super::super::numbers::{capital, in_words, percent};
use super::super::quantity::in_a_summary;
use super::super::subject::{Subject, briefly, in_short, is_file};
use super::notes::few_spans;
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

/// Whose reports are added up in these periods.
pub fn added_up(periods: &[Period], names: &[String]) -> String {
    let span = few_spans(periods);
    match names {
        [one] => format!("For {span} the data have reports from {one} only."),
        _ => format!("Partners added up for {span}: {}.", names.join(", ")),
    }
}

/// What stands before the number of several partners.
const THESE: &str = "these ";

/// Of which partners figures are.
pub const fn those_reporting() -> &'static str {
    "partners that also report them"
}

/// More partners than a headline names.
const NAMED: usize = 3;

/// Who is on the other side, and what they are called then: ` to the United States`.
pub fn others(towards: &str, names: &[String]) -> (String, String) {
    let these = || format!("{THESE}{}", in_words(names.len()));
    match names {
        [one] => (format!(" {towards} {one}"), one.clone()),
        [first @ .., last] if names.len() <= NAMED => {
            (format!(" {towards} {} and {last}", first.join(", ")), these())
        }
        _ => (
            format!(" {towards} the {} partners that also report it", in_words(names.len())),
            these(),
        ),
    }
}

/// What the world is called on the other side.
pub fn all_others() -> (String, String) {
    (String::new(), "its partners".to_owned())
}

/// That nobody on the other side reports the period, or only in something else than a unit.
pub fn none(subject: Subject<'_>, period: Period, not_in: Option<&str>) -> String {
    let why = not_in.map_or_else(|| "no figures from partners".to_owned(), reported_otherwise);
    let said = |trade: String| format!("{trade}, {}: {why}", period.long());
    fitting::two_lines([&|| said(subject.start()), &|| said(briefly(&subject))])
}

/// What the partner, or the partners where none is named, report of a period of which the reporter has no figure.
pub fn partners_alone(
    subject: Subject<'_>,
    partner: Option<&str>,
    period: Period,
    amount: Quantity,
) -> String {
    let amount = amount.rounded();
    let who = partner.map_or_else(
        || format!("partners report {amount}"),
        |partner| format!("{partner} reports {amount}"),
    );
    let none = || format!("{} has no figure", reporting(subject));
    let said =
        |trade: String, period: String, none: &str| format!("{trade}, {period}: {who}{none}");
    fitting::headline([
        &|| said(subject.start(), period.long(), &format!("; {}", none())),
        &|| said(briefly(&subject), period.short(), &format!("; {}", none())),
        &|| said(briefly(&in_short(subject)), period.short(), "; no other figure"),
        &|| said(briefly(&in_short(subject)), period.short(), ""),
    ])
}

/// That the data have partners' figures alone of a period.
pub fn without_own(subject: Subject<'_>, period: Period) -> String {
    format!("{} for {} is not in the data.", own_report(subject), period.long())
}

/// What the reporter has for all partners, those that do not report it among them.
pub fn to_all(subject: Subject<'_>, period: Period, amount: Quantity) -> String {
    format!(
        "{} {} all partners came to {} in {}.",
        subject.start(),
        subject.flow.towards(),
        in_a_summary(amount),
        period.long()
    )
}

/// That partners report it in something else.
pub fn reported_otherwise(unit: &str) -> String {
    format!("partners report it, but not in {unit}")
}

/// What either side reported, and how much more the other did.
pub fn headline(
    subject: Subject<'_>,
    (towards, partner): &(String, String),
    period: Period,
    [own, other]: [Quantity; 2],
    change: Option<f64>,
) -> String {
    let change = change.map_or_else(String::new, |change| format!(" ({})", percent(change)));
    let (reporter, product) = (subject.reporter(), subject.product());
    let [own, other] = [own, other].map(Quantity::rounded);
    // Partners are counted where there is no room for their names.
    let several = partner.strip_prefix(THESE);
    let counted = several.map_or_else(
        || towards.clone(),
        |count| format!(" {} {count} partners", subject.flow.towards()),
    );
    let whole = || {
        format!(
            "{} reported {own} of {product} {}{towards} in {}, {partner} {other}{change}",
            capital(&reporter),
            subject.flow.verb(),
            period.long(),
        )
    };
    let brief = |towards: &str, change: &str| {
        let (goods, period) = (in_short(subject).product(), period.short());
        // `To the United States` says which way.
        let trade = if towards.is_empty() {
            capital(&in_short(subject).trade())
        } else {
            format!("{}{towards}", capital(&goods))
        };
        let partner = if several.is_some() { "partners" } else { partner };
        format!("{trade}, {period}: {reporter} reports {own}, {partner} {other}{change}")
    };
    let briefest = |count: &str| {
        let trade = capital(&in_short(subject).product());
        format!(
            "{trade} {} {count} partners, {}: {reporter} {own}, partners {other}",
            subject.flow.towards(),
            period.short()
        )
    };
    let two = || {
        let (goods, period) = (in_short(subject).product(), period.short());
        if towards.is_empty() {
            let trade = format!("{} of {goods}", capital(subject.flow.plural()));
            return format!("{trade}, {period}: {reporter} {own}, {partner} {other}");
        }
        // What is traded with one partner is not the trade with all.
        format!("{}{towards}, {period}: {reporter} {own}, partner {other}", capital(&goods))
    };
    let said = || {
        fitting::figures([
            &whole,
            &|| brief(towards, &change),
            &|| brief(towards, ""),
            &|| brief(&counted, &change),
            &|| brief(&counted, ""),
            &|| several.map_or_else(&two, briefest),
        ])
    };
    // The subtitle says which way.
    let last = || {
        let goods = capital(&in_short(subject).product());
        let to = format!(" {} ", subject.flow.towards());
        let who = match several {
            Some(count) => format!("{count} partners"),
            None => towards.strip_prefix(&*to).unwrap_or(partner).to_owned(),
        };
        format!("{goods}, {}: {reporter} {own}, {who} {other}", period.short())
    };
    fitting::headline([&said, &last])
}

/// Who reports, within a sentence; a reader's file may not name it.
pub(super) fn reporting(subject: Subject<'_>) -> String {
    let reporter = subject.reporter();
    if is_file(&reporter) { "the reporter".to_owned() } else { reporter }
}

/// What the reporter's own figures are called; a reader's file may not name it.
pub fn own_report(subject: Subject<'_>) -> String {
    let reporter = subject.reporter();
    if is_file(&reporter) {
        return "Reporter’s figure".to_owned();
    }
    format!("{}’s figure", capital(&reporter))
}

/// What the partner's figure less that is called.
pub fn gap(subject: Subject<'_>) -> String {
    let reporter = subject.reporter();
    let whose = if is_file(&reporter) { "reporter" } else { &reporter };
    format!("Partner less {whose}")
}

/// Whose figures are credited.
pub fn own_credit(subject: Subject<'_>, period: Period) -> String {
    format!("{} for {}", own_report(subject), period.long())
}

/// Whose figures are credited.
pub fn partner_credit(period: Period) -> String {
    format!("partner’s figure for {}", period.long())
}
