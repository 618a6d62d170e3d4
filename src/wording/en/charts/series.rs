//! What the chart of several series says.

use super::super::direction::{moved, one_moved};
use super::super::joining;
use super::super::numbers::{capital, within};
use super::super::subject::{Common, Subject, all_within, valued, within_briefly};
use super::figures::together;
use super::notes;
use crate::statistics::{Grouping, Transformation};
use crate::trade::{Flow, Measure, Month, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::fitting::{self, LONGEST, as_many_as_fit};

pub use crate::wording::numbers::{index_value, percent as change_value, share_value};

/// The chart's name.
pub const fn label() -> &'static str {
    "Several series"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[
        (
            "Several series",
            "Each series is transformed on its own, in the order used by FRED, the US Federal Reserve’s database: months are joined into longer periods first, then changes, shares or an index are computed. Quarters and years are sums of their months, or the figure reported for exactly that period. A running total or mean is shown at its last month; a figure reported for exactly its months comes before their sum, with a hollow dot where the two differ. The year to date is the figure reported for January to the month, or the sum. If a month is missing, so is every period that contains it. Series in different units have separate axes, one above the other: with two scales in one plot, the points where lines cross would mean nothing.",
        ),
        (
            "Index, share, change",
            "Index: each period in percent of the base period; all series have the same base period. January and February reported together count as their monthly average; if they are the base, they do so for every series. Share: percent of all partners’ trade of the same flow, product and measure. Change: percent of the same period a year earlier, or of the period before.",
        ),
        (
            "Logarithmic axis",
            "Equal distances are equal ratios. A series with a zero cannot be drawn on it and gets a linear axis.",
        ),
    ]
}

/// A grouping as a choice: `3-month total`.
pub const fn grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Month => "Months",
        Grouping::Quarter => "Quarters",
        Grouping::Year => "Years",
        Grouping::Sum3 => "3-month total",
        Grouping::Sum12 => "12-month total",
        Grouping::Mean3 => "3-month mean",
        Grouping::Mean12 => "12-month mean",
        Grouping::YearToDate => "Year to date",
        Grouping::Adjusted => "Seasonally adjusted",
    }
}

/// A transformation as a choice.
pub const fn transformation(transformation: Transformation) -> &'static str {
    match transformation {
        Transformation::Level => "Level",
        Transformation::YearOnYear => "Change year on year",
        Transformation::OnPrevious => "Change on the period before",
        Transformation::LevelAndChange => "Level and change",
        Transformation::Index => "Index",
        Transformation::Share => "Share of total",
    }
}

/// Amounts of a grouping, for a subtitle or a panel: `tonnes a month`.
pub fn amounts(unit: &str, grouping: Grouping, months: u16) -> String {
    match grouping {
        Grouping::Month => format!("{unit} a {}", super::super::numbers::step(months)),
        Grouping::Quarter => format!("{unit} a quarter"),
        Grouping::Year => format!("{unit} a year"),
        Grouping::Sum3 => format!("{unit}, 3-month total"),
        Grouping::Sum12 => format!("{unit}, 12-month total"),
        Grouping::Mean3 => format!("{unit} a month, 3-month mean"),
        Grouping::Mean12 => format!("{unit} a month, 12-month mean"),
        Grouping::YearToDate => format!("{unit}, year to date"),
        Grouping::Adjusted => format!("{unit} a month, seasonally adjusted"),
    }
}

/// What other numbers are of: ` of quarters`.
const fn of_grouping(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Month => "",
        Grouping::Quarter => ", by quarter",
        Grouping::Year => ", by year",
        Grouping::Sum3 => ", 3-month total",
        Grouping::Sum12 => ", 12-month total",
        Grouping::Mean3 => ", 3-month mean",
        Grouping::Mean12 => ", 12-month mean",
        Grouping::YearToDate => ", year to date",
        Grouping::Adjusted => ", seasonally adjusted",
    }
}

/// The change on the year before, for a subtitle or a panel; `values` where all that is drawn is money.
pub fn change_on_year(grouping: Grouping, values: bool) -> String {
    format!("{} year on year, %{}", change(values), of_grouping(grouping))
}

/// The change on the period before, likewise.
pub fn change_on_previous(grouping: Grouping, values: bool) -> String {
    let period = before(grouping);
    // Quarter on quarter says that it is of quarters.
    let of = match grouping {
        Grouping::Quarter | Grouping::Year => "",
        _ => of_grouping(grouping),
    };
    format!("{} {period} on {period}, %{of}", change(values))
}

const fn change(values: bool) -> &'static str {
    if values { "change in value" } else { "change" }
}

/// An index, likewise: `index, January 2020 = 100`.
pub fn index(base: Option<Period>, grouping: Grouping, values: bool) -> String {
    let base = base.map_or_else(String::new, |base| format!(", {} = 100", base.long()));
    let index = if values { "index of value" } else { "index" };
    format!("{index}{base}{}", of_grouping(grouping))
}

/// Shares, likewise.
pub fn share(grouping: Grouping, values: bool) -> String {
    let by = if values { " by value" } else { "" };
    format!("share of the total{by}, %{}", of_grouping(grouping))
}

/// What all lines have in common, what is drawn, and when; and which lines are not.
pub fn subtitle(common: &str, drawn: &[String], stretch: &str, left: &[&str]) -> String {
    // It is said once of several, behind the last of them.
    let last = drawn.iter().rposition(|one| one.ends_with(LOGARITHMIC));
    let several = drawn.iter().filter(|one| one.ends_with(LOGARITHMIC)).count() > 1;
    let said = drawn.iter().enumerate().map(|(at, one)| match one.strip_suffix(LOGARITHMIC) {
        Some(plain) if several && last == Some(at) => format!("{plain}, logarithmic axes"),
        Some(plain) if several => plain.to_owned(),
        _ => one.clone(),
    });
    let left = match left {
        [] => String::new(),
        names => format!("; no line for {}", joining::all_of(names)),
    };
    format!("{common}: {}; {stretch}{left}", said.collect_vec().join("; "))
}

/// What a headline begins with: `Exports of magnets`, `Magnets`; nothing where there is nothing.
fn head(common: &Common) -> String {
    match (common.flow, common.product.as_deref()) {
        (None, Some(product)) => capital(product),
        (None, None) => String::new(),
        _ => capital(&all_within(common)),
    }
}

/// How a period of a grouping stands in a sentence: `in November 2024`, `in the 12 months to
/// November 2024`.
pub fn in_period(period: Period, grouping: Grouping) -> String {
    let end = period.end().long();
    match grouping {
        Grouping::Sum3 => format!("in the three months to {end}"),
        Grouping::Sum12 => format!("in the 12 months to {end}"),
        Grouping::Mean3 => format!("a month in the three months to {end}"),
        Grouping::Mean12 => format!("a month in the 12 months to {end}"),
        Grouping::Adjusted => format!("in {}, seasonally adjusted", period.long()),
        _ => format!("in {}", period.long()),
    }
}

/// A line's name, of what tells it from the others: its goods, its flow (and its partner, where that is
/// told too), or its partner alone.
pub fn name(product: Option<&str>, flow: Option<&str>, partner: Option<&str>) -> String {
    match (flow, product, partner) {
        (Some(flow), Some(product), partner) => {
            format!("{flow} of {product}{}", partner.unwrap_or_default())
        }
        (Some(flow), None, partner) => format!("{flow}{}", partner.unwrap_or_default()),
        (None, Some(product), Some(partner)) => format!("{product}, {partner}"),
        (None, only, partner) => only.or(partner).unwrap_or_default().to_owned(),
    }
}

/// What tells the trade with all partners from that with one.
pub const fn all_partners(_: Unit) -> &'static str {
    "all partners"
}

/// The name of a line beside another that differs by what it is counted in alone, if it is one of these.
pub fn counted_in(name: &str, (_, unit): (Flow, Unit), alike: bool, _: bool) -> String {
    if alike { format!("{name}, {}", unit.words()) } else { name.to_owned() }
}

/// The name of a line that the other side reports.
pub fn as_partners_report(name: &str) -> String {
    format!("{name} as partners report them")
}

/// What several months came to as one number, which stands at the last of them: `3-month mean`. A
/// sum is theirs, unless it is compared with the one that ends a month before.
const fn as_one(grouping: Grouping, shown: Transformation) -> &'static str {
    match (grouping, shown) {
        (Grouping::Mean3, _) => "3-month mean",
        (Grouping::Mean12, _) => "12-month mean",
        (Grouping::Sum3, Transformation::OnPrevious) => "3-month total",
        (Grouping::Sum12, Transformation::OnPrevious) => "12-month total",
        (Grouping::Adjusted, _) => "seasonally adjusted",
        _ => "",
    }
}

/// What counts as 100: ` (May 2018 = 100)`.
fn counts_as_100(base: Option<Period>) -> String {
    base.map_or_else(String::new, |base| format!(" ({} = 100)", base.short()))
}

/// One line in a headline: what is shown of it in words and as a number.
pub fn headline_of_one(
    subject: Subject<'_>,
    (value, number, unit): (&str, f64, Unit),
    period: Period,
    (grouping, shown): (Grouping, Transformation),
    (base, unlike): (Option<Period>, bool),
) -> String {
    let one = as_one(grouping, shown);
    // A share is of the trade with all.
    let partner = subject.with.filter(|_| shown == Transformation::Share);
    let took = if subject.flow == Flow::Import { "supplied" } else { "took" };
    let subject = Subject { with: subject.with.filter(|_| partner.is_none()), ..subject };
    let amount = shown.has_amounts();
    let when = |short: bool| match (one, amount) {
        ("", _) | (_, true) => in_period(period, grouping),
        _ if short => format!("in {}", period.end().short()),
        _ => format!("in {}", period.end().long()),
    };
    let mean = !one.is_empty() && grouping != Grouping::Adjusted;
    // The 3-month mean of China’s exports rose; China’s exports, seasonally adjusted, rose.
    let by_name = |subject: &str, the: &str| match one {
        "" => subject.to_owned(),
        _ if mean => format!("{the} {one} of {subject}"),
        _ => format!("{subject}, {one}"),
    };
    let trade = |subject: &str| by_name(subject, "The");
    let moved = if mean || !amount && unit.is_money() { one_moved(number) } else { moved(number) };
    let said = |subject: &str, short: bool| {
        let (trade, when) = (trade(subject), when(short));
        let comma = if trade.ends_with("adjusted") { "," } else { "" };
        match shown {
            Transformation::Level | Transformation::LevelAndChange => {
                format!("{subject}: {value} {when}")
            }
            Transformation::YearOnYear => format!("{trade}{comma} {moved} year on year {when}"),
            Transformation::OnPrevious => {
                let before = before(grouping);
                format!("{trade}{comma} {moved} {before} on {before} {when}")
            }
            Transformation::Index => format!("{trade}: index {value} {when}"),
            Transformation::Share => match partner {
                Some(name) => {
                    let trade = by_name(subject, "the");
                    format!("{} {took} {value} of {trade} {when}", capital(name))
                }
                None => format!("{trade}: {value} of all partners’ {when}"),
            },
        }
    };
    let begun = |trade: String| {
        // An amount has its money beside it.
        let trade = if amount { trade } else { valued(&trade, unit) };
        if mean || partner.is_some() { trade } else { capital(&trade) }
    };
    // Beside a line of another measure it is said what this one counts.
    let by = match unit.measure() {
        Measure::Volume if unlike && !amount => " by weight".to_owned(),
        Measure::Quantity if unlike && !amount => format!(" in {}", unit.words()),
        _ => String::new(),
    };
    let (whole, briefly) = (begun(subject.within() + &by), begun(within_briefly(&subject) + &by));
    let base = if shown == Transformation::Index { counts_as_100(base) } else { String::new() };
    let shortly = |subject: &str| {
        let said = said(subject, true).replace(&period.long(), &period.short());
        said.replace(&period.end().long(), &period.end().short())
    };
    fitting::headline([
        &|| said(&whole, false) + &base,
        // An index says what it counts from.
        &|| shortly(&whole) + &base,
        &|| shortly(&briefly) + &base,
        &|| match shown {
            Transformation::Index if mean => {
                let trade = capital(&briefly);
                format!("{trade}, {one}: index {value} in {}{base}", period.end().short())
            }
            _ => shortly(&briefly) + &base,
        },
        &|| said(&whole, false),
        &|| said(&whole, true),
        &|| said(&briefly, true),
    ])
}

/// The period that a change on the one before is of.
const fn before(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Quarter => "quarter",
        Grouping::Year => "year",
        _ => "month",
    }
}

/// What the numbers of several lines are, behind the period: `, year on year`.
fn counting(
    grouping: Grouping,
    shown: Transformation,
    base: Option<Period>,
    values: bool,
) -> String {
    let of = if values { ", by value" } else { "" };
    match shown {
        Transformation::Level | Transformation::LevelAndChange => String::new(),
        Transformation::YearOnYear => format!("{of}, year on year"),
        Transformation::OnPrevious => format!("{of}, {0} on {0}", before(grouping)),
        Transformation::Index => format!("{of}, index{}", counts_as_100(base)),
        Transformation::Share => format!("{of}, share of the total"),
    }
}

/// Several lines in a headline, as many as have room.
pub fn headline(
    common: &Common,
    period: Period,
    (grouping, shown): (Grouping, Transformation),
    base: Option<Period>,
    values: &[(String, String, Quantity)],
    money: bool,
) -> String {
    let end = period.end().short();
    let when = match (as_one(grouping, shown), grouping) {
        ("", _) | (_, Grouping::Adjusted) => in_period(period, grouping)
            .trim_start_matches("in ")
            .trim_start_matches("the ")
            .to_owned(),
        (one, _) => format!("{one}, {end}"),
    };
    let headed = |common: &Common, when: &str| match head(common) {
        head if head.is_empty() => capital(when),
        head => format!("{head}, {when}"),
    };
    let briefly = Common { product: common.product_briefly.clone(), ..common.clone() };
    let [long, brief] = [common, &briefly].map(|common| headed(common, &when));
    let end = period.end();
    let when = when.replace(&period.long(), &period.short()).replace(&end.long(), &end.short());
    let briefest = headed(&briefly, &when);
    // The subtitle says which way.
    let barest = match briefly.partner.as_str() {
        "" => headed(&Common { flow: None, ..briefly.clone() }, &when),
        _ => briefest.clone(),
    };
    let said = |head: &str, counting: &str, count: usize| {
        let mut before = "";
        let named = values.iter().take(count).map(|(name, value, _)| {
            // The goods of the line before are not named again.
            let goods = name.rsplit_once(", ").map_or("", |(goods, _)| goods);
            let again = !goods.is_empty() && goods == before;
            before = goods;
            let name = if again { name.get(goods.len() + 2..).unwrap_or(name) } else { name };
            format!("{name} {value}")
        });
        let named = named.collect_vec().join("; ");
        let said = format!("{head}{counting}: {named}");
        // The chart names the series that have no room.
        let rest = values.len() - count;
        let all = if rest > 0 { format!("{said}; {rest} more") } else { said.clone() };
        if all.chars().count() > LONGEST { said } else { all }
    };
    // What counts as 100 the subtitle says as well.
    let counting = |base: Option<Period>| counting(grouping, shown, base, money);
    let fits = |own: &String| said(&briefest, own, values.len()).chars().count() <= LONGEST;
    let counted = Some(counting(base)).filter(fits);
    let counted = counted.or_else(|| {
        Some(counts_as_100(base))
            .filter(|own| shown == Transformation::Index && !money && fits(own))
    });
    let counting = counted.unwrap_or_else(|| counting(None));
    let heads = [&*long, &brief, &briefest, &barest];
    as_many_as_fit(LONGEST, heads, values.len(), |head, count| {
        let fits = |text: &String| text.chars().count() <= LONGEST;
        let fewer = (count < values.len()).then(|| said(&briefest, &counting, count));
        fewer.filter(fits).unwrap_or_else(|| said(head, &counting, count))
    })
}

/// That a line beside others has nothing of the period that the headline tells of.
pub fn no_figure(name: &str, period: Period) -> String {
    format!("{}: no figure for {}.", capital(name), period.long())
}

/// None of the lines has anything to show.
pub fn nothing(subject: Subject<'_>) -> String {
    format!("No figures to show for {}", subject.within())
}

/// What a number was computed from: `4,416 t in November 2024 against 4,753 t in October 2024`.
pub fn against((amount, period): (&str, Period), (base, before): (&str, Period)) -> String {
    format!("{amount} in {} against {base} in {}", period.long(), before.long())
}

/// What several months came to, by the month.
pub fn a_month(amount: &str) -> String {
    format!("{amount} a month")
}

/// A share and what it is of: `1,147 t of 4,416 t`.
pub fn part_of(amount: &str, total: &str) -> String {
    format!("{amount} of {total}")
}

/// That joint months, or a year beside months, are drawn at the mean of a month.
pub fn joint(each: Quantity, period: Period) -> String {
    if period.months == 2 {
        together(each)
    } else {
        format!("shown at the average of a month, {}", each.exact())
    }
}

/// Why there are months without a running sum or mean.
pub const fn runs_left_out() -> &'static str {
    "A running total or mean is left out where one of its months is missing or where it would split a joint January–February figure."
}

/// What the months of a period come to that was reported as a whole.
pub fn months_come_to(sum: Quantity) -> String {
    format!("the months add up to {}", sum.exact())
}

/// What a hollow dot means among running sums.
pub const fn not_summed() -> &'static str {
    "reported figure, not the sum of its months"
}

/// Where running sums are figures reported for exactly their months, which these do not add up to.
pub fn reported_as_a_whole(name: Option<&str>, ends: &[Month]) -> String {
    let [value, figure, differs] = match ends.len() {
        1 => ["value", "uses a figure", "differs"],
        _ => ["values", "use figures", "differ"],
    };
    let ends = ends.iter().map(|month| month.long()).collect_vec();
    let ends = joining::all_of(&ends.iter().map(String::as_str).collect_vec());
    let name = name.map_or_else(String::new, |name| format!(" for {name}"));
    format!(
        "Hollow dots{name}: the {value} to {ends} {figure} reported for the whole period, which {differs} from the sum of its months; a change from or to such a dot includes that difference."
    )
}

/// The quarters or years that nobody reported, of the line so named where there are several.
pub fn gaps(name: Option<&str>, missing: &[Period], grouping: Grouping) -> String {
    let steps = if grouping == Grouping::Quarter { "quarters" } else { "years" };
    let name = name.map_or_else(String::new, |name| format!("{name}: "));
    let said = notes::lacking(missing, "figure", steps, false);
    if name.is_empty() { said } else { format!("{name}{}", within(&said)) }
}

/// What can't be shown where nothing can be drawn.
pub const fn called(transformation: Transformation, grouping: Grouping) -> &'static str {
    match transformation {
        // The total has no share of itself, adjusted or not.
        Transformation::Share => "a share",
        _ if matches!(grouping, Grouping::Adjusted) => "a seasonally adjusted series",
        Transformation::Level | Transformation::LevelAndChange => "the series",
        Transformation::YearOnYear => "a change year on year",
        Transformation::OnPrevious => match grouping {
            Grouping::Quarter => "a change quarter on quarter",
            Grouping::Year => "a change year on year",
            _ => "a change month on month",
        },
        Transformation::Index => "an index",
    }
}

/// Why nothing of a line can be drawn.
pub const fn none_to_draw(transformation: Transformation) -> &'static str {
    match transformation {
        Transformation::YearOnYear => "no figure above zero a year earlier",
        Transformation::OnPrevious => "no figure above zero in the period before",
        _ => "it has no figure in the dates shown",
    }
}

/// That a year to date has no change on the month before.
pub const fn grows_by_its_months() -> &'static str {
    "a year to date rises and starts again in January"
}

/// That months to date have no index: they are not as many everywhere.
pub const fn unlike_lengths() -> &'static str {
    "years to date of different length cannot be compared"
}

/// That the month under study has nothing to show, and what is told of in its place.
pub fn another(asked: Period, shown: Period, grouping: Grouping) -> String {
    let (month, latest) = (asked.long(), shown.long());
    // A month has no quarter or year before that is whole; a running total is neither.
    let whole = match (asked.months, shown.months, shown.start.number() % 3) {
        _ if grouping.run().is_some() => "",
        (..3, 3, 1) => "quarter",
        (..12, 12, _) if shown.is_year() => "year",
        _ => "",
    };
    if whole.is_empty() {
        return format!("There is no figure of this kind for {month}; the latest is for {latest}.");
    }
    format!("There is no whole {whole} with {month}; the latest is {latest}.")
}

/// The same as a headline, where what is shown is of later only.
pub fn none_of(asked: Period) -> String {
    format!("No figure of this kind for {}", asked.long())
}

/// What is drawn, of lines in several currencies.
pub fn in_moneys(drawn: &str, money: &str) -> String {
    format!("{drawn}, in {money}")
}

/// That lines beside each other are not in one currency.
pub fn currencies(all: &str) -> String {
    format!("The lines are in {all}, so exchange rates move them too.")
}

/// Why a line is not drawn.
pub fn left_out(name: &str, why: &str) -> String {
    format!("No line for {name}: {why}.")
}

/// That a line has no figure that could count as 100: none at all, or that of nothing.
pub fn no_base(base: Period, grouping: Grouping, known: bool) -> String {
    let base = in_period(base, grouping);
    if known { format!("the base, {base}, is zero") } else { format!("no base figure {base}") }
}

/// That no month is known of all lines.
pub const fn no_common_month() -> &'static str {
    "no month is above zero in every series: choose a base month"
}

/// That a line is no part of a total.
pub const fn is_total() -> &'static str {
    "this series is itself the total"
}

/// That a line's total is not known.
pub const fn no_total() -> &'static str {
    "its total is not available for the same periods"
}

/// That a line's total is known, and nothing.
pub const fn total_is_zero() -> &'static str {
    "its total is zero"
}

/// That no period of a grouping is known in whole.
pub const fn none_whole(grouping: Grouping) -> &'static str {
    match grouping {
        Grouping::Quarter => "no whole quarter is known",
        Grouping::Year => "no whole year is known",
        Grouping::Sum3 | Grouping::Mean3 => "no three months in a row are known",
        Grouping::Sum12 | Grouping::Mean12 => "no 12 months in a row are known",
        Grouping::YearToDate => "no year is known from January on",
        Grouping::Month | Grouping::Adjusted => "it has no figure in the dates shown",
    }
}

/// The name of a plot whose axis is logarithmic: `tonnes a month, logarithmic axis`.
pub fn logarithmic(name: &str) -> String {
    format!("{name}{LOGARITHMIC}")
}

/// The same of one that a logarithmic axis was asked of and that cannot have it, and why.
pub fn linear(name: &str, changes: bool) -> String {
    let why = if changes { "changes may be negative" } else { "there is a zero" };
    format!("{name}, linear axis, as {why}")
}

/// What its axis is.
const LOGARITHMIC: &str = ", logarithmic axis";

/// That the data hold nothing of a line.
pub const fn no_figures() -> &'static str {
    "the data have no figures for it"
}

/// That a logarithmic axis is not possible.
pub fn no_logarithm(name: &str, period: Period) -> String {
    format!(
        "The axis is linear because a logarithmic one cannot show zero ({name}, {}).",
        period.long()
    )
}

/// That changes have no logarithmic axis.
pub const fn changes_are_linear() -> &'static str {
    "Changes in percent have a linear axis: negative numbers have no logarithm."
}

/// The head of a column of shares.
pub fn share_head(name: &str) -> String {
    format!("{name} (% of total)")
}

/// The head of a column of an index.
pub fn index_head(name: &str) -> String {
    format!("{name} (index)")
}

/// The head of a column of changes.
pub fn change_head(name: &str) -> String {
    format!("{name} (change, %)")
}

/// The base that an index has where none is chosen.
pub const fn usual_base() -> &'static str {
    "The first month all series have"
}

/// In which order numbers are made.
pub const fn order() -> &'static str {
    "Months are joined into longer periods before changes, shares or an index are computed: a quarterly change is the change of the quarter’s sum."
}

/// A vertical axis as a choice.
pub const fn scale(logarithmic: bool) -> &'static str {
    if logarithmic { "Logarithmic" } else { "Linear" }
}

/// An allowance to choose: `Mining quota, tonnes`.
pub fn allowance_to_choose(subject: Subject<'_>, unit: &str) -> String {
    format!("{}, {unit}", capital(subject.goods))
}

/// A series to choose: `Rare earths: exports to Japan, tonnes`.
pub fn to_choose(subject: Subject<'_>, unit: &str) -> String {
    let flow = subject.flow.plural();
    format!("{}: {flow}{}, {unit}", capital(subject.goods), subject.partner())
}
