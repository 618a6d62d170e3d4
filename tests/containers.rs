//! Spreadsheets and archives: what is in them, which part is meant, and why one is refused.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::io::{Cursor, Read, Write};

use xenotime::containers::{Chosen, Container, members};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

fn packed(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/import/packed/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn open(bytes: Vec<u8>) -> Result<Container, String> {
    Container::open(Box::new(Cursor::new(bytes)))
}

fn refused(bytes: Vec<u8>) -> String {
    open(bytes).err().unwrap_or_default()
}

fn names(container: &Container) -> Vec<&str> {
    container.parts().iter().map(|part| part.name.as_str()).collect()
}

/// A sheet as CSV.
fn sheet(name: &str, part: usize) -> String {
    match open(packed(name)).unwrap() {
        Container::Workbook(mut book) => book.text(part).unwrap(),
        _ => panic!("{name} is no spreadsheet"),
    }
}

/// An archive of files, each packed so.
fn archive(files: &[(&str, &[u8])], options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn deflated() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated)
}

fn unpacked(bytes: Vec<u8>, part: usize) -> Result<Vec<u8>, String> {
    let Container::Archive(mut archive) = open(bytes)? else { panic!("no archive") };
    let mut found = Vec::new();
    let read = archive.unpacked(part)?.read_to_end(&mut found);
    read.map_err(|error| error.to_string())?;
    Ok(found)
}

#[test]
fn a_sheet_becomes_lines_that_are_its_rows() {
    let text = sheet("months.xlsx", 0);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..4],
        [
            "",
            ",Trade of Kenya in live animals",
            "",
            ",Month,Flow,Partner,HS code,Value (US$),Net weight (kg)"
        ]
    );
    assert_eq!(
        lines[4..],
        [
            // A number of three places behind its point would be thousands in half of the world.
            ",2024-01,Export,Japan,0102,12145,1.2340",
            ",2024-01,Export,Chile,0102,12145,1.2340",
            ",2024-02,Export,Japan,0102,22266,2.468",
            // A number that is shown with a nought before it is a code.
            ",2024-02,Export,Chile,0102,22266,2.468",
        ]
        .map(|line| line.replace("2.468", "2.4680"))
    );
}

#[test]
fn cells_are_what_the_file_shows() {
    assert_eq!(
        sheet("kinds.xlsx", 0),
        "Year,Month,Name,Day,Code,Sum,Words\n2025,2025-03,3,2025-03-31,0012,3,\"two lines, \"\"quoted\"\"\"\n\n\n2025,1,x,,,#N/A\n"
    );
}

#[test]
fn older_and_other_spreadsheets_are_read_as_well() {
    let plain = "Month,Flow,Partner,HS code,Value (US$),Net weight (kg)\n2024-01-01,Export,Japan,0102,12145,1.2340\n2024-01-01,Export,Chile,0102,12145,1.2340\n2024-02-01,Export,Japan,0102,22266,2.4680\n2024-02-01,Export,Chile,0102,22266,2.4680\n";
    assert_eq!(sheet("months.xls", 0), plain);
    assert_eq!(sheet("months.ods", 0), plain);
}

#[test]
fn of_several_sheets_it_is_asked_which_is_meant() {
    let book = open(packed("sheets.xlsx")).unwrap();
    // Neither notes nor what is hidden.
    assert_eq!(names(&book), ["2023", "2024"]);
    let Ok(Chosen::Asked(question)) = book.choose(None, &[]) else { panic!("nothing is asked") };
    assert_eq!((question.id.as_str(), question.likely.as_str()), ("sheet", "all"));
    let labels: Vec<&str> = question.options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!(
        labels,
        [
            "2023 (Month, Flow, Partner, HS code, Value (US$), …)",
            "2024 (Month, Flow, Partner, HS code, Value (US$), …)",
            "all 2, joined"
        ]
    );
    assert_eq!(book.choose(Some("2024"), &[]), Ok(Chosen::Parts(vec![1])));
    assert_eq!(book.choose(Some("likely"), &[]), Ok(Chosen::Parts(vec![0, 1])));
    let wrong = book.choose(Some("Working"), &[]).unwrap_err();
    assert_eq!(wrong, "it has no sheet “Working” with a table; it has: 2023, 2024");
}

#[test]
fn what_reads_as_a_table_of_trade_is_proposed() {
    let book = open(packed("sheets.xlsx")).unwrap();
    // One is none; two are of one known layout; two are of none, and alike.
    for (ranks, likely, chosen) in
        [([0, 2], "2024", vec![1]), ([5, 5], "all", vec![0, 1]), ([2, 2], "all", vec![0, 1])]
    {
        let Ok(Chosen::Asked(question)) = book.choose(None, &ranks) else { panic!() };
        assert_eq!(question.likely, likely, "{ranks:?}");
        assert_eq!(book.choose(Some("likely"), &ranks), Ok(Chosen::Parts(chosen)));
    }
    let (csv, words) = (b"a,b\n1,2\n".as_slice(), b"words".as_slice());
    let own = open(archive(&[("data.csv", csv), ("read.me.txt", words)], deflated())).unwrap();
    let Ok(Chosen::Asked(question)) = own.choose(None, &[2, 0]) else { panic!() };
    assert_eq!(question.likely, "data.csv");
    let values: Vec<&str> = question.options.iter().map(|own| own.value.as_str()).collect();
    assert_eq!(values, ["data.csv", "read.me.txt"]);
}

#[test]
fn tables_of_web_pages_are_read_and_other_pages_refused() {
    let page = |text: &str| open(text.as_bytes().to_vec());
    let Ok(Container::Page(own)) = page(
        "\r\n<html><table><tr><td>Year<td>Value<tr><td>2024<td>1,5<tr><td>2025<td>2</table></html>",
    ) else {
        panic!("refused")
    };
    assert_eq!((own.parts().len(), own.letters()), (1, None));
    assert_eq!(own.text(0).unwrap(), b"Year,Value\n2024,\"1,5\"\n2025,2\n");
    let utf16: Vec<u8> = [0xfeff]
        .into_iter()
        .chain("<table><tr><td>é<td>1<tr><td>b<td>2</table>".encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let Ok(Container::Page(own)) = open(utf16) else { panic!("refused") };
    assert_eq!(own.text(0).unwrap(), "é,1\nb,2\n".as_bytes());
    for text in ["<!doctype html><p>Sign in</p>", "<html><table><tr><td>5</table>", "<html"] {
        let why = page(text).err().unwrap_or_default();
        assert_eq!(why, "it is a web page, not its data: download the data as CSV", "{text}");
    }
}

#[test]
fn spreadsheets_that_cannot_be_read_are_refused_with_the_true_reason() {
    let Ok(Container::Workbook(mut book)) = open(packed("formulas.xlsx")) else {
        panic!("refused")
    };
    assert_eq!(
        book.text(0).unwrap_err(),
        "its sheet Sheet has 2 formulas whose results are not in the file, the first in cell E3: open it in a spreadsheet program and save it there"
    );
    let locked = refused(packed("locked.xlsx"));
    assert!(locked.contains("with a password"), "{locked}");
    let whole = packed("months.xlsx");
    let cut = refused(whole[..whole.len() - 100].to_vec());
    assert!(cut.contains("cut off or damaged"), "{cut}");
    let mut flipped = whole.clone();
    // Within the packed sheet.
    let at = whole.windows(5).position(|five| five == b"sheet").unwrap() + 60;
    flipped[at] ^= 0x55;
    let why = refused(flipped);
    assert!(why.contains("damaged"), "{why}");
    let empty =
        archive(&[("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<")], deflated());
    assert!(refused(empty).contains("damaged"));
}

#[test]
fn files_of_an_archive_are_offered_and_unpacked() {
    let (one, two) = (&b"t,i,j,k,v,q\n2021,156,842,284610,1,1\n"[..], &b"t,i,j,k,v,q\n"[..]);
    let files: [(&str, &[u8]); 4] = [
        ("BACI_2021.csv", one),
        ("sub/BACI_2022.csv", two),
        ("Readme.pdf", b"%PDF"),
        ("__MACOSX/._BACI_2021.csv", b"x"),
    ];
    for options in [
        deflated(),
        deflated().large_file(true),
        deflated().compression_method(CompressionMethod::Stored),
    ] {
        let bytes = archive(&files, options);
        let found = open(bytes.clone()).unwrap();
        assert_eq!(names(&found), ["BACI_2021.csv", "sub/BACI_2022.csv"]);
        let Ok(Chosen::Asked(question)) = found.choose(None, &[]) else {
            panic!("nothing is asked")
        };
        assert_eq!((question.id.as_str(), question.likely.as_str()), ("file", "all"));
        assert_eq!(found.choose(Some("all"), &[]), Ok(Chosen::Parts(vec![0, 1])));
        assert_eq!(unpacked(bytes, 0).unwrap(), one);
    }
    // Sizes that follow the data, as those write who do not know them before.
    let mut writer = ZipWriter::new_stream(Vec::new());
    writer.start_file("a.csv", deflated()).unwrap();
    writer.write_all(one).unwrap();
    let streamed = writer.finish().unwrap().into_inner();
    assert_eq!(unpacked(streamed, 0).unwrap(), one);
}

#[test]
fn archives_that_cannot_be_read_are_refused_with_the_true_reason() {
    let text = b"a,b\n1,2\n".repeat(1000);
    let whole = archive(&[("a.csv", &text)], deflated());
    assert_eq!(
        open(archive(&[("a.pdf", b"%PDF")], deflated()))
            .unwrap()
            .choose(None, &[])
            .unwrap_err()
            .split(':')
            .next(),
        Some("none of its files is a table")
    );
    assert_eq!(refused(archive(&[], deflated())), "it is an archive without files");
    assert!(refused(whole[..whole.len() - 30].to_vec()).contains("cut off or damaged"));

    // Both headers say that the file is encrypted.
    let mut locked = whole.clone();
    let central = locked.windows(4).rposition(|four| four == b"PK\x01\x02").unwrap();
    locked[6] |= 1;
    locked[central + 8] |= 1;
    assert_eq!(
        unpacked(locked, 0).unwrap_err(),
        "it is encrypted: unpack it with its password first"
    );

    // A method that nobody here knows: Deflate64.
    let mut other = whole.clone();
    other[8] = 9;
    other[central + 10] = 9;
    let why = unpacked(other, 0).unwrap_err();
    assert!(why.starts_with("its compression method is not supported"), "{why}");

    // More comes of it than is said.
    let mut lying = whole.clone();
    lying[central + 24..central + 28].copy_from_slice(&100_u32.to_le_bytes());
    let why = unpacked(lying, 0).unwrap_err();
    assert!(why.contains("larger than its declared uncompressed size"), "{why}");
    let mut huge = whole.clone();
    huge[central + 24..central + 28].copy_from_slice(&0xf000_0000_u32.to_le_bytes());
    assert!(unpacked(huge, 0).unwrap_err().contains("which is impossible"));

    let mut flipped = whole;
    flipped[60] ^= 0xff;
    assert!(unpacked(flipped, 0).is_err());
}

#[test]
fn a_spreadsheet_made_to_fill_memory_is_refused() {
    let zeros = vec![b'0'; 1 << 20];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file("[Content_Types].xml", deflated()).unwrap();
    for name in 0..4 {
        writer.start_file(format!("xl/{name}.xml"), deflated()).unwrap();
        (0..300).for_each(|_| writer.write_all(&zeros).unwrap());
    }
    let why = refused(writer.finish().unwrap().into_inner());
    assert_eq!(why, "its sheets unpack to more than 1073 MB: save the one you need as CSV");
}

#[test]
fn what_is_saved_as_a_spreadsheet_comes_back_the_same() {
    let csv = "period,product,value,note\n2024-01,0102,12145,\"a, b & <c>\"\n2024-02,2846,0.5,'=1+1\n2024-03,,-7,\n2024-04,1,1e-7,x\n";
    let bytes = xenotime::saving::xlsx(csv).unwrap();
    let Ok(Container::Workbook(mut book)) = open(bytes.clone()) else { panic!("no spreadsheet") };
    // Written otherwise, `1e-7` makes its column one of words.
    assert_eq!(book.text(0).unwrap(), csv.replace("-7,\n", "-7\n"));
    // Numbers are numbers, codes are not.
    let (mut archive, mut sheet) =
        (zip::ZipArchive::new(Cursor::new(bytes)).unwrap(), String::new());
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    assert!(!sheet.contains("<v>2846</v>"), "{sheet}");
    let numbers = xenotime::saving::xlsx(&csv.replace("1e-7", "3")).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(numbers)).unwrap();
    sheet.clear();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    assert!(sheet.contains("<v>12145</v>") && sheet.contains("<v>0.5</v>"), "{sheet}");
    // Rounded numbers are numbers, with the noughts behind their fractions; codes keep theirs.
    let rounded = xenotime::saving::xlsx("product,share\n2846.10,9.50\n2846.9,100.00\n").unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(rounded)).unwrap();
    sheet.clear();
    archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
    assert!(sheet.contains("<v>9.50</v>") && sheet.contains("<v>100.00</v>"), "{sheet}");
    assert!(!sheet.contains("<v>2846"), "{sheet}");
    let long = "a\n".repeat((1 << 20) + 1);
    assert!(xenotime::saving::xlsx(&long).unwrap_err().contains("1048576 rows at most"));
}

#[test]
fn all_members_of_gzip_are_read() {
    let pack = |text: &[u8]| {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        writer.write_all(text).unwrap();
        writer.finish().unwrap()
    };
    let two = [pack(b"a,b\n"), pack(b"1,2\n")].concat();
    let mut text = String::new();
    members(two.as_slice()).read_to_string(&mut text).unwrap();
    assert_eq!(text, "a,b\n1,2\n");
    let cut = &two[..two.len() - 4];
    let why = members(cut).read_to_string(&mut text).unwrap_err().to_string();
    assert!(why.starts_with("its compression is cut off or damaged"), "{why}");
}
