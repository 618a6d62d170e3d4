//! A study's results as plain numbers, from which another study of the same series can continue: the page
//! computes studies in a worker, which does not share its memory.

use super::calendar::NewYear;
use super::candidate::Weights;
use super::decomposition::{Decomposition, Stl};
use super::diagnostics::Diagnostics;
use super::disturbances::{Disturbance, Disturbances, Kind};
use super::event_effect::EventEffect;
use super::expectation::Expectation;
use super::filling::{Filled, Filling};
use super::forecast::Forecast;
use super::indirect::Indirect;
use super::model::Model;
use super::seasonality::Test;
use super::whitening::Errors;
use crate::trade::{Month, Period};

/// An iterator over such numbers.
pub type Numbers<'a> = std::slice::Iter<'a, f64>;

/// What can be written as numbers and read back.
pub trait Carried: Sized {
    /// Writes it behind what was written before.
    fn write(&self, numbers: &mut Vec<f64>);
    /// Reads what was written; nothing where that was something else.
    fn read(numbers: &mut Numbers<'_>) -> Option<Self>;
}

impl Carried for f64 {
    fn write(&self, numbers: &mut Vec<f64>) {
        numbers.push(*self);
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        numbers.next().copied()
    }
}

/// Whole numbers, all of them far below what a double holds exactly.
macro_rules! whole_numbers {
    ($($kind:ty)*) => {$(
        impl Carried for $kind {
            fn write(&self, numbers: &mut Vec<f64>) {
                numbers.push(*self as f64);
            }
            fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
                numbers.next().map(|number| *number as Self)
            }
        }
    )*};
}
whole_numbers! { usize u16 i32 }

/// What is named by its place in a list.
macro_rules! choices {
    ($($kind:ty: $($one:expr),*;)*) => {$(
        impl Carried for $kind {
            fn write(&self, numbers: &mut Vec<f64>) {
                let place = [$($one),*].iter().position(|one| one == self);
                place.unwrap_or_default().write(numbers);
            }
            fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
                [$($one),*].get(usize::read(numbers)?).copied()
            }
        }
    )*};
}
choices! {
    bool: false, true;
    NewYear: Self::None, Self::Holiday, Self::HolidayAndRunUp;
    Kind: Self::LevelShift, Self::Outlier, Self::TemporaryChange;
    Filling: Self::None, Self::Split, Self::Expected;
}

/// Records, field by field.
macro_rules! records {
    ($($kind:ty: $($field:ident)*;)*) => {$(
        impl Carried for $kind {
            fn write(&self, numbers: &mut Vec<f64>) {
                $(self.$field.write(numbers);)*
            }
            fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
                Some(Self { $($field: Carried::read(numbers)?),* })
            }
        }
    )*};
}
records! {
    Period: start months;
    Weights: models level share trend trading_days new_year pairs;
    Model: trend trading_days new_year pairs errors;
    Forecast: log scale freedom alone weights airline window model;
    Disturbance: kind period percent interval_95 t;
    Disturbances: found span levels;
    Expectation: period actual median interval_80 interval_95 below years months alone window weights airline;
    Filled: month value filling;
    Stl: trend seasonal remainder weights;
    Decomposition: months calendar parts seasonal_strength trend_strength;
    Indirect: first adjusted alone together;
    EventEffect: month percent interval_95 size p before after;
    Test: statistic p count;
    Diagnostics: season_left ljung_box jarque_bera revisions;
}

impl Carried for Month {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.index().write(numbers);
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        i32::read(numbers).map(Self::from_index)
    }
}

impl Carried for Errors {
    fn write(&self, numbers: &mut Vec<f64>) {
        let (level, value) = match self {
            Self::Autoregressive(share) => (false, *share),
            Self::Level(share) => (true, *share),
        };
        (level, value).write(numbers);
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        let (level, value) = Carried::read(numbers)?;
        Some(if level { Self::Level(value) } else { Self::Autoregressive(value) })
    }
}

impl<One: Carried, Other: Carried> Carried for (One, Other) {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.0.write(numbers);
        self.1.write(numbers);
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some((One::read(numbers)?, Other::read(numbers)?))
    }
}

impl<One: Carried, Other: Carried, Third: Carried> Carried for (One, Other, Third) {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.0.write(numbers);
        self.1.write(numbers);
        self.2.write(numbers);
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        Some((One::read(numbers)?, Other::read(numbers)?, Third::read(numbers)?))
    }
}

impl<One: Carried> Carried for Option<One> {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.is_some().write(numbers);
        if let Some(one) = self {
            one.write(numbers);
        }
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        if bool::read(numbers)? { One::read(numbers).map(Some) } else { Some(None) }
    }
}

impl<One: Carried> Carried for Vec<One> {
    fn write(&self, numbers: &mut Vec<f64>) {
        self.len().write(numbers);
        for one in self {
            one.write(numbers);
        }
    }
    fn read(numbers: &mut Numbers<'_>) -> Option<Self> {
        let count = usize::read(numbers)?;
        // What is no such list ends long before it.
        let mut found = Self::new();
        for _ in 0..count {
            found.push(One::read(numbers)?);
        }
        Some(found)
    }
}
