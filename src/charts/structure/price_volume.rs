//! A change in value, split into price and quantity.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::{Bar, Graph, Layer, Mark, Row, Tone, XAxis, YAxis};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use super::{has_both_measures, points, value_and_volume};
use crate::statistics::structure::{PriceVolume, UnitValue, price_volume};
use crate::statistics::{Amount, amount};
use crate::trade::{Measure, Period, Series, UnitRatio};
use crate::util::CollectVec as _;
use crate::wording::en::direction::up_or_down;
use crate::wording::en::numbers::{exact, percent, rounded, signed, within};

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "price-volume",
    label: "Price or volume",
    question: Question::Drivers,
    controls: &["flow", "product", "month", "compare"],
    through_time: false,
    needs_months: None,
    offered: has_both_measures,
    opposed: alone,
    example: "?chart=price-volume&month=2024-12&compare=ytd",
    methods: written_by_the_build(&[(
        "Price or volume",
        "The change in value is split by the additive logarithmic mean Divisia index (LMDI-I, Ang 2004): L·ln(Q₁/Q₀) by volume and L·ln(P₁/P₀) by unit value, L = (V₁ − V₀) / ln(V₁/V₀); there is no residual.",
    )]),
    needs: Needs { every_measure: true, two_periods: true, ..Needs::SERIES },
    drawing: in_whole(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let (value, volume) = value_and_volume(context);
    let period = context.summary.period;
    let comparison = context.query.comparison;
    let found = match price_volume(&value, &volume, period, comparison) {
        Ok(found) => found,
        Err(why) => {
            let periods = comparison
                .periods(period)
                .map_or_else(|_| vec![period], |(one, other)| vec![one, other]);
            let lacking = [("Value", &value), ("Quantity", &volume)]
                .map(|(name, series)| (name.to_owned(), lacks(series, &periods)));
            return unavailable(context, "price and volume", &why, lacking.into());
        }
    };
    let by_volume = found.points_by_volume();
    let total = by_volume + found.points_by_price();
    let rows = [
        (quantity(volume.unit().measure()), (0.0, by_volume)),
        ("Unit value", (by_volume, total)),
        ("Value", (0.0, total)),
    ];
    let bounds = || rows.iter().flat_map(|(_, (from, to))| [*from, *to]);
    let ticks = nice_ticks(bounds().fold(0.0, f64::min), bounds().fold(0.0, f64::max), 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let names =
        rows.iter().map(|(name, _)| Row { name: (*name).to_owned(), absent: String::new() });
    let mut graph = Graph::new(XAxis::Points(ends.0, ends.1), YAxis::Rows(names.collect_vec()));
    let bars = rows.iter().enumerate().map(|(row, (_, ends))| bar(row, *ends));
    graph.layers.push(Layer::Bars(bars.collect_vec()));
    graph.marks = rows
        .iter()
        .enumerate()
        .map(|(row, (name, ends))| mark(&found, name, row, *ends))
        .collect_vec();
    Drawn {
        headline: headline(context, &found),
        subtitle: format!(
            "{}: value in {} against {}; percentage points of its change",
            context.subject(),
            found.current.period.long(),
            found.base.period.long()
        ),
        finding: finding(&found),
        table: table(context, &found),
        notes: notes(),
        graph,
    }
}

fn bar(row: usize, (from, to): (f64, f64)) -> Bar {
    let (y, size) = (row as f64, to - from);
    Bar {
        x: (from, to),
        y: (y - 0.3, y + 0.3),
        tone: match size {
            _ if row == 2 => Tone::Near,
            size if size < 0.0 => Tone::Fall,
            _ => Tone::Rise,
        },
        chosen: false,
        text: if row == 2 { percent(size) } else { points(size) },
    }
}

fn mark(found: &PriceVolume, name: &str, row: usize, (from, to): (f64, f64)) -> Mark {
    let size = to - from;
    let mut sources = found.current.sources();
    for source in found.base.sources() {
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let (current, base) = (&found.current, &found.base);
    let UnitRatio { of, per } = current.unit;
    let amount = |found: &Amount, unit| rounded(found.value, found.decimals, unit);
    let words = |found: &UnitValue| match row {
        0 => amount(&found.volume, per),
        1 => found.unit.amount(found.unit_value),
        _ => amount(&found.value, of),
    };
    let note = format!("{} against {}", words(current), words(base));
    Mark {
        at: (to, row as f64),
        group: row,
        series: name.to_owned(),
        period: format!("{} against {}", current.period.long(), base.period.long()),
        value: if row == 2 { percent(size) } else { points(size) },
        status: "computed".to_owned(),
        note,
        sources,
        month: None,
    }
}

fn headline(context: &Context<'_>, found: &PriceVolume) -> Headline {
    let [value, ..] = found.percents();
    let (current, base) = (&found.current, &found.base);
    let text = format!(
        "{}: value {} in {}; {} contributed {}, unit value {}",
        context.subject(),
        up_or_down(value),
        current.period.long(),
        within(quantity(current.unit.per.measure())),
        points(found.points_by_volume()),
        points(found.points_by_price()),
    );
    [&current.value, &current.volume, &base.value, &base.volume]
        .into_iter()
        .fold(Headline::from(text), Headline::using)
}

fn finding(found: &PriceVolume) -> String {
    let [value, volume, price] = found.percents();
    let UnitRatio { of, per } = found.current.unit;
    let gave = |value: f64| {
        let sign = if value > 0.0 { "+" } else { "" };
        format!("{sign}{}", rounded(value, 0, of))
    };
    format!(
        "Value {}, {} {}, value of {} {}. These changes multiply and so do not add up; the contributions do, exactly: {} from {} and {} from unit value.",
        percent(value),
        within(quantity(per.measure())),
        percent(volume),
        per.each(),
        percent(price),
        gave(found.by_volume),
        within(quantity(per.measure())),
        gave(found.by_price)
    )
}

/// What the quantity is called: customs call a weight a volume.
const fn quantity(measure: Measure) -> &'static str {
    if matches!(measure, Measure::Volume) { "Volume" } else { "Quantity" }
}

fn notes() -> Vec<String> {
    vec![
        "Unit value is not price: it also moves when the mix of goods shifts between cheap and expensive ones.".to_owned(),
        "The split is the additive logarithmic mean Divisia index (LMDI-I), which leaves no residual.".to_owned(),
    ]
}

fn table(context: &Context<'_>, found: &PriceVolume) -> Table {
    let [value, volume, price] = found.percents();
    let (current, base) = (&found.current, &found.base);
    let UnitRatio { of, per } = current.unit;
    let number =
        |value: f64, decimals: u8| TableCell::number(exact(value, decimals), value, decimals);
    let row = |name: &str, [one, other]: [TableCell; 2], size: f64, gave: Option<(f64, f64)>| {
        let (amount, share) = gave.map_or_else(
            || (TableCell::missing(), TableCell::missing()),
            |(amount, share)| {
                (
                    TableCell::number(signed(amount, 0), amount, 0),
                    TableCell::number(points(share), share, 3),
                )
            },
        );
        let mut sources = current.sources();
        sources.extend(base.sources());
        TableRow {
            cells: vec![
                TableCell::word(name),
                one,
                other,
                TableCell::number(percent(size), size, 3),
                amount,
                share,
            ],
            sources,
            chosen: false,
        }
    };
    let rows = vec![
        row(
            &format!("{} ({})", quantity(per.measure()), per.symbol()),
            [
                number(base.volume.value, base.volume.decimals),
                number(current.volume.value, current.volume.decimals),
            ],
            volume,
            Some((found.by_volume, found.points_by_volume())),
        ),
        row(
            &format!("Unit value ({})", current.unit.symbol()),
            [base, current]
                .map(|found| number(found.unit_value, found.unit.decimals(found.unit_value))),
            price,
            Some((found.by_price, found.points_by_price())),
        ),
        row(
            &format!("Value ({})", of.symbol()),
            [number(base.value.value, 0), number(current.value.value, 0)],
            value,
            Some((found.change(), value)),
        ),
    ];
    Table {
        caption: format!("{}: price and volume", context.subject()),
        columns: vec![
            Table::words("What", "what"),
            Table::numbers(base.period.short(), "base"),
            Table::numbers(current.period.short(), "current"),
            Table::numbers("Change", "change_percent"),
            Table::amounts("Contribution", "gave", of),
            Table::numbers("Contribution", "gave_percentage_points"),
        ],
        rows,
    }
}

/// `no figure for November 2024 or November 2023`.
fn lacks(series: &Series, periods: &[Period]) -> String {
    let missing = periods.iter().filter(|period| amount(series, **period).is_err());
    let missing: Vec<String> = missing.map(|period| period.long()).collect_vec();
    if missing.is_empty() {
        "available for both".to_owned()
    } else {
        format!("no figure for {}", missing.join(" or "))
    }
}
