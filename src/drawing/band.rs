//! The band that a dense line covers.

/// Where the backend has a point.
type Pixel = (i32, i32);

/// The edge of the band covered by a line that goes up and down in every column of pixels: filling it is
/// much faster than stroking every turn. In each column the stroke covers `width` pixels across and, with
/// its round joins, half as many above and below; the segment to the next column lies between the ends of
/// both. `None` if a column has at most one point, so that the line must be stroked, or if the width is
/// odd, so that edges would fall within pixels.
pub fn band(points: &[Pixel], width: u32) -> Option<Vec<Pixel>> {
    let wide = width as usize;
    let half = i32::try_from(width / 2).ok()?;
    let columns = columns(points).filter(|_| width > 0 && width.is_multiple_of(2))?;
    let mut left = columns.first()?.0 - half;
    let (mut above, mut below) = (Vec::new(), Vec::new());
    // One column of pixels after the other: what covers it.
    for beyond in 1..columns.len() + wide {
        let covering = columns.get(beyond.saturating_sub(wide)..beyond.min(columns.len()))?;
        let low = covering.iter().map(|(_, low, _)| low).min()? - half;
        let high = covering.iter().map(|(_, _, high)| high).max()? + half;
        step(&mut above, left, low);
        step(&mut below, left, high);
        left += 1;
    }
    above.extend(above.last().map(|(_, low)| (left, *low)));
    below.extend(below.last().map(|(_, high)| (left, *high)));
    above.extend(below.into_iter().rev());
    Some(above)
}

/// Goes on along an edge at a height from `left` on.
fn step(edge: &mut Vec<Pixel>, left: i32, height: i32) {
    let before = edge.last().map(|(_, before)| *before);
    if before != Some(height) {
        edge.extend(before.map(|before| (left, before)));
        edge.push((left, height));
    }
}

/// The columns of pixels that a line goes through, one beside the other, each with its least and its most;
/// none where it leaves one out or hardly moves within them.
fn columns(points: &[Pixel]) -> Option<Vec<(i32, i32, i32)>> {
    let mut columns: Vec<(i32, i32, i32)> = Vec::with_capacity(points.len() / 2);
    for (x, y) in points.iter().copied() {
        match columns.last_mut() {
            Some((own, low, high)) if *own == x => {
                *low = (*low).min(y);
                *high = (*high).max(y);
            }
            Some((own, _, _)) if *own + 1 != x => return None,
            _ => columns.push((x, y, y)),
        }
    }
    (points.len() >= 2 * columns.len()).then_some(columns)
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use super::*;

    /// Whether the middle of a pixel lies within a polygon of upright and level edges.
    fn holds(edge: &[Pixel], (x, y): Pixel) -> bool {
        let after = edge.iter().cycle().skip(1);
        let crossed = edge.iter().zip(after).filter(|(one, other)| {
            one.0 == other.0 && one.0 > x && one.1.min(other.1) <= y && y < one.1.max(other.1)
        });
        crossed.count() % 2 == 1
    }

    #[test]
    fn a_band_is_what_the_strokes_of_its_columns_cover() {
        // Up and down in every column, with a jump to where the columns share no height.
        let mut points = Vec::new();
        for x in 10..40 {
            let level = if x < 25 { 20 } else { 60 };
            points.extend([(x, level), (x, level - x % 7), (x, level + x % 5), (x, level + 1)]);
        }
        for width in [2, 4] {
            let half = width as i32 / 2;
            let edge = band(&points, width).unwrap_or_default();
            let level = edge.iter().zip(edge.iter().cycle().skip(1));
            assert!(level.into_iter().all(|(one, other)| one.0 == other.0 || one.1 == other.1));
            for x in 0..50 {
                // The columns whose strokes cover the pixel, and what lies between their ends.
                let own = points.iter().filter(|(at, _)| at - half <= x && x < at + half);
                let heights: Vec<i32> = own.map(|(_, y)| *y).collect();
                let ends = heights.iter().min().zip(heights.iter().max());
                for y in 0..90 {
                    let covered =
                        ends.is_some_and(|(low, high)| low - half <= y && y < high + half);
                    assert_eq!(holds(&edge, (x, y)), covered, "{width}: {x}, {y}");
                }
            }
        }
    }

    #[test]
    fn a_line_with_single_points_or_gaps_is_no_band() {
        let steep = [(1, 5), (1, 9), (2, 3), (2, 8), (3, 4), (3, 7)];
        assert!(band(&steep, 2).is_some());
        assert_eq!(band(&steep, 1), None, "its edges would lie within pixels");
        assert_eq!(band(&[(1, 5), (2, 9), (3, 3), (4, 8)], 2), None);
        assert_eq!(band(&[steep[0], steep[1], steep[4], steep[5]], 2), None);
        assert_eq!(band(&[], 2), None);
    }
}
