//! A surface that writes down what is drawn on it, for a reader.

use std::cell::RefCell;
use std::rc::Rc;

use plotters_backend::{BackendColor, BackendCoord};
use xenotime::charts::{Graph, TitleBlock};
use xenotime::drawing::{AnySurface, Drawn, Ink, Painter, Palette, Setting, Surface, draw};

/// Lines of what was drawn, in order.
type Script = Rc<RefCell<Vec<String>>>;

struct Recorder {
    size: (u32, u32),
    script: Script,
}

fn colour(BackendColor { rgb: (red, green, blue), alpha }: BackendColor) -> String {
    let opaque = if alpha < 1.0 { format!("/{alpha:.2}") } else { String::new() };
    format!("#{red:02x}{green:02x}{blue:02x}{opaque}")
}

/// `x 10–40 y 5–60`: where points lie.
fn extent(points: &[BackendCoord]) -> String {
    let ends = |pick: fn(&BackendCoord) -> i32| {
        let values = || points.iter().map(pick);
        (values().min().unwrap_or_default(), values().max().unwrap_or_default())
    };
    let ((left, right), (top, bottom)) = (ends(|at| at.0), ends(|at| at.1));
    format!("x {left}–{right} y {top}–{bottom}")
}

impl Recorder {
    fn note(&self, line: String) -> Drawn {
        self.script.borrow_mut().push(line);
        Ok(())
    }
}

impl Surface for Recorder {
    fn size(&self) -> (u32, u32) {
        self.size
    }
    fn fill(&mut self, from: BackendCoord, to: BackendCoord, ink: Ink) -> Drawn {
        self.note(format!("fill {} {}", extent(&[from, to]), colour(ink.colour)))
    }
    fn path(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        let (count, width) = (points.len(), ink.width);
        self.note(format!("path of {count} {} {} {width}px", extent(&points), colour(ink.colour)))
    }
    fn disc(&mut self, centre: BackendCoord, radius: u32, ink: Ink) -> Drawn {
        self.note(format!("disc {},{} r{radius} {}", centre.0, centre.1, colour(ink.colour)))
    }
    fn polygon(&mut self, points: Vec<BackendCoord>, ink: Ink) -> Drawn {
        self.note(format!("area of {} {} {}", points.len(), extent(&points), colour(ink.colour)))
    }
    fn text(&mut self, text: &str, at: BackendCoord, setting: Setting<'_>) -> Drawn {
        let bold = if setting.bold { " bold" } else { "" };
        let size = setting.size;
        self.note(format!("“{text}” {},{} {size}px{bold} {}", at.0, at.1, colour(setting.colour)))
    }
    fn width(&self, text: &str, setting: Setting<'_>) -> f64 {
        text.chars().count() as f64 * setting.size * 0.6
    }
    fn finish(&mut self) -> Drawn {
        Ok(())
    }
}

/// How many alike stand in a row before they are counted and not listed.
const ALIKE: usize = 4;

/// The drawing of a graph as lines, those of one kind and colour in a row counted.
pub fn script(graph: &Graph, title: Option<&TitleBlock>, size: (u32, u32)) -> Vec<String> {
    let script = Script::default();
    let surface = AnySurface::new(Recorder { size, script: script.clone() });
    let painter = Painter::new(surface, 1.0, Palette::LIGHT);
    if let Err(error) = draw(&painter, graph, title) {
        script.borrow_mut().push(format!("error: {error}"));
    }
    let lines = script.borrow().clone();
    let kind = |line: &str| {
        let colour = line.split_whitespace().find(|word| word.starts_with('#')).unwrap_or_default();
        (line.split_whitespace().next().unwrap_or_default().to_owned(), colour.to_owned())
    };
    let mut told: Vec<String> = Vec::new();
    let mut rest: &[String] = &lines;
    while let Some(first) = rest.first() {
        let own = kind(first);
        let words = first.starts_with('“');
        let alike = rest.iter().take_while(|line| !words && kind(line) == own).count().max(1);
        let (run, later) = rest.split_at(alike);
        match run {
            [first, .., last] if alike > ALIKE => {
                told.extend([first.clone(), format!("… {} more", alike - 2), last.clone()]);
            }
            run => told.extend(run.iter().cloned()),
        }
        rest = later;
    }
    told
}
