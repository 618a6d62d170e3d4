//! 各部分占比与集中度。

use super::super::joining::{all_of, beside};
use super::super::numbers::exact;
use super::super::subject::{Subject, measured};
use super::parts::{each, rest, share};
use crate::statistics::Unavailable;
use crate::statistics::structure::{Range, Side};
use crate::trade::{Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::{Leading, Parts};

/// The chart's name.
pub const fn label() -> &'static str {
    "占比"
}

/// How it is computed.
pub const fn methods() -> &'static [(&'static str, &'static str)] {
    &[(
        "占比与集中度",
        "占比为某一部分除以总量。赫芬达尔指数（HHI）：各占比的平方和，0至1；数据不全时为区间。等效数目：1除以该指数。按国际惯例，目的地为最终目的国（地区），来源地为原产国（地区），具体以各报告国（地区）的口径为准。",
    )]
}

/// What is drawn.
pub fn subtitle(subject: Subject<'_>, part: Parts, exact: bool) -> String {
    // Shares of one partner's trade are none of the whole.
    let of = subject.with.map_or_else(String::new, |_| format!("{}：", subject.start()));
    let band = if exact { "" } else { "（数据不全时为区间）" };
    format!("{of}各{part}占比（%）及赫芬达尔指数{band}")
}

/// The upper panel.
pub const fn share_panel() -> &'static str {
    "占比（%）"
}

/// The lower panel.
pub const fn index_panel() -> &'static str {
    "赫芬达尔指数（0至1）"
}

/// What the band is.
pub const fn band(exact: bool) -> &'static str {
    if exact { "指数" } else { "指数或其所在区间" }
}

/// A part of its total.
pub fn part_of(amount: Option<Quantity>, total: Quantity) -> String {
    format!("总量{}中的{}", total.rounded(), amount.map_or_else(String::new, Quantity::rounded))
}

/// `0.21`, or `0.21至0.34` where a rest is not listed.
pub fn index(bounds: Range) -> String {
    between(bounds, if bounds.high < 0.1 { 3 } else { 2 })
}

/// `4.8`, or `2.9至4.8`.
pub fn effective(bounds: Range) -> String {
    between(bounds, 1)
}

/// The same beside its index: the lower that is, the more parts of equal size it stands for.
fn of_equal_size(bounds: Range) -> String {
    between(Range { low: bounds.high, high: bounds.low }, 1)
}

fn between(bounds: Range, decimals: u8) -> String {
    let (low, high) = (exact(bounds.low, decimals), exact(bounds.high, decimals));
    if low == high { low } else { format!("{low}至{high}") }
}

/// What stands behind an index.
pub fn index_note(effective_number: Range, left: f64, own: bool) -> String {
    let (number, left) = (effective(effective_number), share(left));
    if own {
        return format!("等效数目{number}；{}占{left}", rest(own));
    }
    format!("等效数目{number}；总量的{left}未列出")
}

/// The largest part, and whether its amount is rough.
pub fn headline(
    subject: Subject<'_>,
    by: Side,
    (name, (part, rough), leading): (&str, (f64, bool), Leading),
    period: Period,
    unit: Unit,
) -> String {
    let share = |part: f64| match rough {
        true => format!("约{}%", exact(part * 100.0, 0)),
        false => share(part),
    };
    let trade = measured(&subject, unit);
    let of = format!("{}{trade}中，", period.long());
    let kind = Parts { by, flow: subject.flow };
    match leading {
        Leading::OfAll => format!("{of}{name}占{}", share(part)),
        Leading::Tied => format!("{of}{name}各占{}", share(part)),
        Leading::OfListed => format!("{of}所列{kind}以{name}占比最高，为{}", share(part)),
        Leading::Alone => format!("{of}{name}占{}（仅列有这一{kind}）", share(part)),
        Leading::OnlyCountry => {
            format!("{of}{name}占{}（单个国家（地区）仅列此一个）", share(part))
        }
        Leading::OfCountries => {
            format!("{of}所列单个国家（地区）以{name}占比最高，为{}", share(part))
        }
        Leading::AloneInUnit => {
            format!("{of}{name}占{}（以{}计的仅此一{kind}）", share(part), unit.words())
        }
    }
}

/// Parts as large as each other: by name, or how many there are.
pub fn tied(part: Parts, names: &[String]) -> String {
    if names.len() > 3 {
        return format!("{}{}", names.len(), each(part));
    }
    all_of(&names.iter().map(String::as_str).collect_vec())
}

/// That the parts come to a little more than the total.
pub fn more_than_all(part: Parts, more: Quantity, period: Period) -> String {
    format!("{}所列{part}合计比总量多{}，占比之和因此略高于100%。", period.long(), more.exact())
}

/// The periods that are left out because the parts exceed the total.
pub fn exceeding(part: Parts, periods: &[Period]) -> String {
    format!("{}所列{part}合计超过总量，不画出。", super::notes::few_spans(periods))
}

/// Why another period than the month under study is shown.
pub fn another_period(part: Parts, period: Period, why: Option<&Unavailable>) -> String {
    let why = why
        .map_or_else(|| format!("{}没有按{part}细分的数据", period.long()), Unavailable::to_string);
    format!("{why}，图中为最近一个有数据的时期。")
}

/// Every share, and the index.
pub fn finding(
    part: Parts,
    period: Period,
    shares: &[String],
    (left, own): (f64, bool),
    (herfindahl, effective_number): (Range, Range),
) -> String {
    let left = match share(left).as_str() {
        "0.0%" => String::new(),
        left => format!("；{}{left}", rest(own)),
    };
    format!(
        "{}占比：{}{left}。赫芬达尔指数{}，相当于{}{}规模相同的{part}。",
        period.long(),
        shares.join("，"),
        index(herfindahl),
        of_equal_size(effective_number),
        each(part),
    )
}

/// A part's share.
pub fn part_share(_: Parts, name: &str, part: f64) -> String {
    // `其余23个9.6%` is read as one number.
    let sum = if name.starts_with("其余") { "合计" } else { "" };
    beside(&format!("{name}{sum}"), &share(part))
}

/// What shares are of, and what flat strokes are, where there are any.
pub fn of_the_total(part: Parts, total: &str, flat: bool) -> String {
    let flat = if flat { "横线为跨月数据。" } else { "" };
    let of = if total.is_empty() {
        "公布的总量".to_owned()
    } else {
        format!("推算的总量（{total}）")
    };
    format!(
        "占比以{of}为100%。只列有数据的{part}，至少有一{}{part}有数据的时期才显示。{flat}",
        each(part)
    )
}

/// What the band can't say.
pub fn bounds_note() -> String {
    "赫芬达尔指数的下限假定未列出部分极为分散，即所列占比的平方和；上限假定其集中于一个，即再加上未列出部分占比的平方。列出的部分越少，区间越宽。".to_owned()
}

/// That parts without names count, too.
pub fn counts_all(part: Parts) -> String {
    format!("赫芬达尔指数按文件中的全部{part}计算，包括未单独列出的。")
}

/// What the table holds.
pub fn caption(subject: Subject<'_>) -> String {
    format!("{}：占比与集中度", subject.start())
}
