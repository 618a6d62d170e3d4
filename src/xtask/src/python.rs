//! Python with the libraries that a part of the work takes.

use std::{fs, path::PathBuf, process::Stdio};

use crate::{
    run::{Outcome, Workshop, output, read, run},
    tools::announce,
};

/// The oldest Python that the pinned libraries run on, as 3.this.
const OLDEST: u32 = 11;

/// The program, within its environment.
const PROGRAM: &str = if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" };

/// Libraries that belong together.
pub struct Libraries {
    /// What they are for.
    what: &'static str,
    /// What they are pinned in.
    pins: &'static str,
    /// Their environment, below the repository's folder.
    environment: &'static str,
    /// How large they are.
    size: &'static str,
}

/// What the references are computed by.
pub const REFERENCES: Libraries = Libraries {
    what: "the libraries of the reference values",
    pins: "tests/references/requirements.txt",
    environment: "target/tools/python",
    size: "90 MB",
};

/// What the statistics are compared with.
pub const PEERS: Libraries = Libraries {
    what: "JDemetra+, statsforecast and the libraries they are judged by",
    pins: "tests/references/peers/requirements.txt",
    environment: "target/tools/peers",
    size: "110 MB",
};

/// The engines that roll up what outgrows a browser.
pub const ENGINES: Libraries = Libraries {
    what: "DuckDB and Spark",
    pins: "rollup/requirements.txt",
    environment: "target/tools/engines",
    size: "450 MB",
};

/// Installs libraries if they are not, and says where the Python that has them lies.
pub fn ready(workshop: &Workshop, libraries: &Libraries) -> Outcome<PathBuf> {
    let Libraries { what, pins, environment, size } = libraries;
    let folder = workshop.root.join(environment);
    let program = folder.join(PROGRAM);
    let wanted = read(&workshop.root.join(pins))?;
    // A copy of the pins says what the environment was made from.
    let mark = folder.join("installed-from.txt");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(program);
    }
    need_python(workshop, what)?;
    announce(what, &format!("about a minute, a download of {size}"));
    run(workshop.command("python3").args(["-m", "venv", "--clear", environment])).map_err(
        |error| {
            format!(
                "{error}\nPython's module venv is missing or incomplete: on Debian, install \
                 python3-venv and run this again."
            )
        },
    )?;
    run(workshop
        .command(&program.to_string_lossy())
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .args(["--requirement", pins])
        .stdin(Stdio::null()))?;
    fs::write(&mark, wanted)
        .map_err(|error| format!("{} cannot be written: {error}", mark.display()))?;
    Ok(program)
}

fn need_python(workshop: &Workshop, what: &str) -> Outcome {
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
    Err(format!("{what} need Python 3.{OLDEST} or later as `python3`; found: {found}"))
}
