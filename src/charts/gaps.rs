//! A country's trade with each partner beside the partner's report of it, for one period.

use super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::context::{Context, Drawn};
use super::graph::{Bar, Graph, Layer, Mark, Row, Tone, XAxis, YAxis};
use super::headline::Headline;
use super::mirror;
use super::question::Question;
use super::table::{Table, TableCell, TableRow};
use super::ticks::nice_ticks;
use super::unavailable::refused;
use crate::query::{ChartKind, Query};
use crate::statistics::structure::{Gap, gaps};
use crate::statistics::{Amount, amount};
use crate::trade::{Partner, Period, Quantity, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort_unique;
use crate::wording::numbers::worth_reading;
use crate::wording::say::charts::additions::without;
use crate::wording::say::charts::{figures as said, gaps as words, heads, mirror as mirrored};
use crate::wording::say::joining;
use crate::wording::say::numbers::in_a_column;
use crate::wording::say::numbers::{gave, percent, signed};
use crate::wording::say::subject::Subject;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "gaps",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month"],
    through_time: false,
    needs_months: None,
    offered: mirror::offered,
    opposed: alone,
    example: "?chart=gaps&month=2024-12",
    methods: written_by_the_build(words::methods),
    needs: Needs { nearest: true, ..Needs::PARTNERS },
    drawing: in_whole(draw),
};

/// Partners with a bar; the rest are in the table.
const DRAWN: usize = 12;

/// A partner with figures from both sides.
struct Compared<'a> {
    gap: &'a Gap,
    own: &'a Amount,
    other: &'a Amount,
}

impl Compared<'_> {
    fn size(&self) -> f64 {
        self.other.value - self.own.value
    }

    fn decimals(&self) -> u8 {
        self.own.decimals.max(self.other.decimals)
    }

    /// In percent of what the reporter says; none of nothing.
    fn percent(&self) -> Option<f64> {
        let change = (self.other.value / self.own.value - 1.0) * 100.0;
        Some(change).filter(|change| change.is_finite())
    }
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let key = SeriesKey { partner: Partner::world(), ..context.query.key() };
    let subject = Subject::of(context.dataset, key.flow, &key.product, &key.partner);
    let found = gaps(context.dataset, &key, context.summary.period);
    let Some((period, all)) = found else { return without_reports(context, &key, subject) };
    let mut compared = all.iter().filter_map(compared).collect_vec();
    crate::util::sort(&mut compared, |one, other| other.size().abs().total_cmp(&one.size().abs()));
    let single = all.iter().filter(|gap| gap.own.is_none() || gap.other.is_none());
    let mut single = single.collect_vec();
    // A partner that was asked for has its bar and the headline; the others keep their order.
    let chosen = compared.iter().position(|one| one.gap.partner == context.query.partner);
    let size = |gap: &Gap| gap.own.as_ref().or(gap.other.as_ref()).map_or(0.0, |side| side.value);
    crate::util::sort(&mut single, |one, other| {
        let order = one.own.is_none().cmp(&other.own.is_none());
        order.then_with(|| size(other).total_cmp(&size(one)))
    });
    let counts = (
        compared.len(),
        single.iter().filter(|gap| gap.other.is_none()).count(),
        single.iter().filter(|gap| gap.own.is_none()).count(),
    );
    let total = |pick: fn(&Compared<'_>) -> f64| compared.iter().map(pick).sum::<f64>();
    let sums = [total(|one| one.own.value), total(|one| one.other.value)];
    let sums = sums.map(|value| context.computed(value, 0));
    let mut notes = Vec::new();
    if period != context.summary.period {
        notes.push(words::nearest(context.summary.period, period));
    }
    if let Some(sides) = of_all(context, &key, period)
        && sides.iter().zip(&sums).any(|(all, named)| exceeds(all.value, named.value))
    {
        notes.push(words::more_unnamed(
            subject,
            sides.map(|side| Quantity { decimals: 0, ..context.quantity(&side) }),
        ));
    }
    notes.push(words::usual_reasons(context.unit().is_money()));
    if compared.len() > DRAWN.min(context.most) {
        notes.push(words::more_in_the_table(compared.len(), DRAWN));
    }
    if single.len() + compared.len() > context.most {
        notes.push(words::left_out(single.len() + compared.len(), context.most));
    }
    notes.extend(super::structure::of_files(context));
    let mut table = table(context, period, &compared, &single);
    table.rows.truncate(context.most);
    let mut subtitle = words::subtitle(subject, &context.unit().words(), period);
    let mut finding = words::finding(subject, period, counts, sums);
    if chosen.is_none() && !context.query.partner.is_world() {
        let name = context.dataset.partner(&context.query.partner);
        // A frame and a picture have the subtitle alone.
        subtitle = without(&subtitle, name);
        finding = joining::sentences(&[words::not_both(name, period), finding]);
    }
    Drawn {
        headline: headline(context, period, compared.get(chosen.unwrap_or_default())),
        subtitle: context.beside(subtitle, period),
        finding,
        graph: graph(context, period, &compared, chosen),
        table,
        notes,
    }
}

/// What is said where no partner is known from both sides. Of a reader's own data the partners shown may not
/// be those that report it too.
fn without_reports(context: &Context<'_>, key: &SeriesKey, subject: Subject<'_>) -> Drawn {
    let own = context.dataset.is_own();
    let others = own && context.dataset.has(&mirror::key(key.clone(), key.flow.mirrored()));
    let why = if mirror::in_another_unit(context, key) {
        mirrored::reported_otherwise(&context.unit().words())
    } else {
        words::no_report(own, others).to_owned()
    };
    let what = words::called(subject);
    let mut drawn = refused(context, (&what, context.query.chart.label()), &why, Vec::new());
    if own {
        drawn.notes.push(words::where_reports_come_from(others).to_owned());
    }
    drawn
}

/// Both sides of all partners that report too, where the data have them added up, as those made of a reader's
/// own files do.
fn of_all(context: &Context<'_>, key: &SeriesKey, period: Period) -> Option<[Amount; 2]> {
    let side = |flow| {
        let key = mirror::key(key.clone(), flow);
        amount(&context.dataset.series_in(&key, context.unit()), period).ok()
    };
    Some([side(key.flow)?, side(key.flow.mirrored())?])
}

/// Whether a sum holds more than its parts that are named, but for the rounding of these.
fn exceeds(all: f64, named: f64) -> bool {
    all - named > 1e-4 + all * 1e-9
}

fn compared(gap: &Gap) -> Option<Compared<'_>> {
    Some(Compared { gap, own: gap.own.as_ref()?, other: gap.other.as_ref()? })
}

/// The gaps as bars along an axis of their own unit, which the subtitle names.
fn graph(
    context: &Context<'_>,
    period: Period,
    compared: &[Compared<'_>],
    chosen: Option<usize>,
) -> Graph {
    let most = DRAWN.min(context.most);
    let mut drawn = compared.iter().take(most).collect_vec();
    if let Some(place) = chosen.filter(|place| *place >= most) {
        drawn.pop();
        drawn.extend(compared.get(place));
    }
    let bounds = || drawn.iter().map(|one| one.size());
    let ticks = nice_ticks(bounds().fold(0.0, f64::min), bounds().fold(0.0, f64::max), 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let name = |one: &Compared<'_>| context.dataset.partner_name(&one.gap.partner).to_owned();
    let rows = drawn.iter().map(|one| Row { name: name(one), absent: String::new() });
    let mut graph = Graph::new(XAxis::Amount(ends.0, ends.1), YAxis::Rows(rows.collect_vec()));
    let mut bars = Vec::new();
    for (row, one) in drawn.iter().enumerate() {
        let (y, size) = (row as f64, one.size());
        let unit = context.unit();
        let text = if unit.is_money() {
            gave(context.computed(size, one.decimals()))
        } else {
            signed(size, one.decimals().min(1))
        };
        bars.push(Bar {
            x: (0.0, size),
            y: (y - 0.3, y + 0.3),
            tone: if size < 0.0 { Tone::Fall } else { Tone::Rise },
            chosen: one.gap.partner == context.query.partner,
            text,
        });
        let sides = [one.own, one.other].map(|side| {
            let decimals = one.own.decimals.min(one.other.decimals);
            context.quantity(side).beside(decimals)
        });
        graph.marks.push(Mark {
            at: (size, y),
            group: row,
            series: name(one),
            period: period.long(),
            value: words::gap(
                &signed(size, worth_reading(size.abs(), one.decimals()).min(1)),
                unit,
            ),
            status: said::computed().to_owned(),
            note: words::sides(context.subject(), sides, one.percent()),
            sources: sources(one.gap),
            month: None,
        });
    }
    graph.layers.push(Layer::Bars(bars));
    // The headline tells of the one that was asked for, or of the largest.
    let told = drawn.iter().position(|one| one.gap.partner == context.query.partner);
    graph.first = (!graph.marks.is_empty()).then_some(told.unwrap_or_default());
    graph
}

fn sources(gap: &Gap) -> Vec<usize> {
    let sides = gap.own.iter().chain(&gap.other);
    let mut sources = sides.flat_map(|side| side.sources.iter().copied()).collect_vec();
    sort_unique(&mut sources);
    sources
}

fn headline(context: &Context<'_>, period: Period, told: Option<&Compared<'_>>) -> Headline {
    let Some(told) = told else {
        return mirrored::none(context.subject(), period, None).into();
    };
    let (whose, name) = context.dataset.beside(&told.gap.partner);
    let size = context.computed(told.size().abs(), told.decimals());
    let text = words::headline(
        Subject { whose, ..context.subject() },
        name,
        (&size.rounded(), told.size() >= 0.0, size.unit),
        told.percent(),
        period,
    );
    Headline::from(text)
        .crediting(mirrored::own_credit(context.subject(), period), &told.own.sources)
        .crediting(words::partner_credit(name, period), &told.other.sources)
}

fn table(
    context: &Context<'_>,
    period: Period,
    compared: &[Compared<'_>],
    single: &[&Gap],
) -> Table {
    let unit = context.unit();
    let sides = compared.iter().map(|one| one.gap).chain(single.iter().copied());
    let sides = sides.flat_map(|gap| [&gap.own, &gap.other]).flatten();
    let most = sides.map(|side| side.value.abs()).fold(0.0, f64::max);
    let amount = |side: Option<&Amount>| {
        side.map_or_else(TableCell::missing, |side| {
            let text = in_a_column(side.value, side.decimals, most);
            TableCell::number(text, side.value, side.decimals)
        })
    };
    let row = |gap: &Gap, cells: [TableCell; 2], known: &str| {
        let name = TableCell::word(context.dataset.partner_name(&gap.partner));
        let [size, part] = cells;
        TableRow {
            cells: vec![
                name.leading(mirror_of(context.query, &gap.partner, period).address()),
                amount(gap.own.as_ref()),
                amount(gap.other.as_ref()),
                size,
                part,
                TableCell::word(known),
            ],
            sources: sources(gap),
            chosen: gap.partner == context.query.partner,
        }
    };
    let both = compared.iter().map(|one| {
        let text = signed(one.size(), worth_reading(most, one.decimals()));
        let size = TableCell::number(text, one.size(), one.decimals());
        let part = one
            .percent()
            .map_or_else(TableCell::missing, |part| TableCell::number(percent(part), part, 1));
        row(one.gap, [size, part], words::both_known())
    });
    let one_side = single.iter().map(|gap| {
        let known = words::one_known(context.subject(), gap.own.is_some());
        row(gap, [TableCell::missing(), TableCell::missing()], &known)
    });
    Table {
        caption: words::caption(context.subject(), period),
        columns: vec![
            Table::words(heads::partner(), "partner"),
            Table::amounts(&mirrored::own_report(context.subject()), "own", unit),
            Table::amounts(heads::partner_report(), "partner_report", unit),
            Table::amounts(&mirrored::gap(context.subject()), "gap", unit),
            Table::numbers(heads::gap_percent(), "gap_percent"),
            Table::words(heads::known(), "known"),
        ],
        rows: both.chain(one_side).collect_vec(),
    }
}

/// The chart of both sides through time, of one partner.
fn mirror_of(query: &Query, partner: &Partner, period: Period) -> Query {
    Query {
        chart: ChartKind::of(mirror::CHART.code),
        partner: partner.clone(),
        month: Some(period.end()),
        ..query.clone()
    }
}
