//! The series asked for, each with its name beside the others, its months joined.

use super::super::context::Context;
use crate::query::Line as Asked;
use crate::statistics::{Grouped, Grouping, grouped};
use crate::trade::{Measure, Month, Series};
use crate::util::CollectVec as _;
use crate::wording::say::charts::series::{self as words, Common};
use crate::wording::say::numbers::{capital, within};

/// A series as it is drawn.
pub struct Drawn {
    /// What was asked for.
    pub asked: Asked,
    /// Its place among all, from 0.
    pub place: usize,
    /// What tells it from the others, as a label has it.
    pub name: String,
    /// The same within a sentence.
    pub within: String,
    /// Its figures.
    pub series: Series,
    /// Its months, joined.
    pub grouped: Grouped,
    /// What they were joined into.
    pub grouping: Grouping,
    /// Whether whole years are all that is known.
    pub annual: bool,
}

/// All that is drawn, and what has to be said of what is not.
pub struct Made {
    pub lines: Vec<Drawn>,
    /// What all of them have in common.
    pub common: Common,
    pub notes: Vec<String>,
    pub stretch: (Month, Month),
    /// The month that counts as 100 in an index.
    pub base: Option<Month>,
}

/// The lines of a query: its own series first.
pub fn lines(context: &Context<'_>) -> Made {
    let query = context.query;
    let mut asked = vec![query.line()];
    for line in &query.with {
        if !asked.contains(line) {
            asked.push(line.clone());
        }
    }
    let asked_names = names(context, &asked);
    let mut notes = Vec::new();
    let mut lines: Vec<Drawn> = Vec::new();
    for (asked, name) in asked.iter().zip(asked_names) {
        let series = series(context, asked);
        if series.is_empty() {
            notes.push(words::left_out(&capital(&name), words::NO_FIGURES));
            continue;
        }
        match grouped(&series, query.grouping, context.dataset.about.holiday) {
            Ok(grouped) => lines.push(Drawn {
                asked: asked.clone(),
                place: lines.len(),
                name: String::new(),
                within: String::new(),
                annual: series.is_annual(),
                series,
                grouped,
                grouping: query.grouping,
            }),
            Err(why) => notes.push(words::left_out(&capital(&name), &why.to_string())),
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
    Made { base: base(context, &lines, stretch), common, lines, notes, stretch }
}

/// A line's figures, in its own money where it names one.
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
    let since = lines.iter().filter_map(|line| line.series.since_long_gap()).min();
    let last = lines.iter().filter_map(|line| Some(line.series.extent()?.1)).max();
    let from = context.query.from.or(since).unwrap_or(context.shown.0);
    let to = context.query.to.or(last).unwrap_or(context.shown.1);
    let from = if context.query.from.is_none() { from.min(context.month) } else { from };
    let (from, to) = (from.min(to), to.max(from));
    // A quarter or a year is shown whole.
    let step = context.query.grouping.step();
    let first = |month: Month| month - (month.index().rem_euclid(step));
    (first(from), first(to) + (step - 1))
}

/// The month that counts as 100: the one asked for, else the first shown that all lines have.
fn base(context: &Context<'_>, lines: &[Drawn], (from, to): (Month, Month)) -> Option<Month> {
    let all = |month: &Month| lines.iter().all(|line| line.grouped.at(*month).is_some());
    context.query.base.or_else(|| from.through(to).find(all))
}

/// What tells each line from the others.
fn names(context: &Context<'_>, asked: &[Asked]) -> Vec<String> {
    let differ = |part: fn(&Asked) -> String| {
        asked.iter().any(|line| asked.first().is_some_and(|first| part(line) != part(first)))
    };
    let products = differ(|line| line.key.product.clone());
    let flows = differ(|line| line.key.flow.code().to_owned());
    let partners = differ(|line| line.key.partner.code().to_owned());
    let name = |line: &Asked| {
        let key = &line.key;
        let product = context.dataset.product(&key.product);
        let product = product.map_or(&key.product, |product| &product.label).clone();
        let flow = key.flow.plural();
        let product = within(&product);
        let goods = products || !flows && !partners;
        let partner = match (flows, key.partner.is_world()) {
            (true, true) => String::new(),
            (true, false) => {
                format!(" {} {}", key.flow.towards(), context.dataset.partner(&key.partner))
            }
            _ => context.dataset.partner_name(&key.partner).to_owned(),
        };
        words::name(
            goods.then_some(product.as_str()),
            flows.then_some(flow),
            partners.then_some(partner.as_str()),
        )
    };
    let plain = asked.iter().map(name).collect_vec();
    // Where nothing else tells two apart, what they are counted in does.
    let whole = |(line, name): (&Asked, &String)| {
        let alike = plain.iter().filter(|other| *other == name).count() > 1;
        let unit = || line.unit.unwrap_or(context.dataset.unit_of(&line.key)).words();
        if alike { format!("{name}, {}", unit()) } else { name.clone() }
    };
    asked.iter().zip(&plain).map(whole).collect_vec()
}

/// What the lines have in common, for a subtitle.
fn common(context: &Context<'_>, asked: &[Asked]) -> Common {
    let Some(first) = asked.first() else { return Common::default() };
    let alike = |part: fn(&Asked) -> String| asked.iter().all(|line| part(line) == part(first));
    let flow = alike(|line| line.key.flow.code().to_owned()).then(|| first.key.flow.plural());
    let label = context.dataset.product(&first.key.product);
    let label = label.map_or(&first.key.product, |product| &product.label);
    let product = alike(|line| line.key.product.clone()).then(|| within(label));
    let partner = if alike(|line| line.key.partner.code().to_owned()) && flow.is_some() {
        context.subject().partner()
    } else {
        String::new()
    };
    Common { flow, product, partner }
}
