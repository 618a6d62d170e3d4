//! Where countries lie: their outlines on a plane, for a map.

/// Countries on a plane that is `width` wide and `height` high, from the lower left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outlines {
    /// In the plane's own units.
    pub width: f64,
    /// In the same.
    pub height: f64,
    /// Largest first, so that a country within another is drawn after it.
    pub countries: Vec<Outline>,
}

/// A country, or land without a code.
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// Its code, ISO 3166-1 alpha-3; empty where it has none.
    pub code: String,
    /// The place of its name.
    pub at: (f64, f64),
    /// The rings of its parts, largest first; empty if it is too small to draw.
    pub rings: Vec<Vec<(f64, f64)>>,
}

impl Outlines {
    /// The country with a code; `None` if unknown, as for groups of countries.
    pub fn find(&self, code: &str) -> Option<&Outline> {
        self.countries.iter().find(|country| country.code == code && !code.is_empty())
    }
}
