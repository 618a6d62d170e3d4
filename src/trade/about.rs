//! What a data set says about itself.

use std::borrow::Cow;

use super::phrases::{Phrase, said};
use super::{Flow, Measure, Month, Partner, SeriesKey, Unit, Words};

/// A holiday that moves between the months, and the calendar that knows its days.
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

/// What a file beside the headline figures holds, and so when it is needed.
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
    /// Whether it is made of a reader's own files, of which an address knows nothing.
    pub own: bool,
    /// How many partners such files have, by product and flow, whether or not they are kept by name.
    pub counted: Vec<(String, Flow, usize)>,
    /// The reporting country's code; empty where nobody said.
    pub reporter: String,
    /// Its name, by language.
    pub reporter_names: Words,
    /// Its adjectives, by language: `Chinese`.
    pub reporter_adjectives: Words,
    /// The series that is shown where nothing else is asked for.
    pub usual: SeriesKey,
    /// The customs' headline product, if there is one.
    pub headline: Option<String>,
    /// The wider line above it.
    pub wider: Option<String>,
    /// That line less the headline.
    pub products: Option<String>,
    /// The product whose destinations are known longest.
    pub destinations: Option<String>,
    /// The product whose name stories give to all that it is part of, as well.
    pub loosely_named: Option<String>,
    /// Where the figures come from in the end, as a source line says it.
    pub origin: Words,
    /// Who asks to be named.
    pub attribution: Words,
    /// On what terms the figures may be passed on.
    pub terms: Words,
    /// Products that are allowances and not trade.
    pub quotas: Vec<String>,
    /// Whose production import dependence is measured against.
    pub production_country: String,
    /// The series of editions whose production figures are meant.
    pub production_sources: String,
    /// What production is for, in a sentence.
    pub production_role: Words,
    /// What it is called: `mine production`.
    pub production_name: Words,
    /// What the allowance is called that imports are measured against: `mining quota`.
    pub quota_name: Words,
    /// What import dependence, as it is computed here, cannot say of these goods.
    pub dependence_limits: Words,
    /// First, last and first unbroken months by what they are of: `export_last` is a month.
    pub spans: Vec<(String, Month)>,
    /// The day the data were put together, `YYYY-MM-DD`; empty where nobody said.
    pub compiled: String,
    /// The holiday that moves between the months, if there is one.
    pub holiday: Option<Holiday>,
    /// Questions to start from: an address, and the question by language.
    pub questions: Vec<(String, Words)>,
    /// What the data say again and again, in other languages than English.
    pub phrases: Vec<Phrase>,
    /// The money that the file of values in other money has the headline in.
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
    /// A remark of the data, or a name of theirs, in the language that is spoken where it is known in it.
    pub fn said<'a>(&self, remark: &'a str) -> Cow<'a, str> {
        said(&self.phrases, remark)
    }

    /// The file of a role.
    pub fn part(&self, role: PartRole) -> Option<&str> {
        self.parts.iter().find(|(own, _)| *own == role).map(|(_, file)| file.as_str())
    }

    /// What the file of that name holds.
    pub fn role(&self, file: &str) -> Option<PartRole> {
        self.parts.iter().find(|(_, own)| own == file).map(|(role, _)| *role)
    }

    /// A month that the data name, by its key: `export_last`.
    pub fn span(&self, key: &str) -> Option<Month> {
        self.spans.iter().find(|(own, _)| own == key).map(|(_, month)| *month)
    }
}
