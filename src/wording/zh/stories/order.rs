//! 新高、新低与连续增减。

use super::reading::parts_named;
use crate::trade::{Month, Period, Quantity};

const fn word(high: bool) -> &'static str {
    if high { "更高" } else { "更低" }
}

const fn moved(rising: bool) -> &'static str {
    if rising { "增长" } else { "下降" }
}

/// What cannot be ranked.
pub const fn only_months_and_years() -> &'static str {
    "只能就单月或全年比较高低"
}

/// Which period beats the one spoken of, with both amounts.
pub fn beaten(period: Period, high: bool, better: Quantity, own: Quantity) -> String {
    let (better, own) = (better.exact(), own.exact());
    let (most, than) = if high { ("最高", "高于") } else { ("最低", "低于") };
    format!("并非{most}，{}为{better}，{than}所指时期的{own}", period.long())
}

/// Why what a month refutes is called unclear all the same: which parts of the statement its sentence leaves open.
pub fn left_open(parts: &[&'static str]) -> String {
    let open = match parts {
        [] => "句子还可能另有所指".to_owned(),
        _ => format!("句中未写明{}", parts_named(parts)),
    };
    format!("{open}，因此只判存疑")
}

/// How many do.
pub fn so_many(count: usize, high: bool) -> String {
    match count {
        0 => format!("没有{}的", word(high)),
        count => format!("有{count}个{}", word(high)),
    }
}

/// That one alone does.
pub fn only(period: Period, high: bool) -> String {
    format!("只有{}{}", period.long(), word(high))
}

/// That none does.
pub fn none_from(first: Period, high: bool) -> String {
    format!("{}以来没有{}的", first.long(), word(high))
}

/// That too few of those that count are known to say so; none of them beats it.
pub fn known(known: usize, wanted: usize, years: bool, first: Period, high: bool) -> String {
    let unit = if years { "年" } else { "个月" };
    if wanted == 0 {
        return format!("自{}起没有其他时期可比", first.long());
    }
    format!(
        "已知的数值中没有{}的，但自{}起的其他{wanted}{unit}中只有{known}{unit}有数据",
        word(high),
        first.long()
    )
}

/// That the record goes back further than the story says.
pub fn further_back(since: Period, high: bool) -> String {
    format!("{}及以后都没有{}的，还可追溯到更早", since.long(), word(high))
}

/// What a rank is computed as.
pub fn rank(own: Period, first: Period) -> String {
    format!("{}在{}以来各期中的位次", own.long(), first.long())
}

/// What makes no run.
pub const fn only_single_months() -> &'static str {
    "连续增减只能就单月判断"
}

/// What makes no run on the year.
pub const fn only_months_and_years_run() -> &'static str {
    "连续增减只能就单月或全年判断"
}

/// What has no turn.
pub const fn only_single_months_turn() -> &'static str {
    "是否首次增减只能就单月判断"
}

/// That a turn says not since when.
pub const fn no_length() -> &'static str {
    "报道未写明是多长时间以来"
}

/// That a run began earlier than the story says.
pub const fn longer() -> &'static str {
    "属实，实际连续得更久"
}

/// That a run is one.
pub fn each(count: u32, rising: bool) -> String {
    format!("{count}个月都环比{}", moved(rising))
}

/// The same, each against the year before.
pub fn each_on_year(count: u32, years: bool, rising: bool) -> String {
    format!("{count}{}都同比{}", if years { "年" } else { "个月" }, moved(rising))
}

/// That a period did not move that way.
pub fn not_so(period: Period, rising: bool) -> String {
    format!("{}并未{}", period.long(), moved(rising))
}

/// The same of a month, with how it moved.
pub fn broken(month: Month, rising: bool, now: Quantity, before: Quantity) -> String {
    // A verdict stands before it, with a colon of its own.
    format!("{}，{}", not_so(Period::month(month), rising), against(month, now, before))
}

/// `当月4,753吨，2024年9月为4,180.9吨`.
fn against(month: Month, now: Quantity, before: Quantity) -> String {
    format!("当月{}，{}为{}", now.exact(), (month - 1).long(), before.exact())
}

/// A month that moved that way before.
pub fn moved_before(month: Month, rising: bool) -> String {
    format!("{}曾{}", month.long(), moved(rising))
}

/// The same, where it should not have.
pub fn moved_too(month: Month, rising: bool, now: Quantity, before: Quantity) -> String {
    format!("{}也{}，{}", month.long(), moved(rising), against(month, now, before))
}

/// That none did.
pub fn none_before(first: Month, rising: bool) -> String {
    format!("自{}起，此前没有{}", first.long(), moved(rising))
}

/// What a run is computed as.
pub const fn month_by_month() -> &'static str {
    "逐月与上月相比"
}
