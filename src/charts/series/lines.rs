//! The series asked for, named and grouped.

use super::super::context::Context;
use crate::query::Line as Asked;
use crate::statistics::{Amount, Grouped, Grouping, grouped, rolling};
use crate::trade::{Flow, Measure, Month, Period, Quantity, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::wording::facts::Common;
use crate::wording::say::charts::series as words;
use crate::wording::say::numbers::capital;
use crate::wording::say::subject::Subject;

/// A series as it is drawn.
pub struct Drawn {
    /// What was asked for.
    pub asked: Asked,
    /// Its place among all drawn, from 0.
    pub place: usize,
    /// Its colour: its place among all asked for, drawn or not, with exports and imports in their own. The
    /// panel that lists the series uses the same rule.
    pub tone: u8,
    /// Its name beside the others, as a label.
    pub name: String,
    /// The same within a sentence.
    pub within: String,
    /// Its figures.
    pub series: Series,
    /// Its figures, grouped.
    pub grouped: Grouped,
    /// The grouping.
    pub grouping: Grouping,
    /// Whether it has only whole years.
    pub annual: bool,
}

impl Drawn {
    /// What the months of a running sum add up to, where a figure reported for exactly these months stands
    /// in its place and comes to something else: what lies beside it is of another kind.
    pub fn months_of(&self, amount: &Amount) -> Option<Quantity> {
        self.grouping.run()?;
        let reported = self.series.figure(amount.period)?;
        let own = rolling(&self.series, amount.period.end(), amount.period.months).ok()?;
        // Each was rounded, the months one by one.
        let half = |decimals: u8| 0.5 / 10_f64.powi(i32::from(decimals));
        let months = f64::from(amount.period.months);
        let least = half(own.decimals) * months + half(reported.decimals);
        let unit = self.series.unit();
        let quantity = Quantity { value: own.sum, unit, decimals: own.decimals, rough: false };
        ((own.sum - reported.value).abs() > least).then_some(quantity)
    }
}

/// All lines drawn, and why others are not.
pub struct Made {
    pub lines: Vec<Drawn>,
    /// What all of them have in common.
    pub common: Common,
    /// The names of lines not drawn, with the reason.
    pub left: Vec<(String, String)>,
    /// The name of the query's own line, drawn or not.
    pub own: String,
    pub stretch: (Month, Month),
    /// The period that counts as 100 in an index, the same for all lines.
    pub base: Option<Period>,
}

/// The colours of the lines by number: with both flows, the first exports and the first imports have their
/// own; the others take the rest in order.
pub fn tones(asked: &[Asked]) -> Vec<u8> {
    let first = |flow: Flow| asked.iter().position(|line| line.key.flow == flow);
    let both = first(Flow::Export).zip(first(Flow::Import));
    let mut free = if both.is_some() { 2.. } else { 0.. };
    let tone = |place: usize| match both {
        Some((exports, _)) if place == exports => 0,
        Some((_, imports)) if place == imports => 1,
        _ => free.next().unwrap_or(0),
    };
    (0..asked.len()).map(tone).collect_vec()
}

/// The lines of a query: its own series first.
pub fn lines(context: &Context<'_>) -> Made {
    let query = context.query;
    let mut asked = vec![query.line()];
    // A line may name the money that all are counted in.
    let unit = |line: &Asked| line.counted_in(context.dataset);
    for line in &query.with {
        if !asked.iter().any(|own| own.key == line.key && unit(own) == unit(line)) {
            asked.push(line.clone());
        }
    }
    let asked_names = names(context, &asked);
    let unnamed = asked_names.first().cloned().unwrap_or_default();
    let mut left = Vec::new();
    let mut lines: Vec<Drawn> = Vec::new();
    for (tone, (asked, name)) in tones(&asked).into_iter().zip(asked.iter().zip(asked_names)) {
        let series = series(context, asked);
        if series.is_empty() {
            left.push((name, words::no_figures().to_owned()));
            continue;
        }
        match grouped(&series, query.grouping, context.dataset.about.holiday) {
            Ok(grouped) if grouped.amounts.is_empty() && query.grouping != Grouping::Month => {
                left.push((name, words::none_whole(query.grouping).to_owned()));
            }
            Ok(grouped) => lines.push(Drawn {
                asked: asked.clone(),
                place: lines.len(),
                tone,
                name: String::new(),
                within: String::new(),
                annual: series.is_annual(),
                series,
                grouped,
                grouping: query.grouping,
            }),
            Err(why) => left.push((name, why.to_string())),
        }
    }
    // What is left out need not be told from what is drawn.
    let drawn = lines.iter().map(|line| line.asked.clone()).collect_vec();
    for (line, name) in lines.iter_mut().zip(names(context, &drawn)) {
        line.name = capital(&name);
        line.within = name;
    }
    let common = common(context, if drawn.is_empty() { &asked } else { &drawn });
    let stretch = stretch(context, &lines);
    // What is drawn may go by a shorter name.
    let drawn = lines.first().filter(|line| line.asked == query.line());
    let own = drawn.map_or(unnamed, |line| line.within.clone());
    Made { base: base(context, &lines, stretch), common, lines, left, own, stretch }
}

/// A line's figures, in its own currency if it names one.
pub fn series(context: &Context<'_>, asked: &Asked) -> Series {
    match asked.unit {
        Some(unit) if asked.key.measure == Measure::Value => {
            context.dataset.series_in(&asked.key, unit)
        }
        _ => context.dataset.series(&asked.key),
    }
}

/// From where the first of them makes a line to where the last ends, unless the reader narrowed it.
fn stretch(context: &Context<'_>, lines: &[Drawn]) -> (Month, Month) {
    let since = lines.iter().filter_map(|line| Some(run(line)?.0)).min();
    let last = lines.iter().filter_map(|line| Some(run(line)?.1)).max();
    let from = context.query.from.or(since).unwrap_or(context.shown.0);
    let to = context.query.to.or(last).unwrap_or(context.shown.1);
    let from = if context.query.from.is_none() { from.min(context.month) } else { from };
    // An end that was chosen beyond what is known is the other as well: nothing lies between.
    let (from, to) = match (context.query.from, context.query.to) {
        (Some(from), None) => (from, to.max(from)),
        (None, Some(to)) => (from.min(to), to),
        _ => (from.min(to), to.max(from)),
    };
    // Months that are known together only are shown together.
    let (mut from, mut to) = (from, to);
    for line in lines.iter().filter(|line| line.grouping == Grouping::Month) {
        from = line.grouped.at(from).map_or(from, |own| own.period.start.min(from));
        to = line.grouped.at(to).map_or(to, |own| own.period.end().max(to));
    }
    // A quarter or a year is shown whole, from April where that is how it is counted.
    let step = i32::from(context.query.grouping.step());
    let first = |month: Month| month - (month.index().rem_euclid(step));
    let own = |month: Month| {
        let known = |line: &Drawn| Some(line.grouped.at(month)?.period);
        lines.iter().filter(|_| step > 1).filter_map(known).collect_vec()
    };
    let start = own(from).into_iter().map(|period| period.start).min();
    let end = own(to).into_iter().map(Period::end).max();
    (start.unwrap_or_else(|| first(from)), end.unwrap_or_else(|| first(to) + (step - 1)))
}

/// Where a line makes one: of its months, and of quarters and years, which may be known where months are
/// not, of these.
fn run(line: &Drawn) -> Option<(Month, Month)> {
    let months = || Some((line.series.since_long_gap()?, line.series.extent()?.1));
    let whole = line.grouping.is_whole() && !line.annual;
    let months = if whole { None } else { months() };
    months.or_else(|| line.grouped.run())
}

/// The grouping that names the periods: years, if only years are known.
pub fn called(grouping: Grouping, lines: &[Drawn]) -> Grouping {
    let annual = lines.iter().all(|line| line.annual);
    if annual && grouping == Grouping::Month { Grouping::Year } else { grouping }
}

/// Whether all lines are in money.
pub fn of_values(lines: &[Drawn]) -> bool {
    lines.iter().all(|line| line.series.unit().is_money())
}

/// The period that counts as 100, one for all: what stands for the month asked for, else the first shown that
/// all lines have more than nothing of or, where there is none, most of them. Months that one line has
/// together only are these months of every line.
fn base(context: &Context<'_>, lines: &[Drawn], (from, to): (Month, Month)) -> Option<Period> {
    let above_zero = |line: &Drawn, period: Period| {
        line.grouped.known(period).is_some_and(|amount| amount.value > 0.0)
    };
    // Of as many lines rather the reader's own.
    let reach = |period: Period| {
        let count = lines.iter().filter(|line| above_zero(line, period)).count();
        (count, lines.first().is_some_and(|line| above_zero(line, period)))
    };
    // Of periods that reach as far the earlier one.
    let further = |best: Option<((usize, bool), Period)>, period: Period| {
        let own = reach(period);
        if best.is_some_and(|(best, _)| best >= own) { best } else { Some((own, period)) }
    };
    let at =
        |month: Month| lines.iter().filter_map(move |line| Some(line.grouped.at(month)?.period));
    if let Some(month) = context.query.base {
        let found = at(month).fold(None, further).map(|(_, period)| period);
        return Some(found.unwrap_or_else(|| Period::month(month)));
    }
    let mut best = None;
    for month in from.through(to) {
        best = at(month).fold(best, further);
        if best.is_some_and(|((count, _), _)| count == lines.len()) {
            break;
        }
    }
    best.filter(|((count, _), _)| *count > 0).map(|(_, period)| period)
}

/// What all lines asked for are of alike.
struct Alike {
    flow: bool,
    product: bool,
    partner: bool,
}

fn alike(asked: &[Asked]) -> Alike {
    let keys = || asked.iter().map(|line| &line.key);
    let pairs = || keys().zip(keys().skip(1));
    Alike {
        flow: pairs().all(|(one, other)| one.flow == other.flow),
        product: pairs().all(|(one, other)| one.product == other.product),
        partner: pairs().all(|(one, other)| one.partner == other.partner),
    }
}

fn of<'a>(context: &Context<'a>, key: &'a SeriesKey) -> Subject<'a> {
    Subject::of(context.dataset, key.flow, &key.product, &key.partner)
}

/// What tells each line from the others.
fn names(context: &Context<'_>, asked: &[Asked]) -> Vec<String> {
    let alike = alike(asked);
    let name = |line: &Asked| {
        let subject = of(context, &line.key);
        // A line that stands by itself is of a partner rather than of goods.
        let of_partner = asked.len() == 1 && alike.flow && !line.key.partner.is_world();
        let goods = !of_partner && (!alike.product || alike.flow && alike.partner);
        let goods = goods.then(|| subject.product());
        let flow = (!alike.flow).then_some(subject.flow.plural());
        let partner = match alike.flow {
            true if line.key.partner.is_world() => {
                words::all_partners(line.counted_in(context.dataset)).to_owned()
            }
            true => context.dataset.partner_name(&line.key.partner).to_owned(),
            false => subject.partner(),
        };
        let partner = (!alike.partner || of_partner).then_some(partner);
        match line.key.flow {
            // An allowance is nobody's trade.
            Flow::Quota => subject.product(),
            flow_of => {
                let name = words::name(goods.as_deref(), flow, partner.as_deref());
                let told = matches!(flow_of, Flow::MirrorExport | Flow::MirrorImport);
                if told { words::as_partners_report(&name) } else { name }
            }
        }
    };
    let plain = asked.iter().map(name).collect_vec();
    // Where nothing else tells two apart, what they are counted in does.
    let units = asked.iter().map(|line| line.counted_in(context.dataset)).collect_vec();
    // So it does where changes of weights stand beside changes of values, or of one money beside those of
    // another: no axis says it.
    let amounts = context.query.transformation.has_amounts();
    let next = || units.iter().zip(units.iter().skip(1));
    let moneys = next().any(|(one, next)| one.is_money() && next.is_money() && one != next);
    let unlike = !amounts && (moneys || next().any(|(one, next)| one.measure() != next.measure()));
    let whole = |(place, (line, name)): (usize, (&Asked, &String))| {
        let unit = *units.get(place)?;
        let all = plain.iter().zip(&units).filter(|(other, _)| *other == name);
        let others = all.map(|(_, unit)| *unit).collect_vec();
        let by_measure = !(moneys && unit.is_money())
            && others.iter().all(|other| *other == unit || other.measure() != unit.measure());
        let apart = others.len() > 1 || unlike;
        Some(words::counted_in(name, (line.key.flow, unit), apart, by_measure))
    };
    if !unlike
        && !plain
            .iter()
            .enumerate()
            .any(|(place, name)| plain.iter().skip(place + 1).any(|other| other == name))
    {
        return plain;
    }
    asked.iter().zip(&plain).enumerate().filter_map(whole).collect_vec()
}

/// What the lines have in common, for a subtitle.
fn common(context: &Context<'_>, asked: &[Asked]) -> Common {
    let Some(first) = asked.first() else { return Common::default() };
    let (alike, subject) = (alike(asked), of(context, &first.key));
    Common {
        flow: alike.flow.then_some(subject.flow.plural()),
        product: alike.product.then(|| subject.product()),
        product_briefly: alike
            .product
            .then(|| Subject { goods: subject.goods_briefly, ..subject }.product()),
        partner: if alike.partner && alike.flow { subject.partner() } else { String::new() },
    }
}
