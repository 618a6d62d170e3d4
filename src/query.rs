//! What the address bar holds.

use crate::statistics::Comparison;
use crate::statistics::structure::Side;
use crate::trade::{Dataset, Flow, Measure, Month, Partner, SeriesKey};

/// The ways of drawing a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Every month as a line, with the twelve-month mean and the events.
    Months,
    /// Each year over January to December, before the range of five years.
    Season,
    /// What each year added up to, month by month.
    Cumulative,
    /// The change of each month as a bar.
    Change,
    /// Years by months, as shades.
    Heat,
    /// Exports against imports.
    Balance,
    /// One month under every comparison.
    Framing,
    /// The reporter's figures against its partners'.
    Mirror,
    /// What each month's past led one to expect.
    Expectation,
    /// Observed, trend, season and remainder.
    Decomposition,
    /// Where the level shifted.
    Breaks,
    /// The sizes of steps at events.
    Effects,
    /// What each partner or product gave to a change.
    Drivers,
    /// Shares of partners or products, and their concentration.
    Shares,
    /// Value for each unit of quantity.
    UnitValue,
    /// A change in value split into price and quantity.
    PriceVolume,
    /// Imports against production and exports.
    Dependence,
}

/// What a chart answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What happened.
    What,
    /// Whether it is only the season.
    Season,
    /// Who and what drove it.
    Drivers,
}

impl Question {
    /// Every question, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::What, Self::Season, Self::Drivers];

    /// The question as readers see it.
    pub const fn label(self) -> &'static str {
        match self {
            Self::What => "What happened",
            Self::Season => "Only the season?",
            Self::Drivers => "Who and what drove it?",
        }
    }
}

impl ChartKind {
    /// Every chart, in the order they are offered.
    pub const ALL: [Self; 17] = [
        Self::Months,
        Self::Season,
        Self::Cumulative,
        Self::Change,
        Self::Heat,
        Self::Balance,
        Self::Framing,
        Self::Mirror,
        Self::Expectation,
        Self::Decomposition,
        Self::Breaks,
        Self::Effects,
        Self::Drivers,
        Self::Shares,
        Self::UnitValue,
        Self::PriceVolume,
        Self::Dependence,
    ];

    /// What an address may name, for a message.
    pub const EXPECTED: &str = "months, season, cumulative, change, heat, balance, framing, mirror, expectation, decomposition, breaks, effects, drivers, shares, unit-value, price-volume or dependence";

    /// Its word in addresses, the name shown to readers, and the question it answers.
    const fn kind(self) -> (&'static str, &'static str, Question) {
        match self {
            Self::Months => ("months", "Months", Question::What),
            Self::Season => ("season", "Season", Question::What),
            Self::Cumulative => ("cumulative", "Cumulative", Question::What),
            Self::Change => ("change", "Change", Question::What),
            Self::Heat => ("heat", "Heat map", Question::What),
            Self::Balance => ("balance", "Balance", Question::What),
            Self::Framing => ("framing", "Framing", Question::What),
            Self::Mirror => ("mirror", "Mirror", Question::What),
            Self::Expectation => ("expectation", "Expectation", Question::Season),
            Self::Decomposition => ("decomposition", "Decomposition", Question::Season),
            Self::Breaks => ("breaks", "Level shifts", Question::Season),
            Self::Effects => ("effects", "Event sizes", Question::Season),
            Self::Drivers => ("drivers", "Drivers", Question::Drivers),
            Self::Shares => ("shares", "Shares", Question::Drivers),
            Self::UnitValue => ("unit-value", "Unit value", Question::Drivers),
            Self::PriceVolume => ("price-volume", "Price or volume", Question::Drivers),
            Self::Dependence => ("dependence", "Dependence", Question::Drivers),
        }
    }

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        self.kind().0
    }

    /// The name shown to readers.
    pub const fn label(self) -> &'static str {
        self.kind().1
    }

    /// The question it answers.
    pub const fn question(self) -> Question {
        self.kind().2
    }

    /// The chart whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.code() == text)
    }

    /// Whether its horizontal axis is time, so that a stretch of it can be zoomed into.
    pub const fn runs_through_time(self) -> bool {
        matches!(
            self,
            Self::Months
                | Self::Change
                | Self::Balance
                | Self::Mirror
                | Self::Expectation
                | Self::Decomposition
                | Self::Breaks
                | Self::Shares
                | Self::UnitValue
        )
    }

    /// Whether it takes a total apart, by partner or by product.
    pub const fn takes_apart(self) -> bool {
        matches!(self, Self::Drivers | Self::Shares)
    }
}

/// Light or dark, for an embed whose host page is always one of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == text)
    }
}

/// Everything a reader can choose. An address names only what differs from the default.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Which chart.
    pub chart: ChartKind,
    /// Exports or imports.
    pub flow: Flow,
    /// The product's code.
    pub product: String,
    /// The partner.
    pub partner: Partner,
    /// Volume or value.
    pub measure: Measure,
    /// The month under study; the latest where none is named.
    pub month: Option<Month>,
    /// What the month is held against.
    pub comparison: Comparison,
    /// Along which side a total is taken apart.
    pub by: Side,
    /// The event studied, by its date.
    pub event: Option<String>,
    /// The first month shown, where the reader narrowed the view.
    pub from: Option<Month>,
    /// The last month shown, likewise.
    pub to: Option<Month>,
    /// The bare chart, for an iframe.
    pub embed: bool,
    /// Light or dark.
    pub theme: Theme,
}

impl Default for Query {
    fn default() -> Self {
        Self {
            chart: ChartKind::Months,
            flow: Flow::Export,
            product: "rare-earths".to_owned(),
            partner: Partner::world(),
            measure: Measure::Volume,
            month: None,
            comparison: Comparison::YearOnYear,
            by: Side::Partner,
            event: None,
            from: None,
            to: None,
            embed: false,
            theme: Theme::Auto,
        }
    }
}

impl Query {
    /// Reads the part of an address behind the question mark. What can't be understood is left at
    /// its default and named in the second part of the answer; names we don't know are left alone,
    /// for a host may add its own.
    pub fn parse(search: &str) -> (Self, Vec<String>) {
        let mut query = Self::default();
        let mut problems = Vec::new();
        let search = search.strip_prefix('?').unwrap_or(search);
        for pair in search.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if let Err(expected) = query.set(name, value) {
                let found: String = value.chars().take(40).collect();
                problems.push(format!(
                    "The address asks for {name} “{found}”, but {expected} was expected; the usual one is shown."
                ));
            }
        }
        if let (Some(from), Some(to)) = (query.from, query.to)
            && from > to
        {
            (query.from, query.to) = (Some(to), Some(from));
        }
        (query, problems)
    }

    fn set(&mut self, name: &str, value: &str) -> Result<(), &'static str> {
        const MONTH: &str = "a month, YYYY-MM,";
        match name {
            "chart" => {
                self.chart = ChartKind::parse(value).ok_or(ChartKind::EXPECTED)?;
            }
            "flow" => {
                let flow =
                    Flow::parse(value).filter(|flow| matches!(flow, Flow::Export | Flow::Import));
                self.flow = flow.ok_or("export or import")?;
            }
            "product" => {
                let fits = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
                let plain = !value.is_empty() && value.bytes().all(fits);
                self.product = plain.then(|| value.to_owned()).ok_or("a product's short name")?;
            }
            "partner" => {
                self.partner = Partner::parse(value).ok_or("WLD or a country's code")?;
            }
            "measure" => self.measure = Measure::parse(value).ok_or("volume, value or quantity")?,
            "month" => self.month = Some(Month::parse(value).ok_or(MONTH)?),
            "compare" => {
                self.comparison =
                    Comparison::parse(value).ok_or("mom, yoy, ytd, mean5, median5 or record")?;
            }
            "by" => self.by = Side::parse(value).ok_or("partner or product")?,
            "event" => {
                let fits = |letter: u8| letter.is_ascii_digit() || letter == b'-';
                let date = value.len() == 10 && value.bytes().all(fits);
                self.event = Some(date.then(|| value.to_owned()).ok_or("a date, YYYY-MM-DD,")?);
            }
            "from" => self.from = Some(Month::parse(value).ok_or(MONTH)?),
            "to" => self.to = Some(Month::parse(value).ok_or(MONTH)?),
            "embed" => self.embed = value != "0",
            "theme" => self.theme = Theme::parse(value).ok_or("auto, light or dark")?,
            _ => {}
        }
        Ok(())
    }

    /// The address that [`Query::parse`] reads back: `?…`, or nothing where all is as usual.
    pub fn address(&self) -> String {
        let usual = Self::default();
        let mut parts = Vec::new();
        let mut name = |differs: bool, name: &str, value: String| {
            if differs {
                parts.push(format!("{name}={value}"));
            }
        };
        name(self.chart != usual.chart, "chart", self.chart.code().to_owned());
        name(self.flow != usual.flow, "flow", self.flow.code().to_owned());
        name(self.product != usual.product, "product", self.product.clone());
        name(self.partner != usual.partner, "partner", self.partner.code().to_owned());
        name(self.measure != usual.measure, "measure", self.measure.code().to_owned());
        for (code, month) in [("month", self.month), ("from", self.from), ("to", self.to)] {
            name(month.is_some(), code, month.map(|month| month.to_string()).unwrap_or_default());
        }
        name(self.comparison != usual.comparison, "compare", self.comparison.code().to_owned());
        name(self.by != usual.by, "by", self.by.code().to_owned());
        name(self.event.is_some(), "event", self.event.clone().unwrap_or_default());
        name(self.theme != usual.theme, "theme", self.theme.code().to_owned());
        if self.embed {
            parts.push("embed".to_owned());
        }
        if parts.is_empty() { String::new() } else { format!("?{}", parts.join("&")) }
    }

    /// The series the query is about.
    pub fn key(&self) -> SeriesKey {
        SeriesKey {
            flow: self.flow,
            measure: self.measure,
            product: self.product.clone(),
            partner: self.partner.clone(),
        }
    }

    /// The same series with another flow.
    pub fn key_of(&self, flow: Flow) -> SeriesKey {
        SeriesKey { flow, ..self.key() }
    }

    /// The query as a data set can answer it that has other products than the bundled one: its
    /// first product where it lacks the one asked for, the measure and flow that it has.
    #[must_use]
    pub fn settled(&self, dataset: &Dataset) -> Self {
        let mut query = self.clone();
        let first = dataset.products.first().filter(|_| dataset.product(&query.product).is_none());
        if let Some(first) = first {
            query.product = first.code.clone();
        }
        if !dataset.observations().iter().any(|one| one.key.partner == query.partner) {
            query.partner = Partner::world();
        }
        let flows =
            [query.flow, if query.flow == Flow::Export { Flow::Import } else { Flow::Export }];
        let others = || Measure::ALL.into_iter().filter(|measure| *measure != query.measure);
        let measures = || std::iter::once(query.measure).chain(others());
        let all = flows.into_iter().flat_map(|flow| measures().map(move |measure| (flow, measure)));
        let known = all.map(|(flow, measure)| Self { flow, measure, ..query.clone() });
        let mut known = known.filter(|query| dataset.has(&query.key()));
        let mut query = known.next().unwrap_or(query);
        // Another product may begin later or end earlier.
        let extent = dataset.series(&query.key()).extent();
        query.month = query
            .month
            .filter(|month| extent.is_some_and(|(first, last)| (first..=last).contains(month)));
        query
    }

    /// The query without the view's own narrowing.
    #[must_use]
    pub fn unzoomed(&self) -> Self {
        Self { from: None, to: None, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        let address = "?chart=season&flow=import&product=magnets&partner=USA&measure=value\
                       &month=2024-11&from=2019-01&to=2024-12&compare=mom&by=product\
                       &event=2025-04-04&theme=dark&embed";
        let (query, problems) = Query::parse(address);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(query.address(), address);
        assert_eq!(Query::parse("").0.address(), "");
    }

    #[test]
    fn what_is_not_understood_is_named_and_left_at_its_default() {
        let (query, problems) = Query::parse("?chart=pie&month=2024-13&utm_source=x&flow=quota");
        assert_eq!(query, Query::default());
        assert_eq!(problems.len(), 3, "{problems:?}");
    }

    #[test]
    fn a_range_the_wrong_way_round_is_turned() {
        let (query, _) = Query::parse("from=2024-01&to=2020-01");
        assert!(query.from < query.to);
    }
}
