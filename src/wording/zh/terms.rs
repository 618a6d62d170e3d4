//! 名词：流向、数据来历、比较方式。

use crate::statistics::Origin;
use crate::statistics::seasonal::{Kind, Ordinary};
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
        Status::Approximate => "约数",
        Status::Revised => "修订值",
        Status::Derived => "推算值",
    }
}

/// How an amount came about.
pub const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Figure(own) => status(own),
        Origin::Sum | Origin::SumAndMonths => "各月合计",
        Origin::SumOfQuarters => "各季合计",
        Origin::SumOfYears => "各年合计",
        Origin::DifferenceOfSums => "累计数相减",
        Origin::Mean => "各月平均",
        Origin::Adjusted => "季节调整后",
    }
}

/// How usual a figure is.
pub const fn ordinary(ordinary: Ordinary) -> &'static str {
    match ordinary {
        Ordinary::Ordinary => "在80%区间内",
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
