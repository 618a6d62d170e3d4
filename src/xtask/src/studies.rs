//! What the statistics of the season make of series that are not the page's.

use crate::run::{Outcome, Workshop, run};

/// How many series are made for each line of the table, where no number is said.
const SERIES: &str = "200";

/// Counts what the statistics find in simulated series whose truth is known.
pub fn simulate(workshop: &Workshop, arguments: &[String]) -> Outcome {
    let count = arguments.first().map_or(SERIES, String::as_str);
    let example = ["run", "--release", "--quiet", "--example", "studies", "--", "simulate", count];
    run(workshop.command("cargo").args(example))
}
