//! A sentence with what was found in it: what its figures and statements of order are read from.

use super::adjusted::{Season, next, season_of};
use super::clock::Clock;
use super::meaning::Meaning;
use super::names::Names;
use super::period::Mention;
use super::scene::{Parts, Spoken, Topic, parts_of};
use super::sentence::{Item, is};
use super::stated::Figure;
use crate::trade::Period;

/// A sentence with what was found in it.
pub(super) struct Parsed<'a> {
    pub items: &'a [Item],
    /// Where its own items begin, in a table's cell.
    pub own: usize,
    pub figures: Vec<Figure>,
    pub mentions: Vec<Mention>,
    pub walked: Vec<Spoken>,
    pub clock: Clock,
    pub topic: &'a Topic,
    /// What earlier sentences spoke of, the latest last.
    pub periods: &'a [Period],
    /// What the story names first.
    pub ahead: &'a [Period],
    pub names: &'a Names,
    /// Whether some of it is said to be seasonally adjusted, or not to be.
    pub marked: bool,
    /// What the sentences before say of that.
    pub season: Season,
}

impl Parsed<'_> {
    /// What is said of a figure's season.
    pub(super) fn season(&self, figure: &Figure) -> Season {
        if self.marked { season_of(self.items, &self.figures, figure) } else { self.season }
    }

    /// What is said of that of the next sentence's; a table's cells are all told of before it.
    pub(super) fn season_next(&self) -> Season {
        match self.marked {
            true => next(self.items, &self.figures),
            false if self.own > 0 => self.season,
            false => Season::Unsaid,
        }
    }

    pub(super) fn is(&self, at: usize, test: impl Fn(Meaning) -> bool) -> bool {
        is(self.items, at, test)
    }

    pub(super) fn parts(&self, figure: &Figure) -> Parts {
        parts_of(self.items, &self.figures, &self.walked, self.topic, self.names, figure)
    }
}
