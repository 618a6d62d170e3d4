//! Timing the statistics, beside statsmodels' time for the same, and the opening of a large file, the
//! drawing of a long line and the wait for the first chart, beside what others would use instead.

use crate::{
    browser, modules, page, python,
    run::{Outcome, Workshop, run},
    tools::{self, WASM},
};

/// Fewer rounds say little about the spread.
const LEAST_ROUNDS: u32 = 10;

/// Builds the page and prints how long what is asked for takes in Chromium. No time is too long.
pub fn bench(workshop: &Workshop, arguments: &[String]) -> Outcome {
    match arguments {
        [what, rest @ ..] if what == "opening" => of_page(workshop, "opening.mjs", rounds(rest)?),
        [what, rest @ ..] if what == "studies" => of_page(workshop, "studies.mjs", rounds(rest)?),
        [what, rest @ ..] if what == "first" => of_page(workshop, "first.mjs", rounds(rest)?),
        [what, rest @ ..] if what == "drawing" => drawing(workshop, rounds(rest)?),
        _ => statistics(workshop, rounds(arguments)?),
    }
}

fn rounds(arguments: &[String]) -> Outcome<u32> {
    match arguments {
        [] => Ok(LEAST_ROUNDS),
        [option, number] if option == "--rounds" => number
            .parse()
            .ok()
            .filter(|rounds| *rounds >= LEAST_ROUNDS)
            .ok_or_else(|| format!("--rounds takes a number, {LEAST_ROUNDS} or more")),
        _ => {
            Err("bench takes `opening`, `drawing`, `studies` or `first`, and `--rounds NUMBER`, no other arguments"
                .to_owned())
        }
    }
}

/// What the built page is timed at.
fn of_page(workshop: &Workshop, script: &str, rounds: u32) -> Outcome {
    tools::test_packages(workshop)?;
    tools::packages(workshop, "tests/speed/peers", "what the page is timed beside")?;
    let browser = browser::ready(workshop)?;
    page::build(workshop, &[])?;
    run(workshop
        .command("node")
        .arg(format!("tests/speed/{script}"))
        .env("CHROMIUM", browser.chromium)
        .env("ROUNDS", rounds.to_string()))
}

fn drawing(workshop: &Workshop, rounds: u32) -> Outcome {
    tools::test_packages(workshop)?;
    tools::packages(workshop, "tests/speed/peers", "what the charts are timed beside")?;
    let browser = browser::ready(workshop)?;
    tools::wasm_target(workshop)?;
    tools::wasm_bindgen(workshop)?;
    tools::minifiers(workshop)?;
    modules::build_points(workshop)?;
    run(workshop
        .command("node")
        .arg("tests/speed/drawing.mjs")
        .env("CHROMIUM", browser.chromium)
        .env("ROUNDS", rounds.to_string()))
}

fn statistics(workshop: &Workshop, rounds: u32) -> Outcome {
    tools::test_packages(workshop)?;
    let browser = browser::ready(workshop)?;
    let python = python::ready(workshop, &python::REFERENCES)?;
    page::build(workshop, &[])?;
    run(&mut workshop.cargo(&format!(
        "test --no-run --target {WASM} --profile web --no-default-features --features page,story --test speed"
    )))?;
    run(workshop
        .command("node")
        .arg("tests/speed/speed.mjs")
        .env("CHROMIUM", browser.chromium)
        .env("CHROMEDRIVER", browser.driver)
        .env("PYTHON", python)
        .env("ROUNDS", rounds.to_string())
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120"))
}
