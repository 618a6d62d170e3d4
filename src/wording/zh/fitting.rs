//! 标题的长度。

/// Longer headlines are not read.
pub(super) const LONGEST: usize = 60;

/// The most characters of a headline that has two lines on a phone, some of them figures.
pub(super) const TWO_LINES: usize = 48;
