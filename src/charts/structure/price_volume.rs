//! A change in value, split into price and quantity.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::graph::Mark;
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::unavailable::{refused, unavailable};
use super::{has_two_periods, size_of_step, value_and_volume, waterfall, without_quantity};
use crate::statistics::amount;
use crate::statistics::structure::{PriceVolume, UnitValue, price_volume_of};
use crate::trade::{Period, Quantity, Series, UnitRatio};
use crate::util::{CollectVec as _, add_missing};
use crate::wording::say::charts::parts::{self, points};
use crate::wording::say::charts::{figures as said, heads, price_volume as words, unit_value};
use crate::wording::say::joining::sentences;
use crate::wording::say::numbers::{exact, percent, signed};
use crate::wording::say::subject::Subject;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "price-volume",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "compare"],
    through_time: false,
    needs_months: None,
    offered: has_two_periods,
    opposed: alone,
    example: "?chart=price-volume&month=2024-12&compare=ytd",
    methods: written_by_the_build(words::methods),
    needs: Needs { every_measure: true, two_periods: true, ..Needs::SERIES },
    drawing: in_whole(draw),
};

pub fn draw(context: &Context<'_>) -> Drawn {
    let (value, volume) = value_and_volume(context);
    let period = context.summary.period;
    let comparison = context.query.comparison;
    let found = match price_volume_of(context.dataset, &context.query.key(), period, comparison) {
        Ok(found) => found,
        Err(why) => {
            let periods = comparison
                .periods(period)
                .map_or_else(|_| vec![period], |(one, other)| vec![one, other]);
            let lacking = [(heads::value(), &value), (heads::quantity(), &volume)]
                .map(|(name, series)| (name.to_owned(), lacks(series, &periods)));
            return match without_quantity(context.dataset, &[&value, &volume], period, &why) {
                Some(why) => {
                    refused(context, (words::called(), words::label()), &why, lacking.into())
                }
                None => unavailable(context, words::called(), &why, lacking.into()),
            };
        }
    };
    let by_volume = found.points_by_volume();
    let total = by_volume + found.points_by_price();
    let rows = [
        (words::quantity(volume.unit().measure()), (0.0, by_volume)),
        (heads::unit_value(), (by_volume, total)),
        (heads::value(), (0.0, total)),
    ];
    let mut graph = waterfall(rows.into_iter());
    graph.marks = rows
        .iter()
        .enumerate()
        .map(|(row, (name, ends))| mark(&found, name, row, *ends))
        .collect_vec();
    Drawn {
        headline: headline(context, &found),
        subtitle: words::subtitle(
            subject(context, &found),
            (found.current.period, found.base.period),
        ),
        finding: finding(context, &found),
        table: table(context, &found),
        notes: notes(),
        graph,
    }
}

fn mark(found: &PriceVolume, name: &str, row: usize, (from, to): (f64, f64)) -> Mark {
    let size = to - from;
    let mut sources = found.current.sources();
    add_missing(&mut sources, &found.base.sources());
    let (current, base) = (&found.current, &found.base);
    let UnitRatio { of, per } = current.unit;
    let one = |found: &UnitValue| found.unit.amount(found.unit_value);
    let note = match row {
        0 => said::amounts_against(current.volume.quantity(per), base.volume.quantity(per)),
        1 => said::against(&one(current), &one(base)),
        _ => said::amounts_against(current.value.quantity(of), base.value.quantity(of)),
    };
    Mark {
        at: (to, row as f64),
        group: row,
        series: name.to_owned(),
        period: said::periods(&current.period.long(), &base.period.long()),
        value: size_of_step(size, row == 2),
        status: said::computed().to_owned(),
        note,
        sources,
        month: None,
    }
}

fn headline(context: &Context<'_>, found: &PriceVolume) -> Headline {
    let [value, ..] = found.percents();
    let (current, base) = (&found.current, &found.base);
    let text = words::headline(
        subject(context, found),
        value,
        (current.period, base.period),
        current.unit.per,
        (found.points_by_volume(), found.points_by_price()),
        context.annual,
    );
    [&current.value, &current.volume, &base.value, &base.volume]
        .into_iter()
        .fold(Headline::from(text), Headline::using)
}

/// What is compared: partners that give only one of value and quantity are no part of it.
fn subject<'a>(context: &'a Context<'_>, found: &PriceVolume) -> Subject<'a> {
    let subject = context.subject();
    let partial = (found.current.left_out > 0).then(parts::those_with_both);
    Subject { with: partial.or(subject.with), ..subject }
}

fn finding(context: &Context<'_>, found: &PriceVolume) -> String {
    let UnitRatio { of, per } = found.current.unit;
    let gave = |value: f64| Quantity { value, unit: of, decimals: 0, rough: false };
    let (period, earlier) = (found.current.period, found.base.period);
    let compared = (period, earlier, context.annual);
    let gave = (gave(found.by_volume), gave(found.by_price));
    let left_out = found.current.left_out;
    let left_out =
        (left_out > 0).then(|| unit_value::left_out(left_out, &[period, earlier], false));
    let with = (left_out.is_some()).then(parts::those_with_both);
    let said = words::finding(compared, found.percents(), per, gave, with);
    sentences(&std::iter::once(said).chain(left_out).collect_vec())
}

fn notes() -> Vec<String> {
    vec![words::no_price(), words::split()]
}

fn table(context: &Context<'_>, found: &PriceVolume) -> Table {
    let [value, volume, price] = found.percents();
    let (current, base) = (&found.current, &found.base);
    let UnitRatio { of: money, per } = current.unit;
    let with = (current.left_out > 0).then(parts::those_with_both);
    let of = |name: &str| with.map_or_else(|| name.to_owned(), |with| parts::of_those(name, with));
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
            &heads::with_unit(&of(words::quantity(per.measure())), &per.symbol()),
            [
                number(base.volume.value, base.volume.decimals),
                number(current.volume.value, current.volume.decimals),
            ],
            volume,
            Some((found.by_volume, found.points_by_volume())),
        ),
        row(
            &heads::with_unit(heads::unit_value(), &current.unit.symbol()),
            [base, current]
                .map(|found| number(found.unit_value, found.unit.decimals(found.unit_value))),
            price,
            Some((found.by_price, found.points_by_price())),
        ),
        row(
            &heads::with_unit(&of(heads::value()), &money.symbol()),
            [number(base.value.value, 0), number(current.value.value, 0)],
            value,
            Some((found.change(), value)),
        ),
    ];
    Table {
        caption: words::caption(subject(context, found)),
        columns: vec![
            Table::words(heads::what(), "what"),
            Table::numbers(base.period.short(), "base"),
            Table::numbers(current.period.short(), "current"),
            Table::numbers(heads::change_percent(), "change_percent"),
            Table::amounts(heads::gave(), "gave", money),
            Table::numbers(heads::contribution(), "gave_percentage_points"),
        ],
        rows,
    }
}

/// `no figure for November 2024 or November 2023`.
fn lacks(series: &Series, periods: &[Period]) -> String {
    let missing = periods.iter().filter(|period| amount(series, **period).is_err());
    let missing = missing.copied().collect_vec();
    if missing.is_empty() { words::available_for_both() } else { parts::no_figure(&missing) }
}
