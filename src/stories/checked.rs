//! A claim of a story once the data have judged it, with what is remarked beside it.

use super::claim::Claim;
use super::judge::Judgement;

/// A claim and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// What is said.
    pub claim: Claim,
    /// How it stands.
    pub judgement: Judgement,
    /// What a reader should know besides.
    pub context: Vec<Note>,
}

/// A remark beside a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// `framing` or `season`.
    pub kind: &'static str,
    /// The remark, in a sentence.
    pub text: String,
}
