//! The adjusted series from its parts, beside the direct one.

use super::super::context::Context;
use super::super::table::{Table, TableCell};
use crate::statistics::seasonal::{Decomposition, Filling, Indirect, PreparedSeries};
use crate::statistics::structure::{Part, Side, parts};
use crate::statistics::{Known, Unavailable};
use crate::trade::{Month, Unit};
use crate::util::{CollectVec as _, three_figures};
use crate::wording::facts::Parts;
use crate::wording::say::charts::{decomposition as words, heads, parts as said};
use crate::wording::say::numbers::{exact, percent, within};

/// Parts that are named; the others are counted.
const NAMED: usize = 5;

/// The indirect adjustment asked for, and its result.
pub struct Beside {
    side: Side,
    part: Parts,
    parts: Vec<Part>,
    found: Known<Indirect>,
}

/// The parts that a query asks to adjust; none if it asks for the total.
pub fn asked(context: &Context<'_>) -> Option<(Side, Vec<Part>)> {
    let side = context.query.adjusted_by?;
    Some((side, parts(context.dataset, &context.query.key(), side)))
}

impl Beside {
    /// The indirect adjustment of a query; none if it asks for the total.
    pub fn of(context: &Context<'_>, study: &PreparedSeries) -> Option<Self> {
        let (side, parts) = asked(context)?;
        let part = Parts { by: side, flow: context.query.flow };
        let lines = || Unavailable::NoLines { what: part.one(), unit: context.query.unit };
        let found = if parts.is_empty() { Err(lines()) } else { study.indirect(&parts) };
        Some(Self { side, part, parts, found })
    }

    /// The adjusted amount of a month.
    pub fn adjusted_in(&self, month: Month) -> Option<f64> {
        self.found.as_ref().ok()?.adjusted_in(month)
    }

    /// The line's name.
    pub fn name(&self) -> String {
        words::from_parts(self.part)
    }

    /// Whether it could not be computed.
    pub const fn is_lacking(&self) -> bool {
        self.found.is_err()
    }

    /// The result in words, with its difference from the direct adjustment and its parts; or why there is
    /// none.
    pub fn sentence(&self, context: &Context<'_>, direct: &Decomposition) -> String {
        let found = match &self.found {
            Ok(found) => found,
            Err(why) => return words::no_indirect(self.part, why),
        };
        let month = context.month;
        let own = direct.months.iter().find(|own| own.month == month);
        let reported = own.is_some_and(|own| own.filling == Filling::None);
        let value = found.adjusted_in(month).filter(|_| reported);
        let both = value.zip(found.difference(direct, month));
        let own = both.map(|(value, difference)| {
            let amount = context.computed(value, three_figures(value));
            words::month_from_parts(self.part, month, amount, difference)
        });
        let apart = found.apart(direct).map(|apart| {
            let (largest, month) = apart.largest;
            words::apart(apart.typical, largest, month)
        });
        let named = [&found.alone, &found.together].map(|places| self.named(context, places));
        let [alone, together] = named;
        let parts = words::adjusted_parts(&alone, &together);
        own.unwrap_or_default() + &apart.unwrap_or_default() + &parts
    }

    /// The first parts by name, and how many more there are.
    fn named(&self, context: &Context<'_>, places: &[usize]) -> Vec<String> {
        let name = |place: &usize| {
            let part = self.parts.get(*place)?;
            Some(match self.side {
                Side::Product => within(&part.name),
                Side::Partner => context.dataset.partner(&part.series.key().partner).to_owned(),
            })
        };
        let more = places.len().saturating_sub(NAMED);
        let named = places.iter().take(NAMED).filter_map(name);
        named.chain((more > 0).then(|| said::others(more))).collect_vec()
    }

    /// Adds the adjusted amounts and their differences from the direct ones to a table, before its last
    /// column.
    pub fn add_to(
        &self,
        table: &mut Table,
        unit: Unit,
        direct: &Decomposition,
        months: impl Iterator<Item = Month>,
    ) {
        let Ok(found) = &self.found else { return };
        let Some(at) = table.columns.len().checked_sub(1) else { return };
        let less = heads::from_parts_less_direct();
        table.columns.insert(at, Table::numbers(less, "from_parts_less_direct_percent"));
        let head = heads::adjusted_from_parts();
        table.columns.insert(at, Table::amounts(head, "adjusted_from_parts", unit));
        for (row, month) in table.rows.iter_mut().zip(months) {
            let value = found.adjusted_in(month).unwrap_or_default();
            let share = found.difference(direct, month).unwrap_or_default();
            let decimals = three_figures(value);
            row.cells.insert(at, TableCell::number(percent(share), share, 2));
            row.cells.insert(at, TableCell::number(exact(value, decimals), value, decimals + 1));
        }
    }
}
