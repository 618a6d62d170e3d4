//! Which way something moved, said alike everywhere: what is shown as 0.0% is unchanged, or almost so.

pub use crate::wording::facts::Direction;
use crate::wording::facts::is_nothing;
use crate::wording::numbers::{exact, percent, percent_size};

/// `rose 3.2%`, `fell 3.2%`, `were unchanged`: what many did.
pub fn moved(percent: f64) -> String {
    sized(percent, ["rose", "fell"], "were ")
}

/// As [`moved`], of one thing: `was unchanged`.
pub fn one_moved(percent: f64) -> String {
    sized(percent, ["rose", "fell"], "was ")
}

/// `up 3.2%`, `down 3.2%`, `unchanged`.
pub fn up_or_down(percent: f64) -> String {
    sized(percent, ["up", "down"], "")
}

/// `+3.2%`, `−3.2%`, `unchanged`: where there is no room for a word of a change.
pub(super) fn briefly_moved(change: f64) -> String {
    match Direction::of(change) {
        Direction::Unchanged => up_or_down(change),
        _ => percent(change),
    }
}

/// `3.2% more than`, `3.2% less than`, `as much as`.
pub fn than(percent: f64) -> String {
    let word = Direction::of(percent).choose(["more than", "less than", ""]);
    if word.is_empty() {
        format!("{}as much as", almost(percent))
    } else {
        format!("{} {word}", percent_size(percent))
    }
}

/// `3.2% above`, `3.2% below`, `level with`.
pub fn place(percent: f64) -> String {
    let word = Direction::of(percent).choose(["above", "below", ""]);
    if word.is_empty() {
        format!("{}level with", almost(percent))
    } else {
        format!("{} {word}", percent_size(percent))
    }
}

/// `rose by 3.2 percentage points`, likewise.
pub fn moved_points(points: f64) -> String {
    match Direction::of(points) {
        Direction::Unchanged => format!("was {}unchanged", almost(points)),
        direction => {
            let verb = direction.choose(["rose", "fell", ""]);
            format!("{verb} by {} percentage points", exact(points.abs(), 1))
        }
    }
}

fn sized(percent: f64, [up, down]: [&str; 2], verb: &str) -> String {
    match Direction::of(percent).choose([up, down, ""]) {
        "" => format!("{verb}{}unchanged", almost(percent)),
        word => format!("{word} {}", percent_size(percent)),
    }
}

/// What stands before `unchanged` where something changed by less than is shown.
fn almost(change: f64) -> &'static str {
    if is_nothing(change) { "" } else { "almost " }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_as_nought_is_unchanged() {
        // 3,024 t and 3,025 t are not the same.
        let little = (3025.0 / 3024.0 - 1.0) * 100.0;
        for (nothing, almost) in
            [(0.0, ""), (-0.0, ""), (little, "almost "), (-little, "almost "), (0.04, "almost ")]
        {
            assert_eq!(moved(nothing), format!("were {almost}unchanged"));
            assert_eq!(one_moved(nothing), format!("was {almost}unchanged"));
            assert_eq!(up_or_down(nothing), format!("{almost}unchanged"));
            assert_eq!(than(nothing), format!("{almost}as much as"));
            assert_eq!(place(nothing), format!("{almost}level with"));
            assert_eq!(moved_points(nothing), format!("was {almost}unchanged"));
        }
        assert_eq!(moved(0.06), "rose 0.1%");
        assert_eq!(than(-7.09), "7.1% less than");
        assert_eq!(place(12.0), "12.0% above");
        assert_eq!(moved_points(-3.0), "fell by 3.0 percentage points");
    }
}
