//! 细心的读者应当知道的事项。

use super::super::dates::within_a_year;
use super::super::quantity::{pair_in_full, to_the_last_digit};
use crate::trade::{Measure, Period, Quantity, Unit};
use crate::util::CollectVec as _;
use crate::wording::facts::runs;
use crate::wording::numbers::share as share_of_one;

/// That the month under study is not among those drawn.
pub fn outside(period: Period) -> String {
    format!("{}不在图中所示时段内", period.long())
}

/// What flat strokes are, and at which height amounts stand.
pub const fn together(amounts: bool) -> &'static str {
    if amounts {
        "横线：只公布1—2月合计数或全年数的，数量和金额取月均值。"
    } else {
        "横线：只公布1—2月合计数或全年数的。"
    }
}

/// Within which months figures of longer periods are known and not drawn.
pub fn longer(within: Period) -> String {
    format!("{}间另有较长时期的数据，未画出。", within.long())
}

/// A figure of the first months of a year, where whole years are drawn.
pub fn part_of_year(period: Period, amount: Quantity) -> String {
    let (period, amount) = (period.long(), to_the_last_digit(amount));
    format!("{period}的数据（{amount}）只是一年中的几个月，未与全年数据画在一起。")
}

/// Months that no cumulative figures give, as one is below the one before.
pub fn falling(periods: &[Period]) -> String {
    format!(
        "{}的单月数值未由累计数推算：其间有累计数小于前一累计数，无法判断孰误。",
        few_spans(periods)
    )
}

/// Months that no cumulative figures give, as they are the same before and after.
pub fn standing(periods: &[Period]) -> String {
    format!(
        "{}的单月数值未由累计数推算：前后累计数相同，可能没有贸易，也可能是重复刊载了较早的累计数。",
        few_spans(periods)
    )
}

/// What derived figures are, whether the table marks them, and whether it is the one that says how they were made.
pub fn derived(marked: bool, here: bool) -> String {
    let marked = if marked { "（表中标*）" } else { "" };
    let place = if here { "备注栏" } else { "“逐月走势”表格的备注栏" };
    format!("推算值{marked}由其他数值相加减，或由增减幅度反推得出，方法见{place}。")
}

/// Months that were derived from what was reported of two.
pub fn left(months: &[Period]) -> String {
    let names = months.iter().map(|month| month.long()).collect_vec();
    match months {
        [one] => format!("{}数为1—2月合计数减去{}月数。", one.long(), 3 - one.start.number()),
        _ => format!("{}数为1—2月合计数减去另一个月的数。", names.join("、")),
    }
}

/// Which figures are differences of sums.
pub fn differences(periods: &[Period]) -> String {
    let which = if runs(periods).len() > NAMED {
        format!("其中{}个数值", periods.len())
    } else {
        format!("{}的数值", spans(periods))
    };
    let each = if periods.len() > 1 { "分别" } else { "" };
    format!("{which}{each}由两个累计数相减得出。")
}

/// Which of several reports is used.
pub const fn others() -> &'static str {
    "同一时期有几个不同公布值的，先取海关数据，再取通讯社，后取其他媒体，其余列入备注。"
}

/// What a gap may be in a reader's own files.
pub const fn own_gaps() -> &'static str {
    "空缺是指文件中没有数据或合计为负数的时期。"
}

/// More gaps than are named one by one.
const NAMED: usize = 6;

/// Of which periods there is no weight but another quantity.
pub fn counted_otherwise(periods: &[Period], unit: Unit) -> String {
    format!("{}文件以{}计而无重量，与按重量计的不是同一序列。", spans(periods), unit.words())
}

/// The months, or years, that nobody reported; `summed` is whether any of the months was reported in a sum,
/// and `broken` whether a line stops at them.
pub fn gaps(missing: &[Period], (annual, summed): (bool, bool), broken: bool) -> String {
    let figure = if summed && !annual { "月度数据" } else { "数据" };
    lacking(missing, figure, if annual { "年" } else { "个月" }, broken)
}

/// The same of steps that are counted so.
pub(super) fn lacking(missing: &[Period], figure: &str, steps: &str, broken: bool) -> String {
    let which = if runs(missing).len() > NAMED {
        format!("所示时段内有{}{steps}没有{figure}", missing.len())
    } else {
        format!("{}没有{figure}", spans(missing))
    };
    let line = if broken { "，折线在此中断" } else { "" };
    format!("{which}{line}。")
}

/// Periods with those that follow on one another joined, each year named once: `2024年3—6月、11—12月`.
pub(super) fn spans(periods: &[Period]) -> String {
    let mut year = None;
    let named = |period: Period| {
        let of = Some(period.start.year()).filter(|_| !period.is_whole_years());
        let within = of.filter(|of| period.end().year() == *of);
        let same = within.is_some() && within == year;
        year = within;
        if same { within_a_year(period) } else { period.long() }
    };
    runs(periods).into_iter().map(named).collect_vec().join("、")
}

/// The same; where they are many, how many from when to when.
pub(super) fn few_spans(periods: &[Period]) -> String {
    match periods {
        [first, .., last] if runs(periods).len() > NAMED => {
            format!("{}至{}间{}个时期", first.long(), last.long(), periods.len())
        }
        _ => spans(periods),
    }
}

/// That published sums and months do not agree: of each period what the cumulative figures put it at, what
/// its months are, and by how much the first is more. Rounding alone cannot make it so much.
pub fn discrepancies(found: &[(Period, [Quantity; 3])]) -> String {
    let each = |(period, [cumulative, months, by]): &(Period, [Quantity; 3])| {
        let side = if by.value < 0.0 { "少" } else { "多" };
        let size = Quantity { value: by.value.abs(), ..*by };
        let what = if period.months == 1 { "公布的当月数" } else { "各月合计" };
        let [cumulative, months] = pair_in_full([*cumulative, *months]);
        format!("{}数为{cumulative}，比{what}（{months}）{side}{}", period.long(), size.exact())
    };
    let listed = found.iter().map(each).collect_vec().join("；");
    format!("由累计数相减得出的{listed}。差额超出四舍五入误差，可能是此前月份有修订，或资料有误。")
}

/// That no total of quantities is known, because these partners have none.
pub fn without_total(periods: &[Period], partners: &[&str], unit: Unit) -> String {
    let (periods, partners) = (spans(periods), partners.join("、"));
    if unit.measure() == Measure::Volume {
        return format!("{periods}没有重量合计：文件没有{partners}的重量。");
    }
    let unit = unit.words();
    format!("{periods}没有以{unit}计的合计：文件没有{partners}以{unit}计的数量。")
}

/// That months are of part of what years are of.
pub fn part_of_years(year: Period, share: f64) -> String {
    format!(
        "{}各月之和为全年数值的{}：月度数据只涵盖部分贸易，各月之和低于全年。",
        year.long(),
        share_of_one(share)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trade::{Language, Month};

    #[test]
    fn a_run_into_the_next_year_names_both_years() {
        let months = |first: i32, count: i32| {
            let first = Month::from_index(2024 * 12) + first;
            (0..count).map(move |at| Period::month(first + at))
        };
        // April and May, August to the March after, and June.
        let missing = months(3, 2).chain(months(7, 8)).chain(months(17, 1)).collect_vec();
        let said = Language::Chinese.speak(|| spans(&missing));
        assert_eq!(said, "2024年4—5月、2024年8月—2025年3月、2025年6月");
    }
}
