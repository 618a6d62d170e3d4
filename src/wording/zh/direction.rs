//! 增减：没有变化的称“持平”，有变化而显示为 0.0% 的称“基本持平”。

pub use crate::wording::facts::Direction;
use crate::wording::facts::is_nothing;
use crate::wording::numbers::{exact, percent_size};

/// `增长3.2%`, `下降3.2%`, `持平`.
pub fn moved(percent: f64) -> String {
    sized(percent, ["增长", "下降"])
}

/// The same of a price: `上涨3.2%`.
pub fn one_moved(percent: f64) -> String {
    sized(percent, ["上涨", "下跌"])
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
    sized(percent, ["高", "低"])
}

/// What stands before a baseline: something moves `较` it, or is level `与` it.
pub fn before_baseline(percent: f64) -> &'static str {
    Direction::of(percent).choose(["比", "比", "与"])
}

/// `上升3.2个百分点`, likewise.
pub fn moved_points(points: f64) -> String {
    match Direction::of(points) {
        Direction::Unchanged => level(points).to_owned(),
        direction => {
            let verb = direction.choose(["上升", "下降", ""]);
            format!("{verb}{}个百分点", exact(points.abs(), 1))
        }
    }
}

fn sized(percent: f64, [up, down]: [&str; 2]) -> String {
    match Direction::of(percent).choose([up, down, ""]) {
        "" => level(percent).to_owned(),
        word => format!("{word}{}", percent_size(percent)),
    }
}

/// What did not change, or by less than is shown.
fn level(change: f64) -> &'static str {
    if is_nothing(change) { "持平" } else { "基本持平" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_as_nought_is_unchanged() {
        for (nothing, words) in
            [(0.0, "持平"), (-0.0, "持平"), (0.04, "基本持平"), (-0.04, "基本持平")]
        {
            assert_eq!(moved(nothing), words);
            assert_eq!(place(nothing), words);
            assert_eq!(moved_points(nothing), words);
        }
        assert_eq!(moved(0.06), "增长0.1%");
        assert_eq!(one_moved(-7.09), "下跌7.1%");
        assert_eq!(moved_points(-3.0), "下降3.0个百分点");
    }
}
