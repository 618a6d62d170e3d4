//! The browsers that the tests run in: Chromium, which all need, Firefox and WebKit.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    debian,
    run::{Outcome, Workshop, output},
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

/// The same browser without a window around its pages, which nobody sees here: a page's tests take two
/// thirds of the time in it. Not every system packages it.
const SHELLS: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];
const BY_HAND: &str = "The tests run in Chromium, and it or its driver was not found.\n\
    Install both, on Debian with `apt-get install chromium chromium-driver`, or name them:\n\
    CHROMIUM=/path/to/chromium CHROMEDRIVER=/path/to/chromedriver cargo xtask test";

/// What a page's tests run in: the browser that is named, else its shell, else the browser with its window.
pub fn for_pages(workshop: &Workshop) -> Outcome<PathBuf> {
    let chromium = ready(workshop)?.chromium;
    Ok(named("CHROMIUM").or_else(|| shell(workshop)).unwrap_or(chromium))
}

fn shell(workshop: &Workshop) -> Option<PathBuf> {
    SHELLS.iter().find_map(|name| workshop.find(name))
}

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

/// A browser beside Chromium, as Debian packages it: what runs in it is fewer tests, and where it
/// cannot be had the others run all the same.
pub struct Engine {
    /// As `tests/page/support.mjs` calls it.
    pub name: &'static str,
    /// As readers do.
    pub title: &'static str,
    packages: &'static [&'static str],
    size: &'static str,
    /// The programs it takes: the variable that tells the tests where one lies, and its names.
    programs: &'static [(&'static str, &'static [&'static str])],
    /// A program that lies on no search path: its variable, and its place in a library's folder.
    beside: Option<(&'static str, &'static str)>,
    /// The first version whose first program the tests can steer, where not every one can be.
    oldest: Option<u32>,
}

pub const FIREFOX: Engine = Engine {
    name: "firefox",
    title: "Firefox",
    packages: &["firefox-esr"],
    size: "a download of 80 MB",
    programs: &[("FIREFOX", &["firefox-esr", "firefox"])],
    beside: None,
    // Playwright collects the bodies of answers, which Firefox does not know how to before.
    oldest: Some(143),
};

pub const WEBKIT: Engine = Engine {
    name: "webkit",
    title: "WebKit",
    packages: &["webkit2gtk-driver", "xvfb"],
    size: "a download of 60 MB",
    programs: &[("WEBKITDRIVER", &["WebKitWebDriver"]), ("XVFB", &["Xvfb"])],
    beside: Some(("MINIBROWSER", "webkit2gtk-4.1/MiniBrowser")),
    oldest: None,
};

impl Engine {
    /// Finds the browser, or installs it; answers with the variables that name its programs.
    pub fn ready(&self, workshop: &Workshop) -> Outcome<Vec<(&'static str, PathBuf)>> {
        if let Some(found) = self.find(workshop) {
            return Ok(found);
        }
        let new_enough =
            self.oldest.map_or(String::new(), |version| format!(" {version} or newer"));
        let by_hand = format!(
            "{}{new_enough} was not found and cannot be installed here: on Debian, \
             `apt-get update && apt-get install {}`.",
            self.title,
            self.packages.join(" ")
        );
        debian::install(workshop, self.packages, self.title, self.size, &by_hand)?;
        self.find(workshop).ok_or(by_hand)
    }

    fn find(&self, workshop: &Workshop) -> Option<Vec<(&'static str, PathBuf)>> {
        let mut found = Vec::new();
        for (variable, names) in self.programs {
            let program =
                named(variable).or_else(|| names.iter().find_map(|name| workshop.find(name)))?;
            found.push((*variable, program));
        }
        if let Some((variable, name)) = self.beside {
            found.push((variable, named(variable).or_else(|| in_library(name))?));
        }
        let (_, first) = found.first()?;
        self.oldest.is_none_or(|oldest| version(first) >= Some(oldest)).then_some(found)
    }
}

/// The version that a program gives of itself, without what stands behind its first point.
fn version(program: &Path) -> Option<u32> {
    let words = output(Command::new(program).arg("--version")).ok()?;
    words.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())
}

/// Installs every browser that is missing, in one go; the steps that need one tell of what could not be.
pub fn all_ready(workshop: &Workshop) -> Outcome {
    let mut missing: Vec<&str> = Vec::new();
    if find(workshop).is_none() {
        missing.extend(DEBIAN_PACKAGES);
    }
    for engine in [&FIREFOX, &WEBKIT] {
        if engine.find(workshop).is_none() {
            missing.extend(engine.packages);
        }
    }
    if !missing.is_empty() {
        let words = "What browsers are missing";
        if let Err(why) = debian::install(workshop, &missing, words, "240 MB at most", "") {
            println!("{why}");
        }
    }
    // By itself: where it is unknown, nothing at all would be installed with it.
    if named("CHROMIUM").is_none() && shell(workshop).is_none() {
        let words = "Chromium’s shell without a window";
        if let Err(why) = debian::install(workshop, &SHELLS[..1], words, "60 MB", "") {
            println!("{why}");
        }
    }
    Ok(())
}

/// A program that Debian keeps among the libraries, in a folder named after the machine's kind.
fn in_library(name: &str) -> Option<PathBuf> {
    let folders = fs::read_dir(Path::new("/usr/lib")).ok()?;
    folders.filter_map(|entry| Some(entry.ok()?.path().join(name))).find(|file| file.is_file())
}
