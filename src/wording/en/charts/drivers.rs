//! What each part contributed to a change.

use super::super::direction::{Direction, briefly_moved, moved, one_moved, up_or_down};
use super::super::numbers::{capital, in_words, within};
use super::super::quantity::in_a_summary;
use super::super::subject::{Subject, in_short, valued, within_briefly};
use super::parts::{many, others, points, rest as rest_of, took};
use super::sentence::baseline;
use crate::statistics::Unavailable;
use crate::statistics::structure::Side;
use crate::trade::{Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::Parts;
use crate::wording::fitting::{self, by_what_is_said};

/// The chart's name.
pub const fn label() -> &'static str {
    "Contributions"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "Contributions",
        "A part’s contribution is its change divided by the earlier total, in percentage points. What is not listed has a bar of its own; all bars add up to the total’s change. Where two parts count the same goods (a group and its member, a heading and a finer one), only one is used.",
    )]
}

/// What is drawn; of what, the headline says.
pub fn subtitle((current, base): (Period, Period), part: Parts) -> String {
    format!(
        "{} against {}; percentage points of the change, by {part}",
        current.long(),
        base.long(),
    )
}

/// The bar of parts that have none of their own.
pub fn smaller(count: usize, part: Parts) -> String {
    format!("{count} smaller {}", many(part))
}

/// Where these are.
pub const fn in_the_table() -> &'static str {
    "listed in the table"
}

/// What no part listed explains.
pub fn rest_name(own: bool, _: Parts) -> String {
    rest_of(own).to_owned()
}

/// What is left of the total.
pub fn rest(current: Quantity, base: Quantity, part: Parts) -> String {
    let parts = many(part);
    // What is below zero by less than is shown is nothing.
    let shown = |rest: Quantity| {
        let some = in_a_summary(rest).bytes().any(|byte| (b'1'..=b'9').contains(&byte));
        Quantity { value: if some { rest.value } else { 0.0 }, ..rest }
    };
    let (current, base) = (shown(current), shown(base));
    if current.value < 0.0 && base.value <= 0.0 {
        let more = |rest: Quantity| in_a_summary(Quantity { value: -rest.value, ..rest });
        let (now, before) = (more(current), more(base));
        if now == before {
            return format!("the {parts} listed exceed the total by {now} in both periods");
        }
        return format!(
            "the {parts} listed exceed the total by {now}, and by {before} in the earlier period"
        );
    }
    // What is below zero is no amount: the parts are more than the total.
    let more = |rest: Quantity| in_a_summary(Quantity { value: -rest.value, ..rest });
    if base.value < 0.0 {
        let (current, more) = (in_a_summary(current), more(base));
        return format!(
            "{current}: the total less the {parts} listed, which came to {more} more than the total in the earlier period"
        );
    }
    if current.value < 0.0 {
        let (more, base) = (more(current), in_a_summary(base));
        return format!(
            "the {parts} listed exceed the total by {more}; in the earlier period {base} were left"
        );
    }
    let (current, base) = (in_a_summary(current), in_a_summary(base));
    format!("{current} against {base}: the total less the {parts} listed")
}

/// The change of the total, with what it is compared with and its date, which goes last, and what a part
/// gave where there is room.
fn headline_of(
    (subject, change, (current, base), annual): (Subject<'_>, f64, (Period, Period), bool),
    unit: Unit,
    [part, brief, briefest]: [&str; 3],
    but: bool,
) -> String {
    // A part may run against the whole.
    let behind = if but { ", but " } else { "; " };
    let moved = if unit.is_money() { one_moved(change) } else { moved(change) };
    // Of a year after a year it is clear what it is compared with.
    let year = current.months == 12 && base == current.years_before(1);
    let on = if year { String::new() } else { format!(" {}", baseline(current, base, annual)) };
    let said = |trade: String, on: &str, month: String, part: &str| {
        let mark = if part.is_empty() { "" } else { behind };
        format!("{} {moved}{on} in {month}{mark}{part}", capital(&valued(&trade, unit)))
    };
    let (whose, short) = (|| subject.within(), || current.short());
    let counted = if unit.is_money() { "value" } else { subject.flow.plural() };
    let on_base = || if year { String::new() } else { format!(" on {}", base.short()) };
    let on_month = || match base.start.year() == current.start.year() && base.months == 1 {
        true => format!(" on {}", base.short().split(' ').next().unwrap_or_default()),
        false => on_base(),
    };
    let named_as = |on: &str, counted: &str, moved: &str, part: &str| {
        let goods = format!("{}{}", capital(&in_short(subject).product()), subject.partner());
        let mark = if counted.is_empty() { "" } else { " " };
        let behind = if part.is_empty() { "" } else { behind };
        format!("{goods}, {}: {counted}{mark}{moved}{on}{behind}{part}", short())
    };
    let named =
        |counted: &str, part: &str| named_as(&on_base(), counted, &up_or_down(change), part);
    let dated = |moved: &str, part: &str| {
        let trade = capital(&valued(&within_briefly(&subject), unit));
        format!("{trade}, {}: {moved}{}{behind}{part}", short(), on_base())
    };
    let whole = || {
        fitting::figures([
            &|| said(whose(), &on, current.long(), part),
            &|| said(whose(), &on, short(), part),
            &|| said(within_briefly(&subject), &on, short(), part),
            &|| said(whose(), &on, short(), brief),
            &|| said(within_briefly(&subject), &on, short(), brief),
            &|| said(within_briefly(&subject), &on, short(), briefest),
            &|| named(counted, brief),
            &|| named(counted, briefest),
            &|| named_as(&on_base(), counted, &briefly_moved(change), brief),
            // The subtitle does not say whether goods came or went.
            &|| dated(&up_or_down(change), brief),
            &|| dated(&briefly_moved(change), brief),
            // The year is that of the month.
            &|| named_as(&on_month(), counted, &briefly_moved(change), brief),
        ])
    };
    fitting::headline([
        &whole,
        // The subtitle gives the periods compared.
        &|| named_as("", counted, &up_or_down(change), brief),
        &|| said(whose(), &on, short(), ""),
        &|| said(within_briefly(&subject), &on, short(), ""),
        &|| named(counted, ""),
        // The subtitle gives the periods compared.
        &|| said(within_briefly(&subject), "", short(), ""),
    ])
}

/// The change of the total, and how little of it the parts listed gave.
pub fn headline_unlisted(
    change: (Subject<'_>, f64, (Period, Period), bool),
    unit: Unit,
    (_, rest): (&str, f64),
    _: (&str, f64),
    part: Parts,
) -> String {
    let (_, total, ..) = change;
    let (listed, explained) = (many(part), total - rest);
    if Direction::of(total) == Direction::Unchanged {
        return headline_of(change, unit, [""; 3], false);
    }
    headline_of(
        change,
        unit,
        [
            &format!("the {listed} listed {}", took(explained)),
            &format!("{listed} listed {}", points(explained)),
            &format!("{listed} listed {}", points(explained)),
        ],
        opposed(total, explained),
    )
}

/// The change of the total, and the largest contribution to it.
pub fn headline(
    change: (Subject<'_>, f64, (Period, Period), bool),
    unit: Unit,
    part: Option<(&str, f64)>,
    _: Parts,
) -> String {
    let said = |gave: fn(f64) -> String| {
        part.map_or_else(String::new, |(name, points)| format!("{name} {}", gave(points)))
    };
    let points = said(points);
    let but = part.is_some_and(|(_, gave)| opposed(change.1, gave));
    headline_of(change, unit, [&said(took), &points, &points], but)
}

/// Whether a part runs against the whole.
fn opposed(whole: f64, part: f64) -> bool {
    matches!(
        (Direction::of(whole), Direction::of(part)),
        (Direction::Up, Direction::Down) | (Direction::Down, Direction::Up)
    )
}

/// A bar in words.
pub fn bar(part: Parts, name: &str, contribution: f64, detail: &str) -> String {
    let lower = [true, false].map(rest_of).into_iter().find(|rest| capital(rest) == name);
    let name = match (lower, part.by) {
        (Some(rest), _) => rest.to_owned(),
        (None, Side::Product) => within(name),
        (None, Side::Partner) => name.to_owned(),
    };
    format!("{name} {} ({detail})", points(contribution))
}

/// Every bar in words.
pub fn contributions(bars: &[String]) -> String {
    format!("Contributions: {}.", bars.join("; "))
}

/// That they add up, and what the rest is.
pub fn they_add_up(rest: &str, part: Parts) -> String {
    if rest.is_empty() {
        return "The contributions add up to the total’s change.".to_owned();
    }
    format!(
        "The contributions add up to the total’s change. “{rest}” is the total less the {} listed, which are those with data for both periods.",
        many(part)
    )
}

/// That the parts are more than their total.
pub fn they_exceed(part: Parts, sum: Quantity, period: Period) -> String {
    format!(
        "The {} listed add up to {} for {}, more than the total: the figures are inconsistent, and the unlisted rest is negative.",
        many(part),
        sum.exact(),
        period.long(),
    )
}

/// That a group is not the same countries both times.
pub fn other_members(group: &str, current: Period, base: Period) -> String {
    format!("{group} has other members in {} than in {}.", current.long(), base.long())
}

/// That more partners are known of a part of the goods.
pub fn known_of_less(count: usize, part: Parts, product: &str) -> String {
    let product = within(product);
    let parts = many(part);
    let count = in_words(count);
    format!("For some of these goods ({product}), {count} {parts} have figures for both periods.")
}

/// The parts that are not listed, each with what it lacks.
pub fn not_listed(lacking: &[(String, Unavailable)], more: usize) -> String {
    let all = by_what_is_said(lacking);
    let mut said = all
        .into_iter()
        .map(|(why, mut names)| {
            names.sort_unstable();
            format!("{} ({why})", names.join(", "))
        })
        .collect_vec();
    if more > 0 {
        said.push(others(more));
    }
    format!("Not listed, because one of the periods has no figure: {}.", said.join("; "))
}

/// What the table holds.
pub fn caption(subject: Subject<'_>, part: Parts) -> String {
    format!("{}: contribution of each {part} to the change", subject.start())
}
