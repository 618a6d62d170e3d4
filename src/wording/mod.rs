//! What readers see in words: a folder for each language.

pub mod en;
