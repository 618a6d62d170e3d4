//! A judged claim with remarks.

use super::claim::Claim;
use super::judge::Judgement;

/// A claim and its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The claim.
    pub claim: Claim,
    /// The verdict with its grounds.
    pub judgement: Judgement,
    /// Remarks for the reader.
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
