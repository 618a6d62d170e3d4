//! The plots that the lines are drawn in: one for each unit, or one of what was computed.

use super::super::context::{Context, remark};
use super::super::geometry::{middle, x};
use super::super::graph::Scale;
use super::super::ticks::{logarithmic_ticks, nice_ticks};
use super::lines::{Drawn, called, of_values, series};
use crate::query::Line as Asked;
use crate::statistics::transformation::{Transformed, index, on_previous, share, year_on_year};
use crate::statistics::{
    Amount, Grouped, Grouping, Transformation, amount, change_between, grouped,
};
use crate::trade::{About, Month, Partner, Period, Quantity, Series, SeriesKey, Unit};
use crate::util::CollectVec as _;
use crate::wording::say::charts::{figures as said, series as words};
use crate::wording::say::joining;
use crate::wording::say::numbers::{exact_amount, rounded};

/// A point of a line.
pub struct Point {
    /// Where along the axis of time.
    pub at: f64,
    /// Its height: joint months, and years beside months, at the monthly average.
    pub height: f64,
    /// The number.
    pub number: f64,
    /// The number in full, to be read out.
    pub value: String,
    /// The number for a headline.
    pub rounded: String,
    /// How it was obtained.
    pub status: &'static str,
    /// What it was computed from.
    pub note: String,
    /// The amount behind it.
    pub amount: Amount,
    /// What the months come to where a reported figure stands in the place of their running sum.
    pub months: Option<Quantity>,
    /// Whether it covers several months of a monthly line.
    pub flat: bool,
    /// Indices of its sources.
    pub sources: Vec<usize>,
}

/// A line in a plot.
pub struct Drawing<'a> {
    pub line: &'a Drawn,
    /// In order of time.
    pub points: Vec<Point>,
}

impl Drawing<'_> {
    /// The point that covers a month.
    pub fn at(&self, month: Month) -> Option<&Point> {
        let stands = |point: &&Point| self.line.grouping.stands_for(point.amount.period, month);
        self.points.iter().find(stands)
    }

    /// Runs of points for consecutive periods.
    pub fn runs(&self) -> Vec<Vec<&Point>> {
        let mut runs: Vec<Vec<&Point>> = Vec::new();
        for point in self.points.iter().filter(|point| !point.flat) {
            let follows = runs.last().and_then(|run| run.last()).is_some_and(|before| {
                let (own, before) = (point.amount.period, before.amount.period);
                match self.line.grouping {
                    Grouping::YearToDate => {
                        own.start == before.start && own.end() == before.end() + 1
                    }
                    grouping if grouping.stands_at_its_end() => own.end() == before.end() + 1,
                    _ => own.start == before.end() + 1,
                }
            });
            match runs.last_mut().filter(|_| follows) {
                Some(run) => run.push(point),
                None => runs.push(vec![point]),
            }
        }
        runs
    }
}

/// The lines along one vertical axis.
pub struct Plot<'a> {
    /// Its name: `tonnes a month`.
    pub name: String,
    pub scale: Scale,
    pub logarithmic: bool,
    pub ticks: Vec<f64>,
    pub lines: Vec<Drawing<'a>>,
}

/// The plots, and why some lines are in none.
pub struct Found<'a> {
    pub plots: Vec<Plot<'a>>,
    /// The names of lines not drawn, with the reason.
    pub left: Vec<(String, String)>,
    /// Why an axis is linear though a logarithmic one was asked for.
    pub linear: Vec<String>,
    pub notes: Vec<String>,
}

/// The plots of the lines.
pub fn plots<'a>(
    context: &Context<'_>,
    lines: &'a [Drawn],
    stretch: (Month, Month),
    base: Option<Period>,
) -> Found<'a> {
    let mut left = Vec::new();
    let transformation = context.query.transformation;
    let mut plots = match transformation {
        // It only grows: what that comes to is the month's own amount. Eleven months against five say
        // nothing either.
        Transformation::OnPrevious | Transformation::Index
            if context.query.grouping == Grouping::YearToDate =>
        {
            let index = transformation == Transformation::Index;
            let why = if index { words::unlike_lengths() } else { words::grows_by_its_months() };
            left.extend(lines.iter().map(|line| (line.within.clone(), why.to_owned())));
            Vec::new()
        }
        Transformation::Level => levels(context, lines),
        Transformation::LevelAndChange => {
            let mut plots = levels(context, lines);
            plots.push(changes(context, lines, Transformation::YearOnYear));
            plots
        }
        Transformation::YearOnYear | Transformation::OnPrevious => {
            vec![changes(context, lines, transformation)]
        }
        Transformation::Index => vec![indexed(context, lines, base, &mut left)],
        Transformation::Share => vec![shares(context, lines, &mut left)],
    };
    for plot in &mut plots {
        for line in &mut plot.lines {
            line.points.retain(|point| {
                let period = point.amount.period;
                let ends = line.line.grouping.stands_at_its_end();
                let start = if ends { period.end() } else { period.start };
                stretch.0 <= start && period.end() <= stretch.1
            });
        }
        plot.lines.retain(|line| !line.points.is_empty());
    }
    plots.retain(|plot| !plot.lines.is_empty());
    for line in lines {
        let drawn =
            plots.iter().flat_map(|plot| &plot.lines).any(|own| own.line.place == line.place);
        if !drawn && !left.iter().any(|(name, _)| *name == line.within) {
            left.push((line.within.clone(), words::none_to_draw(transformation).to_owned()));
        }
    }
    let mut linear = Vec::new();
    for plot in &mut plots {
        set_axis(plot, context.query.logarithmic, &mut linear);
    }
    linear.dedup();
    let joined = context.query.grouping != Grouping::Month;
    let order = joined && transformation != Transformation::Level;
    let notes = order.then(|| words::order().to_owned()).into_iter().collect_vec();
    Found { plots, left, linear, notes }
}

/// The figures, those of one unit in one plot.
fn levels<'a>(context: &Context<'_>, lines: &'a [Drawn]) -> Vec<Plot<'a>> {
    let mut plots: Vec<Plot<'a>> = Vec::new();
    // What is counted by quarters or years is drawn as it is where no line has months.
    let steps = || lines.iter().map(|line| line.series.step());
    let step = steps().min().unwrap_or(1);
    let alike = steps().all(|own| own > 1);
    for line in lines {
        let unit = line.series.unit();
        let drawing = Drawing { line, points: level_points(&context.dataset.about, line, alike) };
        let own = plots.iter_mut().find(|plot| plot.scale == Scale::Amount(unit));
        match own {
            Some(plot) => plot.lines.push(drawing),
            None => plots.push(Plot {
                name: words::amounts(&unit.words(), context.query.grouping, step),
                scale: Scale::Amount(unit),
                logarithmic: false,
                ticks: Vec::new(),
                lines: vec![drawing],
            }),
        }
    }
    plots
}

fn level_points(about: &About, line: &Drawn, annual: bool) -> Vec<Point> {
    let unit = line.series.unit();
    let point = |amount: &Amount| {
        let several = line.grouping == Grouping::Month && amount.period.months > 1;
        // Years beside months are drawn at the mean of their months.
        let flat = several && !annual;
        let count = f64::from(amount.period.months);
        let height = if flat { amount.value / count } else { amount.value };
        let figure = line.series.figure(amount.period).filter(|_| line.grouping == Grouping::Month);
        let mut notes =
            figure.map(|figure| remark(about, &line.series, figure)).into_iter().collect_vec();
        if flat {
            notes.push(words::joint(
                Quantity { value: height, unit, decimals: 1, rough: false },
                amount.period,
            ));
        }
        let months = line.months_of(amount);
        notes.extend(months.map(words::months_come_to));
        notes.retain(|note| !note.is_empty());
        Point {
            at: place(line, amount),
            height,
            number: amount.value,
            value: exact_amount(amount.value, amount.decimals, unit),
            rounded: rounded(amount.value, amount.decimals, unit),
            status: amount.origin.word(),
            note: joining::clauses(&notes),
            flat,
            sources: amount.sources.clone(),
            amount: amount.clone(),
            months,
        }
    };
    line.grouped.amounts.iter().map(point).collect_vec()
}

fn place(line: &Drawn, amount: &Amount) -> f64 {
    if line.grouping.stands_at_its_end() { x(amount.period.end()) } else { middle(amount.period) }
}

/// What was computed of a line's amounts.
fn transformed_points(
    line: &Drawn,
    found: Vec<Transformed>,
    words_of: fn(f64) -> String,
    of: Note,
) -> Vec<Point> {
    let unit = line.series.unit();
    let point = |found: Transformed| {
        let (own, against) = (found.amount.period.months, found.against.period.months);
        // Periods of unlike length are compared by the month.
        let by_month = !line.grouping.stands_at_its_end() && own != against;
        let said = |of: &Amount| match of.period.months {
            months if by_month && months > 1 => {
                let each = of.value / f64::from(months);
                words::a_month(&exact_amount(each, of.decimals.max(1), unit))
            }
            // As the headline has them.
            _ => rounded(of.value, of.decimals, unit),
        };
        let (amount, other) = (said(&found.amount), said(&found.against));
        let several = line.grouping == Grouping::Month && found.amount.period.months > 1;
        Point {
            at: place(line, &found.amount),
            height: found.value,
            number: found.value,
            value: words_of(found.value),
            rounded: words_of(found.value),
            status: said::computed(),
            note: match of {
                Note::Against => {
                    words::against((&amount, found.amount.period), (&other, found.against.period))
                }
                Note::PartOf => words::part_of(&amount, &other),
            },
            flat: several && line.series.step() == 1,
            sources: found.sources(),
            months: line.months_of(&found.amount),
            amount: found.amount,
        }
    };
    found.into_iter().map(point).collect_vec()
}

/// How a number's note names what it was compared with.
#[derive(Clone, Copy)]
enum Note {
    Against,
    PartOf,
}

fn changes<'a>(context: &Context<'_>, lines: &'a [Drawn], which: Transformation) -> Plot<'a> {
    let grouping = called(context.query.grouping, lines);
    let values = of_values(lines);
    let (name, of): (_, fn(&crate::statistics::Grouped) -> Vec<Transformed>) =
        if which == Transformation::OnPrevious {
            (words::change_on_previous(grouping, values), on_previous)
        } else {
            (words::change_on_year(grouping, values), year_on_year)
        };
    // As everywhere, a change from which the earlier figure was derived is the published one.
    let published = |line: &Drawn, mut found: Transformed| {
        if line.grouping == Grouping::Month {
            let change = change_between(&line.series, found.amount.period, found.against.period);
            found.value = change.ok().and_then(|own| own.stated).unwrap_or(found.value);
        }
        found
    };
    let drawing = |line: &'a Drawn| {
        let found = of(&line.grouped).into_iter().map(|found| published(line, found)).collect_vec();
        Drawing {
            line,
            points: transformed_points(line, found, words::change_value, Note::Against),
        }
    };
    computed(name, Scale::Percent, lines.iter().map(drawing).collect_vec())
}

fn computed(name: String, scale: Scale, lines: Vec<Drawing<'_>>) -> Plot<'_> {
    Plot { name, scale, logarithmic: false, ticks: Vec::new(), lines }
}

fn indexed<'a>(
    context: &Context<'_>,
    lines: &'a [Drawn],
    base: Option<Period>,
    left: &mut Vec<(String, String)>,
) -> Plot<'a> {
    let grouping = context.query.grouping;
    let mut drawings = Vec::new();
    for line in lines {
        let own = base.and_then(|base| index(&line.grouped, base));
        let Some(found) = own else {
            let none = || words::no_common_month().to_owned();
            let known = |base: Period| line.grouped.known(base).is_some();
            let why = base.map_or_else(none, |base| words::no_base(base, grouping, known(base)));
            left.push((line.within.clone(), why));
            continue;
        };
        let points = transformed_points(line, found, words::index_value, Note::Against);
        drawings.push(Drawing { line, points });
    }
    let base = base.filter(|_| !drawings.is_empty());
    computed(words::index(base, grouping, of_values(lines)), Scale::Number, drawings)
}

fn shares<'a>(
    context: &Context<'_>,
    lines: &'a [Drawn],
    left: &mut Vec<(String, String)>,
) -> Plot<'a> {
    let mut drawings = Vec::new();
    for line in lines {
        if line.asked.key.partner.is_world() {
            left.push((line.within.clone(), words::is_total().to_owned()));
            continue;
        }
        let key = SeriesKey { partner: Partner::world(), ..line.asked.key.clone() };
        let total = series(context, &Asked { key, unit: line.asked.unit });
        let alike = total.unit() == line.series.unit();
        let of_years = line.annual && !total.is_annual();
        let total = if of_years {
            Some(total_of(line, &total))
        } else {
            grouped(&total, line.grouping, context.dataset.about.holiday).ok()
        };
        let total = total.filter(|_| alike);
        let found = total.as_ref().map(|total| share(&line.grouped, total));
        match found.filter(|found| !found.is_empty()) {
            Some(found) => {
                let points = transformed_points(line, found, words::share_value, Note::PartOf);
                drawings.push(Drawing { line, points });
            }
            None => {
                let of_nothing = total.is_some_and(|total| is_nothing(&line.grouped, &total));
                let why = if of_nothing { words::total_is_zero() } else { words::no_total() };
                left.push((line.within.clone(), why.to_owned()));
            }
        }
    }
    computed(words::share(context.query.grouping, of_values(lines)), Scale::Share, drawings)
}

/// Whether what is known of a total in the periods of a line is that there was nothing.
fn is_nothing(line: &Grouped, total: &Grouped) -> bool {
    let known = || line.amounts.iter().filter_map(|amount| total.known(amount.period));
    known().next().is_some() && known().all(|total| total.value == 0.0)
}

/// A total known by months in the years of a line that is known by years alone.
fn total_of(line: &Drawn, total: &Series) -> Grouped {
    let years = line.grouped.amounts.iter().map(|amount| amount.period);
    let amounts = years.filter_map(|year| amount(total, year).ok()).collect_vec();
    Grouped { grouping: line.grouping, amounts }
}

/// Sets an axis that holds all that is drawn; a logarithmic one where that can be.
fn set_axis(plot: &mut Plot<'_>, logarithmic: bool, linear: &mut Vec<String>) {
    let heights = || plot.lines.iter().flat_map(|line| &line.points).map(|point| point.height);
    let (low, high) = (heights().fold(f64::INFINITY, f64::min), heights().fold(0.0, f64::max));
    if logarithmic && plot.scale == Scale::Percent {
        linear.push(words::changes_are_linear().to_owned());
    } else if logarithmic {
        let drawn = plot
            .lines
            .iter()
            .flat_map(|line| line.points.iter().map(move |point| (&line.line.name, point)));
        match drawn.into_iter().find(|(_, point)| point.height <= 0.0) {
            Some((name, point)) => {
                linear.push(words::no_logarithm(name, point.amount.period));
            }
            None => {
                plot.ticks = logarithmic_ticks(low, high);
                plot.logarithmic = true;
                plot.name = words::logarithmic(&plot.name);
                return;
            }
        }
    }
    if logarithmic {
        plot.name = words::linear(&plot.name, plot.scale == Scale::Percent);
    }
    let room = if plot.scale == Scale::Share { high } else { high * 1.02 };
    plot.ticks = nice_ticks(low.min(0.0), room, 4);
}

/// The unit of a plot's numbers, for a column of a table.
pub const fn unit(plot: &Plot<'_>) -> Option<Unit> {
    match plot.scale {
        Scale::Amount(unit) => Some(unit),
        _ => None,
    }
}
