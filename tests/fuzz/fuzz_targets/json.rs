//! Any JSON, by itself or as the rows of an answer.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "each target uses its own")]
mod opened;

fuzz_target!(|bytes: &[u8]| opened::json(bytes));
