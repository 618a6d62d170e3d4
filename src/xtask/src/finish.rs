//! Finishing the page once its modules and files are there.

use std::path::Path;

use crate::{
    run::{Outcome, Workshop, run},
    scripts, tools,
};

/// Finishes the page in the folder that Trunk is building it in.
pub fn finish(workshop: &Workshop, _: &[String]) -> Outcome {
    tools::minifiers(workshop)?;
    finish_in(workshop, &workshop.page())
}

/// Compiles the program that draws them.
pub fn compile(workshop: &Workshop) -> Outcome {
    run(&mut workshop.cargo("build --quiet --bin xenotime"))
}

/// Bundles the scripts, then draws the first chart into the page: in this order, for the page names
/// the version of everything that it loads.
pub fn finish_in(workshop: &Workshop, folder: &Path) -> Outcome {
    scripts::bundle(workshop, folder)?;
    // Optimizing the program further would take longer than drawing the charts does.
    run(workshop.cargo("run --quiet -- first-paint --dist").arg(folder))
}
