//! Building the page.

use std::{env, path::PathBuf, process::Command};

use crate::{
    run::{Outcome, Workshop, run},
    tools,
};

/// Builds the page into `dist/`.
pub fn build(workshop: &Workshop, _: &[String]) -> Outcome {
    prepare(workshop)?;
    run(trunk(workshop, "build").arg("--release"))?;
    println!("\nThe page is in dist/: copy that folder to any static host.");
    Ok(())
}

/// The folder that Trunk is building the page in, or `dist/`.
pub fn folder(workshop: &Workshop) -> PathBuf {
    env::var_os("TRUNK_STAGING_DIR").map_or_else(|| workshop.root.join("dist"), PathBuf::from)
}

/// Installs the tools and fetches the crates, so that the build itself needs no network.
pub fn prepare(workshop: &Workshop) -> Outcome {
    tools::for_the_page(workshop)?;
    run(&mut workshop.cargo("fetch --locked"))
}

/// Trunk, kept off the network.
pub fn trunk(workshop: &Workshop, subcommand: &str) -> Command {
    let mut trunk = workshop.command("trunk");
    trunk.args([subcommand, "--offline", "--skip-version-check"]);
    // A failed build is told by what Cargo says, not by where in Trunk it was noticed.
    trunk.env("RUST_LIB_BACKTRACE", "0");
    // Any value asks for no colour, but Trunk stops at one other than `true`.
    if env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}
