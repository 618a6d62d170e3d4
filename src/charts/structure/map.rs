//! Partners on a map, by their share of the total or by their change on the year before.

use super::super::chart::{Chart, Needs, alone, in_whole, written_by_the_build};
use super::super::context::{Context, Drawn, partners_with};
use super::super::control::{Choice, Control};
use super::super::graph::{
    Class, Graph, Hatching, KeyEntry, Label, Layer, Mark, Shape, Side, Swatch, Tone, XAxis, YAxis,
};
use super::super::headline::Headline;
use super::super::question::Question;
use super::super::table::{Table, TableCell, TableRow};
use super::super::unavailable::unavailable;
use super::{all_sources, drivers::missing, has_parts};
use crate::query::Query;
use crate::statistics::structure::{Side as By, parts};
use crate::statistics::{Amount, Transformation, Unavailable, amount};
use crate::tables::{Asked, Breakdown, Column, Counted, Kind, Line, of_dataset};
use crate::trade::{Dataset, Outline, Partner, Period, Quantity, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::sort;
use crate::wording::facts::{Direction, Leading, NoTotal};
use crate::wording::say::charts::parts::{self as parts_words, share};
use crate::wording::say::charts::{figures as said, heads, map as words, shares};
use crate::wording::say::numbers::in_a_column;
use crate::wording::say::numbers::{capital, percent};
use crate::wording::say::subject::Subject;

/// The chart's record.
pub const CHART: Chart = Chart {
    code: "map",
    label: words::label,
    question: Question::Drivers,
    controls: &["flow", "product", "month", "as"],
    through_time: false,
    needs_months: None,
    offered,
    opposed: alone,
    example: "?chart=map&product=magnets&month=2025-12",
    methods: written_by_the_build(words::methods),
    needs: Needs { outlines: true, nearest: true, ..Needs::PARTNERS },
    drawing: in_whole(draw),
};

/// Countries named on the map, and in words; the rest are in the table.
const NAMED: usize = 3;
const SAID: usize = 5;
/// Partners without a place that get a dot beneath it, and how many to a row.
const BENEATH: usize = 6;
const ABREAST: usize = 2;
/// What shares add up to and more, but for rounding, where the parts exceed the total.
const WHOLE: f64 = 100.5;
/// How high a row of these is, the map being 1 wide.
const ROW: f64 = 0.06;

/// Whether there are partners, and, once it is known where countries lie, any of them is one.
fn offered(dataset: &Dataset, query: &Query) -> bool {
    let outlines = &dataset.outlines;
    let lies = |partner: &Partner| outlines.find(partner.code()).is_some();
    let placed = || dataset.keys().iter().any(|key| lies(&key.partner));
    has_parts(dataset, query)
        && (!cfg!(feature = "whole") || outlines.countries.is_empty() || placed())
}

/// What the countries are shaded by.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Share,
    Change,
}

impl Shown {
    fn of(query: &Query) -> Self {
        match query.transformation {
            Transformation::YearOnYear => Self::Change,
            _ => Self::Share,
        }
    }

    const fn column(self) -> Column {
        match self {
            Self::Share => Column::Share,
            Self::Change => Column::Change,
        }
    }

    /// The number as it is read.
    fn written(self, number: f64) -> String {
        match self {
            Self::Share => share(number / 100.0),
            Self::Change => percent(number),
        }
    }

    /// The classes from the least, each with the number that it ends below.
    fn classes(self) -> Vec<(f64, Class)> {
        let plain = |end: f64, shade: f64| (end, Class { shade, hatching: None });
        let hatched = |end: f64, shade: f64, hatching: Hatching| {
            (end, Class { shade, hatching: Some(hatching) })
        };
        match self {
            Self::Share => vec![
                plain(1.0, 0.0),
                plain(5.0, 0.25),
                plain(10.0, 0.5),
                plain(25.0, 0.75),
                plain(f64::INFINITY, 1.0),
            ],
            Self::Change => vec![
                hatched(-50.0, 0.3, Hatching::Dense),
                hatched(-10.0, 0.15, Hatching::Sparse),
                plain(10.0, 0.0),
                plain(50.0, 0.5),
                plain(f64::INFINITY, 1.0),
            ],
        }
    }

    fn class(self, number: f64) -> Option<Class> {
        self.classes().into_iter().find(|(end, _)| number < *end).map(|(_, class)| class)
    }
}

/// The control for what the countries are shaded by.
pub fn control(query: &Query) -> Control {
    let choice = |shown: Transformation| {
        Choice::new(shown.code(), words::shaded_by(shown == Transformation::Share))
    };
    let all = [Transformation::Share, Transformation::YearOnYear];
    let chosen = match Shown::of(query) {
        Shown::Share => Transformation::Share,
        Shown::Change => Transformation::YearOnYear,
    };
    Control { name: "as", value: chosen.code().to_owned(), choices: all.map(choice).into() }
}

/// A partner with what is drawn of it.
struct Drawing<'a> {
    line: &'a Line,
    now: Counted,
    number: Option<f64>,
    /// What its number is computed from: its own figures of the period and of a year before.
    figures: [Option<Amount>; 2],
}

impl Drawing<'_> {
    /// The sources of its number: of a share also the total's.
    fn sources(&self, shown: Shown, total: Option<&Amount>) -> Vec<usize> {
        let [now, before] = &self.figures;
        let other = if shown == Shown::Share { total } else { before.as_ref() };
        all_sources(now.iter().chain(other))
    }
}

pub fn draw(context: &Context<'_>) -> Drawn {
    let outlines = &context.dataset.outlines;
    let key = SeriesKey { partner: Partner::world(), ..context.query.key() };
    let breakdown = of_dataset(context.dataset, &key, context.summary.period, &Asked::default());
    let shown = Shown::of(context.query);
    let mut partners = drawings(context, &key, &breakdown, shown);
    let total = context.dataset.series(&key);
    let total = amount(&total, breakdown.period).ok();
    let count = partners.len();
    partners.truncate(context.most);
    let lies = |one: &&Drawing<'_>| outlines.find(&one.line.code).is_some();
    if outlines.countries.is_empty() {
        return unavailable(context, words::called(), &Unavailable::NoOutlines, Vec::new());
    }
    let groups = groups(&breakdown, shown);
    if partners.is_empty() && !groups.is_empty() {
        let why = |(line, _): &(&Line, String)| (line.name.clone(), words::a_group().to_owned());
        let lacking = groups.iter().map(why).collect_vec();
        return unavailable(context, words::called(), &Unavailable::Placeless, lacking);
    }
    if partners.is_empty() {
        let why = Unavailable::NoPart(breakdown.period);
        return missing(context, &key, &parts(context.dataset, &key, By::Partner), &why);
    }
    // What is more than all of it has no share of it.
    let shares = partners.iter().filter_map(|one| breakdown.number(one.line, Column::Share));
    if shown == Shown::Share && shares.sum::<f64>() > WHOLE {
        let why = Unavailable::PartsExceed(breakdown.period);
        return missing(context, &key, &parts(context.dataset, &key, By::Partner), &why);
    }
    let beyond = partners.iter().filter(|one| !lies(one)).collect_vec();
    if beyond.len() == partners.len() {
        let why = |one: &Drawing<'_>| (one.line.name.clone(), words::nowhere().to_owned());
        let lacking = partners.iter().map(why).collect_vec();
        return unavailable(context, words::called(), &Unavailable::Placeless, lacking);
    }
    let mut notes = breakdown.notes.clone();
    notes.extend(beside_the_map(context, &breakdown, &partners, &beyond));
    notes.extend(super::in_other_units(context));
    let home = home(context, &partners);
    if home.is_some() {
        notes.push(words::reporter(whole(context, &key)));
    }
    notes.push(words::borders().to_owned());
    if let Some(said) = super::of_files(context) {
        notes.insert(0, said);
    } else if context.most < count {
        notes.insert(0, words::left_out(super::kind(context), count, context.most));
    }
    Drawn {
        headline: headline(context, whole(context, &key), (&breakdown, total.as_ref()), &partners),
        subtitle: context.beside(
            words::subtitle(
                whole(context, &key),
                context.unit(),
                shown == Shown::Share,
                breakdown.period,
            ),
            breakdown.period,
        ),
        finding: finding(context, &breakdown, shown, &partners),
        graph: graph(context, home, (&breakdown, total.as_ref()), &partners),
        table: table(context, home, (&breakdown, total.as_ref()), &partners),
        notes,
    }
}

/// All of the trade, whichever partner is chosen.
fn whole<'a>(context: &'a Context<'_>, key: &'a SeriesKey) -> Subject<'a> {
    Subject::of(context.dataset, key.flow, &key.product, &key.partner)
}

/// The partners that something is known of, the largest first. Groups are none of them, for their members
/// are.
fn drawings<'a>(
    context: &Context<'_>,
    key: &SeriesKey,
    breakdown: &'a Breakdown,
    shown: Shown,
) -> Vec<Drawing<'a>> {
    let own = |line: &'_ Line| line.kind == Kind::Part;
    let known = breakdown.lines.iter().filter(|line| own(line)).filter_map(|line| {
        let now = line.now.of(breakdown.measure)?;
        let alike = breakdown.total.as_ref().and_then(|total| total.now.of(breakdown.measure));
        let fits = alike.is_none_or(|total| total.unit == now.unit);
        let number = breakdown.number(line, shown.column());
        let partner = Partner::parse(&line.code)?;
        let series = SeriesKey { partner, ..key.clone() };
        let series = context.dataset.series_in(&series, now.unit);
        let figures = [breakdown.period, breakdown.period.years_before(1)]
            .map(|period| amount(&series, period).ok());
        fits.then_some(Drawing { line, now, number, figures })
    });
    let mut all = known.collect_vec();
    sort(&mut all, |one, other| other.now.amount.total_cmp(&one.now.amount));
    all
}

/// Where the reporter lies, unless it is among the partners, as of goods that came back.
fn home<'a>(context: &Context<'a>, partners: &[Drawing<'_>]) -> Option<&'a Outline> {
    let home = context.dataset.outlines.find(&context.dataset.about.reporter)?;
    partners.iter().all(|one| one.line.code != home.code).then_some(home)
}

/// The reporter is in no class of figures.
const HOME: Class = Class { shade: 0.0, hatching: Some(Hatching::Crossed) };

/// The partner's own series, at the period shown where the partner has a figure of it.
fn series_of(context: &Context<'_>, code: &str, period: Period) -> Option<Query> {
    let partner = Partner::parse(code)?;
    let own = Query {
        chart: super::super::MONTHS,
        partner,
        transformation: Transformation::default(),
        ..context.query.unzoomed()
    };
    let known = context.dataset.series(&own.key()).figure(period).is_some();
    Some(Query { month: known.then(|| period.end()), ..own })
}

fn quantity(counted: Counted) -> Quantity {
    Quantity { value: counted.amount, unit: counted.unit, decimals: counted.decimals, rough: false }
}

fn graph(
    context: &Context<'_>,
    home: Option<&Outline>,
    (breakdown, whole): (&Breakdown, Option<&Amount>),
    partners: &[Drawing<'_>],
) -> Graph {
    let shown = Shown::of(context.query);
    let outlines = &context.dataset.outlines;
    let on_plane = |(x, y): (f64, f64)| (x / outlines.width, y / outlines.width);
    let (mut beneath, mut first) = (0, None);
    let mut marks = Vec::new();
    let mut marked: Vec<&str> = Vec::new();
    let mut dots = Vec::new();
    let mut labels = Vec::new();
    let class = |one: &Drawing<'_>| one.number.and_then(|number| shown.class(number));
    for one in partners {
        let chosen = one.line.code == context.query.partner.code();
        let placed = outlines.find(&one.line.code);
        let at = match placed {
            Some(country) => on_plane(country.at),
            None if beneath < BENEATH => {
                beneath += 1;
                let (row, column) = ((beneath - 1) / ABREAST, (beneath - 1) % ABREAST);
                (0.02 + column as f64 / ABREAST as f64, -(row as f64 + 0.6) * ROW)
            }
            // In the table, and counted in the notes.
            None => continue,
        };
        if placed.is_none_or(|country| country.rings.is_empty()) {
            let name = if placed.is_none() { one.line.name.clone() } else { String::new() };
            let mark = Some(marks.len());
            dots.push(Shape { rings: Vec::new(), at, name, class: class(one), mark, chosen });
        }
        let said = one.number.map(|number| shown.written(number));
        let said = said.filter(|_| marks.len() < NAMED);
        // A dot has no outline to know a country by: it is named where its name has room.
        let is_dot = placed.is_some_and(|country| country.rings.is_empty());
        let text = match said {
            Some(said) => Some(said::labelled(&one.line.name, &said)),
            None => is_dot.then(|| one.line.name.clone()),
        };
        if let Some(text) = text.filter(|_| placed.is_some()) {
            labels.push(Label {
                at,
                text,
                tone: Tone::Line(INK),
                side: Side::Above,
                // The headline's.
                strong: marks.is_empty(),
            });
        }
        // The headline's, and the first to be read out, is the largest that has a number.
        first = first.or(one.number.map(|_| marks.len()));
        marks.push(mark((breakdown, whole), shown, one, at));
        marked.push(&one.line.code);
    }
    if let Some(home) = home {
        if home.rings.is_empty() {
            let mark = Some(marks.len());
            let (at, class) = (on_plane(home.at), Some(HOME));
            dots.push(Shape {
                rings: Vec::new(),
                at,
                name: String::new(),
                class,
                mark,
                chosen: false,
            });
        }
        marks.push(home_mark(context, breakdown, on_plane(home.at)));
        marked.push(&home.code);
    }
    let is_home = |country: &Outline| home.is_some_and(|home| home.code == country.code);
    let shape = |country: &Outline| {
        let own = partners.iter().find(|one| one.line.code == country.code);
        let ring = |ring: &Vec<(f64, f64)>| ring.iter().copied().map(on_plane).collect_vec();
        Shape {
            rings: country.rings.iter().map(ring).collect_vec(),
            at: on_plane(country.at),
            name: String::new(),
            class: if is_home(country) { Some(HOME) } else { own.and_then(class) },
            mark: marked.iter().position(|code| *code == country.code),
            chosen: own.is_some_and(|one| one.line.code == context.query.partner.code()),
        }
    };
    let drawn = outlines.countries.iter().filter(|country| !country.rings.is_empty());
    let mut shapes = drawn.map(shape).collect_vec();
    shapes.extend(dots);
    let rows = beneath.div_ceil(ABREAST) as f64;
    let height = outlines.height / outlines.width;
    let mut graph = Graph::new(XAxis::Blank, YAxis::Plane(-rows * ROW, height));
    graph.layers.push(Layer::Shapes(shapes));
    graph.key = key(shown);
    if home.is_some() {
        let name = words::home_in_key(context.dataset.reporter(), &context.dataset.apart());
        graph.key.push(KeyEntry::new(Swatch::Class(Some(HOME)), name));
    }
    (graph.marks, graph.labels, graph.first) = (marks, labels, first);
    graph
}

/// The place of ink among the colours of lines.
const INK: u8 = 4;

fn key(shown: Shown) -> Vec<KeyEntry> {
    let mut from = None;
    let mut entries = Vec::new();
    for (end, class) in shown.classes() {
        let to = Some(end).filter(|end| end.is_finite());
        let words = words::class(shown == Shown::Share, from, to);
        entries.push(KeyEntry::new(Swatch::Class(Some(class)), words));
        from = to;
    }
    entries.push(KeyEntry::new(Swatch::Class(None), words::no_figure(shown == Shown::Share)));
    entries
}

fn mark(
    (breakdown, whole): (&Breakdown, Option<&Amount>),
    shown: Shown,
    one: &Drawing<'_>,
    at: (f64, f64),
) -> Mark {
    let total = breakdown.total.as_ref().and_then(|total| total.now.of(breakdown.measure));
    let before = one.line.before.of(breakdown.measure);
    let note = match (shown, total, before) {
        (Shown::Share, Some(total), _) => shares::part_of(Some(quantity(one.now)), quantity(total)),
        (Shown::Change, _, Some(before)) => {
            said::amounts_against(quantity(one.now), quantity(before))
        }
        _ => quantity(one.now).exact(),
    };
    Mark {
        at,
        group: 0,
        series: one.line.name.clone(),
        period: breakdown.period.long(),
        value: match one.number {
            Some(number) => shown.written(number),
            None => words::not_available(shown == Shown::Share, breakdown.period),
        },
        // The amount behind no number is what the data have.
        status: match (one.number, &one.figures) {
            (None, [Some(now), _]) => now.origin.word().to_owned(),
            _ => said::computed().to_owned(),
        },
        note,
        sources: one.sources(shown, whole),
        month: None,
    }
}

/// What is said of the reporter: that it is not a partner.
fn home_mark(context: &Context<'_>, breakdown: &Breakdown, at: (f64, f64)) -> Mark {
    Mark {
        at,
        series: capital(context.dataset.reporter()),
        period: breakdown.period.long(),
        value: words::home().to_owned(),
        status: words::no_partner().to_owned(),
        ..Mark::default()
    }
}

fn headline(
    context: &Context<'_>,
    subject: Subject<'_>,
    (breakdown, total): (&Breakdown, Option<&Amount>),
    partners: &[Drawing<'_>],
) -> Headline {
    let (shown, period, unit) = (Shown::of(context.query), breakdown.period, context.unit());
    let known = partners.iter().filter_map(|one| Some((one, one.number?))).collect_vec();
    let Some((one, number)) = known.first() else {
        let whole = whole_of(breakdown);
        return words::nothing(subject, unit, (shown == Shown::Share).then_some(whole), period)
            .into();
    };
    if shown == Shown::Change {
        let count = |way| known.iter().filter(|(_, own)| Direction::of(*own) == way).count();
        let ways = [Direction::Up, Direction::Down, Direction::Unchanged].map(count);
        let text = if known.len() == 1 {
            let code = Partner::parse(&one.line.code);
            let name = within(context, one);
            let (whose, with) = match &code {
                Some(code) => context.dataset.beside(code),
                None => (subject.whose, &*name),
            };
            let subject = Subject { whose, with: Some(with), ..subject };
            words::only_change(subject, super::kind(context), *number, period, unit)
        } else {
            words::changes(subject, super::kind(context), ways, period, unit)
        };
        let used = known.iter().flat_map(|(one, _)| one.figures.iter().flatten());
        return used.fold(Headline::from(text), Headline::using);
    }
    let all = known.iter().map(|(_, number)| number / 100.0).sum::<f64>();
    let leading = Leading::of(number / 100.0, known.len(), 1.0 - all);
    // Of several as large none is the largest.
    let said = |number: f64| share(number / 100.0);
    let alike = known.iter().filter(|(_, other)| said(*other) == said(*number));
    let alike = alike.map(|(one, _)| (*one, within(context, one))).collect_vec();
    let leading = match leading {
        _ if alike.len() > 1 => Leading::Tied,
        Leading::Alone if !groups(breakdown, shown).is_empty() => Leading::OnlyCountry,
        Leading::OfListed if outdone(breakdown, *number) => Leading::OfCountries,
        leading => super::alone_in_its_unit(context, leading),
    };
    let names = alike.iter().map(|(_, name)| name.clone()).collect_vec();
    let named = shares::tied(super::kind(context), &names);
    let rough = alike.iter().any(|(one, _)| one.figures[0].as_ref().is_some_and(Amount::is_rough));
    let part = (&*named, (number / 100.0, rough), leading);
    let key = SeriesKey { partner: Partner::world(), ..context.query.key() };
    let with = partners_with(context.dataset, &key, &[period]).or(subject.with);
    let subject = Subject { with, ..subject };
    let text = shares::headline(subject, By::Partner, part, period, unit);
    let headline = total.into_iter().fold(Headline::from(text), Headline::using);
    let used = alike.iter().filter_map(|(one, name)| Some((name, one.figures[0].as_ref()?)));
    used.fold(headline, |headline, (name, own)| {
        // Who is only counted there is only counted here.
        let credited = if named.contains(name.as_str()) { name } else { &named };
        headline.crediting(parts_words::credit(credited, period), &own.sources)
    })
}

/// A partner's name within a sentence.
fn within(context: &Context<'_>, one: &Drawing<'_>) -> String {
    let partner = Partner::parse(&one.line.code);
    partner.map_or_else(|| one.line.name.clone(), |own| context.dataset.partner(&own).to_owned())
}

/// What there is of all the trade: where a total is not known, or is zero, nothing has a share of it.
fn whole_of(breakdown: &Breakdown) -> NoTotal {
    match breakdown.total.as_ref().and_then(|total| total.now.of(breakdown.measure)) {
        Some(total) if total.amount == 0.0 => NoTotal::Zero,
        _ => NoTotal::Unknown,
    }
}

/// The groups that something is known of, in words and with their numbers.
fn groups(breakdown: &Breakdown, shown: Shown) -> Vec<(&Line, String)> {
    let known = |line: &&Line| line.kind == Kind::Group && line.now.of(breakdown.measure).is_some();
    let said = |line: &'_ Line| match breakdown.number(line, shown.column()) {
        Some(number) => said::named(&line.name, &shown.written(number)),
        None => line.name.clone(),
    };
    breakdown.lines.iter().filter(known).map(|line| (line, said(line))).collect_vec()
}

/// Whether a group has a larger share than the largest of the countries.
fn outdone(breakdown: &Breakdown, largest: f64) -> bool {
    let shares = groups(breakdown, Shown::Share).into_iter();
    let shares = shares.filter_map(|(line, _)| breakdown.number(line, Column::Share));
    shares.fold(0.0, f64::max) > largest
}

/// The largest, for those who do not see the map.
fn finding(
    context: &Context<'_>,
    breakdown: &Breakdown,
    shown: Shown,
    partners: &[Drawing<'_>],
) -> String {
    let said = |one: &Drawing<'_>| Some(said::named(&one.line.name, &shown.written(one.number?)));
    let largest = partners.iter().filter_map(said).take(SAID).collect_vec();
    let numbers = || partners.iter().filter_map(|one| one.number);
    let fell = (shown == Shown::Change)
        .then(|| numbers().filter(|own| Direction::of(*own) == Direction::Down).count());
    let unknown = partners.len() - numbers().count();
    let whole = whole_of(breakdown);
    let counted = (super::count_in_other_units(context) > 0).then(|| context.unit());
    let groups = groups(breakdown, shown).into_iter().map(|(_, said)| said).collect_vec();
    // A reader's own files may have more than are shown by name.
    let more = super::of_files(context).is_some();
    let all = (partners.len(), more, counted, &*groups);
    words::finding((breakdown.period, whole), &largest, all, fell, unknown)
}

/// What is said of partners that have no place on the map, and of groups.
fn beside_the_map(
    context: &Context<'_>,
    breakdown: &Breakdown,
    partners: &[Drawing<'_>],
    beyond: &[&Drawing<'_>],
) -> Vec<String> {
    let name = |one: &&Drawing<'_>| one.line.name.clone();
    let names = beyond.iter().take(BENEATH).map(name).collect_vec();
    let mut notes = Vec::new();
    if !names.is_empty() {
        notes.push(words::beneath(&names, beyond.len() - names.len()));
    }
    let month = breakdown.period.end();
    let shaded = |group: &Line| {
        let holds = |one: &Drawing<'_>| context.dataset.holds(&group.code, &one.line.code, month);
        partners.iter().any(holds)
    };
    let (by_member, not): (Vec<_>, Vec<_>) =
        groups(breakdown, Shown::Share).into_iter().partition(|(group, _)| shaded(group));
    let names = |all: Vec<(&Line, String)>| {
        all.into_iter().map(|(group, _)| group.name.clone()).collect_vec()
    };
    let said = [(names(by_member), true), (names(not), false)].into_iter();
    let said = said.filter(|(names, _)| !names.is_empty());
    notes.extend(said.map(|(names, by_member)| words::groups(&names, by_member)));
    notes
}

fn table(
    context: &Context<'_>,
    home: Option<&Outline>,
    (breakdown, whole): (&Breakdown, Option<&Amount>),
    partners: &[Drawing<'_>],
) -> Table {
    let shown = Shown::of(context.query);
    let most = partners.iter().map(|one| one.now.amount.abs()).fold(0.0, f64::max);
    let amount = |counted: Option<Counted>| {
        counted.filter(|own| own.unit == context.unit()).map_or_else(TableCell::missing, |own| {
            let text = in_a_column(own.amount, own.decimals, most);
            TableCell::number(text, own.amount, own.decimals)
        })
    };
    let key = key(shown);
    let row = |one: &Drawing<'_>| {
        let share_of = breakdown.number(one.line, Column::Share);
        let change = breakdown.number(one.line, Column::Change);
        let class = one.number.and_then(|number| shown.class(number));
        let place = key.iter().find(|entry| entry.swatch == Swatch::Class(class));
        let lies = context.dataset.outlines.find(&one.line.code).is_some();
        let leads = series_of(context, &one.line.code, breakdown.period);
        let leads = leads.map_or_else(String::new, |own| own.address());
        TableRow {
            cells: vec![
                TableCell::word(one.line.name.clone()).leading(leads),
                amount(Some(one.now)),
                share_of.map_or_else(TableCell::missing, |own| {
                    TableCell::number(share(own / 100.0), own, 2)
                }),
                amount(one.line.before.of(breakdown.measure)),
                change
                    .map_or_else(TableCell::missing, |own| TableCell::number(percent(own), own, 2)),
                TableCell::word(match place {
                    // There is a figure, and no total that it is a share of.
                    _ if one.number.is_none() && shown == Shown::Share => {
                        words::not_available(true, breakdown.period)
                    }
                    place => place.map_or_else(String::new, |entry| entry.words.clone()),
                }),
                TableCell::word(words::place(lies)),
            ],
            sources: all_sources(one.figures.iter().flatten().chain(whole)),
            chosen: one.line.code == context.query.partner.code(),
        }
    };
    Table {
        caption: words::caption(&breakdown.subject, breakdown.period),
        columns: vec![
            Table::words(heads::partner(), "partner"),
            Table::amounts(heads::amount(), "amount", context.unit()),
            Table::numbers(heads::share(), "share_percent"),
            Table::amounts(heads::year_earlier(), "year_earlier", context.unit()),
            Table::numbers(heads::change_percent(), "change_percent"),
            Table::words(heads::class(), "class"),
            Table::words(heads::place(), "place"),
        ],
        rows: partners.iter().map(row).chain(home.map(|_| home_row(context))).collect_vec(),
    }
}

/// The reporter's row, which has no figures.
fn home_row(context: &Context<'_>) -> TableRow {
    let name = TableCell::word(capital(context.dataset.reporter()));
    let figures = (0..4).map(|_| TableCell::missing());
    let words = [words::home(), words::place(true)].map(TableCell::word);
    TableRow {
        cells: std::iter::once(name).chain(figures).chain(words).collect_vec(),
        sources: Vec::new(),
        chosen: false,
    }
}
