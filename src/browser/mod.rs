//! The only module that knows the browser: the page's script holds a [`Session`] and draws with
//! it on its canvas.

mod canvas;
mod panic;
mod session;

pub use panic::last_panic;
pub use session::Session;
