//! The program, run as a reader of the README would.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use xenotime::import::dataset::SHORT_FILES;
use xenotime::statistics::seasonal::wilson;

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xenotime"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn summary(arguments: &[&str]) -> Value {
    let mut all = vec!["summary", "--format", "json"];
    all.extend(arguments);
    serde_json::from_slice(&run(&all).stdout).unwrap()
}

#[test]
fn charts_of_opened_files_are_printed_and_drawn() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("opened-series");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("comtrade.csv");
    let head = "Period,Trade Flow,Reporter Code,Reporter,Partner Code,Partner,Commodity Code,Commodity,Netweight (kg),Trade Value (US$)";
    let rows = [
        head,
        "202401,Export,36,Australia,0,World,2846,Compounds,100000,100",
        "202401,Export,36,Australia,392,Japan,2846,Compounds,60000,60",
        "202401,Import,392,Japan,36,Australia,2846,Compounds,66000,66",
    ];
    fs::write(&file, rows.join("\n") + "\n").unwrap();
    let file = file.to_str().unwrap();
    let opened = ["series", "--open", file, "--reporter", "AUS", "--code", "2846"];
    let gaps = run(&[&opened[..], &["--chart", "gaps", "--format", "json"]].concat());
    assert!(gaps.status.success(), "{}", said(&gaps));
    let gaps: Value = serde_json::from_slice(&gaps.stdout).unwrap();
    assert_eq!(gaps["rows"][0]["partner"], json!("Japan"));
    assert_eq!(gaps["rows"][0]["gap_t"], json!(6.0));
    let drawing = folder.join("map.svg");
    let map = run(&[&opened[..], &["--chart", "map", "--out", drawing.to_str().unwrap()]].concat());
    assert!(map.status.success(), "{}", said(&map));
    assert!(fs::read_to_string(&drawing).unwrap().contains("Japan 60.0%"));
    // Another product of the file stands beside it; what the file lacks is said, for the table cannot.
    let magnets = "202401,Export,36,Australia,392,Japan,8505,Magnets,2000,2\n";
    fs::write(folder.join("two.csv"), rows.join("\n") + "\n" + magnets).unwrap();
    let two = folder.join("two.csv");
    let two = ["series", "--open", two.to_str().unwrap(), "--reporter", "AUS", "--code", "2846"];
    let with = |lines| run(&[&two[..], &["--measure", "volume", "--with", lines]].concat());
    let beside = with("export.8505.JPN.volume");
    let table = String::from_utf8_lossy(&beside.stdout).into_owned();
    assert!(table.contains("export_2846_WLD_volume_t,export_8505_JPN_volume_t"), "{table}");
    assert!(table.contains("2024-01,100,2"), "{table}");
    assert!(!String::from_utf8_lossy(&beside.stderr).contains("No line"), "{}", said(&beside));
    let lacking = with("export.2846.NOR.volume");
    let told = String::from_utf8_lossy(&lacking.stderr).into_owned();
    assert!(told.contains("No line for ") && told.contains("no figures for it"), "{told}");
    // A script need not read what is said to know that one is lacking.
    let statuses =
        [&beside, &lacking, &with("export.9999.NOR.volume")].map(|run| run.status.code());
    assert_eq!(statuses, [Some(0), Some(1), Some(1)]);
    // What was left out of a file is said beside what is made of the rest.
    let below = "202402,Export,36,Australia,392,Japan,2846,Compounds,-5000,5\n";
    fs::write(folder.join("below.csv"), rows.join("\n") + "\n" + below).unwrap();
    let below = folder.join("below.csv");
    let below = run(&["series", "--open", below.to_str().unwrap(), "--reporter", "AUS"]);
    assert_eq!(below.status.code(), Some(0), "{}", said(&below));
    let told = String::from_utf8_lossy(&below.stderr).into_owned();
    assert!(told.contains("below.csv: one total is negative: check"), "{told}");
    // What a file leaves open is asked, and nothing is drawn.
    fs::write(folder.join("open.csv"), "a,b\n1,2\n").unwrap();
    let asked = run(&["series", "--open", folder.join("open.csv").to_str().unwrap()]);
    assert_eq!(asked.status.code(), Some(2), "{}", said(&asked));
}

#[test]
fn a_month_of_which_opened_files_have_no_total_is_answered() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("opened-month");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("weights.csv");
    let mut rows =
        "Reporter,Partner,Flow,Period,Commodity Code,Value (EUR),Weight (kg)\n".to_owned();
    for year in [2023, 2024] {
        for month in 1..=12 {
            let weight = if year == 2023 { String::new() } else { format!("{}", 30_100 + month) };
            rows += &format!(
                "Netherlands,Germany,Export,{year}-{month:02},800110,{}00,{weight}\n",
                3000 + month
            );
            rows += &format!(
                "Netherlands,France,Export,{year}-{month:02},800110,{0}00,{0}0\n",
                2000 + month
            );
        }
    }
    fs::write(&file, rows).unwrap();
    for chart in ["months", "shares", "drivers", "price-volume", "unit-value"] {
        let asked = ["series", "--open", file.to_str().unwrap(), "--answer", "codes=hs"];
        let more = ["--chart", chart, "--month", "2023-10"];
        let found = run(&[&asked[..], &more].concat());
        let told = String::from_utf8_lossy(&found.stderr).into_owned();
        assert!(told.contains("o total quantity for October 2023"), "{chart}: {told}");
    }
}

#[test]
fn charts_of_opened_files_are_pinned_with_their_largest_partners() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("opened-pinned");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("customs.csv");
    let mut rows = "period,months,flow,measure,product,partner,value,unit,status,source,note,\
                    reporter,product_label,partner_name,reporter_name,product_system\n"
        .to_owned();
    // The later a partner is named, the more it buys.
    for partner in 1..=3000 {
        for month in 1..=2 {
            rows += &format!(
                "2024-{month:02},1,export,value,2846,C{partner:04},{},USD,reported,port,,AUS,Compounds,Town {partner:04},Australia,hs\n",
                partner * 10 + month
            );
        }
    }
    fs::write(&file, rows).unwrap();
    let written = folder.join("pinned.html");
    let (file, out) = (file.to_str().unwrap(), written.to_str().unwrap());
    let publish = |chart: &str, more: &[&str]| {
        let _ = fs::remove_file(&written);
        let asked = ["publish", "--open", file, "--chart", chart, "--out", out];
        run(&[&asked[..], &["--site", "https://example.org/"], more].concat())
    };
    for (chart, named) in [("shares", 20), ("season", 0), ("series", 0)] {
        let done = publish(chart, &[]);
        assert!(done.status.success(), "{chart}: {}", said(&done));
        let html = fs::read_to_string(&written).unwrap();
        assert!(html.contains("Australia") && html.contains("customs.csv"), "{chart}");
        assert!(!html.contains("example.org"), "{chart}: a page where nobody has the files");
        let kept = (1..=3000).filter(|one| html.contains(&format!("Town {one:04}")));
        let kept: Vec<i32> = kept.collect();
        assert_eq!(kept.len(), named, "{chart}: {kept:?}");
        let of_all = "Of 3000 destinations in the files, 20 are shown by name";
        assert_eq!(html.contains(of_all), named > 0, "{chart}");
        assert!(kept.iter().all(|one| *one > 2980), "{chart}: {kept:?}");
    }
    // A script is not given another chart than the one it asked for.
    for wrong in [["--partner", "DEU"], ["--month", "2023-05"], ["--flow", "import"]] {
        let refused = publish("shares", &wrong);
        assert_eq!(refused.status.code(), Some(2), "{wrong:?}: {}", said(&refused));
        assert!(!written.exists(), "{wrong:?}");
    }
    let both = publish("shares", &["--data", "www/data"]);
    assert!(!both.status.success(), "files or a folder, not both");
}

/// A fresh folder that holds a copy of the data.
fn copied(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/data");
    for entry in fs::read_dir(data).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn rounded(value: &Value) -> String {
    format!("{:+.1}", value.as_f64().unwrap())
}

#[test]
fn partners_and_products_are_printed_as_rows() {
    let output = run(&["table", "--product", "magnets", "--month", "2025-12", "--sort", "name"]);
    assert!(output.status.success(), "{}", said(&output));
    let table: Value = serde_json::from_slice(&output.stdout).unwrap();
    let rows = table["rows"].as_array().unwrap();
    assert_eq!((&rows[0]["code"], &rows[0]["share_percent"]), (&json!("WLD"), &json!(100.0)));
    assert_eq!(
        (rows[0]["kind"].as_str(), table["period"].as_str()),
        (Some("total"), Some("2025-12/1"))
    );
    let names: Vec<&str> = rows[1..].iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert!(names.is_sorted() && names.contains(&"Germany"), "{names:?}");
    let sample = "tests/import/samples/baci.csv";
    let asked = ["table", "--open", sample, "--code", "284610", "--measure", "value"];
    let csv = run(&[&asked[..], &["--format", "csv", "--reporter", "CHN"]].concat());
    let text = said(&csv);
    assert!(text.contains("\nUSA,") && text.contains(",2022-01/12,12500,3.25,"), "{text}");
    for (wrong, expected) in [
        (["--sort", "colour"], "name, value, quantity"),
        (["--period", "2025"], "YYYY-MM/N"),
        (["--by", "port"], "partner or product"),
    ] {
        let output = run(&["table", wrong[0], wrong[1]]);
        assert!(!output.status.success() && said(&output).contains(expected), "{}", said(&output));
    }
}

#[test]
fn november_2024_is_as_published() {
    let exports = summary(&["--flow", "export", "--month", "2024-11"]);
    assert_eq!(exports["amount"]["value"], 4416.0);
    assert_eq!(exports["month_on_month"]["baseline"], 4753.0);
    assert_eq!(rounded(&exports["month_on_month"]["percent"]), "-7.1");
    assert_eq!(exports["year_to_date"]["value"], 52105.0);
    assert_eq!(rounded(&exports["year_to_date_change"]["percent"]), "+6.6");
    assert_eq!(exports["rank_in_season"]["of"], 8);
    assert!(exports["amount"]["sources"][0]["url"].as_str().unwrap().starts_with("http"));
    let imports = summary(&["--flow", "import", "--month", "2024-11"]);
    assert_eq!(imports["amount"]["value"], 11327.0);
    assert_eq!(rounded(&imports["year_on_year"]["percent"]), "-20.9");
    assert_eq!(imports["year_to_date"]["value"], 123_288.0);
    assert_eq!(rounded(&imports["year_to_date_change"]["percent"]), "-22.7");
    let missing = imports["five_years"]["missing"].as_str().unwrap();
    assert!(missing.contains("only one of the five years"), "{missing}");
}

#[test]
fn what_is_not_known_is_missing_with_its_reason() {
    let march = summary(&["--month", "2023-03"]);
    let reason = march["month_on_month"]["missing"].as_str().unwrap();
    assert!(reason.contains("only a total for January–February 2023 was reported"), "{reason}");
    let none = run(&["summary", "--month", "2016-05"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(said(&none).contains("no figure for May 2016"), "{}", said(&none));
}

#[test]
fn a_chart_is_drawn_into_a_file() {
    let file = copied("render").join("season.svg");
    let path = file.to_str().unwrap();
    let output = run(&["render", "--chart", "season", "--month", "2024-11", "--out", path]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let svg = fs::read_to_string(&file).unwrap();
    assert!(svg.starts_with("<svg") && svg.trim_end().ends_with("</svg>"));
    assert!(svg.contains("4,416 t") && svg.contains("November 2024"));
    let nowhere = run(&["render", "--out", "/does/not/exist/a.svg"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(said(&nowhere).contains("/does/not/exist/a.svg"));
}

/// What is written is what the file's name ends in; nothing is written under another's name.
#[test]
fn a_file_holds_what_its_name_ends_in() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("endings");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let png = at("months.PNG");
    let drawn = run(&["render", "--out", &png]);
    if drawn.status.success() {
        assert_eq!(fs::read(&png).unwrap()[..4], *b"\x89PNG");
    } else {
        assert!(said(&drawn).contains("XENOTIME_FONT"), "{}", said(&drawn));
    }
    for (command, name, expected) in [
        (&["render"][..], "a.jpg", ".svg or .png"),
        (&["publish"], "a.pdf", ".html or .htm"),
        (&["series"], "a.txt", ".csv, .json, .svg or .xlsx"),
        (&["open", "tests/import/samples/comtrade.csv"], "a.json", ".csv or .xlsx"),
    ] {
        let path = at(name);
        let refused = run(&[command, &["--out", &path]].concat());
        assert_eq!(refused.status.code(), Some(2), "{name}");
        let ending = &name[1..];
        let reason = format!("ends in “{}” and must end in {expected}", &ending[1..]);
        assert!(said(&refused).contains(&reason), "{}", said(&refused));
        let chinese = run(&[command, &["--lang", "zh", "--out", &path]].concat());
        assert!(said(&chinese).contains("，应为."), "{}", said(&chinese));
        assert!(!Path::new(&path).exists(), "{path} was written");
    }
}

/// A file that stays must not show another year than the script asked for.
#[test]
fn what_cannot_be_shown_is_not_published() {
    let folder = copied("published");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    for (language, word) in [("en", "no file was written"), ("zh", "未写入文件")] {
        let path = at("shares.html");
        let asked = [
            "--chart",
            "shares",
            "--product",
            "magnets",
            "--measure",
            "value",
            "--month",
            "2031-10",
        ];
        let refused =
            run(&[&["publish"][..], &asked, &["--lang", language, "--out", &path]].concat());
        assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
        assert!(said(&refused).contains(word), "{}", said(&refused));
        assert!(!Path::new(&path).exists());
    }
    // Nor is a chart with nothing drawn.
    let path = at("adjusted.html");
    let asked =
        ["--chart", "decomposition", "--product", "magnets", "--month", "2025-03", "--out", &path];
    let refused = run(&[&["publish"][..], &asked].concat());
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(said(&refused).contains("no file was written: "), "{}", said(&refused));
    assert!(!Path::new(&path).exists());
    let path = at("season.html");
    let written = run(&["publish", "--chart", "season", "--month", "2024-11", "--out", &path]);
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    assert!(Path::new(&path).exists());
}

/// The words of an SVG: where each begins, at which end of it that is, and how it reads.
fn lettered(svg: &str) -> Vec<((f64, f64), String, String)> {
    let of = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    let word = |text: &str| {
        let (tag, rest) = text.split_once('>').unwrap();
        let at = |name| of(tag, name).unwrap().parse().unwrap();
        let end = of(tag, "text-anchor").unwrap_or_default();
        ((at("x"), at("y")), end, rest.split_once("</text>").unwrap().0.to_owned())
    };
    svg.split("<text").skip(1).map(word).collect()
}

/// Rows and panels that a card is too low for get a square.
#[test]
fn a_card_has_room_for_its_rows_and_panels() {
    let folder = copied("cards");
    let mut squares = 0;
    for chart in xenotime::charts::ChartKind::ALL {
        let file = folder.join(format!("{}.svg", chart.code()));
        let path = file.to_str().unwrap();
        run(&["render", "--chart", chart.code(), "--size", "social", "--out", path]);
        let svg = fs::read_to_string(&file).unwrap();
        let high = svg.contains(" height=\"800\"");
        assert!(svg.contains(" width=\"800\"") && (high || svg.contains(" height=\"418\"")));
        squares += usize::from(high);
        let words = lettered(&svg);
        for (index, ((x, y), end, text)) in words.iter().enumerate() {
            // Words that begin, or end, at the same place stand under one another.
            let meets = |((left, top), other, _): &&((f64, f64), String, String)| {
                left == x && other == end && (top - y).abs() < 12.0
            };
            let met = words[index + 1..].iter().find(meets);
            assert!(met.is_none(), "{}: {text} and {met:?}", chart.code());
        }
    }
    assert!(0 < squares && squares < xenotime::charts::ChartKind::ALL.len() / 2, "{squares}");
}

#[test]
fn a_headline_takes_at_most_three_lines_of_a_column() {
    let folder = copied("columns");
    for chart in xenotime::charts::ChartKind::ALL {
        let file = folder.join(format!("{}.svg", chart.code()));
        let path = file.to_str().unwrap();
        run(&["render", "--chart", chart.code(), "--size", "column", "--out", path]);
        let svg = fs::read_to_string(&file).unwrap();
        let lines = svg.matches(" font-size=\"17\" font-weight=\"bold\"").count();
        assert!((1..=3).contains(&lines), "{}: {lines} lines", chart.code());
    }
}

/// A tick that no list explains says nothing.
#[test]
fn a_picture_without_the_list_of_events_marks_those_that_it_names() {
    let folder = copied("unlisted");
    let events = |size: &str| {
        let file = folder.join(format!("{size}.svg"));
        run(&["render", "--size", size, "--out", file.to_str().unwrap()]);
        let svg = fs::read_to_string(&file).unwrap();
        let (_, group) = svg.split_once("<g id=\"events\">").unwrap();
        let group = group.split_once("</g>").unwrap().0;
        // Two events of one month have one tick.
        let lines: BTreeSet<&str> = group
            .split("<polyline points=\"")
            .skip(1)
            .filter_map(|line| line.split('"').next())
            .collect();
        (lines.len(), group.matches("<text").count())
    };
    let (lines, names) = events("page");
    assert!(names > 0 && lines > 2 * names, "{lines} lines of {names} names");
    let (lines, names) = events("social");
    assert!(names > 0 && lines == 2 * names, "{lines} lines of {names} names");
}

#[test]
fn letters_become_shapes_where_a_typeface_has_them() {
    let file = copied("outlined").join("season.svg");
    let path = file.to_str().unwrap();
    let asked = ["--chart", "season", "--month", "2024-11", "--outlined", "--out", path];
    let output = run(&[&["render"][..], &asked].concat());
    if output.status.success() {
        let svg = fs::read_to_string(&file).unwrap();
        assert!(!svg.contains("<text"), "words are left");
        assert!(svg.matches("<path").count() > 20 && svg.contains("Nov 2024"));
        assert!(!svg.contains("NaN") && !svg.contains("d=\"\""), "a word without a shape");
    } else {
        assert!(said(&output).contains("XENOTIME_FONT"), "{}", said(&output));
    }
}

#[test]
fn data_are_checked_by_file_and_line() {
    let sound = run(&["check-data", "www/data"]);
    assert_eq!(sound.status.code(), Some(0));
    assert!(said(&sound).contains("+239.8"), "{}", said(&sound));
    let folder = copied("broken");
    let file = folder.join("observations.csv");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("2010-01,12,export", "2010-13,12,export", 1)).unwrap();
    let broken = run(&["check-data", folder.to_str().unwrap()]);
    assert_eq!(broken.status.code(), Some(1));
    let message = said(&broken);
    assert!(message.contains("observations.csv:3, column period: found “2010-13”"), "{message}");
}

#[test]
fn what_a_build_made_from_older_data_is_named() {
    let folder = copied("stale");
    let own = |name: &str| folder.join(name);
    let data = folder.to_str().unwrap();
    for short in SHORT_FILES {
        let text = fs::read_to_string(own(short.of)).unwrap();
        fs::write(own(short.name), (short.made)(&text).unwrap()).unwrap();
    }
    assert!(said(&run(&["check-data", data])).contains("no errors"));
    let text = fs::read_to_string(own("observations.csv")).unwrap();
    fs::write(own("observations.csv"), text.replace(",4416,t,", ",4417,t,")).unwrap();
    let found = run(&["check-data", data]);
    assert_eq!(found.status.code(), Some(1));
    let message = said(&found);
    assert!(
        message.contains("observations-for-stories.csv: made from an older observations.csv"),
        "{message}"
    );
    assert!(!message.contains("products-in-short.csv"), "{message}");
}

#[test]
fn all_three_take_another_folder() {
    let folder = copied("other");
    let file = folder.join("observations.csv");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace(",4416,t,", ",4417,t,")).unwrap();
    let data = folder.to_str().unwrap();
    let summary = summary(&["--month", "2024-11", "--data", data]);
    assert_eq!(summary["amount"]["value"], 4417.0);
    let svg = folder.join("a.svg");
    run(&["render", "--month", "2024-11", "--data", data, "--out", svg.to_str().unwrap()]);
    assert!(fs::read_to_string(svg).unwrap().contains("4,417 t"));
    assert!(said(&run(&["check-data", "--data", data])).contains("no errors"));
    fs::write(&file, text.replacen(",4416,t,", ",many,t,", 1)).unwrap();
    assert!(said(&run(&["check-data", "--data", data])).ends_with(": 1 error to correct\n"));
    let chinese = said(&run(&["check-data", "--lang", "zh", "--data", data]));
    assert!(chinese.ends_with("：有1处错误待更正\n"), "{chinese}");
    let missing = run(&["check-data", "--data", "/does/not/exist"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(said(&missing).contains("/does/not/exist/observations.csv"));
}

#[test]
fn a_trade_without_figures_is_named_in_one_sentence() {
    for command in ["summary", "analyse"] {
        let none = |language| said(&run(&[command, "--product", "none", "--lang", language]));
        let english = "xenotime: the data have no product “none”\n";
        assert_eq!(none("en"), english);
        assert_eq!(none("zh"), "xenotime: 数据中没有商品“none”\n");
    }
}

/// Every finding of a story as text and as a table, in the page's own words.
#[test]
fn a_report_says_what_the_page_says() {
    let story = copied("report").join("story.txt");
    let told = "In October 2024 China exported 4,753 tons of rare earths. In November 2024 China's \
                exports of rare earths fell 1.7% from October.";
    fs::write(&story, told).unwrap();
    let report = |language: &str, format: &str| {
        let story = story.to_str().unwrap();
        let date = ["--date", "2024-12-10", "--format", format, "--lang", language];
        said(&run(&[&["check-story", story][..], &date].concat()))
    };
    assert!(report("en", "text").contains("\nline 1, “1.7%” contradicted: "));
    assert!(report("zh", "text").contains("\n第1行“1.7%”与数据不符："));
    for format in ["text", "markdown"] {
        let english = report("en", format);
        assert!(english.contains("change to “7.1%”"), "{english}");
        let chinese = report("zh", format);
        assert!(chinese.contains("可改为“7.1%”"), "{chinese}");
        assert!(chinese.contains("1处与数据不符") && !chinese.contains("个有误"), "{chinese}");
        // Words in brackets stand apart from what they are about.
        let close = |pair: &[char]| pair[1] == '(' && pair[0].is_ascii_alphanumeric();
        let letters: Vec<char> = english.chars().collect();
        assert!(!letters.windows(2).any(close), "{english}");
    }
}

/// What a program reads of a figure is named in the reader's language; a file says which way the trade goes, and
/// what is a percentage.
#[test]
fn figures_and_files_are_named_in_the_language_that_is_asked_for() {
    let figure = run(&["figure", "--period", "2024-11", "--lang", "zh"]);
    let figure: Value = serde_json::from_slice(&figure.stdout).unwrap();
    assert_eq!(figure["product_name"], json!("稀土"));
    assert_eq!(figure["sources"][0]["publisher"], json!("路透社（据NewsFromRSS）"));
    let head = |more: &[&str]| {
        let all = [&["series", "--lang", "zh", "--format", "csv"], more].concat();
        said(&run(&all)).trim_start_matches('\u{feff}').lines().next().unwrap().to_owned()
    };
    assert_eq!(head(&[]), "时期,出口：稀土（吨）,来源");
    assert_eq!(head(&["--as", "yoy"]), "时期,出口：稀土（增减%）,来源");
    // A line alone is not told from others by its partner, but nothing else in the file names that.
    let share = ["--product", "magnets", "--partner", "USA", "--as", "share"];
    assert_eq!(head(&share), "时期,出口：稀土永磁体（美国，占总量%）,来源");
}

#[test]
fn help_and_errors_are_in_the_language_that_is_asked_for() {
    let is_chinese = |text: &str| text.chars().any(|letter| matches!(letter, '一'..='鿿'));
    let help = said(&run(&["--lang", "zh", "--help"]));
    let list = help.split_once("命令：\n").unwrap().1.split_once("\n\n").unwrap().0;
    let commands: Vec<&str> =
        list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{commands:?}");
    assert!(help.contains("[选项] <命令>"), "{help}");
    for command in commands.into_iter().filter(|command| *command != "help") {
        for (language, heading) in [("en", "Usage: "), ("zh", "用法：")] {
            let help = run(&[command, "--help", "--lang", language]);
            assert!(help.status.success(), "{}", said(&help));
            let help = said(&help);
            let usage = format!("\n{heading}xenotime {command}");
            assert!(help.contains(&usage), "{help}");
            let of_files = help.split_once("--open <").map(|(_, rest)| rest.lines().nth(1));
            let apart = |line: &str| line.contains("--data");
            assert!(of_files.flatten().is_none_or(apart), "files and a folder: {help}");
            let options = ["-", "<", "["];
            let mut lines = help.lines().map(str::trim).filter(|line| {
                !line.is_empty() && !options.iter().any(|mark| line.starts_with(mark))
            });
            let all = lines.all(|line| is_chinese(line) == (language == "zh"));
            assert!(all, "{command}: {help}");
        }
    }
    for wrong in [
        &["charst"][..],
        &["render"],
        &["summary", "--month", "May"],
        &["check-story", "no-such-file.txt"],
        &["open", "no-such-file.csv"],
        &["figure", "--period", "2024", "--product", "tea"],
        &["check-data", "no-such-folder"],
    ] {
        let english = said(&run(wrong));
        let chinese = said(&run(&[wrong, &["--lang", "zh"]].concat()));
        assert!(!is_chinese(&english) && english.len() > 20, "{english}");
        assert!(is_chinese(&chinese), "{chinese}");
        assert!(!chinese.contains("expected") && !chinese.contains("os error"), "{chinese}");
    }
}

/// Names of methods, alike in every language.
const METHODS: [&str; 10] =
    ["AR", "Bera", "Box", "Friedman", "Jarque", "Kruskal", "Ljung", "QS", "STL", "Wallis"];

#[test]
fn what_is_printed_in_chinese_has_no_english_word() {
    for arguments in [
        &["summary", "--month", "2024-11"][..],
        &["summary", "--product", "magnets", "--month", "2025-06"],
        &["analyse", "--month", "2024-11"],
        &["analyse", "--product", "magnets", "--month", "2025-12"],
        &["analyse", "--flow", "import", "--month", "2025-12"],
        &["check-data", "www/data"],
    ] {
        let told = said(&run(&[arguments, &["--lang", "zh"]].concat()));
        assert!(told.lines().count() > 5, "{arguments:?}: {told}");
        // What is checked is named as its files name it.
        let mut pieces = told.split('（');
        let first = pieces.next().unwrap().replace("www/data", "");
        let check = arguments[0] == "check-data";
        let rest = pieces.map(|piece| match piece.split_once('）') {
            Some((_, rest)) if check => rest.to_owned(),
            _ => piece.to_owned(),
        });
        let plain = std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ");
        let words = plain.split(|letter: char| !letter.is_ascii_alphabetic());
        let foreign: Vec<&str> =
            words.filter(|word| word.len() > 1 && !METHODS.contains(word)).collect();
        assert!(foreign.is_empty(), "{arguments:?}: {foreign:?} in {told}");
    }
}

#[test]
fn what_is_not_understood_is_refused() {
    for arguments in [
        &["summary", "--month", "2024-13"][..],
        &["summary", "--flow", "quota"],
        &["render", "--chart", "pie", "--out", "a.svg"],
        &["dance"],
    ] {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains("error"), "{arguments:?}: {}", said(&output));
    }
    let folder = copied("blank");
    fs::create_dir_all(folder.join("data")).unwrap();
    let unfilled = run(&["first-paint", "--dist", folder.to_str().unwrap()]);
    assert_eq!(unfilled.status.code(), Some(2));
}

#[test]
fn an_analysis_holds_everything_the_charts_show() {
    let output = run(&["analyse", "--flow", "export", "--month", "2024-11", "--format", "json"]);
    assert!(output.status.success(), "{}", said(&output));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = &found["expectation"];
    assert_eq!(expected["actual"], 4416.0);
    assert_eq!(expected["judged"], "ordinary");
    assert_eq!(expected["same_months_before"], 6);
    let number = |value: &Value| value.as_f64().unwrap();
    let bounds = |name: &str| (number(&expected[name][0]), number(&expected[name][1]));
    let ((low, high), (lower, higher)) = (bounds("interval_80"), bounds("interval_95"));
    let median = number(&expected["median"]);
    assert!(lower < low && low < median && median < high && high < higher);
    let count = found["backtest"]["periods"].as_u64().unwrap() as usize;
    let (low, high) = wilson(number(&found["backtest"]["within_95"]), count);
    assert!(count >= 50 && low <= 0.95 && 0.95 <= high, "{count} {low} {high}");
    assert_eq!(found["seasonality"]["verdict"], "undecided");
    assert!(found["decomposition"]["months"].as_array().unwrap().len() > 90);
    let own = &found["decomposition"]["month"];
    assert!(own["seasonally_adjusted"].is_number());
    // As the chart has them.
    let chart = ["series", "--chart", "decomposition", "--month", "2024-11", "--format", "json"];
    let chart: Value = serde_json::from_slice(&run(&chart).stdout).unwrap();
    let columns = chart["columns"].as_array().unwrap();
    let rows = chart["rows"].as_array().unwrap();
    let row = rows.iter().find(|row| row["period"] == "2024-11").unwrap();
    for name in ["adjusted_month_on_month_percent", "adjusted_three_on_three_percent"] {
        assert!(columns.iter().any(|column| column.to_string().contains(name)), "{columns:?}");
        let digits = format!("{:.2}", number(&own[name]));
        assert!(row.to_string().contains(&digits), "{name} {digits} is not in {row}");
    }
    for side in ["partner", "product"] {
        let why = found["adjusted_from_parts"][side]["missing"].as_str().unwrap();
        assert!(why.contains("total"), "{side}: {why}");
    }
    let left = &found["diagnostics"];
    for name in ["season_left_qs", "ljung_box", "jarque_bera"] {
        assert!((0.0..=1.0).contains(&number(&left[name]["p"])), "{name}: {left}");
    }
    let revisions = left["revisions"].as_array().unwrap();
    assert_eq!(left["revised_months"].as_u64(), Some(revisions.len() as u64));
    let sizes: f64 = revisions.iter().map(|one| number(&one["percent"]).abs()).sum();
    let mean = number(&left["mean_revision_percent"]);
    assert!((sizes / revisions.len() as f64 - mean).abs() < 1e-9, "{left}");
    assert!(revisions.iter().all(|one| one["month"].is_string()), "{left}");
    let first = found["backtest"]["scored_against_first_print"].as_u64().unwrap() as usize;
    assert!(first > 20 && first < count, "{first} of {count}");
    assert!(found["disturbances"]["levels"].as_array().unwrap().len() > 90);
    assert!(found["disturbances"]["found"].is_array());
    let events = found["events"].as_array().unwrap();
    assert!(events.iter().any(|event| event["effect"]["interval_95"].is_array()));
    assert!(events.iter().any(|event| event["effect"]["missing"].is_string()));
    assert!(found["price_volume"]["yoy"]["missing"].as_str().unwrap().contains("November 2024"));
    assert!(found["contributions"]["partner"]["mom"]["missing"].is_string());
    let years = found["dependence"].as_array().unwrap();
    assert!(years.iter().any(|year| year["found"]["import_share"].is_number()));

    let year = run(&["analyse", "--month", "2024-12", "--format", "json"]);
    let year: Value = serde_json::from_slice(&year.stdout).unwrap();
    let split = &year["price_volume"]["ytd"];
    let sum = number(&split["by_volume_usd"]) + number(&split["by_price_usd"]);
    let change = number(&split["current"]["value_usd"]) - number(&split["base"]["value_usd"]);
    assert!((sum / change - 1.0).abs() < 1e-9);

    let magnets = ["analyse", "--product", "magnets", "--month", "2025-12", "--format", "json"];
    let magnets: Value = serde_json::from_slice(&run(&magnets).stdout).unwrap();
    assert!(magnets["expectation"]["missing"].as_str().unwrap().contains(" months are needed; "));
    let parts = &magnets["contributions"]["partner"]["mom"];
    let points = parts["parts"].as_array().unwrap().iter();
    let sum: f64 = points.map(|part| number(&part["percentage_points"])).sum();
    let all = sum + number(&parts["rest_percentage_points"]);
    assert!((all - number(&parts["percent"])).abs() < 1e-9);
}

#[test]
fn an_analysis_in_words_says_how_sure_it_is() {
    let output = run(&["analyse", "--month", "2024-11"]);
    assert!(output.status.success());
    let words = said(&output);
    for part in [
        "within the 80% interval",
        "95% interval",
        "six earlier Novembers",
        "within the 95% interval",
    ] {
        assert!(words.contains(part), "{part} in {words}");
    }
    assert_eq!(run(&["analyse", "--product", "none"]).status.code(), Some(2));
    assert_eq!(run(&["analyse", "--month", "November"]).status.code(), Some(2));
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_xenotime"))
        .args(["analyse", "--format", "json"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
}

/// What `figure` prints of one cell.
fn figure(arguments: &[&str]) -> Value {
    let output = run(&[&["figure"], arguments].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_figure_comes_with_all_that_is_known_of_it() {
    let year = figure(&["--period", "2025"]);
    assert_eq!(
        (&year["value"], &year["unit"], &year["months"]),
        (&json!(62_585.2), &json!("t"), &json!(12))
    );
    assert_eq!(
        (&year["status"], &year["other_reports"][0]["value"]),
        (&json!("reported"), &json!(62_585.0))
    );
    assert!(year["sources"][0]["publisher"].is_string() && year["sources"][0]["url"].is_string());
    // No print of the three months together: they are added up.
    let quarter = figure(&["--period", "2024-09", "--months", "3"]);
    assert_eq!(
        (&quarter["value"], &quarter["status"]),
        (&json!(13_349.9), &json!("sum of months"))
    );
    assert_eq!(quarter["sum_of"].as_array().map(Vec::len), Some(3));
    // Of years without months the years are added up.
    let years = ["--product", "metals", "--measure", "value", "--partner", "DEU"];
    let years = figure(&[&years[..], &["--period", "2015-01", "--months", "36"]].concat());
    assert_eq!(years["status"], json!("sum of years"), "{years}");
    let parts = years["sum_of"].as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["value"].as_f64().unwrap()).sum();
    assert_eq!((parts.len(), Some(sum)), (3, years["value"].as_f64()));
    assert!(parts.iter().all(|part| part["months"] == json!(12)), "{years}");
    let none = figure(&["--partner", "EU27", "--period", "2020"]);
    assert_eq!(none["missing"], json!("no figure for 2020"));
    // A quota is its own country's: it need not be named.
    let quota = figure(&["--flow", "quota", "--product", "mining", "--period", "2024"]);
    assert_eq!((&quota["value"], &quota["partner_name"]), (&json!(270_000.0), &json!("China")));
    let yuan = figure(&["--measure", "value", "--unit", "CNY", "--period", "2021"]);
    assert_eq!((&yuan["value"], &yuan["unit"]), (&json!(4_220_000_000.0), &json!("CNY")));
    // A partner that nobody knows is something else than a figure that nobody gave.
    let unknown = run(&["figure", "--partner", "ZZZ", "--period", "2024"]);
    assert!(unknown.stdout.is_empty() && said(&unknown).contains("no partner “ZZZ”"));
    let joint = figure(&["--period", "2023-01"]);
    assert_eq!(
        (&joint["value"], &joint["missing"]),
        (&Value::Null, &json!("only a total for January–February 2023 was reported"))
    );
}

/// A file that a reader opens is what a story about its trade is judged by.
#[test]
fn a_story_is_judged_by_an_opened_file() {
    let folder = copied("opened");
    let file = folder.join("cocoa.csv");
    let mut rows = "period,months,flow,measure,product,partner,value,unit,status,source,note,\
                    reporter,product_label,partner_name,reporter_name,product_system\n"
        .to_owned();
    for (period, partner, name, tonnes) in [
        ("2024-10", "WLD", "World", "48125"),
        ("2024-11", "WLD", "World", "52310"),
        ("2024-10", "NLD", "Netherlands", "11204"),
        ("2024-11", "NLD", "Netherlands", "12987"),
    ] {
        rows += &format!(
            "{period},1,export,volume,1801,{partner},{tonnes},t,reported,port,,GHA,Cocoa beans,{name},Ghana,hs\n"
        );
    }
    fs::write(&file, rows).unwrap();
    let story = folder.join("story.txt");
    let judged = |text: &str| {
        fs::write(&story, text).unwrap();
        let (story, file) = (story.to_str().unwrap(), file.to_str().unwrap());
        let asked =
            ["check-story", story, "--date", "2024-12-10", "--format", "json", "--open", file];
        let output = run(&asked);
        let found: Value = serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", said(&output)));
        let verdicts: Vec<String> = found
            .as_array()
            .unwrap()
            .iter()
            .map(|one| {
                format!("{} {}", one["text"].as_str().unwrap(), one["verdict"].as_str().unwrap())
            })
            .collect();
        (verdicts, output.status.code())
    };
    let (found, status) = judged(
        "Ghana exported 52,310 tonnes of cocoa beans in November 2024, up 8.7% from October. \
         Exports of cocoa beans to the Netherlands came to 12,987 tonnes in November 2024.",
    );
    assert_eq!(found, ["52,310 tonnes supported", "8.7% supported", "12,987 tonnes supported"]);
    assert_eq!(status, Some(0));
    let (found, status) = judged("Ghana exported 53,210 tonnes of cocoa beans in November 2024.");
    assert_eq!(found, ["53,210 tonnes contradicted"]);
    assert_eq!(status, Some(1));
    let (data, file) = (folder.to_str().unwrap(), file.to_str().unwrap());
    let both = run(&["check-story", story.to_str().unwrap(), "--data", data, "--open", file]);
    assert_eq!(both.status.code(), Some(2), "{}", said(&both));
}

#[test]
fn a_story_of_goods_that_a_file_has_only_codes_of_is_judged_by_their_heading() {
    let folder = copied("codes-alone");
    let (file, story) = (folder.join("tea.csv"), folder.join("story.txt"));
    fs::write(
        &file,
        "Period,Flow,Reporter,Partner,HS code,Value (USD),Net weight (kg)\n\
         2025-05,Export,Kenya,Pakistan,090240,41000000,16200000\n\
         2025-05,Export,Kenya,Egypt,090240,13000000,5100000\n\
         2025-06,Export,Kenya,Pakistan,090240,43500000,17430000\n\
         2025-06,Export,Kenya,Egypt,090240,12100000,4870000\n",
    )
    .unwrap();
    fs::write(
        &story,
        "Kenya’s tea exports to Egypt were 4,870 tonnes in June 2025. Tea exports to Pakistan came to \
         14,730 tonnes in June 2025.",
    )
    .unwrap();
    let (story, file) = (story.to_str().unwrap(), file.to_str().unwrap());
    let found = run(&["check-story", story, "--format", "json", "--open", file]);
    let judged: Value = serde_json::from_slice(&found.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", said(&found)));
    let verdicts: Vec<_> = judged
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["text"].as_str().unwrap(), one["verdict"].as_str().unwrap()))
        .collect();
    assert_eq!(verdicts, [("4,870 tonnes", "supported"), ("14,730 tonnes", "contradicted")]);
}

/// Opens a file with these answers.
fn opened(path: &str, answers: &[&str]) -> Output {
    let given = answers.iter().flat_map(|answer| ["--answer", answer]);
    run(&["open", path].into_iter().chain(given).collect::<Vec<_>>())
}

/// The ids of the questions that an opening prints, each with the file that it is about.
fn questions(output: &Output) -> Vec<String> {
    let asked: Value = serde_json::from_slice(&output.stdout).unwrap();
    let files = asked["files"].as_array().unwrap().iter();
    files
        .flat_map(|file| {
            let name = file["file"].as_str().unwrap();
            let all = file["questions"].as_array().unwrap().iter();
            all.map(move |question| format!("{}@{name}", question["id"].as_str().unwrap()))
        })
        .collect()
}

#[test]
fn a_spreadsheet_is_opened_and_its_sheet_asked_for() {
    let one = run(&["open", "tests/import/packed/months.xlsx"]);
    assert_eq!(one.status.code(), Some(0), "{}", said(&one));
    let text = String::from_utf8(one.stdout).unwrap();
    assert!(text.contains("2024-02,1,export,value,0102,CHL,22266,USD,"), "{text}");
    assert!(text.contains("2024-02,1,export,volume,0102,CHL,0.002468,t,"), "{text}");
    let book = "tests/import/packed/sheets.xlsx";
    let asked = run(&["open", book]);
    assert_eq!(
        (asked.status.code(), questions(&asked)),
        (Some(2), vec!["sheet@sheets.xlsx".to_owned()])
    );
    let years = |answer: &str| {
        let found = String::from_utf8(run(&["open", book, "--answer", answer]).stdout).unwrap();
        ["2020", "2023", "2024"].map(|year| found.contains(&format!("\n{year}-01,")))
    };
    assert_eq!(years("sheet=2024"), [false, false, true]);
    assert_eq!(years("sheet@sheets.xlsx=all"), [false, true, true]);
    let wrong = run(&["open", book, "--answer", "sheet=2020"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(
        said(&wrong).contains("it has no sheet “2020” with a table; it has: 2023, 2024"),
        "{}",
        said(&wrong)
    );
    let uncomputed = run(&["open", "tests/import/packed/formulas.xlsx"]);
    assert_eq!(uncomputed.status.code(), Some(2));
    assert!(said(&uncomputed).contains("formulas whose results are not in the file"));
}

#[test]
fn what_is_written_as_a_spreadsheet_opens_again_equal() {
    let out = copied("spreadsheet").join("again.xlsx");
    let out = out.to_str().unwrap();
    let printed = |file: &str| {
        String::from_utf8(run(&["open", file]).stdout).unwrap().replace("again.xlsx", "months.xlsx")
    };
    let book = "tests/import/packed/months.xlsx";
    assert_eq!(run(&["open", book, "--out", out]).status.code(), Some(0));
    assert!(fs::read(out).unwrap().starts_with(b"PK"));
    assert_eq!(printed(out), printed(book));
}

#[test]
fn an_archive_is_opened_with_whatever_its_files_are_packed_in() {
    use std::io::Write as _;
    let folder = copied("archives");
    let path = folder.join("all.zip");
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(b"t,i,j,k,v,q\n2022,156,842,284610,2,1\n").unwrap();
    let book = fs::read("tests/import/packed/sheets.xlsx").unwrap();
    let mut inner = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    inner.start_file("a.csv", zip::write::SimpleFileOptions::default()).unwrap();
    let inner = inner.finish().unwrap().into_inner();
    let files: [(&str, &[u8]); 4] = [
        ("BACI_2021.csv", b"t,i,j,k,v,q\n2021,156,842,284610,1,1\n"),
        ("BACI_2022.csv.gz", &gzip.finish().unwrap()),
        ("sheets.xlsx", &book),
        ("more.csv", &inner),
    ];
    let mut writer = zip::ZipWriter::new(fs::File::create(&path).unwrap());
    for (name, content) in files {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap();
    let path = path.to_str().unwrap();
    let asked = run(&["open", path]);
    assert_eq!(
        (asked.status.code(), questions(&asked)),
        (Some(2), vec!["file@all.zip".to_owned()])
    );
    let open = |answers: &[&str]| opened(path, answers);
    for (file, figure) in [
        ("BACI_2021.csv", "2021-01,12,export,value,284610,USA,1000,USD"),
        ("BACI_2022.csv.gz", "2022-01,12,export,value,284610,USA,2000,USD"),
    ] {
        let found = open(&[&format!("file={file}")]);
        assert!(said(&found).contains(figure), "{}", said(&found));
    }
    let sheet = open(&["file=sheets.xlsx"]);
    assert_eq!(questions(&sheet), ["sheet@sheets.xlsx"]);
    let both = open(&["file=sheets.xlsx", "sheet=2023"]);
    assert!(said(&both).contains("2023-01,1,export,value,0102,JPN,12144,USD"), "{}", said(&both));
    let within = open(&["file=more.csv"]);
    assert!(
        said(&within).contains("more.csv: it is an archive within an archive: unpack it first"),
        "{}",
        said(&within)
    );
}

#[test]
fn an_answer_that_answers_nothing_is_told_with_what_was_expected() {
    let folder = copied("answers");
    let path = folder.join("trade.csv");
    fs::write(&path, "month,land,product,amount\n2024-01,Japan,Squash,7\n2024-02,Japan,Squash,9\n")
        .unwrap();
    let path = path.to_str().unwrap();
    let open = |answers: &[&str]| opened(path, answers);
    for (answer, expected) in [
        ("flwo=export", "flwo: no question has this ID"),
        ("columns=x", "a role, a tab and a column were expected"),
        ("columns=period\tmonth\nvalue\tnowhere", "no column nowhere"),
        ("flow=sideways", "export or import was expected"),
        ("money=many USD", "USD, EUR or 1000 USD was expected"),
        ("header=x", "names or none was expected"),
        ("total:Japan=perhaps", "yes or no was expected"),
    ] {
        let told = open(&[answer]);
        assert_eq!(told.status.code(), Some(2), "{answer}");
        assert!(said(&told).contains(expected), "{answer}: {}", said(&told));
    }
    // Columns may be answered as the question proposes them, or with others.
    let columns = "columns=period\tmonth\nproduct\tproduct\nvalue\tamount\npartner\tland";
    for money in ["1000000000 USD", "1,000,000,000 USD", "US$ billion"] {
        let found = open(&[columns, "flow=export", "about=likely", &format!("money={money}")]);
        let text = said(&found);
        assert!(text.contains("2024-02,1,export,value,Squash,JPN,9000000000,USD,"), "{text}");
    }
}

/// Whichever chart is named is the one that is printed, the usual one of the page too.
#[test]
fn a_series_is_of_the_chart_that_is_named() {
    let asked = ["series", "--month", "2024-11", "--compare", "mom", "--format", "json"];
    let named = run(&[&asked[..], &["--chart", "months"]].concat());
    let months: Value = serde_json::from_slice(&named.stdout).unwrap();
    assert_eq!(months["address"], json!("?month=2024-11&compare=mom"));
    assert!(months["headline"].as_str().unwrap().contains("month on month"), "{months}");
    assert!(named.stderr.is_empty(), "{}", said(&named));
    // What the chart has no use for is told of, in the report too.
    let unnamed = run(&asked);
    let series: Value = serde_json::from_slice(&unnamed.stdout).unwrap();
    assert!(series["address"].as_str().unwrap().starts_with("?chart=series"), "{series}");
    let told = "does not use the choice “compare=mom”. The chart “Months” does.";
    assert!(series["problems"][0].as_str().unwrap().contains(told), "{series}");
    assert!(said(&unnamed).contains(told));
    // Of what is usual anyhow there is nothing to say; a currency is not asked for in vain in silence.
    let usual = run(&["series", "--chart", "season", "--compare", "yoy", "--format", "json"]);
    assert!(usual.stderr.is_empty(), "{}", said(&usual));
    for chart in ["prices", "dependence"] {
        let money = run(&["series", "--chart", chart, "--unit", "CNY", "--format", "json"]);
        let told = "does not use the choice “unit=CNY”. The chart “Months” does.";
        assert!(said(&money).contains(told), "{}", said(&money));
    }
    for (chart, name, value) in [
        ("season", "--scale", "log"),
        ("season", "--event", "2023-08-01"),
        ("months", "--with", "import.rare-earths.WLD.volume"),
        ("months", "--adjust", "partner"),
        ("months", "--base", "2020-01"),
        ("gaps", "--from", "2020-01"),
    ] {
        let unused = run(&["series", "--chart", chart, name, value, "--format", "json"]);
        assert!(
            said(&unused).contains("does not use the choice"),
            "{chart} {name}: {}",
            said(&unused)
        );
    }
    let help = said(&run(&["series", "--help"]));
    let chart = help.split("--chart").nth(1).unwrap();
    assert!(chart.split("--flow").next().unwrap().contains("[default: series]"), "{chart}");
}

/// Whatever command draws, a choice that its chart has no use for is said, and is no reason to draw nothing.
#[test]
fn a_choice_that_a_chart_does_not_use_is_said_by_every_command() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unused");
    fs::create_dir_all(&folder).unwrap();
    let [svg, html] = ["chart.svg", "chart.html"].map(|name| folder.join(name));
    for (chart, option, value, used) in [
        ("months", "scale", "log", false),
        ("months", "per", "quarter", false),
        ("gaps", "from", "2020-01", false),
        ("season", "adjust", "partner", false),
        ("prices", "partner", "JPN", false),
        ("months", "compare", "mom", true),
        // What is usual anyhow is no choice.
        ("gaps", "compare", "yoy", true),
    ] {
        let named = format!("--{option}");
        let asked = ["--chart", chart, &named, value];
        let outputs = [
            run(&[&["series"], &asked[..]].concat()),
            run(&[&["render", "--out", svg.to_str().unwrap()], &asked[..]].concat()),
            run(&[&["publish", "--out", html.to_str().unwrap()], &asked[..]].concat()),
        ];
        let unused = format!("does not use the choice “{option}={value}”");
        for output in outputs {
            assert!(output.status.success(), "{asked:?}: {}", said(&output));
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            let count = usize::from(!used);
            assert_eq!(told.matches(&unused).count(), count, "{asked:?}: {told}");
        }
    }
}

#[test]
fn rows_of_another_period_than_asked_for_are_announced() {
    let told = |more: &[&str]| {
        let asked = ["table", "--product", "magnets-metal", "--format", "csv"];
        let output = run(&[&asked[..], more].concat());
        assert!(output.status.success(), "{}", said(&output));
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let instead = told(&["--month", "2025-06"]);
    assert!(instead.contains("June 2025; 2024, the nearest period"), "{instead}");
    assert_eq!(told(&[]), "", "of the latest there is nothing to say");
}

/// What a file holds of partners that have no name in a chart concentrates its trade all the same.
#[test]
fn concentration_of_a_file_counts_all_its_partners() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("opened-many");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("many.csv");
    let head = "period,months,flow,measure,product,partner,value,unit,status,source,note,\
                reporter,product_label,partner_name,reporter_name,product_system\n";
    let amounts: Vec<f64> = (1..=310).map(|one| f64::from(1000 + one)).collect();
    let rows = amounts.iter().enumerate().flat_map(|(at, amount)| {
        (1..=2).map(move |month| {
            let amount = amount + f64::from(month);
            format!(
                "2024-{month:02},1,export,value,2846,C{at:04},{amount},USD,reported,port,,AUS,Compounds,Town {at:04},Australia,hs\n"
            )
        })
    });
    fs::write(&file, head.to_owned() + &rows.collect::<String>()).unwrap();
    let own = amounts.iter().map(|amount| amount + 2.0);
    let total: f64 = own.clone().sum();
    let index: f64 = own.map(|amount| (amount / total).powi(2)).sum();
    let asked =
        ["series", "--open", file.to_str().unwrap(), "--chart", "shares", "--format", "json"];
    let output = run(&asked);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let sentence = report["sentence"].as_str().unwrap();
    let whole = format!("index {index:.3}, equivalent to {:.1} destinations", 1.0 / index);
    assert!(sentence.contains(&whole), "{whole}: {sentence}");
    let notes = report["notes"].to_string();
    assert!(notes.contains("counts every destination") && !notes.contains("band"), "{notes}");
    assert!(!report["subtitle"].as_str().unwrap().contains("band"), "{}", report["subtitle"]);
    let rows = report["rows"].as_array().unwrap();
    let rest = rows.iter().filter(|row| !row["herfindahl_low"].is_null());
    for row in rest {
        assert_eq!(row["herfindahl_low"], row["herfindahl_high"], "{row}");
    }
    let words = run(&[&["--lang", "zh"], &asked[..]].concat());
    let words = String::from_utf8_lossy(&words.stdout).into_owned();
    assert!(words.contains("按文件中的全部目的地计算"), "{words}");
}
