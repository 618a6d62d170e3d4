//! Testing the rollup with the engines that run it.

use crate::{
    debian, python,
    run::{Outcome, Workshop, run},
};

const BY_HAND: &str = "Spark runs on Java 17 or later, and no `java` was found.\n\
    Install it, on Debian with `apt-get install default-jre-headless`, and run this again.";

/// Runs both engines over the same rows.
pub fn test(workshop: &Workshop) -> Outcome {
    if workshop.find("java").is_none() {
        let size = "a download of 60 MB";
        debian::install(workshop, &["default-jre-headless"], "Java", size, BY_HAND)?;
    }
    let python = python::ready(workshop, &python::ENGINES)?;
    run(workshop
        .command(&python.to_string_lossy())
        // Bytes compiled from the scripts have no place beside them.
        .args(["-B", "rollup/test_rollup.py"]))
}
