//! Mirror statistics: a trade as the reporter and its partners report it.

use crate::statistics::{Amount, amount};
use crate::trade::{Dataset, Figure, Flow, Partner, Period, Series, SeriesKey, Status};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;
use crate::util::sort_unique;

/// Both sides' totals, over the partners with figures from both sides in each period.
pub struct BothSides {
    /// The reporter's figures, and its partners'.
    pub series: [Series; 2],
    /// The partners added up, by period.
    pub partners: Vec<(Period, Vec<Partner>)>,
}

/// One partner's trade in a period, as each side reports it.
pub struct Gap {
    /// Which partner.
    pub partner: Partner,
    /// The reporter's figure.
    pub own: Option<Amount>,
    /// The partner's figure.
    pub other: Option<Amount>,
}

/// Both sides' figures of the trade of `key` for every partner, for the period under study, its year, or
/// the nearest period with a figure from both sides; `None` if there is no such period.
pub fn gaps(dataset: &Dataset, key: &SeriesKey, studied: Period) -> Option<(Period, Vec<Gap>)> {
    let known = both_sides(dataset, key).partners;
    let periods = || known.iter().map(|(period, _)| *period);
    let own = periods().find(|period| *period == studied);
    let year = || periods().find(|period| period.months == 12 && period.contains(studied.end()));
    let near = |period: &Period| (period.nearness(studied.end()), std::cmp::Reverse(period.months));
    let period = own.or_else(year).or_else(|| periods().min_by_key(near))?;
    let unit = dataset.unit_of(key);
    let sides = [key.flow, key.flow.mirrored()];
    let found = partners(dataset, key, &sides).into_iter().map(|partner| {
        let side = |flow| {
            let key = SeriesKey { flow, partner: partner.clone(), ..key.clone() };
            amount(&dataset.series_in(&key, unit), period).ok()
        };
        let [own, other] = sides.map(side);
        Gap { partner: partner.clone(), own, other }
    });
    let known = |gap: &Gap| gap.own.is_some() || gap.other.is_some();
    Some((period, found.filter(known).collect_vec()))
}

/// The partners of a trade in these flows, each once. Groups of countries are none, for their members may be
/// there.
fn partners<'a>(dataset: &'a Dataset, key: &SeriesKey, flows: &[Flow]) -> Vec<&'a Partner> {
    let keys = dataset.keys().into_iter().filter(|other| {
        let same = flows.contains(&other.flow) && other.measure == key.measure;
        let group = dataset.record(other.partner.code()).is_some_and(|one| !one.members.is_empty());
        let single = !other.partner.is_all();
        same && other.product == key.product && !group && single
    });
    let mut partners = keys.map(|other| &other.partner).collect_vec();
    sort_unique(&mut partners);
    partners
}

/// What is known of one period.
struct Sums {
    period: Period,
    sides: [Figure; 2],
    partners: Vec<Partner>,
}

/// Adds up the trade of `key` with all partners, and the same trade as partners report it. Groups of
/// countries are left out, because their members may be included.
pub fn both_sides(dataset: &Dataset, key: &SeriesKey) -> BothSides {
    let (flow, unit) = (key.flow.mirrored(), dataset.unit_of(key));
    let partners = partners(dataset, key, &[flow]);
    let mut all: Vec<Sums> = Vec::new();
    for partner in partners {
        let side = |flow| {
            dataset.series_in(&SeriesKey { flow, partner: partner.clone(), ..key.clone() }, unit)
        };
        let (own, other) = (side(key.flow), side(flow));
        for (own, other) in other.figures().filter_map(|one| Some((own.figure(one.period)?, one))) {
            let place = all.iter().position(|sums| sums.period == own.period);
            match place.and_then(|place| all.get_mut(place)) {
                Some(sums) => sums.add([own, other], partner),
                None => all.push(Sums::new([own, other], partner)),
            }
        }
    }
    sort_by_key(&mut all, |sums| sums.period);
    let series = |index: usize, flow| {
        let figures = all.iter().filter_map(|sums| sums.sides.get(index).cloned());
        Series::new(SeriesKey { flow, ..key.clone() }, unit, figures.collect_vec())
    };
    BothSides {
        series: [series(0, key.flow), series(1, flow)],
        partners: all.iter().map(|sums| (sums.period, sums.partners.clone())).collect_vec(),
    }
}

impl Sums {
    fn new(sides: [&Figure; 2], partner: &Partner) -> Self {
        let [own, other] = sides.map(|figure| Figure {
            status: Status::Derived,
            note: String::new(),
            others: Vec::new(),
            ..figure.clone()
        });
        Self { period: own.period, sides: [own, other], partners: vec![partner.clone()] }
    }

    fn add(&mut self, sides: [&Figure; 2], partner: &Partner) {
        for (sum, figure) in self.sides.iter_mut().zip(sides) {
            sum.value += figure.value;
            sum.decimals = sum.decimals.max(figure.decimals);
            sum.sources.extend(figure.sources.iter().copied());
            sort_unique(&mut sum.sources);
        }
        self.partners.push(partner.clone());
    }
}
