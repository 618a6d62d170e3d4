//! Python with the libraries that the references are computed by.

use std::{fs, path::PathBuf, process::Stdio};

use crate::{
    run::{Outcome, Workshop, output, read, run},
    tools::announce,
};

/// The oldest Python that the pinned libraries run on, as 3.this.
const OLDEST: u32 = 11;

/// What the libraries are pinned in.
const PINS: &str = "tests/references/requirements.txt";

/// The environment, below the repository's folder.
const ENVIRONMENT: &str = "target/tools/python";

/// The program, within its environment.
const PROGRAM: &str = if cfg!(windows) {
    "target/tools/python/Scripts/python.exe"
} else {
    "target/tools/python/bin/python"
};

/// Installs the libraries if they are not, and says where the Python that has them lies.
pub fn ready(workshop: &Workshop) -> Outcome<PathBuf> {
    let program = workshop.root.join(PROGRAM);
    let wanted = read(&workshop.root.join(PINS))?;
    // A copy of the pins says what the environment was made from.
    let mark = workshop.root.join(ENVIRONMENT).join("installed-from.txt");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(program);
    }
    need_python(workshop)?;
    announce("the libraries of the reference values", "about a minute, a download of 90 MB");
    run(workshop.command("python3").args(["-m", "venv", "--clear", ENVIRONMENT])).map_err(
        |error| {
            format!(
                "{error}\nPython's module venv is missing or incomplete: on Debian, install \
                 python3-venv and run this again."
            )
        },
    )?;
    run(workshop
        .command(PROGRAM)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(["--requirement", PINS])
        .stdin(Stdio::null()))?;
    fs::write(&mark, wanted)
        .map_err(|error| format!("{} cannot be written: {error}", mark.display()))?;
    Ok(program)
}

fn need_python(workshop: &Workshop) -> Outcome {
    let query = "import sys; print(sys.version_info.minor if sys.version_info.major == 3 else 0)";
    let found = match workshop.find("python3") {
        Some(_) => output(workshop.command("python3").args(["-c", query]))?,
        None => "none".to_owned(),
    };
    let minor = found.trim();
    if minor.parse::<u32>().is_ok_and(|minor| minor >= OLDEST) {
        return Ok(());
    }
    let found = if minor == "none" { minor.to_owned() } else { format!("3.{minor}") };
    Err(format!(
        "the reference values need Python 3.{OLDEST} or later as `python3`; found: {found}"
    ))
}
