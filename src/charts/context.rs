//! The context that charts are made from, and what they return.

use std::cell::OnceCell;
use std::rc::Rc;

use super::graph::{Graph, Mark, XAxis, YAxis};
use super::headline::Headline;
use super::studies::{Shared, shared};
use super::table::Table;
use crate::query::Query;
use crate::statistics::seasonal::{FirstPrints, PreparedSeries};
use crate::statistics::{Amount, Known, Summary, Unavailable, amount, slot, summary_of};
use crate::trade::{
    About, Dataset, Figure, Measure, Month, Period, Quantity, Series, SeriesKey, Unit,
};
use crate::util::CollectVec as _;
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::figures as words;
use crate::wording::say::charts::parts::those_with;
use crate::wording::say::numbers::capital;
use crate::wording::say::subject::Subject;
use crate::wording::say::{dates, joining};

/// What a chart returns.
pub struct Drawn {
    pub headline: Headline,
    pub subtitle: String,
    /// A finding shown before the summary of the month; often empty.
    pub finding: String,
    pub graph: Graph,
    pub table: Table,
    pub notes: Vec<String>,
}

/// The remark on a figure: the data's own, or what it was derived from.
pub fn remark(about: &About, series: &Series, figure: &Figure) -> String {
    let amount = |one: &Figure| one.quantity(series.unit());
    match series.left_of(figure) {
        Some((joint, other)) => words::left(amount(joint), amount(other)),
        None => about.translated(&figure.note).into_owned(),
    }
}

impl Drawn {
    /// An empty drawing, for charts that the page's first module leaves to the whole one.
    pub fn left_to_whole(context: &Context<'_>) -> Self {
        let (from, to) = context.shown;
        Self {
            headline: Headline::from(String::new()),
            subtitle: String::new(),
            finding: String::new(),
            graph: Graph::new(XAxis::Months(from, to), YAxis::Rows(Vec::new())),
            table: Table::default(),
            notes: Vec::new(),
        }
    }
}

/// Which partners the total of a trade is of, where it leaves out some that do not give what it counts.
pub fn partners_with(
    dataset: &Dataset,
    key: &SeriesKey,
    periods: &[Period],
) -> Option<&'static str> {
    if !cfg!(feature = "whole") || !dataset.is_own() {
        return None;
    }
    (!dataset.lacking(key, periods).is_empty()).then(|| those_with(key.measure))
}

/// Whether the data hold no values at all: what is asked of these is not in any money.
pub fn lacks_money(dataset: &Dataset) -> bool {
    cfg!(feature = "whole") && dataset.unit_known(Measure::Value).is_none()
}

/// Everything a chart is made from.
pub struct Context<'a> {
    pub dataset: &'a Dataset,
    pub query: &'a Query,
    pub series: Series,
    pub month: Month,
    pub summary: Summary,
    pub shown: (Month, Month),
    /// The chart's name within a sentence, if it needs shorter periods than the series has.
    pub needs_months: Option<&'static str>,
    /// Whether the chart uses the chosen comparison.
    pub compares: bool,
    /// Whether the series has only whole years.
    pub annual: bool,
    /// How many of the series' parts are kept by name.
    pub most: usize,
    study: OnceCell<Known<Rc<Shared>>>,
    partners: OnceCell<Option<&'static str>>,
}

impl<'a> Context<'a> {
    /// The context of a month of a series.
    pub fn new(
        dataset: &'a Dataset,
        query: &'a Query,
        series: Series,
        month: Month,
        shown: (Month, Month),
    ) -> Self {
        let chart = query.chart.record();
        let own = slot(&series, month).or_else(|| dataset.joint_of(series.key(), month));
        let summary = summary_of(&series, own.unwrap_or_else(|| series.span(month)));
        let annual = series.is_annual();
        let needs_months = chart.needs_months.filter(|_| chart.lacks_months(&series));
        Self {
            dataset,
            query,
            series,
            month,
            summary,
            shown,
            needs_months: needs_months.map(|called| called()),
            compares: chart.obeys("compare"),
            annual,
            most: usize::MAX,
            study: OnceCell::new(),
            partners: OnceCell::new(),
        }
    }

    /// The same context for another month.
    pub fn at(&self, month: Month) -> Self {
        let moved = Self::new(self.dataset, self.query, self.series.clone(), month, self.shown);
        Self { most: self.most, ..moved }
    }

    /// The series prepared for seasonal statistics; computed on first use, and shared with the previous
    /// chart of the same series.
    pub fn study(&self) -> Known<&PreparedSeries> {
        self.shared().map(|shared| &shared.study)
    }

    /// The study's forecasts, scored against first prints.
    pub fn first_prints(&self) -> Known<&FirstPrints> {
        self.shared()?.first_prints(self.dataset)
    }

    /// What is shared with other seasonal charts.
    pub fn shared(&self) -> Known<&Shared> {
        let made = || shared(&self.series, self.dataset);
        self.study.get_or_init(made).as_deref().map_err(Clone::clone)
    }

    pub const fn unit(&self) -> Unit {
        self.series.unit()
    }

    /// An amount that was computed, in the series' unit; one that is a figure's own says itself whether it is rough.
    pub const fn computed(&self, value: f64, decimals: u8) -> Quantity {
        Quantity { value, unit: self.unit(), decimals, rough: false }
    }

    /// A known amount, in the series' unit.
    pub fn quantity(&self, found: &Amount) -> Quantity {
        found.quantity(self.unit())
    }

    /// What the chart is about: reporter, goods and partner, or those partners that the total is of.
    pub fn subject(&self) -> Subject<'_> {
        if !cfg!(feature = "whole") {
            return self.subject_with(None);
        }
        self.subject_with(*self.partners.get_or_init(|| self.partners_in(&self.compared())))
    }

    /// The same of what is told of some periods.
    pub fn subject_in(&self, periods: &[Period]) -> Subject<'_> {
        let of_all = !cfg!(feature = "whole") || periods.is_empty();
        self.subject_with(if of_all { None } else { self.partners_in(periods) })
    }

    fn subject_with(&self, partners: Option<&'static str>) -> Subject<'_> {
        let Query { flow, product, partner, .. } = self.query;
        let subject = Subject::of(self.dataset, *flow, product, partner);
        Subject { with: partners.or(subject.with), ..subject }
    }

    /// The period under study and the one that it is compared with: a year earlier, where the comparison has none.
    pub fn compared(&self) -> [Period; 2] {
        let own = self.summary.period;
        self.query.comparison.periods(own).unwrap_or((own, own.years_before(1))).into()
    }

    /// Which partners a total of all is of, where it leaves out partners of a reader's own files in any of these
    /// periods.
    pub fn partners_in(&self, periods: &[Period]) -> Option<&'static str> {
        // Where there is no total, nobody is left out of it.
        let known = periods.iter().copied().filter(|period| self.known(*period).is_some());
        partners_with(self.dataset, &self.query.key(), &known.collect_vec())
    }

    /// Why there is no figure of a period, as exactly as the data know it: no total of all partners where not
    /// all give it, no value where the quantity is known.
    pub fn reason(&self, why: &Unavailable) -> Unavailable {
        let Unavailable::NotReported(period) = *why else { return why.clone() };
        let (dataset, key) = (self.dataset, self.query.key());
        let money = key.measure == Measure::Value;
        let unit = self.unit();
        if cfg!(feature = "whole")
            && self.known(period).is_none()
            && dataset.gives_in_part(&key, period)
        {
            return Unavailable::NoTotal { period, unit };
        }
        let both = cfg!(feature = "whole") && self.query.chart.record().needs.every_measure;
        if !money && !both {
            return why.clone();
        }
        let known = |measure, period| {
            let series = dataset.series(&SeriesKey { measure, ..key.clone() });
            amount(&series, period).is_ok()
        };
        // January and February may be known together only.
        let joint = dataset.joint_of(&key, period.start).filter(|_| period.months == 1);
        let quantity = |period| known(Measure::Volume, period) || known(Measure::Quantity, period);
        let mut periods = [Some(period), joint].into_iter().flatten();
        let lacking = periods.find(|own| !known(Measure::Value, *own) && quantity(*own));
        let unit = dataset.unit_of(&SeriesKey { measure: Measure::Value, ..key.clone() });
        match lacking {
            Some(_) if lacks_money(dataset) => Unavailable::NoMoney,
            Some(own) => Unavailable::NoValue(own, unit),
            None => why.clone(),
        }
    }

    /// The unit, for a subtitle: `Tonnes`.
    pub fn unit_words(&self) -> String {
        capital(&self.unit().words())
    }

    /// A subtitle that says if what is shown is of another period than the one asked for: a picture or a frame
    /// has no room for the reason, which the sentence gives.
    pub fn beside(&self, subtitle: String, shown: Period) -> String {
        match self.query.month {
            Some(_) if !shown.contains(self.summary.period.end()) => {
                without(&subtitle, &self.summary.period.long())
            }
            _ => subtitle,
        }
    }

    /// A stretch of time, for a subtitle: `Jan 2020–Dec 2022`, or `2020–2022` for an annual series.
    pub fn stretch(&self, from: Month, to: Month) -> String {
        let (first, last) = (self.series.span(from), self.series.span(to));
        if self.annual && from.year() == to.year() {
            return first.short();
        }
        dates::stretch(first, last)
    }

    /// The mark of a figure.
    pub fn figure_mark(&self, figure: &Figure, at: (f64, f64)) -> Mark {
        let mut note = remark(&self.dataset.about, &self.series, figure);
        let beside = |note: &str, more: &str| match (note, more) {
            ("", one) | (one, "") => one.to_owned(),
            (note, more) => words::both(note, more),
        };
        for other in &figure.others {
            let amount = other.quantity(self.unit());
            let alike = other.value == figure.value;
            let by = self.credit(&other.sources);
            note = beside(&note, &words::also_reported(amount, alike, &by));
        }
        if figure.period.months == 2 && self.series.step() == 1 {
            note = beside(&words::together(self.computed(figure.value / 2.0, 1)), &note);
        }
        Mark {
            at,
            group: 0,
            series: String::new(),
            period: figure.period.long(),
            value: figure.quantity(self.unit()).exact(),
            status: words::status(figure.status, self.dataset.is_own()).to_owned(),
            note,
            sources: figure.sources.clone(),
            month: Some(figure.period.end()),
        }
    }

    /// The mark of an amount that may be a sum.
    pub fn amount_mark(&self, found: &Amount, at: (f64, f64)) -> Mark {
        match self.series.figure(found.period) {
            Some(figure) => {
                let note = remark(&self.dataset.about, &self.series, figure);
                Mark { note, ..self.figure_mark(figure, at) }
            }
            None => Mark {
                at,
                group: 0,
                series: String::new(),
                period: found.period.long(),
                value: self.quantity(found).exact(),
                status: found.origin.word().to_owned(),
                note: String::new(),
                sources: found.sources.clone(),
                month: Some(found.period.end()),
            },
        }
    }

    /// The sources of the figure for `month`, separate or joint; otherwise those of the latest month.
    pub fn sources_of(&self, month: Month) -> Vec<usize> {
        let own = self.series.month(month).or_else(|| self.series.undivided(month));
        let figure = own.or_else(|| self.series.months().next_back());
        figure.map(|figure| figure.sources.clone()).unwrap_or_default()
    }

    /// The publishers of these sources.
    pub fn credit(&self, sources: &[usize]) -> String {
        let known = sources.iter().filter_map(|index| self.dataset.sources.get(*index));
        let named =
            known.map(|source| self.dataset.about.translated(&source.publisher).into_owned());
        joining::list(&named.collect_vec())
    }

    /// The amount of `period`, if known.
    pub fn known(&self, period: Period) -> Option<Amount> {
        amount(&self.series, period).ok()
    }
}
