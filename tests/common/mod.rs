//! Short names for what every test file speaks of.

use xenotime::trade::{Flow, Measure, Month, Partner, Period, SeriesKey};

/// The month written `YYYY-MM`.
pub fn month(text: &str) -> Month {
    Month::parse(text).unwrap_or_else(|| panic!("{text} is no month"))
}

/// The run of `months` months that begins with the month written `start`.
pub fn period(start: &str, months: u16) -> Period {
    Period { start: month(start), months }
}

/// Weight of the customs headline "rare earths", all partners together.
pub fn rare_earths(flow: Flow) -> SeriesKey {
    SeriesKey {
        flow,
        measure: Measure::Volume,
        product: "rare-earths".to_owned(),
        partner: Partner::world(),
    }
}
