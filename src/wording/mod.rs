//! What readers see in words: a folder for each language.

pub mod en;

/// The language that is spoken. Whoever has something to say says it by this name, so that another
/// folder of the same functions can be put in its place.
pub use en as say;
