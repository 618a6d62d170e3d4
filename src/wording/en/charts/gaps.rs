//! What each partner reports beside what the reporter does.

use super::super::numbers::{capital, in_words, percent, percent_size};
use super::super::subject::{Subject, in_short};
use super::mirror::{freight, reporting};
use crate::trade::{Flow, Period, Quantity, Unit};
use crate::wording::facts::Direction;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Mirror gaps"
}

/// What a sentence calls it.
pub fn called(subject: Subject<'_>) -> String {
    format!("a comparison of {} with partners’ reports", subject.within())
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Mirror gaps",
        "For one period and each partner: the reporter’s figure, the partner’s figure for the same trade, and the partner’s less the reporter’s, in units and in percent of the reporter’s. The largest gaps come first. Bars show the gaps in their own unit; the table gives them in percent of the reporter’s figure too. A side without a figure is not counted as zero.",
    )]
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, unit: &str, period: Period) -> String {
    let (start, reporter) = (subject.start(), reporting(subject));
    format!("{start}, {}: partner’s figure less {reporter}’s, {unit}", period.long())
}

/// The largest gap.
pub fn headline(
    subject: Subject<'_>,
    partner: &str,
    (size, more, _): (&str, bool, Unit),
    change: Option<f64>,
    period: Period,
) -> String {
    let than = if more { "more" } else { "less" };
    let (goods, reporter) = (capital(&in_short(subject).product()), subject.reporter());
    if change == Some(0.0) {
        // What one exports the other imports.
        let towards = if subject.flow == Flow::Import { "to" } else { "from" };
        let said = |period: String| {
            format!(
                "{goods} {towards} {reporter}, {period}: {partner} reports as much as {reporter}"
            )
        };
        return fitting::headline([&|| said(period.long()), &|| said(period.short())]);
    }
    // A part that would be shown as nothing is left to its size.
    let change = change.filter(|change| Direction::of(*change) != Direction::Unchanged);
    // What one exports the other imports.
    let towards = if subject.flow == Flow::Import { "to" } else { "from" };
    let said = |size: &str| {
        let period = period.long();
        format!("{goods} {towards} {reporter}, {period}: {partner} reports {size} {than}")
    };
    let full = |size: &str| format!("{} than {reporter}", said(size));
    let part = change.map(percent_size).unwrap_or_default();
    let both = if part.is_empty() { size.to_owned() } else { format!("{size} ({part})") };
    // Money says that it is a value.
    let weighed = size.starts_with(|first: char| first.is_ascii_digit());
    let brief = if part.is_empty() || !weighed { size } else { &part };
    // Whose the other figure is, is said before.
    fitting::figures([&|| full(&both), &|| full(brief), &|| said(brief), &|| {
        // The subtitle names the goods.
        let change = change.map_or_else(String::new, |change| format!(" ({})", percent(change)));
        let period = period.long();
        format!("{} reported {size} {than} than {reporter}{change} in {period}", capital(partner))
    }])
}

/// A gap in its unit.
pub fn gap(size: &str, unit: Unit) -> String {
    if unit.is_money() {
        format!("{size} {}", unit.code())
    } else {
        format!("{size} {}", unit.symbol())
    }
}

/// What either side says, and how much more the partner does.
pub fn sides(subject: Subject<'_>, [own, other]: [Quantity; 2], part: Option<f64>) -> String {
    let part = part.map_or_else(String::new, |part| format!(" ({})", percent(part)));
    let (own, other) = (own.rounded(), other.rounded());
    format!("{}’s figure {own}, partner’s figure {other}{part}", reporting(subject))
}

/// Of how many partners what is known, and the sums of those compared.
pub fn finding(
    subject: Subject<'_>,
    period: Period,
    (both, own, other): (usize, usize, usize),
    [sum, mirrored]: [Quantity; 2],
) -> String {
    let reporter = reporting(subject);
    let one = |count: usize, words: &str| match count {
        0 => String::new(),
        1 => format!(" For one partner there is only {words}."),
        _ => format!(" For {} partners there is only {words}.", in_words(count)),
    };
    let compared = match both {
        0 => String::new(),
        1 => format!("There are reports from both sides for one partner in {}.", period.long()),
        _ => format!(
            "There are reports from both sides for {} partners in {}: {reporter}’s figures add up to {}, the partners’ to {}.",
            in_words(both),
            period.long(),
            sum.rounded(),
            mirrored.rounded()
        ),
    };
    let own = one(own, &format!("{reporter}’s figure"));
    format!("{compared}{own}{}", one(other, "the partner’s figure")).trim_start().to_owned()
}

/// That a partner asked for is not among these.
pub fn not_both(partner: &str, period: Period) -> String {
    format!("There are no reports from both sides for {partner} in {}.", period.long())
}

/// Why there is nothing to compare: of a reader's own data, whether other partners than those shown report it.
pub const fn no_report(own: bool, others: bool) -> &'static str {
    match (own, others) {
        (false, _) => "the data have no partner’s report of this trade",
        (true, false) => "no partner’s report of this trade has been read",
        (true, true) => "none of the partners shown reports this trade",
    }
}

/// What a reader can do then.
pub const fn where_reports_come_from(others: bool) -> &'static str {
    if others {
        "Other partners in the files report it. Raise “Largest partners for exports and for imports” to compare them one by one."
    } else {
        "Partners’ reports are read with the files that hold them. Those of a folder are fetched only where “Also show what partners report (mirror data)” is ticked."
    }
}

/// That another period is shown than the one chosen.
pub fn nearest(studied: Period, shown: Period) -> String {
    format!(
        "No partner has figures from both sides for {}; {}, the nearest period with such figures, is shown instead.",
        studied.long(),
        shown.long()
    )
}

/// What both sides report of all partners, those not named among them.
pub fn more_unnamed(subject: Subject<'_>, [own, other]: [Quantity; 2]) -> String {
    format!(
        "More partners than those named here report it too: of all of them, {}’s figures add up to {} and the partners’ to {}. Raise “Largest partners for exports and for imports” to name more.",
        reporting(subject),
        own.rounded(),
        other.rounded()
    )
}

/// Why the two sides differ as a rule; amounts of money by freight as well.
pub fn usual_reasons(money: bool) -> String {
    let freight = freight(money, ";");
    format!(
        "Usual reasons for a gap: {freight}goods in transit through third countries are recorded under different partners; figures kept confidential are left out by one side; goods on their way at the end of a period fall into different periods; and the two sides class the same goods under different codes. The data do not say which of these applies."
    )
}

/// How many have bars.
pub fn more_in_the_table(all: usize, drawn: usize) -> String {
    format!("The {drawn} largest of {all} gaps are drawn; all are in the table.")
}

/// How many partners are listed of how many.
pub fn left_out(all: usize, listed: usize) -> String {
    format!("Of {all} partners, the first {listed} are listed.")
}

/// That both sides are known.
pub const fn both_known() -> &'static str {
    "both sides"
}

/// Which side alone is known.
pub fn one_known(subject: Subject<'_>, own: bool) -> String {
    format!("{} only", if own { reporting(subject) } else { "the partner".to_owned() })
}

/// Whose figures are credited.
pub fn partner_credit(name: &str, period: Period) -> String {
    format!("that of {name} for {}", period.long())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, period: Period) -> String {
    format!("{}’s and partners’ figures, {}", capital(&reporting(subject)), period.long())
}
