//! Tables that nobody knows: what their names and first rows suggest, and what a reader says of them.

use std::borrow::Cow;

use super::layout::{Layout, Role, plain};
use super::values::{Marks, number, period, tonnes, way};
use crate::trade::{Flow, Unit};

/// The roles that a reader can give to columns, with their names in addresses.
const MAPPED: [(Role, &str); 9] = [
    (Role::Period, "period"),
    (Role::Flow, "flow"),
    (Role::Reporter, "reporter"),
    (Role::Partner, "partner"),
    (Role::Product, "product"),
    (Role::ProductName, "name"),
    (Role::Value, "value"),
    (Role::Weight, "quantity"),
    (Role::WeightUnit, "unit"),
];

/// What names mean by themselves, for a header that is not known.
const HINTS: [(Role, &[&str]); 9] = [
    (
        Role::Period,
        &[
            "period", "date", "month", "time", "year", "monat", "jahr", "zeit", "mois", "mes",
            "月", "日期",
        ],
    ),
    (
        Role::Flow,
        &["flow", "trade_type", "direction", "richtung", "verkehr", "flux", "flujo", "进出口"],
    ),
    (Role::Reporter, &["reporter", "declarant", "origin", "melde", "déclarant", "informante"]),
    (
        Role::Partner,
        &[
            "partner",
            "country",
            "destination",
            "cty",
            "land",
            "pays",
            "país",
            "pais",
            "伙伴",
            "国家",
        ],
    ),
    (
        Role::ProductName,
        &[
            "description",
            "desc",
            "product_name",
            "commodity_name",
            "bezeichnung",
            "libellé",
            "商品名称",
        ],
    ),
    (
        Role::Product,
        &["hs", "product", "commodity", "code", "ware", "produit", "producto", "商品编码"],
    ),
    (
        Role::Value,
        &["value", "val", "usd", "amount", "wert", "valeur", "valor", "金额", "美元", "人民币"],
    ),
    (Role::WeightUnit, &["unit", "einheit", "unité", "unidad", "单位"]),
    (
        Role::Weight,
        &[
            "weight",
            "wgt",
            "quantity",
            "qty",
            "kg",
            "tonnes",
            "tons",
            "menge",
            "gewicht",
            "poids",
            "quantité",
            "peso",
            "cantidad",
            "数量",
        ],
    ),
];

/// What a column's name says of the money in it.
pub fn money_in(name: &str) -> Option<Unit> {
    let name = name.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if has(&["eur", "€"]) {
        Some(Unit::EURO)
    } else if has(&["人民币", "cny", "yuan", "rmb", "元"]) && !name.contains("美元") {
        Some(Unit::YUAN)
    } else if has(&["usd", "us$", "dollar", "美元"]) {
        Some(Unit::US_DOLLAR)
    } else {
        None
    }
}

/// What a column's name says of the weight in it.
pub fn weight_in(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let words = || name.split(|letter: char| !letter.is_alphanumeric());
    let has = |wanted: &[&str]| words().any(|word| wanted.contains(&word));
    if has(&["kg", "kgs", "kilogram", "kilograms", "kilogramm", "千克", "公斤"]) {
        Some("kg")
    } else if has(&["t", "ton", "tons", "tonne", "tonnes", "tonnen", "mt", "吨"]) {
        Some("t")
    } else {
        None
    }
}

/// Whether a table could be one of trade: some column holds months or years, another numbers.
pub fn is_likely(header: &[String], rows: &[Vec<String>]) -> bool {
    let holds = |place: &usize, test: &dyn Fn(&str) -> bool| {
        cells(rows, *place).any(test) && mostly(rows, *place, test)
    };
    let mut places = 0..header.len();
    let dated = places.clone().find(|place| holds(place, &is_period));
    dated.is_some_and(|first| places.any(|place| place != first && holds(&place, &is_number)))
}

/// The cells of a column that are not blank.
fn cells(rows: &[Vec<String>], place: usize) -> impl Iterator<Item = &str> {
    let own = rows.iter().filter_map(move |row| row.get(place)).map(String::as_str);
    own.filter(|cell| !cell.is_empty())
}

/// Whether three in four cells of a column pass a test: a slip or a dash in a few rows is no reason to
/// take it for something else.
fn mostly(rows: &[Vec<String>], place: usize, test: &dyn Fn(&str) -> bool) -> bool {
    cells(rows, place).filter(|cell| test(cell)).count() * 4 >= cells(rows, place).count() * 3
}

fn is_period(cell: &str) -> bool {
    period(cell.as_bytes()).is_some()
}

/// Whether a cell is a number, whichever marks it has.
fn is_number(cell: &str) -> bool {
    [Marks::Point, Marks::Comma].into_iter().any(|marks| number(cell.as_bytes(), marks).is_some())
}

/// The columns that names and the first rows suggest, each role once and each column once.
pub fn guess(header: &[String], rows: &[Vec<String>]) -> Vec<(Role, usize)> {
    let names: Vec<String> = header.iter().map(|name| plain(name)).collect();
    let mut found: Vec<(Role, usize)> = Vec::new();
    for exact in [true, false] {
        for (role, hints) in HINTS {
            if found.iter().any(|(own, _)| *own == role) {
                continue;
            }
            let place = hints.iter().find_map(|hint| {
                (0..names.len()).find(|place| {
                    let name = names.get(*place).map_or("", String::as_str);
                    let named = if exact { name == *hint } else { name.contains(hint) };
                    let taken = found.iter().any(|(_, other)| other == place);
                    named && !taken && fits(role, rows, *place)
                })
            });
            found.extend(place.map(|place| (role, place)));
        }
    }
    found
}

/// Whether the cells of a column could be what the role needs.
fn fits(role: Role, rows: &[Vec<String>], place: usize) -> bool {
    let mostly = |test: &dyn Fn(&str) -> bool| mostly(rows, place, test);
    match role {
        Role::Period => mostly(&is_period),
        Role::Flow => mostly(&|cell| way(cell.as_bytes()).is_some()),
        Role::Value | Role::Weight => mostly(&is_number),
        Role::WeightUnit => cells(rows, place).next().is_none_or(|cell| tonnes(cell).is_some()),
        Role::Product => mostly(&|cell| cell.len() <= 12),
        // Of a code and a name the name: whose list the code is of nobody knows.
        Role::Partner => !mostly(&|cell| cell.bytes().all(|byte| byte.is_ascii_digit())),
        _ => true,
    }
}

/// A reader's own mapping, a line each: a role's name, a tab, a column's name. Instead of a column
/// there may be a word after `=` that holds for every row: the flow, the reporter's code, the unit of
/// the weight, the money of the values; and `exports` and `imports` say what the file calls them.
///
/// # Errors
/// What is missing or wrong.
pub fn mapped(text: &str, header: &[String]) -> Result<Layout, String> {
    // Of several mappings the first that fits.
    let mut tried = text.split("\n\n").map(|text| mapped_by(text, header));
    let first = tried.next().unwrap_or_else(|| Err(String::new()));
    first.or_else(|problem| tried.find(Result::is_ok).unwrap_or(Err(problem)))
}

fn mapped_by(text: &str, header: &[String]) -> Result<Layout, String> {
    let mut layout = Layout::blank("your own mapping");
    for line in text.lines().filter(|line| !line.is_empty()) {
        let (role, column) =
            line.split_once('\t').ok_or("a role, a tab and a column were expected")?;
        if let Some(word) = column.strip_prefix('=') {
            fixed(&mut layout, role, word);
            continue;
        }
        let Some((role, _)) = MAPPED.iter().find(|(_, name)| *name == role) else {
            return Err(format!("{role} is no role of a column"));
        };
        let place = header.iter().position(|name| plain(name) == plain(column));
        let place = place.ok_or_else(|| format!("the file has no column {column}"))?;
        layout.put(*role, place);
    }
    let has = |role: Role| layout.place(role).is_some();
    if !has(Role::Period) {
        return Err("no column is given for the month or year".to_owned());
    }
    if !(has(Role::Value) || has(Role::Weight)) {
        return Err("no column is given for a value or a quantity".to_owned());
    }
    if !has(Role::Flow) && layout.flow.is_none() {
        return Err("say whether the rows are exports or imports".to_owned());
    }
    Ok(layout)
}

/// Takes a word that holds for every row.
fn fixed(layout: &mut Layout, role: &str, word: &str) {
    match role {
        "flow" => layout.flow = Flow::parse(word),
        "reporter" => layout.reporter = Some(Cow::Owned(word.trim().to_owned())),
        "unit" => layout.weight = tonnes(word).unwrap_or(1.0),
        "money" => layout.money = (Unit::parse(word).unwrap_or(Unit::US_DOLLAR), 1.0),
        "marks" if word == "comma" => layout.marks = Marks::Comma,
        "marks" if word == "point" => layout.plain_marks = true,
        "exports" | "imports" => {
            let word = Some(word.trim().to_lowercase()).filter(|word| !word.is_empty());
            let [exports, imports] = &mut layout.words;
            *if role == "exports" { exports } else { imports } = word;
        }
        _ => {}
    }
}

/// The flow that a mapping gives to every row, if it gives one.
pub fn mapped_flow(text: &str) -> Option<Flow> {
    text.lines().find_map(|line| line.strip_prefix("flow\t=").and_then(Flow::parse))
}

/// How the first rows write numbers: files that part their cells by semicolons often do so because
/// their decimals have commas, and then a point marks thousands.
pub fn marks(layout: &Layout, rows: &[Vec<String>], separator: u8) -> Marks {
    if separator != b';' || layout.marks != Marks::Point || layout.plain_marks {
        return layout.marks;
    }
    let columns = [Role::Value, Role::Weight, Role::Amount].map(|role| layout.place(role));
    let cells = || {
        columns.into_iter().flatten().flat_map(|at| rows.iter().filter_map(move |row| row.get(at)))
    };
    let commas = cells().any(|cell| cell.contains(','));
    let pointed = || cells().filter(|cell| cell.contains('.'));
    let grouped = pointed().next().is_some() && pointed().all(|cell| is_grouped(cell));
    if commas || grouped { Marks::Comma } else { Marks::Point }
}

/// Whether points part a number by thousands: `1.234` and `1.234.567`.
fn is_grouped(cell: &str) -> bool {
    let mut parts = cell.split('.');
    let first = parts.next().is_some_and(|part| (1..=3).contains(&part.len()));
    first && !cell.starts_with('0') && parts.all(|part| part.len() == 3)
}

/// What a table's header and first rows suggest, as pairs for [`Table::guess`].
pub fn suggested(
    header: &[String],
    rows: &[Vec<String>],
    separator: u8,
) -> Vec<(&'static str, String)> {
    let guessed = guess(header, rows);
    let mut found = Vec::new();
    for (role, place) in &guessed {
        let name = MAPPED.iter().find(|(own, _)| own == role).map(|(_, name)| *name);
        found.extend(name.zip(header.get(*place).cloned()));
    }
    let mut layout = Layout::blank("");
    for (role, place) in &guessed {
        layout.put(*role, *place);
    }
    if marks(&layout, rows, separator) == Marks::Comma {
        found.push(("marks", "=comma".to_owned()));
    }
    let named = |role: Role| {
        let place = guessed.iter().find(|(own, _)| *own == role).map(|(_, place)| *place)?;
        header.get(place)
    };
    let money = named(Role::Value).and_then(|name| money_in(name));
    found.extend(money.map(|money| ("money", format!("={}", money.code()))));
    if named(Role::WeightUnit).is_none() {
        let unit = named(Role::Weight).and_then(|name| weight_in(name));
        found.extend(unit.map(|unit| ("unit", format!("={unit}"))));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(text: &str) -> Vec<String> {
        text.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn an_unknown_table_is_guessed() {
        let names = header("period_dt,partner_name,hs6,val,qty,uv");
        let rows = [header("2017-01-01,Australia,250410,10200.0,6116.362,1.66")];
        let mut found = guess(&names, &rows);
        found.sort_by_key(|(_, place)| *place);
        let roles = [Role::Period, Role::Partner, Role::Product, Role::Value, Role::Weight];
        assert_eq!(
            found,
            roles.into_iter().enumerate().map(|(at, role)| (role, at)).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_mapping_says_what_it_lacks() {
        let names = header("month,to,usd");
        assert!(mapped("period\tmonth\nvalue\tusd\nflow\t=export", &names).is_ok());
        for (text, lacking) in [
            ("value\tusd\nflow\t=export", "month or year"),
            ("period\tmonth\nflow\t=export", "value or a quantity"),
            ("period\tmonth\nvalue\tusd", "exports or imports"),
            ("period\twhen", "no column when"),
        ] {
            let told = mapped(text, &names).err().unwrap_or_default();
            assert!(told.contains(lacking), "{told}");
        }
    }
}
