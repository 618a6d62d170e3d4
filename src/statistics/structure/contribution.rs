//! The contribution of each partner or product to a change of the total.

use crate::statistics::{Amount, Comparison, Known, Unavailable, amount, periods};
use crate::trade::{Dataset, Flow, Member, Month, Period, Product, Series, SeriesKey, Unit};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_by_key};

/// The dimension of a breakdown: partners or products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// By partner.
    Partner,
    /// By product.
    Product,
}

impl Side {
    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Partner => "partner",
            Self::Product => "product",
        }
    }

    /// The side whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Partner, Self::Product].into_iter().find(|side| side.code() == text)
    }
}

/// A part of a total.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its series.
    pub series: Series,
    /// Its name in lists.
    pub name: String,
    /// What it counts: its own code, its customs headings, or a group's members and their months.
    counts: Vec<Member>,
    side: Side,
}

/// The contribution of a part.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The part's name.
    pub name: String,
    /// The part in the later period.
    pub current: Amount,
    /// The part in the earlier period.
    pub base: Amount,
    /// The contribution to the total's change, in percentage points.
    pub points: f64,
}

/// A breakdown of a total's change.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The total in the later period.
    pub current: Amount,
    /// The total in the earlier period.
    pub base: Amount,
    /// The parts known in both periods, the largest contribution first.
    pub parts: Vec<Contribution>,
    /// The contribution of all others, in percentage points: the total's change less the listed contributions.
    pub rest: f64,
    /// Parts known in one period only, the largest first, with what is missing; they belong to the rest.
    pub lacking: Vec<(String, Unavailable)>,
}

impl Contributions {
    /// The total's change in percent, to which the contributions add up.
    pub fn percent(&self) -> f64 {
        (self.current.value / self.base.value - 1.0) * 100.0
    }

    /// The rest's amounts in the later and the earlier period, in the total's unit; below zero where the
    /// parts exceed it.
    pub fn rest_amounts(&self) -> (f64, f64) {
        let sum = |pick: fn(&Contribution) -> f64| self.parts.iter().map(pick).sum::<f64>();
        (
            self.current.value - sum(|part| part.current.value),
            self.base.value - sum(|part| part.base.value),
        )
    }
}

/// Parts that add up to a wider one within this share of it stand for it; the rest is rounding.
const SAME: f64 = 0.005;

impl Part {
    /// Whether the two count some of the same trade in a month.
    pub fn overlaps(&self, other: &Self, month: Month) -> bool {
        self.counted(month).any(|own| {
            other.counted(month).any(|code| self.lies_in(own, code) || self.lies_in(code, own))
        })
    }

    /// Whether all of it lies within the other.
    pub fn is_within(&self, other: &Self, month: Month) -> bool {
        let inside = |own| other.counted(month).any(|code| self.lies_in(own, code));
        self.counts != other.counts && self.counted(month).all(inside)
    }

    /// Whether a group has the same members in two months.
    pub fn counts_alike(&self, one: Month, other: Month) -> bool {
        self.counts.iter().all(|member| member.counts_at(one) == member.counts_at(other))
    }

    fn counted(&self, month: Month) -> impl Iterator<Item = &str> {
        let counting = self.counts.iter().filter(move |member| member.counts_at(month));
        counting.map(|member| member.code.as_str())
    }

    /// Whether a code is the other or, of customs headings, begins with it.
    fn lies_in(&self, code: &str, wide: &str) -> bool {
        code == wide || self.side == Side::Product && is_heading(wide) && code.starts_with(wide)
    }

    /// The widest product lines and the smallest groups come first: of two that overlap the first
    /// is taken.
    fn order(&self) -> (usize, usize) {
        // What has no heading may count anything.
        let length = |code: &str| if is_heading(code) { code.len() } else { 0 };
        let lengths = self.counts.iter().map(|member| length(&member.code));
        let length = lengths.min().unwrap_or_default();
        match self.side {
            Side::Partner => (self.counts.len(), 0),
            Side::Product => (length, usize::MAX - self.counts.len()),
        }
    }
}

/// Whether a code is a customs heading and no product's own.
fn is_heading(code: &str) -> bool {
    code.bytes().all(|byte| byte.is_ascii_digit())
}

/// The parts without overlap in any of the `months`. Of overlapping product lines, the wider one, or the
/// finer ones if they add up to it; of a group of partners, the group, or its members if they make up at
/// least half of it. `amounts` gives a part's amounts in the periods in question.
pub fn apart<'a>(
    parts: &[&'a Part],
    months: &[Month],
    amounts: &dyn Fn(&Part) -> Vec<f64>,
) -> Vec<&'a Part> {
    match parts.first().map(|part| part.side) {
        Some(Side::Product) => lines_apart(parts, months, amounts),
        _ => partners_apart(parts, months, amounts),
    }
}

/// Choices of parts that may cover their total, the likeliest first: those of [`apart`], those that contain
/// no other, and those within no other. A choice is empty where a part is in another for some of the months.
pub fn covers<'a>(
    parts: &[&'a Part],
    months: &[Month],
    amounts: &dyn Fn(&Part) -> Vec<f64>,
) -> [Vec<&'a Part>; 3] {
    let holds = |wide: &Part, part: &Part| months.iter().all(|month| part.is_within(wide, *month));
    let without = |left_out: &dyn Fn(&Part, &Part) -> bool| {
        let kept = |part: &&&Part| !parts.iter().any(|other| left_out(part, other));
        let kept = parts.iter().filter(kept).copied().collect_vec();
        let later = |at: usize| kept.iter().skip(at + 1);
        let twice = |(at, one): (usize, &&Part)| later(at).any(|other| overlap(one, other, months));
        if kept.iter().enumerate().any(twice) { Vec::new() } else { kept }
    };
    [
        apart(parts, months, amounts),
        without(&|part, other| holds(part, other)),
        without(&|part, other| holds(other, part)),
    ]
}

fn overlap(one: &Part, other: &Part, months: &[Month]) -> bool {
    months.iter().any(|month| one.overlaps(other, *month))
}

fn lines_apart<'a>(
    parts: &[&'a Part],
    months: &[Month],
    amounts: &dyn Fn(&Part) -> Vec<f64>,
) -> Vec<&'a Part> {
    let mut chosen: Vec<&Part> = Vec::new();
    for part in parts {
        if !chosen.iter().any(|other| overlap(other, part, months)) {
            chosen.push(part);
        }
    }
    let finest = |wide: &'a Part| {
        let within = |part: &&Part| months.iter().all(|month| part.is_within(wide, *month));
        let inner = parts.iter().copied().filter(within).collect_vec();
        let inner = lines_apart(&inner, months, amounts);
        let whole = |(sum, whole): (f64, f64)| (sum - whole).abs() <= SAME * whole;
        let sums = sums(&inner, wide, amounts).into_iter().all(whole);
        if inner.len() > 1 && sums { inner } else { vec![wide] }
    };
    chosen.into_iter().flat_map(finest).collect_vec()
}

fn partners_apart<'a>(
    parts: &[&'a Part],
    months: &[Month],
    amounts: &dyn Fn(&Part) -> Vec<f64>,
) -> Vec<&'a Part> {
    let mut left = parts.to_vec();
    // The smallest groups come first, so that what overlaps a wider one does not overlap within.
    for group in parts.iter().filter(|part| part.counts.len() > 1) {
        let inside = |part: &&&Part| !std::ptr::eq(**part, *group) && overlap(part, group, months);
        let members = left.iter().filter(inside).copied().collect_vec();
        let half = |(sum, whole): (f64, f64)| sum >= whole / 2.0;
        let dropped = if members.is_empty() || !left.iter().any(|part| std::ptr::eq(*part, *group))
        {
            continue;
        } else if sums(&members, group, amounts).into_iter().all(half) {
            vec![*group]
        } else {
            members
        };
        left.retain(|part| !dropped.iter().any(|own| std::ptr::eq(*own, *part)));
    }
    left
}

/// What parts add up to, and the wider one's own amount, for each period in question.
fn sums(parts: &[&Part], wide: &Part, amounts: &dyn Fn(&Part) -> Vec<f64>) -> Vec<(f64, f64)> {
    let whole = amounts(wide).into_iter().enumerate();
    let of = |part: &Part, index: usize| amounts(part).get(index).copied().unwrap_or_default();
    whole
        .map(|(index, whole)| (parts.iter().map(|part| of(part, index)).sum(), whole))
        .collect_vec()
}

/// The parts of the series of `key`: its partners, or the product lines within its own.
pub fn parts(dataset: &Dataset, key: &SeriesKey, side: Side) -> Vec<Part> {
    let mut parts: Vec<Part> = parts_in(dataset, key, side).collect_vec();
    if side == Side::Product {
        leave_out_uncoded(dataset, key, &mut parts);
    }
    sort_by_key(&mut parts, Part::order);
    parts
}

/// Whether any of the [`parts`] is as wanted: the first will do, and each is a series to be made.
pub fn any_parts(
    dataset: &Dataset,
    key: &SeriesKey,
    side: Side,
    wanted: impl Fn(&Part) -> bool,
) -> bool {
    parts_in(dataset, key, side).any(|part| wanted(&part))
}

/// The parts as they come, with those that [`parts`] leaves out beside others.
fn parts_in(dataset: &Dataset, key: &SeriesKey, side: Side) -> impl Iterator<Item = Part> {
    // What is counted in something else is no part of the sum.
    let unit = dataset.unit_of(key);
    let alike = move |other: &&SeriesKey| other.flow == key.flow && other.measure == key.measure;
    let of = dataset.keys().into_iter().filter(alike);
    of.filter_map(move |other| part(dataset, key, other, (side, unit)))
        .filter(|part| !part.series.is_empty())
}

/// Whether the data have any part of the trade of `key`, in any unit.
pub fn has_parts(dataset: &Dataset, key: &SeriesKey, side: Side) -> bool {
    let mut others = dataset.keys().into_iter().filter(|other| other.flow == key.flow);
    others.any(|other| part(dataset, key, other, (side, dataset.unit_of(other))).is_some())
}

fn part(
    dataset: &Dataset,
    key: &SeriesKey,
    other: &SeriesKey,
    (side, unit): (Side, Unit),
) -> Option<Part> {
    match side {
        Side::Partner => partner_part(dataset, key, other, unit),
        Side::Product => product_part(dataset, key, other, unit),
    }
}

/// Of lines without customs headings nobody can tell whether they count the same goods as lines that have
/// some: beside such they are left out, but for the one that is the whole less the other.
fn leave_out_uncoded(dataset: &Dataset, key: &SeriesKey, parts: &mut Vec<Part>) {
    let code = |part: &Part| part.series.key().product.clone();
    let uncoded = |code: &str| {
        let product = dataset.product(code);
        product.is_none_or(|product| product.hs.is_empty())
            && dataset.about.products.as_deref() != Some(code)
    };
    let all = parts.iter().map(code).collect_vec();
    let (without, coded): (Vec<String>, Vec<String>) =
        all.into_iter().partition(|own| uncoded(own));
    let within = |own: &String| without.iter().any(|wide| dataset.lies_within(own, wide, key.flow));
    if coded.iter().any(|own| !within(own)) {
        parts.retain(|part| !uncoded(&code(part)));
    }
}

fn partner_part(dataset: &Dataset, key: &SeriesKey, other: &SeriesKey, unit: Unit) -> Option<Part> {
    let code = other.partner.code();
    let own = other.product == key.product && key.partner.is_world() && !other.partner.is_all();
    own.then(|| Part {
        series: dataset.series_in(other, unit),
        name: dataset.partner_name(&other.partner).to_owned(),
        counts: countries(dataset, Member { code: code.to_owned(), from: None, to: None }),
        side: Side::Partner,
    })
}

/// The countries of a group, through the groups that it holds, each with the months in which it
/// belongs; a country is its own.
fn countries(dataset: &Dataset, member: Member) -> Vec<Member> {
    let members = dataset.record(&member.code).map_or(&[][..], |record| &record.members);
    if members.is_empty() {
        return vec![member];
    }
    let within = |inner: &Member| Member {
        code: inner.code.clone(),
        from: inner.from.max(member.from),
        to: [inner.to, member.to].into_iter().flatten().min(),
    };
    members.iter().flat_map(|inner| countries(dataset, within(inner))).collect_vec()
}

fn product_part(dataset: &Dataset, key: &SeriesKey, other: &SeriesKey, unit: Unit) -> Option<Part> {
    let product = dataset.product(&other.product)?;
    let lies = |flow: Flow| dataset.lies_within(&product.code, &key.product, flow);
    let wider = dataset.lies_within(&key.product, &other.product, key.flow);
    if other.partner != key.partner || other.product == key.product || wider {
        return None;
    }
    // What counts in it in other flows alone is no part of it here, whatever its headings.
    let named = lies(key.flow);
    if !named && Flow::ALL.into_iter().any(lies) {
        return None;
    }
    let whole = headings(dataset, &key.product, key.flow);
    // A heading lies within others also where these are all that it has: 2846 is 284610 and 284690. One
    // alone below it is no more than a part of it.
    let inside = |heading: &String| {
        let below = whole.iter().filter(|whole| whole.starts_with(heading)).count();
        below > 1 || whole.iter().any(|whole| heading.starts_with(whole))
    };
    let coded = !product.hs.is_empty() && product.hs.iter().all(inside);
    let uncoded = named && product.hs.is_empty();
    let mut counts = headings(dataset, &product.code, key.flow);
    if uncoded {
        let within = |one: &&Product| {
            one.hs.is_empty() && dataset.lies_within(&one.code, &product.code, key.flow)
        };
        counts.push(product.code.clone());
        counts.extend(dataset.products.iter().filter(within).map(|one| one.code.clone()));
    }
    (coded || uncoded).then(|| Part {
        series: dataset.series_in(other, unit),
        name: product.spoken().to_owned(),
        counts: counts.into_iter().map(|code| Member { code, from: None, to: None }).collect_vec(),
        side: Side::Product,
    })
}

/// The customs headings of a product and of all that counts in it for a flow.
fn headings(dataset: &Dataset, product: &str, flow: Flow) -> Vec<String> {
    let within = dataset
        .products
        .iter()
        .filter(|one| one.code == product || dataset.lies_within(&one.code, product, flow));
    let mut headings: Vec<String> = Vec::new();
    for heading in within.flat_map(|product| &product.hs) {
        if !headings.iter().any(|wide| heading.starts_with(wide)) {
            headings.retain(|narrow| !narrow.starts_with(heading));
            headings.push(heading.clone());
        }
    }
    headings
}

/// Breaks down the change of `total`: each part contributes `(part now − part before) / total before`, in
/// percentage points, and the rest makes up the difference.
///
/// # Errors
///
/// If the total is not known for both periods or was zero, or no part is known for both.
pub fn contributions(
    total: &Series,
    parts: &[Part],
    period: Period,
    comparison: Comparison,
) -> Known<Contributions> {
    let (period, earlier) = periods(total, period, comparison)?;
    let (current, base) = (amount(total, period)?, amount(total, earlier)?);
    if base.value == 0.0 {
        return Err(Unavailable::ZeroBaseline);
    }
    let known = |part: &&Part, period| amount(&part.series, period);
    let both =
        parts.iter().filter(|part| known(part, period).is_ok() && known(part, earlier).is_ok());
    let amounts = |part: &Part| {
        let known = [period, earlier].into_iter().filter_map(|period| known(&part, period).ok());
        known.map(|amount| amount.value).collect_vec()
    };
    // A country that was a member then is in the group's figure of then.
    let months = [period.start, period.end(), earlier.start, earlier.end()];
    let chosen = apart(&both.collect_vec(), &months, &amounts);
    let mut found = Vec::new();
    for part in &chosen {
        let (current, before) = (known(part, period)?, known(part, earlier)?);
        found.push(Contribution {
            name: part.name.clone(),
            points: (current.value - before.value) / base.value * 100.0,
            current,
            base: before,
        });
    }
    let mut lacking = Vec::new();
    let apart = |part: &&Part| !chosen.iter().any(|other| other.overlaps(part, period.end()));
    for part in parts.iter().filter(apart) {
        if let (Err(absent), Ok(own)) | (Ok(own), Err(absent)) =
            (known(&part, period), known(&part, earlier))
        {
            lacking.push((own.value, (part.name.clone(), absent)));
        }
    }
    sort(&mut lacking, |one, other| other.0.total_cmp(&one.0));
    let lacking = lacking.into_iter().map(|(_, part)| part).collect_vec();
    if found.is_empty() {
        return Err(Unavailable::NoParts(period, earlier));
    }
    sort(&mut found, |one, other| other.points.abs().total_cmp(&one.points.abs()));
    let change = (current.value - base.value) / base.value * 100.0;
    let rest = change - found.iter().map(|part| part.points).sum::<f64>();
    Ok(Contributions { current, base, parts: found, rest, lacking })
}
