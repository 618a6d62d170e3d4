//! Long lines, reduced to what the pixels can show.

/// At most four points of a line, from left to right, for each column of pixels: the first, the lowest, the highest and the last,
/// in their order (M4, after Jugel, Jerzak, Hackenbroich and Markl, VLDB 2014). plotters draws at
/// whole pixels, so what lies in one column is one upright stroke from its lowest to its highest
/// point, and the stroke to the next column leaves from the last: the drawing is the same to the
/// pixel.
pub fn reduced(points: &[(f64, f64)], column: &dyn Fn(f64) -> i32) -> Vec<(f64, f64)> {
    if !points.is_sorted_by(|one, other| one.0 <= other.0) {
        return points.to_vec();
    }
    let mut kept = Vec::new();
    let mut rest = points;
    while let Some(first) = rest.first() {
        let here = column(first.0);
        let (within, beyond) = rest.split_at(rest.partition_point(|point| column(point.0) <= here));
        let (mut low, mut high) = (0, 0);
        let (mut least, mut most) = (first.1, first.1);
        for (index, (_, y)) in within.iter().enumerate() {
            if *y < least {
                (low, least) = (index, *y);
            }
            if *y > most {
                (high, most) = (index, *y);
            }
        }
        let mut before = usize::MAX;
        for index in [0, low.min(high), low.max(high), within.len() - 1] {
            if index != before {
                kept.extend(within.get(index));
            }
            before = index;
        }
        rest = beyond;
    }
    kept
}

#[cfg(test)]
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
}
