//! How long a headline may be.

use crate::wording::fitting::{LONGEST, cut};

/// A headline as it is shown, with the name of its goods cut short where it is too long.
pub fn headline(text: String, goods: &str) -> String {
    cut(text, goods, LONGEST)
}
