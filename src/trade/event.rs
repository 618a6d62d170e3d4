//! What happened when, for a chart to mark.

use super::{Language, Month, Words};

/// Something that happened on a day, with where it was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// The month of that day.
    pub month: Month,
    /// What happened, in a few words, by language.
    pub titles: Words,
    /// The same in two or three words, for a chart; empty where the title is short enough.
    pub shorts: Words,
    /// The order in which a chart names events, from 1; none for those that are only marked.
    pub rank: Option<u8>,
    /// What it was said to mean for the trade, by language.
    pub effects: Words,
    /// Where it was reported.
    pub url: String,
}

impl Event {
    /// What happened, in the current language.
    pub fn title(&self) -> &str {
        self.titles.spoken()
    }

    /// The shortest wording.
    pub fn short(&self) -> &str {
        let own = |language: Language| {
            let (short, title) = (self.shorts.of(language.code()), self.titles.of(language.code()));
            if short.is_empty() { title } else { short }
        };
        let spoken = own(Language::spoken());
        if spoken.is_empty() { own(Language::English) } else { spoken }
    }

    /// What it was said to mean for the trade.
    pub fn effect(&self) -> &str {
        self.effects.spoken()
    }
}
