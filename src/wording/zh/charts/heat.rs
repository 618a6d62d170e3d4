//! 逐年逐月，以深浅表示。

use super::super::numbers::placed;
use super::super::subject::{Subject, measured};
use crate::statistics::Rank;
use crate::trade::{Period, Quantity};
use crate::wording::numbers::in_a_cell;

/// The chart's name.
pub const fn label() -> &'static str {
    "热力图"
}

/// What a sentence calls it.
pub const fn called() -> &'static str {
    "分月热力图"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[("热力图", "颜色深浅从所示最低值到最高值均匀变化；两个月合并公布的占一格，深浅按月均值。")]
}

/// What the cells count in, where the largest figure is so large, and its name; none for ones.
const fn counted_in(most: f64) -> (f64, &'static str) {
    match most {
        ..1e5 => (1.0, ""),
        ..1e9 => (1e4, "万"),
        _ => (1e8, "亿"),
    }
}

/// A figure in its cell, where there is room for a few digits.
pub fn cell(value: f64, most: f64) -> String {
    in_a_cell(value, most, counted_in(most).0)
}

/// What is drawn, and what the cells count in.
pub fn subtitle(each: &str, most: f64) -> String {
    match counted_in(most) {
        (_, "") => each.to_owned(),
        (_, name) => format!("{each}；格内数字以{name}计"),
    }
}

/// The month's place among the same months of earlier years.
pub fn headline(subject: Subject<'_>, amount: Quantity, period: Period, rank: Rank) -> String {
    let all = if rank.of == 2 { "两".to_owned() } else { rank.of.to_string() };
    let among = match period.months {
        1 => format!("{all}年同月"),
        12 => format!("{all}年"),
        _ => format!("{all}个1—2月"),
    };
    format!(
        "{}{}为{}，在截至{}年有数据的{among}中为{}",
        period.long(),
        measured(&subject, amount.unit),
        amount.rounded(),
        period.start.year(),
        placed(rank),
    )
}

/// Which figures the place was found among.
pub fn earlier(period: Period) -> String {
    format!("此前{}", period.plural())
}
