//! Where countries lie: their outlines on a plane, for a map.

/// Countries on a plane that is `width` wide and `height` high, from the lower left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// In the plane's own units.
    pub width: f64,
    /// In the same.
    pub height: f64,
    /// The large ones first, so that what lies within another comes after it.
    pub countries: Vec<Outline>,
}

/// A country, or land that has no code of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its code, ISO 3166-1 alpha-3; empty where it has none.
    pub code: String,
    /// Where its name stands.
    pub at: (f64, f64),
    /// The outlines of its parts, the largest first; none where it is too small for one.
    pub rings: Vec<Vec<(f64, f64)>>,
}

impl Outlines {
    /// Where a country lies; none for one that is not known, as no group of countries is.
    pub fn find(&self, code: &str) -> Option<&Outline> {
        self.countries.iter().find(|country| country.code == code && !code.is_empty())
    }
}
