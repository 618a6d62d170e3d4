//! What files are taken for.

/// A layout as readers know it, by its name in the program.
pub const fn name(layout: &'static str) -> &'static str {
    layout
}
