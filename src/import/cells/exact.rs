//! Exact decimal amounts, whose sums do not depend on order.

use crate::import::bytes::parcel::{Packing, Parcel};

/// Places behind the point that amounts are kept with, by how many they need.
const PLACES: [u8; 7] = [0, 2, 3, 6, 9, 12, 15];

/// The most of them. What a file writes beyond that is a trillionth of a gram, or of nothing at all.
const MOST: u8 = 15;

/// Whole numbers below this are told apart by a floating-point number.
const TOLD_APART: f64 = 9_007_199_254_740_992.0;

/// So many units of the last of its places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact {
    units: i128,
    places: u8,
}

impl Exact {
    /// The shortest decimal that an amount is the nearest floating-point number to.
    pub fn of(amount: f64) -> Self {
        if let Some((units, places)) = decimal(amount) {
            return Self { units: i128::from(units), places };
        }
        // More digits than those: all that [`MOST`] places hold.
        let whole = amount.trunc();
        let rest = ((amount - whole) * ten(MOST)).round_ties_even();
        let units = (whole as i128).saturating_mul(power(MOST)).saturating_add(rest as i128);
        Self { units, places: MOST }
    }

    /// Both together. Beyond 10²² there is no trade.
    pub fn plus(self, other: Self) -> Self {
        let places = self.places.max(other.places);
        let units = self.in_places(places).saturating_add(other.in_places(places));
        Self { units, places }
    }

    const fn in_places(self, places: u8) -> i128 {
        if self.places == places {
            return self.units;
        }
        self.units.saturating_mul(power(places.saturating_sub(self.places)))
    }

    /// The floating-point number for it.
    pub fn amount(self) -> f64 {
        self.units as f64 / ten(self.places)
    }
}

/// A sum to which a missing amount adds nothing.
pub fn sum_of(one: Option<Exact>, other: Option<Exact>) -> Option<Exact> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.plus(other)),
        (one, other) => one.or(other),
    }
}

/// The shortest decimal that an amount is the nearest floating-point number to, where one of 15 digits is.
fn decimal(amount: f64) -> Option<(i64, u8)> {
    for places in PLACES {
        let units = (amount * ten(places)).round_ties_even();
        if units.abs() >= TOLD_APART {
            return None;
        }
        if units / ten(places) == amount {
            return Some((units as i64, places));
        }
    }
    None
}

/// Both together, where 64 bits hold that.
fn narrow_sum(one: (i64, u8), other: (i64, u8)) -> Option<(i64, u8)> {
    let places = one.1.max(other.1);
    let within = |(units, own): (i64, u8)| match places - own {
        0 => Some(units),
        more => units.checked_mul(10i64.pow(u32::from(more))),
    };
    Some((within(one)?.checked_add(within(other)?)?, places))
}

const fn power(places: u8) -> i128 {
    10i128.pow(places as u32)
}

fn ten(places: u8) -> f64 {
    const TENS: [f64; MOST as usize + 1] =
        [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
    TENS.get(usize::from(places)).copied().unwrap_or(1.0)
}

/// How many amounts are kept side by side: value, weight and count.
pub const SIDES: usize = 3;

/// In place of the places of an amount that no row had.
const NONE: u8 = u8::MAX;
/// Beside the places of an amount that takes more than 64 bits: its units are the number of one of [`Wide`].
const WIDE: u8 = 1 << 7;

/// Units of amounts that take more than 64 bits.
pub type Wide = Vec<i128>;

/// Amounts side by side, packed: there may be tens of millions.
#[derive(Clone, Copy, Debug)]
pub struct Packed {
    units: [i64; SIDES],
    places: [u8; SIDES],
}

impl Packed {
    /// None of them known.
    pub const NONE: Self = Self { units: [0; SIDES], places: [NONE; SIDES] };

    /// These and no others.
    pub fn of(amounts: [Option<f64>; SIDES], wide: &mut Wide) -> Self {
        let mut packed = Self::NONE;
        packed.add(amounts, wide);
        packed
    }

    /// Adds to each.
    pub fn add(&mut self, amounts: [Option<f64>; SIDES], wide: &mut Wide) {
        // Nearly all amounts are found and added up in 64 bits.
        let mut left = [None; SIDES];
        let mut any = false;
        let packed = self.units.iter_mut().zip(&mut self.places);
        for ((amount, left), (units, places)) in amounts.into_iter().zip(&mut left).zip(packed) {
            let Some(amount) = amount else { continue };
            let new = decimal(amount);
            let sum = match *places {
                NONE => new,
                own if own & WIDE != 0 => None,
                own => new.and_then(|new| narrow_sum((*units, own), new)),
            };
            match sum {
                Some(sum) => (*units, *places) = sum,
                None => (*left, any) = (Some(Exact::of(amount)), true),
            }
        }
        if any {
            let mut all = self.all(wide);
            for (own, more) in all.iter_mut().zip(left) {
                *own = sum_of(*own, more);
            }
            self.set(all, wide);
        }
    }

    /// Packs them for another module.
    pub fn pack(&self, wide: &Wide, packing: &mut Packing) {
        for (units, places) in self.units.iter().zip(self.places) {
            packing.0.push(places);
            if places == NONE {
                continue;
            }
            if places & WIDE == 0 {
                packing.signed(*units);
            } else {
                let units = wide.get(*units as usize).copied().unwrap_or_default();
                packing.bytes(&units.to_le_bytes());
            }
        }
    }

    /// As [`Packed::pack`] packed them; nothing where no amounts come next.
    pub fn unpack(parcel: &mut Parcel<'_>, wide: &mut Wide) -> Option<Self> {
        let mut packed = Self::NONE;
        for (units, own) in packed.units.iter_mut().zip(&mut packed.places) {
            let places = parcel.byte()?;
            if places != NONE && places & !WIDE > MOST {
                return None;
            }
            if places != NONE && places & WIDE != 0 {
                *units = wide.len() as i64;
                wide.push(i128::from_le_bytes(parcel.bytes()?.try_into().ok()?));
            } else if places != NONE {
                *units = parcel.signed()?;
            }
            *own = places;
        }
        Some(packed)
    }

    /// All of them, as floating-point numbers.
    pub fn amounts(&self, wide: &Wide) -> [Option<f64>; SIDES] {
        if self.places.iter().any(|places| *places != NONE && places & WIDE != 0) {
            return self.all(wide).map(|amount| amount.map(Exact::amount));
        }
        let mut found = [None; SIDES];
        for (own, (units, places)) in found.iter_mut().zip(self.units.iter().zip(self.places)) {
            *own = (places != NONE).then(|| *units as f64 / ten(places));
        }
        found
    }

    /// All of them.
    pub fn all(&self, wide: &Wide) -> [Option<Exact>; SIDES] {
        let mut found = [None; SIDES];
        let packed = self.units.iter().zip(self.places);
        for (own, (units, places)) in found.iter_mut().zip(packed) {
            *own = match places {
                NONE => None,
                places if places & WIDE != 0 => {
                    let units = wide.get(*units as usize).copied().unwrap_or_default();
                    Some(Exact { units, places: places & !WIDE })
                }
                places => Some(Exact { units: i128::from(*units), places }),
            };
        }
        found
    }

    /// Keeps others in their place.
    pub fn set(&mut self, amounts: [Option<Exact>; SIDES], wide: &mut Wide) {
        let packed = self.units.iter_mut().zip(&mut self.places);
        for (amount, (own, own_places)) in amounts.into_iter().zip(packed) {
            let Some(Exact { units, places }) = amount else {
                *own_places = NONE;
                continue;
            };
            if let Ok(narrow) = i64::try_from(units) {
                (*own, *own_places) = (narrow, places);
                continue;
            }
            let kept = *own_places != NONE && *own_places & WIDE != 0;
            match wide.get_mut(*own as usize).filter(|_| kept) {
                Some(own) => *own = units,
                None => {
                    *own = wide.len() as i64;
                    wide.push(units);
                }
            }
            *own_places = places | WIDE;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(amounts: &[f64]) -> f64 {
        let (mut wide, mut packed) = (Wide::new(), Packed::NONE);
        for amount in amounts {
            let [own, ..] = packed.all(&wide);
            let more = Exact::of(*amount);
            packed.set([sum_of(own, Some(more)), None, None], &mut wide);
        }
        let [found, ..] = packed.all(&wide);
        found.map_or(f64::NAN, Exact::amount)
    }

    #[test]
    fn decimals_add_up_to_decimals() {
        assert_eq!(sum(&[0.1, 0.2]), 0.3);
        assert_eq!(sum(&vec![0.01; 1_000_000]), 10_000.0);
        assert_eq!(sum(&[1e15, 0.001, -1e15]), 0.001);
        assert_eq!(sum(&[0.000_001, -3.5, 12_345_678.25]), 12_345_674.750_001);
    }

    #[test]
    fn one_amount_stays_what_it_is() {
        for amount in
            [0.0, 1.0, -7.05, 1234.567, 0.001, 1e-9, 9e14, 1e16, 123_456_789_012.34, 2.5e21]
        {
            assert_eq!(sum(&[amount]), amount);
        }
        // Of more digits than a decimal of 15 places has, all but what nobody weighs.
        assert!((sum(&[1.667_657_996_698_037_2]) - 1.667_657_996_698_037_2).abs() < 1e-15);
    }

    #[test]
    fn no_order_and_no_size_makes_a_difference() {
        let mut amounts: Vec<f64> = Vec::new();
        for number in 1..400_u32 {
            let large = if number % 50 == 0 { 1e15 } else { 1.0 };
            amounts.push(f64::from(number.wrapping_mul(2_654_435_761)) / 1009.0 * large);
        }
        let forth = sum(&amounts);
        amounts.reverse();
        assert_eq!(sum(&amounts).to_bits(), forth.to_bits());
        amounts.sort_by(f64::total_cmp);
        assert_eq!(sum(&amounts).to_bits(), forth.to_bits());
    }
}
