//! What moved a total: partners, products, quantity and price; and import dependence.

mod concentration;
mod contribution;
mod dependence;
mod mirror;
mod mix;
mod price_volume;

pub use concentration::{
    Concentration, Range, Share, concentration, concentration_with, effective_number, herfindahl,
};
pub(super) use contribution::covers;
pub use contribution::{
    Contribution, Contributions, Part, Side, any_parts, contributions, has_parts, parts,
};
pub use dependence::{Basis, Dependence, dependence, dependence_years};
pub use mirror::{BothSides, Gap, both_sides, gaps};
pub use mix::{Effects, Mix, MixPart, mix};
pub use price_volume::{
    Matched, PriceVolume, UnitValue, log_mean, matched, price_volume, price_volume_of, unit_value,
    unit_value_of, unit_values, unit_values_of, value_and_quantity,
};
