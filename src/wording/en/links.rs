//! What has to be said of links that cannot be followed.

use super::parameters::expected;
use crate::query::Problem;

/// What an address asks for in vain.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotUnderstood { name, found, words } => format!(
            "The link’s {name} “{found}” is not valid: {} was expected. Showing the default.",
            expected(name, words)
        ),
        Problem::Reversed(from, to) => format!(
            "The link’s time range, {} to {}, ends before it begins. Showing all dates.",
            from.long(),
            to.long()
        ),
    }
}
