//! What a data set says about itself.

use std::borrow::Cow;

use super::translations::{Phrase, translated};
use super::{Flow, Measure, Month, Partner, SeriesKey, Unit, Words};

/// A holiday that moves between months, with its calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holiday {
    /// The Chinese New Year.
    ChineseNewYear,
}

impl Holiday {
    /// Every calendar.
    pub const ALL: [Self; 1] = [Self::ChineseNewYear];

    /// The word used in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ChineseNewYear => "chinese-new-year",
        }
    }

    /// The calendar whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|holiday| holiday.code() == text)
    }
}

/// What a file beside the headline figures holds, which decides when it is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartRole {
    /// Figures by partner and product.
    Partners,
    /// Months by product.
    Months,
    /// Values in other money.
    Money,
    /// What countries produce: not trade.
    Production,
    /// What goods cost: not trade.
    Prices,
}

impl PartRole {
    /// Every role.
    pub const ALL: [Self; 5] =
        [Self::Partners, Self::Months, Self::Money, Self::Production, Self::Prices];

    /// The key that names its file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Partners => "partners_file",
            Self::Months => "months_file",
            Self::Money => "money_file",
            Self::Production => "production_file",
            Self::Prices => "prices_file",
        }
    }

    /// Whether it holds observations like the headline file.
    pub const fn is_trade(self) -> bool {
        matches!(self, Self::Partners | Self::Months | Self::Money)
    }
}

/// Whose trade a data set holds and what it begins with.
#[derive(Clone, Debug, PartialEq)]
pub struct About {
    /// Whether it was made from a reader's own files.
    pub own: bool,
    /// The number of partners in such files by product and flow, including those not kept by name.
    pub counted: Vec<(String, Flow, usize)>,
    /// The reporting country's code; empty if unknown.
    pub reporter: String,
    /// Its name, by language.
    pub reporter_names: Words,
    /// Its adjectives, by language: `Chinese`.
    pub reporter_adjectives: Words,
    /// The series shown by default.
    pub usual: SeriesKey,
    /// The product of customs' headline figure, if there is one.
    pub headline: Option<String>,
    /// The wider product line that includes it.
    pub wider: Option<String>,
    /// The wider line without the headline's goods.
    pub products: Option<String>,
    /// The product whose destinations are known for the longest time.
    pub destinations: Option<String>,
    /// The product whose name stories also use for the lines it is part of.
    pub loosely_named: Option<String>,
    /// The original publisher of the figures, as source lines name it.
    pub origin: Words,
    /// Whom the terms of use ask to credit.
    pub attribution: Words,
    /// The terms on which the figures may be passed on.
    pub terms: Words,
    /// Products that are quotas, not trade.
    pub quotas: Vec<String>,
    /// The country whose production import dependence is measured against.
    pub production_country: String,
    /// The source whose latest edition production figures are taken from.
    pub production_sources: String,
    /// What production is for, in a sentence.
    pub production_role: Words,
    /// The name of the production: `mine production`.
    pub production_name: Words,
    /// The name of the quota that imports are measured against: `mining quota`.
    pub quota_name: Words,
    /// What import dependence, as computed here, cannot show for these goods.
    pub dependence_limits: Words,
    /// First and last months by key, such as `export_last`.
    pub spans: Vec<(String, Month)>,
    /// The day the data were compiled, `YYYY-MM-DD`; empty if unknown.
    pub compiled: String,
    /// The holiday that moves between the months, if there is one.
    pub holiday: Option<Holiday>,
    /// Questions to start from: an address, and the question by language.
    pub questions: Vec<(String, Words)>,
    /// Recurring phrases of the data, translated.
    pub phrases: Vec<Phrase>,
    /// The currency of the file with headline values in another currency.
    pub other_money: Option<Unit>,
    /// The files beside the headline figures.
    pub parts: Vec<(PartRole, String)>,
}

impl Default for About {
    fn default() -> Self {
        Self {
            own: false,
            counted: Vec::new(),
            reporter: String::new(),
            reporter_names: Words::english("The reporting country"),
            reporter_adjectives: Words::default(),
            usual: SeriesKey {
                flow: Flow::Export,
                measure: Measure::Volume,
                product: String::new(),
                partner: Partner::world(),
            },
            headline: None,
            wider: None,
            products: None,
            destinations: None,
            loosely_named: None,
            origin: Words::default(),
            attribution: Words::default(),
            terms: Words::default(),
            quotas: Vec::new(),
            production_country: String::new(),
            production_sources: String::new(),
            production_role: Words::default(),
            production_name: Words::default(),
            quota_name: Words::default(),
            dependence_limits: Words::default(),
            spans: Vec::new(),
            compiled: String::new(),
            holiday: None,
            questions: Vec::new(),
            phrases: Vec::new(),
            other_money: None,
            parts: Vec::new(),
        }
    }
}

impl About {
    /// A remark or a name in the data, in the current language if there is a translation.
    pub fn translated<'a>(&self, remark: &'a str) -> Cow<'a, str> {
        translated(&self.phrases, remark)
    }

    /// The file with a given role.
    pub fn part(&self, role: PartRole) -> Option<&str> {
        self.parts.iter().find(|(own, _)| *own == role).map(|(_, file)| file.as_str())
    }

    /// The role of a file.
    pub fn role(&self, file: &str) -> Option<PartRole> {
        self.parts.iter().find(|(_, own)| own == file).map(|(role, _)| *role)
    }

    /// A month that the data name by a key: `export_last`.
    pub fn span(&self, key: &str) -> Option<Month> {
        self.spans.iter().find(|(own, _)| own == key).map(|(_, month)| *month)
    }
}
