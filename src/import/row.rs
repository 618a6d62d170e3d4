//! What one row of trade says.

use std::borrow::Cow;

use super::countries::CountryNames;
use super::layout::{Joining, Layout, Role, is_group};
use super::records::{Record, words};
use super::store::{Counts, Joined, Store, Trade, country};
use super::values::{self, Way, number, period, tonnes};
use crate::trade::{Flow, Measure, Period, Status, Unit};
use crate::util::csv_cells::unguarded;

/// What was done with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    Kept,
    /// Without its quantity, which is no weight.
    Unweighed,
    /// It took the place of another figure.
    Replaced,
    /// It gave the same figure once more.
    Repeated,
    /// Other rows hold it already.
    LeftOut,
}

/// What is wrong with a row: the column's place and what was expected there.
pub struct Wrong {
    pub place: Option<usize>,
    pub expected: Cow<'static, str>,
}

fn wrong(place: Option<usize>, expected: &'static str) -> Wrong {
    Wrong { place, expected: Cow::Borrowed(expected) }
}

/// Keeps what a row says.
pub fn row(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    names: &CountryNames,
    last_period: &mut Option<(Vec<u8>, Period)>,
) -> Result<Taken, Wrong> {
    let place = |role| layout.place(role);
    let flow = match place(Role::Flow) {
        Some(at) => match layout.way(record.field(at)) {
            Some(Way::Flow(flow)) => flow,
            Some(Way::Part) => return Ok(Taken::LeftOut),
            None => return Err(wrong(Some(at), "exports or imports: X, M, export, import")),
        },
        None => layout.flow.unwrap_or(Flow::Export),
    };
    let period = period_of(layout, record, last_period)?;
    let amounts = amounts(layout, record)?;
    agree_on_unit(store, layout, record, amounts.0.is_some())?;
    let partner = place(Role::Partner).or(place(Role::PartnerName));
    let partner_bytes = match partner.map(|at| record.field(at)) {
        Some(b"") => return Err(wrong(partner, "a partner")),
        Some(bytes) if layout.grouped && is_group(bytes) => return Ok(Taken::LeftOut),
        // As the Census Bureau marks the total of all countries.
        Some(b"-") => b"WLD",
        Some(bytes) => bytes,
        None => b"WLD",
    };
    let product = place(Role::Product).or(place(Role::ProductName));
    let product_bytes = match product.map(|at| record.field(at)) {
        Some(b"") => return Err(wrong(product, "a product’s code")),
        Some(bytes) => bytes,
        None => b"TOTAL",
    };
    let reporter_bytes = match place(Role::Reporter).map(|at| record.field(at)) {
        Some(b"") | None => layout.reporter.as_deref().unwrap_or("").as_bytes(),
        Some(bytes) => bytes,
    };
    let country = |bytes: &[u8]| country(bytes, names, layout.numbered);
    let reporter = store.reporters.number(reporter_bytes, |bytes| match bytes {
        b"" => "OWN".to_owned(),
        bytes => country(bytes),
    });
    let partner = store.partners.number(partner_bytes, country);
    let plain = |text: String| if layout.guarded { unguarded(&text).to_owned() } else { text };
    let own = store.products.number(product_bytes, |bytes| plain(words(bytes)));
    // Bytes that no page can show are no code.
    if store.products.get(own).is_none_or(|entry| entry.code.is_empty()) {
        return Err(wrong(product, "a product’s code"));
    }
    let product = own;
    let name = |role: Role| place(role).map(|at| plain(record.text(at))).unwrap_or_default();
    if store.reporters.is_nameless(reporter) && place(Role::ReporterName).is_some() {
        store.reporters.name(reporter, name(Role::ReporterName));
    }
    if store.partners.is_nameless(partner) {
        let name = match (place(Role::PartnerName), place(Role::Partner)) {
            (Some(_), _) => name(Role::PartnerName),
            // A name that stands where a code was expected.
            (None, Some(at)) if record.field(at).len() > 3 || !layout.numbered => record.text(at),
            _ => String::new(),
        };
        store.partners.name(partner, name);
    }
    if store.products.is_nameless(product) && place(Role::ProductName).is_some() {
        store.products.name(product, name(Role::ProductName));
    }
    let whole = layout.joining == Joining::Latest
        && layout.wholes.iter().all(|(at, whole)| {
            let field = record.field(*at);
            field.is_empty() || field == whole.as_bytes()
        });
    let counts = if whole { Counts::Whole } else { Counts::Part };
    let derived = place(Role::Status)
        .is_some_and(|at| Status::parse(&record.text(at)) == Some(Status::Derived));
    let trade = Trade { reporter, product, flow, partner };
    let joined = store.add((trade, period), amounts.0, amounts.1, counts, derived);
    let unweighed = amounts.1.is_none()
        && place(Role::Quantity)
            .and_then(|at| number(record.field(at), layout.marks))
            .is_some_and(|quantity| quantity > 0.0);
    Ok(match joined {
        Joined::Other => Taken::Replaced,
        Joined::Same => Taken::Repeated,
        Joined::Added if unweighed => Taken::Unweighed,
        Joined::Added => Taken::Kept,
    })
}

fn period_of(
    layout: &Layout,
    record: &Record<'_>,
    last: &mut Option<(Vec<u8>, Period)>,
) -> Result<Period, Wrong> {
    const EXPECTED: &str = "a month or a year from 1900 to 2100, like 202411, 2024-11 or 2024";
    let Some(at) = layout.place(Role::Period) else {
        let (year, month) = (layout.place(Role::Year), layout.place(Role::Month));
        let read = |place: Option<usize>| words(record.field(place?)).parse::<u32>().ok();
        let found =
            read(year).zip(read(month)).and_then(|(year, number)| values::month(year, number));
        return found.ok_or(wrong(month, EXPECTED));
    };
    let bytes = record.field(at);
    let found = match last {
        Some((own, found)) if own == bytes => *found,
        _ => {
            let found = period(bytes).ok_or(wrong(Some(at), EXPECTED))?;
            *last = Some((bytes.to_vec(), found));
            found
        }
    };
    let Some(at) = layout.place(Role::Months) else { return Ok(found) };
    let months = words(record.field(at)).parse().ok().filter(|months| (1..=600).contains(months));
    let months = months.ok_or(wrong(Some(at), "how many months, 1 to 600"))?;
    Ok(Period { months, ..found })
}

/// Where a row says what its amount is in, it must be tonnes, or the money of all other values.
fn agree_on_unit(
    store: &mut Store,
    layout: &Layout,
    record: &Record<'_>,
    valued: bool,
) -> Result<(), Wrong> {
    let Some(at) = layout.place(Role::Unit) else { return Ok(()) };
    let refused = |expected| Err(wrong(Some(at), expected));
    match Unit::parse(&record.text(at)) {
        Some(Unit::TONNE) if valued => refused("USD, EUR or CNY, for a value"),
        Some(Unit::TONNE) => Ok(()),
        Some(_) if !valued => refused("t, for a volume"),
        Some(money) if store.money.is_none_or(|own| own == money) => {
            store.money = Some(money);
            Ok(())
        }
        Some(_) => refused("the unit of the values before: others don’t add up"),
        None => refused("t, USD, EUR or CNY"),
    }
}

/// The row's value and its weight in tonnes; at least one of them.
fn amounts(layout: &Layout, record: &Record<'_>) -> Result<(Option<f64>, Option<f64>), Wrong> {
    const EXPECTED: &str = "a number from 0 to 10¹⁵, like 4416 or 4205.8";
    let read = |at: usize| match record.field(at) {
        b"" | b"?" | b"-" | b"NA" | b"N/A" => Ok(None),
        bytes => match number(bytes, layout.marks) {
            Some(value) => Ok(Some(value)),
            None => Err(wrong(Some(at), EXPECTED)),
        },
    };
    if let Some(at) = layout.place(Role::Amount) {
        let amount = read(at)?.ok_or(wrong(Some(at), EXPECTED))?;
        let measure = layout.place(Role::Measure);
        let text = measure.map(|at| record.text(at)).unwrap_or_default();
        return match Measure::parse(&text) {
            Some(Measure::Volume) => Ok((None, Some(amount))),
            Some(Measure::Value) => Ok((Some(amount), None)),
            Some(Measure::Quantity) | None => Err(wrong(measure, "volume or value")),
        };
    }
    let value = match layout.place(Role::Value) {
        Some(at) => read(at)?.map(|value| value * layout.money.1),
        None => None,
    };
    let weight = match layout.place(Role::Weight) {
        Some(at) => {
            let unit = match layout.place(Role::WeightUnit) {
                Some(unit) => tonnes(&record.text(unit)),
                None => Some(layout.weight),
            };
            // A weight of nought stands for one that was not reported.
            let weight = read(at)?.filter(|weight| *weight > 0.0);
            weight.zip(unit).map(|(weight, unit)| scaled(weight, unit))
        }
        None => None,
    };
    if value.is_none() && weight.is_none() {
        // A weight whose unit is none of weight is told by its unit.
        let unit = layout.place(Role::WeightUnit).filter(|unit| {
            let counted = layout.place(Role::Weight).is_some_and(|at| !record.field(at).is_empty());
            counted && tonnes(&record.text(*unit)).is_none()
        });
        if unit.is_some() {
            return Err(wrong(unit, "a unit of weight, like kg or t"));
        }
        return Err(wrong(layout.place(Role::Value).or(layout.place(Role::Weight)), EXPECTED));
    }
    Ok((value, weight))
}

/// Kilograms are divided by a thousand, which is exact where multiplying by 0.001 is not.
fn scaled(weight: f64, unit: f64) -> f64 {
    if unit < 1.0 { weight / (1.0 / unit).round() } else { weight * unit }
}
