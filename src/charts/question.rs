//! The questions that charts answer.

use crate::wording::say::charts::page as words;

/// What a chart answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// What happened.
    What,
    /// Whether it is only the season.
    Season,
    /// Who and what drove it.
    Drivers,
}

impl Question {
    /// Every question, in the order they are asked.
    pub const ALL: [Self; 3] = [Self::What, Self::Season, Self::Drivers];

    /// The question as readers see it.
    pub fn label(self) -> &'static str {
        match self {
            Self::What => words::what(),
            Self::Season => words::season(),
            Self::Drivers => words::drivers(),
        }
    }
}
