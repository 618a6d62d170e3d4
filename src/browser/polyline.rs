//! Draws a line of thousands of points with a single call to the canvas, because one call for each point
//! would dominate the time.

use plotters_backend::BackendCoord;
use web_sys::{CanvasRenderingContext2d, Path2d};

use crate::drawing::band;

/// Longer lines are handed over in one call.
pub const LONG: usize = 500;

/// Draws a line through points; none where the canvas takes no path.
pub fn draw(
    context: &CanvasRenderingContext2d,
    points: &[BackendCoord],
    width: u32,
    colour: &str,
) -> Option<()> {
    if let Some(edge) = band(points, width) {
        context.set_fill_style_str(colour);
        context.fill_with_path_2d(&path(&edge)?);
    } else {
        context.set_stroke_style_str(colour);
        context.set_line_width(f64::from(width));
        context.stroke_with_path(&path(points)?);
    }
    Some(())
}

fn path(points: &[BackendCoord]) -> Option<Path2d> {
    let text = String::from_utf8(outline(points)).ok()?;
    Path2d::new_with_path_string(&text).ok()
}

/// The points as the path of an SVG file.
fn outline(points: &[BackendCoord]) -> Vec<u8> {
    let mut text = Vec::with_capacity(10 * points.len());
    let mut before = None;
    for (x, y) in points.iter().copied() {
        if before == Some(x) {
            text.push(b'V');
        } else {
            text.push(if before.is_some() { b'L' } else { b'M' });
            push_number(&mut text, x);
            text.push(b' ');
            before = Some(x);
        }
        push_number(&mut text, y);
    }
    text
}

/// Writes a number of a few digits, sooner than the library's way that serves all kinds.
fn push_number(text: &mut Vec<u8>, number: i32) {
    if number < 0 {
        text.push(b'-');
    }
    let mut rest = number.unsigned_abs();
    let mut digits = [0; 10];
    let mut count = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    text.extend_from_slice(digits.get(digits.len() - count..).unwrap_or_default());
}
