//! The numbers behind several series: a row a period, a column a line.

use super::super::context::Context;
use super::super::geometry::plain_period;
use super::super::graph::Scale;
use super::super::table::{Column, Table, TableCell, TableRow};
use super::plots::{Drawing, Plot, Point, unit};
use crate::query::Line as Asked;
use crate::trade::Period;
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::util::sort_unique;
use crate::wording::say::charts::{heads, series as words};
use crate::wording::say::numbers::{capital, exact};

pub fn table(context: &Context<'_>, caption: &str, plots: &[Plot<'_>]) -> Table {
    let all = || plots.iter().flat_map(|plot| plot.lines.iter().map(move |line| (plot, line)));
    let mut periods: Vec<Period> = all()
        .flat_map(|(_, line)| line.points.iter().map(|point| point.amount.period))
        .collect_vec();
    sort_by_key(&mut periods, |period| (period.end(), std::cmp::Reverse(period.months)));
    periods.dedup();
    let mut columns = vec![Table::words(heads::period(), "period")];
    columns.extend(all().map(|(plot, line)| {
        // A line that stands alone goes by its partner: a file’s head names its goods too.
        let partner = &line.line.asked.key.partner;
        let alone = context.query.with.is_empty() && !partner.is_world();
        let goods = || capital(&context.subject().product());
        let name = &line.line.name;
        let head = alone.then(|| words::name(Some(&goods()), None, Some(name)));
        column(plot, line, head.as_deref().unwrap_or(name))
    }));
    let row = |period: Period| {
        let mut cells = vec![TableCell::written(period.short(), plain_period(period))];
        let mut sources: Vec<usize> = Vec::new();
        for (plot, line) in all() {
            let point = line.points.iter().find(|point| point.amount.period == period);
            sources.extend(point.into_iter().flat_map(|point| point.sources.clone()));
            cells.push(point.map_or_else(TableCell::missing, |point| cell(plot, point)));
        }
        sort_unique(&mut sources);
        let stands = |(_, line): (_, &Drawing<'_>)| {
            line.at(context.month).is_some_and(|point| point.amount.period == period)
        };
        TableRow { cells, sources, chosen: all().any(stands) }
    };
    Table { caption: caption.to_owned(), columns, rows: periods.into_iter().map(row).collect_vec() }
}

fn column(plot: &Plot<'_>, line: &Drawing<'_>, head: &str) -> Column {
    // The money stands behind it in any case.
    let asked = Asked { unit: None, ..line.line.asked.clone() };
    let code = asked.code().replace('.', "_");
    if let Some(unit) = unit(plot) {
        return Table::amounts(head, &code, unit);
    }
    match plot.scale {
        Scale::Number => Table::numbers(words::index_head(head), format!("{code}_index")),
        Scale::Share => Table::numbers(words::share_head(head), format!("{code}_share_percent")),
        _ => Table::numbers(words::change_head(head), format!("{code}_change_percent")),
    }
}

fn cell(plot: &Plot<'_>, point: &Point) -> TableCell {
    match unit(plot) {
        Some(_) => {
            let decimals = point.amount.decimals;
            TableCell::number(exact(point.number, decimals), point.number, decimals)
        }
        None => TableCell::number(point.value.clone(), point.number, 2),
    }
}
