//! Names of what figures are, come from and are compared with.

use crate::statistics::Origin;
use crate::statistics::seasonal::{Kind, Ordinary};
use crate::trade::{Flow, Holiday, Status};

/// The word a sentence uses: `exports`.
pub const fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Export | Flow::MirrorExport => "exports",
        Flow::Import | Flow::MirrorImport => "imports",
        Flow::Quota => "quotas",
    }
}

/// What the reporter did, in the past tense: `exported`.
pub const fn verb(flow: Flow) -> &'static str {
    match flow {
        Flow::Export | Flow::MirrorExport => "exported",
        Flow::Import | Flow::MirrorImport => "imported",
        Flow::Quota => "allotted",
    }
}

/// What stands before the other side of it: exports `to`, imports `from`.
pub const fn towards(flow: Flow) -> &'static str {
    if matches!(flow, Flow::Import) { "from" } else { "to" }
}

/// A holiday, as a sentence has it.
pub const fn holiday(holiday: Holiday) -> &'static str {
    match holiday {
        Holiday::ChineseNewYear => "the Chinese New Year",
    }
}

/// What imports are measured against, where the data do not name it.
pub const fn quota() -> &'static str {
    "quota"
}

/// The same of what is produced.
pub const fn production() -> &'static str {
    "production"
}

/// How a figure came about.
pub const fn status(status: Status) -> &'static str {
    status.code()
}

/// How an amount came about.
pub const fn origin(origin: Origin) -> &'static str {
    origin.code()
}

/// How usual a figure is.
pub const fn ordinary(ordinary: Ordinary) -> &'static str {
    match ordinary {
        Ordinary::Ordinary => "ordinary",
        Ordinary::Uncommon => "borderline",
        Ordinary::Unusual => "unusual",
    }
}

/// What disturbs a series.
pub const fn disturbance(kind: Kind) -> &'static str {
    match kind {
        Kind::Outlier => "outlier",
        Kind::LevelShift => "level shift",
        Kind::TemporaryChange => "temporary change",
    }
}
