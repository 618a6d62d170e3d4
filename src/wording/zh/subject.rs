//! 谁的、哪种商品、对谁的贸易。

pub use crate::wording::facts::{Common, Subject};

use super::fitting::LONGEST;
use super::joining::beside;
use super::names;
use crate::trade::{Flow, Measure, Unit};

/// At the beginning of a sentence.
pub fn start(subject: &Subject<'_>) -> String {
    within(subject)
}

/// Within a sentence: `中国稀土出口`, `中国对日本的稀土出口`.
pub fn within(subject: &Subject<'_>) -> String {
    beside(&reporter(subject), &trade(subject))
}

/// A headline that is too long, without whose trade it is.
pub fn shorter(subject: &Subject<'_>, headline: String) -> String {
    let over = !subject.own && headline.chars().count() > LONGEST;
    if over { headline.replacen(&within(subject), &trade(subject), 1) } else { headline }
}

/// The trade without whose it is.
pub fn trade(subject: &Subject<'_>) -> String {
    let of = if subject.with.is_some() { "的" } else { "" };
    format!("{}{of}{}", partner(subject), goods(subject))
}

/// `稀土出口`; an allowance's product says by itself what it is.
fn goods(subject: &Subject<'_>) -> String {
    match subject.flow {
        Flow::Quota if subject.goods.ends_with("指标") || subject.goods.ends_with("配额") => {
            subject.goods.to_owned()
        }
        flow => format!("{}{}", subject.goods, flow.plural()),
    }
}

/// Whose trade it is; a file trades nothing, it is in it.
pub fn reporter(subject: &Subject<'_>) -> String {
    let whose = subject.whose;
    // Where the data have no other names for the two, a country does not face a part of it.
    match subject.with.is_some_and(|with| !whose.is_empty() && with.starts_with(whose)) {
        true => String::new(),
        false => named(whose),
    }
}

fn named(whose: &str) -> String {
    let name = names::within(whose);
    if name == "您的文件" { format!("{name}中") } else { name }
}

/// The product's name.
pub fn product(subject: &Subject<'_>) -> String {
    subject.goods.to_owned()
}

/// `对日本`, `自缅甸`, or nothing for the world.
pub fn partner(subject: &Subject<'_>) -> String {
    subject.with.map_or_else(String::new, |name| towards(subject.flow, name))
}

/// `对日本`, `自缅甸`.
pub fn towards(flow: Flow, name: &str) -> String {
    format!("{}{name}", flow.towards())
}

/// The trade as it is measured: `中国稀土出口量`, `中国稀土出口额`.
pub fn measured(subject: &Subject<'_>, unit: Unit) -> String {
    format!("{}{}", within(subject), measure(subject.flow, unit))
}

/// What is counted of a trade: `出口额` where it is money.
pub(super) fn valued(trade: String, flow: Flow, unit: Unit) -> String {
    if unit.is_money() { trade + measure(flow, unit) } else { trade }
}

/// `量` of a weight, `额` of money; an allowance is measured as it is.
pub fn measure(flow: Flow, unit: Unit) -> &'static str {
    match unit.measure() {
        _ if flow == Flow::Quota => "",
        Measure::Value => "额",
        Measure::Volume => "量",
        Measure::Quantity => "数量",
    }
}

/// What several series are all of: `中国对日本的稀土永磁体出口`, `中国稀土永磁体贸易`.
pub fn of_all(common: &Common, reporter: &str) -> String {
    beside(reporter, &all_within(common))
}

/// What pages are about: `中国稀土贸易`.
pub fn trade_in(whose: &str, product: &str) -> String {
    format!("{}贸易", beside(&named(whose), product))
}

/// What several series are of, without whose it is.
pub fn all_within(common: &Common) -> String {
    let product = common.product.as_deref();
    let of = if common.partner.is_empty() { "" } else { "的" };
    match (common.flow, product) {
        (Some(flow), Some(product)) => format!("{}{of}{product}{flow}", common.partner),
        (Some(flow), None) => format!("{}{of}{flow}", common.partner),
        (None, Some(product)) => format!("{product}贸易"),
        (None, None) => "贸易".to_owned(),
    }
}
