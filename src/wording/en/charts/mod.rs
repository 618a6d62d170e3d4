//! What charts say: a file for each, and what they share.

pub mod additions;
pub mod figures;
pub mod heads;
pub mod notes;
pub mod opening;
pub mod page;
pub mod parts;
pub mod seasonal;
pub mod sentence;
pub mod sources;

use crate::query::every_chart;

/// Makes a module of the words of each chart.
macro_rules! modules {
    ($($room:ident { $($chart:ident)* })*) => {
        $($(pub mod $chart;)*)*
    };
}

every_chart!(modules);
