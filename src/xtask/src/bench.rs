//! Timing the statistics, beside statsmodels' time for the same.

use crate::{
    browser, page, python,
    run::{Outcome, Workshop, run},
    tools::{self, WASM},
};

/// Fewer rounds say little about the spread.
const LEAST_ROUNDS: u32 = 10;

/// Builds the page and prints how long its statistics take in Chromium. No time is too long.
pub fn bench(workshop: &Workshop, arguments: &[String]) -> Outcome {
    let rounds = match arguments {
        [] => LEAST_ROUNDS,
        [option, number] if option == "--rounds" => number
            .parse()
            .ok()
            .filter(|rounds| *rounds >= LEAST_ROUNDS)
            .ok_or_else(|| format!("--rounds takes a number, {LEAST_ROUNDS} or more"))?,
        _ => return Err("bench takes no argument but `--rounds NUMBER`".to_owned()),
    };
    tools::test_packages(workshop)?;
    let browser = browser::ready(workshop)?;
    let python = python::ready(workshop)?;
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
