//! Any spreadsheet, archive or gzip, and what comes out of it.

#![no_main]

use libfuzzer_sys::fuzz_target;

#[allow(dead_code, reason = "each target uses its own")]
mod opened;

fuzz_target!(|bytes: &[u8]| opened::containers(bytes));
