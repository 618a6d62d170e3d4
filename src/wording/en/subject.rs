//! Whose trade of what with whom, as sentences name it.

use super::names;
use super::numbers::{capital, within};
use crate::trade::Flow;

/// Trade that a sentence is about: `China’s exports of rare earths to Japan`.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// Whose it is, as the data name it.
    pub whose: &'a str,
    /// Which way.
    pub flow: Flow,
    /// The product's label.
    pub goods: &'a str,
    /// The other side; none for the world.
    pub with: Option<&'a str>,
}

impl Subject<'_> {
    /// At the beginning of a sentence.
    pub fn start(&self) -> String {
        capital(&self.within())
    }

    /// Within a sentence.
    pub fn within(&self) -> String {
        format!("{}’s {}", self.reporter(), self.trade())
    }

    /// The trade without whose it is: `exports of rare earths to Japan`.
    pub fn trade(&self) -> String {
        format!("{} of {}{}", self.flow.plural(), self.product(), self.partner())
    }

    /// Whose trade it is, within a sentence: `the United Kingdom`.
    pub fn reporter(&self) -> String {
        names::within(self.whose)
    }

    /// The product's name within a sentence.
    pub fn product(&self) -> String {
        within(self.goods)
    }

    /// ` to Japan`, ` from Myanmar`, or nothing for the world.
    pub fn partner(&self) -> String {
        self.with.map_or_else(String::new, |name| format!(" {} {name}", self.flow.towards()))
    }
}
