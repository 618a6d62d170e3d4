//! What a reader's own files give in part: partners that are not kept by name, and partners that give only one of
//! value and quantity, so that the totals of the two cover different partners.

use super::{Dataset, Flow, Measure, Observation, Partner, Period, SeriesKey};
use crate::util::{CollectVec as _, sort_unique};

impl Dataset {
    /// Each partner with a value in a period, with the value and, if known, the quantity: the key's, or else the
    /// weight.
    pub fn partners_in(
        &self,
        key: &SeriesKey,
        period: Period,
    ) -> impl Iterator<Item = (&Partner, f64, Option<f64>)> {
        let own = move |other: &&SeriesKey| {
            (other.flow, &other.product, other.measure) == (key.flow, &key.product, Measure::Value)
                && !other.partner.is_all()
        };
        let at = move |key: &SeriesKey| {
            let found = self.reports(key).iter().find(|one| one.figure.period == period);
            found.map(|one| one.figure.value)
        };
        self.keys().into_iter().filter(own).filter_map(move |other| {
            let measure = if key.measure == Measure::Value { Measure::Volume } else { key.measure };
            let quantity = SeriesKey { measure, ..other.clone() };
            Some((&other.partner, at(other)?, at(&quantity)))
        })
    }

    /// How many partners a reader's own files have for a series' product and flow, including those not kept
    /// by name.
    pub fn partners_of_files(&self, key: &SeriesKey) -> usize {
        let own = |(product, flow, _): &&(String, Flow, usize)| {
            (product, *flow) == (&key.product, key.flow)
        };
        self.about.counted.iter().find(own).map_or(0, |(.., count)| *count)
    }

    /// How many partners there are by name for a series' product and flow.
    pub fn partners_by_name(&self, key: &SeriesKey) -> usize {
        let own = |other: &&SeriesKey| {
            (other.flow, &other.product) == (key.flow, &key.product) && !other.partner.is_all()
        };
        let mut partners =
            self.keys().into_iter().filter(own).map(|other| &other.partner).collect_vec();
        sort_unique(&mut partners);
        partners.len()
    }

    /// The partners that give only one of value and quantity within a stretch of time, where all partners
    /// together are a sum over a reader's own files.
    pub fn giving_one_of(
        &self,
        key: &SeriesKey,
        measures: [Measure; 2],
        stretches: &[Period],
    ) -> Vec<&Partner> {
        let [one, other] = measures;
        let within = |period: Period| stretches.iter().any(|own| period.is_within(*own));
        let own = || self.one_sided_of(key).filter(|one| within(one.figure.period));
        let has = |partner: &Partner, period: Period, measure: Measure| {
            let alike = |own: &&Observation| {
                (own.key.measure, own.figure.period) == (measure, period)
                    && own.key.partner == *partner
            };
            own().any(|own| alike(&own))
        };
        let lacking = own().filter(|own| {
            let (partner, period) = (&own.key.partner, own.figure.period);
            own.key.measure == one && !has(partner, period, other)
        });
        let mut partners = lacking.map(|own| &own.key.partner).collect_vec();
        sort_unique(&mut partners);
        partners
    }

    /// The partners among them that give another measure than the key's, and not this one.
    pub fn lacking(&self, key: &SeriesKey, stretches: &[Period]) -> Vec<&Partner> {
        let given = if key.measure == Measure::Value { Measure::Volume } else { Measure::Value };
        self.giving_one_of(key, [given, key.measure], stretches)
    }

    /// Whether some partners of a reader's own files give a measure in a period and others do not.
    pub fn gives_in_part(&self, key: &SeriesKey, period: Period) -> bool {
        let gives = |other: &&&SeriesKey| {
            let same = (other.flow, &other.product, other.measure)
                == (key.flow, &key.product, key.measure);
            let known = |one: &Observation| one.figure.period == period;
            same && !other.partner.is_all() && self.reports(other).iter().any(known)
        };
        !self.lacking(key, &[period]).is_empty() && self.keys().iter().any(|other| gives(&other))
    }

    /// Figures of partners that give only value or only quantity for a product; none when one partner's
    /// trade is asked for.
    pub fn one_sided_of(&self, key: &SeriesKey) -> impl Iterator<Item = &Observation> {
        let of_all = key.partner.is_world();
        let same = move |own: &&Observation| {
            of_all && (own.key.flow, &own.key.product) == (key.flow, &key.product)
        };
        let one = |own: &&Observation| {
            !matches!(own.key.partner.code(), Partner::UNNAMED | Partner::ROOT)
        };
        self.one_sided.iter().filter(same).filter(one)
    }

    /// What the partners of a reader's own files without a name in the data come to in a period, and what the one does
    /// whose square is the sum of theirs.
    pub fn unnamed(&self, key: &SeriesKey, period: Period) -> [f64; 2] {
        [Partner::UNNAMED, Partner::ROOT].map(|code| {
            let own = |one: &&Observation| {
                (one.key.flow, one.key.measure, &one.key.product)
                    == (key.flow, key.measure, &key.product)
                    && one.figure.period == period
                    && one.key.partner.code() == code
            };
            let of_all = self.one_sided.iter().filter(|_| key.partner.is_world());
            of_all.filter(own).map(|one| one.figure.value).sum()
        })
    }
}
