//! Trade statistics as pure functions over a [`Series`](crate::trade::Series).
//!
//! A statistic that cannot be computed says why ([`Unavailable`]): a missing month is never zero, and
//! January and February reported together are never split. Statistics of a month use only figures up to
//! that month, so that later months do not change them.

mod amount;
mod change;
mod comparison;
pub mod distribution;
mod grouping;
mod rank;
mod rolling;
mod same_month;
pub mod seasonal;
pub mod structure;
mod summary;
pub mod transformation;
mod unavailable;

pub use amount::{Amount, Origin, amount, slot, sum, summands};
pub use change::{Against, Change, FEW, change_between};
use comparison::periods;
pub use comparison::{Comparison, change, without_months};
pub use grouping::{Grouped, Grouping, grouped};
pub use rank::{Extreme, Rank, rank_among_months, rank_in_season, record};
pub use rolling::{Rolling, rolling};
pub use same_month::{SameMonth, same_month};
pub use summary::{Summary, summary, summary_of};
pub use transformation::Transformation;
pub use unavailable::{Known, Unavailable};
