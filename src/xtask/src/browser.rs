//! Chromium and its driver, which the tests run in.

use std::{env, path::PathBuf};

use crate::{
    debian,
    run::{Outcome, Workshop},
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
    let words = "Chromium and its driver";
    debian::install(workshop, &DEBIAN_PACKAGES, words, "a download of 100 MB", BY_HAND)?;
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
