//! The outlines of countries, shared by all data sets.

use super::RowError;
use crate::trade::{Outline, Outlines};
use crate::util::CollectVec as _;
use crate::wording::say::import::dataset as expected;

/// The name of their file.
pub const OUTLINES: &str = "outlines.tsv";

/// Their text; the page fetches it by itself.
#[cfg(feature = "program")]
pub const OUTLINES_TEXT: &str = include_str!("../../../www/data/outlines.tsv");

/// Reads the outlines: behind lines of remarks the plane's width and height, then a country a line: its
/// code, its place, and its rings with semicolons between, each a point and the steps to the next.
pub fn read_outlines(text: &str, errors: &mut Vec<RowError>) -> Outlines {
    let mut outlines = Outlines::default();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    for (index, line) in lines {
        let read = if outlines.width == 0.0 {
            size(line).map(|(width, height)| (outlines.width, outlines.height) = (width, height))
        } else {
            country(line).map(|country| outlines.countries.push(country))
        };
        if read.is_none() {
            errors.push(RowError {
                file: OUTLINES.to_owned(),
                line: index as u64 + 1,
                column: String::new(),
                found: line.chars().take(40).collect(),
                expected: expected::outline().to_owned(),
            });
        }
    }
    outlines
}

fn size(line: &str) -> Option<(f64, f64)> {
    let (width, height) = line.split_once('\t')?;
    let size = (width.parse().ok()?, height.parse().ok()?);
    (size.0 > 0.0 && size.1 > 0.0).then_some(size)
}

fn country(line: &str) -> Option<Outline> {
    let mut cells = line.split('\t');
    let (code, at, rings) = (cells.next()?, cells.next()?, cells.next()?);
    let at = ring(at)?;
    let rings = rings.split(';').filter(|ring| !ring.is_empty());
    let rings: Option<Vec<_>> = rings.map(ring).collect();
    Some(Outline { code: code.to_owned(), at: *at.first()?, rings: rings? })
}

/// A point, and from each point the steps to the next.
fn ring(text: &str) -> Option<Vec<(f64, f64)>> {
    let numbers: Option<Vec<i32>> = text.split(' ').map(|number| number.parse().ok()).collect();
    let numbers = numbers.filter(|numbers| numbers.len().is_multiple_of(2))?;
    let (mut x, mut y) = (0, 0);
    let points = numbers.chunks_exact(2).map(|step| {
        x += step.first().copied().unwrap_or_default();
        y += step.last().copied().unwrap_or_default();
        (f64::from(x), f64::from(y))
    });
    Some(points.collect_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rings_are_read_step_by_step_and_what_is_wrong_is_named() {
        let mut errors = Vec::new();
        let text = "# remark\n100\t50\nAAA\t5 6\t1 2 3 0 0 4;9 9 1 1 -2 0\nBBB\t7 8\t\nCCC\t7\t\n";
        let found = read_outlines(text, &mut errors);
        assert_eq!((found.width, found.height), (100.0, 50.0));
        let rings = found.find("AAA").map(|one| one.rings.clone()).unwrap_or_default();
        assert_eq!(rings.first(), Some(&vec![(1.0, 2.0), (4.0, 2.0), (4.0, 6.0)]));
        assert_eq!(rings.get(1), Some(&vec![(9.0, 9.0), (10.0, 10.0), (8.0, 10.0)]));
        assert!(found.find("BBB").is_some_and(|one| one.rings.is_empty() && one.at == (7.0, 8.0)));
        let lines = errors.iter().map(|error| error.line).collect_vec();
        assert_eq!((lines, found.find("CCC"), found.find("")), (vec![5], None, None));
    }

    // The page fetches them.
    #[cfg(feature = "program")]
    #[test]
    fn the_outlines_that_come_along_are_whole() {
        let mut errors = Vec::new();
        let found = read_outlines(OUTLINES_TEXT, &mut errors);
        assert!(errors.is_empty(), "{errors:?}");
        assert!(found.countries.len() > 230);
        let inside = |(x, y): &(f64, f64)| {
            (0.0..=found.width).contains(x) && (0.0..=found.height).contains(y)
        };
        for country in &found.countries {
            assert!(inside(&country.at), "{}", country.code);
            assert!(country.rings.iter().flatten().all(inside), "{}", country.code);
            assert!(country.rings.iter().all(|ring| ring.len() > 2), "{}", country.code);
            let known = crate::import::cells::countries::code(&country.code);
            assert!(country.code.is_empty() || known.as_deref() == Some(&*country.code));
        }
    }
}
