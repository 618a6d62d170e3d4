//! The program over the same library as the page.

use std::process::ExitCode;

mod program;

fn main() -> ExitCode {
    program::run()
}
