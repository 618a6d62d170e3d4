//! The only module that knows the browser: the page's script holds a `Session` and draws with it
//! on its canvas; the story page's worker holds a `StoryChecker`, the one that opens files an
//! `Importer`, and an `Unpacker` where they come packed in something.

#[cfg(feature = "points")]
mod benchmark;
#[cfg(any(feature = "page", feature = "points"))]
mod canvas_backend;
#[cfg(feature = "containers")]
mod container;
#[cfg(feature = "open")]
mod importer;
#[cfg(any(feature = "page", feature = "story"))]
mod listed;
#[cfg(feature = "open")]
mod own_table;
mod panic;
#[cfg(feature = "points")]
mod polyline;
// What the first page goes without.
#[cfg(all(feature = "page", feature = "whole"))]
mod desk;
#[cfg(all(feature = "page", feature = "whole"))]
mod own_files;
#[cfg(all(feature = "page", feature = "whole"))]
mod rows;
#[cfg(all(feature = "page", feature = "whole"))]
mod saving;
#[cfg(feature = "page")]
mod session;
#[cfg(feature = "saving")]
mod spreadsheet;
#[cfg(feature = "story")]
mod story;
#[cfg(all(feature = "page", feature = "whole"))]
mod studies;

#[cfg(feature = "points")]
pub use benchmark::Points;
#[cfg(feature = "containers")]
pub use container::{Bytes, Checksum, Members, Unpacker};
#[cfg(feature = "open")]
pub use importer::Importer;
pub use panic::last_panic;
#[cfg(feature = "page")]
pub use session::Session;
#[cfg(feature = "saving")]
pub use spreadsheet::Spreadsheet;
#[cfg(feature = "story")]
pub use story::{CheckedStory, StoryChecker};

/// Smaller than the allocator that Rust brings for WebAssembly, and every byte is a reader's.
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
