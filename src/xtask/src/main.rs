//! `cargo xtask`: builds, serves and tests Xenotime, and installs the tools that takes.
//!
//! Everything that is installed goes under `target/tools`, and only what is missing on this
//! machine. The versions are pinned in `Cargo.lock`, `Trunk.toml`, `tests/package-lock.json` and the
//! files `requirements.txt`.

mod bench;
mod browser;
mod claims;
mod debian;
mod finish;
mod format;
mod html;
mod languages;
mod modules;
mod page;
mod pins;
mod python;
mod references;
mod rollup;
mod run;
mod scripts;
mod serve;
mod size;
mod studies;
mod test;
mod tools;

use std::process::ExitCode;

use run::{Outcome, Workshop};

/// One thing `cargo xtask` can do.
struct Command {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&Workshop, &[String]) -> Outcome,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        arguments: "",
        about: "build the page, serve it on this machine and rebuild it on every change",
        run: serve::serve,
    },
    Command {
        name: "build",
        arguments: "",
        about: "build the page into dist/, ready for any static host",
        run: page::build,
    },
    Command {
        name: "trunk",
        arguments: "",
        about: "build the page with Trunk as well and compare the two, file by file",
        run: page::compare,
    },
    Command {
        name: "modules",
        arguments: "",
        about: "build the modules beside the page's own (Trunk's build of the page calls this)",
        run: modules::build,
    },
    Command {
        name: "finish",
        arguments: "",
        about: "bundle the scripts and draw the first chart (Trunk's build of the page calls this)",
        run: finish::finish,
    },
    Command {
        name: "test",
        arguments: "[native] [scripts] [wasm] [rollup] [page]",
        about: "run every test, or those parts of them",
        run: test::test,
    },
    Command {
        name: "format",
        arguments: "",
        about: "format every Rust file, those too that `cargo fmt` does not find",
        run: format::format,
    },
    Command {
        name: "stories",
        arguments: "",
        about: "measure the story checker on labelled stories and sentences, and on figures made wrong",
        run: claims::measure,
    },
    Command {
        name: "claims",
        arguments: "",
        about: "the same, by its old name",
        run: claims::measure,
    },
    Command {
        name: "size",
        arguments: "[--dist FOLDER]",
        about: "weigh what the built page loads against its budget",
        run: size::size,
    },
    Command {
        name: "bench",
        arguments: "[opening|drawing|studies|first] [--rounds NUMBER]",
        about: "time the statistics, or what is named, in Chromium beside their peers",
        run: bench::bench,
    },
    Command {
        name: "references",
        arguments: "[adjusted|forecasts]",
        about: "compute the values that the statistics are tested against anew, in Python; or compare \
                adjusted series with JDemetra+’s (Java 17), or forecasts with those and statsforecast’s",
        run: references::references,
    },
    Command {
        name: "simulate",
        arguments: "[SERIES]",
        about: "count what the statistics find in simulated series whose truth is known",
        run: studies::simulate,
    },
    Command {
        name: "tools",
        arguments: "",
        about: "install the build tools and say how to call them by hand",
        run: tools::install,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[String]) -> Outcome {
    let Some((name, rest)) = arguments.split_first() else {
        return Err(format!("which command?\n\n{}", help()));
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        println!("{}", help());
        return Ok(());
    }
    let Some(command) = COMMANDS.iter().find(|command| command.name == name) else {
        return Err(format!("there is no command `{name}`\n\n{}", help()));
    };
    if command.arguments.is_empty() && !rest.is_empty() {
        return Err(format!("`{name}` takes no arguments\n\n{}", help()));
    }
    (command.run)(&Workshop::new()?, rest)
}

fn help() -> String {
    let lines: Vec<String> = COMMANDS
        .iter()
        .map(|command| {
            let call = format!("{} {}", command.name, command.arguments);
            format!("  cargo xtask {call:<35} {}", command.about)
        })
        .collect();
    lines.join("\n")
}
