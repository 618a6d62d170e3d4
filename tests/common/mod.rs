//! Short names for what every test file speaks of.

#![allow(dead_code, reason = "each test file uses some of it")]
#![allow(clippy::panic, reason = "a test that cannot go on should stop with the reason")]

pub mod recorder;

use std::path::Path;

use xenotime::import::dataset::{
    BUNDLE_FILES, Bundle, OUTLINES, OUTLINES_TEXT, OwnFiles, RowError, add_part, read_bundle,
    read_own,
};
use xenotime::trade::{
    About, Dataset, Figure, Flow, Measure, Month, Observation, Partner, Period, Product, SeriesKey,
    Source, Unit, Words,
};

/// A reader's own file of one product: `rows` are lines of `observations.csv` without what every line
/// ends with, `partners` lines of a code and a name.
pub fn own_file((product, label): (&str, &str), partners: &str, rows: &[String]) -> Dataset {
    let mut observations =
        "period,months,flow,measure,product,partner,value,unit,status,source,note\n".to_owned();
    for row in rows {
        observations.push_str(&format!("{row},reported,file,\n"));
    }
    // What a country is called is the same within a sentence here.
    let within = |line: &str| line.split_once(',').map_or("", |(_, name)| name).to_owned();
    let partners: String =
        partners.lines().map(|line| format!("{line},{}\n", within(line))).collect();
    let files = OwnFiles {
        observations: &observations,
        sources: "source,publisher,published,title,url,kind\nfile,A file,,,,customs\n",
        products: &format!("product,label,hs\n{product},{label},\n"),
        partners: &format!("partner,name,within\n{partners}"),
        reporter: "Valdoria",
        origin: "",
        counts: "",
    };
    read_own(files).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// Eight years of tea to three partners with seasons of their own; the third buys none in every fifth
/// month.
const PARTNERS: [&str; 3] = ["NOR", "SUD", "OST"];

/// What a partner bought in a month, counted from January 2015.
pub fn tea(partner: usize, index: usize) -> f64 {
    let noise = 1.0 + ((index * 7919 + partner * 31) % 101) as f64 / 2000.0;
    let turn = std::f64::consts::TAU * index as f64 / 12.0;
    let (level, season) = match partner {
        0 => (900.0 + 4.0 * index as f64, 0.4 * turn.sin()),
        1 => (400.0, -0.5 * turn.sin()),
        _ => (60.0, 0.1 * turn.sin()),
    };
    let bought = partner != 2 || !index.is_multiple_of(5);
    if bought { (level * (1.0 + season) * noise).round() } else { 0.0 }
}

/// The file of these, without the rows that are `left_out`.
pub fn tea_by_partner(left_out: impl Fn(usize, usize) -> bool) -> Dataset {
    let mut rows = Vec::new();
    for index in 0..96 {
        let month = Month::from_index(2015 * 12 + index as i32);
        let mut row = |partner: &str, value: f64| {
            rows.push(format!("{month},1,export,volume,tea,{partner},{value},t"));
        };
        row("WLD", (0..3).map(|partner| tea(partner, index)).sum());
        for (place, partner) in PARTNERS.into_iter().enumerate() {
            let value = tea(place, index);
            if value > 0.0 && !left_out(place, index) {
                row(partner, value);
            }
        }
    }
    own_file(("tea", "Tea"), "WLD,World\nNOR,Norland\nSUD,Sudland\nOST,Ostia\n", &rows)
}

/// The month written `YYYY-MM`.
pub fn month(text: &str) -> Month {
    Month::parse(text).unwrap_or_else(|| panic!("{text} is no month"))
}

/// The run of `months` months that begins with the month written `start`.
pub fn period(start: &str, months: u16) -> Period {
    Period { start: month(start), months }
}

/// Weight of the customs headline "rare earths", all partners together.
pub fn rare_earths(flow: Flow) -> SeriesKey {
    SeriesKey {
        flow,
        measure: Measure::Volume,
        product: "rare-earths".to_owned(),
        partner: Partner::world(),
    }
}

/// The data that the page ships.
pub fn bundled() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    headline_files(&folder)
}

/// The same with every part that stands beside the headline figures.
pub fn bundled_whole() -> Dataset {
    with_parts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data"))
}

/// The whole data, unless whoever hosts them left the figures by partner out: nothing of what is
/// asked of these can then be known, and the run says so.
pub fn by_partner() -> Option<Dataset> {
    let dataset = bundled_whole();
    let there = dataset.added.iter().any(|file| file == "by-partner.csv");
    if !there {
        println!("SKIPPED: www/data has no by-partner.csv");
    }
    there.then_some(dataset)
}

/// Whether a chart's example has something to show: a mix and partners' reports are figures that may be left
/// out.
pub fn has_example(code: &str) -> bool {
    !["mix", "gaps"].contains(&code) || by_partner().is_some()
}

/// A folder's data with every part that is there.
pub fn with_parts(folder: &Path) -> Dataset {
    let mut dataset = headline_files(folder);
    for (_, file) in dataset.about.parts.clone() {
        if let Ok(text) = std::fs::read_to_string(folder.join(&file)) {
            add_part(&mut dataset, &file, &text).unwrap_or_else(|errors| explain(&errors));
        }
    }
    dataset
}

/// Adds where countries lie, which every data set gets when its map is asked for.
pub fn with_outlines(dataset: &mut Dataset) {
    add_part(dataset, OUTLINES, OUTLINES_TEXT).unwrap_or_else(|errors| explain(&errors));
}

/// A folder's data without its parts.
pub fn headline_files(folder: &Path) -> Dataset {
    let [observations, sources, products, events, dataset, partners] = BUNDLE_FILES.map(|name| {
        std::fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    });
    let bundle = Bundle {
        observations: &observations,
        sources: &sources,
        products: &products,
        events: &events,
        dataset: &dataset,
        partners: &partners,
    };
    let mut dataset = read_bundle(bundle).unwrap_or_else(|errors| explain(&errors));
    with_outlines(&mut dataset);
    dataset
}

fn explain(errors: &[RowError]) -> ! {
    let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
    panic!("the data have row errors:\n{}", lines.join("\n"))
}

/// Weight of a product's trade with a partner.
pub fn key(flow: Flow, product: &str, partner: &str) -> SeriesKey {
    let partner = Partner::parse(partner).unwrap_or_else(|| panic!("{partner} is no partner"));
    SeriesKey { flow, measure: Measure::Volume, product: product.to_owned(), partner }
}

/// A figure as reported, from no source.
pub fn figure(period: Period, value: f64) -> Figure {
    Figure::reported(period, value, 0, vec![0])
}

/// Five years and a half of trade in two goods with three partners, some of them unlisted.
pub fn made(money: &str, goods: &str) -> Dataset {
    made_by(1, money, goods)
}

/// A data set of these goods without figures: wares, and what they hold, each with its code.
pub fn of_wares(goods: &[(&str, &str)]) -> Dataset {
    let mut dataset = Dataset::new(About {
        reporter_names: Words::english("Ruritania"),
        origin: Words::english("its customs"),
        ..About::default()
    });
    for (code, hs) in goods {
        dataset.products.push(Product {
            code: (*code).to_owned(),
            label: (*code).to_owned(),
            hs: vec![(*hs).to_owned()],
            parent: (*code != "wares").then(|| "wares".to_owned()),
            ..Product::default()
        });
    }
    dataset.sources.push(Source {
        id: "file".to_owned(),
        publisher: "the file".to_owned(),
        published: String::new(),
        title: String::new(),
        url: String::new(),
        kind: None,
    });
    dataset
}

/// The same, reported by so many months.
pub fn made_by(months: u16, money: &str, goods: &str) -> Dataset {
    let unit = |code: &str| Unit::parse(code).unwrap_or_else(|| panic!("{code} is no unit"));
    let mut dataset = of_wares(&[("wares", "28"), ("beads", "2801"), ("rods", "2802")]);
    let mut observations = Vec::new();
    let lines = [
        ("wares", "WLD", 1000.0),
        ("wares", "JPN", 400.0),
        ("wares", "USA", 300.0),
        ("beads", "WLD", 350.0),
        ("rods", "WLD", 250.0),
    ];
    for month in (0..66 / i32::from(months) * i32::from(months)).step_by(usize::from(months)) {
        let at = Month::from_index(2018 * 12 + month);
        for (product, partner, size) in lines {
            for flow in [Flow::Export, Flow::Import] {
                let season = 1.0 + f64::from(at.number() % 5) / 10.0 + f64::from(month % 7) / 90.0;
                let amount = (size * season).round();
                for (unit, value) in [(unit(money), amount * 9013.0), (unit(goods), amount)] {
                    observations.push(Observation {
                        key: SeriesKey {
                            flow,
                            measure: unit.measure(),
                            product: product.to_owned(),
                            partner: Partner::parse(partner).unwrap_or_else(Partner::world),
                        },
                        unit,
                        figure: figure(Period { start: at, months }, value * f64::from(months)),
                        line: 2,
                    });
                }
            }
        }
    }
    dataset.observe(observations);
    dataset
}
