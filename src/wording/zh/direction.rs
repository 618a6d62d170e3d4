//! 增减：显示为 0.0% 的一律称“持平”。

pub use crate::wording::facts::Direction;
use crate::wording::numbers::{exact, percent_size};

/// `增长3.2%`, `下降3.2%`, `持平`.
pub fn moved(percent: f64) -> String {
    sized(percent, ["增长", "下降", "持平"])
}

/// The same of a price: `上涨3.2%`.
pub fn one_moved(percent: f64) -> String {
    sized(percent, ["上涨", "下跌", "持平"])
}

/// As [`moved`].
pub fn up_or_down(percent: f64) -> String {
    moved(percent)
}

/// As [`moved`].
pub fn than(percent: f64) -> String {
    moved(percent)
}

/// `高3.2%`, `低3.2%`, `持平`.
pub fn place(percent: f64) -> String {
    sized(percent, ["高", "低", "持平"])
}

/// What stands before a baseline: something moves `较` it, or is level `与` it.
pub fn before_baseline(percent: f64) -> &'static str {
    Direction::of(percent).choose(["比", "比", "与"])
}

/// `上升3.2个百分点`, likewise.
pub fn moved_points(points: f64) -> String {
    match Direction::of(points) {
        Direction::Unchanged => "持平".to_owned(),
        direction => {
            let verb = direction.choose(["上升", "下降", ""]);
            format!("{verb}{}个百分点", exact(points.abs(), 1))
        }
    }
}

fn sized(percent: f64, words: [&str; 3]) -> String {
    let direction = Direction::of(percent);
    let word = direction.choose(words);
    if direction == Direction::Unchanged {
        return word.to_owned();
    }
    format!("{word}{}", percent_size(percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_as_nought_is_unchanged() {
        for nothing in [0.0, 0.04, -0.04, -0.0] {
            assert_eq!(moved(nothing), "持平");
            assert_eq!(place(nothing), "持平");
            assert_eq!(moved_points(nothing), "持平");
        }
        assert_eq!(moved(0.06), "增长0.1%");
        assert_eq!(one_moved(-7.09), "下跌7.1%");
        assert_eq!(moved_points(-3.0), "下降3.0个百分点");
    }
}
