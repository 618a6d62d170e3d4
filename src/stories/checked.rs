//! A judged claim with remarks.

use std::ops::Range;

use super::claim::Claim;
use super::judge::Judgement;

/// A claim and its verdict.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The claim.
    pub claim: Claim,
    /// The verdict with its grounds.
    pub judgement: Judgement,
    /// The bytes of the story that hold the sentence, or the table's line, that it stands in.
    pub sentence: Range<usize>,
    /// Remarks for the reader.
    pub context: Vec<Note>,
}

impl Checked {
    pub(super) fn new(claim: Claim, judgement: Judgement) -> Self {
        Self { claim, judgement, sentence: 0..0, context: Vec::new() }
    }
}

/// A remark beside a verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// `framing`, `season` or `retold`.
    pub kind: &'static str,
    /// The remark, in a sentence.
    pub text: String,
}
