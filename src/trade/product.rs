//! What is traded.

use super::{Flow, Language, Words};

/// A product line, with its customs codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Product {
    /// The short name used in files and addresses.
    pub code: String,
    /// The name shown to readers.
    pub label: String,
    /// A shorter English name; empty if `label` is short enough.
    pub short_label: String,
    /// Harmonized System codes, where the line has them.
    pub hs: Vec<String>,
    /// What it includes and excludes, by language.
    pub notes: Words,
    /// Other names by language, separated by bars.
    pub aliases: Words,
    /// The product that it is part of.
    pub parent: Option<String>,
    /// The only flow in which it is part of its parent; `None` for every flow.
    pub parent_flow: Option<Flow>,
}

impl Product {
    /// The product this one is part of in a flow: ores count in the headline of imports but not of exports.
    pub fn counts_in_parent(&self, flow: Flow) -> Option<&str> {
        let counts = self.parent_flow.is_none_or(|only| only == flow || only.mirrored() == flow);
        self.parent.as_deref().filter(|_| counts)
    }

    /// Its name in the language that is spoken.
    pub fn spoken(&self) -> &str {
        self.name(Language::spoken().code())
    }

    /// Its name where there is little room.
    pub fn spoken_briefly(&self) -> &str {
        let english = Language::spoken() == Language::English;
        if english && !self.short_label.is_empty() { &self.short_label } else { self.spoken() }
    }

    /// Its name in a language: the label in English, the first of its names in others.
    pub fn name(&self, language: &str) -> &str {
        let own = || self.aliases.list(language).next();
        if language == "en" { &self.label } else { own().unwrap_or(&self.label) }
    }
}
