//! The registry of charts: what each record says is true of it, and what is written elsewhere of
//! charts says the same.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use xenotime::charts::{
    CHARTS, ChartKind, Query, Question, View, choose, fragments, open, page, view,
};
use xenotime::import::dataset::{Bundle, read_bundle};
use xenotime::query::{PARAMETERS, Parameter, Scope};
use xenotime::statistics::Comparison;
use xenotime::trade::Dataset;
use xenotime::wording::say::parameters;

mod common;
use common::{bundled, bundled_whole, by_partner, has_example};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Holds what stands in a file between two marks to what the tables say, or writes it where
/// `XENOTIME_SHOW` is set.
fn written(path: &str, before: &str, after: &str, list: &str) {
    let text = read(path);
    let (head, rest) = text.split_once(before).unwrap_or_else(|| panic!("{path}: no {before}"));
    let (own, tail) = rest.split_once(after).unwrap_or_else(|| panic!("{path}: no {after}"));
    if own == list {
        return;
    }
    assert!(
        std::env::var_os("XENOTIME_SHOW").is_some(),
        "{path} should have\n{list}\nXENOTIME_SHOW=1 cargo test --test registry writes it"
    );
    let whole = format!("{head}{before}{list}{after}{tail}");
    std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join(path), whole).unwrap();
}

#[test]
fn every_chart_has_a_word_of_its_own_and_is_found_by_it() {
    let codes: BTreeSet<&str> = CHARTS.iter().map(|chart| chart.code).collect();
    assert_eq!(codes.len(), CHARTS.len(), "two charts have one word");
    for (chart, kind) in CHARTS.iter().zip(ChartKind::ALL) {
        assert_eq!(ChartKind::parse(chart.code), Some(kind));
        assert_eq!((kind.record().label)(), (chart.label)());
    }
    assert_eq!(ChartKind::parse("pie"), None);
}

/// A chart is its file, its words and its line of the list: no folder lists its module besides.
#[test]
fn the_list_alone_makes_the_modules_of_charts() {
    let list = read("src/query/every_chart.rs");
    let list = list.split_once("$hand_to! {").unwrap().1;
    let mut found = 0;
    for (room, charts) in list.split('}').filter_map(|group| group.split_once('{')) {
        let folder = match room.trim() {
            "charts" | "tests" => "src/charts".to_owned(),
            room => format!("src/charts/{room}"),
        };
        for chart in charts.split_whitespace() {
            found += 1;
            for folder in [&*folder, "src/wording/en/charts", "src/wording/zh/charts"] {
                let of_it = [format!("{folder}/{chart}.rs"), format!("{folder}/{chart}/mod.rs")];
                let root = Path::new(env!("CARGO_MANIFEST_DIR"));
                assert!(of_it.iter().any(|file| root.join(file).is_file()), "{of_it:?}");
                let made = read(&format!("{folder}/mod.rs"));
                assert!(!made.contains(&format!("mod {chart};")), "{folder}/mod.rs lists {chart}");
            }
        }
    }
    // That of the tests is not in the library.
    assert_eq!(found, CHARTS.len() + 1);
}

#[test]
fn what_an_address_may_name_is_said_in_full() {
    let (_, problems) = Query::parse("?chart=pie");
    for chart in CHARTS {
        assert!(problems[0].contains(chart.code), "{} is not in {}", chart.code, problems[0]);
    }
}

#[test]
fn every_example_leads_to_its_chart_and_shows_something() {
    let dataset = bundled_whole();
    for chart in CHARTS.iter().filter(|chart| has_example(chart.code)) {
        let (query, problems) = Query::parse(chart.example);
        assert!(problems.is_empty(), "{}: {problems:?}", chart.code);
        assert_eq!(query.chart.code(), chart.code, "{}", chart.example);
        let view = view(&dataset, &query);
        assert!(!view.graph.marks.is_empty(), "{}", chart.example);
        assert!(!view.table.rows.is_empty(), "{}", chart.example);
    }
}

#[test]
fn every_chart_says_how_it_is_computed() {
    for chart in CHARTS {
        assert!(!(chart.methods)().is_empty(), "{}", chart.code);
        for (term, meaning) in (chart.methods)() {
            assert!(!term.is_empty() && meaning.ends_with('.'), "{}: {term}", chart.code);
        }
    }
}

#[test]
fn the_page_leads_to_every_chart_that_it_offers() {
    let dataset = bundled();
    for question in Question::ALL {
        let own = || CHARTS.iter().filter(|chart| chart.question == question);
        let shown = view(&dataset, &Query::parse(own().next().unwrap().example).0);
        let fragments = fragments(&dataset, &shown);
        let links = &fragments.iter().find(|fragment| fragment.name == "charts").unwrap().html;
        for chart in own() {
            let named = links.contains(&format!(">{}</a>", (chart.label)()));
            let offered = (chart.offered)(&dataset, &shown.query);
            assert_eq!(named, offered || chart.code == shown.query.chart.code(), "{}", chart.code);
        }
    }
}

/// Each row of the table, with the words that it may hold marked as such.
fn readme_row(parameter: &Parameter) -> String {
    let words = (parameter.words)(&ChartKind::ALL);
    let marked: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let marked: Vec<&str> = marked.iter().map(String::as_str).collect();
    let meaning = parameters::meaning(parameter.name).replace("{}", &parameters::one_of(&marked));
    format!("| `{}` | {meaning} | {} |", parameter.name, parameters::usual(parameter.name))
}

/// The months shown stay where another chart or series has them too.
#[test]
fn a_range_of_months_is_kept_from_chart_to_chart() {
    let dataset = bundled();
    let range = "from=2021-08&to=2025-03";
    let links = |search: &str| {
        let view = view(&dataset, &Query::parse(search).0);
        fragments(&dataset, &view)
            .into_iter()
            .find(|fragment| fragment.name == "charts")
            .unwrap()
            .html
    };
    let html = links(&format!("?{range}")).replace("&amp;", "&");
    assert!(html.contains(&format!("chart=change&{range}")), "{html}");
    // Years are set beside years there.
    assert!(html.contains("chart=season\""), "{html}");
    let chosen = |range: &str, control: &str, value: &str| {
        let query = view(&dataset, &Query::parse(&format!("?{range}")).0).query;
        choose(&dataset, &query, control, value).address()
    };
    assert!(chosen(range, "flow", "import").ends_with(range));
    let early = chosen("from=2010-01&to=2011-12", "flow", "import");
    assert!(!early.contains("from="), "no import is known so early: {early}");
}

#[test]
fn the_readme_has_the_table_of_parameters() {
    let rows: Vec<String> = PARAMETERS.iter().map(readme_row).collect();
    written(
        "README.md",
        "| parameter | value | default |\n| --- | --- | --- |\n",
        "\n\n",
        &rows.join("\n"),
    );
}

/// What the README promises an analyst is there, under the address that it gives.
#[test]
fn every_address_for_analysts_shows_something() {
    let readme = read("README.md");
    let section = readme.split_once("### What an analyst finds here").unwrap().1;
    let table = section.split_once("###").unwrap().0;
    let rows = table.lines().filter(|line| line.starts_with("| ")).skip(2);
    let Some(data) = by_partner() else { return };
    let mut shown = 0;
    for row in rows {
        let place = row.trim_end_matches(" |").rsplit(" | ").next().unwrap();
        let addresses = place.split('`').filter(|part| part.starts_with('?'));
        let before = shown;
        for address in addresses {
            let (query, problems) = Query::parse_over(address, &data);
            assert!(problems.is_empty(), "{address}: {problems:?}");
            let (view, words) = open(&data, &query);
            assert!(words.is_empty() && !view.graph.marks.is_empty(), "{address}: {words:?}");
            shown += 1;
        }
        assert!(shown > before, "no address in {row}");
    }
    assert!(shown > 15, "{shown}");
}

/// The scripts that run before the module must know a view other than the usual one.
#[test]
fn the_scripts_know_what_makes_another_view() {
    let choices = PARAMETERS.iter().filter(|parameter| parameter.scope != Scope::Page);
    let names: Vec<String> = choices.map(|parameter| format!("\"{}\"", parameter.name)).collect();
    written("www/src/util/parameters.js", "export const CHOICES = [", "];", &names.join(", "));
}

/// What a frame's address may hold that no view has, as the script reads it.
fn frame_options() -> BTreeSet<String> {
    let script = read("www/src/page/options.js");
    let mut names = BTreeSet::new();
    for call in ["asked.get(\"", "asked.has(\""] {
        let asked = script.split(call).skip(1).filter_map(|rest| rest.split_once('"'));
        names.extend(asked.map(|(name, _)| name.to_owned()));
    }
    assert!(names.len() > 3, "{names:?}");
    names
}

/// The custom element's attributes are the choices and what else an address may hold; that it is a frame's
/// it says itself.
#[test]
fn the_element_takes_every_parameter() {
    let script = read("www/src/element/main.js");
    let list =
        script.split_once("const NAMES = [...CHOICES, ").unwrap().1.split_once(']').unwrap().0;
    let named: BTreeSet<&str> = list.split('"').skip(1).step_by(2).collect();
    let of_the_page = PARAMETERS.iter().filter(|parameter| parameter.scope == Scope::Page);
    let of_the_page = of_the_page.map(|parameter| parameter.name.to_owned());
    for name in of_the_page.chain(frame_options()).filter(|name| name != "embed") {
        assert!(named.contains(&*name), "{name}");
    }
}

#[test]
fn the_readme_has_the_options_of_a_frame() {
    let readme = read("README.md");
    for name in frame_options().iter().filter(|name| *name != "embed") {
        assert!(readme.contains(&format!("\n| `{name}` | ")), "{name}");
    }
}

/// Each row's example is read without an error, and what the data sets that are here hold is in the table.
#[test]
fn the_guide_knows_every_key_of_a_data_set() {
    let guide = read("CONTRIBUTING.md");
    let table = guide.split_once("| key | value | example |").unwrap().1;
    let table = table.split_once("\n\n").unwrap().0;
    let rows: Vec<(String, String)> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| {
            let line = line.replace("\\|", "¦");
            let cells: Vec<&str> =
                line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            (cells[1].to_owned(), cells[3].replace('¦', "|"))
        })
        .collect();
    assert!(rows.len() > 30);
    let file = |name: &str| read(&format!("tests/made/{name}"));
    let load = |dataset: &str| {
        let [observations, sources, products, events, partners] =
            ["observations", "sources", "products", "events", "partners"]
                .map(|name| file(&format!("{name}.csv")));
        read_bundle(Bundle {
            observations: &observations,
            sources: &sources,
            products: &products,
            events: &events,
            dataset,
            partners: &partners,
        })
    };
    for (key, example) in &rows {
        let value = format!("\"{}\"", example.replace('"', "\"\""));
        let found = load(&format!("key,value\n{key},{value}\n"));
        assert!(found.is_ok(), "{key}: {:?}", found.err());
    }
    // Any language, and of months anything that a data set speaks of.
    let plain = |key: &str| match key.rsplit_once('_') {
        Some((stem, language)) if language.len() == 2 => format!("{stem}_en"),
        _ => key.to_owned(),
    };
    let spans = ["_first_month", "_last_month", "_whole_from", "_first_year", "_last_year"];
    for folder in ["www/data", "tests/made"] {
        for line in read(&format!("{folder}/dataset.csv")).lines().skip(1) {
            let key = line.split(',').next().unwrap();
            let told = rows.iter().any(|(own, _)| *own == plain(key));
            let span = spans.iter().any(|end| key.ends_with(end) && guide.contains(end));
            assert!(told || span, "{folder}: {key}");
        }
    }
}

#[test]
fn the_list_of_tests_is_whole() {
    let list = read("tests/README.md");
    let named: BTreeSet<&str> = list
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`').map(|(name, _)| name))
        .collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let files = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name());
    let files = files.map(|name| name.into_string().unwrap());
    let there: BTreeSet<String> =
        files.filter_map(|name| Some(name.strip_suffix(".rs")?.to_owned())).collect();
    assert_eq!(named, there.iter().map(String::as_str).collect());
}

#[test]
fn controls_are_of_the_table_and_the_table_s_are_on_the_page() {
    let page = read("www/index.html");
    let desk = read("www/src/desk/panel.js");
    let controls: BTreeSet<&str> =
        PARAMETERS.iter().filter_map(|parameter| parameter.control).collect();
    for control in controls.iter().filter(|control| **control != "chart") {
        // Those of several series are made by the panel's script.
        let made = desk.contains(&format!("\"{control}\""));
        assert!(made || page.contains(&format!("<select name=\"{control}\"")), "{control}");
        assert!(CHARTS.iter().any(|chart| chart.obeys(control)), "no chart obeys {control}");
    }
    for chart in CHARTS {
        for control in chart.controls {
            assert!(controls.contains(control), "{}: {control}", chart.code);
        }
    }
}

/// All that a reader sees of a view, the query and the list of baselines apart.
fn seen(dataset: &Dataset, query: &Query) -> String {
    let view = view(dataset, query);
    format!(
        "{}\n{}\n{}\n{:?}\n{:?}\n{:?}\n{:?}",
        view.headline, view.subtitle, view.finding, view.graph, view.table, view.notes, view.events
    )
}

/// Queries from which each chart's controls are tried, for no one of them moves every control.
fn starts(chart: ChartKind) -> Vec<Query> {
    let of = |search: &str| Query { chart, ..Query::parse(search).0 };
    let mut all = vec![Query::parse(chart.record().example).0];
    all.extend(
        [
            "?month=2024-11",
            "?month=2024-12&compare=ytd",
            "?product=magnets&month=2025-12&compare=mom",
            "?month=2024-11&with=import.rare-earths.WLD.volume&as=index",
        ]
        .map(of),
    );
    all
}

#[test]
fn a_control_that_is_shown_changes_the_chart() {
    let dataset = bundled_whole();
    for chart in ChartKind::ALL {
        if !has_example(chart.code()) {
            continue;
        }
        let mut idle: BTreeSet<&str> = chart.record().controls.iter().copied().collect();
        let offered = |query: &Query| page(&dataset, &view(&dataset, query), Vec::new()).controls;
        for start in starts(chart) {
            let before = seen(&dataset, &start);
            for control in offered(&start) {
                if !idle.contains(control.name) {
                    continue;
                }
                // The first months of a long row may lie before all that is drawn.
                let every = control.choices.len().div_ceil(40).max(1);
                let choices = control.choices.iter().step_by(every);
                let changed = choices
                    .map(|choice| choose(&dataset, &start, control.name, &choice.value))
                    .any(|query| query != start && seen(&dataset, &query) != before);
                if changed {
                    idle.remove(control.name);
                }
            }
        }
        assert!(idle.is_empty(), "{chart:?} shows controls that change nothing: {idle:?}");
    }
}

#[test]
fn a_control_that_is_not_shown_changes_nothing() {
    let dataset = bundled();
    let values = [
        ("flow", "import"),
        ("month", "2023-06"),
        ("compare", "mom"),
        ("compare", "record"),
        ("by", "product"),
        ("adjust", "product"),
        ("event", "2020-12-01"),
        ("from", "2019-03"),
        ("to", "2021-08"),
    ];
    for chart in ChartKind::ALL {
        let start = Query::parse(chart.record().example).0;
        let before = seen(&dataset, &start);
        let shown = page(&dataset, &view(&dataset, &start), Vec::new()).controls;
        for (control, value) in values {
            let listed = shown.iter().any(|one| one.name == control);
            // A chosen event takes the place of the last one before the month.
            let obeys = |name: &str| chart.record().obeys(name);
            let idle = control == "month" && obeys("event") && start.event.is_some();
            assert_eq!(listed, obeys(control) && !idle, "{chart:?}: {control}");
            if !listed {
                let set = start.with_control(control, value);
                assert_ne!(set, start, "{control}={value} sets nothing");
                assert_eq!(seen(&dataset, &set), before, "{chart:?}: {control} does something");
            }
        }
    }
}

fn problems(search: &str) -> (Vec<String>, View) {
    let (query, mut problems) = Query::parse(search);
    let (view, words) = open(&bundled(), &query);
    problems.extend(words);
    (problems, view)
}

#[test]
fn what_is_asked_for_in_vain_is_told() {
    for (search, word) in [
        ("?product=none", "no product “none”"),
        ("?partner=XYZ", "no partner “XYZ”"),
        ("?chart=effects&event=2001-02-03", "no event on 3 February 2001"),
        ("?month=2099-12", "No figure for December 2099: the data run from"),
        ("?from=2025-01&to=2019-12", "January 2025 to December 2019, ends before it begins"),
        ("?embed=perhaps", "use nothing, 1 or 0"),
        ("?chart=pie", "months, season"),
        ("?per=quarter", "does not use the choice “per=quarter”. The chart “Several series” does"),
        ("?chart=heat&per=sum12&as=yoy", "“per=sum12&as=yoy”"),
        ("?chart=map&month=2024-12&per=year&as=yoy", "the choice “per=year”."),
    ] {
        let (problems, _) = problems(search);
        assert_eq!(problems.len(), 1, "{search}: {problems:?}");
        assert!(problems[0].contains(word), "{search}: {problems:?}");
    }
    for search in [
        "",
        "?month=2024-11",
        "?embed",
        "?embed=false",
        "?chart=effects&event=2025-04-04",
        "?chart=series&per=quarter&as=yoy",
    ] {
        assert!(problems(search).0.is_empty(), "{search}: {:?}", problems(search).0);
    }
}

#[test]
fn a_frame_is_asked_for_and_not_asked_for() {
    for (search, embed) in [
        ("?embed", true),
        ("?embed=1", true),
        ("?embed=true", true),
        ("?embed=0", false),
        ("?embed=false", false),
    ] {
        assert_eq!(Query::parse(search).0.embed, embed, "{search}");
    }
}

#[test]
fn what_the_data_do_not_hold_is_not_dated() {
    let (_, view) = problems("?product=none");
    assert!(view.headline.starts_with("No figures for"), "{}", view.headline);
    for text in [&view.headline, &view.sentence] {
        assert!(!text.contains("2000"), "{text}");
    }
    assert!(view.comparisons.is_empty());
}

#[test]
fn a_chart_with_nothing_to_show_leads_to_the_nearest_that_has() {
    for search in [
        "?chart=drivers&product=magnets&month=2025-12&compare=record",
        "?chart=shares&product=magnets&partner=USA&month=2025-12",
        "?chart=drivers&product=magnets&partner=USA&month=2025-12&compare=mom",
    ] {
        let (problems, view) = problems(search);
        assert!(!view.graph.marks.is_empty(), "{search}: {}", view.headline);
        assert_eq!(problems.len(), 1, "{search}: {problems:?}");
        assert!(problems[0].contains("Shown instead: "), "{search}: {problems:?}");
        if search.contains("USA") {
            assert!(view.query.partner.is_world(), "{search}");
            assert!(
                problems[0].contains("all partners, not only the United States"),
                "{problems:?}"
            );
        }
    }
}

#[test]
fn who_asks_for_a_chart_alone_is_told_of_no_other_choice_in_a_frame_either() {
    for chart in CHARTS {
        for how in ["", "&embed", "&theme=light", "&theme=dark&embed"] {
            let search = format!("?chart={}{how}", chart.code);
            let (problems, _) = problems(&search);
            assert!(problems.is_empty(), "{search}: {problems:?}");
        }
    }
}

#[test]
fn every_comparison_has_words_of_its_own() {
    let distinct = |pick: fn(Comparison) -> &'static str| {
        Comparison::ALL.map(pick).into_iter().collect::<BTreeSet<_>>().len()
    };
    for pick in [Comparison::code, Comparison::key, Comparison::label, Comparison::short] {
        assert_eq!(distinct(pick), Comparison::ALL.len());
    }
    for comparison in Comparison::ALL {
        assert_eq!(Comparison::parse(comparison.code()), Some(comparison));
    }
    assert!(Comparison::ALL.into_iter().filter_map(Comparison::methods).count() >= 5);
}

#[test]
fn an_address_reads_back() {
    let address = "?chart=season&flow=import&product=magnets&partner=USA&measure=value&unit=CNY\
                   &month=2024-11&from=2019-01&to=2024-12&compare=mom&by=product\
                   &adjust=product&event=2025-04-04&with=import.rare-earths.WLD.volume,export.magnets.JPN.value.CNY\
                   &per=quarter&as=index&base=2024-01&scale=log&asof=2025-01-31\
                   &notes=2024-11_Licences*2023-01.2023-06_A+slump&theme=dark&embed";
    let (query, problems) = Query::parse(address);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(query.address(), address);
    assert_eq!(Query::parse("").0.address(), "");
    let names: Vec<&str> = address
        .trim_start_matches('?')
        .split('&')
        .map(|pair| pair.split('=').next().unwrap())
        .collect();
    assert_eq!(
        names,
        PARAMETERS.iter().map(|parameter| parameter.name).collect::<Vec<_>>(),
        "each is in this address"
    );
}

#[test]
fn what_is_not_understood_is_named_and_left_at_its_default() {
    let (query, problems) = Query::parse("?chart=pie&month=2024-13&utm_source=x&flow=quota");
    assert_eq!(query, Query::default());
    assert_eq!(problems.len(), 3, "{problems:?}");
}
