//! Which chart.

use std::fmt;

/// A chart, identified by its word in addresses. The list of charts and their records are in `charts`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct ChartKind(&'static str);

impl ChartKind {
    /// The handle of the chart with this code: for the charts' own records.
    pub(crate) const fn of(code: &'static str) -> Self {
        Self(code)
    }

    /// The word used in addresses.
    pub const fn code(self) -> &'static str {
        self.0
    }
}

impl fmt::Debug for ChartKind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}
