//! How well the story checker reads its labelled sentences.

use crate::run::{Outcome, Workshop, run};

/// Prints precision, recall and the verdicts given against those labelled.
pub fn measure(workshop: &Workshop, _: &[String]) -> Outcome {
    run(&mut workshop.cargo("test --release --test claims -- --nocapture"))
}
