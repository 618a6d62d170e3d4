//! What has to be said of links that cannot be followed.

use std::fmt;

use crate::query::Problem;

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotUnderstood { name, found, expected } => write!(
                formatter,
                "The link’s {name} “{found}” is not valid: {expected} was expected. Showing the default."
            ),
            Self::Reversed(from, to) => write!(
                formatter,
                "The link’s time range, {} to {}, ends before it begins. Showing all dates.",
                from.long(),
                to.long()
            ),
        }
    }
}
