//! What is shown where an address asks for what there is not, and the word that says so.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;

use xenotime::charts::{
    CHARTS, ChartKind, Query, Question, Step, View, YAxis, fragments, lead, open, page, view,
    view_of_parts, walk,
};
use xenotime::statistics::amount;
use xenotime::statistics::structure::{Side, parts};
use xenotime::trade::{
    Dataset, Flow, Language, Measure, Month, Observation, Period, Product, SeriesKey, Unit,
};

mod common;
use common::{
    bundled, bundled_whole, by_partner, figure, key, month, own_file, period, rare_earths,
    with_parts,
};

fn asked(dataset: &Dataset, search: &str) -> (xenotime::charts::View, Vec<String>) {
    open(dataset, &Query::parse_over(search, dataset).0)
}

#[test]
fn a_month_outside_the_figures_is_told_of_whichever_control_names_it() {
    let dataset = bundled();
    for (search, month) in [
        ("?month=1990-01", "January 1990"),
        ("?from=1990-01", "January 1990"),
        ("?to=2090-12", "December 2090"),
    ] {
        let (_, words) = asked(&dataset, search);
        assert!(
            words.iter().any(|word| word.starts_with(&format!("No figure for {month}: "))),
            "{search}: {words:?}"
        );
    }
    assert!(asked(&dataset, "?from=2015-01&to=2020-12").1.is_empty());
    // The chart has no such control: what is not obeyed is not spoken of.
    assert!(asked(&dataset, "?chart=framing&month=2024-11&from=1990-01").1.is_empty());
}

/// One parameter that is not the chart is something asked for, not a chart alone.
#[test]
fn what_an_address_of_one_parameter_asks_in_vain_is_told_of() {
    let Some(dataset) = by_partner() else { return };
    let (shown, words) = asked(&dataset, "?chart=drivers&month=2013-03");
    assert!(!shown.graph.marks.is_empty());
    assert!(words.iter().any(|word| word.contains("Shown instead")), "{words:?}");
    assert!(asked(&dataset, "?chart=drivers").1.is_empty());
}

/// Exports are not taken off imports and production, which may be of the whole and not of the goods: they are no supply.
#[test]
fn imports_and_production_are_not_called_supply() {
    let dataset = bundled_whole();
    let (view, _) = asked(&dataset, "?chart=dependence");
    assert!(view.headline.contains("of imports plus "), "{}", view.headline);
    let view = Language::Chinese.speak(|| asked(&dataset, "?chart=dependence").0);
    assert!(view.headline.contains("进口相当于进口量与"), "{}", view.headline);
}

/// Production and quota count all rare earths: magnets are made of them, and metals are some of them.
#[test]
fn dependence_is_of_what_is_mined_alone() {
    let dataset = bundled_whole();
    let (query, _) = Query::parse("?product=magnets-metal");
    let offered = ChartKind::parse("dependence").unwrap().record().offered;
    assert!(offered(&dataset, &Query::default().settled(&dataset)));
    assert!(!offered(&dataset, &query.settled(&dataset)));
    for product in ["magnets-metal", "metals", "compounds-but-cerium", "cerium-compounds"] {
        let search = format!("?chart=dependence&product={product}");
        let (view, _) = asked(&dataset, &search);
        let why =
            "Import dependence cannot be shown: mine production is known for all rare earths only";
        assert_eq!(view.headline, why);
        assert!(
            view.graph.marks.is_empty() && !view.subtitle.contains("mine"),
            "{}",
            view.subtitle
        );
        let chinese = Language::Chinese.speak(|| asked(&dataset, &search).0);
        assert_eq!(chinese.headline, "无法显示进口占比：开采量只有全部稀土的数据");
        // Nor does the choice of goods name others.
        let page = page(&dataset, &view, Vec::new());
        let product = page.controls.iter().find(|control| control.name == "product").unwrap();
        assert_eq!(product.choices.len(), 2, "{:?}", product.choices);
    }
}

/// A frame and a picture have headline and subtitle alone: one of them says if another month or event is shown.
#[test]
fn another_month_or_event_than_the_one_asked_for_is_told_of_beside_the_chart() {
    let Some(dataset) = by_partner() else { return };
    for (search, said, chinese) in [
        ("?chart=map&month=2021-08", "; August 2021 is not available", "2021年8月无数据"),
        ("?chart=shares&month=2026-05", "; May 2026 is not available", "2026年5月无数据"),
        ("?chart=dependence&month=2020-07", "; 2020 is not available", "2020年无数据"),
        ("?chart=effects&event=2011-01-01", "; 1 January 2011 is not available", "无数据"),
        ("?chart=effects&month=2015-01", "; January 2015 is not available", "2015年1月无数据"),
        (
            "?chart=decomposition&month=2014-05",
            ". May 2014 is outside the time shown.",
            "。2014年5月不在图中所示时段内。",
        ),
    ] {
        let (view, _) = asked(&dataset, search);
        assert!(view.subtitle.ends_with(said), "{search}: {} / {}", view.headline, view.subtitle);
        let view = Language::Chinese.speak(|| asked(&dataset, search).0);
        assert!(view.subtitle.contains(chinese), "{search}: {}", view.subtitle);
    }
    for search in [
        "?chart=map&month=2025-08",
        "?chart=map&product=magnets&month=2025-12",
        "?chart=effects",
        // The headline says that nothing can be measured there.
        "?chart=effects&event=2010-09-21",
        "?chart=effects&event=2025-04-04",
        "?chart=effects&month=2025-06",
        "?chart=decomposition&month=2024-11",
        "?chart=gaps&month=2024-06",
        "?month=2014-05",
        "?chart=heat&month=2018-05",
        "?chart=season&month=2019-05&from=2021-01",
        "?chart=shares&month=2021-08",
    ] {
        let (view, _) = asked(&dataset, search);
        let told = ["not available", "outside"].iter().any(|said| view.subtitle.contains(said));
        assert!(!told, "{search}: {}", view.subtitle);
    }
}

/// A chart of years is of the one that holds the month asked for.
#[test]
fn a_chart_of_years_takes_the_year_of_the_month() {
    let dataset = bundled_whole();
    for (search, year) in [
        ("?chart=dependence&month=2018-06", "2018"),
        ("?chart=dependence&month=2024-12", "2024"),
        ("?chart=prices&month=2024-04", "2024"),
        ("?chart=prices&month=2024-12", "2024"),
    ] {
        let (view, _) = asked(&dataset, search);
        assert!(view.headline.contains(year), "{search}: {}", view.headline);
        assert!(!view.subtitle.contains("not available"), "{search}: {}", view.subtitle);
        let first = view.graph.first.unwrap();
        assert!(view.graph.marks[first].period.contains(year), "{search}");
    }
}

/// A partner of the table leads to a chart that shows it, and to no other than the one shown without a word.
#[test]
fn a_row_leads_to_a_chart_that_shows_it() {
    let Some(dataset) = by_partner() else { return };
    for (search, chart) in [
        ("?chart=season&partner=DEU", "months"),
        ("?chart=shares&partner=DEU", "months"),
        ("?chart=price-volume&month=2024-12&partner=DEU", "months"),
        ("?chart=gaps&partner=NLD", "months"),
        ("?chart=prices&partner=DEU", "months"),
        ("?chart=dependence&partner=DEU", "months"),
        ("?chart=gaps&partner=USA", "gaps"),
        ("?chart=map&partner=DEU", "map"),
        ("?chart=unit-value&partner=DEU", "unit-value"),
        ("?chart=season&product=magnets&partner=USA", "season"),
        ("?chart=season", "season"),
    ] {
        let query = Query::parse_over(search, &dataset).0;
        let (led, why) = lead(&dataset, &query);
        assert_eq!(led.chart.code(), chart, "{search}: {why}");
        assert_eq!(why.is_empty(), led == query, "{search}: {why}");
        assert_eq!(led.partner, query.partner, "{search}");
        assert!(!view(&dataset, &led).graph.marks.is_empty(), "{search}");
        if !why.is_empty() {
            assert!(why.ends_with("Shown instead: Months."), "{search}: {why}");
        }
    }
    let gaps = asked(&dataset, "?chart=gaps&partner=USA").0;
    assert!(gaps.headline.contains("the United States"), "{}", gaps.headline);
    let none = asked(&dataset, "?chart=gaps&partner=NLD").0;
    assert!(none.subtitle.ends_with("; the Netherlands is not available"), "{}", none.subtitle);
    assert!(none.finding.starts_with("There are no reports from both sides for the Netherlands"));
}

/// Where no chart of a question can be drawn, it is not among the questions; nor is a chart that cannot be among
/// its charts.
#[test]
fn no_chart_is_offered_that_cannot_be_drawn() {
    let dataset = bundled_whole();
    let links = |search: &str| {
        let (view, _) = asked(&dataset, search);
        let page = fragments(&dataset, &view);
        let html = page.into_iter().find(|own| own.name == "charts").unwrap().html;
        let links = html.split("<li><a href=\"./").skip(1);
        let links = links.map(|link| link.split('"').next().unwrap().replace("&amp;", "&"));
        (links.collect::<Vec<_>>(), html)
    };
    for (search, told) in [("", true), ("?flow=import", false), ("?partner=USA", false)] {
        let (_, html) = links(search);
        assert_eq!(html.contains("Out of the ordinary?"), told, "{search}: {html}");
    }
    let mut refused = Vec::new();
    for chosen in [
        "",
        "&flow=import",
        "&product=magnets",
        "&product=terbium",
        "&product=salts",
        "&partner=JPN",
        "&partner=MYS",
        "&flow=import&partner=MMR",
        "&measure=value",
        "&asof=2020-01",
    ] {
        for chart in ["months", "expectation", "unit-value"] {
            let own = format!("?chart={chart}{chosen}");
            for link in links(&own).0 {
                let (view, _) = asked(&dataset, &link);
                if view.graph.marks.is_empty() && !link.contains(&format!("chart={chart}")) {
                    refused.push(format!("{link}: {}", view.headline));
                }
            }
        }
    }
    refused.sort();
    refused.dedup();
    assert!(refused.is_empty(), "{refused:#?}");
}

/// Up and down stay in the month, where another year has it.
#[test]
fn keys_lead_from_year_to_year_within_a_month() {
    let dataset = bundled();
    let (view, _) = asked(&dataset, "?chart=cumulative&month=2024-10");
    let graph = &view.graph;
    for (index, mark) in graph.marks.iter().enumerate() {
        for step in [Step::Up, Step::Down] {
            let led = &graph.marks[walk(graph, index, step)];
            let other = |one: &&xenotime::charts::Mark| one.group != mark.group;
            let level = graph.marks.iter().filter(other).any(|one| one.at.0 == mark.at.0);
            assert!(!level || led.at.0 == mark.at.0, "{} to {}", mark.period, led.period);
        }
    }
}

/// No picture leaves open whether it is of exports or of imports.
#[test]
fn a_frame_says_which_way_the_goods_go() {
    let Some(dataset) = by_partner() else { return };
    for search in [
        "?chart=unit-value&product=magnets-metal",
        "?chart=unit-value&product=metals-and-other-compounds",
        "?chart=unit-value&flow=import&product=metals-and-compounds",
        "?flow=import&product=metals-and-compounds&measure=value",
        "?chart=change&flow=import&product=metals-and-compounds&measure=value",
        "?chart=history&flow=import&product=metals-and-compounds&measure=value",
        "?chart=drivers&measure=value",
        "?chart=drivers&product=cerium-compounds&measure=value",
        "?chart=shares&product=rare-earth-products",
    ] {
        let way = if search.contains("import") { ["mport", "进口"] } else { ["xport", "出口"] };
        let said = |view: &View| format!("{} / {}", view.headline, view.subtitle);
        let english = said(&asked(&dataset, search).0);
        assert!(english.contains(way[0]), "{search}: {english}");
        assert!(!english.contains(",…") && !english.contains("uS "), "{search}: {english}");
        let chinese = Language::Chinese.speak(|| said(&asked(&dataset, search).0));
        assert!(chinese.contains(way[1]), "{search}: {chinese}");
    }
}

/// What the reader left out of the picture has a headline still; every chart says so in the same words.
#[test]
fn a_month_outside_the_time_shown_is_said_by_every_chart() {
    let Some(dataset) = by_partner() else { return };
    for (search, month) in [
        ("?from=2023-04&to=2024-02&month=2025-01", "January 2025"),
        ("?chart=expectation&month=2024-11&from=2025-01", "November 2024"),
        ("?chart=balance&month=2024-05&to=2024-01", "May 2024"),
        ("?chart=heat&month=2018-05&from=2021-01", "May 2018"),
        ("?chart=unit-value&month=2023-05&to=2020-01", "May 2023"),
        ("?chart=change&month=2019-05&from=2022-01", "May 2019"),
        ("?chart=decomposition&month=2018-06&from=2020-01", "June 2018"),
        ("?chart=shares&month=2025-06&to=2024-01", "June 2025"),
    ] {
        let (view, _) = asked(&dataset, search);
        let said = format!(". {month} is outside the time shown.");
        assert!(view.subtitle.ends_with(&said), "{search}: {}", view.subtitle);
        assert!(!view.notes.iter().any(|note| note.contains("outside the time")), "{search}");
    }
    let (view, _) = asked(&dataset, "?from=2023-04&to=2024-02&month=2025-01&asof=2026-01-01");
    assert!(view.subtitle.contains("; as known on 1 January 2026. "), "{}", view.subtitle);
}

#[test]
fn a_forecast_that_is_not_made_has_its_true_reason() {
    let dataset = bundled();
    for (search, said) in [
        (
            "?chart=expectation&month=2014-05",
            "No forecast for May 2014: figures without a long gap begin in May 2018",
        ),
        ("?chart=expectation&month=2014-06", "No forecast for June 2014: "),
        (
            "?chart=expectation&month=2019-09",
            "No forecast for September 2019: 36 months are needed; 16 are available",
        ),
    ] {
        let (view, _) = asked(&dataset, search);
        assert!(view.headline.starts_with(said), "{search}: {}", view.headline);
        let series = dataset.series(&Query::default().settled(&dataset).key());
        let own = Month::parse(&search[search.len() - 7..]).unwrap();
        let lacks = view.headline.contains("no figure for");
        assert_eq!(series.month(own).is_none(), lacks, "{search}: {}", view.headline);
    }
}

/// Nobody knows yet what will be known then.
#[test]
fn data_are_known_as_they_are_and_no_later() {
    let dataset = bundled();
    for (date, said) in [
        ("2030-01-01", "as known on 25 November 2026"),
        ("2026", "as known on 25 November 2026"),
        ("2026-11-25", "as known on 25 November 2026"),
        ("2026-10-01", "as known on 1 October 2026"),
        ("2025", "as known at the end of 2025"),
    ] {
        let (view, _) = asked(&dataset, &format!("?asof={date}"));
        assert!(view.subtitle.ends_with(said), "{date}: {}", view.subtitle);
    }
}

/// Shares of what goes to one partner are none of the whole.
#[test]
fn shares_of_one_partner_name_it() {
    let Some(dataset) = by_partner() else { return };
    for (partner, name) in [("DEU", "Germany"), ("USA", "the United States")] {
        for search in ["", "&flow=import"] {
            let search = format!("?chart=shares&product=magnets-metal&partner={partner}{search}");
            let (view, _) = asked(&dataset, &search);
            if view.query.partner.is_world() {
                continue;
            }
            for text in [&view.headline, &view.subtitle] {
                assert!(text.contains(name), "{search}: {text}");
            }
        }
    }
}

#[test]
fn parts_as_large_as_each_other_are_named_together() {
    let Some(dataset) = by_partner() else { return };
    for chart in ["shares", "map"] {
        let search = format!("?chart={chart}&product=terbium&month=2025-07");
        let (view, _) = asked(&dataset, &search);
        let said =
            "Japan and South Korea each took 50.0% of China’s exports of terbium in July 2025";
        assert_eq!(view.headline, said);
        let credited = view.credits.iter().any(|credit| credit.what.contains("South Korea"));
        assert!(credited, "{:?}", view.credits);
        let view = Language::Chinese.speak(|| asked(&dataset, &search).0);
        assert!(view.headline.contains("日本、韩国各占50.0%"), "{}", view.headline);
    }
}

/// The names of goods may say of themselves that they are listed, or not.
#[test]
fn the_only_goods_listed_are_named_last() {
    let Some(dataset) = by_partner() else { return };
    let (view, _) = asked(&dataset, "?chart=shares&by=product&asof=2025-04");
    assert!(view.headline.starts_with("Only product line listed: "), "{}", view.headline);
    assert!(!view.headline.contains("listed by element listed"), "{}", view.headline);
}

#[test]
fn steps_that_cannot_be_shown_say_why() {
    let dataset = bundled_whole();
    let (view, _) = asked(&dataset, "?chart=effects&product=magnets&event=2010-09-21");
    if view.graph.marks.is_empty() {
        assert!(view.headline.contains(": "), "{}", view.headline);
    }
    let (view, _) = asked(&dataset, "?chart=effects&product=dysprosium");
    let said = "Steps at events cannot be shown: ";
    assert!(view.headline.starts_with(said), "{}", view.headline);
}

/// What is known of a partner without any comparison is shown as that, not another's figures in its place.
#[test]
fn a_partner_with_one_figure_is_not_told_of_by_all() {
    let Some(dataset) = by_partner() else { return };
    let (view, words) = asked(&dataset, "?chart=change&partner=MYS");
    assert_eq!(view.headline, "China exported 398.1 t of rare earths to Malaysia in 2025");
    assert!(words.is_empty(), "{words:?}");
    assert!(view.sentence.contains("no figure for 2024"), "{}", view.sentence);
    let YAxis::Rows(rows) = &view.graph.y else { unreachable!() };
    assert!(rows[0].absent.contains("no figure for 2024"), "{rows:?}");
}

/// Nobody exports an allowance.
#[test]
fn an_allowance_is_not_called_trade() {
    let dataset = bundled_whole();
    let (view, _) = asked(&dataset, "?product=mining");
    assert_eq!(view.headline, "The mining quota is not trade: see the chart “Dependence”");
    let view = Language::Chinese.speak(|| asked(&dataset, "?product=mining").0);
    assert_eq!(view.headline, "开采总量控制指标不是贸易数据，请见“进口占比”图");
}

#[test]
fn dependence_is_of_weight_and_of_all_partners_and_says_so() {
    let dataset = bundled_whole();
    let (usual, words) = asked(&dataset, "?chart=dependence");
    assert!(words.is_empty(), "{words:?}");
    for search in ["?chart=dependence&measure=value", "?chart=dependence&partner=JPN"] {
        let (shown, words) = asked(&dataset, search);
        assert_eq!(shown.headline, usual.headline, "{search}");
        assert_eq!(words.len(), 1, "{search}: {words:?}");
        let page = page(&dataset, &shown, words);
        let product = page.controls.iter().find(|control| control.name == "product").unwrap();
        assert!(product.choices.iter().all(|choice| choice.value.ends_with(" WLD volume")));
        assert!(product.choices.iter().any(|choice| choice.value == product.value));
    }
}

#[test]
fn what_moved_dependence_is_read_from_the_figures() {
    let dataset = bundled_whole();
    let (shown, _) = asked(&dataset, "?chart=dependence&to=2025-12");
    let turn = "The share fell by 5.8 percentage points in 2025: imports fell 24.0%; the figure for mine production stayed the same.";
    assert!(shown.finding.contains(turn), "{}", shown.finding);
    // What is lacking is named, and no more.
    assert!(
        shown.finding.contains("There are no annual figures of imports for 2019–2022."),
        "{}",
        shown.finding
    );
    assert!(!shown.finding.contains("annual exports"), "{}", shown.finding);
    // A quota beside production is no change of either.
    for year in 2011..=2026 {
        let (shown, _) = asked(&dataset, &format!("?chart=dependence&to={year}-12"));
        let told = shown.finding.contains("The share ");
        let before = format!("{}", year - 1);
        assert!(
            !told || shown.finding.contains(&format!("in {before}")),
            "{year}: {}",
            shown.finding
        );
    }
}

#[test]
fn dependence_uses_the_data_set_s_own_words() {
    let made = with_parts(std::path::Path::new("tests/made"));
    let (shown, _) = asked(&made, "?chart=dependence");
    let table = format!("{:?}", shown.table);
    let all = format!("{} {} {} {table}", shown.headline, shown.sentence, shown.notes.join(" "));
    assert!(all.contains("leaf picked") && all.contains("Picking allowance"), "{all}");
    for foreign in [" mine", "mining", "Mining", "oxide"] {
        assert!(!all.contains(foreign), "{foreign}: {all}");
    }
    // It is the year that is not known, and of which flow.
    let bundled = bundled_whole();
    let (shown, _) = asked(&bundled, "?chart=dependence");
    let lacks: Vec<&str> =
        shown.table.rows.iter().filter_map(|row| Some(row.cells.last()?.text.as_str())).collect();
    let empty = lacks.iter().any(|words| words.contains("no figure for imports in 20"));
    assert!(empty, "{lacks:?}");
}

#[test]
fn what_is_taken_apart_is_compared_with_periods_only() {
    let dataset = bundled_whole();
    let choices = |search: &str| {
        let (shown, words) = asked(&dataset, search);
        let page = page(&dataset, &shown, words);
        let control = page.controls.into_iter().find(|control| control.name == "compare").unwrap();
        control.choices.into_iter().map(|choice| choice.value).collect::<Vec<_>>()
    };
    assert_eq!(choices("?chart=drivers&product=magnets&month=2025-12"), ["mom", "yoy", "ytd"]);
    assert_eq!(choices("").len(), 6);
}

fn wares(parts: [f64; 2]) -> Dataset {
    let mut dataset = Dataset::default();
    let (code, label) = ("wares".to_owned(), "Wares".to_owned());
    dataset.products.push(Product { code, label, ..Product::default() });
    dataset.about.usual.product = "wares".to_owned();
    for (partner, values) in [("WLD", [100.0, 110.0]), ("FRA", parts), ("ITA", [30.0, 30.0])] {
        dataset.observe(["2023-06", "2024-06"].into_iter().zip(values).map(|(start, value)| {
            Observation {
                key: key(Flow::Export, "wares", partner),
                unit: Unit::TONNE,
                figure: figure(period(start, 1), value),
                line: 0,
            }
        }));
    }
    dataset
}

#[test]
fn parts_that_exceed_their_total_are_said_to() {
    let dataset = wares([60.0, 95.0]);
    let drivers = view(&dataset, &Query::parse_over("?chart=drivers", &dataset).0);
    let notes = drivers.notes.join(" ");
    assert!(notes.contains("add up to 125 t for June 2024, more than the total"), "{notes}");
    assert!(!notes.contains("June 2023, more than"), "{notes}");
    let fits = wares([60.0, 70.0]);
    let drivers = view(&fits, &Query::parse_over("?chart=drivers", &fits).0);
    assert!(!drivers.notes.join(" ").contains("more than the total"));
    // Where there is nothing but periods that do not fit, the chart says how much each part is.
    let dataset = wares([95.0, 95.0]);
    let shares = view(&dataset, &Query::parse_over("?chart=shares", &dataset).0);
    assert!(shares.headline.contains("exceed the total"), "{}", shares.headline);
    let rows = format!("{:?}", shares.table.rows);
    assert!(rows.contains("95 t in June 2024") && !rows.contains("the total is not"), "{rows}");
}

/// A picture has the headline and the subtitle alone.
#[test]
fn a_picture_of_another_month_says_which_is_not_available() {
    let dataset = wares([60.0, 95.0]);
    let subtitle = |search: &str| {
        view(&dataset, &Query::parse_over(&format!("?chart=shares{search}"), &dataset).0).subtitle
    };
    let asked = subtitle("&month=2024-06");
    assert!(asked.ends_with("; June 2024 is not available"), "{asked}");
    // Nobody asked for the latest month, and the one asked for is shown.
    for search in ["", "&month=2023-06"] {
        assert!(!subtitle(search).contains("not available"), "{search}");
    }
}

#[test]
fn an_event_after_the_month_is_said_to_be() {
    let dataset = bundled_whole();
    let said = |month: &str| {
        let search = format!("?chart=effects&month={month}");
        view(&dataset, &Query::parse(&search).0).sentence
    };
    let none = said("2019-06");
    assert!(none.starts_with("No step at an event up to June 2019 can be estimated."), "{none}");
    assert!(!said("2024-11").contains("No step"), "{}", said("2024-11"));
}

#[test]
fn a_change_on_the_month_before_credits_both_months() {
    let dataset = bundled_whole();
    let shown = view(&dataset, &Query::parse("?chart=decomposition&month=2024-11").0);
    assert!(shown.headline.contains("month on month"), "{}", shown.headline);
    let named: Vec<&str> = shown.credits.iter().map(|credit| &*credit.what).collect();
    assert_eq!(named, ["November 2024", "October 2024"]);
}

#[test]
fn a_row_names_each_of_its_sources_once() {
    let dataset = bundled_whole();
    let mut wrong = BTreeSet::new();
    for chart in CHARTS {
        let shown = view(&dataset, &Query::parse(chart.example).0);
        for row in &shown.table.rows {
            let distinct: BTreeSet<usize> = row.sources.iter().copied().collect();
            if distinct.len() < row.sources.len() {
                wrong.insert(chart.code);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn home_and_end_go_through_all_bars() {
    let dataset = bundled_whole();
    let (shown, _) = asked(&dataset, "?chart=drivers&product=magnets&month=2025-12");
    let last = shown.graph.marks.len() - 1;
    assert!(last >= 2);
    assert_eq!(walk(&shown.graph, 1, Step::First), 0);
    assert_eq!(walk(&shown.graph, 1, Step::Last), last);
    // Of a line it is the line's own first.
    let (shown, _) = asked(&dataset, "?chart=balance&month=2024-11");
    let of = |index: usize| shown.graph.marks[index].group;
    let other = shown.graph.marks.iter().position(|mark| mark.group == 1).unwrap();
    assert_eq!(of(walk(&shown.graph, other, Step::First)), 1);
}

/// A line through sums of other partners each year would show their coming and going as trade.
#[test]
fn the_mirror_s_line_breaks_where_other_partners_are_added_up() {
    let mut dataset = wares([60.0, 60.0]);
    for (partner, from) in [("FRA", 0), ("ITA", 3)] {
        for flow in [Flow::Export, Flow::MirrorExport] {
            dataset.observe((from..6).map(|at| Observation {
                key: key(flow, "wares", partner),
                unit: Unit::TONNE,
                figure: figure(period(&format!("2022-{:02}", at + 1), 1), 10.0),
                line: 0,
            }));
        }
    }
    let (shown, _) = asked(&dataset, "?chart=mirror");
    let lengths: Vec<Vec<usize>> = shown
        .graph
        .layers
        .iter()
        .filter_map(|layer| match layer {
            xenotime::charts::Layer::Line { runs, .. } => Some(runs.iter().map(Vec::len).collect()),
            _ => None,
        })
        .collect();
    assert_eq!(lengths, [[3, 3], [3, 3]]);
}

/// Trade in wine: exports in euro, imports and one destination in dollars.
fn in_two_moneys() -> Dataset {
    let months = [2023, 2024].into_iter().flat_map(|year| (1..=12).map(move |month| (year, month)));
    let rows = months.flat_map(|(year, month)| {
        [
            ("export", "WLD", 1000 + month, "EUR"),
            ("export", "DEU", 400 + month, "USD"),
            ("export", "USA", 300 + month, "EUR"),
            ("import", "WLD", 500 + month, "USD"),
            ("mirror-export", "USA", 350 + month, "USD"),
        ]
        .map(|(flow, partner, value, unit)| {
            format!("{year}-{month:02},1,{flow},value,wine,{partner},{value},{unit}")
        })
    });
    let rows: Vec<String> = rows.collect();
    own_file(("wine", "Wine"), "DEU,Germany\nUSA,the United States\n", &rows)
}

#[test]
fn what_is_counted_in_two_units_is_neither_added_nor_held_together() {
    let dataset = in_two_moneys();
    let of =
        |search: &str| open(&dataset, &Query::parse_over(search, &dataset).0.settled(&dataset));
    let (shares, _) = of("?chart=shares&month=2024-06");
    assert!(
        shares.headline.starts_with(
            "Only the United States in euros: 30.4% of exports of wine by value in Jun 2024"
        ),
        "{}",
        shares.headline
    );
    let left_out = "One destination not counted in euros is left out.";
    assert!(shares.notes.iter().any(|note| note == left_out), "{:?}", shares.notes);
    let (drivers, _) = of("?chart=drivers&month=2024-06&compare=mom");
    assert!(drivers.table.rows.iter().all(|row| row.cells[0].text != "Germany"));
    for chart in ["balance", "mirror"] {
        let (view, _) = of(&format!("?chart={chart}&month=2024-06"));
        let said = format!("{} {} {:?}", view.headline, view.sentence, view.table);
        assert!(!said.contains("506") && !said.contains("356"), "{chart}: {said}");
    }
}

#[test]
fn the_lines_of_a_month_are_fetched_where_a_total_is_taken_apart_by_goods() {
    let dataset = bundled();
    for chart in ["shares", "drivers"] {
        let query = Query::parse(&format!("?chart={chart}&by=product&month=2024-12&compare=mom")).0;
        let needs = page(&dataset, &view(&dataset, &query), Vec::new()).needs;
        assert!(needs.iter().any(|file| file == "by-month-and-code.csv"), "{chart}: {needs:?}");
    }
}

#[test]
fn a_whole_is_no_part_of_its_own_part() {
    let dataset = bundled_whole();
    for product in &dataset.products {
        for flow in [Flow::Export, Flow::Import] {
            let key = SeriesKey { product: product.code.clone(), ..rare_earths(flow) };
            for part in parts(&dataset, &key, Side::Product) {
                let code = &part.series.key().product;
                let wider = dataset.lies_within(&product.code, code, flow);
                assert!(!wider, "{code} is counted in {}", product.code);
            }
        }
    }
    let magnets = SeriesKey { product: "magnets".to_owned(), ..rare_earths(Flow::Export) };
    assert!(parts(&dataset, &magnets, Side::Product).is_empty());
}

#[test]
fn a_pinned_file_names_fewer_parts_and_changes_no_number() {
    let Some(dataset) = by_partner() else { return };
    for search in [
        "?chart=drivers&product=metals-and-other-compounds&month=2024-12",
        "?chart=shares&month=2025-12",
    ] {
        let query = Query::parse_over(search, &dataset).0;
        let (whole, few) = (view(&dataset, &query), view_of_parts(&dataset, &query, 20));
        let rest = |view: &View| {
            let rows = view.table.rows.iter();
            let own = rows.filter(|row| {
                row.cells
                    .iter()
                    .any(|cell| ["Not listed", "Not broken down"].contains(&cell.text.as_str()))
            });
            own.map(|row| row.cells.clone()).collect::<Vec<_>>()
        };
        assert_eq!(rest(&whole), rest(&few), "{search}");
        assert_eq!(whole.headline, few.headline);
        assert!(few.table.rows.len() < whole.table.rows.len(), "{search}");
        assert!(
            few.table
                .rows
                .iter()
                .any(|row| row.cells.iter().any(|cell| cell.text.ends_with(" others")))
        );
    }
}

#[test]
fn one_partner_s_balance_says_whose_it_is() {
    let Some(dataset) = by_partner() else { return };
    let query = Query::parse("?chart=balance&product=compounds&partner=USA&month=2023-12").0;
    let view = view(&dataset, &query);
    assert!(view.headline.contains("in trade with the United States"), "{}", view.headline);
    assert!(!view.headline.contains("503.646443"), "{}", view.headline);
}

#[test]
fn the_year_that_holds_a_month_is_nearer_than_the_year_before() {
    let Some(dataset) = by_partner() else { return };
    for (chart, month) in [("shares", "2022-10"), ("unit-value", "2022-08")] {
        let query = Query::parse(&format!("?chart={chart}&month={month}")).0;
        let headline = view(&dataset, &query).headline;
        assert!(headline.contains("in 2022"), "{chart}: {headline}");
    }
}

#[test]
fn an_event_whose_step_cannot_be_sized_says_why() {
    let dataset = bundled();
    let query = Query::parse("?chart=effects&event=2026-06-22").0;
    let view = view(&dataset, &query);
    assert!(
        view.finding.contains("cannot be estimated: three months from the event on are needed"),
        "{}",
        view.finding
    );
    let unsized_rows = view.table.rows.iter().filter(|row| row.cells[2].plain.is_empty());
    assert!(unsized_rows.clone().count() > 0);
    assert!(unsized_rows.into_iter().all(|row| row.sources.is_empty()));
}

/// Where no step at an event can be estimated, each event has its own reason.
#[test]
fn each_event_says_what_it_lacks() {
    let (shown, _) = asked(&bundled_whole(), "?chart=effects&flow=import");
    let reasons: Vec<&str> =
        shown.table.rows.iter().filter_map(|row| Some(row.cells.last()?.text.as_str())).collect();
    for lacking in ["before the event", "from the event on"] {
        assert!(reasons.iter().any(|reason| reason.contains(lacking)), "{lacking}: {reasons:?}");
    }
}

/// The reason in the headline's place is of the event that was asked for.
#[test]
fn an_event_asked_for_has_its_own_reason() {
    let dataset = bundled_whole();
    let of = |event: &str| {
        let search = format!("?chart=effects&flow=import&event={event}");
        asked(&dataset, &search).0.headline + &asked(&dataset, &search).0.finding
    };
    assert!(of("2010-08-18").contains("24 months before the event"), "{}", of("2010-08-18"));
    assert!(of("2026-06-22").contains("from the event on"), "{}", of("2026-06-22"));
}

/// What nothing is taken out of offers no choice of what to take it out of.
#[test]
fn nothing_to_adjust_offers_no_adjustment() {
    let dataset = bundled_whole();
    let offers = |search: &str| {
        let shown = asked(&dataset, search).0;
        page(&dataset, &shown, Vec::new()).controls.iter().any(|control| control.name == "adjust")
    };
    assert!(offers("?chart=decomposition"));
    assert!(!offers("?chart=decomposition&flow=import"));
    assert!(offers("?chart=decomposition&flow=import&adjust=product"), "there is a way back");
}

/// Every period that reasons may name, the longest name first.
fn named_periods(dataset: &Dataset) -> Vec<(String, Period)> {
    let mut all: BTreeSet<Period> = BTreeSet::new();
    for year in 2005..=2027 {
        let january = month(&format!("{year}-01"));
        all.extend((0..12).map(|index| Period::month(january + index)));
        all.extend([2, 12].map(|months| Period { start: january, months }));
    }
    all.extend(dataset.observations().iter().map(|one| one.figure.period));
    let mut all: Vec<(String, Period)> =
        all.into_iter().map(|period| (period.long(), period)).collect();
    all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    all
}

/// The periods behind each of `phrases` in a text.
fn lacking_in(text: &str, phrase: &str, periods: &[(String, Period)]) -> Vec<Period> {
    let behind = text.match_indices(phrase).filter_map(|(at, own)| text.get(at + own.len()..));
    let named = |rest: &str| {
        periods.iter().find(|(name, _)| rest.starts_with(name.as_str())).map(|(_, period)| *period)
    };
    behind.filter_map(named).collect()
}

/// What is said to be lacking is lacking, and what is shown instead has a figure: of every chart, month, measure
/// and partner, of months a sample.
#[test]
fn what_is_said_to_be_lacking_is_lacking() {
    let folders =
        [(bundled_whole(), "JPN", 36), (with_parts(std::path::Path::new("tests/made")), "", 18)];
    let mut tried = 0;
    for (dataset, partner, every) in folders {
        let periods = named_periods(&dataset);
        let partner = if partner.is_empty() {
            let other = dataset.keys().into_iter().find(|key| !key.partner.is_world());
            other.map(|key| key.partner.code().to_owned()).unwrap_or_default()
        } else {
            partner.to_owned()
        };
        let (first, last) = (month("2017-12"), month("2026-08"));
        let new_year = |month: &Month| month.number() <= 2 && month.year() % 3 == 1;
        let months: Vec<Month> = (0..=last - first)
            .map(|index| first + index)
            .filter(|own| (*own - first) % every == 0 || new_year(own))
            .collect();
        for record in CHARTS.iter().filter(|chart| chart.question != Question::Season) {
            for (own, measure) in months.iter().flat_map(|own| [(own, "volume"), (own, "value")]) {
                for partner in ["WLD", partner.as_str()] {
                    let search = format!(
                        "?chart={}&measure={measure}&month={own}&partner={partner}",
                        record.code
                    );
                    let query = Query::parse_over(&search, &dataset).0;
                    let (shown, problems) = open(&dataset, &query);
                    tried += 1;
                    let instead = problems.iter().any(|said| said.contains("Shown instead"));
                    let nothing = ["No figure", "No value", "No total"];
                    assert!(
                        !instead || !nothing.iter().any(|said| shown.headline.starts_with(said)),
                        "{search}: {problems:?}, and then {}",
                        shown.headline
                    );
                    // Who reports the other side is lacking of, or what is made at home, is another series.
                    if ["mirror", "gaps", "dependence", "prices", "history"].contains(&record.code)
                    {
                        continue;
                    }
                    let said =
                        format!("{} {} {}", shown.headline, shown.sentence, problems.join(" "));
                    let series = |measure| dataset.series(&SeriesKey { measure, ..query.key() });
                    let known = |measure, period| amount(&series(measure), period).is_ok();
                    for period in lacking_in(&said, "o figure for ", &periods) {
                        let either = record.needs.every_measure
                            && Measure::ALL.into_iter().any(|measure| !known(measure, period));
                        assert!(either || !known(query.measure, period), "{search}: {said}");
                    }
                    for unit in ["US dollars", "rills"] {
                        let phrase = format!("o value in {unit} for ");
                        for period in lacking_in(&said, &phrase, &periods) {
                            assert!(!known(Measure::Value, period), "{search}: {said}");
                        }
                    }
                }
            }
        }
    }
    assert!(tried > 1000, "{tried}");
}

/// Who went to a tab and chose no more than goods is told below the chart what else it shows: a notice would push it down.
#[test]
fn what_was_not_chosen_and_is_another_is_a_note() {
    let Some(dataset) = by_partner() else { return };
    let mut tried = 0;
    for chart in ["mix", "drivers", "price-volume", "shares"] {
        for product in ["magnets-metal", "metals", "rare-earths"] {
            let search = format!("?chart={chart}&product={product}");
            let (shown, words) = asked(&dataset, &search);
            let Some(instead) = &shown.instead else { continue };
            tried += 1;
            assert!(!shown.graph.marks.is_empty(), "{search}");
            assert!(words.iter().all(|word| !word.contains("hown instead")), "{search}: {words:?}");
            assert!(shown.notes.contains(instead), "{search}");
            // Of a month that was chosen it is a notice.
            let (other, words) = asked(&dataset, &format!("{search}&month=2013-03"));
            let kept = other.month == month("2013-03") && other.query.by == Side::Partner;
            let told = words.iter().any(|word| word.contains("hown instead"));
            let nothing = other.graph.marks.is_empty();
            assert!(kept || told || nothing, "{search}: {words:?}");
        }
    }
    assert!(tried > 2, "{tried} are shown of anything else");
}

#[test]
fn series_beyond_those_that_are_drawn_are_counted() {
    let lines = ["import.rare-earths.WLD.volume", "export.magnets.WLD.volume"];
    let many = (0..7).map(|at| lines[at % 2]).collect::<Vec<_>>().join(",");
    for (language, said) in [
        (Language::English, "7 items in with=…, of which the first five"),
        (Language::Chinese, "“with”列有7项，只显示其中有效的前5项"),
    ] {
        let parsed = || Query::parse(&format!("?chart=series&with={many}"));
        let (query, problems) = language.speak(parsed);
        assert_eq!(query.with.len(), 5);
        assert!(matches!(&*problems, [one] if one.contains(said)), "{problems:?}");
    }
    // One that is not valid is none too many.
    let (_, problems) = Query::parse("?chart=series&with=import.rare-earths");
    assert!(problems[0].contains("not valid"), "{problems:?}");
}

/// A file that has no exports lacks no exports of what its prices would be of.
#[test]
fn prices_of_files_of_one_flow_lack_prices() {
    let rows = (1..=9).map(|at| format!("2024-0{at},1,import,value,tea,WLD,{at},USD"));
    let dataset = own_file(("tea", "Tea"), "WLD,World\n", &rows.collect::<Vec<_>>());
    let (shown, _) = asked(&dataset, "?chart=prices");
    let said = format!("{} {}", shown.headline, shown.finding);
    assert!(said.contains("no price") && !said.contains("xport"), "{said}");
}

#[test]
fn what_all_prices_did_is_said_of_all() {
    use xenotime::wording::say::charts::prices::finding;
    for (ways, english, chinese) in [
        ([3, 0, 0], "All three prices rose year on year.", "3种价格均比上年上涨。"),
        ([0, 2, 0], "Both prices fell year on year.", "2种价格均比上年下跌。"),
        ([0, 0, 1], "The price was unchanged year on year.", "该价格比上年持平。"),
        ([2, 1, 0], "Of three prices, two rose year on year and one fell.", "3种价格中"),
    ] {
        let said = || finding(ways.iter().sum(), ways, Period::year(2024));
        assert_eq!(Language::English.speak(said), english);
        assert!(Language::Chinese.speak(said).starts_with(chinese), "{ways:?}");
    }
}

/// Cumulative figures from which no month can be taken are the reason that is given for its absence.
#[test]
fn sums_that_fall_or_stand_are_the_reason_that_months_lack() {
    let rows = |year: i32, sums: &[i32]| {
        let row = |(at, sum): (usize, &i32)| {
            format!("{year}-01,{},export,volume,tea,WLD,{sum},t", at + 1)
        };
        sums.iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let file = |second: &[i32]| {
        let rows = [rows(2023, &[10, 21, 33, 46, 60, 75, 91, 108]), rows(2024, second)].concat();
        own_file(("tea", "Tea"), "WLD,World\n", &rows)
    };
    let notes = |dataset: &Dataset| view(dataset, &Query::usual_of(dataset)).notes.join(" ");
    let falling = notes(&file(&[10, 21, 33, 30, 45, 60]));
    let said = "give no month for March–May 2024: one of them is below the one before";
    assert!(falling.contains(said), "{falling}");
    let standing = file(&[10, 21, 33, 33, 33]);
    let said = notes(&standing);
    assert!(said.contains("give no month for April–May 2024: they are the same"), "{said}");
    let said = Language::Chinese.speak(|| notes(&standing));
    assert!(said.contains("前后累计数相同"), "{said}");
    let plain = notes(&file(&[10, 21, 33, 46]));
    assert!(!plain.contains("give no month"), "{plain}");
}

/// An event that the data do not have has no reason of its own either.
#[test]
fn what_no_event_can_have_is_said_of_none() {
    let dataset = bundled_whole();
    for event in ["", "&event=2023-08-01", "&event=2026-05-01"] {
        let (shown, _) = asked(&dataset, &format!("?chart=effects&flow=import{event}"));
        assert!(shown.headline.contains("36 months are needed"), "{event}: {}", shown.headline);
    }
}
