//! What each partner or product gave to a change of the total.

use crate::statistics::{Amount, Comparison, Known, Unavailable, amount, periods};
use crate::trade::{Dataset, Partner, Period, Series, SeriesKey};
use crate::util::CollectVec as _;
use crate::util::{sort, sort_by_key};

/// Along which side a total is taken apart.
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
    /// Its name, as a list has it.
    pub name: String,
    /// What it counts, as codes of which a wider one begins a narrower.
    within: Vec<String>,
}

/// What one part gave.
#[derive(Clone, Debug, PartialEq)]
pub struct Contribution {
    /// The part's name.
    pub name: String,
    /// The part then and before.
    pub current: Amount,
    /// The part before.
    pub base: Amount,
    /// Percentage points of the total's change.
    pub points: f64,
}

/// A total's change taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Contributions {
    /// The total then.
    pub current: Amount,
    /// The total before.
    pub base: Amount,
    /// What each part that is known both times gave, the largest first.
    pub parts: Vec<Contribution>,
    /// What all others gave: the total's change less the listed parts'.
    pub rest: f64,
    /// Parts known at one time only, and what is missing; they are in the rest.
    pub lacking: Vec<(String, Unavailable)>,
}

impl Contributions {
    /// The total's change in percent; the points add up to it.
    pub fn percent(&self) -> f64 {
        (self.current.value / self.base.value - 1.0) * 100.0
    }

    /// The rest's amounts, then and before.
    pub fn rest_amounts(&self) -> (f64, f64) {
        let sum = |pick: fn(&Contribution) -> f64| self.parts.iter().map(pick).sum::<f64>();
        (
            self.current.value - sum(|part| part.current.value),
            self.base.value - sum(|part| part.base.value),
        )
    }
}

/// Customs headings that a product's own list leaves out, for it has them on the import side only.
const IMPORT_SIDE: [(&str, &str); 1] = [("rare-earths", "25309020")];

/// Groups of countries, and whom they hold.
const GROUPS: [(&str, &[&str]); 2] =
    [("EU27", &["DEU", "EST"]), ("EUROPE", &["DEU", "EST", "EU27"])];

impl Part {
    /// Whether the two count some of the same trade.
    fn overlaps(&self, other: &Self) -> bool {
        self.holds(other) || other.holds(self)
    }

    fn holds(&self, other: &Self) -> bool {
        self.within.iter().any(|code| other.within.iter().any(|inner| inner.starts_with(code)))
    }
}

/// Those parts that do not count the same trade twice, the first of two that do.
pub fn apart(parts: Vec<&Part>) -> Vec<&Part> {
    let mut chosen: Vec<&Part> = Vec::new();
    for part in parts {
        if !chosen.iter().any(|other| other.overlaps(part)) {
            chosen.push(part);
        }
    }
    chosen
}

/// The parts that the data hold of the series of `key`: its partners, or the product lines whose
/// customs headings lie within its own. Countries come before groups of them and wide product
/// lines before narrow ones, for of two that overlap the first is taken.
pub fn parts(dataset: &Dataset, key: &SeriesKey, side: Side) -> Vec<Part> {
    let mut parts: Vec<Part> = dataset
        .keys()
        .into_iter()
        .filter(|other| other.flow == key.flow && other.measure == key.measure)
        .filter_map(|other| match side {
            Side::Partner => partner_part(dataset, key, other),
            Side::Product => product_part(dataset, key, other),
        })
        .collect_vec();
    let length = |part: &Part| part.within.iter().map(String::len).min().unwrap_or_default();
    sort_by_key(&mut parts, |part| match side {
        Side::Partner => usize::MAX - length(part),
        Side::Product => length(part),
    });
    parts
}

fn partner_part(dataset: &Dataset, key: &SeriesKey, other: &SeriesKey) -> Option<Part> {
    let code = other.partner.code();
    let own = other.product == key.product
        && key.partner.is_world()
        && !matches!(code, "WLD" | Partner::BOTH);
    // `EUROPE/EU27/DEU`: a country's path begins with those of the groups it is in.
    let groups = GROUPS.iter().rev().filter(|(_, members)| members.contains(&code));
    let path = groups.map(|(group, _)| *group).chain([code]).collect_vec().join("/");
    own.then(|| Part {
        series: dataset.series(other),
        name: dataset.partner(&other.partner).trim_start_matches("the ").to_owned(),
        within: vec![path],
    })
}

fn product_part(dataset: &Dataset, key: &SeriesKey, other: &SeriesKey) -> Option<Part> {
    let product = dataset.product(&other.product)?;
    let mut whole = dataset.product(&key.product)?.hs.clone();
    let import_side = IMPORT_SIDE.iter().filter(|(product, _)| *product == key.product);
    whole.extend(import_side.map(|(_, heading)| (*heading).to_owned()));
    // A heading lies within others also where they are all that it has: 2846 is 284610 and 284690.
    let inside = |heading: &String| {
        whole.iter().any(|whole| heading.starts_with(whole) || whole.starts_with(heading))
    };
    let own = other.partner == key.partner
        && other.product != key.product
        && !product.hs.is_empty()
        && product.hs.iter().all(inside);
    own.then(|| Part {
        series: dataset.series(other),
        name: product.label.clone(),
        within: product.hs.clone(),
    })
}

/// Takes the change of `total` apart: each part gave `(part then − part before) / total before`,
/// in percentage points, and the rest what is left, so that all add up to the change exactly.
///
/// # Errors
/// Where the total is not known for both periods, is zero before, or no part is known for both.
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
    let chosen = apart(both.collect_vec());
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
    for part in parts.iter().filter(|part| !chosen.iter().any(|other| other.overlaps(part))) {
        if let (Err(absent), Ok(_)) | (Ok(_), Err(absent)) =
            (known(&part, period), known(&part, earlier))
        {
            lacking.push((part.name.clone(), absent));
        }
    }
    if found.is_empty() {
        return Err(Unavailable::NoParts(period, earlier));
    }
    sort(&mut found, |one, other| other.points.abs().total_cmp(&one.points.abs()));
    let change = (current.value - base.value) / base.value * 100.0;
    let rest = change - found.iter().map(|part| part.points).sum::<f64>();
    Ok(Contributions { current, base, parts: found, rest, lacking })
}
