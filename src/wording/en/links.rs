//! What has to be said of links that cannot be followed.

use crate::query::Problem;

/// What an address asks for in vain.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotUnderstood { name, found, expected } => format!(
            "The link’s {name} “{found}” is not valid: {expected} was expected. Showing the default."
        ),
        Problem::Reversed(from, to) => format!(
            "The link’s time range, {} to {}, ends before it begins. Showing all dates.",
            from.long(),
            to.long()
        ),
    }
}
