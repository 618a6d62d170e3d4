//! What a reader chooses by.

use serde::Serialize;

/// One choice of a control.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What the address holds; empty for the usual one.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// By what else it is found: codes and other names; empty where nothing is searched.
    pub also: String,
}

impl Choice {
    /// One that is found by what the reader sees alone.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), also: String::new() }
    }
}

/// Something the reader chooses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Control {
    /// Its name in the address.
    pub name: &'static str,
    /// The chosen value.
    pub value: String,
    /// What there is to choose from.
    pub choices: Vec<Choice>,
}
