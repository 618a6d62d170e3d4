//! Both sides' reports of one trade, added up over the partners that report it too.

use crate::trade::{Dataset, Figure, Partner, Period, Series, SeriesKey, Status};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// Like held against like: of each period only the partners of whom both sides' figures are known.
pub struct BothSides {
    /// What the reporter says, and what its partners say.
    pub series: [Series; 2],
    /// Who is added up, by period.
    pub partners: Vec<(Period, Vec<Partner>)>,
}

/// What is known of one period.
struct Sums {
    period: Period,
    sides: [Figure; 2],
    partners: Vec<Partner>,
}

/// Adds up the reports of the trade of `key`, a series of all partners together, and of the same
/// trade as the partners report it. Groups of countries are left out, for their members may be there.
pub fn both_sides(dataset: &Dataset, key: &SeriesKey) -> BothSides {
    let (flow, unit) = (key.flow.mirrored(), dataset.unit_of(key));
    let keys = dataset.keys();
    let partners = keys.iter().filter(|other| {
        let same =
            (other.flow, other.measure) == (flow, key.measure) && other.product == key.product;
        let group = dataset.record(other.partner.code()).is_some_and(|one| !one.members.is_empty());
        same && !group && !other.partner.is_world() && other.partner.code() != Partner::BOTH
    });
    let mut all: Vec<Sums> = Vec::new();
    for partner in partners.map(|other| &other.partner) {
        let side =
            |flow| dataset.series(&SeriesKey { flow, partner: partner.clone(), ..key.clone() });
        let (own, other) = (side(key.flow), side(flow));
        if [own.unit(), other.unit()] != [unit; 2] {
            continue;
        }
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
            sort_by_key(&mut sum.sources, |source| *source);
            sum.sources.dedup();
        }
        self.partners.push(partner.clone());
    }
}
