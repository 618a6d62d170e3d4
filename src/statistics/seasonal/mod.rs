//! Seasonal statistics: forecasts, seasonal adjustment, level shifts and steps at events.
//!
//! All of them work on logarithms, because seasonal effects on trade are proportional.

mod airline;
mod averaging;
mod backtest;
mod calendar;
mod candidate;
mod carried;
mod decomposition;
mod diagnostics;
mod disturbances;
mod event_effect;
mod expectation;
mod filling;
mod first_prints;
mod forecast;
mod indirect;
mod model;
mod moments;
mod nested;
mod prepared_series;
mod regression;
mod regular_series;
mod seasonality;
mod whitening;

pub use backtest::{Backtest, backtest, wilson};
pub use calendar::{NewYear, leap_year, new_year, share_of_days, trading_days};
pub use candidate::Weights;
pub use decomposition::{Adjusted, Decomposition, PERIOD, Stl, stl, strength};
pub use diagnostics::{Diagnostics, jarque_bera, ljung_box};
pub use disturbances::{Disturbance, Disturbances, Kind, LEAST_SEGMENT, LEAST_T};
pub use event_effect::{EventEffect, Joint, MOST_AFTER, jointly};
pub use expectation::{Expectation, Ordinary};
pub use filling::{Filled, Filling};
pub use first_prints::{FirstPrints, first_prints};
pub use forecast::{Forecast, WINDOW, forecasts};
pub use indirect::{Apart, Indirect};
pub use model::Model;
pub use prepared_series::{
    PreparedSeries, decompose, diagnostics, disturbances, event_effect, expectation, expectations,
    seasonality,
};
pub use regular_series::{
    Beginning, LEAST_MONTHS, RegularObservation, RegularSeries, regular_series,
};
pub use seasonality::{Seasonality, Test, Verdict, friedman, kruskal_wallis, qs, seasonality_of};
pub use whitening::Errors;
