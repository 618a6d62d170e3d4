//! Partners in trade: countries, and groups of them.

use super::{Language, Month, Words};

/// The other country of the trade: ISO 3166-1 alpha-3, `WLD` for the world, or a group's code as
/// the source used it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Partner(String);

impl Partner {
    /// Accepts a code of 2 to 8 capital letters and digits.
    pub fn parse(text: &str) -> Option<Self> {
        let fits = (2..=8).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
        fits.then(|| Self(text.to_owned()))
    }

    /// The code of all partners together.
    pub const WORLD: &'static str = "WLD";
    /// The code of all partners that report too.
    pub const BOTH: &'static str = "BOTH";

    /// The code for all partners of a reader's own files that have no name in the data.
    pub const UNNAMED: &'static str = "UNNAMED";

    /// The code for the one partner that would concentrate a trade as much as all of these do: its square is the sum
    /// of theirs.
    pub const ROOT: &'static str = "ROOT";

    /// All partners together.
    pub fn world() -> Self {
        Self(Self::WORLD.to_owned())
    }

    /// Whether this is the world.
    pub fn is_world(&self) -> bool {
        self.0 == Self::WORLD
    }

    /// Whether this stands for all partners, or for all that report too, and is none of them.
    pub fn is_all(&self) -> bool {
        matches!(self.code(), Self::WORLD | Self::BOTH)
    }

    /// The code.
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// A member of a group, and the months of its membership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The member's code.
    pub code: String,
    /// The first month; `None` for always.
    pub from: Option<Month>,
    /// The last month, likewise.
    pub to: Option<Month>,
}

impl Member {
    /// Whether it is a member in a month.
    pub fn counts_at(&self, month: Month) -> bool {
        self.from.is_none_or(|from| from <= month) && self.to.is_none_or(|to| month <= to)
    }

    /// `GBR:..2020-01` (to January 2020), `HRV:2013-07..` (from July 2013) or `FRA` (always).
    pub fn parse(text: &str) -> Option<Self> {
        let stretch = text.split_once(':');
        let (code, months) = stretch.unwrap_or((text, ".."));
        let (from, to) = months.split_once('.')?;
        let to = to.strip_prefix('.')?;
        let month = |text: &str| match text {
            "" => Some(None),
            text => Month::parse(text).map(Some),
        };
        let (from, to) = (month(from)?, month(to)?);
        let forward = from.zip(to).is_none_or(|(from, to)| from <= to);
        let said = stretch.is_none() || from.is_some() || to.is_some();
        (Partner::parse(code).is_some() && forward && said).then(|| Self {
            code: code.to_owned(),
            from,
            to,
        })
    }
}

/// What a data set knows about a partner.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartnerRecord {
    /// Its code.
    pub code: String,
    /// Its name within a sentence: `the United States`.
    pub within: String,
    /// Its name by language, without an article.
    pub names: Words,
    /// Other names by language, separated by bars.
    pub aliases: Words,
    /// Adjectives, likewise: `South Korean|Korean`.
    pub adjectives: Words,
    /// What another reporter and it are called beside each other, by language: `CHN:大陆|台湾`.
    pub beside: Words,
    /// The members, if it is a group.
    pub members: Vec<Member>,
}

impl PartnerRecord {
    /// Its name within a sentence, in the current language.
    pub fn spoken(&self) -> &str {
        let english = Language::spoken() == Language::English;
        if english { &self.within } else { self.names.spoken() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_one_for_its_months() {
        let member = |text| Member::parse(text).map(|member: Member| member);
        let at = |text, month: &str| {
            let month = Month::parse(month).unwrap_or(Month::from_index(0));
            member(text).map(|member| member.counts_at(month))
        };
        assert_eq!(at("GBR:..2020-01", "2020-01"), Some(true));
        assert_eq!(at("GBR:..2020-01", "2020-02"), Some(false));
        assert_eq!(at("HRV:2013-07..", "2013-06"), Some(false));
        assert_eq!(at("XXX:2013-07..2014-01", "2014-01"), Some(true));
        assert_eq!(at("FRA", "1900-01"), Some(true));
        for wrong in
            ["", "fra", "FRA:", "FRA:..", "FRA:2013", "FRA:2014-02..2014-01", "FRA:2013-07"]
        {
            assert_eq!(member(wrong), None, "{wrong}");
        }
    }
}
