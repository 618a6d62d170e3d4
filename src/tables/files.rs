//! A breakdown of what was read of a reader's own files.

use crate::util::Lower as _;
use std::collections::BTreeMap;

use super::asked::Asked;
use super::breakdown::{Amounts, Breakdown, Counted, Kind, Line, counts};
use super::periods::{offered, usual};
use crate::import::{
    Figure, Place, Reader, by_partner, by_product, known_periods, partner_label, product_label,
    reporter_label,
};
use crate::statistics::Origin;
use crate::statistics::structure::Side;
use crate::trade::{Flow, Measure, Month, Partner, Period, Status, Unit};
use crate::util::CollectVec as _;
use crate::wording::say::names;
use crate::wording::say::subject::Subject;
use crate::wording::say::tables as words;

/// Which trade is broken down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The reporter's code.
    pub reporter: String,
    /// The product's code, as the files have it.
    pub product: String,
    /// The partner's code.
    pub partner: String,
    /// Exports or imports.
    pub flow: Flow,
    /// What the chart counts.
    pub measure: Measure,
    /// The month under study.
    pub month: Month,
}

impl Wanted {
    /// Reads lines of a name, a tab and a value; `None` if one is missing.
    pub fn read(text: &str) -> Option<Self> {
        let said = |name: &str| {
            let mut lines = text.lines().filter_map(|line| line.split_once('\t'));
            lines.find(|(own, _)| *own == name).map(|(_, value)| value)
        };
        Some(Self {
            reporter: said("reporter")?.to_owned(),
            product: said("product")?.to_owned(),
            partner: said("partner")?.to_owned(),
            flow: Flow::parse(said("flow")?)?,
            measure: Measure::parse(said("measure")?)?,
            month: Month::parse(said("month")?)?,
        })
    }
}

/// The latest breakdown, kept so that a search recomputes nothing.
#[derive(Debug, Default)]
pub struct KeptBreakdown(Option<(Wanted, Asked, Breakdown)>);

impl KeptBreakdown {
    /// The breakdown of a request, computed unless it is the one kept.
    pub fn of(&mut self, reader: &Reader, wanted: Wanted, asked: &Asked) -> &Breakdown {
        let asked = Asked { by: asked.by, period: asked.period, ..Asked::default() };
        let same =
            |(own, before, _): &(Wanted, Asked, Breakdown)| *own == wanted && *before == asked;
        let kept = self.0.take().filter(same);
        let kept = kept.unwrap_or_else(|| {
            let breakdown = of_files(reader, &wanted, &asked);
            (wanted, asked, breakdown)
        });
        &self.0.insert(kept).2
    }
}

/// Breaks a reporter's trade in a product down by partner, or its trade with a partner by product.
pub fn of_files(reader: &Reader, wanted: &Wanted, asked: &Asked) -> Breakdown {
    let Wanted { reporter, product, partner, flow, measure, month } = wanted;
    let (flow, measure) = (*flow, *measure);
    let store = &reader.store;
    let of_product = (asked.by == Side::Partner).then_some(product.as_str());
    let known = known_periods(store, reporter, flow, of_product, partner);
    let studied = Period::month(*month);
    let period = asked.period.or_else(|| usual(&known, studied)).unwrap_or(studied);
    let before = period.years_before(1);
    let kept = |own: Period| own.is_within(period) || own.is_within(before);
    let trade = (reporter.as_str(), product.as_str());
    let broken = match asked.by {
        Side::Partner => by_partner(reader, trade, flow, &kept),
        Side::Product => by_product(reader, trade, partner, flow, &kept),
    };
    let figures = || broken.iter().flat_map(|line| line.figures.values());
    let counts = counts(measure, || figures().any(|figure| figure.weight.is_some()));
    let money = store.unit();
    let (mut total, mut summed) = (None, false);
    let mut lines = Vec::new();
    for own in broken {
        let amounts = |period| amounts(&own.figures, period, counts, money);
        let line = Line {
            also: format!("{}\n{} {}", own.name, own.code, own.also).lower(),
            kind: if own.place == Place::Group { Kind::Group } else { Kind::Part },
            now: amounts(period),
            one_sided: counts == Measure::Volume
                && own
                    .figures
                    .iter()
                    .any(|(own, figure)| own.is_within(period) && figure.one_sided),
            before: amounts(before),
            stated: None,
            sources: Vec::new(),
            code: own.code,
            name: own.name,
        };
        if own.place == Place::Whole {
            summed = own.figures.values().any(|figure| figure.derived);
            total = Some(line);
        } else {
            lines.push(line);
        }
    }
    let by_partner = asked.by == Side::Partner;
    // All goods are worth what they are, and weigh what those with a weight do.
    if let Some(total) = total.as_mut().filter(|own| !by_partner && !own.now.one_sided()) {
        total.one_sided |= lines.iter().any(|line| line.now.one_sided());
    }
    // What some partners lack the world has only of the others.
    if let Some(total) = total.as_mut().filter(|own| by_partner && own.one_sided) {
        let lacks = |pick: fn(&Amounts) -> Option<Counted>| {
            let parts = lines.iter().filter(|line| line.kind == Kind::Part);
            let without = parts.filter(|line| line.now.one_sided() && pick(&line.now).is_none());
            without.map(|line| line.name.as_str()).collect_vec()
        };
        let without = [lacks(|own| own.value), lacks(|own| own.quantity)];
        total.name = words::without(&total.name, &without);
    }
    let with = names::within(&partner_label(reader, partner));
    let goods = product_label(reader, product);
    let subject = Subject {
        whose: &reporter_label(reader, reporter),
        flow,
        goods: &goods,
        goods_briefly: &goods,
        with: (partner != Partner::WORLD).then_some(with.as_str()),
        own: true,
    };
    let mut breakdown = Breakdown {
        subject: words::title(subject, asked.by),
        by: asked.by,
        measure,
        chosen: if by_partner { partner } else { product }.clone(),
        period,
        periods: offered(&known, studied, period),
        total,
        lines,
        money: Some(money),
        unit: Some(counts.unit()),
        notes: Vec::new(),
    };
    breakdown.settle_units();
    breakdown.notes.extend(breakdown.without_unit_value());
    if asked.period.is_none() && period != studied {
        breakdown.notes.push(words::too_little(studied, period));
    }
    if summed && by_partner {
        breakdown.notes.push(words::summed_total().to_owned());
    }
    if breakdown.total.is_none() && !by_partner {
        breakdown.notes.push(words::no_total().to_owned());
    }
    breakdown
}

fn amounts(
    figures: &BTreeMap<Period, Figure>,
    period: Period,
    counts: Measure,
    money: Unit,
) -> Amounts {
    let value = |figure: &Figure| Some((figure.value?, money));
    let quantity = |figure: &Figure| match counts {
        Measure::Volume => Some((figure.weight?, Unit::TONNE)),
        _ => figure.count,
    };
    Amounts {
        value: counted(figures, period, &value),
        quantity: counted(figures, period, &quantity),
    }
}

/// The amount of a period: its own figure, or else the sum of its months, where all are known.
fn counted(
    figures: &BTreeMap<Period, Figure>,
    period: Period,
    pick: &dyn Fn(&Figure) -> Option<(f64, Unit)>,
) -> Option<Counted> {
    if let Some((figure, (amount, unit))) =
        figures.get(&period).and_then(|figure| Some((figure, pick(figure)?)))
    {
        let mark = if figure.derived { Status::Derived.mark() } else { "" };
        return Some(Counted { amount, decimals: decimals(amount), unit, mark });
    }
    let mut sum: Option<(f64, Unit)> = None;
    let mut month = period.start;
    while month <= period.end() {
        let joint = Period { start: month, months: 2 };
        let own = |period: &Period| figures.get(period).and_then(pick);
        let (found, length) = match own(&Period::month(month)) {
            Some(found) => (found, 1),
            None => (own(&joint).filter(|_| joint.end() <= period.end())?, 2),
        };
        let (before, unit) = sum.unwrap_or((0.0, found.1));
        // What is in two units does not add up.
        sum = (unit == found.1).then_some((before + found.0, unit));
        sum?;
        month = month + length;
    }
    let (amount, unit) = sum?;
    Some(Counted { amount, decimals: decimals(amount), unit, mark: Origin::Sum.mark() })
}

/// Decimals that an amount has, at most three.
fn decimals(amount: f64) -> u8 {
    let scaled = |places: u8| amount.abs() * 10f64.powi(i32::from(places));
    let whole = |places: &u8| (scaled(*places) - scaled(*places).round()).abs() < 1e-6;
    (0..3).find(whole).unwrap_or(3)
}
