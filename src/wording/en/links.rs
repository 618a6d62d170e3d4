//! What has to be said of links that cannot be followed.

use super::parameters::expected;
use crate::query::Problem;

/// What an address asks for and cannot have.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotUnderstood { name, found, words } => format!(
            "The link has {name}={found}, which is not valid; use {}. This part of the link is ignored.",
            expected(name, words)
        ),
        Problem::Reversed(from, to) => format!(
            "The link’s time range, {} to {}, ends before it begins. All dates are shown.",
            from.long(),
            to.long()
        ),
    }
}
