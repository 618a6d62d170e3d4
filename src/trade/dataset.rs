//! All the figures, and the series made from them.

use std::borrow::Cow;

use super::prevailing::prevailing;
use super::{
    About, Event, Figure, Flow, Language, Measure, Month, Outlines, PartRole, Partner,
    PartnerRecord, Period, Price, Product, Production, Series, SeriesKey, Source, Status, Unit,
};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_by_key, sort_unique};

/// One row of a data file: a figure, what it is about, and the line it stands on.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// The series it belongs to.
    pub key: SeriesKey,
    /// The unit of the number.
    pub unit: Unit,
    /// The number, with its sources.
    pub figure: Figure,
    /// The line in its file, counted from 1.
    pub line: u64,
}

/// Figures with the products, partners, sources and events they refer to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dataset {
    /// Whose trade it is, and what it begins with.
    pub about: About,
    /// The partners, in file order.
    pub partners: Vec<PartnerRecord>,
    /// Publications; figures hold indices into this.
    pub sources: Vec<Source>,
    /// The products, in file order.
    pub products: Vec<Product>,
    /// Events in order of date.
    pub events: Vec<Event>,
    /// Production by country, in file order; empty until its file is loaded.
    pub production: Vec<Production>,
    /// Prices of goods, likewise.
    pub prices: Vec<Price>,
    /// Outlines of countries; empty until their file is loaded.
    pub outlines: Outlines,
    /// The names of the files loaded so far.
    pub added: Vec<String>,
    /// Figures of partners in a reader's own files that give only value or only quantity in some period,
    /// including partners not kept by name. They make the totals of value and of quantity cover different
    /// partners. With them what the partners not kept by name come to, which have codes of their own.
    pub one_sided: Vec<Observation>,
    /// Every report: by series, and in each in the order they were read.
    observations: Vec<Observation>,
    /// The unit of each measure's first figure, which the data count it in.
    main_units: Vec<(Measure, Unit)>,
}

impl Dataset {
    /// Whether the data set names a file for a role that has not been loaded yet.
    pub fn awaits(&self, role: PartRole) -> bool {
        self.about.part(role).is_some_and(|file| !self.added.iter().any(|added| added == file))
    }

    /// An empty data set.
    pub fn new(about: About) -> Self {
        Self { about, ..Self::default() }
    }

    /// The data set with values in one currency: values in others are left out, so that they are never
    /// added or compared. Unchanged if it is the main currency.
    pub fn counted_in(&self, unit: Unit) -> Cow<'_, Self> {
        let measure = unit.measure();
        // The page leaves other money to the whole module: the first one is spared the copy.
        if !cfg!(feature = "whole") || self.main_unit(measure) == unit {
            return Cow::Borrowed(self);
        }
        let mut counted = self.clone();
        counted.observations.retain(|one| one.key.measure != measure || one.unit == unit);
        counted.main_units.retain(|(own, _)| *own != measure);
        counted.main_units.push((measure, unit));
        Cow::Owned(counted)
    }

    /// The data set as known on a date (`2024-11-15`, `2024-11` or `2024`), without figures and events
    /// published later. A figure with several sources was known when the first of them was published; a
    /// derived one, when all were. A date known only to the month or year counts from its end; figures
    /// without a date are left out.
    pub fn known_on(&self, date: &str) -> Cow<'_, Self> {
        if !cfg!(feature = "whole") {
            return Cow::Borrowed(self);
        }
        let mut known = self.clone();
        known.forget_after(date);
        Cow::Owned(known)
    }

    /// Removes what was published after a date, as [`Self::known_on`] does.
    pub fn forget_after(&mut self, date: &str) {
        let date = &last_day(date);
        let sources = std::mem::take(&mut self.sources);
        self.observations.retain(|one| was_out(&sources, &one.figure, date));
        self.production.retain(|row| is_published(&sources, row.source, date));
        self.prices.retain(|row| is_published(&sources, row.source, date));
        self.events.retain(|event| event.date <= *date);
        self.sources = sources;
    }

    /// The figure of a period as known on a date; see [`Self::known_on`].
    pub fn figure_on(
        &self,
        (key, unit): (&SeriesKey, Unit),
        period: Period,
        date: &str,
    ) -> Option<Figure> {
        let date = &last_day(date);
        let own = self.reports(key).iter().filter(|one| one.unit == unit);
        let own = own.map(|one| &one.figure).filter(|figure| figure.period == period);
        let out = own.filter(|figure| was_out(&self.sources, figure, date));
        prevailing(out.cloned().collect_vec(), &self.sources)
    }

    /// Whether any figure has a date of publication.
    pub fn is_dated(&self) -> bool {
        self.sources.iter().any(|source| !source.published.is_empty())
    }

    /// Adds figures, in file order.
    pub fn observe(&mut self, observations: impl IntoIterator<Item = Observation>) {
        for observation in observations {
            let measure = observation.key.measure;
            if !self.main_units.iter().any(|(own, _)| *own == measure) {
                self.main_units.push((measure, observation.unit));
            }
            self.observations.push(observation);
        }
        // Stable, so that of two reports of one cell the later row stays the later.
        sort(&mut self.observations, |one, other| one.key.cmp(&other.key));
    }

    /// Takes all observations out, so that others can replace them.
    pub fn take_observations(&mut self) -> Vec<Observation> {
        self.main_units.clear();
        std::mem::take(&mut self.observations)
    }

    /// All reports, sorted by series.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// The reports of one series, in whatever unit.
    pub(super) fn reports(&self, key: &SeriesKey) -> &[Observation] {
        let start = self.observations.partition_point(|one| one.key < *key);
        let own = self.observations.get(start..).unwrap_or_default();
        own.get(..own.partition_point(|one| one.key == *key)).unwrap_or_default()
    }

    /// January and February together, where `month` is one of them and of neither alone any measure of the
    /// same trade is known: what else is lacking of it lacks of both.
    pub fn joint_of(&self, key: &SeriesKey, month: Month) -> Option<Period> {
        let joint = Period::year_to_date(month.january() + 1);
        let mut found = None;
        for measure in Measure::ALL {
            for one in self.reports(&SeriesKey { measure, ..key.clone() }) {
                let period = one.figure.period;
                if period.months == 1 && joint.contains(period.start) {
                    return None;
                }
                found = found.or((period == joint && joint.contains(month)).then_some(joint));
            }
        }
        found
    }

    /// Whether there is any figure of a series.
    pub fn has(&self, key: &SeriesKey) -> bool {
        !self.reports(key).is_empty()
    }

    /// Whether a product is an allowance, which nobody trades.
    pub fn is_allowance(&self, product: &str) -> bool {
        let mut keys = self.observations.iter().map(|observation| &observation.key);
        keys.any(|key| key.flow == Flow::Quota && key.product == product)
    }

    /// The units of a series, each once, the data's main one first.
    pub fn units(&self, key: &SeriesKey) -> Vec<Unit> {
        let mut units: Vec<Unit> = Vec::new();
        for observation in self.reports(key) {
            if !units.contains(&observation.unit) {
                units.push(observation.unit);
            }
        }
        let main = self.main_unit(key.measure);
        sort_by_key(&mut units, |unit| *unit != main);
        units
    }

    /// The unit of a measure's first figure, which the data count it in; of one that has none, a usual one.
    pub fn main_unit(&self, measure: Measure) -> Unit {
        self.unit_known(measure).unwrap_or(measure.unit())
    }

    /// The unit of a measure's first figure, where it has any.
    pub fn unit_known(&self, measure: Measure) -> Option<Unit> {
        let own = self.main_units.iter().find(|(own, _)| *own == measure);
        own.map(|(_, unit)| *unit)
    }

    /// The series for `key`, in the data's main unit if it has figures in it; empty if there are none.
    pub fn series(&self, key: &SeriesKey) -> Series {
        self.series_in(key, self.unit_of(key))
    }

    /// Whether at least `least` single months of a series are known. Counts reports where it can, because a
    /// page lists all such series and need not build each.
    pub fn has_months(&self, key: &SeriesKey, least: usize) -> bool {
        // Most series are of a partner's few years.
        self.reports(key).len() >= least && self.has_months_in(key, self.unit_of(key), least)
    }

    /// The same of what a series has in a unit that some of its reports are in.
    pub fn has_months_in(&self, key: &SeriesKey, unit: Unit, least: usize) -> bool {
        let reports = self.reports(key);
        let own = reports.iter().filter(|one| one.unit == unit).map(|one| one.figure.period);
        let mut periods = own.collect_vec();
        sort_unique(&mut periods);
        if periods.len() < least {
            return false;
        }
        // What sums leave are months as well, each of one sum and of another that is shorter by a month: of whole
        // years, as partners have them, there are none.
        let lengths = periods.iter().fold(0u64, |all, own| all | 1 << own.months.min(63));
        periods.iter().filter(|own| own.months == 1).count() >= least
            || lengths & lengths << 1 != 0 && self.series_in(key, unit).months().count() >= least
    }

    /// Whether there is any trade with a partner; always true of the world.
    pub fn trades_with(&self, partner: &Partner) -> bool {
        partner.is_world() || self.observations.iter().any(|one| one.key.partner == *partner)
    }

    /// The series for `key` in one unit; figures in another currency are another series. A series known
    /// only in another weight is converted.
    pub fn series_in(&self, key: &SeriesKey, unit: Unit) -> Series {
        let found = self.reported_in(key, unit);
        if !found.is_empty() {
            return found;
        }
        let mut others = self.units(key).into_iter();
        match others.find(|other| other.in_other_weight(unit).is_some()) {
            Some(other) => self.reported_in(key, other).weighed_in(unit),
            None => found,
        }
    }

    /// The reports in just this unit as a series. Where several compete for a period, [`prevailing`] decides
    /// and the rest stay with the winner.
    fn reported_in(&self, key: &SeriesKey, unit: Unit) -> Series {
        let own = self.reports(key).iter().filter(|observation| observation.unit == unit);
        let mut reports: Vec<Figure> =
            own.map(|observation| observation.figure.clone()).collect_vec();
        sort_by_key(&mut reports, |figure| figure.period);
        let mut reports = reports.into_iter().peekable();
        let mut figures = Vec::new();
        while let Some(first) = reports.next() {
            let period = first.period;
            let mut competing = vec![first];
            while let Some(other) = reports.next_if(|figure| figure.period == period) {
                competing.push(other);
            }
            figures.extend(prevailing(competing, &self.sources));
        }
        Series::new(key.clone(), unit, figures)
    }

    /// Production by year of the country that dependence is measured against, from the latest edition of
    /// the source that the data set names; other editions stay with each figure. Empty until its file is
    /// loaded.
    pub fn produced(&self) -> Series {
        let name = |row: &Production| self.sources.get(row.source).map_or("", |source| &source.id);
        let own = self.production.iter().filter(|row| {
            row.country == self.about.production_country
                && name(row).starts_with(self.about.production_sources.as_str())
        });
        let mut own = own.collect_vec();
        // Editions are named alike but for their year.
        sort(&mut own, |one, other| (one.year, name(other)).cmp(&(other.year, name(one))));
        let mut figures: Vec<Figure> = Vec::new();
        let unit = own.first().map_or(Unit::TONNE, |row| row.unit);
        for row in own {
            let january = Month::new(row.year, 1).unwrap_or(Month::from_index(row.year * 12));
            let mut figure = Figure {
                period: Period { start: january, months: 12 },
                value: row.value,
                decimals: row.decimals,
                status: Status::Reported,
                sources: vec![row.source],
                note: row.note.clone(),
                others: Vec::new(),
            };
            if let Some(times) = row.unit.in_other_weight(unit) {
                figure.multiply(times);
            }
            match figures.last_mut().filter(|last| last.period == figure.period) {
                Some(latest) => latest.others.push(figure),
                None => figures.push(figure),
            }
        }
        let key = SeriesKey {
            flow: Flow::Quota,
            measure: Measure::Volume,
            product: "production".to_owned(),
            partner: Partner::parse(&self.about.production_country).unwrap_or_else(Partner::world),
        };
        Series::new(key, unit, figures)
    }

    /// The quota that imports are measured against: the first that the data set names.
    pub fn quota(&self) -> Series {
        let product = self.about.quotas.first().cloned().unwrap_or_default();
        let own = |key: &&SeriesKey| key.flow == Flow::Quota && key.product == product;
        let partner = self.keys().into_iter().find(own).map(|key| key.partner.clone());
        self.series(&SeriesKey {
            flow: Flow::Quota,
            measure: Measure::Volume,
            product,
            partner: partner.unwrap_or_else(Partner::world),
        })
    }

    /// The keys of all series, each once, in order.
    pub fn keys(&self) -> Vec<&SeriesKey> {
        let mut keys = self.observations.iter().map(|observation| &observation.key).collect_vec();
        keys.dedup();
        keys
    }

    /// The reporting country's name, as a sentence begins with it.
    pub fn reporter(&self) -> &str {
        self.about.reporter_names.spoken()
    }

    /// The original publisher of the figures, as source lines name it.
    pub fn origin(&self) -> &str {
        self.about.origin.spoken()
    }

    /// The record of a partner.
    pub fn record(&self, code: &str) -> Option<&PartnerRecord> {
        self.partners.iter().find(|record| record.code == code)
    }

    /// The partner's name within a sentence; its code if it has no name.
    pub fn partner<'a>(&'a self, partner: &'a Partner) -> &'a str {
        self.record(partner.code()).map_or(partner.code(), PartnerRecord::spoken)
    }

    /// What the reporter and a partner are called where one sentence names both.
    pub fn beside<'a>(&'a self, partner: &'a Partner) -> (&'a str, &'a str) {
        // English names both as it names each.
        if Language::spoken() == Language::English {
            return (self.reporter(), self.partner(partner));
        }
        let (own, other) = (self.about.reporter.as_str(), partner.code());
        let said = |of: &str, with: &str| named_beside(self.record(of)?, with);
        // The record of either may say it.
        let said = said(other, own).or_else(|| said(own, other).map(|(with, own)| (own, with)));
        said.unwrap_or_else(|| (self.reporter(), self.partner(partner)))
    }

    /// What the reporter's statistics count apart from it though they are named beside it, as desks name them:
    /// `内地` and `香港`.
    pub fn apart(&self) -> Vec<&str> {
        let own = self.about.reporter.as_str();
        let named = self.partners.iter().filter_map(|record| named_beside(record, own));
        named.map(|(_, name)| name).collect()
    }

    /// The partner's name in lists.
    pub fn partner_name<'a>(&'a self, partner: &'a Partner) -> &'a str {
        self.record(partner.code()).map_or(partner.code(), |record| record.names.spoken())
    }

    /// Whether a group includes a partner in a month, directly or through another group.
    pub fn holds(&self, group: &str, partner: &str, month: Month) -> bool {
        let Some(record) = self.record(group) else { return false };
        let mut members = record.members.iter().filter(|member| member.counts_at(month));
        members.any(|member| member.code == partner || self.holds(&member.code, partner, month))
    }

    /// Whether a product is part of another in a flow, directly or through a third.
    pub fn lies_within(&self, product: &str, whole: &str, flow: Flow) -> bool {
        let parent = |code: &str| self.product(code)?.counts_in_parent(flow);
        std::iter::successors(parent(product), |code| parent(code)).any(|code| code == whole)
    }

    /// Whether it was made from a reader's own files.
    pub const fn is_own(&self) -> bool {
        self.about.own
    }

    /// The unit of the figures of `key`; if there are none, the main unit of its measure.
    pub fn unit_of(&self, key: &SeriesKey) -> Unit {
        self.units(key).first().copied().unwrap_or(self.main_unit(key.measure))
    }

    /// The product's name in lists; its code if it has no name.
    pub fn product_label<'a>(&'a self, code: &'a str) -> &'a str {
        self.product(code).map_or(code, Product::spoken)
    }

    /// The product with this code.
    pub fn product(&self, code: &str) -> Option<&Product> {
        self.products.iter().find(|product| product.code == code)
    }
}

/// Whether a figure was known at the end of a day.
fn was_out(sources: &[Source], figure: &Figure, day: &str) -> bool {
    let out = |source: &usize| is_published(sources, *source, day);
    match figure.status {
        Status::Derived => !figure.sources.is_empty() && figure.sources.iter().all(out),
        Status::Reported | Status::Approximate | Status::Revised => figure.sources.iter().any(out),
    }
}

fn is_published(sources: &[Source], source: usize, day: &str) -> bool {
    let published = sources.get(source).map(|source| source.published.as_str());
    published.is_some_and(|date| !date.is_empty() && last_day(date).as_str() <= day)
}

/// The last day of a date that may be a month or a year, for comparisons.
pub fn last_day(date: &str) -> String {
    match date.len() {
        4 => format!("{date}-12-31"),
        7 => format!("{date}-31"),
        _ => date.to_owned(),
    }
}

/// What another and a partner are called beside each other, by the partner's record.
fn named_beside<'a>(record: &'a PartnerRecord, with: &str) -> Option<(&'a str, &'a str)> {
    record.beside.spoken().strip_prefix(with)?.strip_prefix(':')?.split_once('|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::SourceKind;
    use crate::trade::prevailing::tests::{report, source};

    #[test]
    fn other_money_is_another_series() {
        let key = SeriesKey {
            flow: Flow::Export,
            measure: Measure::Value,
            product: "made".into(),
            partner: Partner::world(),
        };
        let one = |unit, value| Observation {
            key: key.clone(),
            unit,
            figure: report(value, 0, Status::Reported, 0),
            line: 2,
        };
        let mut dataset = Dataset::default();
        dataset.observe([one(Unit::US_DOLLAR, 10.0), one(Unit::YUAN, 70.0)]);
        let value = |series: Series| series.figures().map(|figure| figure.value).collect_vec();
        assert_eq!(value(dataset.series(&key)), [10.0]);
        assert_eq!(value(dataset.series_in(&key, Unit::YUAN)), [70.0]);
        assert!(dataset.series_in(&key, Unit::EURO).is_empty());
        assert_eq!(dataset.units(&key), [Unit::US_DOLLAR, Unit::YUAN]);
    }

    #[test]
    fn what_was_known_on_a_date_was_published_until_then() {
        let key = SeriesKey {
            flow: Flow::Export,
            measure: Measure::Volume,
            product: "made".into(),
            partner: Partner::world(),
        };
        let one = |value, status, sources: Vec<usize>| Observation {
            key: key.clone(),
            unit: Unit::TONNE,
            figure: Figure { sources, ..report(value, 0, status, 0) },
            line: 2,
        };
        let sources = vec![
            source("first", "2024-01-05", SourceKind::Customs),
            source("revised", "2024-03", SourceKind::Customs),
            source("undated", "", SourceKind::Customs),
            source("retold", "2025", SourceKind::Press),
        ];
        let mut dataset = Dataset { sources, ..Dataset::default() };
        dataset.observe([
            one(10.0, Status::Reported, vec![0, 3]),
            one(11.0, Status::Revised, vec![1]),
            one(12.0, Status::Derived, vec![0, 3]),
            one(13.0, Status::Reported, vec![2]),
        ]);
        let known = |date: &str| {
            let known = dataset.known_on(date);
            let figure = known.series(&key).figures().next().cloned();
            figure.map(|figure| (figure.value, figure.others.len()))
        };
        assert_eq!(known("2023"), None);
        assert_eq!(known("2024-01-04"), None);
        assert_eq!(known("2024-01-05"), Some((10.0, 0)));
        // Published in some day of March: known for sure when the month is over.
        assert_eq!(known("2024-03-15"), Some((10.0, 0)));
        assert_eq!(known("2024-03"), Some((11.0, 1)));
        assert_eq!(known("2025"), Some((11.0, 2)));
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
