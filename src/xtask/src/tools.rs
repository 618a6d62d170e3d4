//! The tools that building the page takes: found on this machine, or installed.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    pins,
    run::{Outcome, Workshop, output, read, run},
    test::COMPILER,
};

/// The oldest Node.js that the page's tests run on.
const OLDEST_NODE: u32 = 20;

/// Where Rust compiles the library to.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Installs what building the page takes and says how to call it by hand.
pub fn install(workshop: &Workshop, _: &[String]) -> Outcome {
    for_the_page(workshop)?;
    trunk(workshop)?;
    let tools = workshop.tools();
    println!("\nThe tools are ready. To call them by hand:");
    println!("  export PATH=\"{0}/bin:{0}/node_modules/.bin:$PATH\"", tools.display());
    Ok(())
}

/// Everything that the page's build needs; `trunk build --release` needs Trunk, too.
pub fn for_the_page(workshop: &Workshop) -> Outcome {
    to_begin_the_page(workshop)?;
    wasm_bindgen(workshop)
}

/// The same without the program that is compiled here, which the modules' build has time for.
pub fn to_begin_the_page(workshop: &Workshop) -> Outcome {
    wasm_target(workshop)?;
    minifiers(workshop)
}

/// Rust's own library, compiled for the browser.
pub fn wasm_target(workshop: &Workshop) -> Outcome {
    let mut query = workshop.command("rustc");
    let folder = output(query.args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    rustup_add(workshop, "target", WASM)
}

/// A component of the Rust toolchain, which brings a Cargo subcommand.
pub fn component(workshop: &Workshop, name: &str, subcommand: &str) -> Outcome {
    if output(workshop.command("cargo").args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    rustup_add(workshop, "component", name)
}

fn rustup_add(workshop: &Workshop, kind: &str, name: &str) -> Outcome {
    let otherwise = format!(
        "Rust's {kind} {name} is missing, and rustup, which would add it, is not installed.\n\
         Install rustup, or the {kind} as your system packages it, and run this again."
    );
    need(workshop, "rustup", &otherwise)?;
    announce(&format!("Rust's {kind} {name}"), "seconds");
    run(workshop.command("rustup").args([kind, "add", name]))
}

/// The program that writes the JavaScript around the module, and the one that runs its tests.
pub fn wasm_bindgen(workshop: &Workshop) -> Outcome {
    let version = pins::wasm_bindgen(workshop)?;
    let both = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    if both.iter().all(|program| has_version(workshop, program, &version)) {
        return Ok(());
    }
    announce(&format!("wasm-bindgen {version}"), "about 2 minutes on two cores");
    // Its own lock file names versions that no longer resolve, so no `--locked`.
    let programs = both.map(|program| format!("--bin {program}")).join(" ");
    let arguments =
        format!("wasm-bindgen-cli --version ={version} --no-default-features {programs}");
    cargo_install(workshop, &arguments)?;
    verify(workshop, "wasm-bindgen", &version)
}

/// The program that builds and serves the page.
pub fn trunk(workshop: &Workshop) -> Outcome {
    let version = pins::trunk(workshop)?;
    if has_version(workshop, "trunk", &version) {
        return Ok(());
    }
    announce(&format!("Trunk {version}"), "about 4 minutes on two cores");
    // Without its features Trunk neither downloads tools nor asks for updates: it needs no TLS.
    let arguments = format!("trunk --version ={version} --locked --no-default-features");
    cargo_install(workshop, &arguments)?;
    verify(workshop, "trunk", &version)
}

/// The program that makes the modules smaller, and the one for scripts and style sheets.
pub fn minifiers(workshop: &Workshop) -> Outcome {
    let wasm_opt = pins::wasm_opt(workshop)?;
    let esbuild = pins::esbuild(workshop)?;
    let both = [("wasm-opt", &wasm_opt), ("esbuild", &esbuild)];
    if both.iter().all(|(program, version)| has_version(workshop, program, version)) {
        return Ok(());
    }
    need_npm(workshop)?;
    announce(&format!("wasm-opt {wasm_opt} and esbuild {esbuild}"), "seconds: packages of 110 MB");
    // In one go: npm takes out of the folder what it is not told to install.
    let packages = [format!("binaryen@{wasm_opt}.0.0"), format!("esbuild@{esbuild}")];
    run(npm(workshop, "install")
        .args(["--no-save", "--ignore-scripts", "--prefix"])
        .arg(workshop.tools())
        .args(packages))?;
    both.iter().try_for_each(|(program, version)| verify(workshop, program, version))
}

/// The packages that the page's tests import, as `tests/package-lock.json` pins them.
pub fn test_packages(workshop: &Workshop) -> Outcome {
    packages(workshop, "tests", "the packages of the page's tests")
}

/// The packages that a folder's lock file names.
pub fn packages(workshop: &Workshop, folder: &str, what: &str) -> Outcome {
    need_node(workshop)?;
    let folder = workshop.root.join(folder);
    let wanted = read(&folder.join("package-lock.json"))?;
    // A copy of the lock file in the folder of packages says what they were installed from.
    let mark = folder.join("node_modules/.installed-from.json");
    if fs::read_to_string(&mark).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    need_npm(workshop)?;
    announce(what, "seconds");
    run(npm(workshop, "ci").arg("--prefix").arg(&folder))?;
    fs::write(&mark, wanted)
        .map_err(|error| format!("{} cannot be written: {error}", mark.display()))
}

/// Says what is about to be installed and how long that takes.
pub fn announce(what: &str, duration: &str) {
    println!("\nInstalling {what} ({duration})");
}

fn npm(workshop: &Workshop, subcommand: &str) -> Command {
    let mut npm = workshop.command("npm");
    npm.stdin(Stdio::null());
    npm.args([subcommand, "--no-audit", "--no-fund", "--loglevel=error"]);
    npm
}

fn need_node(workshop: &Workshop) -> Outcome {
    let found = workshop.version("node").unwrap_or_else(|| "none".to_owned());
    if major(&found).is_some_and(|major| major >= OLDEST_NODE) {
        return Ok(());
    }
    Err(format!("the page's tests need Node.js {OLDEST_NODE} or later; found: {}", found.trim()))
}

/// The first number of a version as Node.js prints it, such as 20 in `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

fn need_npm(workshop: &Workshop) -> Outcome {
    let otherwise = format!(
        "npm is not installed. It comes with Node.js: install version {OLDEST_NODE} or later \
         and run this again."
    );
    need(workshop, "npm", &otherwise)
}

fn need(workshop: &Workshop, program: &str, otherwise: &str) -> Outcome {
    workshop.find(program).map(drop).ok_or_else(|| otherwise.to_owned())
}

/// Compiles a tool and installs it into `target/tools`.
fn cargo_install(workshop: &Workshop, arguments: &str) -> Outcome {
    let tools = workshop.tools();
    let scratch = tools.join("build");
    let mut cargo = workshop.cargo("install --force");
    cargo
        .args(arguments.split_whitespace())
        .arg("--root")
        .arg(&tools)
        .arg("--target-dir")
        .arg(&scratch)
        // Optimizing the tools would take longer than they will ever run here.
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env_remove(COMPILER)
        .stdin(Stdio::null());
    run(&mut cargo)?;
    // What was compiled on the way is of no further use; left behind, it only takes space.
    fs::remove_dir_all(&scratch).ok();
    Ok(())
}

fn verify(workshop: &Workshop, program: &str, version: &str) -> Outcome {
    if has_version(workshop, program, version) {
        return Ok(());
    }
    let found = workshop.version(program).unwrap_or_else(|| "nothing".to_owned());
    Err(format!(
        "{program} {version} was installed, but `{program} --version` prints: {}",
        found.trim()
    ))
}

fn has_version(workshop: &Workshop, program: &str, version: &str) -> bool {
    workshop
        .version(program)
        .is_some_and(|printed| printed.split_whitespace().any(|word| word == version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_first_number_of_a_version() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("none"), None);
        assert_eq!(major("v"), None);
    }
}
