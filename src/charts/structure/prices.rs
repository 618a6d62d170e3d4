//! Prices of goods, compared with a year earlier.

use std::borrow::Cow;

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn};
use super::super::geometry::plain_period;
use super::super::graph::{Bar, Graph, Layer, Mark, Row, Tone, XAxis, YAxis};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::ticks::nice_ticks;
use super::super::unavailable::unavailable;
use crate::query::Query;
use crate::statistics::Unavailable;
use crate::trade::{About, Dataset, PartRole, Period, Price};
use crate::util::CollectVec as _;
use crate::util::sort;
use crate::util::{has, sort_unique};
use crate::wording::facts::Change;
use crate::wording::say::charts::{figures as said, heads, prices as words};
use crate::wording::say::direction::Direction;
use crate::wording::say::numbers::exact;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "prices",
    label: words::label,
    question: Question::Drivers,
    controls: &["month"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=prices&month=2025-12",
    methods: written_by_the_build(words::methods),
    needs: Needs { parts: &[PartRole::Prices], ..Needs::SERIES },
    drawing: in_whole(draw),
};

fn offered(dataset: &Dataset, _: &Query) -> bool {
    dataset.awaits(PartRole::Prices) || !dataset.prices.is_empty()
}

/// A good’s price and that of a year before.
struct Pair<'a> {
    now: &'a Price,
    before: &'a Price,
    about: &'a About,
    /// Whether the two, or those drawn beside them, are too rough to bear tenths of a percent.
    rough: bool,
}

impl Pair<'_> {
    /// The good without what its source says of all its goods.
    fn name(&self) -> String {
        let item = self.now.item.rsplit(": ").next().unwrap_or_default();
        self.about.translated(item).into_owned()
    }

    fn percent(&self) -> f64 {
        (self.now.value / self.before.value - 1.0) * 100.0
    }

    /// Whether the change may be half a percent more or less: a price of 6 may be one of 5.5 or 6.5.
    fn is_rough(&self) -> bool {
        let within = |price: &Price| 0.5 / 10_f64.powi(i32::from(price.decimals)) / price.value;
        (self.percent() + 100.0) * (within(self.now) + within(self.before)) > 0.5
    }

    fn change(&self) -> Change {
        let percent = self.percent();
        let whole = percent.round();
        // What is less than half a percent is not nothing.
        let rough = self.rough && (whole != 0.0 || percent == 0.0);
        Change { percent: if rough { whole } else { percent }, rough }
    }

    fn sources(&self) -> Vec<usize> {
        let mut sources = vec![self.now.source, self.before.source];
        sort_unique(&mut sources);
        sources
    }
}

fn draw(context: &Context<'_>) -> Drawn {
    let all = pairs(context);
    let Some(period) = most_known(&all) else {
        let why = if context.dataset.prices.is_empty() {
            Unavailable::NoLines { what: words::one(), unit: None }
        } else {
            Unavailable::NotReported(Period::month(context.month))
        };
        return unavailable(context, words::called(), &why, Vec::new());
    };
    // A month’s prices and a year’s are no changes of one kind: those of other periods are in the table.
    let (mut pairs, others): (Vec<Pair<'_>>, Vec<Pair<'_>>) =
        all.into_iter().partition(|pair| pair.now.period == period);
    // Bars beside one another have as many digits.
    let rough = pairs.iter().any(|pair| pair.rough);
    for pair in &mut pairs {
        pair.rough = rough;
    }
    let changes = || pairs.iter().map(Pair::percent);
    let ticks = nice_ticks(changes().fold(0.0, f64::min), changes().fold(0.0, f64::max), 5);
    let ends = (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0));
    let rows = pairs.iter().map(|pair| Row { name: pair.name(), absent: String::new() });
    let mut graph = Graph::new(XAxis::Percent(ends.0, ends.1), YAxis::Rows(rows.collect_vec()));
    graph.layers.push(Layer::Bars(pairs.iter().enumerate().map(bar).collect_vec()));
    graph.marks = pairs.iter().enumerate().map(mark).collect_vec();
    graph.first = largest(&pairs);
    let earlier = period.years_before(1);
    let all = pairs.iter().chain(&others).collect_vec();
    Drawn {
        headline: headline(&pairs),
        subtitle: context.beside(words::subtitle(earlier, period), period),
        finding: finding(&pairs),
        table: table(&all),
        notes: notes(context, &pairs, &others),
        graph,
    }
}

/// The period that most goods have a price of, of several the latest.
fn most_known(pairs: &[Pair<'_>]) -> Option<Period> {
    let known = |period: Period| pairs.iter().filter(|pair| pair.now.period == period).count();
    let periods = pairs.iter().map(|pair| pair.now.period);
    periods.max_by_key(|period| (known(*period), period.end()))
}

/// The latest price of each good until the month under study, or the year that holds it, with the one of a year before; goods of
/// which nothing is published any more are left out. The steepest rise first.
fn pairs<'a>(context: &Context<'a>) -> Vec<Pair<'a>> {
    let known = || context.dataset.prices.iter().filter(|one| one.period.start <= context.month);
    // A year’s prices are published in the year after: before that the earlier ones are the latest.
    let year = known().filter(|one| one.period.months == 12).map(|one| one.period.end()).max();
    let mut items: Vec<&str> = known().map(|one| one.item.as_str()).collect_vec();
    sort_unique(&mut items);
    let pair = |item: &str| {
        let of = |period: Period| latest_edition(context, item, period);
        let latest = known().filter(|one| one.item == item).map(|one| one.period);
        let latest = latest.max_by_key(|period| (period.end(), period.months))?;
        let now = of(latest).filter(|_| year.is_none_or(|year| latest.end() >= year))?;
        let before = of(latest.years_before(1)).filter(|before| before.unit == now.unit)?;
        let pair = Pair { now, before, about: &context.dataset.about, rough: false };
        let rough = pair.is_rough();
        pair.percent().is_finite().then_some(Pair { rough, ..pair })
    };
    let all = items.into_iter().filter_map(pair).collect_vec();
    let newer = |pair: &Pair<'_>| !all.iter().any(|other| supersedes(context, other, pair));
    let current = all.iter().map(newer).collect_vec();
    let kept = all.into_iter().zip(current).filter(|(_, current)| *current);
    let mut pairs = kept.map(|(pair, _)| pair).collect_vec();
    sort(&mut pairs, |one, other| other.percent().total_cmp(&one.percent()));
    pairs
}

/// Whether a later edition of the same publication has the other's price under a name that says more, or less:
/// `Cerium oxide`, and later `Cerium oxide, 99.5% minimum`.
fn supersedes(context: &Context<'_>, pair: &Pair<'_>, other: &Pair<'_>) -> bool {
    let source = |price: &Price| context.dataset.sources.get(price.source).map(|own| &*own.id);
    let (Some(edition), Some(earlier)) = (source(pair.now), source(other.now)) else {
        return false;
    };
    let series = |id: &'_ str| id.trim_end_matches(|one: char| one.is_ascii_digit()).len();
    let alike = edition.get(..series(edition)) == earlier.get(..series(earlier));
    let says_more = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|more| more.starts_with(", "))
    };
    let (own, old) = (&*pair.now.item, &*other.now.item);
    let same = pair.now.period == other.now.period && pair.now.unit == other.now.unit;
    alike && edition > earlier && same && (says_more(own, old) || says_more(old, own))
}

/// What the latest edition of its source gives for a good: editions are named alike but for their year.
fn latest_edition<'a>(context: &Context<'a>, item: &str, period: Period) -> Option<&'a Price> {
    let sources = &context.dataset.sources;
    let edition = |price: &Price| sources.get(price.source).map_or("", |source| &source.id);
    let own = context.dataset.prices.iter().filter(|one| one.item == item && one.period == period);
    own.max_by(|one, other| edition(one).cmp(edition(other)))
}

fn largest(pairs: &[Pair<'_>]) -> Option<usize> {
    let size = |place: &usize| pairs.get(*place).map_or(0.0, |pair| pair.percent().abs());
    (0..pairs.len()).max_by(|one, other| size(one).total_cmp(&size(other)))
}

fn amount(price: &Price) -> String {
    price.unit.amount(price.value)
}

fn bar((row, pair): (usize, &Pair<'_>)) -> Bar {
    let (y, size) = (row as f64, pair.percent());
    Bar {
        x: (0.0, size),
        y: (y - 0.3, y + 0.3),
        tone: Direction::of(size).choose([Tone::Rise, Tone::Fall, Tone::Near]),
        chosen: false,
        text: pair.change().signed(),
    }
}

fn mark((row, pair): (usize, &Pair<'_>)) -> Mark {
    Mark {
        at: (pair.percent(), row as f64),
        group: row,
        series: pair.name(),
        period: said::periods(&pair.now.period.long(), &pair.before.period.long()),
        value: pair.change().signed(),
        status: said::computed().to_owned(),
        note: said::against(&amount(pair.now), &amount(pair.before)),
        sources: pair.sources(),
        month: None,
    }
}

fn headline(pairs: &[Pair<'_>]) -> Headline {
    let Some(most) = largest(pairs).and_then(|place| pairs.get(place)) else {
        return Headline::default();
    };
    let good = most.name();
    // The purity is in the table.
    let good = good.split(',').next().unwrap_or_default();
    // What the source says of all, if that is a word.
    let same = pairs.iter().all(|pair| pair.now.note == most.now.note);
    let note = Some(&*most.now.note).filter(|note| same && !has(note, ' '));
    let note = note.map_or_else(Cow::default, |note| most.about.translated(note));
    let price = words::noted(amount(most.now), &note);
    // Of several that changed by as much none changed most.
    let size = |pair: &Pair<'_>| {
        let change = pair.change();
        Change { percent: change.percent.abs(), ..change }.signed()
    };
    let tied = pairs.iter().filter(|pair| size(pair) == size(most)).count() > 1;
    let count = if tied { 1 } else { pairs.len() };
    let text = words::headline(good, most.change(), &price, most.now.period, count);
    Headline::from(text)
        .crediting(most.now.period.long(), &[most.now.source])
        .crediting(most.before.period.long(), &[most.before.source])
}

/// How many went which way.
fn finding(pairs: &[Pair<'_>]) -> String {
    let count =
        |way: Direction| pairs.iter().filter(|pair| Direction::of(pair.percent()) == way).count();
    let ways = [Direction::Up, Direction::Down, Direction::Unchanged].map(count);
    let period = pairs.first().map_or_else(|| Period::year(0), |pair| pair.now.period);
    words::finding(pairs.len(), ways, period)
}

fn notes(context: &Context<'_>, pairs: &[Pair<'_>], others: &[Pair<'_>]) -> Vec<String> {
    let mut notes = vec![words::no_trade()];
    let about = &context.dataset.about;
    // What is said of all that is drawn names none of it.
    let remarks = |pairs: &[Pair<'_>], all: usize| {
        let mut said: Vec<(&str, Vec<String>)> = Vec::new();
        for pair in pairs.iter().filter(|pair| !pair.now.note.is_empty()) {
            match said.iter_mut().find(|(note, _)| *note == pair.now.note) {
                Some((_, names)) => names.push(pair.name()),
                None => said.push((&pair.now.note, vec![pair.name()])),
            }
        }
        let said = said.into_iter();
        said.map(|(note, names)| words::remark(&names, all, &about.translated(note))).collect_vec()
    };
    notes.extend(remarks(pairs, pairs.len()));
    if let Some(first) = pairs.first().filter(|_| !others.is_empty()) {
        let other =
            |pair: &Pair<'_>| (pair.name(), pair.change(), amount(pair.now), pair.now.period);
        let all = others.iter().map(other).collect_vec();
        notes.push(words::only_in_the_table(&all, first.now.period));
        notes.extend(remarks(others, usize::MAX));
    }
    if context.dataset.prices.iter().any(|price| price.period.end() > context.month) {
        notes.push(words::later());
    }
    notes
}

fn table(pairs: &[&Pair<'_>]) -> Table {
    let cell = |price: &Price| {
        let decimals = price.decimals;
        TableCell::number(exact(price.value, decimals), price.value, decimals)
    };
    let row = |pair: &&Pair<'_>| TableRow {
        cells: vec![
            TableCell::word(pair.name()),
            TableCell::written(pair.now.period.short(), plain_period(pair.now.period)),
            cell(pair.before),
            cell(pair.now),
            TableCell::word(pair.now.unit.symbol()),
            TableCell::number(pair.change().signed(), pair.percent(), 3),
        ],
        sources: pair.sources(),
        chosen: false,
    };
    Table {
        caption: words::caption(),
        columns: vec![
            Table::words(heads::good(), "good"),
            Table::words(heads::period(), "period"),
            Table::numbers(heads::year_earlier(), "year_before"),
            Table::numbers(heads::price(), "price"),
            Table::words(heads::unit(), "unit"),
            Table::numbers(heads::price_change(), "change_percent"),
        ],
        rows: pairs.iter().map(row).collect_vec(),
    }
}
