//! Chromium and its driver, which the tests run in.

use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

use crate::{
    run::{Outcome, Workshop, output, run},
    tools::announce,
};

/// A browser and the program through which the tests steer it.
pub struct Browser {
    /// The browser itself.
    pub chromium: PathBuf,
    /// The driver that belongs to it.
    pub driver: PathBuf,
}

const CHROMIUMS: [&str; 4] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DEBIAN_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];
const BY_HAND: &str = "The tests run in Chromium, and it or its driver was not found.\n\
    Install both, on Debian with `apt-get install chromium chromium-driver`, or name them:\n\
    CHROMIUM=/path/to/chromium CHROMEDRIVER=/path/to/chromedriver cargo xtask test";

/// Finds the browser, or installs it.
pub fn ready(workshop: &Workshop) -> Outcome<Browser> {
    if let Some(browser) = find(workshop) {
        return Ok(browser);
    }
    install(workshop)?;
    find(workshop).ok_or_else(|| BY_HAND.to_owned())
}

fn find(workshop: &Workshop) -> Option<Browser> {
    Some(Browser {
        chromium: named("CHROMIUM")
            .or_else(|| CHROMIUMS.iter().find_map(|name| workshop.find(name)))?,
        driver: named("CHROMEDRIVER").or_else(|| workshop.find("chromedriver"))?,
    })
}

/// The program that an environment variable names, unless there is none at that place.
fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file())
}

fn install(workshop: &Workshop) -> Outcome {
    let Some(prefix) = as_administrator(workshop) else {
        return Err(BY_HAND.to_owned());
    };
    announce("Chromium and its driver", "about a minute, a download of 100 MB");
    run(apt_get(workshop, &prefix).arg("update"))?;
    run(apt_get(workshop, &prefix)
        .args(["install", "--yes", "--no-install-recommends"])
        .args(DEBIAN_PACKAGES))
    .map_err(|error| format!("{error}\n{BY_HAND}"))
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
        .stdin(Stdio::null());
    command
}
