//! Flow and measure, the two fixed lists that describe a figure.

/// Which way the goods went, or what was allotted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Flow {
    /// Out of the reporting country.
    Export,
    /// Into the reporting country.
    Import,
    /// A production or export allowance; not trade.
    Quota,
    /// Exports as the countries of destination report them: their imports.
    MirrorExport,
    /// Imports as the countries of origin report them: their exports.
    MirrorImport,
}

impl Flow {
    /// Every flow.
    pub const ALL: [Self; 5] =
        [Self::Export, Self::Import, Self::Quota, Self::MirrorExport, Self::MirrorImport];

    /// The word used in files and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Export => "export",
            Self::Import => "import",
            Self::Quota => "quota",
            Self::MirrorExport => "mirror-export",
            Self::MirrorImport => "mirror-import",
        }
    }

    /// The same flow as partners report it.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Import => Self::MirrorImport,
            _ => Self::MirrorExport,
        }
    }

    /// The flow whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flow| flow.code() == text)
    }
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Weight.
    Volume,
    /// Money.
    Value,
    /// What is neither: pieces, litres, carats.
    Quantity,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 3] = [Self::Volume, Self::Value, Self::Quantity];

    /// The word used in files and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Volume => "volume",
            Self::Value => "value",
            Self::Quantity => "quantity",
        }
    }

    /// The measure whose code is `text`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == text)
    }
}
