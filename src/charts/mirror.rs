//! A country's trade beside its partners' own reports of it.

use super::balance::{Pair, both, opposed};
use super::chart::{Chart, Needs, in_whole, written_by_the_build};
use super::context::{Context, Drawn};
use super::headline::Headline;
use super::question::Question;
use crate::query::Query;
use crate::statistics::structure::both_sides;
use crate::statistics::{Amount, amount, slot};
use crate::trade::{Dataset, Flow, Month, PartRole, Partner, Period, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::wording::say::charts::gaps::nearest;
use crate::wording::say::charts::parts::those_alone;
use crate::wording::say::charts::{heads, mirror as words};
use crate::wording::say::joining::sentence;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "mirror",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "from", "to"],
    through_time: true,
    needs_months: None,
    offered,
    opposed: opposed_series,
    example: "?chart=mirror&month=2024-11",
    methods: written_by_the_build(words::methods),
    needs: Needs { nearest: true, ..Needs::PARTNERS },
    drawing: in_whole(draw),
};

/// Whether the data have a partner's report of the product, or may have one in a file not loaded yet.
pub fn offered(dataset: &Dataset, query: &Query) -> bool {
    let flow = query.flow.mirrored();
    dataset.awaits(PartRole::Partners)
        || dataset
            .observations()
            .iter()
            .any(|one| one.key.flow == flow && one.key.product == query.product)
}

/// The series of one side; for the world, only of partners with figures from both sides.
pub fn key(of: SeriesKey, flow: Flow) -> SeriesKey {
    let both = Partner::parse(Partner::BOTH).filter(|_| of.partner.is_world());
    SeriesKey { flow, partner: both.unwrap_or(of.partner.clone()), ..of }
}

fn opposed_series(query: &Query) -> Option<SeriesKey> {
    Some(key(query.key(), query.flow.mirrored()))
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let flow = context.query.flow;
    let side = |flow| context.dataset.series_in(&key(context.query.key(), flow), context.unit());
    let mut series = [flow, flow.mirrored()].map(side);
    let mut partners = Vec::new();
    // What a reader's own file holds is added up already; the bundled data are by partner.
    if context.query.partner.is_world() && series.iter().any(Series::is_empty) {
        let found = both_sides(context.dataset, &context.query.key());
        (series, partners) = (found.series, found.partners);
    }
    let [own, other] = &series;
    let known = |period: &Period| own.figure(*period).is_some();
    let month = match slot(own, context.month).filter(|period| other.figure(*period).is_some()) {
        Some(_) => context.month,
        // Else the latest before it of which both sides are known.
        None => {
            let mut periods = other.figures().map(|figure| figure.period).filter(known);
            let latest = periods.rfind(|period| period.start <= context.month);
            latest.map_or(context.month, Period::end)
        }
    };
    let some = context.query.partner.is_world() && !series.iter().any(Series::is_empty);
    let of = |what: String| if some { those_alone(&what, words::those_reporting()) } else { what };
    // Nothing is compared with it, but there it is.
    if series.iter().any(Series::is_empty) {
        series = [context.series.clone(), Series::new(other.key().clone(), other.unit(), [])];
    }
    let asked = context.summary.period;
    let context = &context.at(month);
    let headline = headline(context, &series, &partners);
    let mut notes = vec![words::why_they_differ(context.unit().is_money())];
    let [own, other] = &series;
    let shown = both(context, own, other).map_or(context.summary.period, |(one, _)| one.period);
    let another = shown != asked && !context.series.is_empty();
    if another {
        notes.insert(0, nearest(asked, shown));
    }
    let finding = match only_partners(context, &series) {
        Some((own, _)) => words::without_own(context.subject(), own.period),
        // What the month asked for came to is beside the year that is shown.
        None if another && some => {
            let all = amount(&context.series, shown);
            let all = all.map(|all| context.quantity(&all));
            all.map(|all| words::to_all(context.subject(), shown, all)).unwrap_or_default()
        }
        None => String::new(),
    };
    if in_another_unit(context, &context.query.key()) {
        notes.push(sentence(&words::reported_otherwise(&context.unit().words())));
    }
    notes.extend(who(context, &partners));
    let drawn = opposed(
        context,
        Pair {
            caption: of(context.subject().start()),
            subtitle: context.subject().start(),
            headline,
            series,
            breaks: breaks(&partners),
            names: [words::own_report(context.subject()), heads::partner_report().to_owned()],
            codes: ["own", "mirror"].map(str::to_owned),
            net: (words::gap(context.subject()), "gap"),
            of_first: false,
            notes,
        },
    );
    Drawn { finding, subtitle: of(drawn.subtitle), ..drawn }
}

/// What partners report of the month under study where the reporter has no figure of it, and the series that
/// it is in.
fn only_partners<'a>(
    context: &Context<'_>,
    [own, other]: &'a [Series; 2],
) -> Option<(Amount, &'a Series)> {
    let lacks =
        |period: &Period| slot(own, context.month).is_none() && amount(own, *period).is_err();
    let period = slot(other, context.month).filter(lacks)?;
    Some((amount(other, period).ok()?, other))
}

/// Whether partners report the trade, but only in another unit.
pub fn in_another_unit(context: &Context<'_>, key: &SeriesKey) -> bool {
    let (dataset, flow) = (context.dataset, key.flow.mirrored());
    let keys =
        dataset.keys().into_iter().filter(|one| one.flow == flow && one.product == key.product);
    let mut reports =
        keys.filter(|one| key.partner.is_world() || one.partner == key.partner).peekable();
    reports.peek().is_some() && reports.all(|one| dataset.series_in(one, context.unit()).is_empty())
}

/// Where others are added up than the period before.
fn breaks(partners: &[(Period, Vec<Partner>)]) -> Vec<Month> {
    let pairs = partners.iter().zip(partners.iter().skip(1));
    let changed = pairs.filter(|((_, before), (_, after))| before != after);
    changed.map(|(_, (period, _))| period.start).collect_vec()
}

/// Whose reports are added up, and in which periods.
fn who(context: &Context<'_>, partners: &[(Period, Vec<Partner>)]) -> Vec<String> {
    let mut sets: Vec<(&Vec<Partner>, Vec<Period>)> = Vec::new();
    for (period, own) in partners {
        match sets.iter_mut().find(|(set, _)| *set == own) {
            Some((_, periods)) => periods.push(*period),
            None => sets.push((own, vec![*period])),
        }
    }
    let say = |(own, periods): (&Vec<Partner>, Vec<Period>)| {
        let names = own.iter().map(|one| context.dataset.partner(one).to_owned()).collect_vec();
        words::added_up(&periods, &names)
    };
    sets.into_iter().map(say).collect_vec()
}

/// Whose reports the figures of a period add up: ` to the United States`, and what to call them then.
fn added(
    context: &Context<'_>,
    partners: &[(Period, Vec<Partner>)],
    period: Period,
) -> Option<(String, String)> {
    let (_, own) = partners.iter().find(|(own, _)| *own == period)?;
    let towards = context.query.flow.towards();
    let names = own.iter().map(|one| context.dataset.beside(one).1.to_owned()).collect_vec();
    Some(words::others(towards, &names))
}

fn headline(
    context: &Context<'_>,
    series: &[Series; 2],
    partners: &[(Period, Vec<Partner>)],
) -> Headline {
    let flow = context.query.flow;
    let [own, other] = series;
    if let Some((found, series)) = only_partners(context, series) {
        let partner = &series.key().partner;
        let partner = (!partner.is_all()).then(|| context.dataset.beside(partner).1);
        let amount = context.quantity(&found);
        let text = words::partners_alone(context.subject(), partner, found.period, amount);
        let credit = words::partner_credit(found.period);
        return Headline::from(text).crediting(credit, &found.sources);
    }
    let Some((one, two)) = both(context, own, other) else {
        let unit = context.unit().words();
        let elsewhere = in_another_unit(context, &context.query.key()).then_some(&*unit);
        return Headline::from(words::none(context.subject(), context.summary.period, elsewhere));
    };
    let world = own.key().partner.is_all();
    let others = match added(context, partners, one.period) {
        Some(named) => named,
        None if world => words::all_others(),
        None => {
            let (_, partner) = context.dataset.beside(&own.key().partner);
            words::others(flow.towards(), &[partner.to_owned()])
        }
    };
    let change = Some((two.value / one.value - 1.0) * 100.0).filter(|change| change.is_finite());
    let sides = [&one, &two].map(|side| context.quantity(side));
    Headline::from(words::headline(context.subject(), &others, one.period, sides, change))
        .crediting(words::own_credit(context.subject(), one.period), &one.sources)
        .crediting(words::partner_credit(two.period), &two.sources)
}
