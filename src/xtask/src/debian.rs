//! What Debian and its kin package, installed where it is missing.

use std::process::{Command, Stdio};

use crate::{
    run::{Outcome, Workshop, output, run},
    tools::announce,
};

/// Installs packages; `by_hand` says what to do where that cannot be.
pub fn install(
    workshop: &Workshop,
    packages: &[&str],
    what: &str,
    size: &str,
    by_hand: &str,
) -> Outcome {
    let Some(prefix) = as_administrator(workshop) else {
        return Err(by_hand.to_owned());
    };
    announce(what, &format!("about a minute, {size}"));
    run(apt_get(workshop, &prefix).arg("update"))?;
    run(apt_get(workshop, &prefix)
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages))
    .map_err(|error| format!("{error}\n{by_hand}"))
}

/// The words that make a command run with the right to install Debian packages, if there is one.
fn as_administrator(workshop: &Workshop) -> Option<Vec<&'static str>> {
    workshop.find("apt-get")?;
    if output(workshop.command("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(vec!["env"]);
    }
    // Asks for no password: it fails where one would be needed.
    output(workshop.command("sudo").args(["-n", "true"])).is_ok().then(|| vec!["sudo", "-n", "env"])
}

fn apt_get(workshop: &Workshop, prefix: &[&str]) -> Command {
    let (program, rest) = prefix.split_first().unwrap_or((&"env", &[]));
    let mut command = workshop.command(program);
    command
        .args(rest)
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"])
        // Another step may be installing something.
        .args(["-o", "DPkg::Lock::Timeout=300"])
        .stdin(Stdio::null());
    command
}
