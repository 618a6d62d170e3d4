//! Long lines, reduced to what the pixels can show.

/// At most four points of a line for each column of pixels, from left to right: the first, the lowest, the
/// highest and the last, in order (M4; Jugel, Jerzak, Hackenbroich and Markl, VLDB 2014). plotters draws at
/// whole pixels, so all points of a column make one vertical stroke from the lowest to the highest, and the
/// stroke to the next column starts at the last: the drawing is the same to the pixel.
pub fn reduced(points: &[(f64, f64)], column: &dyn Fn(f64) -> i32) -> Vec<(f64, f64)> {
    let mut kept = Vec::new();
    let mut rest = points;
    let mut reached = f64::NEG_INFINITY;
    // Columns hold much the same number of points.
    let mut usual = 0;
    while let Some(first) = rest.first() {
        let here = column(first.0);
        let count = beginning(rest.len(), usual, &|place| {
            rest.get(place).is_some_and(|point| column(point.0) <= here)
        });
        usual = count;
        let (within, beyond) = rest.split_at(count);
        let Some(extremes) = extremes(within, reached) else { return points.to_vec() };
        reached = within.last().map_or(reached, |point| point.0);
        kept.extend(chosen(extremes, count).into_iter().flatten().filter_map(|at| within.get(at)));
        rest = beyond;
    }
    kept
}

/// The places of the lowest and the highest point of a column; none where one lies left of the one
/// before it. A function of its own, called for each column: a browser compiles what is called often
/// better while it runs.
#[inline(never)]
fn extremes(points: &[(f64, f64)], mut reached: f64) -> Option<[usize; 2]> {
    let (mut low, mut high) = (0, 0);
    let (mut least, mut most) = points.first().map(|point| (point.1, point.1))?;
    for (place, (x, y)) in points.iter().enumerate() {
        let follows = reached <= *x;
        if !follows {
            return None;
        }
        reached = *x;
        if *y < least {
            (low, least) = (place, *y);
        }
        if *y > most {
            (high, most) = (place, *y);
        }
    }
    Some([low, high])
}

/// The indices of a column's first, lowest, highest and last point, in order, each once.
pub fn chosen([low, high]: [usize; 2], count: usize) -> [Option<usize>; 4] {
    let mut before = None;
    [0, low.min(high), low.max(high), count.saturating_sub(1)].map(|place| {
        let anew = before != Some(place);
        before = Some(place);
        anew.then_some(place)
    })
}

/// How many of `count` items from the first on satisfy `within`, if those that do come first; the search
/// starts at `guess`.
pub fn beginning(count: usize, guess: usize, within: &dyn Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    let mut step = 1;
    let mut at = guess.min(count.saturating_sub(1));
    // Ever further from the guess, until the end lies between.
    while from < to {
        if within(at) {
            from = at + 1;
            at += step;
        } else {
            to = at;
            at = at.saturating_sub(step);
        }
        step *= 2;
        if at < from || at >= to {
            at = from + (to - from) / 2;
        }
    }
    from
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    /// What each column of pixels shows: the stroke within it, and where strokes enter and leave.
    fn shown(points: &[(f64, f64)]) -> Vec<(i32, [f64; 4])> {
        let mut columns: Vec<(i32, [f64; 4])> = Vec::new();
        for (x, y) in points {
            match columns.last_mut() {
                Some((column, [_, low, high, last])) if *column == x.floor() as i32 => {
                    *low = low.min(*y);
                    *high = high.max(*y);
                    *last = *y;
                }
                _ => columns.push((x.floor() as i32, [*y; 4])),
            }
        }
        columns
    }

    #[test]
    fn every_column_shows_the_same_with_four_points_at_most() {
        let wave = |index: u32| {
            let x = f64::from(index);
            (x / 500.0, (x * 0.37).sin() * (1.0 + (x / 9_000.0).cos()))
        };
        let points: Vec<(f64, f64)> = (0..100_000).map(wave).collect();
        let kept = reduced(&points, &|x| x.floor() as i32);
        assert_eq!(shown(&kept), shown(&points));
        assert!(kept.len() <= 4 * 200 && kept.len() > 2 * 200, "{}", kept.len());
    }

    #[test]
    fn few_points_stay_as_they_are() {
        let points = [(0.0, 1.0), (1.0, 5.0), (2.0, 3.0), (2.2, 4.0)];
        assert_eq!(reduced(&points, &|x| x.floor() as i32), points);
        assert_eq!(reduced(&[(0.5, 2.0); 9], &|_| 7), [(0.5, 2.0); 2]);
        assert!(reduced(&[], &|_| 0).is_empty());
    }

    #[test]
    fn what_goes_back_stays_as_it_is() {
        let column = |x: f64| (x / 10.0).floor() as i32;
        for back in [4, 10, 29] {
            let mut points: Vec<_> = (0..30).map(|at| (f64::from(at), f64::from(at % 7))).collect();
            points[back].0 -= 1.5;
            assert_eq!(reduced(&points, &column), points, "{back}");
        }
    }

    #[test]
    fn the_end_is_found_from_any_guess() {
        for count in [0, 1, 2, 7, 100] {
            for end in 0..=count {
                for guess in [0, 1, end, count, 1_000] {
                    assert_eq!(beginning(count, guess, &|place| place < end), end);
                }
            }
        }
    }
}
