//! One number, with its status, sources and other reports.

use super::{Period, Quantity, Unit};

/// How a figure came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// As first published.
    Reported,
    /// The same, where its source says about, nearly or more than.
    Approximate,
    /// Published again with another value.
    Revised,
    /// Computed by us from reported figures; the note shows how.
    Derived,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Approximate, Self::Revised, Self::Derived];

    /// The word used in files and shown to readers.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Approximate => "approximate",
            Self::Revised => "revised",
            Self::Derived => "derived",
        }
    }

    /// The sign behind a figure in tables, which their notes explain: only what was derived has one.
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Derived => "*",
            Self::Reported | Self::Approximate | Self::Revised => "",
        }
    }

    /// The status whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == text)
    }
}

/// A number for a period, with its status and sources.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The months it counts.
    pub period: Period,
    /// The number, in its series' unit.
    pub value: f64,
    /// How many decimals it was written with.
    pub decimals: u8,
    /// How it came about.
    pub status: Status,
    /// Indices into the data set's sources.
    pub sources: Vec<usize>,
    /// What the compiler of the data says about it; often empty.
    pub note: String,
    /// Other reports of the same figure that rank below this one, latest first.
    pub others: Vec<Figure>,
}

/// More decimals than these say nothing.
const MOST_DECIMALS: f64 = 6.0;

impl Figure {
    /// Converts to a unit that is `times` smaller, keeping the precision.
    pub fn multiply(&mut self, times: f64) {
        self.value *= times;
        // A thousandth has three decimals more, a thousandfold three fewer.
        let decimals = f64::from(self.decimals) - times.log10().floor();
        self.decimals = crate::util::within(decimals, 0.0, MOST_DECIMALS) as u8;
        self.others.iter_mut().for_each(|other| other.multiply(times));
    }

    /// A reported figure without remarks.
    pub const fn reported(period: Period, value: f64, decimals: u8, sources: Vec<usize>) -> Self {
        Self {
            period,
            value,
            decimals,
            status: Status::Reported,
            sources,
            note: String::new(),
            others: Vec::new(),
        }
    }

    /// The number with its unit, in which its series counts.
    pub fn quantity(&self, unit: Unit) -> Quantity {
        let rough = self.status == Status::Approximate;
        Quantity { value: self.value, unit, decimals: self.decimals, rough }
    }

    /// Half a unit of the last digit, as a share of the number; zero for a computed number, which has more
    /// digits than were written.
    pub fn rounding(&self) -> f64 {
        let scaled = self.value.abs() * 10f64.powi(i32::from(self.decimals));
        let whole = scaled >= 0.5 && (scaled - scaled.round()).abs() <= 1e-6 * scaled;
        if whole { 0.5 / scaled } else { 0.0 }
    }

    /// Whether it has more digits than another figure and lies within `share` of a unit of the other's last
    /// digit.
    pub fn is_finer_than(&self, other: &Self, share: f64) -> bool {
        let precision = other.precision();
        self.precision() < precision && (self.value - other.value).abs() < precision * share
    }

    /// The place value of the last significant digit: 1 for `4416`, 0.1 for `4205.8`, 100 for `26400`. A
    /// round number cannot be told from a rounded one, so this may be too coarse.
    pub fn precision(&self) -> f64 {
        if self.decimals > 0 || self.value == 0.0 {
            return 10f64.powi(-i32::from(self.decimals));
        }
        let mut place = 1.0;
        while place < 1e12 && (self.value / (place * 10.0)).fract() == 0.0 {
            place *= 10.0;
        }
        place
    }
}
