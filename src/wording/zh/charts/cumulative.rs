//! 各年累计。

use super::super::subject::Subject;
use crate::trade::Month;

/// The chart's name.
pub const fn label() -> &'static str {
    "累计"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "年内累计"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("累计", "当年1月至各月的累计数；有公布的累计数的，优先采用公布值，不以各月相加代替。")]
}

/// What is drawn; of quarters and the like the end of each.
pub fn subtitle(unit: &str, longer: bool) -> String {
    let until = if longer { "当期" } else { "当月" };
    format!("各年1月至{until}累计，单位：{unit}")
}

/// A row of the months of a year up to one.
pub fn up_to(month: Month) -> String {
    let from = if month.number() == 1 { "" } else { "1—" };
    format!("{from}{}", month.name())
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}各年累计", subject.start())
}
