//! All the figures, and the series made from them.

use std::borrow::Cow;

use super::{
    About, Event, Figure, Flow, Language, Measure, Month, Outlines, PartRole, Partner,
    PartnerRecord, Period, Price, Product, Production, Series, SeriesKey, Source, SourceKind,
    Status, Unit,
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
    /// What each measure is mostly counted in: the unit of its first figure.
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

    /// All reports, sorted by series.
    pub fn observations(&self) -> &[Observation] {
        &self.observations
    }

    /// The reports of one series, in whatever unit.
    fn reports(&self, key: &SeriesKey) -> &[Observation] {
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

    /// The unit that most figures of a measure are in; of one that has none, a usual one.
    pub fn main_unit(&self, measure: Measure) -> Unit {
        self.unit_known(measure).unwrap_or(measure.unit())
    }

    /// The unit that most figures of a measure are in, where it has any.
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
        let within = |period: Period| {
            stretches.iter().any(|own| own.contains(period.start) && own.contains(period.end()))
        };
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

/// Half of a step, and as much more as binary fractions are off by.
const HALF: f64 = 0.5 + 1e-6;

/// Chooses among reports of one cell; the rest become the winner's `others`, latest first.
///
/// Anything prevails over what rests on an analyst; what was reported over what we derived; the
/// report nearer to the customs, where a row of several sources stands as far away as the furthest
/// of them; the later publication; the later row. One exception: a reported figure that only
/// repeats the winner with more digits (62,585.2 for 62,580) takes its place; of several the one that
/// rounds to it before one that was only cut off.
fn prevailing(mut reports: Vec<Figure>, sources: &[Source]) -> Option<Figure> {
    if reports.len() == 1 {
        return reports.pop();
    }
    let rank = |figure: &Figure| {
        let own = || figure.sources.iter().filter_map(|index| sources.get(*index));
        let kind = own().map(|source| source.kind).min().flatten();
        let published = own().map(|source| source.published.clone()).max().unwrap_or_default();
        let firm = kind != Some(SourceKind::Analyst);
        (firm, figure.status != Status::Derived, kind, published)
    };
    // A stable sort keeps file order among equals; the winner comes last.
    sort_by_key(&mut reports, rank);
    let latest = reports.pop()?;
    let within = |share: f64| {
        reports.iter().rposition(|other| {
            other.status != Status::Derived && other.is_finer_than(&latest, share)
        })
    };
    // A little more than half, for what lies halfway was rounded up or down.
    let finer = within(HALF).or_else(|| within(1.0));
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

/// What another and a partner are called beside each other, by the partner's record.
fn named_beside<'a>(record: &'a PartnerRecord, with: &str) -> Option<(&'a str, &'a str)> {
    record.beside.spoken().strip_prefix(with)?.strip_prefix(':')?.split_once('|')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Flow, Measure, Month, Partner, Period};

    fn source(id: &str, published: &str, kind: SourceKind) -> Source {
        Source {
            id: id.into(),
            publisher: id.into(),
            published: published.into(),
            title: String::new(),
            url: String::new(),
            kind: Some(kind),
        }
    }

    fn report(value: f64, decimals: u8, status: Status, source: usize) -> Figure {
        let period = Period::month(Month::from_index(24288));
        Figure { status, ..Figure::reported(period, value, decimals, vec![source]) }
    }

    fn choose(reports: Vec<Figure>) -> (f64, Vec<f64>) {
        let sources = [
            source("early", "2024-01-05", SourceKind::Agency),
            source("late", "2024-02", SourceKind::Agency),
            source("told", "2024-03", SourceKind::Press),
            source("own", "2023-12", SourceKind::Customs),
            source("firm", "2024-04", SourceKind::Analyst),
        ];
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
    fn of_finer_reports_the_one_that_rounds_to_it_stands() {
        let of = |value, decimals, source| report(value, decimals, Status::Reported, source);
        for finer in [[(19266.8, 0), (19265.8, 1)], [(19265.8, 0), (19266.8, 1)]] {
            let [one, other] = finer.map(|(value, source)| of(value, 1, source));
            assert_eq!(choose(vec![one, other, of(19266.0, 0, 1)]).0, 19265.8, "{finer:?}");
        }
        // Halfway is rounded either way; what was cut off stands where nothing rounds.
        assert_eq!(choose(vec![of(17.5, 1, 0), of(18.0, 0, 1)]).0, 17.5);
        assert_eq!(choose(vec![of(17.8, 1, 0), of(17.0, 0, 1)]).0, 17.8);
    }

    #[test]
    fn a_report_prevails_over_a_later_derivation() {
        let reports =
            vec![report(20840.0, 0, Status::Derived, 1), report(20769.8, 1, Status::Reported, 0)];
        assert_eq!(choose(reports), (20769.8, vec![20840.0]));
    }

    #[test]
    fn the_nearer_to_the_customs_prevails_whenever_it_came() {
        let of = |value, source| report(value, 0, Status::Reported, source);
        assert_eq!(choose(vec![of(13.0, 2), of(17.0, 0)]), (17.0, vec![13.0]));
        assert_eq!(choose(vec![of(19.0, 3), of(17.0, 1)]), (19.0, vec![17.0]));
        let several = Figure { sources: vec![3, 2], ..of(23.0, 3) };
        assert_eq!(choose(vec![several, of(17.0, 0)]), (17.0, vec![23.0]));
    }

    #[test]
    fn anything_prevails_over_an_analyst() {
        let derived = report(53_033.0, 0, Status::Derived, 2);
        let estimate = report(53_224.0, 0, Status::Reported, 4);
        assert_eq!(choose(vec![derived, estimate]), (53_033.0, vec![53_224.0]));
    }

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
