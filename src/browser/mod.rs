//! The only module that knows the browser: the page's script holds a [`Session`] and draws with
//! it on its canvas.

mod canvas;
mod panic;
mod session;

pub use panic::last_panic;
pub use session::Session;

/// Smaller than the allocator that Rust brings for WebAssembly, and every byte is a reader's.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
