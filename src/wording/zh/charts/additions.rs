//! 读者自己的附加内容。

use super::super::dates::stretch;
use super::sources::date as day;
use crate::trade::{Month, Period};

/// A subtitle with the date on which its figures were known.
pub fn known_on(subtitle: &str, date: &str) -> String {
    let known = day(date);
    match subtitle.strip_suffix('。') {
        Some(sentence) => format!("{sentence}（截至{known}的数据）。"),
        None => format!("{subtitle}；截至{known}的数据"),
    }
}

/// A subtitle with what was asked for and is not shown.
pub fn without(subtitle: &str, asked: &str) -> String {
    match subtitle.strip_suffix('。') {
        Some(sentence) => format!("{sentence}（{asked}无数据）。"),
        None => format!("{subtitle}；{asked}无数据"),
    }
}

/// Whether words say which way the goods go.
pub fn says_flow(words: &str) -> bool {
    let letters = words.as_bytes();
    letters.windows(6).any(|own| own == "出口".as_bytes() || own == "进口".as_bytes())
}

/// A subtitle that says whose trade it is, and which way it goes.
pub fn whose(trade: &str, subtitle: &str) -> String {
    format!("{trade}：{subtitle}")
}

/// What that date does.
pub const fn known_on_note() -> &'static str {
    "该日之后公布的数值、修订和事件均不计入。数值的日期以所据资料的公布日期为准，未必是最早刊载的日期；公布日期只知道年份或月份的，按该年或该月的最后一天计。"
}

/// A note of the reader's own, in words.
pub fn note(from: Month, to: Month, text: &str) -> String {
    let when = stretch(Period::month(from), Period::month(to));
    format!("您的批注，{when}：{text}")
}
