//! Headlines: a source line credits the figures that they use and no others, and what did not move
//! is unchanged in every chart.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;

use xenotime::charts::{ChartKind, Mark, Query, Question, fragments, start, title_block, view};
use xenotime::statistics::{Comparison, amount};
use xenotime::trade::{
    Dataset, Flow, Language, Measure, Month, Observation, Partner, SeriesKey, Unit,
};

mod common;
use common::{bundled, bundled_whole, by_partner, figure, of_wares, period};

/// The sources of a cell, or of the months it is the sum of.
fn of(
    dataset: &Dataset,
    cell: (Flow, &str, &str, Measure),
    start: &str,
    months: u16,
) -> Vec<usize> {
    let (flow, product, partner, measure) = cell;
    let partner = Partner::parse(partner).unwrap();
    let key = SeriesKey { flow, measure, product: product.to_owned(), partner };
    amount(&dataset.series(&key), period(start, months)).unwrap().sources
}

#[test]
fn the_source_line_credits_the_headlines_cells() {
    use Flow::{Export, Import, Quota};
    use Measure::{Value, Volume};
    let dataset = bundled();
    let exports = (Export, "rare-earths", "WLD", Volume);
    let imports = (Import, "rare-earths", "WLD", Volume);
    let magnets = |measure| (Export, "magnets", "WLD", measure);
    type Cells<'a> = Vec<((Flow, &'a str, &'a str, Measure), &'a str, u16)>;
    let cases: [(&str, Cells<'_>); 8] = [
        ("?month=2024-11", vec![(exports, "2024-11", 1), (exports, "2023-11", 1)]),
        ("?month=2024-11&compare=mom", vec![(exports, "2024-11", 1), (exports, "2024-10", 1)]),
        ("?month=2024-11&compare=ytd", vec![(exports, "2024-01", 11), (exports, "2023-01", 11)]),
        (
            "?chart=cumulative&flow=import&month=2024-11",
            vec![(imports, "2024-01", 11), (imports, "2023-01", 11)],
        ),
        (
            "?chart=season&month=2024-11",
            (2019..=2024).map(|year| (exports, NOVEMBERS[year - 2019], 1)).collect(),
        ),
        ("?chart=balance&month=2025-09", vec![(exports, "2025-09", 1), (imports, "2025-09", 1)]),
        (
            "?chart=dependence&to=2024-12",
            vec![(imports, "2024-01", 12), ((Quota, "mining", "CHN", Volume), "2024-01", 12)],
        ),
        (
            "?chart=unit-value&product=magnets&month=2025-05",
            vec![(magnets(Value), "2025-05", 1), (magnets(Volume), "2025-05", 1)],
        ),
    ];
    for (address, cells) in cases {
        let (query, problems) = Query::parse(address);
        assert!(problems.is_empty(), "{problems:?}");
        let view = view(&dataset, &query);
        let credited: BTreeSet<usize> =
            view.credits.iter().flat_map(|credit| credit.sources.clone()).collect();
        let used: BTreeSet<usize> = cells
            .into_iter()
            .flat_map(|(cell, start, months)| of(&dataset, cell, start, months))
            .collect();
        let named = |indices: &BTreeSet<usize>| -> Vec<String> {
            indices.iter().map(|index| dataset.sources[*index].id.clone()).collect()
        };
        assert_eq!(named(&credited), named(&used), "{address}: {}", view.headline);
    }
}

const NOVEMBERS: [&str; 6] = ["2019-11", "2020-11", "2021-11", "2022-11", "2023-11", "2024-11"];

/// Every chart, and what leaves the page with it: publishers of credited figures, and no others.
#[test]
fn the_page_and_the_picture_credit_alike() {
    let dataset = bundled();
    for chart in ChartKind::ALL {
        for search in ["?month=2024-11", "?flow=import&month=2024-11", "?product=magnets"] {
            let (query, _) = Query::parse(search);
            let view = view(&dataset, &Query { chart, ..query });
            let what = format!("{} {search}: {}", chart.code(), view.headline);
            let picture = title_block(&dataset, &view).source;
            let picture = picture.replace(dataset.origin(), "");
            let page = fragments(&dataset, &view);
            let line = &page.iter().find(|fragment| fragment.name == "source").unwrap().html;
            for credit in &view.credits {
                assert!(!credit.sources.is_empty() || credit.what.is_empty(), "{what}: {credit:?}");
                assert!(picture.contains(&credit.what), "{what}: {picture}");
                for index in &credit.sources {
                    let source = &dataset.sources[*index];
                    assert!(picture.contains(&source.publisher), "{what}: {picture}");
                    let link = source.url.replace('&', "&amp;").replace('\'', "&#39;");
                    assert!(line.contains(&link), "{what}: {line}");
                }
            }
            let links = line.matches("<a ").count();
            let mut credited: Vec<usize> = view
                .credits
                .iter()
                .flat_map(|credit| &credit.sources)
                .copied()
                .filter(|index| !dataset.sources[*index].url.is_empty())
                .collect();
            // What one source published of several things is linked once where nobody else did.
            let most = credited.len();
            credited.sort_unstable();
            credited.dedup();
            assert!((credited.len()..=most).contains(&links), "{what}: {line}");
            // No bracket stands within or behind another.
            let brackets =
                |text: &str| text.contains(") (") || text.contains("((") || text.contains("))");
            assert!(!brackets(&picture) && !brackets(line), "{what}: {line}");
            // Each publisher is named once, with all that is credited to it alone.
            let alone: Vec<&str> =
                picture.split("; ").filter_map(|one| one.split(": ").nth(1)).collect();
            let named = |by: &&str| alone.iter().filter(|other| other == &by).count();
            assert!(alone.iter().all(|by| named(by) == 1), "{what}: {picture}");
            // Where the headline has a figure of the trade in it, somebody is credited.
            let amount = view.headline.contains(" t ") || view.headline.ends_with(" t");
            assert!(!amount || !view.credits.is_empty(), "{what}");
        }
    }
}

/// More characters are not read in English, and more of these in Chinese.
const LONGEST: [(Language, usize); 2] = [(Language::English, 90), (Language::Chinese, 60)];

#[test]
fn no_headline_is_longer_than_is_read() {
    // The figures by partner and by code have charts to show that the first page's have none of.
    let dataset = bundled_whole();
    let products = || dataset.products.iter().map(|product| product.code.as_str());
    let mut asked = Vec::new();
    for chart in ChartKind::ALL {
        let sides: &[&str] =
            if chart.record().obeys("by") { &["partner", "product"] } else { &["partner"] };
        let chart = chart.code();
        for flow in [Flow::Export, Flow::Import].map(Flow::code) {
            for measure in [Measure::Volume, Measure::Value].map(Measure::code) {
                for by in sides {
                    let of = move |product: &str| {
                        let trade = format!("flow={flow}&measure={measure}&product={product}");
                        format!("?chart={chart}&{trade}&by={by}")
                    };
                    asked.extend(products().map(of));
                }
            }
        }
    }
    for compare in Comparison::ALL.map(Comparison::code) {
        for chart in ["months", "heat", "framing", "drivers", "mix", "price-volume"] {
            for more in ["", "&partner=KOR", "&measure=value", "&by=product", "&month=2026-02"] {
                let of = move |product: &str| {
                    format!("?chart={chart}&compare={compare}&product={product}{more}")
                };
                asked.extend(["magnets", "compounds"].map(of));
            }
        }
    }
    for per in ["month", "quarter", "year", "sum3", "sum12", "mean3", "mean12", "ytd"] {
        for shown in ["level", "yoy", "previous", "both", "index", "share"] {
            for more in ["", "&with=import.magnets.WLD.volume", "&partner=KOR"] {
                asked.push(format!("?chart=series&per={per}&as={shown}&product=magnets{more}"));
            }
        }
    }
    let mut long = BTreeSet::new();
    for address in asked {
        let (query, problems) = Query::parse(&address);
        assert!(problems.is_empty(), "{problems:?}");
        for (language, most) in LONGEST {
            let headline = language.speak(|| view(&dataset, &query).headline);
            let length = headline.chars().count();
            if length > most {
                long.insert(format!("{length} {headline} {address}"));
            }
        }
    }
    assert!(long.is_empty(), "{}:\n{}", long.len(), Vec::from_iter(long).join("\n"));
}

/// Seven years in which nothing moves by as much as the digits shown.
fn still() -> Dataset {
    let mut dataset = of_wares(&[("wares", "28"), ("beads", "2801")]);
    let mut all = Vec::new();
    for month in 0..84 {
        let at = Month::from_index(2018 * 12 + month);
        // Differences of some hundredths of a percent.
        let jitter = f64::from((month * 7) % 5) / 20.0;
        for flow in [Flow::Export, Flow::Import] {
            for (partner, product, size) in
                [("WLD", "wares", 1000.0), ("JPN", "wares", 400.0), ("WLD", "beads", 300.0)]
            {
                for unit in [Unit::TONNE, Unit::EURO] {
                    all.push(Observation {
                        key: SeriesKey {
                            flow,
                            measure: unit.measure(),
                            product: product.to_owned(),
                            partner: Partner::parse(partner).unwrap(),
                        },
                        unit,
                        figure: figure(period(&at.to_string(), 1), size + jitter),
                        line: 2,
                    });
                }
            }
        }
    }
    dataset.observe(all);
    dataset
}

#[test]
fn what_is_shown_as_nought_is_unchanged_in_every_chart() {
    let dataset = still();
    // The studies of the season speak of models, which have no change of nothing.
    let plain = |chart: &ChartKind| chart.question() != Question::Season;
    for chart in ChartKind::ALL.into_iter().filter(plain) {
        for comparison in Comparison::ALL {
            let query =
                Query { chart, comparison, product: "wares".to_owned(), ..Query::default() };
            let view = view(&dataset, &query);
            let said = format!("{} {} {}", view.headline, view.subtitle, view.sentence);
            for word in ["rose", "fell", "up", "down", "by", "lower", "higher"] {
                let moved = format!("{word} 0.0%");
                assert!(!said.contains(&moved), "{}: {said}", chart.code());
            }
            for word in ["more", "less", "above", "below", "lower", "higher"] {
                let moved = format!("0.0% {word}");
                assert!(!said.contains(&moved), "{}: {said}", chart.code());
            }
        }
    }
    let said = |chart, comparison| {
        let query = Query { chart, comparison, product: "wares".to_owned(), ..Query::default() };
        view(&dataset, &query).headline
    };
    for chart in ["months", "change", "drivers", "price-volume"] {
        let chart = ChartKind::parse(chart).unwrap();
        for comparison in [Comparison::YearOnYear, Comparison::MonthOnMonth] {
            let headline = said(chart, comparison);
            assert!(headline.contains("unchanged"), "{}: {headline}", chart.code());
        }
    }
}

/// The bars of drivers and what the headline says of them are the same figures.
#[test]
fn a_headlines_part_is_the_bar_of_that_name() {
    let dataset = bundled();
    let mut unlisted_once = false;
    for search in [
        "?chart=drivers&product=magnets&month=2025-10&compare=mom",
        "?chart=drivers&product=magnets&month=2025-06&compare=mom",
        "?chart=drivers&product=magnets&month=2025-12&compare=mom",
    ] {
        let (query, _) = Query::parse(search);
        let view = view(&dataset, &query);
        let (_, bars) = view.graph.marks.split_last().unwrap();
        let size = |mark: &Mark| {
            let number: String =
                mark.value.chars().filter(|one| one.is_ascii_digit() || *one == '.').collect();
            number.parse::<f64>().unwrap()
        };
        let largest = bars.iter().max_by(|one, other| size(one).total_cmp(&size(other))).unwrap();
        let unlisted = largest.series == "Not listed";
        unlisted_once |= unlisted;
        // Of most that no part explains a headline has at most how much they all explain.
        assert!(!view.headline.contains("pp not listed"), "{search}: {}", view.headline);
        let said = view.headline.split_once("; ").map_or("", |(_, said)| said);
        let value = format!("{:.1} p", size(largest));
        let named = said.contains(&value) && said.contains(&largest.series);
        assert!(unlisted || named, "{search}: {}: {largest:?}", view.headline);
        assert!(!said.contains("others"), "{search}: {}", view.headline);
    }
    assert!(unlisted_once, "none of these tries what is not listed");
}

/// Whoever walks a chart by keys, or hears it, begins with the figure that its headline tells.
#[test]
fn the_point_that_is_read_first_has_a_figure_of_the_headline() {
    let dataset = bundled_whole();
    let mut elsewhere = Vec::new();
    let addresses = |chart: ChartKind| {
        [chart.record().example.to_owned(), format!("?chart={}", chart.code())]
            .map(|address| (chart, address))
    };
    for (chart, address) in ChartKind::ALL.into_iter().flat_map(addresses) {
        let record = chart.record();
        let view = view(&dataset, &Query::parse(&address).0);
        let Some(first) = start(&view.graph, view.period.end()) else { continue };
        let mark = &view.graph.marks[first];
        // A headline rounds; of an effect it has the interval, which the point's note has.
        let figures = format!("{} {}", mark.value, mark.note);
        let whole = |word: &str| {
            let bare = word.trim_matches(|own: char| !own.is_ascii_digit());
            bare.split('.').next().unwrap_or_default().to_owned()
        };
        let told =
            |word: &str| view.headline.split_whitespace().any(|own| whole(own) == whole(word));
        let numbers = figures.split_whitespace().filter(|word| !whole(word).is_empty());
        let none_found = record.code == "breaks" && view.headline.contains(" no ");
        if !numbers.clone().any(told) && !none_found {
            elsewhere
                .push(format!("{}: {} {figures} | {}", record.code, mark.series, view.headline));
        }
    }
    assert!(elsewhere.is_empty(), "{elsewhere:#?}");
}

/// The headline of an address in a language.
fn told(language: Language, address: &str) -> String {
    let (query, problems) = Query::parse(address);
    assert!(problems.is_empty(), "{problems:?}");
    language.speak(|| view(&bundled(), &query).headline)
}

#[test]
fn a_published_change_is_printed_as_it_was_published() {
    // 174 t was derived from a published rise of 30.2%; 226.1 t are 29.9% more than that.
    for language in [Language::English, Language::Chinese] {
        let said = told(language, "?product=magnets&partner=JPN&month=2025-10");
        assert!(said.contains("30.2%"), "{said}");
    }
}

#[test]
fn measures_of_the_same_goods_are_told_apart_in_chinese() {
    let said = |more: &str| {
        told(Language::Chinese, &format!("?chart=series&with=export.rare-earths.WLD.value{more}"))
    };
    assert_eq!(said("&month=2026-07"), "2026年7月中国稀土出口量为4,223吨");
    let three = said(",import.rare-earths.WLD.volume&month=2026-07");
    assert_eq!(three, "2026年7月稀土出口量4,223吨，进口量9,451吨");
}

#[test]
fn a_part_leads_the_headline_of_a_change_in_chinese() {
    let said = told(Language::Chinese, "?chart=drivers&product=magnets&month=2025-12&compare=mom");
    assert!(said.ends_with("（日本−0.4、日本以外−2.8个百分点）"), "{said}");
}

#[test]
fn a_part_that_runs_against_the_whole_is_set_against_it() {
    let (dataset, query) =
        (bundled_whole(), Query::parse("?chart=drivers&month=2022-12&compare=ytd").0);
    let said = |language: Language| language.speak(|| view(&dataset, &query).headline);
    let english = said(Language::English);
    assert!(english.contains(", but ") && english.contains("+7.3 pp"), "{english}");
    let said = said(Language::Chinese);
    assert!(said.contains("，但美国拉动7.3个百分点"), "{said}");
}

#[test]
fn what_is_said_of_several_partners_is_not_said_of_all() {
    let (query, _) = Query::parse("?chart=mirror&month=2025-12");
    let said = view(&bundled_whole(), &query).headline;
    assert!(said.starts_with("Rare earths to three partners, 2025: China 38,307 t"), "{said}");
}

#[test]
fn what_was_published_by_a_day_before_all_reports_is_dated() {
    let said = told(Language::English, "?asof=1990-01-01");
    assert!(said.ends_with("published by 1 January 1990"), "{said}");
}

/// The length that two lines on a phone hold of a headline full of figures.
const FIGURES: usize = 73;

#[test]
fn headlines_full_of_figures_have_two_lines_on_a_phone() {
    let dataset = bundled_whole();
    let said = |address: &str| view(&dataset, &Query::parse(address).0).headline;
    for address in ["?chart=drivers&month=2025-12&compare=ytd", "?chart=mirror&month=2025-12"] {
        let headline = said(address);
        assert!(headline.contains(|letter: char| letter.is_ascii_digit()), "{headline}");
        assert!(headline.chars().count() <= FIGURES, "{headline}");
    }
    // The parts of a value leave no room there for the flow, which the subtitle says; a headline stands without
    // its subtitle elsewhere, so it names the goods.
    for address in [
        "?chart=mix&month=2025-12&compare=ytd&by=product",
        "?chart=price-volume&month=2026-02&compare=mom",
    ] {
        let headline = said(address);
        assert!(headline.starts_with("Rare earths, "), "{headline}");
        assert!(headline.ends_with(" pp)") || headline.ends_with(" pp"), "{headline}");
    }
}

/// Three years of trade with three countries, the first of which has a long name; the total is their sum.
fn with_a_long_name() -> (Dataset, &'static str) {
    let name = "the United Republic of Great Norland and Northern Sudland with the Outer Islands";
    let month = |at: usize| format!("{}-{:02}", 2021 + at / 12, at % 12 + 1);
    let mut rows = Vec::new();
    for at in 0..36 {
        let parts = [60, 30, 10].map(|part| part * (20 + at * 7 % 5));
        for (code, amount) in [("NOR", parts[0]), ("SUD", parts[1]), ("OST", parts[2])] {
            rows.push(format!("{},1,export,volume,tea,{code},{amount},t", month(at)));
        }
        let total = parts.iter().sum::<usize>();
        rows.push(format!("{},1,export,volume,tea,WLD,{total},t", month(at)));
    }
    let partners = format!("WLD,World\nNOR,{name}\nSUD,Sudland\nOST,Ostland\n");
    (common::own_file(("tea", "Tea"), &partners, &rows), name)
}

#[test]
fn a_long_name_is_cut_in_a_headline_and_whole_below_it() {
    let (dataset, name) = with_a_long_name();
    for address in [
        "?chart=months&partner=NOR",
        "?chart=season&partner=NOR",
        "?chart=heat&partner=NOR",
        "?chart=shares",
        "?chart=drivers",
    ] {
        let found = view(&dataset, &Query::parse(address).0);
        // So much of it is left that nobody takes it for another.
        assert!(found.headline.chars().count() <= 100, "{address}: {}", found.headline);
        let cut = found.headline.contains("United Republic of Great");
        assert!(!cut || found.headline.contains('…'), "{address}: {}", found.headline);
        let bare = name.trim_start_matches("the ");
        assert!(found.sentence.contains(bare), "{address}: {}", found.sentence);
    }
}

#[test]
fn parts_that_are_the_whole_leave_no_rest() {
    let (dataset, _) = with_a_long_name();
    let drivers = view(&dataset, &Query::parse("?chart=drivers").0);
    let said = format!("{} {}", drivers.sentence, drivers.notes.join(" "));
    assert!(!said.to_lowercase().contains("all others"), "{said}");
    assert_eq!(drivers.table.rows.len(), 4, "three parts and the total");
    // A part that one file has for both periods is credited once.
    let credit = title_block(&dataset, &drivers).source;
    assert!(credit.matches("Norland").count() <= 1, "{credit}");
}

#[test]
fn no_history_is_offered_where_nothing_is_dated() {
    let (dataset, _) = with_a_long_name();
    let offered = ChartKind::parse("history").unwrap().record().offered;
    assert!(!offered(&dataset, &Query::default()));
    assert!(offered(&bundled_whole(), &Query::default()));
}

/// What is refused has a headline of the same room as what is shown.
#[test]
fn refusals_have_room() {
    let dataset = bundled_whole();
    let products = ["magnets-powder-alloys", "oxides-unlisted", "metals-compounds-and-magnets"];
    for chart in ChartKind::ALL {
        for product in products {
            for rest in [
                "&asof=2012-01-01",
                "&month=2013-02&measure=value",
                "&month=2014-06",
                "&by=product",
            ] {
                let search = format!("?chart={}&product={product}{rest}", chart.code());
                let (query, _) = Query::parse(&search);
                let found = view(&dataset, &query);
                let length = found.headline.chars().count();
                assert!(length <= 90, "{search}: {length} {}", found.headline);
            }
        }
    }
}

/// A view's headline, what stands beside it and its notes, in Chinese.
fn in_chinese(dataset: &Dataset, search: &str) -> String {
    let said = Language::Chinese.speak(|| {
        let found = view(dataset, &Query::parse(search).0);
        [&*found.headline, &found.subtitle, &found.sentence, &found.notes.join("")].join("\n")
    });
    assert!(!said.trim().is_empty(), "{search}");
    said
}

#[test]
fn in_chinese_a_region_does_not_face_its_country() {
    let mut dataset = bundled_whole();
    if let Some(more) = by_partner() {
        dataset = more;
    }
    for (partner, own, other) in
        [("TWN", "大陆", "台湾"), ("HKG", "内地", "香港"), ("MAC", "内地", "澳门")]
    {
        for rest in ["", "&flow=import", "&chart=balance", "&chart=mirror", "&measure=value"] {
            let said = in_chinese(&dataset, &format!("?partner={partner}{rest}"));
            for faced in ["中国对中国", "中国自中国", "中国与中国"] {
                assert!(!said.contains(faced), "{partner}{rest}: {said}");
            }
            assert!(said.contains(own) && said.contains(other), "{partner}{rest}: {said}");
        }
    }
    // Of all others the country is named as it is.
    assert!(in_chinese(&dataset, "?partner=JPN").contains("中国对日本"));
}

#[test]
fn notes_are_of_months_that_are_drawn() {
    let dataset = bundled_whole();
    for (search, others) in [
        ("?chart=balance&month=2024-11", ["2020", "2021"]),
        ("?chart=framing&month=2024-11", ["2020", "2021"]),
        ("?chart=history&month=2026-06", ["2021", "2025"]),
        ("?chart=mirror&month=2024-12", ["November–December 2021", "June–July 2023"]),
    ] {
        let notes = view(&dataset, &Query::parse(search).0).notes.join("\n");
        let differ = notes
            .lines()
            .filter(|note| note.contains("cumulative") || note.contains("joint January–February"));
        for note in differ {
            assert!(!others.into_iter().any(|other| note.contains(other)), "{search}: {note}");
        }
    }
    let all = view(&dataset, &Query::parse("?month=2024-11").0).notes.join("\n");
    assert!(all.contains("November–December 2021"), "{all}");
}

#[test]
fn what_a_source_gives_as_rough_is_said_to_be_about_so_much() {
    let dataset = bundled_whole();
    for (search, english, chinese) in [
        ("?product=magnets&measure=value&month=2025-05", "about US$60 million", "约6,000万美元"),
        (
            "?chart=unit-value&product=magnets&month=2025-05",
            "about US$48,000 a tonne",
            "每吨约4.8万美元",
        ),
        ("?flow=import&partner=MMR", "about 42,000 t", "约42,000吨"),
        ("?chart=shares&flow=import&month=2023-12", "about 24%", "占约24%"),
    ] {
        let headline = view(&dataset, &Query::parse(search).0).headline;
        assert!(headline.contains(english), "{search}: {headline}");
        let said = in_chinese(&dataset, search);
        assert!(said.contains(chinese), "{search}: {said}");
    }
}

#[test]
fn a_headline_says_what_it_is_of_and_on_what_it_is() {
    let dataset = bundled_whole();
    for (search, words) in [
        ("?chart=drivers&product=magnets&month=2025-10&compare=mom", "xports"),
        ("?chart=map&as=yoy&product=magnets&month=2025-12", "year on year"),
        ("?chart=effects&event=2020-02-12", "only 20 of the 24 months needed before it"),
    ] {
        let headline = view(&dataset, &Query::parse(search).0).headline;
        assert!(headline.contains(words), "{search}: {headline}");
    }
}

/// What a picture says of a view: its headline and what stands below it.
fn in_a_picture(dataset: &Dataset, key: &SeriesKey, chart: ChartKind) -> Option<[String; 2]> {
    let SeriesKey { flow, measure, product, partner } = key.clone();
    let asked = Query { chart, flow, measure, product, partner, ..Query::usual_of(dataset) };
    let shown = view(dataset, &asked);
    (!shown.graph.marks.is_empty()).then_some([shown.headline, shown.subtitle])
}

/// What a view of a trade does not say of it in a picture.
fn unsaid(
    dataset: &Dataset,
    key: &SeriesKey,
    chart: ChartKind,
    said: &[String; 2],
) -> Vec<&'static str> {
    let said = said.join(" | ").to_lowercase();
    let names = |name: &str| said.contains(&name.to_lowercase());
    let product = dataset.product(&key.product).unwrap();
    let (reporter, partner) = dataset.beside(&key.partner);
    // A map is of all partners, and has a place for each.
    let of_all = key.partner.is_world() || chart.record().needs.outlines;
    [
        ("goods", names(product.spoken()) || names(product.spoken_briefly())),
        ("way", ["export", "import", "出口", "进口"].into_iter().any(names)),
        ("partner", of_all || names(partner)),
        ("reporter", !dataset.is_own() || names(reporter)),
    ]
    .into_iter()
    .filter_map(|(what, there)| (!there).then_some(what))
    .collect()
}

#[test]
fn every_picture_says_which_way_a_trade_goes_of_what_and_with_whom() {
    let own = common::tea_by_partner(|_, _| false);
    let (mut lacks, mut long) = (BTreeSet::new(), BTreeSet::new());
    for dataset in [bundled_whole(), common::made("EUR", "kg"), own] {
        let of_one_way = |chart: &ChartKind| {
            let record = chart.record();
            record.is_of_trade() && record.obeys("flow") && !record.obeys("with")
        };
        let keys = dataset.keys();
        let traded = |key: &&&SeriesKey| matches!(key.flow, Flow::Export | Flow::Import);
        for key in keys.iter().filter(traded) {
            for chart in ChartKind::ALL.into_iter().filter(of_one_way) {
                for (language, most) in LONGEST {
                    language.speak(|| {
                        let Some(said) = in_a_picture(&dataset, key, chart) else { return };
                        let what = format!("{} {}: {}", chart.code(), key.partner.code(), said[0]);
                        let length = said[0].chars().count();
                        // Chinese headlines that name a partner have room for its name.
                        let more = if key.partner.is_world() { 0 } else { most / 10 };
                        let lacking = unsaid(&dataset, key, chart, &said);
                        let more = if language == Language::Chinese { more } else { 0 };
                        // A file's own names are as long as it has them.
                        if !dataset.is_own() && length > most + more {
                            long.insert(format!("{length} {what}"));
                        }
                        if !lacking.is_empty() {
                            lacks.insert(format!("{lacking:?} {what} | {}", said[1]));
                        }
                    });
                }
            }
        }
    }
    let listed = |all: &BTreeSet<String>| Vec::from_iter(all.iter().cloned()).join("\n");
    let told = format!("{}\n{}", listed(&lacks), listed(&long));
    assert!(lacks.is_empty() && long.is_empty(), "{} and {}:\n{told}", lacks.len(), long.len());
}
