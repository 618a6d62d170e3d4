//! 标题的长度。

use crate::wording::fitting::cut;

/// Longer headlines are not read.
pub(super) const LONGEST: usize = 60;

/// A headline as it is shown, with the name of its goods cut short where it is too long.
pub fn headline(text: String, goods: &str) -> String {
    cut(text, goods, LONGEST)
}
