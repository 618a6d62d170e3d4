//! What holds for any table, whatever its form: nothing of it is left out without a word.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::cases::{self, Case};
use xenotime::import::{Explained, Reader, Refusal};

/// A file's records by each mark that may part its cells, with quotes taken away; good enough to find its header.
fn records(text: &str) -> impl Iterator<Item = Vec<String>> + '_ {
    let split = |line: &str, mark: char| {
        let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
        for letter in line.chars() {
            match letter {
                '"' => quoted = !quoted,
                own if own == mark && !quoted => cells.push(std::mem::take(&mut cell)),
                own => cell.push(own),
            }
        }
        cells.push(cell);
        cells.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    [',', ';', '\t', '|'].into_iter().flat_map(move |mark| {
        text.trim_start_matches('\u{feff}').lines().take(40).map(move |line| split(line, mark))
    })
}

/// The columns of a header that the explanation neither gives a role nor names as not used.
fn unspoken(explained: &Explained, header: &[String]) -> Vec<String> {
    let named = |name: &&String| {
        let quoted = format!("“{name}”");
        explained.columns.iter().any(|(_, own)| own == *name)
            || explained.unused.contains(name)
            || explained.notes.iter().any(|own| own.contains(&quoted))
    };
    // A program that numbers headings of one name writes `2021.1`, which is read as what it stood for.
    let numbered = |name: &&String| {
        let mut parts = name.rsplitn(2, '.');
        let number = parts.next().is_some_and(|own| own.parse::<u8>().is_ok());
        number && parts.next().is_some_and(|own| header.iter().any(|name| name == own))
    };
    let lacks = |name: &&String| !name.is_empty() && !named(name) && !numbered(name);
    header.iter().filter(lacks).cloned().collect()
}

/// Opens a case with its own answers, and the likely ones where it has none.
fn opened(case: &Case) -> Option<Reader> {
    let mut answers = case.given.clone();
    for _ in 0..4 {
        match cases::read(case, &answers) {
            Ok(reader) => return Some(reader),
            Err(Ok((questions, _))) => {
                for question in questions {
                    let own = case.answers.iter().find(|(id, _)| *id == question.id);
                    let value = own.map_or("likely", |(_, value)| value);
                    answers.push((question.id, value.to_owned()));
                }
            }
            Err(Err(_)) => return None,
        }
    }
    None
}

#[test]
fn every_column_of_every_case_is_used_or_named() {
    let folders = std::fs::read_dir(cases::folder()).unwrap();
    let folders =
        folders.map(|own| own.unwrap().path()).filter(|own| own.join("cases.txt").exists());
    let (mut looked, mut wrong) = (0, Vec::new());
    for folder in folders {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        for case in cases::cases(&name) {
            let Some(reader) = opened(&case) else { continue };
            for (explained, path) in reader.explained.iter().zip(&case.files) {
                let Ok(text) = std::fs::read_to_string(path) else { continue };
                let whole = |own: &Vec<String>| {
                    own.len() > 1
                        && explained.columns.iter().all(|(_, name)| own.contains(name))
                        && explained.unused.iter().all(|name| own.contains(name))
                };
                // Names of several lines, and of files within others, are made when they are read.
                let Some(header) = records(&text).find(whole) else { continue };
                looked += 1;
                let lacking = unspoken(explained, &header);
                if !lacking.is_empty() {
                    wrong.push(format!("{name}, {}: {lacking:?}", case.name));
                }
            }
        }
    }
    assert!(looked > 300, "{looked}");
    assert!(wrong.is_empty(), "{} of {looked}\n{}", wrong.len(), wrong.join("\n"));
}

/// A column that a table may have besides, and what its cells are.
const BESIDES: [(&str, [&str; 3]); 14] = [
    ("Remark", ["late", "none", "late"]),
    ("t", ["1", "2", "3"]),
    ("value", ["7", "8", "9"]),
    ("Port", ["Hull", "Dover", "Hull"]),
    ("id", ["1041", "1042", "1043"]),
    ("flag", ["e", "", "p"]),
    ("Zip", ["12345", "54321", "99999"]),
    ("Firm", ["Alpha Ltd", "Beta Ltd", "Gamma Ltd"]),
    ("rate (%)", ["1.5", "2.5", "0"]),
    ("Subheading", ["0810.40.00", "0806.10.00", "0810.40.00"]),
    ("x1", ["yes", "no", "yes"]),
    ("Updated", ["2025-03-01", "2025-03-01", "2025-03-01"]),
    ("Source", ["Customs", "Customs", "Customs"]),
    ("Other Amount", ["10", "20", "30"]),
];

fn read(name: &str, text: &str, answers: &[(String, String)]) -> Result<Reader, Unread> {
    let mut reader = Reader::default();
    reader.names = super::country_names();
    reader.answers = answers.to_vec();
    reader.begin(name, None);
    match reader.feed(text.as_bytes()).and_then(|()| reader.end()) {
        Ok(()) => Ok(reader),
        Err(Refusal::Unmapped(table)) if table.problem.is_empty() => Err(Unread::Asked(table)),
        Err(other) => Err(Unread::Refused(format!("{other:?}"))),
    }
}

/// Why nothing is read.
enum Unread {
    Asked(Box<xenotime::import::Table>),
    Refused(String),
}

/// A table of a few rows with columns besides, in any order: its header and its text.
fn table() -> impl Strategy<Value = (Vec<String>, Vec<Vec<String>>)> {
    let rows =
        proptest::collection::vec((1u32..13, 0usize..3, 0usize..3, 1000u32..9_000_000), 4..9);
    let besides = proptest::sample::subsequence((0..BESIDES.len()).collect::<Vec<_>>(), 0..6);
    (rows, besides, any::<u64>()).prop_map(|(rows, besides, seed)| {
        const COUNTRIES: [&str; 3] = ["Germany", "Japan", "Peru"];
        const GOODS: [&str; 3] = ["081040", "080610", "850760"];
        let own = ["Month", "Country", "HS Code", "Exports (USD)"].map(str::to_owned);
        let mut header: Vec<String> = own.to_vec();
        header.extend(besides.iter().map(|at| BESIDES[*at].0.to_owned()));
        let mut cells: Vec<Vec<String>> = Vec::new();
        for (place, (month, country, goods, value)) in rows.into_iter().enumerate() {
            let mut row = vec![
                format!("2025-{month:02}"),
                COUNTRIES[country].to_owned(),
                GOODS[goods].to_owned(),
                value.to_string(),
            ];
            row.extend(besides.iter().map(|at| BESIDES[*at].1[place % 3].to_owned()));
            cells.push(row);
        }
        // Any order of columns.
        let mut order: Vec<usize> = (0..header.len()).collect();
        let mut state = seed | 1;
        for at in (1..order.len()).rev() {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            order.swap(at, (state >> 33) as usize % (at + 1));
        }
        let turned =
            |row: &Vec<String>| order.iter().map(|at| row[*at].clone()).collect::<Vec<_>>();
        (turned(&header), cells.iter().map(turned).collect())
    })
}

fn text_of(header: &[String], rows: &[Vec<String>]) -> String {
    let lines = std::iter::once(header).chain(rows.iter().map(Vec::as_slice));
    lines.map(|row| row.join(",") + "\n").collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_column_and_no_row_is_left_out_without_a_word((header, rows) in table()) {
        let text = text_of(&header, &rows);
        let mut answers: Vec<(String, String)> = Vec::new();
        for _ in 0..5 {
            match read("table.csv", &text, &answers) {
                Ok(reader) => {
                    let explained = &reader.explained[0];
                    let lacking = unspoken(explained, &header);
                    prop_assert!(lacking.is_empty(), "{lacking:?} of\n{text}{explained:#?}");
                    // What is not used is told in words as well, but for what is empty.
                    for name in &explained.unused {
                        let told = explained.notes.iter().any(|own| own.contains(name.as_str()));
                        prop_assert!(told, "{name} of\n{text}{:?}", explained.notes);
                    }
                    let counted = &explained.rows;
                    let left: u64 = explained.not_used.iter().map(|(_, count)| count).sum();
                    let all = counted.read + counted.skipped + left;
                    prop_assert_eq!(all, rows.len() as u64, "{}{:#?}", text, explained);
                    return Ok(());
                }
                Err(Unread::Asked(table)) => {
                    // Before it is opened, too.
                    let used: BTreeSet<&str> = table.guess.iter().map(|(_, own)| own.as_str()).collect();
                    let said = |name: &&String| {
                        used.contains(name.as_str())
                            || table.preview.iter().any(|own| own.contains(name.as_str()))
                            || table.questions.iter().any(|own| own.text.contains(name.as_str()))
                    };
                    if !table.preview.is_empty() && !table.header.is_empty() {
                        let lacking: Vec<&String> = header.iter().filter(|name| !said(name)).collect();
                        prop_assert!(lacking.is_empty(), "{lacking:?} of\n{text}{table:#?}");
                    }
                    answers.extend(table.questions.into_iter().map(|own| (own.id, "likely".to_owned())));
                }
                Err(Unread::Refused(why)) => {
                    return Err(TestCaseError::fail(format!("{why}\n{text}")));
                }
            }
        }
        prop_assert!(answers.is_empty(), "it goes on asking\n{text}");
    }
}

#[test]
fn every_answer_changes_something_or_is_told_of() {
    let text = "Month,Country,HS Code,Exports (USD),Net weight (kg)\n2025-01,Germany,081040,1200400,5100\n2025-01,Japan,081040,300400,1200\n2025-02,Germany,081040,1100400,4100\n2025-02,Japan,081040,310400,1300\n";
    let open = |answers: &[(String, String)]| {
        let mut answers = answers.to_vec();
        for _ in 0..4 {
            match read("table.csv", text, &answers) {
                Ok(reader) => {
                    let said = reader.explained[0].notes.clone();
                    return Ok(((super::kept(&reader), reader.store.money), said));
                }
                Err(Unread::Asked(table)) => {
                    answers.extend(
                        table.questions.into_iter().map(|own| (own.id, "likely".to_owned())),
                    );
                }
                Err(Unread::Refused(why)) => return Err(why),
            }
        }
        panic!("it goes on asking");
    };
    let (plain, _) = open(&[]).unwrap();
    let mut silent = Vec::new();
    for id in xenotime::import::answered() {
        // What stands around a table is chosen before it is read.
        if ["sheet", "file", "letters", "header", "columns", "table", "overlap", "rows"]
            .contains(&id)
        {
            continue;
        }
        for value in ["import", "EUR"] {
            let of_one = ["which", "total", "marks", "months"].contains(&id);
            for id in [id.to_owned()].into_iter().chain(of_one.then(|| format!("{id}:x"))) {
                let Ok((kept, said)) = open(&[(id.clone(), value.to_owned())]) else { continue };
                if kept == plain && !said.iter().any(|own| own.contains(&format!("“{id}”"))) {
                    silent.push(format!("{id}={value}"));
                }
            }
        }
    }
    assert!(silent.is_empty(), "{silent:?}");
}

/// What offices call all of their partners together, in as many languages as there are offices.
const EVERYBODY: [&str; 44] = [
    "World",
    "All countries",
    "Total",
    "I ALT",
    "Alle lande",
    "I alt",
    "Alle land",
    "Hele verden",
    "Samtliga länder",
    "Totalt",
    "Alla länder",
    "Kaikki maat",
    "Yhteensä",
    "Tutti i paesi",
    "Mondo",
    "Totale",
    "Tous pays",
    "Monde",
    "Alle Länder",
    "Insgesamt",
    "Welt",
    "Alle landen",
    "Totaal",
    "Wereld",
    "Wszystkie kraje",
    "Ogółem",
    "Świat",
    "Celkem",
    "Všechny země",
    "Összesen",
    "Összes ország",
    "Világ",
    "Total țări",
    "Kokku",
    "Kõik riigid",
    "Ukupno",
    "Все страны",
    "Всего",
    "Усі країни",
    "世界計",
    "総計",
    "总计",
    "합계",
    "Tüm ülkeler",
];

#[test]
fn all_partners_are_the_world_in_every_language_and_never_added_to_their_parts() {
    for words in EVERYBODY {
        let text = format!(
            "Month,Country,HS Code,Exports (USD)\n2025-01,{words},081040,900\n2025-01,Germany,081040,500\n2025-01,Japan,081040,300\n2025-02,{words},081040,800\n2025-02,Germany,081040,400\n2025-02,Japan,081040,300\n"
        );
        let mut answers: Vec<(String, String)> = Vec::new();
        let reader = loop {
            match read("table.csv", &text, &answers) {
                Ok(reader) => break reader,
                Err(Unread::Asked(table)) => {
                    let total = table.questions.iter().any(|own| own.id.starts_with("total"));
                    assert!(!total && answers.len() < 9, "{words}: {:?}", table.questions);
                    answers.extend(
                        table.questions.into_iter().map(|own| (own.id, "likely".to_owned())),
                    );
                }
                Err(Unread::Refused(why)) => panic!("{words}: {why}"),
            }
        };
        let kept = super::kept(&reader);
        let world = kept.iter().find(|row| row.3 == "WLD").map(|row| row.5);
        assert_eq!((kept.len(), world), (6, Some(Some(900.0))), "{words}: {kept:?}");
    }
}

#[test]
fn a_country_and_a_group_of_its_name_are_told_apart() {
    let text = "Month,Country,HS Code,Exports (USD)\n2025-01,China,081040,900\n2025-01,\"China, mainland\",081040,500\n2025-01,\"China, Hong Kong SAR\",081040,300\n2025-01,Japan,081040,100\n";
    let Err(Unread::Asked(table)) = read("table.csv", text, &[]) else {
        panic!("nothing is asked");
    };
    let shown = |words: &str| table.preview.iter().filter(|own| own.contains(words)).count();
    assert_eq!((shown("to China, mainland"), shown("to China (")), (1, 1), "{:?}", table.preview);
}
