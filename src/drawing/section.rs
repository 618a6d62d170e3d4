//! The part of a drawing being drawn: files name groups by it, and text over the plot gets an outline in
//! the background colour.

use std::cell::Cell;

use plotters_backend::BackendColor;

/// A part of a drawing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Section {
    /// What lies behind everything.
    #[default]
    Paper,
    /// Headline and subtitle.
    Title,
    /// What the colours and strokes mean.
    Key,
    /// Grid and the words of the axes.
    Axes,
    /// Events on the time axis.
    Events,
    /// Lines, bands, bars and cells.
    Data,
    /// Words beside points and lines.
    Labels,
    /// Source, edition and mark.
    Source,
}

impl Section {
    /// Its name in a file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Title => "title",
            Self::Key => "key",
            Self::Axes => "axes",
            Self::Events => "events",
            Self::Data => "data",
            Self::Labels => "labels",
            Self::Source => "source",
        }
    }

    /// Whether its text is over lines and needs an outline.
    pub const fn rimmed(self) -> bool {
        matches!(self, Self::Labels | Self::Events)
    }
}

/// The current part, shared by the pen and its surface.
pub struct Place {
    /// The part being drawn.
    pub section: Cell<Section>,
    /// The background colour.
    pub paper: Cell<BackendColor>,
}

impl Default for Place {
    fn default() -> Self {
        let paper = BackendColor { rgb: (255, 255, 255), alpha: 1.0 };
        Self { section: Cell::default(), paper: Cell::new(paper) }
    }
}
