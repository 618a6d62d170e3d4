//! What a reader chose of what was read.

/// What is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The reporter's code.
    pub reporter: String,
    /// Products' codes, the main one first. A code that no row has stands for all below it.
    pub products: Vec<String>,
    /// How many partners are shown one by one.
    pub partners: usize,
    /// Partners that are shown in any case.
    pub also: Vec<String>,
    /// Whether the partners' own reports stand beside the reporter's.
    pub mirror: bool,
}
