//! 各种比较方式的文字，集中在此。

use crate::statistics::Comparison;

/// A comparison’s name.
pub const fn label(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "环比",
        Comparison::YearOnYear => "同比",
        Comparison::YearToDate => "累计同比",
        Comparison::FiveYearMean => "较5年同期均值",
        Comparison::FiveYearMedian => "较5年同期中位数",
        Comparison::Record => "较此前最高值",
    }
}

/// A level that a month is above or below, where it is compared with one.
pub(super) const fn level(comparison: Comparison) -> Option<&'static str> {
    match comparison {
        Comparison::FiveYearMean | Comparison::FiveYearMedian | Comparison::Record => {
            Some(short(comparison))
        }
        _ => None,
    }
}

/// What it is compared with, for a row of a chart.
pub const fn short(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "上月",
        Comparison::YearOnYear => "上年同月",
        Comparison::YearToDate => "上年同期累计",
        Comparison::FiveYearMean => "5年同期均值",
        Comparison::FiveYearMedian => "5年同期中位数",
        Comparison::Record => "此前最高值",
    }
}

/// How it is computed: a term and what it means; `None` if another comparison’s entry explains it.
pub const fn methods(comparison: Comparison) -> Option<(&'static str, &'static str)> {
    let name = label(comparison);
    Some(match comparison {
        Comparison::MonthOnMonth => (name, "与上月相比的增减幅度，未经季节调整。"),
        Comparison::YearOnYear => (name, "与上年同月相比的增减幅度。"),
        Comparison::YearToDate => (
            name,
            "1月至当月累计与上年同期相比的增减幅度。海关公布了累计数的，采用累计数，因其已含对前几个月的修订；否则将各月相加。两者之差超出四舍五入误差的，在附注中说明。",
        ),
        Comparison::FiveYearMean => {
            ("5年同期均值、中位数和区间", "取此前5年的同月数据，5年须全部齐备。")
        }
        Comparison::FiveYearMedian => return None,
        Comparison::Record => {
            ("此前最高与位次", "只在截至所选月份、有数据的各月中比较，此后的月份不影响结果。")
        }
    })
}
