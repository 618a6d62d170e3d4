//! Finishing the page that Trunk has built.

use crate::{
    page,
    run::{Outcome, Workshop, run},
    scripts, tools,
};

/// Bundles the scripts, then draws the first chart into the page: in this order, for the page names
/// the version of everything that it loads.
pub fn finish(workshop: &Workshop, _: &[String]) -> Outcome {
    let folder = page::folder(workshop);
    tools::minifiers(workshop)?;
    scripts::bundle(workshop, &folder)?;
    run(workshop.cargo("run --quiet --release -- first-paint --dist").arg(&folder))
}
