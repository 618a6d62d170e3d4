//! What phrases mean, a table for each language.

mod chinese;
mod english;

pub use chinese::CHINESE;
pub use english::ENGLISH;
