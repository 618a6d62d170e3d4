//! Whose trade of what with whom, as sentences name it.

pub use crate::wording::facts::{Common, Subject};

use super::names;
use super::numbers::{capital, within as lowered};
use crate::trade::Unit;
use crate::wording::fitting::LONGEST;

/// At the beginning of a sentence.
pub fn start(subject: &Subject<'_>) -> String {
    capital(&within(subject))
}

/// Within a sentence.
pub fn within(subject: &Subject<'_>) -> String {
    whose(&reporter(subject), &trade(subject))
}

/// At the beginning of a headline that has no room for whose it is: `Exports of magnets to Japan`. The page
/// says it elsewhere, but not of a reader’s own files.
pub(super) fn briefly(subject: &Subject<'_>) -> String {
    capital(&within_briefly(subject))
}

/// A headline that is too long, which begins with the trade: without whose it is, under the goods’ short name, at
/// last without the way they go. The subtitle, or the words below, say it.
pub fn shorter(subject: &Subject<'_>, mut headline: String) -> String {
    let short = in_short(*subject);
    let goods = |of: &Subject<'_>| capital(&format!("{}{}", product(of), partner(of)));
    let ways = [
        (start(subject), briefly(subject)),
        (goods(subject), goods(&short)),
        (briefly(subject), goods(&short)),
    ];
    for (long, brief) in ways {
        let over = !subject.own && headline.chars().count() > LONGEST;
        if let Some(rest) = headline.strip_prefix(&*long).filter(|_| over) {
            headline = format!("{brief}{rest}");
        }
    }
    // What is refused names the trade behind it.
    let of_goods = format!("{}{}", product(&short), partner(&short));
    for (long, brief) in
        [(within(subject), within_briefly(subject)), (within_briefly(subject), of_goods)]
    {
        if !subject.own && headline.chars().count() > LONGEST {
            headline = headline.replacen(&long, &brief, 1);
        }
    }
    headline
}

/// The same within a sentence.
pub(super) fn within_briefly(subject: &Subject<'_>) -> String {
    if subject.own { within(subject) } else { trade(&in_short(*subject)) }
}

/// The same goods by their short name.
pub(super) const fn in_short(subject: Subject<'_>) -> Subject<'_> {
    Subject { goods: subject.goods_briefly, ..subject }
}

/// `China’s exports of magnets`; a file exports nothing: `exports of magnets in your file`.
pub(super) fn whose(reporter: &str, trade: &str) -> String {
    if is_file(reporter) {
        format!("{trade} in {reporter}")
    } else {
        format!("{reporter}’s {trade}")
    }
}

pub(super) fn is_file(reporter: &str) -> bool {
    reporter.starts_with("your ")
}

/// What was done in a period, within a sentence: `China exported 4,416 t of rare earths to Japan`, `exported
/// US$18.7 million worth of rare earths`.
pub(super) fn did(subject: &Subject<'_>, amount: &str, money: bool) -> String {
    let reporter = reporter(subject);
    if is_file(&reporter) {
        return format!("{} in {reporter} came to {amount}", trade(subject));
    }
    let (verb, goods, with) = (subject.flow.verb(), product(subject), partner(subject));
    let worth = if money { " worth" } else { "" };
    format!("{reporter} {verb} {amount}{worth} of {goods}{with}")
}

/// What is counted of a trade: money is its value.
pub(super) fn valued(trade: &str, unit: Unit) -> String {
    if unit.is_money() { format!("the value of {trade}") } else { trade.to_owned() }
}

/// The trade without whose it is: `exports of rare earths to Japan`.
pub fn trade(subject: &Subject<'_>) -> String {
    format!("{} of {}{}", subject.flow.plural(), product(subject), partner(subject))
}

/// Whose trade it is, within a sentence: `the United Kingdom`.
pub fn reporter(subject: &Subject<'_>) -> String {
    names::within(subject.whose)
}

/// The product's name within a sentence.
pub fn product(subject: &Subject<'_>) -> String {
    lowered(subject.goods)
}

/// ` to Japan`, ` from Myanmar`, or nothing for the world.
pub fn partner(subject: &Subject<'_>) -> String {
    subject.with.map_or_else(String::new, |name| format!(" {} {name}", subject.flow.towards()))
}

/// What several series are all of: `China’s exports of magnets to Japan`, `China’s trade in magnets`.
pub fn of_all(common: &Common, reporter: &str) -> String {
    capital(&whose(reporter, &all_within(common)))
}

/// What pages are about: `China’s trade in rare earths`.
pub fn trade_in(reporter: &str, product: &str) -> String {
    capital(&whose(&names::within(reporter), &format!("trade in {}", lowered(product))))
}

/// What several series are of, without whose it is.
pub fn all_within(common: &Common) -> String {
    let product = common.product.as_deref();
    match (common.flow, product) {
        (Some(flow), Some(product)) => format!("{flow} of {product}{}", common.partner),
        (Some(flow), None) => format!("{flow}{}", common.partner),
        (None, Some(product)) => format!("trade in {product}"),
        (None, None) => "trade".to_owned(),
    }
}
