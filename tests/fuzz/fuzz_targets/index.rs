//! Any index of a rolled-up folder.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "each target uses its own")]
mod opened;

fuzz_target!(|text: &str| opened::index(text));
