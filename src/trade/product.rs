//! What is traded, and with whom.

/// A product line, with its customs codes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The short name used in files and addresses.
    pub code: String,
    /// The name shown to readers.
    pub label: String,
    /// Harmonized System codes, where the line has them.
    pub hs: Vec<String>,
    /// What is in it and what is not.
    pub note: String,
}

/// The other country of the trade: ISO 3166-1 alpha-3, `WLD` for the world, or a group's code as
/// the source used it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partner(String);

/// Codes the bundled data use, with English names.
const PARTNER_NAMES: [(&str, &str); 17] = [
    ("WLD", "World"),
    ("CHN", "China"),
    ("DEU", "Germany"),
    ("EST", "Estonia"),
    ("EU27", "the European Union"),
    ("EUROPE", "Europe"),
    ("IND", "India"),
    ("JPN", "Japan"),
    ("KOR", "South Korea"),
    ("LAO", "Laos"),
    ("MDG", "Madagascar"),
    ("MMR", "Myanmar"),
    ("MYS", "Malaysia"),
    ("NGA", "Nigeria"),
    ("THA", "Thailand"),
    ("USA", "the United States"),
    ("VNM", "Vietnam"),
];

impl Partner {
    /// Accepts a code of 2 to 8 capital letters and digits.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (2..=8).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        fits.then(|| Self(text.to_owned()))
    }

    /// The code that stands for all those partners of whom both sides' reports are known.
    pub const BOTH: &'static str = "BOTH";

    /// All partners together.
    pub fn world() -> Self {
        Self("WLD".to_owned())
    }

    /// Whether this is all partners together.
    pub fn is_world(&self) -> bool {
        self.0 == "WLD"
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The English name where we know it, as it stands within a sentence, else the code.
    pub fn name(&self) -> &str {
        PARTNER_NAMES
            .iter()
            .find(|(code, _)| *code == self.0)
            .map_or(self.0.as_str(), |(_, name)| name)
    }
}
