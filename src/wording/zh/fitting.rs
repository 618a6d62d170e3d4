//! 标题的长度。

/// Longer headlines are not read.
pub(super) const LONGEST: usize = 60;
