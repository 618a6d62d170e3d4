//! The charts that ask who and what drove it.

pub mod dependence;
pub mod drivers;
pub mod price_volume;
pub mod shares;
pub mod unit_value;

use super::context::Context;
use crate::statistics::structure::{Part, Side, parts, value_and_quantity};
use crate::trade::{Flow, Series};
use crate::wording::en::numbers::{exact, signed, within};

/// The parts of the context's series that the data hold, along the side asked for.
fn own_parts(context: &Context<'_>) -> Vec<Part> {
    parts(context.dataset, &context.query.key(), context.query.by)
}

/// `destination`, `source` or `product line`.
const fn part_word(context: &Context<'_>) -> &'static str {
    match (context.query.by, context.query.flow) {
        (Side::Product, _) => "product line",
        (Side::Partner, Flow::Import) => "source",
        (Side::Partner, _) => "destination",
    }
}

/// What is said of what is no part by itself: of a reader's own data it is known to be the others.
const fn rest(context: &Context<'_>) -> &'static str {
    if context.dataset.is_own() { "all others" } else { "not listed" }
}

/// A part's name as it stands within a sentence: `the United States`, `magnets`.
fn part_name(context: &Context<'_>, parts: &[Part], name: &str) -> String {
    if context.query.by == Side::Product {
        return within(name);
    }
    let part = parts.iter().find(|part| part.name == name);
    part.map_or(name, |part| context.dataset.partner(&part.series.key().partner)).to_owned()
}

/// The series of value and of quantity.
fn value_and_volume(context: &Context<'_>) -> (Series, Series) {
    value_and_quantity(context.dataset, &context.query.key())
}

/// Percentage points with their sign: `+3.2 pp`.
fn points(value: f64) -> String {
    format!("{} pp", signed(value, 1))
}

/// A share of one as percent: `12.3%`.
fn share(value: f64) -> String {
    format!("{}%", exact(value * 100.0, 1))
}
