//! How well the story checker reads labelled stories and sentences, and figures made wrong.

use crate::run::{Outcome, Workshop, run};

/// Prints what is found, right and wrongly accused, against the labels.
pub fn measure(workshop: &Workshop, _: &[String]) -> Outcome {
    run(&mut workshop.cargo("test --release --test stories -- --nocapture"))
}
