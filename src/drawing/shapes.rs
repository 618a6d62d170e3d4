//! Countries on a map: filled by class, hatched, or only outlined if there is no figure. Classes differ in
//! shade and hatching, so that they can be told apart without colour.

use plotters::prelude::*;

use super::canvas::Canvas;
use super::layout::SMALL;
use super::painter::{Drawing, Lettering, Painter};
use super::plot_layout::DOT;
use crate::charts::{Class, Hatching, Shape};
use crate::util::CollectVec as _;

/// Draws countries in order, then dots for those too small to see.
pub fn draw<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, shapes: &[Shape]) -> Drawing<(), DB> {
    let pen = canvas.pen;
    let mut small = Vec::new();
    let mut chosen = Vec::new();
    for shape in shapes {
        let rings = rings(canvas, shape);
        for ring in &rings {
            draw_ring(pen, ring, shape.class, 0.5)?;
        }
        if is_dot(shape, &rings) {
            small.push(shape);
        } else if shape.chosen {
            chosen.extend(rings);
        }
    }
    for ring in chosen {
        pen.line(&closed(&ring), 2.5, pen.palette.ink)?;
    }
    for shape in small {
        let centre = (canvas.x(shape.at.0), canvas.y(shape.at.1));
        let outline = if shape.chosen { 2.5 } else { 1.0 };
        draw_ring(pen, &circle(centre), shape.class, outline)?;
        if !shape.name.is_empty() {
            let at = (centre.0 + DOT + 5.0, centre.1 + 4.0);
            pen.text(&shape.name, at, Lettering::new(SMALL, pen.palette.ink))?;
        }
    }
    Ok(())
}

/// The outlines of a country's parts in CSS pixels, without those of which nothing can be seen.
fn rings<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, shape: &Shape) -> Vec<Vec<(f64, f64)>> {
    let point = |at: &(f64, f64)| (canvas.x(at.0), canvas.y(at.1));
    let ring = |ring: &Vec<(f64, f64)>| thinned(ring.iter().map(point));
    shape.rings.iter().map(ring).filter(|ring| ring.len() > 2).collect_vec()
}

/// The lines of all hatchings, over which text is hard to read.
pub fn hatched<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    shapes: &[Shape],
) -> Vec<[(f64, f64); 2]> {
    let of = |shape: &Shape| {
        let how = shape.class.and_then(|class| class.hatching);
        let rings = if how.is_some() { rings(canvas, shape) } else { Vec::new() };
        rings.iter().flat_map(|ring| hatching(ring, how)).collect_vec()
    };
    shapes.iter().flat_map(of).collect_vec()
}

/// Where dots are drawn, of countries without an outline as of those too small to see.
pub fn dots<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, shapes: &[Shape]) -> Vec<(f64, f64)> {
    let small = |shape: &&Shape| is_dot(shape, &rings(canvas, shape));
    let place = |shape: &Shape| (canvas.x(shape.at.0), canvas.y(shape.at.1));
    shapes.iter().filter(small).map(place).collect_vec()
}

/// The outlines of areas.
pub fn outlines<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    shapes: &[Shape],
) -> Vec<[(f64, f64); 2]> {
    let edges = |ring: &Vec<(f64, f64)>| {
        let next = ring.iter().skip(1).chain(ring.first());
        ring.iter().zip(next).map(|(from, to)| [*from, *to]).collect_vec()
    };
    let of = |shape: &Shape| rings(canvas, shape).iter().flat_map(edges).collect_vec();
    shapes.iter().flat_map(of).collect_vec()
}

/// The sample of a class, for the key.
pub fn sample<DB: DrawingBackend>(
    pen: &Painter<DB>,
    class: Option<Class>,
    (left, top): (f64, f64),
    (right, bottom): (f64, f64),
) -> Drawing<(), DB> {
    draw_ring(pen, &[(left, top), (right, top), (right, bottom), (left, bottom)], class, 1.0)
}

fn draw_ring<DB: DrawingBackend>(
    pen: &Painter<DB>,
    ring: &[(f64, f64)],
    class: Option<Class>,
    outline: f64,
) -> Drawing<(), DB> {
    pen.area_of(ring, pen.palette.paper)?;
    if let Some(class) = class {
        if class.hatching != Some(Hatching::Crossed) {
            pen.area_of(ring, pen.palette.deep.mix(LEAST + (1.0 - LEAST) * class.shade))?;
        }
        for line in hatching(ring, class.hatching) {
            pen.line(&line, 1.0, pen.palette.ink)?;
        }
    }
    let colour = if outline > 2.0 { pen.palette.ink } else { pen.palette.edge };
    pen.line(&closed(ring), outline, colour)
}

/// How much of its colour the palest class has.
const LEAST: f64 = 0.18;

/// The lines of a hatching within a ring.
fn hatching(ring: &[(f64, f64)], hatching: Option<Hatching>) -> Vec<[(f64, f64); 2]> {
    match hatching {
        None => Vec::new(),
        Some(Hatching::Sparse) => parallels(ring, SPARSE),
        Some(Hatching::Dense) => parallels(ring, SPARSE / 2.0),
        Some(Hatching::Crossed) => {
            // The other way is the same way in a mirror.
            let turned = |(x, y): &(f64, f64)| (-x, *y);
            let mirrored = parallels(&ring.iter().map(turned).collect_vec(), SPARSE);
            let back = mirrored.iter().map(|[one, other]| [turned(one), turned(other)]);
            parallels(ring, SPARSE).into_iter().chain(back).collect_vec()
        }
    }
}

/// How far apart the lines of a hatching are.
const SPARSE: f64 = 7.0;

/// Lines within a ring, so far apart, from the lower left to the upper right.
fn parallels(ring: &[(f64, f64)], apart: f64) -> Vec<[(f64, f64); 2]> {
    // Along such a line x and y have one sum.
    let sums = || ring.iter().map(|(x, y)| x + y);
    let (low, high) =
        (sums().fold(f64::INFINITY, f64::min), sums().fold(f64::NEG_INFINITY, f64::max));
    let ends = closed(ring);
    let mut lines = Vec::new();
    let mut sum = (low / apart).ceil() * apart;
    while sum < high {
        let mut cuts = Vec::new();
        for ((ax, ay), (bx, by)) in ends.iter().zip(ends.iter().skip(1)) {
            let (from, to) = (ax + ay - sum, bx + by - sum);
            if (from > 0.0) != (to > 0.0) {
                cuts.push(ax + from / (from - to) * (bx - ax));
            }
        }
        cuts.sort_by(f64::total_cmp);
        lines.extend(cuts.chunks_exact(2).filter_map(|pair| match pair {
            [left, right] => Some([(*left, sum - left), (*right, sum - right)]),
            _ => None,
        }));
        sum += apart;
    }
    lines
}

/// A ring that ends where it begins.
fn closed(ring: &[(f64, f64)]) -> Vec<(f64, f64)> {
    ring.iter().chain(ring.first()).copied().collect_vec()
}

/// Without the points that fall onto the one before.
fn thinned(points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    for (x, y) in points {
        let same = |(lastx, lasty): &(f64, f64)| (x - lastx).abs() + (y - lasty).abs() < NEAR;
        if !kept.last().is_some_and(same) {
            kept.push((x, y));
        }
    }
    kept
}

/// Points nearer than this to each other are one, in CSS pixels.
const NEAR: f64 = 0.9;

/// Whether a country is drawn as a dot: it can be pointed at, and has no outline or one that is too small.
fn is_dot(shape: &Shape, rings: &[Vec<(f64, f64)>]) -> bool {
    shape.mark.is_some() && rings.first().is_none_or(|ring| is_small(ring))
}

/// Whether a country is too small to see its class.
fn is_small(ring: &[(f64, f64)]) -> bool {
    let span = |pick: fn(&(f64, f64)) -> f64| {
        let all = || ring.iter().map(pick);
        all().fold(f64::NEG_INFINITY, f64::max) - all().fold(f64::INFINITY, f64::min)
    };
    span(|at| at.0).max(span(|at| at.1)) < 2.0 * DOT
}

fn circle((x, y): (f64, f64)) -> Vec<(f64, f64)> {
    let corner = |turn: u8| {
        let angle = f64::from(turn) / 16.0 * std::f64::consts::TAU;
        (x + DOT * angle.cos(), y + DOT * angle.sin())
    };
    (0..16).map(corner).collect_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hatching_stays_within_its_ring() {
        // Two towers on a base: lines between the towers would lie outside.
        let ring = [
            (0.0, 0.0),
            (20.0, 0.0),
            (20.0, 30.0),
            (40.0, 30.0),
            (40.0, 0.0),
            (60.0, 0.0),
            (60.0, 40.0),
            (0.0, 40.0),
        ];
        let lines = hatching(&ring, Some(Hatching::Dense));
        assert!(lines.len() > 20);
        for [(ax, ay), (bx, by)] in lines {
            assert!((ax + ay - bx - by).abs() < 1e-9);
            let (x, y) = (f64::midpoint(ax, bx), f64::midpoint(ay, by));
            let gap = (20.0..=40.0).contains(&x) && y < 30.0;
            assert!((0.0..=60.0).contains(&x) && (0.0..=40.0).contains(&y) && !gap, "{x},{y}");
        }
        let crossed = hatching(&ring, Some(Hatching::Crossed));
        let rising = |[(ax, ay), (bx, by)]: &[(f64, f64); 2]| (ax + ay - bx - by).abs() < 1e-9;
        let one_way = crossed.iter().filter(|line| rising(line)).count();
        assert!(one_way > 5 && one_way + 5 < crossed.len(), "{one_way} of {}", crossed.len());
        for [(ax, ay), (bx, by)] in crossed {
            let (x, y) = (f64::midpoint(ax, bx), f64::midpoint(ay, by));
            let gap = (20.0..=40.0).contains(&x) && y < 30.0;
            assert!((0.0..=60.0).contains(&x) && (0.0..=40.0).contains(&y) && !gap, "{x},{y}");
        }
        assert!(hatching(&ring, None).is_empty());
    }

    #[test]
    fn what_falls_onto_one_place_is_one_point() {
        let points = [(0.0, 0.0), (0.2, 0.2), (5.0, 0.0), (5.0, 0.5), (5.0, 5.0)];
        assert_eq!(thinned(points.into_iter()), [(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)]);
    }
}
