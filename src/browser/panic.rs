//! A panic is our fault and must not leave the reader before a dead page: its message is kept for
//! the script to show.

use std::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static LAST: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Keeps the message of every panic from now on.
#[wasm_bindgen(start)]
pub fn keep_panics() {
    std::panic::set_hook(Box::new(|info| {
        LAST.with(|last| last.replace(Some(info.to_string())));
    }));
}

/// The message of the last panic, taken away by being read.
#[wasm_bindgen(js_name = lastPanic)]
pub fn last_panic() -> Option<String> {
    LAST.with(RefCell::take)
}
