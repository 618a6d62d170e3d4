//! Which part of a drawing is being drawn: a file names its groups by it, and words over the plot
//! get a rim of paper.

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

    /// Whether its words lie over lines and need a rim to be read.
    pub const fn rimmed(self) -> bool {
        matches!(self, Self::Labels | Self::Events)
    }
}

/// Where the pen is, known to the pen and to what it draws on.
pub struct Place {
    /// The part being drawn.
    pub section: Cell<Section>,
    /// What lies behind it.
    pub paper: Cell<BackendColor>,
}

impl Default for Place {
    fn default() -> Self {
        let paper = BackendColor { rgb: (255, 255, 255), alpha: 1.0 };
        Self { section: Cell::default(), paper: Cell::new(paper) }
    }
}
