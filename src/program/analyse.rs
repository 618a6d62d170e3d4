//! `analyse`: whether a month was unusual, and what contributed to its change.

use std::process::ExitCode;

use serde_json::{Map, Value, json};
use xenotime::charts::{ChartKind, Query, Question, view};
use xenotime::statistics::seasonal::{
    Backtest, Diagnostics, Disturbance, EventEffect, Expectation, Filled, LEAST_T, Ordinary,
    PreparedSeries, Seasonality, Test, Verdict, backtest, diagnostics, event_effect, expectation,
    expectations, first_prints, jointly, seasonality,
};
use xenotime::statistics::structure::{
    Basis, Concentration, Contributions, Dependence, Part, PriceVolume, Range, Side, UnitValue,
    concentration, contributions, dependence, dependence_years, parts, price_volume_of,
    unit_value_of,
};
use xenotime::statistics::{Amount, Comparison, Known, amount, slot};
use xenotime::trade::{Dataset, Event, Month, Period, Series, SeriesKey, Unit, UnitRatio};

use super::load::{load_or_explain, month_of};
use super::{Format, SeriesArgs};

/// Prints how a month compares with the forecast, and what contributed to its change.
///
/// # Errors
///
/// A message where the data cannot be read or have no monthly figures.
pub fn run(arguments: &SeriesArgs, format: Format) -> Result<ExitCode, String> {
    let dataset = load_or_explain(&arguments.data)?;
    let query = arguments.asked.over(&dataset);
    let dataset = &*query.of_data(&dataset);
    let (series, month) = month_of(dataset, &query)?;
    match format {
        Format::Json => say!("{:#}", report(dataset, &series, month)),
        Format::Text => print_views(dataset, &Query { month: Some(month), ..query }),
    }
    Ok(ExitCode::SUCCESS)
}

/// What each chart of the two questions says.
fn print_views(dataset: &Dataset, query: &Query) {
    for chart in ChartKind::ALL.into_iter().filter(|chart| chart.question() != Question::What) {
        let view = view(dataset, &Query { chart, ..query.clone() });
        say!("{}\n  {}", chart.label(), view.headline);
        if !view.finding.is_empty() {
            say!("  {}", view.finding);
        }
        if chart.code() == "expectation" && !view.calibration.is_empty() {
            say!("  {}", view.calibration);
        }
    }
}

fn report(dataset: &Dataset, series: &Series, month: Month) -> Value {
    let key = series.key();
    let period = slot(series, month).unwrap_or(series.span(month));
    let study = PreparedSeries::new(series, dataset.about.holiday);
    let study = study.as_ref().map_err(Clone::clone);
    let mut report = Map::new();
    let mut put = |name: &str, value: Value| report.insert(name.to_owned(), value);
    put("reporter", json!(dataset.reporter()));
    put("flow", json!(key.flow.code()));
    put("product", json!(key.product));
    put("partner", json!(key.partner.code()));
    put("measure", json!(key.measure.code()));
    put("unit", json!(series.unit().code()));
    put("month", json!(month.to_string()));
    put("data", edition(dataset));
    put("amount", known(amount(series, period), |found| amount_json(&found)));
    put(
        "expectation",
        known(study.clone().and_then(|study| expectation(study, month)), |found| {
            expectation_json(&found)
        }),
    );
    put(
        "backtest",
        known(study.clone().and_then(expectations), |all| {
            let scored = first_prints(dataset, series, &all);
            backtest_json(&backtest(series, &scored.expectations), scored.first)
        }),
    );
    put(
        "seasonality",
        known(study.clone().and_then(seasonality), |found| seasonality_json(&found)),
    );
    put("decomposition", decomposition_json(study.clone(), month));
    put(
        "adjusted_from_parts",
        by_side(|side| indirect_json(study.clone(), &parts(dataset, key, side), month)),
    );
    put(
        "diagnostics",
        known(study.clone().and_then(diagnostics), |found| diagnostics_json(&found)),
    );
    put("disturbances", disturbances_json(dataset, study.clone()));
    put("events", events_json(dataset, study));
    put("contributions", by_side(|side| contributions_json(dataset, series, period, side)));
    put(
        "shares",
        by_side(|side| {
            let found = concentration(series, &parts(dataset, key, side), period);
            known(found, |found| concentration_json(&found))
        }),
    );
    put("unit_value", known(unit_value_of(dataset, key, period), |found| unit_value_json(&found)));
    put(
        "price_volume",
        by_comparison(|comparison| {
            known(price_volume_of(dataset, key, period, comparison), |found| {
                price_volume_json(&found)
            })
        }),
    );
    put("dependence", dependence_json(dataset, key));
    Value::Object(report)
}

/// The statistic, or why there is none.
fn known<T>(statistic: Known<T>, write: impl FnOnce(T) -> Value) -> Value {
    match statistic {
        Ok(statistic) => write(statistic),
        Err(absent) => json!({ "missing": absent.to_string() }),
    }
}

fn by_side(write: impl Fn(Side) -> Value) -> Value {
    let sides = [Side::Partner, Side::Product];
    Value::Object(sides.into_iter().map(|side| (side.code().to_owned(), write(side))).collect())
}

fn by_comparison(write: impl Fn(Comparison) -> Value) -> Value {
    let named = |comparison: Comparison| (comparison.code().to_owned(), write(comparison));
    let with_periods = Comparison::ALL.into_iter().filter(|comparison| comparison.has_periods());
    Value::Object(with_periods.map(named).collect())
}

fn edition(dataset: &Dataset) -> Value {
    let latest = dataset.sources.iter().map(|source| source.published.as_str()).max();
    json!({
        "figures": dataset.observations().len(),
        "publications": dataset.sources.len(),
        "latest_published": latest,
    })
}

fn amount_json(amount: &Amount) -> Value {
    json!({
        "period": amount.period.start.to_string(),
        "months": amount.period.months,
        "value": amount.value,
        "status": amount.origin.code(),
    })
}

fn expectation_json(found: &Expectation) -> Value {
    let weights = found.weights;
    json!({
        "period": found.period.start.to_string(),
        "months": found.period.months,
        "actual": found.actual,
        "median": found.median,
        "interval_80": [found.interval_80.0, found.interval_80.1],
        "interval_95": [found.interval_95.0, found.interval_95.1],
        "probability_below_actual": found.below,
        "percent_of_median": found.percent(),
        "judged": found.ordinary().map(Ordinary::word),
        "same_months_before": found.years,
        "months_before": found.months,
        "season_holiday_and_trend_alone": found.alone,
        "carried_over_percent": found.carried(),
        "window_months": found.window,
        "models": {
            "regressions": weights.models,
            "airline": found.airline,
            "local_level": weights.level,
            "ar1_coefficient": weights.share,
            "trend": weights.trend,
            "trading_days": weights.trading_days,
            "new_year": weights.new_year,
            "fourier_pairs": weights.pairs,
        },
    })
}

fn backtest_json(found: &Backtest, first: usize) -> Value {
    json!({
        "periods": found.months,
        "scored_against_first_print": first,
        "within_80": found.within_80,
        "within_95": found.within_95,
        "compared": found.compared,
        "mean_absolute_error": found.error,
        "mean_absolute_error_same_month_last_year": found.error_last_year,
        "mean_absolute_error_last_month": found.error_last_month,
    })
}

fn test_json(test: Option<&Test>) -> Option<Value> {
    test.map(|test| json!({ "statistic": test.statistic, "p": test.p, "count": test.count }))
}

/// What the models leave, and how far later months moved what was adjusted.
fn diagnostics_json(found: &Diagnostics) -> Value {
    json!({
        "season_left_qs": test_json(found.season_left.as_ref()),
        "ljung_box": test_json(found.ljung_box.as_ref()),
        "jarque_bera": test_json(found.jarque_bera.as_ref()),
        "mean_revision_percent": found.mean_revision(),
        "revised_months": found.revisions.len(),
        "revisions": found
            .revisions
            .iter()
            .map(|(month, percent)| json!({ "month": month.to_string(), "percent": percent }))
            .collect::<Vec<_>>(),
    })
}

fn seasonality_json(found: &Seasonality) -> Value {
    json!({
        "qs": test_json(found.qs.as_ref()),
        "friedman": test_json(found.friedman.as_ref()),
        "kruskal_wallis": test_json(found.kruskal_wallis.as_ref()),
        "verdict": match found.verdict {
            Verdict::Seasonal => "seasonal",
            Verdict::NotSeasonal => "not seasonal",
            Verdict::Undecided => "undecided",
        },
    })
}

/// A part of logarithms, in percent.
fn share(log: f64) -> f64 {
    (log.exp() - 1.0) * 100.0
}

fn decomposition_json(study: Known<&PreparedSeries>, month: Month) -> Value {
    known(study.and_then(PreparedSeries::decomposition), |found| {
        let parts = &found.parts;
        let columns = parts.trend.iter().zip(&parts.seasonal).zip(parts.remainder.iter());
        let columns = columns.zip(found.calendar.iter().zip(&parts.weights)).zip(found.adjusted());
        let months: Vec<Value> = found
            .months
            .iter()
            .zip(columns)
            .map(|(filled, ((((trend, seasonal), remainder), (calendar, weight)), adjusted))| {
                let own = found.adjusted_in(filled.month);
                json!({
                    "month": filled.month.to_string(),
                    "observed": filled.value,
                    "filled": filled.filling.code(),
                    "seasonally_adjusted": adjusted.exp(),
                    "adjusted_month_on_month_percent": own.and_then(|own| own.month_on_month),
                    "adjusted_three_on_three_percent": own.and_then(|own| own.three_on_three),
                    "trend": trend.exp(),
                    "season_percent": share(*seasonal),
                    "calendar_percent": share(*calendar),
                    "remainder_percent": share(*remainder),
                    "weight": weight,
                })
            })
            .collect();
        let own = found.months.iter().position(|filled| filled.month == month);
        json!({
            "seasonal_strength": found.seasonal_strength,
            "trend_strength": found.trend_strength,
            "month": own.and_then(|index| months.get(index)).cloned(),
            "months": months,
        })
    })
}

/// The total adjusted from its parts, and how far that lies from the direct adjustment.
fn indirect_json(study: Known<&PreparedSeries>, parts: &[Part], month: Month) -> Value {
    let both = study.and_then(|study| Ok((study.decomposition()?, study.indirect(parts)?)));
    known(both, |(direct, found)| {
        let names = |places: &[usize]| {
            let parts = places.iter().filter_map(|place| parts.get(*place));
            parts.map(|part| part.name.clone()).collect::<Vec<_>>()
        };
        let one = |filled: &Filled| {
            json!({
                "month": filled.month.to_string(),
                "seasonally_adjusted": found.adjusted_in(filled.month),
                "less_direct_percent": found.difference(&direct, filled.month),
            })
        };
        let months: Vec<Value> = direct.months.iter().map(one).collect();
        let own = direct.months.iter().position(|filled| filled.month == month);
        let apart = found.apart(&direct);
        json!({
            "adjusted_one_by_one": names(&found.alone),
            "adjusted_as_one": names(&found.together),
            "median_difference_percent": apart.map(|apart| apart.typical),
            "largest_difference_percent": apart.map(|apart| apart.largest.0),
            "largest_difference_month": apart.map(|apart| apart.largest.1.to_string()),
            "month": own.and_then(|index| months.get(index)).cloned(),
            "months": months,
        })
    })
}

fn disturbances_json(dataset: &Dataset, study: Known<&PreparedSeries>) -> Value {
    known(study.and_then(PreparedSeries::disturbances), |found| {
        let one = |one: &Disturbance| {
            let near =
                dataset.events.iter().filter(|event| (event.month - one.period.start).abs() <= 2);
            json!({
                "kind": one.kind.code(),
                "period": one.period.start.to_string(),
                "months": one.period.months,
                "percent": one.percent,
                "interval_95": [one.interval_95.0, one.interval_95.1],
                "t_value": one.t,
                "events_within_two_months": near.map(|event| &event.date).collect::<Vec<_>>(),
            })
        };
        let (first, last) = found.span;
        json!({
            "from": first.to_string(),
            "to": last.to_string(),
            "least_t_value": LEAST_T,
            "found": found.found.iter().map(one).collect::<Vec<_>>(),
            "levels": found
                .levels
                .iter()
                .map(|(period, level)| json!({ "month": period.start.to_string(), "level": level }))
                .collect::<Vec<_>>(),
        })
    })
}

fn events_json(dataset: &Dataset, study: Known<&PreparedSeries>) -> Value {
    let effect = |event: &Event| study.clone().and_then(|study| event_effect(study, event.month));
    let effects: Vec<Known<EventEffect>> = dataset.events.iter().map(effect).collect();
    let known_ones: Vec<EventEffect> =
        effects.iter().filter_map(|effect| effect.as_ref().ok().copied()).collect();
    let mut joint = jointly(&known_ones).into_iter();
    let event = |(event, effect): (&Event, Known<EventEffect>)| {
        json!({
            "date": event.date,
            "title": event.title(),
            "effect": known(effect, |effect: EventEffect| {
                let joint = joint.next();
                json!({
                    "percent": effect.percent,
                    "interval_95": [effect.interval_95.0, effect.interval_95.1],
                    "p": effect.p,
                    "joint_interval_95": joint.map(|one| [one.interval_95.0, one.interval_95.1]),
                    "more_than_chance": joint.map(|one| one.clear),
                    "months_before": effect.before,
                    "months_after": effect.after,
                })
            }),
        })
    };
    Value::Array(dataset.events.iter().zip(effects).map(event).collect())
}

fn contributions_json(dataset: &Dataset, series: &Series, period: Period, side: Side) -> Value {
    let parts = parts(dataset, series.key(), side);
    let written = |found: Contributions| {
        let listed: Vec<Value> = found
            .parts
            .iter()
            .map(|part| {
                json!({
                    "name": part.name,
                    "current": part.current.value,
                    "base": part.base.value,
                    "percentage_points": part.points,
                })
            })
            .collect();
        json!({
            "current": amount_json(&found.current),
            "base": amount_json(&found.base),
            "percent": found.percent(),
            "parts": listed,
            "rest_percentage_points": found.rest,
            "lacking": found
                .lacking
                .iter()
                .map(|(name, absent)| json!({ "name": name, "missing": absent.to_string() }))
                .collect::<Vec<_>>(),
        })
    };
    by_comparison(|comparison| known(contributions(series, &parts, period, comparison), written))
}

fn concentration_json(found: &Concentration) -> Value {
    // The bounds are open upwards where nothing is listed; JSON has no infinity.
    let range = |range: Range| {
        json!([range.low, if range.high.is_finite() { json!(range.high) } else { Value::Null }])
    };
    json!({
        "period": found.period.start.to_string(),
        "months": found.period.months,
        "total": found.total.value,
        "shares": found
            .shares
            .iter()
            .map(|part| json!({ "name": part.name, "amount": part.amount.value, "share": part.share }))
            .collect::<Vec<_>>(),
        "not_listed": found.rest,
        "herfindahl_hirschman": range(found.herfindahl),
        "effective_number": range(found.effective),
    })
}

/// A key with its unit: `value_usd`.
fn named(name: &str, unit: Unit) -> String {
    key(&format!("{name}_{}", unit.name_part()))
}

/// Keys are in small letters.
fn key(name: &str) -> String {
    name.to_lowercase()
}

fn unit_value_json(found: &UnitValue) -> Value {
    let UnitRatio { of, per } = found.unit;
    let volume = per.measure().code();
    let keys = [named("value", of), named(volume, per), key(&found.unit.name_part())];
    let [value, volume, unit_value] = keys;
    json!({
        "period": found.period.start.to_string(),
        "months": found.period.months,
        value: found.value.value,
        volume: found.volume.value,
        unit_value: found.unit_value,
    })
}

fn price_volume_json(found: &PriceVolume) -> Value {
    let [value, volume, price] = found.percents();
    let [by_volume, by_price] =
        ["by_volume", "by_price"].map(|name| named(name, found.current.unit.of));
    json!({
        "current": unit_value_json(&found.current),
        "base": unit_value_json(&found.base),
        "value_percent": value,
        "volume_percent": volume,
        "unit_value_percent": price,
        by_volume: found.by_volume,
        by_price: found.by_price,
        "by_volume_percentage_points": found.points_by_volume(),
        "by_price_percentage_points": found.points_by_price(),
    })
}

fn dependence_json(dataset: &Dataset, key: &SeriesKey) -> Value {
    let basis = Basis::of(dataset, key);
    let (imports, exports) = (&basis.imports, &basis.exports);
    let year = |year: i32| {
        let found = dependence(&basis.series, imports, exports, year);
        let quota = amount(&basis.quota, Period::year(year));
        json!({
            "year": year,
            "found": known(found, |found: Dependence| json!({
                "measured_against": dataset.about.basis_word(basis.is_quota(year)),
                "production": found.production.value,
                "quota": quota.ok().map(|quota| quota.value),
                "imports": found.imports.value,
                "exports": found.exports.value,
                "apparent_consumption": found.apparent_consumption(),
                "import_share": found.import_share(),
                "net_import_reliance": found.net_import_reliance(),
            })),
        })
    };
    let mut years = dependence_years(&basis.series, imports, exports);
    years.retain(|_| Basis::is_of(dataset, &key.product));
    Value::Array(years.into_iter().map(year).collect())
}
