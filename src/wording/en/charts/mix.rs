//! A change in value, split into quantity, mix and unit values.

use super::super::numbers::{capital, in_words, signed, within};
use super::super::plurals::form;
use super::super::subject::Subject;
use super::parts::{many, points};
use super::price_volume::{available_for_both, changed_in, moved_on, quantity, shortly};
use crate::trade::{Period, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Parts;
use crate::wording::fitting;

/// The chart's name.
pub const fn label() -> &'static str {
    "Unit value, volume and mix"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Unit value, volume and mix",
        "The change in value of the parts that are known in both periods is split by the additive logarithmic mean Divisia index (LMDI-I, Ang 2005). For each part, with V its value, s its share of the parts’ quantity Q and P its unit value: L·ln(Q₁/Q₀) by volume, L·ln(s₁/s₀) by mix and L·ln(P₁/P₀) by unit value, L = (V₁ − V₀) / ln(V₁/V₀). The sums over the parts are shown; what is not listed has a bar of its own.",
    )]
}

/// What growing more than other parts did.
pub const fn mix() -> &'static str {
    "Mix"
}

/// What the parts' own unit values did.
pub const fn unit_values() -> &'static str {
    "Unit values"
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, (current, base): (Period, Period), part: Parts) -> String {
    format!(
        "{}: contributions to the change in value, {} against {}, in percentage points; mix by {part}",
        subject.start(),
        current.long(),
        base.long()
    )
}

/// How the value moved, and by what.
pub fn headline(
    subject: Subject<'_>,
    value: f64,
    (period, base, annual): (Period, Period, bool),
    unit: Unit,
    [by_volume, by_mix, by_price]: [f64; 3],
    (rest, left_over): (&str, f64),
) -> String {
    // What is left changes what the others come to.
    let left = if left_over.abs() < 0.05 {
        String::new()
    } else {
        format!(", {rest} {}", points(left_over))
    };
    let [whole, short] = moved_on((period, base), value, annual);
    let (volume, price) = (within(quantity(unit.measure())), points(by_price));
    let [by_volume, by_mix, by_price] = [by_volume, by_mix, by_price].map(|part| signed(part, 1));
    // One unit does for all.
    let said =
        |left: &str| format!("{volume} {by_volume}, mix {by_mix}, unit values {price}{left}");
    let briefest = if left.is_empty() {
        said("")
    } else {
        let rest = points(left_over);
        format!("{volume} {by_volume}, mix {by_mix}, unit values {by_price}, rest {rest}")
    };
    let [trade, goods, flow] = shortly(subject);
    let with_all = || {
        fitting::two_lines([
            &|| changed_in(&subject.start(), period, &whole, &said(&left)),
            &|| changed_in(&trade, period, &whole, &said(&left)),
            &|| changed_in(&trade, period, &short, &said(&left)),
            &|| changed_in(&trade, period, &short, &briefest),
            &|| changed_in(&goods, period, &short, &briefest),
        ])
    };
    fitting::headline([
        &with_all,
        // The subtitle names the goods.
        &|| changed_in(&flow, period, &short, &briefest),
        &|| changed_in(&trade, period, &short, &said("")),
        // The bars have the rest.
        &|| changed_in(&trade, period, &whole, ""),
        &|| changed_in(&trade, period, &short, ""),
    ])
}

/// Which parts did most.
pub fn finding(
    (count, part): (usize, Parts),
    mixed: Option<(String, f64)>,
    priced: Option<(String, f64)>,
) -> String {
    let (are, parts) = form(count, [("is", part.one()), ("are", many(part))]);
    let mut text = format!(
        "{} {parts} with value and quantity in both periods {are} compared.",
        capital(&in_words(count)),
    );
    if let (Some((one, mix)), Some((other, price))) = (&mixed, &priced)
        && one == other
    {
        let mix = signed(*mix, 1);
        let price = points(*price);
        text += &format!(
            " The largest mix and unit value effects are those of {one} ({mix} and {price})."
        );
        return text;
    }
    let most = [("mix", mixed), ("unit value", priced)];
    for (effect, (name, gave)) in most.into_iter().filter_map(|(effect, of)| Some((effect, of?))) {
        text += &format!(" The largest {effect} effect is that of {name} ({}).", points(gave));
    }
    text
}

/// What a part lacks of the periods compared.
pub fn lacks(value: &[Period], quantity: &[Period]) -> String {
    let without = |what: &str, periods: &[Period]| {
        let periods = periods.iter().map(|period| period.long()).collect_vec();
        format!("no {what} for {}", periods.join(" or "))
    };
    match (value, quantity) {
        ([], []) => available_for_both(),
        ([], periods) => without("quantity", periods),
        (periods, []) => without("value", periods),
        _ => format!("{}; {}", without("value", value), without("quantity", quantity)),
    }
}

/// That a part is counted in another unit than the total.
pub fn counted_in(unit: Unit) -> String {
    format!("counted in {}", unit.words())
}

/// What the mix effect is.
pub fn what_mix_is(part: Parts) -> String {
    format!(
        "The mix effect arises when some {} grow faster than others: value rises if a larger share of the quantity goes to those with higher unit values.",
        many(part)
    )
}

/// How the change is split.
pub fn split(rest: &str) -> String {
    format!(
        "The split leaves no residual (LMDI-I). “{rest}” is the total’s change less that of the parts shown; it includes parts without a figure for one of the periods or without a quantity."
    )
}

/// Which parts are left out.
pub fn lacking(named: &[String], more: usize) -> String {
    let more = match more {
        0 => String::new(),
        _ => format!(" and {more} more"),
    };
    format!("Without value or quantity in one of the periods: {}{more}.", named.join(", "))
}

/// What a unit value by partner is not.
pub fn goods_differ() -> String {
    "Unit value by partner is not price: it also moves when the goods sent to that partner shift between cheap and expensive ones. Choose products to separate the two.".to_owned()
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, part: Parts) -> String {
    format!("{}: volume, mix and unit values by {part}", subject.start())
}

/// A column's head in a period.
pub fn in_period(head: &str, period: &str) -> String {
    format!("{head}, {period}")
}
