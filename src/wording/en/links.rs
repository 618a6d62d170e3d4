//! What has to be said of links that cannot be followed.

#[cfg(feature = "whole")]
use super::numbers::in_words;
use super::parameters::expected;
use crate::query::Problem;

/// What an address asks for and cannot have.
pub fn problem(problem: &Problem) -> String {
    match problem {
        Problem::NotUnderstood { name, found, words } => format!(
            "The link has {name}={found}, which is not valid; use {}. This part of the link is ignored.",
            expected(name, words)
        ),
        #[cfg(feature = "whole")]
        Problem::TooMany { name, found, taken } => format!(
            "The link has {found} items in {name}=…, of which the first {} that are valid are shown.",
            in_words(*taken)
        ),
        Problem::Reversed(from, to) => format!(
            "The link’s time range, {} to {}, ends before it begins. All dates are shown.",
            from.long(),
            to.long()
        ),
    }
}
