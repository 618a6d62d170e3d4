//! Keeps the message of a panic, so that the page can show it.

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
