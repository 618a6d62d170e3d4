//! Everything that was read, and the series that can be made of it.

use super::{Event, Figure, Measure, Partner, Product, Series, SeriesKey, Source, Status, Unit};
use crate::util::CollectVec as _;
use crate::util::sort_by_key;

/// One row of a data file: a figure, what it is about, and the line it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The series it belongs to.
    pub key: SeriesKey,
    /// What it is counted in.
    pub unit: Unit,
    /// The number and where it comes from.
    pub figure: Figure,
    /// The line in its file, counted from 1.
    pub line: u64,
}

/// Figures with the products, sources and events they refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// The country whose trade it is, as a sentence names it.
    pub reporter: String,
    /// Whom the figures come from in the end, as a source line names them.
    pub origin: String,
    /// Names of partners that come with the data: codes and names.
    pub partners: Vec<(String, String)>,
    /// Every report, in file order.
    pub observations: Vec<Observation>,
    /// Publications; figures hold indices into this.
    pub sources: Vec<Source>,
    /// Products by file order.
    pub products: Vec<Product>,
    /// Events in order of date.
    pub events: Vec<Event>,
}

impl Dataset {
    /// The series for `key`; empty where nothing is known. Where several reports compete for a
    /// period, [`prevailing`] decides and the rest stay with the winner.
    pub fn series(&self, key: &SeriesKey) -> Series {
        let own = || self.observations.iter().filter(|observation| observation.key == *key);
        let unit = own().next().map_or(key.measure.unit(), |observation| observation.unit);
        let mut reports: Vec<Figure> =
            own().map(|observation| observation.figure.clone()).collect_vec();
        sort_by_key(&mut reports, |figure| figure.period);
        let mut figures = Vec::new();
        while let Some(period) = reports.first().map(|figure| figure.period) {
            let later = reports.partition_point(|figure| figure.period == period);
            let rest = reports.split_off(later);
            figures.extend(prevailing(reports, &self.sources));
            reports = rest;
        }
        Series::new(key.clone(), unit, figures)
    }

    /// What the figures are about: each key once, in order.
    pub fn keys(&self) -> Vec<&SeriesKey> {
        let mut keys: Vec<&SeriesKey> = Vec::new();
        for observation in &self.observations {
            if !keys.contains(&&observation.key) {
                keys.push(&observation.key);
            }
        }
        sort_by_key(&mut keys, |key| *key);
        keys
    }

    /// The partner's name: the data's own, else ours.
    pub fn partner<'a>(&'a self, partner: &'a Partner) -> &'a str {
        let own = self.partners.iter().find(|(code, _)| code == partner.code());
        own.map_or_else(|| partner.name(), |(_, name)| name)
    }

    /// Whether it is a reader's own: only such data bring names of partners.
    pub const fn is_own(&self) -> bool {
        !self.partners.is_empty()
    }

    /// What values are in.
    pub fn money(&self) -> Unit {
        let mut units = self.observations.iter().map(|observation| observation.unit);
        units.find(|unit| unit.measure() == Measure::Value).unwrap_or(Unit::UsDollar)
    }

    /// The product with this code.
    pub fn product(&self, code: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.code == code)
    }
}

/// Chooses among reports of one cell; the rest become the winner's `others`, latest first.
///
/// What was reported prevails over what we derived, and the latest publication over earlier ones
/// (the later row where dates are equal). One exception: a later report that only repeats an
/// earlier one with fewer digits (62,580 for 62,585.2) is no revision, so the finer one prevails.
fn prevailing(mut reports: Vec<Figure>, sources: &[Source]) -> Option<Figure> {
    let published = |figure: &Figure| {
        let dates = figure.sources.iter().filter_map(|index| sources.get(*index));
        dates.map(|source| source.published.clone()).max().unwrap_or_default()
    };
    // A stable sort keeps file order among equals; the winner comes last.
    sort_by_key(&mut reports, |figure| (figure.status != Status::Derived, published(figure)));
    let latest = reports.pop()?;
    let finer = reports.iter().rposition(|other| {
        other.status != Status::Derived
            && other.precision() < latest.precision()
            && (other.value - latest.value).abs() < latest.precision()
    });
    let mut winner = match finer {
        Some(index) => {
            let winner = reports.remove(index);
            reports.push(latest);
            winner
        }
        None => latest,
    };
    reports.reverse();
    winner.others = reports;
    Some(winner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Flow, Measure, Month, Partner, Period};

    fn source(id: &str, published: &str) -> Source {
        Source {
            id: id.into(),
            publisher: id.into(),
            published: published.into(),
            title: String::new(),
            url: String::new(),
        }
    }

    fn report(value: f64, decimals: u8, status: Status, source: usize) -> Figure {
        Figure {
            period: Period::month(Month::from_index(24288)),
            value,
            decimals,
            status,
            sources: vec![source],
            note: String::new(),
            others: Vec::new(),
        }
    }

    fn choose(reports: Vec<Figure>) -> (f64, Vec<f64>) {
        let sources = [source("early", "2024-01-05"), source("late", "2024-02")];
        let winner = prevailing(reports, &sources)
            .map(|winner| (winner.value, winner.others.iter().map(|other| other.value).collect()));
        winner.unwrap_or_default()
    }

    #[test]
    fn the_latest_report_prevails_and_keeps_the_earlier() {
        let reports =
            vec![report(5426.0, 0, Status::Reported, 1), report(5429.0, 0, Status::Reported, 0)];
        assert_eq!(choose(reports), (5426.0, vec![5429.0]));
    }

    #[test]
    fn a_rounded_repetition_is_no_revision() {
        let reports =
            vec![report(62585.2, 1, Status::Reported, 0), report(62580.0, 0, Status::Reported, 1)];
        assert_eq!(choose(reports), (62585.2, vec![62580.0]));
    }

    #[test]
    fn a_report_prevails_over_a_later_derivation() {
        let reports =
            vec![report(20840.0, 0, Status::Derived, 1), report(20769.8, 1, Status::Reported, 0)];
        assert_eq!(choose(reports), (20769.8, vec![20840.0]));
    }

    #[test]
    fn a_series_with_no_report_is_empty() {
        let key = SeriesKey {
            flow: Flow::Export,
            measure: Measure::Volume,
            product: "none".into(),
            partner: Partner::world(),
        };
        assert!(Dataset::default().series(&key).is_empty());
    }
}
