//! 名词：流向、数据来历、比较方式。

use crate::statistics::seasonal::{Kind, Ordinary};
use crate::statistics::{Comparison, Origin};
use crate::trade::{Flow, Holiday, Status};

/// `出口`。
pub const fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Export | Flow::MirrorExport => "出口",
        Flow::Import | Flow::MirrorImport => "进口",
        Flow::Quota => "配额",
    }
}

/// What the reporter did.
pub const fn verb(flow: Flow) -> &'static str {
    match flow {
        Flow::Export | Flow::MirrorExport => "出口",
        Flow::Import | Flow::MirrorImport => "进口",
        Flow::Quota => "下达",
    }
}

/// What stands before the other side of it.
pub const fn towards(flow: Flow) -> &'static str {
    if matches!(flow, Flow::Import) { "自" } else { "对" }
}

/// A holiday, as a sentence has it.
pub const fn holiday(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::ChineseNewYear => "春节",
    }
}

/// What imports are measured against, where the data do not name it.
pub const fn quota() -> &'static str {
    "配额"
}

/// The same of what is produced.
pub const fn production() -> &'static str {
    "产量"
}

/// How a figure came about.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Reported => "公布值",
        Status::Revised => "修订值",
        Status::Derived => "推算值",
    }
}

/// How an amount came about.
pub const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Figure(own) => status(own),
        Origin::Sum => "各月合计",
        Origin::SumOfYears => "各年合计",
        Origin::Mean => "各月平均",
        Origin::Adjusted => "季节调整后",
    }
}

/// How usual a figure is.
pub const fn ordinary(ordinary: Ordinary) -> &'static str {
    match ordinary {
        Ordinary::Ordinary => "正常",
        Ordinary::Uncommon => "少见",
        Ordinary::Unusual => "异常",
    }
}

/// What disturbs a series.
pub const fn disturbance(kind: Kind) -> &'static str {
    match kind {
        Kind::Outlier => "离群值",
        Kind::LevelShift => "水平漂移",
        Kind::TemporaryChange => "暂时变化",
    }
}

/// A comparison's name.
pub const fn comparison(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "环比",
        Comparison::YearOnYear => "同比",
        Comparison::YearToDate => "累计同比",
        Comparison::FiveYearMean => "较五年同期均值",
        Comparison::FiveYearMedian => "较五年同期中位数",
        Comparison::Record => "较此前最高值",
    }
}

/// A level that a month is above or below, where it is compared with one.
pub(super) const fn level(comparison: Comparison) -> Option<&'static str> {
    match comparison {
        Comparison::FiveYearMean | Comparison::FiveYearMedian | Comparison::Record => {
            Some(comparison_short(comparison))
        }
        _ => None,
    }
}

/// What it is compared with, for a row of a chart.
pub const fn comparison_short(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::MonthOnMonth => "上月",
        Comparison::YearOnYear => "上年同月",
        Comparison::YearToDate => "上年同期累计",
        Comparison::FiveYearMean => "五年同期均值",
        Comparison::FiveYearMedian => "五年同期中位数",
        Comparison::Record => "此前最高值",
    }
}

/// How it is computed: a term and what it means; none where another comparison's says it.
pub const fn comparison_methods(comparison: Comparison) -> Option<(&'static str, &'static str)> {
    let name = self::comparison(comparison);
    Some(match comparison {
        Comparison::MonthOnMonth => (name, "与上月相比的增减幅度，未经季节调整。"),
        Comparison::YearOnYear => (name, "与上年同月相比的增减幅度。"),
        Comparison::YearToDate => (
            name,
            "1月至当月累计与上年同期相比的增减幅度。海关公布了累计数的，采用累计数，因其已含对前几个月的修订；否则将各月相加。两者之差超出四舍五入误差的，在附注中说明。",
        ),
        Comparison::FiveYearMean => {
            ("五年同期均值、中位数和区间", "取此前五年的同月数据，五年须全部齐备。")
        }
        Comparison::FiveYearMedian => return None,
        Comparison::Record => {
            ("此前最高与位次", "只在截至所选月份、有数据的各月中比较，此后的月份不影响结果。")
        }
    })
}
