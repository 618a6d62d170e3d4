//! Which way something moved, said alike everywhere: what is shown as 0.0% is unchanged.

pub use crate::wording::facts::Direction;
use crate::wording::numbers::{exact, percent_size};

/// `rose 3.2%`, `fell 3.2%`, `were unchanged`: what many did.
pub fn moved(percent: f64) -> String {
    sized(percent, ["rose", "fell", "were unchanged"])
}

/// As [`moved`], of one thing: `was unchanged`.
pub fn one_moved(percent: f64) -> String {
    sized(percent, ["rose", "fell", "was unchanged"])
}

/// `up 3.2%`, `down 3.2%`, `unchanged`.
pub fn up_or_down(percent: f64) -> String {
    sized(percent, ["up", "down", "unchanged"])
}

/// `3.2% more than`, `3.2% less than`, `as much as`.
pub fn than(percent: f64) -> String {
    let word = Direction::of(percent).choose(["more than", "less than", ""]);
    if word.is_empty() {
        "as much as".to_owned()
    } else {
        format!("{} {word}", percent_size(percent))
    }
}

/// `3.2% above`, `3.2% below`, `level with`.
pub fn place(percent: f64) -> String {
    let word = Direction::of(percent).choose(["above", "below", ""]);
    if word.is_empty() {
        "level with".to_owned()
    } else {
        format!("{} {word}", percent_size(percent))
    }
}

/// `rose by 3.2 percentage points`, likewise.
pub fn moved_points(points: f64) -> String {
    match Direction::of(points) {
        Direction::Unchanged => "was unchanged".to_owned(),
        direction => {
            let verb = direction.choose(["rose", "fell", ""]);
            format!("{verb} by {} percentage points", exact(points.abs(), 1))
        }
    }
}

fn sized(percent: f64, words: [&str; 3]) -> String {
    let direction = Direction::of(percent);
    let word = direction.choose(words);
    if direction == Direction::Unchanged {
        return word.to_owned();
    }
    format!("{word} {}", percent_size(percent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_as_nought_is_unchanged() {
        for nothing in [0.0, 0.04, -0.04, -0.0] {
            assert_eq!(moved(nothing), "were unchanged");
            assert_eq!(one_moved(nothing), "was unchanged");
            assert_eq!(up_or_down(nothing), "unchanged");
            assert_eq!(than(nothing), "as much as");
            assert_eq!(place(nothing), "level with");
            assert_eq!(moved_points(nothing), "was unchanged");
        }
        assert_eq!(moved(0.06), "rose 0.1%");
        assert_eq!(than(-7.09), "7.1% less than");
        assert_eq!(place(12.0), "12.0% above");
        assert_eq!(moved_points(-3.0), "fell by 3.0 percentage points");
    }
}
